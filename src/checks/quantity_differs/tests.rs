//! Small texts and what their figures are to each other.

use super::*;
use crate::checks::trial::{both, program, tasks};
use crate::text::{Printed, numbers};

fn figures(text: &str) -> Vec<Counted> {
    let figures: Vec<Printed> = numbers(text).collect();
    super::figures(Printing {
        text,
        figures: &figures,
    })
}

fn printed(text: &str) -> Vec<String> {
    figures(text)
        .into_iter()
        .map(|counted| counted.figure.printed)
        .collect()
}

fn compared(left: &str, right: &str) -> (Vec<(String, String)>, Vec<String>, Vec<String>) {
    let (mut left, mut right) = (figures(left), figures(right));
    let changed = cancel(&mut left, &mut right);
    let plain = |found: Vec<Counted>| found.into_iter().map(|counted| counted.figure.number).collect();
    let changed = changed
        .into_iter()
        .map(|(l, r)| (l.figure.number, r.figure.number))
        .collect();
    (changed, plain(left), plain(right))
}

#[test]
fn figures_come_with_what_they_count() {
    assert_eq!(printed("đạt 500 bằng sáng chế quốc tế"), ["500 bằng sáng chế quốc tế"]);
    assert_eq!(printed("chôn lấp dưới 10%"), ["dưới 10%"]);
    assert_eq!(printed("diện tích cây xanh 15 m²/người; khác"), ["15 m²/người"]);
    assert_eq!(
        printed("01-02 trung tâm logistics, 01 chợ"),
        ["01-02 trung tâm logistics", "01 chợ"]
    );
    assert_eq!(printed("xây 3 cầu 2 hồ và chợ"), ["3 cầu", "2 hồ"]);
}

#[test]
fn names_and_dates_are_no_figures() {
    for text in [
        "đường Vành đai 3",
        "giai đoạn 2025-2030",
        "đến năm 2035",
        "tuyến số 2",
        "hạ tầng 5G",
        "từ 2026",
        "khởi công 2026",
    ] {
        assert_eq!(printed(text), [""; 0], "{text}");
    }
}

#[test]
fn a_figure_behind_a_word_of_another_clause_is_counted() {
    let (left, right) = (
        "phổ cập “Bình dân học vụ số”; 80% người dân",
        "phổ cập “Bình dân học vụ số”; 90% người dân",
    );
    let (changed, ..) = compared(left, right);
    assert_eq!(changed.len(), 1, "{changed:?}");
}

#[test]
fn the_same_figure_otherwise_written_cancels_out() {
    assert_eq!(
        compared("hơn 100km đường sắt", "hơn 100 km đường sắt"),
        (vec![], vec![], vec![])
    );
    assert_eq!(
        compared("khoảng 5.000 doanh nghiệp", "5.000 doanh nghiệp"),
        (vec![], vec![], vec![])
    );
}

