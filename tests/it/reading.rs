//! Every row and cell against what a person read in the sources.

use doichieu::Program;
use doichieu::model::{Cell, Lines};
use serde_json::Value;

const PARTY: &str = include_str!("../../fixtures/expected/party.json");
const UBND: &str = include_str!("../../fixtures/expected/ubnd.json");

#[test]
fn the_party_program_is_read_cell_by_cell() {
    compare(&doichieu::hanoi::party(), PARTY);
}

#[test]
fn the_ubnd_program_is_read_cell_by_cell() {
    compare(&doichieu::hanoi::ubnd(), UBND);
}

/// All differences between a program and what was expected, in one message.
fn compare(program: &Program, expected: &str) {
    let expected: Value = serde_json::from_str(expected).expect("the expected reading is JSON");
    let mut wrong = Vec::new();
    let mut check = |what: &str, found: Value, expected: &Value| {
        if found != *expected {
            wrong.push(format!("{what}\n  found    {found}\n  expected {expected}"));
        }
    };
    check("title", Value::from(program.title.as_str()), &expected["title"]);
    check("issuer", Value::from(program.issuer.name.as_str()), &expected["issuer"]);

    let sections = rows(&expected["sections"]);
    check(
        "number of sections",
        Value::from(program.sections.len()),
        &Value::from(sections.len()),
    );
    for (section, row) in program.sections.iter().zip(sections) {
        let place = format!("section {} {}", section.annex, section.label);
        check(&place, Value::from(section.annex), &row["annex"]);
        check(&place, Value::from(section.label.as_str()), &row["label"]);
        check(&place, Value::from(section.title.as_str()), &row["title"]);
    }

    let tasks = rows(&expected["tasks"]);
    check(
        "number of tasks",
        Value::from(program.tasks.len()),
        &Value::from(tasks.len()),
    );
    for (task, row) in program.tasks.iter().zip(tasks) {
        let mut field = |name: &str, found: Value| check(&format!("{} {name}", task.id), found, &row[name]);
        field("id", Value::from(task.id.as_str()));
        field("section", Value::from(task.section.as_str()));
        field("number", Value::from(task.number.as_str()));
        field(
            "parent",
            task.parent.as_ref().map_or(Value::Null, |id| Value::from(id.as_str())),
        );
        field("text", Value::from(task.text.text.as_str()));
        field("lead", printed(task.lead.as_ref()));
        field("coordinating", printed(task.coordinating.as_ref()));
        field("product", printed(task.product.as_ref()));
        field("deadline", printed(task.deadline.as_ref()));
        field("resources", printed(task.resources.as_ref()));
        field("lines", lines(task.lines));
        if let Some(group) = row.get("group") {
            check(
                &format!("{} group", task.id),
                task.group.as_deref().map_or(Value::Null, Value::from),
                group,
            );
        }
    }

    let indicators = rows(&expected["indicators"]);
    check(
        "number of indicators",
        Value::from(program.indicators.len()),
        &Value::from(indicators.len()),
    );
    for (indicator, row) in program.indicators.iter().zip(indicators) {
        let mut field = |name: &str, found: Value| check(&format!("{} {name}", indicator.id), found, &row[name]);
        field("id", Value::from(indicator.id.as_str()));
        field("section", Value::from(indicator.section.as_str()));
        field("number", Value::from(indicator.number.as_str()));
        field(
            "parent",
            indicator
                .parent
                .as_ref()
                .map_or(Value::Null, |id| Value::from(id.as_str())),
        );
        field("name", Value::from(indicator.name.text.as_str()));
        field("unit", printed(indicator.unit.as_ref()));
        field("value", Value::from(indicator.value.text.as_str()));
        field("body", printed(indicator.body.as_ref()));
        if let Some(Value::Object(values)) = row.get("values") {
            for value in &indicator.values {
                let place = format!("{} {}", indicator.id, value.heading);
                check(
                    &place,
                    Value::from(value.cell.text.as_str()),
                    values.get(&value.heading).unwrap_or(&Value::Null),
                );
            }
            check(
                &format!("{} values", indicator.id),
                Value::from(indicator.values.len()),
                &Value::from(values.len()),
            );
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn printed(cell: Option<&Cell>) -> Value {
    cell.map_or(Value::Null, |cell| Value::from(cell.text.as_str()))
}

fn lines(lines: Lines) -> Value {
    Value::from(vec![lines.first, lines.last])
}

#[test]
fn body_text_facts_and_citations_are_found() {
    for (program, expected) in [(doichieu::hanoi::party(), PARTY), (doichieu::hanoi::ubnd(), UBND)] {
        let expected: Value = serde_json::from_str(expected).expect("the expected reading is JSON");
        // Figures written in words (`hai con số`) are not looked for.
        let in_figures = |fact: &&Value| {
            fact["quote"]
                .as_str()
                .is_some_and(|quote| quote.contains(|c: char| c.is_ascii_digit()))
        };
        for fact in rows(&expected["facts"]).iter().filter(in_figures) {
            let line = u32::try_from(fact["line"].as_u64().expect("facts have lines")).expect("line numbers are small");
            let found = program
                .statements
                .iter()
                .any(|statement| (statement.lines.first..=statement.lines.last).contains(&line));
            assert!(
                found,
                "{}: no statement holds line {line}: {}",
                program.label, fact["quote"]
            );
        }
        for citation in rows(&expected["citations"]) {
            let line = u32::try_from(citation["line"].as_u64().expect("citations have lines")).expect("small");
            let found = program.citations.iter().any(|known| {
                known.number == citation["number"]
                    && known.date.as_deref().map_or(Value::Null, Value::from) == citation["date"]
                    && (known.lines.first..=known.lines.last + 1).contains(&line)
            });
            assert!(found, "{}: no citation {citation}", program.label);
        }
    }
}
