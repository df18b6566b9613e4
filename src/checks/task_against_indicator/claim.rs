//! What a sentence claims of a whole: a figure with its unit, or an absolute.

use std::cell::OnceCell;
use std::collections::VecDeque;

use super::anchor::anchors;
use super::vocabulary::Vocabulary;
use crate::checks::word_before::word_before;
use crate::matching::WordId;
use crate::model::{Target, Unit};
use crate::text::{Printed, fold, folded, words};

/// A figure or an absolute in a text, with the words it is about.
#[derive(Debug)]
pub(super) struct Claim<'t> {
    text: &'t str,
    /// The figures of the text.
    figures: &'t [Printed],
    /// Where its clause begins and ends.
    clause: (usize, usize),
    /// Where the figure or the absolute begins and ends.
    value: (usize, usize),
    /// Read when an indicator is on its subject: few claims have one.
    target: OnceCell<Option<Target>>,
    pub(super) wording: Wording,
    /// The words that name its subject, each once.
    pub(super) subject: Vec<WordId>,
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

/// Words before which a figure is a change, not a level, folded.
const CHANGES: &[&str] = &["tăng", "giảm", "thêm", "bớt", "dành", "cắt"];

/// Words at which the clause about a figure ends, folded.
const BOUNDARIES: &[&str] = &[
    "với", "nhằm", "để", "gồm", "gắn", "theo", "đồng", "trong", "trên", "tại", "ở", "tới", "đến", "vào", "qua", "do",
];

/// Phrases that open a clause and say only that it is carried out, folded.
const CARRIED_OUT: &[[&str; 2]] = &[
    ["tổ", "chức"],
    ["triển", "khai"],
    ["tiếp", "tục"],
    ["đẩy", "mạnh"],
    ["tập", "trung"],
    ["thực", "hiện"],
    ["thu", "hút"],
    ["phục", "vụ"],
];

/// Words by which a claim is only aimed at, folded.
const AIMS: &[&[&str]] = &[
    &["hướng", "tới"],
    &["hướng", "đến"],
    &["tiến", "tới"],
    &["từng", "bước"],
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

/// The claims of a text with these figures that may be on the subject of an
/// indicator, in order.
pub(super) fn claims<'t>(text: &'t str, figures: &'t [Printed], vocabulary: &Vocabulary) -> Vec<Claim<'t>> {
    let anchors = anchors(text, figures);
    let mut found = Vec::new();
    for (index, anchor) in anchors.iter().enumerate() {
        let from = index.checked_sub(1).map_or(0, |before| anchors[before].end);
        let to = anchors.get(index + 1).map_or(text.len(), |next| next.start);
        let right = right_end(text, anchor.end, to);
        let about = |left: usize| {
            let before = behind_carried_out(&text[left..anchor.start]);
            if is_change(before) {
                return None;
            }
            let named = vocabulary.subject(before)?;
            let behind = [anchor.adds, &text[anchor.end..right]].map(|piece| vocabulary.subject(piece));
            let behind = behind.into_iter().collect::<Option<Vec<_>>>()?.concat();
            let with = |unit: Vec<WordId>| {
                let mut subject = [&*named, &behind, &unit].concat();
                subject.sort_unstable();
                subject.dedup();
                let enough = subject.len() >= FEWEST_WORDS
                    || (subject.len() > 1 && is_goal(before))
                    || is_whole_clause(text, left, right);
                (!subject.is_empty() && enough).then_some(subject)
            };
            // `đạt 15 bác sĩ/vạn dân` names its subject in the unit.
            let unit = without_scale(&text[anchor.unit.clone()]);
            let in_unit = || {
                let names_nothing = named.is_empty() && !unit.is_empty();
                names_nothing.then(|| vocabulary.subject(unit)).flatten()
            };
            let subject = in_unit().and_then(with).or_else(|| with(Vec::new()))?;
            (!is_aimed_at(text, anchor.start)).then_some((left, subject))
        };
        // `Tỷ trọng kinh tế số trong GRDP đạt 30%` has its boundary inside the name.
        let mark = left_mark(text, from, anchor.start);
        let near = left_end(text, mark, anchor.start);
        let Some((left, subject)) = about(near).or_else(|| about(mark).filter(|_| mark < near)) else {
            continue;
        };
        found.push(Claim {
            text,
            figures,
            clause: (left, right),
            value: (anchor.start, anchor.end),
            target: OnceCell::new(),
            wording: anchor.wording,
            subject,
        });
    }
    found
}

impl<'t> Claim<'t> {
    /// What it asks for; an absolute asks for 100%.
    pub(super) fn target(&self) -> Option<&Target> {
        let target = self.target.get_or_init(|| match self.wording {
            Wording::Figure => Target::parse(self.value()),
            Wording::All | Wording::WholePeople => Target::parse("100%"),
        });
        target.as_ref()
    }

    /// The clause as printed, without the end of a `trong đó` before it.
    pub(super) fn printed(&self) -> &'t str {
        let (left, right) = self.clause;
        let clause = self.text[left..right].trim().trim_end_matches([',', ';', '.', ':']);
        clause.strip_prefix("đó ").unwrap_or(clause)
    }

    /// The figure or the absolute as printed: `15 m²/người`, `toàn bộ`.
    pub(super) fn value(&self) -> &'t str {
        let (start, end) = self.value;
        self.text[start..end].trim()
    }
}

