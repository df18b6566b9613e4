use super::{MOST_WAYS, ways};
use crate::matching::match_programs;
use crate::model::{Program, TargetRelation};
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

/// A program with one annex of indicators.
fn program(rows: &str) -> Program {
    read(&format!(
        "PHỤ LỤC 1\nCác chỉ tiêu giai đoạn 2026-2030\nTT\tChỉ tiêu\tĐơn vị\tMục tiêu\tCơ quan\n{rows}"
    ))
    .unwrap()
}

/// The pairs of indicators of two annexes with these rows, by name.
fn paired(left: &str, right: &str) -> Vec<(String, String)> {
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
fn names_that_read_alike_are_a_pair_whatever_else_they_resemble() {
    let poor = "1\tTỷ lệ hộ nghèo\t%\t1,5\tSở Y tế\n";
    let rows = |other: &str| format!("{poor}2\tTỷ lệ hộ nghèo {other}\t%\t2,5\tSở Y tế\n");
    let found = paired(&rows("đa chiều"), &rows("thành thị"));
    let alike = ("Tỷ lệ hộ nghèo".to_owned(), "Tỷ lệ hộ nghèo".to_owned());
    assert!(found.contains(&alike), "{found:?}");
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

#[test]
fn rows_of_equal_names_go_in_order_where_there_are_too_many() {
    let rows = |count| (0..count).collect::<Vec<usize>>();
    assert_eq!(ways(&rows(64), &rows(64)).len(), MOST_WAYS);
    let in_order: Vec<(usize, usize)> = (0..65).map(|row| (row, row)).collect();
    assert_eq!(ways(&rows(65), &rows(65)), in_order);
}

#[test]
fn a_row_without_a_pair_is_told_the_nearest_one() {
    let one = "1\tTỷ lệ che phủ rừng\t%\t6,2\tSở Y tế\n";
    let two = format!("{one}2\tTỷ lệ che phủ rừng phòng hộ ven sông\t%\t3\tSở Y tế\n");
    let nearest = |left: &str, right: &str| -> Vec<String> {
        let rows = match_programs(&program(left), &program(right)).nearest.into_iter();
        rows.map(|((side, row), nearest)| format!("{side:?} {row}: {nearest}"))
            .collect()
    };
    assert_eq!(nearest(&two, one), ["Left PL1.2: PL1.1"]);
    assert_eq!(nearest(one, &two), ["Right PL1.2: PL1.1"]);
}

#[test]
fn sub_rows_of_equal_names_go_with_their_parents() {
    let (service, farm) = (
        "1\tDịch vụ\t%\t8\tSở Tài chính\n",
        "1\tNông nghiệp\t%\t3\tSở Tài chính\n",
    );
    let sub_row = "-\tTốc độ tăng trưởng\t%\t5\tSở Tài chính\n";
    let program_of =
        |first: &str, second: &str| program(&format!("{first}{sub_row}{}{sub_row}", second.replacen('1', "2", 1)));
    let matches = match_programs(&program_of(service, farm), &program_of(farm, service));
    let pairs: Vec<String> = matches
        .indicators
        .iter()
        .map(|pair| format!("{} {}", pair.left, pair.right))
        .collect();
    assert_eq!(
        pairs,
        ["PL1.1 PL1.2", "PL1.1.a PL1.2.a", "PL1.2 PL1.1", "PL1.2.a PL1.1.a"]
    );
}

#[test]
fn one_subject_in_two_periods_is_not_comparable() {
    let annex = |period: &str, value: &str| {
        read(&format!(
            "PHỤ LỤC 1\nTăng trưởng {period}\nTT\tChỉ tiêu\tĐơn vị\tMục tiêu\tCơ quan\n1\tTăng trưởng GRDP\t%\t{value}\tSở Tài chính\n"
        ))
        .unwrap()
    };
    let five_years = annex("bình quân giai đoạn 2026-2030", "11");
    let targets = |other: Program| match_programs(&five_years, &other).indicators[0].targets;
    assert_eq!(targets(annex("năm 2025", "8")), TargetRelation::NotComparable);
    assert_eq!(
        targets(annex("bình quân giai đoạn 2026-2030", "8")),
        TargetRelation::Disjoint
    );
}

#[test]
fn a_word_or_two_of_a_long_name_make_no_nearest_row() {
    let short = program("1\tCây rừng\t%\t6\tSở Y tế\n");
    let long = "1\tTỷ lệ rừng phòng hộ ven sông được trồng thêm cây bản địa ở vùng cao phía bắc\t%\t6\tSở Y tế\n";
    assert_eq!(match_programs(&short, &program(long)).nearest.len(), 0);
}

/// Two names that share words, and no more than that.
const ALIKE: [&str; 2] = ["Làng nghề được công nhận", "Làng nghề được hỗ trợ"];

#[test]
fn names_a_little_alike_are_one_only_in_annexes_that_belong_together() {
    let [one, other] = ALIKE;
    assert!(is_paired(Annexes::Together, one, other));
    assert!(!is_paired(Annexes::Apart, one, other));
    assert!(is_paired(Annexes::Apart, one, one));
}

/// Where two rows stand.
#[derive(Clone, Copy)]
enum Annexes {
    Together,
    Apart,
}

/// Whether rows of these names are a pair, in programs of two annexes that
/// belong together by their other rows.
fn is_paired(annexes: Annexes, left: &str, right: &str) -> bool {
    let first = "1\tTỷ lệ che phủ rừng\t%\t6\tSở Y tế\n2\tSố giường bệnh\tGiường\t30\tSở Y tế\n";
    let second = "1\tHộ nghèo\tHộ\t6\tSở Y tế\n2\tChất thải rắn\tTấn\t30\tSở Y tế\n";
    let head = "TT\tChỉ tiêu\tĐơn vị\tMục tiêu\tCơ quan\n";
    let row = |name: &str| format!("3\t{name}\t%\t5\tSở Y tế\n");
    let left = format!("PHỤ LỤC 1\n{head}{first}{}PHỤ LỤC 2\n{head}{second}", row(left));
    let right = match annexes {
        Annexes::Together => format!("PHỤ LỤC 1\n{head}{first}{}PHỤ LỤC 2\n{head}{second}", row(right)),
        Annexes::Apart => format!("PHỤ LỤC 1\n{head}{first}PHỤ LỤC 2\n{head}{second}{}", row(right)),
    };
    let pairs = match_programs(&read(&left).unwrap(), &read(&right).unwrap()).indicators;
    pairs.iter().any(|pair| pair.left.as_str() == "PL1.3")
}

#[test]
fn names_a_little_alike_are_one_only_if_they_measure_one_thing() {
    let row = |name: &str, unit: &str| format!("1\t{name}\t{unit}\t5\tSở Y tế\n");
    let [one, other] = ALIKE;
    assert_eq!(paired(&row(one, "Người"), &row(other, "Người")).len(), 1);
    assert_eq!(paired(&row(one, "Người"), &row(other, "ha")), []);
    assert_eq!(paired(&row(one, "Người"), &row(one, "ha")).len(), 1);
}

#[test]
fn names_a_little_alike_are_one_only_under_one_parent() {
    let row = |name: &str| format!("1\t{name}\t%\t5\tSở Y tế\n");
    let (forest, beds, poor) = (row("Tỷ lệ che phủ rừng"), row("Số giường bệnh"), row("Hộ nghèo"));
    let [one, other] = ALIKE.map(|name| row(name).replacen('1', "-", 1));
    let left = format!("{forest}{one}{}", beds.replacen('1', "2", 1));
    let right = |under_forest: &str, second: &str, under_second: &str| {
        let pairs = paired(
            &left,
            &format!("{forest}{under_forest}{}{under_second}", second.replacen('1', "2", 1)),
        );
        pairs.iter().any(|(name, _)| name == ALIKE[0])
    };
    assert!(right(&other, &beds, ""));
    assert!(!right("", &beds, &other));
    // The parent of one row is enough, if it is another one.
    assert!(!right("", &poor, &other));
    assert!(right("", &poor, &one));
    assert_eq!(paired(&format!("{forest}{one}"), &format!("{poor}{other}")).len(), 1);
}

#[test]
fn opposite_words_make_another_indicator() {
    let row = |place: &str| format!("1\tTỷ lệ hộ nghèo {place}\t%\t1\tSở Y tế\n");
    assert_eq!(paired(&row("nông thôn"), &row("đô thị")), []);
    assert_eq!(paired(&row("nông thôn"), &row("vùng cao")).len(), 1);
}
