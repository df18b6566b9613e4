//! **doichieu** (đối chiếu: to reconcile) reads two Vietnamese policy action
//! programs, finds which tasks and indicators of one are which of the other,
//! and reports where they contradict each other.
//!
//! ```
//! use doichieu::report::Language;
//! use doichieu::{Severity, compare, hanoi, read};
//!
//! // Each program is raw text; these two are embedded.
//! let party = read(hanoi::PARTY)?;
//! let ubnd = read(hanoi::UBND)?;
//! assert_eq!((party.tasks.len(), ubnd.tasks.len()), (237, 61));
//!
//! // Which row is which, and what does not agree.
//! let comparison = compare(party, ubnd);
//! let messages = comparison.messages(Language::Vi);
//! let grave = comparison.findings.iter().filter(|finding| finding.severity == Severity::Contradiction);
//! for finding in grave {
//!     let sentence = messages.of(finding);
//!     assert!(sentence.ends_with('.') && !finding.evidence.is_empty());
//! }
//!
//! // What a reviewer reads.
//! assert!(comparison.text(Language::Vi).to_string().starts_with("ĐỐI CHIẾU"));
//! # Ok::<(), doichieu::ReadError>(())
//! ```
//!
//! Data flows from [`text`] through [`mod@read`] to the [`model`], from there
//! through [`matching`] and [`checks`] into a [`Comparison`], and out through
//! [`report`].
//!
//! # Features
//!
//! None is on by default.
//!
//! - `xlsx`: the report as an Excel table, `Comparison::xlsx`.
//! - `docx`: the report as a Word document, `Comparison::docx`.
//! - `parallel`: matching on all cores; the result is the same, byte for byte.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod changes;
pub mod checks;
mod comparison;
mod grading;
pub mod hanoi;
pub mod matching;
pub mod model;
pub mod read;
mod remark;
pub mod report;
pub mod text;

pub use changes::Changes;
pub use checks::{Checked, CheckedFact, Code, Details, Evidence, Finding, Severity};
pub use comparison::{Comparison, compare};
pub use grading::{Grade, Grading, ParseGradeError, ParseGradingError};
pub use matching::{IndicatorMatch, Relation, TaskMatch};
pub use model::{Program, RowId};
pub use read::{ReadError, ReadOptions, read, read_bytes, read_bytes_with, read_with};
pub use remark::Remark;

/// The examples of the README are run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
