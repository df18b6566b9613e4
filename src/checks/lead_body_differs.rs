#![doc = include_str!("lead_body_differs.en.md")]

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Agreement, Code, Details, Evidence, Field, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::matching::{LeadRelation, in_charge};
use crate::model::{RowId, Task};

/// One finding for each pair whose bodies in charge are known and have none in
/// common; what counts as in charge, [`LeadRelation`] says.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (pair, left, right) in context.task_pairs() {
        match pair.leads {
            LeadRelation::Conflict => {}
            LeadRelation::Agree => {
                outcome.agreements.push(Agreement {
                    code: Code::LeadBodyDiffers,
                    left: left.id.clone(),
                    right: right.id.clone(),
                });
                continue;
            }
            LeadRelation::NotComparable => {
                outcome.not_checked.push(NotChecked {
                    code: Code::LeadBodyDiffers,
                    left: Some(left.id.clone()),
                    right: Some(right.id.clone()),
                    why: why_not(left, right),
                });
                continue;
            }
        }
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let l = owned(in_charge((left, context.left), context.right));
        let r = owned(in_charge((right, context.right), context.left));
        let mut evidence = quotes(Side::Left, &left.id, left);
        evidence.extend(quotes(Side::Right, &right.id, right));
        let details = Details::LeadBodyDiffers {
            left: l,
            right: r,
            explained_by: None,
        };
        outcome.findings.push(pair_finding(
            Code::LeadBodyDiffers,
            Severity::Difference,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    outcome
}

/// Why two rows cannot be compared, one of which puts nobody in particular in charge.
fn why_not(left: &Task, right: &Task) -> WhyNot {
    let names_somebody = |task: &Task| !task.lead_bodies.is_empty() || !task.coordinating_bodies.is_empty();
    if names_somebody(left) && names_somebody(right) {
        WhyNot::NobodyInParticular
    } else {
        WhyNot::Missing
    }
}

fn quotes(side: Side, row: &RowId, task: &Task) -> Vec<Evidence> {
    [
        Some(quote(side, row, Field::Text, &task.text)),
        quote_some(side, row, Field::Lead, task.lead.as_ref()),
        quote_some(side, row, Field::Coordinating, task.coordinating.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
