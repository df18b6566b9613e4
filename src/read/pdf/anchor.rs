//! Where unit, values and body of an indicator row stand.

use std::cell::OnceCell;

use super::super::table::Column;
use super::phrases::{is_link, opens_with_year};
use crate::model::{self, BodyTable, Scanner, Target, Unit};
use crate::text::{Reading, fold};

/// In which order unit and values stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `% 85 Sở Y tế`.
    UnitFirst,
    /// `85 % Sở Y tế`.
    ValuesFirst,
}

/// The value columns of a table, and where the unit stands to them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// How many values a row has.
    pub(super) values: usize,
    pub(super) order: Order,
}

impl Anchor {
    /// Where the name ends: before the unit or the first value.
    pub(super) fn name_end(&self) -> usize {
        let printed = self.values.iter().filter(|value| !value.is_empty());
        printed.map(|value| value.start).fold(self.unit, usize::min)
    }

    /// A share printed behind the unit of a rate is of one unit with it: `Đảng viên/năm %`.
    fn with_rate(mut self, words: &Words<'_>) -> Self {
        let text = words.text;
        let index = words.starts.partition_point(|&start| start < self.unit);
        let before = &words.starts[index.saturating_sub(LONGEST_RATE)..index];
        let is_rate = before.last().is_some_and(|&last| text[last..self.unit].contains('/'));
        if is_rate && text[self.unit..].starts_with('%') {
            let opens = before.iter().rev().find(|&&at| at > 0 && opens_unit(&text[at..]));
            self.unit = opens.copied().unwrap_or(self.unit);
        }
        self
    }
}

/// The unit of a rate has so many words at the most.
const LONGEST_RATE: usize = 3;

impl Shape {
    pub(super) fn of(columns: &[Column]) -> Self {
        let place = |wanted: &dyn Fn(&Column) -> bool| columns.iter().position(wanted);
        let is_value = |column: &Column| matches!(column, Column::Value(_));
        let (value, unit) = (place(&is_value), place(&|column| *column == Column::Unit));
        let order = match (value, unit) {
            (Some(value), Some(unit)) if value < unit => Order::ValuesFirst,
            _ => Order::UnitFirst,
        };
        Self {
            values: columns.iter().filter(|column| is_value(column)).count().max(1),
            order,
        }
    }
}

/// Where unit, values and body of a row stand, as byte offsets.
pub(super) struct Anchor {
    pub(super) unit: usize,
    pub(super) unit_end: usize,
    /// Start and end of each value column; an empty cell has an empty range.
    pub(super) values: Vec<std::ops::Range<usize>>,
    pub(super) body: usize,
    /// Whether the place of each value is sure.
    pub(super) sure: bool,
}

/// What may stand in a value cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Allowed {
    /// Values that are understood.
    Understood,
    /// Also words that open like a value.
    AnyOpening,
    /// Values that are understood, with a body behind them that is not known.
    UnknownBody,
}

/// Whether a text has what every value has: a figure, or a sign that opens one.
pub(super) fn may_hold_value(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || OPENING_SIGNS.contains(&c))
}

/// Signs a value opens with.
const OPENING_SIGNS: [char; 5] = ['<', '>', '≥', '≤', '~'];

/// The words of a row, parted by white space.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) bodies: &'a BodyTable,
    /// Where each word starts.
    pub(super) starts: Vec<usize>,
    /// Whether a body opens with each word.
    open_bodies: OnceCell<Vec<bool>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, bodies: &'a BodyTable) -> Self {
        Self {
            text,
            bodies,
            starts: word_starts(text).collect(),
            open_bodies: OnceCell::new(),
        }
    }

    /// Whether a body opens at an offset.
    pub(super) fn opens_body(&self, offset: usize) -> bool {
        match self.starts.binary_search(&offset) {
            Ok(index) => self.open_bodies()[index],
            // In the middle of a word, close behind a unit.
            Err(_) => opens_body(&self.text[offset..], self.bodies),
        }
    }

    /// The first body at an offset or at a word behind it; the end where there is none.
    fn next_body(&self, offset: usize) -> usize {
        if self.opens_body(offset) {
            return offset;
        }
        let next = self.starts.partition_point(|&start| start <= offset);
        let bodies = self.open_bodies()[next..].iter().position(|&opens| opens);
        bodies.map_or(self.text.len(), |found| self.starts[next + found])
    }

    fn open_bodies(&self) -> &[bool] {
        self.open_bodies.get_or_init(|| {
            let mut scanner = Scanner::new(self.bodies, self.text);
            let opens = |&start: &usize| {
                scanner.scan(start).is_some()
                    || (self.text[start..].starts_with(char::is_uppercase) && scanner.opens_body(start))
            };
            self.starts.iter().map(opens).collect()
        })
    }
}

