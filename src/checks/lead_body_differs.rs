#![doc = include_str!("lead_body_differs.en.md")]

use super::context::{Context, pair_finding, quote, quote_some};
use super::{Agreement, Code, Details, Evidence, Field, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::matching::{LeadRelation, in_charge, is_own_division, is_same, named, particular};
use crate::model::{Program, RowId, Succession, Task};

/// One finding for each pair whose bodies in charge are known and have none in
/// common; what counts as in charge, [`LeadRelation`] says. A doubt where two
/// bodies have exchanged their parts, or one took the place of the other in 2025.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (pair, left, right) in context.task_pairs() {
        let (severity, names) = match pair.leads {
            LeadRelation::Conflict => (
                Severity::Difference,
                [
                    in_charge((left, context.left), context.right),
                    in_charge((right, context.right), context.left),
                ],
            ),
            LeadRelation::Agree => {
                let Some([lead, other]) = exchanged(left, right) else {
                    outcome.agreements.push(Agreement {
                        code: Code::LeadBodyDiffers,
                        left: left.id.clone(),
                        right: right.id.clone(),
                    });
                    continue;
                };
                (Severity::Doubt, [vec![lead, other], vec![other, lead]])
            }
            LeadRelation::NotComparable => {
                outcome.not_checked.push(NotChecked {
                    code: Code::LeadBodyDiffers,
                    left: Some(left.id.clone()),
                    right: Some(right.id.clone()),
                    why: why_not((left, context.left), (right, context.right)),
                });
                continue;
            }
        };
        let succession = succession(&names);
        let severity = if succession.is_some() {
            Severity::Doubt
        } else {
            severity
        };
        let [l, r] = names.map(|names| names.into_iter().map(str::to_owned).collect());
        let mut evidence = quotes(Side::Left, &left.id, left);
        evidence.extend(quotes(Side::Right, &right.id, right));
        let details = Details::LeadBodyDiffers {
            left: l,
            right: r,
            explained_by: None,
            succession,
        };
        outcome.findings.push(pair_finding(
            Code::LeadBodyDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    outcome
}

/// A body of one row that took the place of one of the other: if they were one,
/// the rows would have a body in common.
fn succession([left, right]: &[Vec<&str>; 2]) -> Option<Succession> {
    let mut pairs = left.iter().flat_map(|one| right.iter().map(move |other| (one, other)));
    pairs.find_map(|(one, other)| Succession::between(one, other))
}

/// The lead of the left row and that of the right one, where each coordinates
/// what the other leads.
fn exchanged<'a>(left: &'a Task, right: &'a Task) -> Option<[&'a str; 2]> {
    let leads = [left, right].map(|task| particular(&task.lead_bodies));
    let ([l], [r]) = (&leads[0][..], &leads[1][..]) else {
        return None;
    };
    let coordinates = |task: &Task, name: &str| {
        let names = particular(&task.coordinating_bodies);
        names.iter().any(|other| is_same(other, name))
    };
    let is_exchange = !is_same(l, r) && coordinates(left, r) && coordinates(right, l);
    is_exchange.then_some([l, r])
}

/// Why two rows cannot be compared, one of which puts nobody in charge whom
/// the other could name.
fn why_not(left: (&Task, &Program), right: (&Task, &Program)) -> WhyNot {
    let names_nobody = |task: &Task| task.lead_bodies.is_empty() && task.coordinating_bodies.is_empty();
    if names_nobody(left.0) || names_nobody(right.0) {
        return WhyNot::Missing;
    }
    let of_row = |row: (&Task, &Program), other: &Program| {
        let names = named(row.0, row.1, other);
        if !in_charge(row, other).is_empty() {
            None
        } else if names.is_empty() {
            Some(WhyNot::NobodyInParticular)
        } else if names.iter().any(|name| is_own_division(name, row.1, other)) {
            Some(WhyNot::OwnDivision)
        } else {
            Some(WhyNot::OtherIssuer)
        }
    };
    let reasons = [of_row(left, right.1), of_row(right, left.1)];
    // The rows are here because one of them has a reason.
    reasons
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(WhyNot::NobodyInParticular)
}

fn quotes(side: Side, row: &RowId, task: &Task) -> Vec<Evidence> {
    [
        Some(quote(side, row, Field::Text, &task.text)),
        quote_some(side, row, Field::Lead, task.lead.as_ref()),
        quote_some(side, row, Field::Coordinating, task.coordinating.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, program, tasks};
    use super::*;
    use crate::compare;

    /// Why the first tasks of two programs are not compared; each is its issuer,
    /// the lead and the coordinating bodies.
    fn reasons(left: [&str; 3], right: [&str; 3]) -> Vec<WhyNot> {
        let [left, right] = [left, right].map(|[issuer, lead, coordinating]| {
            program(&format!(
                "{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\n1\tXây cầu\t{lead}\t{coordinating}\t2026\n"
            ))
        });
        let not_checked = compare(left, right).not_checked.into_iter();
        not_checked
            .filter(|one| one.code == Code::LeadBodyDiffers)
            .map(|one| one.why)
            .collect()
    }

    const CITY: &str = "UBND THÀNH PHỐ CẦN THƠ";
    const PARTY: &str = "THÀNH ỦY CẦN THƠ";
    const MINISTRY: &str = "BỘ Y TẾ";

    #[test]
    fn the_reason_is_what_the_rows_say() {
        let of_city = [CITY, "Sở Xây dựng", ""];
        for (row, why) in [
            ([MINISTRY, "Cục Quản lý Dược", ""], WhyNot::OwnDivision),
            ([MINISTRY, "Các đơn vị liên quan", ""], WhyNot::NobodyInParticular),
            ([PARTY, "Đảng ủy UBND Thành phố", "các sở, ngành"], WhyNot::OtherIssuer),
            ([PARTY, "", ""], WhyNot::Missing),
        ] {
            assert_eq!(reasons(row, of_city), [why], "{row:?}");
            assert_eq!(reasons(of_city, row), [why], "{row:?}");
        }
    }

    #[test]
    fn a_body_of_somebody_else_is_compared() {
        assert_eq!(reasons([PARTY, "Cục Đường thủy", ""], [CITY, "Sở Xây dựng", ""]), []);
    }

    #[test]
    fn other_bodies_in_charge_are_quoted_and_one_body_is_none() {
        use Field::{Lead, Text};
        let found = |other: &str| {
            let [left, right] =
                ["Sở Xây dựng", other].map(|lead| tasks(&format!("1\tXây cầu Tứ Liên\t{lead}\t2026\n")));
            both(check, &left, &right).findings
        };
        let quoted: Vec<Field> = found("Sở Tài chính")[0].evidence.iter().map(|one| one.field).collect();
        assert_eq!(quoted, [Text, Lead, Text, Lead]);
        assert!(found("Sở XD").is_empty());
    }

    #[test]
    fn a_body_that_took_the_place_of_the_other_is_a_doubt() {
        let found = |other: &str| {
            let [left, right] =
                ["Sở KH&ĐT, Sở Y tế", other].map(|lead| tasks(&format!("1\tXây cầu Tứ Liên\t{lead}\t2026\n")));
            let finding = both(check, &left, &right).findings.remove(0);
            let Details::LeadBodyDiffers { succession, .. } = finding.details else {
                panic!("{:?}", finding.details);
            };
            (finding.severity, succession.map(|found| found.successor))
        };
        assert_eq!(found("Sở TC"), (Severity::Doubt, Some("Sở Tài chính".to_owned())));
        assert_eq!(found("Sở Xây dựng"), (Severity::Difference, None));
    }

    #[test]
    fn an_exchange_of_lead_and_coordinator_is_a_doubt() {
        let severities = |right: [&str; 2]| -> Vec<Severity> {
            let [left, right] = [["Sở Xây dựng", "Sở Tài chính"], right].map(|[lead, coordinating]| {
                program(&format!(
                    "{PARTY}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\n1\tXây cầu Tứ Liên\t{lead}\t{coordinating}\t2026\n"
                ))
            });
            let findings = both(check, &left, &right).findings.into_iter();
            findings.map(|finding| finding.severity).collect()
        };
        assert_eq!(severities(["Sở TC", "Sở Xây dựng, Sở Y tế"]), [Severity::Doubt]);
        assert_eq!(severities(["Sở TC", "Sở Y tế"]), []);
        assert_eq!(severities(["Sở Xây dựng", "Sở Y tế"]), []);
        assert_eq!(severities(["Sở Y tế", "Công an Thành phố"]), [Severity::Difference]);
    }
}
