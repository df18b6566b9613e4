#![doc = include_str!("quantity_differs.en.md")]

use super::context::{Context, pair_finding, quote};
use super::deadline_differs::one_of_several_parts;
use super::word_before::word_before;
use super::{Code, Details, Field, Figure, Finding, Severity, Side};
use crate::model::{Task, Unit};
use crate::text::{Number, Printed, fold};

/// A figure that changed cannot hold on both sides; one that only one text has
/// was added or dropped. Where a row is one of several parts of the other, the
/// other's further figures belong to the other parts.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.task_pairs() {
        if left.text.text == right.text.text {
            continue;
        }
        let l = Printing::of(context, Side::Left, left);
        let r = Printing::of(context, Side::Right, right);
        let (mut only_left, mut only_right) = (figures(l), figures(r));
        let mut changed = cancel(&mut only_left, &mut only_right);
        if !pair.through_parent {
            changed.extend(changed_labels(l, r));
        }
        let part = one_of_several_parts(context, pair);
        if pair.through_parent || part == Some(Side::Right) {
            only_left.clear();
        }
        if pair.through_parent || part == Some(Side::Left) {
            only_right.clear();
        }
        if changed.is_empty() && only_left.is_empty() && only_right.is_empty() {
            continue;
        }
        let severity = if changed.is_empty() {
            Severity::Difference
        } else {
            Severity::Contradiction
        };
        let plain = |found: Vec<Counted>| found.into_iter().map(|counted| counted.figure).collect();
        let details = Details::QuantityDiffers {
            changed: changed.into_iter().map(|(l, r)| (l.figure, r.figure)).collect(),
            only_left: plain(only_left),
            only_right: plain(only_right),
        };
        let evidence = vec![
            quote(Side::Left, &left.id, Field::Text, &left.text),
            quote(Side::Right, &right.id, Field::Text, &right.text),
        ];
        findings.push(pair_finding(
            Code::QuantityDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}

/// A text and the figures printed in it.
#[derive(Debug, Clone, Copy)]
struct Printing<'a> {
    text: &'a str,
    figures: &'a [Printed],
}

impl<'a> Printing<'a> {
    fn of(context: &'a Context<'_>, side: Side, task: &'a Task) -> Self {
        Self {
            text: &task.text.text,
            figures: context.figures_of_task(side, &task.id),
        }
    }
}

/// A figure with what it counts, for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counted {
    figure: Figure,
    low: Number,
    high: Number,
    /// The words behind it, folded.
    noun: Vec<String>,
}

/// A figure counts so many words at the most.
const LONGEST_NOUN: usize = 6;

/// Words behind which a number is a name, a date or a place in an order, folded.
const NOT_COUNTING: &[&str] = &[
    "đai", "số", "tuyến", "lộ", "đoạn", "khóa", "lớp", "năm", "tháng", "ngày", "quý", "lần", "kỳ", "điều", "khoản",
    "cấp", "đến", "từ", "nhóm", "thứ", "sở",
];

/// Those of them that also end a verb or a thing, with a measure behind them:
/// `nâng cấp 15 km`, `tuyến 30 km`.
const ENDING_VERBS: &[&str] = &["cấp", "đoạn", "tuyến", "lộ"];

/// Words at which what is counted ends, folded.
const BEYOND_NOUN: &[&str] = &[
    "và", "của", "tại", "theo", "cho", "được", "gắn", "kết", "trên", "trong", "vào", "có", "để", "với", "đến", "ở",
    "tầm", "tích", "so", "năm",
];

/// Words that belong to the figure behind them, folded.
const MODIFIERS: &[&str] = &[
    "dưới", "trên", "hơn", "khoảng", "gần", "tối", "thiểu", "ít", "nhất", "<", ">", "≥", "≤",
];

/// The figures of a text that count or measure something.
fn figures(Printing { text, figures: printed }: Printing<'_>) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    let mut at = 0;
    while at < printed.len() {
        let first = &printed[at];
        let mut last = first;
        at += 1;
        if let Some(next) = printed.get(at)
            && parts_range(text[last.end..next.start].trim())
        {
            last = next;
            at += 1;
        }
        let before = word_before(text, first.start);
        let word = before.map_or(String::new(), |word| fold(word.text));
        let (low, high) = (first.reading.value, last.reading.value);
        let spelled_out = word == "từ" && first.end < last.end;
        let measures = ENDING_VERBS.contains(&word.as_str()) && Unit::scan(text[last.end..].trim_start()).is_some();
        if !spelled_out && !measures && NOT_COUNTING.contains(&word.as_str()) && !is_counted_year(text, last.end)
            || is_year(low)
            || is_year(high)
        {
            continue;
        }
        let modifier = before.filter(|_| MODIFIERS.contains(&word.as_str()));
        let start = modifier.map_or(first.start, |word| word.start);
        let (end, mut noun) = noun_behind(text, last.end);
        let (low, high) = scaled(low, high, &mut noun);
        found.push(Counted {
            figure: Figure {
                printed: text[start..end].to_owned(),
                number: text[first.start..last.end].to_owned(),
            },
            low,
            high,
            noun,
        });
    }
    found
}

