//! The two programs before any edit, and which row is which by the
//! independent reading in `fixtures/expected/reconciliation.json`.

use doichieu::checks::Side;
use doichieu::model::{Indicator, Lines, Program, RowId, Task};
use doichieu::{Comparison, compare, hanoi};
use serde_json::Value;

use super::source::Source;

pub struct Known {
    pub original: Comparison,
    sources: [Source; 2],
    pub tasks: Vec<Pair>,
    pub indicators: Vec<Pair>,
}

/// A pair of rows as a person decided it.
pub struct Pair {
    left: RowId,
    right: RowId,
    facts: Value,
}

impl Pair {
    fn all(rows: &Value) -> Vec<Self> {
        let pair = |row: &Value| Self {
            left: row["left"].as_str().expect("an id").parse().expect("a row id"),
            right: row["right"].as_str().expect("an id").parse().expect("a row id"),
            facts: row.clone(),
        };
        rows.as_array().expect("a list").iter().map(pair).collect()
    }

    pub fn row(&self, side: Side) -> &RowId {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// Left and right row when the row of `side` is cited otherwise.
    pub fn with(&self, side: Side, row: &RowId) -> super::truth::Rows {
        let other = self.row(opposite(side)).clone();
        match side {
            Side::Left => super::truth::Rows::Pair(row.clone(), other),
            Side::Right => super::truth::Rows::Pair(other, row.clone()),
        }
    }

    pub fn rows(&self) -> super::truth::Rows {
        super::truth::Rows::Pair(self.left.clone(), self.right.clone())
    }

    /// Whether the pair and one field of it are beyond doubt.
    pub fn is_sure(&self, field: &str) -> bool {
        self.facts["sure"] == true
            || self.facts["unsure_fields"]
                .as_array()
                .is_some_and(|fields| !fields.iter().any(|doubtful| doubtful == field || doubtful == "pair"))
    }

    /// A yes or no of the pair.
    pub fn facts_of(&self, field: &str) -> Option<bool> {
        self.facts[field].as_bool()
    }

    pub fn says(&self, field: &str) -> &str {
        self.facts[field].as_str().unwrap_or_default()
    }
}

pub fn opposite(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

/// The pairs of a row, doubtful ones included.
pub fn pairs_of<'a>(pairs: &'a [Pair], side: Side, id: &RowId) -> Vec<&'a Pair> {
    pairs.iter().filter(|pair| pair.row(side) == id).collect()
}

impl Known {
    pub fn new() -> Self {
        let expected: Value = serde_json::from_str(include_str!("../../../fixtures/expected/reconciliation.json"))
            .expect("the expected reconciliation is JSON");
        Self {
            original: compare(hanoi::party(), hanoi::ubnd()),
            sources: [Source::new(hanoi::PARTY), Source::new(hanoi::UBND)],
            tasks: Pair::all(&expected["task_pairs"]),
            indicators: Pair::all(&expected["indicator_pairs"]),
        }
    }

    pub fn source(&self, side: Side) -> &Source {
        match side {
            Side::Left => &self.sources[0],
            Side::Right => &self.sources[1],
        }
    }

    pub fn program(&self, side: Side) -> &Program {
        match side {
            Side::Left => &self.original.left,
            Side::Right => &self.original.right,
        }
    }

    pub fn task(&self, side: Side, id: &RowId) -> &Task {
        let mut tasks = self.program(side).tasks.iter();
        tasks.find(|task| task.id == *id).expect("the expected task is read")
    }

    pub fn indicator(&self, side: Side, id: &RowId) -> &Indicator {
        let mut rows = self.program(side).indicators.iter();
        rows.find(|row| row.id == *id).expect("the expected indicator is read")
    }

    /// Whether the lines of a row are its own: no other row, heading or cell
    /// of another row stands on them.
    pub fn stands_alone(&self, side: Side, id: &RowId, lines: Lines) -> bool {
        let program = self.program(side);
        let apart = |other: Lines| other.last < lines.first || lines.last < other.first;
        let tasks = program.tasks.iter().filter(|task| task.id != *id);
        let indicators = program.indicators.iter().filter(|row| row.id != *id);
        tasks.clone().all(|task| {
            let cells = [&task.lead, &task.coordinating, &task.product, &task.deadline];
            apart(task.lines)
                && cells
                    .iter()
                    .all(|cell| cell.as_ref().is_none_or(|cell| apart(cell.lines)))
        }) && indicators
            .clone()
            .all(|row| apart(row.lines) && row.body.as_ref().is_none_or(|cell| apart(cell.lines)))
            && program.sections.iter().all(|section| apart(section.lines))
    }

    /// Whether another row of the place has the number of a row (`36`, `36#2`).
    pub fn is_numbered_again(&self, side: Side, id: &RowId) -> bool {
        let number = |id: &RowId| id.as_str().split('#').next().map(str::to_owned);
        let program = self.program(side);
        let tasks = program.tasks.iter().map(|task| &task.id);
        let mut all = tasks.chain(program.indicators.iter().map(|row| &row.id));
        all.any(|other| other != id && number(other) == number(id))
    }

    /// Whether rows stand under a row.
    pub fn has_sub_rows(&self, side: Side, id: &RowId) -> bool {
        let program = self.program(side);
        program.tasks.iter().any(|task| task.parent.as_ref() == Some(id))
            || program.indicators.iter().any(|row| row.parent.as_ref() == Some(id))
    }
}
