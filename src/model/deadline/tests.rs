use serde_json::{Value, json};

use super::*;

fn bounds(text: &str) -> (String, String) {
    let deadline = Deadline::parse(text).unwrap_or_else(|| panic!("{text} is a deadline"));
    let shown = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.to_string());
    (shown(deadline.start), shown(deadline.finish))
}

fn kind(text: &str) -> &'static str {
    match Deadline::parse(text)
        .unwrap_or_else(|| panic!("{text} is a deadline"))
        .kind
    {
        DeadlineKind::By { .. } => "by",
        DeadlineKind::Until { .. } => "until",
        DeadlineKind::Before { .. } => "before",
        DeadlineKind::Period { .. } => "period",
        DeadlineKind::OpenEnded { .. } => "open-ended",
        DeadlineKind::Recurring { within: None, .. } => "recurring",
        DeadlineKind::Recurring { .. } => "recurring within",
        DeadlineKind::Conditional { when: None, .. } => "conditional",
        DeadlineKind::Conditional { .. } => "conditional dated",
        DeadlineKind::Stages { .. } => "stages",
        DeadlineKind::Several { .. } => "several",
    }
}

/// Text, kind, first day, last day; `-` where there is none.
const CELLS: &[(&str, &str, &str, &str)] = &[
    ("Quý IV/2027", "by", "2027-10-01", "2027-12-31"),
    ("QIV/2030", "by", "2030-10-01", "2030-12-31"),
    ("Quý IV /2029", "by", "2029-10-01", "2029-12-31"),
    ("Quý III/2025;", "by", "2025-07-01", "2025-09-30"),
    ("Quý I/2026", "by", "2026-01-01", "2026-03-31"),
    ("Trong quý II/2026", "by", "2026-04-01", "2026-06-30"),
    ("Quý II năm 2026", "by", "2026-04-01", "2026-06-30"),
    ("Quý 2/2026", "by", "2026-04-01", "2026-06-30"),
    ("Q4/2026", "by", "2026-10-01", "2026-12-31"),
    ("Quí IV - 2026", "by", "2026-10-01", "2026-12-31"),
    ("Tháng 4/2026", "by", "2026-04-01", "2026-04-30"),
    ("Tháng 02/2026", "by", "2026-02-01", "2026-02-28"),
    ("Tháng 6 năm 2026", "by", "2026-06-01", "2026-06-30"),
    ("T6/2026", "by", "2026-06-01", "2026-06-30"),
    ("7/2026", "by", "2026-07-01", "2026-07-31"),
    ("31/3/2026", "by", "2026-03-31", "2026-03-31"),
    ("30-6-2026", "by", "2026-06-30", "2026-06-30"),
    ("30.06.2026", "by", "2026-06-30", "2026-06-30"),
    ("2026-06-30", "by", "2026-06-30", "2026-06-30"),
    ("ngày 31 tháng 12 năm 2026", "by", "2026-12-31", "2026-12-31"),
    ("Năm 2026", "by", "2026-01-01", "2026-12-31"),
    ("2026", "by", "2026-01-01", "2026-12-31"),
    ("Trong năm 2027", "by", "2027-01-01", "2027-12-31"),
    ("Dự kiến quý IV/2026", "by", "2026-10-01", "2026-12-31"),
    ("Quý IV/2026 (dự kiến)", "by", "2026-10-01", "2026-12-31"),
    ("Năm 2026 (Quý III)", "by", "2026-01-01", "2026-12-31"),
    ("Năm 2026 (Quý III/2026)", "by", "2026-07-01", "2026-09-30"),
    ("6 tháng đầu năm 2026", "by", "2026-01-01", "2026-06-30"),
    ("6 tháng cuối năm 2026", "by", "2026-07-01", "2026-12-31"),
    ("Nửa đầu năm 2026", "by", "2026-01-01", "2026-06-30"),
    ("Đầu năm 2026", "by", "2026-01-01", "2026-03-31"),
    ("Cuối năm 2026", "by", "2026-10-01", "2026-12-31"),
    ("Thời gian hoàn thành: Quý IV/2026", "by", "2026-10-01", "2026-12-31"),
    ("Đến hết năm 2027", "until", "-", "2027-12-31"),
    ("Đến năm 2030", "until", "-", "2030-12-31"),
    ("Đến cuối năm 2027", "until", "-", "2027-12-31"),
    ("Đến hết cuối quý II/2027", "until", "-", "2027-06-30"),
    ("Đến cuối ngày 31/12/2026", "until", "-", "2026-12-31"),
    ("Hết quý II/2026", "until", "-", "2026-06-30"),
    ("Chậm nhất ngày 31/12/2026", "until", "-", "2026-12-31"),
    ("Từ nay đến hết năm 2026", "until", "-", "2026-12-31"),
    ("Trước 2030", "before", "-", "2029-12-31"),
    ("Trước năm 2030", "before", "-", "2029-12-31"),
    ("Trước IV/2026", "before", "-", "2026-09-30"),
    ("Trước IV/2028", "before", "-", "2028-09-30"),
    ("Hoàn thành trước 30/6/2026", "before", "-", "2026-06-29"),
    ("Trước ngày 15/12/2026", "before", "-", "2026-12-14"),
    ("Chậm nhất trước 30/6/2026", "before", "-", "2026-06-29"),
    ("2026-2030", "period", "2026-01-01", "2030-12-31"),
    ("2026 - 2030", "period", "2026-01-01", "2030-12-31"),
    ("2025 – 2030", "period", "2025-01-01", "2030-12-31"),
    ("Năm 2026-2027", "period", "2026-01-01", "2027-12-31"),
    ("Từ năm 2026 đến hết năm 2030", "period", "2026-01-01", "2030-12-31"),
    (
        "giai đoạn 2026 – 2030, tầm nhìn 2045",
        "period",
        "2026-01-01",
        "2030-12-31",
    ),
    ("Quý II-III/2026", "period", "2026-04-01", "2026-09-30"),
    ("Quý 2-3/2026", "period", "2026-04-01", "2026-09-30"),
    ("Tháng 3-6/2026", "period", "2026-03-01", "2026-06-30"),
    ("12/2025 - 6/2026", "period", "2025-12-01", "2026-06-30"),
    ("Quý I/2026 - Quý IV/2026", "period", "2026-01-01", "2026-12-31"),
    ("Từ ngày 1/3 đến ngày 30/6/2026", "period", "2026-03-01", "2026-06-30"),
    ("9 tháng đầu năm 2026", "period", "2026-01-01", "2026-09-30"),
    ("Năm học 2026-2027", "period", "2026-09-01", "2027-05-31"),
    ("2025 – 2030 và các năm tiếp theo", "open-ended", "2025-01-01", "-"),
    ("Năm 2026 và những năm tiếp theo", "open-ended", "2026-01-01", "-"),
    ("Từ năm 2026", "open-ended", "2026-01-01", "-"),
    ("Từ quý II/2026 trở đi", "open-ended", "2026-04-01", "-"),
    ("Từ năm học 2026-2027", "open-ended", "2026-09-01", "-"),
    ("Từ năm học 2026- 2027 trở đi", "open-ended", "2026-09-01", "-"),
    ("Sau năm 2030", "open-ended", "2031-01-01", "-"),
    ("Hàng năm", "recurring", "-", "-"),
    ("Hằng quý", "recurring", "-", "-"),
    ("Hàng tháng, quý", "recurring", "-", "-"),
    ("Thường xuyên", "recurring", "-", "-"),
    ("Thực hiện thường xuyên", "recurring", "-", "-"),
    ("Thực hiện hằng tháng, quý, 6 tháng, hằng năm", "recurring", "-", "-"),
    ("Định kỳ 6 tháng, năm", "recurring", "-", "-"),
    ("Trước ngày 15/12 hằng năm", "recurring", "-", "-"),
    ("Hằng năm (trước ngày 15/12)", "recurring", "-", "-"),
    (
        "Thực hiện thường xuyên - Năm 2026 phần đầu nâng tỷ lệ toàn trình đối với các thủ tục",
        "recurring",
        "-",
        "-",
    ),
    (
        "Thực hiện thường xuyên Hoàn thành việc rà soát, tham mưu Quy chế bổ sung, sửa đổi tháng 02/2026",
        "recurring",
        "-",
        "-",
    ),
    (
        "Thường xuyên hàng năm, giai đoạn 2025-2030",
        "recurring within",
        "2025-01-01",
        "2030-12-31",
    ),
    ("2026-2030 (hàng năm)", "recurring within", "2026-01-01", "2030-12-31"),
    (
        "Thường xuyên trong năm 2026",
        "recurring within",
        "2026-01-01",
        "2026-12-31",
    ),
    ("Năm 2026 và hàng năm", "recurring within", "2026-01-01", "-"),
    ("Theo chỉ đạo của TW", "conditional", "-", "-"),
    ("Theo tiến độ của TW", "conditional", "-", "-"),
    ("Thực hiện theo chỉ đạo của UBKT TW", "conditional", "-", "-"),
    ("Sau khi TW ban hành", "conditional", "-", "-"),
    ("Sau khi TW ban hành Quy hoạch đến năm 2030", "conditional", "-", "-"),
    (
        "Thường xuyên, theo kế hoạch của Thành phố",
        "conditional dated",
        "-",
        "-",
    ),
    (
        "Thường xuyên, giai đoạn 2026-2030 (theo chỉ đạo của TW)",
        "conditional dated",
        "2026-01-01",
        "2030-12-31",
    ),
    (
        "31/5/2026, sau khi có kết luận của Trung ương",
        "conditional dated",
        "2026-05-31",
        "2026-05-31",
    ),
    (
        "Sau khi TW ban hành, hoàn thành trong năm 2026",
        "conditional dated",
        "2026-01-01",
        "2026-12-31",
    ),
    (
        "Năm 2026 (sau khi TW ban hành danh mục VTVL)",
        "conditional dated",
        "2026-01-01",
        "2026-12-31",
    ),
    (
        "Năm 2027 (sau khi Sở Xây dựng lập Quy hoạch đến năm 2030, tầm nhìn đến năm 2050, tỷ lệ 1/10.000)",
        "conditional dated",
        "2027-01-01",
        "2027-12-31",
    ),
    (
        "Khởi công 2026; Hoàn thành QIV/2030",
        "stages",
        "2026-01-01",
        "2030-12-31",
    ),
    (
        "Khởi công Quý IV/2025; Hoàn thành Quý IV /2029",
        "stages",
        "2025-10-01",
        "2029-12-31",
    ),
    (
        "Hoàn thành trong năm 2026, đưa vào khai thác năm 2027",
        "stages",
        "2026-01-01",
        "2026-12-31",
    ),
    (
        "Hoàn thành, đưa vào khai thác năm 2027",
        "stages",
        "2027-01-01",
        "2027-12-31",
    ),
    (
        "Chuẩn bị đầu tư 2026; thi công 2027-2029",
        "stages",
        "2026-01-01",
        "2029-12-31",
    ),
    (
        "Năm 2026: khởi công; năm 2028: hoàn thành",
        "stages",
        "2026-01-01",
        "2028-12-31",
    ),
    (
        "Hoàn thành Quy hoạch 2021-2030 năm 2026",
        "stages",
        "2026-01-01",
        "2026-12-31",
    ),
    ("Trình HĐND Thành phố Quý II/2026", "stages", "2026-04-01", "2026-06-30"),
    (
        "Thí điểm triển khai năm 2026, tiếp tục triển khai những năm tiếp theo",
        "stages",
        "2026-01-01",
        "-",
    ),
    ("Năm 2027 và năm 2030", "several", "2027-01-01", "2030-12-31"),
    ("2026, 2027 và các năm tiếp theo", "several", "2026-01-01", "-"),
    ("2026, 2027", "several", "2026-01-01", "2027-12-31"),
    ("Quý II và Quý IV/2026", "several", "2026-04-01", "2026-12-31"),
    ("Trước 30/6/2026 và trước 31/12/2026", "several", "-", "2026-12-30"),
];

