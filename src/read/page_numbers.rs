//! Page numbers (số trang): lines that hold nothing but the number of a page.
//!
//! Decree 30/2020/NĐ-CP prints them at the top of each page; office suites
//! print them at the foot, or as `Trang 7/30`.

use std::collections::BTreeMap;

use super::table::SourceLine;

/// How a line prints a number alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `7`: a label, a figure or a page number.
    Bare,
    /// `- 7 -`, `7/30`: nothing a label can be.
    Framed,
    /// `Trang 7`, `Trang 7/30`: nothing but a page number.
    Named,
}

/// A line that can be a page number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageNumber {
    /// The number.
    pub(crate) number: u32,
    /// How it is printed.
    pub(crate) form: Form,
}

impl PageNumber {
    /// What a line that holds only a number says.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let text = line.trim();
        if let Some(number) = digits(text) {
            return Some(Self {
                number,
                form: Form::Bare,
            });
        }
        // Most lines go here.
        if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let named = text.strip_prefix("Trang").or_else(|| text.strip_prefix("TRANG"));
        if let Some(rest) = named {
            return Some(Self {
                number: counted(rest.trim_start_matches(['.', ':']).trim())?,
                form: Form::Named,
            });
        }
        let is_dash = |c: char| matches!(c, '-' | '–' | '—');
        let bare = text.strip_prefix(is_dash).and_then(|text| text.strip_suffix(is_dash));
        let number = match bare {
            Some(bare) => digits(bare.trim())?,
            None => counted(text)?,
        };
        Some(Self {
            number,
            form: Form::Framed,
        })
    }
}

/// A page number is not longer than `Trang 100 / 100`, with blanks.
const LONGEST: usize = 24;

/// `7`, `7/30`, the first not above the second.
fn counted(text: &str) -> Option<u32> {
    let Some((number, of)) = text.split_once('/') else {
        return digits(text);
    };
    let (number, of) = (digits(number.trim_end())?, digits(of.trim_start())?);
    (number <= of).then_some(number)
}

/// One to three digits without a leading zero; more are a year or a value.
fn digits(text: &str) -> Option<u32> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !text.starts_with('0')).then(|| text.parse().ok())?
}

/// What stands at the end of a page in text extracted from PDF.
const FORM_FEED: char = '\u{c}';

/// What is left of a line that opened a page with its number.
pub(crate) const OPENS_PAGE: &str = "\u{c}";

