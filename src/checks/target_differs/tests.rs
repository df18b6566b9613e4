//! Small tables and what is said of their targets.

use super::*;
use crate::checks::trial::{both, indicators, program};

/// The years and severities of what is found, and how often rows agree or cannot be compared.
fn of(left: &str, right: &str) -> (Vec<(Option<String>, Severity)>, usize, usize) {
    let [left, right] = [left, right].map(|table| program(&format!("PHỤ LỤC 1\nCHỈ TIÊU 2026-2030\n\n{table}")));
    let outcome = both(check, &left, &right);
    let found = outcome.findings.into_iter().map(|finding| match finding.details {
        Details::TargetDiffers { period, .. } => (period, finding.severity),
        _ => unreachable!(),
    });
    (found.collect(), outcome.agreements.len(), outcome.not_checked.len())
}

const YEARLY: &str = "TT\tChỉ tiêu\tĐVT\tTH 2025\tNăm 2026\tNăm 2027\tNăm 2030\n";

#[test]
fn targets_for_one_year_are_compared() {
    let left = &format!("{YEARLY}1\tTỷ lệ hộ nghèo\t%\t4\t3\t2\t0,5\n");
    let later = "TT\tChỉ tiêu\tĐVT\tKế hoạch 2027\tGiai đoạn 2026-2030\n1\tTỷ lệ hộ nghèo\t%\t";
    assert_eq!(of(left, &format!("{later}2,0\t0,5\n")), (vec![], 1, 0));
    let found = of(left, &format!("{later}1\t0,5\n"));
    assert_eq!(found, (vec![(Some("2027".to_owned()), Severity::Contradiction)], 0, 0));
    let found = of(left, &format!("{later}≤ 2\t1\n"));
    let expected = vec![
        (None, Severity::Contradiction),
        (Some("2027".to_owned()), Severity::Difference),
    ];
    assert_eq!(found, (expected, 0, 0));
}

#[test]
fn a_target_is_found_among_those_of_later_years() {
    let left = "TT\tChỉ tiêu\tĐVT\tMục tiêu\n1\tTỷ lệ hộ nghèo\t%\t0,5\n";
    let right = "TT\tChỉ tiêu\tĐVT\tĐến năm 2030\tTầm nhìn 2045\n1\tTỷ lệ hộ nghèo\t%\t";
    let expected = (vec![(Some("2030".to_owned()), Severity::Contradiction)], 0, 0);
    assert_eq!(of(left, &format!("{right}1\t0\n")), expected);
    assert_eq!(of(left, &format!("{right}0,5\t0\n")), (vec![], 1, 0));
    let right = right.replace("2030", "2035");
    assert_eq!(of(left, &format!("{right}0,5\t0\n")), (vec![], 0, 1));
}

#[test]
fn a_year_is_compared_with_that_year_and_a_period_with_the_period() {
    let left = "TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2030\tGiai đoạn 2026-2030\n1\tSố căn nhà ở xã hội\tcăn\t60\t75\t300\n";
    let right = "TT\tChỉ tiêu\tĐVT\tGiai đoạn 2026-2030\tNăm 2030\n1\tSố căn nhà ở xã hội\tcăn\t300\t75\n";
    assert_eq!(of(left, right), (vec![], 1, 0));
    let whole = "TT\tChỉ tiêu\tĐVT\tGiai đoạn 2026-2030\n1\tSố căn nhà ở xã hội\tcăn\t";
    assert_eq!(of(left, &format!("{whole}300\n")), (vec![], 1, 0));
    let expected = vec![(Some("2026-2030".to_owned()), Severity::Contradiction)];
    assert_eq!(of(left, &format!("{whole}400\n")), (expected, 0, 0));
}

#[test]
fn results_and_parts_of_a_year_are_no_targets() {
    let left = &format!("{YEARLY}1\tTỷ lệ hộ nghèo\t%\t4\t3\t2\t0,5\n");
    let right = "TT\tChỉ tiêu\tĐVT\tTH 2025\t6 tháng 2026\tBình quân 2026-2027\tNăm 2030\n";
    assert_eq!(
        of(left, &format!("{right}1\tTỷ lệ hộ nghèo\t%\t5\t4\t1\t0,5\n")),
        (vec![], 1, 0)
    );
}

#[test]
fn an_empty_value_is_missing_and_a_printed_one_not_understood() {
    let why = |value: &str| {
        let [left, right] = ["1\t%", value].map(|cells| {
            let (value, unit) = cells.split_once('\t').unwrap_or((cells, ""));
            indicators(&format!("1\tTỷ lệ hộ nghèo\t{unit}\t{value}\tSở Y tế\n"))
        });
        both(check, &left, &right).not_checked[0].why
    };
    assert_eq!(why(""), WhyNot::Missing);
    assert_eq!(why("Giảm dần"), WhyNot::NotUnderstood);
    assert_eq!(why("Giảm dần\t%"), WhyNot::NotUnderstood);
}

