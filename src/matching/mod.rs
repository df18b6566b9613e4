//! Which task or indicator is which (đối sánh).

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{DeadlineOrder, Program, RowId, Side, TargetRelation};

mod acronyms;
mod assignment;
mod candidates;
mod duplicates;
mod family;
mod features;
mod fillers;
mod indicators;
mod join;
mod leads;
mod lexicon;
mod misread;
mod naming;
mod nearest;
mod opposites;
mod pairs;
mod parallel;
mod postings;
mod relation;
mod score;
mod second_look;
mod series;
mod side;
mod tasks;
mod texts;
mod ties;
mod told_apart;

pub(crate) use indicators::target_relation;
pub use leads::LeadRelation;
pub(crate) use leads::{in_charge, is_own_division, is_same, named, particular};
pub(crate) use lexicon::{Lexicon, UNKNOWN, WordId};
pub(crate) use naming::{GRADED, LABELLED, is_parted, naming_words, opens_tasks};
pub(crate) use opposites::OPPOSITES;

/// How the things two rows ask for lie to each other; complete, as two sets
/// that meet can lie in no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The same task.
    Same,
    /// The left row is a part of the right one.
    LeftPartOfRight,
    /// The right row is a part of the left one.
    RightPartOfLeft,
    /// They share a part.
    Overlap,
}

impl fmt::Display for Relation {
    /// As in JSON: `left-part-of-right`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// Two task rows that are one, or partly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TaskMatch {
    /// The row of the left program.
    pub left: RowId,
    /// The row of the right program.
    pub right: RowId,
    /// How they lie to each other.
    pub relation: Relation,
    /// How alike their texts are, 0 to 1000.
    pub score: u16,
    /// Whether the pair follows from the pair of the parent row, not from the texts.
    pub through_parent: bool,
    /// How their deadlines compare, by when the work must be finished.
    pub deadlines: DeadlineOrder,
    /// How the bodies in charge compare.
    pub leads: LeadRelation,
}

/// Two indicator rows that are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IndicatorMatch {
    /// The row of the left program.
    pub left: RowId,
    /// The row of the right program.
    pub right: RowId,
    /// How their targets lie to each other.
    pub targets: TargetRelation,
    /// How alike their names are, 0 to 1000.
    pub score: u16,
}

/// Rows that several rows fit equally well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tie {
    /// The row, and which program it is in.
    pub row: RowId,
    /// The program it is in.
    pub side: Side,
    /// The rows that fit, best first.
    pub candidates: Vec<(RowId, u16)>,
}

/// Two rows of one program that are the same task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Duplicate {
    /// The program they are in.
    pub side: Side,
    /// The first row.
    pub first: RowId,
    /// The second row.
    pub second: RowId,
    /// Whether their texts name the same words in the same order.
    pub exact: bool,
}

/// All pairs, ties and duplicates, in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Matches {
    /// Pairs of tasks.
    pub tasks: Vec<TaskMatch>,
    /// Pairs of indicators.
    pub indicators: Vec<IndicatorMatch>,
    /// Rows that several rows fit equally well, tasks first.
    pub ties: Vec<Tie>,
    /// Tasks that one program has twice, left first.
    pub duplicates: Vec<Duplicate>,
    /// The most alike row of the other program, for rows without a pair that
    /// share enough with one to name it.
    pub nearest: BTreeMap<(Side, RowId), RowId>,
}

/// Finds which tasks and indicators of two programs are which.
#[must_use]
pub fn match_programs(left: &Program, right: &Program) -> Matches {
    let mut lexicon = Lexicon::default();
    let tasks = tasks::match_tasks(left, right, &mut lexicon);
    let indicators = indicators::match_indicators(&left.indicators, &right.indicators, &mut lexicon);
    let duplicates = |side, program: &Program, found: &[duplicates::Twins]| -> Vec<Duplicate> {
        found
            .iter()
            .map(|pair| Duplicate {
                side,
                first: program.tasks[pair.first].id.clone(),
                second: program.tasks[pair.second].id.clone(),
                exact: pair.exact,
            })
            .collect()
    };
    let mut ties = tasks.ties;
    ties.extend(indicators.ties);
    let mut nearest = tasks.nearest;
    nearest.extend(indicators.nearest);
    let mut all = duplicates(Side::Left, left, &tasks.left_duplicates);
    all.extend(duplicates(Side::Right, right, &tasks.right_duplicates));
    Matches {
        tasks: tasks.matches,
        indicators: indicators.matches,
        ties,
        duplicates: all,
        nearest,
    }
}
