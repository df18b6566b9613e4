//! A quarter or a year of a deadline becomes another; a deadline is left out,
//! exchanged with that of another task, or written otherwise.

use doichieu::checks::{Code, Side};
use doichieu::model::{DeadlineKind, Task};

use super::known::{Known, opposite, pairs_of};
use super::random::Random;
use super::truth::{Edit, Expected, Explained, Rows, Stays};

/// The findings that judge a deadline inside one program, or quote a row whole.
const INSIDE: &[Code] = &[Code::DuplicateTask, Code::ColumnDisplaced];

pub fn changed(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let cell = task.deadline.as_ref()?;
    let words: Vec<&str> = cell.text.split(' ').collect();
    let (at, new, finish) = edited(&words, random)?;
    let what = format!("{} {:?} → {new:?}", task.id, cell.text);
    let draft = known.source(side).with_words(cell, at..at + 1, &new, &what)?;
    let is_period = cell.text.contains(['-', '–']);
    let (expected, explained) = judged(known, (side, task), finish, &new, is_period)?;
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

/// Two tasks of a section have the deadline of each other.
pub fn exchanged(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, one) = any_task(known, random)?;
    let place = |task: &Task| (task.id.annex(), task.section.clone());
    let tasks = known.program(side).tasks.iter();
    let others: Vec<&Task> = tasks
        .filter(|task| task.id != one.id && place(task) == place(one))
        .filter(|task| kin(known, side, one).all(|(child, parent)| task.id != child.id && task.id != parent.id))
        .collect();
    let other = *random.pick(&others)?;
    let cells = (one.deadline.as_ref()?, other.deadline.as_ref()?);
    let finishes = (finish_of(&cells.0.text)?, finish_of(&cells.1.text)?);
    if finishes.0 == finishes.1 || cells.0.lines == cells.1.lines {
        return None;
    }
    let what = format!("{} {:?} ↔ {} {:?}", one.id, cells.0.text, other.id, cells.1.text);
    let draft = known.source(side).exchanged(cells.0, cells.1, None, &what)?;
    let (mut expected, mut explained) = (Vec::new(), Vec::new());
    for (task, finish, text) in [(one, finishes.1, &cells.1.text), (other, finishes.0, &cells.0.text)] {
        let (more, also) = judged(known, (side, task), finish, text, text.contains(['-', '–']))?;
        expected.extend(more);
        explained.extend(also);
    }
    let mut edit = Edit::of_row((side, &one.id), draft, what, expected, explained);
    edit.rows.push(other.id.clone());
    Some(edit)
}

/// The same day in other words: no verdict may change.
pub fn otherwise_written(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let cell = task.deadline.as_ref()?;
    let words: Vec<&str> = cell.text.split(' ').collect();
    let forms = match words.as_slice() {
        ["Quý", point] => {
            let (quarter, year) = point.split_once('/')?;
            let number = QUARTERS.iter().position(|known| *known == quarter)? + 1;
            vec![
                format!("Quý {number}/{year}"),
                format!("Q{quarter}/{year}"),
                format!("Quý {quarter} năm {year}"),
            ]
        }
        ["Năm", year] => vec![format!("Trong năm {year}"), (*year).to_owned()],
        ["Trước", year] if year.len() == 4 => vec![format!("Trước năm {year}")],
        ["2026-2030"] => vec!["2026 – 2030".to_owned(), "Giai đoạn 2026-2030".to_owned()],
        _ => return None,
    };
    let new = random.pick(&forms)?;
    let what = format!("{} {:?} → {new:?}", task.id, cell.text);
    let draft = known.source(side).with_cell(cell, new, &what)?;
    let mut edit = Edit::of_row((side, &task.id), draft, what, Vec::new(), Vec::new());
    edit.stays = Stays::Verdict;
    Some(edit)
}

