//! What two spellings of a body share.
//!
//! Case, blanks, `-`, `.` and `và` (also written `&`) do not count, and some
//! short words stand for long ones: `Sở NN &MT`, `Sở NNMT` and `sở NN và MT`
//! have one key, so have `BQL KCNC&KCN` and `Ban quản lý KCNC và KCN`.

use crate::text::{fold, word_end};

/// A word or a punctuation mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// As printed.
    pub text: &'a str,
    /// Byte offset of its first letter.
    pub start: usize,
    /// Whether it is a word rather than a mark.
    pub is_word: bool,
}

impl Token<'_> {
    /// Byte offset behind its last letter.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a mark that does not count inside a name.
    pub fn is_joiner(&self) -> bool {
        matches!(
            self.text,
            "&" | "." | "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}"
        )
    }

    /// Whether it is of capital letters alone.
    pub fn is_abbreviation(&self) -> bool {
        self.text.chars().all(char::is_uppercase)
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The words and marks of a text in order, white space left out.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || token(text, &mut at))
}

/// The first token at or behind a byte offset, which moves behind it.
pub(super) fn token<'a>(text: &'a str, at: &mut usize) -> Option<Token<'a>> {
    let mut start = *at + usize::from(text.as_bytes().get(*at) == Some(&b' '));
    let mut end = word_end(text, start);
    if end == start {
        // Other white space, a mark or the end.
        start = text.len() - text[start..].trim_start().len();
        end = word_end(text, start);
    }
    let is_word = end > start;
    if !is_word {
        end += text[start..].chars().next()?.len_utf8();
    }
    *at = end;
    Some(Token {
        text: &text[start..end],
        start,
        is_word,
    })
}

/// The key of a spelling: equal spellings have equal keys.
pub(super) fn key(text: &str) -> String {
    key_of_folded(&fold(text))
}

/// The [`key`] of a folded spelling.
pub(super) fn key_of_folded(folded: &str) -> String {
    let mut key = String::with_capacity(folded.len());
    for token in tokens(folded) {
        if token.is_word {
            match long_form(token.text) {
                Some(long) => pieces(long).for_each(|piece| key.push_str(piece)),
                None if token.text != "và" => key.push_str(token.text),
                None => {}
            }
        } else if !token.is_joiner() {
            key.push_str(token.text);
        }
    }
    key
}

/// The [`key`] of the name of one body, in which short words are told by those
/// beside them: `Trường CĐ Y tế`, `TT Y tế`.
pub(super) fn key_of_name(name: &str) -> String {
    let folded = fold(name);
    let mut written = String::with_capacity(folded.len());
    let mut before = None;
    let mut rest = tokens(&folded).map(|token| token.text).peekable();
    while let Some(word) = rest.next() {
        let long = match (before, word) {
            (Some("trường"), "cđ") => "cao đẳng",
            // `TT HĐND`, `TT Tỉnh ủy` are standing committees.
            (None, "tt") if rest.peek().is_some_and(|next| !COUNCILS.contains(next)) => "trung tâm",
            _ => word,
        };
        written.push_str(long);
        written.push(' ');
        before = Some(word);
    }
    key_of_folded(&written)
}

/// What has a standing committee (thường trực), by its first word, folded.
const COUNCILS: [&str; 11] = [
    "hđnd", "hđndtp", "hội", "thành", "tỉnh", "đảng", "đu", "ủy", "ubnd", "mttq", "ubmttq",
];

/// What a folded word counts for in a key: its words, nothing for `và`.
pub(super) fn pieces(form: &str) -> impl Iterator<Item = &str> {
    form.split(' ').filter(|&word| word != "và")
}

