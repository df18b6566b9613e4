//! How often something is done, told by a number of times or of units: `2
//! lần/năm`, `06 tháng/lần`, `02 năm một lần`.

use super::lex::{Cursor, Kind};
use super::recurring::any_unit;
use crate::model::deadline::Rhythm;
use crate::text::NUMBER_WORDS;

/// Reads a rhythm that opens with a number.
pub(super) fn turns(c: &mut Cursor) -> Option<Rhythm> {
    c.attempt(|c| {
        let count = count(c)?;
        if c.word("lần") {
            let is_of_each = c.mark(&['/']).is_some() | c.any(&["mỗi", "trong", "hằng", "hàng"]);
            let one = self::count(c);
            let is_of_one = one.is_none_or(|one| one == 1) && (is_of_each || one.is_some());
            return is_of_one.then(|| unit(c))??.in_parts(count);
        }
        let unit = unit(c)?;
        let is_each = c.mark(&['/']).is_some();
        let times = self::count(c);
        (c.word("lần") && (is_each || times.is_some())).then_some(())?;
        match times {
            None | Some(1) => unit.by(count),
            Some(times) if count == 1 => unit.in_parts(times),
            Some(_) => None,
        }
    })
}

/// Reads how many times something is done in each turn: hằng năm `(02 lần)`.
pub(super) fn in_each(c: &mut Cursor, rhythm: Rhythm) -> Rhythm {
    let times = c.attempt(|c| {
        let bracketed = c.mark(&['(']).is_some();
        c.mark(&[',', ':']);
        let times = count(c).filter(|_| c.word("lần"))?;
        (!bracketed || c.mark(&[')']).is_some()).then_some(())?;
        Unit::of(rhythm)?.in_parts(times)
    });
    times.unwrap_or(rhythm)
}

/// A unit of time.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    /// So many months.
    Months(u16),
}

impl Unit {
    fn of(rhythm: Rhythm) -> Option<Self> {
        match rhythm {
            Rhythm::Daily => Some(Self::Day),
            Rhythm::Weekly => Some(Self::Week),
            Rhythm::Monthly => Some(Self::Months(1)),
            Rhythm::Quarterly => Some(Self::Months(3)),
            Rhythm::Yearly => Some(Self::Months(12)),
            _ => None,
        }
    }

    /// Once in so many of them.
    fn by(self, count: u8) -> Option<Rhythm> {
        match self {
            Self::Months(months) => every(months * u16::from(count)),
            Self::Day => (count == 1).then_some(Rhythm::Daily),
            Self::Week => (count == 1).then_some(Rhythm::Weekly),
        }
    }

    /// So many times in one of them.
    fn in_parts(self, times: u8) -> Option<Rhythm> {
        match self {
            Self::Months(months) if times > 0 && months.is_multiple_of(u16::from(times)) => {
                every(months / u16::from(times))
            }
            Self::Months(_) => None,
            _ => self.by(times),
        }
    }
}

/// What recurs after so many months.
fn every(months: u16) -> Option<Rhythm> {
    match months {
        0 => None,
        1 => Some(Rhythm::Monthly),
        3 => Some(Rhythm::Quarterly),
        6 => Some(Rhythm::HalfYearly),
        12 => Some(Rhythm::Yearly),
        _ => Some(Rhythm::Months(months)),
    }
}

fn unit(c: &mut Cursor) -> Option<Unit> {
    any_unit(c).and_then(Unit::of)
}

/// A number up to ten in words or of two digits; `năm` is five before a unit.
fn count(c: &mut Cursor) -> Option<u8> {
    let Kind::Word(word) = c.peek()?.kind else {
        return c.small();
    };
    let place = NUMBER_WORDS.iter().position(|number| *number == word)?;
    c.attempt(|c| {
        c.skip();
        let is_unit = word == "năm" && unit(&mut c.clone()).is_none();
        (!is_unit).then_some(())?;
        u8::try_from(place + 1).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Deadline, DeadlineKind};
    use super::*;

    fn read(text: &str) -> Option<Rhythm> {
        match text.parse::<Deadline>().ok()?.kind {
            DeadlineKind::Recurring {
                every, within: None, ..
            } if every.len() == 1 => Some(every[0]),
            _ => None,
        }
    }

    #[test]
    fn times_and_units_are_rhythms() {
        for (text, rhythm) in [
            ("01 lần/năm", Rhythm::Yearly),
            ("2 lần/năm", Rhythm::HalfYearly),
            ("03 lần/1 năm", Rhythm::Months(4)),
            ("4 lần mỗi năm", Rhythm::Quarterly),
            ("Hai lần một năm", Rhythm::HalfYearly),
            ("1 lần/tuần", Rhythm::Weekly),
            ("Một năm hai lần", Rhythm::HalfYearly),
            ("06 tháng/lần", Rhythm::HalfYearly),
            ("Định kỳ 03 tháng/lần", Rhythm::Quarterly),
            ("6 tháng một lần", Rhythm::HalfYearly),
            ("02 năm một lần", Rhythm::Months(24)),
            ("Năm năm một lần", Rhythm::Months(60)),
            ("2 quý/lần", Rhythm::HalfYearly),
            ("Mỗi năm 01 lần", Rhythm::Yearly),
            ("Mỗi quý một lần", Rhythm::Quarterly),
            ("Hằng năm (02 lần)", Rhythm::HalfYearly),
        ] {
            assert_eq!(read(text), Some(rhythm), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in ["5 lần/năm", "2 lần", "2 năm", "02 lần/2 năm", "2 tuần/lần", "0 lần/năm"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn months_with_a_name_are_refused() {
        let json = |rhythm| format!(r#"{{"kind":"recurring","every":[{rhythm}]}}"#);
        for rhythm in [r#"{"months":24}"#, r#""yearly""#] {
            assert!(serde_json::from_str::<Deadline>(&json(rhythm)).is_ok(), "{rhythm}");
        }
        for rhythm in [r#"{"months":12}"#, r#"{"months":0}"#] {
            assert!(serde_json::from_str::<Deadline>(&json(rhythm)).is_err(), "{rhythm}");
        }
    }

    #[test]
    fn a_rhythm_of_months_reads_as_shown() {
        for months in [2, 4, 24, 30, 60] {
            let deadline = Deadline::new(DeadlineKind::Recurring {
                every: vec![Rhythm::Months(months)],
                anchor: None,
                within: None,
                milestone: None,
            });
            assert_eq!(deadline.to_string().parse::<Deadline>(), Ok(deadline));
        }
    }
}
