//! What a sentence claims of a whole: a figure with its unit, or an absolute.

use crate::matching::naming_words;
use crate::model::{Target, Unit};
use crate::text::{Printed, Word, fold, fold_onto, numbers, words};

/// A figure or an absolute in a text, with the words it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    /// The clause as printed.
    pub(super) printed: String,
    /// The figure or the absolute as printed: `15 m²/người`, `toàn bộ`.
    pub(super) value: String,
    /// What it asks for; an absolute asks for 100%.
    pub(super) target: Target,
    pub(super) wording: Wording,
    pub(super) scope: Scope,
    /// The words that name its subject, folded, each once.
    pub(super) subject: Vec<String>,
    /// The first and last year it is meant for, where the text names some.
    pub(super) years: Option<(i16, i16)>,
}

/// How a claim is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// A figure, `100%` included.
    Figure,
    /// `toàn bộ`, `tất cả`.
    All,
    /// `toàn dân`, which is also the name of a policy.
    WholePeople,
}

/// What a claim covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The whole province or city.
    Whole,
    /// A place or work named beside it: no claim about the whole.
    Part,
}

/// Absolutes, folded, longest first, what they say, and the words they add to
/// the subject.
const ABSOLUTES: &[(&[&str], Wording, &[&str])] = &[
    (&["tất", "cả", "người", "dân"], Wording::All, &["người", "dân"]),
    (&["toàn", "bộ", "người", "dân"], Wording::All, &["người", "dân"]),
    (&["mỗi", "người", "dân"], Wording::All, &["người", "dân"]),
    (&["mọi", "người", "dân"], Wording::All, &["người", "dân"]),
    (&["toàn", "bộ"], Wording::All, &[]),
    (&["tất", "cả"], Wording::All, &[]),
    (&["toàn", "dân"], Wording::WholePeople, &["người", "dân"]),
];

/// Words that stand before a figure and belong to it, folded.
const MODIFIERS: &[&str] = &[
    "dưới", "trên", "hơn", "khoảng", "gần", "tối", "thiểu", "đa", "ít", "nhất", "không", "quá", "từ",
];

/// Words before which a figure is a change, not a level, folded.
const CHANGES: &[&str] = &["tăng", "giảm", "thêm", "bớt", "dành", "cắt"];

/// Words at which the clause about a figure ends, folded.
const BOUNDARIES: &[&str] = &[
    "với", "nhằm", "để", "gồm", "gắn", "theo", "đồng", "trong", "trên", "tại", "ở", "tới", "đến", "vào", "qua", "do",
];

/// Words by which a claim is only aimed at, folded.
const AIMS: &[&[&str]] = &[
    &["hướng", "tới"],
    &["hướng", "đến"],
    &["tiến", "tới"],
    &["từng", "bước"],
];

/// Words of the frame, folded: they name no subject.
const FRAME: &[&str] = &[
    "bình", "bảo", "bằng", "bộ", "cao", "cho", "chỉ", "các", "của", "cả", "cuối", "có", "diễn", "đa", "đạt", "đảm",
    "đấu", "đó", "được", "dưới", "gần", "hiện", "hoàn", "hàng", "hơn", "hằng", "khoảng", "không", "kỳ", "là", "lên",
    "lệ", "lần", "mỗi", "mục", "mức", "nhất", "những", "nâng", "năm", "phương", "pháp", "phải", "phấn", "phố", "quá",
    "quân", "sẽ", "so", "số", "thiểu", "thành", "thì", "thực", "tiêu", "toàn", "trong", "trên", "trở", "tất", "tối",
    "tổng", "tỷ", "từ", "và", "với", "ít",
];

/// Capitalized words that mean the whole, folded.
const WHOLE: &[&str] = &[
    "hà", "nội", "thành", "phố", "thủ", "đô", "tỉnh", "nhân", "dân", "trung", "ương", "đảng", "nhà", "nước", "quốc",
    "gia", "chính", "phủ",
];

/// A claim names its subject with at least so many words; with fewer only
/// where it is called a goal (`mục tiêu tăng trưởng 8,5%`).
const FEWEST_WORDS: usize = 3;

/// The clauses before the one of a figure that may name the work it is about.
const CLAUSES_BEFORE: usize = 2;

