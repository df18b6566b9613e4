//! Words that stand between a count and the thing counted.

/// The words of a noun behind the classifier it opens with (`09 cây cầu`); a
/// classifier alone is what is counted (`500 cây`).
pub(crate) fn classified(noun: &[String]) -> &[String] {
    match noun {
        [first, rest @ ..] if !rest.is_empty() && is_classifier(first) => rest,
        _ => noun,
    }
}

/// Whether a folded word only says that single things are counted.
pub(crate) fn is_classifier(word: &str) -> bool {
    CLASSIFIERS.contains(&word)
}

/// Words that only say that single things are counted, folded.
const CLASSIFIERS: [&str; 6] = ["cây", "chiếc", "con", "cái", "tòa", "ngôi"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_classifier_is_skipped_before_a_thing() {
        let noun = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(classified(&noun("cây cầu lớn")), noun("cầu lớn"));
        assert_eq!(classified(&noun("cây")), noun("cây"));
        assert_eq!(classified(&noun("cầu")), noun("cầu"));
    }
}
