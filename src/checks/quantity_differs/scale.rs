//! Scales of maps and plans: `1/2000`, `1/2.000`.

use crate::text::{Number, Reading, words};

/// What one on a map stands for and where it ends, if that stands behind a one.
pub(super) fn scale(text: &str, from: usize) -> Option<(Number, usize)> {
    let behind = text[from..].strip_prefix('/')?;
    let word = words(behind).next().filter(|word| word.start == 0)?;
    let value = Reading::parse(word.text)?.value;
    // `1/2026` is a month.
    let is_round = value
        .to_i64()
        .is_some_and(|whole| whole >= LEAST_SCALE && whole % LEAST_SCALE == 0);
    let is_scale = is_round && text[..from].ends_with('1');
    let end = text.len() - behind.len() + word.text.len();
    (is_scale && !text[end..].starts_with('/')).then_some((value, end))
}

/// Plans of buildings are drawn `1/100`, those of regions `1/500.000`: all are hundreds.
const LEAST_SCALE: i64 = 100;

#[cfg(test)]
mod tests {
    use super::scale;
    use crate::text::Number;

    #[test]
    fn a_map_has_one_scale_in_two_spellings() {
        let value = |text: &str| scale(text, 1).map(|(value, _)| value);
        assert_eq!(value("1/2.000"), Some(Number::from_i64(2000)));
        assert_eq!(value("1/2000 cho các xã"), value("1/2.000"));
        for text in ["1/2", "1/2000/NĐ-CP", "1 2000", "1/2026"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