/// The claims of a text, in order.
pub(super) fn claims(text: &str) -> Vec<Claim> {
    let figures: Vec<Printed> = numbers(text).collect();
    if figures.is_empty() && !words(text).any(opens_absolute) {
        return Vec::new();
    }
    let all: Vec<Word<'_>> = words(text).collect();
    let mut buffer = String::with_capacity(text.len() + all.len());
    let folded = folded_words(&all, &mut buffer);
    let mut anchors = absolute_anchors(&all, &folded);
    anchors.extend(figure_anchors(text, &figures, &all, &folded));
    anchors.sort_by_key(|anchor| anchor.start);
    let mut found = Vec::new();
    for (index, anchor) in anchors.iter().enumerate() {
        let from = index.checked_sub(1).map_or(0, |before| anchors[before].end);
        let to = anchors.get(index + 1).map_or(text.len(), |next| next.start);
        let left = left_end(text, &all, &folded, from, anchor.start);
        let right = right_end(text, &all, &folded, anchor.end, to);
        let before = fold(&text[left..anchor.start]);
        let is_goal = ["mục tiêu", "chỉ tiêu", "phấn đấu"]
            .iter()
            .any(|word| before.contains(word));
        if is_aimed_at(&all, &folded, anchor.start) || is_change(&before) {
            continue;
        }
        let mut subject = subject_words(&text[left..anchor.start]);
        for word in anchor.adds.iter().map(|&word| word.to_owned()) {
            subject.push(word);
        }
        subject.extend(subject_words(&text[anchor.end..right]));
        subject.sort_unstable();
        subject.dedup();
        let enough =
            subject.len() >= FEWEST_WORDS || (subject.len() > 1 && is_goal) || is_whole_clause(text, left, right);
        if subject.is_empty() || !enough {
            continue;
        }
        found.push(Claim {
            printed: text[left..right]
                .trim()
                .trim_end_matches([',', ';', '.', ':'])
                .to_owned(),
            value: text[anchor.start..anchor.end].trim().to_owned(),
            target: anchor.target.clone(),
            wording: anchor.wording,
            scope: scope(text, left, right),
            subject,
            years: years(text, &figures, anchor, right),
        });
    }
    found
}

/// Whether an absolute can begin with a word.
fn opens_absolute(word: Word<'_>) -> bool {
    // Most words begin with other letters and need no folding.
    word.text.starts_with(['t', 'T', 'm', 'M']) && {
        let folded = fold(word.text);
        ABSOLUTES.iter().any(|(phrase, ..)| phrase[0] == folded)
    }
}

/// Each word folded, all of them in one buffer.
fn folded_words<'b>(all: &[Word<'_>], buffer: &'b mut String) -> Vec<&'b str> {
    let mut spans = Vec::with_capacity(all.len());
    for word in all {
        // Without a blank between them two words fold as one.
        buffer.push(' ');
        let start = buffer.len();
        fold_onto(buffer, word.text);
        spans.push(start..buffer.len());
    }
    let buffer: &'b str = buffer;
    spans.into_iter().map(|span| &buffer[span]).collect()
}

/// The words of a text that name a subject, folded.
pub(super) fn subject_words(text: &str) -> Vec<String> {
    let mut found = naming_words(text);
    found.retain(|word| !FRAME.contains(&word.as_str()));
    found
}

struct Anchor {
    start: usize,
    end: usize,
    target: Target,
    wording: Wording,
    adds: &'static [&'static str],
}

