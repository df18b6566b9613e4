//! Lines of a limited width.

use std::borrow::Cow;

use super::paint::{Paint, Style};
use crate::text::find_byte;

/// A blank where no line ends.
pub(super) const NO_BREAK: char = '\u{a0}';

/// The first bytes of the combining marks of Latin letters; some Greek letters
/// share the second one.
const MARKS: std::ops::RangeInclusive<u8> = 0xcc..=0xcd;

/// A text under way: wraps paragraphs to its width.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    width: usize,
    paint: Paint,
}

impl Page {
    pub(super) fn new(width: usize, paint: Paint) -> Self {
        Self {
            text: String::new(),
            width,
            paint,
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading, underlined.
    pub(super) fn heading(&mut self, heading: &str, rule: char, style: Style) {
        self.blank();
        let (on, off) = self.paint.codes(style);
        self.text.push_str(on);
        self.paragraph("", heading);
        let width = columns(heading).min(self.width);
        self.text.extend(std::iter::repeat_n(rule, width));
        self.text.push_str(off);
        self.blank();
    }

    /// A paragraph whose opening is set in a style; see [`Self::paragraph`].
    pub(super) fn paragraph_in(&mut self, style: Style, opening: &str, text: &str) {
        let (on, off) = self.paint.codes(style);
        self.text.push_str(on);
        self.text.push_str(opening);
        self.text.push_str(off);
        self.wrap(columns(opening), text);
    }

    /// A paragraph that opens with `opening`; further lines are indented as far.
    /// [`NO_BREAK`] between two words is a blank where no line ends.
    pub(super) fn paragraph(&mut self, opening: &str, text: &str) {
        self.text.push_str(opening);
        self.wrap(columns(opening), text);
    }

    fn wrap(&mut self, indent: usize, text: &str) {
        let text = squeezed(text);
        let start = self.text.len();
        // Where the line and the word under way begin; the columns so far, and of the word.
        let (mut line, mut word) = (0, 0);
        let (mut column, mut wide) = (indent, 0);
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            if byte != b' ' {
                wide += usize::from(takes_column(byte));
                continue;
            }
            let is_first = word == line;
            if !is_first && column + 1 + wide > self.width {
                self.text.push_str(&text[line..word - 1]);
                self.text.push('\n');
                self.text.extend(std::iter::repeat_n(' ', indent));
                (line, column) = (word, indent + wide);
            } else {
                column += usize::from(!is_first) + wide;
            }
            (word, wide) = (at + 1, 0);
        }
        self.text.push_str(&text[line..]);
        if text.contains(NO_BREAK) {
            let paragraph = self.text.split_off(start);
            self.text.push_str(&paragraph.replace(NO_BREAK, " "));
        }
        self.blank();
    }
}

/// The words of a text with a blank between two, which most texts are already.
fn squeezed(text: &str) -> Cow<'_, str> {
    let is_squeezed = !text.contains("  ")
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && find_byte(text.as_bytes(), |byte| byte != b' ' && byte.is_ascii_whitespace()).is_none();
    if is_squeezed {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// How many columns of a terminal a text takes: letters of Vietnamese take one
/// each, and the marks of decomposed ones (NFD) none.
pub(super) fn columns(text: &str) -> usize {
    text.bytes().filter(|&byte| takes_column(byte)).count()
}

/// Whether a character begins with this byte (UTF-8), other than the combining
/// marks of Latin letters (U+0300 to U+036F).
fn takes_column(byte: u8) -> bool {
    let goes_on = byte & 0b1100_0000 == 0b1000_0000;
    !goes_on && !MARKS.contains(&byte)
}

/// The text filled with blanks to a number of columns, on its right or left.
pub(super) fn pad_right(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// See [`pad_right`].
pub(super) fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_under_the_opening() {
        let mut page = Page::new(20, Paint::Plain);
        page.paragraph("  1. ", "Sửa đổi Luật Thủ đô năm 2024");
        assert_eq!(page.as_str(), "  1. Sửa đổi Luật\n     Thủ đô năm 2024\n");
    }

    #[test]
    fn keeps_together_what_is_joined() {
        let mut page = Page::new(12, Paint::Plain);
        page.paragraph("", "thời hạn “Quý\u{a0}IV/2028”");
        assert_eq!(page.as_str(), "thời hạn\n“Quý IV/2028”\n");
    }

    #[test]
    fn a_long_word_stands_alone_and_nothing_is_lost() {
        let mut page = Page::new(8, Paint::Plain);
        page.paragraph("", "a 355-KH/TU-của-Thành-ủy b");
        assert_eq!(page.as_str(), "a\n355-KH/TU-của-Thành-ủy\nb\n");
    }

    #[test]
    fn decomposed_letters_take_one_column() {
        assert_eq!(columns("Tru\u{31b}\u{301}c"), 4);
        assert_eq!(columns("Trước"), 5);
        assert_eq!(columns("≥ 10 m²"), 7);
        assert_eq!(pad_left("tỷ", 4), "  tỷ");
        assert_eq!(pad_right("tỷ", 4), "tỷ  ");
    }
}
