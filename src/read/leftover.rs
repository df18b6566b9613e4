//! What of an annex no row holds: each line and each column that nothing was
//! read from is noted, so that a reader of the report knows what to look up.

use super::label::Label;
use super::table::{Column, RawRow, RawTable, SourceLine};
use crate::model::{AnnexKind, Lines, Note, NoteKind};
use crate::text::squeeze;

/// A note quotes so many letters of the lines it is about.
const LONGEST_QUOTE: usize = 200;

/// One note for each run of lines that are in no cell and no heading of the
/// tables. Lines without a letter or digit print nothing.
pub(super) fn unplaced(lines: &[SourceLine<'_>], tables: &[RawTable]) -> Vec<Note> {
    let Some(first) = lines.first().map(|line| line.number) else {
        return Vec::new();
    };
    let at = |number: u32| (number.saturating_sub(first)) as usize;
    let mut is_placed = vec![false; lines.last().map_or(0, |line| at(line.number) + 1)];
    for placed in tables.iter().flat_map(placed) {
        if let Some(lines) = is_placed.get_mut(at(placed.first)..=at(placed.last)) {
            lines.fill(true);
        }
    }
    let mut notes: Vec<Note> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        if !line.text.contains(char::is_alphanumeric) {
            continue;
        }
        if is_placed[at(line.number)] {
            goes_on = false;
            continue;
        }
        if !goes_on {
            notes.push(note(NoteKind::LineUnplaced, String::new(), Lines::one(line.number)));
        }
        if let Some(note) = notes.last_mut() {
            note.lines.last = line.number;
            quote(&mut note.text, line.text);
        }
        goes_on = true;
    }
    notes
}

/// The lines of the headings and of all cells.
fn placed(table: &RawTable) -> impl Iterator<Item = Lines> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let filled = cells.filter(|cell| !cell.is_empty()).map(|cell| cell.lines);
    table.furniture.iter().copied().chain(filled)
}

/// Adds a line to a quotation that is not full yet.
fn quote(text: &mut String, line: &str) {
    let room = LONGEST_QUOTE.saturating_sub(text.chars().count());
    if room == 0 {
        return;
    }
    let start: String = line.chars().take(4 * LONGEST_QUOTE).collect();
    let printed = squeeze(&super::markup::plain_heading(&start));
    if !text.is_empty() && !printed.is_empty() {
        text.push(' ');
    }
    text.extend(printed.chars().take(room));
    if printed.chars().count() > room || start.len() < line.len() {
        text.push('…');
    }
}

/// The note for a line longer than any that is printed.
pub(super) fn too_long(text: &str, number: u32) -> Note {
    let mut start = String::new();
    quote(&mut start, text);
    note(NoteKind::LineTooLong, start, Lines::one(number))
}

/// One note for each column with something in it that neither a task nor an
/// indicator has a field for.
pub(super) fn unread_columns(table: &RawTable) -> Vec<Note> {
    let is_read = |column: Column| match table.kind() {
        AnnexKind::Indicators => matches!(
            column,
            Column::Number | Column::Text | Column::Unit | Column::Value(_) | Column::Body
        ),
        _ => matches!(
            column,
            Column::Number
                | Column::Text
                | Column::Lead
                | Column::Coordinating
                | Column::Product
                | Column::Deadline
                | Column::Resources
        ),
    };
    let unread = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !is_read(**column));
    unread
        .filter_map(|(at, _)| {
            let cells = table
                .rows
                .iter()
                .filter(|row| !is_heading(table, row))
                .map(|row| &row.cells[at]);
            let lines = cells
                .filter(|cell| !cell.is_empty())
                .map(|cell| cell.lines)
                .reduce(Lines::join)?;
            Some(note(NoteKind::ColumnUnread, table.headings[at].clone(), lines))
        })
        .collect()
}

/// So many rows at the least show what a row of a table is like.
const FEWEST_ROWS: usize = 5;
/// A cell is missed where so many of a hundred rows have it.
const SHARE_OF_ROWS: usize = 90;

/// A note when the table stops in a row whose last cells are missing though
/// nearly all rows like it have them, or in a heading without a row. Only for
/// what stands at the very end of a text: `last` is its last line.
pub(super) fn cut_short(table: &RawTable, last: u32) -> Option<Note> {
    let (row, before) = table.rows.split_last()?;
    if row.lines.last < last {
        return None;
    }
    let kind = std::mem::discriminant(&label(table, row));
    let filled = |row: &RawRow| row.cells.iter().rposition(|cell| !cell.is_empty());
    let is_cut = if is_heading(table, row) {
        before.iter().any(|row| !is_heading(table, row))
    } else {
        let like: Vec<&RawRow> = before
            .iter()
            .filter(|other| std::mem::discriminant(&label(table, other)) == kind && !is_heading(table, other))
            .collect();
        let behind = filled(row).map_or(0, |at| at + 1)..table.columns.len();
        like.len() >= FEWEST_ROWS
            && behind.into_iter().any(|at| {
                let having = like.iter().filter(|row| !row.cells[at].is_empty()).count();
                having * 100 >= like.len() * SHARE_OF_ROWS
            })
    };
    let mut text = String::new();
    row.cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .for_each(|cell| quote(&mut text, &cell.text));
    is_cut.then(|| note(NoteKind::TextCut, text, row.lines))
}

