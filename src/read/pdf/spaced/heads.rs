//! The column headings of each page.

use super::head_columns::{columns, cut_near, parts};
use super::pieces::{Piece, first_word, pieces};
use std::ops::Range;

use crate::read::heading::{column_kind, counts_columns, is_of_two, number_heading_lines};
use crate::read::label::Label;
use crate::read::page_numbers::is_page_start;
use crate::read::table::{Column, SourceLine};
use crate::text::toneless;

/// A block of column headings at the top of a page: its lines, and where each
/// heading stands.
#[derive(Debug)]
pub(super) struct Head {
    /// Its first line and the line behind.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where each heading begins and ends, in letters.
    pub(super) spans: Vec<(usize, usize)>,
}

/// Headings are wrapped over no more lines than this on each side of `TT`.
const TALLEST: usize = 8;

/// The blocks of column headings of a table, the first with its headings.
pub(super) fn heads(lines: &[SourceLine<'_>]) -> Option<(Vec<Head>, Vec<String>)> {
    let number_heading = |at: usize| {
        let count = number_heading_lines(&lines[at..])?;
        (count > 1 || lines[at].text.trim().contains("  ")).then_some(Range {
            start: at,
            end: at + count,
        })
    };
    let mut found: Vec<Head> = Vec::new();
    let mut texts = Vec::new();
    let mut height = None;
    let mut words: Vec<String> = Vec::new();
    for number in (0..lines.len()).filter_map(number_heading) {
        // The one in the middle.
        let at = usize::midpoint(number.start, number.end - 1);
        let first = *height.get_or_insert_with(|| height_around(lines, at, &number));
        let (above, below) = height_of_repeated(lines, at, &words).unwrap_or(first);
        let from = at.saturating_sub(above);
        if found.last().is_some_and(|last| last.to > from) {
            continue;
        }
        let to = (at + 1 + below).min(lines.len());
        let (spans, headings) = columns(&lines[from..to]);
        let below = (to..lines.len()).find(|&at| !lines[at].text.trim().is_empty());
        let counted = below.filter(|&at| counts_columns(lines[at].text));
        let spans = match found.first() {
            Some(first) if first.spans.len() != spans.len() => first.spans.clone(),
            _ => spans,
        };
        if found.is_empty() {
            texts = headings;
            words = lines[from..to].iter().flat_map(words_of).collect();
        }
        let to = counted.map_or(to, |at| at + 1);
        found.push(Head { from, to, spans });
    }
    let pages = pages(lines, found);
    (!pages.is_empty()).then_some((pages, texts))
}

/// The blocks of headings and, with none of their own lines, the pages that
/// repeat no headings: a form feed opens them.
fn pages(lines: &[SourceLine<'_>], heads: Vec<Head>) -> Vec<Head> {
    let mut pages: Vec<Head> = Vec::with_capacity(heads.len());
    let mut heads = heads.into_iter().peekable();
    while let Some(head) = heads.next() {
        let end = heads.peek().map_or(lines.len(), |next| next.from);
        let spans = head.spans.clone();
        let mut from = head.to;
        pages.push(head);
        for at in from + 1..end {
            let is_printed = |lines: &[SourceLine<'_>]| lines.iter().any(|line| !line.text.trim().is_empty());
            if is_page_start(&lines[at]) && is_printed(&lines[from..at]) && is_printed(&lines[at..end]) {
                from = at;
                pages.push(Head {
                    from,
                    to: from,
                    spans: spans.clone(),
                });
            }
        }
    }
    pages
}

/// How many lines of headings stand above and below that of `TT`, which may be
/// the middle one of more: on the first page a blank line or a row shows it, on
/// the others it is as far.
fn height_around(lines: &[SourceLine<'_>], at: usize, number: &Range<usize>) -> (usize, usize) {
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.text.trim().is_empty());
    let named = pieces(&lines[at]);
    let label_end = pieces(&lines[number.start]).first().map_or(0, |piece| piece.to + 1);
    let is_title =
        |line: &[Piece<'_>]| matches!(line, [only] if only.from < label_end && toneless(first_word(only.text)) != "so");
    let is_above = |at: &usize| {
        let line = pieces(&lines[*at]);
        !line.is_empty() && !is_title(&line) && line.iter().all(|piece| !spans_headings(piece, &named))
    };
    let above = (0..at).rev().take_while(is_above).take(TALLEST).count();
    let parted = (at - above..at).any(|at| toneless(first_word(lines[at].text)) == "so");
    let goes_on = |at: &usize| number.contains(at) || !is_blank(*at) && !opens_row(&lines[*at], label_end);
    let below = (at + 1..lines.len()).take_while(goes_on).take(TALLEST).count();
    let below = match above {
        0 if is_blank(at + 1 + below) => below,
        // `TT` is the last line of its own heading.
        _ if parted => 0,
        // It stands in the middle of the others, or on their first line.
        above => {
            let is_heading = |behind: &usize| {
                let (head, rest) = lines[at - above..].split_at(above + behind);
                continues_headings(head, rest)
            };
            let headings = (1..=below).take_while(is_heading).count();
            headings.max(below.min(above)).max(number.end - 1 - at)
        }
    };
    (above, below)
}

/// How many lines of headings stand above and below that of `TT` on a page that
/// repeats these words, wrapped as they may be; `None` where they are others.
fn height_of_repeated(lines: &[SourceLine<'_>], at: usize, words: &[String]) -> Option<(usize, usize)> {
    let is_part = |at: &usize| {
        let mut printed = words_of(&lines[*at]).peekable();
        printed.peek().is_some() && printed.all(|word| words.contains(&word))
    };
    let most_above = (0..at).rev().take_while(is_part).take(TALLEST).count();
    let most_below = (at + 1..lines.len()).take_while(is_part).take(TALLEST).count();
    let missing = |&(above, below): &(usize, usize)| {
        let count = lines[at - above..=at + below].iter().flat_map(words_of).count();
        count.abs_diff(words.len())
    };
    // A row may end or begin with words that headings have as well.
    let heights = (0..=most_above).flat_map(|above| (0..=most_below).map(move |below| (above, below)));
    let nearest = heights.min_by_key(missing)?;
    (missing(&nearest) * WORDS_PER_CHANGE <= words.len()).then_some(nearest)
}

/// One word in so many of the headings may be another on a later page.
const WORDS_PER_CHANGE: usize = 5;

/// The words of a line without tones, in capitals where they are so printed.
fn words_of(line: &SourceLine<'_>) -> impl Iterator<Item = String> {
    line.text.split_whitespace().map(|word| {
        let bare = toneless(word);
        if word.contains(char::is_lowercase) {
            bare
        } else {
            bare.to_uppercase()
        }
    })
}

/// Whether the first of these lines goes on in the headings above it: each of
/// its pieces does in the one it stands under.
fn continues_headings(head: &[SourceLine<'_>], lines: &[SourceLine<'_>]) -> bool {
    let Some((line, below)) = lines.split_first() else {
        return false;
    };
    let (spans, texts) = columns(head);
    let under = |piece: &Piece<'_>| {
        let first = spans.iter().position(|span| is_under(piece, span))?;
        let is_only = !spans[first + 1..].iter().any(|span| is_under(piece, span));
        is_only.then_some(first)
    };
    let mut completes = false;
    let goes_on = |piece: Piece<'_>| {
        let heading = under(&piece).map(|at| texts[at].as_str());
        completes |= heading.is_some_and(|heading| completes_lead(heading, piece.text));
        heading.is_some_and(|heading| continues(heading, piece.text))
    };
    let begins: Vec<usize> = spans.iter().map(|span| span.0).collect();
    let mut found = pieces(line).into_iter().flat_map(parts).flat_map(|piece| {
        // Rows are seldom in capitals.
        let is_capital = !piece.text.contains(char::is_lowercase);
        let behind = begins.partition_point(|&begin| begin <= piece.from);
        let to = begins.partition_point(|&begin| is_capital && begin < piece.to);
        cut_near(piece, &begins[behind..to.max(behind)])
    });
    !counts_columns(line.text) && found.all(goes_on) && (completes || !opens_cells(&spans, line, below))
}

/// Whether a heading says only with the line below whose bodies stand under it:
/// `Cơ quan, tổ chức Đảng` above `chủ trì`.
fn completes_lead(heading: &str, text: &str) -> bool {
    let joined = || column_kind(&format!("{heading} {text}"));
    column_kind(heading).is_none() && matches!(joined(), Some(Column::Lead | Column::Coordinating | Column::Body))
}

/// Whether the line opens cells of the first row, whose label stands in the
/// middle: they go on below its line, and are not on it.
fn opens_cells(spans: &[(usize, usize)], line: &SourceLine<'_>, below: &[SourceLine<'_>]) -> bool {
    let label_end = spans.first().map_or(0, |span| span.1 + 1);
    let label = below.iter().take(TALLEST).position(|line| opens_row(line, label_end));
    let Some([labelled, next]) = label.and_then(|at| below.get(at..at + 2)) else {
        return false;
    };
    let holds = |line: &SourceLine<'_>, span| pieces(line).iter().any(|piece| is_under(piece, span));
    !opens_row(next, label_end)
        && spans
            .iter()
            .any(|span| holds(line, span) && !holds(labelled, span) && holds(next, span))
}

/// Whether a piece stands under a heading.
fn is_under(piece: &Piece<'_>, heading: &(usize, usize)) -> bool {
    heading.0 < piece.to && piece.from < heading.1
}

/// Whether a text under a heading goes on in it.
fn continues(heading: &str, text: &str) -> bool {
    if text.starts_with(|c: char| c.is_lowercase() || c == '(') || heading.ends_with([',', '-', '–', '/']) {
        return true;
    }
    let is_capital = |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    let (over, kind) = (column_kind(heading), column_kind(text));
    if is_capital(heading) && is_capital(text) && over != Some(Column::Text) {
        return true;
    }
    // `Mục tiêu` above `Năm 2030`, `Cơ quan` above `Theo dõi`.
    let joined = column_kind(&format!("{heading} {text}"));
    joined.is_some_and(|joined| joined != Column::Text) && (kind == joined || over.is_none())
}

/// Whether a piece stands over more than one heading, as titles do.
fn spans_headings(piece: &Piece<'_>, headings: &[Piece<'_>]) -> bool {
    let over = headings
        .iter()
        .filter(|heading| heading.from < piece.to && piece.from < heading.to);
    over.count() > 1 && !is_of_two(piece.text)
}

/// Whether a line opens with the label of a row, left of this place.
fn opens_row(line: &SourceLine<'_>, label_end: usize) -> bool {
    let indent = line.text.chars().take_while(|c| c.is_whitespace()).count();
    indent < label_end && !matches!(Label::parse(first_word(line.text)), Label::Other | Label::Blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(usize, usize)>, Vec<String>) {
        let lines: Vec<SourceLine<'_>> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let (heads, texts) = heads(&lines).unwrap();
        (heads.iter().map(|head| (head.from, head.to)).collect(), texts)
    }

    #[test]
    fn headings_stand_around_their_number() {
        let text = "                               Thời gian\nTT    Nhiệm vụ    Chủ trì\n                               hoàn thành\n1     Xây cầu";
        assert_eq!(
            found(text),
            (
                vec![(0, 3)],
                ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian hoàn thành"]
                    .map(str::to_owned)
                    .to_vec()
            )
        );
        let text =
            "Số   Sản phẩm\nTT   dự kiến    Nhiệm vụ   Chủ trì\n     Đề án      Lập\n1               quy hoạch\n";
        assert_eq!(found(text).1, ["Số TT", "Sản phẩm dự kiến", "Nhiệm vụ", "Chủ trì"]);
        assert_eq!(found(text).0, [(0, 2)]);
    }

    #[test]
    fn headings_with_one_blank_between_are_parted() {
        let text = "                                                 KB
                         Năm KQ      KQ                     KB
TT   Chỉ tiêu   Đơn vị                     KQ 6T Quý KB 9T         Chủ trì
                         2025 Quý I Quý II                  QuýIV
                                                 III
A    NHÓM";
        assert_eq!(
            found(text).1,
            [
                "TT",
                "Chỉ tiêu",
                "Đơn vị",
                "Năm 2025",
                "KQ Quý I",
                "KQ Quý II",
                "KQ 6T",
                "KB Quý III",
                "KB 9T",
                "KB QuýIV",
                "Chủ trì"
            ]
        );
        assert_eq!(found(text).0, [(0, 5)]);
    }

    #[test]
    fn close_headings_are_parted_where_one_of_their_lines_is() {
        let text = "                     CƠ QUAN, TỔ CƠ QUAN, TỔ
TT   NHIỆM VỤ        CHỨC ĐẢNG CHỨC ĐẢNG     THỜI HẠN
                     CHỦ TRÌ     PHỐI HỢP
1    Xây cầu         Sở Y tế     Sở Nội vụ   2026";
        assert_eq!(
            found(text).1,
            [
                "TT",
                "NHIỆM VỤ",
                "CƠ QUAN, TỔ CHỨC ĐẢNG CHỦ TRÌ",
                "CƠ QUAN, TỔ CHỨC ĐẢNG PHỐI HỢP",
                "THỜI HẠN"
            ]
        );
        let text = "TT   NHIỆM VỤ        CƠ QUAN, TỔ   CƠ QUAN, TỔ CHỨC THỜI HẠN
                     CHỨC ĐẢNG CHỦ ĐẢNG PHỐI HỢP
                     TRÌ
1    Xây cầu         Sở Y tế       Sở Nội vụ        2026";
        assert_eq!(
            found(text).1[2..],
            [
                "CƠ QUAN, TỔ CHỨC ĐẢNG CHỦ TRÌ",
                "CƠ QUAN, TỔ CHỨC ĐẢNG PHỐI HỢP",
                "THỜI HẠN"
            ]
        );
        // A heading with a wide gap inside is one.
        let text = "TT   Nhiệm vụ        Thời  gian\n                     hoàn thành\n\n1    Xây cầu         2026";
        assert_eq!(found(text).1[2], "Thời gian hoàn thành");
    }

    #[test]
    fn pages_repeat_headings_and_may_count_columns() {
        let text = "TT   Nhiệm vụ   Chủ trì\n(1)  (2)   (3)\n1    Xây\nTT   Nhiệm vụ   Chủ trì\n2    Phá\n";
        assert_eq!(found(text).0, [(0, 2), (3, 4)]);
    }

    #[test]
    fn a_title_that_ends_above_the_number_is_no_heading() {
        let text = "2026-2030\nTT   Nhiệm vụ   Chủ trì\n\n1    Xây        Sở Y tế\n";
        assert_eq!(
            found(text),
            (vec![(1, 2)], ["TT", "Nhiệm vụ", "Chủ trì"].map(str::to_owned).to_vec())
        );
        assert_eq!(found(&text.replace("2026-2030", "Số")).0, [(0, 2)]);
    }

    #[test]
    fn pages_may_wrap_their_headings_otherwise() {
        let text = "                  Thời gian\nTT   Nhiệm vụ\n                  hoàn thành\n1    Xây cầu      2026\n     mới\n\
                    TT   Nhiệm vụ     Thời gian\n                  hoàn thành\n2    Xây chợ      2027";
        assert_eq!(found(text).0, [(0, 3), (5, 7)]);
        // A row ends on a word of theirs.
        let same = text.replace("     mới", "     thành");
        assert_eq!(found(&same).0, [(0, 3), (5, 7)]);
        // Others are as far from `TT` as on the first page.
        let other = text.replace("hoàn thành\n2", "phải xong\n2");
        assert_eq!(found(&other).0, [(0, 3), (4, 7)]);
    }

    #[test]
    fn pages_that_repeat_no_headings_have_their_own_columns() {
        let text = "TT   Nhiệm vụ   Chủ trì\n1    Xây\n\u{c}     cầu\n2    Phá\n\u{c}\n\u{c}TT   Nhiệm vụ   Chủ trì\n3    Xây\n\u{c}\n";
        assert_eq!(found(text).0, [(0, 1), (2, 2), (5, 6)]);
    }

    #[test]
    fn a_title_above_several_headings_is_none() {
        let text = "     PHÂN CÔNG NHIỆM VỤ CỤ THỂ\nTT   Nhiệm vụ   Chủ trì   Thời hạn\n1    Xây cầu";
        assert_eq!(found(text).0, [(1, 2)]);
    }

    #[test]
    fn headings_below_their_number_end_at_a_blank_line() {
        let text = "TT   Nhiệm vụ   Thời gian\n                hoàn thành\n\n1    Xây cầu";
        assert_eq!(found(text).1, ["TT", "Nhiệm vụ", "Thời gian hoàn thành"]);
        let text = "TT   Nhiệm vụ   Thời gian\n     Xây cầu    2027\n1    mới";
        assert_eq!(found(text).1, ["TT", "Nhiệm vụ", "Thời gian"]);
    }

    #[test]
    fn headings_go_on_below_their_number() {
        let headings = |below: &str| {
            let first = "TT   Chỉ tiêu    ĐVT      Mục tiêu đến    Cơ quan    Sản phẩm    THỜI GIAN\n";
            let found = found(&format!(
                "{first}{below}\n1    Dân số      Người    9,2             Sở Y tế    Đề án       2026\n"
            ));
            found.1[1..].join("|")
        };
        let once = "Chỉ tiêu|ĐVT|Mục tiêu đến|Cơ quan|Sản phẩm|THỜI GIAN";
        assert_eq!(
            headings("     (chủ yếu)            năm 2030        chủ trì    dự kiến     HOÀN THÀNH"),
            "Chỉ tiêu (chủ yếu)|ĐVT|Mục tiêu đến năm 2030|Cơ quan chủ trì|Sản phẩm dự kiến|THỜI GIAN HOÀN THÀNH"
        );
        assert_eq!(
            headings("                          2030            Chủ trì"),
            "Chỉ tiêu|ĐVT|Mục tiêu đến 2030|Cơ quan Chủ trì|Sản phẩm|THỜI GIAN"
        );
        assert_eq!(
            headings("                                          Theo dõi"),
            once.replace("Cơ quan", "Cơ quan Theo dõi")
        );
        for row in [
            "     Dân số               2030",
            "                                                     Đề án",
            "                                                                 2030",
            "                          75,5",
            "     DÂN SỐ",
            // No heading stands above it, or more than one.
            "                    người",
            "     của các địa phương",
        ] {
            assert_eq!(headings(row), once, "{row}");
        }
        let open = "STT  NHIỆM VỤ,   THỜI GIAN\n     GIẢI PHÁP\n1    Xây chợ     2027";
        assert_eq!(found(open).1[1], "NHIỆM VỤ, GIẢI PHÁP");
    }

    #[test]
    fn the_heading_of_the_number_may_be_wrapped_in_its_word() {
        for (text, to) in [
            (
                "ST                 Thời gian\n     Nhiệm vụ\n T                 hoàn thành\nI    Xây cầu",
                3,
            ),
            (
                "S                  Thời gian\nT    Nhiệm vụ      hoàn thành\nT\nI    Xây cầu",
                3,
            ),
            (
                "ST   Nhiệm vụ      Thời gian\n T                 hoàn thành\nI    Xây cầu",
                2,
            ),
        ] {
            assert_eq!(found(text).0, [(0, to)], "{text}");
            assert_eq!(found(text).1, ["STT", "Nhiệm vụ", "Thời gian hoàn thành"], "{text}");
        }
    }

    #[test]
    fn a_heading_that_says_nothing_alone_goes_on_though_cells_open_below() {
        let text = "TT   Nhiệm vụ     Cơ quan, tổ chức    Cơ quan phối\n                  chủ trì             hợp\n\
                    I    NÔNG NGHIỆP\n     Xây dựng                         Sở Y tế;\n1    Đề án        Sở Nội vụ           các xã\n";
        assert_eq!(found(text).1[2..], ["Cơ quan, tổ chức chủ trì", "Cơ quan phối hợp"]);
    }

    #[test]
    fn cells_around_their_label_go_on_in_no_heading() {
        let headings = |label: &str| {
            let text = format!(
                "TT   Chỉ tiêu    ĐVT\n                 triệu\n1    Chi         {label}\n                 người"
            );
            found(&text).1[2].clone()
        };
        assert_eq!(headings(""), "ĐVT");
        assert_eq!(headings("đồng"), "ĐVT triệu");
    }
}
