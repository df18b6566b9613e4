//! Exact numbers as Vietnamese texts print them: `.` groups thousands, `,`
//! marks decimals (`11.430,0`).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An exact decimal number of at most 28 digits. Displayed the Vietnamese way
/// (`11.430,5`; a precision fixes the number of decimals), parsed from it,
/// written to JSON as a plain decimal string (`"11430.5"`). Equal numbers are
/// equal whatever their printed zeros (`40` = `40,0`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);

    /// A whole number.
    #[must_use]
    pub fn from_i64(value: i64) -> Self {
        Self::new(Decimal::from(value))
    }

    /// The whole number, or `None` where there are decimals or it is too large.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        if self.0.is_integer() { self.0.to_i64() } else { None }
    }

    /// Whether it is 0.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// How many decimals it needs: 0 for whole numbers.
    #[must_use]
    pub const fn decimals(&self) -> u32 {
        self.0.scale()
    }

    /// The sum, or `None` where it is too large.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self::new)
    }

    /// The difference, or `None` where it is too large.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self::new)
    }

    /// The product, or `None` where it is too large.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).map(Self::new)
    }

    /// The quotient, rounded to 28 digits where it does not end, or `None`
    /// where `other` is 0 or the quotient is too large.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.0.checked_div(other.0).map(Self::new)
    }

    /// The nearest number of so many decimals, halves away from zero.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Self {
        Self::new(
            self.0
                .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
        )
    }

    /// Every number is kept without trailing zeros and without a sign on
    /// zero, so that equal numbers print and hash alike.
    fn new(decimal: Decimal) -> Self {
        if decimal.is_zero() {
            Self::ZERO
        } else {
            Self(decimal.normalize())
        }
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::new(Decimal::from(value))
    }
}

/// A printed figure and what it can mean. A figure that keeps the convention
/// has one reading; `12,000` has two: 12 (its comma marks decimals) and 12000
/// (its comma groups thousands, against the convention).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// By the convention.
    pub value: Number,
    /// Against the convention, where the figure could mean that: one comma
    /// that parts one to three digits, not led by 0, from exactly three.
    pub alternative: Option<Number>,
}

impl Reading {
    /// What it is where its comma groups thousands, if it can.
    pub(crate) fn thousands(self) -> Number {
        self.alternative.unwrap_or(self.value)
    }

    /// Reads a figure; `None` where it is not a number.
    #[must_use]
    pub fn parse(figure: &str) -> Option<Self> {
        let value = figure.parse().ok()?;
        let bare = figure.trim();
        let bare = bare.strip_prefix(SIGNS).unwrap_or(bare);
        let grouped_by_commas = bare.contains(',') && is_grouped(bare, ',');
        let thousands = grouped_by_commas
            .then(|| Number::from_i64(1000).checked_mul(value))
            .flatten();
        // Two or more commas have been read as groups already.
        Some(Self {
            value,
            alternative: thousands.filter(|_| bare.matches(',').count() == 1),
        })
    }
}

/// The text is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a number: {0:?}")]
pub struct ParseNumberError(pub String);

const SIGNS: [char; 2] = ['-', '\u{2212}'];

impl FromStr for Number {
    type Err = ParseNumberError;

    /// Reads `11.430,0`, `0,88`, `01`, `-2,5`. A dot that does not group
    /// exactly three digits is a decimal point (`2.5`). Commas group only
    /// where they can do nothing else (`1,234,567`, `1,234.5`).
    ///
    /// # Errors
    ///
    /// Anything else, and numbers of more than 28 digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare = text.trim();
        let (figure, is_negative) = bare.strip_prefix(SIGNS).map_or((bare, false), |figure| (figure, true));
        let mut decimal = magnitude(figure).ok_or_else(|| ParseNumberError(text.to_owned()))?;
        decimal.set_sign_negative(is_negative);
        Ok(Self::new(decimal))
    }
}

