//! Where one column heading ends and the next begins, when borders are lost.

use super::super::heading::column_kind;
use super::super::table::Column;
use crate::text::toneless;

/// The headings these words make up, in order. A known heading opens one, and
/// so does a capital letter that opens what can only be a heading; all other
/// words go on in the heading before them.
pub(super) fn headings(words: &[&str]) -> Vec<String> {
    let bare: Vec<String> = words.iter().map(|word| toneless(word)).collect();
    let mut headings: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = longest(&bare[at..]);
        let end = at + known.unwrap_or(1);
        let text = words[at..end].join(" ");
        match headings.last_mut() {
            Some(heading) if continues(heading, &words[at..], &bare[at], known.is_some()) => {
                heading.push(' ');
                heading.push_str(&text);
            }
            _ => headings.push(text),
        }
        at = end;
    }
    under_one(headings)
}

/// The headings with the years that stand behind all others under the one they
/// part, as a line of their own has them: `Mục tiêu`, `Cơ quan theo dõi` above
/// `2026 2030`.
fn under_one(mut headings: Vec<String>) -> Vec<String> {
    let is_year = |heading: &&String| heading.starts_with("20") && !heading.contains(char::is_alphabetic);
    let years = headings.iter().rev().take_while(is_year).count();
    let others = headings.len() - years;
    let is_parted = |heading: &String| is_value(heading) && !heading.contains(|c: char| c.is_ascii_digit());
    let mut parted = (0..others.saturating_sub(1)).filter(|&at| is_parted(&headings[at]));
    if let (2.., Some(at), None) = (years, parted.next(), parted.next()) {
        let years = headings.split_off(others);
        let over = headings.remove(at);
        let named = years.into_iter().map(|year| format!("{over} {year}"));
        headings.splice(at..at, named);
    }
    headings
}

/// Whether the first of these words goes on in the heading before it.
fn continues(heading: &str, words: &[&str], bare: &str, is_known: bool) -> bool {
    let word = words[0];
    let plain = toneless(heading);
    let opens_value = |plain: &str| {
        let first = plain.split(' ').next().unwrap_or_default();
        VALUE_OPENERS.contains(&first)
    };
    if bare.starts_with("20") {
        let last = plain.rsplit(' ').next().unwrap_or_default();
        let awaits = last.ends_with(['-', '–']) || matches!(last, "nam" | "den" | "doan" | "ky" | "cuoi");
        return awaits || (!plain.contains("20") && (opens_value(&plain) || is_value(heading)));
    }
    if !word.starts_with(char::is_uppercase) {
        return true;
    }
    if is_known {
        return false;
    }
    if bare.starts_with("quy") && opens_value(&plain) && !plain.contains("quy") {
        return true;
    }
    if VALUE_OPENERS.contains(&bare) {
        // `Ước TH 2025` is one heading; `THỜI HẠN THỰC` goes on with `HIỆN` on the next line.
        let opened = format!("{plain} {bare}");
        return plain == "uoc" || HEADINGS.iter().any(|known| known.starts_with(&opened));
    }
    let is_capitalised = word.chars().nth(1).is_some_and(char::is_lowercase);
    !(is_capitalised && column_kind(&up_to_capital(words)).is_some())
}

