//! What holds of every program that is read, whatever the text.

use std::collections::{BTreeMap, BTreeSet};

use doichieu::model::{Cell, Lines, NoteKind};
use doichieu::text::compose;
use doichieu::{Code, Program, RowId, compare, read};

use crate::same_through_json;

/// Reads a text and checks what holds of every program.
pub fn check_text(text: &str) {
    match read(text) {
        Ok(program) => {
            let composed = compose(text);
            check_program(&program, &composed);
            check_against_itself(&program);
        }
        Err(error) => {
            let lines = compose(text).split('\n').count();
            assert!((1..=lines).contains(&(error.line() as usize)), "{error}");
        }
    }
}

/// Checks a program against the text it was read from.
pub fn check_program(program: &Program, text: &str) {
    let lines: Vec<&str> = text.split('\n').collect();
    let inside = |span: Lines| 1 <= span.first && span.first <= span.last && span.last as usize <= lines.len();
    assert!(program.annexes.iter().all(|annex| inside(annex.lines)));
    assert!(
        program
            .annexes
            .windows(2)
            .all(|pair| pair[0].lines.last < pair[1].lines.first)
    );
    assert!(program.sections.iter().all(|section| inside(section.lines)));
    assert!(program.statements.iter().all(|statement| inside(statement.lines)));
    assert!(program.citations.iter().all(|citation| inside(citation.lines)));
    assert!(program.notes.iter().all(|note| inside(note.lines)));
    assert!(program.notes.is_sorted_by_key(|note| note.lines.first));

    let merged: BTreeSet<&RowId> = program
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::CellMerged)
        .filter_map(|note| note.row.as_ref())
        .collect();
    let mut seen = BTreeSet::new();
    for row in rows(program) {
        assert!(seen.insert(row.id), "{} is given once", row.id);
        assert!(
            row.parent
                .is_none_or(|parent| seen.contains(parent) && parent != row.id)
        );
        let annex = program
            .annexes
            .iter()
            .find(|annex| annex.lines.first <= row.lines.first && row.lines.last <= annex.lines.last);
        assert_eq!(
            annex.map(|annex| annex.number),
            Some(row.id.annex()),
            "{} stands in its annex",
            row.id
        );
        assert!(row.cells.iter().all(|cell| inside(cell.lines)), "{}", row.id);
        if !merged.contains(row.id) {
            check_cells(&row, &lines);
        }
    }
    same_through_json(program);
}

/// The cells of a row together hold no letter more than its lines: none is
/// invented, none stands in two cells.
fn check_cells(row: &Row<'_>, lines: &[&str]) {
    let span = row.cells.iter().map(|cell| cell.lines).fold(row.lines, Lines::join);
    let mut left: BTreeMap<char, usize> = BTreeMap::new();
    for c in lines[span.first as usize - 1..span.last as usize]
        .iter()
        .flat_map(|line| line.chars())
    {
        *left.entry(c).or_default() += 1;
    }
    for c in row
        .cells
        .iter()
        .flat_map(|cell| cell.text.chars())
        .filter(|c| !c.is_whitespace())
    {
        let count = left.get_mut(&c).filter(|count| **count > 0);
        *count.unwrap_or_else(|| panic!("{} has a {c:?} more than its lines", row.id)) -= 1;
    }
}

/// Nothing in a program differs from the same program, but for rows with an
/// empty name: nothing tells which row they are.
fn check_against_itself(program: &Program) {
    let nameless: BTreeSet<&RowId> = rows(program)
        .iter()
        .filter(|row| row.cells.first().is_none_or(|name| name.is_empty()))
        .map(|row| row.id)
        .collect();
    let comparison = compare(program.clone(), program.clone());
    for finding in &comparison.findings {
        let mut named = finding.left.iter().chain(&finding.right);
        let is_nameless = named.any(|row| nameless.contains(row));
        assert!(is_nameless || !ACROSS.contains(&finding.code), "{finding:?}");
    }
}

/// The findings that name a difference between two programs.
const ACROSS: [Code; 8] = [
    Code::TargetDiffers,
    Code::UnitDiffers,
    Code::DefinitionDiffers,
    Code::ReportingBodyDiffers,
    Code::DeadlineDiffers,
    Code::LeadBodyDiffers,
    Code::TaskWithoutCounterpart,
    Code::IndicatorWithoutCounterpart,
];

/// What tasks and indicators share.
struct Row<'p> {
    id: &'p RowId,
    parent: Option<&'p RowId>,
    lines: Lines,
    cells: Vec<&'p Cell>,
}

/// All rows in the order of the text.
fn rows(program: &Program) -> Vec<Row<'_>> {
    let tasks = program.tasks.iter().map(|task| {
        let others = [
            &task.lead,
            &task.coordinating,
            &task.product,
            &task.deadline,
            &task.resources,
        ];
        Row {
            id: &task.id,
            parent: task.parent.as_ref(),
            lines: task.lines,
            cells: std::iter::once(&task.text)
                .chain(others.into_iter().flatten())
                .collect(),
        }
    });
    let indicators = program.indicators.iter().map(|indicator| {
        let others = [&indicator.unit, &indicator.body];
        // The value is among the values where there are several.
        let only = Some(&indicator.value).filter(|_| indicator.values.is_empty());
        let values = indicator.values.iter().map(|value| &value.cell).chain(only);
        Row {
            id: &indicator.id,
            parent: indicator.parent.as_ref(),
            lines: indicator.lines,
            cells: std::iter::once(&indicator.name)
                .chain(others.into_iter().flatten())
                .chain(values)
                .collect(),
        }
    });
    let mut rows: Vec<Row<'_>> = tasks.chain(indicators).collect();
    rows.sort_by_key(|row| row.lines);
    rows
}
