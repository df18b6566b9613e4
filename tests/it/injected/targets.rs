//! A figure of a target, a bound or a unit becomes another; thousands are marked
//! otherwise; a footnote is left out.

use doichieu::checks::{Code, Side};
use doichieu::model::{Indicator, Unit};
use doichieu::text::Number;

use super::known::{Known, Pair, opposite, pairs_of};
use super::random::Random;
use super::source::Claim;
use super::truth::{Edit, Expected, Explained, Rows};

/// The findings inside a program that judge the figures and units of a row.
const INSIDE: &[Code] = &[
    Code::SumDiffers,
    Code::NumberFormat,
    Code::UnitDoubtful,
    Code::TaskAgainstIndicator,
];

/// Ratios and shares that come out of other rows, as a person reckoned them.
const RECKONED: [&[&str]; 2] = [
    &["PL1.7.d", "PL1.9", "PL1.9.a", "PL1.16.a", "PL1.16.b", "PL1.16.c"],
    &["PL2.A.5.c", "PL2.A.7", "PL2.A.12.a", "PL2.A.12.b", "PL2.A.12.c"],
];

/// A change of less than one part in so many may be a matter of rounding.
const ROUNDING: i128 = 10;

fn reckoned(side: Side) -> &'static [&'static str] {
    match side {
        Side::Left => RECKONED[0],
        Side::Right => RECKONED[1],
    }
}

