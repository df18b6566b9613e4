//! Cutting the lines of a table into rows at their labels.

use std::cell::Cell;

use crate::model::Lines;
use crate::text::{roman, runs};

use super::super::label::{is_dash, is_lead_in};
use super::super::limits::LONGEST_CELL;
use super::super::page_numbers::{Form, PageNumber};
use super::super::table::SourceLine;
use super::page_ends::{Edge, edges};
use super::phrases::opens_with_year;

/// What kind of rows the table has; it decides where a label may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Tasks,
    Indicators,
}

/// What a row is by its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A section or group: a Roman number or a capital letter.
    Heading,
    /// A numbered row.
    Numbered,
    /// A row under a numbered one, with a dash, a plus or nothing before it.
    Sub,
}

/// The lines of one row.
#[derive(Debug, Clone)]
pub(super) struct Block<'a> {
    pub(super) kind: Kind,
    /// The label as printed, empty for none.
    pub(super) label: &'a str,
    /// The line of the label.
    pub(super) line: u32,
    /// The lines behind the label, without it, none blank.
    pub(super) content: Vec<SourceLine<'a>>,
}

impl Block<'_> {
    pub(super) fn lines(&self) -> Lines {
        let last = self.content.last().map_or(self.line, |line| line.number);
        Lines {
            first: self.line,
            last: last.max(self.line),
        }
    }

    /// The content on one line.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for word in self.content.iter().flat_map(|line| runs(line.text)) {
            if !text.is_empty() && !text.ends_with('/') {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

/// A number may run ahead of the last one by so much where only the number
/// itself says that a row starts: rows may be missing, but a figure of a
/// wrapped text that stands alone on its line is rarely that near.
const GREATEST_GAP: u32 = 9;

/// What texts of rows tell about where rows end.
#[derive(Clone, Copy)]
pub(super) struct Signs<'c> {
    /// Whether a text could end a row; where it does, any label starts the next
    /// one, where it does not, only the expected one does.
    pub(super) complete: &'c dyn Fn(&str) -> bool,
    /// Whether a text behind a dash, up to the next label, goes on with the row before.
    pub(super) goes_on: &'c dyn Fn(&str) -> bool,
    /// Whether a figure alone on its line may be a cell of the row that has this text.
    pub(super) takes_figure: &'c dyn Fn(&str) -> bool,
}

/// The rows of a table, and what stands between them.
pub(super) struct Rows<'a> {
    /// The rows in printed order.
    pub(super) blocks: Vec<Block<'a>>,
    /// The lines of page numbers.
    pub(super) page_numbers: Vec<u32>,
}

/// Cuts the lines into rows; `headings` are the lines of the column headings.
pub(super) fn cut<'a>(lines: &[SourceLine<'a>], layout: Layout, signs: Signs<'_>, headings: &[Lines]) -> Rows<'a> {
    let edges = edges(lines, headings);
    let mut page_numbers = Vec::new();
    let mut cutter = Cutter {
        layout,
        signs,
        is_complete: Cell::new(None),
        blocks: Vec::new(),
        roman: 0,
        letter: 0,
        number: 0,
        small: 0,
    };
    let mut length = 0;
    for (at, line) in lines.iter().enumerate() {
        let following = &lines[at + 1..];
        let page = PageNumber::parse(line.text);
        if page.is_some_and(|page| cutter.is_page_number(page, edges[at])) {
            page_numbers.push(line.number);
            continue;
        }
        if let Some((kind, label, rest)) = cutter.label(line.text, following) {
            let mut block = Block {
                kind,
                label,
                line: line.number,
                content: Vec::new(),
            };
            if !rest.trim().is_empty() && rest.len() < LONGEST_CELL {
                block.content.push(SourceLine {
                    number: line.number,
                    text: rest,
                });
            }
            cutter.blocks.push(block);
            cutter.is_complete.set(None);
            length = rest.len();
        } else if let Some(block) = cutter.blocks.last_mut()
            && length < LONGEST_CELL
        {
            length += line.text.len();
            block.content.push(*line);
            cutter.is_complete.set(None);
        }
    }
    Rows {
        blocks: cutter.blocks,
        page_numbers,
    }
}

struct Cutter<'a, 'c> {
    layout: Layout,
    signs: Signs<'c>,
    /// Whether the last block is complete as it is now, once it was asked.
    is_complete: Cell<Option<bool>>,
    blocks: Vec<Block<'a>>,
    roman: u32,
    letter: u32,
    number: u32,
    /// The small letter of the last row under the numbered one, 0 for none.
    small: u32,
}

