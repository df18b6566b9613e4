//! Deadlines, each read once.

use rustc_hash::FxHashMap;

use crate::model::Deadline;

/// The deadlines of a text so far: most rows have one of a few.
#[derive(Debug, Default)]
pub(crate) struct Deadlines(FxHashMap<String, Option<Deadline>>);

impl Deadlines {
    /// [`Deadline::parse`].
    pub(crate) fn parse(&mut self, text: &str) -> Option<&Deadline> {
        if !self.0.contains_key(text) {
            self.0.insert(text.to_owned(), Deadline::parse(text));
        }
        self.0.get(text)?.as_ref()
    }
}
