//! PDF text whose columns still stand under each other (`pdftotext -layout`):
//! it is brought into the order of its cells, row by row and column by column,
//! each piece of a cell on a line of its own. From there it is text whose
//! borders are lost, but whose lines all open where cells or their wrapped
//! lines do.

mod columns;
mod rows;

use crate::model::{AnnexKind, BodyTable};
use crate::text::toneless;

use super::super::heading::is_number_heading;
use super::super::table::SourceLine;
use columns::{Piece, column, column_starts, pieces, split};
use rows::{Cut, cut, opens_row};

/// So many lines of a table in a hundred have a wide gap where columns stand.
const SHARE_OF_GAPS: usize = 40;

/// The lines in the order of their cells, or `None` where columns do not stand
/// under each other. What stands behind the name of an indicator stays on one
/// line, as its values are known by.
pub(super) fn in_order<'a>(
    lines: &[SourceLine<'a>],
    kind: AnnexKind,
    bodies: &BodyTable,
) -> Option<Vec<SourceLine<'a>>> {
    let printed = || lines.iter().filter(|line| !line.text.trim().is_empty());
    let gaps = printed().filter(|line| line.text.trim_end().contains("  ")).count();
    if gaps * 100 < printed().count() * SHARE_OF_GAPS {
        return None;
    }
    let headers = headers(lines);
    let (&(first, end), _) = headers.split_first()?;
    let mut ordered: Vec<SourceLine<'a>> = lines[..first].to_vec();
    let mut rows: Vec<Vec<Piece<'a>>> = Vec::new();
    for (at, &(from, to)) in headers.iter().enumerate() {
        let next = headers.get(at + 1).map_or(lines.len(), |next| next.0);
        let columns = column_starts(&lines[from..to], &lines[to..next])?;
        if at == 0 {
            let headings = lines[from..end].iter().flat_map(pieces);
            let placed = |piece: Piece<'a>| Piece {
                column: column(piece.from, &columns),
                ..piece
            };
            rows.push(headings.map(placed).collect());
        }
        for (what, row) in cut(&lines[to..next], kind, &columns) {
            if let (Cut::Unlabelled, [line]) = (what, row) {
                rows.push(vec![whole(line)]);
                continue;
            }
            let in_cells = |line| match kind {
                AnnexKind::Indicators => joined_behind_name(line, split(line, &columns, bodies)),
                _ => split(line, &columns, bodies),
            };
            let row: Vec<Piece<'a>> = row.iter().flat_map(in_cells).collect();
            match rows.last_mut() {
                Some(before) if what != Cut::Row => before.extend(row),
                _ => rows.push(row),
            }
        }
    }
    for mut row in rows {
        row.sort_by_key(|piece| piece.column);
        ordered.extend(row.iter().map(|piece| SourceLine {
            number: piece.line,
            text: piece.text,
        }));
    }
    Some(ordered)
}

/// The pieces of a line up to the name, and one for what is behind.
fn joined_behind_name<'a>(line: &SourceLine<'a>, mut pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    if let Some(first) = pieces.iter().position(|piece| piece.column > 1) {
        pieces[first].text = line.text[pieces[first].at..].trim_end();
        pieces.truncate(first + 1);
        // Bodies that wrap around the line of the values stand behind them.
        let holds_value = first > 0 || pieces[first].column == 2;
        pieces[first].column = if holds_value { 2 } else { 3 };
    }
    pieces
}

/// A line as one piece: a row that no label tells from the others is known by
/// standing on one line.
fn whole<'a>(line: &SourceLine<'a>) -> Piece<'a> {
    Piece {
        from: 0,
        to: 0,
        text: line.text.trim(),
        at: 0,
        line: line.number,
        column: 0,
    }
}

