use crate::model::TargetRelation;
use crate::{Code, compare, read};

#[test]
fn a_tied_row_has_no_lesser_partner() {
    let program = |rows: &str| read(&format!("PHỤ LỤC 1\nTT\tChỉ tiêu\tĐơn vị\tMục tiêu\tCơ quan\n{rows}")).unwrap();
    let growth = "1\tTăng trưởng GRDP\t%\t8,5\tSở Tài chính\n-\tDịch vụ\t%\t9,06\tSở Tài chính\n";
    let more = "-\tDịch vụ lưu trú và ăn uống\t%\t10,25\tSở Tài chính\n-\tDịch vụ\t%\t9,16\tSở Tài chính\n";
    let comparison = compare(program(growth), program(&format!("{growth}{more}")));
    let matched: Vec<&str> = comparison
        .indicator_matches
        .iter()
        .map(|pair| pair.left.as_str())
        .collect();
    assert_eq!(matched, ["PL1.1"]);
    let ties = comparison
        .findings
        .iter()
        .filter(|finding| finding.code == Code::AmbiguousMatch);
    assert_eq!(ties.count(), 1);
}

#[test]
fn a_row_printed_twice_keeps_its_partner() {
    let row = "1\tTỷ lệ che phủ rừng\t%\t6,2\tSở Y tế\n";
    assert_eq!(paired(row, &row.repeat(2)).len(), 1);
    assert_eq!(paired(row, &format!("{row}{}", row.replace("6,2", "6,3"))), []);
}

/// The pairs of indicators of two annexes with these rows, by name.
fn paired(left: &str, right: &str) -> Vec<(String, String)> {
    let program = |rows: &str| {
        read(&format!(
            "PHỤ LỤC 1\nCác chỉ tiêu giai đoạn 2026-2030\nTT\tChỉ tiêu\tĐơn vị\tMục tiêu\tCơ quan\n{rows}"
        ))
        .unwrap()
    };
    let comparison = compare(program(left), program(right));
    let name = |rows: &[crate::model::Indicator], id: &crate::model::RowId| {
        rows.iter()
            .find(|row| row.id == *id)
            .map(|row| row.name.text.clone())
            .unwrap()
    };
    comparison
        .indicator_matches
        .iter()
        .map(|pair| {
            (
                name(&comparison.left.indicators, &pair.left),
                name(&comparison.right.indicators, &pair.right),
            )
        })
        .collect()
}

#[test]
fn the_unit_of_a_share_is_no_other_indicator() {
    let left = "1\tTỷ lệ hộ nghèo đa chiều (theo tiêu chí của Thành phố)\t%\t0\tSở Y tế\n";
    for unit in ["%", "Người"] {
        let right = format!("1\tTỷ lệ nghèo đa chiều\t{unit}\t0\tSở Y tế\n2\tSố hộ nghèo\tHộ\t10\tSở Y tế\n");
        let pair = (
            "Tỷ lệ hộ nghèo đa chiều (theo tiêu chí của Thành phố)".to_owned(),
            "Tỷ lệ nghèo đa chiều".to_owned(),
        );
        assert_eq!(paired(left, &right), [pair]);
    }
}

#[test]
fn a_name_that_is_an_acronym_is_known_by_it() {
    let rows = "1\t(GRDP)\t%\t8\tSở Tài chính\n2\t(HDI)\t\t0,9\tSở Tài chính\n";
    assert_eq!(paired(rows, rows).len(), 2);
}

#[test]
fn targets_of_periods_that_end_together_are_compared() {
    let targets = |left: &str, right: &str| {
        let program = |heading: &str| {
            read(&format!(
                "PHỤ LỤC 1\nTT\tChỉ tiêu\tĐơn vị\t{heading}\tCơ quan\n1\tTỷ lệ che phủ rừng\t%\t6,2\tSở Y tế\n"
            ))
            .unwrap()
        };
        compare(program(left), program(right)).indicator_matches[0].targets
    };
    assert_eq!(targets("2026-2030", "Năm 2030"), TargetRelation::Equal);
    assert_eq!(targets("2026-2030", "Năm 2026"), TargetRelation::NotComparable);
}
