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

/// Whether a folded text has a word or some words one behind the other, a blank apart.
pub(crate) fn has_words(folded: &str, phrase: &str) -> bool {
    let Some(&first) = phrase.as_bytes().first() else {
        return false;
    };
    memchr::memchr_iter(first, folded.as_bytes()).any(|at| {
        let (before, from) = folded.split_at(at);
        let behind = from.strip_prefix(phrase);
        behind.is_some_and(|behind| !behind.starts_with(is_word_char)) && !before.ends_with(is_word_char)
    })
}

#[derive(Clone)]
struct Words<'a> {
    text: &'a str,
    from: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let Self { text, from } = *self;
        let bytes = text.as_bytes();
        let mut start = from;
        while start < bytes.len() && word_char(text, start) == 0 {
            start += char_length(bytes[start]);
        }
        let mut end = word_end(text, start);
        while end < bytes.len() && joins(text, start, end) {
            end = word_end(text, end + 1);
        }
        self.from = end;
        (end > start).then(|| Word {
            text: &text[start..end],
            start,
        })
    }
}

/// The parts of a text between ASCII marks of one kind, as [`str::split`] has them.
pub(crate) fn split(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr::memchr_iter(mark, text.as_bytes())
        .chain([text.len()])
        .map(move |end| {
            let part = &text[start..end];
            start = end + 1;
            part
        })
}

/// The clauses of a text: what stands between some marks outside parentheses.
pub(crate) fn clauses<'a>(text: &'a str, marks: &[char]) -> Vec<&'a str> {
    let mut depth = 0_u32;
    let mut start = 0;
    let mut found = Vec::new();
    for (offset, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && marks.contains(&c) => {
                found.push(&text[start..offset]);
                start = offset + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found.retain(|clause| !clause.trim().is_empty());
    found
}

/// The runs of a text without white space, as [`str::split_whitespace`] has
/// them; most bytes tell without a look at their character.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let end = run_end(rest);
        let run = &rest[..end];
        rest = &rest[end..];
        (end > 0).then_some(run)
    })
}

/// Where the first white space stands.
fn run_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        end += match byte {
            b'!'..=0x7f => 1,
            // À to ƿ, Ḁ to ỿ
            0xc3..=0xc6 => 2,
            0xe1 if matches!(bytes[end + 1], 0xb8..=0xbb) => 3,
            _ => match char_at(text, end).filter(|c| !c.is_whitespace()) {
                Some(c) => c.len_utf8(),
                None => break,
            },
        };
    }
    end
}

/// Where the run of letters and digits ends that begins at a byte offset.
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    while end < text.len() {
        match word_char(text, end) {
            0 => break,
            length => end += length,
        }
    }
    end
}

/// Length of the letter or digit at a place, 0 where something else stands there.
#[inline]
fn word_char(text: &str, at: usize) -> usize {
    match FIRST_BYTES[usize::from(text.as_bytes()[at])] {
        UNTOLD => untold_word_char(text, at),
        length => usize::from(length),
    }
}

/// The first byte alone does not tell.
const UNTOLD: u8 = u8::MAX;

/// The length of the letter or digit that begins with each byte.
const FIRST_BYTES: [u8; 256] = {
    let mut lengths = [UNTOLD; 256];
    let mut byte = 0_u8;
    while byte < 0xc7 {
        lengths[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => 1,
            ..=0x7f => 0,
            // Ā to ƿ
            0xc4..=0xc6 => 2,
            _ => UNTOLD,
        };
        byte += 1;
    }
    lengths
};

/// The same where the first byte does not tell.
fn untold_word_char(text: &str, at: usize) -> usize {
    match text.as_bytes()[at..] {
        // À to ÿ without × and ÷
        [0xc3, second, ..] => 2 * usize::from(!matches!(second, 0x97 | 0xb7)),
        // Ẁ to ỿ
        [0xe1, 0xba | 0xbb, ..] => 3,
        _ => other_word_char(text, at),
    }
}

/// The same for characters that are rare in Vietnamese.
#[cold]
fn other_word_char(text: &str, at: usize) -> usize {
    char_at(text, at).filter(|&c| is_word_char(c)).map_or(0, char::len_utf8)
}

/// The bytes of the character that begins with a byte.
const fn char_length(first: u8) -> usize {
    match first {
        ..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether the mark at a place belongs to the word that began at `start`.
fn joins(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'.' | b',' => bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        b'&' => {
            let before = text[start..at].chars().next_back();
            before.is_some_and(char::is_alphabetic) && char_at(text, at + 1).is_some_and(char::is_alphabetic)
        }
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

    #[test]
    fn words_are_found_at_their_borders() {
        assert!(has_words("sở y tế hà nội", "hà nội") && has_words("hà nội", "hà nội"));
        assert!(has_words("xuyên hà nội, hà nội", "hà nội"));
        assert!(!has_words("nhà nội trú", "hà nội") && !has_words("hà nộim", "hà nội"));
    }

    #[test]
    fn runs_and_parts_are_those_of_the_standard_library() {
        for text in [
            "",
            " ",
            "a",
            " một\u{3000}hai\tba\u{a0} ",
            "\tĐường – “m²”  × \u{1680}x\n",
            "a\t\tb\t",
        ] {
            assert!(runs(text).eq(text.split_whitespace()), "{text:?}");
            assert!(split(text, b'\t').eq(text.split('\t')), "{text:?}");
        }
    }

    #[test]
    fn clauses_end_at_marks_outside_parentheses() {
        assert_eq!(clauses("đê (kè; bờ); cầu; ", &[';']), ["đê (kè; bờ)", " cầu"]);
        assert_eq!(clauses("đê) ; cầu: xe", &[';', ':']), ["đê) ", " cầu", " xe"]);
    }
}
