//! What the figures of a text count.

use std::borrow::Cow;
use std::ops::Range;

use super::lead_in::LeadIn;
use super::misread::misread;
use super::named::{dates, may_be_named, names, opens_figure};
use super::rates::TIMES_A_YEAR;
use super::said::{Manner, Said, said};
use crate::checks::Figure;
use crate::checks::ranges::ranges;
use crate::checks::word_before::word_before;
use crate::model::Unit;
use crate::text::{Number, Printed, Word, classified, fold};

/// A text and the figures printed in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printing<'a> {
    pub(super) text: &'a str,
    pub(super) figures: &'a [Printed],
}

/// A figure with what it counts, for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) figure: Figure,
    /// Where its digits stand.
    pub(super) place: Range<usize>,
    pub(super) low: Number,
    pub(super) high: Number,
    /// What its ends are where its commas group thousands (`5,000`).
    pub(super) otherwise: Option<(Number, Number)>,
    /// The side on which more is allowed.
    pub(super) bound: Option<Bound>,
    /// Whether it is nearly reached: `gần 100 km`.
    pub(super) is_nearly: bool,
    /// Whether it is said to be reached or not: `đạt 90%`, `không đạt 90%`.
    pub(super) aim: Aim,
    pub(super) change: Option<Change>,
    /// The words behind it, folded.
    pub(super) noun: Vec<String>,
    pub(super) manner: Manner,
    pub(super) print: Print,
}

/// How the digits of a figure are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    Clear,
    /// With letters for some of them: `9O%`.
    Misread,
}

/// The side of a figure on which more is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    AtLeast,
    AtMost,
    /// The figure itself is not reached: `dưới 90%`, `không đạt 90%`.
    Below,
}

impl Bound {
    /// Whether less is allowed.
    pub(super) const fn is_upper(self) -> bool {
        matches!(self, Self::AtMost | Self::Below)
    }
}

/// How a text speaks of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// As one to be reached, or not: `đạt 90%`, `không đạt 90%`.
    Reached,
    /// As one to fall to: `giảm xuống 3%`, `còn 3%`.
    FallenTo,
    /// Otherwise.
    Told,
}

/// Where a figure leads that is no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Up,
    Down,
    /// `gấp 1,5 lần`
    Times,
}

impl Counted {
    /// Whether both have one number, and allow more on the same side.
    pub(super) fn same_number(&self, other: &Self) -> bool {
        let is_upper = |one: &Self| one.bound.map(Bound::is_upper);
        let other_bound = is_upper(self).zip(is_upper(other)).is_some_and(|(one, two)| one != two);
        let other_change = self.change.zip(other.change).is_some_and(|(one, two)| one != two);
        let is_missed = self.falls_short_of(other) || other.falls_short_of(self);
        self.has_ends_of(other) && !other_bound && !other_change && !is_missed && !self.stays_below(other)
    }

    /// Whether it is nearly what the other allows no less than: `gần 100 km` beside `hơn 100 km`.
    fn falls_short_of(&self, other: &Self) -> bool {
        self.is_nearly && other.bound == Some(Bound::AtLeast)
    }

    /// Whether the ends are the same in one way to read them: `5,000` beside `5.000`.
    fn has_ends_of(&self, other: &Self) -> bool {
        let readings = |one: &Self| [Some((one.low, one.high)), one.otherwise];
        let others = readings(other);
        readings(self)
            .into_iter()
            .any(|ends| ends.is_some() && others.contains(&ends))
    }

    /// Whether one allows no more than the level that the other tells, and
    /// nothing falls to it: `đạt dưới 90%` beside `đạt 90%`. Where the level itself is
    /// allowed (`không quá 20 ngày`), it must be one to be reached.
    fn stays_below(&self, other: &Self) -> bool {
        let is_level = |one: &Self| one.bound.is_none() && one.change.is_none() && !one.is_of_time();
        let is_below = |one: &Self, level: &Self| match one.bound {
            Some(Bound::Below) => one.aim != Aim::FallenTo && level.aim != Aim::FallenTo,
            Some(Bound::AtMost) => level.aim == Aim::Reached,
            Some(Bound::AtLeast) | None => false,
        };
        is_level(other) && is_below(self, other) || is_level(self) && is_below(other, self)
    }

    /// Whether one says that a level is reached, and the other that it is not.
    fn denies(&self, other: &Self) -> bool {
        let is_below = self.bound == Some(Bound::Below) && other.bound.is_none();
        let is_reached = self.aim == Aim::Reached || other.aim == Aim::Reached;
        is_below && is_reached && self.has_ends_of(other) && self.stays_below(other)
    }

