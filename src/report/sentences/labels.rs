//! The labels of reports with headings, tables and forms.
//!
//! The short words that stand beside the sentences of [`super::Catalogue`];
//! each language has them beside its catalogue, in an exhaustive match.

use super::super::Language;
use super::{en, vi};
use crate::matching::{Relation, TaskMatch};
use crate::model::TargetRelation;

/// A heading, a column title, or the label of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Label {
    /// The link that jumps to the findings.
    Skip,
    /// The name of the list of parts.
    Contents,
    /// What a finding says, and what it does not.
    Neutral,
    /// The heading over the counts.
    Summary,
    /// What the table of rows counts.
    RowsRead,
    /// What the chart shows.
    ByKind,
    /// The kind of a finding.
    Kind,
    /// The severity of a finding.
    Severity,
    /// A sum.
    Total,
    /// The heading over the targets that differ.
    Glance,
    /// One indicator, as a column heading.
    Indicator,
    /// Several indicators.
    Indicators,
    /// Several tasks.
    Tasks,
    /// The heading of the filter.
    Filter,
    /// The label of the search field.
    Search,
    /// An example in the search field.
    SearchHint,
    /// No restriction.
    All,
    /// The lead body, as a filter.
    Lead,
    /// The filter by a body that a finding or its rows name.
    NamedBody,
    /// The section, as a filter.
    Section,
    /// The button that lifts the filter.
    Clear,
    /// How many findings are shown; `{n}` of `{all}`.
    Shown,
    /// How to send a filtered view on.
    Share,
    /// What is marked in quotations.
    Legend,
    /// The row a sub-row stands under; its title follows.
    Under,
    /// The table has no such column.
    NoColumn,
    /// The heading over the matched pairs.
    Pairs,
    /// How the rows of a pair lie to each other.
    Relation,
    /// Why two rows are a pair.
    Reason,
    /// The findings about a row or pair.
    FindingNumbers,
    /// The heading over the rows of one program only.
    Alone,
    /// Where a row stands.
    Place,
    /// What a row says.
    Content,
    /// The deadline, as a column heading.
    Deadline,
    /// The target, as a column heading.
    Value,
    /// The choice to print the findings and nothing after them.
    PrintFindings,
    /// The most alike row of the other program.
    Nearest,
    /// The heading over both programs in full.
    FullText,
    /// The rows a row is matched with; they follow.
    Counterpart,
    /// The heading over what was found to agree.
    Checked,
    /// The heading over what was not compared.
    NotChecked,
    /// The heading over the reading notes.
    Notes,
}

impl Language {
    /// A label in this language.
    pub(in super::super) fn label(self, label: Label) -> &'static str {
        match self {
            Self::Vi => vi::labels::label(label),
            Self::En => en::labels::label(label),
        }
    }

    /// How the tasks of a pair lie to each other, in a few words.
    pub(in super::super) fn relation(self, relation: Relation, left: &str, right: &str) -> String {
        match self {
            Self::Vi => vi::labels::relation(relation, left, right),
            Self::En => en::labels::relation(relation, left, right),
        }
    }

    /// How the targets of a pair lie to each other, in a few words.
    pub(in super::super) fn targets(self, relation: TargetRelation, left: &str, right: &str) -> String {
        match self {
            Self::Vi => vi::labels::targets(relation, left, right),
            Self::En => en::labels::targets(relation, left, right),
        }
    }

    /// Why two tasks are a pair.
    pub(in super::super) fn reason(self, pair: &TaskMatch) -> String {
        match self {
            _ if !pair.through_parent => self.likeness(pair.score),
            Self::Vi => vi::labels::THROUGH_PARENT.to_owned(),
            Self::En => en::labels::THROUGH_PARENT.to_owned(),
        }
    }

    /// How alike two texts are, from 0 to 1000 thousandths.
    pub(in super::super) fn likeness(self, score: u16) -> String {
        match self {
            Self::Vi => vi::labels::likeness(score),
            Self::En => en::labels::likeness(score),
        }
    }
}
