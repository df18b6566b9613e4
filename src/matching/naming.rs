//! The words of a text that name something.
//!
//! Figures, dates and units are left out: they are facts, compared after the
//! match. A number that is a name stays (`vành đai 3`, `tuyến số 2`).

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{fold, words};

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

/// A measure of more bytes than these is one only behind a figure.
const SHORT_MEASURE: usize = 2;

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

/// Vietnamese words are seldom shorter than this, in bytes with their blank.
const SHORT_WORD: usize = 4;

/// What the tables above say of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    is_measure: bool,
    is_labelled: bool,
    opens_frame: bool,
    /// The number of its abbreviation.
    stands_for: Option<u8>,
}

static KNOWN: LazyLock<FxHashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut known: FxHashMap<&'static str, Known> = FxHashMap::default();
    for word in MEASURES {
        known.entry(word).or_default().is_measure = true;
    }
    for word in LABELLED {
        known.entry(word).or_default().is_labelled = true;
    }
    for frame in FRAMES {
        known.entry(frame[0]).or_default().opens_frame = true;
    }
    for ((short, _), number) in ABBREVIATIONS.iter().zip(0..) {
        known.entry(short).or_default().stands_for = Some(number);
    }
    known
});

/// The words of a text that name something, folded, abbreviations written out.
pub(crate) fn naming_words(text: &str) -> Vec<String> {
    naming_words_of(&fold(text)).map(Cow::into_owned).collect()
}

/// [`naming_words`] of a text that is folded already.
pub(super) fn naming_words_of(folded: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut found = spelled_out(folded);
    if let Some(lead_in) = LEAD_INS.iter().find(|lead_in| starts_with(&found, lead_in)) {
        found.drain(..lead_in.len());
    }
    let mut at = 0;
    while let Some(next) = found[at..].iter().position(|(_, known)| known.opens_frame) {
        at += next;
        match FRAMES.iter().find(|frame| starts_with(&found[at..], frame)) {
            Some(frame) => {
                found.drain(at..at + frame.len());
            }
            None => at += 1,
        }
    }
    found.into_iter().map(|(word, _)| word)
}

/// The words without figures and measures, abbreviations written out.
fn spelled_out(folded: &str) -> Vec<(Cow<'_, str>, Known)> {
    let mut found: Vec<(Cow<'_, str>, Known)> = Vec::with_capacity(folded.len() / SHORT_WORD);
    let mut behind_figure = false;
    for word in words(folded).map(|word| word.text) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            match found.last_mut() {
                Some((last, known)) if known.is_labelled && !is_year(word) => {
                    last.to_mut().push_str(word);
                    *known = Known::default();
                }
                _ => behind_figure = true,
            }
            continue;
        }
        let known = of(word);
        if known.is_measure && (behind_figure || word.len() <= SHORT_MEASURE) {
            continue;
        }
        behind_figure = false;
        match known.stands_for {
            Some(number) => found.extend(
                ABBREVIATIONS[usize::from(number)]
                    .1
                    .split(' ')
                    .map(|word| (Cow::Borrowed(word), of(word))),
            ),
            None => found.push((Cow::Borrowed(word), known)),
        }
    }
    found
}

fn of(word: &str) -> Known {
    KNOWN.get(word).copied().unwrap_or_default()
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn starts_with(words: &[(Cow<'_, str>, Known)], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|((word, _), expected)| word == expected)
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
        assert_eq!(naming_words("TP Hà Nội: Hồ Tây"), ["hồ", "tây"]);
    }
}