fn absolute_anchors(all: &[Word<'_>], folded: &[&str]) -> Vec<Anchor> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let rest = &folded[at..];
        let hit = ABSOLUTES.iter().find(|(phrase, ..)| rest.starts_with(phrase));
        if let Some(&(phrase, wording, adds)) = hit
            && let Some(everything) = Target::parse("100%")
        {
            found.push(Anchor {
                start: all[at].start,
                end: all[at + phrase.len() - 1].end(),
                target: everything,
                wording,
                adds,
            });
            at += phrase.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The figures with a known unit, each with the words that bound it.
fn figure_anchors(text: &str, figures: &[Printed], all: &[Word<'_>], folded: &[&str]) -> Vec<Anchor> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < figures.len() {
        let first = &figures[at];
        let mut end = first.end;
        at += 1;
        if let Some(next) = figures.get(at)
            && matches!(text[end..next.start].trim(), "-" | "–")
        {
            end = next.end;
            at += 1;
        }
        let Some(end) = unit_end(text, end) else { continue };
        let mut start = first.start;
        for index in (0..all.partition_point(|word| word.end() <= first.start)).rev() {
            if !MODIFIERS.contains(&folded[index]) || !text[all[index].end()..start].trim().is_empty() {
                break;
            }
            start = all[index].start;
        }
        let after = text[end..].trim_start();
        let opened = ["trở lên", "trở xuống"]
            .into_iter()
            .find(|words| fold(after).starts_with(words));
        let end = opened.map_or(end, |words| {
            let length = after
                .char_indices()
                .nth(words.chars().count())
                .map_or(after.len(), |(at, _)| at);
            text.len() - after.len() + length
        });
        if let Some(target) = Target::parse(&text[start..end]) {
            found.push(Anchor {
                start,
                end,
                target,
                wording: Wording::Figure,
                adds: &[],
            });
        }
    }
    found
}

/// Units of time, folded: `5 năm` says how long, not how much.
const DURATIONS: &[&str] = &["năm", "tháng", "ngày", "tuần", "giờ"];

/// Where the known unit behind a figure ends.
fn unit_end(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let unit = rest.trim_start();
    let length = Unit::scan(unit).filter(|&length| !DURATIONS.contains(&fold(&unit[..length]).as_str()))?;
    Some(from + rest.len() - unit.len() + length)
}

/// So many words before a claim tell whether it is only aimed at.
const WORDS_BEFORE: usize = 4;

fn is_aimed_at(all: &[Word<'_>], folded: &[&str], start: usize) -> bool {
    let upto = all.partition_point(|word| word.end() <= start);
    let before = &folded[upto.saturating_sub(WORDS_BEFORE)..upto];
    AIMS.iter()
        .any(|aim| before.windows(aim.len()).any(|words| words == *aim))
}

/// Whether the words before a figure make it a change.
fn is_change(before: &str) -> bool {
    let mut last = before.split_whitespace().rev();
    last.next().is_some_and(|word| CHANGES.contains(&word))
}

const MARKS: [char; 10] = [',', ';', ':', '(', ')', '“', '”', '"', '\n', '…'];

fn left_end(text: &str, all: &[Word<'_>], folded: &[&str], from: usize, to: usize) -> usize {
    let mark = text[from..to]
        .char_indices()
        .rfind(|&(at, c)| MARKS.contains(&c) || is_full_stop(&text[from..to], at, c))
        .map_or(from, |(at, c)| from + at + c.len_utf8());
    let upto = all.partition_point(|word| word.end() <= to);
    (0..upto)
        .rev()
        .take_while(|&index| all[index].start >= mark)
        .find(|&index| BOUNDARIES.contains(&folded[index]))
        .map_or(mark, |index| all[index].end())
}

fn right_end(text: &str, all: &[Word<'_>], folded: &[&str], from: usize, to: usize) -> usize {
    let mark = text[from..to]
        .char_indices()
        .find(|&(at, c)| MARKS.contains(&c) || is_full_stop(&text[from..to], at, c))
        .map_or(to, |(at, _)| from + at);
    let first = all.partition_point(|word| word.start < from);
    (first..all.len())
        .take_while(|&index| all[index].end() <= mark)
        .find(|&index| BOUNDARIES.contains(&folded[index]))
        .map_or(mark, |index| all[index].start)
}

fn is_full_stop(text: &str, at: usize, c: char) -> bool {
    c == '.' && !text[at + 1..].starts_with(|next: char| next.is_alphanumeric())
}

/// Whether a clause is all its sentence part says.
fn is_whole_clause(text: &str, left: usize, right: usize) -> bool {
    let before = text[..left].trim_end();
    let after = text[right..].trim_start();
    (before.is_empty() || before.ends_with([';', ',', '.'])) && (after.is_empty() || after.starts_with([';', ',', '.']))
}

/// Whether a place or work is named in the clause or the ones right before it.
fn scope(text: &str, left: usize, right: usize) -> Scope {
    let sentence = text[..left].rfind(';').map_or(0, |at| at + 1);
    let start = text[sentence..left]
        .char_indices()
        .rev()
        .filter(|&(_, c)| c == ',')
        .nth(CLAUSES_BEFORE)
        .map_or(sentence, |(at, _)| sentence + at + 1);
    let end = text[right..]
        .find([',', ';', '.', '('])
        .map_or(text.len(), |at| right + at);
    let mut opens = true;
    for word in text[start..end].split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.starts_with(char::is_uppercase) && bare.chars().any(char::is_lowercase);
        if capital && !opens && !WHOLE.contains(&fold(bare).as_str()) {
            return Scope::Part;
        }
        opens = word.ends_with('.') || bare.is_empty() && opens;
    }
    let after = fold(&text[right..end]);
    let local = ["tại", "ở", "trong"]
        .iter()
        .any(|word| after.trim_start().starts_with(word));
    if local { Scope::Part } else { Scope::Whole }
}

/// The years printed behind a figure in its clause, else the last ones before it.
fn years(text: &str, figures: &[Printed], anchor: &Anchor, right: usize) -> Option<(i16, i16)> {
    let right = text[right..]
        .find([',', ';', '(', ')', '.'])
        .map_or(text.len(), |at| right + at);
    let year = |figure: &Printed| {
        let value = figure.reading.value.to_i64()?;
        i16::try_from(value)
            .ok()
            .filter(|year| (1990..=2100).contains(year) && figure.end - figure.start == 4)
    };
    let behind = figures
        .iter()
        .position(|figure| figure.start >= anchor.end && figure.start < right && year(figure).is_some());
    let before = || {
        figures
            .iter()
            .rposition(|figure| figure.end <= anchor.start && year(figure).is_some())
    };
    let at = behind.or_else(before)?;
    let named = year(&figures[at])?;
    let joined = |one: usize, two: usize| {
        let (one, two) = (figures.get(one)?, figures.get(two)?);
        let dash = matches!(text[one.end..two.start].trim(), "-" | "–");
        dash.then(|| Some((year(one)?, year(two)?))).flatten()
    };
    let range = if behind.is_some() {
        joined(at, at + 1)
    } else {
        at.checked_sub(1).and_then(|before| joined(before, at))
    };
    Some(range.unwrap_or((named, named)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, Scope)> {
        claims(text)
            .into_iter()
            .map(|claim| (claim.value, claim.scope))
            .collect()
    }

    #[test]
    fn figures_and_absolutes_with_their_subject() {
        let found = claims("Phát triển công viên; diện tích cây xanh đô thị 15 m²/người");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].value.as_str(), found[0].wording),
            ("15 m²/người", Wording::Figure)
        );
        assert_eq!(found[0].subject, ["cây", "diện", "thị", "tích", "xanh", "đô"]);
        let found = claims("xử lý toàn bộ nước thải đô thị");
        assert_eq!(found[0].subject, ["lý", "nước", "thải", "thị", "xử", "đô"]);
        let found = claims("Thực hiện bảo hiểm y tế toàn dân");
        assert_eq!(found[0].wording, Wording::WholePeople);
    }

    #[test]
    fn changes_aims_and_document_numbers_claim_nothing() {
        for text in [
            "tăng 30% giá trị kinh tế làng nghề",
            "hướng tới toàn bộ lực lượng lao động của Thủ đô",
            "thực hiện Nghị quyết 15-NQ/TW",
        ] {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn a_place_or_work_named_beside_it_limits_a_claim() {
        assert_eq!(
            values("Xây dựng nhà máy xử lý chất thải rắn Sóc Sơn, đạt 100% chất thải xử lý chuẩn")[0].1,
            Scope::Part
        );
        assert_eq!(
            values("khám sức khỏe định kỳ hằng năm cho tất cả người dân Thành phố")[0].1,
            Scope::Whole
        );
    }

    #[test]
    fn years_behind_go_before_years_ahead() {
        let text = "Phấn đấu đạt tăng trưởng 8,5% năm 2025, thực hiện kế hoạch 5 năm 2026-2030, trong đó mục tiêu tăng trưởng đạt 11% gồm";
        let found: Vec<_> = claims(text)
            .into_iter()
            .map(|claim| (claim.value, claim.years))
            .collect();
        assert_eq!(
            found,
            [
                ("8,5%".to_owned(), Some((2025, 2025))),
                ("11%".to_owned(), Some((2026, 2030)))
            ]
        );
    }
}
