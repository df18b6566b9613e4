//! Cells to typed values: what was printed stays beside what it means.

use rustc_hash::FxHashMap;

use super::assemble::Placed;
use super::deadlines::Deadlines;
use super::furniture::Footnote;
use super::shared_lead::parted;
use super::table::{Column, RawTable};
use super::value_columns::ValueColumns;
use crate::model::{
    Bodies, Body, BodyTable, Cell, Deadline, Indicator, Lines, Mention, Note, NoteKind, PeriodValue, RowId, Target,
    Task, Unit,
};

/// What the rows of one annex share.
#[derive(Debug)]
pub(crate) struct Setting<'a> {
    /// The unit of the whole table.
    pub(crate) unit: Option<&'a str>,
    /// The years of the annex.
    pub(crate) period: Option<(i16, i16)>,
    /// Its footnotes.
    pub(crate) footnotes: &'a [Footnote],
}

/// Reads cells and notes what it does not understand.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    bodies: &'a BodyTable,
    /// Cells read before: most rows of an annex name the same few bodies.
    known: FxHashMap<String, Bodies>,
    /// Deadlines read before.
    pub(crate) deadlines: Deadlines,
    /// What was not understood, in order.
    pub(crate) notes: Vec<Note>,
}

impl<'a> Reader<'a> {
    /// A reader that knows these bodies.
    pub(crate) fn new(bodies: &'a BodyTable) -> Self {
        Self {
            bodies,
            known: FxHashMap::default(),
            deadlines: Deadlines::default(),
            notes: Vec::new(),
        }
    }

    /// The row as a task; its cells leave the table.
    pub(crate) fn task(&mut self, placed: Placed, table: &mut RawTable) -> Task {
        let mut cell = |column| take(table, placed.row, column);
        let text = cell(Column::Text).unwrap_or_else(|| Cell::new("", placed.lines));
        let lead = cell(Column::Lead);
        let coordinating = cell(Column::Coordinating);
        let deadline = cell(Column::Deadline);
        let product = cell(Column::Product);
        let resources = cell(Column::Resources);
        let (mut lead_bodies, coordinating_bodies) =
            self.bodies_of_task(lead.as_ref(), coordinating.as_ref(), &placed.id);
        if is_deadline(lead.as_ref(), &lead_bodies) {
            lead_bodies = Bodies::default();
        }
        let due = self.due(deadline.as_ref(), &placed.id);
        Task {
            text,
            product,
            resources,
            lines: placed.lines,
            id: placed.id,
            section: placed.section,
            group: placed.group,
            number: placed.number,
            parent: placed.parent,
            lead,
            coordinating,
            deadline,
            lead_bodies,
            coordinating_bodies,
            due,
        }
    }

    /// The row as an indicator; its cells leave the table, which has these
    /// value columns.
    pub(crate) fn indicator(
        &mut self,
        placed: Placed,
        (table, columns): (&mut RawTable, &ValueColumns),
        setting: &Setting<'_>,
    ) -> Indicator {
        let mut cell = |column| take(table, placed.row, column);
        let name = cell(Column::Text).unwrap_or_else(|| Cell::new("", placed.lines));
        let unit = cell(Column::Unit);
        let body = cell(Column::Body);
        let principal = columns.principal;
        let several = table.position(Column::Value(1)).is_some();
        let values = if several {
            values(table, columns, (placed.row, setting.period))
        } else {
            Vec::new()
        };
        let value = principal.map(|at| take_at(table, placed.row, at));
        let value = value.unwrap_or_else(|| Cell::new("", placed.lines));
        let heading = principal.map_or("", |at| table.headings[at].as_str());
        let said = columns.of_principal();
        let period = said.and_then(|said| said.years).or(setting.period);
        let scope = said.map(|said| said.scope.clone()).unwrap_or_default();
        let unit_read = self.unit(unit.as_ref(), unit_in_heading(heading).or(setting.unit), &placed);
        let target = if value.is_empty() { None } else { target(&value, period) };
        if target.is_none() && !value.is_empty() {
            self.note(NoteKind::ValueUnread, &placed.id, &value.text, value.lines);
        }
        let bodies = self.bodies(body.as_ref(), &placed.id);
        let footnote = setting
            .footnotes
            .iter()
            .find(|note| is_marked(&name.text, &note.mark))
            .map(|note| note.text.clone());
        Indicator {
            lines: placed.lines,
            id: placed.id,
            section: placed.section,
            number: placed.number,
            parent: placed.parent,
            name,
            unit,
            value,
            values,
            body,
            period,
            scope,
            unit_read,
            target,
            bodies,
            footnote,
        }
    }

