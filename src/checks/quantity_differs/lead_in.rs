//! What stands before a figure and belongs to it.

use super::counted::{Aim, Bound, Change};
use crate::checks::word_before::word_before;
use crate::text::fold;

/// What stands before a figure and belongs to it.
pub(super) struct LeadIn {
    /// Where it begins.
    pub(super) start: usize,
    pub(super) bound: Option<Bound>,
    /// Whether the figure is nearly reached: `gần 100 km`.
    pub(super) is_nearly: bool,
    pub(super) change: Option<Change>,
    pub(super) aim: Aim,
}

impl LeadIn {
    pub(super) fn of(text: &str, at: usize) -> Self {
        let mut lead_in = Self {
            start: at,
            bound: None,
            is_nearly: false,
            change: None,
            aim: Aim::Told,
        };
        let before = text[..at].trim_end();
        for (sign, bound) in SIGNS {
            if let Some(rest) = before.strip_suffix(sign) {
                lead_in.start = rest.len();
                lead_in.bound = Some(bound);
            }
        }
        let mut at = at;
        let before = std::iter::from_fn(|| {
            let word = word_before(text, at).filter(|word| text[word.end()..at].trim().is_empty())?;
            at = word.start;
            Some((word.start, fold(word.text)))
        });
        let mut before: Vec<(usize, String)> = before.take(LONGEST_MODIFIER).collect();
        before.reverse();
        let modifier = MODIFIERS.iter().find_map(|(phrase, bound)| {
            let words = &before[before.len().checked_sub(phrase.len())?..];
            let is_printed = words.iter().zip(*phrase).all(|((_, word), expected)| word == expected);
            is_printed.then(|| (words[0].0, *bound, *phrase))
        });
        let mut is_missed = false;
        if let Some((start, bound, phrase)) = modifier {
            lead_in.start = start;
            lead_in.bound = bound;
            lead_in.is_nearly = phrase == ["gần"];
            is_missed = phrase.ends_with(&["đạt"]);
        }
        lead_in.aim = match aim(text, lead_in.start) {
            Aim::Told if is_missed => Aim::Reached,
            aim => aim,
        };
        let mut before = word_before(text, lead_in.start);
        if before.is_some_and(|word| fold(word.text) == "thêm") {
            before = before.and_then(|word| word_before(text, word.start));
        }
        if let Some(word) = before {
            lead_in.change = match fold(word.text).as_str() {
                "tăng" => Some(Change::Up),
                "giảm" => Some(Change::Down),
                "gấp" => Some(Change::Times),
                _ => return lead_in,
            };
            lead_in.start = word.start;
        }
        lead_in
    }
}

/// How the words before a figure and its modifier speak of it.
fn aim(text: &str, start: usize) -> Aim {
    let mut at = start;
    let nearest = std::iter::from_fn(|| {
        let word = word_before(text, at)?;
        at = word.start;
        Some(fold(word.text))
    });
    for (back, word) in nearest.take(FARTHEST_AIM).enumerate() {
        match word.as_str() {
            "đạt" if back == 0 => return Aim::Reached,
            "giảm" | "còn" | "xuống" | "hạ" => return Aim::FallenTo,
            _ => {}
        }
    }
    Aim::Told
}

/// What is said of a figure stands so many words before it at the most.
const FARTHEST_AIM: usize = 6;

/// Signs that belong to the figure behind them, and what they allow.
const SIGNS: [(char, Bound); 4] = [
    ('<', Bound::Below),
    ('≤', Bound::AtMost),
    ('>', Bound::AtLeast),
    ('≥', Bound::AtLeast),
];

/// Phrases that belong to the figure behind them, folded, and what they allow;
/// longer ones first where one ends another.
const MODIFIERS: &[(&[&str], Option<Bound>)] = &[
    (&["ít", "nhất"], Some(Bound::AtLeast)),
    (&["ít", "nhất", "là"], Some(Bound::AtLeast)),
    (&["tối", "thiểu"], Some(Bound::AtLeast)),
    (&["không", "dưới"], Some(Bound::AtLeast)),
    (&["không", "ít", "hơn"], Some(Bound::AtLeast)),
    (&["không", "thấp", "hơn"], Some(Bound::AtLeast)),
    (&["không", "nhỏ", "hơn"], Some(Bound::AtLeast)),
    (&["không", "cao", "hơn"], Some(Bound::AtMost)),
    (&["không", "lớn", "hơn"], Some(Bound::AtMost)),
    (&["không", "hơn"], Some(Bound::AtMost)),
    (&["không", "đạt"], Some(Bound::Below)),
    (&["chưa", "đạt"], Some(Bound::Below)),
    (&["chưa", "đến"], Some(Bound::Below)),
    (&["chưa", "tới"], Some(Bound::Below)),
    (&["nhỏ", "hơn"], Some(Bound::Below)),
    (&["thấp", "hơn"], Some(Bound::Below)),
    (&["ít", "hơn"], Some(Bound::Below)),
    (&["nhiều", "nhất"], Some(Bound::AtMost)),
    (&["không", "quá"], Some(Bound::AtMost)),
    (&["không", "vượt", "quá"], Some(Bound::AtMost)),
    (&["không", "vượt"], Some(Bound::AtMost)),
    (&["không", "trên"], Some(Bound::AtMost)),
    (&["tối", "đa"], Some(Bound::AtMost)),
    (&["trên", "dưới"], None),
    (&["lớn", "hơn"], Some(Bound::AtLeast)),
    (&["cao", "hơn"], Some(Bound::AtLeast)),
    (&["trên"], Some(Bound::AtLeast)),
    (&["hơn"], Some(Bound::AtLeast)),
    (&["dưới"], Some(Bound::Below)),
    (&["khoảng"], None),
    (&["gần"], None),
];

/// A modifier has so many words at the most.
const LONGEST_MODIFIER: usize = 3;