fn magnitude(figure: &str) -> Option<Decimal> {
    let decimal_mark = decimal_mark(figure)?;
    let mut mantissa: i128 = 0;
    let mut scale = 0;
    for (at, byte) in figure.bytes().enumerate() {
        if byte.is_ascii_digit() {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
            scale += u32::from(decimal_mark.is_some_and(|mark| mark < at));
        }
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// Where the decimal mark stands, if there is one; `None` for what is no figure.
#[expect(
    clippy::option_option,
    reason = "no figure, a figure without and one with a decimal mark"
)]
fn decimal_mark(figure: &str) -> Option<Option<usize>> {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = figure.as_bytes();
    if !is_digit(bytes.first())
        || !is_digit(bytes.last())
        || !bytes.iter().all(|b| b.is_ascii_digit() || b",.".contains(b))
    {
        return None;
    }
    let Some(mark) = figure.rfind([',', '.']) else {
        return Some(None);
    };
    let whole = &figure[..mark];
    let is_comma = bytes[mark] == b',';
    let (own, other) = if is_comma { (',', '.') } else { ('.', ',') };
    if whole.contains(own) {
        // The same mark twice can only group.
        return is_grouped(figure, own).then_some(None);
    }
    if whole.contains(other) {
        return is_grouped(whole, other).then_some(Some(mark));
    }
    Some(if !is_comma && is_grouped(figure, '.') {
        None
    } else {
        Some(mark)
    })
}

/// Whether `mark` parts `digits` into groups of thousands.
fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let is_lead = |lead: &str| (1..=3).contains(&lead.len()) && !lead.starts_with('0') && is_digits(lead);
    groups.next().is_some_and(is_lead) && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = f.precision().map_or(*self, |decimals| {
            self.rounded(u32::try_from(decimals).unwrap_or(u32::MAX))
        });
        let plain = number.0.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        if number.0.is_sign_negative() {
            f.write_str("-")?;
        }
        let lead = (whole.len() + 2) % 3 + 1;
        f.write_str(&whole[..lead.min(whole.len())])?;
        for at in (lead..whole.len()).step_by(3) {
            write!(f, ".{}", &whole[at..at + 3])?;
        }
        match f.precision().unwrap_or(decimals.len()) {
            0 => Ok(()),
            width => write!(f, ",{decimals:0<width$}"),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Decimal::from_str_exact(&text)
            .map(Self::new)
            .map_err(serde::de::Error::custom)
    }
}

/// The numbers from one to ten in words, folded.
pub(crate) const NUMBER_WORDS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

#[cfg(test)]
mod tests {
    use super::*;

    /// What is printed, in plain decimals.
    fn plain(figure: &str) -> String {
        figure.parse::<Number>().unwrap().0.to_string()
    }

    #[test]
    fn reads_the_convention() {
        for (figure, value) in [
            ("11.430,0", "11430"),
            ("9.276,9", "9276.9"),
            ("0,88", "0.88"),
            ("120.000", "120000"),
            ("5.000", "5000"),
            ("1.234.567,89", "1234567.89"),
            ("01", "1"),
            ("0", "0"),
            ("40,0", "40"),
            ("12,000", "12"),
            ("29,75", "29.75"),
            (" 14,50 ", "14.5"),
            ("-2,5", "-2.5"),
            ("−2,5", "-2.5"),
            ("-0", "0"),
        ] {
            assert_eq!(plain(figure), value, "{figure}");
        }
    }

    #[test]
    fn a_dot_without_a_group_is_a_decimal_point() {
        for (figure, value) in [
            ("2.5", "2.5"),
            ("4.0", "4"),
            ("0.885", "0.885"),
            ("1234.567", "1234.567"),
        ] {
            assert_eq!(plain(figure), value, "{figure}");
        }
    }