#[test]
fn reads_what_programs_write() {
    for &(text, expected, start, finish) in CELLS {
        assert_eq!(kind(text), expected, "{text}");
        assert_eq!(bounds(text), (start.to_owned(), finish.to_owned()), "{text}");
    }
}

#[test]
fn is_silent_about_anything_else() {
    for text in [
        "",
        " ",
        ";",
        "-",
        "abc",
        "Quyết định UBND TP",
        "Hoàn thành dự án",
        "Hoàn thành",
        "Thực hiện",
        "13/2026",
        "0/2026",
        "31/2/2026",
        "32/1/2026",
        "Quý V/2026",
        "Quý IV",
        "Quý 5/2026",
        "2030-2026",
        "20261",
        "Tháng 13/2026",
        "Trước",
        "Trước mắt",
        "Theo dõi tiến độ",
        "Sau khi",
        "Năm nay",
        "Việt Nam 2026",
        "8,5%",
        "10-12",
        "2026 2027",
        "12.000",
        "Quyết định năm 2026",
        "355-KH/TU",
        "Nhiệm vụ thường xuyên",
        "Sở Tài chính",
        "1/2",
        "2026-",
        "Sau khi TW ban hành (2026-",
        "- 2026 abc",
        "(",
        "Hàng năm tổ chức hội nghị",
        "Năm 2026 abc",
        "Quý II, III",
        "Từ 2026 đến",
        "33 năm 2026",
        "Từ năm học 2026-2028",
    ] {
        assert_eq!(Deadline::parse(text), None, "{text}");
        assert_eq!(text.parse::<Deadline>(), Err(ParseDeadlineError(text.to_owned())));
    }
}

