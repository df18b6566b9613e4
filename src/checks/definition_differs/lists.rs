//! What one text leaves out of a list that both have.

use super::contrary::DOING;
use super::exchanges::{Exchange, key};
use super::objects::{has_name, is_number, names_something};
use super::synonyms::{LEVELS, are_synonyms};
use crate::checks::{Severity, Side};
use crate::text::{Word, fold, has_words};

/// So many words at the most are left out.
pub(super) const LONGEST: usize = 6;
/// So many, where they open with a capital: `TCT Đầu tư và phát triển nhà Hà Nội`.
const LONGEST_NAME: usize = 10;
/// So many where they stand at one border of a list only.
const LONGEST_AT_BORDER: usize = 3;
/// So many words back the head of an item is looked for in the one before.
const HEAD: usize = 4;
/// So many words on each side of a place are read for names.
const NEAR: usize = 6;

/// Items of a list in the text of one side, which the other leaves out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Items<'t> {
    /// The side that names them.
    pub(super) side: Side,
    /// As printed.
    pub(super) printed: &'t str,
    /// A difference if they have proper names, else a doubt: `đồng bộ, hiện đại`
    /// lists, too.
    pub(super) severity: Severity,
    /// Whether the other text lists names around the place, too.
    pub(super) is_among_names: bool,
}

impl Items<'_> {
    /// What is left of them without those told elsewhere, as printed where all are;
    /// one by one only where they have names, for other words stand in many rows.
    pub(super) fn without(&self, is_told: impl Fn(&str) -> bool) -> Option<String> {
        if is_told(self.printed) {
            return None;
        }
        if self.severity != Severity::Difference {
            return Some(self.printed.to_owned());
        }
        let each = self.printed.split(',').flat_map(|part| part.split(" và "));
        let items: Vec<&str> = each.map(str::trim).filter(|item| !item.is_empty()).collect();
        let left: Vec<&str> = items.iter().copied().filter(|item| !is_told(item)).collect();
        match left.len() {
            0 => None,
            length if length == items.len() => Some(self.printed.to_owned()),
            _ => Some(left.join(", ")),
        }
    }
}

/// What stands in one text only between two commas, a comma and a word that opens
/// or links the list, or such a word and the end; proper names at either border. Nothing that the other
/// text names elsewhere.
pub(super) fn left_out<'t>(place: &Exchange<'t, '_>, texts: [&'t str; 2], is_all: bool) -> Option<Items<'t>> {
    let [left, right] = place.words.map(without_links);
    let (at, side, more, fewer) = if left.len() > right.len() {
        (0, Side::Left, left, right)
    } else {
        (1, Side::Right, right, left)
    };
    let own = without_links(beyond(more, fewer)?);
    let [before, behind] = [place.before[at], place.behind[at]];
    let longest = match own.first() {
        Some(first) if first.text.starts_with(char::is_uppercase) => LONGEST_NAME,
        _ => LONGEST,
    };
    if own.is_empty() || own.len() > longest || before.is_empty() || own.iter().any(is_number) {
        return None;
    }
    let around: Vec<Word<'t>> = [before, place.words[at], behind].concat();
    let first = around.iter().position(|word| word.start == own[0].start)?;
    // What follows may open as the items do: `khu [công nghệ, khu] công nghiệp`.
    let repeats =
        (0..first).take_while(|back| key(&around[first - 1 - back]) == key(&around[first + own.len() - 1 - back]));
    let mut starts = (0..=repeats.count()).map(|back| first - back);
    let (printed, severity) = starts.find_map(|start| item(texts[at], &around, start, own.len(), is_all))?;
    let is_said = is_said(printed, &fold(texts[at]), &fold(texts[1 - at]));
    (!is_said && !are_synonyms(place)).then(|| Items {
        side,
        printed,
        severity,
        is_among_names: are_among_names(texts[1 - at], place.before[1 - at], place.behind[1 - at]),
    })
}

/// Whether the other text says an item as often as the one that lists it: `xã`
/// is left out where only `xã hội` is left.
pub(super) fn is_said(item: &str, own: &str, other: &str) -> bool {
    let item = fold(item);
    has_words(other, &item) && count(other, &item) >= count(own, &item)
}