pub fn figure(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = if random.below(6) == 0 {
        let side = if random.coin() { Side::Left } else { Side::Right };
        let id = random.pick(reckoned(side))?.parse().expect("a row id");
        (side, known.indicator(side, &id))
    } else {
        any_indicator(known, random)?
    };
    let cell = &row.value;
    let before = Set::read(&cell.text)?;
    let new = other_digit(&cell.text, random)?;
    let after = Set::read(&new)?;
    let what = format!("{} {:?} → {new:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, &new, &what)?;
    let (expected, explained) = judged(known, (side, row), before, after, &new);
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

/// A bound of a target is dropped or put in: `≥ 10` becomes `10`, `35 - 40`
/// becomes `35`, `30,0` becomes `≥ 30,0`.
pub fn bound(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let cell = &row.value;
    let before = Set::read(&cell.text)?;
    let figure = cell.text.trim_start_matches(['≥', '>', '<', ' ']);
    let new = match figure.split_once('-') {
        Some((low, high)) => random.pick(&[low.trim(), high.trim()])?.to_string(),
        None if figure.len() < cell.text.len() => figure.to_owned(),
        None => format!("{}{figure}", random.pick(&["≥ ", "> ", "< "])?),
    };
    let after = Set::read(&new)?;
    let what = format!("{} {:?} → {new:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, &new, &what)?;
    let (expected, explained) = judged(known, (side, row), before, after, &new);
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

/// A comma groups the thousands of a figure: the figure of the other program
/// shows what is meant.
pub fn separator(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let cell = &row.value;
    let (whole, thousands) = cell.text.split_once('.')?;
    let are_digits = |text: &str| text.bytes().all(|c| c.is_ascii_digit());
    if !are_digits(whole) || !are_digits(thousands) || thousands.len() != 3 {
        return None;
    }
    let new = format!("{whole},{thousands}");
    let what = format!("{} {:?} → {new:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, &new, &what)?;
    let mut expected = Vec::new();
    let mut explained = vec![
        Explained::Row(row.id.clone(), INSIDE),
        // It is no evidence of what other figures mean any more.
        Explained::Code(Code::NumberFormat, side),
        Explained::Code(Code::NumberFormat, opposite(side)),
        Explained::Code(Code::SumDiffers, side),
    ];
    for pair in pairs_of(&known.indicators, side, &row.id) {
        let other = known.indicator(opposite(side), pair.row(opposite(side)));
        // A thousandth under a unit a thousand times as large is no less.
        let one_scale = pair.facts_of("unit_differs") == Some(false);
        let are_equal = pair.is_sure("targets") && pair.says("targets") == "equal";
        if one_scale && are_equal && other.value.text == cell.text {
            expected.push(Expected::stands(
                Code::NumberFormat,
                Rows::With(side, row.id.clone()),
                std::slice::from_ref(&new),
            ));
        } else {
            explained.push(Explained::Row(
                row.id.clone(),
                &[Code::TargetDiffers, Code::UnitDiffers],
            ));
        }
    }
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

/// The mark of a footnote, or the footnote itself, is left out: what it says is
/// said of fewer rows, or of none.
pub fn footnote(known: &Known, random: &mut Random) -> Option<Edit> {
    let side = Side::Right;
    let rows = known.program(side).indicators.iter();
    let marked: Vec<&Indicator> = rows.filter(|row| row.footnote.is_some()).collect();
    if random.below(marked.len()) == 0 {
        let source = known.source(side);
        let start = source.text.find("Ghi chú *")?;
        let end = start + source.text[start..].find('\n')?;
        let removed = source.text[start..end].to_owned();
        let draft = source.replaced(&[(start..end, String::new())]);
        let what = format!("without {:?}", removed.trim());
        let claim = Claim {
            lines: None,
            removed,
            added: String::new(),
        };
        source.assert_edited(&draft, &claim, &what);
        let gone = Expected::gone(Code::FootnoteChangesPeriod, Rows::Any(side));
        return Some(Edit::of_row((side, &marked[0].id), draft, what, vec![gone], Vec::new()));
    }
    let row = *random.pick(&marked)?;
    let words: Vec<&str> = row.name.text.split(' ').collect();
    let last = words.len() - 1;
    let text = words[last].strip_suffix('*')?;
    let what = format!("{} without its mark", row.id);
    let draft = known.source(side).with_words(&row.name, last..last + 1, text, &what)?;
    let gone = Expected::gone(Code::FootnoteChangesPeriod, Rows::With(side, row.id.clone()));
    let explained = vec![Explained::Code(Code::FootnoteChangesPeriod, side)];
    Some(Edit::of_row((side, &row.id), draft, what, vec![gone], explained))
}

/// What must and what may change once a row asks for another set of values.
fn judged(
    known: &Known,
    (side, row): (Side, &Indicator),
    before: Set,
    after: Set,
    new: &str,
) -> (Vec<Expected>, Vec<Explained>) {
    let mut expected = Vec::new();
    let mut explained = vec![Explained::Row(row.id.clone(), INSIDE)];
    for pair in pairs_of(&known.indicators, side, &row.id) {
        let other = pair.row(opposite(side)).clone();
        // The figure of the other program is evidence of what this one means.
        explained.push(Explained::Row(other, &[Code::NumberFormat, Code::TaskAgainstIndicator]));
        if pair.facts_of("unit_differs") == Some(true) {
            // That the figures are equal shows that a unit is a slip.
            explained.push(Explained::Row(row.id.clone(), &[Code::UnitDiffers, Code::UnitDoubtful]));
        }
        match relation(known, pair, side, after) {
            _ if !pair.is_sure("targets") => {
                explained.push(Explained::Row(
                    row.id.clone(),
                    &[Code::TargetDiffers, Code::UnitDiffers],
                ));
            }
            _ if pair.says("targets") == "not-comparable" => {}
            Some("equal") => expected.push(Expected::gone(Code::TargetDiffers, pair.rows())),
            Some(relation) => {
                let facts = [format!("\"relation\":\"{relation}\""), new.to_owned()];
                expected.push(Expected::stands(Code::TargetDiffers, pair.rows(), &facts));
            }
            None => explained.push(Explained::Row(
                row.id.clone(),
                &[Code::TargetDiffers, Code::UnitDiffers],
            )),
        }
    }
    if reckoned(side).contains(&row.id.as_str()) {
        // What comes out of other figures is evidence of what they mean.
        explained.push(Explained::Code(Code::NumberFormat, side));
        // A bound without end is no part of a sum.
        let moved = before.low.checked_sub(after.low).and_then(i128::checked_abs);
        let moved = moved.and_then(|moved| moved.checked_mul(ROUNDING));
        if moved.is_some_and(|moved| moved >= before.low) {
            let sum = Rows::With(side, row.id.clone());
            expected.push(Expected::stands(Code::SumDiffers, sum, &[]));
        }
    }
    (expected, explained)
}

pub fn unit(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let cell = row.unit.as_ref()?;
    let (_, new) = UNITS.iter().find(|(printed, _)| *printed == cell.text)?;
    let what = format!("{} {:?} → {new:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, new, &what)?;

    let is_scale = Unit::parse(&cell.text)?.base == Unit::parse(new)?.base;
    let mut expected = Vec::new();
    let mut explained = vec![
        Explained::Row(row.id.clone(), INSIDE),
        Explained::Row(row.id.clone(), &[Code::FootnoteChangesPeriod]),
    ];
    for pair in pairs_of(&known.indicators, side, &row.id) {
        let equal_before = pair.says("targets") == "equal" && pair.facts_of("unit_differs") == Some(false);
        let printed_alike = Set::read(&row.value.text).is_some_and(|own| {
            let other = known.indicator(opposite(side), pair.row(opposite(side)));
            other.unit_read == row.unit_read && Set::read(&other.value.text) == Some(own)
        });
        let compared = pair.is_sure("unit_differs") && pair.is_sure("targets");
        if pair.says("targets") == "not-comparable" {
            continue;
        }
        if compared && (!is_scale || (equal_before && printed_alike)) {
            expected.push(Expected::stands(Code::UnitDiffers, pair.rows(), &[(*new).to_owned()]));
        } else {
            explained.push(Explained::Row(row.id.clone(), &[Code::UnitDiffers]));
        }
        explained.push(Explained::Row(row.id.clone(), &[Code::TargetDiffers]));
    }
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

/// Printed units and what a slip makes of them: another scale or another base.
const UNITS: &[(&str, &str)] = &[
    ("%", "Người"),
    ("1.000 tỷ đồng", "Tỷ đồng"),
    ("Triệu đồng", "Tỷ đồng"),
    ("1.000 người", "Người"),
    ("Tỷ USD", "Triệu USD"),
    ("USD", "Triệu đồng"),
    ("Tuổi", "%"),
    ("M²/người", "Ha"),
    ("Bác sỹ", "Giường"),
    ("Giường", "Bác sỹ"),
    ("Căn nhà", "M²"),
    ("1.000 căn nhà", "Ha"),
    ("Lao động", "%"),
    ("1.000 lao động", "Tỷ đồng"),
];

/// An indicator of one program or the other, every second one with a pair.
pub fn any_indicator<'a>(known: &'a Known, random: &mut Random) -> Option<(Side, &'a Indicator)> {
    let side = if random.coin() { Side::Left } else { Side::Right };
    if random.coin() {
        let pair = random.pick(&known.indicators)?;
        return Some((side, known.indicator(side, pair.row(side))));
    }
    random.pick(&known.program(side).indicators).map(|row| (side, row))
}

/// What a value cell asks for, in thousandths, ends included or not.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set {
    low: i128,
    high: i128,
    open: bool,
}

const WITHOUT_END: i128 = i128::MAX;

impl Set {
    /// Reads `0,88`, `35 - 40`, `≥ 10`, `< 3,0`; nothing else.
    fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let set = |low, high, open| Some(Self { low, high, open });
        if let Some(bound) = text.strip_prefix('≥') {
            return set(thousandths(bound)?, WITHOUT_END, false);
        }
        if let Some(bound) = text.strip_prefix('>') {
            return set(thousandths(bound)?, WITHOUT_END, true);
        }
        if let Some(bound) = text.strip_prefix('<') {
            return set(-WITHOUT_END, thousandths(bound)?, true);
        }
        let (low, high) = match text.split_once('-') {
            Some((low, high)) => (thousandths(low)?, thousandths(high)?),
            None => (thousandths(&text)?, thousandths(&text)?),
        };
        (low <= high).then_some(Self { low, high, open: false })
    }

    fn scaled(self, factor: i128) -> Self {
        let scaled = |end: i128| if end.abs() == WITHOUT_END { end } else { end * factor };
        Self {
            low: scaled(self.low),
            high: scaled(self.high),
            ..self
        }
    }

    /// How it lies to another, as the report names it; `None` where open ends meet.
    fn relation(self, other: Self) -> Option<&'static str> {
        if (self.open || other.open) && (self.low == other.high || self.high == other.low) {
            return None;
        }
        if self.open != other.open && (self.low == other.low || self.high == other.high) {
            return None;
        }
        let inside = |one: Self, whole: Self| whole.low <= one.low && one.high <= whole.high;
        Some(if self.high < other.low || other.high < self.low {
            "disjoint"
        } else {
            match (inside(self, other), inside(other, self)) {
                (true, true) => "equal",
                (true, false) => "left-inside-right",
                (false, true) => "right-inside-left",
                (false, false) => "overlap",
            }
        })
    }
}

/// A figure by the convention: dots part thousands, a comma parts decimals;
/// `None` where it could be meant otherwise.
fn thousandths(figure: &str) -> Option<i128> {
    let (whole, decimals) = figure.split_once(',').unwrap_or((figure, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    if decimals.len() > 2 || groups[1..].iter().any(|group| group.len() != 3) {
        return None;
    }
    format!("{}{decimals:0<3}", groups.concat()).parse().ok()
}

/// The relation after the row of `side` asks for `set`.
fn relation(known: &Known, pair: &Pair, side: Side, set: Set) -> Option<&'static str> {
    let own = known.indicator(side, pair.row(side));
    let other = known.indicator(opposite(side), pair.row(opposite(side)));
    let (unit, other_unit) = (own.unit_read.as_ref()?, other.unit_read.as_ref()?);
    let scale = |number: Number| number.to_i64().map(i128::from);
    let set = set.scaled(scale(unit.scale)?);
    let other = Set::read(&other.value.text)?.scaled(scale(other_unit.scale)?);
    if unit.base != other_unit.base {
        return None;
    }
    match side {
        Side::Left => set.relation(other),
        Side::Right => other.relation(set),
    }
}

/// The text with one digit changed to another, never the first to a 0.
fn other_digit(text: &str, random: &mut Random) -> Option<String> {
    let digits: Vec<usize> = text
        .bytes()
        .enumerate()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let at = *random.pick(&digits)?;
    let old = text.as_bytes()[at];
    let opens = at == 0 || !text.as_bytes()[at - 1].is_ascii_digit();
    let new = b'0' + u8::try_from(random.below(10)).expect("a digit");
    if new == old || (opens && new == b'0') {
        return None;
    }
    let mut changed = text.to_owned();
    changed.replace_range(at..=at, &char::from(new).to_string());
    Some(changed)
}
