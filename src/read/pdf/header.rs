//! The line of column headings, and its repetitions on every page.

use crate::model::Lines;
use crate::text::toneless;

use super::super::table::{Column, SourceLine};

/// The headings in printed order.
pub(super) struct Header {
    /// What the columns hold.
    pub(super) columns: Vec<Column>,
    /// The headings as printed.
    pub(super) headings: Vec<String>,
    /// Their lines, on each page.
    pub(super) lines: Vec<Lines>,
}

/// Headings in bare letters, since recognition (OCR) damages their tones; the
/// longest that fits counts. A heading of an indicator table that is none of these is a value column.
const HEADINGS: &[(&str, Column)] = &[
    ("tt", Column::Number),
    ("stt", Column::Number),
    ("so tt", Column::Number),
    ("nhiem vu", Column::Text),
    ("nhiem vu cu the", Column::Text),
    ("nhiem vu, giai phap", Column::Text),
    ("nhiem vu, giai phap cu the", Column::Text),
    ("nhiem vu/giai phap", Column::Text),
    ("nhiem vu va giai phap", Column::Text),
    ("noi dung", Column::Text),
    ("noi dung nhiem vu", Column::Text),
    ("noi dung cong viec", Column::Text),
    ("noi dung, nhiem vu", Column::Text),
    ("noi dung thuc hien", Column::Text),
    ("ten nhiem vu", Column::Text),
    ("cong viec", Column::Text),
    ("chi tieu", Column::Text),
    ("chi tieu phat trien", Column::Text),
    ("chi tieu chu yeu", Column::Text),
    ("ten chi tieu", Column::Text),
    ("nganh, linh vuc", Column::Text),
    ("co quan chu tri", Column::Lead),
    ("don vi chu tri", Column::Lead),
    ("co quan, don vi chu tri", Column::Lead),
    ("don vi, co quan chu tri", Column::Lead),
    ("co quan, to chuc dang chu tri", Column::Lead),
    ("co quan thuc hien", Column::Lead),
    ("don vi thuc hien", Column::Lead),
    ("co quan chu tri thuc hien", Column::Lead),
    ("don vi chu tri thuc hien", Column::Lead),
    ("chu tri thuc hien", Column::Lead),
    ("chu tri", Column::Lead),
    ("chu tri bao cao", Column::Body),
    ("chu tri tham muu", Column::Body),
    ("co quan bao cao", Column::Body),
    ("don vi bao cao", Column::Body),
    ("co quan theo doi", Column::Body),
    ("co quan phoi hop", Column::Coordinating),
    ("don vi phoi hop", Column::Coordinating),
    ("co quan, don vi phoi hop", Column::Coordinating),
    ("co quan, to chuc dang phoi hop", Column::Coordinating),
    ("phoi hop thuc hien", Column::Coordinating),
    ("phoi hop", Column::Coordinating),
    ("san pham", Column::Product),
    ("san pham, ket qua", Column::Product),
    ("san pham/ket qua", Column::Product),
    ("san pham hoan thanh", Column::Product),
    ("san pham du kien", Column::Product),
    ("ket qua", Column::Product),
    ("ket qua, san pham", Column::Product),
    ("ket qua/san pham", Column::Product),
    ("ket qua thuc hien", Column::Product),
    ("ket qua dau ra", Column::Product),
    ("thoi gian", Column::Deadline),
    ("thoi gian hoan thanh", Column::Deadline),
    ("thoi gian thuc hien", Column::Deadline),
    ("thoi gian trinh", Column::Deadline),
    ("thoi han", Column::Deadline),
    ("thoi han hoan thanh", Column::Deadline),
    ("thoi han thuc hien", Column::Deadline),
    ("tien do", Column::Deadline),
    ("tien do thuc hien", Column::Deadline),
    ("tien do hoan thanh", Column::Deadline),
    ("nguon luc", Column::Resources),
    ("nguon luc thuc hien", Column::Resources),
    ("kinh phi", Column::Resources),
    ("kinh phi thuc hien", Column::Resources),
    ("nguon kinh phi", Column::Resources),
    ("nguon von", Column::Resources),
    ("ghi chu", Column::Remark),
    ("don vi", Column::Unit),
    ("don vi tinh", Column::Unit),
    ("dvt", Column::Unit),
];

/// The longest heading has so many words.
const LONGEST_HEADING: usize = 8;

/// A heading of so many lines at the most; more is not a heading any more.
const MOST_LINES: usize = 30;

/// Words that open the heading of a value column.
const VALUE_OPENERS: &[&str] = &["nam", "kq", "kb", "kh", "th", "uoc", "muc", "giai", "den", "toc"];

