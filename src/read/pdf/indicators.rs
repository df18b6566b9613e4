//! The lost borders of an indicator row: its unit and its values are found
//! first, the name stands before them, the body behind.

use crate::model::{self, BodyTable, Cell, Lines, Note, NoteKind, Target, Unit};
use crate::text::Reading;

use super::super::repair::ends_in_bare_head;
use super::super::table::{Column, RawRow, SourceLine};
use super::header::Header;
use super::heading_row;
use super::rows::{Block, Kind};

/// Whether a text has a unit and a value: it could end a row.
pub(super) fn is_complete(text: &str, bodies: &BodyTable) -> bool {
    anchor(text, 1, bodies).is_some_and(|anchor| anchor.values.iter().any(|value| !value.is_empty()))
}

/// The rows of the blocks. A block can hold more than one row: a row without a
/// label follows a complete one.
pub(super) fn rows(blocks: &[Block<'_>], header: &Header, bodies: &BodyTable, notes: &mut Vec<Note>) -> Vec<RawRow> {
    let values = header
        .columns
        .iter()
        .filter(|column| matches!(column, Column::Value(_)))
        .count()
        .max(1);
    let mut rows: Vec<(Kind, Parts)> = Vec::new();
    for block in blocks {
        if block.kind == Kind::Heading {
            rows.push((Kind::Heading, Parts::heading(block)));
            continue;
        }
        for segment in segments(block, values, bodies) {
            if let Some((tail, lines)) = &segment.body_tail
                && let Some((_, before)) = rows.last_mut()
            {
                before.body = Cell::new(&format!("{} {tail}", before.body.text), before.body.lines.join(*lines));
            }
            let mut parts = parts(&segment, values, bodies, notes);
            if segment.body_tail.is_some()
                && parts.body.is_empty()
                && let Some((_, before)) = rows.last()
            {
                parts.body = before.body.clone();
                notes.push(note(NoteKind::CellMerged, &parts.body.text, parts.lines));
            }
            rows.push((segment.kind, parts));
        }
    }
    spread_merged_bodies(&mut rows, notes);
    let row = |(kind, parts): &mut (Kind, Parts)| match kind {
        Kind::Heading => heading_row(&parts.heading_block(), &header.columns),
        _ => parts.row(&header.columns),
    };
    rows.iter_mut().map(row).collect()
}

fn note(kind: NoteKind, text: &str, lines: Lines) -> Note {
    Note {
        kind,
        row: None,
        text: text.to_owned(),
        lines,
    }
}

/// A body printed on a line of its own under a numbered row covers the rows
/// under it that have none: the merged cell of the printed table.
fn spread_merged_bodies(rows: &mut [(Kind, Parts)], notes: &mut Vec<Note>) {
    let mut merged: Option<Cell> = None;
    for (kind, parts) in rows {
        match kind {
            Kind::Numbered => merged = (parts.body_place == BodyPlace::OwnLine).then(|| parts.body.clone()),
            Kind::Sub if parts.body.is_empty() => {
                if let Some(body) = &merged {
                    parts.body = body.clone();
                    notes.push(note(NoteKind::CellMerged, &body.text, parts.lines));
                }
            }
            _ => merged = None,
        }
    }
}

/// The lines of one row.
struct Segment<'a> {
    kind: Kind,
    label: &'a str,
    first: u32,
    content: Vec<SourceLine<'a>>,
    /// The end of the body before, printed on this row's line.
    body_tail: Option<(String, Lines)>,
}

