//! Body cells: each mention is printed in the cell, in order; the names of a
//! cell written as a list name the same bodies again.
#![no_main]

use std::sync::LazyLock;

use doichieu::model::{Body, BodyTable, Scanner, share_body};
use doichieu::text::{compose, squeeze};
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

static TABLE: LazyLock<BodyTable> = LazyLock::new(BodyTable::default);

fuzz_target!(|text: &str| {
    let cell = compose(text);
    let mentions = TABLE.parse(&cell);
    same_through_json(&mentions);
    let printed = squeeze(&cell);
    let mut rest = printed.as_str();
    for mention in &mentions {
        assert!(!mention.printed.is_empty());
        let at = rest
            .find(&mention.printed)
            .expect("it is printed behind the one before");
        rest = &rest[at + mention.printed.len()..];
        assert!(mention.body.is_same(&mention.body) || !mention.body.is_particular());
    }
    let named: Vec<&Body> = mentions
        .iter()
        .map(|mention| &mention.body)
        .filter(|body| matches!(body, Body::Named(_)))
        .collect();
    let list = named.iter().map(|body| body.name()).collect::<Vec<_>>().join("; ");
    let again = TABLE.parse(&list);
    assert_eq!(
        again.iter().map(|mention| &mention.body).collect::<Vec<_>>(),
        named,
        "{list}"
    );
    assert_eq!(share_body(&mentions, &again), share_body(&again, &mentions));
    assert!(named.is_empty() || share_body(&mentions, &again));

    let mut scanner = Scanner::new(&TABLE, &cell);
    for (offset, _) in cell.char_indices() {
        if let Some(scan) = scanner.scan(offset) {
            assert!(scan.len > 0 && cell.is_char_boundary(offset + scan.len));
        }
    }
    if let Some(scan) = TABLE.scan(&cell) {
        assert_eq!(TABLE.scan(&cell[..scan.len]), Some(scan));
    }
});
