//! Shares that make up 100, parts that make up their total, a part in its whole.

use super::parts::Whole;
use super::span::Span;
use super::{SumFigures, SumRelation, checked, finding, is_percent};
use crate::checks::{CheckedFact, Outcome, Severity, Side};
use crate::model::{Indicator, Target};
use crate::text::{Number, fold};

/// Amounts whose sum is so far (percent) from the total are not all its parts;
/// shares may not be, but a whole of 100 printed above them says they are.
const ALL_PARTS_PERCENT: i64 = 10;

pub(super) fn check(side: Side, wholes: &[Whole<'_>]) -> Outcome {
    let mut outcome = Outcome::default();
    for whole in wholes {
        let named: Vec<&Indicator> = whole.parts.iter().copied().filter(|part| is_one_of(part)).collect();
        let is_all_parts = named.is_empty();
        outcome.extend(named.into_iter().filter_map(|part| of_whole(side, whole.row, part)));
        outcome.extend(is_all_parts.then(|| sum(side, whole)).flatten());
    }
    outcome
}

/// `Trong đó: …` names some parts, not all.
fn is_one_of(part: &Indicator) -> bool {
    // Few other names open with this letter.
    part.name.text.trim_start().starts_with(['t', 'T']) && {
        let name = fold(&part.name.text);
        ["trong đó", "tr. đó", "tr.đó", "tđ:"]
            .iter()
            .any(|start| name.starts_with(start))
    }
}

/// A part that `Trong đó` names against its whole: amounts only, since a share
/// may be greater in a part than in the whole.
fn of_whole(side: Side, whole: &Indicator, part: &Indicator) -> Option<Outcome> {
    if is_percent(whole) || !same_base(whole, part) {
        return None;
    }
    let (total, own) = (in_base(whole)?, in_base(part)?);
    if own.low <= total.high {
        return None;
    }
    let figures = SumFigures {
        column: None,
        total: whole.value.text.clone(),
        parts: vec![part.value.text.clone()],
        computed: None,
        deviation: None,
    };
    let rows = [whole, part];
    Some(Outcome {
        findings: vec![finding(
            Severity::Contradiction,
            side,
            &rows,
            SumRelation::PartOfWhole,
            vec![figures],
        )],
        ..Outcome::default()
    })
}

fn sum(side: Side, whole: &Whole<'_>) -> Option<Outcome> {
    if whole.parts.len() < 2 || whole.parts.iter().any(|part| !same_base(whole.row, part)) {
        return None;
    }
    let shares = is_percent(whole.row);
    if shares && !is_structure(whole.row) {
        return None;
    }
    let total = in_base(whole.row)?;
    let parts: Vec<Span> = whole.parts.iter().map(|part| in_base(part)).collect::<Option<_>>()?;
    let sum = parts
        .iter()
        .skip(1)
        .try_fold(*parts.first()?, |sum, part| sum.plus(*part))?;
    let rows: Vec<&Indicator> = std::iter::once(whole.row).chain(whole.parts.iter().copied()).collect();
    let printed: Vec<String> = whole.parts.iter().map(|part| part.value.text.clone()).collect();
    // A hundred is meant to the digit.
    let holds = if shares {
        sum.low <= total.value && total.value <= sum.high
    } else {
        sum.meets(total)
    };
    let scale = whole.row.unit_read.as_ref().map_or(Number::ONE, |unit| unit.scale);
    let in_unit = |value: Number| value.checked_div(scale).unwrap_or(value);
    let computed = in_unit(sum.value).to_string();
    if holds {
        let fact = CheckedFact::SumHolds {
            parts: printed,
            total: whole.row.value.text.clone(),
            computed: (sum.value != total.value).then_some(computed),
        };
        return Some(Outcome {
            checked: vec![checked(side, &rows, fact)],
            ..Outcome::default()
        });
    }
    // Parts of a hundred that exceed it are wrong however many they are.
    let is_near = is_near(sum.value, total.value);
    let severity = match (shares, is_near || sum.value > total.value) {
        (true, true) => Severity::Contradiction,
        (true, false) => Severity::Doubt,
        (false, _) if is_near => Severity::Doubt,
        (false, _) => return None,
    };
    let figures = SumFigures {
        column: None,
        total: whole.row.value.text.clone(),
        parts: printed,
        computed: Some(computed),
        deviation: total
            .value
            .checked_sub(sum.value)
            .map(|apart| in_unit(apart).to_string()),
    };
    let relation = if shares {
        SumRelation::Shares
    } else {
        SumRelation::Total
    };
    Some(Outcome {
        findings: vec![finding(severity, side, &rows, relation, vec![figures])],
        ..Outcome::default()
    })
}

/// Whether a row of 100% names a structure that shares make up.
fn is_structure(row: &Indicator) -> bool {
    let hundred = row.target.as_ref().and_then(Target::point) == Some(Number::from_i64(100));
    hundred && {
        let name = fold(&row.name.text);
        name.starts_with("tỷ trọng") || name.starts_with("tỉ trọng") || name.starts_with("cơ cấu")
    }
}

fn same_base(one: &Indicator, other: &Indicator) -> bool {
    one.unit_read
        .as_ref()
        .zip(other.unit_read.as_ref())
        .is_some_and(|(one, other)| one.same_base(other))
}

fn in_base(row: &Indicator) -> Option<Span> {
    let span = Span::of_target(row)?;
    span.scaled(row.unit_read.as_ref()?.scale)
}

fn is_near(one: Number, other: Number) -> bool {
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    high.checked_sub(low)
        .and_then(|apart| apart.checked_mul(Number::from_i64(100)))
        .zip(high.checked_mul(Number::from_i64(ALL_PARTS_PERCENT)))
        .is_some_and(|(apart, bound)| apart <= bound)
}

#[cfg(test)]
mod tests {
    use super::super::super::Details;
    use super::super::super::trial::indicators;
    use super::super::parts::wholes;
    use super::*;

    /// The relations that do not hold with their deviations, and how many hold.
    fn sums(rows: &str) -> (Vec<(SumRelation, Option<String>)>, usize) {
        let outcome = check(Side::Left, &wholes(&indicators(rows).indicators));
        let found = outcome.findings.into_iter().map(|finding| match finding.details {
            Details::SumDiffers(facts) => (facts.relation, facts.figures[0].deviation.clone()),
            other => panic!("{other:?}"),
        });
        (found.collect(), outcome.checked.len())
    }

    fn shares(last: &str) -> String {
        format!(
            "1\tTỷ trọng lao động\t%\t100\tA\n-\tNông nghiệp\t%\t4,0\tA\n-\tCông nghiệp\t%\t34,0\tA\n-\tDịch vụ\t%\t{last}\tA\n"
        )
    }

    #[test]
    fn shares_make_up_a_hundred() {
        assert_eq!(sums(&shares("62,0")), (vec![], 1));
        assert_eq!(
            sums(&shares("60,0")),
            (vec![(SumRelation::Shares, Some("2".to_owned()))], 0)
        );
        // One tenth of three rounded figures is no deviation.
        assert_eq!(sums(&shares("61,9")), (vec![], 1));
    }

    #[test]
    fn a_sum_that_only_rounding_makes_a_hundred_is_told_as_it_is() {
        let computed = |last: &str| {
            let checked = check(Side::Left, &wholes(&indicators(&shares(last)).indicators)).checked;
            match &checked[0].fact {
                CheckedFact::SumHolds { computed, .. } => computed.clone(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(computed("61,9"), Some("99,9".to_owned()));
        assert_eq!(computed("62,0"), None);
    }

    #[test]
    fn shares_far_from_a_hundred_are_told_too() {
        let severity = |last: &str| {
            let outcome = check(Side::Left, &wholes(&indicators(&shares(last)).indicators));
            outcome
                .findings
                .iter()
                .map(|finding| finding.severity)
                .collect::<Vec<_>>()
        };
        assert_eq!(severity("82,0"), [Severity::Contradiction]);
        // Some shares may stand nowhere.
        assert_eq!(severity("32,0"), [Severity::Doubt]);
    }

    #[test]
    fn rates_of_parts_are_no_shares() {
        let rows = "1\tTỷ lệ dân số dùng nước sạch\t%\t100\tA\n-\tĐô thị\t%\t100\tA\n-\tNông thôn\t%\t95\tA\n";
        assert_eq!(sums(rows), (vec![], 0));
    }

    #[test]
    fn parts_make_up_their_total() {
        let rows = |last: &str| {
            format!("1\tVốn đầu tư\tTỷ đồng\t100\tA\n-\tNhà nước\tTỷ đồng\t40\tA\n-\tTư nhân\tTỷ đồng\t{last}\tA\n")
        };
        assert_eq!(sums(&rows("60")), (vec![], 1));
        assert_eq!(
            sums(&rows("65")),
            (vec![(SumRelation::Total, Some("-5".to_owned()))], 0)
        );
        assert_eq!(sums(&rows("20")), (vec![], 0));
    }

    #[test]
    fn a_part_is_no_greater_than_its_whole() {
        let rows =
            |part: &str| format!("1\tChi ngân sách\tTỷ đồng\t1.203\tA\n-\tTr. đó: Chi đầu tư\tTỷ đồng\t{part}\tA\n");
        assert_eq!(sums(&rows("1.630")).0, [(SumRelation::PartOfWhole, None)]);
        assert_eq!(sums(&rows("630")).0, []);
    }
}
