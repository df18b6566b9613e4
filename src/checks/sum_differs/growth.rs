//! Growth: that of a whole lies between those of its parts, that of a longer
//! period between those of the shorter ones.

use super::parts::Whole;
use super::span::Span;
use super::{SumFigures, SumRelation, checked, finding, is_percent};
use crate::checks::{Checked, CheckedFact, Finding, Outcome, Severity, Side};
use crate::model::{Annex, Cell, Indicator, Program};
use crate::text::{Number, fold};
use rustc_hash::FxHashMap;

pub(super) fn check(side: Side, program: &Program, wholes: &[Whole<'_>]) -> Outcome {
    let mut outcome = Outcome::default();
    let of_percents = |whole: &&Whole<'_>| whole.parts.len() > 1 && whole.rows().all(is_percent);
    let wholes = by_annex(wholes.iter().filter(of_percents), |whole| whole.row);
    let rows = by_annex(program.indicators.iter().filter(|row| is_percent(row)), |row| row);
    for annex in &program.annexes {
        let is_of_growth = names_growth(&annex.title) || annex.columns.iter().any(|heading| names_growth(heading));
        let wholes: Vec<(&Whole<'_>, Vec<Column<'_>>)> = wholes
            .get(&annex.number)
            .into_iter()
            .flatten()
            .filter(|whole| is_of_growth || names_growth(&whole.row.name.text))
            .map(|&whole| (whole, complete(whole)))
            .collect();
        let mut totals = 0;
        let before = outcome.findings.len();
        for (whole, columns) in &wholes {
            totals += of_parts(side, whole, columns, &mut outcome.findings);
        }
        if totals > 0 && outcome.findings.len() == before {
            let fact = CheckedFact::GrowthBetweenParts {
                annex: annex.number,
                totals,
            };
            outcome.checked.push(checked(side, &[], fact));
        }
        outcome.findings.extend(
            wholes
                .iter()
                .filter_map(|(whole, columns)| plain_mean(side, whole, columns)),
        );
        let rows = rows.get(&annex.number).into_iter().flatten().copied();
        outcome.extend([periods(side, annex, rows)]);
    }
    outcome
}

/// What stands in each annex.
fn by_annex<'p, T>(
    all: impl Iterator<Item = &'p T>,
    row: impl Fn(&'p T) -> &'p Indicator,
) -> FxHashMap<u32, Vec<&'p T>> {
    let mut annexes: FxHashMap<u32, Vec<&'p T>> = FxHashMap::default();
    for one in all {
        annexes.entry(row(one).id.annex()).or_default().push(one);
    }
    annexes
}

/// Whether a text says that figures are of growth.
fn names_growth(text: &str) -> bool {
    let text = fold(text);
    text.contains("tăng trưởng") || text.contains("tốc độ")
}

/// How many value columns a row has.
fn width(row: &Indicator) -> usize {
    row.values.len().max(1)
}

/// A value column of a row with its heading, where there are several.
fn column(row: &Indicator, at: usize) -> Option<(Option<&str>, &Cell)> {
    if row.values.len() > 1 {
        row.values
            .get(at)
            .map(|value| (Some(value.heading.as_str()), &value.cell))
    } else {
        (at == 0).then_some((None, &row.value))
    }
}

/// A cell and the figure in it.
type Figure<'a> = (&'a Cell, Span);

/// The heading of a column, the figure of a whole in it and those of its parts.
type Column<'a> = (Option<&'a str>, Figure<'a>, Vec<Figure<'a>>);

/// The figures of a whole and its parts, column by column, where every part has one.
fn complete<'a>(whole: &Whole<'a>) -> Vec<Column<'a>> {
    let with_span = |cell: &'a Cell| Some((cell, Span::of_cell(cell)?));
    (0..width(whole.row))
        .filter_map(|at| {
            let (heading, cell) = column(whole.row, at)?;
            let parts = whole.parts.iter().map(|part| with_span(column(part, at)?.1));
            Some((heading, with_span(cell)?, parts.collect::<Option<Vec<_>>>()?))
        })
        .collect()
}

/// Adds what does not hold; gives how many figures were held against others.
fn of_parts(side: Side, whole: &Whole<'_>, columns: &[Column<'_>], findings: &mut Vec<Finding>) -> u32 {
    let mut count = 0;
    let mut outside = Vec::new();
    for (heading, (cell, total), parts) in columns {
        count += 1;
        let spans: Vec<Span> = parts.iter().map(|(_, span)| *span).collect();
        if !total.lies_among(&spans) {
            outside.push(SumFigures {
                column: heading.map(str::to_owned),
                total: cell.text.clone(),
                parts: parts.iter().map(|(cell, _)| cell.text.clone()).collect(),
                computed: None,
                deviation: None,
            });
        }
    }
    if !outside.is_empty() {
        findings.push(finding(
            Severity::Doubt,
            side,
            &whole.rows().collect::<Vec<_>>(),
            SumRelation::GrowthOfParts,
            outside,
        ));
    }
    count
}

/// A total that could lie on fewer printed steps between its parts than this
/// meets their mean too easily to be told.
const FEWEST_STEPS: i64 = 10;

