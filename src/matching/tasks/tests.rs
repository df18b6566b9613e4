use crate::matching::{LeadRelation, Matches, match_programs};
use crate::read;

/// The matches of two programs with these rows and deadlines.
fn matches(left: &[(&str, &str)], right: &[(&str, &str)]) -> Matches {
    let program = |rows: &[(&str, &str)]| {
        let rows: Vec<String> = (1..)
            .zip(rows)
            .map(|(number, (text, deadline))| format!("{number}\t{text}\tSở Xây dựng\t{deadline}\n"))
            .collect();
        let head = "PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
        read(&format!("{head}{}", rows.concat())).unwrap()
    };
    match_programs(&program(left), &program(right))
}

/// The pairs, by number.
fn pairs(left: &[(&str, &str)], right: &[(&str, &str)]) -> Vec<(usize, usize)> {
    let number = |id: &crate::model::RowId| id.as_str()["PL1.".len()..].parse().unwrap();
    let pairs = matches(left, right).tasks.into_iter();
    pairs.map(|pair| (number(&pair.left), number(&pair.right))).collect()
}

/// The same, left and right exchanged.
fn mirrored(left: &[(&str, &str)], right: &[(&str, &str)]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = pairs(right, left).into_iter().map(|(l, r)| (r, l)).collect();
    pairs.sort_unstable();
    pairs
}

const PARK: &str = "Cải tạo công viên hồ Bảy Mẫu";
const OTHER: (&str, &str) = ("Mua sắm thiết bị y tế cho trạm xá", "2027");

#[test]
fn equal_rows_go_by_their_facts_and_the_rest_with_the_last() {
    let [one, other] = ["2027", "2029"].map(|year| (PARK, year));
    assert_eq!(pairs(&[one, other], &[other, one]), [(1, 2), (2, 1)]);
    assert_eq!(pairs(&[one, other], &[one, other, other]), [(1, 1), (2, 2), (2, 3)]);
    assert_eq!(mirrored(&[one, other], &[one, other, other]), [(1, 1), (2, 2), (2, 3)]);
}

#[test]
fn rows_that_read_alike_are_a_pair_whatever_else_they_resemble() {
    let [garden, parking] = ["thành vườn hoa", "và bãi đỗ xe"].map(|more| format!("{PARK} {more}"));
    let row = (PARK, "2027");
    let found = pairs(&[row, (&garden, "2027")], &[row, (&parking, "2027")]);
    assert!(found.contains(&(1, 1)), "{found:?}");
    assert_eq!(pairs(&[row], &[(&parking, "2027")]), [(1, 1)]);
}

#[test]
fn more_equal_rows_than_can_be_tried_go_in_order() {
    let rows = [(PARK, "2027"), (PARK, "2029")].repeat(33);
    let turned: Vec<(&str, &str)> = rows[1..].iter().rev().copied().collect();
    let in_order: Vec<(usize, usize)> = (1..=66).map(|row| (row, row.min(65))).collect();
    assert_eq!(pairs(&rows, &turned), in_order);
}

#[test]
fn of_rows_that_fit_crosswise_each_has_one_partner() {
    let [one, other] = ["2027", "2029"].map(|year| (PARK, year));
    let [wide, long] = ["Cải tạo rộng công viên hồ Bảy Mẫu", "Cải tạo lại công viên hồ Bảy Mẫu"];
    let right = [(wide, "2029"), (long, "2027"), OTHER];
    assert_eq!(pairs(&[one, other, OTHER], &right), [(1, 2), (2, 1), (3, 3)]);
}

#[test]
fn a_row_held_by_one_that_has_a_better_partner_is_a_pair() {
    let bridges = ("Xây dựng cầu Tứ Liên và cầu Ngọc Hồi vượt sông Hồng", "2030");
    let part = ("Xây dựng cầu Tứ Liên", "2030");
    let beyond = (
        "Xây dựng cầu Tứ Liên kết hợp ga ngầm đường sắt đô thị, bãi đỗ xe",
        "2030",
    );
    assert_eq!(
        pairs(&[bridges, OTHER], &[bridges, part, OTHER]),
        [(1, 1), (1, 2), (2, 3)]
    );
    assert_eq!(
        mirrored(&[bridges, OTHER], &[bridges, part, OTHER]),
        [(1, 1), (1, 2), (2, 3)]
    );
    assert_eq!(pairs(&[bridges, OTHER], &[bridges, beyond, OTHER]), [(1, 1), (2, 3)]);
}

