//! When a text cannot be read as a program.

use super::garbled::Garbling;
use super::limits::Excess;

/// The text cannot be read as a program.
///
/// Everything less is a reading note ([`crate::model::Note`]). In the words of
/// a report: [`ReadError::message`].
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
    #[error(
        "line {line}: no row of a table can be read in this annex or any after it; of a PDF, extract the text with `pdftotext -raw`"
    )]
    NoRows {
        /// The line of the first annex, from 1.
        line: u32,
    },
    /// The bytes are another kind of file.
    #[error("line {line}: this is {kind}, not text; save the document as plain text (UTF-8)")]
    NotText {
        /// What they are.
        kind: FileKind,
        /// The line of the first byte that no text has, from 1.
        line: u32,
    },
    /// The bytes are text in no encoding known.
    #[error("line {line}: the text is not {encoding}; save it as UTF-8")]
    Undecodable {
        /// The line of the first fault, from 1.
        line: u32,
        /// The name of the encoding that fits best.
        encoding: &'static str,
    },
    /// Vietnamese that is not Unicode: see [`Garbling`].
    #[error("line {line}: the text is in the legacy encoding {garbling}, not in Unicode; convert it to Unicode first")]
    Garbled {
        /// The line where it begins, from 1.
        line: u32,
        /// Which encoding.
        garbling: Garbling,
    },
    /// More than a document of this kind can hold.
    #[error("line {line}: the text has more than {} {excess}; this is no action program", excess.most())]
    TooLarge {
        /// The line where it is too much, from 1.
        line: u32,
        /// What there is too much of.
        excess: Excess,
    },
}

impl ReadError {
    /// The line the error is about, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        match self {
            Self::Empty => 1,
            Self::NoTable { line }
            | Self::NoRows { line }
            | Self::NotText { line, .. }
            | Self::Undecodable { line, .. }
            | Self::Garbled { line, .. }
            | Self::TooLarge { line, .. } => *line,
        }
    }
}

/// What kind of file bytes are that are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A ZIP archive: DOCX, XLSX, ODT.
    Zip,
    /// A DOC or XLS document of before 2007.
    OldOffice,
    /// An RTF document.
    Rtf,
    /// Something with bytes that no text has.
    Unknown,
}

impl FileKind {
    /// The kind of file that begins with these bytes.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        [
            (b"%PDF-".as_slice(), Self::Pdf),
            (b"PK\x03\x04", Self::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Self::OldOffice),
            (b"{\\rtf", Self::Rtf),
        ]
        .into_iter()
        .find_map(|(start, kind)| bytes.starts_with(start).then_some(kind))
    }
}

impl std::fmt::Display for FileKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF document",
            Self::Zip => "a DOCX or XLSX document (ZIP)",
            Self::OldOffice => "a DOC or XLS document",
            Self::Rtf => "an RTF document",
            Self::Unknown => "a binary file",
        })
    }
}
