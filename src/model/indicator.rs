//! An indicator row.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Bodies, Cell, Likeness, Lines, Reach, RowId, Scope, Target, Unit};

/// An indicator (chỉ tiêu): one row of an indicator annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Indicator {
    /// How the row is cited.
    pub id: RowId,
    /// The label of its section, empty where the annex has none.
    pub section: String,
    /// The printed number (`13`, `1.2`, `-`, `+`, empty for none).
    pub number: String,
    /// The numbered row this one stands under.
    pub parent: Option<RowId>,
    /// Its name (chỉ tiêu).
    pub name: Cell,
    /// The unit column (đơn vị).
    pub unit: Option<Cell>,
    /// The target (mục tiêu): of several value columns the one of the latest
    /// year that does not hold results.
    pub value: Cell,
    /// All value columns with their headings, the first included, when there are several.
    pub values: Vec<PeriodValue>,
    /// The reporting body (chủ trì báo cáo).
    pub body: Option<Cell>,
    /// The source lines of the row.
    pub lines: Lines,
    /// What the value stands for in time: the first and last year (`2026-2030`), from the column heading or the title.
    pub period: Option<(i16, i16)>,
    /// Which of the figures for this time the value is.
    #[serde(default)]
    pub scope: Scope,
    /// What [`Self::unit`] means, or the unit named in the column heading.
    pub unit_read: Option<Unit>,
    /// What [`Self::value`] means; `None` when empty or not understood.
    pub target: Option<Target>,
    /// What [`Self::body`] names.
    pub bodies: Bodies,
    /// The footnote that a mark in the row (`*`) points to.
    pub footnote: Option<String>,
}

impl Indicator {
    /// The units of both rows as they are compared, in the light of the names.
    pub(crate) fn units_beside<'u>(&'u self, other: &'u Self) -> [Option<Cow<'u, Unit>>; 2] {
        match (&self.unit_read, &other.unit_read) {
            (Some(unit), Some(others)) => {
                Unit::side_by_side((unit, &self.name.text), (others, &other.name.text)).map(Some)
            }
            (unit, others) => [unit, others].map(|unit| unit.as_ref().map(Cow::Borrowed)),
        }
    }

    /// Whether both values stand for different times: periods that end in
    /// another year. A target for 2030 and one for 2026-2030 are due together.
    pub(crate) fn is_of_other_period(&self, other: &Self) -> bool {
        self.period
            .zip(other.period)
            .is_some_and(|((_, left), (_, right))| left != right)
    }

    /// Whether both values stand for different times, or for different figures
    /// of one: a half-year beside the year, an average beside its last year,
    /// what the state gave beside what the province did.
    pub(crate) fn is_of_other_figure(&self, other: &Self) -> bool {
        self.is_of_other_time(other) || self.scope.likeness(&other.scope) == Likeness::Other
    }

    /// Whether both values stand for different times.
    pub(crate) fn is_of_other_time(&self, other: &Self) -> bool {
        let is_average = |row: &Self| row.scope.reach == Reach::Average;
        self.is_of_other_period(other)
            || self.scope.months != other.scope.months
            || (self.period != other.period && is_average(self) != is_average(other))
    }
}

/// One value column of an indicator that has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PeriodValue {
    /// The column heading as printed.
    pub heading: String,
    /// The printed value.
    pub cell: Cell,
    /// The first and last year (`2026-2030`), from the column heading or, where
    /// that names none, those of the annex.
    pub period: Option<(i16, i16)>,
    /// Which of the figures for this time the value is.
    #[serde(default)]
    pub scope: Scope,
    /// What the value means; `None` of results, when empty or not understood.
    pub target: Option<Target>,
}
