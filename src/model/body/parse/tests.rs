use super::*;

/// Mentions in short: `*` a Party committee, `~` generic, `?` unknown.
fn parsed(cell: &str) -> String {
    let shown = |mention: &Mention| {
        let mark = match mention.body {
            Body::Named(_) => "",
            Body::Generic(_) => "~",
            Body::Unknown(_) => "?",
        };
        format!(
            "{}{mark}{}",
            if mention.party_committee { "*" } else { "" },
            mention.body.name()
        )
    };
    BodyTable::default()
        .parse(cell)
        .iter()
        .map(shown)
        .collect::<Vec<_>>()
        .join(" | ")
}

#[track_caller]
pub(super) fn all(cases: &[(&str, &str)]) {
    for (cell, expected) in cases {
        assert_eq!(parsed(cell), *expected, "{cell}");
    }
}

#[test]
fn lists_are_split_where_a_body_ends() {
    all(&[
        ("", ""),
        (" ; ", ""),
        ("Sở Tài chính", "Sở Tài chính"),
        ("Sở Công Thương, Sở Du lịch", "Sở Công Thương | Sở Du lịch"),
        ("Đảng ủy UBND TP; ", "*UBND Thành phố"),
        (
            "Sở NN & MT ;BQL dự án chuyên ngành",
            "Sở Nông nghiệp và Môi trường | Ban Quản lý dự án chuyên ngành",
        ),
        ("Sở Y tế và Sở Nội vụ", "Sở Y tế | Sở Nội vụ"),
        ("Viện Lúa, và Sở Nội vụ", "?Viện Lúa | Sở Nội vụ"),
        ("Sở Y tế/Sở Nội vụ", "Sở Y tế | Sở Nội vụ"),
        ("- Sở Y tế. - Sở Nội vụ TP.", "Sở Y tế | Sở Nội vụ"),
        ("Sở Văn hóa\n và Thể thao", "Sở Văn hóa và Thể thao"),
        (
            "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
            "Sở Văn hóa, Thể thao và Du lịch | Sở Y tế",
        ),
        (
            "Ban Tuyên giáo và Dân vận Thành ủy",
            "Ban Tuyên giáo và Dân vận Thành ủy",
        ),
        ("Sở Y tế thành phố Hà Nội, Sở Nội vụ TP", "Sở Y tế | Sở Nội vụ"),
    ]);
}

#[test]
fn separators_may_be_missing() {
    all(&[
        ("Sở Tài chính Các sở, ban, ngành", "Sở Tài chính | ~Các sở, ban, ngành"),
        (
            "BQL đường sắt đô thị UBND xã, phường",
            "Ban Quản lý đường sắt đô thị | ~UBND xã, phường",
        ),
        ("Sở Y tế Viện Lúa", "Sở Y tế | ?Viện Lúa"),
    ]);
}

#[test]
fn generic_names_keep_their_commas() {
    all(&[
        (
            "các sở, ban, ngành, UBND xã, phường liên quan",
            "~các sở, ban, ngành | ~UBND xã, phường liên quan",
        ),
        (
            "Sở Y tế; các cơ quan, đơn vị, xã, phường",
            "Sở Y tế | ~các cơ quan, đơn vị, xã, phường",
        ),
        (
            "các cấp ủy trực thuộc và các cơ quan liên quan",
            "~các cấp ủy trực thuộc | ~các cơ quan liên quan",
        ),
        (
            "MTTQ, các tổ chức CT-XH",
            "MTTQ Việt Nam Thành phố | ~các tổ chức CT-XH",
        ),
        ("Sở Y tế, địa phương", "Sở Y tế | ~địa phương"),
    ]);
}

#[test]
fn a_committee_stands_for_its_body() {
    all(&[
        ("Đảng ủy Sở Y tế", "*Sở Y tế"),
        ("Đảng bộ Sở NN&MT", "*Sở Nông nghiệp và Môi trường"),
        ("SNV, SXD", "Sở Nội vụ | Sở Xây dựng"),
        ("Đảng bộ Thành phố", "?Đảng bộ Thành phố"),
        (
            "Đảng bộ xã Đa Phúc; Đảng bộ các xã, phường",
            "?Đảng bộ xã Đa Phúc | ~Đảng bộ các xã, phường",
        ),
        ("Đảng uỷ UBNDTP", "*UBND Thành phố"),
        ("ĐU Sở Quy hoạch - Kiến trúc", "*Sở Quy hoạch - Kiến trúc"),
        (
            "Đảng ủy: Sở TC, Sở NV; Sở CT",
            "*Sở Tài chính | *Sở Nội vụ | Sở Công Thương",
        ),
        (
            "ĐU: Sở XD, Hoàng thành; các sở",
            "*Sở Xây dựng | *?Hoàng thành | ~các sở",
        ),
        ("Đảng ủy Sở KH&CN, Sở Nội vụ", "*Sở Khoa học và Công nghệ | Sở Nội vụ"),
        ("Đảng ủy Sở Lúa", "*?Sở Lúa"),
        ("Đảng ủy các sở, ngành liên quan", "~Đảng ủy các sở, ngành liên quan"),
        (
            "Đảng ủy các cơ quan, đơn vị; Sở Y tế",
            "~Đảng ủy các cơ quan, đơn vị | Sở Y tế",
        ),
        ("Đảng ủy các cơ quan Đảng", "Đảng ủy các cơ quan Đảng Thành phố"),
        ("Đảng ủy xã Đa Phúc", "?Đảng ủy xã Đa Phúc"),
    ]);
}

