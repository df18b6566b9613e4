//! Two texts with a line `=====` between them, read, compared and reported:
//! every row ends in exactly one place, and swapping mirrors the pairs.
#![no_main]

use std::collections::BTreeSet;

use doichieu::report::Language;
use doichieu::{Code, RowId, compare, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some((left, right)) = text.split_once("\n=====\n") else {
        return;
    };
    let (Ok(left), Ok(right)) = (read(left), read(right)) else {
        return;
    };
    let there = compare(left.clone(), right.clone());
    let back = compare(right, left);

    let pairs: BTreeSet<_> = there
        .task_matches
        .iter()
        .map(|pair| (&pair.left, &pair.right))
        .collect();
    let mirrored: BTreeSet<_> = back.task_matches.iter().map(|pair| (&pair.right, &pair.left)).collect();
    assert_eq!(pairs, mirrored);
    assert_eq!(there.findings.len(), back.findings.len());

    let matched: BTreeSet<&RowId> = there.task_matches.iter().map(|pair| &pair.left).collect();
    let languages = [Language::Vi, Language::En].map(|language| there.messages(language));
    for finding in &there.findings {
        if finding.code == Code::TaskWithoutCounterpart {
            assert!(
                finding.left.iter().all(|id| !matched.contains(id)),
                "{:?}",
                finding.left
            );
        }
        for messages in &languages {
            assert!(!messages.of(finding).contains('\n'));
        }
    }
    for language in [Language::Vi, Language::En] {
        let _ = there.text(language).to_string();
        let _ = there.markdown(language).to_string();
        let _ = there.html(language).to_string();
    }
    let json = there.json().to_string();
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
});
