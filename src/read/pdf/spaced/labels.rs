//! The lines that rows are known by.

use std::collections::BTreeSet;

use super::columns::{Line, Place, opens_with_label};
use super::pieces::Piece;
use crate::read::label::{is_dash, is_lead_in};
use crate::read::table::Column;

/// The lines rows are known by: those with a label, in a table of indicators
/// those with a value and no label and lead-ins, and in one of tasks those of a
/// list each of which has a deadline.
pub(super) fn labels(lines: &[Line<'_>], columns: &[Column], places: &[Place]) -> Vec<usize> {
    let value = columns.iter().position(|column| matches!(column, Column::Value(_)));
    let has_value = |at: &usize| {
        let (Some(value), Some(line)) = (value, lines.get(*at)) else {
            return false;
        };
        line.len() > 1 && line.iter().any(|piece| holds_value(piece, value, columns, places))
    };
    let has_label = |at: &usize| lines.get(*at).is_some_and(|line| line.first().is_some_and(is_label));
    // The value of a label in the middle may stand on both lines around it.
    let is_wrapped = |at: usize| {
        let around = |label: usize, other: usize| {
            has_label(&label)
                && !has_value(&label)
                && !has_label(&other)
                && has_value(&other)
                && (!opens_text(&lines[at]) || breaks_value(&lines[at]))
        };
        around(at + 1, at + 2) || (at > 1 && around(at - 1, at - 2))
    };
    let due = columns.iter().position(|column| *column == Column::Deadline);
    let is_dated = |at: usize| lines.get(at).is_some_and(|line| is_dated_item(line, due));
    let is_listed = |at: usize| is_dated(at) && (is_dated(at + 1) || at > 0 && is_dated(at - 1));
    let leads_in = |at: usize| value.is_some() && is_lead_in_alone(&lines[at]);
    let labelled = labelled_blocks(lines);
    let nameless = due.map_or_else(Vec::new, |due| unlabelled_rows(lines, &labelled, due));
    let opens_row = |at: usize| match labelled.get(at) {
        Some(true) => lines[at]
            .iter()
            .any(|piece| piece.column == 1 && piece.text.starts_with(is_dash)),
        _ => !is_wrapped(at),
    };
    (0..lines.len())
        .filter(|at| has_label(at) || (has_value(at) && opens_row(*at)) || is_listed(*at) || leads_in(*at))
        .chain(nameless)
        .collect::<BTreeSet<usize>>()
        .into_iter()
        .collect()
}

/// Where blank lines part the rows: for each line, whether a label stands on
/// one of the lines around it, up to the next blank ones.
fn labelled_blocks(lines: &[Line<'_>]) -> Vec<bool> {
    let mut labelled = Vec::with_capacity(lines.len());
    let (mut single, mut joined) = (0, 0);
    for block in lines.chunk_by(|a, b| a.is_empty() == b.is_empty()) {
        let labels = block.iter().filter(|line| line.first().is_some_and(is_label)).count();
        single += usize::from(labels == 1);
        joined += usize::from(labels > 1);
        labelled.resize(labelled.len() + block.len(), labels == 1);
    }
    if single < FEWEST_PARTED || joined * 100 > single * MOST_JOINED {
        labelled.clear();
    }
    labelled
}

/// So many rows with blank lines around them show that these part the rows.
const FEWEST_PARTED: usize = 2;

/// So many of a hundred may stand together still.
const MOST_JOINED: usize = 10;

/// The lines of rows of tasks whose numbers are not printed, where blank lines
/// part the rows: the first ones or those in the middle, as labels stand. They
/// have a text, a deadline and another cell.
fn unlabelled_rows(lines: &[Line<'_>], labelled: &[bool], due: usize) -> Vec<usize> {
    let blocks = || lines.chunk_by(|a, b| a.is_empty() == b.is_empty());
    let has_label = |line: &Line<'_>| line.first().is_some_and(is_label);
    let is_below = |block: &[Line<'_>]| !has_label(&block[0]) && block.iter().any(has_label);
    let in_middle = blocks().any(is_below);
    let mut found = Vec::new();
    let mut from = 0;
    for block in blocks() {
        // The first may go on from the page before.
        let is_other = lines[..from].iter().any(|line| !line.is_empty()) && labelled.get(from) == Some(&false);
        let mut columns: Vec<usize> = block.iter().flatten().map(|piece| piece.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let text = block.iter().find(|line| line.iter().any(|piece| piece.column == 1));
        if is_other && columns.len() > 2 && columns.contains(&due) && text.is_some_and(opens_text) {
            found.push(from + if in_middle { (block.len() - 1) / 2 } else { 0 });
        }
        from += block.len();
    }
    found
}

/// Whether nothing but a lead-in stands on a line: it belongs to no row.
fn is_lead_in_alone(line: &Line<'_>) -> bool {
    matches!(line.as_slice(), [only] if only.column == 1 && is_lead_in(only.text))
}

/// Whether a value breaks inside its brackets on this line: `11.000 (năm`.
fn breaks_value(line: &Line<'_>) -> bool {
    line.iter().any(|piece| {
        let behind = piece.text.rsplit_once('(').map(|(_, behind)| behind);
        piece.column > 1 && behind.is_some_and(|behind| !behind.contains(')'))
    })
}

/// Whether a line opens with a dash and has a deadline.
fn is_dated_item(line: &Line<'_>, due: Option<usize>) -> bool {
    let opens = line
        .first()
        .is_some_and(|piece| piece.column == 1 && piece.text.starts_with(is_dash));
    opens && line.iter().any(|piece| Some(piece.column) == due)
}

/// Whether a piece is the label of a row.
pub(super) fn is_label(piece: &Piece<'_>) -> bool {
    piece.column == 0 && opens_with_label(piece)
}

/// A text pushes the value behind it so many letters to the left at the most.
const NEAR: usize = 4;

/// Whether a piece holds a value, or runs into the column of the values.
fn holds_value(piece: &Piece<'_>, value: usize, columns: &[Column], places: &[Place]) -> bool {
    match columns.get(piece.column) {
        Some(Column::Value(_)) => true,
        Some(Column::Unit | Column::Text) if piece.column < value => {
            let last = piece.text.rsplit(' ').next().unwrap_or_default();
            let is_decimal = last.contains([',', '.']) && last.ends_with(|c: char| c.is_ascii_digit());
            let reach = piece.to + if is_decimal { NEAR } else { 0 };
            reach > places[value].from && last.contains(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a text opens on this line.
fn opens_text(line: &Line<'_>) -> bool {
    line.iter()
        .any(|piece| piece.column == 1 && piece.text.starts_with(|c: char| c.is_uppercase() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::super::pieces::in_tens;
    use super::*;

    const COLUMNS: [Column; 4] = [Column::Number, Column::Text, Column::Value(0), Column::Body];

    /// The lines that rows are known by; columns are ten letters wide.
    fn found(text: &str) -> Vec<usize> {
        let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 4));
        labels(&in_tens(text), &COLUMNS, &places)
    }

    #[test]
    fn labels_and_values_without_one() {
        let text = "\
1         Dân số    9,2       Sở Y tế
          Nam       4,6       Sở Y tế
          và trẻ em
                    85";
        assert_eq!(found(text), [0, 1]);
    }

    #[test]
    fn a_lead_in_alone_is_of_no_row() {
        let text = "1         Dân số    9,2       Sở Y tế
          Trong đó:
          Nam       4,6       Sở Y tế";
        assert_eq!(found(text), [0, 1, 2]);
        assert_eq!(found(&text.replace("đó:", "khi")), [0, 2]);
    }

    #[test]
    fn a_text_that_runs_into_the_values_holds_one_where_it_ends_on_a_figure() {
        assert_eq!(found("          Dân số nữ 4,6       Sở Y tế"), [0]);
        assert_eq!(found("          Dân số nữ và trẻ    Sở Y tế"), [0; 0]);
        assert_eq!(found("          Quận 4              Sở Y tế"), [0; 0]);
        assert_eq!(found("          Nam 10,0            Sở Y tế"), [0]);
        assert_eq!(found("          Nam 10              Sở Y tế"), [0; 0]);
    }

    #[test]
    fn a_list_of_deadlines_has_rows() {
        const TASKS: [Column; 4] = [Column::Number, Column::Text, Column::Lead, Column::Deadline];
        let found = |text: &str| {
            let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 4));
            labels(&in_tens(text), &TASKS, &places)
        };
        let text = "1         Cao tốc:  Sở
          - Vinh              2026
          - Pleiku            2027";
        assert_eq!(found(text), [0, 1, 2]);
        // One date in the middle is that of the whole row.
        assert_eq!(found(&text.replace("2027", "")), [0]);
    }

    #[test]
    fn where_blank_lines_part_the_rows_a_value_beside_a_label_is_of_its_row() {
        let text = "          Dân số thành thị    Sở Y
1
          và nông thôn        tế
                    9,2       KV

2         Lao động  4,6       KV
          của tỉnh  11

          Nam       2,3       Sở Y tế";
        assert_eq!(found(text), [1, 5, 8]);
        // Items of a list are rows all the same.
        assert_eq!(found(&text.replace("của tỉnh  11", "- Nữ      11")), [1, 5, 6, 8]);
        // Rows without blank lines between them are not parted so.
        let joined = format!("{text}\n\n3         Hộ        1,1       Sở\n4         Nghèo     1,2       Sở");
        assert_eq!(found(&joined), [1, 3, 5, 6, 8, 10, 11]);
    }

    #[test]
    fn where_blank_lines_part_the_rows_one_without_a_number_is_known_by_its_cells() {
        const TASKS: [Column; 4] = [Column::Number, Column::Text, Column::Lead, Column::Deadline];
        let found = |text: &str| {
            let places = [0, 10, 20, 30].map(|from| Place::at(from, from + 4));
            labels(&in_tens(text), &TASKS, &places)
        };
        let text = "1         Xây cầu   Sở Y tế   2026

          Xây hồ    Sở Xây    2027
          ở phường  dựng

3         Xây chợ   Sở Y tế   2028
          Cồn";
        assert_eq!(found(text), [0, 2, 5]);
        let middle = text
            .replace("3         Xây chợ ", "          Xây chợ ")
            .replace("          Cồn", "3         Cồn");
        let taller = middle.replace("          ở phường  dựng", "          ở         dựng\n          phường");
        assert_eq!(found(&taller), [0, 3, 7]);
        // The first of a page may go on from the one before; a text goes on in small letters.
        assert_eq!(
            found(&format!("{text}\n\n4         Phá")[text.find("          Xây hồ").unwrap()..]),
            [3, 6]
        );
        assert_eq!(found(&text.replace("Xây hồ ", "xây hồ ")), [0, 5]);
        assert_eq!(found(&text.replace("2027", "")), [0, 5]);
    }

    #[test]
    fn a_value_on_two_lines_is_that_of_the_label_between() {
        let text = "                    11.000    Ban
1         Đảng viên
                    > 3       Tổ chức";
        assert_eq!(found(text), [1]);
        let opened = text.replacen("          ", "          Số        ", 1);
        assert_eq!(found(&opened.replace("          11.000", "11.000")), [0, 1]);
        assert_eq!(found(&opened.replace("          11.000", "11.000 (n")), [1]);
        let behind = format!("1         Dân số    9,2       Sở Y tế\n{text}");
        assert_eq!(found(&behind), [0, 2]);
    }
}
