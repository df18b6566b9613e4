//! The page of the sample programs: everything in it, every link leads somewhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;

use super::super::{Language, sample};
use super::*;

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[track_caller]
fn links_lead_somewhere(page: &str) {
    let ids = values(page, "id");
    let anchors: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), anchors.len(), "an id stands twice");
    for link in values(page, "href") {
        let anchor = link.strip_prefix('#').expect("a link inside the page");
        assert!(anchors.contains(anchor), "{link}");
    }
    for label in values(page, "aria-labelledby") {
        assert!(anchors.contains(label), "{label}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    for language in Language::ALL {
        links_lead_somewhere(&sample::comparison().html(language).to_string());
    }
}

#[test]
fn every_finding_pair_row_and_note_is_present() {
    let comparison = sample::comparison();
    let page = comparison.html(Language::Vi).to_string();
    for number in 1..=comparison.findings.len() {
        assert!(page.contains(&format!(" id=\"f{number}\"")), "{number}");
    }
    for finding in &comparison.findings[..3] {
        let mut message = Markup::default();
        message.text(&comparison.message(finding, Language::Vi));
        assert!(page.contains(message.as_str()), "{}", message.as_str());
    }
    let ids = values(&page, "id");
    let rows = ids.iter().filter(|id| id.starts_with("L-") || id.starts_with("R-"));
    assert_eq!(rows.count(), 4 + 3 + 3 + 2);
    assert!(page.contains("nhiệm vụ của Đảng bộ TP Hà Nội là một phần"));
    assert!(page.contains("mức của UBND TP Hà Nội nằm trong mức của Đảng bộ TP Hà Nội"));
    assert!(page.contains("(tiếp)"));
}

#[test]
fn both_rows_stand_side_by_side_with_their_differences_marked() {
    let page = sample::comparison().html(Language::Vi).to_string();
    assert!(page.contains("<mark><i>III/2026</i></mark>"));
    assert!(page.contains("<mark><i>IV/2028</i></mark>"));
    assert!(page.contains("<mark><b>10</b>-<b>12</b></mark>"));
}

#[test]
fn a_finding_is_found_by_every_body_it_or_its_rows_name() {
    let program = |issuer: &str, lead: &str, others: &str| {
        let heading = "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn";
        let row = format!("1\tXây khu công nghệ cao sinh học\t{lead}\t{others}\t2027");
        crate::read(&format!("{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\n{heading}\n{row}\n")).unwrap()
    };
    let left = program("THÀNH ỦY HÀ NỘI", "Đảng ủy UBND Thành phố", "Đảng ủy Sở Công Thương");
    let right = program("UBND THÀNH PHỐ HÀ NỘI", "Sở Y tế", "UBND Thành phố");
    let comparison = crate::compare(left, right);
    assert_eq!(comparison.findings.len(), 1);
    let page = comparison.html(Language::Vi).to_string();
    let named = values(&page, "data-body");
    assert_eq!(named[0], "Sở Công Thương|Sở Y tế|UBND Thành phố");
    for option in [
        "<option value=\"Sở Công Thương\">Đảng ủy Sở Công Thương</option>",
        "<option value=\"Sở Y tế\">Sở Y tế</option>",
        "<option value=\"UBND Thành phố\">UBND Thành phố, Đảng ủy UBND Thành phố</option>",
    ] {
        assert!(page.contains(option), "{option}");
    }
}

#[test]
fn a_body_spelled_variously_compares_no_rows() {
    let row = |number: u32, text: &str, lead: &str, others: &str| format!("{number}\t{text}\t{lead}\t{others}\t2027\n");
    let heading = "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n";
    let rows =
        row(1, "Xây cầu Tứ Liên", "Sở VH&TT", "Sở Y tế") + &row(2, "Mở lớp học", "Sở Y tế", "Sở Văn hóa và Thể thao");
    let text = format!("UBND THÀNH PHỐ HÀ NỘI\nKẾ HOẠCH\n\nPHỤ LỤC 1\n{heading}{rows}");
    let comparison = crate::compare(crate::read(&text).unwrap(), crate::read(&text).unwrap());
    let page = comparison.html(Language::Vi).to_string();
    assert!(page.contains("<mark>Sở VH&amp;TT</mark>") && page.contains("<mark>Sở Văn hóa và Thể thao</mark>"));
    assert!(!page.contains("<mark>Xây") && !page.contains("(bảng không có cột này)"));
}

#[test]
fn the_nearest_row_stands_below_the_text_and_how_alike_a_pair_is_in_percent() {
    let mut comparison = sample::comparison();
    comparison.findings.push(sample::finding(&json!({
        "code": "task-without-counterpart", "severity": "note", "left": ["PL3.VII.1"], "right": [],
        "details": {"kind": "task-without-counterpart", "nearest": "PL9.2"}, "evidence": [],
    })));
    let page = comparison.html(Language::Vi).to_string();
    assert!(page.contains("<p class=\"under\">Nội dung gần nhất ở chương trình kia: "));
    assert!(!page.contains("<th scope=\"col\">Nội dung gần nhất"));
    assert!(page.contains(" %</td>") && !page.contains("/1000"));
}

