//! Reading folded text of a value cell from left to right.

use super::{Change, End, Precision};
use crate::model::Unit;
use crate::text::{Filter, Number, Opening, Reading};

/// Reads folded text from left to right; every reader skips blanks first and
/// leaves the text alone where it finds nothing.
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Takes one of the words or signs, whole; tells whether it was there.
    pub fn any(&mut self, words: &[&str]) -> bool {
        let text = self.rest.trim_start();
        if starts_with_digit(text) {
            return false;
        }
        let after = words.iter().find_map(|word| behind(text, word));
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Takes the words that leave a figure's meaning alone.
    pub fn fillers(&mut self) {
        while self.any(&FILLERS) {}
    }

    /// Takes what says that a figure is no level (`tăng`, `giảm`, `gấp`).
    pub fn change(&mut self) -> Option<Change> {
        let text = self.rest.trim_start();
        let (after, change) = CHANGES
            .iter()
            .find_map(|&(word, change)| Some((behind(text, word)?, change)))?;
        self.rest = after;
        Some(change)
    }

    /// Takes the words that say among whom one leads.
    pub fn field(&mut self) {
        while self.any(&FIELDS) {}
    }

    /// Takes `khoảng` and the like.
    pub fn precision(&mut self) -> Precision {
        if self.any(&APPROXIMATE) {
            Precision::Approximate
        } else {
            Precision::Exact
        }
    }

    /// Whether nothing is left.
    pub fn end(&self) -> Option<()> {
        self.rest.trim().is_empty().then_some(())
    }

    /// `Đến năm 2030:`, `2030:`.
    pub fn year_prefix(&mut self) -> Option<i16> {
        let start = self.rest;
        while self.any(&BEFORE_YEAR) {}
        let named = self.year();
        let year = named.or_else(|| self.four_digits());
        let has_colon = self.take(":");
        if year.is_none() || (named.is_none() && !has_colon) {
            self.rest = start;
            return None;
        }
        year
    }

    /// `năm 2030`, `vào năm 2030`.
    pub fn year(&mut self) -> Option<i16> {
        let start = self.rest;
        while self.any(&BEFORE_YEAR) {}
        let year = if self.take("năm") { self.four_digits() } else { None };
        if year.is_none() {
            self.rest = start;
        }
        year
    }

    /// `so với năm 2025`
    pub fn since(&mut self) -> Option<i16> {
        let start = self.rest;
        let since = if self.any(&["so với cuối", "so với", "so"]) {
            self.take("năm");
            self.four_digits()
        } else {
            None
        };
        if since.is_none() {
            self.rest = start;
        }
        since
    }

    fn take(&mut self, word: &str) -> bool {
        self.any(&[word])
    }

    fn four_digits(&mut self) -> Option<i16> {
        let text = self.rest.trim_start();
        let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let year = text[..length]
            .parse()
            .ok()
            .filter(|year| length == 4 && is_year(i64::from(*year)))?;
        self.rest = &text[length..];
        Some(year)
    }

    /// Takes what says on which side of a figure the numbers lie.
    pub fn side(&mut self) -> Option<Side> {
        let text = self.rest.trim_start();
        if starts_with_digit(text) {
            return None;
        }
        let (after, side) = SIDES
            .iter()
            .find_map(|&(word, side)| Some((behind(text, word)?, side)))?;
        self.rest = after;
        Some(side)
    }

    /// Takes a figure with its side, its whole (`/10`) and its unit.
    pub fn bound(&mut self) -> Option<Bound<'a>> {
        let side = self.side();
        self.fillers();
        let reading = self.figure()?;
        let out_of = if self.take("/") {
            Some(self.figure()?.value)
        } else {
            None
        };
        // `7/2026` is a month, not a ratio.
        if out_of.and_then(Number::to_i64).is_some_and(is_year) {
            return None;
        }
        Some(Bound {
            side,
            reading,
            out_of,
            unit: self.unit(),
        })
    }

    /// The bound behind a connector, `None` inside where there is no
    /// connector; `None` outside where the connector leads nowhere.
    #[expect(clippy::option_option, reason = "not understood, understood as absent, understood")]
    pub fn second_bound(&mut self, first: Bound<'_>) -> Option<Option<Bound<'a>>> {
        let start = self.rest;
        let needs_sides = self.take("và");
        if !needs_sides && !self.any(&["-", "÷", "~", "đến", "tới"]) {
            return Some(None);
        }
        if self.take("năm") {
            self.rest = start;
            return Some(None);
        }
        let second = self.bound()?;
        if needs_sides && (first.side.is_none() || second.side.is_none()) {
            return None;
        }
        Some(Some(second))
    }

    fn figure(&mut self) -> Option<Reading> {
        let text = self.rest.trim_start();
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let figure = unsigned
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(unsigned.len());
        let (figure, after) = text.split_at(text.len() - unsigned.len() + figure);
        let reading = Reading::parse(figure)?;
        self.rest = after;
        Some(reading)
    }

    /// A known unit, or a scale word alone (`12 triệu`).
    fn unit(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        if text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("năm ") {
            return None;
        }
        if let Some(length) = Unit::scan(text) {
            self.rest = &text[length..];
            return Some(&text[..length]);
        }
        let mut after = Cursor { rest: text };
        while after.any(&["nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"]) {}
        let length = text.len() - after.rest.len();
        self.rest = if length > 0 { after.rest } else { self.rest };
        (length > 0).then(|| &text[..length])
    }
}

