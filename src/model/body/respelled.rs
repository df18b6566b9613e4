//! Names spelled otherwise than the table knows them (`Sở Nôi vụ`, `Sở Qui
//! hoạch - Kiến trúc`, `BHXH khu vực 1`).
//!
//! A name that is not in the table is the body whose bare letters it has: no
//! tones and marks, `i` for `y`, a Roman number at the end for an Arabic one, no
//! commas. It must be one body alone; of two that share their letters it is
//! neither. Abbreviations say too little to be read without their marks: each
//! has to stand in a spelling as it is (`Sở DT&TG`, not `Sở ĐT&TG`).

use std::sync::Arc;

use super::phrases::narrow;
use super::spelling::{long_form, pieces};
use super::words::Words;
use crate::text::{fold, toneless};

/// The spellings of a table by their bare letters.
#[derive(Debug, Clone, Default)]
pub(super) struct BareSpellings(Vec<BareSpelling>);

/// One spelling.
#[derive(Debug, Clone)]
struct BareSpelling {
    letters: String,
    key: String,
    name: Arc<str>,
}

impl BareSpellings {
    /// Of keys and the full names they stand for.
    pub fn of<'t>(spellings: impl Iterator<Item = (&'t str, &'t Arc<str>)>) -> Self {
        let bare = |(key, name): (&str, &Arc<str>)| BareSpelling {
            letters: bare_key(key),
            key: key.to_owned(),
            name: Arc::clone(name),
        };
        let mut spellings: Vec<_> = spellings.map(bare).collect();
        spellings.sort_by(|left, right| left.letters.cmp(&right.letters));
        Self(spellings)
    }

    /// The longest name that `head` and the words at a place have the bare
    /// letters of: where it ends, and the full name.
    pub fn longest(&self, words: &mut Words<'_>, at: usize, head: &str) -> Option<(usize, &str)> {
        let head = bare_key(head);
        let mut candidates = narrow(&self.0, 0, &head, |spelling| &spelling.letters);
        let mut depth = head.len();
        let mut abbreviations = Vec::new();
        let mut best = None;
        let mut next = at;
        while let (Some(token), false) = (words.token(next), candidates.is_empty()) {
            next += 1;
            if token.is_joiner() || (token.text == "," && next > at + 1) {
                continue;
            }
            if !token.is_word {
                break;
            }
            let form = words.form(next - 1);
            if token.is_abbreviation() && token.text.chars().nth(1).is_some() && long_form(&fold(token.text)).is_none()
            {
                abbreviations.push(form.to_owned());
            }
            let before = depth;
            for piece in pieces(form).map(bare_key).filter(|piece| piece != "va") {
                candidates = narrow(candidates, depth, &piece, |spelling| &spelling.letters);
                depth += piece.len();
            }
            if depth > before
                && let Some(name) = one_name(candidates, depth, &abbreviations)
            {
                best = Some((next, name));
            }
        }
        best
    }
}

/// The one body of all spellings that end there, where one of them has the
/// abbreviations.
fn one_name<'t>(candidates: &'t [BareSpelling], length: usize, abbreviations: &[String]) -> Option<&'t str> {
    let ending = || {
        candidates
            .iter()
            .take_while(|spelling| spelling.letters.len() == length)
    };
    let name = &ending().next()?.name;
    let is_one = ending().all(|spelling| spelling.name == *name);
    let is_so_abbreviated =
        ending().any(|spelling| abbreviations.iter().all(|short| spelling.key.contains(short.as_str())));
    (is_one && is_so_abbreviated).then_some(name)
}

/// The bare letters of a key or a word of one.
fn bare_key(key: &str) -> String {
    let mut letters = toneless(key);
    letters.retain(char::is_alphanumeric);
    if letters.contains('y') {
        letters = letters.replace('y', "i");
    }
    let number = letters.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if let Some(numeral) = roman_of(&letters[number..]) {
        letters.truncate(number);
        letters.push_str(numeral);
    }
    letters
}

