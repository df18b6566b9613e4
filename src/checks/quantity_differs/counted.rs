//! What the figures of a text count.

use std::ops::Range;

use crate::checks::Figure;
use crate::checks::word_before::word_before;
use crate::model::Unit;
use crate::text::{Number, Printed, Word, fold, is_year, words};

/// A text and the figures printed in it.
#[derive(Debug, Clone, Copy)]
pub(in crate::checks) struct Printing<'a> {
    pub(in crate::checks) text: &'a str,
    pub(in crate::checks) figures: &'a [Printed],
}

/// A figure with what it counts, for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) figure: Figure,
    /// Where its digits stand.
    pub(super) place: Range<usize>,
    pub(super) low: Number,
    pub(super) high: Number,
    /// The side on which more is allowed.
    pub(super) bound: Option<Bound>,
    pub(super) change: Option<Change>,
    /// The words behind it, folded.
    pub(super) noun: Vec<String>,
}

/// The side of a figure on which more is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    AtLeast,
    AtMost,
}

/// Where a figure leads that is no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Up,
    Down,
    /// `gấp 1,5 lần`
    Times,
}

impl Counted {
    /// Whether both have one number, and allow more on the same side.
    pub(super) fn same_number(&self, other: &Self) -> bool {
        let other_bound = self.bound.zip(other.bound).is_some_and(|(one, two)| one != two);
        let other_change = self.change.zip(other.change).is_some_and(|(one, two)| one != two);
        (self.low, self.high) == (other.low, other.high) && !other_bound && !other_change
    }

    /// Whether both can hold although the numbers differ: a number inside a
    /// range or a bound (`4-5 sao`, `4 sao`), a level beside a change (`200%`,
    /// `tăng 100%`).
    pub(super) fn may_both_hold(&self, other: &Self) -> bool {
        let is_range = |one: &Self| one.low != one.high || one.bound.is_some();
        let inside = |outer: &Self, inner: &Self| {
            let low = outer.bound == Some(Bound::AtMost) || outer.low <= inner.low;
            let high = outer.bound == Some(Bound::AtLeast) || inner.high <= outer.high;
            is_range(outer) && outer.bound.is_some() != inner.bound.is_some() && low && high
                || outer.low != outer.high && inner.low == inner.high && low && high
        };
        self.change.is_some() != other.change.is_some() || inside(self, other) || inside(other, self)
    }

    /// Whether both are told in known units that measure other things, as a
    /// whole (`USD`, `đồng`) or in other times (`tấn/ngày`, `tấn/năm`).
    pub(super) fn is_of_other_unit(&self, other: &Self) -> bool {
        let parts = |one: &Self| {
            let unit = Unit::parse(one.noun.first()?).filter(Unit::is_known)?;
            let (_, base) = unit.dimension();
            let (counted, per) = base.split_once('/').unwrap_or((&base, ""));
            Some((counted.to_owned(), per.to_owned()))
        };
        parts(self)
            .zip(parts(other))
            .is_some_and(|((one, one_per), (two, two_per))| {
                one != two || (one_per != two_per && !one_per.is_empty() && !two_per.is_empty())
            })
    }

    /// Whether it tells which one rather than how much: `trẻ 5 tuổi`, `lễ kỷ niệm
    /// 70 năm`, `sơ kết 6 tháng`, `trạm 110 kV`.
    pub(super) fn tells_which(&self) -> bool {
        matches!(
            self.noun.first().map(String::as_str),
            Some("tuổi" | "năm" | "tháng" | "kv")
        )
    }

    /// Whether a text says the same in words: `một lần`, `toàn bộ` for `100%`,
    /// `giai đoạn 2026-2030` for `5 năm`.
    pub(super) fn is_in_words(&self, text: &str) -> bool {
        let (Some(number), Some(noun)) = (self.low.to_i64(), self.noun.first()) else {
            return false;
        };
        if self.low != self.high {
            return false;
        }
        let folded = format!(" {} ", fold(text));
        let says = |phrase: &str| folded.contains(&format!(" {phrase} "));
        match noun.as_str() {
            // Shares are counted in thousandths.
            "‰" if number == 1000 => WHOLE.iter().any(|word| says(word)),
            "‰" if number == 500 => says("một nửa"),
            "năm" if spans(text, number) => true,
            _ => in_words(number).is_some_and(|words| says(&format!("{words} {noun}"))),
        }
    }
}

