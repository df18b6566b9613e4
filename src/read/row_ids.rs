//! Row ids, given once each.

use std::collections::{HashMap, HashSet};

use crate::model::RowId;

/// The row ids of a program so far. No two are alike, also where an
/// annex number is printed twice.
#[derive(Debug, Default)]
pub(crate) struct RowIds {
    /// How often each citation was asked for; the last id given for it.
    last: HashMap<String, (u32, RowId)>,
    given: HashSet<RowId>,
}

impl RowIds {
    /// The citation itself the first time, with `#2` the second.
    pub(super) fn give(&mut self, base: String) -> RowId {
        let mut times = self.last.get(&base).map_or(1, |(times, _)| times + 1);
        let id = loop {
            let id = row_id(if times == 1 {
                base.clone()
            } else {
                format!("{base}#{times}")
            });
            if self.given.insert(id.clone()) {
                break id;
            }
            times += 1;
        };
        self.last.insert(base, (times, id.clone()));
        id
    }

    /// The row cited so last.
    pub(super) fn last(&self, base: &str) -> Option<&RowId> {
        self.last.get(base).map(|(_, id)| id)
    }
}

/// The id of this text, made of an annex number and labels.
pub(super) fn row_id(text: String) -> RowId {
    RowId::try_from(text).expect("an annex number and labels without dots make an id")
}
