//! The pairs kept so far, found by either row.

use std::collections::{BTreeMap, BTreeSet};

use super::TaskMatch;

/// The places of the left and the right row.
pub(super) type Key = (usize, usize);

/// The pairs kept so far.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pairs: BTreeMap<Key, TaskMatch>,
    /// The same, right row first.
    mirrored: BTreeSet<Key>,
}

impl Pairs {
    /// Keeps a pair.
    pub(super) fn insert(&mut self, key: Key, pair: TaskMatch) {
        self.mirrored.insert((key.1, key.0));
        self.pairs.insert(key, pair);
    }

    /// Drops a pair.
    pub(super) fn remove(&mut self, key: Key) {
        self.mirrored.remove(&(key.1, key.0));
        self.pairs.remove(&key);
    }

    /// All pairs, by left row, then right row.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &TaskMatch)> {
        self.pairs.iter().map(|(&key, pair)| (key, pair))
    }

    /// The pairs of a left row, by right row.
    pub(super) fn of_left(&self, row: usize) -> impl Iterator<Item = (Key, &TaskMatch)> {
        self.pairs.range((row, 0)..(row + 1, 0)).map(|(&key, pair)| (key, pair))
    }

    /// The pairs of a right row, by left row.
    pub(super) fn of_right(&self, row: usize) -> impl Iterator<Item = (Key, &TaskMatch)> {
        let keys = self
            .mirrored
            .range((row, 0)..(row + 1, 0))
            .map(|&(right, left)| (left, right));
        keys.filter_map(|key| Some((key, self.pairs.get(&key)?)))
    }

    /// Whether a left row has a pair.
    pub(super) fn has_left(&self, row: usize) -> bool {
        self.of_left(row).next().is_some()
    }

    /// Whether a right row has a pair.
    pub(super) fn has_right(&self, row: usize) -> bool {
        self.of_right(row).next().is_some()
    }

    /// The pairs, by left row, then right row.
    pub(super) fn into_matches(self) -> Vec<TaskMatch> {
        self.pairs.into_values().collect()
    }
}
