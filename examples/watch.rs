//! Watches one kind of finding over two drafts: which deadlines came to differ,
//! and which no longer do.
//!
//! `cargo run --example watch` takes the UBND program and an edit of it.
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use std::collections::BTreeSet;

use doichieu::report::Language;
use doichieu::{Code, Comparison, ReadError, compare, hanoi, read};

fn main() -> Result<(), ReadError> {
    let before = compare(hanoi::party(), hanoi::ubnd());
    let draft = read(&hanoi::UBND.replacen("Quý IV/2028", "Quý IV/2029", 1))?;
    let after = compare(hanoi::party(), draft);
    show("-", &before, &after);
    show("+", &after, &before);
    Ok(())
}

/// The deadlines that differ in one comparison and not in the other. A finding
/// keeps its identity when lines move, and changes it with its facts.
fn show(mark: &str, comparison: &Comparison, other: &Comparison) {
    let known: BTreeSet<_> = other.findings.iter().map(doichieu::Finding::id).collect();
    let messages = comparison.messages(Language::Vi);
    let findings = comparison.findings.iter();
    for finding in findings.filter(|finding| finding.code == Code::DeadlineDiffers && !known.contains(&finding.id())) {
        println!("{mark} {}", messages.of(finding));
    }
}
