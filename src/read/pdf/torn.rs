//! A task row torn by the end of a page: on the next page the rest of each
//! cell is printed, again in the order of the columns, so that the words of
//! one cell stand apart.
//!
//! The lines of the next page are given to the cells of the page before, in
//! the order of the columns, so that the cells are the best ones together.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{BodyTable, Deadline, Lines};

use super::super::table::{Column, RawRow, SourceLine};
use super::borders::{Extent, Row};
use super::phrases::is_link;
use super::tokens::{Place, Token, Tokens};
use super::weights::{ENDS_ON_COMMA, ENDS_ON_LINK, REPEATED_CELL, WIDER_LINE};

/// A row of more words, or torn more often, is cut as it is printed.
const MOST_WORDS: usize = 400;
const MOST_PAGES: usize = 2;

/// So many places where the words of a page may be cut are tried at the most.
const MOST_CUTS: usize = 32;

/// Which lines of these open a new page: column headings stood before them, or
/// a form feed.
pub(super) fn page_starts(content: &[SourceLine<'_>], headings: &[Lines]) -> Vec<u32> {
    let starts = content.windows(2).filter(|pair| parted(pair, headings));
    starts.map(|pair| pair[1].number).collect()
}

/// Whether a page ends between two lines.
pub(super) fn parted(pair: &[SourceLine<'_>], headings: &[Lines]) -> bool {
    let next = headings.partition_point(|lines| lines.first <= pair[0].number);
    let headings = headings.get(next).is_some_and(|lines| lines.last < pair[1].number);
    headings || pair[1].text.starts_with('\u{c}')
}

/// So many cells of other rows are known at the most.
const MOST_CELLS: usize = 5_000;

/// Cells that other rows have, by their columns: what is left of a torn cell
/// mostly makes it one of them.
pub(super) struct Cells(FxHashMap<Column, FxHashSet<String>>);

impl Cells {
    pub(super) fn of<'r>(rows: impl Iterator<Item = &'r RawRow>, columns: &[Column]) -> Self {
        let cells = rows.flat_map(|row| columns.iter().copied().zip(&row.cells));
        let named = cells.filter(|(column, cell)| *column != Column::Text && !cell.text.is_empty());
        let mut known: FxHashMap<Column, FxHashSet<String>> = FxHashMap::default();
        for (column, cell) in named.take(MOST_CELLS) {
            known.entry(column).or_default().insert(cell.text.clone());
        }
        Self(known)
    }

    /// What makes a cell of this column that begins so, or the last body in it,
    /// one that other rows have.
    fn rests<'c>(&'c self, column: Column, begun: &'c str) -> impl Iterator<Item = Vec<&'c str>> {
        let last = begun.rsplit([';', ',']).next().unwrap_or_default().trim_start();
        let of_column = self.0.get(&column).into_iter().flatten();
        of_column
            .filter_map(move |cell| {
                cell.strip_prefix(begun)
                    .or_else(|| cell.rsplit("; ").next()?.strip_prefix(last))
            })
            .map(|rest| rest.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
            .filter(|rest| !rest.is_empty())
    }

    /// How well these cells agree with those of other rows.
    pub(super) fn agreement<'c>(&self, cells: impl Iterator<Item = (Column, &'c str)>) -> i32 {
        let is_known = |&(column, text): &(Column, &str)| self.0.get(&column).is_some_and(|cells| cells.contains(text));
        cells.filter(is_known).map(|_| REPEATED_CELL).sum()
    }
}

/// The words of a row in the order of its cells, or `None` where the order
/// they are printed in is as good. `columns` are those of cells, without the
/// label.
pub(super) fn in_order<'a>(
    printed: &Tokens<'a>,
    page_starts: &[u32],
    columns: &[Column],
    bodies: &BodyTable,
    known: &Cells,
) -> Option<Tokens<'a>> {
    if page_starts.len() > MOST_PAGES || printed.len() > MOST_WORDS {
        return None;
    }
    let start = |line: &u32| printed.words.partition_point(|word| word.line < *line);
    let pages: Vec<usize> = page_starts.iter().map(start).collect();
    let ends = pages.iter().skip(1).copied().chain([printed.len()]);
    let first = Tokens::joined(printed.words[..*pages.first()?].to_vec());
    let joined = pages.iter().zip(ends).fold(first, |before, (&from, to)| {
        with_page(&before, &printed.words[from..to], columns, bodies, known)
    });
    let worth = |tokens: &Tokens<'_>| {
        let (score, ends) = Row::new(tokens, Extent::Whole, bodies).best_borders(columns);
        let starts = [0].into_iter().chain(ends.iter().copied());
        let cells = starts.zip(&ends).map(|(start, &end)| tokens.span(start, end));
        score + known.agreement(columns.iter().copied().zip(cells))
    };
    (worth(&joined) > worth(printed)).then_some(joined)
}

