//! Where the annexes (phụ lục) begin, and what stands around their tables.

use super::furniture::{Footnote, Furniture, furniture};
use super::heading::{is_of_two, names_columns, number_heading_lines, opens_with_number_heading};
use super::label::Label;
use super::markup::plain_heading;
use super::pdf::spaced::pieces::{Piece, pieces};
use super::table::SourceLine;
use crate::model::Lines;
use crate::text::{roman, toneless};

/// A text, parted into body text and annexes.
#[derive(Debug)]
pub(crate) struct Division<'a> {
    /// The lines before the first annex.
    pub(crate) body: &'a [SourceLine<'a>],
    /// The annexes in order.
    pub(crate) annexes: Vec<RawAnnex<'a>>,
}

/// An annex whose table is not read yet.
#[derive(Debug)]
pub(crate) struct RawAnnex<'a> {
    /// Its number; one more than the last where none is printed.
    pub(crate) number: u32,
    /// Its title without its number.
    pub(crate) title: String,
    /// All its lines, the blank ones at its end left out.
    pub(crate) lines: Lines,
    /// The lines that can be part of a table.
    pub(crate) table: Vec<SourceLine<'a>>,
    /// Its footnotes.
    pub(crate) footnotes: Vec<Footnote>,
    /// The unit of the whole table (`Đơn vị tính: …`).
    pub(crate) unit: Option<String>,
    /// The `(Kèm theo …)` line.
    pub(crate) attached: Option<String>,
}

/// A title longer than this is none: the table's headings were not recognized.
const LONGEST_TITLE: usize = 8;

/// Headings are wrapped over no more lines than this above `TT`.
const TALLEST_HEADINGS: usize = 3;

/// The `(Kèm theo …)` line is wrapped over no more lines than this.
const TALLEST_ATTACHED: u32 = 4;

/// Parts the lines. A text without the word phụ lục but with a table is read
/// as body text and one annex.
pub(crate) fn divide<'a>(lines: &'a [SourceLine<'a>]) -> Division<'a> {
    let mut starts: Vec<(usize, u32, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((number, title)) = annex_heading(line.text) else {
            continue;
        };
        let last = starts.last().map_or(0, |start| start.1);
        let number = number.unwrap_or(last + 1);
        // The heading of the annex printed again on a later page, or a sentence wrapped before `Phụ lục`.
        if number == last || (title.is_empty() && continues_a_sentence(&lines[at + 1..])) {
            continue;
        }
        starts.push((at, number, title));
    }
    if starts.is_empty()
        && let Some(title) = bare_table(lines)
    {
        let annex = furnish(1, None, &lines[title..]);
        return Division {
            body: &lines[..title],
            annexes: vec![annex],
        };
    }
    let ends = starts.iter().skip(1).map(|start| start.0).chain([lines.len()]);
    let annexes = starts
        .iter()
        .zip(ends)
        .map(|((at, number, title), end)| furnish(*number, Some(title), &lines[*at..end]))
        .collect();
    Division {
        body: &lines[..starts.first().map_or(lines.len(), |start| start.0)],
        annexes,
    }
}

/// Whether a line can be a row of a delimited table, or parts rows of one.
pub(crate) fn is_delimited(text: &str) -> bool {
    has_tab(text)
        || memchr::memchr_iter(b'|', text.as_bytes()).nth(1).is_some()
        || text.trim_start().starts_with('|')
        || is_grid_rule(text)
}

/// Whether a line parts the rows of a grid: `+----+-----+`, `+====+=====+`.
pub(crate) fn is_grid_rule(text: &str) -> bool {
    let inner = text.trim().strip_prefix('+').and_then(|text| text.strip_suffix('+'));
    inner.is_some_and(|inner| {
        inner.starts_with(['-', '=', ':']) && inner.bytes().all(|byte| matches!(byte, b'-' | b'=' | b':' | b'+'))
    })
}

/// Whether a line has cells parted by tabs.
pub(crate) fn has_tab(text: &str) -> bool {
    memchr::memchr(b'\t', text.as_bytes()).is_some()
}

/// Whether a line can open a row of a table without delimiters: `12 Xây dựng …`.
fn opens_row(text: &str) -> bool {
    let (label, rest) = text.trim().split_once(char::is_whitespace).unwrap_or_default();
    label.starts_with(|c: char| c.is_ascii_digit())
        && Label::parse(label).integer().is_some()
        && rest.trim_start().starts_with(char::is_uppercase)
}

/// Whether a line opens the headings of a table whose columns stand under each
/// other: `TT`, and others behind wide gaps. What stands right above is part of them.
fn opens_spaced_headings(text: &str) -> bool {
    opens_with_number_heading(text) && text.trim_start().contains("   ")
}

/// Whether a line is the upper part of headings wrapped around `TT`.
fn stands_over_headings(line: &SourceLine<'_>, following: &[SourceLine<'_>]) -> bool {
    let text = line.text.trim();
    let mut below = following
        .iter()
        .take_while(|line| !line.text.trim().is_empty())
        .take(TALLEST_HEADINGS);
    let right_below = following.first().map_or("", |line| line.text.trim());
    let is_title = || following.first().is_some_and(|below| spans_gap(line.text, below.text));
    (opens_spaced_headings(right_below) && !is_title())
        || (names_columns(right_below) && toneless(text) == "so")
        || below
            .find(|line| opens_spaced_headings(line.text.trim()))
            .is_some_and(|headings| {
                text.contains("   ")
                    || is_of_two(text)
                    || is_part_of_heading(text, right_below)
                    || stands_over_one(line, headings)
            })
}

