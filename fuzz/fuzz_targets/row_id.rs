//! Row ids: what is read is displayed again, the annex is the one it opens
//! with, and children follow their parent. Lines: the id, a child's index.
#![no_main]

use doichieu::RowId;
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (text, index) = input.split_once('\n').unwrap_or((input, ""));
    let index = index.parse::<u16>().map_or(0, usize::from);
    let Ok(id) = text.parse::<RowId>() else { return };
    assert_eq!(id.to_string(), text);
    same_through_json(&id);
    assert!(text.starts_with(&format!("PL{}.", id.annex())));
    assert_eq!(id.parts().collect::<Vec<_>>().join("."), text);
    assert!(!text.contains(char::is_whitespace));
    let child = id.child(index);
    assert_eq!(child.as_str().parse().as_ref(), Ok(&child));
    assert_eq!(child.annex(), id.annex());
    assert_eq!(child.parts().count(), id.parts().count() + 1);
    assert_ne!(child, id.child(index + 1));
});
