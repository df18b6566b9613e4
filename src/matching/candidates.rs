//! The pairs of texts that may be one task.

use super::features::Vocabulary;
use super::join::{Heavier, Index, Search};
use super::lexicon::Lexicon;
use super::pairs::Key;
use super::parallel::for_each;
use super::score::{Similarity, identity_factor};
use super::side::SideOf;
use super::tasks::TIE;
use crate::model::Side;

/// Two texts that may be one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The left text.
    pub(super) left: usize,
    /// The right text.
    pub(super) right: usize,
    /// How alike they are by their words.
    pub(super) alike: Similarity,
    /// The same, less what facts about names take, in thousandths.
    pub(super) score: u32,
}

/// What all searches between two sides read.
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    pub(super) left: &'a SideOf<'a>,
    pub(super) right: &'a SideOf<'a>,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lexicon: &'a Lexicon,
}

impl Between<'_> {
    /// How alike a left and a right text are.
    pub(super) fn candidate(&self, (left, right): Key) -> Candidate {
        let (l, r) = (&self.left.features[left], &self.right.features[right]);
        let shared = self.vocabulary.shared(l, r);
        self.judged((left, right), Similarity::new(shared, l.total(), r.total()))
    }

    /// The pairs of texts that score `least`, and for one of the two nearly as
    /// much as its best pair, or `surely` enough whatever else there is. Each
    /// once, by left, then right text.
    pub(super) fn candidates(
        &self,
        (left, right): (&Index<'_>, &Index<'_>),
        least: u32,
        surely: u32,
    ) -> Vec<Candidate> {
        let mut best = Best::new(self);
        let mut found = Vec::new();
        // A lesser pair counts only where one of its texts has nothing better:
        // the less is asked for, the fewer texts search or are searched.
        let mut open_below = u32::MAX;
        for share in [surely, u32::midpoint(surely, least), least] {
            let parted = |index: &Index<'_>, best: &[u32]| -> (Vec<usize>, Vec<usize>) {
                index.rows().partition(|&text| best[text] < open_below)
            };
            let (left_open, left_closed) = parted(left, &best.left);
            let (right_open, right_closed) = parted(right, &best.right);
            let few = |texts: &Vec<usize>, all| Index::new(texts.iter().copied(), all, self.vocabulary);
            let mut search = |lighter, texts: &[usize], others: &Index<'_>| {
                let more = self.search(lighter, texts, others, share, |pair, own| {
                    best.wanted(pair, own, lighter).min(surely).max(least)
                });
                best.take(&more);
                found.extend(more);
            };
            search(Side::Left, &left_open, right);
            search(Side::Right, &right_open, left);
            if !left_closed.is_empty() {
                search(Side::Left, &left_closed, &few(&right_open, &self.right.features));
            }
            if !right_closed.is_empty() {
                search(Side::Right, &right_closed, &few(&left_open, &self.left.features));
            }
            open_below = share + TIE;
        }
        found.retain(|pair| pair.score >= best.wanted((pair.left, pair.right), 0, Side::Left).min(surely));
        found.sort_unstable_by_key(|pair| (pair.left, pair.right));
        found.dedup_by_key(|pair| (pair.left, pair.right));
        found
    }

    /// Lets texts of one side search an index of the other for heavier texts
    /// that hold `share` of them, in thousandths (texts as heavy are found from
    /// the left). A pair is found if it scores the floor, which is told the
    /// pair and the best score of the searching text so far.
    pub(super) fn search(
        &self,
        lighter: Side,
        texts: &[usize],
        others: &Index<'_>,
        share: u32,
        floor: impl Fn(Key, u32) -> u32 + Sync,
    ) -> Vec<Candidate> {
        let heavier = match lighter {
            Side::Left => Heavier::OrEqual,
            Side::Right => Heavier::Only,
        };
        let found = for_each(texts.iter(), |&text, scratch| {
            let mut search = Searching {
                between: self,
                lighter,
                text,
                floor: &floor,
                best: 0,
                found: Vec::new(),
            };
            let own = (&self.side(lighter).features[text], share);
            others.search(own, heavier, self.vocabulary, scratch, &mut search);
            search.found
        });
        found.into_iter().flatten().collect()
    }

    /// One side.
    pub(super) fn side(&self, side: Side) -> &SideOf<'_> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    fn judged(&self, (left, right): Key, alike: Similarity) -> Candidate {
        let (l, r) = (&self.left.texts.words[left], &self.right.texts.words[right]);
        Candidate {
            left,
            right,
            alike,
            score: alike.score() * identity_factor(l, r, self.lexicon) / 1000,
        }
    }
}

/// The best score of each text so far.
struct Best {
    left: Vec<u32>,
    right: Vec<u32>,
}

impl Best {
    fn new(between: &Between<'_>) -> Self {
        Self {
            left: vec![0; between.left.texts.len()],
            right: vec![0; between.right.texts.len()],
        }
    }

