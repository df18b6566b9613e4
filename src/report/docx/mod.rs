//! The paper that goes into the file, "bản so sánh, thuyết minh": a Word document.
//!
//! The parts of the package are written here; the format is Office Open XML
//! (ECMA-376), the layout follows Decree 30/2020/NĐ-CP: A4, Times New Roman,
//! page numbers in the middle of the upper margin, none on the first page.

mod entries;
mod markup;
mod table;

use std::error::Error;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Language;
use super::context::Context;
use crate::comparison::Comparison;

/// The document cannot be packed.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be packed")]
pub struct DocxError {
    #[source]
    source: Box<dyn Error + Send + Sync>,
}

impl DocxError {
    fn new(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: error.into() }
    }
}

/// The parts that are the same in every document.
const FIXED_PARTS: [(&str, &str); 5] = [
    ("[Content_Types].xml", include_str!("content_types.xml")),
    ("_rels/.rels", include_str!("package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("document_rels.xml")),
    ("word/styles.xml", include_str!("styles.xml")),
    ("word/header1.xml", include_str!("header.xml")),
];

impl Comparison {
    /// The paper that goes into the file (bản so sánh, thuyết minh) as the
    /// bytes of a `.docx` file: a table of three columns, one row for each pair
    /// of rows that differs and for each row without counterpart; feature
    /// `docx`. The same comparison gives the same bytes.
    ///
    /// # Errors
    ///
    /// A document of more than 4 GiB.
    pub fn docx(&self, language: Language) -> Result<Vec<u8>, DocxError> {
        let document = table::document(&Context::new(self, language));
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        // Whoever makes the file again gets the same bytes: the library knows no clock.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        for (name, part) in FIXED_PARTS
            .into_iter()
            .chain([("word/document.xml", document.as_str())])
        {
            package.start_file(name, options).map_err(DocxError::new)?;
            package.write_all(part.as_bytes()).map_err(DocxError::new)?;
        }
        Ok(package.finish().map_err(DocxError::new)?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        let comparison = sample::comparison();
        let document = comparison.docx(Language::Vi).unwrap();
        assert!(document.starts_with(b"PK"));
        assert_eq!(document, comparison.docx(Language::Vi).unwrap());
        assert_ne!(document, comparison.docx(Language::En).unwrap());
    }
}