/// The first line and the line behind each block of column headings.
fn headers(lines: &[SourceLine<'_>]) -> Vec<(usize, usize)> {
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.text.trim().is_empty());
    let names_number = |at: &usize| {
        let first = lines[*at].text.split_whitespace().next().unwrap_or_default();
        is_number_heading(first) && pieces(&lines[*at]).len() > 1
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut height = None;
    for at in (0..lines.len()).filter(names_number) {
        // Wrapped headings stand around the line of `TT`; on the first page a
        // blank line or a row shows how far, on the others it is as far.
        let (above, below) = *height.get_or_insert_with(|| {
            let above = (0..at).rev().take_while(|&at| !is_blank(at)).count();
            let parted = (at - above..at).any(|at| opens_with_so(&lines[at]));
            let goes_on = |at: &usize| !is_blank(*at) && !opens_row(&lines[*at]);
            let below = (at + 1..lines.len()).take_while(goes_on).count();
            let below = match above {
                0 if is_blank(at + 1 + below) => below,
                // `TT` is the last line of its own heading.
                _ if parted => 0,
                // It stands in the middle of the others.
                above => below.min(above),
            };
            (above, below)
        });
        let from = at.saturating_sub(above);
        if found.last().is_none_or(|last| last.1 <= from) {
            found.push((from, (at + 1 + below).min(lines.len())));
        }
    }
    found
}

/// Whether a line opens with `Số`, above `TT`.
fn opens_with_so(line: &SourceLine<'_>) -> bool {
    toneless(line.text.split_whitespace().next().unwrap_or_default()) == "so"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(text: &str, kind: AnnexKind) -> Option<Vec<String>> {
        let lines: Vec<SourceLine<'_>> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let ordered = in_order(&lines, kind, &BodyTable::default())?;
        Some(ordered.iter().map(|line| line.text.to_owned()).collect())
    }

    const HEADINGS: &str = "                                              Thời gian
TT        Nhiệm vụ            Đơn vị chủ trì
                                              hoàn thành
";

    #[test]
    fn cells_come_one_after_another() {
        let text = format!(
            "{HEADINGS}\
I    Nhóm nhiệm vụ về kinh tế của các xã, phường
     Xây dựng cầu          Sở Xây
1                                            Quý I/2027
     Cẩm Lệ                dựng
2    Xây chợ               Sở Công Thương    Năm 2028
"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(
            lines[..5],
            ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "hoàn thành"]
        );
        assert_eq!(lines[5..7], ["I", "Nhóm nhiệm vụ về kinh tế của các xã, phường"]);
        assert_eq!(
            lines[7..13],
            ["1", "Xây dựng cầu", "Cẩm Lệ", "Sở Xây", "dựng", "Quý I/2027"]
        );
        assert_eq!(lines[13..], ["2", "Xây chợ", "Sở Công Thương", "Năm 2028"]);
    }

    #[test]
    fn headings_take_no_lines_of_the_first_row() {
        let text = "Số     Sản phẩm                       Thời gian
TT     dự kiến      Nhiệm vụ          thực hiện
       Quyết định   Lập quy hoạch
1                                     2026
       phê duyệt    ven sông
";
        let lines = ordered(text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[..4], ["Số", "TT", "Sản phẩm", "dự kiến"]);
        assert_eq!(
            lines[7..],
            ["1", "Quyết định", "phê duyệt", "Lập quy hoạch", "ven sông", "2026"]
        );
    }

    #[test]
    fn a_full_cell_is_cut_where_the_next_one_opens() {
        let text = format!(
            "{HEADINGS}1    Xây dựng cầu Cẩm Lệ Sở Xây dựng         Quý I/2027\n2    Xây chợ               Sở Công Thương    Năm 2028\n"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[5..9], ["1", "Xây dựng cầu Cẩm Lệ", "Sở Xây dựng", "Quý I/2027"]);
    }

    #[test]
    fn values_stay_on_their_line() {
        let text = "TT   Chỉ tiêu           ĐVT     Năm 2030     Chủ trì
                                             Thống kê
1    GRDP/người         USD     > 20
                                             thành phố
     Trong đó: khác     %       38           Sở Y tế
";
        let lines = ordered(text, AnnexKind::Indicators).unwrap();
        assert_eq!(lines[5..9], ["1", "GRDP/người", "USD     > 20", "Thống kê"]);
        assert_eq!(
            lines[9..],
            ["thành phố", "Trong đó: khác     %       38           Sở Y tế"]
        );
    }

    #[test]
    fn a_row_torn_by_a_page_goes_on_in_its_cells() {
        let page = "TT   Nhiệm vụ        Chủ trì      Thời hạn\n";
        let text = format!(
            "{page}1    Xây cầu          Sở Xây       2027\n{page}\n     Cẩm Lệ           dựng\n\n2    Xây chợ          Sở Y tế      2028\n"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[4..10], ["1", "Xây cầu", "Cẩm Lệ", "Sở Xây", "dựng", "2027"]);
    }

    #[test]
    fn lines_without_columns_are_left_alone() {
        let text = "TT Nhiệm vụ Chủ trì\n1 Xây cầu  mới Sở Xây dựng\n2 Xây chợ Sở Y tế\n3 Xây hồ Sở Y tế\n";
        assert_eq!(ordered(text, AnnexKind::Tasks), None);
        assert_eq!(ordered("", AnnexKind::Tasks), None);
    }
}
