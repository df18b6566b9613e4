//! Where pages end among the rows of a table: what stands there as a number
//! alone is mostly that of the page.

use rustc_hash::FxHashMap;

use crate::model::Lines;

use super::super::page_numbers::PageNumber;
use super::super::table::SourceLine;
use super::torn::parted;

/// Where a line stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The last line of a page, whose number counts up with the pages.
    CountedFoot,
    /// The last line of a page.
    Foot,
    /// Another line.
    Inside,
}

/// The edge of the page each line stands at. Column headings and form feeds
/// part pages.
pub(super) fn edges(lines: &[SourceLine<'_>], headings: &[Lines]) -> Vec<Edge> {
    let mut edges = vec![Edge::Inside; lines.len()];
    // How far the numbers at the feet of pages are ahead of the count of pages.
    let mut ahead: FxHashMap<i64, Vec<usize>> = FxHashMap::default();
    let mut pages = 0;
    for (at, pair) in lines.windows(2).enumerate() {
        if !parted(pair, headings) {
            continue;
        }
        pages += 1;
        if let Some(page) = PageNumber::parse(lines[at].text) {
            edges[at] = Edge::Foot;
            ahead.entry(i64::from(page.number) - pages).or_default().push(at);
        }
    }
    let last = lines.last().and_then(|line| PageNumber::parse(line.text));
    if let Some(page) = last {
        ahead
            .entry(i64::from(page.number) - pages - 1)
            .or_default()
            .push(lines.len() - 1);
    }
    for at in ahead.values().filter(|places| places.len() > 1).flatten() {
        edges[*at] = Edge::CountedFoot;
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::{Edge, edges};
    use crate::model::Lines;
    use crate::read::table::SourceLine;

    /// The edge of each line that holds something; headings are lines of `TT`.
    fn of(text: &str) -> Vec<(&str, Edge)> {
        let lines: Vec<SourceLine<'_>> = (1..)
            .zip(text.lines())
            .map(|(number, text)| SourceLine { number, text })
            .collect();
        let headings: Vec<Lines> = lines
            .iter()
            .filter(|line| line.text.trim() == "TT")
            .map(|line| Lines::one(line.number))
            .collect();
        let body: Vec<SourceLine<'_>> = lines.into_iter().filter(|line| line.text.trim() != "TT").collect();
        let edges = edges(&body, &headings);
        body.iter().map(|line| line.text).zip(edges).collect()
    }

    #[test]
    fn numbers_that_count_up_above_headings_are_those_of_pages() {
        assert_eq!(
            of("TT\n1 Một\n7\nTT\n2 Hai\n8\nTT\n3 Ba\n9"),
            [
                ("1 Một", Edge::Inside),
                ("7", Edge::CountedFoot),
                ("2 Hai", Edge::Inside),
                ("8", Edge::CountedFoot),
                ("3 Ba", Edge::Inside),
                ("9", Edge::CountedFoot),
            ]
        );
    }

    #[test]
    fn a_number_that_counts_nothing_stands_at_the_foot_alone() {
        assert_eq!(
            of("TT\n1 Một\n7\nTT\n2 Hai\n30\nTT\n3 Ba"),
            [
                ("1 Một", Edge::Inside),
                ("7", Edge::Foot),
                ("2 Hai", Edge::Inside),
                ("30", Edge::Foot),
                ("3 Ba", Edge::Inside),
            ]
        );
    }

    #[test]
    fn a_number_between_rows_of_a_page_is_inside() {
        let inside = of("TT\n1 Một\n7\n2 Hai\n8\n3 Ba");
        assert!(inside.iter().all(|(_, edge)| *edge == Edge::Inside));
    }
}
