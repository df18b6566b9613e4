//! Texts whose tables lost their column borders.
#![no_main]

use doichieu_fuzz::check_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| check_text(text));
