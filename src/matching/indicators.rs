//! Which indicator is which: one to one, by name, read in the light of the
//! parent row, the unit and the annex.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::acronyms::names;
use super::assignment::{Choice, assign, gain, worth};
use super::features::{Features, Vocabulary};
use super::join::{Heavier, Index, Search};
use super::lexicon::Lexicon;
use super::misread::amend;
use super::opposites::{Leaning, Opposites};
use super::pairs::Key;
use super::parallel::for_each;
use super::score::Similarity;
use super::texts::Texts;
use super::told_apart::{Grades, Names, are_told_apart};
use super::{IndicatorMatch, Tie};
use crate::model::{Indicator, RowId, Side, Target, TargetRelation, Unit};
use crate::text::fold;

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

/// Up to so many ways to pair rows of equal names, all are looked at; beyond,
/// the rows go in order.
const MOST_WAYS: usize = 4096;

/// A pair that is told apart makes room for another one, which may be told apart
/// as well, so often at the most.
const MOST_ROUNDS: usize = 4;

/// Pairs and ties.
pub(crate) struct Found {
    pub(crate) matches: Vec<IndicatorMatch>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) nearest: BTreeMap<(Side, RowId), RowId>,
}

struct SideOf<'a> {
    rows: &'a [Indicator],
    texts: Texts,
    /// The features of each text.
    features: Vec<Features>,
    /// The opposite words of each text.
    leanings: Vec<Leaning>,
    parents: Vec<Option<usize>>,
    /// Whether a row before each is printed the same, under the same parent.
    are_copies: Vec<bool>,
}

#[derive(Debug, Clone, Copy)]
struct Candidate {
    left: usize,
    right: usize,
    score: u32,
    /// Whether their names have the same words.
    read_alike: bool,
}

/// Matches the indicators of two programs.
pub(super) fn match_indicators(left: &[Indicator], right: &[Indicator], lexicon: &mut Lexicon) -> Found {
    let (left_names, right_names) = names(left, right);
    let mut left_texts = Texts::read(left_names.iter().map(|name| &**name), lexicon);
    let mut right_texts = Texts::read(right_names.iter().map(|name| &**name), lexicon);
    amend(&mut left_texts, &mut right_texts, lexicon);
    let (vocabulary, mut features) = Vocabulary::new(left_texts.counted().chain(right_texts.counted()), lexicon);
    let right_features = features.split_off(left_texts.len());
    let opposites = Opposites::new(lexicon);
    let left = SideOf::new(left, left_texts, features, &opposites);
    let right = SideOf::new(right, right_texts, right_features, &opposites);
    let by_name = candidates(&left, &right, &vocabulary);
    let annexes = annexes_that_belong_together(&by_name, &left, &right);
    let together = |pair: &Candidate| annexes.contains(&(left.annex(pair.left), right.annex(pair.right)));
    let placed: Vec<Candidate> = by_name
        .into_iter()
        .map(|pair| Candidate {
            score: if together(&pair) {
                pair.score
            } else {
                pair.score * OTHER_ANNEX / 1000
            },
            ..pair
        })
        .collect();

    let may_be_one = |pair: &&Candidate| {
        let (l, r) = (pair.left, pair.right);
        // Only annexes that belong together show one subject in two periods.
        let of_one_period = together(pair) || !left.rows[l].is_of_other_period(&right.rows[r]);
        // A row printed twice is compared once, unless the other program prints it twice as well.
        of_one_period && left.are_copies[l] == right.are_copies[r]
    };
    let parents = choose(placed.iter().filter(may_be_one), &left, &right);
    let with_parents = placed.iter().filter(may_be_one).map(|pair| {
        let score = match (left.parents[pair.left], right.parents[pair.right]) {
            (Some(l), Some(r)) if parents.has((l, r)) => pair.score + PARENT,
            (Some(l), Some(r)) if parents.has_left(l) || parents.has_right(r) => pair.score.saturating_sub(PARENT),
            _ => pair.score,
        };
        Candidate { score, ..*pair }
    });
    let all: Vec<Candidate> = with_parents.filter(|pair| pair.score >= LEAST).collect();
    let (mut clear, ties) = set_ties_apart(&all, &left, &right);
    let mut chosen = choose(&clear, &left, &right);
    let grades = Grades::new(lexicon);
    for _ in 0..MOST_ROUNDS {
        let is_apart = |pair: &Candidate| {
            let texts = (left.texts.of_row[pair.left], right.texts.of_row[pair.right]);
            chosen.has((pair.left, pair.right))
                && !pair.read_alike
                && are_told_apart([left.names(), right.names()], texts, &grades, &vocabulary, lexicon)
                && targets(&left.rows[pair.left], &right.rows[pair.right]) != TargetRelation::Equal
        };
        let before = clear.len();
        clear.retain(|pair| !is_apart(pair));
        if clear.len() == before {
            break;
        }
        chosen = choose(&clear, &left, &right);
    }
    let matches = clear
        .iter()
        .filter(|pair| chosen.has((pair.left, pair.right)))
        .map(|pair| IndicatorMatch {
            left: left.id(pair.left),
            right: right.id(pair.right),
            targets: targets(&left.rows[pair.left], &right.rows[pair.right]),
            score: u16::try_from(pair.score.min(1000)).unwrap_or(1000),
        });
    Found {
        matches: matches.collect(),
        ties,
        nearest: nearest(placed, &chosen, &left, &right),
    }
}