/// Whether a text names a period of so many years.
fn spans(text: &str, count: i64) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    let year = |word: &Word<'_>| word.text.parse::<i64>().ok().filter(|_| is_year(word.text));
    words.windows(2).any(|pair| {
        let is_joined = matches!(text[pair[0].end()..pair[1].start].trim(), "-" | "–");
        let span = year(&pair[0]).zip(year(&pair[1])).map(|(first, last)| last - first);
        is_joined && span.is_some_and(|span| span == count || span + 1 == count)
    })
}

/// The digits in words.
const DIGITS: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// Scales in words, folded, large ones first.
const SCALES: [(i64, &str); 4] = [
    (1_000_000_000, "tỷ"),
    (1_000_000, "triệu"),
    (1_000, "nghìn"),
    (100, "trăm"),
];

/// A number below a hundred, or so many of one scale, in words.
fn in_words(number: i64) -> Option<String> {
    let scale = SCALES.iter().find(|(scale, _)| number >= *scale && number % scale == 0);
    let (count, scale) = scale.map_or((number, ""), |(scale, word)| (number / scale, *word));
    let (tens, ones) = (usize::try_from(count / 10).ok()?, usize::try_from(count % 10).ok()?);
    let tens_word = match tens {
        0 => String::new(),
        1 => "mười".to_owned(),
        _ => format!("{} mươi", DIGITS.get(tens)?),
    };
    let ones_word = match (tens, ones) {
        (1.., 5) => "lăm",
        (2.., 1) => "mốt",
        _ => DIGITS[ones],
    };
    let words = [tens_word.as_str(), ones_word, scale]
        .into_iter()
        .filter(|word| !word.is_empty());
    (count > 0).then(|| words.collect::<Vec<_>>().join(" "))
}

/// Words for all there is, folded.
const WHOLE: [&str; 4] = ["toàn bộ", "tất cả", "toàn thể", "toàn"];

/// A figure counts so many words at the most.
const LONGEST_NOUN: usize = 6;

/// Words behind which a number is a name or a place in an order, folded.
const NAMED: &[&str] = &[
    "đai", "số", "tuyến", "lộ", "đoạn", "khóa", "lớp", "lần", "kỳ", "điều", "khoản", "nhóm", "top", "tốp", "thứ", "sở",
];

/// Those of them that also end a verb or a thing, with a measure behind them:
/// `nâng cấp 15 km`, `tuyến 30 km`.
const ENDING_VERBS: &[&str] = &["cấp", "đoạn", "tuyến", "lộ"];

/// Kinds of documents and roads, folded: the number behind them is a name.
const TITLES: &[&str] = &[
    "nghị quyết",
    "nghị định",
    "quyết định",
    "kết luận",
    "chỉ thị",
    "thông tư",
    "đề án",
    "chương trình",
    "kế hoạch",
    "đường tỉnh",
];

/// Words behind which a small number dates (`tháng 4`), folded …
const DATED: &[&str] = &["tháng", "ngày", "quý", "tuần"];
/// … unless one of these stands before them (`mỗi tháng 2 buổi`).
const EACH: &[&str] = &["mỗi", "hằng", "hàng", "một"];

/// Words behind which a low figure without a unit is a grade or a turn, folded.
pub(super) const GRADED: &[&str] = &["cấp", "độ", "mức", "hạng", "loại", "bậc", "pha", "đợt", "mạch"];

/// The highest grade that `cấp` and `mức độ` name; more are issued (`cấp 500 giấy phép`).
pub(super) const HIGHEST_GRADE: i64 = 12;

/// Words before a year, folded.
const BEFORE_YEAR: &[&str] = &["năm", "đoạn", "kỳ", "đến", "tới", "từ", "nhìn", "trước", "sau"];

