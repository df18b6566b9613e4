//! Deadlines (thời hạn): windows of time with a kind.

mod bounds;
mod compare;
mod date;
mod display;
mod edtf;
mod milestone;
mod parse;
mod point;
mod suffix;

use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use compare::{DeadlineOrder, Incomparable};
pub use date::{Date, ParseDateError};
pub use point::{ParseTimePointError, TimePoint};

/// A deadline (thời hạn): what kind it is, and its bounds as days.
///
/// Parsed from a cell as printed; shown in one Vietnamese form, which parses
/// back to an equal deadline. (Conditions and names of stages put in by hand
/// have to be such as cells print: `sau khi TW ban hành`, `khởi công`.) In JSON the kind and its parts stand beside
/// `start`, `finish` and `edtf`, which follow from them: read back they may be
/// left out, but not say something else, and no other field may stand there.
///
/// A remark that sets no window (`tầm nhìn 2045`, `(dự kiến)`) is not kept:
/// the cell keeps the printed text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadline {
    /// What kind of deadline, with its parts.
    pub kind: DeadlineKind,
    /// The first day, inclusive; `None` where only the end is told (`Trước
    /// 2030`), where it recurs without a period or hangs on a condition alone.
    pub start: Option<Date>,
    /// The day by which the work must be finished, inclusive; `None` where it
    /// recurs without a period, hangs on a condition alone or has no end.
    ///
    /// Of stages it is the end of the last one that completes the work: in
    /// `Hoàn thành trong năm 2026, đưa vào khai thác năm 2027` that of 2026,
    /// for what is put to use after is finished before.
    pub finish: Option<Date>,
}

/// The kinds of deadlines and what each consists of.
///
/// The deadlines inside others are windows (`By` to `OpenEnded`), save that a
/// condition may hang on anything but another condition and a rhythm with a
/// dated part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
#[non_exhaustive]
pub enum DeadlineKind {
    /// Within a point (`Quý IV/2027`, `Trong năm 2027`): due by its last day.
    By {
        /// The point.
        point: TimePoint,
    },
    /// Any time up to the end of a point (`Đến hết năm 2027`).
    Until {
        /// The point, included.
        point: TimePoint,
    },
    /// Before a point (`Trước 2030`): due by the day before its first.
    Before {
        /// The point, excluded.
        point: TimePoint,
    },
    /// A period (`2026-2030`), from the first day of one point to the last day
    /// of another.
    Period {
        /// The first point, included.
        from: TimePoint,
        /// The last point, included.
        to: TimePoint,
    },
    /// A period without end (`2025 – 2030 và các năm tiếp theo`, `Từ năm 2026`).
    OpenEnded {
        /// The first point, included.
        from: TimePoint,
        /// The end of its first leg, where one is named.
        until: Option<TimePoint>,
    },
    /// Again and again (`Hàng năm`, `Thường xuyên hàng năm, giai đoạn 2025-2030`).
    Recurring {
        /// The rhythms in printed order, at least one, each once.
        every: Vec<Rhythm>,
        /// Where in each turn, as printed (`trước ngày 15/12` hằng năm).
        anchor: Option<String>,
        /// The window inside which it recurs, where one is named.
        within: Option<Box<Deadline>>,
        /// A dated part named beside the rhythm, never together with `within`
        /// (`Thực hiện thường xuyên; hoàn thành Quy chế tháng 02/2026`).
        milestone: Option<Box<Stage>>,
    },
    /// Hanging on an event or on somebody (`Theo chỉ đạo của TW`).
    Conditional {
        /// The condition as printed.
        condition: String,
        /// The deadline named beside it (`31/5/2026, sau khi có kết luận`).
        when: Option<Box<Deadline>>,
    },
    /// Stages, each with its window (`Khởi công 2026; Hoàn thành QIV/2030`).
    Stages {
        /// The stages in printed order, at least one. One alone that says no
        /// more than that the work is done (`hoàn thành năm 2026`) is read as
        /// its window.
        stages: Vec<Stage>,
    },
    /// Several windows (`Năm 2027 và năm 2030`).
    Several {
        /// The windows in printed order, at least two; only the last may have no end.
        dates: Vec<Deadline>,
    },
}

/// A stage (giai đoạn, mốc): what is done, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Stage {
    /// What is done, as printed (`khởi công`); a capital that only opens the
    /// cell is made small.
    pub label: String,
    /// Its window.
    pub when: Deadline,
}

