//! Running heads and feet (tiêu đề đầu trang, chân trang): what the top or the
//! foot of page after page repeats in text extracted from PDF, above, below or
//! beside the page number.

use std::collections::BTreeMap;

use crate::text::runs;

use super::annex::annex_heading;
use super::heading::{column_kind, is_number_heading};
use super::page_numbers::{OPENS_PAGE, PageNumber, is_page_start, page_starts};
use super::table::{Column, SourceLine};

/// Blanks the running heads and feet: what stands at the top or the foot of
/// pages, apart from the rest, and is the same on half of them or more.
pub(crate) fn blank(lines: &mut [SourceLine<'_>]) {
    let starts = page_starts(lines);
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let mut heads: BTreeMap<String, Vec<Vec<usize>>> = BTreeMap::new();
    for page in starts.iter().zip(ends).map(|(&start, end)| start..end) {
        // The first page has a title there.
        let is_head =
            |places: &Vec<usize>| is_page_start(&lines[page.start]) || without_number(lines, places[0]).is_some();
        let top = edge(lines, page.clone()).filter(is_head);
        let foot = edge(lines, page.clone().rev());
        for places in top.into_iter().chain(foot) {
            let texts = places
                .iter()
                .map(|&at| without_number(lines, at).unwrap_or(lines[at].text));
            let text = texts.flat_map(runs).collect::<Vec<_>>().join(" ");
            heads.entry(text).or_default().push(places);
        }
    }
    for (text, places) in heads {
        if places.len() >= FEWEST && places.len() * 2 >= starts.len() && names_a_document(&text) {
            for at in places.into_iter().flatten() {
                let line = &mut lines[at];
                line.text = if is_page_start(line) { OPENS_PAGE } else { "" };
            }
        }
    }
}

/// So many pages have the same head at the least.
const FEWEST: usize = 2;

/// A head has so many lines at the most.
const MOST_LINES: usize = 3;

/// A head has so many words at the least: fewer are mostly the rest of a cell.
const FEWEST_WORDS: usize = 4;

/// Whether words can be a head: a cell mostly goes on with a small letter.
fn names_a_document(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.split(' ').count() >= FEWEST_WORDS
}

/// The text of a line without the page number at its end, if there is one:
/// `2      CÔNG BÁO/Số 123/Ngày 15-3-2026`.
fn without_number<'a>(lines: &[SourceLine<'a>], at: usize) -> Option<&'a str> {
    let text = lines[at].text.trim();
    let is_number = |text: &str| PageNumber::parse(text).is_some();
    let (before, behind) = (text.split_once("  "), text.rsplit_once("  "));
    let before = before.filter(|(number, _)| is_number(number)).map(|(_, text)| text);
    before.or_else(|| behind.filter(|(_, number)| is_number(number)).map(|(text, _)| text))
}

