//! All rows of both programs side by side: where every citation leads.

use super::super::context::{SIDES, other};
use super::super::rows::Row;
use super::super::sentences::Label;
use super::filter::heading;
use super::findings::cite;
use super::marks;
use super::markup::{Markup, anchor};
use super::view::{View, finding_links};
use crate::checks::{Field, Side};

/// The columns of a row besides its text, in the order they are shown.
const FIELDS: [Field; 8] = [
    Field::Value,
    Field::Unit,
    Field::Body,
    Field::Lead,
    Field::Coordinating,
    Field::Product,
    Field::Deadline,
    Field::Resources,
];

pub(super) fn write(markup: &mut Markup, view: &View<'_>) {
    markup.raw("<section id=\"programs\" aria-labelledby=\"programs-h\"><h2 id=\"programs-h\">");
    markup
        .text(view.context.language.label(Label::FullText))
        .raw("</h2>\n<div class=\"programs\">\n");
    for side in SIDES {
        markup
            .raw("<section class=\"program\" tabindex=\"0\" aria-label=\"")
            .text(view.context.label(side));
        markup.raw("\"><h3>").text(view.context.label(side)).raw("</h3>\n");
        let mut current = None;
        for row in view.rows(side) {
            let section = (row.id().annex(), row.section());
            if current.replace(section) != Some(section) {
                markup
                    .raw("<h4>")
                    .text(&heading(view, side, section.0, section.1))
                    .raw("</h4>\n");
            }
            self::row(markup, view, side, row);
        }
        markup.raw("</section>\n");
    }
    markup.raw("</div></section>\n");
}

fn row<'a>(markup: &mut Markup, view: &View<'a>, side: Side, row: Row<'a>) {
    let (words, language) = (view.context.words(), view.context.language);
    markup.raw("<div class=\"source");
    markup.raw(if row.parent().is_some() {
        " sub\" id=\""
    } else {
        "\" id=\""
    });
    markup
        .text(&anchor(side, row.id()))
        .raw("\" tabindex=\"-1\"><p><span class=\"place\">");
    markup
        .text(&view.context.place(side, row.id()))
        .raw("</span> <span class=\"lines\">(");
    markup
        .text(&words.lines(row.lines()))
        .raw(")</span> <span class=\"text\">");
    marks::write(markup, &row.text().text, &[]);
    markup.raw("</span></p><p class=\"cells\">");
    for field in FIELDS {
        if let Some(cell) = row.cell(field).filter(|cell| !cell.is_empty()) {
            markup
                .raw("<span class=\"field\">")
                .text(words.field(field))
                .raw(":</span> ");
            marks::write(markup, &cell.text, &[]);
            markup.raw("<span class=\"stop\">; </span>");
        }
    }
    markup.raw("</p>");
    let (partners, findings) = (view.partners(side, row.id()), view.about_row(side, row.id()));
    if !partners.is_empty() || !findings.is_empty() {
        markup.raw("<p class=\"refs\">");
        if !partners.is_empty() {
            markup.text(language.label(Label::Counterpart)).raw(": ");
        }
        for (at, id) in partners.iter().enumerate() {
            markup.raw(if at > 0 { "; " } else { "" });
            cite(markup, view, other(side), id);
        }
        if !findings.is_empty() {
            markup.raw(if partners.is_empty() { "" } else { ". " });
            markup.text(language.label(Label::FindingNumbers)).raw(": ");
            finding_links(markup, findings);
        }
        markup.raw("</p>");
    }
    markup.raw("</div>\n");
}
