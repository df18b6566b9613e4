//! The English labels.

use super::super::Label;
use crate::matching::Relation;
use crate::model::TargetRelation;

pub(in super::super) fn label(label: Label) -> &'static str {
    match label {
        Label::Skip => "Skip to the findings",
        Label::Contents => "Parts of this report",
        Label::Neutral => {
            "This report shows where the two programs do not agree, with quotations and places; it does not say which is right."
        }
        Label::Summary => "Summary",
        Label::RowsRead => "Rows read and what became of them",
        Label::ByKind => "Findings by kind and severity",
        Label::Kind => "Kind of finding",
        Label::Severity => "Severity",
        Label::Total => "Total",
        Label::Glance => "Indicators whose targets differ",
        Label::Indicator => "Indicator",
        Label::Indicators => "Indicators",
        Label::Tasks => "Tasks",
        Label::Filter => "Filter",
        Label::Search => "Search this report",
        Label::SearchHint => "for instance: cây xanh, cay xanh",
        Label::All => "All",
        Label::Lead => "Lead body",
        Label::NamedBody => "Body named",
        Label::Section => "Annex, section",
        Label::Clear => "Clear",
        Label::Shown => "{n} of {all} findings shown",
        Label::Share => "The address of the page holds the filter: copy it to send on what you see.",
        Label::Legend => {
            "In quotations: a tinted ground marks what the finding is about, bold type figures, italics dates."
        }
        Label::Under => "Under",
        Label::NoColumn => "(the table has no such column)",
        Label::Pairs => "Matched pairs",
        Label::Relation => "Relation",
        Label::Reason => "Reason",
        Label::FindingNumbers => "Findings",
        Label::Alone => "Rows that are in one program only",
        Label::Place => "Place",
        Label::Content => "Text",
        Label::Deadline => "Deadline",
        Label::Value => "Target",
        Label::PrintFindings => "Print the findings only",
        Label::Nearest => "Nearest row of the other program",
        Label::FullText => "All rows of both programs",
        Label::Counterpart => "Matched with",
        Label::Checked => "Checked and in agreement",
        Label::NotChecked => "Not checked",
        Label::Notes => "Reading notes",
    }
}

pub(in super::super) fn relation(relation: Relation, left: &str, right: &str) -> String {
    match relation {
        Relation::Same => "the same task".to_owned(),
        Relation::LeftPartOfRight => format!("the task of {left} is a part"),
        Relation::RightPartOfLeft => format!("the task of {right} is a part"),
        Relation::Overlap => "they share a part".to_owned(),
    }
}

pub(in super::super) fn targets(relation: TargetRelation, left: &str, right: &str) -> String {
    match relation {
        TargetRelation::Equal => "equal targets".to_owned(),
        TargetRelation::LeftInsideRight => format!("the target of {left} lies inside that of {right}"),
        TargetRelation::RightInsideLeft => format!("the target of {right} lies inside that of {left}"),
        TargetRelation::Overlap => "the targets share a part only".to_owned(),
        TargetRelation::Disjoint => "no value meets both targets".to_owned(),
        TargetRelation::NotComparable => "the targets cannot be compared".to_owned(),
    }
}

pub(in super::super) const THROUGH_PARENT: &str = "follows from the pair of the rows above";

pub(in super::super) fn likeness(score: u16) -> String {
    match (score / 10, score % 10) {
        (whole, 0) => format!("wording alike by {whole}%"),
        (whole, tenth) => format!("wording alike by {whole}.{tenth}%"),
    }
}
