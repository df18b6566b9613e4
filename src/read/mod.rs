//! Text to model: one file per layout, with the table and column helpers they
//! share.
//!
//! A text goes through these steps, one file each: the lines are parted into
//! body text and annexes (`annex`), a layout reader finds the tables of each
//! annex (`delimited` for tabs and Markdown pipes, `pdf` where the column
//! borders are lost), torn rows are put together (`repair`), rows get their
//! citations (`assemble`) and cells their meaning (`understand`).

mod annex;
mod assemble;
mod citations;
mod delimited;
mod error;
mod evidence;
mod flow;
mod front;
mod furniture;
mod heading;
mod label;
mod markup;
mod options;
mod outline;
mod pdf;
mod program;
mod repair;
mod rows;
mod statements;
mod table;
mod understand;

pub use error::ReadError;
pub use options::ReadOptions;

use crate::model::Program;

/// Reads a program from its raw text, with the default [`ReadOptions`].
///
/// Line ends, byte-order mark and normal form (NFC or NFD) do not matter.
///
/// # Errors
/// As [`read_with`].
pub fn read(text: &str) -> Result<Program, ReadError> {
    read_with(text, &ReadOptions::default())
}

/// Reads a program from its raw text.
///
/// What is skipped, guessed or not understood is listed in
/// [`Program::notes`](crate::model::Program::notes), with its lines.
///
/// # Errors
/// [`ReadError`] when the text is empty, when it has neither an annex nor a
/// table, and when no row can be read in any of its annexes.
pub fn read_with(text: &str, options: &ReadOptions) -> Result<Program, ReadError> {
    program::read_program(text, options)
}
