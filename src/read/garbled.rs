//! Vietnamese that is not Unicode: text in the fonts of before, whose letters
//! stand where other alphabets have theirs.
//!
//! Such text mostly comes as letters of Latin-1 (`NhiÖm vô` for `Nhiệm vụ`),
//! in a file that is UTF-8 without a fault. It is recognized by its words: in
//! the right decoding they are Vietnamese syllables, in the others not.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::model::{Lines, Note, NoteKind};
use crate::text::{find_pair, is_syllable};

/// How a Vietnamese text came to be no Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Garbling {
    /// TCVN3 (ABC): the fonts `.VnTime`, `.VnTimeH`.
    Tcvn3,
    /// VNI: the fonts `VNI-Times`, `VNI-Helve`.
    Vni,
    /// UTF-8 that some program took for Windows-1252 and saved again.
    Mojibake,
}

impl Garbling {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Mojibake];

    /// The word as it was meant, when it can be one in this encoding.
    fn decode(self, word: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => word.chars().map(tcvn3).collect(),
            Self::Vni => Some(vni(word)),
            Self::Mojibake => {
                let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(word);
                String::from_utf8(bytes.into_owned()).ok().filter(|_| !unmappable)
            }
        }
    }
}

impl fmt::Display for Garbling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Mojibake => "UTF-8 read as Windows-1252",
        })
    }
}

/// So many words at the least show an encoding; fewer may be chance.
pub(super) const FEWEST_WORDS: usize = 3;
/// So many of a hundred words must be Vietnamese in it: abbreviations and names are not.
pub(super) const SHARE_OF_SYLLABLES: usize = 80;

/// How many words were looked at, and how many are Vietnamese.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    pub(super) words: usize,
    pub(super) syllables: usize,
}

impl Evidence {
    pub(super) fn add(&mut self, is_syllable: bool) {
        self.words += 1;
        self.syllables += usize::from(is_syllable);
    }

    pub(super) fn convinces(self) -> bool {
        self.syllables >= FEWEST_WORDS && self.syllables * 100 >= self.words * SHARE_OF_SYLLABLES
    }
}

/// What the words of a text are.
#[derive(Debug, Default)]
struct Census {
    /// Words with letters that only Vietnamese in Unicode has.
    proper: usize,
    /// For each of [`Garbling::ALL`], the words with letters Vietnamese does not have.
    garbled: [Evidence; 3],
}

impl Census {
    fn count(&mut self, text: &str) {
        for word in words(text) {
            if word.chars().any(is_proper) {
                self.proper += 1;
            } else if word.chars().any(is_foreign) {
                for (evidence, garbling) in self.garbled.iter_mut().zip(Garbling::ALL) {
                    evidence.add(garbling.decode(word).is_some_and(|word| is_syllable(&word)));
                }
            }
        }
    }

    /// The encoding most words speak for, when they convince and no more words
    /// are plain Vietnamese.
    fn verdict(&self) -> Option<Garbling> {
        let best = self
            .garbled
            .iter()
            .zip(Garbling::ALL)
            .rev()
            .max_by_key(|(evidence, _)| evidence.syllables);
        best.filter(|(evidence, _)| evidence.convinces() && evidence.syllables > self.proper)
            .map(|(_, garbling)| garbling)
    }
}

/// What of a text is garbled.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Garbled {
    /// Nothing, or these lines, as notes.
    Lines(Vec<Note>),
    /// The text as a whole, from this line on.
    Text(Garbling, u32),
}

/// Looks for garbled Vietnamese in a text that is not normalized yet.
pub(super) fn garbled(text: &str) -> Garbled {
    let bytes = text.as_bytes();
    let mut whole = Census::default();
    let mut notes: Vec<Note> = Vec::new();
    let mut first = None;
    let (mut at, mut number) = (0, 1);
    // Few lines have anything foreign.
    while let Some(skipped) = find_pair(&bytes[at..], may_be_foreign) {
        let found = at + skipped;
        let start = memchr::memrchr(b'\n', &bytes[..found]).map_or(0, |end| end + 1);
        let end = memchr::memchr(b'\n', &bytes[found..]).map_or(bytes.len(), |more| found + more);
        let passed = bytes.get(at..start).unwrap_or_default();
        number += u32::try_from(memchr::memchr_iter(b'\n', passed).count()).unwrap_or(u32::MAX);
        let line = &text[start..end];
        at = end;
        let mut census = Census::default();
        census.count(line);
        let found = census.verdict();
        for (sum, evidence) in whole.garbled.iter_mut().zip(census.garbled) {
            sum.words += evidence.words;
            sum.syllables += evidence.syllables;
        }
        if first.is_none() && census.garbled.iter().any(|evidence| evidence.syllables > 0) {
            first = Some(number);
        }
        if let Some(garbling) = found {
            match notes.last_mut() {
                Some(note) if note.lines.last + 1 == number && note.text == garbling.to_string() => {
                    note.lines.last = number;
                }
                _ => notes.push(Note {
                    kind: NoteKind::TextGarbled,
                    row: None,
                    text: garbling.to_string(),
                    lines: Lines::one(number),
                }),
            }
        }
    }
    if whole.verdict().is_some() {
        whole.proper = words(text).filter(|word| word.chars().any(is_proper)).count();
    }
    match whole.verdict() {
        Some(garbling) => Garbled::Text(garbling, first.unwrap_or(1)),
        None => Garbled::Lines(notes),
    }
}

/// The encoding that 8-bit text, one character a byte, is in.
pub(super) fn garbled_bytes(text: &str) -> Option<(Garbling, Evidence)> {
    let mut census = Census::default();
    census.count(text);
    let garbling = census.verdict()?;
    let at = Garbling::ALL.iter().position(|&known| known == garbling)?;
    Some((garbling, census.garbled[at]))
}

