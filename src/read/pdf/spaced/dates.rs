//! Words that deadlines open with.

use super::pieces::first_word;
use crate::text::toneless;

/// Whether a text opens with a point in time: `Quý`, `Tháng`, `2026-2030`.
pub(super) fn is_date(text: &str) -> bool {
    let first = first_word(text);
    let is_year = first.len() >= 4 && first.starts_with("20") && !first.contains(char::is_alphabetic);
    is_year || POINTS.contains(&toneless(first).as_str()) && first.starts_with(char::is_uppercase)
}

/// Whether a text can open a deadline.
pub(super) fn opens_date(text: &str) -> bool {
    let first = first_word(text);
    let is_capital = first.starts_with(char::is_uppercase);
    first.starts_with(|c: char| c.is_ascii_digit())
        || is_date(text)
        || (is_capital && OPENERS.contains(&toneless(first).as_str()))
}

/// What stands before a point in time.
const POINTS: [&str; 4] = ["quy", "thang", "nam", "truoc"];

/// What else deadlines open with.
const OPENERS: [&str; 18] = [
    "sau", "thuong", "hang", "theo", "khi", "trong", "den", "tu", "ngay", "hoan", "thuc", "khoi", "dinh", "tiep",
    "giai", "cuoi", "dau", "giua",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_and_other_words() {
        for text in ["Quý I/2026", "2026-2030", "Trước 2030", "Tháng"] {
            assert!(is_date(text) && opens_date(text), "{text}");
        }
        for text in ["Thường xuyên", "31/3/2026", "Theo chỉ đạo"] {
            assert!(!is_date(text) && opens_date(text), "{text}");
        }
        for text in ["Ngân sách", "UBND", "các nguồn", "quý 6", ""] {
            assert!(!opens_date(text), "{text}");
        }
    }
}
