#![doc = include_str!("unit_differs.en.md")]

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Indicator, TargetRelation};

/// Units that measure other things, and units of another scale under equal
/// figures (`4.373` lao động, `4.373` nghìn lao động). Another scale whose
/// figures agree (`120` nghìn căn, `120.000` căn) is no finding, and no other
/// size of one measure is (`ha`, `m²`).
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.indicator_pairs() {
        let (Some(l), Some(r)) = (&left.unit_read, &right.unit_read) else {
            continue;
        };
        let differs = if l.same_base(r) {
            l.scale != r.scale && pair.targets == TargetRelation::Equal && slipped_scale(left, right)
        } else {
            !l.same_dimension(r)
        };
        let (Some(left_unit), Some(right_unit)) = (&left.unit, &right.unit) else {
            continue;
        };
        if !differs {
            continue;
        }
        let details = Details::UnitDiffers {
            left: left_unit.text.clone(),
            right: right_unit.text.clone(),
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

/// Whether the figures are equal only when the scales are left out.
fn slipped_scale(left: &Indicator, right: &Indicator) -> bool {
    match (&left.target, &right.target) {
        (Some(l), Some(r)) => {
            l.relation(left.unit_read.as_ref(), r, right.unit_read.as_ref()) != TargetRelation::Equal
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
}
