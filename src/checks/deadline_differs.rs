#![doc = include_str!("deadline_differs.en.md")]

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Agreement, Code, Details, Field, Finding, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::matching::{Relation, TaskMatch};
use crate::model::{Deadline, DeadlineOrder, RowId, Task};
use crate::text::{fold, words};

/// A stage besides the first in which two deadlines differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageGap {
    /// As one of them calls it (`khởi công`).
    pub stage: String,
    /// The side that reaches it first.
    pub earlier: Side,
    /// By how many months; `None` where the other has no end.
    pub months: Option<u32>,
}

/// Compared by when the work must be finished. One of several parts of a task
/// may well be finished before the whole, or begin after it: that is a note.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (pair, left, right) in context.task_pairs() {
        let (earlier, months) = match pair.deadlines {
            DeadlineOrder::LeftEarlier { months } => (Side::Left, months),
            DeadlineOrder::LeftLater { months } => (Side::Right, months),
            DeadlineOrder::Equal => {
                outcome.agreements.push(Agreement {
                    code: Code::DeadlineDiffers,
                    left: left.id.clone(),
                    right: right.id.clone(),
                });
                continue;
            }
            DeadlineOrder::NotComparable { why } => {
                if let Some(finding) = off_calendar(left, right).or_else(|| recurs(context, pair, [left, right])) {
                    outcome.findings.push(finding);
                    continue;
                }
                let both_printed = [&left.deadline, &right.deadline]
                    .iter()
                    .all(|cell| cell.as_ref().is_some_and(|cell| !cell.is_empty()));
                outcome.not_checked.push(NotChecked {
                    code: Code::DeadlineDiffers,
                    left: Some(left.id.clone()),
                    right: Some(right.id.clone()),
                    why: WhyNot::of_deadlines(why, both_printed),
                });
                continue;
            }
        };
        let (Some(l), Some(r)) = (&left.deadline, &right.deadline) else {
            continue;
        };
        let part = one_of_several_parts(context, pair);
        let stages = Deadline::stages_apart(left.due.as_ref(), right.due.as_ref());
        let is_of_part = |earlier: Side, is_start: bool| part.is_some_and(|part| (part == earlier) != is_start);
        let of_part = match &*stages {
            [] => is_of_part(earlier, false),
            stages => stages
                .iter()
                .all(|stage| gap(stage.order).is_none_or(|(earlier, _)| is_of_part(earlier, stage.is_start))),
        };
        let severity = if of_part { Severity::Note } else { Severity::Difference };
        let further = stages.iter().skip(1).filter_map(|stage| {
            let (earlier, months) = gap(stage.order)?;
            let stage = stage.name?.to_owned();
            Some(StageGap { stage, earlier, months })
        });
        let details = Details::DeadlineDiffers {
            left: l.text.clone(),
            right: r.text.clone(),
            earlier: Some(earlier),
            months,
            no_date: None,
            recurs: Vec::new(),
            part,
            stage: stages.first().and_then(|stage| stage.name).map(str::to_owned),
            further: further.collect(),
        };
        outcome.findings.push(finding(severity, left, right, details));
    }
    outcome
}

/// The side that is earlier, and by how many months.
fn gap(order: DeadlineOrder) -> Option<(Side, Option<u32>)> {
    match order {
        DeadlineOrder::LeftEarlier { months } => Some((Side::Left, months)),
        DeadlineOrder::LeftLater { months } => Some((Side::Right, months)),
        DeadlineOrder::Equal | DeadlineOrder::NotComparable { .. } => None,
    }
}

/// What is printed on one side is no date, beside a deadline on the other: they
/// cannot be the same, and the figure is a slip.
fn off_calendar(left: &Task, right: &Task) -> Option<Finding> {
    let (l, r) = (left.deadline.as_ref()?, right.deadline.as_ref()?);
    let no_date = match (&left.due, &right.due) {
        (None, Some(_)) if Deadline::is_off_calendar(&l.text) => Side::Left,
        (Some(_), None) if Deadline::is_off_calendar(&r.text) => Side::Right,
        _ => return None,
    };
    doubt([left, right], Some(no_date), Vec::new())
}

/// What recurs in one program and is due once in the other, or recurs there in
/// another rhythm, is not what the other program has done; a part may be.
fn recurs(context: &Context<'_>, pair: &TaskMatch, [left, right]: [&Task; 2]) -> Option<Finding> {
    let apart = Deadline::recur_apart(left.due.as_ref()?, right.due.as_ref()?);
    let sides = [Side::Left, Side::Right].into_iter().zip(apart);
    let recurs: Vec<Side> = sides.filter_map(|(side, apart)| apart.then_some(side)).collect();
    let is_whole = pair.relation == Relation::Same && one_of_several_parts(context, pair).is_none();
    if recurs.is_empty() || !is_whole {
        return None;
    }
    doubt([left, right], None, recurs)
}

