//! The summary a report opens with.

use super::super::context::{Context, SIDES};
use super::super::sentences::{Noun, Phrase};
use super::super::summary::{Fates, Summary};
use super::page::{Page, columns, pad_left, pad_right};
use super::paint::Style;

/// The indent of what stands under a line.
const INDENT: &str = "  ";

pub(super) fn write(page: &mut Page, context: &Context<'_>, summary: &Summary) {
    let words = context.words();
    page.line(words.phrase(Phrase::Title));
    let width = columns(words.phrase(Phrase::Title));
    page.line(&"=".repeat(width));
    for side in SIDES {
        let title = &context.rows(side).program.title;
        page.paragraph(&format!("{}: ", context.label(side)), title);
    }
    for remark in context.remarks() {
        page.paragraph("", &remark);
    }
    page.blank();
    table(page, context, summary);
    page.blank();
    page.paragraph("", &words.pairs(summary.task_pairs, Noun::Task));
    page.paragraph("", &words.pairs(summary.indicator_pairs, Noun::Indicator));
    page.blank();
    severities(page, context, summary);
    page.blank();
    page.paragraph("", words.phrase(Phrase::LinesExplained));
}

/// Rows read and what became of them, one column per program.
fn table(page: &mut Page, context: &Context<'_>, summary: &Summary) {
    let words = context.words();
    let mut lines = vec![(String::new(), SIDES.map(|side| context.label(side).to_owned()))];
    for (heading, fates) in [(Phrase::Tasks, summary.tasks), (Phrase::Indicators, summary.indicators)] {
        let count = |name: String, count: fn(&Fates) -> usize| (name, fates.map(|fates| count(&fates).to_string()));
        let under = |phrase| format!("{INDENT}{}", words.phrase(phrase));
        lines.push(count(words.phrase(heading).to_owned(), |fates| fates.read));
        lines.push(count(under(Phrase::Matched), |fates| fates.matched));
        if fates.iter().any(|fates| fates.ambiguous > 0) {
            lines.push(count(under(Phrase::Ambiguous), |fates| fates.ambiguous));
        }
        lines.push(count(under(Phrase::Alone), |fates| fates.alone));
    }
    let wide =
        |cell: fn(&(String, [String; 2])) -> &str| lines.iter().map(|line| columns(cell(line))).max().unwrap_or(0);
    let (names, left, right) = (wide(|line| &line.0), wide(|line| &line.1[0]), wide(|line| &line.1[1]));
    for (name, [first, second]) in &lines {
        page.line(&format!(
            "{}   {}   {}",
            pad_right(name, names),
            pad_left(first, left),
            pad_left(second, right)
        ));
    }
}

/// The findings by severity, and by kind beside it.
fn severities(page: &mut Page, context: &Context<'_>, summary: &Summary) {
    let words = context.words();
    let all: usize = summary.severities.iter().map(|(_, count)| count).sum();
    if all == 0 {
        page.line(context.no_findings());
        return;
    }
    page.line(&format!("{}: {all}", words.phrase(Phrase::Findings)));
    let names = summary
        .severities
        .map(|(severity, _)| columns(words.severity(severity)))
        .into_iter()
        .max()
        .unwrap_or(0);
    for (severity, count) in summary.severities {
        let kinds: Vec<_> = summary
            .kinds
            .iter()
            .filter(|kind| kind.0 == severity)
            .map(|(_, code, count)| format!("{} ({count})", words.code(*code)))
            .collect();
        let opening = format!(
            "{INDENT}{} {}  ",
            pad_right(words.severity(severity), names),
            pad_left(&count.to_string(), 4)
        );
        page.paragraph_in(Style::Severity(severity), &opening, &kinds.join("; "));
    }
}
