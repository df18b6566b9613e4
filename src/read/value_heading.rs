//! What the heading of a value column says of the values below it.

use super::understand::unit_in_heading;
use super::year_part::{self, Found, Piece};
use crate::model::{Reach, Scope, Standing, Unit};
use crate::text::fold;

/// The years and the figure a heading names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ValueHeading {
    /// The first and last year.
    pub years: Option<(i16, i16)>,
    /// Which figure for these years.
    pub scope: Scope,
}

impl ValueHeading {
    /// What a heading says.
    pub fn of(heading: &str) -> Self {
        let unit = unit_in_heading(heading).filter(|unit| Unit::parse(unit).is_some_and(|unit| unit.is_known()));
        let folded = fold(&unit.map_or(heading.to_owned(), |unit| heading.replacen(unit, " ", 1)));
        let (standing, folded) = standing(&folded);
        let Found { years, months, rest } = year_part::find(folded);
        let has = |word: &str| rest.iter().any(|piece| piece.text == word);
        let has_two = |first: &str, second: &str| {
            rest.windows(2)
                .any(|pair| pair[0].text == first && pair[1].text == second)
        };
        let is_period = years.is_some_and(|(first, last)| first < last) && months.is_none();
        let reach = if has("bq") || has_two("bình", "quân") || has_two("trung", "bình") {
            Reach::Average
        } else if has("đến") || has("tới") {
            Reach::ByEnd
        } else if is_period && (has("tổng") || has("cộng") || has("cả") || has_two("lũy", "kế")) {
            Reach::Total
        } else {
            Reach::Unsaid
        };
        let scope = Scope {
            months,
            reach,
            standing,
            basis: basis(&rest, reach, standing),
        };
        Self { years, scope }
    }

    /// Whether it says the targets of which years stand below it, and nothing else.
    pub fn is_of_whole_years(&self) -> bool {
        let is_plain = matches!(self.scope.reach, Reach::Unsaid | Reach::ByEnd | Reach::Total);
        let has_no_more = self.scope.months.is_none() && self.scope.told_apart().is_empty();
        self.years.is_some() && is_plain && has_no_more && self.scope.standing.is_target()
    }
}

/// What headings open with whose columns say what was reached, folded; longer
/// ones first where one starts another.
const RESULTS: [(&str, Standing); 12] = [
    ("ước thực hiện", Standing::Estimate),
    ("ước th", Standing::Estimate),
    ("ước", Standing::Estimate),
    ("kết quả thực hiện", Standing::Result),
    ("kết quả", Standing::Result),
    ("kq", Standing::Result),
    ("thực hiện", Standing::Result),
    ("th", Standing::Result),
    ("hiện trạng", Standing::Result),
    ("hiện nay", Standing::Result),
    ("đã đạt", Standing::Result),
    ("số liệu", Standing::Result),
];

/// Whether values are results, and the heading behind what says so.
fn standing(folded: &str) -> (Standing, &str) {
    let opened = RESULTS.iter().find_map(|&(opening, standing)| {
        let rest = folded.strip_prefix(opening)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some((standing, rest))
    });
    opened.unwrap_or((Standing::Target, folded))
}

/// The words that tell a column from others of its time, in one spelling.
fn basis(rest: &[Piece<'_>], reach: Reach, standing: Standing) -> String {
    let is_neutral = |word: &str| {
        NEUTRAL.contains(&word)
            || (reach == Reach::Average && AVERAGES.contains(&word))
            || (reach == Reach::Total && matches!(word, "tổng" | "cộng" | "số" | "lũy" | "kế"))
            || (reach == Reach::ByEnd && matches!(word, "lũy" | "kế" | "tính"))
            || (standing.is_target() && matches!(word, "thực" | "hiện"))
    };
    let words: Vec<&str> = rest.iter().map(|piece| piece.text).collect();
    let mut told: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let spelling = SPELLINGS.iter().find(|(printed, _)| words[at..].starts_with(printed));
        if let Some((printed, meant)) = spelling {
            told.extend(meant.iter().filter(|word| !is_neutral(word)));
            at += printed.len();
        } else {
            if !is_neutral(words[at]) {
                told.push(words[at]);
            }
            at += 1;
        }
    }
    told.dedup();
    told.join(" ")
}

/// Words of headings that only say that targets stand below them and when they
/// are due, folded.
const NEUTRAL: [&str; 33] = [
    "mục", "tiêu", "chỉ", "kế", "hoạch", "kh", "giao", "dự", "kiến", "toán", "định", "hướng", "tầm", "nhìn", "giai",
    "đoạn", "thời", "kỳ", "đến", "tới", "hết", "năm", "trong", "từ", "cuối", "ngày", "cho", "theo", "được", "cần",
    "đạt", "điểm", "cả",
];