fn doubt([left, right]: [&Task; 2], no_date: Option<Side>, recurs: Vec<Side>) -> Option<Finding> {
    let details = Details::DeadlineDiffers {
        left: left.deadline.as_ref()?.text.clone(),
        right: right.deadline.as_ref()?.text.clone(),
        earlier: None,
        months: None,
        no_date,
        recurs,
        part: None,
        stage: None,
        further: Vec::new(),
    };
    Some(finding(Severity::Doubt, left, right, details))
}

fn finding(severity: Severity, left: &Task, right: &Task, details: Details) -> Finding {
    let evidence = [
        Some(quote(Side::Left, &left.id, Field::Text, &left.text)),
        quote_some(Side::Left, &left.id, Field::Deadline, left.deadline.as_ref()),
        Some(quote(Side::Right, &right.id, Field::Text, &right.text)),
        quote_some(Side::Right, &right.id, Field::Deadline, right.deadline.as_ref()),
    ];
    let evidence = evidence.into_iter().flatten().collect();
    pair_finding(Code::DeadlineDiffers, severity, &left.id, &right.id, details, evidence)
}

/// The side whose row is one of several parts of the other's: it is called
/// one, or the other row has partners that say other things.
pub(super) fn one_of_several_parts(context: &Context<'_>, pair: &TaskMatch) -> Option<Side> {
    let (of_left, of_right) = (
        context.partners(Side::Left, &pair.left),
        context.partners(Side::Right, &pair.right),
    );
    let is_apart = |side: Side, row: &RowId, tasks: &[&Task]| {
        let parent = context.task(side, row).and_then(|task| task.parent.as_ref());
        !heads(tasks, row) && say_other_things(tasks, parent)
    };
    match pair.relation {
        Relation::LeftPartOfRight if of_right.len() > 1 => Some(Side::Left),
        Relation::RightPartOfLeft if of_left.len() > 1 => Some(Side::Right),
        Relation::Same if is_apart(Side::Left, &pair.left, of_right) => Some(Side::Left),
        Relation::Same if is_apart(Side::Right, &pair.right, of_left) => Some(Side::Right),
        _ => None,
    }
}

/// Whether a row is the parent of others that have the same partner: the whole, not a part.
fn heads(tasks: &[&Task], row: &RowId) -> bool {
    tasks.iter().any(|task| task.parent.as_ref() == Some(row))
}

/// Whether no two of several texts share half the words of the shorter one.
/// The parent of a row, which is recognized by it, is none of them.
fn say_other_things(tasks: &[&Task], parent: Option<&RowId>) -> bool {
    let mut texts: Vec<FxHashSet<String>> = Vec::new();
    for task in tasks.iter().filter(|task| Some(&task.id) != parent) {
        let text = words(&task.text.text).map(|word| fold(word.text)).collect();
        let alike = |other: &FxHashSet<String>| 2 * other.intersection(&text).count() >= text.len().min(other.len());
        if texts.iter().any(alike) {
            return false;
        }
        texts.push(text);
    }
    texts.len() > 1
}

#[cfg(test)]
mod tests {
    use super::super::trial::tasks;
    use super::{heads, say_other_things};
    use crate::checks::{Code, Details, Severity};

    #[test]
    fn a_row_over_others_is_the_whole() {
        let program = tasks("1\tHoàn thành cầu:\tSở Y tế\t2026\n-\tCầu Tứ Liên\tSở Y tế\t2026\n");
        let [parent, child] = [&program.tasks[0], &program.tasks[1]];
        assert!(heads(&[parent, child], &parent.id));
        assert!(!heads(&[parent, child], &child.id));
    }

    #[test]
    fn a_sub_row_beside_its_parent_is_no_part() {
        let left = tasks(
            "1\tĐầu tư các dự án giao thông, gồm:\t\t2026-2030\n-\tTuyến tránh Di Linh trên Quốc lộ 20\tSở Y tế\t2027\n-\tNâng cấp đường ven biển La Gi\tSở Y tế\t2029\n",
        );
        let right = tasks(
            "1\tXây tuyến tránh Di Linh (Quốc lộ 20)\tSở Y tế\t2028\n2\tNâng cấp đường ven biển La Gi\tSở Y tế\t2029\n",
        );
        let found = crate::compare(left, right).findings;
        let of_row = |id: &str| {
            let is_deadline = |finding: &&crate::Finding| finding.code == Code::DeadlineDiffers;
            let mut findings = found.iter().filter(is_deadline);
            findings
                .find(|finding| finding.left[0].as_str() == id)
                .map(|finding| finding.severity)
        };
        assert_eq!(of_row("PL1.1.a"), Some(Severity::Difference));
        assert_eq!(of_row("PL1.1"), Some(Severity::Note));
    }

