//! Rows to cited rows: sections, groups, numbers, parents. The same for all layouts.

use super::label::{Label, is_dash, is_lead_in, leading_label};
use super::outline::{Mark, Outline, Style};
use super::row_ids::{RowIds, row_id};
use super::table::{Column, RawRow, RawTable};
use crate::model::{AnnexKind, Cell, Lines, Note, NoteKind, RowId, Section};

/// Where a row stands: how it is cited and what it stands under.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The table it stands in, by its place among those of the annex.
    pub(crate) table: usize,
    /// Its place among the rows of the table.
    pub(crate) row: usize,
    /// Its lines.
    pub(crate) lines: Lines,
    /// How it is cited.
    pub(crate) id: RowId,
    /// The label of a task's outermost section; that in the citation of an
    /// indicator, where there is one.
    pub(crate) section: String,
    /// The label of the group inside the section.
    pub(crate) group: Option<String>,
    /// The printed number.
    pub(crate) number: String,
    /// The numbered row it stands under.
    pub(crate) parent: Option<RowId>,
}

/// What the rows of an annex are.
#[derive(Debug, Default)]
pub(crate) struct Assembly {
    /// Its sections and groups.
    pub(crate) sections: Vec<Section>,
    /// Its rows.
    pub(crate) rows: Vec<Placed>,
    /// What was skipped or moved.
    pub(crate) notes: Vec<Note>,
}

/// Assembles the rows of all tables of one annex.
pub(crate) fn assemble(annex: u32, tables: &[RawTable], ids_given: &mut RowIds) -> Assembly {
    let mut assembly = Assembly::default();
    let items = items(tables, &mut assembly.notes);
    let marks: Vec<Mark<'_>> = items.iter().filter_map(Item::mark).collect();
    let numbered = items
        .iter()
        .any(|item| matches!(item, Item::Row { row, .. } if is_number(row.label)));
    let mut placer = Placer {
        annex: format!("PL{annex}"),
        outline: Outline::of(&marks),
        ids_given,
        last: None,
        children: 0,
        count: 0,
    };
    for item in items {
        match item {
            Item::Heading {
                style,
                label,
                title,
                row,
            } => {
                if let Some(style) = style {
                    placer.outline.enter(style, label);
                }
                let section = placer
                    .outline
                    .section()
                    .filter(|&section| section != label || placer.outline.group().is_some());
                assembly.sections.push(Section {
                    annex,
                    label: label.to_owned(),
                    parent: section.map(str::to_owned).filter(|_| style.is_some()),
                    title: title.to_owned(),
                    lines: row.lines,
                });
            }
            Item::Row { row, text_is_sub } => {
                assembly.rows.push(placer.place(&row, numbered || text_is_sub));
            }
        }
    }
    assembly
}

/// A row of a table, before it is cited.
enum Item<'t> {
    Heading {
        style: Option<Style>,
        label: &'t str,
        title: &'t str,
        row: &'t RawRow,
    },
    Row {
        row: LabelledRow<'t>,
        text_is_sub: bool,
    },
}

/// A row by its label.
struct LabelledRow<'t> {
    /// The table it stands in and its place there.
    place: (usize, usize),
    kind: AnnexKind,
    lines: Lines,
    /// What is printed in the number column.
    printed: &'t str,
    label: Label<'t>,
}

impl Item<'_> {
    fn mark(&self) -> Option<Mark<'_>> {
        match self {
            Self::Heading { style, label, .. } => style.map(|style| Mark::Heading(style, label)),
            Self::Row { row, .. } => row.label.integer().map(Mark::Number),
        }
    }
}

