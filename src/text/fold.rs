//! Folding for comparison: what two spellings share.

use std::borrow::Cow;

/// Lower case, `Ð` (U+00D0) read as `Đ`, every dash as `-`, both ways of
/// placing a tone (`hoà`, `hòa`; `uỷ`, `ủy`) as one, runs of white space as
/// one blank, none at the ends. Diacritics stay: they carry meaning.
///
/// The tone goes to the first vowel of an open `oa`, `oe`, `uy` (`hòa`,
/// `khỏe`, `ủy`), except after `q`, whose `u` is no vowel (`quý`). The input
/// is taken to be in NFC. Folding a folded text changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_onto(&mut out, text);
    out
}

/// [`fold`]s a text to the end of another; where no blank parts them, their
/// meeting words become one.
pub(crate) fn fold_onto(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut at, mut run) = (0, 0);
    // The first word may go on with one before it, and slip with it.
    let mut slips = true;
    // Most characters stay as they are: `text[run..at]` is still to be copied.
    loop {
        at = plain_end(bytes, at);
        if at == bytes.len() {
            break;
        }
        if stays_between(bytes, at) && (at > run || !out.is_empty()) {
            if slips || may_slip(&text[..at]) {
                copy(out, &text[run..at]);
                run = at;
                settle(out);
            }
            slips = false;
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        copy(out, &text[run..at]);
        at += c.len_utf8();
        run = at;
        if is_word_char(c) {
            match lower(c) {
                Some(small) => out.push(small),
                None => out.extend(c.to_lowercase()),
            }
            slips = true;
            continue;
        }
        settle(out);
        slips = false;
        if c.is_whitespace() {
            at = text.len() - text[at..].trim_start().len();
            run = at;
            if at < text.len() && !out.is_empty() {
                out.push(' ');
            }
        } else {
            out.push(if is_dash(c) { '-' } else { c });
        }
    }
    copy(out, &text[run..]);
    settle(out);
}

/// Copies characters of which only ASCII letters can be capitals.
fn copy(out: &mut String, run: &str) {
    let start = out.len();
    out.push_str(run);
    out[start..].make_ascii_lowercase();
}

/// [`fold`]s a word; most are folded already.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    if is_folded(word) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// Whether a word is folded already; not told of words whose tone may have to move.
pub(crate) fn is_folded(word: &str) -> bool {
    let bytes = word.as_bytes();
    !bytes.iter().any(u8::is_ascii_uppercase) && plain_end(bytes, 0) == bytes.len() && !may_slip(word)
}

/// Whether an ASCII mark, or the only blank before a word, stands at a place.
fn stays_between(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b' ' => bytes
            .get(at + 1)
            .is_some_and(|&next| matches!(next, b'!'..=b'~' | 0xc3..=0xc6)),
        byte => byte.is_ascii_punctuation(),
    }
}

/// Where the run of ASCII letters, small Vietnamese letters and digits ends that
/// begins at a place: most of them folding leaves alone.
fn plain_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let is_small = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
                at += 1;
                continue;
            }
            // à to ý
            0xc3 => matches!(bytes[at + 1], 0xa0..=0xaf | 0xb1..=0xb6 | 0xb8..=0xbd),
            // ă, đ, ĩ
            0xc4 => matches!(bytes[at + 1], 0x83 | 0x91 | 0xa9),
            // ũ
            0xc5 => bytes[at + 1] == 0xa9,
            // ơ, ư
            0xc6 => matches!(bytes[at + 1], 0xa1 | 0xb0),
            // ạ to ỹ: capitals are even, small letters odd.
            0xe1 => {
                matches!((bytes[at + 1], bytes[at + 2]), (0xba, 0xa0..) | (0xbb, ..=0xb9)) && bytes[at + 2] % 2 == 1
            }
            _ => false,
        };
        if !is_small {
            break;
        }
        at += if byte == 0xe1 { 3 } else { 2 };
    }
    at
}

/// Writes `i` for a `y` that is the only vowel of the last syllable of a folded
/// text, which begins at `start`: `bác sỹ`, `bác sĩ`.
pub(crate) fn spell_lone_y(folded: &mut String, start: usize) {
    let mut back = folded[start..].chars().rev();
    let (Some(last), Some(onset)) = (back.next(), back.next()) else {
        return;
    };
    let i = match last {
        'y' => 'i',
        'ỳ' => 'ì',
        'ý' => 'í',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        _ => return,
    };
    if matches!(onset, 'h' | 'k' | 'l' | 'm' | 'n' | 's' | 't' | 'v') {
        folded.pop();
        folded.push(i);
    }
}