    /// Whether it tells how long something takes.
    fn is_of_time(&self) -> bool {
        let unit = self.noun.first().map_or("", String::as_str);
        matches!(unit, "phút" | "giờ" | "ngày" | "tuần" | "tháng" | "năm" | "tuổi")
    }

    /// Whether both can hold although the numbers differ: a number inside a
    /// range or a bound (`4-5 sao`, `4 sao`), a level beside a change (`200%`,
    /// `tăng 100%`).
    pub(super) fn may_both_hold(&self, other: &Self) -> bool {
        if self.denies(other) || other.denies(self) || self.is_of_other_time(other) {
            return false;
        }
        let inside = |outer: &Self, inner: &Self| {
            let holds_low = outer.bound.is_some_and(Bound::is_upper) || outer.low <= inner.low;
            let holds_high = outer.bound == Some(Bound::AtLeast) || inner.high <= outer.high;
            let is_range = outer.low != outer.high;
            let is_wider = (is_range || outer.bound.is_some()) && outer.bound.is_some() != inner.bound.is_some();
            (is_wider || is_range && inner.low == inner.high) && holds_low && holds_high
        };
        let only_recur = self.is_rhythm() && other.is_rhythm();
        let is_changed = self.change.is_some() != other.change.is_some();
        is_changed || only_recur || inside(self, other) || inside(other, self)
    }

    /// Whether both are told in known units that measure other things, as a
    /// whole (`USD`, `đồng`) or in other times (`tấn/ngày`, `tấn/năm`).
    pub(super) fn is_of_other_unit(&self, other: &Self) -> bool {
        let measures = self.measure().zip(other.measure());
        measures.is_some_and(|((one, one_per), (two, two_per))| {
            one != two || (one_per != two_per && !one_per.is_empty() && !two_per.is_empty())
        })
    }

    /// Whether both measure one thing, each in another time: `tấn/ngày`, `tấn/năm`.
    pub(super) fn is_of_other_time(&self, other: &Self) -> bool {
        let measures = self.measure().zip(other.measure());
        measures.is_some_and(|((one, one_per), (two, two_per))| {
            let are_times = [&one_per, &two_per].iter().all(|per| TIMES.contains(&per.as_str()));
            one == two && one_per != two_per && are_times
        })
    }

    /// What its known unit measures, and in what time or of whom, if it says so.
    fn measure(&self) -> Option<(String, String)> {
        let unit = Unit::parse(classified(&self.noun).first()?).filter(Unit::is_known)?;
        let (_, base) = unit.dimension();
        let (counted, per) = base.split_once('/').unwrap_or((&base, ""));
        let per = per.strip_suffix(" đêm").unwrap_or(per);
        Some((counted.to_owned(), per.to_owned()))
    }

    /// Whether it says how often a year.
    pub(super) fn is_rate(&self) -> bool {
        self.noun.first().is_some_and(|noun| noun == TIMES_A_YEAR)
    }

    /// Whether it says that something recurs, and prints no number.
    pub(super) fn is_rhythm(&self) -> bool {
        self.manner == Manner::Rhythm
    }

    /// Whether both say how often, or neither. What is done every year may be
    /// done several times each.
    pub(super) fn recurs_like(&self, other: &Self) -> bool {
        let is_yearly = |one: &Self| one.is_rhythm() && one.low == Number::ONE;
        let is_vague = is_yearly(self) && !other.is_rhythm() || is_yearly(other) && !self.is_rhythm();
        self.is_rate() == other.is_rate() && !is_vague
    }

    /// Whether it is the rate of so many times: `2 lần/năm`, `2 lần`.
    pub(super) fn is_rate_of(&self, other: &Self) -> bool {
        let is_times = other.noun.first().is_some_and(|noun| noun == "lần");
        is_times && self.manner == Manner::Rate(other.low) && other.low == other.high
    }

    /// Whether it tells which one rather than how much: `trẻ 5 tuổi`, `lễ kỷ niệm
    /// 70 năm`, `sơ kết 6 tháng`, `trạm 110 kV`.
    pub(super) fn tells_which(&self) -> bool {
        matches!(
            self.noun.first().map(String::as_str),
            Some("tuổi" | "năm" | "tháng" | "kv")
        )
    }
}

/// Times in which so much is done, as units print them.
const TIMES: [&str; 6] = ["giờ", "ngày", "tuần", "tháng", "quý", "năm"];

/// A figure counts so many words at the most.
const LONGEST_NOUN: usize = 6;

