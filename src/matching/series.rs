//! Rows that read alike but for their numbers: a report for each year, a
//! station for each voltage.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Key;
use super::side::SideOf;
use super::tasks::MOST_WAYS;
use crate::text::words;

/// How rows of two texts may be paired that have other numbers: those with the
/// same ones in the ways there are, and of the others those of which one only
/// says more. `None` where numbers tell no rows apart.
pub(super) fn series(
    (lefts, left): (&[usize], &SideOf<'_>),
    (rights, right): (&[usize], &SideOf<'_>),
    ways: impl Fn(&[usize], &[usize]) -> Vec<Key>,
) -> Option<Vec<Key>> {
    let ways_there_are = lefts.len().saturating_mul(rights.len());
    if !(2..=MOST_WAYS).contains(&ways_there_are) {
        return None;
    }
    // The left and the right rows with each set of numbers.
    let mut alike: BTreeMap<Vec<String>, [Vec<usize>; 2]> = BTreeMap::new();
    for (at, (rows, side)) in [(lefts, left), (rights, right)].into_iter().enumerate() {
        for &row in rows {
            let numbers = numbers_in(&side.tasks[row].text.text);
            alike.entry(numbers).or_default()[at].push(row);
        }
    }
    if alike.len() < 2 {
        return None;
    }
    let mut keys: Vec<Key> = alike.values().flat_map(|[l, r]| ways(l, r)).collect();
    if keys.is_empty() {
        return None;
    }
    let (paired_left, paired_right): (BTreeSet<usize>, BTreeSet<usize>) = keys.iter().copied().unzip();
    let says_no_more = |one: &[String], other: &[String]| one.iter().all(|number| other.contains(number));
    for (l_numbers, [l, _]) in &alike {
        for (r_numbers, [_, r]) in &alike {
            if says_no_more(l_numbers, r_numbers) || says_no_more(r_numbers, l_numbers) {
                let pairs = l.iter().flat_map(|&l| r.iter().map(move |&r| (l, r)));
                keys.extend(pairs.filter(|(l, r)| !paired_left.contains(l) || !paired_right.contains(r)));
            }
        }
    }
    Some(keys)
}

/// The words of a text with digits, in order, without leading zeros.
fn numbers_in(text: &str) -> Vec<String> {
    let numbers = words(text).filter(|word| word.text.contains(|c: char| c.is_ascii_digit()));
    let mut numbers: Vec<String> = numbers
        .map(|word| word.text.trim_start_matches('0').to_owned())
        .collect();
    numbers.sort_unstable();
    numbers
}
