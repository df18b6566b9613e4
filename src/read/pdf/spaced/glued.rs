//! Pieces that fill their cell, with a single blank before the next one.

use super::super::phrases::{PRODUCT_NOUNS, RESOURCES_NOUNS, may_open_with};
use super::columns::{Line, Place, opens_with_label};
use super::dates::{is_date, opens_date};
use super::pieces::{Piece, first_word};
use super::width::{LETTER, width};
use crate::model::{BodyTable, Scan, Unit, is_bare_head, opens_body};
use crate::read::table::Column;
use crate::text::fold;

/// A word that opens a column stands at most so far from where it should.
const FURTHEST: usize = 8;

/// What is known of the columns of a table.
pub(super) struct Known<'t> {
    pub(super) columns: &'t [Column],
    /// How wide each column is.
    pub(super) widest: &'t [usize],
    pub(super) bodies: &'t BodyTable,
}

/// Cuts the pieces of a row that run into the next column.
pub(super) fn cut(row: &mut [Line<'_>], places: &[Place], known: &Known<'_>) {
    let mut begins: Vec<Option<usize>> = (0..known.columns.len()).map(|column| beginning(row, column)).collect();
    let mut is_begun = vec![false; known.columns.len()];
    // The next line with a piece of each column.
    let mut below = vec![0; known.columns.len()];
    for line in 0..row.len() {
        let mut at = 0;
        while at < row[line].len() {
            let piece = row[line][at];
            let next = piece.column + 1;
            let behind = row[line].get(at + 1);
            let is_taken = behind.is_some_and(|other| other.column <= next);
            let word = if next >= known.columns.len() {
                None
            } else if piece.column == 0 {
                let is_alone = behind.is_none_or(|other| other.column > 1);
                piece.words().next().filter(|_| is_alone && opens_with_label(&piece))
            } else {
                let of_column = |line: &Line<'_>| line.iter().position(|other| other.column == piece.column);
                let from = below[piece.column].max(line + 1);
                let next_line = row[from.min(row.len())..]
                    .iter()
                    .position(|line| of_column(line).is_some());
                below[piece.column] = next_line.map_or(row.len(), |lines| from + lines);
                let below = row
                    .get(below[piece.column])
                    .and_then(|line| Some(line[of_column(line)?]));
                let scene = Scene {
                    begin: begins[next].unwrap_or(places[next].from),
                    is_begun: is_begun[next],
                    is_taken,
                    below: below.map_or("", |below| first_word(below.text)),
                };
                opening(&piece, &scene, known)
            };
            if let Some((letters, bytes)) = word {
                let (before, behind) = piece.cut(letters, bytes);
                begins[next].get_or_insert(behind.from);
                row[line][at] = before;
                row[line].insert(at + 1, Piece { column: next, ..behind });
            }
            at += 1;
        }
        for piece in &row[line] {
            if let Some(is_begun) = is_begun.get_mut(piece.column) {
                *is_begun = true;
            }
        }
    }
}

/// What stands around a piece.
struct Scene<'a> {
    /// Where the next column begins.
    begin: usize,
    /// Whether the cell of the next column has begun above.
    is_begun: bool,
    /// Whether another piece of the line stands in the next column.
    is_taken: bool,
    /// The first word of the next line of the cell.
    below: &'a str,
}

/// Where most lines of a cell begin.
fn beginning(row: &[Line<'_>], column: usize) -> Option<usize> {
    let mut begins: Vec<usize> = row
        .iter()
        .flatten()
        .filter(|piece| piece.column == column)
        .map(|piece| piece.from)
        .collect();
    begins.sort_unstable();
    let runs = begins.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).map(|run| run[0])
}

/// Whether a piece is wider than its column.
fn is_too_wide(piece: &Piece<'_>, known: &Known<'_>) -> bool {
    width(piece.text) > known.widest[piece.column] + MOST
}

