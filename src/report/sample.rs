//! A small comparison made by hand, for the tests of the reports.

use serde::Deserialize as _;
use serde_json::{Value, json};

use crate::checks::Finding;
use crate::comparison::Comparison;
use crate::model::Program;

/// A program with these sections, tasks and indicators and no notes.
fn program(
    label: &str,
    title: &str,
    sections: &Value,
    tasks: &[Value],
    indicators: &[Value],
    notes: &Value,
) -> Program {
    let program = json!({
        "label": label, "title": title, "issuer": {"name": format!("{label} (đầy đủ)"), "kind": "party"},
        "annexes": ([1, 2, 3].map(annex)), "sections": sections, "tasks": tasks, "indicators": indicators,
        "statements": [], "citations": [], "notes": notes,
    });
    serde_json::from_value(program).unwrap()
}

fn annex(number: u32) -> Value {
    let kind = if number == 3 { "tasks" } else { "indicators" };
    json!({"number": number, "title": "", "kind": kind, "columns": [], "period": null, "lines": [1, 1]})
}

fn cell(text: &str, line: u32) -> Value {
    json!({"text": text, "lines": [line, line]})
}

/// A task: id, parent, text, lead, deadline, line. The product column is missing, the others are empty.
fn task(id: &str, parent: Option<&str>, text: &str, lead: &str, deadline: &str, line: u32) -> Value {
    let section = id
        .split('.')
        .nth(1)
        .filter(|part| part.starts_with(char::is_uppercase))
        .unwrap_or_default();
    json!({
        "id": id, "section": section, "group": null, "number": "1", "parent": parent, "text": cell(text, line),
        "lead": cell(lead, line), "coordinating": cell("", line), "product": null, "deadline": cell(deadline, line),
        "resources": null, "lines": [line, line], "lead_bodies": [], "coordinating_bodies": [], "due": null,
    })
}

/// An indicator: id, parent, name, unit, value, body, line.
fn indicator(id: &str, parent: Option<&str>, name: &str, unit: &str, value: &str, line: u32) -> Value {
    json!({
        "id": id, "section": "", "number": "1", "parent": parent, "name": cell(name, line), "unit": cell(unit, line),
        "value": cell(value, line), "values": [], "body": cell("Sở Xây dựng", line), "lines": [line, line],
        "period": [2026, 2030], "unit_read": null, "target": null, "bodies": [], "footnote": null,
    })
}

/// A finding from its JSON.
pub(crate) fn finding(finding: &Value) -> Finding {
    Finding::deserialize(finding).unwrap()
}

/// Two programs of a few rows with one finding or two of several kinds.
pub(crate) fn comparison() -> Comparison {
    let matches = json!([{"left": "PL3.VII.1.a", "right": "PL3.11", "relation": "left-part-of-right", "score": 700,
        "through_parent": false, "deadlines": {"order": "not-comparable", "why": "missing"}, "leads": "not-comparable"}]);
    let pair = |left: &str, right: &str, targets: &str| json!({"left": left, "right": right, "targets": targets, "score": 1000});
    let pairs = json!([
        pair("PL1.33", "PL2.B.8", "right-inside-left"),
        pair("PL1.15", "PL2.A.11", "not-comparable")
    ]);
    Comparison {
        left: left().into(),
        right: right().into(),
        task_matches: serde_json::from_value(matches).unwrap(),
        indicator_matches: serde_json::from_value(pairs).unwrap(),
        findings: vec![
            green_space(),
            bridge(),
            duplicate(),
            alone("PL3.VII.2"),
            alone("PL3.VII.2.a"),
        ],
        checked: serde_json::from_value(json!([{
            "code": "target-differs", "side": "left", "rows": [],
            "fact": {"kind": "count-holds", "announced": "2 chỉ tiêu", "found": 2, "annex": 1},
        }]))
        .unwrap(),
        agreements: serde_json::from_value(
            json!([{"code": "lead-body-differs", "left": "PL3.VII.1.a", "right": "PL3.11"}]),
        )
        .unwrap(),
        not_checked: serde_json::from_value(
            json!([{"code": "target-differs", "left": "PL1.15", "right": "PL2.A.11", "why": "other-measure"}]),
        )
        .unwrap(),
        switched_off: Vec::new(),
    }
}

