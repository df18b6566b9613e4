//! The reviewer's table, "bảng đối chiếu": an Excel workbook.
//!
//! One sheet of findings with empty columns for the reviewer, one sheet per
//! program with all its rows and their counterparts, one for what was checked.

mod checked;
mod findings;
mod program;
mod sheet;

use std::error::Error;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::Language;
use super::context::{Context, SIDES};
use super::sentences::{Phrase, Term};
use crate::comparison::Comparison;

/// The workbook cannot be made: for instance more rows than a sheet has.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be made")]
pub struct XlsxError {
    #[source]
    source: Box<dyn Error + Send + Sync>,
}

impl XlsxError {
    fn new(error: rust_xlsxwriter::XlsxError) -> Self {
        Self { source: error.into() }
    }
}

impl Comparison {
    /// The reviewer's table (bảng đối chiếu) as the bytes of an `.xlsx` file;
    /// feature `xlsx`. The same comparison gives the same bytes.
    ///
    /// # Errors
    ///
    /// More findings or rows than a sheet holds (1 048 576).
    pub fn xlsx(&self, language: Language) -> Result<Vec<u8>, XlsxError> {
        book(&Context::new(self, language)).map_err(XlsxError::new)
    }
}

/// The bytes of the workbook.
fn book(context: &Context<'_>) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    // Whoever makes the file again gets the same bytes: the library knows no clock.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(context.words().phrase(Phrase::Title))
            .set_creation_datetime(&created),
    );
    findings::write(&mut book, context)?;
    for side in SIDES {
        program::write(&mut book, context, side)?;
    }
    checked::write(&mut book, context)?;
    book.save_to_buffer()
}

/// The heading of a column about one program: `Nội dung: Đảng bộ TP Hà Nội`.
fn heading_of(context: &Context<'_>, term: Term, side: crate::checks::Side) -> String {
    format!("{}: {}", context.term(term), context.label(side))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        let comparison = sample::comparison();
        let book = comparison.xlsx(Language::Vi).unwrap();
        assert!(book.starts_with(b"PK"));
        assert_eq!(book, comparison.xlsx(Language::Vi).unwrap());
        assert_ne!(book, comparison.xlsx(Language::En).unwrap());
    }

    #[test]
    fn any_label_and_any_text_fits() {
        let mut comparison = sample::comparison();
        comparison.left.label = "A/B [thử]: '*?' và một cái tên dài hơn ba mươi mốt ký tự".to_owned();
        comparison.right.label = comparison.left.label.clone();
        comparison.left.tasks[0].text.text = "=1+1 \u{1}".repeat(40_000);
        comparison.xlsx(Language::Vi).unwrap();
        comparison.findings.clear();
        comparison.left.tasks.clear();
        comparison.left.indicators.clear();
        comparison.left.notes.clear();
        comparison.xlsx(Language::En).unwrap();
    }
}
