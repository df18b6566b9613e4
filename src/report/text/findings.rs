//! The findings by kind, gravest first, each with both quotations.

use super::super::context::Context;
use super::super::rows::Row;
use super::super::sentences::Phrase;
use super::super::summary::in_order;
use super::page::{NO_BREAK, Page};
use super::paint::Style;
use crate::checks::{Code, Evidence, Field, Finding, Side};
use crate::model::RowId;

/// A row that is not quoted in full is named by so many characters of its text.
const NAME: usize = 80;
/// A quotation of up to so many bytes (`Quý IV/2028`, `≥ 10`) stays on one line.
const SHORT: usize = 24;

pub(super) fn write(page: &mut Page, context: &Context<'_>) {
    let mut findings = in_order(&context.comparison.findings);
    findings.retain(|finding| is_told(finding));
    let words = context.words();
    let mut number = 0;
    for group in findings.chunk_by(|one, two| (one.severity, one.code) == (two.severity, two.code)) {
        let (severity, code) = (
            words.severity(group[0].severity).to_uppercase(),
            words.code(group[0].code),
        );
        let heading = format!("{severity}: {code} ({})", group.len());
        page.heading(&heading, '-', Style::Severity(group[0].severity));
        for finding in group {
            number += 1;
            self::finding(page, context, finding, number);
        }
    }
}

/// Rows without counterpart are listed by program, not told one by one.
pub(super) fn is_told(finding: &Finding) -> bool {
    !matches!(
        finding.code,
        Code::TaskWithoutCounterpart | Code::IndicatorWithoutCounterpart
    )
}

fn finding(page: &mut Page, context: &Context<'_>, finding: &Finding, number: usize) {
    page.blank();
    page.paragraph(&format!("{number:3}. "), &context.message(finding));
    for (side, ids) in [(Side::Left, &finding.left), (Side::Right, &finding.right)] {
        for id in ids {
            quotation(page, context, finding, side, id);
        }
    }
}

/// One row: whose, where, and what it prints in the columns concerned.
fn quotation(page: &mut Page, context: &Context<'_>, finding: &Finding, side: Side, id: &RowId) {
    let words = context.words();
    let evidence = finding
        .evidence
        .iter()
        .filter(|evidence| evidence.side == side && evidence.row == *id);
    let row = context.row(side, id);
    let is_name = |evidence: &Evidence| evidence.field == Field::Text;
    let is_indicator = matches!(row, Some(Row::Indicator(_)));
    let mut evidence: Vec<&Evidence> = evidence.collect();
    // The sentence has the names of indicators in full, those of tasks cut.
    if is_indicator && !evidence.iter().all(|part| is_name(part)) {
        evidence.retain(|part| !is_name(part));
    }
    let mut text = [context.label(side), ", ", &context.place(side, id)].concat();
    if let Some(row) = row {
        push(&mut text, &[" (", &words.lines(row.lines()), ")"]);
    }
    let mut parting = ": ";
    if let Some(row) = row
        && (evidence.is_empty() || !is_indicator && !evidence.iter().any(|part| is_name(part)))
    {
        push(&mut text, &[parting, "“", &row.title(NAME), "”"]);
        parting = "; ";
    }
    for evidence in evidence {
        text.push_str(parting);
        quote(&mut text, context, evidence);
        if row.is_some_and(|row| row.lines().join(evidence.lines) != row.lines()) {
            push(&mut text, &[" (", &words.lines(evidence.lines), ")"]);
        }
        parting = "; ";
    }
    text.push('.');
    page.paragraph("     - ", &text);
}

fn quote(text: &mut String, context: &Context<'_>, evidence: &Evidence) {
    let words = context.words();
    let field = words.field(evidence.field);
    match (evidence.field, evidence.text.as_str()) {
        (Field::Text, quoted) => push(text, &["“", quoted, "”"]),
        (_, "") => push(text, &[field, " ", words.phrase(Phrase::Empty)]),
        (_, quoted) if quoted.len() <= SHORT => {
            let joined = quoted.replace(' ', NO_BREAK.encode_utf8(&mut [0; 2]));
            push(text, &[field, " “", &joined, "”"]);
        }
        (_, quoted) => push(text, &[field, " “", quoted, "”"]),
    }
}

fn push(text: &mut String, parts: &[&str]) {
    text.extend(parts.iter().copied());
}
