//! PDF text whose column borders are lost: cells wrapped over lines, several
//! cells on one line, page headers repeated.
//!
//! First the rows are cut at their labels ([`rows`]), then each row is cut into
//! its cells: an indicator row from its unit and value outwards ([`indicators`]),
//! a task row by the best way to read its words as one cell after another
//! ([`borders`]). Nothing here knows a particular row.

mod anchor;
mod borders;
mod header;
mod indicators;
mod phrases;
mod rows;
mod tokens;
mod weights;

use crate::model::{AnnexKind, BodyTable, Cell, Lines};

use super::deadlines::Deadlines;
use super::error::ReadError;
use super::limits::{Excess, within};
use super::table::{Column, RawRow, RawTable, SourceLine, kind_of};
use header::Header;
use rows::Block;
use tokens::Spacing;

/// The table in these lines, which start at or before the column headings, or
/// `None` when no line of column headings is found.
///
/// # Errors
/// More rows or columns than a program has.
pub(crate) fn read_table(
    lines: &[SourceLine<'_>],
    bodies: &BodyTable,
    deadlines: &mut Deadlines,
) -> Result<Option<RawTable>, ReadError> {
    let Some((header, body)) = Header::find(lines) else {
        return Ok(None);
    };
    let first = header.lines.first().map_or(1, |lines| lines.first);
    within(Excess::Columns, header.columns.len(), first)?;
    let kind = kind_of(&header.columns);
    let mut notes = Vec::new();
    let rows = match kind {
        AnnexKind::Tasks => {
            let complete = |text: &str| borders::ends_in_deadline(text);
            let spacing = Spacing::of(&body);
            let blocks = rows::cut(&body, rows::Layout::Tasks, &complete);
            within(Excess::Rows, blocks.len(), first)?;
            let mut known = borders::Known { bodies, deadlines };
            blocks
                .iter()
                .map(|block| borders::cut(block, spacing, &header.columns, &mut known, &mut notes))
                .collect()
        }
        AnnexKind::Indicators => {
            let complete = |text: &str| indicators::is_complete(text, bodies);
            let blocks = rows::cut(&body, rows::Layout::Indicators, &complete);
            within(Excess::Rows, blocks.len(), first)?;
            indicators::rows(&blocks, &header, bodies, &mut notes)
        }
        _ => return Ok(None),
    };
    notes.sort_by_key(|note| note.lines);
    Ok(Some(RawTable {
        columns: header.columns,
        headings: header.headings,
        furniture: header.lines,
        rows,
        notes,
    }))
}

/// A row with only its label and one text: a heading of a section or group.
fn heading_row(block: &Block<'_>, columns: &[Column]) -> RawRow {
    let lines = block.lines();
    let cells = columns
        .iter()
        .map(|column| match column {
            Column::Number => Cell::new(block.label, Lines::one(lines.first)),
            Column::Text => Cell::new(&block.text(), lines),
            _ => Cell::new("", lines),
        })
        .collect();
    RawRow { cells, lines }
}

#[cfg(test)]
mod tests {
    /// Product and deadline of the first row of a table whose rows end so.
    fn closing(row: &str) -> (String, String) {
        let text = format!(
            "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời hạn\n\
             1 Xây dựng mạng lưới cấp nước Sở Xây dựng Sở Tài chính {row}\n\
             2 Xây dựng bến xe Sở Xây dựng Sở Tài chính Quyết định UBND TP Quý II/2026\n"
        );
        let program = crate::read::read(&text).unwrap();
        let text = |cell: &Option<crate::model::Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        (text(&program.tasks[0].product), text(&program.tasks[0].deadline))
    }

    #[test]
    fn a_row_without_deadline_keeps_its_product_whole() {
        assert_eq!(
            closing("Quyết định\n\nUBND TP"),
            ("Quyết định UBND TP".to_owned(), String::new())
        );
        assert_eq!(
            closing("Quyết định\n\nUBND TP\nTheo tiến độ"),
            ("Quyết định UBND TP".to_owned(), "Theo tiến độ".to_owned())
        );
        for product in ["Báo cáo kết quả\n\nhàng năm", "Công khai hàng\n\nngày VN_AQI"] {
            assert_eq!(closing(product), (product.replace("\n\n", " "), String::new()));
        }
        assert_eq!(
            closing("Báo cáo kết quả\n\nhàng năm\nHàng năm"),
            ("Báo cáo kết quả hàng năm".to_owned(), "Hàng năm".to_owned())
        );
    }
}
