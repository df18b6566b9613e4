//! Bodies (cơ quan): one body, many spellings.
//!
//! [`BodyTable`] knows names and spellings, [`BodyTable::parse`] reads a whole
//! cell, [`BodyTable::scan`] finds where a body ends in text whose column
//! borders are lost. Spellings are exact after folding, never fuzzy; a name
//! that is not known is a body only where no more than its marks differ
//! (see `respelled`), and else stays as printed.

mod generic;
mod heads;
mod list;
mod parse;
mod phrases;
mod respelled;
mod scan;
mod seat;
mod spelling;
mod succession;
mod table;
mod words;

use serde::{Deserialize, Serialize};

pub use heads::{is_bare_head, opens_body};
pub use list::Bodies;
pub use scan::{Scan, ScanKind, Scanner};
pub(crate) use seat::{Seat, says_place};
pub use succession::{Succession, SuccessionKind};
pub use table::BodyTable;

/// One body named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// As printed, the words that stand for several (`Đảng ủy:`) left out.
    pub printed: String,
    /// Whom it names.
    pub body: Body,
    /// Whether the Party committee inside the body is meant (`Đảng ủy Sở X`);
    /// when programs are compared it stands for the body.
    pub party_committee: bool,
}

/// Whom a mention names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// A known body, by its full name.
    Named(String),
    /// A generic name that names nobody (`các sở, ban, ngành`), as printed.
    Generic(String),
    /// Not in the table; kept as printed.
    Unknown(String),
}

impl Body {
    /// The full name of a known body, what is printed for any other. Read as a
    /// cell, the name of a known body or a generic one names the same.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::Generic(name) | Self::Unknown(name) => name,
        }
    }

    /// What two spellings of the name share: equal for `Sở VHHT` and
    /// `sở VH&HT`. For comparison only, not to be shown.
    #[must_use]
    pub fn key(&self) -> String {
        spelling::key_of_name(self.name())
    }

    /// Whether it names a particular body: not a generic name, and not a head
    /// noun whose name is missing (`BQL`).
    #[must_use]
    pub fn is_particular(&self) -> bool {
        match self {
            Self::Named(_) => true,
            Self::Generic(_) => false,
            Self::Unknown(printed) => !is_bare_head(printed),
        }
    }

    /// Whether both name the same particular body.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(left), Self::Named(right)) => left == right,
            (Self::Unknown(left), Self::Unknown(right)) => {
                (left == right || self.key() == other.key()) && self.is_particular()
            }
            _ => false,
        }
    }
}

/// Whether two cells name a common particular body. Generic names are nobody;
/// the Party committee inside a body stands for the body.
#[must_use]
pub fn share_body(left: &[Mention], right: &[Mention]) -> bool {
    left.iter()
        .any(|mention| right.iter().any(|other| mention.body.is_same(&other.body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(left: &str, right: &str) -> bool {
        let table = BodyTable::default();
        share_body(&table.parse(left), &table.parse(right))
    }

    #[test]
    fn cells_share_a_particular_body_whatever_its_spelling() {
        assert!(share("Sở NN &MT", "Đảng ủy UBND TP; ĐU Sở Nông nghiệp và Môi trường"));
        assert!(share("Sở VHHT", "sở VH&HT"));
        assert!(share("Trường ĐH Vinh", "Trường Đại học Vinh"));
        assert!(!share("Sở Y tế", "Sở Tài chính"));
    }

    #[test]
    fn nobody_is_shared_by_generic_and_cut_names() {
        assert!(!share("Các sở, ban, ngành", "các sở, ban, ngành"));
        assert!(!share("Sở Tài chính, BQL", "Sở Xây dựng, BQL"));
        assert!(!share("", ""));
    }

    #[test]
    fn goes_to_json_and_back() {
        let bodies = BodyTable::default().parse("Đảng ủy Sở TC; Hoàng thành; các sở, ban, ngành");
        let json = serde_json::to_string(&bodies).unwrap();
        assert!(
            json.contains(r#""body":{"named":"Sở Tài chính"},"party_committee":true"#),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<Bodies>(&json).unwrap(), bodies);
    }
}
