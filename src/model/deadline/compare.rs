//! Two deadlines, compared by when the work must be finished.

use serde::{Deserialize, Serialize};

use super::milestone::{Milestone, Milestones, name_of};
use super::{Date, Deadline, DeadlineKind, Rhythm};

/// How two deadlines compare, by when the work must be finished; complete, as
/// two days can lie in no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "order")]
pub enum DeadlineOrder {
    /// The same day, both without end, or the same rhythm or condition.
    Equal,
    /// Left is due earlier.
    LeftEarlier {
        /// By so many whole calendar months, at least 1; `None`: right has no end.
        months: Option<u32>,
    },
    /// Left is due later.
    LeftLater {
        /// By so many whole calendar months, at least 1; `None`: left has no end.
        months: Option<u32>,
    },
    /// Not comparable.
    NotComparable {
        /// Why not.
        why: Incomparable,
    },
}

/// Why two deadlines cannot be compared; where both are at fault, the reason
/// that comes first here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Incomparable {
    /// One is empty or not understood.
    Missing,
    /// One recurs, within a period or without.
    Recurring,
    /// One hangs on a condition without a date.
    Conditional,
    /// They name other milestones: one the start, the other the finish.
    OtherMilestones,
}

impl Deadline {
    /// Compares two deadlines by the day the work must be finished.
    ///
    /// The gap counts the whole calendar months between the two days, the end
    /// of one month to the end of another as whole (30/9 to 31/12: 3); less
    /// than one month counts as 1, so that a difference is never shown as 0.
    /// A conditional deadline with a date compares by its date, several dates
    /// by the last. Stages are compared with the stages of the same name; a date
    /// alone with the one that completes the work (see [`Deadline::finish`]), but
    /// not with one that only begins it (`Khởi công 2026`), unless that is later.
    /// A single day apart is the same deadline: `trước ngày 31/12` and `đến
    /// 31/12` mean one day to those who write them. Swapping the sides mirrors
    /// the answer.
    #[must_use]
    pub fn compare(left: Option<&Self>, right: Option<&Self>) -> DeadlineOrder {
        order(left, right).0
    }

    /// Which of two deadlines recur, where the other is due at one point of time
    /// or recurs in another rhythm; neither where they may mean the same.
    pub(crate) fn recur_apart(left: &Self, right: &Self) -> [bool; 2] {
        let due_once = |deadline: &Self| matches!(deadline.kind, DeadlineKind::By { .. });
        match (left.rhythms(), right.rhythms()) {
            (Some(_), None) => [due_once(right), false],
            (None, Some(_)) => [false, due_once(left)],
            (Some(left), Some(right)) => {
                let mut all = left.iter().chain(right);
                let apart = all.all(|rhythm| rhythm.is_set()) && !left.iter().any(|rhythm| right.contains(rhythm));
                [apart; 2]
            }
            (None, None) => [false; 2],
        }
    }

    /// The rhythms of what recurs without a period and without a dated part.
    pub(crate) fn rhythms(&self) -> Option<&[Rhythm]> {
        match &self.kind {
            DeadlineKind::Recurring {
                every,
                within: None,
                milestone: None,
                ..
            } => Some(every),
            _ => None,
        }
    }

    /// The stages in which two deadlines differ, completion first.
    pub(crate) fn stages_apart<'d>(left: Option<&'d Self>, right: Option<&'d Self>) -> Vec<StageApart<'d>> {
        let name = |milestone| {
            let name = |deadline| name_of(dated(deadline).ok()?, milestone);
            name(left).or_else(|| name(right))
        };
        let apart = order(left, right).1.into_iter();
        apart
            .map(|(milestone, order)| StageApart {
                name: name(milestone),
                order,
                is_start: milestone == Milestone::Start,
            })
            .collect()
    }
}

/// A stage in which two deadlines differ.
pub(crate) struct StageApart<'d> {
    /// As the left one calls it, where that is not the completion of the work: `khởi công`.
    pub(crate) name: Option<&'d str>,
    pub(crate) order: DeadlineOrder,
    /// Whether the work begins with it.
    pub(crate) is_start: bool,
}

