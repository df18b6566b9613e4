//! Every kind of finding: a small pair of programs that has it, and a near miss that has not.

mod cases;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use doichieu::{Code, Comparison, Severity, compare, hanoi, read};

/// A small program: what it says, and the rows of its two annexes.
#[derive(Clone, Copy)]
struct Draft {
    /// Sentences of the body text, a line each.
    body: &'static str,
    /// `number|name|unit|target 2026-2030|reporting body`, a line each.
    indicators: &'static str,
    /// `number|task|lead|coordinating|deadline`, a line each; `I||…` is a section.
    tasks: &'static str,
}

/// A program that says nothing but these indicators.
const fn indicators(rows: &'static str) -> Draft {
    Draft {
        body: "",
        indicators: rows,
        tasks: "",
    }
}

/// A program that says nothing but these tasks.
const fn tasks(rows: &'static str) -> Draft {
    Draft {
        body: "",
        indicators: "",
        tasks: rows,
    }
}

impl Draft {
    const fn body(self, body: &'static str) -> Self {
        Self { body, ..self }
    }

    const fn tasks(self, tasks: &'static str) -> Self {
        Self { tasks, ..self }
    }

    /// The text as a reviewer would hand it in.
    fn text(self) -> String {
        let mut text = format!(
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI\n\n{}\n",
            self.body
        );
        for (number, title, columns, rows) in [
            (
                1,
                "CHỈ TIÊU",
                "TT|Chỉ tiêu|Đơn vị|2026-2030|Chủ trì báo cáo",
                self.indicators,
            ),
            (
                2,
                "NHIỆM VỤ",
                "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn",
                self.tasks,
            ),
        ] {
            if !rows.is_empty() {
                let table = format!("{columns}\n{rows}").replace('|', "\t");
                write!(text, "\nPHỤ LỤC {number}\n{title} GIAI ĐOẠN 2026 - 2030\n\n{table}\n")
                    .expect("writing to a string");
            }
        }
        text
    }
}

/// What a code is tested with.
struct Case {
    code: Code,
    /// The left and right program that have the finding.
    found: [Draft; 2],
    /// Programs as like them as can be that must not have it.
    near_miss: [Draft; 2],
}

fn compared([left, right]: [Draft; 2]) -> Comparison {
    let program = |draft: Draft| {
        let text = draft.text();
        read(&text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
    };
    compare(program(left), program(right))
}

fn has(comparison: &Comparison, code: Code) -> bool {
    comparison.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn every_code_is_found_where_it_stands_and_not_in_a_near_miss() {
    let mut wrong = String::new();
    for case in cases::CASES {
        for (drafts, expected) in [(case.found, true), (case.near_miss, false)] {
            let comparison = compared(drafts);
            if has(&comparison, case.code) != expected {
                let found: Vec<_> = comparison.findings.iter().map(|f| f.code.as_str()).collect();
                let pairs = (comparison.task_matches.len(), comparison.indicator_matches.len());
                writeln!(
                    wrong,
                    "{}: expected {expected}, pairs {pairs:?}, found {found:?}",
                    case.code
                )
                .expect("writing to a string");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_code_is_without_a_case() {
    let tested: BTreeSet<Code> = cases::CASES.iter().map(|case| case.code).collect();
    let untested: Vec<_> = Code::ALL.into_iter().filter(|code| !tested.contains(code)).collect();
    assert!(untested.is_empty(), "{untested:?}");
}

/// A code or a severity that comes or goes is a change that users of the report see.
#[test]
fn the_codes_and_their_severities_are_pinned() {
    let mut severities: BTreeMap<Code, BTreeSet<Severity>> = BTreeMap::new();
    let mut add = |comparison: Comparison| {
        for finding in comparison.findings {
            severities.entry(finding.code).or_default().insert(finding.severity);
        }
    };
    add(compare(hanoi::party(), hanoi::ubnd()));
    for case in cases::CASES {
        add(compared(case.found));
    }
    let mut list = String::new();
    for code in Code::ALL {
        let found = severities.get(&code).cloned().unwrap_or_default();
        let found: Vec<_> = found
            .iter()
            .map(|severity| format!("{severity:?}").to_lowercase())
            .collect();
        writeln!(list, "{code}: {}", found.join(", ")).expect("writing to a string");
    }
    insta::assert_snapshot!(list);
}
