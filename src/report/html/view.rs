//! A comparison as the page shows it: findings numbered, rows with what concerns them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Language;
use super::super::context::Context;
use super::super::rows::Row;
use super::markup::Markup;
use crate::checks::code_rank;
use crate::checks::{Code, Details, Finding, Side};
use crate::comparison::Comparison;
use crate::model::{Mention, RowId, Section};

/// What the parts of the page share.
pub(super) struct View<'a> {
    pub(super) context: Context<'a>,
    /// In the order of the report, those about rows without counterpart last;
    /// a finding's number is its index plus one.
    pub(super) findings: Vec<&'a Finding>,
    by_row: FxHashMap<(Side, &'a RowId), Vec<usize>>,
    partners: FxHashMap<(Side, &'a RowId), Vec<&'a RowId>>,
}

impl<'a> View<'a> {
    pub(super) fn new(comparison: &'a Comparison, language: Language) -> Self {
        let mut findings: Vec<&Finding> = comparison.findings.iter().collect();
        findings.sort_by_key(|finding| (is_alone(finding), finding.severity, code_rank(finding.code)));
        let mut by_row: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (index, finding) in findings.iter().enumerate() {
            for key in rows_of(finding) {
                by_row.entry(key).or_default().push(index);
            }
        }
        let tasks = comparison.task_matches.iter().map(|pair| (&pair.left, &pair.right));
        let indicators = comparison
            .indicator_matches
            .iter()
            .map(|pair| (&pair.left, &pair.right));
        let mut partners: FxHashMap<_, Vec<&RowId>> = FxHashMap::default();
        for (left, right) in tasks.chain(indicators) {
            partners.entry((Side::Left, left)).or_default().push(right);
            partners.entry((Side::Right, right)).or_default().push(left);
        }
        Self {
            context: Context::new(comparison, language),
            findings,
            by_row,
            partners,
        }
    }

    /// The indices of the findings about a row.
    pub(super) fn about_row(&self, side: Side, id: &'a RowId) -> &[usize] {
        self.by_row.get(&(side, id)).map_or(&[], Vec::as_slice)
    }

    /// The indices of the findings about a pair.
    pub(super) fn about_pair(&self, left: &'a RowId, right: &'a RowId) -> Vec<usize> {
        let of_right = self.about_row(Side::Right, right);
        let of_left = self.about_row(Side::Left, left).iter().copied();
        of_left.filter(|index| of_right.contains(index)).collect()
    }

    /// The rows of the other program a row is matched with.
    pub(super) fn partners(&self, side: Side, id: &'a RowId) -> &[&'a RowId] {
        self.partners.get(&(side, id)).map_or(&[], Vec::as_slice)
    }

    /// All rows of a program in the order of its annexes and lines.
    pub(super) fn rows(&self, side: Side) -> Vec<Row<'a>> {
        let program = self.context.rows(side).program;
        let tasks = program.tasks.iter().map(Row::Task);
        let mut rows: Vec<Row<'a>> = program.indicators.iter().map(Row::Indicator).chain(tasks).collect();
        rows.sort_by_key(|row| row.id().annex());
        rows
    }

    /// The attributes of an element that the filter shows or hides: what its
    /// findings are, whom they and its rows name, and where they stand.
    pub(super) fn attributes(&self, markup: &mut Markup, findings: &[usize], rows: &[(Side, Row<'a>)]) {
        let findings = || findings.iter().filter_map(|&index| self.findings.get(index));
        let severities = findings().map(|finding| finding.severity.as_str().to_owned());
        attribute(markup, " data-severity=\"", severities);
        attribute(
            markup,
            " data-kind=\"",
            findings().map(|finding| finding.code.to_string()),
        );
        let printed = rows
            .iter()
            .flat_map(|(_, row)| bodies(*row))
            .map(|mention| mention.body.name());
        let names = printed.chain(findings().flat_map(|finding| told(finding)));
        attribute(markup, " data-body=\"", names.map(body_key));
        let sections = rows
            .iter()
            .map(|(side, row)| section_key(*side, row.id().annex(), row.section()));
        attribute(markup, " data-section=\"", sections);
    }
}

/// Links to findings by their numbers.
pub(super) fn finding_links(markup: &mut Markup, indices: &[usize]) {
    for (at, index) in indices.iter().enumerate() {
        markup.raw(if at > 0 { ", " } else { "" });
        markup
            .raw("<a href=\"#f")
            .number(index + 1)
            .raw("\">")
            .number(index + 1)
            .raw("</a>");
    }
}

/// Writes an attribute with each value once.
fn attribute(markup: &mut Markup, opening: &'static str, values: impl Iterator<Item = String>) {
    let mut values: Vec<String> = values.collect();
    values.sort_unstable();
    values.dedup();
    markup.raw(opening).text(&values.join("|")).raw("\"");
}

/// Whether the finding is about a row without counterpart.
pub(super) fn is_alone(finding: &Finding) -> bool {
    matches!(
        finding.code,
        Code::TaskWithoutCounterpart | Code::IndicatorWithoutCounterpart
    )
}

/// The rows a finding names, then those it only quotes.
pub(super) fn rows_of(finding: &Finding) -> Vec<(Side, &RowId)> {
    let named = finding.left.iter().map(|id| (Side::Left, id));
    let mut rows: Vec<_> = named.chain(finding.right.iter().map(|id| (Side::Right, id))).collect();
    let mut known: FxHashSet<_> = rows.iter().copied().collect();
    let quoted = finding.evidence.iter().map(|evidence| (evidence.side, &evidence.row));
    rows.extend(quoted.filter(|row| known.insert(*row)));
    rows
}

/// The particular bodies a row names, the lead first.
pub(super) fn bodies(row: Row<'_>) -> impl Iterator<Item = &Mention> {
    row.mentions().filter(|mention| mention.body.is_particular())
}

/// The bodies a finding tells of.
fn told(finding: &Finding) -> impl Iterator<Item = &str> {
    let (left, right, name) = match &finding.details {
        Details::LeadBodyDiffers { left, right, .. } | Details::ReportingBodyDiffers { left, right, .. } => {
            (&left[..], &right[..], None)
        }
        Details::BodySpelledVariously { name, .. } => (&[][..], &[][..], Some(name)),
        _ => (&[][..], &[][..], None),
    };
    left.iter().chain(right).chain(name).map(String::as_str)
}

/// The name of a body in a list that `|` parts.
pub(super) fn body_key(name: &str) -> String {
    name.replace('|', " ")
}

/// A section as addresses name it: `L3.VII`.
pub(super) fn section_key(side: Side, annex: u32, label: &str) -> String {
    let side = match side {
        Side::Left => 'L',
        Side::Right => 'R',
    };
    format!("{side}{annex}.{label}")
}

/// The heading of the section with this label that stands in no other.
pub(super) fn section<'a>(sections: &'a [Section], annex: u32, label: &str) -> Option<&'a Section> {
    sections
        .iter()
        .find(|section| section.annex == annex && section.label == label && section.parent.is_none())
}
