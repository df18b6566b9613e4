#![doc = include_str!("text_against_task.en.md")]

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::context::{Context, one_sided, quote};
use super::quantity_differs::{due, otherwise};
use super::{Code, Details, Field, Figure, Finding, Passage, Severity, Side};
use crate::model::{Deadline, DeadlineKind, DeadlineOrder, Task};
use crate::text::{clauses, fold, folded, has_words, words};

/// A clause of a task of fewer words is too short to be known in a sentence …
const LEAST_WORDS: usize = 5;
/// … and one of fewer only where all its words are said and few others.
const FEW_WORDS: usize = 8;
/// So many of its words, in tenths, a clause has that says a task.
const SAID: usize = 8;
/// A word that more clauses have leads to none of them …
const MOST_HOLDERS: usize = 50;
/// … and so many of the rarest words of a clause do.
const LEADS: usize = 4;

/// A clause of the body text that has the words of a task and counts the same
/// things otherwise contradicts it; another period or deadline differs. A task of
/// the other program is left to its partner where the clause says that.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let sides = [Side::Left, Side::Right].map(|side| Said {
        counted: Tasks::of(context, side, true),
        all: OnceCell::new(),
    });
    let mut findings = in_program(context, Side::Left, &sides);
    findings.extend(in_program(context, Side::Right, &sides));
    findings
}

fn in_program<'a>(context: &Context<'a>, side: Side, sides: &[Said<'a>; 2]) -> Vec<Finding> {
    let program = context.program(side);
    let statements = program.statements.iter().zip(context.figures_of_statements(side));
    let clauses = statements.flat_map(|(statement, figures)| {
        let clauses = clauses_of(&statement.text).filter(|clause| has_digit(clause));
        clauses.map(|clause| (clause, due_by(clause), !figures.is_empty()))
    });
    let mut findings = Vec::new();
    for (clause, time, _) in clauses.filter(|(_, time, counts)| *counts || time.is_some()) {
        let of_side = |side: Side| {
            let said = match side {
                Side::Left => &sides[0],
                Side::Right => &sides[1],
            };
            match &time {
                // A clause with figures says a task with figures.
                Some(time) if !has_digit(&clause.replace(&time.printed, "")) => {
                    said.all.get_or_init(|| Tasks::of(context, side, false))
                }
                _ => &said.counted,
            }
        };
        let said = of_side(side).said_by(clause);
        let has_said_partner = |(task, _): &(&Task, &str)| {
            let mut partners = context.partners(side.other(), &task.id).iter();
            partners.any(|partner| said.iter().any(|(said, _)| said.id == partner.id))
        };
        let mut of_other = of_side(side.other()).said_by(clause);
        of_other.retain(|said| !has_said_partner(said) && !context.is_one_program());
        for (of, said) in [(side, said), (side.other(), of_other)] {
            for clauses_of_task in said.chunk_by(|(one, _), (other, _)| one.id == other.id) {
                let task = clauses_of_task[0].0;
                let mut differing = clauses_of_task.iter().filter_map(|(_, own)| otherwise(clause, own));
                let figures = differing.next();
                let mut own = clauses_of_task.iter();
                let deadline = own.find_map(|(_, own)| due_otherwise(time.as_ref()?, (clause, own), task));
                if figures.is_none() && deadline.is_none() {
                    continue;
                }
                let (severity, mut changed) = figures.unwrap_or((Severity::Difference, Vec::new()));
                let mut evidence = vec![quote(of, &task.id, Field::Text, &task.text)];
                if let (Some(pair), Some(cell)) = (deadline, &task.deadline) {
                    changed.push(pair);
                    evidence.push(quote(of, &task.id, Field::Deadline, cell));
                }
                let may_both_hold = of != side && context.is_between_levels();
                let passage = Passage {
                    side,
                    row: None,
                    text: clause.to_owned(),
                };
                findings.push(one_sided(
                    Code::TextAgainstTask,
                    if may_both_hold { Severity::Difference } else { severity },
                    of,
                    vec![task.id.clone()],
                    Details::TextAgainstTask { passage, changed },
                    evidence,
                ));
            }
        }
    }
    findings
}