/// The lines at the edge of a page, from its top or foot up to a blank one or
/// the page number, unless they are the heading of an annex or of columns.
fn edge(lines: &[SourceLine<'_>], page: impl Iterator<Item = usize>) -> Option<Vec<usize>> {
    let is_apart = |at: &usize| lines[*at].text.trim().is_empty() || PageNumber::parse(lines[*at].text).is_some();
    let mut printed = page.skip_while(is_apart).take(MOST_LINES + 1);
    let mut places = vec![printed.next()?];
    if without_number(lines, places[0]).is_none() {
        let mut is_parted = false;
        places.extend(printed.take_while(|at| {
            is_parted = is_apart(at);
            !is_parted
        }));
        if !is_parted {
            return None;
        }
    }
    let is_heading = |&at: &usize| {
        let text = lines[at].text;
        annex_heading(text).is_some() || runs(text).next().is_some_and(is_number_heading) || names_columns(text)
    };
    places.sort_unstable();
    (!places.iter().any(is_heading)).then_some(places)
}

/// Whether headings of columns stand on a line. A year alone is that of a
/// document, too.
fn names_columns(text: &str) -> bool {
    let kinds: Vec<Column> = text
        .split("   ")
        .filter_map(|piece| column_kind(piece.trim()))
        .collect();
    kinds.len() > 1 || kinds.iter().any(|kind| !matches!(kind, Column::Value(_)))
}

#[cfg(test)]
mod tests {
    use super::super::page_numbers::blanked_by;
    use super::*;

    /// The text after its running heads are blanked, lines parted by bars.
    fn blanked(text: &str) -> String {
        blanked_by(blank, text)
    }

    #[test]
    fn what_the_tops_of_pages_repeat_is_theirs() {
        let head = "Chương trình của Chính phủ";
        for (text, rest) in [
            (
                format!("Một\n\u{c}{head}\n\nHai\n\u{c} {head}\n\nBa"),
                "Một|\u{c}||Hai|\u{c}||Ba",
            ),
            (
                format!("Một\n\u{c}2\n\n{head}\n\nHai\n\u{c}3\n\n{head}\n\nBa"),
                "Một|\u{c}2||||Hai|\u{c}3||||Ba",
            ),
            (
                format!("Một\n\u{c}{head}\n2\nHai\n\u{c}{head}\n3\nBa"),
                "Một|\u{c}|2|Hai|\u{c}|3|Ba",
            ),
            // Beside the page number, on the first page too.
            (
                format!("1    {head}\nMột\n\u{c}{head}   2\nHai\n\u{c}3   {head}\nBa"),
                "|Một|\u{c}|Hai|\u{c}|Ba",
            ),
            (
                "Một\n\u{c}2    CÔNG BÁO/Số 7/Ngày 15-3-2026\nHai\n\u{c}CÔNG BÁO/Số 7/Ngày 15-3-2026    3\nBa"
                    .to_owned(),
                "Một|\u{c}|Hai|\u{c}|Ba",
            ),
            // At the foot.
            (
                format!("Một\n\n{head}\n1\n\u{c}Hai\n\n{head}\n2\n\u{c}Ba"),
                "Một|||1|\u{c}Hai|||2|\u{c}Ba",
            ),
            // The title of the first page stays.
            (
                format!("{head}\n\nMột\n\u{c}{head}\n\nHai\n\u{c}{head}\n\nBa"),
                "Chương trình của Chính phủ||Một|\u{c}||Hai|\u{c}||Ba",
            ),
        ] {
            assert_eq!(blanked(&text), rest);
        }
    }

    #[test]
    fn other_lines_at_the_tops_of_pages_stay() {
        for top in [
            // Headings of columns and annexes.
            "TT Nhiệm vụ Cơ quan chủ trì\n",
            "            Cơ quan      Thời\nTT  Nhiệm vụ     chủ trì     hạn\n",
            "            Năm 2025     Năm 2030\n",
            "Phụ lục II: Danh mục nhiệm vụ\n",
            // The rest of a cell.
            "Sở Y tế\n",
            "thành phố giai đoạn 2026-2030\n",
            // It goes on.
            "Hoàn thành dự án xây dựng\nđường vành đai",
        ] {
            let text = format!("Một\n\u{c}{top}\nHai\n\u{c}{top}\nBa");
            assert_eq!(blanked(&text), text.replace('\n', "|"));
        }
        // Too few of the pages.
        let text = "Một\n\u{c}Sở Y tế, Sở Nội vụ\n\nHai\n\u{c}Sở Y tế, Sở Nội vụ\n\nBa\n\u{c}Bốn\n\u{c}Năm";
        assert_eq!(blanked(text), text.replace('\n', "|"));
    }

    #[test]
    fn a_head_is_no_part_of_a_row() {
        let row =
            |number, text: &str| format!("{number:<5} {text:<28} Sở Y tế           Sở Nội vụ          Năm 2026\n");
        let page = |number| {
            format!("\u{c}                              {number}\n\n   Chương trình hành động của UBND thành phố\n\n")
        };
        let text = format!(
            "Phụ lục 1: Nhiệm vụ\n{:<5} {:<28} Cơ quan chủ trì   Cơ quan phối hợp   Thời gian\n{}{}{}{}{}{}{}{}",
            "TT",
            "Nhiệm vụ",
            row(1, "Xây dựng Đề án kinh tế"),
            row(2, "Xây dựng Đề án cảng biển"),
            page(2),
            row(3, "Xây dựng Đề án trồng rừng"),
            row(4, "Xây dựng Đề án chợ dân sinh"),
            page(3),
            row(5, "Xây dựng Đề án đường sắt"),
            row(6, "Xây dựng Đề án cấp nước"),
        );
        let program = crate::read::read(&text).unwrap();
        let leads = program
            .tasks
            .iter()
            .map(|task| task.lead.as_ref().unwrap().text.as_str());
        assert_eq!(leads.collect::<Vec<_>>(), ["Sở Y tế"; 6]);
        assert!(program.tasks.iter().all(|task| task.text.text.split(' ').count() < 8));
    }
}
