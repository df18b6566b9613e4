//! Where rows begin and end. Labels and cells stand in the middle of their rows
//! or on the first line; which, shows how well each fits.

use super::super::phrases::is_link;
use super::aligned::{Aligned, TEXT};
use super::columns::{Line, Place};
use crate::read::limits::MOST_COLUMNS;
use crate::read::repair::ends_in_bare_head;
use crate::text::fold;

/// The rows of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// The first line of each row.
    pub(super) starts: Vec<usize>,
    /// How badly cells and labels fit.
    pub(super) cost: usize,
    /// Whether the last row stands as one that the next page goes on with.
    pub(super) is_torn: bool,
}

/// The page before a page.
#[derive(Clone, Copy)]
pub(super) struct Above<'p, 'a> {
    pub(super) lines: &'p [Line<'a>],
    /// Whether its last row is torn.
    pub(super) is_torn: bool,
}

/// Between labels further apart a row begins within so many lines above its own.
const REACH: usize = 48;

/// What it costs that the middle of a cell is half a line away from its label.
const OFF: usize = 2;
/// That the middle of a whole row is, for each such cell.
const OFF_ROW: usize = 2;
/// That a cell begins in the middle of a sentence.
const SMALL: usize = 6;
/// That a cell ends in one.
const OPEN: usize = 4;
/// That a blank line stands inside a row.
const BLANK: usize = 10;
/// That a row has no text.
const BARE: usize = 8;
/// That the first lines of a page go on in a row of the page before.
const TORN: usize = 2;
/// That they do where a cell of them could begin a row.
const TORN_OPEN: usize = 2;
/// That there is no page before.
const TORN_FIRST: usize = 100;
/// That the last row of a page stands otherwise than the others: it is torn.
const TORN_LAST: usize = 2;

