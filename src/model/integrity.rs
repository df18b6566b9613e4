//! Whether a program that came from JSON hangs together.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Indicator, Lines, Program, RowId, Task};

/// A program that does not hang together: what its rows, citations and notes
/// refer to is not there, or not once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntegrityError {
    /// The row stands in an annex that is none of the program.
    #[error("row {0} stands in an annex that the program does not have")]
    AnnexMissing(RowId),
    /// Two rows, tasks or indicators, are cited alike.
    #[error("two rows have the id {0}")]
    DuplicateId(RowId),
    /// The row above is none of the program.
    #[error("row {row} has the parent {parent}, which is no row of the program")]
    ParentMissing {
        /// The row.
        row: RowId,
        /// What it names as its parent.
        parent: RowId,
    },
    /// Whoever goes up from this row comes back to it.
    #[error("row {0} stands under itself")]
    ParentLoop(RowId),
    /// The annex has no such section or group.
    #[error("row {row} stands in section {label:?}, which its annex does not have")]
    SectionMissing {
        /// The row.
        row: RowId,
        /// The label of the section or group.
        label: String,
    },
    /// A citation in a row that is none of the program.
    #[error("the citation of {number} names row {row}, which is no row of the program")]
    CitationAstray {
        /// The number of the cited document.
        number: String,
        /// The row it names.
        row: RowId,
    },
    /// A reading note about a row that is none of the program.
    #[error("the note on lines {lines} names row {row}, which is no row of the program")]
    NoteAstray {
        /// The lines of the note.
        lines: Lines,
        /// The row it names.
        row: RowId,
    },
}

impl Program {
    /// Checks that each row id stands once, and that the annexes, parents and
    /// sections of rows and the rows of citations and notes are there.
    ///
    /// Every program that [`crate::read()`] gives passes; one from JSON was
    /// checked when it was deserialized. Worth calling after changes by hand.
    ///
    /// # Errors
    /// The first fault found: annexes of rows are looked at first, then ids,
    /// parents, sections, citations and notes, each in document order.
    pub fn check(&self) -> Result<(), IntegrityError> {
        let rows: Vec<RowLinks<'_>> = self
            .tasks
            .iter()
            .map(RowLinks::from)
            .chain(self.indicators.iter().map(RowLinks::from))
            .collect();
        // A number may stand twice: a program may print it so.
        let annexes: HashSet<u32> = self.annexes.iter().map(|annex| annex.number).collect();
        if let Some(row) = rows.iter().find(|row| !annexes.contains(&row.id.annex())) {
            return Err(IntegrityError::AnnexMissing(row.id.clone()));
        }
        let mut parents: HashMap<&RowId, Option<&RowId>> = HashMap::with_capacity(rows.len());
        for row in &rows {
            if parents.insert(row.id, row.parent).is_some() {
                return Err(IntegrityError::DuplicateId(row.id.clone()));
            }
        }
        check_parents(&rows, &parents)?;
        self.check_sections(&rows)?;
        let astray = |row: &Option<RowId>| row.clone().filter(|row| !parents.contains_key(row));
        for citation in &self.citations {
            if let Some(row) = astray(&citation.row) {
                let number = citation.number.clone();
                return Err(IntegrityError::CitationAstray { number, row });
            }
        }
        for note in &self.notes {
            if let Some(row) = astray(&note.row) {
                return Err(IntegrityError::NoteAstray { lines: note.lines, row });
            }
        }
        Ok(())
    }

    fn check_sections(&self, rows: &[RowLinks<'_>]) -> Result<(), IntegrityError> {
        let known: HashSet<(u32, &str)> = self
            .sections
            .iter()
            .map(|section| (section.annex, section.label.as_str()))
            .collect();
        for row in rows {
            let annex = row.id.annex();
            let missing = row
                .sections
                .into_iter()
                .flatten()
                .find(|&label| !label.is_empty() && !known.contains(&(annex, label)));
            if let Some(label) = missing {
                let (row, label) = (row.id.clone(), label.to_owned());
                return Err(IntegrityError::SectionMissing { row, label });
            }
        }
        Ok(())
    }
}

/// What a row refers to.
struct RowLinks<'a> {
    id: &'a RowId,
    parent: Option<&'a RowId>,
    /// The section and the group, where there are such.
    sections: [Option<&'a str>; 2],
}

impl<'a> From<&'a Task> for RowLinks<'a> {
    fn from(task: &'a Task) -> Self {
        Self {
            id: &task.id,
            parent: task.parent.as_ref(),
            sections: [Some(&task.section), task.group.as_deref()],
        }
    }
}

impl<'a> From<&'a Indicator> for RowLinks<'a> {
    fn from(indicator: &'a Indicator) -> Self {
        Self {
            id: &indicator.id,
            parent: indicator.parent.as_ref(),
            sections: [Some(&indicator.section), None],
        }
    }
}