#[test]
fn scales_and_ranges_in_words_are_those_in_figures() {
    let none = (vec![], vec![], vec![]);
    for (left, right) in [
        ("huy động 1.500 tỷ đồng", "huy động 1,5 nghìn tỷ đồng"),
        ("120 nghìn lượt khách", "120.000 lượt"),
        ("trẻ em từ 3 đến 5 tuổi", "trẻ em 3-5 tuổi"),
        ("Bảo tàng cơ sở 2", "Bảo tàng"),
        ("công viên 2.500 m2", "công viên (0,25 ha)"),
        ("nhà máy 1.500 MW", "nhà máy 1,5 GW"),
        ("mở đường 1,4 km", "mở đường 1.400 m"),
        ("tăng 50% số trạm sạc", "gấp 1,5 lần số trạm sạc"),
        ("tối thiểu 5% ngân sách", "từ 5% trở lên"),
        ("đạt tới 100% hộ dân", "đạt đến 100% hộ dân"),
        ("tăng trưởng từ 10% đến 12%/năm", "tăng trưởng 10-12%/năm"),
        ("huy động từ 2 tỷ đến 3 tỷ USD", "huy động 2 - 3 tỷ USD"),
        ("nợ xấu nhỏ hơn 3%", "nợ xấu dưới 3%"),
        ("giảm thêm 30 phút", "giảm 30 phút"),
        ("vành đai 3, vành đai 4", "vành đai 3 và 4"),
        ("theo Nghị quyết 68 về kinh tế", "theo Nghị quyết số 68-NQ/TW"),
        ("xây cầu Bến Thủy 2", "xây cầu Bến Thủy số 2"),
        ("đô thị hạng 2", "đô thị hạng II"),
        ("đợt 1 năm 2026", "đợt I năm 2026"),
        ("cây xanh 10 m2/người", "cây xanh bình quân 10 m2"),
        ("giảm 50% số vụ", "giảm một nửa số vụ"),
        ("cứng hóa hai phần ba đê", "cứng hóa 2/3 đê"),
        ("phủ sóng 102/102 xã", "phủ sóng 100% xã"),
        ("tăng gấp đôi số trạm", "tăng gấp 2 lần số trạm"),
        ("tăng gấp đôi số trạm", "tăng 100% số trạm"),
        ("tăng 1,5 lần số trạm", "gấp rưỡi số trạm"),
        ("họp 2 lần/năm", "họp mỗi năm hai lần"),
        ("họp 4 lần/năm", "họp hằng quý"),
        ("họp 2 lần", "họp 2 lần/năm"),
        ("lập 5.000 doanh nghiệp", "lập 5,000 doanh nghiệp"),
        ("lập 1,200 hộ", "lập 1200 hộ"),
        ("xây 09 cầu", "xây 09 cây cầu"),
        ("mở 100 km đường", "mở 100 ki-lô-mét đường"),
        ("thu gom 90% rác", "thu gom 90 phần trăm rác"),
        ("thu gom 90% rác", "thu gom 9O% rác"),
        ("hỗ trợ 1.000 hộ", "hỗ trợ 1.O00 hộ"),
        ("phủ sóng 5G", "phủ sóng 5 G"),
        ("còn 3% hộ nghèo", "còn dưới 3% hộ nghèo"),
        ("trong 20 ngày", "không quá 20 ngày"),
        ("thu gom 90% rác", "thu gom trên 90% rác"),
        ("cấp 200 m3/ngđ", "cấp 200 m3/ngày đêm"),
        ("lễ Quốc khánh 2/9", "lễ Quốc khánh"),
        ("quy hoạch tỷ lệ 1/2000", "quy hoạch tỷ lệ 1/500"),
        ("đến hết 6 tháng đầu năm 2027", "đến hết quý II/2027"),
    ] {
        assert_eq!(compared(left, right), none, "{left} / {right}");
    }
    let changed = |left: &str, right: &str| vec![(left.to_owned(), right.to_owned())];
    assert_eq!(compared("vay 500 triệu USD", "vay 5 tỷ USD").0, changed("500", "5"));
    assert_eq!(
        compared("nâng cấp 15 km đường", "nâng cấp 12 km đường").0,
        changed("15", "12")
    );
    assert_eq!(
        compared("gấp 2 lần so với năm 2025", "gấp 1,5 lần năm 2025").0,
        changed("2", "1,5")
    );
    assert_eq!(compared("đường cấp 3", "đường cấp 4"), none);
    assert_eq!(compared("từ 3 đến 5 tuổi", "3-6 tuổi").0, changed("3 đến 5", "3-6"));
}

#[test]
fn figures_that_allow_more_on_other_sides_are_others() {
    let changed = |left, right| {
        let (mut left, mut right) = (figures(left), figures(right));
        let pairs = cancel(&mut left, &mut right).into_iter();
        let printed = pairs.map(|(l, r)| (l.figure.printed, r.figure.printed));
        printed.collect::<Vec<_>>()
    };
    for (left, right) in [
        ("trên 10% số vụ", "dưới 10% số vụ"),
        ("ít nhất 5 mô hình", "không quá 5 mô hình"),
        ("tăng 30% nguồn thu", "giảm 30% nguồn thu"),
        ("≥ 5 xã", "≤ 5 xã"),
        ("90% hộ dân", "dưới 90% hộ dân"),
        ("5 tấn/ngày", "5 tấn/năm"),
        ("gần 100 km đường", "hơn 100 km đường"),
    ] {
        assert_eq!(changed(left, right), [(left.to_owned(), right.to_owned())]);
    }
    for (left, right) in [
        ("khoảng 5 mô hình", "ít nhất 5 mô hình"),
        ("khoảng 5 mô hình", "gần 5 mô hình"),
        ("trên 10% số vụ", "hơn 10% số vụ"),
    ] {
        assert_eq!(changed(left, right), []);
    }
}