/// The words of the pages before, each cell followed by its words of this page.
fn with_page<'a>(
    before: &Tokens<'a>,
    page: &[Token<'a>],
    columns: &[Column],
    bodies: &BodyTable,
    known: &Cells,
) -> Tokens<'a> {
    let (_, ends) = Row::new(before, Extent::Torn, bodies).best_borders(columns);
    let starts = [0].into_iter().chain(ends.iter().copied());
    let cells: Vec<&[Token<'a>]> = starts
        .zip(&ends)
        .map(|(start, &end)| &before.words[start..end])
        .collect();
    let cuts = cuts(page, columns, &cells, known);
    // The best way to give the words up to each cut to the columns so far.
    let mut best: Vec<Option<(i32, Vec<usize>)>> = vec![None; cuts.len()];
    best[0] = Some((0, Vec::new()));
    for (&column, cell) in columns.iter().zip(&cells) {
        let mut next: Vec<Option<(i32, Vec<usize>)>> = vec![None; cuts.len()];
        for (from, way) in best.iter().enumerate() {
            let Some((score, given)) = way else { continue };
            for to in from..cuts.len() {
                let rest = &page[cuts[from]..cuts[to]];
                let score = score.saturating_add(worth(column, cell, rest, bodies, known));
                if next[to].as_ref().is_none_or(|(known, _)| score > *known) {
                    next[to] = Some((score, given.iter().copied().chain([cuts[to]]).collect()));
                }
            }
        }
        best = next;
    }
    let given = best.pop().flatten().map_or_else(Vec::new, |(_, given)| given);
    let mut words = Vec::with_capacity(before.len() + page.len());
    let mut from = 0;
    for (cell, &to) in cells.iter().zip(&given) {
        words.extend_from_slice(cell);
        words.extend_from_slice(&page[from..to]);
        from = to;
    }
    Tokens::joined(words)
}

