//! How much a text may hold. The programs of a province have some hundred
//! rows; the limits leave room for hundreds of them in one file and keep what
//! is no program from filling the memory.

use std::fmt;

/// The longest text, in bytes: 64 MiB, some 130 000 rows like those of the
/// Hanoi programs. Whoever reads a file need not read on behind it.
pub const LARGEST_TEXT: usize = 64 << 20;

/// The most rows of the tables of a program.
pub(super) const MOST_ROWS: usize = 200_000;

/// The most columns of a table.
pub(super) const MOST_COLUMNS: usize = 256;

/// What a text has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Excess {
    /// Bytes: [`LARGEST_TEXT`].
    Bytes,
    /// Rows of tables: 200 000.
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
            Self::Rows => MOST_ROWS,
            Self::Columns => MOST_COLUMNS,
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Rows => "rows",
            Self::Columns => "columns in a table",
        })
    }
}
