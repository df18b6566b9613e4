//! What an edit must change in the findings, and what it may.

use doichieu::checks::{Code, Finding, Side};
use doichieu::model::RowId;

/// An edited text with the truth about it.
pub struct Edit {
    /// The program edited.
    pub side: Side,
    /// The rows edited, as they are cited before and after.
    pub rows: Vec<RowId>,
    /// The whole text afterwards.
    pub draft: String,
    /// The edit in words.
    pub what: String,
    /// The findings that must appear, or go.
    pub expected: Vec<Expected>,
    /// The findings that may change.
    pub explained: Vec<Explained>,
    /// What of a finding must stay where the edit explains no change.
    pub stays: Stays,
}

impl Edit {
    /// An edit of one row that explains no change of other facts.
    pub fn of_row(
        (side, row): (Side, &RowId),
        draft: String,
        what: String,
        expected: Vec<Expected>,
        explained: Vec<Explained>,
    ) -> Self {
        Self {
            side,
            rows: vec![row.clone()],
            draft,
            what,
            expected,
            explained,
            stays: Stays::Identity,
        }
    }
}

/// What of a finding must stay.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Its identity: code, rows and facts.
    Identity,
    /// Its verdict: code and rows; a quotation may change.
    Verdict,
}

/// A finding that must stand, or must not, after the edit.
#[derive(Clone)]
pub struct Expected {
    pub code: Code,
    pub rows: Rows,
    /// Texts that must stand among the facts, as in JSON.
    pub facts: Vec<String>,
    pub after: After,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum After {
    Stands,
    Gone,
}

/// The rows of an expected finding.
#[derive(Clone)]
pub enum Rows {
    /// One row of each program.
    Pair(RowId, RowId),
    /// Just these rows of one program.
    Of(Side, Vec<RowId>),
    /// This one and any others of its program.
    With(Side, RowId),
    /// Any rows of one program only.
    Any(Side),
}

/// Findings that an edit may change, because what they judge was edited.
pub enum Explained {
    /// Those of some codes that name the row or speak of it.
    Row(RowId, &'static [Code]),
    /// All that name the row or speak of it.
    About(RowId),
    /// All of a code about one program.
    Code(Code, Side),
}

impl Expected {
    pub fn stands(code: Code, rows: Rows, facts: &[String]) -> Self {
        Self {
            code,
            rows,
            facts: facts.to_vec(),
            after: After::Stands,
        }
    }

    pub fn gone(code: Code, rows: Rows) -> Self {
        Self {
            code,
            rows,
            facts: Vec::new(),
            after: After::Gone,
        }
    }

    /// Whether it is so among some findings.
    pub fn holds(&self, findings: &[Known<'_>]) -> bool {
        let stands = findings
            .iter()
            .any(|known| self.is_about(known.finding) && self.facts.iter().all(|fact| known.facts.contains(fact)));
        stands == (self.after == After::Stands)
    }

    pub fn is_about(&self, finding: &Finding) -> bool {
        let one = |side: Side| match side {
            Side::Left => (&finding.left, &finding.right),
            Side::Right => (&finding.right, &finding.left),
        };
        finding.code == self.code
            && match &self.rows {
                Rows::Pair(left, right) => {
                    finding.left == std::slice::from_ref(left) && finding.right == std::slice::from_ref(right)
                }
                Rows::Of(side, rows) => one(*side).0 == rows && one(*side).1.is_empty(),
                Rows::With(side, row) => one(*side).0.contains(row) && one(*side).1.is_empty(),
                Rows::Any(side) => !one(*side).0.is_empty() && one(*side).1.is_empty(),
            }
    }
}

impl Explained {
    pub fn covers(&self, known: &Known<'_>) -> bool {
        match self {
            Self::Row(row, codes) => codes.contains(&known.finding.code) && known.speaks_of(row),
            Self::About(row) => known.speaks_of(row),
            Self::Code(code, side) => known.finding.code == *code && !known.finding.rows(*side).is_empty(),
        }
    }
}

/// A finding with its facts as JSON text.
pub struct Known<'a> {
    pub finding: &'a Finding,
    pub identity: String,
    pub facts: String,
}

impl<'a> Known<'a> {
    pub fn all(findings: &'a [Finding]) -> Vec<Self> {
        let known = |finding: &'a Finding| Self {
            finding,
            identity: finding.id().to_string(),
            facts: serde_json::to_string(&finding.details).expect("plain data"),
        };
        findings.iter().map(known).collect()
    }

    pub fn speaks_of(&self, row: &RowId) -> bool {
        let named = [&self.finding.left, &self.finding.right]
            .iter()
            .any(|rows| rows.contains(row));
        named || self.facts.contains(&format!("\"{row}\""))
    }

    /// Whether both are one finding that lists rows, before and after the list
    /// changed.
    pub fn is_twin(&self, other: &Self) -> bool {
        let lists = [
            Code::AnnouncedCountDiffers,
            Code::BodySpelledVariously,
            Code::ColumnDisplaced,
            Code::FootnoteChangesPeriod,
            Code::NumberFormat,
            Code::TaskAgainstIndicator,
        ];
        let share = |side: Side| {
            let rows = other.finding.rows(side);
            self.finding.rows(side).iter().any(|row| rows.contains(row))
        };
        self.finding.code == other.finding.code
            && lists.contains(&self.finding.code)
            && (share(Side::Left) || share(Side::Right))
    }

    /// Code and rows.
    pub fn verdict(&self) -> &str {
        self.identity.rsplit_once('/').map_or("", |(verdict, _)| verdict)
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/", self.code)?;
        match &self.rows {
            Rows::Pair(left, right) => write!(f, "{left}/{right}")?,
            Rows::Of(side, rows) => {
                let rows: Vec<&str> = rows.iter().map(RowId::as_str).collect();
                write!(f, "{side:?} {}", rows.join("+"))?;
            }
            Rows::With(side, row) => write!(f, "{side:?} {row}+…")?,
            Rows::Any(side) => write!(f, "{side:?} …")?,
        }
        for fact in &self.facts {
            write!(f, " {fact}")?;
        }
        Ok(())
    }
}
