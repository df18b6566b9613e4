#![doc = include_str!("target_differs.en.md")]

use super::context::{Context, pair_finding, quote};
use super::{Agreement, Code, Details, Field, Finding, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::matching::target_relation;
use crate::model::{Cell, Indicator, Target, TargetRelation};

/// Disjoint targets cannot both hold; targets of which one allows what the
/// other does not are for somebody to decide.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (pair, left, right) in context.indicator_pairs() {
        let own = Compared {
            period: None,
            cells: [&left.value, &right.value],
            relation: pair.targets,
        };
        let own = (!stands_elsewhere(left, right)).then_some(own);
        let compared: Vec<Compared<'_>> = own
            .into_iter()
            .chain(further(left, right))
            .filter(|compared| compared.relation != TargetRelation::NotComparable)
            .collect();
        if !compared.iter().any(|compared| compared.is_of_target(left, right)) {
            outcome.not_checked.push(NotChecked {
                code: Code::TargetDiffers,
                left: Some(left.id.clone()),
                right: Some(right.id.clone()),
                why: why_not(left, right),
            });
        } else if compared
            .iter()
            .all(|compared| compared.relation == TargetRelation::Equal)
        {
            outcome.agreements.push(Agreement {
                code: Code::TargetDiffers,
                left: left.id.clone(),
                right: right.id.clone(),
            });
        }
        let differing = compared
            .iter()
            .filter(|compared| compared.relation != TargetRelation::Equal);
        outcome
            .findings
            .extend(differing.map(|compared| compared.finding(left, right)));
    }
    outcome
}

/// Whether the target of one of the rows is due with that of the other, which
/// has one for the very same years in another column: a year's share beside that
/// of the period.
fn stands_elsewhere(left: &Indicator, right: &Indicator) -> bool {
    let holds = |row: &Indicator, other: &Indicator| row.values.iter().any(|value| value.period == other.period);
    let is_dated = left.period.is_some() && right.period.is_some();
    is_dated && left.period != right.period && (holds(left, right) || holds(right, left))
}

/// Two targets for one time.
struct Compared<'a> {
    /// The years, of others than the targets of the rows.
    period: Option<(i16, i16)>,
    cells: [&'a Cell; 2],
    relation: TargetRelation,
}

impl Compared<'_> {
    /// Whether the target of one of the rows is compared.
    fn is_of_target(&self, left: &Indicator, right: &Indicator) -> bool {
        let is_due = |(_, last)| {
            [left, right]
                .iter()
                .any(|row| row.period.is_some_and(|own| own.1 == last))
        };
        self.period.is_none_or(is_due)
    }

    fn finding(&self, left: &Indicator, right: &Indicator) -> Finding {
        let severity = match self.relation {
            TargetRelation::Disjoint => Severity::Contradiction,
            _ => Severity::Difference,
        };
        let unit = |cell: &Option<Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        let [left_value, right_value] = self.cells;
        let details = Details::TargetDiffers {
            left: left_value.text.clone(),
            left_unit: unit(&left.unit),
            right: right_value.text.clone(),
            right_unit: unit(&right.unit),
            relation: self.relation,
            period: self.period.map(printed),
        };
        let evidence = vec![
            quote(Side::Left, &left.id, Field::Text, &left.name),
            quote(Side::Left, &left.id, Field::Value, left_value),
            quote(Side::Right, &right.id, Field::Text, &right.name),
            quote(Side::Right, &right.id, Field::Value, right_value),
        ];
        pair_finding(Code::TargetDiffers, severity, &left.id, &right.id, details, evidence)
    }
}

/// Years as a heading has them: `2027`, `2026-2028`.
fn printed((first, last): (i16, i16)) -> String {
    if first == last {
        last.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// A target and the years it stands for.
#[derive(Clone, Copy)]
struct Dated<'a> {
    period: (i16, i16),
    cell: &'a Cell,
    target: &'a Target,
}

/// The targets in further value columns of both rows: those for the same
/// years, or due in the same one if no others are. What is due with the
/// targets of both rows is compared by these.
fn further<'a>(left: &'a Indicator, right: &'a Indicator) -> Vec<Compared<'a>> {
    if left.values.is_empty() && right.values.is_empty() {
        return Vec::new();
    }
    let [lefts, rights] = [dated(left), dated(right)];
    let units = [left, right].map(|row| row.unit_read.as_ref());
    lefts
        .iter()
        .filter_map(|l| Some((l, only(l, &rights)?)))
        .filter(|(l, r)| left.period != Some(l.period) || right.period != Some(r.period))
        .filter(|(l, r)| only(r, &lefts).is_some_and(|back| back.period == l.period))
        .map(|(l, r)| Compared {
            period: Some(if l.period == r.period {
                l.period
            } else {
                (l.period.1, l.period.1)
            }),
            cells: [l.cell, r.cell],
            relation: target_relation((l.target, units[0]), (r.target, units[1])),
        })
        .collect()
}

/// All targets of a row.
fn dated(row: &Indicator) -> Vec<Dated<'_>> {
    if row.values.is_empty() {
        let own = row.period.zip(row.target.as_ref());
        let own = own.map(|(period, target)| Dated {
            period,
            cell: &row.value,
            target,
        });
        return own.into_iter().collect();
    }
    let values = row.values.iter();
    values
        .filter_map(|value| {
            Some(Dated {
                period: value.period?,
                cell: &value.cell,
                target: value.target.as_ref()?,
            })
        })
        .collect()
}

