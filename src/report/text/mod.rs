//! The report a person reads in a terminal or an editor.
//!
//! A summary to be read in ten seconds, the findings by kind, gravest first,
//! the rows that are in one program only, what agrees, what was not checked and
//! why, the reading notes.

mod alone;
mod closing;
mod findings;
mod notes;
mod opening;
mod page;
mod paint;

use std::fmt;

use page::Page;
pub use paint::Paint;

use super::Language;
use super::context::Context;
use super::summary::Summary;
use crate::comparison::Comparison;

/// The lines of a report are at most so wide unless told otherwise: a terminal
/// window and a printed A4 page hold them.
const WIDTH: usize = 100;

/// A comparison as text, without colours unless told otherwise; see [`Comparison::text`].
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    comparison: &'a Comparison,
    language: Language,
    width: usize,
    paint: Paint,
}

impl<'a> Text<'a> {
    pub(super) fn new(comparison: &'a Comparison, language: Language) -> Self {
        Self {
            comparison,
            language,
            width: WIDTH,
            paint: Paint::default(),
        }
    }

    /// The width of the lines in columns; default 100. Words longer than that
    /// stand out; less than 40 is taken as 40.
    #[must_use]
    pub fn width(self, width: usize) -> Self {
        Self {
            width: width.max(40),
            ..self
        }
    }

    /// Whether the report is coloured; default [`Paint::Plain`].
    #[must_use]
    pub fn paint(self, paint: Paint) -> Self {
        Self { paint, ..self }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let context = Context::new(self.comparison, self.language);
        let summary = Summary::new(self.comparison);
        let mut page = Page::new(self.width, self.paint);
        opening::write(&mut page, &context, &summary);
        findings::write(&mut page, &context);
        alone::write(&mut page, &context);
        closing::write(&mut page, &context);
        notes::write(&mut page, &context);
        f.write_str(page.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::sample;
    use super::*;

    #[test]
    fn shows_the_summary_then_findings_rows_and_notes() {
        insta::assert_snapshot!("vi", sample::comparison().text(Language::Vi).to_string());
        insta::assert_snapshot!("en", sample::comparison().text(Language::En).to_string());
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        for (language, width) in [
            (Language::Vi, 100),
            (Language::En, 100),
            (Language::Vi, 60),
            (Language::En, 60),
        ] {
            let report = sample::comparison().text(language).width(width).to_string();
            for line in report.lines() {
                // The table of counts is as wide as the labels need.
                assert!(page::columns(line) <= width.max(66), "{line}");
                assert_eq!(line, line.trim_end());
            }
        }
    }

    #[test]
    fn colours_are_added_to_the_plain_report_and_change_nothing_else() {
        let comparison = sample::comparison();
        let plain = comparison.text(Language::Vi).to_string();
        assert!(!plain.contains('\u{1b}'));
        let painted = comparison.text(Language::Vi).paint(Paint::Ansi).to_string();
        let mut pieces = painted.split('\u{1b}');
        let mut bare = pieces.next().unwrap().to_owned();
        for piece in pieces {
            let (_, text) = piece.split_once('m').unwrap();
            bare.push_str(text);
        }
        assert_eq!(bare, plain);
        assert!(painted.contains("\u{1b}[1;31mMÂU THUẪN: "), "{painted}");
    }

    #[test]
    fn a_comparison_without_findings_says_so() {
        let mut comparison = sample::comparison();
        comparison.findings.clear();
        let report = comparison.text(Language::Vi).to_string();
        assert!(report.contains("\nKhông phát hiện khác biệt nào.\n"), "{report}");
        assert!(!report.contains("MÂU THUẪN"));
    }

    #[test]
    fn rows_that_are_each_others_parents_are_not_lost() {
        let mut comparison = sample::comparison();
        Arc::make_mut(&mut comparison.left).tasks[2].parent = Some("PL3.VII.2.a".parse().unwrap());
        let report = comparison.text(Language::Vi).to_string();
        assert!(report.contains("Cải tạo công viên (dòng 13)"), "{report}");
        assert!(report.contains("Công viên Thống Nhất (dòng 14)"), "{report}");
    }
}
