//! The English catalogue.

use std::fmt::Write as _;

use super::super::Place;
use super::super::context::other;
use super::super::summary::Pairs;
use super::{Catalogue, Facts, Noun, Phrase, Subject, list, quoted, with_unit};
use crate::checks::{Code, Details, Field, Figure, Severity, Side};
use crate::matching::Relation;
use crate::model::{Lines, NoteKind, TargetRelation};

/// English; quotations and names stay English.
pub(super) struct English;

const AND: &str = " and ";

impl Catalogue for English {
    fn message(&self, facts: &Facts<'_>) -> String {
        match &facts.finding.details {
            Details::TargetDiffers {
                left,
                left_unit,
                right,
                right_unit,
                relation,
            } => target(facts, (left, left_unit), (right, right_unit), *relation),
            Details::UnitDiffers { left, right } => unit(facts, left, right),
            Details::DefinitionDiffers { only_left, only_right } => definition(facts, only_left, only_right),
            Details::ReportingBodyDiffers { left, right, shared } => reporting_body(facts, left, right, shared),
            Details::DeadlineDiffers {
                left,
                right,
                earlier,
                months,
                ..
            } => deadline(facts, [left, right], *earlier, *months),
            Details::LeadBodyDiffers { left, right } => lead_body(facts, left, right),
            Details::QuantityDiffers {
                changed,
                only_left,
                only_right,
            } => quantity(facts, changed, only_left, only_right),
            Details::TaskWithoutCounterpart { nearest } | Details::IndicatorWithoutCounterpart { nearest } => {
                alone(facts, nearest.as_ref())
            }
            Details::AmbiguousMatch { candidates } => ambiguous(facts, candidates),
            Details::DuplicateTask { exact, fields } => duplicate(facts, *exact, fields),
        }
    }

    fn code(&self, code: Code) -> &'static str {
        match code {
            Code::TargetDiffers => "Targets of an indicator differ",
            Code::UnitDiffers => "Units of an indicator differ",
            Code::DefinitionDiffers => "Definitions of an indicator differ",
            Code::ReportingBodyDiffers => "Reporting bodies of an indicator differ",
            Code::DeadlineDiffers => "Deadlines of a task differ",
            Code::LeadBodyDiffers => "Bodies in charge of a task differ",
            Code::QuantityDiffers => "Figures in the text of a task differ",
            Code::TaskWithoutCounterpart => "Tasks without counterpart",
            Code::IndicatorWithoutCounterpart => "Indicators without counterpart",
            Code::AmbiguousMatch => "Counterpart not decided",
            Code::DuplicateTask => "Tasks repeated in one program",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Contradiction => "contradiction",
            Severity::Difference => "difference",
            Severity::Doubt => "doubt",
            Severity::Note => "note",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Text => "text",
            Field::Lead => "lead body",
            Field::Coordinating => "coordinating bodies",
            Field::Product => "product",
            Field::Deadline => "deadline",
            Field::Resources => "resources",
            Field::Unit => "unit",
            Field::Value => "target",
            Field::Body => "reporting body",
        }
    }

    fn note(&self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::LineUnplaced => "A line inside an annex fits no row of the table",
            NoteKind::LeadIn => "A lead-in without values, not counted as a row",
            NoteKind::RowJoined => "A row cut by a page break was put together again",
            NoteKind::TitleMoved => "The title of a heading stands in another cell or line than its label",
            NoteKind::CellMerged => "One cell covers several rows",
            NoteKind::BordersUncertain => "The column borders of the row are a guess: see the original",
            NoteKind::DeadlineUnread => "A deadline is not understood and not compared",
            NoteKind::ValueUnread => "A value is not understood and not compared",
            NoteKind::UnitUnknown => "A unit is not known and compared as text",
            NoteKind::BodyUnknown => "A body is not known and compared as text",
            NoteKind::NumberReadByEvidence => {
                "A figure against the convention for dot and comma was read by the figures around it"
            }
        }
    }

    fn phrase(&self, phrase: Phrase) -> &'static str {
        match phrase {
            Phrase::Title => "TWO PROGRAMS RECONCILED",
            Phrase::LinesExplained => "Line numbers in brackets count the lines of the source text.",
            Phrase::First => "The first program",
            Phrase::Second => "The second program",
            Phrase::Tasks => "Tasks read",
            Phrase::Indicators => "Indicators read",
            Phrase::Matched => "with a counterpart",
            Phrase::Ambiguous => "not decided",
            Phrase::Alone => "without counterpart",
            Phrase::Findings => "Findings",
            Phrase::NoFindings => "Nothing found to differ.",
            Phrase::AloneHeading => "IN ONE PROGRAM ONLY",
            Phrase::Notes => "NOTES ON READING",
            Phrase::NoNotes => "No notes.",
            Phrase::Empty => "(empty)",
        }
    }

    fn place(&self, place: &Place<'_>) -> String {
        let mut text = self.section(place.annex, "");
        for (label, noun) in place.labels.iter().zip(["section", "group", "subgroup"]) {
            let _ = write!(text, ", {noun} {label}");
        }
        if !place.number.is_empty() {
            let _ = write!(text, ", no. {}", place.number);
        }
        if place.occurrence > 1 {
            let _ = write!(text, " (occurrence {})", place.occurrence);
        }
        for letter in &place.letters {
            let _ = write!(text, ", row {letter}");
        }
        text
    }

    fn lines(&self, lines: Lines) -> String {
        if lines.first == lines.last {
            format!("line {}", lines.first)
        } else {
            format!("lines {}-{}", lines.first, lines.last)
        }
    }

    fn section(&self, annex: u32, label: &str) -> String {
        if label.is_empty() {
            format!("Annex {annex}")
        } else {
            format!("Annex {annex}, section {label}")
        }
    }

    fn pairs(&self, pairs: Pairs, noun: Noun) -> String {
        let mut text = format!(
            "{} pairs of {}s, {} without a finding",
            pairs.all,
            noun_of(noun),
            pairs.silent
        );
        if pairs.incomparable > 0 {
            let _ = write!(
                text,
                "; {} with targets that cannot be compared (other periods, or empty)",
                pairs.incomparable
            );
        }
        text + "."
    }

    fn alone(&self, count: usize, noun: Noun, label: &str, other: &str) -> String {
        format!(
            "{label}: {} without counterpart in {other}",
            counted(count, noun_of(noun))
        )
    }

    fn folded(&self, count: usize) -> String {
        format!("with {}", counted(count, "sub-row"))
    }
}

