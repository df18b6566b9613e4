//! Printed ratios (`Thu NSNN/GRDP`) against the rows they divide.

use super::span::Span;
use super::{SumFigures, SumRelation, checked, finding, is_percent};
use crate::checks::{CheckedFact, Outcome, Severity, Side};
use crate::model::{Indicator, Program};
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};

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
    let ratios = || {
        let rows = program.indicators.iter();
        rows.filter(|row| is_percent(row) && row.name.text.contains('/'))
    };
    let named = Named::in_annexes(program, &ratios().map(|row| row.id.annex()).collect());
    outcome.extend(ratios().filter_map(|ratio| of(side, &named, ratio)));
    outcome
}

fn of(side: Side, named: &Named<'_>, ratio: &Indicator) -> Option<Outcome> {
    let name = bare(&ratio.name.text);
    let (above, below) = name.split_once('/')?;
    let (dividend, exact_above) = named.row(ratio, above)?;
    let (divisor, exact_below) = named.row(ratio, below)?;
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

/// A name, and the annex and the period a row with it stands in.
type Key = (u32, Option<(i16, i16)>, String);

/// The rows of some annexes by their names.
#[derive(Default)]
struct Named<'a> {
    in_full: FxHashMap<Key, Vec<&'a Indicator>>,
    /// By what stands in brackets in their names.
    in_brackets: FxHashMap<Key, Vec<&'a Indicator>>,
}

impl<'a> Named<'a> {
    fn in_annexes(program: &'a Program, annexes: &FxHashSet<u32>) -> Self {
        let mut named = Self::default();
        for row in &program.indicators {
            let annex = row.id.annex();
            if !annexes.contains(&annex) {
                continue;
            }
            let name = bare(&row.name.text);
            for (end, _) in name.match_indices(')') {
                let Some(start) = name[..end].rfind('(') else { continue };
                let rows = named
                    .in_brackets
                    .entry((annex, row.period, name[start + 1..end].to_owned()))
                    .or_default();
                if rows.last().is_none_or(|last| last.id != row.id) {
                    rows.push(row);
                }
            }
            named.in_full.entry((annex, row.period, name)).or_default().push(row);
        }
        named
    }

    /// The one row of a ratio's annex and period with this name, and whether it
    /// is the very name, in full or in brackets behind it.
    fn row(&self, ratio: &Indicator, term: &str) -> Option<(&'a Indicator, bool)> {
        let term = term.trim();
        let called = |names: &'_ FxHashMap<Key, Vec<&'a Indicator>>, name: &str| {
            let rows = names.get(&(ratio.id.annex(), ratio.period, name.to_owned()));
            let rows = rows.into_iter().flatten().copied();
            rows.filter(|row| row.id != ratio.id).take(2).collect::<Vec<_>>()
        };
        let exact = called(&self.in_full, term)
            .into_iter()
            .chain(called(&self.in_brackets, term));
        only(exact).map(|row| (row, true)).or_else(|| {
            let synonyms = SYNONYMS.iter().filter(|names| names.contains(&term));
            let alike = synonyms.flat_map(|names| names.iter().flat_map(|name| called(&self.in_full, name)));
            only(alike).map(|row| (row, false))
        })
    }
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