    #[test]
    fn a_part_may_start_after_the_whole_but_not_before_it() {
        let start_of_part = |part: &str| {
            let left = tasks("1\tXây dựng cầu Tứ Liên, cầu Ngọc Hồi\tSở Y tế\tKhởi công 2026; hoàn thành 2029\n");
            let right = tasks(&format!(
                "1\tXây dựng cầu Tứ Liên\tSở Y tế\t{part}\n2\tXây dựng cầu Ngọc Hồi\tSở Y tế\tKhởi công 2026; hoàn thành 2029\n"
            ));
            let found = crate::compare(left, right).findings.into_iter();
            let mut found = found.filter(|finding| finding.code == Code::DeadlineDiffers);
            let first = found.next().unwrap();
            let Details::DeadlineDiffers { further, .. } = first.details else {
                return None;
            };
            Some((first.severity, further.len()))
        };
        for (part, told) in [
            ("Khởi công 2025; hoàn thành 2029", (Severity::Difference, 0)),
            ("Khởi công 2027; hoàn thành 2029", (Severity::Note, 0)),
            ("Khởi công 2027; hoàn thành 2028", (Severity::Note, 1)),
            ("Khởi công 2025; hoàn thành 2028", (Severity::Difference, 1)),
        ] {
            assert_eq!(start_of_part(part), Some(told), "{part}");
        }
    }

    #[test]
    fn a_date_the_calendar_does_not_have_is_a_doubt() {
        let severity = |printed: &str| {
            let [left, right] =
                [printed, "Quý IV/2027"].map(|due| tasks(&format!("1\tXây bệnh viện Nhi đồng mới\tSở Y tế\t{due}\n")));
            let compared = crate::compare(left, right);
            let not_checked = compared.not_checked.len();
            let finding = compared
                .findings
                .into_iter()
                .find(|finding| finding.code == Code::DeadlineDiffers);
            (
                finding.map(|finding| (finding.severity, finding.evidence.len())),
                not_checked,
            )
        };
        for printed in ["Quý V/2027", "Tháng 13/2027", "31/02/2027", "Trước ngày 31/4/2027"] {
            assert_eq!(severity(printed), (Some((Severity::Doubt, 4)), 0), "{printed}");
        }
        for printed in ["", "khi có vốn", "Theo Kế hoạch 12/2027"] {
            assert_eq!(severity(printed), (None, 1), "{printed}");
        }
    }

    #[test]
    fn partners_that_share_half_their_words_say_the_same() {
        let other = |rows: &str| say_other_things(&tasks(rows).tasks.iter().collect::<Vec<_>>(), None);
        assert!(other(
            "1\tXây 02 trường mầm non\tSở Y tế\t2026\n2\tCải tạo trạm y tế\tSở Y tế\t2026\n"
        ));
        assert!(!other(
            "1\tXây 02 trường mầm non\tSở Y tế\t2026\n2\tXây trường mầm non mới\tSở Y tế\t2026\n"
        ));
        assert!(!other("1\tXây 02 trường mầm non\tSở Y tế\t2026\n"));
    }

    #[test]
    fn what_recurs_and_is_due_once_is_a_doubt() {
        let severities = |left: &str, right: &str| {
            let row = |due: &str| tasks(&format!("1\tXây tuyến tránh Di Linh (Quốc lộ 20)\tSở Y tế\t{due}\n"));
            let found = crate::compare(row(left), row(right)).findings.into_iter();
            let is_deadline = |finding: &crate::Finding| finding.code == Code::DeadlineDiffers;
            let found = found.filter(is_deadline).map(|finding| finding.severity);
            found.collect::<Vec<_>>()
        };
        assert_eq!(severities("Thường xuyên", "Năm 2026"), [Severity::Doubt]);
        assert_eq!(severities("Hằng tháng", "Hằng năm"), [Severity::Doubt]);
        assert_eq!(severities("Thường xuyên", "2026-2030"), []);
        assert_eq!(severities("Hằng năm", "Hàng năm"), []);
    }
}