fn segments<'a>(block: &Block<'a>, values: usize, bodies: &BodyTable) -> Vec<Segment<'a>> {
    let mut segments = vec![Segment {
        kind: block.kind,
        label: block.label,
        first: block.line,
        content: Vec::new(),
        body_tail: None,
    }];
    for line in &block.content {
        let text = line.text.trim();
        let current = segments
            .last_mut()
            .expect("the vector starts with one segment and only grows");
        let joined = Joined::new(&current.content);
        let complete = |text: &str| anchor(text, values, bodies).filter(|anchor| !anchor.values.is_empty());
        let named = text.starts_with(char::is_alphabetic) && !joined.text.is_empty();
        let own = if named { complete(text) } else { None };
        match own.and_then(|_| complete(&joined.text)) {
            Some(before) => {
                let cut = ends_in_bare_head(&joined.text[before.body..]);
                let (tail, rest) = match text.split_once(" - ") {
                    Some((tail, rest)) if cut => (Some(tail), rest),
                    _ => (None, text),
                };
                if tail.is_none() && bodies.scan(text).is_some() {
                    current.content.push(*line);
                    continue;
                }
                segments.push(Segment {
                    kind: Kind::Sub,
                    label: if tail.is_some() { "-" } else { "" },
                    first: line.number,
                    content: vec![SourceLine {
                        number: line.number,
                        text: rest,
                    }],
                    body_tail: tail.map(|tail| (tail.to_owned(), Lines::one(line.number))),
                });
            }
            None => current.content.push(*line),
        }
    }
    segments
}

/// Where the body of a row is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BodyPlace {
    /// Behind the values, or nowhere.
    Behind,
    /// It opens a line of its own.
    OwnLine,
}

/// The cells of a row by what they hold.
struct Parts {
    label: String,
    name: Cell,
    unit: Cell,
    values: Vec<Cell>,
    body: Cell,
    body_place: BodyPlace,
    lines: Lines,
}

impl Parts {
    fn heading(block: &Block<'_>) -> Self {
        let lines = block.lines();
        let empty = Cell::new("", lines);
        Self {
            label: block.label.to_owned(),
            name: Cell::new(&block.text(), lines),
            unit: empty.clone(),
            values: Vec::new(),
            body: empty,
            body_place: BodyPlace::Behind,
            lines,
        }
    }

    fn heading_block(&self) -> Block<'_> {
        Block {
            kind: Kind::Heading,
            label: &self.label,
            line: self.lines.first,
            content: vec![SourceLine {
                number: self.lines.last,
                text: &self.name.text,
            }],
        }
    }

    /// The cells in the order of the columns. What the table has no column for
    /// goes on in the cell before it: nothing is dropped.
    fn row(&mut self, columns: &[Column]) -> RawRow {
        if !columns.contains(&Column::Unit) {
            self.name = behind(&self.name, &self.unit);
        }
        if !columns.contains(&Column::Body) {
            let cell = self.values.iter_mut().rfind(|cell| !cell.is_empty());
            let cell = cell.unwrap_or(&mut self.name);
            *cell = behind(cell, &self.body);
        }
        let empty = || Cell::new("", self.lines);
        let cells = columns
            .iter()
            .map(|column| match column {
                Column::Number => Cell::new(&self.label, Lines::one(self.lines.first)),
                Column::Text => self.name.clone(),
                Column::Unit => self.unit.clone(),
                Column::Value(index) => self.values.get(*index).cloned().unwrap_or_else(empty),
                Column::Body => self.body.clone(),
                _ => empty(),
            })
            .collect();
        RawRow {
            cells,
            lines: self.lines,
        }
    }
}

/// Both cells in one.
fn behind(cell: &Cell, more: &Cell) -> Cell {
    if more.is_empty() {
        return cell.clone();
    }
    Cell::new(&format!("{} {}", cell.text, more.text), cell.lines.join(more.lines))
}

/// The lines of a row on one line, blanks inside the lines as printed, and
/// where each line starts.
struct Joined {
    text: String,
    lines: Vec<(usize, u32)>,
}

impl Joined {
    fn new(content: &[SourceLine<'_>]) -> Self {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(content.len());
        for line in content {
            if !text.is_empty() {
                text.push(' ');
            }
            lines.push((text.len(), line.number));
            text.push_str(line.text.trim());
        }
        Self { text, lines }
    }

    fn line_at(&self, offset: usize) -> Option<u32> {
        let index = self.lines.partition_point(|&(start, _)| start <= offset);
        self.lines.get(index.checked_sub(1)?).map(|&(_, line)| line)
    }

    fn opens_line(&self, offset: usize) -> bool {
        offset > 0 && self.lines.iter().any(|&(start, _)| start == offset)
    }

    fn cell(&self, start: usize, end: usize, row: Lines) -> Cell {
        let text = &self.text[start..end];
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Cell::new("", row);
        }
        let first = start + (text.len() - text.trim_start().len());
        let last = first + trimmed.len() - 1;
        let lines = Lines {
            first: self.line_at(first).unwrap_or(row.first),
            last: self.line_at(last).unwrap_or(row.last),
        };
        Cell::new(trimmed, lines)
    }
}

