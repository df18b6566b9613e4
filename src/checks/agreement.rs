//! What became of a pair of rows in which no difference was found.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Code;
use crate::model::{Incomparable, RowId};

/// A pair of rows that was compared in one respect and agrees (khớp): equal
/// targets, the same finishing day, a body in charge that both have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Agreement {
    /// The finding it would have been, had the rows differed.
    pub code: Code,
    /// The row of the left program.
    pub left: RowId,
    /// The row of the right program.
    pub right: RowId,
}

/// A pair of rows that could not be compared in one respect, or a kind of
/// finding that is switched off (chưa kiểm tra).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NotChecked {
    /// The kind of finding that was not looked for.
    pub code: Code,
    /// The row of the left program; `None` when the whole kind was not looked for.
    pub left: Option<RowId>,
    /// The row of the right program; `None` when the whole kind was not looked for.
    pub right: Option<RowId>,
    /// Why not.
    pub why: WhyNot,
}

/// Why something was not compared, in the order reports list the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WhyNot {
    /// One of the cells or both are empty, or the table has no such column.
    Missing,
    /// One of the cells is printed but not understood; a reading note names it.
    NotUnderstood,
    /// One of the deadlines recurs (thường xuyên, hàng năm).
    Recurring,
    /// One of the deadlines hangs on a condition without a date.
    Conditional,
    /// The deadlines name other milestones: one the start, the other the finish.
    OtherMilestones,
    /// The values stand for other periods.
    OtherPeriod,
    /// The values measure other things: another unit, another whole.
    OtherMeasure,
    /// The columns hold other figures of their time: of another giver or
    /// scenario, a result beside a target.
    OtherFigure,
    /// One of the rows names nobody in particular (các sở, ban, ngành).
    NobodyInParticular,
    /// One of the rows names only divisions of its own issuer (Vụ Pháp chế of a
    /// ministry), to which nobody else gives a task.
    OwnDivision,
    /// One of the rows names only the issuer of the other program, which gives
    /// the task on to somebody.
    OtherIssuer,
    /// A [`crate::Grading`] switched the kind of finding off.
    SwitchedOff,
}

impl fmt::Display for WhyNot {
    /// As in JSON: `other-measure`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl WhyNot {
    /// The reason two deadlines do not compare; `printed`: both cells have text.
    pub(crate) const fn of_deadlines(why: Incomparable, printed: bool) -> Self {
        match why {
            Incomparable::Missing if printed => Self::NotUnderstood,
            Incomparable::Missing => Self::Missing,
            Incomparable::Recurring => Self::Recurring,
            Incomparable::Conditional => Self::Conditional,
            Incomparable::OtherMilestones => Self::OtherMilestones,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_cell_is_missing_and_a_printed_one_not_understood() {
        assert_eq!(WhyNot::of_deadlines(Incomparable::Missing, false), WhyNot::Missing);
        assert_eq!(WhyNot::of_deadlines(Incomparable::Missing, true), WhyNot::NotUnderstood);
        assert_eq!(WhyNot::of_deadlines(Incomparable::Recurring, true), WhyNot::Recurring);
    }
}
