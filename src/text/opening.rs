//! The first words of phrases: most texts are told from them at one look.

/// The hash of the first word of a folded phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Opening(u32);

impl Opening {
    /// That of a phrase or a word; of a text that begins with an ASCII mark
    /// always the same.
    pub(crate) const fn of(phrase: &str) -> Self {
        // FNV-1a, as a constant function can do it.
        let bytes = phrase.as_bytes();
        let mut hash = 0x811c_9dc5;
        let mut index = 0;
        while index < bytes.len() && (bytes[index].is_ascii_alphanumeric() || !bytes[index].is_ascii()) {
            hash = (hash ^ bytes[index] as u32).wrapping_mul(0x0100_0193);
            index += 1;
        }
        Self(hash)
    }

    /// Whether both are that of one word, in constants.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// A number below `count`, which is no more than 4096.
    pub(crate) const fn slot(self, count: usize) -> usize {
        // The high bits are mixed best.
        (self.0 >> 20) as usize % count
    }
}

/// The first words of some phrases, a bit for each of their hashes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter([u64; WORDS]);

const WORDS: usize = 16;

impl Filter {
    /// That of lists of folded phrases.
    pub(crate) const fn of(lists: &[&[&str]]) -> Self {
        let mut filter = Self([0; WORDS]);
        let mut list = 0;
        while list < lists.len() {
            let mut phrase = 0;
            while phrase < lists[list].len() {
                filter.add(Opening::of(lists[list][phrase]));
                phrase += 1;
            }
            list += 1;
        }
        filter
    }

    /// Adds a first word.
    pub(crate) const fn add(&mut self, opening: Opening) {
        let bit = opening.slot(WORDS * 64);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether a phrase may begin with this word; where not, none does.
    #[inline]
    pub(crate) const fn may_open(&self, opening: Opening) -> bool {
        let bit = opening.slot(WORDS * 64);
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_words_pass_and_most_others_do_not() {
        static FILTER: Filter = Filter::of(&[&["ban", "ban quản lý", "sở"], &["tr.đồng"]]);
        for word in ["ban", "sở", "ban chỉ đạo", "sở, ngành", "tr", "tr."] {
            assert!(FILTER.may_open(Opening::of(word)), "{word}");
        }
        for word in ["quản", "bản", "", "%"] {
            assert!(!FILTER.may_open(Opening::of(word)), "{word}");
        }
    }
}
