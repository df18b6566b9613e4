//! The first and the last day of a deadline.

use super::{Date, DeadlineKind, Stage};
use crate::text::fold;

/// First and last day, as [`super::Deadline`] documents them.
pub(super) fn bounds(kind: &DeadlineKind) -> (Option<Date>, Option<Date>) {
    match kind {
        DeadlineKind::By { point } => (Some(point.first_day()), Some(point.last_day())),
        DeadlineKind::Until { point } => (None, Some(point.last_day())),
        DeadlineKind::Before { point } => (None, Some(point.first_day().yesterday())),
        DeadlineKind::Period { from, to } => (Some(from.first_day()), Some(to.last_day())),
        DeadlineKind::OpenEnded { from, .. } => (Some(from.first_day()), None),
        DeadlineKind::Recurring { within: inner, .. } | DeadlineKind::Conditional { when: inner, .. } => {
            inner.as_ref().map_or((None, None), |inner| (inner.start, inner.finish))
        }
        DeadlineKind::Stages { stages } => (
            stages.first().and_then(|stage| stage.when.start),
            completion(stages).and_then(|stage| stage.when.finish),
        ),
        DeadlineKind::Several { dates } => {
            let start = dates.iter().map(|date| date.start).min().flatten();
            let open = dates.iter().any(|date| date.finish.is_none());
            (
                start,
                if open {
                    None
                } else {
                    dates.iter().filter_map(|date| date.finish).max()
                },
            )
        }
    }
}

/// The stage that finishes the work: the last one, but a stage that only puts
/// the finished work to use gives way to one before it that completes it.
pub(super) fn completion(stages: &[Stage]) -> Option<&Stage> {
    let last = stages.last()?;
    if !says(last, &IN_USE) || says(last, &COMPLETION) {
        return Some(last);
    }
    stages
        .iter()
        .rev()
        .find(|stage| says(stage, &COMPLETION))
        .or(Some(last))
}

const COMPLETION: [&str; 1] = ["hoàn thành"];

/// What follows on completion: use, opening, handing over, settling accounts.
const IN_USE: [&str; 7] = [
    "đưa vào",
    "khai thác",
    "vận hành",
    "sử dụng",
    "khánh thành",
    "bàn giao",
    "quyết toán",
];

fn says(stage: &Stage, phrases: &[&str]) -> bool {
    let label = fold(&stage.label);
    phrases.iter().any(|phrase| label.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::super::Deadline;

    #[test]
    fn bounds_in_json_follow_from_the_kind_or_are_refused() {
        let read = |more: &str| {
            let json = format!(r#"{{"kind":"by","point":"năm 2026"{more}}}"#);
            serde_json::from_str::<Deadline>(&json).map(|deadline| deadline.to_string())
        };
        for more in ["", r#","start":"2026-01-01","finish":"2026-12-31","edtf":"2026""#] {
            assert_eq!(read(more).unwrap(), "Năm 2026", "{more}");
        }
        for more in [r#","finish":"2027-12-31""#, r#","start":null"#, r#","finnish":null"#] {
            assert!(read(more).is_err(), "{more}");
        }
    }
}
