#![doc = include_str!("deadline_after_parent.en.md")]

use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided, quote, quote_some};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Deadline, DeadlineOrder};

/// The facts of [`Code::DeadlineAfterParent`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineAfterParent {
    /// The deadline of the sub-row.
    pub deadline: String,
    /// That of the row it stands under.
    pub parent: String,
    /// How many calendar months the whole is due earlier, at least 1.
    pub months: u32,
}

/// One finding for each sub-row that is due after the row it stands under. Which
/// of the two dates is meant needs the original; a sub-row without end is none.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for side in [Side::Left, Side::Right] {
        for task in &context.program(side).tasks {
            let parent = task.parent.as_ref().and_then(|parent| context.task(side, parent));
            let Some(parent) = parent else { continue };
            let order = Deadline::compare(parent.due.as_ref(), task.due.as_ref());
            let (DeadlineOrder::LeftEarlier { months: Some(months) }, Some(own), Some(whole)) =
                (order, &task.deadline, &parent.deadline)
            else {
                continue;
            };
            let details = Details::DeadlineAfterParent(DeadlineAfterParent {
                deadline: own.text.clone(),
                parent: whole.text.clone(),
                months,
            });
            let evidence = [task, parent].into_iter().flat_map(|row| {
                [
                    Some(quote(side, &row.id, Field::Text, &row.text)),
                    quote_some(side, &row.id, Field::Deadline, row.deadline.as_ref()),
                ]
            });
            findings.push(one_sided(
                Code::DeadlineAfterParent,
                Severity::Doubt,
                side,
                vec![task.id.clone(), parent.id.clone()],
                details,
                evidence.flatten().collect(),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, tasks};
    use super::*;

    fn months(parent: &str, child: &str) -> Option<u32> {
        let rows = format!("1\tHoàn thành các cầu:\tSở Xây dựng\t{parent}\n-\tCầu Tứ Liên\tSở Xây dựng\t{child}\n");
        let other = tasks("1\tXây chợ\tSở Công Thương\t2026\n");
        let finding = both(check, &tasks(&rows), &other).pop()?;
        assert_eq!(finding.left.len(), 2);
        match finding.details {
            Details::DeadlineAfterParent(facts) => Some(facts.months),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_part_that_is_due_after_the_whole_is_a_finding() {
        assert_eq!(months("Trước 2030", "2026-2030"), Some(12));
        assert_eq!(months("Quý II/2027", "Quý III/2027"), Some(3));
        assert_eq!(months("Năm 2027", "Khởi công 2026; hoàn thành 2028"), Some(12));
    }

    #[test]
    fn a_part_that_is_due_with_the_whole_or_has_no_date_is_none() {
        for (parent, child) in [
            ("2030", "2026-2030"),
            ("2030", "Quý II/2027"),
            ("", "2028"),
            ("2027", ""),
            ("Hàng năm", "2028"),
            ("2027", "Hàng năm"),
            ("2030", "2026-2030 và các năm tiếp theo"),
            ("Khởi công 2026", "Hoàn thành 2028"),
        ] {
            assert_eq!(months(parent, child), None, "{parent} | {child}");
        }
    }
}