/// Whether a line without figures stands over one heading behind the first two
/// of another line, and begins where it does or has its middle there.
fn stands_over_one(line: &SourceLine<'_>, headings: &SourceLine<'_>) -> bool {
    let [above] = pieces(line)[..] else { return false };
    let headings = pieces(headings);
    let mut under = headings
        .iter()
        .skip(2)
        .filter(|heading| heading.from < above.to && above.from < heading.to);
    let (first, more) = (under.next(), under.next());
    let fits =
        |heading: &Piece<'_>| heading.from.abs_diff(above.from) <= 1 || heading.middle().abs_diff(above.middle()) <= 2;
    let is_behind = headings.get(1).is_some_and(|text| text.to < above.from);
    is_behind && more.is_none() && first.is_some_and(fits) && !above.text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a line without wide gaps stands over one of another line.
fn spans_gap(line: &str, below: &str) -> bool {
    let text = line.trim();
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let under: String = below.chars().skip(indent).take(text.chars().count()).collect();
    !text.contains("   ") && under.trim().contains("   ")
}

/// Whether a line can be the first of a heading wrapped over more lines than
/// those beside it: a word or two above wide gaps.
fn is_part_of_heading(text: &str, below: &str) -> bool {
    below.contains("   ") && text.split_whitespace().nth(2).is_none()
}

/// The number and the rest of an annex heading: `Phụ lục 01: …`, `PHỤ LỤC II`.
pub(crate) fn annex_heading(line: &str) -> Option<(Option<u32>, String)> {
    // Most lines go here, before anything is folded.
    let letter = line
        .chars()
        .find(|c| c.is_alphanumeric() || matches!(c, '(' | '“' | '"' | '\''))?;
    if !matches!(letter, 'P' | 'p' | 'b') || line.contains('\t') {
        return None;
    }
    let text = plain_heading(line);
    let mut words = text.split_whitespace();
    let kind = [words.next()?, words.next().unwrap_or_default()].map(toneless);
    if kind[0] != "phu" || !(kind[1].starts_with("luc") || kind[1].starts_with("bieu")) {
        return None;
    }
    let mut rest = text
        .split_once(' ')?
        .1
        .trim_start()
        .trim_start_matches(|c: char| c.is_alphabetic());
    if let Some(after) = rest
        .trim_start()
        .strip_prefix("số")
        .or_else(|| rest.trim_start().strip_prefix("SỐ"))
    {
        rest = after;
    }
    let rest = rest.trim_start();
    if rest.is_empty() || rest.starts_with([':', '.']) {
        return Some((None, title_after(rest)?));
    }
    let (label, rest) = rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
    let number = label.parse().ok().or_else(|| roman(label));
    match number {
        Some(number) => Some((Some(number), title_after(rest)?)),
        None => None,
    }
}

/// The title on the heading line; `None` when a sentence goes on there.
fn title_after(rest: &str) -> Option<String> {
    let marked = rest.starts_with([':', '.', '-', '–', '—']);
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–' | '—'));
    let starts_title = title
        .chars()
        .next()
        .is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '“'));
    let parted = rest.is_empty() || marked || rest.starts_with(char::is_whitespace);
    (parted && starts_title).then(|| title.to_owned())
}

