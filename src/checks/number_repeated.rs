#![doc = include_str!("number_repeated.en.md")]

use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided};
use super::{Code, Details, Outcome, Severity, Side};
use crate::model::RowId;

/// The facts of [`Code::NumberRepeated`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberRepeated {
    /// The annex.
    pub annex: u32,
    /// The printed number.
    pub number: u32,
}

/// One finding for each number with all its rows: who cites it names several.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        for run in context.runs(side) {
            let by_number = run.by_number();
            let groups = by_number.chunk_by(|one, next| one.0 == next.0);
            for group in groups.filter(|group| group.len() > 1) {
                let rows: Vec<RowId> = group.iter().map(|(_, id)| (*id).clone()).collect();
                let evidence = rows.iter().filter_map(|id| context.quote_title(side, id)).collect();
                let details = Details::NumberRepeated(NumberRepeated {
                    annex: run.annex,
                    number: group[0].0,
                });
                outcome.findings.push(one_sided(
                    Code::NumberRepeated,
                    Severity::Doubt,
                    side,
                    rows,
                    details,
                    evidence,
                ));
            }
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, tasks};
    use super::*;

    fn repeated(labels: &[&str]) -> Vec<u32> {
        let rows: String = labels
            .iter()
            .map(|label| match label.parse::<u32>() {
                Ok(number) => format!("{number}\tXây dựng công viên\tSở Xây dựng\t2026\n"),
                Err(_) => format!("{label}\tMỤC {label}\t\t\n"),
            })
            .collect();
        let numbers = |finding: super::super::Finding| match finding.details {
            Details::NumberRepeated(repeated) => repeated.number,
            other => panic!("{other:?}"),
        };
        alone(check, &tasks(&rows)).findings.into_iter().map(numbers).collect()
    }

    #[test]
    fn a_number_twice_in_one_section_is_a_finding() {
        assert_eq!(repeated(&["I", "1", "2", "2", "3"]), [2]);
    }

    #[test]
    fn numbers_that_begin_anew_are_none() {
        assert_eq!(repeated(&["I", "1", "2", "II", "1", "2"]), [0; 0]);
    }
}
