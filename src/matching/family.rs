//! Sub-rows follow their parents, and parents are recognized by their sub-rows.

use std::collections::BTreeMap;

use super::Relation;
use super::pairs::Pairs;
use super::side::{SideOf, pair_of};
use crate::checks::Side;

/// The sub-rows of a row that is the same as a row without sub-rows are parts of that row.
pub(super) fn follow_parents(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    let same: Vec<_> = pairs
        .iter()
        .filter(|(_, pair)| pair.relation == Relation::Same)
        .map(|(key, pair)| (key, pair.score))
        .collect();
    for ((l, r), score) in same {
        if !right.gathers(r) {
            for &child in &left.children[l] {
                if !pairs.has_left(child) {
                    let pair = pair_of(left, right, (child, r), Relation::LeftPartOfRight, score);
                    pairs.insert((child, r), pair);
                }
            }
        }
        if !left.gathers(l) {
            for &child in &right.children[r] {
                if !pairs.has_right(child) {
                    let pair = pair_of(left, right, (l, child), Relation::RightPartOfLeft, score);
                    pairs.insert((l, child), pair);
                }
            }
        }
    }
}

/// A row that gathers sub-rows and has no partner of its own is recognized by
/// theirs: it is the row of which all are parts, or the whole of several.
pub(super) fn gather_children(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    for l in 0..left.tasks.len() {
        if left.gathers(l) && !pairs.has_left(l) {
            for (r, share, score) in partners(&left.children[l], pairs, Side::Left) {
                let relation = share.relation(Relation::RightPartOfLeft);
                pairs.insert((l, r), pair_of(left, right, (l, r), relation, score));
            }
        }
    }
    for r in 0..right.tasks.len() {
        if right.gathers(r) && !pairs.has_right(r) {
            for (l, share, score) in partners(&right.children[r], pairs, Side::Right) {
                let relation = share.relation(Relation::LeftPartOfRight);
                pairs.insert((l, r), pair_of(left, right, (l, r), relation, score));
            }
        }
    }
}

/// How many of the matched sub-rows a row is the partner of.
#[derive(Clone, Copy)]
enum Gathered {
    All,
    Some,
}

impl Gathered {
    fn relation(self, of_some: Relation) -> Relation {
        match self {
            Self::All => Relation::Same,
            Self::Some => of_some,
        }
    }
}

/// The rows that the sub-rows are matched with, when at least half of them are.
fn partners(children: &[usize], pairs: &Pairs, side: Side) -> Vec<(usize, Gathered, u16)> {
    let mut scores: BTreeMap<usize, (usize, u16)> = BTreeMap::new();
    let mut matched = 0;
    for &child in children {
        let found: Vec<(usize, u16)> = match side {
            Side::Left => pairs.of_left(child).map(|((_, r), pair)| (r, pair.score)).collect(),
            Side::Right => pairs.of_right(child).map(|((l, _), pair)| (l, pair.score)).collect(),
        };
        matched += usize::from(!found.is_empty());
        for (partner, score) in found {
            let entry = scores.entry(partner).or_insert((0, score));
            entry.0 += 1;
            entry.1 = entry.1.min(score);
        }
    }
    if matched * 2 < children.len() {
        return Vec::new();
    }
    scores
        .into_iter()
        .map(|(partner, (count, score))| {
            let all = count == matched && count > 1;
            (partner, if all { Gathered::All } else { Gathered::Some }, score)
        })
        .collect()
}