impl<'a> Cutter<'a, '_> {
    /// Kind, label and rest of a line that starts a row; `following` are the
    /// lines behind it.
    fn label(&mut self, text: &'a str, following: &[SourceLine<'a>]) -> Option<(Kind, &'a str, &'a str)> {
        let text = text.trim();
        if let Some(mark) = text.chars().next().filter(|&c| is_bullet(c)) {
            let (label, rest) = text.split_at(mark.len_utf8());
            let starts = !opens_with_year(rest.trim_start())
                && self.sub_row_may_start()
                && !(self.signs.goes_on)(&item(rest.trim_start(), following));
            return starts.then_some((Kind::Sub, label, rest));
        }
        if self.layout == Layout::Indicators && is_lead_in(text) && self.row_is_complete() {
            return Some((Kind::Sub, "", text));
        }
        let (label, rest) = match text.split_once(char::is_whitespace) {
            Some((label, rest)) => (label, rest.trim_start()),
            None => (text, ""),
        };
        let bare = label.trim_end_matches(['.', '-', ')', ':']);
        let alone = rest.is_empty();
        let opens = rest.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"' || c == '-');
        if !(alone || opens || self.is_next(bare, rest)) {
            return None;
        }
        if let Some(value) = roman(bare)
            && self.heading_may_start(value, self.roman)
        {
            self.roman = value;
            return Some((Kind::Heading, label, rest));
        }
        if let Some(value) = letter(bare)
            && self.heading_may_start(value, self.letter)
        {
            self.letter = value;
            self.roman = 0;
            return Some((Kind::Heading, label, rest));
        }
        if let Some(value) = small_letter(bare)
            && value == self.small + 1
            && self.number > 0
        {
            self.small = value;
            return Some((Kind::Sub, label, rest));
        }
        let number = leading_number(bare)?;
        let is_near = number == self.number || number == self.number + 1;
        // `tuyến đường sắt số | 5: Văn Cao` is no row.
        let is_quoted = label.ends_with(':') && !is_near && !self.after_heading();
        if (is_lettered(bare) && !is_near) || is_quoted || !self.number_may_start(number, is_divided(bare), alone) {
            return None;
        }
        self.number = number;
        self.small = 0;
        Some((Kind::Numbered, label, rest))
    }

    /// Whether a number alone on its line is that of a page: it counts up with
    /// the pages, or it stands at the end of one, or as no label does, where
    /// the row has no room for a figure.
    fn is_page_number(&self, page: PageNumber, edge: Edge) -> bool {
        let is_first = page.number == 1 && self.after_heading();
        let is_label = page.form == Form::Bare && (page.number == self.number + 1 || is_first);
        let may_be = match edge {
            Edge::CountedFoot => return true,
            Edge::Foot => !is_label,
            Edge::Inside => page.form != Form::Bare,
        };
        may_be && (self.after_heading() || !(self.signs.takes_figure)(&self.text_so_far()))
    }

    fn text_so_far(&self) -> String {
        self.blocks.last().map_or_else(String::new, Block::text)
    }

    fn heading_may_start(&self, value: u32, last: u32) -> bool {
        let next = value == last + 1 || (value == 1 && self.blocks.is_empty());
        next || (value > last && value <= last + 3 && self.row_is_complete()) || (value == 1 && self.row_is_complete())
    }

    /// Whether a number can only be the next one, whatever stands behind it:
    /// names of indicators open with a small letter at times, tasks with a figure.
    fn is_next(&self, bare: &str, rest: &str) -> bool {
        let number = leading_number(bare);
        let is_next = number == Some(self.number + 1);
        let opens = self.layout == Layout::Indicators || rest.starts_with(|c: char| c.is_ascii_digit());
        opens && (is_next && self.row_is_complete() || (is_next || number == Some(1)) && self.after_heading())
    }

    fn after_heading(&self) -> bool {
        self.blocks.last().is_none_or(|block| block.kind == Kind::Heading)
    }

    fn number_may_start(&self, number: u32, divided: bool, alone: bool) -> bool {
        if number == self.number + 1 || self.after_heading() || (divided && number == self.number) {
            return true;
        }
        let near = number > self.number && number <= self.number + GREATEST_GAP;
        match self.layout {
            Layout::Tasks => (alone && near) || self.row_is_complete(),
            // A figure alone may be a value of the row.
            Layout::Indicators => (near || !alone) && self.row_is_complete(),
        }
    }

    fn sub_row_may_start(&self) -> bool {
        match self.layout {
            Layout::Indicators => !self.blocks.is_empty(),
            Layout::Tasks => {
                self.row_is_complete()
                    || self.blocks.last().is_some_and(|block| {
                        block.kind == Kind::Numbered
                            && block
                                .content
                                .last()
                                .is_some_and(|line| line.text.trim_end().ends_with(':'))
                    })
            }
        }
    }

    fn row_is_complete(&self) -> bool {
        if let Some(known) = self.is_complete.get() {
            return known;
        }
        let is_complete = self.blocks.last().is_none_or(|block| match block.kind {
            Kind::Heading => false,
            Kind::Numbered | Kind::Sub => (self.signs.complete)(&block.text()),
        });
        self.is_complete.set(Some(is_complete));
        is_complete
    }
}

