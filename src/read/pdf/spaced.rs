//! PDF text whose columns still stand under each other (`pdftotext -layout`):
//! it is brought into the order of its cells, row by row and column by column,
//! each piece of a cell on a line of its own. From there it is text whose
//! borders are lost, but whose lines all open where cells or their wrapped
//! lines do.

use crate::model::{AnnexKind, BodyTable};
use crate::text::toneless;

use super::super::label::Label;
use super::super::table::SourceLine;

/// A piece of a line, parted from the next one by two blanks or more.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    /// Where it starts and ends on its line, in letters.
    from: usize,
    to: usize,
    text: &'a str,
    /// Where it starts on its line, in bytes.
    at: usize,
    line: u32,
    /// Its column, once it is known.
    column: usize,
}

/// So many lines of a table in a hundred have a wide gap where columns stand.
const SHARE_OF_GAPS: usize = 40;
/// A word that opens a column stands at most so far from where it should.
const FURTHEST: usize = 8;

/// The lines in the order of their cells, or `None` where columns do not stand
/// under each other. What stands behind the name of an indicator stays on one
/// line, as its values are known by.
pub(super) fn in_order<'a>(
    lines: &[SourceLine<'a>],
    kind: AnnexKind,
    bodies: &BodyTable,
) -> Option<Vec<SourceLine<'a>>> {
    let printed = || lines.iter().filter(|line| !line.text.trim().is_empty());
    let gaps = printed().filter(|line| pieces(line).len() > 1).count();
    if gaps * 100 < printed().count() * SHARE_OF_GAPS {
        return None;
    }
    let headers = headers(lines);
    let (&(first, end), _) = headers.split_first()?;
    let mut ordered: Vec<SourceLine<'a>> = lines[..first].to_vec();
    let mut rows: Vec<Vec<Piece<'a>>> = Vec::new();
    for (at, &(from, to)) in headers.iter().enumerate() {
        let next = headers.get(at + 1).map_or(lines.len(), |next| next.0);
        let columns = column_starts(&lines[from..to], &lines[to..next])?;
        if at == 0 {
            let headings = lines[from..end].iter().flat_map(pieces);
            let placed = |piece: Piece<'a>| Piece {
                column: column(piece.from, &columns),
                ..piece
            };
            rows.push(headings.map(placed).collect());
        }
        for (what, row) in cut(&lines[to..next], kind, &columns) {
            if let (Cut::Unlabelled, [line]) = (what, row) {
                rows.push(vec![whole(line)]);
                continue;
            }
            let in_cells = |line| match kind {
                AnnexKind::Indicators => joined_behind_name(line, split(line, &columns, bodies)),
                _ => split(line, &columns, bodies),
            };
            let row: Vec<Piece<'a>> = row.iter().flat_map(in_cells).collect();
            match rows.last_mut() {
                Some(before) if what != Cut::Row => before.extend(row),
                _ => rows.push(row),
            }
        }
    }
    for mut row in rows {
        row.sort_by_key(|piece| piece.column);
        ordered.extend(row.iter().map(|piece| SourceLine {
            number: piece.line,
            text: piece.text,
        }));
    }
    Some(ordered)
}

/// The pieces of a line up to the name, and one for what is behind.
fn joined_behind_name<'a>(line: &SourceLine<'a>, mut pieces: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    if let Some(first) = pieces.iter().position(|piece| piece.column > 1) {
        pieces[first].text = line.text[pieces[first].at..].trim_end();
        pieces.truncate(first + 1);
        // Bodies that wrap around the line of the values stand behind them.
        let holds_value = first > 0 || pieces[first].column == 2;
        pieces[first].column = if holds_value { 2 } else { 3 };
    }
    pieces
}

/// A line as one piece: a row that no label tells from the others is known by
/// standing on one line.
fn whole<'a>(line: &SourceLine<'a>) -> Piece<'a> {
    Piece {
        from: 0,
        to: 0,
        text: line.text.trim(),
        at: 0,
        line: line.number,
        column: 0,
    }
}

/// The pieces of a line.
fn pieces<'a>(line: &SourceLine<'a>) -> Vec<Piece<'a>> {
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

