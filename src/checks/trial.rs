//! Small programs and one check run on them, for the tests of the checks.

use super::{Outcome, context::Context};
use crate::matching::{Matches, match_programs};
use crate::model::Program;
use crate::read::read;

/// A program with one annex of tasks (2026-2030); rows are number, text, lead, deadline, tab-separated.
pub(super) fn tasks(rows: &str) -> Program {
    with_body("", rows)
}

/// The same with sentences before the annex.
pub(super) fn with_body(body: &str, rows: &str) -> Program {
    program(&format!(
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\n{body}\n\nPHỤ LỤC 1\nNHIỆM VỤ GIAI ĐOẠN 2026-2030\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{rows}"
    ))
}

/// A program with one annex of indicators; rows are number, name, unit, value, body, tab-separated.
pub(super) fn indicators(rows: &str) -> Program {
    program(&format!(
        "PHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\tChủ trì báo cáo\n{rows}"
    ))
}

/// A program from its text.
pub(super) fn program(text: &str) -> Program {
    read(text).unwrap()
}

/// What a check gives for a program that stands beside an empty one.
pub(super) fn alone(check: fn(&Context<'_>) -> Outcome, program: &Program) -> Outcome {
    let mut other = program.clone();
    other.annexes.clear();
    other.sections.clear();
    other.tasks.clear();
    other.indicators.clear();
    other.statements.clear();
    let matches = Matches::default();
    check(&Context::new(program, &other, &matches))
}

/// What a check gives for two programs whose rows are matched.
pub(super) fn both<T>(check: fn(&Context<'_>) -> T, left: &Program, right: &Program) -> T {
    check(&Context::new(left, right, &match_programs(left, right)))
}
