//! Units.

use doichieu::model::Unit;
use doichieu::text::Number;
use proptest::prelude::*;
use serde_json::json;

use super::numbers::positive;
use super::{cases, comes_back, soup};

/// Known units with any scale, counted per something or not, and unknown ones.
pub fn unit() -> impl Strategy<Value = Unit> {
    const KNOWN: &[&str] = &[
        "%",
        "người",
        "đồng",
        "USD",
        "m²",
        "căn nhà",
        "lượt khách",
        "ha",
        "kWh",
        "bác sĩ",
        "sản phẩm",
        "điểm phần trăm",
        "km",
        "tiêu chí",
    ];
    const PER: &[&str] = &[
        "",
        "",
        "",
        "/người",
        "/năm",
        "/ngày đêm",
        "/người/tháng",
        "/dân",
        "/km²",
    ];
    const UNKNOWN: &[&str] = &["con giống", "tỉ lệ", "cổ phiếu", "đồng/cổ phiếu", "chậu hoa"];
    let scale = prop_oneof![
        3 => Just(Number::ONE),
        3 => (0_u32..=12).prop_map(|zeros| Number::from_i64(10_i64.pow(zeros))),
        1 => (1_u32..=6).prop_map(|places| Number::ONE.checked_div(Number::from_i64(10_i64.pow(places))).unwrap()),
        1 => positive(),
    ];
    let known = (scale.clone(), prop::sample::select(KNOWN), prop::sample::select(PER))
        .prop_map(|(scale, base, per)| json!({"scale": scale, "base": format!("{base}{per}")}));
    let unknown =
        (scale.clone(), prop::sample::select(UNKNOWN)).prop_map(|(scale, base)| json!({"scale": scale, "base": base}));
    let two = (known.clone(), known.clone()).prop_map(|(mut first, second)| {
        first["others"] = json!([second]);
        first
    });
    let bare = scale
        .prop_filter("a scale alone is a figure or a word", |scale| *scale != Number::ONE)
        .prop_map(|scale| json!({"scale": scale, "base": ""}));
    prop_oneof![6 => known, 2 => unknown, 1 => two, 1 => bare].prop_map(|unit| serde_json::from_value(unit).unwrap())
}

const PIECES: &[&str] = &[
    "1.000",
    "10",
    "0",
    "3,5",
    "nghìn",
    "vạn",
    "triệu",
    "Tr.",
    "tr",
    "tỷ",
    "lệ",
    "đồng",
    "đ",
    "USD",
    "%",
    "/",
    "người",
    "năm",
    "m",
    "<sup>2</sup>",
    "²",
    "M²",
    "2",
    "(",
    ")",
    ";",
    ",",
    ".",
    "*",
    ":",
    "căn",
    "nhà",
    "bác sỹ",
    "dân",
    "giống",
    "con",
    "điểm",
    "-",
    "ngày",
    "đêm",
    "<b>",
    "</b>",
    "kwh",
    "$",
];

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_unit_reads_as_shown(unit in unit()) {
        comes_back(&unit, Unit::parse)?;
    }

    #[test]
    fn whatever_is_a_unit_reads_as_shown(text in soup(PIECES, 7)) {
        if let Some(unit) = Unit::parse(&text) {
            comes_back(&unit, Unit::parse)?;
        }
    }

    #[test]
    fn a_unit_found_in_a_text_is_a_known_one(text in soup(PIECES, 7)) {
        if let Some(end) = Unit::scan(&text) {
            let unit = Unit::parse(&text[..end]);
            prop_assert!(unit.as_ref().is_some_and(Unit::is_known), "{}: {:?}", &text[..end], unit);
        }
    }
}
