//! Value cells: what is displayed is read back, and the relation of two
//! targets is mirrored when they change places. Lines: left cell, right cell,
//! left unit, right unit.
#![no_main]

use doichieu::model::{Target, TargetRelation, Unit};
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let [left, right] = [lines.next(), lines.next()].map(|cell| Target::parse(cell?));
    let [left_unit, right_unit] = [lines.next(), lines.next()].map(|cell| Unit::parse(cell?));
    let Some(left) = left else { return };
    assert_eq!(Target::parse(&left.to_string()).as_ref(), Some(&left), "{left}");
    same_through_json(&left);
    assert!(left.parts.iter().all(|part| !part.interval.is_empty()));
    if let Some(other) = left.alternative() {
        assert_eq!(other.alternative(), None);
        assert_ne!(other, left);
    }
    let itself = left.relation(left_unit.as_ref(), &left, left_unit.as_ref());
    assert!(matches!(itself, TargetRelation::Equal | TargetRelation::NotComparable));
    assert!(left.same_figures(&left));
    let Some(right) = right else { return };
    let relation = left.relation(left_unit.as_ref(), &right, right_unit.as_ref());
    let mirrored = right.relation(right_unit.as_ref(), &left, left_unit.as_ref());
    assert_eq!(mirrored, relation.mirrored());
});
