//! Which column each piece of a page stands in.

use super::dates::{is_date, opens_date};
use super::pieces::{Piece, first_word};
use crate::model::opens_body;
use crate::read::label::Label;
use crate::read::table::Column;

/// Where a heading or a column begins and ends, in letters.
pub(super) type Span = (usize, usize);

/// The pieces of a line of the page.
pub(super) type Line<'a> = Vec<Piece<'a>>;

/// Where a column stands on its page, in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Where most of its pieces begin.
    pub(super) from: usize,
    /// Where most of them end, and twice their middle: figures may stand right
    /// or in the middle.
    to: usize,
    middle: usize,
}

impl Place {
    /// The place between these letters.
    pub(super) fn at(from: usize, to: usize) -> Self {
        Self {
            from,
            to,
            middle: from + to,
        }
    }
}

/// How often the places are found again from the pieces that stand in them.
const ROUNDS: usize = 3;

/// So many full lines show where the columns stand.
const ENOUGH: usize = 2;

/// What it costs that a piece stands in the column of the piece before it, in letters.
pub(super) const SAME_COLUMN: usize = 10;

/// What it costs that the number column holds no label, in letters.
const NO_LABEL: usize = 40;

/// Pieces of a cell stand on lines no further apart.
const NEAR: usize = 3;

/// What it costs that a column holds what it hardly can, in letters.
const MISFIT: usize = 20;

/// What it costs that a text holds a number alone, in letters.
const BARE_NUMBER: usize = DRIFT + 1;

/// That it does where its lines begin: `Vành đai | 3`.
const FLUSH_NUMBER: usize = 3;

/// What it costs that a deadline opens as none does, in letters.
const NO_DATE: usize = 2;

/// Gives each piece its column; says where the columns are. `spans` are the
/// places of the headings.
pub(super) fn place(lines: &mut [Line<'_>], spans: &[Span], columns: &[Column]) -> Vec<Place> {
    let count = spans.len();
    let enough = is_shown(lines, count);
    for line in lines.iter_mut() {
        let is_full = is_full(line, count);
        for (at, piece) in line.iter_mut().enumerate() {
            piece.column = if !enough {
                // Cells open left of their heading or under it.
                spans.partition_point(|span| span.1 <= piece.from + 1).min(count - 1)
            } else if is_full {
                at
            } else {
                count
            };
        }
    }
    let mut places = medians(lines, spans, enough);
    for _ in 0..ROUNDS {
        for at in 0..lines.len() {
            let found = assign(lines, at, &places, columns);
            for (piece, column) in lines[at].iter_mut().zip(found) {
                piece.column = column;
            }
        }
        places = medians(lines, spans, enough);
    }
    places
}

/// Where the full lines show the columns, for pages with too few of them:
/// cells may begin elsewhere than their headings. In a line with one piece too
/// few the text may run into the body behind it. Each line comes with where the
/// headings of its page stand; the columns are those of a page with the first.
pub(super) fn shown<'l, 'a>(
    lines: impl Iterator<Item = (Line<'a>, &'l [Span])>,
    kinds: &[Column],
) -> Option<Vec<Span>> {
    let mut first = None;
    let mut full: Vec<Vec<Span>> = Vec::new();
    for (line, heads) in lines {
        let first = *first.get_or_insert(heads);
        let line = if line.len() + 1 == kinds.len() {
            parted(line, kinds)
        } else {
            line
        };
        if is_full(&line, kinds.len()) && heads.len() >= kinds.len() {
            let spans: Vec<Span> = line.iter().map(|piece| (piece.from, piece.to)).collect();
            full.push(moved(&spans, heads, first));
        }
    }
    let median = |column: usize| {
        let mut spans: Vec<Span> = full.iter().map(|line| line[column]).collect();
        *spans.select_nth_unstable(full.len() / 2).1
    };
    (full.len() >= ENOUGH).then(|| (0..kinds.len()).map(median).collect())
}

/// Where columns stand on a page whose headings stand at `to`, from where they
/// do on one whose headings stand at `from`.
pub(super) fn moved(spans: &[Span], from: &[Span], to: &[Span]) -> Vec<Span> {
    let headings = from.iter().zip(to);
    let moved = |(&(begin, end), (from, to)): (&Span, (&Span, &Span))| {
        let here = |at: usize| (at + to.0).saturating_sub(from.0);
        (here(begin), here(end))
    };
    spans.iter().zip(headings).map(moved).collect()
}

/// The line with its text parted from the body whose name it ends on.
fn parted<'a>(mut line: Line<'a>, kinds: &[Column]) -> Line<'a> {
    let is_text = matches!(
        kinds,
        [_, Column::Text, Column::Lead | Column::Coordinating | Column::Body, ..]
    );
    let text = line
        .get(1)
        .copied()
        .filter(|piece| is_text && piece.text.len() <= LONGEST_TEXT && !opens_body(piece.text));
    let opens = |piece: &Piece<'_>, bytes: usize| {
        let behind = &piece.text[bytes..];
        behind.starts_with(char::is_uppercase) && behind.split(' ').count() <= LONGEST_NAME && opens_body(behind)
    };
    let body = text.and_then(|piece| Some((piece, piece.words().find(|word| opens(&piece, word.1))?)));
    if let Some((piece, (letters, bytes))) = body {
        let (before, behind) = piece.cut(letters, bytes);
        line[1] = before;
        line.insert(2, behind);
    }
    line
}

