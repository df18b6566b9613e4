//! What the stages of a deadline reach: a start is no finish.

use super::compare::End;
use super::{Date, Deadline, DeadlineKind, Stage};
use crate::text::{fold, has_words};

/// What a stage reaches (mốc): what finishes a work or may, then what comes
/// before it. Two deadlines are compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Milestone {
    Completion,
    Use,
    HandOver,
    Settlement,
    Acceptance,
    Review,
    Extension,
    Work,
    Issue,
    Approval,
    Appraisal,
    Submission,
    Draft,
    Design,
    Clearance,
    Preparation,
    Pilot,
    Start,
}

/// The milestones of a dated deadline in printed order.
pub(super) struct Milestones {
    reached: Vec<Reached>,
    /// Whether it is a date without a name: when all is done.
    is_date_alone: bool,
    finish: End,
}

#[derive(Clone, Copy)]
struct Reached {
    milestone: Milestone,
    first: Option<Date>,
    end: End,
}

/// By what two deadlines can be compared.
pub(super) struct Shared {
    /// When each reaches what both name.
    pub(super) ends: Vec<(Milestone, End, End)>,
    /// Whether that says all: both end with it.
    pub(super) says_all: bool,
}

impl Milestones {
    pub(super) fn of(deadline: &Deadline) -> Self {
        let finish = End::of(deadline.finish);
        let completion = Reached {
            milestone: Milestone::Completion,
            first: deadline.start,
            end: finish,
        };
        let stages = match &deadline.kind {
            DeadlineKind::Stages { stages } => stages.as_slice(),
            _ => &[],
        };
        let mut reached: Vec<Reached> = stages.iter().flat_map(of_stage).collect();
        for complete in reached.iter_mut().filter(|it| it.milestone == Milestone::Completion) {
            complete.end = finish;
        }
        let is_date_alone = stages.is_empty();
        if is_date_alone {
            reached.push(completion);
        }
        Self {
            reached,
            is_date_alone,
            finish,
        }
    }

    /// What both name. A date alone, beside stages that name no completion,
    /// is compared with the last of them, if that is more than a beginning.
    pub(super) fn shared(&self, other: &Self) -> Shared {
        let names = |milestone| other.reached.iter().any(|reached| reached.milestone == milestone);
        let mut both: Vec<Milestone> = self.reached.iter().map(|reached| reached.milestone).collect();
        both.retain(|&milestone| names(milestone));
        both.sort_unstable();
        both.dedup();
        let last = [self, other].map(|it| it.reached.last().map(|reached| reached.milestone));
        let is_finished = both.first() == Some(&Milestone::Completion) || last[0] == last[1];
        let is_dated = self.is_date_alone || other.is_date_alone;
        if both.is_empty() && is_dated && (self.may_finish_with(other) && other.may_finish_with(self)) {
            return Shared {
                ends: vec![(Milestone::Completion, self.finish, other.finish)],
                says_all: true,
            };
        }
        Shared {
            ends: both.iter().map(|&milestone| self.ends(other, milestone)).collect(),
            says_all: is_finished,
        }
    }

    /// Whether its finish can be held against that of the other: it is more
    /// than a beginning, or begins only when the other is finished.
    fn may_finish_with(&self, other: &Self) -> bool {
        self.reached.last().is_some_and(|last| {
            let is_after = || matches!((last.first, other.finish), (Some(first), End::Day(day)) if first > day);
            last.milestone < Milestone::Design || last.end == other.finish || is_after()
        })
    }

    /// When both reach a milestone: of several stages that do, those that
    /// agree, or the last ones.
    fn ends(&self, other: &Self, milestone: Milestone) -> (Milestone, End, End) {
        let [left, right] = [self, other].map(|it| {
            let reached = it.reached.iter().filter(|reached| reached.milestone == milestone);
            reached.map(|reached| reached.end).collect::<Vec<_>>()
        });
        let agreeing = left.iter().find(|end| right.contains(end)).map(|&end| (end, end));
        let last = |ends: &[End]| ends.last().copied().unwrap_or(End::Never);
        let (left, right) = agreeing.unwrap_or((last(&left), last(&right)));
        (milestone, left, right)
    }
}

