#![doc = include_str!("number_missing.en.md")]

use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided};
use super::numbering::Run;
use super::{Checked, CheckedFact, Code, Details, Outcome, Severity, Side};
use crate::model::RowId;

/// The facts of [`Code::NumberMissing`]. The rows of the finding are those
/// before and after the gap, where there are such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberMissing {
    /// The annex.
    pub annex: u32,
    /// The numbers no row has, in order.
    pub numbers: Vec<u32>,
    /// The number before the gap; `None` where the run begins with it.
    pub before: Option<u32>,
    /// The number behind the gap.
    pub after: u32,
}

/// A run with more than one gap for so many rows is not meant to be consecutive.
const ROWS_PER_GAP: usize = 3;

/// One finding for each gap: a row was left out, or miscounted. A run without
/// gap or repetition is listed as checked.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        for run in context.runs(side) {
            let rows = run.by_number();
            let missing = missing(run, &rows);
            if missing.is_empty() {
                outcome.checked.extend(whole(side, run, &rows));
            } else if missing.len() * ROWS_PER_GAP <= rows.len() {
                for gap in missing.chunk_by(|one, next| one + 1 == *next) {
                    outcome.findings.extend(finding(context, side, (run.annex, &rows), gap));
                }
            }
        }
    }
    outcome
}

/// The numbers that no row has, no more of them than rows.
fn missing(run: &Run<'_>, rows: &[(u32, &RowId)]) -> Vec<u32> {
    let mut present = rows.iter().map(|(number, _)| *number).peekable();
    let is_missing = |number: &u32| {
        let mut found = false;
        while present.next_if_eq(number).is_some() {
            found = true;
        }
        !found
    };
    run.expected().filter(is_missing).take(rows.len()).collect()
}

fn finding(
    context: &Context<'_>,
    side: Side,
    (annex, rows): (u32, &[(u32, &RowId)]),
    gap: &[u32],
) -> Option<super::Finding> {
    let (first, last) = (*gap.first()?, *gap.last()?);
    let row = |number: u32| {
        let at = rows.partition_point(|(own, _)| *own < number);
        rows.get(at).filter(|(own, _)| *own == number).map(|(_, id)| *id)
    };
    let before = first.checked_sub(1).and_then(row);
    let after = row(last + 1)?;
    let rows: Vec<_> = before.into_iter().chain([after]).cloned().collect();
    let evidence = rows.iter().filter_map(|id| context.quote_title(side, id)).collect();
    let details = Details::NumberMissing(NumberMissing {
        annex,
        numbers: gap.to_vec(),
        before: before.map(|_| first - 1),
        after: last + 1,
    });
    Some(one_sided(
        Code::NumberMissing,
        Severity::Doubt,
        side,
        rows,
        details,
        evidence,
    ))
}

/// A run in which every number stands once; a run of one row shows nothing.
fn whole(side: Side, run: &Run<'_>, rows: &[(u32, &RowId)]) -> Option<Checked> {
    let each_once = rows.windows(2).all(|pair| pair[0].0 < pair[1].0);
    (each_once && rows.len() > 1).then(|| Checked {
        code: Code::NumberMissing,
        side,
        rows: Vec::new(),
        fact: CheckedFact::NumbersRun {
            annex: run.annex,
            section: run.section.clone(),
            first: *run.expected().start(),
            last: *run.expected().end(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, tasks};
    use super::*;

    fn outcome(numbers: &[u32]) -> Outcome {
        let row = |number: &u32| format!("{number}\tXây dựng công viên số {number}\tSở Xây dựng\t2026\n");
        let rows: Vec<String> = numbers.iter().map(row).collect();
        alone(check, &tasks(&rows.concat()))
    }

    fn found(numbers: &[u32]) -> Vec<NumberMissing> {
        let findings = outcome(numbers).findings.into_iter();
        let missing = findings.map(|finding| match finding.details {
            Details::NumberMissing(missing) => missing,
            other => panic!("{other:?}"),
        });
        missing.collect()
    }

    fn gaps(numbers: &[u32]) -> Vec<Vec<u32>> {
        found(numbers).into_iter().map(|missing| missing.numbers).collect()
    }

    #[test]
    fn a_skipped_number_is_a_finding() {
        assert_eq!(gaps(&[1, 2, 3, 5]), [[4]]);
        assert_eq!(gaps(&[2, 3, 4]), [[1]]);
        assert_eq!(gaps(&[1, 2, 5, 6, 7, 8]), [[3, 4]]);
    }

    #[test]
    fn a_run_out_of_order_or_of_chosen_numbers_is_none() {
        assert_eq!(gaps(&[1, 3, 2, 4]), [[0; 0]; 0]);
        assert_eq!(gaps(&[1, 5, 9]), [[0; 0]; 0]);
    }

    #[test]
    fn a_gap_is_named_by_its_neighbours() {
        let neighbours = |numbers: &[u32]| {
            let missing = found(numbers).remove(0);
            (missing.before, missing.after)
        };
        assert_eq!(neighbours(&[1, 2, 3, 5]), (Some(3), 5));
        assert_eq!(neighbours(&[2, 3, 4]), (None, 2));
    }

    #[test]
    fn a_whole_run_is_listed_as_checked() {
        assert_eq!(outcome(&[1, 2]).checked.len(), 1);
        assert_eq!(outcome(&[1, 2, 2, 3]).checked.len(), 0);
    }
}