/// The plain and the weighted mean of more parts lie so close together that
/// they meet easily.
const MOST_PARTS: usize = 3;

/// Totals meet the plain mean by chance once in so many tables; rarer than
/// this it is no chance.
const RARE: i64 = 100;

/// The parts have weights, so that the plain mean is hardly ever the growth of
/// the whole: where the printed totals are just that, they may have been
/// computed so.
fn plain_mean(side: Side, whole: &Whole<'_>, columns: &[Column<'_>]) -> Option<Finding> {
    if whole.parts.len() > MOST_PARTS {
        return None;
    }
    let mut means = Vec::new();
    let mut rarity: i64 = 1;
    for (heading, (cell, total), parts) in columns {
        let spans: Vec<Span> = parts.iter().map(|(_, span)| *span).collect();
        let Some((mean, steps)) = mean_and_steps(&spans, total.decimals) else {
            continue;
        };
        if mean != total.value || steps < FEWEST_STEPS {
            continue;
        }
        rarity = rarity.saturating_mul(steps);
        means.push(SumFigures {
            column: heading.map(str::to_owned),
            total: cell.text.clone(),
            parts: parts.iter().map(|(cell, _)| cell.text.clone()).collect(),
            computed: Some(mean.to_string()),
            deviation: None,
        });
    }
    (rarity >= RARE).then(|| {
        let rows: Vec<&Indicator> = whole.rows().collect();
        finding(Severity::Doubt, side, &rows, SumRelation::PlainMean, means)
    })
}

/// The plain mean of the parts, rounded as the total is, and how many printed
/// steps lie between the least and the greatest part.
fn mean_and_steps(parts: &[Span], decimals: u32) -> Option<(Number, i64)> {
    let sum = parts
        .iter()
        .try_fold(Number::ZERO, |sum, part| sum.checked_add(part.value))?;
    let mean = sum.checked_div(Number::from_i64(i64::try_from(parts.len()).ok()?))?;
    let low = parts.iter().map(|part| part.value).min()?;
    let high = parts.iter().map(|part| part.value).max()?;
    let mut steps = high.checked_sub(low)?;
    for _ in 0..decimals {
        steps = steps.checked_mul(Number::from_i64(10))?;
    }
    Some((mean.rounded(decimals), steps.rounded(0).to_i64()?))
}

/// A span of a year that a column stands for: first and last quarter.
type Quarters = (u8, u8);

/// `KQ Quý I`, `KB 9T`, `6 tháng đầu năm`, `Năm 2025`.
fn quarters(heading: &str) -> Option<Quarters> {
    let heading = fold(heading).replace("quý", "quý ");
    let words: Vec<&str> = heading.split_whitespace().collect();
    let follows = |word: &str| {
        words
            .iter()
            .position(|own| *own == word)
            .and_then(|at| words.get(at + 1))
            .copied()
    };
    if let Some(quarter) = follows("quý") {
        let quarter = match quarter {
            "i" | "1" => 1,
            "ii" | "2" => 2,
            "iii" | "3" => 3,
            "iv" | "4" => 4,
            _ => return None,
        };
        return Some((quarter, quarter));
    }
    let months = |figure: &str| {
        let joined = format!("{figure}t");
        words.contains(&joined.as_str()) || words.windows(2).any(|pair| pair == [figure, "tháng"])
    };
    if months("6") {
        Some((1, 2))
    } else if months("9") {
        Some((1, 3))
    } else if words.contains(&"năm") {
        Some((1, 4))
    } else {
        None
    }
}

fn periods<'a>(side: Side, annex: &Annex, rows: impl Iterator<Item = &'a Indicator>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut count = 0;
    let mut headed: FxHashMap<&str, Option<Quarters>> = FxHashMap::default();
    for row in rows.filter(|row| row.values.len() > 1) {
        let mut outside = Vec::new();
        let known: Vec<(Quarters, &str, &Cell, Span)> = row
            .values
            .iter()
            .filter_map(|value| {
                let heading = value.heading.as_str();
                let known = *headed.entry(heading).or_insert_with(|| quarters(heading));
                Some((known?, heading, &value.cell, Span::of_cell(&value.cell)?))
            })
            .collect();
        for (whole, heading, cell, total) in known.iter().filter(|(own, ..)| own.0 < own.1) {
            let Some(parts) = made_of(*whole, &known) else { continue };
            count += 1;
            let spans: Vec<Span> = parts.iter().map(|(_, span)| *span).collect();
            if !total.lies_among(&spans) {
                outside.push(SumFigures {
                    column: Some((*heading).to_owned()),
                    total: cell.text.clone(),
                    parts: parts.iter().map(|(cell, _)| cell.text.clone()).collect(),
                    computed: None,
                    deviation: None,
                });
            }
        }
        if !outside.is_empty() {
            outcome
                .findings
                .push(finding(Severity::Doubt, side, &[row], SumRelation::Periods, outside));
        }
    }
    if count > 0 && outcome.findings.is_empty() {
        let fact = CheckedFact::PeriodsBetween {
            annex: annex.number,
            figures: count,
        };
        let held: Checked = checked(side, &[], fact);
        outcome.checked.push(held);
    }
    outcome
}

