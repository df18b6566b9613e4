//! Rows whose bodies are of another field than their task, and what speaks for
//! other bodies.

use std::cell::OnceCell;

use super::fields::Reach;
use super::subjects::Subjects;
use super::wording::{Department, Wording, department};
use super::{DisplacedCell, LONGEST_GAP, Witness, WitnessKind};
use crate::checks::Side;
use crate::checks::context::Context;
use crate::matching::{in_charge, particular};
use crate::model::{Body, Cell, Program, RowId, Task};

/// A row so far away still counts as close by.
const NEAR: usize = 2;

/// A row out of place.
pub(super) struct Misfit<'a> {
    /// Its place among the tasks of its program.
    pub(super) place: usize,
    pub(super) task: &'a Task,
    pub(super) cell: DisplacedCell,
}

/// A row with the departments it puts in charge.
struct Row<'a> {
    task: &'a Task,
    parent: Option<&'a Task>,
    own: Vec<&'static Department>,
    /// The phrases of its text, read when they are asked for: most rows need not be judged.
    text: OnceCell<Wording>,
}

impl<'a> Row<'a> {
    fn of(context: &Context<'a>, side: Side, task: &'a Task) -> Self {
        Self {
            task,
            parent: task.parent.as_ref().and_then(|parent| context.task(side, parent)),
            own: departments(context.program(side), context.program(side.other()), task),
            text: OnceCell::new(),
        }
    }

    /// The phrases of its text, read in the light of its parent.
    fn text(&self) -> &Wording {
        let rows = self.parent.into_iter().chain([self.task]);
        self.text
            .get_or_init(|| Wording::of(rows.map(|row| row.text.text.as_str())))
    }

    /// The departments of whose field it is; none where one it puts in charge suits it.
    fn expected(&self) -> Vec<&'static Department> {
        if self.own.iter().any(|one| self.text().suits(one)) {
            Vec::new()
        } else {
            self.text().departments()
        }
    }

    /// Those of some departments that it puts in charge.
    fn names(&self, of: &[&'static Department]) -> impl Iterator<Item = &'static Department> {
        let own = self.own.iter().copied();
        own.filter(|one| of.iter().any(|other| other.name == one.name))
    }
}

/// The rows of a program that are out of place, as far as they may be told.
pub(super) fn misfits<'a>(context: &Context<'a>, side: Side) -> Vec<Misfit<'a>> {
    let program = context.program(side);
    let rows: Vec<Row<'a>> = program.tasks.iter().map(|task| Row::of(context, side, task)).collect();
    let doubted = doubted(context, side, &rows);
    let suspects = suspects(&doubted);
    let wanted = Wanted::of(suspects.iter().map(|(_, expected)| expected));
    let (of_indicators, of_sections) = (wanted.indicators(program), wanted.sections(&rows));
    let misfit = |(one, expected): &(&Doubted<'a, '_>, Vec<&'static Department>)| {
        let &Doubted { place, row, .. } = *one;
        let text = row.text();
        // Of each kind the first witness is enough to check a row.
        let across = one.spoken_against_by(expected);
        let across = across.map(|(far, bodies)| witness(WitnessKind::OtherProgram, side.other(), &far.id, bodies));
        let indicator = of_indicators.first((), text, expected, None).map(|at| {
            let row = &program.indicators[at];
            witness(WitnessKind::Indicator, side, &row.id, &particular(&row.bodies))
        });
        let sibling = of_sections
            .first(section(row.task), text, expected, Some(place))
            .into_iter()
            .chain(close_by(&rows, place, |row| {
                row.names(expected).any(|one| row.text().is_in(one))
            }))
            .min();
        let neighbour = close_by(&rows, place, |other| {
            other.names(&row.own).any(|one| other.text().suits(one))
        });
        let of_row = |kind, at: usize| {
            let bodies: Vec<&str> = rows[at].own.iter().map(|one| one.name).collect();
            witness(kind, side, &rows[at].task.id, &bodies)
        };
        let witnesses = [
            across,
            indicator,
            sibling.map(|at| of_row(WitnessKind::Sibling, at)),
            neighbour.map(|at| of_row(WitnessKind::Neighbour, at)),
        ];
        Misfit {
            place,
            task: row.task,
            cell: DisplacedCell {
                row: row.task.id.clone(),
                bodies: row.own.iter().map(|one| one.name.to_owned()).collect(),
                witnesses: witnesses.into_iter().flatten().collect(),
            },
        }
    };
    suspects.iter().map(misfit).collect()
}

/// A row no row of the other program bears out.
struct Doubted<'a, 'r> {
    place: usize,
    row: &'r Row<'a>,
    /// The rows of the other program it is matched with, and the bodies these put in charge.
    partners: Vec<(&'a Task, Vec<&'a str>)>,
}

impl<'a> Doubted<'a, '_> {
    /// The first row of the other program that puts one of some departments in charge.
    fn spoken_against_by(&self, expected: &[&'static Department]) -> Option<&(&'a Task, Vec<&'a str>)> {
        self.partners.iter().find(|(_, bodies)| is_among(bodies, expected))
    }

    fn is_spoken_against(&self) -> bool {
        !self.partners.is_empty() && self.spoken_against_by(&self.row.expected()).is_some()
    }
}

