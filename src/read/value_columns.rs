//! What the headings of several value columns say of the values below them.

use std::cmp::Reverse;

use super::table::{Column, RawTable};
use super::understand::unit_in_heading;
use super::value_heading::ValueHeading;

/// What the headings of a table say of its value columns.
#[derive(Debug)]
pub(super) struct ValueColumns {
    /// Where the column stands that the indicators are about: of those that do
    /// not hold results the one of the latest year; of equal ones one that says
    /// the targets of which years it holds and nothing else, of a year before
    /// one of a period, without a basis of its own, the first.
    pub(super) principal: Option<usize>,
    /// What the heading of each value column says, in the order of [`RawTable::columns`].
    pub(super) headings: Vec<Option<ValueHeading>>,
}

impl ValueColumns {
    /// What the headings of this table say.
    pub(super) fn of(table: &RawTable) -> Self {
        let columns = table.columns.iter().zip(&table.headings);
        let headings = columns.map(|(column, heading)| match column {
            Column::Value(_) => Some(ValueHeading::of(heading)),
            _ => None,
        });
        let mut columns = Self {
            principal: None,
            headings: headings.collect(),
        };
        let values = columns.headings.iter().enumerate();
        let ranked = values.filter_map(|(at, heading)| {
            let heading = heading.as_ref()?;
            let last = heading.years.map(|(_, last)| last);
            let of_whole_years = heading.years.filter(|_| heading.is_of_whole_years());
            let first = of_whole_years.map(|(first, _)| first);
            let is_target = heading.scope.standing.is_target();
            let is_bare = heading.scope.basis.is_empty();
            Some(((is_target, last, first, is_bare, Reverse(at)), at))
        });
        columns.principal = ranked.max().map(|(_, at)| at);
        columns
    }

    /// What the heading of the principal column says.
    pub(super) fn of_principal(&self) -> Option<&ValueHeading> {
        self.headings.get(self.principal?)?.as_ref()
    }

    /// Whether a column has the unit of the principal one: none of its own in its heading.
    pub(super) fn has_unit_of_principal(&self, table: &RawTable, at: usize) -> bool {
        let unit = |at: usize| unit_in_heading(&table.headings[at]);
        self.principal.is_none_or(|principal| unit(at) == unit(principal))
    }
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
        ValueColumns::of(&table)
            .principal
            .map_or(String::new(), |at| table.headings[at].clone())
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
            (&["Đến 30/6/2026", "Năm 2026"], "Năm 2026"),
            (&["Phấn đấu 2026", "Kế hoạch 2026"], "Kế hoạch 2026"),
            (&["Tỉnh giao 2026", "Kế hoạch 2026"], "Kế hoạch 2026"),
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