/// What must and what may change once a task is to be finished by the end of a
/// month, counted from the year 0.
fn judged(
    known: &Known,
    (side, task): (Side, &Task),
    finish: i32,
    new: &str,
    is_period: bool,
) -> Option<(Vec<Expected>, Vec<Explained>)> {
    let annexes = &known.program(side).annexes;
    let period = annexes.iter().find(|annex| annex.number == task.id.annex())?.period?;
    let mut expected = Vec::new();
    let mut explained = vec![Explained::Row(task.id.clone(), INSIDE)];
    for pair in pairs_of(&known.tasks, side, &task.id) {
        match gap(known.task(opposite(side), pair.row(opposite(side))), finish) {
            Gap::Months(0) if pair.is_sure("deadline") => {
                expected.push(Expected::gone(Code::DeadlineDiffers, pair.rows()));
            }
            Gap::WithoutEnd if pair.is_sure("deadline") => {
                let earlier = if side == Side::Left { "left" } else { "right" };
                let facts = [
                    "\"months\":null".to_owned(),
                    format!("\"earlier\":\"{earlier}\""),
                    new.to_owned(),
                ];
                expected.push(Expected::stands(Code::DeadlineDiffers, pair.rows(), &facts));
            }
            Gap::Months(months) if pair.is_sure("deadline") => {
                let earlier = if months < 0 { side } else { opposite(side) };
                let earlier = if earlier == Side::Left { "left" } else { "right" };
                let facts = [
                    format!("\"months\":{}", months.abs()),
                    format!("\"earlier\":\"{earlier}\""),
                    new.to_owned(),
                ];
                expected.push(Expected::stands(Code::DeadlineDiffers, pair.rows(), &facts));
            }
            Gap::Recurs if pair.is_sure("deadline") && !is_period && !new.starts_with("Trước") => {
                let recurs = if side == Side::Left { "right" } else { "left" };
                let facts = [format!("\"recurs\":[\"{recurs}\"]"), new.to_owned()];
                expected.push(Expected::stands(Code::DeadlineDiffers, pair.rows(), &facts));
            }
            Gap::NotComparable | Gap::Recurs => {}
            _ => explained.push(Explained::Row(task.id.clone(), &[Code::DeadlineDiffers])),
        }
    }
    for (child, parent) in kin(known, side, task) {
        let rows = Rows::Of(side, vec![child.id.clone(), parent.id.clone()]);
        let (other, sign) = if child.id == task.id { (parent, 1) } else { (child, -1) };
        match gap(other, finish) {
            Gap::Months(months) if sign * months > 0 => {
                let facts = [format!("\"months\":{}", months.abs()), new.to_owned()];
                expected.push(Expected::stands(Code::DeadlineAfterParent, rows, &facts));
            }
            Gap::Doubtful => explained.push(Explained::Row(task.id.clone(), &[Code::DeadlineAfterParent])),
            _ => expected.push(Expected::gone(Code::DeadlineAfterParent, rows)),
        }
    }
    let outside = Rows::Of(side, vec![task.id.clone()]);
    if finish <= i32::from(period.0 - 1) * 12 + 12 {
        expected.push(Expected::stands(Code::DeadlineOutOfPeriod, outside, &[new.to_owned()]));
    } else if side == Side::Right && finish > i32::from(period.1) * 12 + 12 {
        // The Party annex speaks of 2045 as well.
        expected.push(Expected::stands(Code::DeadlineOutOfPeriod, outside, &[new.to_owned()]));
    } else if !is_period {
        expected.push(Expected::gone(Code::DeadlineOutOfPeriod, outside));
    } else {
        explained.push(Explained::Row(task.id.clone(), &[Code::DeadlineOutOfPeriod]));
    }
    Some((expected, explained))
}

/// A task with the row it stands under, and each sub-row with the task.
fn kin<'a>(known: &'a Known, side: Side, task: &'a Task) -> impl Iterator<Item = (&'a Task, &'a Task)> {
    let tasks = &known.program(side).tasks;
    let parent = tasks.iter().find(|other| task.parent.as_ref() == Some(&other.id));
    let children = tasks.iter().filter(|other| other.parent.as_ref() == Some(&task.id));
    parent
        .map(|parent| (task, parent))
        .into_iter()
        .chain(children.map(move |child| (child, task)))
}

pub fn left_out(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let cell = task.deadline.as_ref()?;
    if task.parent.is_some() || known.has_sub_rows(side, &task.id) {
        return None;
    }
    let what = format!("{} without {:?}", task.id, cell.text);
    let draft = known.source(side).with_cell(cell, "", &what)?;
    let row = Rows::Of(side, vec![task.id.clone()]);
    let mut expected = vec![
        Expected::stands(Code::DeadlineMissing, row.clone(), &[]),
        Expected::gone(Code::DeadlineOutOfPeriod, row),
    ];
    let pairs = pairs_of(&known.tasks, side, &task.id);
    expected.extend(
        pairs
            .iter()
            .map(|pair| Expected::gone(Code::DeadlineDiffers, pair.rows())),
    );
    let explained = vec![Explained::Row(task.id.clone(), INSIDE)];
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

/// A task of one program or the other, every second one with a pair.
pub fn any_task<'a>(known: &'a Known, random: &mut Random) -> Option<(Side, &'a Task)> {
    let side = if random.coin() { Side::Left } else { Side::Right };
    if random.coin() {
        let pair = random.pick(&known.tasks)?;
        return Some((side, known.task(side, pair.row(side))));
    }
    let unpaired = |task: &&Task| pairs_of(&known.tasks, side, &task.id).is_empty();
    let tasks: Vec<&Task> = known.program(side).tasks.iter().filter(unpaired).collect();
    random.pick(&tasks).map(|task| (side, *task))
}