#[test]
fn a_number_inside_a_range_may_hold_with_it() {
    let may_both_hold = |left, right| {
        let (mut left, mut right) = (figures(left), figures(right));
        let changed = cancel(&mut left, &mut right);
        changed.iter().all(|(l, r)| l.may_both_hold(r))
    };
    for (left, right) in [
        ("đạt 4-5 sao", "đạt 4 sao"),
        ("90% hộ", "dưới 90% hộ"),
        ("gần 100 km", "hơn 100 km"),
        ("trẻ dưới 6 tuổi", "trẻ 0-5 tuổi"),
        ("tăng 100% sản lượng", "200% sản lượng"),
    ] {
        assert!(
            may_both_hold(left, right) && may_both_hold(right, left),
            "{left} / {right}"
        );
    }
    for (left, right) in [
        ("đạt 4-5 sao", "đạt 3 sao"),
        ("đạt 90% hộ", "đạt dưới 90% hộ"),
        ("đạt 90% hộ", "không đạt 90% hộ"),
        ("đốt 5.000 tấn/ngày", "đốt 5.000 tấn/năm"),
        ("lập 5.000 doanh nghiệp", "lập 6,000 doanh nghiệp"),
        ("xây 09 cầu", "xây 07 cây cầu"),
        ("ít nhất 300 bác sĩ", "tối thiểu 200 bác sĩ"),
        ("5 sao", "4 sao"),
    ] {
        assert!(!may_both_hold(left, right), "{left} / {right}");
    }
}

#[test]
fn one_number_of_two_things_is_no_agreement() {
    let none = (vec![], vec![], vec![]);
    for (left, right) in [
        ("huy động 2 tỷ USD", "huy động 2 tỷ đồng"),
        ("đốt 500 tấn/ngày", "đốt 500 tấn/năm"),
        ("1.000 hộ nghèo, 500 hộ cận nghèo", "500 hộ nghèo, 1.000 hộ cận nghèo"),
    ] {
        assert_ne!(compared(left, right), none, "{left} / {right}");
    }
    assert_eq!(compared("500 doanh nghiệp", "500 DN"), none);
}

#[test]
fn what_is_counted_whole_is_paired_first() {
    let (night, farm) = ("03-05 mô hình du lịch đêm", "03-05 mô hình du lịch nông nghiệp");
    let (left, right) = ([night, farm].join("; "), [farm, "04-06 mô hình du lịch đêm"].join("; "));
    let (mut left, mut right) = (figures(&left), figures(&right));
    let [(l, r)] = &cancel(&mut left, &mut right)[..] else {
        panic!()
    };
    assert_eq!((l.figure.printed.as_str(), r.figure.number.as_str()), (night, "04-06"));
}

#[test]
fn words_may_say_a_figure() {
    let is_in_words = |figure, text| figures(figure)[0].is_in_words(text);
    assert!(is_in_words("họp 1 lần", "mỗi quý họp một lần"));
    assert!(!is_in_words("họp 1 lần", "mỗi quý họp hai lần"));
    assert!(is_in_words("cấp 100% hồ sơ", "cấp toàn bộ hồ sơ"));
    assert!(!is_in_words("cấp 90% hồ sơ", "cấp toàn bộ hồ sơ"));
    assert!(is_in_words("mở 100 km đường", "mở một trăm km đường"));
    assert!(is_in_words("gom 90% rác", "gom chín mươi phần trăm rác"));
    assert!(!is_in_words("mở 100 km đường", "mở một trăm cây"));
    assert!(is_in_words("trồng 25 vườn", "trồng hai mươi lăm vườn"));
    assert!(is_in_words("trồng 01 triệu cây", "trồng một triệu cây"));
    assert!(is_in_words("phủ sóng tại 102 xã", "phủ sóng 102/102 xã, phường"));
    assert!(!is_in_words("phủ sóng tại 102 xã", "phủ sóng 100/102 xã, phường"));
    assert!(is_in_words(
        "trường tại 3 xã",
        "trường tại các xã biên giới Ea Bung, Ia Lốp và Ia Rvê của tỉnh"
    ));
    assert!(!is_in_words(
        "trường tại 4 xã",
        "trường tại các xã biên giới Ea Bung, Ia Lốp và Ia Rvê của tỉnh"
    ));
    assert!(!is_in_words(
        "trường tại 2 xã",
        "trường tại các xã Ea Bung, vùng sâu Ia Lốp"
    ));
    assert!(!is_in_words("trồng 01 triệu cây", "trồng một nghìn cây"));
    assert!(is_in_words("lộ trình 5 năm", "lộ trình giai đoạn 2026-2030"));
    assert!(!is_in_words("lộ trình 10 năm", "lộ trình giai đoạn 2026-2030"));
}

