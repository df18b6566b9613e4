//! One form for every text: NFC, plain blanks, plain line ends.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::words::runs;

/// The text in NFC with line feeds only: the byte-order mark, zero-width
/// spaces and soft hyphens go, a no-break space becomes a space, `\r\n` and a
/// lone `\r` become `\n`. Lines keep their count, so line numbers stay true.
#[must_use]
pub fn compose(text: &str) -> Cow<'_, str> {
    let is_blank = |c: char| matches!(c, ' ' | '\n');
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = unsettled(rest) {
        // Nothing composes with a blank: the word around it is enough.
        let start = rest[..at].rfind(is_blank).map_or(0, |blank| blank + 1);
        let end = rest[at..].find(is_blank).map_or(rest.len(), |blank| at + blank + 1);
        out.push_str(&rest[..start]);
        out.extend(plain(&rest[start..end]).nfc());
        rest = &rest[end..];
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Where the first character stands that may not stay as it is. Composed
/// letters, and the marks of most texts, stay whatever comes before them.
fn unsettled(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += find_pair(&bytes[at..], may_unsettle)?;
        match bytes[at..] {
            // The dashes and quotes of print
            [0xe2, 0x80, 0x93 | 0x94 | 0x98..=0x9d | 0xa6, ..] => at += 3,
            _ => return Some(at),
        }
    }
}

/// Whether a character that begins with these bytes may not stay as it is.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, see find_pair")]
const fn may_unsettle(here: u8, next: u8) -> bool {
    let is_control = (here < b' ') & (here != b'\n') & (here != b'\t') | (here == 0x7f);
    // À to ȿ begin with 0xc3 to 0xc8; below 0xc0 a character only goes on.
    let is_other = (here == 0xc2) | ((here > 0xc8) & (here != 0xe1));
    // Ḁ to ỿ
    is_control | is_other | (here == 0xe1) & ((next < 0xb8) | (next > 0xbb))
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}' => {}
            '\u{a0}' | '\u{202f}' | '\u{2007}' => plain.push(' '),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            c => plain.push(c),
        }
    }
    plain
}

/// Runs of white space folded to one blank, none at the ends.
#[must_use]
pub fn squeeze(text: &str) -> String {
    if is_squeezed(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    squeeze_onto(&mut out, text);
    out
}

/// [`squeeze`]s a text to the end of another, without a blank between them.
pub(crate) fn squeeze_onto(out: &mut String, text: &str) {
    if is_squeezed(text) {
        out.push_str(text);
        return;
    }
    for (index, word) in runs(text).enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

fn is_squeezed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(b'!'..), Some(b'!'..)) = (bytes.first(), bytes.last()) else {
        return text.is_empty();
    };
    let mut at = 0;
    while let Some(skipped) = find_pair(&bytes[at..], may_be_blank) {
        at += skipped;
        match text[at..].chars().next() {
            Some(c) if !c.is_whitespace() => at += c.len_utf8(),
            _ => return false,
        }
    }
    true
}

/// Whether two bytes side by side may be more than one blank, or begin white
/// space other than a blank.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, see find_pair")]
const fn may_be_blank(here: u8, next: u8) -> bool {
    (here < b' ')
        | ((here == b' ') & (next == b' '))
        | (here == 0xc2)
        | ((here == 0xe1) & (next == 0x9a))
        | (here > 0xe1)
}

/// Bytes looked at at once.
const MANY: usize = 16;

/// Where the first byte of a kind stands, told without branches for the
/// processor to look at many at once.
#[inline]
pub(crate) fn find_byte(bytes: &[u8], is_of_kind: impl Fn(u8) -> bool) -> Option<usize> {
    let has_none = |chunk: &[u8; MANY]| !chunk.iter().fold(false, |found, &byte| found | is_of_kind(byte));
    let chunks = bytes.as_chunks().0.iter();
    let from = MANY * chunks.take_while(|chunk| has_none(chunk)).count();
    // What is less than a chunk, together with some that was looked at.
    if bytes.len() - from < MANY && bytes.last_chunk().is_some_and(has_none) {
        return None;
    }
    let found = bytes[from..].iter().position(|&byte| is_of_kind(byte))?;
    Some(from + found)
}

/// Where the first byte stands that is of a kind together with the byte behind
/// it, found as by [`find_byte`]; behind the last one stands a 0.
#[inline]
pub(crate) fn find_pair(bytes: &[u8], is_of_kind: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let has_none = |here: &[u8; MANY], next: &[u8; MANY]| {
        let pairs = here.iter().zip(next);
        !pairs.fold(false, |found, (&here, &next)| found | is_of_kind(here, next))
    };
    let (here, next) = (bytes.as_chunks().0, bytes.get(1..).unwrap_or_default().as_chunks().0);
    let chunks = here.iter().zip(next);
    let from = MANY * chunks.take_while(|(here, next)| has_none(here, next)).count();
    // What is less than a chunk, together with some that was looked at.
    if bytes.len() - from <= MANY
        && let Some(here) = bytes[..bytes.len().saturating_sub(1)].last_chunk()
        && let Some(next) = bytes.last_chunk()
        && has_none(here, next)
    {
        let last = bytes.len() - 1;
        return is_of_kind(bytes[last], 0).then_some(last);
    }
    (from..bytes.len()).find(|&at| is_of_kind(bytes[at], bytes.get(at + 1).copied().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_and_keeps_the_count_of_lines() {
        assert_eq!(
            compose("\u{feff}Tru\u{31b}\u{301}c\r\n2030\ra\u{a0}b\u{200b}"),
            "Trứớc\n2030\na b".replace('ớ', "").as_str()
        );
        assert_eq!(compose("nghi\u{ea}\u{323}p"), "nghiệp");
        assert_eq!(compose("m²"), "m²");
        assert_eq!(compose("a \u{301}b e\u{301}\re\u{301}\r\n"), "a \u{301}b é\né\n");
        assert!(matches!(compose("Đường – “một”…"), Cow::Borrowed(_)));
    }

    #[test]
    fn the_first_byte_is_found_wherever_it_stands() {
        for length in [0, 1, 15, 16, 17, 18, 33, 50] {
            let mut bytes = vec![b'a'; length];
            let find = |bytes: &[u8]| find_byte(bytes, |byte| byte == b'/');
            let find_before = |bytes: &[u8]| find_pair(bytes, |here, next| here == b'a' && next == b'/');
            assert_eq!((find(&bytes), find_before(&bytes)), (None, None));
            for place in 0..length {
                bytes[place] = b'/';
                assert_eq!(find(&bytes), Some(place), "{length}");
                assert_eq!(find_before(&bytes), place.checked_sub(1), "{length}");
                bytes[place] = b'a';
            }
        }
    }

    #[test]
    fn every_white_space_is_folded_to_one_blank() {
        let blanks = (0..=0x3000).filter_map(char::from_u32).filter(|c| c.is_whitespace());
        for blank in blanks {
            for words in 0..9 {
                let text = format!("{}một{blank}hai", "ạ – ".repeat(words));
                assert_eq!(squeeze(&text), text.replace(blank, " "), "{blank:?}");
            }
        }
        assert_eq!(squeeze(" một  hai\u{2003}"), "một hai");
    }
}