/// Cuts the lines of a page into the rows of these labels (the lines they
/// stand on, in order). Lines before the first start go on in the row of the
/// page before, `above`, if there is one.
pub(super) fn cut(
    lines: &[Line<'_>],
    places: &[Place],
    labels: &[usize],
    aligned: Aligned,
    above: Option<Above<'_, '_>>,
) -> Cut {
    let open = above.map(|above| open_columns(above.lines));
    let page = Page::of(lines, places);
    // For each place where the row of this label may begin: the cost of all
    // before, and where the row before begins.
    let mut ways: Vec<Vec<(usize, usize, usize)>> = Vec::with_capacity(labels.len());
    for (at, &label) in labels.iter().enumerate() {
        let after = if at == 0 { 0 } else { labels[at - 1] + 1 };
        let reach = match aligned {
            Aligned::Top => 0,
            _ => REACH,
        };
        let first = after.max(label.saturating_sub(reach));
        let starts = first..=label;
        let Some(before) = ways.last() else {
            ways.push(
                starts
                    .map(|start| {
                        let goes_on = above.is_some_and(|above| above.is_torn);
                        let torn = if goes_on { 0 } else { page.torn(start, open.as_deref()) };
                        (start, torn, 0)
                    })
                    .collect(),
            );
            continue;
        };
        let mut here: Vec<(usize, usize, usize)> = starts.map(|start| (start, usize::MAX, 0)).collect();
        for (way, &(from, so_far, _)) in before.iter().enumerate() {
            let mut row = Row::new(&page, labels[at - 1], aligned);
            let mut to = from;
            for (start, cost, chosen) in &mut here {
                while to < *start {
                    row.add(to);
                    to += 1;
                }
                let total = so_far.saturating_add(row.cost(to));
                if total < *cost {
                    (*cost, *chosen) = (total, way);
                }
            }
        }
        ways.push(here);
    }
    let mut starts = Vec::with_capacity(labels.len());
    let (mut total, mut is_torn) = (0, false);
    if let (Some(last), Some(&label)) = (ways.last(), labels.last()) {
        // As the other rows, and torn.
        let endings = |&(from, so_far, _): &(usize, usize, usize)| {
            let cost = |aligned| {
                let mut row = Row::new(&page, label, aligned);
                (from..lines.len()).for_each(|line| row.add(line));
                row.cost(lines.len())
            };
            let torn = if from == label {
                cost(Aligned::Top) + TORN_LAST
            } else {
                usize::MAX
            };
            [cost(aligned), torn].map(|cost| so_far.saturating_add(cost))
        };
        let ending = |way: &(usize, usize, usize)| {
            let [whole, torn] = endings(way);
            whole.min(torn)
        };
        let best = (0..last.len()).min_by_key(|&way| ending(&last[way]));
        let mut way = best.unwrap_or(0);
        total = last.get(way).map_or(0, ending);
        is_torn = last.get(way).map(endings).is_some_and(|[whole, torn]| torn < whole);
        for ways in ways.iter().rev() {
            let Some(&(start, _, before)) = ways.get(way) else {
                break;
            };
            starts.push(start);
            way = before;
        }
        starts.reverse();
    }
    Cut {
        starts,
        cost: total,
        is_torn,
    }
}

/// What the lines of a page say about where rows may end.
struct Page {
    /// The cells a line holds a part of.
    lines: Vec<Vec<Part>>,
}

/// A piece as a part of a cell.
#[derive(Debug, Clone, Copy)]
struct Part {
    column: usize,
    /// Whether it goes on in a sentence begun before.
    is_small: bool,
    /// Whether a sentence goes on behind it.
    is_open: bool,
}

impl Page {
    fn of(lines: &[Line<'_>], places: &[Place]) -> Self {
        Self {
            lines: lines.iter().map(|line| parts(line, places)).collect(),
        }
    }

    /// What it costs that the row of the page before goes on up to this line.
    /// `open` are the columns whose cells are not at their end there.
    fn torn(&self, start: usize, open: Option<&[usize]>) -> usize {
        let lines = &self.lines[..start];
        if lines.iter().all(Vec::is_empty) {
            return 0;
        }
        let Some(open) = open else { return TORN_FIRST };
        let mut seen: Vec<usize> = Vec::new();
        let goes_on = |part: &Part| part.is_small || open.contains(&part.column);
        let mut cost = if lines.iter().flatten().any(goes_on) { 0 } else { TORN };
        for part in lines.iter().flatten() {
            if !seen.contains(&part.column) {
                seen.push(part.column);
                cost += if goes_on(part) { 0 } else { TORN_OPEN };
            }
        }
        cost
    }
}

/// A piece reaches so many letters into a column that it runs into.
const REACHES: usize = 3;

/// The parts of cells on a line. A piece that runs into the columns behind its
/// own is a part of their cells too.
fn parts(line: &Line<'_>, places: &[Place]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, piece) in line.iter().enumerate().filter(|(_, piece)| piece.column > 0) {
        let next = line.get(at + 1).map_or(places.len(), |next| next.column);
        let into = (piece.column + 1..next).take_while(|&column| piece.to >= places[column].from + REACHES);
        let last = into.last().unwrap_or(piece.column);
        parts.extend((piece.column..=last).map(|column| Part {
            column,
            is_small: column == piece.column && goes_on(piece.text),
            is_open: column == last && is_open(piece.text),
        }));
    }
    parts.dedup_by_key(|part| part.column);
    parts
}

/// A row, line by line.
struct Row<'p> {
    page: &'p Page,
    label: usize,
    aligned: Aligned,
    /// Column, first and last line of each cell.
    cells: Vec<(usize, usize, usize)>,
    /// What does not depend on where the row ends.
    cost: usize,
    /// How many blank lines the row ends in.
    blank: usize,
}

impl<'p> Row<'p> {
    fn new(page: &'p Page, label: usize, aligned: Aligned) -> Self {
        Self {
            page,
            label,
            aligned,
            cells: Vec::new(),
            cost: 0,
            blank: 0,
        }
    }

    fn add(&mut self, line: usize) {
        let parts = &self.page.lines[line];
        if parts.is_empty() && line != self.label {
            self.blank += 1;
            return;
        }
        if self.blank > 0 && (!self.cells.is_empty() || line > self.label) {
            self.cost += BLANK;
        }
        self.blank = 0;
        for part in parts {
            if let Some(cell) = self.cells.iter_mut().find(|cell| cell.0 == part.column) {
                cell.2 = line;
            } else {
                self.cells.push((part.column, line, line));
                self.cost += if part.is_small { SMALL } else { 0 };
            }
        }
    }

