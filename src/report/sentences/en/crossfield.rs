//! The sentences of the findings that set one cell or passage against others.

use super::super::super::context::other;
use super::super::{Facts, list, with_unit};
use super::messages::AND;
use crate::checks::{
    Block, CitationSlip, CitedAt, DisplacedCell, Field, Figure, Measured, Passage, SpelledAs, WitnessKind,
};
use crate::model::{RowId, TargetRelation};

pub(super) fn against_indicator(facts: &Facts<'_>, passage: &Passage, value: &str, indicators: &[Measured]) -> String {
    let place = match &passage.row {
        Some(row) => {
            let subject = facts.subject(passage.side, row);
            format!("The task at {}", facts.place(&subject))
        }
        None => format!("The body text{}", facts.place_in_body(passage.side, &passage.text)),
    };
    let told: Vec<String> = indicators
        .iter()
        .map(|one| {
            let subject = facts.subject(one.side, &one.row);
            let relation = match one.relation {
                TargetRelation::Disjoint => "which it does not fit",
                TargetRelation::Overlap => "which it meets in part",
                TargetRelation::Equal | TargetRelation::LeftInsideRight => "which it fits",
                TargetRelation::RightInsideLeft | TargetRelation::NotComparable => "which it allows",
            };
            format!(
                "the indicator “{}” of {} ({}) is {}, {relation}",
                subject.title,
                facts.label(one.side),
                facts.place(&subject),
                with_unit(&one.value, &one.unit, "unit"),
            )
        })
        .collect();
    format!(
        "{place} of {} says “{}” (level “{value}”); {}.",
        facts.label(passage.side),
        passage.text,
        told.join("; ")
    )
}

pub(super) fn against_task(facts: &Facts<'_>, passage: &Passage, changed: &[(Figure, Figure)]) -> String {
    let (owner, rows) = facts.of_one_program();
    let label = facts.label(passage.side);
    let said = facts.place_in_body(passage.side, &passage.text);
    let place = rows.first().map(|row| facts.place(row)).unwrap_or_default();
    let owner = if facts.own_side() == passage.side {
        String::new()
    } else {
        format!(" of {owner}")
    };
    let figures = changed
        .iter()
        .map(|(body, task)| format!("“{}” and “{}”", body.printed, task.printed));
    format!(
        "The body text of {label}{said} says “{}”, the task at {place}{owner} says otherwise: {}.",
        passage.text,
        figures.collect::<Vec<_>>().join("; ")
    )
}

pub(super) fn spelled_variously(facts: &Facts<'_>, name: &str, spellings: &[SpelledAs]) -> String {
    let Some(topic) = facts.topic() else {
        return format!("{name} is spelled variously.");
    };
    let told: Vec<String> = spellings
        .iter()
        .map(|one| {
            let first = facts.first_of(topic.side, &one.rows);
            let first = first.map_or_else(String::new, |row| facts.place(&row));
            match one.rows.len() {
                1 => format!("“{}” ({first})", one.printed),
                count => format!("“{}” ({count} rows, the first {first})", one.printed),
            }
        })
        .collect();
    format!(
        "{} spells {name} in {} ways: {}.",
        facts.label(topic.side),
        spellings.len(),
        list(&told, AND)
    )
}

pub(super) fn displaced(facts: &Facts<'_>, field: Field, cells: &[DisplacedCell], deadlines: &[RowId]) -> String {
    let Some(topic) = facts.topic() else {
        return "Some cells do not belong to their rows.".to_owned();
    };
    let column = match field {
        Field::Lead => "lead body",
        _ => "coordinating bodies",
    };
    let told: Vec<String> = cells
        .iter()
        .map(|cell| {
            let subject = facts.subject(topic.side, &cell.row);
            let witnesses: Vec<String> = cell
                .witnesses
                .iter()
                .map(|witness| {
                    let row = facts.subject(witness.side, &witness.row);
                    let bodies = list(&witness.bodies, AND);
                    let place = facts.place(&row);
                    match witness.kind {
                        WitnessKind::OtherProgram => {
                            format!("{} puts {bodies} in charge", facts.label(other(topic.side)))
                        }
                        WitnessKind::Indicator => {
                            format!("an indicator of the field ({place}) is reported by {bodies}")
                        }
                        WitnessKind::Sibling => format!("a task of the field ({place}) is given to {bodies}"),
                        WitnessKind::Neighbour => format!("{bodies} suits the row close by ({place})"),
                    }
                })
                .collect();
            let why = if witnesses.is_empty() {
                String::new()
            } else {
                format!(" [{}]", witnesses.join("; "))
            };
            format!(
                "“{}” ({}) names {}{why}",
                subject.title,
                facts.place(&subject),
                list(&cell.bodies, AND)
            )
        })
        .collect();
    let recurring: Vec<String> = deadlines
        .iter()
        .map(|row| facts.place(&facts.subject(topic.side, row)))
        .collect();
    let deadline = if recurring.is_empty() {
        String::new()
    } else {
        format!(
            "; the recurring deadlines of {} may be displaced as well",
            list(&recurring, AND)
        )
    };
    let count = match cells.len() {
        1 => "the cell of 1 row seems".to_owned(),
        count => format!("the cells of {count} rows seem"),
    };
    format!(
        "In the column “{column}” of {}, {count} to belong to other rows: {}{deadline}.",
        facts.label(topic.side),
        told.join("; ")
    )
}

pub(super) fn explained(facts: &Facts<'_>, block: Option<&Block>) -> String {
    let Some(block) = block else {
        return String::new();
    };
    let rows: Vec<String> = [block.rows.first(), block.rows.last().filter(|_| block.rows.len() > 1)]
        .into_iter()
        .flatten()
        .map(|row| facts.place(&facts.subject(block.side, row)))
        .collect();
    format!(
        "; perhaps because a column of bodies of {} is displaced ({})",
        facts.label(block.side),
        rows.join(" … ")
    )
}

pub(super) fn citation(facts: &Facts<'_>, slip: CitationSlip, cited: &[CitedAt]) -> String {
    let opening = match slip {
        CitationSlip::OtherDate => "One document number with different dates",
        CitationSlip::OtherNumber if cited.iter().all(|one| one.date.is_empty()) => {
            "One subject with different document numbers"
        }
        CitationSlip::OtherNumber if cited.iter().any(|one| one.row.is_none()) => {
            if cited.iter().any(|one| one.date.is_empty()) {
                "Document numbers that are one digit apart, one of them without a date"
            } else {
                "One day and issuer with different document numbers"
            }
        }
        CitationSlip::OtherNumber => "One date and subject with different document numbers",
    };
    let told: Vec<String> = cited
        .iter()
        .map(|one| {
            format!(
                "{} cites “{}”{} ({})",
                facts.label(one.side),
                one.number,
                if one.date.is_empty() {
                    String::new()
                } else {
                    format!(" of {}", one.date)
                },
                match &one.row {
                    Some(row) => facts.place(&facts.subject(one.side, row)),
                    None => "the body text".to_owned(),
                }
            )
        })
        .collect();
    format!("{opening}: {}.", list(&told, AND))
}
