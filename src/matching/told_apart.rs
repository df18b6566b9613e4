//! Indicators of one frame that a word tells apart: `nước thải làng nghề`,
//! `nước thải đô thị`.
//!
//! Where one program lacks an indicator, the next one of the same frame would
//! take its place. A name that says what the other does not, and is by this told
//! from a row of its own program, is another indicator; so is one with a grade
//! the other lacks (`nông thôn mới nâng cao`). Targets that are equal speak for
//! one indicator all the same.

use super::features::{Features, Vocabulary};
use super::lexicon::{Lexicon, UNKNOWN, WordId};
use super::texts::Texts;

/// Words that name a grade of what an indicator counts, folded.
const GRADES: &[&str] = &["hiện đại", "nâng cao", "kiểu mẫu", "chất lượng cao", "xuất sắc"];

/// So much of what two names share, in thousandths, is in a row of the same frame.
const FRAME: u32 = 750;
/// A name says something else with so many words: Vietnamese words are mostly
/// two syllables.
const LEAST_WORDS: usize = 2;

/// The names of one side.
pub(super) type Names<'a> = (&'a Texts, &'a [Features]);

/// The grades as words of a lexicon.
pub(super) struct Grades(Vec<Vec<WordId>>);

impl Grades {
    /// The grades that texts of the lexicon have.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let grades = GRADES.iter().map(|grade| lexicon.look_up(grade));
        Self(grades.filter(|words| !words.contains(&UNKNOWN)).collect())
    }

    /// Whether one text has a grade the other lacks.
    fn tell_apart(&self, texts: [&[WordId]; 2]) -> bool {
        self.0.iter().any(|grade| {
            let [left, right] = texts.map(|text| text.windows(grade.len()).any(|window| window == grade));
            left != right
        })
    }
}

/// Whether two names, by their numbers, are told apart.
pub(super) fn are_told_apart(
    [left, right]: [Names<'_>; 2],
    (l, r): (usize, usize),
    grades: &Grades,
    vocabulary: &Vocabulary,
    lexicon: &Lexicon,
) -> bool {
    let texts = [&*left.0.words[l], &*right.0.words[r]];
    if grades.tell_apart(texts) {
        return true;
    }
    let [only_left, only_right] = [(0, 1), (1, 0)].map(|(own, other)| beyond(texts[own], texts[other], lexicon));
    if only_left.len() < LEAST_WORDS || only_right.len() < LEAST_WORDS {
        return false;
    }
    let frame = left.1[l].shared_with(&right.1[r]);
    let weight = |ids: &[u32]| ids.iter().map(|&id| vocabulary.weight(id)).sum::<u32>();
    let least = weight(&frame) * FRAME / 1000;
    let has_sibling = |(names, features): Names<'_>, own: usize, only: &[WordId]| {
        (0..names.len()).filter(|&other| other != own).any(|other| {
            let ids = features[other].ids();
            let shared: Vec<u32> = frame
                .iter()
                .copied()
                .filter(|id| ids.binary_search(id).is_ok())
                .collect();
            weight(&shared) >= least && !only.iter().any(|word| names.words[other].contains(word))
        })
    };
    has_sibling(left, l, &only_left) || has_sibling(right, r, &only_right)
}

/// The words that say what the other text does not.
fn beyond(text: &[WordId], other: &[WordId], lexicon: &Lexicon) -> Vec<WordId> {
    let bare = |word: WordId| lexicon.bare_of(word);
    let is_new = |word: &&WordId| !other.iter().any(|&known| bare(known) == bare(**word));
    text.iter().filter(is_new).copied().collect()
}

#[cfg(test)]
mod tests {
    use crate::{compare, read};

    /// The pairs of programs with these names and values.
    fn pairs(left: &[(&str, &str)], right: &[(&str, &str)]) -> Vec<(String, String)> {
        let program = |rows: &[(&str, &str)]| {
            let rows = (1..).zip(rows);
            let rows = rows.map(|(number, (name, value))| format!("{number}\t{name}\t%\t{value}\n"));
            let head = "PHỤ LỤC 1: Chỉ tiêu\nTT\tChỉ tiêu\tĐơn vị tính\tNăm 2030\n";
            read(&format!("{head}{}", rows.collect::<String>())).unwrap()
        };
        let pairs = compare(program(left), program(right)).indicator_matches.into_iter();
        pairs
            .map(|pair| (pair.left.to_string(), pair.right.to_string()))
            .collect()
    }

    const TOWNS: (&str, &str) = ("Tỷ lệ thu gom, xử lý nước thải sinh hoạt đô thị", "70");
    const FARMS: (&str, &str) = ("Tỷ lệ thu gom và xử lý nước thải khu chăn nuôi", "40");
    const CRAFTS: (&str, &str) = ("Tỷ lệ thu gom, xử lý nước thải làng nghề", "50");

    #[test]
    fn what_tells_a_row_from_its_own_program_tells_it_from_the_other() {
        assert_eq!(pairs(&[CRAFTS, FARMS], &[TOWNS]), []);
        assert_eq!(pairs(&[TOWNS], &[CRAFTS, FARMS]), []);
        // Nothing else is of this frame, or the targets speak for one indicator.
        assert_eq!(pairs(&[CRAFTS], &[TOWNS]).len(), 1);
        assert_eq!(pairs(&[CRAFTS, FARMS], &[(TOWNS.0, "50")]).len(), 1);
        // The other name has what tells the row from its own program.
        let villages = ("Tỷ lệ thu gom, xử lý nước thải công nghiệp tại làng nghề", "60");
        assert_eq!(pairs(&[CRAFTS, FARMS], &[villages]).len(), 1);
    }

    #[test]
    fn a_place_goes_to_the_next_best() {
        let all = [CRAFTS, FARMS, ("Tỷ lệ thu gom nước thải sinh hoạt", "60")];
        assert_eq!(pairs(&all, &[TOWNS]), [("PL1.3".to_owned(), "PL1.1".to_owned())]);
    }

    #[test]
    fn another_grade_is_another_indicator() {
        let village = |grade| format!("Tỷ lệ xã đạt chuẩn nông thôn mới{grade}");
        let [plain, better] = ["", " nâng cao"].map(village);
        assert_eq!(pairs(&[(&plain, "100")], &[(&better, "40")]), []);
        assert_eq!(pairs(&[(&better, "50")], &[(&better, "40")]).len(), 1);
    }
}
