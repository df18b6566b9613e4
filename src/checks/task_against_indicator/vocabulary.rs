//! The words that name the subjects of indicators.

use rustc_hash::FxHashSet;

use crate::matching::{Lexicon, UNKNOWN, WordId};

/// Words of the frame, folded: they name no subject.
const FRAME: &[&str] = &[
    "bình", "bảo", "bằng", "bộ", "cao", "cho", "chỉ", "các", "của", "cả", "cuối", "có", "diễn", "đa", "đạt", "đảm",
    "đấu", "đó", "được", "dưới", "gần", "hiện", "hoàn", "hàng", "hơn", "hằng", "khoảng", "không", "kỳ", "là", "lên",
    "lệ", "lần", "mỗi", "mục", "mức", "nhất", "những", "nâng", "năm", "phương", "pháp", "phải", "phấn", "phố", "quá",
    "quân", "sẽ", "so", "số", "thiểu", "thành", "thì", "thực", "tiêu", "toàn", "trong", "trên", "trở", "tất", "tối",
    "tổng", "tỷ", "từ", "và", "với", "ít",
];

/// The words of the names of indicators.
pub(super) struct Vocabulary {
    words: Lexicon,
    /// Those that name no subject.
    nameless: FxHashSet<WordId>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        let mut words = Lexicon::default();
        let nameless = FRAME.iter().flat_map(|word| words.read(word)).collect();
        Self { words, nameless }
    }

    /// The words of a name that name its subject; new ones are entered.
    pub(super) fn enter(&mut self, name: &str) -> Vec<WordId> {
        let mut found = self.words.read(name);
        found.retain(|word| !self.nameless.contains(word));
        found
    }

    /// The words of a text that name its subject; `None` where one of them
    /// stands in no name, so that the text is on the subject of none.
    pub(super) fn subject(&self, text: &str) -> Option<Vec<WordId>> {
        let mut found = self.words.look_up(text);
        found.retain(|word| !self.nameless.contains(word));
        (!found.contains(&UNKNOWN)).then_some(found)
    }
}
