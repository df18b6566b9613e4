#![doc = include_str!("indicator_without_counterpart.en.md")]

use rustc_hash::FxHashSet;

use super::context::{Context, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::RowId;

/// Every indicator with a name that is neither in a pair nor in a tie.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for side in [Side::Left, Side::Right] {
        let pairs = context.matches.indicators.iter().map(|pair| match side {
            Side::Left => &pair.left,
            Side::Right => &pair.right,
        });
        let placed: FxHashSet<&RowId> = pairs.chain(context.tied(side)).collect();
        let rows = context.program(side).indicators.iter();
        for row in rows.filter(|row| !row.name.is_empty() && !placed.contains(&row.id)) {
            let id = vec![row.id.clone()];
            let (left, right) = if side == Side::Left {
                (id, Vec::new())
            } else {
                (Vec::new(), id)
            };
            findings.push(Finding {
                code: Code::IndicatorWithoutCounterpart,
                severity: Severity::Note,
                left,
                right,
                details: Details::IndicatorWithoutCounterpart {
                    nearest: context.nearest(side, &row.id),
                },
                evidence: vec![
                    quote(side, &row.id, Field::Text, &row.name),
                    quote(side, &row.id, Field::Value, &row.value),
                ],
            });
        }
    }
    findings
}
