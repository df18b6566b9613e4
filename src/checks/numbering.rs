//! Rows whose printed numbers are meant to run on.

use crate::model::{Program, RowId};

/// Rows numbered one after the other, in document order.
pub(super) struct Run<'a> {
    /// The annex.
    pub(super) annex: u32,
    /// The section or group, outermost first; empty where the numbers run on through several.
    pub(super) section: Vec<String>,
    /// The printed numbers with their rows.
    pub(super) rows: Vec<(u32, &'a RowId)>,
}

impl Run<'_> {
    /// The numbers it is meant to have: from 1, or from its first number where
    /// that is no beginning, to its last.
    pub(super) fn expected(&self) -> std::ops::RangeInclusive<u32> {
        let numbers = || self.rows.iter().map(|(number, _)| *number);
        let first = numbers().min().unwrap_or(1);
        let start = if first <= LATEST_BEGINNING { 1 } else { first };
        start..=numbers().max().unwrap_or(0)
    }
}

/// A run that begins with a higher number goes on from somewhere else; a lower
/// one can have lost its first rows.
const LATEST_BEGINNING: u32 = 3;

/// The runs of a program. Numbers run on through sections and groups until one
/// begins anew; rows numbered `1.1`, `1.2` make a run under their row.
pub(super) fn runs(program: &Program) -> Vec<Run<'_>> {
    let tasks = program.tasks.iter().map(|task| Row {
        id: &task.id,
        section: [task.section.as_str(), task.group.as_deref().unwrap_or_default()],
        number: &task.number,
        parent: task.parent.as_ref(),
    });
    let indicators = program.indicators.iter().map(|row| Row {
        id: &row.id,
        section: [row.section.as_str(), ""],
        number: &row.number,
        parent: row.parent.as_ref(),
    });
    let rows: Vec<Row<'_>> = tasks.chain(indicators).collect();
    let mut runs = top_runs(&rows);
    runs.extend(dotted_runs(&rows));
    runs.sort_by_key(|run| run.annex);
    runs
}

/// What numbering needs to know of a row.
struct Row<'a> {
    id: &'a RowId,
    section: [&'a str; 2],
    number: &'a str,
    parent: Option<&'a RowId>,
}

impl Row<'_> {
    fn section(&self) -> Vec<String> {
        let labels = self.section.iter().filter(|label| !label.is_empty());
        labels.map(|label| (*label).to_owned()).collect()
    }
}

fn top_runs<'a>(rows: &[Row<'a>]) -> Vec<Run<'a>> {
    let numbered: Vec<(u32, &Row<'a>)> = rows
        .iter()
        .filter(|row| row.parent.is_none())
        .filter_map(|row| Some((row.number.trim_end_matches(['.', ')']).parse().ok()?, row)))
        .collect();
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut current: Option<(u32, [&str; 2])> = None;
    for (at, &(number, row)) in numbered.iter().enumerate() {
        let key = (row.id.annex(), row.section);
        let begins = match (current, runs.last()) {
            (Some(last), Some(run)) if last.0 == key.0 => {
                if last == key {
                    begins_inside(&numbered, at)
                } else {
                    begins_anew(&numbered, at, key, run)
                }
            }
            _ => true,
        };
        if begins {
            runs.push(Run {
                annex: key.0,
                section: row.section(),
                rows: Vec::new(),
            });
        }
        if let Some(run) = runs.last_mut() {
            if run.section != row.section() {
                let common = run.section.iter().zip(row.section()).take_while(|(a, b)| **a == *b);
                run.section.truncate(common.count());
            }
            run.rows.push((number, row.id));
        }
        current = Some(key);
    }
    runs
}

/// Whether a heading was lost: the number 1 after a higher one, and 2 follows.
fn begins_inside(numbered: &[(u32, &Row<'_>)], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| numbered.get(at));
    numbered[at].0 == 1
        && before.is_some_and(|(number, _)| *number > 1)
        && numbered.get(at + 1).is_some_and(|(number, _)| *number == 2)
}

/// Whether the numbers of a section or group begin anew.
fn begins_anew(numbered: &[(u32, &Row<'_>)], at: usize, key: (u32, [&str; 2]), run: &Run<'_>) -> bool {
    let own = numbered[at..]
        .iter()
        .take_while(|(_, row)| (row.id.annex(), row.section) == key);
    let lowest = own.map(|(number, _)| *number).min().unwrap_or(1);
    let reached = run.rows.iter().map(|(number, _)| *number).max().unwrap_or(0);
    lowest <= LATEST_BEGINNING && lowest <= reached
}

fn dotted_runs<'a>(rows: &[Row<'a>]) -> Vec<Run<'a>> {
    let mut runs: Vec<(&RowId, Run<'a>)> = Vec::new();
    for row in rows {
        let Some(parent) = row.parent else { continue };
        let number = row.number.trim_end_matches(['.', ')']);
        let Some(last) = number.rsplit_once('.').and_then(|(_, last)| last.parse().ok()) else {
            continue;
        };
        match runs.iter_mut().find(|(known, _)| *known == parent) {
            Some((_, run)) => run.rows.push((last, row.id)),
            None => runs.push((
                parent,
                Run {
                    annex: row.id.annex(),
                    section: row.section(),
                    rows: vec![(last, row.id)],
                },
            )),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::tasks;
    use super::*;

    /// The runs of a table of tasks: numbers, and headings.
    fn numbers(labels: &str) -> Vec<Vec<u32>> {
        let rows: String = labels
            .split_whitespace()
            .map(|label| {
                if label.starts_with(|c: char| c.is_ascii_digit()) {
                    format!("{label}\tXây dựng\tSở Xây dựng\t2026\n")
                } else {
                    format!("{label}\tMỤC {label}\t\t\n")
                }
            })
            .collect();
        let program = tasks(&rows);
        runs(&program)
            .iter()
            .map(|run| run.rows.iter().map(|(number, _)| *number).collect())
            .collect()
    }

    #[test]
    fn numbers_run_on_through_sections_or_begin_anew() {
        assert_eq!(numbers("I 1 2 II 3 4"), [vec![1, 2, 3, 4]]);
        assert_eq!(numbers("I 1 2 3 II 1 2"), [vec![1, 2, 3], vec![1, 2]]);
        assert_eq!(numbers("I 1 2 3 II 2 3"), [vec![1, 2, 3], vec![2, 3]]);
    }

    #[test]
    fn a_run_is_meant_to_begin_with_1_or_to_go_on() {
        let expected = |first: u32| {
            let id: RowId = "PL1.1".parse().unwrap();
            let run = Run {
                annex: 1,
                section: Vec::new(),
                rows: vec![(first, &id), (first + 1, &id)],
            };
            run.expected()
        };
        assert_eq!(expected(2), 1..=3);
        assert_eq!(expected(24), 24..=25);
    }

    #[test]
    fn a_repeated_number_begins_no_run() {
        assert_eq!(numbers("I 1 2 2 3"), [vec![1, 2, 2, 3]]);
        assert_eq!(numbers("I 1 1 2"), [vec![1, 1, 2]]);
    }
}
