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
    while let Some(at) = rest.find(|c| !is_settled(c)) {
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

/// Whether a character stays as it is, whatever stands before it: composed
/// letters, and the marks of most texts.
fn is_settled(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\n' | '\t' | 'À'..='ɏ' | 'Ḁ'..='ỿ' | '–' | '—' | '‘'..='”' | '…'
    )
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
    let mut behind_blank = true;
    let mut is_blank = |c: char| {
        c.is_whitespace() && (c != ' ' || behind_blank) || {
            behind_blank = c == ' ';
            false
        }
    };
    if !text.contains(&mut is_blank) && !behind_blank {
        return text.to_owned();
    }
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
        assert_eq!(compose("a \u{301}b e\u{301}\re\u{301}\r\n"), "a \u{301}b é\né\n");
        assert!(matches!(compose("Đường – “một”…"), Cow::Borrowed(_)));
    }
}
