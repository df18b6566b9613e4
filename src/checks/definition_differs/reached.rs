//! Figures by which something changes, and those it changes to.

use super::exchanges::{Exchange, key};
use super::objects::is_number;
use crate::text::Word;

/// So many words before a place the verb is looked for.
const NEAR: usize = 8;

/// What changes, folded; nothing does in `tăng trưởng` and `tăng cường`.
const CHANGING: [&str; 2] = ["giảm", "tăng"];
const NO_CHANGE: [&str; 2] = ["trưởng", "cường"];

/// Words before the figure that is reached, folded.
const TO: [&str; 3] = ["còn", "xuống", "lên"];
/// Others that may stand before it.
const MAYBE_TO: [&str; 8] = ["đạt", "đến", "tới", "dưới", "quá", "đa", "mức", "bằng"];

/// Behind a figure this says by how much, however it is put.
const TIMES: &str = "lần";

/// What two texts say before a figure, as printed with it, where one says by how
/// much something changes and the other to how much: `giảm 30%`, `giảm còn 30%`.
pub(super) fn reached(place: &Exchange<'_, '_>, texts: [&str; 2]) -> Option<[String; 2]> {
    let says = |side: usize, words: &[&str]| place.words[side].iter().any(|word| words.contains(&&*key(word)));
    let reaches = |side: usize| says(side, &TO) && !says(1 - side, &TO) && !says(1 - side, &MAYBE_TO);
    if !reaches(0) && !reaches(1) {
        return None;
    }
    let goes_on_with_figure = place.behind[0].first().is_some_and(is_number);
    let is_times = place.behind[0].get(1).is_some_and(|word| key(word) == TIMES);
    if !goes_on_with_figure || is_times || !(0..2).all(|side| changes(place, texts[side], side)) {
        return None;
    }
    let printed = |side: usize| {
        let first = place.before[side].last().or(place.words[side].first())?;
        let end = place.behind[side].first()?.end();
        let share = texts[side][end..].starts_with('%');
        Some(texts[side][first.start..end + usize::from(share)].to_owned())
    };
    Some([printed(0)?, printed(1)?])
}

/// Whether a verb of change stands in the clause before the figure.
fn changes(place: &Exchange<'_, '_>, text: &str, side: usize) -> bool {
    let before = place.before[side];
    let before = &before[before.len().saturating_sub(NEAR)..];
    let words: Vec<Word<'_>> = [before, place.words[side]].concat();
    let figure = place.behind[side].first().map_or(0, |word| word.start);
    let verb = words.iter().enumerate().rev().find(|(at, word)| {
        let goes_on = words.get(at + 1).is_some_and(|next| NO_CHANGE.contains(&&*key(next)));
        CHANGING.contains(&&*key(word)) && !goes_on
    });
    verb.is_some_and(|(at, word)| {
        // `tăng lên 30%` may mean either.
        let is_either = words.get(at + 1).is_some_and(|next| key(next) == "lên");
        !is_either && !text[word.end()..figure].contains([',', ';', '.', ':'])
    })
}

#[cfg(test)]
mod tests {
    use super::super::exchanges::in_each;
    use super::*;

    fn told(left: &str, right: &str) -> Vec<[String; 2]> {
        in_each([left, right], reached)
    }

    #[test]
    fn a_change_by_a_figure_is_none_to_it() {
        for (left, right, printed) in [
            (
                "Giảm 30% thời gian",
                "Giảm còn 30% thời gian",
                ["Giảm 30%", "Giảm còn 30%"],
            ),
            (
                "Cắt giảm ít nhất 30% thời gian",
                "Giảm còn 30% thời gian",
                ["Cắt giảm ít nhất 30%", "Giảm còn 30%"],
            ),
            (
                "Giảm tỷ lệ thất thoát nước 5%",
                "Giảm tỷ lệ thất thoát nước xuống 5%",
                ["nước 5%", "nước xuống 5%"],
            ),
            ("Tăng độ phủ 20%", "Tăng độ phủ lên 20%", ["phủ 20%", "phủ lên 20%"]),
        ] {
            assert_eq!(told(left, right), [printed.map(str::to_owned)], "{left} / {right}");
        }
        for (left, right) in [
            ("Giảm xuống 30% thời gian", "Giảm còn 30% thời gian"),
            ("Giảm được 30% thời gian", "Giảm 30% thời gian"),
            ("Giảm xuống 30% thời gian", "Giảm dưới 30% thời gian"),
            ("Tăng 2 lần số bằng", "Tăng lên 2 lần số bằng"),
            ("Tăng lên 20% số bằng", "Tăng 20% số bằng"),
            ("Tăng trưởng còn 8%", "Tăng trưởng 8%"),
            ("Giảm thủ tục, chỉ còn 3 bước", "Giảm thủ tục, 3 bước"),
        ] {
            assert_eq!(told(left, right), [[""; 2]; 0], "{left} / {right}");
        }
    }
}
