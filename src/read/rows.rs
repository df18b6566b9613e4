//! Rows of a delimited table, put together from lines: a line break inside a
//! cell does not end the row.

use std::borrow::Cow;

use super::annex::{has_tab, is_delimited, is_grid_rule};
use super::heading::column_kind;
use super::label::Label;
use super::limits::LONGEST_CELL;
use super::markup::plain;
use super::table::{Column, SourceLine};
use crate::model::Lines;
use crate::text::{self, split};

/// A row, or a line that belongs to none.
#[derive(Debug)]
pub(crate) enum Logical<'a> {
    /// The cells of a row.
    Row(Vec<Part<'a>>),
    /// A line without delimiters that continues nothing.
    Stray(SourceLine<'a>),
}

/// One cell before its marks are taken out.
#[derive(Debug, Clone)]
pub(crate) struct Part<'a> {
    /// Its text.
    pub(crate) text: Cow<'a, str>,
    /// Where it stands.
    pub(crate) lines: Lines,
}

/// Numbers skip no more than this.
const FURTHEST_NUMBER: u32 = 10;
/// Annexes have groups up to about this letter.
const LAST_GROUP: &str = "K";
/// A heading row wrapped over more lines than this is none.
const TALLEST_HEADINGS: usize = 8;

/// Tables have about so many columns.
const TYPICAL_WIDTH: usize = 8;

/// Puts the rows together. The width of a tab table is that of its headings,
/// which end where a row with a label begins; a row is complete at that width.
pub(crate) fn logical_rows<'a>(lines: &[SourceLine<'a>]) -> Vec<Logical<'a>> {
    let mut builder = Builder::default();
    for line in lines {
        let text = line.text.trim_end_matches([' ', '\r']);
        if text.trim().is_empty() {
            builder.after_blank = true;
            continue;
        }
        if is_grid_rule(text) {
            (builder.grid, builder.in_pipes, builder.open_pipe) = (Grid::Ruled, true, false);
            continue;
        }
        let is_pipe = text.trim_start().starts_with('|');
        if !is_pipe && builder.grid == Grid::Ruled {
            builder.grid = Grid::None;
        }
        if is_pipe {
            builder.pipe_line(text, line.number);
        } else if builder.open_pipe && builder.cell_length() < LONGEST_CELL {
            let (parts, closed) = pipe_parts(text, line.number);
            builder.extend(parts);
            builder.open_pipe = !closed;
        } else if has_tab(text) {
            builder.tab_line(text, line.number);
        } else if is_delimited(text) {
            builder.push(text.split('|').map(|cell| part(cell, line.number)).collect());
        } else if builder.is_bare_label(text) {
            // An editor cut the tabs at the end of the line.
            builder.push(vec![part(text, line.number)]);
        } else if builder.continues_cell(text) {
            builder.extend(vec![part(text, line.number)]);
        } else {
            builder.add(Logical::Stray(SourceLine {
                number: line.number,
                text: line.text,
            }));
        }
        builder.after_blank = false;
    }
    builder.rows
}

#[derive(Default)]
struct Builder<'a> {
    rows: Vec<Logical<'a>>,
    /// The cells of a complete tab row, once the headings are complete.
    width: Option<usize>,
    /// Lines of the headings so far.
    heading_lines: usize,
    /// The last row is one of pipes, which ends with its line.
    in_pipes: bool,
    /// A pipe row did not end with a pipe.
    open_pipe: bool,
    /// Where the last pipe line stands in a grid.
    grid: Grid,
    /// A blank line stands between the last line and this one.
    after_blank: bool,
    /// The last labels before the last row, which may not be complete.
    labels_before: Labels,
    /// The last labels, that of the last row as it is now among them.
    labels: Labels,
}

/// Pipe lines in a grid are lines of one row from rule to rule.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Grid {
    /// There is none.
    #[default]
    None,
    /// Its last line is a rule.
    Ruled,
    /// Its last line is one of a row.
    InRow,
}