/// Words at which what is counted ends, folded.
const BEYOND_NOUN: &[&str] = &[
    "và", "của", "tại", "theo", "cho", "được", "gắn", "kết", "trên", "trong", "vào", "có", "để", "với", "đến", "ở",
    "tầm", "tích", "so", "năm", "trở", "qua", "bắc", "lên",
];

/// Words that say no more of what is counted, folded: `50% số trường`.
const EMPTY: &[&str] = &["số", "các", "tổng"];

/// Phrases that belong to the figure behind them, folded, and what they allow;
/// longer ones first where one ends another.
const MODIFIERS: &[(&[&str], Option<Bound>)] = &[
    (&["ít", "nhất"], Some(Bound::AtLeast)),
    (&["ít", "nhất", "là"], Some(Bound::AtLeast)),
    (&["tối", "thiểu"], Some(Bound::AtLeast)),
    (&["không", "dưới"], Some(Bound::AtLeast)),
    (&["không", "ít", "hơn"], Some(Bound::AtLeast)),
    (&["không", "thấp", "hơn"], Some(Bound::AtLeast)),
    (&["không", "nhỏ", "hơn"], Some(Bound::AtLeast)),
    (&["không", "cao", "hơn"], Some(Bound::AtMost)),
    (&["không", "lớn", "hơn"], Some(Bound::AtMost)),
    (&["không", "hơn"], Some(Bound::AtMost)),
    (&["nhỏ", "hơn"], Some(Bound::AtMost)),
    (&["thấp", "hơn"], Some(Bound::AtMost)),
    (&["ít", "hơn"], Some(Bound::AtMost)),
    (&["nhiều", "nhất"], Some(Bound::AtMost)),
    (&["không", "quá"], Some(Bound::AtMost)),
    (&["không", "vượt", "quá"], Some(Bound::AtMost)),
    (&["không", "vượt"], Some(Bound::AtMost)),
    (&["không", "trên"], Some(Bound::AtMost)),
    (&["tối", "đa"], Some(Bound::AtMost)),
    (&["trên", "dưới"], None),
    (&["lớn", "hơn"], Some(Bound::AtLeast)),
    (&["cao", "hơn"], Some(Bound::AtLeast)),
    (&["trên"], Some(Bound::AtLeast)),
    (&["hơn"], Some(Bound::AtLeast)),
    (&["dưới"], Some(Bound::AtMost)),
    (&["khoảng"], None),
    (&["gần"], None),
];

/// A modifier has so many words at the most.
const LONGEST_MODIFIER: usize = 3;

/// The figures of a text that count or measure something.
pub(super) fn figures(Printing { text, figures: printed }: Printing<'_>) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    // Where the last number ends that is a name: `vành đai 3, 4`.
    let mut named: Option<usize> = None;
    let mut at = 0;
    while at < printed.len() {
        let first = &printed[at];
        let mut last = first;
        at += 1;
        if let Some(next) = printed.get(at)
            && parts_range(&text[last.end..next.start], &text[next.end..])
        {
            last = next;
            at += 1;
        }
        let before = word_before(text, first.start);
        let shares_name = named.is_some_and(|end: usize| matches!(text[end..first.start].trim(), "," | "và"));
        if shares_name || names(text, first, last, before) {
            named = Some(last.end);
            continue;
        }
        named = None;
        if dates(text, first, before) || dates(text, last, before) {
            continue;
        }
        let lead_in = LeadIn::of(text, first.start);
        let (mut end, mut noun) = noun_behind(text, last.end);
        if noun.is_empty() && before.is_some_and(may_be_named) {
            continue;
        }
        let mut bound = lead_in.bound;
        for (words, behind) in [("trở lên", Bound::AtLeast), ("trở xuống", Bound::AtMost)] {
            let rest = text[end..].trim_start();
            if rest.starts_with(words) {
                bound = Some(behind);
                end = text.len() - rest.len() + words.len();
            }
        }
        let (mut low, mut high) = scaled(first.reading.value, last.reading.value, &mut noun);
        let mut change = lead_in.change;
        if change == Some(Change::Times)
            && let Some(share) = more(low, high, &mut noun)
        {
            (low, high) = share;
            change = Some(Change::Up);
        }
        found.push(Counted {
            figure: Figure {
                printed: text[lead_in.start..end].to_owned(),
                number: text[first.start..last.end].to_owned(),
            },
            place: first.start..last.end,
            low,
            high,
            bound,
            change,
            noun,
        });
    }
    found
}

