//! Figures against the number convention, read by what else is printed.
//!
//! `3,400` is 3,4 by the convention and 3400 against it. A printed ratio
//! (`Thu NSNN/GRDP`, 29,75%) tells which; a row under the same number in the
//! same unit is then read alike. Where nothing tells, both readings stay.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Indicator, Note, NoteKind, Program, RowId, Target, Unit};
use crate::text::{Number, fold};

/// A ratio printed with two decimals agrees with its terms to this share (one
/// in so many).
const RATIO_TOLERANCE: i64 = 100;

/// Chooses between the readings of figures such as `3,400`, and notes each choice.
pub(crate) fn weigh(program: &mut Program) {
    let open: Vec<usize> = (0..program.indicators.len())
        .filter(|&at| alternative(&program.indicators[at]).is_some())
        .collect();
    if open.is_empty() {
        return;
    }
    let names: Vec<String> = program
        .indicators
        .iter()
        .map(|indicator| bare_name(&indicator.name.text))
        .collect();
    let ratios = ratios(&program.indicators, &names);
    let mut terms: HashMap<usize, Vec<&Ratio>> = HashMap::new();
    for ratio in &ratios {
        terms.entry(ratio.above).or_default().push(ratio);
        terms.entry(ratio.below).or_default().push(ratio);
    }
    let proven: BTreeSet<usize> = open
        .iter()
        .copied()
        .filter(|at| is_proven(&program.indicators, *at, terms.get(at).map_or(&[], Vec::as_slice)))
        .collect();
    let mut under: HashMap<&RowId, Vec<&Indicator>> = HashMap::new();
    for row in proven.iter().map(|&at| &program.indicators[at]) {
        if let Some(parent) = &row.parent {
            under.entry(parent).or_default().push(row);
        }
    }
    let alike = |at: usize| {
        let row = &program.indicators[at];
        let beside = row.parent.as_ref().and_then(|parent| under.get(parent));
        beside.is_some_and(|rows| rows.iter().any(|other| row.unit_read == other.unit_read))
    };
    let chosen: Vec<usize> = open
        .iter()
        .copied()
        .filter(|&at| proven.contains(&at) || alike(at))
        .collect();
    for at in chosen {
        let indicator = &mut program.indicators[at];
        indicator.target = alternative(indicator);
        program.notes.push(Note {
            kind: NoteKind::NumberReadByEvidence,
            row: Some(indicator.id.clone()),
            text: indicator.value.text.clone(),
            lines: indicator.value.lines,
        });
    }
}

/// A printed ratio: its row and the rows of its terms.
struct Ratio {
    row: usize,
    above: usize,
    below: usize,
}

fn alternative(indicator: &Indicator) -> Option<Target> {
    indicator.target.as_ref().and_then(Target::alternative)
}

/// The rows whose name is `X/Y`, where another row is `X` and another is `Y`
/// or has it in brackets (`Tổng sản phẩm trên địa bàn (GRDP)`).
fn ratios(indicators: &[Indicator], names: &[String]) -> Vec<Ratio> {
    let mut found = Vec::new();
    // The rows of each annex by their names and by what stands in brackets there.
    let mut rows: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        let annex = indicators[at].id.parts().next().unwrap_or_default();
        let bracketed = name.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
        for name in bracketed.chain([name.as_str()]) {
            rows.entry((annex, name)).or_default().push(at);
        }
    }
    for (row, name) in names.iter().enumerate() {
        let Some((above, below)) = name.split_once('/') else {
            continue;
        };
        if !indicators[row].unit_read.as_ref().is_some_and(is_percent) {
            continue;
        }
        let annex = indicators[row].id.parts().next().unwrap_or_default();
        let row_of = |wanted: &str| {
            let rows = rows.get(&(annex, wanted.trim()))?;
            rows.iter().copied().find(|&at| at != row)
        };
        if let (Some(above), Some(below)) = (row_of(above), row_of(below)) {
            found.push(Ratio { row, above, below });
        }
    }
    found
}

