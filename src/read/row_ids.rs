//! Row ids, given once each.

use rustc_hash::FxHashMap;

use crate::model::RowId;

/// The row ids of a program so far. No two are alike, also where an
/// annex number is printed twice.
#[derive(Debug, Default)]
pub(crate) struct RowIds {
    /// The ids given and the citations they were given for, and how often
    /// each was asked for.
    times: FxHashMap<String, u32>,
}

impl RowIds {
    /// The citation itself the first time, with `#2` the second.
    pub(super) fn give(&mut self, base: String) -> RowId {
        let mut times = self.times.get(&base).map_or(1, |times| times + 1);
        let mut id = numbered(&base, times);
        while times > 1 && self.times.contains_key(&id) {
            times += 1;
            id = numbered(&base, times);
        }
        if times > 1 {
            self.times.insert(id.clone(), 1);
        }
        self.times.insert(base, times);
        row_id(id)
    }

    /// The row cited so last.
    pub(super) fn last(&self, base: &str) -> Option<RowId> {
        let times = self.times.get(base)?;
        Some(row_id(numbered(base, *times)))
    }
}

/// The id given for a citation that is asked for so often.
fn numbered(base: &str, times: u32) -> String {
    if times == 1 {
        base.to_owned()
    } else {
        format!("{base}#{times}")
    }
}

/// The id of this text, made of an annex number and labels.
pub(super) fn row_id(text: String) -> RowId {
    RowId::try_from(text).expect("an annex number and labels without dots make an id")
}
