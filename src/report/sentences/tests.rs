//! Every kind of finding, in both languages, on the sample programs.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use super::super::context::Context;
use super::super::{Language, sample};
use super::*;
use crate::model::RowId;

mod deadlines;

/// The sentence of a finding with these rows and details.
fn message(language: Language, left: &[&str], right: &[&str], details: &Value) -> String {
    let comparison = sample::comparison();
    let finding = sample::finding(&json!({
        "code": details["kind"], "severity": "note", "left": left, "right": right, "details": details, "evidence": [],
    }));
    Context::new(&comparison, language).message(&finding)
}

#[track_caller]
fn says(left: &[&str], right: &[&str], details: &Value, vi: &str, en: &str) {
    assert_eq!(message(Language::Vi, left, right, details), vi);
    assert_eq!(message(Language::En, left, right, details), en);
}

#[test]
fn target_differs() {
    let details = |relation: &str, right: &str| {
        json!({
            "kind": "target-differs", "left": "≥ 10", "left_unit": "M²/người", "right": right, "right_unit": "M²/người", "relation": relation,
        })
    };
    let rows: (&[&str], &[&str]) = (&["PL1.33"], &["PL2.B.8"]);
    says(
        rows.0,
        rows.1,
        &details("right-inside-left", "10-12"),
        "Chỉ tiêu “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội đặt ≥ 10 M²/người, UBND TP Hà Nội đặt 10-12 M²/người; mức của UBND TP Hà Nội nằm trong mức của Đảng bộ TP Hà Nội.",
        "Indicator “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội sets ≥ 10 M²/người, UBND TP Hà Nội sets 10-12 M²/người; the target of UBND TP Hà Nội lies inside that of Đảng bộ TP Hà Nội.",
    );
    let empty = message(Language::Vi, rows.0, rows.1, &details("not-comparable", ""));
    assert!(
        empty.contains("UBND TP Hà Nội không ghi giá trị; hai mức không so sánh được với nhau."),
        "{empty}"
    );
    let disjoint = message(Language::Vi, rows.0, rows.1, &details("disjoint", "8"));
    assert!(
        disjoint.ends_with("; không thể đồng thời đạt cả hai mức."),
        "{disjoint}"
    );
}

#[test]
fn a_pair_with_two_names_carries_both() {
    says(
        &["PL1.15"],
        &["PL2.A.11"],
        &json!({"kind": "unit-differs", "left": "1.000 lao động", "right": "Lao động"}),
        "Chỉ tiêu “Lao động” (UBND TP Hà Nội: “Lực lượng lao động”): Đảng bộ TP Hà Nội ghi đơn vị tính “1.000 lao động”, UBND TP Hà Nội ghi đơn vị tính “Lao động”; cùng ghi giá trị 4.373.",
        "Indicator “Lao động” (UBND TP Hà Nội: “Lực lượng lao động”): Đảng bộ TP Hà Nội gives the unit “1.000 lao động”, UBND TP Hà Nội gives the unit “Lao động”; both print the value 4.373.",
    );
}

#[test]
fn definition_and_reporting_body_differ() {
    says(
        &["PL1.33"],
        &["PL2.B.8"],
        &json!({"kind": "definition-differs", "only_left": ["mầm non", "công lập"], "only_right": []}),
        "Chỉ tiêu “Diện tích cây xanh đô thị bình quân”: hai chương trình xác định nội dung chỉ tiêu khác nhau; chỉ Đảng bộ TP Hà Nội nêu “mầm non” và “công lập”.",
        "Indicator “Diện tích cây xanh đô thị bình quân”: the two programs define the indicator differently; only Đảng bộ TP Hà Nội has “mầm non” and “công lập”.",
    );
    says(
        &["PL1.33"],
        &["PL2.B.8"],
        &json!({"kind": "reporting-body-differs", "left": ["Sở Du lịch", "Sở Xây dựng"], "right": ["Sở Xây dựng"], "shared": ["Sở Xây dựng"]}),
        "Chỉ tiêu “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội ghi thêm Sở Du lịch ở cột cơ quan chủ trì; cả hai chương trình cùng ghi Sở Xây dựng.",
        "Indicator “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội also names Sở Du lịch as reporting body; both programs name Sở Xây dựng.",
    );
    says(
        &["PL1.33"],
        &["PL2.B.8"],
        &json!({"kind": "reporting-body-differs", "left": ["Sở Du lịch"], "right": ["Sở Y tế"], "shared": []}),
        "Chỉ tiêu “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội ghi Sở Du lịch ở cột cơ quan chủ trì, UBND TP Hà Nội ghi Sở Y tế ở cột cơ quan chủ trì.",
        "Indicator “Diện tích cây xanh đô thị bình quân”: Đảng bộ TP Hà Nội names Sở Du lịch as reporting body, UBND TP Hà Nội names Sở Y tế as reporting body.",
    );
}

