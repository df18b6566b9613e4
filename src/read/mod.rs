//! Text to model: one file per layout, with the table and column helpers they
//! share.
//!
//! Bytes become text first (`encoding`, `garbled`). A text goes through these
//! steps, one file each: the lines are parted into
//! body text and annexes (`annex`), a layout reader finds the tables of each
//! annex (`delimited` for tabs and Markdown pipes, `pdf` where the column
//! borders are lost), torn rows are put together (`repair`), rows get their
//! citations (`assemble`) and cells their meaning (`understand`).
//! What is left over is noted (`leftover`).

mod annex;
mod assemble;
mod citations;
mod deadlines;
mod delimited;
mod encoding;
mod error;
mod evidence;
mod flow;
mod front;
mod furniture;
mod garbled;
mod heading;
mod heading_years;
mod issuer;
mod label;
mod leftover;
mod limits;
mod markup;
mod options;
mod outline;
mod page_numbers;
mod pdf;
mod program;
mod repair;
mod row_ids;
mod rows;
mod running_heads;
mod shared_lead;
mod statements;
mod table;
mod understand;
mod value_columns;
mod value_heading;
mod year_part;

pub use error::{FileKind, ReadError};
pub use garbled::Garbling;
pub use limits::{Excess, LARGEST_TEXT};
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
/// [`ReadError`] when the text is empty, too large ([`Excess`]) or in a legacy
/// encoding ([`Garbling`]), when it has neither an annex nor a table, and when
/// no row can be read in any of its annexes.
pub fn read_with(text: &str, options: &ReadOptions) -> Result<Program, ReadError> {
    program::read_program(text, options)
}

/// Reads a program from the bytes of a file, with the default [`ReadOptions`].
///
/// The bytes are UTF-8, UTF-16 with or without a byte-order mark, or
/// Windows-1258. An encoding that was guessed is a note of the program.
///
/// # Errors
/// As [`read_bytes_with`].
pub fn read_bytes(bytes: &[u8]) -> Result<Program, ReadError> {
    read_bytes_with(bytes, &ReadOptions::default())
}

/// Reads a program from the bytes of a file, as [`read_bytes`].
///
/// # Errors
/// As [`read_with`], and when the bytes are another kind of file
/// ([`FileKind`]) or in no encoding that is known.
pub fn read_bytes_with(bytes: &[u8], options: &ReadOptions) -> Result<Program, ReadError> {
    limits::within(Excess::Bytes, bytes.len(), 1)?;
    let encoding::Decoded { text, mut notes } = encoding::decode(bytes)?;
    let mut program = program::read_program(&text, options)?;
    notes.append(&mut program.notes);
    notes.sort_by_key(|note| note.lines.first);
    Ok(Program { notes, ..program })
}
