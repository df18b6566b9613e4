//! The synthetic pairs of the benches: that they are what they claim, and how
//! well they are matched.

#[path = "../../benches/synthetic/mod.rs"]
mod generator;

use std::collections::{BTreeSet, HashMap};

use doichieu::matching::match_programs;
use doichieu::{hanoi, read};
use generator::{Agreement, pair};

fn agreement(size: usize) -> Agreement {
    let pair = pair(size, 1);
    let (left, right) = (read(&pair.left).unwrap(), read(&pair.right).unwrap());
    let matches = match_programs(&left, &right);
    Agreement::of_matches(&pair.truth, &matches.tasks, &left, &right)
}

#[test]
fn all_of_360_tasks_are_found() {
    let expected = Agreement {
        expected: 360,
        found: 360,
        wrong: 0,
    };
    assert_eq!(agreement(400), expected);
}

#[test]
fn all_of_1800_tasks_are_found() {
    let expected = Agreement {
        expected: 1_800,
        found: 1_800,
        wrong: 0,
    };
    assert_eq!(agreement(2_000), expected);
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
        let program = read(text).unwrap();
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

/// No synthetic task has another one of its side as near to it as one in
/// twenty of the Party program's distinct tasks has.
#[test]
fn synthetic_tasks_are_as_distinct_as_real_ones() {
    let party = hanoi::party();
    let matches = match_programs(&party, &party);
    let doubled: BTreeSet<_> = matches.duplicates.iter().map(|pair| &pair.second).collect();
    let real = party.tasks.iter().filter(|task| !doubled.contains(&task.id));
    let real: Vec<&str> = real.map(|task| task.text.text.as_str()).collect();
    let mut nearest_real = nearest(&real, 1);
    nearest_real.sort_unstable();
    let bound = nearest_real[nearest_real.len() * 19 / 20];

    for (size, step) in [(400, 1), (2_000, 1), (100_000, 2_000)] {
        let pair = pair(size, 1);
        let rows = pair
            .left
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        let texts: Vec<&str> = rows.filter_map(|row| row.split('\t').nth(1)).collect();
        assert_eq!(texts.len(), size);
        let nearest = nearest(&texts, step).into_iter().max();
        assert!(nearest < Some(bound), "{size}: {nearest:?} against {bound}");
    }
}

/// How near the nearest other text is to every `step`-th one, in thousandths:
/// Sørensen-Dice on words and word pairs, unweighted and so the same in
/// programs of any size.
fn nearest(texts: &[&str], step: usize) -> Vec<usize> {
    let mut known = HashMap::new();
    let rows: Vec<usize> = (0..texts.len()).step_by(step).collect();
    let sampled: Vec<Vec<u64>> = rows.iter().map(|&row| features(texts[row], &mut known)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (sample, &feature) in sampled
        .iter()
        .enumerate()
        .flat_map(|(sample, all)| all.iter().map(move |one| (sample, one)))
    {
        holders.entry(feature).or_default().push(sample);
    }
    let mut nearest = vec![0; rows.len()];
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
            let alike = 2_000 * shared / (sampled[sample].len() + features.len());
            nearest[sample] = nearest[sample].max(alike);
        }
    }
    nearest
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
