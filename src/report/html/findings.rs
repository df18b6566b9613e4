//! The findings by kind, gravest first, each with its rows side by side.

use super::super::rows::Row;
use super::super::sentences::{Label, Phrase};
use super::marked::marked;
use super::marks;
use super::markup::{Markup, anchor};
use super::view::{View, is_alone, rows_of};
use crate::checks::{Evidence, Field, Finding, Side};
use crate::model::RowId;

pub(super) fn write(markup: &mut Markup, view: &View<'_>) {
    let words = view.context.words();
    let language = view.context.language;
    markup.raw("<section id=\"findings\" aria-labelledby=\"findings-h\"><h2 id=\"findings-h\" tabindex=\"-1\">");
    markup
        .text(words.phrase(Phrase::Findings))
        .raw("</h2>\n<p class=\"legend\">");
    markup.text(language.label(Label::Legend)).raw("</p>\n");
    let told = view.findings.iter().filter(|finding| !is_alone(finding)).count();
    if view.findings.is_empty() {
        markup.raw("<p>").text(view.context.no_findings()).raw("</p>\n");
    }
    let mut number = 0;
    for group in view.findings[..told].chunk_by(|one, two| (one.severity, one.code) == (two.severity, two.code)) {
        let first = group[0];
        markup
            .raw("<section class=\"group\" id=\"")
            .text(&group_anchor(first))
            .raw("\"><h3>");
        badge(markup, view, first);
        markup
            .raw(" ")
            .text(words.code(first.code))
            .raw(" <span class=\"count\">(");
        markup.number(group.len()).raw(")</span></h3>\n");
        for finding in group {
            article(markup, view, finding, number);
            number += 1;
        }
        markup.raw("</section>\n");
    }
    markup.raw("</section>\n");
}

/// The anchor of the findings of one severity and kind.
pub(super) fn group_anchor(finding: &Finding) -> String {
    format!("{}-{}", finding.severity.as_str(), finding.code)
}

/// The severity of a finding, in words and colour.
pub(super) fn badge(markup: &mut Markup, view: &View<'_>, finding: &Finding) {
    markup
        .raw("<span class=\"badge ")
        .text(finding.severity.as_str())
        .raw("\">");
    markup
        .text(view.context.words().severity(finding.severity))
        .raw("</span>");
}

fn article<'a>(markup: &mut Markup, view: &View<'a>, finding: &'a Finding, index: usize) {
    let rows: Vec<Quoted<'a>> = rows_of(finding)
        .into_iter()
        .map(|(side, id)| Quoted::new(view, finding, side, id))
        .collect();
    let known: Vec<_> = rows
        .iter()
        .filter_map(|quoted| Some((quoted.side, quoted.row?)))
        .collect();
    markup
        .raw("<article class=\"item finding\" id=\"f")
        .number(index + 1)
        .raw("\" aria-labelledby=\"t");
    markup.number(index + 1).raw("\"");
    view.attributes(markup, &[index], &known);
    markup
        .raw("><h4 id=\"t")
        .number(index + 1)
        .raw("\"><a class=\"no\" href=\"#f")
        .number(index + 1)
        .raw("\">");
    markup
        .number(index + 1)
        .raw(".</a> ")
        .text(&view.context.message(finding))
        .raw("</h4>\n<div class=\"sides\">");
    let fields = fields(finding, &rows);
    for (at, quoted) in rows.iter().enumerate() {
        // Two rows are set against each other; of more, nobody knows which.
        let other = rows.get(1 - at.min(1));
        row(
            markup,
            view,
            finding,
            quoted,
            other.filter(|_| rows.len() == 2),
            &fields,
        );
    }
    markup.raw("</div></article>\n");
}

/// A row that a finding quotes.
struct Quoted<'a> {
    side: Side,
    id: &'a RowId,
    row: Option<Row<'a>>,
    evidence: Vec<&'a Evidence>,
}

