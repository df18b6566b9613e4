//! The pieces of lines.

use crate::read::limits::MOST_COLUMNS;
use crate::read::table::SourceLine;

/// A piece of a line, parted from the next one by two blanks or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Piece<'a> {
    /// Where it starts and ends on its line, in letters.
    pub(in crate::read) from: usize,
    pub(in crate::read) to: usize,
    pub(in crate::read) text: &'a str,
    /// Its column, once it is known.
    pub(super) column: usize,
}

impl<'a> Piece<'a> {
    /// The piece in two, the second one from a word on: `letters` and `bytes`
    /// say where it begins.
    pub(super) fn cut(self, letters: usize, bytes: usize) -> (Self, Self) {
        let (before, behind) = self.text.split_at(bytes);
        let before = before.trim_end();
        let first = Self {
            to: self.from + before.chars().count(),
            text: before,
            ..self
        };
        let second = Self {
            from: self.from + letters,
            text: behind,
            ..self
        };
        (first, second)
    }

    /// The words behind the first one: where each begins, in letters and in
    /// bytes of the piece.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        let text = self.text;
        let mut is_behind_blank = false;
        text.char_indices().enumerate().filter_map(move |(letters, (byte, c))| {
            let opens_word = is_behind_blank && !c.is_whitespace();
            is_behind_blank = c.is_whitespace();
            opens_word.then_some((letters, byte))
        })
    }

    /// Twice the place of its middle.
    pub(in crate::read) fn middle(&self) -> usize {
        self.from + self.to
    }
}

/// The pieces of a line; no table has more columns than pieces are parted.
pub(in crate::read) fn pieces<'a>(line: &SourceLine<'a>) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    // A form feed opens the line of a new page and is no wider than nothing.
    let mut rest = line.text.trim_start_matches('\u{c}').trim_end();
    let mut from = line
        .text
        .chars()
        .filter(|&c| c != '\u{c}')
        .take_while(|c| c.is_whitespace())
        .count();
    rest = rest.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find("  ")
            .filter(|_| found.len() < MOST_COLUMNS)
            .unwrap_or(rest.len());
        let (text, behind) = rest.split_at(end);
        let to = from + text.chars().count();
        found.push(Piece {
            from,
            to,
            text,
            column: 0,
        });
        rest = behind.trim_start();
        from = to + behind[..behind.len() - rest.len()].chars().count();
    }
    found
}

/// The pieces, with figures that stand one behind the other parted from each
/// other and from the words behind: values of narrow columns.
pub(super) fn parted_figures<'a>(pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let mut found = Vec::with_capacity(pieces.len());
    for &piece in pieces {
        let mut rest = piece;
        while let Some((letters, bytes)) = rest
            .words()
            .find(|&(_, bytes)| opens_value(&rest.text[..bytes], &rest.text[bytes..]))
        {
            let (first, second) = rest.cut(letters, bytes);
            found.push(first);
            rest = second;
        }
        found.push(rest);
    }
    found
}

/// The longest value, in bytes.
const LONGEST_VALUE: usize = 48;

/// Whether another value or the body opens behind a figure.
fn opens_value(before: &str, behind: &str) -> bool {
    let is_figure = before.len() <= LONGEST_VALUE
        && before.chars().all(|c| !c.is_alphabetic())
        && before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let opens = |c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '<' | '>' | '≥' | '≤');
    is_figure && behind.starts_with(opens)
}

/// The first word of a text.
pub(super) fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// The pieces of lines whose columns are ten letters wide.
#[cfg(test)]
pub(super) fn in_tens(text: &str) -> Vec<Vec<Piece<'_>>> {
    let line = |text| {
        let mut line = pieces(&SourceLine { number: 1, text });
        for piece in &mut line {
            piece.column = piece.from / 10;
        }
        line
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_blanks_part_pieces() {
        let line = SourceLine {
            number: 1,
            text: "\u{c}1   Xây  cầu mới   2027",
        };
        let found = pieces(&line);
        let places: Vec<_> = found.iter().map(|piece| (piece.from, piece.to, piece.text)).collect();
        assert_eq!(
            places,
            [(0, 1, "1"), (4, 7, "Xây"), (9, 16, "cầu mới"), (19, 23, "2027")]
        );
    }

    #[test]
    fn figures_of_narrow_columns_are_parted() {
        let parted = |text| {
            let found = parted_figures(&pieces(&SourceLine { number: 1, text }));
            found.iter().map(|piece| piece.text.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            parted("%   8,50 7,56 > 20 Sở Y tế"),
            ["%", "8,50", "7,56", "> 20", "Sở Y tế"]
        );
        assert_eq!(
            parted("35 - 40   1.000 tỷ đồng   9/10"),
            ["35 - 40", "1.000 tỷ đồng", "9/10"]
        );
    }

    #[test]
    fn a_piece_is_cut_at_a_word() {
        let line = SourceLine {
            number: 1,
            text: "  Xây cầu Sở",
        };
        let piece = pieces(&line)[0];
        assert_eq!(piece.words().map(|word| word.0).collect::<Vec<_>>(), [4, 8]);
        let (letters, bytes) = piece.words().last().unwrap();
        let (first, second) = piece.cut(letters, bytes);
        assert_eq!((first.text, first.to), ("Xây cầu", 9));
        assert_eq!((second.text, second.from, second.to), ("Sở", 10, 12));
    }
}
