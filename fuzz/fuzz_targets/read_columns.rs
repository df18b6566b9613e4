//! Texts whose columns stand under each other.
#![no_main]

use doichieu_fuzz::check_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| check_text(text));
