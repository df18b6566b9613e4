//! Phrases by which the cells of a task row are known.

use crate::text::{is_year, words};

/// What products (sản phẩm) open with, folded: kinds of documents, and words
/// for finished works.
pub(super) const PRODUCT_NOUNS: &[&str] = &[
    "ban hành",
    "biên bản",
    "báo cáo",
    "bộ tiêu chí",
    "chương trình",
    "chỉ thị",
    "csdl",
    "các báo cáo",
    "các chương trình",
    "các công trình",
    "các dự án",
    "các hoạt động",
    "các kế hoạch",
    "các nhiệm vụ",
    "các quyết định",
    "các văn bản",
    "các đề án",
    "công khai",
    "công trình",
    "công văn",
    "cơ sở dữ liệu",
    "cổng",
    "danh mục",
    "dự án",
    "giấy phép",
    "hoàn thành",
    "hướng dẫn",
    "hệ thống",
    "hồ sơ",
    "hội nghị",
    "hợp đồng",
    "kh",
    "khởi công",
    "kế hoạch",
    "kết luận",
    "luật",
    "mô hình",
    "nghị quyết",
    "nghị quyết/quyết định",
    "nghị định",
    "nq",
    "nền tảng",
    "phần mềm",
    "quy chế",
    "quy hoạch",
    "quy định",
    "quyết định",
    "qđ",
    "sản phẩm",
    "sổ tay",
    "thông báo",
    "thông tin",
    "thông tư",
    "thực hiện",
    "triển khai",
    "trung tâm dữ liệu",
    "tài liệu",
    "tờ trình",
    "văn bản",
    "đề án",
    "đồ án",
];

/// What resources (nguồn lực) open with, folded.
pub(super) const RESOURCES_NOUNS: &[&str] = &[
    "kinh phí",
    "ngoài ngân sách",
    "nguồn",
    "ngân sách",
    "nsnn",
    "vốn",
    "xã hội hóa",
];

/// Words that deadlines are made of, folded, besides figures: points, rhythms,
/// and what a deadline hangs on.
const TIME_WORDS: &[&str] = &[
    "chưa",
    "giai",
    "hàng",
    "hằng",
    "khi",
    "kỳ",
    "ngay",
    "ngày",
    "năm",
    "quý",
    "sau",
    "theo",
    "tháng",
    "thường",
    "trước",
    "tuần",
    "đang",
    "đến",
];

/// Whether a folded text has a figure or a word that deadlines are made of.
pub(super) fn speaks_of_time(folded: &str) -> bool {
    folded.contains(|c: char| c.is_ascii_digit())
        || words(folded).any(|word| TIME_WORDS.binary_search(&word.text).is_ok())
}

/// Whether two folded words name a point in time: `quý` and `iv/2026`.
pub(super) fn names_point(first: &str, second: &str) -> bool {
    matches!(first, "năm" | "quý" | "tháng")
        && (second.starts_with(|c: char| c.is_ascii_digit())
            || matches!(second.split('/').next(), Some("i" | "ii" | "iii" | "iv")))
}

/// Whether a text opens with a year.
pub(super) fn opens_with_year(text: &str) -> bool {
    is_year(&text[..text.bytes().take_while(u8::is_ascii_digit).count()])
}

/// Whether a text opens with one of these folded phrases, which are sorted.
pub(super) fn opens_with(text: &str, phrases: &[&str]) -> bool {
    let mut start = 0;
    for word in text.as_bytes().split(|&byte| byte == b' ').take(3) {
        let end = start + word.iter().take_while(|byte| !b"/,;.:".contains(byte)).count();
        let found = &text[..end];
        match phrases.get(phrases.partition_point(|phrase| *phrase < found)) {
            Some(phrase) if *phrase == found => return true,
            Some(phrase) if phrase.starts_with(found) => start += word.len() + 1,
            _ => return false,
        }
    }
    false
}

