//! Citations that may be of one document although their subject is not known,
//! as it is not in the body text.

use std::collections::{BTreeMap, BTreeSet};

use super::{CitationSlip, date, finding, number};
use crate::checks::context::Context;
use crate::checks::{Finding, Severity, Side};
use crate::model::{Citation, Date};

/// Doubts about numbers of one kind of document by one issuer: of one day, where
/// each program cites only one and not that of the other; and without a date, where
/// the same program cites another one, a digit off, with its date.
pub(super) fn near(context: &Context<'_>) -> Vec<Finding> {
    let cited: Vec<Cited<'_>> = [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| {
            let citations = context.program(side).citations.iter();
            citations.filter_map(move |citation| {
                let (count, symbol) = number(citation)?;
                Some(Cited {
                    side,
                    citation,
                    count,
                    symbol,
                    day: date(citation),
                })
            })
        })
        .collect();
    let mut groups = of_one_day(&cited);
    groups.extend(a_digit_off(&cited));
    groups
        .into_iter()
        .map(|group| finding(context, CitationSlip::OtherNumber, Severity::Doubt, &group))
        .collect()
}

type Group<'a> = Vec<(Side, &'a Citation)>;

struct Cited<'a> {
    side: Side,
    citation: &'a Citation,
    count: u32,
    symbol: String,
    day: Option<Date>,
}

impl Cited<'_> {
    fn is_in_body(&self) -> bool {
        self.citation.row.is_none()
    }
}

/// What is cited of one day: each program one number, at least one of them in the body text.
fn of_one_day<'a>(cited: &[Cited<'a>]) -> Vec<Group<'a>> {
    let mut days: BTreeMap<(Date, &str), Vec<&Cited<'a>>> = BTreeMap::new();
    for one in cited {
        if let Some(day) = one.day {
            days.entry((day, &one.symbol)).or_default().push(one);
        }
    }
    let only = |group: &[&Cited<'_>], side| {
        let mut counts = group.iter().filter(|one| one.side == side).map(|one| one.count);
        let first = counts.next()?;
        counts.all(|count| count == first).then_some(first)
    };
    let is_doubtful = |group: &[&Cited<'_>]| {
        let numbers = only(group, Side::Left).zip(only(group, Side::Right));
        let is_known = |side| group.iter().any(|one| one.side == side && !one.is_in_body());
        // What stands in rows only is known by its subject.
        numbers.is_some_and(|(one, other)| one != other) && !(is_known(Side::Left) && is_known(Side::Right))
    };
    let mut groups: Vec<Group<'a>> = days
        .into_values()
        .filter(|group| is_doubtful(group))
        .map(|group| group.into_iter().map(|one| (one.side, one.citation)).collect())
        .collect();
    groups.sort_by_key(|group: &Group<'_>| group.first().map(|(_, citation)| citation.lines));
    groups
}

/// An undated number in the body text that is cited nowhere with a date, and
/// the one a digit off that its program cites with a date.
fn a_digit_off<'a>(cited: &[Cited<'a>]) -> Vec<Group<'a>> {
    let dated: BTreeMap<(Side, &str, u32), &Cited<'a>> = cited
        .iter()
        .rev()
        .filter(|one| one.day.is_some())
        .map(|one| ((one.side, one.symbol.as_str(), one.count), one))
        .collect();
    let mut told: BTreeSet<(Side, &str, u32)> = BTreeSet::new();
    let mut groups = Vec::new();
    for one in cited
        .iter()
        .filter(|one| one.citation.date.is_none() && one.is_in_body())
    {
        let is_dated = |side| dated.contains_key(&(side, one.symbol.as_str(), one.count));
        if is_dated(Side::Left) || is_dated(Side::Right) || !told.insert((one.side, &one.symbol, one.count)) {
            continue;
        }
        let mut near = slips(one.count)
            .into_iter()
            .filter_map(|count| dated.get(&(one.side, one.symbol.as_str(), count)));
        if let (Some(other), None) = (near.next(), near.next()) {
            groups.push(vec![(other.side, other.citation), (one.side, one.citation)]);
        }
    }
    groups
}

/// The numbers of as many digits that are one digit off; none of a short number,
/// which is a digit off of many.
fn slips(count: u32) -> BTreeSet<u32> {
    if !(LEAST_LONG..=GREATEST_LONG).contains(&count) {
        return BTreeSet::new();
    }
    let places = std::iter::successors(Some(1), |place| Some(place * 10)).take_while(|&place| place <= count);
    places
        .flat_map(|place| {
            let rest = count - count / place % 10 * place;
            (0..10).map(move |digit| rest + digit * place)
        })
        .filter(|&other| other != count && other >= LEAST_LONG)
        .collect()
}

/// The least number of three digits.
const LEAST_LONG: u32 = 100;
/// Documents are numbered no further.
const GREATEST_LONG: u32 = 99_999;

#[cfg(test)]
mod tests {
    use super::super::super::trial::{both, with_body};
    use super::*;

    /// The numbers of each doubt.
    fn doubts(left: &str, right: &str) -> Vec<Vec<String>> {
        let [left, right] = [left, right].map(|body| with_body(body, "1\tMua thuốc\tSở Y tế\t2027\n"));
        let found = both(super::super::check, &left, &right).into_iter();
        let doubts = found.filter(|finding| finding.severity == Severity::Doubt);
        doubts
            .map(|finding| match finding.details {
                crate::Details::CitationDiffers { cited, .. } => cited.into_iter().map(|one| one.number).collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    #[test]
    fn one_day_with_another_number_in_each_program() {
        let cite = |number: u32| format!("Thực hiện Nghị quyết số {number}-NQ/TW ngày 05/5/2022 của Bộ Chính trị.");
        assert_eq!(doubts(&cite(15), &cite(16)), [["15-NQ/TW", "16-NQ/TW"]]);
        let none: [Vec<String>; 0] = [];
        assert_eq!(doubts(&cite(15), &cite(15)), none);
        // Both are documents of that day.
        assert_eq!(doubts(&format!("{}\n{}", cite(15), cite(16)), &cite(16)), none);
        assert_eq!(doubts(&cite(15), &cite(16).replace("05/5", "06/6")), none);
        assert_eq!(doubts(&cite(15), &cite(16).replace("NQ/TW", "NQ/TU")), none);
    }

    #[test]
    fn an_undated_number_a_digit_off() {
        let dated = "Triển khai Kế hoạch số 355-KH/TU ngày 25/7/2025 của Thành ủy.";
        let cite = |number: u32| format!("{dated}\nThực hiện Kế hoạch số {number}-KH/TU của Thành ủy.");
        let other = "Thực hiện Chương trình công tác.";
        assert_eq!(doubts(&cite(335), other), [["355-KH/TU", "335-KH/TU"]]);
        let none: [Vec<String>; 0] = [];
        assert_eq!(doubts(&cite(355), other), none);
        assert_eq!(doubts(&cite(292), other), none);
        // The other program knows it.
        let known = dated.replace("355", "335").replace("25/7", "01/4");
        assert_eq!(doubts(&cite(335), &known), none);
        // Numbers of two digits are near many.
        assert_eq!(
            doubts(&cite(335).replace("355", "35").replace("335", "33"), other),
            none
        );
    }
}
