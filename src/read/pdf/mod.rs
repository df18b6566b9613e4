//! PDF text whose column borders are lost: cells wrapped over lines, several
//! cells on one line, page headers repeated.
//!
//! First the rows are cut at their labels ([`rows`]), then each row is cut into
//! its cells: line by line where the table has a cell on each ([`cell_lines`]),
//! else an indicator row from its unit and value outwards ([`indicators`]), a
//! task row ([`tasks`]) by the best way to read its words as one cell after
//! another ([`borders`]), put in order where a page tears it ([`torn`]). Nothing
//! here knows a particular row.

mod anchor;
mod borders;
mod cell_lines;
mod header;
mod headings;
mod indicators;
mod joined;
mod page_ends;
mod phrases;
mod rows;
mod segments;
pub(super) mod spaced;
mod tasks;
mod tokens;
mod torn;
mod weights;

use crate::model::{AnnexKind, BodyTable, Cell, Lines};

use super::deadlines::Deadlines;
use super::error::ReadError;
use super::limits::{Excess, within};
use super::table::{Column, RawRow, RawTable, SourceLine, kind_of};
use anchor::Shape;
use cell_lines::CellLines;
use header::Header;
use rows::{Block, Rows, Signs};
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
    let Some((mut header, body)) = Header::find(lines) else {
        return Ok(None);
    };
    let first = header.lines.first().map_or(1, |lines| lines.first);
    within(Excess::Columns, header.columns.len(), first)?;
    let kind = kind_of(&header.columns);
    let mut notes = Vec::new();
    let rows = match kind {
        AnnexKind::Tasks => {
            let signs = Signs {
                complete: &|text| tasks::is_complete(text, &header.columns),
                goes_on: &|text| tasks::goes_on(text, &header.columns),
                takes_figure: &|_| tasks::hold_figures(&header.columns),
            };
            let spacing = Spacing::of(&body);
            let Rows { blocks, page_numbers } = rows::cut(&body, rows::Layout::Tasks, signs, &header.lines);
            header.add_page_ends(&page_numbers);
            within(Excess::Rows, blocks.len(), first)?;
            let cell_lines = CellLines::of(&blocks, &header.columns, deadlines);
            let mut known = tasks::Known { bodies, deadlines };
            tasks::rows(&blocks, (spacing, cell_lines), &header, &mut known, &mut notes)
        }
        AnnexKind::Indicators => {
            let single = Shape {
                values: 1,
                ..Shape::of(&header.columns)
            };
            let signs = Signs {
                complete: &|text| indicators::is_complete(text, single, bodies),
                goes_on: &|_| false,
                takes_figure: &|text| !indicators::is_closed(text, &header.columns, bodies),
            };
            let Rows { blocks, page_numbers } = rows::cut(&body, rows::Layout::Indicators, signs, &header.lines);
            header.add_page_ends(&page_numbers);
            within(Excess::Rows, blocks.len(), first)?;
            let cell_lines = CellLines::of(&blocks, &header.columns, deadlines);
            indicators::rows(&blocks, cell_lines, &header, bodies, &mut notes)
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
