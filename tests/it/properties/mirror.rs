//! Two programs compared, and the same two the other way round.

use doichieu::report::Language;
use doichieu::{Comparison, Program, compare, hanoi, read};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

use super::cases;
use super::drafts::pair;

/// All that a comparison says of the two programs.
fn facts(comparison: &Comparison) -> Value {
    json!({
        "task_matches": comparison.task_matches,
        "indicator_matches": comparison.indicator_matches,
        "findings": comparison.findings,
        "checked": comparison.checked,
        "agreements": comparison.agreements,
        "not_checked": comparison.not_checked,
    })
}

/// The facts with left and right swapped.
pub(super) fn mirrored(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let value = match (name.as_str(), value) {
                    (
                        "side" | "earlier" | "no_date" | "part" | "relation" | "targets" | "order",
                        Value::String(word),
                    ) => Value::String(other_side(&word)),
                    // How a passage lies to an indicator, whichever side either is on.
                    ("indicators", Value::Array(measured))
                        if measured.iter().all(|one| one.get("relation").is_some()) =>
                    {
                        measured.into_iter().map(on_other_side).collect()
                    }
                    ("changed", Value::Array(pairs)) => pairs.into_iter().map(turned).map(mirrored).collect(),
                    (_, value) => mirrored(value),
                };
                (other_side(&name), value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(mirrored).collect(),
        value => value,
    }
}

fn on_other_side(mut measured: Value) -> Value {
    let side = measured["side"].as_str().map(other_side);
    measured["side"] = side.into();
    measured
}

fn turned(pair: Value) -> Value {
    match pair {
        Value::Array(both) => both.into_iter().rev().collect(),
        other => other,
    }
}

/// `left` for `right` and the reverse, wherever a word says one.
fn other_side(word: &str) -> String {
    match word {
        "left-earlier" => "left-later".to_owned(),
        "left-later" => "left-earlier".to_owned(),
        _ => word
            .replace("left", "\0")
            .replace("right", "left")
            .replace('\0', "right"),
    }
}

/// Lists in an order of their own: that of the report goes by the left program first.
pub(super) fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, sorted(value))).collect(),
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_cached_key(ToString::to_string);
            items.into()
        }
        value => value,
    }
}

fn mirrors(left: &Program, right: &Program) -> TestCaseResult {
    let straight = compare(left.clone(), right.clone());
    let swapped = compare(right.clone(), left.clone());
    let (here, there) = (facts(&straight), mirrored(facts(&swapped)));
    for list in [
        "task_matches",
        "indicator_matches",
        "findings",
        "checked",
        "agreements",
        "not_checked",
    ] {
        let [here, there] = [&here, &there].map(|facts| lines(facts[list].clone()));
        let only = |one: &[String], other: &[String]| {
            one.iter()
                .filter(|line| !other.contains(line))
                .cloned()
                .collect::<Vec<_>>()
        };
        if here != there {
            prop_assert!(
                false,
                "{}: {:#?} | {:#?}",
                list,
                only(&here, &there),
                only(&there, &here)
            );
        }
    }
    let kinds = |comparison: &Comparison| -> Vec<_> {
        comparison
            .findings
            .iter()
            .map(|finding| (finding.severity, finding.code))
            .collect()
    };
    prop_assert_eq!(kinds(&straight), kinds(&swapped));
    for language in Language::ALL {
        prop_assert_eq!(opening(&straight, language), opening(&swapped, language));
    }
    let entries = |comparison: &Comparison| {
        comparison
            .html(Language::Vi)
            .to_string()
            .matches("<article class")
            .count()
    };
    prop_assert_eq!(entries(&straight), entries(&swapped));
    Ok(())
}

/// The items of a list, a line each, in an order that no side can change.
fn lines(list: Value) -> Vec<String> {
    let Value::Array(items) = list else { return Vec::new() };
    let mut lines: Vec<String> = items.into_iter().map(|item| sorted(item).to_string()).collect();
    lines.sort();
    lines
}

/// The words of the tables of counts a report opens with and of its headings,
/// in an order of their own. The sentences name a row by its text in the left
/// program, and a hint may say that the programs stand in the other order.
fn opening(comparison: &Comparison, language: Language) -> Vec<String> {
    let report = comparison.markdown(language).to_string();
    let end = report.find("\n## ").unwrap_or(report.len());
    let counts = report[..end].lines().filter(|line| line.starts_with('|'));
    let headings = report[end..].lines().filter(|line| line.starts_with('#'));
    let mut words: Vec<String> = counts
        .chain(headings)
        .flat_map(doichieu::text::words)
        .map(|word| word.text.to_lowercase())
        .collect();
    words.sort();
    words
}

#[test]
fn the_two_programs_mirror() {
    mirrors(&hanoi::party(), &hanoi::ubnd()).unwrap();
}

#[test]
fn the_edited_drafts_mirror() {
    let party = hanoi::party();
    for draft in super::DRAFTS {
        mirrors(&party, &read(draft).unwrap()).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn drafts_of_real_rows_mirror((left, right) in pair()) {
        mirrors(&left, &right)?;
    }
}
