//! Matching as programs grow, beside what a user would do without this crate:
//! score every left title against every right one and keep the best partner.
//!
//! `cargo bench --bench scale -- 400 2000` measures these sizes only, and with
//! `alone` this crate only. Every time is the shortest of its runs, which a
//! busy machine disturbs least.

mod synthetic;

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use doichieu::matching::match_programs;
use doichieu::model::Program;
use doichieu::read;
use synthetic::{Agreement, Pair};

/// Tasks a side.
const SIZES: [usize; 4] = [400, 2_000, 10_000, 100_000];
/// Any seed will do; the tests use others.
const SEED: u64 = 5;
/// As many tasks are matched before a time is taken as shortest, in one or more runs.
const TASKS_TIMED: usize = 20_000;

/// A scorer of two titles, and the largest side it is given.
struct Alternative {
    name: &'static str,
    score: fn(&str, &str) -> f64,
    largest: usize,
}

const ALTERNATIVES: &[Alternative] = &[
    Alternative {
        name: "`rapidfuzz` `fuzz::ratio`",
        score: |left, right| rapidfuzz::fuzz::ratio(left.chars(), right.chars()),
        largest: 10_000,
    },
    Alternative {
        name: "`strsim::sorensen_dice`",
        score: strsim::sorensen_dice,
        largest: 2_000,
    },
    Alternative {
        name: "`strsim::normalized_levenshtein`",
        score: strsim::normalized_levenshtein,
        largest: 2_000,
    },
];

fn main() -> io::Result<()> {
    // Cargo itself passes `--bench`.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let alternatives = if std::env::args().any(|argument| argument == "alone") {
        &[]
    } else {
        ALTERNATIVES
    };
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| tasks a side | by | time | times ours | n^ | right of | wrong | peak memory |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|")?;
    let mut smaller: Option<(usize, Duration)> = None;
    for size in sizes {
        let Pair { left, right, truth } = synthetic::pair(size, SEED);
        let (left, right) = (program(&left), program(&right));
        let (time, matches) = shortest(TASKS_TIMED.div_ceil(size), || match_programs(&left, &right));
        let agreement = Agreement::of_matches(&truth, &matches.tasks, &left, &right);
        let growth = smaller.map_or(String::new(), |(fewer, before)| {
            format!("{:.2}", exponent(fewer, before, size, time))
        });
        smaller = Some((size, time));
        row(&mut out, size, "doichieu", time, time, &growth, agreement)?;
        for Alternative { name, score, .. } in alternatives.iter().filter(|other| size <= other.largest) {
            let (theirs, partners) = shortest(1, || best_partners(&left, &right, *score));
            let agreement = Agreement::new(&truth, partners.into_iter().enumerate());
            row(&mut out, size, name, theirs, time, "", agreement)?;
        }
    }
    Ok(())
}

fn program(text: &str) -> Program {
    read(text).expect("a synthetic program is readable")
}

/// The shortest of so many runs, and what it gave.
fn shortest<T>(runs: usize, mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut run = || {
        let start = Instant::now();
        let result = work();
        (start.elapsed(), result)
    };
    let mut best = run();
    for _ in 1..runs {
        let next = run();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

/// For each left row the right row with the highest score.
fn best_partners(left: &Program, right: &Program, score: impl Fn(&str, &str) -> f64) -> Vec<usize> {
    let best = |title: &str| {
        let scores = right.tasks.iter().map(|task| score(title, &task.text.text));
        let best = scores.enumerate().max_by(|one, other| one.1.total_cmp(&other.1));
        best.map_or(0, |(row, _)| row)
    };
    left.tasks.iter().map(|task| best(&task.text.text)).collect()
}

/// The power of the size that the time grows with.
fn exponent(fewer: usize, before: Duration, more: usize, after: Duration) -> f64 {
    #[allow(clippy::cast_precision_loss)] // Counts far below 2^52.
    let sizes = more as f64 / fewer as f64;
    (after.as_secs_f64() / before.as_secs_f64()).ln() / sizes.ln()
}

fn row(
    out: &mut impl io::Write,
    size: usize,
    name: &str,
    time: Duration,
    ours: Duration,
    growth: &str,
    Agreement { expected, found, wrong }: Agreement,
) -> io::Result<()> {
    let ratio = time.as_secs_f64() / ours.as_secs_f64();
    let memory = peak_megabytes().map_or("?".to_owned(), |peak| format!("{peak} MB"));
    writeln!(
        out,
        "| {size} | {name} | {:.4} s | {ratio:.0} | {growth} | {found} of {expected} | {wrong} | {memory} |",
        time.as_secs_f64()
    )?;
    out.flush()
}

/// The most memory this process has held so far, where the system tells (Linux).
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = peak.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1024)
}
