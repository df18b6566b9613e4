//! Roman numerals.

/// `LXXXVIII`.
const LONGEST_ROMAN: usize = 8;

/// The value of a Roman numeral up to LXXXIX. `C`, `D`, `L` and `M` alone are
/// letters: no annex has fifty sections.
pub(crate) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text == "L" || text.len() > LONGEST_ROMAN {
        return None;
    }
    let mut total = 0;
    let mut last = 0;
    for c in text.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            _ => return None,
        };
        if value < last {
            total -= value;
        } else {
            total += value;
            last = value;
        }
    }
    u32::try_from(total).ok().filter(|&value| value > 0)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn numerals_in_capitals() {
        for (word, value) in [("I", 1), ("IV", 4), ("IX", 9), ("X", 10), ("XIV", 14), ("LXXXVIII", 88)] {
            assert_eq!(roman(word), Some(value), "{word}");
        }
        for word in ["", "L", "iv", "XIVA", "C"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }
}
