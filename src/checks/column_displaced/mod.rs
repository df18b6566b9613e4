#![doc = include_str!("../column_displaced.en.md")]

mod fields;
mod misfits;
mod subjects;
mod wording;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::particular;
use crate::model::{DeadlineKind, RowId, Task};
use misfits::{Misfit, misfits, section};

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

    const WASTE: &str = "Thu gom và xử lý rác thải sinh hoạt";
    const ENVIRONMENT: &str = "Sở Nông nghiệp và Môi trường";

    #[test]
    fn the_other_program_speaks_against_half_of_a_block() {
        let left = [(RELICS, CULTURE), (RIVER, CULTURE), (BUSES, CULTURE), (WASTE, CULTURE)];
        let right = [(RELICS, CULTURE), (RIVER, ENVIRONMENT), (WASTE, ENVIRONMENT)];
        assert_eq!(displaced(&compared(&left, &right)), [["PL1.2", "PL1.3", "PL1.4"]]);
        assert!(displaced(&compared(&left, &right[..2])).is_empty());
    }

    #[test]
    fn a_row_that_also_names_a_body_without_a_field_is_not_judged() {
        let lead = "Công an Thành phố, Sở Văn hóa và Thể thao";
        let left = [(RELICS, CULTURE), (RIVER, lead), (BUSES, lead)];
        let right = [(RELICS, CULTURE), (RIVER, ENVIRONMENT), (BUSES, "Sở Xây dựng")];
        assert!(displaced(&compared(&left, &right)).is_empty());
    }

    #[test]
    fn two_rows_that_fit_may_stand_inside_a_block() {
        let fits = [
            "Tôn tạo di tích Cổ Loa",
            "Tổ chức lễ hội chùa Hương",
            "Xây bảo tàng Hà Nội",
        ];
        let rows = |between: &[&'static str]| {
            let mut rows = vec![(RELICS, CULTURE), (RIVER, CULTURE)];
            rows.extend(between.iter().map(|&text| (text, CULTURE)));
            rows.push((BUSES, CULTURE));
            rows
        };
        let right = [(RIVER, ENVIRONMENT)];
        assert_eq!(displaced(&compared(&rows(&fits[..2]), &right)), [["PL1.2", "PL1.5"]]);
        assert_eq!(displaced(&compared(&rows(&fits), &right)), [["PL1.2"]]);
    }

    #[test]
    fn a_block_ends_with_its_section() {
        let text = |heading: &str| {
            format!(
                "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nPhụ lục 1\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\nI\tMôi trường\n\
                 1\t{RELICS}\t{CULTURE}\t2027\n2\t{RIVER}\t{CULTURE}\t2027\n{heading}3\t{BUSES}\t{CULTURE}\t2027\n"
            )
        };
        let right = [(RIVER, ENVIRONMENT), (BUSES, "Sở Xây dựng")];
        let found = |heading: &str| {
            let right = compared(&right, &right).left;
            displaced(&compare(read(&text(heading)).unwrap(), right))
        };
        assert_eq!(found(""), [["PL1.2", "PL1.3"]]);
        assert_eq!(found("II\tGiao thông\n"), [["PL1.2"]]);
    }
}
