//! Text without policy: normal forms, folding, words, numbers.

mod classifier;
mod figures;
mod fold;
mod normal;
mod number;
mod opening;
mod roman;
mod syllable;
mod words;

pub(crate) use classifier::{classified, is_classifier};
pub use figures::{Printed, numbers};
pub(crate) use figures::{is_year, lettered};
pub use fold::{fold, toneless};
pub(crate) use fold::{fold_onto, folded, is_folded, is_word_char, spell_lone_y};
pub use normal::{compose, squeeze};
pub(crate) use normal::{find_byte, find_pair, squeeze_onto};
pub(crate) use number::NUMBER_WORDS;
pub use number::{Number, ParseNumberError, Reading};
pub(crate) use opening::{Filter, Opening};
pub(crate) use roman::roman;
pub(crate) use syllable::is_syllable;
pub use words::{Word, words};
pub(crate) use words::{clauses, has_words, runs, split, word_end};