#[test]
fn lead_body_and_quantity_differ() {
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &json!({"kind": "lead-body-differs", "left": ["Sở Y tế", "Sở Nội vụ"], "right": ["Sở Xây dựng"]}),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội giao Sở Y tế và Sở Nội vụ; UBND TP Hà Nội giao Sở Xây dựng.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội assigns it to Sở Y tế and Sở Nội vụ; UBND TP Hà Nội assigns it to Sở Xây dựng.",
    );
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &json!({"kind": "lead-body-differs", "left": ["Sở Giao thông vận tải"], "right": ["Sở Xây dựng"], "succession": {"former": "Sở Giao thông vận tải", "successor": "Sở Xây dựng", "how": "merged"}}),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội giao Sở Giao thông vận tải; UBND TP Hà Nội giao Sở Xây dựng (Sở Giao thông vận tải đã hợp nhất vào Sở Xây dựng năm 2025).",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội assigns it to Sở Giao thông vận tải; UBND TP Hà Nội assigns it to Sở Xây dựng (Sở Giao thông vận tải was merged into Sở Xây dựng in 2025).",
    );
    let figure = |printed: &str| json!({"printed": printed, "number": ""});
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &json!({
            "kind": "quantity-differs", "changed": [[figure("05 khu"), figure("06 khu")]],
            "only_left": [figure("25.000 m³")], "only_right": [figure("10 tập đoàn"), figure("500 triệu USD")],
        }),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội nêu “05 khu”, UBND TP Hà Nội nêu “06 khu”; chỉ Đảng bộ TP Hà Nội nêu “25.000 m³”; chỉ UBND TP Hà Nội nêu “10 tập đoàn” và “500 triệu USD”.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội says “05 khu”, UBND TP Hà Nội says “06 khu”; only Đảng bộ TP Hà Nội says “25.000 m³”; only UBND TP Hà Nội says “10 tập đoàn” and “500 triệu USD”.",
    );
}

#[test]
fn a_party_committee_is_named_as_such_where_the_row_means_it() {
    let mut comparison = sample::comparison();
    let mention = |name: &str, party_committee: bool| crate::model::Mention {
        printed: name.to_owned(),
        body: crate::model::Body::Named(name.to_owned()),
        party_committee,
    };
    Arc::make_mut(&mut comparison.left).tasks[2].lead_bodies =
        vec![mention("Sở Y tế", true), mention("Sở Nội vụ", false)].into();
    Arc::make_mut(&mut comparison.right).tasks[0].lead_bodies = vec![mention("Sở Y tế", false)].into();
    let finding = sample::finding(&json!({
        "code": "lead-body-differs", "severity": "difference", "left": ["PL3.VII.2"], "right": ["PL3.11"],
        "details": {"kind": "lead-body-differs", "left": ["Sở Y tế", "Sở Nội vụ"], "right": ["Sở Y tế"]}, "evidence": [],
    }));
    assert_eq!(
        comparison.message(&finding, Language::Vi),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội giao Đảng ủy Sở Y tế và Sở Nội vụ chủ trì; UBND TP Hà Nội giao Sở Y tế chủ trì."
    );
}

#[test]
fn near_duplicates_cut_at_the_same_words_are_told_apart_by_their_places() {
    let mut comparison = sample::comparison();
    let long = "Hoàn thành khu công nghệ cao ".repeat(6);
    Arc::make_mut(&mut comparison.right).tasks[1].text.text = format!("{long}một");
    Arc::make_mut(&mut comparison.right).tasks[2].text.text = format!("{long}hai");
    let finding = sample::finding(&json!({
        "code": "duplicate-task", "severity": "doubt", "left": [], "right": ["PL3.16", "PL3.18"],
        "details": {"kind": "duplicate-task", "exact": false, "fields": ["text"]}, "evidence": [],
    }));
    let message = comparison.message(&finding, Language::Vi);
    assert!(
        message.starts_with(
            "UBND TP Hà Nội có 2 nhiệm vụ gần như trùng nhau: Phụ lục 3, số 16 và Phụ lục 3, số 18 cùng mở đầu bằng “Hoàn thành"
        ),
        "{message}"
    );
}

