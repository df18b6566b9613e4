//! Edited drafts: what each edit changes in the findings, and nothing else.

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
    let mut tested: Vec<&str> = TESTED.to_vec();
    tested.sort_unstable();
    assert_eq!(files, tested);
}
