//! One stage, once, on the two embedded programs: for counting instructions
//! (`.ci/instructions`). A stage includes those before it; without a name
//! nothing is done.

use std::hint::black_box;

use doichieu::report::Language;
use doichieu::{compare, hanoi, matching, read};

fn main() {
    // Cargo itself passes `--bench`.
    let stage = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let program = |text| read(text).expect("the embedded programs are readable");
    let (left, right) = match stage.as_deref() {
        None => return,
        Some("read-party") => return drop(black_box(program(hanoi::PARTY))),
        Some("read-ubnd") => return drop(black_box(program(hanoi::UBND))),
        Some(_) => (program(hanoi::PARTY), program(hanoi::UBND)),
    };
    let comparison = match stage.as_deref() {
        Some("read") => return drop(black_box((left, right))),
        Some("match") => return drop(black_box(matching::match_programs(&left, &right))),
        _ => compare(left, right),
    };
    let language = Language::Vi;
    let report = match stage.as_deref() {
        Some("text") => comparison.text(language).to_string().into_bytes(),
        Some("json") => comparison.json().language(language).to_string().into_bytes(),
        Some("markdown") => comparison.markdown(language).to_string().into_bytes(),
        Some("html") => comparison.html(language).to_string().into_bytes(),
        #[cfg(feature = "xlsx")]
        Some("xlsx") => comparison.xlsx(language).expect("a workbook in memory"),
        #[cfg(feature = "docx")]
        Some("docx") => comparison.docx(language).expect("a document in memory"),
        Some("check") => Vec::new(),
        _ => panic!("no such stage"),
    };
    black_box(report);
}
