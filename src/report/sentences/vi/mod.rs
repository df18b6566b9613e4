//! The Vietnamese catalogue (tiếng Việt).

mod crossfield;
pub(super) mod labels;
mod messages;

use std::fmt::Write as _;

use super::super::Place;
use super::super::summary::Pairs;
use super::{Catalogue, Facts, Noun, Phrase};
use crate::checks::{Code, Field, Severity};
use crate::model::{Lines, NoteKind};
use crate::remark::Remark;

/// Vietnamese, as an official would sign it.
pub(super) struct Vietnamese;

impl Catalogue for Vietnamese {
    fn message(&self, facts: &Facts<'_>) -> String {
        messages::message(facts)
    }

    fn code(&self, code: Code) -> &'static str {
        match code {
            Code::TargetDiffers => "Mục tiêu của chỉ tiêu khác nhau",
            Code::UnitDiffers => "Đơn vị tính của chỉ tiêu khác nhau",
            Code::DefinitionDiffers => "Nội dung, đối tượng khác nhau",
            Code::ReportingBodyDiffers => "Cơ quan chủ trì chỉ tiêu khác nhau",
            Code::DeadlineDiffers => "Thời hạn của nhiệm vụ khác nhau",
            Code::LeadBodyDiffers => "Cơ quan được giao nhiệm vụ khác nhau",
            Code::QuantityDiffers => "Số liệu trong nội dung nhiệm vụ khác nhau",
            Code::TaskWithoutCounterpart => "Nhiệm vụ không có nội dung tương ứng",
            Code::IndicatorWithoutCounterpart => "Chỉ tiêu không có nội dung tương ứng",
            Code::AmbiguousMatch => "Chưa xác định được nội dung tương ứng",
            Code::DuplicateTask => "Nhiệm vụ trùng lặp trong một chương trình",
            Code::DuplicateIndicator => "Chỉ tiêu trùng lặp trong một chương trình",
            Code::NumberMissing => "Số thứ tự bị bỏ trống",
            Code::NumberRepeated => "Số thứ tự dùng nhiều lần",
            Code::AnnouncedCountDiffers => "Số lượng nêu khác số lượng thực có",
            Code::SumDiffers => "Số liệu trong bảng không khớp nhau",
            Code::UnitDoubtful => "Đơn vị tính cần xem lại",
            Code::NumberFormat => "Cách ghi số không thống nhất",
            Code::FootnoteChangesPeriod => "Ghi chú làm thay đổi thời kỳ của số liệu",
            Code::DeadlineAfterParent => "Thời hạn của nhiệm vụ thành phần muộn hơn thời hạn của cả nhiệm vụ",
            Code::DeadlineOutOfPeriod => "Thời hạn ngoài giai đoạn của phụ lục",
            Code::DeadlineMissing => "Nhiệm vụ không ghi thời hạn",
            Code::BodyMissing => "Không ghi cơ quan chịu trách nhiệm",
            Code::TaskAgainstIndicator => "Số liệu trong nội dung không khớp chỉ tiêu",
            Code::TextAgainstTask => "Số liệu, thời hạn trong phần lời khác nhiệm vụ trong phụ lục",
            Code::ColumnDisplaced => "Cơ quan ghi lệch hàng",
            Code::CitationDiffers => "Viện dẫn văn bản khác nhau",
            Code::BodySpelledVariously => "Một cơ quan được ghi theo nhiều cách",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Contradiction => "mâu thuẫn",
            Severity::Difference => "khác biệt",
            Severity::Doubt => "nghi vấn",
            Severity::Note => "lưu ý",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Text => "nội dung",
            Field::Lead | Field::Body => "cơ quan chủ trì",
            Field::Coordinating => "cơ quan phối hợp",
            Field::Product => "sản phẩm",
            Field::Deadline => "thời hạn",
            Field::Resources => "nguồn lực",
            Field::Unit => "đơn vị tính",
            Field::Value => "mục tiêu",
        }
    }

    fn note(&self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::EncodingGuessed => "Bảng mã của tệp là suy đoán, cần xem chữ có đúng không",
            NoteKind::TextGarbled => "Đoạn dùng phông chữ cũ, không phải Unicode, cần chuyển mã",
            NoteKind::TextCut => "Văn bản dừng giữa chừng, có thể thiếu phần cuối",
            NoteKind::LineTooLong => "Dòng quá dài, không phải dòng chữ in, đã bỏ qua",
            NoteKind::AnnexEmpty => "Phụ lục không đọc được hàng nào",
            NoteKind::ColumnUnread => "Cột không thuộc các cột được đối chiếu, không so sánh",
            NoteKind::HeadingOutOfPeriod => {
                "Tiêu đề cột giá trị ghi năm khác với giai đoạn ở tên phụ lục, nên các giá trị không được so với giai đoạn đó"
            }
            NoteKind::LineUnplaced => "Dòng trong phụ lục không xếp được vào hàng nào của bảng",
            NoteKind::LeadIn => "Câu dẫn không có số liệu, không tính là một hàng",
            NoteKind::RowJoined => "Hàng bị ngắt trang, đã ghép lại",
            NoteKind::TitleMoved => "Tên đề mục nằm ở ô hoặc dòng khác với số thứ tự của đề mục",
            NoteKind::CellMerged => "Một ô dùng chung cho nhiều hàng",
            NoteKind::BordersUncertain => "Ranh giới các cột của hàng này là suy đoán, cần xem bản gốc",
            NoteKind::DeadlineUnread => "Thời hạn chưa hiểu được, không so sánh",
            NoteKind::ValueUnread => "Giá trị chưa hiểu được, không so sánh",
            NoteKind::UnitUnknown => "Đơn vị tính chưa biết, so sánh theo chữ",
            NoteKind::BodyUnknown => "Cơ quan chưa biết, so sánh theo chữ",
            NoteKind::NumberReadByEvidence => {
                "Số ghi không theo quy ước dấu chấm, dấu phẩy, đã đọc theo các số liệu liên quan"
            }
        }
    }

    fn phrase(&self, phrase: Phrase) -> &'static str {
        match phrase {
            Phrase::Title => "ĐỐI CHIẾU HAI CHƯƠNG TRÌNH",
            Phrase::LinesExplained => "Số dòng trong ngoặc là số dòng của văn bản nguồn.",
            Phrase::First => "Chương trình thứ nhất",
            Phrase::Second => "Chương trình thứ hai",
            Phrase::Tasks => "Nhiệm vụ đọc được",
            Phrase::Indicators => "Chỉ tiêu đọc được",
            Phrase::Matched => "có nội dung tương ứng",
            Phrase::Ambiguous => "chưa xác định được",
            Phrase::Alone => "không có nội dung tương ứng",
            Phrase::Findings => "Phát hiện",
            Phrase::NoFindings => "Không phát hiện khác biệt nào.",
            Phrase::NoneLeft => "Không còn phát hiện nào ngoài những phát hiện đã được tắt hoặc lọc bỏ.",
            Phrase::AloneHeading => "NỘI DUNG CHỈ CÓ Ở MỘT CHƯƠNG TRÌNH",
            Phrase::Notes => "GHI CHÚ KHI ĐỌC VĂN BẢN",
            Phrase::NoNotes => "Không có ghi chú.",
            Phrase::Empty => "(để trống)",
        }
    }

    fn place(&self, place: &Place<'_>) -> String {
        let mut text = self.section(place.annex, "");
        for (label, noun) in place.labels.iter().zip(["mục", "nhóm", "tiểu nhóm"]) {
            let _ = write!(text, ", {noun} {label}");
        }
        if !place.number.is_empty() {
            let _ = write!(text, ", số {}", place.number);
        }
        if place.occurrence > 1 {
            let _ = write!(text, " (lần {})", place.occurrence);
        }
        for letter in &place.letters {
            let _ = write!(text, ", ý {letter}");
        }
        text
    }

    fn lines(&self, lines: Lines) -> String {
        if lines.first == lines.last {
            format!("dòng {}", lines.first)
        } else {
            format!("dòng {}-{}", lines.first, lines.last)
        }
    }

    fn section(&self, annex: u32, label: &str) -> String {
        if label.is_empty() {
            format!("Phụ lục {annex}")
        } else {
            format!("Phụ lục {annex}, mục {label}")
        }
    }

    fn pairs(&self, pairs: Pairs, noun: Noun) -> String {
        let noun = noun_of(noun);
        let mut text = format!(
            "{} cặp {noun} tương ứng, {} cặp không phát hiện khác biệt",
            pairs.all, pairs.silent
        );
        if pairs.incomparable > 0 {
            let _ = write!(
                text,
                "; {} cặp có mục tiêu không so sánh được (khác kỳ hoặc để trống)",
                pairs.incomparable
            );
        }
        text + "."
    }

    fn alone(&self, count: usize, noun: Noun, label: &str, other: &str) -> String {
        let noun = noun_of(noun);
        let program = messages::program_of(other);
        format!("{label}: {count} {noun} không có {noun} tương ứng trong {program}")
    }

    fn folded(&self, count: usize) -> String {
        format!("kèm {count} ý")
    }

    fn remark(&self, remark: Remark, left: &str, right: &str) -> String {
        match remark {
            Remark::AnnexUnread => {
                "Có phụ lục không đọc được hàng nào (xem ghi chú khi đọc ở cuối báo cáo): nội dung của \
                phụ lục đó hiện ra như không có trong chương trình."
                    .to_owned()
            }
            Remark::SameProgram => {
                "Hai văn bản là một chương trình: nhiệm vụ và chỉ tiêu giống nhau từng chữ; phần lời \
                văn ngoài phụ lục không được so sánh với nhau."
                    .to_owned()
            }
            Remark::OtherOrder => format!(
                "Thứ tự hai văn bản ngược với thông lệ: văn bản thứ nhất của {left}, văn bản thứ hai của {right}; \
                 kết quả đối chiếu không thay đổi."
            ),
            Remark::FindingsWithheld => "Báo cáo không nêu những phát hiện đã được tắt hoặc lọc bỏ.".to_owned(),
        }
    }
}

fn noun_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Task => "nhiệm vụ",
        Noun::Indicator => "chỉ tiêu",
    }
}
