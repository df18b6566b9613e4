//! What a text is known by: its words and word pairs, rare ones weighing more.
//!
//! Figures, dates and units are left out: they are facts, compared after the
//! match. A number that is a name stays (`vành đai 3`, `tuyến số 2`).

use rustc_hash::FxHashMap;

use crate::text::{fold, toneless, words};

/// A word pair says more than its words: Vietnamese words are mostly pairs of syllables.
const PAIR: f64 = 50.0;
/// A word alone.
const WORD: f64 = 30.0;
/// What a toneless feature weighs beside the exact one: it supports a match
/// where recognition (OCR) damaged the diacritics, it does not make one.
const TONELESS: f64 = 0.4;

/// Two programs have about so many features.
const TYPICAL_FEATURES: usize = 14_000;

/// Phrases of the frame, folded: they stand in any task and name nothing.
const FRAMES: &[&[&str]] = &[
    &["trên", "địa", "bàn"],
    &["thành", "phố", "hà", "nội"],
    &["giai", "đoạn"],
    &["định", "hướng", "đến"],
    &["tầm", "nhìn", "đến"],
    &["và", "các", "năm", "tiếp", "theo"],
    &["công", "suất"],
];

/// Words behind which a number is a name.
const LABELLED: &[&str] = &["đai", "số", "tuyến", "lộ", "đoạn", "khóa", "lớp", "nhóm"];

/// Units and the like that go with a figure.
const MEASURES: &[&str] = &[
    "m", "m2", "m3", "m²", "m³", "km", "km²", "ha", "ngđ", "usd", "tấn", "đồng", "kwh", "mw", "năm", "khoảng", "hơn",
];

/// Lead-ins of sub-rows.
const LEAD_INS: &[&[&str]] = &[&["trong", "đó"], &["tr", "đó"]];

/// Abbreviations of plans and statistics, folded, and what they stand for.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("anqp", "an ninh quốc phòng"),
    ("bhxh", "bảo hiểm xã hội"),
    ("bhyt", "bảo hiểm y tế"),
    ("cntt", "công nghệ thông tin"),
    ("cnvh", "công nghiệp văn hóa"),
    ("csdl", "cơ sở dữ liệu"),
    ("ctr", "chất thải rắn"),
    ("cts", "chất thải sinh hoạt"),
    ("ctxh", "chính trị xã hội"),
    ("gd", "gia đình"),
    ("gđ", "gia đình"),
    ("kcn", "khu công nghiệp"),
    ("kcnc", "khu công nghệ cao"),
    ("kcx", "khu chế xuất"),
    ("kdl", "khu du lịch"),
    ("khcn", "khoa học công nghệ"),
    ("mn", "mầm non"),
    ("mttq", "mặt trận tổ quốc"),
    ("nslđ", "năng suất lao động"),
    ("nsnn", "ngân sách nhà nước"),
    ("nsđp", "ngân sách địa phương"),
    ("ntm", "nông thôn mới"),
    ("pt", "phổ thông"),
    ("qc", "quy chuẩn"),
    ("sp", "sản phẩm"),
    ("tc", "tiêu chuẩn"),
    ("tct", "tổng công ty"),
    ("thcs", "trung học cơ sở"),
    ("thpt", "trung học phổ thông"),
    ("tod", "phát triển giao thông công cộng"),
    ("tp", "thành phố"),
    ("tw", "trung ương"),
    ("xh", "xã hội"),
    ("xtđt", "xúc tiến đầu tư"),
    ("đcs", "đảng cộng sản"),
    ("đtxh", "đầu tư xã hội"),
];

/// The longest abbreviation has so many bytes.
const LONGEST_ABBREVIATION: usize = 5;

/// The words of a text that name something, folded, abbreviations written out.
pub(crate) fn naming_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut found: Vec<String> = Vec::new();
    let mut behind_figure = false;
    for word in words(&folded) {
        if word.text.starts_with(|c: char| c.is_ascii_digit()) {
            match found.last_mut() {
                Some(last) if LABELLED.contains(&last.as_str()) && !is_year(word.text) => last.push_str(word.text),
                _ => behind_figure = true,
            }
            continue;
        }
        if (behind_figure || word.text.len() <= 2) && MEASURES.contains(&word.text) {
            continue;
        }
        behind_figure = false;
        match written_out(word.text) {
            Some(long) => found.extend(long.split(' ').map(str::to_owned)),
            None => found.push(word.text.to_owned()),
        }
    }
    if let Some(lead_in) = LEAD_INS.iter().find(|lead_in| starts_with(&found, lead_in)) {
        found.drain(..lead_in.len());
    }
    let mut kept = Vec::with_capacity(found.len());
    let mut at = 0;
    while at < found.len() {
        if let Some(frame) = FRAMES.iter().find(|frame| starts_with(&found[at..], frame)) {
            at += frame.len();
        } else {
            kept.push(std::mem::take(&mut found[at]));
            at += 1;
        }
    }
    kept
}

/// What an abbreviation stands for.
fn written_out(word: &str) -> Option<&'static str> {
    if word.len() > LONGEST_ABBREVIATION {
        return None;
    }
    let index = ABBREVIATIONS.binary_search_by_key(&word, |&(short, _)| short).ok()?;
    Some(ABBREVIATIONS[index].1)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn starts_with(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, expected)| word == expected)
}

/// The features of a text: sorted, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    ids: Vec<u32>,
}

impl Features {
    pub(crate) fn ids(&self) -> &[u32] {
        &self.ids
    }
}

/// All features of a set of texts and how many of the texts have each.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: FxHashMap<String, (u32, u32)>,
    ids: FxHashMap<(Kind, u32, u32), u32>,
    /// How many texts have a feature.
    counts: Vec<u32>,
    weights: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Word,
    Pair,
    TonelessWord,
    TonelessPair,
}

