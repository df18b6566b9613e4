#![doc = include_str!("unit_differs.en.md")]

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Cell, Indicator, TargetRelation, Unit};

/// Units that measure other things, and units of another scale under equal
/// figures (`4.373` lao động, `4.373` nghìn lao động). Another scale whose
/// figures agree (`120` nghìn căn, `120.000` căn) is no finding, and no other
/// size of one measure is (`ha`, `m²`).
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.indicator_pairs() {
        let [Some(l), Some(r)] = left.units_beside(right) else {
            continue;
        };
        let differs = if l.same_base(&r) {
            l.scale != r.scale && pair.targets == TargetRelation::Equal && slipped_scale((left, &l), (right, &r))
        } else {
            !l.same_dimension(&r)
        };
        let (Some(left_unit), Some(right_unit)) = (&left.unit, &right.unit) else {
            continue;
        };
        if !differs {
            continue;
        }
        let reading = if left.unit_read == right.unit_read {
            Reading::Alike
        } else {
            Reading::Unlike
        };
        let details = Details::UnitDiffers {
            left: said(left_unit, &l, reading),
            right: said(right_unit, &r, reading),
        };
        let evidence = [
            Some(quote(Side::Left, &left.id, Field::Text, &left.name)),
            quote_some(Side::Left, &left.id, Field::Unit, Some(left_unit)),
            Some(quote(Side::Right, &right.id, Field::Text, &right.name)),
            quote_some(Side::Right, &right.id, Field::Unit, Some(right_unit)),
        ];
        let evidence = evidence.into_iter().flatten().collect();
        findings.push(pair_finding(
            Code::UnitDiffers,
            Severity::Doubt,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}

/// The unit as printed; where both read alike, with what the name says.
fn said(printed: &Cell, compared: &Unit, reading: Reading) -> String {
    match reading {
        Reading::Unlike => printed.text.clone(),
        Reading::Alike => compared.to_string(),
    }
}

/// Whether two units read alike without their names.
#[derive(Debug, Clone, Copy)]
enum Reading {
    Alike,
    Unlike,
}

/// Whether the figures are equal only when the scales are left out.
fn slipped_scale((left, l_unit): (&Indicator, &Unit), (right, r_unit): (&Indicator, &Unit)) -> bool {
    match (&left.target, &right.target) {
        (Some(l), Some(r)) => {
            l.relation(Some(l_unit), r, Some(r_unit)) != TargetRelation::Equal
                && l.relation(None, r, None) == TargetRelation::Equal
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, indicators};
    use super::*;

    #[test]
    fn a_scale_differs_where_the_figures_do_not() {
        let count = |left: &str, right: &str| {
            let [left, right] =
                [left, right].map(|cells| indicators(&format!("1\tSố lao động có việc làm\t{cells}\tSở Nội vụ\n")));
            both(check, &left, &right).len()
        };
        assert_eq!(count("Lao động\t4.373", "1.000 lao động\t4.373"), 1);
        assert_eq!(count("Lao động\t120.000", "1.000 lao động\t120"), 0);
        assert_eq!(count("Lao động\t4.373", "%\t4.373"), 1);
    }

    /// What is told of the units of two rows, each a name, a unit and a value.
    fn told(left: &str, right: &str) -> Vec<Details> {
        let [left, right] = [left, right].map(|cells| indicators(&format!("1\t{cells}\tSở Y tế\n")));
        both(check, &left, &right)
            .into_iter()
            .map(|finding| finding.details)
            .collect()
    }

    #[test]
    fn a_name_may_say_what_is_counted_per() {
        assert_eq!(
            told("Số bác sĩ/vạn dân\tBác sĩ\t19", "Số bác sĩ/1.000 dân\tBác sĩ\t19"),
            [Details::UnitDiffers {
                left: "bác sĩ/vạn dân".to_owned(),
                right: "bác sĩ/nghìn dân".to_owned()
            }]
        );
        for right in [
            "Số bác sĩ/1.000 dân\tBác sĩ\t1,9",
            "Số bác sĩ trên 10.000 dân\tBác sĩ\t19",
            "Số bác sĩ\tBác sĩ/vạn dân\t19",
        ] {
            assert_eq!(told("Số bác sĩ/vạn dân\tBác sĩ\t19", right), [], "{right}");
        }
    }

    #[test]
    fn a_yearly_rate_is_one_with_and_without_its_year() {
        let growth = |unit: &str| format!("Tăng trưởng GRDP bình quân\t{unit}\t11,0");
        assert_eq!(told(&growth("%/năm"), &growth("%")), []);
        let share = |unit: &str| format!("Tỷ lệ lao động qua đào tạo\t{unit}\t80");
        assert_eq!(told(&share("%/năm"), &share("%")).len(), 1);
    }
}
