//! The head nouns bodies' names begin with (`Sở`, `Ban`, `UBND`).

use super::generic;
use super::phrases::Phrases;
use super::words::Words;
use crate::text::Filter;

/// Words for the Party committee inside a body (`Đảng ủy Sở Y tế`). `Ban Cán sự
/// đảng` and `Đảng đoàn` are what it was called in some bodies until 2025.
static COMMITTEES: Phrases = Phrases::new(&["ban cán sự đảng", "đảng bộ", "đảng đoàn", "đảng ủy"]);

/// Head nouns that open nothing but a body's name.
static CERTAIN: Phrases = Phrases::new(&[
    "ban cán sự đảng",
    "ban quản lý",
    "bảo hiểm xã hội",
    "bộ tư lệnh",
    "chi cục",
    "công an",
    "học viện",
    "hội đồng nhân dân",
    "kho bạc",
    "kho bạc nhà nước",
    "liên minh",
    "liên đoàn",
    "mặt trận",
    "ngân hàng nhà nước",
    "tct",
    "thanh tra",
    "tòa án",
    "tổng công ty",
    "đảng bộ",
    "đảng đoàn",
    "đảng ủy",
    "ủy ban",
    "ủy ban kiểm tra",
    "ủy ban nhân dân",
]);

/// Names that need nothing behind them.
static COMPLETE: Phrases = Phrases::new(&[
    "mặt trận tổ quốc",
    "thành đoàn",
    "thành ủy",
    "tỉnh đoàn",
    "tỉnh ủy",
    "ủy ban mặt trận tổ quốc",
]);

/// Head nouns that are common words too (`ban hành`, `báo cáo`, `bộ tiêu chí`,
/// `sở hữu`): capitals tell (`Ban Dân tộc`).
static DOUBTFUL: Phrases = Phrases::new(&[
    "ban",
    "báo",
    "bệnh viện",
    "bộ",
    "công ty",
    "cục",
    "hội",
    "hội đồng",
    "kiểm toán",
    "ngân hàng",
    "phòng",
    "quỹ",
    "sở",
    "trung tâm",
    "trường",
    "trường đại học",
    "tạp chí",
    "tập đoàn",
    "tổng cục",
    "viện",
    "văn phòng",
    "vụ",
    "đoàn",
    "đài",
    "đại học",
]);

/// What names of bodies open with.
pub(super) static OPENINGS: Filter = Filter::of(&[CERTAIN.all(), COMPLETE.all(), DOUBTFUL.all()]);

/// Words behind a doubtful head noun that make a body of it without a capital
/// (`Viện nghiên cứu`, `Ban chỉ đạo`).
static NAMING: Phrases = Phrases::new(&[
    "chỉ huy",
    "chỉ đạo",
    "kiểm sát",
    "nghiên cứu",
    "quy hoạch",
    "quản lý",
    "tổ chức",
    "xây dựng",
]);

/// Head nouns as [`is_bare_head`] knows them, beyond the two lists above.
static LONGER: Phrases = Phrases::new(&[
    "ban quản lý các khu",
    "ban quản lý dự án",
    "ban quản lý dự án đầu tư xây dựng",
    "ban quản lý khu",
    "chi cục",
    "viện nghiên cứu",
]);

/// Whether the text begins as the name of a body does, known or not: with a
/// head noun (`Sở`, `Ban Quản lý`, `UBND`, `Viện`, …) or a generic name.
/// `Ban hành`, `Báo cáo`, `Bộ tiêu chí`, `trung tâm dữ liệu` do not.
#[must_use]
pub fn opens_body(text: &str) -> bool {
    let mut words = Words::new(text);
    words.begins_with_word() && opens_name(&mut words, 0)
}

/// Whether the text is a head noun whose name is missing (`BQL`, `Sở`, `Đảng
/// ủy Sở`, `BQL dự án`): a sign that a cell is cut.
#[must_use]
pub fn is_bare_head(text: &str) -> bool {
    let mut words = Words::new(text.trim_matches(|c: char| !c.is_alphanumeric()));
    let start = committee(&mut words, 0).unwrap_or(0);
    bare_head(&mut words, start).is_some_and(|end| words.token(end).is_none())
}

