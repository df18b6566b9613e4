//! The same work for each of many rows; with the feature `parallel` on all cores.

use super::join::Scratch;

/// What the work gives for each row, in order, whatever the cores.
#[cfg(not(feature = "parallel"))]
pub(super) fn for_each<R, T>(rows: impl ExactSizeIterator<Item = R>, work: impl Fn(R, &mut Scratch) -> T) -> Vec<T> {
    let mut scratch = Scratch::default();
    rows.map(|row| work(row, &mut scratch)).collect()
}

/// What the work gives for each row, in order, whatever the cores.
#[cfg(feature = "parallel")]
pub(super) fn for_each<R: Send, T: Send>(
    rows: impl ExactSizeIterator<Item = R>,
    work: impl Fn(R, &mut Scratch) -> T + Sync,
) -> Vec<T> {
    use rayon::prelude::*;

    let rows: Vec<R> = rows.collect();
    let rows = rows.into_par_iter().with_min_len(16);
    rows.map_init(Scratch::default, |scratch, row| work(row, scratch))
        .collect()
}
