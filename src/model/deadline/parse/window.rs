//! Windows of time: points, periods, and the words that bound them.

use super::lex::{Cursor, Kind};
use super::point::{Raw, is_quarter, point, raw, year};
use crate::model::deadline::DeadlineKind;
use crate::model::deadline::point::{Part, Span};
use crate::model::deadline::{Deadline, TimePoint};

/// Reads one window.
pub(super) fn window(c: &mut Cursor) -> Option<Deadline> {
    c.attempt(|c| only(windows(c)?))
}

/// Reads one window, or several that share their words (`Quý II và IV/2026`).
pub(super) fn windows(c: &mut Cursor) -> Option<Vec<Deadline>> {
    may_open(c.peek()?.kind).then_some(())?;
    c.attempt(|c| {
        while c.any(&FRAMES) {}
        let mut kinds = bounded(c)
            .or_else(|| since(c))
            .or_else(|| school_year(c))
            .or_else(|| months_of_year(c))
            .map(|kind| vec![kind])
            .or_else(|| sequence(c))?;
        if going_on(c) {
            let last = kinds.pop()?;
            kinds.push(endless(&last)?);
        }
        vision(c);
        Some(kinds.into_iter().map(Deadline::new).collect())
    })
}

/// Whether a window can start with this: every word of a sentence is asked,
/// and the whole grammar would cost more.
pub(super) fn may_open(kind: Kind) -> bool {
    match kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => is_first_word(word) || is_quarter(word),
        Kind::Mark(_) => false,
    }
}

#[rustfmt::skip]
fn is_first_word(word: &str) -> bool {
    matches!(
        word,
        "năm" | "tháng" | "t" | "ngày" | "đầu" | "giữa" | "cuối" | "nửa" | "sáu" | "trước" | "sau" | "từ" | "kể" | "bắt"
            | "đến" | "tới" | "hết" | "chậm" | "muộn" | "không" | "cho" | "trong" | "vào" | "giai" | "nhiệm" | "thời"
            | "các" | "cả" | "khoảng" | "dự"
    )
}

/// Words that set the frame of a window and add nothing to it.
const FRAMES: [&str; 12] = [
    "trong",
    "vào",
    "giai đoạn",
    "nhiệm kỳ",
    "nhiệm kì",
    "thời kỳ",
    "thời kì",
    "các",
    "cả",
    "khoảng",
    "dự kiến",
    "thời điểm",
];

/// The element, where it is the only one.
fn only<T>(items: Vec<T>) -> Option<T> {
    <[T; 1]>::try_from(items).ok().map(|[only]| only)
}

/// `Trước 2030`, `Đến hết năm 2027`, `Chậm nhất ngày 31/12/2026`.
fn bounded(c: &mut Cursor) -> Option<DeadlineKind> {
    c.attempt(|c| {
        let until = c.any(&UNTIL);
        if c.any(&["trước thời điểm", "trước"]) {
            return Some(DeadlineKind::Before { point: point(c)? });
        }
        while until && c.any(&["trong", "vào", "là", "đến", "hết", "cuối ngày"]) {}
        if until {
            Some(DeadlineKind::Until { point: point(c)? })
        } else {
            None
        }
    })
}

const UNTIL: [&str; 11] = [
    "từ nay đến",
    "từ nay tới",
    "đến",
    "tới",
    "hết",
    "chậm nhất",
    "muộn nhất",
    "không muộn hơn",
    "không chậm hơn",
    "không quá",
    "cho đến",
];

/// `Từ năm 2026`, `Từ năm 2026 đến năm 2030`, `Sau năm 2030`, `Từ năm học 2026-2027`.
fn since(c: &mut Cursor) -> Option<DeadlineKind> {
    c.attempt(|c| {
        if c.word("sau") {
            return Some(DeadlineKind::OpenEnded {
                from: point(c)?.following()?,
                until: None,
            });
        }
        c.any(&["bắt đầu từ", "kể từ", "từ"]).then_some(())?;
        if let Some(DeadlineKind::Period { from, .. }) = school_year(c) {
            c.any(&["trở đi", "trở về sau"]);
            return Some(DeadlineKind::OpenEnded { from, until: None });
        }
        match only(sequence(c)?)? {
            DeadlineKind::By { point } => {
                c.any(&["trở đi", "trở về sau"]);
                Some(DeadlineKind::OpenEnded {
                    from: point,
                    until: None,
                })
            }
            period => Some(period),
        }
    })
}

/// `Năm học 2026-2027`: September to May, by the yearly frame of the Ministry
/// of Education (opening on 5 September, closing before 31 May).
fn school_year(c: &mut Cursor) -> Option<DeadlineKind> {
    c.attempt(|c| {
        c.phrase("năm học").then_some(())?;
        let opening = year(c)?;
        c.mark(&['-', '/'])?;
        (year(c)? == opening + 1).then_some(())?;
        months(opening, 9, opening + 1, 5)
    })
}