/// The number of a region or division in Roman letters.
fn roman_of(digits: &str) -> Option<&'static str> {
    const NUMERALS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ];
    let number: usize = digits.parse().ok()?;
    NUMERALS.get(number.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::super::{Body, BodyTable};

    /// What each mention of a cell names, `?` before an unknown one.
    fn read(table: &BodyTable, cell: &str) -> String {
        let shown = |body: &Body| match body {
            Body::Unknown(name) => format!("?{name}"),
            other => other.name().to_owned(),
        };
        let bodies = table.parse(cell);
        let named: Vec<_> = bodies.iter().map(|mention| shown(&mention.body)).collect();
        named.join(" | ")
    }

    #[track_caller]
    fn all(cases: &[(&str, &str)]) {
        let table = BodyTable::default();
        for (cell, expected) in cases {
            assert_eq!(read(&table, cell), *expected, "{cell}");
        }
    }

    #[test]
    fn a_name_with_other_marks_is_the_body() {
        all(&[
            ("Sở Nôi vụ", "Sở Nội vụ"),
            ("Sở Khoa hoc và Công nghệ", "Sở Khoa học và Công nghệ"),
            ("Sở Nông nghiêp va Môi trường", "Sở Nông nghiệp và Môi trường"),
            ("Sở Nông nghiệp và Môi trừơng", "Sở Nông nghiệp và Môi trường"),
            ("Sở Nông nghiêp & MT", "Sở Nông nghiệp và Môi trường"),
            ("Sở Tài chinh; Sở Y té", "Sở Tài chính | Sở Y tế"),
            ("Sơ Xây dựng", "Sở Xây dựng"),
            ("So Giao duc va Dao tao", "Sở Giáo dục và Đào tạo"),
            ("Công an Thành phô", "Công an Thành phố"),
            ("Thanh tra thanh phố", "Thanh tra Thành phố"),
            ("Kho bac Nhà nước khu vực I", "Kho bạc Nhà nước khu vực I"),
        ]);
    }

    #[test]
    fn i_stands_for_y_and_an_arabic_number_for_a_roman_one() {
        all(&[
            ("Sở Qui hoạch - Kiến trúc", "Sở Quy hoạch - Kiến trúc"),
            ("Sở I tế", "Sở Y tế"),
            ("BHXH khu vực 1", "Bảo hiểm xã hội khu vực I"),
            ("BHXH khu vực I", "Bảo hiểm xã hội khu vực I"),
            ("NHNN khu vực I", "Ngân hàng Nhà nước Khu vực 1"),
        ]);
    }

    #[test]
    fn a_comma_may_stand_for_and() {
        all(&[
            ("Sở Khoa học, Công nghệ", "Sở Khoa học và Công nghệ"),
            ("Sở Giáo dục, Đào tạo, Sở Y tế", "Sở Giáo dục và Đào tạo | Sở Y tế"),
            (
                "Sở Dân tộc, Tôn giáo; Công an TP",
                "Sở Dân tộc và Tôn giáo | Công an Thành phố",
            ),
        ]);
    }

    #[test]
    fn committees_and_lists_are_read_so_too() {
        all(&[
            ("Đảng ủy Sở Nôi vụ", "Sở Nội vụ"),
            ("Sở Y tế, Nôi vụ", "Sở Y tế | Sở Nội vụ"),
            ("Sở: Tài chinh, Xây dưng", "Sở Tài chính | Sở Xây dựng"),
        ]);
        let bodies = BodyTable::default().parse("ĐU Sở Nôi vụ");
        assert!(bodies[0].party_committee);
        assert_eq!(bodies[0].printed, "ĐU Sở Nôi vụ");
    }

    #[test]
    fn other_letters_are_another_body() {
        all(&[
            ("Sở VHHT", "?Sở VHHT"),
            ("Sở Lúa", "?Sở Lúa"),
            ("Sở Nội vụ tỉnh Hà Nam", "?Sở Nội vụ tỉnh Hà Nam"),
            ("Sở Nôi vụ tỉnh Hà Nam", "?Sở Nôi vụ tỉnh Hà Nam"),
            ("BHXH khu vực 2", "?BHXH khu vực 2"),
            ("Sở ĐL", "?Sở ĐL"),
            ("Sở ĐT&TG", "?Sở ĐT&TG"),
            ("Hoàng thành", "?Hoàng thành"),
        ]);
    }

    #[test]
    fn two_bodies_of_the_same_letters_stay_unknown() {
        let table = BodyTable::empty()
            .with_alias("", "Sở Lúa")
            .with_alias("", "Sở Lụa")
            .with_alias("", "Sở Ngô");
        assert_eq!(read(&table, "Sở Lùa"), "?Sở Lùa");
        assert_eq!(read(&table, "Sở Lụa, Sở Ngo"), "Sở Lụa | Sở Ngô");
    }
}
