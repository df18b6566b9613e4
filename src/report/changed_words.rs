//! Which words of two texts differ.

use similar::utils::diff_words;
use similar::{Algorithm, ChangeTag};

/// Texts of which less than so many percent is shared say another thing in other words: marking
/// nearly every word would show nothing.
const ALIKE: usize = 50;

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// In both texts.
    Same(&'a str),
    /// In this text only.
    Changed(&'a str),
}

/// Both texts in pieces, of which the changed ones are whole words; one piece
/// each where they have too little in common.
pub(super) fn changed_words<'a>(left: &'a str, right: &'a str) -> [Vec<Piece<'a>>; 2] {
    let mut pieces = [Vec::new(), Vec::new()];
    let mut shared = 0;
    for (tag, text) in diff_words(Algorithm::Myers, left, right) {
        match tag {
            ChangeTag::Equal => {
                shared += text.len();
                // The texts agree here, so either's words stand for both.
                pieces[0].push(Piece::Same(text));
                pieces[1].push(Piece::Same(text));
            }
            ChangeTag::Delete => pieces[0].push(Piece::Changed(text)),
            ChangeTag::Insert => pieces[1].push(Piece::Changed(text)),
        }
    }
    if shared * 2 * 100 < (left.len() + right.len()) * ALIKE {
        return [vec![Piece::Same(left)], vec![Piece::Same(right)]];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Piece<'_>]) -> String {
        let mark = |piece: &Piece<'_>| match piece {
            Piece::Same(text) => (*text).to_owned(),
            Piece::Changed(text) if text.trim().is_empty() => (*text).to_owned(),
            Piece::Changed(text) => format!("<{text}>"),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn marks_whole_words() {
        let [left, right] = changed_words("Đạt 10 m² cây xanh mỗi người", "Đạt 12-15 m² cây xanh mỗi người");
        assert_eq!(marked(&left), "Đạt <10> m² cây xanh mỗi người");
        assert_eq!(marked(&right), "Đạt <12-15> m² cây xanh mỗi người");
    }

    #[test]
    fn texts_with_little_in_common_are_not_marked() {
        let [left, right] = changed_words("Cầu Tứ Liên", "Xây dựng 09 cầu qua sông Hồng");
        assert_eq!(left, [Piece::Same("Cầu Tứ Liên")]);
        assert_eq!(marked(&right), "Xây dựng 09 cầu qua sông Hồng");
    }
}
