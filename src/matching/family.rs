//! Sub-rows follow their parents, and parents are recognized by their sub-rows.

use std::collections::BTreeMap;

use super::Relation;
use super::pairs::Pairs;
use super::side::{SideOf, pair_of};
use crate::model::Side;

/// The sub-rows of a row that is the same as a row without sub-rows are parts
/// of that row; where it is the same as several, of each of them.
pub(super) fn follow_parents(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    let mut parts = Vec::new();
    for ((l, r), pair) in pairs.iter().filter(|(_, pair)| pair.relation == Relation::Same) {
        if !right.gathers(r) {
            let alone = left.children[l].iter().filter(|&&child| !pairs.has_left(child));
            parts.extend(alone.map(|&child| ((child, r), Relation::LeftPartOfRight, pair.score)));
        }
        if !left.gathers(l) {
            let alone = right.children[r].iter().filter(|&&child| !pairs.has_right(child));
            parts.extend(alone.map(|&child| ((l, child), Relation::RightPartOfLeft, pair.score)));
        }
    }
    for (key, relation, score) in parts {
        pairs.insert(key, pair_of(left, right, key, relation, score));
    }
}

/// A row that gathers sub-rows and has no partner of its own is recognized by
/// theirs: it is the row of which all are parts, or the whole of several.
pub(super) fn gather_children(pairs: &mut Pairs, left: &SideOf<'_>, right: &SideOf<'_>) {
    for l in 0..left.tasks.len() {
        if left.gathers(l) && !pairs.has_left(l) {
            for (r, share, score) in partners(&left.children[l], pairs, Side::Left) {
                let relation = share.relation(Relation::RightPartOfLeft);
                pairs.insert((l, r), pair_of(left, right, (l, r), relation, score));
            }
        }
    }
    for r in 0..right.tasks.len() {
        if right.gathers(r) && !pairs.has_right(r) {
            for (l, share, score) in partners(&right.children[r], pairs, Side::Right) {
                let relation = share.relation(Relation::LeftPartOfRight);
                pairs.insert((l, r), pair_of(left, right, (l, r), relation, score));
            }
        }
    }
}

/// How many of the sub-rows a row is the partner of.
#[derive(Clone, Copy)]
enum Gathered {
    All,
    Some,
}

impl Gathered {
    fn relation(self, of_some: Relation) -> Relation {
        match self {
            Self::All => Relation::Same,
            Self::Some => of_some,
        }
    }
}

