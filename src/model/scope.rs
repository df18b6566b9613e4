//! Which of the figures for a time a value is.

use serde::{Deserialize, Serialize};

use crate::text::has_words;

/// Which of the figures for its years a value is, as its column heading says
/// (`Tỉnh giao 2026`, `Ước thực hiện 6 tháng 2026`, `Bình quân 2026-2030`).
/// The default is a heading that names years and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Scope {
    /// The first and last month of a part of the years: 1 and 6 of `6 tháng
    /// đầu năm 2026`; a part that goes on into the next year ends in a month of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<(u8, u8)>,
    /// How the figure stands for its time.
    #[serde(skip_serializing_if = "Reach::is_unsaid")]
    pub reach: Reach,
    /// Whether it is a target.
    #[serde(skip_serializing_if = "Standing::is_target")]
    pub standing: Standing,
    /// The words that tell the column from others of its time, folded and in
    /// one spelling: who gave the target (`trung ương`), which scenario (`kịch
    /// bản cao`), which part of the people; empty where there are none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub basis: String,
}

/// How a figure stands for its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The heading only names the time.
    #[default]
    Unsaid,
    /// What is reached at its end (`Đến năm 2030`).
    ByEnd,
    /// The average of its years (`Bình quân 2026-2030`).
    Average,
    /// The sum of its years (`Tổng giai đoạn 2026-2030`).
    Total,
}

/// Whether a figure is a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is to be reached.
    #[default]
    Target,
    /// It was reached (`Thực hiện 2025`).
    Result,
    /// It is expected to be reached (`Ước thực hiện 2025`).
    Estimate,
}

/// How what two headings say beside the time lies to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The same.
    Same,
    /// One names something of which the other says nothing.
    Vague,
    /// They name different things.
    Other,
}

impl Scope {
    /// How the bases lie to each other where each column is the only one of its
    /// time: `Phấn đấu 2030` is then the target for 2030.
    pub(crate) fn likeness(&self, other: &Self) -> Likeness {
        if self.months != other.months || self.standing != other.standing {
            return Likeness::Other;
        }
        if self.basis == other.basis {
            return Likeness::Same;
        }
        let [own, others] = [self, other].map(Self::told_apart);
        if own == others {
            Likeness::Same
        } else if own.is_empty() || others.is_empty() {
            Likeness::Vague
        } else {
            Likeness::Other
        }
    }

    /// The basis, where it names something that tells figures apart even where
    /// each column is the only one of its time; empty where it does not.
    pub(crate) fn told_apart(&self) -> &str {
        if TELLING.iter().any(|phrase| has_words(&self.basis, phrase)) {
            &self.basis
        } else {
            ""
        }
    }
}

/// What tells figures apart: who gave them, scenarios, parts of the country or
/// the people, changes and shares. Other words of a heading (`phấn đấu`, `chủ
/// yếu`) only say that it is a target.
const TELLING: [&str; 43] = [
    "trung ương",
    "tỉnh",
    "thành phố",
    "hđnd",
    "ubnd",
    "bộ",
    "sở",
    "huyện",
    "xã",
    "phường",
    "nghị quyết",
    "đại hội",
    "quyết định",
    "kịch bản",
    "phương án",
    "cận",
    "thấp",
    "cao",
    "cơ sở",
    "tối thiểu",
    "tối đa",
    "điều chỉnh",
    "đầu",
    "đề xuất",
    "đăng ký",
    "nông thôn",
    "thành thị",
    "đô thị",
    "vùng",
    "khu vực",
    "nam",
    "nữ",
    "nước",
    "toàn quốc",
    "tăng",
    "giảm",
    "so sánh",
    "so",
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "tỉ trọng",
    "cơ cấu",
];

impl Reach {
    /// Whether the heading only names the time.
    #[must_use]
    pub const fn is_unsaid(&self) -> bool {
        matches!(self, Self::Unsaid)
    }
}

impl Standing {
    /// Whether the figure is to be reached.
    #[must_use]
    pub const fn is_target(&self) -> bool {
        matches!(self, Self::Target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(basis: &str) -> Scope {
        Scope {
            basis: basis.to_owned(),
            ..Scope::default()
        }
    }

    #[test]
    fn a_wish_alone_is_a_target_and_a_giver_is_told() {
        for wish in ["phấn đấu", "chủ yếu", "mức cụ thể"] {
            assert_eq!(of(wish).likeness(&of("")), Likeness::Same);
            assert_eq!(of(wish).likeness(&of("phải")), Likeness::Same);
        }
        assert_eq!(of("trung ương").likeness(&of("")), Likeness::Vague);
        assert_eq!(of("trung ương").likeness(&of("tỉnh")), Likeness::Other);
    }

    #[test]
    fn results_and_parts_of_a_year_are_other_figures() {
        let result = Scope {
            standing: Standing::Result,
            ..Scope::default()
        };
        let half = Scope {
            months: Some((1, 6)),
            ..Scope::default()
        };
        for other in [result, half] {
            assert_eq!(other.likeness(&Scope::default()), Likeness::Other);
            assert_eq!(other.likeness(&other), Likeness::Same);
        }
    }

    #[test]
    fn what_a_heading_does_not_say_is_not_written() {
        assert_eq!(serde_json::to_string(&Scope::default()).unwrap(), "{}");
        assert_eq!(serde_json::from_str::<Scope>("{}").unwrap(), Scope::default());
    }
}
