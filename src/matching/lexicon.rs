//! Words as numbers, so that each is read once and compared at once.

use rustc_hash::FxHashMap;

use super::naming::naming_words_of;
use crate::text::{fold, fold_onto, toneless};

/// A word of a [`Lexicon`].
pub(super) type WordId = u32;

/// A word no text of the lexicon has.
pub(super) const UNKNOWN: WordId = WordId::MAX;

/// A text is known by so many naming words at the most. No row of a program is
/// a fifth as long; a file of one line is, and must not take the machine down.
const LONGEST_TEXT: usize = 4096;

/// Words that open a task and name no object, folded.
const FRAME_WORDS: &[&str] = &[
    "xây", "dựng", "hoàn", "thành", "thiện", "lập", "phát", "triển", "khai", "thực", "hiện", "đầu", "tư", "hình", "đề",
    "án", "kế", "hoạch", "chương", "trình", "dự", "tiếp", "tục", "tổ", "chức", "đẩy", "mạnh", "tăng", "cường", "nâng",
    "cao", "cấp", "các", "những", "một", "số", "và", "mới", "mở", "rộng", "cải", "tạo", "khởi", "công", "ban", "hành",
    "rà", "soát", "đưa", "vào", "hoạt", "động", "nghiên", "cứu", "triệt", "để", "về", "đổi", "chất", "lượng",
];

/// The words of both programs.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    ids: FxHashMap<String, WordId>,
    words: Vec<Word>,
    folded: String,
}

/// What is known of a word by itself.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// The word in bare letters.
    bare: WordId,
    /// What a word with a number is without it (`đai3`: `đai`).
    stem: Option<WordId>,
    is_frame: bool,
}

impl Lexicon {
    /// A lexicon of the words that open tasks.
    pub(super) fn new() -> Self {
        let mut lexicon = Self::default();
        for word in FRAME_WORDS {
            let id = lexicon.enter(word);
            lexicon.words[id as usize].is_frame = true;
        }
        lexicon
    }

    /// The naming words of a text; new ones are entered. A text that names
    /// nothing (`25.000 m³`) is one word as a whole.
    pub(super) fn read(&mut self, text: &str) -> Vec<WordId> {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold_onto(&mut folded, text);
        let words = naming_words_of(&folded).take(LONGEST_TEXT);
        let mut ids: Vec<WordId> = words.map(|word| self.enter(&word)).collect();
        if ids.is_empty() && !folded.is_empty() {
            ids.push(self.enter(&folded));
        }
        self.folded = folded;
        ids
    }

    /// The naming words of a text; those of no text that was [read](Self::read) are [`UNKNOWN`].
    pub(super) fn look_up(&self, text: &str) -> Vec<WordId> {
        let folded = fold(text);
        let words = naming_words_of(&folded).take(LONGEST_TEXT);
        words
            .map(|word| self.ids.get(&*word).copied().unwrap_or(UNKNOWN))
            .collect()
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
    pub(super) fn bare_of(&self, word: WordId) -> WordId {
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

    fn enter(&mut self, word: &str) -> WordId {
        if let Some(&known) = self.ids.get(word) {
            return known;
        }
        let own = WordId::try_from(self.words.len()).unwrap_or(UNKNOWN);
        self.ids.insert(word.to_owned(), own);
        self.words.push(Word {
            bare: own,
            stem: None,
            is_frame: false,
        });
        if !word.is_ascii() {
            self.words[own as usize].bare = self.enter(&toneless(word));
        }
        let stem = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        if stem.len() < word.len()
            && word.starts_with(char::is_alphabetic)
            && word.ends_with(|c: char| c.is_ascii_digit())
        {
            self.words[own as usize].stem = Some(self.enter(stem));
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_id_and_its_bare_letters() {
        let mut lexicon = Lexicon::new();
        let words = lexicon.read("hồ Tây, Hồ Tây ho");
        assert_eq!((words[0], words[1]), (words[2], words[3]));
        let bare: Vec<WordId> = lexicon.bare().collect();
        assert_eq!([words[0], words[4]].map(|word| bare[word as usize]), [words[4]; 2]);
        assert_eq!(lexicon.look_up("HỒ lạ"), [words[0], UNKNOWN]);
    }

    #[test]
    fn a_number_that_names_has_a_stem() {
        let mut lexicon = Lexicon::new();
        let words = lexicon.read("Đường vành đai 3");
        assert_eq!(lexicon.stem_of(words[2]), lexicon.look_up("đai").first().copied());
        assert_eq!(lexicon.stem_of(words[0]), None);
    }

    #[test]
    fn words_that_open_tasks_are_known() {
        let mut lexicon = Lexicon::new();
        let words = lexicon.read("Xây dựng cầu");
        assert_eq!(
            [0, 1, 2].map(|at: usize| lexicon.is_frame(words[at])),
            [true, true, false]
        );
    }
}
