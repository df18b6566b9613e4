//! Days and points in time.

use doichieu::model::{Date, TimePoint};
use proptest::prelude::*;

use super::{cases, comes_back, soup};

/// Points of every precision, most of them near each other.
pub fn point() -> impl Strategy<Value = TimePoint> {
    let year = prop_oneof![4 => 2024_i16..=2032, 1 => 1900_i16..=2199];
    let part = prop::sample::select(&["", "", "đầu ", "giữa ", "cuối "][..]);
    let half = prop::sample::select(&["đầu", "cuối"][..]);
    let quarter = prop::sample::select(&["I", "II", "III", "IV"][..]);
    let text = prop_oneof![
        (part.clone(), year.clone()).prop_map(|(part, year)| format!("{part}năm {year}")),
        (half, year.clone()).prop_map(|(half, year)| format!("6 tháng {half} năm {year}")),
        (part.clone(), quarter, year.clone()).prop_map(|(part, quarter, year)| format!("{part}quý {quarter}/{year}")),
        (part, 1..=12, year.clone()).prop_map(|(part, month, year)| format!("{part}tháng {month}/{year}")),
        (1..=28, 1..=12, year).prop_map(|(day, month, year)| format!("{day}/{month}/{year}")),
    ];
    text.prop_map(|text| text.parse().unwrap())
}

const PIECES: &[&str] = &[
    "2026", "2030", "6", "12", "31", "/", "-", ".", ",", "Quý", "IV", "QIII", "l", "năm", "tháng", "ngày", "đầu",
    "giữa", "cuối", "nửa", "T", "của", "1899", "2200", "0",
];

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_day_reads_as_shown(year in any::<i16>(), month in 0_u8..=13, day in 0_u8..=32) {
        if let Some(day) = Date::new(year, month, day) {
            comes_back(&day, |text| text.parse().ok())?;
        }
    }

    #[test]
    fn a_point_reads_as_shown_and_ends_behind_its_start(point in point()) {
        comes_back(&point, |text| text.parse().ok())?;
        prop_assert!(point.first_day() <= point.last_day());
    }

    #[test]
    fn whatever_is_a_point_reads_as_shown(text in soup(PIECES, 6)) {
        if let Ok(point) = text.parse::<TimePoint>() {
            comes_back(&point, |text| text.parse().ok())?;
        }
    }
}