/// Whether one of the ratios the row is a term of holds with the second reading of a figure and not with the first.
fn is_proven(indicators: &[Indicator], at: usize, ratios: &[&Ratio]) -> bool {
    ratios.iter().any(|ratio| {
        let value = |row: usize, second: bool| {
            let indicator = &indicators[row];
            let target = if second && row == at {
                alternative(indicator)
            } else {
                indicator.target.clone()
            };
            in_base(target?.point()?, indicator.unit_read.as_ref())
        };
        let holds = |second: bool| {
            let (above, below) = (value(ratio.above, second)?, value(ratio.below, second)?);
            agrees(above, below, indicators[ratio.row].target.as_ref()?.point()?)
        };
        same_base(&indicators[ratio.above], &indicators[ratio.below])
            && holds(true) == Some(true)
            && holds(false) == Some(false)
    })
}

/// Whether `above` is `percent` of `below`, up to [`RATIO_TOLERANCE`].
fn agrees(above: Number, below: Number, percent: Number) -> Option<bool> {
    let expected = below.checked_mul(percent)?;
    let printed = above.checked_mul(Number::from_i64(100))?;
    let (low, high) = if printed < expected {
        (printed, expected)
    } else {
        (expected, printed)
    };
    let apart = high.checked_sub(low)?.checked_mul(Number::from_i64(RATIO_TOLERANCE))?;
    Some(apart <= high)
}

fn in_base(value: Number, unit: Option<&Unit>) -> Option<Number> {
    unit.map_or(Some(value), |unit| unit.to_base(value))
}

fn same_base(above: &Indicator, below: &Indicator) -> bool {
    if let (Some(above), Some(below)) = (&above.unit_read, &below.unit_read) {
        above.same_base(below)
    } else {
        above.unit_read == below.unit_read
    }
}

fn is_percent(unit: &Unit) -> bool {
    Unit::parse("%").is_some_and(|percent| unit.same_base(&percent))
}

/// A name for comparison: folded, without the dash before it and the mark behind it.
fn bare_name(name: &str) -> String {
    let folded = fold(name.trim_start_matches(|c: char| super::label::is_dash(c) || c.is_whitespace()));
    folded.trim_end_matches(['*', ' ', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::{ReadOptions, read_with};
    use super::*;

    fn read(rows: &str) -> Program {
        let text = format!("PHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\n{rows}");
        read_with(&text, &ReadOptions::default()).unwrap()
    }

    fn point(program: &Program, id: &str) -> String {
        let indicator = program.indicator(&id.parse().unwrap()).unwrap();
        indicator.target.as_ref().unwrap().point().unwrap().to_string()
    }

    #[test]
    fn a_printed_ratio_decides_and_a_row_beside_follows() {
        let program = read(
            "1\tTổng sản phẩm (GRDP)\t1.000 tỷ đồng\t11.430,0\n2\tNgân sách\t\t\n-\tThu\t1.000 tỷ đồng\t3,400\n\
             -\tChi\t1.000 tỷ đồng\t1,200\n-\tThu/GRDP\t%\t29,75\n3\tQuy đổi\tUSD\t12,000\n",
        );
        assert_eq!(
            (point(&program, "PL1.2.a"), point(&program, "PL1.2.b")),
            ("3.400".to_owned(), "1.200".to_owned())
        );
        assert_eq!(point(&program, "PL1.3"), "12");
        let noted = program
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::NumberReadByEvidence)
            .count();
        assert_eq!(noted, 2);
    }

    #[test]
    fn without_a_ratio_that_holds_both_readings_stay() {
        for percent in ["2,975", "50", "0,03"] {
            let program = read(&format!(
                "1\tGRDP\tTỷ đồng\t11.430\n2\tThu\tTỷ đồng\t3,400\n3\tThu/GRDP\t%\t{percent}\n"
            ));
            assert_eq!(point(&program, "PL1.2"), "3,4", "{percent}");
        }
    }
}
