//! The sheet of findings, with the reviewer's columns.

use rust_xlsxwriter::{DataValidation, Workbook, XlsxError};

use super::heading_of;
use super::sheet::{Column, Value, add, last_row};
use crate::checks::{Field, Finding, Side};
use crate::report::context::{Context, SIDES};
use crate::report::sentences::{Term, decisions, opinions};
use crate::report::summary::in_order;

pub(super) fn write(book: &mut Workbook, context: &Context<'_>) -> Result<(), XlsxError> {
    let columns = [
        Column::new(context.term(Term::Serial), 6),
        Column::new(context.term(Term::Kind), 14),
        Column::new(context.term(Term::Severity), 9),
        Column::new(heading_of(context, Term::Content, Side::Left), 29),
        Column::new(heading_of(context, Term::Place, Side::Left), 13),
        Column::new(heading_of(context, Term::Content, Side::Right), 29),
        Column::new(heading_of(context, Term::Place, Side::Right), 13),
        Column::new(context.term(Term::Difference), 38),
        Column::new(context.term(Term::LeadBody), 19),
        Column::new(context.term(Term::Opinion), 12),
        Column::new(context.term(Term::Decision), 14),
        Column::new(context.term(Term::Reason), 14),
    ];
    let rows: Vec<_> = (1..)
        .zip(in_order(&context.comparison.findings))
        .map(|(number, finding)| row(context, finding, number))
        .collect();
    let (first, last) = (1, last_row(&rows));
    let sheet = add(book, context.term(Term::ReviewTable), &columns, &rows)?;
    // An opinion may be put in other words; a decision is one of the list.
    let opinion = DataValidation::new()
        .allow_list_strings(&opinions(context.language))?
        .show_error_message(false);
    let decision = DataValidation::new().allow_list_strings(&decisions(context.language))?;
    sheet.add_data_validation(first, 9, last, 9, &opinion)?;
    sheet.add_data_validation(first, 10, last, 10, &decision)?;
    sheet.set_active(true);
    Ok(())
}

fn row(context: &Context<'_>, finding: &Finding, number: usize) -> Vec<Value> {
    let words = context.words();
    vec![
        Value::count(number),
        Value::text(words.code(finding.code)),
        Value::text(words.severity(finding.severity)),
        Value::text(content(context, finding, Side::Left)),
        Value::text(places(context, finding, Side::Left)),
        Value::text(content(context, finding, Side::Right)),
        Value::text(places(context, finding, Side::Right)),
        Value::text(context.message(finding)),
        Value::text(leads(context, finding)),
        Value::Empty,
        Value::Empty,
        Value::Empty,
    ]
}

/// What the rows of one program say: their text, and the columns quoted.
fn content(context: &Context<'_>, finding: &Finding, side: Side) -> String {
    let mut lines = Vec::new();
    let several = finding.rows(side).len() > 1;
    for id in finding.rows(side) {
        if let Some(row) = context.row(side, id) {
            let text = &row.text().text;
            lines.push(if several {
                format!("{}: {text}", context.place(side, id))
            } else {
                text.clone()
            });
        }
        for evidence in finding.evidence.iter().filter(|quoted| {
            quoted.side == side && quoted.row == *id && quoted.field != Field::Text && !quoted.text.is_empty()
        }) {
            lines.push(format!(
                "- {}: {}",
                context.words().field(evidence.field),
                evidence.text
            ));
        }
    }
    lines.join("\n")
}

fn places(context: &Context<'_>, finding: &Finding, side: Side) -> String {
    let places: Vec<_> = finding.rows(side).iter().map(|id| context.place(side, id)).collect();
    places.join("\n")
}

/// The lead bodies as printed, with the program where the two name others.
fn leads(context: &Context<'_>, finding: &Finding) -> String {
    let [left, right] = SIDES.map(|side| {
        let mut leads: Vec<&str> = Vec::new();
        for row in finding.rows(side).iter().filter_map(|id| context.row(side, id)) {
            if let Some(lead) = row
                .lead()
                .filter(|lead| !lead.is_empty() && !leads.contains(&lead.text.as_str()))
            {
                leads.push(&lead.text);
            }
        }
        leads.join("; ")
    });
    match (left.as_str(), right.as_str()) {
        (one, "") | ("", one) => one.to_owned(),
        (one, other) if one == other => one.to_owned(),
        (one, other) => format!(
            "{}: {one}\n{}: {other}",
            context.label(Side::Left),
            context.label(Side::Right)
        ),
    }
}
