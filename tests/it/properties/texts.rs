//! Texts: normal forms, folding, words and figures.

use doichieu::text::{compose, fold, numbers, squeeze, toneless, words};
use proptest::prelude::*;

use super::{cases, soup};

/// Any text, and texts of letters, marks and blanks that meet in programs.
pub fn text() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "a", "o", "u", "y", "q", "e", "H", "Đ", "Ð", "ð", "à", "ạ", "Ỷ", "ỹ", "ò", "ư", "\u{300}", "\u{301}", "\u{323}",
        "\u{31b}", "\u{302}", " ", "\n", "\r", "\r\n", "\t", "\u{a0}", "\u{200b}", "\u{feff}", "\u{ad}", "-", "–", "—",
        "‑", "1", "2.000", "3,5", "/", "&", ".", ",", "(", "²", "İ", "ß", "ẞ", "Σ", "ǆ", "ﬁ", "\u{1160}", "\u{1100}", "中",
    ];
    prop_oneof![1 => any::<String>(), 3 => soup(PIECES, 12), 1 => "\\PC{0,30}"]
}

/// A text cut at the ends of lines by the rule of `compose`.
fn lines(text: &str) -> usize {
    text.replace("\r\n", "\n").matches(['\n', '\r']).count()
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn composing_twice_changes_nothing_and_keeps_the_lines(text in text()) {
        let once = compose(&text);
        prop_assert_eq!(compose(&once), once.as_ref());
        prop_assert_eq!(lines(&once), lines(&text));
    }

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        let text = compose(&text);
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.as_str());
        prop_assert_eq!(toneless(&once), toneless(&text));
        let bare = toneless(&text);
        prop_assert_eq!(toneless(&bare), bare.as_str());
        prop_assert_eq!(fold(&squeeze(&text)), once);
    }

    #[test]
    fn squeezing_twice_changes_nothing(text in text()) {
        let once = squeeze(&text);
        prop_assert_eq!(squeeze(&once), once.as_str());
        prop_assert!(!once.starts_with(char::is_whitespace) && !once.ends_with(char::is_whitespace));
        prop_assert!(text.split_whitespace().eq(once.split(' ').filter(|word| !word.is_empty())));
    }

    #[test]
    fn words_and_figures_stand_where_they_say(text in text()) {
        let mut end = 0;
        for word in words(&text) {
            prop_assert_eq!(&text[word.start..word.end()], word.text);
            prop_assert!(word.start >= end && !word.text.is_empty());
            prop_assert!(!text[end..word.start].contains(|c: char| c.is_ascii_alphanumeric()));
            end = word.end();
        }
        prop_assert!(!text[end..].contains(|c: char| c.is_ascii_alphanumeric()));
        let mut end = 0;
        for figure in numbers(&text) {
            prop_assert!(figure.start >= end && figure.start < figure.end);
            prop_assert_eq!(text[figure.start..figure.end].parse(), Ok(figure.reading.value));
            end = figure.end;
        }
    }
}
