//! The integration tests: the two real programs, edited drafts of them, and
//! the reviewers' program.

mod codes;
mod crossfield;
mod drafts;
mod fixtures;
mod html;
mod input;
mod inside;
mod lines;
mod model;
#[cfg(any(feature = "xlsx", feature = "docx"))]
mod office;
mod properties;
mod reading;
mod reconciliation;
mod review;
mod schema;
