//! **doichieu** (đối chiếu: to reconcile) reads two Vietnamese policy action
//! programs, finds which tasks and indicators of one are which of the other,
//! and reports where they contradict each other.

mod changes;
pub mod checks;
mod comparison;
mod grading;
pub mod hanoi;
pub mod matching;
pub mod model;
pub mod read;
pub mod report;
pub mod text;

pub use changes::Changes;
pub use checks::{Checked, CheckedFact, Code, Details, Evidence, Finding, Severity};
pub use comparison::{Comparison, compare};
pub use grading::{Grade, Grading, ParseGradingError};
pub use matching::{IndicatorMatch, Relation, TaskMatch};
pub use model::{Program, RowId};
pub use read::{ReadError, ReadOptions, read, read_with};
