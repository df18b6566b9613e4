//! Whether two matched tasks are the same, or one a part of the other.
//!
//! A text is read clause by clause (`;`). A clause the other text does not
//! hold makes its text the larger one; so do names the other leaves out of an
//! enumeration, and a count of things of which the other names one.

use super::Relation;
use super::features::{Features, Vocabulary};
use super::lexicon::{Lexicon, UNKNOWN, WordId};
use super::naming::SHORT_WORD;
use super::score::Similarity;
use crate::text::{NUMBER_WORDS, Word, clauses, folded, is_classifier, words};

/// A clause is held when so much of it, in thousandths, stands in the other text.
const HELD: u32 = 450;

/// The relation of two texts that were matched, each with its features.
pub(crate) fn relation(
    (left, left_features): (&str, &Features),
    (right, right_features): (&str, &Features),
    vocabulary: &Vocabulary,
    lexicon: &Lexicon,
) -> Relation {
    if left == right {
        return Relation::Same;
    }
    let mut left_more = has_clause_beyond(left, right_features, vocabulary, lexicon);
    let mut right_more = has_clause_beyond(right, left_features, vocabulary, lexicon);
    if !left_more && !right_more {
        let (left, right) = (Text::of(left), Text::of(right));
        let (left_names, right_names) = (left.names(lexicon), right.names(lexicon));
        if left_names.share_one(&right_names) {
            left_more = left_names.go_beyond(&right_names);
            right_more = right_names.go_beyond(&left_names);
        }
        if !left_more && !right_more {
            left_more = left.counts_what_other_singles_out(&right, lexicon);
            right_more = right.counts_what_other_singles_out(&left, lexicon);
            // Where the texts name the same, a count was left out of one of them.
            if (left_more || right_more) && lexicon.look_up(left.printed) == lexicon.look_up(right.printed) {
                (left_more, right_more) = (false, false);
            }
        }
    }
    match (left_more, right_more) {
        (false, false) => Relation::Same,
        (false, true) => Relation::LeftPartOfRight,
        (true, false) => Relation::RightPartOfLeft,
        (true, true) => Relation::Overlap,
    }
}

fn has_clause_beyond(text: &str, other: &Features, vocabulary: &Vocabulary, lexicon: &Lexicon) -> bool {
    if !text.contains(';') {
        return false;
    }
    let clauses = clauses(text, &[';']);
    if clauses.len() < 2 {
        return false;
    }
    clauses.into_iter().any(|clause| {
        let words = lexicon.look_up(clause);
        let features = vocabulary.features(&words);
        let held = Similarity::new(vocabulary.shared(&features, other), features.total(), 1).left_held;
        words.len() > 1 && held < HELD
    })
}

/// A text with its words.
struct Text<'a> {
    printed: &'a str,
    words: Vec<Word<'a>>,
}

/// Proper names, word by word in bare letters.
#[derive(Debug, PartialEq)]
struct Names {
    words: Vec<WordId>,
    /// Where each name ends among the words.
    ends: Vec<usize>,
}

impl<'a> Text<'a> {
    fn of(text: &'a str) -> Self {
        let mut found = Vec::with_capacity(text.len() / SHORT_WORD);
        found.extend(words(text));
        Self {
            printed: text,
            words: found,
        }
    }

    /// The proper names of a text: runs of capitalized words that do not
    /// open the text or a clause.
    fn names(&self, lexicon: &Lexicon) -> Names {
        let mut names = Names {
            words: Vec::with_capacity(MANY_NAMES),
            ends: Vec::with_capacity(MANY_NAMES),
        };
        let (mut end, mut opens, mut is_in_name) = (0, true, false);
        for word in &self.words {
            let between = &self.printed[end..word.start];
            end = word.end();
            // Nearly all words stand a blank apart.
            let is_marked = between != " ";
            opens |= is_marked && between.contains([';', '.']);
            let ends = is_marked && between.contains([',', ';', ')', ':', '.', '…', '(', '“']);
            let is_capital = !opens && word.text.starts_with(char::is_uppercase);
            if is_in_name && (ends || !is_capital) {
                names.end_one();
            }
            is_in_name = is_capital;
            if is_capital {
                names.words.push(lexicon.bare_of(lexicon.id_of(word.text)));
            }
            opens = false;
        }
        names.end_one();
        names
    }

