//! `lead-body-differs`: a pair of tasks has other bodies in charge.

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::{LeadRelation, in_charge};
use crate::model::{RowId, Task};

/// One finding for each pair whose bodies in charge are known and have none in
/// common; what counts as in charge, [`LeadRelation`] says.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.task_pairs() {
        if pair.leads != LeadRelation::Conflict {
            continue;
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
        findings.push(pair_finding(
            Code::LeadBodyDiffers,
            Severity::Difference,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
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
