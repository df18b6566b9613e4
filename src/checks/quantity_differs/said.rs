//! Figures that a text says otherwise than by one number.

use std::borrow::Cow;
use std::ops::Range;

use super::{rates, shares};
use crate::text::{NUMBER_WORDS, Number, Reading, Word, folded as fold_word, words};

/// A figure that a text says in words, as a fraction, or as a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) place: Range<usize>,
    pub(super) value: Number,
    /// What it counts, or what what it counts begins with.
    pub(super) unit: &'static str,
    pub(super) manner: Manner,
}

/// What a figure is the figure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Of what stands behind it: `1/3 số hộ`.
    Plain,
    /// Of times a year: `2 lần/quý`; with the printed number.
    Rate(Number),
    /// Of times a year, of which no number is printed: `hằng quý`.
    Rhythm,
}

/// The figures that a text says so, in order.
pub(super) fn said(text: &str) -> Vec<Said> {
    // Most texts say none.
    if !MARKS.iter().any(|mark| text.contains(mark)) {
        return Vec::new();
    }
    let spelled: Vec<Spelled<'_>> = words(text)
        .map(|word| Spelled {
            word,
            folded: fold_word(word.text),
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < spelled.len() {
        match rates::rate(text, &spelled, at).or_else(|| shares::share(text, &spelled, at)) {
            Some((said, behind)) => {
                found.push(said);
                at = behind;
            }
            None => at += 1,
        }
    }
    found
}

/// What every such figure holds, whether a capital opens it or not.
const MARKS: [&str; 8] = ["lần", "ằng ", "àng ", "nửa", " phần ", "ấp ", " đôi", "/"];

/// A word with its folded spelling.
pub(super) struct Spelled<'a> {
    pub(super) word: Word<'a>,
    pub(super) folded: Cow<'a, str>,
}

impl Spelled<'_> {
    pub(super) fn is_figure(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The whole number it is, in digits or a word for one of up to ten.
    pub(super) fn number(&self) -> Option<Number> {
        if self.is_figure() {
            return Reading::parse(self.word.text).map(|reading| reading.value);
        }
        let at = NUMBER_WORDS.iter().position(|number| **number == *self.folded)?;
        i64::try_from(at + 1).ok().map(Number::from_i64)
    }
}

/// The folded spelling of the word at a place; empty where there is none.
pub(super) fn folded<'a>(spelled: &'a [Spelled<'_>], at: usize) -> &'a str {
    spelled.get(at).map_or("", |spelled| &*spelled.folded)
}