/// Whether a figure comes next: then no word and no sign does.
fn starts_with_digit(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// What is left of a text behind the whole word or sign it opens with.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    // Nearly every word fails here, on its first letter.
    if text.as_bytes().first() != word.as_bytes().first() {
        return None;
    }
    let after = text.strip_prefix(word)?;
    let is_part = word.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphanumeric);
    (!is_part).then_some(after)
}

/// Years that plans speak of.
fn is_year(number: i64) -> bool {
    (1900..=2200).contains(&number)
}

/// A figure with what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Bound<'a> {
    pub side: Option<Side>,
    pub reading: Reading,
    pub out_of: Option<Number>,
    pub unit: Option<&'a str>,
}

impl Bound<'_> {
    /// The figure as an end that is itself allowed.
    pub const fn closed(&self) -> End {
        End {
            alternative: self.reading.alternative,
            ..End::closed(self.reading.value)
        }
    }

    /// The figure as an end that is itself not allowed.
    pub const fn open(&self) -> End {
        End {
            inclusive: false,
            ..self.closed()
        }
    }
}

/// The side of a figure on which the allowed numbers lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    /// Among so many that lead (`Top 10`): a rank that high or better.
    Leading,
}

/// Words and signs for a side, longer ones first where one starts another.
const SIDES: [(&str, Side); 43] = [
    (">=", Side::AtLeast),
    ("=>", Side::AtLeast),
    ("≥", Side::AtLeast),
    (">", Side::MoreThan),
    ("<=", Side::AtMost),
    ("=<", Side::AtMost),
    ("≤", Side::AtMost),
    ("<", Side::LessThan),
    ("ít nhất", Side::AtLeast),
    ("tối thiểu", Side::AtLeast),
    ("không dưới", Side::AtLeast),
    ("không thấp hơn", Side::AtLeast),
    ("không ít hơn", Side::AtLeast),
    ("từ", Side::AtLeast),
    ("trên", Side::MoreThan),
    ("hơn", Side::MoreThan),
    ("lớn hơn", Side::MoreThan),
    ("cao hơn", Side::MoreThan),
    ("không quá", Side::AtMost),
    ("không vượt quá", Side::AtMost),
    ("không trên", Side::AtMost),
    ("không cao hơn", Side::AtMost),
    ("không lớn hơn", Side::AtMost),
    ("tối đa", Side::AtMost),
    ("nhiều nhất", Side::AtMost),
    ("dưới", Side::LessThan),
    ("nhỏ hơn", Side::LessThan),
    ("thấp hơn", Side::LessThan),
    ("top", Side::Leading),
    ("tốp", Side::Leading),
    ("nhóm", Side::Leading),
    ("trong top", Side::Leading),
    ("trong tốp", Side::Leading),
    ("trong nhóm", Side::Leading),
    ("thuộc top", Side::Leading),
    ("thuộc nhóm", Side::Leading),
    ("nằm trong top", Side::Leading),
    ("nằm trong nhóm", Side::Leading),
    ("đứng trong top", Side::Leading),
    ("đứng trong nhóm", Side::Leading),
    ("vào top", Side::Leading),
    ("vào nhóm", Side::Leading),
    ("lọt vào top", Side::Leading),
];

/// Among whom one leads.
const FIELDS: [&str; 16] = [
    "tỉnh",
    "thành phố",
    "địa phương",
    "quốc gia",
    "nước",
    "dẫn đầu",
    "đứng đầu",
    "hàng đầu",
    "cao nhất",
    "tốt nhất",
    "cả nước",
    "toàn quốc",
    "trên",
    "trong",
    "của",
    "và",
];

/// Words for a change, longer ones first where one starts another.
const CHANGES: [(&str, Change); 7] = [
    ("tăng gấp", Change::Multiple),
    ("tăng thêm", Change::Increase),
    ("tăng", Change::Increase),
    ("thêm", Change::Increase),
    ("giảm thêm", Change::Decrease),
    ("giảm", Change::Decrease),
    ("gấp", Change::Multiple),
];

const APPROXIMATE: [&str; 6] = ["khoảng", "xấp xỉ", "trên dưới", "gần", "≈", "~"];

/// Words before a figure that leave its meaning alone.
const FILLERS: [&str; 21] = [
    "phấn đấu",
    "đạt",
    "bảo đảm",
    "đảm bảo",
    "duy trì",
    "giữ vững",
    "giữ",
    "ở mức",
    "mức",
    "bình quân",
    "là",
    "bằng",
    "=",
    "xếp hạng",
    "xếp thứ",
    "đứng thứ",
    "tăng lên",
    "giảm còn",
    "giảm xuống còn",
    "giảm xuống",
    "còn",
];

/// What a value that begins with a word begins with.
pub(super) static OPENINGS: Filter = {
    let mut filter = Filter::of(&[&APPROXIMATE, &FILLERS, &BEFORE_YEAR, &["năm"]]);
    let mut at = 0;
    while at < SIDES.len() {
        filter.add(Opening::of(SIDES[at].0));
        at += 1;
    }
    at = 0;
    while at < CHANGES.len() {
        filter.add(Opening::of(CHANGES[at].0));
        at += 1;
    }
    filter
};

const BEFORE_YEAR: [&str; 6] = ["trong đó", "riêng", "đến", "vào", "trong", "tới"];
