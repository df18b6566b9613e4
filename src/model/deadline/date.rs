//! A calendar day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar day (ngày) of the years 0 to 9999: shown, parsed and written to
/// JSON as `2026-03-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// The text is not a calendar day of the shape `2026-03-31`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a calendar day: {0:?}")]
pub struct ParseDateError(pub String);

impl Date {
    /// The day, where the calendar has it: months and days count from 1.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let day = jiff::civil::Date::new(year, month, day).ok();
        day.filter(|day| day.year() >= 0).map(Self)
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Its month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// Its day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day before; the first day of the calendar stays.
    pub(crate) fn yesterday(self) -> Self {
        self.0.yesterday().map_or(self, Self)
    }

    /// The day after; the last day of the calendar stays.
    pub(crate) fn tomorrow(self) -> Self {
        self.0.tomorrow().map_or(self, Self)
    }

    /// The last day of its month.
    pub(super) fn end_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // jiff also reads times and zones after the day: they are no part of ours.
        let plain = text.len() == "2026-03-31".len();
        let day = if plain { text.parse().ok() } else { None };
        day.map(Self).ok_or_else(|| ParseDateError(text.to_owned()))
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_and_reads_the_iso_form() {
        let day = Date::new(2026, 3, 31).unwrap();
        assert_eq!(day.to_string(), "2026-03-31");
        assert_eq!("2026-03-31".parse(), Ok(day));
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-03-31\"");
        assert_eq!(serde_json::from_str::<Date>("\"2026-03-31\"").unwrap(), day);
        assert_eq!((day.year(), day.month(), day.day()), (2026, 3, 31));
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in ["", "2026-02-31", "2026-3-31", "31/3/2026", "2026-03-31T10:00"] {
            assert_eq!(text.parse::<Date>(), Err(ParseDateError(text.to_owned())));
        }
        assert_eq!(Date::new(2026, 2, 29), None);
        assert_eq!(Date::new(2026, 200, 1), None);
        assert_eq!(Date::new(-1, 1, 1), None);
    }

    #[test]
    fn knows_its_neighbours() {
        let day = Date::new(2027, 12, 31).unwrap();
        assert_eq!(day.tomorrow().to_string(), "2028-01-01");
        assert_eq!(day.tomorrow().yesterday(), day);
        assert_eq!(Date::new(2028, 2, 1).unwrap().end_of_month().to_string(), "2028-02-29");
    }
}
