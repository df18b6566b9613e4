//! Rows of one program that are the same task.

use super::features::{Features, Vocabulary};
use super::index::Index;
use super::score::{Similarity, labels_differ};
use crate::model::Task;

/// So alike, in thousandths, two rows of one program are taken for one task.
const ALIKE: u32 = 900;
/// Or one of them is held by the other so fully …
const HELD: u32 = 970;
/// … and they are so alike.
const ALIKE_WHEN_HELD: u32 = 550;
/// Rows with fewer naming words are too short to tell.
const LEAST_WORDS: usize = 4;

/// Two rows of one program that are the same task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Duplicate {
    /// The first row.
    pub(crate) first: usize,
    /// The second row.
    pub(crate) second: usize,
    /// Whether their texts name the same words in the same order.
    pub(crate) exact: bool,
}

/// All pairs of rows that are the same task, in document order, and the index
/// of the rows.
pub(crate) fn duplicates(
    tasks: &[Task],
    words: &[Vec<String>],
    features: &[Features],
    vocabulary: &Vocabulary,
) -> (Vec<Duplicate>, Index) {
    let mut index = Index::new(vocabulary);
    let mut found = Vec::new();
    for second in 0..tasks.len() {
        let total = vocabulary.total(&features[second]);
        for (first, shared) in index.shared(&features[second], vocabulary).into_iter().enumerate() {
            let (one, other) = (&words[first], &words[second]);
            let alike = Similarity::new(shared, index.total(first), total);
            let held = alike.left_held.max(alike.right_held);
            let near = alike.dice >= ALIKE || (held >= HELD && alike.dice >= ALIKE_WHEN_HELD);
            let long = one.len().min(other.len()) >= LEAST_WORDS;
            if near && long && !related(&tasks[first], &tasks[second]) && !labels_differ(one, other) {
                found.push(Duplicate {
                    first,
                    second,
                    exact: one == other,
                });
            }
        }
        index.add(&features[second], vocabulary);
    }
    found.sort_unstable_by_key(|pair| (pair.first, pair.second));
    (found, index)
}

/// Whether one row stands under the other.
fn related(one: &Task, other: &Task) -> bool {
    one.parent.as_ref() == Some(&other.id) || other.parent.as_ref() == Some(&one.id)
}