/// The leftmost unit with values and a body (or nothing) behind it; failing
/// that, a unit with something like a value; failing that, values without a
/// known unit, or with a body that is not known.
pub(super) fn anchor(words: &Words<'_>, shape: Shape) -> Option<Anchor> {
    let columns = shape.values;
    if shape.order == Order::ValuesFirst {
        return values_first(words, columns);
    }
    known_unit(words, columns, Allowed::Understood)
        .or_else(|| known_unit(words, columns, Allowed::AnyOpening))
        .or_else(|| unknown_unit(words, columns))
        .or_else(|| known_unit(words, columns, Allowed::UnknownBody))
}

fn known_unit(words: &Words<'_>, columns: usize, allowed: Allowed) -> Option<Anchor> {
    let Words { text, starts, .. } = words;
    let mut without_values = None;
    for &unit in starts.iter().skip(1) {
        let Some(length) = Unit::scan(&text[unit..]) else {
            continue;
        };
        let unit_end = unit + length;
        let Some((values, body, sure)) = values(words, unit_end, columns, allowed) else {
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
            return Some(found.with_rate(words));
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
fn unknown_unit(words: &Words<'_>, columns: usize) -> Option<Anchor> {
    let Words { text, starts, .. } = words;
    for (index, &start) in starts.iter().enumerate().skip(2) {
        let before = text[..start].trim_end().len();
        let Some((values, body, _)) = values(words, before, columns, Allowed::Understood) else {
            continue;
        };
        if values.is_empty() {
            continue;
        }
        let unit = starts[1..index]
            .iter()
            .rev()
            .find(|&&at| opens_unit(&text[at..]))
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

/// Whether a unit that is not known may open here: a word with one capital
/// letter. An acronym (`HDI`, `GRDP`) is the end of the name.
fn opens_unit(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| !c.is_uppercase())
}

/// Values with a unit behind them, and a body (or nothing) behind that.
fn values_first(words: &Words<'_>, columns: usize) -> Option<Anchor> {
    let Words { text, starts, .. } = words;
    let skip = |at: usize| at + (text[at..].len() - text[at..].trim_start().len());
    starts.iter().skip(1).find_map(|&start| {
        let mut values = Vec::with_capacity(columns);
        let mut at = start;
        for _ in 0..columns {
            let end = value_end(text, at)?;
            values.push(at..end);
            at = skip(end);
        }
        let unit = at;
        let body = words.next_body(unit);
        let unit_end = match Unit::scan(&text[unit..]) {
            Some(length) => unit + length,
            None => unit + text[unit..body].trim_end().len(),
        };
        let sure = skip(unit_end) == body && !text[unit..unit_end].contains(|c: char| c.is_ascii_digit());
        sure.then_some(Anchor {
            unit,
            unit_end,
            values,
            body,
            sure: true,
        })
    })
}

/// Where the value that begins at an offset ends: a word, or several (`> 40`,
/// `trên 55`, `58 - 60`).
fn value_end(text: &str, start: usize) -> Option<usize> {
    let is_value = |end: usize| {
        let printed = &text[start..end];
        Reading::parse(printed.trim_end_matches('%')).is_some() || Target::parse(printed).is_some()
    };
    let ends: Vec<usize> = word_starts(&text[start..])
        .take(LONGEST_VALUE)
        .map(|word| {
            let from = start + word;
            from + text[from..].find(char::is_whitespace).unwrap_or(text.len() - from)
        })
        .collect();
    let first = *ends.first()?;
    if text[start..].starts_with(|c: char| c.is_ascii_digit()) {
        let range = ends.get(2).copied().filter(|&end| {
            let dash = text[first..end].trim_start();
            dash.starts_with(['-', '–']) && is_value(end)
        });
        return range.or(Some(first).filter(|&end| is_value(end)));
    }
    let is_whole = |&(at, end): &(usize, usize)| {
        let next = ends.get(at + 1);
        let goes_on = next.is_some_and(|&next| text[end..next].trim() == "trở");
        !goes_on && is_value(end)
    };
    ends.iter().copied().enumerate().find(is_whole).map(|(_, end)| end)
}

/// A value has so many words at the most: `từ 70 trở lên`.
const LONGEST_VALUE: usize = 4;

type Values = (Vec<std::ops::Range<usize>>, usize, bool);

/// The values behind an offset and where the body starts; `None` when what
/// stands there is neither.
fn values(words: &Words<'_>, from: usize, columns: usize, allowed: Allowed) -> Option<Values> {
    if opens_with_year(words.text[from..].trim_start()) && ends_on_governed_year(&words.text[..from]) {
        return None;
    }
    if columns == 1 {
        one_value(words, from, allowed)
    } else {
        several_values(words, from, columns)
    }
}

/// Whether a text ends on the word before a year that a preposition governs
/// (`so với năm`, `đến năm`): a year behind it is no value.
fn ends_on_governed_year(text: &str) -> bool {
    let mut words = text.split_whitespace().rev().take(3).map(fold);
    let mut next = || words.next().unwrap_or_default();
    let (last, link, before) = (next(), next(), next());
    last == "năm" && is_link(&before, &link)
}

/// Whether a text says how a value changes, as words and figures
/// (`Giảm ít nhất 25% so với năm 2025`).
fn tells_change(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && matches!(fold(first).as_str(), "giảm" | "tăng" | "gấp")
        && may_hold_value(text)
        && text.split_whitespace().count() <= LONGEST_CHANGE
}

/// Words about a change are so many at the most.
const LONGEST_CHANGE: usize = 10;

fn one_value(words: &Words<'_>, from: usize, allowed: Allowed) -> Option<Values> {
    let text = words.text;
    let rest = &text[from..];
    let start = from + (rest.len() - rest.trim_start().len());
    let body = if start < text.len() {
        words.next_body(start)
    } else {
        start
    };
    let value = text[start..body].trim_end();
    if value.is_empty() {
        return Some((Vec::new(), body, true));
    }
    if allowed == Allowed::UnknownBody {
        let end = value_end(text, start)?;
        let body = end + (text[end..].len() - text[end..].trim_start().len());
        let opens = text[body..].starts_with(char::is_uppercase);
        let single = start..end;
        return opens.then(|| (vec![single], body, true));
    }
    let opens = value.starts_with(|c: char| c.is_ascii_digit() || OPENING_SIGNS.contains(&c));
    let is_value = Target::parse(value).is_some()
        || (allowed == Allowed::AnyOpening
            && body < text.len()
            && (tells_change(value) || (opens && value.split_whitespace().count() <= 6)));
    let single = start..start + value.len();
    is_value.then(|| (vec![single], body, true))
}

fn several_values(words: &Words<'_>, from: usize, columns: usize) -> Option<Values> {
    let text = words.text;
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
        if words.opens_body(start) {
            break start;
        }
        let end = value_end(text, start)?;
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
    if found.len() == columns {
        places = (0..columns).collect();
    } else if places.last().is_some_and(|&last| last >= columns) || (found.len() < columns && column == found.len()) {
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

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut blank = true;
    text.char_indices().filter_map(move |(offset, c)| {
        let opens = blank && !c.is_whitespace();
        blank = c.is_whitespace();
        opens.then_some(offset)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unit and value of a row.
    fn found(text: &str) -> Option<(&str, &str)> {
        let shape = Shape {
            values: 1,
            order: Order::UnitFirst,
        };
        let bodies = BodyTable::default();
        let anchor = anchor(&Words::new(text, &bodies), shape)?;
        Some((
            &text[anchor.unit..anchor.unit_end],
            &text[anchor.values.first()?.clone()],
        ))
    }

    #[test]
    fn a_body_that_is_not_known_stands_behind_the_value() {
        assert_eq!(
            found("Vốn FDI thực hiện Tỷ USD 16,0 KCNC&KCN"),
            Some(("Tỷ USD", "16,0"))
        );
        assert_eq!(found("Vốn FDI thực hiện Tỷ USD 16,0 và hơn"), None);
    }

    #[test]
    fn a_value_ends_behind_where_it_goes_on() {
        let of = |text| value_end(text, 0).map(|end| &text[..end]);
        assert_eq!(of("Từ 70 trở lên Sở Y tế"), Some("Từ 70 trở lên"));
        assert_eq!(of("trên 55 Sở Y tế"), Some("trên 55"));
        assert_eq!(of("58 - 60 Sở Y tế"), Some("58 - 60"));
    }

    #[test]
    fn a_share_behind_a_rate_is_of_its_unit() {
        assert_eq!(
            found("Số đảng viên kết nạp Đảng viên/năm % 11.000 Sở Nội vụ"),
            Some(("Đảng viên/năm %", "11.000"))
        );
        assert_eq!(
            found("Vốn đầu tư thực hiện trên địa bàn/ GRDP % 43,7 Sở Tài chính"),
            Some(("%", "43,7"))
        );
    }

    #[test]
    fn the_year_a_change_is_measured_from_is_no_value() {
        assert_eq!(
            found("Số vụ cháy Vụ Giảm ít nhất 25% so với năm 2025 Công an xã"),
            Some(("Vụ", "Giảm ít nhất 25% so với năm 2025"))
        );
        assert_eq!(found("Số vụ cháy so với năm 2025 Công an xã"), None);
        assert_eq!(
            found("Năm đạt chuẩn nông thôn mới Năm 2028 Sở Y tế"),
            Some(("Năm", "2028"))
        );
    }
}