#[test]
fn a_head_noun_may_be_said_once() {
    all(&[
        ("Sở: Y tế, Công thương, UBND", "Sở Y tế | Sở Công Thương | ?UBND"),
        ("các Sở: Y tế; Nội vụ", "Sở Y tế | Sở Nội vụ"),
        ("Các sở Y tế, Nội vụ", "Sở Y tế | Sở Nội vụ"),
        (
            "Sở Y tế, Tài chính, các cơ quan",
            "Sở Y tế | Sở Tài chính | ~các cơ quan",
        ),
        ("Viện Lúa, Tài chính", "?Viện Lúa | ?Tài chính"),
    ]);
}

#[test]
fn unknown_names_stay_as_printed() {
    all(&[
        ("Sở VHHT", "?Sở VHHT"),
        ("Sở Tài chinhs", "?Sở Tài chinhs"),
        ("Sở Xây dựng - Lúa", "?Sở Xây dựng - Lúa"),
        ("UBND Thành phố Hồ Chí Minh", "?UBND Thành phố Hồ Chí Minh"),
        ("UBND phường Hoàn Kiếm; Sở Y tế", "?UBND phường Hoàn Kiếm | Sở Y tế"),
        ("Viện Lúa và Ngô, Sở Y tế", "?Viện Lúa và Ngô | Sở Y tế"),
        (
            "Ban Chỉ đạo phòng, chống lụt; Sở Y tế",
            "?Ban Chỉ đạo phòng, chống lụt | Sở Y tế",
        ),
        ("Sở Tài chính, BQL", "Sở Tài chính | ?BQL"),
    ]);
}

#[test]
fn a_name_may_go_on_behind_a_comma_or_and() {
    all(&[
        ("Cục Thông tin, Thống kê", "?Cục Thông tin, Thống kê"),
        ("Vụ Kế hoạch, Tài chính; Sở Y tế", "?Vụ Kế hoạch, Tài chính | Sở Y tế"),
        (
            "BQL dự án giao thông và thủy lợi tỉnh",
            "?BQL dự án giao thông và thủy lợi tỉnh",
        ),
        (
            "Ban QLDA dân dụng và công nghiệp tỉnh",
            "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp",
        ),
        ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND"),
        (
            "Văn phòng HĐND và UBND xã Cần Giờ",
            "?Văn phòng HĐND và UBND xã Cần Giờ",
        ),
    ]);
}

#[test]
fn another_body_behind_a_comma_or_and_is_another_mention() {
    all(&[
        ("Cục Thông tin, Sở Y tế", "?Cục Thông tin | Sở Y tế"),
        ("Cục Thông tin, Bưu điện tỉnh", "?Cục Thông tin | ?Bưu điện tỉnh"),
        (
            "Cục Thông tin, HPA",
            "?Cục Thông tin | Trung tâm Xúc tiến đầu tư, thương mại, du lịch",
        ),
        ("Cục Thông tin, Viettel", "?Cục Thông tin | ?Viettel"),
        (
            "BQL dự án giao thông và các sở",
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông | ~các sở",
        ),
        (
            "BQL dự án giao thông và đơn vị tư vấn",
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông | ?đơn vị tư vấn",
        ),
        ("Sở Y tế và bạn đọc", "Sở Y tế | ?bạn đọc"),
    ]);
}

#[test]
fn remarks_name_nobody() {
    all(&[
        (
            "các sở, ban, ngành; Sở TC tổng hợp chung",
            "~các sở, ban, ngành | Sở Tài chính",
        ),
        ("Sở TC (chủ trì), Sở Y tế", "Sở Tài chính | Sở Y tế"),
        ("Sở TC chủ trì, phối hợp với Sở Y tế", "Sở Tài chính | Sở Y tế"),
        ("Chủ trì: Sở TC; Phối hợp: Sở Y tế", "Sở Tài chính | Sở Y tế"),
        ("Sở TC Tổng hợp", "?Sở TC Tổng hợp"),
    ]);
}

#[test]
fn remarks_can_be_searched() {
    assert!(REMARKS.is_sorted());
}

#[test]
fn printed_leaves_out_what_stands_for_several() {
    let printed = |cell| {
        let bodies = BodyTable::default().parse(cell);
        bodies.iter().map(|mention| mention.printed.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        printed("Đảng ủy: Sở  NN\n&MT, Hoàng thành"),
        ["Sở NN &MT", "Hoàng thành"]
    );
    assert_eq!(printed("Đảng ủy Sở TC; Sở: Y tế"), ["Đảng ủy Sở TC", "Y tế"]);
    assert_eq!(printed("các Sở Y tế, Nội vụ"), ["Sở Y tế", "Nội vụ"]);
}
