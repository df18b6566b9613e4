//! When a text cannot be read as a program.

/// The text cannot be read as a program.
///
/// Everything less is a reading note ([`crate::model::Note`]).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing but white space.
    #[error("line 1: the text is empty")]
    Empty,
    /// Neither an annex (phụ lục) nor a table anywhere.
    #[error("line {line}: the text ends without an annex (phụ lục) or a table")]
    NoTable {
        /// The last line of the text, from 1.
        line: u32,
    },
    /// Annexes, but in none of them a table with a task or an indicator.
    #[error("line {line}: no row of a table can be read in this annex or any after it")]
    NoRows {
        /// The line of the first annex, from 1.
        line: u32,
    },
}

impl ReadError {
    /// The line the error is about, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        match self {
            Self::Empty => 1,
            Self::NoTable { line } | Self::NoRows { line } => *line,
        }
    }
}
