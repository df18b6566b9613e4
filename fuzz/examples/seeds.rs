//! Writes the seeds of each fuzz target and a dictionary of their words into
//! `seeds/`, derived from the fixtures, so that no corpus has to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use doichieu::model::{Cell, Lines};
use doichieu::{Code, Program, hanoi, read};

const PIPES: &str = include_str!("../../fixtures/drafts/party-as-pipe-tables.txt");
const REWRAPPED: &str = include_str!("../../fixtures/drafts/ubnd-rewrapped-nfd-crlf.txt");

fn main() -> io::Result<()> {
    let programs = [hanoi::party(), hanoi::ubnd()];
    let of = |cells: fn(&Program) -> Vec<&Cell>| -> Vec<String> {
        let all: BTreeSet<String> = programs.iter().flat_map(cells).map(|cell| cell.text.clone()).collect();
        all.into_iter().collect()
    };
    let texts = of(|program| program.tasks.iter().map(|task| &task.text).collect());
    let deadlines = of(|program| program.tasks.iter().flat_map(|task| &task.deadline).collect());
    let bodies = of(|program| {
        let tasks = program
            .tasks
            .iter()
            .flat_map(|task| [&task.lead, &task.coordinating])
            .flatten();
        tasks
            .chain(program.indicators.iter().flat_map(|indicator| &indicator.body))
            .collect()
    });
    let values = of(|program| program.indicators.iter().map(|indicator| &indicator.value).collect());
    let units = of(|program| {
        program
            .indicators
            .iter()
            .flat_map(|indicator| &indicator.unit)
            .collect()
    });
    let ids = programs.iter().flat_map(|program| {
        let indicators = program.indicators.iter().map(|indicator| indicator.id.to_string());
        program.tasks.iter().map(|task| task.id.to_string()).chain(indicators)
    });
    let grades = ["contradiction", "difference", "doubt", "note", "off"].iter().cycle();
    let grades = Code::ALL
        .iter()
        .zip(grades)
        .map(|(code, grade)| format!("{{ \"{code}\": \"{grade}\" }}"));

    let tables = [excerpts(hanoi::PARTY), excerpts(PIPES)].concat();
    let pdf = [excerpts(hanoi::UBND), excerpts(REWRAPPED)].concat();
    let models = tables
        .iter()
        .chain(&pdf)
        .filter_map(|text| serde_json::to_string(&read(text).ok()?).ok());
    let pairs = excerpts(hanoi::PARTY)
        .into_iter()
        .zip(excerpts(hanoi::UBND).into_iter().cycle());

    write("text", texts.iter().cloned())?;
    write("number", values.iter().chain(&texts).cloned())?;
    write(
        "target",
        pairwise(&values)
            .zip(pairwise(&units).cycle())
            .map(|(value, unit)| format!("{value}\n{unit}")),
    )?;
    write("unit", units.iter().cloned())?;
    write("deadline", pairwise(&deadlines))?;
    write("bodies", bodies.into_iter())?;
    write("row_id", ids.zip(0..).map(|(id, index)| format!("{id}\n{index}")))?;
    write("grading", grades)?;
    write("front", [hanoi::PARTY, hanoi::UBND].into_iter().flat_map(body_text))?;
    write("model_json", models)?;
    write(
        "reconcile",
        pairs.map(|(left, right)| format!("{left}\n=====\n{right}")),
    )?;
    write("read_tables", tables.iter().cloned())?;
    write("read_pdf", pdf.iter().cloned())?;
    write("read_columns", programs.iter().flat_map(in_columns))
}

/// Each text and the next one.
fn pairwise(texts: &[String]) -> impl Iterator<Item = String> + Clone {
    texts
        .iter()
        .zip(texts.iter().cycle().skip(1))
        .map(|(one, next)| format!("{one}\n{next}"))
}

/// How many rows an excerpt holds: few are quick to read, two can be torn or
/// form parent and child.
const ROWS: usize = 4;
/// Every so many excerpts are taken.
const EVERY: usize = 4;

