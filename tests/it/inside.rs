//! What each of the two programs says against itself, as a person read it.

use std::collections::BTreeSet;

use doichieu::checks::SumRelation;
use doichieu::{CheckedFact, Code, Comparison, Details, RowId, Severity, compare, hanoi};

fn comparison() -> Comparison {
    compare(hanoi::party(), hanoi::ubnd())
}

fn ids(rows: &[RowId]) -> String {
    rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The rows of the findings of a code, left and right.
fn rows(comparison: &Comparison, code: Code) -> Vec<(String, String)> {
    let findings = comparison.findings.iter().filter(|finding| finding.code == code);
    findings
        .map(|finding| (ids(&finding.left), ids(&finding.right)))
        .collect()
}

#[track_caller]
fn finds(code: Code, expected: &[(&str, &str)]) {
    let found: BTreeSet<_> = rows(&comparison(), code).into_iter().collect();
    let expected: BTreeSet<_> = expected
        .iter()
        .map(|(left, right)| ((*left).to_owned(), (*right).to_owned()))
        .collect();
    assert_eq!(found, expected, "{code}");
}

#[test]
fn the_ubnd_program_skips_task_5() {
    finds(Code::NumberMissing, &[("", "PL3.4 PL3.6")]);
}

#[test]
fn the_party_program_uses_36_twice() {
    finds(Code::NumberRepeated, &[("PL3.VII.36 PL3.VII.36#2", "")]);
}

#[test]
fn the_ubnd_program_announces_62_tasks_and_has_61() {
    finds(Code::AnnouncedCountDiffers, &[("", "PL3.1 PL3.62")]);
    let comparison = comparison();
    let found = comparison.findings.iter().find_map(|finding| match &finding.details {
        Details::AnnouncedCountDiffers(count) => Some((count.announced.as_str(), count.found)),
        _ => None,
    });
    assert_eq!(
        found.map(|(announced, found)| (announced.starts_with("62"), found)),
        Some((true, 61))
    );
}

#[test]
fn counts_that_hold_are_listed() {
    let comparison = comparison();
    let counts: BTreeSet<(String, u32)> = comparison
        .checked
        .iter()
        .filter_map(|checked| match &checked.fact {
            CheckedFact::CountHolds { announced, found, .. } => {
                let words: Vec<&str> = announced.split_whitespace().take(2).collect();
                Some((words.join(" "), *found))
            }
            _ => None,
        })
        .collect();
    for (announced, found) in [
        ("40 chỉ", 40),
        ("04 nhóm", 4),
        ("09 cầu", 9),
        ("05 tuyến", 5),
        ("03 khu", 3),
        ("03-05 KDL", 5),
        ("06 rõ", 6),
    ] {
        assert!(
            counts.contains(&(announced.to_owned(), found)),
            "{announced} in {counts:?}"
        );
    }
}

#[test]
fn sums_and_ratios() {
    finds(Code::SumDiffers, &[("", "PL1.1.2 PL1.1.2.a PL1.1.2.e")]);
    let comparison = comparison();
    let mean = comparison.findings.iter().find_map(|finding| match &finding.details {
        Details::SumDiffers(sum) => Some(sum),
        _ => None,
    });
    let mean = mean.expect("the finding is there");
    assert_eq!(mean.relation, SumRelation::PlainMean);
    let columns: Vec<_> = mean
        .figures
        .iter()
        .filter_map(|figures| figures.column.as_deref())
        .collect();
    assert_eq!(columns, ["Năm 2025", "KB Quý III", "KB 9T", "KB QuýIV"]);
    let ratios: Vec<String> = comparison
        .checked
        .iter()
        .filter(|checked| matches!(checked.fact, CheckedFact::RatioHolds { .. }))
        .map(|checked| checked.rows[0].to_string())
        .collect();
    assert_eq!(ratios, ["PL1.7.d", "PL1.9", "PL1.9.a", "PL2.A.5.c", "PL2.A.7"]);
    let shares: Vec<String> = comparison
        .checked
        .iter()
        .filter(|checked| matches!(checked.fact, CheckedFact::SumHolds { .. }))
        .map(|checked| checked.rows[0].to_string())
        .collect();
    assert_eq!(shares, ["PL1.16", "PL2.A.12"]);
}

#[test]
fn units_and_figures_to_look_at() {
    finds(
        Code::UnitDoubtful,
        &[
            ("PL1.13", ""),
            ("PL1.41", ""),
            ("", "PL2.A.10"),
            ("", "PL2.A.11 PL2.A.8"),
        ],
    );
    finds(Code::NumberFormat, &[("", "PL2.A.3.a PL2.A.5.a PL2.A.5.b")]);
}

#[test]
fn figures_of_2024_among_targets_for_2026_to_2030() {
    finds(
        Code::FootnoteChangesPeriod,
        &[(
            "",
            "PL2.A.4 PL2.A.10 PL2.A.11 PL2.A.12 PL2.A.14 PL2.A.15 PL2.A.21 PL2.A.22.a PL2.A.22.b PL2.A.23 PL2.A.24 PL2.A.28 PL2.B.7",
        )],
    );
}

#[test]
fn sub_rows_due_after_their_task() {
    finds(Code::DeadlineAfterParent, &[("PL3.VII.24.a PL3.VII.24", "")]);
}

#[test]
fn deadlines_outside_their_annex() {
    finds(
        Code::DeadlineOutOfPeriod,
        &[
            ("PL3.VII.6.a", ""),
            ("PL3.VIII.3", ""),
            ("PL3.VIII.4", ""),
            ("PL3.XII.6", ""),
            ("PL3.XII.7", ""),
        ],
    );
    let comparison = comparison();
    let doubts = comparison
        .findings
        .iter()
        .filter(|finding| finding.code == Code::DeadlineOutOfPeriod && finding.severity == Severity::Doubt);
    let doubts: Vec<String> = doubts.map(|finding| ids(&finding.left)).collect();
    assert_eq!(doubts, ["PL3.VII.6.a"]);
}

#[test]
fn rows_without_body_or_deadline() {
    finds(
        Code::BodyMissing,
        &[("PL2.3.f", ""), ("", "PL2.A.9"), ("", "PL2.A.20"), ("", "PL2.A.26")],
    );
    finds(Code::DeadlineMissing, &[]);
}
