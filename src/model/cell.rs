//! A table cell as printed, and where it stands.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Source lines, counted from 1, both ends included; JSON `[first, last]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "[u32; 2]", into = "[u32; 2]")]
pub struct Lines {
    /// The first line.
    pub first: u32,
    /// The last line.
    pub last: u32,
}

impl Lines {
    /// One line.
    #[must_use]
    pub const fn one(line: u32) -> Self {
        Self {
            first: line,
            last: line,
        }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }
}

impl fmt::Display for Lines {
    /// `12`, or `12-14`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.last == self.first {
            Ok(())
        } else {
            write!(f, "-{}", self.last)
        }
    }
}

/// The numbers are no lines: they count from 1, the last is not before the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not lines: [{0}, {1}] (expected the first and the last, from 1)")]
pub struct ParseLinesError(u32, u32);

impl TryFrom<[u32; 2]> for Lines {
    type Error = ParseLinesError;

    fn try_from([first, last]: [u32; 2]) -> Result<Self, Self::Error> {
        if first > 0 && first <= last {
            Ok(Self { first, last })
        } else {
            Err(ParseLinesError(first, last))
        }
    }
}

impl From<Lines> for [u32; 2] {
    fn from(lines: Lines) -> Self {
        [lines.first, lines.last]
    }
}

/// A cell (ô): the printed text, NFC, runs of white space folded to one blank,
/// otherwise as printed, and the source lines it stands on. An empty cell has
/// an empty text and the lines of its row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The printed text.
    pub text: String,
    /// Where it stands.
    pub lines: Lines,
}

impl Cell {
    /// A cell; runs of white space in `text` are folded.
    #[must_use]
    pub fn new(text: &str, lines: Lines) -> Self {
        Self {
            text: crate::text::squeeze(text),
            lines,
        }
    }

    /// Whether nothing is printed in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_shown_as_one_number() {
        assert_eq!(Lines::one(12).to_string(), "12");
        assert_eq!(Lines::one(14).join(Lines::one(12)).to_string(), "12-14");
    }
}