/// Where unit, values and body of a row stand, as byte offsets.
struct Anchor {
    unit: usize,
    unit_end: usize,
    /// Start and end of each value column; an empty cell has an empty range.
    values: Vec<std::ops::Range<usize>>,
    body: usize,
    /// Whether the place of each value is sure.
    sure: bool,
}

/// What may stand in a value cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Allowed {
    /// Values that are understood.
    Understood,
    /// Also words that open like a value.
    AnyOpening,
}

/// The leftmost unit with values and a body (or nothing) behind it; failing
/// that, a unit with something like a value; failing that, values without a
/// known unit.
fn anchor(text: &str, columns: usize, bodies: &BodyTable) -> Option<Anchor> {
    let starts: Vec<usize> = word_starts(text);
    known_unit(text, &starts, columns, bodies, Allowed::Understood)
        .or_else(|| known_unit(text, &starts, columns, bodies, Allowed::AnyOpening))
        .or_else(|| unknown_unit(text, &starts, columns, bodies))
}

fn known_unit(text: &str, starts: &[usize], columns: usize, bodies: &BodyTable, allowed: Allowed) -> Option<Anchor> {
    let mut without_values = None;
    for &unit in starts.iter().skip(1) {
        let Some(length) = Unit::scan(&text[unit..]) else {
            continue;
        };
        let unit_end = unit + length;
        let Some((values, body, sure)) = values(text, unit_end, columns, bodies, allowed) else {
            continue;
        };
        let found = Anchor {
            unit,
            unit_end,
            values,
            body,
            sure,
        };
        if !found.values.is_empty() {
            return Some(found);
        }
        let printed_as_unit = text[unit..].starts_with(|c: char| c == '%' || c.is_uppercase() || c.is_ascii_digit());
        let alone = &text[unit..unit_end] == "%" || text[unit_end..].starts_with("  ") || unit_end == text.len();
        if printed_as_unit && alone {
            without_values.get_or_insert(found);
        }
    }
    without_values
}

/// Values behind words that are no known unit: the unit is taken to open with
/// the last capital letter before them.
fn unknown_unit(text: &str, starts: &[usize], columns: usize, bodies: &BodyTable) -> Option<Anchor> {
    for (index, &start) in starts.iter().enumerate().skip(2) {
        let before = text[..start].trim_end().len();
        let Some((values, body, _)) = values(text, before, columns, bodies, Allowed::Understood) else {
            continue;
        };
        if values.is_empty() {
            continue;
        }
        let unit = starts[1..index]
            .iter()
            .rev()
            .find(|&&at| text[at..].starts_with(char::is_uppercase))
            .copied();
        return Some(Anchor {
            unit: unit.unwrap_or(before),
            unit_end: before,
            values,
            body,
            sure: false,
        });
    }
    None
}

type Values = (Vec<std::ops::Range<usize>>, usize, bool);

/// The values behind an offset and where the body starts; `None` when what
/// stands there is neither.
fn values(text: &str, from: usize, columns: usize, bodies: &BodyTable, allowed: Allowed) -> Option<Values> {
    if columns == 1 {
        one_value(text, from, bodies, allowed)
    } else {
        several_values(text, from, columns, bodies)
    }
}

fn one_value(text: &str, from: usize, bodies: &BodyTable, allowed: Allowed) -> Option<Values> {
    let rest = &text[from..];
    let start = from + (rest.len() - rest.trim_start().len());
    let body = word_starts(&text[start..])
        .into_iter()
        .map(|offset| start + offset)
        .find(|&offset| opens_body(&text[offset..], bodies))
        .unwrap_or(text.len());
    let value = text[start..body].trim_end();
    if value.is_empty() {
        return Some((Vec::new(), body, true));
    }
    let opens = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '≥' | '≤' | '~'));
    let is_value = Target::parse(value).is_some()
        || (allowed == Allowed::AnyOpening && opens && body < text.len() && value.split_whitespace().count() <= 6);
    let single = start..start + value.len();
    is_value.then(|| (vec![single], body, true))
}

