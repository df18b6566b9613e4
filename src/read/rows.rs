//! Rows of a delimited table, put together from lines: a line break inside a
//! cell does not end the row.

use std::borrow::Cow;

use super::annex::is_delimited;
use super::heading::column_kind;
use super::label::Label;
use super::markup::plain;
use super::table::{Column, SourceLine};
use crate::model::Lines;

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
        if text.trim_start().starts_with('|') {
            builder.pipe_line(text, line.number);
        } else if builder.open_pipe {
            builder.extend(vec![part(text.trim().trim_end_matches('|'), line.number)]);
            builder.open_pipe = !text.ends_with('|');
        } else if is_delimited(text) && text.contains('\t') {
            builder.tab_line(text.split('\t').map(|cell| part(cell, line.number)).collect());
        } else if is_delimited(text) {
            builder.push(text.split('|').map(|cell| part(cell, line.number)).collect());
        } else if builder.is_bare_label(text) {
            // An editor cut the tabs at the end of the line.
            builder.push(vec![part(text, line.number)]);
        } else if builder.continues_cell(text) {
            builder.extend(vec![part(text, line.number)]);
        } else {
            builder.rows.push(Logical::Stray(SourceLine {
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
    /// A pipe row did not end with a pipe.
    open_pipe: bool,
    /// A blank line stands between the last line and this one.
    after_blank: bool,
}

impl<'a> Builder<'a> {
    fn push(&mut self, parts: Vec<Part<'a>>) {
        self.rows.push(Logical::Row(parts));
    }

    /// The cells of the last row, when the last line was one.
    fn last(&mut self) -> Option<&mut Vec<Part<'a>>> {
        match self.rows.last_mut() {
            Some(Logical::Row(parts)) => Some(parts),
            _ => None,
        }
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
        last.append(&mut parts);
    }

    fn pipe_line(&mut self, text: &'a str, number: u32) {
        let inner = text.trim();
        if inner.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '=')) && inner.contains('-') {
            return;
        }
        let closed = inner.len() > 1 && inner.ends_with('|') && !inner.ends_with("\\|");
        let inner = &inner[1..inner.len() - usize::from(closed)];
        let mut parts = Vec::new();
        let mut start = 0;
        for (at, _) in inner.match_indices('|') {
            if !inner[..at].ends_with('\\') {
                parts.push(part(&inner[start..at], number));
                start = at + 1;
            }
        }
        parts.push(part(&inner[start..], number));
        self.push(parts);
        self.open_pipe = !closed;
    }

    fn tab_line(&mut self, parts: Vec<Part<'a>>) {
        let first = parts.first().map_or(Cow::Borrowed(""), |cell| {
            Cow::Owned(plain(&cell.text).trim().to_owned())
        });
        let label = Label::parse(&first);
        if label == Label::Other && column_kind(&first) == Some(Column::Number) {
            // Headings, of the first page or a later one.
            self.width = self.width.filter(|&width| width == parts.len());
            self.heading_lines = 0;
            return self.push(parts);
        }
        let last_integer = self.last_integer();
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
        let rank = |label: Label<'_>| match label {
            Label::Roman(roman) => super::label::roman(roman),
            Label::Letter(letter) => letter.chars().next().map(|c| 1 + u32::from(c) - u32::from('A')),
            _ => None,
        };
        let label = Label::parse(&text);
        let Some(wanted) = rank(label).filter(|_| self.width.is_some() && is_heading_label(&text)) else {
            return false;
        };
        let last = self.rows.iter().rev().find_map(|row| {
            let Logical::Row(parts) = row else { return None };
            let first = plain(&parts.first()?.text);
            let above = Label::parse(&first);
            rank(above).filter(|_| std::mem::discriminant(&above) == std::mem::discriminant(&label))
        });
        // A letter may be skipped (E, G).
        let furthest = last.unwrap_or(0) + if matches!(label, Label::Letter(_)) { 2 } else { 1 };
        (last.unwrap_or(0) + 1..=furthest).contains(&wanted) || wanted == 1 && matches!(label, Label::Letter(_))
    }

    /// Whether a line without delimiters goes on in the last cell: it stands
    /// straight under a tab row and is no heading.
    fn continues_cell(&mut self, text: &str) -> bool {
        if self.after_blank || super::label::leading_label(text).is_some() {
            return false;
        }
        self.last()
            .is_some_and(|cells| cells.len() > 1 && cells.last().is_some_and(|cell| !cell.text.trim().is_empty()))
    }

    /// The number of the last numbered row but the one under construction.
    fn last_integer(&self) -> Option<u32> {
        self.rows.iter().rev().find_map(|row| match row {
            Logical::Row(parts) => Label::parse(&plain(&parts.first()?.text)).integer(),
            Logical::Stray(_) => None,
        })
    }
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
