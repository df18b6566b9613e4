//! What is marked inside a quotation: words that differ, figures, dates.

use std::borrow::Cow;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::markup::Markup;
use crate::text::{find_byte, folded, is_year, numbers};

/// Writes a text; `differing` ranges are marked, figures and dates set apart.
/// The ranges are in order, apart, and on letter borders.
pub(super) fn write(markup: &mut Markup, text: &str, differing: &[Range<usize>]) {
    let special = special(text);
    let mut cuts: Vec<usize> = differing
        .iter()
        .chain(special.iter().map(|(range, _)| range))
        .flat_map(|range| [range.start, range.end])
        .chain([0, text.len()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut marked = false;
    for piece in cuts.windows(2) {
        let differs = differing.iter().any(|range| range.contains(&piece[0]));
        if differs != marked {
            markup.raw(if differs { "<mark>" } else { "</mark>" });
            marked = differs;
        }
        let kind = special.iter().find(|(range, _)| range.contains(&piece[0]));
        match kind {
            Some((_, Kind::Figure)) => markup.raw("<b>"),
            Some((_, Kind::Date)) => markup.raw("<i>"),
            None => markup,
        };
        markup.text(&text[piece[0]..piece[1]]);
        match kind {
            Some((_, Kind::Figure)) => markup.raw("</b>"),
            Some((_, Kind::Date)) => markup.raw("</i>"),
            None => markup,
        };
    }
    if marked {
        markup.raw("</mark>");
    }
}

/// The words only one of two texts has, as ranges of each. Words are compared
/// folded and without the marks around them: capitals, the two ways of placing
/// a tone and closing commas are no difference, nor are an abbreviation and its
/// words. What stands on both sides of one word only is one difference.
pub(super) fn differences(left: &str, right: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut one, mut two) = (words(left), words(right));
    abbreviate(&mut two, left, &one);
    abbreviate(&mut one, right, &two);
    let mut found = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &keys(&one), &keys(&two)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            push(&mut found.0, op.old_range());
            push(&mut found.1, op.new_range());
        }
    }
    (spans(left, &one, &found.0), spans(right, &two, &found.1))
}

/// Gives words that an abbreviation of the other text stands for its key:
/// `chất thải rắn` is `CTR`.
fn abbreviate(words: &mut Vec<Keyed<'_>>, other: &str, short: &[Keyed<'_>]) {
    for (range, key) in short {
        let printed = &other[range.clone()];
        let count = printed.chars().count();
        // What goes on behind `&` is only a part of one.
        let is_whole = printed.chars().all(char::is_uppercase) && !other[range.end..].trim_start().starts_with('&');
        if count < 2 || !is_whole || words.iter().any(|(_, word)| word == key) {
            continue;
        }
        let opens = |run: &[Keyed<'_>]| {
            run.iter()
                .map(|(_, word)| word.chars().next())
                .eq(key.chars().map(Some))
        };
        if let Some(at) = words.windows(count).position(opens) {
            let whole = words[at].0.start..words[at + count - 1].0.end;
            words.splice(at..at + count, [(whole, Cow::Owned(key.to_string()))]);
        }
    }
}

/// Adds words to those that differ, with a single word between them and the last ones.
fn push(found: &mut Vec<Range<usize>>, words: Range<usize>) {
    match found.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if words.start <= last.end + 1 => last.end = words.end,
        _ => found.push(words),
    }
}

