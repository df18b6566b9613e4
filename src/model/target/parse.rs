//! How value cells are read.

use super::{End, Interval, Precision, Target, TargetPart};
use crate::model::Unit;
use crate::text::{Number, Reading, fold};

/// Reads a whole value cell; `None` where a part of it is not understood.
pub(super) fn target(cell: &str) -> Option<Target> {
    let folded = fold(cell);
    let mut target = Target {
        parts: Vec::new(),
        remark: None,
    };
    for piece in folded.split([';', '(', ')']).flat_map(|piece| piece.split(", ")) {
        let piece = piece.trim_matches([' ', '*', '.', ',', ':']);
        if piece.is_empty() {
            continue;
        }
        if let Some(part) = part(piece) {
            target.parts.push(part);
        } else if let Some(year) = year_alone(piece) {
            target.parts.last_mut().filter(|last| last.year.is_none())?.year = Some(year);
        } else if is_remark(piece) && !target.parts.is_empty() && target.remark.is_none() {
            target.remark = Some(piece.to_owned());
        } else {
            return None;
        }
    }
    (!target.parts.is_empty()).then_some(target)
}

/// The side of a figure on which the allowed numbers lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// Words and signs for a side, longer ones first where one starts another.
const SIDES: [(&str, Side); 28] = [
    (">=", Side::AtLeast),
    ("=>", Side::AtLeast),
    ("≥", Side::AtLeast),
    (">", Side::MoreThan),
    ("<=", Side::AtMost),
    ("=<", Side::AtMost),
    ("≤", Side::AtMost),
    ("<", Side::LessThan),
    ("ít nhất", Side::AtLeast),
    ("tối thiểu", Side::AtLeast),
    ("không dưới", Side::AtLeast),
    ("không thấp hơn", Side::AtLeast),
    ("không ít hơn", Side::AtLeast),
    ("từ", Side::AtLeast),
    ("trên", Side::MoreThan),
    ("hơn", Side::MoreThan),
    ("lớn hơn", Side::MoreThan),
    ("cao hơn", Side::MoreThan),
    ("không quá", Side::AtMost),
    ("không vượt quá", Side::AtMost),
    ("không trên", Side::AtMost),
    ("không cao hơn", Side::AtMost),
    ("không lớn hơn", Side::AtMost),
    ("tối đa", Side::AtMost),
    ("nhiều nhất", Side::AtMost),
    ("dưới", Side::LessThan),
    ("nhỏ hơn", Side::LessThan),
    ("thấp hơn", Side::LessThan),
];

const APPROXIMATE: [&str; 6] = ["khoảng", "xấp xỉ", "trên dưới", "gần", "≈", "~"];

/// Words before a figure that leave its meaning alone.
const FILLERS: [&str; 13] = [
    "phấn đấu",
    "đạt",
    "bảo đảm",
    "đảm bảo",
    "duy trì",
    "giữ vững",
    "giữ",
    "ở mức",
    "mức",
    "bình quân",
    "là",
    "bằng",
    "=",
];

const BEFORE_YEAR: [&str; 6] = ["trong đó", "riêng", "đến", "vào", "trong", "tới"];

fn part(piece: &str) -> Option<TargetPart> {
    let mut cursor = Cursor { rest: piece };
    let year = cursor.year_prefix();
    cursor.fillers();
    let is_approximate = cursor.any(&APPROXIMATE);
    let first = cursor.bound()?;
    let (interval, last) = if cursor.any(&["trở lên"]) {
        (one_sided(first, Side::AtLeast)?, first)
    } else if cursor.any(&["trở xuống"]) {
        (one_sided(first, Side::AtMost)?, first)
    } else if let Some(second) = cursor.second_bound(first)? {
        (between(first, second)?, second)
    } else {
        (alone(first), first)
    };
    let year = year.or_else(|| cursor.year());
    cursor.end()?;
    let out_of = last.out_of;
    let unit = match last.unit {
        Some(text) => Some(own_unit(text)?),
        None => None,
    };
    // `70%-80%`: one unit; `8/10-9/10`: one whole.
    if (first.unit.is_some() && first.unit != last.unit) || (first.out_of.is_some() && first.out_of != out_of) {
        return None;
    }
    Some(TargetPart {
        interval,
        out_of,
        year,
        unit,
        precision: if is_approximate {
            Precision::Approximate
        } else {
            Precision::Exact
        },
    })
}

