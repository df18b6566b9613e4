//! How grave a finding is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How grave a finding is, gravest first. These four are all there will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Both cannot hold (mâu thuẫn).
    Contradiction,
    /// Someone must decide (khác biệt).
    Difference,
    /// Probably a slip, or needs the original (nghi vấn).
    Doubt,
    /// Worth knowing (lưu ý).
    Note,
}

impl Severity {
    /// All severities, gravest first.
    pub const ALL: [Self; 4] = [Self::Contradiction, Self::Difference, Self::Doubt, Self::Note];

    /// The severity as it stands in reports for programs: `contradiction`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Difference => "difference",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text is not a severity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown severity: {0:?} (expected contradiction, difference, doubt or note)")]
pub struct ParseSeverityError(String);

impl FromStr for Severity {
    type Err = ParseSeverityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.into_iter();
        all.find(|severity| severity.as_str() == text)
            .ok_or_else(|| ParseSeverityError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{Field, WhyNot};
    use crate::matching::Relation;
    use crate::model::{NoteKind, Side};

    #[test]
    fn a_severity_parses_as_it_is_displayed_and_as_json_has_it() {
        for severity in Severity::ALL {
            assert_eq!(severity.to_string().parse(), Ok(severity));
            assert_eq!(serde_json::to_value(severity).unwrap(), severity.as_str());
        }
        assert!(Severity::ALL.is_sorted());
        for text in ["", "Note", "off"] {
            assert!(text.parse::<Severity>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_has_a_word_in_json_is_displayed_by_it() {
        assert_eq!(Side::Left.to_string(), "left");
        assert_eq!(Field::Coordinating.to_string(), "coordinating");
        assert_eq!(Relation::LeftPartOfRight.to_string(), "left-part-of-right");
        assert_eq!(NoteKind::RowJoined.to_string(), "row-joined");
        assert_eq!(WhyNot::OtherMeasure.to_string(), "other-measure");
    }
}
