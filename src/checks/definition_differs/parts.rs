//! Names in a part of a task that the list in the whole task does not have.

use super::exchanges::{bare, key};
use crate::text::{Word, words};

/// So many words at least both texts have before their names, where the text
/// does not open with fewer.
const LEAST_SHARED: usize = 2;
/// So many names make a list.
const LEAST_NAMES: usize = 2;

/// What a part names in place of the names in a list of the whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Others {
    /// The names only the part has, as printed.
    pub(super) of_part: Vec<String>,
    /// The names of the list that no part has, as printed.
    pub(super) of_whole: Vec<String>,
}

/// The names in a part that the whole does not have, where it lists others
/// behind the same words; `parts` are the texts of all parts of the whole.
pub(super) fn others(part: &str, whole: &str, parts: &[&str]) -> Option<Others> {
    let [in_part, in_whole] = [part, whole].map(|text| words(text).collect::<Vec<_>>());
    let starts = (1..in_part.len()).filter(|&at| opens_name(&in_part, at));
    let (of_part, of_whole) = starts.into_iter().find_map(|start| {
        let at = list_behind(&in_part[..start], whole, &in_whole)?;
        Some((names(part, &in_part[start..]), names(whole, &in_whole[at..])))
    })?;
    let of_part = absent(&of_part, &[whole]);
    (!of_part.is_empty()).then(|| Others {
        of_part,
        of_whole: absent(&of_whole, parts),
    })
}

/// Where the whole lists names behind words it shares with the part: most of them.
fn list_behind(before: &[Word<'_>], whole: &str, words: &[Word<'_>]) -> Option<usize> {
    let shared = |at: usize| {
        let pairs = before.iter().rev().zip(words[..at].iter().rev());
        pairs.take_while(|(one, other)| key(one) == key(other)).count()
    };
    let lists = (1..words.len()).filter(|&at| {
        opens_name(words, at)
            && shared(at) >= LEAST_SHARED.min(before.len())
            && names(whole, &words[at..]).len() >= LEAST_NAMES
    });
    lists.max_by_key(|&at| shared(at))
}

/// Whether a name opens at a word: no name stands right before it.
fn opens_name(words: &[Word<'_>], at: usize) -> bool {
    is_of_name(&words[at]) && !is_of_name(&words[at - 1])
}

/// Whether a word is capitalized, and no acronym.
fn is_of_name(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// The names words open with, as printed, commas or a link between them.
fn names<'t>(text: &'t str, words: &[Word<'t>]) -> Vec<&'t str> {
    let mut names = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first().filter(|word| is_of_name(word)) {
        let goes_on = |pair: &[Word<'_>]| {
            is_of_name(&pair[1]) && !text[pair[0].end()..pair[1].start].contains([',', ';', '.', ':', '(', ')'])
        };
        let length = 1 + rest.windows(2).take_while(|pair| goes_on(pair)).count();
        let last = &rest[length - 1];
        names.push(&text[first.start..last.end()]);
        rest = &rest[length..];
        let Some(next) = rest.first() else { break };
        let gap = text[last.end()..next.start].trim();
        if matches!(&*key(next), "và") {
            rest = &rest[1..];
        } else if gap != "," {
            break;
        }
    }
    names
}

/// The names that none of some texts has, whatever the tones.
fn absent(names: &[&str], texts: &[&str]) -> Vec<String> {
    let bare_words = |text: &str| words(text).map(|word| bare(word.text)).collect::<Vec<_>>();
    let texts: Vec<Vec<String>> = texts.iter().map(|text| bare_words(text)).collect();
    let is_absent = |name: &&&str| {
        let name = bare_words(name);
        !texts
            .iter()
            .any(|text| text.windows(name.len()).any(|words| words == name))
    };
    names.iter().filter(is_absent).map(|&name| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "Hoàn thành hệ thống xử lý nước thải Yên Xá, Kiến Hưng và Sơn Tây; đầu tư các nhà máy";

    fn told(part: &str) -> Option<(Vec<String>, Vec<String>)> {
        let parts = [part, "Hệ thống Kiến Hưng", "Hệ thống Sơn Tây"];
        others(part, WHOLE, &parts).map(|others| (others.of_part, others.of_whole))
    }

    #[test]
    fn a_name_the_list_does_not_have_is_told_with_the_one_no_part_has() {
        let expected = Some((vec!["Yên Sở".to_owned()], vec!["Yên Xá".to_owned()]));
        assert_eq!(
            told("Hoàn thành hệ thống xử lý nước thải Yên Sở, công suất 270.000 m3"),
            expected
        );
        assert_eq!(told("Xây trạm xử lý nước thải Yên Sở"), expected);
    }

    #[test]
    fn a_name_of_the_list_or_behind_other_words_is_silent() {
        for part in [
            "Hoàn thành hệ thống xử lý nước thải Yên Xá, công suất 270.000 m3",
            "Hoàn thành hệ thống xử lý nước thải Yên Xa",
            "Hoàn thành hệ thống xử lý nước thải khu vực Hà Đông",
            "Hoàn thành hệ thống xử lý nước thải cho KCN",
        ] {
            assert_eq!(told(part), None, "{part}");
        }
        let one = "Hoàn thành hệ thống xử lý nước thải Yên Xá";
        assert_eq!(others(&one.replace("Xá", "Sở"), one, &[]), None);
    }
}
