//! Which task or indicator is which.

use serde::{Deserialize, Serialize};

use crate::model::{RowId, TargetRelation};

/// How the things two rows ask for lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The same task.
    Same,
    /// The left row is a part of the right one.
    LeftPartOfRight,
    /// The right row is a part of the left one.
    RightPartOfLeft,
    /// They share a part.
    Overlap,
}

/// Two task rows that are one, or partly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TaskMatch {
    /// The row of the left program.
    pub left: RowId,
    /// The row of the right program.
    pub right: RowId,
    /// How they lie to each other.
    pub relation: Relation,
    /// How alike their texts are, 0 to 1000.
    pub score: u16,
    /// Whether the pair follows from the pair of the parent row, not from the texts.
    pub through_parent: bool,
}

/// Two indicator rows that are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IndicatorMatch {
    /// The row of the left program.
    pub left: RowId,
    /// The row of the right program.
    pub right: RowId,
    /// How their targets lie to each other.
    pub targets: TargetRelation,
    /// How alike their names are, 0 to 1000.
    pub score: u16,
}

/// Rows that several rows fit equally well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tie {
    /// The row, and which program it is in.
    pub row: RowId,
    /// True for a row of the left program.
    pub side: crate::checks::Side,
    /// The rows that fit, best first.
    pub candidates: Vec<(RowId, u16)>,
}

/// All pairs and ties, in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Matches {
    /// Pairs of tasks.
    pub tasks: Vec<TaskMatch>,
    /// Pairs of indicators.
    pub indicators: Vec<IndicatorMatch>,
    /// Ties, tasks first.
    pub ties: Vec<Tie>,
}
