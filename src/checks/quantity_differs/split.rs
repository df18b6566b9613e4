//! A figure of one task that the other program gives to several.

use super::counted::{Counted, figures};
use super::printing;
use crate::checks::Side;
use crate::checks::context::Context;

/// Whether a task without counterpart in a program has what is missing from one
/// share of a figure to the whole: `15.000 lượt lao động`, `5.000` and `10.000`.
pub(super) fn is_share(context: &Context<'_>, side: Side, whole: &Counted, share: &Counted) -> bool {
    let is_exact = |counted: &Counted| counted.low == counted.high && counted.bound.is_none();
    if !is_exact(whole) || !is_exact(share) || whole.low <= share.low {
        return false;
    }
    let Some(missing) = whole.low.checked_sub(share.low) else {
        return false;
    };
    let tasks = context.program(side).tasks.iter();
    let mut alone = tasks.filter(|task| {
        // Most tasks print no such figure.
        let printed = context.figures_of_task(side, &task.id);
        printed.iter().any(|printed| printed.reading.value == missing) && context.partners(side, &task.id).is_empty()
    });
    alone.any(|task| {
        let has = |counted: &Counted| is_exact(counted) && counted.low == missing && counted.noun == share.noun;
        figures(printing(context, side, task)).iter().any(has)
    })
}
