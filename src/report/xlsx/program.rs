//! One sheet per program: all its rows, and what each was matched with.

use rust_xlsxwriter::{Workbook, XlsxError};
use rustc_hash::FxHashMap;

use super::sheet::{Column, Value, add};
use crate::checks::Side;
use crate::model::{Cell, Indicator, RowId, Task};
use crate::report::context::{Context, other};
use crate::report::rows::Row;
use crate::report::sentences::{Term, target_relation, task_relation};
use crate::report::summary::{Fate, FatesById};
use crate::text::Number;

/// Columns that a program may lack: those are left out.
const OPTIONAL: [Term; 3] = [Term::CoordinatingBodies, Term::Product, Term::Resources];

pub(super) fn write(book: &mut Workbook, context: &Context<'_>, side: Side) -> Result<(), XlsxError> {
    let program = context.rows(side).program;
    let present: Vec<Term> = OPTIONAL
        .into_iter()
        .filter(|&term| program.tasks.iter().any(|task| optional(task, term).is_some()))
        .collect();
    let heading = |term, width| Column::new(context.term(term), width);
    let mut columns = vec![
        heading(Term::Serial, 6),
        heading(Term::Place, 14),
        heading(Term::Kind, 9),
        heading(Term::Content, 34),
        heading(Term::Unit, 11),
        heading(Term::Target, 9),
        heading(Term::LeadBody, 17),
    ];
    columns.extend(present.iter().map(|&term| heading(term, 15)));
    columns.extend([
        heading(Term::Deadline, 13),
        heading(Term::LastDay, 11),
        heading(Term::Line, 9),
        heading(Term::Outcome, 12),
        heading(Term::Counterpart, 32),
        heading(Term::Relation, 16),
    ]);
    let fates = FatesById::new(context.comparison, side);
    let partners = partners(context, side);
    let indicators = program.indicators.iter().map(Row::Indicator);
    let tasks = program.tasks.iter().map(Row::Task);
    let rows: Vec<_> = (1..)
        .zip(indicators.chain(tasks))
        .map(|(number, row)| entry(context, side, row, number, &present, (&fates, &partners)))
        .collect();
    let number = if side == Side::Left { 1 } else { 2 };
    add(book, &format!("{number}. {}", context.label(side)), &columns, &rows)?;
    Ok(())
}

fn entry(
    context: &Context<'_>,
    side: Side,
    row: Row<'_>,
    number: usize,
    present: &[Term],
    (fates, partners): (&FatesById<'_>, &Partners<'_>),
) -> Vec<Value> {
    let kind = match row {
        Row::Task(_) => Term::Task,
        Row::Indicator(_) => Term::Indicator,
    };
    let mut cells = vec![
        Value::count(number),
        Value::text(context.place(side, row.id())),
        Value::text(context.term(kind)),
        Value::text(&row.text().text),
    ];
    match row {
        Row::Indicator(indicator) => cells.extend([printed(indicator.unit.as_ref()), value(indicator)]),
        Row::Task(_) => cells.extend([Value::Empty, Value::Empty]),
    }
    cells.push(printed(row.lead()));
    for &term in present {
        cells.push(match row {
            Row::Task(task) => printed(optional(task, term)),
            Row::Indicator(_) => Value::Empty,
        });
    }
    match row {
        Row::Task(task) => cells.extend([
            printed(task.deadline.as_ref()),
            task.due
                .as_ref()
                .and_then(|due| due.finish)
                .map_or(Value::Empty, Value::Day),
        ]),
        Row::Indicator(_) => cells.extend([Value::Empty, Value::Empty]),
    }
    cells.push(Value::Number(f64::from(row.lines().first), 0));
    cells.push(Value::text(context.words().phrase(match fates.of(row.id()) {
        Fate::Matched => crate::report::sentences::Phrase::Matched,
        Fate::Ambiguous => crate::report::sentences::Phrase::Ambiguous,
        Fate::Alone => crate::report::sentences::Phrase::Alone,
    })));
    let partners = partners.get(row.id()).map_or(&[][..], Vec::as_slice);
    cells.extend(counterparts(context, other(side), partners));
    cells
}

fn optional(task: &Task, term: Term) -> Option<&Cell> {
    match term {
        Term::CoordinatingBodies => task.coordinating.as_ref(),
        Term::Product => task.product.as_ref(),
        Term::Resources => task.resources.as_ref(),
        _ => None,
    }
}

