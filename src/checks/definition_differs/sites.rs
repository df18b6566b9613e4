//! Tasks that name two sites of one kind, however the rest is worded: `Vườn quốc
//! gia Bidoup`, `Vườn quốc gia Cát Tiên`.

use super::exchanges::key;
use super::objects::is_acronym;
use crate::text::{Word, fold, has_words};

/// What carries a name of its own and is one of its kind in a task, folded; of
/// two that end alike the longer first.
const KINDS: &[&str] = &[
    "hợp tác xã",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "huyện",
    "quận",
    "vườn quốc gia",
    "khu bảo tồn",
    "khu công nghiệp",
    "cụm công nghiệp",
    "khu công nghệ cao",
    "khu kinh tế",
    "khu đô thị",
    "khu du lịch",
    "làng nghề",
    "bệnh viện",
    "trường đại học",
    "trường cao đẳng",
    "nhà máy",
    "công viên",
    "quảng trường",
    "bảo tàng",
    "sân bay",
    "cảng hàng không",
    "cảng biển",
    "hồ",
    "sông",
    "đèo",
    "cầu",
    "chợ",
    "đảo",
    "vịnh",
];

/// The kinds that are a part of the area of a program.
const DISTRICTS: &[&str] = &["thị xã", "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận"];

/// How a text says the whole area of a program, or more.
const WHOLES: &[&str] = &["toàn tỉnh", "toàn thành phố", "toàn quốc", "cả nước"];

/// Words that are no kind behind these: `nhu cầu`.
const NO_KINDS: &[&str] = &["nhu", "yêu", "toàn", "địa"];

