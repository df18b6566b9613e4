//! The marks a converter leaves in a text: Markdown emphasis, HTML tags and
//! entities. They are not part of what is printed.

use std::borrow::Cow;

use crate::text::{find_byte, squeeze};

/// The text without marks: `**`, paired `*`, tags and entities go, `<br>` is a
/// blank, `m <sup>2</sup> /người` is `m²/người`. A lone `*` (a footnote mark)
/// and a lone `<` stay.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if find_byte(text.as_bytes(), is_mark).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut raised = Raised::No;
    let mut emphasis = false;
    let mut rest = text;
    // Behind this nothing closes an emphasis.
    let last_closing = text
        .match_indices('*')
        .rfind(|(at, _)| !text[..*at].ends_with(char::is_whitespace))
        .map_or(0, |(at, _)| at);
    loop {
        if raised == Raised::No {
            let run = rest.bytes().position(is_mark).unwrap_or(rest.len());
            out.push_str(&rest[..run]);
            rest = &rest[run..];
        }
        let Some(c) = rest.chars().next() else { break };
        let after = &rest[c.len_utf8()..];
        match c {
            '<' => {
                if let Some((tag, closing, end)) = tag(rest) {
                    rest = apply_tag(tag, closing, &rest[end..], &mut out, &mut raised);
                    continue;
                }
                out.push(c);
            }
            '*' if after.starts_with('*') => {
                rest = after.trim_start_matches('*');
                continue;
            }
            '*' if emphasis && !out.ends_with(char::is_whitespace) => emphasis = false,
            '*' if text.len() - after.len() < last_closing && opens_emphasis(&out, after) => emphasis = true,
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                let next = after.chars().next().unwrap_or(c);
                out.push(next);
                rest = &after[next.len_utf8()..];
                continue;
            }
            '&' => {
                if let Some((name, replacement)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
                    out.push(*replacement);
                    rest = &rest[name.len()..];
                    continue;
                }
                out.push(c);
            }
            c => out.push(raised.apply(c)),
        }
        rest = after;
    }
    Cow::Owned(out)
}

#[expect(clippy::needless_bitwise_bool, reason = "without branches, see find_byte")]
const fn is_mark(byte: u8) -> bool {
    (byte == b'<') | (byte == b'*') | (byte == b'\\') | (byte == b'&')
}

/// A heading line without its marks: as [`plain`], and without `#`, `>` and a
/// list of pipes around it.
pub(crate) fn plain_heading(line: &str) -> String {
    let inner = line
        .trim()
        .trim_start_matches(['#', '>'])
        .trim_matches(|c: char| c == '|' || c.is_whitespace());
    squeeze(&plain(inner))
}

/// The entities converters leave in cells.
const ENTITIES: [(&str, char); 6] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
    ("&nbsp;", ' '),
];

/// Tags that only change the look of a text.
const INLINE: [&str; 14] = [
    "b", "i", "u", "s", "em", "strong", "span", "font", "small", "mark", "del", "ins", "center", "a",
];
/// Tags that part words.
const BREAKING: [&str; 6] = ["br", "p", "div", "li", "ul", "ol"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Raised {
    No,
    Above,
    Below,
}

impl Raised {
    fn apply(self, c: char) -> char {
        let digits = match self {
            Self::No => return c,
            Self::Above => "⁰¹²³⁴⁵⁶⁷⁸⁹",
            Self::Below => "₀₁₂₃₄₅₆₇₈₉",
        };
        c.to_digit(10)
            .and_then(|digit| digits.chars().nth(digit as usize))
            .unwrap_or(c)
    }
}

/// The name of the tag `text` starts with, whether it closes, and where it ends.
fn tag(text: &str) -> Option<(&str, bool, usize)> {
    // `< 3,0` is no tag.
    let end = text[1..]
        .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        .then(|| text[1..].find(['<', '>']))??
        + 2;
    let inner = text.get(1..end)?.strip_suffix('>')?;
    let (inner, closing) = inner.strip_prefix('/').map_or((inner, false), |name| (name, true));
    let name = inner.split([' ', '/']).next()?;
    let known = ["sup", "sub"]
        .iter()
        .chain(&INLINE)
        .chain(&BREAKING)
        .any(|tag| tag.eq_ignore_ascii_case(name));
    known.then_some((name, closing, end))
}

/// Carries a tag out and gives the text to go on with.
fn apply_tag<'a>(name: &str, closing: bool, rest: &'a str, out: &mut String, raised: &mut Raised) -> &'a str {
    if BREAKING.iter().any(|tag| tag.eq_ignore_ascii_case(name)) {
        out.push(' ');
    } else if name.eq_ignore_ascii_case("sup") || name.eq_ignore_ascii_case("sub") {
        if closing {
            *raised = Raised::No;
            // `m²/người`: what is divided stands close.
            let close = rest.trim_start();
            return if close.starts_with('/') { close } else { rest };
        }
        out.truncate(out.trim_end().len());
        *raised = if name.eq_ignore_ascii_case("sup") {
            Raised::Above
        } else {
            Raised::Below
        };
    }
    rest
}

/// Whether a `*` between these can open an emphasis: it stands at the start of a word.
fn opens_emphasis(before: &str, after: &str) -> bool {
    let starts_word = before
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric() && c != ')');
    let word_follows = after
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '"' | '('));
    starts_word && word_follows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_what_is_printed_stays() {
        for (marked, printed) in [
            ("<b>I-</b>", "I-"),
            ("**PHỤ LỤC 1**  ", "PHỤ LỤC 1  "),
            ("M <sup>2</sup>/người", "M²/người"),
            ("m <sup>2</sup> /người", "m²/người"),
            ("40.000m <sup>2</sup>", "40.000m²"),
            ("270.000 m <sup>3</sup>/ngđ", "270.000 m³/ngđ"),
            ("10 m<sup>2</sup> sàn", "10 m² sàn"),
            (
                "tinh thần “*nói ít, làm nhiều*”, biến",
                "tinh thần “nói ít, làm nhiều”, biến",
            ),
            ("a<br>b", "a b"),
            ("NN&amp;MT", "NN&MT"),
        ] {
            assert_eq!(plain(marked), printed);
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        for text in [
            "kinh tế số trong GRDP *",
            "< 3,0",
            "Sở NN &MT",
            "(*) Số liệu năm 2024",
            "<10 và >3%",
            "2 * 3",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn a_heading_loses_its_signs() {
        assert_eq!(plain_heading("## **7. Triển khai**"), "7. Triển khai");
        assert_eq!(plain_heading("| **Phụ lục 1** |"), "Phụ lục 1");
    }
}