/// How two deadlines compare, and the milestones in which they differ, where
/// they have some.
fn order(left: Option<&Deadline>, right: Option<&Deadline>) -> (DeadlineOrder, Vec<(Milestone, DeadlineOrder)>) {
    let incomparable = |why| (DeadlineOrder::NotComparable { why }, Vec::new());
    if left.zip(right).is_some_and(|(left, right)| left.kind == right.kind) {
        return (DeadlineOrder::Equal, Vec::new());
    }
    let (left, right) = match (dated(left), dated(right)) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(why), Ok(_)) | (Ok(_), Err(why)) => return incomparable(why),
        (Err(left), Err(right)) => return incomparable(left.min(right)),
    };
    let has_stages = |deadline: &Deadline| matches!(deadline.kind, DeadlineKind::Stages { .. });
    if !has_stages(left) && !has_stages(right) {
        if let [Some(left), Some(right)] = [left, right].map(endless_from) {
            // Where neither has an end, the start is all that is told.
            let order = End::compare(End::Day(left), End::Day(right));
            let is_apart = order != DeadlineOrder::Equal;
            return (
                order,
                is_apart.then_some((Milestone::Start, order)).into_iter().collect(),
            );
        }
        return (End::compare(End::of(left.finish), End::of(right.finish)), Vec::new());
    }
    let shared = Milestones::of(left).shared(&Milestones::of(right));
    let compared = shared.ends.into_iter();
    let mut apart: Vec<_> = compared
        .map(|(milestone, left, right)| (milestone, End::compare(left, right)))
        .collect();
    apart.retain(|(_, order)| *order != DeadlineOrder::Equal);
    match apart.first() {
        Some(&(_, order)) => (order, apart),
        None if shared.says_all => (DeadlineOrder::Equal, apart),
        None => incomparable(Incomparable::OtherMilestones),
    }
}

/// When work without any end begins (`Từ năm 2026`).
fn endless_from(deadline: &Deadline) -> Option<Date> {
    match &deadline.kind {
        DeadlineKind::OpenEnded { from, until: None } => Some(from.last_day()),
        _ => None,
    }
}

/// The deadline that has the date.
fn dated(deadline: Option<&Deadline>) -> Result<&Deadline, Incomparable> {
    let deadline = deadline.ok_or(Incomparable::Missing)?;
    match &deadline.kind {
        DeadlineKind::Recurring { .. } => Err(Incomparable::Recurring),
        DeadlineKind::Conditional { when: None, .. } => Err(Incomparable::Conditional),
        DeadlineKind::Conditional { when: Some(when), .. } => dated(Some(when)),
        _ => Ok(deadline),
    }
}

/// When something must be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Day(Date),
    Never,
}

impl End {
    pub(super) fn of(finish: Option<Date>) -> Self {
        finish.map_or(Self::Never, Self::Day)
    }

    fn compare(left: Self, right: Self) -> DeadlineOrder {
        match (left, right) {
            (Self::Day(left), Self::Day(right)) if left.tomorrow() == right || right.tomorrow() == left => {
                DeadlineOrder::Equal
            }
            (Self::Day(left), Self::Day(right)) if left < right => DeadlineOrder::LeftEarlier {
                months: Some(months_between(left, right)),
            },
            (Self::Day(left), Self::Day(right)) if left > right => DeadlineOrder::LeftLater {
                months: Some(months_between(right, left)),
            },
            (Self::Day(_), Self::Day(_)) | (Self::Never, Self::Never) => DeadlineOrder::Equal,
            (Self::Day(_), Self::Never) => DeadlineOrder::LeftEarlier { months: None },
            (Self::Never, Self::Day(_)) => DeadlineOrder::LeftLater { months: None },
        }
    }
}

