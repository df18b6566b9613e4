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
