//! What is said of deadlines.

use super::*;

#[test]
fn deadline_differs() {
    let details = |earlier: &str, months: Value| {
        json!({
            "kind": "deadline-differs", "left": "Quý III/2026", "right": "Quý IV/2028", "earlier": earlier, "months": months, "part": null,
        })
    };
    let rows: (&[&str], &[&str]) = (&["PL3.VII.2"], &["PL3.11"]);
    says(
        rows.0,
        rows.1,
        &details("left", json!(27)),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “Quý III/2026”, UBND TP Hà Nội ghi thời hạn “Quý IV/2028”; thời hạn của Đảng bộ TP Hà Nội sớm hơn 27 tháng.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “Quý III/2026”, UBND TP Hà Nội gives “Quý IV/2028”; Đảng bộ TP Hà Nội is earlier by 27 months.",
    );
    let open = message(Language::Vi, rows.0, rows.1, &details("right", Value::Null));
    assert!(
        open.ends_with("; thời hạn của Đảng bộ TP Hà Nội không có thời điểm kết thúc."),
        "{open}"
    );
    says(
        &["PL3.VII.1.a"],
        &["PL3.11"],
        &details("left", json!(1)),
        "Nhiệm vụ “Cầu Tứ Liên” (thuộc “Hoàn thành 09 cầu qua sông Hồng”), là một phần của nhiệm vụ “Xây dựng 09 cầu qua sông Hồng” của UBND TP Hà Nội: Đảng bộ TP Hà Nội ghi thời hạn “Quý III/2026”, UBND TP Hà Nội ghi thời hạn “Quý IV/2028”; thời hạn của Đảng bộ TP Hà Nội sớm hơn 1 tháng.",
        "Task “Cầu Tứ Liên” (under “Hoàn thành 09 cầu qua sông Hồng”), a part of the task “Xây dựng 09 cầu qua sông Hồng” of UBND TP Hà Nội: Đảng bộ TP Hà Nội gives the deadline “Quý III/2026”, UBND TP Hà Nội gives “Quý IV/2028”; Đảng bộ TP Hà Nội is earlier by 1 month.",
    );
}

#[test]
fn a_date_the_calendar_does_not_have_is_told_apart() {
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &json!({"kind": "deadline-differs", "left": "31/02/2027", "right": "Quý IV/2028", "earlier": null, "months": null, "no_date": "left", "part": null}),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “31/02/2027”, UBND TP Hà Nội ghi thời hạn “Quý IV/2028”; thời hạn của Đảng bộ TP Hà Nội không có trên lịch.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “31/02/2027”, UBND TP Hà Nội gives “Quý IV/2028”; the calendar has no such date as that of Đảng bộ TP Hà Nội.",
    );
}

#[test]
fn a_deadline_that_recurs_is_told_apart() {
    let details = |left: &str, right: &str, recurs: serde_json::Value| json!({"kind": "deadline-differs", "left": left, "right": right, "earlier": null, "months": null, "recurs": recurs, "part": null});
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &details("Thường xuyên", "Năm 2026", json!(["left"])),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “Thường xuyên”, UBND TP Hà Nội ghi thời hạn “Năm 2026”; Đảng bộ TP Hà Nội thực hiện thường xuyên hoặc định kỳ, UBND TP Hà Nội chỉ có một thời hạn.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “Thường xuyên”, UBND TP Hà Nội gives “Năm 2026”; the work recurs for Đảng bộ TP Hà Nội, for UBND TP Hà Nội it is due once.",
    );
    says(
        &["PL3.VII.2"],
        &["PL3.11"],
        &details("Hằng tháng", "Hằng năm", json!(["left", "right"])),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “Hằng tháng”, UBND TP Hà Nội ghi thời hạn “Hằng năm”; định kỳ thực hiện khác nhau.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “Hằng tháng”, UBND TP Hà Nội gives “Hằng năm”; the work recurs in other rhythms.",
    );
}

#[test]
fn the_stage_that_differs_is_named() {
    says(
        &["PL3.VII.2"],
        &["PL3.16"],
        &json!({"kind": "deadline-differs", "left": "Khởi công 2025; hoàn thành 2029", "right": "Khởi công 2026; hoàn thành 2029", "earlier": "left", "months": 12, "part": null, "stage": "khởi công"}),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “Khởi công 2025; hoàn thành 2029”, UBND TP Hà Nội ghi thời hạn “Khởi công 2026; hoàn thành 2029”; mốc khởi công của Đảng bộ TP Hà Nội sớm hơn 12 tháng.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “Khởi công 2025; hoàn thành 2029”, UBND TP Hà Nội gives “Khởi công 2026; hoàn thành 2029”; Đảng bộ TP Hà Nội is earlier with “khởi công” by 12 months.",
    );
}

#[test]
fn every_stage_that_differs_is_told() {
    says(
        &["PL3.VII.2"],
        &["PL3.16"],
        &json!({"kind": "deadline-differs", "left": "Khởi công 2028; hoàn thành 2029", "right": "Khởi công 2026; hoàn thành 2030", "earlier": "left", "months": 12, "part": null, "further": [{"stage": "khởi công", "earlier": "right", "months": 24}]}),
        "Nhiệm vụ “Cải tạo công viên”: Đảng bộ TP Hà Nội ghi thời hạn “Khởi công 2028; hoàn thành 2029”, UBND TP Hà Nội ghi thời hạn “Khởi công 2026; hoàn thành 2030”; thời hạn của Đảng bộ TP Hà Nội sớm hơn 12 tháng; mốc khởi công của UBND TP Hà Nội sớm hơn 24 tháng.",
        "Task “Cải tạo công viên”: Đảng bộ TP Hà Nội gives the deadline “Khởi công 2028; hoàn thành 2029”, UBND TP Hà Nội gives “Khởi công 2026; hoàn thành 2030”; Đảng bộ TP Hà Nội is earlier by 12 months; UBND TP Hà Nội is earlier with “khởi công” by 24 months.",
    );
}

#[test]
fn deadline_after_parent() {
    says(
        &["PL3.VII.1.a", "PL3.VII.1"],
        &[],
        &json!({"kind": "deadline-after-parent", "deadline": "2026-2030", "parent": "Trước 2030", "months": 12}),
        "Nhiệm vụ “Cầu Tứ Liên” (thuộc “Hoàn thành 09 cầu qua sông Hồng”) của Đảng bộ TP Hà Nội (Phụ lục 3, mục VII, số 1, ý a): thời hạn “2026-2030” muộn hơn 12 tháng so với thời hạn “Trước 2030” của cả nhiệm vụ.",
        "Task “Cầu Tứ Liên” (under “Hoàn thành 09 cầu qua sông Hồng”) of Đảng bộ TP Hà Nội (Annex 3, section VII, no. 1, row a): the deadline “2026-2030” is 12 months after the deadline “Trước 2030” of the whole task.",
    );
}
