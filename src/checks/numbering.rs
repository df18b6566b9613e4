//! Rows whose printed numbers are meant to run on.

use rustc_hash::FxHashMap;

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

impl<'a> Run<'a> {
    /// The numbers it is meant to have: from 1, or from its first number where
    /// that is no beginning, to its last.
    pub(super) fn expected(&self) -> std::ops::RangeInclusive<u32> {
        let numbers = || self.rows.iter().map(|(number, _)| *number);
        let first = numbers().min().unwrap_or(1);
        let start = if first <= LATEST_BEGINNING { 1 } else { first };
        start..=numbers().max().unwrap_or(0)
    }

    /// Its rows in order of their numbers; those of one number in document order.
    pub(super) fn by_number(&self) -> Vec<(u32, &'a RowId)> {
        let mut rows = self.rows.clone();
        rows.sort_by_key(|(number, _)| *number);
        rows
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
        labels(self.section).map(str::to_owned).collect()
    }
}

/// The labels of a section and a group that have one.
fn labels(section: [&str; 2]) -> impl Iterator<Item = &str> {
    section.into_iter().filter(|label| !label.is_empty())
}

/// A row with its number and where it stands.
struct Numbered<'r, 'a> {
    number: u32,
    place: (u32, [&'a str; 2]),
    row: &'r Row<'a>,
}

fn top_runs<'a>(rows: &[Row<'a>]) -> Vec<Run<'a>> {
    let numbered: Vec<Numbered<'_, 'a>> = rows
        .iter()
        .filter(|row| row.parent.is_none())
        .filter_map(|row| {
            Some(Numbered {
                number: row.number.trim_end_matches(['.', ')']).parse().ok()?,
                place: (row.id.annex(), row.section),
                row,
            })
        })
        .collect();
    let mut runs: Vec<Run<'a>> = Vec::new();
    // The highest number of the last run.
    let mut reached = 0;
    for (at, own) in numbered.iter().enumerate() {
        let begins = match at.checked_sub(1).map(|before| numbered[before].place) {
            Some(last) if last == own.place => begins_inside(&numbered, at),
            Some(last) if last.0 == own.place.0 => begins_anew(&numbered[at..], reached),
            _ => true,
        };
        if begins {
            runs.push(Run {
                annex: own.place.0,
                section: own.row.section(),
                rows: Vec::new(),
            });
            reached = 0;
        }
        if let Some(run) = runs.last_mut() {
            let common = run.section.iter().zip(labels(own.row.section));
            let common = common.take_while(|(known, label)| known == label).count();
            run.section.truncate(common);
            run.rows.push((own.number, own.row.id));
            reached = reached.max(own.number);
        }
    }
    runs
}

/// Whether a heading was lost: the number 1 after a higher one, and 2 follows.
fn begins_inside(numbered: &[Numbered<'_, '_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| numbered.get(at));
    numbered[at].number == 1
        && before.is_some_and(|row| row.number > 1)
        && numbered.get(at + 1).is_some_and(|row| row.number == 2)
}

/// Whether the numbers of the section or group that begins with a row begin
/// anew, behind a run that reached a number.
fn begins_anew(section: &[Numbered<'_, '_>], reached: u32) -> bool {
    let own = section.iter().take_while(|row| row.place == section[0].place);
    let lowest = own.map(|row| row.number).min().unwrap_or(1);
    lowest <= LATEST_BEGINNING && lowest <= reached
}

fn dotted_runs<'a>(rows: &[Row<'a>]) -> Vec<Run<'a>> {
    let mut places: FxHashMap<&RowId, usize> = FxHashMap::default();
    let mut runs: Vec<Run<'a>> = Vec::new();
    for row in rows {
        let Some(parent) = row.parent else { continue };
        let number = row.number.trim_end_matches(['.', ')']);
        let Some(last) = number.rsplit_once('.').and_then(|(_, last)| last.parse().ok()) else {
            continue;
        };
        let place = *places.entry(parent).or_insert_with(|| {
            runs.push(Run {
                annex: row.id.annex(),
                section: row.section(),
                rows: Vec::new(),
            });
            runs.len() - 1
        });
        runs[place].rows.push((last, row.id));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::trial::tasks;
    use super::*;

    /// A table of tasks: numbers, and headings.
    fn table(labels: &str) -> Program {
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
        tasks(&rows)
    }

    /// The runs of a table.
    fn numbers(labels: &str) -> Vec<Vec<u32>> {
        runs(&table(labels))
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

    #[test]
    fn numbers_that_begin_anew_have_lost_their_heading() {
        assert_eq!(numbers("I 1 2 3 1 2"), [vec![1, 2, 3], vec![1, 2]]);
        assert_eq!(numbers("I 1 2 3 1 4"), [vec![1, 2, 3, 1, 4]]);
    }

    #[test]
    fn dotted_numbers_run_under_their_row() {
        assert_eq!(numbers("1 1.1 1.2 2"), [vec![1, 2], vec![1, 2]]);
    }

    #[test]
    fn a_run_through_several_sections_stands_in_none() {
        let sections = |labels: &str| -> Vec<Vec<String>> {
            let program = table(labels);
            runs(&program).into_iter().map(|run| run.section).collect()
        };
        assert_eq!(sections("I 1 1.1 2 II 1"), [["I"], ["II"], ["I"]]);
        assert_eq!(sections("I 1 2 II 3"), [[""; 0]]);
    }
}
