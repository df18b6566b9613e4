//! The sentences of two programs compared, and of the same two the other way
//! round: each says the same of each program.

use std::collections::BTreeMap;

use doichieu::report::Language;
use doichieu::{Comparison, Finding, Program, RowId, compare, hanoi};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

use super::cases;
use super::drafts::pair;
use super::mirror::{mirrored, sorted};

/// What the programs are called, either way round.
const LABELS: [&str; 2] = ["Alpha", "Beta"];

/// What a sentence says of a program, clause by clause, in an order of their
/// own; enumerations as their words.
fn clauses(sentence: &str) -> Vec<String> {
    let mut in_quotation = false;
    let mut clauses: Vec<String> = sentence
        .split(|c| {
            in_quotation = c == '“' || in_quotation && c != '”';
            !in_quotation && matches!(c, ',' | ';' | ':' | '.')
        })
        .filter(|clause| LABELS.iter().any(|label| clause.contains(label)))
        .map(|clause| {
            let mut words: Vec<&str> = clause.split_whitespace().collect();
            if words.contains(&"và") {
                words.sort_unstable();
            }
            words.join(" ")
        })
        .collect();
    clauses.sort_unstable();
    clauses
}

/// What is said of each finding that names rows of one program, or two rows of
/// one text: a sentence opens with the text of the left row. In Vietnamese:
/// English leaves out of the second clause what the first has said.
fn said(comparison: &Comparison, key: impl Fn(Value) -> Value) -> BTreeMap<String, Vec<String>> {
    let text = |program: &Program, ids: &[RowId]| -> Option<String> {
        let row = ids.first()?;
        let task = program.task(row).map(|task| task.text.text.clone());
        task.or_else(|| Some(program.indicator(row)?.name.text.clone()))
    };
    let is_alike = |finding: &&Finding| {
        let left = text(&comparison.left, &finding.left);
        let right = text(&comparison.right, &finding.right);
        left.is_none() || right.is_none() || left == right
    };
    let messages = comparison.messages(Language::Vi);
    let findings = comparison.findings.iter().filter(is_alike);
    findings
        .map(|finding| {
            let name = sorted(key(json!(finding))).to_string();
            (name, clauses(&messages.of(finding)))
        })
        .collect()
}

fn says_the_same(left: &Program, right: &Program) -> TestCaseResult {
    let (mut left, mut right) = (left.clone(), right.clone());
    [left.label, right.label] = LABELS.map(str::to_owned);
    let straight = compare(left.clone(), right.clone());
    let swapped = compare(right, left);
    let (here, there) = (said(&straight, |finding| finding), said(&swapped, mirrored));
    prop_assert!(here.keys().eq(there.keys()));
    for (finding, clauses) in here {
        prop_assert_eq!(&clauses, &there[&finding], "{}", finding);
    }
    Ok(())
}

#[test]
fn the_sentences_of_the_two_programs_say_the_same_the_other_way_round() {
    says_the_same(&hanoi::party(), &hanoi::ubnd()).unwrap();
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn sentences_of_drafts_say_the_same_the_other_way_round((left, right) in pair()) {
        says_the_same(&left, &right)?;
    }
}