/// `1 task`, `2 tasks`.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

fn noun_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Task => "task",
        Noun::Indicator => "indicator",
    }
}

/// `Task “Cầu Tứ Liên” (under “Hoàn thành 09 cầu”)`; a pair of indicators
/// with two names carries both, a pair of tasks that is partly one says so.
fn topic(facts: &Facts<'_>) -> String {
    let Some(subject) = facts.topic() else {
        return "The two programs".to_owned();
    };
    let other = match subject.noun {
        Noun::Task => relation(facts),
        Noun::Indicator => match facts.other_title(&subject) {
            Some(title) => format!(" ({}: “{title}”)", facts.label(Side::Right)),
            None => String::new(),
        },
    };
    opening(&subject) + &other
}

fn opening(subject: &Subject<'_>) -> String {
    match subject.noun {
        Noun::Task => format!("Task {}", name(subject)),
        Noun::Indicator => format!("Indicator {}", name(subject)),
    }
}

fn name(subject: &Subject<'_>) -> String {
    match &subject.parent {
        Some(parent) => format!("“{}” (under “{parent}”)", subject.title),
        None => format!("“{}”", subject.title),
    }
}

fn target(facts: &Facts<'_>, left: (&str, &str), right: (&str, &str), relation: TargetRelation) -> String {
    let (first, second) = (facts.label(Side::Left), facts.label(Side::Right));
    let side = |label, (value, unit): (&str, &str)| match value {
        "" => format!("{label} gives no value"),
        value => format!("{label} sets {}", with_unit(value, unit, "unit")),
    };
    let relation = match relation {
        TargetRelation::Equal => String::new(),
        TargetRelation::LeftInsideRight => format!("; the target of {first} lies inside that of {second}"),
        TargetRelation::RightInsideLeft => format!("; the target of {second} lies inside that of {first}"),
        TargetRelation::Overlap => "; the two targets share only a part".to_owned(),
        TargetRelation::Disjoint => "; no value meets both targets".to_owned(),
        TargetRelation::NotComparable => "; the two targets cannot be compared".to_owned(),
    };
    format!(
        "{}: {}, {}{relation}.",
        topic(facts),
        side(first, left),
        side(second, right)
    )
}