    /// What the row costs as it is; the page ends at `end` or another row begins.
    fn cost(&self, end: usize) -> usize {
        let top = self.cells.iter().map(|cell| cell.1).min().unwrap_or(self.label);
        let bottom = self.cells.iter().map(|cell| cell.2).max().unwrap_or(self.label);
        let opening = if self.aligned == Aligned::Top { self.label } else { top };
        let off_middle = |first: usize, last: usize| OFF * self.aligned.off_middle((first, last), self.label);
        let off = |&(column, first, last): &(usize, usize, usize)| {
            if self.aligned.opens(column) {
                2 * OFF * first.abs_diff(opening)
            } else {
                off_middle(first, last)
            }
        };
        // Where no cell stands around the label, the whole row does.
        let off_row = match self.aligned {
            Aligned::Middle | Aligned::Upper | Aligned::Top => 0,
            Aligned::Opened | Aligned::TextOpened => OFF_ROW * off_middle(top, bottom),
        };
        let is_open = |&&(column, _, last): &&(usize, usize, usize)| {
            self.page.lines[last]
                .iter()
                .any(|part| part.column == column && part.is_open)
        };
        let ends_page = end == self.page.lines.len();
        let open = if ends_page {
            0
        } else {
            self.cells.iter().filter(is_open).count()
        };
        let has_text = self.cells.iter().any(|cell| cell.0 == TEXT);
        let bare = if has_text { 0 } else { BARE };
        self.cost + self.cells.iter().map(off).sum::<usize>() + off_row + open * OPEN + bare
    }
}

/// The columns whose last pieces on a page end in the middle of a sentence.
fn open_columns(lines: &[Line<'_>]) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    let mut open = Vec::new();
    for piece in lines.iter().rev().flatten().take(MOST_COLUMNS) {
        if !seen.contains(&piece.column) {
            seen.push(piece.column);
            if is_open(piece.text) || piece.text.ends_with(';') {
                open.push(piece.column);
            }
        }
    }
    open
}

/// Whether a piece goes on in a sentence begun before.
fn goes_on(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')' | '.'))
}

/// Whether a sentence goes on behind a piece.
fn is_open(text: &str) -> bool {
    let mut words = text.rsplit(' ').map(fold);
    let last = words.next().unwrap_or_default();
    text.ends_with([',', '-', '–', '(', '“', '&'])
        || is_link(&words.next().unwrap_or_default(), &last)
        || ends_in_bare_head(text)
}

#[cfg(test)]
mod tests {
    use super::super::pieces::in_tens;
    use super::*;

    /// Where rows start whose labels stand on these lines; columns are ten
    /// letters wide.
    fn starts(text: &str, labels: &[usize], aligned: Aligned) -> Vec<usize> {
        starts_below(text, labels, aligned, None)
    }