fn left() -> Program {
    let section = json!([{"annex": 3, "label": "VII", "parent": null, "title": "Hạ tầng", "lines": [10, 10]}]);
    program(
        "Đảng bộ TP Hà Nội",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN CHẤP HÀNH ĐẢNG BỘ",
        &section,
        &[
            task(
                "PL3.VII.1",
                None,
                "Hoàn thành 09 cầu qua sông Hồng",
                "Đảng ủy UBND Thành phố",
                "2026-2030",
                11,
            ),
            task(
                "PL3.VII.1.a",
                Some("PL3.VII.1"),
                "Cầu Tứ Liên",
                "Đảng ủy UBND Thành phố",
                "Quý III/2026",
                12,
            ),
            task(
                "PL3.VII.2",
                None,
                "Cải tạo công viên.",
                "Đảng ủy UBND Thành phố",
                "Năm 2027",
                13,
            ),
            task(
                "PL3.VII.2.a",
                Some("PL3.VII.2"),
                "Công viên Thống Nhất",
                "Đảng ủy UBND Thành phố",
                "",
                14,
            ),
        ],
        &[
            indicator(
                "PL1.33",
                None,
                "Diện tích cây xanh đô thị bình quân",
                "M²/người",
                "≥ 10",
                3,
            ),
            indicator("PL1.15", None, "Lao động", "1.000 lao động", "4.373", 4),
            indicator("PL1.15.a", Some("PL1.15"), "Dịch vụ *", "%", "62,0", 5),
        ],
        &json!([
            {"kind": "unit-unknown", "row": "PL1.15", "text": "1.000 lao động", "lines": [4, 4]},
            {"kind": "line-unplaced", "row": null, "text": "(tiếp)", "lines": [15, 16]},
        ]),
    )
}

fn right() -> Program {
    program(
        "UBND TP Hà Nội",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA UBND",
        &json!([]),
        &[
            task(
                "PL3.11",
                None,
                "Xây dựng 09 cầu qua sông Hồng",
                "Sở Xây dựng",
                "Quý IV/2028",
                21,
            ),
            task("PL3.16", None, "Phát triển doanh nghiệp", "Sở Tài chính", "2030", 22),
            task("PL3.18", None, "Phát triển doanh nghiệp", "Sở Tài chính", "2028", 23),
        ],
        &[
            indicator(
                "PL2.B.8",
                None,
                "Diện tích cây xanh đô thị bình quân",
                "M²/người",
                "10-12",
                31,
            ),
            indicator("PL2.A.11", None, "Lực lượng lao động", "Lao động", "4.373", 32),
        ],
        &json!([]),
    )
}

fn green_space() -> Finding {
    let quote = |side: &str, row: &str, text: &str, line: u32| json!({"side": side, "row": row, "field": "value", "text": text, "lines": [line, line]});
    finding(&json!({
        "code": "target-differs", "severity": "contradiction", "left": ["PL1.33"], "right": ["PL2.B.8"],
        "details": {"kind": "target-differs", "left": "≥ 10", "left_unit": "M²/người", "right": "10-12", "right_unit": "M²/người", "relation": "right-inside-left"},
        "evidence": [quote("left", "PL1.33", "≥ 10", 3), quote("right", "PL2.B.8", "10-12", 33)],
    }))
}

fn bridge() -> Finding {
    let quote = |side: &str, row: &str, field: &str, text: &str, line: u32| json!({"side": side, "row": row, "field": field, "text": text, "lines": [line, line]});
    finding(&json!({
        "code": "deadline-differs", "severity": "difference", "left": ["PL3.VII.1.a"], "right": ["PL3.11"],
        "details": {"kind": "deadline-differs", "left": "Quý III/2026", "right": "Quý IV/2028", "earlier": "left", "months": 27, "part": "left"},
        "evidence": [quote("left", "PL3.VII.1.a", "deadline", "Quý III/2026", 12), quote("right", "PL3.11", "text", "Xây dựng 09 cầu qua sông Hồng", 21), quote("right", "PL3.11", "deadline", "Quý IV/2028", 21)],
    }))
}

fn duplicate() -> Finding {
    finding(&json!({
        "code": "duplicate-task", "severity": "doubt", "left": [], "right": ["PL3.16", "PL3.18"],
        "details": {"kind": "duplicate-task", "exact": true, "fields": ["product", "deadline"]}, "evidence": [],
    }))
}

fn alone(id: &str) -> Finding {
    finding(&json!({
        "code": "task-without-counterpart", "severity": "note", "left": [id], "right": [],
        "details": {"kind": "task-without-counterpart", "nearest": null}, "evidence": [],
    }))
}
