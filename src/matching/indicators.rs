//! Which indicator is which: one to one, by name, read in the light of the
//! parent row, the unit and the annex.

use std::collections::BTreeMap;

use super::features::{Features, Vocabulary, naming_words};
use super::index::Index;
use super::score::Similarity;
use super::{IndicatorMatch, Tie};
use crate::checks::Side;
use crate::model::{Indicator, RowId, Target, TargetRelation};

/// Below this score, in thousandths, a pair is chance.
const LEAST: u32 = 420;
/// Below this name score nothing else can make a pair.
const LEAST_NAME: u32 = 300;
/// What sub-rows of matched parents gain, and sub-rows of parents matched otherwise lose.
const PARENT: u32 = 150;
/// What is left of a score when the units measure other things.
const OTHER_UNIT: u32 = 700;
/// What is left of a score when one name has the opposite word of the other.
const OPPOSITE: u32 = 500;
/// What is left of a score outside the annexes that belong together.
const OTHER_ANNEX: u32 = 750;
/// Scores that differ by no more are one.
const TIE: u32 = 5;

/// Words that tell two indicators of one frame apart, folded.
const OPPOSITES: &[(&str, &str)] = &[
    ("đô thị", "nông thôn"),
    ("thành thị", "nông thôn"),
    ("thu", "chi"),
    ("nam", "nữ"),
    ("đăng ký", "thực hiện"),
    ("xuất khẩu", "nhập khẩu"),
    ("công lập", "tư thục"),
    ("công nghiệp", "nông nghiệp"),
    ("tăng", "giảm"),
];

/// Pairs and ties.
pub(crate) struct Found {
    pub(crate) matches: Vec<IndicatorMatch>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) nearest: BTreeMap<(Side, RowId), RowId>,
}

struct SideOf<'a> {
    rows: &'a [Indicator],
    texts: Vec<String>,
    features: Vec<Features>,
    parents: Vec<Option<usize>>,
}

#[derive(Debug, Clone, Copy)]
struct Candidate {
    left: usize,
    right: usize,
    score: u32,
}

/// Matches the indicators of two programs.
pub(crate) fn match_indicators(left: &[Indicator], right: &[Indicator]) -> Found {
    let words =
        |rows: &[Indicator]| -> Vec<Vec<String>> { rows.iter().map(|row| name_words(&row.name.text)).collect() };
    let (left_words, right_words) = (words(left), words(right));
    let (vocabulary, mut features) = Vocabulary::new(left_words.iter().chain(&right_words).map(Vec::as_slice));
    let right_features = features.split_off(left.len());
    let left = SideOf::new(left, &left_words, features);
    let right = SideOf::new(right, &right_words, right_features);
    let by_name = candidates(&left, &right, &vocabulary);
    let annexes = annexes_that_belong_together(&by_name, &left, &right);
    let placed: Vec<Candidate> = by_name
        .into_iter()
        .map(|pair| {
            let together = annexes.contains(&(left.annex(pair.left), right.annex(pair.right)));
            Candidate {
                score: if together {
                    pair.score
                } else {
                    pair.score * OTHER_ANNEX / 1000
                },
                ..pair
            }
        })
        .collect();

    let parents = choose(
        placed
            .iter()
            .copied()
            .filter(|pair| left.parents[pair.left].is_none() || right.parents[pair.right].is_none()),
    );
    let with_parents = placed.iter().map(|pair| {
        let score = match (left.parents[pair.left], right.parents[pair.right]) {
            (Some(l), Some(r)) if parents.get(&l) == Some(&r) => pair.score + PARENT,
            (Some(l), Some(r)) if parents.contains_key(&l) || parents.values().any(|&row| row == r) => {
                pair.score.saturating_sub(PARENT)
            }
            _ => pair.score,
        };
        Candidate { score, ..*pair }
    });
    let all: Vec<Candidate> = with_parents.filter(|pair| pair.score >= LEAST).collect();
    let (clear, ties) = set_ties_apart(&all, &left, &right);
    let chosen = choose(clear.iter().copied());
    let matches = chosen
        .iter()
        .map(|(&l, &r)| {
            let score = all
                .iter()
                .find(|pair| (pair.left, pair.right) == (l, r))
                .map_or(0, |pair| pair.score.min(1000));
            IndicatorMatch {
                left: left.rows[l].id.clone(),
                right: right.rows[r].id.clone(),
                targets: targets(&left.rows[l], &right.rows[r]),
                score: u16::try_from(score).unwrap_or(1000),
            }
        })
        .collect();
    let mut nearest = BTreeMap::new();
    let mut ascending = placed;
    ascending.sort_by_key(|pair| (pair.score, std::cmp::Reverse((pair.left, pair.right))));
    for pair in ascending {
        if !chosen.contains_key(&pair.left) {
            nearest.insert((Side::Left, left.id(pair.left)), right.id(pair.right));
        }
        if !chosen.values().any(|&row| row == pair.right) {
            nearest.insert((Side::Right, right.id(pair.right)), left.id(pair.left));
        }
    }
    Found { matches, ties, nearest }
}

