//! The figures of a row and which figure of another row each is compared with.

use super::nature::Nature;
use crate::model::{Cell, Indicator, Likeness, Reach, Scope, Target};

/// A figure of a row and what it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'a> {
    /// The column heading as printed; empty where the row has one value.
    pub heading: &'a str,
    /// The first and last year.
    pub period: Option<(i16, i16)>,
    /// Which figure for these years.
    pub scope: &'a Scope,
    /// The printed value.
    pub cell: &'a Cell,
    /// What it means.
    pub target: Option<&'a Target>,
    /// Whether it is the target of the row.
    pub is_own: bool,
    /// Whether no other figure of the row is for the same time.
    is_alone: bool,
}

/// The target of a row and the targets in its further value columns.
pub(super) fn figures(row: &Indicator) -> Vec<Figure<'_>> {
    let own = Figure {
        heading: "",
        period: row.period,
        scope: &row.scope,
        cell: &row.value,
        target: row.target.as_ref(),
        is_own: true,
        is_alone: true,
    };
    if row.values.is_empty() {
        return vec![own];
    }
    let is_own = |period, scope: &Scope| (period, scope) == (row.period, &row.scope);
    let own_at = row.values.iter().position(|value| is_own(value.period, &value.scope));
    let values = row.values.iter().enumerate();
    let mut found: Vec<Figure<'_>> = values
        .filter(|(at, value)| Some(*at) == own_at || value.scope.standing.is_target())
        .map(|(at, value)| Figure {
            heading: &value.heading,
            period: value.period,
            scope: &value.scope,
            cell: &value.cell,
            target: if Some(at) == own_at {
                row.target.as_ref()
            } else {
                value.target.as_ref()
            },
            is_own: Some(at) == own_at,
            is_alone: true,
        })
        .collect();
    for at in 0..found.len() {
        let others = found.iter().enumerate().filter(|(other, _)| *other != at);
        found[at].is_alone = !others.into_iter().any(|(_, other)| found[at].is_of_time(other));
    }
    found
}

/// The places of figures that are for one another by what their headings say; of
/// several that fit none is taken.
pub(super) fn paired(lefts: &[Figure<'_>], rights: &[Figure<'_>], nature: Nature) -> Vec<(usize, usize, Likeness)> {
    let forth = lefts.iter().enumerate().filter_map(|(l, left)| {
        let (r, likeness) = left.partner(rights, nature)?;
        Some((l, r, likeness))
    });
    forth
        .filter(|&(l, r, _)| rights[r].partner(lefts, nature).is_some_and(|(back, _)| back == l))
        .collect()
}

impl Figure<'_> {
    /// The only figure that is for the same: the same time, or else due in the
    /// same year; with the same basis, or with one that is left open where both
    /// are alone in their time.
    fn partner(&self, others: &[Self], nature: Nature) -> Option<(usize, Likeness)> {
        let times = [Self::is_of_time, Self::is_due_with];
        let bases = [
            (Self::has_basis_of as fn(&Self, &Self) -> bool, Likeness::Same),
            (Self::is_told_apart_like, Likeness::Same),
            (Self::leaves_open, Likeness::Vague),
        ];
        for is_of_time in times {
            let fits = |other: &Self| is_of_time(self, other) && nature.fits(self, other);
            for (has_basis, likeness) in bases {
                let mut fitting = (0..others.len()).filter(|&at| fits(&others[at]) && has_basis(self, &others[at]));
                if let Some(first) = fitting.next() {
                    return fitting.next().is_none().then_some((first, likeness));
                }
            }
        }
        None
    }

    /// Whether both are for the same years, and the same part of them.
    pub fn is_of_time(&self, other: &Self) -> bool {
        (self.period, self.scope.months) == (other.period, other.scope.months)
    }

    /// Whether they are for unlike spans of whole years that end together.
    pub fn is_due_with(&self, other: &Self) -> bool {
        let is_whole = self.scope.months.is_none() && other.scope.months.is_none();
        let ends = self.period.zip(other.period);
        is_whole && self.period != other.period && ends.is_some_and(|(own, other)| own.1 == other.1)
    }

    fn has_basis_of(&self, other: &Self) -> bool {
        (self.scope.standing, &self.scope.basis) == (other.scope.standing, &other.scope.basis)
    }

    fn is_told_apart_like(&self, other: &Self) -> bool {
        let tells = !self.scope.told_apart().is_empty() || (self.is_alone && other.is_alone);
        tells && self.scope.likeness(other.scope) == Likeness::Same
    }

    fn leaves_open(&self, other: &Self) -> bool {
        self.is_alone && other.is_alone && self.scope.likeness(other.scope) == Likeness::Vague
    }

    /// Whether it is one plain figure where the other row has several of its
    /// time, of which it may be any: `Kế hoạch 2026` beside `Trung ương giao
    /// 2026` and `Tỉnh giao 2026`.
    pub fn may_be_any_of(&self, others: &[Self]) -> bool {
        let is_plain = self.scope.told_apart().is_empty() && self.scope.reach != Reach::Average;
        self.is_alone && is_plain && others.iter().filter(|other| self.is_of_time(other)).nth(1).is_some()
    }
}