    fn due(&mut self, cell: Option<&Cell>, row: &RowId) -> Option<Deadline> {
        let cell = cell.filter(|cell| !cell.is_empty())?;
        let due = self.deadlines.parse(&cell.text).cloned();
        if due.is_none() {
            self.note(NoteKind::DeadlineUnread, row, &cell.text, cell.lines);
        }
        due
    }

    /// Who leads a task and who helps; those a lead cell names behind `phối
    /// hợp` help.
    fn bodies_of_task(&mut self, lead: Option<&Cell>, coordinating: Option<&Cell>, row: &RowId) -> (Bodies, Bodies) {
        let Some((lead, (leads, Some(helpers)))) = lead.map(|lead| (lead, parted(&lead.text))) else {
            return (self.bodies(lead, row), self.bodies(coordinating, row));
        };
        let leads = self.bodies_in(leads, lead.lines, row);
        let helpers = self.bodies_in(helpers, lead.lines, row);
        let coordinating = self.bodies(coordinating, row);
        let all: Vec<Mention> = helpers.iter().chain(&coordinating).cloned().collect();
        (leads, all.into())
    }

    fn bodies(&mut self, cell: Option<&Cell>, row: &RowId) -> Bodies {
        cell.map_or_else(Bodies::default, |cell| self.bodies_in(&cell.text, cell.lines, row))
    }

    fn bodies_in(&mut self, text: &str, lines: Lines, row: &RowId) -> Bodies {
        if text.is_empty() {
            return Bodies::default();
        }
        let bodies = if let Some(bodies) = self.known.get(text) {
            bodies.clone()
        } else {
            let bodies = self.bodies.parse(text);
            self.known.insert(text.to_owned(), bodies.clone());
            bodies
        };
        for mention in &bodies {
            if let Body::Unknown(name) = &mention.body {
                self.note(NoteKind::BodyUnknown, row, name, lines);
            }
        }
        bodies
    }

    /// The unit of the cell, or of the heading or the table where the table
    /// has no such column.
    fn unit(&mut self, cell: Option<&Cell>, shared: Option<&str>, placed: &Placed) -> Option<Unit> {
        let (text, lines) = match cell {
            Some(cell) if cell.is_empty() => return None,
            Some(cell) => (cell.text.as_str(), cell.lines),
            None => (shared?, placed.lines),
        };
        let unit = Unit::parse(text);
        if !unit.as_ref().is_some_and(Unit::is_known) {
            self.note(NoteKind::UnitUnknown, &placed.id, text, lines);
        }
        unit
    }

    fn note(&mut self, kind: NoteKind, row: &RowId, text: &str, lines: Lines) {
        self.notes.push(Note {
            kind,
            row: Some(row.clone()),
            text: text.to_owned(),
            lines,
        });
    }
}

