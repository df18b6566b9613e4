#![doc = include_str!("duplicate_task.en.md")]

use super::context::{Context, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::particular;
use crate::model::{Bodies, Body, Cell, Deadline, DeadlineOrder, Task};
use crate::text::fold;

/// Rows that repeat each other are a doubt. With another lead or deadline,
/// rows of one text contradict each other; rows of nearly one text differ.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in &context.matches.duplicates {
        let (Some(first), Some(second)) = (
            context.task(pair.side, &pair.first),
            context.task(pair.side, &pair.second),
        ) else {
            continue;
        };
        let fields = differing_fields(first, second, pair.exact);
        let otherwise_bound = fields
            .iter()
            .any(|field| matches!(field, Field::Lead | Field::Deadline));
        let severity = match (otherwise_bound, pair.exact) {
            (true, true) => Severity::Contradiction,
            (true, false) => Severity::Difference,
            (false, _) => Severity::Doubt,
        };
        let mut evidence = quotes(pair.side, first, &fields);
        evidence.extend(quotes(pair.side, second, &fields));
        let rows = vec![first.id.clone(), second.id.clone()];
        let (left, right) = if pair.side == Side::Left {
            (rows, Vec::new())
        } else {
            (Vec::new(), rows)
        };
        let details = Details::DuplicateTask {
            exact: pair.exact,
            fields,
        };
        findings.push(Finding {
            code: Code::DuplicateTask,
            severity,
            left,
            right,
            details,
            evidence,
        });
    }
    findings
}

/// The fields in which two rows differ in meaning; spellings of one body and
/// of one day do not count.
fn differing_fields(first: &Task, second: &Task, exact: bool) -> Vec<Field> {
    let mut fields = Vec::new();
    if !exact {
        fields.push(Field::Text);
    }
    if particular(&first.lead_bodies) != particular(&second.lead_bodies) {
        fields.push(Field::Lead);
    }
    if names(&first.coordinating_bodies) != names(&second.coordinating_bodies) {
        fields.push(Field::Coordinating);
    }
    if printed(first.product.as_ref()) != printed(second.product.as_ref()) {
        fields.push(Field::Product);
    }
    let deadlines_differ = match Deadline::compare(first.due.as_ref(), second.due.as_ref()) {
        DeadlineOrder::Equal => false,
        DeadlineOrder::LeftEarlier { .. } | DeadlineOrder::LeftLater { .. } => true,
        DeadlineOrder::NotComparable { .. } => printed(first.deadline.as_ref()) != printed(second.deadline.as_ref()),
    };
    if deadlines_differ {
        fields.push(Field::Deadline);
    }
    if printed(first.resources.as_ref()) != printed(second.resources.as_ref()) {
        fields.push(Field::Resources);
    }
    fields
}

fn names(bodies: &Bodies) -> Vec<String> {
    let mut names: Vec<String> = bodies
        .iter()
        .map(|mention| match &mention.body {
            Body::Named(name) => name.clone(),
            Body::Generic(text) | Body::Unknown(text) => fold(text),
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn printed(cell: Option<&Cell>) -> String {
    fold(cell.map_or("", |cell| &cell.text))
        .trim_end_matches([';', '.', ','])
        .to_owned()
}

fn quotes(side: Side, task: &Task, fields: &[Field]) -> Vec<Evidence> {
    let mut found = vec![quote(side, &task.id, Field::Text, &task.text)];
    for &field in fields {
        let cell = match field {
            Field::Lead => task.lead.as_ref(),
            Field::Coordinating => task.coordinating.as_ref(),
            Field::Product => task.product.as_ref(),
            Field::Deadline => task.deadline.as_ref(),
            Field::Resources => task.resources.as_ref(),
            _ => None,
        };
        found.extend(quote_some(side, &task.id, field, cell));
    }
    found
}