/// The words with letters beyond ASCII beside one of ASCII: a sign of Latin-1
/// inside a word is a letter of TCVN3, one alone (`½`) says nothing.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic())
        .filter(|word| !word.is_ascii() && word.contains(|c: char| c.is_ascii_alphabetic()))
}

/// Letters and marks that Latin-1 does not have and Vietnamese has.
const fn is_proper(c: char) -> bool {
    matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ' | '\u{300}'..='\u{323}')
}

/// Characters of Latin-1 that no Vietnamese word has.
const fn is_foreign(c: char) -> bool {
    matches!(c, '\u{a1}'..='ÿ')
        && !matches!(
            c,
            'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ð' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
                | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        )
}

/// [`is_foreign`] on two bytes of UTF-8; `Ð` passes too.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, see find_pair")]
const fn may_be_foreign(here: u8, next: u8) -> bool {
    // Capitals and small letters stand 32 apart.
    let letter = next & 0x1f;
    let is_proper = (letter < 0x04)
        | ((letter >= 0x08) & (letter <= 0x0d) & (letter != 0x0b))
        | ((letter >= 0x12) & (letter <= 0x15))
        | (letter == 0x19)
        | (letter == 0x1a)
        | (letter == 0x1d);
    ((here == 0xc2) & (next > 0xa0)) | ((here == 0xc3) & !is_proper)
}

/// The letters of TCVN3 from 0xA1 to 0xFE; `-` where it has none (TCVN 5712:1993).
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ------àảãáạ-ằẳẵắ-------ặầẩẫấậè-ẻẽéẹềểễếệìỉ---ĩíịò-ỏõóọồổỗốộờởỡớợù-ủũúụừửữứựỳỷỹýỵ";

fn tcvn3(c: char) -> Option<char> {
    match u32::from(c) {
        0..=0x7f => Some(c),
        code @ 0xa1..=0xfe => TCVN3.chars().nth(code as usize - 0xa1).filter(|&letter| letter != '-'),
        _ => None,
    }
}

/// A word of VNI: marks stand behind their vowels as letters of Latin-1.
fn vni(word: &str) -> String {
    let mut out = String::with_capacity(2 * word.len());
    for c in word.chars() {
        let letter = match c {
            'ñ' => "đ",
            'Ñ' => "Đ",
            'æ' | 'Æ' => "ỉ",
            'ó' | 'Ó' => "ĩ",
            'ò' | 'Ò' => "ị",
            'ô' => "ơ",
            'Ô' => "Ơ",
            'ö' => "ư",
            'Ö' => "Ư",
            'î' | 'Î' => "ỵ",
            'ø' | 'Ø' => "\u{300}",
            'ù' | 'Ù' => "\u{301}",
            'û' | 'Û' => "\u{309}",
            'õ' | 'Õ' => "\u{303}",
            'ï' | 'Ï' => "\u{323}",
            'â' | 'Â' => "\u{302}",
            'à' | 'À' => "\u{302}\u{300}",
            'á' | 'Á' => "\u{302}\u{301}",
            'å' | 'Å' => "\u{302}\u{309}",
            'ã' | 'Ã' => "\u{302}\u{303}",
            'ä' | 'Ä' => "\u{302}\u{323}",
            'ê' | 'Ê' => "\u{306}",
            'è' | 'È' => "\u{306}\u{300}",
            'é' | 'É' => "\u{306}\u{301}",
            'ú' | 'Ú' => "\u{306}\u{309}",
            'ü' | 'Ü' => "\u{306}\u{303}",
            'ë' | 'Ë' => "\u{306}\u{323}",
            c => {
                out.push(c);
                continue;
            }
        };
        out.push_str(letter);
    }
    out.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEANT: &str = "Nhiệm vụ đẩy mạnh phát triển";

    #[test]
    fn the_three_are_decoded_and_told_apart() {
        for (printed, garbling) in [
            ("NhiÖm vô ®Èy m¹nh ph¸t triÓn", Garbling::Tcvn3),
            ("Nhieäm vuï ñaåy maïnh phaùt trieån", Garbling::Vni),
            ("Nhiá»‡m vá»¥ Ä‘áº©y máº¡nh phÃ¡t triá»ƒn", Garbling::Mojibake),
        ] {
            let words: Option<Vec<String>> = printed.split(' ').map(|word| garbling.decode(word)).collect();
            assert_eq!(words.unwrap().join(" "), MEANT);
            assert_eq!(garbled(&format!("Trang 1\n{printed}\n")), Garbled::Text(garbling, 2));
        }
    }

    #[test]
    fn plain_vietnamese_and_other_languages_are_not_garbled() {
        for text in [
            MEANT,
            "Hoà Lạc, diện tích 40 m² × 2, «một» §3, 25°C",
            "Sử dụng phần mềm của Groß Söhne, Malmö, Curaçao, Århus",
            "Größe über Straße, naïve façade, mañana señor",
            "Tieu chuan ISO ± 5 µm ½ ¾ ¼",
        ] {
            assert_eq!(garbled(text), Garbled::Lines(Vec::new()), "{text}");
        }
    }

    #[test]
    fn a_few_garbled_lines_in_a_text_are_noted() {
        let text = format!("{MEANT}\n{MEANT}\nNhiÖm vô ®Èy m¹nh ph¸t triÓn\nNhiÖm vô ®Èy m¹nh\n{MEANT}\n{MEANT}\n");
        let Garbled::Lines(notes) = garbled(&text) else {
            panic!("most of the text is in order")
        };
        assert_eq!(notes.len(), 1);
        assert_eq!(
            (notes[0].kind, notes[0].lines),
            (NoteKind::TextGarbled, Lines { first: 3, last: 4 })
        );
    }
}
