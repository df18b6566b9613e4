//! Numbers.

use doichieu::text::{Number, Reading};
use proptest::prelude::*;

use super::{cases, comes_back, soup};

/// Numbers of up to 28 digits.
pub fn number() -> impl Strategy<Value = Number> {
    let plain = prop_oneof![
        "-?[1-9]?[0-9]{1,2}(\\.[0-9]{1,3})?",
        "-?[1-9][0-9]{0,8}(\\.[0-9]{1,4})?",
        "-?[1-9][0-9]{0,13}(\\.[0-9]{1,14})?",
    ];
    plain.prop_map(|plain| plain_number(&plain))
}

/// Numbers above zero, as programs print them.
pub fn positive() -> impl Strategy<Value = Number> {
    "[1-9][0-9]{0,5}(\\.[0-9]{0,3}[1-9])?".prop_map(|plain| plain_number(&plain))
}

/// The number of a plain decimal figure.
pub fn plain_number(plain: &str) -> Number {
    serde_json::from_value(plain.into()).unwrap()
}

const PIECES: &[&str] = &[
    "0", "1", "2", "12", "000", "345", "5678", ".", ",", "-", "−", "1.000", "1,000", ",5", " ",
];

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_number_reads_as_shown(number in number()) {
        comes_back(&number, |text| text.parse().ok())?;
    }

    #[test]
    fn a_number_shown_with_some_decimals_is_the_rounded_one(number in number(), decimals in 0_u8..=12) {
        let shown = format!("{number:.*}", usize::from(decimals));
        let rounded = number.rounded(decimals.into());
        prop_assert!(rounded.decimals() <= u32::from(decimals));
        // Without decimals a figure of several groups is read as it is meant,
        // with three behind a comma too: a comma alone never groups.
        prop_assert_eq!(shown.parse(), Ok(rounded), "{}", shown);
    }

    #[test]
    fn a_second_reading_is_a_thousand_times_the_first(figure in soup(PIECES, 6)) {
        if let Some(reading) = Reading::parse(&figure) {
            prop_assert_eq!(figure.parse(), Ok(reading.value));
            comes_back(&reading.value, |text| text.parse().ok())?;
            if let Some(alternative) = reading.alternative {
                prop_assert_eq!(reading.value.checked_mul(Number::from(1000)), Some(alternative));
            }
        }
    }

    #[test]
    fn order_and_arithmetic_agree(one in number(), other in number()) {
        if let (Some(sum), Some(back)) = (one.checked_add(other), other.checked_add(one)) {
            prop_assert_eq!(sum, back);
        }
        if let Some(difference) = one.checked_sub(other) {
            prop_assert_eq!(difference.cmp(&Number::ZERO), one.cmp(&other));
        }
        prop_assert_eq!(one.checked_mul(other), other.checked_mul(one));
    }
}
