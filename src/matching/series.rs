//! Rows that read alike but for their numbers: a report for each year, a
//! station for each voltage.

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
    let of = |rows: &[usize], side: &SideOf<'_>| -> Vec<(Vec<String>, usize)> {
        let rows = rows.iter();
        rows.map(|&row| (numbers_in(&side.tasks[row].text.text), row)).collect()
    };
    let (l, r) = (of(lefts, left), of(rights, right));
    let mut all = l.iter().chain(&r).map(|(numbers, _)| numbers);
    let first = all.next()?;
    if all.all(|numbers| numbers == first) {
        return None;
    }
    let rows_with = |rows: &[(Vec<String>, usize)], wanted: &[String]| -> Vec<usize> {
        let rows = rows.iter().filter(|(numbers, _)| numbers == wanted);
        rows.map(|(_, row)| *row).collect()
    };
    let mut keys = Vec::new();
    for (at, (numbers, _)) in l.iter().enumerate() {
        let is_first = !l[..at].iter().any(|(earlier, _)| earlier == numbers);
        let partners = rows_with(&r, numbers);
        if is_first && !partners.is_empty() {
            keys.extend(ways(&rows_with(&l, numbers), &partners));
        }
    }
    if keys.is_empty() {
        return None;
    }
    let paired = keys.clone();
    for (left_numbers, l) in &l {
        for (right_numbers, r) in &r {
            let are_left_over = !paired.iter().any(|key| key.0 == *l) || !paired.iter().any(|key| key.1 == *r);
            let beyond = |one: &[String], other: &[String]| one.iter().any(|number| !other.contains(number));
            let says_more = !beyond(left_numbers, right_numbers) || !beyond(right_numbers, left_numbers);
            if are_left_over && says_more {
                keys.push((*l, *r));
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
