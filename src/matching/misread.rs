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

/// Two words, one behind the other.
type Neighbours = (WordId, WordId);

/// The words that may be misread.
struct Suspects {
    places: Vec<Place>,
    /// How often each word stands in the texts.
    counts: Vec<u32>,
    /// The spellings of the bare letters of suspects, by these.
    spellings: FxHashMap<WordId, Vec<WordId>>,
    /// What stands in the texts of what the neighbours of suspects make with
    /// other spellings.
    company: FxHashSet<Neighbours>,
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
        let mut suspects = Self {
            places,
            counts,
            spellings,
            company: FxHashSet::default(),
        };
        let company = suspects.looked_for(sides, lexicon);
        let pairs = texts()
            .flat_map(|words| words.windows(2))
            .map(|pair| (pair[0], pair[1]));
        suspects.company = pairs.filter(|pair| company.contains(pair)).collect();
        suspects
    }

    /// What would speak for another spelling of a suspect.
    fn looked_for(&self, sides: &[&mut Texts; 2], lexicon: &Lexicon) -> FxHashSet<Neighbours> {
        let of = |&place| {
            let words = self.others(word_at(place, sides), lexicon);
            words.flat_map(move |word| neighbours(place, sides, word))
        };
        self.places.iter().flat_map(of).collect()
    }

    /// The other spellings of a suspect. Of two that stand once, one is taken for both.
    fn others(&self, own: WordId, lexicon: &Lexicon) -> impl Iterator<Item = WordId> {
        let spellings = self.spellings.get(&lexicon.bare_of(own)).into_iter().flatten().copied();
        spellings.filter(move |&word| word != own && (self.counts[word as usize] > 1 || word < own))
    }

    /// The word that a suspect stands for; `None` if it is what it is.
    fn meant(&self, place: Place, sides: &[&mut Texts; 2], lexicon: &Lexicon, spellings: &[&str]) -> Option<WordId> {
        let own = word_at(place, sides);
        let company = |word| {
            neighbours(place, sides, word)
                .filter(|pair| self.company.contains(pair))
                .count()
        };
        let mut likely = self
            .others(own, lexicon)
            .map(|word| (word, company(word)))
            .filter(|(_, company)| *company > 0);
        let (word, company) = likely.next()?;
        let is_only = likely.next().is_none();
        (is_only && (company == 2 || !is_syllable(spellings[own as usize]))).then_some(word)
    }
}

fn word_at((side, text, at): Place, sides: &[&mut Texts; 2]) -> WordId {
    sides[side].words[text][at]
}

/// A word with the word before a place, and with the one behind it.
fn neighbours((side, text, at): Place, sides: &[&mut Texts; 2], word: WordId) -> impl Iterator<Item = Neighbours> {
    let words = &sides[side].words[text];
    let before = at.checked_sub(1).map(|before| (words[before], word));
    let behind = words.get(at + 1).map(|&behind| (word, behind));
    before.into_iter().chain(behind)
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
        assert_eq!(texts[1], "xử lí nước thái sinh hoạt đô thị");
        assert_eq!(texts[0], "xử lí nước thái sinh hoạt");
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
