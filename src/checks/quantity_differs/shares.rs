//! Shares and multiples in words and as fractions: `một nửa`, `2/3`, `gấp đôi`.

use super::named::may_be_named;
use super::said::{Manner, Said, Spelled, folded};
use crate::text::{Number, Word, fold};

/// A share or a multiple that begins with a word, and the place of the word behind it.
pub(super) fn share(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Said, usize)> {
    let (value, unit, behind) = half(spelled, at)
        .or_else(|| parts(spelled, at))
        .or_else(|| fraction(text, spelled, at))
        .map(|(value, behind)| (value, "‰", behind))
        .or_else(|| multiple(spelled, at).map(|(value, behind)| (value, "lần", behind)))?;
    let said = Said {
        place: spelled[at].word.start..spelled[behind - 1].word.end(),
        value,
        unit,
        manner: Manner::Plain,
    };
    Some((said, behind))
}

/// `một nửa`
fn half(spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    let is_half = matches!(spelled[at].folded.as_ref(), "một" | "phân") && folded(spelled, at + 1) == "nửa";
    let value = thousandths(Number::ONE, Number::from_i64(2))?;
    is_half.then_some((value, at + 2))
}

/// `hai phần ba`
fn parts(spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    if folded(spelled, at + 1) != "phần" || spelled[at].is_figure() {
        return None;
    }
    let whole = spelled.get(at + 2)?;
    let is_year = whole.folded == "năm" && spelled.get(at + 3).is_some_and(Spelled::is_figure);
    let of = match whole.folded.as_ref() {
        "tư" => Number::from_i64(4),
        _ => whole.number().filter(|_| !is_year && !whole.is_figure())?,
    };
    let some = spelled[at].number().filter(|some| *some < of)?;
    Some((thousandths(some, of)?, at + 3))
}

/// `2/3`, and not the day `2/9`.
fn fraction(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    let (some, of) = (&spelled[at], spelled.get(at + 1)?);
    let is_slash = some.is_figure() && of.is_figure() && &text[some.word.end()..of.word.start] == "/";
    if !is_slash || text[..some.word.start].ends_with('/') || text[of.word.end()..].starts_with('/') {
        return None;
    }
    if at > 0 && is_before_day(spelled[at - 1].word) {
        return None;
    }
    let (some, of) = (some.number()?, of.number()?);
    let is_share = !some.is_zero() && some < of && of <= Number::from_i64(GREATEST_WHOLE);
    // `102/102 xã`: all of them, and no day of a month.
    let is_all = some == of && of > Number::from_i64(MONTHS);
    Some((thousandths(some, of).filter(|_| is_share || is_all)?, at + 2))
}

/// A year has so many months.
const MONTHS: i64 = 12;

/// Parts are counted up to so many; `1/500` is the scale of a map.
const GREATEST_WHOLE: i64 = 10;

/// Whether a day may be named behind a word: `ngày 2/9`, `Quốc khánh 2/9`.
pub(super) fn is_before_day(before: Word<'_>) -> bool {
    may_be_named(before) || DAYS.contains(&fold(before.text).as_str())
}

/// Words before a day, folded.
const DAYS: &[&str] = &["ngày", "lễ", "dịp", "khánh", "mùng"];

/// `gấp đôi`, `nhân đôi`, `gấp ba lần`; in digits it is a figure of its own.
fn multiple(spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    if spelled[at].folded == "nhân" && folded(spelled, at + 1) == "đôi" {
        return Some((Number::from_i64(2), at + 2));
    }
    if at == 0 || spelled[at - 1].folded != "gấp" || spelled[at].is_figure() {
        return None;
    }
    let is_counted = folded(spelled, at + 1) == "lần";
    let value = match spelled[at].folded.as_ref() {
        "đôi" => Number::from_i64(2),
        "rưỡi" => Number::from_i64(3).checked_div(Number::from_i64(2))?,
        // `gấp năm 2025` names a year.
        "năm" if !is_counted => return None,
        _ => spelled[at].number()?,
    };
    Some((value, at + 1 + usize::from(is_counted)))
}

fn thousandths(some: Number, of: Number) -> Option<Number> {
    some.checked_mul(Number::from_i64(1000))?.checked_div(of)
}

#[cfg(test)]
mod tests {
    use super::super::said::said;
    use crate::text::Number;

    fn shares(text: &str) -> Vec<(&str, Number, &str)> {
        let found = said(text).into_iter();
        found.map(|said| (&text[said.place], said.value, said.unit)).collect()
    }

    #[test]
    fn shares_are_said_in_words_and_as_fractions() {
        let half = Number::from_i64(500);
        assert_eq!(shares("giảm một nửa số vụ"), [("một nửa", half, "‰")]);
        assert_eq!(shares("giảm 1/2 số vụ"), [("1/2", half, "‰")]);
        assert_eq!(shares("ba phần tư số xã"), [("ba phần tư", Number::from_i64(750), "‰")]);
        let [(_, words, _)] = shares("hai phần ba số xã")[..] else {
            panic!()
        };
        let [(_, digits, _)] = shares("2/3 số xã")[..] else {
            panic!()
        };
        assert_eq!(words, digits);
    }

    #[test]
    fn multiples_are_said_in_words() {
        let times = |text, value| assert_eq!(shares(text)[0].1, Number::from_i64(value), "{text}");
        times("tăng gấp đôi số trạm", 2);
        times("gấp ba số trạm", 3);
        times("nhân đôi số trạm", 2);
        times("gấp năm lần số trạm", 5);
    }

    #[test]
    fn days_scales_and_parts_of_a_text_are_no_shares() {
        for text in [
            "lễ Quốc khánh 2/9",
            "ngày 3/10",
            "trước 05/5/2026",
            "bản đồ 1/500",
            "một phần năm 2026",
            "gấp năm 2025",
            "nửa đầu nhiệm kỳ",
            "gấp 3 lần",
        ] {
            assert_eq!(shares(text), [], "{text}");
        }
    }
}
