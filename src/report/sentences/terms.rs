//! The words of tables: titles, column headings and fixed entries.
#![cfg_attr(
    not(all(feature = "xlsx", feature = "docx")),
    allow(dead_code, reason = "each format of a feature uses its own")
)]

use crate::matching::Relation;
use crate::model::TargetRelation;
use crate::report::Language;

/// A word or phrase that stands in a table, not in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Term {
    /// The title of the reviewer's table.
    ReviewTable,
    /// The title of the paper that goes into the file.
    ExplanatoryTable,
    /// The sheet that says what was checked.
    Checked,
    /// The running number.
    Serial,
    /// What kind of finding, or of row.
    Kind,
    Severity,
    /// What a row says.
    Content,
    /// Where a row stands.
    Place,
    /// The sentence of a finding.
    Difference,
    LeadBody,
    Opinion,
    Decision,
    Reason,
    Task,
    Indicator,
    Unit,
    Target,
    CoordinatingBodies,
    Product,
    Deadline,
    Resources,
    /// The last day of a deadline.
    LastDay,
    /// Lines of the source.
    Line,
    /// What became of a row.
    Outcome,
    /// The rows of the other program.
    Counterpart,
    /// How a row and its counterpart lie to each other.
    Relation,
    /// How many.
    Count,
    Program,
    /// A reading note.
    Note,
    /// A text quoted by a note.
    Quotation,
    /// The column of explanations.
    Explanation,
    NoCounterpart,
    /// The row of the other program has its own place in the table.
    OnlyInside,
    /// Pairs of indicators that differ.
    IndicatorsDiffer,
    /// Pairs of tasks that differ.
    TasksDiffer,
    /// Findings about one program.
    WithinOne,
    /// Rows without counterpart.
    InOneOnly,
    /// Stands before the title of the row above.
    PartOf,
    And,
}

impl Term {
    pub(in crate::report) const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Vi => self.vi(),
            Language::En => self.en(),
        }
    }

    const fn vi(self) -> &'static str {
        match self {
            Self::ReviewTable => "Bảng đối chiếu",
            Self::ExplanatoryTable => "BẢN SO SÁNH, THUYẾT MINH",
            Self::Checked => "Nội dung đã kiểm tra",
            Self::Serial => "STT",
            Self::Kind => "Loại",
            Self::Severity => "Mức độ",
            Self::Content => "Nội dung",
            Self::Place => "Vị trí",
            Self::Difference => "Khác biệt",
            Self::LeadBody => "Cơ quan chủ trì",
            Self::Opinion => "Ý kiến",
            Self::Decision => "Quyết định",
            Self::Reason => "Lý do",
            Self::Task => "Nhiệm vụ",
            Self::Indicator => "Chỉ tiêu",
            Self::Unit => "Đơn vị tính",
            Self::Target => "Mục tiêu",
            Self::CoordinatingBodies => "Cơ quan phối hợp",
            Self::Product => "Sản phẩm",
            Self::Deadline => "Thời hạn",
            Self::Resources => "Nguồn lực",
            Self::LastDay => "Ngày cuối của thời hạn",
            Self::Line => "Dòng trong văn bản nguồn",
            Self::Outcome => "Kết quả đối chiếu",
            Self::Counterpart => "Nội dung tương ứng",
            Self::Relation => "Quan hệ",
            Self::Count => "Số lượng",
            Self::Program => "Chương trình",
            Self::Note => "Ghi chú khi đọc văn bản",
            Self::Quotation => "Nguyên văn",
            Self::Explanation => "THUYẾT MINH",
            Self::NoCounterpart => "Không có nội dung tương ứng.",
            Self::OnlyInside => "Nội dung này thuộc một chương trình, không đối chiếu với chương trình còn lại.",
            Self::IndicatorsDiffer => "CHỈ TIÊU KHÁC NHAU GIỮA HAI CHƯƠNG TRÌNH",
            Self::TasksDiffer => "NHIỆM VỤ KHÁC NHAU GIỮA HAI CHƯƠNG TRÌNH",
            Self::WithinOne => "NỘI DUNG CẦN LÀM RÕ TRONG TỪNG CHƯƠNG TRÌNH",
            Self::InOneOnly => "NỘI DUNG CHỈ CÓ Ở MỘT CHƯƠNG TRÌNH",
            Self::PartOf => "thuộc",
            Self::And => "và",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::ReviewTable => "Review table",
            Self::ExplanatoryTable => "COMPARISON AND EXPLANATIONS",
            Self::Checked => "What was checked",
            Self::Serial => "No.",
            Self::Kind => "Kind",
            Self::Severity => "Severity",
            Self::Content => "Content",
            Self::Place => "Place",
            Self::Difference => "Difference",
            Self::LeadBody => "Lead body",
            Self::Opinion => "Opinion",
            Self::Decision => "Decision",
            Self::Reason => "Reason",
            Self::Task => "Task",
            Self::Indicator => "Indicator",
            Self::Unit => "Unit",
            Self::Target => "Target",
            Self::CoordinatingBodies => "Coordinating bodies",
            Self::Product => "Product",
            Self::Deadline => "Deadline",
            Self::Resources => "Resources",
            Self::LastDay => "Last day of the deadline",
            Self::Line => "Line of the source",
            Self::Outcome => "Outcome",
            Self::Counterpart => "Counterpart",
            Self::Relation => "Relation",
            Self::Count => "Count",
            Self::Program => "Program",
            Self::Note => "Reading note",
            Self::Quotation => "As printed",
            Self::Explanation => "EXPLANATION",
            Self::NoCounterpart => "No counterpart.",
            Self::OnlyInside => "This concerns one program; it is not compared with the other.",
            Self::IndicatorsDiffer => "INDICATORS THAT DIFFER BETWEEN THE PROGRAMS",
            Self::TasksDiffer => "TASKS THAT DIFFER BETWEEN THE PROGRAMS",
            Self::WithinOne => "TO BE CLARIFIED WITHIN ONE PROGRAM",
            Self::InOneOnly => "IN ONE PROGRAM ONLY",
            Self::PartOf => "part of",
            Self::And => "and",
        }
    }
}

