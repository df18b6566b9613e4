#![doc = include_str!("reporting_body_differs.en.md")]

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::matching::{is_own_division, is_same, particular};
use crate::model::Indicator;

/// Compared where both rows name particular bodies beyond the issuers' own
/// divisions. Where they share one, and
/// where the rows stand for other periods, the finding is a note.
pub(crate) fn check<'a>(context: &Context<'a>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, left, right) in context.indicator_pairs() {
        let outer = |side, row: &'a Indicator| -> Vec<&'a str> {
            let names = particular(&row.bodies).into_iter();
            let programs = (context.program(side), context.program(side.other()));
            names
                .filter(|name| !is_own_division(name, programs.0, programs.1))
                .collect()
        };
        let (l, r) = (outer(Side::Left, left), outer(Side::Right, right));
        if l.is_empty() || r.is_empty() {
            continue;
        }
        let is_shared = |name: &&str| r.iter().any(|other| is_same(name, other));
        let shared: Vec<&str> = l.iter().copied().filter(is_shared).collect();
        if shared.len() == l.len() && shared.len() == r.len() {
            continue;
        }
        let other_period = left.is_of_other_period(right);
        let severity = if shared.is_empty() && !other_period {
            Severity::Difference
        } else {
            Severity::Note
        };
        let evidence = [
            Some(quote(Side::Left, &left.id, Field::Text, &left.name)),
            quote_some(Side::Left, &left.id, Field::Body, left.body.as_ref()),
            Some(quote(Side::Right, &right.id, Field::Text, &right.name)),
            quote_some(Side::Right, &right.id, Field::Body, right.body.as_ref()),
        ];
        let evidence = evidence.into_iter().flatten().collect();
        let details = Details::ReportingBodyDiffers {
            left: owned(&l),
            right: owned(&r),
            shared: owned(&shared),
        };
        findings.push(pair_finding(
            Code::ReportingBodyDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, indicators};
    use super::*;

    fn found(left: &str, right: &str) -> Vec<(Severity, Details)> {
        let program = |body| indicators(&format!("1\tTỷ lệ hộ nghèo\t%\t1\t{body}\n"));
        let findings = both(check, &program(left), &program(right)).into_iter();
        findings.map(|finding| (finding.severity, finding.details)).collect()
    }

    #[test]
    fn a_body_more_is_a_note_and_another_one_a_difference() {
        let details = |left: &[&str], right: &[&str], shared: &[&str]| Details::ReportingBodyDiffers {
            left: owned(left),
            right: owned(right),
            shared: owned(shared),
        };
        assert_eq!(
            found("Sở Y tế", "Sở Y tế, Sở Nội vụ"),
            [(
                Severity::Note,
                details(&["Sở Y tế"], &["Sở Y tế", "Sở Nội vụ"], &["Sở Y tế"])
            )]
        );
        assert_eq!(
            found("Sở Y tế", "Sở Nội vụ"),
            [(Severity::Difference, details(&["Sở Y tế"], &["Sở Nội vụ"], &[]))]
        );
        assert_eq!(found("Sở Y tế", "Sở YT"), []);
    }
}
