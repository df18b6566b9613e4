//! What a finding is: a code, a severity, the rows, both quotations, typed details.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{
    AnnouncedCountDiffers, BodyMissing, DeadlineAfterParent, DeadlineOutOfPeriod, FootnoteChangesPeriod, NumberFormat,
    NumberMissing, NumberRepeated, SumDiffers, UnitDoubtful,
};
use super::{Block, CitationSlip, CitedAt, DisplacedCell, Measured, Passage, Severity, SpelledAs, StageGap};
use crate::model::{Lines, RowId, Side, Succession, TargetRelation};

/// A finding (phát hiện): one place where the programs, or two rows of one
/// program, do not agree. It is data; [`crate::report`] turns it into sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of problem.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// The rows of the left program it concerns.
    pub left: Vec<RowId>,
    /// The rows of the right program it concerns.
    pub right: Vec<RowId>,
    /// The facts, typed by code.
    pub details: Details,
    /// What is printed, and where.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// The rows of one program it concerns.
    #[must_use]
    pub fn rows(&self, side: Side) -> &[RowId] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

/// A column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Field {
    /// The text of a task or the name of an indicator.
    Text,
    /// The lead body.
    Lead,
    /// The coordinating bodies.
    Coordinating,
    /// The product.
    Product,
    /// The deadline.
    Deadline,
    /// The resources.
    Resources,
    /// The unit.
    Unit,
    /// The value.
    Value,
    /// The reporting body.
    Body,
}

impl fmt::Display for Field {
    /// As in JSON: `deadline`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// A quotation and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The program quoted.
    pub side: Side,
    /// The row quoted.
    pub row: RowId,
    /// The column quoted.
    pub field: Field,
    /// The printed text.
    pub text: String,
    /// Its lines in the source.
    pub lines: Lines,
}

/// The kind of a finding: kebab-case, names the problem, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// The targets of a pair of indicators differ.
    TargetDiffers,
    /// The units of a pair of indicators differ in more than scale.
    UnitDiffers,
    /// A pair of indicators is not defined alike, or a pair of tasks names two objects.
    DefinitionDiffers,
    /// A pair of indicators has other reporting bodies.
    ReportingBodyDiffers,
    /// The deadlines of a pair of tasks differ.
    DeadlineDiffers,
    /// The lead bodies of a pair of tasks differ.
    LeadBodyDiffers,
    /// Figures in the texts of a pair of tasks differ.
    QuantityDiffers,
    /// A task is in one program only.
    TaskWithoutCounterpart,
    /// An indicator is in one program only.
    IndicatorWithoutCounterpart,
    /// Several rows fit equally well.
    AmbiguousMatch,
    /// Two rows of one program are the same task.
    DuplicateTask,
    /// Two rows of one program are the same indicator.
    DuplicateIndicator,
    /// A number is skipped in an otherwise consecutive run of rows.
    NumberMissing,
    /// A number stands twice in one run of rows.
    NumberRepeated,
    /// A text announces a count, and another number stands there.
    AnnouncedCountDiffers,
    /// Figures of one table do not come out of each other.
    SumDiffers,
    /// A unit that the figure or the name beside it cannot have.
    UnitDoubtful,
    /// Figures stand against the convention for dot and comma.
    NumberFormat,
    /// A footnote dates marked rows outside the period of their table.
    FootnoteChangesPeriod,
    /// A sub-row is due after the task it stands under.
    DeadlineAfterParent,
    /// A deadline lies outside the years of its annex.
    DeadlineOutOfPeriod,
    /// A task has no deadline.
    DeadlineMissing,
    /// A task has no lead, an indicator no reporting body.
    BodyMissing,
    /// A figure or an absolute in a task or the body text does not fit the indicator on its subject.
    TaskAgainstIndicator,
    /// The body text says a task of the annex again with another figure or period.
    TextAgainstTask,
    /// Cells of one column fit other rows better than their own.
    ColumnDisplaced,
    /// One document is cited with two dates, or with two numbers.
    CitationDiffers,
    /// One body is printed in several spellings.
    BodySpelledVariously,
}

impl Code {
    /// All codes, in the order reports group them.
    pub const ALL: [Self; 28] = [
        Self::TargetDiffers,
        Self::TaskAgainstIndicator,
        Self::TextAgainstTask,
        Self::QuantityDiffers,
        Self::DeadlineDiffers,
        Self::LeadBodyDiffers,
        Self::ColumnDisplaced,
        Self::DefinitionDiffers,
        Self::UnitDiffers,
        Self::ReportingBodyDiffers,
        Self::DuplicateTask,
        Self::DuplicateIndicator,
        Self::AnnouncedCountDiffers,
        Self::SumDiffers,
        Self::UnitDoubtful,
        Self::NumberFormat,
        Self::FootnoteChangesPeriod,
        Self::CitationDiffers,
        Self::NumberMissing,
        Self::NumberRepeated,
        Self::DeadlineAfterParent,
        Self::DeadlineOutOfPeriod,
        Self::DeadlineMissing,
        Self::BodyMissing,
        Self::BodySpelledVariously,
        Self::AmbiguousMatch,
        Self::TaskWithoutCounterpart,
        Self::IndicatorWithoutCounterpart,
    ];

