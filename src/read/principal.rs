//! Which of several value columns holds the targets.

use super::table::{Column, RawTable};
use super::understand::years;
use crate::text::fold;

/// Where the value column stands that the indicators are about: of those that
/// do not hold results the one of the latest year, of equal ones the first.
pub(crate) fn principal(table: &RawTable) -> Option<usize> {
    let values = table.columns.iter().zip(&table.headings).enumerate();
    let values = values.filter(|(_, (column, _))| matches!(column, Column::Value(_)));
    let ranked = values.map(|(at, (_, heading))| {
        let last = years(heading).map(|(_, last)| last);
        ((!holds_results(heading), last, std::cmp::Reverse(at)), at)
    });
    ranked.max().map(|(_, at)| at)
}

/// What headings open with whose columns say what was reached, folded.
const RESULTS: [&str; 9] = [
    "thực hiện",
    "th",
    "ước",
    "kq",
    "kết quả",
    "hiện trạng",
    "hiện nay",
    "đã đạt",
    "số liệu",
];

/// Whether the values under a heading are results, not targets.
fn holds_results(heading: &str) -> bool {
    let heading = fold(heading);
    RESULTS.iter().any(|opening| {
        heading
            .strip_prefix(opening)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heading of the targets.
    fn chosen(headings: &[&str]) -> String {
        let headings: Vec<String> = ["TT", "Chỉ tiêu", "ĐVT"]
            .iter()
            .chain(headings)
            .map(ToString::to_string)
            .collect();
        let table = RawTable {
            columns: super::super::heading::settle(&headings),
            headings,
            rows: Vec::new(),
            furniture: Vec::new(),
            notes: Vec::new(),
        };
        principal(&table).map_or(String::new(), |at| table.headings[at].clone())
    }

    #[test]
    fn targets_stand_under_the_latest_year() {
        for (headings, heading) in [
            (&["Thực hiện 2025", "Kế hoạch 2030"][..], "Kế hoạch 2030"),
            (&["Ước TH 2025", "KH 2026", "KH 2030"], "KH 2030"),
            (&["Năm 2030", "Thực hiện 2025"], "Năm 2030"),
            (&["Mục tiêu 2030", "Giai đoạn 2026-2030"], "Mục tiêu 2030"),
        ] {
            assert_eq!(chosen(headings), heading);
        }
    }

    #[test]
    fn results_are_no_targets_though_later() {
        assert_eq!(chosen(&["Kế hoạch 2025", "Thực hiện 2026"]), "Kế hoạch 2025");
        assert_eq!(chosen(&["Năm 2025", "KQ Quý I", "KB Quý III"]), "Năm 2025");
        assert_eq!(chosen(&["Thực hiện 2024", "Thực hiện 2025"]), "Thực hiện 2025");
    }
}
