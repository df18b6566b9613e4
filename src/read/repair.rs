//! Rows a page break or a merged cell tore apart, put right before assembly.

use super::label::Label;
use super::table::{Column, RawRow, RawTable};
use crate::model::{Cell, Note, NoteKind, is_bare_head, opens_body};

/// Puts together what belongs together, and notes each case.
pub(crate) fn repair(table: &mut RawTable) {
    join_rows(table);
    if let Some(body) = table.position(Column::Body) {
        join_bodies(table, body);
    }
}

/// A row without a number whose first text goes on in small letters continues
/// the row above; a lone text above a label without one is its title.
fn join_rows(table: &mut RawTable) {
    let Some(number) = table.position(Column::Number) else {
        return;
    };
    let rows = std::mem::take(&mut table.rows);
    let mut kept: Vec<RawRow> = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter().peekable();
    while let Some(mut row) = rows.next() {
        if row.cells.iter().all(Cell::is_empty) {
            continue;
        }
        if !row.cells[number].is_empty() {
            kept.push(row);
            continue;
        }
        if let Some(title) = lone_text(&row)
            && let Some(label) = rows.peek_mut().filter(|next| is_bare_label(next, number))
        {
            label.cells[title] = row.cells.swap_remove(title);
            label.lines = label.lines.join(row.lines);
            if table.columns[title] == Column::Text {
                let text = label.cells[title].text.clone();
                table.notes.push(Note {
                    kind: NoteKind::TitleMoved,
                    row: None,
                    text,
                    lines: label.lines,
                });
            }
            continue;
        }
        match kept.last_mut().filter(|above| continues(table, above, &row)) {
            Some(above) => {
                let text = row
                    .cells
                    .iter()
                    .find(|cell| !cell.is_empty())
                    .map_or(String::new(), |cell| cell.text.clone());
                table.notes.push(Note {
                    kind: NoteKind::RowJoined,
                    row: None,
                    text,
                    lines: row.lines,
                });
                join(above, row);
            }
            None => kept.push(row),
        }
    }
    table.rows = kept;
}

/// Whether a row without a number continues the one above.
fn continues(table: &RawTable, above: &RawRow, row: &RawRow) -> bool {
    // Two values are two rows, however the name begins.
    let both_valued = table
        .columns
        .iter()
        .zip(above.cells.iter().zip(&row.cells))
        .any(|(column, (upper, lower))| matches!(column, Column::Value(_)) && !upper.is_empty() && !lower.is_empty());
    let Some(first) = row.cells.iter().find(|cell| !cell.is_empty()) else {
        return false;
    };
    let named = table.position(Column::Text).is_some_and(|at| !row.cells[at].is_empty());
    let small = first
        .text
        .starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')'));
    !both_valued && (small || (!named && lone_text(row).is_some()))
}

/// The only filled cell of a row.
fn lone_text(row: &RawRow) -> Option<usize> {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (at, _) = filled.next()?;
    filled.next().is_none().then_some(at)
}

fn is_bare_label(row: &RawRow, number: usize) -> bool {
    matches!(
        Label::parse(&row.cells[number].text),
        Label::Roman(_) | Label::Letter(_)
    ) && lone_text(row) == Some(number)
}

/// Joins cell by cell with a blank.
fn join(above: &mut RawRow, row: RawRow) {
    for (upper, lower) in above.cells.iter_mut().zip(row.cells) {
        if upper.is_empty() {
            *upper = lower;
        } else if !lower.is_empty() {
            *upper = Cell::new(&format!("{} {}", upper.text, lower.text), upper.lines.join(lower.lines));
        }
    }
    above.lines = above.lines.join(row.lines);
}