#[test]
fn an_empty_value_beside_its_unit_is_a_doubt() {
    let said = |left: &str, right: &str| {
        let [left, right] = [left, right].map(|value| indicators(&format!("1\tTỷ lệ hộ nghèo\t%\t{value}\tSở Y tế\n")));
        let outcome = both(check, &left, &right);
        let severity = outcome.findings.first().map(|finding| finding.severity);
        (severity, outcome.not_checked.len())
    };
    assert_eq!(said("1", ""), (Some(Severity::Doubt), 0));
    assert_eq!(said("", "1"), (Some(Severity::Doubt), 0));
    assert_eq!(said("1", "-"), (Some(Severity::Doubt), 0));
    assert_eq!(said("-", "-"), (None, 1));
    assert_eq!(said("", ""), (None, 1));
    assert_eq!(said("1", "Giảm dần"), (None, 1));
}

fn one(row: [&str; 2], left: [&str; 2], right: [&str; 2]) -> (Vec<(Option<String>, Severity)>, usize, usize) {
    let [name, unit] = row;
    let table = |[headings, values]: [&str; 2]| {
        let [headings, values] = [headings, values].map(|cells| cells.replace(" | ", "\t"));
        format!("TT\tChỉ tiêu\tĐVT\t{headings}\n1\t{name}\t{unit}\t{values}\n")
    };
    of(&table(left), &table(right))
}

const POOR: [&str; 2] = ["Tỷ lệ hộ nghèo", "%"];
const GROWTH: [&str; 2] = ["Tốc độ tăng trưởng GRDP", "%"];
const FLATS: [&str; 2] = ["Số căn nhà ở xã hội hoàn thành", "căn"];

#[test]
fn a_part_of_a_year_is_compared_with_that_part() {
    let silent = (vec![], 0, 1);
    for part in [
        "Đến 30/6/2026",
        "6 tháng đầu năm 2026",
        "Quý II/2026",
        "Ước thực hiện 6 tháng 2026",
    ] {
        assert_eq!(one(POOR, [part, "4"], ["Năm 2026", "3"]), silent, "{part}");
    }
    assert_eq!(one(POOR, ["Quý I/2026", "4"], ["Quý II/2026", "5"]), silent);
    let both = ["Năm 2026 | 6 tháng đầu năm 2026", "3 | 4"];
    assert_eq!(one(POOR, both, ["Đến 30/6/2026 | Năm 2026", "4 | 3"]), (vec![], 1, 0));
    let expected = (vec![(Some("Đến 30/6/2026".to_owned()), Severity::Contradiction)], 0, 0);
    assert_eq!(one(POOR, both, ["Đến 30/6/2026 | Năm 2026", "5 | 3"]), expected);
    let year = (vec![(None, Severity::Contradiction)], 0, 0);
    assert_eq!(one(POOR, ["Đến 31/12/2026", "4"], ["Năm 2026", "3"]), year);
}

#[test]
fn columns_of_one_year_are_paired_by_what_they_say() {
    let given = ["Trung ương giao 2026 | Tỉnh giao 2026 | Phấn đấu 2026", "8 | 10 | 12"];
    let other = |values| ["UBND tỉnh giao 2026 | TW giao 2026", values];
    assert_eq!(one(POOR, given, other("10 | 8")), (vec![], 1, 0));
    let column = Some("TW giao 2026".to_owned());
    let found = (vec![(column, Severity::Contradiction)], 0, 0);
    assert_eq!(one(POOR, given, other("10 | 9")), found);
    let scenarios = ["Kịch bản cơ sở 2030 | Kịch bản cao 2030", "9 | 11"];
    let exchanged = ["Kịch bản cao 2030 | Kịch bản cơ sở 2030", "11 | 9"];
    assert_eq!(one(POOR, scenarios, exchanged), (vec![], 1, 0));
    let silent = (vec![], 0, 1);
    assert_eq!(one(POOR, scenarios, ["Kịch bản thấp 2030", "8"]), silent);
    assert_eq!(one(POOR, ["Thực hiện 2025", "8"], ["Ước thực hiện 2025", "9"]), silent);
}

#[test]
fn a_plain_column_may_be_any_of_several_and_a_wish_is_a_target() {
    let given = ["Trung ương giao 2026 | Tỉnh giao 2026", "8 | 10"];
    assert_eq!(one(POOR, given, ["Kế hoạch 2026", "10"]), (vec![], 1, 0));
    let difference = vec![(None, Severity::Difference)];
    assert_eq!(one(POOR, given, ["Kế hoạch 2026", "15"]).0, difference);
    assert_eq!(one(POOR, ["Tỉnh giao 2026", "8"], ["Kế hoạch 2026", "9"]).0, difference);
    let contradiction = vec![(None, Severity::Contradiction)];
    assert_eq!(
        one(POOR, ["Phấn đấu 2026", "8"], ["Kế hoạch 2026", "9"]).0,
        contradiction
    );
}