/// [`opens_body`] at a place.
pub(super) fn opens_name(words: &mut Words<'_>, at: usize) -> bool {
    let doubtful = |words: &mut Words<'_>| {
        words.is_capitalised(at)
            && words
                .longest(at, &DOUBTFUL)
                .is_some_and(|end| words.is_capitalised(end) || words.longest(end, &NAMING).is_some())
    };
    let is_name = OPENINGS.may_open(words.opening(at))
        && (words.longest(at, &CERTAIN).is_some() || words.longest(at, &COMPLETE).is_some() || doubtful(words));
    is_name || generic::phrase(words, at).is_some()
}

/// Where the name of the body begins behind `Đảng ủy`, `ĐU`.
pub(super) fn committee(words: &mut Words<'_>, at: usize) -> Option<usize> {
    words.longest(at, &COMMITTEES).filter(|&end| words.is_word(end))
}

/// Whether a full name is that of a Party committee itself.
pub(super) fn opens_committee(name: &str) -> bool {
    Words::new(name).longest(0, &COMMITTEES).is_some()
}

/// What is said once for a whole list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListHead<'a> {
    /// Whether the Party committees of the listed bodies are meant.
    pub committee: bool,
    /// The head noun of the listed names, may be empty.
    pub noun: &'a str,
    /// Where the list begins.
    pub list: usize,
}

/// The head noun before the colon of a list: `Sở` in `các Sở: Y tế, Công
/// Thương`, `Đảng ủy` in `ĐU: Sở Y tế`.
pub(super) fn list_head<'a>(words: &mut Words<'a>, at: usize) -> Option<ListHead<'a>> {
    let colon = |words: &mut Words<'a>, at| words.is_mark(at, &[":"]);
    let start = generic::determiner(words, at).unwrap_or(at);
    if let Some(end) = words.longest(start, &COMMITTEES)
        && colon(words, end)
    {
        return Some(ListHead {
            committee: true,
            noun: "",
            list: end + 1,
        });
    }
    let inside = committee(words, start);
    let start = inside.unwrap_or(start);
    let noun = generic::determiner(words, start).unwrap_or(start);
    let end = bare_head(words, noun).filter(|&end| colon(words, end))?;
    Some(ListHead {
        committee: inside.is_some(),
        noun: words.slice(noun, end),
        list: end + 1,
    })
}

/// Head nouns of divisions, whose names may be lists of their duties (`Cục
/// Thông tin, Thống kê`).
static DIVISIONS: Phrases = Phrases::new(&["chi cục", "cục", "phòng", "trung tâm", "tổng cục", "vụ"]);

/// Words that open the names of bodies without any head noun we know of.
static WITHOUT_HEAD: Phrases = Phrases::new(&[
    "bưu điện",
    "bảo tàng",
    "cảng vụ",
    "hạt kiểm lâm",
    "hải quan",
    "khu bảo tồn",
    "liên hiệp",
    "nhà hát",
    "nhà xuất bản",
    "quân khu",
    "thuế",
    "thư viện",
    "vườn quốc gia",
    "điện lực",
]);

/// Whether the name at a place is that of a division.
pub(super) fn opens_division(words: &mut Words<'_>, at: usize) -> bool {
    words.longest(at, &DIVISIONS).is_some()
}

/// Whether a body's name opens there that has no head noun (`Bưu điện tỉnh`).
pub(super) fn opens_without_head(words: &mut Words<'_>, at: usize) -> bool {
    words.longest(at, &WITHOUT_HEAD).is_some()
}

/// Whether a full name may have duties of its own on both sides of `và`.
pub(super) fn may_be_compound(name: &str) -> bool {
    ["Ban Quản lý ", "Trung tâm ", "Chi cục ", "Phòng ", "Viện "]
        .iter()
        .any(|head| name.starts_with(head))
}

