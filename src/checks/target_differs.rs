//! `target-differs`: the targets of a pair of indicators differ.

use super::context::{Context, pair_finding, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Cell, TargetRelation};

/// Disjoint targets cannot both hold; targets of which one allows what the
/// other does not are for somebody to decide.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.indicator_pairs() {
        let severity = match pair.targets {
            TargetRelation::Disjoint => Severity::Contradiction,
            TargetRelation::LeftInsideRight | TargetRelation::RightInsideLeft | TargetRelation::Overlap => {
                Severity::Difference
            }
            TargetRelation::Equal | TargetRelation::NotComparable => continue,
        };
        let unit = |cell: &Option<Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        let details = Details::TargetDiffers {
            left: left.value.text.clone(),
            left_unit: unit(&left.unit),
            right: right.value.text.clone(),
            right_unit: unit(&right.unit),
            relation: pair.targets,
        };
        let evidence = vec![
            quote(Side::Left, &left.id, Field::Text, &left.name),
            quote(Side::Left, &left.id, Field::Value, &left.value),
            quote(Side::Right, &right.id, Field::Text, &right.name),
            quote(Side::Right, &right.id, Field::Value, &right.value),
        ];
        findings.push(pair_finding(
            Code::TargetDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}
