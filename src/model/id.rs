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
        self.parts()
            .next()
            .and_then(|part| part.strip_prefix("PL")?.parse().ok())
            .unwrap_or(0)
    }

    /// The dot-separated parts, the annex first.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// The id of the `index`-th (from 0) unnumbered row under this one: `.a`, …, `.z`, `.aa`, ….
    #[must_use]
    pub fn child(&self, index: usize) -> Self {
        let mut letters = Vec::new();
        let mut rest = index;
        loop {
            letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
            if rest < 26 {
                break;
            }
            rest = rest / 26 - 1;
        }
        Self(format!("{}.{}", self.0, letters.iter().rev().collect::<String>()))
    }
}

impl FromStr for RowId {
    type Err = ParseRowIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_number = |annex: &str| annex.parse::<u32>().is_ok_and(|number| number.to_string() == annex);
        let is_part = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
        let valid = text
            .strip_prefix("PL")
            .and_then(|rest| rest.split_once('.'))
            .is_some_and(|(annex, path)| is_number(annex) && path.split('.').all(is_part));
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseRowIdError(text.to_owned()))
        }
    }
}

impl TryFrom<String> for RowId {
    type Error = ParseRowIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
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
