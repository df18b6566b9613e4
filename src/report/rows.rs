//! The rows of a program by their ids, whichever annex they stand in.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Place;
use crate::checks::Field;
use crate::model::{Cell, Indicator, Lines, Mention, Program, RowId, Section, Task};

/// A row of a program: a task or an indicator.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row<'a> {
    Task(&'a Task),
    Indicator(&'a Indicator),
}

impl<'a> Row<'a> {
    pub(super) fn id(self) -> &'a RowId {
        match self {
            Self::Task(task) => &task.id,
            Self::Indicator(indicator) => &indicator.id,
        }
    }

    pub(super) fn parent(self) -> Option<&'a RowId> {
        match self {
            Self::Task(task) => task.parent.as_ref(),
            Self::Indicator(indicator) => indicator.parent.as_ref(),
        }
    }

    /// The label of its section, empty where the annex has none.
    pub(super) fn section(self) -> &'a str {
        match self {
            Self::Task(task) => &task.section,
            Self::Indicator(indicator) => &indicator.section,
        }
    }

    /// What is to be done, or the name of the indicator.
    pub(super) fn text(self) -> &'a Cell {
        match self {
            Self::Task(task) => &task.text,
            Self::Indicator(indicator) => &indicator.name,
        }
    }

    /// The cell of a column; `None` where the table has no such column.
    pub(super) fn cell(self, field: Field) -> Option<&'a Cell> {
        match (self, field) {
            (_, Field::Text) => Some(self.text()),
            (Self::Task(task), Field::Lead) => task.lead.as_ref(),
            (Self::Task(task), Field::Coordinating) => task.coordinating.as_ref(),
            (Self::Task(task), Field::Product) => task.product.as_ref(),
            (Self::Task(task), Field::Deadline) => task.deadline.as_ref(),
            (Self::Task(task), Field::Resources) => task.resources.as_ref(),
            (Self::Indicator(indicator), Field::Unit) => indicator.unit.as_ref(),
            (Self::Indicator(indicator), Field::Value) => Some(&indicator.value),
            (Self::Indicator(indicator), Field::Body) => indicator.body.as_ref(),
            _ => None,
        }
    }

    pub(super) fn lines(self) -> Lines {
        match self {
            Self::Task(task) => task.lines,
            Self::Indicator(indicator) => indicator.lines,
        }
    }

    /// The lead body of a task, the reporting body of an indicator; `None` where
    /// the table has no such column.
    #[cfg(feature = "xlsx")]
    pub(super) fn lead(self) -> Option<&'a Cell> {
        match self {
            Self::Task(task) => task.lead.as_ref(),
            Self::Indicator(indicator) => indicator.body.as_ref(),
        }
    }

    /// The bodies it names, the lead first.
    pub(super) fn mentions(self) -> impl Iterator<Item = &'a Mention> {
        let coordinating = match self {
            Self::Task(task) => &*task.coordinating_bodies,
            Self::Indicator(_) => &[],
        };
        self.lead_mentions().chain(coordinating)
    }

    /// The lead bodies of a task, the reporting bodies of an indicator.
    pub(super) fn lead_mentions(self) -> impl Iterator<Item = &'a Mention> {
        match self {
            Self::Task(task) => task.lead_bodies.iter(),
            Self::Indicator(indicator) => indicator.bodies.iter(),
        }
    }

    /// Its text as a title: without the bullet of a list, footnote marks and
    /// closing punctuation, at most `limit` characters, cut between words.
    pub(super) fn title(self, limit: usize) -> String {
        shorten(without_bullet(&self.text().text), limit)
    }
}

/// The text behind the dash or bullet of a list; a sign belongs to its figure.
fn without_bullet(text: &str) -> &str {
    let behind = text.trim_start_matches(['-', '–', '—', '+', '•', '·', '*', ' ']);
    if behind.starts_with(char::is_alphabetic) {
        behind
    } else {
        text
    }
}

/// The text without footnote marks and closing punctuation, cut between words
/// with an ellipsis when it is longer than `limit` characters.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '.' | ';' | ',' | ':'));
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let cut = head.rfind(char::is_whitespace).filter(|&cut| cut > 0).unwrap_or(end);
    let head =
        head[..cut].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | '“' | '-'));
    format!("{head}…")
}

/// A program with its rows by id.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub(super) program: &'a Program,
    by_id: FxHashMap<&'a RowId, Row<'a>>,
    /// The annexes and labels of the sections.
    headings: FxHashSet<(u32, &'a str)>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(program: &'a Program) -> Self {
        let tasks = program.tasks.iter().map(Row::Task);
        let indicators = program.indicators.iter().map(Row::Indicator);
        Self {
            program,
            by_id: tasks.chain(indicators).map(|row| (row.id(), row)).collect(),
            headings: headings(&program.sections),
        }
    }

    pub(super) fn row(&self, id: &RowId) -> Option<Row<'a>> {
        self.by_id.get(id).copied()
    }

    pub(super) fn place<'id>(&self, id: &'id RowId) -> Place<'id> {
        Place::new(id, &self.headings)
    }

    /// The row this one stands under, where there is one.
    pub(super) fn parent(&self, row: Row<'a>) -> Option<Row<'a>> {
        row.parent().and_then(|id| self.row(id))
    }
}

/// The annexes and labels of some sections.
fn headings(sections: &[Section]) -> FxHashSet<(u32, &str)> {
    let sections = sections.iter();
    sections
        .map(|section| (section.annex, section.label.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_between_words_and_only_when_too_long() {
        assert_eq!(shorten("Tỷ lệ che phủ rừng *", 40), "Tỷ lệ che phủ rừng");
        assert_eq!(
            shorten("Sửa đổi Luật Thủ đô năm 2024.", 28),
            "Sửa đổi Luật Thủ đô năm 2024"
        );
        assert_eq!(shorten("Sửa đổi Luật Thủ đô năm 2024", 20), "Sửa đổi Luật Thủ đô…");
        assert_eq!(shorten("Xây dựng (nhà ở), khu", 10), "Xây dựng…");
        assert_eq!(shorten("Antidisestablishment", 4), "Anti…");
        assert_eq!(shorten("", 4), "");
    }

    #[test]
    fn a_bullet_is_no_part_of_a_title() {
        for bulleted in [
            "- Vốn ngoài ngân sách",
            "+ Vốn ngoài ngân sách",
            "• Vốn ngoài ngân sách",
        ] {
            assert_eq!(without_bullet(bulleted), "Vốn ngoài ngân sách");
        }
        for text in ["-5% mỗi năm", "Vốn - ngân sách", "- ", ""] {
            assert_eq!(without_bullet(text), text);
        }
    }
}
