//! Lines around a table that are no rows: rules, the `(Kèm theo …)` line,
//! footnotes, the unit of the whole table, signatures.

use super::markup::plain_heading;
use crate::text::{squeeze, toneless};

/// A line that is no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// `-----`, `--- -----`.
    Rule,
    /// `(Kèm theo Chương trình hành động số … của UBND thành phố Hà Nội)`.
    Attached(String),
    /// `Ghi chú *: Số liệu năm 2024`.
    Footnote(Footnote),
    /// `Đơn vị tính: tỷ đồng`, for the whole table.
    Unit(String),
    /// `Nơi nhận:`, `TM. ỦY BAN NHÂN DÂN`: the signature block begins.
    Signature,
}

/// A footnote (ghi chú) of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Footnote {
    /// The mark in the rows it is for.
    pub(crate) mark: String,
    /// Its text.
    pub(crate) text: String,
}

/// So many letters tell what a line is.
const LONGEST_OPENING: usize = 20;

/// What the line is, if it is furniture.
pub(crate) fn furniture(line: &str) -> Option<Furniture> {
    let trimmed = line.trim();
    let first = trimmed.chars().next()?;
    if is_rule(trimmed) {
        return Some(Furniture::Rule);
    }
    // Most lines go here, before anything is folded.
    if !opens_furniture(first, trimmed[first.len_utf8()..].chars().next().unwrap_or(' ')) {
        return None;
    }
    let text = plain_heading(trimmed);
    let plain = toneless(&text.chars().take(LONGEST_OPENING).collect::<String>());
    if plain.starts_with("(kem theo") || plain.starts_with("(ban hanh kem") {
        return Some(Furniture::Attached(text));
    }
    if plain.starts_with("ghi chu")
        || plain.starts_with("* ghi chu")
        || plain.starts_with("(*)")
        || plain.starts_with("*:")
    {
        return footnote(&text).map(Furniture::Footnote);
    }
    if let Some((before, unit)) = text.trim_matches(['(', ')']).split_once(':')
        && matches!(toneless(before).trim(), "don vi tinh" | "don vi" | "dvt")
        && !unit.trim().is_empty()
    {
        return Some(Furniture::Unit(squeeze(unit)));
    }
    is_signature(&text, &plain).then_some(Furniture::Signature)
}

/// Whether furniture can open with these two characters.
fn opens_furniture(first: char, second: char) -> bool {
    match first {
        '(' | '*' | '#' | '|' | '<' | '_' => true,
        _ if !second.is_alphabetic() => matches!(first, 'G' | 'g' | 'Đ' | 'đ' | 'N' | 'T' | 'K'),
        // Ghi chú, nơi nhận, TM., TL., KT.
        'G' | 'g' => matches!(second, 'H' | 'h'),
        'T' => matches!(second, 'M' | 'm' | 'L' | 'l'),
        'K' => matches!(second, 'T' | 't'),
        // Đơn vị, ĐVT, nơi nhận, with any tone.
        'Đ' | 'đ' | 'N' => matches!(toneless(second.encode_utf8(&mut [0; 4])).as_str(), "o" | "v"),
        _ => false,
    }
}

/// Whether the body text's signature block begins here.
fn is_signature(text: &str, plain: &str) -> bool {
    let capitals = || !text.chars().any(char::is_lowercase) && text.split_whitespace().count() <= 10;
    plain.starts_with("noi nhan")
        || (["tm.", "t/m", "kt.", "tl.", "tm "]
            .iter()
            .any(|start| plain.starts_with(start))
            && capitals())
}

/// Whether a line is ruled, in one piece or in one under each column. A single
/// dash is a cell.
fn is_rule(trimmed: &str) -> bool {
    let is_ruled = |c: char| matches!(c, '-' | '_' | '=' | '*' | '—' | '–' | '~');
    let mut pieces = trimmed.split_whitespace();
    trimmed.len() >= 3 && pieces.all(|piece| piece.len() > 1 && piece.chars().all(is_ruled))
}

/// `Ghi chú *: text`, `*: text`, `(*) text`; without a mark, `*`.
fn footnote(text: &str) -> Option<Footnote> {
    if let Some(rest) = text.strip_prefix("(*)") {
        return Some(Footnote {
            mark: "*".to_owned(),
            text: squeeze(rest.trim_start_matches(':')),
        });
    }
    let (before, after) = text.split_once(':')?;
    let mark: String = before
        .chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '(' | ')'))
        .collect();
    let known = before.split_whitespace().count() <= 4;
    known.then(|| Footnote {
        mark: if mark.is_empty() { "*".to_owned() } else { mark },
        text: squeeze(after),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_recognized() {
        for rule in ["-----", "  ---- -------  --", "=== ======"] {
            assert_eq!(furniture(rule), Some(Furniture::Rule), "{rule}");
        }
        assert!(matches!(
            furniture("(Kèm theo Chương trình số    /CTr-UBND)"),
            Some(Furniture::Attached(_))
        ));
        assert_eq!(furniture("TM. ỦY BAN NHÂN DÂN"), Some(Furniture::Signature));
        assert_eq!(furniture("T/M THÀNH ỦY  "), Some(Furniture::Signature));
        assert_eq!(furniture("### Nơi nhận:"), Some(Furniture::Signature));
        assert_eq!(
            furniture("Đơn vị tính: tỷ đồng"),
            Some(Furniture::Unit("tỷ đồng".to_owned()))
        );
        let Some(Furniture::Footnote(note)) = furniture(" Ghi chú *: Số liệu năm 2024   ") else {
            panic!()
        };
        assert_eq!((note.mark.as_str(), note.text.as_str()), ("*", "Số liệu năm 2024"));
    }

    #[test]
    fn rows_are_not_furniture() {
        for line in [
            "- Xây dựng",
            "-    -",
            "---  2,5",
            "",
            "Sở Tài chính",
            "TT Nhiệm vụ",
            "Tăng trưởng: 8,5%",
            "Ghi chú",
            "(giao thông, công nghệ cao)",
        ] {
            assert_eq!(furniture(line), None, "{line}");
        }
    }
}