/// The time by which a clause says a task is done, and the deadline of its row,
/// where they cannot both hold: a time within the deadline is more precise, and
/// what is done in 2027 is done by 2030.
fn due_otherwise(time: &Figure, (clause, own): (&str, &str), task: &Task) -> Option<(Figure, Figure)> {
    let (cell, due_in_row) = (task.deadline.as_ref()?, task.due.as_ref()?);
    let said = Deadline::parse(&time.printed)?;
    let may_hold = match Deadline::compare(Some(&said), Some(due_in_row)) {
        DeadlineOrder::LeftEarlier { .. } => match due_in_row.kind {
            DeadlineKind::By { point } => said.finish >= Some(point.first_day()),
            _ => false,
        },
        DeadlineOrder::LeftLater { .. } => !matches!(said.kind, DeadlineKind::By { .. }),
        DeadlineOrder::Equal | DeadlineOrder::NotComparable { .. } => true,
    };
    let figures = |text: &str| {
        let words = words(text).filter(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
        words.map(|word| word.text.to_owned()).collect::<Vec<_>>()
    };
    // Another figure may be what is done by then; a year in the name of the task is no deadline.
    let is_of_time = || {
        let (own, time) = (figures(own), figures(&time.printed));
        let mut said = figures(clause).into_iter();
        said.all(|figure| own.contains(&figure) != time.contains(&figure))
    };
    if may_hold || !is_of_time() || Deadline::is_of_other_stage(&fold(clause), &fold(own)) {
        return None;
    }
    let printed = Figure {
        printed: cell.text.clone(),
        number: cell.text.clone(),
    };
    Some((time.clone(), printed))
}

/// The time by which a clause says that something is done. A bare year may be in
/// a name (`Kế hoạch năm 2025`), if nothing else is completed.
fn due_by(clause: &str) -> Option<Figure> {
    due(clause).filter(|time| {
        let is_bare = time.printed.starts_with(&time.number);
        !is_bare || has_words(&fold(clause), "hoàn thành")
    })
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The clauses of a text, as printed, without its bullet or number.
fn clauses_of(text: &str) -> impl Iterator<Item = &str> {
    let is_bullet = |word: &str| {
        let inner = word.trim_matches(['(', ')', '.', '-', '+']);
        inner.len() < word.len() && (inner.len() < 2 || inner.chars().all(|c| c.is_ascii_digit() || c == '.'))
    };
    clauses(text, &[';', ':']).into_iter().map(move |clause| {
        let clause = clause.trim();
        let (first, rest) = clause.split_once(' ').unwrap_or_default();
        let clause = if is_bullet(first) { rest } else { clause };
        clause.trim_end_matches(['.', ','])
    })
}

/// The tasks of a program that may be said.
struct Said<'a> {
    /// Those with figures.
    counted: Tasks<'a>,
    /// All of them, where a clause has a deadline.
    all: OnceCell<Tasks<'a>>,
}

/// The clauses of the tasks of a program, by their words.
#[derive(Default)]
struct Tasks<'a> {
    clauses: Vec<Clause<'a>>,
    /// The number of each word, folded.
    words: FxHashMap<Cow<'a, str>, usize>,
    /// The clauses that have each word.
    holders: Vec<Vec<usize>>,
}

struct Clause<'a> {
    task: &'a Task,
    text: &'a str,
    /// Its words, each once.
    words: Vec<usize>,
}

impl<'a> Tasks<'a> {
    /// The clauses of all tasks, or of those with figures the clauses that have some.
    fn of(context: &Context<'a>, side: Side, are_counted: bool) -> Self {
        let mut kept = Self::default();
        let tasks = context.program(side).tasks.iter().zip(context.figures_of_tasks(side));
        let tasks = tasks.filter(|(_, figures)| !are_counted || !figures.is_empty());
        let clauses = tasks.flat_map(|(task, _)| clauses_of(&task.text.text).map(move |text| (task, text)));
        for (task, text) in clauses.filter(|(_, text)| !are_counted || has_digit(text)) {
            let numbers = naming(text).map(|word| {
                let next = kept.words.len();
                *kept.words.entry(word).or_insert(next)
            });
            let words = each_once(numbers.collect());
            kept.holders.resize_with(kept.words.len(), Vec::new);
            if words.len() >= LEAST_WORDS {
                for &word in &words {
                    kept.holders[word].push(kept.clauses.len());
                }
                kept.clauses.push(Clause { task, text, words });
            }
        }
        kept
    }

    /// The clauses of tasks most of whose words a clause has, in document order.
    fn said_by(&self, clause: &str) -> Vec<(&'a Task, &'a str)> {
        let mut said = 0;
        let known = naming(clause).inspect(|_| said += 1);
        let words = each_once(known.filter_map(|word| self.words.get(&word).copied()).collect());
        let holders = words.iter().map(|&word| &self.holders[word]);
        let mut rare: Vec<&Vec<usize>> = holders.filter(|holders| holders.len() <= MOST_HOLDERS).collect();
        rare.sort_by_key(|holders| holders.len());
        rare.truncate(LEADS);
        let places = each_once(rare.into_iter().flatten().copied().collect());
        let clauses = places.into_iter().map(|place| &self.clauses[place]);
        let is_said = |own: &&Clause<'_>| {
            let shared = own.words.iter().filter(|&word| words.binary_search(word).is_ok());
            let (shared, all) = (shared.count(), own.words.len());
            if all < FEW_WORDS {
                shared == all && 2 * all >= said
            } else {
                10 * shared >= SAID * all
            }
        };
        clauses.filter(is_said).map(|own| (own.task, own.text)).collect()
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
    use super::super::trial::{both, tasks, with_body};
    use super::*;
    use crate::model::Program;

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
    fn each_clause_of_a_task_is_looked_for() {
        let task =
            "1\tPhát triển 20 cụm làng nghề; xây dựng 10 khu nông nghiệp sinh thái gắn với du lịch\tSở Du lịch\t2030\n";
        for bullet in ["", "4. ", "- ", "(1) ", "+ ", "2.1. "] {
            let body = with_body(
                &format!("Thành phố triển khai:\n\n{bullet}Xây dựng 17 khu nông nghiệp sinh thái gắn với du lịch."),
                task,
            );
            let found = both(check, &body, &tasks("1\tXây cầu\tSở Xây dựng\t2026\n"));
            let Details::TextAgainstTask { passage, .. } = &found[0].details else {
                panic!()
            };
            assert!(passage.text.starts_with("Xây dựng 17"), "{bullet}");
        }
    }

