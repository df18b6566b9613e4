//! Deadlines (thời hạn): windows of time with a kind.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A deadline: what kind it is, and its bounds as days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Deadline {
    /// What kind of deadline.
    pub kind: DeadlineKind,
    /// The first day, where there is one.
    pub start: Option<Date>,
    /// The day by which the work must be finished, inclusive; `None` when it recurs, is conditional without a date, or has no end.
    pub finish: Option<Date>,
}

/// See the domain page; the helper who implements this decides the exact variants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DeadlineKind {
    /// By a point.
    By,
}

/// How two deadlines compare, by when the work must be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "order")]
pub enum DeadlineOrder {
    /// The same day.
    Equal,
    /// Left is due earlier by so many months (`None`: right has no end).
    LeftEarlier { months: Option<u32> },
    /// Left is due later by so many months (`None`: left has no end).
    LeftLater { months: Option<u32> },
    /// Not comparable, and why.
    NotComparable { why: Incomparable },
}

/// Why two deadlines cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Incomparable {
    /// One is empty or not understood.
    Missing,
    /// One recurs.
    Recurring,
    /// One hangs on a condition without a date.
    Conditional,
}

impl FromStr for Deadline {
    type Err = String;
    fn from_str(_: &str) -> Result<Self, String> {
        Err(String::new())
    }
}
impl fmt::Display for Deadline {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
