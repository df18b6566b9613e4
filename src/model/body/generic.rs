//! Generic names, which name nobody (`các sở, ban, ngành`; `UBND xã, phường`).
//!
//! They are too many to list, but they are made in one way: a determiner, some
//! nouns for kinds of bodies, some words for which of them are meant.

use super::phrases::Phrases;
use super::words::Words;
use crate::text::Filter;

/// What generic names open with.
pub(super) static OPENINGS: Filter = Filter::of(&[DETERMINERS.all(), NOUNS.all(), LOCAL.all()]);

/// Words that make a plural (`các sở`).
static DETERMINERS: Phrases = Phrases::new(&[
    "các",
    "mỗi",
    "một số",
    "nhiều",
    "những",
    "toàn bộ các",
    "toàn thể",
    "tất cả các",
]);

/// Kinds of bodies.
static NOUNS: Phrases = Phrases::new(&[
    "ban",
    "ban chỉ đạo",
    "ban quản lý",
    "ban quản lý dự án",
    "ban xây dựng đảng",
    "ban đảng",
    "báo",
    "bệnh viện",
    "bộ",
    "bộ phận",
    "chi bộ",
    "chi cục",
    "chính quyền địa phương",
    "chủ đầu tư",
    "cơ quan",
    "cơ quan báo chí",
    "cơ quan đảng",
    "cơ sở giáo dục",
    "cơ sở y tế",
    "cấp",
    "cấp chính quyền",
    "cấp ủy",
    "cấp ủy đảng",
    "cục",
    "doanh nghiệp",
    "hiệp hội",
    "huyện",
    "hội",
    "hợp tác xã",
    "ngành",
    "nhà trường",
    "nhà đầu tư",
    "phường",
    "quận",
    "sở",
    "thành phố",
    "thị trấn",
    "thị xã",
    "trung tâm",
    "trường",
    "trường học",
    "trường đại học",
    "tập đoàn",
    "tỉnh",
    "tổ chức",
    "tổ chức đảng",
    "tổng công ty",
    "viện",
    "viện nghiên cứu",
    "xã",
    "đoàn thể",
    "đài",
    "đơn vị",
    "đảng bộ",
    "đảng ủy",
    "đặc khu",
    "địa phương",
]);

/// The nouns of [`NOUNS`] that are places: `UBND xã, phường`.
static PLACES: Phrases = Phrases::new(&["huyện", "phường", "quận", "thị trấn", "thị xã", "xã", "đặc khu"]);

/// Bodies that every place has (`UBND xã`).
static LOCAL: Phrases = Phrases::new(&[
    "công an",
    "hội đồng nhân dân",
    "mặt trận tổ quốc",
    "đảng ủy",
    "ủy ban mặt trận tổ quốc",
    "ủy ban nhân dân",
]);

/// Words for all places of a kind (`UBND các xã`, `UBND cấp xã`).
static EVERY: Phrases = Phrases::new(&["các", "cấp"]);

/// Nouns that are generic without any other word (`xã, phường`, `địa phương`):
/// no body's name begins with them.
static COMMON: Phrases = Phrases::new(&[
    "chủ đầu tư",
    "cơ quan",
    "doanh nghiệp",
    "nhà đầu tư",
    "phường",
    "xã",
    "đơn vị",
    "địa phương",
]);

/// Which of them are meant.
static QUALIFIERS: Phrases = Phrases::new(&[
    "chuyên môn",
    "chính trị xã hội",
    "chức năng",
    "ct xh",
    "ctxh",
    "có liên quan",
    "của",
    "hà nội",
    "hội đồng nhân dân",
    "khác",
    "liên quan",
    "ngoài thành phố",
    "thuộc",
    "thành phố",
    "thành ủy",
    "trong hệ thống chính trị",
    "trung ương",
    "trên địa bàn",
    "trực thuộc",
    "tw",
    "tỉnh",
    "tỉnh ủy",
    "ủy ban nhân dân",
]);

/// The qualifiers that make a single noun generic (`đơn vị liên quan`).
static RELATED: Phrases = Phrases::new(&["có liên quan", "liên quan"]);

/// The place that may follow a body's own name (`Sở Y tế thành phố Hà Nội`).
static OWN_PLACE: Phrases = Phrases::new(&["hà nội", "thành phố", "tỉnh"]);

/// The kinds of places whose name may be left out there.
static OWN_KIND: Phrases = Phrases::new(&["thành phố", "tỉnh"]);

/// Where the generic name at a place ends, without it `None`. The longest is
/// taken; a list goes on over commas, `/`, `và` as long as nouns without a
/// determiner follow.
pub(super) fn phrase(words: &mut Words<'_>, at: usize) -> Option<usize> {
    if OPENINGS.may_open(words.opening(at)) {
        local(words, at).or_else(|| listed(words, at))
    } else {
        None
    }
}

