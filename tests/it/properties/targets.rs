//! Targets and how they lie to each other.

use doichieu::model::{End, Interval, Target, TargetRelation, Unit};
use doichieu::text::Number;
use proptest::prelude::*;
use serde_json::json;

use super::numbers::{number, plain_number};
use super::units::unit;
use super::{cases, comes_back, soup};

/// Targets of one part or two, every shape of interval among them.
pub fn target() -> impl Strategy<Value = Target> {
    let remark = prop::sample::select(&["theo chuẩn mới", "số lũy kế"][..]);
    let change = prop::sample::select(&["increase", "decrease", "multiple"][..]);
    (
        prop::collection::vec(part(), 1..=2),
        prop::option::weighted(0.2, remark),
        prop::option::weighted(0.2, change),
    )
        .prop_map(|(mut parts, remark, change)| {
            for part in &mut parts {
                part["change"] = json!(change);
            }
            serde_json::from_value(json!({"parts": parts, "remark": remark})).unwrap()
        })
}

fn part() -> impl Strategy<Value = serde_json::Value> {
    let whole = prop_oneof![Just("10"), Just("100"), Just("63"), Just("1.5")].prop_map(plain_number);
    let unit = unit().prop_filter("a figure before it would be another", |unit| {
        !unit.to_string().starts_with(|c: char| c.is_ascii_digit())
    });
    let unit = unit.prop_filter("only a known unit, or a scale alone, ends the figure", |unit| {
        unit.others.is_empty() && (unit.base.is_empty() || unit.is_known())
    });
    (
        interval(),
        prop::option::weighted(0.2, whole),
        prop::option::weighted(0.3, 2026_i16..=2035),
        prop::option::weighted(0.4, unit),
        prop::sample::select(&["exact", "exact", "approximate"][..]),
        prop::option::weighted(0.1, 2020_i16..=2026),
    )
        .prop_map(|(interval, out_of, year, unit, precision, since)| {
            json!({
                "interval": interval, "out_of": out_of, "year": year, "unit": unit, "precision": precision,
                "since": since,
            })
        })
}

/// Intervals that hold a number: a point, or one end or two, in or out.
pub fn interval() -> impl Strategy<Value = Interval> {
    let side = || (end(), any::<bool>()).prop_map(|(end, inclusive)| End { inclusive, ..end });
    prop_oneof![
        end().prop_map(|end| Interval {
            low: Some(end),
            high: Some(end)
        }),
        side().prop_map(|low| Interval {
            low: Some(low),
            high: None
        }),
        side().prop_map(|high| Interval {
            low: None,
            high: Some(high)
        }),
        (side(), side()).prop_map(|(one, other)| {
            let (low, high) = if one.value <= other.value {
                (one, other)
            } else {
                (other, one)
            };
            Interval {
                low: Some(low),
                high: Some(high),
            }
        }),
    ]
    .prop_filter("a set that is a point has one end", |interval| {
        !interval.is_empty() && (interval.point().is_none() || interval.low == interval.high)
    })
}

/// Ends near each other, some of figures that could be read in two ways.
fn end() -> impl Strategy<Value = End> {
    let near = (0_i64..=40).prop_map(|tenths| Number::from_i64(tenths).checked_div(Number::from(10)).unwrap());
    let two_readings = (1_i64..=999).prop_map(|value| End {
        alternative: Some(Number::from_i64(value * 1000)),
        ..End::closed(Number::from_i64(value))
    });
    prop_oneof![4 => near.prop_map(End::closed), 3 => number().prop_map(End::closed), 1 => two_readings]
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "10", "2030", "0,88", "1,200", "12.000", "9", "/", "-", "–", "÷", "~", ">", "<", "=", "≥", "≤", "từ", "đến", "dưới",
    "Trên", "trở lên", "trở xuống", "khoảng", "đạt", "không quá", "năm", "vào", "(", ")", ";", ", ", ":", "%", "người",
    "triệu", "tỷ", "đồng", "m²", "theo chuẩn mới", "và", "*", ".", "−", "căn",
    "tăng", "giảm", "gấp", "thêm", "lên", "top", "nhóm", "tỉnh", "dẫn đầu", "lần",
    "so với",
];

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_target_reads_as_shown(target in target()) {
        comes_back(&target, Target::parse)?;
    }

    #[test]
    fn whatever_is_a_target_reads_as_shown(text in soup(PIECES, 8)) {
        if let Some(target) = Target::parse(&text) {
            comes_back(&target, Target::parse)?;
        }
    }

}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn swapping_two_targets_mirrors_their_relation(
        left in target(), right in target(), units in (prop::option::of(unit()), prop::option::of(unit())),
    ) {
        let (left_unit, right_unit) = (units.0.as_ref(), units.1.as_ref());
        let relation = left.relation(left_unit, &right, right_unit);
        prop_assert_eq!(right.relation(right_unit, &left, left_unit), relation.mirrored());
        prop_assert_eq!(relation.mirrored().mirrored(), relation);
        prop_assert_eq!(left.same_figures(&right), right.same_figures(&left));
    }

    #[test]
    fn a_target_equals_itself(target in target(), unit in prop::option::of(unit())) {
        let relation = target.relation(unit.as_ref(), &target, unit.as_ref());
        let too_large = scaled_too_large(&target, unit.as_ref());
        prop_assert!(relation == TargetRelation::Equal || too_large, "{:?}", relation);
        prop_assert!(target.same_figures(&target));
    }

    #[test]
    fn the_relation_of_two_sets_tells_which_numbers_they_hold(left in interval(), right in interval(), number in number()) {
        let ends = [left.low, left.high, right.low, right.high];
        for number in ends.into_iter().flatten().map(|end| end.value).chain([number]) {
            let (is_left, is_right) = (left.contains(number), right.contains(number));
            let fits = match left.relation(&right) {
                TargetRelation::Equal => is_left == is_right,
                TargetRelation::LeftInsideRight => !is_left || is_right,
                TargetRelation::RightInsideLeft => is_left || !is_right,
                TargetRelation::Disjoint => !(is_left && is_right),
                TargetRelation::Overlap => true,
                TargetRelation::NotComparable => false,
            };
            prop_assert!(fits, "{} | {}: {}", left, right, number);
        }
        prop_assert_eq!(right.relation(&left), left.relation(&right).mirrored());
    }
}

/// Whether a figure of it in its unit has more digits than a number can have.
fn scaled_too_large(target: &Target, column: Option<&Unit>) -> bool {
    target.parts.iter().any(|part| {
        let unit = part.unit.as_ref().or(column);
        unit.is_some_and(|unit| part.interval.scaled(unit.scale).is_none())
    })
}
