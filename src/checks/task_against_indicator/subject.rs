//! Which indicator is on the subject of a claim.

use rustc_hash::FxHashMap;

use super::claim::{Claim, Wording, subject_words};
use crate::checks::Side;
use crate::checks::context::Context;
use crate::model::{Indicator, Program, TargetRelation};
use crate::text::{is_syllable, toneless};

/// How much of an indicator's name, in thousandths, a claim must name to be
/// on its subject: a figure nearly all of it, as a part has a figure of its own.
const NAMED_BY_FIGURE: usize = 600;
/// An absolute says it of every part as well, so less will do.
const NAMED_BY_ABSOLUTE: usize = 500;

/// The indicators of both programs with the words that name their subjects.
pub(super) struct Subjects<'a> {
    sides: [Names<'a>; 2],
}

/// The indicators of one program that have a target, their words as numbers.
struct Names<'a> {
    rows: Vec<(&'a Indicator, Vec<usize>)>,
    words: FxHashMap<String, usize>,
    /// The places of the rows that have a word in their name, by word.
    with_word: Vec<Vec<usize>>,
}

impl<'a> Names<'a> {
    fn of(program: &'a Program) -> Self {
        let mut rows = Vec::new();
        let mut words = FxHashMap::default();
        let mut with_word: Vec<Vec<usize>> = Vec::new();
        for row in program.indicators.iter().filter(|row| row.target.is_some()) {
            let mut name = Vec::new();
            for word in subject_words(&row.name.text) {
                let next = words.len();
                let word = *words.entry(word).or_insert(next);
                if word == next {
                    with_word.push(Vec::new());
                }
                if with_word[word].last() != Some(&rows.len()) {
                    with_word[word].push(rows.len());
                }
                name.push(word);
            }
            rows.push((row, name));
        }
        Self { rows, words, with_word }
    }

    /// The rows whose name has every word of a subject, with how much of the
    /// name that is, in thousandths.
    fn that_hold(&self, subject: &[String]) -> impl Iterator<Item = (&'a Indicator, usize)> {
        let number = |word: &String| self.words.get(word).copied().or_else(|| self.misread(word));
        let subject: Option<Vec<usize>> = subject.iter().map(number).collect();
        let subject = subject.unwrap_or_default();
        let rarest = subject
            .iter()
            .map(|&word| &self.with_word[word])
            .min_by_key(|rows| rows.len());
        let or = self.words.get(OR).copied();
        rarest.into_iter().flatten().map(move |&place| {
            let (row, name) = &self.rows[place];
            (*row, share_named(name, &subject, |word| Some(*word) == or))
        })
    }
}

impl Names<'_> {
    /// The one word of a name that a word with a misread letter (OCR), which
    /// can be no Vietnamese one, stands for.
    fn misread(&self, word: &str) -> Option<usize> {
        if word.is_ascii() || is_syllable(word) {
            return None;
        }
        let bare = toneless(word);
        let mut alike = self.words.iter().filter(|(known, _)| toneless(known) == bare);
        let (_, &only) = alike.next()?;
        alike.next().is_none().then_some(only)
    }
}

/// Parts alternatives in a name, of which one is enough.
const OR: &str = "hoặc";

impl<'a> Subjects<'a> {
    pub(super) fn new(context: &Context<'a>) -> Self {
        Self {
            sides: [context.left, context.right].map(Names::of),
        }
    }

    /// The indicator of one program a claim is about, and how the claim lies
    /// to it: the name must hold every word of the claim's subject. Where
    /// several do, one that the claim fits goes first, then the one it names
    /// most of.
    pub(super) fn find(&self, side: Side, claim: &Claim<'_>) -> Option<(&'a Indicator, TargetRelation)> {
        let least = match claim.wording {
            Wording::Figure => NAMED_BY_FIGURE,
            Wording::All | Wording::WholePeople => NAMED_BY_ABSOLUTE,
        };
        let names = match side {
            Side::Left => &self.sides[0],
            Side::Right => &self.sides[1],
        };
        let mut best: Option<(bool, usize, &Indicator, TargetRelation)> = None;
        for (row, named) in names.that_hold(&claim.subject) {
            if named < least {
                continue;
            }
            let Some(relation) = relation(claim, row) else { continue };
            let fits = !matches!(relation, TargetRelation::Disjoint | TargetRelation::Overlap);
            if best.is_none_or(|(other_fits, other, ..)| (fits, named) > (other_fits, other)) {
                best = Some((fits, named, row, relation));
            }
        }
        best.map(|(_, _, row, relation)| (row, relation))
    }
}

/// How a claim lies to the target of an indicator; `None` where they cannot be
/// compared: other units, other years.
pub(super) fn relation(claim: &Claim<'_>, row: &Indicator) -> Option<TargetRelation> {
    let target = row.target.as_ref()?;
    let unit = row.unit_read.as_ref()?;
    let same_years = match (claim.years(), row.period) {
        (Some((first, last)), Some((from, to))) => last == to && (first == last || first == from),
        _ => true,
    };
    if !same_years {
        return None;
    }
    Some(claim.target.relation(None, target, Some(unit))).filter(|relation| *relation != TargetRelation::NotComparable)
}

/// How much of a name a subject holds, in thousandths; 0 where the name lacks
/// a word of the subject.
fn share_named<W: Ord>(name: &[W], subject: &[W], is_or: impl Fn(&W) -> bool) -> usize {
    if !subject.iter().all(|word| name.contains(word)) {
        return 0;
    }
    name.split(is_or)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut words: Vec<&W> = part.iter().collect();
            words.sort_unstable();
            words.dedup();
            let held = words.iter().filter(|word| subject.contains(word)).count();
            held * 1000 / words.len()
        })
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::indicators;
    use super::*;

    fn named(name: &str, subject: &str) -> usize {
        share_named(&subject_words(name), &subject_words(subject), |word| word == OR)
    }

    #[test]
    fn the_name_holds_every_word_of_the_subject() {
        assert_eq!(
            named("Diện tích cây xanh đô thị bình quân", "diện tích cây xanh đô thị"),
            1000
        );
        assert_eq!(named("Diện tích nhà ở bình quân", "diện tích cây xanh đô thị"), 0);
        assert_eq!(
            named("Tỷ lệ người dân tham gia bảo hiểm y tế", "tham gia bảo hiểm xã hội"),
            0
        );
    }

    #[test]
    fn a_misread_word_is_the_one_of_its_bare_letters() {
        let program = indicators("1\tTỷ lệ thu gom, xử lý nước thải đô thị\t%\t70\tA\n");
        let names = Names::of(&program);
        let holding = |subject: &str| names.that_hold(&subject_words(subject)).count();
        assert_eq!(holding("xử lý nước thải"), 1);
        assert_eq!(holding("xử lý nuớc thải"), 1);
        // A Vietnamese word may be meant.
        assert_eq!(holding("xử lý nước thái"), 0);
    }

    #[test]
    fn a_word_or_two_of_a_long_name_are_not_its_subject() {
        let tfp = "Đóng góp của năng suất nhân tố tổng hợp (TFP) vào tăng trưởng bình quân";
        assert!(named(tfp, "tăng trưởng") < NAMED_BY_ABSOLUTE);
        assert!(named("Tăng trưởng GRDP bình quân", "tăng trưởng") >= NAMED_BY_FIGURE);
    }
}