/// How often something recurs (tính định kỳ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Rhythm {
    /// All the time (thường xuyên, liên tục).
    Continuous,
    /// Every day (hằng ngày).
    Daily,
    /// Every week (hằng tuần).
    Weekly,
    /// Every month (hằng tháng).
    Monthly,
    /// Every quarter (hằng quý).
    Quarterly,
    /// Every half year (6 tháng).
    HalfYearly,
    /// Over the first nine months of each year (9 tháng).
    NineMonthly,
    /// Every year (hằng năm).
    Yearly,
    /// Every so many months that have no name above (24: 2 năm một lần).
    Months(u16),
    /// At set times that the cell does not tell (định kỳ).
    Periodic,
    /// Whenever the need arises (đột xuất).
    Occasional,
}

impl Rhythm {
    /// Whether it says when the next turn is.
    const fn is_set(self) -> bool {
        !matches!(self, Self::Continuous | Self::Periodic | Self::Occasional)
    }
}

/// The text is not a deadline, or not one the crate understands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a deadline: {0:?}")]
pub struct ParseDeadlineError(pub String);

impl Deadline {
    /// Reads a whole deadline cell; `None` where it is none.
    #[must_use]
    pub fn parse(cell: &str) -> Option<Self> {
        parse::cell(cell)
    }

    /// Whether a cell that is no deadline prints a date all the same, one the
    /// calendar does not have: `Quý V/2027`, `31/02/2027`.
    pub(crate) fn is_off_calendar(cell: &str) -> bool {
        parse::has_only_dates(cell) && Self::parse(cell).is_none()
    }

    /// The deadline of that kind with its bounds.
    fn new(kind: DeadlineKind) -> Self {
        let (start, finish) = bounds::bounds(&kind);
        Self { kind, start, finish }
    }

    /// Whether it is one window of time and nothing else.
    fn is_window(&self) -> bool {
        use DeadlineKind::{Before, By, OpenEnded, Period, Until};
        matches!(
            self.kind,
            By { .. } | Until { .. } | Before { .. } | Period { .. } | OpenEnded { .. }
        )
    }

    /// Whether its parts are such as parsing makes them.
    fn is_sound(&self) -> bool {
        match &self.kind {
            DeadlineKind::By { .. }
            | DeadlineKind::Until { .. }
            | DeadlineKind::Before { .. }
            | DeadlineKind::OpenEnded { until: None, .. } => true,
            DeadlineKind::Period { from, to } | DeadlineKind::OpenEnded { from, until: Some(to) } => {
                from.first_day() <= to.first_day() && from.last_day() <= to.last_day()
            }
            DeadlineKind::Recurring {
                every,
                within,
                milestone,
                ..
            } => {
                !every.is_empty()
                    && (1..every.len()).all(|at| !every[..at].contains(&every[at]))
                    && every
                        .iter()
                        .all(|rhythm| !matches!(rhythm, Rhythm::Months(0 | 1 | 3 | 6 | 12)))
                    && within
                        .as_ref()
                        .is_none_or(|window| window.is_window() && milestone.is_none())
                    && milestone.as_ref().is_none_or(|stage| stage.when.is_window())
            }
            DeadlineKind::Conditional { when, .. } => !when.as_ref().is_some_and(|when| {
                matches!(
                    when.kind,
                    DeadlineKind::Conditional { .. } | DeadlineKind::Recurring { milestone: Some(_), .. }
                )
            }),
            DeadlineKind::Stages { stages } => !stages.is_empty() && stages.iter().all(|stage| stage.when.is_window()),
            DeadlineKind::Several { dates } => dates.split_last().is_some_and(|(last, others)| {
                let ending = others.iter().all(|date| date.is_window() && date.finish.is_some());
                last.is_window() && ending && !others.is_empty()
            }),
        }
    }
}

impl FromStr for Deadline {
    type Err = ParseDeadlineError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or_else(|| ParseDeadlineError(text.to_owned()))
    }
}

impl Serialize for Deadline {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            #[serde(flatten)]
            kind: &'a DeadlineKind,
            start: Option<Date>,
            finish: Option<Date>,
            edtf: Option<String>,
        }
        let shown = Shown {
            kind: &self.kind,
            start: self.start,
            finish: self.finish,
            edtf: self.edtf(),
        };
        shown.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(deserializer)?;
        let given = ["start", "finish", "edtf"].map(|name| (name, fields.remove(name)));
        let kind = DeadlineKind::deserialize(Value::Object(fields)).map_err(D::Error::custom)?;
        let deadline = Self::new(kind);
        if !deadline.is_sound() {
            return Err(D::Error::custom("a deadline whose parts contradict each other"));
        }
        let shown = serde_json::to_value(&deadline).map_err(D::Error::custom)?;
        for (name, given) in given {
            if let Some(given) = given.filter(|given| *given != shown[name]) {
                let own = &shown[name];
                let wrong = format!("the {name} of a deadline is {given}, but its kind gives {own}");
                return Err(D::Error::custom(wrong));
            }
        }
        Ok(deadline)
    }
}

#[cfg(test)]
mod tests;
