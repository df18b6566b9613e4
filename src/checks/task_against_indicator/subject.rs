//! Which indicator is on the subject of a claim.

use super::claim::{Claim, Wording, subject_words};
use crate::checks::Side;
use crate::checks::context::Context;
use crate::model::{Indicator, RowId, TargetRelation};

/// How much of an indicator's name, in thousandths, a claim must name to be
/// on its subject: a figure nearly all of it, as a part has a figure of its own.
const NAMED_BY_FIGURE: usize = 600;
/// An absolute says it of every part as well, so less will do.
const NAMED_BY_ABSOLUTE: usize = 500;

/// The indicators of both programs with the words that name their subjects.
pub(super) struct Subjects<'a> {
    sides: [Vec<(&'a Indicator, Vec<String>)>; 2],
}

impl<'a> Subjects<'a> {
    pub(super) fn new(context: &Context<'a>) -> Self {
        let sides = [context.left, context.right].map(|program| {
            program
                .indicators
                .iter()
                .filter(|row| row.target.is_some())
                .map(|row| (row, subject_words(&row.name.text)))
                .collect()
        });
        Self { sides }
    }

    /// The indicator of one program a claim is about, and how the claim lies
    /// to it: the name must hold every word of the claim's subject. Where
    /// several do, one that the claim fits goes first, then the one it names
    /// most of.
    pub(super) fn find(&self, side: Side, claim: &Claim) -> Option<(&'a Indicator, TargetRelation)> {
        let least = match claim.wording {
            Wording::Figure => NAMED_BY_FIGURE,
            Wording::All | Wording::WholePeople => NAMED_BY_ABSOLUTE,
        };
        let rows = match side {
            Side::Left => &self.sides[0],
            Side::Right => &self.sides[1],
        };
        let mut best: Option<(bool, usize, &Indicator, TargetRelation)> = None;
        for (row, name) in rows {
            let named = share_named(name, &claim.subject);
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

/// The indicator of the other program that is the same.
pub(super) fn partner<'a>(context: &Context<'a>, side: Side, row: &Indicator) -> Option<&'a Indicator> {
    context.indicator_pairs().find_map(|(_, left, right)| {
        let (own, other): (&RowId, _) = match side {
            Side::Left => (&left.id, right),
            Side::Right => (&right.id, left),
        };
        (*own == row.id).then_some(other)
    })
}

/// How a claim lies to the target of an indicator; `None` where they cannot be
/// compared: other units, other years.
pub(super) fn relation(claim: &Claim, row: &Indicator) -> Option<TargetRelation> {
    let target = row.target.as_ref()?;
    let unit = row.unit_read.as_ref()?;
    let same_years = match (claim.years, row.period) {
        (Some((first, last)), Some((from, to))) => last == to && (first == last || first == from),
        _ => true,
    };
    if !same_years {
        return None;
    }
    Some(claim.target.relation(None, target, Some(unit))).filter(|relation| *relation != TargetRelation::NotComparable)
}

/// How much of a name a subject holds, in thousandths; 0 where the name lacks
/// a word of the subject. Of alternatives (`hoặc`) one is enough.
fn share_named(name: &[String], subject: &[String]) -> usize {
    if !subject.iter().all(|word| name.contains(word)) {
        return 0;
    }
    name.split(|word| word == "hoặc")
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut words: Vec<&String> = part.iter().collect();
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
        share_named(&subject_words(name), &subject_words(subject))
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