#[test]
fn a_verb_or_a_span_before_a_figure_does_not_make_it_a_name() {
    let changed = |left: &str, right: &str| compared(left, right).0.len();
    for (left, right) in [
        ("mỗi năm 500 doanh nghiệp", "mỗi năm 800 doanh nghiệp"),
        ("mỗi tháng 2 buổi", "mỗi tháng 4 buổi"),
        ("cấp 500 giấy", "cấp 900 giấy"),
        ("nâng đến 58%", "nâng đến 55%"),
        ("di dời 2.050 căn nhà", "di dời 2.000 căn nhà"),
        ("di dời 20.000 căn nhà", "di dời 2000 căn nhà"),
    ] {
        assert_eq!(changed(left, right), 1, "{left} / {right}");
    }
    assert_eq!(changed("họp tháng 2 tại xã", "họp tháng 4 tại xã"), 0);
    assert_eq!(changed("năm 2026 đồng bộ", "năm 2027 đồng bộ"), 0);
}

#[test]
fn changed_added_and_dropped_are_told_apart() {
    let (changed, left, right) = compared("xây 10 hồ điều hòa, 3 cầu", "xây 12 hồ điều hòa; trồng 5 rừng");
    assert_eq!(changed, [("10".to_owned(), "12".to_owned())]);
    assert_eq!(left, ["3"]);
    assert_eq!(right, ["5"]);
    assert_eq!(compared("3-5 cầu", "3-6 cầu").0, [("3-5".to_owned(), "3-6".to_owned())]);
}

#[test]
fn a_figure_that_one_text_has_is_a_difference() {
    let found = |left: &str, right: &str| {
        let [left, right] = [left, right].map(|text| tasks(&format!("1\t{text} qua sông Hồng\tSở Xây dựng\t2026\n")));
        both(check, &left, &right)
            .into_iter()
            .map(|finding| finding.severity)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("Hoàn thành xây dựng 10 cầu", "Hoàn thành xây dựng cầu"),
        [Severity::Difference]
    );
    assert_eq!(
        found("Hoàn thành xây dựng cầu", "Hoàn thành xây dựng 10 cầu"),
        [Severity::Difference]
    );
    assert_eq!(found("Hoàn thành xây dựng 10 cầu", "Hoàn thành xây 10 cầu"), []);
}

#[test]
fn a_count_of_each_year_is_no_count_of_all_years() {
    let told = |left: &str, right: &str, due: [&str; 2]| {
        let [left, right] =
            [(left, due[0]), (right, due[1])].map(|(text, due)| tasks(&format!("1\t{text}\tSở Xây dựng\t{due}\n")));
        let found = both(check, &left, &right)
            .into_iter()
            .map(|finding| match finding.details {
                Details::QuantityDiffers { only_left, .. } => (finding.severity, only_left[0].printed.clone()),
                other => panic!("{other:?}"),
            });
        found.collect::<Vec<_>>()
    };
    let once = ["2028", "2028"];
    for (left, right, said) in [
        (
            "Chi 50 tỷ đồng/năm cho trạm y tế",
            "Chi 50 tỷ đồng cho trạm y tế",
            "50 tỷ đồng/năm",
        ),
        ("Trồng 5 triệu cây xanh mỗi năm", "Trồng 5 triệu cây xanh", "mỗi năm"),
    ] {
        assert_eq!(told(left, right, once), [(Severity::Difference, said.to_owned())]);
        assert_eq!(told(left, right, ["2026-2030", "Hằng năm"]), [], "{left}");
    }
    for (left, right) in [
        ("Trồng 5 triệu cây xanh mỗi năm", "Hằng năm trồng 5 triệu cây xanh"),
        ("Giảm 3% hộ nghèo mỗi năm", "Giảm 3% hộ nghèo"),
        ("Họp giao ban 2 lần/năm", "Họp giao ban 2 lần"),
    ] {
        assert_eq!(told(left, right, once), [], "{left}");
    }
}

