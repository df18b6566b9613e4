//! What the headings of several value columns say of the values below them.

use super::table::{Column, RawTable};
use super::understand::{unit_in_heading, years};
use crate::text::{fold, words};

/// What the headings of a table say of its value columns.
#[derive(Debug)]
pub(crate) struct ValueColumns {
    /// Where the column stands that the indicators are about.
    pub(crate) principal: Option<usize>,
    /// The years whose targets each column holds, in the order of [`RawTable::columns`].
    pub(crate) years: Vec<Option<(i16, i16)>>,
}

impl ValueColumns {
    /// What the headings of this table say.
    pub(crate) fn of(table: &RawTable) -> Self {
        let columns = table.columns.iter().zip(&table.headings);
        let years = columns.map(|(column, heading)| match column {
            Column::Value(_) => target_years(heading),
            _ => None,
        });
        Self {
            principal: principal(table),
            years: years.collect(),
        }
    }
}

/// Where the value column stands that the indicators are about: of those that
/// do not hold results the one of the latest year; of equal ones one that says
/// the targets of which years it holds, of a year before one of a period, the first.
fn principal(table: &RawTable) -> Option<usize> {
    let values = table.columns.iter().zip(&table.headings).enumerate();
    let values = values.filter(|(_, (column, _))| matches!(column, Column::Value(_)));
    let ranked = values.map(|(at, (_, heading))| {
        let last = years(heading).map(|(_, last)| last);
        let target = target_years(heading).map(|(first, _)| first);
        ((!holds_results(heading), last, target, std::cmp::Reverse(at)), at)
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

/// Words of headings below which targets stand, folded.
const TARGETS: [&str; 20] = [
    "mục", "tiêu", "chỉ", "kế", "hoạch", "kh", "giao", "dự", "kiến", "phấn", "đấu", "định", "hướng", "tầm", "nhìn",
    "giai", "đoạn", "đến", "hết", "năm",
];

/// The first and last year of a heading that says the targets of which years
/// stand below it, and nothing else: no part of a year, no average, no unit.
fn target_years(heading: &str) -> Option<(i16, i16)> {
    let folded = fold(heading);
    let is_known = |word: &str| TARGETS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let says_no_more = unit_in_heading(heading).is_none() && words(&folded).all(|word| is_known(word.text));
    years(heading).filter(|_| says_no_more)
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
            (&["Giai đoạn 2026-2030", "Mục tiêu 2030"], "Mục tiêu 2030"),
            (&["Bình quân 2026-2030", "Năm 2030"], "Năm 2030"),
            (&["Quý I/2026", "6 tháng 2026", "Năm 2026"], "Năm 2026"),
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

    #[test]
    fn headings_of_targets_name_years_and_nothing_else() {
        for heading in ["2027", "Năm 2027", "KH 2027", "Mục tiêu đến hết năm 2027"] {
            assert_eq!(target_years(heading), Some((2027, 2027)), "{heading}");
        }
        assert_eq!(target_years("Giai đoạn 2026-2030"), Some((2026, 2030)));
        for heading in [
            "Mục tiêu",
            "Thực hiện 2025",
            "Quý I/2026",
            "6 tháng đầu năm 2026",
            "Bình quân 2026-2030",
            "Năm 2030 (%)",
        ] {
            assert_eq!(target_years(heading), None, "{heading}");
        }
    }
}
