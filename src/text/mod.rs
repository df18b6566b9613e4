//! Text without policy: normal forms, folding, words, numbers.

mod figures;
mod fold;
mod normal;
mod number;
mod words;

pub use figures::{Printed, numbers};
pub use fold::{fold, toneless};
pub(crate) use fold::{fold_onto, folded, is_folded, is_word_char};
pub(crate) use normal::{any_byte, squeeze_onto};
pub use normal::{compose, squeeze};
pub use number::{Number, ParseNumberError, Reading};
pub(crate) use words::word_end;
pub use words::{Word, words};
