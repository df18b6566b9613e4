//! The same bytes out, whatever the run, the seed of a hash map or the number
//! of threads.

use std::process::Command;
use std::thread;

use doichieu::report::Language;
use doichieu::{Comparison, Program, compare, hanoi, read};
use proptest::prelude::*;

use super::cases;
use super::drafts::pair;
use crate::review::binary;

/// Every report, one after the other.
fn reports(comparison: &Comparison) -> Vec<Vec<u8>> {
    let language = Language::Vi;
    vec![
        comparison.text(language).to_string().into_bytes(),
        comparison.markdown(language).to_string().into_bytes(),
        comparison.html(language).to_string().into_bytes(),
        comparison.json().to_string().into_bytes(),
        #[cfg(feature = "xlsx")]
        comparison.xlsx(language).unwrap(),
        #[cfg(feature = "docx")]
        comparison.docx(language).unwrap(),
    ]
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
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(reconciled)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(together.iter().all(|reports| *reports == alone));
}

/// What a thread pool takes from its environment, or from the machine.
#[test]
fn a_pool_of_any_size_gives_the_bytes_of_one_thread() {
    let report = |threads: &str| {
        let output = Command::new(binary())
            .args(["--format", "json"])
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert!(output.status.success());
        output.stdout
    };
    let alone = report("1");
    assert_eq!(alone, report("3"));
    let here = compare(hanoi::party(), hanoi::ubnd()).json().to_string();
    assert_eq!(String::from_utf8(alone).unwrap().trim_end(), here);
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn drafts_give_the_same_bytes_twice((left, right) in pair()) {
        let once = |(left, right): (&Program, &Program)| reports(&compare(left.clone(), right.clone()));
        prop_assert_eq!(once((&left, &right)), once((&left, &right)));
    }
}
