//! Printed ratios (`Thu NSNN/GRDP`) against the rows they divide.

use super::span::Span;
use super::{SumFigures, SumRelation, checked, finding, is_percent};
use crate::checks::{CheckedFact, Outcome, Severity, Side};
use crate::model::{Indicator, Program};
use crate::text::fold;

/// Names of one amount, folded: what finance reports put for each other.
const SYNONYMS: &[&[&str]] = &[
    &["đầu tư công", "chi đầu tư phát triển", "vốn đầu tư công"],
    &[
        "đtxh",
        "vốn đtxh",
        "đầu tư xã hội",
        "vốn đầu tư toàn xã hội",
        "tổng vốn đầu tư toàn xã hội",
        "vốn đầu tư thực hiện trên địa bàn",
        "tổng vốn đầu tư thực hiện trên địa bàn",
        "vốn đầu tư thực hiện toàn xã hội",
    ],
    &[
        "thu nsnn",
        "thu ngân sách nhà nước",
        "tổng thu nsnn",
        "tổng thu ngân sách nhà nước",
    ],
    &[
        "chi nsđp",
        "chi nsnn đp",
        "chi ngân sách địa phương",
        "tổng chi ngân sách địa phương",
    ],
];

/// Words before a ratio that say nothing, folded.
const LEADS: &[&str] = &[
    "tỷ lệ ",
    "tỉ lệ ",
    "tỷ trọng ",
    "tỉ trọng ",
    "trong đó: ",
    "trong đó ",
    "tr. đó: ",
    "tr. đó, ",
];

pub(super) fn check(side: Side, program: &Program) -> Outcome {
    let mut outcome = Outcome::default();
    for ratio in program.indicators.iter().filter(|row| is_percent(row)) {
        outcome.extend(of(side, program, ratio));
    }
    outcome
}

fn of(side: Side, program: &Program, ratio: &Indicator) -> Option<Outcome> {
    if !ratio.name.text.contains('/') {
        return None;
    }
    let name = bare(&ratio.name.text);
    let (above, below) = name.split_once('/')?;
    let (dividend, exact_above) = row_named(program, ratio, above)?;
    let (divisor, exact_below) = row_named(program, ratio, below)?;
    let (above_unit, below_unit) = (dividend.unit_read.as_ref()?, divisor.unit_read.as_ref()?);
    if !above_unit.same_base(below_unit) || is_percent(dividend) {
        return None;
    }
    let printed = Span::of_target(ratio)?;
    let whole = Span::of_target(divisor)?.scaled(below_unit.scale)?;
    let computed = Span::of_target(dividend)?.scaled(above_unit.scale)?.percent_of(whole)?;
    let rows = [ratio, dividend, divisor];
    let shown = computed.value.rounded(printed.decimals + 1);
    if printed.meets(computed) {
        let fact = CheckedFact::RatioHolds {
            ratio: ratio.value.text.clone(),
            dividend: dividend.value.text.clone(),
            divisor: divisor.value.text.clone(),
            computed: shown.to_string(),
        };
        return Some(Outcome {
            checked: vec![checked(side, &rows, fact)],
            ..Outcome::default()
        });
    }
    let figures = SumFigures {
        column: None,
        total: ratio.value.text.clone(),
        parts: vec![dividend.value.text.clone(), divisor.value.text.clone()],
        computed: Some(shown.to_string()),
        deviation: printed.value.checked_sub(shown).map(|apart| apart.to_string()),
    };
    // Amounts of another name may be other amounts.
    let severity = if exact_above && exact_below {
        Severity::Contradiction
    } else {
        Severity::Doubt
    };
    Some(Outcome {
        findings: vec![finding(severity, side, &rows, SumRelation::Ratio, vec![figures])],
        ..Outcome::default()
    })
}

/// The one row of the ratio's annex and period with this name, and whether it
/// is the very name, in full or in brackets behind it.
fn row_named<'a>(program: &'a Program, ratio: &Indicator, term: &str) -> Option<(&'a Indicator, bool)> {
    let term = term.trim();
    let bracketed = format!("({term})");
    let rows = || {
        program
            .indicators
            .iter()
            .filter(|row| row.id != ratio.id && row.id.annex() == ratio.id.annex() && row.period == ratio.period)
    };
    let exact = |row: &&Indicator| {
        let name = bare(&row.name.text);
        name == term || name.contains(&bracketed)
    };
    let synonyms: Vec<_> = SYNONYMS.iter().filter(|names| names.contains(&term)).collect();
    let alike = |row: &&Indicator| {
        !synonyms.is_empty() && {
            let name = bare(&row.name.text);
            synonyms.iter().any(|names| names.contains(&name.as_str()))
        }
    };
    only(rows().filter(exact))
        .map(|row| (row, true))
        .or_else(|| only(rows().filter(alike)).map(|row| (row, false)))
}

fn only<'a>(mut rows: impl Iterator<Item = &'a Indicator>) -> Option<&'a Indicator> {
    let first = rows.next()?;
    rows.next().is_none().then_some(first)
}

/// A name without dash, lead and footnote mark, folded.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let mut bare = folded.trim_matches(|c: char| matches!(c, '-' | '+' | '*' | ' '));
    while let Some(rest) = LEADS.iter().find_map(|lead| bare.strip_prefix(lead)) {
        bare = rest.trim_start();
    }
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::super::Details;
    use super::super::super::trial::indicators;
    use super::*;

    fn ratio(name: &str, printed: &str) -> Result<(), (Severity, Option<String>)> {
        let program = indicators(&format!(
            "1\tTổng sản phẩm trên địa bàn (GRDP)\t1.000 tỷ đồng\t11.430,0\tA\n2\tThu NSNN\t1.000 tỷ đồng\t3.400\tA\n\
             3\tVốn đầu tư thực hiện trên địa bàn\tTỷ đồng\t5.000.000\tA\n4\tChi đầu tư phát triển\t1.000 tỷ đồng\t630\tA\n5\t{name}\t%\t{printed}\tA\n"
        ));
        let outcome = check(Side::Left, &program);
        let Some(finding) = outcome.findings.into_iter().next() else {
            assert_eq!(outcome.checked.len(), 1);
            return Ok(());
        };
        match finding.details {
            Details::SumDiffers(facts) => Err((finding.severity, facts.figures[0].deviation.clone())),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn ratios_hold_up_to_rounding() {
        assert_eq!(ratio("Thu NSNN/GRDP", "29,75"), Ok(()));
        assert_eq!(ratio("Thu NSNN/GRDP", "29,7"), Ok(()));
        assert_eq!(ratio("Tỷ lệ vốn đầu tư thực hiện trên địa bàn/ GRDP", "43,74"), Ok(()));
        assert_eq!(ratio("Tỷ lệ đầu tư công/ĐTXH", "12,60"), Ok(()));
    }

    #[test]
    fn a_ratio_that_does_not_come_out_is_a_finding() {
        assert_eq!(
            ratio("Thu NSNN/GRDP", "31,75"),
            Err((Severity::Contradiction, Some("2,004".to_owned())))
        );
        assert_eq!(
            ratio("Tỷ lệ đầu tư công/ĐTXH", "13,60"),
            Err((Severity::Doubt, Some("1".to_owned())))
        );
    }

    #[test]
    fn a_name_with_a_slash_that_divides_no_rows_is_silent() {
        let program =
            indicators("1\tSố bác sỹ/vạn dân\t%\t19\tA\n2\tGRDP bình quân/người\t%\t3\tA\n3\tDân số\t%\t3\tA\n");
        assert_eq!(check(Side::Left, &program), Outcome::default());
    }
}
