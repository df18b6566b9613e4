//! Points in time, also those that leave their year to a later one
//! (`Quý II-III/2026`).

use super::lex::{Cursor, Kind};
use crate::model::deadline::point::{Part, Span};
use crate::model::deadline::{Date, TimePoint};

/// A point whose year may still be missing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw {
    shape: Shape,
    part: Part,
    /// The year, where it was printed.
    pub year: Option<i16>,
}

/// What of the year it is; numbers as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
    Day { day: u8, month: u8 },
}

impl Raw {
    /// The point in that year; `None` where the calendar has none.
    pub fn resolve(self, year: i16) -> Option<TimePoint> {
        let year = self.year.unwrap_or(year);
        let span = match self.shape {
            Shape::Year => Span::Year(year),
            Shape::Half(half) => Span::Half(year, half),
            Shape::Quarter(quarter) => Span::Quarter(year, quarter),
            Shape::Month(month) => Span::Month(year, month),
            Shape::Day { day, month } => Span::Day(Date::new(year, month, day)?),
        };
        TimePoint::new(span, self.part)
    }

    /// Its shape, for a following bare figure to take over: only where its
    /// year is still to come (`tháng 3-6/2026`).
    pub fn handed_on(self) -> Option<Shape> {
        if self.year.is_none() { Some(self.shape) } else { None }
    }

    fn whole(shape: Shape, year: Option<i16>) -> Self {
        Self {
            shape,
            part: Part::Whole,
            year,
        }
    }
}

/// Reads a point that names its year.
pub(super) fn point(c: &mut Cursor) -> Option<TimePoint> {
    c.attempt(|c| {
        let raw = raw(c, None)?;
        raw.resolve(raw.year?)
    })
}

/// Reads a point; `shape` is what a bare figure stands for.
pub(super) fn raw(c: &mut Cursor, shape: Option<Shape>) -> Option<Raw> {
    c.attempt(|c| {
        if let Some(half) = half(c) {
            return Some(half);
        }
        let part = part(c);
        let raw = named(c).or_else(|| figures(c, shape))?;
        let divisible = matches!(raw.shape, Shape::Year | Shape::Quarter(_) | Shape::Month(_));
        (divisible || part == Part::Whole).then_some(Raw { part, ..raw })
    })
}

/// Reads a year of four digits.
pub(super) fn year(c: &mut Cursor) -> Option<i16> {
    match c.peek()?.kind {
        Kind::Number { value, digits: 4 } if (1900..2200).contains(&value) => {
            c.skip();
            Some(value)
        }
        _ => None,
    }
}

/// Whether a word names quarters (`quý`, `QIV`, `IV`).
pub(super) fn is_quarter(word: &str) -> bool {
    QUARTER.contains(&word) || roman_value(word).is_some() || word.starts_with('q') && glued_value(word).is_some()
}

fn part(c: &mut Cursor) -> Part {
    for (word, part) in [("đầu", Part::Early), ("giữa", Part::Middle), ("cuối", Part::Late)] {
        if c.word(word) {
            return part;
        }
    }
    Part::Whole
}

/// `6 tháng đầu năm 2026`, `nửa cuối năm 2026`.
fn half(c: &mut Cursor) -> Option<Raw> {
    c.attempt(|c| {
        if !c.any(&["nửa", "sáu tháng"]) {
            (c.small()? == 6 && c.word("tháng")).then_some(())?;
        }
        let half = match part(c) {
            Part::Early => 1,
            Part::Late => 2,
            Part::Whole | Part::Middle => return None,
        };
        c.word("của");
        c.word("năm");
        Some(Raw::whole(Shape::Half(half), Some(year(c)?)))
    })
}

/// A point that says what it is: `quý II/2026`, `tháng 4/2026`, `năm 2026`, `ngày 31/3/2026`.
fn named(c: &mut Cursor) -> Option<Raw> {
    c.attempt(|c| {
        if c.any(&QUARTER) {
            c.mark(&['.']);
            let quarter = c.small().filter(|n| (1..=4).contains(n)).or_else(|| roman(c))?;
            return Some(Raw::whole(Shape::Quarter(quarter), year_of(c)));
        }
        if let Some(quarter) = glued_quarter(c) {
            return Some(Raw::whole(Shape::Quarter(quarter), year_of(c)));
        }
        if c.any(&["tháng", "t"]) {
            let month = c.small()?;
            return Some(Raw::whole(Shape::Month(month), year_of(c)));
        }
        if c.word("năm") {
            return Some(Raw::whole(Shape::Year, Some(year(c)?)));
        }
        if c.word("ngày") {
            figures(c, None).filter(|raw| matches!(raw.shape, Shape::Day { .. }))
        } else {
            None
        }
    })
}

