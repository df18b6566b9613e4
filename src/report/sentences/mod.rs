//! The words of the reports: one catalogue per language, here and nowhere else.
//!
//! [`Catalogue`] lists everything a report says by itself. Each language
//! implements it with exhaustive matches, so the compiler sees to it that no
//! language lacks a sentence. A message stands alone, has no line break, and
//! states facts only: which program is right is not ours to say.

mod closing;
mod en;
mod facts;
mod labels;
mod reading;
mod terms;
#[cfg(test)]
mod tests;
mod vi;

pub(super) use closing::ClosingPhrase;
pub(super) use facts::{Facts, PARTY_COMMITTEE, Subject};
use facts::{Gap, gaps};
pub(super) use labels::Label;
pub(super) use terms::Term;
#[cfg(feature = "xlsx")]
pub(super) use terms::{decisions, opinions, target_relation, task_relation};

use super::summary::Pairs;
use super::{Language, Place};
use crate::checks::{Code, Field, Severity};
use crate::matching::is_same;
use crate::model::{Lines, NoteKind};
use crate::remark::Remark;

/// Everything a report says by itself, in one language.
pub(super) trait Catalogue: Sync {
    /// The sentence of a finding.
    fn message(&self, facts: &Facts<'_>) -> String;
    /// The heading over the findings of one code.
    fn code(&self, code: Code) -> &'static str;
    /// The name of a severity.
    fn severity(&self, severity: Severity) -> &'static str;
    /// The name of a column.
    fn field(&self, field: Field) -> &'static str;
    /// What a reading note of this kind says; quotations follow.
    fn note(&self, kind: NoteKind) -> &'static str;
    /// A fixed phrase.
    fn phrase(&self, phrase: Phrase) -> &'static str;
    /// How a row is cited: `Phụ lục 3, mục V, số 16`.
    fn place(&self, place: &Place<'_>) -> String;
    /// Lines of the source: `dòng 12-14`.
    fn lines(&self, lines: Lines) -> String;
    /// A section heading: `Phụ lục 3, mục V`.
    fn section(&self, annex: u32, label: &str) -> String;
    /// How the pairs of tasks, or of indicators, fare.
    fn pairs(&self, pairs: Pairs, noun: Noun) -> String;
    /// The heading over the rows of `label` that `other` has no counterpart for.
    fn alone(&self, count: usize, noun: Noun, label: &str, other: &str) -> String;
    /// How many sub-rows of the row before are without counterpart as well.
    fn folded(&self, count: usize) -> String;
    /// A remark on both programs; `left` and `right` are their issuers.
    fn remark(&self, remark: Remark, left: &str, right: &str) -> String;
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Task,
    Indicator,
}

/// What the reports say besides findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    /// The title of the report.
    Title,
    /// What the line numbers in brackets count.
    LinesExplained,
    /// What the first program is called when it has no label of its own.
    First,
    /// What the second program is called when it has no label of its own.
    Second,
    Tasks,
    Indicators,
    /// A row that has its counterpart.
    Matched,
    /// A row that several rows fit equally well.
    Ambiguous,
    /// A row without counterpart.
    Alone,
    Findings,
    /// There are no findings.
    NoFindings,
    /// There are none but those switched off or left out.
    NoneLeft,
    /// The heading over the rows without counterpart.
    AloneHeading,
    /// The heading over the reading notes.
    Notes,
    /// There are no reading notes.
    NoNotes,
    /// An empty cell.
    Empty,
}

impl Language {
    pub(super) fn catalogue(self) -> &'static dyn Catalogue {
        match self {
            Self::Vi => &vi::Vietnamese,
            Self::En => &en::English,
        }
    }
}

/// A value with its unit as a sentence has them: `80%`, `77,5 tuổi`; `unit`
/// names a unit that starts with a number, lest two numbers run together
/// (`1.203 (đơn vị tính: 1.000 tỷ đồng)`). Behind words the unit stands in
/// brackets: `từ 75% trở lên (%)`.
fn with_unit(value: &str, unit: &str, name: &str) -> String {
    let (value, unit) = (uncapitalized(value), uncapitalized(unit));
    match unit.as_str() {
        "" => value,
        "%" if value.ends_with('%') => value,
        unit if unit.starts_with(|c: char| c.is_ascii_digit()) => format!("{value} ({name}: {unit})"),
        unit if goes_on(&value) => format!("{value} ({unit})"),
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}

/// Whether words follow the figure of a value: `75 trở lên`, `30% so với năm 2025`.
fn goes_on(value: &str) -> bool {
    let behind = value.trim_start_matches(|c: char| !c.is_ascii_digit());
    behind.contains(char::is_alphabetic)
}

/// `Tuổi` is `tuổi` inside a sentence; `USD` and `M²` stay.
fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// `a`, `a và b`, `a, b và c`; `last` stands before the last.
fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., tail] => format!("{}{last}{tail}", head.join(", ")),
    }
}

/// The bodies of one row without those both rows have.
fn without(bodies: &[String], shared: &[String]) -> Vec<String> {
    let is_shared = |body: &&String| shared.iter().any(|other| is_same(other, body));
    bodies.iter().filter(|body| !is_shared(body)).cloned().collect()
}

fn quoted<'a>(items: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    items.into_iter().map(|item| format!("“{item}”")).collect()
}
