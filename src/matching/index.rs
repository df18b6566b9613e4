//! Which rows have a feature, so that only rows that share one are compared.

use super::features::{Features, Vocabulary};

/// The rows of one side by their features.
pub(crate) struct Index {
    rows: Vec<Vec<u32>>,
    totals: Vec<u32>,
}

impl Index {
    /// An index without rows.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        Self {
            rows: vec![Vec::new(); vocabulary.len()],
            totals: Vec::new(),
        }
    }

    /// Adds a row behind the others.
    pub(crate) fn add(&mut self, features: &Features, vocabulary: &Vocabulary) {
        let row = u32::try_from(self.totals.len()).unwrap_or(u32::MAX);
        for &id in features.ids().iter().filter(|&&id| vocabulary.is_common(id)) {
            self.rows[id as usize].push(row);
        }
        self.totals.push(vocabulary.total(features));
    }

    /// What a text shares with each row, as weight.
    pub(crate) fn shared(&self, features: &Features, vocabulary: &Vocabulary) -> Vec<u32> {
        let mut shared = vec![0; self.totals.len()];
        for &id in features.ids() {
            let weight = vocabulary.weight(id);
            for &row in &self.rows[id as usize] {
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