fn printed(cell: Option<&Cell>) -> Value {
    match cell {
        Some(cell) if !cell.is_empty() => Value::text(&cell.text),
        _ => Value::Empty,
    }
}

/// A value that is one number, and read as printed, is a number; any other is text.
fn value(indicator: &Indicator) -> Value {
    let text = indicator.value.text.as_str();
    let point = indicator.target.as_ref().and_then(crate::model::Target::point);
    let number = text.parse::<Number>().ok().filter(|number| Some(*number) == point);
    let Some(float) = number.and_then(as_float) else {
        return printed(Some(&indicator.value));
    };
    let decimals = text.rsplit_once(',').map_or(0, |(_, decimals)| decimals.len());
    Value::Number(float, u32::try_from(decimals).unwrap_or(0))
}

/// The nearest float: worksheets know no other numbers.
fn as_float(number: Number) -> Option<f64> {
    number.to_string().replace('.', "").replace(',', ".").parse().ok()
}

/// By row: the rows of the other program, each with how they lie to each other.
type Partners<'a> = FxHashMap<&'a RowId, Vec<(&'a RowId, &'static str)>>;

fn partners<'a>(context: &Context<'a>, side: Side) -> Partners<'a> {
    let language = context.language;
    let tasks = context.comparison.task_matches.iter();
    let tasks = tasks.map(|pair| (&pair.left, &pair.right, task_relation(pair.relation, language)));
    let indicators = context.comparison.indicator_matches.iter();
    let indicators = indicators.map(|pair| (&pair.left, &pair.right, target_relation(pair.targets, language)));
    let mut partners = Partners::default();
    for (left, right, relation) in tasks.chain(indicators) {
        let (own, partner) = match side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        partners.entry(own).or_default().push((partner, relation));
    }
    partners
}

/// The rows of the other program, and how they lie to a row.
fn counterparts(context: &Context<'_>, other: Side, partners: &[(&RowId, &str)]) -> [Value; 2] {
    if partners.is_empty() {
        return [Value::Empty, Value::Empty];
    }
    let texts = partners.iter().map(|(partner, _)| {
        let text = context.row(other, partner).map_or("", |row| row.text().text.as_str());
        format!("{}: {text}", context.place(other, partner))
    });
    let texts = texts.collect::<Vec<_>>().join("\n");
    let mut relations: Vec<_> = partners.iter().map(|(_, relation)| *relation).collect();
    relations.dedup();
    [Value::text(texts), Value::text(relations.join("\n"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn shown(value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number, decimals) => format!("{number}/{decimals}"),
            Value::Day(day) => day.to_string(),
            Value::Empty => String::new(),
        }
    }

    #[test]
    fn one_number_is_a_number_and_what_else_is_printed_is_text() {
        let mut indicator = sample::comparison().left.indicators[0].clone();
        let mut cell = |text: &str| {
            text.clone_into(&mut indicator.value.text);
            indicator.target = crate::model::Target::parse(text);
            shown(&value(&indicator))
        };
        assert_eq!(cell("9,0"), "9/1");
        assert_eq!(cell("1.203"), "1203/0");
        assert_eq!(cell("≥ 10"), "≥ 10");
        assert_eq!(cell("35 - 40"), "35 - 40");
        assert_eq!(cell(""), "");
        // Read against the convention by evidence: the printed text stays.
        indicator.target = crate::model::Target::parse("1.200");
        "1,200".clone_into(&mut indicator.value.text);
        assert_eq!(shown(&value(&indicator)), "1,200");
    }

    #[test]
    fn a_row_names_its_counterpart_and_the_relation() {
        let comparison = sample::comparison();
        let context = Context::new(&comparison, crate::report::Language::Vi);
        let id: RowId = "PL3.VII.1.a".parse().unwrap();
        let partners = partners(&context, Side::Left);
        let [text, relation] = counterparts(&context, Side::Right, &partners[&id]);
        assert_eq!(shown(&text), "Phụ lục 3, số 11: Xây dựng 09 cầu qua sông Hồng");
        assert!(shown(&relation).contains("là một phần"));
        let alone: RowId = "PL3.VII.2".parse().unwrap();
        assert!(!partners.contains_key(&alone));
        assert_eq!(
            counterparts(&context, Side::Right, &[]).map(|value| shown(&value)),
            ["", ""]
        );
    }
}
