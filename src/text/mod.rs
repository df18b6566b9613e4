//! Text without policy: normal forms, folding, words, numbers.

mod figures;
mod fold;
mod normal;
mod number;
mod words;

pub use figures::{Printed, numbers};
pub use fold::{fold, toneless};
pub use normal::{compose, squeeze};
pub use number::{Number, ParseNumberError, Reading};
pub use words::{Word, words};
