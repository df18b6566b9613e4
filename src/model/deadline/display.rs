//! Deadlines in one Vietnamese form, which parses back to the same deadline.

use std::fmt::{self, Write};

use super::{Deadline, DeadlineKind, Rhythm, TimePoint};

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write_kind(&mut text, &self.kind)?;
        // A cell opens with a capital, which reading makes small again where a
        // small letter follows; what stands inside stays small.
        let mut letters = text.chars();
        if let Some(initial) = letters.next() {
            if letters.clone().next().is_some_and(char::is_lowercase) {
                initial.to_uppercase().try_for_each(|letter| f.write_char(letter))?;
            } else {
                f.write_char(initial)?;
            }
        }
        f.write_str(letters.as_str())
    }
}

fn write_kind(out: &mut String, kind: &DeadlineKind) -> fmt::Result {
    match kind {
        DeadlineKind::By { point } => write!(out, "{point}"),
        DeadlineKind::Until { point } => write!(out, "đến hết {}{point}", day_word(*point)),
        DeadlineKind::Before { point } => write!(out, "trước {}{point}", day_word(*point)),
        DeadlineKind::Period { from, to } => write_period(out, *from, *to),
        DeadlineKind::OpenEnded { from, until: None } => write!(out, "từ {}{from}", day_word(*from)),
        DeadlineKind::OpenEnded {
            from,
            until: Some(until),
        } => {
            write_period(out, *from, *until)?;
            out.write_str(" và các năm tiếp theo")
        }
        DeadlineKind::Recurring {
            every,
            anchor,
            within,
            milestone,
        } => {
            write_rhythms(out, every)?;
            if let Some(anchor) = anchor {
                write!(out, " ({anchor})")?;
            }
            if let Some(window) = within {
                out.write_str(", ")?;
                if matches!(&window.kind, DeadlineKind::Period { from, to } if from.is_year() && to.is_year()) {
                    out.write_str("giai đoạn ")?;
                }
                write_kind(out, &window.kind)?;
            }
            if let Some(stage) = milestone {
                write!(out, "; {}: ", stage.label)?;
                write_kind(out, &stage.when.kind)?;
            }
            Ok(())
        }
        DeadlineKind::Conditional { condition, when: None } => out.write_str(condition),
        DeadlineKind::Conditional {
            condition,
            when: Some(when),
        } => {
            write_kind(out, &when.kind)?;
            write!(out, " ({condition})")
        }
        DeadlineKind::Stages { stages } => {
            for (at, stage) in stages.iter().enumerate() {
                write!(out, "{}{}: ", if at == 0 { "" } else { "; " }, stage.label)?;
                write_kind(out, &stage.when.kind)?;
            }
            Ok(())
        }
        DeadlineKind::Several { dates } => {
            for (at, date) in dates.iter().enumerate() {
                out.write_str(match at {
                    0 => "",
                    _ if at + 1 == dates.len() => " và ",
                    _ => ", ",
                })?;
                write_kind(out, &date.kind)?;
            }
            Ok(())
        }
    }
}

fn write_period(out: &mut String, from: TimePoint, to: TimePoint) -> fmt::Result {
    if from.is_year() && to.is_year() {
        return write!(out, "{}-{}", from.first_day().year(), to.first_day().year());
    }
    write!(out, "{from} - {to}")
}

fn day_word(point: TimePoint) -> &'static str {
    if matches!(point.span(), super::point::Span::Day(_)) {
        "ngày "
    } else {
        ""
    }
}

fn write_rhythms(out: &mut String, every: &[Rhythm]) -> fmt::Result {
    for (at, rhythm) in every.iter().enumerate() {
        if at > 0 {
            out.write_str(", ")?;
        }
        out.write_str(match rhythm {
            Rhythm::Continuous => "thường xuyên",
            Rhythm::Daily => "hằng ngày",
            Rhythm::Weekly => "hằng tuần",
            Rhythm::Monthly => "hằng tháng",
            Rhythm::Quarterly => "hằng quý",
            Rhythm::HalfYearly => "định kỳ 6 tháng",
            Rhythm::NineMonthly => "định kỳ 9 tháng",
            Rhythm::Yearly => "hằng năm",
            Rhythm::Months(months) if months.is_multiple_of(12) => {
                write!(out, "{} năm một lần", months / 12)?;
                continue;
            }
            Rhythm::Months(months) => {
                write!(out, "{months} tháng một lần")?;
                continue;
            }
            Rhythm::Periodic => "định kỳ",
            Rhythm::Occasional => "đột xuất",
        })?;
    }
    Ok(())
}