#[test]
fn without_counterpart() {
    says(
        &[],
        &["PL3.16"],
        &json!({"kind": "task-without-counterpart", "nearest": "PL3.VII.1.a"}),
        "Nhiệm vụ “Phát triển doanh nghiệp” của UBND TP Hà Nội (Phụ lục 3, số 16) không có nhiệm vụ tương ứng trong chương trình của Đảng bộ TP Hà Nội; gần nhất là “Cầu Tứ Liên” (thuộc “Hoàn thành 09 cầu qua sông Hồng”) (Phụ lục 3, mục VII, số 1, ý a).",
        "Task “Phát triển doanh nghiệp” of UBND TP Hà Nội (Annex 3, no. 16) has no counterpart among the tasks of Đảng bộ TP Hà Nội; the nearest is “Cầu Tứ Liên” (under “Hoàn thành 09 cầu qua sông Hồng”) (Annex 3, section VII, no. 1, row a).",
    );
    says(
        &["PL1.15.a"],
        &[],
        &json!({"kind": "indicator-without-counterpart", "nearest": null}),
        "Chỉ tiêu “Dịch vụ” (ghi dưới “Lao động”) của Đảng bộ TP Hà Nội (Phụ lục 1, số 15, ý a) không có chỉ tiêu tương ứng trong chương trình của UBND TP Hà Nội.",
        "Indicator “Dịch vụ” (under “Lao động”) of Đảng bộ TP Hà Nội (Annex 1, no. 15, row a) has no counterpart among the indicators of UBND TP Hà Nội.",
    );
}

#[test]
fn ambiguous_match() {
    let details = json!({"kind": "ambiguous-match", "candidates": [["PL3.16", 812], ["PL3.18", 812]]});
    says(
        &["PL3.VII.2"],
        &["PL3.16", "PL3.18"],
        &details,
        "Nhiệm vụ “Cải tạo công viên” của Đảng bộ TP Hà Nội (Phụ lục 3, mục VII, số 2) có thể tương ứng với nhiều nhiệm vụ của UBND TP Hà Nội: “Phát triển doanh nghiệp” (Phụ lục 3, số 16) và “Phát triển doanh nghiệp” (Phụ lục 3, số 18); cần người đối chiếu xác định.",
        "Task “Cải tạo công viên” of Đảng bộ TP Hà Nội (Annex 3, section VII, no. 2) fits several tasks of UBND TP Hà Nội alike: “Phát triển doanh nghiệp” (Annex 3, no. 16) and “Phát triển doanh nghiệp” (Annex 3, no. 18); a reader must decide.",
    );
}

#[test]
fn duplicate_task() {
    says(
        &[],
        &["PL3.16", "PL3.18"],
        &json!({"kind": "duplicate-task", "exact": true, "fields": ["product", "deadline"]}),
        "UBND TP Hà Nội ghi 2 lần nhiệm vụ “Phát triển doanh nghiệp”: Phụ lục 3, số 16 và Phụ lục 3, số 18; khác nhau ở sản phẩm và thời hạn (“2030” và “2028”).",
        "UBND TP Hà Nội has the task “Phát triển doanh nghiệp” 2 times: Annex 3, no. 16 and Annex 3, no. 18; they differ in product and deadline (“2030” and “2028”).",
    );
    let same = message(
        Language::Vi,
        &[],
        &["PL3.16", "PL3.18"],
        &json!({"kind": "duplicate-task", "exact": true, "fields": []}),
    );
    assert!(
        same.ends_with("; các cột còn lại không khác nhau về nội dung."),
        "{same}"
    );
    let near = message(
        Language::Vi,
        &["PL3.VII.1", "PL3.VII.2"],
        &[],
        &json!({"kind": "duplicate-task", "exact": false, "fields": ["text"]}),
    );
    assert_eq!(
        near,
        "Đảng bộ TP Hà Nội có 2 nhiệm vụ gần như trùng nhau: “Hoàn thành 09 cầu qua sông Hồng” (Phụ lục 3, mục VII, số 1) và “Cải tạo công viên” (Phụ lục 3, mục VII, số 2); khác nhau ở nội dung."
    );
}

