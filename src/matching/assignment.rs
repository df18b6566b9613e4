//! The best one-to-one choice among pairs that may be.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::pairs::Key;

/// A row a row may be paired with, and what the pair is worth, above zero.
pub(super) type Choice = (usize, i128);

/// What a pair is worth beside others: first its score above chance, then how
/// many facts agree (up to three), then how near the two rows stand to the same place.
pub(super) fn worth(gain: u32, agreeing: u32, (left, right): Key) -> i128 {
    let apart = u32::try_from(left.abs_diff(right)).unwrap_or(u32::MAX);
    ((i128::from(gain) * 4 + i128::from(agreeing)) << 64) - i128::from(apart).pow(2)
}

/// What a score so far above chance counts. Rows that read alike word for word
/// are one, whatever pairs their other partners would make: theirs counts more
/// than any two.
pub(super) fn gain(above_chance: u32, read_alike: bool) -> u32 {
    (above_chance + 1) * if read_alike { 2 } else { 1 }
}

/// The one-to-one choice whose pairs are worth most together: for each left
/// row, the right one, if any. `choices` holds those of each left row; `rights`
/// is how many right rows there are.
///
/// Shortest augmenting paths with potentials, the sparse form of the Hungarian
/// method (Kuhn 1955, Jonker and Volgenant 1987): each row is added in turn by
/// the cheapest exchange of partners, looked for among the rows it is connected
/// with only.
pub(super) fn assign(choices: &[Vec<Choice>], rights: usize) -> Vec<Option<usize>> {
    let mut search = Assignment {
        choices,
        rights,
        places: vec![None; choices.len()],
        mates: vec![None; rights + choices.len()],
        left_prices: vec![0; choices.len()],
        right_prices: vec![0; rights + choices.len()],
        reached: vec![None; rights + choices.len()],
    };
    for row in 0..choices.len() {
        search.add(row);
    }
    let places = search.places.into_iter();
    places.map(|place| place.filter(|&place| place < rights)).collect()
}

/// The choice among the left rows added so far. Behind the right rows stands
/// one place for each left row to stay alone, worth nothing.
struct Assignment<'a> {
    choices: &'a [Vec<Choice>],
    rights: usize,
    /// The place of each left row.
    places: Vec<Option<usize>>,
    /// The left row of each place.
    mates: Vec<Option<usize>>,
    left_prices: Vec<i128>,
    right_prices: Vec<i128>,
    /// From which left row a place is reached, and at what cost.
    reached: Vec<Option<(i128, usize)>>,
}

impl Assignment<'_> {
    fn add(&mut self, row: usize) {
        let mut open = BinaryHeap::new();
        let mut touched = Vec::new();
        let mut settled: Vec<(usize, i128)> = Vec::new();
        let (mut left, mut spent) = (row, 0);
        let end = loop {
            let alone = (self.rights + left, 0);
            for &(place, worth) in self.choices[left].iter().chain([&alone]) {
                let cost = spent - worth - self.left_prices[left] - self.right_prices[place];
                if self.reached[place].is_none_or(|(known, _)| cost < known) {
                    if self.reached[place].is_none() {
                        touched.push(place);
                    }
                    self.reached[place] = Some((cost, left));
                    open.push(Reverse((cost, place)));
                }
            }
            // Staying alone is always open, so there is an end.
            let Some(Reverse((cost, place))) = open.pop() else {
                return;
            };
            if self.reached[place].is_some_and(|(known, _)| known < cost) {
                continue;
            }
            spent = cost;
            match self.mates[place] {
                None => break place,
                Some(mate) => {
                    settled.push((place, cost));
                    left = mate;
                }
            }
        };
        self.left_prices[row] += spent;
        for (place, cost) in settled {
            self.right_prices[place] -= spent - cost;
            if let Some(mate) = self.mates[place] {
                self.left_prices[mate] += spent - cost;
            }
        }
        self.exchange(row, end);
        for place in touched {
            self.reached[place] = None;
        }
    }

    /// Moves each row on the way to a free place on by one.
    fn exchange(&mut self, row: usize, end: usize) {
        let mut free = Some(end);
        while let Some(place) = free
            && let Some((_, left)) = self.reached[place]
        {
            self.mates[place] = Some(left);
            free = self.places[left].replace(place).filter(|_| left != row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most any one-to-one choice is worth, by trying all.
    fn most(choices: &[Vec<Choice>], taken: &mut Vec<usize>) -> i128 {
        let Some((own, others)) = choices.split_first() else {
            return 0;
        };
        let mut best = most(others, taken);
        for &(right, worth) in own {
            if !taken.contains(&right) {
                taken.push(right);
                best = best.max(worth + most(others, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn score_comes_before_facts_and_facts_before_place() {
        assert!(worth(5, 0, (0, 0)) > worth(4, 3, (0, 0)));
        assert!(worth(4, 1, (0, 9)) > worth(4, 0, (0, 0)));
        assert!(worth(4, 0, (3, 4)) > worth(4, 0, (3, 5)));
    }

    #[test]
    fn two_good_pairs_beat_the_best_one() {
        let choices = [vec![(0, 9), (1, 8)], vec![(0, 8)]];
        assert_eq!(assign(&choices, 2), [Some(1), Some(0)]);
        let apart = [vec![(0, 9), (1, 3)], vec![(0, 4)]];
        assert_eq!(assign(&apart, 2), [Some(0), None]);
    }

    #[test]
    fn rows_may_stay_alone() {
        assert_eq!(assign(&[vec![], vec![(0, 1)], vec![(0, 2)]], 3), [None, None, Some(0)]);
        assert_eq!(assign(&[], 0), []);
    }

    #[test]
    fn no_choice_is_worth_more() {
        let mut state = 1_u32;
        let mut random = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        for _ in 0..500 {
            let choices: Vec<Vec<Choice>> = (0..random(7))
                .map(|_| {
                    let near = (0..6).filter(|_| random(2) == 0).collect::<Vec<usize>>();
                    near.into_iter()
                        .map(|right| (right, i128::from(1 + random(20))))
                        .collect()
                })
                .collect();
            let assigned = assign(&choices, 6);
            let worth: i128 = assigned
                .iter()
                .zip(&choices)
                .filter_map(|(right, own)| own.iter().find(|choice| Some(choice.0) == *right))
                .map(|choice| choice.1)
                .sum();
            let mut rights: Vec<usize> = assigned.iter().copied().flatten().collect();
            rights.sort_unstable();
            assert!(rights.windows(2).all(|pair| pair[0] < pair[1]));
            assert_eq!(worth, most(&choices, &mut Vec::new()), "{choices:?}");
        }
    }
}
