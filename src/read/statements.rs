//! Counts and figures stated in the body text.

use super::flow::Flow;
use crate::model::Statement;
use crate::text::{find_byte, is_year};

/// The sentences with a count or a figure, `62 nhiệm vụ`, `8,5%`, or with the
/// year of something, `trong năm 2027`. Periods, dates, document numbers and
/// labels are none.
pub(crate) fn statements(flow: &Flow) -> Vec<Statement> {
    let mut found = Vec::new();
    for (start, end) in sentences(&flow.text) {
        let text = flow.text[start..end].trim();
        if says_figure(text) {
            let offset = start + (flow.text[start..end].len() - flow.text[start..end].trim_start().len());
            found.push(Statement {
                text: text.to_owned(),
                lines: flow.lines(offset, offset + text.len()),
            });
        }
    }
    found
}

/// The byte ranges of the sentences: they end at a paragraph's end, at `;`,
/// and at `.` before a capital.
fn sentences(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let is_end = |byte| matches!(byte, b'\n' | b';' | b'.' | b'!' | b'?');
    let ends = move |at: usize| match text.as_bytes()[at] {
        b'\n' | b';' => true,
        _ => {
            let after = &text[at + 1..];
            let next = after.trim_start();
            let label = || {
                let word = text[..at].rsplit(['\n', ' ']).next();
                word.is_some_and(|word| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()))
            };
            after.starts_with(' ') && next.starts_with(|c: char| c.is_uppercase()) && !label()
        }
    };
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let mut end = start;
        while let Some(skipped) = find_byte(&text.as_bytes()[end..], is_end) {
            end += skipped + 1;
            if ends(end - 1) {
                let range = (start, end);
                start = end;
                return Some(range);
            }
        }
        let range = (start, text.len());
        start = text.len();
        Some(range)
    })
}

/// Words after which a number counts nothing.
const NAMING: [&str; 12] = [
    "số", "năm", "tháng", "ngày", "quý", "thứ", "lục", "khóa", "khoá", "điều", "khoản", "mục",
];

/// Whether the sentence states a count, a figure or a year.
fn says_figure(sentence: &str) -> bool {
    let is_blank = |&byte: &u8| byte == b' ';
    let bytes = sentence.as_bytes();
    // What follows `Phụ lục` or `năm` names, and so does the rest of a list.
    let mut named = false;
    let mut read = 0;
    while let Some(skipped) = find_byte(&bytes[read..], |byte| byte.is_ascii_digit()) {
        let digit = read + skipped;
        let start = bytes[..digit].iter().rposition(is_blank).map_or(0, |blank| blank + 1);
        let end = digit + bytes[digit..].iter().take_while(|byte| !is_blank(byte)).count();
        let word = &sentence[start..end];
        named = named
            && sentence[read..start]
                .split_whitespace()
                .all(|between| bare(between) == "và");
        read = end;
        let before = || sentence[..start].trim_end().rsplit(' ').next().unwrap_or_default();
        if is_year(bare(word)) && bare(before()).to_lowercase() == "năm" {
            return true;
        }
        if !is_figure(bare(word)) {
            named = false;
            continue;
        }
        let label = start == 0 && word.ends_with(['.', ')']);
        let naming = named || NAMING.contains(&bare(before()).to_lowercase().as_str());
        if !label && !naming {
            return true;
        }
        named = naming && word.ends_with(',');
    }
    false
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ';' | ':' | '“' | '”' | '"' | '-'))
}

/// `8,5%`, `62`, `01-02`, `300.000`; not `2030`, `2026-2030`, `25/7/2025`, `15-NQ/TW`.
fn is_figure(word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    if !number
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'-'))
    {
        return false;
    }
    let unit = &word[number.len()..];
    let year =
        |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20") || part.starts_with("21"));
    !number.split('-').all(year) && !unit.contains(['/', '-'])
}

#[cfg(test)]
mod tests {
    use super::super::table::SourceLine;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let lines: Vec<_> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        statements(&Flow::of(&lines))
            .into_iter()
            .map(|statement| statement.text)
            .collect()
    }

    #[test]
    fn counts_and_figures() {
        assert_eq!(
            found("3. Tập trung thực hiện 04 nhóm\n\nvới 62 nhiệm vụ cụ thể về:\n"),
            ["3. Tập trung thực hiện 04 nhóm với 62 nhiệm vụ cụ thể về:"]
        );
        assert_eq!(found("Phấn đấu 8,5%. Tiếp tục đổi mới."), ["Phấn đấu 8,5%."]);
        assert_eq!(found("giải quyết 5 điểm nghẽn"), ["giải quyết 5 điểm nghẽn"]);
        assert_eq!(
            found("khoảng 300.000 doanh nghiệp; đến năm 2030"),
            ["khoảng 300.000 doanh nghiệp;", "đến năm 2030"]
        );
        assert_eq!(
            found("Hoàn thành cầu trong năm 2027; Quý I năm 2028 thông xe hầm").len(),
            2
        );
    }

    #[test]
    fn periods_dates_and_document_numbers_state_nothing() {
        for text in [
            "Kế hoạch số 355-KH/TU ngày 25/7/2025 của Thành ủy.",
            "giai đoạn 2026-2030, tầm nhìn 2045",
            "2. Các sở, ban ngành",
            "tại Phụ lục 03 kèm theo",
            "tại các Phụ lục 01, 02, 03 kèm theo.",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
