//! Exact set-similarity join: the rows that may hold enough of a text, without
//! a look at all others.
//!
//! The filters are those of `AllPairs` (Bayardo, Ma, Srikant 2007) and `PPJoin`
//! (Xiao, Wang, Lin, Yu 2008), for weighted features. Of two texts the lighter
//! one searches. What it must share with the heavier one is a part of its own
//! weight; so once what is left of its features weighs less than that part,
//! no row can be found that was not met before (prefix filter). Features go
//! from rare to common, so most rows are never met. Lighter rows are passed
//! over (length filter), and a row that was met is weighed only if what it may
//! still share could be enough (position filter). To weigh few, rows that were
//! met are followed through some more features than the search needs.

use std::cmp::Reverse;

use super::features::{Features, Vocabulary};
use super::postings::{Cursors, Postings};
use super::score::Similarity;

/// So many rows are read in a list before one is weighed instead: a row that is
/// weighed is looked up elsewhere in memory.
const FOLLOWED: usize = 8;

/// The rows of one side by their features, light ones first.
pub(super) struct Index<'a> {
    /// All features, by row.
    features: &'a [Features],
    /// The rows, by rank: from light to heavy.
    rows: Vec<u32>,
    /// The weight of each rank.
    totals: Vec<u32>,
    /// The ranks that have each feature.
    postings: Postings,
}

/// What a search is after, and what it found.
pub(super) trait Search {
    /// Whether a row is of interest that is at most so alike. The text that
    /// searches is the left one.
    fn is_promising(&self, row: usize, most: Similarity) -> bool;

    /// Takes a row and how alike it is.
    fn find(&mut self, row: usize, alike: Similarity);
}

/// Which rows a text searches.
#[derive(Debug, Clone, Copy)]
pub(super) enum Heavier {
    /// The heavier ones, and those as heavy.
    OrEqual,
    /// The heavier ones.
    Only,
    /// Those behind a rank: the text is a row of the index, and has this rank.
    BehindRank(usize),
}

/// Room for searches of one index, used again by the next one.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Where the first rank of interest stands.
    cursors: Cursors,
    /// What each rank shares, as far as is known.
    shared: Vec<u32>,
    /// The ranks met.
    met: Vec<u32>,
    /// What each feature weighs that the text has and that was not read yet.
    own: Vec<u32>,
    /// The ranks to be weighed, by what they are known to share.
    open: Vec<(Reverse<u32>, u32)>,
}

impl<'a> Index<'a> {
    /// An index of all rows.
    pub(super) fn of_all(features: &'a [Features], vocabulary: &Vocabulary) -> Self {
        Self::new(0..features.len(), features, vocabulary)
    }

    /// An index of some rows, given with the features of all.
    pub(super) fn new(rows: impl Iterator<Item = usize>, features: &'a [Features], vocabulary: &Vocabulary) -> Self {
        let mut rows: Vec<u32> = rows.map(|row| u32::try_from(row).unwrap_or(u32::MAX)).collect();
        rows.sort_by_key(|&row| features[row as usize].total());
        let lists = rows.iter().map(|&row| features[row as usize].ids());
        let postings = Postings::of(lists, vocabulary.len());
        let totals = rows.iter().map(|&row| features[row as usize].total()).collect();
        Self {
            features,
            rows,
            totals,
            postings,
        }
    }

    /// The rows, light ones first: in the order of their ranks.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = usize> {
        self.rows.iter().map(|&row| row as usize)
    }

    /// Searches the rows that hold at least `share` of a text, in thousandths.
    ///
    /// Every such row is found that is promising as alike as it is. Texts that
    /// use the same room should come in the order of their weights.
    pub(super) fn search(
        &self,
        (text, share): (&Features, u32),
        rows: Heavier,
        vocabulary: &Vocabulary,
        scratch: &mut Scratch,
        search: &mut impl Search,
    ) {
        let total = text.total();
        let first = match rows {
            Heavier::OrEqual => self.totals.partition_point(|&other| other < total),
            Heavier::Only => self.totals.partition_point(|&other| other <= total),
            Heavier::BehindRank(rank) => rank + 1,
        };
        scratch.shared.resize(self.rows.len(), 0);
        scratch.cursors.go(first, &self.postings);
        let mut left = text.shared_total();
        let mut unread = text.ids();
        let mut followed = 0;
        while let Some((&id, behind)) = unread.split_first() {
            let weight = vocabulary.weight(id);
            let ranks = self.postings.from(id, &mut scratch.cursors);
            if holds(left, total, share) {
                scratch.meet(ranks, weight);
            } else {
                if followed >= scratch.met.len() {
                    scratch.keep_met(|known| holds(known + left, total, share));
                    followed = 0;
                }
                if ranks.len() > FOLLOWED * scratch.met.len() {
                    break;
                }
                scratch.follow(ranks, weight);
                followed += ranks.len();
            }
            left -= weight;
            unread = behind;
        }
        // Features have one order in all texts: what was read stands before this one.
        let next = unread.first().copied().unwrap_or(u32::MAX);
        let most = |known: u32| (known + left).min(total);
        for rank in scratch.met.drain(..) {
            let known = std::mem::take(&mut scratch.shared[rank as usize]);
            if holds(most(known), total, share) {
                scratch.open.push((Reverse(known), rank));
            }
        }
        if scratch.open.is_empty() {
            return;
        }
        scratch.own.resize(vocabulary.len(), 0);
        for &id in unread {
            scratch.own[id as usize] = vocabulary.weight(id);
        }
        // The nearest first, so that what they are is known when lesser ones are looked at.
        scratch.open.sort_unstable();
        for (Reverse(known), rank) in scratch.open.drain(..) {
            let (row, other) = (self.rows[rank as usize] as usize, self.totals[rank as usize]);
            if !search.is_promising(row, Similarity::new(most(known), total, other)) {
                continue;
            }
            let theirs = self.features[row].ids().iter().rev();
            let unread = theirs.take_while(|&&id| id >= next);
            let shared = known + unread.map(|&id| scratch.own[id as usize]).sum::<u32>();
            let alike = Similarity::new(shared, total, other);
            if holds(shared, total, share) && search.is_promising(row, alike) {
                search.find(row, alike);
            }
        }
        for &id in unread {
            scratch.own[id as usize] = 0;
        }
    }
}

impl Scratch {
    /// Adds a feature to what the ranks that have it share.
    fn meet(&mut self, ranks: &[u32], weight: u32) {
        for &rank in ranks {
            let shared = &mut self.shared[rank as usize];
            if *shared == 0 {
                self.met.push(rank);
            }
            *shared += weight;
        }
    }

    /// Forgets the ranks met that share too little so far.
    fn keep_met(&mut self, is_enough: impl Fn(u32) -> bool) {
        let shared = &mut self.shared;
        self.met.retain(|&rank| {
            let known = &mut shared[rank as usize];
            let keeps = is_enough(*known);
            if !keeps {
                *known = 0;
            }
            keeps
        });
    }

    /// Adds a feature to what the ranks share that were met and not forgotten.
    fn follow(&mut self, ranks: &[u32], weight: u32) {
        for &rank in ranks {
            let shared = &mut self.shared[rank as usize];
            *shared += if *shared == 0 { 0 } else { weight };
        }
    }
}

/// Whether a part is so much of a whole, in thousandths.
fn holds(part: u32, whole: u32, share: u32) -> bool {
    u64::from(part) * 1000 >= u64::from(whole) * u64::from(share)
}