/// Blanks the page numbers that are sure without knowing the tables: named
/// ones, and first or last lines of pages whose numbers count up with the
/// pages over half of the text or more. Of two pages one number is enough.
pub(crate) fn blank(lines: &mut [SourceLine<'_>]) {
    for at in sure(lines) {
        let line = &mut lines[at];
        line.text = if is_page_start(line) { OPENS_PAGE } else { "" };
    }
}

/// Whether a form feed stands on a line.
pub(crate) fn is_page_start(line: &SourceLine<'_>) -> bool {
    line.text.contains(FORM_FEED)
}

/// Where the pages start, the first one with the text.
pub(crate) fn page_starts(lines: &[SourceLine<'_>]) -> Vec<usize> {
    let later = (1..lines.len()).filter(|&at| is_page_start(&lines[at]));
    [0].into_iter().chain(later).collect()
}

/// Where sure page numbers stand.
fn sure(lines: &[SourceLine<'_>]) -> Vec<usize> {
    let is_named = |line: &SourceLine<'_>| PageNumber::parse(line.text).is_some_and(|page| page.form == Form::Named);
    let mut found: Vec<usize> = (0..lines.len()).filter(|&at| is_named(&lines[at])).collect();
    let starts = page_starts(lines);
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    // The places of the numbers by how far these are ahead of the count of pages.
    let mut ahead: BTreeMap<i64, Vec<(i64, usize)>> = BTreeMap::new();
    let mut pages: i64 = 0;
    for (start, end) in starts.iter().copied().zip(ends) {
        let mut printed = (start..end).filter(|&at| !lines[at].text.trim().is_empty());
        let Some(first) = printed.next() else { continue };
        let last = printed.next_back().unwrap_or(first);
        pages += 1;
        let mut edges = vec![first, last];
        edges.dedup();
        for at in edges {
            if let Some(page) = PageNumber::parse(lines[at].text) {
                let by = i64::from(page.number) - pages;
                ahead.entry(by).or_default().push((pages, at));
            }
        }
    }
    let is_told = |&(_, at): &(i64, usize)| is_beside_feed(lines, &starts, at) && is_spare(lines, at);
    for (by, places) in ahead {
        let count = places.chunk_by(|(page, _), (other, _)| page == other).count();
        let is_counted = count >= FEWEST || (by == 0 && pages == 2 && places.iter().all(is_told));
        if is_counted && i64::try_from(count * 2).is_ok_and(|twice| twice >= pages) {
            found.extend(places.into_iter().map(|(_, at)| at));
        }
    }
    found
}

/// So many numbers count up at the least, unless there are two pages.
const FEWEST: usize = 2;

/// Whether only blank lines stand between a line and a form feed.
fn is_beside_feed(lines: &[SourceLine<'_>], starts: &[usize], at: usize) -> bool {
    let is_blank = |line: &SourceLine<'_>| line.text.trim().is_empty();
    let between = |&feed: &usize| if at < feed { at + 1..feed } else { feed..at };
    starts
        .iter()
        .skip(1)
        .any(|feed| lines[between(feed)].iter().all(is_blank))
}

/// Whether a number is no label: none can be printed so, or another line opens with it.
fn is_spare(lines: &[SourceLine<'_>], at: usize) -> bool {
    let number = lines[at].text.trim();
    let opens = |line: &SourceLine<'_>| line.text.split_whitespace().next() == Some(number);
    PageNumber::parse(number).is_some_and(|page| page.form != Form::Bare)
        || lines.iter().filter(|line| opens(line)).count() > 1
}

/// A text after some of its lines are blanked, lines parted by bars.
#[cfg(test)]
pub(crate) fn blanked_by(blank: fn(&mut [SourceLine<'_>]), text: &str) -> String {
    let numbered = text.lines().zip(1..);
    let mut lines: Vec<SourceLine<'_>> = numbered.map(|(text, number)| SourceLine { number, text }).collect();
    blank(&mut lines);
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    texts.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_number_alone() {
        let parse = |text| PageNumber::parse(text).map(|page| (page.number, page.form));
        for (text, number, form) in [
            (" 7 ", 7, Form::Bare),
            ("- 7 -", 7, Form::Framed),
            ("–12–", 12, Form::Framed),
            ("7/30", 7, Form::Framed),
            ("Trang 7", 7, Form::Named),
            ("Trang 7 / 30", 7, Form::Named),
        ] {
            assert_eq!(parse(text), Some((number, form)), "{text}");
        }
        for text in [
            "",
            "07",
            "2026",
            "7.",
            "7 cầu",
            "12/2026",
            "31/12",
            "- 7",
            "Trang",
            "Trang bị 7",
            "7,5",
            "Trang 7 cầu",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    /// The text after its page numbers are blanked, lines parted by bars.
    fn blanked(text: &str) -> String {
        blanked_by(blank, text)
    }

    #[test]
    fn numbers_that_count_up_with_the_pages_are_theirs() {
        assert_eq!(blanked("Một\n7\n\u{c}Hai\n8\n\u{c}Ba\n9"), "Một||\u{c}Hai||\u{c}Ba|");
        assert_eq!(blanked("Một\n\u{c}2\nHai\n\u{c}3\nBa"), "Một|\u{c}|Hai|\u{c}|Ba");
        assert_eq!(blanked("Một\n\n7\n\n\u{c}\nHai\n8\n"), "Một||||\u{c}|Hai|");
    }

    #[test]
    fn one_number_of_two_pages_is_theirs_where_a_row_has_it_too() {
        assert_eq!(blanked("1 Một\n2 Hai\n\u{c}  2\nBa"), "1 Một|2 Hai|\u{c}|Ba");
        assert_eq!(blanked("1 Một\n1\n\u{c}2 Hai"), "1 Một||\u{c}2 Hai");
        assert_eq!(blanked("Một\n\u{c}- 2 -\nHai"), "Một|\u{c}|Hai");
        for text in [
            // The label of the row.
            "1 Một\n\u{c}2\nHai",
            // The end of the text.
            "1 Một\n\u{c}2 Hai\n2",
            // Another count.
            "1 Một\n3 Hai\n\u{c}3\nBa",
            // More pages.
            "1 Một\n2 Hai\n\u{c}2\nBa\n\u{c}Bốn",
        ] {
            assert_eq!(blanked(text), text.replace('\n', "|"));
        }
    }

    #[test]
    fn other_numbers_stay_what_they_are() {
        for text in [
            // Labels of rows at the tops of pages run ahead of the pages.
            "Một\n\u{c}5\nHai\n\u{c}9\nBa",
            // Values at the ends of pages.
            "Một\n30\n\u{c}Hai\n35\n\u{c}Ba",
            // One page counts nothing.
            "Một\n\u{c}8\nHai",
            "7\nMột\n8\nHai",
            // Too few of the pages.
            "Một\n\u{c}2\nHai\n\u{c}3\nBa\n\u{c}Bốn\n\u{c}Năm",
        ] {
            assert_eq!(blanked(text), text.replace('\n', "|"));
        }
    }

    #[test]
    fn a_named_number_is_one_anywhere() {
        assert_eq!(blanked("Một\nTrang 7\nHai\n\u{c}Trang 8/30\nBa"), "Một||Hai|\u{c}|Ba");
    }
}