fn unit(facts: &Facts<'_>, left: &str, right: &str) -> String {
    let side = |side, unit: &str| match unit {
        "" => format!("{} gives no unit", facts.label(side)),
        unit => format!("{} gives the unit “{unit}”", facts.label(side)),
    };
    // The values show whether a slip is likely.
    let value = |side| {
        facts
            .first(side)
            .map(|row| row.printed(Field::Value).to_owned())
            .unwrap_or_default()
    };
    let values = match (value(Side::Left).as_str(), value(Side::Right).as_str()) {
        ("", _) | (_, "") => String::new(),
        (one, two) => format!("; the printed values are {one} and {two}"),
    };
    format!(
        "{}: {}, {}{values}.",
        topic(facts),
        side(Side::Left, left),
        side(Side::Right, right)
    )
}

fn definition(facts: &Facts<'_>, only_left: &[String], only_right: &[String]) -> String {
    let only = |side, words: &[String]| {
        let words = list(&quoted(words.iter().map(String::as_str)), AND);
        if words.is_empty() {
            String::new()
        } else {
            format!("; only {} has {words}", facts.label(side))
        }
    };
    let (left, right) = (only(Side::Left, only_left), only(Side::Right, only_right));
    format!(
        "{}: the two programs define the indicator differently{left}{right}.",
        topic(facts)
    )
}

fn reporting_body(facts: &Facts<'_>, left: &[String], right: &[String], shared: &[String]) -> String {
    let side = |side, bodies: &[String]| match bodies {
        [] => shared
            .is_empty()
            .then(|| format!("{} names no reporting body", facts.label(side))),
        bodies => {
            let verb = if shared.is_empty() { "has" } else { "also has" };
            Some(format!("{} {verb} {} report", facts.label(side), list(bodies, AND)))
        }
    };
    let common = match shared {
        [] => String::new(),
        bodies => format!("; both programs name {}", list(bodies, AND)),
    };
    let parts: Vec<_> = [side(Side::Left, left), side(Side::Right, right)]
        .into_iter()
        .flatten()
        .collect();
    format!("{}: {}{common}.", topic(facts), parts.join(", "))
}

fn deadline(facts: &Facts<'_>, due: [&str; 2], earlier: Side, months: Option<u32>) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let (first, last) = match earlier {
        Side::Left => (left, right),
        Side::Right => (right, left),
    };
    let gap = match months {
        None => format!("the deadline of {last} has no end"),
        Some(0) => format!("{first} is earlier by less than a month"),
        Some(1) => format!("{first} is earlier by 1 month"),
        Some(months) => format!("{first} is earlier by {months} months"),
    };
    let [one, two] = due;
    format!(
        "{}: {left} gives the deadline “{one}”, {right} gives “{two}”; {gap}.",
        topic(facts)
    )
}

fn lead_body(facts: &Facts<'_>, left: &[String], right: &[String]) -> String {
    let side = |side, bodies: &[String]| match bodies {
        [] => format!("{} names no particular body", facts.label(side)),
        bodies => format!(
            "{} charges {}",
            facts.label(side),
            list(&facts.bodies(side, bodies), AND)
        ),
    };
    format!(
        "{}: {}; {}.",
        topic(facts),
        side(Side::Left, left),
        side(Side::Right, right)
    )
}

fn quantity(facts: &Facts<'_>, changed: &[(Figure, Figure)], only_left: &[Figure], only_right: &[Figure]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let changed = changed
        .iter()
        .map(|(one, two)| format!("{left} says “{}”, {right} says “{}”", one.printed, two.printed));
    let only = |label, figures: &[Figure]| {
        let figures = list(&quoted(figures.iter().map(|figure| figure.printed.as_str())), AND);
        (!figures.is_empty()).then(|| format!("only {label} says {figures}"))
    };
    let parts: Vec<_> = changed
        .chain(only(left, only_left))
        .chain(only(right, only_right))
        .collect();
    format!("{}: {}.", topic(facts), parts.join("; "))
}

