//! The tables of matched pairs and of rows without counterpart.

use super::super::context::{SIDES, other};
use super::super::rows::{Row, shorten};
use super::super::sentences::{Label, Noun};
use super::findings::cite;
use super::markup::Markup;
use super::view::{View, finding_links, is_alone};
use crate::checks::{Details, Field, Side};
use crate::model::RowId;

/// A row in a table of pairs is named by so many characters of its text.
const NAME: usize = 160;

pub(super) fn pairs(markup: &mut Markup, view: &View<'_>) {
    let language = view.context.language;
    markup.raw("<section id=\"pairs\" aria-labelledby=\"pairs-h\"><h2 id=\"pairs-h\">");
    markup.text(language.label(Label::Pairs)).raw("</h2>\n");
    let comparison = view.context.comparison;
    let [first, second] = SIDES.map(|side| view.context.label(side));
    if !comparison.indicator_matches.is_empty() {
        open(markup, view, Label::Indicators);
        for pair in &comparison.indicator_matches {
            let relation = language.targets(pair.targets, first, second);
            line(
                markup,
                view,
                [&pair.left, &pair.right],
                &relation,
                &language.likeness(pair.score),
            );
        }
        markup.raw("</tbody></table>\n");
    }
    if !comparison.task_matches.is_empty() {
        open(markup, view, Label::Tasks);
        for pair in &comparison.task_matches {
            let relation = language.relation(pair.relation, first, second);
            line(
                markup,
                view,
                [&pair.left, &pair.right],
                &relation,
                &language.reason(pair),
            );
        }
        markup.raw("</tbody></table>\n");
    }
    markup.raw("</section>\n");
}

fn open(markup: &mut Markup, view: &View<'_>, caption: Label) {
    let language = view.context.language;
    markup
        .raw("<table class=\"list\"><caption>")
        .text(language.label(caption))
        .raw("</caption>\n<thead><tr>");
    for side in SIDES {
        markup
            .raw("<th scope=\"col\">")
            .text(view.context.label(side))
            .raw("</th>");
    }
    for label in [Label::Relation, Label::Reason, Label::FindingNumbers] {
        markup
            .raw("<th scope=\"col\" class=\"narrow\">")
            .text(language.label(label))
            .raw("</th>");
    }
    markup.raw("</tr></thead>\n<tbody>");
}

fn line<'a>(markup: &mut Markup, view: &View<'a>, ids: [&'a RowId; 2], relation: &str, reason: &str) {
    let [left, right] = ids;
    let findings = view.about_pair(left, right);
    let sides = [(Side::Left, left), (Side::Right, right)];
    let rows: Vec<_> = sides
        .iter()
        .filter_map(|&(side, id)| Some((side, view.context.row(side, id)?)))
        .collect();
    markup.raw("<tr class=\"item\"");
    view.attributes(markup, &findings, &rows);
    markup.raw(">");
    for (side, id) in sides {
        labelled(markup, view.context.label(side));
        cite(markup, view, side, id);
        markup.raw(" ");
        name(markup, view, side, id);
        markup.raw("</td>");
    }
    let language = view.context.language;
    for (label, text) in [(Label::Relation, relation), (Label::Reason, reason)] {
        labelled(markup, language.label(label));
        markup.text(text).raw("</td>");
    }
    labelled(markup, language.label(Label::FindingNumbers));
    finding_links(markup, &findings);
    markup.raw("</td></tr>\n");
}

/// Opens a cell that names its column: on a phone the table has no head.
fn labelled(markup: &mut Markup, label: &str) {
    markup.raw("<td data-label=\"").text(label).raw("\">");
}

/// The text of a row with what it stands under and, of an indicator, its target.
fn name(markup: &mut Markup, view: &View<'_>, side: Side, id: &RowId) {
    let Some(row) = view.context.row(side, id) else {
        return;
    };
    if let Some(parent) = view.context.rows(side).parent(row) {
        markup
            .raw("<span class=\"under\">")
            .text(&parent.title(NAME))
            .raw(":</span> ");
    }
    markup.text(&row.title(NAME));
    if let Row::Indicator(indicator) = row {
        markup.raw(": <b>").text(&indicator.value.text).raw("</b> <small>");
        markup
            .text(indicator.unit.as_ref().map_or("", |unit| unit.text.as_str()))
            .raw("</small>");
    }
}

