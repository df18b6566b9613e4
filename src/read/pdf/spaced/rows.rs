//! Where rows begin and end whose labels may stand in their middle.

use crate::model::AnnexKind;

use super::columns::{column, pieces};
use crate::read::label::Label;
use crate::read::table::SourceLine;

/// What lines of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// A row with its label.
    Row,
    /// A row on one line, without a label.
    Unlabelled,
    /// The rest of the row before.
    GoesOn,
}

/// The lines of each row. Labels stand in the middle of their rows, so that as
/// many lines are above one as below, or on the first line; blank lines part
/// rows where there are any.
pub(super) fn cut<'l, 'a>(
    lines: &'l [SourceLine<'a>],
    kind: AnnexKind,
    columns: &[usize],
) -> Vec<(Cut, &'l [SourceLine<'a>])> {
    let indent = |line: &SourceLine<'_>| line.text.chars().take_while(|c| c.is_whitespace()).count();
    let is_printed = |line: &&SourceLine<'_>| !line.text.trim().is_empty();
    // Labels stand left of all that has none.
    let texts = lines
        .iter()
        .filter(is_printed)
        .filter(|line| !opens_row(line))
        .map(indent);
    let texts = texts.min().unwrap_or(usize::MAX);
    let is_label = |line: &SourceLine<'_>| opens_row(line) && indent(line) < texts;
    let unlabelled = |lines: &'l [SourceLine<'a>]| {
        lines.chunks(1).map(|line| {
            let is_row = line.iter().all(|line| pieces(line).len() >= FEWEST_CELLS);
            (if is_row { Cut::Unlabelled } else { Cut::GoesOn }, line)
        })
    };
    let centred = are_centred(lines, columns, &is_label);
    let mut rows = Vec::new();
    let blocks = lines.split(|line| line.text.trim().is_empty());
    for block in blocks.filter(|block| !block.is_empty()) {
        let labels: Vec<usize> = (0..block.len()).filter(|&at| is_label(&block[at])).collect();
        if labels.is_empty() {
            if block.len() == 1 {
                rows.extend(unlabelled(block));
            } else {
                rows.push((Cut::GoesOn, block));
            }
            continue;
        }
        let mut from = 0;
        for (at, &label) in labels.iter().enumerate() {
            let next = labels.get(at + 1).copied().unwrap_or(block.len());
            let (above, below) = (label - from, next - label - 1);
            let first = from + above.saturating_sub(below);
            rows.extend(unlabelled(&block[from..first]));
            let end = if centred {
                (2 * label + 1 - first).min(next)
            } else {
                next
            };
            let is_whole = |at: &usize| kind == AnnexKind::Indicators && pieces(&block[*at]).len() >= FEWEST_CELLS;
            let end = (label + 1..end).find(is_whole).unwrap_or(end);
            rows.push((Cut::Row, &block[first..end]));
            from = end;
        }
        rows.extend(unlabelled(&block[from..]));
    }
    rows
}

/// A row without a label has so many cells at least: a name, a unit, a value.
const FEWEST_CELLS: usize = 3;

/// Whether labels stand in the middle of their rows: some have no text beside
/// them, or lines stand above the first.
fn are_centred<'a>(lines: &[SourceLine<'a>], columns: &[usize], is_label: &impl Fn(&SourceLine<'a>) -> bool) -> bool {
    let has_text = |line: &SourceLine<'_>| {
        let found = pieces(line);
        let runs_on = found.first().is_some_and(|piece| piece.text.contains(' '));
        runs_on || found.iter().any(|piece| column(piece.from, columns) == 1)
    };
    let places = |line: &SourceLine<'_>| -> Vec<usize> {
        let found = pieces(line);
        found.iter().map(|piece| column(piece.from, columns)).collect()
    };
    let mut opens_block = true;
    let mut beside_label: Option<Vec<usize>> = None;
    for line in lines {
        if line.text.trim().is_empty() {
            opens_block = true;
            beside_label = None;
            continue;
        }
        // What goes on below a label began above it, where nothing is beside it.
        let began_above = |beside: Vec<usize>| places(line).iter().any(|place| !beside.contains(place));
        if is_label(line) {
            let heads_section = pieces(line).len() <= 2;
            beside_label = (!heads_section).then(|| places(line));
        } else if beside_label.take().is_some_and(began_above) && pieces(line).len() < FEWEST_CELLS {
            return true;
        }
        if is_label(line) && !has_text(line) || !is_label(line) && opens_block && pieces(line).len() < FEWEST_CELLS {
            return true;
        }
        opens_block = false;
    }
    false
}

/// Whether a line opens with the label of a row.
pub(super) fn opens_row(line: &SourceLine<'_>) -> bool {
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let is_mark = matches!(first, "-" | "+" | "–");
    let counts = first.starts_with('(') && first.trim_matches(['(', ')']).parse::<u32>().is_ok();
    is_mark || counts || !matches!(Label::parse(first), Label::Other | Label::Blank)
}
