//! How to read.

use crate::model::BodyTable;

/// How [`read_with`](super::read_with) reads a text.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    pub(crate) label: String,
    pub(crate) bodies: BodyTable,
}

impl ReadOptions {
    /// What to call the program in reports. Default: empty, which stands for
    /// the name of its issuer.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The bodies (cơ quan) and their spellings. Default: the table of the crate,
    /// with cities, provinces and ministries.
    #[must_use]
    pub fn bodies(mut self, bodies: BodyTable) -> Self {
        self.bodies = bodies;
        self
    }
}