/// Where the generic name ends if it reaches to `end`; knows some that are too
/// short for [`phrase`] (`địa phương`).
pub(super) fn whole_phrase(words: &mut Words<'_>, at: usize, end: usize) -> Option<usize> {
    let after = words.longest(at, &COMMON)?;
    (after..end).all(|place| !words.is_word(place)).then_some(after)
}

/// Whether a noun for a kind of bodies stands there, generic or not.
pub(super) fn opens_noun(words: &mut Words<'_>, at: usize) -> bool {
    words.longest(at, &NOUNS).is_some()
}

/// Where the name begins behind a determiner (`các` in `các Sở Y tế, Xây dựng`).
pub(super) fn determiner(words: &mut Words<'_>, at: usize) -> Option<usize> {
    words.longest(at, &DETERMINERS)
}

/// Where the place ends that belongs to the body before it (`Sở Y tế thành phố
/// Hà Nội`), `at` without one. `Thành phố thông minh` is something else.
pub(super) fn own_place(words: &mut Words<'_>, at: usize) -> usize {
    qualified(words, at, &OWN_PLACE)
}

/// Whether a kind of own place stands from a place to another one (`tỉnh`).
pub(super) fn is_own_kind(words: &mut Words<'_>, at: usize, end: usize) -> bool {
    words.longest(at, &OWN_KIND) == Some(end)
}

/// `UBND xã, phường`, `Đảng ủy, HĐND, UBND các xã liên quan`.
fn local(words: &mut Words<'_>, at: usize) -> Option<usize> {
    let mut head = words.longest(at, &LOCAL)?;
    loop {
        let next = separated(words, head);
        let Some(after) = words.longest(next, &LOCAL) else {
            break;
        };
        head = after;
    }
    let place = words.longest(head, &EVERY).unwrap_or(head);
    let is_number = words
        .token(place)
        .is_some_and(|token| token.text.bytes().all(|byte| byte.is_ascii_digit()));
    let end = nouns(
        words,
        if is_number { place + 1 } else { place },
        &PLACES,
        Between::Nothing,
    )?;
    (!is_proper_name(words, end)).then(|| qualified(words, end, &QUALIFIERS))
}

/// `các sở, ban, ngành`; `sở, ngành`; `đơn vị liên quan`; `các UBND xã`.
fn listed(words: &mut Words<'_>, at: usize) -> Option<usize> {
    if let Some(at) = determiner(words, at) {
        return local(words, at).or_else(|| {
            let end = nouns(words, at, &NOUNS, Between::Nothing)?;
            Some(qualified(words, end, &QUALIFIERS))
        });
    }
    let end = nouns(words, at, &NOUNS, Between::Separator)?;
    let several = words.longest(at, &NOUNS) != Some(end);
    let related = words.longest(end, &RELATED).is_some();
    (several || related).then(|| qualified(words, end, &QUALIFIERS))
}

/// What has to stand between two nouns of a list, at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// `các sở ban ngành`.
    Nothing,
    /// `sở, ngành`; without a determiner `trung tâm thành phố` is no list.
    Separator,
}

/// One noun or more: where they end.
fn nouns(words: &mut Words<'_>, at: usize, nouns: &Phrases, between: Between) -> Option<usize> {
    let mut end = words.longest(at, nouns)?;
    loop {
        let next = separated(words, end);
        let apart = next > end || (between == Between::Nothing && !words.is_capitalised(next));
        match words.longest(next, nouns).filter(|_| apart) {
            // `các ban, Sở Y tế`: a noun with a capital and a name behind it
            // begins the next body.
            Some(after) if !(words.is_capitalised(next) && opens_name(words, after)) => end = after,
            _ => return Some(end),
        }
    }
}

/// Any number of qualifiers: where they end. One with a capital letter before
/// a word without one is the beginning of something else, and a preposition
/// needs something behind it (`các đơn vị của …`).
fn qualified(words: &mut Words<'_>, at: usize, qualifiers: &Phrases) -> usize {
    let (mut end, mut settled) = (at, at);
    while let Some(next) = words.longest(end, qualifiers) {
        let small_follows = words.is_word(next) && !words.is_capitalised(next) && words.form(next) != "và";
        if words.is_capitalised(end) && small_follows && words.longest(next, qualifiers).is_none() {
            break;
        }
        let is_preposition = next == end + 1 && matches!(words.form(end), "của" | "thuộc");
        end = next;
        if !is_preposition {
            settled = end;
        }
    }
    settled
}

/// The place behind the separator, `at` where there is none.
fn separated(words: &mut Words<'_>, at: usize) -> usize {
    let mut next = at;
    while words.is_mark(next, &[",", "/", "&"]) || words.form(next) == "và" {
        next += 1;
    }
    next
}

/// Whether a place's own name follows (`UBND phường Hoàn Kiếm`): two words
/// with a capital and small letters, where a cell begins with one.
fn is_proper_name(words: &mut Words<'_>, at: usize) -> bool {
    (at..at + 2).all(|place| {
        words.is_capitalised(place)
            && words
                .token(place)
                .is_some_and(|token| token.text.chars().nth(1).is_none_or(char::is_lowercase))
    })
}