    #[test]
    fn tasks_of_the_other_program_are_held_against_the_body_text_too() {
        let body = "Thực hiện Đề án phát triển du lịch để đạt mục tiêu thu hút 15 triệu lượt khách quốc tế.";
        let sides = |left: &Program, right: &Program| {
            let findings = both(check, left, right).into_iter();
            let sides = findings.map(|finding| (finding.left.len(), finding.right.len()));
            sides.collect::<Vec<_>>()
        };
        let (bridge, other) = ("1\tXây cầu\tSở Xây dựng\t2026\n", tasks(TASK));
        assert_eq!(sides(&with_body(body, bridge), &other), [(0, 1)]);
        assert_eq!(sides(&other, &with_body(body, bridge)), [(1, 0)]);
        // Its own task says what the other one's does.
        assert_eq!(sides(&with_body(body, TASK), &other), [(1, 0)]);
    }

    #[test]
    fn a_deadline_that_the_row_cannot_keep_is_told() {
        let row =
            |deadline: &str| format!("1\tXây dựng Trung tâm dữ liệu tại phường Tây Hồ\tSở Xây dựng\t{deadline}\n");
        let other = tasks("1\tXây cầu\tSở Xây dựng\t2026\n");
        let told = |body: &str, deadline: &str| {
            let findings = both(check, &with_body(body, &row(deadline)), &other).into_iter();
            let changed = findings.map(|finding| match finding.details {
                Details::TextAgainstTask { changed, .. } => (finding.severity, finding.evidence.len(), changed),
                other => panic!("{other:?}"),
            });
            let printed = changed.map(|(severity, quoted, changed)| (severity, quoted, changed[0].0.printed.clone()));
            printed.collect::<Vec<_>>()
        };
        let says = |time: &str| format!("Hoàn thành xây dựng Trung tâm dữ liệu tại phường Tây Hồ {time}.");
        for (time, deadline) in [
            ("trong năm 2027", "Quý IV/2028"),
            ("trước năm 2028", "Năm 2028"),
            ("trong năm 2027", "2026-2028"),
            ("trong năm 2029", "Năm 2028"),
            ("trong năm 2028", "Khởi công 2026; Hoàn thành QIV/2030"),
        ] {
            let expected = [(Severity::Difference, 2, time.to_owned())];
            assert_eq!(told(&says(time), deadline), expected, "{time} {deadline}");
        }
        for (time, deadline) in [
            ("trong năm 2028", "Quý IV/2028"),
            ("trong quý III năm 2028", "Năm 2028"),
            ("đến năm 2030", "Năm 2028"),
            ("trong năm 2026", "Hàng năm"),
            ("giai đoạn 2026-2030", "Năm 2028"),
            ("trong năm 2027, đạt 50% khối lượng", "Năm 2028"),
        ] {
            assert_eq!(told(&says(time), deadline), [], "{time} {deadline}");
        }
        let starts = says("trong năm 2027").replace("Hoàn thành", "Khởi công");
        assert_eq!(told(&starts, "Quý IV/2028"), []);
        let plan = "1\tXây dựng kế hoạch phát triển kinh tế - xã hội năm 2027\tSở Tài chính\tQuý IV/2026\n";
        let body = "Xây dựng và thực hiện kế hoạch phát triển kinh tế - xã hội năm 2027.";
        assert_eq!(both(check, &with_body(body, plan), &other).len(), 0);
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
        // Of a few words none may be missing, and few may be others.
        let few = "1\tHoàn thành 09 cầu qua sông Hồng, sông Đuống\tSở Xây dựng\t2030\n";
        let other = tasks("1\tXây chợ\tSở Công Thương\t2026\n");
        let count = |body: &str| both(check, &with_body(body, few), &other).len();
        assert_eq!(
            count("Giai đoạn 2026-2030 hoàn thành 07 cầu qua sông Hồng, sông Đuống."),
            1
        );
        assert_eq!(count("Giai đoạn 2026-2030 hoàn thành 07 cầu qua sông Hồng."), 0);
        let long = "Bố trí vốn để các nhà thầu thi công hoàn thành 03 gói thầu của cầu qua sông Hồng, sông Đuống.";
        assert_eq!(count(long), 0);
        // Another period may have another figure.
        assert_eq!(says("15 triệu", "2031-2035"), []);
        assert_eq!(told("Thu hút 15 triệu lượt khách du lịch quốc tế."), []);
    }
}
