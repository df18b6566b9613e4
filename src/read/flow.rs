//! Running text: lines joined, with the way back to their numbers.

use super::markup::plain;
use super::table::SourceLine;
use crate::model::Lines;
use crate::text::{roman, squeeze_onto};

/// The lines of a text joined by blanks, paragraphs kept apart.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    /// The text, white space folded; `\n` between paragraphs.
    pub(crate) text: String,
    /// Where each line begins in it, and its number.
    starts: Vec<(usize, u32)>,
}

impl Flow {
    /// Joins lines. A blank line does not end a paragraph (PDF text has one
    /// after every line); a sentence that ended, a label or a heading does, and
    /// so do lines in capitals.
    pub(crate) fn of(lines: &[SourceLine<'_>]) -> Self {
        let mut flow = Self::default();
        for line in lines {
            let trimmed = line.text.trim();
            if trimmed.is_empty() {
                continue;
            }
            let marked = trimmed.starts_with(['#', '*', '-', '|']);
            let text = plain(trimmed.trim_start_matches('#').trim_start());
            let begins = marked || flow.ended() || begins_paragraph(&text) || flow.capitals_end_before(&text);
            if !flow.text.is_empty() {
                flow.text.push(if begins { '\n' } else { ' ' });
            }
            flow.starts.push((flow.text.len(), line.number));
            squeeze_onto(&mut flow.text, &text);
        }
        flow
    }

    /// The source lines of a byte range.
    pub(crate) fn lines(&self, start: usize, end: usize) -> Lines {
        let line = |at: usize| {
            let index = self.starts.partition_point(|&(begin, _)| begin <= at);
            self.starts
                .get(index.saturating_sub(1))
                .map_or(1, |&(_, number)| number)
        };
        Lines {
            first: line(start),
            last: line(end.saturating_sub(1).max(start)),
        }
    }

    /// Whether the last line is in capitals and the next one begins a sentence.
    fn capitals_end_before(&self, next: &str) -> bool {
        let last = self.starts.last().map_or("", |&(start, _)| &self.text[start..]);
        is_in_capitals(last) && !is_in_capitals(next) && next.starts_with(char::is_uppercase)
    }

    fn ended(&self) -> bool {
        self.text.ends_with(['.', '!', '?', ':', ';', '…', '/'])
    }
}

fn is_in_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase) && text.contains(char::is_uppercase)
}

/// `1. …`, `II. …`, `(2) …`.
fn begins_paragraph(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let label = first.trim_start_matches('(').trim_end_matches(['.', ')']);
    label.len() < first.len()
        && label.len() <= 4
        && (label.bytes().all(|b| b.is_ascii_digit()) || roman(label).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_and_find_back() {
        let source = ["Thực hiện", "", "Kế hoạch 8,5%.", "- Mới", "1. Hai"];
        let lines: Vec<_> = source
            .iter()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let flow = Flow::of(&lines);
        assert_eq!(flow.text, "Thực hiện Kế hoạch 8,5%.\n- Mới\n1. Hai");
        let at = flow.text.find("8,5").unwrap();
        assert_eq!(flow.lines(at, at + 3), Lines::one(3));
        assert_eq!(flow.lines(0, at), Lines { first: 1, last: 3 });
    }

    #[test]
    fn a_heading_in_capitals_is_no_part_of_the_sentence_below() {
        let text = |source: &[&str]| {
            let lines = source.iter().zip(1..);
            let lines: Vec<_> = lines.map(|(text, number)| SourceLine { number, text }).collect();
            Flow::of(&lines).text
        };
        assert_eq!(
            text(&["III. NHIỆM VỤ", "UBND tỉnh giao"]),
            "III. NHIỆM VỤ\nUBND tỉnh giao"
        );
        assert_eq!(text(&["II. MỤC TIÊU,", "CHỈ TIÊU"]), "II. MỤC TIÊU, CHỈ TIÊU");
        assert_eq!(text(&["Tăng", "GRDP", "đạt 8%"]), "Tăng GRDP đạt 8%");
    }
}
