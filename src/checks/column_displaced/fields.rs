//! Which words belong to the field of which department (lĩnh vực quản lý).
//!
//! General knowledge: the functions of the departments of a province or city
//! under the Government's decrees on specialized agencies, as merged in 2025
//! (transport with construction, environment with agriculture, planning and
//! investment with finance, communications with science). Fields overlap, and
//! a word may stand in several.

/// What is written down of a department.
pub(super) struct Entry {
    /// Its full name, as the table of bodies has it.
    pub(super) name: &'static str,
    /// Phrases that put a task into its field, folded.
    pub(super) field: &'static [&'static str],
    /// Further phrases beside which it is not out of place, folded.
    pub(super) near: &'static [&'static str],
    /// How its field is bounded.
    pub(super) reach: Reach,
}

/// How the field of a department is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// It has a field of its own.
    Own,
    /// Money, staff or law concern any task: it is never out of place.
    Any,
}

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        name: "Sở Văn hóa và Thể thao",
        field: &[
            "văn hóa",
            "di sản",
            "di tích",
            "bảo tồn",
            "nghệ thuật",
            "lễ hội",
            "thể thao",
            "bảo tàng",
            "thư viện",
        ],
        near: &[
            "biểu diễn",
            "festival",
            "ẩm thực",
            "phố cổ",
            "thành cổ",
            "phố đi bộ",
            "sáng tạo",
            "olympic",
            "văn minh",
            "gia đình",
            "du lịch",
            "kinh tế đêm",
            "quảng cáo",
            "công viên văn hóa",
            "giải trí",
            "kinh tế ban đêm",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Du lịch",
        field: &["du lịch", "khách sạn", "nghỉ dưỡng", "lưu trú", "lữ hành"],
        near: &[
            "văn hóa",
            "di sản",
            "di tích",
            "lễ hội",
            "festival",
            "ẩm thực",
            "phố cổ",
            "phố đi bộ",
            "kinh tế đêm",
            "biểu diễn",
            "hội nghị quốc tế",
            "giải trí",
            "kinh tế ban đêm",
            "sinh thái",
            "làng nghề",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Y tế",
        field: &["y tế", "bệnh viện", "khám bệnh", "chữa bệnh", "sức khỏe", "viện phí"],
        near: &[
            "thực phẩm",
            "dinh dưỡng",
            "dân số",
            "người cao tuổi",
            "an sinh",
            "trẻ em",
            "bảo trợ",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Giáo dục và Đào tạo",
        field: &[
            "giáo dục",
            "trường học",
            "học sinh",
            "giáo viên",
            "mầm non",
            "tuyển sinh",
            "học phí",
        ],
        near: &[
            "sinh viên",
            "đại học",
            "phổ thông",
            "đào tạo",
            "học bổng",
            "trường",
            "nhân lực",
            "học vụ",
            "stem",
            "nhà khoa học",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Nông nghiệp và Môi trường",
        field: &[
            "môi trường",
            "ô nhiễm",
            "phát thải",
            "khí thải",
            "chất thải",
            "rác thải",
            "quan trắc",
            "nông nghiệp",
            "nông thôn",
            "thủy lợi",
            "chăn nuôi",
            "đất đai",
            "lưu vực sông",
            "con sông",
            "làm sạch sông",
            "nước thải",
            "mặt bằng sạch",
        ],
        near: &[
            "đê",
            "lũ",
            "rừng",
            "tài nguyên",
            "khí hậu",
            "nước sạch",
            "làng nghề",
            "giải phóng mặt bằng",
            "sinh thái",
            "nông sản",
            "sông",
            "hồ",
            "thực phẩm",
            "cây xanh",
            "không gian xanh",
            "tái định cư",
            "thiên tai",
            "rác",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Xây dựng",
        field: &[
            "giao thông",
            "đường sắt",
            "vành đai",
            "xe buýt",
            "xe bus",
            "bãi đỗ xe",
            "nhà ở",
            "chung cư",
            "khu đô thị",
            "công viên sinh thái",
            "cây xanh",
            "thoát nước",
            "nước thải",
            "hồ điều hòa",
            "vận tải",
            "quốc lộ",
            "sân bay",
            "chỉnh trang đô thị",
        ],
        near: &[
            "xây dựng",
            "đầu tư",
            "dự án",
            "công trình",
            "hạ tầng",
            "nhà máy",
            "hệ thống",
            "đô thị",
            "cầu",
            "đường",
            "công viên",
            "không gian",
            "cải tạo",
            "nâng cấp",
            "trục",
            "nước sạch",
            "ngập",
            "cảnh quan",
            "chiếu sáng",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Quy hoạch - Kiến trúc",
        field: &["quy hoạch đô thị", "kiến trúc", "cảnh quan đô thị"],
        near: &[
            "quy hoạch",
            "đô thị",
            "không gian",
            "cảnh quan",
            "phố",
            "tái thiết",
            "chỉnh trang",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Công Thương",
        field: &[
            "thương mại",
            "chợ đầu mối",
            "xuất khẩu",
            "siêu thị",
            "logistics",
            "cụm công nghiệp",
        ],
        near: &[
            "công nghiệp",
            "doanh nghiệp",
            "điện",
            "năng lượng",
            "sản xuất",
            "thị trường",
            "hàng hóa",
            "làng nghề",
            "thực phẩm",
            "tiêu dùng",
            "hội nghị",
            "chuỗi cung ứng",
            "công nghệ cao",
            "xúc tiến",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Khoa học và Công nghệ",
        field: &[
            "khoa học và công nghệ",
            "khoa học công nghệ",
            "chuyển đổi số",
            "trí tuệ nhân tạo",
            "viễn thông",
            "đổi mới sáng tạo",
        ],
        near: &[
            "công nghệ",
            "khoa học",
            "số",
            "dữ liệu",
            "khởi nghiệp",
            "sáng chế",
            "sáng tạo",
            "blockchain",
            "5g",
            "ai",
            "iot",
            "nền tảng",
            "thông tin",
            "thử nghiệm",
            "thông minh",
            "trực tuyến",
            "nghiên cứu",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Tài chính",
        field: &[
            "tăng trưởng kinh tế",
            "ngân sách",
            "đầu tư công",
            "xúc tiến đầu tư",
            "vốn đầu tư",
        ],
        near: &[],
        reach: Reach::Any,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Body, BodyTable};

    #[test]
    fn every_department_is_in_the_table_of_bodies() {
        let table = BodyTable::default();
        for department in ENTRIES {
            assert_eq!(
                table.parse(department.name)[0].body,
                Body::Named(department.name.to_owned())
            );
        }
    }
}
