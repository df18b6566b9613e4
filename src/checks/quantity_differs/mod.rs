#![doc = include_str!("../quantity_differs.en.md")]

mod counted;
mod in_words;
mod labels;
mod lead_in;
mod misread;
mod named;
mod rank;
mod rates;
mod said;
mod scale;
mod series;
mod shares;
mod split;
mod times;

use super::context::{Context, texts_finding};
use super::deadline_differs::one_of_several_parts;
use super::definition_differs::name_two_works;
use super::word_before::word_before;
use super::{Code, Details, Figure, Finding, Severity, Side};
use crate::model::{DeadlineOrder, Task};
use crate::text::{Printed, Word, classified, fold, has_words, numbers, words};
use counted::{Counted, Print, Printing, figures};

use split::is_share;
use times::Time;

pub(super) use series::Figures;
pub(super) use times::due;

/// A figure that changed cannot hold on both sides, nor can a number that names
/// another thing, unless one program is for a part of what the other is for; another period or year is for somebody to decide. A figure
/// that only one text has was added or dropped. Where a row is one of several
/// parts of the other, the other's further figures belong to the other parts, but
/// for what it alone names.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_between_levels = context.is_between_levels();
    for (pair, left, right) in context.task_pairs() {
        if left.text.text == right.text.text {
            continue;
        }
        let [l, r] = [(Side::Left, left), (Side::Right, right)].map(|(side, task)| printing(context, side, task));
        let (mut only_left, mut only_right) = (figures(l), figures(r));
        let yearly = [
            only_yearly((left, &only_left), (right, &only_right)),
            only_yearly((right, &only_right), (left, &only_left)),
        ];
        let mut counted = cancel(&mut only_left, &mut only_right);
        counted.retain(|(l, r)| !is_share(context, Side::Right, l, r) && !is_share(context, Side::Left, r, l));
        let labels = if pair.through_parent {
            Vec::new()
        } else {
            labels::changed(l.text, r.text)
        };
        let times = if pair.through_parent {
            Vec::new()
        } else {
            let are_told = matches!(
                pair.deadlines,
                DeadlineOrder::LeftEarlier { .. } | DeadlineOrder::LeftLater { .. }
            );
            let mut times = times::changed(l.text, r.text);
            times.retain(|(l, r)| !(are_told && is_due(left, l) && is_due(right, r)));
            times
        };
        let is_as_often = || is_yearly(left) == is_yearly(right);
        let is_misread = |(l, r): &(Counted, Counted)| l.print == Print::Misread || r.print == Print::Misread;
        let differ = |pair: &(Counted, Counted)| {
            let (l, r) = pair;
            let is_comparable = || l.is_rate() && r.is_rate() || l.is_of_other_time(r) || is_as_often();
            !is_misread(pair) && !l.may_both_hold(r) && is_comparable()
        };
        let is_slip = labels.is_empty() && times.is_empty() && !counted.is_empty() && counted.iter().all(is_misread);
        let cannot_both_hold = !is_between_levels && (counted.iter().any(differ) || !labels.is_empty());
        let counted = counted.into_iter().map(|(l, r)| (l.figure, r.figure));
        let labels = labels.into_iter().map(|(l, r)| (l.figure, r.figure));
        let times = times.into_iter().map(|(l, r)| (l.figure, r.figure));
        let changed: Vec<(Figure, Figure)> = counted.chain(labels).chain(times).collect();
        only_left.retain(|counted| !counted.is_rhythm() && !counted.is_in_words(r.text));
        only_right.retain(|counted| !counted.is_rhythm() && !counted.is_in_words(l.text));
        only_left.retain(is_not_said_beside(context, Side::Right, [right, left]));
        only_right.retain(is_not_said_beside(context, Side::Left, [left, right]));
        let part = one_of_several_parts(context, pair);
        if pair.through_parent || part == Some(Side::Right) {
            only_left.retain(|counted| !pair.through_parent && is_of_part(context, Side::Left, [left, right], counted));
        }
        if pair.through_parent || part == Some(Side::Left) {
            only_right
                .retain(|counted| !pair.through_parent && is_of_part(context, Side::Right, [right, left], counted));
        }
        let plain = |found: Vec<Counted>, yearly: Option<Figure>| -> Vec<Figure> {
            let found = found.into_iter().map(|counted| counted.figure);
            found.chain(yearly.filter(|_| changed.is_empty())).collect()
        };
        let [yearly_left, yearly_right] = yearly;
        let (only_left, only_right) = (plain(only_left, yearly_left), plain(only_right, yearly_right));
        if changed.is_empty() && only_left.is_empty() && only_right.is_empty() {
            continue;
        }
        let severity = if cannot_both_hold && name_two_works(left, right, pair.relation) {
            Severity::Doubt
        } else if cannot_both_hold {
            Severity::Contradiction
        } else if is_slip && only_left.is_empty() && only_right.is_empty() {
            Severity::Doubt
        } else {
            Severity::Difference
        };
        let details = Details::QuantityDiffers {
            changed,
            only_left,
            only_right,
        };
        findings.push(texts_finding(
            (Code::QuantityDiffers, severity),
            (&left.id, &left.text),
            (&right.id, &right.text),
            details,
        ));
    }
    findings
}