/// A unit as printed behind its scale.
fn without_scale(unit: &str) -> &str {
    let unit = unit.trim();
    let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    if Unit::scale_word(first).is_some() { rest } else { unit }
}

/// What follows the phrases that say a clause is carried out.
fn behind_carried_out(clause: &str) -> &str {
    let mut ahead = words(clause);
    let mut end = 0;
    while let (Some(one), Some(other)) = (ahead.next(), ahead.next())
        && CARRIED_OUT.contains(&[&*folded(one.text), &*folded(other.text)])
    {
        end = other.end();
    }
    &clause[end..]
}

/// Whether the words before a figure call it a goal.
fn is_goal(before: &str) -> bool {
    let before = fold(before);
    ["mục tiêu", "chỉ tiêu", "phấn đấu"]
        .iter()
        .any(|word| before.contains(word))
}

/// So many words before a claim tell whether it is only aimed at.
const WORDS_BEFORE: usize = 4;

fn is_aimed_at(text: &str, start: usize) -> bool {
    let mut before = VecDeque::with_capacity(WORDS_BEFORE);
    let mut at = start;
    while before.len() < WORDS_BEFORE
        && let Some(word) = word_before(text, at)
    {
        before.push_front(folded(word.text));
        at = word.start;
    }
    let before = before.make_contiguous();
    AIMS.iter()
        .any(|aim| before.windows(aim.len()).any(|words| words == *aim))
}

/// Whether the words before a figure make it a change.
fn is_change(before: &str) -> bool {
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| CHANGES.contains(&&*folded(word)))
}

/// Marks at which a clause ends.
pub(super) const MARKS: [char; 10] = [',', ';', ':', '(', ')', '“', '”', '"', '\n', '…'];

/// Where the words before a figure begin behind the last mark.
fn left_mark(text: &str, from: usize, to: usize) -> usize {
    text[from..to]
        .char_indices()
        .rfind(|&(at, c)| MARKS.contains(&c) || is_full_stop(&text[from..to], at, c))
        .map_or(from, |(at, c)| from + at + c.len_utf8())
}

/// Where they begin behind the last word at which a clause ends.
fn left_end(text: &str, mark: usize, to: usize) -> usize {
    words(&text[mark..to])
        .filter(|word| is_boundary(word.text))
        .last()
        .map_or(mark, |word| mark + word.end())
}

fn right_end(text: &str, from: usize, to: usize) -> usize {
    let mark = text[from..to]
        .char_indices()
        .find(|&(at, c)| MARKS.contains(&c) || is_full_stop(&text[from..to], at, c))
        .map_or(to, |(at, _)| from + at);
    words(&text[from..mark])
        .find(|word| is_boundary(word.text))
        .map_or(mark, |word| from + word.start)
}