/// A pair of tasks that share only a part must not be read as one task.
fn relation(facts: &Facts<'_>) -> String {
    let (Some(relation), Some(right)) = (facts.relation(), facts.first(Side::Right)) else {
        return String::new();
    };
    let other = format!("the task {} of {}", name(&right), facts.label(Side::Right));
    match relation {
        Relation::Same => String::new(),
        Relation::LeftPartOfRight => format!(", a part of {other}"),
        Relation::RightPartOfLeft => format!(", a part of which is {other}"),
        Relation::Overlap => format!(", which shares a part with {other}"),
    }
}

fn alone(facts: &Facts<'_>, nearest: Option<&crate::RowId>) -> String {
    let Some(subject) = facts.topic() else {
        return "A row is in one program only.".to_owned();
    };
    let (label, other) = (facts.label(subject.side), other(subject.side));
    let noun = noun_of(subject.noun);
    let start = format!("{} of {label} ({})", opening(&subject), facts.place(&subject));
    let nearest = match nearest.map(|id| facts.subject(other, id)) {
        Some(near) => format!("; the nearest is {} ({})", name(&near), facts.place(&near)),
        None => String::new(),
    };
    format!(
        "{start} has no counterpart among the {noun}s of {}{nearest}.",
        facts.label(other)
    )
}

fn ambiguous(facts: &Facts<'_>, candidates: &[(crate::RowId, u16)]) -> String {
    let Some(subject) = facts.topic() else {
        return "A counterpart is not decided.".to_owned();
    };
    let other = other(subject.side);
    let noun = noun_of(subject.noun);
    let candidates: Vec<_> = candidates
        .iter()
        .map(|(id, _)| {
            let row = facts.subject(other, id);
            format!("{} ({})", name(&row), facts.place(&row))
        })
        .collect();
    format!(
        "{} of {} ({}) fits several {noun}s of {} alike: {}; a reader must decide.",
        opening(&subject),
        facts.label(subject.side),
        facts.place(&subject),
        facts.label(other),
        list(&candidates, AND),
    )
}

fn duplicate(facts: &Facts<'_>, exact: bool, fields: &[Field]) -> String {
    let side = if facts.finding.left.is_empty() {
        Side::Right
    } else {
        Side::Left
    };
    let rows = facts.subjects(side);
    let fields = fields.iter().filter(|field| !(exact && **field == Field::Text));
    let differences: Vec<_> = fields.map(|&field| difference(&rows, field)).collect();
    let differences = match differences.as_slice() {
        [] => "the other columns do not differ in meaning".to_owned(),
        differences => format!("they differ in {}", list(differences, AND)),
    };
    let label = facts.label(side);
    if exact {
        let places: Vec<_> = rows.iter().map(|row| facts.place(row)).collect();
        let title = rows.first().map(name).unwrap_or_default();
        format!(
            "{label} has the task {title} {} times: {}; {differences}.",
            places.len(),
            list(&places, AND)
        )
    } else {
        let titles: Vec<_> = rows.iter().map(name).collect();
        let both = if titles.windows(2).all(|pair| pair[0] == pair[1]) {
            // Cut at the same words, the titles would tell nothing apart.
            let places: Vec<_> = rows.iter().map(|row| facts.place(row)).collect();
            format!(
                "{} both begin with {}",
                list(&places, AND),
                titles.first().map_or("", String::as_str)
            )
        } else {
            list(
                &rows
                    .iter()
                    .map(|row| format!("{} ({})", name(row), facts.place(row)))
                    .collect::<Vec<_>>(),
                AND,
            )
        };
        format!("{label} has {} nearly equal tasks: {both}; {differences}.", rows.len())
    }
}

/// `deadline (“2026” and “2027”)`; long columns are named only, the quotations follow the sentence.
fn difference(rows: &[Subject<'_>], field: Field) -> String {
    let name = English.field(field);
    if !matches!(field, Field::Lead | Field::Deadline) {
        return name.to_owned();
    }
    let cells = rows.iter().map(|row| match row.printed(field) {
        "" => "empty".to_owned(),
        printed => format!("“{printed}”"),
    });
    format!("{name} ({})", list(&cells.collect::<Vec<_>>(), AND))
}
