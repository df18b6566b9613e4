//! The row most like one that has no pair.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::candidates::Candidate;
use super::pairs::{Key, Pairs};
use super::side::SideOf;
use crate::model::{RowId, Side};

/// From this score on a row without a pair names the row most like it.
pub(super) const NEAR: u32 = 300;

/// The most alike row for each row without a pair; of equal ones the first.
/// The candidates are all from [`NEAR`] on that are the best of a text.
pub(super) fn nearest(
    candidates: &[Candidate],
    left: &SideOf<'_>,
    right: &SideOf<'_>,
    pairs: &Pairs,
) -> BTreeMap<(Side, RowId), RowId> {
    let mut best_of_left: Vec<Option<&Candidate>> = vec![None; left.texts.len()];
    let mut best_of_right: Vec<Option<&Candidate>> = vec![None; right.texts.len()];
    for pair in candidates {
        for best in [&mut best_of_left[pair.left], &mut best_of_right[pair.right]] {
            if best.is_none_or(|best| rank(pair) > rank(best)) {
                *best = Some(pair);
            }
        }
    }
    let of_left = named(
        (Side::Left, left, right),
        |text| Some(best_of_left[text]?.right),
        |row| pairs.has_left(row),
    );
    let of_right = named(
        (Side::Right, right, left),
        |text| Some(best_of_right[text]?.left),
        |row| pairs.has_right(row),
    );
    of_left.chain(of_right).collect()
}

/// The rows of a side that have no pair, each with the first row of the text
/// of the other side that is best for its own.
fn named<'s>(
    (side, own, others): (Side, &'s SideOf<'_>, &'s SideOf<'_>),
    best: impl Fn(usize) -> Option<usize> + 's,
    is_paired: impl Fn(usize) -> bool + 's,
) -> impl Iterator<Item = ((Side, RowId), RowId)> + 's {
    let rows = own.texts.of_row.iter().enumerate();
    let alone = rows.filter(move |&(row, _)| !is_paired(row));
    alone.filter_map(move |(row, &text)| {
        let other = others.texts.rows[best(text)?][0];
        Some(((side, own.tasks[row].id.clone()), others.tasks[other].id.clone()))
    })
}

/// Orders candidates from lesser to better ones.
fn rank(pair: &Candidate) -> (u32, Reverse<Key>) {
    (pair.score, Reverse((pair.left, pair.right)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::lexicon::Lexicon;
    use crate::matching::score::Similarity;
    use crate::read;

    /// The nearest of two rows that score so much.
    fn nearest_of(scores: [u32; 2]) -> String {
        let program = |rows: &str| read(&format!("PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\n{rows}")).unwrap();
        let left = program("1\tTrồng cây\tSở Xây dựng\n");
        let right = program("1\tĐào hồ\tSở Xây dựng\n2\tLát đá\tSở Xây dựng\n");
        let sides = SideOf::both(&left, &right, &mut Lexicon::default());
        let candidates = [0, 1].map(|right| Candidate {
            left: 0,
            right,
            alike: Similarity::new(1, 1, 1),
            score: scores[right],
        });
        let nearest = nearest(&candidates, &sides.left, &sides.right, &Pairs::default());
        nearest[&(Side::Left, left.tasks[0].id.clone())].to_string()
    }

    #[test]
    fn the_most_alike_is_the_nearest_and_of_equal_ones_the_first() {
        assert_eq!(nearest_of([310, 311]), "PL1.2");
        assert_eq!(nearest_of([311, 310]), "PL1.1");
        assert_eq!(nearest_of([310, 310]), "PL1.1");
    }
}
