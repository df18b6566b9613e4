#![doc = include_str!("definition_differs.en.md")]

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, pair_finding, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::matching::{Lexicon, WordId};
use crate::text::{Word, fold, words};

/// Words that do not change what is counted, folded.
const EMPTY: &[&str] = &[
    "và", "của", "các", "trong", "đó", "tr", "tỷ", "lệ", "được", "cho", "theo", "từ", "có", "là", "với", "đạt", "bảo",
    "đảm", "đã", "số", "tại", "ở", "so", "dân", "mức", "vào",
];

/// Words that alone do not change it, folded: how often, by when, for how
/// many (`trên 1 vạn dân`, `/10.000 dân`).
const SOFT: &[&str] = &["trên", "một", "hằng", "hàng", "năm", "đến", "vạn", "đầu"];

/// Names of the same indicator in which each side, or one of them, has words
/// the other lacks. Rows of other periods stand in other tables and are left alone.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut meanings = Meanings::new();
    for (_, left, right) in context.indicator_pairs() {
        if left.is_of_other_period(right) {
            continue;
        }
        if left.name.text == right.name.text {
            continue;
        }
        // A unit that one name repeats (`Quy đổi USD`) is no part of the definition.
        let units = [left, right].map(|row| row.unit.as_ref().map_or("", |unit| &unit.text));
        let units: Vec<Word<'_>> = units.into_iter().flat_map(words).collect();
        let names = [left, right].map(|row| words(&row.name.text).collect::<Vec<_>>());
        for words in [&units, &names[0], &names[1]] {
            meanings.learn(words);
        }
        let mut only_left = phrases_beyond((&left.name.text, &names[0]), [&names[1], &units], &meanings);
        let mut only_right = phrases_beyond((&right.name.text, &names[1]), [&names[0], &units], &meanings);
        take_abbreviated(&mut only_left, &mut only_right);
        take_abbreviated(&mut only_right, &mut only_left);
        only_left.retain(|phrase| !is_per_head(phrase, &right.name.text));
        only_right.retain(|phrase| !is_per_head(phrase, &left.name.text));
        if only_left.is_empty() && only_right.is_empty() {
            continue;
        }
        let evidence = vec![
            quote(Side::Left, &left.id, Field::Text, &left.name),
            quote(Side::Right, &right.id, Field::Text, &right.name),
        ];
        let details = Details::DefinitionDiffers { only_left, only_right };
        let severity = Severity::Difference;
        findings.push(pair_finding(
            Code::DefinitionDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}

/// What words stand for, each asked once.
struct Meanings<'a> {
    words: Lexicon,
    empty: Vec<WordId>,
    known: FxHashMap<&'a str, Meaning>,
}

struct Meaning {
    /// An abbreviation stands for several words, a figure for none.
    words: Vec<WordId>,
    /// Whether they do not change what is counted.
    empty: bool,
}

impl<'a> Meanings<'a> {
    fn new() -> Self {
        let mut words = Lexicon::default();
        Self {
            empty: EMPTY.iter().flat_map(|word| words.read(word)).collect(),
            words,
            known: FxHashMap::default(),
        }
    }

    fn learn(&mut self, words: &[Word<'a>]) {
        for word in words {
            self.known.entry(word.text).or_insert_with(|| {
                let words = self.words.read(word.text);
                let empty = !words.is_empty() && words.iter().all(|word| self.empty.contains(word));
                Meaning { words, empty }
            });
        }
    }
}

/// The phrases of a name, as printed, whose words none of the others has.
fn phrases_beyond((name, own): (&str, &[Word<'_>]), others: [&[Word<'_>]; 2], meanings: &Meanings<'_>) -> Vec<String> {
    let meant = |word: &Word<'_>| meanings.known.get(word.text);
    let others_printed = others.into_iter().flatten();
    let others: FxHashSet<WordId> = others_printed
        .clone()
        .filter_map(meant)
        .flat_map(|meaning| meaning.words.iter().copied())
        .collect();
    // What an acronym of the other name explains here says nothing more.
    let is_printed = |word: &Word<'_>| others_printed.clone().any(|other| other.text == word.text);
    let explained = own.iter().rfind(|&&word| is_acronym(name, word) && is_printed(&word));
    let explained = explained.map_or(0, |acronym| acronym.start);
    let mut phrases: Vec<(usize, usize)> = Vec::new();
    let mut unbroken = false;
    for &word in own.iter().filter(|word| word.start >= explained) {
        let Some(meaning) = meant(&word).filter(|meaning| !meaning.empty) else {
            continue;
        };
        if is_acronym(name, word) || meaning.words.iter().all(|word| others.contains(word)) {
            unbroken = false;
            continue;
        }
        match phrases.last_mut() {
            Some((_, end)) if unbroken => *end = word.end(),
            _ => phrases.push((word.start, word.end())),
        }
        unbroken = true;
    }
    phrases
        .into_iter()
        .map(|(start, end)| name[start..end].to_owned())
        .filter(|phrase| !words(phrase).all(|word| SOFT.contains(&fold(word.text).as_str())))
        .collect()
}

/// Takes out phrases and what stands for them in short on the other side:
/// `khoa học và công nghệ` and `KH&CN`.
fn take_abbreviated(short: &mut Vec<String>, long: &mut Vec<String>) {
    short.retain(|short| {
        if short.chars().any(char::is_lowercase) {
            return true;
        }
        let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
        let spelled_out = long.iter().position(|long| initials(long) == fold(&letters));
        spelled_out.map(|at| long.remove(at)).is_none()
    });
}

/// Whether the other name says a phrase with a stroke: `bình quân đầu người`, `/người`.
fn is_per_head(phrase: &str, other: &str) -> bool {
    fold(phrase) == "bình quân đầu" && fold(other).contains("/người")
}

/// The first letters of the words that count, folded.
fn initials(phrase: &str) -> String {
    let folded = fold(phrase);
    let counting = words(&folded).filter(|word| !EMPTY.contains(&word.text) && !SOFT.contains(&word.text));
    counting.filter_map(|word| word.text.chars().next()).collect()
}

/// Whether a word only repeats the name in short: `(HPI)`.
fn is_acronym(name: &str, word: Word<'_>) -> bool {
    name[..word.start].ends_with('(')
        && name[word.end()..].starts_with(')')
        && word.text.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_says_per_head() {
        assert!(is_per_head("bình quân đầu", "GRDP/người"));
        assert!(!is_per_head("bình quân đầu", "GRDP"));
        assert!(!is_per_head("bình quân", "GRDP/người"));
    }

    #[test]
    fn what_an_acronym_stands_for_is_no_other_definition() {
        let long = "Chỉ số phát triển con người (HDI)";
        assert_eq!(beyond(long, "Chỉ số HDI"), [""; 0]);
        assert_eq!(beyond("Chỉ số HDI", long), [""; 0]);
        assert_eq!(beyond(long, "Chỉ số PCI"), ["phát triển con người"]);
        assert_eq!(beyond("Vốn nước ngoài (FDI) giải ngân", "Vốn FDI"), ["giải ngân"]);
    }

    fn beyond(name: &str, other: &str) -> Vec<String> {
        let (own, others): (Vec<_>, Vec<_>) = (words(name).collect(), words(other).collect());
        let mut meanings = Meanings::new();
        meanings.learn(&own);
        meanings.learn(&others);
        phrases_beyond((name, &own), [&others, &[]], &meanings)
    }

    #[test]
    fn words_that_change_the_definition_are_found() {
        let party = "Tỷ lệ trường MN, PT công lập đạt chuẩn quốc gia";
        let ubnd = "Tỷ lệ trường học các cấp đạt chuẩn quốc gia";
        assert_eq!(beyond(party, ubnd), ["MN, PT công lập"]);
        assert_eq!(beyond(ubnd, party), ["học các cấp"]);
    }

    #[test]
    fn spellings_and_acronyms_stay_silent() {
        assert!(beyond("Chỉ số hạnh phúc (HPI) *", "Chỉ số hạnh phúc").is_empty());
        assert!(beyond("Tr. đó, tỷ lệ lao động", "Trong đó, tỷ lệ lao động").is_empty());
        assert!(
            beyond(
                "Tỷ lệ KCN, KCX đang hoạt động",
                "Tỷ lệ khu công nghiệp, khu chế xuất đang hoạt động"
            )
            .is_empty()
        );
        assert!(beyond("Tỷ lệ người dân có thẻ so với dân số", "Tỷ lệ người dân có thẻ").is_empty());
    }

    #[test]
    fn how_often_and_for_how_many_define_nothing() {
        assert!(beyond("Số bác sĩ trên 1 vạn dân", "Số bác sĩ/10.000 dân").is_empty());
        assert!(beyond("GRDP bình quân đến năm 2030", "GRDP bình quân").is_empty());
        assert_eq!(beyond("Vốn trên địa bàn", "Vốn"), ["trên địa bàn"]);
    }

    #[test]
    fn a_phrase_and_its_initials_are_one() {
        let left = |short: &str, long: &str| {
            let (mut short, mut long) = (vec![short.to_owned()], vec![long.to_owned()]);
            take_abbreviated(&mut short, &mut long);
            short.len() + long.len()
        };
        assert_eq!(left("KH&CN", "khoa học và công nghệ"), 0);
        assert_eq!(left("KH&CN", "khoa học"), 2);
    }
}
