//! What a text is known by: its words and word pairs, rare ones weighing more.

use std::cmp::Ordering;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lexicon::{Lexicon, WordId};

/// A word pair says more than its words: Vietnamese words are mostly pairs of syllables.
const PAIR: f64 = 50.0;
/// A word alone.
const WORD: f64 = 30.0;
/// What a toneless feature weighs beside the exact one: it supports a match
/// where recognition (OCR) damaged the diacritics, it does not make one.
const TONELESS: f64 = 0.4;

/// What a text is known by.
#[derive(Debug, Clone, Default)]
pub(super) struct Features {
    ids: Vec<u32>,
    total: u32,
    shared_total: u32,
}

impl Features {
    /// The features that other texts have as well, each once, rare ones first.
    pub(super) fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// The features two texts share.
    pub(super) fn shared_with(&self, other: &Self) -> Vec<u32> {
        let is_shared = |id: &&u32| other.ids.binary_search(id).is_ok();
        self.ids.iter().filter(is_shared).copied().collect()
    }

    /// What all features weigh, those of this text only as well.
    pub(super) fn total(&self) -> u32 {
        self.total
    }

    /// What the features weigh that other texts have as well.
    pub(super) fn shared_total(&self) -> u32 {
        self.shared_total
    }
}

/// All features of a set of texts and what they weigh.
///
/// The features that several rows have are numbered from rare to common; one of
/// a single row weighs in its total and stands in no list.
#[derive(Debug)]
pub(super) struct Vocabulary {
    census: Census,
    /// The number of each feature of the census; [`NONE`] of one that a single
    /// row has, and of a toneless one with a single spelling, which speaks for both.
    numbers: Vec<u32>,
    /// What each feature of the census weighs in the total of a text.
    totals: Vec<u32>,
    /// What each feature weighs, by number.
    weights: Vec<u32>,
}

/// No feature.
const NONE: u32 = u32::MAX;

impl Vocabulary {
    /// The vocabulary of distinct texts, each with the count of rows that have
    /// it, and the features of each.
    pub(super) fn new<'a>(
        texts: impl Iterator<Item = (&'a [WordId], u32)> + Clone,
        lexicon: &Lexicon,
    ) -> (Self, Vec<Features>) {
        let words = texts.clone().map(|(text, _)| text.len()).sum();
        let mut census = Census::new(lexicon, words);
        let numbered = (0..).zip(texts.clone());
        let mut found: Vec<Vec<u32>> = numbered
            .map(|(number, (text, rows))| census.take(text, rows, number))
            .collect();
        for ((number, (_, rows)), found) in (0..).zip(texts).zip(&mut found) {
            census.take_bare(found, rows, number);
        }
        let vocabulary = Self::of(census);
        let features = found.into_iter().map(|found| vocabulary.weighed(found)).collect();
        (vocabulary, features)
    }

    fn of(census: Census) -> Self {
        let found = &census.found;
        let weights = weights(found.iter().map(|found| found.rows).max().unwrap_or(0), census.rows);
        let total = |own: &Found| {
            if own.is_spoken_for() {
                return 0;
            }
            let weights = weights[own.rows as usize];
            let bare = &found[own.bare as usize];
            let for_bare = bare.is_spoken_for().then(|| weights[bare.kind as usize]);
            weights[own.kind as usize] + for_bare.unwrap_or(0)
        };
        let totals: Vec<u32> = found.iter().map(total).collect();
        let ids = (0..).zip(found);
        let shared = ids.filter(|(_, found)| found.rows > 1 && !found.is_spoken_for());
        let mut shared: Vec<u32> = shared.map(|(id, _)| id).collect();
        shared.sort_by_key(|&id| found[id as usize].rows);
        let mut numbers = vec![NONE; found.len()];
        for (&id, number) in shared.iter().zip(0..) {
            numbers[id as usize] = number;
        }
        Self {
            weights: shared.iter().map(|&id| totals[id as usize]).collect(),
            totals,
            numbers,
            census,
        }
    }

    /// The features of a further text; those no text of the vocabulary has are left out.
    pub(super) fn features(&self, text: &[WordId]) -> Features {
        let census = &self.census;
        let words = text.iter().filter_map(|&word| census.words.get(word as usize).copied());
        let pairs = text
            .windows(2)
            .filter_map(|pair| census.pairs.get(&key(pair[0], pair[1])).copied());
        let exact: Vec<u32> = words.chain(pairs).filter(|&exact| exact != NONE).collect();
        let mut found: Vec<u32> = exact
            .iter()
            .flat_map(|&id| [id, census.found[id as usize].bare])
            .collect();
        found.sort_unstable();
        found.dedup();
        self.weighed(found)
    }

