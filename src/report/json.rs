//! The report other programs rely on: JSON, version 1.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Language;
use super::closing::{CheckedRow, Closing, NotCheckedRow, checked_rows, not_checked_rows};
use super::context::Context;
use crate::checks::{Code, Details, Evidence, Finding, FindingId, Severity};
use crate::comparison::Comparison;
use crate::matching::{IndicatorMatch, TaskMatch};
use crate::model::{
    Annex, Body, Cell, Citation, Deadline, Indicator, IssuerKind, Lines, Mention, Note, Program, RowId, Section,
    Statement, Target, Task, Unit,
};
use crate::remark::Remark;

/// What the report calls itself in `format`.
pub const FORMAT: &str = "doichieu.report";
/// The version of the report's contract: fields may be added within a version,
/// their meaning does not change.
pub const VERSION: u32 = 1;

/// A comparison as JSON, version 1.
///
/// `Display` writes it indented by two blanks with the keys in a fixed order,
/// the same bytes for the same comparison; `Serialize` serves any other form.
/// Cells hold the printed text, `""` where they are empty, `null` where the
/// table has no such column; what they were read as stands in further fields.
/// No type of this crate reads the report back, and `documents.left` is no
/// [`Program`]: it says less. A program that is to come back is serialized itself.
#[derive(Debug, Clone, Copy)]
pub struct Json<'a> {
    comparison: &'a Comparison,
    language: Language,
}

impl<'a> Json<'a> {
    pub(super) fn new(comparison: &'a Comparison) -> Self {
        Self {
            comparison,
            language: Language::default(),
        }
    }

    /// The language of the messages; default [`Language::Vi`].
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Comparison {
            left,
            right,
            task_matches,
            indicator_matches,
            findings,
            ..
        } = self.comparison;
        let context = Context::new(self.comparison, self.language);
        let closing = Closing::new(&context);
        let report = Report {
            format: FORMAT,
            version: VERSION,
            language: self.language.as_str(),
            documents: Documents {
                left: Document::new(left),
                right: Document::new(right),
            },
            remarks: remarks(&context),
            task_matches,
            indicator_matches,
            findings: findings
                .iter()
                .map(|finding| FindingRow::new(finding, context.message(finding)))
                .collect(),
            checked: checked_rows(&context, &closing),
            not_checked: not_checked_rows(&context, closing),
        };
        report.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    version: u32,
    language: &'static str,
    documents: Documents<'a>,
    remarks: Vec<RemarkRow>,
    task_matches: &'a [TaskMatch],
    indicator_matches: &'a [IndicatorMatch],
    findings: Vec<FindingRow<'a>>,
    checked: Vec<CheckedRow<'a>>,
    not_checked: Vec<NotCheckedRow<'a>>,
}

#[derive(Serialize)]
struct RemarkRow {
    kind: Remark,
    message: String,
}

fn remarks(context: &Context<'_>) -> Vec<RemarkRow> {
    let kinds = context.comparison.remarks().into_iter();
    let rows = kinds.zip(context.remarks());
    rows.map(|(kind, message)| RemarkRow { kind, message }).collect()
}

#[derive(Serialize)]
struct Documents<'a> {
    left: Document<'a>,
    right: Document<'a>,
}

#[derive(Serialize)]
struct Document<'a> {
    label: &'a str,
    title: &'a str,
    issuer: &'a str,
    issuer_kind: IssuerKind,
    annexes: &'a [Annex],
    sections: &'a [Section],
    tasks: Vec<TaskRow<'a>>,
    indicators: Vec<IndicatorRow<'a>>,
    statements: &'a [Statement],
    citations: &'a [Citation],
    notes: &'a [Note],
}

impl<'a> Document<'a> {
    fn new(program: &'a Program) -> Self {
        Self {
            label: &program.label,
            title: &program.title,
            issuer: &program.issuer.name,
            issuer_kind: program.issuer.kind,
            annexes: &program.annexes,
            sections: &program.sections,
            tasks: program.tasks.iter().map(TaskRow::new).collect(),
            indicators: program.indicators.iter().map(IndicatorRow::new).collect(),
            statements: &program.statements,
            citations: &program.citations,
            notes: &program.notes,
        }
    }
}

