//! Words of the administrative language that say one thing, and those that
//! only stand around things.

use super::exchanges::{Exchange, bare, key};
use crate::text::{Word, has_words};

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

/// Some words folded, with one word for all that say the same.
fn meant(words: &[Word<'_>]) -> String {
    let mut text = words.iter().map(key).collect::<Vec<_>>().join(" ");
    for (one, other) in SYNONYMS {
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
    use crate::text::words;

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
