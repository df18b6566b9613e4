//! Numbers that are names: of one of several things (`vành đai 3`, `loại II`,
//! `5G`), of a time (`giai đoạn 2026-2030`, `đến năm 2030`).

use super::counted::noun_behind;
use super::named::{HIGHEST_GRADE, is_titled, may_be_named, measures};
use super::take_pairs;
use crate::checks::Figure;
use crate::checks::word_before::word_before;
use crate::matching::GRADED;
use crate::text::{Reading, Word, fold, is_year, lettered, roman, words};

/// A number that is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) figure: Figure,
    /// What it names, folded: the word before it or the letter behind it.
    kind: String,
    /// Whether it names a time, which somebody may have chosen to tell otherwise.
    pub(super) is_time: bool,
    /// Its number, in one spelling.
    number: String,
}

/// Words behind which a number names one of several things, folded.
const LABELLED: &[&str] = &[
    "đai", "số", "tuyến", "lộ", "đoạn", "nhóm", "top", "tốp", "khóa", "ql", "tl", "đt",
];

/// Further words behind which a Roman numeral does, or a low figure without a unit, folded.
const RANKED: &[&str] = &["thứ", "quý"];

/// Those that are the second half of a word: `vành đai`.
const HALVES: &[&str] = &["đai", "lộ", "đoạn", "số"];

/// Words behind which a date is a bound, folded; others date a document.
const DATED: &[&str] = &["từ", "đến", "trước", "sau"];

/// Words behind which years are a period, folded.
const PERIODS: &[&str] = &["đoạn", "kỳ"];
/// What a period names, whatever word stands before it.
const PERIOD: &str = "giai đoạn";
/// What the last year of all names.
const GOAL: &str = "đến năm";

/// Names where each text has one of a kind the other lacks. One that only a
/// text has names something more, not something else.
pub(super) fn changed(left: &str, right: &str) -> Vec<(Label, Label)> {
    let (mut left, mut right) = (labels(left), labels(right));
    take_pairs(&mut left, &mut right, |l, r| l.kind == r.kind && l.number == r.number);
    take_pairs(&mut left, &mut right, |l, r| l.kind == r.kind)
}

fn labels(text: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    // Behind the last year of a period.
    let mut behind = 0;
    for word in words(text) {
        // Nearly all words can be no part of a number.
        if word.start < behind
            || !word
                .text
                .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
        {
            continue;
        }
        let found = [period, goal, date, name].iter().find_map(|of| of(text, word));
        let found = found.or_else(|| shared(text, word, labels.last()?, behind));
        if let Some((label, end)) = found {
            behind = end;
            labels.push(label);
        }
    }
    labels
}

/// A number that names one of several things, and where it ends.
fn name(text: &str, word: Word<'_>) -> Option<(Label, usize)> {
    let numeral = roman(word.text);
    let lettered = lettered(word.text);
    let opens_symbol = text[word.end()..].starts_with(['-', '/']);
    if numeral.is_none() && !is_figure(word) || is_year(word.text) || opens_symbol {
        return None;
    }
    let before = word_before(text, word.start);
    let kind = before.map_or(String::new(), |before| fold(before.text));
    let number = match (numeral, lettered) {
        (Some(value), _) => value.to_string(),
        (None, Some(_)) => word.text.to_owned(),
        (None, None) => Reading::parse(word.text)?.value.to_string(),
    };
    let is_grade = || number.parse().is_ok_and(|grade: i64| grade <= HIGHEST_GRADE) && !measures(&text[word.end()..]);
    let may_be_ranked = RANKED.contains(&kind.as_str()) || GRADED.contains(&kind.as_str());
    let is_ranked = may_be_ranked && (numeral.is_some() || is_grade());
    let is_named =
        |before| is_titled(text, before) || may_be_named(before) && noun_behind(text, word.end()).1.is_empty();
    let is_labelled = LABELLED.contains(&kind.as_str()) || is_ranked || before.is_some_and(is_named);
    if let Some((_, letter)) = lettered
        && !is_labelled
    {
        return Some(label(text, (word.start, word, word.end()), letter, number));
    }
    let before = before.filter(|_| is_labelled)?;
    // One is among the first ten under three names.
    let kind = if matches!(kind.as_str(), "top" | "tốp") {
        "nhóm"
    } else {
        &kind
    };
    let first = word_before(text, before.start).filter(|_| HALVES.contains(&kind) || is_named(before));
    Some(label(
        text,
        (first.unwrap_or(before).start, word, word.end()),
        kind,
        number,
    ))
}

/// `từ 01/01/2026`, `trước ngày 31/12/2027`
fn date(text: &str, day: Word<'_>) -> Option<(Label, usize)> {
    if !text[day.end()..].starts_with('/') {
        return None;
    }
    let length = text[day.start..].find(|c: char| !c.is_ascii_digit() && c != '/');
    let end = length.map_or(text.len(), |length| day.start + length);
    let links: Vec<&str> = text[day.start..end]
        .split('/')
        .map(|link| link.trim_start_matches('0'))
        .collect();
    if links.len() != 3 || links.iter().any(|link| link.is_empty()) || links[2].len() != 4 {
        return None;
    }
    let mut before = word_before(text, day.start)?;
    if fold(before.text) == "ngày" {
        before = word_before(text, before.start)?;
    }
    let kind = fold(before.text);
    DATED
        .contains(&kind.as_str())
        .then(|| label(text, (before.start, day, end), &kind, links.join("/")))
}

/// A number that shares the label before it, which ends at a place: `vành đai 3, 4`.
fn shared(text: &str, word: Word<'_>, last: &Label, end: usize) -> Option<(Label, usize)> {
    let follows = matches!(text.get(end..word.start)?.trim(), "," | "và");
    let number = Reading::parse(word.text)
        .filter(|_| follows && !last.is_time)?
        .value
        .to_string();
    Some(label(text, (word.start, word, word.end()), &last.kind, number))
}

