//! Findings (phát hiện): one file per kind, each with its explanation.

mod finding;

pub use finding::{Code, Details, Evidence, Field, Figure, Finding, Severity, Side};
