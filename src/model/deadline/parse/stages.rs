//! Stages of a work, each with its window.

use super::lex::{Cursor, Kind};
use super::point::year;
use super::window::{going_on, window};
use super::{Mode, lower_initial, next_year};
use crate::model::deadline::{Deadline, DeadlineKind, Stage};

/// Reads stages (`Khởi công 2026; Hoàn thành QIV/2030`) as far as they go.
pub(super) fn stages(c: &mut Cursor, mode: Mode) -> Option<Vec<Stage>> {
    let first = stage(c, mode, None)?;
    let mut stages = vec![first];
    while let Some(next) = c.attempt(|c| {
        let set_apart = c.mark(&[';', ',', '.', '-', '+', '&', '/']).is_some() | c.word("và") | c.phrase("sau đó");
        (set_apart || c.peek()?.capital).then_some(())?;
        stage(c, mode, stages.last())
    }) {
        stages.push(next);
    }
    Some(stages)
}

fn stage(c: &mut Cursor, mode: Mode, before: Option<&Stage>) -> Option<Stage> {
    c.attempt(|c| date_last(c, mode, before).or_else(|| if mode == Mode::Cell { date_first(c) } else { None }))
}

/// `Khởi công 2026`, `Hoàn thành việc rà soát tháng 02/2026`.
fn date_last(c: &mut Cursor, mode: Mode, before: Option<&Stage>) -> Option<Stage> {
    c.attempt(|c| {
        let opening = *c;
        named(c).then_some(())?;
        let length = if mode == Mode::Cell { LONGEST_LABEL } else { 0 };
        for _ in 0..=length {
            let label_end = c.at();
            let found = c.attempt(|c| {
                c.mark(&[':']);
                window(c).or_else(|| onwards(c, before?)).filter(|_| closes(*c))
            });
            if let Some(when) = found {
                return Some(Stage {
                    label: lower_initial(opening.text_up_to(label_end)),
                    when,
                });
            }
            if c.peek()?.kind == Kind::Mark(';') {
                return None;
            }
            c.skip();
        }
        None
    })
}

/// Whether a stage can end here: the date of a label's own words does not end
/// it (`Hoàn thành Quy hoạch 2021-2030 năm 2026`).
fn closes(mut c: Cursor) -> bool {
    c.peek()
        .is_none_or(|next| next.capital || matches!(next.kind, Kind::Mark(mark) if mark != ':'))
        || c.word("và")
}

/// A label of more words is a sentence, not the name of a stage.
const LONGEST_LABEL: usize = 24;

/// `Năm 2026: khởi công`, `Năm 2026 (khởi công)`.
fn date_first(c: &mut Cursor) -> Option<Stage> {
    c.attempt(|c| {
        let when = window(c)?;
        let is_enclosed = c.mark(&[':', '-', ',', '(']) == Some('(');
        let opening = *c;
        named(c).then_some(())?;
        while c
            .peek()
            .is_some_and(|token| !matches!(token.kind, Kind::Mark(';' | ',' | '(' | ')')))
        {
            // A second date would be another stage run into this one.
            year(&mut c.clone()).is_none().then_some(())?;
            c.skip();
        }
        let label = lower_initial(opening.text_up_to(c.at()));
        if is_enclosed {
            c.mark(&[')'])?;
        }
        Some(Stage { label, when })
    })
}

/// `tiếp tục triển khai` những năm tiếp theo: without end from the year after
/// the stage before.
fn onwards(c: &mut Cursor, before: &Stage) -> Option<Deadline> {
    let from = next_year(before.when.finish?)?;
    going_on(c).then(|| Deadline::new(DeadlineKind::OpenEnded { from, until: None }))
}

/// Reads words that name stages, one or more in a row.
fn named(c: &mut Cursor) -> bool {
    let found = c.any(&NAMES);
    while found
        && c.attempt(|c| {
            let _ = c.mark(&[',', '-', '/']).is_some() | c.word("và");
            c.any(&NAMES).then_some(())
        })
        .is_some()
    {}
    found
}

/// What programs call the stages of projects and documents.
pub(super) const NAMES: [&str; 39] = [
    "khởi công",
    "động thổ",
    "hoàn thành",
    "kết thúc",
    "bắt đầu",
    "thí điểm",
    "triển khai",
    "thực hiện",
    "tiếp tục",
    "duy trì",
    "nhân rộng",
    "mở rộng",
    "đưa vào khai thác",
    "đưa vào sử dụng",
    "đưa vào vận hành",
    "đưa vào hoạt động",
    "khai thác",
    "sử dụng",
    "vận hành",
    "khánh thành",
    "thông xe",
    "nghiệm thu",
    "bàn giao",
    "quyết toán",
    "chuẩn bị đầu tư",
    "chuẩn bị",
    "đầu tư",
    "giải phóng mặt bằng",
    "gpmb",
    "thi công",
    "xây dựng",
    "thiết kế",
    "lập",
    "thẩm định",
    "phê duyệt",
    "trình",
    "ban hành",
    "sơ kết",
    "tổng kết",
];
