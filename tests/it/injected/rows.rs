//! A row is deleted, split in two, printed twice, or moved.

use std::ops::Range;

use doichieu::checks::{Code, Side};
use doichieu::model::{Lines, RowId, Task};

use super::deadlines::any_task;
use super::known::{Known, Pair, opposite, pairs_of};
use super::random::Random;
use super::source::Claim;
use super::targets::any_indicator;
use super::truth::{Edit, Expected, Explained, Rows};

/// The findings between rows of a pair, which say whether one is a part of the other.
const BETWEEN: &[Code] = &[Code::DeadlineDiffers, Code::QuantityDiffers, Code::LeadBodyDiffers];
/// The findings that list rows one after the other.
const LISTS: &[Code] = &[
    Code::BodySpelledVariously,
    Code::ColumnDisplaced,
    Code::DuplicateTask,
    Code::AnnouncedCountDiffers,
];

/// A row whose only match is doubtful may come to stand alone.
const ALONE: &[Code] = &[Code::TaskWithoutCounterpart, Code::IndicatorWithoutCounterpart];

pub fn task_deleted(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let (draft, claim) = deletion(known, side, &task.id, task.lines, &task.number)?;
    let what = format!("{} deleted", task.id);
    known.source(side).assert_edited(&draft, &claim, &what);
    let numbers: Vec<(&RowId, &str)> = known
        .program(side)
        .tasks
        .iter()
        .map(|row| (&row.id, row.number.as_str()))
        .collect();
    let mut expected = gap(side, &task.id, &numbers)?;
    let mut explained = vec![Explained::About(task.id.clone())];
    if side == Side::Right {
        let counted = Expected::stands(
            Code::AnnouncedCountDiffers,
            Rows::Any(side),
            &["\"found\":60".to_owned()],
        );
        expected.push(counted);
        explained.push(Explained::Code(Code::AnnouncedCountDiffers, side));
    }
    explained.extend(beside(known, side, &task.id));
    lonely(
        &known.tasks,
        side,
        &task.id,
        Code::TaskWithoutCounterpart,
        &mut expected,
        &mut explained,
    );
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

pub fn indicator_deleted(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    if row.parent.is_some() || ["PL1.16", "PL2.A.12"].contains(&row.id.as_str()) {
        return None;
    }
    let (draft, claim) = deletion(known, side, &row.id, row.lines, &row.number)?;
    let what = format!("{} deleted", row.id);
    known.source(side).assert_edited(&draft, &claim, &what);
    let numbers: Vec<(&RowId, &str)> = known
        .program(side)
        .indicators
        .iter()
        .map(|row| (&row.id, row.number.as_str()))
        .collect();
    let mut expected = gap(side, &row.id, &numbers)?;
    let mut explained = vec![Explained::About(row.id.clone())];
    if side == Side::Right && row.id.annex() == 2 {
        // The body text announces 40 indicators.
        let counted = Expected::stands(
            Code::AnnouncedCountDiffers,
            Rows::Any(side),
            &["\"found\":39".to_owned()],
        );
        expected.push(counted);
    }
    // Its figure can be evidence of what others mean.
    explained.push(Explained::Code(Code::NumberFormat, side));
    lonely(
        &known.indicators,
        side,
        &row.id,
        Code::IndicatorWithoutCounterpart,
        &mut expected,
        &mut explained,
    );
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

pub fn printed_twice(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let span = alone(known, side, &task.id, task.lines, &task.number)?;
    if task.text.text.split(' ').count() < 6 {
        return None;
    }
    let again: RowId = format!("{}#2", task.id).parse().expect("a row id");
    let what = format!("{} printed twice", task.id);
    let draft = known.source(side).doubled(span, task.lines, &what);
    let both = Rows::Of(side, vec![task.id.clone(), again.clone()]);
    let mut expected = vec![
        Expected::stands(Code::NumberRepeated, both.clone(), &[]),
        Expected::stands(Code::DuplicateTask, both, &["\"exact\":true".to_owned()]),
    ];
    let mut explained = vec![
        Explained::About(again.clone()),
        Explained::Row(task.id.clone(), LISTS),
        Explained::Code(Code::AnnouncedCountDiffers, side),
    ];
    explained.extend(beside(known, side, &task.id));
    let pairs = pairs_of(&known.tasks, side, &task.id);
    for pair in &pairs {
        explained.push(Explained::Row(pair.row(opposite(side)).clone(), BETWEEN));
        let text = |pair: &Pair| &known.task(opposite(side), pair.row(opposite(side))).text.text;
        if pairs.iter().filter(|other| text(other) == text(pair)).count() > 1 {
            // Both programs now have the task twice: paired row by row.
            continue;
        }
        if pair.is_sure("deadline") && pair.says("deadline").starts_with("left-") {
            expected.push(Expected::stands(Code::DeadlineDiffers, pair.with(side, &again), &[]));
        }
        if pair.is_sure("lead") && pair.says("lead") == "conflict" {
            expected.push(Expected::stands(Code::LeadBodyDiffers, pair.with(side, &again), &[]));
        }
    }
    if pairs.is_empty() && !is_tied(known, &task.id) {
        let row = Rows::Of(side, vec![again.clone()]);
        expected.push(Expected::stands(Code::TaskWithoutCounterpart, row, &[]));
    }
    let mut edit = Edit::of_row((side, &task.id), draft, what, expected, explained);
    edit.rows.push(again);
    Some(edit)
}

pub fn indicator_printed_twice(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let span = alone(known, side, &row.id, row.lines, &row.number)?;
    let again: RowId = format!("{}#2", row.id).parse().expect("a row id");
    let what = format!("{} printed twice", row.id);
    let draft = known.source(side).doubled(span, row.lines, &what);
    let both = Rows::Of(side, vec![row.id.clone(), again.clone()]);
    let mut expected = vec![Expected::stands(Code::NumberRepeated, both.clone(), &[])];
    if row.target.is_some() {
        let same = ["\"relation\":\"equal\"".to_owned()];
        expected.push(Expected::stands(Code::DuplicateIndicator, both, &same));
    }
    // The second row has nothing to be compared with; the first one keeps it.
    let explained = vec![
        Explained::About(again.clone()),
        Explained::Code(Code::AnnouncedCountDiffers, side),
        Explained::Code(Code::BodySpelledVariously, side),
    ];
    let mut edit = Edit::of_row((side, &row.id), draft, what, expected, explained);
    edit.rows.push(again);
    Some(edit)
}

pub fn indicator_moved(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let span = alone(known, side, &row.id, row.lines, &row.number)?;
    let rows = known.program(side).indicators.iter();
    let others: Vec<_> = rows
        .filter(|other| other.id != row.id && other.parent.is_none() && !known.has_sub_rows(side, &other.id))
        .filter(|other| other.id.annex() == row.id.annex() && other.section == row.section)
        .filter(|other| alone(known, side, &other.id, other.lines, &other.number).is_some())
        .collect();
    let target = random.pick(&others)?;
    let to = known.source(side).span(target.lines).end;
    let between = row.lines.join(target.lines);
    let mut headings = known.program(side).sections.iter();
    let crosses_heading =
        headings.any(|section| between.first < section.lines.first && section.lines.last < between.last);
    if row.parent.is_some() || to == span.start || crosses_heading {
        return None;
    }
    let what = format!("{} moved behind {}", row.id, target.id);
    let draft = known.source(side).moved(span, to, &what);
    // Rows are listed in the order of the document.
    let explained = vec![
        Explained::Code(Code::BodySpelledVariously, side),
        Explained::Code(Code::FootnoteChangesPeriod, side),
        Explained::Row(row.id.clone(), &[Code::NumberFormat]),
    ];
    Some(Edit::of_row((side, &row.id), draft, what, Vec::new(), explained))
}

pub fn split(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let span = alone(known, side, &task.id, task.lines, &task.number)?;
    let places = known.source(side).words(&task.text)?;
    if places.len() < 14 {
        return None;
    }
    let cut = places.len() / 2 - 1 + random.below(3);
    let again: RowId = format!("{}#2", task.id).parse().expect("a row id");
    let without = |gone: &[Range<usize>]| {
        let source = &known.source(side).text;
        let mut row = source[span.start..gone[0].start].to_owned();
        row.push_str(&source[gone[gone.len() - 1].end..span.end]);
        row
    };
    let (first, second) = (without(&places[cut..]), without(&places[..cut]));
    let draft = known.source(side).replaced(&[(span.clone(), first.clone() + &second)]);
    let claim = Claim {
        lines: Some(task.lines),
        removed: known.source(side).text[span].to_owned(),
        added: first + &second,
    };
    let what = format!("{} split behind word {cut}", task.id);
    known.source(side).assert_edited(&draft, &claim, &what);
    let both = Rows::Of(side, vec![task.id.clone(), again.clone()]);
    let mut expected = vec![Expected::stands(Code::NumberRepeated, both, &[])];
    let mut explained = vec![
        Explained::About(task.id.clone()),
        Explained::About(again.clone()),
        Explained::Code(Code::AnnouncedCountDiffers, side),
    ];
    explained.extend(beside(known, side, &task.id));
    let pairs = pairs_of(&known.tasks, side, &task.id);
    for pair in &pairs {
        explained.push(Explained::Row(pair.row(opposite(side)).clone(), BETWEEN));
    }
    if pairs.is_empty() && !is_tied(known, &task.id) {
        // The first half still says what is to be done.
        let row = Rows::Of(side, vec![task.id.clone()]);
        expected.push(Expected::stands(Code::TaskWithoutCounterpart, row, &[]));
    }
    let mut edit = Edit::of_row((side, &task.id), draft, what, expected, explained);
    edit.rows.push(again);
    Some(edit)
}

pub fn moved(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let span = alone(known, side, &task.id, task.lines, &task.number)?;
    let place = |row: &Task| (row.id.annex(), row.section.clone(), row.group.clone());
    let behind: Vec<&Task> = known
        .program(side)
        .tasks
        .iter()
        .filter(|row| row.id != task.id && place(row) == place(task))
        .filter(|row| alone(known, side, &row.id, row.lines, &row.number).is_some())
        .collect();
    let target = random.pick(&behind)?;
    let to = known.source(side).span(target.lines).end;
    if to == span.start {
        return None;
    }
    let what = format!("{} moved behind {}", task.id, target.id);
    let draft = known.source(side).moved(span, to, &what);
    // Rows are listed in the order of the document.
    let mut explained = vec![Explained::Row(task.id.clone(), LISTS)];
    explained.extend(
        [&task.id, &target.id]
            .into_iter()
            .flat_map(|row| beside(known, side, row)),
    );
    Some(Edit::of_row((side, &task.id), draft, what, Vec::new(), explained))
}

/// The bytes of a row that stands by itself: it has a number that no other row
/// has, no sub-rows, and its lines hold nothing else.
fn alone(known: &Known, side: Side, id: &RowId, lines: Lines, number: &str) -> Option<Range<usize>> {
    let span = known.source(side).span(lines);
    let opens = known.source(side).text[span.clone()].split_whitespace().next() == Some(number);
    let numbered = number.parse::<u32>().is_ok() && !known.is_numbered_again(side, id);
    (opens && numbered && !known.has_sub_rows(side, id) && known.stands_alone(side, id, lines)).then_some(span)
}

fn deletion(known: &Known, side: Side, id: &RowId, lines: Lines, number: &str) -> Option<(String, Claim)> {
    let span = alone(known, side, id, lines, number)?;
    let claim = Claim {
        lines: Some(lines),
        removed: known.source(side).text[span.clone()].to_owned(),
        added: String::new(),
    };
    Some((known.source(side).replaced(&[(span, String::new())]), claim))
}

/// The gap that a deleted row leaves between its neighbours; `None` beside a
/// gap there is already.
fn gap(side: Side, id: &RowId, rows: &[(&RowId, &str)]) -> Option<Vec<Expected>> {
    let numbered: Vec<(&RowId, u32)> = rows
        .iter()
        .filter_map(|(id, number)| Some((*id, number.parse().ok()?)))
        .collect();
    let at = numbered.iter().position(|(row, _)| *row == id)?;
    let number = numbered[at].1;
    let next = numbered.get(at + 1).filter(|(row, _)| row.annex() == id.annex());
    let before = at
        .checked_sub(1)
        .and_then(|at| numbered.get(at))
        .filter(|(row, _)| row.annex() == id.annex());
    if next.is_some_and(|(_, next)| *next == number + 2) || before.is_some_and(|(_, before)| *before + 2 == number) {
        return None;
    }
    if next.is_none_or(|(_, next)| *next != number + 1) {
        return Some(Vec::new());
    }
    let fact = format!("\"numbers\":[{number}]");
    Some(vec![Expected::stands(Code::NumberMissing, Rows::Any(side), &[fact])])
}

/// What becomes of the rows a deleted row was matched with: those without
/// another match stand alone.
fn lonely(
    pairs: &[Pair],
    side: Side,
    id: &RowId,
    code: Code,
    expected: &mut Vec<Expected>,
    explained: &mut Vec<Explained>,
) {
    for pair in pairs_of(pairs, side, id) {
        let other = pair.row(opposite(side));
        let others = pairs_of(pairs, opposite(side), other).len();
        if others == 1 && pair.is_sure("pair") {
            expected.push(Expected::stands(
                code,
                Rows::Of(opposite(side), vec![other.clone()]),
                &[],
            ));
        } else if others > 1 {
            explained.push(Explained::Row(other.clone(), BETWEEN));
            explained.push(Explained::Row(other.clone(), ALONE));
        } else {
            explained.push(Explained::About(other.clone()));
        }
        // The other row is no witness against its neighbours any more.
        explained.push(Explained::Row(other.clone(), &[Code::ColumnDisplaced]));
    }
}

/// Whether cells are out of place is judged by the rows that stand beside them:
/// it may change where rows come to stand beside others.
fn beside(known: &Known, side: Side, id: &RowId) -> Vec<Explained> {
    let tasks = &known.program(side).tasks;
    let Some(place) = tasks.iter().position(|task| task.id == *id) else {
        return Vec::new();
    };
    let near = place.saturating_sub(BESIDE)..tasks.len().min(place + BESIDE + 1);
    tasks[near]
        .iter()
        .map(|task| Explained::Row(task.id.clone(), &[Code::ColumnDisplaced]))
        .collect()
}

/// Rows so far away still stand beside each other.
const BESIDE: usize = 3;

fn is_tied(known: &Known, id: &RowId) -> bool {
    let mut ties = known
        .original
        .findings
        .iter()
        .filter(|finding| finding.code == Code::AmbiguousMatch);
    ties.any(|finding| finding.left.contains(id) || finding.right.contains(id))
}
