//! Deadlines for machines: EDTF, ISO 8601-2 level 2.

use super::point::{Part, Span};
use super::{Deadline, DeadlineKind, TimePoint, bounds};

impl Deadline {
    /// The deadline in EDTF (ISO 8601-2 level 2); `None` where it recurs
    /// without a period or hangs on a condition alone.
    ///
    /// Quarters are the codes 33 to 36 (`2027-36`), halves 40 and 41; `../2029`
    /// is before 2030, `2025/..` has no end, `{2027,2030}` are several dates.
    /// Stages run from the first to the completing one. `cuối năm 2026` is
    /// approximate: `2026-36~`. A recurrence is not told, only its period.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        if let DeadlineKind::Several { dates } = &self.kind {
            let members: Option<Vec<_>> = dates.iter().map(|date| Some(ends(date)?.written(".."))).collect();
            return Some(format!("{{{}}}", members?.join(",")));
        }
        match &self.kind {
            DeadlineKind::Conditional { when: Some(when), .. } => when.edtf(),
            _ => ends(self).map(|ends| ends.written("/")),
        }
    }
}

/// The two ends of an interval, each in EDTF; `None` is open.
struct Ends {
    from: Option<String>,
    to: Option<String>,
}

impl Ends {
    /// Both ends with the mark of an interval (`/`) or of a run in a set (`..`).
    fn written(&self, mark: &str) -> String {
        // In an interval an open end is written `..`, in a set it is left out.
        let open = if mark == "/" { ".." } else { "" };
        if self.from.is_some() && self.from == self.to {
            return self.from.clone().unwrap_or_default();
        }
        let [from, to] = [&self.from, &self.to].map(|end| end.as_deref().unwrap_or(open));
        format!("{from}{mark}{to}")
    }
}

fn ends(deadline: &Deadline) -> Option<Ends> {
    let (from, to) = match &deadline.kind {
        DeadlineKind::By { point } => (Some(first(*point)), Some(last(*point))),
        DeadlineKind::Until { point } => (None, Some(last(*point))),
        DeadlineKind::Before { point } => (None, Some(last(point.preceding()))),
        DeadlineKind::Period { from, to } => (Some(first(*from)), Some(last(*to))),
        DeadlineKind::OpenEnded { from, .. } => (Some(first(*from)), None),
        DeadlineKind::Recurring { within: inner, .. } | DeadlineKind::Conditional { when: inner, .. } => {
            return ends(inner.as_ref()?);
        }
        DeadlineKind::Stages { stages } => {
            let (opening, completion) = (stages.first()?, bounds::completion(stages)?);
            (ends(&opening.when)?.from, ends(&completion.when)?.to)
        }
        DeadlineKind::Several { .. } => return None,
    };
    Some(Ends { from, to })
}

fn first(point: TimePoint) -> String {
    // EDTF has no code for the third of a month: its days stand for it.
    if point.part_of_month() == Part::Whole {
        written(point)
    } else {
        point.first_day().to_string()
    }
}

fn last(point: TimePoint) -> String {
    if point.part_of_month() == Part::Whole {
        written(point)
    } else {
        point.last_day().to_string()
    }
}

fn written(point: TimePoint) -> String {
    let vague = if point.is_vague() { "~" } else { "" };
    match point.narrowed() {
        Span::Year(year) => format!("{year}{vague}"),
        Span::Half(year, half) => format!("{year}-{}{vague}", 39 + half),
        Span::Quarter(year, quarter) => format!("{year}-{}{vague}", 32 + quarter),
        Span::Month(year, month) => format!("{year}-{month:02}{vague}"),
        Span::Day(day) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_each_kind() {
        for (text, edtf) in [
            ("Năm 2026", "2026"),
            ("Quý I/2026", "2026-33"),
            ("Quý IV/2027", "2027-36"),
            ("Tháng 4/2026", "2026-04"),
            ("31/3/2026", "2026-03-31"),
            ("6 tháng đầu năm 2026", "2026-40"),
            ("6 tháng cuối năm 2026", "2026-41"),
            ("Cuối năm 2026", "2026-36~"),
            ("Cuối quý I/2026", "2026-03~"),
            ("Cuối tháng 6/2026", "2026-06-21/2026-06-30"),
            ("Trước 2030", "../2029"),
            ("Trước IV/2026", "../2026-35"),
            ("Trước ngày 15/12/2026", "../2026-12-14"),
            ("Trước cuối năm 2026", "../2026-09-30"),
            ("Đến hết năm 2027", "../2027"),
            ("2026-2030", "2026/2030"),
            ("Quý II-III/2026", "2026-34/2026-35"),
            ("2025 – 2030 và các năm tiếp theo", "2025/.."),
            ("Thường xuyên hàng năm, giai đoạn 2025-2030", "2025/2030"),
            ("31/5/2026, sau khi có kết luận của Trung ương", "2026-05-31"),
            ("Khởi công 2026; Hoàn thành QIV/2030", "2026/2030-36"),
            ("Hoàn thành trong năm 2026, đưa vào khai thác năm 2027", "2026"),
            ("Năm 2027 và năm 2030", "{2027,2030}"),
            ("Quý I/2026, 2027-2028", "{2026-33,2027..2028}"),
        ] {
            assert_eq!(
                Deadline::parse(text).and_then(|d| d.edtf()).as_deref(),
                Some(edtf),
                "{text}"
            );
        }
    }

    #[test]
    fn is_silent_without_a_date() {
        for text in [
            "Hàng năm",
            "Theo chỉ đạo của TW",
            "Thực hiện thường xuyên; Hoàn thành Quy chế tháng 02/2026",
        ] {
            assert_eq!(Deadline::parse(text).and_then(|d| d.edtf()), None, "{text}");
        }
    }
}
