//! A point on the calendar as programs name it: a day, a month, a quarter.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Date, parse};

/// A point in time (mốc thời gian) of the precision it was printed with: a
/// year (`năm 2026`), a half (`6 tháng đầu năm 2026`), a quarter (`quý IV/2027`),
/// a month (`tháng 4/2026`), a day (`31/3/2026`), or the beginning, middle or
/// end of a year, quarter or month (`cuối năm 2026`).
///
/// Years run from 1900 to 2199. Parsed from Vietnamese, and shown and written
/// to JSON in the one form above, which parses back to the same point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimePoint {
    span: Span,
    part: Part,
}

/// The text names no single point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a point in time: {0:?}")]
pub struct ParseTimePointError(pub String);

/// The stretch of the calendar; numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Span {
    Year(i16),
    Half(i16, u8),
    Quarter(i16, u8),
    Month(i16, u8),
    Day(Date),
}

/// Which part of the span. The vague words are read by convention: of a year
/// its first, second and fourth quarter, of a quarter its first, second and
/// third month, of a month its days 1-10, 11-20 and from 21.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Whole,
    Early,
    Middle,
    Late,
}

/// The years a program can mean; other figures of four digits are amounts.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

impl TimePoint {
    /// The point, where the calendar has it.
    pub(super) fn new(span: Span, part: Part) -> Option<Self> {
        let (year, numbered, divisible) = match span {
            Span::Year(year) => (year, true, true),
            Span::Half(year, half) => (year, (1..=2).contains(&half), false),
            Span::Quarter(year, quarter) => (year, (1..=4).contains(&quarter), true),
            Span::Month(year, month) => (year, (1..=12).contains(&month), true),
            Span::Day(day) => (day.year(), true, false),
        };
        let valid = YEARS.contains(&year) && numbered && (divisible || part == Part::Whole);
        valid.then_some(Self { span, part })
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self.narrowed() {
            Span::Year(year) => day(year, 1, 1),
            Span::Half(year, half) => day(year, half * 6 - 5, 1),
            Span::Quarter(year, quarter) => day(year, quarter * 3 - 2, 1),
            Span::Month(year, month) => match self.part_of_month() {
                Part::Whole | Part::Early => day(year, month, 1),
                Part::Middle => day(year, month, 11),
                Part::Late => day(year, month, 21),
            },
            Span::Day(day) => day,
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.narrowed() {
            Span::Year(year) => day(year, 12, 31),
            Span::Half(year, half) => day(year, half * 6, 1).end_of_month(),
            Span::Quarter(year, quarter) => day(year, quarter * 3, 1).end_of_month(),
            Span::Month(year, month) => match self.part_of_month() {
                Part::Whole | Part::Late => day(year, month, 1).end_of_month(),
                Part::Early => day(year, month, 10),
                Part::Middle => day(year, month, 20),
            },
            Span::Day(day) => day,
        }
    }

    /// The span without its part.
    pub(super) fn span(self) -> Span {
        self.span
    }

    /// Whether it is a whole year.
    pub(super) fn is_year(self) -> bool {
        matches!((self.span, self.part), (Span::Year(_), Part::Whole))
    }

    /// The point of the same precision just before; a day where it is vague.
    pub(super) fn preceding(self) -> Self {
        self.holding(self.first_day().yesterday())
    }

    /// The point of the same precision just after; a day where it is vague.
    pub(super) fn following(self) -> Option<Self> {
        let next = self.holding(self.last_day().tomorrow());
        Self::new(next.span, next.part)
    }

    fn holding(self, day: Date) -> Self {
        let (year, month) = (day.year(), day.month());
        let span = match (self.part, self.span) {
            (Part::Whole, Span::Year(_)) => Span::Year(year),
            (Part::Whole, Span::Half(..)) => Span::Half(year, month.div_ceil(6)),
            (Part::Whole, Span::Quarter(..)) => Span::Quarter(year, month.div_ceil(3)),
            (Part::Whole, Span::Month(..)) => Span::Month(year, month),
            _ => Span::Day(day),
        };
        Self {
            span,
            part: Part::Whole,
        }
    }

    /// The span its part stands for; a part of a month stays the month.
    pub(super) fn narrowed(self) -> Span {
        match (self.span, self.part) {
            (Span::Year(year), Part::Early) => Span::Quarter(year, 1),
            (Span::Year(year), Part::Middle) => Span::Quarter(year, 2),
            (Span::Year(year), Part::Late) => Span::Quarter(year, 4),
            (Span::Quarter(year, quarter), Part::Early) => Span::Month(year, quarter * 3 - 2),
            (Span::Quarter(year, quarter), Part::Middle) => Span::Month(year, quarter * 3 - 1),
            (Span::Quarter(year, quarter), Part::Late) => Span::Month(year, quarter * 3),
            (span, _) => span,
        }
    }

    /// Which part of a month it is; `Whole` for everything but months.
    pub(super) fn part_of_month(self) -> Part {
        if matches!(self.span, Span::Month(..)) {
            self.part
        } else {
            Part::Whole
        }
    }

    /// Whether its bounds are a convention and not what was printed.
    pub(super) fn is_vague(self) -> bool {
        self.part != Part::Whole
    }
}

fn day(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("`TimePoint::new` admits only numbers that the calendar has")
}

impl fmt::Display for TimePoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.part {
            Part::Whole => "",
            Part::Early => "đầu ",
            Part::Middle => "giữa ",
            Part::Late => "cuối ",
        })?;
        match self.span {
            Span::Year(year) => write!(f, "năm {year}"),
            Span::Half(year, 1) => write!(f, "6 tháng đầu năm {year}"),
            Span::Half(year, _) => write!(f, "6 tháng cuối năm {year}"),
            Span::Quarter(year, quarter) => {
                let roman = ["I", "II", "III", "IV"][usize::from(quarter - 1)];
                write!(f, "quý {roman}/{year}")
            }
            Span::Month(year, month) => write!(f, "tháng {month}/{year}"),
            Span::Day(day) => write!(f, "{}/{}/{}", day.day(), day.month(), day.year()),
        }
    }
}

