//! The report a reviewer opens in a browser: one self-contained page.
//!
//! Everything stands in the page as plain HTML; the script only filters. The
//! page names no other file and forbids itself the network.

mod closing;
mod filter;
mod findings;
mod marked;
mod marks;
mod markup;
mod notes;
mod opening;
mod programs;
mod tables;
#[cfg(test)]
mod tests;
mod view;

use std::fmt;
use std::io;

use markup::Markup;
use view::View;

use super::Language;
use super::sentences::{Label, Phrase};
use super::summary::Summary;
use crate::comparison::Comparison;

/// The look of the page, screen and print.
const STYLE: &str = include_str!("page.css");
/// The filter of the page.
const SCRIPT: &str = include_str!("page.js");
/// Room for the page of two usual programs, in bytes.
const CAPACITY: usize = 1 << 20;

/// A comparison as one HTML page; see [`Comparison::html`].
///
/// `Display` writes the same bytes for the same comparison. The page needs no
/// network and no other file, reads as a plain document without JavaScript,
/// and prints on A4 landscape.
#[derive(Debug, Clone, Copy)]
pub struct Html<'a> {
    comparison: &'a Comparison,
    language: Language,
}

impl<'a> Html<'a> {
    pub(super) fn new(comparison: &'a Comparison, language: Language) -> Self {
        Self { comparison, language }
    }

    /// Writes the page as UTF-8.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_to(&self, mut writer: impl io::Write) -> io::Result<()> {
        writer.write_all(self.page().as_str().as_bytes())
    }

    fn page(&self) -> Markup {
        let view = View::new(self.comparison, self.language);
        let summary = Summary::new(self.comparison);
        let words = view.context.words();
        let mut markup = Markup::with_capacity(CAPACITY);
        markup
            .raw("<!DOCTYPE html>\n<html lang=\"")
            .raw(self.language.as_str())
            .raw("\">\n<head><meta charset=\"utf-8\">\n");
        markup.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        markup.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        markup
            .text(words.phrase(Phrase::Title))
            .raw("</title>\n<style>\n")
            .raw(STYLE)
            .raw("</style></head>\n<body>\n");
        markup
            .raw("<a class=\"skip\" href=\"#findings-h\">")
            .text(self.language.label(Label::Skip))
            .raw("</a>\n");
        opening::write(&mut markup, &view, &summary);
        filter::write(&mut markup, &view);
        findings::write(&mut markup, &view);
        tables::pairs(&mut markup, &view);
        tables::alone(&mut markup, &view);
        closing::write(&mut markup, &view);
        notes::write(&mut markup, &view);
        programs::write(&mut markup, &view);
        markup
            .raw("</main>\n<script>\n")
            .raw(SCRIPT)
            .raw("</script>\n</body></html>\n");
        markup
    }
}

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.page().as_str())
    }
}
