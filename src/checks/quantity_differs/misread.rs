//! Figures in which a letter was read for a digit: `9O%`, `0l-02`.

use std::ops::Range;

use crate::text::{Printed, Reading, is_year};

/// The figures of a text with letters for some of their digits, read with the
/// digits: `O` is 0, `l` and `I` are 1.
pub(super) fn misread(text: &str) -> Vec<Printed> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(place) = next_run(text, at) {
        at = place.end;
        found.extend(figure(text, place));
    }
    found
}

/// The next run of digits, letters that look like them and marks between.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(is_alike)?;
    let length = text[start..].find(|c| !is_alike(c) && !matches!(c, '.' | ','));
    let end = length.map_or(text.len(), |length| start + length);
    let run = text[start..end].trim_end_matches(['.', ',']);
    Some(start..start + run.len())
}

fn is_alike(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I')
}

/// The figure a run is, unless it is a part of a word, a label, a date or a unit (`5l`).
fn figure(text: &str, Range { start, end }: Range<usize>) -> Option<Printed> {
    let run = &text[start..end];
    let stands_alone = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.'))
        && !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/')
        && !opens_symbol(&text[end..]);
    let is_slip = run.starts_with(|c: char| c.is_ascii_digit() || c == 'O')
        && run.contains(|c: char| c.is_ascii_digit())
        && run.contains(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let is_measured = run.ends_with(['l', 'I']) && !run.starts_with('0');
    if !stands_alone || !is_slip || is_measured {
        return None;
    }
    let digits: String = run
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            other => other,
        })
        .collect();
    let reading = Reading::parse(&digits).filter(|_| !is_year(&digits))?;
    Some(Printed { start, end, reading })
}

/// Whether the symbol of a document is behind a number: `O5-NQ/TW`.
fn opens_symbol(behind: &str) -> bool {
    behind
        .strip_prefix('-')
        .is_some_and(|symbol| symbol.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, i64)> {
        let value = |figure: &Printed| figure.reading.value.to_i64().unwrap();
        misread(text)
            .iter()
            .map(|figure| (&text[figure.start..figure.end], value(figure)))
            .collect()
    }

    #[test]
    fn letters_stand_for_digits() {
        assert_eq!(read("đạt 9O% hộ dân"), [("9O", 90)]);
        assert_eq!(read("xây O9 cầu, 0l-02 chợ"), [("O9", 9), ("0l", 1)]);
        assert_eq!(read("5.0O0 tấn."), [("5.0O0", 5000)]);
        assert_eq!(read("trồng 2l5 cây"), [("2l5", 215)]);
    }

    #[test]
    fn words_labels_dates_and_units_are_no_misread_figures() {
        for text in [
            "5l xăng",
            "CO2",
            "I, II",
            "loại I",
            "O5-NQ/TW",
            "1O/2026",
            "năm 2O30",
            "lo 5",
            "Covid",
            "90%",
            "5oC",
            "H2O",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
