//! How alike two texts are.

use super::lexicon::{Lexicon, WordId};

/// How much of each text the other holds, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Similarity {
    /// The share of the left text that the right one holds.
    pub(crate) left_held: u32,
    /// The share of the right text that the left one holds.
    pub(crate) right_held: u32,
    /// Twice the shared part over both: Sørensen–Dice on weighted words.
    pub(crate) dice: u32,
}

impl Similarity {
    /// From the weights of the shared part and of both texts.
    pub(crate) fn new(shared: u32, left: u32, right: u32) -> Self {
        let (shared, left, right) = (u64::from(shared), u64::from(left), u64::from(right));
        let share = |part: u64, whole: u64| {
            let share = (part * 1000).checked_div(whole).unwrap_or(0);
            u32::try_from(share.min(1000)).unwrap_or(1000)
        };
        Self {
            left_held: share(shared, left),
            right_held: share(shared, right),
            dice: share(2 * shared, left + right),
        }
    }

    /// The same with left and right exchanged.
    pub(crate) fn mirrored(self) -> Self {
        Self {
            left_held: self.right_held,
            right_held: self.left_held,
            dice: self.dice,
        }
    }

    /// One figure for both: half how alike they are as wholes, half how fully
    /// the smaller one is held, as a part may be all there is of its row.
    pub(crate) fn score(self) -> u32 {
        u32::midpoint(self.left_held.max(self.right_held), self.dice)
    }
}

/// What is left of a score when neither text names the other's object: a
/// shared frame with another object is another task.
const OTHER_OBJECT: u32 = 700;

/// What is left of a score when numbers that are names differ (`vành đai 2`, `vành đai 3`).
const OTHER_LABEL: u32 = 300;

/// The same in a text of more words than a title: the number is a detail then,
/// and a changed one a finding.
const OTHER_LABEL_IN_LONG_TEXT: u32 = 850;

/// A title has so many naming words at the most.
const LONGEST_TITLE: usize = 12;

/// What is left of a score when a text of fewer words than a name is held by
/// a longer one: such words stand in many texts (`Du lịch`).
const TOO_SHORT: u32 = 550;

/// A name has so many words at least (`Cầu Tứ Liên`).
const SHORTEST_NAME: usize = 3;

/// The share of a score that facts about names leave, in thousandths.
pub(super) fn identity_factor(left: &[WordId], right: &[WordId], lexicon: &Lexicon) -> u32 {
    let object = |words: &[WordId]| words.iter().copied().find(|&word| !lexicon.is_frame(word));
    // In bare letters: a slip in a diacritic is no other object.
    let has = |words: &[WordId], object| {
        words
            .iter()
            .any(|&word| lexicon.bare_of(word) == lexicon.bare_of(object))
    };
    let other_object = match (object(left), object(right)) {
        (Some(l), Some(r)) => !has(right, l) && !has(left, r),
        _ => false,
    };
    let mut factor = 1000;
    if other_object {
        factor = factor * OTHER_OBJECT / 1000;
    }
    let shorter = left.len().min(right.len());
    if shorter < SHORTEST_NAME && left.len() != right.len() {
        factor = factor * TOO_SHORT / 1000;
    }
    let labelled = other_labels(left, right, lexicon);
    if !labelled.is_empty() {
        let title = left.len().min(right.len()) <= LONGEST_TITLE;
        let is_named = title && !labelled.iter().all(|&label| lexicon.is_grade(label));
        factor = factor
            * if is_named {
                OTHER_LABEL
            } else {
                OTHER_LABEL_IN_LONG_TEXT
            }
            / 1000;
    }
    factor
}

/// Whether both texts number the same kind of thing and share no number.
pub(super) fn labels_differ(left: &[WordId], right: &[WordId], lexicon: &Lexicon) -> bool {
    !other_labels(left, right, lexicon).is_empty()
}

/// The words whose numbers both texts have and none of them share.
fn other_labels(left: &[WordId], right: &[WordId], lexicon: &Lexicon) -> Vec<WordId> {
    let labels = |words: &[WordId]| -> Vec<(WordId, WordId)> {
        let label = |&word: &WordId| Some((lexicon.stem_of(word)?, word));
        words.iter().filter_map(label).collect()
    };
    let left = labels(left);
    if left.is_empty() {
        return Vec::new();
    }
    let right = labels(right);
    let differs = |&stem: &WordId| {
        let mut alike = right.iter().filter(|label| label.0 == stem).peekable();
        alike.peek().is_some() && !alike.any(|label| left.contains(label))
    };
    left.iter().map(|&(stem, _)| stem).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(left: &str, right: &str) -> u32 {
        let mut lexicon = Lexicon::default();
        let (left, right) = (lexicon.read(left), lexicon.read(right));
        identity_factor(&left, &right, &lexicon)
    }

    #[test]
    fn a_shared_frame_with_another_object_loses() {
        assert_eq!(
            factor("Thành lập Quỹ Đầu tư mạo hiểm", "Thành lập doanh nghiệp nhà nước"),
            OTHER_OBJECT
        );
        assert_eq!(
            factor("Hoàn thành bổ cập, làm sạch sông Tô Lịch", "Cải tạo sông Tô Lịch"),
            1000
        );
    }

    #[test]
    fn a_slip_in_a_diacritic_is_no_other_object() {
        assert_eq!(factor("Xây dựng trường học", "Xây dựng truờng mầm non"), 1000);
        assert_eq!(factor("Xây dựng trường học", "Xây dựng cầu cạn"), OTHER_OBJECT);
    }

    #[test]
    fn a_word_or_two_are_no_part_of_a_longer_text() {
        let long = "Phát triển du lịch cộng đồng tại các xã miền núi";
        assert_eq!(factor("Du lịch", long), TOO_SHORT);
        assert_eq!(factor("Du lịch cộng đồng", long), 1000);
        assert_eq!(factor("Du lịch", "Du lịch"), 1000);
    }

    #[test]
    fn numbers_that_name_decide() {
        assert_eq!(factor("đường Vành đai 2", "đường Vành đai 3"), OTHER_LABEL);
        assert_eq!(factor("đường Vành đai 3", "đường Vành đai 3, 4"), 1000);
        assert_eq!(factor("đường Vành đai 3", "đường sắt đô thị"), 1000);
        assert_eq!(
            factor("Công nhận đô thị loại I", "Công nhận đô thị loại II"),
            OTHER_LABEL_IN_LONG_TEXT
        );
    }

    #[test]
    fn a_part_scores_half_its_own_share() {
        let part = Similarity::new(100, 100, 300);
        assert_eq!((part.left_held, part.right_held, part.dice), (1000, 333, 500));
        assert_eq!(part.score(), 750);
    }
}
