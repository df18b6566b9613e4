//! Every row ends in one place, and every finding has a name of its own.

use std::collections::BTreeSet;

use doichieu::checks::Side;
use doichieu::{Code, Comparison, RowId, compare, hanoi};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::drafts::pair;
use super::{cases, goes_through_json};

fn in_one_place(comparison: &Comparison) -> TestCaseResult {
    for side in [Side::Left, Side::Right] {
        let program = if side == Side::Left {
            &comparison.left
        } else {
            &comparison.right
        };
        let own = |left, right| if side == Side::Left { left } else { right };
        let tasks: Vec<&RowId> = comparison
            .task_matches
            .iter()
            .map(|pair| own(&pair.left, &pair.right))
            .collect();
        let indicators: Vec<&RowId> = comparison
            .indicator_matches
            .iter()
            .map(|pair| own(&pair.left, &pair.right))
            .collect();
        let said = |code: Code| -> BTreeSet<&RowId> {
            comparison
                .findings
                .iter()
                .filter(|finding| finding.code == code)
                .flat_map(|finding| finding.rows(side))
                .collect()
        };
        let (tied, alone) = (said(Code::AmbiguousMatch), said(Code::TaskWithoutCounterpart));
        for task in &program.tasks {
            let places = [
                tasks.contains(&&task.id),
                tied.contains(&task.id),
                alone.contains(&task.id),
            ];
            prop_assert_eq!(
                places.iter().filter(|&&place| place).count(),
                1,
                "{:?} {} {:?}",
                side,
                task.id,
                places
            );
        }
        let alone = said(Code::IndicatorWithoutCounterpart);
        // A row that only gathers others may have no name to be known by.
        for row in program.indicators.iter().filter(|row| !row.name.is_empty()) {
            let places = [
                indicators.contains(&&row.id),
                tied.contains(&row.id),
                alone.contains(&row.id),
            ];
            prop_assert_eq!(
                places.iter().filter(|&&place| place).count(),
                1,
                "{:?} {} {:?}",
                side,
                row.id,
                places
            );
        }
    }
    Ok(())
}

fn named_and_ordered(comparison: &Comparison) -> TestCaseResult {
    let mut names = BTreeSet::new();
    for finding in &comparison.findings {
        prop_assert!(names.insert(finding.id()), "{}", finding.id());
        goes_through_json(finding)?;
        for (side, program) in [(Side::Left, &comparison.left), (Side::Right, &comparison.right)] {
            let known = |id: &RowId| program.task(id).is_some() || program.indicator(id).is_some();
            prop_assert!(finding.rows(side).iter().all(known), "{:?}", finding);
            let mut quoted = finding.evidence.iter().filter(|quotation| quotation.side == side);
            prop_assert!(quoted.all(|quotation| known(&quotation.row)), "{:?}", finding);
        }
    }
    prop_assert!(comparison.findings.is_sorted_by_key(|finding| finding.severity));
    Ok(())
}

#[test]
fn rows_of_the_two_programs_end_in_one_place() {
    let comparison = compare(hanoi::party(), hanoi::ubnd());
    in_one_place(&comparison).unwrap();
    named_and_ordered(&comparison).unwrap();
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn rows_of_drafts_end_in_one_place((left, right) in pair()) {
        let comparison = compare(left, right);
        in_one_place(&comparison)?;
        named_and_ordered(&comparison)?;
    }
}
