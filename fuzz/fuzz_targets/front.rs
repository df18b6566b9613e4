//! What stands before the annexes: title, issuer, statements, citations.
#![no_main]

use doichieu_fuzz::check_text;
use libfuzzer_sys::fuzz_target;

const ANNEX: &str = "\nPHỤ LỤC 1\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tXây cầu\tSở Xây dựng\tQuý I/2026\n";

fuzz_target!(|text: &str| check_text(&format!("{text}{ANNEX}")));
