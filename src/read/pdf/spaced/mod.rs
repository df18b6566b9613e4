//! PDF text whose columns still stand under each other (`pdftotext -layout`):
//! its cells are read from where they stand.
//!
//! Each page has its own columns ([`columns`]), as the letters of a line shift
//! what stands behind them. Rows are cut around their labels ([`rows`]), pieces
//! that fill their cell are cut from the next one ([`glued`]).

mod aligned;
mod columns;
mod dates;
mod glued;
mod head_columns;
mod heads;
mod labels;
mod page;
pub(in crate::read) mod pieces;
mod rows;
mod stacks;
mod width;

use crate::model::{BodyTable, Lines};

use super::super::error::ReadError;
use super::super::heading::{is_table, settle};
use super::super::limits::{Excess, within};
use super::super::table::{Column, RawTable, SourceLine};
use aligned::Aligned;
use heads::heads;
use page::Page;
use rows::{Above, cut};
use width::Widths;

/// So many lines of a table in a hundred have a wide gap where columns stand.
const SHARE_OF_GAPS: usize = 40;

/// The table in these lines, or `None` where columns do not stand under each
/// other.
///
/// # Errors
/// More rows or columns than a program has.
pub(super) fn read_table(lines: &[SourceLine<'_>], bodies: &BodyTable) -> Result<Option<RawTable>, ReadError> {
    if !has_columns(lines) {
        return Ok(None);
    }
    let Some((heads, headings)) = heads(lines) else {
        return Ok(None);
    };
    within(Excess::Columns, headings.len(), lines[heads[0].from].number)?;
    let columns = settle(&headings);
    if columns.len() < 3 || columns.first() != Some(&Column::Number) || !is_table(&columns) {
        return Ok(None);
    }
    let ends = heads.iter().skip(1).map(|head| head.from).chain([lines.len()]);
    let printed = heads.iter().zip(ends).flat_map(|(head, end)| {
        let lines = &lines[head.to.min(end)..end];
        lines.iter().map(|line| (pieces::pieces(line), head.spans.as_slice()))
    });
    let shown = columns::shown(printed, &columns);
    let mut pages: Vec<Page<'_, '_>> = (0..heads.len())
        .map(|at| Page::of(lines, (&heads, at), shown.as_deref(), &columns))
        .collect();
    let count = pages.iter().map(|page| page.labels.len()).sum();
    if count == 0 {
        return Ok(None);
    }
    within(Excess::Rows, count, lines[heads[0].from].number)?;
    let cuts = |aligned| -> Vec<rows::Cut> {
        let mut cuts: Vec<rows::Cut> = Vec::with_capacity(pages.len());
        for (at, page) in pages.iter().enumerate() {
            let above = at.checked_sub(1).map(|above| Above {
                lines: &pages[above].pieces,
                is_torn: cuts[above].is_torn,
            });
            cuts.push(cut(&page.pieces, &page.places, &page.labels, aligned, above));
        }
        cuts
    };
    let cost = |cuts: &Vec<rows::Cut>| cuts.iter().fold(0, |cost: usize, cut| cost.saturating_add(cut.cost));
    let cuts = Aligned::ALL.map(cuts).into_iter().min_by_key(cost).unwrap_or_default();
    let mut table = RawTable {
        rows: Vec::new(),
        furniture: heads
            .iter()
            .filter_map(|head| span(&lines[head.from..head.to]))
            .collect(),
        notes: Vec::new(),
        columns,
        headings,
    };
    let mut widths = Widths::new(table.columns.len());
    for (page, cut) in pages.iter_mut().zip(&cuts) {
        page.place_rows(&cut.starts, &table.columns);
        page.measure(&cut.starts, &mut widths);
    }
    let widest = widths.widest();
    for (mut page, cut) in pages.into_iter().zip(cuts) {
        page.cut_glued(&cut.starts, &widest, &table.columns, bodies);
        page.read(&cut.starts, &mut table);
    }
    Ok(Some(table))
}

/// Whether wide gaps stand in the lines of a table.
fn has_columns(lines: &[SourceLine<'_>]) -> bool {
    let printed = lines.iter().filter(|line| !line.text.trim().is_empty());
    let (mut count, mut gaps) = (0, 0);
    for line in printed {
        count += 1;
        gaps += usize::from(line.text.trim_end().contains("  "));
    }
    gaps * 100 >= count * SHARE_OF_GAPS
}

/// From the first of these lines to the last.
fn span(lines: &[SourceLine<'_>]) -> Option<Lines> {
    let (first, last) = (lines.first()?.number, lines.last()?.number);
    Some(Lines { first, last })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::RawRow;

    fn lines(text: &str) -> Vec<SourceLine<'_>> {
        let numbered = text.lines().zip(1..);
        numbered.map(|(text, number)| SourceLine { number, text }).collect()
    }

    /// The cells of each row, parted by bars.
    fn rows(text: &str) -> Vec<String> {
        let table = read_table(&lines(text), &BodyTable::default()).unwrap();
        let shown = |row: &RawRow| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            cells.join("|")
        };
        table.map_or_else(Vec::new, |table| table.rows.iter().map(shown).collect())
    }

    const HEADINGS: &str = "                                                Thời gian
TT          Nhiệm vụ         Đơn vị chủ trì
                                                hoàn thành
";

    #[test]
    fn cells_are_read_from_where_they_stand() {
        let text = format!(
            "{HEADINGS}\
I    Nhóm nhiệm vụ về kinh tế của các xã, phường
     Xây dựng cầu             Sở Xây
1                                               Quý I/2027
     Cẩm Lệ                   dựng
2    Xây chợ                  Sở Công Thương    Năm 2028
"
        );
        assert_eq!(
            rows(&text),
            [
                "I|Nhóm nhiệm vụ về kinh tế của các xã, phường||",
                "1|Xây dựng cầu Cẩm Lệ|Sở Xây dựng|Quý I/2027",
                "2|Xây chợ|Sở Công Thương|Năm 2028"
            ]
        );
    }

    #[test]
    fn labels_may_stand_on_the_first_line() {
        let text = format!(
            "{HEADINGS}\
1    Xây dựng cầu             Sở Xây            Quý I/2027
     Cẩm Lệ                   dựng
     mới
2    Xây chợ                  Sở Công Thương    Năm 2028
     Cồn
"
        );
        assert_eq!(
            rows(&text),
            [
                "1|Xây dựng cầu Cẩm Lệ mới|Sở Xây dựng|Quý I/2027",
                "2|Xây chợ Cồn|Sở Công Thương|Năm 2028"
            ]
        );
    }

    #[test]
    fn a_row_torn_by_a_page_goes_on_in_its_cells() {
        let page = "TT   Nhiệm vụ        Chủ trì      Thời hạn\n";
        let text = format!(
            "{page}1    Xây cầu          Sở Xây       2027\n{page}     Cẩm Lệ           dựng\n2    Xây chợ          Sở Y tế      2028\n"
        );
        assert_eq!(
            rows(&text),
            ["1|Xây cầu Cẩm Lệ|Sở Xây dựng|2027", "2|Xây chợ|Sở Y tế|2028"]
        );
    }

    #[test]
    fn a_page_without_headings_has_its_own_columns() {
        let text = "TT   Nhiệm vụ        Chủ trì      Thời hạn
1    Xây cầu          Sở Xây       Năm
     Cẩm Lệ           dựng
\u{c}                                2027
2    Xây chợ     Sở Y tế        2028
3    Xây hồ      Sở Xây dựng    2029
     Tây
";
        assert_eq!(
            rows(text),
            [
                "1|Xây cầu Cẩm Lệ|Sở Xây dựng|Năm 2027",
                "2|Xây chợ|Sở Y tế|2028",
                "3|Xây hồ Tây|Sở Xây dựng|2029"
            ]
        );
    }

    #[test]
    fn a_page_with_one_row_has_its_columns_where_its_headings_stand() {
        let text = "\
TT          Nhiệm vụ             Chủ trì          Thời hạn          Sản phẩm
1    Xây cầu                  Sở Xây dựng         2027              Công trình
2    Xây chợ                  Sở Công Thương      2028              Công trình
TT     Nhiệm vụ        Chủ trì       Thời hạn     Sản phẩm

                     Sở Nông nghiệp
3    Cấp nước                        2026-2030    Công trình
                     và Môi trường
";
        assert_eq!(
            rows(text)[2],
            "3|Cấp nước|Sở Nông nghiệp và Môi trường|2026-2030|Công trình"
        );
    }

    #[test]
    fn values_without_a_label_are_rows() {
        let text = "TT   Chỉ tiêu           ĐVT     Năm 2030     Chủ trì
                                             Thống kê
1    GRDP/người         USD     > 20
                                             thành phố
     Trong đó: khác     %       38           Sở Y tế
";
        assert_eq!(
            rows(text),
            [
                "1|GRDP/người|USD|> 20|Thống kê thành phố",
                "|Trong đó: khác|%|38|Sở Y tế"
            ]
        );
    }

    #[test]
    fn headings_take_no_lines_of_the_first_row() {
        let text = "Số     Sản phẩm                       Thời gian
TT     dự kiến      Nhiệm vụ          thực hiện
       Quyết định   Lập quy hoạch
1                                     2026
       phê duyệt    ven sông
";
        assert_eq!(rows(text), ["1|Quyết định phê duyệt|Lập quy hoạch ven sông|2026"]);
    }

    #[test]
    fn words_wrapped_at_their_hyphen_are_one() {
        let text = format!(
            "{HEADINGS}1    Các tổ chức CT-           Sở Y tế           2026-\n     XH - đoàn thể                              2030\n"
        );
        assert_eq!(rows(&text), ["1|Các tổ chức CT-XH - đoàn thể|Sở Y tế|2026-2030"]);
    }

    #[test]
    fn lines_without_columns_are_left_alone() {
        let text = "TT Nhiệm vụ Chủ trì\n1 Xây cầu  mới Sở Xây dựng\n2 Xây chợ Sở Y tế\n3 Xây hồ Sở Y tế\n";
        assert!(rows(text).is_empty());
        assert!(rows("").is_empty());
    }

    #[test]
    fn columns_show_in_two_lines_of_five() {
        let found = |gaps: usize| {
            let text = "Xây  cầu\n".repeat(gaps) + &"Xây cầu\n\n".repeat(10 - gaps);
            has_columns(&lines(&text))
        };
        assert!(found(4));
        assert!(!found(3));
    }

    #[test]
    fn a_roman_number_beside_cells_is_that_of_a_row() {
        let text = format!("{HEADINGS}I    Xây cầu                  Sở Xây dựng       Năm 2027\n");
        assert_eq!(rows(&text), ["I|Xây cầu|Sở Xây dựng|Năm 2027"]);
    }

    #[test]
    fn values_with_one_blank_between_are_two_where_there_are_two_columns() {
        let text = "TT   Chỉ tiêu     ĐVT     Năm 2025  Năm 2030    Chủ trì
1    Dân số       người   8,50 9,20             Sở Y tế
";
        assert_eq!(rows(text), ["1|Dân số|người|8,50|9,20|Sở Y tế"]);
        let text = "TT   Chỉ tiêu     ĐVT     Năm 2030    Chủ trì
1    Đảng viên    người   11.000 >3   Sở Y tế
";
        assert_eq!(rows(text), ["1|Đảng viên|người|11.000 >3|Sở Y tế"]);
    }
}
