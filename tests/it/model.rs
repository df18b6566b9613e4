//! The model goes to JSON and comes back, and what was not understood is pinned.

use std::fmt::Write as _;

use doichieu::Program;
use doichieu::hanoi;

#[test]
fn a_program_goes_to_json_and_comes_back_equal() {
    for program in [hanoi::party(), hanoi::ubnd()] {
        let json = serde_json::to_string(&program).expect("a program serializes");
        let back: Program = serde_json::from_str(&json).expect("and deserializes");
        assert_eq!(back, program);
    }
}

/// Short enough to justify line by line: the reasons stand in ARCHITECTURE.md.
#[test]
fn what_was_not_understood_is_listed() {
    let mut list = String::new();
    for program in [hanoi::party(), hanoi::ubnd()] {
        writeln!(list, "{}", program.label).expect("writing to a string");
        for note in &program.notes {
            let row = note.row.as_ref().map_or(String::new(), |id| format!(" {id}"));
            writeln!(
                list,
                "  {}-{}{row} {:?}: {}",
                note.lines.first, note.lines.last, note.kind, note.text
            )
            .expect("writing to a string");
        }
    }
    insta::assert_snapshot!(list);
}
