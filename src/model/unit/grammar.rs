//! How a unit is put together: a scale, a base, and what it is counted per.

use super::{Unit, lexicon};
use crate::text::{Number, Opening};

/// Reads figures and scale words off the front of a normal spelling: their
/// product and what is left. `None` where the product is too large.
pub(super) fn scale(text: &str) -> Option<(Number, &str)> {
    let mut product = Number::ONE;
    let mut rest = text;
    while let Some((factor, after)) = figure(rest).or_else(|| scale_word(rest)) {
        product = product.checked_mul(factor)?;
        rest = after;
    }
    Some((product, rest))
}

/// The known unit a normal spelling starts with, and where it ends. Every base
/// in it is known, and it is not followed by `/`, which would change it.
pub(super) fn known(text: &str) -> Option<(Unit, usize)> {
    let (mut product, rest) = scale(text)?;
    let found = lexicon::longest(rest)?;
    let mut base = found.base.to_owned();
    let mut rest = &rest[found.end..];
    while let Some(per) = rest.strip_prefix('/') {
        let (divisor, per) = scale(per)?;
        if !is_power_of_ten(divisor) {
            return None;
        }
        let found = lexicon::longest(per)?;
        product = product.checked_div(divisor)?;
        base.push('/');
        base.push_str(found.base);
        rest = &per[found.end..];
    }
    // A quotient that fell below 28 decimals.
    if product.is_zero() {
        return None;
    }
    Some((
        Unit {
            scale: product,
            base,
            others: Vec::new(),
        },
        text.len() - rest.len(),
    ))
}

/// Whether a unit can start with this word, mark or figure; where not, none does.
pub(super) fn can_start_with(word: &str) -> bool {
    let bare = word.strip_suffix('đ').unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::OPENINGS.may_open(Opening::of(word))
        || SCALE_WORDS.iter().any(|(scale, _)| *scale == bare)
}

/// Whether a normal spelling opens with neither a figure nor a scale.
pub(super) fn opens_with_base(text: &str) -> bool {
    figure(text).or_else(|| scale_word(text)).is_none()
}

/// Whether a scale is one that tables use by themselves: 1, 10, 100, ….
pub(super) fn is_power_of_ten(number: Number) -> bool {
    let mut power = Number::ONE;
    let ten = Number::from(10);
    while power < number {
        let Some(next) = power.checked_mul(ten) else {
            return false;
        };
        power = next;
    }
    power == number
}

fn figure(text: &str) -> Option<(Number, &str)> {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(text.len());
    let printed = text[..length].trim_end_matches(['.', ',']);
    let rest = &text[printed.len()..];
    let value: Number = printed.parse().ok()?;
    let is_factor = !value.is_zero() && !rest.starts_with(['/', '.', ',']);
    is_factor.then(|| (value, rest.trim_start()))
}

/// The words for powers of ten, in normal spelling.
const SCALE_WORDS: [(&str, u32); 6] = [
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("vạn", 10_000),
    ("triệu", 1_000_000),
    ("tr", 1_000_000),
    ("tỉ", 1_000_000_000),
];

/// Words that make another word of a `tỉ` before them: tỷ lệ (rate), tỷ trọng
/// (share), tỷ suất (ratio), tỷ số, tỷ giá (exchange rate).
const AFTER_OTHER_TI: [&str; 5] = ["lệ", "trọng", "suất", "số", "giá"];

/// The scale word a normal spelling starts with, and what is left.
pub(super) fn scale_word(text: &str) -> Option<(Number, &str)> {
    let &(word, factor) = SCALE_WORDS.iter().find(|(word, _)| {
        text.strip_prefix(word)
            .is_some_and(|rest| first_word(rest).is_empty() || first_word(rest) == "đ")
    })?;
    let rest = &text[word.len()..];
    let after = rest.trim_start_matches(['.', ' ']);
    let is_scale = match word {
        "tr" => rest.starts_with('.') || after.starts_with('đ'),
        "tỉ" => !AFTER_OTHER_TI.contains(&first_word(after)),
        _ => true,
    };
    (is_scale && !after.starts_with('/')).then(|| (Number::from(factor), after))
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_figures_and_words() {
        let scaled = |text| scale(text).map(|(product, rest)| (product.to_string(), rest));
        assert_eq!(scaled("1.000 tỉ đồng"), Some(("1.000.000.000.000".to_owned(), "đồng")));
        assert_eq!(scaled("tr.đồng/người"), Some(("1.000.000".to_owned(), "đồng/người")));
        assert_eq!(scaled("trđ"), Some(("1.000.000".to_owned(), "đ")));
        assert_eq!(scaled("trường"), Some(("1".to_owned(), "trường")));
        assert_eq!(scaled("tỉ lệ"), Some(("1".to_owned(), "tỉ lệ")));
        assert_eq!(scaled("0 xã"), Some(("1".to_owned(), "0 xã")));
        assert_eq!(scaled(&"tỉ ".repeat(9)), None);
    }

    #[test]
    fn knows_powers_of_ten() {
        for (number, is_power) in [
            (1, true),
            (10, true),
            (10_000, true),
            (0, false),
            (2, false),
            (1_001, false),
        ] {
            assert_eq!(is_power_of_ten(Number::from(number)), is_power, "{number}");
        }
    }
}