/// Whether this stands inside a range: `3-5`, `3 đến 5`, `3% đến 5%`.
fn parts_range(between: &str, behind: &str) -> bool {
    let between = fold(between);
    let unit = CONNECTORS
        .iter()
        .find_map(|connector| between.trim().strip_suffix(connector));
    unit.is_some_and(|unit| {
        let unit = unit.trim();
        unit.len() <= LONGEST_UNIT && fold(behind).starts_with(unit)
    })
}

/// What stands between the ends of a range, folded.
const CONNECTORS: [&str; 6] = ["-", "÷", "~", "đến dưới", "đến", "tới"];
/// A unit that both ends of a range have is no longer, in bytes.
const LONGEST_UNIT: usize = 20;

/// Whether a figure is a name, a place in an order or a part of a date.
fn names(text: &str, first: &Printed, last: &Printed, before: Option<Word<'_>>) -> bool {
    let Some(before) = before else { return false };
    let word = fold(before.text);
    let counts_years = counts_years(&text[last.end..]);
    let measures = || measures(&text[last.end..]);
    if !counts_years && is_titled(text, before) {
        return true;
    }
    let is_grade = || first.reading.value.to_i64().is_some_and(|grade| grade <= HIGHEST_GRADE);
    match word.as_str() {
        word if DATED.contains(&word) => {
            let each = word_before(text, before.start).map(|word| fold(word.text));
            !each.is_some_and(|each| EACH.contains(&each.as_str()))
        }
        word if GRADED.contains(&word) => is_grade() && !measures(),
        word if ENDING_VERBS.contains(&word) && measures() => false,
        word if NAMED.contains(&word) => !counts_years,
        _ => false,
    }
}

/// Whether years are counted behind a figure (`5 năm`), and no year begins (`đợt 1 năm 2026`).
fn counts_years(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    words.next().is_some_and(|word| fold(word) == "năm") && !words.next().is_some_and(opens_figure)
}

/// Whether a unit stands behind a figure.
pub(super) fn measures(behind: &str) -> bool {
    let behind = behind.trim_start();
    Unit::scan(behind).is_some() && (!fold(behind).starts_with("năm") || counts_years(behind))
}

/// Whether a word ends the kind of a document or a road: `nghị quyết`.
pub(super) fn is_titled(text: &str, word: Word<'_>) -> bool {
    let title = word_before(text, word.start).map(|first| fold(&text[first.start..word.end()]));
    title.is_some_and(|title| TITLES.contains(&title.as_str()))
}

/// Whether a word may end a name that a number ends: `cầu Bến Thủy 2`.
pub(super) fn may_be_named(word: Word<'_>) -> bool {
    word.start > 0 && word.text.starts_with(char::is_uppercase)
}

/// Whether a figure is a year, and not `2000 căn nhà`.
fn dates(text: &str, figure: &Printed, before: Option<Word<'_>>) -> bool {
    let is_dated = || before.is_none_or(|word| BEFORE_YEAR.contains(&fold(word.text).as_str()));
    is_year(&text[figure.start..figure.end]) && (is_dated() || Unit::scan(text[figure.end..].trim_start()).is_none())
}

/// What stands before a figure and belongs to it.
struct LeadIn {
    /// Where it begins.
    start: usize,
    bound: Option<Bound>,
    change: Option<Change>,
}

