//! Normal forms keep what they promise on any text.
#![no_main]

use doichieu::text::{compose, fold, squeeze, toneless, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let composed = compose(text);
    assert_eq!(compose(&composed), composed, "composing twice changes nothing");
    let ends = |text: &str| text.replace("\r\n", "\n").matches(['\n', '\r']).count();
    assert_eq!(ends(&composed), ends(text), "lines keep their count");

    let folded = fold(&composed);
    assert_eq!(fold(&folded), folded, "folding twice changes nothing");
    let bare = toneless(&composed);
    assert_eq!(toneless(&bare), bare, "bare letters stay bare");

    let squeezed = squeeze(&composed);
    let blanks: Vec<&str> = composed.split_whitespace().collect();
    assert_eq!(squeezed, blanks.join(" "));

    let mut end = 0;
    for word in words(&composed) {
        assert!(word.start >= end && !word.text.is_empty());
        assert_eq!(&composed[word.start..word.end()], word.text);
        end = word.end();
    }
});
