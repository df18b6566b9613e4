#![doc = include_str!("target_differs.en.md")]

mod figures;
mod nature;

use self::figures::{Figure, figures, paired};
use self::nature::{Nature, is_sum_of};
use super::context::{Context, pair_finding, quote, quote_some};
use super::definition_differs::name_two_things;
use super::unit_differs::doubtful_units;
use super::{Agreement, Code, Details, Field, Finding, NotChecked, Outcome, Severity, Side, WhyNot};
use crate::matching::target_relation;
use crate::model::{Cell, Indicator, Likeness, Target, TargetRelation, Unit};

/// Disjoint targets for one thing and time cannot both hold, unless the names may
/// be those of two things or one program is for a part of what the other is for;
/// targets of which one allows what the other does not are for somebody to decide.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (_, left, right) in context.indicator_pairs() {
        let compared = compared(left, right);
        let unlike = if compared.is_empty() {
            missing(left, right).or_else(|| of_other_years(left, right))
        } else {
            None
        };
        let are_equal = || {
            let mut compared = compared.iter();
            compared.all(|compared| compared.relation == TargetRelation::Equal)
        };
        let is_compared = || compared.iter().any(|compared| compared.is_of_target);
        if let Some(unlike) = unlike {
            outcome.findings.push(unlike.finding(left, right, Severity::Doubt));
        // Equal figures of which the units are in doubt may be no equal targets.
        } else if !is_compared() || (are_equal() && doubtful_units(left, right).is_some()) {
            outcome.not_checked.push(NotChecked {
                code: Code::TargetDiffers,
                left: Some(left.id.clone()),
                right: Some(right.id.clone()),
                why: why_not(left, right),
            });
        } else if are_equal() {
            outcome.agreements.push(Agreement {
                code: Code::TargetDiffers,
                left: left.id.clone(),
                right: right.id.clone(),
            });
        }
        let may_be_two = || context.is_between_levels() || name_two_things(left, right);
        let is_disjoint = |compared: &Compared<'_>| compared.relation == TargetRelation::Disjoint;
        let gravest = if compared.iter().any(is_disjoint) && may_be_two() {
            Severity::Difference
        } else {
            Severity::Contradiction
        };
        let differing = compared
            .iter()
            .filter(|compared| compared.relation != TargetRelation::Equal);
        outcome
            .findings
            .extend(differing.map(|compared| compared.finding(left, right, gravest)));
    }
    outcome
}

/// Two targets for one thing.
pub(super) struct Compared<'a> {
    /// The years or the heading, of others than the targets of the rows.
    pub(super) column: Option<String>,
    pub(super) cells: [&'a Cell; 2],
    pub(super) relation: TargetRelation,
    /// The severity where no value meets both.
    gravest: Severity,
    /// Whether the target of one of the rows is compared.
    is_of_target: bool,
}

impl<'a> Compared<'a> {
    /// The targets of two rows, which do not compare.
    fn apart(left: &'a Indicator, right: &'a Indicator) -> Self {
        Self {
            column: None,
            cells: [&left.value, &right.value],
            relation: TargetRelation::NotComparable,
            gravest: Severity::Doubt,
            is_of_target: true,
        }
    }

    /// How grave it is that the targets differ.
    pub(super) fn severity(&self) -> Severity {
        match self.relation {
            TargetRelation::Disjoint => self.gravest,
            _ => Severity::Difference,
        }
    }

    fn finding(&self, left: &Indicator, right: &Indicator, gravest: Severity) -> Finding {
        let unit = |cell: &Option<Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        let [left_value, right_value] = self.cells;
        let details = Details::TargetDiffers {
            left: left_value.text.clone(),
            left_unit: unit(&left.unit),
            right: right_value.text.clone(),
            right_unit: unit(&right.unit),
            relation: self.relation,
            period: self.column.clone(),
        };
        let evidence = vec![
            Some(quote(Side::Left, &left.id, Field::Text, &left.name)),
            quote_some(Side::Left, &left.id, Field::Value, Some(left_value)),
            Some(quote(Side::Right, &right.id, Field::Text, &right.name)),
            quote_some(Side::Right, &right.id, Field::Value, Some(right_value)),
        ];
        pair_finding(
            Code::TargetDiffers,
            self.severity().max(gravest),
            &left.id,
            &right.id,
            details,
            evidence.into_iter().flatten().collect(),
        )
    }
}

