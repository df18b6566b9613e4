//! Figures that a text says in words.

use super::counted::Counted;
use crate::model::Unit;
use crate::text::{NUMBER_WORDS, Reading, Word, fold, has_words, is_year, words};

impl Counted {
    /// Whether a text says the same in words: `một lần`, `toàn bộ` for `100%`,
    /// `giai đoạn 2026-2030` for `5 năm`, or says it of all (`102/102 xã`), or
    /// names as many (`các xã A, B và C` for `3 xã`).
    pub(super) fn is_in_words(&self, text: &str) -> bool {
        let (Some(number), Some(noun)) = (self.low.to_i64(), self.noun.first()) else {
            return false;
        };
        if self.low != self.high {
            return false;
        }
        let folded = fold(text);
        let says = |phrase: &str| has_words(&folded, phrase);
        match noun.as_str() {
            // Shares are counted in thousandths.
            "‰" if number == 1000 && WHOLE.iter().any(|word| says(word)) => true,
            "năm" if spans(text, number) => true,
            _ if says(&format!("{number}/{number} {noun}")) || names_behind(text, noun) == Some(number) => true,
            _ => {
                in_words(number).is_some_and(|words| says(&format!("{words} {noun}"))) || self.is_printed_in_words(says)
            }
        }
    }

    /// Whether a text says in words what is printed, in the unit it is printed
    /// in: `một trăm km` for `100 km`.
    fn is_printed_in_words(&self, says: impl Fn(&str) -> bool) -> bool {
        let number = Reading::parse(&self.figure.number).and_then(|reading| reading.value.to_i64());
        let behind = self.figure.printed.split_once(&self.figure.number);
        let unit = behind
            .and_then(|(_, behind)| behind.split_whitespace().next())
            .map(fold);
        let Some((words, unit)) = number.and_then(in_words).zip(unit) else {
            return false;
        };
        let is_share = matches!(unit.as_str(), "%" | "phần");
        let units = if is_share {
            &["%", "phần trăm"][..]
        } else {
            &[unit.as_str()]
        };
        let is_measure = is_share || Unit::scale_word(&unit).is_none();
        is_measure && units.iter().any(|unit| says(&format!("{words} {unit}")))
    }
}

/// Whether a text names a period of so many years.
fn spans(text: &str, count: i64) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    let year = |word: &Word<'_>| word.text.parse::<i64>().ok().filter(|_| is_year(word.text));
    words.windows(2).any(|pair| {
        let is_joined = matches!(text[pair[0].end()..pair[1].start].trim(), "-" | "–");
        let span = year(&pair[0]).zip(year(&pair[1])).map(|(first, last)| last - first);
        is_joined && span.is_some_and(|span| span == count || span + 1 == count)
    })
}

/// How many names a text lists behind a noun, one between two commas.
fn names_behind(text: &str, noun: &str) -> Option<i64> {
    let found = words(text).find(|word| fold(word.text) == noun)?;
    let clause = text[found.end()..].split([';', '.', ':', '(']).next()?;
    let is_name = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    let (mut count, mut is_over) = (0, false);
    for item in clause.split([',']).flat_map(|item| item.split(" và ")) {
        let item: Vec<Word<'_>> = words(item).collect();
        let named = item.iter().position(is_name)?;
        let (kind, name) = item.split_at(named);
        // Words of the kind stand before the first name alone, others behind the last.
        if (count > 0 && !kind.is_empty()) || is_over {
            return None;
        }
        is_over = !name.iter().all(is_name);
        count += 1;
    }
    (count > 1).then_some(count)
}

/// Scales in words, folded, large ones first.
const SCALES: [(i64, &str); 4] = [
    (1_000_000_000, "tỷ"),
    (1_000_000, "triệu"),
    (1_000, "nghìn"),
    (100, "trăm"),
];

/// A number below a hundred, or so many of one scale, in words.
fn in_words(number: i64) -> Option<String> {
    let scale = SCALES.iter().find(|(scale, _)| number >= *scale && number % scale == 0);
    let (count, scale) = scale.map_or((number, ""), |(scale, word)| (number / scale, *word));
    let (tens, ones) = (usize::try_from(count / 10).ok()?, usize::try_from(count % 10).ok()?);
    let tens_word = match tens {
        0 => String::new(),
        1 => "mười".to_owned(),
        _ => format!("{} mươi", NUMBER_WORDS[..9].get(tens - 1)?),
    };
    let ones_word = match (tens, ones) {
        (1.., 5) => "lăm",
        (2.., 1) => "mốt",
        (_, 0) => "",
        _ => NUMBER_WORDS[ones - 1],
    };
    let words = [tens_word.as_str(), ones_word, scale]
        .into_iter()
        .filter(|word| !word.is_empty());
    (count > 0).then(|| words.collect::<Vec<_>>().join(" "))
}

/// Words for all there is, folded.
const WHOLE: [&str; 4] = ["toàn bộ", "tất cả", "toàn thể", "toàn"];
