//! Edited drafts: what each edit changes in the findings, and nothing else.

use doichieu::model::{Cell, Indicator, NoteKind, RowId, Task};
use doichieu::{Comparison, compare, hanoi, read};

/// What a draft of the UBND program changes.
fn ubnd(draft: &str) -> String {
    changes(&compare(hanoi::party(), read(draft).expect("the draft is readable")))
}

/// What a draft of the Party program changes.
fn party(draft: &str) -> String {
    changes(&compare(read(draft).expect("the draft is readable"), hanoi::ubnd()))
}

fn changes(draft: &Comparison) -> String {
    let original = compare(hanoi::party(), hanoi::ubnd());
    draft.changes_since(&original).to_string()
}

macro_rules! drafts {
    ($($test:ident: $reader:ident $file:literal;)+) => {
        $(
            #[test]
            fn $test() {
                insta::assert_snapshot!($reader(include_str!(concat!("../../fixtures/drafts/", $file))));
            }
        )+

        /// The files that have a test.
        const TESTED: &[&str] = &[$($file),+];
    };
}

drafts! {
    a_target_changed: ubnd "ubnd-target-changed.txt";
    a_row_deleted: ubnd "ubnd-row-deleted.txt";
    a_duplicate_introduced: ubnd "ubnd-duplicate-introduced.txt";
    a_lead_changed: ubnd "ubnd-lead-changed.txt";
    a_figure_changed_below_a_new_paragraph: ubnd "ubnd-figure-changed.txt";
    a_deadline_moved: party "party-deadline-moved.txt";
    lines_wrapped_otherwise_in_nfd_with_crlf: ubnd "ubnd-rewrapped-nfd-crlf.txt";
    rows_reordered: party "party-rows-reordered.txt";
    the_same_program_as_pipe_tables: party "party-as-pipe-tables.txt";
    the_same_program_as_text_of_a_pdf: party "party-as-pdf-text.txt";
}

#[test]
fn every_draft_has_a_test() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/drafts");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the drafts are there")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut tested: Vec<&str> = TESTED.iter().copied().chain([IN_COLUMNS]).collect();
    tested.sort_unstable();
    assert_eq!(files, tested);
}

/// Annex 1 and the first three sections of annex 3 of the Party program,
/// printed on pages and extracted again with `pdftotext -layout`: cells are
/// wrapped, rows stand around their labels, two of them go on behind a page.
const IN_COLUMNS: &str = "party-part-in-columns.txt";

/// The tables of the Party program that this draft holds.
fn is_in_columns(id: &RowId, section: &str) -> bool {
    id.as_str().starts_with("PL1.") || (id.as_str().starts_with("PL3.") && matches!(section, "I" | "II" | "III"))
}

#[test]
fn cells_in_columns_are_those_of_the_program() {
    let path = format!("{}/fixtures/drafts/{IN_COLUMNS}", env!("CARGO_MANIFEST_DIR"));
    let draft = read(&std::fs::read_to_string(path).expect("the draft is there")).expect("the draft is readable");
    let whole = hanoi::party();
    let text = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.text.clone());

    let task = |task: &Task| {
        let cells = [&task.lead, &task.coordinating, &task.deadline, &task.resources].map(text);
        (task.id.clone(), task.section.clone(), task.text.text.clone(), cells)
    };
    let expected = whole.tasks.iter().filter(|task| is_in_columns(&task.id, &task.section));
    let expected: Vec<_> = expected.map(task).collect();
    assert_eq!(expected.len(), 31);
    assert_eq!(draft.tasks.iter().map(task).collect::<Vec<_>>(), expected);

    let indicator = |row: &Indicator| {
        let value = Some(row.value.clone());
        (
            row.id.clone(),
            row.name.text.clone(),
            [&row.unit, &value, &row.body].map(text),
        )
    };
    let expected = whole
        .indicators
        .iter()
        .filter(|row| is_in_columns(&row.id, &row.section));
    let expected: Vec<_> = expected.map(indicator).collect();
    assert_eq!(expected.len(), 62);
    assert_eq!(draft.indicators.iter().map(indicator).collect::<Vec<_>>(), expected);

    let unplaced = draft.notes.iter().filter(|note| note.kind == NoteKind::LineUnplaced);
    assert_eq!(unplaced.count(), 0);
}
