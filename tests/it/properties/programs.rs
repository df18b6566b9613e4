//! Whole programs of generated values.

use doichieu::Program;
use doichieu::model::{Bodies, Cell, Deadline, Lines, Target, Unit};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::bodies::{self, bodies};
use super::deadlines::deadline;
use super::targets::target;
use super::texts::text;
use super::units::unit;
use super::{cases, goes_through_json};

/// A program whose cells print what their values show, with some columns
/// missing and some cells empty, or printing anything.
pub fn program() -> impl Strategy<Value = Program> {
    (
        prop::collection::vec(task(), 0..6),
        prop::collection::vec(indicator(), 0..6),
        (text(), prop::sample::select(&["party", "state", "unknown"][..])),
        prop::option::of(2025_i16..2030),
    )
        .prop_map(|(tasks, indicators, (title, kind), from)| {
            let period = from.map(|from| (from, from + 5));
            let annex = |number, kind| {
                json!({
                    "number": number, "title": title, "kind": kind, "columns": [], "period": period, "lines": [1, 99],
                })
            };
            let note = json!({"kind": "line-unplaced", "row": null, "text": title, "lines": [7, 7]});
            let program = json!({
                "label": "", "title": title, "issuer": {"name": title, "kind": kind, "body": null},
                "annexes": [annex(1, "indicators"), annex(3, "tasks")],
                "sections": [{"annex": 3, "label": "I", "parent": null, "title": title, "lines": [8, 8]}],
                "tasks": numbered(tasks, "PL3.I"), "indicators": numbered(indicators, "PL1"),
                "statements": [{"text": title, "lines": [2, 2]}],
                "citations": [{"number": "355-KH/TU", "date": "25/7/2025", "row": null, "lines": [3, 3]}],
                "notes": [note],
            });
            serde_json::from_value(program).unwrap()
        })
}

/// The rows with their ids; every third stands under the one before it.
fn numbered(rows: Vec<Value>, annex: &str) -> Vec<Value> {
    let mut above = None;
    let with_id = |(at, mut row): (usize, Value)| {
        let parent = above.take().filter(|_| at % 3 == 2);
        row["id"] = match &parent {
            Some(parent) => format!("{parent}.a").into(),
            None => format!("{annex}.{}", at + 1).into(),
        };
        row["number"] = if parent.is_some() {
            "-".into()
        } else {
            (at + 1).to_string().into()
        };
        row["parent"] = parent.into();
        above = row["id"].as_str().map(str::to_owned);
        row
    };
    rows.into_iter().enumerate().map(with_id).collect()
}

/// A text of words that programs are made of, or any text.
fn title() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "Xây dựng",
        "cầu",
        "Tứ Liên",
        "Ngọc Hồi",
        "hồ",
        "điều hòa",
        "Đề án",
        "10",
        "25.000",
        "m³/ngđ",
        "tỷ lệ",
        "dân số",
        "công viên",
        "Hoàn thành",
        "giai đoạn 2026-2030",
        "trường",
        "(đợt 2)",
        "100%",
    ];
    prop_oneof![4 => super::soup(WORDS, 6), 1 => text()]
}

fn cell(text: &str) -> Cell {
    Cell::new(text, Lines::one(11))
}

/// A cell that prints a value, prints something else, is empty, or is not there.
fn printing<T>(
    value: impl Strategy<Value = T>,
    show: fn(&T) -> String,
) -> impl Strategy<Value = (Option<Cell>, Option<T>)>
where
    T: Clone + std::fmt::Debug,
{
    let value = value.prop_map(move |value| (Some(cell(&show(&value))), Some(value)));
    prop_oneof![
        6 => value,
        1 => text().prop_map(|text| (Some(cell(&text)), None)),
        1 => Just((Some(cell("")), None)),
        1 => Just((None, None)),
    ]
}

fn named() -> impl Strategy<Value = (Option<Cell>, Bodies)> {
    printing(bodies(), |bodies| bodies::cell(bodies)).prop_map(|(cell, bodies)| (cell, bodies.unwrap_or_default()))
}

fn task() -> impl Strategy<Value = Value> {
    (title(), named(), named(), printing(deadline(), Deadline::to_string), prop::option::of(text())).prop_map(
        |(text, (lead, lead_bodies), (coordinating, coordinating_bodies), (deadline, due), product)| {
            json!({
                "section": "I", "group": null, "text": cell(&text), "lead": lead, "coordinating": coordinating,
                "product": product.map(|text| cell(&text)), "deadline": deadline, "resources": null, "lines": [11, 12],
                "lead_bodies": lead_bodies, "coordinating_bodies": coordinating_bodies, "due": due,
            })
        },
    )
}

fn indicator() -> impl Strategy<Value = Value> {
    (
        title(),
        printing(unit(), Unit::to_string),
        printing(target(), Target::to_string),
        named(),
        prop::option::of(text()),
    )
        .prop_map(|(name, (unit, unit_read), (value, target), (body, bodies), footnote)| {
            json!({
                "section": "", "name": cell(&name), "unit": unit, "value": value.unwrap_or(cell("")), "values": [],
                "body": body, "lines": [11, 11], "period": [2026, 2030], "unit_read": unit_read, "target": target,
                "bodies": bodies, "footnote": footnote,
            })
        })
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn a_program_goes_to_json_and_comes_back(program in program()) {
        goes_through_json(&program)?;
    }
}
