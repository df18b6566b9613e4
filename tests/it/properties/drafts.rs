//! Drafts made of the rows of the two real programs: some of them, in another
//! order, some edited.

use std::sync::LazyLock;

use doichieu::model::{Bodies, BodyTable, Cell, Deadline, Target};
use doichieu::{Program, hanoi};
use proptest::prelude::*;
use proptest::sample::Index;

static PARTY: LazyLock<Program> = LazyLock::new(hanoi::party);
static UBND: LazyLock<Program> = LazyLock::new(hanoi::ubnd);

/// A draft of one of the two programs.
pub fn draft() -> impl Strategy<Value = Program> {
    prop_oneof![draft_of(&PARTY), draft_of(&UBND)]
}

/// Two drafts, of the two programs or of one of them.
pub fn pair() -> impl Strategy<Value = (Program, Program)> {
    (draft(), draft()).prop_map(|(mut left, mut right)| {
        "Văn bản A".clone_into(&mut left.label);
        "Văn bản B".clone_into(&mut right.label);
        (left, right)
    })
}

/// Some rows of a program with all they stand under, in another order of their
/// numbers, and some of their cells edited.
fn draft_of(program: &'static Program) -> impl Strategy<Value = Program> {
    // Rows near each other are the most alike.
    let all = program.tasks.len() + program.indicators.len();
    let rows = (0..all / STRETCH).prop_flat_map(move |stretch| {
        let last = (stretch * STRETCH + 2 * STRETCH).min(all);
        prop::collection::vec(stretch * STRETCH..last, 4..=MOST_ROWS)
    });
    let edits = prop::collection::vec((any::<Index>(), edit()), 0..=MOST_ROWS / 2);
    (rows, edits, any::<bool>()).prop_map(move |(rows, edits, is_reversed)| {
        let mut draft = program.clone();
        keep(&mut draft, program, &rows);
        if is_reversed {
            reverse(&mut draft);
        }
        for (row, edit) in edits {
            edit.apply(&mut draft, row);
        }
        draft
    })
}

const MOST_ROWS: usize = 24;

/// Drafts of one program often come from the same rows.
const STRETCH: usize = 25;

/// Keeps the picked rows and those they stand under.
fn keep(draft: &mut Program, program: &Program, rows: &[usize]) {
    let mut kept: Vec<_> = Vec::new();
    for &row in rows {
        let parent_of = |id| {
            let task = program.task(id).and_then(|task| task.parent.as_ref());
            task.or_else(|| program.indicator(id).and_then(|row| row.parent.as_ref()))
        };
        let first = program.tasks.get(row).map(|task| &task.id);
        let mut next = first.or_else(|| program.indicators.get(row - program.tasks.len()).map(|row| &row.id));
        while let Some(id) = next {
            kept.push(id);
            next = parent_of(id);
        }
    }
    draft.tasks.retain(|task| kept.contains(&&task.id));
    draft.indicators.retain(|row| kept.contains(&&row.id));
    draft
        .citations
        .retain(|citation| citation.row.as_ref().is_none_or(|row| kept.contains(&row)));
    draft
        .notes
        .retain(|note| note.row.as_ref().is_none_or(|row| kept.contains(&row)));
}

/// Turns the order of the numbered rows around; what stands under one stays under it.
pub fn reverse(program: &mut Program) {
    let mut blocks: Vec<Vec<_>> = Vec::new();
    for task in std::mem::take(&mut program.tasks) {
        match blocks.last_mut() {
            Some(block) if task.parent.is_some() => block.push(task),
            _ => blocks.push(vec![task]),
        }
    }
    program.tasks = blocks.into_iter().rev().flatten().collect();
}

/// What an editor does to one row.
#[derive(Debug, Clone)]
enum Edit {
    /// Leaves out a word of the text.
    Word(Index),
    /// Prints a word twice.
    Twice(Index),
    /// Puts another deadline, or none.
    Deadline(String),
    /// Puts another lead body, or none.
    Lead(String),
    /// Puts another value.
    Value(String),
    /// Leaves out the row's unit or its coordinating bodies.
    Column,
    /// Prints the row again, as the last.
    Copy,
}

fn edit() -> impl Strategy<Value = Edit> {
    let one_of = |texts: &'static [&'static str]| prop::sample::select(texts).prop_map(str::to_owned);
    prop_oneof![
        any::<Index>().prop_map(Edit::Word),
        any::<Index>().prop_map(Edit::Twice),
        one_of(&[
            "Quý IV/2027",
            "Trước 2030",
            "2026-2030",
            "Hàng năm",
            "",
            "Sau khi TW ban hành",
            "abc"
        ])
        .prop_map(Edit::Deadline),
        one_of(&["Sở Y tế", "Sở NN &MT", "các sở, ban, ngành", "", "Viện Lúa"]).prop_map(Edit::Lead),
        one_of(&["0,88-0,90", "≥ 10", "12,000", "", "9/10", "100%", "cao"]).prop_map(Edit::Value),
        Just(Edit::Column),
        Just(Edit::Copy),
    ]
}

impl Edit {
    fn apply(&self, program: &mut Program, row: Index) {
        let all = program.tasks.len() + program.indicators.len();
        let row = row.index(all);
        if let Some(task) = program.tasks.get_mut(row) {
            match self {
                Self::Word(at) => without_word(&mut task.text, *at),
                Self::Twice(at) => word_twice(&mut task.text, *at),
                Self::Deadline(text) => {
                    task.due = Deadline::parse(text);
                    task.deadline = task.deadline.as_ref().map(|cell| Cell::new(text, cell.lines));
                }
                Self::Lead(text) | Self::Value(text) => {
                    task.lead_bodies = BodyTable::default().parse(text);
                    task.lead = task.lead.as_ref().map(|cell| Cell::new(text, cell.lines));
                }
                Self::Column => {
                    task.coordinating = None;
                    task.coordinating_bodies = Bodies::default();
                }
                Self::Copy => {
                    let mut copy = task.clone();
                    copy.id = format!("{}#{}", copy.id, all).parse().unwrap();
                    program.tasks.push(copy);
                }
            }
            return;
        }
        let indicators = &mut program.indicators;
        let Some(indicator) = indicators.get_mut(row - program.tasks.len()) else {
            return;
        };
        match self {
            Self::Word(at) => without_word(&mut indicator.name, *at),
            Self::Twice(at) => word_twice(&mut indicator.name, *at),
            Self::Value(text) | Self::Deadline(text) => {
                indicator.target = Target::parse(text);
                indicator.value = Cell::new(text, indicator.value.lines);
            }
            Self::Lead(text) => {
                indicator.bodies = BodyTable::default().parse(text);
                indicator.body = indicator.body.as_ref().map(|cell| Cell::new(text, cell.lines));
            }
            Self::Column => {
                indicator.unit = None;
                indicator.unit_read = None;
            }
            Self::Copy => {
                let mut copy = indicator.clone();
                copy.id = format!("{}#{}", copy.id, all).parse().unwrap();
                indicators.push(copy);
            }
        }
    }
}

fn without_word(cell: &mut Cell, at: Index) {
    let mut words: Vec<&str> = cell.text.split(' ').collect();
    words.remove(at.index(words.len()));
    *cell = Cell::new(&words.join(" "), cell.lines);
}

fn word_twice(cell: &mut Cell, at: Index) {
    let mut words: Vec<&str> = cell.text.split(' ').collect();
    let at = at.index(words.len());
    words.insert(at, words[at]);
    *cell = Cell::new(&words.join(" "), cell.lines);
}