    /// The code as it stands in reports: `target-differs`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TargetDiffers => "target-differs",
            Self::UnitDiffers => "unit-differs",
            Self::DefinitionDiffers => "definition-differs",
            Self::ReportingBodyDiffers => "reporting-body-differs",
            Self::DeadlineDiffers => "deadline-differs",
            Self::LeadBodyDiffers => "lead-body-differs",
            Self::QuantityDiffers => "quantity-differs",
            Self::TaskWithoutCounterpart => "task-without-counterpart",
            Self::IndicatorWithoutCounterpart => "indicator-without-counterpart",
            Self::AmbiguousMatch => "ambiguous-match",
            Self::DuplicateTask => "duplicate-task",
            Self::DuplicateIndicator => "duplicate-indicator",
            Self::NumberMissing => "number-missing",
            Self::NumberRepeated => "number-repeated",
            Self::AnnouncedCountDiffers => "announced-count-differs",
            Self::SumDiffers => "sum-differs",
            Self::UnitDoubtful => "unit-doubtful",
            Self::NumberFormat => "number-format",
            Self::FootnoteChangesPeriod => "footnote-changes-period",
            Self::DeadlineAfterParent => "deadline-after-parent",
            Self::DeadlineOutOfPeriod => "deadline-out-of-period",
            Self::DeadlineMissing => "deadline-missing",
            Self::BodyMissing => "body-missing",
            Self::TaskAgainstIndicator => "task-against-indicator",
            Self::TextAgainstTask => "text-against-task",
            Self::ColumnDisplaced => "column-displaced",
            Self::CitationDiffers => "citation-differs",
            Self::BodySpelledVariously => "body-spelled-variously",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown finding code: {0:?}")]
pub struct ParseCodeError(String);

impl FromStr for Code {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|code| code.as_str() == text)
            .ok_or_else(|| ParseCodeError(text.to_owned()))
    }
}

/// A figure in a task's text: its number (or range) and what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// As printed, with the words it counts: `500 bằng sáng chế`.
    pub printed: String,
    /// The number or range alone, as printed: `500`, `01-02`.
    pub number: String,
}