fn items<'t>(tables: &'t [RawTable], notes: &mut Vec<Note>) -> Vec<Item<'t>> {
    let mut items = Vec::new();
    let mut last_letter: Option<&str> = None;
    let mut last_roman: Option<&str> = None;
    for (table_at, table) in tables.iter().enumerate() {
        let kind = table.kind();
        let number = table.position(Column::Number);
        let text = table.position(Column::Text);
        for (row_at, row) in table.rows.iter().enumerate() {
            let name = text.map_or("", |at| row.cells[at].text.as_str());
            let printed = number.map_or("", |at| row.cells[at].text.as_str());
            let mut label = Label::parse(printed);
            // After H, I is the letter.
            if let (Label::Roman(roman), Some(letter)) = (label, last_letter)
                && letter.len() == 1
                && roman.len() == 1
                && letter.as_bytes()[0] + 1 == roman.as_bytes()[0]
            {
                label = Label::Letter(roman);
            }
            if let Some(item) = heading(row, label, printed, name, number, text, notes) {
                if let Item::Heading {
                    style: Some(Style::Letter),
                    label,
                    ..
                } = item
                {
                    last_letter = Some(label);
                } else if let Item::Heading {
                    style: Some(Style::Roman),
                    label,
                    ..
                } = item
                {
                    last_letter = None;
                    last_roman = Some(label);
                }
                items.push(item);
                continue;
            }
            if matches!(label, Label::Blank | Label::Sub(_))
                && is_lead_in(name)
                && others(row, number, text).next().is_none()
            {
                notes.push(Note {
                    kind: NoteKind::LeadIn,
                    row: None,
                    text: name.to_owned(),
                    lines: row.lines,
                });
                continue;
            }
            if number.is_none() {
                label = leading_number(name).unwrap_or(label);
            }
            if label == Label::Other
                && let Some(own) = last_roman.and_then(|section| number_in(section, printed))
            {
                label = own;
            }
            let text_is_sub = name.starts_with(is_dash);
            let row = LabelledRow {
                place: (table_at, row_at),
                kind,
                lines: row.lines,
                printed,
                label,
            };
            items.push(Item::Row { row, text_is_sub });
        }
    }
    items
}

/// The row as a heading: a Roman or letter label, or a text in capitals, and
/// (nearly) nothing else.
fn heading<'t>(
    row: &'t RawRow,
    label: Label<'t>,
    printed: &'t str,
    name: &'t str,
    number: Option<usize>,
    text: Option<usize>,
    notes: &mut Vec<Note>,
) -> Option<Item<'t>> {
    let mut rest = others(row, number, text).filter(|cell| cell.text != name && cell.text != printed);
    let (first, more) = (rest.next(), rest.next());
    let titled = |style, label, title| {
        Some(Item::Heading {
            style,
            label,
            title,
            row,
        })
    };
    if let Some((style, label)) = Style::of(label) {
        return match (first, more) {
            (None, _) => titled(Some(style), label, name),
            (Some(title), None) if name.is_empty() => {
                notes.push(Note {
                    kind: NoteKind::TitleMoved,
                    row: None,
                    text: title.text.clone(),
                    lines: row.lines,
                });
                titled(Some(style), label, &title.text)
            }
            _ => None,
        };
    }
    if first.is_some() {
        return None;
    }
    // The label and the title in one cell, or the title alone.
    let whole = if name.is_empty() { printed } else { name };
    if !matches!(label, Label::Other | Label::Blank) || (label == Label::Other && !name.is_empty() && name != printed) {
        return None;
    }
    if let Some((label, title)) = leading_label(whole) {
        let (style, label) = Style::of(label)?;
        return titled(Some(style), label, title);
    }
    let capitals = whole.split_whitespace().count() > 1 && !whole.chars().any(char::is_lowercase);
    (capitals && !whole.starts_with(is_dash)).then_some(Item::Heading {
        style: None,
        label: "",
        title: whole,
        row,
    })
}

/// The filled cells besides number and text.
fn others(row: &RawRow, number: Option<usize>, text: Option<usize>) -> impl Iterator<Item = &Cell> {
    row.cells
        .iter()
        .enumerate()
        .filter(move |(at, cell)| Some(*at) != number && Some(*at) != text && !cell.is_empty())
        .map(|(_, cell)| cell)
}

/// The number before a text in a table without a number column.
fn leading_number(name: &str) -> Option<Label<'_>> {
    let (number, rest) = name.split_once(|c: char| c.is_whitespace())?;
    let marked = number.ends_with(['.', ')']) && !rest.is_empty();
    Some(Label::parse(number)).filter(|label| marked && matches!(label, Label::Number(_)))
}