impl<'a> Quoted<'a> {
    fn new(view: &View<'a>, finding: &'a Finding, side: Side, id: &'a RowId) -> Self {
        let evidence = finding.evidence.iter();
        Self {
            side,
            id,
            row: view.context.row(side, id),
            evidence: evidence
                .filter(|evidence| evidence.side == side && evidence.row == *id)
                .collect(),
        }
    }

    /// What is printed in a column; `None` where the table has no such column.
    fn printed(&self, field: Field) -> Option<&'a str> {
        let quoted = self.evidence.iter().find(|evidence| evidence.field == field);
        quoted
            .map(|evidence| evidence.text.as_str())
            .or_else(|| Some(self.row?.cell(field)?.text.as_str()))
    }
}

/// The columns to show: the text, then those quoted; a value with its unit.
fn fields(finding: &Finding, rows: &[Quoted<'_>]) -> Vec<Field> {
    let mut fields = vec![Field::Text];
    fields.extend(finding.evidence.iter().map(|evidence| evidence.field));
    if fields.contains(&Field::Value) || fields.contains(&Field::Unit) {
        fields.extend([Field::Value, Field::Unit]);
    }
    let all_tasks = rows.iter().all(|quoted| matches!(quoted.row, Some(Row::Task(_))));
    if finding.evidence.is_empty() && all_tasks {
        fields.extend([Field::Lead, Field::Deadline]);
    }
    fields.sort_unstable();
    fields.dedup();
    fields.retain(|&field| field == Field::Text || rows.iter().any(|quoted| quoted.printed(field).is_some()));
    fields
}

fn row(
    markup: &mut Markup,
    view: &View<'_>,
    finding: &Finding,
    quoted: &Quoted<'_>,
    other: Option<&Quoted<'_>>,
    fields: &[Field],
) {
    let (context, language) = (&view.context, view.context.language);
    let words = context.words();
    markup
        .raw("<div class=\"row\"><p class=\"cite\"><strong>")
        .text(context.label(quoted.side))
        .raw("</strong> ");
    cite(markup, view, quoted.side, quoted.id);
    if let Some(row) = quoted.row {
        markup
            .raw(" <span class=\"lines\">(")
            .text(&words.lines(row.lines()))
            .raw(")</span>");
    }
    markup.raw("</p>");
    if let Some(parent) = quoted.row.and_then(|row| context.rows(quoted.side).parent(row)) {
        markup
            .raw("<p class=\"under\">")
            .text(language.label(Label::Under))
            .raw(": ");
        markup.text(&parent.text().text).raw("</p>");
    }
    // That a table has no such column says something only beside one that has it.
    let is_shown = |field: &&Field| other.is_some() || quoted.printed(**field).is_some();
    for &field in fields.iter().filter(is_shown) {
        let is_text = field == Field::Text;
        markup.raw(if is_text {
            "<p class=\"text\">"
        } else {
            "<p class=\"cell\"><span class=\"field\">"
        });
        if !is_text {
            markup.text(words.field(field)).raw(":</span> ");
        }
        match quoted.printed(field) {
            None => none(markup, language.label(Label::NoColumn)),
            Some("") => none(markup, words.phrase(Phrase::Empty)),
            Some(text) => {
                let other = other.and_then(|other| other.printed(field));
                let marked = marked(finding, quoted.side, quoted.row, field, text, other);
                marks::write(markup, text, &marked);
            }
        }
        for more in quoted
            .evidence
            .iter()
            .filter(|evidence| evidence.field == field)
            .skip(1)
        {
            markup.raw("; ");
            marks::write(markup, &more.text, &[]);
        }
        markup.raw("</p>");
    }
    markup.raw("</div>");
}

/// Says that nothing is printed.
fn none(markup: &mut Markup, text: &str) {
    markup.raw("<span class=\"none\">").text(text).raw("</span>");
}

/// The place of a row, linked to the row among all rows of its program.
pub(super) fn cite(markup: &mut Markup, view: &View<'_>, side: Side, id: &RowId) {
    let place = view.context.place(side, id);
    if view.context.row(side, id).is_some() {
        markup.link(&anchor(side, id), &place);
    } else {
        markup.text(&place);
    }
}