impl<'a> SideOf<'a> {
    fn new(rows: &'a [Indicator], words: &[Vec<String>], features: Vec<Features>) -> Self {
        let parents = rows
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let parent = row.parent.as_ref()?;
                rows[..index].iter().rposition(|earlier| earlier.id == *parent)
            })
            .collect();
        let texts = words.iter().map(|words| format!(" {} ", words.join(" "))).collect();
        Self {
            rows,
            texts,
            features,
            parents,
        }
    }

    fn annex(&self, row: usize) -> u32 {
        self.rows[row].id.annex()
    }

    fn id(&self, row: usize) -> RowId {
        self.rows[row].id.clone()
    }
}

/// The words of a name, acronyms in parentheses (`(GRDP)`) left out.
fn name_words(name: &str) -> Vec<String> {
    let mut plain = String::with_capacity(name.len());
    for part in name.split_inclusive(')') {
        match part.rsplit_once('(') {
            Some((before, inside)) if is_acronym(inside.trim_end_matches(')')) => plain.push_str(before),
            _ => plain.push_str(part),
        }
    }
    naming_words(&plain)
}

fn is_acronym(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_uppercase)
}

fn candidates(left: &SideOf<'_>, right: &SideOf<'_>, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let mut index = Index::new(vocabulary);
    left.features.iter().for_each(|row| index.add(row, vocabulary));
    let mut found = Vec::new();
    for (r, features) in right.features.iter().enumerate() {
        let total = vocabulary.total(features);
        for (l, shared) in index.shared(features, vocabulary).into_iter().enumerate() {
            let mut score = Similarity::new(shared, index.total(l), total).score();
            if score < LEAST_NAME {
                continue;
            }
            if are_opposite(&left.texts[l], &right.texts[r]) {
                score = score * OPPOSITE / 1000;
            }
            if measure_other_things(&left.rows[l], &right.rows[r]) {
                score = score * OTHER_UNIT / 1000;
            }
            found.push(Candidate {
                left: l,
                right: r,
                score,
            });
        }
    }
    found
}

fn are_opposite(left: &str, right: &str) -> bool {
    let has = |text: &str, word: &str| {
        text.match_indices(word).any(|(at, _)| {
            text.as_bytes().get(at.wrapping_sub(1)) == Some(&b' ')
                && text.as_bytes().get(at + word.len()) == Some(&b' ')
        })
    };
    OPPOSITES.iter().any(|(one, other)| {
        let only = |text: &str, word: &str, not: &str| has(text, word) && !has(text, not);
        (only(left, one, other) && only(right, other, one)) || (only(left, other, one) && only(right, one, other))
    })
}

fn measure_other_things(left: &Indicator, right: &Indicator) -> bool {
    match (&left.unit_read, &right.unit_read) {
        (Some(l), Some(r)) => l.is_known() && r.is_known() && !l.same_base(r),
        _ => false,
    }
}

/// Each annex and the annex of the other side that most of its best pairs lead to.
fn annexes_that_belong_together(candidates: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<(u32, u32)> {
    let mut votes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (l, r) in choose(candidates.iter().copied().filter(|pair| pair.score >= LEAST)) {
        *votes.entry((left.annex(l), right.annex(r))).or_default() += 1;
    }
    let most = |same: &dyn Fn(&(u32, u32)) -> bool| {
        votes
            .iter()
            .filter(|(key, _)| same(key))
            .max_by_key(|(key, count)| (**count, std::cmp::Reverse(**key)))
            .map(|(key, _)| *key)
    };
    let mut together: Vec<(u32, u32)> = votes
        .keys()
        .flat_map(|&(l, r)| {
            [
                most(&|key: &(u32, u32)| key.0 == l),
                most(&|key: &(u32, u32)| key.1 == r),
            ]
        })
        .flatten()
        .collect();
    together.sort_unstable();
    together.dedup();
    together
}

/// One partner for each row, the best pairs first; equal ones in document order.
fn choose(candidates: impl Iterator<Item = Candidate>) -> BTreeMap<usize, usize> {
    let mut sorted: Vec<Candidate> = candidates.collect();
    sorted.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.left, pair.right));
    let mut chosen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken: Vec<usize> = Vec::new();
    for pair in sorted {
        if !chosen.contains_key(&pair.left) && !taken.contains(&pair.right) {
            chosen.insert(pair.left, pair.right);
            taken.push(pair.right);
        }
    }
    chosen
}

