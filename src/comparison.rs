//! Two programs reconciled.

use std::sync::Arc;

use crate::checks::{self, Agreement, Checked, Finding, NotChecked};
use crate::matching::{IndicatorMatch, TaskMatch, match_programs};
use crate::model::Program;

/// Two programs, which row is which, and what does not agree. Owns both
/// programs; `Send + Sync`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The left program.
    pub left: Arc<Program>,
    /// The right program.
    pub right: Arc<Program>,
    /// Pairs of tasks in document order of the left row, then the right.
    pub task_matches: Vec<TaskMatch>,
    /// Pairs of indicators, likewise.
    pub indicator_matches: Vec<IndicatorMatch>,
    /// The findings: gravest first, then by [`crate::Code::ALL`], then in document order.
    /// Taken out with [`Self::only`] they are counted still; removed by hand they are not.
    pub findings: Vec<Finding>,
    /// What was checked inside each program and agrees, by [`crate::Code::ALL`], then in document order.
    pub checked: Vec<Checked>,
    /// Pairs of rows that were compared in one respect and agree, likewise.
    pub agreements: Vec<Agreement>,
    /// Pairs of rows that could not be compared in one respect, with the reason, likewise.
    pub not_checked: Vec<NotChecked>,
    /// Findings that a [`crate::Grading`] switched off or [`Self::only`] left out, as the checks graded
    /// them. No report tells them, but every report says that there are some.
    pub switched_off: Vec<Finding>,
}

/// Reconciles two programs: finds which task and indicator is which, and what
/// does not agree. Takes no side; swapping the programs mirrors the result.
///
/// A program that is compared with many others is shared, not copied:
///
/// ```
/// use std::sync::Arc;
///
/// let party = Arc::new(doichieu::hanoi::party());
/// let comparisons = [doichieu::hanoi::ubnd(), doichieu::hanoi::party()]
///     .map(|other| doichieu::compare(Arc::clone(&party), other));
/// assert!(comparisons.iter().all(|comparison| comparison.left.tasks.len() == 237));
/// ```
#[must_use]
pub fn compare(left: impl Into<Arc<Program>>, right: impl Into<Arc<Program>>) -> Comparison {
    reconcile(left.into(), right.into())
}

fn reconcile(left: Arc<Program>, right: Arc<Program>) -> Comparison {
    let matches = match_programs(&left, &right);
    let outcome = checks::run(&left, &right, &matches);
    Comparison {
        left,
        right,
        task_matches: matches.tasks,
        indicator_matches: matches.indicators,
        findings: outcome.findings,
        checked: outcome.checked,
        agreements: outcome.agreements,
        not_checked: outcome.not_checked,
        switched_off: Vec::new(),
    }
}

impl Comparison {
    /// The same comparison with only some of its findings; the others move to
    /// [`Self::switched_off`]. A pair with a finding is none without one, told or not.
    ///
    /// ```
    /// use doichieu::{Severity, compare, hanoi};
    ///
    /// let grave = compare(hanoi::party(), hanoi::ubnd()).only(|finding| finding.severity == Severity::Contradiction);
    /// assert!(grave.findings.iter().all(|finding| finding.severity == Severity::Contradiction));
    /// ```
    #[must_use]
    pub fn only(mut self, mut keep: impl FnMut(&Finding) -> bool) -> Self {
        let (kept, others): (Vec<Finding>, Vec<Finding>) = self.findings.into_iter().partition(|finding| keep(finding));
        self.findings = kept;
        self.switched_off.extend(others);
        self
    }
}
