//! A whole program.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Indicator, Lines, RowId, Task};

/// An action program (chương trình hành động).
///
/// Deserializing one fails when a field is unknown or its parts do not hang
/// together ([`Program::check`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Program {
    /// What the caller calls it.
    pub label: String,
    /// Its title as printed.
    pub title: String,
    /// Who issued it.
    pub issuer: Issuer,
    /// Its annexes in order.
    pub annexes: Vec<Annex>,
    /// The sections and groups of the annexes in order.
    pub sections: Vec<Section>,
    /// All task rows in order.
    pub tasks: Vec<Task>,
    /// All indicator rows in order.
    pub indicators: Vec<Indicator>,
    /// Counts and figures stated in the body text, in order.
    pub statements: Vec<Statement>,
    /// Cited documents, in order.
    pub citations: Vec<Citation>,
    /// What was skipped, guessed or not understood, in order of lines.
    pub notes: Vec<Note>,
}

impl Program {
    /// The task with this id.
    #[must_use]
    pub fn task(&self, id: &RowId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator(&self, id: &RowId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == *id)
    }
}

/// Who issued a program (cơ quan ban hành).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// The name as printed or composed from the title.
    pub name: String,
    /// Which side of the political system it stands on.
    pub kind: IssuerKind,
    /// Its name in the table of bodies, where it is one of them.
    pub body: Option<String>,
}

/// Which side of the political system an issuer stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IssuerKind {
    /// A Party committee (Ban Chấp hành Đảng bộ, Thành ủy, Tỉnh ủy).
    Party,
    /// A state body (UBND, bộ, Chính phủ).
    State,
    /// Not recognized.
    Unknown,
}

/// An annex (phụ lục).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Annex {
    /// Its number (`Phụ lục 03` is 3).
    pub number: u32,
    /// Its title as printed, without its number.
    pub title: String,
    /// What its rows are.
    pub kind: AnnexKind,
    /// The column headings as printed.
    pub columns: Vec<String>,
    /// The years its title or headings name (`giai đoạn 2026-2030`); of tasks,
    /// else those the title of the program names.
    pub period: Option<(i16, i16)>,
    /// Its lines in the source.
    pub lines: Lines,
}

/// What the rows of an annex are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AnnexKind {
    /// Tasks (nhiệm vụ).
    Tasks,
    /// Indicators (chỉ tiêu).
    Indicators,
    /// Neither, or no table was found: see the notes.
    Other,
}

/// A section or group heading inside an annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Section {
    /// The number of the annex.
    pub annex: u32,
    /// The printed label without its punctuation (`VII`, `A`).
    pub label: String,
    /// The label of the section this group stands in.
    pub parent: Option<String>,
    /// The printed title.
    pub title: String,
    /// Its lines in the source.
    pub lines: Lines,
}

/// A sentence of the body text that states a count, a figure or the year of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Statement {
    /// The sentence as printed, white space folded.
    pub text: String,
    /// Its lines in the source.
    pub lines: Lines,
}

/// A cited document (văn bản viện dẫn).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Citation {
    /// The number as printed (`355-KH/TU`).
    pub number: String,
    /// The date printed beside it (`25/7/2025`).
    pub date: Option<String>,
    /// The row it is cited in; `None` in the body text.
    pub row: Option<RowId>,
    /// Its lines in the source.
    pub lines: Lines,
}

/// A reading note: something was skipped, guessed or not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Note {
    /// What happened.
    pub kind: NoteKind,
    /// The row concerned, where there is one.
    pub row: Option<RowId>,
    /// The text concerned, as printed.
    pub text: String,
    /// Its lines in the source.
    pub lines: Lines,
}

/// What a reading note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteKind {
    /// The encoding of the bytes is a guess; the text names it.
    EncodingGuessed,
    /// These lines are Vietnamese that is no Unicode; the text names the encoding.
    TextGarbled,
    /// The text stops in the middle of a letter or a row.
    TextCut,
    /// A line is too long to be one that is printed, and was passed by.
    LineTooLong,
    /// No row of an annex was read.
    AnnexEmpty,
    /// A column of a table that is read into no field; the text is its heading.
    ColumnUnread,
    /// The values of an annex stand below other years than its title names;
    /// the text is the heading.
    HeadingOutOfPeriod,
    /// Lines inside an annex fit no row.
    LineUnplaced,
    /// A lead-in without values (`Trong đó:`), not counted as a row.
    LeadIn,
    /// A row cut in two was put together again.
    RowJoined,
    /// A heading's title stood in another cell or line than its label.
    TitleMoved,
    /// One cell covers several rows.
    CellMerged,
    /// The column borders of this row are a guess.
    BordersUncertain,
    /// A deadline is not understood.
    DeadlineUnread,
    /// A value is not understood.
    ValueUnread,
    /// A unit is not known; it is compared as text.
    UnitUnknown,
    /// A body is not known; it is compared as text.
    BodyUnknown,
    /// A figure against the number convention was read by evidence.
    NumberReadByEvidence,
}

impl fmt::Display for NoteKind {
    /// As in JSON: `row-joined`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_row_is_found_by_its_id_among_its_kind() {
        let program = crate::read(
            "PHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\n1\tXây cầu\tSở Xây dựng\n2\tXây trường\tSở Xây dựng\n\
             PHỤ LỤC 2\nTT\tChỉ tiêu\tĐVT\tNăm 2030\n1\tSố trường\tTrường\t30\n2\tSố cầu\tCầu\t3\n",
        )
        .unwrap();
        for task in &program.tasks {
            assert_eq!(
                (program.task(&task.id), program.indicator(&task.id)),
                (Some(task), None)
            );
        }
        for row in &program.indicators {
            assert_eq!((program.task(&row.id), program.indicator(&row.id)), (None, Some(row)));
        }
        assert_eq!((program.tasks.len(), program.indicators.len()), (2, 2));
    }
}
