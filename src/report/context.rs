//! A comparison with what every report needs of it.

use rustc_hash::FxHashMap;

use super::Language;
use super::rows::{Row, Rows};
use super::sentences::{Catalogue, Facts, Phrase, Term};
use crate::checks::{Finding, Side};
use crate::comparison::Comparison;
use crate::matching::Relation;
use crate::model::{Program, RowId};
use crate::text::find_byte;

/// A comparison, its rows by id, and the language to speak of it.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) language: Language,
    left: Rows<'a>,
    right: Rows<'a>,
    relations: FxHashMap<(&'a RowId, &'a RowId), Relation>,
}

impl<'a> Context<'a> {
    pub(super) fn new(comparison: &'a Comparison, language: Language) -> Self {
        let pairs = comparison.task_matches.iter();
        Self {
            comparison,
            language,
            left: Rows::new(&comparison.left),
            right: Rows::new(&comparison.right),
            relations: pairs.map(|pair| ((&pair.left, &pair.right), pair.relation)).collect(),
        }
    }

    pub(super) fn words(&self) -> &'static dyn Catalogue {
        self.language.catalogue()
    }

    /// A word of a table.
    pub(super) fn term(&self, term: Term) -> &'static str {
        term.in_language(self.language)
    }

    pub(super) fn rows(&self, side: Side) -> &Rows<'a> {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    pub(super) fn row(&self, side: Side, id: &RowId) -> Option<Row<'a>> {
        self.rows(side).row(id)
    }

    /// How people see the place of a row.
    pub(super) fn place(&self, side: Side, id: &RowId) -> String {
        self.words().place(&self.rows(side).place(id))
    }

    /// What a program is called: its label, else the name of its issuer; which
    /// of the two it is, where those do not tell them apart.
    pub(super) fn label(&self, side: Side) -> &'a str {
        let name = |program: &'a Program| match program.label.as_str() {
            "" => program.issuer.name.as_str(),
            label => label,
        };
        let Comparison { left, right, .. } = self.comparison;
        let (own, phrase) = match side {
            Side::Left => (name(left), Phrase::First),
            Side::Right => (name(right), Phrase::Second),
        };
        if own.is_empty() || name(left) == name(right) {
            self.words().phrase(phrase)
        } else {
            own
        }
    }

    /// What should be known of both programs first, a sentence each.
    pub(super) fn remarks(&self) -> Vec<String> {
        let Comparison { left, right, .. } = self.comparison;
        let remarks = self.comparison.remarks().into_iter();
        remarks
            .map(|remark| self.words().remark(remark, &left.issuer.name, &right.issuer.name))
            .collect()
    }

    /// What a report without findings says.
    pub(super) fn no_findings(&self) -> &'static str {
        let withheld = !self.comparison.switched_off.is_empty();
        self.words()
            .phrase(if withheld { Phrase::NoneLeft } else { Phrase::NoFindings })
    }

    /// How the tasks of a pair lie to each other; `None` when they are no pair of tasks.
    pub(super) fn relation(&self, left: &RowId, right: &RowId) -> Option<Relation> {
        self.relations.get(&(left, right)).copied()
    }

    /// The sentence of a finding: no line break, no double blank.
    pub(super) fn message(&self, finding: &Finding) -> String {
        let message = self.words().message(&Facts::new(self, finding));
        // Cells are squeezed as they are read; a program made by hand may have others.
        let may_have_controls =
            find_byte(message.as_bytes(), |byte| byte < b' ' || byte == 0x7f || byte == 0xc2).is_some();
        if message.contains("  ") || may_have_controls && message.contains(char::is_control) {
            crate::text::squeeze(&message)
        } else {
            message
        }
    }
}

/// The other program.
pub(super) const fn other(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

/// Both programs, left first.
pub(super) const SIDES: [Side; 2] = [Side::Left, Side::Right];