/// Further words of headings above averages.
const AVERAGES: [&str; 10] = [
    "bq",
    "bình",
    "quân",
    "trung",
    "tốc",
    "độ",
    "tăng",
    "trưởng",
    "hằng",
    "hàng",
];

/// Words of headings and the one spelling that stands for all.
const SPELLINGS: [(&[&str], &[&str]); 17] = [
    // `Kế hoạch 5 năm 2026-2030`
    (&["5", "năm"], &[]),
    (&["05", "năm"], &[]),
    (&["tw"], &["trung", "ương"]),
    (&["thủ", "tướng", "chính", "phủ"], &["trung", "ương"]),
    (&["thủ", "tướng"], &["trung", "ương"]),
    (&["ttcp"], &["trung", "ương"]),
    (&["ttg"], &["trung", "ương"]),
    (&["chính", "phủ"], &["trung", "ương"]),
    (&["ubnd", "tỉnh"], &["tỉnh"]),
    (&["ubnd", "thành", "phố"], &["thành", "phố"]),
    (&["ubnd", "tp"], &["thành", "phố"]),
    (&["tp"], &["thành", "phố"]),
    (&["hội", "đồng", "nhân", "dân"], &["hđnd"]),
    (&["kb"], &["kịch", "bản"]),
    (&["pa"], &["phương", "án"]),
    (&["tốc", "độ", "tăng", "trưởng"], &["tăng"]),
    (&["tốc", "độ", "tăng"], &["tăng"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn basis_of(heading: &str) -> String {
        ValueHeading::of(heading).scope.basis
    }

    #[test]
    fn headings_of_targets_name_years_and_nothing_else() {
        for heading in [
            "2027",
            "Năm 2027",
            "KH 2027",
            "Mục tiêu đến hết năm 2027",
            "Phấn đấu 2027",
            "Đến 31/12/2027",
            "Cả năm 2027",
        ] {
            let found = ValueHeading::of(heading);
            assert_eq!(
                (found.years, found.is_of_whole_years()),
                (Some((2027, 2027)), true),
                "{heading}"
            );
        }
        assert_eq!(ValueHeading::of("Giai đoạn 2026-2030").years, Some((2026, 2030)));
        for heading in [
            "Mục tiêu",
            "Thực hiện 2025",
            "Quý I/2026",
            "6 tháng đầu năm 2026",
            "Đến 30/6/2026",
            "Bình quân 2026-2030",
            "Tỉnh giao 2026",
        ] {
            assert!(!ValueHeading::of(heading).is_of_whole_years(), "{heading}");
        }
    }

    #[test]
    fn who_gave_a_target_and_which_scenario_are_told_in_one_spelling() {
        for (heading, basis) in [
            ("Kế hoạch TW giao năm 2026", "trung ương"),
            ("Thủ tướng Chính phủ giao 2026", "trung ương"),
            ("UBND tỉnh giao năm 2026", "tỉnh"),
            ("HĐND thành phố giao 2026", "hđnd thành phố"),
            ("KB cao năm 2030", "kịch bản cao"),
            ("Kịch bản 2 (2030)", "kịch bản 2"),
            ("KB2 năm 2030", "kịch bản 2"),
            ("Kế hoạch điều chỉnh 2026", "điều chỉnh"),
            ("Kế hoạch năm 2026 (%)", ""),
            ("2026/2025 (%)", "2025"),
            ("Kế hoạch thực hiện năm 2026", ""),
        ] {
            assert_eq!(basis_of(heading), basis, "{heading}");
        }
    }

    #[test]
    fn results_and_estimates_are_told_from_targets() {
        for (heading, standing) in [
            ("Thực hiện 2025", Standing::Result),
            ("TH 9 tháng 2026", Standing::Result),
            ("Ước TH 2025", Standing::Estimate),
            ("Ước 2025", Standing::Estimate),
            ("Kế hoạch thực hiện 2026", Standing::Target),
            ("Thành phố giao 2026", Standing::Target),
        ] {
            assert_eq!(ValueHeading::of(heading).scope.standing, standing, "{heading}");
        }
    }

    #[test]
    fn averages_sums_and_what_is_reached_at_the_end() {
        for (heading, reach) in [
            ("Bình quân 2026-2030", Reach::Average),
            ("Tốc độ tăng BQ giai đoạn 2026-2030", Reach::Average),
            ("Đến năm 2030", Reach::ByEnd),
            ("Tổng giai đoạn 2026-2030", Reach::Total),
            ("Lũy kế đến 31/3/2026", Reach::ByEnd),
            ("Năm 2030", Reach::Unsaid),
            ("Kế hoạch 5 năm 2026-2030", Reach::Unsaid),
        ] {
            assert_eq!(ValueHeading::of(heading).scope.reach, reach, "{heading}");
        }
        assert_eq!(basis_of("Tốc độ tăng bình quân 2026-2030"), "");
        assert_eq!(basis_of("Tốc độ tăng 2026"), "tăng");
    }
}
