//! The same work for each of many rows; with the feature `parallel` on all cores.

use super::join::Scratch;

/// What the work gives for each of `0..count`, in order, whatever the cores.
#[cfg(not(feature = "parallel"))]
pub(super) fn for_each<T>(count: usize, work: impl Fn(usize, &mut Scratch) -> T) -> Vec<T> {
    let mut scratch = Scratch::default();
    (0..count).map(|row| work(row, &mut scratch)).collect()
}

/// What the work gives for each of `0..count`, in order, whatever the cores.
#[cfg(feature = "parallel")]
pub(super) fn for_each<T: Send>(count: usize, work: impl Fn(usize, &mut Scratch) -> T + Sync) -> Vec<T> {
    use rayon::prelude::*;

    let rows = (0..count).into_par_iter().with_min_len(16);
    rows.map_init(Scratch::default, |scratch, row| work(row, scratch))
        .collect()
}