#[test]
fn figures_contradict_where_both_cannot_hold() {
    let severity = |left: &str, right: &str, due: [&str; 2]| {
        let [left, right] =
            [(left, due[0]), (right, due[1])].map(|(text, due)| tasks(&format!("1\t{text}\tSở Công Thương\t{due}\n")));
        both(check, &left, &right).first().map(|finding| finding.severity)
    };
    for (left, right, expected) in [
        (
            "Tổ chức hội chợ thương mại vùng 2 lần/năm",
            "Tổ chức hội chợ thương mại vùng 3 lần/năm",
            Some(Severity::Contradiction),
        ),
        (
            "Nâng cấp hồ chứa nước Ea Khal dung tích 5 triệu m3",
            "Nâng cấp hồ chứa nước Ea Rớt dung tích 8 triệu m3",
            Some(Severity::Doubt),
        ),
        (
            "Hằng năm tổ chức 2 hội chợ thương mại vùng",
            "Hằng năm tổ chức 3 hội chợ thương mại vùng",
            Some(Severity::Contradiction),
        ),
        // Every quarter is four times a year; every year may be several times each.
        (
            "Tổ chức hội chợ thương mại vùng hằng quý",
            "Tổ chức hội chợ thương mại vùng 2 lần/năm",
            Some(Severity::Contradiction),
        ),
        (
            "Tổ chức hội chợ thương mại vùng hằng quý",
            "Tổ chức hội chợ thương mại vùng 4 lần/năm",
            None,
        ),
        (
            "Tổ chức hội chợ thương mại vùng hằng năm",
            "Tổ chức hội chợ thương mại vùng 2 lần/năm",
            Some(Severity::Difference),
        ),
        (
            "Tổ chức hội chợ thương mại vùng hằng năm",
            "Tổ chức hội chợ thương mại vùng",
            None,
        ),
        // So many each year, and so many in all.
        (
            "Hằng năm tổ chức 2 hội chợ thương mại vùng",
            "Tổ chức 10 hội chợ thương mại vùng",
            Some(Severity::Difference),
        ),
        (
            "Nhà máy rác Sóc Sơn công suất 500 tấn/ngày",
            "Nhà máy rác Sóc Sơn công suất 500 tấn/năm",
            Some(Severity::Contradiction),
        ),
        (
            "Thu gom rác thải nông thôn đạt dưới 90%",
            "Thu gom rác thải nông thôn đạt 90%",
            Some(Severity::Contradiction),
        ),
        (
            "Khởi công O9 cầu qua sông Đuống",
            "Khởi công 08 cầu qua sông Đuống",
            Some(Severity::Doubt),
        ),
        (
            "Xây dựng 4 khách sạn ven hồ Tây",
            "Xây dựng 3-5 khách sạn ven hồ Tây",
            Some(Severity::Difference),
        ),
        (
            "Xây dựng 4 khách sạn ven hồ Tây",
            "Xây dựng bốn khách sạn ven hồ Tây",
            None,
        ),
    ] {
        assert_eq!(severity(left, right, ["2030", "2030"]), expected, "{left} / {right}");
        assert_eq!(severity(right, left, ["2030", "2030"]), expected, "{right} / {left}");
    }
    let [earlier, later] = ["2027", "2029"].map(|year| format!("Di dời chợ đầu mối Bình Điền trong năm {year}"));
    assert_eq!(severity(&earlier, &later, ["2027", "2029"]), None);
    assert_eq!(severity(&earlier, &later, ["2030", "2030"]), Some(Severity::Difference));
}

