//! Rows of one program that read alike but for their figures.

use super::counted::{Counted, figures};
use super::{cancel, printing, take_pairs};
use crate::checks::Side;
use crate::checks::context::Context;
use crate::model::Task;
use crate::text::{Word, words};

/// How the figures of two rows of one program lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum Figures {
    Same,
    /// One has some the other lacks.
    Added,
    /// They count the same thing otherwise.
    Changed,
    /// They name otherwise, as the rows of a series do: another year, age or network (`2G`, `3G`).
    NameOthers,
}

impl Figures {
    /// Compares the texts of two tasks of a program.
    pub(in crate::checks) fn of(context: &Context<'_>, side: Side, first: &Task, second: &Task) -> Self {
        if first.text.text == second.text.text {
            return Self::Same;
        }
        let [one, two] = [first, second].map(|task| printing(context, side, task));
        let (mut counted_one, mut counted_two) = (figures(one), figures(two));
        if name_others((one.text, &counted_one), (two.text, &counted_two)) {
            return Self::NameOthers;
        }
        let changed = cancel(&mut counted_one, &mut counted_two);
        counted_one.retain(|counted| !counted.is_rhythm());
        counted_two.retain(|counted| !counted.is_rhythm());
        if !changed.is_empty() {
            Self::Changed
        } else if counted_one.is_empty() && counted_two.is_empty() {
            Self::Same
        } else {
            Self::Added
        }
    }
}

/// Whether each of two texts has a number that names which the other lacks.
pub(super) fn name_others(one: (&str, &[Counted]), two: (&str, &[Counted])) -> bool {
    let [mut one, mut two] = [one, two].map(|(text, counted)| names(text, counted));
    take_pairs(&mut one, &mut two, PartialEq::eq);
    !one.is_empty() && !two.is_empty()
}

/// The words with digits of a text that count nothing, without leading zeros,
/// and what is so many years old.
fn names<'a>(text: &'a str, counted: &[Counted]) -> Vec<&'a str> {
    let counts = |word: &Word<'_>| {
        let figure = counted.iter().find(|counted| counted.place.contains(&word.start));
        figure.is_some_and(|figure| !figure.tells_which())
    };
    let words = words(text).filter(|word| word.text.contains(|c: char| c.is_ascii_digit()) && !counts(word));
    words.map(|word| word.text.trim_start_matches('0')).collect()
}
