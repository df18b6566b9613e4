//! What every check reads: both programs and which row is which.

use std::collections::HashMap;

use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::{IndicatorMatch, Matches, TaskMatch};
use crate::model::{Cell, Indicator, Program, RowId, Task};

/// Both programs, their rows by id, and the matches.
pub(crate) struct Context<'a> {
    pub(crate) left: &'a Program,
    pub(crate) right: &'a Program,
    pub(crate) matches: &'a Matches,
    tasks: [HashMap<&'a RowId, &'a Task>; 2],
    indicators: [HashMap<&'a RowId, &'a Indicator>; 2],
    partners: [HashMap<&'a RowId, u32>; 2],
}

impl<'a> Context<'a> {
    pub(crate) fn new(left: &'a Program, right: &'a Program, matches: &'a Matches) -> Self {
        let tasks = [left, right].map(|program| program.tasks.iter().map(|task| (&task.id, task)).collect());
        let indicators = [left, right].map(|program| program.indicators.iter().map(|row| (&row.id, row)).collect());
        let mut partners = [HashMap::new(), HashMap::new()];
        for pair in &matches.tasks {
            *partners[0].entry(&pair.left).or_insert(0) += 1;
            *partners[1].entry(&pair.right).or_insert(0) += 1;
        }
        Self {
            left,
            right,
            matches,
            tasks,
            indicators,
            partners,
        }
    }

    pub(crate) fn program(&self, side: Side) -> &'a Program {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    pub(crate) fn task(&self, side: Side, id: &RowId) -> Option<&'a Task> {
        self.tasks[index(side)].get(id).copied()
    }

    /// Quotes the text of a task or the name of an indicator.
    pub(crate) fn quote_title(&self, side: Side, id: &RowId) -> Option<Evidence> {
        let task = self.tasks[index(side)].get(id).map(|task| &task.text);
        let title = task.or_else(|| self.indicators[index(side)].get(id).map(|row| &row.name));
        quote_some(side, id, Field::Text, title)
    }

    /// The matched tasks, both rows at hand.
    pub(crate) fn task_pairs(&self) -> impl Iterator<Item = (&'a TaskMatch, &'a Task, &'a Task)> + '_ {
        self.matches
            .tasks
            .iter()
            .filter_map(|pair| Some((pair, *self.tasks[0].get(&pair.left)?, *self.tasks[1].get(&pair.right)?)))
    }

    /// The matched indicators, both rows at hand.
    pub(crate) fn indicator_pairs(
        &self,
    ) -> impl Iterator<Item = (&'a IndicatorMatch, &'a Indicator, &'a Indicator)> + '_ {
        self.matches.indicators.iter().filter_map(|pair| {
            Some((
                pair,
                *self.indicators[0].get(&pair.left)?,
                *self.indicators[1].get(&pair.right)?,
            ))
        })
    }

    /// The rows of one program that stand in a tie.
    pub(crate) fn tied(&self, side: Side) -> impl Iterator<Item = &'a RowId> + '_ {
        self.matches.ties.iter().flat_map(move |tie| {
            let own = std::iter::once(&tie.row).filter(move |_| tie.side == side);
            own.chain(
                tie.candidates
                    .iter()
                    .map(|(id, _)| id)
                    .filter(move |_| tie.side != side),
            )
        })
    }

    /// The row of the other program most like a row without a pair.
    pub(crate) fn nearest(&self, side: Side, id: &RowId) -> Option<RowId> {
        self.matches.nearest.get(&(side, id.clone())).cloned()
    }

    /// How many rows of the other program a task is matched with.
    pub(crate) fn partner_count(&self, side: Side, id: &RowId) -> u32 {
        self.partners[index(side)].get(id).copied().unwrap_or(0)
    }
}

fn index(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => 1,
    }
}

/// A finding about one row of each program.
pub(crate) fn pair_finding(
    code: Code,
    severity: Severity,
    left: &RowId,
    right: &RowId,
    details: Details,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        code,
        severity,
        left: vec![left.clone()],
        right: vec![right.clone()],
        details,
        evidence,
    }
}

/// A finding about rows of one program.
pub(crate) fn one_sided(
    code: Code,
    severity: Severity,
    side: Side,
    rows: Vec<RowId>,
    details: Details,
    evidence: Vec<Evidence>,
) -> Finding {
    let (left, right) = match side {
        Side::Left => (rows, Vec::new()),
        Side::Right => (Vec::new(), rows),
    };
    Finding {
        code,
        severity,
        left,
        right,
        details,
        evidence,
    }
}

/// Quotes a cell of a row.
pub(crate) fn quote(side: Side, row: &RowId, field: Field, cell: &Cell) -> Evidence {
    Evidence {
        side,
        row: row.clone(),
        field,
        text: cell.text.clone(),
        lines: cell.lines,
    }
}

/// Quotes a cell of a row where the table has the column and something is printed.
pub(crate) fn quote_some(side: Side, row: &RowId, field: Field, cell: Option<&Cell>) -> Option<Evidence> {
    cell.filter(|cell| !cell.is_empty())
        .map(|cell| quote(side, row, field, cell))
}
