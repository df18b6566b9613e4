//! What stands in the number column: section labels, numbers, dashes.

use crate::text::{fold, roman};

/// The label of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label<'a> {
    /// A capital Roman numeral (`VII-`).
    Roman(&'a str),
    /// A capital letter (`B.`).
    Letter(&'a str),
    /// A number, dotted or not (`16`, `1.2`, `12a`).
    Number(&'a str),
    /// `-`, `+`, a bullet or a small letter (`a)`): a row under the last number.
    Sub(&'a str),
    /// Nothing.
    Blank,
    /// Some other text.
    Other,
}

impl<'a> Label<'a> {
    /// Reads the cell of the number column; `.`, `)`, `-`, `:` after a label
    /// and `(` before it are not part of it.
    pub(crate) fn parse(cell: &'a str) -> Self {
        let cell = cell.trim();
        if cell.is_empty() {
            return Self::Blank;
        }
        if cell.chars().count() == 1 && cell.starts_with(is_dash) {
            return Self::Sub(cell);
        }
        let bare = cell
            .trim_start_matches('(')
            .trim_end_matches(|c: char| is_dash(c) || matches!(c, '.' | ')' | ':' | '/'));
        if bare.is_empty() {
            return Self::Other;
        }
        if roman(bare).is_some() {
            return Self::Roman(bare);
        }
        let mut chars = bare.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_uppercase() => Self::Letter(bare),
            (Some(c), None) if c.is_lowercase() => Self::Sub(bare),
            (Some(c), _) if c.is_ascii_digit() && bare.split('.').all(is_component) => Self::Number(bare),
            _ => Self::Other,
        }
    }

    /// The number of an undotted label.
    pub(crate) fn integer(self) -> Option<u32> {
        match self {
            Self::Number(text) => text.trim_end_matches(char::is_alphabetic).parse().ok(),
            _ => None,
        }
    }

    /// Whether a numbering can begin with it: `I`, `A`, `1`.
    pub(crate) fn is_first(self) -> bool {
        match self {
            Self::Roman(text) => text == "I",
            Self::Letter(text) => text == "A",
            Self::Number(_) => self.integer() == Some(1),
            _ => false,
        }
    }
}

/// A label and the text after it in one string: `I. VỀ KINH TẾ`, `II- …`, `A) …`.
/// A heading only: numbers and dashes do not count.
pub(crate) fn leading_label(text: &str) -> Option<(Label<'_>, &str)> {
    let (first, rest) =
        text.split_at(text.find(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ':') || is_dash(c))?);
    let label = Label::parse(first);
    if !matches!(label, Label::Roman(_) | Label::Letter(_)) {
        return None;
    }
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ':') || is_dash(c));
    // `A lô` is a text, `A. Lô` a label.
    let marked = rest.starts_with(|c: char| !c.is_whitespace()) || rest.trim_start().starts_with(is_dash);
    (marked && title.starts_with(char::is_uppercase)).then_some((label, title))
}

/// Dashes and bullets in front of unnumbered rows.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '+' | '–' | '—' | '‑' | '•' | '*' | '·' | '●' | '○' | '▪')
}

/// `12`, `12a`.
fn is_component(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(char::is_alphanumeric)
        && text.chars().filter(|c| c.is_alphabetic()).count() <= 1
}

/// Whether a text only leads over to the rows below: `Trong đó:`, `Bao gồm:`.
pub(crate) fn is_lead_in(name: &str) -> bool {
    let folded = fold(name.trim_start_matches(is_dash).trim());
    let bare = folded.trim_end_matches([':', '.', ' ']);
    matches!(
        bare,
        "trong đó" | "tr. đó" | "bao gồm" | "gồm" | "cụ thể" | "trong đó có"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (cell, label) in [
            ("I-", Label::Roman("I")),
            ("XII.", Label::Roman("XII")),
            ("A", Label::Letter("A")),
            ("C", Label::Letter("C")),
            ("Đ.", Label::Letter("Đ")),
            ("16", Label::Number("16")),
            ("1.2", Label::Number("1.2")),
            ("01.", Label::Number("01")),
            ("12a", Label::Number("12a")),
            ("-", Label::Sub("-")),
            ("+", Label::Sub("+")),
            ("a)", Label::Sub("a")),
            ("", Label::Blank),
            ("TT", Label::Other),
            ("...", Label::Other),
        ] {
            assert_eq!(Label::parse(cell), label, "{cell}");
        }
        assert_eq!(Label::parse("07").integer(), Some(7));
        assert_eq!(Label::parse("1.2").integer(), None);
    }

    #[test]
    fn a_label_before_its_title() {
        assert_eq!(leading_label("I. VỀ KINH TẾ"), Some((Label::Roman("I"), "VỀ KINH TẾ")));
        assert_eq!(leading_label("II- Xã hội"), Some((Label::Roman("II"), "Xã hội")));
        assert_eq!(leading_label("B – Xã hội"), Some((Label::Letter("B"), "Xã hội")));
        for text in ["A lô", "I", "Các cầu: Hồng Hà", "1. Xã hội", "- Xây dựng"] {
            assert_eq!(leading_label(text), None, "{text}");
        }
    }
}
