//! Which task is which.
//!
//! The texts propose: every pair of texts that share enough gets a score. A
//! pair is kept when each row is the best of the other, or when one row is held
//! by the other and belongs to nothing better. Of rows that could be paired in
//! several ways, the way worth most is taken. Sub-rows follow their parents,
//! and a parent is recognized by its sub-rows. What fits equally well is a tie.

use std::collections::BTreeMap;

use super::assignment::{Choice, assign, gain, worth};
use super::candidates::{Between, Candidate};
use super::duplicates::{Duplicates, Twins};
use super::family::{follow_parents, gather_children};
use super::join::Index;
use super::leads::LeadRelation;
use super::lexicon::Lexicon;
use super::nearest::{NEAR, nearest};
use super::pairs::{Key, Pairs};
use super::relation::relation;
use super::score::labels_differ;
use super::second_look::look_again;
use super::series::series;
use super::side::{SideOf, Sides, facts_of, pair_of};
use super::ties::take_ties;
use super::{Relation, TaskMatch, Tie};
use crate::model::{DeadlineOrder, Program, RowId, Side};

/// Below this score, in thousandths, a pair is chance: on the two Hanoi
/// programs pairs of different tasks end at about 380.
pub(super) const LEAST: u32 = 405;
/// So much of a row must stand in another one that has a better partner.
const HELD: u32 = 600;
/// A row that only gathers others (`Xử lý chất thải rắn`) matches by its own
/// text only if the texts are so alike.
const GATHERING_ALIKE: u32 = 500;
/// Two rows whose better partners are taken are a pair if they score so much;
/// where only one of them has a better partner, any score does.
const SECOND: u32 = 750;
/// Scores that differ by no more are one.
pub(super) const TIE: u32 = 15;
/// Up to so many ways to pair equal rows, their facts are compared.
pub(super) const MOST_WAYS: usize = 4096;

/// Pairs, ties, and the duplicates inside each side.
pub(super) struct Found {
    pub(super) matches: Vec<TaskMatch>,
    pub(super) ties: Vec<Tie>,
    pub(super) nearest: BTreeMap<(Side, RowId), RowId>,
    pub(super) left_duplicates: Vec<Twins>,
    pub(super) right_duplicates: Vec<Twins>,
}

/// Matches the tasks of two programs.
pub(super) fn match_tasks(left: &Program, right: &Program, lexicon: &mut Lexicon) -> Found {
    let Sides {
        left,
        right,
        vocabulary,
    } = &SideOf::both(left, right, lexicon);
    let between = Between {
        left,
        right,
        vocabulary,
        lexicon,
    };
    let indexes = [left, right].map(|side| Index::of_all(&side.features, vocabulary));
    let duplicates = |side: &SideOf<'_>, index| Duplicates::find(side, index, vocabulary, lexicon);
    let twins = [duplicates(left, &indexes[0]), duplicates(right, &indexes[1])];

    let candidates = between.candidates((&indexes[0], &indexes[1]), NEAR, SECOND);
    let rows = in_rows(&candidates, left, right);
    let mut pairs = keep(&rows, &between, &twins);
    follow_families(&mut pairs, left, right);
    let again = look_again(&candidates, &pairs, &between);
    if !again.is_empty() {
        for (key, score) in again {
            pairs.insert(key, task_match(key, score, &between));
        }
        follow_families(&mut pairs, left, right);
    }
    let ties = take_ties(&mut pairs, &between, &twins);
    let nearest = nearest(&candidates, left, right, &pairs);
    let [left_twins, right_twins] = twins;
    Found {
        matches: pairs.into_matches(),
        ties,
        nearest,
        left_duplicates: left_twins.pairs,
        right_duplicates: right_twins.pairs,
    }
}

/// Adds the pairs of sub-rows and parents that follow from others.
fn follow_families(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    follow_parents(pairs, left, right);
    gather_children(pairs, left, right);
    // A parent just recognized takes along the sub-rows that found nothing.
    follow_parents(pairs, left, right);
}

/// A pair of rows that may be one task, with its texts.
struct Possible {
    key: Key,
    texts: Candidate,
}

