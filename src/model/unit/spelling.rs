//! One spelling for units, with the way back to the printed text.

use crate::text::{fold_onto, is_folded, is_word_char, spell_lone_y, word_end};

/// A printed unit in its normal spelling: folded, markup gone, `i` for a lone
/// `y` (`sỹ`, `sĩ`), exponents as plain digits behind their letter (`m2`), no
/// blanks around `/`.
pub(super) struct Spelling {
    text: String,
    /// Ends of words and marks: in `text` and in the printed text.
    ends: Vec<(usize, usize)>,
}

impl Spelling {
    /// The normal spelling of a whole text.
    pub fn of(printed: &str) -> Self {
        Self::first(printed, usize::MAX)
    }

    /// The normal spelling of the first `limit` words and marks of a text.
    pub fn first(printed: &str, limit: usize) -> Self {
        let mut spelling = Self {
            text: String::with_capacity(printed.len().min(limit.saturating_mul(TYPICAL_WORD))),
            ends: Vec::with_capacity(limit.min(TYPICAL_WORD)),
        };
        let mut rest = printed;
        let mut is_apart = false;
        while let Some(c) = rest.chars().next()
            && spelling.ends.len() < limit
        {
            let offset = printed.len() - rest.len();
            let length = if c.is_whitespace() {
                is_apart = true;
                c.len_utf8()
            } else if let Some(tag) = tag(rest) {
                let is_exponent = tag == "<sup>" && rest[tag.len()..].starts_with(|c: char| c.is_ascii_digit());
                if is_exponent && spelling.text.ends_with(char::is_alphabetic) {
                    is_apart = false;
                } else if let Some(last) = spelling.ends.last_mut()
                    && !is_apart
                    && tag.starts_with("</")
                {
                    last.1 = offset + tag.len();
                }
                tag.len()
            } else if matches!(c, '<' | '>') {
                is_apart = true;
                c.len_utf8()
            } else {
                let piece = &rest[..piece_length(rest)];
                spelling.push(piece, is_apart, offset + piece.len());
                is_apart = false;
                piece.len()
            };
            rest = &rest[length..];
        }
        spelling
    }

    /// The normal spelling.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the printed text ends that is spelled `text()[..end]`; `None`
    /// inside a word.
    pub fn printed_end(&self, end: usize) -> Option<usize> {
        self.ends.iter().rev().find(|ends| ends.0 == end).map(|ends| ends.1)
    }

    fn push(&mut self, piece: &str, is_apart: bool, printed_end: usize) {
        if piece == "/" {
            self.close_exponent();
        } else if (is_apart && !self.text.is_empty() && !self.text.ends_with('/'))
            || (self.text.ends_with('%') && piece.starts_with(char::is_alphabetic))
        {
            self.text.push(' ');
        }
        // A tag can part a word: its pieces are spelled together.
        let start = self.text.len() - last_word(&self.text).len();
        fold_onto(&mut self.text, piece);
        if piece.ends_with(['²', '³']) {
            let plain = if piece.ends_with('²') { '2' } else { '3' };
            self.text.pop();
            self.text.push(plain);
        }
        spell_lone_y(&mut self.text, start);
        self.ends.push((self.text.len(), printed_end));
    }

    /// Extraction parts an exponent from its letter: `m 2/người`, `1.000m 2/người`.
    fn close_exponent(&mut self) {
        let is_length = |word: &str| {
            let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
            matches!(letters, "m" | "km" | "cm" | "dm")
        };
        if let Some((before, "2" | "3")) = self.text.rsplit_once(' ')
            && is_length(last_word(before))
        {
            self.text.remove(self.text.len() - 2);
            if let Some(last) = self.ends.last_mut() {
                last.0 -= 1;
            }
        }
    }
}

/// The word a text starts with, where its normal spelling is the printed one.
pub(super) fn plain_word(text: &str) -> Option<&str> {
    let word = &text[..piece_length(text)];
    let may_be_lone_y = word.ends_with(['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']);
    (is_folded(word) && !word.is_empty() && !may_be_lone_y).then_some(word)
}

/// Bytes of a longer Vietnamese word; more than the words and marks of a unit.
const TYPICAL_WORD: usize = 10;

/// The tag (`<sup>`, `</b>`) a text starts with.
fn tag(text: &str) -> Option<&str> {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let length = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let is_tag = length > 0 && name[length..].starts_with('>');
    is_tag.then(|| &text[..=text.len() - name.len() + length])
}

/// Length of the figure, the word or the single mark a text starts with; a
/// word takes digits behind its letters (`m2`), a figure no letters (`1000đ`).
fn piece_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || (end > 0 && matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1)) {
        end += 1;
    }
    if end > 0 {
        return end;
    }
    let word = word_end(text, 0);
    if word > 0 {
        word
    } else {
        text.chars().next().map_or(0, char::len_utf8)
    }
}

/// The word a text ends with, empty where it ends with a blank or a mark.
fn last_word(text: &str) -> &str {
    text.char_indices()
        .rev()
        .take_while(|&(_, c)| is_word_char(c))
        .last()
        .map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_one_way() {
        for (printed, normal) in [
            ("M²/người", "m2/người"),
            ("M <sup>2</sup> /người", "m2/người"),
            ("m 2/người", "m2/người"),
            ("1.000m 2/người", "1.000m2/người"),
            ("tr.m 2/người", "tr.m2/người"),
            ("%GDP", "% gdp"),
            ("% GDP", "% gdp"),
            ("%/năm", "%/năm"),
            ("1000 m 2/người", "1000 m2/người"),
            ("<i>Tr. đồng</i> / LĐ", "tr. đồng/lđ"),
            ("Bác sỹ", "bác sĩ"),
            ("Tỷ  USD", "tỉ usd"),
            ("Quý", "quý"),
            ("thuỷ lợi", "thủy lợi"),
            ("1000Đ", "1000đ"),
            ("a < b", "a b"),
        ] {
            assert_eq!(Spelling::of(printed).text(), normal, "{printed}");
        }
    }

    #[test]
    fn leads_back_to_the_printed_text() {
        let spelling = Spelling::of("M <sup>2</sup> /người  32");
        assert_eq!(spelling.printed_end("m2".len()), Some("M <sup>2</sup>".len()));
        assert_eq!(
            spelling.printed_end("m2/người".len()),
            Some("M <sup>2</sup> /người".len())
        );
        assert_eq!(spelling.printed_end("m2/ng".len()), None);
    }

    #[test]
    fn stops_at_the_limit() {
        assert_eq!(Spelling::first("1.000 tỷ đồng 3,400", 2).text(), "1.000 tỉ");
    }
}
