//! The two Hanoi programs the crate was built for, embedded as received.

use crate::model::Program;
use crate::read::{ReadOptions, read_with};

/// The raw text of the action program of Hanoi's Party committee.
pub const PARTY: &str = include_str!("../fixtures/party.txt");
/// The raw text of the action program of Hanoi's People's Committee (UBND).
pub const UBND: &str = include_str!("../fixtures/ubnd.txt");

/// The action program of Hanoi's Party committee, read.
///
/// # Panics
/// Never: the tests read the embedded text.
#[must_use]
pub fn party() -> Program {
    read_with(PARTY, &ReadOptions::default().label("Đảng bộ TP Hà Nội"))
        .expect("the embedded program is read by the tests")
}

/// The action program of Hanoi's People's Committee, read.
///
/// # Panics
/// Never: the tests read the embedded text.
#[must_use]
pub fn ubnd() -> Program {
    read_with(UBND, &ReadOptions::default().label("UBND TP Hà Nội")).expect("the embedded program is read by the tests")
}
