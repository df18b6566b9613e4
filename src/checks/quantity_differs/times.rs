//! The times a text names: `giai đoạn 2026-2030`, `trước năm 2028`, `tầm nhìn đến năm 2045`.

use super::named::DOCUMENTS;
use super::take_pairs;
use crate::checks::Figure;
use crate::checks::word_before::word_before;
use crate::model::{Date, TimePoint};
use crate::text::{Word, fold, is_year, words};

/// A time that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) figure: Figure,
    /// The year it ends with.
    pub(super) year: i16,
    what: What,
}

/// What a time bounds; times are compared with those of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// `trong năm 2027`, `trước năm 2028`: by its last day.
    Due(TimePoint, Reach, Date),
    /// `từ năm 2026`: from its first day.
    Since(Date, TimePoint),
    /// `tầm nhìn đến năm 2045`
    Vision(i16),
    /// `giai đoạn 2026-2030`
    Period(i16, i16),
}

/// How far a point that bounds reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// `trước năm 2028`: the point itself is excluded.
    Before,
    /// `đến năm 2028`, which some mean with the year and some without it.
    Until,
    /// `năm 2028`, `đến hết năm 2028`
    Through,
}

/// Kinds of laws, folded: a bare year behind one, as behind other documents, tells which.
const LAWS: &[&str] = &["luật", "hiến pháp", "pháp lệnh"];

/// Words that a point opens with when nothing leads in to it, folded.
const OPENING: &[&str] = &["năm", "quý", "tháng", "đầu", "giữa", "cuối", "nửa"];

/// A point has so many words at the most: `6 tháng đầu năm 2027`.
const LONGEST_POINT: usize = 6;

/// The day by which a text says that something is done, as printed, where it
/// names no other time.
pub(in crate::checks) fn due(text: &str) -> Option<Figure> {
    let mut years = words(text).filter(|word| is_year(word.text));
    let mut times = years.next().map(|_| times(text))?;
    let time = times.pop().filter(|time| matches!(time.what, What::Due(..)))?;
    (times.is_empty() && years.next().is_none()).then_some(time.figure)
}

/// Times where each text has one of a kind the other lacks. One that only a
/// text has names something more, not something else.
pub(super) fn changed(left: &str, right: &str) -> Vec<(Time, Time)> {
    if ![left, right]
        .iter()
        .all(|text| CENTURIES.iter().any(|century| text.contains(century)))
    {
        return Vec::new();
    }
    let (mut lefts, mut rights) = (times(left), times(right));
    let unread = [unread_years(left, &lefts), unread_years(right, &rights)];
    take_pairs(&mut lefts, &mut rights, Time::may_be);
    let mut pairs = take_pairs(&mut lefts, &mut rights, Time::is_kind_of);
    pairs.retain(|(l, r)| match (l.what, r.what) {
        // The term of a congress opens a year before the plan of the same time.
        (What::Period(first, last), What::Period(other, other_last)) if last == other_last => first.abs_diff(other) > 1,
        _ => !unread[1].contains(&l.year) && !unread[0].contains(&r.year),
    });
    pairs
}

/// A year begins so.
const CENTURIES: [&str; 2] = ["19", "20"];

impl Time {
    /// Whether both can mean the same time: the same day but for one, a part
    /// of the year that the other names, `đến năm 2030` and `trước năm 2030`.
    fn may_be(&self, other: &Self) -> bool {
        let near = |one: Date, two: Date| one == two || one.tomorrow() == two || two.tomorrow() == one;
        match (self.what, other.what) {
            (What::Due(one, reach, end), What::Due(two, other_reach, other_end)) => {
                let loose = reach != other_reach && [reach, other_reach].contains(&Reach::Until);
                let is_nested = reach != Reach::Before && other_reach != Reach::Before && nested(one, two);
                near(end, other_end) || is_nested || loose && one == two
            }
            (What::Since(first, one), What::Since(other_first, two)) => near(first, other_first) || nested(one, two),
            (one, two) => one == two,
        }
    }

    fn is_kind_of(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.what) == std::mem::discriminant(&other.what)
    }
}

/// Whether one point lies inside the other.
fn nested(one: TimePoint, two: TimePoint) -> bool {
    let holds = |outer: TimePoint, inner: TimePoint| {
        outer.first_day() <= inner.first_day() && inner.last_day() <= outer.last_day()
    };
    holds(one, two) || holds(two, one)
}

fn times(text: &str) -> Vec<Time> {
    let mut times = Vec::new();
    let words: Vec<Word<'_>> = words(text).collect();
    for (at, word) in words.iter().enumerate() {
        if is_year(word.text) {
            times.extend(period(text, &words[..=at]).or_else(|| point(text, &words[..=at])));
        }
    }
    times
}

