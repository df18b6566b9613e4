#![doc = include_str!("target_differs.en.md")]

use super::context::{Context, pair_finding, quote};
use super::{Agreement, Code, Details, Field, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::model::{Cell, Indicator, TargetRelation};

/// Disjoint targets cannot both hold; targets of which one allows what the
/// other does not are for somebody to decide.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (pair, left, right) in context.indicator_pairs() {
        let severity = match pair.targets {
            TargetRelation::Disjoint => Severity::Contradiction,
            TargetRelation::LeftInsideRight | TargetRelation::RightInsideLeft | TargetRelation::Overlap => {
                Severity::Difference
            }
            TargetRelation::Equal => {
                outcome.agreements.push(Agreement {
                    code: Code::TargetDiffers,
                    left: left.id.clone(),
                    right: right.id.clone(),
                });
                continue;
            }
            TargetRelation::NotComparable => {
                outcome.not_checked.push(NotChecked {
                    code: Code::TargetDiffers,
                    left: Some(left.id.clone()),
                    right: Some(right.id.clone()),
                    why: why_not(left, right),
                });
                continue;
            }
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
        outcome.findings.push(pair_finding(
            Code::TargetDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    outcome
}

/// Why two targets cannot be compared.
fn why_not(left: &Indicator, right: &Indicator) -> WhyNot {
    if left.value.is_empty() || right.value.is_empty() {
        WhyNot::Missing
    } else if left.target.is_none() || right.target.is_none() {
        WhyNot::NotUnderstood
    } else if left.is_of_other_period(right) {
        WhyNot::OtherPeriod
    } else {
        WhyNot::OtherMeasure
    }
}