#[test]
fn shows_one_form_that_parses_back() {
    for (text, shown) in [
        ("trong năm 2026", "Năm 2026"),
        ("QIV/2030", "Quý IV/2030"),
        ("7/2026", "Tháng 7/2026"),
        ("Trước IV/2026", "Trước quý IV/2026"),
        ("Hoàn thành trước 30/6/2026", "Trước ngày 30/6/2026"),
        ("Đến năm 2030", "Đến hết năm 2030"),
        ("2025 – 2030 và các năm tiếp theo", "2025-2030 và các năm tiếp theo"),
        ("12/2025 - 6/2026", "Tháng 12/2025 - tháng 6/2026"),
        ("Hàng tháng, quý", "Hằng tháng, hằng quý"),
        (
            "Thường xuyên hàng năm, giai đoạn 2025-2030",
            "Thường xuyên, hằng năm, giai đoạn 2025-2030",
        ),
        (
            "31/5/2026, sau khi có kết luận của Trung ương",
            "31/5/2026 (sau khi có kết luận của Trung ương)",
        ),
        ("Thực hiện theo chỉ đạo của UBKT TW", "Theo chỉ đạo của UBKT TW"),
        (
            "Khởi công 2026; Hoàn thành QIV/2030",
            "Khởi công: năm 2026; hoàn thành: quý IV/2030",
        ),
        (
            "Thí điểm triển khai năm 2026, tiếp tục triển khai những năm tiếp theo",
            "Thí điểm triển khai: năm 2026; tiếp tục triển khai: từ năm 2027",
        ),
        ("2026, 2027, Quý I/2028", "Năm 2026, năm 2027 và quý I/2028"),
        ("tHEO chỉ đạo của TW", "tHEO chỉ đạo của TW"),
        ("Thường xuyên - ,\r6", "Thường xuyên (6)"),
    ] {
        let deadline = Deadline::parse(text).unwrap();
        assert_eq!(deadline.to_string(), shown);
        assert_eq!(Deadline::parse(shown), Some(deadline));
    }
    for (text, ..) in CELLS {
        let deadline = Deadline::parse(text).unwrap();
        assert_eq!(Deadline::parse(&deadline.to_string()), Some(deadline), "{text}");
    }
}

