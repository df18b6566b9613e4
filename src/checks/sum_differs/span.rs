//! What a printed figure can stand for.

use std::sync::LazyLock;

use crate::model::{Cell, Indicator, Target};
use crate::text::{Number, Reading};

/// A printed figure and the numbers that print so when rounded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// The printed number.
    pub(super) value: Number,
    /// How many decimals are printed.
    pub(super) decimals: u32,
    /// The least it can stand for.
    pub(super) low: Number,
    /// The most it can stand for.
    pub(super) high: Number,
}

impl Span {
    /// The figure of a row's target, where that is one number; a figure against
    /// the number convention is taken as reading chose it.
    pub(super) fn of_target(row: &Indicator) -> Option<Self> {
        Self::of_value(row.target.as_ref()?.point()?, &row.value.text)
    }

    /// The figure of a cell by the number convention, where that is one number.
    pub(super) fn of_cell(cell: &Cell) -> Option<Self> {
        // Most cells are a bare figure, which means itself.
        match Reading::parse(&cell.text) {
            Some(reading) => Self::printed(reading.value, cell.text.trim()),
            None => Self::of_value(Target::parse(&cell.text)?.point()?, &cell.text),
        }
    }

    /// A value that a text prints.
    fn of_value(value: Number, text: &str) -> Option<Self> {
        let figure = text.trim_end_matches(|c: char| !c.is_ascii_digit());
        match Reading::parse(figure) {
            Some(reading) if reading.value == value => Self::printed(value, figure),
            _ => Self::rounded_to(value.decimals(), value),
        }
    }

    /// The value of a printed figure.
    fn printed(value: Number, figure: &str) -> Option<Self> {
        Self::rounded_to(printed_decimals(figure, value), value)
    }

    fn rounded_to(decimals: u32, value: Number) -> Option<Self> {
        let half = *HALF_STEPS.get(usize::try_from(decimals).ok()?)?;
        Some(Self {
            value,
            decimals,
            low: value.checked_sub(half)?,
            high: value.checked_add(half)?,
        })
    }

    /// The quotient of two figures in percent.
    pub(super) fn percent_of(self, whole: Self) -> Option<Self> {
        let percent = |part: Number, whole: Number| part.checked_mul(Number::from_i64(100))?.checked_div(whole);
        (whole.low > Number::ZERO).then_some(())?;
        Some(Self {
            value: percent(self.value, whole.value)?,
            decimals: self.decimals,
            low: percent(self.low, whole.high)?,
            high: percent(self.high, whole.low)?,
        })
    }

    /// The sum of two figures.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            value: self.value.checked_add(other.value)?,
            decimals: self.decimals.max(other.decimals),
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    /// The figure in the base of a unit.
    pub(super) fn scaled(self, factor: Number) -> Option<Self> {
        Some(Self {
            value: self.value.checked_mul(factor)?,
            low: self.low.checked_mul(factor)?,
            high: self.high.checked_mul(factor)?,
            ..self
        })
    }

    /// Whether both can stand for one number.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether it can lie between the least and the greatest of others.
    pub(super) fn lies_among(self, others: &[Self]) -> bool {
        let low = others.iter().map(|other| other.low).min();
        let high = others.iter().map(|other| other.high).max();
        low.zip(high)
            .is_none_or(|(low, high)| low <= self.high && self.low <= high)
    }
}

fn printed_decimals(figure: &str, value: Number) -> u32 {
    let comma = figure.rsplit_once(',').map(|(_, digits)| digits);
    match comma {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => u32::try_from(digits.len()).unwrap_or(0),
        _ => value.decimals(),
    }
}

/// No number has more decimals.
const MOST_DECIMALS: usize = 28;

/// Half of the last printed digit, by the decimals printed.
static HALF_STEPS: LazyLock<Vec<Number>> = LazyLock::new(|| {
    let tenth = |number: &Number| number.checked_div(Number::from_i64(10));
    let half = tenth(&Number::from_i64(5));
    std::iter::successors(half, tenth).take(MOST_DECIMALS + 1).collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lines;

    fn bounds(printed: &str) -> (String, String) {
        let span = Span::of_cell(&Cell::new(printed, Lines::one(1))).unwrap();
        (span.low.to_string(), span.high.to_string())
    }

    #[test]
    fn the_last_printed_digit_is_rounded() {
        assert_eq!(bounds("11.430,0"), ("11.429,95".to_owned(), "11.430,05".to_owned()));
        assert_eq!(bounds("5.000"), ("4.999,5".to_owned(), "5.000,5".to_owned()));
        assert_eq!(bounds("29,75"), ("29,745".to_owned(), "29,755".to_owned()));
    }
}
