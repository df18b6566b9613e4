//! Words as numbers, so that each is read once and compared at once.

use rustc_hash::FxHashMap;

use super::naming::{Dictionary, GRADES, Known, naming};
use crate::text::{fold, folded, spell_lone_y, toneless};

/// A word of a [`Lexicon`].
pub(crate) type WordId = u32;

/// A word no text of the lexicon has.
pub(crate) const UNKNOWN: WordId = WordId::MAX;

/// A text is known by so many naming words at the most. No row of a program is
/// a fifth as long; a file of one line is, and must not take the machine down.
const LONGEST_TEXT: usize = 4096;

/// The words of both programs.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// The words as printed, so that each spelling is folded once.
    printed: FxHashMap<Box<str>, (WordId, Known)>,
    /// The words, folded.
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
}

/// What is known of a word by itself.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// The word in bare letters.
    bare: WordId,
    /// What a word with a number is without it (`đai3`: `đai`).
    stem: Option<WordId>,
    is_frame: bool,
    /// Whether numbers behind it are grades of one thing.
    is_grade: bool,
}

impl Lexicon {
    /// The naming words of a text; new ones are entered.
    pub(crate) fn read(&mut self, text: &str) -> Vec<WordId> {
        let mut words = naming(text, self);
        words.truncate(LONGEST_TEXT);
        words
    }

    /// The words a row is known by: its naming words; a text that names nothing
    /// (`25.000 m³`) is one word as a whole.
    pub(super) fn read_row(&mut self, text: &str) -> Vec<WordId> {
        let mut words = self.read(text);
        if words.is_empty() && !text.is_empty() {
            words.push(self.enter(&fold(text)));
        }
        words
    }

    /// The naming words of a text; those of no text that was [read](Self::read) are [`UNKNOWN`].
    pub(crate) fn look_up(&self, text: &str) -> Vec<WordId> {
        let mut words = naming(text, &mut &*self);
        words.truncate(LONGEST_TEXT);
        words
    }

    /// A word as printed, [`UNKNOWN`] if no text that was read has it.
    pub(crate) fn id_of(&self, printed: &str) -> WordId {
        match self.printed.get(printed) {
            Some(&(id, _)) => id,
            None => self
                .ids
                .get(spelled(fold(printed)).as_str())
                .copied()
                .unwrap_or(UNKNOWN),
        }
    }

    /// Each word as it is spelled, folded, by id.
    pub(crate) fn spellings(&self) -> Vec<&str> {
        let mut spellings = vec![""; self.words.len()];
        #[allow(clippy::iter_over_hash_type)] // Each goes to its own place.
        for (spelling, &id) in &self.ids {
            spellings[id as usize] = spelling;
        }
        spellings
    }

    /// How many words there are; their ids are the numbers below.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Each word in bare letters, by id.
    pub(super) fn bare(&self) -> impl Iterator<Item = WordId> {
        self.words.iter().map(|word| word.bare)
    }

    /// A word in bare letters.
    pub(crate) fn bare_of(&self, word: WordId) -> WordId {
        self.words.get(word as usize).map_or(UNKNOWN, |word| word.bare)
    }

    /// What a word that ends on a number is without it (`đai3`: `đai`).
    pub(super) fn stem_of(&self, word: WordId) -> Option<WordId> {
        self.words.get(word as usize)?.stem
    }

    /// Whether a word opens tasks and names no object.
    pub(super) fn is_frame(&self, word: WordId) -> bool {
        self.words.get(word as usize).is_some_and(|word| word.is_frame)
    }

    /// Whether the numbers behind a word are grades (`loại`: `loại II`).
    pub(super) fn is_grade(&self, word: WordId) -> bool {
        self.words.get(word as usize).is_some_and(|word| word.is_grade)
    }

    /// The word of a folded spelling.
    fn enter(&mut self, spelling: &str) -> WordId {
        if let Some(&known) = self.ids.get(spelling) {
            return known;
        }
        let own = WordId::try_from(self.words.len()).unwrap_or(UNKNOWN);
        self.ids.insert(spelling.into(), own);
        self.words.push(Word {
            bare: own,
            stem: None,
            is_frame: Known::of(spelling).is_frame,
            is_grade: GRADES.contains(&spelling),
        });
        if !spelling.is_ascii() {
            self.words[own as usize].bare = self.enter(&toneless(spelling));
        }
        let stem = spelling.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        if stem.len() < spelling.len() {
            self.words[own as usize].stem = Some(self.enter(stem));
        }
        own
    }
}

/// A folded word in one spelling: `sỹ` is `sĩ`.
fn spelled(mut folded: String) -> String {
    spell_lone_y(&mut folded, 0);
    folded
}

/// Enters what it does not know.
impl Dictionary for Lexicon {
    fn word(&mut self, printed: &str) -> (WordId, Known) {
        if let Some(&word) = self.printed.get(printed) {
            return word;
        }
        let folded = folded(printed).into_owned();
        let known = Known::of(&folded);
        let word = (self.enter(&spelled(folded)), known);
        self.printed.insert(printed.into(), word);
        word
    }

    fn numbered(&mut self, label: &str, number: &str) -> WordId {
        self.enter(&fold(&[label, number].concat()))
    }
}

/// Tells what it knows.
impl Dictionary for &Lexicon {
    fn word(&mut self, printed: &str) -> (WordId, Known) {
        match self.printed.get(printed) {
            Some(&word) => word,
            None => (self.id_of(printed), Known::of(&fold(printed))),
        }
    }

    fn numbered(&mut self, label: &str, number: &str) -> WordId {
        self.id_of(&[label, number].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_id_and_its_bare_letters() {
        let mut lexicon = Lexicon::default();
        let words = lexicon.read("hồ Tây, Hồ Tây ho");
        assert_eq!((words[0], words[1]), (words[2], words[3]));
        let bare: Vec<WordId> = lexicon.bare().collect();
        assert_eq!([words[0], words[4]].map(|word| bare[word as usize]), [words[4]; 2]);
        assert_eq!(lexicon.look_up("HỒ lạ"), [words[0], UNKNOWN]);
        assert_eq!(lexicon.read("Bác sỹ, quý"), lexicon.read("bác sĩ, quý"));
        assert_ne!(lexicon.read("quý"), lexicon.read("quí"));
    }

    #[test]
    fn a_text_that_names_nothing_is_one_word() {
        let mut lexicon = Lexicon::default();
        let [volume, dash, empty] = ["25.000 m³", "-", ""].map(|text| lexicon.read_row(text));
        assert_eq!((volume.len(), dash.len(), empty.len()), (1, 1, 0));
        assert_ne!(volume, dash);
        assert_eq!(lexicon.read_row("25.000  M³"), volume);
        assert!(lexicon.read("25.000 m³").is_empty());
    }

    #[test]
    fn a_number_that_names_has_a_stem() {
        let mut lexicon = Lexicon::default();
        let words = lexicon.read("Đường vành đai 3");
        assert_eq!(lexicon.stem_of(words[2]), lexicon.look_up("đai").first().copied());
        assert_eq!(lexicon.stem_of(words[0]), None);
        assert_eq!(lexicon.look_up("đường vành đai 3"), words);
        let words = lexicon.read("tuyến số 2.1");
        assert_eq!(lexicon.stem_of(words[1]), lexicon.look_up("số").first().copied());
    }

    #[test]
    fn words_that_open_tasks_are_known() {
        let mut lexicon = Lexicon::default();
        let words = lexicon.read("Xây dựng cầu");
        assert_eq!(
            [0, 1, 2].map(|at: usize| lexicon.is_frame(words[at])),
            [true, true, false]
        );
    }
}
