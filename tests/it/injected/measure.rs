//! What the comparison made of the edits: found, missed, false, disturbed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use doichieu::checks::Side;
use doichieu::{Code, compare, read};

use super::known::Known as Programs;
use super::truth::{After, Edit, Known, Stays};

/// What one edit brought.
#[derive(Default)]
pub struct Outcome {
    pub what: String,
    /// The codes of the changes the edit must bring, and whether each came.
    expected: Vec<(Code, bool)>,
    /// The codes of the findings that changed, and whether the edit explains it.
    changed: Vec<(Code, bool)>,
    missed: Vec<String>,
    wrong: Vec<String>,
    disturbed: Vec<String>,
}

/// Compares an edited program with the other one and holds the change of the
/// findings against the truth.
pub fn outcome(programs: &Programs, before: &[Known<'_>], edit: &Edit) -> Outcome {
    let original = &programs.original;
    let mut outcome = Outcome {
        what: edit.what.clone(),
        ..Outcome::default()
    };
    let draft = match read(&edit.draft) {
        Ok(draft) => draft,
        Err(error) => {
            outcome.wrong.push(format!("not read: {error}"));
            return outcome;
        }
    };
    let after = match edit.side {
        Side::Left => compare(draft, original.right.clone()),
        Side::Right => compare(original.left.clone(), draft),
    };
    let after = Known::all(&after.findings);
    for expected in edit.expected.iter().filter(|expected| !expected.holds(before)) {
        let found = expected.holds(&after);
        outcome.expected.push((expected.code, found));
        if !found {
            let sign = if expected.after == After::Stands { '+' } else { '-' };
            outcome.missed.push(format!("{sign} {expected}"));
        }
    }
    let name = |known: &Known<'_>| match edit.stays {
        Stays::Identity => known.identity.clone(),
        Stays::Verdict => known.verdict().to_owned(),
    };
    let names = |all: &[Known<'_>]| -> BTreeSet<String> { all.iter().map(name).collect() };
    let (names_before, names_after) = (names(before), names(&after));
    for (sign, findings, others) in [
        ('-', before, (after.as_slice(), &names_after)),
        ('+', after.as_slice(), (before, &names_before)),
    ] {
        let (twins, others) = others;
        for known in findings.iter().filter(|known| !others.contains(&name(known))) {
            let wanted = edit.expected.iter().any(|expected| {
                let direction = sign == '-' || expected.after == After::Stands;
                direction && expected.is_about(known.finding)
            });
            let explained = wanted
                || edit.explained.iter().any(|explained| {
                    let mut twins = twins.iter().filter(|twin| known.is_twin(twin));
                    explained.covers(known) || twins.any(|twin| explained.covers(twin))
                });
            outcome.changed.push((known.finding.code, explained));
            if explained {
                continue;
            }
            let list = if edit.rows.iter().any(|row| known.speaks_of(row)) {
                &mut outcome.wrong
            } else {
                &mut outcome.disturbed
            };
            list.push(format!("{sign} {}", known.identity));
        }
    }
    outcome
}

#[derive(Default)]
struct Counts {
    edits: usize,
    expected: usize,
    found: usize,
    changed: usize,
    wrong: usize,
    disturbed: usize,
}

/// The table by kind of edit, the table by kind of finding, and what is not as
/// it should be.
pub fn report(outcomes: &[(&str, Vec<Outcome>)]) -> String {
    let mut by_code: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut text = row(&["edit", "edits", "expected", "found", "missed", "false", "disturbed"]);
    let mut all = Counts::default();
    for (kind, outcomes) in outcomes {
        let mut counts = Counts {
            edits: outcomes.len(),
            ..Counts::default()
        };
        for outcome in outcomes {
            counts.expected += outcome.expected.len();
            counts.found += outcome.expected.iter().filter(|(_, found)| *found).count();
            counts.wrong += outcome.wrong.len();
            counts.disturbed += outcome.disturbed.len();
            for (code, found) in &outcome.expected {
                let counts = by_code.entry(code.as_str()).or_default();
                counts.expected += 1;
                counts.found += usize::from(*found);
            }
            for (code, explained) in &outcome.changed {
                let counts = by_code.entry(code.as_str()).or_default();
                counts.changed += 1;
                counts.wrong += usize::from(!*explained);
            }
        }
        text += &edits(kind, &counts);
        all.edits += counts.edits;
        all.expected += counts.expected;
        all.found += counts.found;
        all.wrong += counts.wrong;
        all.disturbed += counts.disturbed;
    }
    text += &edits("all", &all);
    text += "\n";
    text += &row(&[
        "finding",
        "expected",
        "found",
        "recall",
        "changed",
        "explained",
        "precision",
    ]);
    let mut total = Counts::default();
    for (code, counts) in &by_code {
        text += &findings(code, counts);
        total.expected += counts.expected;
        total.found += counts.found;
        total.changed += counts.changed;
        total.wrong += counts.wrong;
    }
    text += &findings("all", &total);
    for (title, list) in [
        ("Missed", (|outcome| &outcome.missed) as fn(&Outcome) -> &Vec<String>),
        ("False", |outcome| &outcome.wrong),
        ("Disturbed", |outcome| &outcome.disturbed),
    ] {
        let _ = writeln!(text, "\n{title}");
        for (kind, outcomes) in outcomes {
            for outcome in outcomes {
                for line in list(outcome) {
                    let _ = writeln!(text, "{kind}: {}: {line}", outcome.what);
                }
            }
        }
    }
    text
}

fn edits(kind: &str, counts: &Counts) -> String {
    let missed = counts.expected - counts.found;
    let figures = [
        counts.edits,
        counts.expected,
        counts.found,
        missed,
        counts.wrong,
        counts.disturbed,
    ];
    let figures = figures.map(|figure| figure.to_string());
    let mut cells = vec![kind];
    cells.extend(figures.iter().map(String::as_str));
    row(&cells)
}

fn findings(code: &str, counts: &Counts) -> String {
    let explained = counts.changed - counts.wrong;
    let figures = [
        counts.expected.to_string(),
        counts.found.to_string(),
        share(counts.found, counts.expected),
        counts.changed.to_string(),
        explained.to_string(),
        share(explained, counts.changed),
    ];
    let mut cells = vec![code];
    cells.extend(figures.iter().map(String::as_str));
    row(&cells)
}

/// A share in thousandths, rounded down: `0,998`.
fn share(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        None => "-".to_owned(),
        Some(1000) => "1".to_owned(),
        Some(share) => format!("0,{share:03}"),
    }
}

fn row(cells: &[&str]) -> String {
    let mut line = format!("{:<34}", cells[0]);
    for cell in &cells[1..] {
        let _ = write!(line, "{cell:>10}");
    }
    line + "\n"
}
