//! A task row.

use serde::{Deserialize, Serialize};

use super::{Bodies, Cell, Deadline, Lines, RowId};

/// A task (nhiệm vụ): one row of a task annex. A column the table does not
/// have is `None`; an empty cell is a cell with an empty text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Task {
    /// How the row is cited.
    pub id: RowId,
    /// The label of its section (`VII`), empty where the annex has none.
    pub section: String,
    /// The label of the group inside the section (`C`).
    pub group: Option<String>,
    /// The printed number (`16`, `-` for a dashed row, empty for none).
    pub number: String,
    /// The numbered row this one stands under.
    pub parent: Option<RowId>,
    /// What is to be done (nhiệm vụ).
    pub text: Cell,
    /// The lead body (cơ quan chủ trì).
    pub lead: Option<Cell>,
    /// The coordinating bodies (cơ quan phối hợp).
    pub coordinating: Option<Cell>,
    /// The product (sản phẩm).
    pub product: Option<Cell>,
    /// The deadline (thời hạn).
    pub deadline: Option<Cell>,
    /// The resources (nguồn lực).
    pub resources: Option<Cell>,
    /// The source lines of the row.
    pub lines: Lines,
    /// What [`Self::lead`] names.
    pub lead_bodies: Bodies,
    /// What [`Self::coordinating`] names.
    pub coordinating_bodies: Bodies,
    /// What [`Self::deadline`] means; `None` when empty or not understood.
    pub due: Option<Deadline>,
}
