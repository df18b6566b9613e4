//! What the page opens with: title, parts, counts, the chart, the targets that differ.

use super::super::context::SIDES;
use super::super::sentences::{Label, Noun, Phrase};
use super::super::summary::{Fates, Summary};
use super::findings::{badge, group_anchor};
use super::markup::Markup;
use super::view::{View, is_alone};
use crate::checks::code_rank;
use crate::checks::{Code, Details, Finding};

/// The parts of the page by their anchors, in order.
pub(super) const PARTS: [(&str, Label); 8] = [
    ("summary", Label::Summary),
    ("findings", Label::FindingNumbers),
    ("pairs", Label::Pairs),
    ("alone", Label::Alone),
    ("checked", Label::Checked),
    ("not-checked", Label::NotChecked),
    ("notes", Label::Notes),
    ("programs", Label::FullText),
];

pub(super) fn write(markup: &mut Markup, view: &View<'_>, summary: &Summary) {
    let (context, language) = (&view.context, view.context.language);
    markup
        .raw("<header class=\"top\"><h1>")
        .text(context.words().phrase(Phrase::Title))
        .raw("</h1>\n<dl>");
    for side in SIDES {
        markup.raw("<div><dt>").text(context.label(side)).raw("</dt><dd>");
        markup.text(&context.rows(side).program.title).raw("</dd></div>");
    }
    markup.raw("</dl>\n");
    for remark in context.remarks() {
        markup.raw("<p>").text(&remark).raw("</p>\n");
    }
    markup
        .raw("<nav aria-label=\"")
        .text(language.label(Label::Contents))
        .raw("\"><ul>");
    for (anchor, label) in PARTS {
        markup.raw("<li>").link(anchor, language.label(label)).raw("</li>");
    }
    markup.raw("</ul></nav></header>\n<main>\n");
    markup.raw("<section id=\"summary\" aria-labelledby=\"summary-h\"><h2 id=\"summary-h\">");
    markup
        .text(language.label(Label::Summary))
        .raw("</h2>\n<div class=\"overview\">");
    severities(markup, view, summary);
    glance(markup, view);
    chart(markup, view);
    markup.raw("</div>\n");
    fates(markup, view, summary);
    markup.raw("</section>\n");
}

fn severities(markup: &mut Markup, view: &View<'_>, summary: &Summary) {
    markup.raw("<ul class=\"cards\">");
    for (severity, count) in summary.severities {
        let first = view.findings.iter().find(|finding| finding.severity == severity);
        markup.raw("<li>");
        if let Some(first) = first {
            markup
                .raw("<a class=\"")
                .text(first.severity.as_str())
                .raw("\" data-filter=\"severity=");
            markup
                .text(first.severity.as_str())
                .raw("\" href=\"#")
                .text(&target(first))
                .raw("\">");
        }
        markup
            .raw("<strong>")
            .number(count)
            .raw("</strong> ")
            .text(view.context.words().severity(severity));
        markup.raw(if first.is_some() { "</a></li>" } else { "</li>" });
    }
    markup.raw("</ul>\n");
}

/// Where the findings like this one start.
fn target(finding: &Finding) -> String {
    if is_alone(finding) {
        "alone".to_owned()
    } else {
        group_anchor(finding)
    }
}

/// One line for each kind: its name, a bar by severity, the counts. Rows
/// without counterpart are counted but not drawn: they would dwarf the rest.
fn chart(markup: &mut Markup, view: &View<'_>) {
    let (words, language) = (view.context.words(), view.context.language);
    let mut findings = view.findings.clone();
    findings.sort_by_key(|finding| (code_rank(finding.code), finding.severity));
    let kinds: Vec<&[&Finding]> = findings.chunk_by(|one, two| one.code == two.code).collect();
    if kinds.is_empty() {
        markup.raw("<p>").text(view.context.no_findings()).raw("</p>\n");
        return;
    }
    let widest = kinds
        .iter()
        .filter(|kind| !is_alone(kind[0]))
        .map(|kind| kind.len())
        .max()
        .unwrap_or(1);
    markup
        .raw("<table class=\"chart\"><caption>")
        .text(language.label(Label::ByKind))
        .raw("</caption>\n<thead><tr>");
    for label in [Label::Kind, Label::Severity, Label::Total] {
        markup
            .raw("<th scope=\"col\">")
            .text(language.label(label))
            .raw("</th>");
    }
    markup.raw("</tr></thead>\n<tbody>");
    for kind in kinds {
        markup
            .raw("<tr><th scope=\"row\"><a data-filter=\"kind=")
            .text(kind[0].code.as_str())
            .raw("\" href=\"#");
        markup
            .text(&target(kind[0]))
            .raw("\">")
            .text(words.code(kind[0].code))
            .raw("</a></th><td>");
        bar(markup, view, kind, widest);
        markup
            .raw("</td><td class=\"figure\">")
            .number(kind.len())
            .raw("</td></tr>\n");
    }
    markup.raw("</tbody></table>\n");
}

/// The length of the longest bar in its own units.
const BAR: usize = 1000;

