//! Findings (phát hiện): one file per kind.
//!
//! A check reads both programs and the matches and gives its findings; it
//! cannot fail, and knows nothing of how they are shown.

mod ambiguous_match;
mod context;
mod deadline_differs;
mod definition_differs;
mod duplicate_task;
mod finding;
mod identity;
mod indicator_without_counterpart;
mod lead_body_differs;
mod quantity_differs;
mod reporting_body_differs;
mod target_differs;
mod task_without_counterpart;
mod unit_differs;

use crate::matching::Matches;
use crate::model::Program;
use context::Context;

pub use finding::{Code, Details, Evidence, Field, Figure, Finding, ParseCodeError, Severity, Side};
pub use identity::FindingId;

/// All findings about two programs: gravest first, then in the order of
/// [`Code::ALL`], then in document order.
#[must_use]
pub fn findings(left: &Program, right: &Program, matches: &Matches) -> Vec<Finding> {
    let context = Context::new(left, right, matches);
    let checks = [
        target_differs::check,
        unit_differs::check,
        definition_differs::check,
        reporting_body_differs::check,
        deadline_differs::check,
        lead_body_differs::check,
        quantity_differs::check,
        duplicate_task::check,
        ambiguous_match::check,
        task_without_counterpart::check,
        indicator_without_counterpart::check,
    ];
    let mut findings: Vec<Finding> = checks.iter().flat_map(|check| check(&context)).collect();
    let place = |code: Code| Code::ALL.iter().position(|&known| known == code);
    findings.sort_by_key(|finding| (finding.severity, place(finding.code)));
    findings
}
