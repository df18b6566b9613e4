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

/// How two targets lie to each other.
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
mod tests {
    use super::TargetRelation::{Disjoint, Equal, LeftInsideRight, NotComparable, Overlap, RightInsideLeft};
    use super::*;

    fn relation(left: (&str, &str), right: (&str, &str)) -> TargetRelation {
        let [left, right] = [left, right].map(|(value, unit)| (Target::parse(value).unwrap(), Unit::parse(unit)));
        let relation = left.0.relation(left.1.as_ref(), &right.0, right.1.as_ref());
        let mirrored = right.0.relation(right.1.as_ref(), &left.0, left.1.as_ref());
        assert_eq!(mirrored, relation.mirrored(), "{} | {}", left.0, right.0);
        relation
    }

    #[test]
    fn relations_in_one_unit() {
        for (left, right, expected) in [
            ("0,88", "0,88-0,90", LeftInsideRight),
            ("≥ 10", "10-12", RightInsideLeft),
            ("≥ 80,0", "70-80", Overlap),
            ("35 - 40", "32", Disjoint),
            ("40,0", "40", Equal),
            ("< 3,0", "< 3", Equal),
            ("> 90", "≥ 90", LeftInsideRight),
            ("85", "85-90", LeftInsideRight),
            ("100%", "100", Equal),
            ("khoảng 30", "30", RightInsideLeft),
            ("khoảng 30", "khoảng 30", Equal),
            ("khoảng 30", "40", Disjoint),
        ] {
            assert_eq!(relation((left, "%"), (right, "%")), expected, "{left} | {right}");
        }
    }

    #[test]
    fn relations_on_a_common_scale() {
        assert_eq!(
            relation(("14,50", "Tr.đồng/người"), ("14.500", "1.000 đồng/người")),
            Equal
        );
        assert_eq!(relation(("120.000", "Căn nhà"), ("120", "1.000 căn nhà")), Equal);
        assert_eq!(
            relation(("35 - 40", "M <sup>2</sup>/người"), ("32", "M²/người")),
            Disjoint
        );
        assert_eq!(relation(("12 triệu", "lượt"), ("12", "triệu lượt")), Equal);
        assert_eq!(relation(("12 triệu", "triệu lượt"), ("12", "triệu lượt")), Equal);
        assert_eq!(relation(("12 triệu", ""), ("12.000 nghìn", "")), Equal);
        assert_eq!(
            relation(("5 triệu lượt", "lượt khách"), ("5", "triệu lượt khách")),
            Equal
        );
        assert_eq!(relation(("12,5 nghìn", "tỷ đồng"), ("12.500", "tỷ đồng")), Equal);
        assert_eq!(relation(("12 triệu", "nghìn lượt"), ("12", "triệu lượt")), Equal);
        assert_eq!(relation(("450", "ha"), ("4,5", "km2")), Equal);
        assert_eq!(relation(("450", "ha"), ("300.000", "m2")), Disjoint);
        assert_eq!(relation(("0,5", "%"), ("5", "‰")), Equal);
        assert_eq!(relation(("8%", "%/năm"), ("7", "%/năm")), Disjoint);
        assert_eq!(
            relation(("15 bác sĩ", "bác sĩ/vạn dân"), ("15", "bác sĩ/vạn dân")),
            NotComparable
        );
        assert_eq!(relation(("4.373", "1.000 lao động"), ("4.373", "Lao động")), Disjoint);
    }

    #[test]
    fn other_bases_are_not_comparable_and_missing_units_are_left_out() {
        assert_eq!(relation(("5", "người"), ("5", "%")), NotComparable);
        assert_eq!(relation(("5%", "người"), ("5", "%")), Equal);
        assert_eq!(relation(("5", "chậu hoa"), ("5", "Chậu  hoa")), Equal);
        assert_eq!(relation(("5", "chậu hoa"), ("5", "chậu")), NotComparable);
        assert_eq!(relation(("5", "1.000 người"), ("5", "")), Equal);
        assert_eq!(relation(("5", ""), ("6", "%")), Disjoint);
    }

    #[test]
    fn ratios_compare_with_ratios_of_the_same_whole() {
        assert_eq!(relation(("9/10", "Tiêu chí"), ("9/10", "Tiêu chí")), Equal);
        assert_eq!(relation(("8-9/10", ""), ("9/10", "")), RightInsideLeft);
        assert_eq!(relation(("8/10", ""), ("9/10", "")), Disjoint);
        assert_eq!(relation(("9/10", ""), ("18/20", "")), NotComparable);
        assert_eq!(relation(("9/10", ""), ("9", "")), NotComparable);
    }