/// The first line and the line behind each block of column headings.
fn headers(lines: &[SourceLine<'_>]) -> Vec<(usize, usize)> {
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.text.trim().is_empty());
    let names_number = |at: &usize| {
        let first = lines[*at].text.split_whitespace().next().unwrap_or_default();
        matches!(first, "TT" | "STT" | "Stt" | "Tt") && pieces(&lines[*at]).len() > 1
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut height = None;
    for at in (0..lines.len()).filter(names_number) {
        // Wrapped headings stand around the line of `TT`; on the first page a
        // blank line or a row shows how far, on the others it is as far.
        let (above, below) = *height.get_or_insert_with(|| {
            let above = (0..at).rev().take_while(|&at| !is_blank(at)).count();
            let parted = (at - above..at).any(|at| opens_with_so(&lines[at]));
            let goes_on = |at: &usize| !is_blank(*at) && !opens_row(&lines[*at]);
            let below = (at + 1..lines.len()).take_while(goes_on).count();
            let below = match above {
                0 if is_blank(at + 1 + below) => below,
                // `TT` is the last line of its own heading.
                _ if parted => 0,
                // It stands in the middle of the others.
                above => below.min(above),
            };
            (above, below)
        });
        let from = at.saturating_sub(above);
        if found.last().is_none_or(|last| last.1 <= from) {
            found.push((from, (at + 1 + below).min(lines.len())));
        }
    }
    found
}

/// Whether a line opens with `Số`, above `TT`.
fn opens_with_so(line: &SourceLine<'_>) -> bool {
    toneless(line.text.split_whitespace().next().unwrap_or_default()) == "so"
}

/// Whether a line opens with the label of a row.
fn opens_row(line: &SourceLine<'_>) -> bool {
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let is_mark = matches!(first, "-" | "+" | "–");
    let counts = first.starts_with('(') && first.trim_matches(['(', ')']).parse::<u32>().is_ok();
    is_mark || counts || !matches!(Label::parse(first), Label::Other | Label::Blank)
}

/// Where the column of each heading starts, in letters: behind the place
/// between two headings that the fewest lines cross.
fn column_starts(header: &[SourceLine<'_>], rows: &[SourceLine<'_>]) -> Option<Vec<usize>> {
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
    if spans.len() < 3 {
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
fn column(at: usize, columns: &[usize]) -> usize {
    columns.partition_point(|&start| start <= at).saturating_sub(1)
}

/// The pieces of a line; one that runs into the next column is cut at the word
/// that opens it.
fn split<'a>(line: &SourceLine<'a>, columns: &[usize], bodies: &BodyTable) -> Vec<Piece<'a>> {
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

/// What lines of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
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
fn cut<'l, 'a>(lines: &'l [SourceLine<'a>], kind: AnnexKind, columns: &[usize]) -> Vec<(Cut, &'l [SourceLine<'a>])> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(text: &str, kind: AnnexKind) -> Option<Vec<String>> {
        let lines: Vec<SourceLine<'_>> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let ordered = in_order(&lines, kind, &BodyTable::default())?;
        Some(ordered.iter().map(|line| line.text.to_owned()).collect())
    }

    const HEADINGS: &str = "                                              Thời gian
TT        Nhiệm vụ            Đơn vị chủ trì
                                              hoàn thành
";

    #[test]
    fn cells_come_one_after_another() {
        let text = format!(
            "{HEADINGS}\
I    Nhóm nhiệm vụ về kinh tế của các xã, phường
     Xây dựng cầu          Sở Xây
1                                            Quý I/2027
     Cẩm Lệ                dựng
2    Xây chợ               Sở Công Thương    Năm 2028
"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(
            lines[..5],
            ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "hoàn thành"]
        );
        assert_eq!(lines[5..7], ["I", "Nhóm nhiệm vụ về kinh tế của các xã, phường"]);
        assert_eq!(
            lines[7..13],
            ["1", "Xây dựng cầu", "Cẩm Lệ", "Sở Xây", "dựng", "Quý I/2027"]
        );
        assert_eq!(lines[13..], ["2", "Xây chợ", "Sở Công Thương", "Năm 2028"]);
    }

    #[test]
    fn headings_take_no_lines_of_the_first_row() {
        let text = "Số     Sản phẩm                       Thời gian
TT     dự kiến      Nhiệm vụ          thực hiện
       Quyết định   Lập quy hoạch
1                                     2026
       phê duyệt    ven sông
";
        let lines = ordered(text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[..4], ["Số", "TT", "Sản phẩm", "dự kiến"]);
        assert_eq!(
            lines[7..],
            ["1", "Quyết định", "phê duyệt", "Lập quy hoạch", "ven sông", "2026"]
        );
    }

    #[test]
    fn a_full_cell_is_cut_where_the_next_one_opens() {
        let text = format!(
            "{HEADINGS}1    Xây dựng cầu Cẩm Lệ Sở Xây dựng         Quý I/2027\n2    Xây chợ               Sở Công Thương    Năm 2028\n"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[5..9], ["1", "Xây dựng cầu Cẩm Lệ", "Sở Xây dựng", "Quý I/2027"]);
    }

    #[test]
    fn values_stay_on_their_line() {
        let text = "TT   Chỉ tiêu           ĐVT     Năm 2030     Chủ trì
                                             Thống kê
1    GRDP/người         USD     > 20
                                             thành phố
     Trong đó: khác     %       38           Sở Y tế
";
        let lines = ordered(text, AnnexKind::Indicators).unwrap();
        assert_eq!(lines[5..9], ["1", "GRDP/người", "USD     > 20", "Thống kê"]);
        assert_eq!(
            lines[9..],
            ["thành phố", "Trong đó: khác     %       38           Sở Y tế"]
        );
    }

    #[test]
    fn a_row_torn_by_a_page_goes_on_in_its_cells() {
        let page = "TT   Nhiệm vụ        Chủ trì      Thời hạn\n";
        let text = format!(
            "{page}1    Xây cầu          Sở Xây       2027\n{page}\n     Cẩm Lệ           dựng\n\n2    Xây chợ          Sở Y tế      2028\n"
        );
        let lines = ordered(&text, AnnexKind::Tasks).unwrap();
        assert_eq!(lines[4..10], ["1", "Xây cầu", "Cẩm Lệ", "Sở Xây", "dựng", "2027"]);
    }

    #[test]
    fn lines_without_columns_are_left_alone() {
        let text = "TT Nhiệm vụ Chủ trì\n1 Xây cầu  mới Sở Xây dựng\n2 Xây chợ Sở Y tế\n3 Xây hồ Sở Y tế\n";
        assert_eq!(ordered(text, AnnexKind::Tasks), None);
        assert_eq!(ordered("", AnnexKind::Tasks), None);
    }
}