#[test]
fn a_row_without_a_pair_is_told_the_nearest_one() {
    let one = ("Xây dựng cầu Tứ Liên qua sông Hồng", "2030");
    let beyond = ("Xây dựng bến xe cạnh cầu Tứ Liên, bãi đỗ xe và trạm sạc điện", "2030");
    let nearest = |left: &[(&str, &str)], right: &[(&str, &str)]| -> Vec<String> {
        let rows = matches(left, right).nearest.into_iter();
        rows.map(|((side, row), nearest)| format!("{side:?} {row}: {nearest}"))
            .collect()
    };
    assert_eq!(nearest(&[one, beyond], &[one]), ["Left PL1.2: PL1.1"]);
    assert_eq!(nearest(&[one], &[one, beyond]), ["Right PL1.2: PL1.1"]);
}

#[test]
fn rows_whose_better_partners_are_taken_are_a_pair_if_they_are_much_alike() {
    let park = (PARK, "2027");
    let garden = ("Cải tạo công viên hồ Bảy Mẫu thành vườn hoa", "2027");
    let parking = ("Cải tạo công viên hồ Bảy Mẫu và bãi đỗ xe", "2027");
    let flowers = ("Cải tạo công viên hồ Bảy Mẫu thành vườn", "2027");
    let are_paired = |right| pairs(&[park, garden, OTHER], &[park, right, OTHER]).contains(&(2, 2));
    assert!(are_paired(flowers));
    assert!(!are_paired(parking));
}

