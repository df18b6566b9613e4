//! Words that say the contrary of others in their place.

use super::exchanges::{Exchange, key};
use crate::matching::OPPOSITES;
use crate::text::{Word, has_words};

/// Words of tasks that cannot be meant by each other, folded, beside those
/// that tell indicators apart.
const CONTRARY: &[(&str, &str)] = &[
    ("thành lập", "giải thể"),
    ("giữ nguyên", "giải thể"),
    ("duy trì", "giải thể"),
    ("giữ nguyên", "xóa bỏ"),
    ("duy trì", "xóa bỏ"),
    ("sáp nhập", "chia tách"),
    ("sáp nhập", "tách"),
    ("bổ sung", "cắt giảm"),
    ("công lập hóa", "cổ phần hóa"),
    ("đầu tư công", "đối tác công tư"),
    ("đầu tư công", "ppp"),
    ("khởi công", "hoàn thành"),
    ("khởi công", "khánh thành"),
    ("khởi công", "đưa vào"),
    ("xây mới", "cải tạo"),
    ("xây dựng mới", "cải tạo"),
    ("cải tạo", "lấp"),
    ("bảo tồn", "phá dỡ"),
    ("mở rộng", "thu hẹp"),
    ("phát triển", "thu hẹp"),
    ("sắp xếp lại", "giữ nguyên"),
    ("đưa vào", "dừng"),
    ("tiếp tục", "dừng"),
    ("cho phép", "cấm"),
    ("khuyến khích", "hạn chế"),
    ("khuyến khích", "cấm"),
    ("bắt buộc", "tự nguyện"),
    ("toàn bộ", "một số"),
    ("toàn bộ", "một phần"),
    ("tất cả", "một số"),
    ("tất cả", "một phần"),
    ("trong", "ngoài"),
    ("nội thành", "ngoại thành"),
    ("trong nước", "nước ngoài"),
    ("bắc", "nam"),
    ("đông", "tây"),
];

/// Verbs with which a task is done, folded.
pub(super) const DOING: [&str; 15] = [
    "hoàn thành",
    "xây dựng",
    "thành lập",
    "hình thành",
    "cải tạo",
    "nâng cấp",
    "mở rộng",
    "xử lý",
    "phát triển",
    "triển khai",
    "thực hiện",
    "tổ chức",
    "đầu tư",
    "đưa vào",
    "khôi phục",
];

/// Verbs with which it is only looked into, or comes to an end, folded.
const NOT_DOING: [&str; 13] = [
    "nghiên cứu",
    "khảo sát",
    "chuẩn bị",
    "đề xuất",
    "dừng",
    "chấm dứt",
    "đóng cửa",
    "san lấp",
    "hủy bỏ",
    "phá dỡ",
    "tháo dỡ",
    "phê duyệt chủ trương",
    "lập dự án",
];

/// What only comes before an investment (`đầu tư`), folded.
const PREPARING: [&str; 3] = ["chuẩn bị đầu tư", "chủ trương đầu tư", "lập dự án đầu tư"];

/// What ends the work that the verb behind it names, folded.
const STOPPING: [&str; 6] = ["dừng", "tạm dừng", "ngừng", "chấm dứt", "hủy bỏ", "hạn chế"];

/// What denies the words behind it, folded.
const DENIALS: [&str; 2] = ["không", "chưa"];

/// What affirms in the place of a denial, folded.
const AFFIRMATIONS: [&str; 5] = ["", "có", "được", "đã", "cho phép"];

/// What plans the work that the verb behind it names, folded.
const PLANS: [&str; 5] = ["đề án", "kế hoạch", "chương trình", "dự án", "phương án"];

/// Other documents that a task may be to make, folded.
const PAPERS: [&str; 7] = [
    "cơ chế",
    "chính sách",
    "quy định",
    "quy hoạch",
    "nghị quyết",
    "tiêu chí",
    "chiến lược",
];

