//! Folding for comparison: what two spellings share.

/// Lower case, `Ð` read as `Đ`, every dash as `-`, both ways of placing a tone
/// (`hoà`, `hòa`; `uỷ`, `ủy`) as one. Diacritics stay: they carry meaning.
/// The input is taken to be in NFC.
#[must_use]
pub fn fold(text: &str) -> String {
    todo!("{text}")
}

/// Bare letters: [`fold`] without tones and diacritics (`đ` as `d`). Supports
/// a decision where recognition (OCR) damaged the diacritics, never makes one.
#[must_use]
pub fn toneless(text: &str) -> String {
    todo!("{text}")
}
