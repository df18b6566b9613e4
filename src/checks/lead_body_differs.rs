#![doc = include_str!("lead_body_differs.en.md")]

use super::context::{Context, pair_finding, particular, quote, quote_some};
use super::{Agreement, Code, Details, Evidence, Field, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::model::{IssuerKind, Program, RowId, Task};

/// A Party program names its umbrella committee as lead of nearly everything
/// and the competent body second, so all bodies of its row count as in charge;
/// so they do in any row whose lead is the other program's issuer. Rows that
/// name nobody in particular cannot be compared.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (_, left, right) in context.task_pairs() {
        let l = in_charge(left, context.left, context.right);
        let r = in_charge(right, context.right, context.left);
        if l.is_empty() || r.is_empty() {
            outcome.not_checked.push(NotChecked {
                code: Code::LeadBodyDiffers,
                left: Some(left.id.clone()),
                right: Some(right.id.clone()),
                why: why_not(left, right),
            });
            continue;
        }
        if l.iter().any(|name| r.contains(name)) {
            outcome.agreements.push(Agreement {
                code: Code::LeadBodyDiffers,
                left: left.id.clone(),
                right: right.id.clone(),
            });
            continue;
        }
        let mut evidence = quotes(Side::Left, &left.id, left);
        evidence.extend(quotes(Side::Right, &right.id, right));
        let details = Details::LeadBodyDiffers { left: l, right: r };
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

/// The particular bodies a row puts in charge, by name.
fn in_charge(task: &Task, program: &Program, other: &Program) -> Vec<String> {
    let mut names = particular(&task.lead_bodies);
    let umbrella = |name: &String| *name == other.issuer.name || is_issuer(name, other);
    let only_umbrella = !names.is_empty() && names.iter().all(umbrella);
    if program.issuer.kind == IssuerKind::Party || only_umbrella {
        for name in particular(&task.coordinating_bodies) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let competent: Vec<String> = names.iter().filter(|name| !umbrella(name)).cloned().collect();
        return competent;
    }
    names
}

/// Whether a body is the one that issued a program.
fn is_issuer(name: &str, program: &Program) -> bool {
    crate::text::fold(name) == crate::text::fold(&program.issuer.name)
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
