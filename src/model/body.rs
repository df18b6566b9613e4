//! Bodies (cơ quan): one body, many spellings.

use serde::{Deserialize, Serialize};

/// What a body cell names, in order.
pub type Bodies = Vec<Mention>;

/// One body named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A generic name that names nobody (`các sở, ban, ngành`).
    Generic(String),
    /// Not in the table; kept as printed.
    Unknown(String),
}

/// The table of bodies and their spellings.
#[derive(Debug, Clone)]
pub struct BodyTable {}
