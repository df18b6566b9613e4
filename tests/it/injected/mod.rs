//! Injected conflicts: the two real programs, edited at random from a seed, with
//! the truth written down beside each edit, and how much of it is found.
//!
//! An edit is made on the source text, at the place where the unedited program
//! has the cell, and checked to have changed just that. Its truth comes from
//! what the unedited rows mean and from the pairs a person decided
//! (`fixtures/expected/reconciliation.json`), never from a comparison. A pair
//! on which two reviewers could disagree is expected neither way.
//!
//! - *expected*: findings that must appear or go, by the truth.
//! - *found*, *missed*: those that did, and did not.
//! - *false*: findings about the edited row that changed although nothing the
//!   edit touched bears on them.
//! - *disturbed*: findings about other rows that changed.

mod bodies;
mod deadlines;
mod known;
mod measure;
mod neutral;
mod random;
mod rows;
mod source;
mod targets;
mod texts;
mod truth;

use std::thread;

use known::Known;
use measure::Outcome;
use random::Random;
use truth::Edit;

type Maker = fn(&Known, &mut Random) -> Option<Edit>;

/// The kinds of edits, and how many of each at the most: those that change the
/// form of the whole text need fewer, and some kinds have fewer places.
const KINDS: &[(&str, Maker, usize)] = &[
    ("deadline changed", deadlines::changed, 160),
    ("deadline left out", deadlines::left_out, 60),
    ("target changed", targets::figure, 160),
    ("unit changed", targets::unit, 60),
    ("body in charge changed", bodies::in_charge, 140),
    ("reporting body changed", bodies::reporting, 80),
    ("reporting body left out", bodies::reporting_left_out, 40),
    ("figure in a text changed", texts::figure_changed, 80),
    ("figure in a text dropped", texts::figure_dropped, 40),
    ("task deleted", rows::task_deleted, 80),
    ("indicator deleted", rows::indicator_deleted, 60),
    ("task split in two", rows::split, 60),
    ("task printed twice", rows::printed_twice, 60),
    ("task moved", rows::moved, 60),
    ("letter of a word slipped", texts::slip, 140),
    ("deadlines of two tasks exchanged", deadlines::exchanged, 80),
    ("deadline written otherwise", deadlines::otherwise_written, 60),
    ("body added in charge", bodies::added, 80),
    ("lead and coordinating exchanged", bodies::exchanged, 30),
    ("body spelled otherwise", bodies::spelled_otherwise, 60),
    ("bound of a target", targets::bound, 80),
    ("thousands marked by a comma", targets::separator, 20),
    ("footnote left out", targets::footnote, 14),
    ("task opened with other words", texts::reworded, 60),
    ("year in a text slipped", texts::year, 30),
    ("letters of three words slipped", texts::slips, 60),
    ("indicator printed twice", rows::indicator_printed_twice, 40),
    ("indicator moved", rows::indicator_moved, 40),
    ("rows wrapped otherwise", neutral::wrapped, 80),
    ("blank lines put in", neutral::blank_lines, 20),
    ("lines in NFD", neutral::decomposed, 20),
    ("lines end in CRLF", neutral::line_ends, 20),
    ("byte-order mark", neutral::byte_order_mark, 2),
];

/// The short run takes the first edits of each kind, one in so many.
const SHORT_RUN: usize = 10;

#[test]
fn the_first_edits_change_the_findings_they_should() {
    insta::assert_snapshot!(run(SHORT_RUN));
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "minutes without optimization: cargo test --release injected"
)]
fn all_edits_change_the_findings_they_should() {
    insta::assert_snapshot!(run(1));
}

/// Makes one edit in so many and reports what was found.
fn run(one_in: usize) -> String {
    let known = Known::new();
    let edits: Vec<(usize, Edit)> = KINDS
        .iter()
        .enumerate()
        .flat_map(|(kind, (name, make, count))| {
            let edits = drawn(&known, name, *make, count.div_ceil(one_in));
            edits.into_iter().map(move |edit| (kind, edit))
        })
        .collect();
    let mut tally: Vec<(&str, Vec<Outcome>)> = KINDS.iter().map(|(name, ..)| (*name, Vec::new())).collect();
    for (kind, outcome) in measured(&known, &edits) {
        tally[kind].1.push(outcome);
    }
    measure::report(&tally)
}

/// Different edits of a kind, in the order drawn.
fn drawn(known: &Known, kind: &str, make: Maker, count: usize) -> Vec<Edit> {
    let mut random = Random::new(kind);
    let mut edits: Vec<Edit> = Vec::new();
    let mut in_vain = 0;
    while edits.len() < count && in_vain < DRAWS_IN_VAIN {
        in_vain += 1;
        if let Some(edit) = make(known, &mut random)
            && edits.iter().all(|other| other.what != edit.what)
        {
            edits.push(edit);
            in_vain = 0;
        }
    }
    edits
}

/// After so many draws without a new edit there is hardly one left.
const DRAWS_IN_VAIN: usize = 1000;

/// The outcomes of the edits in their order, on all cores.
fn measured(known: &Known, edits: &[(usize, Edit)]) -> Vec<(usize, Outcome)> {
    let before = truth::Known::all(&known.original.findings);
    let outcome = |(kind, edit): &(usize, Edit)| (*kind, measure::outcome(known, &before, edit));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = edits.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = edits
            .chunks(share)
            .map(|edits| scope.spawn(|| edits.iter().map(&outcome).collect::<Vec<_>>()))
            .collect();
        let done = workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("no edit makes it panic"));
        done.collect()
    })
}
