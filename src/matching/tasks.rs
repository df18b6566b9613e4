//! Which task is which.
//!
//! The texts propose: every pair of rows that share words gets a score. A pair
//! is kept when each row is the best of the other, or when one row is held by
//! the other and belongs to nothing better. Sub-rows follow their parents, and
//! a parent is recognized by its sub-rows. What fits equally well is a tie.

use std::collections::BTreeMap;

use super::duplicates::{Duplicate, duplicates};
use super::features::{Features, Vocabulary, naming_words};
use super::index::Index;
use super::leads::{LeadRelation, compare_leads};
use super::relation::relation;
use super::score::{Similarity, identity_factor};
use super::ties::take_ties;
use super::{Relation, TaskMatch, Tie};
use crate::checks::Side;
use crate::model::{Deadline, DeadlineOrder, Program, RowId, Task};

/// Below this score, in thousandths, a pair is chance: on the two Hanoi
/// programs pairs of different tasks end at about 380.
const LEAST: u32 = 405;
/// Below this one the words have too little in common even to be looked at.
const WORTH_A_LOOK: u32 = 150;
/// So much of a row must stand in another one that has a better partner.
const HELD: u32 = 600;
/// A row that only gathers others (`Xử lý chất thải rắn`) matches by its own
/// text only if the texts are so alike.
const GATHERING_ALIKE: u32 = 500;
/// Scores that differ by no more are one.
pub(super) const TIE: u32 = 15;
/// From this score on a row without a pair names the row most like it.
const NEAR: u32 = 300;

/// What is known of one side before matching.
pub(super) struct SideOf<'a> {
    program: &'a Program,
    pub(super) tasks: &'a [Task],
    pub(super) words: Vec<Vec<String>>,
    features: Vec<Features>,
    children: Vec<Vec<usize>>,
    duplicates: Vec<Duplicate>,
    index: Index,
}

/// A pair that may be one.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    left: usize,
    right: usize,
    alike: Similarity,
    score: u32,
}

/// Pairs, ties, and the duplicates inside each side.
pub(crate) struct Found {
    pub(crate) matches: Vec<TaskMatch>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) nearest: BTreeMap<(Side, RowId), RowId>,
    pub(crate) left_duplicates: Vec<Duplicate>,
    pub(crate) right_duplicates: Vec<Duplicate>,
}

/// Matches the tasks of two programs.
pub(crate) fn match_tasks(left_program: &Program, right_program: &Program) -> Found {
    let (left, right) = (&left_program.tasks, &right_program.tasks);
    let left_words: Vec<Vec<String>> = left.iter().map(|task| naming_words(&task.text.text)).collect();
    let right_words: Vec<Vec<String>> = right.iter().map(|task| naming_words(&task.text.text)).collect();
    let (vocabulary, mut features) = Vocabulary::new(left_words.iter().chain(&right_words).map(Vec::as_slice));
    let right_features = features.split_off(left.len());
    let left = SideOf::new(left_program, left_words, features, &vocabulary);
    let right = SideOf::new(right_program, right_words, right_features, &vocabulary);

    let candidates = candidates(&left, &right, &vocabulary);
    let mut pairs = keep(&candidates, &left, &right, &vocabulary);
    uncross_duplicates(&mut pairs, &left, &right);
    follow_parents(&mut pairs, &left, &right);
    gather_children(&mut pairs, &left, &right);
    // A parent just recognized takes along the sub-rows that found nothing.
    follow_parents(&mut pairs, &left, &right);
    let ties = take_ties(&mut pairs, &left, &right);
    let nearest = nearest(&candidates, &pairs, &left, &right);
    Found {
        matches: pairs.into_values().collect(),
        ties,
        nearest,
        left_duplicates: left.duplicates,
        right_duplicates: right.duplicates,
    }
}

impl<'a> SideOf<'a> {
    fn new(program: &'a Program, words: Vec<Vec<String>>, features: Vec<Features>, vocabulary: &Vocabulary) -> Self {
        let tasks = program.tasks.as_slice();
        let mut children = vec![Vec::new(); tasks.len()];
        for (index, task) in tasks.iter().enumerate() {
            let parent = task
                .parent
                .as_ref()
                .and_then(|parent| tasks[..index].iter().rposition(|row| row.id == *parent));
            if let Some(parent) = parent {
                children[parent].push(index);
            }
        }
        let (duplicates, index) = duplicates(tasks, &words, &features, vocabulary);
        Self {
            program,
            tasks,
            words,
            features,
            children,
            duplicates,
            index,
        }
    }

