//! The row most like one that has no pair.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::candidates::{Between, Candidate};
use super::join::Index;
use super::pairs::Pairs;
use crate::checks::Side;
use crate::model::RowId;

/// From this score on a row without a pair names the row most like it.
const NEAR: u32 = 300;

/// The most alike row for each row without a pair; of equal ones the first.
pub(super) fn nearest(
    between: &Between<'_>,
    indexes: (&Index<'_>, &Index<'_>),
    pairs: &Pairs,
) -> BTreeMap<(Side, RowId), RowId> {
    let mut nearest = BTreeMap::new();
    for side in [Side::Left, Side::Right] {
        let has_pair = |row: usize| match side {
            Side::Left => pairs.has_left(row),
            Side::Right => pairs.has_right(row),
        };
        let own = between.side(side);
        let alone: Vec<usize> = (0..own.tasks.len()).filter(|&row| !has_pair(row)).collect();
        let mut texts: Vec<usize> = alone.iter().map(|&row| own.texts.of_row[row]).collect();
        texts.sort_unstable();
        texts.dedup();
        let best = best_of(between, side, &texts, indexes);
        for row in alone {
            if let Some(pair) = &best[own.texts.of_row[row]] {
                let (other, text) = match side {
                    Side::Left => (between.right, pair.right),
                    Side::Right => (between.left, pair.left),
                };
                let first = other.texts.rows[text][0];
                nearest.insert((side, own.tasks[row].id.clone()), other.tasks[first].id.clone());
            }
        }
    }
    nearest
}

/// The best pair of each of some texts of a side.
fn best_of(
    between: &Between<'_>,
    side: Side,
    texts: &[usize],
    (left, right): (&Index<'_>, &Index<'_>),
) -> Vec<Option<Candidate>> {
    let place = |pair: &Candidate| match side {
        Side::Left => pair.left,
        Side::Right => pair.right,
    };
    let mut best: Vec<Option<Candidate>> = vec![None; between.side(side).texts.len()];
    let take = |best: &mut Vec<Option<Candidate>>, found: Vec<Candidate>| {
        for pair in found {
            let known = &mut best[place(&pair)];
            let rank = |pair: &Candidate| (pair.score, Reverse((pair.left, pair.right)));
            if known.as_ref().is_none_or(|known| rank(&pair) > rank(known)) {
                *known = Some(pair);
            }
        }
    };
    let (others, own) = match side {
        Side::Left => (
            right,
            Index::new(texts.iter().copied(), &between.left.features, between.vocabulary),
        ),
        Side::Right => (
            left,
            Index::new(texts.iter().copied(), &between.right.features, between.vocabulary),
        ),
    };
    let heavier = between.search(side, texts, others, NEAR, |_, own| own.max(NEAR));
    take(&mut best, heavier);
    let all: Vec<usize> = (0..between.side(side.other()).texts.len()).collect();
    let lighter = between.search(side.other(), &all, &own, NEAR, |(left, right), _| {
        let known = match side {
            Side::Left => &best[left],
            Side::Right => &best[right],
        };
        known.as_ref().map_or(NEAR, |known| known.score)
    });
    take(&mut best, lighter);
    best
}
