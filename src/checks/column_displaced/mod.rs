#![doc = include_str!("../column_displaced.en.md")]

mod fields;
mod subjects;
mod wording;

use std::cell::OnceCell;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::{in_charge, particular};
use crate::model::{Body, Cell, DeadlineKind, Program, RowId, Task};
use fields::Reach;
use subjects::Subjects;
use wording::{Department, Wording, department};

/// A row whose bodies are of another field than its task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisplacedCell {
    /// The row.
    pub row: RowId,
    /// The bodies it names, in full.
    pub bodies: Vec<String>,
    /// What speaks for other bodies.
    pub witnesses: Vec<Witness>,
}

/// What speaks for other bodies than a row names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// What it is.
    pub kind: WitnessKind,
    /// The program it is in.
    pub side: Side,
    /// Its row.
    pub row: RowId,
    /// The bodies it names, in full.
    pub bodies: Vec<String>,
}

/// What speaks for other bodies than a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WitnessKind {
    /// The same task in the other program.
    OtherProgram,
    /// The reporting body of an indicator on the subject.
    Indicator,
    /// A row of the same section on the subject.
    Sibling,
    /// A row close by that the bodies do fit.
    Neighbour,
}

/// Rows that a displaced block explains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The program it is in.
    pub side: Side,
    /// Its rows, in document order.
    pub rows: Vec<RowId>,
}

/// Rows of a block stand so close: at most so many rows that fit lie between.
const LONGEST_GAP: usize = 2;
/// A row so far away still counts as close by.
const NEAR: usize = 2;

/// A row is out of place when it is in the field of a department and names
/// only departments of other fields. Rows close together are one block, told
/// once; the other program must speak against at least half of them. A single
/// row is told only when, besides, an indicator, a sibling or the row next to
/// it speaks against it. A row that agrees with the other program never is.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| {
            blocks(misfits(context, side))
                .into_iter()
                .filter(|block| is_borne_out(block))
                .map(move |block| finding(context, side, &block))
        })
        .collect()
}

/// Points findings about rows of a block to it.
pub(crate) fn explain(findings: &mut [Finding]) {
    let blocks: Vec<Block> = findings
        .iter()
        .filter(|finding| finding.code == Code::ColumnDisplaced)
        .map(|finding| {
            if finding.left.is_empty() {
                (Side::Right, &finding.right)
            } else {
                (Side::Left, &finding.left)
            }
        })
        .map(|(side, rows)| Block {
            side,
            rows: rows.clone(),
        })
        .collect();
    let mut places: FxHashMap<(Side, &RowId), usize> = FxHashMap::default();
    for (place, block) in blocks.iter().enumerate() {
        for row in &block.rows {
            places.entry((block.side, row)).or_insert(place);
        }
    }
    for finding in findings {
        if let Details::LeadBodyDiffers { explained_by, .. } = &mut finding.details {
            let left = finding.left.iter().map(|row| (Side::Left, row));
            let right = finding.right.iter().map(|row| (Side::Right, row));
            let first = left.chain(right).filter_map(|row| places.get(&row)).min();
            *explained_by = first.map(|&place| blocks[place].clone());
        }
    }
}

/// A row out of place.
struct Misfit<'a> {
    place: usize,
    task: &'a Task,
    cell: DisplacedCell,
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

fn misfits<'a>(context: &Context<'a>, side: Side) -> Vec<Misfit<'a>> {
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

fn blocks<'a>(rows: Vec<Misfit<'a>>) -> Vec<Vec<Misfit<'a>>> {
    let mut blocks: Vec<Vec<Misfit<'a>>> = Vec::new();
    for row in rows {
        let joins = blocks
            .last()
            .and_then(|block| Some((block, block.last()?)))
            .is_some_and(|(block, last)| {
                let gap = row.place - last.place - 1;
                let shares = |one: &Misfit<'_>| one.cell.bodies.iter().any(|name| row.cell.bodies.contains(name));
                section(last.task) == section(row.task)
                    && (gap == 0 || (gap <= LONGEST_GAP && block.iter().any(shares)))
            });
        match blocks.last_mut().filter(|_| joins) {
            Some(block) => block.push(row),
            None => blocks.push(vec![row]),
        }
    }
    blocks
}

