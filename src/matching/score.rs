//! How alike two texts are.

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
        let share = |part: u32, whole: u32| (part * 1000).checked_div(whole).unwrap_or(0);
        Self {
            left_held: share(shared, left),
            right_held: share(shared, right),
            dice: share(2 * shared, left + right),
        }
    }

    /// One figure for both: half how alike they are as wholes, half how fully
    /// the smaller one is held, as a part may be all there is of its row.
    pub(crate) fn score(self) -> u32 {
        u32::midpoint(self.left_held.max(self.right_held), self.dice)
    }
}

/// Words that open a task and name no object, folded.
const FRAME_WORDS: &[&str] = &[
    "xây", "dựng", "hoàn", "thành", "thiện", "lập", "phát", "triển", "khai", "thực", "hiện", "đầu", "tư", "hình", "đề",
    "án", "kế", "hoạch", "chương", "trình", "dự", "tiếp", "tục", "tổ", "chức", "đẩy", "mạnh", "tăng", "cường", "nâng",
    "cao", "cấp", "các", "những", "một", "số", "và", "mới", "mở", "rộng", "cải", "tạo", "khởi", "công", "ban", "hành",
    "rà", "soát", "đưa", "vào", "hoạt", "động", "nghiên", "cứu", "triệt", "để", "về", "đổi", "chất", "lượng",
];

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

/// The share of a score that facts about names leave, in thousandths.
pub(crate) fn identity_factor(left: &[String], right: &[String]) -> u32 {
    let object = |words: &[String]| words.iter().position(|word| !FRAME_WORDS.contains(&word.as_str()));
    let other_object = match (object(left), object(right)) {
        (Some(l), Some(r)) => !right.contains(&left[l]) && !left.contains(&right[r]),
        _ => false,
    };
    let mut factor = 1000;
    if other_object {
        factor = factor * OTHER_OBJECT / 1000;
    }
    if labels_differ(left, right) {
        let title = left.len().min(right.len()) <= LONGEST_TITLE;
        factor = factor * if title { OTHER_LABEL } else { OTHER_LABEL_IN_LONG_TEXT } / 1000;
    }
    factor
}

/// Whether both texts number the same kind of thing and share no number.
pub(crate) fn labels_differ(left: &[String], right: &[String]) -> bool {
    let (left, right) = (labels(left), labels(right));
    left.iter().any(|l| {
        let stem = stem(l);
        let alike: Vec<&String> = right.iter().copied().filter(|r| self::stem(r) == stem).collect();
        !alike.is_empty() && !left.iter().any(|other| alike.contains(other))
    })
}

fn labels(words: &[String]) -> Vec<&String> {
    words.iter().filter(|word| is_label(word)).collect()
}

fn is_label(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && word.ends_with(|c: char| c.is_ascii_digit())
}

fn stem(label: &str) -> &str {
    label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
}

#[cfg(test)]
mod tests {
    use super::super::features::naming_words;
    use super::*;

    fn factor(left: &str, right: &str) -> u32 {
        identity_factor(&naming_words(left), &naming_words(right))
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
    fn numbers_that_name_decide() {
        assert_eq!(factor("đường Vành đai 2", "đường Vành đai 3"), OTHER_LABEL);
        assert_eq!(factor("đường Vành đai 3", "đường Vành đai 3, 4"), 1000);
        assert_eq!(factor("đường Vành đai 3", "đường sắt đô thị"), 1000);
    }

    #[test]
    fn a_part_scores_half_its_own_share() {
        let part = Similarity::new(100, 100, 300);
        assert_eq!((part.left_held, part.right_held, part.dice), (1000, 333, 500));
        assert_eq!(part.score(), 750);
    }
}
