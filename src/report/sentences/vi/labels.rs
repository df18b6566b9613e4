//! The Vietnamese labels (tiếng Việt).

use super::super::Label;
use crate::matching::Relation;
use crate::model::TargetRelation;

pub(in super::super) fn label(label: Label) -> &'static str {
    match label {
        Label::Skip => "Đến phần phát hiện",
        Label::Contents => "Các phần của báo cáo",
        Label::Neutral => {
            "Báo cáo nêu những chỗ hai chương trình không thống nhất, kèm trích dẫn và vị trí; không kết luận chương trình nào đúng."
        }
        Label::Summary => "Tóm tắt",
        Label::RowsRead => "Kết quả đối chiếu theo hàng",
        Label::ByKind => "Phát hiện theo loại và mức độ",
        Label::Kind => "Loại phát hiện",
        Label::Severity => "Mức độ",
        Label::Total => "Tổng số",
        Label::Glance => "Chỉ tiêu có mục tiêu khác nhau",
        Label::Indicator | Label::Indicators => "Chỉ tiêu",
        Label::Tasks => "Nhiệm vụ",
        Label::Filter => "Lọc",
        Label::Search => "Tìm trong báo cáo",
        Label::SearchHint => "ví dụ: cây xanh, cay xanh",
        Label::All => "Tất cả",
        Label::Lead => "Cơ quan chủ trì",
        Label::NamedBody => "Cơ quan được nêu",
        Label::Section => "Phụ lục, mục",
        Label::Clear => "Bỏ lọc",
        Label::Shown => "Đang hiển thị {n} trên {all} phát hiện",
        Label::Share => "Địa chỉ trang giữ các điều kiện lọc: sao chép địa chỉ để gửi đúng phần đang xem.",
        Label::Legend => {
            "Trong trích dẫn: chữ có nền là phần phát hiện nói đến, chữ đậm là số liệu, chữ nghiêng là thời gian."
        }
        Label::Under => "Thuộc",
        Label::NoColumn => "(bảng không có cột này)",
        Label::Pairs => "Các cặp nội dung tương ứng",
        Label::Relation => "Quan hệ",
        Label::Reason => "Căn cứ",
        Label::FindingNumbers => "Phát hiện",
        Label::Alone => "Nội dung chỉ có ở một chương trình",
        Label::Place => "Vị trí",
        Label::Content => "Nội dung",
        Label::Deadline => "Thời hạn",
        Label::Value => "Mục tiêu",
        Label::PrintFindings => "Chỉ in các phát hiện",
        Label::Nearest => "Nội dung gần nhất ở chương trình kia",
        Label::FullText => "Toàn bộ các hàng của hai chương trình",
        Label::Counterpart => "Tương ứng",
        Label::Checked => "Đã kiểm tra và khớp",
        Label::NotChecked => "Chưa kiểm tra",
        Label::Notes => "Ghi chú khi đọc văn bản",
    }
}

pub(in super::super) fn relation(relation: Relation, left: &str, right: &str) -> String {
    match relation {
        Relation::Same => "cùng một nhiệm vụ".to_owned(),
        Relation::LeftPartOfRight => format!("nhiệm vụ của {left} là một phần"),
        Relation::RightPartOfLeft => format!("nhiệm vụ của {right} là một phần"),
        Relation::Overlap => "trùng một phần".to_owned(),
    }
}

pub(in super::super) fn targets(relation: TargetRelation, left: &str, right: &str) -> String {
    match relation {
        TargetRelation::Equal => "mục tiêu bằng nhau".to_owned(),
        TargetRelation::LeftInsideRight => format!("mức của {left} nằm trong mức của {right}"),
        TargetRelation::RightInsideLeft => format!("mức của {right} nằm trong mức của {left}"),
        TargetRelation::Overlap => "hai mức chỉ trùng nhau một phần".to_owned(),
        TargetRelation::Disjoint => "không thể đồng thời đạt cả hai mức".to_owned(),
        TargetRelation::NotComparable => "hai mức không so sánh được với nhau".to_owned(),
    }
}

pub(in super::super) const THROUGH_PARENT: &str = "theo cặp của hàng cấp trên";

pub(in super::super) fn likeness(score: u16) -> String {
    match (score / 10, score % 10) {
        (whole, 0) => format!("lời văn giống nhau {whole} %"),
        (whole, tenth) => format!("lời văn giống nhau {whole},{tenth} %"),
    }
}