/// Whether the clause about a figure ends at a word.
fn is_boundary(word: &str) -> bool {
    BOUNDARIES.contains(&&*folded(word))
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

impl Claim<'_> {
    /// Whether a place or work is named in the clause or the ones right before it.
    pub(super) fn scope(&self) -> Scope {
        let (text, (left, right)) = (self.text, self.clause);
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

    /// The first and last year it is meant for, where the text names some: the
    /// years printed behind it in its clause, else the last ones before it.
    pub(super) fn years(&self) -> Option<(i16, i16)> {
        let (text, (start, end)) = (self.text, self.value);
        let right = text[self.clause.1..]
            .find([',', ';', '(', ')', '.'])
            .map_or(text.len(), |at| self.clause.1 + at);
        let figures = self.figures;
        let year = |figure: &Printed| {
            let value = figure.reading.value.to_i64()?;
            i16::try_from(value)
                .ok()
                .filter(|year| (1990..=2100).contains(year) && figure.end - figure.start == 4)
        };
        let behind = figures
            .iter()
            .position(|figure| figure.start >= end && figure.start < right && year(figure).is_some());
        let before = || {
            figures
                .iter()
                .rposition(|figure| figure.end <= start && year(figure).is_some())
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::numbers;

    /// What is told of the claims of a text, all words of which stand in names.
    fn told<T>(text: &str, tell: impl Fn(&Claim<'_>) -> T) -> Vec<T> {
        let mut vocabulary = Vocabulary::new();
        for part in [text, "người dân"] {
            vocabulary.enter(part);
        }
        let figures: Vec<Printed> = numbers(text).collect();
        claims(text, &figures, &vocabulary).iter().map(tell).collect()
    }

    fn values(text: &str) -> Vec<(String, Scope)> {
        told(text, |claim| (claim.value().to_owned(), claim.scope()))
    }

    fn dated(text: &str) -> Vec<(String, Option<(i16, i16)>)> {
        told(text, |claim| (claim.value().to_owned(), claim.years()))
    }

    /// How the claims of a text are worded, and whether their subject is that of a name.
    fn worded(text: &str, name: &str) -> Vec<(Wording, bool)> {
        let mut vocabulary = Vocabulary::new();
        let mut name = vocabulary.enter(name);
        name.sort_unstable();
        let figures: Vec<Printed> = numbers(text).collect();
        let found = claims(text, &figures, &vocabulary);
        found
            .iter()
            .map(|claim| (claim.wording, claim.subject == name))
            .collect()
    }

    #[test]
    fn figures_and_absolutes_with_their_subject() {
        let greenery = "Phát triển công viên; diện tích cây xanh đô thị 15 m²/người";
        assert_eq!(values(greenery)[0].0, "15 m²/người");
        assert_eq!(worded(greenery, "Diện tích cây xanh đô thị"), [(Wording::Figure, true)]);
        assert_eq!(worded(greenery, "Diện tích cây xanh"), []);
        assert_eq!(
            worded("xử lý toàn bộ nước thải đô thị", "Nước thải đô thị được xử lý"),
            [(Wording::All, true)]
        );
        let insurance = "Thực hiện bảo hiểm y tế toàn dân";
        let participation = "Người dân tham gia bảo hiểm y tế";
        assert_eq!(worded(insurance, participation), [(Wording::WholePeople, false)]);
        let carried_out = "Tiếp tục tổ chức thực hiện bảo hiểm y tế toàn dân";
        assert_eq!(worded(carried_out, participation), worded(insurance, participation));
        assert_eq!(worded("Tổ chức quỹ bảo hiểm y tế toàn dân", participation), []);
    }

    #[test]
    fn an_absolute_is_a_phrase_of_whole_words() {
        assert_eq!(
            values("Cấp nước sạch cho TOÀN BỘ người dân đô thị")[0].0,
            "TOÀN BỘ người dân"
        );
        for text in [
            "toàn cầu hóa nền kinh tế đô thị",
            "KH&tất cả nước thải đô thị",
            "khu toànbộ nước thải đô thị",
        ] {
            assert_eq!(values(text), [], "{text}");
        }
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
        assert_eq!(
            dated(text),
            [
                ("8,5%".to_owned(), Some((2025, 2025))),
                ("11%".to_owned(), Some((2026, 2030)))
            ]
        );
        let printed = told(text, |claim| claim.printed().to_owned());
        assert_eq!(printed[1], "mục tiêu tăng trưởng đạt 11%");
    }

    #[test]
    fn two_words_are_a_subject_where_nothing_else_is_said_or_a_goal() {
        let counted = |text: &str| values(text).len();
        assert_eq!(counted("với cây xanh đô thị 15 m²/người trong khu"), 1);
        assert_eq!(counted("với cây xanh 15 m²/người trong khu"), 0);
        assert_eq!(counted("với mục tiêu cây xanh 15 m²/người trong khu"), 1);
        assert_eq!(counted("cây xanh 15 m²/người"), 1);
    }

    #[test]
    fn a_place_named_clauses_before_limits_nothing() {
        let scope = |before: &str| values(&format!("{before}, xử lý toàn bộ nước thải đô thị"))[0].1;
        assert_eq!(scope("Xây nhà máy Sóc Sơn, trồng rừng"), Scope::Part);
        assert_eq!(scope("Xây nhà máy Sóc Sơn, Đào hồ, trồng rừng"), Scope::Whole);
    }

    #[test]
    fn four_digits_are_a_year_and_a_thousand_is_none() {
        let years = |text: &str| dated(text)[0].1;
        assert_eq!(years("tăng trưởng kinh tế đạt 11% năm 2030"), Some((2030, 2030)));
        assert_eq!(years("tăng trưởng kinh tế đạt 11% với 2.000 dự án"), None);
        assert_eq!(years("tăng trưởng kinh tế đạt 11% với 1500 dự án"), None);
    }

    #[test]
    fn a_clause_ends_with_its_sentence() {
        let printed = |text: &str| told(text, |claim| claim.printed().to_owned());
        assert_eq!(
            printed("diện tích cây xanh đô thị 15 m²/người. Xây chợ"),
            ["diện tích cây xanh đô thị 15 m²/người"]
        );
        assert_eq!(
            printed("Trồng rừng. Xử lý 1.500 m² cây xanh đô thị"),
            ["Xử lý 1.500 m² cây xanh đô thị"]
        );
    }
}
