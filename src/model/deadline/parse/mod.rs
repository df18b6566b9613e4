//! Cells → deadlines: a small grammar over folded words.

mod condition;
mod lex;
mod point;
mod recurring;
mod stages;
mod turns;
mod window;

pub(super) use lex::{Cursor, Kind, Token, tokens};

use super::point::{Part, Span};
use super::{Date, Deadline, DeadlineKind, Stage, TimePoint};
use crate::text::{NUMBER_WORDS, compose, fold};

/// How much is known of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is a deadline cell: words that are no dates may stand in it.
    Cell,
    /// It may start in the middle of another cell: nothing but words of
    /// deadlines, and conditions that are sure to be some.
    Suffix,
}

/// A whole cell.
pub(super) fn cell(text: &str) -> Option<Deadline> {
    opens(text).then_some(())?;
    read(text).filter(survives)
}

/// Free words in a label or a condition can be read in two ways: a reading that
/// does not survive its own form was the wrong one.
pub(super) fn survives(deadline: &Deadline) -> bool {
    let labelled = match &deadline.kind {
        DeadlineKind::Stages { .. } | DeadlineKind::Conditional { .. } => true,
        DeadlineKind::Recurring { milestone, .. } => milestone.is_some(),
        _ => false,
    };
    !labelled || read(&deadline.to_string()).as_ref() == Some(deadline)
}

/// Whether the first word can open a deadline: readers who look for a lost
/// column ask about many texts that are none.
fn opens(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .find(|word| word.contains(char::is_alphanumeric));
    first.is_some_and(|word| {
        let word = compose(word);
        let folded = fold(&word);
        let tokens = tokens(&word, &folded);
        let kind = tokens
            .iter()
            .map(|token| token.kind)
            .find(|kind| !matches!(kind, Kind::Mark(_)));
        // `tuần`, `thứ` open the anchor of a rhythm, numbers its turns; the others conditions.
        let is_other = |word| ["tuần", "thứ", "căn", "tùy"].contains(&word) || NUMBER_WORDS.contains(&word);
        kind.is_some_and(|kind| may_open(kind) || matches!(kind, Kind::Word(word) if is_other(word)))
    })
}

fn read(text: &str) -> Option<Deadline> {
    let text = compose(text);
    let folded = fold(&text);
    let tokens = tokens(&text, &folded);
    let mut c = trimmed(&text, &tokens);
    while c.mark(&['-', '+', '*', '•']).is_some() {}
    whole(c, Mode::Cell)
}

/// A single point in time and nothing else.
pub(super) fn point(text: &str) -> Option<TimePoint> {
    let folded = fold(text);
    let tokens = tokens(text, &folded);
    let mut c = Cursor::new(text, &tokens);
    let point = point::point(&mut c)?;
    c.done().then_some(point)
}

/// Whether a text has figures, and nothing else but words and marks of dates.
pub(super) fn has_only_dates(text: &str) -> bool {
    let text = compose(text);
    let folded = fold(&text);
    let tokens = tokens(&text, &folded);
    let is_figure = |kind| matches!(kind, Kind::Number { .. });
    let is_of_date = |kind| match kind {
        Kind::Word(word) => window::may_open(kind) || word.chars().all(|letter| "ivx".contains(letter)),
        Kind::Number { .. } => true,
        Kind::Mark(mark) => "/-.,;:".contains(mark),
    };
    tokens.iter().any(|token| is_figure(token.kind)) && tokens.iter().all(|token| is_of_date(token.kind))
}

/// The tokens without the marks that close a cell.
pub(super) fn trimmed<'a>(text: &'a str, tokens: &'a [Token<'a>]) -> Cursor<'a> {
    let closing = [';', '.', ',', ':'].map(Kind::Mark);
    let open = tokens
        .iter()
        .rev()
        .take_while(|token| closing.contains(&token.kind))
        .count();
    Cursor::new(text, &tokens[..tokens.len() - open])
}

