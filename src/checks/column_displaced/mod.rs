#![doc = include_str!("../column_displaced.en.md")]

mod fields;

use std::cell::LazyCell;

use serde::{Deserialize, Serialize};

use super::context::{Context, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::{in_charge, particular};
use crate::model::{DeadlineKind, Program, RowId, Task};
use fields::{Department, Reach, Wording, department};

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
/// Witnesses of one kind told of a row: the first is enough to check it.
const MOST_ALIKE: usize = 1;

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
    for finding in findings {
        let (left, right) = (&finding.left, &finding.right);
        if let Details::LeadBodyDiffers { explained_by, .. } = &mut finding.details {
            let concerns = |block: &&Block| {
                let rows = match block.side {
                    Side::Left => left,
                    Side::Right => right,
                };
                rows.iter().any(|row| block.rows.contains(row))
            };
            *explained_by = blocks.iter().find(concerns).cloned();
        }
    }
}

/// A row out of place.
struct Misfit<'a> {
    place: usize,
    task: &'a Task,
    cell: DisplacedCell,
}

fn misfits<'a>(context: &Context<'a>, side: Side) -> Vec<Misfit<'a>> {
    let (program, other) = (context.program(side), context.program(opposite(side)));
    let wordings: Vec<LazyCell<Wording, _>> = program
        .tasks
        .iter()
        .map(|task| LazyCell::new(move || wording(program, task)))
        .collect();
    let named: Vec<Vec<&'static Department>> = program
        .tasks
        .iter()
        .map(|task| departments(program, other, task))
        .collect();
    let mut found = Vec::new();
    for (place, task) in program.tasks.iter().enumerate() {
        let (text, own) = (&wordings[place], &named[place]);
        if own.is_empty() || own.iter().any(|one| text.suits(one)) {
            continue;
        }
        let expected = text.departments();
        if expected.is_empty() {
            continue;
        }
        let is_expected = |name: &str| expected.iter().any(|one| one.name == name);
        let mut witnesses = Vec::new();
        let mut agrees = false;
        for (pair_side, row, bodies) in partners(context, side, task) {
            agrees |= bodies.iter().any(|name| own.iter().any(|one| one.name == *name));
            if bodies.iter().any(|name| is_expected(name)) {
                witnesses.push(witness(WitnessKind::OtherProgram, pair_side, row, bodies));
            }
        }
        if agrees {
            continue;
        }
        witnesses.truncate(MOST_ALIKE);
        let indicators = program.indicators.iter().filter_map(|row| {
            // A table of sectors names fields, not subjects.
            row.unit.as_ref().filter(|unit| !unit.is_empty())?;
            let bodies = particular(&row.bodies);
            let mut concerned = bodies.iter().filter(|name| is_expected(name)).peekable();
            concerned.peek()?;
            let name = Wording::of(&row.name.text);
            let speaks = concerned.any(|body| department(body).is_some_and(|one| text.shares_field(&name, one)));
            speaks.then(|| witness(WitnessKind::Indicator, side, &row.id, bodies))
        });
        witnesses.extend(indicators.take(MOST_ALIKE));
        let siblings = (0..program.tasks.len()).filter(|&index| {
            let close = index.abs_diff(place) <= NEAR;
            let speaks = |one: &&'static Department| {
                is_expected(one.name)
                    && (text.shares_field(&wordings[index], one) || close && wordings[index].is_in(one))
            };
            index != place && same_section(&program.tasks[index], task) && named[index].iter().any(speaks)
        });
        let of_row = |kind, index: usize| {
            let bodies = named[index].iter().map(|one| one.name).collect();
            witness(kind, side, &program.tasks[index].id, bodies)
        };
        witnesses.extend(
            siblings
                .take(MOST_ALIKE)
                .map(|index| of_row(WitnessKind::Sibling, index)),
        );
        let neighbours = (place.saturating_sub(NEAR)..(place + NEAR + 1).min(program.tasks.len())).filter(|&index| {
            index != place
                && same_section(&program.tasks[index], task)
                && named[index]
                    .iter()
                    .any(|one| own.iter().any(|other| other.name == one.name) && wordings[index].suits(one))
        });
        witnesses.extend(
            neighbours
                .take(MOST_ALIKE)
                .map(|index| of_row(WitnessKind::Neighbour, index)),
        );
        let bodies = own.iter().map(|one| one.name.to_owned()).collect();
        found.push(Misfit {
            place,
            task,
            cell: DisplacedCell {
                row: task.id.clone(),
                bodies,
                witnesses,
            },
        });
    }
    found
}

fn witness(kind: WitnessKind, side: Side, row: &RowId, bodies: Vec<&str>) -> Witness {
    Witness {
        kind,
        side,
        row: row.clone(),
        bodies: bodies.into_iter().map(str::to_owned).collect(),
    }
}

/// The text of a task, read in the light of its parent.
fn wording(program: &Program, task: &Task) -> Wording {
    match task.parent.as_ref().and_then(|parent| program.task(parent)) {
        Some(parent) => Wording::of(&format!("{}; {}", parent.text.text, task.text.text)),
        None => Wording::of(&task.text.text),
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
        .any(|mention| mention.body == crate::model::Body::Named(name.to_owned()))
}

/// The rows of the other program matched with a task, and whom they put in charge.
fn partners<'a>(context: &Context<'a>, side: Side, task: &Task) -> Vec<(Side, &'a RowId, Vec<&'a str>)> {
    let mut found = Vec::new();
    for (_, left, right) in context.task_pairs() {
        let (own, far) = match side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        if own.id == task.id {
            let program = context.program(opposite(side));
            found.push((
                opposite(side),
                &far.id,
                in_charge((far, program), context.program(side)),
            ));
        }
    }
    found
}

fn blocks<'a>(rows: Vec<Misfit<'a>>) -> Vec<Vec<Misfit<'a>>> {
    let mut blocks: Vec<Vec<Misfit<'a>>> = Vec::new();
    for row in rows {
        let joins = blocks
            .last()
            .and_then(|block| Some((block, block.last()?)))
            .is_some_and(|(block, last)| {
                let gap = row.place - last.place - 1;
                let shared = block
                    .iter()
                    .any(|one| one.cell.bodies.iter().any(|name| row.cell.bodies.contains(name)));
                same_section(last.task, row.task) && (gap == 0 || (gap <= LONGEST_GAP && shared))
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
    let recurring: Vec<RowId> = block
        .iter()
        .filter(|row| recurs(row.task) && !partner_recurs(context, side, row.task))
        .map(|row| row.task.id.clone())
        .collect();
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
        if recurring.contains(&task.id) {
            evidence.extend(quote_some(side, &task.id, Field::Deadline, task.deadline.as_ref()));
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
            deadlines: recurring,
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
    let text = crate::text::fold(&task.text.text);
    recurring
        && !["hàng ", "hằng ", "mỗi ", "thường "]
            .iter()
            .any(|word| text.contains(word))
}

fn partner_recurs(context: &Context<'_>, side: Side, task: &Task) -> bool {
    context.task_pairs().any(|(_, left, right)| {
        let (own, far) = match side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        own.id == task.id && recurs(far)
    })
}

fn same_section(one: &Task, two: &Task) -> bool {
    one.section == two.section && one.id.annex() == two.id.annex()
}

fn opposite(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
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