/// The facts of a finding, by code. Texts are as printed, names of bodies in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Details {
    /// See [`Code::TargetDiffers`].
    #[non_exhaustive]
    TargetDiffers {
        /// The left value.
        left: String,
        /// The left unit.
        left_unit: String,
        /// The right value.
        right: String,
        /// The right unit.
        right_unit: String,
        /// How the targets lie to each other.
        relation: TargetRelation,
        /// The years both stand for (`2027`, `2026-2028`), where they are not
        /// the targets of the rows but stand in further value columns; the
        /// heading where it says more than years (`Tỉnh giao 2026`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<String>,
    },
    /// See [`Code::UnitDiffers`].
    #[non_exhaustive]
    UnitDiffers {
        /// The left unit.
        left: String,
        /// The right unit.
        right: String,
    },
    /// See [`Code::DefinitionDiffers`].
    #[non_exhaustive]
    DefinitionDiffers {
        /// The words only the left text has; empty where it leaves out of a list what the
        /// right one names.
        only_left: Vec<String>,
        /// The words only the right text has; the same.
        only_right: Vec<String>,
    },
    /// See [`Code::ReportingBodyDiffers`].
    #[non_exhaustive]
    ReportingBodyDiffers {
        /// The bodies of the left row.
        left: Vec<String>,
        /// The bodies of the right row.
        right: Vec<String>,
        /// Those both have.
        shared: Vec<String>,
    },
    /// See [`Code::DeadlineDiffers`].
    #[non_exhaustive]
    DeadlineDiffers {
        /// The left deadline.
        left: String,
        /// The right deadline.
        right: String,
        /// The side that is due first; `None` where what one prints is no date, or recurs.
        earlier: Option<Side>,
        /// By how many months; `None` where the other has no end.
        months: Option<u32>,
        /// The side that prints a date the calendar does not have (`31/02/2027`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no_date: Option<Side>,
        /// The side whose work recurs while the other's is due once, or both
        /// where they recur in other rhythms.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        recurs: Vec<Side>,
        /// The side whose row is one of several parts of the other's.
        part: Option<Side>,
        /// The stage in which they differ, as the left one calls it, where that is
        /// not the completion of the work (`khởi công`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stage: Option<String>,
        /// Further stages in which they differ.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        further: Vec<StageGap>,
    },
    /// See [`Code::LeadBodyDiffers`].
    #[non_exhaustive]
    LeadBodyDiffers {
        /// The particular bodies the left row puts in charge.
        left: Vec<String>,
        /// The particular bodies the right row puts in charge.
        right: Vec<String>,
        /// The displaced block of cells that may be why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        explained_by: Option<Block>,
        /// A body of one side that took the place of one of the other side.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        succession: Option<Succession>,
    },
    /// See [`Code::QuantityDiffers`].
    #[non_exhaustive]
    QuantityDiffers {
        /// Figures that count the same thing with another number, left and right.
        changed: Vec<(Figure, Figure)>,
        /// Figures only the left text has.
        only_left: Vec<Figure>,
        /// Figures only the right text has.
        only_right: Vec<Figure>,
    },
    /// See [`Code::TaskWithoutCounterpart`].
    #[non_exhaustive]
    TaskWithoutCounterpart {
        /// The row of the other program most like it, where one shares enough to be named.
        nearest: Option<RowId>,
    },
    /// See [`Code::IndicatorWithoutCounterpart`].
    #[non_exhaustive]
    IndicatorWithoutCounterpart {
        /// The row of the other program most like it, where one shares enough to be named.
        nearest: Option<RowId>,
    },
    /// See [`Code::AmbiguousMatch`].
    #[non_exhaustive]
    AmbiguousMatch {
        /// The rows that fit with their scores, best first.
        candidates: Vec<(RowId, u16)>,
    },
    /// See [`Code::DuplicateTask`].
    #[non_exhaustive]
    DuplicateTask {
        /// Whether the texts name the same words in the same order.
        exact: bool,
        /// The fields in which the rows differ in meaning.
        fields: Vec<Field>,
    },
    /// See [`Code::DuplicateIndicator`].
    #[non_exhaustive]
    DuplicateIndicator {
        /// The values, in the order of the rows.
        values: [String; 2],
        /// Their units.
        units: [String; 2],
        /// How the targets lie to each other.
        relation: TargetRelation,
        /// As in [`Self::TargetDiffers`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<String>,
    },
    /// See [`Code::NumberMissing`].
    NumberMissing(NumberMissing),
    /// See [`Code::NumberRepeated`].
    NumberRepeated(NumberRepeated),
    /// See [`Code::AnnouncedCountDiffers`].
    AnnouncedCountDiffers(AnnouncedCountDiffers),
    /// See [`Code::SumDiffers`].
    SumDiffers(SumDiffers),
    /// See [`Code::UnitDoubtful`].
    UnitDoubtful(UnitDoubtful),
    /// See [`Code::NumberFormat`].
    NumberFormat(NumberFormat),
    /// See [`Code::FootnoteChangesPeriod`].
    FootnoteChangesPeriod(FootnoteChangesPeriod),
    /// See [`Code::DeadlineAfterParent`].
    DeadlineAfterParent(DeadlineAfterParent),
    /// See [`Code::DeadlineOutOfPeriod`].
    DeadlineOutOfPeriod(DeadlineOutOfPeriod),
    /// See [`Code::DeadlineMissing`].
    DeadlineMissing,
    /// See [`Code::BodyMissing`].
    BodyMissing(BodyMissing),
    /// See [`Code::TaskAgainstIndicator`].
    #[non_exhaustive]
    TaskAgainstIndicator {
        /// What the task or the body text says.
        passage: Passage,
        /// The figure or the absolute in it: `15 m²/người`, `toàn bộ`.
        value: String,
        /// The indicators on its subject, that of its own program first.
        indicators: Vec<Measured>,
    },
    /// See [`Code::TextAgainstTask`].
    #[non_exhaustive]
    TextAgainstTask {
        /// What the body text says.
        passage: Passage,
        /// Figures that count the same thing, of the body text and of the task.
        changed: Vec<(Figure, Figure)>,
    },
    /// See [`Code::ColumnDisplaced`].
    #[non_exhaustive]
    ColumnDisplaced {
        /// The column.
        field: Field,
        /// The cells, in document order.
        cells: Vec<DisplacedCell>,
        /// Those of the rows whose deadline recurs although nothing in the task does.
        deadlines: Vec<RowId>,
    },
    /// See [`Code::CitationDiffers`].
    #[non_exhaustive]
    CitationDiffers {
        /// What differs.
        slip: CitationSlip,
        /// The citations, in document order.
        cited: Vec<CitedAt>,
    },
    /// See [`Code::BodySpelledVariously`].
    #[non_exhaustive]
    BodySpelledVariously {
        /// The full name of the body.
        name: String,
        /// Its spellings, in document order.
        spellings: Vec<SpelledAs>,
    },
}
