//! What happens again and again.

use super::lex::{Cursor, Kind, Token};
use super::turns::{in_each, turns};
use super::window::window;
use super::{Mode, condition, lead_in, lower_initial};
use crate::model::deadline::{Deadline, DeadlineKind, Rhythm, Stage};

/// Reads a recurring deadline up to the end.
pub(super) fn recurring(mut c: Cursor, mode: Mode) -> Option<Deadline> {
    lead_in(&mut c, mode);
    let opening = if mode == Mode::Cell {
        opening_anchor(&mut c)
    } else {
        None
    };
    let every = rhythms(&mut c)?;
    let anchor = opening.or_else(|| closing_anchor(&mut c));
    let found = |within: Option<Deadline>, milestone: Option<Stage>| {
        let (within, milestone) = (within.map(Box::new), milestone.map(Box::new));
        let (every, anchor) = (every.clone(), anchor.clone());
        Deadline::new(DeadlineKind::Recurring {
            every,
            anchor,
            within,
            milestone,
        })
    };
    if c.done() {
        return Some(found(None, None));
    }
    if let Some((window, rest)) = within(c) {
        if rest.done() {
            return Some(found(Some(window), None));
        }
        if let Some(condition) = condition::after(rest, mode) {
            return Some(condition::conditional(&condition, Some(found(Some(window), None))));
        }
    }
    if let Some(condition) = condition::after(c, mode) {
        return Some(condition::conditional(&condition, Some(found(None, None))));
    }
    if mode == Mode::Cell {
        milestone(c).map(|stage| found(None, Some(stage)))
    } else {
        None
    }
}

/// Reads rhythms in a row (`hằng tháng, quý, 6 tháng, hằng năm`).
pub(super) fn rhythms(c: &mut Cursor) -> Option<Vec<Rhythm>> {
    let first = rhythm(c)?;
    let mut every = vec![first];
    while let Some(next) = c.attempt(|c| {
        let set_apart = c.mark(&[',', '/', '-', '&']).is_some() | c.word("và") | c.word("hoặc");
        c.mark(&[';']);
        rhythm(c).or_else(|| if set_apart { unit(c) } else { None })
    }) {
        if !every.contains(&next) {
            every.push(next);
        }
    }
    Some(every)
}

fn rhythm(c: &mut Cursor) -> Option<Rhythm> {
    c.attempt(|c| {
        if c.any(&["thường xuyên", "liên tục", "thường kỳ"]) {
            return Some(Rhythm::Continuous);
        }
        if c.word("đột") {
            return c.word("xuất").then_some(Rhythm::Occasional);
        }
        if c.any(&EVERY) {
            return any_unit(c).map(|rhythm| in_each(c, rhythm));
        }
        if let Some(rhythm) = turns(c) {
            return Some(rhythm);
        }
        c.phrase("định kỳ").then_some(())?;
        if c.any(&EVERY) {
            return any_unit(c).map(|rhythm| in_each(c, rhythm));
        }
        Some(turns(c).or_else(|| unit(c)).unwrap_or(Rhythm::Periodic))
    })
}

pub(super) const EVERY: [&str; 4] = ["hàng", "hằng", "mỗi", "từng"];

/// A unit after the word for "every", where a figure after it starts something else.
pub(super) fn any_unit(c: &mut Cursor) -> Option<Rhythm> {
    for (word, rhythm) in [
        ("ngày", Rhythm::Daily),
        ("tuần", Rhythm::Weekly),
        ("tháng", Rhythm::Monthly),
        ("quý", Rhythm::Quarterly),
        ("qúy", Rhythm::Quarterly),
        ("năm", Rhythm::Yearly),
    ] {
        if c.word(word) {
            return Some(rhythm);
        }
    }
    c.attempt(|c| {
        let months = c.small().or_else(|| c.word("sáu").then_some(6))?;
        c.word("tháng").then_some(())?;
        match months {
            3 => Some(Rhythm::Quarterly),
            6 => Some(Rhythm::HalfYearly),
            9 => Some(Rhythm::NineMonthly),
            _ => None,
        }
    })
}

