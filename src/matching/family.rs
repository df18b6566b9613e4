//! Sub-rows follow their parents, and parents are recognized by their sub-rows.

use std::collections::BTreeMap;

use super::Relation;
use super::pairs::Pairs;
use super::side::{SideOf, pair_of};
use crate::checks::Side;

/// The sub-rows of a row that is the same as a row without sub-rows are parts
/// of that row; where it is the same as several, of each of them.
pub(super) fn follow_parents(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    let mut parts = Vec::new();
    for ((l, r), pair) in pairs.iter().filter(|(_, pair)| pair.relation == Relation::Same) {
        if !right.gathers(r) {
            let alone = left.children[l].iter().filter(|&&child| !pairs.has_left(child));
            parts.extend(alone.map(|&child| ((child, r), Relation::LeftPartOfRight, pair.score)));
        }
        if !left.gathers(l) {
            let alone = right.children[r].iter().filter(|&&child| !pairs.has_right(child));
            parts.extend(alone.map(|&child| ((l, child), Relation::RightPartOfLeft, pair.score)));
        }
    }
    for (key, relation, score) in parts {
        pairs.insert(key, pair_of(left, right, key, relation, score));
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

/// How many of the sub-rows a row is the partner of.
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
            // A sub-row without a partner may be what the other row leaves out.
            let all = count == children.len() && count > 1;
            (partner, if all { Gathered::All } else { Gathered::Some }, score)
        })
        .collect()
}