#[test]
fn goes_to_json_and_back() {
    let json = serde_json::to_value(Deadline::parse("Quý IV/2027").unwrap()).unwrap();
    let expected = json!({
        "kind": "by", "point": "quý IV/2027", "start": "2027-10-01", "finish": "2027-12-31", "edtf": "2027-36"
    });
    assert_eq!(json, expected);
    for (text, ..) in CELLS {
        let deadline = Deadline::parse(text).unwrap();
        let json = serde_json::to_string(&deadline).unwrap();
        assert_eq!(serde_json::from_str::<Deadline>(&json).unwrap(), deadline, "{json}");
    }
}

#[test]
fn refuses_json_that_contradicts_itself() {
    for json in [
        r#"{"kind":"period","from":"năm 2030","to":"năm 2026"}"#,
        r#"{"kind":"by","point":"quý V/2026"}"#,
        r#"{"kind":"recurring","every":[],"anchor":null,"within":null,"milestone":null}"#,
        r#"{"kind":"recurring","every":["daily","daily"],"anchor":null,"within":null,"milestone":null}"#,
        r#"{"kind":"several","dates":[{"kind":"by","point":"năm 2026"}]}"#,
        r#"{"kind":"stages","stages":[]}"#,
    ] {
        assert!(serde_json::from_str::<Deadline>(json).is_err(), "{json}");
    }
}

