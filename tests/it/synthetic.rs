//! The synthetic pairs of the benches: that they are what they claim, and how
//! well they are matched.

#[path = "../../benches/synthetic/mod.rs"]
mod generator;

use std::collections::{BTreeSet, HashMap};

use doichieu::matching::match_programs;
use doichieu::{hanoi, read};
use generator::{Agreement, pair};

/// Of a thousand tasks at most one is missed, of a thousand pairs at most one is wrong.
fn assert_right(size: usize, seeds: std::ops::RangeInclusive<u64>) {
    let (mut expected, mut found, mut wrong) = (0, 0, 0);
    for seed in seeds {
        let pair = pair(size, seed);
        let (left, right) = (
            read(&pair.left).expect("a program"),
            read(&pair.right).expect("a program"),
        );
        let matches = match_programs(&left, &right);
        let agreement = Agreement::of_matches(&pair.truth, &matches.tasks, &left, &right);
        expected += agreement.expected;
        found += agreement.found;
        wrong += agreement.wrong;
    }
    assert!(found * 1_000 >= expected * 999, "{found} of {expected}");
    assert!(wrong * 1_000 <= expected, "{wrong} beside {expected}");
}

#[test]
fn tasks_of_programs_of_400_are_found() {
    assert_right(400, 1..=3);
}

#[test]
fn tasks_of_programs_of_2000_are_found() {
    assert_right(2_000, 1..=1);
}

#[test]
fn one_seed_makes_one_pair_and_every_row_is_read() {
    let (one, same, other) = (pair(50, 7), pair(50, 7), pair(50, 8));
    assert_eq!(
        (&one.left, &one.right, &one.truth),
        (&same.left, &same.right, &same.truth)
    );
    assert_ne!(one.left, other.left);
    for text in [&one.left, &one.right] {
        let program = read(text).expect("a program");
        assert_eq!(program.tasks.len(), 50);
        assert!(
            program
                .tasks
                .iter()
                .all(|task| !task.text.is_empty() && task.deadline.is_some())
        );
    }
    let partners: BTreeSet<usize> = one.truth.iter().flatten().copied().collect();
    assert_eq!(partners.len(), 45, "five rows have no counterpart, the others one each");
}

/// How alike two tasks of one program are, at least, in thousandths.
const ALIKE: [usize; 4] = [200, 250, 300, 400];

/// Of as many pairs of tasks, fewer are alike than of the Party program's
/// distinct ones, in programs of any size.
#[test]
fn synthetic_tasks_are_as_distinct_as_real_ones() {
    let party = hanoi::party();
    let matches = match_programs(&party, &party);
    let doubled: BTreeSet<_> = matches.duplicates.iter().map(|pair| &pair.second).collect();
    let real = party.tasks.iter().filter(|task| !doubled.contains(&task.id));
    let real: Vec<String> = real.map(|task| task.text.text.to_lowercase()).collect();
    let (real, _) = alike_per_million(&real, 1);

    for (size, step) in [(400, 1), (2_000, 2), (100_000, 2_000)] {
        let pair = pair(size, 1);
        let rows = pair
            .left
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        let texts: Vec<String> = rows
            .filter_map(|row| row.split('\t').nth(1))
            .map(str::to_lowercase)
            .collect();
        assert_eq!(texts.len(), size);
        let (synthetic, nearest) = alike_per_million(&texts, step);
        assert!(nearest < 545, "one in ten real tasks has another so near: {nearest}");
        for (at, least) in ALIKE.into_iter().enumerate() {
            let (synthetic, real) = (synthetic[at], real[at]);
            assert!(synthetic < real, "{size}, {least}: {synthetic} against {real}");
        }
    }
}

/// How many of a million pairs are so alike, and how alike the nearest two
/// are, when every `step`-th text is compared with all: Sørensen-Dice on words
/// and word pairs, unweighted and so the same in programs of any size.
fn alike_per_million(texts: &[String], step: usize) -> ([usize; 4], usize) {
    let mut known = HashMap::new();
    let rows: Vec<usize> = (0..texts.len()).step_by(step).collect();
    let sampled: Vec<Vec<u64>> = rows.iter().map(|&row| features(&texts[row], &mut known)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (sample, features) in sampled.iter().enumerate() {
        for &feature in features {
            holders.entry(feature).or_default().push(sample);
        }
    }
    let (mut alike, mut nearest) = ([0; 4], 0);
    for (other, text) in texts.iter().enumerate() {
        let features = features(text, &mut known);
        let mut shared = vec![0; rows.len()];
        for &sample in features.iter().filter_map(|feature| holders.get(feature)).flatten() {
            shared[sample] += 1;
        }
        for (sample, shared) in shared
            .into_iter()
            .enumerate()
            .filter(|&(sample, _)| rows[sample] != other)
        {
            let dice = 2_000 * shared / (sampled[sample].len() + features.len());
            nearest = nearest.max(dice);
            for (count, least) in alike.iter_mut().zip(ALIKE) {
                *count += usize::from(dice >= least);
            }
        }
    }
    let pairs = rows.len() * (texts.len() - 1);
    (alike.map(|count| count * 1_000_000 / pairs), nearest)
}

/// The words and word pairs of a text, each once; `known` numbers the words.
fn features<'a>(text: &'a str, known: &mut HashMap<&'a str, u64>) -> Vec<u64> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<u64> = words
        .map(|word| {
            let next = known.len() as u64 + 1;
            *known.entry(word).or_insert(next)
        })
        .collect();
    let pairs = words.windows(2).map(|pair| pair[0] << 32 | pair[1]);
    let mut features: Vec<u64> = words.iter().copied().chain(pairs).collect();
    features.sort_unstable();
    features.dedup();
    features
}
