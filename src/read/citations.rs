//! Document numbers and the dates printed beside them.

use crate::text::find_byte;

/// A cited document inside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited<'a> {
    /// Its number (`355-KH/TU`).
    pub(crate) number: &'a str,
    /// The date printed after it (`25/7/2025`).
    pub(crate) date: Option<&'a str>,
    /// Where the number begins.
    pub(crate) start: usize,
    /// Where the number, or its date, ends.
    pub(crate) end: usize,
}

/// The document numbers of a text, in the forms of Party (`15-NQ/TW`),
/// government (`03/CTr-UBND`) and statutes (`78/2025/NĐ-CP`, `33/2024/QH15`).
pub(crate) fn citations(text: &str) -> Vec<Cited<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // Every form has one.
    if memchr::memchr(b'/', bytes).is_none() {
        return found;
    }
    let mut at = 0;
    while let Some(skipped) = find_byte(&bytes[at..], |byte| byte.is_ascii_digit()) {
        at += skipped;
        let digits = digits(&text[at..]);
        let word_before = text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ','));
        match number_length(&text[at..], digits).filter(|_| !word_before) {
            Some(length) => {
                let end = at + length;
                let date = date_after(&text[end..]);
                let last = date.map_or(end, |(start, length)| end + start + length);
                let date = date.map(|(start, length)| &text[end + start..end + start + length]);
                found.push(Cited {
                    number: &text[at..end],
                    date,
                    start: at,
                    end: last,
                });
                at = last;
            }
            None => at += digits,
        }
    }
    found
}

/// How many bytes of `text` are a document number; it begins with `digits` digits.
fn number_length(text: &str, digits: usize) -> Option<usize> {
    let rest = &text[digits..];
    if let Some(code) = rest.strip_prefix('-') {
        // 15-NQ/TW
        let kind = code_length(code, false)?;
        let issuer = code_length(code[kind..].strip_prefix('/')?, true)?;
        return Some(digits + 1 + kind + 1 + issuer);
    }
    let code = rest.strip_prefix('/')?;
    if let Some(year) = Some(self::digits(code)).filter(|&count| count == 4) {
        // 78/2025/NĐ-CP
        let code = code[year..].strip_prefix('/')?;
        return Some(digits + 1 + year + 1 + code_length(code, true)?);
    }
    // 03/CTr-UBND
    let length = code_length(code, true)?;
    code[..length].contains('-').then_some(digits + 1 + length)
}

/// How many bytes are a code of capitals (`NQ`, `CTr-UBND`, `QH15`); with
/// hyphens inside only when `compound`.
fn code_length(text: &str, compound: bool) -> Option<usize> {
    let mut length = 0;
    for part in text.split('-') {
        let part = &part[..part.find(|c: char| !c.is_alphanumeric()).unwrap_or(part.len())];
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        if !part.starts_with(char::is_uppercase) || capitals < 2 {
            break;
        }
        length += part.len() + usize::from(length > 0);
        if !compound || !text[length..].starts_with('-') {
            break;
        }
    }
    (length > 0).then_some(length)
}

/// Where the date after `ngày` stands, and how long it is: `25/7/2025`, `25
/// tháng 7 năm 2025`.
fn date_after(text: &str) -> Option<(usize, usize)> {
    let rest = text.trim_start_matches([' ', ',', '\n']).strip_prefix("ngày")?;
    let date = rest.trim_start();
    if date.len() == rest.len() {
        return None;
    }
    let length = date
        .find(|c: char| !c.is_ascii_digit() && c != '/')
        .unwrap_or(date.len());
    let parts = date[..length].split('/');
    let complete = parts.clone().count() == 3 && parts.clone().all(|part| !part.is_empty());
    let length = if complete { Some(length) } else { in_words(date) };
    length.map(|length| (text.len() - date.len(), length))
}

/// How long a date in words is that a text opens with.
fn in_words(text: &str) -> Option<usize> {
    let month = behind_number(text)?.strip_prefix(" tháng ")?;
    let year = behind_number(month)?.strip_prefix(" năm ")?;
    Some(text.len() - behind_number(year)?.len())
}

fn behind_number(text: &str) -> Option<&str> {
    let digits = digits(text);
    (digits > 0).then(|| &text[digits..])
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_forms_with_their_dates() {
        for (text, number, date) in [
            (
                "Nghị quyết số 15-NQ/TW, ngày 05/5/2022 của",
                "15-NQ/TW",
                Some("05/5/2022"),
            ),
            ("Kế hoạch số 355-KH/TU của", "355-KH/TU", None),
            ("số 03/CTr-UBND ngày 13/02/2025 về", "03/CTr-UBND", Some("13/02/2025")),
            ("Nghị định 78/2025/NĐ-CP", "78/2025/NĐ-CP", None),
            ("Luật 33/2024/QH15.", "33/2024/QH15", None),
            ("Đề án số 11-ĐA/TU, ngày 06/12/2021", "11-ĐA/TU", Some("06/12/2021")),
            ("số 237-TB/VPTW ngày 25/6/2025", "237-TB/VPTW", Some("25/6/2025")),
            (
                "188/2025/QH15 ngày 19 tháng 02 năm 2025 của",
                "188/2025/QH15",
                Some("19 tháng 02 năm 2025"),
            ),
            ("số 15-NQ/TW ngày 19 tháng 02", "15-NQ/TW", None),
            ("(thay Nghị quyết 09-NQ/TU)", "09-NQ/TU", None),
        ] {
            let found = citations(text);
            assert_eq!(
                found.iter().map(|cited| (cited.number, cited.date)).collect::<Vec<_>>(),
                [(number, date)],
                "{text}"
            );
        }
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for text in [
            "25/7/2025",
            "2026-2030",
            "số    /CTr-UBND",
            "1/10.000",
            "01-02 trung tâm",
            "500/KH",
            "3-NQ",
            "Quý IV/2027",
            "15 m²/người",
        ] {
            assert!(citations(text).is_empty(), "{text}");
        }
    }
}