/// Rows whose two best partners fit equally well are ties, and no pairs.
fn set_ties_apart(all: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>) -> (Vec<Candidate>, Vec<Tie>) {
    let chosen = choose(all.iter().copied());
    let score_of = |l: usize, r: usize| {
        all.iter()
            .find(|pair| (pair.left, pair.right) == (l, r))
            .map(|pair| pair.score)
    };
    let mut ties = Vec::new();
    let mut contested: Vec<(usize, usize)> = Vec::new();
    for (&l, &r) in &chosen {
        let score = score_of(l, r).unwrap_or(0);
        // A rival is free: it has no better partner of its own.
        let free_right = |row: usize| !chosen.values().any(|&taken| taken == row);
        let free_left = |row: usize| !chosen.contains_key(&row);
        let rivals = |same: &dyn Fn(&Candidate) -> bool| -> Vec<Candidate> {
            all.iter()
                .copied()
                .filter(|pair| same(pair) && pair.score + TIE >= score)
                .collect()
        };
        let on_right = rivals(&|pair| pair.left == l && pair.right != r && free_right(pair.right));
        if !on_right.is_empty() {
            let others = std::iter::once((right.id(r), score))
                .chain(on_right.iter().map(|pair| (right.id(pair.right), pair.score)));
            ties.push(tie(left.id(l), Side::Left, others));
            contested.push((l, r));
            contested.extend(on_right.iter().map(|pair| (pair.left, pair.right)));
        }
        let on_left = rivals(&|pair| pair.right == r && pair.left != l && free_left(pair.left));
        if !on_left.is_empty() {
            let others =
                std::iter::once((left.id(l), score)).chain(on_left.iter().map(|pair| (left.id(pair.left), pair.score)));
            ties.push(tie(right.id(r), Side::Right, others));
            contested.push((l, r));
            contested.extend(on_left.iter().map(|pair| (pair.left, pair.right)));
        }
    }
    let clear = all
        .iter()
        .copied()
        .filter(|pair| !contested.contains(&(pair.left, pair.right)))
        .collect();
    (clear, ties)
}

fn tie(row: RowId, side: Side, candidates: impl Iterator<Item = (RowId, u32)>) -> Tie {
    let candidates = candidates
        .map(|(id, score)| (id, u16::try_from(score.min(1000)).unwrap_or(1000)))
        .collect();
    Tie { row, side, candidates }
}

/// How the targets of two rows lie to each other. Rows of other periods are
/// not comparable. A figure against the number convention is read the way the
/// other program's figure speaks for; equal figures under two scales of one
/// unit are equal (the slip is in the unit).
fn targets(left: &Indicator, right: &Indicator) -> TargetRelation {
    let (Some(l), Some(r)) = (&left.target, &right.target) else {
        return TargetRelation::NotComparable;
    };
    if left.period.zip(right.period).is_some_and(|(l, r)| l != r) {
        return TargetRelation::NotComparable;
    }
    let (l_unit, r_unit) = (left.unit_read.as_ref(), right.unit_read.as_ref());
    let readings = |target: &Target| {
        std::iter::once(target.clone())
            .chain(target.alternative())
            .collect::<Vec<_>>()
    };
    let relations: Vec<TargetRelation> = readings(l)
        .iter()
        .flat_map(|l| readings(r).into_iter().map(move |r| (l.clone(), r)))
        .map(|(l, r)| l.relation(l_unit, &r, r_unit))
        .collect();
    let first = relations.first().copied().unwrap_or(TargetRelation::NotComparable);
    if first != TargetRelation::Disjoint {
        return first;
    }
    if let Some(&other) = relations.iter().find(|&&relation| relation != TargetRelation::Disjoint) {
        return other;
    }
    let one_base = l_unit.zip(r_unit).is_some_and(|(l, r)| l.same_base(r));
    if one_base && l.relation(None, r, None) == TargetRelation::Equal {
        TargetRelation::Equal
    } else {
        first
    }
}