/// A unit on its own, which must not be the first word of a point (`năm 2026`,
/// `quý II/2026`, `6 tháng đầu năm 2026`).
fn unit(c: &mut Cursor) -> Option<Rhythm> {
    c.attempt(|c| {
        let rhythm = any_unit(c)?;
        let goes_on = c.peek().is_some_and(|next| match next.kind {
            Kind::Number { .. } => true,
            Kind::Word(word) => ["i", "ii", "iii", "iv", "đầu", "cuối"].contains(&word),
            Kind::Mark(_) => false,
        });
        (!goes_on).then_some(rhythm)
    })
}

/// `Trước ngày 15/12` hằng năm.
fn opening_anchor(c: &mut Cursor) -> Option<String> {
    let every = EVERY.map(Kind::Word);
    let length = c.rest().iter().position(|token| every.contains(&token.kind))?;
    let anchor = &c.rest()[..length];
    is_anchor(anchor).then_some(())?;
    let text = c.text_up_to(c.at() + length);
    *c = c.moved_to(c.at() + length);
    Some(lower_initial(text))
}

/// Hằng năm `(trước ngày 15/12)`; without brackets only where nothing follows.
fn closing_anchor(c: &mut Cursor) -> Option<String> {
    c.attempt(|c| {
        let close = c.rest().iter().position(|token| token.kind == Kind::Mark(')'));
        let bracketed = c.mark(&['(']).is_some();
        let length = if bracketed { close? - 1 } else { c.rest().len() };
        if !bracketed {
            c.mark(&[',', '-', ':']);
        }
        let anchor = c.rest().get(..length).unwrap_or(c.rest());
        is_anchor(anchor).then_some(())?;
        let end = c.at() + anchor.len();
        let text = lower_initial(c.text_up_to(end));
        *c = c.moved_to(end + usize::from(bracketed));
        Some(text)
    })
}

/// Whether these are words of dates with at least one number and no year.
fn is_anchor(tokens: &[Token]) -> bool {
    let dates_only = tokens.iter().all(|token| match token.kind {
        Kind::Number { digits, .. } => digits <= 2,
        Kind::Word(word) => ANCHOR_WORDS.contains(&word),
        Kind::Mark(mark) => ['/', '-', ',', '.'].contains(&mark),
    });
    let numbered = tokens.iter().any(|token| match token.kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => ["i", "ii", "iii", "iv"].contains(&word),
        Kind::Mark(_) => false,
    });
    dates_only && numbered
}

pub(super) const ANCHOR_WORDS: [&str; 19] = [
    "trước", "ngày", "tháng", "quý", "tuần", "thứ", "đầu", "giữa", "cuối", "trong", "vào", "đến", "hết", "và", "từ",
    "i", "ii", "iii", "iv",
];

/// `, giai đoạn 2025-2030`, ` (2026-2030)`, ` trong năm 2026`, and what is left
/// behind it.
fn within(mut c: Cursor) -> Option<(Deadline, Cursor)> {
    if let Some(inner) = condition::bracketed(c) {
        c = inner;
    } else {
        c.mark(&[',', ';', '-', ':']);
    }
    let window = window(&mut c)?;
    Some((window, c))
}

/// A dated part beside the rhythm: set apart by a mark or by its capital.
fn milestone(mut c: Cursor) -> Option<Stage> {
    let set_apart = c.mark(&[',', ';', '.', '-', ':']).is_some();
    (set_apart || c.peek()?.capital).then_some(())?;
    let mut after = c;
    if let Some(when) = window(&mut after) {
        after.mark(&[',', ':', '-']);
        return stage(after, after.text_left(), when);
    }
    let (at, when) = (c.at() + 1..c.at() + c.rest().len()).find_map(|at| {
        let mut date = c.moved_to(at);
        window(&mut date).filter(|_| date.done()).map(|when| (at, when))
    })?;
    stage(c, c.text_up_to(at), when)
}

/// What is done takes two words at least, and is no rhythm: such a label is a
/// slip, not a stage.
fn stage(mut c: Cursor, label: &str, when: Deadline) -> Option<Stage> {
    let words = label
        .split(' ')
        .filter(|word| word.starts_with(char::is_alphabetic))
        .count();
    (words > 1 && rhythm(&mut c).is_none()).then(|| Stage {
        label: lower_initial(label),
        when,
    })
}