/// Where words stand, with the parenthesis that closes one opened among them.
fn spans(text: &str, words: &[Keyed<'_>], found: &[Range<usize>]) -> Vec<Range<usize>> {
    let span = |found: &Range<usize>| {
        let words = &words[found.clone()];
        let mut span = words.first()?.0.start..words.last()?.0.end;
        let inside = &text[span.clone()];
        if inside.matches('(').count() > inside.matches(')').count() && text[span.end..].starts_with(')') {
            span.end += 1;
        }
        Some(span)
    };
    found.iter().filter_map(span).collect()
}

/// Where a phrase stands as whole words; of several places the one that differs,
/// else the first.
pub(super) fn place(text: &str, phrase: &str, differing: &[Range<usize>]) -> Option<Range<usize>> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
    let mut places = places.filter(|range| {
        !range.is_empty()
            && !is_word(text[..range.start].chars().next_back())
            && !is_word(text[range.end..].chars().next())
    });
    let first = places.next()?;
    let differs = |range: &Range<usize>| {
        let mut differing = differing.iter();
        differing.any(|other| other.start < range.end && range.start < other.end)
    };
    if differs(&first) {
        return Some(first);
    }
    Some(places.find(differs).unwrap_or(first))
}

/// Where a word stands, and what it is compared by.
type Keyed<'t> = (Range<usize>, Cow<'t, str>);

