//! Whether two texts are one program.

use super::{Cell, Indicator, NoteKind, Program, Task};

impl Program {
    /// Whether title, tasks and indicators of both are the same, word for word,
    /// and all of them were read.
    pub(crate) fn is_copy_of(&self, other: &Self) -> bool {
        self.title == other.title
            && self.tasks.iter().map(task).eq(other.tasks.iter().map(task))
            && self
                .indicators
                .iter()
                .map(indicator)
                .eq(other.indicators.iter().map(indicator))
            && [self, other].into_iter().all(is_read)
    }
}

/// Whether all columns and lines of the tables were read.
fn is_read(program: &Program) -> bool {
    let is_left_out = |kind| {
        matches!(
            kind,
            NoteKind::ColumnUnread | NoteKind::LineUnplaced | NoteKind::LineTooLong
        )
    };
    !program.notes.iter().any(|note| is_left_out(note.kind))
}

/// What is printed in the row of a task.
fn task(task: &Task) -> [Option<&str>; 7] {
    let Task {
        id,
        text,
        lead,
        coordinating,
        product,
        deadline,
        resources,
        ..
    } = task;
    let [lead, coordinating, product, deadline, resources] =
        [lead, coordinating, product, deadline, resources].map(|cell| printed(cell.as_ref()));
    [
        Some(id.as_str()),
        Some(&text.text),
        lead,
        coordinating,
        product,
        deadline,
        resources,
    ]
}

/// What is printed in the row of an indicator.
fn indicator(indicator: &Indicator) -> ([Option<&str>; 5], Vec<&str>) {
    let Indicator {
        id,
        name,
        unit,
        value,
        values,
        body,
        ..
    } = indicator;
    let [unit, body] = [unit, body].map(|cell| printed(cell.as_ref()));
    let values = values.iter().map(|value| value.cell.text.as_str()).collect();
    (
        [Some(id.as_str()), Some(&name.text), unit, Some(&value.text), body],
        values,
    )
}

fn printed(cell: Option<&Cell>) -> Option<&str> {
    cell.map(|cell| cell.text.as_str())
}