/// The number of a row printed with that of its section: `I.9` in section `I`.
fn number_in<'t>(section: &str, printed: &'t str) -> Option<Label<'t>> {
    let number = printed.trim().strip_prefix(section)?.strip_prefix(['.', '-'])?;
    Some(Label::parse(number.trim_start())).filter(|label| matches!(label, Label::Number(_)))
}

fn is_number(label: Label<'_>) -> bool {
    matches!(
        label,
        Label::Number(_) | Label::Roman(_) | Label::Letter(_) | Label::Other
    )
}

/// Bytes of a longer row id (`PL3.VII.36#2`).
const TYPICAL_ID: usize = 16;

struct Placer<'c> {
    /// What the ids of the annex begin with (`PL3`).
    annex: String,
    outline: Outline,
    ids_given: &'c mut RowIds,
    /// The last numbered row.
    last: Option<RowId>,
    /// How many rows stand under it.
    children: usize,
    /// How many rows were numbered by order.
    count: usize,
}

impl Placer<'_> {
    fn place(&mut self, row: &LabelledRow<'_>, numbered: bool) -> Placed {
        let (id, parent) = match row.label {
            Label::Number(text) | Label::Roman(text) | Label::Letter(text) => self.number(text),
            Label::Other => {
                let bare: String = row.printed.chars().filter(|c| c.is_alphanumeric()).collect();
                if bare.is_empty() {
                    self.under()
                } else {
                    self.number(&bare)
                }
            }
            Label::Blank if !numbered => {
                self.count += 1;
                self.number(&self.count.to_string())
            }
            Label::Sub(_) | Label::Blank => self.under(),
        };
        let number = match row.label {
            Label::Number(text) | Label::Roman(text) | Label::Letter(text) | Label::Sub(text) => text,
            Label::Blank => "",
            Label::Other => row.printed,
        };
        let cited = self.outline.path().next().filter(|_| row.kind == AnnexKind::Indicators);
        let section = cited.or(self.outline.section()).unwrap_or_default();
        Placed {
            table: row.place.0,
            row: row.place.1,
            lines: row.lines,
            id,
            section: section.to_owned(),
            group: self.outline.group().map(str::to_owned),
            number: number.to_owned(),
            parent,
        }
    }

    /// The citation of a numbered row, and the row its dotted number stands under.
    fn number(&mut self, printed: &str) -> (RowId, Option<RowId>) {
        let components = printed
            .split('.')
            .map(|component| match component.trim_start_matches('0') {
                "" => component,
                bare => bare,
            });
        let mut base = String::with_capacity(TYPICAL_ID);
        base.push_str(&self.annex);
        for label in self.outline.path().chain(components) {
            base.push('.');
            base.push_str(label);
        }
        let is_dotted = printed.contains('.');
        let above = if is_dotted { base.rsplit_once('.') } else { None };
        let parent = above.and_then(|(above, _)| self.ids_given.last(above));
        let id = self.ids_given.give(base);
        self.last = Some(id.clone());
        self.children = 0;
        (id, parent)
    }

    /// The citation of an unnumbered row under the last numbered one; under
    /// number 0 where none stands above.
    fn under(&mut self) -> (RowId, Option<RowId>) {
        let parent = self.last.clone();
        let above = parent.clone().unwrap_or_else(|| row_id(format!("{}.0", self.annex)));
        self.children += 1;
        let base = above.child(self.children - 1).into();
        (self.ids_given.give(base), parent)
    }
}

