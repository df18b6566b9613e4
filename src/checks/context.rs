//! What every check reads: both programs and which row is which.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::numbering::{Run, runs};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::{IndicatorMatch, Matches, TaskMatch};
use crate::model::{Cell, Indicator, Program, RowId, Seat, Task};
use crate::text::{Printed, numbers};

/// Both programs, their rows by id, and the matches.
pub(crate) struct Context<'a> {
    pub(crate) left: &'a Program,
    pub(crate) right: &'a Program,
    pub(crate) matches: &'a Matches,
    /// The places of the tasks.
    tasks: [FxHashMap<&'a RowId, usize>; 2],
    indicators: [FxHashMap<&'a RowId, &'a Indicator>; 2],
    task_pairs: Vec<(&'a TaskMatch, &'a Task, &'a Task)>,
    indicator_pairs: Vec<(&'a IndicatorMatch, &'a Indicator, &'a Indicator)>,
    /// The rows of the other program a task is matched with.
    partners: [FxHashMap<&'a RowId, Vec<&'a Task>>; 2],
    /// The row of the other program an indicator is first matched with.
    indicator_partners: [FxHashMap<&'a RowId, &'a Indicator>; 2],
    /// The sub-rows of the tasks.
    below: [OnceCell<FxHashMap<&'a RowId, Vec<&'a Task>>>; 2],
    runs: [OnceCell<Vec<Run<'a>>>; 2],
    figures_of_tasks: [OnceCell<Vec<Vec<Printed>>>; 2],
    figures_of_statements: [OnceCell<Vec<Vec<Printed>>>; 2],
    is_one_program: OnceCell<bool>,
    /// The rows of the other program most like the rows without a pair.
    nearest: FxHashMap<(Side, &'a RowId), &'a RowId>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(left: &'a Program, right: &'a Program, matches: &'a Matches) -> Self {
        let tasks: [FxHashMap<_, _>; 2] =
            [left, right].map(|program| program.tasks.iter().map(|task| &task.id).zip(0..).collect());
        let indicators: [FxHashMap<_, _>; 2] =
            [left, right].map(|program| program.indicators.iter().map(|row| (&row.id, row)).collect());
        let task_pairs: Vec<_> = matches
            .tasks
            .iter()
            .filter_map(|pair| {
                let (l, r) = (*tasks[0].get(&pair.left)?, *tasks[1].get(&pair.right)?);
                Some((pair, &left.tasks[l], &right.tasks[r]))
            })
            .collect();
        let indicator_pairs: Vec<_> = matches
            .indicators
            .iter()
            .filter_map(|pair| Some((pair, *indicators[0].get(&pair.left)?, *indicators[1].get(&pair.right)?)))
            .collect();
        let mut partners: [FxHashMap<_, Vec<_>>; 2] = Default::default();
        for &(_, left, right) in &task_pairs {
            partners[0].entry(&left.id).or_default().push(right);
            partners[1].entry(&right.id).or_default().push(left);
        }
        let mut indicator_partners: [FxHashMap<_, _>; 2] = Default::default();
        for &(_, left, right) in &indicator_pairs {
            indicator_partners[0].entry(&left.id).or_insert(right);
            indicator_partners[1].entry(&right.id).or_insert(left);
        }
        Self {
            left,
            right,
            matches,
            tasks,
            indicators,
            task_pairs,
            indicator_pairs,
            partners,
            indicator_partners,
            below: Default::default(),
            runs: Default::default(),
            figures_of_tasks: Default::default(),
            figures_of_statements: Default::default(),
            is_one_program: OnceCell::new(),
            nearest: matches
                .nearest
                .iter()
                .map(|((side, id), row)| ((*side, id), row))
                .collect(),
        }
    }

    /// Whether one program is for a part of what the other is for: a ward's for a
    /// share of its city's. Their figures may then both hold.
    pub(crate) fn is_between_levels(&self) -> bool {
        let [left, right] = [self.left, self.right].map(|program| Seat::of(&program.issuer.name));
        left.is_of_other_level(right)
    }

    /// Whether both texts are one program: what it contradicts in itself, it does
    /// not contradict in the other.
    pub(crate) fn is_one_program(&self) -> bool {
        *self.is_one_program.get_or_init(|| self.left.is_copy_of(self.right))
    }

    pub(crate) fn program(&self, side: Side) -> &'a Program {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    pub(crate) fn task(&self, side: Side, id: &RowId) -> Option<&'a Task> {
        self.tasks[index(side)]
            .get(id)
            .map(|&place| &self.program(side).tasks[place])
    }

    /// The task before another one and the one behind it.
    pub(crate) fn beside(&self, side: Side, id: &RowId) -> impl Iterator<Item = &'a Task> {
        let tasks = &self.program(side).tasks;
        let place = self.tasks[index(side)].get(id).copied();
        let places = place
            .into_iter()
            .flat_map(|place| [place.checked_sub(1), place.checked_add(1)]);
        places.flatten().filter_map(|place| tasks.get(place))
    }

    /// Quotes the text of a task or the name of an indicator.
    pub(crate) fn quote_title(&self, side: Side, id: &RowId) -> Option<Evidence> {
        quote_some(side, id, Field::Text, self.title(side, id))
    }

    /// The text of a task or the name of an indicator.
    pub(crate) fn title(&self, side: Side, id: &RowId) -> Option<&'a Cell> {
        let task = self.task(side, id).map(|task| &task.text);
        task.or_else(|| self.indicators[index(side)].get(id).map(|row| &row.name))
    }

    /// The matched tasks, both rows at hand.
    pub(crate) fn task_pairs(&self) -> impl Iterator<Item = (&'a TaskMatch, &'a Task, &'a Task)> + '_ {
        self.task_pairs.iter().copied()
    }

    /// The matched indicators, both rows at hand.
    pub(crate) fn indicator_pairs(
        &self,
    ) -> impl Iterator<Item = (&'a IndicatorMatch, &'a Indicator, &'a Indicator)> + '_ {
        self.indicator_pairs.iter().copied()
    }

    /// The rows of the other program a task is matched with, in order of the matches.
    pub(crate) fn partners(&self, side: Side, id: &RowId) -> &[&'a Task] {
        self.partners[index(side)].get(id).map_or(&[], Vec::as_slice)
    }

    /// The row of the other program that is the same indicator; the first of several.
    pub(crate) fn indicator_partner(&self, side: Side, id: &RowId) -> Option<&'a Indicator> {
        self.indicator_partners[index(side)].get(id).copied()
    }

    /// The sub-rows of a task in document order.
    pub(crate) fn below(&self, side: Side, id: &RowId) -> &[&'a Task] {
        let below = self.below[index(side)].get_or_init(|| {
            let mut below: FxHashMap<_, Vec<_>> = FxHashMap::default();
            for task in &self.program(side).tasks {
                if let Some(parent) = &task.parent {
                    below.entry(parent).or_default().push(task);
                }
            }
            below
        });
        below.get(id).map_or(&[], Vec::as_slice)
    }

    /// The figures in the texts of the tasks of a program, task by task.
    pub(crate) fn figures_of_tasks(&self, side: Side) -> &[Vec<Printed>] {
        let texts = self.program(side).tasks.iter().map(|task| &task.text.text);
        self.figures_of_tasks[index(side)].get_or_init(|| texts.map(|text| numbers(text).collect()).collect())
    }

    /// The figures in the text of a task.
    pub(crate) fn figures_of_task(&self, side: Side, id: &RowId) -> &[Printed] {
        let place = self.tasks[index(side)].get(id);
        place.map_or(&[], |&place| &self.figures_of_tasks(side)[place])
    }

    /// The figures in the statements of a program, statement by statement.
    pub(crate) fn figures_of_statements(&self, side: Side) -> &[Vec<Printed>] {
        let texts = self.program(side).statements.iter().map(|statement| &statement.text);
        self.figures_of_statements[index(side)].get_or_init(|| texts.map(|text| numbers(text).collect()).collect())
    }

    /// The rows of a program whose numbers are meant to run on.
    pub(crate) fn runs(&self, side: Side) -> &[Run<'a>] {
        self.runs[index(side)].get_or_init(|| runs(self.program(side)))
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
        self.nearest.get(&(side, id)).map(|&row| row.clone())
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

/// A finding about the text of one row of each program, which it quotes.
pub(crate) fn texts_finding(
    (code, severity): (Code, Severity),
    (left, left_text): (&RowId, &Cell),
    (right, right_text): (&RowId, &Cell),
    details: Details,
) -> Finding {
    let evidence = vec![
        quote(Side::Left, left, Field::Text, left_text),
        quote(Side::Right, right, Field::Text, right_text),
    ];
    pair_finding(code, severity, left, right, details, evidence)
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
