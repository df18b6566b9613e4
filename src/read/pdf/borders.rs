//! The lost borders of a task row: of all ways to read its words as one cell
//! after another, in the order of the columns, the best.
//!
//! What makes a way good is general: bodies and deadlines look like what they
//! are, products open with their nouns, a cell does not end on a preposition,
//! and cells tend to change where a line opens. Each of these has a weight
//! below; the best sum is found column by column (dynamic programming), so the
//! work grows with columns × words.

use crate::model::{BodyTable, Deadline, Note, NoteKind, ScanKind, Scanner};
use crate::text::fold;

use super::super::table::{Column, RawRow};
use super::heading_row;
use super::phrases::{PRODUCT_NOUNS, RESOURCES_NOUNS, is_link, opens_with, speaks_of_time};
use super::rows::{Block, Kind};
use super::tokens::{Place, Spacing, Tokens};
use crate::model::{Cell, Lines};

/// A new cell right under the line before: how PDF text shows the next cell.
const ADJACENT_LINE: i32 = 6;
/// A new cell at the start of a line.
const OPENED_LINE: i32 = 3;
/// A new cell in the middle of a line: happens, but needs another reason.
const MIDDLE_OF_LINE: i32 = -3;
/// A cell that would end on a preposition or a conjunction.
const ENDS_ON_LINK: i32 = -16;
/// A cell that would end on a comma.
const ENDS_ON_COMMA: i32 = -8;
/// A line right under another inside one cell.
const ADJACENT_INSIDE: i32 = -5;
/// A body of the table.
const NAMED: i32 = 8;
/// A generic name among coordinating bodies, where it belongs.
const GENERIC: i32 = 6;
/// A generic name as lead.
const GENERIC_LEAD: i32 = -2;
/// A body that only its head noun shows, less one a word.
const UNKNOWN: i32 = 1;
/// Two coordinating bodies without a comma or semicolon between them.
const NO_SEPARATOR: i32 = -7;
/// Two lead bodies without one: a lead is mostly one body, the next one coordinates.
const NO_SEPARATOR_LEAD: i32 = -14;
/// A generic name inside a text or a product.
const GENERIC_ASTRAY: i32 = -5;
/// A line of a text that opens with a body of the table.
const BODY_OPENS_LINE_OF_TEXT: i32 = -2;
/// A text that ends on a body no preposition governs: the body is the next cell.
const TEXT_ENDS_ON_BODY: i32 = -10;
/// A product that opens with a noun of products.
const PRODUCT_NOUN: i32 = 10;
/// A product that opens with a capital letter at the start of a line.
const PRODUCT_LINE: i32 = 2;
/// A product that opens otherwise.
const PRODUCT_OTHER: i32 = -10;
/// A deadline that is one as a whole.
const DEADLINE: i32 = 20;
/// A deadline that is not understood.
const DEADLINE_OTHER: i32 = -10;
/// A last cell of words that do not speak of time: worse than no deadline, even
/// where a line opens.
const DEADLINE_NEVER: i32 = -25;
/// Resources that open with a noun of resources.
const RESOURCES_NOUN: i32 = 8;
/// Other words in a column of free text.
const FREE_OTHER: i32 = -6;
/// An unknown body has so many words at the most.
const LONGEST_UNKNOWN: usize = 12;
/// A deadline in the middle of a row has so many words at the most.
const LONGEST_DEADLINE: usize = 16;

/// The weights of a cell of bodies.
struct BodyCell {
    empty: i32,
    generic: i32,
    no_separator: i32,
}

const LEAD_CELL: BodyCell = BodyCell {
    empty: -15,
    generic: GENERIC_LEAD,
    no_separator: NO_SEPARATOR_LEAD,
};
const COORDINATING_CELL: BodyCell = BodyCell {
    empty: -10,
    generic: GENERIC,
    no_separator: NO_SEPARATOR,
};

/// Whether a row could end here: its last words are a deadline.
pub(super) fn ends_in_deadline(text: &str) -> bool {
    Deadline::longest_suffix(text).is_some()
}