/// One body cell merged over a row and the row under it: the upper half ends
/// in a head without a name, the lower half begins with a name without a head.
fn join_bodies(table: &mut RawTable, body: usize) {
    let number = table.position(Column::Number);
    for at in 1..table.rows.len() {
        let (above, below) = table.rows.split_at_mut(at);
        let (Some(upper), Some(lower)) = (above.last_mut(), below.first_mut()) else {
            continue;
        };
        let under =
            number.is_some_and(|at| matches!(Label::parse(&lower.cells[at].text), Label::Sub(_) | Label::Blank));
        let (first, second) = (&upper.cells[body], &lower.cells[body]);
        if !under
            || first.is_empty()
            || second.is_empty()
            || !ends_in_bare_head(&first.text)
            || opens_body(&second.text)
        {
            continue;
        }
        let whole = Cell::new(
            &format!("{} {}", first.text, second.text),
            first.lines.join(second.lines),
        );
        for row in [upper, lower] {
            table.notes.push(Note {
                kind: NoteKind::CellMerged,
                row: None,
                text: whole.text.clone(),
                lines: row.lines,
            });
            row.cells[body] = whole.clone();
        }
    }
}

/// Whether a cell of bodies is cut: its last words are a head noun without a name (`BQL`).
pub(super) fn ends_in_bare_head(cell: &str) -> bool {
    is_bare_head(cell.rsplit([',', ';', ':']).next().unwrap_or(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lines;

    fn table(columns: &[Column], rows: &[&[&str]]) -> RawTable {
        let row = |(cells, number): (&&[&str], u32)| RawRow {
            cells: cells.iter().map(|text| Cell::new(text, Lines::one(number))).collect(),
            lines: Lines::one(number),
        };
        RawTable {
            columns: columns.to_vec(),
            headings: vec![String::new(); columns.len()],
            rows: rows.iter().zip(1..).map(row).collect(),
            furniture: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn repaired(columns: &[Column], rows: &[&[&str]]) -> Vec<Vec<String>> {
        let mut table = table(columns, rows);
        repair(&mut table);
        table
            .rows
            .into_iter()
            .map(|row| row.cells.into_iter().map(|cell| cell.text).collect())
            .collect()
    }

    const TASK: [Column; 4] = [Column::Number, Column::Text, Column::Lead, Column::Deadline];
    const INDICATOR: [Column; 4] = [Column::Number, Column::Text, Column::Value(0), Column::Body];

    #[test]
    fn a_row_cut_by_a_page_break_is_one_row() {
        let rows = repaired(
            &TASK,
            &[
                &["54", "Đẩy mạnh việc đưa", "Văn phòng", "Năm 2026 phần"],
                &["", "các thủ tục", "", "đầu nâng"],
            ],
        );
        assert_eq!(
            rows,
            [[
                "54",
                "Đẩy mạnh việc đưa các thủ tục",
                "Văn phòng",
                "Năm 2026 phần đầu nâng"
            ]]
        );
    }

    #[test]
    fn rows_of_their_own_stay() {
        assert_eq!(
            repaired(&TASK, &[&["1", "A", "B", "2026"], &["", "Xây cầu", "C", "2027"]]).len(),
            2
        );
        assert_eq!(
            repaired(&INDICATOR, &[&["1", "A", "5", ""], &["", "trong đó nữ", "3", ""]]).len(),
            2
        );
    }

    #[test]
    fn a_title_above_its_label() {
        assert_eq!(
            repaired(&TASK, &[&["", "", "Kiên trì", ""], &["F", "", "", ""]]),
            [["F", "", "Kiên trì", ""]]
        );
    }

    #[test]
    fn a_body_cell_over_two_rows() {
        let rows = repaired(
            &INDICATOR,
            &[
                &["10", "FDI", "25", "Sở TC, BQL"],
                &["-", "Thực hiện", "16", "KCNC&KCN"],
            ],
        );
        assert_eq!(
            (rows[0][3].as_str(), rows[1][3].as_str()),
            ("Sở TC, BQL KCNC&KCN", "Sở TC, BQL KCNC&KCN")
        );
        for (upper, lower) in [("Sở TC", "KCNC&KCN"), ("Sở TC, BQL", "Sở Y tế"), ("", "KCN")] {
            let rows = repaired(
                &INDICATOR,
                &[&["10", "FDI", "25", upper], &["-", "Thực hiện", "16", lower]],
            );
            assert_eq!(rows[1][3], lower);
        }
    }
}
