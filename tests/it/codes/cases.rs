//! The smallest programs that show each kind of finding.

use doichieu::Code;

use super::{Case, indicators, tasks};

/// A task that nothing else stands against, for programs that need one.
const BRIDGE: &str = "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027";

/// Three tasks that lack nothing.
const THREE: &str = "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                     2|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                     3|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028";

pub(super) const CASES: &[Case] = &[
    Case {
        code: Code::TargetDiffers,
        found: [
            indicators("1|Diện tích nhà ở bình quân|M²/người|35 - 40|Sở Xây dựng"),
            indicators("1|Diện tích nhà ở bình quân|M²/người|32|Sở Xây dựng"),
        ],
        near_miss: [
            indicators("1|Số căn nhà ở xã hội hoàn thành|1.000 căn nhà|120|Sở Xây dựng"),
            indicators("1|Số căn nhà ở xã hội hoàn thành|Căn nhà|120.000|Sở Xây dựng"),
        ],
    },
    Case {
        code: Code::QuantityDiffers,
        found: [
            tasks("1|Xây dựng các hồ điều hòa tại các đô thị vệ tinh|Sở Xây dựng||Năm 2027"),
            tasks("1|Xây dựng 10 hồ điều hòa tại các đô thị vệ tinh|Sở Xây dựng||Năm 2027"),
        ],
        near_miss: [
            tasks("1|Hình thành khoảng 5.000 doanh nghiệp khởi nghiệp sáng tạo|Sở Tài chính||Năm 2027"),
            tasks("1|Hình thành 5.000 doanh nghiệp khởi nghiệp sáng tạo|Sở Tài chính||Năm 2027"),
        ],
    },
    Case {
        code: Code::QuantityDiffers,
        found: [
            tasks("1|Xây dựng 12 hồ điều hòa tại các đô thị vệ tinh|Sở Xây dựng||Năm 2027"),
            tasks("1|Xây dựng 10 hồ điều hòa tại các đô thị vệ tinh|Sở Xây dựng||Năm 2027"),
        ],
        near_miss: [
            tasks("1|Xây dựng các hồ điều hòa tại các đô thị vệ tinh đến năm 2030|Sở Xây dựng||Năm 2030"),
            tasks("1|Xây dựng các hồ điều hòa tại các đô thị vệ tinh tới 2030|Sở Xây dựng||Năm 2030"),
        ],
    },
    Case {
        code: Code::QuantityDiffers,
        found: [
            tasks("1|Lập kế hoạch đầu tư công trung hạn giai đoạn 2026-2030|Sở Tài chính||Năm 2027"),
            tasks("1|Lập kế hoạch đầu tư công trung hạn giai đoạn 2027-2031|Sở Tài chính||Năm 2027"),
        ],
        near_miss: [
            tasks("1|Lập kế hoạch đầu tư công trung hạn giai đoạn 2026-2030|Sở Tài chính||Năm 2027"),
            tasks("1|Lập kế hoạch đầu tư công trung hạn thời kỳ 2026 - 2030|Sở Tài chính||Năm 2027"),
        ],
    },
    Case {
        code: Code::DeadlineDiffers,
        found: [tasks(BRIDGE), tasks("1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Quý III/2026")],
        near_miss: [tasks(BRIDGE), tasks("1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Quý IV/2027")],
    },
    Case {
        code: Code::LeadBodyDiffers,
        found: [
            tasks(BRIDGE),
            tasks("1|Xây dựng cầu Tứ Liên|Sở Văn hóa và Thể thao||Năm 2027"),
        ],
        near_miss: [
            tasks("1|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027"),
            tasks("1|Bảo tồn hồ Tây|Sở Nông nghiệp và Môi trường||Năm 2027"),
        ],
    },
    Case {
        code: Code::DefinitionDiffers,
        found: [
            indicators("1|Tỷ lệ trường mầm non, phổ thông công lập đạt chuẩn quốc gia|%|85|Sở GDĐT"),
            indicators("1|Tỷ lệ trường học các cấp đạt chuẩn quốc gia|%|85|Sở GDĐT"),
        ],
        near_miss: [
            indicators("1|Tỷ lệ lao động đã qua đào tạo|%|80|Sở Nội vụ"),
            indicators("1|Tỷ lệ lao động qua đào tạo|%|80|Sở Nội vụ"),
        ],
    },
    Case {
        code: Code::UnitDiffers,
        found: [
            indicators("1|Lực lượng lao động|1.000 lao động|4.373|Sở Nội vụ"),
            indicators("1|Lực lượng lao động|Lao động|4.373|Sở Nội vụ"),
        ],
        near_miss: [
            indicators("1|Lực lượng lao động|1.000 lao động|4.373|Sở Nội vụ"),
            indicators("1|Lực lượng lao động|Lao động|4.373.000|Sở Nội vụ"),
        ],
    },
    Case {
        code: Code::ReportingBodyDiffers,
        found: [
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở Nông nghiệp và Môi trường"),
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở Xây dựng"),
        ],
        near_miss: [
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở Nông nghiệp và Môi trường"),
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT"),
        ],
    },
    Case {
        code: Code::DuplicateTask,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng 05 khu nông nghiệp công nghệ cao kết hợp du lịch sinh thái|Sở NN&MT||Năm 2027\n\
                 2|Xây dựng 05 khu nông nghiệp công nghệ cao kết hợp du lịch sinh thái|Sở Du lịch||Năm 2027",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "1|Thành lập Quỹ Phát triển khoa học và công nghệ Thành phố|Sở KH&CN||Năm 2027\n\
                 2|Thành lập Quỹ Đầu tư mạo hiểm Thành phố|Sở KH&CN||Năm 2027",
            ),
        ],
    },
    Case {
        code: Code::DuplicateIndicator,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT\n2|Mật độ dân số|Người/km²|90|Sở Y tế\n3|Tỷ lệ che phủ rừng|%|7|Sở NN&MT",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT\n2|Mật độ dân số|Người/km²|90|Sở Y tế\n3|Tỷ lệ che phủ rừng phòng hộ|%|7|Sở NN&MT",
            ),
        ],
    },
    Case {
        code: Code::TaskAgainstIndicator,
        found: [
            tasks(BRIDGE),
            indicators("1|Diện tích cây xanh đô thị bình quân|M²/người|10-12|Sở Xây dựng")
                .tasks("1|Phát triển công viên; diện tích cây xanh đô thị 15 m²/người|Sở Xây dựng||Năm 2030"),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators("1|Diện tích cây xanh đô thị bình quân|M²/người|10-12|Sở Xây dựng")
                .tasks("1|Phát triển công viên; diện tích cây xanh đô thị 12 m²/người|Sở Xây dựng||Năm 2030"),
        ],
    },
    Case {
        code: Code::TextAgainstTask,
        found: [
            tasks(BRIDGE),
            tasks("1|Phát triển du lịch để thu hút 12 triệu lượt khách quốc tế|Sở Du lịch||Năm 2030")
                .body("Thành phố phát triển du lịch để thu hút 15 triệu lượt khách quốc tế."),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks("1|Phát triển du lịch để thu hút 12 triệu lượt khách quốc tế|Sở Du lịch||Năm 2030")
                .body("Thành phố phát triển du lịch để thu hút 12 triệu lượt khách quốc tế."),
        ],
    },
    Case {
        code: Code::ColumnDisplaced,
        found: [
            tasks(
                "1|Cải tạo ô nhiễm môi trường sông Tô Lịch|Đảng ủy UBND Thành phố|Sở Văn hóa và Thể thao|Năm 2027\n\
                 2|Phát triển xe buýt điện|Đảng ủy UBND Thành phố|Sở Văn hóa và Thể thao|Năm 2028",
            ),
            tasks(
                "1|Cải tạo ô nhiễm môi trường sông Tô Lịch|Sở Nông nghiệp và Môi trường||Năm 2027\n\
                 2|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
        near_miss: [
            tasks(
                "1|Cải tạo ô nhiễm môi trường sông Tô Lịch|Đảng ủy UBND Thành phố|Sở NN&MT, Sở Văn hóa và Thể thao|Năm 2027\n\
                 2|Phát triển xe buýt điện|Đảng ủy UBND Thành phố|Sở Xây dựng, Sở Văn hóa và Thể thao|Năm 2028",
            ),
            tasks(
                "1|Cải tạo ô nhiễm môi trường sông Tô Lịch|Sở Nông nghiệp và Môi trường||Năm 2027\n\
                 2|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
    },
    Case {
        code: Code::CitationDiffers,
        found: [
            tasks(BRIDGE).body("Thực hiện Kế hoạch số 355-KH/TU ngày 25/7/2025 của Thành ủy."),
            tasks(BRIDGE).body("Thực hiện Kế hoạch số 355-KH/TU ngày 23/7/2025 của Thành ủy."),
        ],
        near_miss: [
            tasks(BRIDGE).body("Thực hiện Nghị quyết số 15-NQ/TW ngày 05/5/2025 của Bộ Chính trị."),
            tasks(BRIDGE).body("Thực hiện Nghị quyết số 15-NQ/TU ngày 23/7/2025 của Thành ủy."),
        ],
    },
    Case {
        code: Code::BodySpelledVariously,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng cầu Tứ Liên|Sở NN&MT||Năm 2027\n\
                 2|Bảo tồn hồ Tây|Sở Nông nghiệp và Môi trường||Năm 2027",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 2|Bảo tồn hồ Tây|Đảng ủy Sở Xây dựng||Năm 2027",
            ),
        ],
    },
    Case {
        code: Code::AnnouncedCountDiffers,
        found: [
            tasks(BRIDGE),
            tasks(THREE).body("Tập trung thực hiện 04 nhiệm vụ cụ thể."),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(THREE).body("Tập trung thực hiện khoảng 04 nhiệm vụ cụ thể."),
        ],
    },
    Case {
        code: Code::SumDiffers,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|Cơ cấu kinh tế|%|100|Thống kê\n\
                 -|Dịch vụ|%|65,0|Thống kê\n\
                 -|Công nghiệp và xây dựng|%|24,0|Thống kê\n\
                 -|Nông nghiệp|%|12,0|Thống kê",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Cơ cấu kinh tế|%|100|Thống kê\n\
                 -|Dịch vụ|%|65,0|Thống kê\n\
                 -|Công nghiệp và xây dựng|%|24,0|Thống kê\n\
                 -|Nông nghiệp|%|11,1|Thống kê",
            ),
        ],
    },
    Case {
        code: Code::SumDiffers,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|Số căn nhà ở xã hội hoàn thành|Căn nhà|57.000|Sở Xây dựng\n\
                 -|Nhà ở cho thuê|Căn nhà|20.000|Sở Xây dựng\n\
                 -|Nhà ở để bán|Căn nhà|36.000|Sở Xây dựng",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Số căn nhà ở xã hội hoàn thành|Căn nhà|57.000|Sở Xây dựng\n\
                 -|Trong đó: Nhà ở cho thuê|Căn nhà|20.000|Sở Xây dựng\n\
                 -|Nhà ở để bán|Căn nhà|36.000|Sở Xây dựng",
            ),
        ],
    },
    Case {
        code: Code::UnitDoubtful,
        found: [
            tasks(BRIDGE),
            indicators("1|Chỉ số phát triển con người (HDI)|%|0,88|Thống kê"),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators("1|Chỉ số giá tiêu dùng (CPI)|%|0,88|Thống kê"),
        ],
    },
    Case {
        code: Code::NumberFormat,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|GRDP bình quân đầu người|USD|12,000|Thống kê\n\
                 2|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Hệ số sử dụng đất|Lần|12,000|Sở Xây dựng\n\
                 2|Hệ số mật độ đường|Lần|6,225|Sở Xây dựng",
            ),
        ],
    },
    Case {
        code: Code::FootnoteChangesPeriod,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|Thu nhập bình quân *|Triệu đồng|14,5|Thống kê\n\
                 2|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT\n\
                 Ghi chú *: Số liệu năm 2024",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Thu nhập bình quân *|Triệu đồng|14,5|Thống kê\n\
                 2|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT\n\
                 Ghi chú *: Số liệu năm 2030",
            ),
        ],
    },
    Case {
        code: Code::NumberMissing,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 2|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                 4|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "I|HẠ TẦNG|||\n\
                 1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 2|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028\n\
                 II|MÔI TRƯỜNG|||\n\
                 3|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                 4|Cải tạo sông Tô Lịch|Sở NN&MT||Năm 2027",
            ),
        ],
    },
    Case {
        code: Code::NumberRepeated,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 2|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                 2|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "I|MÔI TRƯỜNG|||\n\
                 1|Cải tạo sông Tô Lịch|Sở NN&MT||Năm 2027\n\
                 2|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                 II|HẠ TẦNG|||\n\
                 1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 2|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
    },
    Case {
        code: Code::DeadlineAfterParent,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Hoàn thành các cầu qua sông Hồng:|Sở Xây dựng||Năm 2027\n\
                 -|Cầu Tứ Liên|Sở Xây dựng||Năm 2028",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "1|Hoàn thành các cầu qua sông Hồng:|Sở Xây dựng||Năm 2027\n\
                 -|Cầu Tứ Liên|Sở Xây dựng||Quý I/2027",
            ),
        ],
    },
    Case {
        code: Code::DeadlineOutOfPeriod,
        found: [tasks(BRIDGE), tasks("1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Quý IV/2025")],
        near_miss: [tasks(BRIDGE), tasks("1|Xây dựng cầu Tứ Liên|Sở Xây dựng||Quý I/2026")],
    },
    Case {
        code: Code::DeadlineMissing,
        found: [
            tasks(BRIDGE),
            tasks(
                "1|Xây dựng cầu Tứ Liên|Sở Xây dựng||\n\
                 2|Bảo tồn hồ Tây|Sở NN&MT||Năm 2027\n\
                 3|Phát triển xe buýt điện|Sở Xây dựng||Năm 2028",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks(
                "1|Hoàn thành các cầu qua sông Hồng:|Sở Xây dựng||\n\
                 -|Cầu Tứ Liên|Sở Xây dựng||Năm 2027\n\
                 -|Cầu Hồng Hà|Sở Xây dựng||Năm 2028",
            ),
        ],
    },
    Case {
        code: Code::BodyMissing,
        found: [
            tasks(BRIDGE),
            indicators(
                "1|Tuổi thọ trung bình tính từ lúc sinh|Tuổi|77|Sở Y tế\n\
                 2|Số năm sống khỏe|Tuổi|68|\n\
                 3|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT",
            ),
        ],
        near_miss: [
            tasks(BRIDGE),
            indicators(
                "1|Tuổi thọ trung bình tính từ lúc sinh|Tuổi|77|Sở Y tế\n\
                 -|Số năm sống khỏe|Tuổi|68|\n\
                 2|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT",
            ),
        ],
    },
    Case {
        code: Code::AmbiguousMatch,
        found: [
            tasks("1|Bảo tồn làng nghề truyền thống|Sở Công Thương||Năm 2027"),
            tasks(
                "1|Bảo tồn làng nghề truyền thống gốm|Sở Công Thương||Năm 2027\n\
                 2|Bảo tồn làng nghề truyền thống lụa|Sở Công Thương||Năm 2027",
            ),
        ],
        near_miss: [
            tasks("1|Bảo tồn làng nghề truyền thống gốm|Sở Công Thương||Năm 2027"),
            tasks(
                "1|Bảo tồn làng nghề truyền thống gốm|Sở Công Thương||Năm 2027\n\
                 2|Bảo tồn làng nghề truyền thống lụa|Sở Công Thương||Năm 2027",
            ),
        ],
    },
    Case {
        code: Code::TaskWithoutCounterpart,
        found: [
            tasks(BRIDGE),
            tasks("1|Thành lập Quỹ Đầu tư mạo hiểm Thành phố|Sở Tài chính||Năm 2027"),
        ],
        near_miss: [
            tasks(BRIDGE),
            tasks("7|Đầu tư xây dựng cầu Tứ Liên|Sở Xây dựng||Năm 2027"),
        ],
    },
    Case {
        code: Code::IndicatorWithoutCounterpart,
        found: [
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT"),
            indicators("1|Tuổi thọ trung bình tính từ lúc sinh|Tuổi|77|Sở Y tế"),
        ],
        near_miss: [
            indicators("1|Tỷ lệ che phủ rừng|%|6,2|Sở NN&MT"),
            indicators("9|Tỷ lệ che phủ rừng|%|7|Sở NN&MT"),
        ],
    },
];