/// Words at which what is counted ends, folded.
const BEYOND_NOUN: &[&str] = &[
    "và", "của", "tại", "theo", "cho", "được", "gắn", "kết", "trên", "trong", "vào", "có", "để", "với", "đến", "ở",
    "tầm", "tích", "so", "giai", "năm", "trở", "qua", "bắc", "lên",
];

/// Words that say no more of what is counted, folded: `50% số trường`.
const EMPTY: &[&str] = &["số", "các", "tổng"];

/// The figures of a text that count or measure something.
pub(super) fn figures(Printing { text, figures: clear }: Printing<'_>) -> Vec<Counted> {
    let misread = misread(text);
    let printed = with_misread(clear, &misread);
    let mut found: Vec<Counted> = Vec::new();
    let said = said(text);
    let is_said = |figure: &Printed| said.iter().any(|said| said.place.contains(&figure.start));
    // Where the last number ends that is a name: `vành đai 3, 4`.
    let mut named: Option<usize> = None;
    let joins = |first: &Printed, next: &Printed| parts_range(&text[first.end..next.start], &text[next.end..]);
    for (first, last) in ranges(&printed, joins) {
        if is_said(first) {
            continue;
        }
        let before = word_before(text, first.start);
        let shares_name = named.is_some_and(|end: usize| matches!(text[end..first.start].trim(), "," | "và" | "/"));
        if shares_name || names(text, first, last, before) {
            named = Some(last.end);
            continue;
        }
        named = None;
        if dates(text, first, before) || dates(text, last, before) {
            continue;
        }
        let Some(counted) = of_printed(text, (first, last), before) else {
            continue;
        };
        let is_misread = misread.contains(first) || misread.contains(last);
        let print = if is_misread { Print::Misread } else { Print::Clear };
        found.push(Counted { print, ..counted });
    }
    if !said.is_empty() {
        found.extend(said.into_iter().map(|said| of_said(text, said)));
        found.sort_by_key(|counted| counted.place.start);
    }
    found
}

/// A printed figure, or a range; nothing where it may belong to the word before.
fn of_printed(text: &str, (first, last): (&Printed, &Printed), before: Option<Word<'_>>) -> Option<Counted> {
    let lead_in = LeadIn::of(text, first.start);
    let (mut end, mut noun) = noun_behind(text, last.end);
    if noun.is_empty() && before.is_some_and(may_be_named) {
        return None;
    }
    let mut bound = lead_in.bound;
    for (words, behind) in [("trở lên", Bound::AtLeast), ("trở xuống", Bound::AtMost)] {
        let rest = text[end..].trim_start();
        if rest.starts_with(words) {
            bound = Some(behind);
            end = text.len() - rest.len() + words.len();
        }
    }
    let swapped = (first.reading.thousands(), last.reading.thousands());
    let otherwise =
        (swapped != (first.reading.value, last.reading.value)).then(|| scaled(swapped.0, swapped.1, &mut noun.clone()));
    let (mut low, mut high) = scaled(first.reading.value, last.reading.value, &mut noun);
    let mut change = lead_in.change;
    if matches!(change, Some(Change::Times | Change::Up))
        && let Some(share) = more(low, high, &mut noun)
    {
        (low, high) = share;
        change = Some(Change::Up);
    }
    Some(Counted {
        figure: Figure {
            printed: text[lead_in.start..end].to_owned(),
            number: text[first.start..last.end].to_owned(),
        },
        place: first.start..last.end,
        low,
        high,
        otherwise,
        bound,
        is_nearly: lead_in.is_nearly,
        aim: lead_in.aim,
        change,
        noun,
        manner: Manner::Plain,
        print: Print::Clear,
    })
}

/// The clear figures with the misread ones in their places.
fn with_misread<'a>(clear: &'a [Printed], misread: &[Printed]) -> Cow<'a, [Printed]> {
    if misread.is_empty() {
        return Cow::Borrowed(clear);
    }
    let is_inside = |figure: &&Printed| misread.iter().any(|run| (run.start..run.end).contains(&figure.start));
    let mut both: Vec<Printed> = clear.iter().filter(|figure| !is_inside(figure)).copied().collect();
    both.extend(misread);
    both.sort_by_key(|figure| figure.start);
    Cow::Owned(both)
}

