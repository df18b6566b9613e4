//! The lost borders of an indicator row: its unit and its values are found
//! first, the name stands before them, the body behind.

use crate::model::{BodyTable, Cell, Lines, Note, NoteKind};

use super::super::repair::ends_in_bare_head;
use super::super::table::{Column, RawRow, SourceLine};
use super::anchor::{Shape, Words, anchor, may_hold_value};
use super::cell_lines::CellLines;
use super::header::Header;
use super::heading_row;
use super::joined::Joined;
use super::rows::{Block, Kind};
use super::segments::{Segment, segments};
use super::torn::page_starts;

/// Whether a text has a unit and a value: it could end a row.
pub(super) fn is_complete(text: &str, shape: Shape, bodies: &BodyTable) -> bool {
    may_hold_value(text)
        && anchor(&Words::new(text, bodies), shape)
            .is_some_and(|anchor| anchor.values.iter().any(|value| !value.is_empty()))
}

/// Whether a row has all its values, or a body behind them.
pub(super) fn is_closed(text: &str, columns: &[Column], bodies: &BodyTable) -> bool {
    let shape = Shape::of(columns);
    let words = Words::new(text, bodies);
    let Some(anchor) = anchor(&words, shape).filter(|_| may_hold_value(text)) else {
        return false;
    };
    let has_body = columns.last() == Some(&Column::Body) && !text[anchor.body..].trim().is_empty();
    has_body || anchor.values.iter().all(|value| !value.is_empty())
}

