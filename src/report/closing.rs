//! What a report closes with: what agrees, and what was not checked.

use serde::Serialize;

use super::context::{Context, SIDES};
use crate::checks::{Checked, CheckedFact, Code, Side, WhyNot};
use crate::model::{NoteKind, RowId};

/// The checks that hold: those of one program first, then the pairs.
pub(super) struct Closing<'a> {
    pub(super) facts: Vec<&'a Checked>,
    pub(super) agreed: Vec<Agreed<'a>>,
    pub(super) unchecked: Vec<Unchecked<'a>>,
    pub(super) unread: Vec<Unread<'a>>,
}

/// All pairs that agree in one respect.
pub(super) struct Agreed<'a> {
    pub(super) code: Code,
    pub(super) pairs: Vec<Pair<'a>>,
}

/// All pairs that were not compared in one respect for one reason.
pub(super) struct Unchecked<'a> {
    pub(super) code: Code,
    pub(super) why: WhyNot,
    /// None when the whole kind of finding is switched off.
    pub(super) pairs: Vec<Pair<'a>>,
    /// How many findings were switched off.
    pub(super) findings: usize,
}

/// What one program prints that was not understood; the reading notes quote it.
#[derive(Serialize)]
pub(super) struct Unread<'a> {
    pub(super) side: Side,
    pub(super) note: NoteKind,
    pub(super) count: usize,
    pub(super) rows: Vec<&'a RowId>,
}

/// A row of each program.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Pair<'a> {
    pub(super) left: &'a RowId,
    pub(super) right: &'a RowId,
}

/// Notes after which something printed was not compared with anything.
const NOT_COMPARED: [NoteKind; 8] = [
    NoteKind::TextGarbled,
    NoteKind::LineTooLong,
    NoteKind::AnnexEmpty,
    NoteKind::ColumnUnread,
    NoteKind::HeadingOutOfPeriod,
    NoteKind::LineUnplaced,
    NoteKind::DeadlineUnread,
    NoteKind::ValueUnread,
];

impl<'a> Closing<'a> {
    pub(super) fn new(context: &Context<'a>) -> Self {
        let comparison = context.comparison;
        let mut agreed: Vec<Agreed<'a>> = Vec::new();
        for item in &comparison.agreements {
            let pair = Pair {
                left: &item.left,
                right: &item.right,
            };
            match agreed.iter_mut().find(|group| group.code == item.code) {
                Some(group) => group.pairs.push(pair),
                None => agreed.push(Agreed {
                    code: item.code,
                    pairs: vec![pair],
                }),
            }
        }
        Self {
            facts: comparison.checked.iter().collect(),
            agreed,
            unchecked: unchecked(context),
            unread: SIDES.into_iter().flat_map(|side| unread(context, side)).collect(),
        }
    }
}

fn unchecked<'a>(context: &Context<'a>) -> Vec<Unchecked<'a>> {
    let comparison = context.comparison;
    let mut groups: Vec<Unchecked<'a>> = Vec::new();
    for item in &comparison.not_checked {
        let pair = item
            .left
            .as_ref()
            .zip(item.right.as_ref())
            .map(|(left, right)| Pair { left, right });
        match groups
            .iter_mut()
            .find(|group| (group.code, group.why) == (item.code, item.why))
        {
            Some(group) => group.pairs.extend(pair),
            None => groups.push(Unchecked {
                code: item.code,
                why: item.why,
                pairs: pair.into_iter().collect(),
                findings: 0,
            }),
        }
    }
    for group in groups.iter_mut().filter(|group| group.why == WhyNot::SwitchedOff) {
        let off = comparison.switched_off.iter();
        group.findings = off.filter(|finding| finding.code == group.code).count();
    }
    groups.sort_by_key(|group| (crate::checks::code_rank(group.code), group.why));
    groups
}

/// The heading of some facts, with their number where it is more than one:
/// `Không hàng nào thiếu cơ quan (1)` would read as one exception.
pub(super) fn counted(heading: &str, count: usize) -> String {
    if count > 1 {
        format!("{heading} ({count})")
    } else {
        heading.to_owned()
    }
}

fn unread<'a>(context: &Context<'a>, side: Side) -> Vec<Unread<'a>> {
    let notes = &context.rows(side).program.notes;
    let of = |kind| {
        let found: Vec<_> = notes.iter().filter(|note| note.kind == kind).collect();
        (!found.is_empty()).then(|| Unread {
            side,
            note: kind,
            count: found.len(),
            rows: found.iter().filter_map(|note| note.row.as_ref()).collect(),
        })
    };
    NOT_COMPARED.into_iter().filter_map(of).collect()
}

/// The JSON of `checked`: facts of one program, and pairs that agree.
pub(super) fn checked_rows<'a>(context: &Context<'_>, closing: &Closing<'a>) -> Vec<CheckedRow<'a>> {
    let words = context.language.closing();
    let facts = closing.facts.iter().map(|&checked| {
        let rows: Vec<&RowId> = checked.rows.iter().collect();
        let (left, right) = match checked.side {
            Side::Left => (rows, Vec::new()),
            Side::Right => (Vec::new(), rows),
        };
        CheckedRow {
            code: checked.code,
            side: Some(checked.side),
            left,
            right,
            message: words.fact(context, checked),
            fact: Fact::One(&checked.fact),
        }
    });
    let agreed = closing.agreed.iter().map(|group| CheckedRow {
        code: group.code,
        side: None,
        left: group.pairs.iter().map(|pair| pair.left).collect(),
        right: group.pairs.iter().map(|pair| pair.right).collect(),
        message: words.agreed(group.code, group.pairs.len()),
        fact: Fact::PairsAgree {
            kind: "pairs-agree",
            count: group.pairs.len(),
            pairs: group.pairs.clone(),
        },
    });
    facts.chain(agreed).collect()
}

/// The JSON of `not_checked`.
pub(super) fn not_checked_rows<'a>(context: &Context<'_>, closing: Closing<'a>) -> Vec<NotCheckedRow<'a>> {
    let words = context.language.closing();
    let unchecked = closing.unchecked.into_iter().map(|group| NotCheckedRow::Pairs {
        code: group.code,
        why: group.why,
        message: words.why(group.why),
        count: group.pairs.len().max(group.findings),
        pairs: group.pairs,
    });
    let unread = closing.unread.into_iter().map(|unread| NotCheckedRow::Unread {
        code: None,
        why: WhyNot::NotUnderstood,
        message: context.words().note(unread.note),
        unread,
    });
    unchecked.chain(unread).collect()
}

#[derive(Serialize)]
pub(super) struct CheckedRow<'a> {
    code: Code,
    /// The program checked; `null` for what was compared across the two.
    side: Option<Side>,
    left: Vec<&'a RowId>,
    right: Vec<&'a RowId>,
    message: String,
    fact: Fact<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Fact<'a> {
    One(&'a CheckedFact),
    PairsAgree {
        kind: &'static str,
        count: usize,
        pairs: Vec<Pair<'a>>,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum NotCheckedRow<'a> {
    Pairs {
        code: Code,
        why: WhyNot,
        message: &'static str,
        count: usize,
        pairs: Vec<Pair<'a>>,
    },
    Unread {
        code: Option<Code>,
        why: WhyNot,
        message: &'static str,
        #[serde(flatten)]
        unread: Unread<'a>,
    },
}