#[test]
fn text_against_task() {
    let figure = |printed: &str, number: &str| json!({"printed": printed, "number": number});
    says(
        &[],
        &["PL3.16"],
        &json!({
            "kind": "text-against-task",
            "passage": {"side": "right", "row": null, "text": "phát triển 200 doanh nghiệp"},
            "changed": [[figure("200 doanh nghiệp", "200"), figure("300 doanh nghiệp", "300")]],
        }),
        "Phần lời của UBND TP Hà Nội ghi “phát triển 200 doanh nghiệp”, nhiệm vụ tại Phụ lục 3, số 16 ghi khác: “200 doanh nghiệp” và “300 doanh nghiệp”.",
        "The body text of UBND TP Hà Nội says “phát triển 200 doanh nghiệp”, the task at Annex 3, no. 16 says otherwise: “200 doanh nghiệp” and “300 doanh nghiệp”.",
    );
}

#[test]
fn a_footnote_that_names_a_year_stands_beside_the_target() {
    let table = |mark: &str, value: u32, footnote: &str| {
        format!(
            "TT\tChỉ tiêu\tĐơn vị\t2030\tChủ trì báo cáo\n1\tTuổi thọ{mark}\tTuổi\t{value}\tSở Y tế\n\n{footnote}\n"
        )
    };
    let left = table("", 77, "");
    for (footnote, said) in [
        (
            "*: Số liệu năm 2024",
            "; UBND thành phố Cần Thơ có ghi chú “Số liệu năm 2024”.",
        ),
        ("Ghi chú *: Số liệu ước tính", "; không thể đồng thời đạt cả hai mức."),
    ] {
        let right = table(" *", 75, footnote);
        let messages = told(crate::Code::TargetDiffers, [PARTY, &left], [CITY, &right]);
        assert!(messages.len() == 1 && messages[0].ends_with(said), "{messages:?}");
    }
}

#[test]
fn targets_of_two_levels_may_both_be_met() {
    let table = |value: u32| {
        format!("TT\tChỉ tiêu\tĐơn vị\t2030\tChủ trì báo cáo\n1\tTrường đạt chuẩn\tTrường\t{value}\tSở Y tế\n")
    };
    let messages = told(
        crate::Code::TargetDiffers,
        [CITY, &table(120)],
        ["UBND PHƯỜNG TÂN MAI", &table(3)],
    );
    assert!(
        messages.len() == 1 && messages[0].ends_with("đặt 3 trường; hai mức khác nhau, của hai cấp."),
        "{messages:?}"
    );
}

#[test]
fn a_figure_that_means_another_is_said_beside_the_target() {
    let table = |first: &str| {
        format!(
            "TT\tChỉ tiêu\tĐơn vị\t2030\tChủ trì báo cáo\n1\tThu ngân sách\tTỷ đồng\t{first}\tSở Y tế\n2\tChi ngân sách\tTỷ đồng\t1.100,0\tSở Y tế\n"
        )
    };
    let of = |value: &str| {
        told(
            crate::Code::TargetDiffers,
            [PARTY, &table("1.203,0")],
            [CITY, &table(value)],
        )
    };
    assert!(
        of("1,200")[0].ends_with("; “1,200” hiểu là 1.200."),
        "{:?}",
        of("1,200")
    );
    assert!(of("1.200")[0].ends_with("; không thể đồng thời đạt cả hai mức."));
}

#[test]
fn duplicate_indicator() {
    says(
        &[],
        &["PL2.B.8", "PL2.A.11"],
        &json!({"kind": "duplicate-indicator", "values": ["8", "9-10"], "units": ["%", "%"], "relation": "disjoint", "period": "2027"}),
        "UBND TP Hà Nội ghi 2 lần chỉ tiêu “Diện tích cây xanh đô thị bình quân”, năm 2027: Phụ lục 2, mục B, số 8 đặt 8%, Phụ lục 2, mục A, số 11 đặt 9-10%; không thể đồng thời đạt cả hai mức.",
        "UBND TP Hà Nội has the indicator “Diện tích cây xanh đô thị bình quân” 2 times, 2027: Annex 2, section B, no. 8 sets 8%, Annex 2, section A, no. 11 sets 9-10%; no value meets both targets.",
    );
}

