//! What synthetic tasks are made of, taken from the two real programs.

use std::collections::BTreeSet;

use doichieu::hanoi;
use doichieu::model::{Cell, Program};
use doichieu::text::{compose, numbers, squeeze, words};

use super::random::Random;

/// A phrase has so many words: fewer say nothing, more are whole tasks.
const PHRASE_WORDS: std::ops::RangeInclusive<usize> = 3..=7;

/// Words that join two phrases.
const JOINTS: &[&str] = &[
    "và", "của", "trong", "với", "để", "cho", "theo", "nhằm", "từ", "vào", "trên", "tại", "về", "có", "là",
];

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
    pub counted: Vec<String>,
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

/// The phrases of a text: runs of plain words, cut at figures, proper names,
/// marks and, where they are long, before words that join.
fn phrases(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<String> = Vec::new();
    let mut behind_mark = true;
    let mut keep = |run: &mut Vec<String>| {
        if PHRASE_WORDS.contains(&run.len()) {
            found.push(run.join(" "));
        }
        run.clear();
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // A capital behind a mark opens a clause, elsewhere a name.
        let mut letters = bare.chars();
        let opens = letters
            .next()
            .is_some_and(|first| first.is_lowercase() || (behind_mark && first.is_uppercase()));
        let plain = opens && letters.all(char::is_lowercase);
        let marked = !word.starts_with(bare);
        if !plain || marked || (run.len() > 2 && JOINTS.contains(&bare)) {
            keep(&mut run);
        }
        if plain {
            run.push(bare.to_lowercase());
        }
        behind_mark = !word.ends_with(bare) || bare.is_empty();
        if behind_mark {
            keep(&mut run);
        }
    }
    keep(&mut run);
    found
}

/// The first two words of a task.
fn opening(text: &str) -> Option<String> {
    let mut words = text.split(' ');
    let (first, second) = (words.next()?, words.next()?);
    let opens = first.starts_with(char::is_uppercase) && first.chars().skip(1).all(char::is_lowercase);
    (opens && second.chars().all(char::is_lowercase)).then(|| format!("{first} {second}"))
}

/// The syllables of the proper names inside a text: of runs of capitalized words.
fn name_syllables(text: &str) -> Vec<String> {
    let name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let words: Vec<&str> = text.split([' ', ',', ';', ')']).skip(1).collect();
    let runs = words.chunk_by(|one, other| name(one) == name(other));
    let names = runs.filter(|run| run.len() > 1 && run.iter().all(name));
    names.flatten().map(|&syllable| syllable.to_owned()).collect()
}

/// What the figures of a text count: the two words behind each.
fn counted(text: &str) -> Vec<String> {
    let thing = |end: usize| {
        let mut behind = text[end..].strip_prefix(' ')?.split(' ');
        let (first, second) = (behind.next()?, behind.next()?);
        let plain = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_lowercase);
        (plain(first) && plain(second)).then(|| format!("{first} {second}"))
    };
    numbers(text).filter_map(|figure| thing(figure.end)).collect()
}
