//! Lists of phrases a text is searched for at every word.

use super::spelling::is_word_char;
use super::words::narrow;

/// A sorted list of folded phrases without short words.
#[derive(Debug)]
pub(super) struct Phrases {
    sorted: &'static [&'static str],
    openings: Openings,
}

impl Phrases {
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        Self {
            sorted,
            openings: Openings::new(sorted),
        }
    }

    pub const fn openings(&self) -> &Openings {
        &self.openings
    }

    /// Whether a phrase may open with this word.
    pub fn may_open(&self, word: Opening) -> bool {
        self.openings.may_contain(word)
    }

    /// The phrases that begin with this word, to be narrowed further.
    pub fn opened_by(&self, word: &str) -> &'static [&'static str] {
        narrow(self.sorted, 0, word, |phrase| phrase)
    }

    #[cfg(test)]
    pub fn is_sorted(&self) -> bool {
        self.sorted.is_sorted()
    }
}

/// The first words of some phrases, as one bit each: most words of a text open
/// no phrase, and one look tells. Two words may share a bit.
#[derive(Debug, Clone, Default)]
pub(super) struct Openings([u64; Openings::ROWS]);

impl Openings {
    /// 1024 bits: of the words that open none of 150 phrases, one in seven is
    /// looked up in vain.
    const ROWS: usize = 16;

    pub const fn new(phrases: &[&str]) -> Self {
        let mut openings = Self([0; Self::ROWS]);
        let mut index = 0;
        while index < phrases.len() {
            openings.insert(Opening::of(phrases[index]));
            index += 1;
        }
        openings
    }

    pub const fn insert(&mut self, Opening(row, bit): Opening) {
        self.0[row] |= bit;
    }

    /// These and others.
    pub const fn and(mut self, others: &Self) -> Self {
        let mut row = 0;
        while row < Self::ROWS {
            self.0[row] |= others.0[row];
            row += 1;
        }
        self
    }

    pub fn may_contain(&self, Opening(row, bit): Opening) -> bool {
        self.0[row] & bit != 0
    }
}

/// The bit of a phrase among [`Openings`], by its first word; none for an
/// empty one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opening(usize, u64);

impl Opening {
    /// Of a folded phrase.
    pub const fn of(phrase: &str) -> Self {
        let bytes = phrase.as_bytes();
        let mut hash = HASH_START;
        let mut index = 0;
        while index < bytes.len() && bytes[index] != b' ' {
            hash = hashed(hash, bytes[index]);
            index += 1;
        }
        if index == 0 { Self(0, 0) } else { Self::with_hash(hash) }
    }

    /// Of the printed word a text begins with, without folding it. `None`
    /// where only folding tells: the tone may stand elsewhere (`uỷ`, `qũy`),
    /// or it is an abbreviation and may go on behind a blank (`CA TP`).
    pub fn of_printed(text: &str) -> Option<Self> {
        let mut hash = HASH_START;
        let mut last = ['\0'; 2];
        let mut has_small = false;
        for c in text.chars().take_while(|&c| is_word_char(c)) {
            let small = lower(c);
            has_small |= small == c;
            last = [last[1], small];
            let mut bytes = [0; 4];
            hash = small.encode_utf8(&mut bytes).bytes().fold(hash, hashed);
        }
        let tone_may_move = matches!(last, ['o' | 'u', tone] if !tone.is_ascii())
            || matches!(last, [tone, 'y'] if !tone.is_ascii() && text.starts_with(['q', 'Q']));
        (has_small && !tone_may_move).then(|| Self::with_hash(hash))
    }

    const fn with_hash(hash: u32) -> Self {
        Self((hash >> 24) as usize % Openings::ROWS, 1 << ((hash >> 16) % u64::BITS))
    }
}

/// FNV-1a, as a constant function can do it.
const HASH_START: u32 = 0x811c_9dc5;

const fn hashed(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

fn lower(c: char) -> char {
    match c {
        'a'..='z' => c,
        'Ð' | 'ð' => 'đ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_is_the_first_word() {
        static PHRASES: Phrases = Phrases::new(&["ban quản lý", "sở"]);
        assert!(PHRASES.may_open(Opening::of("ban")));
        assert!(PHRASES.may_open(Opening::of("sở")));
        assert!(!PHRASES.may_open(Opening::of("quản")));
        assert!(!PHRASES.may_open(Opening::of("")));
        assert_eq!(PHRASES.opened_by("ban"), ["ban quản lý"]);
    }

    #[test]
    fn a_printed_word_has_the_bit_of_the_folded_one() {
        for (printed, folded) in [
            ("Sở Y tế", "sở"),
            ("các", "các"),
            ("Đảng", "đảng"),
            ("Ủy ban", "ủy"),
            ("Xã,", "xã"),
        ] {
            assert_eq!(Opening::of_printed(printed), Some(Opening::of(folded)), "{printed}");
        }
        for printed in ["Uỷ ban", "Qũy", "UBND", "", "-"] {
            assert_eq!(Opening::of_printed(printed), None, "{printed}");
        }
    }
}
