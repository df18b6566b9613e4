//! How value cells are read.

use super::cursor::{Bound, Cursor, OPENINGS, Side};
use super::{Change, Interval, Precision, Target, TargetPart};
use crate::model::Unit;
use crate::text::{Opening, fold, is_folded, is_year, word_end};

/// Reads a whole value cell; `None` where a part of it is not understood.
pub(super) fn target(cell: &str) -> Option<Target> {
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) || !may_open(cell) {
        return None;
    }
    let folded = closed_decimals(fold(cell));
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
    // `80 (tăng 5%)`: a level and a change are no two demands.
    let is_mixed = target.parts.windows(2).any(|parts| parts[0].change != parts[1].change);
    (!target.parts.is_empty() && !is_mixed).then_some(target)
}

/// A cell without the blank that slipped behind a decimal comma (`6, 2`): one
/// comma between digits, one or two of them behind it, and no year before it.
/// Several such commas make a list (`5, 10, 15`), and so do units (`10%, 20%`).
fn closed_decimals(folded: String) -> String {
    let mut commas = folded.match_indices(", ").filter(|(at, _)| {
        folded[..*at].ends_with(|c: char| c.is_ascii_digit())
            && folded[at + 2..].starts_with(|c: char| c.is_ascii_digit())
    });
    let (Some((at, _)), None) = (commas.next(), commas.next()) else {
        return folded;
    };
    let (whole, decimals) = (&folded[..at], &folded[at + 2..]);
    let count = decimals.bytes().take_while(u8::is_ascii_digit).count();
    let before = &whole[whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len()..];
    let is_cut = decimals[count..].starts_with(['.', ',', '/']) || whole[..whole.len() - before.len()].ends_with(',');
    if count > 2 || is_year(before) || is_cut {
        return folded;
    }
    format!("{whole},{decimals}")
}

/// Whether the first word, if it is one and folded, can stand before a figure:
/// readers who look for a lost column ask about many texts that are no values.
fn may_open(cell: &str) -> bool {
    let start = cell.trim_start_matches(|c: char| !c.is_alphabetic() && (c.is_ascii_punctuation() || c == ' '));
    let word = &start[..word_end(start, 0)];
    !word.starts_with(char::is_alphabetic) || !is_folded(word) || OPENINGS.may_open(Opening::of(word))
}

fn part(piece: &str) -> Option<TargetPart> {
    let mut cursor = Cursor::new(piece);
    let year = cursor.year_prefix();
    cursor.fillers();
    let change = cursor.change();
    cursor.fillers();
    let precision = cursor.precision();
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
    let is_rank = first.side == Some(Side::Leading);
    if is_rank {
        cursor.field();
    }
    let mut since = cursor.since();
    if change == Some(Change::Multiple) {
        // `gấp 1,5 lần năm 2025`
        since = since.or_else(|| cursor.year());
    }
    let year = year.or_else(|| cursor.year());
    cursor.end()?;
    let out_of = last.out_of;
    let unit = match last.unit {
        Some(text) if !is_rank => Some(own_unit(text)?),
        _ => None,
    };
    // `70%-80%`: one unit; `8/10-9/10`: one whole.
    if (first.unit.is_some() && first.unit != last.unit) || (first.out_of.is_some() && first.out_of != out_of) {
        return None;
    }
    Some(TargetPart {
        interval,
        change,
        since,
        out_of,
        year,
        unit,
        precision,
    })
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
        Some(Side::AtMost | Side::Leading) => Interval {
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
    let mut cursor = Cursor::new(piece);
    let year = cursor.year()?;
    cursor.end()?;
    Some(year)
}

/// Words in a value cell that say nothing about the number.
fn is_remark(piece: &str) -> bool {
    let mut cursor = Cursor::new(piece);
    cursor.fillers();
    !piece.contains(|c: char| c.is_numeric()) && cursor.precision() == Precision::Exact && cursor.side().is_none()
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
            ("tăng 5%", "tăng 5%"),
            ("Tăng thêm trên 20", "tăng > 20"),
            ("giảm bình quân 1 - 1,5%/năm", "giảm 1-1,5%/năm"),
            ("Tăng gấp 2 lần", "gấp 2 lần"),
            ("Giảm 30% so với 2025", "giảm 30% so với năm 2025"),
            ("gấp 1,5 lần năm 2025", "gấp 1,5 lần so với năm 2025"),
            ("giảm xuống còn 5%", "5%"),
            ("tăng lên 20", "20"),
            ("Top 10", "≤ 10"),
            (
                "Trong nhóm 10 tỉnh, thành phố dẫn đầu cả nước",
                "≤ 10 (thành phố dẫn đầu cả nước)",
            ),
            ("Thuộc nhóm 5 địa phương đứng đầu", "≤ 5"),
            ("xếp thứ 3", "3"),
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
            "tăng",
            "tăng từ 5 lên 10",
            "80 (tăng 5%)",
            "Nhóm A",
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
    fn a_blank_behind_the_decimal_comma_is_a_slip() {
        for (cell, expected) in [
            ("6, 2", Some("6,2")),
            ("98, 0", Some("98")),
            ("1.250, 5", Some("1.250,5")),
            ("≥ 6, 25%", Some("≥ 6,25%")),
            ("2025, 2030", Some("2.025; 2.030")),
            ("2025, 30", Some("2.025; 30")),
            ("10%, 20%", Some("10%; 20%")),
            ("5, 10, 15", Some("5; 10; 15")),
            ("5, 100", Some("5; 100")),
            ("6,2, 5", Some("6,2; 5")),
        ] {
            assert_eq!(shown(cell).as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn the_order_of_ends_is_evidence() {
        assert_eq!(shown("900-1,200").as_deref(), Some("900-1.200"));
        assert_eq!(shown("1,200-3,400").as_deref(), Some("1,200-3,400"));
        assert_eq!(shown("900-1,20"), None);
    }
}
