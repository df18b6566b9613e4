//! Targets (mục tiêu): sets on the number line.

mod cursor;
mod interval;
mod parse;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Unit;
use crate::text::Number;
pub use interval::{End, Interval};

/// What an indicator's value cell asks for. All its parts hold together.
///
/// Displayed in one spelling (`11.000; năm 2030: > 3%`), from which
/// [`Target::parse`] reads the same target; one put together by hand comes back
/// if a cell could print it: no part is without ends, no unit opens with a
/// figure, no whole of a ratio is a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Target {
    /// The parts: usually one; `11.000 (năm 2030 >3%)` has two.
    pub parts: Vec<TargetPart>,
    /// Words in the cell that say nothing about the number (`theo chuẩn mới`), folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// One part of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TargetPart {
    /// The set.
    pub interval: Interval,
    /// Whether the figure is no level but a change (`giảm 5%`). A change
    /// compares only with one in the same direction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The year a change is measured from (`giảm 30% so với năm 2025`); changes
    /// from two years do not compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i16>,
    /// The whole of a ratio: 10 in `9/10`, whose set is 9. Ratios compare
    /// only with ratios of the same whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Number>,
    /// The year it is meant for, where the cell names one.
    pub year: Option<i16>,
    /// The unit the cell itself prints (`%`), which goes before the column's;
    /// a scale alone (`12 triệu`) takes the column's base.
    pub unit: Option<Unit>,
    /// Whether the figure is meant to the digit.
    #[serde(default)]
    pub precision: Precision,
}

/// Whether a figure is meant to the digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// As printed.
    #[default]
    Exact,
    /// Printed with `khoảng`, `xấp xỉ`, `gần`: the exact figure lies inside it.
    Approximate,
}

/// A change that a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// So much more (`tăng`, `thêm`).
    Increase,
    /// So much less (`giảm`).
    Decrease,
    /// So many times as much (`gấp`).
    Multiple,
}

/// How two targets lie to each other; complete, as two sets can lie in no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetRelation {
    /// The same set.
    Equal,
    /// Every value left allows, right allows too.
    LeftInsideRight,
    /// The reverse.
    RightInsideLeft,
    /// They share some values.
    Overlap,
    /// They share none.
    Disjoint,
    /// Other units, periods, or one is missing.
    NotComparable,
}

impl Target {
    /// Reads a value cell; `None` where it is empty or a part of it is not
    /// understood. Understands figures (`0,88`), ranges (`35 - 40`, `từ 70 đến
    /// dưới 80`), bounds (`≥ 10`, `dưới 10`, `85% trở lên`, `không quá`),
    /// ratios (`9/10`), approximations (`khoảng 30`), changes (`giảm 5%`), ranks
    /// (`Top 10`), units behind the figure, and further parts with their year.
    #[must_use]
    pub fn parse(cell: &str) -> Option<Self> {
        parse::target(cell)
    }

    /// The target read against the number convention (`12,000` as 12000), every
    /// figure that can be; `None` where none can. The result has no second reading.
    #[must_use]
    pub fn alternative(&self) -> Option<Self> {
        let mut other = self.clone();
        let mut is_other = false;
        for part in &mut other.parts {
            if let Some(interval) = part.interval.alternative() {
                part.interval = interval;
                is_other = true;
            }
        }
        (is_other && other.parts.iter().all(|part| !part.interval.is_empty())).then_some(other)
    }

    /// The one number asked for, where the target is one part with one number
    /// and no ratio.
    #[must_use]
    pub fn point(&self) -> Option<Number> {
        match self.parts.as_slice() {
            [part] if part.out_of.is_none() => part.interval.point(),
            _ => None,
        }
    }

    /// How it lies to another, each in the unit of its column, on a common
    /// scale. Parts are compared year by year; a part the other lacks is one
    /// demand more, so the target with it lies inside. Where a unit is missing
    /// the bare numbers are compared; other bases are not comparable.
    /// `right.relation(…, left, …)` is the mirrored relation.
    #[must_use]
    pub fn relation(&self, unit: Option<&Unit>, other: &Self, other_unit: Option<&Unit>) -> TargetRelation {
        let mut rest = other.by_year();
        let mut whole = None;
        let mut lacking = Vec::new();
        for (key, part) in self.by_year() {
            match rest.remove(&key) {
                Some(counterpart) => {
                    let relation = part.relation(unit, counterpart, other_unit);
                    whole = Some(whole.map_or(relation, |whole: TargetRelation| whole.and(relation)));
                }
                None => lacking.push(TargetRelation::LeftInsideRight),
            }
        }
        lacking.extend(rest.iter().map(|_| TargetRelation::RightInsideLeft));
        whole.map_or(TargetRelation::NotComparable, |whole| {
            lacking.into_iter().fold(whole, TargetRelation::and)
        })
    }

    /// Whether both print the same figures, whatever their units: `4.373` in
    /// `Lao động` and in `1.000 lao động`.
    #[must_use]
    pub fn same_figures(&self, other: &Self) -> bool {
        let bare = |target: &Self| {
            let mut target = target.clone();
            target.parts.iter_mut().for_each(|part| part.unit = None);
            target
        };
        bare(self).relation(None, &bare(other), None) == TargetRelation::Equal
    }

    /// Whether an end of one is the same figure as an end of the other, whatever
    /// their units: `10-12` and `≥ 10`.
    pub(crate) fn shares_a_figure(&self, other: &Self) -> bool {
        let ends = |target: &Self| {
            let ends = target
                .parts
                .iter()
                .flat_map(|part| [part.interval.low, part.interval.high]);
            ends.flatten().map(|end| end.value).collect::<Vec<_>>()
        };
        let others = ends(other);
        ends(self).iter().any(|figure| others.contains(figure))
    }