/// `giai đoạn 2026-2030`
fn period(text: &str, first: Word<'_>) -> Option<(Label, usize)> {
    if !is_year(first.text) {
        return None;
    }
    let rest = text[first.end()..].trim_start();
    let rest = rest.strip_prefix(['-', '–'])?.trim_start();
    let last = words(rest)
        .next()
        .filter(|last| last.start == 0 && is_year(last.text))?;
    let before = word_before(text, first.start)?;
    let kind = fold(before.text);
    let end = text.len() - rest.len() + last.end();
    let start = word_before(text, before.start).unwrap_or(before).start;
    PERIODS.contains(&kind.as_str()).then(|| {
        let number = [first.text, last.text].join("-");
        label(text, (start, first, end), PERIOD, number)
    })
}

/// `đến năm 2030`, and not `tầm nhìn đến năm 2045`
fn goal(text: &str, year: Word<'_>) -> Option<(Label, usize)> {
    if !is_year(year.text) {
        return None;
    }
    let mut before = word_before(text, year.start)?;
    if fold(before.text) == "năm" {
        before = word_before(text, before.start)?;
    }
    let until = fold(before.text);
    let is_vision = word_before(text, before.start).is_some_and(|word| fold(word.text) == "nhìn");
    let is_goal = matches!(until.as_str(), "đến" | "tới") && !is_vision;
    is_goal.then(|| label(text, (before.start, year, year.end()), GOAL, year.text.to_owned()))
}

fn label(text: &str, (start, number, end): (usize, Word<'_>, usize), kind: &str, value: String) -> (Label, usize) {
    let label = Label {
        figure: Figure {
            printed: text[start..end].to_owned(),
            number: text[number.start..end].to_owned(),
        },
        kind: kind.to_owned(),
        is_time: kind == PERIOD || kind == GOAL || DATED.contains(&kind),
        number: value,
    };
    (label, end)
}

fn is_figure(word: Word<'_>) -> bool {
    word.text.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    fn changed(left: &str, right: &str) -> Vec<(String, String)> {
        let pairs = super::changed(left, right).into_iter();
        pairs.map(|(l, r)| (l.figure.printed, r.figure.printed)).collect()
    }

    #[test]
    fn a_changed_number_that_names_is_found_and_an_added_one_is_not() {
        let found = changed("trong vành đai 3 của Thủ đô", "trong vành đai 10 của Thủ đô");
        assert_eq!(found, [("vành đai 3".to_owned(), "vành đai 10".to_owned())]);
        assert!(changed("trong vành đai 3", "trong vành đai").is_empty());
        assert!(changed("vành đai 3, vành đai 4", "vành đai 4 và vành đai 3").is_empty());
    }

    #[test]
    fn numerals_and_letters_name_too() {
        let pair = |left: &str, right: &str| vec![(left.to_owned(), right.to_owned())];
        assert_eq!(
            changed("đạt đô thị loại I", "đạt đô thị loại II"),
            pair("loại I", "loại II")
        );
        assert_eq!(changed("phủ sóng 4G", "phủ sóng 5G"), pair("4G", "5G"));
        assert!(changed("giai đoạn I", "giai đoạn 1").is_empty());
        assert!(changed("trong top 10", "thuộc nhóm 10").is_empty());
        assert_eq!(
            changed("mở đường tỉnh 534", "mở đường tỉnh 535"),
            pair("đường tỉnh 534", "đường tỉnh 535")
        );
        assert_eq!(
            changed("xây cầu Bến Thủy 2 qua sông", "xây cầu Bến Thủy 3 qua sông"),
            pair("Bến Thủy 2", "Bến Thủy 3")
        );
        assert_eq!(changed("đợt 1 năm 2026", "đợt 2 năm 2026"), pair("đợt 1", "đợt 2"));
        assert_eq!(changed("quốc lộ 1A", "quốc lộ 1B"), pair("quốc lộ 1A", "quốc lộ 1B"));
        assert_eq!(changed("dịch vụ mức độ 3", "dịch vụ mức độ 4"), pair("độ 3", "độ 4"));
        for (left, right) in [
            ("cấp 500 giấy", "cấp 900 giấy"),
            ("cấp 5 tỷ đồng", "cấp 7 tỷ đồng"),
            ("Nghị quyết số 15-NQ/TW", "Nghị quyết số 11-NQ/TW"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
    }

    #[test]
    fn times_are_compared_with_times_of_their_kind() {
        let pair = |left: &str, right: &str| vec![(left.to_owned(), right.to_owned())];
        assert_eq!(
            changed("Kế hoạch giai đoạn 2026 - 2030", "Kế hoạch giai đoạn 2031-2035"),
            pair("giai đoạn 2026 - 2030", "giai đoạn 2031-2035")
        );
        assert_eq!(
            changed("Quy hoạch đến năm 2030, tầm nhìn đến năm 2045", "Quy hoạch đến 2035"),
            pair("đến năm 2030", "đến 2035")
        );
        assert_eq!(
            changed("áp dụng từ 01/01/2026", "áp dụng từ ngày 1/1/2027"),
            pair("từ 01/01/2026", "từ ngày 1/1/2027")
        );
        for (left, right) in [
            ("Kết luận ngày 01/02/2025", "Kết luận ngày 02/02/2025"),
            ("từ 01/01/2026", "từ ngày 1/1/2026"),
            ("thời kỳ 2021-2030", "giai đoạn 2021-2030"),
            ("đến năm 2030", "tầm nhìn đến năm 2045"),
            ("giai đoạn 2026-2030", "đến năm 2031"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
    }
}