/// `9 tháng đầu năm 2026`; six months are a half, which is a point.
fn months_of_year(c: &mut Cursor) -> Option<DeadlineKind> {
    c.attempt(|c| {
        let count = c.small().filter(|count| (1..12).contains(count) && *count != 6)?;
        c.word("tháng").then_some(())?;
        let early = c.word("đầu");
        (early || c.word("cuối")).then_some(())?;
        c.word("của");
        c.word("năm");
        let year = year(c)?;
        if early {
            months(year, 1, year, count)
        } else {
            months(year, 13 - count, year, 12)
        }
    })
}

fn months(first_year: i16, first: u8, last_year: i16, last: u8) -> Option<DeadlineKind> {
    let point = |year, month| TimePoint::new(Span::Month(year, month), Part::Whole);
    period(point(first_year, first)?, point(last_year, last)?)
}

/// Points and periods in a row; one without a year takes that of the next.
fn sequence(c: &mut Cursor) -> Option<Vec<DeadlineKind>> {
    c.attempt(|c| {
        let first = raw(c, None)?;
        let mut entries = vec![(Link::List, first)];
        loop {
            let last = entries[entries.len() - 1];
            let next = c.attempt(|c| {
                let link = link(c).filter(|link| (*link, last.0) != (Link::Range, Link::Range))?;
                Some((link, raw(c, last.1.handed_on())?))
            });
            let Some(next) = next else { break };
            entries.push(next);
        }
        resolve(&entries)
    })
}

/// How a point hangs on the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    List,
    Range,
}

fn link(c: &mut Cursor) -> Option<Link> {
    if c.mark(&['-', '÷', '→']).is_some() || c.any(&["đến", "tới"]) {
        c.word("hết");
        return Some(Link::Range);
    }
    let mark = c.mark(&[',', ';', '&', '+']);
    (c.word("và") || mark.is_some()).then_some(Link::List)
}

fn resolve(entries: &[(Link, Raw)]) -> Option<Vec<DeadlineKind>> {
    let mut points = Vec::with_capacity(entries.len());
    let mut year = None;
    for (link, raw) in entries.iter().rev() {
        year = raw.year.or(year);
        points.push((*link, raw.resolve(year?)?));
    }
    let mut kinds = Vec::with_capacity(points.len());
    let mut points = points.into_iter().rev().peekable();
    while let Some((_, from)) = points.next() {
        kinds.push(match points.next_if(|(link, _)| *link == Link::Range) {
            Some((_, to)) => period(from, to)?,
            None => DeadlineKind::By { point: from },
        });
    }
    Some(kinds)
}

/// The period between two points; `None` where it runs backwards.
fn period(from: TimePoint, to: TimePoint) -> Option<DeadlineKind> {
    let forward = from.first_day() <= to.first_day() && from.last_day() <= to.last_day();
    forward.then_some(DeadlineKind::Period { from, to })
}

/// `và các năm tiếp theo`: the window has no end.
pub(super) fn going_on(c: &mut Cursor) -> bool {
    c.attempt(|c| {
        c.mark(&[',', ';', '-']);
        c.word("và");
        c.phrase("tiếp tục");
        c.any(&["các", "những", "cả"]);
        c.any(&[
            "năm tiếp theo",
            "năm kế tiếp",
            "năm tiếp sau",
            "năm sau đó",
            "năm sau này",
            "năm sau",
            "năm tiếp",
            "giai đoạn tiếp theo",
            "giai đoạn sau",
            "thời gian tiếp theo",
            "nhiệm kỳ tiếp theo",
            "trở đi",
            "trở về sau",
        ])
        .then_some(())
    })
    .is_some()
}

fn endless(kind: &DeadlineKind) -> Option<DeadlineKind> {
    match *kind {
        DeadlineKind::By { point } => Some(DeadlineKind::OpenEnded {
            from: point,
            until: None,
        }),
        DeadlineKind::Period { from, to } => Some(DeadlineKind::OpenEnded { from, until: Some(to) }),
        DeadlineKind::OpenEnded { from, until } => Some(DeadlineKind::OpenEnded { from, until }),
        _ => None,
    }
}

/// `, tầm nhìn đến năm 2045`: an outlook, no part of the window.
fn vision(c: &mut Cursor) {
    c.attempt(|c| {
        c.mark(&[',', ';', '-']);
        c.word("và");
        c.any(&["tầm nhìn", "định hướng"]).then_some(())?;
        c.any(&["đến", "tới"]);
        c.word("năm");
        year(c)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_the_grammar_wherever_a_window_can_start() {
        for phrase in FRAMES.iter().chain(&UNTIL) {
            assert!(
                may_open(Kind::Word(phrase.split(' ').next().unwrap_or(phrase))),
                "{phrase}"
            );
        }
        assert!(!may_open(Kind::Word("nghị")));
    }
}
