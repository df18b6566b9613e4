//! Tests of targets and how they compare.

use super::TargetRelation::{Disjoint, Equal, LeftInsideRight, NotComparable, Overlap, RightInsideLeft};
use super::*;

fn relation(left: (&str, &str), right: (&str, &str)) -> TargetRelation {
    let [left, right] = [left, right].map(|(value, unit)| (Target::parse(value).unwrap(), Unit::parse(unit)));
    let relation = left.0.relation(left.1.as_ref(), &right.0, right.1.as_ref());
    let mirrored = right.0.relation(right.1.as_ref(), &left.0, left.1.as_ref());
    assert_eq!(mirrored, relation.mirrored(), "{} | {}", left.0, right.0);
    relation
}

#[test]
fn relations_in_one_unit() {
    for (left, right, expected) in [
        ("0,88", "0,88-0,90", LeftInsideRight),
        ("≥ 10", "10-12", RightInsideLeft),
        ("≥ 80,0", "70-80", Overlap),
        ("35 - 40", "32", Disjoint),
        ("40,0", "40", Equal),
        ("< 3,0", "< 3", Equal),
        ("> 90", "≥ 90", LeftInsideRight),
        ("85", "85-90", LeftInsideRight),
        ("100%", "100", Equal),
        ("khoảng 30", "30", RightInsideLeft),
        ("khoảng 30", "khoảng 30", Equal),
        ("khoảng 30", "40", Disjoint),
    ] {
        assert_eq!(relation((left, "%"), (right, "%")), expected, "{left} | {right}");
    }
}

#[test]
fn relations_on_a_common_scale() {
    assert_eq!(
        relation(("14,50", "Tr.đồng/người"), ("14.500", "1.000 đồng/người")),
        Equal
    );
    assert_eq!(relation(("120.000", "Căn nhà"), ("120", "1.000 căn nhà")), Equal);
    assert_eq!(
        relation(("35 - 40", "M <sup>2</sup>/người"), ("32", "M²/người")),
        Disjoint
    );
    assert_eq!(relation(("12 triệu", "lượt"), ("12", "triệu lượt")), Equal);
    assert_eq!(relation(("12 triệu", "triệu lượt"), ("12", "triệu lượt")), Equal);
    assert_eq!(relation(("12 triệu", ""), ("12.000 nghìn", "")), Equal);
    assert_eq!(
        relation(("5 triệu lượt", "lượt khách"), ("5", "triệu lượt khách")),
        Equal
    );
    assert_eq!(relation(("12,5 nghìn", "tỷ đồng"), ("12.500", "tỷ đồng")), Equal);
    assert_eq!(relation(("12 triệu", "nghìn lượt"), ("12", "triệu lượt")), Equal);
    assert_eq!(relation(("450", "ha"), ("4,5", "km2")), Equal);
    assert_eq!(relation(("450", "ha"), ("300.000", "m2")), Disjoint);
    assert_eq!(relation(("0,5", "%"), ("5", "‰")), Equal);
    assert_eq!(relation(("8%", "%/năm"), ("7", "%/năm")), Disjoint);
    assert_eq!(
        relation(("15 bác sĩ", "bác sĩ/vạn dân"), ("15", "bác sĩ/vạn dân")),
        NotComparable
    );
    assert_eq!(relation(("4.373", "1.000 lao động"), ("4.373", "Lao động")), Disjoint);
}

#[test]
fn other_bases_are_not_comparable_and_missing_units_are_left_out() {
    assert_eq!(relation(("5", "người"), ("5", "%")), NotComparable);
    assert_eq!(relation(("5%", "người"), ("5", "%")), Equal);
    assert_eq!(relation(("5", "chậu hoa"), ("5", "Chậu  hoa")), Equal);
    assert_eq!(relation(("5", "chậu hoa"), ("5", "chậu")), NotComparable);
    assert_eq!(relation(("5", "1.000 người"), ("5", "")), Equal);
    assert_eq!(relation(("5", ""), ("6", "%")), Disjoint);
}

#[test]
fn ratios_compare_with_ratios_of_the_same_whole() {
    assert_eq!(relation(("9/10", "Tiêu chí"), ("9/10", "Tiêu chí")), Equal);
    assert_eq!(relation(("8-9/10", ""), ("9/10", "")), RightInsideLeft);
    assert_eq!(relation(("8/10", ""), ("9/10", "")), Disjoint);
    assert_eq!(relation(("9/10", ""), ("18/20", "")), NotComparable);
    assert_eq!(relation(("9/10", ""), ("9", "")), NotComparable);
}

#[test]
fn changes_compare_with_changes_of_the_same_direction() {
    assert_eq!(relation(("giảm 10%", "%"), ("giảm 10", "%")), Equal);
    assert_eq!(relation(("giảm 10%", "%"), ("giảm 5-10", "%")), LeftInsideRight);
    assert_eq!(relation(("giảm 10", "%"), ("tăng 10", "%")), NotComparable);
    assert_eq!(relation(("giảm 10", "%"), ("10", "%")), NotComparable);
    let since = |percent: u8, year: u16| format!("giảm {percent}% so với năm {year}");
    for (percent, year, expected) in [(30, 2025, Equal), (10, 2025, Disjoint), (30, 2020, NotComparable)] {
        assert_eq!(
            relation((&since(30, 2025), "%"), (&since(percent, year), "%")),
            expected
        );
    }
    assert_eq!(relation((&since(30, 2025), "%"), ("giảm 20", "%")), Disjoint);
}

