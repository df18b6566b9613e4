//! Tables whose cells are parted by tabs or pipes (Markdown, grids).

use super::annex::is_delimited;
use super::error::ReadError;
use super::heading::{Headings, column_kind, is_table, settle};
use super::label::{Label, leading_label};
use super::limits::{Excess, within};
use super::markup::plain;
use super::rows::{Logical, Part, logical_rows};
use super::table::{Column, RawRow, RawTable, SourceLine};
use crate::model::{Cell, Lines, Note, NoteKind};

/// A page number has so many digits at the most; a longer number is a year or a value.
const LONGEST_PAGE_NUMBER: usize = 3;

/// The tables among these lines, in order; none when nothing is delimited or
/// no headings are known. Headings that differ from the last begin a new
/// table, the same headings again are those of a new page.
///
/// # Errors
/// More rows or columns than a program has.
pub(crate) fn read_tables(lines: &[SourceLine<'_>]) -> Result<Vec<RawTable>, ReadError> {
    let mut count = 0;
    for line in lines.iter().filter(|line| is_delimited(line.text)) {
        count += 1;
        within(Excess::Rows, count, line.number)?;
    }
    let mut tables: Vec<RawTable> = Vec::new();
    if count == 0 {
        return Ok(tables);
    }
    let mut known = Headings::default();
    for logical in logical_rows(lines) {
        match logical {
            Logical::Row(parts) => place_row(&parts, &mut known, &mut tables)?,
            Logical::Stray(line) => place_stray(line, &mut tables),
        }
    }
    Ok(tables)
}

/// What the rows know of the headings: they begin a table, stand again on a
/// new page, or are a second line of headings.
fn place_row(parts: &[Part<'_>], known: &mut Headings, tables: &mut Vec<RawTable>) -> Result<(), ReadError> {
    let cells: Vec<Cell> = parts.iter().map(Part::cell).collect();
    let Some(lines) = parts.iter().map(|part| part.lines).reduce(Lines::join) else {
        return Ok(());
    };
    let Some(table) = tables.last_mut() else {
        tables.extend(begin(&cells, lines)?);
        return Ok(());
    };
    let number = table.position(Column::Number);
    let may_be_headings = number.is_none_or(|at| {
        cells
            .get(at)
            .is_some_and(|cell| Label::parse(&cell.text) == Label::Other)
    });
    if may_be_headings && repeats(&table.headings, &cells, known) {
        table.furniture.push(lines);
        return Ok(());
    }
    if may_be_headings
        && cells.iter().filter(|cell| known.kind(&cell.text).is_some()).count() >= 3
        && let Some(next) = begin(&cells, lines)?
    {
        tables.push(next);
        return Ok(());
    }
    if table.rows.is_empty() && (counts_columns(&cells) || refines(table, &cells)) {
        table.furniture.push(lines);
        return Ok(());
    }
    let row = fit(cells, lines, table);
    table.rows.push(row);
    Ok(())
}

/// A line without delimiters: a page number, a heading between rows, or none of the table's.
fn place_stray(line: SourceLine<'_>, tables: &mut [RawTable]) {
    let Some(table) = tables.last_mut() else { return };
    let text = super::markup::plain_heading(line.text);
    let lines = Lines::one(line.number);
    let number = text.trim_matches(|c: char| c == '-' || c.is_whitespace());
    if number.len() <= LONGEST_PAGE_NUMBER && number.bytes().all(|byte| byte.is_ascii_digit()) {
        table.furniture.push(lines);
        return;
    }
    let (number, name) = (table.position(Column::Number), table.position(Column::Text));
    if let (Some((label, title)), Some(name)) = (leading_label(&text), name) {
        let label_text = &text[..text.len() - title.len()];
        debug_assert!(
            matches!(label, Label::Roman(_) | Label::Letter(_)),
            "only headings lead"
        );
        let cells = (0..table.columns.len()).map(|at| match at {
            at if Some(at) == number => Cell::new(label_text, lines),
            at if at == name => Cell::new(if number.is_some() { title } else { &text }, lines),
            _ => Cell::new("", lines),
        });
        let cells = cells.collect();
        table.rows.push(RawRow { cells, lines });
    }
}

/// A new table when these are headings.
fn begin(cells: &[Cell], lines: Lines) -> Result<Option<RawTable>, ReadError> {
    let headings: Vec<String> = cells.iter().map(|cell| cell.text.clone()).collect();
    let known = headings.iter().filter(|heading| column_kind(heading).is_some()).count();
    if known < 2 {
        return Ok(None);
    }
    let columns = settle(&headings);
    if !is_table(&columns) {
        return Ok(None);
    }
    within(Excess::Columns, columns.len(), lines.first)?;
    Ok(Some(RawTable {
        columns,
        headings,
        rows: Vec::new(),
        furniture: vec![lines],
        notes: Vec::new(),
    }))
}

/// Whether the row says the same as the headings, whatever recognition made of the letters.
fn repeats(headings: &[String], cells: &[Cell], known: &mut Headings) -> bool {
    let mut same = 0;
    for (heading, cell) in headings.iter().zip(cells) {
        if cell.is_empty() {
            continue;
        }
        if *heading != cell.text {
            let kind = known.kind(&cell.text);
            if kind.is_none() || kind != known.kind(heading) {
                return false;
            }
        }
        same += 1;
    }
    same >= 2
}

/// `(1) (2) (3)` under the headings.
fn counts_columns(cells: &[Cell]) -> bool {
    let printed: Vec<&str> = cells
        .iter()
        .map(|cell| cell.text.trim_matches(['(', ')', ' ']))
        .collect();
    printed.len() >= 3 && printed.iter().zip(1..).all(|(text, count)| text.parse() == Ok(count))
}

/// A second line of headings (`Mục tiêu` over `2026`, `2030`): joined to the first.
fn refines(table: &mut RawTable, cells: &[Cell]) -> bool {
    let fixed = |column: Column| matches!(column, Column::Number | Column::Text);
    let plausible = |(at, cell): (usize, &Cell)| {
        let Some(heading) = table.headings.get(at) else {
            return false;
        };
        cell.is_empty() || cell.text == *heading || (!fixed(table.columns[at]) && column_kind(&cell.text).is_some())
    };
    let named = cells.iter().filter(|cell| !cell.is_empty()).count();
    if named < 2 || !cells.iter().enumerate().all(plausible) {
        return false;
    }
    for (heading, cell) in table.headings.iter_mut().zip(cells) {
        if !cell.is_empty() && cell.text != *heading {
            *heading = crate::text::squeeze(&format!("{heading} {}", cell.text));
        }
    }
    table.columns = settle(&table.headings);
    true
}

/// One cell per column: missing cells are empty, surplus ones join the last.
fn fit(mut cells: Vec<Cell>, lines: Lines, table: &mut RawTable) -> RawRow {
    let width = table.columns.len();
    if cells.len() > width {
        let surplus: Vec<String> = cells
            .drain(width..)
            .map(|cell| cell.text)
            .filter(|text| !text.is_empty())
            .collect();
        if let (false, Some(last)) = (surplus.is_empty(), cells.last_mut()) {
            let text = surplus.join(" ");
            *last = Cell::new(&format!("{} {text}", last.text), lines);
            table.notes.push(Note {
                kind: NoteKind::BordersUncertain,
                row: None,
                text,
                lines,
            });
        }
    }
    cells.resize_with(width, || Cell::new("", lines));
    RawRow { cells, lines }
}

impl Part<'_> {
    fn cell(&self) -> Cell {
        let cell = Cell::new(&plain(&self.text), self.lines);
        match unquoted(&cell.text) {
            Some(text) => Cell::new(&text, self.lines),
            None => cell,
        }
    }
}

/// A cell without the marks a spreadsheet puts around several lines: those
/// inside are doubled then.
fn unquoted(cell: &str) -> Option<String> {
    let inner = cell.strip_prefix('"')?.strip_suffix('"')?.trim();
    let lone = inner.replace("\"\"", "");
    (!inner.is_empty() && !lone.contains('"')).then(|| inner.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_cell_of_several_lines_are_none_of_its_text() {
        let of = |cell: &str| unquoted(cell).unwrap_or_default();
        assert_eq!(of("\"Xây cầu Cẩm Lệ\""), "Xây cầu Cẩm Lệ");
        assert_eq!(
            of("\"Phong trào \"\"Ba sẵn sàng\"\" trong trường\""),
            "Phong trào \"Ba sẵn sàng\" trong trường"
        );
        assert_eq!(of("\"Ba sẵn sàng\" và \"Ba đảm đang\""), "");
        assert_eq!(of("Phong trào \"Ba sẵn sàng\""), "");
    }

    fn read(text: &str) -> Vec<RawTable> {
        let lines: Vec<_> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        read_tables(&lines).unwrap()
    }

    fn texts(row: &RawRow) -> Vec<&str> {
        row.cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn a_pipe_table_with_columns_in_another_order() {
        let tables = read(
            "| STT | Thời hạn | Nhiệm vụ | Đơn vị chủ trì |\n|:--|:-:|---|---|\n| 1 | Quý I/2026 | Xây **đường** | Sở Xây dựng |\n",
        );
        assert_eq!(
            tables[0].columns,
            [Column::Number, Column::Deadline, Column::Text, Column::Lead]
        );
        assert_eq!(
            texts(&tables[0].rows[0]),
            ["1", "Quý I/2026", "Xây đường", "Sở Xây dựng"]
        );
        assert_eq!(tables[0].rows[0].lines, Lines::one(3));
    }

    #[test]
    fn headings_of_a_new_page_are_no_row_and_other_headings_a_new_table() {
        let tables = read(
            "TT\tNHIỆM VỤ\tCƠ QUAN CHỦ TRÌ\tTHỜI HẠN\n1\tA\tB\t2026\n\nTT\tNHIỆM VỤ\tCO QUAN CHU TRÌ\tTHỜI HẠN\n2\tC\tD\t2027\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\n1\tE\t%\t5\n",
        );
        assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn two_lines_of_headings_and_numbered_columns() {
        let tables = read(
            "|TT|Chỉ tiêu|ĐVT|Mục tiêu|Mục tiêu|\n|-|-|-|-|-|\n||||2026|2030|\n|(1)|(2)|(3)|(4)|(5)|\n|1|A|%|5|6|\n",
        );
        assert_eq!(tables[0].headings[4], "Mục tiêu 2030");
        assert_eq!(tables[0].rows.len(), 1);
    }

    #[test]
    fn rows_wrapped_inside_a_cell_are_one_row() {
        let tables =
            read("TT\tNHIỆM VỤ\tCƠ QUAN\nCHỦ TRÌ\tTHỜI HẠN\n1\tXây\nđường\tSở Xây\ndựng\t2026\n2\tA\tB\tTrước\n2030\n");
        assert_eq!(tables[0].headings[2], "CƠ QUAN CHỦ TRÌ");
        assert_eq!(texts(&tables[0].rows[0]), ["1", "Xây đường", "Sở Xây dựng", "2026"]);
        assert_eq!(tables[0].rows[0].lines, Lines { first: 3, last: 5 });
        assert_eq!(texts(&tables[0].rows[1]), ["2", "A", "B", "Trước 2030"]);
    }

    #[test]
    fn a_line_between_rows_is_a_heading_a_page_number_or_no_part_of_the_table() {
        let tables = read("TT\tNHIỆM VỤ\tCHỦ TRÌ\tTHỜI HẠN\n1\tA\tB\t2026\n\nMột dòng lạc\n\nII. KINH TẾ\n12\n");
        assert_eq!(texts(&tables[0].rows[1]), ["II.", "KINH TẾ", "", ""]);
        assert_eq!(tables[0].furniture, [Lines::one(1), Lines::one(7)]);
        assert_eq!((tables[0].rows.len(), tables[0].notes.len()), (2, 0));
        assert!(read("không có bảng\nnào").is_empty());
    }
}
