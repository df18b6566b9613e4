//! The order of unrelated rows: sections moved as wholes keep their ids, so
//! the same rows match and the same is found, each on the lines it now stands
//! on.
//!
//! What goes by order may change: the order of the lists, what is said of
//! numbers that run on from section to section, and of a cell that fits the
//! neighbouring rows better.

use std::collections::BTreeSet;

use doichieu::{Code, Comparison, Details, Finding, Program, compare, hanoi, read};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::cases;
use super::drafts::{pair, reverse};

/// Findings that are about the order of rows.
const BY_ORDER: [Code; 4] = [
    Code::NumberMissing,
    Code::NumberRepeated,
    Code::AnnouncedCountDiffers,
    Code::ColumnDisplaced,
];

/// Which row is which, by their ids, and what is found, whatever the order.
fn outcome(comparison: &Comparison) -> BTreeSet<String> {
    let tasks = comparison.task_matches.iter().map(|pair| format!("{pair:?}"));
    let indicators = comparison.indicator_matches.iter().map(|pair| format!("{pair:?}"));
    let findings = comparison
        .findings
        .iter()
        .filter(|finding| !BY_ORDER.contains(&finding.code));
    tasks.chain(indicators).chain(findings.flat_map(shown)).collect()
}

fn shown(finding: &Finding) -> Vec<String> {
    let Finding { code, severity, .. } = finding;
    let quoted: BTreeSet<_> = finding.evidence.iter().map(|quotation| &quotation.text).collect();
    match &finding.details {
        // Each spelling is quoted from the first row that has it.
        Details::BodySpelledVariously { name, spellings, .. } => {
            let spellings: BTreeSet<_> = spellings.iter().map(|spelled| &spelled.printed).collect();
            vec![format!("{code} {severity:?} {name} {spellings:?}")]
        }
        // Of three copies two are held against the first.
        Details::DuplicateTask { .. } => {
            let rows = finding.left.iter().chain(&finding.right);
            rows.map(|row| format!("{code} {row}")).collect()
        }
        _ => {
            let rows: [BTreeSet<_>; 2] = [&finding.left, &finding.right].map(|rows| rows.iter().collect());
            vec![format!("{code} {severity:?} {rows:?} {quoted:?}")]
        }
    }
}

fn same_outcome(one: &Comparison, other: &Comparison) -> TestCaseResult {
    let (one, other) = (outcome(one), outcome(other));
    let differences: Vec<_> = one.symmetric_difference(&other).collect();
    prop_assert!(differences.is_empty(), "{:#?}", differences);
    Ok(())
}

/// The text of the Party program with the sections of its task annex in another order.
fn party_in_order(order: &[usize]) -> String {
    let program = hanoi::party();
    let starts: Vec<usize> = program
        .sections
        .iter()
        .filter(|section| section.annex == 3 && section.parent.is_none())
        .map(|section| section.lines.first as usize - 1)
        .collect();
    let lines: Vec<&str> = hanoi::PARTY.lines().collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let sections: Vec<&[&str]> = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| &lines[start..end])
        .collect();
    let moved = order.iter().flat_map(|&section| sections[section]);
    let lines: Vec<&str> = lines[..starts[0]].iter().chain(moved).copied().collect();
    lines.join("\n")
}

#[test]
fn sections_moved_in_the_text_change_nothing_but_lines() {
    let original = compare(hanoi::party(), hanoi::ubnd());
    for order in [
        [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
        [4, 7, 1, 0, 11, 6, 2, 9, 3, 10, 5, 8],
    ] {
        let mut moved = read(&party_in_order(&order)).unwrap();
        moved.label = original.left.label.clone();
        let mut rows: Vec<_> = moved.tasks.iter().map(|task| (&task.id, &task.text.text)).collect();
        let mut before: Vec<_> = original
            .left
            .tasks
            .iter()
            .map(|task| (&task.id, &task.text.text))
            .collect();
        rows.sort();
        before.sort();
        assert_eq!(rows, before);
        let moved = compare(moved, hanoi::ubnd());
        same_outcome(&moved, &original).unwrap();
    }
}

#[test]
fn rows_in_reverse_change_nothing_but_their_order() {
    let original = compare(hanoi::party(), hanoi::ubnd());
    let mut reversed = hanoi::ubnd();
    reverse(&mut reversed);
    let reversed = compare(hanoi::party(), reversed);
    same_outcome(&reversed, &original).unwrap();
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn rows_of_drafts_in_reverse_change_nothing_but_their_order((left, right) in pair()) {
        let original = compare(left.clone(), right.clone());
        let turned = |mut program: Program| {
            reverse(&mut program);
            program
        };
        for reversed in [compare(turned(left.clone()), right.clone()), compare(left, turned(right))] {
            same_outcome(&reversed, &original)?;
        }
    }
}
