//! How a row is cited.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The citation of a row: `PL1.13`, `PL2.A.10`, `PL3.VII.1.c`, `PL3.VII.36#2`.
///
/// `PL` and the annex number, the labels that make the row's number unique in
/// its annex, its number, and `.a`, `.b`, … for unnumbered rows under it. A
/// number printed twice carries `#2` the second time. It holds no white space,
/// and no sign or leading 0 in the annex number: one row has one id.
///
/// Ids are ordered as texts (`PL1.10` before `PL1.2`), for maps and sets; the
/// order of the document is that of [`Program::tasks`](super::Program::tasks)
/// and [`Program::indicators`](super::Program::indicators).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RowId(String);

/// The text is not a row id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a row id: {0:?} (expected for instance PL3.VII.1.c)")]
pub struct ParseRowIdError(String);

impl RowId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of the annex.
    #[must_use]
    pub fn annex(&self) -> u32 {
        let digits = self.0.bytes().skip("PL".len()).take_while(u8::is_ascii_digit);
        digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    }

    /// The dot-separated parts, the annex first.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// The id of the `index`-th (from 0) unnumbered row under this one: `.a`, …, `.z`, `.aa`, ….
    #[must_use]
    pub fn child(&self, index: usize) -> Self {
        let mut letters = [0; MOST_LETTERS];
        let mut from = letters.len();
        let mut rest = index;
        loop {
            from -= 1;
            letters[from] = b'a' + u8::try_from(rest % 26).unwrap_or(0);
            if rest < 26 {
                break;
            }
            rest = rest / 26 - 1;
        }
        let mut id = String::with_capacity(self.0.len() + 1 + letters.len() - from);
        id.push_str(&self.0);
        id.push('.');
        id.extend(letters[from..].iter().copied().map(char::from));
        Self(id)
    }
}

/// Letters of the longest row under a number: 26 to the power of 14 is more than a `usize` counts.
const MOST_LETTERS: usize = 14;

/// Whether a text is as [`RowId`] says.
fn is_row_id(text: &str) -> bool {
    // As it is displayed, without a sign or a 0 before it.
    let is_number = |annex: &str| annex.parse::<u32>().is_ok() && (annex == "0" || !annex.starts_with(['+', '0']));
    let path = text.strip_prefix("PL").and_then(|rest| rest.split_once('.'));
    path.is_some_and(|(annex, path)| is_number(annex) && path.split('.').all(|part| !part.is_empty()))
        && !text.contains(char::is_whitespace)
}

impl FromStr for RowId {
    type Err = ParseRowIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for RowId {
    type Error = ParseRowIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if is_row_id(&text) {
            Ok(Self(text))
        } else {
            Err(ParseRowIdError(text))
        }
    }
}

impl From<RowId> for String {
    fn from(id: RowId) -> Self {
        id.0
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_what_it_displays_and_nothing_else() {
        for text in ["PL1.13", "PL2.A.10", "PL3.VII.1.c", "PL3.VII.36#2", "PL1.1.1"] {
            assert_eq!(text.parse::<RowId>().unwrap().to_string(), text);
        }
        for text in [
            "", "PL1", "PLx.1", "PL1.", "1.2", "PL1..2", "PL01.2", "PL+1.2", "PL1.2 ", "PL1.2\n3",
        ] {
            assert!(text.parse::<RowId>().is_err(), "{text}");
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        let id: RowId = "PL1.7".parse().unwrap();
        assert_eq!(id.child(1).as_str(), "PL1.7.b");
        assert_eq!(id.child(25).as_str(), "PL1.7.z");
        assert_eq!(id.child(26).as_str(), "PL1.7.aa");
        assert_eq!(id.annex(), 1);
    }
}
