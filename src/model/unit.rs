//! Units (đơn vị): a scale and a base.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Number;

/// A unit: `1.000 căn nhà` is 1000 of `căn nhà`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unit {
    /// How many of the base one is.
    pub scale: Number,
    /// The base, folded; unknown units are kept as text and compared as text.
    pub base: String,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}