/// What a folded short word of administrative texts stands for, wherever it is
/// a word of a body's name.
pub(super) fn long_form(word: &str) -> Option<&'static str> {
    Some(match word {
        "bhxh" => "bảo hiểm xã hội",
        "bv" => "bệnh viện",
        "bql" => "ban quản lý",
        "bqlda" => "ban quản lý dự án",
        "gt" => "giao thông",
        "hn" => "hà nội",
        "hđnd" => "hội đồng nhân dân",
        "kbnn" => "kho bạc nhà nước",
        "kcn" => "khu công nghiệp",
        "kkt" => "khu kinh tế",
        "kv" => "khu vực",
        "kvi" => "khu vực i",
        "mttq" => "mặt trận tổ quốc",
        "mttqvn" => "mặt trận tổ quốc việt nam",
        "nhnn" => "ngân hàng nhà nước",
        "qlda" => "quản lý dự án",
        "thcs" => "trung học cơ sở",
        "thpt" => "trung học phổ thông",
        "tp" => "thành phố",
        "ub" => "ủy ban",
        "ubkt" => "ủy ban kiểm tra",
        "ubmttq" => "ủy ban mặt trận tổ quốc",
        "ubmttqvn" => "ủy ban mặt trận tổ quốc việt nam",
        "ubnd" => "ủy ban nhân dân",
        "vn" => "việt nam",
        "vp" => "văn phòng",
        // `DTXD` is `ĐTXD` as recognition (OCR) and typists without `Đ` leave it.
        "dtxd" | "đtxd" => "đầu tư xây dựng",
        "đh" => "đại học",
        "đu" => "đảng ủy",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_many_spellings() {
        for (left, right) in [
            ("Sở NN &MT", "sở nnmt"),
            ("Sở NN & MT", "Sở NN và MT"),
            ("Sở QH-KT", "Sở QH KT"),
            ("Sở Quy hoạch – Kiến trúc", "Sở Quy hoạch kiến trúc"),
            ("UBND TP", "Ủy ban nhân dân thành phố"),
            ("UBND TP.", "UBND  Thành\nphố"),
            (
                "BQL dự án DTXD công trình GT",
                "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
            ),
            ("ĐU Sở Y tế", "Đảng ủy Sở Y tế"),
            ("Trường ĐH Vinh", "Trường Đại học Vinh"),
            ("BQL các KCN tỉnh", "Ban Quản lý các khu công nghiệp tỉnh"),
            ("BV Ung bướu", "Bệnh viện Ung bướu"),
            ("Trường THPT chuyên", "Trường Trung học phổ thông chuyên"),
        ] {
            assert_eq!(key(left), key(right));
        }
    }

    #[test]
    fn a_short_word_is_told_by_those_beside_it() {
        for (left, right) in [
            ("Trường CĐ Y tế", "Trường Cao đẳng Y tế"),
            ("TT Y tế", "Trung tâm Y tế"),
        ] {
            assert_eq!(key_of_name(left), key_of_name(right));
        }
        for (left, right) in [
            ("CĐ ngành Giáo dục", "Cao đẳng ngành Giáo dục"),
            ("TT HĐND tỉnh", "Trung tâm HĐND tỉnh"),
            ("Sở VH và TT", "Sở VH và Trung tâm"),
        ] {
            assert_ne!(key_of_name(left), key_of_name(right));
        }
    }

    #[test]
    fn another_key_for_another_name() {
        for (left, right) in [
            ("Sở VHTT", "Sở VHHT"),
            ("Sở Nội vụ", "Sở Ngoại vụ"),
            ("Sở CT", "Sở TC"),
            ("các sở, ban", "các sở ban"),
            ("BQL các KCN tỉnh", "BQL các KKT tỉnh"),
            ("Sở Xây dựng", "Sở Xây dung"),
        ] {
            assert_ne!(key(left), key(right));
        }
    }

    #[test]
    fn tokens_are_words_and_marks_with_their_places() {
        let found: Vec<_> = tokens(" KH &CN,\nUBND")
            .map(|token| (token.text, token.start))
            .collect();
        assert_eq!(found, [("KH", 1), ("&", 4), ("CN", 5), (",", 7), ("UBND", 9)]);
    }
}
