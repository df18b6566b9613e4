#![doc = include_str!("ambiguous_match.en.md")]

use super::context::{Context, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::RowId;

/// One finding for each tie; the pair is left to the reviewer.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tie in &context.matches.ties {
        let own = vec![tie.row.clone()];
        let others: Vec<RowId> = tie.candidates.iter().map(|(id, _)| id.clone()).collect();
        let mut evidence = Vec::new();
        for (side, ids) in [(tie.side, &own), (tie.side.other(), &others)] {
            for id in ids {
                evidence.extend(context.title(side, id).map(|cell| quote(side, id, Field::Text, cell)));
            }
        }
        let (left, right) = if tie.side == Side::Left {
            (own, others)
        } else {
            (others, own)
        };
        findings.push(Finding {
            code: Code::AmbiguousMatch,
            severity: Severity::Doubt,
            left,
            right,
            details: Details::AmbiguousMatch {
                candidates: tie.candidates.clone(),
            },
            evidence,
        });
    }
    findings
}
