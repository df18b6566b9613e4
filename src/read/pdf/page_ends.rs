//! Page numbers among the rows of a table: which lines that hold only a number
//! are labels or figures, and which leave the row they tear untouched.

use rustc_hash::FxHashMap;

use crate::model::Lines;

use super::super::page_numbers::PageNumber;
use super::super::table::SourceLine;
use super::rows::leading_number;
use super::torn::parted;

/// Where a line stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The last line of a page, whose number counts up with the pages.
    CountedFoot,
    /// The last line of a page or of the table.
    Foot,
    /// The first line of a page.
    Top,
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
        edges[at + 1] = Edge::Top;
        if let Some(page) = PageNumber::parse(lines[at].text) {
            edges[at] = Edge::Foot;
            ahead.entry(i64::from(page.number) - pages).or_default().push(at);
        }
    }
    for at in ahead.values().filter(|places| places.len() > 1).flatten() {
        edges[*at] = Edge::CountedFoot;
    }
    if let Some(last) = edges.last_mut().filter(|edge| **edge == Edge::Inside) {
        *last = Edge::Foot;
    }
    edges
}

/// What the labels of the lines behind a number say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// The next row opens right behind it.
    NextRow,
    /// The next row opens further on, before one that counts on from it.
    NextRowLater,
    /// A dash opens a row right behind it.
    SubRow,
    /// It may be a label itself.
    CountsOn,
}

/// The numbering up to a number alone on its line.
pub(super) struct Numbering<'n> {
    /// Whether a label, whose first part is this number, is that of the next row.
    pub(super) is_next: &'n dyn Fn(&str, u32) -> bool,
    /// Whether a Roman number or letter is that of the next heading.
    pub(super) is_next_heading: &'n dyn Fn(&str) -> bool,
}

/// So many lines further a row is looked for.
const MOST_LINES: usize = 60;

/// What the lines behind a number alone on its line say about it.
pub(super) fn behind(number: u32, following: &[SourceLine<'_>], edges: &[Edge], numbering: &Numbering<'_>) -> Behind {
    let found = |ahead: usize| {
        if ahead == 0 {
            Behind::NextRow
        } else {
            Behind::NextRowLater
        }
    };
    let mut behind_heading = false;
    for (ahead, (line, edge)) in following.iter().zip(edges).take(MOST_LINES).enumerate() {
        let text = line.text.trim();
        if ahead == 0 && text.starts_with(['-', '+', '–']) {
            return Behind::SubRow;
        }
        let (label, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let bare = label.trim_end_matches(['.', '-', ')', ':']);
        if (numbering.is_next_heading)(bare) && opens_text(rest) {
            if ahead == 0 {
                return Behind::NextRow;
            }
            behind_heading = true;
        }
        let Some(value) = leading_number(bare).filter(|_| opens_text(rest)) else {
            continue;
        };
        if (numbering.is_next)(bare, value) || (behind_heading && value == 1) {
            return found(ahead);
        }
        let is_page_number = rest.is_empty() && *edge != Edge::Inside;
        if value == number.saturating_add(1) && !is_page_number {
            return Behind::CountsOn;
        }
    }
    Behind::CountsOn
}

/// Whether a text can stand behind a label: nothing, or what opens a text.
fn opens_text(rest: &str) -> bool {
    let rest = rest.trim_start();
    let is_opening = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '-');
    rest.is_empty() || rest.starts_with(is_opening)
}