fn months_between(earlier: Date, later: Date) -> u32 {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let whole = later.day() >= earlier.day() || later == later.end_of_month();
    let gap = months(later) - months(earlier) - i32::from(!whole);
    u32::try_from(gap).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> DeadlineOrder {
        let parse = |text: &str| Deadline::parse(text);
        Deadline::compare(parse(left).as_ref(), parse(right).as_ref())
    }

    #[test]
    fn every_stage_apart_is_told() {
        let apart = |left: &str, right: &str| -> Vec<String> {
            let [left, right] = [left, right].map(|text| Deadline::parse(text).unwrap());
            let apart = Deadline::stages_apart(Some(&left), Some(&right));
            let told = apart.iter().map(|stage| stage.name.unwrap_or("completion").to_owned());
            told.collect()
        };
        let stages = |start: &str, finish: &str| format!("Khởi công {start}; Hoàn thành {finish}");
        let one = stages("2025", "2029");
        assert_eq!(apart(&one, &stages("2026", "2029")), ["khởi công"]);
        assert_eq!(apart("Khởi công 2025", &stages("2026", "2029")), ["khởi công"]);
        assert_eq!(apart(&one, &stages("2026", "2030")), ["completion", "khởi công"]);
        assert_eq!(apart(&one, "Năm 2030"), ["completion"]);
        assert_eq!(apart(&one, &one), [""; 0]);
    }

    #[test]
    fn a_single_day_apart_is_the_same_deadline() {
        assert_eq!(order("Trước ngày 31/12/2027", "Trước 2028"), DeadlineOrder::Equal);
        assert_eq!(order("30/12/2027", "Năm 2027"), DeadlineOrder::Equal);
        assert_eq!(
            order("29/12/2027", "Năm 2027"),
            DeadlineOrder::LeftEarlier { months: Some(1) }
        );
    }

    #[test]
    fn counts_months_between_finishing_days() {
        for (left, right, months) in [
            ("Quý IV/2027", "Năm 2030", 36),
            ("Trước IV/2026", "2026", 3),
            ("31/8/2026", "Quý III/2026", 1),
            ("28/2/2026", "31/3/2026", 1),
            ("15/5/2026", "30/6/2026", 1),
            ("15/5/2026", "14/7/2026", 1),
            ("15/5/2026", "15/7/2026", 2),
            ("30/6/2026", "2/7/2026", 1),
            ("29/12/2026", "31/12/2026", 1),
            ("Trước 2030", "2026-2030", 12),
            ("Từ năm 2026", "Từ năm 2028", 24),
            ("31/5/2026, sau khi có kết luận của Trung ương", "30/6/2026", 1),
            ("Năm 2027 và năm 2029", "Năm 2030", 12),
            ("Khởi công 2026; Hoàn thành QIV/2029", "Quý IV/2030", 12),
            ("Hoàn thành trong năm 2026, đưa vào khai thác năm 2027", "Năm 2027", 12),
        ] {
            assert_eq!(
                order(left, right),
                DeadlineOrder::LeftEarlier { months: Some(months) },
                "{left} | {right}"
            );
            assert_eq!(
                order(right, left),
                DeadlineOrder::LeftLater { months: Some(months) },
                "{right} | {left}"
            );
        }
    }

    #[test]
    fn takes_the_same_day_in_other_words_as_equal() {
        for (left, right) in [
            ("Trong năm 2026", "Quý IV/2026"),
            ("Trước 2030", "Năm 2029"),
            ("2026-2030", "2025 – 2030"),
            ("31/12/2026", "Đến hết năm 2026"),
            ("2025 – 2030 và các năm tiếp theo", "Từ năm 2026"),
            ("Khởi công 2026; Hoàn thành QIV/2030", "Năm 2027 và năm 2030"),
        ] {
            assert_eq!(order(left, right), DeadlineOrder::Equal, "{left} | {right}");
        }
    }

    #[test]
    fn what_recurs_or_waits_alike_is_equal() {
        assert_eq!(order("Hàng năm", "Hằng năm"), DeadlineOrder::Equal);
        assert_eq!(
            order("Theo chỉ đạo của TW", "Theo chỉ đạo của TW"),
            DeadlineOrder::Equal
        );
    }

    #[test]
    fn what_recurs_is_apart_from_one_point_and_from_another_rhythm() {
        let apart = |left: &str, right: &str| {
            let [left, right] = [left, right].map(|text| Deadline::parse(text).unwrap());
            Deadline::recur_apart(&left, &right)
        };
        assert_eq!(apart("Thường xuyên", "Năm 2026"), [true, false]);
        assert_eq!(apart("Quý II/2027", "Hằng năm"), [false, true]);
        assert_eq!(apart("Hằng tháng", "Hằng năm"), [true, true]);
        for (left, right) in [
            ("Thường xuyên", "2026-2030"),
            ("Thường xuyên", "Đến hết năm 2030"),
            ("Thường xuyên", "Hằng năm"),
            ("Hằng tháng, quý", "Hằng quý"),
            ("Hằng năm, giai đoạn 2026-2030", "Năm 2026"),
            ("Quý I/2026", "Năm 2026"),
        ] {
            assert_eq!(apart(left, right), [false, false], "{left} | {right}");
        }
    }

    #[test]
    fn has_no_end_and_is_later() {
        let open = "2025 – 2030 và các năm tiếp theo";
        assert_eq!(order(open, "Năm 2030"), DeadlineOrder::LeftLater { months: None });
        assert_eq!(order("Năm 2030", open), DeadlineOrder::LeftEarlier { months: None });
    }

    #[test]
    fn says_why_it_cannot_compare() {
        for (left, right, why) in [
            ("", "Năm 2030", Incomparable::Missing),
            ("abc", "Hàng năm", Incomparable::Missing),
            ("Hàng năm", "Năm 2030", Incomparable::Recurring),
            ("Hàng năm", "Hàng tháng", Incomparable::Recurring),
            (
                "Thường xuyên hàng năm, giai đoạn 2025-2030",
                "2025-2030",
                Incomparable::Recurring,
            ),
            ("Theo chỉ đạo của TW", "Hàng năm", Incomparable::Recurring),
            ("Theo chỉ đạo của TW", "Năm 2030", Incomparable::Conditional),
        ] {
            assert_eq!(
                order(left, right),
                DeadlineOrder::NotComparable { why },
                "{left} | {right}"
            );
            assert_eq!(
                order(right, left),
                DeadlineOrder::NotComparable { why },
                "{right} | {left}"
            );
        }
    }
}
