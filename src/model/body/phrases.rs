//! Lists of phrases a text is searched for at every word.

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
#[derive(Debug)]
pub(super) struct Openings([u64; Openings::ROWS]);

impl Openings {
    /// 512 bits: of the words that open none of 50 phrases, one in ten is
    /// looked up in vain.
    const ROWS: usize = 8;

    pub const fn new(phrases: &[&str]) -> Self {
        let mut bits = [0; Self::ROWS];
        let mut index = 0;
        while index < phrases.len() {
            let Opening(row, bit) = Opening::of(phrases[index]);
            bits[row] |= bit;
            index += 1;
        }
        Self(bits)
    }

    pub fn may_contain(&self, Opening(row, bit): Opening) -> bool {
        self.0.get(row).is_some_and(|bits| bits & bit != 0)
    }
}

/// The bit of a phrase among [`Openings`], by its first word; none for an
/// empty one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening(usize, u64);

impl Opening {
    pub const fn of(phrase: &str) -> Self {
        let bytes = phrase.as_bytes();
        // FNV-1a, as a constant function can do it.
        let mut hash = 0x811c_9dc5_u32;
        let mut index = 0;
        while index < bytes.len() && bytes[index] != b' ' {
            hash = (hash ^ bytes[index] as u32).wrapping_mul(0x0100_0193);
            index += 1;
        }
        let bit = if index == 0 { 0 } else { 1 << ((hash >> 16) % u64::BITS) };
        Self((hash >> 24) as usize % Openings::ROWS, bit)
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
}