/// Whether a row has the label of a section and nothing but a title.
fn is_heading(table: &RawTable, row: &RawRow) -> bool {
    let cells = table.columns.iter().zip(&row.cells);
    let filled = cells.filter(|(column, cell)| **column != Column::Number && !cell.is_empty());
    matches!(label(table, row), Label::Roman(_) | Label::Letter(_)) && filled.count() <= 1
}

fn label<'r>(table: &RawTable, row: &'r RawRow) -> Label<'r> {
    let number = table.position(Column::Number);
    number.map_or(Label::Blank, |at| Label::parse(&row.cells[at].text))
}

fn note(kind: NoteKind, text: String, lines: Lines) -> Note {
    Note {
        kind,
        row: None,
        text,
        lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "PHỤ LỤC 1\nNHIỆM VỤ\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tA a\tSở Y tế\t2026\n2\tB\tSở Y tế\t2026\n\
        3\tC\tSở Y tế\t2026\n4\tD\tSở Y tế\t2026\n5\tE\tSở Y tế\t2026\n";

    fn notes(text: &str) -> Vec<(NoteKind, String, u32, u32)> {
        let program = crate::read(text).unwrap();
        let notes = program.notes.into_iter();
        notes
            .map(|note| (note.kind, note.text, note.lines.first, note.lines.last))
            .collect()
    }

    #[test]
    fn lines_in_no_row_are_noted_together() {
        let text = format!(
            "{START}\nLạc một\n\nLạc hai\n6\tF\tSở Y tế\t2026\n\nLạc ba {}\n",
            "dài ".repeat(100)
        );
        let found = notes(&text);
        assert_eq!(found[0], (NoteKind::LineUnplaced, "Lạc một Lạc hai".to_owned(), 11, 13));
        assert_eq!((found[1].0, found[1].2, found.len()), (NoteKind::LineUnplaced, 16, 2));
        assert_eq!(found[1].1.chars().count(), LONGEST_QUOTE + 1);
    }

    #[test]
    fn page_numbers_and_lines_that_print_nothing_are_not_noted() {
        assert!(notes(&format!("{START}\n12\n\n- 13 -\n\n…\n")).is_empty());
        assert_eq!(notes(&format!("{START}\n2030\n"))[0].1, "2030");
    }

    #[test]
    fn what_has_no_column_stays_with_the_cell_before() {
        let text = "PHỤ LỤC 1\nTT Chỉ tiêu Năm 2025\n1 Tăng trưởng % 8,5 Sở Tài chính\n";
        let program = crate::read(text).unwrap();
        let row = &program.indicators[0];
        assert_eq!(
            (row.name.text.as_str(), row.value.text.as_str()),
            ("Tăng trưởng %", "8,5 Sở Tài chính")
        );
        assert_eq!(program.notes[0].kind, NoteKind::ValueUnread);
    }

    #[test]
    fn a_filled_column_without_a_field_is_noted() {
        let text =
            "PHỤ LỤC 1\nNHIỆM VỤ\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\tGhi chú\tMã số\n1\tA\tSở Y tế\t2026\tmới\t\n";
        assert_eq!(notes(text), [(NoteKind::ColumnUnread, "Ghi chú".to_owned(), 5, 5)]);
    }

    #[test]
    fn an_annex_that_stops_in_the_middle_is_noted() {
        for end in ["6\tXây", "6\tXây\tSở Y tế", "II\tVề xã hội\t\t\n"] {
            let found = notes(&format!("{START}{end}"));
            assert_eq!(
                (found.len(), found[0].0, found[0].2),
                (1, NoteKind::TextCut, 10),
                "{end}"
            );
        }
        for end in [
            "6\tXây\tSở Y tế\t2027",
            "6\tXây\t\t2027",
            "6\tXây\tSở Y tế\n-----\n",
            "-\tXây",
            "",
        ] {
            assert!(notes(&format!("{START}{end}")).is_empty(), "{end}");
        }
    }

    #[test]
    fn an_annex_without_rows_is_noted() {
        for annex in ["PHỤ LỤC 2\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n", "PHỤ LỤC 2\nDANH MỤC\n"] {
            let found = notes(&format!("{START}\n{annex}"));
            assert_eq!(
                found.last().map(|note| (note.0, note.2)),
                Some((NoteKind::AnnexEmpty, 11))
            );
        }
        let found = notes(&format!(
            "{START}\nPHỤ LỤC 2\nDANH SÁCH\n\nHọ tên\tNgày sinh\nAn\t1990\n"
        ));
        assert_eq!(found[0].0, NoteKind::AnnexEmpty);
        assert_eq!(
            found[1],
            (NoteKind::LineUnplaced, "Họ tên Ngày sinh An 1990".to_owned(), 14, 15)
        );
    }
}