/// Quarter (quý), with the slips and spellings met in print.
const QUARTER: [&str; 5] = ["quý", "qúy", "quí", "quy", "q"];

/// A point in bare figures: `2026`, `7/2026`, `IV/2026`, `31/3/2026`, `2026-03-31`.
fn figures(c: &mut Cursor, shape: Option<Shape>) -> Option<Raw> {
    c.attempt(|c| {
        if let Some(year) = year(c) {
            return Some(iso_day(c, year).unwrap_or(Raw::whole(Shape::Year, Some(year))));
        }
        if let Some(quarter) = roman(c) {
            if matches!(shape, Some(Shape::Quarter(_))) {
                return Some(Raw::whole(Shape::Quarter(quarter), year_of(c)));
            }
            c.mark(&['/'])?;
            return Some(Raw::whole(Shape::Quarter(quarter), Some(year(c)?)));
        }
        let first = c.small()?;
        if let Some(raw) = dated(c, first, shape) {
            return Some(raw);
        }
        match shape? {
            Shape::Quarter(_) => Some(Raw::whole(Shape::Quarter(first), named_year(c))),
            Shape::Month(_) => Some(Raw::whole(Shape::Month(first), named_year(c))),
            _ => None,
        }
    })
}

/// What follows a figure of one or two digits in a date.
fn dated(c: &mut Cursor, first: u8, shape: Option<Shape>) -> Option<Raw> {
    c.attempt(|c| {
        if c.word("tháng") {
            let day = Shape::Day {
                day: first,
                month: c.small()?,
            };
            return Some(Raw::whole(day, year_of(c)));
        }
        let mark = inner_mark(c)?;
        if let Some(year) = year(c) {
            let quarter = matches!(shape, Some(Shape::Quarter(_))) && first <= 4;
            let shape = if quarter {
                Shape::Quarter(first)
            } else {
                Shape::Month(first)
            };
            return Some(Raw::whole(shape, Some(year)));
        }
        let day = Shape::Day {
            day: first,
            month: c.small()?,
        };
        let year = c.attempt(|c| if inner_mark(c)? == mark { year(c) } else { None });
        (year.is_some() || mark == '/').then_some(Raw::whole(day, year))
    })
}

/// A slash, or a dot or dash that touches the figures on both sides: with
/// blanks around it a dash sets two dates apart.
fn inner_mark(c: &mut Cursor) -> Option<char> {
    let spaced = c.peek()?.spaced;
    let mark = c.mark(&['/', '.', '-'])?;
    let touching = !spaced && !c.peek()?.spaced;
    (mark == '/' || touching).then_some(mark)
}

/// `-03-31` after a year.
fn iso_day(c: &mut Cursor, year: i16) -> Option<Raw> {
    c.attempt(|c| {
        let mut two_digits = || {
            (inner_mark(c)? == '-').then_some(())?;
            let two = matches!(c.peek()?.kind, Kind::Number { digits: 2, .. });
            if two { c.small() } else { None }
        };
        let (month, day) = (two_digits()?, two_digits()?);
        Some(Raw::whole(Shape::Day { day, month }, Some(year)))
    })
}

/// The year after a quarter or month: `/2026`, ` năm 2026`, `, 2026`, ` - 2026`.
fn year_of(c: &mut Cursor) -> Option<i16> {
    c.attempt(|c| {
        c.mark(&['/', '-', '.', ',']);
        c.word("năm");
        year(c)
    })
}

fn named_year(c: &mut Cursor) -> Option<i16> {
    c.attempt(|c| if c.word("năm") { year(c) } else { None })
}

fn roman(c: &mut Cursor) -> Option<u8> {
    let Kind::Word(word) = c.peek()?.kind else { return None };
    let value = roman_value(word)?;
    c.skip();
    Some(value)
}

/// `QIV`, `QuýIV`: the numeral set without a blank.
fn glued_quarter(c: &mut Cursor) -> Option<u8> {
    let Kind::Word(word) = c.peek()?.kind else { return None };
    let value = glued_value(word)?;
    c.skip();
    Some(value)
}

fn glued_value(word: &str) -> Option<u8> {
    QUARTER
        .iter()
        .find_map(|quarter| roman_value(word.strip_prefix(quarter)?))
}

/// A quarter's number; recognition (OCR) reads a small `l` for the numeral I.
fn roman_value(word: &str) -> Option<u8> {
    match word {
        "i" | "l" | "ⅰ" => Some(1),
        "ii" | "il" | "li" | "ll" | "ⅱ" => Some(2),
        "iii" | "lll" | "iil" | "ill" | "lii" | "ⅲ" => Some(3),
        "iv" | "lv" | "ⅳ" => Some(4),
        _ => None,
    }
}
