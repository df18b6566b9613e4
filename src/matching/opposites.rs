//! Words that tell two indicators of one frame apart.

use super::lexicon::{Lexicon, UNKNOWN, WordId};

/// Words that tell two indicators of one frame apart, folded.
pub(crate) const OPPOSITES: &[(&str, &str)] = &[
    ("đô thị", "nông thôn"),
    ("thành thị", "nông thôn"),
    ("thu", "chi"),
    ("nam", "nữ"),
    ("đăng ký", "thực hiện"),
    ("xuất khẩu", "nhập khẩu"),
    ("công lập", "tư thục"),
    ("công nghiệp", "nông nghiệp"),
    ("tăng", "giảm"),
];

/// The opposite words as the words of a lexicon.
pub(super) struct Opposites {
    words: Vec<[Vec<WordId>; 2]>,
}

/// Which opposite words a text has, one of a pair and not the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaning {
    /// One bit for each pair: the text has only the first word.
    first: u16,
    /// One bit for each pair: the text has only the second word.
    second: u16,
}

impl Opposites {
    /// The opposite words, as far as texts of the lexicon have them.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let words = OPPOSITES.iter();
        Self {
            words: words
                .map(|&(one, other)| [one, other].map(|word| lexicon.look_up(word)))
                .collect(),
        }
    }

    /// The opposite words a text has.
    pub(super) fn leaning(&self, text: &[WordId]) -> Leaning {
        let has = |word: &[WordId]| !word.contains(&UNKNOWN) && text.windows(word.len()).any(|window| window == word);
        let mut leaning = Leaning { first: 0, second: 0 };
        for (pair, [one, other]) in self.words.iter().enumerate() {
            match (has(one), has(other)) {
                (true, false) => leaning.first |= 1 << pair,
                (false, true) => leaning.second |= 1 << pair,
                _ => {}
            }
        }
        leaning
    }
}

impl Leaning {
    /// Whether one text has the opposite word of the other.
    pub(super) fn is_opposite(self, other: Self) -> bool {
        self.first & other.second != 0 || self.second & other.first != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_words_counts() {
        let mut lexicon = Lexicon::default();
        let texts: Vec<_> = OPPOSITES
            .iter()
            .map(|(one, other)| [lexicon.read(one), lexicon.read(other)])
            .collect();
        let opposites = Opposites::new(&lexicon);
        for [one, other] in texts {
            let [one, other] = [one, other].map(|text| opposites.leaning(&text));
            assert!(one.is_opposite(other) && other.is_opposite(one));
        }
    }

    #[test]
    fn one_word_against_the_other() {
        let mut lexicon = Lexicon::default();
        let mut read = |text| lexicon.read(text);
        let texts = [
            "Hộ nghèo đô thị",
            "Hộ nghèo nông thôn",
            "Hộ nghèo nông thôn và đô thị",
            "Hộ nghèo",
        ]
        .map(&mut read);
        let opposites = Opposites::new(&lexicon);
        let [city, country, both, neither] = texts.map(|text| opposites.leaning(&text));
        assert!(city.is_opposite(country) && country.is_opposite(city));
        for other in [both, neither] {
            assert!(!city.is_opposite(other) && !other.is_opposite(country));
        }
    }
}
