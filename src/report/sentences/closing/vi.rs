//! The Vietnamese words of the closing part (tiếng Việt).

use super::super::super::context::Context;
use super::super::{Catalogue, with_unit};
use super::{ClosingCatalogue, ClosingPhrase, rows_of, section_of};
use crate::checks::{Checked, CheckedFact, Code, WhyNot};

pub(super) struct Vietnamese;

impl ClosingCatalogue for Vietnamese {
    fn phrase(&self, phrase: ClosingPhrase) -> &'static str {
        match phrase {
            ClosingPhrase::Checked => "ĐÃ KIỂM TRA VÀ KHỚP",
            ClosingPhrase::NotChecked => "CHƯA KIỂM TRA",
            ClosingPhrase::Nothing => "Không có.",
        }
    }

    fn agreed(&self, code: Code, pairs: usize) -> String {
        match code {
            Code::TargetDiffers => format!("{pairs} cặp chỉ tiêu có mục tiêu bằng nhau"),
            Code::DeadlineDiffers => format!("{pairs} cặp nhiệm vụ có thời hạn hoàn thành như nhau"),
            Code::LeadBodyDiffers => format!("{pairs} cặp nhiệm vụ có cơ quan được giao thống nhất"),
            code => format!("{pairs} cặp không có phát hiện loại {code}"),
        }
    }

    fn why(&self, why: WhyNot) -> &'static str {
        match why {
            WhyNot::Missing => "để trống ở một hoặc cả hai bên",
            WhyNot::NotUnderstood => "một bên chưa hiểu được, xem ghi chú khi đọc văn bản",
            WhyNot::Recurring => "thực hiện thường xuyên hoặc định kỳ",
            WhyNot::Conditional => "phụ thuộc điều kiện, không có mốc thời gian",
            WhyNot::OtherMilestones => "mốc khác nhau: một bên ghi khởi công, một bên ghi hoàn thành",
            WhyNot::OtherPeriod => "số liệu của các kỳ khác nhau",
            WhyNot::OtherMeasure => "đơn vị hoặc đại lượng khác nhau",
            WhyNot::OtherFigure => "số liệu khác loại (cấp giao, kịch bản, kết quả)",
            WhyNot::NobodyInParticular => "một bên chỉ nêu chung, không giao cơ quan cụ thể",
            WhyNot::OwnDivision => "một bên chỉ giao đơn vị trực thuộc của chính cơ quan ban hành",
            WhyNot::OtherIssuer => "một bên chỉ giao cơ quan ban hành chương trình kia",
            WhyNot::SwitchedOff => "đã tắt theo bảng phân mức",
        }
    }

    fn how_many(&self, why: WhyNot, count: usize) -> String {
        match why {
            WhyNot::SwitchedOff => format!("{count} phát hiện"),
            _ => format!("{count} cặp"),
        }
    }

    fn subject(&self, words: &dyn Catalogue, code: Code) -> &'static str {
        match code {
            Code::TargetDiffers => "Mục tiêu của các cặp chỉ tiêu",
            Code::DeadlineDiffers => "Thời hạn của các cặp nhiệm vụ",
            Code::LeadBodyDiffers => "Cơ quan được giao của các cặp nhiệm vụ",
            code => words.code(code),
        }
    }

    fn fact_heading(&self, checked: &Checked) -> &'static str {
        match checked.fact {
            CheckedFact::CountHolds { .. } => "Số lượng nêu ra khớp với thực tế",
            CheckedFact::NumbersRun { .. } => "Số thứ tự liên tục, không thiếu, không trùng",
            CheckedFact::SumHolds { .. } => "Tổng các thành phần khớp",
            CheckedFact::RatioHolds { .. } => "Tỷ lệ khớp với các số liệu thành phần",
            CheckedFact::GrowthBetweenParts { .. } => "Tốc độ tăng của tổng nằm giữa các phần",
            CheckedFact::PeriodsBetween { .. } => "Số liệu của kỳ dài nằm giữa các kỳ ngắn",
            CheckedFact::FigureFits { .. } => "Số liệu trong nội dung phù hợp với chỉ tiêu",
            CheckedFact::FieldFilled { .. } if checked.code == Code::DeadlineMissing => "Không hàng nào thiếu thời hạn",
            CheckedFact::FieldFilled { .. } => "Không hàng nào thiếu cơ quan",
            CheckedFact::DeadlinesInPeriod { .. } => "Thời hạn nằm trong giai đoạn",
        }
    }

    fn fact(&self, context: &Context<'_>, checked: &Checked) -> String {
        let rows = rows_of(context, checked);
        match &checked.fact {
            CheckedFact::CountHolds {
                announced,
                found,
                annex: Some(annex),
            } => format!("“{announced}”, Phụ lục {annex} có {found}{rows}"),
            CheckedFact::CountHolds { announced, found, .. } => format!("“{announced}”, kể tên đủ {found}{rows}"),
            CheckedFact::NumbersRun {
                annex,
                section,
                first,
                last,
            } => format!("{} ({first}-{last})", section_of(context, *annex, section)),
            CheckedFact::SumHolds { parts, total, computed } => {
                let rounded = computed.as_ref().map_or_else(String::new, |sum| format!("{sum} ≈ "));
                format!("{} = {rounded}{total}{rows}", parts.join(" + "))
            }
            CheckedFact::RatioHolds {
                ratio,
                dividend,
                divisor,
                computed,
            } => {
                let [ratio, computed] = [ratio, computed].map(|share| with_unit(share, "%", ""));
                format!("{ratio} ứng với {dividend} / {divisor} = {computed}{rows}")
            }
            CheckedFact::GrowthBetweenParts { annex, totals } => format!("Phụ lục {annex}, {totals} số liệu"),
            CheckedFact::PeriodsBetween { annex, figures } => format!("Phụ lục {annex}, {figures} số liệu"),
            CheckedFact::FigureFits { claim, value } => format!("“{claim}”, chỉ tiêu {value}{rows}"),
            CheckedFact::FieldFilled { annex, rows } => format!("Phụ lục {annex}, {rows} hàng"),
            CheckedFact::DeadlinesInPeriod { annex, period, rows } => {
                format!("Phụ lục {annex}, {rows} hàng, giai đoạn {}-{}", period.0, period.1)
            }
        }
    }
}
