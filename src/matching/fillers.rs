//! Words that say nothing in a task: who words it anew puts them in, leaves
//! them out or takes others.

use super::features::Vocabulary;
use super::lexicon::{Lexicon, UNKNOWN, WordId};
use super::score::Similarity;

/// Phrases any task may have beside the words that open tasks, folded.
const FILLERS: &[&str] = &[
    "thành phố",
    "thủ đô",
    "hà nội",
    "địa bàn",
    "công tác",
    "hiệu quả",
    "bắc qua",
    "qua",
    "vượt",
    "hơn",
    "trên",
    "gần",
    "dưới",
    "khoảng",
    "bao gồm",
    "gồm",
    "của",
    "cho",
    "tại",
    "ở",
    "với",
    "theo",
    "từ",
    "đến",
    "để",
    "trong",
    "thuộc",
    "nhằm",
    "đối với",
    "là",
    "được",
    "có",
    "toàn bộ",
    "tất cả",
    "bảo đảm",
    "đảm bảo",
];

/// The fillers as words of a lexicon.
pub(super) struct Fillers {
    phrases: Vec<Vec<WordId>>,
}

impl Fillers {
    /// The fillers, as far as texts of the lexicon have them.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let phrases = FILLERS.iter().map(|phrase| {
            let words = phrase.split(' ').map(|word| lexicon.id_of(word));
            words.collect::<Vec<_>>()
        });
        Self {
            phrases: phrases.filter(|words| !words.contains(&UNKNOWN)).collect(),
        }
    }

    /// Two texts without the fillers that only one of them has, and how alike they are then.
    pub(super) fn similarity(
        &self,
        texts: [&[WordId]; 2],
        vocabulary: &Vocabulary,
        lexicon: &Lexicon,
    ) -> ([Vec<WordId>; 2], Similarity) {
        let rest = [(texts[0], texts[1]), (texts[1], texts[0])].map(|(own, other)| self.without(own, other, lexicon));
        let [left, right] = [&rest[0], &rest[1]].map(|words| vocabulary.features(words));
        let shared = vocabulary.shared(&left, &right);
        (rest, Similarity::new(shared, left.total(), right.total()))
    }

    /// The words of a text without the fillers, and the words that open tasks,
    /// that the other text has not.
    fn without(&self, text: &[WordId], other: &[WordId], lexicon: &Lexicon) -> Vec<WordId> {
        let opens = |word: &WordId| lexicon.is_frame(*word) && !other.contains(word);
        let mut is_filler: Vec<bool> = text.iter().map(opens).collect();
        for phrase in &self.phrases {
            if other.windows(phrase.len()).any(|words| words == phrase.as_slice()) {
                continue;
            }
            for at in (0..text.len()).filter(|&at| text[at..].starts_with(phrase)) {
                is_filler[at..at + phrase.len()].fill(true);
            }
        }
        let words = text.iter().zip(is_filler);
        words.filter_map(|(&word, filler)| (!filler).then_some(word)).collect()
    }
}