/// The two columns a longer one is made of: all but its last quarter, and that.
fn made_of<'a>(whole: Quarters, known: &[(Quarters, &str, &'a Cell, Span)]) -> Option<[Figure<'a>; 2]> {
    let column = |wanted: Quarters| {
        let mut found = known.iter().filter(|(own, ..)| *own == wanted);
        let first = found.next().map(|(_, _, cell, span)| (*cell, *span));
        first.filter(|_| found.next().is_none())
    };
    Some([column((whole.0, whole.1 - 1))?, column((whole.1, whole.1))?])
}

#[cfg(test)]
mod tests {
    use super::super::super::Details;
    use super::super::super::trial::program;
    use super::super::parts::wholes;
    use super::*;

    /// The relations that do not hold with the totals concerned, and how many lists hold.
    fn relations(headings: &str, rows: &str) -> (Vec<(SumRelation, Vec<String>)>, usize) {
        let program = program(&format!(
            "PHỤ LỤC 1\nCHỈ TIÊU TĂNG TRƯỞNG\n\nTT\tChỉ tiêu\tĐơn vị\t{headings}\tChủ trì\n{rows}"
        ));
        let outcome = check(Side::Left, &program, &wholes(&program.indicators));
        let found = outcome.findings.into_iter().map(|finding| match finding.details {
            Details::SumDiffers(facts) => (
                facts.relation,
                facts.figures.into_iter().map(|figures| figures.total).collect(),
            ),
            other => panic!("{other:?}"),
        });
        (found.collect(), outcome.checked.len())
    }

    fn industry(total: &str, one: &str, other: &str) -> (Vec<(SumRelation, Vec<String>)>, usize) {
        relations(
            "2026-2030",
            &format!(
                "1\tCông nghiệp và xây dựng\t%\t{total}\tA\n-\tCông nghiệp\t%\t{one}\tA\n-\tXây dựng\t%\t{other}\tA\n"
            ),
        )
    }

    #[test]
    fn a_growth_lies_between_those_of_its_parts() {
        assert_eq!(industry("12,5", "10,5", "15,4"), (vec![], 1));
        assert_eq!(
            industry("16,5", "10,5", "15,4").0,
            [(SumRelation::GrowthOfParts, vec!["16,5".to_owned()])]
        );
    }

    #[test]
    fn a_plain_mean_is_a_doubt_where_it_is_no_chance() {
        assert_eq!(
            industry("8,43", "7,81", "9,05").0,
            [(SumRelation::PlainMean, vec!["8,43".to_owned()])]
        );
        assert_eq!(industry("8,44", "7,81", "9,05"), (vec![], 1));
        assert_eq!(industry("6,83", "6,84", "6,81"), (vec![], 1));
        assert_eq!(industry("9", "8", "10"), (vec![], 1));
    }

    #[test]
    fn a_part_without_figure_leaves_the_whole_open() {
        assert_eq!(industry("16,5", "10,5", ""), (vec![], 0));
    }

    #[test]
    fn a_longer_period_lies_between_the_shorter_ones() {
        let headings = "Năm 2025\tKQ Quý I\tKQ Quý II\tKQ 6T\tKB Quý III\tKB 9T\tKB QuýIV";
        let row = |half: &str| format!("1\tTăng trưởng GRDP\t%\t8,50\t7,56\t7,69\t{half}\t8,85\t8,05\t9,64\tA\n");
        assert_eq!(relations(headings, &row("7,63")), (vec![], 1));
        assert_eq!(
            relations(headings, &row("7,93")).0,
            [(SumRelation::Periods, vec!["7,93".to_owned()])]
        );
    }

    #[test]
    fn a_single_part_says_nothing_of_the_whole() {
        let rows = "1\tCông nghiệp và xây dựng\t%\t12,5\tA\n-\tCông nghiệp\t%\t10,5\tA\n";
        assert_eq!(relations("2026-2030", rows), (vec![], 0));
    }

    #[test]
    fn the_plain_mean_of_many_parts_is_chance() {
        let found = |parts: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| format!("-\tNgành\t%\t{part}\tA\n")).collect();
            relations("2026-2030", &("1\tGRDP\t%\t8,43\tA\n".to_owned() + &parts.concat()))
                .0
                .len()
        };
        assert_eq!(found(&["7,81", "9,05", "8,43"]), 1);
        assert_eq!(found(&["7,81", "9,05", "8,43", "8,43"]), 0);
    }

    #[test]
    fn headings_name_spans_of_a_year() {
        for (heading, span) in [
            ("KQ Quý I", (1, 1)),
            ("Quý 2", (2, 2)),
            ("KB Quý III", (3, 3)),
            ("KB QuýIV", (4, 4)),
            ("6 tháng đầu năm", (1, 2)),
            ("KB 9T", (1, 3)),
            ("Năm 2025", (1, 4)),
        ] {
            assert_eq!(quarters(heading), Some(span), "{heading}");
        }
        assert_eq!(quarters("Quý V"), None);
        assert_eq!(quarters("Ghi chú"), None);
    }
}