/// The most alike row for each row without a pair, if that is no chance; of equal
/// ones the first.
fn nearest(
    mut placed: Vec<Candidate>,
    chosen: &Chosen,
    left: &SideOf<'_>,
    right: &SideOf<'_>,
) -> BTreeMap<(Side, RowId), RowId> {
    placed.retain(|pair| pair.score >= LEAST);
    placed.sort_by_key(|pair| (pair.score, Reverse((pair.left, pair.right))));
    let mut nearest = BTreeMap::new();
    for pair in placed {
        if !chosen.has_left(pair.left) {
            nearest.insert((Side::Left, left.id(pair.left)), right.id(pair.right));
        }
        if !chosen.has_right(pair.right) {
            nearest.insert((Side::Right, right.id(pair.right)), left.id(pair.left));
        }
    }
    nearest
}

impl<'a> SideOf<'a> {
    fn new(rows: &'a [Indicator], texts: Texts, features: Vec<Features>, opposites: &Opposites) -> Self {
        let mut places: FxHashMap<&RowId, usize> = FxHashMap::default();
        let parents = rows
            .iter()
            .enumerate()
            .map(|(place, row)| {
                let parent = row.parent.as_ref().and_then(|parent| places.get(parent).copied());
                places.insert(&row.id, place);
                parent
            })
            .collect();
        let leanings = texts.words.iter().map(|words| opposites.leaning(words)).collect();
        Self {
            rows,
            texts,
            features,
            leanings,
            parents,
            are_copies: are_copies(rows),
        }
    }

    fn names(&self) -> Names<'_> {
        (&self.texts, &self.features)
    }

    fn annex(&self, row: usize) -> u32 {
        self.rows[row].id.annex()
    }

    fn id(&self, row: usize) -> RowId {
        self.rows[row].id.clone()
    }
}

fn are_copies(rows: &[Indicator]) -> Vec<bool> {
    let mut printed = FxHashSet::default();
    let keys = rows.iter().map(|row| {
        let cells = [Some(&row.name), row.unit.as_ref(), Some(&row.value)];
        let cells = cells.map(|cell| cell.map(|cell| cell.text.as_str()));
        (row.parent.as_ref(), row.number.as_str(), cells)
    });
    keys.map(|key| !printed.insert(key)).collect()
}

