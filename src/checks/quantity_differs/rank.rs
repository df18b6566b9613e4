//! Numbers that say among how many of the first one is: `10 tỉnh dẫn đầu`.

use crate::text::{Word, fold, words};

/// Where what stands behind a number ends, if it says that so many places
/// are the first: `tỉnh, thành phố có điểm cao nhất`.
pub(super) fn among_first(text: &str, from: usize) -> Option<usize> {
    let behind: Vec<Word<'_>> = words(&text[from..]).take(LONGEST_PHRASE).collect();
    let folded: Vec<String> = behind
        .iter()
        .map_while(|word| is_plain(word).then(|| fold(word.text)))
        .collect();
    let is_place = PLACES.contains(&folded.first()?.as_str());
    let is_close = text[from..from + behind[0].start].trim().is_empty();
    let end = folded
        .windows(2)
        .position(|pair| FIRST.contains(&[pair[0].as_str(), &pair[1]]))?;
    let end = behind[end + 1].end();
    let is_one_clause = !text[from..from + end].contains([';', '.', ':', '(']);
    (is_place && is_close && is_one_clause).then_some(from + end)
}

fn is_plain(word: &Word<'_>) -> bool {
    !word.text.starts_with(|c: char| c.is_ascii_digit())
}

/// What ends such a phrase stands among so many words.
const LONGEST_PHRASE: usize = 10;

/// First words of what is ranked, folded.
const PLACES: &[&str] = &["tỉnh", "địa", "thành", "quốc", "nước"];

/// Words that say that the places are the first, folded.
const FIRST: &[[&str; 2]] = &[
    ["dẫn", "đầu"],
    ["đứng", "đầu"],
    ["hàng", "đầu"],
    ["cao", "nhất"],
    ["tốt", "nhất"],
];

#[cfg(test)]
mod tests {
    use super::among_first;

    #[test]
    fn the_first_of_many_places() {
        let phrase = |text: &str| among_first(text, 2).map(|end| text[3..end].to_owned());
        assert_eq!(phrase("10 tỉnh dẫn đầu cả nước").as_deref(), Some("tỉnh dẫn đầu"));
        assert_eq!(
            phrase("10 tỉnh, thành phố có điểm cao nhất cả nước").as_deref(),
            Some("tỉnh, thành phố có điểm cao nhất")
        );
        for text in [
            "10 tỉnh về chuyển đổi số",
            "10 hộ dẫn đầu",
            "10 tỉnh; 5 xã dẫn đầu",
            "10, tỉnh dẫn đầu",
        ] {
            assert_eq!(phrase(text), None, "{text}");
        }
    }
}
