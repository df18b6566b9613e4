//! Findings (phát hiện): one file per kind.
//!
//! A check reads both programs and the matches and gives its findings; it
//! cannot fail, and knows nothing of how they are shown.

mod agreement;
mod ambiguous_match;
mod announced_count_differs;
mod announcement;
mod body_missing;
mod body_spelled_variously;
mod checked;
mod citation_differs;
mod column_displaced;
mod context;
mod deadline_after_parent;
mod deadline_differs;
mod deadline_missing;
mod deadline_out_of_period;
mod definition_differs;
mod duplicate_indicator;
mod duplicate_task;
mod filled;
mod finding;
mod footnote_changes_period;
mod identity;
mod indicator_without_counterpart;
mod lead_body_differs;
mod number_format;
mod number_missing;
mod number_repeated;
mod numbering;
mod quantity_differs;
mod ranges;
mod reporting_body_differs;
mod severity;
mod sum_differs;
mod target_differs;
mod task_against_indicator;
mod task_without_counterpart;
mod text_against_task;
#[cfg(test)]
mod trial;
mod unit_differs;
mod unit_doubtful;
mod word_before;

use crate::matching::Matches;
use crate::model::Program;
use context::Context;

pub use agreement::{Agreement, NotChecked, WhyNot};
pub use announced_count_differs::{AnnouncedCountDiffers, Counted};
pub use body_missing::BodyMissing;
pub use body_spelled_variously::SpelledAs;
pub use checked::{Checked, CheckedFact, Outcome};
pub use citation_differs::{CitationSlip, CitedAt};
pub use column_displaced::{Block, DisplacedCell, Witness, WitnessKind};
pub use deadline_after_parent::DeadlineAfterParent;
pub use deadline_differs::StageGap;
pub use deadline_out_of_period::{DeadlineOutOfPeriod, Outside};
pub use finding::{Code, Details, Evidence, Field, Figure, Finding, ParseCodeError};
pub use footnote_changes_period::FootnoteChangesPeriod;
pub use identity::{FindingId, ParseFindingIdError};
pub use number_format::{FormatEvidence, NumberFigure, NumberFormat};
pub use number_missing::NumberMissing;
pub use number_repeated::NumberRepeated;
pub use severity::{ParseSeverityError, Severity};
pub use sum_differs::{SumDiffers, SumFigures, SumRelation};
pub use task_against_indicator::{Measured, Passage};
pub use unit_doubtful::{UnitDoubt, UnitDoubtful};

pub use crate::model::Side;

/// Runs all checks on two programs. Findings stand gravest first, then in the
/// order of [`Code::ALL`], then in document order.
#[must_use]
pub fn run(left: &Program, right: &Program, matches: &Matches) -> Outcome {
    let context = Context::new(left, right, matches);
    let mut outcome = Outcome::default();
    for check in BETWEEN_PROGRAMS {
        outcome.findings.extend(check(&context));
    }
    outcome.extend(PAIR_BY_PAIR.iter().map(|check| check(&context)));
    outcome.extend(INSIDE_ONE_PROGRAM.iter().map(|check| check(&context)));
    column_displaced::explain(&mut outcome.findings);
    outcome
        .findings
        .sort_by_cached_key(|finding| (finding.severity, code_rank(finding.code)));
    outcome.checked.sort_by_key(|checked| code_rank(checked.code));
    outcome.agreements.sort_by_key(|pair| code_rank(pair.code));
    outcome.not_checked.sort_by_key(|pair| code_rank(pair.code));
    outcome
}

/// Checks that give findings only.
const BETWEEN_PROGRAMS: &[fn(&Context<'_>) -> Vec<Finding>] = &[
    unit_differs::check,
    definition_differs::check,
    reporting_body_differs::check,
    quantity_differs::check,
    duplicate_task::check,
    duplicate_indicator::check,
    text_against_task::check,
    deadline_after_parent::check,
    column_displaced::check,
    citation_differs::check,
    body_spelled_variously::check,
    ambiguous_match::check,
    task_without_counterpart::check,
    indicator_without_counterpart::check,
];

/// Checks that say of each pair whether it differs, agrees, or cannot be compared.
const PAIR_BY_PAIR: &[fn(&Context<'_>) -> Outcome] =
    &[target_differs::check, deadline_differs::check, lead_body_differs::check];

/// Checks of each program by itself, which also say what holds.
const INSIDE_ONE_PROGRAM: &[fn(&Context<'_>) -> Outcome] = &[
    number_missing::check,
    number_repeated::check,
    announced_count_differs::check,
    sum_differs::check,
    unit_doubtful::check,
    number_format::check,
    footnote_changes_period::check,
    deadline_out_of_period::check,
    deadline_missing::check,
    body_missing::check,
    task_against_indicator::check,
];

/// The place of a code in the order reports group them.
pub(crate) fn code_rank(code: Code) -> usize {
    RANKS[code as usize]
}

/// The places by code.
const RANKS: [usize; Code::ALL.len()] = {
    let mut ranks = [0; Code::ALL.len()];
    let mut rank = 0;
    while rank < ranks.len() {
        ranks[Code::ALL[rank] as usize] = rank;
        rank += 1;
    }
    ranks
};

#[cfg(test)]
mod tests {
    use super::trial::indicators;
    use super::*;
    use crate::matching::match_programs;

    #[test]
    fn findings_of_one_severity_stand_in_the_order_of_codes() {
        let left = indicators("1\tDiện tích cây xanh đô thị\tm2/người\t10-12\tSở Xây dựng\n");
        let right = indicators("1\tDiện tích cây xanh công cộng đô thị\tm2/người\t≥ 10\tSở Xây dựng\n");
        let found = run(&left, &right, &match_programs(&left, &right)).findings;
        let codes: Vec<Code> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::TargetDiffers, Code::DefinitionDiffers]);
    }
}