/// Whether this stands inside a range: `3-5`, `3 đến 5`.
fn parts_range(between: &str) -> bool {
    matches!(between, "-" | "–") || fold(between) == "đến"
}

/// Units that are multiples of another one, folded.
const BASES: [(&str, u32, &str); 4] = [
    ("ha", 10_000, "m²"),
    ("m2", 1, "m²"),
    ("gw", 1_000, "mw"),
    ("km2", 1_000_000, "m²"),
];

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
        && let Some((_, factor, base)) = BASES.iter().find(|(unit, ..)| unit == word)
        && let Some(more) = times(ends, Number::from(*factor))
    {
        ends = more;
        (*base).clone_into(word);
    }
    ends
}

/// `5 năm` counts years although `năm` can also stand before a number.
fn is_counted_year(text: &str, end: usize) -> bool {
    fold(text[end..].split_whitespace().next().unwrap_or_default()) == "năm"
}

fn is_year(number: Number) -> bool {
    number.to_i64().is_some_and(|year| (1900..2100).contains(&year))
}

/// Words behind which a number names one of several things, folded.
const LABELLED: &[&str] = &["đai", "số", "tuyến", "lộ", "đoạn", "nhóm", "khóa"];

/// Numbers that are names (`vành đai 3`) where each text has one the other
/// lacks. One that only a text has names something more, not something else.
fn changed_labels(left: Printing<'_>, right: Printing<'_>) -> Vec<(Counted, Counted)> {
    let (mut left, mut right) = (labels(left), labels(right));
    take_pairs(&mut left, &mut right, |l, r| l.noun == r.noun && l.low == r.low);
    take_pairs(&mut left, &mut right, |l, r| l.noun == r.noun)
}

fn labels(Printing { text, figures }: Printing<'_>) -> Vec<Counted> {
    let number = |figure: &Printed| {
        let before = word_before(text, figure.start)?;
        let label = fold(before.text);
        let value = figure.reading.value;
        let known = LABELLED.contains(&label.as_str()) && !is_year(value);
        known.then(|| {
            let first = word_before(text, before.start).unwrap_or(before);
            Counted {
                figure: Figure {
                    printed: text[first.start..figure.end].to_owned(),
                    number: text[figure.start..figure.end].to_owned(),
                },
                low: value,
                high: value,
                noun: vec![label],
            }
        })
    };
    figures.iter().filter_map(number).collect()
}

/// The end and the words of what a figure counts: up to a mark, another
/// figure, or a few words.
fn noun_behind(text: &str, from: usize) -> (usize, Vec<String>) {
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
            break;
        }
        if !bare.is_empty() && !opens {
            noun.push(folded);
            end = from + offset + bare.len();
        }
        offset += piece.len();
        if bare.len() < word.len() {
            break;
        }
    }
    (end, noun)
}

/// Takes out the figures both have; returns those that count the same thing
/// with another number.
fn cancel(left: &mut Vec<Counted>, right: &mut Vec<Counted>) -> Vec<(Counted, Counted)> {
    let same_number = |l: &Counted, r: &Counted| l.low == r.low && l.high == r.high;
    take_pairs(left, right, |l, r| {
        same_number(l, r) && l.noun.first() == r.noun.first()
    });
    take_pairs(left, right, same_number);
    take_pairs(left, right, |l, r| counts_alike(&l.noun, &r.noun))
}

fn take_pairs(
    left: &mut Vec<Counted>,
    right: &mut Vec<Counted>,
    fits: impl Fn(&Counted, &Counted) -> bool,
) -> Vec<(Counted, Counted)> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < left.len() {
        match right.iter().position(|other| fits(&left[at], other)) {
            Some(other) => pairs.push((left.remove(at), right.remove(other))),
            None => at += 1,
        }
    }
    pairs
}

