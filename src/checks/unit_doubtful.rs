#![doc = include_str!("unit_doubtful.en.md")]

use std::cell::LazyCell;

use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided, quote, quote_some};
use super::{Code, Details, Evidence, Field, Outcome, Severity, Side};
use crate::model::{Indicator, Interval, Program};
use crate::text::{Number, fold, toneless};

/// The facts of [`Code::UnitDoubtful`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitDoubtful {
    /// The unit.
    pub unit: String,
    /// The value.
    pub value: String,
    /// What makes it doubtful.
    pub doubt: UnitDoubt,
}

/// What makes a unit doubtful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitDoubt {
    /// An index between 0 and 1 has no percent.
    IndexInPercent,
    /// So few workers are no part of the population printed in the same table.
    TooFewWorkers {
        /// The population.
        population: String,
        /// Its unit.
        unit: String,
    },
    /// Two units stand in one cell.
    TwoUnits,
}

/// An index in percent, workers that are out of proportion to the population
/// (`4.373` lao động of 9,3 million people), two units in one cell.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let populations = LazyCell::new(|| populations(program));
        for row in &program.indicators {
            let Some((doubt, other)) = doubt(row, &populations) else {
                continue;
            };
            let severity = if doubt == UnitDoubt::TwoUnits {
                Severity::Note
            } else {
                Severity::Doubt
            };
            let rows = std::iter::once(row).chain(other).map(|row| row.id.clone()).collect();
            let evidence = quotes(side, row)
                .into_iter()
                .chain(other.into_iter().flat_map(|row| quotes(side, row)));
            let details = Details::UnitDoubtful(UnitDoubtful {
                unit: row.unit.as_ref().map_or(String::new(), |unit| unit.text.clone()),
                value: row.value.text.clone(),
                doubt,
            });
            outcome.findings.push(one_sided(
                Code::UnitDoubtful,
                severity,
                side,
                rows,
                details,
                evidence.collect(),
            ));
        }
    }
    outcome
}

fn quotes(side: Side, row: &Indicator) -> Vec<Evidence> {
    let quotes = [
        Some(quote(side, &row.id, Field::Text, &row.name)),
        quote_some(side, &row.id, Field::Unit, row.unit.as_ref()),
        quote_some(side, &row.id, Field::Value, Some(&row.value)),
    ];
    quotes.into_iter().flatten().collect()
}

fn doubt<'a>(
    row: &Indicator,
    populations: &LazyCell<Vec<Population<'a>>, impl FnOnce() -> Vec<Population<'a>>>,
) -> Option<(UnitDoubt, Option<&'a Indicator>)> {
    let unit = row.unit_read.as_ref().filter(|_| row.unit.is_some())?;
    if unit.others.iter().any(|other| other.base.starts_with('%')) && !unit.base.starts_with('%') {
        return Some((UnitDoubt::TwoUnits, None));
    }
    if unit.base == "%" && lies_within_one(row) && is_index(&row.name.text) {
        return Some((UnitDoubt::IndexInPercent, None));
    }
    let workers = workers(row)?;
    let (population, _) = *populations
        .iter()
        .find(|(population, people)| is_too_few(row, workers, population, *people))?;
    let facts = UnitDoubt::TooFewWorkers {
        population: population.value.text.clone(),
        unit: population.unit.as_ref().map_or(String::new(), |unit| unit.text.clone()),
    };
    Some((facts, Some(population)))
}

/// Whether a name is that of an index or coefficient, which has no unit. Price
/// and production indices are printed in percent.
fn is_index(name: &str) -> bool {
    let name = fold(name);
    (name.starts_with("chỉ số") || name.starts_with("hệ số")) && !name.contains("giá") && !name.contains("sản xuất")
}

/// Whether the target lies between 0 and 1: what an index of development or of
/// inequality has by its definition, and what no percentage is set as.
fn lies_within_one(row: &Indicator) -> bool {
    let inside = |interval: &Interval| {
        let end = |end: Option<crate::model::End>| {
            end.is_some_and(|end| end.value > Number::ZERO && end.value <= Number::ONE)
        };
        end(interval.low) && end(interval.high)
    };
    row.target
        .as_ref()
        .is_some_and(|target| target.parts.iter().all(|part| inside(&part.interval)))
}

/// In no economy fewer than one in so many people work.
const PEOPLE_PER_WORKER: i64 = 10;

/// Whether the rest of a name, in bare letters, leaves the count one of all
/// workers: new jobs (`tăng thêm`) or those of one branch are fewer by right.
fn counts_all(rest: &str) -> bool {
    let rest = rest.trim_matches([' ', '*']);
    rest.is_empty()
        || [
            "trong nen kinh te",
            "tren dia ban",
            "toan thanh pho",
            "toan tinh",
            "nam",
            "cuoi ky",
            "(",
            ",",
        ]
        .iter()
        .any(|neutral| rest.starts_with(neutral))
}