fn continues_a_sentence(following: &[SourceLine<'_>]) -> bool {
    let next = following
        .iter()
        .map(|line| line.text.trim())
        .find(|text| !text.is_empty());
    next.is_some_and(|text| text.starts_with(|c: char| c.is_lowercase() || matches!(c, ')' | ',' | ';')))
}

/// Sorts the lines of an annex into title, table and what stands around it.
/// With a `heading` title the first line is the annex heading.
fn furnish<'a>(number: u32, heading: Option<&str>, lines: &'a [SourceLine<'a>]) -> RawAnnex<'a> {
    let first = lines.first().map_or(1, |line| line.number);
    let last = lines
        .iter()
        .rev()
        .find(|line| !line.text.trim().is_empty())
        .map_or(first, |line| line.number);
    let mut annex = RawAnnex {
        number,
        title: String::new(),
        lines: Lines { first, last },
        table: Vec::new(),
        footnotes: Vec::new(),
        unit: None,
        attached: None,
    };
    let mut titles: Vec<String> = heading.map(str::to_owned).into_iter().collect();
    let (mut in_title, mut attached_lines) = (true, 0);
    let last_delimited = lines.iter().rposition(|line| is_delimited(line.text));
    let last_row = || lines.iter().rposition(|line| opens_row(line.text));
    let last_row = last_delimited.or_else(last_row).unwrap_or(0);
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        if text.is_empty() {
            annex.table.push(*line);
            continue;
        }
        if at == 0 && heading.is_some() {
            continue;
        }
        if attached_lines > 0 && !is_delimited(text) && !names_columns(text) {
            attached_lines = if text.contains(')') { 0 } else { attached_lines - 1 };
            let attached = annex.attached.get_or_insert_default();
            attached.push(' ');
            attached.push_str(text);
            continue;
        }
        attached_lines = 0;
        match furniture(text) {
            Some(Furniture::Signature) if at > last_row => break,
            Some(Furniture::Rule) => {
                // Where columns stand in their places, it parts headings and rows as a blank line does.
                if last_delimited.is_none() {
                    annex.table.push(SourceLine { text: "", ..*line });
                }
                continue;
            }
            Some(Furniture::Signature) if last_delimited.is_some() => continue,
            Some(Furniture::Attached(text)) => {
                attached_lines = if text.contains(')') { 0 } else { TALLEST_ATTACHED };
                in_title = false;
                annex.attached = Some(text);
                continue;
            }
            Some(Furniture::Footnote(note)) if !in_title => {
                annex.footnotes.push(note);
                continue;
            }
            Some(Furniture::Unit(unit)) if in_title => {
                annex.unit = Some(unit);
                continue;
            }
            _ => {}
        }
        let opens_table = || {
            is_delimited(text)
                || names_columns(text)
                || opens_spaced_headings(text)
                || number_heading_lines(&lines[at..]).is_some_and(|count| count > 1)
                || stands_over_headings(line, &lines[at + 1..])
        };
        if in_title && titles.len() <= LONGEST_TITLE && !opens_table() {
            titles.push(plain_heading(text));
            continue;
        }
        in_title = false;
        annex.table.push(*line);
    }
    titles.retain(|title| !title.is_empty());
    annex.title = titles.join(" ");
    annex
}

/// Where the first table of a text without annex headings begins, with its title.
fn bare_table(lines: &[SourceLine<'_>]) -> Option<usize> {
    let headings = lines.iter().position(|line| {
        let text = line.text.trim_start();
        (is_delimited(text) && delimited_headings(text)) || (opens_with_number_heading(text) && names_columns(text))
    })?;
    // The lines straight above are the title when they look like one.
    let mut title = headings;
    for (at, line) in lines[..headings].iter().enumerate().rev().take(LONGEST_TITLE) {
        let text = line.text.trim();
        let capitals = !text.chars().any(char::is_lowercase);
        let marked = text.starts_with(['#', '*']);
        if text.is_empty() || furniture(text).is_some() {
            continue;
        }
        if !(capitals || marked) || at == 0 {
            break;
        }
        title = at;
    }
    Some(title)
}

fn delimited_headings(text: &str) -> bool {
    let cells = text
        .split(['\t', '|'])
        .filter(|cell| super::heading::column_kind(&plain_heading(cell)).is_some());
    cells.count() >= 3
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
    fn annex_headings() {
        for (line, number, title) in [
            ("**PHỤ LỤC 1**  ", 1, ""),
            ("Phụ lục 01: Chỉ tiêu năm 2025 ", 1, "Chỉ tiêu năm 2025"),
            ("## PHỤ LỤC II", 2, ""),
            ("Phụ lục số 3", 3, ""),
            ("PHỤ LUC 2 - DANH MỤC", 2, "DANH MỤC"),
            ("Phụ lục III. Nhiệm vụ", 3, "Nhiệm vụ"),
        ] {
            assert_eq!(annex_heading(line), Some((Some(number), title.to_owned())), "{line}");
        }
        assert_eq!(annex_heading("PHỤ LỤC"), Some((None, String::new())));
        for line in [
            "Phụ lục 01, 02 kèm theo). ",
            "phục vụ",
            "Phụ lục 03).",
            "Phụ lục 3 kèm theo",
            "Phụ nữ",
            "*Các chỉ tiêu cụ thể tại Phụ lục 01",
        ] {
            assert_eq!(annex_heading(line), None, "{line}");
        }
    }

    #[test]
    fn a_text_is_divided() {
        let lines = lines(
            "Mở đầu tại\nPhụ lục 1\nkèm theo.\n\nPHỤ LỤC 1\nCHỈ TIÊU\nGIAI ĐOẠN 2026\n\n-----\nTT\tChỉ tiêu\n1\tA\n\nGhi chú *: cũ\n-----\n",
        );
        let division = divide(&lines);
        assert_eq!(division.body.len(), 4);
        let annex = &division.annexes[0];
        assert_eq!(
            (annex.number, annex.title.as_str(), annex.lines),
            (1, "CHỈ TIÊU GIAI ĐOẠN 2026", Lines { first: 5, last: 14 })
        );
        assert_eq!(annex.footnotes.len(), 1);
        assert_eq!(annex.table.iter().filter(|line| !line.text.is_empty()).count(), 2);
    }

    #[test]
    fn a_rule_between_columns_is_a_blank_line() {
        let table = |text: &str| {
            let lines = lines(text);
            let table = &divide(&lines).annexes[0].table;
            let texts: Vec<&str> = table.iter().map(|line| line.text).collect();
            texts.join("/")
        };
        let text = "PHỤ LỤC 1\n----\nTT  Nhiệm vụ\n--  -----\n1  Xây\n-  cầu\n----";
        assert_eq!(table(text), "/TT  Nhiệm vụ//1  Xây/-  cầu/");
        // A cell parted by tabs goes on below it.
        let text = "PHỤ LỤC 1\nTT\tNhiệm vụ\n1\tXây\n----\ncầu";
        assert_eq!(table(text), "TT\tNhiệm vụ/1\tXây/cầu");
    }

    #[test]
    fn a_signature_ends_an_annex_only_behind_its_last_row() {
        let table = |text: &str| {
            let lines = lines(text);
            let annex = &divide(&lines).annexes[0];
            annex.table.iter().map(|line| line.number).collect::<Vec<_>>()
        };
        let start = "PHỤ LỤC 1\nTT Nhiệm vụ Chủ trì\n1 Công khai";
        assert_eq!(table(&format!("{start}\nNơi nhận hồ sơ\n2 Xây cầu")), [2, 3, 4, 5]);
        assert_eq!(table(&format!("{start}\nNơi nhận:\n- Như trên\nTM. UBND")), [2, 3]);
    }

    #[test]
    fn a_number_heading_over_two_lines_is_no_title() {
        let lines = lines("PHỤ LỤC 1\nDanh mục\nSố\nTT\nNhiệm vụ Chủ trì\n1 Xây cầu");
        let annex = &divide(&lines).annexes[0];
        assert_eq!((annex.title.as_str(), annex.table.len()), ("Danh mục", 4));
        let lines = self::lines("PHỤ LỤC 1\nDanh mục\nST                 Thời gian\n     Nhiệm vụ\n T\n1    Xây cầu");
        let annex = &divide(&lines).annexes[0];
        assert_eq!((annex.title.as_str(), annex.table.len()), ("Danh mục", 4));
    }

    #[test]
    fn headings_wrapped_around_their_number_are_no_title_and_a_title_is() {
        let headings = "TT     Chỉ tiêu      Năm 2030";
        for (above, title) in [
            ("                       KB\n                     Năm 2025     Quý", ""),
            ("                     Mục tiêu", ""),
            ("     Chỉ tiêu phát triển kinh tế", "Chỉ tiêu phát triển kinh tế"),
        ] {
            let text = format!("PHỤ LỤC 1\nDanh mục\n\n{above}\n{headings}\n1      Dân số        9,2");
            let lines = lines(&text);
            let annex = &divide(&lines).annexes[0];
            assert_eq!(annex.title, format!("Danh mục {title}").trim(), "{above}");
        }
    }

    #[test]
    fn an_attachment_line_without_its_bracket_swallows_no_rows() {
        let lines = lines("PHỤ LỤC 1\n(Kèm theo Chương trình\ncủa UBND\nTT\tNhiệm vụ\tChủ trì\n1\tA\tB\n");
        let annex = &divide(&lines).annexes[0];
        assert_eq!(annex.attached.as_deref(), Some("(Kèm theo Chương trình của UBND"));
        assert_eq!(annex.table.len(), 2);
    }

    #[test]
    fn the_rule_above_a_grid_is_no_title() {
        let lines = lines("PHỤ LỤC 1\nDANH MỤC\n+----+-----+\n| TT | Tên |\n+====+=====+\n| 1  | A   |\n+----+-----+");
        let annex = &divide(&lines).annexes[0];
        assert_eq!((annex.title.as_str(), annex.table.len()), ("DANH MỤC", 5));
        for text in ["+ Xây cầu", "+", "++", "+-- +", "+84 24"] {
            assert!(!is_grid_rule(text), "{text}");
        }
    }

    #[test]
    fn a_table_without_an_annex_heading_is_annex_1() {
        let lines = lines(
            "Mở đầu.\n\n**DANH MỤC**\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|--|--|--|--|\n| 1 | A | B | 2026 |",
        );
        let division = divide(&lines);
        assert_eq!(
            (
                division.annexes[0].number,
                division.annexes[0].title.as_str(),
                division.body.len()
            ),
            (1, "DANH MỤC", 2)
        );
        assert!(divide(&lines[..2]).annexes.is_empty());
    }
}
