//! The words that name the subjects of indicators.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use crate::matching::{Lexicon, UNKNOWN, WordId, naming_words};
use crate::text::{folded, is_syllable, toneless, words};

/// Words of the frame, folded: they name no subject.
const FRAME: &[&str] = &[
    "bình", "bảo", "bằng", "bộ", "cao", "cho", "chỉ", "các", "của", "cả", "cuối", "có", "diễn", "đa", "đạt", "đảm",
    "đấu", "đó", "đón", "được", "đến", "dưới", "gần", "hiện", "hoàn", "hàng", "hơn", "hằng", "khoảng", "không", "kỳ",
    "là", "lên", "lệ", "lần", "một", "mỗi", "mục", "mức", "nhất", "những", "nâng", "năm", "phương", "pháp", "phải",
    "phấn", "phố", "quá", "quân", "sẽ", "so", "số", "thiểu", "thành", "thì", "thực", "tiêu", "toàn", "trong", "trên",
    "trở", "tất", "tối", "tổng", "tỷ", "từ", "và", "với", "ít",
];

/// The years programs speak of: a claim is held against its year by itself.
const YEARS: RangeInclusive<u16> = 2015..=2050;

/// The words of the names of indicators.
pub(super) struct Vocabulary {
    words: Lexicon,
    /// Those that name no subject.
    nameless: FxHashSet<WordId>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        let mut words = Lexicon::default();
        let mut nameless: FxHashSet<WordId> = FRAME.iter().flat_map(|word| words.read(word)).collect();
        nameless.extend(YEARS.flat_map(|year| words.read(&year.to_string())));
        Self { words, nameless }
    }

    /// The words of a name that name its subject; new ones are entered.
    pub(super) fn enter(&mut self, name: &str) -> Vec<WordId> {
        let mut found = self.words.read(name);
        found.retain(|word| !self.nameless.contains(word));
        found
    }

    /// The words of a text that name its subject; `None` where one of them
    /// stands in no name, so that the text is on the subject of none.
    pub(super) fn subject(&self, text: &str) -> Option<Vec<WordId>> {
        let mut found = self.words.look_up(text);
        if found.contains(&UNKNOWN) && words(text).any(|word| may_be_misread(word.text)) {
            found = naming_words(text).iter().map(|word| self.meant(word)).collect();
        }
        found.retain(|word| !self.nameless.contains(word));
        (!found.contains(&UNKNOWN)).then_some(found)
    }

    /// A word of a name, or the only one that a word with a misread letter
    /// (OCR) may stand for.
    fn meant(&self, word: &str) -> WordId {
        let known = self.words.id_of(word);
        if known != UNKNOWN || !may_be_misread(word) {
            return known;
        }
        let bare = toneless(word);
        let spellings = (0..).zip(self.words.spellings());
        let mut alike = spellings.filter(|(_, known)| !known.is_ascii() && toneless(known) == bare);
        match (alike.next(), alike.next()) {
            (Some((only, _)), None) => only,
            _ => UNKNOWN,
        }
    }
}

/// Whether a word can be no Vietnamese one.
fn may_be_misread(word: &str) -> bool {
    !word.is_ascii() && !is_syllable(&folded(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misread_word_is_the_one_of_its_bare_letters() {
        let mut vocabulary = Vocabulary::new();
        vocabulary.enter("Tỷ lệ thu gom, xử lý nước thải đô thị");
        let subject = vocabulary.subject("xử lý nước thải");
        assert!(subject.is_some());
        assert_eq!(vocabulary.subject("xử lý nuớc thải"), subject);
        // A Vietnamese word may be meant.
        assert_eq!(vocabulary.subject("xử lý nước thái"), None);
    }
}