/// The rows of the blocks; a block can hold more than one.
pub(super) fn rows(
    blocks: &[Block<'_>],
    cell_lines: CellLines,
    header: &Header,
    bodies: &BodyTable,
    notes: &mut Vec<Note>,
) -> Vec<RawRow> {
    let shape = Shape::of(&header.columns);
    let mut rows: Vec<(Kind, Parts)> = Vec::new();
    for block in blocks {
        if block.kind == Kind::Heading {
            rows.push((Kind::Heading, Parts::heading(block)));
            continue;
        }
        if let Some(row) = cell_lines.row(block, &header.columns) {
            rows.push((block.kind, Parts::whole(block, row)));
            continue;
        }
        for segment in segments(block, shape, bodies) {
            if let Some((tail, lines)) = &segment.body_tail
                && let Some((_, before)) = rows.last_mut()
            {
                before.body = Cell::new(&format!("{} {tail}", before.body.text), before.body.lines.join(*lines));
            }
            let mut parts = torn_parts(&segment, &header.lines, shape, bodies, notes);
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
            Kind::Sub if parts.body.is_empty() && parts.row.is_none() => {
                if let Some(body) = &merged {
                    parts.body = body.clone();
                    notes.push(note(NoteKind::CellMerged, &body.text, parts.lines));
                }
            }
            _ => merged = None,
        }
    }
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
    /// The row as it is, where its lines are its cells.
    row: Option<RawRow>,
}

impl Parts {
    fn whole(block: &Block<'_>, row: RawRow) -> Self {
        Self {
            row: Some(row),
            ..Self::heading(block)
        }
    }

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
            row: None,
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
        if let Some(row) = self.row.take() {
            return row;
        }
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
    if cell.is_empty() {
        return more.clone();
    }
    Cell::new(&format!("{} {}", cell.text, more.text), cell.lines.join(more.lines))
}

/// The cells of a row that a page may tear: what stands on the next page and
/// holds no value goes on with the name, or with a body that was cut.
fn torn_parts(
    segment: &Segment<'_>,
    headings: &[Lines],
    shape: Shape,
    bodies: &BodyTable,
    notes: &mut Vec<Note>,
) -> Parts {
    let content = &segment.content;
    let next = page_starts(content, headings);
    let at = next
        .first()
        .and_then(|page| content.iter().position(|line| line.number == *page));
    let Some((before, behind_page)) = at.map(|at| content.split_at(at)) else {
        return parts(segment, content, shape, bodies, notes);
    };
    let rest = Joined::new(behind_page).text;
    if may_hold_value(&rest) || !may_hold_value(&Joined::new(before).text) {
        return parts(segment, content, shape, bodies, notes);
    }
    let mut parts = parts(segment, before, shape, bodies, notes);
    let lines = behind_page.iter().map(|line| Lines::one(line.number));
    let lines = lines.reduce(Lines::join).unwrap_or(parts.lines);
    let body = &parts.body.text;
    let is_cut = body.is_empty() || body.ends_with([',', ';']) || body.ends_with(" và") || ends_in_bare_head(body);
    let capital = rest
        .split_inclusive(' ')
        .position(|word| word.starts_with(char::is_uppercase));
    let of_name = goes_on_in_name(body, &rest, bodies).unwrap_or_else(|| match capital {
        Some(words) if is_cut => rest.split_inclusive(' ').take(words).map(str::len).sum(),
        _ => rest.len(),
    });
    let (name, body) = rest.split_at(of_name);
    parts.name = behind(&parts.name, &Cell::new(name.trim(), lines));
    parts.body = behind(&parts.body, &Cell::new(body.trim(), lines));
    parts.lines = parts.lines.join(lines);
    parts
}

/// Where a text goes on in the name a cell of bodies ends on: `Sở Giáo dục và Đào` and `tạo`.
fn goes_on_in_name(body: &str, rest: &str, bodies: &BodyTable) -> Option<usize> {
    let open = body.rfind([',', ';']).map_or(body, |at| body[at + 1..].trim_start());
    let words = Words::new(rest, bodies);
    let goes_on = |&&at: &&usize| {
        let joined = format!("{open} {}", &rest[at..]);
        bodies.scan(&joined).is_some_and(|scan| scan.len > open.len())
    };
    words.starts.iter().take(MOST_NAME_WORDS).find(goes_on).copied()
}

/// The end of a name on the next page has so many words at the most.
const MOST_NAME_WORDS: usize = 16;

fn parts(
    segment: &Segment<'_>,
    content: &[SourceLine<'_>],
    shape: Shape,
    bodies: &BodyTable,
    notes: &mut Vec<Note>,
) -> Parts {
    let joined = Joined::new(content);
    let last = content.last().map_or(segment.first, |line| line.number);
    let lines = Lines {
        first: segment.first,
        last: last.max(segment.first),
    };
    let text = &joined.text;
    let words = Words::new(text, bodies);
    let (name_end, unit, values, body) = if let Some(anchor) = anchor(&words, shape) {
        if !anchor.sure {
            notes.push(note(NoteKind::BordersUncertain, text, lines));
        }
        (
            anchor.name_end(),
            anchor.unit..anchor.unit_end,
            anchor.values,
            anchor.body,
        )
    } else {
        let body = body_at_end(&words);
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
        row: None,
    }
}

/// Where the body of a row without unit and value starts: bodies of the table
/// up to the end, or words that open like a body behind a wide gap.
fn body_at_end(words: &Words<'_>) -> usize {
    let text = words.text;
    let is_body = |&&start: &&usize| {
        words.opens_body(start) && (text[..start].ends_with("  ") || covers(&text[start..], words.bodies))
    };
    words.starts.iter().skip(1).find(is_body).copied().unwrap_or(text.len())
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

#[cfg(test)]
mod tests {
    const HEADINGS: &str = "TT Chỉ tiêu Đơn vị tính Năm 2030 Cơ quan chủ trì";

    /// Name and body of each row.
    fn rows(rows: &str) -> Vec<[String; 2]> {
        let text = format!("Phụ lục 1: Chỉ tiêu giai đoạn 2026-2030\n{HEADINGS}\n{rows}\n");
        let program = crate::read::read(&text).unwrap();
        let body = |row: &crate::model::Indicator| row.body.as_ref().unwrap().text.clone();
        let shown = program.indicators.iter().map(|row| [row.name.text.clone(), body(row)]);
        shown.collect()
    }

    #[test]
    fn a_name_of_a_body_goes_on_behind_the_page() {
        let row = "1 Tỷ lệ kiên cố hóa phòng học % 90 Sở Giáo dục và Đào";
        let other = "2 Số trường học Trường 40 Sở Giáo dục và Đào tạo";
        for (behind, name) in [
            ("tạo", "Tỷ lệ kiên cố hóa phòng học"),
            ("các cấp tạo", "Tỷ lệ kiên cố hóa phòng học các cấp"),
        ] {
            let found = rows(&format!("{row}\n{HEADINGS}\n{behind}\n{other}"));
            assert_eq!(found[0], [name, "Sở Giáo dục và Đào tạo"]);
        }
    }

    #[test]
    fn a_number_at_the_end_of_a_body_is_no_value_of_another_row() {
        let name = "Tỷ lệ người dân có tài khoản";
        for body in [
            "Ngân hàng Nhà\nnước KV 11",
            "Ngân hàng Nhà nước\nKV 11",
            "\nNgân hàng Nhà nước\nKV 11",
        ] {
            let found = rows(&format!("1 {name}\n% 95 {body}\n2 Mật độ đường bộ km 1,5 Sở Xây dựng"));
            assert_eq!(found[0], [name, "Ngân hàng Nhà nước KV 11"]);
            assert_eq!(found.len(), 2);
        }
        // What has a body of its own is a row.
        assert_eq!(
            rows(&format!("1 {name}\n% 95 Sở Y tế\nnam giới % 40 Sở Y tế"))[1][0],
            "nam giới"
        );
    }

    #[test]
    fn a_name_without_label_may_be_wrapped_and_a_body_may_as_well() {
        assert_eq!(
            rows(
                "1 Tỷ lệ dân số đô thị dùng nước sạch % 100 Sở Xây dựng\n\
                 Tỷ lệ dân số nông thôn sử dụng nước sạch\nđáp ứng quy chuẩn % 95 Sở Nông nghiệp và\nMôi trường\n\
                 2 Tỷ lệ đô thị hóa % 70 Sở Xây dựng"
            ),
            [
                ["Tỷ lệ dân số đô thị dùng nước sạch", "Sở Xây dựng"],
                [
                    "Tỷ lệ dân số nông thôn sử dụng nước sạch đáp ứng quy chuẩn",
                    "Sở Nông nghiệp và Môi trường"
                ],
                ["Tỷ lệ đô thị hóa", "Sở Xây dựng"],
            ]
        );
    }

    #[test]
    fn a_name_goes_on_behind_the_page() {
        assert_eq!(
            rows(&format!(
                "1 Tỷ lệ vận tải công cộng đáp ứng nhu cầu % 30 Sở Xây dựng\n{HEADINGS}\nđi lại của người dân\n\
                 2 Tỷ lệ khu công nghiệp có hệ thống xử lý % 100 Sở Nông nghiệp và\n{HEADINGS}\nnước thải Môi trường"
            )),
            [
                [
                    "Tỷ lệ vận tải công cộng đáp ứng nhu cầu đi lại của người dân",
                    "Sở Xây dựng"
                ],
                [
                    "Tỷ lệ khu công nghiệp có hệ thống xử lý nước thải",
                    "Sở Nông nghiệp và Môi trường"
                ],
            ]
        );
    }

    /// Unit, values and body of each row of an indicator table.
    fn indicators(headings: &str, rows: &str) -> Vec<String> {
        let program = crate::read::read(&format!("Phụ lục 1: Chỉ tiêu\nTT Chỉ tiêu {headings}\n{rows}\n")).unwrap();
        let text = |cell: &Option<crate::model::Cell>| cell.as_ref().map_or(String::new(), |cell| cell.text.clone());
        let shown = |row: &crate::model::Indicator| {
            format!(
                "{} | {} | {} | {}",
                row.name.text,
                text(&row.unit),
                row.value.text,
                text(&row.body)
            )
        };
        program.indicators.iter().map(shown).collect()
    }

    #[test]
    fn a_value_of_several_words_is_one() {
        let rows = "1 Kinh tế số % 20 ≥ 30 Sở Tài chính\n2 Lao động % 50 58 - 60 Sở Nội vụ\n3 Tăng trưởng % 9,5 trên 11 Sở Y tế";
        assert_eq!(
            indicators("ĐVT Thực hiện 2025 Kế hoạch 2030 Chủ trì", rows),
            [
                "Kinh tế số | % | ≥ 30 | Sở Tài chính",
                "Lao động | % | 58 - 60 | Sở Nội vụ",
                "Tăng trưởng | % | trên 11 | Sở Y tế"
            ]
        );
    }

    #[test]
    fn values_may_stand_before_units() {
        let rows = "1 Thuê bao trên 100 dân 31 Thuê bao Sở Y tế\n2 Hộ nghèo Dưới 1 % Sở Nội vụ";
        assert_eq!(
            indicators("Mục tiêu năm 2030 ĐVT Chủ trì", rows),
            [
                "Thuê bao trên 100 dân | Thuê bao | 31 | Sở Y tế",
                "Hộ nghèo | % | Dưới 1 | Sở Nội vụ"
            ]
        );
    }

    #[test]
    fn an_acronym_before_a_value_is_no_unit() {
        assert_eq!(
            indicators(
                "ĐVT Mục tiêu 2030 Chủ trì",
                "1 Chỉ số HDI 0,83 Sở Y tế\n2 Chỉ số Chậu 5 Sở Y tế"
            ),
            ["Chỉ số HDI |  | 0,83 | Sở Y tế", "Chỉ số | Chậu | 5 | Sở Y tế"]
        );
    }
}