/// The first and last year of the first period or year a text names:
/// `2026 - 2030`, `Năm 2025`.
pub(crate) fn years(text: &str) -> Option<(i16, i16)> {
    let mut years = text.split(|c: char| !c.is_ascii_digit()).scan(0, |offset, part| {
        let start = *offset;
        *offset += part.len() + text[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        Some((start, part))
    });
    let year = |part: &str| {
        part.parse()
            .ok()
            .filter(|year| part.len() == 4 && (1900..2200).contains(year))
    };
    let (start, first) = years.find_map(|(start, part)| Some((start, year(part)?)))?;
    // Straight after a dash the last year follows.
    let rest = text[start + 4..].trim_start();
    let last = rest.strip_prefix(['-', '–', '—', '‑']).map(str::trim_start);
    let last = last
        .and_then(|rest| rest.get(..4))
        .and_then(year)
        .filter(|last| *last >= first);
    Some((first, last.unwrap_or(first)))
}

/// `Tốc độ bình quân 2026 - 2030 (%/năm)` names the unit of its values.
pub(super) fn unit_in_heading(heading: &str) -> Option<&str> {
    let (_, rest) = heading.rsplit_once('(')?;
    let unit = rest.split_once(')')?.0.trim();
    (!unit.is_empty() && years(unit).is_none()).then_some(unit)
}

/// The cell of a row in a column, which leaves the table.
fn take(table: &mut RawTable, row: usize, column: Column) -> Option<Cell> {
    let at = table.position(column)?;
    Some(take_at(table, row, at))
}

fn take_at(table: &mut RawTable, row: usize, at: usize) -> Cell {
    let cell = &mut table.rows[row].cells[at];
    Cell {
        text: std::mem::take(&mut cell.text),
        lines: cell.lines,
    }
}

/// All values of a row with their headings; those without years are of the period.
fn values(table: &RawTable, columns: &ValueColumns, (row, period): (usize, Option<(i16, i16)>)) -> Vec<PeriodValue> {
    let cells = columns.headings.iter().zip(&table.rows[row].cells).enumerate();
    cells
        .filter_map(|(at, (said, cell))| {
            let said = said.as_ref()?;
            let may_be_target = said.scope.standing.is_target() && columns.has_unit_of_principal(table, at);
            let period = said.years.or(period);
            Some(PeriodValue {
                heading: table.headings[at].clone(),
                cell: cell.clone(),
                period,
                scope: said.scope.clone(),
                target: may_be_target.then(|| target(cell, period)).flatten(),
            })
        })
        .collect()
}

/// The target of a cell for some years.
fn target(cell: &Cell, period: Option<(i16, i16)>) -> Option<Target> {
    let target = Target::parse(&cell.text)?;
    Some(match period {
        Some((_, last)) => target.until(last),
        None => target,
    })
}

/// Whether a name carries the mark of a footnote: as its last word or at the
/// end of a word.
fn is_marked(name: &str, mark: &str) -> bool {
    name.split_whitespace().any(|word| {
        let bare = word.trim_matches(['(', ')']);
        bare.strip_suffix(mark).is_some_and(|rest| !rest.ends_with('*'))
    })
}

/// Whether the cell of the bodies holds a deadline and names nobody known.
fn is_deadline(cell: Option<&Cell>, bodies: &Bodies) -> bool {
    let is_unknown = |mention: &Mention| matches!(mention.body, Body::Unknown(_));
    cell.is_some_and(|cell| bodies.iter().all(is_unknown) && Deadline::parse(&cell.text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_headings_and_titles() {
        for (text, period) in [
            ("2026-2030", Some((2026, 2030))),
            ("GIAI ĐOẠN 2026 - 2030, TẦM NHÌN ĐẾN NĂM 2045", Some((2026, 2030))),
            ("Tốc độ bình quân 2026 – 2030 (%/năm)", Some((2026, 2030))),
            ("Năm 2025", Some((2025, 2025))),
            ("KQ Quý I", None),
            ("20260", None),
        ] {
            assert_eq!(years(text), period, "{text}");
        }
    }

    #[test]
    fn units_in_headings() {
        assert_eq!(unit_in_heading("Tốc độ bình quân 2026 - 2030 (%/năm)"), Some("%/năm"));
        assert_eq!(unit_in_heading("Mục tiêu (2026-2030)"), None);
        assert_eq!(unit_in_heading("2026-2030"), None);
    }

    #[test]
    fn footnote_marks() {
        assert!(is_marked("Tỷ lệ thất nghiệp *", "*"));
        assert!(is_marked("Tỷ lệ thất nghiệp(*)", "*"));
        assert!(!is_marked("Tỷ lệ thất nghiệp", "*"));
        assert!(!is_marked("Tỷ lệ thất nghiệp **", "*"));
    }
}
