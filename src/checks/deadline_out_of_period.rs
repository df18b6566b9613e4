#![doc = include_str!("deadline_out_of_period.en.md")]

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided, quote, quote_some};
use super::{Checked, CheckedFact, Code, Details, Field, Outcome, Severity, Side};
use crate::model::{Annex, AnnexKind, Deadline, DeadlineKind, Task};
use crate::text::{fold, numbers};

/// The facts of [`Code::DeadlineOutOfPeriod`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineOutOfPeriod {
    /// The deadline.
    pub deadline: String,
    /// The annex.
    pub annex: u32,
    /// The first and last year of the annex.
    pub period: (i16, i16),
    /// How it lies outside.
    pub outside: Outside,
}

/// How a deadline lies outside a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outside {
    /// The work is due before the period begins.
    Before,
    /// One of several stages or dates is due before the period begins.
    StageBefore,
    /// A span that reaches into the period begins before it.
    BeginsBefore,
    /// The work is due after the period ends.
    After,
}

/// What is due outside the period is a doubt. A span that only begins earlier
/// (`2025-2030` in an annex for 2026-2030) is a note: the work of the period
/// may have begun before it. An annex that names a vision (`tầm nhìn đến năm
/// 2045`) reaches as far.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let mut tasks: FxHashMap<u32, Vec<&Task>> = FxHashMap::default();
        for task in &program.tasks {
            tasks.entry(task.id.annex()).or_default().push(task);
        }
        let annexes = program.annexes.iter().filter(|annex| annex.kind == AnnexKind::Tasks);
        for (annex, period) in annexes.filter_map(|annex| Some((annex, annex.period?))) {
            let reach = reach(annex, period);
            let mut inside = 0;
            let found = outcome.findings.len();
            for task in tasks.get(&annex.number).into_iter().flatten() {
                let (Some(due), Some(deadline)) = (&task.due, &task.deadline) else {
                    continue;
                };
                let Some(outside) = outside(due, period, reach) else {
                    inside += u32::from(due.finish.is_some());
                    continue;
                };
                let severity = if outside == Outside::BeginsBefore {
                    Severity::Note
                } else {
                    Severity::Doubt
                };
                let details = Details::DeadlineOutOfPeriod(DeadlineOutOfPeriod {
                    deadline: deadline.text.clone(),
                    annex: annex.number,
                    period,
                    outside,
                });
                let evidence = [
                    Some(quote(side, &task.id, Field::Text, &task.text)),
                    quote_some(side, &task.id, Field::Deadline, Some(deadline)),
                ];
                outcome.findings.push(one_sided(
                    Code::DeadlineOutOfPeriod,
                    severity,
                    side,
                    vec![task.id.clone()],
                    details,
                    evidence.into_iter().flatten().collect(),
                ));
            }
            if inside > 0 && outcome.findings.len() == found {
                outcome.checked.push(Checked {
                    code: Code::DeadlineOutOfPeriod,
                    side,
                    rows: Vec::new(),
                    fact: CheckedFact::DeadlinesInPeriod {
                        annex: annex.number,
                        period,
                        rows: inside,
                    },
                });
            }
        }
    }
    outcome
}

/// The last year an annex speaks of: that of its vision, else of its period.
fn reach(annex: &Annex, period: (i16, i16)) -> i16 {
    let title = fold(&annex.title);
    let Some((_, vision)) = title.split_once("tầm nhìn") else {
        return period.1;
    };
    let years = numbers(vision).filter_map(|figure| i16::try_from(figure.reading.value.to_i64()?).ok());
    years
        .filter(|year| (1900..2200).contains(year))
        .fold(period.1, i16::max)
}

