//! What a figure for a year is to one for the period that ends with it.
//!
//! A level (a share, an index, an amount per head) is due at the end of both:
//! two levels cannot both be reached. The growth of one year says nothing of the
//! average growth, and an amount for one year may be a part of that for all years.

use super::figures::Figure;
use crate::matching::target_relation;
use crate::model::{End, Indicator, Interval, Reach, Target, TargetRelation, Unit};
use crate::text::{Number, fold};

/// What kind of figures an indicator has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A state that is reached: a share, an index, so much per head; also
    /// growth where both rows say that it is that of an average year.
    Level,
    /// What happens in one year of time: growth, a change.
    Rate,
    /// A number of things, which may be counted for a year or for all years.
    Amount,
}

impl Nature {
    /// What two matched rows have.
    pub fn of(left: &Indicator, right: &Indicator) -> Self {
        let rows = [left, right];
        if rows.iter().any(|row| is_growth(row)) {
            let averages = rows.iter().all(|row| is_average_growth(row));
            return if averages { Self::Level } else { Self::Rate };
        }
        if rows.iter().all(|row| is_amount(row)) {
            Self::Amount
        } else {
            Self::Level
        }
    }

    /// Whether figures that end together compare at all: the average of a
    /// period is its growth, but no amount and nothing of one year; the sum of a
    /// period is no amount of one year.
    pub fn fits(self, own: &Figure<'_>, other: &Figure<'_>) -> bool {
        let is_period = own.period.is_some_and(|(first, last)| first < last);
        let is_same_time = own.is_of_time(other);
        match (own.scope.reach, other.scope.reach) {
            (own, other) if own == other => true,
            (Reach::Average, other) | (other, Reach::Average) => {
                is_same_time && is_period && self == Self::Rate && other == Reach::Unsaid
            }
            (Reach::Total, Reach::Unsaid) | (Reach::Unsaid, Reach::Total) => is_same_time || self != Self::Amount,
            _ => true,
        }
    }

    /// Whether targets for unlike spans that end together may both hold though
    /// no value meets both.
    pub fn may_both_hold(self, figures: [&Figure<'_>; 2], units: [Option<&Unit>; 2]) -> bool {
        match self {
            Self::Level => false,
            Self::Rate => true,
            Self::Amount => {
                let [short, long] = by_span(figures, units);
                short.0.scope.reach != Reach::ByEnd && !is_beyond(short, long)
            }
        }
    }
}

/// Whether a row is about growth, or its target is a change.
fn is_growth(row: &Indicator) -> bool {
    let is_percent = row.unit_read.as_ref().is_none_or(|unit| unit.base.starts_with('%'));
    let name = fold(&row.name.text);
    let parts = row.target.iter().flat_map(|target| &target.parts);
    let is_named = GROWTH.iter().any(|word| name.contains(word));
    (is_percent && is_named)
        || is_yearly(row)
        || parts
            .into_iter()
            .any(|part| part.change.is_some() && part.since.is_none())
}

/// Words for growth, folded.
const GROWTH: [&str; 5] = ["tăng trưởng", "tốc độ", "mức tăng", "tăng bình quân", "mức giảm"];

/// Whether a unit says that the percentage is that of a year.
fn is_yearly(row: &Indicator) -> bool {
    let is_yearly = |unit: &Unit| unit.base.starts_with("%/năm");
    let parts = row.target.iter().flat_map(|target| &target.parts);
    row.unit_read.as_ref().is_some_and(is_yearly)
        || parts.into_iter().any(|part| part.unit.as_ref().is_some_and(is_yearly))
}

/// Whether growth is said to be that of an average year: `%/năm`, `bình quân`
/// that is not per head.
fn is_average_growth(row: &Indicator) -> bool {
    let name = fold(&row.name.text);
    let is_average = |(at, word): (usize, &str)| {
        let behind = name[at + word.len()..].trim_start();
        !PER_HEAD.iter().any(|of| behind.starts_with(of))
    };
    is_yearly(row) || name.match_indices("bình quân").any(is_average)
}

/// What follows `bình quân` where it is no average over time.
const PER_HEAD: [&str; 7] = ["đầu người", "người", "trên", "một", "1 ", "lao động", "hộ"];

/// Whether a row counts things: no share, nothing per head, no state of one thing.
fn is_amount(row: &Indicator) -> bool {
    let Some(unit) = &row.unit_read else { return false };
    let name = fold(&row.name.text);
    let is_share = unit.base.contains(['/', '%', '‰']) || unit.base.is_empty() || !unit.others.is_empty();
    !is_share && !STATES.contains(&unit.base.as_str()) && !name.contains("bình quân") && !name.contains("chỉ số")
}

/// Units of what has one state at a time.
const STATES: [&str; 14] = [
    "tuổi",
    "điểm",
    "năm",
    "lần",
    "bậc",
    "hạng",
    "thứ hạng",
    "thứ bậc",
    "tiêu chí",
    "chỉ số",
    "hệ số",
    "tháng",
    "giờ",
    "ngày",
];

/// A figure and its unit.
type Measured<'a, 'b> = (&'b Figure<'a>, Option<&'b Unit>);

/// The figure for the shorter span first.
fn by_span<'a, 'b>(
    [left, right]: [&'b Figure<'a>; 2],
    [l_unit, r_unit]: [Option<&'b Unit>; 2],
) -> [Measured<'a, 'b>; 2] {
    let start = |figure: &Figure<'_>| figure.period.map(|(first, _)| first);
    if start(left) >= start(right) {
        [(left, l_unit), (right, r_unit)]
    } else {
        [(right, r_unit), (left, l_unit)]
    }
}

/// Whether the least amount for the shorter span is more than the most for the longer.
fn is_beyond(short: Measured<'_, '_>, long: Measured<'_, '_>) -> bool {
    let (Some(least), Some(most)) = (short.0.target, long.0.target) else {
        return false;
    };
    let least = with_ends(least, |interval| Interval { high: None, ..interval });
    let most = with_ends(most, |interval| Interval { low: None, ..interval });
    least.relation(short.1, &most, long.1) == TargetRelation::Disjoint
}

fn with_ends(target: &Target, ends: impl Fn(Interval) -> Interval) -> Target {
    let mut target = target.clone();
    for part in &mut target.parts {
        part.interval = ends(part.interval);
    }
    target
}

/// Whether the figures of a row for the single years of a period come to its amount.
pub(super) fn is_sum_of(whole: Measured<'_, '_>, (years, unit): (&[Figure<'_>], Option<&Unit>)) -> bool {
    let period = whole.0.period.filter(|(first, last)| first < last);
    let (Some((first, last)), Some(target)) = (period, whole.0.target) else {
        return false;
    };
    let of_year = |year: i16| {
        let is_of_year = |figure: &&Figure<'_>| {
            figure.period == Some((year, year))
                && figure.scope.months.is_none()
                && figure.scope.basis == whole.0.scope.basis
        };
        years.iter().find(is_of_year)?.target
    };
    let sum = (first..=last).try_fold(Number::from(0), |sum, year| sum.checked_add(of_year(year)?.point()?));
    let Some((sum, last)) = sum.zip(of_year(last)) else {
        return false;
    };
    let end = Some(End::closed(sum));
    let sum = with_ends(last, |_| Interval { low: end, high: end });
    target_relation((target, whole.1), (&sum, unit)) == TargetRelation::Equal
}
