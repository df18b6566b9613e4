//! The rows of a table of tasks whose borders are lost.

use crate::model::{BodyTable, Cell, Deadline, Lines, Note, NoteKind};
use crate::text::fold;

use super::super::deadlines::Deadlines;
use super::super::table::{Column, RawRow};
use super::borders::{Extent, Row};
use super::cell_lines::CellLines;
use super::header::Header;
use super::heading_row;
use super::phrases::{PRODUCT_NOUNS, RESOURCES_NOUNS, names_point, opens_with};
use super::rows::{Block, Kind};
use super::tokens::{Spacing, Tokens};
use super::torn;

/// Whether a row of these columns could end here: its last words are a
/// deadline, or a deadline and a cell of a column behind it, or resources.
pub(super) fn is_complete(text: &str, columns: &[Column]) -> bool {
    let folded = fold(text);
    // In capitals the noun opens its cell, whether a deadline stands before it or not.
    let opens_resources = |(at, folded_at): (usize, usize)| {
        text[at..].starts_with(char::is_uppercase)
            && opens_with(&folded[folded_at..], RESOURCES_NOUNS)
            && text[at..].split(' ').count() <= LONGEST_RESOURCES
    };
    has_deadline(text, &folded, columns) || openings(text, &folded, columns).any(opens_resources)
}

/// Whether cells of these columns can be figures and nothing else: money, or a remark.
pub(super) fn hold_figures(columns: &[Column]) -> bool {
    let holds = |column: &Column| matches!(column, Column::Resources | Column::Remark | Column::Other(_));
    columns.iter().any(holds)
}

/// Whether a text has a deadline, and behind it nothing but cells of the
/// columns that follow.
fn has_deadline(text: &str, folded: &str, columns: &[Column]) -> bool {
    let ends_in_deadline = |text, folded| Deadline::longest_suffix_of(text, folded).is_some();
    ends_in_deadline(text, folded)
        || openings(text, folded, columns)
            .any(|(at, folded_at)| ends_in_deadline(&text[..at - 1], &folded[..folded_at - 1]))
}

/// Where cells of the columns behind the deadline may open in a text, and in
/// the folded text; the last ones first.
fn openings(text: &str, folded: &str, columns: &[Column]) -> impl Iterator<Item = (usize, usize)> {
    let blanks = text.rmatch_indices(' ').zip(folded.rmatch_indices(' '));
    blanks
        .map(|((at, _), (folded_at, _))| (at + 1, folded_at + 1))
        .filter(|&(_, folded_at)| opens_behind_deadline(&folded[folded_at..], columns))
        .take(MOST_OPENINGS)
}

/// Cells behind a deadline hold so many nouns they could open with at the most.
const MOST_OPENINGS: usize = 8;

/// Resources have so many words at the most.
const LONGEST_RESOURCES: usize = 12;

/// Whether a folded text opens as the cells of columns behind the deadline do.
fn opens_behind_deadline(folded: &str, columns: &[Column]) -> bool {
    let behind = columns.iter().skip_while(|&&column| column != Column::Deadline).skip(1);
    behind.into_iter().any(|column| match column {
        Column::Product => opens_with(folded, PRODUCT_NOUNS),
        Column::Resources => opens_with(folded, RESOURCES_NOUNS),
        _ => false,
    })
}

/// Whether a text behind a dash goes on with a cell that lists several things
/// (`- Ngân sách nhà nước`, `- Xã hội hóa`), or stages (`- Năm 2026: …`). A row
/// of its own has a deadline of its own.
pub(super) fn goes_on(text: &str, columns: &[Column]) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    names_point(first, second) || (opens_behind_deadline(&folded, columns) && !has_deadline(text, &folded, columns))
}

/// What cells are known by.
pub(super) struct Known<'k> {
    pub(super) bodies: &'k BodyTable,
    pub(super) deadlines: &'k mut Deadlines,
}

