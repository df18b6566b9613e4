//! A lead body or a reporting body becomes another, is added, exchanged with
//! the coordinating ones or spelled otherwise; a reporting body is left out.

use doichieu::checks::{Code, Side};
use doichieu::model::{Bodies, Body, Cell, Mention, Task};

use super::deadlines::any_task;
use super::known::{Known, opposite, pairs_of};
use super::random::Random;
use super::targets::any_indicator;
use super::truth::{Edit, Expected, Explained, Rows, Stays};

/// Bodies by full name, as a draft would print them.
const NAMES: &[&str] = &[
    "Sở Du lịch",
    "Sở Tư pháp",
    "Sở Y tế",
    "Sở Công Thương",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Khoa học và Công nghệ",
];

/// The findings inside a program that judge who is named.
const INSIDE: &[Code] = &[Code::BodySpelledVariously, Code::ColumnDisplaced, Code::DuplicateTask];

pub fn in_charge(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let new = *random.pick(NAMES)?;
    // UBND rows print who leads alone in its column; Party rows name the
    // umbrella first and who is competent anywhere in the two columns.
    let column = if side == Side::Right || random.coin() {
        (&task.lead, &task.lead_bodies)
    } else {
        (&task.coordinating, &task.coordinating_bodies)
    };
    let (cell, bodies) = (column.0.as_ref()?, column.1);
    let mention = random.pick(bodies)?;
    let Body::Named(old) = &mention.body else { return None };
    let before = charged(task, side);
    if !before.contains(old) || before.iter().any(|name| name == new) {
        return None;
    }
    let what = format!("{} {:?} → {new:?}", task.id, mention.printed);
    let draft = in_place(known, side, cell, mention, new, &what)?;

    let mut after: Vec<String> = before.into_iter().filter(|name| name != old).collect();
    after.push(new.to_owned());
    let (expected, explained) = judged(known, (side, task), &after, new);
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

/// A body more is in charge: a lead of a UBND row, a further body of a Party row.
pub fn added(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let new = *random.pick(NAMES)?;
    let cell = match side {
        Side::Left => task.coordinating.as_ref()?,
        Side::Right => task.lead.as_ref()?,
    };
    let mut after = charged(task, side);
    let generic_lead = side == Side::Right && after.is_empty();
    if cell.is_empty() || generic_lead || after.iter().any(|name| name == new) {
        return None;
    }
    after.push(new.to_owned());
    let words: Vec<&str> = cell.text.split(' ').collect();
    let last = words.len() - 1;
    let text = format!("{}, {new}", words[last].trim_end_matches([',', ';']));
    let what = format!("{} {:?} and {new:?}", task.id, cell.text);
    let draft = known.source(side).with_words(cell, last..last + 1, &text, &what)?;
    let (expected, explained) = judged(known, (side, task), &after, new);
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

/// The two columns of a Party row say together who is in charge: which of them
/// says what bears on no verdict.
pub fn exchanged(known: &Known, random: &mut Random) -> Option<Edit> {
    let tasks = &known.program(Side::Left).tasks;
    let task = random.pick(tasks)?;
    let (lead, coordinating) = (task.lead.as_ref()?, task.coordinating.as_ref()?);
    let what = format!("{} {:?} ↔ {:?}", task.id, lead.text, coordinating.text);
    let source = known.source(Side::Left);
    let draft = source.exchanged(lead, coordinating, Some(task.lines), &what)?;
    let explained = vec![Explained::Row(task.id.clone(), INSIDE)];
    let mut edit = Edit::of_row((Side::Left, &task.id), draft, what, Vec::new(), explained);
    edit.stays = Stays::Verdict;
    Some(edit)
}

/// Another spelling of the body that is named: no verdict may change.
pub fn spelled_otherwise(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let column = if random.coin() {
        (&task.lead, &task.lead_bodies)
    } else {
        (&task.coordinating, &task.coordinating_bodies)
    };
    let (cell, mention) = (column.0.as_ref()?, random.pick(column.1)?);
    let Body::Named(name) = &mention.body else { return None };
    let (_, spellings) = SPELLINGS.iter().find(|(full, _)| full == name)?;
    let new = *random.pick(spellings)?;
    if mention.printed.ends_with(new) {
        return None;
    }
    let what = format!("{} {:?} → {new:?}", task.id, mention.printed);
    let draft = in_place(known, side, cell, mention, new, &what)?;
    let explained = vec![Explained::Code(Code::BodySpelledVariously, side)];
    let mut edit = Edit::of_row((side, &task.id), draft, what, Vec::new(), explained);
    edit.stays = Stays::Verdict;
    Some(edit)
}

/// Bodies with the spellings in use.
const SPELLINGS: &[(&str, &[&str])] = &[
    (
        "Sở Nông nghiệp và Môi trường",
        &["Sở NN&MT", "Sở NN và MT", "Sở Nông nghiệp và Môi trường"],
    ),
    (
        "Sở Khoa học và Công nghệ",
        &["Sở KH&CN", "Sở KHCN", "Sở Khoa học và Công nghệ"],
    ),
    ("Sở Giáo dục và Đào tạo", &["Sở GD&ĐT", "Sở Giáo dục và Đào tạo"]),
    (
        "Sở Văn hóa và Thể thao",
        &["Sở VH&TT", "Sở VHTT", "Sở Văn hóa và Thể thao"],
    ),
    (
        "Sở Quy hoạch - Kiến trúc",
        &["Sở QHKT", "Sở QH-KT", "Sở Quy hoạch - Kiến trúc"],
    ),
    ("Sở Tài chính", &["Sở TC", "Sở Tài chính"]),
    ("Sở Công Thương", &["Sở CT", "Sở Công Thương", "Sở Công thương"]),
];

/// What must and what may change once these bodies are in charge, `new` among them.
fn judged(known: &Known, (side, task): (Side, &Task), after: &[String], new: &str) -> (Vec<Expected>, Vec<Explained>) {
    let mut expected = Vec::new();
    let mut explained = vec![Explained::Row(task.id.clone(), INSIDE)];
    for pair in pairs_of(&known.tasks, side, &task.id) {
        let others = charged(known.task(opposite(side), pair.row(opposite(side))), opposite(side));
        if !pair.is_sure("lead") {
            explained.push(Explained::Row(task.id.clone(), &[Code::LeadBodyDiffers]));
        } else if others.iter().any(|name| after.contains(name)) {
            expected.push(Expected::gone(Code::LeadBodyDiffers, pair.rows()));
        } else if !others.is_empty() {
            expected.push(Expected::stands(Code::LeadBodyDiffers, pair.rows(), &[new.to_owned()]));
        }
    }
    (expected, explained)
}

/// The text with another name in the place of a mention, which stands once in
/// its cell; the prefix that means the Party committee stays.
fn in_place(known: &Known, side: Side, cell: &Cell, mention: &Mention, new: &str, what: &str) -> Option<String> {
    let words: Vec<&str> = cell.text.split(' ').collect();
    let printed: Vec<&str> = mention.printed.split(' ').collect();
    let bare = |word: &str| word.trim_end_matches([',', ';', '.', ':']).to_owned();
    let mut found = (0..words.len()).filter(|at| {
        words.len() - at >= printed.len() && (0..printed.len()).all(|step| bare(words[at + step]) == printed[step])
    });
    let first = found.next().filter(|_| found.next().is_none())?;
    let last = first + printed.len() - 1;
    let committee = ["Đảng ủy ", "ĐU "]
        .iter()
        .find(|prefix| mention.printed.starts_with(**prefix));
    let mark = &words[last][bare(words[last]).len()..];
    let text = format!("{}{new}{mark}", committee.copied().unwrap_or_default());
    known.source(side).with_words(cell, first..last + 1, &text, what)
}

pub fn reporting(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let new = *random.pick(NAMES)?;
    let cell = row.body.as_ref()?;
    if row.bodies.len() != 1 || named(&row.bodies).iter().any(|name| name == new) || !own_body(known, side, row) {
        return None;
    }
    let what = format!("{} {:?} → {new:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, new, &what)?;
    let mut expected = Vec::new();
    let mut explained = vec![Explained::Row(row.id.clone(), INSIDE)];
    for pair in pairs_of(&known.indicators, side, &row.id) {
        let others = named(&known.indicator(opposite(side), pair.row(opposite(side))).bodies);
        if !pair.is_sure("body_differs") {
            explained.push(Explained::Row(row.id.clone(), &[Code::ReportingBodyDiffers]));
        } else if others == [new] {
            expected.push(Expected::gone(Code::ReportingBodyDiffers, pair.rows()));
        } else if !others.is_empty() {
            expected.push(Expected::stands(
                Code::ReportingBodyDiffers,
                pair.rows(),
                &[new.to_owned()],
            ));
        }
    }
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

pub fn reporting_left_out(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, row) = any_indicator(known, random)?;
    let cell = row.body.as_ref()?;
    if row.parent.is_some() || known.has_sub_rows(side, &row.id) || !own_body(known, side, row) {
        return None;
    }
    let what = format!("{} without {:?}", row.id, cell.text);
    let draft = known.source(side).with_cell(cell, "", &what)?;
    let missing = Expected::stands(Code::BodyMissing, Rows::Of(side, vec![row.id.clone()]), &[]);
    let mut expected = vec![missing];
    let pairs = pairs_of(&known.indicators, side, &row.id);
    expected.extend(
        pairs
            .iter()
            .map(|pair| Expected::gone(Code::ReportingBodyDiffers, pair.rows())),
    );
    let explained = vec![Explained::Row(row.id.clone(), INSIDE)];
    Some(Edit::of_row((side, &row.id), draft, what, expected, explained))
}

/// Whether the body is printed for this row alone, on its own line.
fn own_body(known: &Known, side: Side, row: &doichieu::model::Indicator) -> bool {
    let Some(cell) = &row.body else { return false };
    let shared = known.program(side).indicators.iter().any(|other| {
        other.id != row.id
            && other
                .body
                .as_ref()
                .is_some_and(|body| !body.is_empty() && body.lines == cell.lines)
    });
    cell.lines == row.value.lines && !shared
}

/// Whom a task puts in charge: the lead of a UBND row; every body a Party row
/// names, but not the committee of the UBND, which is over them all.
fn charged(task: &Task, side: Side) -> Vec<String> {
    let mut names = named(&task.lead_bodies);
    if side == Side::Left {
        names.extend(named(&task.coordinating_bodies));
        names.retain(|name| name != "UBND thành phố Hà Nội");
    }
    names
}

fn named(bodies: &Bodies) -> Vec<String> {
    let particular = bodies.iter().filter(|mention| mention.body.is_particular());
    particular.map(|mention| mention.body.name().to_owned()).collect()
}