/// Whether a word with a capital letter follows that is no noun itself.
fn opens_name(words: &mut Words<'_>, at: usize) -> bool {
    words.is_capitalised(at) && words.longest(at, &NOUNS).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let mut words = Words::new(text);
        let end = phrase(&mut words, 0)?;
        Some(&text[..words.end(end)])
    }

    #[test]
    fn generic_names_are_one_phrase_with_their_commas() {
        for text in [
            "các sở, ban, ngành",
            "Các sở, ngành",
            "các sở, ban ngành liên quan",
            "các sở, ngành, đơn vị liên quan",
            "các cơ quan, đơn vị, xã, phường",
            "Các cơ quan, đơn vị, xã, phường liên quan",
            "Các cơ quan, đơn vị liên quan",
            "các sở, ban, ngành, cơ quan, đơn vị, địa phương",
            "các ban, sở/ngành",
            "UBND xã, phường",
            "UBND xã, phường liên quan liên quan",
            "UBND các xã liên quan",
            "UBND phường",
            "UBND các phường liên quan",
            "UBND các xã, phường",
            "UBND 126 xã, phường",
            "UBND cấp xã",
            "UBND các quận, huyện, thị xã",
            "Đảng ủy, HĐND, UBND các xã, phường",
            "Các cấp ủy trực thuộc",
            "các cấp ủy trực thuộc Thành ủy",
            "Các đảng ủy trực thuộc Thành ủy",
            "các đảng ủy xã, phường",
            "đảng ủy xã, phường",
            "Các cơ quan, tổ chức Đảng có liên quan",
            "Các đơn vị có liên quan",
            "Các ban Đảng Thành ủy",
            "Các ban xây dựng Đảng của Thành ủy",
            "Các cơ quan trong hệ thống chính trị",
            "các tổ chức CT-XH",
            "các tổ chức chính trị - xã hội",
            "các sở, ban, ngành TP",
            "sở, ban, ngành",
            "đơn vị liên quan",
            "các UBND xã, phường",
            "các sở ngành",
        ] {
            assert_eq!(found(text), Some(text));
        }
    }

    #[test]
    fn ends_where_something_else_begins() {
        for (text, expected) in [
            ("Các sở, ban, ngành, UBND xã, phường", "Các sở, ban, ngành"),
            ("các cấp ủy trực thuộc, các cơ quan", "các cấp ủy trực thuộc"),
            ("các cấp ủy trực thuộc và các cơ quan", "các cấp ủy trực thuộc"),
            ("Các ban Đảng và VPTU", "Các ban Đảng"),
            ("các sở, ban, ngành Quyết định UBND TP", "các sở, ban, ngành"),
            ("các cơ quan, Sở Tài chính", "các cơ quan"),
            ("UBND xã, phường NQ của HĐND TP", "UBND xã, phường"),
            ("UBND phường Hoàn thành dự án", "UBND phường"),
            ("các sở, ban, ngành Thành phố thông minh", "các sở, ban, ngành"),
            ("các đơn vị của ai", "các đơn vị"),
            ("các đơn vị trực thuộc của ai", "các đơn vị trực thuộc"),
            ("các cấp ủy trực.thuộc, các cơ quan", "các cấp ủy trực.thuộc"),
        ] {
            assert_eq!(found(text), Some(expected));
        }
    }

    #[test]
    fn a_name_is_not_generic() {
        for text in [
            "Sở Y tế",
            "UBND TP",
            "UBND phường Hoàn Kiếm",
            "UBND xã Đa Phúc",
            "Đảng ủy Sở Y tế",
            "xã hội hóa",
            "các dự án",
            "ban hành",
            "trung tâm Thành phố",
            "đơn vị",
            "",
            ", các sở",
        ] {
            assert_eq!(found(text), None);
        }
    }

    #[test]
    fn a_common_noun_alone_is_generic_only_as_a_whole() {
        assert_eq!(whole_phrase(&mut Words::new("Địa phương."), 0, 3), Some(2));
        assert_eq!(whole_phrase(&mut Words::new("địa phương nào"), 0, 3), None);
        assert_eq!(whole_phrase(&mut Words::new("Sở"), 0, 1), None);
    }

    #[test]
    fn a_place_behind_a_body_belongs_to_it() {
        for (text, expected) in [
            ("thành phố Hà Nội", 4),
            ("HN", 1),
            ("Thành phố thông minh", 0),
            (", TP", 0),
        ] {
            assert_eq!(own_place(&mut Words::new(text), 0), expected, "{text}");
        }
    }

    #[test]
    fn lists_can_be_searched() {
        for list in [
            &DETERMINERS,
            &NOUNS,
            &PLACES,
            &LOCAL,
            &COMMON,
            &QUALIFIERS,
            &RELATED,
            &OWN_PLACE,
            &OWN_KIND,
            &EVERY,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