    /// How many features there are; their numbers are those below.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// What a feature weighs.
    pub(super) fn weight(&self, id: u32) -> u32 {
        self.weights[id as usize]
    }

    /// What the features two texts share weigh.
    pub(super) fn shared(&self, left: &Features, right: &Features) -> u32 {
        let (mut left, mut right) = (left.ids(), right.ids());
        let mut sum = 0;
        while let (Some((l, after_l)), Some((r, after_r))) = (left.split_first(), right.split_first()) {
            match l.cmp(r) {
                Ordering::Less => left = after_l,
                Ordering::Greater => right = after_r,
                Ordering::Equal => {
                    sum += self.weight(*l);
                    (left, right) = (after_l, after_r);
                }
            }
        }
        sum
    }

    /// Features of the census, each once, numbered and weighed.
    fn weighed(&self, mut found: Vec<u32>) -> Features {
        let (mut total, mut shared_total) = (0, 0);
        found.retain_mut(|id| {
            let weight = self.totals[*id as usize];
            *id = self.numbers[*id as usize];
            let is_shared = *id != NONE;
            total += weight;
            shared_total += if is_shared { weight } else { 0 };
            is_shared
        });
        found.sort_unstable();
        Features {
            ids: found,
            total,
            shared_total,
        }
    }
}

/// Counts how many rows have each feature.
#[derive(Debug)]
struct Census {
    /// The feature of each word.
    words: Vec<u32>,
    /// The feature of each word in bare letters.
    bare_words: Vec<u32>,
    pairs: FxHashMap<u64, u32>,
    bare_pairs: FxHashMap<u64, u32>,
    /// The words in bare letters.
    bare: Vec<WordId>,
    found: Vec<Found>,
    rows: u32,
}

/// A feature and how many rows have it.
#[derive(Debug, Clone, Copy)]
struct Found {
    kind: Kind,
    /// The same in bare letters; of a feature in bare letters, itself.
    bare: u32,
    rows: u32,
    /// The text that was counted last.
    last: u32,
    /// How many features it is the bare letters of.
    spellings: u32,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Word,
    Pair,
    BareWord,
    BarePair,
}

impl Census {
    /// With room for the features of texts that have so many words together.
    fn new(lexicon: &Lexicon, words: usize) -> Self {
        // Short programs have a new pair in every third word; long ones repeat themselves.
        let pairs = || FxHashMap::with_capacity_and_hasher((words / 3).min(1 << 15), FxBuildHasher);
        Self {
            words: vec![NONE; lexicon.len()],
            bare_words: vec![NONE; lexicon.len()],
            pairs: pairs(),
            bare_pairs: pairs(),
            bare: lexicon.bare().collect(),
            found: Vec::with_capacity(words),
            rows: 0,
        }
    }

    /// The features of a text as it is spelled, each once.
    fn take(&mut self, text: &[WordId], rows: u32, number: u32) -> Vec<u32> {
        self.rows += rows;
        // With room for those in bare letters.
        let mut ids = Vec::with_capacity(text.len() * 4);
        let mut count = |census: &mut Self, id: u32| {
            if census.found[id as usize].counts_in(number, rows) {
                ids.push(id);
            }
        };
        for &word in text {
            let id = self.word(word);
            count(self, id);
        }
        for pair in text.windows(2) {
            let id = self.pair(pair[0], pair[1]);
            count(self, id);
        }
        ids
    }

    /// Adds to the features of a text those in bare letters that say more. All
    /// texts must have been taken: only then are their spellings known.
    fn take_bare(&mut self, ids: &mut Vec<u32>, rows: u32, number: u32) {
        for at in 0..ids.len() {
            let bare = self.found[ids[at] as usize].bare;
            let found = &mut self.found[bare as usize];
            if !found.is_spoken_for() && found.counts_in(number, rows) {
                ids.push(bare);
            }
        }
    }

    fn word(&mut self, word: WordId) -> u32 {
        if self.words[word as usize] == NONE {
            let bare = &mut self.bare_words[self.bare[word as usize] as usize];
            if *bare == NONE {
                *bare = enter(&mut self.found, Kind::BareWord, None);
            }
            self.words[word as usize] = enter(&mut self.found, Kind::Word, Some(*bare));
        }
        self.words[word as usize]
    }

    fn pair(&mut self, first: WordId, second: WordId) -> u32 {
        let found = &mut self.found;
        *self.pairs.entry(key(first, second)).or_insert_with(|| {
            let bare = key(self.bare[first as usize], self.bare[second as usize]);
            let bare = self.bare_pairs.entry(bare);
            let bare = *bare.or_insert_with(|| enter(found, Kind::BarePair, None));
            enter(found, Kind::Pair, Some(bare))
        })
    }
}