/// The only target for the same years, or else the only one due in the same year.
fn only<'a, 'b>(own: &Dated<'_>, others: &'b [Dated<'a>]) -> Option<&'b Dated<'a>> {
    let single = |fits: &dyn Fn(&Dated<'_>) -> bool| {
        let mut fitting = others.iter().filter(|other| fits(other));
        let first = fitting.next();
        first.map(|first| fitting.next().is_none().then_some(first))
    };
    let same_years = single(&|other| other.period == own.period);
    same_years.or_else(|| single(&|other| other.period.1 == own.period.1))?
}

/// Why two targets cannot be compared.
fn why_not(left: &Indicator, right: &Indicator) -> WhyNot {
    if left.value.is_empty() || right.value.is_empty() {
        WhyNot::Missing
    } else if left.target.is_none() || right.target.is_none() {
        WhyNot::NotUnderstood
    } else if left.is_of_other_period(right) {
        WhyNot::OtherPeriod
    } else {
        WhyNot::OtherMeasure
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, indicators, program};
    use super::*;

    /// The years and severities of what is found, and how often rows agree or cannot be compared.
    fn of(left: &str, right: &str) -> (Vec<(Option<String>, Severity)>, usize, usize) {
        let [left, right] = [left, right].map(|table| program(&format!("PHỤ LỤC 1\nCHỈ TIÊU 2026-2030\n\n{table}")));
        let outcome = both(check, &left, &right);
        let found = outcome.findings.into_iter().map(|finding| match finding.details {
            Details::TargetDiffers { period, .. } => (period, finding.severity),
            _ => unreachable!(),
        });
        (found.collect(), outcome.agreements.len(), outcome.not_checked.len())
    }

    const YEARLY: &str = "TT\tChỉ tiêu\tĐVT\tTH 2025\tNăm 2026\tNăm 2027\tNăm 2030\n";

    #[test]
    fn targets_for_one_year_are_compared() {
        let left = &format!("{YEARLY}1\tTỷ lệ hộ nghèo\t%\t4\t3\t2\t0,5\n");
        let later = "TT\tChỉ tiêu\tĐVT\tKế hoạch 2027\tGiai đoạn 2026-2030\n1\tTỷ lệ hộ nghèo\t%\t";
        assert_eq!(of(left, &format!("{later}2,0\t0,5\n")), (vec![], 1, 0));
        let found = of(left, &format!("{later}1\t0,5\n"));
        assert_eq!(found, (vec![(Some("2027".to_owned()), Severity::Contradiction)], 0, 0));
        let found = of(left, &format!("{later}≤ 2\t1\n"));
        let expected = vec![
            (None, Severity::Contradiction),
            (Some("2027".to_owned()), Severity::Difference),
        ];
        assert_eq!(found, (expected, 0, 0));
    }

    #[test]
    fn a_target_is_found_among_those_of_later_years() {
        let left = "TT\tChỉ tiêu\tĐVT\tMục tiêu\n1\tTỷ lệ hộ nghèo\t%\t0,5\n";
        let right = "TT\tChỉ tiêu\tĐVT\tĐến năm 2030\tTầm nhìn 2045\n1\tTỷ lệ hộ nghèo\t%\t";
        let expected = (vec![(Some("2030".to_owned()), Severity::Contradiction)], 0, 0);
        assert_eq!(of(left, &format!("{right}1\t0\n")), expected);
        assert_eq!(of(left, &format!("{right}0,5\t0\n")), (vec![], 1, 0));
        let right = right.replace("2030", "2035");
        assert_eq!(of(left, &format!("{right}0,5\t0\n")), (vec![], 0, 1));
    }

    #[test]
    fn a_year_is_compared_with_that_year_and_a_period_with_the_period() {
        let left =
            "TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2030\tGiai đoạn 2026-2030\n1\tSố căn nhà ở xã hội\tcăn\t60\t75\t300\n";
        let right = "TT\tChỉ tiêu\tĐVT\tGiai đoạn 2026-2030\tNăm 2030\n1\tSố căn nhà ở xã hội\tcăn\t300\t75\n";
        assert_eq!(of(left, right), (vec![], 1, 0));
        let whole = "TT\tChỉ tiêu\tĐVT\tGiai đoạn 2026-2030\n1\tSố căn nhà ở xã hội\tcăn\t";
        assert_eq!(of(left, &format!("{whole}300\n")), (vec![], 1, 0));
        let expected = vec![(Some("2026-2030".to_owned()), Severity::Contradiction)];
        assert_eq!(of(left, &format!("{whole}400\n")), (expected, 0, 0));
    }

    #[test]
    fn results_and_parts_of_a_year_are_no_targets() {
        let left = &format!("{YEARLY}1\tTỷ lệ hộ nghèo\t%\t4\t3\t2\t0,5\n");
        let right = "TT\tChỉ tiêu\tĐVT\tTH 2025\t6 tháng 2026\tBình quân 2026-2027\tNăm 2030\n";
        assert_eq!(
            of(left, &format!("{right}1\tTỷ lệ hộ nghèo\t%\t5\t4\t1\t0,5\n")),
            (vec![], 1, 0)
        );
    }

    #[test]
    fn an_empty_value_is_missing_and_a_printed_one_not_understood() {
        let why = |value: &str| {
            let [left, right] =
                ["1", value].map(|value| indicators(&format!("1\tTỷ lệ hộ nghèo\t%\t{value}\tSở Y tế\n")));
            both(check, &left, &right).not_checked[0].why
        };
        assert_eq!(why(""), WhyNot::Missing);
        assert_eq!(why("Giảm dần"), WhyNot::NotUnderstood);
    }
}