fn check_parents(rows: &[RowLinks<'_>], parents: &HashMap<&RowId, Option<&RowId>>) -> Result<(), IntegrityError> {
    // Rows from which the way up is known to end.
    let mut ended: HashSet<&RowId> = HashSet::with_capacity(rows.len());
    for row in rows {
        let mut way: Vec<&RowId> = Vec::new();
        let mut on_way: HashSet<&RowId> = HashSet::new();
        let mut at = Some(row.id);
        while let Some(id) = at.filter(|id| !ended.contains(id)) {
            if !on_way.insert(id) {
                return Err(IntegrityError::ParentLoop(id.clone()));
            }
            way.push(id);
            let parent = parents.get(id).copied().flatten();
            if let Some(parent) = parent
                && !parents.contains_key(parent)
            {
                let (row, parent) = (id.clone(), parent.clone());
                return Err(IntegrityError::ParentMissing { row, parent });
            }
            at = parent;
        }
        ended.extend(way);
    }
    Ok(())
}

// With `remote = "Self"` the derive makes functions of the type instead of the
// traits: what is deserialized can be checked before anyone has it.
impl Serialize for Program {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Program {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let program = Self::deserialize(deserializer)?;
        program.check().map_err(serde::de::Error::custom)?;
        Ok(program)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const TEXT: &str = "PHỤ LỤC 1\nNHIỆM VỤ\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\nI\tKinh tế\t\t\n\
        1\tXây cầu:\tSở\t2027\n-\tCầu A theo 15-NQ/TW\tSở Y tế\t2027\nII\tXã hội\t\t\n1\tXây trường\tSở Y tế\t2028\n";

    fn program() -> Value {
        serde_json::to_value(crate::read(TEXT).unwrap()).unwrap()
    }

    #[track_caller]
    fn error(program: Value) -> String {
        let said = serde_json::from_value::<Program>(program).unwrap_err().to_string();
        assert_eq!(said.lines().count(), 1);
        said
    }

    #[test]
    fn a_program_read_goes_to_json_and_comes_back() {
        let read = crate::read(TEXT).unwrap();
        assert_eq!(read.check(), Ok(()));
        assert_eq!(serde_json::from_value::<Program>(program()).unwrap(), read);
    }

    #[test]
    fn a_program_that_prints_one_annex_number_twice_passes() {
        let annex = |number: u32| format!("PHỤ LỤC {number}\nNHIỆM VỤ\nTT\tNhiệm vụ\tChủ trì\n1\tXây cầu\tSở Y tế\n");
        let read = crate::read(&[1, 2, 1].map(annex).concat()).unwrap();
        assert_eq!(
            read.annexes.iter().map(|annex| annex.number).collect::<Vec<_>>(),
            [1, 2, 1]
        );
        assert_eq!(read.check(), Ok(()));
    }

    #[test]
    fn what_dangles_is_an_error_that_names_it() {
        type Edit = fn(&mut Value);
        let cases: [(Edit, &str); 8] = [
            (
                |p| p["annexes"][0]["number"] = json!(2),
                "row PL1.I.1 stands in an annex that the program does not have",
            ),
            (
                |p| p["tasks"][2]["id"] = json!("PL1.I.1"),
                "two rows have the id PL1.I.1",
            ),
            (
                |p| p["tasks"][1]["parent"] = json!("PL1.I.9"),
                "row PL1.I.1.a has the parent PL1.I.9, which is no row of the program",
            ),
            (
                |p| p["tasks"][0]["parent"] = json!("PL1.I.1.a"),
                "row PL1.I.1 stands under itself",
            ),
            (
                |p| p["tasks"][2]["section"] = json!("IX"),
                "row PL1.II.1 stands in section \"IX\", which its annex does not have",
            ),
            (
                |p| p["tasks"][2]["group"] = json!("B"),
                "row PL1.II.1 stands in section \"B\", which its annex does not have",
            ),
            (
                |p| p["citations"][0]["row"] = json!("PL2.1"),
                "the citation of 15-NQ/TW names row PL2.1, which is no row of the program",
            ),
            (
                |p| p["notes"] = json!([{"kind": "row-joined", "row": "PL2.1", "text": "", "lines": [3, 4]}]),
                "the note on lines 3-4 names row PL2.1, which is no row of the program",
            ),
        ];
        for (edit, said) in cases {
            let mut program = program();
            edit(&mut program);
            assert_eq!(error(program), said);
        }
    }

    #[test]
    fn unknown_and_missing_fields_are_errors_that_name_them() {
        let mut known = program();
        known["tasks"][0]["deadlin"] = json!(null);
        assert!(error(known).starts_with("unknown field `deadlin`, expected one of `id`"));
        let mut known = program();
        known["remarks"] = json!([]);
        assert!(error(known).starts_with("unknown field `remarks`"));
        let mut known = program();
        known["tasks"][0].as_object_mut().unwrap().remove("number");
        assert_eq!(error(known), "missing field `number`");
        let mut known = program();
        known["tasks"][0]["lines"] = json!([7, 6]);
        assert!(error(known).contains("lines"));
    }
}