#[test]
fn an_average_is_none_of_the_last_year() {
    let average = ["Bình quân 2026-2030", "10"];
    assert_eq!(one(GROWTH, average, ["Năm 2030", "8"]), (vec![], 0, 1));
    let difference = vec![(None, Severity::Difference)];
    assert_eq!(one(GROWTH, ["2026-2030", "10"], ["Năm 2030", "8"]).0, difference);
    let contradiction = vec![(None, Severity::Contradiction)];
    assert_eq!(one(GROWTH, average, ["BQ 2026-2030", "8"]).0, contradiction);
    let both = ["Tốc độ tăng GRDP bình quân hằng năm", "%"];
    assert_eq!(one(both, ["2026-2030", "10"], ["Năm 2030", "8"]).0, contradiction);
    assert_eq!(one(POOR, ["2026-2030", "1"], ["Năm 2030", "2"]).0, contradiction);
}

#[test]
fn an_amount_for_a_year_may_be_a_part_of_that_for_the_period() {
    let whole = ["Giai đoạn 2026-2030", "50.000"];
    let severity = |heading, value| {
        one(FLATS, whole, [heading, value])
            .0
            .pop()
            .map(|(_, severity)| severity)
    };
    assert_eq!(severity("Năm 2030", "12.000"), Some(Severity::Difference));
    assert_eq!(severity("Năm 2030", "60.000"), Some(Severity::Contradiction));
    assert_eq!(severity("Đến năm 2030", "45.000"), Some(Severity::Contradiction));
    assert_eq!(
        one(FLATS, ["Tổng giai đoạn 2026-2030", "50.000"], ["Năm 2030", "12.000"]),
        (vec![], 0, 1)
    );
    let years = "Năm 2026 | Năm 2027 | Năm 2028 | Năm 2029 | Năm 2030";
    assert_eq!(
        one(FLATS, whole, [years, "8.000 | 9.000 | 10.000 | 11.000 | 12.000"]),
        (vec![], 1, 0)
    );
    let found = one(FLATS, whole, [years, "8.000 | 9.000 | 10.000 | 11.000 | 13.000"]).0;
    assert_eq!(found, vec![(None, Severity::Difference)]);
}

#[test]
fn a_ward_may_set_its_own_target() {
    let severity = |issuer: &str| {
        let table = |issuer: &str, value: u32| {
            program(&format!(
                "{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐVT\t2030\n1\tSố cây xanh trồng mới\tCây\t{value}\n"
            ))
        };
        let (left, right) = (table(issuer, 500), table("UBND THÀNH PHỐ HẢI PHÒNG", 5_000));
        let findings = both(check, &left, &right).findings;
        findings.iter().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity("UBND PHƯỜNG NGÔ QUYỀN"), [Severity::Difference]);
    assert_eq!(severity("THÀNH ỦY HẢI PHÒNG"), [Severity::Contradiction]);
}

#[test]
fn targets_of_names_that_may_be_two_things_differ() {
    let severity = |name: &str| {
        let [left, right] = [("nước thải làng nghề", 50), (name, 70)]
            .map(|(name, value)| indicators(&format!("1\tTỷ lệ thu gom, xử lý {name}\t%\t{value}\tSở Xây dựng\n")));
        let findings = both(check, &left, &right).findings;
        findings.iter().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity("nước thải sinh hoạt đô thị"), [Severity::Difference]);
    assert_eq!(severity("nước thải các làng nghề"), [Severity::Contradiction]);
}

#[test]
fn a_cell_for_another_year_leaves_the_end_of_the_period_without_target() {
    let table = |cell: &str| format!("TT\tChỉ tiêu\tĐVT\tNăm 2030\n1\tTỷ lệ hộ nghèo\t%\t{cell}\n");
    let doubt = (vec![(None, Severity::Doubt)], 0, 0);
    assert_eq!(of(&table("90 (năm 2028)"), &table("98")), doubt);
    assert_eq!(of(&table("98"), &table("98 (năm 2028)")), doubt);
    assert_eq!(of(&table("98 (năm 2028)"), &table("98 (năm 2028)")), (vec![], 1, 0));
    assert_eq!(of(&table("98 (năm 2030)"), &table("98")), (vec![], 1, 0));
    assert_eq!(of(&table("3 căn (năm 2028)"), &table("98")), (vec![], 0, 1));
    let later = table("98").replace("2030", "2035");
    assert_eq!(of(&table("90 (năm 2028)"), &later), (vec![], 0, 1));
}

#[test]
fn equal_figures_in_units_that_are_in_doubt_do_not_agree() {
    let table = |unit: &str| format!("TT\tChỉ tiêu\tĐVT\tNăm 2030\n1\tLao động có việc làm\t{unit}\t4.373\n");
    assert_eq!(of(&table("Lao động"), &table("Lao động")), (vec![], 1, 0));
    assert_eq!(of(&table("1.000 lao động"), &table("Lao động")), (vec![], 0, 1));
}
