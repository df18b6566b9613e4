//! Findings turned into something somebody reads.
//!
//! One file per format; [`Language`] and one catalogue of sentences per
//! language serve them all. Reports decide nothing: what differs, and how
//! grave it is, was settled by [`crate::checks`].

#[cfg(feature = "docx")]
mod changed_words;
mod closing;
mod context;
#[cfg(feature = "docx")]
mod docx;
mod explanation;
mod html;
mod json;
mod language;
mod markdown;
mod place;
mod row_list;
mod rows;
#[cfg(test)]
pub(crate) mod sample;
mod sentences;
mod summary;
mod text;
#[cfg(feature = "xlsx")]
mod xlsx;

use context::Context;
#[cfg(feature = "docx")]
pub use docx::DocxError;
pub use html::Html;
pub use json::{FORMAT, Json, VERSION};
pub use language::{Language, ParseLanguageError};
pub use markdown::Markdown;
use place::Place;
pub use text::{Paint, Text};
#[cfg(feature = "xlsx")]
pub use xlsx::XlsxError;

use crate::checks::Finding;
use crate::comparison::Comparison;

impl Comparison {
    /// The report a person reads, in plain text: `comparison.text(Language::Vi).to_string()`.
    #[must_use]
    pub fn text(&self, language: Language) -> Text<'_> {
        Text::new(self, language)
    }

    /// The report a reviewer opens in a browser and sends on, one
    /// self-contained page: `comparison.html(Language::Vi).to_string()`.
    #[must_use]
    pub fn html(&self, language: Language) -> Html<'_> {
        Html::new(self, language)
    }

    /// The report other programs rely on, with Vietnamese messages unless told
    /// otherwise: `comparison.json().to_string()`.
    #[must_use]
    pub fn json(&self) -> Json<'_> {
        Json::new(self)
    }

    /// The sentence of one finding of this comparison: it stands alone and has
    /// no line break. For several see [`Comparison::messages`].
    #[must_use]
    pub fn message(&self, finding: &Finding, language: Language) -> String {
        self.messages(language).of(finding)
    }

    /// The sentences of findings of this comparison; its rows are brought in
    /// order once for all of them.
    ///
    /// ```
    /// # use doichieu::{compare, hanoi, report::Language};
    /// let comparison = compare(hanoi::party(), hanoi::ubnd());
    /// let messages = comparison.messages(Language::En);
    /// for finding in &comparison.findings {
    ///     assert!(messages.of(finding).ends_with('.'));
    /// }
    /// ```
    #[must_use]
    pub fn messages(&self, language: Language) -> Messages<'_> {
        Messages(Context::new(self, language))
    }
}

/// The sentences of the findings of a comparison; see [`Comparison::messages`].
#[derive(Debug)]
pub struct Messages<'a>(Context<'a>);

impl Messages<'_> {
    /// The sentence of a finding: it stands alone and has no line break.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> String {
        self.0.message(finding)
    }
}