/// The word of a piece that opens the next column: the one before which the
/// cell is full, as it is wrapped, and which can open the cell behind.
fn opening(piece: &Piece<'_>, scene: &Scene<'_>, known: &Known<'_>) -> Option<(usize, usize)> {
    let next = known.columns[piece.column + 1];
    let widest = known.widest[piece.column];
    let wide = width(piece.text);
    let too_wide = is_too_wide(piece, known);
    let is_full = wide > widest + LETTER;
    let runs_over = piece.to > scene.begin;
    let cost = |(letters, bytes): (usize, usize)| {
        let distance = (piece.from + letters).abs_diff(scene.begin);
        if distance > 2 * FURTHEST {
            return None;
        }
        let (before, behind) = (piece.text[..bytes].trim_end(), &piece.text[bytes..]);
        let opening = opens(behind, next, known.bodies);
        let is_near = distance <= FURTHEST;
        // What ends before the next column begins is of it only if it looks so.
        let reaches_next = scene.is_begun || runs_over || (too_wide && looks_like(behind, next, known.bodies));
        let is_possible = match opening {
            Opening::Sure => too_wide || is_near || width(before) + 3 * LETTER > widest,
            _ if !reaches_next => false,
            Opening::Possible => too_wide || ((runs_over || is_full) && is_near),
            Opening::None if next == Column::Unit => false,
            Opening::None if scene.is_begun => too_wide || (is_full && distance <= NEAREST),
            Opening::None => too_wide && behind.starts_with(char::is_uppercase),
        };
        // What stands in the next column may be of the one behind it.
        let is_open = !scene.is_taken || too_wide || opening == Opening::Sure;
        if !is_possible || !is_open {
            return None;
        }
        let wide = width(before);
        let room = widest.saturating_sub(wide) / LETTER;
        let over = wide.saturating_sub(widest) / LETTER;
        // The next word would have stood here if there were room.
        let had_room = !scene.below.is_empty() && room > width(scene.below) / LETTER + 1;
        let cost = distance / 2
            + 3 * room.saturating_sub(LEAST)
            + 3 * over.saturating_sub(1)
            + match opening {
                Opening::Sure => 0,
                Opening::Possible if scene.is_begun && distance > 1 => NO_OPENING - 2,
                Opening::Possible => POSSIBLE,
                Opening::None if scene.is_begun && distance <= 1 => NO_OPENING - 3,
                Opening::None if scene.is_begun => NO_OPENING,
                Opening::None => 2 * NO_OPENING,
            }
            + if had_room || before.ends_with(['-', '–']) {
                HAD_ROOM
            } else {
                0
            }
            + if opening != Opening::Sure && parts_name(piece, bytes, known) {
                PARTS_NAME
            } else {
                0
            };
        Some((cost, letters, bytes))
    };
    piece
        .words()
        .filter_map(cost)
        .min()
        .map(|(_, letters, bytes)| (letters, bytes))
}

/// Whether a cell would end inside the name of a body: one that names none, or
/// before a small letter that goes on in the name (`Sở Y | tế`).
fn parts_name(piece: &Piece<'_>, bytes: usize, known: &Known<'_>) -> bool {
    let names_bodies = matches!(
        known.columns[piece.column],
        Column::Lead | Column::Coordinating | Column::Body
    );
    if names_bodies && !piece.text[bytes..].starts_with(char::is_lowercase) {
        return false;
    }
    let last = piece.text[..bytes].trim_end().rmatch_indices(' ').take(LONGEST_HEAD);
    let mut opens = last
        .map(|(at, _)| at + 1)
        .filter(|&at| piece.text[at..].starts_with(char::is_uppercase));
    opens.any(|at| {
        let reaches = |scan: Scan| at + scan.len > bytes;
        known.bodies.scan(&piece.text[at..]).is_some_and(reaches)
            || (!names_bodies && is_bare_head(&piece.text[at..bytes]))
    })
}

/// The words before the end of a cell that can open the name of a body: `Đảng ủy Sở`.
const LONGEST_HEAD: usize = 3;
/// What it costs that a name is parted.
const PARTS_NAME: usize = 24;

/// A word of a cell begun above stands so near to where its lines begin.
const NEAREST: usize = 2;

