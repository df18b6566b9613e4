//! The filter: a form that only readers with JavaScript see.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::super::context::SIDES;
use super::super::rows::shorten;
use super::super::sentences::{Label, PARTY_COMMITTEE};
use super::markup::Markup;
use super::view::{View, bodies as bodies_of, body_key, rows_of, section, section_key};
use crate::checks::{Code, Severity, Side};
use crate::text::toneless;

pub(super) fn write(markup: &mut Markup, view: &View<'_>) {
    let language = view.context.language;
    markup
        .raw("<form id=\"filter\" role=\"search\" hidden aria-label=\"")
        .text(language.label(Label::Filter));
    markup
        .raw("\" data-shown=\"")
        .text(language.label(Label::Shown))
        .raw("\">\n<label class=\"wide\"><span>");
    markup
        .text(language.label(Label::Search))
        .raw("</span><input type=\"search\" name=\"q\" placeholder=\"");
    markup.text(language.label(Label::SearchHint)).raw("\"></label>\n");
    select(markup, view, Label::Severity, "severity", severities);
    select(markup, view, Label::Kind, "kind", kinds);
    select(markup, view, Label::NamedBody, "body", bodies);
    select(markup, view, Label::Section, "section", sections);
    markup
        .raw("<button type=\"button\">")
        .text(language.label(Label::Clear))
        .raw("</button>\n");
    markup.raw(
        "<p class=\"status\"><span id=\"shown\" role=\"status\" aria-live=\"polite\"></span> <span class=\"share\">",
    );
    markup
        .text(language.label(Label::Share))
        .raw("</span>\n<label class=\"choice\"><input type=\"checkbox\" name=\"print\" value=\"findings\"> ");
    markup
        .text(language.label(Label::PrintFindings))
        .raw("</label></p></form>\n");
}

/// Writes the choices of a filter.
type Options = fn(&mut Markup, &View<'_>);

fn select(markup: &mut Markup, view: &View<'_>, label: Label, name: &'static str, options: Options) {
    let language = view.context.language;
    markup
        .raw("<label><span>")
        .text(language.label(label))
        .raw("</span><select name=\"")
        .raw(name);
    markup
        .raw("\"><option value=\"\">")
        .text(language.label(Label::All))
        .raw("</option>");
    options(markup, view);
    markup.raw("</select></label>\n");
}

fn option(markup: &mut Markup, value: &str, text: &str) {
    markup
        .raw("<option value=\"")
        .text(value)
        .raw("\">")
        .text(text)
        .raw("</option>");
}

fn severities(markup: &mut Markup, view: &View<'_>) {
    let mut found: Vec<(Severity, &str)> = view
        .findings
        .iter()
        .map(|finding| (finding.severity, finding.severity.as_str()))
        .collect();
    found.sort_unstable();
    found.dedup();
    for (severity, key) in found {
        option(markup, key, view.context.words().severity(severity));
    }
}

fn kinds(markup: &mut Markup, view: &View<'_>) {
    for code in Code::ALL {
        if view.findings.iter().any(|finding| finding.code == code) {
            option(markup, code.as_str(), view.context.words().code(code));
        }
    }
}

/// The bodies that rows with findings name, in the order of their letters; where
/// the rows mean the Party committee inside one, the list says so.
fn bodies(markup: &mut Markup, view: &View<'_>) {
    let rows = view.findings.iter().flat_map(|finding| rows_of(finding));
    let rows = rows.filter_map(|(side, id)| view.context.row(side, id));
    // Whether the body itself is named, and whether its committee is.
    let mut names: BTreeMap<(String, &str), [bool; 2]> = BTreeMap::new();
    for mention in rows.flat_map(bodies_of) {
        let name = mention.body.name();
        names.entry((toneless(name), name)).or_default()[usize::from(mention.party_committee)] = true;
    }
    for ((_, name), is_named) in names {
        let committee = format!("{PARTY_COMMITTEE} {name}");
        let shown = match is_named {
            [_, false] => name.to_owned(),
            [false, true] => committee,
            [true, true] => format!("{name}, {committee}"),
        };
        option(markup, &body_key(name), &shown);
    }
}

/// A heading in the list of sections is cut at so many characters.
const HEADING: usize = 60;

/// The annexes and sections that have rows, program by program.
fn sections(markup: &mut Markup, view: &View<'_>) {
    for side in SIDES {
        let keys = view.rows(side).into_iter().map(|row| (row.id().annex(), row.section()));
        let mut known = FxHashSet::default();
        let keys: Vec<(u32, &str)> = keys.filter(|&key| known.insert(key)).collect();
        markup
            .raw("<optgroup label=\"")
            .text(view.context.label(side))
            .raw("\">");
        for (annex, label) in keys {
            option(
                markup,
                &section_key(side, annex, label),
                &shorten(&heading(view, side, annex, label), HEADING),
            );
        }
        markup.raw("</optgroup>");
    }
}

/// `Phụ lục 3, mục VII: Hạ tầng`.
pub(super) fn heading(view: &View<'_>, side: Side, annex: u32, label: &str) -> String {
    let place = view.context.words().section(annex, label);
    match section(&view.context.rows(side).program.sections, annex, label) {
        Some(section) if !section.title.is_empty() => format!("{place}: {}", section.title),
        _ => place,
    }
}
