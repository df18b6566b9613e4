//! Rows of one field, found by what they name and what they are about.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::wording::{Department, Wording};

/// Rows by the department they name and the phrase that puts them into its
/// field, for those who look for a row of the same field by the same phrase.
pub(super) struct Subjects<K> {
    /// The first rows of each kind, at most [`Self::KEPT`].
    rows: FxHashMap<(K, &'static str, usize), Vec<usize>>,
}

impl<K: Hash + Eq + Copy> Subjects<K> {
    /// Nobody asks for more than one row beside its own.
    const KEPT: usize = 2;

    pub(super) fn new() -> Self {
        Self {
            rows: FxHashMap::default(),
        }
    }

    /// Adds a row behind all others: of a group, with this wording, that names
    /// these departments.
    pub(super) fn push(&mut self, group: K, row: usize, text: &Wording, named: &[&'static Department]) {
        for department in named {
            for phrase in text.in_field(department).iter() {
                let rows = self.rows.entry((group, department.name, phrase)).or_default();
                if rows.len() < Self::KEPT {
                    rows.push(row);
                }
            }
        }
    }

    /// The first row of a group, other than one, that names one of these
    /// departments and is in its field by a phrase of this wording.
    pub(super) fn first(
        &self,
        group: K,
        text: &Wording,
        departments: &[&'static Department],
        except: Option<usize>,
    ) -> Option<usize> {
        let phrases = departments
            .iter()
            .flat_map(|one| text.in_field(one).iter().map(|phrase| (one.name, phrase)));
        phrases
            .filter_map(|(name, phrase)| {
                let rows = self.rows.get(&(group, name, phrase))?;
                rows.iter().copied().find(|&row| Some(row) != except)
            })
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::super::wording::department;
    use super::*;

    #[test]
    fn the_first_other_row_of_a_group_with_the_phrase() {
        let culture = department("Sở Văn hóa và Thể thao").unwrap();
        let relics = Wording::of(["Bảo tồn các di tích"]);
        let mut subjects = Subjects::new();
        for row in [3, 5] {
            subjects.push('A', row, &relics, &[culture]);
        }
        let first = |group, text, except| subjects.first(group, text, &[culture], except);
        assert_eq!(first('A', &relics, None), Some(3));
        assert_eq!(first('A', &relics, Some(3)), Some(5));
        assert_eq!(first('B', &relics, None), None);
        assert_eq!(first('A', &Wording::of(["Tổ chức lễ hội"]), None), None);
    }
}