/// The years of a text that stand in no point.
fn unread_years(text: &str, times: &[Time]) -> Vec<i16> {
    let is_read = |year: &i16| {
        let mut points = times.iter().filter(|time| !matches!(time.what, What::Period(..)));
        points.any(|time| time.year == *year)
    };
    let years = words(text).filter(|word| is_year(word.text));
    let years = years.filter_map(|word| word.text.parse().ok());
    years.filter(|year| !is_read(year)).collect()
}

/// `giai đoạn 2026-2030`, which the last of the words ends.
fn period(text: &str, words: &[Word<'_>]) -> Option<Time> {
    let [.., before, first, last] = words else { return None };
    let is_joined = matches!(text[first.end()..last.start].trim(), "-" | "–");
    if !is_joined || !is_year(first.text) || !matches!(fold(before.text).as_str(), "đoạn" | "kỳ") {
        return None;
    }
    let start = word_before(text, before.start).unwrap_or(*before).start;
    let (from, to) = (first.text.parse().ok()?, last.text.parse().ok()?);
    Some(Time {
        figure: Figure {
            printed: text[start..last.end()].to_owned(),
            number: text[first.start..last.end()].to_owned(),
        },
        year: to,
        what: What::Period(from, to),
    })
}

/// A point with what leads in to it, which the last of the words ends.
fn point(text: &str, words: &[Word<'_>]) -> Option<Time> {
    let end = words.last()?.end();
    let behind = text[end..].trim_start();
    let begins_range = behind.strip_prefix(['-', '–']).is_some_and(opens_year);
    if text[end..].starts_with('/') || begins_range {
        return None;
    }
    let from = words.len().saturating_sub(LONGEST_POINT);
    let (at, point) = (from..words.len()).find_map(|at| {
        let point: TimePoint = text[words[at].start..end].parse().ok()?;
        Some((at, point))
    })?;
    let start = words[at].start;
    let ends_range = text[..start].trim_end().strip_suffix(['-', '–']);
    if ends_range.is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let mut leading: Vec<(usize, String)> = Vec::new();
    let mut next = start;
    for word in words[..at].iter().rev().take(LONGEST_LEAD_IN) {
        if !text[word.end()..next].trim().is_empty() {
            break;
        }
        next = word.start;
        leading.push((word.start, fold(word.text)));
    }
    if leading.first().is_some_and(|(_, word)| word == "ngày") {
        leading.remove(0);
    }
    let (begin, what) = bounded(text, (start, point), &leading)?;
    Some(Time {
        figure: Figure {
            printed: text[begin..end].to_owned(),
            number: text[start..end].to_owned(),
        },
        year: match what {
            What::Due(_, _, end) => end.year(),
            _ => point.last_day().year(),
        },
        what,
    })
}

/// Before a point stand so many words that say what it bounds.
const LONGEST_LEAD_IN: usize = 4;

/// What a point bounds by the words before it, nearest first, and where that begins.
fn bounded(text: &str, (start, point): (usize, TimePoint), leading: &[(usize, String)]) -> Option<(usize, What)> {
    let word = |at: usize| leading.get(at).map_or("", |(_, word)| word.as_str());
    let begin = |at: usize| leading.get(at).map_or(start, |(begin, _)| *begin);
    let due = |reach, end| Some(What::Due(point, reach, end));
    let what = match word(0) {
        "nhìn" | "hướng" => return Some((begin(1), What::Vision(point.last_day().year()))),
        "đến" | "tới" if matches!(word(1), "nhìn" | "hướng") => {
            return Some((begin(2), What::Vision(point.last_day().year())));
        }
        // `so với năm 2025`, `cùng kỳ năm 2025`
        "với" | "kỳ" => None,
        "trước" => due(Reach::Before, point.first_day().yesterday()),
        "đến" | "tới" => due(Reach::Until, point.last_day()),
        "hết" => {
            let at = usize::from(matches!(word(1), "đến" | "tới"));
            return Some((begin(at), What::Due(point, Reach::Through, point.last_day())));
        }
        "từ" => Some(What::Since(point.first_day(), point)),
        "sau" => Some(What::Since(point.last_day().tomorrow(), point)),
        "trong" | "vào" => due(Reach::Through, point.last_day()),
        _ => return bare(text, start, point).map(|what| (start, what)),
    };
    what.map(|what| (begin(0), what))
}

/// A point that nothing leads in to: the year of a task, but not of a document.
fn bare(text: &str, start: usize, point: TimePoint) -> Option<What> {
    let opening = words(&text[start..]).next().map(|word| fold(word.text))?;
    let is_half = text[start..].starts_with('6') && point.first_day().month() != point.last_day().month();
    if !OPENING.contains(&opening.as_str()) && !is_half {
        return None;
    }
    let clause = text[..start].rfind([',', ';', '(', ':']).map_or(0, |mark| mark + 1);
    let clause = fold(&text[clause..start]);
    let mut documents = LAWS.iter().chain(DOCUMENTS);
    let names_document = documents.any(|document| clause.contains(document));
    (!names_document).then(|| What::Due(point, Reach::Through, point.last_day()))
}

fn opens_year(text: &str) -> bool {
    words(text.trim_start())
        .next()
        .is_some_and(|word| word.start == 0 && is_year(word.text))
}

#[cfg(test)]
mod tests {
    fn changed(left: &str, right: &str) -> Vec<(String, String)> {
        let pairs = super::changed(left, right).into_iter();
        pairs.map(|(l, r)| (l.figure.printed, r.figure.printed)).collect()
    }

    #[test]
    fn the_only_time_of_a_text_may_be_a_deadline() {
        let due = |text| super::due(text).map(|figure| figure.printed);
        assert_eq!(
            due("Hoàn thành cầu trong Quý I năm 2027").as_deref(),
            Some("trong Quý I năm 2027")
        );
        for text in [
            "cầu",
            "so với năm 2027",
            "từ năm 2027",
            "năm 2026, 2027",
            "2026-2028",
            "đề án năm 2026 của năm 2027",
        ] {
            assert_eq!(due(text), None, "{text}");
        }
    }

    #[test]
    fn periods_of_one_end_differ_by_more_than_a_year() {
        let plan = |first: u16| format!("Phát triển hạ tầng số giai đoạn {first}-2030");
        assert_eq!(changed(&plan(2025), &plan(2027)).len(), 1);
        assert_eq!(changed(&plan(2025), &plan(2026)), []);
    }

    #[test]
    fn times_are_compared_with_times_of_their_kind() {
        for (left, right, one, two) in [
            (
                "Kế hoạch giai đoạn 2026 - 2030",
                "Kế hoạch giai đoạn 2031-2035",
                "giai đoạn 2026 - 2030",
                "giai đoạn 2031-2035",
            ),
            (
                "Quy hoạch đến năm 2030, tầm nhìn đến năm 2045",
                "Quy hoạch đến 2035",
                "đến năm 2030",
                "đến 2035",
            ),
            (
                "đến năm 2030, tầm nhìn 2045",
                "đến năm 2030, tầm nhìn đến năm 2050",
                "tầm nhìn 2045",
                "tầm nhìn đến năm 2050",
            ),
            (
                "áp dụng từ 01/01/2026",
                "áp dụng từ ngày 1/1/2027",
                "từ 01/01/2026",
                "từ ngày 1/1/2027",
            ),
            (
                "hội nghị năm 2026",
                "hội nghị trong năm 2027",
                "năm 2026",
                "trong năm 2027",
            ),
            (
                "xong trước năm 2028",
                "xong trước năm 2030",
                "trước năm 2028",
                "trước năm 2030",
            ),
            (
                "đến hết quý II/2027",
                "trong quý IV năm 2027",
                "đến hết quý II/2027",
                "trong quý IV năm 2027",
            ),
        ] {
            assert_eq!(
                changed(left, right),
                [(one.to_owned(), two.to_owned())],
                "{left} / {right}"
            );
        }
    }

    #[test]
    fn one_time_in_other_words_is_no_other() {
        for (left, right) in [
            ("từ 01/01/2026", "từ ngày 1/1/2026"),
            ("từ năm 2026", "từ 01/01/2026"),
            ("thời kỳ 2021-2030", "giai đoạn 2021-2030"),
            ("đến năm 2030", "tầm nhìn đến năm 2045"),
            ("giai đoạn 2026-2030", "đến năm 2031"),
            ("trước năm 2028", "đến hết năm 2027"),
            ("trước năm 2030", "đến năm 2030"),
            ("đến hết quý II/2027", "trong 6 tháng đầu năm 2027"),
            ("cuối năm 2027", "quý IV/2027"),
            ("năm 2027", "quý III/2027"),
            ("năm 2027 và năm 2029", "năm 2027, 2029"),
            ("tầm nhìn 2045", "định hướng đến năm 2045"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
    }

    #[test]
    fn the_year_of_a_document_and_of_a_base_is_none_of_the_task() {
        for (left, right) in [
            ("Kết luận ngày 01/02/2025", "Kết luận ngày 02/02/2025"),
            ("theo Luật Đất đai năm 2013", "theo Luật Đất đai năm 2024"),
            ("giảm so với năm 2020", "giảm so với năm 2025"),
            ("giảm so với năm 2020", "giảm trong năm 2026"),
            ("Nghị định số 12/2025/NĐ-CP", "Nghị định số 12/2026/NĐ-CP"),
        ] {
            assert!(changed(left, right).is_empty(), "{left} / {right}");
        }
    }
}