    fn starts_below(text: &str, labels: &[usize], aligned: Aligned, above: Option<&[Line<'_>]>) -> Vec<usize> {
        let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 8));
        let above = above.map(|lines| Above { lines, is_torn: false });
        cut(&in_tens(text), &places, labels, aligned, above).starts
    }

    #[test]
    fn rows_stand_around_their_labels() {
        let text = "          Xây
1                   Sở Y tế
          cầu
          Xây       Sở Xây
2
          chợ       dựng";
        assert_eq!(starts(text, &[1, 4], Aligned::Middle), [0, 3]);
        assert_eq!(starts(text, &[1, 4], Aligned::Top), [1, 4]);
    }

    #[test]
    fn cells_may_open_on_the_first_line_of_a_row_with_its_label_in_the_middle() {
        let text = "          Xây       Sở Y tế
1
          Cầu
          Phá       Sở Y tế
2         Chợ
          Mới
          Dẹp       Sở Xây
3                   Dựng";
        assert_eq!(starts(text, &[1, 4, 7], Aligned::Opened), [0, 3, 6]);
        assert_ne!(starts(text, &[1, 4, 7], Aligned::Middle), [0, 3, 6]);
    }

    #[test]
    fn only_the_text_may_open_on_the_first_line_of_a_row() {
        let text = "          Xây       Sở
          Cầu       Tài
1                   Chính     Hà Nội
                    Và
                    Sở Y tế
          Phá       Sở
2                             Cồn
                    Xây";
        assert_eq!(starts(text, &[2, 6], Aligned::TextOpened), [0, 5]);
        let costs = Aligned::ALL.map(|aligned| {
            let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 8));
            cut(&in_tens(text), &places, &[2, 6], aligned, None).cost
        });
        assert!(costs[..4].iter().all(|&cost| cost > costs[4]), "{costs:?}");
    }

    #[test]
    fn rows_of_two_lines_may_have_their_label_on_the_first() {
        let text = "1         Xây       Sở Y tế
          Cầu
          Phá
2         Chợ       Sở Xây
          Cồn
3         Dẹp       Bộ
          Hồ";
        assert_eq!(starts(text, &[0, 3, 5], Aligned::Upper), [0, 2, 5]);
        let costs = Aligned::ALL.map(|aligned| {
            let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 8));
            cut(&in_tens(text), &places, &[0, 3, 5], aligned, None).cost
        });
        assert_eq!(costs.iter().min(), Some(&costs[2]), "{costs:?}");
    }

    #[test]
    fn blank_lines_part_rows() {
        let text = "\
1         Xây       Sở Y tế
          Cầu

          Xây
2                   Sở Y tế";
        // The blank line opens the row below.
        assert_eq!(starts(text, &[0, 4], Aligned::Middle), [0, 2]);
    }

    #[test]
    fn no_cell_begins_in_a_sentence() {
        let text = "\
1         Xây
          cầu
          Xây
2         chợ";
        assert_eq!(starts(text, &[0, 3], Aligned::Middle), [0, 2]);
    }

    #[test]
    fn what_runs_into_the_next_cell_is_a_line_of_it_too() {
        let below = "
1
          Cẩm Lệ    Hà Nội
2         Xây chợ   Sở Y tế
          Cồn       Hà Nội";
        let glued = format!("          Xây cầu Sở Y tế{below}");
        assert_eq!(starts(&glued, &[1, 3], Aligned::Middle), [0, 3]);
        let alone = format!("          Xây cầu{below}");
        assert_eq!(starts(&alone, &[1, 3], Aligned::Middle), [0, 2]);
    }

    #[test]
    fn a_page_may_begin_with_the_end_of_a_row() {
        let above = in_tens("1         Xây cầu,");
        let here = "          đường\n2         Xây chợ";
        assert_eq!(starts_below(here, &[1], Aligned::Middle, Some(&above)), [1]);
        assert_eq!(starts(here, &[1], Aligned::Middle), [0]);
    }

    #[test]
    fn a_row_torn_at_the_end_of_a_page_goes_on_at_the_top_of_the_next() {
        let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 8));
        let cut = |text: &str, labels: &[usize], above: Option<Above<'_, '_>>| {
            cut(&in_tens(text), &places, labels, Aligned::Middle, above)
        };
        let torn = "          Xây
1         Cầu
          Chợ
2         Phá       Sở
          Dẹp       Tài
          Dọn       Chính";
        let whole = torn.replace("2 ", "  ").replace("          Dẹp", "2         Dẹp");
        let here = "                    Hà
          Nạo       Bộ
3         Vét       Y tế
          Sông      Nội vụ";
        for (text, label, starts) in [(torn, 3, [1]), (&whole, 4, [0])] {
            let above = cut(text, &[1, label], None);
            assert_eq!(above.is_torn, label == 3);
            let above = Above {
                lines: &in_tens(text),
                is_torn: above.is_torn,
            };
            assert_eq!(cut(here, &[2], Some(above)).starts, starts);
        }
    }

    #[test]
    fn no_cell_ends_in_a_sentence() {
        let text = "\
1         Xây,
          Cầu
          Chợ
2         Hồ";
        assert_eq!(starts(text, &[0, 3], Aligned::Middle), [0, 2]);
        assert_eq!(starts(&text.replace(',', ""), &[0, 3], Aligned::Middle), [0, 1]);
        assert_eq!(starts(&text.replace("Xây,", "Sở"), &[0, 3], Aligned::Middle), [0, 2]);
    }

    #[test]
    fn what_may_begin_a_row_goes_on_in_a_cell_left_open() {
        let here = "          Đường\n2         Xây chợ";
        let starts = |above| starts_below(here, &[1], Aligned::Middle, Some(&in_tens(above)));
        assert_eq!(starts("1         Xây cầu,"), [1]);
        assert_eq!(starts("1         Xây cầu"), [0]);
    }
}
