//! What makes the other side's wording of a task: the edits that the two real
//! programs show against each other.

use super::material::Material;
use super::random::Random;

/// Vowels that recognition (OCR) takes for one another.
const VOWELS: &[&str] = &[
    "aáàảãạăắằẳẵặâấầẩẫậ",
    "eéèẻẽẹêếềểễệ",
    "iíìỉĩị",
    "oóòỏõọôốồổỗộơớờởỡợ",
    "uúùủũụưứừửữự",
    "yýỳỷỹỵ",
];

/// Of so many words at most one is edited. Half of the tasks that stand in
/// both real programs are worded alike, a tenth has less than two thirds of
/// words and word pairs in common; these edits leave about as much.
const WORDS_PER_EDIT: usize = 6;

/// The parts of a task, rewritten: one part other than the first may be moved
/// or left out, and some words are dropped, inserted, moved or misread.
pub fn rewritten(parts: &[String], material: &Material, random: &mut Random) -> Vec<String> {
    let mut parts = parts.to_vec();
    if parts.len() > 2 && random.happens(1, 3) {
        let last = parts.len() - 1;
        parts.swap(1 + random.below(last), last);
    }
    if parts.len() > 2 && random.happens(1, 10) {
        parts.remove(1 + random.below(parts.len() - 1));
    }
    let words = parts.iter().map(|part| part.split(' ').count()).sum::<usize>();
    for _ in 0..random.below(words / WORDS_PER_EDIT + 1) {
        let at = random.below(parts.len());
        parts[at] = reworded(&parts[at], material, random);
    }
    parts
}

/// A part with one word dropped, inserted, moved or misread.
fn reworded(part: &str, material: &Material, random: &mut Random) -> String {
    let mut words: Vec<String> = part.split(' ').map(str::to_owned).collect();
    let at = random.below(words.len());
    match random.below(4) {
        0 if words.len() > 1 => {
            words.remove(at);
        }
        1 => words.insert(at, random.choose(&material.words).clone()),
        2 => {
            let other = random.below(words.len());
            words.swap(at, other);
        }
        _ => words[at] = misread(&words[at], random),
    }
    words.join(" ")
}

/// Another vowel of the same letter in place of the first one.
fn misread(word: &str, random: &mut Random) -> String {
    let row = |c: char| VOWELS.iter().find(|row| row.contains(c));
    let Some((at, vowel)) = word.char_indices().find(|&(_, c)| row(c).is_some()) else {
        return word.to_owned();
    };
    let others: Vec<char> = row(vowel)
        .into_iter()
        .flat_map(|row| row.chars())
        .filter(|&c| c != vowel)
        .collect();
    format!(
        "{}{}{}",
        &word[..at],
        random.choose(&others),
        &word[at + vowel.len_utf8()..]
    )
}
