//! The sentences of findings inside one program.

use super::super::super::Catalogue as _;
use super::super::super::{Facts, list, quoted, with_unit};
use super::super::English;
use super::{AND, opening};
use crate::checks::{
    AnnouncedCountDiffers, BodyMissing, Counted, DeadlineAfterParent, DeadlineOutOfPeriod, FootnoteChangesPeriod,
    FormatEvidence, NumberFormat, NumberMissing, NumberRepeated, Outside, SumDiffers, SumFigures, SumRelation,
    UnitDoubt, UnitDoubtful,
};

/// `Indicator “HDI” of UBND TP Hà Nội (Annex 2, section A, no. 10)`.
fn topic(facts: &Facts<'_>) -> String {
    let (label, rows) = facts.of_one_program();
    match rows.first() {
        Some(row) => format!("{} of {label} ({})", opening(row), facts.place(row)),
        None => label.to_owned(),
    }
}

pub(super) fn number_missing(facts: &Facts<'_>, gap: &NumberMissing) -> String {
    let (label, rows) = facts.of_one_program();
    let places: Vec<String> = rows.iter().map(|row| facts.place(row)).collect();
    let place = match places.as_slice() {
        [before, after] => format!("between {before} and {after}"),
        [after] => format!("before {after}"),
        _ => English.section(gap.annex, ""),
    };
    let numbers: Vec<String> = gap.numbers.iter().map(u32::to_string).collect();
    format!("{label}: there is no number {} ({place}).", list(&numbers, AND))
}

pub(super) fn number_repeated(facts: &Facts<'_>, repeated: &NumberRepeated) -> String {
    let (label, rows) = facts.of_one_program();
    let titles: Vec<String> = rows
        .iter()
        .map(|row| format!("“{}” ({})", row.title, facts.place(row)))
        .collect();
    format!(
        "{label}: the number {} is used {} times, for {}.",
        repeated.number,
        rows.len(),
        list(&titles, AND)
    )
}

pub(super) fn announced_count(facts: &Facts<'_>, count: &AnnouncedCountDiffers) -> String {
    let (label, _) = facts.of_one_program();
    let side = facts.own_side();
    let (announced, found) = (&count.announced, count.found);
    match &count.counted {
        Counted::Rows { annex, sentence } => format!(
            "{label} says “{announced}” in “{sentence}”{}, but {} has {found} numbered rows.",
            facts.place_in_body(side, sentence),
            English.section(*annex, "")
        ),
        Counted::Sections { annex, sentence } => format!(
            "{label} says “{announced}” in “{sentence}”{}, but {} has {found} sections.",
            facts.place_in_body(side, sentence),
            English.section(*annex, "")
        ),
        Counted::SubRows => format!("{}: says “{announced}”, but its sub-rows name {found}.", topic(facts)),
        Counted::List => format!(
            "{}: says “{announced}”, but the list beside it names {found}.",
            topic(facts)
        ),
    }
}

pub(super) fn sum(facts: &Facts<'_>, sum: &SumDiffers) -> String {
    let topic = topic(facts);
    let columns: Vec<String> = sum
        .figures
        .iter()
        .map(|figures| figures_of(sum.relation, figures))
        .collect();
    let end = match sum.relation {
        SumRelation::PlainMean => "; the growth of a whole is a weighted mean as a rule, not the plain one",
        _ => "",
    };
    format!("{topic}: {}{end}.", columns.join("; "))
}

