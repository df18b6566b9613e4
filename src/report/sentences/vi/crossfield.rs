//! The sentences of the findings that set one cell or passage against others.

use super::super::super::context::other;
use super::super::{Facts, list, with_unit};
use super::messages::AND;
use crate::checks::{
    Block, CitationSlip, CitedAt, DisplacedCell, Field, Figure, Measured, Passage, SpelledAs, WitnessKind,
};
use crate::model::{RowId, TargetRelation};

pub(super) fn against_indicator(facts: &Facts<'_>, passage: &Passage, value: &str, indicators: &[Measured]) -> String {
    let place = match &passage.row {
        Some(row) => {
            let subject = facts.subject(passage.side, row);
            format!("Nhiệm vụ tại {}", facts.place(&subject))
        }
        None => format!("Phần nội dung{}", facts.place_in_body(passage.side, &passage.text)),
    };
    let told: Vec<String> = indicators
        .iter()
        .map(|one| {
            let subject = facts.subject(one.side, &one.row);
            let relation = match one.relation {
                TargetRelation::Disjoint => "không khớp",
                TargetRelation::Overlap => "chỉ trùng một phần",
                TargetRelation::Equal | TargetRelation::LeftInsideRight => "phù hợp",
                TargetRelation::RightInsideLeft | TargetRelation::NotComparable => "không trái",
            };
            format!(
                "chỉ tiêu “{}” của {} ({}) là {}, {relation}",
                subject.title,
                facts.label(one.side),
                facts.place(&subject),
                with_unit(&one.value, &one.unit, "đơn vị tính"),
            )
        })
        .collect();
    format!(
        "{place} của {} ghi “{}” (mức “{value}”); {}.",
        facts.label(passage.side),
        passage.text,
        told.join("; ")
    )
}

pub(super) fn against_task(facts: &Facts<'_>, passage: &Passage, changed: &[(Figure, Figure)]) -> String {
    let (owner, rows) = facts.of_one_program();
    let label = facts.label(passage.side);
    let said = facts.place_in_body(passage.side, &passage.text);
    let place = rows.first().map(|row| facts.place(row)).unwrap_or_default();
    let owner = if facts.own_side() == passage.side {
        String::new()
    } else {
        format!(" của {owner}")
    };
    let figures = changed
        .iter()
        .map(|(body, task)| format!("“{}” và “{}”", body.printed, task.printed));
    format!(
        "Phần lời của {label}{said} ghi “{}”, nhiệm vụ tại {place}{owner} ghi khác: {}.",
        passage.text,
        figures.collect::<Vec<_>>().join("; ")
    )
}

pub(super) fn spelled_variously(facts: &Facts<'_>, name: &str, spellings: &[SpelledAs]) -> String {
    let Some(topic) = facts.topic() else {
        return format!("{name} được ghi theo nhiều cách.");
    };
    let told: Vec<String> = spellings
        .iter()
        .map(|one| {
            let first = facts.first_of(topic.side, &one.rows);
            let first = first.map_or_else(String::new, |row| facts.place(&row));
            match one.rows.len() {
                1 => format!("“{}” ({first})", one.printed),
                count => format!("“{}” ({count} hàng, đầu tiên tại {first})", one.printed),
            }
        })
        .collect();
    format!(
        "{} ghi tên {name} theo {} cách: {}.",
        facts.label(topic.side),
        spellings.len(),
        list(&told, AND)
    )
}

pub(super) fn displaced(facts: &Facts<'_>, field: Field, cells: &[DisplacedCell], deadlines: &[RowId]) -> String {
    let Some(topic) = facts.topic() else {
        return "Có cơ quan ghi lệch hàng.".to_owned();
    };
    let column = match field {
        Field::Lead => "cơ quan chủ trì",
        _ => "cơ quan phối hợp",
    };
    let told: Vec<String> = cells
        .iter()
        .map(|cell| {
            let subject = facts.subject(topic.side, &cell.row);
            let witnesses: Vec<String> = cell
                .witnesses
                .iter()
                .map(|witness| {
                    let row = facts.subject(witness.side, &witness.row);
                    let bodies = list(&witness.bodies, AND);
                    let place = facts.place(&row);
                    match witness.kind {
                        WitnessKind::OtherProgram => format!("{} giao {bodies}", facts.label(other(topic.side))),
                        WitnessKind::Indicator => format!("chỉ tiêu cùng lĩnh vực ({place}) do {bodies} báo cáo"),
                        WitnessKind::Sibling => format!("nhiệm vụ cùng lĩnh vực ({place}) giao {bodies}"),
                        WitnessKind::Neighbour => format!("{bodies} phù hợp với hàng bên cạnh ({place})"),
                    }
                })
                .collect();
            let why = if witnesses.is_empty() {
                String::new()
            } else {
                format!(" [{}]", witnesses.join("; "))
            };
            format!(
                "“{}” ({}) ghi {}{why}",
                subject.title,
                facts.place(&subject),
                list(&cell.bodies, AND)
            )
        })
        .collect();
    let recurring: Vec<String> = deadlines
        .iter()
        .map(|row| facts.place(&facts.subject(topic.side, row)))
        .collect();
    let deadline = if recurring.is_empty() {
        String::new()
    } else {
        format!(
            "; thời hạn ghi theo định kỳ tại {} cũng có thể bị lệch",
            list(&recurring, AND)
        )
    };
    format!(
        "Cột {column} của {} có {} ô dường như thuộc hàng khác: {}{deadline}.",
        facts.label(topic.side),
        cells.len(),
        told.join("; ")
    )
}

pub(super) fn explained(facts: &Facts<'_>, block: Option<&Block>) -> String {
    let Some(block) = block else {
        return String::new();
    };
    let rows: Vec<String> = [block.rows.first(), block.rows.last().filter(|_| block.rows.len() > 1)]
        .into_iter()
        .flatten()
        .map(|row| facts.place(&facts.subject(block.side, row)))
        .collect();
    format!(
        "; có thể do cột cơ quan của {} bị lệch hàng ({})",
        facts.label(block.side),
        rows.join(" … ")
    )
}

pub(super) fn citation(facts: &Facts<'_>, slip: CitationSlip, cited: &[CitedAt]) -> String {
    let opening = match slip {
        CitationSlip::OtherDate => "Cùng một số văn bản nhưng ghi ngày khác nhau",
        CitationSlip::OtherNumber if cited.iter().all(|one| one.date.is_empty()) => {
            "Cùng nội dung nhưng ghi số văn bản khác nhau"
        }
        CitationSlip::OtherNumber if cited.iter().any(|one| one.row.is_none()) => {
            if cited.iter().any(|one| one.date.is_empty()) {
                "Số văn bản cùng loại chỉ lệch một chữ số, trong đó một số không ghi ngày"
            } else {
                "Cùng ngày, cùng loại và cơ quan ban hành nhưng ghi số văn bản khác nhau"
            }
        }
        CitationSlip::OtherNumber => "Cùng ngày và cùng nội dung nhưng ghi số văn bản khác nhau",
    };
    let told: Vec<String> = cited
        .iter()
        .map(|one| {
            format!(
                "{} ghi “{}”{} ({})",
                facts.label(one.side),
                one.number,
                if one.date.is_empty() {
                    String::new()
                } else {
                    format!(" ngày {}", one.date)
                },
                match &one.row {
                    Some(row) => facts.place(&facts.subject(one.side, row)),
                    None => "phần nội dung".to_owned(),
                }
            )
        })
        .collect();
    format!("{opening}: {}.", list(&told, AND))
}
