//! Which of the phrases of departments' fields stand in a text.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fields::{ENTRIES, Reach};
use crate::text::{fold_onto, words};

/// A department and the phrases of its field.
pub(super) struct Department {
    /// Its full name, as the table of bodies has it.
    pub(super) name: &'static str,
    /// How its field is bounded.
    pub(super) reach: Reach,
    /// The phrases that put a task into its field.
    field: Phrases,
    /// These, and the phrases beside which it is not out of place.
    suited: Phrases,
}

/// The department of this full name, where its field is known.
pub(super) fn department(name: &str) -> Option<&'static Department> {
    FIELDS.departments.iter().find(|department| department.name == name)
}

/// No more phrases than this are written down, some of them twice.
const MOST_PHRASES: usize = {
    let (mut count, mut at) = (0, 0);
    while at < ENTRIES.len() {
        count += ENTRIES[at].field.len() + ENTRIES[at].near.len();
        at += 1;
    }
    count
};

/// A set of the phrases written down, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Phrases([u64; MOST_PHRASES.div_ceil(64)]);

impl Phrases {
    fn insert(&mut self, phrase: usize) {
        self.0[phrase / 64] |= 1 << (phrase % 64);
    }

    /// Those in both sets.
    pub(super) fn shared(mut self, other: &Self) -> Self {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own &= other;
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|&bits| bits == 0)
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..MOST_PHRASES).filter(move |phrase| self.0[phrase / 64] >> (phrase % 64) & 1 == 1)
    }
}

/// The departments, and all phrases.
struct Fields {
    departments: Vec<Department>,
    /// By their first word: the others, and the number.
    opened_by: FxHashMap<&'static str, Vec<(Vec<&'static str>, usize)>>,
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let mut opened_by: FxHashMap<_, Vec<_>> = FxHashMap::default();
    opened_by.reserve(MOST_PHRASES);
    let mut count = 0;
    let mut phrases = |listed: &'static [&'static str]| {
        let mut found = Phrases::default();
        for &phrase in listed {
            let mut words = phrase.split(' ');
            let known = opened_by.entry(words.next().unwrap_or(phrase)).or_default();
            let more: Vec<&str> = words.collect();
            let place = known.iter().find(|(other, _)| *other == more).map(|&(_, place)| place);
            found.insert(place.unwrap_or_else(|| {
                known.push((more, count));
                count += 1;
                count - 1
            }));
        }
        found
    };
    let departments = ENTRIES
        .iter()
        .map(|entry| {
            let field = phrases(entry.field);
            let mut suited = phrases(entry.near);
            field.iter().for_each(|phrase| suited.insert(phrase));
            Department {
                name: entry.name,
                reach: entry.reach,
                field,
                suited,
            }
        })
        .collect();
    Fields { departments, opened_by }
});

/// The phrases of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wording(Phrases);

impl Wording {
    /// Of a text, or of several one behind the other.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut folded = String::new();
        for text in texts {
            folded.reserve(text.len() + 1);
            folded.push(' ');
            fold_onto(&mut folded, text);
        }
        let mut found = Phrases::default();
        let mut rest = words(&folded);
        while let Some(first) = rest.next() {
            for (more, place) in FIELDS.opened_by.get(first.text).into_iter().flatten() {
                let mut ahead = rest.clone();
                if more
                    .iter()
                    .all(|&word| ahead.next().is_some_and(|own| own.text == word))
                {
                    found.insert(*place);
                }
            }
        }
        Self(found)
    }

    /// The phrases that put it into the field of a department.
    pub(super) fn in_field(&self, department: &Department) -> Phrases {
        self.0.shared(&department.field)
    }

    /// The departments whose field it is in.
    pub(super) fn departments(&self) -> Vec<&'static Department> {
        FIELDS
            .departments
            .iter()
            .filter(|department| self.is_in(department))
            .collect()
    }

    /// Whether it is in the field of a department.
    pub(super) fn is_in(&self, department: &Department) -> bool {
        !self.in_field(department).is_empty()
    }

    /// Whether a department is not out of place beside it.
    pub(super) fn suits(&self, department: &Department) -> bool {
        department.reach == Reach::Any || !self.0.shared(&department.suited).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_field_and_overlap() {
        let names = |text: &str| {
            Wording::of([text])
                .departments()
                .iter()
                .map(|one| one.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("Xử lý môi trường lưu vực sông"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(
            names("hồ điều hoà; xử lý nước thải"),
            ["Sở Nông nghiệp và Môi trường", "Sở Xây dựng"]
        );
        assert_eq!(names("Đề án thí điểm"), [""; 0]);
        let culture = department("Sở Văn hóa và Thể thao").unwrap();
        assert!(Wording::of(["Tổ chức Festival"]).suits(culture));
        assert!(!Wording::of(["Xe buýt điện"]).suits(culture));
    }
}
