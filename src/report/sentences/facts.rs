//! What a sentence may draw on: the finding and the rows it is about.

use super::super::context::{Context, SIDES};
use super::super::rows::{Row, shorten};
use super::super::summary::tie_side;
use super::{Noun, Phrase};
use crate::checks::{Details, Field, Finding, Side, StageGap};
use crate::matching::Relation;
use crate::model::{RowId, Seat, says_place};
use crate::text::{fold, is_year, words};

/// A title in a sentence is cut at so many characters: long enough to tell two
/// tasks of one frame apart, short enough to leave the sentence readable.
const TITLE: usize = 120;
/// The title of the row above a sub-row only sets the scene.
const PARENT_TITLE: usize = 60;

/// What stands before the name of a body whose Party committee is meant.
pub(in super::super) const PARTY_COMMITTEE: &str = "Đảng ủy";

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
    id: &'a RowId,
    row: Option<Row<'a>>,
}

impl<'a> Facts<'a> {
    pub(in super::super) fn new(context: &'a Context<'a>, finding: &'a Finding) -> Self {
        Self { context, finding }
    }

    pub(super) fn label(&self, side: Side) -> &'a str {
        self.context.label(side)
    }

    /// Whether one program is for a part of what the other is for.
    pub(super) fn is_between_levels(&self) -> bool {
        let [left, right] = SIDES.map(|side| Seat::of(&self.context.rows(side).program.issuer.name));
        left.is_of_other_level(right)
    }

    /// Where a passage of the body text stands, in parentheses: ` (dòng 102)`;
    /// nothing where it is not found.
    pub(super) fn place_in_body(&self, side: Side, passage: &str) -> String {
        let program = match side {
            Side::Left => &self.context.comparison.left,
            Side::Right => &self.context.comparison.right,
        };
        let found = program
            .statements
            .iter()
            .find(|statement| statement.text.contains(passage));
        found.map_or(String::new(), |statement| {
            format!(" ({})", self.context.words().lines(statement.lines))
        })
    }

    pub(super) fn subject(&self, side: Side, id: &'a RowId) -> Subject<'a> {
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
            title: match row.map(|row| row.title(TITLE)) {
                Some(title) if title.is_empty() => self.context.words().phrase(Phrase::Empty).to_owned(),
                Some(title) => title,
                None => id.to_string(),
            },
            parent: parent
                .map(|row| row.title(PARENT_TITLE))
                .filter(|title| !title.is_empty()),
            id,
            row,
        }
    }

    /// How people see the place of a row.
    pub(super) fn place(&self, subject: &Subject<'_>) -> String {
        self.context.place(subject.side, subject.id)
    }

    fn ids(&self, side: Side) -> &'a [RowId] {
        match side {
            Side::Left => &self.finding.left,
            Side::Right => &self.finding.right,
        }
    }

    /// The rows of one program the finding names.
    pub(super) fn subjects(&self, side: Side) -> Vec<Subject<'a>> {
        self.ids(side).iter().map(|id| self.subject(side, id)).collect()
    }

    /// The program a finding inside one program is about.
    pub(super) fn own_side(&self) -> Side {
        if self.finding.left.is_empty() {
            Side::Right
        } else {
            Side::Left
        }
    }

    /// What it is called, and the rows the finding names.
    pub(super) fn of_one_program(&self) -> (&'a str, Vec<Subject<'a>>) {
        let side = self.own_side();
        (self.label(side), self.subjects(side))
    }

    /// The first row of one program the finding names.
    pub(super) fn first(&self, side: Side) -> Option<Subject<'a>> {
        self.ids(side).first().map(|id| self.subject(side, id))
    }

    /// The programs whose row has a footnote with a year, and what it says.
    pub(super) fn dated_footnotes(&self) -> Vec<(&'a str, String)> {
        let of = |side| {
            let row = self.first(side)?;
            let footnote = shorten(row.dated_footnote()?, TITLE);
            Some((self.label(side), footnote))
        };
        SIDES.into_iter().filter_map(of).collect()
    }

    /// Which of the values, left and right, stand for another figure than the
    /// convention says (`1,200`), and for which, as another finding shows.
    pub(super) fn meant(&self, values: [&str; 2]) -> Vec<(&'a str, &'a str)> {
        let comparison = self.context.comparison;
        let findings = || comparison.findings.iter().chain(&comparison.switched_off);
        let of = |(side, value): (Side, &str)| {
            let row = self.ids(side).first()?;
            findings().find_map(|finding| {
                let Details::NumberFormat(format) = &finding.details else {
                    return None;
                };
                let mut figures = finding.rows(side).iter().zip(&format.figures);
                let (_, figure) = figures.find(|(id, figure)| *id == row && figure.printed == value)?;
                Some((&*figure.printed, &*figure.meant))
            })
        };
        SIDES.into_iter().zip(values).filter_map(of).collect()
    }

    /// The row that stands first in its program.
    pub(super) fn first_of(&self, side: Side, rows: &'a [RowId]) -> Option<Subject<'a>> {
        let line = |id: &&RowId| self.context.row(side, id).map(|row| row.lines().first);
        rows.iter().min_by_key(line).map(|id| self.subject(side, id))
    }

    /// The row the sentence opens with: the first of the left program, else of
    /// the right; for an ambiguous match the row that has several candidates.
    pub(super) fn topic(&self) -> Option<Subject<'a>> {
        match self.finding.code {
            crate::Code::AmbiguousMatch => self.first(tie_side(self.finding)),
            _ => self.first(Side::Left).or_else(|| self.first(Side::Right)),
        }
    }

    /// The title of the right row, when the topic is a left row with another one.
    pub(super) fn other_title(&self, topic: &Subject<'_>) -> Option<String> {
        let right = self.first(Side::Right).filter(|_| topic.side == Side::Left)?;
        (topic.title != right.title && fold(&topic.title) != fold(&right.title)).then_some(right.title)
    }

    /// The names of bodies as the rows mean them: where a row names the Party
    /// committee inside the body (`Đảng ủy Sở X`), the sentence does so too.
    pub(super) fn bodies(&self, side: Side, names: &[String]) -> Vec<String> {
        let rows = self.ids(side).iter().filter_map(|id| self.context.row(side, id));
        let mentions = || rows.clone().flat_map(Row::mentions);
        let as_meant = |name: &String| {
            let mut same = mentions().filter(|mention| mention.body.name() == name).peekable();
            let committee = same.peek().is_some() && same.all(|mention| mention.party_committee);
            if committee {
                format!("{PARTY_COMMITTEE} {name}")
            } else {
                self.fitting(side, name)
            }
        };
        names.iter().map(as_meant).collect()
    }

    /// The names of bodies, each one that fits the program: where its full name
    /// says a place the row does not say, as printed.
    pub(super) fn fitting_all(&self, side: Side, names: &[String]) -> Vec<String> {
        names.iter().map(|name| self.fitting(side, name)).collect()
    }

    fn fitting(&self, side: Side, name: &str) -> String {
        let seat = Seat::of(&self.context.rows(side).program.issuer.name);
        if seat == Seat::Capital || !says_place(name) {
            return name.to_owned();
        }
        let rows = self.ids(side).iter().filter_map(|id| self.context.row(side, id));
        let mut printed = rows
            .flat_map(Row::mentions)
            .filter(|mention| mention.body.name() == name && !mention.party_committee)
            .map(|mention| mention.printed.as_str());
        let is_short = |text: &str| words(text).any(|word| !word.text.chars().any(char::is_lowercase));
        // What a city or a province calls in short, the table writes out for it.
        let is_known = matches!(seat, Seat::City | Seat::Province);
        let fits = |text: &&str| !(says_place(text) || is_known && is_short(text));
        printed.find(fits).unwrap_or(name).to_owned()
    }

    /// The bodies among these that lead a row, and those that only coordinate,
    /// as the rows mean them. Where none of these leads, the first are the leads
    /// of the rows; none where the rows name no lead.
    pub(super) fn charge(&self, side: Side, names: &[String]) -> (Vec<String>, Vec<String>) {
        let rows = self.ids(side).iter().filter_map(|id| self.context.row(side, id));
        let leads = |name: &String| {
            let mut leads = rows.clone().flat_map(Row::lead_mentions);
            leads.any(|mention| mention.body.name() == name)
        };
        let (leading, coordinating): (Vec<String>, Vec<String>) = names.iter().cloned().partition(leads);
        let leading = if leading.is_empty() {
            let mentioned = rows.clone().flat_map(Row::lead_mentions);
            let mut names: Vec<String> = Vec::new();
            for mention in mentioned {
                if !names.iter().any(|name| name == mention.body.name()) {
                    names.push(mention.body.name().to_owned());
                }
            }
            names
        } else {
            leading
        };
        (self.bodies(side, &leading), self.bodies(side, &coordinating))
    }

    /// How the first left and the first right row lie to each other, where they are a pair of tasks.
    pub(super) fn relation(&self) -> Option<Relation> {
        self.context
            .relation(self.finding.left.first()?, self.finding.right.first()?)
    }
}

/// By how much deadlines differ: the stage, which side is earlier, by how many months.
pub(super) type Gap<'a> = (Option<&'a str>, Side, Option<u32>);

/// All by which two deadlines differ.
pub(super) fn gaps<'a>(first: Gap<'a>, further: &'a [StageGap]) -> Vec<Gap<'a>> {
    let further = further.iter().map(|gap| (Some(&*gap.stage), gap.earlier, gap.months));
    [first].into_iter().chain(further).collect()
}

impl Subject<'_> {
    /// The footnote of an indicator that names a year: what it says of the
    /// figure, its column does not.
    fn dated_footnote(&self) -> Option<&str> {
        let Some(Row::Indicator(indicator)) = self.row else {
            return None;
        };
        let footnote = indicator.footnote.as_deref()?;
        words(footnote).any(|word| is_year(word.text)).then_some(footnote)
    }

    /// What is printed in a column of the row; `""` where nothing is.
    pub(super) fn printed(&self, field: Field) -> &str {
        let cell = self.row.and_then(|row| row.cell(field));
        cell.map_or("", |cell| cell.text.as_str())
    }
}
