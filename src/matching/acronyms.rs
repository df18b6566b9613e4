//! Acronyms in the names of indicators: `Chỉ số phát triển con người (HDI)` is
//! `Chỉ số HDI` elsewhere.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::Indicator;
use crate::text::words;

/// The names of two programs' rows as they are compared: acronyms behind what
/// they stand for are left out, and one that only the other program explains
/// is written out in its words.
pub(super) fn names<'a>(left: &'a [Indicator], right: &'a [Indicator]) -> (Vec<Cow<'a, str>>, Vec<Cow<'a, str>>) {
    let plain = |rows: &'a [Indicator]| -> Vec<Cow<'a, str>> {
        rows.iter().map(|row| without_acronyms(&row.name.text)).collect()
    };
    let (mut left_names, mut right_names) = (plain(left), plain(right));
    let (by_left, by_right) = (Explained::of(left, &left_names), Explained::of(right, &right_names));
    let also_bare = [(&by_left, &by_right), (&by_right, &by_left)].map(|(own, other)| own.only_in(other));
    for (rows, names, kept) in [
        (left, &mut left_names, &also_bare[0]),
        (right, &mut right_names, &also_bare[1]),
    ] {
        keep(rows, names, kept);
    }
    for name in &mut left_names {
        write_out(name, &by_left, &by_right);
    }
    for name in &mut right_names {
        write_out(name, &by_right, &by_left);
    }
    (left_names, right_names)
}

/// The acronyms a program explains.
struct Explained<'a> {
    /// Those it never prints without, with the words before them: one that both
    /// programs use bare is alike in both.
    phrases: BTreeMap<&'a str, &'a str>,
    /// Those it prints bare as well.
    also_bare: BTreeSet<&'a str>,
}

impl<'a> Explained<'a> {
    /// Of these rows, `plain` are their names without what is in parentheses.
    fn of(rows: &'a [Indicator], plain: &[Cow<'_, str>]) -> Self {
        let mut known = BTreeMap::new();
        for row in rows {
            let name = row.name.text.as_str();
            for (before, inside) in in_parentheses(name).filter(|(_, inside)| is_acronym(inside)) {
                let phrase = before.rsplit([',', ';', ':', ')']).next().unwrap_or(before).trim();
                if !phrase.is_empty() {
                    known.entry(inside).or_insert(phrase);
                }
            }
        }
        let mut also_bare = BTreeSet::new();
        if !known.is_empty() {
            for word in plain.iter().flat_map(|name| words(name)) {
                if let Some((acronym, _)) = known.remove_entry(word.text) {
                    also_bare.insert(acronym);
                }
            }
        }
        Self {
            phrases: known,
            also_bare,
        }
    }

    /// The acronyms it prints bare as well and the other program does not explain.
    fn only_in(&self, other: &Self) -> Vec<&'a str> {
        let is_explained = |acronym: &str| other.phrases.contains_key(acronym) || other.also_bare.contains(acronym);
        self.also_bare
            .iter()
            .copied()
            .filter(|acronym| !is_explained(acronym))
            .collect()
    }
}

/// Keeps acronyms behind what they stand for: the other program knows only them.
fn keep<'a>(rows: &'a [Indicator], names: &mut [Cow<'a, str>], kept: &[&str]) {
    if kept.is_empty() {
        return;
    }
    for (row, name) in rows.iter().zip(names) {
        let printed = row.name.text.as_str();
        if in_parentheses(printed).any(|(_, inside)| kept.contains(&inside)) {
            *name = Cow::Borrowed(printed);
        }
    }
}

/// What stands before each pair of parentheses, and in it.
fn in_parentheses(name: &str) -> impl Iterator<Item = (&str, &str)> {
    name.match_indices(')').filter_map(|(end, _)| {
        let (before, inside) = name[..end].rsplit_once('(')?;
        Some((before, inside))
    })
}

fn is_acronym(text: &str) -> bool {
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}

