//! Which rows a row is made of.

use rustc_hash::FxHashMap;

use crate::model::{Indicator, RowId};

/// A row with the rows one level below it.
pub(super) struct Whole<'a> {
    pub(super) row: &'a Indicator,
    /// In document order, at least one.
    pub(super) parts: Vec<&'a Indicator>,
}

impl<'a> Whole<'a> {
    /// The row, then its parts.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Indicator> + '_ {
        std::iter::once(self.row).chain(self.parts.iter().copied())
    }
}

/// The rows that have others below them, in document order. Of the rows under
/// a number those marked `+` stand under the last one marked `-` before them.
pub(super) fn wholes(indicators: &[Indicator]) -> Vec<Whole<'_>> {
    let mut above: FxHashMap<&RowId, &RowId> = FxHashMap::default();
    let mut dashed: FxHashMap<&RowId, &RowId> = FxHashMap::default();
    for row in indicators {
        let Some(parent) = &row.parent else { continue };
        match row.number.as_str() {
            "+" => {
                above.insert(&row.id, dashed.get(parent).copied().unwrap_or(parent));
            }
            number => {
                if number == "-" {
                    dashed.insert(parent, &row.id);
                }
                above.insert(&row.id, parent);
            }
        }
    }
    let mut below: FxHashMap<&RowId, Vec<&Indicator>> = FxHashMap::default();
    for row in indicators {
        if let Some(parent) = above.get(&row.id) {
            below.entry(parent).or_default().push(row);
        }
    }
    indicators
        .iter()
        .filter_map(|row| {
            let parts = below.remove(&row.id)?;
            Some(Whole { row, parts })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::indicators;
    use super::*;

    #[test]
    fn plus_rows_stand_under_the_dashed_row_before_them() {
        let program = indicators(
            "1\tCông nghiệp và xây dựng\t%\t8\tA\n-\tCông nghiệp\t%\t7\tA\n+\tKhai khoáng\t%\t5\tA\n+\tChế biến\t%\t6\tA\n-\tXây dựng\t%\t9\tA\n",
        );
        let found: Vec<(&str, Vec<&str>)> = wholes(&program.indicators)
            .into_iter()
            .map(|whole| {
                (
                    whole.row.name.text.as_str(),
                    whole.parts.iter().map(|part| part.name.text.as_str()).collect(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("Công nghiệp và xây dựng", vec!["Công nghiệp", "Xây dựng"]),
                ("Công nghiệp", vec!["Khai khoáng", "Chế biến"])
            ]
        );
    }
}
