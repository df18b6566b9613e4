//! What a sentence may draw on: the finding and the rows it is about.

use super::super::context::Context;
use super::super::rows::Row;
use super::super::summary::tie_side;
use super::Noun;
use crate::checks::{Field, Finding, Side};
use crate::matching::Relation;
use crate::model::{Cell, RowId};
use crate::text::fold;

/// A title in a sentence is cut at so many characters: long enough to tell two
/// tasks of one frame apart, short enough to leave the sentence readable.
const TITLE: usize = 120;
/// The title of the row above a sub-row only sets the scene.
const PARENT_TITLE: usize = 60;

/// What stands before the name of a body whose Party committee is meant.
const PARTY_COMMITTEE: &str = "Đảng ủy";

/// A finding and the rows around it.
pub(in super::super) struct Facts<'a> {
    context: &'a Context<'a>,
    pub(super) finding: &'a Finding,
}

/// A row a sentence speaks of.
pub(in super::super) struct Subject<'a> {
    pub(super) side: Side,
    pub(super) noun: Noun,
    /// Its text, cut; its id when the program has no such row.
    pub(super) title: String,
    /// The text of the row above it, cut.
    pub(super) parent: Option<String>,
    /// How people see its place.
    pub(super) place: String,
    row: Option<Row<'a>>,
}

impl<'a> Facts<'a> {
    pub(in super::super) fn new(context: &'a Context<'a>, finding: &'a Finding) -> Self {
        Self { context, finding }
    }

    pub(super) fn label(&self, side: Side) -> &'a str {
        self.context.label(side)
    }

    pub(super) fn subject(&self, side: Side, id: &RowId) -> Subject<'a> {
        let rows = self.context.rows(side);
        let row = rows.row(id);
        let parent = row.and_then(|row| rows.parent(row));
        Subject {
            side,
            noun: if matches!(row, Some(Row::Indicator(_))) {
                Noun::Indicator
            } else {
                Noun::Task
            },
            title: row
                .map(|row| row.title(TITLE))
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| id.to_string()),
            parent: parent
                .map(|row| row.title(PARENT_TITLE))
                .filter(|title| !title.is_empty()),
            place: self.context.place(side, id),
            row,
        }
    }

    /// The rows of one program the finding names.
    pub(super) fn subjects(&self, side: Side) -> Vec<Subject<'a>> {
        let ids = match side {
            Side::Left => &self.finding.left,
            Side::Right => &self.finding.right,
        };
        ids.iter().map(|id| self.subject(side, id)).collect()
    }

    /// The row the sentence opens with: the first of the left program, else of
    /// the right; for an ambiguous match the row that has several candidates.
    pub(super) fn topic(&self) -> Option<Subject<'a>> {
        let side = match self.finding.code {
            crate::Code::AmbiguousMatch => tie_side(self.finding),
            _ if self.finding.left.is_empty() => Side::Right,
            _ => Side::Left,
        };
        self.subjects(side).into_iter().next()
    }

    /// The first right row, when its text is another one than the topic's.
    pub(super) fn other_title(&self) -> Option<String> {
        let left = self.subjects(Side::Left).into_iter().next()?;
        let right = self.subjects(Side::Right).into_iter().next()?;
        (fold(&left.title) != fold(&right.title)).then_some(right.title)
    }

    /// The names of bodies as the rows mean them: where a row names the Party
    /// committee inside the body (`Đảng ủy Sở X`), the sentence does so too.
    pub(super) fn bodies(&self, side: Side, names: &[String]) -> Vec<String> {
        let rows = self.subjects(side);
        let mentions = || rows.iter().filter_map(|subject| subject.row).flat_map(Row::mentions);
        let as_meant = |name: &String| {
            let mut same = mentions().filter(|mention| mention.body.name() == name).peekable();
            let committee = same.peek().is_some() && same.all(|mention| mention.party_committee);
            if committee {
                format!("{PARTY_COMMITTEE} {name}")
            } else {
                name.clone()
            }
        };
        names.iter().map(as_meant).collect()
    }

    /// How the first left and the first right row lie to each other, where they are a pair of tasks.
    pub(super) fn relation(&self) -> Option<Relation> {
        self.context
            .relation(self.finding.left.first()?, self.finding.right.first()?)
    }
}

impl Subject<'_> {
    /// What is printed in a column of the row; `""` where nothing is.
    pub(super) fn printed(&self, field: Field) -> &str {
        let cell: Option<&Cell> = self.row.and_then(|row| match (row, field) {
            (Row::Task(task), Field::Text) => Some(&task.text),
            (Row::Task(task), Field::Lead) => task.lead.as_ref(),
            (Row::Task(task), Field::Coordinating) => task.coordinating.as_ref(),
            (Row::Task(task), Field::Product) => task.product.as_ref(),
            (Row::Task(task), Field::Deadline) => task.deadline.as_ref(),
            (Row::Task(task), Field::Resources) => task.resources.as_ref(),
            (Row::Indicator(indicator), Field::Text) => Some(&indicator.name),
            (Row::Indicator(indicator), Field::Unit) => indicator.unit.as_ref(),
            (Row::Indicator(indicator), Field::Value) => Some(&indicator.value),
            (Row::Indicator(indicator), Field::Body) => indicator.body.as_ref(),
            _ => None,
        });
        cell.map_or("", |cell| cell.text.as_str())
    }
}
