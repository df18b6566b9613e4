//! Compares two programs and prints what cannot both hold.
//!
//! `cargo run --example compare` takes the two Hanoi programs.
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use doichieu::report::Language;
use doichieu::{Severity, compare, hanoi};

fn main() {
    // Programs of your own: `doichieu::read(&std::fs::read_to_string("draft.txt")?)?`
    // in a function that returns `Result<(), Box<dyn std::error::Error>>`.
    let comparison = compare(hanoi::party(), hanoi::ubnd());
    let messages = comparison.messages(Language::Vi);
    let findings = comparison.findings.iter();
    for finding in findings.filter(|finding| finding.severity == Severity::Contradiction) {
        println!("{}", messages.of(finding));
        for quoted in &finding.evidence {
            println!(
                "  {} {}, line {}: {}",
                quoted.side, quoted.row, quoted.lines, quoted.text
            );
        }
    }
}
