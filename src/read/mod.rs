//! Text to model: one file per layout, with the table and column helpers they
//! share.

mod heading;
mod table;
