//! Tables with one cell on each line, as converters of Word documents print
//! them: a row that has a line for each of its cells is read line by line.
//!
//! That a row has so many lines can be chance, where cells are wrapped. So the
//! table decides: in most of its rows each line opens as a cell does, and
//! deadlines and values are whole.

use crate::model::{Cell, Lines, Target};

use super::super::deadlines::Deadlines;
use super::super::table::{Column, RawRow};
use super::rows::{Block, Kind};

/// How the cells of a table stand on its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellLines {
    /// Each on a line of its own.
    Own,
    /// Wrapped, or several on one line.
    Shared,
}

/// So many rows show it at the least.
const FEWEST: usize = 2;

impl CellLines {
    /// How the cells of these rows stand.
    pub(super) fn of(blocks: &[Block<'_>], columns: &[Column], deadlines: &mut Deadlines) -> Self {
        let numbered = blocks.iter().filter(|block| block.kind == Kind::Numbered);
        let (mut rows, mut whole) = (0, 0);
        for block in numbered {
            rows += 1;
            whole += usize::from(fits(block, columns) && shows_cells(block, columns, deadlines));
        }
        if whole >= FEWEST && whole * 2 > rows {
            Self::Own
        } else {
            Self::Shared
        }
    }

    /// The row of a block with a line for each of its cells.
    pub(super) fn row(self, block: &Block<'_>, columns: &[Column]) -> Option<RawRow> {
        if self == Self::Shared || block.kind == Kind::Heading || !fits(block, columns) {
            return None;
        }
        let mut content = block.content.iter();
        let cell = |column: &Column| match column {
            Column::Number => Some(Cell::new(block.label, Lines::one(block.line))),
            _ => content.next().map(|line| Cell::new(line.text, Lines::one(line.number))),
        };
        Some(RawRow {
            cells: columns.iter().map(cell).collect::<Option<_>>()?,
            lines: block.lines(),
        })
    }
}

/// The columns of cells, without the label.
fn cell_columns(columns: &[Column]) -> impl Iterator<Item = Column> {
    columns.iter().copied().filter(|&column| column != Column::Number)
}

/// Whether a row has as many lines as cells.
fn fits(block: &Block<'_>, columns: &[Column]) -> bool {
    block.content.len() == cell_columns(columns).count()
}

/// Whether the label of a row stands alone, and its lines open as cells do.
fn shows_cells(block: &Block<'_>, columns: &[Column], deadlines: &mut Deadlines) -> bool {
    let is_alone = block.content.first().is_some_and(|line| line.number > block.line);
    let mut cells = cell_columns(columns).zip(block.content.iter().map(|line| line.text.trim()));
    is_alone
        && cells.all(|(column, text)| match column {
            Column::Deadline => deadlines.parse(text).is_some(),
            Column::Value(_) => Target::parse(text).is_some(),
            Column::Unit => true,
            _ => text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
        })
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    const TASKS: &str = "Phụ lục 1: Nhiệm vụ\nSTT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời hạn\n";

    /// Text, lead, coordinating bodies and deadline of the tasks of a text.
    fn tasks(text: &str) -> Vec<String> {
        let program = read(text).unwrap();
        let tasks = program.tasks.iter().map(|task| {
            let cells =
                [&task.lead, &task.coordinating, &task.deadline].map(|cell| cell.as_ref().unwrap().text.as_str());
            format!("{}|{}", task.text.text, cells.join("|"))
        });
        tasks.collect()
    }

    /// Each cell on a line of its own.
    fn lines(rows: &[&str]) -> String {
        format!("{TASKS}{}", rows.join("\n").replace('|', "\n"))
    }

    #[test]
    fn a_line_is_a_cell_where_most_rows_have_a_line_for_each() {
        let rows = [
            "Xây dựng bến xe|Sở Xây dựng|Sở Tài chính|Năm 2026",
            "Rà soát tổ chức bộ máy các cơ quan, đơn vị|Sở Nội vụ|Hiệp hội doanh nghiệp|Năm 2027",
            "Xây dựng chợ|Sở Công Thương|Sở Tài chính|Quý II/2026",
        ];
        let numbered: Vec<String> = rows.iter().zip(1..).map(|(row, at)| format!("{at}|{row}")).collect();
        let numbered: Vec<&str> = numbered.iter().map(String::as_str).collect();
        assert_eq!(tasks(&lines(&numbered)), rows);
    }

    #[test]
    fn a_row_of_wrapped_cells_with_as_many_lines_is_cut_by_its_words() {
        let text = format!(
            "{TASKS}1\nXây dựng bến xe\nphía Nam Sở Xây dựng\nSở Tài chính\nNăm 2026\n\
             2\nXây dựng chợ\nSở Công Thương\nSở Tài chính\nNăm 2027\n\
             3\nXây dựng cảng\nở bờ Bắc Sở Xây dựng\nSở Tài chính\nNăm 2027"
        );
        assert_eq!(
            tasks(&text),
            [
                "Xây dựng bến xe phía Nam|Sở Xây dựng|Sở Tài chính|Năm 2026",
                "Xây dựng chợ|Sở Công Thương|Sở Tài chính|Năm 2027",
                "Xây dựng cảng ở bờ Bắc|Sở Xây dựng|Sở Tài chính|Năm 2027",
            ]
        );
    }

    #[test]
    fn a_line_of_an_indicator_is_a_cell_too() {
        let text = "Phụ lục 1: Chỉ tiêu\nSTT\nTên chỉ tiêu\nĐơn vị tính\nNăm 2030\nCơ quan theo dõi\n\
                    1\nTuổi thọ bình quân\nTuổi\n76\nSở Y tế\n\
                    2\nSố bác sĩ trên 10.000 dân\nBác sĩ\n22\nSở Y tế\n\
                    3\nTỷ lệ hộ nghèo\n%\n0,5\nSở Nội vụ\n";
        let program = read(text).unwrap();
        let row = &program.indicators[1];
        let unit = row.unit.as_ref().map(|cell| cell.text.as_str());
        assert_eq!(
            (program.indicators.len(), row.name.text.as_str(), unit),
            (3, "Số bác sĩ trên 10.000 dân", Some("Bác sĩ"))
        );
    }
}