    /// Whether the text counts two or more of a thing (`05 khu nông nghiệp`)
    /// that the other names in the singular (`Khu nông nghiệp`, not `các khu`); a
    /// share (`70%`) counts nothing.
    fn counts_what_other_singles_out(&self, other: &Self, lexicon: &Lexicon) -> bool {
        self.words.windows(3).any(|window| {
            let is_share = || self.printed[window[0].end()..].starts_with('%');
            is_count(window[0].text)
                && !is_share()
                && !other.words.iter().any(|word| is_same_count(word.text, window[0].text))
                && other.singles_out([window[1], window[2]].map(|word| lexicon.id_of(word.text)), lexicon)
        })
    }

    /// Whether the text names a thing of two words in the singular.
    fn singles_out(&self, thing: [WordId; 2], lexicon: &Lexicon) -> bool {
        let names = |pair: &[Word<'_>]| {
            pair.iter()
                .zip(thing)
                .all(|(word, wanted)| lexicon.id_of(word.text) == wanted)
        };
        let is_alone = |at: usize| {
            let mut before = self.words[..at].iter().rev().map(|word| folded(word.text));
            let before = before.find(|word| !is_classifier(word)).unwrap_or_default();
            !matches!(&*before, "các" | "những" | "nhiều" | "số" | "hơn" | "khoảng")
                && !is_figure(&before)
                && !is_count_word(&before)
        };
        let mut pairs = self.words.windows(2).enumerate();
        !thing.contains(&UNKNOWN) && pairs.any(|(at, pair)| names(pair) && is_alone(at))
    }
}

/// Few texts name more things, or in more words.
const MANY_NAMES: usize = 16;

impl Names {
    fn iter(&self) -> impl Iterator<Item = &[WordId]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.words[start..end])
    }

    /// A name has at least two words; a single capitalized one is mostly a title.
    fn end_one(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if self.words.len() > start + 1 {
            self.ends.push(self.words.len());
        } else {
            self.words.truncate(start);
        }
    }

    fn share_one(&self, others: &Self) -> bool {
        self.iter().any(|name| others.iter().any(|other| name == other))
    }

    /// Whether one of the names neither holds nor stands in one of the others.
    fn go_beyond(&self, others: &Self) -> bool {
        let holds = |name: &[WordId], part: &[WordId]| name.windows(part.len()).any(|words| words == part);
        let mut names = self.iter();
        names.any(|name| !others.iter().any(|other| holds(other, name) || holds(name, other)))
    }
}

/// Whether a text prints so many of a thing, in digits or in a word.
fn is_count(word: &str) -> bool {
    let first = word.as_bytes()[0].to_ascii_lowercase();
    if first.is_ascii_digit() {
        return word.parse::<u32>().is_ok_and(|count| count > 1);
    }
    // Few words have to be folded: small letters have as many bytes as their capitals.
    let is_like = |number: &&str| number.len() == word.len() && number.as_bytes()[0] == first;
    NUMBER_WORDS.iter().any(is_like) && is_count_word(&folded(word))
}

/// Whether two counts are one: `09`, `9`.
fn is_same_count(one: &str, other: &str) -> bool {
    one.trim_start_matches('0') == other.trim_start_matches('0')
}

