#![doc = include_str!("deadline_missing.en.md")]

use super::context::Context;
use super::filled::{self, Slot};
use super::{Code, Details, Outcome, Side};
use crate::model::{Cell, Lines, opens_body};

/// One finding for each task that no deadline is printed for, neither in its
/// row nor in the row above; rows that only gather sub-rows need none. A body in
/// the place of a deadline is none.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let nothing = Cell::new("", Lines::one(1));
    for side in [Side::Left, Side::Right] {
        let slots: Vec<Slot<'_>> = context
            .program(side)
            .tasks
            .iter()
            .map(|task| Slot {
                id: &task.id,
                parent: task.parent.as_ref(),
                cell: task.deadline.as_ref().map(|cell| {
                    let is_body = task.due.is_none() && opens_body(&cell.text);
                    if is_body { &nothing } else { cell }
                }),
            })
            .collect();
        let details = Details::DeadlineMissing;
        outcome.extend([filled::outcome(context, side, &slots, Code::DeadlineMissing, &details)]);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, tasks};
    use super::*;

    fn missing(rows: &str) -> Vec<String> {
        let findings = alone(check, &tasks(rows)).findings;
        findings.iter().map(|finding| finding.left[0].to_string()).collect()
    }

    #[test]
    fn a_task_without_deadline_is_a_finding() {
        let rows = "1\tXây cầu\tSở Xây dựng\t\n2\tXây hầm\tSở Xây dựng\t2026\n3\tXây chợ\tSở Xây dựng\t2026\n";
        assert_eq!(missing(rows), ["PL1.1"]);
        assert_eq!(missing(&rows.replacen("dựng\t\n", "dựng\tSở Y tế\n", 1)), ["PL1.1"]);
    }

    #[test]
    fn a_row_whose_sub_rows_carry_it_and_a_deadline_not_understood_are_silent() {
        let rows =
            "1\tHoàn thành các cầu:\t\t\n-\tCầu Tứ Liên\tSở Xây dựng\t2027\n2\tXây hầm\tSở Xây dựng\tkhi có vốn\n";
        assert_eq!(missing(rows), [""; 0]);
    }
}
