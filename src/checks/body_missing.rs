#![doc = include_str!("body_missing.en.md")]

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::filled::{self, Slot};
use super::{Code, Details, Field, Outcome, Side};
use crate::model::{Cell, Lines};

/// The facts of [`Code::BodyMissing`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyMissing {
    /// The column that is empty: [`Field::Lead`] or [`Field::Body`].
    pub field: Field,
}

/// One finding for each row that nobody is named for, neither in it nor in the
/// row above; rows that only gather sub-rows need nobody. A deadline in the place
/// of a body names nobody.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let nobody = Cell::new("", Lines::one(1));
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let tasks = program.tasks.iter().map(|task| Slot {
            id: &task.id,
            parent: task.parent.as_ref(),
            cell: task
                .lead
                .as_ref()
                .map(|cell| if task.lead_bodies.is_empty() { &nobody } else { cell }),
        });
        let indicators = program.indicators.iter().map(|row| Slot {
            id: &row.id,
            parent: row.parent.as_ref(),
            cell: row.body.as_ref(),
        });
        for (field, slots) in [
            (Field::Lead, tasks.collect::<Vec<_>>()),
            (Field::Body, indicators.collect()),
        ] {
            let details = Details::BodyMissing(BodyMissing { field });
            outcome.extend([filled::outcome(context, side, &slots, Code::BodyMissing, &details)]);
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, indicators, tasks};
    use super::*;
    use crate::model::Program;

    fn missing(program: &Program) -> Vec<String> {
        let findings = alone(check, program).findings;
        findings.iter().map(|finding| finding.left[0].to_string()).collect()
    }

    #[test]
    fn a_row_nobody_is_named_for_is_a_finding() {
        let program =
            indicators("1\tTuổi thọ\tTuổi\t77\t\n2\tDân số\tNgười\t9\tSở Y tế\n3\tViệc làm\t%\t4\tSở Nội vụ\n");
        assert_eq!(missing(&program), ["PL1.1"]);
        let program = tasks("1\tXây cầu\t\t2026\n2\tXây hầm\tSở Xây dựng\t2026\n3\tXây chợ\tSở Xây dựng\t2026\n");
        assert_eq!(missing(&program), ["PL1.1"]);
        let program =
            tasks("1\tXây cầu\tQuý IV/2027\t2026\n2\tXây hầm\tSở Xây dựng\t2026\n3\tXây chợ\tSở Xây dựng\t2026\n");
        assert_eq!(missing(&program), ["PL1.1"]);
    }

    #[test]
    fn rows_above_and_below_stand_in_for_each_other() {
        let program = indicators(
            "1\tTuổi thọ\tTuổi\t77\tSở Y tế\n-\tTr. đó, số năm khỏe\tTuổi\t68\t\n2\tNgân sách\t\t\t\n-\tThu\tTỷ đồng\t5\tSở Tài chính\n",
        );
        assert_eq!(missing(&program), [""; 0]);
    }

    #[test]
    fn a_column_hardly_filled_is_silent() {
        let program = tasks("1\tXây cầu\t\t2026\n2\tXây hầm\t\t2026\n3\tXây chợ\tSở Xây dựng\t2026\n");
        assert_eq!(missing(&program), [""; 0]);
    }
}
