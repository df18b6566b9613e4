//! The pieces of lines and the columns they stand in.

use crate::model::BodyTable;

use crate::read::label::Label;
use crate::read::limits::MOST_COLUMNS;
use crate::read::table::SourceLine;

/// A piece of a line, parted from the next one by two blanks or more.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Where it starts and ends on its line, in letters.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) text: &'a str,
    /// Where it starts on its line, in bytes.
    pub(super) at: usize,
    pub(super) line: u32,
    /// Its column, once it is known.
    pub(super) column: usize,
}

/// The pieces of a line.
pub(super) fn pieces<'a>(line: &SourceLine<'a>) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    for part in line.text.split("  ") {
        let text = part.trim();
        let letters = part.chars().count();
        if !text.is_empty() {
            let start = from + part.chars().take_while(|c| c.is_whitespace()).count();
            found.push(Piece {
                from: start,
                to: start + text.chars().count(),
                text,
                at: at + (part.len() - part.trim_start().len()),
                line: line.number,
                column: 0,
            });
        }
        at += part.len() + 2;
        from += letters + 2;
    }
    found
}

/// Where the column of each heading starts, in letters: behind the place
/// between two headings that the fewest lines cross.
pub(super) fn column_starts(header: &[SourceLine<'_>], rows: &[SourceLine<'_>]) -> Option<Vec<usize>> {
    let mut headings: Vec<(usize, usize)> = header
        .iter()
        .flat_map(pieces)
        .map(|piece| (piece.from, piece.to))
        .collect();
    headings.sort_unstable();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (from, to) in headings {
        match spans.last_mut() {
            Some(last) if from < last.1 => last.1 = last.1.max(to),
            _ => spans.push((from, to)),
        }
    }
    if !(3..=MOST_COLUMNS).contains(&spans.len()) {
        return None;
    }
    let printed: Vec<Piece<'_>> = rows.iter().chain(header).flat_map(pieces).collect();
    let width = printed.iter().map(|piece| piece.to).max().unwrap_or(0);
    // How many pieces more begin than end at each place, then the sums.
    let mut crossing = vec![0_i64; width + 1];
    for piece in &printed {
        crossing[piece.from] += 1;
        crossing[piece.to] -= 1;
    }
    let mut open = 0;
    for count in &mut crossing {
        open += *count;
        *count = open;
    }
    let mut starts = vec![0];
    for pair in spans.windows(2) {
        let Some(free) = (pair[0].1..pair[1].0).min_by_key(|&at| crossing[at]) else {
            starts.push(pair[1].0);
            continue;
        };
        // The last place that is as free: cells open on their left.
        let last = (free..pair[1].0)
            .take_while(|&at| crossing[at] == crossing[free])
            .last()?;
        starts.push(last + 1);
    }
    Some(starts)
}

/// The column a place belongs to.
pub(super) fn column(at: usize, columns: &[usize]) -> usize {
    columns.partition_point(|&start| start <= at).saturating_sub(1)
}

/// The pieces of a line; one that runs into the next column is cut at the word
/// that opens it.
pub(super) fn split<'a>(line: &SourceLine<'a>, columns: &[usize], bodies: &BodyTable) -> Vec<Piece<'a>> {
    let mut found = pieces(line);
    let first = found.first().map_or("", |piece| piece.text);
    let first = first.split_whitespace().next().unwrap_or_default();
    let is_heading = found.len() <= 2 && matches!(Label::parse(first), Label::Roman(_) | Label::Letter(_));
    let mut at = 0;
    while at < found.len() {
        found[at].column = column(found[at].from, columns);
        let piece = found[at];
        let next = columns.get(piece.column + 1).copied().filter(|_| !is_heading);
        if let Some(start) = next.filter(|&start| start < piece.to)
            && let Some((letters, bytes)) = opening(&piece, start, bodies)
        {
            let (before, behind) = piece.text.split_at(bytes);
            found[at] = Piece {
                to: piece.from + letters - 1,
                text: before.trim_end(),
                ..piece
            };
            found.insert(
                at + 1,
                Piece {
                    from: start.max(piece.from + letters),
                    at: piece.at + bytes,
                    text: behind,
                    ..piece
                },
            );
        }
        at += 1;
    }
    found
}

/// A word that opens a column stands at most so far from where it should.
const FURTHEST: usize = 8;

/// The word of a piece that opens the column at `start`: a body, else the
/// nearest word with a capital letter or a figure.
fn opening(piece: &Piece<'_>, start: usize, bodies: &BodyTable) -> Option<(usize, usize)> {
    let words = piece.text.char_indices().enumerate().skip(1).filter(|&(_, (byte, _))| {
        piece.text[..byte].ends_with(' ')
            && piece.text[byte..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    let near = words
        .map(|(letters, (byte, _))| (letters, byte, (piece.from + letters).abs_diff(start)))
        .filter(|&(_, _, distance)| distance <= FURTHEST);
    let best = near.min_by_key(|&(_, byte, distance)| (bodies.scan(&piece.text[byte..]).is_none(), distance))?;
    Some((best.0, best.1))
}
