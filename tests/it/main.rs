//! The integration tests: the two real programs, edited drafts of them, and
//! the reviewers' program.

mod drafts;
mod fixtures;
mod model;
mod reading;
mod reconciliation;
mod schema;