/// The rows that the sub-rows are matched with, when at least half of them are.
fn partners(children: &[usize], pairs: &Pairs, side: Side) -> Vec<(usize, Gathered, u16)> {
    let mut scores: BTreeMap<usize, (usize, u16)> = BTreeMap::new();
    let mut matched = 0;
    for &child in children {
        let found: Vec<(usize, u16)> = match side {
            Side::Left => pairs.of_left(child).map(|((_, r), pair)| (r, pair.score)).collect(),
            Side::Right => pairs.of_right(child).map(|((l, _), pair)| (l, pair.score)).collect(),
        };
        matched += usize::from(!found.is_empty());
        for (partner, score) in found {
            let entry = scores.entry(partner).or_insert((0, score));
            entry.0 += 1;
            entry.1 = entry.1.min(score);
        }
    }
    if matched * 2 < children.len() {
        return Vec::new();
    }
    scores
        .into_iter()
        .map(|(partner, (count, score))| {
            // A sub-row without a partner may be what the other row leaves out.
            let all = count == children.len() && count > 1;
            (partner, if all { Gathered::All } else { Gathered::Some }, score)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{Relation, compare, read};

    /// The pairs of two programs with their relations, by number.
    fn pairs(left: &str, right: &str) -> Vec<(String, String, Relation)> {
        let program = |rows: &str| {
            let head = "PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
            read(&format!("{head}{rows}")).unwrap()
        };
        let bare = |id: &crate::model::RowId| id.as_str().replace("PL1.", "");
        compare(program(left), program(right))
            .task_matches
            .iter()
            .map(|pair| (bare(&pair.left), bare(&pair.right), pair.relation))
            .collect()
    }

    const BRIDGES: &str = "1\tHoàn thành 02 cầu qua sông Hồng:\t\t\n-\tCầu Tứ Liên\tSở Xây dựng\tNăm 2027\n-\tCầu Ngọc Hồi\tSở Xây dựng\tNăm 2028\n";

    #[test]
    fn sub_rows_follow_both_copies_of_a_row() {
        let row = "Hoàn thành 02 cầu qua sông Hồng\tSở Xây dựng\tNăm 2030\n";
        let copies = format!("1\t{row}2\t{row}");
        let (found, mirrored) = (pairs(BRIDGES, &copies), pairs(&copies, BRIDGES));
        let pair = |left: &str, right: &str, relation| (left.to_owned(), right.to_owned(), relation);
        for copy in ["1", "2"] {
            for child in ["1.a", "1.b"] {
                assert!(
                    found.contains(&pair(child, copy, Relation::LeftPartOfRight)),
                    "{found:?}"
                );
                assert!(
                    mirrored.contains(&pair(copy, child, Relation::RightPartOfLeft)),
                    "{mirrored:?}"
                );
            }
        }
    }

    #[test]
    fn sub_rows_follow_a_row_that_lost_its_count() {
        let found = pairs(BRIDGES, "1\tHoàn thành cầu qua sông Hồng\tSở Xây dựng\tNăm 2030\n");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    const WASTE: &str = "1\tXử lý chất thải rắn\tSở Xây dựng\tNăm 2030\n-\tĐề án thu gom, phân loại rác tại nguồn\tSở Xây dựng\tNăm 2026\n-\tXây dựng khu xử lý chất thải Xuân Sơn\tSở Xây dựng\tNăm 2030\n-\tXây dựng nhà máy xử lý chất thải Sóc Sơn\tSở Xây dựng\tNăm 2030\n";

    #[test]
    fn a_sub_row_that_the_other_row_leaves_out_stands_alone() {
        let plants = "1\tXây dựng nhà máy xử lý chất thải Sóc Sơn; xây dựng khu xử lý chất thải Xuân Sơn\tSở Xây dựng\tNăm 2030\n2\tMua sắm thiết bị y tế\tSở Y tế\tNăm 2027\n";
        let found = pairs(WASTE, plants);
        assert!(
            found
                .iter()
                .any(|(left, right, _)| (left.as_str(), right.as_str()) == ("1.b", "1")),
            "{found:?}"
        );
        assert!(found.iter().all(|(left, ..)| left != "1.a"), "{found:?}");
    }

    /// How the first rows of two programs are related, if they are a pair.
    fn first_rows(left: &str, right: &str) -> Option<Relation> {
        let pairs = pairs(left, right).into_iter();
        let mut first = pairs.filter(|(left, right, _)| left == "1" && right == "1");
        first.next().map(|(.., relation)| relation)
    }

    #[test]
    fn half_of_its_sub_rows_make_a_row_known() {
        let plant = "Xây dựng nhà máy xử lý nước Yên Xá\tSở Xây dựng\tNăm 2030\n";
        let bus = "-\tMua xe buýt điện\tSở Xây dựng\tNăm 2030\n";
        let tree = "-\tTrồng hoa ven hồ\tSở Xây dựng\tNăm 2030\n";
        let half = format!("1\tBảo vệ môi trường\t\t\n-\t{plant}{bus}");
        let right = format!("1\t{plant}");
        assert_eq!(first_rows(&half, &right), Some(Relation::RightPartOfLeft));
        assert_eq!(first_rows(&right, &half), Some(Relation::LeftPartOfRight));
        assert_eq!(first_rows(&format!("{half}{tree}"), &right), None);
    }

    #[test]
    fn a_row_that_gathers_others_is_known_by_its_whole_text() {
        let trees = "\t\t\n-\tTrồng hoa ven hồ\tSở Xây dựng\tNăm 2030\n";
        let waste = format!("1\tXử lý nước thải sinh hoạt{trees}");
        let row = |text: &str| format!("1\t{text}\tSở Xây dựng\tNăm 2030\n");
        let plant = row("Xây nhà máy xử lý nước thải sinh hoạt Yên Xá và các cống gom từ sông Lừ");
        assert_eq!(first_rows(&waste, &plant), None);
        assert_eq!(first_rows(&plant, &waste), None);
        assert_eq!(
            first_rows(&waste, &row("Xử lý nước thải sinh hoạt")),
            Some(Relation::Same)
        );
    }

    #[test]
    fn a_row_that_holds_all_sub_rows_is_the_one_that_gathers_them() {
        let gathered = "1\tHạ tầng giao thông\t\t\n-\tXây cầu Tứ Liên\tSở Xây dựng\tNăm 2030\n";
        let both = format!("{gathered}-\tXây cầu Ngọc Hồi\tSở Xây dựng\tNăm 2030\n");
        let whole = "1\tXây cầu Tứ Liên; xây cầu Ngọc Hồi\tSở Xây dựng\tNăm 2030\n";
        assert_eq!(first_rows(&both, whole), Some(Relation::Same));
        // One sub-row may be all that was written down of several.
        let part = "1\tXây cầu Tứ Liên\tSở Xây dựng\tNăm 2030\n";
        assert_eq!(first_rows(gathered, part), Some(Relation::RightPartOfLeft));
    }
}
