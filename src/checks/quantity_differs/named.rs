//! Figures that name or date something instead of counting.

use super::rank::among_first;
use super::scale::scale;
use super::shares::is_before_day;
use crate::checks::word_before::word_before;
use crate::matching::{GRADED, LABELLED, is_parted};
use crate::model::Unit;
use crate::text::{Number, Printed, Word, fold, is_year};

/// Further words behind which a number is a name or a place in an order, folded.
const ORDERED: &[&str] = &["lớp", "lần", "kỳ", "điều", "khoản", "top", "tốp", "thứ", "sở"];

/// Those of them that also end a verb or a thing, with a measure behind them:
/// `nâng cấp 15 km`, `tuyến 30 km`.
const ENDING_VERBS: &[&str] = &["cấp", "đoạn", "tuyến", "lộ"];

/// Kinds of documents that have numbers, folded.
pub(super) const DOCUMENTS: &[&str] = &[
    "nghị quyết",
    "nghị định",
    "quyết định",
    "kết luận",
    "chỉ thị",
    "thông tư",
];

/// Kinds of plans and roads, folded: the number behind them is a name, as behind documents.
const TITLES: &[&str] = &["đề án", "chương trình", "kế hoạch", "đường tỉnh"];

/// Words behind which a small number dates (`tháng 4`), folded …
const DATED: &[&str] = &["tháng", "ngày", "quý", "tuần"];
/// … unless one of these stands before them (`mỗi tháng 2 buổi`).
const EACH: &[&str] = &["mỗi", "hằng", "hàng", "một"];

/// The highest grade that `cấp` and `mức độ` name; more are issued (`cấp 500 giấy phép`).
pub(super) const HIGHEST_GRADE: i64 = 12;

/// Words before a year, folded.
const BEFORE_YEAR: &[&str] = &["năm", "đoạn", "kỳ", "đến", "tới", "từ", "nhìn", "trước", "sau"];

/// Whether a figure is a name, a place in an order or a part of a date.
pub(super) fn names(text: &str, first: &Printed, last: &Printed, before: Option<Word<'_>>) -> bool {
    if generation(text, last.end).is_some() {
        return true;
    }
    let stands_for_more = among_first(text, last.end).is_some() || opens_scale(text, first);
    if stands_for_more || opens_part_of_year(&text[last.end..]) {
        return true;
    }
    let Some(before) = before.filter(|before| !is_parted(&text[before.end()..first.start])) else {
        return false;
    };
    let word = fold(before.text);
    let counts_years = counts_years(&text[last.end..]);
    let measures = || measures(&text[last.end..]);
    if !counts_years && is_titled(text, before) {
        return true;
    }
    let is_grade = || first.reading.value.to_i64().is_some_and(|grade| grade <= HIGHEST_GRADE);
    match word.as_str() {
        _ if opens_day(&text[last.end..]) && is_before_day(before) => true,
        word if DATED.contains(&word) => {
            let each = word_before(text, before.start).map(|word| fold(word.text));
            !each.is_some_and(|each| EACH.contains(&each.as_str()))
        }
        word if GRADED.contains(&word) => is_grade() && !measures(),
        word if ENDING_VERBS.contains(&word) && measures() => false,
        word if LABELLED.contains(&word) || ORDERED.contains(&word) => !counts_years,
        _ => false,
    }
}

/// Where the letter of a network's generation ends that stands apart behind a figure: `5 G`.
pub(super) fn generation(text: &str, end: usize) -> Option<usize> {
    let behind = text[end..].strip_prefix(" G")?;
    (!behind.starts_with(char::is_alphanumeric)).then_some(end + " G".len())
}

/// Whether a figure is the one of a scale; a month before a year is no figure.
fn opens_scale(text: &str, figure: &Printed) -> bool {
    figure.reading.value == Number::ONE && scale(text, figure.end).is_some()
}

/// Whether a figure is the first of a day: `2/9`.
fn opens_day(behind: &str) -> bool {
    behind.strip_prefix('/').is_some_and(opens_figure)
}

/// Whether the months of a year are behind a figure: `6 tháng đầu năm 2027`.
fn opens_part_of_year(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    words.next().is_some_and(|word| fold(word) == "tháng")
        && words
            .next()
            .is_some_and(|word| matches!(fold(word).as_str(), "đầu" | "cuối"))
        && words.next().is_some_and(|word| fold(word) == "năm")
        && words.next().is_some_and(opens_figure)
}

/// Whether years are counted behind a figure (`5 năm`), and no year begins (`đợt 1 năm 2026`).
fn counts_years(behind: &str) -> bool {
    opens_with_years(behind) && !behind.split_whitespace().nth(1).is_some_and(opens_figure)
}

pub(super) fn opens_with_years(behind: &str) -> bool {
    behind.split_whitespace().next().is_some_and(|word| fold(word) == "năm")
}

/// Whether a unit stands behind a figure.
pub(super) fn measures(behind: &str) -> bool {
    let behind = behind.trim_start();
    let names_year = || opens_with_years(behind) && !counts_years(behind);
    Unit::scan(behind).is_some() && !names_year()
}

/// Whether a word ends the kind of a document or a road: `nghị quyết`.
pub(super) fn is_titled(text: &str, word: Word<'_>) -> bool {
    let title = word_before(text, word.start).map(|first| fold(&text[first.start..word.end()]));
    title.is_some_and(|title| DOCUMENTS.contains(&title.as_str()) || TITLES.contains(&title.as_str()))
}

/// Whether a word may end a name that a number ends: `cầu Bến Thủy 2`.
pub(super) fn may_be_named(word: Word<'_>) -> bool {
    word.start > 0 && word.text.starts_with(char::is_uppercase)
}

/// Whether a figure is a year, and not `2000 căn nhà`.
pub(super) fn dates(text: &str, figure: &Printed, before: Option<Word<'_>>) -> bool {
    let is_dated = || before.is_none_or(|word| BEFORE_YEAR.contains(&fold(word.text).as_str()));
    is_year(&text[figure.start..figure.end]) && (is_dated() || Unit::scan(text[figure.end..].trim_start()).is_none())
}

pub(super) fn opens_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