    pub(super) fn are_duplicates(&self, one: usize, other: usize) -> bool {
        let (first, second) = (one.min(other), one.max(other));
        self.duplicates
            .iter()
            .any(|pair| pair.first == first && pair.second == second)
    }

    fn gathers(&self, row: usize) -> bool {
        !self.children[row].is_empty()
    }
}

fn candidates(left: &SideOf<'_>, right: &SideOf<'_>, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let index = &left.index;
    let mut found = Vec::new();
    for (r, features) in right.features.iter().enumerate() {
        let total = vocabulary.total(features);
        for (l, shared) in index.shared(features, vocabulary).into_iter().enumerate() {
            let alike = Similarity::new(shared, index.total(l), total);
            if alike.score() < WORTH_A_LOOK {
                continue;
            }
            let score = alike.score() * identity_factor(&left.words[l], &right.words[r]) / 1000;
            found.push(Candidate {
                left: l,
                right: r,
                alike,
                score,
            });
        }
    }
    found
}

/// The places of the left and the right row.
pub(super) type Key = (usize, usize);

pub(super) type Pairs = BTreeMap<Key, TaskMatch>;

fn keep(candidates: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>, vocabulary: &Vocabulary) -> Pairs {
    let mut best_of_left = vec![0; left.tasks.len()];
    let mut best_of_right = vec![0; right.tasks.len()];
    for pair in candidates {
        best_of_left[pair.left] = best_of_left[pair.left].max(pair.score);
        best_of_right[pair.right] = best_of_right[pair.right].max(pair.score);
    }
    let mut kept = Pairs::new();
    for pair in candidates.iter().filter(|pair| pair.score >= LEAST) {
        let left_chooses = pair.score + TIE >= best_of_left[pair.left];
        let right_chooses = pair.score + TIE >= best_of_right[pair.right];
        let gathers = left.gathers(pair.left) || right.gathers(pair.right);
        let good = if gathers {
            left_chooses && right_chooses && pair.alike.dice >= GATHERING_ALIKE
        } else {
            (left_chooses && (right_chooses || pair.alike.left_held >= HELD))
                || (right_chooses && pair.alike.right_held >= HELD)
        };
        if good {
            kept.insert((pair.left, pair.right), task_match(pair, left, right, vocabulary));
        }
    }
    // A near-duplicate of a matched row is matched with it.
    for pair in candidates.iter().filter(|pair| pair.score >= LEAST) {
        let through_left = left
            .duplicates_of(pair.left)
            .any(|twin| kept.contains_key(&(twin, pair.right)));
        let through_right = right
            .duplicates_of(pair.right)
            .any(|twin| kept.contains_key(&(pair.left, twin)));
        if (through_left || through_right) && !kept.contains_key(&(pair.left, pair.right)) {
            kept.insert((pair.left, pair.right), task_match(pair, left, right, vocabulary));
        }
    }
    kept
}

impl SideOf<'_> {
    fn duplicates_of(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        self.duplicates.iter().filter_map(move |pair| match row {
            _ if pair.first == row => Some(pair.second),
            _ if pair.second == row => Some(pair.first),
            _ => None,
        })
    }
}

fn task_match(pair: &Candidate, left: &SideOf<'_>, right: &SideOf<'_>, vocabulary: &Vocabulary) -> TaskMatch {
    let (l, r) = (pair.left, pair.right);
    let relation = relation(
        (&left.tasks[l].text.text, &left.features[l]),
        (&right.tasks[r].text.text, &right.features[r]),
        vocabulary,
    );
    let score = u16::try_from(pair.score).unwrap_or(1000);
    TaskMatch {
        through_parent: false,
        ..through_parent(left, right, l, r, relation, score)
    }
}

/// Where both programs have a task twice, each row is the partner of one: of
/// the two ways, the one with more equal deadlines and leads, else in order.
fn uncross_duplicates(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    for l in &left.duplicates {
        for r in &right.duplicates {
            let straight = [(l.first, r.first), (l.second, r.second)];
            let crossed = [(l.first, r.second), (l.second, r.first)];
            if !straight.iter().chain(&crossed).all(|key| pairs.contains_key(key)) {
                continue;
            }
            let agreeing = |way: &[Key]| {
                let facts = way.iter().map(|key| &pairs[key]);
                facts
                    .map(|pair| {
                        usize::from(pair.deadlines == DeadlineOrder::Equal)
                            + usize::from(pair.leads == LeadRelation::Agree)
                            + usize::from(pair.relation == Relation::Same)
                    })
                    .sum::<usize>()
            };
            let dropped = if agreeing(&crossed) > agreeing(&straight) {
                straight
            } else {
                crossed
            };
            for key in dropped {
                pairs.remove(&key);
            }
        }
    }
}

