//! The words of a text, read on demand and folded once.

use super::phrases::{Phrases, narrow};
use super::spelling::{Token, long_form, token};
use crate::text::{Opening, fold_onto, is_folded};

/// The words and marks of a text. Places are counted in them, from 0.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    /// Bytes read so far.
    read_to: usize,
    read: Vec<Read<'a>>,
    /// The folded words, parted by blanks.
    folded: String,
}

/// Bytes of a short Vietnamese word with the blank behind it.
const TYPICAL_WORD: usize = 4;

/// A word or mark with what is asked of it again and again.
#[derive(Debug, Clone)]
struct Read<'a> {
    token: Token<'a>,
    form: Form<'a>,
    /// Which phrases it may open.
    opening: Opening,
}

/// A word as phrases are spelled.
#[derive(Debug, Clone, Copy)]
enum Form<'a> {
    /// As printed.
    Printed(&'a str),
    /// Folded, a place in [`Words::folded`]; empty for a mark.
    Folded { start: usize, end: usize },
    /// The long words a short one stands for.
    Long(&'static str),
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            read_to: 0,
            read: Vec::new(),
            folded: String::new(),
        }
    }

    /// The words of a text that will be read to its end.
    pub fn whole(text: &'a str) -> Self {
        Self {
            read: Vec::with_capacity(text.len() / TYPICAL_WORD),
            folded: String::with_capacity(text.len()),
            ..Self::new(text)
        }
    }

    /// Whether the text begins with a word rather than a blank or mark.
    pub fn begins_with_word(&mut self) -> bool {
        self.token(0).is_some_and(|token| token.is_word && token.start == 0)
    }

    /// The word or mark at a place, `None` behind the last one.
    pub fn token(&mut self, at: usize) -> Option<Token<'a>> {
        self.read(at).map(|read| read.token)
    }

    #[inline]
    fn read(&mut self, at: usize) -> Option<&Read<'a>> {
        if self.read.len() <= at {
            self.read_on(at);
        }
        self.read.get(at)
    }

    fn read_on(&mut self, at: usize) -> Option<()> {
        while self.read.len() <= at {
            let token = token(self.text, &mut self.read_to)?;
            let (form, opening) = self.fold(token);
            self.read.push(Read { token, form, opening });
        }
        Some(())
    }

    fn fold(&mut self, token: Token<'a>) -> (Form<'a>, Opening) {
        if token.is_word && is_folded(token.text) {
            return match long_form(token.text) {
                Some(long) => (Form::Long(long), Opening::of(long)),
                None => (Form::Printed(token.text), Opening::of(token.text)),
            };
        }
        self.folded.push(' ');
        let start = self.folded.len();
        if token.is_word {
            fold_onto(&mut self.folded, token.text);
        }
        let folded = &self.folded[start..];
        if let Some(long) = long_form(folded) {
            return (Form::Long(long), Opening::of(long));
        }
        let (opening, end) = (Opening::of(folded), self.folded.len());
        (Form::Folded { start, end }, opening)
    }

    /// The folded word at a place, a short word as the long ones it stands
    /// for; empty for a mark and behind the last word.
    pub fn form(&mut self, at: usize) -> &str {
        match self.read(at).map(|read| read.form) {
            Some(Form::Printed(text)) => text,
            Some(Form::Folded { start, end }) => &self.folded[start..end],
            Some(Form::Long(long)) => long,
            None => "",
        }
    }

    /// Which phrases the word at a place may open.
    pub fn opening(&mut self, at: usize) -> Opening {
        self.read(at).map_or(Opening::of(""), |read| read.opening)
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
    #[inline]
    pub fn longest(&mut self, at: usize, phrases: &Phrases) -> Option<usize> {
        // Most words open no phrase.
        match phrases.opened_by(self.read(at)?.opening) {
            [] => None,
            opened => self.longest_of(at, opened),
        }
    }

    fn longest_of(&mut self, at: usize, opened: &'static [&'static str]) -> Option<usize> {
        let form = self.form(at);
        let mut candidates = narrow(opened, 0, form, |phrase| phrase);
        let mut depth = form.len();
        let mut best = None;
        let mut next = at + 1;
        while let Some(phrase) = candidates.first() {
            if phrase.len() == depth {
                best = Some(next);
                if candidates.len() == 1 {
                    break;
                }
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