/// How often a folded text has some words.
fn count(folded: &str, phrase: &str) -> usize {
    let parts = folded.match_indices(phrase).filter(|(at, _)| {
        let (before, behind) = (&folded[..*at], &folded[at + phrase.len()..]);
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    });
    parts.count()
}

/// Whether a text lists two names at least around a place.
fn are_among_names(text: &str, before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    let words = before.iter().rev().take(NEAR).rev().chain(behind.iter().take(NEAR));
    let (mut names, mut last): (usize, Option<&Word<'_>>) = (0, None);
    for word in words.filter(|word| word.text.starts_with(char::is_uppercase)) {
        let gap = last.map_or(",", |last| &text[last.end()..word.start]);
        names += usize::from(gap.trim() == "," || gap.trim() == "và");
        last = Some(word);
    }
    names > 1
}

/// The words from a place on as printed, if they are items of a list.
fn item<'t>(
    text: &'t str,
    words: &[Word<'t>],
    start: usize,
    length: usize,
    is_all: bool,
) -> Option<(&'t str, Severity)> {
    let own = &words[start..start + length];
    let (first, last) = (own.first()?, own.last()?);
    let (before, behind) = (words[..start].last(), words.get(start + length));
    let gap_before = &text[before.map_or(0, Word::end)..first.start];
    let gap_behind = &text[last.end()..behind.map_or(text.len(), |word| word.start)];
    // In brackets a list may be parted by semicolons.
    let is_in_brackets = text[..first.start].rfind('(') > text[..first.start].rfind(')');
    let parts = |gap: &str| gap.trim() == "," || (is_in_brackets && gap.trim() == ";");
    let goes_on = [gap_before, gap_behind].map(parts);
    let is_linked = [before, behind].map(|word| word.is_some_and(is_link));
    let opens = gap_before.contains([':', '(']) || before.is_some_and(|word| OPENING.contains(&&*key(word)));
    let ends = behind.is_none() || gap_behind.contains(['.', ';', ')', ':']);
    let parted = [0, 1].map(|at| goes_on[at] || is_linked[at]);
    let printed = &text[first.start..last.end()];
    let repeats_head = (goes_on[0] || is_linked[0]) && {
        let earlier = words[..start].iter().rev().take(HEAD);
        own.len() > 1 && names_something(first) && earlier.into_iter().any(|word| key(word) == key(first))
    };
    let is_thing = |word: &Word<'_>| names_something(word) || LEVELS.contains(&&*key(word));
    let follows = (goes_on[0] || is_linked[0]) && !ends_with_verb(&words[..start]);
    let opens_with_thing = is_thing(first) || is_level(&words[..start], own);
    let is_at_border =
        is_all && length <= LONGEST_AT_BORDER && opens_with_thing && (follows || (goes_on[1] && !goes_on[0]));
    if has_name(text, own) && names_something(first) && (parted[0] || parted[1]) {
        Some((printed, Severity::Difference))
    } else if is_at_border
        || (repeats_head && ends)
        || own.iter().any(names_something)
            && ((goes_on[0] && parted[1]) || (opens && goes_on[1]) || (is_linked[0] && ends))
    {
        Some((printed, Severity::Doubt))
    } else {
        None
    }
}

/// Whether words are one of several levels: `cấp quốc gia, [thành phố]`.
fn is_level(before: &[Word<'_>], own: &[Word<'_>]) -> bool {
    let is_lead_in = |word: &Word<'_>| key(word) == LEVEL;
    let own_level: Vec<_> = own.iter().skip_while(|word| is_lead_in(word)).map(key).collect();
    let opens = own.first().is_some_and(is_lead_in) || before.iter().rev().take(HEAD).any(is_lead_in);
    opens && LEVEL_NAMES.contains(&&*own_level.join(" "))
}

/// What opens a list of levels, folded, and what it lists.
const LEVEL: &str = "cấp";
const LEVEL_NAMES: [&str; 8] = [
    "quốc gia",
    "trung ương",
    "tỉnh",
    "thành phố",
    "huyện",
    "xã",
    "phường",
    "cơ sở",
];

/// Whether words end with a verb with which a task is done: what follows are
/// other verbs (`Xây dựng và vận hành`).
fn ends_with_verb(words: &[Word<'_>]) -> bool {
    let words = words.iter().filter(|word| !is_link(word));
    let mut last: Vec<_> = words.rev().take(2).map(key).collect();
    last.reverse();
    DOING.contains(&&*last.join(" "))
}

/// Words before a list, folded.
const OPENING: [&str; 5] = ["các", "những", "gồm", "như", "là"];

/// Whether all that differs between two texts is what one of them leaves out.
pub(super) fn leaves_all(places: &[Exchange<'_, '_>]) -> bool {
    (0..2).any(|side| places.iter().all(|place| place.words[side].is_empty()))
}

/// Whether a word links the last item of a list.
fn is_link(word: &Word<'_>) -> bool {
    matches!(&*key(word), "và" | "hoặc" | "cùng")
}

/// The words from the first that is no link to the last.
fn without_links<'t, 'w>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let says = |word: &Word<'_>| !is_link(word);
    match (words.iter().position(says), words.iter().rposition(says)) {
        (Some(first), Some(last)) => &words[first..=last],
        _ => &[],
    }
}

/// The words of a text that another one, which has fewer, opens or ends with.
fn beyond<'t, 'w>(words: &'w [Word<'t>], fewer: &[Word<'_>]) -> Option<&'w [Word<'t>]> {
    let are_alike = |words: &[Word<'_>]| words.iter().map(key).eq(fewer.iter().map(key));
    let (opening, after) = words.split_at_checked(fewer.len())?;
    let (earlier, end) = words.split_at(words.len() - fewer.len());
    if are_alike(opening) {
        Some(after)
    } else if are_alike(end) {
        Some(earlier)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::exchanges::exchanges;
    use super::*;
    use crate::text::words;

    fn told<'t>(left: &'t str, right: &'t str) -> Vec<(Side, &'t str, Severity)> {
        let [l, r] = [left, right].map(|text| words(text).collect::<Vec<_>>());
        let places = exchanges(&l, &r);
        let items = places
            .iter()
            .filter_map(|place| left_out(place, [left, right], leaves_all(&places)));
        items.map(|items| (items.side, items.printed, items.severity)).collect()
    }

    #[test]
    fn a_name_left_out_of_a_list_differs() {
        let all = "Khởi công các cầu Tứ Liên, Ngọc Hồi, Thượng Cát và Vân Phúc trong năm nay";
        for (fewer, name) in [
            (
                "Khởi công các cầu Ngọc Hồi, Thượng Cát và Vân Phúc trong năm nay",
                "Tứ Liên",
            ),
            (
                "Khởi công các cầu Tứ Liên, Thượng Cát và Vân Phúc trong năm nay",
                "Ngọc Hồi",
            ),
            (
                "Khởi công các cầu Tứ Liên, Ngọc Hồi và Vân Phúc trong năm nay",
                "Thượng Cát",
            ),
            (
                "Khởi công các cầu Tứ Liên, Ngọc Hồi và Thượng Cát trong năm nay",
                "Vân Phúc",
            ),
            (
                "Khởi công các cầu Tứ Liên, Ngọc Hồi, Thượng Cát trong năm nay",
                "Vân Phúc",
            ),
        ] {
            assert_eq!(told(all, fewer), [(Side::Left, name, Severity::Difference)]);
            assert_eq!(told(fewer, all), [(Side::Right, name, Severity::Difference)]);
        }
    }

    #[test]
    fn a_thing_left_out_between_commas_is_a_doubt() {
        let all = "Thu hút đầu tư vào các khu công nghệ cao, khu công nghiệp, cụm công nghiệp";
        for (fewer, thing) in [
            (
                "Thu hút đầu tư vào các khu công nghiệp, cụm công nghiệp",
                "khu công nghệ cao",
            ),
            (
                "Thu hút đầu tư vào các khu công nghệ cao, cụm công nghiệp",
                "khu công nghiệp",
            ),
        ] {
            assert_eq!(told(all, fewer), [(Side::Left, thing, Severity::Doubt)]);
        }
        assert_eq!(
            told(
                "Tổ chức sự kiện trong nước và quốc tế; quảng bá",
                "Tổ chức sự kiện trong nước; quảng bá"
            ),
            [(Side::Left, "quốc tế", Severity::Doubt)]
        );
    }

    #[test]
    fn the_border_of_a_list_is_told_where_nothing_else_differs() {
        for (all, fewer, thing) in [
            (
                "Thay thế toàn bộ hệ thống cầu yếu, cầu tạm",
                "Thay thế toàn bộ hệ thống cầu yếu",
                "cầu tạm",
            ),
            (
                "Đề án khung phát triển hạ tầng số và dữ liệu thành phố",
                "Đề án khung phát triển hạ tầng số thành phố",
                "dữ liệu",
            ),
            (
                "Kế hoạch phát triển các xã, phường trọng điểm, tăng trưởng kinh tế và xã hội",
                "Kế hoạch phát triển các phường trọng điểm, tăng trưởng kinh tế và xã hội",
                "xã",
            ),
            (
                "Thành lập khu sinh học (Phòng thí nghiệm; ngân hàng gen; trung tâm sinh học)",
                "Thành lập khu sinh học (Phòng thí nghiệm; trung tâm sinh học)",
                "ngân hàng gen",
            ),
            (
                "Hỗ trợ đối với công chức, viên chức làm công nghệ",
                "Hỗ trợ đối với công chức làm công nghệ",
                "viên chức",
            ),
        ] {
            assert_eq!(told(all, fewer), [(Side::Left, thing, Severity::Doubt)]);
        }
        let text = "Sắp xếp lại TCT hạ tầng đô thị UDIC và TCT Đầu tư và phát triển nhà Hà Nội theo kế hoạch";
        let company = "TCT Đầu tư và phát triển nhà Hà Nội";
        let found = told(text, "Sắp xếp lại TCT hạ tầng đô thị UDIC theo kế hoạch");
        assert_eq!(found, [(Side::Left, company, Severity::Difference)]);
    }

    #[test]
    fn a_level_left_out_is_told() {
        for (all, fewer, level) in [
            (
                "Bảo tồn các di tích cấp quốc gia, thành phố (Cổ Loa…)",
                "Bảo tồn các di tích cấp quốc gia (Cổ Loa…)",
                "thành phố",
            ),
            (
                "Tu bổ các di tích cấp quốc gia, cấp tỉnh",
                "Tu bổ các di tích cấp tỉnh",
                "cấp quốc gia",
            ),
        ] {
            assert_eq!(told(all, fewer), [(Side::Left, level, Severity::Doubt)]);
        }
        for (one, other) in [
            ("Đào tạo cán bộ cấp tỉnh, cấp xã", "Đào tạo cán bộ cấp tỉnh, xã"),
            ("Bảo tồn các đền, thành phố cổ", "Bảo tồn các đền"),
            ("Sửa đổi, bổ sung Nghị quyết", "Sửa đổi Nghị quyết"),
        ] {
            assert_eq!(told(one, other), [], "{one}");
        }
    }

    #[test]
    fn other_words_more_are_no_items() {
        let text = "Xây dựng trường học, trạm y tế tại các xã";
        for more in [
            "Xây dựng và vận hành trường học, trạm y tế tại các xã",
            "Xây dựng trường học, trạm y tế tại các xã miền núi",
            "Xây dựng trường học, trạm y tế tại các xã, hoàn thành năm 2027",
            "Xây dựng trường học, trạm y tế tại các xã theo Nghị quyết của Tỉnh ủy",
            "Xây dựng 12 trường học, 05 trạm y tế tại các xã",
            "Xây dựng trạm y tế, trường học tại các xã",
            "Xây dựng, hoàn thiện trường học, trạm y tế tại các xã",
        ] {
            assert_eq!(told(text, more), [], "{more}");
        }
    }
}
