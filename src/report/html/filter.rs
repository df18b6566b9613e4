//! The filter: a form that only readers with JavaScript see.

use rustc_hash::FxHashSet;

use super::super::context::SIDES;
use super::super::rows::shorten;
use super::super::sentences::Label;
use super::markup::Markup;
use super::view::{View, leads, rows_of, section, section_key, severity_key};
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
    select(markup, view, Label::Lead, "lead", bodies);
    select(markup, view, Label::Section, "section", sections);
    markup
        .raw("<button type=\"button\">")
        .text(language.label(Label::Clear))
        .raw("</button>\n");
    markup.raw(
        "<p class=\"status\"><span id=\"shown\" role=\"status\" aria-live=\"polite\"></span> <span class=\"share\">",
    );
    markup.text(language.label(Label::Share)).raw("</span></p></form>\n");
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
        .map(|finding| (finding.severity, severity_key(finding)))
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

/// The bodies in charge of rows with findings, in the order of their letters.
fn bodies(markup: &mut Markup, view: &View<'_>) {
    let rows = view.findings.iter().flat_map(|finding| rows_of(finding));
    let rows = rows.filter_map(|(side, id)| view.context.row(side, id));
    let names: FxHashSet<String> = rows.flat_map(leads).collect();
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_cached_key(|name| (toneless(name), name.clone()));
    for name in names {
        option(markup, &name, &name);
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