/// Which word of a deadline changes to what, and the month by whose end the
/// work is then to be finished, counted from the year 0; `None` for deadlines
/// of other forms than `Quý IV/2027`, `Năm 2026`, `Trước 2030`, `2026 - 2030`.
fn edited(words: &[&str], random: &mut Random) -> Option<(usize, String, i32)> {
    let last = words.len() - 1;
    let year_of = |word: &str| word.parse::<i32>().ok().filter(|year| (2000..2100).contains(year));
    if let ["Quý", point] = words {
        let (quarter, year) = point.split_once('/')?;
        let (mut quarter, mut year) = (QUARTERS.iter().position(|known| *known == quarter)?, year_of(year)?);
        if random.coin() {
            quarter = (quarter + 1 + random.below(3)) % 4;
        } else {
            year = other_year(year, random);
        }
        let months = i32::try_from(quarter * 3 + 3).expect("at most 12");
        return Some((last, format!("{}/{year}", QUARTERS[quarter]), year * 12 + months));
    }
    let (before, printed) = match words {
        ["Trước", year] | ["Trước", "năm", year] => (true, *year),
        ["Năm" | "năm", year] | ["Trong", "năm", year] | [year] => (false, *year),
        [from, "-" | "–", year] if year_of(from).is_some() => (false, *year),
        _ => return None,
    };
    let (from, year) = match printed.split_once(['-', '–']) {
        Some((from, year)) => (Some(year_of(from)?), year_of(year)?),
        None => (
            words.first().and_then(|word| year_of(word)).filter(|_| last > 0),
            year_of(printed)?,
        ),
    };
    let new = other_year(year, random);
    if from.is_some_and(|from| from >= new) {
        return None;
    }
    let text = printed.replace(&year.to_string(), &new.to_string());
    Some((last, text, (new - i32::from(before)) * 12 + 12))
}

/// The month by whose end a deadline is up, counted from the year 0; `None`
/// for other forms than [`edited`] changes.
fn finish_of(text: &str) -> Option<i32> {
    let words: Vec<&str> = text.split(' ').collect();
    let year_of = |word: &str| word.parse::<i32>().ok().filter(|year| (2000..2100).contains(year));
    let last = |word: &str| year_of(word.rsplit(['-', '–']).next()?);
    match words.as_slice() {
        ["Quý", point] => {
            let (quarter, year) = point.split_once('/')?;
            let quarter = QUARTERS.iter().position(|known| *known == quarter)?;
            Some(year_of(year)? * 12 + i32::try_from(quarter * 3 + 3).ok()?)
        }
        ["Trước", year] | ["Trước", "năm", year] => Some(year_of(year)? * 12),
        ["Năm" | "năm", year] | ["Trong", "năm", year] | [year] => Some(last(year)? * 12 + 12),
        [from, "-" | "–", year] if year_of(from).is_some() => Some(year_of(year)? * 12 + 12),
        _ => None,
    }
}

const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// Mostly a year of the period, at times one outside.
fn other_year(year: i32, random: &mut Random) -> i32 {
    let years = [2023, 2026, 2026, 2027, 2027, 2028, 2028, 2029, 2029, 2030, 2033];
    loop {
        let new = years[random.below(years.len())];
        if new != year {
            return new;
        }
    }
}

/// How a deadline lies to that of another row.
enum Gap {
    /// Later by so many months, or earlier.
    Months(i32),
    /// The other never ends.
    WithoutEnd,
    /// The other recurs.
    Recurs,
    /// The other is empty or hangs on a condition.
    NotComparable,
    /// The other has several dates, or ends within a month.
    Doubtful,
}

fn gap(other: &Task, finish: i32) -> Gap {
    let Some(due) = &other.due else {
        return Gap::NotComparable;
    };
    match (&due.kind, due.finish) {
        (DeadlineKind::OpenEnded { .. }, None) => Gap::WithoutEnd,
        (DeadlineKind::Recurring { within: None, .. }, _) => Gap::Recurs,
        (DeadlineKind::Recurring { .. } | DeadlineKind::Conditional { when: None, .. }, _) => Gap::NotComparable,
        (
            DeadlineKind::By { .. }
            | DeadlineKind::Until { .. }
            | DeadlineKind::Before { .. }
            | DeadlineKind::Period { .. },
            Some(day),
        ) if day.day() >= 30 => Gap::Months(finish - (i32::from(day.year()) * 12 + i32::from(day.month()))),
        _ => Gap::Doubtful,
    }
}
