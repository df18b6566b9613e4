//! Tasks that are a pair and name another object in one place.

use crate::checks::context::{Context, texts_finding};
use crate::checks::{Code, Details, Finding, Severity};
use crate::matching::{Relation, naming_words};
use crate::model::Unit;
use crate::text::{Word, fold, roman, toneless, words};

/// So many words at the most stand in place of each other.
const LONGEST: usize = 4;
/// Few words have more bytes, their blank included.
const LONG_WORD: usize = 10;
/// So many words at least both texts share.
const LEAST_SHARED: usize = 4;

/// Pairs whose texts differ in nothing but a name: probably two tasks of one
/// frame (`Trường Cao đẳng Sư phạm`, `Trường Cao đẳng Kinh tế`), or a slip.
pub(super) fn findings(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.task_pairs() {
        if pair.relation != Relation::Same || pair.through_parent {
            continue;
        }
        let Some((only_left, only_right)) = exchanged(&left.text.text, &right.text.text) else {
            continue;
        };
        let details = Details::DefinitionDiffers {
            only_left: vec![only_left.to_owned()],
            only_right: vec![only_right.to_owned()],
        };
        findings.push(texts_finding(
            (Code::DefinitionDiffers, Severity::Doubt),
            (&left.id, &left.text),
            (&right.id, &right.text),
            details,
        ));
    }
    findings
}

/// The names that stand in place of each other where nothing else differs.
fn exchanged<'a>(left: &'a str, right: &'a str) -> Option<(&'a str, &'a str)> {
    if left.len().abs_diff(right.len()) > LONGEST * LONG_WORD {
        return None;
    }
    let (l, r): (Vec<Word<'_>>, Vec<Word<'_>>) = (words(left).collect(), words(right).collect());
    let alike = |(one, two): &(&Word<'_>, &Word<'_>)| one.text == two.text || fold(one.text) == fold(two.text);
    let before = l.iter().zip(&r).take_while(alike).count();
    let (l_rest, r_rest) = (&l[before..], &r[before..]);
    let behind = l_rest.iter().rev().zip(r_rest.iter().rev()).take_while(alike).count();
    let (l, r) = (&l_rest[..l_rest.len() - behind], &r_rest[..r_rest.len() - behind]);
    let are_names = is_name(left, l) && is_name(right, r);
    if before + behind < LEAST_SHARED || !are_names || is_acronym_of(l, r) || is_acronym_of(r, l) {
        return None;
    }
    let printed = |text: &'a str, words: &[Word<'_>]| Some(&text[words.first()?.start..words.last()?.end()]);
    let in_order = |words: &[Word<'_>]| {
        let mut folded: Vec<String> = words.iter().map(|word| bare(word.text)).collect();
        folded.sort_unstable();
        folded
    };
    let same_words = in_order(l) == in_order(r);
    let (l, r) = (printed(left, l)?, printed(right, r)?);
    let is_unit = |text| Unit::parse(text).is_some_and(|unit| unit.is_known());
    // A slip in a diacritic and an abbreviation written out name the same.
    let is_same = same_words || naming_words(l) == naming_words(r) || is_unit(l) || is_unit(r);
    (!is_same).then_some((l, r))
}

/// Whether a few words of a text hold a capitalized one that opens no clause,
/// and no number, which is compared by itself.
fn is_name(text: &str, found: &[Word<'_>]) -> bool {
    let opens_clause = |word: &Word<'_>| {
        let before = text[..word.start].trim_end_matches([' ', '“', '"', '-', '–']);
        before.is_empty() || before.ends_with(['.', ';', ':', '(', '+'])
    };
    let is_capital = |word: &&Word<'_>| word.text.starts_with(char::is_uppercase) && !opens_clause(word);
    (1..=LONGEST).contains(&found.len())
        && found.iter().any(|word| is_capital(&word))
        && !found
            .iter()
            .any(|word| word.text.contains(|c: char| c.is_numeric()) || roman(word.text).is_some())
}

/// Whether a word has the first letters of others (`ĐHQG`, `Đại học Quốc gia`).
fn is_acronym_of(short: &[Word<'_>], long: &[Word<'_>]) -> bool {
    let [short] = short else { return false };
    let initials: String = long.iter().filter_map(|word| word.text.chars().next()).collect();
    bare(short.text) == bare(&initials)
}

/// Bare letters, `y` and `i` as one.
fn bare(word: &str) -> String {
    toneless(word).replace('y', "i")
}

#[cfg(test)]
mod tests {
    use super::exchanged;

    #[test]
    fn another_name_in_one_place_is_told() {
        for (left, right, names) in [
            (
                "Sáp nhập Trường Cao đẳng Sư phạm vào Trường Đại học Nghệ An",
                "Sáp nhập Trường Cao đẳng Kinh tế vào Trường Đại học Nghệ An",
                ("Sư phạm", "Kinh tế"),
            ),
            (
                "Xây dựng trường chuyên tại phường Vinh Phú",
                "Xây dựng trường chuyên tại phường Thành Vinh",
                ("Vinh Phú", "Thành Vinh"),
            ),
            (
                "Mở đường bay thẳng Vinh - Băng Cốc",
                "Mở đường bay thẳng Vinh - Viêng Chăn",
                ("Băng Cốc", "Viêng Chăn"),
            ),
        ] {
            assert_eq!(exchanged(left, right), Some(names));
        }
    }

    #[test]
    fn other_wording_and_other_spelling_are_no_other_name() {
        for (left, right) in [
            ("Cải tạo chợ đầu mối Bình Điền", "Nâng cấp chợ đầu mối Bình Điền"),
            (
                "Mở rộng cơ sở ĐHQG tại Hòa Lạc",
                "Mở rộng cơ sở Đại học Quốc gia tại Hòa Lạc",
            ),
            ("Cải tạo công viên hồ Bảy Mẫu", "Cải tạo công viên hồ Bẩy Mẫu"),
            (
                "Hạ tầng KCN tại phường Vinh Phú",
                "Hạ tầng Khu công nghiệp tại phường Vinh Phú",
            ),
            (
                "Xây dựng trường học tại Vinh Phú",
                "Xây dựng trường học tại Vinh Phú và Thành Vinh",
            ),
            ("Tắt sóng mạng 2G trên toàn tỉnh", "Tắt sóng mạng 3G trên toàn tỉnh"),
            (
                "Hợp tác với Nhật Bản, Hàn Quốc về nhân lực",
                "Hợp tác với Hàn Quốc, Nhật Bản về nhân lực",
            ),
            (
                "Kế hoạch cải cách hành chính của UBND Thành phố",
                "Kế hoạch cải cách hành chính của Ủy ban nhân dân Thành phố",
            ),
            ("Huy động vốn đầu tư bằng USD", "Huy động vốn đầu tư bằng đô la Mỹ"),
            ("Nâng cấp trạm lên an toàn cấp II", "Nâng cấp trạm lên an toàn cấp III"),
            ("Xây dựng cầu Đuống", "Xây dựng cầu Tứ Liên"),
        ] {
            assert_eq!(exchanged(left, right), None, "{left} / {right}");
        }
    }
}
