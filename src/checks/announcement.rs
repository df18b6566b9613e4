//! Counts a text announces, and the lists it gives of what it counts.

use super::ranges::ranges;
use super::word_before::word_before;
use crate::text::{Printed, classified, fold, folded, words};

/// A count in a text: `62 nhiệm vụ`, `03-05 khu du lịch`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Announcement {
    /// The count with the words behind it, as printed.
    pub(super) printed: String,
    /// The count; the smaller one of a range.
    pub(super) low: u32,
    /// The count; the greater one of a range.
    pub(super) high: u32,
    /// The words behind it, folded.
    pub(super) noun: Vec<String>,
    /// Byte offset behind the figure.
    pub(super) end: usize,
}

impl Announcement {
    /// Whether so many are announced.
    pub(super) fn allows(&self, count: u32) -> bool {
        (self.low..=self.high).contains(&count)
    }

    /// The first word of what is counted, behind a classifier.
    pub(super) fn head(&self) -> &str {
        classified(&self.noun).first().map_or("", String::as_str)
    }
}

/// Words before a figure that is no exact count, folded.
const INEXACT: &[&str] = &[
    "khoảng", "gần", "hơn", "trên", "dưới", "nhất", "thiểu", "đa", "quá", "từ", "đến", "tới", "thêm", "ước", "đạt",
];

/// Words before a figure that names or dates, folded.
const NAMING: &[&str] = &[
    "số", "tuyến", "đai", "lộ", "đoạn", "khóa", "lớp", "năm", "tháng", "ngày", "quý", "lần", "kỳ", "điều", "khoản",
    "mục", "lục", "thứ", "cấp", "tiêu",
];

/// First words behind a figure that is a measure or a time, folded.
const MEASURES: &[&str] = &[
    "năm", "tháng", "ngày", "tuần", "giờ", "lần", "quý", "km", "m", "ha", "m2", "mw", "kv", "tấn", "nghìn", "ngàn",
    "vạn", "triệu", "tỷ", "tỉ", "đồng", "usd", "cấp", "trở", "tuổi",
];

/// Signs before a figure that is a bound, not a count.
const BOUNDS: [char; 5] = ['≥', '≤', '>', '<', '~'];

/// Words at which what is counted ends, folded.
const BEYOND_NOUN: &[&str] = &[
    "với", "và", "về", "của", "qua", "trong", "tại", "gồm", "để", "theo", "cho",
];

/// So many words at most name what is counted.
const LONGEST_NOUN: usize = 6;

/// More of one kind are not counted by hand: the figure is a quantity.
const LARGEST: u32 = 500;

/// The exact counts of at least two things in a text with these figures, in order.
pub(super) fn announcements(text: &str, printed: &[Printed]) -> Vec<Announcement> {
    let mut found = Vec::new();
    let joins = |first: &Printed, next: &Printed| matches!(text[first.end..next.start].trim(), "-" | "–");
    for (first, last) in ranges(printed, joins) {
        let count = |figure: &Printed| u32::try_from(figure.reading.value.to_i64()?).ok();
        let (Some(low), Some(high)) = (count(first), count(last)) else {
            continue;
        };
        if !(2..=LARGEST).contains(&high) || low > high {
            continue;
        }
        let before = text[..first.start].trim_end();
        let adjoins = before.ends_with(char::is_alphanumeric);
        if before.ends_with(BOUNDS) || adjoins && is_no_count_behind(before) {
            continue;
        }
        let (end, noun) = noun(text, last.end);
        let Some(head) = noun.first() else { continue };
        if MEASURES.contains(&head.as_str()) || noun.get(1).is_some_and(|second| second == "trở") {
            continue;
        }
        found.push(Announcement {
            printed: text[first.start..end].to_owned(),
            low,
            high,
            noun,
            end: last.end,
        });
    }
    found
}

/// Whether a figure behind this text is inexact, a name or a date.
fn is_no_count_behind(before: &str) -> bool {
    let word = folded(word_before(before, before.len()).map_or("", |word| word.text));
    INEXACT.contains(&&*word) || NAMING.contains(&&*word)
}