fn candidates(left: &SideOf<'_>, right: &SideOf<'_>, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let [lefts, rights] = [left, right].map(|side| Index::of_all(&side.features, vocabulary));
    let search = |side: &SideOf<'_>, own: &Index<'_>, others: &Index<'_>, heavier| {
        for_each(own.rows(), |text, scratch| {
            let mut named = Named::default();
            let searching = (&side.features[text], LEAST_NAME);
            others.search(searching, heavier, vocabulary, scratch, &mut named);
            (text, named.found)
        })
    };
    let by_left = search(left, &lefts, &rights, Heavier::OrEqual).into_iter();
    let by_right = search(right, &rights, &lefts, Heavier::Only).into_iter();
    let by_left = by_left.flat_map(|(l, found)| found.into_iter().map(move |(r, score)| (l, r, score)));
    let by_right = by_right.flat_map(|(r, found)| found.into_iter().map(move |(l, score)| (l, r, score)));
    let mut found = Vec::new();
    for (l, r, name) in by_left.chain(by_right) {
        let read_alike = name == 1000;
        let opposite = left.leanings[l].is_opposite(right.leanings[r]);
        let name = if opposite { name * OPPOSITE / 1000 } else { name };
        for (l, r) in ways(&left.texts.rows[l], &right.texts.rows[r]) {
            let otherwise =
                measure_other_things(&left.rows[l], &right.rows[r]) && !are_shares(&left.rows[l], &right.rows[r]);
            found.push(Candidate {
                left: l,
                right: r,
                score: if otherwise { name * OTHER_UNIT / 1000 } else { name },
                read_alike,
            });
        }
    }
    found.sort_unstable_by_key(|pair| (pair.left, pair.right));
    found
}

/// The ways to pair rows of two names.
fn ways(lefts: &[usize], rights: &[usize]) -> Vec<Key> {
    if lefts.len() * rights.len() <= MOST_WAYS {
        lefts
            .iter()
            .flat_map(|&l| rights.iter().map(move |&r| (l, r)))
            .collect()
    } else {
        lefts.iter().copied().zip(rights.iter().copied()).collect()
    }
}

/// The search for names alike.
#[derive(Default)]
struct Named {
    found: Vec<(usize, u32)>,
}

impl Search for Named {
    fn is_promising(&self, _: usize, most: Similarity) -> bool {
        most.score() >= LEAST_NAME
    }

    fn find(&mut self, row: usize, alike: Similarity) {
        self.found.push((row, alike.score()));
    }
}