/// The first line of a body's name, in words.
const LONGEST_NAME: usize = 5;

/// The longest line of a text, in bytes.
const LONGEST_TEXT: usize = 400;

/// Whether enough lines are full.
pub(super) fn is_shown(lines: &[Line<'_>], count: usize) -> bool {
    let printed = lines.iter().filter(|line| !line.is_empty()).count();
    let full = lines.iter().filter(|line| is_full(line, count)).count();
    full >= ENOUGH.min(printed)
}

/// Whether a line has a piece in every column.
fn is_full(line: &Line<'_>, count: usize) -> bool {
    line.len() == count && line.first().is_some_and(opens_with_label)
}

/// Whether a piece opens with the label of a row.
pub(super) fn opens_with_label(piece: &Piece<'_>) -> bool {
    let first = first_word(piece.text);
    let counts = first.starts_with('(') && first.trim_matches(['(', ')']).parse::<u32>().is_ok();
    counts || !matches!(Label::parse(first), Label::Other | Label::Blank)
}

/// Where the columns stand by their pieces; a column without any stands where
/// its heading does, and where full lines do not show better, no column is far
/// from it.
fn medians(lines: &[Line<'_>], spans: &[Span], are_shown: bool) -> Vec<Place> {
    let mut found: Vec<[Vec<usize>; 3]> = vec![Default::default(); spans.len()];
    for piece in lines.iter().flatten() {
        if let Some([from, to, middle]) = found.get_mut(piece.column) {
            from.push(piece.from);
            to.push(piece.to);
            middle.push(piece.middle());
        }
    }
    let median = |values: &mut Vec<usize>| {
        let at = values.len() / 2;
        (!values.is_empty()).then(|| *values.select_nth_unstable(at).1)
    };
    let mut places = Vec::with_capacity(spans.len());
    for (column, ([from, to, middle], span)) in found.iter_mut().zip(spans).enumerate() {
        let heading = Place::at(span.0, span.1);
        let before = column.checked_sub(1).map_or(0, |before| spans[before].1);
        let place = match (median(from), median(to), median(middle)) {
            (Some(from), Some(to), Some(middle)) => Place { from, to, middle },
            _ => heading,
        };
        let is_near = place.from + DRIFT >= before && place.from <= span.0 + DRIFT;
        places.push(if are_shown || is_near { place } else { heading });
    }
    places
}

/// Lines drift by so many letters.
const DRIFT: usize = 4;

/// The columns of the pieces of a line: increasing, and as near to where they
/// should stand as can be.
fn assign(lines: &[Line<'_>], at: usize, places: &[Place], kinds: &[Column]) -> Vec<usize> {
    let line = &lines[at];
    let mut best: Vec<Vec<(usize, usize)>> = Vec::with_capacity(line.len());
    for piece in line {
        let alike = alike(piece, lines, at, places.len());
        let mut row: Vec<(usize, usize)> = Vec::with_capacity(places.len());
        // The cheapest way so far that ends left of the column.
        let mut left: Option<(usize, usize)> = None;
        for (column, place) in places.iter().enumerate() {
            let here = distance(piece, place, kinds[column]) / alike[column] + misfit(piece, place, kinds[column]);
            let before = best.last();
            let (cost, from) = match before {
                None => (0, column),
                Some(before) => {
                    let same = (before[column].0 + SAME_COLUMN, column);
                    left.filter(|left| left.0 <= same.0).unwrap_or(same)
                }
            };
            row.push((cost + here, from));
            if let Some(before) = before
                && left.is_none_or(|left| before[column].0 < left.0)
            {
                left = Some((before[column].0, column));
            }
        }
        best.push(row);
    }
    cheapest(&best)
}

/// The columns of the cheapest way, from what each step costs by column and
/// the column it comes from.
pub(super) fn cheapest(steps: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let last = steps
        .last()
        .and_then(|step| (0..step.len()).min_by_key(|&column| step[column].0));
    let mut column = last.unwrap_or(0);
    let mut columns = vec![0; steps.len()];
    for (at, step) in steps.iter().enumerate().rev() {
        columns[at] = column;
        column = step[column].1;
    }
    columns
}

/// How far a piece stands from where pieces of the column do, in letters.
pub(super) fn distance(piece: &Piece<'_>, place: &Place, kind: Column) -> usize {
    let distance = piece.from.abs_diff(place.from);
    if matches!(kind, Column::Value(_)) {
        return distance
            .min(piece.to.abs_diff(place.to))
            .min(piece.middle().abs_diff(place.middle) / 2);
    }
    distance
}

/// By column: 2 where lines near by begin a piece of it at the same letter, as
/// lines of a cell do, 1 elsewhere.
fn alike(piece: &Piece<'_>, lines: &[Line<'_>], at: usize, count: usize) -> Vec<usize> {
    let mut alike = vec![0; count];
    let near = &lines[at.saturating_sub(NEAR)..lines.len().min(at + NEAR + 1)];
    for other in near.iter().flatten().filter(|other| other.from == piece.from) {
        if let Some(alike) = alike.get_mut(other.column) {
            *alike += 1;
        }
    }
    // The piece itself is one of them.
    alike.iter().map(|&count: &usize| count.clamp(1, 2)).collect()
}

/// What it costs that a column of this kind holds what a piece says.
pub(super) fn misfit(piece: &Piece<'_>, place: &Place, kind: Column) -> usize {
    let is_figure = || !piece.text.contains(char::is_alphabetic) && piece.text.contains(|c: char| c.is_ascii_digit());
    let fits = match kind {
        Column::Number => {
            return if opens_with_label(piece) { 0 } else { NO_LABEL };
        }
        // `1.000` above `đồng/người`.
        Column::Unit => return if is_figure() { MISFIT / 2 } else { 0 },
        Column::Deadline => {
            return if piece.text.starts_with(char::is_uppercase) && !opens_date(piece.text) {
                NO_DATE
            } else {
                0
            };
        }
        Column::Text => {
            let is_bare = piece.text.parse::<u16>().is_ok_and(|number| number < 1000);
            return match is_bare {
                true if piece.from == place.from => FLUSH_NUMBER,
                true => BARE_NUMBER,
                false => 0,
            };
        }
        Column::Resources => return if is_date(piece.text) { NO_DATE } else { 0 },
        Column::Body | Column::Lead | Column::Coordinating => !is_figure(),
        Column::Value(_) => !opens_body(piece.text),
        _ => true,
    };
    if fits { 0 } else { MISFIT }
}

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;
    use crate::read::table::SourceLine;

    /// The pieces of each line with their columns.
    fn placed(heading: &str, text: &str) -> Vec<Vec<(usize, String)>> {
        let line = |text| pieces(&SourceLine { number: 1, text });
        let spans: Vec<_> = line(heading).iter().map(|piece| (piece.from, piece.to)).collect();
        let mut lines: Vec<Line<'_>> = text.lines().map(line).collect();
        let kinds: Vec<Column> = (0..spans.len())
            .map(|at| match at {
                0 => Column::Number,
                1 => Column::Text,
                _ => Column::Value(at - 2),
            })
            .collect();
        place(&mut lines, &spans, &kinds);
        let shown = |piece: &Piece<'_>| (piece.column, piece.text.to_owned());
        lines.iter().map(|line| line.iter().map(shown).collect()).collect()
    }

    #[test]
    fn pieces_drift_and_keep_their_column() {
        let heading = "TT       Nhiệm vụ            Chủ trì        Thời hạn    Nguồn lực";
        let text = "\
1   Xây dựng cầu mới      Sở Xây dựng         Quý I/2026      Ngân sách
2   Xây chợ               Sở Công Thương  Tháng 4/2026   Ngân sách
    mới ở nhiều nơi            xã hội hóa           Quý II/2026";
        let found = placed(heading, text);
        assert_eq!(
            found[1].iter().map(|piece| piece.0).collect::<Vec<_>>(),
            [0, 1, 2, 3, 4]
        );
        assert_eq!(found[2].iter().map(|piece| piece.0).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn figures_may_stand_right() {
        let heading = "TT   Chỉ tiêu        Năm 2025   Năm 2030   Chủ trì";
        let text = "\
1    Dân số              9.276,9    9.500,0   Thống kê
2    Hộ nghèo                0,5              Sở Y tế
3    Lao động                           4,1   Sở Nội vụ";
        let found = placed(heading, text);
        assert_eq!(found[1][2], (2, "0,5".to_owned()));
        assert_eq!(found[2][2], (3, "4,1".to_owned()));
    }

    #[test]
    fn a_wide_gap_inside_a_cell_parts_no_column() {
        let heading = "TT   Nhiệm vụ                    Chủ trì";
        let found = placed(
            heading,
            "1    Xây dựng   cầu mới          Sở Xây dựng\n2    Xây chợ                     Sở Y tế",
        );
        assert_eq!(found[0].iter().map(|piece| piece.0).collect::<Vec<_>>(), [0, 1, 1, 2]);
    }

    #[test]
    fn full_lines_show_where_columns_stand() {
        let heads = [(0, 2); 4];
        let of = |text: &'static str| {
            let lines = text
                .lines()
                .map(|text| (pieces(&SourceLine { number: 1, text }), &heads[..3]));
            shown(lines, &[Column::Number, Column::Text, Column::Lead])
        };
        let text = "1  Xây cầu  Sở\n2  Phá  Bộ\n   Xây    Sở\n3  Xây hồ   Sở\n";
        assert_eq!(of(text), Some(vec![(0, 1), (3, 9), (12, 14)]));
        assert_eq!(of("1  Xây cầu  Sở\n   Phá  Bộ"), None);
        // The text runs into the body.
        let text = "1  Xây cầu Sở Y tế  2027\n2  Xây hồ Sở Nội vụ  2028\n";
        let of = |text: &str| {
            let kinds = [Column::Number, Column::Text, Column::Lead, Column::Deadline];
            let lines = text
                .lines()
                .map(|text| (pieces(&SourceLine { number: 1, text }), &heads[..]));
            shown(lines, &kinds).map(|spans| spans[2])
        };
        assert_eq!(of(text), Some((11, 18)));
        // A name is no text, and a text names bodies before its end, too.
        assert_eq!(of(&text.replace("Xây cầu", "Đảng ủy")), None);
        assert_eq!(of(&text.replace("vụ", "vụ làm chủ đầu tư")), None);
    }

    #[test]
    fn columns_stand_as_far_from_their_headings_on_every_page() {
        let line = |text| pieces(&SourceLine { number: 1, text });
        let kinds = [Column::Number, Column::Text, Column::Lead];
        let (wide, narrow) = ([(0, 2), (10, 18), (30, 37)], [(0, 2), (8, 16), (20, 27)]);
        let lines = [
            ("1   Xây cầu              Sở Y tế", &wide[..]),
            ("2   Xây chợ    Sở Y tế", &narrow),
        ];
        let found = shown(lines.map(|(text, heads)| (line(text), heads)).into_iter(), &kinds).unwrap();
        assert_eq!(found[2], (25, 32));
        assert_eq!(moved(&found, &wide, &narrow)[2], (15, 22));
    }

    fn piece(text: &str) -> Piece<'_> {
        pieces(&SourceLine { number: 1, text })[0]
    }

    #[test]
    fn a_figure_may_stand_in_the_middle_of_its_column_and_a_text_may_not() {
        let figure = piece("             12,5");
        let place = Place::at(10, 20);
        assert_eq!(distance(&figure, &place, Column::Value(0)), 0);
        assert_eq!(distance(&figure, &place, Column::Text), 3);
    }

    #[test]
    fn what_a_column_hardly_holds_costs() {
        let costs = |text, kind| misfit(&piece(text), &Place::at(10, 20), kind) > 0;
        for (fits, misfits, kind) in [
            ("Quý I/2027", "Ngân sách", Column::Deadline),
            ("Ngân sách", "Quý I/2027", Column::Resources),
            ("Sở Y tế", "12,5", Column::Lead),
            ("người", "1.000", Column::Unit),
            ("Dưới 18", "Sở Y tế", Column::Value(0)),
            ("1.2", "Xây", Column::Number),
        ] {
            assert!(!costs(fits, kind) && costs(misfits, kind), "{fits} / {misfits}");
        }
        assert!(!costs("các năm", Column::Deadline));
        assert!(costs("12", Column::Text) && !costs("2027", Column::Text));
    }

    #[test]
    fn a_number_where_the_lines_of_a_text_begin_may_be_the_end_of_it() {
        let text = "-    Hoàn thành đường Vành đai    Sở Y tế\n     3\n4    Xây cầu                      Sở Y tế";
        let found = placed("TT   Nhiệm vụ                     Chủ trì", text);
        assert_eq!(found[1], [(1, "3".to_owned())]);
        let found = placed(
            "TT   Nhiệm vụ                     Chủ trì",
            &text.replace("     3", "  3"),
        );
        assert_eq!(found[1], [(0, "3".to_owned())]);
    }
}