fn several_values(text: &str, from: usize, columns: usize, bodies: &BodyTable) -> Option<Values> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    let mut places = Vec::new();
    let mut column = 0;
    let mut at = from;
    let body = loop {
        let rest = &text[at..];
        let blanks = rest.len() - rest.trim_start().len();
        let start = at + blanks;
        if start == text.len() {
            break start;
        }
        let end = start + text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
        if Reading::parse(text[start..end].trim_end_matches('%')).is_none()
            && Target::parse(&text[start..end]).is_none()
        {
            if opens_body(&text[start..], bodies) {
                break start;
            }
            return None;
        }
        // An empty cell leaves one more blank behind.
        column += blanks.saturating_sub(1);
        places.push(column);
        column += 1;
        found.push(start..end);
        at = end;
    };
    if found.is_empty() {
        return Some((Vec::new(), body, true));
    }
    if found.len() > columns {
        return None;
    }
    let mut sure = true;
    if places.last().is_some_and(|&last| last >= columns) || (found.len() < columns && column == found.len()) {
        // No blanks to count: the first value belongs to the first column, the
        // others end with the last one.
        sure = false;
        let shift = columns - found.len();
        places = (0..found.len())
            .map(|index| if index == 0 { 0 } else { index + shift })
            .collect();
    }
    let mut values = vec![from..from; columns];
    for (place, range) in places.into_iter().zip(found) {
        values[place] = range;
    }
    Some((values, body, sure))
}

fn opens_body(text: &str, bodies: &BodyTable) -> bool {
    bodies.scan(text).is_some() || (text.starts_with(char::is_uppercase) && model::opens_body(text))
}

fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut blank = true;
    for (offset, c) in text.char_indices() {
        if blank && !c.is_whitespace() {
            starts.push(offset);
        }
        blank = c.is_whitespace();
    }
    starts
}

fn parts(segment: &Segment<'_>, columns: usize, bodies: &BodyTable, notes: &mut Vec<Note>) -> Parts {
    let joined = Joined::new(&segment.content);
    let last = segment.content.last().map_or(segment.first, |line| line.number);
    let lines = Lines {
        first: segment.first,
        last: last.max(segment.first),
    };
    let text = &joined.text;
    let (name_end, unit, values, body) = if let Some(anchor) = anchor(text, columns, bodies) {
        if !anchor.sure {
            notes.push(note(NoteKind::BordersUncertain, text, lines));
        }
        (anchor.unit, anchor.unit..anchor.unit_end, anchor.values, anchor.body)
    } else {
        let body = body_at_end(text, bodies);
        (body, body..body, Vec::new(), body)
    };
    let body_place = if joined.opens_line(body) {
        BodyPlace::OwnLine
    } else {
        BodyPlace::Behind
    };
    Parts {
        label: segment.label.to_owned(),
        name: joined.cell(0, name_end, lines),
        unit: joined.cell(unit.start, unit.end, lines),
        values: values
            .iter()
            .map(|range| joined.cell(range.start, range.end, lines))
            .collect(),
        body: joined.cell(body, text.len(), lines),
        body_place,
        lines,
    }
}

/// Where the body of a row without unit and value starts: bodies of the table
/// up to the end, or words that open like a body behind a wide gap.
fn body_at_end(text: &str, bodies: &BodyTable) -> usize {
    for start in word_starts(text).into_iter().skip(1) {
        let gap = text[..start].ends_with("  ");
        if covers(&text[start..], bodies) || (gap && opens_body(&text[start..], bodies)) {
            return start;
        }
    }
    text.len()
}

/// Whether a text is bodies of the table from its start to its end.
fn covers(text: &str, bodies: &BodyTable) -> bool {
    let mut rest = text;
    while let Some(scan) = bodies.scan(rest) {
        rest = rest[scan.len..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
        if rest.is_empty() {
            return true;
        }
    }
    false
}