fn keys<'w>(words: &'w [Keyed<'_>]) -> Vec<&'w str> {
    words.iter().map(|(_, key)| &**key).collect()
}

/// Marks around a word that are no part of it.
const SURROUNDING: [char; 11] = [',', ';', '.', ':', '(', ')', '“', '”', '"', '…', '*'];

/// The words between blanks, where they stand, and what they are compared by.
fn words(text: &str) -> Vec<Keyed<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    for word in text.split(char::is_whitespace) {
        let opened = word.trim_start_matches(SURROUNDING);
        let bare = opened.trim_end_matches(SURROUNDING);
        if !bare.is_empty() {
            let start = from + word.len() - opened.len();
            words.push((start..start + bare.len(), folded(bare)));
        }
        from += word.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figure,
    Date,
}

/// Dates, and the figures outside them, in order.
fn special(text: &str) -> Vec<(Range<usize>, Kind)> {
    if find_byte(text.as_bytes(), |byte| byte.is_ascii_digit()).is_none() {
        return Vec::new();
    }
    let mut found: Vec<_> = dates(text).into_iter().map(|range| (range, Kind::Date)).collect();
    let dates = found.len();
    for figure in numbers(text) {
        let range = figure.start..figure.end;
        if !found[..dates]
            .iter()
            .any(|(date, _)| date.start < range.end && range.start < date.end)
        {
            found.push((range, Kind::Figure));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Words that belong to the date behind them, folded.
const OPENS_DATE: &[&str] = &["ngày", "tháng", "quý", "năm", "trước"];

/// `Quý IV/2027`, `năm 2030`, `2026-2030`, `25/7/2025`: a date and the words
/// that lead into it.
fn dates(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut dates: Vec<Range<usize>> = Vec::new();
    for (index, (range, key)) in words.iter().enumerate() {
        if !is_date(key) {
            continue;
        }
        let floor = dates.last().map_or(0, |date| date.end);
        let mut start = range.start;
        let mut above = index;
        while above > 0 && words[above - 1].0.start >= floor {
            let (before, word) = &words[above - 1];
            let opens = OPENS_DATE.contains(&&**word) || is_quarter(word);
            if !opens || !text[before.end..start].trim().is_empty() {
                break;
            }
            start = before.start;
            above -= 1;
        }
        dates.push(start..range.end);
    }
    dates
}

/// Whether a folded word is a date: years, `7/2026`, `25/7/2025`, `iv/2027`,
/// `2026-2030`.
fn is_date(word: &str) -> bool {
    // Most words do not end on a year.
    word.ends_with(|c: char| c.is_ascii_digit())
        && word.split('-').all(|part| {
            let mut links: Vec<&str> = part.split('/').collect();
            let year = links.pop().is_some_and(is_year);
            let few = links.len() <= 2;
            year && few && links.iter().all(|link| is_quarter(link) || is_day_or_month(link))
        })
}

fn is_quarter(word: &str) -> bool {
    let word = word.strip_prefix('q').unwrap_or(word);
    matches!(word, "i" | "ii" | "iii" | "iv")
}

fn is_day_or_month(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(left: &str, right: &str) -> (String, String) {
        let (one, two) = differences(left, right);
        let html = |text: &str, ranges: &[Range<usize>]| {
            let mut markup = Markup::default();
            write(&mut markup, text, ranges);
            markup.as_str().to_owned()
        };
        (html(left, &one), html(right, &two))
    }

    #[test]
    fn marks_words_that_differ_and_no_others() {
        assert_eq!(
            marked("Xây dựng 09 cầu, qua sông", "Xây mới 08 cầu qua sông"),
            (
                "Xây <mark>dựng <b>09</b></mark> cầu, qua sông".to_owned(),
                "Xây <mark>mới <b>08</b></mark> cầu qua sông".to_owned()
            )
        );
        let same = marked("Khu công nghệ cao Hoà Lạc *", "khu công nghệ cao Hòa Lạc…");
        assert!(!same.0.contains("mark") && !same.1.contains("mark"), "{same:?}");
    }

    #[test]
    fn marks_with_one_word_between_them_are_one() {
        assert_eq!(
            marked("đến hết năm đạt 8 tỷ", "đến đầu năm có 8 tỷ").0,
            "đến <mark>hết năm đạt</mark> <b>8</b> tỷ"
        );
        assert_eq!(
            marked("Xử lý sông hồ Tây", "Nạo vét sông hồ Linh Đàm").0,
            "<mark>Xử lý</mark> sông hồ <mark>Tây</mark>"
        );
    }

    #[test]
    fn a_parenthesis_is_closed_where_it_is_opened() {
        assert_eq!(
            marked("xã đạt chuẩn (tiêu chí mới) năm nay", "xã năm nay").0,
            "xã <mark>đạt chuẩn (tiêu chí mới)</mark> năm nay"
        );
    }

    #[test]
    fn an_abbreviation_and_its_words_are_no_difference() {
        let (left, right) = marked("Tỷ lệ CTR theo TC", "Tỷ lệ chất thải rắn theo tiêu chuẩn");
        assert!(!left.contains("mark") && !right.contains("mark"), "{left} {right}");
        assert!(
            marked("Sở NN &MT", "Sở Nông nghiệp và Môi trường")
                .0
                .contains("<mark>NN &amp;MT</mark>")
        );
        let (_, other) = marked("Tỷ lệ CTR", "Tỷ lệ chất thải lỏng");
        assert_eq!(other, "Tỷ lệ <mark>chất thải lỏng</mark>");
    }

    #[test]
    fn a_phrase_is_found_as_words_and_where_it_differs() {
        let text = "khu công nghệ, khu hộ, hộ";
        assert_eq!(place(text, "kh", &[]), None);
        assert_eq!(place(text, "khu", &[]), Some(0..3));
        let second = text.rfind("khu").unwrap();
        assert_eq!(
            place(text, "khu", std::slice::from_ref(&(second..text.len()))),
            Some(second..second + 3)
        );
        assert_eq!(place(text, "", &[]), None);
    }

    #[test]
    fn marks_inside_a_date_do_not_break_it_open() {
        assert_eq!(
            marked("Quý III/2026", "Quý IV/2028").0,
            "<i>Quý </i><mark><i>III/2026</i></mark>"
        );
    }

    #[test]
    fn figures_are_not_dates_and_numbers_of_documents_are_neither() {
        let plain = |text: &str| marked(text, text).0;
        assert_eq!(plain("trước năm 2030"), "<i>trước năm 2030</i>");
        assert_eq!(
            plain("2025 – 2030: 10-12 m²"),
            "<i>2025</i> – <i>2030</i>: <b>10</b>-<b>12</b> m²"
        );
        assert_eq!(
            plain("số 355-KH/TU ngày 25/7/2025"),
            "số 355-KH/TU <i>ngày 25/7/2025</i>"
        );
        assert_eq!(plain("78/2025/NĐ-CP"), "78/2025/NĐ-CP");
        assert_eq!(plain("3.500 tỷ; năm học"), "<b>3.500</b> tỷ; năm học");
        assert_eq!(plain("<b>"), "&lt;b&gt;");
        assert_eq!(plain(""), "");
    }
}
