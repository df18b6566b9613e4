//! Which rows lack what a column is there for.

use std::cell::LazyCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, one_sided};
use super::{Checked, CheckedFact, Code, Details, Outcome, Severity, Side};
use crate::model::{Cell, RowId};

/// A row and its cell of the column.
pub(super) struct Slot<'a> {
    pub(super) id: &'a RowId,
    pub(super) parent: Option<&'a RowId>,
    /// `None` where the table has no such column.
    pub(super) cell: Option<&'a Cell>,
}

/// What a column of an annex has.
#[derive(Default)]
struct Column<'a> {
    /// The annex.
    annex: u32,
    /// The rows without.
    missing: Vec<&'a RowId>,
    /// How many rows have it, by themselves or from the row above.
    filled: u32,
}

/// A doubt for each row without; a column that has none is one that was
/// checked and holds.
pub(super) fn outcome(context: &Context<'_>, side: Side, slots: &[Slot<'_>], code: Code, details: &Details) -> Outcome {
    let mut outcome = Outcome::default();
    for column in columns(slots) {
        outcome.findings.extend(column.missing.iter().map(|id| {
            let evidence = context.quote_title(side, id).into_iter().collect();
            one_sided(
                code,
                Severity::Doubt,
                side,
                vec![(*id).clone()],
                details.clone(),
                evidence,
            )
        }));
        if column.missing.is_empty() {
            let fact = CheckedFact::FieldFilled {
                annex: column.annex,
                rows: column.filled,
            };
            outcome.checked.push(Checked {
                code,
                side,
                rows: Vec::new(),
                fact,
            });
        }
    }
    outcome
}

/// A column filled in fewer rows than this share (percent) is not meant to be
/// filled in each: its cells are joined, or it is for remarks.
const FILLED_PERCENT: usize = 60;

/// The columns by annex. A row that only gathers sub-rows needs nothing, a
/// sub-row has what the row above has; where all sub-rows of a row lack it,
/// the row above stands for them.
fn columns<'a>(slots: &[Slot<'a>]) -> Vec<Column<'a>> {
    let gathering: FxHashSet<&RowId> = slots.iter().filter_map(|slot| slot.parent).collect();
    let by_id =
        LazyCell::new(|| -> FxHashMap<&RowId, &Slot<'a>> { slots.iter().map(|slot| (slot.id, slot)).collect() });
    let has = |slot: &Slot<'a>| {
        let mut at = Some(slot);
        let mut steps = 0;
        while let Some(row) = at {
            if row.cell.is_none_or(|cell| !cell.is_empty()) {
                return true;
            }
            steps += 1;
            at = row
                .parent
                .and_then(|id| by_id.get(id).copied())
                .filter(|_| steps < DEEPEST);
        }
        false
    };
    // The rows of which a sub-row has it.
    let served = LazyCell::new(|| -> FxHashSet<&RowId> {
        let filled = slots.iter().filter(|slot| slot.parent.is_some() && has(slot));
        filled.filter_map(|slot| slot.parent).collect()
    });
    let mut told: FxHashSet<&RowId> = FxHashSet::default();
    let mut columns: Vec<Column<'a>> = Vec::new();
    for slot in slots.iter().filter(|slot| slot.cell.is_some()) {
        if gathering.contains(slot.id) {
            continue;
        }
        let annex = slot.id.annex();
        if columns.last().is_none_or(|column| column.annex != annex) {
            columns.push(Column {
                annex,
                ..Column::default()
            });
            told.clear();
        }
        let Some(column) = columns.last_mut() else { continue };
        if has(slot) {
            column.filled += 1;
            continue;
        }
        let stands_for = slot.parent.filter(|parent| !served.contains(parent));
        let row = stands_for.unwrap_or(slot.id);
        if told.insert(row) {
            column.missing.push(row);
        }
    }
    columns.retain(|column| {
        let filled = usize::try_from(column.filled).unwrap_or(usize::MAX);
        filled * 100 >= (filled + column.missing.len()) * FILLED_PERCENT
    });
    columns
}

/// Rows stand at most so deep under each other.
const DEEPEST: usize = 8;
