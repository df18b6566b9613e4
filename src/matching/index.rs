//! Which rows have a feature, so that only rows that share one are compared.

use super::features::{Features, Vocabulary};

/// The rows of one side by their features.
pub(crate) struct Index {
    rows: Vec<Vec<u32>>,
    totals: Vec<u32>,
}

impl Index {
    pub(crate) fn new(features: &[Features], vocabulary: &Vocabulary) -> Self {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        for (row, features) in (0..).zip(features) {
            for &id in features.ids() {
                rows[id as usize].push(row);
            }
        }
        Self {
            rows,
            totals: features.iter().map(|features| vocabulary.total(features)).collect(),
        }
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