/// Words that open the name of a share or an index, folded: it has no other
/// unit, so one that says otherwise is a slip in the unit.
const SHARES: [&str; 5] = ["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "chỉ số"];

/// Whether the names of both rows are those of shares.
fn are_shares(left: &Indicator, right: &Indicator) -> bool {
    [left, right].into_iter().all(|row| {
        let name = fold(&row.name.text);
        SHARES.iter().any(|word| name.starts_with(word))
    })
}

fn measure_other_things(left: &Indicator, right: &Indicator) -> bool {
    match left.units_beside(right) {
        [Some(l), Some(r)] => l.is_known() && r.is_known() && !l.same_dimension(&r),
        _ => false,
    }
}

/// Each annex and the annex of the other side that most of its best pairs lead to.
fn annexes_that_belong_together(candidates: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<(u32, u32)> {
    let mut votes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let likely = candidates.iter().filter(|pair| pair.score >= LEAST);
    for (l, r) in choose(likely, left, right).pairs() {
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

/// One partner for each row.
struct Chosen {
    /// The right row of each left one.
    rights: Vec<Option<usize>>,
    /// Whether a right row has a partner.
    taken: Vec<bool>,
}

impl Chosen {
    fn has(&self, (left, right): Key) -> bool {
        self.rights[left] == Some(right)
    }

    fn has_left(&self, left: usize) -> bool {
        self.rights[left].is_some()
    }

    fn has_right(&self, right: usize) -> bool {
        self.taken[right]
    }

    fn pairs(&self) -> impl Iterator<Item = Key> {
        self.rights
            .iter()
            .enumerate()
            .filter_map(|(left, right)| Some((left, (*right)?)))
    }
}

/// One partner for each row, so that the pairs are worth most together.
fn choose<'a>(candidates: impl IntoIterator<Item = &'a Candidate>, left: &SideOf<'_>, right: &SideOf<'_>) -> Chosen {
    let mut choices: Vec<Vec<Choice>> = vec![Vec::new(); left.rows.len()];
    for pair in candidates {
        let gain = gain(pair.score.saturating_sub(LEAST), pair.read_alike);
        choices[pair.left].push((pair.right, worth(gain, 0, (pair.left, pair.right))));
    }
    let rights = assign(&choices, right.rows.len());
    let mut taken = vec![false; right.rows.len()];
    for &right in rights.iter().flatten() {
        taken[right] = true;
    }
    Chosen { rights, taken }
}

/// Rows whose two best partners fit equally well are ties, and no pairs.
fn set_ties_apart(all: &[Candidate], left: &SideOf<'_>, right: &SideOf<'_>) -> (Vec<Candidate>, Vec<Tie>) {
    let chosen = choose(all, left, right);
    let mut by_left: Vec<Vec<&Candidate>> = vec![Vec::new(); left.rows.len()];
    let mut by_right: Vec<Vec<&Candidate>> = vec![Vec::new(); right.rows.len()];
    for pair in all {
        by_left[pair.left].push(pair);
        by_right[pair.right].push(pair);
    }
    let mut ties = Vec::new();
    let mut contested: BTreeSet<Key> = BTreeSet::new();
    let mut settled: [BTreeSet<usize>; 2] = Default::default();
    for pair in all.iter().filter(|pair| chosen.has((pair.left, pair.right))) {
        for side in [Side::Left, Side::Right] {
            // A rival is free: it has no better partner of its own.
            let (own, is_free): (_, &dyn Fn(&Candidate) -> bool) = match side {
                Side::Left => (&by_left[pair.left], &|rival| !chosen.has_right(rival.right)),
                Side::Right => (&by_right[pair.right], &|rival| !chosen.has_left(rival.left)),
            };
            let rivals = own
                .iter()
                .copied()
                .filter(|rival| is_free(rival) && rival.score + TIE >= pair.score);
            let fitting: Vec<&Candidate> = std::iter::once(pair).chain(rivals).collect();
            if fitting.len() > 1 {
                contested.extend(fitting.iter().map(|fit| (fit.left, fit.right)));
                match side {
                    Side::Left => settled[0].insert(pair.left),
                    Side::Right => settled[1].insert(pair.right),
                };
                let fitting = fitting.into_iter();
                ties.push(match side {
                    Side::Left => tie(
                        left.id(pair.left),
                        side,
                        fitting.map(|fit| (right.id(fit.right), fit.score)),
                    ),
                    Side::Right => tie(
                        right.id(pair.right),
                        side,
                        fitting.map(|fit| (left.id(fit.left), fit.score)),
                    ),
                });
            }
        }
    }
    // A row that is tied has no lesser partner either.
    let is_clear = |pair: &&Candidate| {
        !contested.contains(&(pair.left, pair.right))
            && !settled[0].contains(&pair.left)
            && !settled[1].contains(&pair.right)
    };
    (all.iter().filter(is_clear).copied().collect(), ties)
}

fn tie(row: RowId, side: Side, candidates: impl Iterator<Item = (RowId, u32)>) -> Tie {
    let candidates = candidates
        .map(|(id, score)| (id, u16::try_from(score.min(1000)).unwrap_or(1000)))
        .collect();
    Tie { row, side, candidates }
}

/// How the targets of two rows lie to each other. Rows of other periods, and
/// columns of other figures, are not comparable.
fn targets(left: &Indicator, right: &Indicator) -> TargetRelation {
    match (&left.target, &right.target) {
        (Some(l), Some(r)) if !left.is_of_other_figure(right) => {
            let [l_unit, r_unit] = left.units_beside(right);
            target_relation((l, l_unit.as_deref()), (r, r_unit.as_deref()))
        }
        _ => TargetRelation::NotComparable,
    }
}

/// How two targets of one time lie to each other. A figure against the number
/// convention is read the way the other program's figure speaks for; equal
/// figures under two units of one measure are equal (the slip is in the unit).
pub(crate) fn target_relation(
    (l, l_unit): (&Target, Option<&Unit>),
    (r, r_unit): (&Target, Option<&Unit>),
) -> TargetRelation {
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
    let one_measure = l_unit.zip(r_unit).is_some_and(|(l, r)| l.same_dimension(r));
    if one_measure && l.relation(None, r, None) == TargetRelation::Equal {
        TargetRelation::Equal
    } else {
        first
    }
}

#[cfg(test)]
mod tests;
