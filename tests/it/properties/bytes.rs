//! The same bytes out, whatever the run, the seed of a hash map or the number
//! of threads.

use std::thread;

use doichieu::report::Language;
use doichieu::{Comparison, Program, compare, hanoi, read};
use proptest::prelude::*;

use super::cases;
use super::drafts::pair;

/// Every report, one after the other. Reading is part of it.
fn reports(comparison: &Comparison) -> Vec<Vec<u8>> {
    let mut reports = Vec::new();
    for language in Language::ALL {
        reports.push(comparison.text(language).to_string().into_bytes());
        reports.push(comparison.markdown(language).to_string().into_bytes());
        reports.push(comparison.html(language).to_string().into_bytes());
        reports.push(comparison.json().language(language).to_string().into_bytes());
        #[cfg(feature = "xlsx")]
        reports.push(comparison.xlsx(language).unwrap());
        #[cfg(feature = "docx")]
        reports.push(comparison.docx(language).unwrap());
    }
    reports
}

fn reconciled() -> Vec<Vec<u8>> {
    reports(&compare(read(hanoi::PARTY).unwrap(), read(hanoi::UBND).unwrap()))
}

/// Each map of the standard library has a seed of its own, so a second run in
/// one process goes through them in another order.
#[test]
fn many_threads_give_the_bytes_of_one() {
    let alone = reconciled();
    let together: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(reconciled)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(together.iter().all(|reports| *reports == alone));
}

proptest! {
    #![proptest_config(cases(15))]

    #[test]
    fn drafts_give_the_same_bytes_twice((left, right) in pair()) {
        let once = |(left, right): (&Program, &Program)| reports(&compare(left.clone(), right.clone()));
        prop_assert_eq!(once((&left, &right)), once((&left, &right)));
    }
}