/// The words of a page at which the rest of another cell may start: those that
/// open lines, and those around what would make a cell another row has, or a
/// deadline.
fn cuts(page: &[Token<'_>], columns: &[Column], cells: &[&[Token<'_>]], known: &Cells) -> Vec<usize> {
    let lines = (0..page.len()).filter(|&at| page[at].place != Place::Inside);
    let mut cuts: Vec<usize> = lines.chain([page.len()]).collect();
    for (&column, cell) in columns.iter().zip(cells) {
        if column == Column::Text {
            continue;
        }
        let begun = joined(cell);
        let rests: Vec<Vec<&str>> = known.rests(column, &begun).collect();
        for at in 0..page.len() {
            let opens = |rest: &[&str]| {
                rest.len() <= page.len() - at && rest.iter().zip(&page[at..]).all(|(word, token)| *word == token.text)
            };
            let found = rests.iter().filter(|rest| opens(rest)).map(Vec::len);
            let times = (1..=LONGEST_REST.min(page.len() - at))
                .filter(|&length| column == Column::Deadline && is_deadline(cell, &page[at..at + length]));
            for length in found.chain(times) {
                cuts.extend([at, at + length]);
            }
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    if cuts.len() > MOST_CUTS {
        cuts.retain(|&at| at == page.len() || page[at].place != Place::Inside);
    }
    if cuts.len() > MOST_CUTS {
        cuts.truncate(MOST_CUTS - 1);
        cuts.push(page.len());
    }
    cuts
}

/// The rest of a torn deadline has so many words at the most.
const LONGEST_REST: usize = 3;

fn is_deadline(cell: &[Token<'_>], rest: &[Token<'_>]) -> bool {
    Deadline::parse(&joined(&[cell, rest].concat())).is_some()
}

fn joined(words: &[Token<'_>]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text).collect();
    words.join(" ")
}

/// How good a cell is that goes on with these words.
fn worth(column: Column, cell: &[Token<'_>], rest: &[Token<'_>], bodies: &BodyTable, known: &Cells) -> i32 {
    let mut words = [cell, rest].concat();
    if let Some(first) = words.first_mut() {
        first.place = Place::OpensLine;
    }
    let tokens = Tokens::joined(words);
    let (score, _) = Row::new(&tokens, Extent::Whole, bodies).best_borders(&[column]);
    let last = tokens.len().checked_sub(1);
    let form = |at: Option<usize>| at.map_or("", |at| tokens.form(at));
    let hangs = if form(last).ends_with(',') {
        ENDS_ON_COMMA
    } else if is_link(form(last.and_then(|last| last.checked_sub(1))), form(last)) {
        ENDS_ON_LINK
    } else {
        0
    };
    let lines = rest.chunk_by(|one, next| one.line == next.line);
    let wider = lines.filter(|line| is_wider(line, cell)).count();
    let wider = i32::try_from(wider).unwrap_or(i32::MAX).saturating_mul(WIDER_LINE);
    let repeated = known.agreement([(column, tokens.text.as_str())].into_iter());
    score.saturating_add(wider).saturating_add(hangs + repeated)
}

/// A line may be so many letters longer than the others of its cell.
const SLACK: usize = 6;

/// Whether a line is longer than the column of a wrapped cell is wide.
fn is_wider(line: &[Token<'_>], cell: &[Token<'_>]) -> bool {
    let width = |line: &[Token<'_>]| line.iter().map(|word| word.text.chars().count() + 1).sum::<usize>();
    let lines = cell.chunk_by(|one, next| one.line == next.line);
    // The last line of a cell need not be full.
    let widths: Vec<usize> = lines.map(width).collect();
    widths.len() > 1 && widths.iter().all(|&known| known + SLACK < width(line))
}

#[cfg(test)]
mod tests {
    const HEADINGS: &str = "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn Nguồn lực";

    /// The cells of the last row of a table in which these lines follow a whole row.
    fn last_row(lines: &str) -> [String; 5] {
        let text = format!(
            "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\n{HEADINGS}\n\
             1 Xây dựng chợ đầu mối\nĐảng ủy UBND Thành phố\nCác cơ quan, đơn vị liên quan\nNăm 2026\nNgân sách nhà nước và các nguồn khác\n{lines}\n"
        );
        let program = crate::read::read(&text).unwrap();
        let task = program.tasks.last().unwrap();
        let text = |cell: &Option<crate::model::Cell>| cell.as_ref().map_or_else(String::new, |cell| cell.text.clone());
        [
            task.text.text.clone(),
            text(&task.lead),
            text(&task.coordinating),
            text(&task.deadline),
            text(&task.resources),
        ]
    }

    const WHOLE: [&str; 5] = [
        "Lập quy hoạch ven sông giai đoạn mới",
        "Đảng ủy UBND Thành phố",
        "Sở Xây dựng; các cơ quan, đơn vị liên quan",
        "Trước 30/6/2027",
        "Ngân sách nhà nước và các nguồn khác",
    ];

    #[test]
    fn each_cell_goes_on_behind_the_page() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành\nSở Xây dựng; các cơ quan,\nTrước\nNgân sách nhà\n{HEADINGS}\n\
             giai đoạn mới\nphố\nđơn vị liên quan\n30/6/2027\nnước và các nguồn khác"
        ));
        assert_eq!(row, WHOLE);
    }

    #[test]
    fn the_rests_of_several_cells_stand_on_one_line() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành\nSở Xây dựng; các cơ quan, đơn vị\nTrước 30/6/2027 Ngân sách nhà\n{HEADINGS}\n\
             giai đoạn mới phố liên quan nước và các nguồn khác"
        ));
        assert_eq!(row, WHOLE);
    }

    #[test]
    fn cells_that_are_whole_stay_so() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành phố\nSở Xây dựng; các cơ quan, đơn vị liên quan\nTrước 30/6/2027\nNgân sách nhà nước và các nguồn khác\n{HEADINGS}\n\
             giai đoạn mới"
        ));
        assert_eq!(row, WHOLE);
    }

    #[test]
    fn a_page_that_ends_between_cells_tears_none() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông giai đoạn mới\nĐảng ủy UBND Thành phố\n{HEADINGS}\n\
             Sở Xây dựng; các cơ quan, đơn vị liên quan\nTrước 30/6/2027\nNgân sách nhà nước và các nguồn khác"
        ));
        assert_eq!(row, WHOLE);
    }

    #[test]
    fn a_form_feed_tears_a_row_as_well() {
        let row = last_row(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành\nSở Xây dựng; các cơ quan, đơn vị liên quan\nTrước 30/6/2027\nNgân sách nhà nước và các nguồn khác\n\u{c}giai đoạn mới\nphố",
        );
        assert_eq!(row, WHOLE);
    }

    #[test]
    fn lines_of_words_no_other_row_has_stay_whole() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nSở Nông nghiệp và\nSở Xây dựng\nTrước 30/6/2027\nNgân sách nhà nước\n{HEADINGS}\n\
             giai đoạn mới\nMôi trường"
        ));
        let expected = [
            WHOLE[0],
            "Sở Nông nghiệp và Môi trường",
            "Sở Xây dựng",
            WHOLE[3],
            "Ngân sách nhà nước",
        ];
        assert_eq!(row, expected);
    }

    #[test]
    fn a_deadline_is_known_inside_a_line() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành phố\nSở Xây dựng\nTrước\nNgân sách nhà nước\n{HEADINGS}\n\
             giai đoạn mới 30/6/2027"
        ));
        assert_eq!(row, [WHOLE[0], WHOLE[1], "Sở Xây dựng", WHOLE[3], "Ngân sách nhà nước"]);
    }

    #[test]
    fn a_page_may_end_inside_what_another_row_has() {
        let row = last_row(&format!(
            "2 Lập quy hoạch ven sông\nĐảng ủy UBND Thành phố\nSở Xây dựng\nTrước 30/6/2027\nNgân sách nhà\n{HEADINGS}\n\
             nước"
        ));
        assert_eq!(
            row,
            [
                "Lập quy hoạch ven sông",
                WHOLE[1],
                "Sở Xây dựng",
                WHOLE[3],
                "Ngân sách nhà nước"
            ]
        );
    }
}
