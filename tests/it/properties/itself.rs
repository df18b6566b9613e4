//! A program compared with itself.

use doichieu::matching::LeadRelation;
use doichieu::model::{DeadlineOrder, TargetRelation};
use doichieu::{Code, Comparison, Finding, Program, Relation, compare, hanoi, read};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::cases;
use super::drafts::draft;

/// The findings that say that two programs differ.
const ACROSS: [Code; 10] = [
    Code::TargetDiffers,
    Code::UnitDiffers,
    Code::DefinitionDiffers,
    Code::ReportingBodyDiffers,
    Code::DeadlineDiffers,
    Code::LeadBodyDiffers,
    Code::QuantityDiffers,
    Code::TaskWithoutCounterpart,
    Code::IndicatorWithoutCounterpart,
    Code::AmbiguousMatch,
];

/// No finding across the programs, and every row is itself.
fn agrees_with_itself(program: &Program) -> TestCaseResult {
    let Comparison {
        findings,
        task_matches,
        indicator_matches,
        ..
    } = compare(program.clone(), program.clone());
    let across: Vec<_> = findings
        .iter()
        .filter(|finding| ACROSS.contains(&finding.code))
        .collect();
    prop_assert!(across.is_empty(), "{:#?}", across);
    let is_of_both = |finding: &&Finding| !finding.left.is_empty() && !finding.right.is_empty();
    let of_both: Vec<_> = findings.iter().filter(is_of_both).collect();
    prop_assert!(of_both.is_empty(), "{:#?}", of_both);

    let itself = |id| {
        task_matches
            .iter()
            .any(|pair| &pair.left == id && &pair.right == id && pair.relation == Relation::Same)
    };
    for task in &program.tasks {
        prop_assert!(itself(&task.id), "{} {}", task.id, task.text.text);
    }
    for pair in &task_matches {
        prop_assert_ne!(pair.leads, LeadRelation::Conflict, "{:?}", pair);
        let same_day = matches!(
            pair.deadlines,
            DeadlineOrder::Equal | DeadlineOrder::NotComparable { .. }
        );
        prop_assert!(same_day || pair.left != pair.right, "{:?}", pair);
    }
    let itself = |id| {
        indicator_matches
            .iter()
            .any(|pair| &pair.left == id && &pair.right == id)
    };
    // A row that only gathers others may have no name to be known by.
    for row in program.indicators.iter().filter(|row| !row.name.is_empty()) {
        prop_assert!(itself(&row.id), "{} {}", row.id, row.name.text);
    }
    for pair in &indicator_matches {
        let same = matches!(pair.targets, TargetRelation::Equal | TargetRelation::NotComparable);
        prop_assert!(same || pair.left != pair.right, "{:?}", pair);
    }
    Ok(())
}

#[test]
fn the_two_programs_agree_with_themselves() {
    for program in [hanoi::party(), hanoi::ubnd()] {
        agrees_with_itself(&program).unwrap();
    }
}

#[test]
fn the_edited_drafts_agree_with_themselves() {
    for draft in super::DRAFTS {
        agrees_with_itself(&read(draft).unwrap()).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn a_draft_of_real_rows_agrees_with_itself(draft in draft()) {
        agrees_with_itself(&draft)?;
    }
}
