//! What the fuzz targets check alike.

mod program;

pub use program::{check_program, check_text};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value comes back from JSON as it went in.
pub fn same_through_json<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("a value of the model is JSON");
    let back: T = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(back, *value);
}