/// Cuts a row into its cells.
pub(super) fn cut(
    block: &Block<'_>,
    spacing: Spacing,
    columns: &[Column],
    bodies: &BodyTable,
    notes: &mut Vec<Note>,
) -> RawRow {
    if block.kind == Kind::Heading {
        return heading_row(block, columns);
    }
    let tokens = Tokens::new(&block.content, spacing);
    let free: Vec<Column> = columns
        .iter()
        .copied()
        .filter(|&column| column != Column::Number)
        .collect();
    let row = Row::new(&tokens, bodies);
    let borders = row.best_borders(&free);
    let lines = block.lines();
    let mut ends = borders.iter().copied();
    let mut start = 0;
    let mut cells = Vec::with_capacity(columns.len());
    let mut uncertain = false;
    for &column in columns {
        if column == Column::Number {
            cells.push(Cell {
                text: block.label.to_owned(),
                lines: Lines::one(block.line),
            });
            continue;
        }
        let end = ends.next().unwrap_or(tokens.len());
        uncertain |= match column {
            Column::Text | Column::Lead => start == end,
            Column::Deadline => start < end && Deadline::parse(tokens.span(start, end)).is_none(),
            _ => false,
        };
        cells.push(tokens.cell(start, end, lines));
        start = end;
    }
    if uncertain {
        notes.push(Note {
            kind: NoteKind::BordersUncertain,
            row: None,
            text: tokens.text.clone(),
            lines,
        });
    }
    RawRow { cells, lines }
}

/// Where a column stands in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Other columns follow.
    Inner,
    /// It is the last one: its cell goes on to the end of the row.
    Last,
}

/// A body of the table that starts at a word.
#[derive(Clone, Copy)]
struct Hit {
    end: usize,
    generic: bool,
}

/// What is known about each word of a row before it is cut.
struct Row<'t, 'a> {
    tokens: &'t Tokens<'a>,
    hits: Vec<Option<Hit>>,
    opens_body: Vec<bool>,
    opens_product: Vec<bool>,
    /// How well a new cell starts at each word.
    borders: Vec<i32>,
    /// Whether a cell may end before each word: something else can start there.
    may_end: Vec<bool>,
    deadline: Option<usize>,
}

impl<'t, 'a> Row<'t, 'a> {
    fn new(tokens: &'t Tokens<'a>, bodies: &BodyTable) -> Self {
        let mut hits = Vec::with_capacity(tokens.len());
        let mut body_opens = Vec::with_capacity(tokens.len());
        let mut opens_product = Vec::with_capacity(tokens.len());
        let mut scanner = Scanner::new(bodies, &tokens.text);
        for (index, word) in tokens.words.iter().enumerate() {
            let rest = tokens.from(index);
            let hit = scanner.scan(word.start).and_then(|scan| {
                let end_offset = word.start + scan.len;
                let end = tokens.index_at(end_offset);
                let last = tokens.words[..end].last()?;
                let behind = tokens.text.get(end_offset..last.start + last.text.len())?;
                behind
                    .chars()
                    .all(|c| matches!(c, ',' | ';' | '.' | ':'))
                    .then_some(Hit {
                        end,
                        generic: scan.kind == ScanKind::Generic,
                    })
            });
            let capital = word.text.starts_with(char::is_uppercase);
            hits.push(hit);
            body_opens.push(hit.is_some() || (capital && scanner.opens_body(word.start)));
            opens_product.push(capital && opens_with(rest, PRODUCT_NOUNS));
        }
        let deadline = Deadline::longest_suffix(&tokens.text).map(|offset| tokens.index_at(offset));
        let mut row = Self {
            tokens,
            hits,
            opens_body: body_opens,
            opens_product,
            borders: Vec::new(),
            may_end: Vec::new(),
            deadline,
        };
        row.borders = (0..tokens.len()).map(|start| row.border(start)).collect();
        row.may_end = (0..=tokens.len()).map(|end| row.may_end(end)).collect();
        row
    }

