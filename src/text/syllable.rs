//! Whether a word can be Vietnamese: the test by which encodings are told
//! apart, and misread words found.

use unicode_normalization::UnicodeNormalization;

/// The consonants a syllable begins with.
const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x",
];
/// The consonants a syllable ends with.
const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
/// Vowels that stand together at the end of a syllable.
const OPEN: [&str; 36] = [
    "ai", "ao", "au", "ay", "eo", "ia", "iu", "iêu", "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "ua", "uao", "uây",
    "ui", "uy", "uya", "uyu", "uê", "uôi", "uơ", "yêu", "âu", "ây", "êu", "ôi", "ơi", "ưa", "ưi", "ưu", "ươi", "ươu",
];
/// Vowels that stand together before a coda.
const CLOSED: [&str; 13] = [
    "iê", "oa", "oe", "oo", "oă", "uy", "uyê", "uâ", "uê", "uô", "yê", "ôô", "ươ",
];
/// Codas that only the tones sắc and nặng go with.
const STOPS: [&str; 4] = ["c", "ch", "p", "t"];

const ACUTE: char = '\u{301}';
const DOT: char = '\u{323}';

/// Whether the word is built as a Vietnamese syllable is: an onset, a vowel or
/// vowels that go together, a coda, one tone at the most. In any case, any
/// normal form.
pub(crate) fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    for c in word.nfd().flat_map(char::to_lowercase) {
        match c {
            '\u{300}' | ACUTE | '\u{303}' | '\u{309}' | DOT => {
                if tone.replace(c).is_some() {
                    return false;
                }
            }
            c => letters.push(c),
        }
    }
    let letters: String = letters.nfc().collect();
    let onsets = ONSETS.iter().filter_map(|onset| letters.strip_prefix(onset));
    onsets.chain([letters.as_str()]).any(|rhyme| is_rhyme(rhyme, tone))
}

fn is_rhyme(rhyme: &str, tone: Option<char>) -> bool {
    let is_vowel = |c: char| "aăâeêioôơuưy".contains(c);
    let coda = rhyme.trim_start_matches(is_vowel);
    let vowels = &rhyme[..rhyme.len() - coda.len()];
    let together = match vowels.chars().count() {
        0 => false,
        1 => true,
        _ if coda.is_empty() => OPEN.contains(&vowels),
        _ => CLOSED.contains(&vowels),
    };
    let stopped = !STOPS.contains(&coda) || matches!(tone, Some(ACUTE | DOT));
    together && CODAS.contains(&coda) && stopped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in [
            "nhiệm",
            "vụ",
            "ĐẢNG",
            "Quý",
            "gì",
            "giữa",
            "nghiệp",
            "ủy",
            "hoà",
            "hòa",
            "nghie\u{302}\u{323}p",
            "ơ",
            "khuỷu",
            "thuở",
            "đường",
            "giếng",
            "quyết",
            "Huế",
            "uống",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "NhiÖm", "café", "über", "NĐ", "tiêp", "việ̀t", "ngs", "", "señor", "truờng", "nuớc", "đưòng",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
