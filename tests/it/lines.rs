//! Every line of an annex is accounted for: what is printed on it stands in a
//! cell, a heading, a title, a footnote or a note that names the line.

use doichieu::model::{Cell, Lines, NoteKind, Program};
use doichieu::text::{compose, toneless};
use doichieu::{hanoi, read};

/// Letters and digits only, without tones: repeated headings are recognized badly.
fn letters(text: &str) -> String {
    let text = ["<b>", "</b>", "<i>", "</i>", "<sup>", "</sup>", "<br>"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, ""));
    toneless(&text.replace('²', "2").replace('³', "3"))
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// What was read, and from which lines.
fn read_from(program: &Program) -> Vec<(Lines, String)> {
    let mut found: Vec<(Lines, String)> = Vec::new();
    let mut add = |cell: Option<&Cell>| found.extend(cell.map(|cell| (cell.lines, letters(&cell.text))));
    for task in &program.tasks {
        add(Some(&task.text));
        for cell in [
            &task.lead,
            &task.coordinating,
            &task.product,
            &task.deadline,
            &task.resources,
        ] {
            add(cell.as_ref());
        }
        add(Some(&Cell::new(&task.number, task.lines)));
    }
    for row in &program.indicators {
        add(Some(&row.name));
        add(Some(&row.value));
        row.values.iter().for_each(|value| add(Some(&value.cell)));
        add(row.unit.as_ref());
        add(row.body.as_ref());
        add(Some(&Cell::new(&row.number, row.lines)));
    }
    for section in &program.sections {
        found.push((section.lines, letters(&format!("{} {}", section.label, section.title))));
    }
    found
}

/// The lines of the annexes with words that were read into nothing.
fn lost(text: &str) -> Vec<String> {
    let text = compose(text);
    let Ok(program) = read(&text) else { return Vec::new() };
    let mut at_line: Vec<Vec<String>> = vec![Vec::new(); text.lines().count() + 2];
    for (lines, text) in read_from(&program) {
        for line in lines.first..=lines.last {
            at_line[line as usize].push(text.clone());
        }
    }
    let noted = |number: u32| {
        program.notes.iter().any(|note| {
            let whole = matches!(
                note.kind,
                NoteKind::LineUnplaced | NoteKind::LineTooLong | NoteKind::LeadIn | NoteKind::ColumnUnread
            );
            whole && (note.lines.first..=note.lines.last).contains(&number)
        })
    };
    let mut lost = Vec::new();
    for annex in &program.annexes {
        let around = letters(&format!(
            "{} {} phụ lục {} ghi chú",
            annex.title,
            annex.columns.join(" "),
            annex.number
        )) + &program
            .indicators
            .iter()
            .filter_map(|row| row.footnote.as_deref())
            .map(letters)
            .collect::<String>();
        let mut attached = 0;
        for (line, number) in text.lines().zip(1..) {
            if !(annex.lines.first..=annex.lines.last).contains(&number) {
                continue;
            }
            attached = if line.trim_start().starts_with("(Kèm theo") {
                5
            } else {
                attached
            };
            if attached > 0 {
                attached = if line.contains(')') { 0 } else { attached - 1 };
                continue;
            }
            let whole = letters(line);
            let page_number = whole.len() <= 3 && whole.bytes().all(|byte| byte.is_ascii_digit());
            if page_number || noted(number) {
                continue;
            }
            let is_read = |word: &str| {
                let word = letters(word);
                let word = word.trim_start_matches('0');
                around.contains(word) || at_line[number as usize].iter().any(|text| text.contains(word))
            };
            if !line.split(|c: char| c.is_whitespace() || c == '|').all(is_read) {
                lost.push(format!("{number}: {line}"));
            }
        }
    }
    lost
}

#[test]
fn of_the_programs_and_their_drafts() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/drafts");
    let drafts = std::fs::read_dir(folder).unwrap();
    let drafts = drafts.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    for text in drafts.chain([hanoi::PARTY.to_owned(), hanoi::UBND.to_owned()]) {
        assert_eq!(lost(&text), [""; 0]);
    }
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).unwrap_or(0)
    }
}

/// The text with some lines dropped, doubled, moved, joined, broken or inserted.
fn mutated(text: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..6 {
        let at = dice.below(lines.len() - 1);
        match dice.below(8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => {
                let line = lines.remove(at);
                lines.insert(dice.below(lines.len()), line);
            }
            3 => {
                let next = lines.remove(at + 1);
                lines[at].push_str(&next);
            }
            4 => {
                let half = lines[at].chars().count() / 2;
                let end: String = lines[at].chars().skip(half).collect();
                lines[at] = lines[at].chars().take(half).collect();
                lines.insert(at + 1, end);
            }
            5 => lines.insert(at, "Dòng chen ngang giữa bảng".to_owned()),
            6 => lines[at] = lines[at].replacen('\t', " ", 1),
            _ => lines.truncate(lines.len() - dice.below(40)),
        }
    }
    lines.join("\n")
}

#[test]
fn of_mutated_programs() {
    for (source, seeds) in [(hanoi::PARTY, 0..8), (hanoi::UBND, 100..124)] {
        for seed in seeds {
            assert_eq!(lost(&mutated(source, seed)), [""; 0], "seed {seed}");
        }
    }
}