/// The target of one row beside a cell left empty, where a unit shows that a target
/// is meant: a row without either says it in words or gathers others.
fn missing<'a>(left: &'a Indicator, right: &'a Indicator) -> Option<Compared<'a>> {
    let is_empty = |row: &Indicator| {
        let values = row.values.iter().map(|value| &value.cell);
        values.chain([&row.value]).all(has_no_figure) && row.unit.as_ref().is_some_and(|unit| !unit.is_empty())
    };
    let is_one_sided = (left.target.is_some() && is_empty(right)) || (right.target.is_some() && is_empty(left));
    let is_for_both = is_one_sided && !left.is_of_other_time(right);
    is_for_both.then(|| Compared::apart(left, right))
}

/// Whether a cell is empty or has a dash in place of a figure.
fn has_no_figure(cell: &Cell) -> bool {
    !cell.text.contains(char::is_alphanumeric)
}

/// The targets of two rows for the same years, of which a cell names another year
/// (`90 (năm 2028)` in a column until 2030): one program then has no target for the end.
fn of_other_years<'a>(left: &'a Indicator, right: &'a Indicator) -> Option<Compared<'a>> {
    let [(l_year, l), (r_year, r)] = [undated(left)?, undated(right)?];
    let is_of_one_column = left.period.is_some() && !left.is_of_other_figure(right);
    let units = left.units_beside(right);
    let [l_unit, r_unit] = units.each_ref().map(Option::as_deref);
    (is_of_one_column && l_year != r_year && l.relation(l_unit, &r, r_unit) != TargetRelation::NotComparable)
        .then(|| Compared::apart(left, right))
}

/// The year a target of one part names, and the target without it.
fn undated(row: &Indicator) -> Option<(Option<i16>, Target)> {
    let mut target = row.target.clone().filter(|_| row.values.is_empty())?;
    match target.parts.as_mut_slice() {
        [part] => Some((part.year.take(), target)),
        _ => None,
    }
}

/// The targets of two rows that are for the same and compare, the rows' own first.
pub(super) fn compared<'a>(left: &'a Indicator, right: &'a Indicator) -> Vec<Compared<'a>> {
    let [lefts, rights] = [left, right].map(figures);
    let units = left.units_beside(right);
    let rows = Rows {
        units: units.each_ref().map(Option::as_deref),
        nature: if are_of_one_time(left, right) {
            Nature::Level
        } else {
            Nature::of(left, right)
        },
    };
    let pairs = paired(&lefts, &rights, rows.nature);
    let leaves_own = !pairs.iter().any(|&(l, r, _)| lefts[l].is_own || rights[r].is_own);
    let mut found: Vec<Compared<'a>> = pairs
        .into_iter()
        .filter_map(|(l, r, likeness)| rows.compared([&lefts[l], &rights[r]], [&lefts, &rights], likeness))
        .collect();
    if leaves_own {
        found.extend(rows.own([&lefts, &rights]));
    }
    found.retain(|compared| compared.relation != TargetRelation::NotComparable);
    found.sort_by_key(|compared| compared.column.is_some());
    found
}

/// Whether both rows have one figure and both stand in one way for the same years:
/// their nature then says nothing more.
fn are_of_one_time(left: &Indicator, right: &Indicator) -> bool {
    let of = |row: &Indicator| (row.period, row.scope.reach, row.values.is_empty());
    of(left) == of(right) && left.values.is_empty()
}

/// What two matched rows share in all their figures.
struct Rows<'u> {
    units: [Option<&'u Unit>; 2],
    nature: Nature,
}

