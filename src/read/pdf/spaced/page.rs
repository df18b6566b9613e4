//! The lines between two blocks of headings, and the cells read from them.

use std::ops::Range;

use super::columns::{self, Line, Place, Span, is_shown, place};
use super::glued;
use super::heads::Head;
use super::labels::{is_label, labels};
use super::pieces::{first_word, parted_figures, pieces};
use super::stacks::place_row;
use super::width::Widths;
use crate::model::{BodyTable, Cell, Lines, Note, NoteKind};
use crate::read::label::Label;
use crate::read::limits::LONGEST_CELL;
use crate::read::table::{Column, RawRow, RawTable, SourceLine};

/// The longest number of a page, in digits.
const LONGEST_PAGE_NUMBER: usize = 3;

/// The lines between two blocks of headings.
pub(super) struct Page<'l, 'a> {
    lines: &'l [SourceLine<'a>],
    /// The pieces of each line.
    pub(super) pieces: Vec<Line<'a>>,
    /// Where its columns stand.
    pub(super) places: Vec<Place>,
    /// The lines rows are known by.
    pub(super) labels: Vec<usize>,
    /// The lines of page numbers.
    furniture: Vec<Lines>,
}

impl<'l, 'a> Page<'l, 'a> {
    /// The page under the headings `at`. `shown` is where the table shows its
    /// columns, on a page with the first headings.
    pub(super) fn of(
        lines: &'l [SourceLine<'a>],
        (heads, at): (&[Head], usize),
        shown: Option<&[Span]>,
        columns: &[Column],
    ) -> Self {
        let next = heads.get(at + 1).map_or(lines.len(), |next| next.from);
        let lines = &lines[heads[at].to.min(next)..next];
        let mut found: Vec<Line<'a>> = lines.iter().map(pieces).collect();
        let values = columns.iter().filter(|column| matches!(column, Column::Value(_)));
        if values.count() > 1 {
            for line in &mut found {
                *line = parted_figures(line);
            }
        }
        let mut furniture = Vec::new();
        let printed = |found: &[Line<'a>], last: bool| {
            let mut places = (0..found.len()).filter(|&at| !found[at].is_empty());
            if last { places.next_back() } else { places.next() }
        };
        for last in [false, true] {
            if let Some(at) = printed(&found, last)
                && is_page_number(&found[at])
            {
                found[at].clear();
                furniture.push(Lines::one(lines[at].number));
            }
        }
        let named = heads[at].spans.as_slice();
        let here = columns::shown(found.iter().map(|line| (line.clone(), named)), columns)
            .or_else(|| Some(columns::moved(shown?, &heads[0].spans, named)))
            .filter(|_| !is_shown(&found, columns.len()));
        let places = place(&mut found, here.as_deref().unwrap_or(named), columns);
        let labels = labels(&found, columns, &places);
        Self {
            lines,
            pieces: found,
            places,
            labels,
            furniture,
        }
    }

    /// Does something with the lines of each row that begins on these lines,
    /// and with what is before the first.
    fn rows(&mut self, starts: &[usize], mut use_row: impl FnMut(&mut [Line<'a>], &[Place])) {
        let mut rest = self.pieces.as_mut_slice();
        let mut at = 0;
        for &start in starts.iter().chain([&self.lines.len()]) {
            let (row, behind) = rest.split_at_mut(start - at);
            use_row(row, &self.places);
            (rest, at) = (behind, start);
        }
    }

    /// Places the pieces by the rows that begin on these lines.
    pub(super) fn place_rows(&mut self, starts: &[usize], columns: &[Column]) {
        self.rows(starts, |row, places| {
            if heads_section(row) {
                let titles = row.iter_mut().flatten().filter(|piece| piece.column > 0);
                titles.for_each(|piece| piece.column = 1);
            } else {
                place_row(row, places, columns);
            }
        });
    }

    /// Cuts what runs into the next column.
    pub(super) fn cut_glued(&mut self, starts: &[usize], widest: &[usize], columns: &[Column], bodies: &BodyTable) {
        self.rows(starts, |row, places| {
            let is_section = heads_section(row);
            let columns = if is_section { &columns[..2] } else { columns };
            let known = glued::Known {
                columns,
                widest,
                bodies,
            };
            glued::cut(row, places, &known);
            if !is_section {
                place_row(row, places, columns);
            }
        });
    }

    /// Counts the texts that end with their cell, and lines of cells of the rows
    /// that begin on these lines.
    pub(super) fn measure(&self, starts: &[usize], widths: &mut Widths) {
        let mut above: Vec<Option<&str>> = vec![None; self.places.len()];
        for (at, line) in self.pieces.iter().enumerate() {
            if starts.binary_search(&at).is_ok() {
                above.fill(None);
            }
            for (at, piece) in line.iter().enumerate().filter(|(_, piece)| piece.column > 0) {
                // Nothing else of its line can be glued to it.
                let is_whole = line.get(at + 1).is_none_or(|next| next.column == piece.column + 1);
                let text = is_whole.then_some(piece.text);
                if let Some(text) = std::mem::replace(&mut above[piece.column], text) {
                    widths.add_wrap(piece.column, text, first_word(piece.text));
                }
            }
        }
        let room = |column: usize| self.places[column + 1].from.saturating_sub(self.places[column].from);
        for pair in self.pieces.iter().flat_map(|line| line.windows(2)) {
            if pair[0].column + 1 == pair[1].column {
                widths.add(pair[0].column, pair[0].text);
            }
        }
        for column in 0..self.places.len().saturating_sub(1) {
            widths.add_page(column, room(column));
        }
    }

    /// Adds the rows that begin on these lines.
    pub(super) fn read(mut self, starts: &[usize], table: &mut RawTable) {
        table.furniture.append(&mut self.furniture);
        let first = starts.first().copied().unwrap_or(self.lines.len());
        let mut rest = self.cells(0..first, table);
        if let Some(above) = table.rows.last_mut() {
            go_on(above, &mut rest, &mut table.notes);
        }
        for (at, &start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(self.lines.len());
            let row = self.cells(start..end, table);
            if row.cells.iter().any(|cell| !cell.is_empty()) {
                table.rows.push(row);
            }
        }
    }

    /// The row on these lines.
    fn cells(&self, lines: Range<usize>, table: &RawTable) -> RawRow {
        let row = &self.pieces[lines.clone()];
        let numbers = &self.lines[lines];
        let printed = || row.iter().zip(numbers).filter(|(line, _)| !line.is_empty());
        let first = printed().next().map_or(1, |(_, line)| line.number);
        let whole = Lines {
            first,
            last: printed().next_back().map_or(first, |(_, line)| line.number),
        };
        let mut cells: Vec<(String, Option<Lines>)> = vec![Default::default(); table.columns.len()];
        for (line, number) in printed() {
            for piece in line {
                let (text, lines) = &mut cells[piece.column];
                if text.len() > LONGEST_CELL {
                    continue;
                }
                go_on_with(text, piece.text);
                let here = Lines::one(number.number);
                *lines = Some(lines.map_or(here, |lines| lines.join(here)));
            }
        }
        let cells = cells
            .iter()
            .map(|(text, lines)| Cell::new(text, lines.unwrap_or(whole)));
        RawRow {
            cells: cells.collect(),
            lines: whole,
        }
    }
}

/// Adds a line to the text of a cell.
fn go_on_with(text: &mut String, line: &str) {
    if !text.is_empty() && !goes_on_in_word(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Whether a line breaks inside a word or a number, behind a hyphen.
fn goes_on_in_word(before: &str, behind: &str) -> bool {
    let inside = before
        .strip_suffix('-')
        .is_some_and(|word| word.ends_with(char::is_alphanumeric));
    inside && behind.starts_with(char::is_alphanumeric)
}

/// Whether a row is the heading of a section: its label is one, and beside it
/// stands nothing but a title.
fn heads_section(row: &[Line<'_>]) -> bool {
    let label = row.iter().flatten().find(|piece| is_label(piece));
    let opens = |label: &str| matches!(Label::parse(label), Label::Roman(_) | Label::Letter(_));
    let mut titles = row.iter().flatten().filter(|piece| piece.column > 0);
    let column = titles.next().map(|piece| piece.column);
    label.is_some_and(|label| opens(first_word(label.text))) && titles.all(|piece| Some(piece.column) == column)
}

/// Whether a line is the number of a page.
fn is_page_number(line: &Line<'_>) -> bool {
    let [only] = line.as_slice() else { return false };
    let bare = only.text.trim_matches(['-', '–', ' ']);
    (1..=LONGEST_PAGE_NUMBER).contains(&bare.len())
        && bare.bytes().all(|b| b.is_ascii_digit())
        && only.from > FURTHEST_LABEL
}

/// Labels stand left of this letter.
const FURTHEST_LABEL: usize = 16;

/// Adds to a row what the next page holds of it.
fn go_on(above: &mut RawRow, rest: &mut RawRow, notes: &mut Vec<Note>) {
    let Some(first) = rest.cells.iter().find(|cell| !cell.is_empty()) else {
        return;
    };
    notes.push(Note {
        kind: NoteKind::RowJoined,
        row: None,
        text: first.text.clone(),
        lines: rest.lines,
    });
    for (upper, lower) in above.cells.iter_mut().zip(&rest.cells) {
        if lower.is_empty() || upper.text.len() > LONGEST_CELL {
            continue;
        }
        let lines = if upper.is_empty() {
            lower.lines
        } else {
            upper.lines.join(lower.lines)
        };
        go_on_with(&mut upper.text, &lower.text);
        upper.lines = lines;
    }
    above.lines = above.lines.join(rest.lines);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_few_full_lines_has_the_columns_of_the_table() {
        let text = "TT      Nhiệm vụ     Chủ trì\n     Hồ  Sở Y tế";
        let lines: Vec<SourceLine<'_>> = text.lines().map(|text| SourceLine { number: 1, text }).collect();
        let heads = [Head {
            from: 0,
            to: 1,
            spans: vec![(0, 2), (8, 16), (21, 28)],
        }];
        let columns = [Column::Number, Column::Text, Column::Lead];
        let found = |shown: Option<&[(usize, usize)]>| {
            let page = Page::of(&lines, (&heads, 0), shown, &columns);
            page.pieces[0].iter().map(|piece| piece.column).collect::<Vec<_>>()
        };
        assert_eq!(found(None), [1, 1]);
        assert_eq!(found(Some(&[(0, 1), (5, 8), (9, 16)])), [1, 2]);
    }

    #[test]
    fn lines_that_may_be_glued_to_the_next_cell_show_no_width() {
        let widest = |first: &str| {
            let row = format!("1    {first}    Năm\n     cầu mới       2027\n");
            let text = format!("TT   Nhiệm vụ   Chủ trì    Thời hạn\n{}", row.repeat(9));
            let lines: Vec<SourceLine<'_>> = text.lines().map(|text| SourceLine { number: 1, text }).collect();
            let heads = [Head {
                from: 0,
                to: 1,
                spans: vec![(0, 2), (5, 13), (16, 23), (27, 35)],
            }];
            let columns = [Column::Number, Column::Text, Column::Lead, Column::Deadline];
            let page = Page::of(&lines, (&heads, 0), None, &columns);
            let mut widths = Widths::new(4);
            page.measure(&[0, 2, 4, 6, 8, 10, 12, 14, 16], &mut widths);
            widths.widest()[1]
        };
        assert_eq!(widest("Xây dựng   Sở Y tế"), super::super::width::width("Xây dựng"));
        assert_ne!(
            widest("Xây dựng Sở Y tế  "),
            super::super::width::width("Xây dựng Sở Y tế")
        );
    }

    #[test]
    fn a_figure_alone_is_the_number_of_a_page_where_no_label_stands() {
        let found = |text| is_page_number(&pieces(&SourceLine { number: 1, text }));
        assert!(found("                              12"));
        assert!(found("                            - 12 -"));
        for text in [
            "12",
            "                              1234",
            "                              12a",
            "                     12       13",
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
