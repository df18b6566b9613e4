//! Which lists hold a number: inverted lists, one behind another.

/// For each number, the lists that hold it.
#[derive(Debug)]
pub(super) struct Postings {
    holders: Vec<u32>,
    /// Where the holders of each number start, and where the last ones end.
    starts: Vec<u32>,
}

impl Postings {
    /// The inverted lists of numbers below `count`.
    pub(super) fn of<'a>(lists: impl Iterator<Item = &'a [u32]> + Clone, count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for &number in lists.clone().flatten() {
            starts[number as usize + 1] += 1;
        }
        for number in 1..starts.len() {
            starts[number] += starts[number - 1];
        }
        let mut ends = starts.clone();
        let mut holders = vec![0; starts.last().map_or(0, |&end| end as usize)];
        for (list, place) in lists.zip(0..) {
            for &number in list {
                let end = &mut ends[number as usize];
                holders[*end as usize] = place;
                *end += 1;
            }
        }
        Self { holders, starts }
    }

    /// The lists that hold a number, from the place on that the cursors stand at.
    pub(super) fn from(&self, number: u32, cursors: &mut Cursors) -> &[u32] {
        let [start, end] = &mut cursors.bounds[number as usize];
        let holders = &self.holders[*start as usize..*end as usize];
        let passed = holders.iter().take_while(|&&holder| holder < cursors.place).count();
        *start += u32::try_from(passed).unwrap_or(u32::MAX);
        &holders[passed..]
    }
}

/// Where in each inverted list a place stands. As long as the place goes up, a
/// list is read on from where it was left.
#[derive(Debug, Default)]
pub(super) struct Cursors {
    place: u32,
    /// Where each list goes on, and where it ends.
    bounds: Vec<[u32; 2]>,
}

impl Cursors {
    /// Goes to a place.
    pub(super) fn go(&mut self, place: usize, postings: &Postings) {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        if self.bounds.is_empty() || place < self.place {
            self.bounds.clear();
            let bounds = postings.starts.windows(2);
            self.bounds.extend(bounds.map(|bounds| [bounds[0], bounds[1]]));
        }
        self.place = place;
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursors, Postings};

    #[test]
    fn each_number_has_the_lists_that_hold_it() {
        let lists: [&[u32]; 4] = [&[2, 0], &[], &[2], &[0, 2]];
        let postings = Postings::of(lists.into_iter(), 3);
        let mut cursors = Cursors::default();
        cursors.go(0, &postings);
        for (number, expected) in [(0, &[0, 3][..]), (1, &[]), (2, &[0, 2, 3])] {
            assert_eq!(postings.from(number, &mut cursors), expected);
        }
    }

    #[test]
    fn holders_are_told_from_a_place_on() {
        let lists: [&[u32]; 9] = [&[0], &[1], &[0], &[0], &[0], &[0], &[0], &[1], &[0]];
        let postings = Postings::of(lists.into_iter(), 2);
        let mut cursors = Cursors::default();
        for (place, expected) in [(1, &[2, 3, 4, 5, 6, 8][..]), (8, &[8]), (9, &[]), (3, &[3, 4, 5, 6, 8])] {
            cursors.go(place, &postings);
            assert_eq!(postings.from(0, &mut cursors), expected);
        }
        assert_eq!(postings.from(1, &mut cursors), [7]);
    }
}
