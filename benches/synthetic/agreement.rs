//! How well pairs found agree with the truth.

use std::collections::BTreeMap;

use doichieu::TaskMatch;
use doichieu::model::Program;

/// How well pairs found agree with the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// Left rows that have a counterpart.
    pub expected: usize,
    /// Those of them that are paired with it and with nothing else.
    pub found: usize,
    /// Pairs that are none.
    pub wrong: usize,
}

impl Agreement {
    /// Of pairs of rows.
    pub fn new(truth: &[Option<usize>], pairs: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut partners = vec![Vec::new(); truth.len()];
        for (left, right) in pairs {
            partners[left].push(right);
        }
        let (mut found, mut wrong) = (0, 0);
        for (partner, partners) in truth.iter().zip(&partners) {
            found += usize::from(partner.is_some_and(|partner| *partners == [partner]));
            wrong += partners.iter().filter(|&&other| Some(other) != *partner).count();
        }
        let expected = truth.iter().flatten().count();
        Self { expected, found, wrong }
    }

    /// Of the matches of two programs read from a [`Pair`].
    pub fn of_matches(truth: &[Option<usize>], matches: &[TaskMatch], left: &Program, right: &Program) -> Self {
        let rows = |program: &Program| -> BTreeMap<_, _> {
            (0..)
                .zip(&program.tasks)
                .map(|(row, task)| (task.id.clone(), row))
                .collect()
        };
        let (left, right) = (rows(left), rows(right));
        Self::new(truth, matches.iter().map(|pair| (left[&pair.left], right[&pair.right])))
    }
}