/// What a deadline calls a stage before completion, as printed.
pub(super) fn name_of(deadline: &Deadline, milestone: Milestone) -> Option<&str> {
    let DeadlineKind::Stages { stages } = &deadline.kind else {
        return None;
    };
    let is_named = |stage: &&Stage| milestone != Milestone::Completion && named(&stage.label).contains(&milestone);
    stages.iter().find(is_named).map(|stage| stage.label.as_str())
}

impl Deadline {
    /// Whether a text names a stage before or after completion (`khởi công`) that
    /// another does not; both folded.
    pub(crate) fn is_of_other_stage(text: &str, other: &str) -> bool {
        PHRASES.iter().any(|(phrase, milestone)| {
            *milestone != Milestone::Completion && has_words(text, phrase) && !has_words(other, phrase)
        })
    }
}

/// What a stage reaches. What is completed before the work itself is named by
/// what it is (`hoàn thành giải phóng mặt bằng`), and of a start and a
/// completion in one window (`khởi công, hoàn thành 2026-2028`) only the
/// completion has its end.
fn of_stage(stage: &Stage) -> Vec<Reached> {
    let mut named = named(&stage.label);
    if named.len() > 1 {
        let is_preliminary = |milestone: &Milestone| (Milestone::Issue..Milestone::Pilot).contains(milestone);
        if named.iter().any(is_preliminary) {
            named.retain(|milestone| *milestone != Milestone::Completion);
        }
        named.retain(|milestone| !matches!(milestone, Milestone::Start | Milestone::Work));
    }
    let when = &stage.when;
    let end = match when.kind {
        DeadlineKind::OpenEnded { from, .. } if named == [Milestone::Start] => Some(from.last_day()),
        _ => when.finish,
    };
    let reached = named.into_iter().map(|milestone| Reached {
        milestone,
        first: when.start,
        end: End::of(end),
    });
    reached.collect()
}

/// The milestones a label opens with.
fn named(label: &str) -> Vec<Milestone> {
    let label = fold(label);
    let mut rest = label.as_str();
    let mut named = Vec::new();
    'next: loop {
        rest = rest.trim_start_matches([' ', ',', '-', '/']);
        for filler in FILLERS {
            if let Some(behind) = behind(rest, filler) {
                rest = behind;
                continue 'next;
            }
        }
        let Some((milestone, behind)) = PHRASES
            .iter()
            .find_map(|(phrase, milestone)| Some((*milestone, behind(rest, phrase)?)))
        else {
            return named;
        };
        named.push(milestone);
        rest = behind;
    }
}

/// What stands behind a phrase that a text opens with.
fn behind<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let behind = text.strip_prefix(phrase)?;
    (!behind.starts_with(char::is_alphanumeric)).then_some(behind)
}

/// Words between the names of stages, folded.
const FILLERS: [&str; 4] = ["và", "công tác", "việc", "thủ tục"];

/// What programs call milestones, folded; longer ones first where one opens another.
const PHRASES: [(&str, Milestone); 36] = [
    ("hoàn thành", Milestone::Completion),
    ("kết thúc", Milestone::Completion),
    ("đưa vào khai thác", Milestone::Use),
    ("đưa vào sử dụng", Milestone::Use),
    ("đưa vào vận hành", Milestone::Use),
    ("đưa vào hoạt động", Milestone::Use),
    ("khai thác", Milestone::Use),
    ("sử dụng", Milestone::Use),
    ("vận hành", Milestone::Use),
    ("khánh thành", Milestone::Use),
    ("thông xe", Milestone::Use),
    ("bàn giao", Milestone::HandOver),
    ("quyết toán", Milestone::Settlement),
    ("nghiệm thu", Milestone::Acceptance),
    ("sơ kết", Milestone::Review),
    ("tổng kết", Milestone::Review),
    ("nhân rộng", Milestone::Extension),
    ("mở rộng", Milestone::Extension),
    ("triển khai", Milestone::Work),
    ("thực hiện", Milestone::Work),
    ("tiếp tục", Milestone::Work),
    ("thi công", Milestone::Work),
    ("xây dựng", Milestone::Work),
    ("đầu tư", Milestone::Work),
    ("ban hành", Milestone::Issue),
    ("phê duyệt", Milestone::Approval),
    ("thẩm định", Milestone::Appraisal),
    ("trình", Milestone::Submission),
    ("lập", Milestone::Draft),
    ("thiết kế", Milestone::Design),
    ("giải phóng mặt bằng", Milestone::Clearance),
    ("gpmb", Milestone::Clearance),
    ("chuẩn bị", Milestone::Preparation),
    ("thí điểm", Milestone::Pilot),
    ("khởi công", Milestone::Start),
    ("động thổ", Milestone::Start),
];