/// Whether two figures count the same thing: their first two words, or the
/// only one both have.
fn counts_alike(left: &[String], right: &[String]) -> bool {
    let length = left.len().min(right.len()).min(2);
    length > 0 && left[..length] == right[..length]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::numbers;

    fn figures(text: &str) -> Vec<Counted> {
        let figures: Vec<Printed> = numbers(text).collect();
        super::figures(Printing {
            text,
            figures: &figures,
        })
    }

    fn changed_labels(left: &str, right: &str) -> Vec<(Counted, Counted)> {
        let [l, r] = [left, right].map(|text| numbers(text).collect::<Vec<_>>());
        let printing = |text, figures| Printing { text, figures };
        super::changed_labels(printing(left, &l), printing(right, &r))
    }

    fn printed(text: &str) -> Vec<String> {
        figures(text)
            .into_iter()
            .map(|counted| counted.figure.printed)
            .collect()
    }

    fn compared(left: &str, right: &str) -> (Vec<(String, String)>, Vec<String>, Vec<String>) {
        let (mut left, mut right) = (figures(left), figures(right));
        let changed = cancel(&mut left, &mut right);
        let plain = |found: Vec<Counted>| found.into_iter().map(|counted| counted.figure.number).collect();
        let changed = changed
            .into_iter()
            .map(|(l, r)| (l.figure.number, r.figure.number))
            .collect();
        (changed, plain(left), plain(right))
    }

    #[test]
    fn figures_come_with_what_they_count() {
        assert_eq!(printed("đạt 500 bằng sáng chế quốc tế"), ["500 bằng sáng chế quốc tế"]);
        assert_eq!(printed("chôn lấp dưới 10%"), ["dưới 10%"]);
        assert_eq!(printed("diện tích cây xanh 15 m²/người; khác"), ["15 m²/người"]);
        assert_eq!(
            printed("01-02 trung tâm logistics, 01 chợ"),
            ["01-02 trung tâm logistics", "01 chợ"]
        );
    }

    #[test]
    fn names_and_dates_are_no_figures() {
        for text in [
            "đường Vành đai 3",
            "giai đoạn 2025-2030",
            "đến năm 2035",
            "tuyến số 2",
            "hạ tầng 5G",
            "từ 2026",
        ] {
            assert_eq!(printed(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_same_figure_otherwise_written_cancels_out() {
        assert_eq!(
            compared("hơn 100km đường sắt", "hơn 100 km đường sắt"),
            (vec![], vec![], vec![])
        );
        assert_eq!(
            compared("khoảng 5.000 doanh nghiệp", "5.000 doanh nghiệp"),
            (vec![], vec![], vec![])
        );
    }

    #[test]
    fn scales_and_ranges_in_words_are_those_in_figures() {
        let none = (vec![], vec![], vec![]);
        for (left, right) in [
            ("huy động 1.500 tỷ đồng", "huy động 1,5 nghìn tỷ đồng"),
            ("120 nghìn lượt khách", "120.000 lượt"),
            ("trẻ em từ 3 đến 5 tuổi", "trẻ em 3-5 tuổi"),
            ("Bảo tàng cơ sở 2", "Bảo tàng"),
            ("công viên 2.500 m2", "công viên (0,25 ha)"),
            ("nhà máy 1.500 MW", "nhà máy 1,5 GW"),
        ] {
            assert_eq!(compared(left, right), none, "{left} / {right}");
        }
        let changed = |left: &str, right: &str| vec![(left.to_owned(), right.to_owned())];
        assert_eq!(compared("vay 500 triệu USD", "vay 5 tỷ USD").0, changed("500", "5"));
        assert_eq!(
            compared("nâng cấp 15 km đường", "nâng cấp 12 km đường").0,
            changed("15", "12")
        );
        assert_eq!(
            compared("gấp 2 lần so với năm 2025", "gấp 1,5 lần năm 2025").0,
            changed("2", "1,5")
        );
        assert_eq!(compared("đường cấp 3", "đường cấp 4"), none);
        assert_eq!(compared("từ 3 đến 5 tuổi", "3-6 tuổi").0, changed("3 đến 5", "3-6"));
    }

    #[test]
    fn a_changed_number_that_names_is_found_and_an_added_one_is_not() {
        let changed = |left, right| {
            let pairs = changed_labels(left, right).into_iter();
            pairs
                .map(|(l, r)| (l.figure.printed, r.figure.printed))
                .collect::<Vec<_>>()
        };
        let found = changed("trong vành đai 3 của Thủ đô", "trong vành đai 10 của Thủ đô");
        assert_eq!(found, [("vành đai 3".to_owned(), "vành đai 10".to_owned())]);
        assert!(changed("trong vành đai 3", "trong vành đai").is_empty());
        assert!(changed("vành đai 3, vành đai 4", "vành đai 4 và vành đai 3").is_empty());
    }

    #[test]
    fn changed_added_and_dropped_are_told_apart() {
        let (changed, left, right) = compared("xây 10 hồ điều hòa, 3 cầu", "xây 12 hồ điều hòa; trồng 5 rừng");
        assert_eq!(changed, [("10".to_owned(), "12".to_owned())]);
        assert_eq!(left, ["3"]);
        assert_eq!(right, ["5"]);
    }
}
