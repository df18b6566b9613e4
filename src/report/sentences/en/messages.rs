//! The sentences of the findings.

mod inside;

use super::super::super::context::other;
use super::super::{Catalogue as _, Facts, Gap, Noun, Subject, gaps, list, quoted, with_unit, without};
use super::{English, crossfield, noun_of};
use crate::checks::{Details, Field, Figure, Side};
use crate::matching::Relation;
use crate::model::{Succession, SuccessionKind, TargetRelation};

pub(super) const AND: &str = " and ";

/// The sentence of a finding.
pub(super) fn message(facts: &Facts<'_>) -> String {
    match &facts.finding.details {
        Details::TargetDiffers {
            left,
            left_unit,
            right,
            right_unit,
            relation,
            period,
        } => target(
            facts,
            (left, left_unit),
            (right, right_unit),
            *relation,
            period.as_deref(),
        ),
        Details::UnitDiffers { left, right } => unit(facts, left, right),
        Details::DefinitionDiffers { only_left, only_right } => definition(facts, only_left, only_right),
        Details::ReportingBodyDiffers { left, right, shared } => reporting_body(facts, left, right, shared),
        Details::DeadlineDiffers {
            left,
            right,
            earlier,
            months,
            stage,
            no_date,
            recurs,
            further,
            ..
        } => match *earlier {
            Some(earlier) => deadline(
                facts,
                [left, right],
                &gaps((stage.as_deref(), earlier, *months), further),
            ),
            None => deadlines_apart(facts, [left, right], *no_date, recurs),
        },
        Details::LeadBodyDiffers {
            left,
            right,
            explained_by,
            succession,
        } => {
            let why = succession.as_ref().map(succeeded).unwrap_or_default()
                + &crossfield::explained(facts, explained_by.as_ref());
            lead_body(facts, left, right, &why)
        }
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
        Details::DuplicateIndicator {
            values,
            units,
            relation,
            period,
        } => duplicate_indicator(
            facts,
            [0, 1].map(|row| (&*values[row], &*units[row])),
            *relation,
            period.as_deref(),
        ),
        Details::NumberMissing(gap) => inside::number_missing(facts, gap),
        Details::NumberRepeated(repeated) => inside::number_repeated(facts, repeated),
        Details::AnnouncedCountDiffers(count) => inside::announced_count(facts, count),
        Details::SumDiffers(sum) => inside::sum(facts, sum),
        Details::UnitDoubtful(unit) => inside::unit_doubtful(facts, unit),
        Details::NumberFormat(format) => inside::number_format(facts, format),
        Details::FootnoteChangesPeriod(footnote) => inside::footnote(facts, footnote),
        Details::DeadlineAfterParent(deadline) => inside::after_parent(facts, deadline),
        Details::DeadlineOutOfPeriod(deadline) => inside::out_of_period(facts, deadline),
        Details::DeadlineMissing => inside::deadline_missing(facts),
        Details::BodyMissing(body) => inside::body_missing(facts, body),
        Details::TaskAgainstIndicator {
            passage,
            value,
            indicators,
        } => crossfield::against_indicator(facts, passage, value, indicators),
        Details::TextAgainstTask { passage, changed } => crossfield::against_task(facts, passage, changed),
        Details::ColumnDisplaced {
            field,
            cells,
            deadlines,
        } => crossfield::displaced(facts, *field, cells, deadlines),
        Details::CitationDiffers { slip, cited } => crossfield::citation(facts, *slip, cited),
        Details::BodySpelledVariously { name, spellings } => crossfield::spelled_variously(facts, name, spellings),
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

fn target(
    facts: &Facts<'_>,
    left: (&str, &str),
    right: (&str, &str),
    relation: TargetRelation,
    period: Option<&str>,
) -> String {
    let labels = [Side::Left, Side::Right].map(|side| facts.label(side));
    let targets = targets(labels, [left, right], relation);
    let meant = facts.meant([left.0, right.0]).into_iter();
    let meant = meant.map(|(printed, meant)| format!("; “{printed}” is read as {meant}"));
    let footnotes = facts.dated_footnotes().into_iter();
    let footnotes = footnotes.map(|(label, footnote)| format!("; {label} has the footnote “{footnote}”"));
    format!(
        "{}{}: {targets}{}.",
        topic(facts),
        in_period(period),
        meant.chain(footnotes).collect::<String>()
    )
}

/// `A sets 80%, B sets 75%; no value meets both targets`.
fn targets([first, second]: [&str; 2], [left, right]: [(&str, &str); 2], relation: TargetRelation) -> String {
    let side = |label, (value, unit): (&str, &str)| match value {
        "" | "-" | "–" => format!("{label} gives no value"),
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
    format!("{}, {}{relation}", side(first, left), side(second, right))
}

fn in_period(period: Option<&str>) -> String {
    match period {
        Some(heading) if heading.contains(char::is_alphabetic) => format!(", column “{heading}”"),
        Some(years) => format!(", {years}"),
        None => String::new(),
    }
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
        (one, two) if one == two => format!("; both print the value {one}"),
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
    let words = |words: &[String]| list(&quoted(words.iter().map(String::as_str)), AND);
    if facts.topic().is_some_and(|subject| subject.noun == Noun::Task) {
        let only = |side, items| {
            format!(
                "{}: in the same list, only {} names {}.",
                topic(facts),
                facts.label(side),
                words(items)
            )
        };
        match (only_left, only_right) {
            (items, []) => return only(Side::Left, items),
            ([], items) => return only(Side::Right, items),
            _ => {}
        }
        let says = |side, said: &[String]| format!("{} says {}", facts.label(side), words(said));
        let (left, right) = (says(Side::Left, only_left), says(Side::Right, only_right));
        return format!("{}: in the corresponding place, {left}, {right}.", topic(facts));
    }
    let only = |side, phrases: &[String]| match &*words(phrases) {
        "" => String::new(),
        words => format!("; only {} has {words}", facts.label(side)),
    };
    let (left, right) = (only(Side::Left, only_left), only(Side::Right, only_right));
    format!(
        "{}: the two programs define the indicator differently{left}{right}.",
        topic(facts)
    )
}

fn reporting_body(facts: &Facts<'_>, left: &[String], right: &[String], shared: &[String]) -> String {
    let side = |side, bodies: &[String]| match &without(bodies, shared)[..] {
        [] => shared
            .is_empty()
            .then(|| format!("{} names no reporting body", facts.label(side))),
        bodies => {
            let verb = if shared.is_empty() { "names" } else { "also names" };
            let bodies = facts.fitting_all(side, bodies);
            Some(format!(
                "{} {verb} {} as reporting body",
                facts.label(side),
                list(&bodies, AND)
            ))
        }
    };
    let common = match shared {
        [] => String::new(),
        bodies => format!(
            "; both programs name {}",
            list(&facts.fitting_all(Side::Left, bodies), AND)
        ),
    };
    let parts: Vec<_> = [side(Side::Left, left), side(Side::Right, right)]
        .into_iter()
        .flatten()
        .collect();
    format!("{}: {}{common}.", topic(facts), parts.join(", "))
}

fn deadline(facts: &Facts<'_>, due: [&str; 2], gaps: &[Gap<'_>]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let gap = |&(stage, earlier, months): &Gap<'_>| {
        let (first, last) = match earlier {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        let of_stage = stage.map_or_else(String::new, |stage| format!(" with “{stage}”"));
        match months {
            None => format!("the deadline of {last}{of_stage} has no end"),
            Some(0) => format!("{first} is earlier{of_stage} by less than a month"),
            Some(1) => format!("{first} is earlier{of_stage} by 1 month"),
            Some(months) => format!("{first} is earlier{of_stage} by {months} months"),
        }
    };
    let apart: Vec<String> = gaps.iter().map(gap).collect();
    let [one, two] = due;
    format!(
        "{}: {left} gives the deadline “{one}”, {right} gives “{two}”; {}.",
        topic(facts),
        apart.join("; ")
    )
}

fn deadlines_apart(facts: &Facts<'_>, [one, two]: [&str; 2], no_date: Option<Side>, recurs: &[Side]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let why = match (no_date, recurs) {
        (Some(side), _) => format!("the calendar has no such date as that of {}", facts.label(side)),
        (None, [side]) => format!(
            "the work recurs for {}, for {} it is due once",
            facts.label(*side),
            facts.label(side.other())
        ),
        (None, _) => "the work recurs in other rhythms".to_owned(),
    };
    format!(
        "{}: {left} gives the deadline “{one}”, {right} gives “{two}”; {why}.",
        topic(facts)
    )
}

fn lead_body(facts: &Facts<'_>, left: &[String], right: &[String], explained: &str) -> String {
    let side = |side, bodies: &[String]| match bodies {
        [] => format!("{} names no particular body", facts.label(side)),
        bodies => match facts.charge(side, bodies) {
            (leads, others) if leads.is_empty() => {
                format!("{} assigns it to {}", facts.label(side), list(&others, AND))
            }
            (leads, others) if others.is_empty() => {
                format!("{} has {} lead", facts.label(side), list(&leads, AND))
            }
            (leads, others) => format!(
                "{} has {} lead and {} coordinate",
                facts.label(side),
                list(&leads, AND),
                list(&others, AND)
            ),
        },
    };
    format!(
        "{}: {}; {}{explained}.",
        topic(facts),
        side(Side::Left, left),
        side(Side::Right, right)
    )
}

/// Why two bodies may be one, behind the bodies.
fn succeeded(Succession { former, successor, how }: &Succession) -> String {
    match how {
        SuccessionKind::Merged => format!(" ({former} was merged into {successor} in 2025)"),
        SuccessionKind::Became => format!(" ({former} was reorganised as {successor} in 2025)"),
        SuccessionKind::Duties => {
            format!(" (since 2025, where there is no {former} any more, its duties are with {successor})")
        }
    }
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

fn duplicate_indicator(
    facts: &Facts<'_>,
    targets_of_rows: [(&str, &str); 2],
    relation: TargetRelation,
    period: Option<&str>,
) -> String {
    let (label, rows) = facts.of_one_program();
    let title = rows.first().map(name).unwrap_or_default();
    let places = [0, 1].map(|row| rows.get(row).map_or_else(String::new, |row| facts.place(row)));
    let targets = targets(places.each_ref().map(String::as_str), targets_of_rows, relation);
    format!(
        "{label} has the indicator {title} 2 times{}: {targets}.",
        in_period(period)
    )
}

fn duplicate(facts: &Facts<'_>, exact: bool, fields: &[Field]) -> String {
    let (label, rows) = facts.of_one_program();
    let fields = fields.iter().filter(|field| !(exact && **field == Field::Text));
    let differences: Vec<_> = fields.map(|&field| difference(&rows, field)).collect();
    let differences = match differences.as_slice() {
        [] => "the other columns do not differ in meaning".to_owned(),
        differences => format!("they differ in {}", list(differences, AND)),
    };
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