/// Whether a word has a digit at its front or, where a letter was misread (`O9`), behind it.
fn is_figure(word: &str) -> bool {
    word.trim_start_matches(['o', 'l', 'i'])
        .starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a folded word is a number above one; `năm` mostly is a year.
fn is_count_word(folded: &str) -> bool {
    folded != "năm" && NUMBER_WORDS[1..].contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(left: &str, right: &str) -> Relation {
        let mut lexicon = Lexicon::default();
        let texts = [left, right, "Một việc khác"].map(|text| lexicon.read(text));
        let (vocabulary, features) = Vocabulary::new(texts.iter().map(|text| (text.as_slice(), 1)), &lexicon);
        relation((left, &features[0]), (right, &features[1]), &vocabulary, &lexicon)
    }

    #[test]
    fn a_clause_of_its_own_makes_the_larger_row() {
        let whole = "Hình thành 5.000 doanh nghiệp khởi nghiệp; đạt 500 bằng sáng chế quốc tế";
        assert_eq!(
            of("Hình thành khoảng 5.000 doanh nghiệp khởi nghiệp", whole),
            Relation::LeftPartOfRight
        );
        assert_eq!(
            of(whole, "Hình thành khoảng 5.000 doanh nghiệp khởi nghiệp"),
            Relation::RightPartOfLeft
        );
        assert_eq!(of(whole, whole), Relation::Same);
        assert_eq!(
            of("Xây nhà máy nước; trồng rừng", "Xây nhà máy nước; mở đường sắt"),
            Relation::Overlap
        );
    }

    #[test]
    fn a_clause_more_tells_whatever_else_is_the_same() {
        let rivers = "Cải tạo sông Kim Ngưu, Tô Lịch";
        let more = format!("{rivers}; trồng rừng phòng hộ; lát đá vỉa hè");
        assert_eq!(of(&more, rivers), Relation::RightPartOfLeft);
        // One word is no clause.
        assert_eq!(of(&format!("{rivers}; kè"), rivers), Relation::Same);
    }

    #[test]
    fn a_longer_enumeration_makes_the_larger_row() {
        let three = "Cải tạo các con sông: Kim Ngưu, Tô Lịch, Cầu Bây";
        assert_eq!(of("Cải tạo sông Kim Ngưu", three), Relation::LeftPartOfRight);
        assert_eq!(
            of("Cải tạo các con sông: Kim Ngưu, Tô Lịch, Cầu Báy", three),
            Relation::Same
        );
        assert_eq!(
            of(
                "Cải tạo: sông Tô Lịch, Kim Ngưu",
                "Cải tạo: sông Tô Lịch, Sông Kim Ngưu"
            ),
            Relation::Same
        );
    }

    #[test]
    fn one_of_several_is_a_part() {
        let five = "Xây dựng 05 khu nông nghiệp sạch";
        assert_eq!(of("Phát triển khu nông nghiệp sạch", five), Relation::LeftPartOfRight);
        assert_eq!(of("Phát triển các khu nông nghiệp sạch", five), Relation::Same);
        assert_eq!(of("Xây dựng khu nông nghiệp sạch", five), Relation::Same);
        // The same count in a word, or misread.
        for count in ["mười", "O5"] {
            let other = format!("Xây dựng {count} khu nông nghiệp sạch");
            assert_eq!(of(&other, five), Relation::Same, "{count}");
        }
        let in_words = "Xây dựng chín khu nông nghiệp sạch";
        assert_eq!(
            of("Phát triển khu nông nghiệp sạch", in_words),
            Relation::LeftPartOfRight
        );
        let bridges = "Hoàn thành 09 cầu qua sông Hồng";
        for other in [
            "Hoàn thành 9 cây cầu qua sông Hồng",
            "Hoàn thành 10 cây cầu qua sông Hồng",
        ] {
            assert_eq!(of(other, bridges), Relation::Same, "{other}");
        }
        assert_eq!(
            of("Hoàn thành cây cầu qua sông Hồng", bridges),
            Relation::LeftPartOfRight
        );
        let share = "Xử lý 70% nước thải đô thị";
        assert_eq!(of("Xử lý toàn bộ nước thải đô thị", share), Relation::Same);
        let one = "Xây dựng 01 khu nông nghiệp sạch";
        assert_eq!(of("Phát triển khu nông nghiệp sạch", one), Relation::Same);
        assert_eq!(of("Xây dựng 05 nhà máy và khu nông nghiệp sạch", five), Relation::Same);
    }

    #[test]
    fn a_name_ends_at_a_comma_and_not_at_a_hyphen() {
        let mut lexicon = Lexicon::default();
        lexicon.read("Kéo dài tuyến Cát Linh, Hà Đông");
        let names = |text| Text::of(text).names(&lexicon);
        assert_eq!(names("Kéo dài tuyến Cát Linh-Hà Đông").iter().count(), 1);
        assert_eq!(names("Kéo dài tuyến Cát Linh, Hà Đông").iter().count(), 2);
        // The word that opens a clause is capitalized whatever it is.
        assert_eq!(names("Mở đường; Tuyến Cát Linh"), names("Kéo dài tuyến Cát Linh"));
    }
}
