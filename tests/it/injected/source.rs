//! The text of a program, and where in it a cell stands.

use std::collections::BTreeMap;
use std::ops::Range;

use doichieu::model::{Cell, Lines};
use doichieu::text::compose;

/// The text of a program in NFC with line feeds, by lines.
pub struct Source {
    pub text: String,
    starts: Vec<usize>,
}

/// What an edit of the text says of itself, to be checked.
pub struct Claim {
    /// Where it was made; `None` where it moves or touches lines all over.
    pub lines: Option<Lines>,
    /// The words it takes away.
    pub removed: String,
    /// The words it puts in.
    pub added: String,
}

impl Claim {
    /// No word is taken away or put in.
    pub fn same_words(lines: Option<Lines>) -> Self {
        Self {
            lines,
            removed: String::new(),
            added: String::new(),
        }
    }
}

impl Source {
    pub fn new(text: &str) -> Self {
        let text = compose(text).into_owned();
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    /// The bytes of some lines, with the last line feed.
    pub fn span(&self, lines: Lines) -> Range<usize> {
        let start = |line: u32| {
            let line = usize::try_from(line).expect("a line number fits");
            self.starts.get(line - 1).copied().unwrap_or(self.text.len())
        };
        start(lines.first)..start(lines.last + 1)
    }

    /// Where the words of a cell stand, one range a word; `None` unless they
    /// stand together exactly once on the lines of the cell.
    pub fn words(&self, cell: &Cell) -> Option<Vec<Range<usize>>> {
        let span = self.span(cell.lines);
        let printed = tokens(&self.text[span.clone()]);
        let wanted: Vec<&str> = cell.text.split(' ').collect();
        if cell.is_empty() {
            return None;
        }
        let mut places = printed
            .windows(wanted.len())
            .filter(|words| words.iter().map(|(word, _)| *word).eq(wanted.iter().copied()));
        let place = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let ranges = place
            .iter()
            .map(|(word, at)| at + span.start..at + span.start + word.len());
        Some(ranges.collect())
    }

    /// The text with some words of a cell, counted from 0, replaced; checked to
    /// be edited in just these words. `None` where the cell is not found.
    pub fn with_words(&self, cell: &Cell, words: Range<usize>, new: &str, what: &str) -> Option<String> {
        let places = self.words(cell)?;
        let old: Vec<&str> = cell.text.split(' ').collect();
        let range = places[words.start].start..places[words.end - 1].end;
        let draft = self.replaced(&[(range, new.to_owned())]);
        let claim = Claim {
            lines: Some(cell.lines),
            removed: old[words].join(" "),
            added: new.to_owned(),
        };
        self.assert_edited(&draft, &claim, what);
        Some(draft)
    }

    /// The text with another text in a cell, as [`Self::with_words`].
    pub fn with_cell(&self, cell: &Cell, new: &str, what: &str) -> Option<String> {
        self.with_words(cell, 0..cell.text.split(' ').count(), new, what)
    }

    /// The text with the texts of two cells exchanged, within some lines.
    /// `None` where one is not found, or stands on the words of the other.
    pub fn exchanged(&self, one: &Cell, other: &Cell, lines: Option<Lines>, what: &str) -> Option<String> {
        let mut edits = Vec::new();
        for (cell, text) in [(one, &other.text), (other, &one.text)] {
            let places = self.words(cell)?;
            edits.push((places[0].start..places[places.len() - 1].end, text.clone()));
        }
        edits.sort_by_key(|(range, _)| range.start);
        if one.text == other.text || edits[0].0.end > edits[1].0.start {
            return None;
        }
        let draft = self.replaced(&edits);
        self.assert_edited(&draft, &Claim::same_words(lines), what);
        Some(draft)
    }

    /// The text with a row printed a second time behind the first.
    pub fn doubled(&self, span: Range<usize>, lines: Lines, what: &str) -> String {
        let copy = self.text[span.clone()].to_owned();
        let draft = self.replaced(&[(span.end..span.end, copy.clone())]);
        let claim = Claim {
            lines: Some(lines),
            removed: String::new(),
            added: copy,
        };
        self.assert_edited(&draft, &claim, what);
        draft
    }

    /// The text with a row moved to another place.
    pub fn moved(&self, span: Range<usize>, to: usize, what: &str) -> String {
        let text = self.text[span.clone()].to_owned();
        let mut edits = [(span, String::new()), (to..to, text)];
        edits.sort_by_key(|(range, _)| range.start);
        let draft = self.replaced(&edits);
        self.assert_edited(&draft, &Claim::same_words(None), what);
        draft
    }

    /// The text with some ranges, in order, replaced.
    pub fn replaced(&self, edits: &[(Range<usize>, String)]) -> String {
        let mut draft = String::with_capacity(self.text.len());
        let mut from = 0;
        for (range, new) in edits {
            draft.push_str(&self.text[from..range.start]);
            draft.push_str(new);
            from = range.end;
        }
        draft.push_str(&self.text[from..]);
        draft
    }

    /// Fails unless a draft differs from the text in just the words and the
    /// lines that the edit claims.
    pub fn assert_edited(&self, draft: &str, claim: &Claim, what: &str) {
        assert_ne!(self.text, draft, "{what}: nothing was edited");
        let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
        for (text, step) in [
            (self.text.as_str(), 1),
            (claim.added.as_str(), 1),
            (draft, -1),
            (claim.removed.as_str(), -1),
        ] {
            for (word, _) in tokens(text) {
                *counts.entry(word).or_default() += step;
            }
        }
        counts.retain(|_, count| *count != 0);
        assert!(counts.is_empty(), "{what}: other words than claimed: {counts:?}");
        if let Some(lines) = claim.lines {
            let span = self.span(lines);
            let (before, behind) = (&self.text[..span.start], &self.text[span.end..]);
            assert!(draft.starts_with(before), "{what}: edited before its lines");
            assert!(draft.ends_with(behind), "{what}: edited behind its lines");
        }
    }
}

/// The words of a text with their offsets; marks of emphasis part words.
pub fn tokens(text: &str) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let first = rest.chars().next().expect("not at the end");
        let gap = ["<b>", "</b>", "<i>", "</i>", "**"]
            .iter()
            .find(|mark| rest.starts_with(**mark))
            .map_or(usize::from(first.is_whitespace()) * first.len_utf8(), |mark| mark.len());
        if gap == 0 {
            from.get_or_insert(at);
            at += first.len_utf8();
            continue;
        }
        if let Some(start) = from.take() {
            found.push((&text[start..at], start));
        }
        at += gap;
    }
    if let Some(start) = from {
        found.push((&text[start..], start));
    }
    found
}
