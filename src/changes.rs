//! What an edit of a program changes in the findings.

use std::collections::BTreeSet;
use std::fmt;

use crate::checks::{Finding, FindingId};
use crate::comparison::Comparison;
use crate::report::Language;

/// The findings that an edit took away and those it brought, for instance of a
/// draft against the text before it. A finding is the same when its identity
/// ([`Finding::id`]) is: its code, rows and facts.
#[derive(Debug, Clone)]
pub struct Changes<'a> {
    /// Before the edit only, in the order of the report.
    pub gone: Vec<&'a Finding>,
    /// After the edit only, in the order of the report.
    pub new: Vec<&'a Finding>,
    before: &'a Comparison,
    after: &'a Comparison,
}

impl Comparison {
    /// What changed in the findings since an earlier comparison.
    ///
    /// ```
    /// let original = doichieu::compare(doichieu::hanoi::party(), doichieu::hanoi::ubnd());
    /// let draft = doichieu::read(&doichieu::hanoi::UBND.replace("M²/người 32 ", "M²/người 36 "))?;
    /// let edited = doichieu::compare(doichieu::hanoi::party(), draft);
    /// assert!(edited.changes_since(&original).to_string().contains("36"));
    /// # Ok::<(), doichieu::ReadError>(())
    /// ```
    #[must_use]
    pub fn changes_since<'a>(&'a self, before: &'a Self) -> Changes<'a> {
        let missing = |from: &'a Self, other: &Self| {
            let known: BTreeSet<FindingId> = other.findings.iter().map(Finding::id).collect();
            let findings = from.findings.iter();
            findings.filter(|finding| !known.contains(&finding.id())).collect()
        };
        Changes {
            gone: missing(before, self),
            new: missing(self, before),
            before,
            after: self,
        }
    }
}

/// One line a finding: `-` where it went, `+` where it came, then its code and
/// its sentence in Vietnamese. Nothing changed: nothing is shown.
impl fmt::Display for Changes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (mark, comparison, findings) in [('-', self.before, &self.gone), ('+', self.after, &self.new)] {
            let messages = comparison.messages(Language::Vi);
            for finding in findings {
                writeln!(f, "{mark} {}: {}", finding.code, messages.of(finding))?;
            }
        }
        Ok(())
    }
}
