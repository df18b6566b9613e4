//! The words of a text, read on demand and folded once.

use std::borrow::Cow;

use super::phrases::{Opening, Phrases};
use super::spelling::{Token, token};

/// The words and marks of a text. Places are counted in them, from 0.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    /// Bytes read so far.
    read_to: usize,
    read: Vec<Read<'a>>,
}

/// A word or mark with what is asked of it again and again.
#[derive(Debug, Clone)]
struct Read<'a> {
    token: Token<'a>,
    /// The folded word, empty for a mark.
    form: Cow<'static, str>,
    /// Which phrases it may open.
    opening: Opening,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            read_to: 0,
            read: Vec::new(),
        }
    }

    /// Whether the text begins with a word rather than a blank or mark.
    pub fn begins_with_word(&mut self) -> bool {
        self.token(0).is_some_and(|token| token.is_word && token.start == 0)
    }

    /// The word or mark at a place, `None` behind the last one.
    pub fn token(&mut self, at: usize) -> Option<Token<'a>> {
        while self.read.len() <= at {
            let token = token(self.text, &mut self.read_to)?;
            let form = if token.is_word { token.form() } else { Cow::Borrowed("") };
            let opening = Opening::of(&form);
            self.read.push(Read { token, form, opening });
        }
        Some(self.read[at].token)
    }

    /// The folded word at a place, empty for a mark and behind the last word.
    pub fn form(&mut self, at: usize) -> &str {
        if self.token(at).is_some() {
            &self.read[at].form
        } else {
            ""
        }
    }

    /// Which phrases the word at a place may open.
    pub fn opening(&mut self, at: usize) -> Opening {
        if self.token(at).is_some() {
            self.read[at].opening
        } else {
            Opening::of("")
        }
    }

    pub fn is_capitalised(&mut self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_capitalised())
    }

    /// Whether a word rather than a mark or the end stands there.
    pub fn is_word(&mut self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_word)
    }

    /// Whether one of these marks stands there.
    pub fn is_mark(&mut self, at: usize, marks: &[&str]) -> bool {
        self.token(at).is_some_and(|token| marks.contains(&token.text))
    }

    /// The byte offset behind the token before `at`, 0 at the beginning.
    pub fn end(&mut self, at: usize) -> usize {
        at.checked_sub(1)
            .and_then(|last| self.token(last))
            .map_or(0, |token| token.end())
    }

    /// The text between two places, white space at the ends left out.
    pub fn slice(&mut self, from: usize, to: usize) -> &'a str {
        let start = self.token(from).map_or(self.text.len(), |token| token.start);
        let end = self.end(to);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where the longest of the phrases at a place ends. Dashes and dots
    /// between its words do not count.
    pub fn longest(&mut self, at: usize, phrases: &Phrases) -> Option<usize> {
        self.token(at)?;
        let first = &self.read[at];
        if !phrases.may_open(first.opening) {
            return None;
        }
        let mut candidates = phrases.opened_by(&first.form);
        let mut depth = first.form.len();
        let mut best = None;
        let mut next = at + 1;
        while let Some(phrase) = candidates.first() {
            if phrase.len() == depth {
                best = Some(next);
            }
            while self
                .token(next)
                .is_some_and(|token| token.is_joiner() && token.text != "&")
            {
                next += 1;
            }
            if !self.is_word(next) {
                break;
            }
            let form = self.form(next);
            candidates = narrow(candidates, depth, " ", |phrase| phrase);
            candidates = narrow(candidates, depth + 1, form, |phrase| phrase);
            depth += 1 + form.len();
            next += 1;
        }
        best
    }
}

/// The items of a sorted slice whose keys go on with `piece` behind the first
/// `depth` bytes, which all have in common.
pub(super) fn narrow<'s, T>(items: &'s [T], depth: usize, piece: &str, key: impl Fn(&T) -> &str) -> &'s [T] {
    let piece = piece.as_bytes();
    let from = items.partition_point(|item| key(item).as_bytes()[depth..] < *piece);
    let items = &items[from..];
    &items[..items.partition_point(|item| key(item).as_bytes()[depth..].starts_with(piece))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_phrase() {
        static PHRASES: Phrases = Phrases::new(&["ban", "ban quản lý", "ban quản lý dự án", "chính trị xã hội"]);
        let longest = |text| Words::new(text).longest(0, &PHRASES);
        assert_eq!(longest("Ban Quản lý khu"), Some(3));
        assert_eq!(longest("BQL dự án"), Some(3));
        assert_eq!(longest("BQL dự"), Some(1));
        assert_eq!(longest("ban, ngành"), Some(1));
        assert_eq!(longest("chính trị - xã hội"), Some(5));
        assert_eq!(longest("Bang"), None);
        assert_eq!(longest("chính trị"), None);
        assert_eq!(longest(""), None);
    }

    #[test]
    fn cuts_the_text_between_places() {
        let mut words = Words::new(" Sở  Y tế, Sở NV ");
        assert_eq!(words.slice(0, 3), "Sở  Y tế");
        assert_eq!(words.slice(4, 6), "Sở NV");
        assert_eq!(words.slice(9, 12), "");
    }
}