#[test]
fn refuses_json_with_parts_that_no_cell_prints() {
    let window = json!({"kind": "by", "point": "năm 2026"});
    let endless = json!({"kind": "open-ended", "from": "năm 2027", "until": null});
    let daily = json!({"kind": "recurring", "every": ["daily"], "anchor": null, "within": null, "milestone": null});
    let condition = |when: &Value| json!({"kind": "conditional", "condition": "sau khi TW ban hành", "when": when});
    let stage = |when: &Value| json!({"label": "khởi công", "when": when});
    let recurring = |within: &Value, milestone: &Value| json!({"kind": "recurring", "every": ["daily"], "anchor": null, "within": within, "milestone": milestone});
    let several = |dates: [&Value; 2]| json!({"kind": "several", "dates": dates});
    let none = Value::Null;
    for (sound, unsound) in [
        // A period that begins, or ends, against the order of its points.
        (
            json!({"kind": "period", "from": "quý I/2026", "to": "năm 2026"}),
            json!({"kind": "period", "from": "quý II/2026", "to": "năm 2026"}),
        ),
        (
            json!({"kind": "open-ended", "from": "năm 2026", "until": "quý IV/2026"}),
            json!({"kind": "open-ended", "from": "năm 2026", "until": "quý III/2026"}),
        ),
        (recurring(&window, &none), recurring(&daily, &none)),
        (recurring(&none, &stage(&window)), recurring(&none, &stage(&daily))),
        (recurring(&window, &none), recurring(&window, &stage(&window))),
        (condition(&daily), condition(&condition(&window))),
        (
            condition(&recurring(&window, &none)),
            condition(&recurring(&none, &stage(&window))),
        ),
        (
            json!({"kind": "stages", "stages": [stage(&window)]}),
            json!({"kind": "stages", "stages": [stage(&window), stage(&daily)]}),
        ),
        (several([&window, &endless]), several([&endless, &window])),
        (
            several([&window, &window]),
            several([&recurring(&window, &none), &window]),
        ),
        (
            several([&window, &window]),
            several([&window, &recurring(&window, &none)]),
        ),
    ] {
        assert!(serde_json::from_value::<Deadline>(sound.clone()).is_ok(), "{sound}");
        assert!(
            serde_json::from_value::<Deadline>(unsound.clone()).is_err(),
            "{unsound}"
        );
    }
}

#[test]
fn reads_the_same_from_either_normal_form_and_any_blank() {
    let composed = Deadline::parse("Trước Quý IV/2026");
    assert!(composed.is_some());
    assert_eq!(
        Deadline::parse("Tru\u{31b}o\u{31b}\u{301}c Quy\u{301}\u{a0}IV\n/2026"),
        composed
    );
}

#[test]
fn mirrors_every_comparison() {
    let deadlines: Vec<_> = CELLS
        .iter()
        .map(|(text, ..)| Deadline::parse(text))
        .chain([None])
        .collect();
    for left in &deadlines {
        for right in &deadlines {
            let mirrored = match Deadline::compare(right.as_ref(), left.as_ref()) {
                DeadlineOrder::LeftEarlier { months } => DeadlineOrder::LeftLater { months },
                DeadlineOrder::LeftLater { months } => DeadlineOrder::LeftEarlier { months },
                same => same,
            };
            assert_eq!(
                Deadline::compare(left.as_ref(), right.as_ref()),
                mirrored,
                "{left:?} {right:?}"
            );
        }
    }
}

/// Every run of three words out of these, deadline or not.
#[test]
fn never_panics_and_always_parses_its_own_form() {
    const WORDS: [&str; 26] = [
        "2026",
        "2030",
        "6",
        "31/3",
        "/",
        "-",
        ",",
        ";",
        "(",
        ")",
        ":",
        "Quý",
        "IV",
        "tháng",
        "năm",
        "đầu",
        "trước",
        "đến",
        "từ",
        "và",
        "hàng",
        "thường xuyên",
        "các năm tiếp theo",
        "hoàn thành",
        "sau khi",
        "ngày",
    ];
    let mut text = String::new();
    for code in 0..WORDS.len().pow(3) {
        text.clear();
        for place in 0..3 {
            text.push_str(WORDS[code / WORDS.len().pow(place) % WORDS.len()]);
            text.push(' ');
        }
        if let Some(deadline) = Deadline::parse(&text) {
            let shown = deadline.to_string();
            assert_eq!(Deadline::parse(&shown).as_ref(), Some(&deadline), "{text}| {shown}");
        }
        let start = Deadline::longest_suffix(&text);
        assert!(
            start.is_none_or(|start| Deadline::parse(&text[start..]).is_some()),
            "{text}"
        );
    }
}