/// Full cells have room for so many letters at the most.
const LEAST: usize = 1;
/// And wider by so much: a cell with another piece behind it is not quite full.
const MOST: usize = 3 * LETTER;
/// What it costs that a cell opens with a word that could stand elsewhere, in letters.
const POSSIBLE: usize = 2;
/// What it costs that a cell goes on with a word that could not open one, in letters.
const NO_OPENING: usize = 8;
/// What it costs that the next word of a cell had room on the line before, or
/// that the line ends in the middle of something.
const HAD_ROOM: usize = 8;

/// Whether a text can open a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// It can hardly be anything else.
    Sure,
    Possible,
    None,
}

/// Whether a text can open a cell of this column.
fn opens(text: &str, column: Column, bodies: &BodyTable) -> Opening {
    let is_capital = text.starts_with(char::is_uppercase);
    let is_figure = text.starts_with(|c: char| c.is_ascii_digit());
    let known = |known: bool, possible: bool| match (known, possible) {
        (true, _) => Opening::Sure,
        (false, true) => Opening::Possible,
        (false, false) => Opening::None,
    };
    match column {
        Column::Lead | Column::Coordinating | Column::Body => {
            known(false, is_capital && (bodies.scan(text).is_some() || opens_body(text)))
        }
        Column::Value(_) => known(is_figure, text.starts_with(['<', '>', '≥', '≤', '~'])),
        Column::Unit => known(text.starts_with('%'), is_figure || Unit::scan(text) == Some(text.len())),
        Column::Deadline => known(is_date(text), opens_date(text)),
        Column::Resources | Column::Product => known(false, is_capital || is_figure),
        _ => known(false, is_capital),
    }
}