impl Vocabulary {
    /// The vocabulary of these texts, given as naming words, and the features of each.
    pub(crate) fn new<'a>(texts: impl Iterator<Item = &'a [String]>) -> (Self, Vec<Features>) {
        let mut vocabulary = Self::default();
        vocabulary.ids.reserve(TYPICAL_FEATURES);
        let mut kinds: Vec<Kind> = Vec::new();
        let mut all = Vec::new();
        for text in texts {
            let spelled: Vec<(u32, u32)> = text.iter().map(|word| vocabulary.word(word)).collect();
            let mut ids = Vec::with_capacity(spelled.len() * 4);
            for_each_feature(&spelled, |key| {
                ids.push(*vocabulary.ids.entry(key).or_insert_with(|| {
                    kinds.push(key.0);
                    u32::try_from(kinds.len() - 1).unwrap_or(u32::MAX)
                }));
            });
            ids.sort_unstable();
            ids.dedup();
            vocabulary.counts.resize(kinds.len(), 0);
            for &id in &ids {
                vocabulary.counts[id as usize] += 1;
            }
            all.push(Features { ids });
        }
        let texts = all.len();
        let counted = kinds.iter().zip(&vocabulary.counts);
        vocabulary.weights = counted.map(|(&kind, &count)| weight(kind, count, texts)).collect();
        (vocabulary, all)
    }

    /// The features of a further text; those no text of the vocabulary has are left out.
    pub(crate) fn features(&self, text: &[String]) -> Features {
        let spelled: Vec<(u32, u32)> = text
            .iter()
            .map(|word| self.words.get(word).copied().unwrap_or((u32::MAX, u32::MAX)))
            .collect();
        let mut ids = Vec::new();
        for_each_feature(&spelled, |key| ids.extend(self.ids.get(&key).copied()));
        ids.sort_unstable();
        ids.dedup();
        Features { ids }
    }

    /// How many texts have each feature.
    pub(crate) fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// What a feature weighs.
    pub(crate) fn weight(&self, id: u32) -> u32 {
        self.weights.get(id as usize).copied().unwrap_or(0)
    }

    /// What all features of a text weigh.
    pub(crate) fn total(&self, features: &Features) -> u32 {
        features.ids.iter().map(|&id| self.weight(id)).sum()
    }

    /// What the features two texts share weigh.
    pub(crate) fn shared(&self, left: &Features, right: &Features) -> u32 {
        let (mut i, mut j, mut sum) = (0, 0, 0);
        while let (Some(a), Some(b)) = (left.ids.get(i), right.ids.get(j)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.weight(*a);
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }

    fn word(&mut self, word: &str) -> (u32, u32) {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let bare = toneless(word);
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        if bare == word {
            self.words.insert(bare, (next, next));
            return (next, next);
        }
        let bare_id = self.words.entry(bare).or_insert((next, next)).1;
        let own = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.insert(word.to_owned(), (own, bare_id));
        (own, bare_id)
    }
}

fn for_each_feature(words: &[(u32, u32)], mut with: impl FnMut((Kind, u32, u32))) {
    for &(exact, bare) in words {
        with((Kind::Word, exact, 0));
        with((Kind::TonelessWord, bare, 0));
    }
    for pair in words.windows(2) {
        with((Kind::Pair, pair[0].0, pair[1].0));
        with((Kind::TonelessPair, pair[0].1, pair[1].1));
    }
}

/// Inverse document frequency, by kind. Whole numbers, so that sums do not
/// depend on their order.
fn weight(kind: Kind, count: u32, texts: usize) -> u32 {
    let texts = f64::from(u32::try_from(texts).unwrap_or(u32::MAX));
    let rarity = (1.0 + texts / f64::from(count.max(1))).ln();
    let share = match kind {
        Kind::Word => WORD,
        Kind::Pair => PAIR,
        Kind::TonelessWord => WORD * TONELESS,
        Kind::TonelessPair => PAIR * TONELESS,
    };
    // Below 1000: the logarithm of a count of texts stays under 20.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (rarity * share).round() as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_frames_are_left_out_and_numbers_that_name_stay() {
        assert_eq!(
            naming_words("Xây dựng 10 hồ điều hòa giai đoạn 2026-2030"),
            ["xây", "dựng", "hồ", "điều", "hòa"]
        );
        assert_eq!(naming_words("đường Vành đai 3"), ["đường", "vành", "đai3"]);
        assert_eq!(naming_words("công suất 25.000 m³/ngđ"), [""; 0]);
        assert_eq!(naming_words("Tr. đó, KCN"), ["khu", "công", "nghiệp"]);
    }

    #[test]
    fn abbreviations_are_sorted_for_the_search() {
        assert!(ABBREVIATIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(ABBREVIATIONS.iter().all(|pair| pair.0.len() <= LONGEST_ABBREVIATION));
    }

    #[test]
    fn rare_features_weigh_more_and_shared_ones_are_summed() {
        let texts: Vec<Vec<String>> = ["cầu tứ liên", "cầu ngọc hồi", "cầu yếu"]
            .iter()
            .map(|text| naming_words(text))
            .collect();
        let (vocabulary, features) = Vocabulary::new(texts.iter().map(Vec::as_slice));
        let bridge = vocabulary.features(&naming_words("cầu"));
        let name = vocabulary.features(&naming_words("tứ"));
        assert!(vocabulary.total(&name) > vocabulary.total(&bridge));
        assert_eq!(vocabulary.shared(&features[0], &features[1]), vocabulary.total(&bridge));
        assert_eq!(
            vocabulary.shared(&features[0], &features[0]),
            vocabulary.total(&features[0])
        );
    }
}