    #[test]
    fn changes_compare_with_changes_of_the_same_direction() {
        assert_eq!(relation(("giảm 10%", "%"), ("giảm 10", "%")), Equal);
        assert_eq!(relation(("giảm 10%", "%"), ("giảm 5-10", "%")), LeftInsideRight);
        assert_eq!(relation(("giảm 10", "%"), ("tăng 10", "%")), NotComparable);
        assert_eq!(relation(("giảm 10", "%"), ("10", "%")), NotComparable);
        let since = |percent: u8, year: u16| format!("giảm {percent}% so với năm {year}");
        for (percent, year, expected) in [(30, 2025, Equal), (10, 2025, Disjoint), (30, 2020, NotComparable)] {
            assert_eq!(
                relation((&since(30, 2025), "%"), (&since(percent, year), "%")),
                expected
            );
        }
        assert_eq!(relation((&since(30, 2025), "%"), ("giảm 20", "%")), Disjoint);
    }

    #[test]
    fn ranks_are_better_the_lower_they_are() {
        assert_eq!(
            relation(("Top 5", "Thứ hạng"), ("Nhóm 10", "Thứ hạng")),
            LeftInsideRight
        );
        assert_eq!(relation(("Top 10", "Thứ hạng"), ("Thuộc nhóm 10", "Thứ bậc")), Equal);
        assert_eq!(relation(("Top 10", ""), ("15", "")), Disjoint);
    }

    #[test]
    fn parts_are_compared_year_by_year() {
        let both = ("11.000 (năm 2030 >3%)", "Đảng viên/năm %");
        assert_eq!(relation(both, both), Equal);
        assert_eq!(relation(both, ("11.000", "Đảng viên/năm")), LeftInsideRight);
        assert_eq!(relation(both, ("11.000 (năm 2030: 2%)", "Đảng viên/năm")), Disjoint);
        assert_eq!(
            relation(both, ("11.000-12.000 (năm 2030: 4%)", "Đảng viên/năm")),
            Overlap
        );
        assert_eq!(relation(both, ("năm 2029: 11.000", "Đảng viên/năm")), NotComparable);
        assert_eq!(relation(both, ("3", "%")), NotComparable);
    }

    #[test]
    fn the_other_reading_is_kept_until_evidence_chooses() {
        let printed = Target::parse("12,000").unwrap();
        let other = printed.alternative().unwrap();
        assert_eq!(
            (printed.point(), other.point()),
            (Some(Number::from(12)), Some(Number::from(12_000)))
        );
        assert_eq!(other.relation(None, &Target::parse("12.000").unwrap(), None), Equal);
        assert_eq!(other.alternative(), None);
        let range = Target::parse("≥ 1,200").unwrap().alternative().unwrap();
        assert_eq!(range.to_string(), "≥ 1.200");
        for figure in ["12.000", "0,885", "29,75", "9.276,9"] {
            assert_eq!(Target::parse(figure).unwrap().alternative(), None, "{figure}");
        }
    }

    #[test]
    fn same_figures_whatever_the_unit() {
        let same = |a, b| Target::parse(a).unwrap().same_figures(&Target::parse(b).unwrap());
        assert!(same("4.373", "4.373,0"));
        assert!(same("100%", "100"));
        assert!(!same("4.373", "4.374"));
        assert!(!same("> 90", "≥ 90"));
    }

    #[test]
    fn displays_what_it_reads_and_goes_through_json() {
        for cell in [
            "0,88-0,90",
            "12,000",
            "1,200-3,400",
            "12,000-12",
            "01,234",
            "0,885",
            "1234,567",
            "≥ 10",
            "9/10 tiêu chí",
            "11.000 (năm 2030 >3%)",
            "khoảng trên 90%",
            "-2--1",
            "từ 10 đến dưới 20 nghìn tỷ đồng",
            "12 triệu lượt khách",
            "90 (theo chuẩn mới)",
            "85 vào năm 2030",
            "15%/năm",
            "12 nghìn tỷ",
            "0,5 bác sĩ/vạn dân",
            "19 bác sỹ/vạn dân",
            "12 vạn",
            "3 tỷ USD (2030: 5 tỷ USD)",
        ] {
            let target = Target::parse(cell).unwrap();
            assert_eq!(
                Target::parse(&target.to_string()),
                Some(target.clone()),
                "{cell}: {target}"
            );
            let json = serde_json::to_string(&target).unwrap();
            assert_eq!(serde_json::from_str::<Target>(&json).unwrap(), target);
        }
    }
}