#[cfg(test)]
mod tests {
    use super::super::{Deadline, DeadlineOrder, Incomparable};
    use super::{Milestone, named};

    fn order(left: &str, right: &str) -> DeadlineOrder {
        let [left, right] = [left, right].map(|text| Deadline::parse(text).unwrap());
        Deadline::compare(Some(&left), Some(&right))
    }

    #[test]
    fn a_milestone_is_compared_with_the_same_one() {
        for (left, right, months) in [
            ("Khởi công 2026", "Khởi công 2028", 24),
            ("Khởi công quý IV/2027", "Động thổ quý IV/2028", 12),
            ("Khởi công 2026; hoàn thành 2030", "Khởi công 2027", 12),
            ("Khởi công 2026; hoàn thành 2030", "Khởi công 2027; hoàn thành 2030", 12),
            ("Hoàn thành 2029", "Khởi công 2026; hoàn thành 2030", 12),
            ("Năm 2029 (hoàn thành)", "Khởi công 2026; hoàn thành 2030", 12),
            (
                "Hoàn thành giải phóng mặt bằng năm 2026; khởi công năm 2028",
                "GPMB năm 2027; khởi công năm 2028",
                12,
            ),
            (
                "Hoàn thành 2026, đưa vào khai thác năm 2027",
                "Đưa vào khai thác năm 2028",
                12,
            ),
        ] {
            let (earlier, later) = (order(left, right), order(right, left));
            let months = Some(months);
            assert_eq!(earlier, DeadlineOrder::LeftEarlier { months }, "{left} | {right}");
            assert_eq!(later, DeadlineOrder::LeftLater { months }, "{right} | {left}");
        }
        for (left, right) in [
            ("Khởi công từ năm 2026", "Khởi công năm 2026"),
            ("Khởi công 2026; hoàn thành 2030", "Năm 2030"),
            (
                "Năm 2028 (sơ kết), năm 2030 (tổng kết)",
                "Sơ kết năm 2028; tổng kết năm 2030",
            ),
            ("Khởi công, hoàn thành 2026-2030", "Khởi công 2027; hoàn thành 2030"),
            (
                "Hoàn thành 2026, đưa vào khai thác năm 2027",
                "Đưa vào khai thác năm 2027",
            ),
        ] {
            assert_eq!(order(left, right), DeadlineOrder::Equal, "{left} | {right}");
        }
    }

    #[test]
    fn a_start_says_nothing_of_the_finish() {
        let why = Incomparable::OtherMilestones;
        for (left, right) in [
            ("Khởi công 2026; hoàn thành 2030", "Khởi công 2026"),
            ("Khởi công 2026", "Năm 2030"),
            ("Khởi công 2026", "2026-2030"),
            (
                "Chuẩn bị đầu tư 2026; khởi công 2027",
                "Khởi công 2027; hoàn thành 2029",
            ),
            ("Phê duyệt dự án năm 2026", "Khởi công năm 2027"),
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

    #[test]
    fn what_begins_after_the_other_is_finished_is_later() {
        let later = |months| DeadlineOrder::LeftLater { months: Some(months) };
        assert_eq!(order("Khởi công năm 2028", "Năm 2027"), later(12));
        assert_eq!(order("Khởi công năm 2028", "Trước năm 2027"), later(24));
        assert_eq!(order("Khởi công năm 2026", "Năm 2026"), DeadlineOrder::Equal);
    }

    #[test]
    fn what_finishes_under_another_name_is_compared_with_a_date_alone() {
        let months = Some(12);
        assert_eq!(
            order("Trình 2026; ban hành 2027", "2026"),
            DeadlineOrder::LeftLater { months }
        );
        assert_eq!(order("Trình 2026; ban hành 2027", "2027"), DeadlineOrder::Equal);
    }

    #[test]
    fn a_label_names_its_milestones() {
        assert_eq!(
            named("hoàn thành việc lập quy hoạch"),
            [Milestone::Completion, Milestone::Draft]
        );
        assert_eq!(named("khởi công dự án, hoàn thành"), [Milestone::Start]);
        assert_eq!(named("lập và trình"), [Milestone::Draft, Milestone::Submission]);
        assert_eq!(named("trìnhh"), []);
    }
}
