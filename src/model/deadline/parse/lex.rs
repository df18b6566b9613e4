//! Words, figures and marks of a cell, and a cursor over them.

/// A word, a figure or a mark, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::model::deadline) struct Token<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// Byte offset of its start in the text.
    pub start: usize,
    /// Byte offset of its end in the text.
    pub end: usize,
    /// Whether white space, or nothing at all, stands before it.
    pub spaced: bool,
    /// Whether it opens with a capital letter.
    pub capital: bool,
}

/// What a token is; words are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::model::deadline) enum Kind<'a> {
    /// A run of letters.
    Word(&'a str),
    /// A run of digits; `value` holds for at most four of them.
    Number { value: i16, digits: usize },
    /// Any other character that is no white space.
    Mark(char),
}

/// The tokens of a text; `folded` is the same text folded. Empty where folding
/// did not keep the words apart as printed.
pub(in crate::model::deadline) fn tokens<'a>(text: &str, folded: &'a str) -> Vec<Token<'a>> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut spelled = Runs { text: folded, at: 0 };
    let mut end_before = None;
    for printed in (Runs { text, at: 0 }) {
        let same = spelled.take_spelled(&text[printed.start..printed.end], printed.class);
        let Some(run) = same.or_else(|| spelled.next().filter(|run| run.class == printed.class)) else {
            return Vec::new();
        };
        let word = &folded[run.start..run.end];
        let kind = match run.class {
            Class::Letters => Kind::Word(word),
            Class::Digits => Kind::Number {
                value: value(word),
                digits: word.len(),
            },
            Class::Mark => Kind::Mark(word.chars().next().unwrap_or_default()),
        };
        tokens.push(Token {
            kind,
            start: printed.start,
            end: printed.end,
            spaced: end_before != Some(printed.start),
            capital: run.class == Class::Letters && text[printed.start..].starts_with(char::is_uppercase),
        });
        end_before = Some(printed.end);
    }
    tokens
}

fn value(digits: &str) -> i16 {
    if digits.len() <= 4 {
        digits.parse().unwrap_or(-1)
    } else {
        -1
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letters,
    Digits,
    Mark,
}

struct Run {
    class: Class,
    start: usize,
    end: usize,
}

struct Runs<'a> {
    text: &'a str,
    at: usize,
}

impl Runs<'_> {
    /// Takes the next run if it is spelled so, which needs no second look.
    fn take_spelled(&mut self, spelling: &str, class: Class) -> Option<Run> {
        let start = self.at + usize::from(self.text.as_bytes().get(self.at) == Some(&b' '));
        let end = start + spelling.len();
        if self.text.as_bytes().get(start..end)? != spelling.as_bytes() {
            return None;
        }
        self.at = end;
        Some(Run { class, start, end })
    }
}

impl Iterator for Runs<'_> {
    type Item = Run;

    fn next(&mut self) -> Option<Run> {
        let bytes = self.text.as_bytes();
        let mut start = self.at + usize::from(bytes.get(self.at) == Some(&b' '));
        let class = match bytes.get(start)? {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letters,
            b'0'..=b'9' => Class::Digits,
            b'!'..=b'~' => Class::Mark,
            _ => {
                start = self.text.len() - self.text[start..].trim_start().len();
                class(self.text[start..].chars().next()?)
            }
        };
        let length = match class {
            Class::Mark => self.text[start..].chars().next().map_or(0, char::len_utf8),
            Class::Letters => letters_end(self.text, start) - start,
            Class::Digits => bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        };
        self.at = start + length;
        Some(Run {
            class,
            start,
            end: self.at,
        })
    }
}

/// Where the run of letters ends that begins at a byte offset.
fn letters_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'a'..=b'z' | b'A'..=b'Z' => 1,
            ..=0x7f => break,
            // À to ÿ without × and ÷, Ā to ƿ, Ẁ to ỿ
            0xc3 if !matches!(bytes[at + 1], 0x97 | 0xb7) => 2,
            0xc4..=0xc6 => 2,
            0xe1 if matches!(bytes[at + 1], 0xba | 0xbb) => 3,
            _ => match text[at..].chars().next().filter(|&c| is_letter(c)) {
                Some(letter) => letter.len_utf8(),
                None => break,
            },
        };
    }
    at
}