impl FromStr for TimePoint {
    type Err = ParseTimePointError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse::point(text).ok_or_else(|| ParseTimePointError(text.to_owned()))
    }
}

impl Serialize for TimePoint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimePoint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_bounds_of_its_words() {
        for (text, first, last) in [
            ("năm 2026", "2026-01-01", "2026-12-31"),
            ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
            ("6 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
            ("quý IV/2027", "2027-10-01", "2027-12-31"),
            ("giữa quý II/2027", "2027-05-01", "2027-05-31"),
            ("tháng 2/2028", "2028-02-01", "2028-02-29"),
            ("31/3/2026", "2026-03-31", "2026-03-31"),
            ("đầu năm 2026", "2026-01-01", "2026-03-31"),
            ("giữa năm 2026", "2026-04-01", "2026-06-30"),
            ("cuối năm 2026", "2026-10-01", "2026-12-31"),
            ("đầu quý II/2026", "2026-04-01", "2026-04-30"),
            ("cuối quý II/2026", "2026-06-01", "2026-06-30"),
            ("đầu tháng 6/2026", "2026-06-01", "2026-06-10"),
            ("giữa tháng 6/2026", "2026-06-11", "2026-06-20"),
            ("cuối tháng 6/2026", "2026-06-21", "2026-06-30"),
        ] {
            let point: TimePoint = text.parse().unwrap();
            assert_eq!(
                (
                    point.first_day().to_string().as_str(),
                    point.last_day().to_string().as_str()
                ),
                (first, last)
            );
            assert_eq!(point.to_string(), text);
        }
    }

    #[test]
    fn refuses_what_the_calendar_has_not() {
        for text in [
            "tháng 13/2026",
            "tháng 0/2026",
            "31/2/2026",
            "quý V/2026",
            "quý 0/2026",
            "năm 1800",
            "2026-2030",
        ] {
            assert!(text.parse::<TimePoint>().is_err(), "{text}");
        }
    }

    #[test]
    fn knows_its_neighbours() {
        for (text, before, after) in [
            ("năm 2030", "năm 2029", "năm 2031"),
            ("quý I/2026", "quý IV/2025", "quý II/2026"),
            ("6 tháng đầu năm 2026", "6 tháng cuối năm 2025", "6 tháng cuối năm 2026"),
            ("tháng 12/2026", "tháng 11/2026", "tháng 1/2027"),
            ("1/3/2026", "28/2/2026", "2/3/2026"),
            ("cuối năm 2026", "30/9/2026", "1/1/2027"),
        ] {
            let point: TimePoint = text.parse().unwrap();
            assert_eq!(
                (
                    point.preceding().to_string().as_str(),
                    point.following().unwrap().to_string().as_str()
                ),
                (before, after)
            );
        }
    }
}