/// The sub-rows of a row that is the same as a row without sub-rows are parts of that row.
fn follow_parents(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    let same: Vec<(usize, usize)> = pairs
        .iter()
        .filter(|(_, pair)| pair.relation == Relation::Same)
        .map(|(&key, _)| key)
        .collect();
    for (l, r) in same {
        let score = pairs[&(l, r)].score;
        if !right.gathers(r) {
            for &child in &left.children[l] {
                if !pairs.keys().any(|&(row, _)| row == child) {
                    pairs.insert(
                        (child, r),
                        through_parent(left, right, child, r, Relation::LeftPartOfRight, score),
                    );
                }
            }
        }
        if !left.gathers(l) {
            for &child in &right.children[r] {
                if !pairs.keys().any(|&(_, row)| row == child) {
                    pairs.insert(
                        (l, child),
                        through_parent(left, right, l, child, Relation::RightPartOfLeft, score),
                    );
                }
            }
        }
    }
}

/// A row that gathers sub-rows and has no partner of its own is recognized by
/// theirs: it is the row of which all are parts, or the whole of several.
fn gather_children(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    for l in 0..left.tasks.len() {
        if left.gathers(l) && !pairs.keys().any(|&(row, _)| row == l) {
            let found = partners(&left.children[l], |child| {
                partners_of(pairs, |&(a, b)| (a == child).then_some(b))
            });
            for (r, relation, score) in found {
                let relation = if relation == Gathered::All {
                    Relation::Same
                } else {
                    Relation::RightPartOfLeft
                };
                pairs.insert((l, r), through_parent(left, right, l, r, relation, score));
            }
        }
    }
    for r in 0..right.tasks.len() {
        if right.gathers(r) && !pairs.keys().any(|&(_, row)| row == r) {
            let found = partners(&right.children[r], |child| {
                partners_of(pairs, |&(a, b)| (b == child).then_some(a))
            });
            for (l, relation, score) in found {
                let relation = if relation == Gathered::All {
                    Relation::Same
                } else {
                    Relation::LeftPartOfRight
                };
                pairs.insert((l, r), through_parent(left, right, l, r, relation, score));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gathered {
    All,
    Some,
}

fn partners_of(pairs: &Pairs, other: impl Fn(&(usize, usize)) -> Option<usize>) -> Vec<(usize, u16)> {
    pairs
        .iter()
        .filter_map(|(key, pair)| Some((other(key)?, pair.score)))
        .collect()
}

/// The rows that the sub-rows are matched with, when at least half of them are.
fn partners(children: &[usize], partners_of: impl Fn(usize) -> Vec<(usize, u16)>) -> Vec<(usize, Gathered, u16)> {
    let mut scores: BTreeMap<usize, (usize, u16)> = BTreeMap::new();
    let mut matched = 0;
    for &child in children {
        let found = partners_of(child);
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

fn through_parent(
    left: &SideOf<'_>,
    right: &SideOf<'_>,
    l: usize,
    r: usize,
    relation: Relation,
    score: u16,
) -> TaskMatch {
    let (l, r) = (&left.tasks[l], &right.tasks[r]);
    TaskMatch {
        left: l.id.clone(),
        right: r.id.clone(),
        relation,
        score,
        through_parent: true,
        deadlines: Deadline::compare(l.due.as_ref(), r.due.as_ref()),
        leads: compare_leads((l, left.program), (r, right.program)),
    }
}

/// The most alike row for each row without a pair.
fn nearest(
    candidates: &[Candidate],
    pairs: &Pairs,
    left: &SideOf<'_>,
    right: &SideOf<'_>,
) -> BTreeMap<(Side, RowId), RowId> {
    let mut ascending: Vec<&Candidate> = candidates.iter().filter(|pair| pair.score >= NEAR).collect();
    ascending.sort_by_key(|pair| (pair.score, std::cmp::Reverse((pair.left, pair.right))));
    let mut nearest = BTreeMap::new();
    for pair in ascending {
        let (l, r) = (&left.tasks[pair.left].id, &right.tasks[pair.right].id);
        if !pairs.keys().any(|key| key.0 == pair.left) {
            nearest.insert((Side::Left, l.clone()), r.clone());
        }
        if !pairs.keys().any(|key| key.1 == pair.right) {
            nearest.insert((Side::Right, r.clone()), l.clone());
        }
    }
    nearest
}
