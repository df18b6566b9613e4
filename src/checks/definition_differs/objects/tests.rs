use super::super::exchanges::exchanges;
use super::contrasts;
use crate::checks::Severity::{self, Contradiction, Difference, Doubt};
use crate::matching::Relation;
use crate::text::{Word, words};

fn told(left: &str, right: &str) -> Vec<(Severity, String, String)> {
    let [l, r] = [left, right].map(|text| words(text).collect::<Vec<Word<'_>>>());
    let told = contrasts(&exchanges(&l, &r), [left, right], Relation::Same);
    told.into_iter()
        .map(|contrast| (contrast.severity, contrast.left, contrast.right))
        .collect()
}

#[test]
fn a_verb_that_ends_the_work_is_told() {
    let ends = |other: &str| told("Phát triển nền tảng dữ liệu dùng chung của Thành phố", other).len();
    assert_eq!(ends("Dừng phát triển nền tảng dữ liệu dùng chung của Thành phố"), 1);
    assert_eq!(ends("Tiếp tục phát triển nền tảng dữ liệu dùng chung của Thành phố"), 0);
    let bags = "túi nhựa khó phân hủy trong chợ và siêu thị";
    assert_eq!(
        told(&format!("Vận động {bags}"), &format!("Vận động hạn chế {bags}")).len(),
        0
    );
}

#[test]
fn the_same_things_in_another_order_are_no_others() {
    let of = |things| format!("Xây dựng nền tảng số truy xuất nguồn gốc {things} của tỉnh");
    let told = |left, right| told(&of(left), &of(right)).len();
    assert_eq!(told("cà phê, sầu riêng", "sản phẩm sầu riêng, cà phê"), 0);
    assert_eq!(told("cà phê, sầu riêng", "sản phẩm hồ tiêu, cà phê"), 1);
}

#[test]
fn another_name_in_one_place_is_told() {
    for (left, right, names) in [
        (
            "Sáp nhập Trường Cao đẳng Sư phạm vào Trường Đại học Nghệ An",
            "Sáp nhập Trường Cao đẳng Kinh tế vào Trường Đại học Nghệ An",
            ("Sư phạm", "Kinh tế"),
        ),
        (
            "Xây dựng trường chuyên tại phường Vinh Phú",
            "Xây dựng trường chuyên tại phường Thành Vinh",
            ("Vinh Phú", "Thành Vinh"),
        ),
        (
            "Mở đường bay thẳng Vinh - Băng Cốc",
            "Mở đường bay thẳng Vinh - Viêng Chăn",
            ("Băng Cốc", "Viêng Chăn"),
        ),
    ] {
        assert_eq!(told(left, right), [(Doubt, names.0.to_owned(), names.1.to_owned())]);
    }
}

#[test]
fn another_name_in_a_short_text_is_told() {
    let of = |other: &str| told("Cải tạo sông Tô Lịch", other);
    let name = |severity, other: &str| [(severity, "Tô Lịch".to_owned(), other.to_owned())];
    assert_eq!(of("Cải tạo sông Nhuệ"), name(Doubt, "Nhuệ"));
    // Two places, and no name in one of them.
    assert_eq!(of("Nạo vét sông Nhuệ"), []);
    assert_eq!(of("Cải tạo sông nội đô"), []);
    assert_eq!(told("Thành lập Quỹ VC", "Thành lập Quỹ Đầu tư mạo hiểm"), []);
}

#[test]
fn a_figure_is_compared_with_what_multiplies_it() {
    let text = "Thành lập Quỹ đầu tư với vốn 500 tỷ đồng";
    assert_eq!(told(text, &text.replace("tỷ", "triệu")), []);
    assert_eq!(told(text, &text.replace("tỷ đồng", "nghìn USD")), []);
}

#[test]
fn how_far_a_task_reaches_and_whether_by_or_to_a_figure_differs() {
    let quoted = |left: &str, right: &str| [(Difference, left.to_owned(), right.to_owned())];
    assert_eq!(
        told(
            "Xây dựng phòng thí nghiệm cấp quốc gia",
            "Xây dựng phòng thí nghiệm cấp tỉnh"
        ),
        quoted("cấp quốc gia", "cấp tỉnh")
    );
    assert_eq!(
        told("Giảm 30% thời gian giải quyết", "Giảm còn 30% thời gian giải quyết"),
        quoted("Giảm 30%", "Giảm còn 30%")
    );
    assert_eq!(
        told(
            "Đấu giá quyền sử dụng đất đô thị",
            "Giao đất không qua đấu giá đất đô thị"
        ),
        quoted("Đấu giá", "không qua đấu giá")
    );
    let free = "Không thu phí dịch vụ công trực tuyến";
    assert_eq!(told(free, "Thu phí dịch vụ công trực tuyến")[0].0, Contradiction);
}

#[test]
fn what_is_only_looked_into_is_not_done() {
    let of = |verb: &str| {
        let other = format!("{verb} sông Kim Ngưu, sông Lừ và sông Sét");
        let told = told("Cải tạo sông Kim Ngưu, sông Lừ và sông Sét", &other);
        told.into_iter().map(|told| (told.0, told.2)).collect::<Vec<_>>()
    };
    assert_eq!(of("Nghiên cứu"), [(Difference, "Nghiên cứu sông Kim Ngưu".to_owned())]);
    assert_eq!(of("San lấp"), [(Difference, "San lấp sông Kim Ngưu".to_owned())]);
    assert_eq!(
        of("Nghiên cứu cải tạo"),
        [(Difference, "Nghiên cứu cải tạo sông Kim Ngưu".to_owned())]
    );
    assert_eq!(of("Chuẩn bị đầu tư").len(), 1);
    assert_eq!(of("Phê duyệt chủ trương cải tạo").len(), 1);
    assert_eq!(of("Xử lý"), []);
    for paper in ["Đề án", "cơ chế, chính sách"] {
        let text = format!("ây dựng {paper} quản lý sông Kim Ngưu, sông Lừ");
        assert_eq!(told(&format!("X{text}"), &format!("Nghiên cứu x{text}")), []);
    }
    let park = "Công viên phần mềm Hà Nội tại xã Đông Anh";
    let found = told(&format!("Đưa vào hoạt động {park}"), &format!("Khởi công {park}"));
    assert_eq!(found.len(), 1);
}

#[test]
fn one_object_or_two_may_be_others() {
    let trial = "Đề án thử nghiệm ứng dụng blockchain trong quản lý hồ sơ đất đai";
    let other = trial.replace("đất đai", "hộ tịch");
    let both = other.replace("blockchain", "dữ liệu lớn");
    let objects = |other: &str| told(trial, other).into_iter().map(|told| told.2).collect::<Vec<_>>();
    assert_eq!(objects(&other), ["hộ tịch"]);
    assert_eq!(objects(&both), ["dữ liệu lớn", "hộ tịch"]);
    assert_eq!(objects(&both.replace("Đề án thử nghiệm", "Phương án")), [""; 0]);
}

#[test]
fn what_is_denied_contradicts_and_what_is_contrary_differs() {
    let of = |left, right| {
        let told = told(left, right);
        assert!(told.len() < 2);
        told.into_iter().next()
    };
    let quoted = |severity, left: &str, right: &str| Some((severity, left.to_owned(), right.to_owned()));
    assert_eq!(
        of(
            "Không thành lập Quỹ đầu tư mạo hiểm",
            "Thành lập Quỹ đầu tư mạo hiểm của Thành phố"
        ),
        quoted(Contradiction, "Không thành lập Quỹ đầu tư", "Thành lập Quỹ đầu tư")
    );
    assert_eq!(
        of(
            "Phương tiện sử dụng xăng không lưu hành trong vành đai 1",
            "Phương tiện sử dụng xăng cho phép lưu hành trong vành đai 1"
        ),
        quoted(
            Contradiction,
            "không lưu hành trong vành đai",
            "cho phép lưu hành trong vành đai"
        )
    );
    assert_eq!(
        of("Hạn chế xe máy trong vành đai 3", "Hạn chế xe máy ngoài vành đai 3"),
        quoted(Difference, "trong vành đai 3", "ngoài vành đai 3")
    );
    for (left, right, quotes) in [
        (
            "Giữ nguyên Quỹ đầu tư mạo hiểm của Thành phố",
            "Giải thể Quỹ đầu tư mạo hiểm của Thành phố",
            ["Giữ nguyên Quỹ đầu tư mạo hiểm", "Giải thể Quỹ đầu tư mạo hiểm"],
        ),
        (
            "Khởi công hồ chứa nước Krông Pách Thượng",
            "Phê duyệt chủ trương đầu tư hồ chứa nước Krông Pách Thượng",
            ["Khởi công", "Phê duyệt chủ trương"],
        ),
    ] {
        assert_eq!(of(left, right), quoted(Difference, quotes[0], quotes[1]));
    }
    assert_eq!(
        of(
            "Giải thể Quỹ đầu tư mạo hiểm của Thành phố, xong quý IV",
            "Thành lập Quỹ đầu tư mạo hiểm của Thành phố"
        ),
        quoted(
            Difference,
            "Giải thể Quỹ đầu tư mạo hiểm",
            "Thành lập Quỹ đầu tư mạo hiểm"
        )
    );
    assert_eq!(
        of("Hoàn thành 09 cầu qua sông", "Khởi công 09 cầu qua sông"),
        quoted(Difference, "Hoàn thành 09 cầu qua sông", "Khởi công 09 cầu qua sông")
    );
}

#[test]
fn a_denied_opening_is_a_contradiction_however_little_follows() {
    for (left, right) in [
        ("Phát triển các công viên lớn", "Không phát triển 05 công viên lớn"),
        (
            "Đề án cải tạo, phát triển không gian xanh",
            "Không cải tạo không gian xanh",
        ),
    ] {
        let found = told(left, right);
        assert!(matches!(&found[..], [(Contradiction, ..)]), "{left} / {right}");
    }
    assert_eq!(
        told(
            "Đề án không gian ngầm đô thị mới",
            "Kế hoạch không gian ngầm đô thị mới"
        ),
        []
    );
}

#[test]
fn air_is_no_denial_and_a_figure_speaks_for_itself() {
    for (left, right) in [
        (
            "Phát triển ngành hàng hải và du lịch biển",
            "Phát triển ngành hàng không hải và du lịch biển",
        ),
        ("Bảo vệ không gian xanh của đô thị cũ", "Bảo vệ gian xanh của đô thị cũ"),
        (
            "Phấn đấu tỷ lệ hộ nghèo tăng 2% mỗi năm",
            "Phấn đấu tỷ lệ hộ nghèo giảm 2% mỗi năm",
        ),
    ] {
        assert_eq!(told(left, right), [], "{left} / {right}");
    }
}

#[test]
fn another_name_is_told_whatever_else_differs() {
    let told = told(
        "Di dời cơ sở 1 của UDIC tại Yên Xá (giai đoạn 1)",
        "Di dời cơ sở 1 của HANDICO tại Yên Xá, gồm cả kho",
    );
    assert_eq!(told, [(Doubt, "UDIC".to_owned(), "HANDICO".to_owned())]);
}

#[test]
fn a_longer_name_is_told_where_the_words_around_it_agree() {
    let text = "Sắp xếp lại TCT hạ tầng đô thị và TCT Đầu tư và phát triển nhà Hà Nội";
    let told = told(text, "Sắp xếp lại TCT hạ tầng đô thị và TCT Vận tải Hà Nội");
    assert_eq!(
        told,
        [(Doubt, "Đầu tư và phát triển nhà".to_owned(), "Vận tải".to_owned())]
    );
}

#[test]
fn one_word_for_an_acronym_and_words_that_moved_hide_no_other_object() {
    let found = told(
        "Thay các xe cũ bằng xe buýt điện tại nội đô",
        "Thay các xe cũ bằng xe buýt CNG tại nội đô",
    );
    assert_eq!(found, [(Doubt, "điện".to_owned(), "CNG".to_owned())]);
    let text = "Thu hút đầu tư: 01-02 trung tâm logistics, 01 chợ đầu mối nông sản quốc tế";
    let found = told(text, "Thu hút đầu tư: 01-02 cảng cạn, 01 chợ đầu mối quốc tế nông sản");
    assert_eq!(
        found,
        [(Doubt, "trung tâm logistics".to_owned(), "cảng cạn".to_owned())]
    );
    assert_eq!(told(text, &text.replace("nông sản quốc tế", "quốc tế nông sản")), []);
    let text = "Cơ chế, chính sách hỗ trợ đặc thù đối với cán bộ khoa học";
    assert_eq!(told(text, "Cơ chế, chính sách đặc thù hỗ trợ cán bộ khoa học"), []);
}

#[test]
fn another_object_is_told_where_nothing_else_differs() {
    let text = "Hoàn thành cơ sở dữ liệu đất đai của các xã";
    for other in [
        "Hoàn thành cơ sở dữ liệu hộ tịch của các xã",
        "Xây dựng và hoàn thành cơ sở dữ liệu hộ tịch của các xã",
        "Hòan thành cơ sở dữ liệu hộ tịch của các xã",
    ] {
        assert_eq!(told(text, other), [(Doubt, "đất đai".to_owned(), "hộ tịch".to_owned())]);
    }
    for other in [
        "Hoàn thành cơ sở dữ liệu hộ tịch của các xã miền núi phía Bắc",
        "Hoàn thành số hóa dữ liệu hộ tịch của các xã",
        "Hoàn thành cơ sở dữ liệu đất đai cho các xã",
        "Xây dựng cơ sở dữ liệu đất đai của các xã",
        "Hoàn thành cơ sở dữ liệu đất dai của các xã",
        "Hoàn thành cơ sở dữ liệu về đất đai, nhà ở của các xã",
    ] {
        assert_eq!(told(text, other), [], "{other}");
    }
}

#[test]
fn texts_that_overlap_tell_another_object_only_where_all_else_is_one() {
    let text = "Thực thi vùng phát thải thấp; phát triển hệ thống quan trắc tự động theo thời gian thực";
    let of = |other: &str| {
        let [l, r] = [text, other].map(|text| words(text).collect::<Vec<_>>());
        contrasts(&exchanges(&l, &r), [text, other], Relation::Overlap).len()
    };
    let other = text.replace("phát thải thấp", "hạn chế xe");
    assert_eq!(of(&other), 1);
    assert_eq!(of(&other.replace("thời gian thực", "từng tháng")), 0);
}

#[test]
fn another_object_of_one_count_is_told() {
    let of = |object: &str| {
        let other = format!("Hoàn thành 09 {object} qua sông Hồng, sông Đuống, sông Tích");
        let told = told("Hoàn thành 09 cầu qua sông Hồng, sông Đuống, sông Tích", &other);
        told.into_iter().map(|told| told.2).collect::<Vec<_>>()
    };
    for object in ["hầm", "hầm chui cho người đi bộ và xe"] {
        assert_eq!(of(object), [object]);
    }
    // Two known units; more words; more of them than around it.
    for object in [
        "chợ",
        "cầu vượt",
        "cây cầu",
        "hầm chui cho người đi bộ, xe đạp và xe thô sơ",
    ] {
        assert_eq!(of(object), [""; 0], "{object}");
    }
}

#[test]
fn blanks_marks_and_figures_elsewhere_hide_no_other_object() {
    assert_eq!(
        told(
            "Hoàn thành hơn 100km đường sắt đô thị",
            "Khởi công hơn 100 km đường sắt đô thị"
        ),
        [(
            Difference,
            "Hoàn thành hơn 100km đường sắt đô".to_owned(),
            "Khởi công hơn 100 km đường sắt".to_owned()
        )]
    );
    assert_eq!(
        told(
            "Xây dựng các hồ điều hòa; xử lý toàn bộ nước thải đô thị",
            "Xây dựng 10 hồ điều hòa; xử lý toàn bộ nước thải công nghiệp"
        ),
        [(Doubt, "đô thị".to_owned(), "công nghiệp".to_owned())]
    );
}

#[test]
fn other_wording_and_other_spelling_are_no_other_name() {
    for (left, right) in [
        (
            "Nâng cấp Cảng hàng không Liên Khương đạt cấp 4E",
            "Nâng cấp Cảng hàng không Liên Khương lên cấp 4E",
        ),
        (
            "Rà soát quy chuẩn kỹ thuật quốc gia ngành Xây dựng",
            "Rà soát quy chuẩn kỹ thuật quốc gia lĩnh vực xây dựng",
        ),
        ("Cải tạo chợ đầu mối Bình Điền", "Nâng cấp chợ đầu mối Bình Điền"),
        (
            "Mở rộng cơ sở ĐHQG tại Hòa Lạc",
            "Mở rộng cơ sở Đại học Quốc gia tại Hòa Lạc",
        ),
        ("Cải tạo công viên hồ Bảy Mẫu", "Cải tạo công viên hồ Bẩy Mẫu"),
        (
            "Hạ tầng KCN tại phường Vinh Phú",
            "Hạ tầng Khu công nghiệp tại phường Vinh Phú",
        ),
        (
            "Xây dựng trường học tại Vinh Phú",
            "Xây dựng trường học tại Vinh Phú và Thành Vinh",
        ),
        ("Tắt sóng mạng 2G trên toàn tỉnh", "Tắt sóng mạng 3G trên toàn tỉnh"),
        (
            "Hợp tác với Nhật Bản, Hàn Quốc về nhân lực",
            "Hợp tác với Hàn Quốc, Nhật Bản về nhân lực",
        ),
        (
            "Kế hoạch cải cách hành chính của UBND Thành phố",
            "Kế hoạch cải cách hành chính của Ủy ban nhân dân Thành phố",
        ),
        ("Huy động vốn đầu tư bằng USD", "Huy động vốn đầu tư bằng đô la Mỹ"),
        ("Nâng cấp trạm lên an toàn cấp II", "Nâng cấp trạm lên an toàn cấp III"),
        ("Xây cầu Đuống", "Xây cầu Tứ Liên"),
        ("Cải tạo sông Nhuệ", "Cải tạo sông Nhuệ (đoạn qua Hà Đông)"),
        (
            "Giữ tỷ lệ nợ xấu không quá 3% tổng dư nợ",
            "Giữ tỷ lệ nợ xấu tối đa 3% tổng dư nợ",
        ),
        (
            "Giữ tỷ lệ nợ xấu dưới 3% tổng dư nợ",
            "Giữ tỷ lệ nợ xấu tối đa 3% tổng dư nợ",
        ),
        (
            "Cải tạo các sông: Kim Ngưu, Lừ, Sét, Nhuệ",
            "Cải tạo các sông: Kim Ngưu, sông Lừ và sông Sét, Nhuệ",
        ),
        (
            "Thực hiện Đề án thí điểm cấp giấy phép xây dựng",
            "Thực hiện Đề án thử nghiệm cấp giấy phép xây dựng",
        ),
    ] {
        assert_eq!(told(left, right), [], "{left} / {right}");
    }
}
