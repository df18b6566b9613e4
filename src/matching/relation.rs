//! Whether two matched tasks are the same, or one a part of the other.
//!
//! A text is read clause by clause (`;`). A clause the other text does not
//! hold makes its text the larger one; so do names the other leaves out of an
//! enumeration, and a count of things of which the other names one.

use super::Relation;
use super::features::{Features, Vocabulary};
use super::lexicon::Lexicon;
use super::score::Similarity;
use crate::text::{fold, toneless};

/// A clause is held when so much of it, in thousandths, stands in the other text.
const HELD: u32 = 450;

/// The relation of two texts that were matched, each with its features.
pub(crate) fn relation(
    (left, left_features): (&str, &Features),
    (right, right_features): (&str, &Features),
    vocabulary: &Vocabulary,
    lexicon: &Lexicon,
) -> Relation {
    let mut left_more = has_clause_beyond(left, right_features, vocabulary, lexicon);
    let mut right_more = has_clause_beyond(right, left_features, vocabulary, lexicon);
    if !left_more && !right_more {
        let (left_names, right_names) = (names(left), names(right));
        if !left_names.is_empty() && !right_names.is_empty() {
            let bare = |names: Vec<String>| -> Vec<String> { names.iter().map(|name| toneless(name)).collect() };
            let (left_names, right_names) = (bare(left_names), bare(right_names));
            if left_names.iter().any(|name| right_names.contains(name)) {
                left_more = enumerates_beyond(&left_names, &right_names);
                right_more = enumerates_beyond(&right_names, &left_names);
            }
        }
        // Where nothing but a count is left out, it is the count that differs.
        if !left_more && !right_more && left_features != right_features {
            left_more = counts_what_other_singles_out(left, right);
            right_more = counts_what_other_singles_out(right, left);
        }
    }
    match (left_more, right_more) {
        (false, false) => Relation::Same,
        (false, true) => Relation::LeftPartOfRight,
        (true, false) => Relation::RightPartOfLeft,
        (true, true) => Relation::Overlap,
    }
}

fn has_clause_beyond(text: &str, other: &Features, vocabulary: &Vocabulary, lexicon: &Lexicon) -> bool {
    if !text.contains(';') {
        return false;
    }
    let clauses = clauses(text);
    if clauses.len() < 2 {
        return false;
    }
    clauses.into_iter().any(|clause| {
        let words = lexicon.look_up(clause);
        let features = vocabulary.features(&words);
        let held = Similarity::new(vocabulary.shared(&features, other), features.total(), 1).left_held;
        words.len() > 1 && held < HELD
    })
}

/// The clauses of a text: between semicolons outside parentheses.
fn clauses(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let mut start = 0;
    let mut found = Vec::new();
    for (offset, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => {
                found.push(&text[start..offset]);
                start = offset + 1;
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found.retain(|clause| !clause.trim().is_empty());
    found
}

/// The proper names of a text: runs of capitalized words that do not
/// open the text or a clause.
fn names(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    let mut opens = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.starts_with(char::is_uppercase);
        if capital && !opens && !word.starts_with(['(', '“']) {
            current.push(bare);
        } else {
            keep(&mut current, &mut found);
            if capital && !opens {
                current.push(bare);
            }
        }
        if word.ends_with([',', ';', ')', ':', '.', '…']) {
            keep(&mut current, &mut found);
        }
        opens = word.ends_with([';', '.']);
    }
    keep(&mut current, &mut found);
    found
}

/// A name has at least two words; a single capitalized one is mostly a title.
fn keep(words: &mut Vec<&str>, names: &mut Vec<String>) {
    if words.len() > 1 {
        names.push(words.join(" "));
    }
    words.clear();
}

fn enumerates_beyond(names: &[String], others: &[String]) -> bool {
    names
        .iter()
        .any(|name| !others.iter().any(|other| other.contains(name) || name.contains(other)))
}

/// Whether `text` counts two or more of a thing (`05 khu nông nghiệp`) that
/// `other` names in the singular (`Khu nông nghiệp`, not `các khu`).
fn counts_what_other_singles_out(text: &str, other: &str) -> bool {
    let is_count = |word: &str| word.parse::<u32>().is_ok_and(|count| count > 1);
    if !text.split_whitespace().any(is_count) {
        return false;
    }
    let folded = fold(text);
    let other_folded = fold(other);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let other_words: Vec<&str> = other_folded.split_whitespace().collect();
    words.windows(3).any(|window| {
        let counts = is_count(window[0]) && !other_words.contains(&window[0]);
        counts
            && other_words.windows(2).enumerate().any(|(index, pair)| {
                let before = index.checked_sub(1).map_or("", |at| other_words[at]);
                pair == [window[1], window[2]]
                    && !matches!(before, "các" | "những" | "nhiều" | "số" | "hơn" | "khoảng")
                    && !before.starts_with(|c: char| c.is_ascii_digit())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(left: &str, right: &str) -> Relation {
        let mut lexicon = Lexicon::new();
        let texts = [left, right, "Một việc khác"].map(|text| lexicon.read(text));
        let (vocabulary, features) = Vocabulary::new(texts.iter().map(|text| (text.as_slice(), 1)), &lexicon);
        relation((left, &features[0]), (right, &features[1]), &vocabulary, &lexicon)
    }

    #[test]
    fn a_clause_of_its_own_makes_the_larger_row() {
        let whole = "Hình thành 5.000 doanh nghiệp khởi nghiệp; đạt 500 bằng sáng chế quốc tế";
        assert_eq!(
            of("Hình thành khoảng 5.000 doanh nghiệp khởi nghiệp", whole),
            Relation::LeftPartOfRight
        );
        assert_eq!(
            of(whole, "Hình thành khoảng 5.000 doanh nghiệp khởi nghiệp"),
            Relation::RightPartOfLeft
        );
        assert_eq!(of(whole, whole), Relation::Same);
        assert_eq!(
            of("Xây nhà máy nước; trồng rừng", "Xây nhà máy nước; mở đường sắt"),
            Relation::Overlap
        );
    }

    #[test]
    fn a_longer_enumeration_makes_the_larger_row() {
        let three = "Cải tạo các con sông: Kim Ngưu, Tô Lịch, Cầu Bây";
        assert_eq!(of("Cải tạo sông Kim Ngưu", three), Relation::LeftPartOfRight);
        assert_eq!(
            of("Cải tạo các con sông: Kim Ngưu, Tô Lịch, Cầu Báy", three),
            Relation::Same
        );
    }

    #[test]
    fn one_of_several_is_a_part() {
        let five = "Xây dựng 05 khu nông nghiệp sạch";
        assert_eq!(of("Phát triển khu nông nghiệp sạch", five), Relation::LeftPartOfRight);
        assert_eq!(of("Phát triển các khu nông nghiệp sạch", five), Relation::Same);
        assert_eq!(of("Xây dựng 05 nhà máy và khu nông nghiệp sạch", five), Relation::Same);
    }
}
