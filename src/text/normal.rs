//! One form for every text: NFC, plain blanks, plain line ends.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in NFC with line feeds only: the byte-order mark, zero-width
/// spaces and soft hyphens go, a no-break space becomes a space, `\r\n` and a
/// lone `\r` become `\n`. Lines keep their count, so line numbers stay true.
#[must_use]
pub fn compose(text: &str) -> Cow<'_, str> {
    let plain = if text.contains(is_special) {
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
        Cow::Owned(plain)
    } else {
        Cow::Borrowed(text)
    };
    if is_nfc_quick(plain.chars()) == IsNormalized::Yes {
        plain
    } else {
        Cow::Owned(plain.nfc().collect())
    }
}

fn is_special(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{a0}' | '\u{ad}' | '\u{2007}' | '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Runs of white space folded to one blank, none at the ends.
#[must_use]
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
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
    }
}
