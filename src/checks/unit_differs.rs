#![doc = include_str!("unit_differs.en.md")]

use std::borrow::Cow;

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Cell, Indicator, TargetRelation, Unit};

/// Units that measure other things, and units of another scale or size under
/// equal figures (`4.373` lao động, `4.373` nghìn lao động; `≥ 10` m², `10-12`
/// ha). Those whose figures agree (`120` nghìn căn, `120.000` căn) are no finding.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, left, right) in context.indicator_pairs() {
        let Some([l, r]) = doubtful_units(left, right) else {
            continue;
        };
        let (Some(left_unit), Some(right_unit)) = (&left.unit, &right.unit) else {
            continue;
        };
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

/// The units of a pair as they are compared, where both are printed and in doubt.
pub(super) fn doubtful_units<'u>(left: &'u Indicator, right: &'u Indicator) -> Option<[Cow<'u, Unit>; 2]> {
    let [Some(l), Some(r)] = left.units_beside(right) else {
        return None;
    };
    let are_printed = left.unit.is_some() && right.unit.is_some();
    let are_apart = !l.same_dimension(&r) || is_slip((left, &l), (right, &r));
    (are_printed && are_apart).then_some([l, r])
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

/// Whether two units of one measure have the same figure, which their scales or sizes set apart.
fn is_slip((left, l_unit): (&Indicator, &Unit), (right, r_unit): (&Indicator, &Unit)) -> bool {
    let is_other = (l_unit.scale, &l_unit.base) != (r_unit.scale, &r_unit.base);
    is_other
        && left.target.as_ref().zip(right.target.as_ref()).is_some_and(|(l, r)| {
            l.shares_a_figure(r) && l.relation(Some(l_unit), r, Some(r_unit)) != TargetRelation::Equal
        })
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

    #[test]
    fn a_size_differs_where_the_figures_do_not() {
        let count = |left: &str, right: &str| {
            let [left, right] = [left, right]
                .map(|cells| indicators(&format!("1\tDiện tích cây xanh bình quân\t{cells}\tSở Xây dựng\n")));
            both(check, &left, &right).len()
        };
        assert_eq!(count("m²/người\t≥ 10", "ha/người\t10-12"), 1);
        assert_eq!(count("m²\t10", "ha\t10"), 1);
        assert_eq!(count("m²\t50.000", "ha\t5"), 0);
        assert_eq!(count("m²\t0", "ha\t0"), 0);
        assert_eq!(count("m²\t≥ 10", "ha\t1-2"), 0);
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