/// Whether a text opens with one of these folded phrases, or is the beginning
/// of one that a line break cuts off.
pub(super) fn may_open_with(text: &str, phrases: &[&str]) -> bool {
    let is_cut = |phrase: &&str| {
        let rest = phrase.strip_prefix(text);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    opens_with(text, phrases) || phrases.iter().any(is_cut)
}

/// Words of two syllables whose second one is a link elsewhere.
const NO_LINKS: [(&str, &str); 10] = [
    ("bên", "trong"),
    ("công", "bằng"),
    ("cân", "bằng"),
    ("hiện", "tại"),
    ("kèm", "theo"),
    ("nêu", "trên"),
    ("phụ", "thuộc"),
    ("tiếp", "theo"),
    ("trực", "thuộc"),
    ("tự", "do"),
];

/// Whether a cell does not end on this folded word, which stands behind another.
#[rustfmt::skip]
pub(super) fn is_link(before: &str, word: &str) -> bool {
    !NO_LINKS.contains(&(before, word)) && matches!(
        word,
        "-" | "bằng" | "cho" | "các" | "của" | "do" | "giữa" | "gồm" | "hoặc" | "khi" | "là" | "một" | "những" | "theo"
            | "thuộc" | "trong" | "trên" | "tại" | "từ" | "và" | "về" | "với" | "đến" | "để"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_in_time_are_of_two_words() {
        for (first, second) in [("quý", "iv/2026"), ("năm", "2030"), ("tháng", "9/2026")] {
            assert!(names_point(first, second), "{first} {second}");
        }
        assert!(!names_point("năm", "căn") && !names_point("số", "9/2026"));
    }

    #[test]
    fn no_cell_ends_inside_a_point_in_time() {
        let text = "Phụ lục 1: Nhiệm vụ giai đoạn 2026-2030\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn Sản phẩm\n\
                    1 Trình Nghị quyết về hỗ trợ\ntiền ăn trưa\nSở Giáo dục và\nĐào tạo\nSở Tài chính Tháng\n9/2026\n\
                    Nghị quyết của\nHĐND tỉnh\n2 Xây dựng bến xe Sở Xây dựng Sở Tài chính Quý II/2026 Báo cáo\n";
        let task = &crate::read::read(text).unwrap().tasks[0];
        assert_eq!(task.deadline.as_ref().unwrap().text, "Tháng 9/2026");
    }

    #[test]
    fn the_lists_are_sorted_for_the_search() {
        for list in [PRODUCT_NOUNS, RESOURCES_NOUNS, TIME_WORDS] {
            assert!(list.is_sorted());
        }
    }

    #[test]
    fn a_phrase_opens_a_text_as_whole_words() {
        assert!(opens_with("quyết định, kế hoạch", PRODUCT_NOUNS));
        assert!(opens_with("nghị quyết/quyết định", PRODUCT_NOUNS));
        assert!(opens_with("cơ sở dữ", &["cơ sở dữ"]));
        assert!(!opens_with("quyết tâm", PRODUCT_NOUNS));
        assert!(!opens_with("cơ sở", &["cơ sở dữ"]));
        assert!(may_open_with("cơ sở", &["cơ sở dữ"]));
        assert!(!may_open_with("cơ quan", &["cơ sở dữ"]) && !may_open_with("c", &["cơ sở dữ"]));
        assert!(is_link("lực", "của") && !is_link("lực", "cửa"));
        assert!(is_link("báo", "theo") && !is_link("tiếp", "theo"));
    }

    #[test]
    fn years_have_four_digits() {
        assert!(opens_with_year("2027") && opens_with_year("2027, khi có vốn"));
        assert!(!opens_with_year("20.270") && !opens_with_year("20270"));
    }

    #[test]
    fn a_deadline_speaks_of_time() {
        for text in ["quý iv", "2026", "theo tiến độ", "khi có vốn", "thường xuyên"] {
            assert!(speaks_of_time(text), "{text}");
        }
        for text in ["ubnd tp", "xtđt", "quyết định của ubnd", "hoàn thành dự án"] {
            assert!(!speaks_of_time(text), "{text}");
        }
    }
}
