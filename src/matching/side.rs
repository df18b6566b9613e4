//! What is known of the tasks of one side before matching.

use rustc_hash::FxHashMap;

use super::features::{Features, Vocabulary};
use super::leads::{LeadRelation, compare_leads};
use super::lexicon::{Lexicon, WordId};
use super::misread::amend;
use super::pairs::Key;
use super::texts::Texts;
use super::{Relation, TaskMatch};
use crate::model::{Deadline, DeadlineOrder, Program, RowId, Task};

/// The tasks of one side, their texts and how they stand to each other.
pub(super) struct SideOf<'a> {
    pub(super) program: &'a Program,
    pub(super) tasks: &'a [Task],
    pub(super) texts: Texts,
    /// The features of each text.
    pub(super) features: Vec<Features>,
    /// The sub-rows of each row.
    pub(super) children: Vec<Vec<usize>>,
}

/// Both sides and the features of their texts.
pub(super) struct Sides<'a> {
    pub(super) left: SideOf<'a>,
    pub(super) right: SideOf<'a>,
    pub(super) vocabulary: Vocabulary,
}

impl<'a> SideOf<'a> {
    /// The tasks of two programs; their words are entered into the lexicon.
    pub(super) fn both(left: &'a Program, right: &'a Program, lexicon: &mut Lexicon) -> Sides<'a> {
        let mut texts =
            |program: &Program| Texts::read(program.tasks.iter().map(|task| task.text.text.as_str()), lexicon);
        let (mut left_texts, mut right_texts) = (texts(left), texts(right));
        amend(&mut left_texts, &mut right_texts, lexicon);
        let (vocabulary, mut features) = Vocabulary::new(left_texts.counted().chain(right_texts.counted()), lexicon);
        let right_features = features.split_off(left_texts.len());
        Sides {
            left: Self::new(left, left_texts, features),
            right: Self::new(right, right_texts, right_features),
            vocabulary,
        }
    }

    fn new(program: &'a Program, texts: Texts, features: Vec<Features>) -> Self {
        let tasks = program.tasks.as_slice();
        let mut children = vec![Vec::new(); tasks.len()];
        let mut places: FxHashMap<&RowId, usize> = FxHashMap::default();
        for (row, task) in tasks.iter().enumerate() {
            if let Some(&parent) = task.parent.as_ref().and_then(|parent| places.get(parent)) {
                children[parent].push(row);
            }
            places.insert(&task.id, row);
        }
        Self {
            program,
            tasks,
            texts,
            features,
            children,
        }
    }

    /// The naming words of a row.
    pub(super) fn words(&self, row: usize) -> &Vec<WordId> {
        &self.texts.words[self.texts.of_row[row]]
    }

    /// The features of a row.
    pub(super) fn features(&self, row: usize) -> &Features {
        &self.features[self.texts.of_row[row]]
    }

    /// Whether a row has sub-rows.
    pub(super) fn gathers(&self, row: usize) -> bool {
        !self.children[row].is_empty()
    }

    /// Whether one row stands under the other.
    pub(super) fn are_related(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.tasks[one], &self.tasks[other]);
        one.parent.as_ref() == Some(&other.id) || other.parent.as_ref() == Some(&one.id)
    }
}

/// How the deadlines and the bodies in charge of two rows compare.
pub(super) fn facts_of(left: &SideOf<'_>, right: &SideOf<'_>, (l, r): Key) -> (DeadlineOrder, LeadRelation) {
    let (l, r) = (&left.tasks[l], &right.tasks[r]);
    let deadlines = Deadline::compare(l.due.as_ref(), r.due.as_ref());
    (deadlines, compare_leads((l, left.program), (r, right.program)))
}

/// A pair that follows from the pairs of other rows.
pub(super) fn pair_of(left: &SideOf<'_>, right: &SideOf<'_>, key: Key, relation: Relation, score: u16) -> TaskMatch {
    let (deadlines, leads) = facts_of(left, right, key);
    TaskMatch {
        left: left.tasks[key.0].id.clone(),
        right: right.tasks[key.1].id.clone(),
        relation,
        score,
        through_parent: true,
        deadlines,
        leads,
    }
}
