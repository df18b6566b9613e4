//! Pairs and judgements against what a person decided with both programs in hand.
//!
//! The list names pairs on which two careful reviewers could disagree
//! (`sure: false`, with the doubtful fields); those may come out either way.

use std::collections::BTreeSet;

use doichieu::{Code, Comparison, Details, compare, hanoi};
use serde_json::Value;

const EXPECTED: &str = include_str!("../../fixtures/expected/reconciliation.json");

fn expected() -> Value {
    serde_json::from_str(EXPECTED).expect("the expected reconciliation is JSON")
}

fn comparison() -> Comparison {
    compare(hanoi::party(), hanoi::ubnd())
}

fn text(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

/// Whether a field of a pair is beyond doubt.
fn sure(row: &Value, field: &str) -> bool {
    row["sure"] == true
        || row["unsure_fields"]
            .as_array()
            .is_some_and(|fields| !fields.iter().any(|doubtful| doubtful == field || doubtful == "pair"))
}

type Pair = (String, String);

fn pair(row: &Value) -> Pair {
    (text(&row["left"]), text(&row["right"]))
}

fn pairs_of(comparison: &Comparison, code: Code) -> BTreeSet<Pair> {
    comparison
        .findings
        .iter()
        .filter(|finding| finding.code == code)
        .map(|finding| (finding.left[0].to_string(), finding.right[0].to_string()))
        .collect()
}

fn is_of_tasks((left, right): &Pair, comparison: &Comparison) -> bool {
    let mut pairs = comparison.task_matches.iter();
    pairs.any(|pair| (pair.left.to_string(), pair.right.to_string()) == (left.clone(), right.clone()))
}

/// Fails with both lists unless every sure expected pair is found and nothing
/// is found that is not at least possible.
fn assert_pairs(what: &str, found: &BTreeSet<Pair>, sure: &BTreeSet<Pair>, possible: &BTreeSet<Pair>) {
    let missed: Vec<_> = sure.difference(found).collect();
    let wrong: Vec<_> = found.difference(possible).collect();
    assert!(
        missed.is_empty() && wrong.is_empty(),
        "{what}\n  missed {missed:?}\n  wrong {wrong:?}"
    );
}

fn check(what: &str, rows: &Value, field: &str, holds: impl Fn(&Value) -> bool, found: &BTreeSet<Pair>) {
    let rows = rows.as_array().expect("a list");
    let sure = rows
        .iter()
        .filter(|row| sure(row, field) && holds(row))
        .map(pair)
        .collect();
    let possible = rows
        .iter()
        .filter(|row| !self::sure(row, field) || holds(row))
        .map(pair)
        .collect();
    assert_pairs(what, found, &sure, &possible);
}

#[test]
fn tasks_are_matched() {
    let found = comparison()
        .task_matches
        .iter()
        .map(|m| (m.left.to_string(), m.right.to_string()))
        .collect();
    check("task pairs", &expected()["task_pairs"], "pair", |_| true, &found);
}

#[test]
fn relations_are_named() {
    let comparison = comparison();
    let expected = expected();
    for row in expected["task_pairs"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| sure(row, "relation"))
    {
        let found = comparison
            .task_matches
            .iter()
            .find(|m| (m.left.to_string(), m.right.to_string()) == pair(row))
            .map(|m| serde_json::to_value(m.relation).expect("serializes"));
        assert_eq!(found.as_ref(), Some(&row["relation"]), "{:?}", pair(row));
    }
}

#[test]
fn indicators_are_matched_and_their_targets_compared() {
    let comparison = comparison();
    let expected = expected();
    let found = comparison
        .indicator_matches
        .iter()
        .map(|m| (m.left.to_string(), m.right.to_string()))
        .collect();
    check(
        "indicator pairs",
        &expected["indicator_pairs"],
        "pair",
        |_| true,
        &found,
    );
    for row in expected["indicator_pairs"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| sure(row, "targets"))
    {
        let found = comparison
            .indicator_matches
            .iter()
            .find(|m| (m.left.to_string(), m.right.to_string()) == pair(row))
            .map(|m| serde_json::to_value(m.targets).expect("serializes"));
        assert_eq!(found.as_ref(), Some(&row["targets"]), "{:?}", pair(row));
    }
}

#[test]
fn findings_about_definitions_and_targets_are_those_a_reviewer_makes() {
    let comparison = comparison();
    let expected = expected();
    let rows = &expected["indicator_pairs"];
    for (code, field) in [
        (Code::UnitDiffers, "unit_differs"),
        (Code::ReportingBodyDiffers, "body_differs"),
    ] {
        check(
            field,
            rows,
            field,
            |row| row[field] == true,
            &pairs_of(&comparison, code),
        );
    }
    let (tasks, definitions): (BTreeSet<Pair>, BTreeSet<Pair>) = pairs_of(&comparison, Code::DefinitionDiffers)
        .into_iter()
        .partition(|pair| is_of_tasks(pair, &comparison));
    let said = |field: &'static str| move |row: &Value| row[field] == true;
    check(
        "definitions",
        rows,
        "definition_differs",
        said("definition_differs"),
        &definitions,
    );
    let task_rows = &expected["task_pairs"];
    check("objects", task_rows, "object_differs", said("object_differs"), &tasks);
    let differs = |row: &Value| !matches!(row["targets"].as_str(), Some("equal" | "not-comparable"));
    check(
        "targets",
        rows,
        "targets",
        differs,
        &pairs_of(&comparison, Code::TargetDiffers),
    );
}

#[test]
fn deadlines_and_leads_are_compared_as_a_reviewer_does() {
    let comparison = comparison();
    let expected = expected();
    let rows = &expected["task_pairs"];
    let dated = |row: &Value| matches!(row["deadline"].as_str(), Some("left-earlier" | "left-later"));
    check(
        "deadlines",
        rows,
        "deadline",
        dated,
        &pairs_of(&comparison, Code::DeadlineDiffers),
    );
    let conflict = |row: &Value| row["lead"] == "conflict";
    check(
        "leads",
        rows,
        "lead",
        conflict,
        &pairs_of(&comparison, Code::LeadBodyDiffers),
    );
    for finding in &comparison.findings {
        if let Details::DeadlineDiffers { months, .. } = &finding.details {
            let key = (finding.left[0].to_string(), finding.right[0].to_string());
            let rows = rows.as_array().expect("a list");
            if let Some(row) = rows.iter().find(|row| pair(row) == key && sure(row, "deadline")) {
                assert_eq!(months.map_or(Value::Null, Value::from), row["months"], "{key:?}");
            }
        }
    }
}

#[test]
fn figures_in_texts_are_compared() {
    let comparison = comparison();
    let expected = expected();
    check(
        "figures",
        &expected["quantities"],
        "",
        |_| true,
        &pairs_of(&comparison, Code::QuantityDiffers),
    );
}

#[test]
fn duplicates_are_found_with_the_fields_that_differ() {
    let comparison = comparison();
    let expected = expected();
    let mut found = BTreeSet::new();
    for finding in comparison
        .findings
        .iter()
        .filter(|finding| finding.code == Code::DuplicateTask)
    {
        let (side, rows) = if finding.left.is_empty() {
            ("right", &finding.right)
        } else {
            ("left", &finding.left)
        };
        let Details::DuplicateTask { fields, .. } = &finding.details else {
            panic!("other details")
        };
        let mut fields: Vec<String> = fields
            .iter()
            .map(|field| text(&serde_json::to_value(field).expect("serializes")))
            .collect();
        fields.sort();
        found.insert((side, rows[0].to_string(), rows[1].to_string(), fields));
    }
    let mut sure = BTreeSet::new();
    let mut possible = BTreeSet::new();
    for side in ["left", "right"] {
        for row in expected["duplicates"][side].as_array().expect("a list") {
            let mut fields: Vec<String> = row["fields"].as_array().expect("a list").iter().map(text).collect();
            fields.sort();
            let entry = (side, text(&row["rows"][0]), text(&row["rows"][1]), fields);
            possible.insert(entry.clone());
            if row["sure"] == true {
                sure.insert(entry);
            }
        }
    }
    let missed: Vec<_> = sure.difference(&found).collect();
    let wrong: Vec<_> = found.difference(&possible).collect();
    assert!(
        missed.is_empty() && wrong.is_empty(),
        "missed {missed:?}\nwrong {wrong:?}"
    );
}

#[test]
fn tempting_pairs_are_left_alone() {
    let comparison = comparison();
    let expected = expected();
    let tasks: BTreeSet<Pair> = comparison
        .task_matches
        .iter()
        .map(|m| (m.left.to_string(), m.right.to_string()))
        .collect();
    for row in expected["rejected"]["tasks"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| row["sure"] == true)
    {
        assert!(!tasks.contains(&pair(row)), "{:?}: {}", pair(row), row["why"]);
    }
}