/// What a reviewer may say of a finding; other words are allowed.
pub(in crate::report) const fn opinions(language: Language) -> [&'static str; 3] {
    match language {
        Language::Vi => ["Nhất trí", "Không nhất trí", "Cần xem bản gốc"],
        Language::En => ["Agreed", "Not agreed", "Needs the original"],
    }
}

/// What can be decided about a finding.
pub(in crate::report) const fn decisions(language: Language) -> [&'static str; 5] {
    match language {
        Language::Vi => [
            "Theo chương trình thứ nhất",
            "Theo chương trình thứ hai",
            "Sửa cả hai chương trình",
            "Giữ nguyên",
            "Cần làm rõ thêm",
        ],
        Language::En => [
            "Follow the first program",
            "Follow the second program",
            "Amend both programs",
            "Leave as it is",
            "To be clarified",
        ],
    }
}

/// How a pair of tasks lies to each other.
pub(in crate::report) const fn task_relation(relation: Relation, language: Language) -> &'static str {
    match (relation, language) {
        (Relation::Same, Language::Vi) => "Cùng một nhiệm vụ",
        (Relation::LeftPartOfRight, Language::Vi) => {
            "Nhiệm vụ của chương trình thứ nhất là một phần của nhiệm vụ của chương trình thứ hai"
        }
        (Relation::RightPartOfLeft, Language::Vi) => {
            "Nhiệm vụ của chương trình thứ hai là một phần của nhiệm vụ của chương trình thứ nhất"
        }
        (Relation::Overlap, Language::Vi) => "Hai nhiệm vụ trùng nhau một phần",
        (Relation::Same, Language::En) => "The same task",
        (Relation::LeftPartOfRight, Language::En) => "The first program's task is a part of the second's",
        (Relation::RightPartOfLeft, Language::En) => "The second program's task is a part of the first's",
        (Relation::Overlap, Language::En) => "The tasks share a part",
    }
}

/// How the targets of a pair of indicators lie to each other.
pub(in crate::report) const fn target_relation(relation: TargetRelation, language: Language) -> &'static str {
    match (relation, language) {
        (TargetRelation::Equal, Language::Vi) => "Mục tiêu bằng nhau",
        (TargetRelation::LeftInsideRight, Language::Vi) => {
            "Mục tiêu của chương trình thứ nhất nằm trong mục tiêu của chương trình thứ hai"
        }
        (TargetRelation::RightInsideLeft, Language::Vi) => {
            "Mục tiêu của chương trình thứ hai nằm trong mục tiêu của chương trình thứ nhất"
        }
        (TargetRelation::Overlap, Language::Vi) => "Hai mục tiêu chỉ trùng nhau một phần",
        (TargetRelation::Disjoint, Language::Vi) => "Không giá trị nào đạt được cả hai mục tiêu",
        (TargetRelation::NotComparable, Language::Vi) => "Hai mục tiêu không so sánh được với nhau",
        (TargetRelation::Equal, Language::En) => "Equal targets",
        (TargetRelation::LeftInsideRight, Language::En) => "The first program's target lies inside the second's",
        (TargetRelation::RightInsideLeft, Language::En) => "The second program's target lies inside the first's",
        (TargetRelation::Overlap, Language::En) => "The targets share a part",
        (TargetRelation::Disjoint, Language::En) => "No value meets both targets",
        (TargetRelation::NotComparable, Language::En) => "The targets cannot be compared",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_fit_the_validation_of_a_worksheet() {
        for language in Language::ALL {
            for list in [opinions(language).as_slice(), decisions(language).as_slice()] {
                // A worksheet keeps a list as one text of at most 255 characters, parted by commas.
                assert!(list.join(",").chars().count() <= 255);
                assert!(list.iter().all(|entry| !entry.contains(',')));
            }
        }
    }
}