/// The words behind a figure, up to a mark; none where a unit adjoins it.
fn noun(text: &str, from: usize) -> (usize, Vec<String>) {
    let mut end = from;
    let mut found = Vec::new();
    for word in words(&text[from..]).take(LONGEST_NOUN) {
        let gap = &text[end..from + word.start];
        if gap.is_empty()
            || !gap.chars().all(char::is_whitespace)
            || word.text.starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        let folded = fold(word.text);
        if BEYOND_NOUN.contains(&folded.as_str()) {
            break;
        }
        end = from + word.end();
        found.push(folded);
    }
    (end, found)
}

/// What a list behind an announcement names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listed {
    /// How many things, counted so that the count is right if it can be.
    pub(super) count: u32,
    /// Whether the items are the things beyond doubt: parted by `;` or each a name.
    pub(super) plain: bool,
}

/// Words that make a list one of examples or of a part, folded.
const EXAMPLES: &[&str] = &[
    "như",
    "trong đó",
    "nhất là",
    "đặc biệt",
    "thí điểm",
    "ví dụ",
    "bao gồm cả",
];

/// So many bytes of text may stand between a count and its list.
const LONGEST_GAP: usize = 80;

/// Counts the list that follows an announcement in its text, in brackets, in
/// quotation marks or behind a colon; `None` where there is none, where it is
/// open (`…`), or where other things stand between.
pub(super) fn listed(text: &str, announced: &Announcement) -> Option<Listed> {
    let rest = &text[announced.end..];
    let mut near = rest.char_indices().take_while(|(at, _)| *at <= LONGEST_GAP);
    let (opener, _) = near.find(|(_, c)| ['(', ':', '“', ';', '"'].contains(c))?;
    let gap = fold(&rest[..opener]);
    if gap.contains(|c: char| c.is_ascii_digit())
        || gap.contains(". ")
        || EXAMPLES.iter().any(|word| gap.contains(word))
    {
        return None;
    }
    let inner = match rest[opener..].chars().next()? {
        ':' => {
            let behind = rest[opener + 1..].trim_start();
            match behind.strip_prefix('“') {
                Some(quoted) if quoted.find('”').is_some_and(|end| quoted[..end].contains(',')) => {
                    enclosed(quoted, '”')?
                }
                _ => sentence(behind),
            }
        }
        '(' => enclosed(&rest[opener + 1..], ')')?,
        '“' => enclosed(&rest[opener + '“'.len_utf8()..], '”')?,
        _ => return None,
    };
    count(inner, announced)
}

/// Up to the closing mark; a list with brackets inside is not counted.
fn enclosed(text: &str, close: char) -> Option<&str> {
    text.split_once(close).map(|(inner, _)| inner)
}