/// Words before `không` with which it names the air (`hàng không`).
const BEFORE_AIR: [&str; 5] = ["hàng", "đường", "phòng", "trên", "lục"];

/// Words behind `không` with which it names the air or space (`không gian`).
const BEHIND_AIR: [&str; 5] = ["gian", "khí", "quân", "trung", "vận"];

/// Whether one text denies what the other says in this place.
pub(super) fn is_denied(place: &Exchange<'_, '_>) -> bool {
    let [left, right] = place.folded();
    let opens = denies_opening(place);
    let affirms = |words: &str| AFFIRMATIONS.contains(&words) || (opens && PLANS.contains(&words));
    let denies = |one: &str, other: &str| DENIALS.contains(&one) && affirms(other);
    let is = |word: Option<&Word<'_>>, words: &[&str]| word.is_some_and(|word| words.contains(&&*key(word)));
    let names_air = is(place.before[0].last(), &BEFORE_AIR) || is(place.behind[0].first(), &BEHIND_AIR);
    !names_air && (denies(&left, &right) || denies(&right, &left))
}

/// Whether one text opens with a denial of the verb that both go on with
/// (`Không phát triển`); nothing else can be meant, however few words follow.
pub(super) fn denies_opening(place: &Exchange<'_, '_>) -> bool {
    let denies = |words: &[Word<'_>]| matches!(words, [word] if DENIALS.contains(&&*key(word)));
    place.before[0].is_empty() && goes_on_with_verb(place) && place.words.into_iter().any(denies)
}

/// Whether one text has the opposite word of the other in this place, or opens
/// with a verb that does what the other only looks into or ends. What goes up or
/// down by a figure is compared with the figure.
pub(super) fn is_opposite(place: &Exchange<'_, '_>) -> bool {
    let [left, right] = place.folded();
    let opens_text = place.before[0].is_empty();
    let says = |text: &str, verbs: &[&str]| verbs.iter().any(|verb| has_words(text, verb));
    let does = |text: &str| says(text, &DOING) && !says(text, &NOT_DOING);
    let does_not = |text: &str| {
        let rest = PREPARING
            .iter()
            .fold(text.to_owned(), |text, phrase| text.replace(phrase, ""));
        says(text, &NOT_DOING) && !says(&rest, &DOING)
    };
    if opens_text && (does(&left) && does_not(&right) || does_not(&left) && does(&right)) {
        return true;
    }
    let stops = |one: &str, other: &str| {
        one.is_empty() && (STOPPING.contains(&other) || (opens_text && does_not(other) && !makes_paper(place)))
    };
    if (stops(&left, &right) || stops(&right, &left)) && goes_on_with_verb(place) {
        return true;
    }
    let says_only = |text: &str, one: &str, other: &str| has_words(text, one) && !has_words(text, other);
    let figure = |word: &Word<'_>| word.text.starts_with(|c: char| c.is_ascii_digit());
    let is_counted = place.behind[0].first().is_some_and(figure);
    let mut pairs = CONTRARY.iter().chain(OPPOSITES);
    pairs.any(|&(one, other)| {
        let tells = (says_only(&left, one, other) && says_only(&right, other, one))
            || (says_only(&left, other, one) && says_only(&right, one, other));
        tells && !(is_counted && (one, other) == ("tăng", "giảm"))
    })
}

/// Whether both texts go on with a verb and a document: looking into it is how it is made.
fn makes_paper(place: &Exchange<'_, '_>) -> bool {
    let behind: Vec<_> = place.behind[0].iter().take(4).map(key).collect();
    let behind = behind.join(" ");
    PLANS.iter().chain(&PAPERS).any(|paper| has_words(&behind, paper))
}

/// Whether both texts go on with a verb with which a task is done.
fn goes_on_with_verb(place: &Exchange<'_, '_>) -> bool {
    let behind: Vec<_> = place.behind[0].iter().take(2).map(key).collect();
    DOING.contains(&&*behind.join(" "))
}
