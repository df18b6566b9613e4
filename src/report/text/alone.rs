//! The rows that are in one program only, one line each.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::context::{Context, SIDES, other};
use super::super::rows::{Row, shorten};
use super::super::sentences::{Noun, Phrase};
use super::page::{Page, columns, pad_right};
use super::paint::Style;
use crate::checks::{Code, Side};
use crate::model::RowId;

/// A text is shortened to no less than this, however narrow the page.
const SHORTEST: usize = 20;

pub(super) fn write(page: &mut Page, context: &Context<'_>) {
    let is_alone = |code| matches!(code, Code::TaskWithoutCounterpart | Code::IndicatorWithoutCounterpart);
    if !context.comparison.findings.iter().any(|finding| is_alone(finding.code)) {
        return;
    }
    page.heading(context.words().phrase(Phrase::AloneHeading), '=', Style::Heading);
    for side in SIDES {
        for noun in [Noun::Indicator, Noun::Task] {
            list(page, context, side, noun);
        }
    }
}

fn list(page: &mut Page, context: &Context<'_>, side: Side, noun: Noun) {
    let code = match noun {
        Noun::Task => Code::TaskWithoutCounterpart,
        Noun::Indicator => Code::IndicatorWithoutCounterpart,
    };
    let findings = context
        .comparison
        .findings
        .iter()
        .filter(|finding| finding.code == code);
    let ids = findings.flat_map(|finding| match side {
        Side::Left => &finding.left,
        Side::Right => &finding.right,
    });
    let rows: Vec<Row<'_>> = ids.filter_map(|id| context.row(side, id)).collect();
    if rows.is_empty() {
        return;
    }
    page.blank();
    let heading = context
        .words()
        .alone(rows.len(), noun, context.label(side), context.label(other(side)));
    page.paragraph("", &heading);
    let (rows, folded) = fold(context, side, &rows);
    let mut heading = None;
    for row in rows {
        let section = (row.id().annex(), row.section());
        if heading.replace(section) != Some(section) {
            let heading = section_heading(context, side, section);
            page.line(&format!("  {}", shorten(&heading, page.width().saturating_sub(3))));
        }
        line(page, context, side, row, folded.get(row.id()).copied().unwrap_or(0));
    }
}

/// The rows that are listed, and how many sub-rows each of them stands for:
/// a sub-row whose parent is listed is folded into it.
fn fold<'a>(context: &Context<'a>, side: Side, rows: &[Row<'a>]) -> (Vec<Row<'a>>, FxHashMap<&'a RowId, usize>) {
    let listed: FxHashSet<&RowId> = rows.iter().map(|row| row.id()).collect();
    let mut folded = FxHashMap::default();
    let mut kept = Vec::new();
    for &row in rows {
        match top(context, side, row, &listed) {
            Some(top) => *folded.entry(top).or_default() += 1,
            None => kept.push(row),
        }
    }
    (kept, folded)
}

/// The uppermost row above this one such that it and all between are listed.
fn top<'a>(context: &Context<'a>, side: Side, row: Row<'a>, listed: &FxHashSet<&RowId>) -> Option<&'a RowId> {
    let mut top = None;
    let mut above = row;
    // A program made by hand may have a row that is its own ancestor.
    for _ in 0..listed.len() {
        match context
            .rows(side)
            .parent(above)
            .filter(|parent| listed.contains(parent.id()))
        {
            Some(parent) if parent.id() == row.id() => return None,
            Some(parent) => {
                top = Some(parent.id());
                above = parent;
            }
            None => break,
        }
    }
    top
}

fn section_heading(context: &Context<'_>, side: Side, (annex, label): (u32, &str)) -> String {
    let sections = &context.rows(side).program.sections;
    let section = sections
        .iter()
        .find(|section| section.annex == annex && section.label == label && section.parent.is_none());
    let place = context.words().section(annex, label);
    match section {
        Some(section) if !label.is_empty() => format!("{place}: {}", section.title),
        _ => place,
    }
}

fn line(page: &mut Page, context: &Context<'_>, side: Side, row: Row<'_>, folded: usize) {
    let words = context.words();
    let place = context.rows(side).place(row.id());
    let mut number = place.number;
    for letter in place.letters {
        number.push('.');
        number.push_str(letter);
    }
    if place.occurrence > 1 {
        number = format!("{number} ({})", place.occurrence);
    }
    let opening = format!("    {}  ", pad_right(&number, 6));
    let mut closing = format!(" ({}", words.lines(row.lines()));
    if folded > 0 {
        closing.push_str("; ");
        closing.push_str(&words.folded(folded));
    }
    closing.push(')');
    let room = page
        .width()
        .saturating_sub(columns(&opening) + columns(&closing) + 1)
        .max(SHORTEST);
    let text = match row.text().text.as_str() {
        "" => words.phrase(Phrase::Empty),
        text => text,
    };
    page.line(&format!("{opening}{}{closing}", shorten(text, room)));
}