/// Whether a deadline can open with this in the middle of a text: most words
/// of a row are none, and asking the whole grammar costs more.
pub(super) fn may_open(kind: Kind) -> bool {
    let Kind::Word(word) = kind else {
        return window::may_open(kind);
    };
    window::may_open(kind) || is_first_word(word)
}

#[rustfmt::skip]
fn is_first_word(word: &str) -> bool {
    matches!(
        word,
        // Rhythms, conditions and words that lead in.
        "thường" | "liên" | "đột" | "hàng" | "hằng" | "mỗi" | "từng" | "định" | "ngay" | "khi" | "theo" | "tiến" | "phấn" | "xong"
            // Stages.
            | "ban" | "bàn" | "bắt" | "chuẩn" | "duy" | "giải" | "gpmb" | "hoàn" | "khai" | "khánh" | "khởi" | "kết"
            | "lập" | "mở" | "nghiệm" | "nhân" | "phê" | "quyết" | "sơ" | "sử" | "thi" | "thiết" | "thí" | "thông"
            | "thẩm" | "thực" | "tiếp" | "triển" | "trình" | "tổng" | "vận" | "xây" | "đưa" | "đầu" | "động"
    )
}

/// Reads a deadline of any kind up to the end.
pub(super) fn whole(c: Cursor, mode: Mode) -> Option<Deadline> {
    if c.done() {
        return None;
    }
    let mut bare = c;
    lead_in(&mut bare, mode);
    recurring::recurring(c, mode)
        .or_else(|| dated(c, mode))
        .or_else(|| condition::bare(bare, mode))
}

/// Reads windows or stages up to the end, with what may stand behind them.
fn dated(c: Cursor, mode: Mode) -> Option<Deadline> {
    let mut plain = c;
    lead_in(&mut plain, mode);
    let least = if mode == Mode::Cell { 1 } else { 2 };
    windows(plain, mode).or_else(|| several_stages(c, mode, least))
}

/// Reads windows up to the end, with what may stand behind them.
pub(super) fn windows(mut c: Cursor, mode: Mode) -> Option<Deadline> {
    let mut dates = window::windows(&mut c)?;
    // Windows in full words one after the other: in a suffix the first could
    // belong to the cell before.
    if mode == Mode::Cell {
        while let Some(next) = c.attempt(|c| {
            let set_apart = c.mark(&[',', ';', '&', '+']).is_some() | c.word("và");
            if set_apart { window::windows(c) } else { None }
        }) {
            dates.extend(next);
        }
    }
    let deadline = match <[Deadline; 1]>::try_from(dates) {
        Ok([only]) => only,
        Err(dates) => several(dates)?,
    };
    tail(c, mode, deadline)
}

/// Several windows; only the last may have no end.
fn several(dates: Vec<Deadline>) -> Option<Deadline> {
    let deadline = Deadline::new(DeadlineKind::Several { dates });
    deadline.is_sound().then_some(deadline)
}

/// Reads at least `least` stages up to the end, with what may stand behind them.
pub(super) fn several_stages(mut c: Cursor, mode: Mode, least: usize) -> Option<Deadline> {
    let stages = stages::stages(&mut c, mode)?;
    (stages.len() >= least).then_some(())?;
    let deadline = match <[Stage; 1]>::try_from(stages) {
        Ok([only]) if says_nothing(&only.label) => only.when,
        Ok(only) => Deadline::new(DeadlineKind::Stages { stages: only.into() }),
        Err(stages) => Deadline::new(DeadlineKind::Stages { stages }),
    };
    tail(c, mode, deadline)
}

/// Whether a label holds nothing but words that lead in.
fn says_nothing(label: &str) -> bool {
    let folded = fold(label);
    let tokens = tokens(label, &folded);
    let mut c = Cursor::new(label, &tokens);
    lead_in(&mut c, Mode::Cell);
    c.done()
}

