//! One form for every text: NFC, plain blanks, plain line ends.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

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
    while let Some(&byte) = bytes.get(at) {
        at += match SETTLED[byte as usize] {
            0 if byte == 0xe1 && matches!(bytes[at + 1], 0xb8..=0xbb) => 3,
            0 if text[at..].starts_with(|c| matches!(c, '–' | '—' | '‘'..='”' | '…')) => 3,
            0 => return Some(at),
            length => length,
        };
    }
    None
}

/// The length of the characters that stay as they are, by their first byte; 0
/// where that does not tell.
const SETTLED: [usize; 256] = {
    let mut lengths = [0; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        lengths[byte as usize] = match byte {
            b' '..=b'~' | b'\n' | b'\t' => 1,
            // À to ȿ
            0xc3..=0xc8 => 2,
            _ => 0,
        };
        byte -= 1;
    }
    lengths
};

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
    for (index, word) in text.split_whitespace().enumerate() {
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
    let (here, next) = (bytes.as_chunks::<MANY>().0, bytes[1..].as_chunks::<MANY>().0);
    let blanks = |(here, next): (&[u8; MANY], &[u8; MANY])| {
        let pairs = here.iter().zip(next);
        pairs.fold(false, |found, (&here, &next)| found | may_be_blank(here, next))
    };
    let rest = &bytes[next.len() * MANY..];
    !here.iter().zip(next).any(blanks) && !rest.windows(2).any(|pair| may_be_blank(pair[0], pair[1]))
}

/// Whether two bytes side by side may be more than one blank, or white space
/// other than a blank or its last two bytes.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, see any_byte")]
fn may_be_blank(here: u8, next: u8) -> bool {
    let no_break = (here == 0xc2) & ((next == 0xa0) | (next == 0x85));
    // En quad and others, line separators, ideographic space.
    let wide = ((here == 0x80) | (here == 0x81))
        & ((next & 0xf0 == 0x80) | (next == 0x9f) | (next == 0xa8) | (next == 0xa9) | (next == 0xaf));
    let ogham = (here == 0x9a) & (next == 0x80);
    (here < b' ') | ((here == b' ') & (next == b' ')) | no_break | wide | ogham
}

/// Bytes looked at at once.
const MANY: usize = 16;

/// Whether a byte of a text is of a kind, told without branches for the
/// processor to look at many at once.
pub(crate) fn any_byte(text: &str, is_of_kind: impl Fn(u8) -> bool) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks::<MANY>();
    let in_chunk = |chunk: &[u8; MANY]| chunk.iter().fold(false, |found, &byte| found | is_of_kind(byte));
    chunks.iter().any(in_chunk) || rest.iter().any(|&byte| is_of_kind(byte))
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
}