impl LeadIn {
    fn of(text: &str, at: usize) -> Self {
        let mut lead_in = Self {
            start: at,
            bound: None,
            change: None,
        };
        let before = text[..at].trim_end();
        for (signs, bound) in [(['<', '≤'], Bound::AtMost), (['>', '≥'], Bound::AtLeast)] {
            if let Some(rest) = before.strip_suffix(signs) {
                lead_in.start = rest.len();
                lead_in.bound = Some(bound);
            }
        }
        let mut at = at;
        let before = std::iter::from_fn(|| {
            let word = word_before(text, at).filter(|word| text[word.end()..at].trim().is_empty())?;
            at = word.start;
            Some((word.start, fold(word.text)))
        });
        let mut before: Vec<(usize, String)> = before.take(LONGEST_MODIFIER).collect();
        before.reverse();
        let modifier = MODIFIERS.iter().find_map(|(phrase, bound)| {
            let words = &before[before.len().checked_sub(phrase.len())?..];
            let is_printed = words.iter().zip(*phrase).all(|((_, word), expected)| word == expected);
            is_printed.then(|| (words[0].0, *bound))
        });
        if let Some((start, bound)) = modifier {
            lead_in.start = start;
            lead_in.bound = bound;
        }
        let mut before = word_before(text, lead_in.start);
        if before.is_some_and(|word| fold(word.text) == "thêm") {
            before = before.and_then(|word| word_before(text, word.start));
        }
        if let Some(word) = before {
            lead_in.change = match fold(word.text).as_str() {
                "tăng" => Some(Change::Up),
                "giảm" => Some(Change::Down),
                "gấp" => Some(Change::Times),
                _ => return lead_in,
            };
            lead_in.start = word.start;
        }
        lead_in
    }
}

/// Both ends with the words of scale (`nghìn tỷ`) that open the noun, and with
/// its unit's multiple, multiplied in: `1,5 nghìn tỷ đồng` is `1.500 tỷ đồng`.
fn scaled(low: Number, high: Number, noun: &mut Vec<String>) -> (Number, Number) {
    let mut ends = (low, high);
    let times = |(low, high): (Number, Number), factor| Some((low.checked_mul(factor)?, high.checked_mul(factor)?));
    while let Some(factor) = noun.first().and_then(|word| Unit::scale_word(word))
        && let Some(more) = times(ends, factor)
    {
        ends = more;
        noun.remove(0);
    }
    if let Some(word) = noun.first_mut()
        && let Some(unit) = Unit::parse(word)
        && let (factor, base) = unit.dimension()
        && base != unit.base
        && let Some(more) = times(ends, factor)
    {
        ends = more;
        *word = base;
    }
    ends
}

/// `1,5 lần` as the share it is more, in thousandths: `gấp 1,5 lần` is `tăng 50%`.
fn more(low: Number, high: Number, noun: &mut [String]) -> Option<(Number, Number)> {
    let times = noun.first_mut().filter(|word| *word == "lần")?;
    let thousand = Number::from(1000);
    let share = |times: Number| times.checked_sub(Number::ONE)?.checked_mul(thousand);
    let shares = (share(low)?, share(high)?);
    "‰".clone_into(times);
    Some(shares)
}

fn opens_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The end and the words of what a figure counts: up to a mark, another
/// figure, or a few words.
pub(super) fn noun_behind(text: &str, from: usize) -> (usize, Vec<String>) {
    let rest = &text[from..];
    let mut end = from;
    let mut noun = Vec::new();
    let mut offset = 0;
    for piece in rest.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let bare = word.trim_end_matches([',', ';', '.', ')', ':', '…', '”']);
        let opens = bare.starts_with(['(', '“', '-', '–']) || bare.starts_with(|c: char| c.is_ascii_digit());
        if offset > 0 && (opens || noun.len() == LONGEST_NOUN) {
            break;
        }
        let folded = fold(bare);
        if offset > 0 && BEYOND_NOUN.contains(&folded.as_str()) {
            // `70 năm` has no other noun.
            let is_year = || {
                rest[offset + piece.len()..]
                    .split_whitespace()
                    .next()
                    .is_some_and(opens_figure)
            };
            if noun.is_empty() && folded == "năm" && !is_year() {
                end = from + offset + bare.len();
                noun.push(folded);
            }
            break;
        }
        if !bare.is_empty() && !opens {
            if noun.is_empty() || !EMPTY.contains(&folded.as_str()) {
                noun.push(folded);
            }
            end = from + offset + bare.len();
        }
        offset += piece.len();
        if bare.len() < word.len() {
            break;
        }
    }
    (end, noun)
}
