//! What a finding is called from one report to the next.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Code, Details, Finding};
use crate::model::RowId;

/// The identity of a finding: its code, its rows and a short hash of its facts,
/// `target-differs/PL1.33/PL2.B.8/5c0c1f8e`; `-` stands for no row.
///
/// Two findings of one comparison have two identities. It does not change when
/// lines move, rows are reworded or other rows change their cells. It does when
/// a fact of the finding changes. It knows rows by their numbers: where rows are
/// put in or replaced, [`crate::Comparison::changes_since`] knows findings again
/// by the texts of their rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FindingId(String);

/// The text is no identity of a finding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no identity of a finding: {0:?}")]
pub struct ParseFindingIdError(String);

impl FindingId {
    /// The identity as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for FindingId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<FindingId> for String {
    fn from(id: FindingId) -> Self {
        id.0
    }
}

impl TryFrom<String> for FindingId {
    type Error = ParseFindingIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if is_id(&text) {
            Ok(Self(text))
        } else {
            Err(ParseFindingIdError(text))
        }
    }
}

impl FromStr for FindingId {
    type Err = ParseFindingIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.to_owned().try_into()
    }
}

/// Whether a text has the form of an identity. Its parts are found from both
/// ends, as the number of a row may hold anything that is printed without a blank.
fn is_id(text: &str) -> bool {
    let parts = || {
        let (code, rest) = text.split_once('/')?;
        let (rows, hash) = rest.rsplit_once('/')?;
        Some((code, rows, hash))
    };
    // Several rows joined by `+` have the form of one.
    let are_rows = |rows: &str| rows == "-" || rows.parse::<RowId>().is_ok();
    parts().is_some_and(|(code, rows, hash)| {
        let mut borders = rows.match_indices('/').map(|(at, _)| (&rows[..at], &rows[at + 1..]));
        code.parse::<Code>().is_ok()
            && borders.any(|(left, right)| are_rows(left) && are_rows(right))
            && hash.len() == 8
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

impl Finding {
    /// What the finding is called from one report to the next.
    #[must_use]
    pub fn id(&self) -> FindingId {
        let rows = |rows: &[RowId]| match rows {
            [] => "-".to_owned(),
            rows => rows.iter().map(RowId::as_str).collect::<Vec<_>>().join("+"),
        };
        FindingId(format!(
            "{}/{}/{}/{:08x}",
            self.code,
            rows(&self.left),
            rows(&self.right),
            hash(&self.facts(&BESIDE))
        ))
    }

    /// The facts that stay when rows get other numbers, as text.
    pub(crate) fn facts_without_rows(&self) -> String {
        self.facts(&BESIDE_AND_ROWS)
    }

    /// The facts as text, without the fields that only stand beside them. The
    /// most alike row and the scores of candidates change with other rows of the
    /// programs: they are no facts of this finding.
    fn facts(&self, beside: &[&str]) -> String {
        let mut facts = String::new();
        match &self.details {
            Details::TaskWithoutCounterpart { .. }
            | Details::IndicatorWithoutCounterpart { .. }
            | Details::AmbiguousMatch { .. } => {}
            // Details are plain data with text keys, which JSON can always hold.
            details => write(&serde_json::to_value(details).unwrap_or_default(), beside, &mut facts),
        }
        facts
    }
}

/// What stands beside the facts: where they stand, which other rows share them,
/// which other finding may explain them, and what is known of their bodies. It
/// changes with other rows or with our tables.
const BESIDE: [&str; 4] = ["lines", "rows", "explained_by", "succession"];

/// The same, and the rows by their numbers.
const BESIDE_AND_ROWS: [&str; 5] = ["lines", "rows", "explained_by", "succession", "row"];

/// Writes facts with their fields in order of name, whatever order a map keeps,
/// and without what only stands beside them.
fn write(facts: &Value, beside: &[&str], text: &mut String) {
    match facts {
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields
                .iter()
                .filter(|(name, _)| !beside.contains(&name.as_str()))
                .collect();
            for (name, fact) in fields {
                text.push_str(name);
                text.push('=');
                write(fact, beside, text);
            }
        }
        Value::Array(facts) => {
            for fact in facts {
                text.push('[');
                write(fact, beside, text);
            }
            text.push(']');
        }
        fact => text.push_str(&fact.to_string()),
    }
    text.push(';');
}

/// FNV-1a, 32 bits: the same on every machine and in every version.
fn hash(text: &str) -> u32 {
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    text.bytes()
        .fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn finding(left: &str, line: u32) -> Finding {
        serde_json::from_value(json!({
            "code": "unit-differs", "severity": "doubt", "left": ["PL1.15"], "right": [],
            "details": {"kind": "unit-differs", "left": left, "right": "Lao động"},
            "evidence": [{"side": "left", "row": "PL1.15", "field": "unit", "text": left, "lines": [line, line]}],
        }))
        .unwrap()
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // The test vectors of the FNV authors.
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }

    #[test]
    fn an_identity_is_read_back_and_nothing_else() {
        let id = finding("1.000 lao động", 3).id();
        assert_eq!(id.to_string().parse(), Ok(id.clone()));
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(serde_json::from_str::<FindingId>(&json).unwrap(), id);
        for other in [
            "",
            "unit-differs/PL1.15/-",
            "unit/PL1.15/-/0123abcd",
            "unit-differs/15/-/0123abcd",
            "unit-differs/PL1.15/-/0123abcg",
        ] {
            assert!(other.parse::<FindingId>().is_err(), "{other}");
        }
    }

    #[test]
    fn lines_do_not_count_but_facts_do() {
        let id = finding("1.000 lao động", 3).id();
        assert_eq!(id, finding("1.000 lao động", 99).id());
        assert_ne!(id, finding("Người", 3).id());
        assert!(id.as_str().starts_with("unit-differs/PL1.15/-/"), "{id}");
    }

    #[test]
    fn what_other_rows_share_and_what_explains_it_are_no_facts() {
        let id = |details: Value| {
            let text = json!({
                "code": "lead-body-differs", "severity": "difference", "left": ["PL3.1"], "right": ["PL3.2"],
                "details": details, "evidence": [],
            });
            serde_json::from_value::<Finding>(text).unwrap().id()
        };
        let lead = |rows: Value| {
            id(
                json!({"kind": "lead-body-differs", "left": ["A"], "right": ["B"], "explained_by": {"side": "left", "rows": rows}}),
            )
        };
        assert_eq!(lead(json!(["PL3.1"])), lead(json!(["PL3.1", "PL3.3"])));
        let spelled = |printed: &str, rows: Value| {
            id(
                json!({"kind": "body-spelled-variously", "name": "A", "spellings": [{"printed": printed, "rows": rows}]}),
            )
        };
        assert_eq!(spelled("A", json!(["PL3.1"])), spelled("A", json!(["PL3.1", "PL3.3"])));
        assert_ne!(spelled("A", json!(["PL3.1"])), spelled("a", json!(["PL3.1"])));
    }
}
