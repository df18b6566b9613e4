#![doc = include_str!("../sum_differs.en.md")]

mod growth;
mod parts;
mod ratios;
mod span;
mod totals;

use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided, quote};
use super::{Checked, CheckedFact, Code, Details, Field, Finding, Outcome, Severity, Side};
use crate::model::{Cell, Indicator, RowId};
use parts::wholes;

/// The facts of [`Code::SumDiffers`]. The finding names the row of the total
/// or ratio first, then the rows it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumDiffers {
    /// How the figures are meant to hang together.
    pub relation: SumRelation,
    /// The figures, one entry for each value column concerned.
    pub figures: Vec<SumFigures>,
}

/// How figures are meant to hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SumRelation {
    /// Shares make up 100.
    Shares,
    /// Parts make up their total.
    Total,
    /// A part is no greater than its whole.
    PartOfWhole,
    /// A ratio is the quotient of the rows it names, in percent.
    Ratio,
    /// The growth of a whole lies between those of its parts.
    GrowthOfParts,
    /// A growth of a whole is a weighted mean of those of its parts; this one is the plain mean.
    PlainMean,
    /// A figure of a longer period lies between those of the shorter ones it is made of.
    Periods,
}

/// Figures of one column, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumFigures {
    /// The heading of the column, where the table has several.
    pub column: Option<String>,
    /// The total or ratio.
    pub total: String,
    /// What it is made of, in order of the rows or columns.
    pub parts: Vec<String>,
    /// What it comes to by them, where that is one number.
    pub computed: Option<String>,
    /// The printed figure less the computed one.
    pub deviation: Option<String>,
}

/// Shares and totals, printed ratios, growths of wholes and of longer periods.
/// Deviations count beyond what the rounding of the printed digits explains.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let wholes = wholes(&program.indicators);
        outcome.extend([
            totals::check(side, &wholes),
            ratios::check(side, program),
            growth::check(side, program, &wholes),
        ]);
    }
    outcome
}

/// A finding about a row and those it is made of; each is quoted with its value.
fn finding(
    severity: Severity,
    side: Side,
    rows: &[&Indicator],
    relation: SumRelation,
    figures: Vec<SumFigures>,
) -> Finding {
    let evidence = rows.iter().flat_map(|row| {
        let name = quote(side, &row.id, Field::Text, &row.name);
        let values: Vec<&Cell> = if row.values.is_empty() {
            vec![&row.value]
        } else {
            let concerned = row.values.iter().filter(|value| {
                let heads = |figure: &SumFigures| figure.column.as_deref() == Some(value.heading.as_str());
                figures.iter().any(heads) || relation == SumRelation::Periods
            });
            concerned.map(|value| &value.cell).collect()
        };
        let values = values.into_iter().filter(|cell| !cell.is_empty());
        std::iter::once(name).chain(
            values
                .map(|cell| quote(side, &row.id, Field::Value, cell))
                .collect::<Vec<_>>(),
        )
    });
    let evidence = evidence.collect();
    let ids: Vec<RowId> = rows.iter().map(|row| row.id.clone()).collect();
    let details = Details::SumDiffers(SumDiffers { relation, figures });
    one_sided(Code::SumDiffers, severity, side, ids, details, evidence)
}

fn checked(side: Side, rows: &[&Indicator], fact: CheckedFact) -> Checked {
    Checked {
        code: Code::SumDiffers,
        side,
        rows: rows.iter().map(|row| row.id.clone()).collect(),
        fact,
    }
}

/// Whether values of a row are percentages (`%`, `%/năm`).
fn is_percent(row: &Indicator) -> bool {
    row.unit_read
        .as_ref()
        .is_some_and(|unit| unit.base.starts_with('%') && unit.others.is_empty())
}