impl Rows<'_> {
    fn compared<'a>(
        &self,
        [left, right]: [&Figure<'a>; 2],
        figures: [&[Figure<'a>]; 2],
        likeness: Likeness,
    ) -> Option<Compared<'a>> {
        let [l_unit, r_unit] = self.units;
        let mut relation = target_relation((left.target?, l_unit), (right.target?, r_unit));
        let are_due_together = left.is_due_with(right);
        let adds_up =
            || is_sum_of((left, l_unit), (figures[1], r_unit)) || is_sum_of((right, r_unit), (figures[0], l_unit));
        if are_due_together && self.nature == Nature::Amount && adds_up() {
            relation = TargetRelation::Equal;
        }
        let may_both_hold = are_due_together && self.nature.may_both_hold([left, right], self.units);
        Some(Compared {
            column: (!left.is_own || !right.is_own).then(|| column(left, right)),
            cells: [left.cell, right.cell],
            relation,
            gravest: if may_both_hold || likeness == Likeness::Vague {
                Severity::Difference
            } else {
                Severity::Contradiction
            },
            is_of_target: left.is_own || right.is_own,
        })
    }

    /// The targets of the rows, where no figure of the other row is for the
    /// same: unless their headings name different things. One that may be any
    /// of several agrees where it equals one of them.
    fn own<'a>(&self, figures: [&[Figure<'a>]; 2]) -> Option<Compared<'a>> {
        let [left, right] = figures.map(|figures| figures.iter().find(|figure| figure.is_own));
        let (left, right) = (left?, right?);
        let ends = left.period.zip(right.period);
        let is_other = ends.is_some_and(|(left, right)| left.1 != right.1)
            || !self.nature.fits(left, right)
            || left.scope.likeness(right.scope) == Likeness::Other;
        let own = (!is_other).then_some([left, right]);
        let of_left = figures[1]
            .iter()
            .filter(|_| left.may_be_any_of(figures[1]))
            .map(|right| [left, right]);
        let of_right = figures[0]
            .iter()
            .filter(|_| right.may_be_any_of(figures[0]))
            .map(|left| [left, right]);
        let any = of_left.chain(of_right).filter(|[left, right]| left.is_of_time(right));
        let candidates: Vec<_> = own.into_iter().chain(any).collect();
        let likeness = if candidates.len() > 1 {
            Likeness::Vague
        } else {
            left.scope.likeness(right.scope)
        };
        let compared = candidates
            .into_iter()
            .filter_map(|pair| self.compared(pair, figures, likeness));
        compared.min_by_key(|compared| compared.relation != TargetRelation::Equal)
    }
}

/// The years two figures stand for; where their headings say more than years, the
/// shorter heading.
fn column(left: &Figure<'_>, right: &Figure<'_>) -> String {
    let is_plain = |figure: &Figure<'_>| figure.scope.months.is_none() && figure.scope.basis.is_empty();
    let last = left.period.map(|(_, last)| (last, last));
    let years = if left.period == right.period { left.period } else { last };
    if let Some(years) = years.filter(|_| is_plain(left) && is_plain(right)) {
        return printed(years);
    }
    let headings = [left.heading, right.heading]
        .into_iter()
        .filter(|heading| !heading.is_empty());
    headings
        .min_by_key(|heading| (heading.len(), *heading))
        .unwrap_or_default()
        .to_owned()
}

/// Years as a heading has them: `2027`, `2026-2028`.
fn printed((first, last): (i16, i16)) -> String {
    if first == last {
        last.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// Why two targets cannot be compared.
fn why_not(left: &Indicator, right: &Indicator) -> WhyNot {
    if left.value.is_empty() || right.value.is_empty() {
        WhyNot::Missing
    } else if left.target.is_none() || right.target.is_none() {
        WhyNot::NotUnderstood
    } else if left.is_of_other_time(right) {
        WhyNot::OtherPeriod
    } else if left.is_of_other_figure(right) {
        WhyNot::OtherFigure
    } else {
        WhyNot::OtherMeasure
    }
}

#[cfg(test)]
mod tests;