/// The sites of one kind that two texts name, each another one; or the district
/// of one where the other says the whole area.
pub(super) fn other_site(texts: [&str; 2], words: [&[Word<'_>]; 2]) -> Option<[String; 2]> {
    let sites = [0, 1].map(|side| sites(texts[side], words[side]));
    let printed = |side: usize, site: &Site<'_, '_>| {
        let (first, last) = (site.words.first()?, site.words.last()?);
        Some(texts[side][first.start..last.end()].to_owned())
    };
    for left in &sites[0] {
        let mut alike = sites[1].iter().filter(|right| right.kind == left.kind);
        let (Some(right), None) = (alike.next(), alike.next()) else {
            continue;
        };
        let is_one = sites[0].iter().filter(|site| site.kind == left.kind).count() == 1;
        let names = [left.name(), right.name()];
        let is_absent = |name: &[Word<'_>], side: usize| {
            let folded_name: Vec<_> = name.iter().map(key).collect();
            !has_words(&fold(texts[side]), &folded_name.join(" "))
        };
        // An acronym may stand for the other name.
        let is_short = names.into_iter().any(is_acronym);
        let is_listed = left.is_listed || right.is_listed;
        if is_one && !is_listed && !is_short && is_absent(names[0], 1) && is_absent(names[1], 0) {
            return Some([printed(0, left)?, printed(1, right)?]);
        }
    }
    let district = |side: usize| match &*sites[side] {
        [site] if DISTRICTS.contains(&site.kind) && !site.is_listed => printed(side, site),
        _ => None,
    };
    let whole = |side: usize| whole(texts[side], words[side]);
    match [district(0), district(1)] {
        [None, Some(district)] if sites[0].is_empty() && whole(1).is_none() => Some([whole(0)?, district]),
        [Some(district), None] if sites[1].is_empty() && whole(0).is_none() => Some([district, whole(1)?]),
        _ => None,
    }
}

/// How a text says the whole area, as printed.
fn whole(text: &str, words: &[Word<'_>]) -> Option<String> {
    WHOLES.iter().find_map(|phrase| {
        let is_said = |window: &&[Word<'_>]| window.iter().map(key).eq(phrase.split(' '));
        let window = words.windows(phrase.split(' ').count()).find(is_said)?;
        Some(text[window.first()?.start..window.last()?.end()].to_owned())
    })
}

/// A site as a text names it.
struct Site<'t, 'w> {
    kind: &'static str,
    words: &'w [Word<'t>],
    /// Whether another name follows: `cầu Tứ Liên, Ngọc Hồi`.
    is_listed: bool,
}

impl<'t, 'w> Site<'t, 'w> {
    fn name(&self) -> &'w [Word<'t>] {
        &self.words[self.kind.split(' ').count()..]
    }
}

/// The sites a text names; of a list the first.
fn sites<'t, 'w>(text: &str, words: &'w [Word<'t>]) -> Vec<Site<'t, 'w>> {
    let is_capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    let between = |at: usize| text[words[at - 1].end()..words[at].start].trim();
    let mut sites = Vec::new();
    let mut at = 1;
    while at < words.len() {
        let kind = if is_capital(&words[at]) {
            kind_of(&words[..at])
        } else {
            None
        };
        let Some(kind) = kind else {
            at += 1;
            continue;
        };
        let start = at - kind.split(' ').count();
        let joined = (at + 1..words.len()).take_while(|&next| is_capital(&words[next]) && joins(between(next)));
        at += 1 + joined.count();
        let is_listed = words.get(at).is_some_and(|next| {
            let is_list = between(at) == "," || key(next) == "và";
            is_list && words[at..].iter().take(2).any(is_capital)
        });
        sites.push(Site {
            kind,
            words: &words[start..at],
            is_listed,
        });
    }
    sites
}

/// The kind of site that words end with.
fn kind_of(words: &[Word<'_>]) -> Option<&'static str> {
    let last = key(words.last()?);
    KINDS.iter().copied().find(|kind| {
        let length = kind.split(' ').count();
        let ends = |from: usize| words[from..].iter().map(key).eq(kind.split(' '));
        let Some(from) = words.len().checked_sub(length) else {
            return false;
        };
        let is_other_word = || from > 0 && NO_KINDS.contains(&&*key(&words[from - 1]));
        kind.ends_with(&*last) && ends(from) && !is_other_word()
    })
}

/// Whether what stands between two words leaves them one name.
fn joins(between: &str) -> bool {
    matches!(between, "" | "-" | "–")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn told(left: &str, right: &str) -> Option<[String; 2]> {
        let [l, r] = [left, right].map(|text| words(text).collect::<Vec<_>>());
        other_site([left, right], [&l, &r])
    }

    #[test]
    fn another_site_of_a_kind_is_told_however_the_rest_is_worded() {
        for (left, right, sites) in [
            (
                "Thí điểm cấp tín chỉ các-bon rừng tại Vườn quốc gia Bidoup - Núi Bà",
                "Triển khai thí điểm tín chỉ các-bon rừng ở Vườn quốc gia Cát Tiên",
                ["Vườn quốc gia Bidoup - Núi Bà", "Vườn quốc gia Cát Tiên"],
            ),
            (
                "Trồng 50 triệu cây xanh trên địa bàn toàn tỉnh",
                "Trồng mới 50 triệu cây xanh ở phường Đà Lạt",
                ["toàn tỉnh", "phường Đà Lạt"],
            ),
            (
                "Nạo vét hồ Tây",
                "Cải tạo, nạo vét lòng hồ Bảy Mẫu",
                ["hồ Tây", "hồ Bảy Mẫu"],
            ),
        ] {
            assert_eq!(told(left, right), Some(sites.map(str::to_owned)), "{left} / {right}");
            let turned = [sites[1], sites[0]].map(str::to_owned);
            assert_eq!(told(right, left), Some(turned), "{right} / {left}");
        }
    }

    #[test]
    fn sites_of_lists_of_other_kinds_or_of_both_texts_are_not_compared() {
        for (left, right) in [
            ("Nạo vét hồ Tây", "Nạo vét sông Nhuệ"),
            ("Xây cầu Tứ Liên, Ngọc Hồi", "Xây cầu Thượng Cát"),
            ("Xây cầu Tứ Liên và cầu Ngọc Hồi", "Xây cầu Thượng Cát"),
            ("Xây cầu Tứ Liên", "Xây cầu vượt, cầu Tứ Liên"),
            ("Xây Bệnh viện Đại học Y", "Xây Bệnh viện ĐHY"),
            ("Đáp ứng nhu cầu Hà Nội", "Đáp ứng nhu cầu Việt Nam"),
            (
                "Trồng cây trên địa bàn toàn tỉnh",
                "Trồng cây ở phường Đà Lạt, phường Bảo Lộc",
            ),
            (
                "Trồng cây trên toàn tỉnh",
                "Trồng cây ở toàn tỉnh, nhất là phường Đà Lạt",
            ),
        ] {
            assert_eq!(told(left, right), None, "{left} / {right}");
        }
    }
}
