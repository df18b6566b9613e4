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
mod headings;
mod indicators;
mod phrases;
mod rows;
mod spaced;
mod tokens;
mod weights;

use crate::model::{AnnexKind, BodyTable, Cell, Lines};

use super::deadlines::Deadlines;
use super::error::ReadError;
use super::limits::{Excess, within};
use super::table::{Column, RawRow, RawTable, SourceLine, kind_of};
use anchor::Shape;
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
    if let Some(table) = spaced::read_table(lines, bodies)? {
        return Ok(Some(table));
    }
    let Some((header, body)) = Header::find(lines) else {
        return Ok(None);
    };
    let first = header.lines.first().map_or(1, |lines| lines.first);
    within(Excess::Columns, header.columns.len(), first)?;
    let kind = kind_of(&header.columns);
    let mut notes = Vec::new();
    let rows = match kind {
        AnnexKind::Tasks => {
            let complete = |text: &str| borders::is_complete(text, &header.columns);
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
            let single = Shape {
                values: 1,
                ..Shape::of(&header.columns)
            };
            let complete = |text: &str| indicators::is_complete(text, single, bodies);
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

    /// Unit, values and body of each row of an indicator table.
    fn indicators(headings: &str, rows: &str) -> Vec<String> {
        let program = crate::read::read(&format!("Phụ lục 1: Chỉ tiêu\nTT Chỉ tiêu {headings}\n{rows}\n")).unwrap();
        let text = |cell: &Option<crate::model::Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        let shown = |row: &crate::model::Indicator| {
            format!(
                "{} | {} | {} | {}",
                row.name.text,
                text(&row.unit),
                row.value.text,
                text(&row.body)
            )
        };
        program.indicators.iter().map(shown).collect()
    }

    #[test]
    fn a_value_of_several_words_is_one() {
        let rows = "1 Kinh tế số % 20 ≥ 30 Sở Tài chính\n2 Lao động % 50 58 - 60 Sở Nội vụ\n3 Tăng trưởng % 9,5 trên 11 Sở Y tế";
        assert_eq!(
            indicators("ĐVT Thực hiện 2025 Kế hoạch 2030 Chủ trì", rows),
            [
                "Kinh tế số | % | ≥ 30 | Sở Tài chính",
                "Lao động | % | 58 - 60 | Sở Nội vụ",
                "Tăng trưởng | % | trên 11 | Sở Y tế"
            ]
        );
    }

    #[test]
    fn values_may_stand_before_units() {
        let rows = "1 Thuê bao trên 100 dân 31 Thuê bao Sở Y tế\n2 Hộ nghèo Dưới 1 % Sở Nội vụ";
        assert_eq!(
            indicators("Mục tiêu năm 2030 ĐVT Chủ trì", rows),
            [
                "Thuê bao trên 100 dân | Thuê bao | 31 | Sở Y tế",
                "Hộ nghèo | % | Dưới 1 | Sở Nội vụ"
            ]
        );
    }

    #[test]
    fn an_acronym_before_a_value_is_no_unit() {
        assert_eq!(
            indicators(
                "ĐVT Mục tiêu 2030 Chủ trì",
                "1 Chỉ số HDI 0,83 Sở Y tế\n2 Chỉ số Chậu 5 Sở Y tế"
            ),
            ["Chỉ số HDI |  | 0,83 | Sở Y tế", "Chỉ số | Chậu | 5 | Sở Y tế"]
        );
    }

    /// The cells of the first row of a task table.
    fn task(headings: &str, row: &str) -> Vec<String> {
        let text = format!("Phụ lục 1: Nhiệm vụ\nTT Nội dung công việc {headings}\n1 {row}\n2 Xây chợ\nSở Y tế\n");
        let task = crate::read::read(&text).unwrap().tasks.remove(0);
        let cells = [
            task.lead,
            task.coordinating,
            task.product,
            task.deadline,
            task.resources,
        ];
        let cells = cells.into_iter().flatten().map(|cell| cell.text);
        std::iter::once(task.text.text).chain(cells).collect()
    }

    #[test]
    fn a_place_behind_a_known_body_belongs_to_it() {
        let headings = "Đơn vị chủ trì Đơn vị phối hợp Sản phẩm dự kiến Thời gian thực hiện";
        assert_eq!(
            task(
                headings,
                "Xây dựng cảng\nSở Xây dựng\nBan Quản lý Khu kinh tế\nQuảng Ninh\nĐề án\nQuý I/2027"
            ),
            [
                "Xây dựng cảng",
                "Sở Xây dựng",
                "Ban Quản lý Khu kinh tế Quảng Ninh",
                "Đề án",
                "Quý I/2027"
            ]
        );
        assert_eq!(
            task(headings, "Xây dựng cảng\nSở Xây dựng\nSở Y tế\nĐề án\nQuý I/2027")[2..4],
            ["Sở Y tế", "Đề án"]
        );
    }

    #[test]
    fn a_figure_at_the_end_is_money_and_a_year_is_not() {
        let headings = "Thời hạn Cơ quan chủ trì Kết quả Kinh phí (triệu đồng)";
        let row = |end: &str| task(headings, &format!("Xây cầu Quý I/2027 Sở Xây dựng Đề án{end}"));
        assert_eq!(row(" 15.000")[2..], ["Đề án", "Quý I/2027", "15.000"]);
        assert_eq!(row(" 2030")[2..], ["Đề án 2030", "Quý I/2027", ""]);
    }
}