/// Pieces of a program that are programs themselves: the head of an annex and
/// a few of its rows.
fn excerpts(text: &str) -> Vec<String> {
    let program = read(text).expect("a fixture is readable");
    let lines: Vec<&str> = text.split('\n').collect();
    let cut = |lines: &[&str]| lines.join("\n");
    let mut excerpts = Vec::new();
    for annex in &program.annexes {
        let inside = |row: &Lines| annex.lines.first <= row.first && row.last <= annex.lines.last;
        let tasks = program.tasks.iter().map(|task| task.lines);
        let rows: Vec<Lines> = tasks
            .chain(program.indicators.iter().map(|indicator| indicator.lines))
            .filter(inside)
            .collect();
        let Some(first) = rows.first() else { continue };
        let head = cut(&lines[annex.lines.first as usize - 1..first.first as usize - 1]);
        for piece in rows.chunks(ROWS).step_by(EVERY) {
            let last = piece.iter().map(|row| row.last).max().unwrap_or(first.last);
            let body = cut(&lines[piece[0].first as usize - 1..last as usize]);
            excerpts.push(format!("{head}\n{body}\n"));
        }
    }
    excerpts
}

/// How wide a column of a page is, in letters, and how far apart columns stand.
const WIDTH: usize = 24;
const GAP: usize = 3;

/// Pieces of a program's annexes as a page shows them: the cells of a row
/// beside each other, each wrapped in its column, labels in the middle.
fn in_columns(program: &Program) -> Vec<String> {
    fn text(cell: Option<&Cell>) -> &str {
        cell.map_or("", |cell| cell.text.as_str())
    }
    let tasks = program.tasks.iter().map(|task| {
        let cells = [&task.lead, &task.coordinating, &task.product, &task.deadline];
        let cells = cells.map(|cell| text(cell.as_ref()));
        page_row(
            task.id.parts().last().unwrap_or_default(),
            &[&[task.text.text.as_str()], &cells[..]].concat(),
        )
    });
    let indicators = program.indicators.iter().map(|row| {
        let cells = [
            &row.name.text,
            text(row.unit.as_ref()),
            &row.value.text,
            text(row.body.as_ref()),
        ];
        page_row(row.id.parts().last().unwrap_or_default(), &cells)
    });
    let heads = [
        [
            "TT",
            "Nhiệm vụ",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Sản phẩm",
            "Thời hạn",
        ]
        .as_slice(),
        &["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2030", "Cơ quan chủ trì"],
    ];
    let pages = |head: &[&str], rows: Vec<String>| -> Vec<String> {
        let head = page_row(head[0], &head[1..]);
        let page = |rows: &[String]| format!("Phụ lục I\nDanh mục giai đoạn 2026-2030\n\n{head}\n{}", rows.concat());
        rows.chunks(ROWS).step_by(EVERY).map(page).collect()
    };
    [pages(heads[0], tasks.collect()), pages(heads[1], indicators.collect())].concat()
}

/// The lines of one row.
fn page_row(label: &str, cells: &[&str]) -> String {
    let wrapped: Vec<Vec<String>> = cells.iter().map(|cell| wrapped(cell)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut lines = String::new();
    for line in 0..height {
        let label = if line == height / 2 { label } else { "" };
        let mut row = format!("{label:6}");
        for cell in &wrapped {
            let shift = (height - cell.len()) / 2;
            let text = line.checked_sub(shift).and_then(|at| cell.get(at));
            row += &format!("{:width$}", text.map_or("", String::as_str), width = WIDTH + GAP);
        }
        lines += row.trim_end();
        lines.push('\n');
    }
    lines
}

/// The lines of a cell.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Pieces of what stands before the annexes.
fn body_text(text: &str) -> Vec<String> {
    let end = read(text)
        .ok()
        .and_then(|program| Some(program.annexes.first()?.lines.first as usize));
    let lines: Vec<&str> = text.split('\n').take(end.unwrap_or(1) - 1).collect();
    lines.chunks(12).map(|piece| piece.join("\n")).collect()
}

/// The words of a dictionary are no longer than libFuzzer takes.
const LONGEST_WORD: usize = 60;
/// How many words a dictionary has, the most frequent ones.
const WORDS: usize = 400;

fn write(target: &str, seeds: impl Iterator<Item = String>) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    fs::create_dir_all(&folder)?;
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for (number, seed) in seeds.enumerate() {
        for word in seed.split_whitespace().filter(|word| word.len() <= LONGEST_WORD) {
            *words.entry(word.to_owned()).or_default() += 1;
        }
        fs::write(folder.join(format!("{number:04}")), seed)?;
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let entry = |word: &str| word.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let lines: String = words
        .iter()
        .take(WORDS)
        .map(|(word, _)| format!("\"{}\"\n", entry(word)))
        .collect();
    fs::write(folder.with_extension("dict"), lines)
}