/// The one-word head noun a name of the table begins with, for a list that
/// names it once (`Sở Y tế, Nội vụ`).
pub(super) fn shared_noun(name: &str) -> Option<&'static str> {
    ["Sở", "Bộ"]
        .into_iter()
        .find(|noun| name.strip_prefix(noun).is_some_and(|rest| rest.starts_with(' ')))
}

/// Where the longest head noun at a place ends.
fn bare_head(words: &mut Words<'_>, at: usize) -> Option<usize> {
    [&CERTAIN, &DOUBTFUL, &LONGER]
        .into_iter()
        .filter_map(|heads| words.longest(at, heads))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies_open_with_head_nouns() {
        for text in [
            "Sở Hạnh phúc",
            "Ban Quản lý dự án",
            "BQL khu gì đó",
            "UBND",
            "HĐND huyện",
            "Viện nghiên cứu lúa",
            "Viện Lúa",
            "Trung tâm PVHCC",
            "Chi cục Thủy lợi",
            "Công an",
            "Đảng ủy khối",
            "ĐU: Sở Y tế",
            "Thành uỷ",
            "Văn phòng Thành ủy",
            "Tổng công ty Điện lực",
            "Trường Đại học Thủ đô",
            "Hội Nhà báo",
            "Liên đoàn Lao động",
            "Mặt trận Tổ quốc",
            "Báo Nhân dân",
            "Đài PT&TH",
            "Phòng Kinh tế",
            "Vụ Pháp chế",
            "Đại học Đà Nẵng",
            "các sở, ngành",
            "UBND xã, phường",
        ] {
            assert!(opens_body(text), "{text}");
        }
    }

    #[test]
    fn common_words_open_no_body() {
        for text in [
            "Ban hành quy định",
            "Báo cáo UBND TP",
            "Bộ tiêu chí",
            "Sở hữu trí tuệ",
            "Hội nghị",
            "Phòng cháy chữa cháy",
            "Vụ việc",
            "Đại học chất lượng cao",
            "Trường học",
            "trung tâm Thành phố",
            "Cục bộ",
            "Quyết định UBND TP",
            "Viện trợ",
            "Xây dựng",
            " Sở Y tế",
            "",
        ] {
            assert!(!opens_body(text), "{text}");
        }
    }

    #[test]
    fn a_bare_head_noun_is_a_cut_name() {
        for text in [
            "BQL",
            "Sở",
            "UBND",
            "ban quản lý",
            "BQL dự án",
            "Đảng ủy Sở",
            "ĐU",
            "Viện,",
        ] {
            assert!(is_bare_head(text), "{text}");
        }
        for text in ["BQL KCN", "Sở Y tế", "Thành ủy", "các sở", "KCNC&KCN", ""] {
            assert!(!is_bare_head(text), "{text}");
        }
    }

    #[test]
    fn a_list_may_say_its_head_once() {
        let head = |text| list_head(&mut Words::new(text), 0).map(|head| (head.committee, head.noun, head.list));
        assert_eq!(head("Sở: Y tế"), Some((false, "Sở", 2)));
        assert_eq!(head("các Sở: Y tế"), Some((false, "Sở", 3)));
        assert_eq!(head("ĐU: Sở Y tế"), Some((true, "", 2)));
        assert_eq!(head("Đảng ủy các Sở: Y tế"), Some((true, "Sở", 5)));
        assert_eq!(head("Sở Y tế: một"), None);
        assert_eq!(head("Sở Y tế, Sở: Nội vụ"), None);
        assert_eq!(head("Sở Y tế"), None);
    }

    #[test]
    fn lists_can_be_searched() {
        for list in [
            &COMMITTEES,
            &CERTAIN,
            &COMPLETE,
            &DOUBTFUL,
            &NAMING,
            &LONGER,
            &DIVISIONS,
            &WITHOUT_HEAD,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
