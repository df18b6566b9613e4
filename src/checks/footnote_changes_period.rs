#![doc = include_str!("footnote_changes_period.en.md")]

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided};
use super::{Code, Details, Outcome, Severity, Side};
use crate::model::Indicator;
use crate::text::numbers;

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

/// Whether a footnote names years, and none of the period.
fn dates_outside(footnote: &str, (first, last): (i16, i16)) -> bool {
    let years: Vec<i64> = numbers(footnote)
        .filter_map(|figure| figure.reading.value.to_i64())
        .filter(|year| (1900..2200).contains(year))
        .collect();
    !years.is_empty()
        && !years
            .iter()
            .any(|year| (i64::from(first)..=i64::from(last)).contains(year))
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
    }
}
