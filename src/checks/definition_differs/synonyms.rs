//! Words of the administrative language that say one thing, and those that
//! only stand around things.

use std::collections::BTreeSet;

use super::exchanges::{Exchange, bare, key};
use super::phrases::{EMPTY, SOFT};
use crate::matching::naming_words;
use crate::text::{Word, fold, has_words, words};

/// So many words on each side of a place are read with it: `đóng [vai trò]`.
const BESIDE: usize = 2;

/// What is read for words, folded; nothing for words that only fill.
const SYNONYMS: &[(&str, &str)] = &[
    ("buýt", "bus"),
    ("không", "cấm"),
    ("ngành", "lĩnh vực"),
    ("thí điểm", "thử nghiệm"),
    ("rác", "rác thải"),
    ("rác", "chất thải rắn"),
    ("giai đoạn", "thời kỳ"),
    ("toàn bộ", "tất cả"),
    ("đóng vai trò", "giữ vai trò"),
    ("phi giấy tờ", "không giấy tờ"),
    ("phi tiền mặt", "không tiền mặt"),
    ("phi tiền mặt", "không dùng tiền mặt"),
    ("bảo đảm", "đảm bảo"),
    ("diesel", "dầu diesel"),
    ("diesel", "điêzen"),
    ("hằng năm", "hàng năm"),
    ("người dân", "nhân dân"),
    ("trực tuyến", "online"),
    ("đẩy mạnh", "thúc đẩy"),
    ("đẩy mạnh", "tăng cường"),
    ("hỗ trợ", "trợ giúp"),
    ("sử dụng", "dùng"),
    ("liên quan", "có liên quan"),
    ("máy bay", "tàu bay"),
    ("tàu hỏa", "xe lửa"),
    ("ô tô", "xe hơi"),
    ("vỉa hè", "hè phố"),
    ("sân bay", "cảng hàng không"),
    ("đỗ xe", "đậu xe"),
    ("nghĩa trang", "nghĩa địa"),
    ("phê duyệt", "duyệt"),
    ("cấp phép", "cấp giấy phép"),
    ("đèn giao thông", "đèn tín hiệu giao thông"),
    ("ai", "trí tuệ nhân tạo"),
    ("iot", "internet vạn vật"),
    ("fdi", "đầu tư trực tiếp nước ngoài"),
    ("sửa đổi", "sửa đổi bổ sung"),
    ("bảo tồn", "bảo tồn tôn tạo"),
    ("khuyến khích", "hỗ trợ khuyến khích"),
    ("khuyến khích", "khuyến khích hỗ trợ"),
    ("khu vực", "địa bàn"),
    ("khu vực", "vùng"),
    ("còn", "xuống còn"),
    ("còn", "xuống"),
    ("khám chữa bệnh", "khám bệnh chữa bệnh"),
    ("", "hệ thống"),
    ("", "các"),
    ("", "những"),
    ("", "về"),
    ("", "cho"),
    ("", "phục vụ"),
];

/// The same in the names of indicators: whom a rate is of, and that it is of the
/// whole area of the program.
const IN_NAMES: &[(&str, &str)] = &[
    ("trẻ", "trẻ em"),
    ("dân số", "người dân"),
    ("dân số", "nhân dân"),
    ("dân số", "dân cư"),
    ("dân tộc thiểu số", "đồng bào dân tộc thiểu số"),
    ("tham gia bảo hiểm", "bao phủ bảo hiểm"),
    ("sử dụng nước", "cung cấp nước"),
    ("hồ sơ", "lập hồ sơ"),
    ("tiêu chí", "bộ tiêu chí"),
    ("internet", "kết nối internet"),
    ("vốn đầu tư", "vốn đầu tư thực hiện"),
    ("", "tính từ lúc sinh"),
    ("", "tính từ khi sinh"),
    ("", "từ khi sinh"),
    ("", "trên địa bàn tỉnh"),
    ("", "trên địa bàn thành phố"),
    ("", "trên địa bàn"),
    ("", "toàn tỉnh"),
    ("", "toàn thành phố"),
    ("", "qua"),
];

/// The levels at which all bodies are listed, folded.
pub(super) const LEVELS: [&str; 3] = ["xã", "phường", "tỉnh"];

/// Words that stand around objects: relations, bounds, and the level of a
/// program of its own.
pub(super) const AROUND: &[&str] = &[
    "tại", "ở", "đối", "với", "cho", "tới", "đến", "các", "những", "một", "số", "về", "của", "và", "để", "nhằm",
    "trên", "từ", "theo", "bằng", "do", "vào", "lên", "đạt", "ra", "qua", "ít", "nhất", "tối", "thiểu", "đa", "quá",
    "dưới", "khoảng", "hơn", "gần", "cả", "nước", "toàn", "quốc", "gia", "bộ", "thành", "phố", "địa", "bàn",
];

/// Whether both sides of a place say one thing, read with the words around it.
pub(super) fn are_synonyms(place: &Exchange<'_, '_>) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let (before, behind) = (place.before[side], place.behind[side]);
        let before = &before[before.len().saturating_sub(BESIDE)..];
        let behind = &behind[..behind.len().min(BESIDE)];
        meant(&[before, place.words[side], behind].concat())
    });
    left == right
}