fn key(first: WordId, second: WordId) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Adds a feature, and to the spellings of its bare letters.
fn enter(found: &mut Vec<Found>, kind: Kind, bare: Option<u32>) -> u32 {
    let id = u32::try_from(found.len()).unwrap_or(NONE);
    if let Some(bare) = bare {
        found[bare as usize].spellings += 1;
    }
    found.push(Found {
        kind,
        bare: bare.unwrap_or(id),
        rows: 0,
        last: NONE,
        spellings: 0,
    });
    id
}

impl Found {
    /// Counts the rows of a text, unless it was counted already.
    fn counts_in(&mut self, text: u32, rows: u32) -> bool {
        let is_new = self.last != text;
        if is_new {
            self.last = text;
            self.rows += rows;
        }
        is_new
    }

    /// Whether it is the bare letters of one feature only, and so says no more than that.
    fn is_spoken_for(&self) -> bool {
        self.spellings == 1
    }
}

/// What a feature of each [`Kind`] weighs that 0, 1, 2 … `most` of the rows
/// have: inverse document frequency. Whole numbers, so that sums do not depend
/// on their order.
fn weights(most: u32, rows: u32) -> Vec<[u32; 4]> {
    let shares = [WORD, PAIR, WORD * TONELESS, PAIR * TONELESS];
    let of = |count: u32| {
        let rarity = (1.0 + f64::from(rows) / f64::from(count.max(1))).ln();
        // Below 2000: the logarithm of a count of rows stays under 40.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        shares.map(|share| (rarity * share).round() as u32)
    };
    (0..=most).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> (Lexicon, Vocabulary, Vec<Features>) {
        let mut lexicon = Lexicon::default();
        let texts: Vec<Vec<WordId>> = texts.iter().map(|text| lexicon.read(text)).collect();
        let (vocabulary, features) = Vocabulary::new(texts.iter().map(|text| (text.as_slice(), 1)), &lexicon);
        (lexicon, vocabulary, features)
    }

    #[test]
    fn what_every_row_has_still_weighs() {
        assert!(weights(3, 3)[3].iter().all(|&weight| weight > 0));
    }

    #[test]
    fn rare_features_weigh_more_and_shared_ones_are_summed() {
        let (lexicon, vocabulary, features) = of(&["cầu tứ liên", "cầu ngọc hồi", "cầu yếu"]);
        let weight = |text| vocabulary.features(&lexicon.look_up(text)).total();
        assert!(weight("tứ") > weight("cầu"));
        assert_eq!(vocabulary.shared(&features[0], &features[1]), weight("cầu"));
        assert_eq!(features[0].total(), weight("cầu tứ liên"));
        assert_eq!(weight("cầu lạ"), weight("cầu"));
    }

    #[test]
    fn bare_letters_support_what_is_spelled_otherwise() {
        let (_, vocabulary, features) = of(&["hồ tây", "hô tây", "sông lô", "cầu yếu"]);
        let [plain, slipped, other, _] = features.as_slice() else {
            panic!()
        };
        let shared = vocabulary.shared(plain, slipped);
        assert!(0 < shared && shared < plain.total());
        assert_eq!(vocabulary.shared(plain, other), 0);
        let (_, vocabulary, same) = of(&["hồ tây", "hồ tây", "sông lô", "cầu yếu"]);
        assert!(vocabulary.shared(&same[0], &same[1]) > shared);
    }

    #[test]
    fn a_feature_counts_once_in_a_text() {
        let (_, vocabulary, features) = of(&["cầu cầu", "cầu", "hồ"]);
        assert_eq!(vocabulary.shared(&features[0], &features[1]), features[1].total());
    }

    #[test]
    fn pairs_say_more_than_words_and_bare_letters_less_than_spellings() {
        for [word, pair, bare_word, bare_pair] in weights(3, 9) {
            assert!(word < pair && bare_word < word && bare_pair < pair);
        }
    }

    #[test]
    fn bare_letters_weigh_beside_each_spelling() {
        let total = |other| {
            let (lexicon, vocabulary, _) = of(&["hồ", other, "xe"]);
            vocabulary.features(&lexicon.look_up("hồ")).total()
        };
        let weights = weights(2, 3);
        assert_eq!(total("hồ"), weights[2][0] + weights[2][2]);
        assert_eq!(total("hô"), weights[1][0] + weights[2][2]);
    }
}
