//! Each stage and the whole, on the two embedded programs; matching and the
//! whole also on synthetic pairs.

#[allow(dead_code, unused_imports)] // How good the pairs are is shown by `scale`.
mod synthetic;

use divan::{Bencher, black_box};
use doichieu::model::Program;
use doichieu::report::Language;
use doichieu::{Comparison, checks, compare, hanoi, matching, read};

fn main() {
    divan::main();
}

/// From both texts to the report a reviewer reads.
fn whole(left: &str, right: &str) -> String {
    compare(program(left), program(right)).text(Language::Vi).to_string()
}

fn program(text: &str) -> Program {
    read(black_box(text)).expect("the texts are programs")
}

/// Pairs that grow; `scale` measures how well they are matched, and the largest.
mod growing {
    use super::{Bencher, compare, matching, program, synthetic};

    const SIZES: [usize; 3] = [400, 2_000, 10_000];

    #[divan::bench(name = "match", args = SIZES, max_time = 10)]
    fn pairs(bencher: Bencher, size: usize) {
        let pair = synthetic::pair(size, 5);
        let (left, right) = (program(&pair.left), program(&pair.right));
        bencher.bench_local(|| matching::match_programs(&left, &right));
    }

    #[divan::bench(args = SIZES, max_time = 10)]
    fn read_and_compare(bencher: Bencher, size: usize) {
        let pair = synthetic::pair(size, 5);
        bencher.bench_local(|| compare(program(&pair.left), program(&pair.right)));
    }
}

mod real {
    use super::{Bencher, Program, checks, hanoi, matching, program};

    #[divan::bench]
    fn read_party() -> Program {
        program(hanoi::PARTY)
    }

    #[divan::bench]
    fn read_ubnd() -> Program {
        program(hanoi::UBND)
    }

    #[divan::bench(name = "match")]
    fn pairs(bencher: Bencher) {
        let (left, right) = (hanoi::party(), hanoi::ubnd());
        bencher.bench_local(|| matching::match_programs(&left, &right));
    }

    #[divan::bench]
    fn check(bencher: Bencher) {
        let (left, right) = (hanoi::party(), hanoi::ubnd());
        let matches = matching::match_programs(&left, &right);
        bencher.bench_local(|| checks::run(&left, &right, &matches));
    }

    #[divan::bench]
    fn whole() -> String {
        super::whole(hanoi::PARTY, hanoi::UBND)
    }

    mod report {
        use super::super::{Bencher, Comparison, Language, compare, hanoi};

        fn of(bencher: Bencher, write: impl Fn(&Comparison) -> Vec<u8>) {
            let comparison = compare(hanoi::party(), hanoi::ubnd());
            bencher.bench_local(|| write(&comparison));
        }

        #[divan::bench]
        fn text(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.text(Language::Vi).to_string().into_bytes()
            });
        }

        #[divan::bench]
        fn json(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.json().language(Language::Vi).to_string().into_bytes()
            });
        }

        #[divan::bench]
        fn markdown(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.markdown(Language::Vi).to_string().into_bytes()
            });
        }

        #[divan::bench]
        fn html(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.html(Language::Vi).to_string().into_bytes()
            });
        }

        #[cfg(feature = "xlsx")]
        #[divan::bench]
        fn xlsx(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.xlsx(Language::Vi).expect("a workbook in memory")
            });
        }

        #[cfg(feature = "docx")]
        #[divan::bench]
        fn docx(bencher: Bencher) {
            of(bencher, |comparison| {
                comparison.docx(Language::Vi).expect("a document in memory")
            });
        }
    }
}
