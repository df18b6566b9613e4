#![doc = include_str!("text_against_task.en.md")]

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::context::{Context, one_sided, quote};
use super::quantity_differs::otherwise;
use super::{Code, Details, Field, Finding, Passage, Side};
use crate::model::Task;
use crate::text::{folded, words};

/// A task of fewer words is too short to be known in a sentence.
const LEAST_WORDS: usize = 8;
/// So many of its words, in tenths, a clause has that says a task.
const SAID: usize = 8;
/// A word that more tasks have leads to none of them …
const MOST_HOLDERS: usize = 50;
/// … and so many of the rarest words of a clause do.
const LEADS: usize = 4;

/// A clause of the body text that has the words of a task with figures, and
/// counts the same things otherwise, contradicts it; another period differs.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| in_program(context, side))
        .collect()
}

fn in_program(context: &Context<'_>, side: Side) -> Vec<Finding> {
    let program = context.program(side);
    let statements = program.statements.iter().zip(context.figures_of_statements(side));
    let told = statements.filter(|(_, figures)| !figures.is_empty());
    let clauses: Vec<&str> = told.flat_map(|(statement, _)| clauses(&statement.text)).collect();
    if clauses.is_empty() {
        return Vec::new();
    }
    let tasks = Tasks::of(context, side);
    let mut findings = Vec::new();
    for clause in clauses {
        let said = tasks.said_by(clause).into_iter();
        let differing = said.filter_map(|task| Some((task, otherwise(clause, &task.text.text)?)));
        findings.extend(differing.map(|(task, (severity, changed))| {
            let passage = Passage {
                side,
                row: None,
                text: clause.to_owned(),
            };
            one_sided(
                Code::TextAgainstTask,
                severity,
                side,
                vec![task.id.clone()],
                Details::TextAgainstTask { passage, changed },
                vec![quote(side, &task.id, Field::Text, &task.text)],
            )
        }));
    }
    findings
}

/// The clauses of a sentence that have figures, as printed.
fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    let clauses = sentence
        .split([';', ':'])
        .map(|clause| clause.trim().trim_end_matches(['.', ',']));
    clauses.filter(|clause| clause.contains(|c: char| c.is_ascii_digit()))
}

/// The tasks of a program with figures, by their words.
#[derive(Default)]
struct Tasks<'a> {
    rows: Vec<(&'a Task, Vec<usize>)>,
    /// The number of each word, folded.
    words: FxHashMap<Cow<'a, str>, usize>,
    /// The rows that have each word.
    holders: Vec<Vec<usize>>,
}

impl<'a> Tasks<'a> {
    fn of(context: &Context<'a>, side: Side) -> Self {
        let mut kept = Self::default();
        let tasks = context.program(side).tasks.iter().zip(context.figures_of_tasks(side));
        for (task, _) in tasks.filter(|(_, figures)| !figures.is_empty()) {
            let numbers = naming(&task.text.text).map(|word| {
                let next = kept.words.len();
                *kept.words.entry(word).or_insert(next)
            });
            let own = each_once(numbers.collect());
            kept.holders.resize_with(kept.words.len(), Vec::new);
            if own.len() >= LEAST_WORDS {
                for &word in &own {
                    kept.holders[word].push(kept.rows.len());
                }
                kept.rows.push((task, own));
            }
        }
        kept
    }

    /// The tasks most of whose words a clause has, in document order.
    fn said_by(&self, clause: &str) -> Vec<&'a Task> {
        let words = each_once(
            naming(clause)
                .filter_map(|word| self.words.get(&word).copied())
                .collect(),
        );
        let holders = words.iter().map(|&word| &self.holders[word]);
        let mut rare: Vec<&Vec<usize>> = holders.filter(|holders| holders.len() <= MOST_HOLDERS).collect();
        rare.sort_by_key(|holders| holders.len());
        rare.truncate(LEADS);
        let places = each_once(rare.into_iter().flatten().copied().collect());
        let rows = places.into_iter().map(|place| &self.rows[place]);
        let is_said = |(_, own): &&(&Task, Vec<usize>)| {
            let shared = own.iter().filter(|&word| words.binary_search(word).is_ok());
            10 * shared.count() >= SAID * own.len()
        };
        rows.filter(is_said).map(|(task, _)| *task).collect()
    }
}

/// The words of a text without figures, folded.
fn naming(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let words = words(text).filter(|word| !word.text.starts_with(|c: char| c.is_ascii_digit()));
    words.map(|word| folded(word.text))
}

fn each_once<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::super::Severity;
    use super::super::trial::{both, tasks, with_body};
    use super::*;

    const TASK: &str = "1\tĐề án phát triển du lịch để đạt mục tiêu thu hút 12 triệu lượt khách quốc tế giai đoạn 2026-2030\tSở Du lịch\t2030\n";

    fn told(body: &str) -> Vec<(Severity, String)> {
        let program = with_body(body, TASK);
        let findings = both(check, &program, &tasks("1\tXây cầu\tSở Xây dựng\t2026\n")).into_iter();
        let said = findings.map(|finding| match finding.details {
            Details::TextAgainstTask { changed, .. } => (finding.severity, changed[0].0.printed.clone()),
            other => panic!("{other:?}"),
        });
        said.collect()
    }

    #[test]
    fn what_the_body_text_counts_otherwise_is_told() {
        let says = |figure: &str, years: &str| {
            told(&format!(
                "Ban hành Nghị quyết; Đề án phát triển du lịch để đạt mục tiêu thu hút {figure} lượt khách quốc tế giai đoạn {years}; phát triển 3 trung tâm tài chính."
            ))
        };
        assert_eq!(says("12 triệu", "2026 - 2030"), []);
        assert_eq!(
            says("15 triệu", "2026-2030"),
            [(Severity::Contradiction, "15 triệu lượt khách quốc tế".to_owned())]
        );
        assert_eq!(
            says("12 triệu", "2026-2035"),
            [(Severity::Difference, "giai đoạn 2026-2035".to_owned())]
        );
        // Another period may have another figure.
        assert_eq!(says("15 triệu", "2031-2035"), []);
        assert_eq!(told("Thu hút 15 triệu lượt khách du lịch quốc tế."), []);
    }
}