fn is_borne_out(block: &[Misfit<'_>]) -> bool {
    let told = |row: &Misfit<'_>, kind| row.cell.witnesses.iter().any(|witness| witness.kind == kind);
    let across = block.iter().filter(|row| told(row, WitnessKind::OtherProgram)).count();
    match block {
        [row] => across == 1 && row.cell.witnesses.len() > 1,
        rows => across * 2 >= rows.len(),
    }
}

fn finding(context: &Context<'_>, side: Side, block: &[Misfit<'_>]) -> Finding {
    let displaced = |row: &Misfit<'_>| {
        let partners = context.partners(side, &row.task.id);
        recurs(row.task) && !partners.iter().any(|far| recurs(far))
    };
    let mut deadlines = Vec::new();
    let coordinates = |row: &Misfit<'_>| {
        let names = particular(&row.task.coordinating_bodies);
        row.cell.bodies.iter().any(|body| names.contains(&body.as_str()))
    };
    let field = if block.iter().all(coordinates) {
        Field::Coordinating
    } else {
        Field::Lead
    };
    let mut evidence: Vec<Evidence> = Vec::new();
    for row in block {
        let task = row.task;
        evidence.push(quote(side, &task.id, Field::Text, &task.text));
        let cell = match field {
            Field::Coordinating => task.coordinating.as_ref(),
            _ => task.lead.as_ref(),
        };
        evidence.extend(quote_some(side, &task.id, field, cell));
        if displaced(row) {
            evidence.extend(quote_some(side, &task.id, Field::Deadline, task.deadline.as_ref()));
            deadlines.push(task.id.clone());
        }
    }
    let rows = block.iter().map(|row| row.task.id.clone()).collect();
    let (left, right) = match side {
        Side::Left => (rows, Vec::new()),
        Side::Right => (Vec::new(), rows),
    };
    Finding {
        code: Code::ColumnDisplaced,
        severity: Severity::Doubt,
        left,
        right,
        details: Details::ColumnDisplaced {
            field,
            cells: block.iter().map(|row| row.cell.clone()).collect(),
            deadlines,
        },
        evidence,
    }
}

/// Whether the deadline comes back, though the task says nothing of it.
fn recurs(task: &Task) -> bool {
    let recurring = task
        .due
        .as_ref()
        .is_some_and(|due| matches!(due.kind, DeadlineKind::Recurring { .. }));
    recurring && {
        let text = crate::text::fold(&task.text.text);
        !["hàng ", "hằng ", "mỗi ", "thường "]
            .iter()
            .any(|word| text.contains(word))
    }
}

/// The annex and the section a row stands in.
fn section(task: &Task) -> (u32, &str) {
    (task.id.annex(), &task.section)
}

#[cfg(test)]
mod tests {
    use crate::{Code, Comparison, Details, compare, read};

    /// Two programs with these tasks and lead bodies.
    fn compared(left: &[(&str, &str)], right: &[(&str, &str)]) -> Comparison {
        let program = |rows: &[(&str, &str)]| {
            let mut text =
                "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nPhụ lục 1\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n".to_owned();
            for (index, (task, lead)) in rows.iter().enumerate() {
                text.push_str(&[&(index + 1).to_string(), *task, *lead, "Năm 2027\n"].join("\t"));
            }
            read(&text).unwrap()
        };
        compare(program(left), program(right))
    }

    fn displaced(comparison: &Comparison) -> Vec<Vec<String>> {
        comparison
            .findings
            .iter()
            .filter(|finding| finding.code == Code::ColumnDisplaced)
            .map(|finding| finding.left.iter().map(ToString::to_string).collect())
            .collect()
    }

    const RIVER: &str = "Xử lý ô nhiễm môi trường lưu vực sông Nhuệ";
    const BUSES: &str = "Thay xe buýt chạy dầu bằng xe buýt điện";
    const RELICS: &str = "Bảo tồn các di tích cấp quốc gia";
    const CULTURE: &str = "Sở Văn hóa và Thể thao";

    #[test]
    fn rows_of_another_field_are_one_block_that_explains_the_leads() {
        let left = [(RELICS, CULTURE), (RIVER, CULTURE), (BUSES, CULTURE)];
        let right = [
            (RELICS, CULTURE),
            (RIVER, "Sở Nông nghiệp và Môi trường"),
            (BUSES, "Sở Xây dựng"),
        ];
        let comparison = compared(&left, &right);
        assert_eq!(displaced(&comparison), [["PL1.2", "PL1.3"]]);
        let explained = comparison.findings.iter().filter(|finding| {
            matches!(&finding.details, Details::LeadBodyDiffers { explained_by: Some(block), .. } if block.rows.len() == 2)
        });
        assert_eq!(explained.count(), 2);
    }

    #[test]
    fn bodies_of_the_field_and_bodies_both_programs_name_are_in_place() {
        let fitting = [
            (RELICS, CULTURE),
            (RIVER, "Sở Nông nghiệp và Môi trường"),
            (BUSES, "Sở Xây dựng"),
        ];
        assert!(displaced(&compared(&fitting, &fitting)).is_empty());
        let odd = [(RELICS, CULTURE), (RIVER, CULTURE), (BUSES, CULTURE)];
        assert!(displaced(&compared(&odd, &odd)).is_empty());
    }

    #[test]
    fn bodies_whose_work_concerns_any_task_are_never_displaced() {
        let left = [(RIVER, "Sở Tài chính"), (BUSES, "Sở Tài chính")];
        let right = [(RIVER, "Sở Nông nghiệp và Môi trường"), (BUSES, "Sở Xây dựng")];
        assert!(displaced(&compared(&left, &right)).is_empty());
    }
}
