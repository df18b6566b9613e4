//! Rows that fit two different rows equally well: a tie is shown, not broken.

use super::candidates::Between;
use super::duplicates::Duplicates;
use super::pairs::{Key, Pairs};
use super::tasks::TIE;
use super::{Relation, TaskMatch, Tie};
use crate::model::{RowId, Side};

/// Takes out the pairs of rows that fit two different rows equally well.
pub(super) fn take_ties(pairs: &mut Pairs, between: &Between<'_>, twins: &[Duplicates; 2]) -> Vec<Tie> {
    let (left, right) = (between.left, between.right);
    // Where the words are equally alike, their order may still tell: so many
    // words must be put in, taken out or replaced.
    let edits = |key: Key| strsim::generic_levenshtein(left.words(key.0), right.words(key.1));
    let mut ties = Vec::new();
    let mut removed: Vec<Key> = Vec::new();
    let mut settle = |row: &RowId, side: Side, rivals: Vec<(Key, u16)>| {
        let rivals: Vec<(Key, u16, usize)> = rivals
            .into_iter()
            .map(|(key, score)| (key, score, edits(key)))
            .collect();
        let Some(fewest) = rivals.iter().map(|rival| rival.2).min() else {
            return;
        };
        let (equal, worse): (Vec<_>, Vec<_>) = rivals.into_iter().partition(|rival| rival.2 <= fewest + fewest / 4);
        removed.extend(worse.iter().map(|rival| rival.0));
        if equal.len() > 1 {
            removed.extend(equal.iter().map(|rival| rival.0));
            let other = |key: Key| match side {
                Side::Left => right.tasks[key.1].id.clone(),
                Side::Right => left.tasks[key.0].id.clone(),
            };
            ties.push(Tie {
                row: row.clone(),
                side,
                candidates: equal.iter().map(|&(key, score, _)| (other(key), score)).collect(),
            });
        }
    };
    for (l, task) in left.tasks.iter().enumerate() {
        let are_twins = |one: Key, other: Key| twins[1].are_twins(right, one.1, other.1);
        settle(&task.id, Side::Left, rivals(pairs.of_left(l), are_twins));
    }
    for (r, task) in right.tasks.iter().enumerate() {
        let are_twins = |one: Key, other: Key| twins[0].are_twins(left, one.0, other.0);
        settle(&task.id, Side::Right, rivals(pairs.of_right(r), are_twins));
    }
    for key in removed {
        pairs.remove(key);
    }
    ties
}

/// The pairs of one row that claim to be the same task with equal right, best
/// first, with their scores; none where one is alone.
fn rivals<'a>(
    own: impl Iterator<Item = (Key, &'a TaskMatch)>,
    are_twins: impl Fn(Key, Key) -> bool,
) -> Vec<(Key, u16)> {
    let mut whole: Vec<(Key, u16)> = own
        .filter(|(_, pair)| pair.relation == Relation::Same && !pair.through_parent)
        .map(|(key, pair)| (key, pair.score))
        .collect();
    whole.sort_by_key(|&(key, score)| (std::cmp::Reverse(score), key));
    let Some(&(best, highest)) = whole.first() else {
        return whole;
    };
    let least = u32::from(highest).saturating_sub(TIE);
    whole.retain(|&(key, score)| key == best || (u32::from(score) >= least && !are_twins(best, key)));
    if whole.len() < 2 {
        whole.clear();
    }
    whole
}

#[cfg(test)]
mod tests {
    use crate::{Code, compare, read};

    fn program(rows: &[&str]) -> String {
        let rows: Vec<String> = (1..)
            .zip(rows)
            .map(|(number, row)| format!("{number}\t{row}\tSở Xây dựng\tNăm 2027"))
            .collect();
        format!(
            "PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{}\n",
            rows.join("\n")
        )
    }

    fn pairs(left: &[&str], right: &[&str]) -> (Vec<(String, String)>, usize) {
        let comparison = compare(read(&program(left)).unwrap(), read(&program(right)).unwrap());
        let pairs = comparison
            .task_matches
            .iter()
            .map(|pair| (pair.left.to_string(), pair.right.to_string()))
            .collect();
        let ties = comparison
            .findings
            .iter()
            .filter(|finding| finding.code == Code::AmbiguousMatch)
            .count();
        (pairs, ties)
    }

    const OTHER: &str = "Mua sắm thiết bị y tế cho trạm xá";

    #[test]
    fn rows_that_fit_equally_well_are_a_tie() {
        let two = [
            "Cải tạo công viên hồ Bảy Mẫu",
            "Cải tạo công viên hồ Thiền Quang",
            OTHER,
        ];
        assert_eq!(
            pairs(&two, &["Cải tạo công viên hồ", OTHER]),
            (vec![("PL1.3".into(), "PL1.2".into())], 1)
        );
    }

    #[test]
    fn three_rows_may_fit_equally_well() {
        let lakes = ["Bảy Mẫu", "Thiền Quang", "Thủ Lệ"].map(|lake| format!("Cải tạo công viên hồ {lake}"));
        let rows: Vec<&str> = lakes.iter().map(String::as_str).chain([OTHER]).collect();
        assert_eq!(
            pairs(&rows, &["Cải tạo công viên hồ", OTHER]),
            (vec![("PL1.4".into(), "PL1.2".into())], 1)
        );
    }

    #[test]
    fn parts_of_one_row_are_no_tie() {
        let whole = "Xây cầu Tứ Liên; xây cầu Ngọc Hồi";
        let found = ["PL1.1", "PL1.2"].map(|part| ("PL1.1".into(), part.into()));
        let parts = ["Xây cầu Tứ Liên", "Xây cầu Ngọc Hồi"];
        assert_eq!(pairs(&[whole], &parts), (found.to_vec(), 0));
    }

    #[test]
    fn a_task_that_both_have_twice_is_paired_row_by_row() {
        let twice = ["Cải tạo công viên hồ Bảy Mẫu", OTHER, "Cải tạo công viên hồ Bảy Mẫu"];
        let (found, _) = pairs(&twice, &twice);
        let own = |number| (format!("PL1.{number}"), format!("PL1.{number}"));
        assert_eq!(found, [own(1), own(2), own(3)]);
    }

    #[test]
    fn a_row_that_fits_better_is_no_tie() {
        let two = [
            "Cải tạo công viên hồ Bảy Mẫu",
            "Cải tạo công viên hồ Thiền Quang",
            OTHER,
        ];
        let (found, ties) = pairs(&two, &["Cải tạo công viên hồ Thiền Quang", OTHER]);
        assert_eq!(ties, 0);
        assert_eq!(
            found,
            [("PL1.2".into(), "PL1.1".into()), ("PL1.3".into(), "PL1.2".into())]
        );
    }

    #[test]
    fn the_order_of_the_words_tells_rows_of_equal_words_apart() {
        let task = "Sửa đường ven hồ Tây, trồng cây bóng mát, lát đá";
        let nearly = "Sửa đường ven hồ Tây, lát đá, trồng cây bóng mát";
        let turned = "Trồng cây bóng mát, sửa đường ven hồ Tây, lát đá";
        let found = vec![("PL1.1".into(), "PL1.1".into()), ("PL1.3".into(), "PL1.2".into())];
        assert_eq!(pairs(&[nearly, turned, OTHER], &[task, OTHER]), (found, 0));
    }
}