#[test]
fn ranks_are_better_the_lower_they_are() {
    assert_eq!(
        relation(("Top 5", "Thứ hạng"), ("Nhóm 10", "Thứ hạng")),
        LeftInsideRight
    );
    assert_eq!(relation(("Top 10", "Thứ hạng"), ("Thuộc nhóm 10", "Thứ bậc")), Equal);
    assert_eq!(relation(("Top 10", ""), ("15", "")), Disjoint);
}

#[test]
fn the_year_of_the_column_is_no_other_one() {
    let until = |text: &str| Target::parse(text).unwrap().until(2030).to_string();
    assert_eq!(until("70 (năm 2030)"), "70");
    assert_eq!(until("70 (năm 2028)"), "năm 2028: 70");
    assert_eq!(until("11.000 (năm 2030 >3%)"), "11.000; năm 2030: > 3%");
}

#[test]
fn parts_are_compared_year_by_year() {
    let both = ("11.000 (năm 2030 >3%)", "Đảng viên/năm %");
    assert_eq!(relation(both, both), Equal);
    assert_eq!(relation(both, ("11.000", "Đảng viên/năm")), LeftInsideRight);
    assert_eq!(relation(both, ("11.000 (năm 2030: 2%)", "Đảng viên/năm")), Disjoint);
    assert_eq!(
        relation(both, ("11.000-12.000 (năm 2030: 4%)", "Đảng viên/năm")),
        Overlap
    );
    assert_eq!(relation(both, ("năm 2029: 11.000", "Đảng viên/năm")), NotComparable);
    assert_eq!(relation(both, ("3", "%")), NotComparable);
}

#[test]
fn a_figure_in_a_larger_unit_may_be_rounded() {
    let thousands = |figure| (figure, "1.000 người");
    for (million, relation_to) in [
        ("9,28", Equal),
        ("9,277", Equal),
        ("9,2769", Equal),
        ("9,27", Disjoint),
        ("9,3", Equal),
        ("9", Disjoint),
    ] {
        let found = relation(thousands("9.276,9"), (million, "Triệu người"));
        assert_eq!(found, relation_to, "{million}");
        let mirrored = relation((million, "Triệu người"), thousands("9.276,9"));
        assert_eq!(mirrored, relation_to, "{million}");
    }
    assert_eq!(relation(thousands("9.276,9"), thousands("9.277")), Disjoint);
    assert_eq!(relation(("120.200", "căn"), ("120", "1.000 căn")), Disjoint);
    assert_eq!(relation(("≥ 50.100", "m²"), ("≥ 5,01", "ha")), Equal);
    assert_eq!(relation(("≥ 50.120", "m²"), ("≥ 5,01", "ha")), Equal);
    assert_eq!(relation(("> 50.120", "m²"), ("≥ 5,01", "ha")), LeftInsideRight);
    assert_eq!(relation(("50.120-60.000", "m²"), ("≥ 5,01", "ha")), LeftInsideRight);
}

#[test]
fn ends_are_the_same_figures_whatever_their_units() {
    let shares = |a, b| Target::parse(a).unwrap().shares_a_figure(&Target::parse(b).unwrap());
    assert!(shares("≥ 10", "10-12"));
    assert!(shares("8-10", "≥ 10"));
    assert!(!shares("≥ 10", "11-12"));
}

#[test]
fn the_other_reading_is_kept_until_evidence_chooses() {
    let printed = Target::parse("12,000").unwrap();
    let other = printed.alternative().unwrap();
    assert_eq!(
        (printed.point(), other.point()),
        (Some(Number::from(12)), Some(Number::from(12_000)))
    );
    assert_eq!(other.relation(None, &Target::parse("12.000").unwrap(), None), Equal);
    assert_eq!(other.alternative(), None);
    let range = Target::parse("≥ 1,200").unwrap().alternative().unwrap();
    assert_eq!(range.to_string(), "≥ 1.200");
    for figure in ["12.000", "0,885", "29,75", "9.276,9"] {
        assert_eq!(Target::parse(figure).unwrap().alternative(), None, "{figure}");
    }
}

#[test]
fn same_figures_whatever_the_unit() {
    let same = |a, b| Target::parse(a).unwrap().same_figures(&Target::parse(b).unwrap());
    assert!(same("4.373", "4.373,0"));
    assert!(same("100%", "100"));
    assert!(!same("4.373", "4.374"));
    assert!(!same("> 90", "≥ 90"));
}

#[test]
fn displays_what_it_reads_and_goes_through_json() {
    for cell in [
        "0,88-0,90",
        "12,000",
        "1,200-3,400",
        "12,000-12",
        "01,234",
        "0,885",
        "1234,567",
        "≥ 10",
        "9/10 tiêu chí",
        "11.000 (năm 2030 >3%)",
        "khoảng trên 90%",
        "-2--1",
        "từ 10 đến dưới 20 nghìn tỷ đồng",
        "12 triệu lượt khách",
        "90 (theo chuẩn mới)",
        "85 vào năm 2030",
        "15%/năm",
        "12 nghìn tỷ",
        "0,5 bác sĩ/vạn dân",
        "19 bác sỹ/vạn dân",
        "12 vạn",
        "3 tỷ USD (2030: 5 tỷ USD)",
    ] {
        let target = Target::parse(cell).unwrap();
        assert_eq!(
            Target::parse(&target.to_string()),
            Some(target.clone()),
            "{cell}: {target}"
        );
        let json = serde_json::to_string(&target).unwrap();
        assert_eq!(serde_json::from_str::<Target>(&json).unwrap(), target);
    }
}