/// The last label of each kind.
#[derive(Clone, Copy, Default)]
struct Labels {
    number: Option<u32>,
    roman: Option<u32>,
    letter: Option<u32>,
}

impl Labels {
    fn read(&mut self, label: Label<'_>) {
        match label {
            Label::Number(_) => self.number = label.integer().or(self.number),
            Label::Roman(roman) => self.roman = text::roman(roman).or(self.roman),
            Label::Letter(letter) => self.letter = rank(letter),
            _ => {}
        }
    }
}

/// The place of a letter in the alphabet, from 1.
fn rank(letter: &str) -> Option<u32> {
    letter.chars().next().map(|c| 1 + u32::from(c) - u32::from('A'))
}

impl<'a> Builder<'a> {
    fn push(&mut self, parts: Vec<Part<'a>>) {
        self.add(Logical::Row(parts));
    }

    fn add(&mut self, row: Logical<'a>) {
        self.labels_before = self.labels;
        self.rows.push(row);
        self.read_label();
    }

    /// Reads the label of the last row.
    fn read_label(&mut self) {
        self.labels = self.labels_before;
        if let Some(Logical::Row(parts)) = self.rows.last()
            && let Some(first) = parts.first()
        {
            self.labels.read(Label::parse(&plain(&first.text)));
        }
    }

