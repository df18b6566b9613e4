//! Words with a misread letter (OCR), read as what stands in their place
//! elsewhere.
//!
//! A word that stands once, of whose bare letters there is another spelling, is
//! misread if that one goes with the same words: with the word before and the
//! word behind, or with one of them where the word can be no Vietnamese one
//! (`truờng học`). Diacritics carry meaning: without such company a word stays.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::{Lexicon, WordId};
use super::texts::Texts;
use crate::text::is_syllable;

/// Exchanges the misread words of the texts of both sides for what they stand for.
pub(super) fn amend(left: &mut Texts, right: &mut Texts, lexicon: &Lexicon) {
    let sides = [left, right];
    let suspects = Suspects::find(&sides, lexicon);
    if suspects.places.is_empty() {
        return;
    }
    let spellings = lexicon.spellings();
    let amended: Vec<(Place, WordId)> = suspects
        .places
        .iter()
        .filter_map(|&place| Some((place, suspects.meant(place, &sides, lexicon, &spellings)?)))
        .collect();
    for ((side, text, at), word) in amended {
        sides[side].words[text][at] = word;
    }
}

/// The side, the text, and where in it a word stands.
type Place = (usize, usize, usize);

/// The words that may be misread.
struct Suspects {
    places: Vec<Place>,
    /// How often each word stands in the texts.
    counts: Vec<u32>,
    /// The spellings of the bare letters of suspects, by these.
    spellings: FxHashMap<WordId, Vec<WordId>>,
    /// The pairs of neighbours in which such a spelling stands.
    pairs: FxHashSet<(WordId, WordId)>,
}

impl Suspects {
    fn find(sides: &[&mut Texts; 2], lexicon: &Lexicon) -> Self {
        let texts = || sides.iter().flat_map(|side| &side.words);
        let mut counts = vec![0; lexicon.len()];
        for &word in texts().flatten() {
            counts[word as usize] += 1;
        }
        let words = (0..).zip(&counts).filter(|(_, count)| **count > 0);
        let mut spelled = vec![0; lexicon.len()];
        for (word, _) in words.clone() {
            spelled[lexicon.bare_of(word) as usize] += 1;
        }
        let is_suspect = |word: WordId| counts[word as usize] == 1 && spelled[lexicon.bare_of(word) as usize] > 1;
        let mut spellings: FxHashMap<WordId, Vec<WordId>> = FxHashMap::default();
        for (word, _) in words.clone().filter(|&(word, _)| is_suspect(word)) {
            spellings.entry(lexicon.bare_of(word)).or_default();
        }
        for (word, _) in words {
            if let Some(spellings) = spellings.get_mut(&lexicon.bare_of(word)) {
                spellings.push(word);
            }
        }
        let mut places = Vec::new();
        for (side, texts) in sides.iter().enumerate() {
            for (text, words) in texts.words.iter().enumerate() {
                let suspects = words.iter().enumerate().filter(|(_, word)| is_suspect(**word));
                places.extend(suspects.map(|(at, _)| (side, text, at)));
            }
        }
        let is_spelled_otherwise = |word: &WordId| spellings.contains_key(&lexicon.bare_of(*word));
        let pairs = texts()
            .flat_map(|words| words.windows(2))
            .filter_map(|pair| match pair {
                &[one, other] if pair.iter().any(is_spelled_otherwise) => Some((one, other)),
                _ => None,
            });
        Self {
            pairs: pairs.collect(),
            places,
            counts,
            spellings,
        }
    }

    /// The word that a suspect stands for; `None` if it is what it is.
    fn meant(
        &self,
        (side, text, at): Place,
        sides: &[&mut Texts; 2],
        lexicon: &Lexicon,
        spellings: &[&str],
    ) -> Option<WordId> {
        let words = &sides[side].words[text];
        let own = words[at];
        let before = at.checked_sub(1).map(|before| words[before]);
        let behind = words.get(at + 1).copied();
        let goes = |word: WordId| {
            let with_before = before.map(|before| self.pairs.contains(&(before, word)));
            let with_behind = behind.map(|behind| self.pairs.contains(&(word, behind)));
            let company = [with_before, with_behind].into_iter().flatten();
            let known = company.clone().filter(|known| *known).count();
            (known == 2, known > 0)
        };
        // Of two spellings that stand once, one is taken for both.
        let others = self
            .spellings
            .get(&lexicon.bare_of(own))?
            .iter()
            .copied()
            .filter(|&word| word != own && (self.counts[word as usize] > 1 || word < own));
        let mut likely = others.map(|word| (word, goes(word))).filter(|(_, (_, some))| *some);
        let (word, (both, _)) = likely.next()?;
        let is_only = likely.next().is_none();
        (is_only && (both || !is_syllable(spellings[own as usize]))).then_some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts with their misread words exchanged.
    fn amended(left: &[&str], right: &[&str]) -> Vec<String> {
        let mut lexicon = Lexicon::default();
        let [mut left, mut right] = [left, right].map(|texts| Texts::read(texts.iter().copied(), &mut lexicon));
        amend(&mut left, &mut right, &lexicon);
        let spellings = lexicon.spellings();
        let words = |text: &Vec<WordId>| {
            let words: Vec<&str> = text.iter().map(|&word| spellings[word as usize]).collect();
            words.join(" ")
        };
        left.words.iter().chain(&right.words).map(words).collect()
    }

    #[test]
    fn a_word_in_the_company_of_another_spelling_is_misread() {
        let texts = amended(&["xử lý nước thái sinh hoạt"], &["xử lý nước thải sinh hoạt đô thị"]);
        assert_eq!(texts[1], "xử lý nước thái sinh hoạt đô thị");
        assert_eq!(texts[0], "xử lý nước thái sinh hoạt");
        let texts = amended(&["nước thái sinh hoạt"], &["nước thải sinh hoạt", "xử lý nước thải"]);
        assert_eq!(texts[0], "nước thải sinh hoạt");
    }

    #[test]
    fn no_word_at_all_needs_one_neighbour() {
        let right = ["trường học số", "trường mầm non"];
        assert_eq!(amended(&["các truờng học"], &right)[0], "các trường học");
        // A word that may be meant stays: both neighbours must speak against it.
        assert_eq!(amended(&["các trưởng học"], &right)[0], "các trưởng học");
        assert_eq!(amended(&["các truờng nghề"], &right)[0], "các truờng nghề");
    }

    #[test]
    fn words_that_stand_often_are_what_they_are() {
        let texts = ["bán nhà ở", "bán nhà cũ", "bản nhà ở"];
        assert_eq!(amended(&texts[..2], &texts[2..])[0], "bán nhà ở");
        let both = ["bán nhà ở xưa", "bán nhà ở nay", "bản nhà ở cũ", "bản nhà ở mới"];
        assert_eq!(amended(&both[..2], &both[2..]), both);
    }
}
