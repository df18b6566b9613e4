//! Programs as JSON: what is read goes back and comes again, and nothing that
//! is read makes a comparison or a report fall over.
#![no_main]

use doichieu::report::Language;
use doichieu::{Program, compare};
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(program) = serde_json::from_str::<Program>(text) else {
        return;
    };
    same_through_json(&program);
    let comparison = compare(program.clone(), program);
    let _ = comparison.text(Language::Vi).to_string();
    let _ = comparison.json().to_string();
});