/// Marks in front of unnumbered rows; a star marks footnotes as well.
fn is_bullet(c: char) -> bool {
    c != '*' && is_dash(c)
}

/// What stands behind a dash is looked at over so many bytes more.
const LONGEST_ITEM: usize = 2_000;

/// The text behind a dash and the lines up to the next label.
fn item(text: &str, following: &[SourceLine<'_>]) -> String {
    let opens = |line: &&SourceLine<'_>| {
        let text = line.text.trim_start();
        let first = text.split_whitespace().next().unwrap_or_default();
        let bare = first.trim_end_matches(['.', '-', ')', ':']);
        !text.starts_with(is_bullet) && roman(bare).is_none() && leading_number(bare).is_none()
    };
    let mut length = 0;
    let more = following.iter().take_while(opens).take_while(|line| {
        length += line.text.len() + 1;
        length < LONGEST_ITEM
    });
    let texts: Vec<&str> = std::iter::once(text).chain(more.map(|line| line.text)).collect();
    texts.iter().copied().flat_map(runs).collect::<Vec<_>>().join(" ")
}

/// The place of a capital letter of a heading in the alphabet.
fn letter(text: &str) -> Option<u32> {
    match text.as_bytes() {
        [b @ b'A'..=b'Z'] => Some(u32::from(b - b'A') + 1),
        _ => None,
    }
}

/// The place of a small letter in the alphabet: `a`, `b`.
fn small_letter(text: &str) -> Option<u32> {
    match text.as_bytes() {
        [b @ b'a'..=b'z'] => Some(u32::from(b - b'a') + 1),
        _ => None,
    }
}

/// Whether a label is one of several under a number: `1.2`, `55a`.
fn is_divided(label: &str) -> bool {
    label.contains('.') || is_lettered(label)
}