/// A figure with what stands around it.
#[derive(Clone, Copy)]
struct Bound<'a> {
    side: Option<Side>,
    reading: Reading,
    out_of: Option<Number>,
    unit: Option<&'a str>,
}

impl Bound<'_> {
    const fn closed(&self) -> End {
        End {
            alternative: self.reading.alternative,
            ..End::closed(self.reading.value)
        }
    }

    const fn open(&self) -> End {
        End {
            inclusive: false,
            ..self.closed()
        }
    }
}

fn alone(bound: Bound<'_>) -> Interval {
    match bound.side {
        None => Interval {
            low: Some(bound.closed()),
            high: Some(bound.closed()),
        },
        Some(Side::AtLeast) => Interval {
            low: Some(bound.closed()),
            high: None,
        },
        Some(Side::MoreThan) => Interval {
            low: Some(bound.open()),
            high: None,
        },
        Some(Side::AtMost) => Interval {
            low: None,
            high: Some(bound.closed()),
        },
        Some(Side::LessThan) => Interval {
            low: None,
            high: Some(bound.open()),
        },
    }
}

/// A bound with `trở lên` or `trở xuống` behind it; `từ` before it says no more.
fn one_sided(bound: Bound<'_>, side: Side) -> Option<Interval> {
    matches!(bound.side, None | Some(Side::AtLeast)).then(|| {
        alone(Bound {
            side: Some(side),
            ..bound
        })
    })
}

fn between(first: Bound<'_>, second: Bound<'_>) -> Option<Interval> {
    let is_low = matches!(first.side, None | Some(Side::AtLeast | Side::MoreThan));
    let is_high = matches!(second.side, None | Some(Side::AtMost | Side::LessThan));
    if !is_low || !is_high {
        return None;
    }
    let low = if first.side == Some(Side::MoreThan) {
        first.open()
    } else {
        first.closed()
    };
    let high = if second.side == Some(Side::LessThan) {
        second.open()
    } else {
        second.closed()
    };
    // `900-1,200` holds nothing by the convention: the order of its ends is
    // evidence that the comma groups thousands.
    [
        (low, high),
        (low, high.swapped()),
        (low.swapped(), high),
        (low.swapped(), high.swapped()),
    ]
    .map(|(low, high)| Interval {
        low: Some(low),
        high: Some(high),
    })
    .into_iter()
    .find(|interval| !interval.is_empty())
}

/// The unit printed behind a figure. One that would be displayed with a figure
/// of its own could not be read back.
fn own_unit(text: &str) -> Option<Unit> {
    Unit::parse(text).filter(|unit| !unit.to_string().starts_with(|c: char| c.is_ascii_digit()))
}

fn year_alone(piece: &str) -> Option<i16> {
    let mut cursor = Cursor { rest: piece };
    while cursor.any(&BEFORE_YEAR) {}
    let year = cursor.year()?;
    cursor.end()?;
    Some(year)
}

/// Words in a value cell that say nothing about the number.
fn is_remark(piece: &str) -> bool {
    let mut cursor = Cursor { rest: piece };
    cursor.fillers();
    !piece.contains(|c: char| c.is_numeric()) && !cursor.any(&APPROXIMATE) && cursor.side().is_none()
}