/// Whether a text opens as cells of this column do, and not only with a
/// capital letter as any cell may.
fn looks_like(text: &str, column: Column, bodies: &BodyTable) -> bool {
    match column {
        Column::Product => may_open_with(&fold(text), PRODUCT_NOUNS),
        Column::Resources => may_open_with(&fold(text), RESOURCES_NOUNS),
        Column::Lead | Column::Coordinating | Column::Body => opens(text, column, bodies) != Opening::None,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;
    use crate::read::table::SourceLine;

    const COLUMNS: [Column; 4] = [Column::Number, Column::Text, Column::Lead, Column::Deadline];

    /// The pieces of the lines of a row, after they are cut. The text column is
    /// 20 letters wide, that of the leads 15.
    fn cut_row(text: &str) -> Vec<String> {
        cut_in(&COLUMNS, text)
    }

    fn cut_in(columns: &[Column], text: &str) -> Vec<String> {
        let begins = [0, 5, 26, 42];
        let places = begins.map(|from| Place::at(from, from + 4));
        let line = |text| {
            let mut line = pieces(&SourceLine { number: 1, text });
            for piece in &mut line {
                piece.column = begins.partition_point(|&begin| begin <= piece.from) - 1;
            }
            line
        };
        let mut row: Vec<Line<'_>> = text.lines().map(line).collect();
        let bodies = BodyTable::default();
        let known = Known {
            columns,
            widest: &[20, 180, 130, 90],
            bodies: &bodies,
        };
        cut(&mut row, &places, &known);
        let shown = |piece: &Piece<'_>| format!("{} {}", piece.column, piece.text);
        row.iter().flatten().map(shown).collect()
    }

    #[test]
    fn a_full_cell_is_cut_where_the_next_one_opens() {
        assert_eq!(
            cut_row("1    Xây dựng cầu Cẩm Lệ Sở Xây dựng      Quý I/2027"),
            ["0 1", "1 Xây dựng cầu Cẩm Lệ", "2 Sở Xây dựng", "3 Quý I/2027"]
        );
        assert_eq!(
            cut_row("1    Xây cầu              Ban Quản lý dự án Quý I/2027"),
            ["0 1", "1 Xây cầu", "2 Ban Quản lý dự án", "3 Quý I/2027"]
        );
        // A date ends the cell though a name goes on below.
        let columns = [Column::Number, Column::Lead, Column::Product, Column::Deadline];
        assert_eq!(
            cut_in(
                &columns,
                "1    Sở Y tế              Quyết định UBND 2026-2030\n                          TP"
            )[2..],
            ["2 Quyết định UBND", "3 2026-2030", "2 TP"]
        );
    }

    #[test]
    fn no_text_ends_inside_the_name_of_a_body() {
        assert_eq!(
            cut_row("1    Xây dựng cầu Sở Xây dựng             Quý I/2027"),
            ["0 1", "1 Xây dựng cầu", "2 Sở Xây dựng", "3 Quý I/2027"]
        );
        assert_eq!(
            cut_row("1    Xây dựng cầu Đảng ủy UBND TP         Quý I/2027"),
            ["0 1", "1 Xây dựng cầu", "2 Đảng ủy UBND TP", "3 Quý I/2027"]
        );
        // A cell of bodies may, before another one.
        let columns = [Column::Number, Column::Lead, Column::Coordinating, Column::Deadline];
        assert_eq!(
            cut_in(&columns, "1    Sở Nội vụ, Đảng ủy Sở Y tế            Quý I/2027")[1..3],
            ["1 Sở Nội vụ, Đảng ủy", "2 Sở Y tế"]
        );
        let piece = pieces(&SourceLine {
            number: 1,
            text: "TP; ĐU Sở Y tế vị, xã",
        })[0];
        let bodies = BodyTable::default();
        let known = Known {
            columns: &columns[1..],
            widest: &[],
            bodies: &bodies,
        };
        let parts = |word: &str| parts_name(&piece, piece.text.find(word).unwrap(), &known);
        assert!(parts("tế") && !parts("vị") && !parts("Sở"));
    }

    #[test]
    fn a_label_is_cut_from_its_text() {
        assert_eq!(cut_row("10 Xây cầu                Sở Y tế")[..2], ["0 10", "1 Xây cầu"]);
    }

    #[test]
    fn a_piece_that_ends_before_the_next_column_is_left_whole() {
        let columns = [Column::Number, Column::Lead, Column::Text, Column::Deadline];
        assert_eq!(
            cut_in(
                &columns,
                "1    Sở Nông nghiệp và Môi                Quý I/2027\n     trường               Rà soát sông"
            ),
            [
                "0 1",
                "1 Sở Nông nghiệp và Môi",
                "3 Quý I/2027",
                "1 trường",
                "2 Rà soát sông"
            ]
        );
        assert_eq!(
            cut_in(
                &columns,
                "1    Sở Nông nghiệp và Môi Rà soát        Quý I/2027\n     trường               sông"
            )[1..3],
            ["1 Sở Nông nghiệp và Môi", "2 Rà soát"]
        );
    }

    #[test]
    fn what_fits_its_cell_is_left_whole() {
        assert_eq!(cut_row("1    Xây cầu tại Sở Y tế"), ["0 1", "1 Xây cầu tại Sở Y tế"]);
    }

    #[test]
    fn cells_open_as_their_columns_do() {
        let opens = |text, column| opens(text, column, &BodyTable::default());
        for (column, sure, possible, none) in [
            (Column::Lead, "", "Ban Quản lý chợ Đồng Xuân", "Xây cầu"),
            (Column::Lead, "", "Thanh tra Thành phố", "sở Xây dựng"),
            (Column::Value(0), "8,5", "≥ 8,5", "Sở"),
            (Column::Unit, "%", "1.000 căn", "Xây"),
            (Column::Unit, "%/năm", "người", "tại"),
            (Column::Deadline, "Quý I/2027", "31/3/2027", "tại"),
            (Column::Resources, "", "15.000", "và"),
            (Column::Product, "", "Đề án", "và"),
        ] {
            assert_eq!(opens(possible, column), Opening::Possible, "{possible}");
            assert_eq!(opens(none, column), Opening::None, "{none}");
            if !sure.is_empty() {
                assert_eq!(opens(sure, column), Opening::Sure, "{sure}");
            }
        }
    }
}