fn figures_of(relation: SumRelation, figures: &SumFigures) -> String {
    let column = match &figures.column {
        Some(column) => format!("column “{column}” "),
        None => String::new(),
    };
    let (total, parts) = (&figures.total, list(&figures.parts, AND));
    let computed = figures.computed.as_deref().unwrap_or_default();
    // Which is more, the two figures tell.
    let deviation = figures.deviation.as_deref().unwrap_or_default().trim_start_matches('-');
    match relation {
        SumRelation::Shares | SumRelation::Total => {
            format!("{column}says {total}, but the parts {parts} add up to {computed}, off by {deviation}")
        }
        SumRelation::PartOfWhole => format!("{column}says {total}, but a part of it alone is {parts}"),
        SumRelation::Ratio => {
            let [dividend, divisor] = figures.parts.as_slice() else {
                return format!("{column}says {total}%, but {computed}% comes out");
            };
            format!(
                "{column}says {total}%, but {dividend} divided by {divisor} is {computed}%, off by {deviation} percentage points"
            )
        }
        SumRelation::GrowthOfParts => {
            format!("{column}says {total}, outside the range of its parts ({parts})")
        }
        SumRelation::PlainMean => format!("{column}says {total}, exactly the plain mean of {parts}"),
        SumRelation::Periods => {
            format!("{column}says {total}, outside the range of the periods it is made of ({parts})")
        }
    }
}

pub(super) fn unit_doubtful(facts: &Facts<'_>, unit: &UnitDoubtful) -> String {
    let why = match &unit.doubt {
        UnitDoubt::IndexInPercent => "an index between 0 and 1 is not in percent".to_owned(),
        UnitDoubt::TooFewWorkers {
            population,
            unit: of_population,
        } => format!(
            "too few for the population of {} in the same table",
            with_unit(population, of_population, "unit")
        ),
        UnitDoubt::TwoUnits => "one cell has two units".to_owned(),
    };
    format!(
        "{}: the value {} in the unit “{}” is doubtful: {why}.",
        topic(facts),
        unit.value,
        unit.unit
    )
}

pub(super) fn number_format(facts: &Facts<'_>, format: &NumberFormat) -> String {
    let (label, _) = facts.of_one_program();
    let figures = format.figures.iter().map(|figure| {
        let evidence = match figure.evidence {
            FormatEvidence::Ratio => "by a ratio of the table",
            FormatEvidence::OtherProgram => "by the other program",
            FormatEvidence::Zeros => "by how other figures are printed",
        };
        format!("“{}” stands for {} ({evidence})", figure.printed, figure.meant)
    });
    let figures = list(&figures.collect::<Vec<_>>(), AND);
    let convention = match &format.convention {
        Some(example) => {
            format!("; other figures have a dot for thousands and a comma for decimals, for instance “{example}”")
        }
        None => String::new(),
    };
    format!("{label} groups thousands by a comma: {figures}{convention}.")
}

pub(super) fn footnote(facts: &Facts<'_>, footnote: &FootnoteChangesPeriod) -> String {
    let (label, rows) = facts.of_one_program();
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    let (first, last) = footnote.period;
    let period = if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    };
    let marked = match rows.len() {
        1 => "1 indicator".to_owned(),
        count => format!("{count} indicators"),
    };
    format!(
        "{label}, {}: the footnote “{}” marks {marked} of a table of targets for {period} ({}); whether these are targets for {period} or figures of another year needs the original.",
        English.section(footnote.annex, ""),
        footnote.footnote,
        list(&quoted(titles), AND)
    )
}

pub(super) fn after_parent(facts: &Facts<'_>, deadline: &DeadlineAfterParent) -> String {
    let months = match deadline.months {
        1 => "1 month".to_owned(),
        months => format!("{months} months"),
    };
    format!(
        "{}: the deadline “{}” is {months} after the deadline “{}” of the whole task.",
        topic(facts),
        deadline.deadline,
        deadline.parent
    )
}

pub(super) fn out_of_period(facts: &Facts<'_>, deadline: &DeadlineOutOfPeriod) -> String {
    let how = match deadline.outside {
        Outside::Before => "ends before",
        Outside::StageBefore => "has a stage before",
        Outside::BeginsBefore => "begins before",
        Outside::After => "ends after",
    };
    let (first, last) = deadline.period;
    format!(
        "{}: the deadline “{}” {how} the period {first}-{last} of {}.",
        topic(facts),
        deadline.deadline,
        English.section(deadline.annex, "")
    )
}

pub(super) fn deadline_missing(facts: &Facts<'_>) -> String {
    format!("{}: has no deadline.", topic(facts))
}

pub(super) fn body_missing(facts: &Facts<'_>, body: &BodyMissing) -> String {
    format!("{}: has no {}.", topic(facts), English.field(body.field))
}