/// Letters, digits, and marks that did not compose with their letter.
pub(crate) fn is_word_char(c: char) -> bool {
    // Vietnamese letters skip the general table: this runs over whole documents.
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'à'..='ö' | 'Ā'..='ɏ' | '\u{300}'..='\u{36f}' | 'Ḁ'..='ỿ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Bare letters: [`fold`] without tones and diacritics (`đ` as `d`). Supports
/// a decision where recognition (OCR) damaged the diacritics, never makes one.
/// Letters outside the Vietnamese alphabet stay as they are.
#[must_use]
pub fn toneless(text: &str) -> String {
    let folded = folded(text);
    if folded.is_ascii() {
        return folded.into_owned();
    }
    let mut bare = String::with_capacity(folded.len());
    bare.extend(folded.chars().map(|c| if c.is_ascii() { c } else { bare_letter(c) }));
    bare
}

/// The small letter; `None` where the general table has to tell.
fn lower(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'Ð' | 'ð' => Some('đ'),
        // In this block capitals are even, small letters odd.
        '\u{1ea0}'..='\u{1ef9}' => char::from_u32(u32::from(c) | 1),
        'à'..='ý' | 'đ' | 'ă' | 'ơ' | 'ư' => Some(c),
        _ => None,
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The vowels that take part in the two placements, bare and with their tones
/// in one order.
const VOWELS: [[char; 6]; 5] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// Moves the tone of the word that ends `out` to its agreed place.
fn settle(out: &mut String) {
    if !may_slip(out) {
        return;
    }
    let mut back = out.chars().rev();
    let (Some(last), Some(first)) = (back.next(), back.next()) else {
        return;
    };
    let onset = back.next();
    let (Some((second_row, second_tone)), Some((first_row, first_tone))) = (vowel(last), vowel(first)) else {
        return;
    };
    let carrier_is_first = match (onset, first_row[0], second_row[0]) {
        (Some('q'), 'u', 'a' | 'e' | 'y') => false,
        (_, 'o', 'a' | 'e') | (_, 'u', 'y') => true,
        _ => return,
    };
    if (first_tone == 0) == (second_tone == 0) {
        return;
    }
    let tone = first_tone.max(second_tone);
    out.truncate(out.len() - last.len_utf8() - first.len_utf8());
    out.push(first_row[if carrier_is_first { tone } else { 0 }]);
    out.push(second_row[if carrier_is_first { 0 } else { tone }]);
}

/// Whether a text ends in a pair of vowels with two placements. Most words end
/// otherwise and need no look at the table.
fn may_slip(text: &str) -> bool {
    if !matches!(
        text.as_bytes().last(),
        Some(b'a' | b'e' | b'y' | b'A' | b'E' | b'Y' | 0x80..)
    ) {
        return false;
    }
    let first = text.chars().rev().nth(1);
    matches!(
        first,
        Some('o' | 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'O' | 'U')
    )
}

fn vowel(c: char) -> Option<(&'static [char; 6], usize)> {
    VOWELS
        .iter()
        .find_map(|row| row.iter().position(|&v| v == c).map(|tone| (row, tone)))
}

fn bare_letter(c: char) -> char {
    match c {
        'à'..='ã' | 'ă' | '\u{1ea0}'..='\u{1eb7}' => 'a',
        'è'..='ê' | '\u{1eb8}'..='\u{1ec7}' => 'e',
        'ì' | 'í' | 'ĩ' | '\u{1ec8}'..='\u{1ecb}' => 'i',
        'ò'..='õ' | 'ơ' | '\u{1ecc}'..='\u{1ee3}' => 'o',
        'ù' | 'ú' | 'ũ' | 'ư' | '\u{1ee4}'..='\u{1ef1}' => 'u',
        'ý' | '\u{1ef2}'..='\u{1ef9}' => 'y',
        'đ' => 'd',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lowers_vietnamese_capitals_and_keeps_diacritics() {
        assert_eq!(fold("ĐẢNG BỘ THÀNH PHỐ"), "đảng bộ thành phố");
        assert_eq!(fold("ƯỚC NGUYỆN ĂN ÂM Ô Ê Ỹ"), "ước nguyện ăn âm ô ê ỹ");
        assert_eq!(fold("Ðường và ðường"), "đường và đường");
        assert_ne!(fold("tính"), fold("tỉnh"));
    }

    #[test]
    fn dashes_are_hyphens() {
        assert_eq!(fold("2025 – 2030—a‑b−1"), "2025 - 2030-a-b-1");
        assert_eq!(fold("a_b ~ c"), "a_b ~ c");
    }

    #[test]
    fn white_space_is_one_blank() {
        assert_eq!(fold("  Hòa \t\n Lạc "), "hòa lạc");
        assert_eq!(fold(" \n"), "");
    }

    #[test]
    fn both_placements_of_a_tone_are_one() {
        for (new, old) in [
            ("hoà", "hòa"),
            ("hoá", "hóa"),
            ("toả", "tỏa"),
            ("hoã", "hõa"),
            ("hoạ", "họa"),
            ("xoè", "xòe"),
            ("khoé", "khóe"),
            ("khoẻ", "khỏe"),
            ("toẽ", "tõe"),
            ("choẹ", "chọe"),
            ("tuỳ", "tùy"),
            ("thuý", "thúy"),
            ("uỷ", "ủy"),
            ("thuỷ", "thủy"),
            ("luỹ", "lũy"),
            ("tuỵ", "tụy"),
        ] {
            assert_eq!(fold(new), old);
            assert_eq!(fold(old), old);
        }
        assert_eq!(fold("UỶ BAN, Hoà-Lạc (Thuỷ)"), "ủy ban, hòa-lạc (thủy)");
    }

    #[test]
    fn the_u_after_q_is_no_vowel() {
        for (slip, right) in [("qúy", "quý"), ("qũy", "quỹ"), ("qùa", "quà"), ("qủy", "quỷ")] {
            assert_eq!(fold(slip), right);
            assert_eq!(fold(right), right);
        }
    }

    #[test]
    fn closed_syllables_and_other_vowels_have_one_way() {
        for word in [
            "toán", "tóan", "hoàn", "loài", "khuỷu", "quyết", "thuế", "của", "mùa", "khuya", "hoa", "gìa",
        ] {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Uỷ  ban – Hoà Lạc", "QÚY IV/2027", "m² İstanbul", "ĐÀ NẴNG"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }

    #[test]
    fn bare_letters() {
        assert_eq!(
            toneless("Đường ĂẰẴ ÂẤẨ ÊỆỂ ÔỘỖ ƠỢỚ ƯỰỪ ỲỸÝ ÌĨỈ"),
            "duong aaa aaa eee ooo ooo uuu yyy iii"
        );
        assert_eq!(toneless("Uỷ ban – m²"), "uy ban - m²");
        assert_eq!(toneless("tỉnh"), toneless("tính"));
    }
}
