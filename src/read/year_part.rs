//! The years and the part of a year that the heading of a column names.

use crate::text::{is_year, roman};

/// What was found in a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// The first and last year.
    pub years: Option<(i16, i16)>,
    /// The first month and the last one, of the last year.
    pub months: Option<(u8, u8)>,
    /// What names neither.
    pub rest: Vec<Piece<'a>>,
}

/// A run of letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Its letters.
    pub text: &'a str,
    /// The sign that joins it to the one before it: `/`, `-` or `.`.
    joint: Option<char>,
}

/// The years and months a folded heading names.
pub(super) fn find(folded: &str) -> Found<'_> {
    let pieces = pieces(folded);
    let mut found = Found {
        years: None,
        months: None,
        rest: Vec::new(),
    };
    let mut at = 0;
    while at < pieces.len() {
        let rest = &pieces[at..];
        let is_upto = at > 0 && pieces[..at].iter().any(|piece| matches!(piece.text, "đến" | "tới"));
        let taken = found.take_date(rest).or_else(|| found.take_span(rest, is_upto));
        let taken = taken.or_else(|| found.take_year(rest)).unwrap_or_else(|| {
            found.rest.push(rest[0]);
            1
        });
        at += taken;
    }
    let is_whole = found.months == Some((1, 12));
    found.months = found.months.filter(|_| !is_whole);
    if found.months.is_some() {
        // `đầu năm`, `cuối năm` were said by the months.
        found.rest.retain(|piece| !matches!(piece.text, "đầu" | "cuối"));
    }
    found
}

