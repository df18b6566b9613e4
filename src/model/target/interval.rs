//! Intervals: sets of numbers with a lower and an upper end.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::TargetRelation;
use crate::text::{Number, Reading};

/// An interval of numbers with open or closed ends. Displayed as `40`,
/// `35-40`, `≥ 10`, `< 3`, `> 10 đến < 20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The lower end; `None`: without end.
    pub low: Option<End>,
    /// The upper end; `None`: without end.
    pub high: Option<End>,
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// Where it is, by the convention for numbers.
    pub value: Number,
    /// Whether `value` itself is inside.
    pub inclusive: bool,
    /// Where it is if the printed figure broke the convention (`12,000` for 12000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Number>,
}

impl Interval {
    /// The one number it holds, if it holds exactly one.
    #[must_use]
    pub fn point(&self) -> Option<Number> {
        let (low, high) = (self.low?, self.high?);
        (low.value == high.value && low.inclusive && high.inclusive).then_some(low.value)
    }

    /// Whether it holds `number`.
    #[must_use]
    pub fn contains(&self, number: Number) -> bool {
        let above = self
            .low
            .is_none_or(|low| low.value < number || (low.inclusive && low.value == number));
        let below = self
            .high
            .is_none_or(|high| number < high.value || (high.inclusive && high.value == number));
        above && below
    }

    /// Whether it holds no number at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        ends_before(self.high, self.low)
    }

    /// How it lies to another: never [`TargetRelation::NotComparable`].
    #[must_use]
    pub fn relation(&self, other: &Self) -> TargetRelation {
        if ends_before(self.high, other.low) || ends_before(other.high, self.low) {
            return TargetRelation::Disjoint;
        }
        match (self.is_inside(other), other.is_inside(self)) {
            (true, true) => TargetRelation::Equal,
            (true, false) => TargetRelation::LeftInsideRight,
            (false, true) => TargetRelation::RightInsideLeft,
            (false, false) => TargetRelation::Overlap,
        }
    }

    /// Both ends multiplied by a positive `factor`, without their alternatives;
    /// `None` where one becomes too large.
    #[must_use]
    pub fn scaled(&self, factor: Number) -> Option<Self> {
        let scale = |end: End| {
            Some(End {
                value: end.value.checked_mul(factor)?,
                alternative: None,
                ..end
            })
        };
        let scale_end = |end: Option<End>| end.map_or(Some(None), |end| scale(end).map(Some));
        Some(Self {
            low: scale_end(self.low)?,
            high: scale_end(self.high)?,
        })
    }

    /// Whether two in units of so many of one base are the same to the digits
    /// printed in the larger unit: `9.276,9` thousand and `9,28` million. Figures
    /// half a percent apart or more are two, and a whole figure is not rounded.
    pub(super) fn is_rounded(&self, scale: Number, other: &Self, other_scale: Number) -> bool {
        let ((coarse, large), (fine, small)) = match scale.cmp(&other_scale) {
            Ordering::Less => ((other, other_scale), (self, scale)),
            Ordering::Equal => return false,
            Ordering::Greater => ((self, scale), (other, other_scale)),
        };
        let Some(factor) = large.checked_div(small) else {
            return false;
        };
        let are_one = |coarse: Option<End>, fine: Option<End>| match (coarse, fine) {
            (Some(coarse), Some(fine)) => {
                coarse.inclusive == fine.inclusive && rounds_to(fine.value, factor, coarse.value).unwrap_or(false)
            }
            (coarse, fine) => coarse.is_none() && fine.is_none(),
        };
        are_one(coarse.low, fine.low) && are_one(coarse.high, fine.high)
    }

    /// With every end that has an alternative read that way; `None` where none has.
    pub(super) fn alternative(&self) -> Option<Self> {
        let swapped = Self {
            low: self.low.map(End::swapped),
            high: self.high.map(End::swapped),
        };
        (swapped != *self).then_some(swapped)
    }

    fn is_inside(&self, other: &Self) -> bool {
        let starts_inside = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(low)) => {
                own.value > low.value || (own.value == low.value && (low.inclusive || !own.inclusive))
            }
        };
        let ends_inside = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(high)) => {
                own.value < high.value || (own.value == high.value && (high.inclusive || !own.inclusive))
            }
        };
        starts_inside && ends_inside
    }
}

/// Whether a figure in units of which so many make a larger one is, to the digits
/// of another, that in the larger one; `None` where it is too large.
fn rounds_to(fine: Number, factor: Number, coarse: Number) -> Option<bool> {
    let exact = coarse.checked_mul(factor).filter(|_| coarse.decimals() > 0)?;
    let off = exact.max(fine).checked_sub(exact.min(fine))?;
    let is_near = off.checked_mul(Number::from_i64(200))? < fine;
    Some(is_near && fine.checked_div(factor)?.rounded(coarse.decimals()) == coarse)
}