/// Whether the names of two indicators say the same but for words that change
/// nothing that is counted, in whatever order.
pub(super) fn mean_the_same(names: [&str; 2]) -> bool {
    let [left, right] = names.map(|name| {
        let printed = words(name).map(|word| {
            let is_short = word
                .text
                .chars()
                .all(|letter| letter.is_alphabetic() && letter.is_uppercase());
            if is_short {
                naming_words(word.text).join(" ")
            } else {
                fold(word.text)
            }
        });
        let text = read_alike(printed.collect::<Vec<_>>().join(" "), IN_NAMES.iter().chain(SYNONYMS));
        let says = text
            .split(' ')
            .filter(|word| !EMPTY.contains(word) && !SOFT.contains(word));
        says.map(str::to_owned).collect::<BTreeSet<_>>()
    });
    left == right
}

/// Some words folded, with one word for all that say the same.
fn meant(words: &[Word<'_>]) -> String {
    let text = words.iter().map(key).collect::<Vec<_>>().join(" ");
    read_alike(text, SYNONYMS.iter())
}

/// A folded text with the first for the second of each two phrases.
fn read_alike<'p>(mut text: String, phrases: impl Iterator<Item = &'p (&'p str, &'p str)>) -> String {
    for (one, other) in phrases {
        // What the longer one holds already stays as it is.
        if !has_words(&text, other) || (has_words(one, other) && has_words(&text, one)) {
            continue;
        }
        let padded = format!(" {text} ").replace(&format!(" {other} "), &format!(" {one} "));
        text = padded.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text
}

/// Whether a word has the first letters of others (`ĐHQG`, `Đại học Quốc gia`).
pub(super) fn is_acronym_of(short: &[Word<'_>], long: &[Word<'_>]) -> bool {
    matches!(short, [short] if bare(short.text) == bare(&first_letters(long)))
}

/// The first letters of words, as printed.
pub(super) fn first_letters(words: &[Word<'_>]) -> String {
    words.iter().filter_map(|word| word.text.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::exchanges::exchanges;
    use super::*;

    #[test]
    fn names_of_other_words_may_mean_the_same() {
        for (left, right, same) in [
            (
                "Tỷ lệ tiêm chủng cho trẻ dưới 1 tuổi",
                "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng",
                true,
            ),
            (
                "Thu ngân sách nhà nước trên địa bàn",
                "Thu NSNN trên địa bàn tỉnh",
                true,
            ),
            (
                "Tỷ lệ bao phủ bảo hiểm y tế",
                "Tỷ lệ dân số tham gia bảo hiểm y tế",
                true,
            ),
            ("Tuổi thọ trung bình", "Tuổi thọ trung bình tính từ lúc sinh", true),
            (
                "Tỷ lệ trẻ dưới 1 tuổi tiêm chủng",
                "Tỷ lệ trẻ dưới 5 tuổi tiêm chủng",
                false,
            ),
            (
                "Tỷ lệ hộ nghèo toàn tỉnh",
                "Tỷ lệ hộ nghèo vùng dân tộc thiểu số",
                false,
            ),
            ("Kim ngạch xuất khẩu hàng hóa", "Kim ngạch xuất khẩu", false),
        ] {
            assert_eq!(mean_the_same([left, right]), same, "{left} / {right}");
            assert_eq!(mean_the_same([right, left]), same, "{right} / {left}");
        }
    }

    #[test]
    fn words_that_say_one_thing_are_synonyms() {
        let alike = |left: &str, right: &str| {
            let [l, r] = [left, right].map(|text| words(text).collect::<Vec<_>>());
            exchanges(&l, &r).iter().all(are_synonyms)
        };
        for (left, right) in [
            ("quy hoạch mạng giai đoạn 2025-2030", "quy hoạch mạng thời kỳ 2025-2030"),
            ("sửa chữa toàn bộ hệ thống cầu yếu", "sửa chữa tất cả các cầu yếu"),
            ("các xã đóng vai trò quan trọng", "các xã giữ vai trò quan trọng"),
            ("giao dịch không giấy tờ", "giao dịch phi giấy tờ"),
            ("thay xe bus chạy diesel cũ", "thay xe buýt chạy dầu diesel cũ"),
            ("xử lý rác thải đảm bảo tiêu chuẩn", "xử lý rác bảo đảm tiêu chuẩn"),
            ("trình phê duyệt đồ án", "trình duyệt đồ án"),
            ("bảo tồn đền chùa cổ", "bảo tồn, tôn tạo đền chùa cổ"),
            ("giảm thất thoát xuống 5%", "giảm thất thoát xuống còn 5%"),
            ("giảm thất thoát xuống 5%", "giảm thất thoát còn 5%"),
            ("cấp nước cho vùng cao", "cấp nước cho khu vực cao"),
        ] {
            assert!(alike(left, right), "{left} / {right}");
            assert!(alike(right, left), "{right} / {left}");
        }
        for (left, right) in [
            ("các trạm đóng cửa trong năm", "các trạm giữ cửa trong năm"),
            ("thu gom rác thải nhựa", "thu gom nước thải nhựa"),
            ("thay xe bus chạy diesel cũ", "thay xe buýt chạy điện cũ"),
        ] {
            assert!(!alike(left, right), "{left} / {right}");
        }
    }
}
