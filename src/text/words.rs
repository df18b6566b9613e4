//! Words and where they stand.

use super::fold::is_word_char;

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as printed.
    pub text: &'a str,
    /// Byte offset of its first letter.
    pub start: usize,
}

impl Word<'_> {
    /// Byte offset behind its last letter.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text in order: runs of letters and digits; `.` and `,`
/// between two digits belong to the word (`11.430,0`), so does `&` between two
/// letters (`KH&CN`).
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> + Clone {
    Words { text, from: 0 }
}

#[derive(Clone)]
struct Words<'a> {
    text: &'a str,
    from: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let rest = &self.text[self.from..];
        let start = self.from + rest.find(is_word_char)?;
        let text = &self.text[start..];
        let mut end = text.len();
        let mut last = None;
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            if !is_word_char(c) && !joins(last, c, chars.clone().next()) {
                end = at;
                break;
            }
            last = Some(c);
        }
        self.from = start + end;
        Some(Word {
            text: &text[..end],
            start,
        })
    }
}

fn joins(before: Option<char>, c: char, after: Option<(usize, char)>) -> bool {
    let (Some(before), Some((_, after))) = (before, after) else {
        return false;
    };
    match c {
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '&' => before.is_alphabetic() && after.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn runs_of_letters_and_digits() {
        assert_eq!(of("Sở Tài chính, UBND"), ["Sở", "Tài", "chính", "UBND"]);
        assert_eq!(of("“Hòa Lạc” (giai đoạn 2)"), ["Hòa", "Lạc", "giai", "đoạn", "2"]);
        assert_eq!(of("'a' \"b\" m²/người"), ["a", "b", "m²", "người"]);
        assert_eq!(of("355-KH/TU"), ["355", "KH", "TU"]);
        assert_eq!(of(" … - "), [""; 0]);
    }

    #[test]
    fn marks_inside_figures_belong_to_them() {
        assert_eq!(of("11.430,0 tỷ."), ["11.430,0", "tỷ"]);
        assert_eq!(of("năm 2030. Đến 2,a"), ["năm", "2030", "Đến", "2", "a"]);
        assert_eq!(of("1..2 ,3"), ["1", "2", "3"]);
    }

    #[test]
    fn an_ampersand_between_letters_belongs_to_the_word() {
        assert_eq!(of("Sở KH&CN"), ["Sở", "KH&CN"]);
        assert_eq!(of("KH &CN, 1&2"), ["KH", "CN", "1", "2"]);
    }

    #[test]
    fn offsets_cut_the_word_out_of_the_text() {
        let text = "– Sở  KH&CN: 9.276,9";
        for word in words(text) {
            assert_eq!(&text[word.start..word.end()], word.text);
        }
        assert_eq!(words(text).map(|w| w.start).collect::<Vec<_>>(), [4, 10, 17]);
    }
}
