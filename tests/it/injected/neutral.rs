//! Edits of the form alone: no finding may change.

use doichieu::checks::Side;
use doichieu::model::{Cell, Task};

use super::known::Known;
use super::random::Random;
use super::source::Claim;
use super::truth::{Edit, Stays};

pub fn decomposed(known: &Known, random: &mut Random) -> Option<Edit> {
    let one_in = 1 + random.below(3);
    by_line(known, random, "lines in NFD", |line, random| {
        if random.below(one_in) == 0 {
            decompose(line)
        } else {
            line.to_owned()
        }
    })
}

pub fn line_ends(known: &Known, random: &mut Random) -> Option<Edit> {
    let one_in = 1 + random.below(2);
    by_line(known, random, "lines end in CRLF", |line, random| {
        match line.strip_suffix('\n') {
            Some(line) if random.below(one_in) == 0 => format!("{line}\r\n"),
            _ => line.to_owned(),
        }
    })
}

#[allow(clippy::unnecessary_wraps, reason = "other makers can draw what they cannot edit")]
pub fn byte_order_mark(known: &Known, random: &mut Random) -> Option<Edit> {
    let side = if random.coin() { Side::Left } else { Side::Right };
    let draft = format!("\u{feff}{}", known.source(side).text);
    Some(neutral(side, draft, format!("{side:?}: a byte-order mark")))
}

