//! Synthetic tasks, and how the two programs word them.

use super::edits;
use super::material::Material;
use super::random::Random;

/// A task as the left program words it: an opening, three phrases, most with a
/// place, and in half of the tasks a figure.
pub struct Task {
    parts: [String; 3],
    figure: Option<String>,
    lead: String,
    coordinating: String,
    deadline: String,
}

/// So many distinct tasks.
///
/// The phrases are dealt into three lists of equal length, and no two tasks
/// share more than one of their three, as no two cells of a Latin square share
/// more than one of row, column and symbol.
///
/// # Panics
/// If there are not as many cells.
pub fn distinct(count: usize, material: &Material, random: &mut Random) -> Vec<Task> {
    let mut phrases = material.phrases.clone();
    random.shuffle(&mut phrases);
    let side = phrases.len() / 3;
    assert!(
        count <= side * side,
        "three times {side} phrases make no {count} distinct tasks"
    );
    let mut cells: Vec<usize> = (0..side * side).collect();
    random.shuffle(&mut cells);
    let task = |cell: usize| {
        let (row, column) = (cell / side, cell % side);
        let symbol = (row + column) % side;
        let chosen = [&phrases[row], &phrases[side + column], &phrases[2 * side + symbol]];
        Task::new(chosen, material, random)
    };
    cells.into_iter().take(count).map(task).collect()
}

impl Task {
    fn new([first, second, third]: [&String; 3], material: &Material, random: &mut Random) -> Self {
        let opening = random.choose(&material.openings);
        let mut placed = |phrase: &str| {
            if random.happens(7, 8) {
                format!("{phrase} {}", material.place(random))
            } else {
                phrase.to_owned()
            }
        };
        Self {
            parts: [placed(&format!("{opening} {first}")), placed(second), placed(third)],
            figure: random.happens(1, 2).then(|| material.figure(random)),
            lead: random.choose(&material.leads).clone(),
            coordinating: random.choose(&material.coordinating).clone(),
            deadline: random.choose(&material.deadlines).clone(),
        }
    }

    /// Its row in the left program.
    pub fn left(&self, number: usize) -> String {
        let text = text(&self.parts, self.figure.as_deref());
        let (lead, coordinating, deadline) = (&self.lead, &self.coordinating, &self.deadline);
        format!("{number}\t{text}\t{lead}\t{coordinating}\t{deadline}\n")
    }

    /// Its row in the right program: reworded, and each fact in one of five
    /// cases another.
    pub fn right(&self, number: usize, material: &Material, random: &mut Random) -> String {
        let parts = edits::rewritten(&self.parts, material, random);
        let figure = if random.happens(1, 5) {
            random.happens(1, 2).then(|| material.figure(random))
        } else {
            self.figure.clone()
        };
        let text = text(&parts, figure.as_deref());
        let mut fact = |own: &str, others: &[String]| {
            let changes = random.happens(1, 5);
            if changes { random.choose(others) } else { own }.to_owned()
        };
        let lead = fact(&self.lead, &material.leads);
        let coordinating = fact(&self.coordinating, &material.coordinating);
        let deadline = fact(&self.deadline, &material.deadlines);
        let product = random.choose(&material.products);
        format!("{number}\t{text}\t{lead}\t{coordinating}\t{product}\t{deadline}\n")
    }
}

fn text(parts: &[String], figure: Option<&str>) -> String {
    let figure = figure.map(|figure| format!("đạt {figure}"));
    let all: Vec<&str> = parts.iter().map(String::as_str).chain(figure.as_deref()).collect();
    all.join(", ")
}