/// What two texts of one program that say one task say otherwise, and how grave
/// that is. Another figure for another time, or of another name, is another thing.
pub(super) fn otherwise(one: &str, other: &str) -> Option<(Severity, Vec<(Figure, Figure)>)> {
    let [one_printed, other_printed] = [one, other].map(|text| numbers(text).collect::<Vec<_>>());
    let of = |text, printed: &[Printed]| figures(Printing { text, figures: printed });
    let (mut ones, mut others) = (of(one, &one_printed), of(other, &other_printed));
    let name_others = series::name_others((one, &ones), (other, &others));
    let mut changed = cancel(&mut ones, &mut others);
    changed.retain(|(l, r)| l.print == Print::Clear && r.print == Print::Clear && !l.may_both_hold(r));
    let plain = |changed: Vec<(Figure, Figure)>, severity| (!changed.is_empty()).then_some((severity, changed));
    match (changed.is_empty(), name_others) {
        (false, false) => {
            let changed = changed.into_iter().map(|(l, r)| (l.figure, r.figure));
            plain(changed.collect(), Severity::Contradiction)
        }
        (true, _) => {
            let times = times::changed(one, other)
                .into_iter()
                .map(|(l, r)| (l.figure, r.figure));
            plain(times.collect(), Severity::Difference)
        }
        (false, true) => None,
    }
}

/// The figures, numbers of names and years that two names of one thing have in
/// each other's place: `từ 3 sao`, `từ 4 sao`. In a name a bound is a bound.
pub(super) fn exchanged_in(one: &str, other: &str) -> Vec<(Figure, Figure)> {
    let has_figure = |name: &str| name.contains(|c: char| c.is_ascii_digit());
    if !has_figure(one) || !has_figure(other) {
        return Vec::new();
    }
    let [one_printed, other_printed] = [one, other].map(|text| numbers(text).collect::<Vec<_>>());
    let of = |text, printed: &[Printed]| figures(Printing { text, figures: printed });
    let changed = cancel(&mut of(one, &one_printed), &mut of(other, &other_printed));
    let changed = changed
        .into_iter()
        .filter(|(l, r)| l.print == Print::Clear && r.print == Print::Clear);
    let figures = changed.map(|(l, r)| (l.figure, r.figure));
    let labels = labels::changed(one, other)
        .into_iter()
        .map(|(l, r)| (l.figure, r.figure));
    let times = times::changed(one, other)
        .into_iter()
        .map(|(l, r)| (l.figure, r.figure));
    figures.chain(labels).chain(times).collect()
}

fn printing<'a>(context: &'a Context<'_>, side: Side, task: &'a Task) -> Printing<'a> {
    Printing {
        text: &task.text.text,
        figures: context.figures_of_task(side, &task.id),
    }
}

/// Whether a further figure of a whole counts what one of its parts names and
/// no other one does.
fn is_of_part(context: &Context<'_>, side: Side, [whole, part]: [&Task; 2], counted: &Counted) -> bool {
    let Some(thing) = counted.noun.get(..NAMING_WORDS) else {
        return false;
    };
    let thing = thing.join(" ");
    let names = |task: &&Task| has_words(&fold(&task.text.text), &thing);
    let mut naming = context.partners(side, &whole.id).iter().copied().filter(names);
    naming.next().is_some_and(|task| task.id == part.id) && naming.next().is_none()
}

/// So many words name a thing.
const NAMING_WORDS: usize = 2;

/// Whether no sub-row of a task has a figure, and no other row with the same
/// partner: they say in several rows what the other program says in one.
fn is_not_said_beside<'a>(
    context: &'a Context<'_>,
    side: Side,
    [task, partner]: [&'a Task; 2],
) -> impl Fn(&Counted) -> bool + 'a {
    let below = context.below(side, &task.id);
    let shared = context.partners(side.other(), &partner.id);
    move |counted| {
        let goes_on = |row: &&&Task| row.id != task.id && says_more(task, row);
        let others = shared.iter().filter(goes_on);
        let mut said = below
            .iter()
            .chain(others)
            .flat_map(|row| figures(printing(context, side, row)));
        !said.any(|said| said.same_number(counted) && said.noun.first() == counted.noun.first())
    }
}

/// Whether a row says what another one does not: it is not the same again without a figure.
fn says_more(task: &Task, other: &Task) -> bool {
    if task.text.text == other.text.text {
        return false;
    }
    let other = fold(&other.text.text);
    let mut own = words(&task.text.text).filter(|word| !has_words(&other, &fold(word.text)));
    own.nth(LEAST_OWN_WORDS - 1).is_some()
}

