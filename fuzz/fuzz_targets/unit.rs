//! Unit cells: what is displayed is read back, and a scan ends behind a known
//! unit.
#![no_main]

use doichieu::model::Unit;
use doichieu::text::compose;
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(unit) = Unit::parse(text) {
        assert_eq!(Unit::parse(&unit.to_string()).as_ref(), Some(&unit), "{unit}");
        same_through_json(&unit);
        assert!(unit.same_base(&unit) && !unit.scale.is_zero());
        assert!(unit.all().all(|one| unit.is_known() || one.base == unit.base));
    }
    let composed = compose(text);
    if let Some(length) = Unit::scan(&composed) {
        let (scanned, rest) = composed.split_at(length);
        assert!(Unit::parse(scanned).is_some_and(|unit| unit.is_known()), "{scanned}");
        assert_eq!(scanned.trim(), scanned);
        assert!(!rest.starts_with(char::is_alphabetic) || scanned.ends_with(['%', '‰', '>', '$']));
    }
});
