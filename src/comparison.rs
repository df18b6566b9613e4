//! Two programs reconciled.

use crate::checks::{self, Checked, Finding};
use crate::matching::{IndicatorMatch, TaskMatch, match_programs};
use crate::model::Program;

/// Two programs, which row is which, and what does not agree. Owns both
/// programs; `Send + Sync`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The left program.
    pub left: Program,
    /// The right program.
    pub right: Program,
    /// Pairs of tasks in document order of the left row, then the right.
    pub task_matches: Vec<TaskMatch>,
    /// Pairs of indicators, likewise.
    pub indicator_matches: Vec<IndicatorMatch>,
    /// The findings: gravest first, then by [`crate::Code::ALL`], then in document order.
    pub findings: Vec<Finding>,
    /// What was checked inside each program and agrees, by [`crate::Code::ALL`], then in document order.
    pub checked: Vec<Checked>,
}

/// Reconciles two programs: finds which task and indicator is which, and what
/// does not agree. Takes no side; swapping the programs mirrors the result.
#[must_use]
pub fn compare(left: Program, right: Program) -> Comparison {
    let matches = match_programs(&left, &right);
    let outcome = checks::run(&left, &right, &matches);
    Comparison {
        left,
        right,
        task_matches: matches.tasks,
        indicator_matches: matches.indicators,
        findings: outcome.findings,
        checked: outcome.checked,
    }
}