#[test]
fn text_from_a_document_is_never_markup() {
    let mut comparison = sample::comparison();
    let hostile = "</script><img src=x onerror='alert(1)'>\"&";
    Arc::make_mut(&mut comparison.left).label = hostile.to_owned();
    Arc::make_mut(&mut comparison.left).title = hostile.to_owned();
    Arc::make_mut(&mut comparison.left).notes[1].text = hostile.to_owned();
    for task in Arc::make_mut(&mut comparison.left)
        .tasks
        .iter_mut()
        .chain(&mut Arc::make_mut(&mut comparison.right).tasks)
    {
        task.text.text = hostile.to_owned();
    }
    for row in &mut Arc::make_mut(&mut comparison.right).indicators {
        row.unit = row.unit.take().map(|cell| crate::model::Cell::new(hostile, cell.lines));
    }
    Arc::make_mut(&mut comparison.left).sections[0].title = hostile.to_owned();
    let page = comparison.html(Language::En).to_string();
    assert!(!page.contains("<img"));
    assert_eq!(page.matches("</script>").count(), 1);
}

#[test]
fn nothing_is_fetched() {
    let page = sample::comparison().html(Language::Vi).to_string();
    for word in ["http:", "https:", "src=", "@import", "url(", "<link", "fetch("] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn the_page_speaks_one_language() {
    let page = |language| sample::comparison().html(language).to_string();
    let (vi, en) = (page(Language::Vi), page(Language::En));
    assert!(vi.contains("<html lang=\"vi\">") && en.contains("<html lang=\"en\">"));
    assert!(vi.contains("Các cặp nội dung tương ứng") && !vi.contains("Matched pairs"));
    assert!(en.contains("Matched pairs") && !en.contains("Các cặp nội dung tương ứng"));
}

#[test]
fn findings_about_rows_nobody_has_are_shown_all_the_same() {
    let mut comparison = sample::comparison();
    comparison.findings.push(sample::finding(&json!({
        "code": "task-without-counterpart", "severity": "note", "left": ["PL9.1"], "right": [],
        "details": {"kind": "task-without-counterpart", "nearest": "PL9.2"}, "evidence": [],
    })));
    comparison.findings.push(sample::finding(&json!({
        "code": "lead-body-differs", "severity": "difference", "left": [], "right": ["PL9.3"],
        "details": {"kind": "lead-body-differs", "left": [], "right": []}, "evidence": [],
    })));
    let page = comparison.html(Language::Vi).to_string();
    links_lead_somewhere(&page);
    assert!(page.contains(" id=\"f7\""));
}

#[test]
fn a_comparison_without_findings_says_so() {
    let mut comparison = sample::comparison();
    comparison.findings.clear();
    let page = comparison.html(Language::Vi).to_string();
    links_lead_somewhere(&page);
    assert!(page.contains("Không phát hiện khác biệt nào."));
}

#[test]
fn the_page_closes_with_what_agrees_and_what_was_not_checked() {
    let comparison = sample::comparison();
    let (vi, en) = (
        comparison.html(Language::Vi).to_string(),
        comparison.html(Language::En).to_string(),
    );
    for page in [&vi, &en] {
        let places: Vec<_> = ["alone", "checked", "not-checked", "notes"]
            .map(|id| page.find(&format!("<section id=\"{id}\"")))
            .into();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
        assert!(page.contains("<a href=\"#L-PL3.VII.1.a\">") && page.contains("<a href=\"#checked\">"));
    }
    for text in [
        "<h2 id=\"checked-h\">Đã kiểm tra và khớp</h2>",
        "<summary>1 cặp nhiệm vụ có cơ quan được giao thống nhất</summary>",
        "<summary>Số lượng nêu ra khớp với thực tế</summary><ul><li>“2 chỉ tiêu”, Phụ lục 1 có 2</li>",
        "<h2 id=\"not-checked-h\">Chưa kiểm tra</h2>",
        "<h3>Mục tiêu của các cặp chỉ tiêu</h3>",
        "<summary>đơn vị hoặc đại lượng khác nhau (1 cặp)</summary>",
        "<p>Dòng trong phụ lục không xếp được vào hàng nào của bảng (1)</p>",
    ] {
        assert!(vi.contains(text), "{text}");
        assert!(!en.contains(text), "{text}");
    }
    assert!(en.contains("<summary>Counts that hold</summary><ul><li>“2 chỉ tiêu”, Annex 1 has 2</li>"));
}

#[test]
fn nothing_checked_and_nothing_left_unchecked_are_said() {
    let mut comparison = sample::comparison();
    comparison.checked.clear();
    comparison.agreements.clear();
    comparison.not_checked.clear();
    Arc::make_mut(&mut comparison.left).notes.clear();
    let page = comparison.html(Language::Vi).to_string();
    links_lead_somewhere(&page);
    assert_eq!(page.matches("<p>Không có.</p>").count(), 2);
}

#[test]
fn pairs_nobody_has_and_kinds_switched_off_break_no_link() {
    let mut comparison = sample::comparison();
    comparison.not_checked = serde_json::from_value(json!([
        {"code": "target-differs", "left": "PL9.1", "right": "PL9.2", "why": "missing"},
        {"code": "duplicate-task", "left": null, "right": null, "why": "switched-off"},
    ]))
    .unwrap();
    comparison.switched_off = vec![comparison.findings[2].clone()];
    for language in Language::ALL {
        links_lead_somewhere(&comparison.html(language).to_string());
    }
    let page = comparison.html(Language::Vi).to_string();
    assert!(page.contains("<p>đã tắt theo bảng phân mức (1 phát hiện)</p>"));
}

#[test]
fn write_to_writes_what_display_shows() {
    let comparison = sample::comparison();
    let mut bytes = Vec::new();
    comparison.html(Language::Vi).write_to(&mut bytes).unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        comparison.html(Language::Vi).to_string()
    );
}