/// The words up to the next one with a capital letter.
fn up_to_capital(words: &[&str]) -> String {
    let rest = words[1..]
        .iter()
        .take_while(|word| !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let phrase: Vec<&str> = std::iter::once(&words[0])
        .chain(rest)
        .take(LONGEST_HEADING)
        .copied()
        .collect();
    phrase.join(" ")
}

fn is_value(heading: &str) -> bool {
    matches!(column_kind(heading), Some(Column::Value(_)))
}

fn longest(bare: &[String]) -> Option<usize> {
    let mut phrase = String::new();
    let mut found = None;
    for (index, word) in bare.iter().take(LONGEST_HEADING).enumerate() {
        if index > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if HEADINGS.contains(&phrase.as_str()) {
            found = Some(index + 1);
        }
    }
    found
}

/// The longest heading has so many words.
const LONGEST_HEADING: usize = 8;

/// Words that open the heading of a value column.
const VALUE_OPENERS: &[&str] = &[
    "nam", "kq", "kb", "kh", "th", "uoc", "muc", "giai", "den", "toc", "thuc",
];

/// Headings in bare letters, since recognition (OCR) damages their tones; the
/// longest that fits counts.
const HEADINGS: &[&str] = &[
    "tt",
    "stt",
    "so tt",
    "nhiem vu",
    "nhiem vu cu the",
    "nhiem vu trong tam",
    "nhiem vu, giai phap",
    "nhiem vu, giai phap cu the",
    "nhiem vu, giai phap trong tam",
    "nhiem vu/giai phap",
    "nhiem vu va giai phap",
    "noi dung",
    "noi dung nhiem vu",
    "noi dung cong viec",
    "noi dung chi tieu",
    "noi dung, nhiem vu",
    "noi dung thuc hien",
    "ten nhiem vu",
    "ten nhiem vu/de an",
    "cong viec",
    "chi tieu",
    "chi tieu phat trien",
    "chi tieu chu yeu",
    "ten chi tieu",
    "muc tieu, chi tieu",
    "nganh, linh vuc",
    "co quan chu tri",
    "don vi chu tri",
    "co quan, don vi chu tri",
    "don vi, co quan chu tri",
    "co quan, to chuc dang chu tri",
    "co quan thuc hien",
    "don vi thuc hien",
    "co quan chu tri thuc hien",
    "don vi chu tri thuc hien",
    "chu tri thuc hien",
    "chu tri",
    "bo phan chu tri",
    "chu tri bao cao",
    "chu tri tham muu",
    "chu tri theo doi",
    "co quan bao cao",
    "don vi bao cao",
    "co quan theo doi",
    "don vi theo doi",
    "co quan chiu trach nhiem",
    "don vi chiu trach nhiem",
    "trach nhiem",
    "trach nhiem thuc hien",
    "dau moi",
    "co quan dau moi",
    "don vi dau moi",
    "co quan tham muu",
    "don vi tham muu",
    "co quan phoi hop",
    "don vi phoi hop",
    "co quan, don vi phoi hop",
    "co quan, to chuc dang phoi hop",
    "phoi hop thuc hien",
    "phoi hop",
    "san pham",
    "san pham, ket qua",
    "san pham/ket qua",
    "san pham hoan thanh",
    "san pham du kien",
    "ket qua",
    "ket qua, san pham",
    "ket qua/san pham",
    "ket qua thuc hien",
    "ket qua dau ra",
    "thoi gian",
    "thoi gian hoan thanh",
    "thoi gian thuc hien",
    "thoi gian trinh",
    "thoi han",
    "thoi han hoan thanh",
    "thoi han thuc hien",
    "thoi han trinh",
    "tien do",
    "tien do thuc hien",
    "lo trinh",
    "lo trinh thuc hien",
    "tien do hoan thanh",
    "tien do trinh",
    "nguon luc",
    "nguon luc thuc hien",
    "kinh phi",
    "kinh phi thuc hien",
    "nguon kinh phi",
    "nguon von",
    "ghi chu",
    "don vi",
    "don vi tinh",
    "dvt",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parted(expected: &str) {
        let words: Vec<&str> = expected.split_whitespace().filter(|&word| word != "|").collect();
        assert_eq!(headings(&words).join(" | "), expected);
    }

    #[test]
    fn known_headings_and_capitals_open_headings() {
        parted("TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời gian thực hiện");
        parted("TT | Nội dung chỉ tiêu | ĐVT | Mục tiêu 2030 | Đơn vị chịu trách nhiệm");
        parted("Stt | Chỉ tiêu chủ yếu | Mục tiêu năm 2030 | ĐVT | Bộ phận chủ trì");
        parted("TT | Chỉ tiêu | ĐVT | Chỉ tiêu đến năm 2030 | Cơ quan, đơn vị chủ trì");
        parted("STT | Nội dung nhiệm vụ | Kết quả, sản phẩm | Kinh phí (triệu đồng)");
        parted("TT | NHIỆM VỤ TRỌNG TÂM | CƠ QUAN CHỦ TRÌ | THỜI HẠN");
    }

    #[test]
    fn years_belong_to_what_opens_a_value() {
        parted("TT | Chỉ tiêu | Đơn vị | Ước TH 2025 | KH 2026 | KH 2030 | Đơn vị theo dõi, báo cáo");
        parted("TT | Chỉ tiêu phát triển | Đơn vị | 2026-2030 | Chủ trì");
        parted("TT | Chỉ tiêu | ĐVT | Mục tiêu giai đoạn 2026- 2030 | Cơ quan theo dõi");
        parted("TT | CHỈ TIÊU | ĐVT | Năm 2025 | KQ Quý I | KQ 6T | KB QuýIV | Chủ trì tham mưu");
        parted("TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2030 | Giai đoạn 2026 - 2030");
        parted("TT | CHỈ TIÊU | THỰC HIỆN 2025 | THỜI HẠN THỰC");
    }

    #[test]
    fn years_behind_all_headings_stand_under_one() {
        let words = "TT Chỉ tiêu Đơn vị Mục tiêu Cơ quan theo dõi 2026 2030";
        let found = |words: &str| headings(&words.split_whitespace().collect::<Vec<_>>()).join(" | ");
        assert_eq!(
            found(words),
            "TT | Chỉ tiêu | Đơn vị | Mục tiêu 2026 | Mục tiêu 2030 | Cơ quan theo dõi"
        );
        parted("TT | Chỉ tiêu | Đơn vị | Mục tiêu | Cơ quan theo dõi | 2030");
        parted("TT | Chỉ tiêu | Đơn vị | Kế hoạch | Mục tiêu | Cơ quan theo dõi | 2026 | 2030");
    }

    #[test]
    fn a_name_inside_a_heading_opens_none() {
        parted("TT | Chỉ tiêu | ĐVT | Mục tiêu theo Nghị quyết Đại hội | Ghi chú");
    }
}