/// The rows of a table of tasks: those that a page tears come after the
/// others, whose cells tell how theirs go on.
pub(super) fn rows(
    blocks: &[Block<'_>],
    (spacing, cell_lines): (Spacing, CellLines),
    header: &Header,
    known: &mut Known<'_>,
    notes: &mut Vec<Note>,
) -> Vec<RawRow> {
    let columns = &header.columns;
    let page_starts: Vec<Vec<u32>> = blocks
        .iter()
        .map(|block| torn::page_starts(&block.content, &header.lines))
        .collect();
    let mut rows: Vec<Option<RawRow>> = Vec::with_capacity(blocks.len());
    for (block, starts) in blocks.iter().zip(&page_starts) {
        if let Some(row) = cell_lines.row(block, columns) {
            rows.push(Some(row));
            continue;
        }
        let tokens = || Tokens::new(&block.content, spacing);
        let is_whole = starts.is_empty();
        rows.push(is_whole.then(|| cut(block, &tokens(), columns, known, notes)));
    }
    if rows.iter().any(Option::is_none) {
        let cells = torn::Cells::of(rows.iter().flatten(), columns);
        let free = cell_columns(columns);
        let mut mended = 0;
        for ((block, starts), row) in blocks.iter().zip(&page_starts).zip(&mut rows) {
            if row.is_none() {
                let printed = Tokens::new(&block.content, spacing);
                mended += 1;
                let ordered = (mended <= MOST_TORN)
                    .then(|| torn::in_order(&printed, starts, &free, known.bodies, &cells))
                    .flatten();
                *row = Some(cut(block, &ordered.unwrap_or(printed), columns, known, notes));
            }
        }
    }
    rows.into_iter().flatten().collect()
}

/// So many rows of a table are put together again at the most; a program has
/// one on every page or two.
const MOST_TORN: usize = 1_000;

/// The columns of cells, without the label.
fn cell_columns(columns: &[Column]) -> Vec<Column> {
    let cells = columns.iter().filter(|&&column| column != Column::Number);
    cells.copied().collect()
}

/// Cuts the words of a row into its cells.
fn cut(
    block: &Block<'_>,
    tokens: &Tokens<'_>,
    columns: &[Column],
    known: &mut Known<'_>,
    notes: &mut Vec<Note>,
) -> RawRow {
    if block.kind == Kind::Heading {
        return heading_row(block, columns);
    }
    let free = cell_columns(columns);
    let announces = tokens.text.ends_with(':');
    let borders = if announces {
        // It announces the rows under it and has no other cell.
        free.iter()
            .scan(0, |end, &column| {
                if column == Column::Text {
                    *end = tokens.len();
                }
                Some(*end)
            })
            .collect()
    } else {
        Row::new(tokens, Extent::Whole, known.bodies).best_borders(&free).1
    };
    let lines = block.lines();
    let mut ends = borders.iter().copied();
    let mut start = 0;
    let mut cells = Vec::with_capacity(columns.len());
    let mut uncertain = false;
    for &column in columns {
        if column == Column::Number {
            cells.push(Cell {
                text: block.label.to_owned(),
                lines: Lines::one(block.line),
            });
            continue;
        }
        let end = ends.next().unwrap_or(tokens.len());
        uncertain |= match column {
            Column::Text | Column::Lead => start == end && !announces,
            Column::Deadline => start < end && known.deadlines.parse(tokens.span(start, end)).is_none(),
            _ => false,
        };
        cells.push(tokens.cell(start, end, lines));
        start = end;
    }
    if uncertain {
        notes.push(Note {
            kind: NoteKind::BordersUncertain,
            row: None,
            text: tokens.text.clone(),
            lines,
        });
    }
    RawRow { cells, lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_on_a_deadline_or_on_cells_behind_it() {
        use Column::{Deadline, Lead, Number, Product, Resources, Text};
        let behind = [Number, Text, Lead, Deadline, Product, Resources];
        for text in [
            "Xây cầu Năm 2027",
            "Xây cầu Năm 2027 Báo cáo",
            "Xây cầu Ngân sách nhà nước",
        ] {
            assert!(is_complete(text, &behind), "{text}");
        }
        for text in ["Xây cầu Báo cáo", "Xây cầu bằng ngân sách nhà nước"] {
            assert!(!is_complete(text, &behind), "{text}");
        }
        assert!(!is_complete(
            "Xây cầu Năm 2027 Báo cáo",
            &[Number, Text, Product, Deadline]
        ));
    }

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
    fn who_helps_may_stand_in_the_cell_of_the_lead() {
        for lead in [
            "Sở XD phối hợp Sở QHKT",
            "Sở XD phối hợp với Sở QHKT",
            "Sở XD chủ trì, phối hợp với Sở QHKT",
            "Sở XD, Sở QHKT",
            "Sở Khoa học, Công nghệ",
        ] {
            let text = format!(
                "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời hạn\n\
                 1 Xây dựng mạng lưới cấp nước {lead} Sở Tài chính Quyết định UBND TP Quý I/2026\n\
                 2 Xây dựng bến xe Sở Xây dựng Sở Tài chính Quyết định UBND TP Quý II/2026\n"
            );
            let program = crate::read::read(&text).unwrap();
            let task = &program.tasks[0];
            assert_eq!(task.text.text, "Xây dựng mạng lưới cấp nước");
            let printed = [&task.lead, &task.coordinating].map(|cell| cell.as_ref().map(|cell| cell.text.as_str()));
            assert_eq!(printed, [Some(lead), Some("Sở Tài chính")]);
        }
    }

    /// The texts and deadlines of the tasks of a table that goes on behind the deadline.
    fn with_resources(rows: &str) -> Vec<(String, String)> {
        let text = format!(
            "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\n\
             TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn Nguồn lực\n{rows}\n"
        );
        let program = crate::read::read(&text).unwrap();
        let cells = program.tasks.iter().map(|task| {
            let deadline = task
                .deadline
                .as_ref()
                .map_or_else(String::new, |cell| cell.text.clone());
            (task.text.text.clone(), deadline)
        });
        cells.collect()
    }

    #[test]
    fn rows_under_another_are_apart_where_resources_stand_last() {
        let rows = with_resources(
            "1 Hoàn thành 02 cầu:\n\
             - Cầu Một Sở Xây dựng Sở Tài chính Quý II/2027 Ngân sách nhà nước\n\
             - Cầu Hai Sở Xây dựng Sở Tài chính Theo chỉ đạo của Trung ương Ngân sách nhà nước",
        );
        let expected = [
            ("Hoàn thành 02 cầu:", ""),
            ("Cầu Một", "Quý II/2027"),
            ("Cầu Hai", "Theo chỉ đạo của Trung ương"),
        ];
        assert_eq!(
            rows,
            expected.map(|(text, deadline)| (text.to_owned(), deadline.to_owned()))
        );
    }

    #[test]
    fn a_dash_inside_a_text_opens_no_row() {
        let rows =
            with_resources("1 Nâng cấp tuyến Nhật Tân\n- Nội Bài Sở Xây dựng Sở Tài chính Năm 2027 Ngân sách nhà nước");
        assert_eq!(
            rows,
            [("Nâng cấp tuyến Nhật Tân - Nội Bài".to_owned(), "Năm 2027".to_owned())]
        );
    }

    #[test]
    fn a_row_of_a_text_and_resources_alone_may_have_rows_under_it() {
        let rows = with_resources(
            "1 Hoàn thành 100 km đường sắt\nNgân sách nhà nước\n\
             - Tuyến số 2 Sở Xây dựng Sở Tài chính Quý II/2027 Ngân sách nhà nước",
        );
        let expected = [("Hoàn thành 100 km đường sắt", ""), ("Tuyến số 2", "Quý II/2027")];
        assert_eq!(
            rows,
            expected.map(|(text, deadline)| (text.to_owned(), deadline.to_owned()))
        );
    }

    #[test]
    fn a_dash_inside_resources_opens_no_row() {
        let rows = with_resources("1 Xây cầu Sở Xây dựng Sở Tài chính Năm 2027\n- Ngân sách nhà nước\n- Xã hội hóa");
        assert_eq!(rows, [("Xây cầu".to_owned(), "Năm 2027".to_owned())]);
    }

    #[test]
    fn products_listed_behind_dashes_are_one_cell_and_rows_under_another_are_not() {
        let tasks = |rows: &str| {
            let text = format!(
                "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Thời hạn Sản phẩm\n{rows}\n\
                 2 Xây chợ Sở Công Thương Năm 2028 Công trình\n"
            );
            let tasks = crate::read::read(&text).unwrap().tasks.into_iter();
            tasks.map(|task| task.text.text).collect::<Vec<_>>()
        };
        assert_eq!(
            tasks("1 Xây cầu Sở Xây dựng Năm 2027\n- Quyết định\n- Kế hoạch"),
            ["Xây cầu", "Xây chợ"]
        );
        assert_eq!(
            tasks(
                "1 Xây cầu Sở Xây dựng Năm 2027 Công trình\n- Hoàn thành đường dẫn Sở Xây dựng\nNăm 2028\nCông trình"
            ),
            ["Xây cầu", "Hoàn thành đường dẫn", "Xây chợ"]
        );
    }

    #[test]
    fn stages_of_a_deadline_open_no_rows() {
        let rows = with_resources("1 Xây cầu Sở Xây dựng Sở Tài chính\nQuý I/2026\n- Quý IV/2027\nNgân sách nhà nước");
        assert_eq!(rows.len(), 1);
        let rows = with_resources("1 Xây cầu:\n- Năm Căn Sở Xây dựng Sở Tài chính Năm 2027 Ngân sách nhà nước");
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn what_a_deadline_hangs_on_stands_with_it_in_parentheses() {
        let deadline = "Năm 2027 (sau khi Sở Xây dựng hoàn thành lập Quy hoạch chung không gian ngầm đô thị trung tâm đến năm 2030)";
        let rows = with_resources(&format!(
            "1 Lập bản đồ Sở Xây dựng Sở Tài chính {deadline} Ngân sách nhà nước"
        ));
        assert_eq!(rows, [("Lập bản đồ".to_owned(), deadline.to_owned())]);
    }

    /// Lead and coordinating bodies of a row that ends so.
    fn bodies(row: &str) -> [String; 2] {
        let text = format!(
            "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn\n1 {row} Năm 2027\n"
        );
        let program = crate::read::read(&text).unwrap();
        let task = &program.tasks[0];
        [&task.lead, &task.coordinating].map(|cell| cell.as_ref().map_or_else(String::new, |cell| cell.text.clone()))
    }

    #[test]
    fn bodies_stand_behind_colons_and_stray_marks() {
        assert_eq!(
            bodies("Xây cầu Đảng ủy UBND TP Đảng ủy: Sở Xây dựng, Sở Tài chính"),
            ["Đảng ủy UBND TP", "Đảng ủy: Sở Xây dựng, Sở Tài chính"]
        );
        assert_eq!(
            bodies("Cải tạo sông UBND TP Sở Xây dựng ;Sở Tài chính"),
            ["UBND TP", "Sở Xây dựng ;Sở Tài chính"]
        );
    }

    #[test]
    fn a_body_that_a_preposition_governs_is_text() {
        assert_eq!(
            bodies("Rà soát quy trình phối hợp giữa các sở, ngành và xã, phường\nĐảng ủy UBND Thành phố\nSở Tư pháp"),
            ["Đảng ủy UBND Thành phố", "Sở Tư pháp"]
        );
        assert_eq!(
            bodies(
                "Sắp xếp bộ máy theo kết luận của\nBộ Chính trị, Ban Bí thư\nBan Tổ chức Thành ủy\nCác đơn vị liên quan"
            ),
            ["Ban Tổ chức Thành ủy", "Các đơn vị liên quan"]
        );
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
    fn a_range_of_years_torn_by_a_line_is_one() {
        let cut = |row: &str| {
            let mut cells = task("Thời hạn Cơ quan chủ trì Cơ quan phối hợp", row);
            (cells.remove(0), cells.remove(2))
        };
        let expected = |text: &str, deadline: &str| (text.to_owned(), deadline.to_owned());
        assert_eq!(
            cut("Triển khai kế hoạch\nTừ năm học 2026-\n2027\nSở Y tế\nSở Tài chính"),
            expected("Triển khai kế hoạch", "Từ năm học 2026- 2027")
        );
        assert_eq!(
            cut("Triển khai kế hoạch 2026-\n2027\nSở Y tế\nSở Tài chính"),
            expected("Triển khai kế hoạch", "2026- 2027")
        );
        assert_eq!(
            cut("Triển khai kế hoạch 2026\n2027\nSở Y tế\nSở Tài chính"),
            expected("Triển khai kế hoạch 2026", "2027")
        );
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
