//! Whether the rows of a pair put the same body in charge.

use serde::{Deserialize, Serialize};

use crate::model::{Bodies, IssuerKind, Program, Task};

/// How the bodies in charge of two matched tasks compare.
///
/// A Party program names its umbrella committee as lead of nearly everything
/// and the competent body second, so all bodies of its row count as in charge;
/// so they do in any row led by nobody but the other program's issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadRelation {
    /// A body in charge on one side is in charge on the other.
    Agree,
    /// Both sides name particular bodies, and share none.
    Conflict,
    /// One side names nobody in particular.
    NotComparable,
}

/// Compares the bodies in charge of two matched tasks of `left` and `right`.
pub(crate) fn compare_leads(left: (&Task, &Program), right: (&Task, &Program)) -> LeadRelation {
    let (l, r) = (named(left.0, left.1, right.1), named(right.0, right.1, left.1));
    if l.iter().any(|name| r.contains(name)) {
        LeadRelation::Agree
    } else if in_charge(left, right.1).is_empty() || in_charge(right, left.1).is_empty() {
        LeadRelation::NotComparable
    } else {
        LeadRelation::Conflict
    }
}

/// The particular bodies a row of a program puts in charge, by name: all it
/// names, less the issuer of the other program where that is only the
/// umbrella over the competent ones.
pub(crate) fn in_charge<'a>((task, program): (&'a Task, &'a Program), other: &Program) -> Vec<&'a str> {
    let mut names = named(task, program, other);
    names.retain(|name| !is_issuer(name, other));
    names
}

fn named<'a>(task: &'a Task, program: &Program, other: &Program) -> Vec<&'a str> {
    let mut names = particular(&task.lead_bodies);
    let umbrella_only = !names.is_empty() && names.iter().all(|name| is_issuer(name, other));
    if program.issuer.kind == IssuerKind::Party || umbrella_only {
        for name in particular(&task.coordinating_bodies) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The particular bodies of a cell by name, each once, in printed order.
pub(crate) fn particular(bodies: &Bodies) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for mention in bodies.iter().filter(|mention| mention.body.is_particular()) {
        if !names.contains(&mention.body.name()) {
            names.push(mention.body.name());
        }
    }
    names
}

fn is_issuer(name: &str, program: &Program) -> bool {
    program.issuer.body.as_deref() == Some(name)
}
