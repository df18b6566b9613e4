//! Where a text has a figure with its unit, or an absolute.

use std::ops::Range;

use super::claim::{MARKS, Wording};
use crate::checks::word_before::word_before;
use crate::model::Unit;
use crate::text::{Printed, fold, folded, is_word_char, words};

/// Where a figure or an absolute stands.
pub(super) struct Anchor {
    /// Where it begins, with the words that bound it.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    pub(super) wording: Wording,
    /// The words it adds to the subject.
    pub(super) adds: &'static str,
    /// Where the unit of a figure stands.
    pub(super) unit: Range<usize>,
}

/// The figures and absolutes of a text, in order. What begins inside another is
/// a part of it: the `10` of `8 10 bộ`, whose unit is ten sets.
pub(super) fn anchors(text: &str, figures: &[Printed]) -> Vec<Anchor> {
    let mut anchors = figure_anchors(text, figures);
    anchors.extend(absolute_anchors(text));
    anchors.sort_by_key(|anchor| anchor.start);
    anchors.dedup_by(|next, before| next.start < before.end);
    anchors
}

/// Absolutes, folded, longest first, what they say, and the words they add to
/// the subject.
const ABSOLUTES: &[(&[&str], Wording, &str)] = &[
    (&["tất", "cả", "người", "dân"], Wording::All, "người dân"),
    (&["toàn", "bộ", "người", "dân"], Wording::All, "người dân"),
    (&["mỗi", "người", "dân"], Wording::All, "người dân"),
    (&["mọi", "người", "dân"], Wording::All, "người dân"),
    (&["toàn", "bộ"], Wording::All, ""),
    (&["tất", "cả"], Wording::All, ""),
    (&["toàn", "dân"], Wording::WholePeople, "người dân"),
];

/// The words absolutes open with.
const OPENINGS: [&str; 4] = ["toàn", "tất", "mỗi", "mọi"];

/// Words that stand before a figure and belong to it, folded.
const MODIFIERS: &[&str] = &[
    "dưới", "trên", "hơn", "khoảng", "gần", "tối", "thiểu", "đa", "ít", "nhất", "không", "quá", "từ",
];

/// The absolutes, none inside another.
fn absolute_anchors(text: &str) -> Vec<Anchor> {
    let mut found: Vec<Anchor> = Vec::new();
    for (start, letters) in text.as_bytes().windows(2).enumerate() {
        // The first letter, and the first byte of the second (`o`, `ấ`, `ỗ`, `ọ`).
        if matches!(letters, [b't' | b'T' | b'm' | b'M', b'o' | b'O' | 0xe1])
            && found.last().is_none_or(|last| last.end <= start)
            && may_open_absolute(&text[start..])
            && begins_word(text, start)
            && let Some((end, wording, adds)) = absolute(text, start)
        {
            found.push(Anchor {
                start,
                end,
                wording,
                adds,
                unit: end..end,
            });
        }
    }
    found
}

/// Whether an absolute can begin here, told without folding: most words do not.
fn may_open_absolute(text: &str) -> bool {
    OPENINGS.iter().any(|word| {
        let mut letters = text.chars().flat_map(char::to_lowercase);
        word.chars().all(|letter| letters.next() == Some(letter))
    })
}

fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_word_char) && {
        // What joins letters to a word (`KH&TT`) is never a blank.
        let piece = text[..at].rfind(char::is_whitespace).unwrap_or(0);
        words(&text[piece..]).any(|word| piece + word.start == at)
    }
}

/// The absolute that begins with the word at a place, and where it ends.
fn absolute(text: &str, at: usize) -> Option<(usize, Wording, &'static str)> {
    let longest = ABSOLUTES.first().map_or(0, |(phrase, ..)| phrase.len());
    let ahead: Vec<_> = words(&text[at..]).take(longest).collect();
    let folded: Vec<String> = ahead.iter().map(|word| fold(word.text)).collect();
    ABSOLUTES
        .iter()
        .find(|(phrase, ..)| folded.iter().zip(*phrase).filter(|(own, word)| own == word).count() == phrase.len())
        .map(|&(phrase, wording, adds)| (at + ahead[phrase.len() - 1].end(), wording, adds))
}

/// The figures with a known unit, each with the words that bound it.
fn figure_anchors(text: &str, figures: &[Printed]) -> Vec<Anchor> {
    let mut figures = figures.iter().peekable();
    let mut found = Vec::new();
    while let Some(first) = figures.next() {
        let is_dash = |end: usize, next: &Printed| matches!(text[end..next.start].trim(), "-" | "–");
        let end = figures
            .next_if(|next| is_dash(first.end, next))
            .map_or(first.end, |last| last.end);
        let figure_end = end;
        let Some(end) = unit_end(text, end) else { continue };
        if is_counted_per(text, first.start, end) {
            continue;
        }
        let mut start = first.start;
        while let Some(word) = word_before(text, start)
            && text[word.end()..start].trim().is_empty()
            && MODIFIERS.contains(&&*folded(word.text))
        {
            start = word.start;
        }
        found.push(Anchor {
            start,
            end: end + open_end(&text[end..]),
            wording: Wording::Figure,
            adds: "",
            unit: figure_end..end,
        });
    }
    found
}

/// Whether a figure says how many people something is counted per: `trên 1 vạn dân`.
fn is_counted_per(text: &str, start: usize, end: usize) -> bool {
    let opens = || word_before(text, start).is_some_and(|word| ["trên", "mỗi", "cứ"].contains(&&*folded(word.text)));
    fold(&text[start..end]).ends_with("dân") && (text[..start].trim_end().ends_with('/') || opens())
}

/// The length of the words behind a figure that leave it open on one side.
fn open_end(text: &str) -> usize {
    let after = text.trim_start();
    // What follows seldom opens with this letter.
    let opened = after.starts_with(['t', 'T']).then(|| fold(after)).and_then(|folded| {
        ["trở lên", "trở xuống"]
            .into_iter()
            .find(|words| folded.starts_with(words))
    });
    opened.map_or(0, |words| {
        let length = after
            .char_indices()
            .nth(words.chars().count())
            .map_or(after.len(), |(at, _)| at);
        text.len() - after.len() + length
    })
}

/// Units of time, folded: `5 năm` says how long, not how much.
const DURATIONS: &[&str] = &["năm", "tháng", "ngày", "tuần", "giờ"];

/// Where the known unit behind a figure ends.
fn unit_end(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let unit = rest.trim_start();
    if unit.starts_with(MARKS) {
        return None;
    }
    let length = Unit::scan(unit).filter(|&length| !DURATIONS.contains(&fold(&unit[..length]).as_str()))?;
    Some(from + rest.len() - unit.len() + length)
}

#[cfg(test)]
mod tests {
    use super::{ABSOLUTES, OPENINGS, anchors};
    use crate::text::{Printed, numbers};

    #[test]
    fn a_figure_inside_the_unit_of_another_is_none_of_its_own() {
        let starts = |text: &str| -> Vec<usize> {
            let figures: Vec<Printed> = numbers(text).collect();
            anchors(text, &figures).iter().map(|anchor| anchor.start).collect()
        };
        assert_eq!(starts("8 10 bộ tiêu chí"), [0]);
        assert_eq!(starts("8 bộ, 10 bộ tiêu chí"), [0, "8 bộ, ".len()]);
        assert_eq!(starts("KH&tất cả nước thải"), [0; 0]);
    }

    #[test]
    fn every_absolute_begins_with_an_opening() {
        assert!(ABSOLUTES.iter().all(|(phrase, ..)| OPENINGS.contains(&phrase[0])));
    }
}