impl Header {
    /// The headings, and the lines of the rows: all behind the headings that
    /// are not blank and not a repetition of the headings.
    pub(super) fn find<'a>(lines: &[SourceLine<'a>]) -> Option<(Self, Vec<SourceLine<'a>>)> {
        let lines: Vec<SourceLine<'a>> = lines
            .iter()
            .copied()
            .filter(|line| !line.text.trim().is_empty())
            .collect();
        let first = lines.iter().position(|line| opens_header(line.text))?;
        let length = lines[first + 1..]
            .iter()
            .take(MOST_LINES)
            .position(|line| opens_rows(line.text))?
            + 1;
        let printed: Vec<&str> = lines[first..first + length]
            .iter()
            .flat_map(|line| line.text.split_whitespace())
            .collect();
        let mut header = Self::parse(&printed);
        let span = |lines: &[SourceLine<'_>]| match lines {
            [first, .., last] => Some(Lines {
                first: first.number,
                last: last.number,
            }),
            [only] => Some(Lines::one(only.number)),
            [] => None,
        };
        header.lines.extend(span(&lines[first..first + length]));
        if header.columns.len() < 3 {
            return None;
        }
        let bare: Vec<String> = printed.iter().map(|word| toneless(word)).collect();
        let mut body = Vec::with_capacity(lines.len());
        let mut at = first + length;
        while at < lines.len() {
            let repeated = if opens_header(lines[at].text) {
                repetition(&lines[at..], &bare)
            } else {
                0
            };
            if repeated == 0 {
                body.push(lines[at]);
                at += 1;
            } else {
                header.lines.extend(span(&lines[at..at + repeated]));
                at += repeated;
            }
        }
        Some((header, body))
    }

    fn parse(words: &[&str]) -> Self {
        let bare: Vec<String> = words.iter().map(|word| toneless(word)).collect();
        let mut columns: Vec<Column> = Vec::new();
        let mut headings: Vec<String> = Vec::new();
        let mut values = 0;
        let mut at = 0;
        while at < words.len() {
            if let Some((length, column)) = longest(&bare[at..]) {
                columns.push(column);
                headings.push(words[at..at + length].join(" "));
                at += length;
            } else {
                let opens = VALUE_OPENERS.contains(&bare[at].as_str()) || bare[at].starts_with("20");
                match headings.last_mut() {
                    Some(heading) if !opens || continues_period(heading, &bare[at]) => {
                        heading.push(' ');
                        heading.push_str(words[at]);
                    }
                    _ => {
                        columns.push(Column::Value(values));
                        values += 1;
                        headings.push(words[at].to_owned());
                    }
                }
                at += 1;
            }
        }
        if values > 0 {
            for column in &mut columns {
                if *column == Column::Lead {
                    *column = Column::Body;
                }
            }
        }
        Self {
            columns,
            headings,
            lines: Vec::new(),
        }
    }
}

/// Whether a year belongs to the heading before it (`Năm` + `2025`).
fn continues_period(heading: &str, word: &str) -> bool {
    word.starts_with("20")
        && !heading.contains("20")
        && VALUE_OPENERS.iter().any(|opener| toneless(heading).starts_with(opener))
}

fn longest(words: &[String]) -> Option<(usize, Column)> {
    let mut phrase = String::new();
    let mut found = None;
    for (index, word) in words.iter().take(LONGEST_HEADING).enumerate() {
        if index > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if let Some(&(_, column)) = HEADINGS.iter().find(|(heading, _)| *heading == phrase) {
            found = Some((index + 1, column));
        }
    }
    found
}

/// Whether a line opens the column headings: `TT`, `STT` and a heading behind it, or nothing.
fn opens_header(text: &str) -> bool {
    let mut words = text.split_whitespace();
    matches!(words.next(), Some("TT" | "STT" | "Stt" | "Tt"))
        && words
            .next()
            .is_none_or(|word| !word.chars().any(|c| c.is_ascii_digit()))
}

/// Whether a line opens the first row: its label is the first of its kind.
fn opens_rows(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(first.trim_end_matches(['.', '-', ')']), "I" | "A" | "1")
}

/// How many lines from here repeat the headings, however they are wrapped.
fn repetition(lines: &[SourceLine<'_>], header: &[String]) -> usize {
    let mut rest = header;
    for (index, line) in lines.iter().enumerate() {
        for word in line.text.split_whitespace() {
            match rest.split_first() {
                Some((expected, more)) if *expected == toneless(word) => rest = more,
                _ => return index,
            }
        }
        if rest.is_empty() {
            return index + 1;
        }
    }
    lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<SourceLine<'_>> {
        text.lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect()
    }

    #[test]
    fn finds_the_columns_in_their_order() {
        let text = "TT Nhiệm vụ Sản phẩm\nCơ quan chủ trì\n\nThời gian hoàn\nthành\n1 Xây dựng";
        let (header, body) = Header::find(&lines(text)).unwrap();
        assert_eq!(
            header.columns,
            [
                Column::Number,
                Column::Text,
                Column::Product,
                Column::Lead,
                Column::Deadline
            ]
        );
        assert_eq!(body.len(), 1);
    }

    #[test]
    fn a_lead_beside_values_is_a_reporting_body() {
        let (header, _) = Header::find(&lines(
            "TT Chỉ tiêu ĐVT\nNăm\n2025\nKQ\nQuý I\nChủ trì tham mưu\nA NHÓM",
        ))
        .unwrap();
        assert_eq!(
            header.columns,
            [
                Column::Number,
                Column::Text,
                Column::Unit,
                Column::Value(0),
                Column::Value(1),
                Column::Body
            ]
        );
        assert_eq!(header.headings[3..5], ["Năm 2025", "KQ Quý I"]);
    }

    #[test]
    fn repeated_headings_are_no_rows_and_text_that_starts_alike_is() {
        let text = "TT Nhiệm vụ Chủ trì\nThời hạn\n1 Một\nTT Nhiệm vụ\nChủ trì Thời hạn\n2 Hai\nTT Nhiệm vụ khác";
        let (_, body) = Header::find(&lines(text)).unwrap();
        assert_eq!(body.iter().map(|line| line.number).collect::<Vec<_>>(), [3, 6, 7]);
    }

    #[test]
    fn headings_with_misread_tones_are_what_they_are() {
        let columns = |heading: &str| Header::parse(&heading.split(' ').collect::<Vec<_>>()).columns;
        let plain = "TT Nhiệm vụ, giải pháp Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời hạn";
        assert_eq!(columns(plain).len(), 6);
        assert_eq!(
            columns("TT Nhiêm vụ, giái pháp Co quan chủ tri Cơ quan phồi hợp Sán phẩm Thời han"),
            columns(plain)
        );
    }
}