/// Reads folded text from left to right; every reader skips blanks first and
/// leaves the text alone where it finds nothing.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, word: &str) -> bool {
        let Some(after) = self.rest.trim_start().strip_prefix(word) else {
            return false;
        };
        if word.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphanumeric) {
            return false;
        }
        self.rest = after;
        true
    }

    fn any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.take(word))
    }

    fn fillers(&mut self) {
        while self.any(&FILLERS) {}
    }

    fn end(&self) -> Option<()> {
        self.rest.trim().is_empty().then_some(())
    }

    /// `Đến năm 2030:`, `2030:`.
    fn year_prefix(&mut self) -> Option<i16> {
        let start = self.rest;
        while self.any(&BEFORE_YEAR) {}
        let named = self.year();
        let year = named.or_else(|| self.four_digits());
        let has_colon = self.take(":");
        if year.is_none() || (named.is_none() && !has_colon) {
            self.rest = start;
            return None;
        }
        year
    }

    /// `năm 2030`, `vào năm 2030`.
    fn year(&mut self) -> Option<i16> {
        let start = self.rest;
        while self.any(&BEFORE_YEAR) {}
        let year = if self.take("năm") { self.four_digits() } else { None };
        if year.is_none() {
            self.rest = start;
        }
        year
    }

    fn four_digits(&mut self) -> Option<i16> {
        let text = self.rest.trim_start();
        let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let year = text[..length]
            .parse()
            .ok()
            .filter(|year| length == 4 && is_year(i64::from(*year)))?;
        self.rest = &text[length..];
        Some(year)
    }

    fn side(&mut self) -> Option<Side> {
        SIDES.iter().find(|(word, _)| self.take(word)).map(|&(_, side)| side)
    }

    fn bound(&mut self) -> Option<Bound<'a>> {
        let side = self.side();
        self.fillers();
        let reading = self.figure()?;
        let out_of = if self.take("/") {
            Some(self.figure()?.value)
        } else {
            None
        };
        // `7/2026` is a month, not a ratio.
        if out_of.and_then(Number::to_i64).is_some_and(is_year) {
            return None;
        }
        Some(Bound {
            side,
            reading,
            out_of,
            unit: self.unit(),
        })
    }

    /// The bound behind a connector, `None` inside where there is no
    /// connector; `None` outside where the connector leads nowhere.
    #[expect(clippy::option_option, reason = "not understood, understood as absent, understood")]
    fn second_bound(&mut self, first: Bound<'_>) -> Option<Option<Bound<'a>>> {
        let start = self.rest;
        let needs_sides = self.take("và");
        if !needs_sides && !self.any(&["-", "÷", "~", "đến", "tới"]) {
            return Some(None);
        }
        if self.take("năm") {
            self.rest = start;
            return Some(None);
        }
        let second = self.bound()?;
        if needs_sides && (first.side.is_none() || second.side.is_none()) {
            return None;
        }
        Some(Some(second))
    }

    fn figure(&mut self) -> Option<Reading> {
        let text = self.rest.trim_start();
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let figure = unsigned
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(unsigned.len());
        let (figure, after) = text.split_at(text.len() - unsigned.len() + figure);
        let reading = Reading::parse(figure)?;
        self.rest = after;
        Some(reading)
    }

    /// A known unit, or a scale word alone (`12 triệu`).
    fn unit(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        if text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("năm ") {
            return None;
        }
        if let Some(length) = Unit::scan(text) {
            self.rest = &text[length..];
            return Some(&text[..length]);
        }
        let mut after = Cursor { rest: text };
        while after.any(&["nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"]) {}
        let length = text.len() - after.rest.len();
        self.rest = if length > 0 { after.rest } else { self.rest };
        (length > 0).then(|| &text[..length])
    }
}