#[test]
fn every_word_exists_once_in_every_language() {
    for language in Language::ALL {
        let words = language.catalogue();
        let mut headings: Vec<_> = Code::ALL.into_iter().map(|code| words.code(code)).collect();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), Code::ALL.len());
        assert!(
            headings
                .iter()
                .all(|heading| !heading.is_empty() && !heading.contains('\n'))
        );
    }
}

#[test]
fn rows_the_programs_do_not_have_are_named_by_their_id() {
    let details = json!({"kind": "lead-body-differs", "left": ["Sở Y tế"], "right": []});
    assert_eq!(
        message(Language::Vi, &["PL9.1"], &["PL9.2"], &details),
        "Nhiệm vụ “PL9.1”: Đảng bộ TP Hà Nội giao Sở Y tế; UBND TP Hà Nội không giao cơ quan cụ thể."
    );
    assert_eq!(
        message(Language::Vi, &[], &[], &details),
        "Hai chương trình: Đảng bộ TP Hà Nội giao Sở Y tế; UBND TP Hà Nội không giao cơ quan cụ thể."
    );
}

#[test]
fn a_label_that_tells_nothing_apart_is_not_used() {
    let mut comparison = sample::comparison();
    Arc::make_mut(&mut comparison.right)
        .label
        .clone_from(&comparison.left.label);
    let finding = comparison.findings[0].clone();
    let message = comparison.message(&finding, Language::Vi);
    assert!(
        message.contains("Chương trình thứ nhất đặt ≥ 10 M²/người, Chương trình thứ hai đặt"),
        "{message}"
    );
    Arc::make_mut(&mut comparison.right).label.clear();
    let message = comparison.message(&finding, Language::Vi);
    assert!(message.contains("UBND TP Hà Nội (đầy đủ) đặt 10-12"), "{message}");
}

#[test]
fn places_and_lines() {
    let place = |language: Language, id: &str| {
        let id: RowId = id.parse().unwrap();
        language.catalogue().place(&Place::new(&id, &FxHashSet::default()))
    };
    for (id, vi, en) in [
        ("PL1.13", "Phụ lục 1, số 13", "Annex 1, no. 13"),
        ("PL2.A.10", "Phụ lục 2, mục A, số 10", "Annex 2, section A, no. 10"),
        (
            "PL3.XII.C.5",
            "Phụ lục 3, mục XII, nhóm C, số 5",
            "Annex 3, section XII, group C, no. 5",
        ),
        (
            "PL3.VII.36#2",
            "Phụ lục 3, mục VII, số 36 (lần 2)",
            "Annex 3, section VII, no. 36 (occurrence 2)",
        ),
        ("PL1.1.2.e", "Phụ lục 1, số 1.2, ý e", "Annex 1, no. 1.2, row e"),
    ] {
        assert_eq!(place(Language::Vi, id), vi);
        assert_eq!(place(Language::En, id), en);
    }
    assert_eq!(
        Language::Vi.catalogue().lines(Lines { first: 12, last: 14 }),
        "dòng 12-14"
    );
    assert_eq!(Language::En.catalogue().lines(Lines::one(12)), "line 12");
}

#[test]
fn joins_values_units_and_lists() {
    assert_eq!(with_unit("10-12", "M²/người", "đơn vị tính"), "10-12 M²/người");
    assert_eq!(with_unit("80,0", "%", "đơn vị tính"), "80,0%");
    assert_eq!(with_unit("80%", "%", "đơn vị tính"), "80%");
    assert_eq!(with_unit("75 trở lên", "%", "đơn vị tính"), "75 trở lên (%)");
    assert_eq!(
        with_unit("Từ 8% trở lên", "%/năm", "đơn vị tính"),
        "từ 8% trở lên (%/năm)"
    );
    assert_eq!(
        with_unit("Giảm 30% so với 2025", "Người", "đơn vị tính"),
        "giảm 30% so với 2025 (người)"
    );
    assert_eq!(with_unit("Khoảng 76", "Tuổi", "đơn vị tính"), "khoảng 76 tuổi");
    assert_eq!(with_unit("9/10", "", "đơn vị tính"), "9/10");
    assert_eq!(
        with_unit("1.203", "1.000 tỷ đồng", "đơn vị tính"),
        "1.203 (đơn vị tính: 1.000 tỷ đồng)"
    );
    assert_eq!(with_unit("77,5", "Tuổi", "đơn vị tính"), "77,5 tuổi");
    assert_eq!(with_unit("25,0", "USD", "đơn vị tính"), "25,0 USD");
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(list(&items, " và "), "a, b và c");
    assert_eq!(list(&items[..2], " và "), "a và b");
    assert_eq!(list(&items[..1], " và "), "a");
    assert_eq!(list(&[], " và "), "");
}