#[derive(Serialize)]
struct TaskRow<'a> {
    id: &'a RowId,
    section: &'a str,
    group: Option<&'a str>,
    number: &'a str,
    parent: Option<&'a RowId>,
    text: &'a str,
    lead: Option<&'a str>,
    coordinating: Option<&'a str>,
    product: Option<&'a str>,
    deadline: Option<&'a str>,
    resources: Option<&'a str>,
    lines: Lines,
    lead_bodies: Vec<BodyRow<'a>>,
    coordinating_bodies: Vec<BodyRow<'a>>,
    deadline_read: Option<&'a Deadline>,
}

impl<'a> TaskRow<'a> {
    fn new(task: &'a Task) -> Self {
        Self {
            id: &task.id,
            section: &task.section,
            group: task.group.as_deref(),
            number: &task.number,
            parent: task.parent.as_ref(),
            text: &task.text.text,
            lead: printed(task.lead.as_ref()),
            coordinating: printed(task.coordinating.as_ref()),
            product: printed(task.product.as_ref()),
            deadline: printed(task.deadline.as_ref()),
            resources: printed(task.resources.as_ref()),
            lines: task.lines,
            lead_bodies: task.lead_bodies.iter().map(BodyRow::new).collect(),
            coordinating_bodies: task.coordinating_bodies.iter().map(BodyRow::new).collect(),
            deadline_read: task.due.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct IndicatorRow<'a> {
    id: &'a RowId,
    section: &'a str,
    number: &'a str,
    parent: Option<&'a RowId>,
    name: &'a str,
    unit: Option<&'a str>,
    value: &'a str,
    body: Option<&'a str>,
    lines: Lines,
    values: Vec<ValueRow<'a>>,
    period: Option<(i16, i16)>,
    unit_read: Option<&'a Unit>,
    target: Option<&'a Target>,
    bodies: Vec<BodyRow<'a>>,
    footnote: Option<&'a str>,
}

impl<'a> IndicatorRow<'a> {
    fn new(indicator: &'a Indicator) -> Self {
        let values = indicator.values.iter();
        Self {
            id: &indicator.id,
            section: &indicator.section,
            number: &indicator.number,
            parent: indicator.parent.as_ref(),
            name: &indicator.name.text,
            unit: printed(indicator.unit.as_ref()),
            value: &indicator.value.text,
            body: printed(indicator.body.as_ref()),
            lines: indicator.lines,
            values: values
                .map(|value| ValueRow {
                    heading: &value.heading,
                    value: &value.cell.text,
                })
                .collect(),
            period: indicator.period,
            unit_read: indicator.unit_read.as_ref(),
            target: indicator.target.as_ref(),
            bodies: indicator.bodies.iter().map(BodyRow::new).collect(),
            footnote: indicator.footnote.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct ValueRow<'a> {
    heading: &'a str,
    value: &'a str,
}

/// A body with what is known of it: `named`, `generic` or `unknown`.
#[derive(Serialize)]
struct BodyRow<'a> {
    name: &'a str,
    kind: &'static str,
    party_committee: bool,
    printed: &'a str,
}

impl<'a> BodyRow<'a> {
    fn new(mention: &'a Mention) -> Self {
        let (kind, name) = match &mention.body {
            Body::Named(name) => ("named", name),
            Body::Generic(name) => ("generic", name),
            Body::Unknown(name) => ("unknown", name),
        };
        Self {
            name,
            kind,
            party_committee: mention.party_committee,
            printed: &mention.printed,
        }
    }
}

#[derive(Serialize)]
struct FindingRow<'a> {
    id: FindingId,
    code: Code,
    severity: Severity,
    left: &'a [RowId],
    right: &'a [RowId],
    message: String,
    details: &'a Details,
    evidence: &'a [Evidence],
}

impl<'a> FindingRow<'a> {
    fn new(finding: &'a Finding, message: String) -> Self {
        Self {
            id: finding.id(),
            code: finding.code,
            severity: finding.severity,
            left: &finding.left,
            right: &finding.right,
            message,
            details: &finding.details,
            evidence: &finding.evidence,
        }
    }
}

fn printed(cell: Option<&Cell>) -> Option<&str> {
    cell.map(|cell| cell.text.as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::sample;
    use super::*;

    fn report() -> Value {
        serde_json::from_str(&sample::comparison().json().to_string()).unwrap()
    }

    #[test]
    fn keeps_the_contract() {
        let report = report();
        assert_eq!(report["format"], "doichieu.report");
        assert_eq!(report["version"], 1);
        let left = &report["documents"]["left"];
        assert_eq!(left["label"], "Đảng bộ TP Hà Nội");
        assert_eq!(left["issuer"], "Đảng bộ TP Hà Nội (đầy đủ)");
        assert_eq!(left["indicators"][0]["lines"], json!([3, 3]));
        assert_eq!(report["documents"]["right"]["tasks"].as_array().map(Vec::len), Some(3));
        assert_eq!(report["task_matches"][0]["relation"], "left-part-of-right");
        assert_eq!(report["indicator_matches"][0]["targets"], "right-inside-left");
        let finding = &report["findings"][0];
        assert_eq!(finding["code"], "target-differs");
        assert_eq!(finding["severity"], "contradiction");
        assert_eq!(finding["left"], json!(["PL1.33"]));
        assert_eq!(finding["details"]["relation"], "right-inside-left");
        assert_eq!(finding["evidence"][1]["text"], "10-12");
    }

    #[test]
    fn closes_with_what_agrees_and_what_was_not_checked() {
        let report = report();
        assert_eq!(
            report["checked"],
            json!([
                {
                    "code": "target-differs", "side": "left", "left": [], "right": [],
                    "message": "“2 chỉ tiêu”, Phụ lục 1 có 2",
                    "fact": {"kind": "count-holds", "announced": "2 chỉ tiêu", "found": 2, "annex": 1},
                },
                {
                    "code": "lead-body-differs", "side": null, "left": ["PL3.VII.1.a"], "right": ["PL3.11"],
                    "message": "1 cặp nhiệm vụ có cơ quan được giao thống nhất",
                    "fact": {"kind": "pairs-agree", "count": 1, "pairs": [{"left": "PL3.VII.1.a", "right": "PL3.11"}]},
                },
            ])
        );
        let not_checked = &report["not_checked"];
        assert_eq!(not_checked[0]["why"], "other-measure");
        assert_eq!(
            not_checked[0]["pairs"],
            json!([{"left": "PL1.15", "right": "PL2.A.11"}])
        );
        assert_eq!(not_checked[1]["note"], "line-unplaced");
        assert_eq!(not_checked[1]["count"], 1);
    }

    #[test]
    fn an_empty_cell_is_empty_and_a_missing_column_is_null() {
        let report = report();
        let task = &report["documents"]["left"]["tasks"][1];
        assert_eq!(task["parent"], "PL3.VII.1");
        assert_eq!(task["coordinating"], "");
        assert_eq!(task["product"], Value::Null);
        assert_eq!(report["documents"]["left"]["tasks"][0]["parent"], Value::Null);
    }

    #[test]
    fn the_messages_are_vietnamese_unless_told_otherwise() {
        let comparison = sample::comparison();
        let first = |json: String| serde_json::from_str::<Value>(&json).unwrap()["findings"][0]["message"].clone();
        assert!(
            first(comparison.json().to_string())
                .as_str()
                .unwrap()
                .starts_with("Chỉ tiêu “Diện tích cây xanh")
        );
        let english = comparison.json().language(Language::En).to_string();
        assert!(
            first(english)
                .as_str()
                .unwrap()
                .starts_with("Indicator “Diện tích cây xanh")
        );
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes_in_a_fixed_order() {
        let text = sample::comparison().json().to_string();
        assert_eq!(text, sample::comparison().json().to_string());
        assert!(text.starts_with("{\n  \"format\": \"doichieu.report\",\n  \"version\": 1,\n"));
        assert!(text.ends_with("\n}"));
    }
}
