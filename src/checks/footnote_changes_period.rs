#![doc = include_str!("footnote_changes_period.en.md")]

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided};
use super::{Code, Details, Outcome, Severity, Side};
use crate::model::Indicator;
use crate::text::{fold, numbers};

/// The facts of [`Code::FootnoteChangesPeriod`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootnoteChangesPeriod {
    /// The footnote.
    pub footnote: String,
    /// The annex.
    pub annex: u32,
    /// The first and last year the values of the rows stand for by the table.
    pub period: (i16, i16),
}

/// One finding for each footnote with all rows it marks: whether `Số liệu năm
/// 2024` beside a target for 2026-2030 is the target or today's figure needs
/// the original.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let mut places: FxHashMap<_, Option<usize>> = FxHashMap::default();
        let mut groups: Vec<(FootnoteChangesPeriod, Vec<&Indicator>)> = Vec::new();
        for row in &context.program(side).indicators {
            let (Some(footnote), Some(period)) = (&row.footnote, row.period) else {
                continue;
            };
            let annex = row.id.annex();
            let place = *places.entry((footnote, annex, period)).or_insert_with(|| {
                dates_outside(footnote, period).then(|| {
                    let facts = FootnoteChangesPeriod {
                        footnote: footnote.clone(),
                        annex,
                        period,
                    };
                    groups.push((facts, Vec::new()));
                    groups.len() - 1
                })
            });
            if let Some(place) = place {
                groups[place].1.push(row);
            }
        }
        for (facts, rows) in groups {
            let evidence = rows
                .iter()
                .filter_map(|row| context.quote_title(side, &row.id))
                .collect();
            outcome.findings.push(one_sided(
                Code::FootnoteChangesPeriod,
                Severity::Doubt,
                side,
                rows.iter().map(|row| row.id.clone()).collect(),
                Details::FootnoteChangesPeriod(facts),
                evidence,
            ));
        }
    }
    outcome
}

/// What a year is the year of by the last of these words before it: figures, or
/// what they are measured by (`giá so sánh năm 2010`).
const OF_FIGURES: &[&str] = &[
    "số liệu",
    "mục tiêu",
    "thực hiện",
    "ước",
    "kết quả",
    "hiện trạng",
    "đến",
];
const OF_BASIS: &[&str] = &[
    "giá so sánh",
    "giá hiện hành",
    "giá cố định",
    "gốc",
    "chuẩn",
    "tiêu chí",
    "luật",
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông tư",
    "so với",
];

/// Whether a footnote names years of figures, none of them the last of the
/// period, and none inside it but such as it says the figures are of.
fn dates_outside(footnote: &str, (first, last): (i16, i16)) -> bool {
    let footnote = fold(footnote);
    let mut is_outside = false;
    for figure in numbers(&footnote) {
        let Some(year) = figure.reading.value.to_i64().filter(|year| (1900..2200).contains(year)) else {
            continue;
        };
        let before = &footnote[..figure.start];
        let nearest = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
        let (of_figures, of_basis) = (nearest(OF_FIGURES), nearest(OF_BASIS));
        if of_basis > of_figures {
            continue;
        }
        let is_inside = (i64::from(first)..=i64::from(last)).contains(&year);
        if is_inside && (year == i64::from(last) || of_figures.is_none()) {
            return false;
        }
        is_outside = true;
    }
    is_outside
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, indicators};
    use super::*;

    fn marked(footnote: &str) -> Vec<String> {
        let program = indicators(&format!(
            "1\tThu nhập *\tTriệu đồng\t14,5\tThống kê\n2\tDân số\tNgười\t9\tThống kê\n3\tTỷ lệ nghèo *\t%\t0\tSở Y tế\nGhi chú *: {footnote}\n"
        ));
        let findings = alone(check, &program).findings;
        findings
            .iter()
            .flat_map(|finding| &finding.left)
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn figures_of_an_earlier_year_are_one_finding() {
        assert_eq!(marked("Số liệu năm 2024"), ["PL1.1", "PL1.3"]);
    }

    #[test]
    fn a_footnote_inside_the_period_or_without_year_is_none() {
        assert_eq!(marked("Số liệu năm 2030"), [""; 0]);
        assert_eq!(marked("Theo chuẩn mới"), [""; 0]);
        assert_eq!(marked("Số liệu giai đoạn 2026-2028"), ["PL1.1", "PL1.3"]);
    }

    #[test]
    fn an_earlier_year_of_the_period_is_one_finding_where_the_figures_are_said_to_be_of_it() {
        for footnote in ["Mục tiêu đến năm 2028", "Ước thực hiện năm 2026", "Số liệu năm 2028"] {
            assert_eq!(marked(footnote), ["PL1.1", "PL1.3"], "{footnote}");
        }
        for footnote in [
            "Từ năm 2028",
            "Mục tiêu đến năm 2028; đến năm 2030 tăng thêm",
            "Áp dụng 2026-2028",
        ] {
            assert_eq!(marked(footnote), [""; 0], "{footnote}");
        }
    }

    #[test]
    fn the_year_of_a_price_or_an_act_is_not_that_of_figures() {
        for footnote in [
            "Theo giá so sánh năm 2010",
            "Theo Luật Thủ đô năm 2024",
            "Theo chuẩn nghèo giai đoạn 2021-2025",
            "So với năm 2020",
        ] {
            assert_eq!(marked(footnote), [""; 0], "{footnote}");
        }
        assert_eq!(marked("Số liệu năm 2024 theo giá so sánh năm 2010"), ["PL1.1", "PL1.3"]);
    }
}