impl End {
    /// An end that is itself inside, with one reading.
    #[must_use]
    pub const fn closed(value: Number) -> Self {
        Self {
            value,
            inclusive: true,
            alternative: None,
        }
    }

    /// An end that is itself outside, with one reading.
    #[must_use]
    pub const fn open(value: Number) -> Self {
        Self {
            value,
            inclusive: false,
            alternative: None,
        }
    }

    /// Read by its alternative, which is then its only reading.
    pub(super) fn swapped(self) -> Self {
        self.alternative.map_or(self, |value| Self {
            value,
            alternative: None,
            ..self
        })
    }
}

/// Whether no number lies between `low` and `high`.
fn ends_before(high: Option<End>, low: Option<End>) -> bool {
    let (Some(high), Some(low)) = (high, low) else {
        return false;
    };
    high.value < low.value || (high.value == low.value && !(high.inclusive && low.inclusive))
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high && low.inclusive => low.fmt(f),
            (Some(low), Some(high)) if low.inclusive && high.inclusive => write!(f, "{low}-{high}"),
            (Some(low), Some(high)) => {
                write!(f, "{}{low} đến {}{high}", low_sign(low), high_sign(high))
            }
            (Some(low), None) => write!(f, "{}{low}", low_sign(low)),
            (None, Some(high)) => write!(f, "{}{high}", high_sign(high)),
            (None, None) => Ok(()),
        }
    }
}

const fn low_sign(end: End) -> &'static str {
    if end.inclusive { "≥ " } else { "> " }
}

const fn high_sign(end: End) -> &'static str {
    if end.inclusive { "≤ " } else { "< " }
}

/// The figure, with three decimals where a second reading hangs on them, and
/// with four where three would suggest one.
impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suggests_two = |figure: &str| Reading::parse(figure).is_some_and(|reading| reading.alternative.is_some());
        match self.alternative {
            Some(_) => write!(f, "{:.3}", self.value),
            None if self.value.decimals() == 3 && suggests_two(&self.value.to_string()) => {
                write!(f, "{:.4}", self.value)
            }
            None => self.value.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(low: u32, high: u32) -> Interval {
        Interval {
            low: Some(End::closed(low.into())),
            high: Some(End::closed(high.into())),
        }
    }

    fn at_least(low: u32) -> Interval {
        Interval {
            low: Some(End::closed(low.into())),
            high: None,
        }
    }

    fn more_than(low: u32) -> Interval {
        Interval {
            low: Some(End::open(low.into())),
            high: None,
        }
    }

    fn below(high: u32) -> Interval {
        Interval {
            low: None,
            high: Some(End::open(high.into())),
        }
    }

    #[test]
    fn relations_of_sets() {
        use TargetRelation::{Disjoint, Equal, LeftInsideRight, Overlap, RightInsideLeft};
        for (left, right, relation) in [
            (closed(5, 5), closed(5, 5), Equal),
            (closed(10, 12), at_least(10), LeftInsideRight),
            (closed(35, 40), closed(36, 40), RightInsideLeft),
            (closed(70, 80), at_least(80), Overlap),
            (closed(70, 80), more_than(80), Disjoint),
            (closed(32, 32), closed(35, 40), Disjoint),
            (more_than(90), at_least(90), LeftInsideRight),
            (closed(3, 3), below(3), Disjoint),
            (below(10), more_than(5), Overlap),
            (below(10), at_least(10), Disjoint),
            (below(10), closed(0, 9), RightInsideLeft),
        ] {
            assert_eq!(left.relation(&right), relation, "{left} | {right}");
            assert_eq!(right.relation(&left), relation.mirrored(), "{right} | {left}");
        }
    }

    #[test]
    fn holds_numbers() {
        assert!(closed(70, 80).contains(Number::from(80)));
        assert!(!more_than(80).contains(Number::from(80)));
        assert!(!closed(1, 2).is_empty());
        assert!(closed(2, 1).is_empty());
        assert!(
            Interval {
                low: at_least(3).low,
                high: below(3).high
            }
            .is_empty()
        );
        assert_eq!(
            (closed(5, 5).point(), closed(5, 6).point()),
            (Some(Number::from(5)), None)
        );
    }

    #[test]
    fn an_end_that_is_outside_is_not_held() {
        let (whole, open) = (closed(1, 5), below(5));
        assert!(whole.contains(3.into()) && whole.contains(5.into()));
        assert!(open.contains(4.into()) && !open.contains(5.into()));
        assert_eq!(whole.relation(&open), TargetRelation::Overlap);
        assert_eq!(closed(1, 4).relation(&open), TargetRelation::LeftInsideRight);
    }
}