#[test]
fn a_row_whose_better_partner_is_taken_goes_with_the_one_that_has_no_other() {
    let decree = |more: &str| format!("Xây dựng Nghị định quy định chi tiết một số điều của Luật {more}");
    let (railways, permits) = (decree("Đường sắt"), decree("Xây dựng về cấp phép xây dựng"));
    let left = [(railways.as_str(), "2026"), (permits.as_str(), "2026"), OTHER];
    let own = "Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Đường sắt";
    let right = [(own, "2026"), (&permits["Xây dựng ".len()..], "2026"), OTHER];
    assert_eq!(pairs(&left, &right), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(mirrored(&left, &right), [(1, 1), (2, 2), (3, 3)]);
}

#[test]
fn a_work_is_one_however_its_end_is_called() {
    let (done, used) = (
        "Hoàn thành đường bộ cao tốc Tân Phú - Bảo Lộc dài 66 km",
        "Đưa vào khai thác tuyến cao tốc Tân Phú - Bảo Lộc (66 km)",
    );
    let next = |text: &str| text.replace("Tân Phú - Bảo Lộc", "Bảo Lộc - Liên Khương");
    let left = [(done, "2027"), (&next(done), "2027"), OTHER];
    let right = [(used, "2027"), (&next(used), "2027"), OTHER];
    assert_eq!(pairs(&left, &right), [(1, 1), (2, 2), (3, 3)]);
    let elsewhere = "Đưa vào khai thác tuyến cao tốc Dầu Giây - Tân Hiệp";
    assert_eq!(pairs(&[(done, "2027"), OTHER], &[(elsewhere, "2027"), OTHER]), [(2, 2)]);
}

#[test]
fn a_near_copy_of_a_matched_row_is_matched_with_it() {
    let station = ("Nâng cấp bến xe khách liên tỉnh, lắp trạm sạc điện", "2027");
    let row = |word: &str| {
        format!(
            "Nâng cấp bến xe khách liên {word}, lắp trạm sạc điện, mở thêm bãi đỗ xe tải hạng nặng, làm nhà chờ mới"
        )
    };
    let (one, copy) = (row("tỉnh"), row("vùng"));
    let (left, right) = (
        [station, OTHER],
        [(one.as_str(), "2027"), (copy.as_str(), "2027"), OTHER],
    );
    assert_eq!(pairs(&left, &right), [(1, 1), (1, 2), (2, 3)]);
    assert_eq!(mirrored(&left, &right), [(1, 1), (1, 2), (2, 3)]);
    let other = row("vùng").replace("tải hạng nặng", "đạp công cộng");
    let right = [(one.as_str(), "2027"), (other.as_str(), "2027"), OTHER];
    assert_eq!(pairs(&left, &right), [(1, 1), (2, 3)]);
}

#[test]
fn texts_come_before_facts() {
    let [wide, again] = ["Cải tạo rộng công viên hồ Bảy Mẫu", "Cải tạo lại công viên hồ Bảy Mẫu"];
    let left = [(wide, "2027"), (again, "2029")];
    assert_eq!(pairs(&left, &[(wide, "2029"), (again, "2027")]), [(1, 1), (2, 2)]);
}

#[test]
fn equal_rows_go_by_their_leads() {
    let program = |leads: [&str; 2]| {
        let rows: Vec<String> = leads.iter().map(|lead| format!("-\t{PARK}\t{lead}\t2027\n")).collect();
        read(&format!(
            "PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{}",
            rows.concat()
        ))
        .unwrap()
    };
    let (left, right) = (["Sở Y tế", "Sở Xây dựng"], ["Sở Xây dựng", "Sở Y tế"]);
    let leads: Vec<LeadRelation> = match_programs(&program(left), &program(right))
        .tasks
        .iter()
        .map(|pair| pair.leads)
        .collect();
    assert_eq!(leads, [LeadRelation::Agree; 2]);
}

#[test]
fn rows_of_a_series_go_by_their_numbers() {
    let station = |volts| format!("Xây dựng trạm biến áp {volts} kV Nghi Lộc");
    let [low, high, higher] = ["110", "220", "500"].map(station);
    let [low, high, higher] = [&low, &high, &higher].map(|text| (text.as_str(), "2027"));
    assert_eq!(pairs(&[low, high], &[high, low]), [(1, 2), (2, 1)]);
    assert_eq!(pairs(&[high], &[low, high]), [(1, 2)]);
    assert_eq!(mirrored(&[high], &[low, high]), [(1, 2)]);
    // The others are no pair: another number is another row of the series.
    assert_eq!(pairs(&[low, high], &[high, higher]), [(2, 1)]);
    // A single row with another number is the same task.
    assert_eq!(pairs(&[low], &[high]), [(1, 1)]);
    // One that only leaves its number out may be either.
    let (bare, walk) = ("Xây dựng trạm biến áp Nghi Lộc", ("Cải tạo công viên", "2027"));
    assert_eq!(pairs(&[high, walk], &[high, (bare, "2027")]), [(1, 1), (1, 2)]);
}

#[test]
fn a_part_of_a_row_is_no_partner_of_it_where_both_have_their_own_word_for_word() {
    let part = "Phát triển 11 làng nghề tiêu biểu (Bát Tràng, Vạn Phúc, Hạ Thái…) gắn kết tuyến du lịch";
    let whole = "Phát triển 10 làng nghề tiêu biểu (Bát Phát triển 10 làng nghề tiêu biểu (Bát Tràng, Vạn Phúc, Hạ Thái…) gắn kết tuyến du lịch";
    let rows = [(part, "2030"), OTHER, (whole, "2028")];
    assert_eq!(pairs(&rows, &rows), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(pairs(&[rows[0]], &[rows[2]]), [(1, 1)]);
}

#[test]
fn another_grade_is_another_row_only_where_the_other_has_it_too() {
    let [first, second] = ["I", "II"].map(|grade| format!("Xây dựng bến xe khách loại {grade} tại các đô thị"));
    let [first, second] = [(first.as_str(), "2027"), (second.as_str(), "2027")];
    assert_eq!(pairs(&[first, OTHER], &[second]), [(1, 1)]);
    assert_eq!(pairs(&[first, second], &[second]), [(2, 1)]);
    assert_eq!(mirrored(&[second], &[first, second]), [(1, 2)]);
}