    /// The end of each column's cell.
    fn best_borders(&self, columns: &[Column]) -> Vec<usize> {
        let words = self.tokens.len();
        let mut best: Vec<Vec<Option<(i32, usize)>>> = vec![vec![None; words + 1]; columns.len() + 1];
        best[0][0] = Some((0, 0));
        let mut options = Vec::new();
        for (index, &column) in columns.iter().enumerate() {
            let position = if index + 1 == columns.len() {
                Position::Last
            } else {
                Position::Inner
            };
            for start in 0..=words {
                let Some((score, _)) = best[index][start] else { continue };
                options.clear();
                self.cells(column, start, position, &mut options);
                for &(end, cell) in &options {
                    if position == Position::Last && end != words {
                        continue;
                    }
                    let total = score + cell + if end > start { self.borders[start] } else { 0 };
                    let slot = &mut best[index + 1][end];
                    if slot.is_none_or(|(known, _)| total > known) {
                        *slot = Some((total, start));
                    }
                }
            }
        }
        let mut ends = vec![words; columns.len()];
        let mut end = words;
        for index in (0..columns.len()).rev() {
            ends[index] = end;
            end = best[index + 1][end].map_or(0, |(_, start)| start);
        }
        ends
    }

    /// How well a new cell starts at a word.
    fn border(&self, start: usize) -> i32 {
        if start == 0 {
            return 0;
        }
        let place = match self.tokens.words[start].place {
            Place::OpensAdjacentLine => ADJACENT_LINE,
            Place::OpensLine => OPENED_LINE,
            Place::Inside => MIDDLE_OF_LINE,
        };
        let before = self.tokens.words[start - 1].text;
        let end = if before.ends_with(',') {
            ENDS_ON_COMMA
        } else if is_link(before) {
            ENDS_ON_LINK
        } else {
            0
        };
        place + end
    }

    /// The ways a column's cell can go on from a word: where it ends, how good it is.
    fn cells(&self, column: Column, start: usize, position: Position, options: &mut Vec<(usize, i32)>) {
        let words = self.tokens.len();
        match column {
            Column::Text => {
                options.push((start, -30));
                let mut score = 0;
                for end in start + 1..=words {
                    let inside = end - 1;
                    if inside > start {
                        score += self.astray(inside);
                        if self.tokens.words[inside].place != Place::Inside && self.hits[inside].is_some() {
                            score += BODY_OPENS_LINE_OF_TEXT;
                        }
                    }
                    if self.may_end[end] {
                        let body = if self.ends_on_free_body(start, end) {
                            TEXT_ENDS_ON_BODY
                        } else {
                            0
                        };
                        options.push((end, score + body));
                    }
                }
            }
            Column::Lead => self.bodies(start, &LEAD_CELL, options),
            Column::Coordinating | Column::Body => self.bodies(start, &COORDINATING_CELL, options),
            Column::Product => {
                options.push((start, -10));
                let Some(first) = self.tokens.words.get(start) else {
                    return;
                };
                let mut score = if self.opens_product[start] {
                    PRODUCT_NOUN
                } else if first.place != Place::Inside
                    && first.text.starts_with(char::is_uppercase)
                    && !self.opens_body[start]
                {
                    PRODUCT_LINE
                } else {
                    PRODUCT_OTHER
                };
                for end in start + 1..=words {
                    if end - 1 > start {
                        score += self.astray(end - 1);
                    }
                    if self.may_end[end] {
                        options.push((end, score));
                    }
                }
            }
            Column::Deadline => self.deadlines(start, position, options),
            Column::Number
            | Column::Resources
            | Column::Remark
            | Column::Unit
            | Column::Value(_)
            | Column::Other(_) => {
                options.push((start, 0));
                if start < words {
                    let noun = column == Column::Resources && opens_with(self.tokens.from(start), RESOURCES_NOUNS);
                    let mut score = if noun { RESOURCES_NOUN } else { FREE_OTHER };
                    for end in start + 1..=words {
                        if end - 1 > start {
                            score += self.astray(end - 1);
                        }
                        if self.may_end[end] {
                            options.push((end, score));
                        }
                    }
                }
            }
        }
    }

    /// Whether a cell may end before a word: something else can start there.
    fn may_end(&self, end: usize) -> bool {
        end == self.tokens.len()
            || self.tokens.words[end].place != Place::Inside
            || self.opens_body[end]
            || self.opens_product[end]
            || self.deadline == Some(end)
            || self.tokens.words[end]
                .text
                .starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
    }

