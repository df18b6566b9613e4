//! Which rows have a feature, so that only rows that share one are compared.

use super::features::{Features, Vocabulary};

/// The rows of one side by their features.
pub(crate) struct Index {
    /// The rows of one feature after another.
    rows: Vec<u32>,
    /// Where the rows of each feature start and end.
    places: Vec<(usize, usize)>,
    totals: Vec<u32>,
}

impl Index {
    /// An index without rows, with room for all texts of the vocabulary.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut room = 0;
        let places = vocabulary.counts().iter().map(|&count| {
            let start = room;
            // What only one text has is never shared.
            room += if count > 1 { count as usize } else { 0 };
            (start, start)
        });
        let places = places.collect();
        Self {
            rows: vec![0; room],
            places,
            totals: Vec::new(),
        }
    }

    /// Adds a row behind the others.
    pub(crate) fn add(&mut self, features: &Features, vocabulary: &Vocabulary) {
        let row = u32::try_from(self.totals.len()).unwrap_or(u32::MAX);
        for &id in features.ids() {
            if vocabulary.counts()[id as usize] > 1 {
                let (_, end) = &mut self.places[id as usize];
                self.rows[*end] = row;
                *end += 1;
            }
        }
        self.totals.push(vocabulary.total(features));
    }

    /// What a text shares with each row, as weight.
    pub(crate) fn shared(&self, features: &Features, vocabulary: &Vocabulary) -> Vec<u32> {
        let mut shared = vec![0; self.totals.len()];
        for &id in features.ids() {
            let weight = vocabulary.weight(id);
            let (start, end) = self.places[id as usize];
            for &row in &self.rows[start..end] {
                shared[row as usize] += weight;
            }
        }
        shared
    }

    /// What all features of a row weigh.
    pub(crate) fn total(&self, row: usize) -> u32 {
        self.totals[row]
    }
}