    #[test]
    fn commas_group_where_they_can_do_nothing_else() {
        assert_eq!(plain("1,234,567"), "1234567");
        assert_eq!(plain("1,234.5"), "1234.5");
        assert_eq!(plain("1,234,567.8"), "1234567.8");
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "",
            " ",
            "-",
            "1,2,3",
            "1.2.3",
            ",5",
            "5,",
            "1.",
            ".5",
            "1,,2",
            "a",
            "1a",
            "5%",
            "- 5",
            "--5",
            "+5",
            "1 000",
            "12.34,5",
            "1.23,45,6",
            "1.234.56",
            "١٢",
            "99999999999999999999999999999999999999999999",
        ] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }

    #[test]
    fn prints_what_it_reads() {
        for text in [
            "0",
            "5",
            "14,5",
            "100",
            "1.000",
            "12.000",
            "120.000",
            "1.234.567,891",
            "-2,5",
            "-1.203",
            "0,0001",
        ] {
            assert_eq!(text.parse::<Number>().unwrap().to_string(), text);
        }
        assert_eq!(format!("{:.3}", Number::from(12)), "12,000");
        let longest: Number = "7".repeat(28).parse().unwrap();
        let shown = format!("{longest:.5}");
        assert!(shown.starts_with("7.777") && shown.ends_with(".777,00000"), "{shown}");
    }

    #[test]
    fn equal_numbers_hash_alike() {
        use std::collections::HashSet;
        let set: HashSet<Number> = ["40", "40,0", "40,00"].iter().map(|f| f.parse().unwrap()).collect();
        assert_eq!(set.len(), 1);
        assert!("0,88".parse::<Number>().unwrap() < "0,9".parse().unwrap());
    }

    #[test]
    fn goes_to_json_and_comes_back() {
        let number: Number = "11.430,50".parse().unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"11430.5\"");
        assert_eq!(serde_json::from_str::<Number>("\"11430.50\"").unwrap(), number);
        assert!(serde_json::from_str::<Number>("\"viele\"").is_err());
    }

    #[test]
    fn only_a_figure_against_the_convention_has_two_readings() {
        let readings = |figure: &str| Reading::parse(figure).map(|r| (r.value, r.alternative));
        let n = |value: &str| value.parse::<Number>().unwrap();
        assert_eq!(readings("12,000"), Some((n("12"), Some(n("12.000")))));
        assert_eq!(readings("3,400"), Some((n("3,4"), Some(n("3.400")))));
        assert_eq!(readings("1,200"), Some((n("1,2"), Some(n("1.200")))));
        for figure in [
            "0,885",
            "29,75",
            "9.276,9",
            "12.000",
            "2.5",
            "1234,567",
            "1.234,567",
            "1,234,567",
            "12",
        ] {
            assert_eq!(readings(figure), Some((n(figure), None)), "{figure}");
        }
        assert_eq!(readings("1,2,3"), None);
    }

    #[test]
    fn arithmetic_is_exact_or_refused() {
        let n = |value: &str| value.parse::<Number>().unwrap();
        assert_eq!(n("14,50").checked_mul(n("1.000.000")), Some(n("14.500.000")));
        assert_eq!(n("0,1").checked_add(n("0,2")), Some(n("0,3")));
        assert_eq!(
            n("3.400").checked_div(n("11.430")).map(|q| format!("{q:.4}")),
            Some("0,2975".to_owned())
        );
        assert_eq!(
            (n("0,297462").rounded(4), n("-0,5").rounded(0), n("62").rounded(2)),
            (n("0,2975"), n("-1"), n("62"))
        );
        assert_eq!(n("1").checked_sub(n("1")), Some(Number::ZERO));
        assert_eq!(n("1").checked_div(Number::ZERO), None);
        let large = Number::from_i64(i64::MAX);
        assert_eq!(
            large.checked_mul(large).and_then(|square| square.checked_mul(large)),
            None
        );
        assert_eq!((n("62").to_i64(), n("0,5").to_i64()), (Some(62), None));
    }
}
