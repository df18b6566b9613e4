//! The fixtures are the programs as received.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to a string");
            hex
        })
}

#[test]
fn the_two_programs_are_byte_for_byte_as_received() {
    assert_eq!(
        checksum(doichieu::hanoi::PARTY),
        "44e09f8ba8a45abe7ace7ff48ff4424d235eb10f20b2e060ec39f1fcf9947880"
    );
    assert_eq!(
        checksum(doichieu::hanoi::UBND),
        "ac797477dc6614cb2d5006bf053c197c9a7fd9c2f6d28c86f97db461ceb2c731"
    );
}
