//! What a program says, whatever its layout.

mod body;
mod cell;
mod deadline;
mod id;
mod indicator;
mod integrity;
mod program;
mod scope;
mod side;
mod target;
mod task;
mod unit;

pub use body::{
    Bodies, Body, BodyTable, Mention, Scan, ScanKind, Scanner, Succession, SuccessionKind, is_bare_head, opens_body,
    share_body,
};
pub(crate) use body::{Seat, says_place};
pub use cell::{Cell, Lines, ParseLinesError};
pub use deadline::{
    Date, Deadline, DeadlineKind, DeadlineOrder, Incomparable, ParseDateError, ParseDeadlineError, ParseTimePointError,
    Rhythm, Stage, TimePoint,
};
pub use id::{ParseRowIdError, RowId};
pub use indicator::{Indicator, PeriodValue};
pub use integrity::IntegrityError;
pub use program::{Annex, AnnexKind, Citation, Issuer, IssuerKind, Note, NoteKind, Program, Section, Statement};
pub(crate) use scope::Likeness;
pub use scope::{Reach, Scope, Standing};
pub use side::Side;
pub use target::{Change, End, Interval, Precision, Target, TargetPart, TargetRelation};
pub use task::Task;
pub use unit::Unit;
