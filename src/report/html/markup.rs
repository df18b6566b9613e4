//! HTML under way: the program's own markup and escaped text, kept apart.

use std::fmt::Write as _;

use crate::checks::Side;
use crate::model::RowId;

/// A page under way. Markup is literal and known when the program is built;
/// whatever was read from a document goes in escaped, so no text can become
/// markup. Plain pushes were chosen over a template engine: they cannot fail
/// when a report is written, and cost no dependency.
#[derive(Debug, Default)]
pub(super) struct Markup {
    html: String,
}

impl Markup {
    /// An empty page with room for a report of two usual programs.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            html: String::with_capacity(bytes),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.html
    }

    /// Markup as it is.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// Text, escaped; also what stands in a quoted attribute.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            self.html.push_str(&rest[..at]);
            self.html.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        self.html.push_str(rest);
        self
    }

    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(self.html, "{number}");
        self
    }

    /// A link to an element of this page.
    pub(super) fn link(&mut self, anchor: &str, text: &str) -> &mut Self {
        self.raw("<a href=\"#").text(anchor).raw("\">").text(text).raw("</a>")
    }
}

/// The anchor of a row in the view of both programs: `L-PL1.33`. It needs no
/// escaping in an address: other than letters, digits, `.` and `-` is written
/// by its code point (`L-PL3.VII.36~23.2`).
pub(super) fn anchor(side: Side, id: &RowId) -> String {
    let mut anchor = String::from(match side {
        Side::Left => "L-",
        Side::Right => "R-",
    });
    for c in id.as_str().chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') {
            anchor.push(c);
        } else {
            let _ = write!(anchor, "~{:x}.", u32::from(c));
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let mut markup = Markup::default();
        markup.raw("<p>").text("M<sup>2</sup> & \"Đề án\" 'a'").raw("</p>");
        assert_eq!(
            markup.as_str(),
            "<p>M&lt;sup&gt;2&lt;/sup&gt; &amp; &quot;Đề án&quot; &#39;a&#39;</p>"
        );
    }

    #[test]
    fn anchors_are_safe_in_addresses_and_distinct() {
        let anchor = |id: &str| anchor(Side::Left, &id.parse().unwrap());
        assert_eq!(anchor("PL3.VII.36#2"), "L-PL3.VII.36~23.2");
        assert_eq!(anchor("PL1.Đ.1"), "L-PL1.~110..1");
        assert_ne!(anchor("PL1.1#2"), anchor("PL1.12"));
    }
}
