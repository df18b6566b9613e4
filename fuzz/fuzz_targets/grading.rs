//! Grades as JSON: what is displayed is read back, an error names a line of
//! the text.
#![no_main]

use doichieu::Grading;
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match text.parse::<Grading>() {
        Ok(grading) => {
            assert_eq!(grading.to_string().parse().as_ref(), Ok(&grading));
            same_through_json(&grading);
        }
        Err(error) => {
            assert!((1..=text.split('\n').count()).contains(&error.line()));
            assert!(!error.to_string().contains('\n'), "one line: {error}");
        }
    }
});