    fn take(&mut self, found: &[Candidate]) {
        for pair in found {
            let (left, right) = (&mut self.left[pair.left], &mut self.right[pair.right]);
            *left = pair.score.max(*left);
            *right = pair.score.max(*right);
        }
    }

    /// What a pair must score to be nearly the best of one of its texts, `own`
    /// being the best score of the one that searches.
    fn wanted(&self, (left, right): Key, own: u32, lighter: Side) -> u32 {
        let (left, right) = match lighter {
            Side::Left => (self.left[left].max(own), self.right[right]),
            Side::Right => (self.left[left], self.right[right].max(own)),
        };
        left.min(right).saturating_sub(TIE)
    }
}

/// The search of one text for its partners.
struct Searching<'a, F> {
    between: &'a Between<'a>,
    lighter: Side,
    text: usize,
    floor: &'a F,
    best: u32,
    found: Vec<Candidate>,
}

impl<F> Searching<'_, F> {
    fn key(&self, other: usize) -> Key {
        match self.lighter {
            Side::Left => (self.text, other),
            Side::Right => (other, self.text),
        }
    }
}

impl<F: Fn(Key, u32) -> u32> Search for Searching<'_, F> {
    fn is_promising(&self, other: usize, most: Similarity) -> bool {
        most.score() >= (self.floor)(self.key(other), self.best)
    }

    fn find(&mut self, other: usize, alike: Similarity) {
        let alike = match self.lighter {
            Side::Left => alike,
            Side::Right => alike.mirrored(),
        };
        let pair = self.between.judged(self.key(other), alike);
        if pair.score >= (self.floor)(self.key(other), self.best) {
            self.best = self.best.max(pair.score);
            self.found.push(pair);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Program;
    use crate::{hanoi, read};

    /// Runs a test on all that is known between two programs.
    fn between<T>(left: &Program, right: &Program, test: impl FnOnce(&Between<'_>) -> T) -> T {
        let mut lexicon = Lexicon::default();
        let sides = SideOf::both(left, right, &mut lexicon);
        test(&Between {
            left: &sides.left,
            right: &sides.right,
            vocabulary: &sides.vocabulary,
            lexicon: &lexicon,
        })
    }

    /// What [`Between::candidates`] promises, by a look at every pair.
    fn by_force(between: &Between<'_>, least: u32, surely: u32) -> Vec<Candidate> {
        let (lefts, rights) = (between.left.texts.len(), between.right.texts.len());
        let keys = (0..lefts).flat_map(|left| (0..rights).map(move |right| (left, right)));
        let all: Vec<Candidate> = keys
            .map(|key| between.candidate(key))
            .filter(|pair| pair.score >= least)
            .collect();
        let (mut left_best, mut right_best) = (vec![0; lefts], vec![0; rights]);
        for pair in &all {
            left_best[pair.left] = pair.score.max(left_best[pair.left]);
            right_best[pair.right] = pair.score.max(right_best[pair.right]);
        }
        let is_wanted = |pair: &&Candidate| {
            let nearly_best = pair.score + TIE >= left_best[pair.left].min(right_best[pair.right]);
            nearly_best || pair.score >= surely
        };
        all.iter().filter(is_wanted).copied().collect()
    }

    fn assert_nothing_is_lost(left: &Program, right: &Program) {
        between(left, right, |between| {
            let left = Index::of_all(&between.left.features, between.vocabulary);
            let right = Index::of_all(&between.right.features, between.vocabulary);
            for (least, surely) in [(300, 750), (150, 300), (700, 1000), (1, 1)] {
                let found = between.candidates((&left, &right), least, surely);
                assert_eq!(found, by_force(between, least, surely), "{least} {surely}");
            }
        });
    }

    #[test]
    fn no_pair_of_the_two_programs_is_lost() {
        assert_nothing_is_lost(&hanoi::party(), &hanoi::ubnd());
    }

    #[test]
    fn no_pair_of_random_programs_is_lost() {
        let mut state = 7_u32;
        let mut random = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize % below
        };
        // Few words, so that texts share many, some spelled with other tones.
        let words = [
            "cầu",
            "câu",
            "hồ",
            "ho",
            "đường",
            "tây",
            "bến",
            "xe",
            "chợ",
            "sông",
            "đê",
            "nhà",
            "vành đai 3",
        ];
        let mut program = || {
            let row = |number| {
                let text: Vec<&str> = (0..=random(9)).map(|_| words[random(words.len())]).collect();
                format!("{number}\t{}\tSở Xây dựng\n", text.join(" "))
            };
            let rows: String = (1..60).map(row).collect();
            read(&format!("PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\n{rows}")).unwrap()
        };
        for _ in 0..5 {
            assert_nothing_is_lost(&program(), &program());
        }
    }
}
