//! Numbers that are names of one of several things: `vành đai 3`, `loại II`,
//! `5G`, `10 tỉnh dẫn đầu`.

use super::counted::noun_behind;
use super::named::{HIGHEST_GRADE, generation, is_titled, may_be_named, measures, opens_with_years};
use super::rank::among_first;
use super::scale::scale;
use super::take_pairs;
use crate::checks::Figure;
use crate::checks::word_before::word_before;
use crate::matching::{GRADED, LABELLED, is_parted};
use crate::text::{Reading, Word, fold, is_year, lettered, roman, words};

/// A number that is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) figure: Figure,
    /// What it names, folded: the word before it or the letter behind it.
    kind: String,
    /// Its number, in one spelling.
    number: String,
}

/// Words behind which a number says among how many of the first one is, folded.
const TOP: &[&str] = &["top", "tốp"];

/// Further words behind which a Roman numeral does, or a low figure without a unit, folded.
const RANKED: &[&str] = &["thứ", "lớp", QUARTER];
/// With a year behind it, it is a time (`quý II năm 2027`).
const QUARTER: &str = "quý";

/// Those that are the second half of a word: `vành đai`.
const HALVES: &[&str] = &["đai", "lộ", "đoạn", "số"];

/// One is among the first ten under several names: `top 10`, `nhóm 10`, `10 tỉnh dẫn đầu`.
const AMONG: &str = "nhóm";

/// Names where each text has one of a kind the other lacks. One that only a
/// text has names something more, not something else.
pub(super) fn changed(left: &str, right: &str) -> Vec<(Label, Label)> {
    let (mut left, mut right) = (labels(left), labels(right));
    take_pairs(&mut left, &mut right, |l, r| l.kind == r.kind && l.number == r.number);
    take_pairs(&mut left, &mut right, |l, r| l.kind == r.kind)
}

fn labels(text: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    // Where the last label ends.
    let mut behind = 0;
    for word in words(text) {
        // Nearly all words can be no number.
        if !word
            .text
            .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
        {
            continue;
        }
        let found = [name, leading, map_scale].iter().find_map(|of| of(text, word));
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
    if let Some(end) = generation(text, word.end()).filter(|_| is_figure(word)) {
        return Some(label(text, (word.start, word, end), "G", format!("{}G", word.text)));
    }
    let lettered = lettered(word.text);
    let opens_symbol = text[word.end()..].starts_with(['-', '/']);
    if numeral.is_none() && !is_figure(word) || is_year(word.text) || opens_symbol {
        return None;
    }
    let before = word_before(text, word.start).filter(|before| !is_parted(&text[before.end()..word.start]));
    let kind = before.map_or(String::new(), |before| fold(before.text));
    if kind == QUARTER && opens_with_years(&text[word.end()..]) {
        return None;
    }
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
    let is_top = TOP.contains(&kind.as_str());
    let is_labelled = LABELLED.contains(&kind.as_str()) || is_top || is_ranked || before.is_some_and(is_named);
    if let Some((_, letter)) = lettered
        && !is_labelled
    {
        return Some(label(text, (word.start, word, word.end()), letter, number));
    }
    let before = before.filter(|_| is_labelled)?;
    let kind = if is_top { AMONG } else { &kind };
    let first = word_before(text, before.start).filter(|_| HALVES.contains(&kind) || is_named(before));
    Some(label(
        text,
        (first.unwrap_or(before).start, word, word.end()),
        kind,
        number,
    ))
}

/// `10 tỉnh dẫn đầu cả nước`
fn leading(text: &str, word: Word<'_>) -> Option<(Label, usize)> {
    let end = among_first(text, word.end())?;
    let number = Reading::parse(word.text)?.value.to_string();
    Some(label(text, (word.start, word, end), AMONG, number))
}

/// `tỷ lệ 1/2000`
fn map_scale(text: &str, one: Word<'_>) -> Option<(Label, usize)> {
    let (value, end) = scale(text, one.end()).filter(|_| one.text == "1")?;
    Some(label(text, (one.start, one, end), SCALE, value.to_string()))
}

/// What the scale of a map is called.
const SCALE: &str = "tỷ lệ";

/// A number that shares the label before it, which ends at a place: `vành đai 3, 4`.
fn shared(text: &str, word: Word<'_>, last: &Label, end: usize) -> Option<(Label, usize)> {
    let follows = matches!(text.get(end..word.start)?.trim(), "," | "và");
    let number = Reading::parse(word.text).filter(|_| follows)?.value.to_string();
    Some(label(text, (word.start, word, word.end()), &last.kind, number))
}

fn label(text: &str, (start, number, end): (usize, Word<'_>, usize), kind: &str, value: String) -> (Label, usize) {
    let label = Label {
        figure: Figure {
            printed: text[start..end].to_owned(),
            number: text[number.start..end].to_owned(),
        },
        kind: kind.to_owned(),
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
        assert!(changed("học vụ số”; 80% người", "học vụ số”; 90% người").is_empty());
    }

    #[test]
    fn numerals_and_letters_name_too() {
        let pair = |left: &str, right: &str| vec![(left.to_owned(), right.to_owned())];
        assert_eq!(
            changed("đạt đô thị loại I", "đạt đô thị loại II"),
            pair("loại I", "loại II")
        );
        assert_eq!(changed("phủ sóng 4G", "phủ sóng 5G"), pair("4G", "5G"));
        assert_eq!(changed("phủ sóng 4 G", "phủ sóng 5G"), pair("4 G", "5G"));
        assert!(changed("phủ sóng 5 G", "phủ sóng 5G").is_empty());
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
        assert_eq!(
            changed("tuyển sinh lớp 10 trên máy", "tuyển sinh lớp 6 trên máy"),
            pair("lớp 10", "lớp 6")
        );
        for (left, right) in [
            ("mở lớp 3 tháng", "mở lớp 6 tháng"),
            ("cấp 500 giấy", "cấp 900 giấy"),
            ("cấp 5 tỷ đồng", "cấp 7 tỷ đồng"),
            ("Nghị quyết số 15-NQ/TW", "Nghị quyết số 11-NQ/TW"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
    }

    #[test]
    fn ranks_scales_and_times_have_their_own_rules() {
        for (left, right) in [
            ("10 tỉnh dẫn đầu cả nước", "Top 10 cả nước"),
            ("10 tỉnh, thành phố có điểm cao nhất", "nhóm 10 địa phương dẫn đầu"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
        let found = changed("10 tỉnh dẫn đầu cả nước", "thuộc nhóm 15 địa phương");
        assert_eq!(found, [("10 tỉnh dẫn đầu".to_owned(), "nhóm 15".to_owned())]);
        let found = changed("quy hoạch tỷ lệ 1/500", "quy hoạch tỷ lệ 1/2.000");
        assert_eq!(found, [("1/500".to_owned(), "1/2.000".to_owned())]);
        assert!(changed("quý II năm 2027", "quý III năm 2027").is_empty());
    }
}
