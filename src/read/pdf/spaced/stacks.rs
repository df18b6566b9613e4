//! Which column the pieces of a row stand in, once its lines are known.

use super::columns::{Line, Place, SAME_COLUMN, cheapest, distance, misfit};
use super::pieces::Piece;
use crate::read::table::Column;

/// Gives the pieces of a row their columns once more: those that begin at the
/// same letter are of one cell, and cells stand beside each other.
pub(super) fn place_row(row: &mut [Line<'_>], places: &[Place], kinds: &[Column]) {
    let mut order: Vec<(usize, usize, usize)> = Vec::new();
    for (line, pieces) in row.iter().enumerate() {
        order.extend((0..pieces.len()).map(|at| (pieces[at].from, line, at)));
    }
    order.sort_unstable();
    let stacks: Vec<&[(usize, usize, usize)]> = order.chunk_by(|a, b| a.0 == b.0).collect();
    let mut best: Vec<Vec<(usize, usize)>> = Vec::with_capacity(stacks.len());
    let mut reach = 0;
    for stack in &stacks {
        let pieces = || stack.iter().map(|&(_, line, at)| row[line][at]);
        // A stack that begins under the one before is of the same cell.
        let same = if stack[0].0 < reach { SAME_STACK } else { SAME_COLUMN };
        let opens_alone = |piece: &Piece<'_>| places.get(piece.column + 1).is_none_or(|next| piece.to <= next.from);
        reach = reach.max(pieces().filter(opens_alone).map(|piece| piece.to).max().unwrap_or(0));
        let mut here: Vec<(usize, usize)> = Vec::with_capacity(places.len());
        let mut left: Option<(usize, usize)> = None;
        for (column, place) in places.iter().enumerate() {
            let cost =
                pieces().map(|piece| distance(&piece, place, kinds[column]) + misfit(&piece, place, kinds[column]));
            let cost: usize = cost.sum();
            let (so_far, from) = match best.last() {
                None => (0, column),
                Some(before) => {
                    let same = (before[column].0 + same * stack.len(), column);
                    let chosen = left.filter(|left| left.0 <= same.0).unwrap_or(same);
                    if left.is_none_or(|left| before[column].0 < left.0) {
                        left = Some((before[column].0, column));
                    }
                    chosen
                }
            };
            here.push((so_far + cost, from));
        }
        best.push(here);
    }
    let columns = cheapest(&best);
    let found: Vec<(usize, usize, usize)> = stacks
        .iter()
        .zip(columns)
        .flat_map(|(stack, column)| stack.iter().map(move |&(_, line, at)| (line, at, column)))
        .collect();
    for (line, at, column) in found {
        row[line][at].column = column;
    }
}

/// What it costs that two stacks of pieces, one under the other, are one cell.
const SAME_STACK: usize = 1;

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;
    use crate::read::table::SourceLine;

    const KINDS: [Column; 4] = [Column::Number, Column::Text, Column::Deadline, Column::Resources];

    /// The columns of the pieces of each line.
    fn placed(text: &str) -> Vec<Vec<usize>> {
        let places = [0, 5, 25, 40].map(|from| Place::at(from, from + 8));
        let line = |text| pieces(&SourceLine { number: 1, text });
        let mut row: Vec<Line<'_>> = text.lines().map(line).collect();
        place_row(&mut row, &places, &KINDS);
        let columns = |line: &Line<'_>| line.iter().map(|piece| piece.column).collect();
        row.iter().map(columns).collect()
    }

    #[test]
    fn cells_that_drift_together_keep_their_order() {
        let text = "     Xây cầu                     Ngân sách
1    Cẩm Lệ          Quý I/2026  nhà nước
     mới                         và khác";
        assert_eq!(placed(text), [vec![1, 3], vec![0, 1, 2, 3], vec![1, 3]]);
    }

    #[test]
    fn lines_that_begin_under_a_cell_are_of_it() {
        assert_eq!(placed("1    Xây cầu mới\n         tại Cẩm Lệ"), [vec![0, 1], vec![1]]);
    }
}