/// Writes out in a name what only the other program explains.
fn write_out(name: &mut Cow<'_, str>, own: &Explained<'_>, other: &Explained<'_>) {
    let stands_for = |word: &str| {
        other
            .phrases
            .get(word)
            .filter(|_| !own.phrases.contains_key(word))
            .copied()
    };
    if other.phrases.is_empty() || words(name).all(|word| stands_for(word.text).is_none()) {
        return;
    }
    let mut spelled = String::with_capacity(2 * name.len());
    let mut end = 0;
    for word in words(name) {
        if let Some(phrase) = stands_for(word.text) {
            spelled.push_str(&name[end..word.start]);
            spelled.push_str(phrase);
            end = word.end();
        }
    }
    spelled.push_str(&name[end..]);
    *name = Cow::Owned(spelled);
}

fn without_acronyms(name: &str) -> Cow<'_, str> {
    if !name.contains('(') {
        return Cow::Borrowed(name);
    }
    let mut plain = String::with_capacity(name.len());
    for part in name.split_inclusive(')') {
        match part.rsplit_once('(') {
            Some((before, inside)) if is_acronym(inside.trim_end_matches(')')) => plain.push_str(before),
            _ => plain.push_str(part),
        }
    }
    // A name that is nothing but an acronym is known by it.
    if plain.trim().is_empty() {
        return Cow::Borrowed(name);
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(names: &[&str]) -> Vec<Indicator> {
        let rows = names
            .iter()
            .zip(1..)
            .map(|(name, number)| format!("{number}\t{name}\t%\t5\n"));
        let text = format!(
            "Phụ lục 1: Chỉ tiêu\nTT\tChỉ tiêu\tĐơn vị tính\tNăm 2030\n{}",
            rows.collect::<String>()
        );
        crate::read::read(&text).unwrap().indicators
    }

    #[test]
    fn an_acronym_is_what_the_other_program_says_it_is() {
        let left = read(&[
            "Chỉ số phát triển con người (HDI)",
            "Vốn khác, vốn nước ngoài (FDI) mới",
        ]);
        let right = read(&["Chỉ số HDI", "Thu hút FDI"]);
        let (left, right) = names(&left, &right);
        assert_eq!(left, ["Chỉ số phát triển con người ", "Vốn khác, vốn nước ngoài  mới"]);
        assert_eq!(right, ["Chỉ số Chỉ số phát triển con người", "Thu hút vốn nước ngoài"]);
    }

    #[test]
    fn one_that_both_explain_or_none_is_left_as_it_is() {
        let left = read(&["Tổng sản phẩm (GRDP)", "Tăng trưởng GRDP", "Tỷ lệ ICOR"]);
        let right = read(&["Tổng sản phẩm (GRDP)", "Kinh tế số trong GRDP"]);
        let (left, right) = names(&left, &right);
        assert_eq!(left[1..], ["Tăng trưởng GRDP", "Tỷ lệ ICOR"]);
        assert_eq!(right[1], "Kinh tế số trong GRDP");
    }

    #[test]
    fn one_that_both_use_bare_is_left_as_it_is() {
        let left = read(&["Tổng sản phẩm (GRDP)", "Tăng trưởng GRDP"]);
        let right = read(&["Tăng trưởng GRDP"]);
        assert_eq!(names(&left, &right).1, ["Tăng trưởng GRDP"]);
    }

    #[test]
    fn one_the_other_program_only_prints_bare_is_kept() {
        let left = read(&["Vốn nước ngoài (FDI) đăng ký", "Vốn FDI thực hiện"]);
        let bare = read(&["Vốn FDI đăng ký", "Vốn FDI thực hiện"]);
        assert_eq!(names(&left, &bare).0[0], "Vốn nước ngoài (FDI) đăng ký");
        assert_eq!(names(&left, &left).0[0], "Vốn nước ngoài  đăng ký");
    }

    #[test]
    fn only_acronyms_in_parentheses_are_left_out() {
        assert_eq!(
            without_acronyms("Tổng sản phẩm (GRDP) bình quân (giá so sánh)"),
            "Tổng sản phẩm  bình quân (giá so sánh)"
        );
    }

    #[test]
    fn a_name_that_is_an_acronym_stays() {
        let rows = read(&["(HPI)", "Thu nhập (giá hiện hành)"]);
        assert_eq!(names(&rows, &[]).0, ["(HPI)", "Thu nhập (giá hiện hành)"]);
    }
}