    /// The target of a column that is for the years until this one: a lone part
    /// that names it (`70 (năm 2030)`) says so again.
    #[must_use]
    pub(crate) fn until(mut self, last: i16) -> Self {
        if let [part] = self.parts.as_mut_slice()
            && part.year == Some(last)
        {
            part.year = None;
        }
        self
    }

    /// The parts by year, and by order among those of one year.
    fn by_year(&self) -> BTreeMap<(Option<i16>, usize), &TargetPart> {
        let mut parts = BTreeMap::new();
        for part in &self.parts {
            let earlier = parts.range((part.year, 0)..=(part.year, usize::MAX)).count();
            parts.insert((part.year, earlier), part);
        }
        parts
    }
}

impl TargetPart {
    fn relation(&self, unit: Option<&Unit>, other: &Self, other_unit: Option<&Unit>) -> TargetRelation {
        let scales = match (self.measure(unit), other.measure(other_unit)) {
            (Some(left), Some(right)) => on_one_base(left, right),
            _ => Some((Number::ONE, Number::ONE)),
        };
        let other_since = self.since.zip(other.since).is_some_and(|(one, two)| one != two);
        let one_kind = (self.out_of, self.change) == (other.out_of, other.change) && !other_since;
        let Some((left, right)) = scales.filter(|_| one_kind) else {
            return TargetRelation::NotComparable;
        };
        if self.interval.is_rounded(left, &other.interval, right) {
            return TargetRelation::Equal;
        }
        let (Some(left), Some(right)) = (self.interval.scaled(left), other.interval.scaled(right)) else {
            return TargetRelation::NotComparable;
        };
        match (left.relation(&right), self.precision, other.precision) {
            (TargetRelation::Equal, Precision::Exact, Precision::Approximate) => TargetRelation::LeftInsideRight,
            (TargetRelation::Equal, Precision::Approximate, Precision::Exact) => TargetRelation::RightInsideLeft,
            (relation, ..) => relation,
        }
    }

    /// The scale the figures are in, and the unit whose base they have; that is
    /// empty where only a scale is printed.
    fn measure<'a>(&'a self, column: Option<&'a Unit>) -> Option<(Number, &'a Unit)> {
        let unit = self.unit.as_ref().or(column)?;
        Some(match column.filter(|column| self.shortens(column)) {
            // `12,5 nghìn` among `tỷ đồng` are thousands of billions; `12 triệu`
            // among `nghìn lượt` are no millions of thousands.
            Some(column) if unit.base.is_empty() && unit.scale < column.scale => {
                (unit.scale.checked_mul(column.scale)?, column)
            }
            Some(column) => (unit.scale, column),
            None => (unit.scale, unit),
        })
    }

    /// Whether the unit in the cell is the beginning of that of the column: a
    /// scale alone, `lượt` for `lượt khách`, `%` for `%/năm`.
    fn shortens(&self, column: &Unit) -> bool {
        let Some(unit) = &self.unit else { return false };
        let behind = column.base.strip_prefix(unit.base.as_str());
        behind.is_some_and(|rest| {
            unit.base.is_empty() || rest.starts_with(' ') || (rest.starts_with('/') && unit.scale == column.scale)
        })
    }
}

/// The scales of two measures in a base both have; `None` where they measure
/// other things.
fn on_one_base((left, l): (Number, &Unit), (right, r): (Number, &Unit)) -> Option<(Number, Number)> {
    if l.base == r.base || l.base.is_empty() || r.base.is_empty() {
        return Some((left, right));
    }
    let ((l_count, l_base), (r_count, r_base)) = (l.dimension(), r.dimension());
    let scales = left.checked_mul(l_count).zip(right.checked_mul(r_count));
    scales.filter(|_| l_base == r_base)
}

impl TargetRelation {
    /// The relation seen from the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::LeftInsideRight => Self::RightInsideLeft,
            Self::RightInsideLeft => Self::LeftInsideRight,
            other => other,
        }
    }

    /// The relation of two pairs of demands taken together: one pair that
    /// cannot both hold decides, then one that cannot be compared.
    #[must_use]
    fn and(self, other: Self) -> Self {
        use TargetRelation::{Disjoint, Equal, NotComparable, Overlap};
        match (self, other) {
            (Disjoint, _) | (_, Disjoint) => Disjoint,
            (NotComparable, _) | (_, NotComparable) => NotComparable,
            (Equal, other) => other,
            (one, Equal) => one,
            (one, other) if one == other => one,
            _ => Overlap,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.parts.iter().enumerate() {
            write!(f, "{}{part}", if index > 0 { "; " } else { "" })?;
        }
        self.remark.as_ref().map_or(Ok(()), |remark| write!(f, " ({remark})"))
    }
}

impl fmt::Display for TargetPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "năm {year}: ")?;
        }
        match self.change {
            Some(Change::Increase) => f.write_str("tăng ")?,
            Some(Change::Decrease) => f.write_str("giảm ")?,
            Some(Change::Multiple) => f.write_str("gấp ")?,
            None => {}
        }
        if self.precision == Precision::Approximate {
            f.write_str("khoảng ")?;
        }
        self.interval.fmt(f)?;
        if let Some(whole) = self.out_of {
            write!(f, "/{whole}")?;
        }
        match &self.unit {
            Some(unit) if unit.base.starts_with('%') => unit.fmt(f)?,
            Some(unit) => write!(f, " {unit}")?,
            None => {}
        }
        self.since.map_or(Ok(()), |year| write!(f, " so với năm {year}"))
    }
}

#[cfg(test)]
mod tests;
