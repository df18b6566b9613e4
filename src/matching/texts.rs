//! The texts of one side, each once: rows that read alike word for word are
//! compared as one.

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, WordId};

/// The texts of the rows of one side, distinct as they were read: two may read
/// alike once misread words are amended.
#[derive(Debug)]
pub(super) struct Texts {
    /// The naming words of each text, in order of its first row.
    pub(super) words: Vec<Vec<WordId>>,
    /// The rows of each text, in order.
    pub(super) rows: Vec<Vec<usize>>,
    /// The text of each row.
    pub(super) of_row: Vec<usize>,
}

impl Texts {
    /// Reads the texts of rows.
    pub(super) fn read<'a>(rows: impl Iterator<Item = &'a str>, lexicon: &mut Lexicon) -> Self {
        let mut places: FxHashMap<Vec<WordId>, usize> = FxHashMap::default();
        let mut texts = Self {
            words: Vec::new(),
            rows: Vec::new(),
            of_row: Vec::new(),
        };
        for (row, text) in rows.enumerate() {
            let words = lexicon.read_row(text);
            let next = texts.rows.len();
            let text = *places.entry(words).or_insert_with(|| {
                texts.rows.push(Vec::new());
                next
            });
            texts.rows[text].push(row);
            texts.of_row.push(text);
        }
        texts.words.resize_with(texts.rows.len(), Vec::new);
        #[allow(clippy::iter_over_hash_type)] // Each goes to its own place.
        for (words, text) in places {
            texts.words[text] = words;
        }
        texts
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The texts with the count of their rows.
    pub(super) fn counted(&self) -> impl Iterator<Item = (&[WordId], u32)> + Clone {
        let counts = self
            .rows
            .iter()
            .map(|rows| u32::try_from(rows.len()).unwrap_or(u32::MAX));
        self.words.iter().map(Vec::as_slice).zip(counts)
    }
}