/// The candidates that are no chance, row by row. Of texts that both programs
/// have several times, each row is the partner of one.
fn in_rows(candidates: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<Possible> {
    let mut rows = Vec::new();
    for &texts in candidates.iter().filter(|pair| pair.score >= LEAST) {
        let (lefts, rights) = (&left.texts.rows[texts.left], &right.texts.rows[texts.right]);
        let ways = |lefts: &[usize], rights: &[usize]| ways(lefts, rights, left, right);
        let keys = series((lefts, left), (rights, right), ways).unwrap_or_else(|| ways(lefts, rights));
        rows.extend(keys.into_iter().map(|key| Possible { key, texts }));
    }
    rows.sort_unstable_by_key(|pair| pair.key);
    rows
}

/// How rows of two texts may be paired.
fn ways(lefts: &[usize], rights: &[usize], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<Key> {
    if lefts.len() > 1 && rights.len() > 1 {
        return in_step(lefts, rights, left, right);
    }
    lefts
        .iter()
        .flat_map(|&l| rights.iter().map(move |&r| (l, r)))
        .collect()
}

/// Pairs rows of equal texts: those whose facts agree most, then in order.
/// What is left of the longer list goes with the last row of the shorter one.
fn in_step(lefts: &[usize], rights: &[usize], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<Key> {
    let mut mates: Vec<Option<usize>> = (0..lefts.len())
        .map(|at| Some(at).filter(|&at| at < rights.len()))
        .collect();
    if lefts.len() * rights.len() <= MOST_WAYS {
        let choices: Vec<Vec<Choice>> = lefts
            .iter()
            .map(|&l| {
                let ways = rights.iter().enumerate();
                ways.map(|(at, &r)| (at, worth_of(1, (l, r), left, right))).collect()
            })
            .collect();
        mates = assign(&choices, rights.len());
    }
    let mut taken = vec![false; rights.len()];
    let mut keys = Vec::new();
    for (&l, mate) in lefts.iter().zip(mates) {
        let mate = mate.unwrap_or(rights.len() - 1);
        taken[mate] = true;
        keys.push((l, rights[mate]));
    }
    let last = lefts[lefts.len() - 1];
    keys.extend(
        rights
            .iter()
            .zip(taken)
            .filter(|(_, taken)| !taken)
            .map(|(&r, _)| (last, r)),
    );
    keys
}

/// What a pair is worth beside others.
fn worth_of(gain: u32, key: Key, left: &SideOf<'_>, right: &SideOf<'_>) -> i128 {
    let (deadlines, leads) = facts_of(left, right, key);
    let agreeing = [deadlines == DeadlineOrder::Equal, leads == LeadRelation::Agree];
    worth(gain, agreeing.into_iter().map(u32::from).sum(), key)
}

fn keep(rows: &[Possible], between: &Between<'_>, twins: &[Duplicates; 2]) -> Pairs {
    let (left, right) = (between.left, between.right);
    let mut best_of_left = vec![0; left.tasks.len()];
    let mut best_of_right = vec![0; right.tasks.len()];
    for Possible { key, texts } in rows {
        best_of_left[key.0] = texts.score.max(best_of_left[key.0]);
        best_of_right[key.1] = texts.score.max(best_of_right[key.1]);
    }
    let assigned = assigned(rows, left, right);
    let is_assigned = |key: Key| assigned[key.0] == Some(key.1);
    let mut kept = Pairs::default();
    for Possible { key, texts } in rows {
        let left_chooses = texts.score + TIE >= best_of_left[key.0];
        let right_chooses = texts.score + TIE >= best_of_right[key.1];
        let gathers = left.gathers(key.0) || right.gathers(key.1);
        // What another number names is no part of a row that has a better partner.
        let holds = |held: u32| held >= HELD && !labels_differ(left.words(key.0), right.words(key.1), between.lexicon);
        let is_good = if gathers {
            left_chooses && right_chooses && texts.alike.dice >= GATHERING_ALIKE
        } else {
            (left_chooses && (right_chooses || holds(texts.alike.left_held)))
                || (right_chooses && holds(texts.alike.right_held))
                || (is_assigned(*key) && (left_chooses || right_chooses || texts.score >= SECOND))
        };
        if is_good {
            kept.insert(*key, task_match(*key, texts.score, between));
        }
    }
    drop_crossed(&mut kept, &assigned);
    let alone = |(l, r): Key| (!kept.has_left(l) || !kept.has_right(r)).then_some((l, r));
    let with_twins = kept.iter().flat_map(|(key, _)| twins_of(key, between, twins));
    let mut more: Vec<(Key, u32)> = with_twins
        .filter_map(alone)
        .map(|key| {
            (
                key,
                between
                    .candidate((left.texts.of_row[key.0], right.texts.of_row[key.1]))
                    .score,
            )
        })
        .filter(|&(_, score)| score >= LEAST)
        .collect();
    more.sort_unstable();
    more.dedup();
    for (key, score) in more {
        kept.insert(key, task_match(key, score, between));
    }
    kept
}

/// A row that is the same task as two has one partner: where both rows of a
/// pair are paired otherwise by the best choice, it is dropped. One that is only
/// a part of the other is where both have a partner word for word.
fn drop_crossed(kept: &mut Pairs, assigned: &[Option<usize>]) {
    let chosen = |key: Key| assigned[key.0] == Some(key.1);
    let same = |pair: &TaskMatch| pair.relation == Relation::Same;
    let crossed: Vec<Key> = kept
        .iter()
        .filter(|&(key, pair)| {
            let is_settled =
                |(key, other): (Key, &TaskMatch)| chosen(key) && same(other) && (same(pair) || other.score == 1000);
            !chosen(key) && kept.of_left(key.0).any(is_settled) && kept.of_right(key.1).any(is_settled)
        })
        .map(|(key, _)| key)
        .collect();
    for key in crossed {
        kept.remove(key);
    }
}

/// The same pair with a twin in the place of one row: a near-duplicate of a
/// matched row is matched with it.
fn twins_of((l, r): Key, between: &Between<'_>, [left, right]: &[Duplicates; 2]) -> Vec<Key> {
    let rows = |side: &SideOf<'_>, near: &[usize]| -> Vec<usize> {
        near.iter()
            .flat_map(|&text| side.texts.rows[text].iter().copied())
            .collect()
    };
    let lefts = rows(between.left, left.near(between.left.texts.of_row[l]));
    let rights = rows(between.right, right.near(between.right.texts.of_row[r]));
    lefts
        .into_iter()
        .map(|l| (l, r))
        .chain(rights.into_iter().map(|r| (l, r)))
        .collect()
}

/// The right row of each left one in the one-to-one choice that is worth most.
fn assigned(rows: &[Possible], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<Option<usize>> {
    let (mut of_left, mut of_right) = (vec![0_u32; left.tasks.len()], vec![0_u32; right.tasks.len()]);
    for Possible { key, .. } in rows {
        of_left[key.0] += 1;
        of_right[key.1] += 1;
    }
    let mut choices: Vec<Vec<Choice>> = vec![Vec::new(); left.tasks.len()];
    for &Possible { key, texts } in rows {
        let gain = gain(texts.score - LEAST, texts.score == 1000);
        // Rows that could be paired with no other ones need no facts.
        let worth = match (of_left[key.0], of_right[key.1]) {
            (1, 1) => worth(gain, 0, key),
            _ => worth_of(gain, key, left, right),
        };
        choices[key.0].push((key.1, worth));
    }
    assign(&choices, right.tasks.len())
}

fn task_match(key: Key, score: u32, between: &Between<'_>) -> TaskMatch {
    let (left, right) = (between.left, between.right);
    let relation = relation(
        (&left.tasks[key.0].text.text, left.features(key.0)),
        (&right.tasks[key.1].text.text, right.features(key.1)),
        between.vocabulary,
        between.lexicon,
    );
    TaskMatch {
        through_parent: false,
        ..pair_of(left, right, key, relation, u16::try_from(score).unwrap_or(1000))
    }
}

#[cfg(test)]
mod tests;