    /// The cells of the last row, when the last line was one.
    fn last(&mut self) -> Option<&mut Vec<Part<'a>>> {
        match self.rows.last_mut() {
            Some(Logical::Row(parts)) => Some(parts),
            _ => None,
        }
    }

    /// How long the last cell of the last row is, in bytes.
    fn cell_length(&mut self) -> usize {
        let last = self.last().and_then(|cells| cells.last());
        last.map_or(0, |cell| cell.text.len())
    }

    /// Joins the first cell to the last row's last cell and appends the others.
    fn extend(&mut self, mut parts: Vec<Part<'a>>) {
        let Some(last) = self.last() else {
            return self.push(parts);
        };
        if let (Some(cell), false) = (last.last_mut(), parts.is_empty()) {
            let first = parts.remove(0);
            cell.text = Cow::Owned(format!("{} {}", cell.text.trim_end(), first.text.trim_start()));
            cell.lines = cell.lines.join(first.lines);
        }
        let may_be_label = last.len() == 1;
        last.append(&mut parts);
        if may_be_label {
            self.read_label();
        }
    }

    fn pipe_line(&mut self, text: &'a str, number: u32) {
        self.in_pipes = true;
        let inner = text.trim();
        let is_rule = || inner.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '=')) && inner.contains('-');
        if self.grid == Grid::None && is_rule() {
            return;
        }
        let (parts, closed) = pipe_parts(&inner[1..], number);
        if self.grid == Grid::InRow && self.goes_on_in_grid(&parts) {
            return self.add_line(parts);
        }
        if self.grid == Grid::Ruled {
            self.grid = Grid::InRow;
        }
        self.push(parts);
        self.open_pipe = !closed;
    }

    /// Whether a line goes on in the last row of a grid: where both have a
    /// label, rules part no rows.
    fn goes_on_in_grid(&mut self, line: &[Part<'_>]) -> bool {
        let is_label = |cells: &[Part<'_>]| {
            let first = cells.first().map(|cell| plain(&cell.text));
            first.is_some_and(|first| !matches!(Label::parse(&first), Label::Other | Label::Blank))
        };
        let is_short = |cells: &[Part<'_>]| cells.iter().all(|cell| cell.text.len() < LONGEST_CELL);
        self.last()
            .is_some_and(|row| is_short(row) && !(is_label(row) && is_label(line)))
    }

    /// Adds a line to the last row, each cell to the one above it.
    fn add_line(&mut self, line: Vec<Part<'a>>) {
        let Some(row) = self.last() else {
            return self.push(line);
        };
        for (at, part) in line.into_iter().enumerate() {
            match row.get_mut(at) {
                None => row.push(part),
                Some(cell) if cell.text.trim().is_empty() => *cell = part,
                Some(cell) if !part.text.trim().is_empty() => {
                    let text = cell.text.to_mut();
                    text.truncate(text.trim_end().len());
                    text.push(' ');
                    text.push_str(part.text.trim());
                    cell.lines = cell.lines.join(part.lines);
                }
                Some(_) => {}
            }
        }
    }

    fn tab_line(&mut self, text: &'a str, number: u32) {
        self.in_pipes = false;
        let mut parts: Vec<Part<'a>> = Vec::with_capacity(self.width.unwrap_or(TYPICAL_WIDTH));
        parts.extend(split(text, b'\t').map(|cell| part(cell, number)));
        let first = plain(split(text, b'\t').next().unwrap_or_default());
        let label = Label::parse(&first);
        if label == Label::Other && column_kind(&first) == Some(Column::Number) {
            // Headings, of the first page or a later one.
            self.width = self.width.filter(|&width| width == parts.len());
            self.heading_lines = 0;
            return self.push(parts);
        }
        let last_integer = self.labels.number;
        let Some(last) = self.last() else {
            return self.push(parts);
        };
        let have = last.len();
        let headed = last.first().is_some_and(|cell| is_heading_label(&plain(&cell.text)));
        let begins_row = match label {
            Label::Number(_) => label.is_first() || label.integer().is_none_or(|number| follows(number, last_integer)),
            Label::Other => false,
            Label::Blank | Label::Roman(_) | Label::Letter(_) | Label::Sub(_) => true,
        };
        let Some(width) = self.width else {
            if !begins_row && self.heading_lines < TALLEST_HEADINGS {
                self.heading_lines += 1;
                return self.extend(parts);
            }
            self.width = Some(have);
            return self.push(parts);
        };
        // Joined, the cells on both sides of the line break count once.
        let joined = have + parts.len() - 1;
        // A wrapped row that its rest fills exactly goes on, whatever the rest begins with.
        let next = last_integer.is_some_and(|last| label.integer() == Some(last + 1));
        let begins_row = begins_row && (joined != width || headed || next || !matches!(label, Label::Number(_)));
        if have < width && joined <= width && !begins_row {
            self.extend(parts);
        } else {
            self.push(parts);
        }
    }

    /// Whether a line of a tab table is nothing but the label of the next
    /// heading; `I` after `Bảo hiểm xã hội khu vực` is not.
    fn is_bare_label(&self, text: &str) -> bool {
        let text = plain(text);
        let (wanted, last) = match Label::parse(&text) {
            Label::Roman(roman) => (text::roman(roman), self.labels.roman),
            Label::Letter(letter) => (rank(letter), self.labels.letter),
            _ => return false,
        };
        let Some(wanted) = wanted.filter(|_| self.width.is_some() && is_heading_label(&text)) else {
            return false;
        };
        let is_letter = matches!(Label::parse(&text), Label::Letter(_));
        // A letter may be skipped (E, G).
        let furthest = last.unwrap_or(0) + if is_letter { 2 } else { 1 };
        (last.unwrap_or(0) + 1..=furthest).contains(&wanted) || wanted == 1 && is_letter
    }

    /// Whether a line without delimiters goes on in the last cell: it stands
    /// straight under a tab row and is no heading.
    fn continues_cell(&mut self, text: &str) -> bool {
        if self.in_pipes || self.after_blank || super::label::leading_label(text).is_some() {
            return false;
        }
        self.last().is_some_and(|cells| {
            let last = cells.last().map_or("", |cell| cell.text.as_ref());
            cells.len() > 1 && !last.trim().is_empty() && last.len() < LONGEST_CELL
        })
    }
}

/// The cells of a pipe row after its first pipe, and whether a pipe closes it.
fn pipe_parts(text: &str, number: u32) -> (Vec<Part<'_>>, bool) {
    let open = text.trim_end();
    let closed = open.ends_with('|') && !open.ends_with("\\|");
    let inner = if closed { &open[..open.len() - 1] } else { open };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in inner.match_indices('|') {
        if !inner[..at].ends_with('\\') {
            parts.push(part(&inner[start..at], number));
            start = at + 1;
        }
    }
    parts.push(part(&inner[start..], number));
    (parts, closed)
}

/// Whether a cell is the label of a section or group. Late letters are rather
/// a word of a wrapped cell: `Sở`, `Y`, `tế`.
fn is_heading_label(cell: &str) -> bool {
    match Label::parse(cell) {
        Label::Roman(_) => true,
        Label::Letter(letter) => letter <= LAST_GROUP,
        _ => false,
    }
}

/// Whether a number can be the next one: the same again, or one of the next.
/// A wrapped `2030` is not.
fn follows(number: u32, last: Option<u32>) -> bool {
    let last = last.unwrap_or(0);
    (last..=last + FURTHEST_NUMBER).contains(&number)
}

fn part(text: &str, number: u32) -> Part<'_> {
    Part {
        text: Cow::Borrowed(text),
        lines: Lines::one(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let lines: Vec<_> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let row = |logical: Logical<'_>| match logical {
            Logical::Row(parts) => parts.iter().map(|part| part.text.trim()).collect::<Vec<_>>().join("|"),
            Logical::Stray(line) => format!("stray {}", line.text),
        };
        logical_rows(&lines).into_iter().map(row).collect()
    }

    #[test]
    fn tabs_cut_from_the_end_of_a_line_do_not_join_rows() {
        let text = "TT\tNhiệm vụ\tChủ trì\tThời hạn\nI\tKinh tế\n1\tXây cầu:\n-\tCầu A\tSở\t2026\nII\n1\tB\tSở\t2027\n";
        assert_eq!(
            rows(text)[1..],
            ["I|Kinh tế", "1|Xây cầu:", "-|Cầu A|Sở|2026", "II", "1|B|Sở|2027"]
        );
    }

    #[test]
    fn words_that_look_like_labels_stay_in_their_cell() {
        let text = "TT\tNhiệm vụ\tChủ trì\tThời hạn\nI\tX\t\t\n1\tđến năm\n2030\tSở\nY\ntế\tQuý\nIV\n";
        assert_eq!(rows(text)[2], "1|đến năm 2030|Sở Y tế|Quý IV");
    }

    #[test]
    fn lines_between_the_rules_of_a_grid_are_one_row() {
        let rule = "+---+---+---+\n";
        let text = "+---+---+---+\n|TT | Việc | Cơ quan |\n|   |  | chủ trì |\n+===+===+===+\n| 1 | Xây | Sở |\n|   | cầu |   |\n\
            |   | A | Y tế |\n+---+---+---+\n|   | 2030 | -  |\n|   | - B  |  |\n+---+---+---+\n";
        assert_eq!(
            rows(text),
            ["TT|Việc|Cơ quan chủ trì", "1|Xây cầu A|Sở Y tế", "|2030 - B|-"]
        );
        // Rules around a table part no rows of it, and none stand in another table.
        let text = format!("{rule}| 1 | A | B |\n| 2 | C | D\n{rule}\nlạc\n|  | E | F |\n|  | G | H |\n");
        assert_eq!(rows(&text), ["1|A|B", "2|C|D", "stray lạc", "|E|F", "|G|H"]);
        // A grid without its end is not one cell.
        let text = format!("{rule}{}", "|  | A |\n".repeat(LONGEST_CELL));
        assert_eq!(rows(&text).len(), 2);
    }

    #[test]
    fn an_open_pipe_row_goes_on_and_a_closed_one_does_not() {
        assert_eq!(
            rows("| 1 | Xây\ncầu | Sở |\n| 2 | A \\| B | C |\nlạc\n"),
            ["1|Xây cầu|Sở", "2|A \\| B|C", "stray lạc"]
        );
    }
}
