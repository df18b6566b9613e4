//! What the rows of the paper are: the findings about one set of rows together.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::checks::{Code, Finding, Side};
use crate::model::RowId;
use crate::report::context::{Context, SIDES};
use crate::report::rows::Row;

/// A part of the table, in the order of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chapter {
    Indicators,
    Tasks,
    /// Findings about one program.
    WithinOne,
    /// Rows without counterpart.
    InOneOnly,
}

/// One row of the paper.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) chapter: Chapter,
    pub(super) findings: Vec<&'a Finding>,
}

impl<'a> Entry<'a> {
    pub(super) fn rows(&self, side: Side) -> &'a [RowId] {
        self.findings.first().map_or(&[], |finding| finding.rows(side))
    }
}

/// The rows of the paper: by chapter, then in the order of the left program,
/// then of the right one.
pub(super) fn entries<'a>(context: &Context<'a>) -> Vec<Entry<'a>> {
    let [left, right] = SIDES.map(|side| positions(context, side));
    let position = |positions: &FxHashMap<&RowId, usize>, ids: &[RowId]| {
        let places = ids.iter().filter_map(|id| positions.get(id));
        places.min().copied().unwrap_or(usize::MAX)
    };
    let mut groups: BTreeMap<_, Entry<'a>> = BTreeMap::new();
    for finding in &context.comparison.findings {
        let chapter = chapter(context, finding);
        let key = (
            chapter,
            position(&left, &finding.left),
            position(&right, &finding.right),
            &finding.left,
            &finding.right,
        );
        let entry = groups.entry(key).or_insert_with(|| Entry {
            chapter,
            findings: Vec::new(),
        });
        entry.findings.push(finding);
    }
    groups.into_values().collect()
}

fn positions<'a>(context: &Context<'a>, side: Side) -> FxHashMap<&'a RowId, usize> {
    let program = context.rows(side).program;
    let indicators = program.indicators.iter().map(|row| &row.id);
    let tasks = program.tasks.iter().map(|row| &row.id);
    indicators.chain(tasks).zip(0..).collect()
}

fn chapter(context: &Context<'_>, finding: &Finding) -> Chapter {
    if matches!(
        finding.code,
        Code::TaskWithoutCounterpart | Code::IndicatorWithoutCounterpart
    ) {
        return Chapter::InOneOnly;
    }
    if finding.left.is_empty() || finding.right.is_empty() {
        return Chapter::WithinOne;
    }
    let first = finding.left.first().and_then(|id| context.row(Side::Left, id));
    match first {
        Some(Row::Indicator(_)) => Chapter::Indicators,
        _ => Chapter::Tasks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Language, sample};

    #[test]
    fn the_findings_of_one_pair_make_one_row() {
        let mut comparison = sample::comparison();
        let again = comparison.findings[0].clone();
        comparison.findings.push(again);
        let context = Context::new(&comparison, Language::Vi);
        let entries = entries(&context);
        let chapters: Vec<_> = entries.iter().map(|entry| entry.chapter).collect();
        assert_eq!(
            chapters,
            [
                Chapter::Indicators,
                Chapter::Tasks,
                Chapter::WithinOne,
                Chapter::InOneOnly,
                Chapter::InOneOnly
            ]
        );
        assert_eq!(entries[0].findings.len(), 2);
        assert_eq!(entries[3].rows(Side::Left)[0].as_str(), "PL3.VII.2");
    }
}
