#![doc = include_str!("task_without_counterpart.en.md")]

use rustc_hash::FxHashSet;

use super::context::{Context, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::RowId;

/// Every task that is neither in a pair nor in a tie.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for side in [Side::Left, Side::Right] {
        let pairs = context.matches.tasks.iter().map(|pair| match side {
            Side::Left => &pair.left,
            Side::Right => &pair.right,
        });
        let placed: FxHashSet<&RowId> = pairs.chain(context.tied(side)).collect();
        for task in context
            .program(side)
            .tasks
            .iter()
            .filter(|task| !placed.contains(&task.id))
        {
            let row = vec![task.id.clone()];
            let (left, right) = if side == Side::Left {
                (row, Vec::new())
            } else {
                (Vec::new(), row)
            };
            findings.push(Finding {
                code: Code::TaskWithoutCounterpart,
                severity: Severity::Note,
                left,
                right,
                details: Details::TaskWithoutCounterpart {
                    nearest: context.nearest(side, &task.id),
                },
                evidence: vec![quote(side, &task.id, Field::Text, &task.text)],
            });
        }
    }
    findings
}