#[cfg(test)]
mod tests {
    use super::super::delimited::read_tables;
    use super::super::repair::repair;
    use super::super::table::SourceLine;
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        with(text, |assembly| {
            assembly
                .rows
                .iter()
                .map(|row| match &row.parent {
                    Some(parent) => format!("{} < {parent}", row.id),
                    None => row.id.to_string(),
                })
                .collect()
        })
    }

    fn with<T>(text: &str, use_it: impl Fn(&Assembly) -> T) -> T {
        let text = format!("TT\tNhiệm vụ\tChủ trì\tThời hạn\n{text}");
        let lines: Vec<_> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let mut tables = read_tables(&lines).unwrap();
        tables.iter_mut().for_each(repair);
        use_it(&assemble(3, &tables, &mut RowIds::default()))
    }

    #[test]
    fn numbers_that_begin_anew_carry_their_section() {
        let text = "I\tX\t\t\n1\ta\tB\t1\n2\tb\tB\t1\nII-\tY\t\t\nA\tZ\t\t\n1\tc\tB\t1\nB\tW\t\t\n2\td\tB\t1";
        assert_eq!(ids(text), ["PL3.I.1", "PL3.I.2", "PL3.II.1", "PL3.II.2"]);
        with(text, |assembly| {
            let parents: Vec<_> = assembly
                .sections
                .iter()
                .map(|section| (section.label.as_str(), section.parent.as_deref()))
                .collect();
            assert_eq!(
                parents,
                [("I", None), ("II", None), ("A", Some("II")), ("B", Some("II"))]
            );
            assert_eq!(
                (assembly.rows[3].section.as_str(), assembly.rows[3].group.as_deref()),
                ("II", Some("B"))
            );
        });
    }

    #[test]
    fn rows_under_numbers_and_numbers_printed_twice() {
        assert_eq!(
            ids("1\ta\tB\t1\n-\tb\tB\t1\n\tC\tB\t1\n36\td\tB\t1\n36\te\tB\t1\n-\tf\tB\t1"),
            [
                "PL3.1",
                "PL3.1.a < PL3.1",
                "PL3.1.b < PL3.1",
                "PL3.36",
                "PL3.36#2",
                "PL3.36#2.a < PL3.36#2",
            ]
        );
    }

    #[test]
    fn no_two_rows_are_cited_alike() {
        assert_eq!(
            ids("1\ta\tB\t1\n-\tb\tB\t1\n1.a\tc\tB\t1"),
            ["PL3.1", "PL3.1.a < PL3.1", "PL3.1.a#2 < PL3.1"]
        );
        assert_eq!(
            ids("-\ta\tB\t1\n0\tb\tB\t1\n-\tc\tB\t1"),
            ["PL3.0.a", "PL3.0", "PL3.0.a#2 < PL3.0"]
        );
    }

    #[test]
    fn dotted_numbers_stand_under_their_first_part() {
        assert_eq!(
            ids("1\ta\tB\t1\n1.1\tb\tB\t1\n-\tc\tB\t1\n1.2\td\tB\t1"),
            ["PL3.1", "PL3.1.1 < PL3.1", "PL3.1.1.a < PL3.1.1", "PL3.1.2 < PL3.1",]
        );
    }

    #[test]
    fn headings_whose_title_stands_elsewhere() {
        with(
            "A\t\tVề dân vận\t\n1\ta\tB\t1\n\t\tKiên trì\t\nB\t\t\t\n2\tb\tC\t1",
            |assembly| {
                let titles: Vec<_> = assembly.sections.iter().map(|section| section.title.as_str()).collect();
                assert_eq!(titles, ["Về dân vận", "Kiên trì"]);
                assert!(assembly.notes.iter().all(|note| note.kind == NoteKind::TitleMoved));
                assert_eq!(assembly.notes.len(), 2);
            },
        );
    }

    #[test]
    fn a_lead_in_is_no_row_and_a_row_with_values_no_lead_in() {
        with("1\ta\tB\t1\n\tTrong đó:\t\t\n-\tTrong đó: b\tC\t1", |assembly| {
            assert_eq!(assembly.rows.len(), 2);
            assert_eq!(assembly.notes[0].kind, NoteKind::LeadIn);
        });
    }

    #[test]
    fn a_label_with_bodies_and_deadline_is_a_row() {
        assert_eq!(
            ids("I\tXây cầu\tSở Xây dựng\t2026\nII\tXây đường\tSở Xây dựng\t2026"),
            ["PL3.I", "PL3.II"]
        );
    }
}