fn outside(due: &Deadline, period: (i16, i16), reach: i16) -> Option<Outside> {
    let is_before = |deadline: &Deadline| deadline.finish.is_some_and(|day| day.year() < period.0);
    let a_part_is_before = || match &due.kind {
        DeadlineKind::Stages { stages } => stages.iter().any(|stage| is_before(&stage.when)),
        DeadlineKind::Several { dates } => dates.iter().any(is_before),
        _ => false,
    };
    if is_before(due) {
        Some(Outside::Before)
    } else if due.finish.is_some_and(|day| day.year() > reach) {
        Some(Outside::After)
    } else if a_part_is_before() {
        Some(Outside::StageBefore)
    } else if due.start.is_some_and(|day| day.year() < period.0) {
        Some(Outside::BeginsBefore)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, program, tasks};
    use super::*;

    fn found(title: &str, deadline: &str) -> Option<(Outside, Severity)> {
        let program = program(&format!(
            "PHỤ LỤC 1\nNHIỆM VỤ {title}\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tXây cầu\tSở Xây dựng\t{deadline}\n"
        ));
        let finding = alone(check, &program).findings.pop()?;
        match finding.details {
            Details::DeadlineOutOfPeriod(facts) => Some((facts.outside, finding.severity)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_due_outside_is_a_doubt() {
        let period = "GIAI ĐOẠN 2026-2030";
        assert_eq!(found(period, "Quý IV/2025"), Some((Outside::Before, Severity::Doubt)));
        assert_eq!(
            found(period, "Khởi công Quý IV/2025; Hoàn thành Quý IV/2029"),
            Some((Outside::StageBefore, Severity::Doubt))
        );
        assert_eq!(found(period, "Năm 2032"), Some((Outside::After, Severity::Doubt)));
    }

    #[test]
    fn what_has_no_end_is_not_said_to_lie_inside() {
        let rows = "1\tXây cầu\tSở Xây dựng\t2027\n2\tXây chợ\tSở Xây dựng\t2026 - 2030 và các năm tiếp theo\n";
        let checked = alone(check, &tasks(rows)).checked;
        let rows = checked.iter().map(|checked| match checked.fact {
            CheckedFact::DeadlinesInPeriod { rows, .. } => rows,
            _ => panic!("{checked:?}"),
        });
        assert_eq!(rows.collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_span_that_begins_earlier_is_a_note() {
        let found = found("GIAI ĐOẠN 2026-2030", "2025-2030");
        assert_eq!(found, Some((Outside::BeginsBefore, Severity::Note)));
    }

    #[test]
    fn what_lies_inside_has_no_end_or_reaches_the_vision_is_silent() {
        for deadline in [
            "Quý I/2026",
            "Trước 2030",
            "Đến hết năm 2030",
            "Hàng năm",
            "2026-2030 và các năm tiếp theo",
        ] {
            assert_eq!(found("GIAI ĐOẠN 2026-2030", deadline), None, "{deadline}");
        }
        assert_eq!(found("GIAI ĐOẠN 2026-2030, TẦM NHÌN ĐẾN NĂM 2045", "Năm 2035"), None);
        assert_eq!(found("NĂM TỚI", "Quý IV/2025"), None);
    }

    #[test]
    fn an_annex_without_years_is_for_those_of_its_program() {
        let found = |title: &str| {
            let program = program(&format!(
                "CHƯƠNG TRÌNH HÀNH ĐỘNG\nphát triển nhà ở {title}\n\nPHỤ LỤC 1\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tXây cầu\tSở Y tế\t2032\n"
            ));
            alone(check, &program).findings.len()
        };
        assert_eq!(found("giai đoạn 2026 - 2030"), 1);
        for title in [
            "giai đoạn 2026 - 2030, tầm nhìn đến năm 2045",
            "giai đoạn 2",
            "năm 2026",
        ] {
            assert_eq!(found(title), 0, "{title}");
        }
    }

    #[test]
    fn an_annex_holds_where_all_its_deadlines_do() {
        let held = |last: &str| {
            let rows = format!("1\tXây cầu\tSở Xây dựng\t2026\n2\tXây chợ\tSở Xây dựng\t{last}\n");
            alone(check, &tasks(&rows)).checked.len()
        };
        assert_eq!(held("2030"), 1);
        assert_eq!(held("2032"), 0);
    }
}