#[test]
fn what_the_sub_rows_of_a_task_say_is_not_missing() {
    let row = |number: u32, text: &str| format!("{number}\t{text}\tSở Xây dựng\t2028\n");
    let one = tasks(&row(
        1,
        "Hoàn thành đầu tư các dự án xử lý rác: Nhà máy Khánh Sơn (công suất 1.000 tấn/ngày)",
    ));
    let told = |sub_row: &str| {
        let whole = row(1, "Hoàn thành đầu tư các dự án xử lý rác");
        let several = tasks(&format!("{whole}-\t{sub_row}\tSở Xây dựng\t2028\n"));
        let findings = both(check, &one, &several);
        findings.iter().any(|finding| finding.right[0].as_str() == "PL1.1")
    };
    assert!(!told("Nhà máy rác Khánh Sơn, công suất 1.000 tấn/ngày"));
    assert!(told("Nhà máy rác Khánh Sơn"));
}

#[test]
fn a_ward_may_do_its_share() {
    let severity = |issuer: &str| {
        let table = |issuer: &str, count: &str| {
            program(&format!(
                "{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tTrồng mới {count} cây xanh đô thị\tSở Xây dựng\t2026\n"
            ))
        };
        let (left, right) = (table(issuer, "500"), table("UBND THÀNH PHỐ HẢI PHÒNG", "5.000"));
        let findings = both(check, &left, &right);
        findings.iter().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity("UBND PHƯỜNG NGÔ QUYỀN"), [Severity::Difference]);
    assert_eq!(severity("THÀNH ỦY HẢI PHÒNG"), [Severity::Contradiction]);
}

#[test]
fn a_figure_in_another_row_of_the_same_task_is_not_left_out() {
    let whole = tasks("1\tThu hút đầu tư xây dựng: 02 trung tâm logistics, 01 chợ đầu mối nông sản\tSở Y tế\t2026\n");
    let told = |second: &str| {
        let first = "1\tThu hút đầu tư xây dựng: 02 trung tâm logistics\tSở Y tế\t2026";
        let rows = tasks(&format!("{first}\n2\t{second}\tSở Y tế\t2026\n"));
        let found = both(check, &rows, &whole).into_iter();
        found.map(|finding| finding.left[0].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(told("Thu hút đầu tư xây dựng 01 chợ đầu mối nông sản"), [""; 0]);
    // The same again with a figure more says nothing for the first.
    assert_eq!(
        told("Thu hút đầu tư xây dựng: 02 trung tâm logistics, 01 chợ"),
        ["PL1.1"]
    );
}

#[test]
fn a_part_answers_for_what_it_alone_names() {
    let whole =
        tasks("1\tXây dựng 10 hồ điều hòa tại đô thị vệ tinh; xử lý 90% nước thải sinh hoạt\tSở Xây dựng\t2026\n");
    let told = |first: &str, second: &str| {
        let parts = tasks(&format!(
            "1\t{first}\tSở Xây dựng\t2026\n2\t{second}\tSở Xây dựng\t2026\n"
        ));
        both(check, &parts, &whole).len()
    };
    let (lakes, waste) = ("hồ điều hòa tại đô thị vệ tinh", "Xử lý 90% nước thải sinh hoạt");
    assert_eq!(told(&format!("Xây dựng các {lakes}"), waste), 1);
    assert_eq!(told(&format!("Xây dựng 10 {lakes}"), waste), 0);
}

#[test]
fn a_task_split_in_two_has_a_share_of_the_figure_in_each() {
    let whole = tasks("1\tĐào tạo, bồi dưỡng 15.000 lượt lao động du lịch\tSở Y tế\t2026\n");
    let told = |rest: &str| {
        let parts = tasks(&format!(
            "1\tĐào tạo 5.000 lượt lao động ngành du lịch\tSở Y tế\t2026\n2\tBồi dưỡng nghiệp vụ cho {rest} lượt lao động ngành du lịch\tSở Y tế\t2026\n"
        ));
        crate::compare(whole.clone(), parts)
            .findings
            .iter()
            .filter(|finding| finding.code == Code::QuantityDiffers)
            .count()
    };
    assert_eq!(told("10.000"), 0);
    assert_eq!(told("9.000"), 1);
}