fn doubted<'a, 'r>(context: &Context<'a>, side: Side, rows: &'r [Row<'a>]) -> Vec<Doubted<'a, 'r>> {
    let (program, other) = (context.program(side), context.program(side.other()));
    let partners = |row: &Row<'_>| -> Vec<_> {
        let partners = context.partners(side, &row.task.id).iter();
        partners.map(|&far| (far, in_charge((far, other), program))).collect()
    };
    let named = rows.iter().enumerate().filter(|(_, row)| !row.own.is_empty());
    named
        .map(|(place, row)| Doubted {
            place,
            row,
            partners: partners(row),
        })
        .filter(|one| one.spoken_against_by(&one.row.own).is_none())
        .collect()
}

/// The doubted rows out of place, each with the departments of whose field it
/// is. Those too far from any against which the other program speaks are in no
/// block that is told, so that their texts need not be read.
fn suspects<'d, 'a, 'r>(doubted: &'d [Doubted<'a, 'r>]) -> Vec<(&'d Doubted<'a, 'r>, Vec<&'static Department>)> {
    let are_close = |one: &Doubted<'_, '_>, two: &Doubted<'_, '_>| {
        two.place - one.place <= LONGEST_GAP + 1 && section(one.row.task) == section(two.row.task)
    };
    doubted
        .chunk_by(are_close)
        .filter(|close| close.iter().any(Doubted::is_spoken_against))
        .flatten()
        .map(|one| (one, one.row.expected()))
        .filter(|(_, expected)| !expected.is_empty())
        .collect()
}

fn is_among(bodies: &[&str], departments: &[&'static Department]) -> bool {
    let named = |name: &&str| departments.iter().any(|one| one.name == *name);
    bodies.iter().any(named)
}

/// The first other row of the section close to a place of which something holds.
fn close_by(rows: &[Row<'_>], place: usize, holds: impl Fn(&Row<'_>) -> bool) -> Option<usize> {
    let own = section(rows[place].task);
    let mut close = place.saturating_sub(NEAR)..(place + NEAR + 1).min(rows.len());
    close.find(|&at| at != place && section(rows[at].task) == own && holds(&rows[at]))
}

/// The departments expected somewhere: only rows that name one of them can be witnesses.
struct Wanted(Vec<&'static str>);

impl Wanted {
    fn of<'d>(expected: impl Iterator<Item = &'d Vec<&'static Department>>) -> Self {
        let mut names: Vec<&str> = expected.flatten().map(|one| one.name).collect();
        names.sort_unstable();
        names.dedup();
        Self(names)
    }

    fn among(&self, departments: impl IntoIterator<Item = &'static Department>) -> Vec<&'static Department> {
        let departments = departments.into_iter();
        departments.filter(|one| self.0.contains(&one.name)).collect()
    }

    /// The rows of each section by whom they name and what they are about.
    fn sections<'a>(&self, rows: &[Row<'a>]) -> Subjects<(u32, &'a str)> {
        let mut subjects = Subjects::new();
        for (place, row) in rows.iter().enumerate() {
            let named = self.among(row.own.iter().copied());
            if !named.is_empty() {
                subjects.push(section(row.task), place, row.text(), &named);
            }
        }
        subjects
    }

    /// The indicators of a program by whom they name and what their names are
    /// about. A table of sectors, which has no units, names fields, not subjects.
    fn indicators(&self, program: &Program) -> Subjects<()> {
        let mut subjects = Subjects::new();
        for (place, row) in program.indicators.iter().enumerate() {
            if row.unit.as_ref().is_none_or(Cell::is_empty) {
                continue;
            }
            let named = self.among(particular(&row.bodies).into_iter().filter_map(department));
            if !named.is_empty() {
                subjects.push((), place, &Wording::of([row.name.text.as_str()]), &named);
            }
        }
        subjects
    }
}

fn witness(kind: WitnessKind, side: Side, row: &RowId, bodies: &[&str]) -> Witness {
    Witness {
        kind,
        side,
        row: row.clone(),
        bodies: bodies.iter().map(|&name| name.to_owned()).collect(),
    }
}

/// The departments a row puts in charge; none where one of them has no field
/// of its own or one that is not known.
fn departments(program: &Program, other: &Program, task: &Task) -> Vec<&'static Department> {
    let mut found = Vec::new();
    for name in in_charge((task, program), other) {
        match department(name) {
            Some(known) if known.reach == Reach::Own => found.push(known),
            Some(_) => return Vec::new(),
            None if is_department_of_another_kind(task, name) => return Vec::new(),
            None => {}
        }
    }
    found
}

/// Whether a name is a known body; names not known are left out of the judgement.
fn is_department_of_another_kind(task: &Task, name: &str) -> bool {
    task.lead_bodies
        .iter()
        .chain(&task.coordinating_bodies)
        .any(|mention| matches!(&mention.body, Body::Named(own) if own == name))
}

/// The annex and the section a row stands in.
pub(super) fn section(task: &Task) -> (u32, &str) {
    (task.id.annex(), &task.section)
}
