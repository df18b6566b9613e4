//! How often something is done: `2 lần/năm`, `mỗi quý một lần`, `6 tháng một lần`.

use super::said::{Manner, Said, Spelled, folded};
use crate::text::{Number, is_year};

/// What rates count.
pub(super) const TIMES_A_YEAR: &str = "lần/năm";

/// A rate that begins with a word, and the place of the word behind it.
pub(super) fn rate(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Said, usize)> {
    let (value, times, behind) = after_span(text, spelled, at)
        .or_else(|| after_each(text, spelled, at))
        .or_else(|| before_span(text, spelled, at))
        .map(|(value, times, behind)| (value, Manner::Rate(times), behind))
        .or_else(|| rhythm(spelled, at))?;
    let said = Said {
        place: spelled[at].word.start..spelled[behind - 1].word.end(),
        value,
        unit: TIMES_A_YEAR,
        manner: times,
    };
    Some((said, behind))
}

/// `6 tháng một lần`, `2 năm/lần`
fn after_span(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Number, Number, usize)> {
    let (a_year, from) = span(spelled, at)?;
    if folded(spelled, from) == "lần" && is_slash(text, spelled, from) {
        return Some((a_year, Number::ONE, from + 1));
    }
    let (times, behind) = times(text, spelled, from)?;
    Some((times.checked_mul(a_year)?, times, behind))
}

/// `mỗi quý họp một lần`, with few words between and no other figure.
fn after_each(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Number, Number, usize)> {
    let a_year = each(spelled, at)?;
    let from = at + 2;
    let until = spelled.len().min(from + LONGEST_GAP);
    for next in from..until {
        if let Some((times, behind)) = times(text, spelled, next) {
            let is_other_rate = before_span(text, spelled, next).is_some();
            return (!is_other_rate).then_some((times.checked_mul(a_year)?, times, behind));
        }
        let ends_clause = text[spelled[next - 1].word.end()..spelled[next].word.start].contains([';', '.']);
        if ends_clause || spelled[next].is_figure() {
            return None;
        }
    }
    None
}

/// Between `mỗi năm` and `hai lần` stand so many words at the most.
const LONGEST_GAP: usize = 20;

/// `2 lần/năm`, `hai lần mỗi năm`, `1 lần/6 tháng`
fn before_span(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Number, Number, usize)> {
    let (times, from) = times(text, spelled, at)?;
    let is_linked = is_slash(text, spelled, from);
    let is_each = matches!(folded(spelled, from), "mỗi" | "trong");
    let (a_year, behind) = match folded(spelled, from) {
        _ if is_linked || is_each => {
            let from = from + usize::from(is_each);
            // `trong tháng 6` names a month.
            let is_named = spelled.get(from + 1).is_some_and(Spelled::is_figure);
            let one = || Some((unit(folded(spelled, from)).filter(|_| !is_named)?, from + 1));
            span(spelled, from).or_else(one)?
        }
        _ => span(spelled, from)?,
    };
    Some((times.checked_mul(a_year)?, times, behind))
}

/// `hằng quý`
fn rhythm(spelled: &[Spelled<'_>], at: usize) -> Option<(Number, Manner, usize)> {
    let a_year = each(spelled, at).filter(|_| spelled[at].folded != "mỗi")?;
    Some((a_year, Manner::Rhythm, at + 2))
}

/// `mỗi quý`: how many there are in a year.
fn each(spelled: &[Spelled<'_>], at: usize) -> Option<Number> {
    let is_each = matches!(spelled[at].folded.as_ref(), "mỗi" | "hằng" | "hàng");
    is_each.then(|| unit(folded(spelled, at + 1)))?
}

/// `6 tháng`, `hai năm`: how many there are in a year, and the place behind them.
fn span(spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    let count = spelled.get(at).filter(|count| !is_year(count.word.text))?;
    let a_year = unit(folded(spelled, at + 1))?.checked_div(count.number()?)?;
    Some((a_year, at + 2))
}

/// `hai lần`, not `tăng 2 lần` nor `2-3 lần`.
fn times(text: &str, spelled: &[Spelled<'_>], at: usize) -> Option<(Number, usize)> {
    if folded(spelled, at + 1) != "lần" || is_slash(text, spelled, at + 1) {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| folded(spelled, before));
    let is_multiple = matches!(before, "gấp" | "tăng" | "giảm" | "đến" | "tới");
    let ends_range = text[..spelled[at].word.start].trim_end().ends_with(['-', '–', '/']);
    let number = spelled[at].number().filter(|_| !is_multiple && !ends_range)?;
    Some((number, at + 2))
}

/// How many there are in a year; a month is taken as four weeks, a week as seven days.
fn unit(word: &str) -> Option<Number> {
    let a_year = match word {
        "ngày" => 12 * 4 * 7,
        "tuần" => 12 * 4,
        "tháng" => 12,
        "quý" => 4,
        "năm" => 1,
        _ => return None,
    };
    Some(Number::from_i64(a_year))
}

/// Whether a slash stands right before a word.
fn is_slash(text: &str, spelled: &[Spelled<'_>], at: usize) -> bool {
    let between = at
        .checked_sub(1)
        .and_then(|before| text.get(spelled.get(before)?.word.end()..spelled.get(at)?.word.start));
    between.is_some_and(|between| between.trim() == "/")
}

#[cfg(test)]
mod tests {
    use super::super::said::{Manner, said};
    use crate::text::Number;

    fn rates(text: &str) -> Vec<(&str, Number, bool)> {
        let found = said(text).into_iter();
        let found = found.map(|said| (&text[said.place], said.value, said.manner == Manner::Rhythm));
        found.collect()
    }

    #[test]
    fn rates_are_times_a_year() {
        for (text, times) in [
            ("2 lần/năm", 2),
            ("02 lần mỗi năm", 2),
            ("mỗi năm hai lần", 2),
            ("một năm hai lần", 2),
            ("hằng năm ít nhất 2 lần", 2),
            ("hai lần một năm", 2),
            ("6 tháng một lần", 2),
            ("06 tháng/lần", 2),
            ("1 lần/6 tháng", 2),
            ("mỗi quý họp một lần", 4),
            ("03 tháng 01 lần", 4),
            ("1 lần/tuần", 48),
        ] {
            assert_eq!(rates(text), [(text, Number::from_i64(times), false)], "{text}");
        }
        assert_eq!(rates("họp hằng quý"), [("hằng quý", Number::from_i64(4), true)]);
        let half = Number::ONE.checked_div(Number::from_i64(2)).unwrap();
        assert_eq!(rates("hai năm một lần")[0].1, half);
        assert_eq!(rates("2 năm/lần")[0].1, half);
    }

    #[test]
    fn times_without_a_span_and_multiples_are_no_rates() {
        for text in [
            "họp hai lần",
            "năm 2026 một lần",
            "mỗi năm 500 doanh nghiệp",
            "mỗi năm tăng 2 lần",
            "gấp 2 lần năm 2025",
            "2-3 lần/năm",
            "mỗi năm trồng 5 vườn; họp 2 lần",
        ] {
            assert_eq!(rates(text), [], "{text}");
        }
    }
}