/// The sentences of the findings of a kind between two programs: their
/// issuers, and the lines of their tables.
fn told(code: crate::Code, left: [&str; 2], right: [&str; 2]) -> Vec<String> {
    let program =
        |[issuer, table]: [&str; 2]| crate::read(&format!("{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\n{table}")).unwrap();
    let comparison = crate::compare(program(left), program(right));
    let findings = comparison.findings.iter().filter(|finding| finding.code == code);
    findings
        .map(|finding| comparison.message(finding, Language::Vi))
        .collect()
}

const PARTY: &str = "THÀNH ỦY CẦN THƠ";
const CITY: &str = "UBND THÀNH PHỐ CẦN THƠ";

#[test]
fn who_leads_is_told_from_who_coordinates() {
    let heading = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn";
    let table = |lead: &str, coordinating: &str| format!("{heading}\n1\tXây cầu\t{lead}\t{coordinating}\t2026\n");
    let other = table("Sở Xây dựng", "");
    let told = |lead, coordinating| {
        let left = table(lead, coordinating);
        told(crate::Code::LeadBodyDiffers, [PARTY, &left], [CITY, &other])
    };
    assert_eq!(
        told("Sở Y tế", "Công an Thành phố"),
        [
            "Nhiệm vụ “Xây cầu”: Thành ủy Cần Thơ giao Sở Y tế chủ trì, Công an Thành phố phối hợp; UBND thành phố Cần Thơ giao Sở Xây dựng chủ trì."
        ]
    );
    // Under the committee of the other issuer the body named second is in charge; the report says who leads.
    assert_eq!(
        told("Đảng ủy UBND Thành phố", "Sở Y tế"),
        [
            "Nhiệm vụ “Xây cầu”: Thành ủy Cần Thơ giao Đảng ủy UBND Thành phố chủ trì, Sở Y tế phối hợp; UBND thành phố Cần Thơ giao Sở Xây dựng chủ trì."
        ]
    );
}

#[test]
fn a_body_is_called_what_fits_its_program() {
    let table = |body: &str| format!("TT\tChỉ tiêu\tĐơn vị\t2030\tChủ trì báo cáo\n1\tDân số\tNgười\t5\t{body}\n");
    let other = table("Sở Y tế");
    let told = |issuer, body| {
        let left = table(body);
        let messages = told(crate::Code::ReportingBodyDiffers, [issuer, &left], [CITY, &other]);
        assert_eq!(messages.len(), 1, "{messages:?}");
        messages[0].clone()
    };
    for (issuer, body, called) in [
        ("THÀNH ỦY HÀ NỘI", "Cục Thống kê", "ghi Thống kê Thành phố ở cột"),
        (PARTY, "Cục Thống kê", "ghi Cục Thống kê ở cột"),
        (PARTY, "MTTQ", "ghi MTTQ Việt Nam Thành phố ở cột"),
        ("TỈNH ỦY NGHỆ AN", "MTTQ", "ghi MTTQ Việt Nam tỉnh ở cột"),
        ("BỘ Y TẾ", "MTTQ", "ghi MTTQ ở cột"),
        ("UBND XÃ CẦN GIỜ", "MTTQ", "ghi MTTQ ở cột"),
    ] {
        let message = told(issuer, body);
        assert!(message.contains(called), "{message}");
    }
}

#[test]
fn a_gap_has_no_sign() {
    let table = "TT\tChỉ tiêu\tĐơn vị\t2030\n1\tTổng vốn\tTỷ đồng\t850\n-\tVốn ngân sách\tTỷ đồng\t350\n-\tVốn khác\tTỷ đồng\t510\n";
    let messages = told(crate::Code::SumDiffers, [PARTY, table], [CITY, table]);
    assert!(messages[0].ends_with("cộng lại bằng 860, lệch 10."), "{messages:?}");
}