/// A figure that is said otherwise than by a number.
fn of_said(text: &str, said: Said) -> Counted {
    let lead_in = LeadIn::of(text, said.place.start);
    let (end, mut noun) = match said.manner {
        Manner::Plain => noun_behind(text, said.place.end),
        Manner::Rate(_) | Manner::Rhythm => (said.place.end, Vec::new()),
    };
    noun.retain(|word| !EMPTY.contains(&word.as_str()));
    noun.insert(0, said.unit.to_owned());
    let as_share = more(said.value, said.value, &mut noun);
    let (low, high) = as_share.unwrap_or((said.value, said.value));
    Counted {
        figure: Figure {
            printed: text[lead_in.start..end].to_owned(),
            number: text[said.place.clone()].to_owned(),
        },
        place: said.place,
        low,
        high,
        otherwise: None,
        bound: lead_in.bound,
        is_nearly: lead_in.is_nearly,
        aim: lead_in.aim,
        change: as_share.map_or(lead_in.change, |_| Some(Change::Up)),
        noun,
        manner: said.manner,
        print: Print::Clear,
    }
}

/// Whether this stands inside a range: `3-5`, `3 đến 5`, `3% đến 5%`.
fn parts_range(between: &str, behind: &str) -> bool {
    let between = fold(between);
    let unit = CONNECTORS
        .iter()
        .find_map(|connector| between.trim().strip_suffix(connector));
    unit.is_some_and(|unit| {
        let unit = unit.trim();
        unit.is_empty() || (unit.len() <= LONGEST_UNIT && fold(behind).starts_with(unit))
    })
}

/// What stands between the ends of a range, folded.
const CONNECTORS: [&str; 6] = ["-", "÷", "~", "đến dưới", "đến", "tới"];
/// A unit that both ends of a range have is no longer, in bytes.
const LONGEST_UNIT: usize = 20;

/// Both ends with the words of scale (`nghìn tỷ`) that open the noun, and with
/// its unit's multiple, multiplied in: `1,5 nghìn tỷ đồng` is `1.500 tỷ đồng`.
fn scaled(low: Number, high: Number, noun: &mut Vec<String>) -> (Number, Number) {
    let mut ends = (low, high);
    if noun.starts_with(&PERCENT.map(str::to_owned)) {
        noun.splice(..PERCENT.len(), ["%".to_owned()]);
    }
    let times = |(low, high): (Number, Number), factor| Some((low.checked_mul(factor)?, high.checked_mul(factor)?));
    while let Some(factor) = noun.first().and_then(|word| Unit::scale_word(word))
        && let Some(more) = times(ends, factor)
    {
        ends = more;
        noun.remove(0);
    }
    if let Some(word) = noun.first_mut()
        && let Some(unit) = Unit::parse(word)
        && let (factor, base) = unit.dimension()
        && base != unit.base
        && let Some(more) = times(ends, factor)
    {
        ends = more;
        *word = base;
    }
    ends
}

/// The sign `%` in words, folded.
const PERCENT: [&str; 2] = ["phần", "trăm"];

/// `1,5 lần` as the share it is more, in thousandths: `gấp 1,5 lần` is `tăng 50%`.
fn more(low: Number, high: Number, noun: &mut [String]) -> Option<(Number, Number)> {
    let times = noun.first_mut().filter(|word| *word == "lần")?;
    let thousand = Number::from(1000);
    let share = |times: Number| times.checked_sub(Number::ONE)?.checked_mul(thousand);
    let shares = (share(low)?, share(high)?);
    "‰".clone_into(times);
    Some(shares)
}

/// The end and the words of what a figure counts: up to a mark, another
/// figure, or a few words.
pub(super) fn noun_behind(text: &str, from: usize) -> (usize, Vec<String>) {
    let rest = &text[from..];
    let mut end = from;
    let mut noun = Vec::new();
    let mut offset = 0;
    for piece in rest.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let bare = word.trim_end_matches([',', ';', '.', ')', ':', '…', '”']);
        let opens = bare.starts_with(['(', '“', '-', '–']) || bare.starts_with(|c: char| c.is_ascii_digit());
        if offset > 0 && (opens || noun.len() == LONGEST_NOUN) {
            break;
        }
        let folded = fold(bare);
        if offset > 0 && BEYOND_NOUN.contains(&folded.as_str()) {
            // `70 năm` has no other noun.
            let is_year = || {
                rest[offset + piece.len()..]
                    .split_whitespace()
                    .next()
                    .is_some_and(opens_figure)
            };
            if noun.is_empty() && folded == "năm" && !is_year() {
                end = from + offset + bare.len();
                noun.push(folded);
            }
            break;
        }
        if !bare.is_empty() && !opens {
            if noun.is_empty() || !EMPTY.contains(&folded.as_str()) {
                noun.push(folded);
            }
            end = from + offset + bare.len();
        }
        offset += piece.len();
        if bare.len() < word.len() {
            break;
        }
    }
    (end, noun)
}