fn bar(markup: &mut Markup, view: &View<'_>, kind: &[&Finding], widest: usize) {
    let by_severity = || kind.chunk_by(|one, two| one.severity == two.severity);
    if !is_alone(kind[0]) {
        markup.raw("<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        let mut before = 0;
        for part in by_severity() {
            markup
                .raw("<rect class=\"")
                .text(part[0].severity.as_str())
                .raw("\" height=\"10\" x=\"");
            markup
                .number(before * BAR / widest)
                .raw("\" width=\"")
                .number(part.len() * BAR / widest)
                .raw("\"/>");
            before += part.len();
        }
        markup.raw("</svg>");
    }
    markup.raw("<span class=\"parts\">");
    for (at, part) in by_severity().enumerate() {
        markup.raw(if at > 0 { ", " } else { "" }).number(part.len()).raw(" ");
        markup.text(view.context.words().severity(part[0].severity));
    }
    markup.raw("</span>");
}

/// The targets that differ, one line each: what a reader looks for first.
fn glance(markup: &mut Markup, view: &View<'_>) {
    let language = view.context.language;
    let targets = || {
        view.findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.code == Code::TargetDiffers)
    };
    if targets().next().is_none() {
        return;
    }
    markup
        .raw("<table class=\"glance\"><caption>")
        .text(language.label(Label::Glance))
        .raw("</caption>\n<thead><tr>");
    markup
        .raw("<th scope=\"col\">")
        .text(language.label(Label::Indicator))
        .raw("</th>");
    for side in SIDES {
        markup
            .raw("<th scope=\"col\">")
            .text(view.context.label(side))
            .raw("</th>");
    }
    markup
        .raw("<th scope=\"col\">")
        .text(language.label(Label::Severity))
        .raw("</th></tr></thead>\n<tbody>");
    for (index, finding) in targets() {
        let Details::TargetDiffers {
            left,
            left_unit,
            right,
            right_unit,
            period,
            ..
        } = &finding.details
        else {
            continue;
        };
        let row = finding
            .left
            .first()
            .and_then(|id| view.context.row(crate::checks::Side::Left, id));
        let parent = row.and_then(|row| view.context.rows(crate::checks::Side::Left).parent(row));
        markup
            .raw("<tr><th scope=\"row\"><a href=\"#f")
            .number(index + 1)
            .raw("\">");
        if let Some(parent) = parent {
            markup.text(&parent.title(PARENT)).raw(": ");
        }
        markup.text(&row.map(|row| row.title(NAME)).unwrap_or_default());
        if let Some(period) = period {
            markup.raw(" (").text(period).raw(")");
        }
        markup.raw("</a></th>");
        for (value, unit) in [(left, left_unit), (right, right_unit)] {
            let empty = view.context.words().phrase(Phrase::Empty);
            markup
                .raw("<td>")
                .text(if value.is_empty() { empty } else { value })
                .raw(" <small>");
            markup.text(unit).raw("</small></td>");
        }
        markup.raw("<td>");
        badge(markup, view, finding);
        markup.raw("</td></tr>\n");
    }
    markup.raw("</tbody></table>");
}

/// The name of an indicator takes one or two lines of the overview.
const NAME: usize = 70;
/// The name of the row above it only sets the scene.
const PARENT: usize = 30;

/// One of the counts of what became of the rows.
type Count = fn(&Fates) -> usize;

/// Rows read and what became of them.
fn fates(markup: &mut Markup, view: &View<'_>, summary: &Summary) {
    let (words, language) = (view.context.words(), view.context.language);
    markup
        .raw("<table class=\"fates\"><caption>")
        .text(language.label(Label::RowsRead))
        .raw("</caption>\n<thead><tr><td></td>");
    for side in SIDES {
        markup
            .raw("<th scope=\"col\">")
            .text(view.context.label(side))
            .raw("</th>");
    }
    markup.raw("</tr></thead>\n<tbody>");
    for (heading, fates) in [(Phrase::Tasks, summary.tasks), (Phrase::Indicators, summary.indicators)] {
        let lines: [(Phrase, Count); 4] = [
            (heading, |fates| fates.read),
            (Phrase::Matched, |fates| fates.matched),
            (Phrase::Ambiguous, |fates| fates.ambiguous),
            (Phrase::Alone, |fates| fates.alone),
        ];
        for (phrase, count) in lines {
            if phrase == Phrase::Ambiguous && fates.iter().all(|fates| count(fates) == 0) {
                continue;
            }
            markup.raw(if phrase == heading {
                "<tr class=\"head\">"
            } else {
                "<tr>"
            });
            markup.raw("<th scope=\"row\">").text(words.phrase(phrase)).raw("</th>");
            for fates in &fates {
                markup.raw("<td class=\"figure\">").number(count(fates)).raw("</td>");
            }
            markup.raw("</tr>\n");
        }
    }
    markup
        .raw("</tbody></table>\n<p>")
        .text(&words.pairs(summary.task_pairs, Noun::Task))
        .raw(" ");
    markup
        .text(&words.pairs(summary.indicator_pairs, Noun::Indicator))
        .raw("</p>\n<p>");
    markup
        .text(language.label(Label::Neutral))
        .raw(" ")
        .text(words.phrase(Phrase::LinesExplained))
        .raw("</p>\n");
}
