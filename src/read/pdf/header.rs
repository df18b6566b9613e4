//! The line of column headings, and its repetitions on every page.

use crate::model::Lines;
use crate::text::toneless;

use super::super::heading::{counts_columns, is_number_heading, settle};
use super::super::table::{Column, SourceLine};
use super::headings::headings;

/// The headings in printed order.
pub(super) struct Header {
    /// What the columns hold.
    pub(super) columns: Vec<Column>,
    /// The headings as printed.
    pub(super) headings: Vec<String>,
    /// Their lines on each page, those of page numbers and blank ones where pages end, in order.
    pub(super) lines: Vec<Lines>,
}

/// A heading of so many lines at the most; more is not a heading any more.
const MOST_LINES: usize = 30;

impl Header {
    /// The headings, and the lines of the rows: all behind the headings that
    /// are not blank and not a repetition of the headings.
    pub(super) fn find<'a>(lines: &[SourceLine<'a>]) -> Option<(Self, Vec<SourceLine<'a>>)> {
        let (lines, blank): (Vec<SourceLine<'a>>, Vec<SourceLine<'a>>) =
            lines.iter().partition(|line| !line.text.trim().is_empty());
        let first = (0..lines.len()).find(|&at| opens_header(&lines[at..]))?;
        let length = lines[first + 1..]
            .iter()
            .take(MOST_LINES)
            .position(|line| opens_rows(line.text) && !counts_columns(line.text))?
            + 1;
        let printed: Vec<&str> = lines[first..first + length]
            .iter()
            .filter(|line| !counts_columns(line.text))
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
            let mut repeated = if opens_header(&lines[at..]) {
                repetition(&lines[at..], &bare)
            } else {
                0
            };
            if repeated > 0 && lines.get(at + repeated).is_some_and(|line| counts_columns(line.text)) {
                repeated += 1;
            }
            if repeated == 0 {
                body.push(lines[at]);
                at += 1;
            } else {
                header.lines.extend(span(&lines[at..at + repeated]));
                at += repeated;
            }
        }
        let first = header.lines.first().map_or(0, |lines| lines.first);
        let ends_page = |line: &&SourceLine<'_>| line.number > first && line.text.contains('\u{c}');
        let page_ends: Vec<u32> = blank.iter().filter(ends_page).map(|line| line.number).collect();
        header.add_page_ends(&page_ends);
        Some((header, body))
    }

    /// Page numbers among the rows, or blank lines where pages end.
    pub(super) fn add_page_ends(&mut self, lines: &[u32]) {
        self.lines.extend(lines.iter().copied().map(Lines::one));
        self.lines.sort_unstable_by_key(|lines| lines.first);
    }

    fn parse(words: &[&str]) -> Self {
        let headings = headings(words);
        Self {
            columns: settle(&headings),
            headings,
            lines: Vec::new(),
        }
    }
}

/// Whether lines open with column headings: `TT`, `STT`, `Số TT` over two
/// lines, and a heading behind it, or nothing.
fn opens_header(lines: &[SourceLine<'_>]) -> bool {
    let mut words = lines.iter().take(2).flat_map(|line| line.text.split_whitespace());
    let alone = |at: usize| {
        lines
            .get(at)
            .is_some_and(|line| line.text.split_whitespace().count() == 1)
    };
    let first = words.next().unwrap_or_default();
    let parted = toneless(first) == "so" && alone(0);
    if !(is_number_heading(first) || (parted && words.next().is_some_and(is_number_heading))) {
        return false;
    }
    alone(usize::from(parted))
        || words
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
                _ => return reworded(lines, header).unwrap_or(index),
            }
        }
        if rest.is_empty() {
            return index + 1;
        }
    }
    lines.len()
}

/// One word in so many of the headings may be another on a later page.
const WORDS_PER_CHANGE: usize = 5;

/// How many lines from here repeat the headings with a word changed, left out
/// or added: as many as come nearest to them.
fn reworded(lines: &[SourceLine<'_>], header: &[String]) -> Option<usize> {
    let header = header.to_vec();
    let mut words = Vec::new();
    let changed = lines.iter().take(MOST_LINES).zip(1..).map(|(line, count)| {
        words.extend(line.text.split_whitespace().map(toneless));
        (strsim::generic_levenshtein(&header, &words), count)
    });
    let near = changed.filter(|(changes, _)| *changes <= header.len() / WORDS_PER_CHANGE);
    near.min().map(|(_, count)| count)
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
    fn headings_reworded_on_a_later_page_are_no_rows() {
        let first = "TT Nhiệm vụ Cơ quan chủ trì Sản phẩm\nThời gian hoàn\nthành\n1 Một\n";
        let kept = |later: &str| {
            let text = format!("{first}{later}\n2 Hai");
            let (_, body) = Header::find(&lines(&text)).unwrap();
            body.len()
        };
        assert_eq!(kept("TT Nhiệm vụ Cơ quan chủ trì Sản phẩm\nThời hạn hoàn\nthành"), 2);
        assert_eq!(kept("TT Nội dung Cơ quan chủ trì Sản phẩm\nThời gian hoàn thành"), 2);
        assert_eq!(kept("TT Nhiệm vụ Cơ quan chủ trì Sản phẩm\nThời gian"), 2);
        // Another table.
        assert_eq!(kept("TT Dự án Địa điểm Quy mô\nTổng mức đầu tư"), 4);
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