/// How many people a row counts.
fn in_people(row: &Indicator) -> Option<Number> {
    let unit = row
        .unit_read
        .as_ref()
        .filter(|unit| matches!(unit.base.as_str(), "người" | "lao động"))?;
    unit.to_base(row.target.as_ref()?.point()?)
}

/// How many workers a row counts, where it counts all.
fn workers(row: &Indicator) -> Option<Number> {
    let count = in_people(row)?;
    // In bare letters: so many words in a row are meant, whatever tone is misread.
    let name = toneless(&row.name.text);
    ["so lao dong co viec lam", "luc luong lao dong", "lao dong co viec lam"]
        .iter()
        .filter_map(|start| name.strip_prefix(start))
        .any(counts_all)
        .then_some(count)
}

/// A row that prints the population, and how many people that is.
type Population<'a> = (&'a Indicator, Number);

fn populations(program: &Program) -> Vec<Population<'_>> {
    let is_population = |row: &Indicator| {
        let whole = fold(&row.name.text);
        whole == "dân số" || whole.starts_with("dân số trung bình") || whole.starts_with("dân số năm")
    };
    let rows = program.indicators.iter().filter_map(|row| Some((row, in_people(row)?)));
    rows.filter(|(row, _)| is_population(row)).collect()
}

/// Whether the workers of a row are too few for a population of the same annex and period.
fn is_too_few(row: &Indicator, workers: Number, population: &Indicator, people: Number) -> bool {
    population.id.annex() == row.id.annex()
        && population.period == row.period
        && workers
            .checked_mul(Number::from_i64(PEOPLE_PER_WORKER))
            .is_some_and(|least| least < people)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, indicators};
    use super::*;

    fn doubts(rows: &str) -> Vec<UnitDoubt> {
        let findings = alone(check, &indicators(rows)).findings;
        findings
            .into_iter()
            .map(|finding| match finding.details {
                Details::UnitDoubtful(facts) => facts.doubt,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn new_jobs_and_workers_of_one_branch_are_fewer_by_right() {
        for name in [
            "Số lao động có việc làm tăng thêm",
            "Lao động có việc làm trong ngành du lịch",
        ] {
            let rows = format!("1\tDân số\t1.000 người\t9.276,9\tThống kê\n2\t{name}\tLao động\t160.000\tSở Nội vụ\n");
            assert_eq!(doubts(&rows), []);
        }
    }

    #[test]
    fn an_index_has_no_percent() {
        assert_eq!(
            doubts("1\tChỉ số phát triển con người (HDI)\t%\t0,88-0,90\tThống kê\n"),
            [UnitDoubt::IndexInPercent]
        );
        assert_eq!(doubts("1\tChỉ số phát triển con người (HDI)\t\t0,88\tThống kê\n"), []);
        assert_eq!(doubts("1\tChỉ số hài lòng của người dân\t%\t95\tThống kê\n"), []);
        assert_eq!(doubts("1\tChỉ số giá tiêu dùng\t%\t0,9\tThống kê\n"), []);
    }

    #[test]
    fn workers_stand_in_proportion_to_the_population() {
        let rows = |unit: &str| {
            format!(
                "1\tDân số năm cuối kỳ\t1.000 người\t9.276,9\tThống kê\n2\tSố lao động có việc làm\t{unit}\t4.373\tThống kê\n"
            )
        };
        assert_eq!(doubts(&rows("Lao động")).len(), 1);
        assert_eq!(doubts(&rows("1.000 lao động")), []);
        assert_eq!(doubts(&rows("Lao động").replace("việc", "viêc")).len(), 1);
        assert_eq!(
            doubts(&rows("Lao động").replace("Dân số năm cuối kỳ", "Khách du lịch")),
            []
        );
        assert_eq!(doubts(&rows("Lao động").replace("9.276,9", "43,73")), []);
    }

    #[test]
    fn two_units_in_one_cell() {
        assert_eq!(
            doubts("1\tSố đảng viên kết nạp\tĐảng viên/năm %\t11.000\tBan Tổ chức\n"),
            [UnitDoubt::TwoUnits]
        );
        assert_eq!(doubts("1\tSố bác sĩ\tBác sỹ/vạn dân\t19\tSở Y tế\n"), []);
    }

    #[test]
    fn a_second_unit_is_no_doubt_but_a_note() {
        let severity = |unit: &str| {
            let rows = format!("1\tChỉ số phát triển con người\t{unit}\t0,9\tThống kê\n");
            alone(check, &indicators(&rows)).findings[0].severity
        };
        assert_eq!(severity("%"), Severity::Doubt);
        assert_eq!(severity("Đảng viên/năm %"), Severity::Note);
    }
}