/// Up to the end of the sentence or of the bracket the list stands in; dots
/// that leave the list open end none.
fn sentence(text: &str) -> &str {
    let end = text
        .match_indices(['.', ')'])
        .find(|(at, mark)| {
            let (before, behind) = (&text[..*at], &text[at + 1..]);
            *mark == ")" && !before.contains('(') || behind.starts_with(' ') && !before.ends_with('.')
        })
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn count(list: &str, announced: &Announcement) -> Option<Listed> {
    let folded = fold(list);
    let open = list.contains(['…', '+']) || list.contains("...") || folded.contains("v.v") || folded.contains("khác");
    if open || list.contains('(') || EXAMPLES.iter().any(|word| folded.starts_with(word)) {
        return None;
    }
    let by_semicolon = list.contains(';');
    let items: Vec<&str> = if by_semicolon {
        list.split(';').collect()
    } else {
        list.split(',').collect()
    };
    let items: Vec<&str> = items
        .into_iter()
        .map(|item| item.trim().trim_matches(['“', '”', '"', '.']))
        .filter(|item| !item.is_empty())
        .collect();
    if items.len() < 2 {
        return None;
    }
    let named = items.iter().filter(|item| is_named(item, announced)).count();
    let joined = items.iter().filter(|item| item.contains(" và ")).count();
    let counts = [items.len(), items.len() + joined, named].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let right = counts.into_iter().find(|count| *count > 1 && announced.allows(*count));
    let starts_as_name = |item: &&str| item.starts_with(|c: char| c.is_uppercase());
    let plain = by_semicolon && (named == items.len() || items.iter().all(starts_as_name))
        || !by_semicolon && joined == 0 && items.iter().all(starts_as_name);
    Some(Listed {
        count: right.unwrap_or(counts[0]),
        plain,
    })
}

/// Whether an item begins with what is counted, in full or by its initials
/// (`KDL Ba Vì` of `khu du lịch`).
fn is_named(item: &str, announced: &Announcement) -> bool {
    let first = fold(words(item).next().map_or("", |word| word.text));
    let initials: String = announced.noun.iter().filter_map(|word| word.chars().next()).collect();
    first == announced.head() || first.chars().count() > 1 && initials.starts_with(&first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::numbers;

    fn announcements(text: &str) -> Vec<Announcement> {
        super::announcements(text, &numbers(text).collect::<Vec<_>>())
    }

    fn printed(text: &str) -> Vec<String> {
        announcements(text).into_iter().map(|found| found.printed).collect()
    }

    #[test]
    fn exact_counts_of_things() {
        assert_eq!(printed("Hoàn thành 09 cầu qua sông Hồng:"), ["09 cầu"]);
        assert_eq!(printed("đường sắt (hoàn thành 05 tuyến, đoạn tuyến)"), ["05 tuyến"]);
        assert_eq!(printed("hình thành 03-05 mô hình;"), ["03-05 mô hình"]);
    }

    #[test]
    fn inexact_counts_measures_and_names_are_none() {
        for text in [
            "khoảng 300.000 doanh nghiệp",
            "ít nhất 20 dự án",
            "hơn 100km đường sắt",
            "hơn 20 cầu",
            "≥ 10 cầu",
            "Vành đai 3 đoạn tuyến",
            "5 năm tới",
            "đạt 8,5%",
            "01 chợ",
            "năm 2026 thành phố",
        ] {
            assert_eq!(printed(text), [""; 0], "{text}");
        }
    }

    fn list(text: &str) -> Option<(u32, bool)> {
        let announced = announcements(text).into_iter().next()?;
        listed(text, &announced).map(|listed| (listed.count, listed.plain))
    }

    #[test]
    fn lists_are_counted() {
        assert_eq!(
            list("Hình thành 03 khu du lịch cấp quốc gia (KDL Ba Vì; KDL Hương Sơn; KDL Hồ Gươm - phụ cận)"),
            Some((3, true))
        );
        assert_eq!(
            list("nguyên tắc 06 rõ: “rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền”"),
            Some((6, false))
        );
        assert_eq!(
            list("nguyên tắc 03 rõ “rõ người, rõ việc, rõ thời gian”"),
            Some((3, false))
        );
        assert_eq!(
            list("Hình thành 3 khu du lịch (kdl Ba Vì; kdl Hương Sơn)"),
            Some((2, true))
        );
        assert_eq!(
            list(
                "4 chuyển đổi: chuyển đổi số, chuyển đổi xanh, chuyển đổi nguồn lực, chuyển đổi cơ cấu, chú trọng nhân lực"
            ),
            Some((4, false))
        );
        assert_eq!(list("cải tạo 3 sông: Kim Ngưu, Lừ, Sét"), Some((3, true)));
        assert_eq!(list("cải tạo 3 sông: Kim Ngưu và Sét, Lừ"), Some((3, false)));
        assert_eq!(
            list("cải tạo 3 sông: Kim Ngưu, Lừ, Sét. Xây dựng cầu, đường"),
            Some((3, true))
        );
    }

    #[test]
    fn examples_and_open_lists_are_not() {
        for text in [
            "Phát triển 10 làng nghề (Bát Tràng, Vạn Phúc…)",
            "Xây dựng 10 hồ như: Hồ Tây, Hồ Gươm",
            "thực hiện 04 nhóm với 62 nhiệm vụ cụ thể về:",
            "Xây dựng 10 hồ; cải tạo: Hồ Tây, Hồ Gươm",
            "Xây dựng 10 hồ: nhất là Hồ Tây, Hồ Gươm",
            "Xây dựng 10 hồ: Hồ Tây (cải tạo), Hồ Gươm",
            "Xây dựng 10 hồ: Hồ Tây, Hồ Gươm...",
            "Xây dựng 10 hồ: Hồ Tây, Hồ Gươm... Trồng cây",
        ] {
            assert_eq!(list(text), None, "{text}");
        }
    }
}
