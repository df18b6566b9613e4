//! What synthetic tasks are made of, taken from the two real programs.

use std::collections::BTreeSet;

use doichieu::hanoi;
use doichieu::model::{Cell, Program};
use doichieu::text::{compose, squeeze, words};

use super::phrases::{counted, name_syllables, opening, phrases};
use super::random::Random;

/// What stands before the name of a place.
const KINDS: &[&str] = &[
    "sông",
    "hồ",
    "cầu",
    "phường",
    "xã",
    "khu đô thị",
    "tuyến phố",
    "nút giao",
    "cụm công nghiệp",
    "làng nghề",
];

/// What the rows of the two programs are made of: each list sorted, without repetitions.
pub struct Material {
    /// What tasks open with (`Hoàn thành`).
    pub openings: Vec<String>,
    /// Clauses without figures and proper names.
    pub phrases: Vec<String>,
    /// Syllables of proper names.
    syllables: Vec<String>,
    /// What is counted (`doanh nghiệp`).
    counted: Vec<String>,
    /// All words of the tasks.
    pub words: Vec<String>,
    /// Cells of the lead body.
    pub leads: Vec<String>,
    /// Cells of the coordinating bodies.
    pub coordinating: Vec<String>,
    /// Cells of the product.
    pub products: Vec<String>,
    /// Cells of the deadline.
    pub deadlines: Vec<String>,
}

impl Material {
    /// Takes the embedded programs apart.
    pub fn new() -> Self {
        let programs = [hanoi::party(), hanoi::ubnd()];
        let tasks = || programs.iter().flat_map(|program| &program.tasks);
        let texts: Vec<&str> = tasks().map(|task| task.text.text.as_str()).collect();
        let cells = |cell: fn(&doichieu::model::Task) -> Option<&Cell>| {
            sorted(
                tasks()
                    .filter_map(cell)
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| cell.text.clone()),
            )
        };
        Self {
            openings: sorted(texts.iter().filter_map(|text| opening(text))),
            phrases: sorted(sources(&programs).iter().flat_map(|text| phrases(text))),
            syllables: sorted(texts.iter().flat_map(|text| name_syllables(text))),
            counted: sorted(texts.iter().flat_map(|text| counted(text))),
            words: sorted(
                texts
                    .iter()
                    .flat_map(|text| words(text))
                    .map(|word| word.text.to_lowercase()),
            )
            .into_iter()
            .filter(|word| word.chars().all(char::is_alphabetic))
            .collect(),
            leads: cells(|task| task.lead.as_ref()),
            coordinating: cells(|task| task.coordinating.as_ref()),
            products: cells(|task| task.product.as_ref()),
            deadlines: cells(|task| task.deadline.as_ref()),
        }
    }

    /// A place (`sông Kim Hưng`). Its name is put together as the real ones
    /// are, of two or three syllables.
    pub fn place(&self, random: &mut Random) -> String {
        let kind = random.choose(KINDS);
        let syllables = 2 + random.below(2);
        let name: Vec<&str> = (0..syllables)
            .map(|_| random.choose(&self.syllables).as_str())
            .collect();
        format!("{kind} {}", name.join(" "))
    }

    /// A count of something (`1.250 doanh nghiệp`).
    pub fn figure(&self, random: &mut Random) -> String {
        let count = 2 + random.below(998);
        let thousands = if random.happens(1, 3) { ".000" } else { "" };
        format!("{count}{thousands} {}", random.choose(&self.counted))
    }
}

fn sorted(all: impl Iterator<Item = String>) -> Vec<String> {
    all.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The texts that phrases are taken from: the rows, and the body text of the
/// Party program, which announces them.
fn sources(programs: &[Program; 2]) -> Vec<String> {
    let rows = programs.iter().flat_map(|program| {
        let tasks = program
            .tasks
            .iter()
            .flat_map(|task| [Some(&task.text), task.product.as_ref()]);
        let indicators = program.indicators.iter().map(|indicator| Some(&indicator.name));
        tasks.chain(indicators).flatten().map(|cell| cell.text.clone())
    });
    let body = compose(hanoi::PARTY);
    let annexes = programs[0]
        .annexes
        .first()
        .map_or(0, |annex| annex.lines.first as usize);
    let body = body.lines().take(annexes.saturating_sub(1)).map(squeeze);
    rows.chain(body.collect::<Vec<_>>()).collect()
}