/// What may stand behind a dated deadline: a condition, a rhythm, a remark.
fn tail(c: Cursor, mode: Mode, deadline: Deadline) -> Option<Deadline> {
    if c.done() {
        return Some(deadline);
    }
    if let Some(condition) = condition::after(c, mode) {
        return Some(condition::conditional(&condition, Some(deadline)));
    }
    let inner = condition::bracketed(c);
    let mut rhythm = inner.unwrap_or(c);
    rhythm.mark(&[',', ';', '-', ':']);
    let from_then_on = rhythm.word("và");
    if let Some(every) = recurring::rhythms(&mut rhythm).filter(|_| rhythm.done() && deadline.is_window()) {
        let within = Some(Box::new(if from_then_on { endless(deadline) } else { deadline }));
        return Some(Deadline::new(DeadlineKind::Recurring {
            every,
            anchor: None,
            within,
            milestone: None,
        }));
    }
    let remark = inner.filter(|_| mode == Mode::Cell)?;
    Some(narrowed(deadline, remark))
}

/// `Năm 2026 và hàng năm`: the first time in 2026, and on.
fn endless(deadline: Deadline) -> Deadline {
    match deadline.kind {
        DeadlineKind::By { point } => Deadline::new(DeadlineKind::OpenEnded {
            from: point,
            until: None,
        }),
        _ => deadline,
    }
}

/// `Năm 2026 (Quý III)` says it more closely; any other remark sets no window.
fn narrowed(deadline: Deadline, mut remark: Cursor) -> Deadline {
    let closer = window::window(&mut remark).filter(|closer| {
        remark.done() && closer.start >= deadline.start && closer.finish.is_some() && closer.finish <= deadline.finish
    });
    closer.filter(|_| deadline.is_window()).unwrap_or(deadline)
}

/// Reads words that only say that the deadline follows. In a suffix they can
/// close the cell before (`Hoàn thành | 2026`), unless a small letter shows
/// that the cell goes on (`Hoàn thành trước 30/6/2026`).
fn lead_in(c: &mut Cursor, mode: Mode) {
    let before = *c;
    while c.any(&LEAD_INS) {}
    let set_apart = c.mark(&[':', '-']).is_some();
    let goes_on = c
        .peek()
        .is_some_and(|token| matches!(token.kind, Kind::Word(_)) && !token.capital);
    if mode == Mode::Suffix && !set_apart && !goes_on {
        *c = before;
    }
}

const LEAD_INS: [&str; 10] = [
    "thời hạn",
    "thời gian",
    "tiến độ",
    "phấn đấu",
    "hoàn thành",
    "triển khai",
    "thực hiện",
    "tiến hành",
    "kết thúc",
    "xong",
];

/// The whole year after a day.
fn next_year(day: Date) -> Option<TimePoint> {
    TimePoint::new(Span::Year(day.year() + 1), Part::Whole)
}

/// The text with a small first letter, where its capital only opens a
/// sentence: abbreviations (`UBND`) keep it.
fn lower_initial(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() && letters.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DeadlineOrder;

    #[test]
    fn asks_the_grammar_wherever_a_deadline_can_start() {
        let rhythms = ["thường xuyên", "liên tục", "đột xuất", "định kỳ"];
        let phrases = stages::NAMES
            .iter()
            .chain(&condition::SURE_OPENINGS)
            .chain(&recurring::EVERY);
        for phrase in phrases.chain(&LEAD_INS).chain(&rhythms) {
            assert!(
                may_open(Kind::Word(phrase.split(' ').next().unwrap_or(phrase))),
                "{phrase}"
            );
        }
        assert!(!may_open(Kind::Word("nghị")));
        let anchors = recurring::ANCHOR_WORDS.iter().filter(|word| **word != "và");
        for phrase in condition::OPENINGS.iter().chain(anchors) {
            assert!(opens(phrase), "{phrase}");
        }
        assert!(!opens("Nghị quyết năm 2026"));
    }

    #[test]
    fn several_dates_may_be_set_apart_twice() {
        let dates = |cell: &str| Deadline::parse(cell).unwrap();
        let (one, other) = (dates("Năm 2027; và năm 2030"), dates("Năm 2027 và năm 2030"));
        assert_eq!(Deadline::compare(Some(&one), Some(&other)), DeadlineOrder::Equal);
    }
}
