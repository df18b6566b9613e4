//! Targets (mục tiêu): sets on the number line.

use serde::{Deserialize, Serialize};

use super::Unit;
use crate::text::Number;

/// What an indicator's value cell asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Target {
    /// The parts: usually one; `11.000 (năm 2030 >3%)` has two.
    pub parts: Vec<TargetPart>,
}

/// One part of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TargetPart {
    /// The set.
    pub interval: Interval,
    /// The year it is meant for, where the cell names one.
    pub year: Option<i16>,
    /// The unit the cell itself prints (`%`), which goes before the column's.
    pub unit: Option<Unit>,
}

/// An interval of numbers with open or closed ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end; `None`: without end.
    pub low: Option<Number>,
}

/// How two targets lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetRelation {
    /// The same set.
    Equal,
    /// Every value left allows, right allows too.
    LeftInsideRight,
    /// The reverse.
    RightInsideLeft,
    /// They share some values.
    Overlap,
    /// They share none.
    Disjoint,
    /// Other units, periods, or one is missing.
    NotComparable,
}