/// A row that goes on with another has so many words of its own.
const LEAST_OWN_WORDS: usize = 3;

/// Whether a time of a text is the deadline of its row, which is compared by itself.
fn is_due(task: &Task, time: &Time) -> bool {
    let finish = task.due.as_ref().and_then(|due| due.finish);
    finish.is_some_and(|finish| finish.year() == time.year)
}

/// Whether the text of a task says what is done every year, not in all.
fn is_yearly(task: &Task) -> bool {
    said_yearly(&task.text.text).is_some()
}

/// Between a figure and its unit stand so many words at the most: `50 nghìn tỷ đồng`.
const LONGEST_SCALE: usize = 2;

/// What says that something is done every year, as printed: `mỗi năm`, `50 tỷ đồng/năm`.
fn said_yearly(text: &str) -> Option<&str> {
    text.match_indices("năm").find_map(|(at, year)| {
        let end = at + year.len();
        let is_word = !text[end..].starts_with(char::is_alphanumeric);
        let before = word_before(text, at).filter(|_| is_word)?;
        match &text[before.end()..at] {
            "/" => {
                let counted: Vec<Word<'_>> = words(&text[..before.start]).collect();
                let mut counted = counted.iter().rev().take(LONGEST_SCALE);
                let figure = counted.find(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
                Some(&text[figure.unwrap_or(&before).start..end])
            }
            " " => matches!(&*fold(before.text), "mỗi" | "hằng" | "hàng").then(|| &text[before.start..end]),
            _ => None,
        }
    })
}

/// What says in one row that a count of both is one of each year (`50 tỷ
/// đồng/năm`, `50 tỷ đồng`), where no deadline recurs.
fn only_yearly((own, figures): (&Task, &[Counted]), (other, of_other): (&Task, &[Counted])) -> Option<Figure> {
    let recurs = |task: &Task| task.due.as_ref().is_some_and(|due| due.rhythms().is_some());
    if is_yearly(other) || recurs(own) || recurs(other) {
        return None;
    }
    let said = said_yearly(&own.text.text)?;
    let is_count = |figure: &&Counted| {
        let is_share = figure.figure.printed.contains('%');
        !is_share && !figure.is_rate() && !figure.is_rhythm() && !figure.tells_which()
    };
    let unit = |figure: &Counted| figure.noun.first().map(|unit| unit.trim_end_matches("/năm").to_owned());
    let is_shared = |own: &Counted| {
        let mut others = of_other.iter();
        others.any(|other| own.same_number(other) && unit(own) == unit(other))
    };
    figures.iter().filter(is_count).any(is_shared).then(|| Figure {
        printed: said.to_owned(),
        number: said.to_owned(),
    })
}

/// Takes out the figures both have; returns those that count the same thing
/// with another number.
fn cancel(left: &mut Vec<Counted>, right: &mut Vec<Counted>) -> Vec<(Counted, Counted)> {
    take_pairs(left, right, |l, r| l.same_number(r) && l.noun == r.noun);
    let mut changed = take_pairs(left, right, |l, r| l.noun.len() > 1 && l.noun == r.noun);
    take_pairs(left, right, |l, r| l.same_number(r) && l.noun.first() == r.noun.first());
    take_pairs(left, right, |l, r| l.is_rate_of(r) || r.is_rate_of(l));
    take_pairs(left, right, |l, r| {
        l.same_number(r) && l.recurs_like(r) && !l.is_of_other_unit(r)
    });
    changed.extend(take_pairs(left, right, |l, r| {
        !l.noun.is_empty() && l.noun == r.noun && l.recurs_like(r)
    }));
    changed.extend(take_pairs(left, right, |l, r| {
        l.same_number(r) && l.is_of_other_time(r)
    }));
    changed.extend(take_pairs(left, right, |l, r| {
        counts_alike(&l.noun, &r.noun) && l.recurs_like(r)
    }));
    changed
}

/// Takes out what fits something of the other side.
fn take_pairs<T>(left: &mut Vec<T>, right: &mut Vec<T>, fits: impl Fn(&T, &T) -> bool) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < left.len() {
        match right.iter().position(|other| fits(&left[at], other)) {
            Some(other) => pairs.push((left.remove(at), right.remove(other))),
            None => at += 1,
        }
    }
    pairs
}

/// Whether two figures count the same thing: their first two words, or the
/// only one both have.
fn counts_alike(left: &[String], right: &[String]) -> bool {
    let open_alike = |left: &[String], right: &[String]| {
        let length = left.len().min(right.len()).min(2);
        length > 0 && left[..length] == right[..length]
    };
    open_alike(left, right) || open_alike(classified(left), classified(right))
}

#[cfg(test)]
mod tests;
