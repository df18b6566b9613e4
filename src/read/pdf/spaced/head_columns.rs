//! Where the column headings stand, and where one ends and the next begins.

use super::super::headings::headings;
use super::pieces::{Piece, first_word, pieces};
use crate::read::heading::{column_kind, is_number_heading};
use crate::read::table::SourceLine;
use crate::text::toneless;

/// Where headings stand and what they say: what stands under each other is one.
pub(super) fn columns(lines: &[SourceLine<'_>]) -> (Vec<(usize, usize)>, Vec<String>) {
    let mut lines: Vec<Vec<Piece<'_>>> = lines
        .iter()
        .map(|line| pieces(line).into_iter().flat_map(parts).collect())
        .collect();
    for span in spans(lines.iter().flatten()) {
        part_close(&mut lines, span);
    }
    let spans = spans(lines.iter().flatten());
    let mut texts = texts(lines.iter().flatten(), &spans);
    if let Some(number) = texts.first_mut() {
        let word = number.replace(' ', "");
        if is_number_heading(&word) {
            *number = word;
        }
    }
    (spans, texts)
}

/// Where the pieces stand that stand under each other.
fn spans<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = pieces.map(|piece| (piece.from, piece.to)).collect();
    order.sort_unstable();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (from, to) in order {
        match spans.last_mut() {
            Some(last) if from < last.1 => last.1 = last.1.max(to),
            _ => spans.push((from, to)),
        }
    }
    spans
}

/// What the pieces in each span say.
fn texts<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>, spans: &[(usize, usize)]) -> Vec<String> {
    let mut texts = vec![String::new(); spans.len()];
    for piece in pieces {
        let at = spans.partition_point(|span| span.1 <= piece.from);
        if let Some(text) = texts.get_mut(at) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(piece.text);
        }
    }
    texts
}

/// Parts the headings in a span that stand so close that some of their lines
/// are one piece, where another line parts them and each is a heading then.
fn part_close(lines: &mut [Vec<Piece<'_>>], span: (usize, usize)) {
    let inside = |piece: &&Piece<'_>| span.0 <= piece.from && piece.to <= span.1;
    let begins = |line: &Vec<Piece<'_>>| -> Vec<usize> { line.iter().filter(inside).map(|piece| piece.from).collect() };
    let begins: Vec<Vec<usize>> = lines.iter().map(begins).collect();
    let most = begins.iter().map(Vec::len).max().unwrap_or(0);
    for places in begins.iter().filter(|places| most > 1 && places.len() == most) {
        let parted: Vec<Vec<Piece<'_>>> = lines
            .iter()
            .map(|line| {
                line.iter()
                    .filter(inside)
                    .flat_map(|piece| cut_near(*piece, &places[1..]))
                    .collect()
            })
            .collect();
        let within = spans(parted.iter().flatten());
        let texts = texts(parted.iter().flatten(), &within);
        if within.len() == most && texts.iter().all(|text| column_kind(text).is_some()) {
            for (line, parted) in lines.iter_mut().zip(parted) {
                line.retain(|piece| !inside(&piece));
                line.extend(parted);
                line.sort_unstable_by_key(|piece| piece.from);
            }
            return;
        }
    }
}

/// The piece cut at its words that stand nearest to these places, as if they stood there.
pub(super) fn cut_near<'a>(piece: Piece<'a>, places: &[usize]) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut rest = piece;
    for &place in places {
        let away = |&(letters, _): &(usize, usize)| (rest.from + letters).abs_diff(place);
        let nearest = rest.words().min_by_key(away).filter(|word| away(word) <= FURTHEST);
        if let Some((letters, bytes)) = nearest.filter(|_| rest.from + FURTHEST < place) {
            let (before, behind) = rest.cut(letters, bytes);
            found.push(Piece {
                to: before.to.min(place),
                ..before
            });
            rest = Piece {
                from: place,
                to: behind.to.max(place + 1),
                ..behind
            };
        }
    }
    found.push(rest);
    found
}

/// The lines of a heading begin no further apart, in letters.
const FURTHEST: usize = 4;

/// Headings are no longer than this on a line, in bytes.
const LONGEST: usize = 400;

/// The headings of a piece: a single blank can stand between two of them.
pub(super) fn parts(piece: Piece<'_>) -> Vec<Piece<'_>> {
    if piece.text.len() > LONGEST {
        return vec![piece];
    }
    let words: Vec<&str> = piece.text.split_whitespace().collect();
    let known = headings(&words);
    let mut opens = Vec::new();
    let mut letters = 0;
    for heading in &known {
        opens.push(letters);
        letters += heading.chars().count() + 1;
    }
    let mut found = Vec::new();
    let mut rest = piece;
    while let Some((letters, bytes)) = rest.words().find(|&(letters, bytes)| {
        opens.contains(&(rest.from + letters - piece.from))
            || parts_of_year_meet(&rest.text[..bytes], &rest.text[bytes..])
    }) {
        let (first, second) = rest.cut(letters, bytes);
        found.push(first);
        rest = second;
    }
    found.push(rest);
    found
}

/// Whether a quarter opens behind a heading that names another part of a year:
/// `2025 | Quý I`, `KQ 6T | Quý`.
fn parts_of_year_meet(before: &str, behind: &str) -> bool {
    let is_quarter = |word: &str| toneless(word).starts_with("quy");
    let is_dated = before.contains(|c: char| c.is_ascii_digit()) || before.split_whitespace().any(is_quarter);
    let opens = |word: &str| is_quarter(word) || matches!(word, "6T" | "9T");
    is_dated && opens(first_word(behind))
}