/// Years that plans speak of.
fn is_year(number: i64) -> bool {
    (1900..=2200).contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cell as it is displayed after reading.
    fn shown(cell: &str) -> Option<String> {
        target(cell).map(|target| target.to_string())
    }

    #[test]
    fn reads_points_and_ranges() {
        for (cell, expected) in [
            ("0,88", "0,88"),
            ("11.430,0", "11.430"),
            ("0", "0"),
            ("0,88-0,90", "0,88-0,9"),
            ("0,88–0,90", "0,88-0,9"),
            ("35 - 40", "35-40"),
            ("35÷40", "35-40"),
            ("từ 70 đến 80%", "70-80%"),
            ("70%-80%", "70-80%"),
            ("70 đến dưới 80", "≥ 70 đến < 80"),
            ("trên 10 đến 20", "> 10 đến ≤ 20"),
            ("> 10 và < 20", "> 10 đến < 20"),
            ("-2,5", "-2,5"),
            ("−2,5 − −1", "-2,5--1"),
            ("02-03", "2-3"),
        ] {
            assert_eq!(shown(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn reads_bounds() {
        for (cell, expected) in [
            ("≥ 10", "≥ 10"),
            (">= 10", "≥ 10"),
            ("> 90", "> 90"),
            ("<3,0", "< 3"),
            ("≤ 5%", "≤ 5%"),
            ("Trên 90", "> 90"),
            ("Dưới 10", "< 10"),
            ("từ 5 trở lên", "≥ 5"),
            ("Từ 85%", "≥ 85%"),
            ("85% trở lên", "≥ 85%"),
            ("10 trở xuống", "≤ 10"),
            ("ít nhất 5", "≥ 5"),
            ("Đạt tối thiểu 50%", "≥ 50%"),
            ("không dưới 7", "≥ 7"),
            ("không quá 10", "≤ 10"),
            ("tối đa 3", "≤ 3"),
            ("Khoảng 30", "khoảng 30"),
            ("khoảng trên 30-40", "khoảng > 30 đến ≤ 40"),
            ("trên dưới 30", "khoảng 30"),
        ] {
            assert_eq!(shown(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn reads_units_ratios_and_years() {
        for (cell, expected) in [
            ("100%", "100%"),
            ("100 %", "100%"),
            ("Đạt 100%", "100%"),
            ("15 m2/người", "15 m²/người"),
            ("120.000 căn", "120.000 căn nhà"),
            ("12 triệu lượt khách", "12 triệu lượt khách"),
            ("12 Triệu", "12 triệu"),
            ("9/10", "9/10"),
            ("8-9/10 tiêu chí", "8-9/10 tiêu chí"),
            ("11.000 (năm 2030 >3%)", "11.000; năm 2030: > 3%"),
            ("Năm 2030: 90%", "năm 2030: 90%"),
            ("2030: 90", "năm 2030: 90"),
            ("85% (năm 2030)", "năm 2030: 85%"),
            ("85 vào năm 2030", "năm 2030: 85"),
            ("80, đến năm 2030 đạt 90", "80; năm 2030: 90"),
            ("90 (theo chuẩn mới)", "90 (theo chuẩn mới)"),
            ("90 (*)", "90"),
            ("2030", "2.030"),
        ] {
            assert_eq!(shown(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_not_understood_is_no_target() {
        for cell in [
            "",
            " ",
            "-",
            "một lần/năm",
            "Hoàn thành",
            "tăng 5%",
            "1,2,3",
            "7/2026",
            "01/7/2026",
            "40-35",
            "10 và 20",
            "≥ 10 đến ≥ 20",
            "100 (tối thiểu)",
            "năm 2030",
            "(80",
            "5 và",
            "70%-80 người",
            "1/2-1/3",
            "Quý IV/2027",
            "10-",
            "/10",
            "10 100 triệu",
            "II",
            "> ",
            "90 (theo 2 chuẩn)",
        ] {
            let expected = (cell == "(80").then_some("80".to_owned());
            assert_eq!(shown(cell), expected, "{cell}");
        }
    }

    #[test]
    fn the_order_of_ends_is_evidence() {
        assert_eq!(shown("900-1,200").as_deref(), Some("900-1.200"));
        assert_eq!(shown("1,200-3,400").as_deref(), Some("1,200-3,400"));
        assert_eq!(shown("900-1,20"), None);
    }
}
