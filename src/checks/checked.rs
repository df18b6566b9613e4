//! What a check looked at and found to agree.

use serde::{Deserialize, Serialize};

use super::{Agreement, Code, Finding, NotChecked, Side};
use crate::model::RowId;

/// Something checked that holds (đã kiểm tra, khớp): the counterpart of a
/// finding, for the list reviewers write by hand at the end of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Checked {
    /// The finding it would have been, had it not held.
    pub code: Code,
    /// The program checked.
    pub side: Side,
    /// The rows that show it, in document order; empty where it concerns a
    /// whole annex or the body text.
    pub rows: Vec<RowId>,
    /// What holds.
    pub fact: CheckedFact,
}

/// What was found to hold. Figures and texts are as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CheckedFact {
    /// As many stand there as are announced.
    CountHolds {
        /// The announcement as printed: `40 chỉ tiêu`, `09 cầu`.
        announced: String,
        /// How many were counted.
        found: u32,
        /// The annex counted; `None` where the things are named in the row itself or under it.
        annex: Option<u32>,
    },
    /// The numbers of a run of rows go on without a gap or repetition.
    NumbersRun {
        /// The annex.
        annex: u32,
        /// The section or group the numbers run in, outermost first; empty where they run on through the annex.
        section: Vec<String>,
        /// The first number.
        first: u32,
        /// The last number.
        last: u32,
    },
    /// Parts add up to their total.
    SumHolds {
        /// The printed parts, in order of the rows.
        parts: Vec<String>,
        /// The printed total, or the 100 that shares make up.
        total: String,
        /// What the parts come to, where rounding makes it another number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        computed: Option<String>,
    },
    /// A printed ratio is the quotient of the two rows it names.
    RatioHolds {
        /// The printed ratio.
        ratio: String,
        /// The printed value that is divided.
        dividend: String,
        /// The printed value it is divided by.
        divisor: String,
        /// The quotient, with the printed number of decimals and one more.
        computed: String,
    },
    /// Each growth of a whole lies between the growths of its parts.
    GrowthBetweenParts {
        /// The annex.
        annex: u32,
        /// How many printed growths of wholes were held against those of their parts.
        totals: u32,
    },
    /// Each figure of a half-year, nine months or a year lies between those of
    /// the shorter periods it is made of.
    PeriodsBetween {
        /// The annex.
        annex: u32,
        /// How many figures were held against those of shorter periods.
        figures: u32,
    },
    /// A figure or an absolute in a task or the body text fits the indicator on its subject.
    FigureFits {
        /// The clause as printed.
        claim: String,
        /// The printed target of the indicator.
        value: String,
    },
    /// Every row of an annex that needs a body or a deadline has one.
    FieldFilled {
        /// The annex.
        annex: u32,
        /// How many rows have one.
        rows: u32,
    },
    /// Every deadline of an annex lies inside its period.
    DeadlinesInPeriod {
        /// The annex.
        annex: u32,
        /// The first and last year of the annex.
        period: (i16, i16),
        /// How many rows have a deadline with bounds.
        rows: u32,
    },
}

/// What checks give: what does not agree, and what was found to agree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// What does not agree.
    pub findings: Vec<Finding>,
    /// What was checked and agrees, in the order of [`Code::ALL`], then in document order.
    pub checked: Vec<Checked>,
    /// Pairs of rows that agree in one respect, by code, then in document order.
    pub agreements: Vec<Agreement>,
    /// Pairs of rows that could not be compared in one respect, likewise.
    pub not_checked: Vec<NotChecked>,
}

impl Extend<Outcome> for Outcome {
    fn extend<T: IntoIterator<Item = Outcome>>(&mut self, outcomes: T) {
        for outcome in outcomes {
            self.findings.extend(outcome.findings);
            self.checked.extend(outcome.checked);
            self.agreements.extend(outcome.agreements);
            self.not_checked.extend(outcome.not_checked);
        }
    }
}
