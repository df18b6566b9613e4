//! Where a row stands, taken apart for people.

use rustc_hash::FxHashSet;

use crate::model::RowId;

/// The parts of a row id by what they are; `PL3.VII.36#2.b` is annex 3,
/// section VII, number 36 printed the second time, sub-row b.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) annex: u32,
    /// The section, then the group inside it.
    pub(super) labels: Vec<&'a str>,
    /// The printed number, `1.2` for two levels; empty when the row has none.
    pub(super) number: String,
    /// Which of the rows that carry this number; 1 when there is one.
    pub(super) occurrence: u32,
    /// The letters that count unnumbered rows.
    pub(super) letters: Vec<&'a str>,
}

impl<'a> Place<'a> {
    /// The place a row id names, in a program with sections of these annexes and labels.
    pub(super) fn new(id: &'a RowId, headings: &FxHashSet<(u32, &str)>) -> Self {
        let annex = id.annex();
        let mut place = Self {
            annex,
            labels: Vec::new(),
            number: String::new(),
            occurrence: 1,
            letters: Vec::new(),
        };
        let mut parts = id.parts().skip(1).peekable();
        while let Some(part) = parts.next() {
            let (label, occurrence) = part.split_once('#').unwrap_or((part, ""));
            let is_heading = || headings.contains(&(annex, label));
            if place.number.is_empty() && parts.peek().is_some() && (starts_as_label(label) || is_heading()) {
                place.labels.push(part);
            } else if label.starts_with(|c: char| c.is_lowercase()) {
                place.letters.push(part);
            } else {
                if !place.number.is_empty() {
                    place.number.push('.');
                }
                place.number.push_str(label);
                place.occurrence = occurrence.parse().unwrap_or(place.occurrence);
            }
        }
        place
    }
}

/// Whether the part is a section label on the face of it: `VII`, `A`.
fn starts_as_label(part: &str) -> bool {
    part.starts_with(|c: char| c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: &str, sections: &[&str]) -> (u32, String, String, u32, String) {
        let headings = sections.iter().map(|&label| (3, label)).collect();
        let id: RowId = id.parse().unwrap();
        let place = Place::new(&id, &headings);
        (
            place.annex,
            place.labels.join("/"),
            place.number,
            place.occurrence,
            place.letters.join("/"),
        )
    }

    fn parts(
        annex: u32,
        labels: &str,
        number: &str,
        occurrence: u32,
        letters: &str,
    ) -> (u32, String, String, u32, String) {
        (
            annex,
            labels.to_owned(),
            number.to_owned(),
            occurrence,
            letters.to_owned(),
        )
    }

    #[test]
    fn takes_ids_apart() {
        assert_eq!(place("PL1.13", &[]), parts(1, "", "13", 1, ""));
        assert_eq!(place("PL2.A.10", &[]), parts(2, "A", "10", 1, ""));
        assert_eq!(place("PL1.1.2.e", &[]), parts(1, "", "1.2", 1, "e"));
        assert_eq!(place("PL3.VII.1.c", &[]), parts(3, "VII", "1", 1, "c"));
        assert_eq!(place("PL3.VII.36#2", &[]), parts(3, "VII", "36", 2, ""));
        assert_eq!(place("PL3.VII.36#2.b", &[]), parts(3, "VII", "36", 2, "b"));
        assert_eq!(place("PL3.XII.C.5", &[]), parts(3, "XII/C", "5", 1, ""));
    }

    #[test]
    fn a_number_is_a_section_only_where_the_annex_has_that_heading() {
        assert_eq!(place("PL3.1.5", &["1"]), parts(3, "1", "5", 1, ""));
        assert_eq!(place("PL3.1.5", &["2"]), parts(3, "", "1.5", 1, ""));
        assert_eq!(place("PL3.1", &["1"]), parts(3, "", "1", 1, ""));
    }
}
