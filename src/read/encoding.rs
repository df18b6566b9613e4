//! Bytes to text: which encoding a file is in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::error::{FileKind, ReadError};
use super::garbled::{Evidence, garbled_bytes, words};
use crate::model::{Lines, Note, NoteKind};
use crate::text::is_syllable;

/// The text of a file.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// The text, not normalized.
    pub(super) text: Cow<'a, str>,
    /// What was guessed or left out.
    pub(super) notes: Vec<Note>,
}

/// The text in these bytes: UTF-8, UTF-16 with or without a byte-order mark,
/// or Windows-1258.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if let Some(kind) = FileKind::of(bytes) {
        return Err(ReadError::NotText { kind, line: 1 });
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != encoding_rs::UTF_8) {
        return utf16(&bytes[mark..], encoding);
    }
    let fault = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(Decoded::plain(text)),
        Ok(_) => None,
        Err(fault) => Some(fault),
    };
    if let Some(encoding) = [UTF_16LE, UTF_16BE]
        .into_iter()
        .find(|encoding| is_utf16(bytes, encoding))
    {
        let mut decoded = utf16(bytes, encoding)?;
        decoded.guessed(encoding);
        return Ok(decoded);
    }
    let zero = bytes.iter().position(|&byte| byte == 0);
    if let Some(at) = zero {
        let (kind, line) = (FileKind::Unknown, line_of(bytes, at));
        return Err(ReadError::NotText { kind, line });
    }
    let Some(fault) = fault else {
        return Err(ReadError::Empty);
    };
    // Cut between the bytes of one letter.
    if fault.error_len().is_none()
        && let Ok(text) = std::str::from_utf8(&bytes[..fault.valid_up_to()])
        && !text.is_ascii()
    {
        let mut decoded = Decoded::plain(text);
        decoded.cut(bytes);
        return Ok(decoded);
    }
    one_byte(bytes, fault.valid_up_to())
}

/// The text in an encoding of one byte a letter, or why there is none. The
/// words decide: in the right encoding they are Vietnamese.
fn one_byte(bytes: &[u8], fault: usize) -> Result<Decoded<'_>, ReadError> {
    let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let mut windows = Evidence::default();
    for word in words(&text) {
        windows.add(is_syllable(word));
    }
    let latin1: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let garbled = garbled_bytes(&latin1).filter(|(_, evidence)| evidence.syllables > windows.syllables);
    let line = line_of(bytes, fault);
    if let Some((garbling, _)) = garbled {
        return Err(ReadError::Garbled { line, garbling });
    }
    if !windows.convinces() {
        return Err(ReadError::Undecodable {
            line,
            encoding: "UTF-8",
        });
    }
    // Tones are marks of their own there, behind their vowels.
    let mut decoded = Decoded {
        text: Cow::Owned(text.nfc().collect()),
        notes: Vec::new(),
    };
    decoded.guessed(WINDOWS_1258);
    Ok(decoded)
}

fn utf16<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Decoded<'a>, ReadError> {
    let whole = bytes.len() & !1;
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(&bytes[..whole])
        .ok_or_else(|| {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            ReadError::Undecodable {
                line: text.find('\u{fffd}').map_or(1, |at| line_of(text.as_bytes(), at)),
                encoding: encoding.name(),
            }
        })?;
    if let Some(at) = text.find('\0') {
        return Err(ReadError::NotText {
            kind: FileKind::Unknown,
            line: line_of(text.as_bytes(), at),
        });
    }
    let mut decoded = Decoded {
        text,
        notes: Vec::new(),
    };
    if whole < bytes.len() {
        let text = decoded.text.clone();
        decoded.cut(text.as_bytes());
    }
    Ok(decoded)
}

/// So many units show whether bytes are UTF-16.
const SAMPLE: usize = 4096;
/// So many of a hundred letters must be of the Vietnamese alphabet.
const SHARE_OF_LETTERS: usize = 95;

/// Whether the bytes are Vietnamese in this form of UTF-16.
fn is_utf16(bytes: &[u8], encoding: &Encoding) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if encoding == UTF_16LE {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    };
    let units = sample.len() / 2;
    let letters = sample
        .chunks_exact(2)
        .map(unit)
        .filter(|unit| matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0..=0x1b0 | 0x300..=0x323 | 0x1e00..=0x1eff | 0x2010..=0x2026))
        .count();
    units > 0 && letters * 100 >= units * SHARE_OF_LETTERS
}

