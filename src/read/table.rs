//! What every layout reader delivers: a table with its columns known and its
//! rows cut, before anyone asks what the cells mean.
//!
//! The layout readers see the lines of one annex from the column headings on.
//! Rules (`-----`), the `(Kèm theo …)` line, footnotes and signatures are taken
//! out before. Assembly is the same for all layouts.

use crate::model::{AnnexKind, Cell, Lines, Note};

/// One line of the source, in NFC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SourceLine<'a> {
    /// Its number, from 1.
    pub(crate) number: u32,
    /// Its text, white space as printed.
    pub(crate) text: &'a str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Column {
    /// The number or label of the row (TT).
    Number,
    /// The task (nhiệm vụ) or the name of the indicator (chỉ tiêu).
    Text,
    /// The lead body (cơ quan chủ trì).
    Lead,
    /// The coordinating bodies (cơ quan phối hợp).
    Coordinating,
    /// The product (sản phẩm, kết quả).
    Product,
    /// The deadline (thời hạn).
    Deadline,
    /// The resources (nguồn lực, kinh phí).
    Resources,
    /// Remarks (ghi chú).
    Remark,
    /// The unit (đơn vị tính).
    Unit,
    /// A value, counted from 0 in printed order.
    Value(usize),
    /// The body that reports on an indicator (chủ trì báo cáo).
    Body,
    /// Something else, counted from 0 in printed order.
    Other(usize),
}

/// One row as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawRow {
    /// One cell per column, in the order of [`RawTable::columns`]. The number
    /// cell keeps what is printed (`I-`, `1.2`, `-`, nothing).
    pub(crate) cells: Vec<Cell>,
    /// The source lines of the row.
    pub(crate) lines: Lines,
}

/// A table as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawTable {
    /// What the columns hold, in printed order.
    pub(crate) columns: Vec<Column>,
    /// The column headings as printed, in the same order.
    pub(crate) headings: Vec<String>,
    /// The rows in printed order, headings of sections and groups among them.
    pub(crate) rows: Vec<RawRow>,
    /// The lines of the headings, wherever they are repeated, and of page numbers.
    pub(crate) furniture: Vec<Lines>,
    /// What was guessed.
    pub(crate) notes: Vec<Note>,
}

impl RawTable {
    /// Where a column stands.
    pub(crate) fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|&known| known == column)
    }

    /// What the columns say about the rows: a unit, a value or a reporting
    /// body makes indicators, a lead body or a deadline makes tasks.
    pub(crate) fn kind(&self) -> AnnexKind {
        kind_of(&self.columns)
    }
}

/// What the columns of a table say about its rows.
pub(crate) fn kind_of(columns: &[Column]) -> AnnexKind {
    if columns
        .iter()
        .any(|column| matches!(column, Column::Value(_) | Column::Unit | Column::Body))
    {
        AnnexKind::Indicators
    } else if columns.iter().any(|column| {
        matches!(
            column,
            Column::Lead | Column::Coordinating | Column::Deadline | Column::Product | Column::Resources
        )
    }) {
        AnnexKind::Tasks
    } else {
        AnnexKind::Other
    }
}
