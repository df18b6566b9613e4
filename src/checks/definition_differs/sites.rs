//! Tasks of one wording otherwise put that are done at two sites: `Vườn quốc gia
//! Bidoup`, `Vườn quốc gia Cát Tiên`.

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
    let folded = texts.map(fold);
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
            !has_words(&folded[side], &folded_name.join(" "))
        };
        // An acronym may stand for the other name.
        let is_short = names.into_iter().any(is_acronym);
        let is_listed = left.is_listed || right.is_listed;
        if is_one && !is_listed && !is_short && is_absent(names[0], 1) && is_absent(names[1], 0) {
            return Some([printed(0, left)?, printed(1, right)?]);
        }
    }
    let whole = |side: usize| {
        let phrase = WHOLES.iter().find(|phrase| has_words(&folded[side], phrase))?;
        let at = phrase.split(' ').count();
        let is_said = |window: &&[Word<'_>]| window.iter().map(key).eq(phrase.split(' '));
        let window = words[side].windows(at).find(is_said)?;
        Some(texts[side][window.first()?.start..window.last()?.end()].to_owned())
    };
    let district = |side: usize| match &*sites[side] {
        [site] if DISTRICTS.contains(&site.kind) && !site.is_listed => printed(side, site),
        _ => None,
    };
    match [whole(0), whole(1)] {
        [Some(whole), None] if sites[0].is_empty() => Some([whole, district(1)?]),
        [None, Some(whole)] if sites[1].is_empty() => Some([district(0)?, whole]),
        _ => None,
    }
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
    let keys: Vec<_> = words.iter().map(key).collect();
    let is_capital = |word: &&Word<'_>| word.text.starts_with(char::is_uppercase);
    let mut sites = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_here = |kind: &&&str| {
            let length = kind.split(' ').count();
            keys.get(at..at + length)
                .is_some_and(|keys| keys.iter().eq(kind.split(' ')))
        };
        let is_kind = at == 0 || !NO_KINDS.contains(&&*keys[at - 1]);
        let Some(kind) = KINDS.iter().find(is_here).filter(|_| is_kind) else {
            at += 1;
            continue;
        };
        let start = at;
        at += kind.split(' ').count();
        let named = words[at..].iter().take_while(is_capital);
        let length = named
            .zip(at..)
            .take_while(|(word, place)| *place == at || joins(&text[words[place - 1].end()..word.start]))
            .count();
        at += length;
        let is_listed = words.get(at).is_some_and(|next| {
            let is_list = text[words[at - 1].end()..next.start].trim() == "," || keys[at] == "và";
            is_list && words[at..].iter().take(2).any(|word| is_capital(&word))
        });
        if length > 0 {
            sites.push(Site {
                kind,
                words: &words[start..at],
                is_listed,
            });
        }
    }
    sites
}

/// Whether what stands between two words leaves them one name.
fn joins(between: &str) -> bool {
    matches!(between.trim(), "" | "-" | "–")
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
