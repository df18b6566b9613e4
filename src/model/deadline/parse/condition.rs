//! Conditions: events and decisions that a deadline hangs on.

use super::lex::{Cursor, Kind};
use super::{Mode, lower_initial, window::window};
use crate::model::deadline::{Deadline, DeadlineKind};

/// Reads a bare condition up to the end (`Sau khi TW ban hành`), with the date
/// that may close it (`Theo chỉ đạo của TW, trong năm 2026`).
pub(super) fn bare(c: Cursor, mode: Mode) -> Option<Deadline> {
    opens(c, mode).then_some(())?;
    if mode == Mode::Suffix {
        return if is_plain(c) {
            Some(conditional(c.text_left(), None))
        } else {
            None
        };
    }
    if let Some((condition, when)) = dated(c) {
        return Some(conditional(condition, Some(when)));
    }
    Some(conditional(c.text_left(), None))
}

/// Reads the condition after a deadline up to the end, with what sets it apart
/// (`, sau khi có kết luận của Trung ương`, `(theo tiến độ của TW)`).
pub(super) fn after(mut c: Cursor, mode: Mode) -> Option<String> {
    if let Some(inner) = bracketed(c) {
        return if opens(inner, Mode::Cell) {
            Some(lower_initial(inner.text_left()))
        } else {
            None
        };
    }
    let set_apart = c.mark(&[',', ';', '-', ':']).is_some();
    let openings = if set_apart { Mode::Cell } else { mode };
    let sure = mode == Mode::Cell || is_plain(c);
    if sure && opens(c, openings) {
        Some(lower_initial(c.text_left()))
    } else {
        None
    }
}

/// What stands in the brackets that open here and hold all that is left.
pub(super) fn bracketed(mut c: Cursor) -> Option<Cursor> {
    c.mark(&['('])?;
    let mut depth = 1;
    let close = c.rest().iter().position(|token| {
        match token.kind {
            Kind::Mark('(') => depth += 1,
            Kind::Mark(')') => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    (close + 1 == c.rest().len()).then(|| c.cut_at(c.at() + c.rest().len() - 1))
}

/// The condition with its deadline.
pub(super) fn conditional(condition: &str, when: Option<Deadline>) -> Deadline {
    Deadline::new(DeadlineKind::Conditional {
        condition: lower_initial(condition),
        when: when.map(Box::new),
    })
}

/// Whether neither a date nor a rhythm stands in what is left: those of a
/// suffix are the deadline itself.
fn is_plain(c: Cursor) -> bool {
    c.rest().iter().all(|token| match token.kind {
        Kind::Number { .. } => false,
        Kind::Word(word) => !["hàng", "hằng", "thường"].contains(&word),
        Kind::Mark(_) => true,
    })
}

/// Whether a condition of more than its opening words starts here.
fn opens(mut c: Cursor, mode: Mode) -> bool {
    let opened = match mode {
        Mode::Cell => c.any(&OPENINGS) || c.word("theo") && !c.word("dõi"),
        Mode::Suffix => c.any(&SURE_OPENINGS),
    };
    opened && c.rest().iter().any(|token| matches!(token.kind, Kind::Word(_)))
}

/// Words that open a condition in a cell known to be a deadline.
pub(super) const OPENINGS: [&str; 18] = [
    "sau khi",
    "ngay sau khi",
    "ngay khi",
    "khi",
    "trước khi",
    "trước kỳ họp",
    "sau kỳ họp",
    "sau hội nghị",
    "sau đại hội",
    "sau sắp xếp",
    "trong vòng",
    "trong thời hạn",
    "kể từ khi",
    "căn cứ",
    "tùy theo",
    "tuỳ theo",
    "tùy thuộc",
    "tuỳ thuộc",
];

/// Words that open a condition even where the cell's start is not known;
/// `theo quy định` also closes many products, so it is not among them.
pub(super) const SURE_OPENINGS: [&str; 8] = [
    "sau khi",
    "ngay sau khi",
    "khi có",
    "theo chỉ đạo",
    "theo tiến độ",
    "theo lộ trình",
    "theo kế hoạch của",
    "theo yêu cầu của",
];

/// A condition and the window after its last comma, semicolon or bracket.
fn dated(c: Cursor<'_>) -> Option<(&str, Deadline)> {
    let marks = [',', ';', '('].map(Kind::Mark);
    let split = c.at() + c.rest().iter().rposition(|token| marks.contains(&token.kind))?;
    let mut date = bracketed(c.moved_to(split)).unwrap_or(c.moved_to(split + 1));
    date.any(&["hoàn thành", "thực hiện"]);
    let when = window(&mut date)?;
    let condition = c.text_up_to(split);
    let whole = opens(c.cut_at(split), Mode::Cell);
    (date.done() && whole).then_some((condition, when))
}