    /// Whether the words up to `end` close with a body that no preposition governs.
    fn ends_on_free_body(&self, start: usize, end: usize) -> bool {
        (start + 1..end)
            .rev()
            .take(LONGEST_UNKNOWN)
            .any(|at| self.hits[at].is_some_and(|hit| hit.end == end) && !is_link(self.tokens.words[at - 1].text))
    }

    /// What speaks against a word inside a cell of text.
    fn astray(&self, index: usize) -> i32 {
        let adjacent = if self.tokens.words[index].place == Place::OpensAdjacentLine {
            ADJACENT_INSIDE
        } else {
            0
        };
        let generic = if self.hits[index].is_some_and(|hit| hit.generic) {
            GENERIC_ASTRAY
        } else {
            0
        };
        adjacent + generic
    }

    /// Lists of bodies from a word on.
    fn bodies(&self, start: usize, cell: &BodyCell, options: &mut Vec<(usize, i32)>) {
        options.push((start, cell.empty));
        let words = self.tokens.len();
        let mut best: Vec<Option<i32>> = vec![None; words + 1];
        if start < words {
            best[start] = Some(0);
        }
        for at in start..words {
            let Some(score) = best[at] else { continue };
            if at > start {
                let dangling = if self.tokens.words[at - 1].text.ends_with(',') {
                    ENDS_ON_COMMA
                } else {
                    0
                };
                options.push((at, score + dangling));
            }
            let item = if at > start && fold(self.tokens.words[at].text) == "và" {
                at + 1
            } else {
                at
            };
            let separated = item > at || at == start || self.tokens.words[at - 1].text.ends_with([',', ';']);
            let mut score = score;
            if !separated {
                score += cell.no_separator;
                if self.tokens.words[at].place == Place::OpensAdjacentLine {
                    score += ADJACENT_INSIDE;
                }
            }
            let mut keep = |end: usize, score: i32| {
                if best[end].is_none_or(|known| score > known) {
                    best[end] = Some(score);
                }
            };
            match self.hits.get(item).copied().flatten() {
                Some(hit) => {
                    let inside = self.adjacent_lines(item + 1, hit.end);
                    keep(hit.end, score + inside + if hit.generic { cell.generic } else { NAMED });
                }
                None if self.opens_body.get(item).copied().unwrap_or(false) => {
                    for end in item + 1..=words.min(item + LONGEST_UNKNOWN) {
                        if self.may_end[end] || self.tokens.words[end - 1].text.ends_with([',', ';']) {
                            let length = i32::try_from(end - item).unwrap_or(i32::MAX);
                            keep(end, score + UNKNOWN - length + self.adjacent_lines(item + 1, end));
                        }
                        if self.tokens.words[end - 1].text.ends_with([',', ';']) {
                            break;
                        }
                    }
                }
                None => {}
            }
        }
        if let Some(score) = best[words].filter(|_| start < words) {
            options.push((words, score));
        }
    }

    fn adjacent_lines(&self, start: usize, end: usize) -> i32 {
        let lines = self.tokens.words.get(start..end).unwrap_or_default();
        let count = lines
            .iter()
            .filter(|word| word.place == Place::OpensAdjacentLine)
            .count();
        ADJACENT_INSIDE * i32::try_from(count).unwrap_or(0)
    }

    /// Deadlines from a word on.
    fn deadlines(&self, start: usize, position: Position, options: &mut Vec<(usize, i32)>) {
        options.push((start, -15));
        let words = self.tokens.len();
        if start == words {
            return;
        }
        if self.deadline == Some(start) {
            options.push((words, DEADLINE));
            return;
        }
        let opens = self.tokens.words[start]
            .text
            .starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        if opens && position == Position::Inner {
            for end in start + 1..=words.min(start + LONGEST_DEADLINE) {
                if self.may_end[end] && Deadline::parse(self.tokens.span(start, end)).is_some() {
                    options.push((end, DEADLINE));
                }
            }
        }
        let other = if speaks_of_time(self.tokens.span(start, words)) {
            DEADLINE_OTHER
        } else {
            DEADLINE_NEVER
        };
        options.push((words, other));
    }
}
