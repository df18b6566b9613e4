//! Why a text cannot be read as a program, in the words of the reports.

use crate::read::{Excess, FileKind, Garbling, ReadError};
use crate::report::Language;

impl ReadError {
    /// The error in one line for the reader of a report, without the line
    /// number it is about ([`ReadError::line`]) and without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Vi => vietnamese(self),
            Language::En => {
                let said = self.to_string();
                said.split_once(": ")
                    .map_or(said.clone(), |(_, message)| message.to_owned())
            }
        }
    }
}

fn vietnamese(error: &ReadError) -> String {
    match *error {
        ReadError::Empty => "tệp trống, không có chữ nào".to_owned(),
        ReadError::NoTable { .. } => "văn bản kết thúc mà không có phụ lục hoặc bảng nào".to_owned(),
        ReadError::NoRows { .. } => {
            "không đọc được hàng nào của bảng trong phụ lục này và các phụ lục sau; văn bản PDF cần rút bằng `pdftotext -raw`".to_owned()
        }
        ReadError::NotText { kind, .. } => format!(
            "đây là {}, không phải văn bản thuần; hãy lưu thành văn bản thuần (UTF-8)",
            match kind {
                FileKind::Pdf => "tệp PDF",
                FileKind::Zip => "tệp DOCX hoặc XLSX (ZIP)",
                FileKind::OldOffice => "tệp DOC hoặc XLS",
                FileKind::Rtf => "tệp RTF",
                FileKind::Unknown => "tệp nhị phân",
            }
        ),
        ReadError::Undecodable { encoding, .. } => {
            format!("văn bản không đúng mã {encoding}; hãy lưu lại bằng mã UTF-8")
        }
        ReadError::Garbled { garbling, .. } => match garbling {
            Garbling::Tcvn3 | Garbling::Vni => {
                format!("văn bản dùng bảng mã cũ {garbling}, không phải Unicode; hãy chuyển sang Unicode trước")
            }
            Garbling::Mojibake => {
                "chữ bị hỏng vì văn bản UTF-8 đã được mở nhầm bằng mã Windows-1252; hãy lấy lại bản gốc".to_owned()
            }
        },
        ReadError::TooLarge { excess, .. } => format!(
            "văn bản có hơn {} {}, không phải một chương trình hành động",
            excess.most(),
            match excess {
                Excess::Bytes => "byte",
                Excess::Lines => "dòng",
                Excess::Rows => "hàng trong một phụ lục",
                Excess::Columns => "cột trong một bảng",
            }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_is_one_line_in_both_languages() {
        let line = 3;
        let kinds = [
            FileKind::Pdf,
            FileKind::Zip,
            FileKind::OldOffice,
            FileKind::Rtf,
            FileKind::Unknown,
        ];
        let excesses = [Excess::Bytes, Excess::Lines, Excess::Rows, Excess::Columns];
        let errors = [
            ReadError::Empty,
            ReadError::NoTable { line },
            ReadError::NoRows { line },
        ]
        .into_iter()
        .chain(kinds.map(|kind| ReadError::NotText { kind, line }))
        .chain(Garbling::ALL.map(|garbling| ReadError::Garbled { line, garbling }))
        .chain(excesses.map(|excess| ReadError::TooLarge { line, excess }))
        .chain([ReadError::Undecodable {
            line,
            encoding: "UTF-8",
        }]);
        for error in errors {
            for language in Language::ALL {
                let said = error.message(language);
                assert!(
                    !said.is_empty() && !said.contains('\n') && !said.ends_with('.'),
                    "{said}"
                );
                assert!(!said.contains("line 3"), "{said}");
            }
        }
    }
}
