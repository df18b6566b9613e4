//! Lists of phrases a text is searched for at every word.

use crate::text::Opening;

/// A sorted list of folded phrases without short words.
#[derive(Debug)]
pub(super) struct Phrases {
    sorted: &'static [&'static str],
    /// The phrases by their first words, each at the place its hash tells or
    /// at the next free one: most words of a text open no phrase, and one look
    /// tells.
    groups: [Group; SLOTS],
}

/// The phrases of one first word; a free place where there are none.
#[derive(Debug, Clone, Copy)]
struct Group {
    opening: Opening,
    from: usize,
    to: usize,
}

/// More than twice the first words of the longest list.
const SLOTS: usize = 128;

impl Phrases {
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        assert!(2 * sorted.len() <= SLOTS, "half of the places stay free");
        let mut groups = [Group {
            opening: Opening::of(""),
            from: 0,
            to: 0,
        }; SLOTS];
        let mut from = 0;
        while from < sorted.len() {
            let opening = Opening::of(sorted[from]);
            let mut to = from + 1;
            while to < sorted.len() && Opening::of(sorted[to]).is(opening) {
                to += 1;
            }
            let mut slot = opening.slot(SLOTS);
            while groups[slot].to > 0 {
                slot = (slot + 1) % SLOTS;
            }
            groups[slot] = Group { opening, from, to };
            from = to;
        }
        Self { sorted, groups }
    }

    /// All of them.
    pub const fn all(&self) -> &'static [&'static str] {
        self.sorted
    }

    /// The phrases that begin with the same word, to be narrowed further.
    #[inline]
    pub fn opened_by(&self, opening: Opening) -> &'static [&'static str] {
        let mut slot = opening.slot(SLOTS);
        loop {
            let group = self.groups[slot];
            if group.to == 0 || group.opening == opening {
                return &self.sorted[group.from..group.to];
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    #[cfg(test)]
    pub fn is_sorted(&self) -> bool {
        let is_found = |phrase: &&str| self.opened_by(Opening::of(phrase)).contains(phrase);
        self.sorted.is_sorted() && self.sorted.iter().all(is_found)
    }
}

/// The items of a sorted slice whose keys go on with `piece` behind the first
/// `depth` bytes, which all have in common.
pub(super) fn narrow<'s, T>(items: &'s [T], depth: usize, piece: &str, key: impl Fn(&T) -> &str) -> &'s [T] {
    let piece = piece.as_bytes();
    let goes_on = |item: &T| key(item).as_bytes()[depth..].starts_with(piece);
    // In a sorted slice the first and the last speak for all.
    if items.first().is_some_and(goes_on) && items.last().is_some_and(goes_on) {
        return items;
    }
    let is_before = |item: &T| {
        let rest = &key(item).as_bytes()[depth..];
        // Mostly the first byte tells.
        match (rest.first(), piece.first()) {
            (here, wanted) if here != wanted => here < wanted,
            _ => rest < piece,
        }
    };
    let from = items.partition_point(is_before);
    let items = &items[from..];
    if items.first().is_some_and(goes_on) {
        &items[..items.partition_point(goes_on)]
    } else {
        &[]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_by_their_first_word() {
        static PHRASES: Phrases = Phrases::new(&["ban", "ban quản lý", "sở"]);
        let opened_by = |form| PHRASES.opened_by(Opening::of(form));
        assert_eq!(opened_by("ban"), ["ban", "ban quản lý"]);
        assert_eq!(opened_by("ban quản lý"), ["ban", "ban quản lý"]);
        assert_eq!(opened_by("sở"), ["sở"]);
        assert_eq!(opened_by("quản"), [""; 0]);
        assert_eq!(opened_by(""), [""; 0]);
    }

    #[test]
    fn narrows_to_what_goes_on() {
        let items = ["ab", "abc", "abd", "ac"];
        assert_eq!(narrow(&items, 1, "b", |item| item), ["ab", "abc", "abd"]);
        assert_eq!(narrow(&items[1..3], 1, "b", |item| item), ["abc", "abd"]);
        assert_eq!(narrow(&items, 0, "b", |item| item), [""; 0]);
        assert_eq!(narrow(&items[..0], 0, "b", |item| item), [""; 0]);
    }
}
