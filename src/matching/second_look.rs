//! Rows without a partner, looked at again without the words that say nothing.
//!
//! Of a short text a few inserted words are half (`đầu tư xây dựng`, `trên địa
//! bàn Thành phố`), and small words that changed (`hơn`, `trên`) are as rare as
//! names. Without those that only one text has, a pair must be clearer than
//! others: both texts alike as wholes, or one of them held by the other.

use super::candidates::{Between, Candidate};
use super::fillers::Fillers;
use super::pairs::{Key, Pairs};
use super::score::identity_factor;
use super::tasks::{LEAST, TIE};

/// So alike, in thousandths, two texts are as wholes.
const ALIKE: u32 = 650;
/// So much of a text is in the other, in thousandths, that is held by it.
const HELD: u32 = 950;

/// Pairs of rows without a partner that are one but for fillers, with their scores.
pub(super) fn look_again(candidates: &[Candidate], pairs: &Pairs, between: &Between<'_>) -> Vec<(Key, u32)> {
    let (left, right) = (between.left, between.right);
    let alone = |pair: &Candidate| {
        let l = left.texts.rows[pair.left].iter().find(|&&row| !pairs.has_left(row))?;
        let r = right.texts.rows[pair.right]
            .iter()
            .find(|&&row| !pairs.has_right(row))?;
        Some((*l, *r))
    };
    let mut fillers = None;
    let mut found: Vec<(Key, u32)> = Vec::new();
    for pair in candidates {
        let Some(key) = alone(pair) else { continue };
        let fillers = fillers.get_or_insert_with(|| Fillers::new(between.lexicon));
        if let Some(score) = score(pair, key, fillers, between) {
            found.push((key, score));
        }
    }
    let is_best = |&&(key, score): &&(Key, u32)| {
        let mut rivals = found.iter().filter(|(other, _)| other.0 == key.0 || other.1 == key.1);
        rivals.all(|&(_, other)| score + TIE >= other)
    };
    found.iter().filter(is_best).copied().collect()
}

/// How alike two texts are without fillers, if that makes a pair.
fn score(pair: &Candidate, (l, r): Key, fillers: &Fillers, between: &Between<'_>) -> Option<u32> {
    let (left, right) = (between.left, between.right);
    let gathers = left.gathers(l) || right.gathers(r);
    // What scores enough and is no pair was told apart by something else.
    if pair.score >= LEAST && !gathers {
        return None;
    }
    let texts = [&*left.texts.words[pair.left], &*right.texts.words[pair.right]];
    let ([own, other], alike) = fillers.similarity(texts, between.vocabulary, between.lexicon);
    let score = alike.score() * identity_factor(&own, &other, between.lexicon) / 1000;
    let is_held = !gathers && alike.left_held.max(alike.right_held) >= HELD;
    (score >= LEAST && (is_held || alike.dice >= ALIKE)).then_some(score)
}

#[cfg(test)]
mod tests {
    use crate::{compare, read};

    const OTHERS: &str = "2\tMua sắm thiết bị y tế cho trạm xá\n3\tXây dựng trường học tại thành phố mới\n4\tHoàn thành đầu tư xây dựng nhà máy trên địa bàn Thành phố\n5\tVượt trên 500 doanh nghiệp\n";

    /// Whether two rows are a pair, among others.
    fn is_pair(left: &str, right: &str) -> bool {
        let program = |row: &str, others: &str| {
            let head = "PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\n";
            read(&format!("{head}1\t{row}\n{others}").replace('\n', "\tSở Xây dựng\n")).unwrap()
        };
        let (left, right) = (program(left, OTHERS), program(right, &OTHERS.replace('3', "6")));
        let pairs = compare(left, right).task_matches;
        pairs
            .iter()
            .any(|pair| (pair.left.as_str(), pair.right.as_str()) == ("PL1.1", "PL1.1"))
    }

    #[test]
    fn what_is_put_in_and_small_words_make_no_other_task() {
        let river = "Hoàn thành bổ cập nước, làm sạch sông Tô Lịch";
        assert!(is_pair(river, "Cải tạo sông Tô Lịch trên địa bàn Thành phố"));
        let line = "Hoàn thành hơn 100km đường sắt đô thị";
        assert!(is_pair(line, "Hoàn thành đầu tư trên 100 km đường sắt đô thị"));
        assert!(!is_pair(line, "Hoàn thành đầu tư trên 100 km hè phố đô thị"));
    }

    #[test]
    fn rows_that_gather_others_must_be_alike_as_wholes() {
        let bridges = "Hoàn thành 09 cầu qua sông Hồng, sông Đuống\n-\tCầu Tứ Liên\n-\tCầu Ngọc Hồi";
        assert!(is_pair(
            bridges,
            "Hoàn thành đầu tư xây dựng 09 cầu vượt sông Hồng, sông Đuống"
        ));
        assert!(!is_pair(
            bridges,
            "Hoàn thành đầu tư xây dựng cầu vượt Mai Dịch gần sông Hồng"
        ));
    }
}
