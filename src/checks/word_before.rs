//! The word before a place in a text.

use crate::text::{Word, words};

/// The last word that ends at or before a byte offset; one the offset lies in
/// is passed over. Looks no further back than it must.
pub(super) fn word_before(text: &str, at: usize) -> Option<Word<'_>> {
    let mut end = text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |blank| at + blank);
    // No word holds a blank: the piece between two of them is read by itself.
    loop {
        let start = text[..at.min(end)].rfind(char::is_whitespace).map_or(0, |blank| {
            blank + text[blank..].chars().next().map_or(0, char::len_utf8)
        });
        let piece = words(&text[start..end]).map(|word| Word {
            text: word.text,
            start: start + word.start,
        });
        if let Some(word) = piece.take_while(|word| word.end() <= at).last() {
            return Some(word);
        }
        if start == 0 {
            return None;
        }
        end = text[..start].trim_end().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str, mark: &str) -> Option<String> {
        word_before(text, text.find(mark).unwrap()).map(|word| word.text.to_owned())
    }

    #[test]
    fn the_word_before_a_figure() {
        assert_eq!(before("hoàn thành 09 cầu", "09").as_deref(), Some("thành"));
        assert_eq!(before("KH&CN  - (“09 cầu", "09").as_deref(), Some("KH&CN"));
        assert_eq!(before("tuyến\u{2003}số 1,2,3", "2").as_deref(), Some("số"));
        assert_eq!(before("A;3 cầu", "3").as_deref(), Some("A"));
        assert_eq!(before(" (3 cầu", "3"), None);
        assert_eq!(word_before("", 0), None);
        let text = "một hai";
        assert_eq!(word_before(text, text.len()).map(|word| word.start), Some(6));
    }
}