/// Whether a number has a letter behind it: `55a`; not `5G`, `20m`.
fn is_lettered(label: &str) -> bool {
    let number = label.strip_suffix(|c: char| matches!(c, 'a'..='h' | 'đ'));
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// The first part of `12`, `1.2`, `12a`; no leading zero, no year.
fn leading_number(text: &str) -> Option<u32> {
    let text = match text.char_indices().next_back() {
        Some((last, _)) if is_lettered(text) => &text[..last],
        _ => text,
    };
    let valid = text.split('.').all(|part| {
        (1..=3).contains(&part.len()) && !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit())
    });
    // `1.000` and `2.5` are figures; a dotted label counts in small steps.
    let figure = text.split('.').skip(1).any(|part| part.len() > 2);
    if valid && !figure {
        text.split('.').next()?.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str, layout: Layout) -> Vec<String> {
        let lines: Vec<_> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let signs = Signs {
            complete: &|text| text.ends_with("2026"),
            goes_on: &|text| text.starts_with("Vốn") && !text.ends_with("2026"),
            takes_figure: &|text| layout == Layout::Indicators && !text.ends_with("2026"),
        };
        cut(&lines, layout, signs, &[])
            .blocks
            .iter()
            .map(|block| block.label.to_owned())
            .collect()
    }

    #[test]
    fn rows_start_at_their_labels_and_not_at_figures() {
        assert_eq!(
            labels("I\nPhát triển\n1\nThu hút\n500 triệu\n2026\n2\nHai 2026", Layout::Tasks),
            ["I", "1", "2"]
        );
        assert_eq!(
            labels("I Một\n1 Có\n05 khu\n10 tập đoàn\n2 Hai", Layout::Tasks),
            ["I", "1", "2"]
        );
    }

    #[test]
    fn a_missing_or_moved_number_is_seen_where_the_row_before_is_complete() {
        assert_eq!(
            labels("1 Một 2026\n3 Ba 2026\n2 Hai 2026", Layout::Tasks),
            ["1", "3", "2"]
        );
        assert_eq!(labels("1 Một\n7 Trung tâm\n2026", Layout::Tasks), ["1"]);
    }

    #[test]
    fn a_number_with_a_colon_that_is_not_the_next_is_no_label() {
        assert_eq!(
            labels("3: Một 2026\n4: Hai 2026\n3: Văn Cao 2026\n5: Năm 2026", Layout::Tasks),
            ["3:", "4:", "5:"]
        );
    }

    #[test]
    fn a_lead_in_is_of_no_row() {
        let text = "1 Dịch vụ 2026\nTrong đó:\n- Vận tải 2026";
        assert_eq!(labels(text, Layout::Indicators), ["1", "", "-"]);
        assert_eq!(labels(&text.replacen("2026", "", 1), Layout::Indicators), ["1", "-"]);
    }

    #[test]
    fn a_value_alone_on_its_line_is_no_number() {
        assert_eq!(
            labels("1 Thu nhập 2026\n98\n2 Dân số 2026\n30", Layout::Indicators),
            ["1", "2"]
        );
    }

    #[test]
    fn a_dash_starts_a_sub_row_only_behind_a_complete_task() {
        assert_eq!(
            labels("1 Nhật Tân\n- Nội Bài 2026\n- Cầu 2026", Layout::Tasks),
            ["1", "-"]
        );
        for bullet in ["–", "—", "+", "•"] {
            let text = format!("1 Nhật Tân\n- Nội Bài 2026\n{bullet} Cầu 2026");
            assert_eq!(labels(&text, Layout::Tasks), ["1", bullet]);
        }
        assert_eq!(labels("1 Một 2026\n* Số liệu năm 2024", Layout::Tasks), ["1"]);
        assert_eq!(labels("1 Một 2026\n- 2030", Layout::Tasks), ["1"]);
        assert_eq!(labels("1 Một 2026\n- Vốn vay\n2 Hai 2026", Layout::Tasks), ["1", "2"]);
        assert_eq!(
            labels("1 Một 2026\n- Vốn vay\n2026\n2 Hai 2026", Layout::Tasks),
            ["1", "-", "2"]
        );
        assert_eq!(labels("1 Ngân sách\n-Thu\n+ Chi", Layout::Indicators), ["1", "-", "+"]);
    }

    #[test]
    fn the_next_row_may_open_with_a_small_letter_or_a_figure() {
        assert_eq!(
            labels(
                "I Kinh tế\n1 tăng trưởng 2026\n2 khách đến\n3 ngày 2026\n3 nhà ở 2026",
                Layout::Indicators
            ),
            ["I", "1", "2", "3"]
        );
        assert_eq!(labels("1 Một 2026\n2 xã vùng cao", Layout::Tasks), ["1"]);
        assert_eq!(labels("1 Một 2026\n2 100% trường học", Layout::Tasks), ["1", "2"]);
        assert_eq!(labels("1 Một\n2 100 trường học", Layout::Tasks), ["1"]);
    }

    #[test]
    fn small_letters_in_their_order_start_sub_rows() {
        assert_eq!(
            labels("15 Đầu tư công trình:\na Nhà hát\nb) Bảo tàng\n16 Khác", Layout::Tasks),
            ["15", "a", "b)", "16"]
        );
        assert_eq!(labels("a Nhà hát\n1 Một\nc Ba\na hai", Layout::Tasks), ["1"]);
    }

    #[test]
    fn leading_numbers() {
        assert_eq!(leading_number("1.1"), Some(1));
        assert_eq!(leading_number("1.000"), None);
        assert_eq!(leading_number("2026"), None);
        assert_eq!(leading_number("05"), None);
        assert_eq!(leading_number("55a"), Some(55));
        assert_eq!(leading_number("5G"), None);
        assert_eq!(leading_number("20m"), None);
    }

    #[test]
    fn numbers_with_letters_are_rows_of_their_own() {
        assert_eq!(
            labels("54 Một 2026\n55a Hai 2026\n55b\nBa 2026\n56 Bốn", Layout::Tasks),
            ["54", "55a", "55b", "56"]
        );
        assert_eq!(
            labels("54 Một 2026\n55 Hai 2026\n55a. Ba 2026\n56 Bốn", Layout::Tasks),
            ["54", "55", "55a.", "56"]
        );
        assert_eq!(labels("54 Một 2026\n2a Hai 2026\n55 Ba", Layout::Tasks), ["54", "55"]);
    }
}
