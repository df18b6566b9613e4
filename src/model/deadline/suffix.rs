//! Deadlines at the end of a text whose column borders are lost.

use super::Deadline;
use super::parse::{self, Cursor, Kind, Mode, Token, tokens, trimmed};
use crate::text::fold;

impl Deadline {
    /// Byte offset from which the text, to its end, is a deadline cell and
    /// nothing else; of several such offsets the first. `None` where the text
    /// ends in no deadline.
    ///
    /// The text is in NFC with plain blanks. What counts is stricter than in
    /// [`Deadline::parse`], for words of the cell before must stay there:
    ///
    /// - it starts after white space, with a figure or a word of deadlines;
    /// - a rhythm, a condition and a single stage must open with a capital, as
    ///   cells do: `Báo cáo kết quả hàng năm 2025-2030` is due 2025-2030, but
    ///   `Báo cáo kết quả Hàng năm` and `Thường xuyên hàng năm, giai đoạn
    ///   2025-2030` end in rhythms;
    /// - `năm`, `quý`, `tháng`, `ngày` in small letters must not belong to the
    ///   word before (`kế hoạch 5 năm 2026-2030`);
    /// - a bare condition holds no date and no rhythm of its own.
    ///
    /// A text that is a deadline from its first letter needs no capital.
    #[must_use]
    pub fn longest_suffix(text: &str) -> Option<usize> {
        Self::longest_suffix_of(text, &fold(text))
    }

    /// [`longest_suffix`](Self::longest_suffix) of a text that has been folded already.
    pub(crate) fn longest_suffix_of(text: &str, folded: &str) -> Option<usize> {
        let tokens = tokens(text, folded);
        let c = trimmed(text, &tokens);
        let starts = c.rest();
        (0..starts.len())
            .find(|&at| is_cell(c, starts, at))
            .map(|at| starts[at].start)
    }
}

fn is_cell(c: Cursor, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let c = c.moved_to(at);
    let word = match token.kind {
        kind if !token.spaced || !parse::may_open(kind) => return false,
        Kind::Word(word) if !token.capital && at > 0 => word,
        _ => return parse::whole(c, Mode::Suffix).is_some_and(|deadline| parse::survives(&deadline)),
    };
    if UNITS.contains(&word) && binds(&tokens[at - 1]) {
        return false;
    }
    parse::windows(c, Mode::Suffix)
        .or_else(|| parse::several_stages(c, Mode::Suffix, 2))
        .is_some_and(|deadline| parse::survives(&deadline))
}

const UNITS: [&str; 4] = ["năm", "quý", "tháng", "ngày"];

/// Whether a unit of time after this token belongs to it.
fn binds(before: &Token) -> bool {
    match before.kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => ["hàng", "hằng", "mỗi", "từng", "các", "những", "kỳ", "nhiều"].contains(&word),
        Kind::Mark(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_cell_prints_is_no_deadline() {
        let text = "Khởi công Quý IV /2029Sau khi T]$ban hquý)";
        assert_eq!(Deadline::longest_suffix(text), None);
        assert!(Deadline::longest_suffix("Quý IV/2029, sau khi TW ban hành").is_some());
    }

    #[test]
    fn finds_where_the_deadline_starts() {
        for (before, deadline) in [
            ("Quyết định UBND TP ", "2025 – 2030 và các năm tiếp theo"),
            ("Hoàn thành dự án ", "Trước 2030"),
            ("Khởi công - Hoàn thành dự án ", "Khởi công 2026; Hoàn thành QIV/2030"),
            ("Khởi công, hoàn thành dự án ", "2026-2030"),
            ("Các dự án hoàn thành ", "2025 – 2030"),
            ("Hoàn thành dự án; Thực hiện dự án ", "2025-2030"),
            ("Đề án/Chương trình/ Kế hoạch triển khai ", "2025 – 2030"),
            ("Chương trình XTĐT ", "2025-2030"),
            ("Báo cáo kết quả hàng năm ", "2025-2030"),
            ("Báo cáo kết quả ", "Hàng năm"),
            ("Báo cáo kết quả ", "Thường xuyên hàng năm, giai đoạn 2025-2030"),
            ("Công khai hàng ngày VN_AQI ", "2026-2030"),
            ("Chương trình hành động của UBND Thành phố ", "Quý III/2025;"),
            ("Kế hoạch 5 năm ", "2026-2030"),
            ("Kế hoạch năm 2026 ", "Quý II/2026"),
            ("Quy hoạch đến năm 2030 ", "2026-2030"),
            ("Nghị quyết 15-NQ/TW ", "2026"),
            ("Thông tin số hóa ", "quý IV/2026"),
            ("Báo cáo ", "2026"),
            ("Hoàn thành ", "2026"),
            ("Quyết định ", "Hoàn thành trước 30/6/2026"),
            ("Văn bản ", "Sau khi TW ban hành"),
            ("Văn bản theo chỉ đạo của TW ", "Trước 2030"),
            ("Văn bản ", "31/5/2026, sau khi có kết luận của Trung ương"),
            (
                "Văn bản ",
                "Năm 2027 (sau khi lập Quy hoạch đến năm 2030, tỷ lệ 1/10.000)",
            ),
            ("", "thường xuyên"),
            ("", "Trước 2030"),
        ] {
            let text = format!("{before}{deadline}");
            assert_eq!(
                Deadline::longest_suffix(&text).map(|at| &text[at..]),
                Some(deadline),
                "{text}"
            );
        }
    }

    #[test]
    fn finds_none_where_the_text_ends_otherwise() {
        for text in [
            "",
            "Quyết định UBND TP",
            "Trước 2030 Quyết định",
            "Kế hoạch 13/2026",
            "Kế hoạch số 355/2026",
            "Báo cáo kết quả hàng năm",
            "Báo cáo theo quy định",
            "Khởi công, hoàn thành dự án",
            "11.430,0",
        ] {
            assert_eq!(Deadline::longest_suffix(text), None, "{text}");
        }
    }
}
