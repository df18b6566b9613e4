//! How much a text may hold. The programs of a province have some hundred
//! rows; the limits leave room for hundreds of them in one file and keep what
//! is no program from filling the memory.

use std::fmt;

use super::error::ReadError;

/// The longest text, in bytes: 64 MiB, some 130 000 rows like those of the
/// Hanoi programs. Whoever reads a file need not read on behind it.
pub const LARGEST_TEXT: usize = 64 << 20;

/// The most lines of a text.
pub(super) const MOST_LINES: usize = 4_000_000;

/// The most rows of the tables of an annex.
pub(super) const MOST_ROWS: usize = 200_000;

/// The most columns of a table: five years month by month are 60.
pub(in crate::read) const MOST_COLUMNS: usize = 256;

/// A cell goes on over so many bytes at the most, five times the longest seen;
/// lines behind are no part of it. The work on a cell can grow with its square.
pub(super) const LONGEST_CELL: usize = 8192;

/// A line with more bytes is none that is printed: a picture in Base64, say.
pub(super) const LONGEST_LINE: usize = 1 << 16;

/// What a text has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Excess {
    /// Bytes: [`LARGEST_TEXT`].
    Bytes,
    /// Lines: 4 000 000.
    Lines,
    /// Rows of the tables of one annex: 200 000.
    Rows,
    /// Columns of one table: 256.
    Columns,
}

impl Excess {
    /// The most there can be.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Bytes => LARGEST_TEXT,
            Self::Lines => MOST_LINES,
            Self::Rows => MOST_ROWS,
            Self::Columns => MOST_COLUMNS,
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Lines => "lines",
            Self::Rows => "rows in an annex",
            Self::Columns => "columns in a table",
        })
    }
}

/// An error where a count is beyond the limit; `line` says where.
pub(super) fn within(excess: Excess, count: usize, line: u32) -> Result<(), ReadError> {
    if count > excess.most() {
        return Err(ReadError::TooLarge { line, excess });
    }
    Ok(())
}
