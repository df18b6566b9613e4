//! Which indicator is on the subject of a claim.

use super::claim::{Claim, Wording};
use super::vocabulary::Vocabulary;
use crate::checks::Side;
use crate::checks::context::Context;
use crate::matching::WordId;
use crate::model::{Indicator, Program, TargetRelation, Unit};

/// How much of an indicator's name, in thousandths, a claim must name to be
/// on its subject: a figure nearly all of it, as a part has a figure of its own.
const NAMED_BY_FIGURE: usize = 600;
/// An absolute says it of every part as well, so less will do.
const NAMED_BY_ABSOLUTE: usize = 500;

/// The indicators of both programs that have a target, by what their names are about.
pub(super) struct Subjects<'a> {
    pub(super) vocabulary: Vocabulary,
    or: WordId,
    sides: [Names<'a>; 2],
}

/// The indicators of one program.
struct Names<'a> {
    /// Each with the words of its name.
    rows: Vec<(&'a Indicator, Vec<WordId>)>,
    /// The words with the places of the rows that have them, in order.
    places: Vec<(WordId, usize)>,
}

impl<'a> Names<'a> {
    fn of(program: &'a Program, vocabulary: &mut Vocabulary) -> Self {
        let indicators = program.indicators.iter().filter(|row| row.target.is_some());
        let rows: Vec<_> = indicators.map(|row| (row, vocabulary.enter(&row.name.text))).collect();
        let words = rows.iter().zip(0..);
        let mut places: Vec<_> = words
            .flat_map(|((_, name), place)| name.iter().map(move |&word| (word, place)))
            .collect();
        places.sort_unstable();
        places.dedup();
        Self { rows, places }
    }

    /// The places of the rows that have a word in their name.
    fn with_word(&self, word: WordId) -> &[(WordId, usize)] {
        let from = self.places.partition_point(|one| one.0 < word);
        let places = &self.places[from..];
        &places[..places.partition_point(|one| one.0 == word)]
    }
}

/// Parts alternatives in a name, of which one is enough.
const OR: &str = "hoặc";

impl<'a> Subjects<'a> {
    pub(super) fn new(context: &Context<'a>) -> Self {
        let mut vocabulary = Vocabulary::new();
        let or = vocabulary.enter(OR)[0];
        let sides = [context.left, context.right].map(|program| Names::of(program, &mut vocabulary));
        Self { vocabulary, or, sides }
    }

    /// The indicators of one program whose name has every word of a subject,
    /// with how much of the name that is, in thousandths.
    fn named(&self, side: Side, subject: &[WordId]) -> impl Iterator<Item = (&'a Indicator, usize)> {
        let names = match side {
            Side::Left => &self.sides[0],
            Side::Right => &self.sides[1],
        };
        let with_each = subject.iter().map(|&word| names.with_word(word));
        let with_rarest = with_each.min_by_key(|rows| rows.len()).unwrap_or_default();
        with_rarest.iter().map(move |&(_, place)| {
            let (row, name) = &names.rows[place];
            (*row, share_named(name, subject, self.or))
        })
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
        let mut best: Option<(bool, usize, &Indicator, TargetRelation)> = None;
        for (row, named) in self.named(side, &claim.subject) {
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
    let claimed = claim.target()?;
    let compared = |relation: &TargetRelation| *relation != TargetRelation::NotComparable;
    let plain = claimed.relation(None, target, Some(unit));
    Some(plain).filter(compared).or_else(|| {
        let [part] = &*claimed.parts else { return None };
        let printed = part.unit.as_ref().filter(|unit| !unit.base.is_empty())?;
        let [left, right] = Unit::side_by_side((printed, claim.printed()), (unit, &row.name.text));
        let mut bare = claimed.clone();
        bare.parts.iter_mut().for_each(|part| part.unit = None);
        Some(bare.relation(Some(&left), target, Some(&right))).filter(compared)
    })
}

/// How much of a name a subject holds, in thousandths; 0 where the name lacks
/// a word of the subject.
fn share_named(name: &[WordId], subject: &[WordId], or: WordId) -> usize {
    if !subject.iter().all(|word| name.contains(word)) {
        return 0;
    }
    name.split(|&word| word == or)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut words = part.to_vec();
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
    use super::*;

    fn named(name: &str, subject: &str) -> usize {
        let mut vocabulary = Vocabulary::new();
        let or = vocabulary.enter(OR)[0];
        let (name, subject) = (vocabulary.enter(name), vocabulary.enter(subject));
        share_named(&name, &subject, or)
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
    fn a_word_or_two_of_a_long_name_are_not_its_subject() {
        let tfp = "Đóng góp của năng suất nhân tố tổng hợp (TFP) vào tăng trưởng bình quân";
        assert!(named(tfp, "tăng trưởng") < NAMED_BY_ABSOLUTE);
        assert!(named("Tăng trưởng GRDP bình quân", "tăng trưởng") >= NAMED_BY_FIGURE);
    }
}
