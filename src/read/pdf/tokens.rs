//! The words of a row on one line, and what the lost layout still shows of them.

use crate::model::{Cell, Lines};
use crate::text::{fold, runs};

use super::super::table::SourceLine;

/// A word of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    /// The word as printed.
    pub(super) text: &'a str,
    /// Its source line.
    pub(super) line: u32,
    /// Where it starts in the joined text.
    pub(super) start: usize,
    /// How it stands on its line.
    pub(super) place: Place,
    /// Where it starts and ends in the folded text.
    folded: (usize, usize),
}

/// How a word stands on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Behind another word.
    Inside,
    /// It opens a line that comes after a blank line, as wrapped lines of one
    /// cell do in texts extracted from PDF.
    OpensLine,
    /// It opens a line right under the one before, as a new cell does.
    OpensAdjacentLine,
}

/// Whether blank lines between lines mean something in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Wrapped lines are mostly set apart by blank ones; a line without is telling.
    Telling,
    /// Hardly any line is set apart.
    Dense,
}

impl Spacing {
    /// The spacing of a table: telling unless more than two lines in three
    /// stand right under the one before.
    pub(super) fn of(lines: &[SourceLine<'_>]) -> Self {
        let adjacent = lines
            .windows(2)
            .filter(|pair| pair[0].number + 1 >= pair[1].number)
            .count();
        if adjacent * 3 > lines.len() * 2 {
            Self::Dense
        } else {
            Self::Telling
        }
    }
}

/// The words of a row and their text joined by single blanks.
pub(super) struct Tokens<'a> {
    pub(super) words: Vec<Token<'a>>,
    pub(super) text: String,
    /// The text folded, which leaves the words apart as they are.
    pub(super) folded: String,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(lines: &[SourceLine<'a>], spacing: Spacing) -> Self {
        let length: usize = lines.iter().map(|line| line.text.len() + 1).sum();
        let mut words: Vec<Token<'a>> = Vec::with_capacity(length / 4);
        let mut previous: Option<u32> = None;
        for line in lines {
            let mut place = match previous {
                Some(number) if number + 1 == line.number && spacing == Spacing::Telling => Place::OpensAdjacentLine,
                _ => Place::OpensLine,
            };
            for word in runs(line.text) {
                words.push(Token {
                    text: word,
                    line: line.number,
                    start: 0,
                    place,
                    folded: (0, 0),
                });
                place = Place::Inside;
            }
            previous = Some(line.number);
        }
        Self::joined(words)
    }

    /// The words in this order.
    pub(super) fn joined(mut words: Vec<Token<'a>>) -> Self {
        let mut text = String::with_capacity(words.iter().map(|word| word.text.len() + 1).sum());
        for word in &mut words {
            if !text.is_empty() {
                text.push(' ');
            }
            word.start = text.len();
            text.push_str(word.text);
        }
        let folded = fold(&text);
        let mut start = 0;
        for word in &mut words {
            let length = folded.as_bytes()[start..]
                .iter()
                .take_while(|&&byte| byte != b' ')
                .count();
            word.folded = (start, start + length);
            start += length + 1;
        }
        Self { words, text, folded }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded word.
    pub(super) fn form(&self, index: usize) -> &str {
        let (start, end) = self.words[index].folded;
        &self.folded[start..end]
    }

    /// The folded text from a word on.
    pub(super) fn folded_from(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &self.folded[word.folded.0..])
    }

    /// The words from `start` up to `end`, exclusive, as text.
    pub(super) fn span(&self, start: usize, end: usize) -> &str {
        match self.words[start..end].last() {
            Some(last) => &self.text[self.words[start].start..last.start + last.text.len()],
            None => "",
        }
    }

    /// The word at which the first byte at or behind `offset` stands.
    pub(super) fn index_at(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.start < offset)
    }

    /// The cell of the words from `start` up to `end`; an empty one stands on `lines`.
    pub(super) fn cell(&self, start: usize, end: usize, lines: Lines) -> Cell {
        // The words of a torn row stand in the order of its cells.
        let printed = self.words[start..end].iter().map(|word| Lines::one(word.line));
        Cell {
            text: self.span(start, end).to_owned(),
            lines: printed.reduce(Lines::join).unwrap_or(lines),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stands_on_all_lines_of_its_words() {
        let line = |number, text| SourceLine { number, text };
        let tokens = Tokens::new(&[line(5, "đầu mối"), line(2, "Sở Y tế")], Spacing::Dense);
        let cell = tokens.cell(1, 4, Lines::one(9));
        assert_eq!(
            (cell.text.as_str(), cell.lines),
            ("mối Sở Y", Lines { first: 2, last: 5 })
        );
        assert_eq!(tokens.cell(1, 1, Lines::one(9)).lines, Lines::one(9));
    }
}
