//! Where two texts have other words in the same place.

use std::borrow::Cow;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{Word, folded, toneless};

/// So many words at the most stand between what moved and its old place.
const MOVED: usize = 2;

/// Words that stand in place of each other, between words both texts have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exchange<'t, 'w> {
    /// The words of the left and of the right text; one of them may have none.
    pub(super) words: [&'w [Word<'t>]; 2],
    /// The words right before it that both texts have, as each has them.
    pub(super) before: [&'w [Word<'t>]; 2],
    /// The words right behind it that both texts have, as each has them.
    pub(super) behind: [&'w [Word<'t>]; 2],
}

impl Exchange<'_, '_> {
    /// The words of both sides, folded, a blank apart.
    pub(super) fn folded(&self) -> [String; 2] {
        self.words
            .map(|words| words.iter().map(key).collect::<Vec<_>>().join(" "))
    }

    /// How many words stand on the side that has fewer, and on the other.
    pub(super) fn lengths(&self) -> [usize; 2] {
        let mut lengths = self.words.map(<[_]>::len);
        lengths.sort_unstable();
        lengths
    }

    /// How many words right around it both texts have.
    pub(super) fn shared(&self) -> usize {
        self.before[0].len() + self.behind[0].len()
    }
}

/// The places where two texts differ, in order, save in blanks and marks
/// (`100km`, `100 km`; `Bảy`, `Bẩy`). A word alone that both have parts no
/// places: `Vinh Phú`, `Thành Vinh`.
pub(super) fn exchanges<'t, 'w>(left: &'w [Word<'t>], right: &'w [Word<'t>]) -> Vec<Exchange<'t, 'w>> {
    // Most words are printed alike at both ends, and need no folding.
    let are_alike = |(one, other): &(&Word<'_>, &Word<'_>)| one.text == other.text;
    let first = left.iter().zip(right).take_while(are_alike).count();
    let (l, r) = (&left[first..], &right[first..]);
    let last = l.iter().rev().zip(r.iter().rev()).take_while(are_alike).count();
    let [l, r] = [&l[..l.len() - last], &r[..r.len() - last]].map(|words| words.iter().map(key).collect::<Vec<_>>());
    let letters = |words: &[Word<'_>]| words.iter().map(|word| bare(word.text)).collect::<String>();
    let mut places: Vec<[Range<usize>; 2]> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &l, &r) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let [one, other] = [op.old_range(), op.new_range()].map(|range| range.start + first..range.end + first);
        if letters(&left[one.clone()]) == letters(&right[other.clone()]) {
            continue;
        }
        match places.last_mut() {
            Some([l, r])
                if one.start <= l.end + 1
                    || (one.start <= l.end + MOVED
                        && has_moved(
                            [&left[l.start..one.end], &right[r.start..other.end]],
                            [l, r],
                            [&one, &other],
                        )) =>
            {
                (l.end, r.end) = (one.end, other.end);
            }
            _ => places.push([one, other]),
        }
    }
    let starts = places
        .iter()
        .skip(1)
        .map(|place| place.clone().map(|range| range.start));
    let nexts: Vec<[usize; 2]> = starts.chain([[left.len(), right.len()]]).collect();
    let mut from = [0, 0];
    let exchange = |([l, r], [next_left, next_right]): ([Range<usize>; 2], [usize; 2])| {
        let before = [&left[from[0]..l.start], &right[from[1]..r.start]];
        from = [l.end, r.end];
        Exchange {
            behind: [&left[l.end..next_left], &right[r.end..next_right]],
            words: [&left[l], &right[r]],
            before,
        }
    };
    places.into_iter().zip(nexts).map(exchange).collect()
}

/// Whether words stand before and behind the same ones: only the left text has
/// something here, and only the right one there. Names are kept apart.
fn has_moved(words: [&[Word<'_>]; 2], [l, r]: [&Range<usize>; 2], [one, other]: [&Range<usize>; 2]) -> bool {
    let is_crossed = (r.is_empty() && one.is_empty()) || (l.is_empty() && other.is_empty());
    let is_named = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    is_crossed && !words.iter().any(|words| words.iter().any(is_named))
}

/// What a word is compared by.
pub(super) fn key<'t>(word: &Word<'t>) -> Cow<'t, str> {
    folded(word.text)
}

/// Bare letters, `y` and `i` as one.
pub(super) fn bare(word: &str) -> String {
    toneless(word).replace('y', "i")
}

/// What a check of one place tells of two texts.
#[cfg(test)]
pub(super) fn in_each<T>(texts: [&str; 2], check: impl Fn(&Exchange<'_, '_>, [&str; 2]) -> Option<T>) -> Vec<T> {
    let [left, right] = texts.map(|text| crate::text::words(text).collect::<Vec<_>>());
    let places = exchanges(&left, &right);
    places.iter().filter_map(|place| check(place, texts)).collect()
}