pub(super) fn alone(markup: &mut Markup, view: &View<'_>) {
    let language = view.context.language;
    markup.raw("<section id=\"alone\" aria-labelledby=\"alone-h\"><h2 id=\"alone-h\">");
    markup.text(language.label(Label::Alone)).raw("</h2>\n");
    for side in SIDES {
        for noun in [Noun::Indicator, Noun::Task] {
            table(markup, view, side, noun);
        }
    }
    // A finding made by hand may name no row or one the program has not.
    for (index, finding) in view
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| is_alone(finding))
    {
        if subject(view, index).is_none() {
            markup.raw("<p class=\"item\" id=\"f").number(index + 1).raw("\"");
            view.attributes(markup, &[index], &[]);
            markup.raw(">").text(&view.context.message(finding)).raw("</p>\n");
        }
    }
    markup.raw("</section>\n");
}

/// The row without counterpart that a finding is about.
fn subject<'a>(view: &View<'a>, index: usize) -> Option<(Side, Row<'a>)> {
    let finding = view.findings.get(index)?;
    let (side, id) = match (finding.left.first(), finding.right.first()) {
        (Some(id), _) => (Side::Left, id),
        (None, id) => (Side::Right, id?),
    };
    Some((side, view.context.row(side, id)?))
}

fn table(markup: &mut Markup, view: &View<'_>, side: Side, noun: Noun) {
    let (context, language) = (&view.context, view.context.language);
    let fits = |row: &Row<'_>| matches!(row, Row::Task(_)) == (noun == Noun::Task);
    let rows: Vec<(usize, Row<'_>)> = (0..view.findings.len())
        .filter(|&index| is_alone(view.findings[index]))
        .filter_map(|index| {
            Some((
                index,
                subject(view, index).filter(|(of, row)| *of == side && fits(row))?.1,
            ))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let caption = context
        .words()
        .alone(rows.len(), noun, context.label(side), context.label(other(side)));
    markup
        .raw("<table class=\"list\"><caption>")
        .text(&caption)
        .raw("</caption>\n<thead><tr>");
    let (field, column) = match noun {
        Noun::Task => (Field::Deadline, Label::Deadline),
        Noun::Indicator => (Field::Value, Label::Value),
    };
    for label in [Label::Place, Label::Content, Label::Lead, column] {
        markup
            .raw("<th scope=\"col\">")
            .text(language.label(label))
            .raw("</th>");
    }
    markup.raw("</tr></thead>\n<tbody>");
    for (index, row) in rows {
        markup.raw("<tr class=\"item\" id=\"f").number(index + 1).raw("\"");
        view.attributes(markup, &[index], &[(side, row)]);
        markup.raw("><td>");
        cite(markup, view, side, row.id());
        markup.raw("</td><td>");
        if let Some(parent) = context.rows(side).parent(row) {
            let parent = parent.title(NAME);
            markup.raw("<span class=\"under\">").text(&parent).raw(":</span> ");
        }
        markup.text(&row.text().text);
        nearest(markup, view, side, index);
        markup.raw("</td>");
        let lead = row.cell(Field::Lead).or_else(|| row.cell(Field::Body));
        for (label, cell) in [(Label::Lead, lead), (column, row.cell(field))] {
            labelled(markup, language.label(label));
            markup.text(cell.map_or("", |cell| cell.text.as_str())).raw("</td>");
        }
        markup.raw("</tr>\n");
    }
    markup.raw("</tbody></table>\n");
}

/// The nearest row is a hint: so many characters name it.
const HINT: usize = 80;

fn nearest(markup: &mut Markup, view: &View<'_>, side: Side, index: usize) {
    let details = view.findings.get(index).map(|finding| &finding.details);
    let Some(
        Details::TaskWithoutCounterpart { nearest: Some(id) }
        | Details::IndicatorWithoutCounterpart { nearest: Some(id) },
    ) = details
    else {
        return;
    };
    markup.raw("<p class=\"under\">");
    markup.text(view.context.language.label(Label::Nearest)).raw(": ");
    cite(markup, view, other(side), id);
    if let Some(row) = view.context.row(other(side), id) {
        markup.raw(" ").text(&shorten(&row.text().text, HINT));
    }
    markup.raw("</p>");
}