impl<'a> Found<'a> {
    /// `30/6/2026`, `ngày 30 tháng 6 năm 2026`; what stands at such a day is
    /// that of the months since the new year, or since the day before.
    fn take_date(&mut self, pieces: &[Piece<'a>]) -> Option<usize> {
        let (day, month, year, length) = match pieces {
            [day, month, year, ..] if month.joint.is_some() && year.joint.is_some() => (day, month, year, 3),
            [day, named, month, _, year, ..] if named.text == "tháng" && year.year().is_some() => {
                (day, month, year, 5)
            }
            _ => return None,
        };
        let (number, month, last) = (day.number(31)?, month.number(12)?, year.year()?);
        match self.years {
            Some((first, _)) if self.months.is_some() => {
                self.years = Some((first, last));
                self.months = self.months.map(|(first, _)| (first, month));
            }
            _ => {
                self.years = Some((last, last));
                // `Từ 01/7/2026 đến 30/6/2027` begins with its first day.
                let opens = number == 1 && self.rest.iter().any(|piece| piece.text == "từ");
                self.months = Some((if opens { month } else { 1 }, month));
            }
        }
        if !(number == 1 || number >= 28) {
            self.rest.push(*day);
        }
        Some(length)
    }

    /// `6 tháng đầu`, `9T`, `nửa cuối năm`, `quý I`, `quý I, II`, `tháng 3`, `6/2026`.
    fn take_span(&mut self, pieces: &[Piece<'a>], is_upto: bool) -> Option<usize> {
        let (months, length) = match pieces {
            [count, unit, rest @ ..] if unit.text == "tháng" && count.count().is_some() => {
                (spanned(count.count()?, rest.first()), 2)
            }
            [half, which, ..] if half.text == "nửa" => (spanned(6, Some(which)), 2),
            [month, number, ..] if month.text == "tháng" => (months(number.number(12)?, is_upto), 2),
            [month, year, ..] if year.is_year_of_month() && month.number(12).is_some() => {
                (months(month.number(12)?, is_upto), 1)
            }
            [short, rest @ ..] if short.short_count().is_some() => (spanned(short.short_count()?, rest.first()), 1),
            _ => quarters(pieces)?,
        };
        self.months = Some(months);
        Some(length)
    }

    /// `2026`, `2026-2030`, `2026 đến năm 2030`; the first ones count.
    fn take_year(&mut self, pieces: &[Piece<'a>]) -> Option<usize> {
        let (first, rest) = pieces.split_first()?;
        let first = first.year()?;
        let to = match rest {
            [last, ..] if last.joint == Some('-') => Some((last, 2)),
            [to, last, ..] if to.text == "đến" && last.year().is_some() => Some((last, 3)),
            [to, named, last, ..] if to.text == "đến" && named.text == "năm" => Some((last, 4)),
            _ => None,
        };
        if let [other, ..] = rest
            && other.joint == Some('/')
            && other.year().is_some()
        {
            // `2026/2025 (%)` is a ratio of two years.
            self.rest.push(*other);
        }
        let to = to.and_then(|(last, length)| Some((last.year().filter(|last| *last >= first)?, length)));
        let (last, length) = to.unwrap_or((first, 1));
        self.years = self.years.or(Some((first, last)));
        Some(length)
    }
}

/// So many months from the start of the year, or before its end.
fn spanned(count: u8, which: Option<&Piece<'_>>) -> (u8, u8) {
    if which.is_some_and(|which| which.text == "cuối") {
        (13 - count, 12)
    } else {
        (1, count)
    }
}

/// A month, or all up to it.
const fn months(month: u8, is_upto: bool) -> (u8, u8) {
    (if is_upto { 1 } else { month }, month)
}

/// `quý i`, `quýiv`, `q1`, with those that follow.
fn quarters(pieces: &[Piece<'_>]) -> Option<((u8, u8), usize)> {
    let opening = pieces.first()?.text;
    let glued = opening.strip_prefix("quý").or_else(|| opening.strip_prefix('q'))?;
    let (first, mut length) = if glued.is_empty() {
        (quarter(pieces.get(1)?.text)?, 2)
    } else {
        (quarter(glued)?, 1)
    };
    let mut last = first;
    while let Some(next) = pieces.get(length).and_then(|next| quarter(next.text)) {
        last = next.max(last);
        length += 1;
    }
    Some(((3 * first - 2, 3 * last), length))
}

fn quarter(text: &str) -> Option<u8> {
    let value = roman(&text.to_uppercase()).and_then(|value| u8::try_from(value).ok());
    value
        .or_else(|| text.parse().ok())
        .filter(|value| (1..=4).contains(value))
}

impl Piece<'_> {
    fn year(&self) -> Option<i16> {
        is_year(self.text).then(|| self.text.parse().ok()).flatten()
    }

    /// Whether it is a year that a month is joined to: `6/2026`, not `1-2026`.
    fn is_year_of_month(&self) -> bool {
        self.year().is_some() && matches!(self.joint, Some('/' | '.'))
    }

    fn number(&self, most: u8) -> Option<u8> {
        number(self.text, most)
    }

    /// How many months: a figure or its word.
    fn count(&self) -> Option<u8> {
        match self.text {
            "ba" => Some(3),
            "sáu" => Some(6),
            "chín" => Some(9),
            _ => self.number(12),
        }
    }

    /// How many months: `6t`.
    fn short_count(&self) -> Option<u8> {
        number(self.text.strip_suffix('t')?, 12)
    }
}

fn number(text: &str, most: u8) -> Option<u8> {
    text.parse().ok().filter(|number| (1..=most).contains(number))
}

fn pieces(folded: &str) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece<'_>> = Vec::new();
    let mut rest = folded;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let joint = match rest[..start].trim() {
            "-" | "–" | "—" | "‑" => Some('-'),
            "/" => Some('/'),
            "." => Some('.'),
            _ => None,
        };
        rest = &rest[start..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        // `KB1`, `Q1`
        let letters = rest.find(|c: char| !c.is_alphabetic()).filter(|&letters| letters > 0);
        let (text, behind) = rest.split_at(letters.map_or(length, |letters| letters.min(length)));
        found.push(Piece { text, joint });
        rest = behind;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    type Times = (Option<(i16, i16)>, Option<(u8, u8)>);

    fn of(heading: &str) -> Times {
        let folded = fold(heading);
        let found = find(&folded);
        (found.years, found.months)
    }

    #[test]
    fn parts_of_a_year() {
        for (heading, months) in [
            ("6 tháng đầu năm 2026", (1, 6)),
            ("Sáu tháng năm 2026", (1, 6)),
            ("6T/2026", (1, 6)),
            ("Nửa đầu năm 2026", (1, 6)),
            ("Đến 30/6/2026", (1, 6)),
            ("Tính đến ngày 30 tháng 6 năm 2026", (1, 6)),
            ("Đến hết tháng 6/2026", (1, 6)),
            ("Đến 6/2026", (1, 6)),
            ("Từ 01/01/2026 đến 30/6/2026", (1, 6)),
            ("Quý I, II/2026", (1, 6)),
            ("6 tháng cuối năm 2026", (7, 12)),
            ("Quý III năm 2026", (7, 9)),
            ("QuýIV/2026", (10, 12)),
            ("Q1/2026", (1, 3)),
            ("Tháng 3/2026", (3, 3)),
            ("9 tháng 2026", (1, 9)),
        ] {
            assert_eq!(of(heading), (Some((2026, 2026)), Some(months)), "{heading}");
        }
        assert_eq!(of("KQ Quý I"), (None, Some((1, 3))));
        assert_eq!(of("Từ 01/7/2026 đến 30/6/2027"), (Some((2026, 2027)), Some((7, 6))));
    }

    #[test]
    fn a_part_up_to_the_end_of_the_year_is_the_year() {
        for heading in [
            "Đến 31/12/2026",
            "Đến hết tháng 12/2026",
            "12 tháng năm 2026",
            "Năm 2026",
        ] {
            assert_eq!(of(heading), (Some((2026, 2026)), None), "{heading}");
        }
    }

    #[test]
    fn years_and_periods() {
        for (heading, years) in [
            ("2026-2030", (2026, 2030)),
            ("Giai đoạn 2026 – 2030, tầm nhìn 2045", (2026, 2030)),
            ("Từ năm 2026 đến năm 2030", (2026, 2030)),
            ("Kế hoạch 5 năm 2026-2030", (2026, 2030)),
            ("Kịch bản 2 (2030)", (2030, 2030)),
            ("Kịch bản 2-2030", (2030, 2030)),
            ("So sánh 2026/2025", (2026, 2026)),
        ] {
            assert_eq!(of(heading), (Some(years), None), "{heading}");
        }
    }

    #[test]
    fn a_day_inside_a_month_is_told() {
        let folded = fold("Đến 15/6/2026");
        assert!(find(&folded).rest.iter().any(|piece| piece.text == "15"));
        let folded = fold("Đến 30/6/2026");
        assert!(!find(&folded).rest.iter().any(|piece| piece.text == "30"));
    }
}