#[allow(clippy::unnecessary_wraps, reason = "other makers can draw what they cannot edit")]
pub fn blank_lines(known: &Known, random: &mut Random) -> Option<Edit> {
    let side = if random.coin() { Side::Left } else { Side::Right };
    let annexes = &known.program(side).annexes;
    let mut places: Vec<usize> = (0..=random.below(20))
        .map(|_| {
            let lines = annexes[random.below(annexes.len())].lines;
            let line = lines.first + u32::try_from(random.below((lines.last - lines.first) as usize)).expect("small");
            known.source(side).span(doichieu::model::Lines::one(line)).end
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    let edits: Vec<_> = places
        .iter()
        .map(|at| (*at..*at, " \n".repeat(1 + random.below(2))))
        .collect();
    let draft = known.source(side).replaced(&edits);
    let what = format!("{side:?}: blank lines at {places:?}");
    assert_neutral(known, side, &draft, &what);
    Some(neutral(side, draft, what))
}

/// Some rows of the UBND annex as narrower or wider columns would wrap them.
/// Where a cell begins stays: it shows where the columns are.
pub fn wrapped(known: &Known, random: &mut Random) -> Option<Edit> {
    let side = Side::Right;
    let tasks = &known.program(side).tasks;
    let first = random.below(tasks.len());
    let count = 1 + random.below(8);
    let percent = 70 + random.below(80);
    let mut edits = Vec::new();
    for task in tasks.iter().skip(first).take(count) {
        for (cell, width) in columns(task) {
            let Some(places) = known.source(side).words(cell) else {
                continue;
            };
            let (start, end) = (places[0].start, places[places.len() - 1].end);
            edits.push((start..end, wrap(&cell.text, width * percent / 100)));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let draft = known.source(side).replaced(&edits);
    if draft == known.source(side).text {
        return None;
    }
    let what = format!("{count} rows from {} wrapped at {percent} %", tasks[first].id);
    assert_neutral(known, side, &draft, &what);
    Some(neutral(side, draft, what))
}

/// The cells of a row with the widths of their columns in letters.
fn columns(task: &Task) -> impl Iterator<Item = (&Cell, usize)> {
    let narrow = [&task.lead, &task.coordinating, &task.product, &task.deadline];
    std::iter::once((&task.text, 66)).chain(narrow.into_iter().flatten().map(|cell| (cell, 21)))
}

fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used == 0 {
            used = length;
        } else if used + 1 + length <= width {
            wrapped.push(' ');
            used += 1 + length;
        } else {
            wrapped.push_str(" \n\n");
            used = length;
        }
        wrapped.push_str(word);
    }
    wrapped
}

fn by_line(known: &Known, random: &mut Random, what: &str, edit: impl Fn(&str, &mut Random) -> String) -> Option<Edit> {
    let side = if random.coin() { Side::Left } else { Side::Right };
    let draft: String = known
        .source(side)
        .text
        .split_inclusive('\n')
        .map(|line| edit(line, random))
        .collect();
    let (old, new) = (known.source(side).text.split('\n'), draft.split('\n'));
    let changed = old.zip(new).filter(|(old, new)| old != new).count();
    (changed > 0).then(|| {
        let same = doichieu::text::compose(&draft) == known.source(side).text;
        assert!(same, "{what}: more than the form was edited");
        neutral(side, draft, format!("{side:?}: {changed} {what}"))
    })
}

fn assert_neutral(known: &Known, side: Side, draft: &str, what: &str) {
    known.source(side).assert_edited(draft, &Claim::same_words(None), what);
    let same = draft.split_whitespace().eq(known.source(side).text.split_whitespace());
    assert!(same, "{what}: more than white space was edited");
}

fn neutral(side: Side, draft: String, what: String) -> Edit {
    Edit {
        side,
        rows: Vec::new(),
        draft,
        what,
        expected: Vec::new(),
        explained: Vec::new(),
        stays: Stays::Identity,
    }
}

/// NFD of the letters Vietnamese has: base, mark of the vowel, tone.
fn decompose(line: &str) -> String {
    line.chars()
        .flat_map(|letter| {
            let found = LETTERS.iter().find_map(|(base, mark, toned)| {
                let at = toned.chars().position(|other| other == letter)?;
                let mut parts = vec![*base];
                parts.extend(mark);
                parts.extend(TONES[at]);
                // The dot below stands before a mark above.
                if TONES[at] == Some('\u{323}') && matches!(mark, Some('\u{302}' | '\u{306}')) {
                    parts.swap(1, 2);
                }
                Some(parts)
            });
            found.unwrap_or_else(|| vec![letter])
        })
        .collect()
}

const TONES: [Option<char>; 6] = [
    None,
    Some('\u{300}'),
    Some('\u{301}'),
    Some('\u{309}'),
    Some('\u{303}'),
    Some('\u{323}'),
];

const LETTERS: &[(char, Option<char>, &str)] = &[
    ('a', None, "aàáảãạ"),
    ('a', Some('\u{306}'), "ăằắẳẵặ"),
    ('a', Some('\u{302}'), "âầấẩẫậ"),
    ('e', None, "eèéẻẽẹ"),
    ('e', Some('\u{302}'), "êềếểễệ"),
    ('i', None, "iìíỉĩị"),
    ('o', None, "oòóỏõọ"),
    ('o', Some('\u{302}'), "ôồốổỗộ"),
    ('o', Some('\u{31b}'), "ơờớởỡợ"),
    ('u', None, "uùúủũụ"),
    ('u', Some('\u{31b}'), "ưừứửữự"),
    ('y', None, "yỳýỷỹỵ"),
    ('A', None, "AÀÁẢÃẠ"),
    ('A', Some('\u{306}'), "ĂẰẮẲẴẶ"),
    ('A', Some('\u{302}'), "ÂẦẤẨẪẬ"),
    ('E', None, "EÈÉẺẼẸ"),
    ('E', Some('\u{302}'), "ÊỀẾỂỄỆ"),
    ('I', None, "IÌÍỈĨỊ"),
    ('O', None, "OÒÓỎÕỌ"),
    ('O', Some('\u{302}'), "ÔỒỐỔỖỘ"),
    ('O', Some('\u{31b}'), "ƠỜỚỞỠỢ"),
    ('U', None, "UÙÚỦŨỤ"),
    ('U', Some('\u{31b}'), "ƯỪỨỬỮỰ"),
    ('Y', None, "YỲÝỶỸỴ"),
];
