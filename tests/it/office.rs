//! The reports that stand behind features, on the real programs.

use doichieu::report::Language;
use doichieu::{Comparison, compare, hanoi};

fn comparison() -> Comparison {
    compare(hanoi::party(), hanoi::ubnd())
}

#[cfg(feature = "xlsx")]
#[test]
fn the_workbook_has_the_reviewers_sheets() {
    let comparison = comparison();
    let book = comparison.xlsx(Language::Vi).expect("the workbook is made");
    assert_eq!(book, comparison.xlsx(Language::Vi).expect("the workbook is made"));
    let workbook = part(&book, "xl/workbook.xml");
    for sheet in [
        "Bảng đối chiếu",
        "1. Đảng bộ TP Hà Nội",
        "2. UBND TP Hà Nội",
        "Nội dung đã kiểm tra",
    ] {
        assert!(workbook.contains(&format!("name=\"{sheet}\"")), "{workbook}");
    }
    // The heading row prints on every page of every sheet.
    assert_eq!(workbook.matches("_xlnm.Print_Titles").count(), 4);
    let findings = part(&book, "xl/worksheets/sheet1.xml");
    assert!(findings.contains("state=\"frozen\""));
    assert!(findings.contains("<autoFilter ref=\"A1:L"));
    assert!(findings.contains("orientation=\"landscape\""));
    assert!(findings.contains("Theo chương trình thứ nhất,"));
    assert_eq!(findings.matches("<row ").count(), comparison.findings.len() + 1);
}

#[cfg(feature = "docx")]
#[test]
fn the_document_is_one_table_with_every_row_that_differs() {
    let comparison = comparison();
    let file = comparison.docx(Language::Vi).expect("the document is made");
    assert_eq!(file, comparison.docx(Language::Vi).expect("the document is made"));
    let document = part(&file, "word/document.xml");
    assert_eq!(document.matches("<w:tbl>").count(), 1);
    assert_eq!(document.matches("<w:tr>").count(), document.matches("</w:tr>").count());
    let messages = comparison.messages(Language::Vi);
    for finding in &comparison.findings {
        let message = messages.of(finding).replace('&', "&amp;");
        let message = message.replace('<', "&lt;").replace('>', "&gt;");
        assert!(document.contains(&message), "{message}");
    }
    assert!(part(&file, "word/styles.xml").contains("Times New Roman"));
}

/// A part of the package as text.
#[cfg(any(feature = "xlsx", feature = "docx"))]
fn part(package: &[u8], name: &str) -> String {
    let package = std::io::Cursor::new(package);
    let mut package = zip::ZipArchive::new(package).expect("the package opens");
    let part = package.by_name(name).expect("the part is there");
    std::io::read_to_string(part).expect("the part is text")
}
