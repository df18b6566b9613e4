//! Numbers: what is displayed is read back, arithmetic keeps its laws, and
//! figures in running text are cut where they are read.
#![no_main]

use doichieu::text::{Number, Reading, numbers};
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed: Vec<Number> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    for &number in &parsed {
        assert_eq!(number.to_string().parse(), Ok(number));
        same_through_json(&number);
        assert_eq!(number.rounded(number.decimals()), number);
        for decimals in 0..6 {
            let shown = format!("{number:.decimals$}");
            // The added zeros can make it longer than a number may be.
            if let Ok(back) = shown.parse::<Number>() {
                assert_eq!(back, number.rounded(decimals as u32), "{shown}");
            }
        }
        if let Some(whole) = number.to_i64() {
            assert_eq!(Number::from_i64(whole), number);
        }
    }
    if let [a, b, ..] = parsed[..] {
        assert_eq!(a.checked_add(b), b.checked_add(a));
        assert_eq!(a.checked_mul(b), b.checked_mul(a));
        assert_eq!(a.checked_mul(Number::ONE), Some(a));
        assert_eq!(a.checked_add(Number::ZERO), Some(a));
        assert_eq!(a.checked_div(b).is_some(), !b.is_zero() && a.checked_div(b).is_some());
        if let Some(rest) = a.checked_sub(b) {
            assert_eq!(rest.cmp(&Number::ZERO), a.cmp(&b));
        }
    }
    if let Some(reading) = Reading::parse(text) {
        same_through_json(&reading);
        assert_eq!(text.parse(), Ok(reading.value));
        if let Some(thousands) = reading.alternative {
            assert_eq!(reading.value.checked_mul(Number::from_i64(1000)), Some(thousands));
        }
    }
    let mut end = 0;
    for figure in numbers(text) {
        assert!(end <= figure.start && figure.start < figure.end);
        assert_eq!(Reading::parse(&text[figure.start..figure.end]), Some(figure.reading));
        end = figure.end;
    }
});