impl<'a> Decoded<'a> {
    fn plain(text: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            notes: Vec::new(),
        }
    }

    fn guessed(&mut self, encoding: &'static Encoding) {
        self.notes.push(Note {
            kind: NoteKind::EncodingGuessed,
            row: None,
            text: encoding.name().to_owned(),
            lines: Lines::one(1),
        });
    }

    /// The file ends inside a letter.
    fn cut(&mut self, bytes: &[u8]) {
        self.notes.push(Note {
            kind: NoteKind::TextCut,
            row: None,
            text: String::new(),
            lines: Lines::one(line_of(bytes, bytes.len())),
        });
    }
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], at: usize) -> u32 {
    let lines = bytes[..at].split(|&byte| byte == b'\n').count();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::garbled::Garbling;
    use super::*;

    const TEXT: &str = "KẾ HOẠCH\nThực hiện nhiệm vụ được giao: Đường Võ Nguyên Giáp, giữ gìn ở Hà Nội.\n";

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text.into_owned()
    }

    fn kinds(bytes: &[u8]) -> Vec<NoteKind> {
        decode(bytes).unwrap().notes.iter().map(|note| note.kind).collect()
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    /// The bytes of Windows-1258, tones behind their vowels.
    fn windows_1258(text: &str) -> Vec<u8> {
        let is_tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let mut apart = String::new();
        for c in text.chars() {
            let parts: Vec<char> = c.nfd().collect();
            apart.extend(parts.iter().copied().filter(|&c| !is_tone(c)).nfc());
            apart.extend(parts.into_iter().filter(|&c| is_tone(c)));
        }
        let (bytes, _, unmappable) = WINDOWS_1258.encode(&apart);
        assert!(!unmappable);
        bytes.into_owned()
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let bare = utf16(TEXT, order);
            assert_eq!(text(&bare), TEXT);
            assert_eq!(kinds(&bare), [NoteKind::EncodingGuessed]);
            let marked = utf16(&format!("\u{feff}{TEXT}"), order);
            assert_eq!(text(&marked), TEXT);
            assert!(kinds(&marked).is_empty());
            assert_eq!(kinds(&marked[..marked.len() - 1]), [NoteKind::TextCut]);
        }
        let torn = decode(b"\xff\xfea\0\n\0\x00\xd8b\0").unwrap_err();
        assert_eq!(
            torn,
            ReadError::Undecodable {
                line: 2,
                encoding: "UTF-16LE"
            }
        );
    }

    #[test]
    fn windows_1258_is_read_and_nothing_else_taken_for_it() {
        let bytes = windows_1258(TEXT);
        assert_eq!(text(&bytes), TEXT);
        assert_eq!(kinds(&bytes), [NoteKind::EncodingGuessed]);
        let undecodable = Err(ReadError::Undecodable {
            line: 2,
            encoding: "UTF-8",
        });
        for bytes in [
            b"Dear Sir,\nthe caf\xe9, the na\xefve d\xe9cor and the r\xe9sum\xe9s\n".as_slice(),
            b"a\n\xff\n",
            b"Gr\n\xfc\xdfe \xfcber \xd6l\n",
            // Shift JIS.
            b"a\n\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x65\x83\x4c\x83\x58\x83\x67\n",
        ] {
            assert_eq!(decode(bytes).map(|decoded| decoded.text.into_owned()), undecodable);
        }
    }

    #[test]
    fn the_fonts_of_before_are_named() {
        let line = "Trang 1\nNhiÖm vô ®Èy m¹nh ph¸t triÓn";
        let bytes: Vec<u8> = line.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        let garbling = Garbling::Tcvn3;
        assert_eq!(decode(&bytes).unwrap_err(), ReadError::Garbled { line: 2, garbling });
        let line = "Nhieäm vuï ñaåy maïnh phaùt trieån";
        let bytes: Vec<u8> = line.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        let garbling = Garbling::Vni;
        assert_eq!(decode(&bytes).unwrap_err(), ReadError::Garbled { line: 1, garbling });
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        for (bytes, kind, line) in [
            (b"PK\x03\x04\x14\x00".as_slice(), FileKind::Zip, 1),
            (b"%PDF-1.7\n", FileKind::Pdf, 1),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::OldOffice, 1),
            (b"{\\rtf1\\ansi", FileKind::Rtf, 1),
            (b"a\nb\0c", FileKind::Unknown, 2),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\xff\xfe", FileKind::Unknown, 1),
        ] {
            assert_eq!(decode(bytes).unwrap_err(), ReadError::NotText { kind, line });
        }
        assert!(decode(b"").is_ok_and(|decoded| decoded.text.is_empty()));
    }

    #[test]
    fn a_text_cut_inside_a_letter_is_read_up_to_there() {
        let bytes = "KẾ HOẠCH\nThực hiệ".as_bytes();
        let cut = &bytes[..bytes.len() - 1];
        assert_eq!(text(cut), "KẾ HOẠCH\nThực hi");
        assert_eq!(kinds(cut), [NoteKind::TextCut]);
        assert_eq!(decode(cut).unwrap().notes[0].lines, Lines::one(2));
    }
}