fn class(c: char) -> Class {
    if c.is_ascii_digit() {
        Class::Digits
    } else if is_letter(c) {
        Class::Letters
    } else {
        Class::Mark
    }
}

fn is_letter(c: char) -> bool {
    // The letters of Vietnamese first: the general table is slow.
    matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ư' | '\u{1e00}'..='\u{1eff}')
        || !c.is_ascii() && (c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c))
}

/// A place among the tokens of a text. Copying it remembers the place.
#[derive(Clone, Copy)]
pub(in crate::model::deadline) struct Cursor<'a> {
    text: &'a str,
    tokens: &'a [Token<'a>],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The start of the tokens of `text`.
    pub fn new(text: &'a str, tokens: &'a [Token<'a>]) -> Self {
        Self { text, tokens, at: 0 }
    }

    /// The same tokens, at the one with this index.
    pub fn moved_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The same place, with the tokens from index `end` cut off.
    pub fn cut_at(self, end: usize) -> Self {
        Self {
            tokens: &self.tokens[..end],
            ..self
        }
    }

    /// The index of the next token.
    pub fn at(self) -> usize {
        self.at
    }

    /// The tokens still to come.
    pub fn rest(self) -> &'a [Token<'a>] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    /// Whether every token has been read.
    pub fn done(self) -> bool {
        self.at >= self.tokens.len()
    }

    /// The next token.
    pub fn peek(self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at)
    }

    /// Reads past the next token, whatever it is.
    pub fn skip(&mut self) {
        self.at += 1;
    }

    /// The text still to come, as printed, without marks at its ends.
    pub fn text_left(self) -> &'a str {
        self.text_up_to(self.tokens.len())
    }

    /// The text up to the token with index `end`, as printed, without marks at
    /// its ends; closing brackets and quotes stay.
    pub fn text_up_to(self, end: usize) -> &'a str {
        let range = self.at..end.max(self.at);
        let text = match self.tokens.get(range) {
            Some([first, .., last]) => &self.text[first.start..last.end],
            Some([only]) => &self.text[only.start..only.end],
            _ => "",
        };
        text.trim_matches(|c: char| c.is_whitespace() || ",;:.-–—+*•".contains(c))
    }

    /// Reads one word.
    pub fn word(&mut self, word: &str) -> bool {
        let fits = self.peek().is_some_and(|token| token.kind == Kind::Word(word));
        self.at += usize::from(fits);
        fits
    }

    /// Reads the words of a phrase, all or none.
    pub fn phrase(&mut self, phrase: &str) -> bool {
        let mut left = phrase;
        for (read, token) in self.rest().iter().enumerate() {
            let Kind::Word(word) = token.kind else { return false };
            // Nearly every phrase fails here, on the length of its word.
            let after = match left.as_bytes().get(word.len()) {
                None if left == word => {
                    self.at += read + 1;
                    return true;
                }
                Some(b' ') => left.strip_prefix(word),
                _ => None,
            };
            let Some(after) = after else { return false };
            left = &after[1..];
        }
        false
    }

    /// Reads the first of the phrases that fits.
    pub fn any(&mut self, phrases: &[&str]) -> bool {
        let Some(Kind::Word(first)) = self.peek().map(|token| token.kind) else {
            return false;
        };
        let may_fit = |phrase: &str| {
            let phrase = phrase.as_bytes();
            phrase.first() == first.as_bytes().first() && phrase.get(first.len()).is_none_or(|&next| next == b' ')
        };
        phrases.iter().any(|phrase| may_fit(phrase) && self.phrase(phrase))
    }

    /// Reads one of the marks; dashes are all `-`.
    pub fn mark(&mut self, marks: &[char]) -> Option<char> {
        let found = match self.peek()?.kind {
            Kind::Mark(mark) if marks.contains(&mark) => Some(mark),
            _ => None,
        };
        self.at += usize::from(found.is_some());
        found
    }

    /// Reads a figure of one or two digits.
    pub fn small(&mut self) -> Option<u8> {
        match self.peek()?.kind {
            Kind::Number { value, digits: 1 | 2 } => {
                self.at += 1;
                u8::try_from(value).ok()
            }
            _ => None,
        }
    }

    /// Reads what `read` reads, or nothing.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }
}
