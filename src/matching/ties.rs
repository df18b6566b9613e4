//! Rows that fit two different rows equally well: a tie is shown, not broken.

use super::tasks::{Key, Pairs, SideOf, TIE};
use super::{Relation, Tie};
use crate::checks::Side;
use crate::model::RowId;

/// Takes out the pairs of rows that fit two different rows equally well.
pub(super) fn take_ties(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) -> Vec<Tie> {
    // Where the words are equally alike, their order may still tell: so many
    // words must be put in, taken out or replaced.
    let edits = |key: Key| strsim::generic_levenshtein(&left.words[key.0], &right.words[key.1]);
    let mut ties = Vec::new();
    let mut removed: Vec<Key> = Vec::new();
    let mut settle = |row: &RowId, side: Side, rivals: Vec<Key>| {
        let Some(fewest) = rivals.iter().map(|&key| edits(key)).min() else {
            return;
        };
        let equal: Vec<Key> = rivals
            .iter()
            .copied()
            .filter(|&key| edits(key) <= fewest + fewest / 4)
            .collect();
        removed.extend(rivals.iter().filter(|key| equal.len() > 1 || !equal.contains(key)));
        if equal.len() > 1 {
            let other = |key: Key| match side {
                Side::Left => right.tasks[key.1].id.clone(),
                Side::Right => left.tasks[key.0].id.clone(),
            };
            let candidates = equal.iter().map(|&key| (other(key), pairs[&key].score)).collect();
            ties.push(Tie {
                row: row.clone(),
                side,
                candidates,
            });
        }
    };
    for (l, task) in left.tasks.iter().enumerate() {
        let own = pairs.range((l, 0)..(l + 1, 0)).map(|(&key, _)| key);
        settle(
            &task.id,
            Side::Left,
            rivals(own, pairs, |one, other| right.are_duplicates(one.1, other.1)),
        );
    }
    for (r, task) in right.tasks.iter().enumerate() {
        let own = pairs.keys().copied().filter(|key| key.1 == r);
        settle(
            &task.id,
            Side::Right,
            rivals(own, pairs, |one, other| left.are_duplicates(one.0, other.0)),
        );
    }
    for key in removed {
        pairs.remove(&key);
    }
    ties
}

/// The pairs of one row that claim to be the same task with equal right, best first; none where one is alone.
fn rivals(own: impl Iterator<Item = Key>, pairs: &Pairs, duplicates: impl Fn(Key, Key) -> bool) -> Vec<Key> {
    let mut whole: Vec<Key> = own
        .filter(|key| pairs[key].relation == Relation::Same && !pairs[key].through_parent)
        .collect();
    whole.sort_by_key(|key| (std::cmp::Reverse(pairs[key].score), *key));
    let Some(&best) = whole.first() else { return whole };
    let least = u32::from(pairs[&best].score).saturating_sub(TIE);
    whole.retain(|&key| key == best || (u32::from(pairs[&key].score) >= least && !duplicates(best, key)));
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
}
