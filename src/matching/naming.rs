//! The words of a text that name something.
//!
//! Figures, dates and units are left out: they are facts, compared after the
//! match. A number that is a name stays (`vành đai 3`, `tuyến số 2`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, WordId};
use crate::text::{is_year, lettered, roman, words};

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

/// Words behind which a number names one of several things, folded.
pub(crate) const LABELLED: &[&str] = &["đai", "số", "tuyến", "lộ", "đoạn", "khóa", "nhóm", "ql", "tl", "đt"];

/// Whether what stands between a word and a figure parts them: in `chuyển đổi số;
/// 80% hồ sơ` the figure has no label.
pub(crate) fn is_parted(between: &str) -> bool {
    between.contains([',', ';', '”', ')'])
}

/// Further words behind which a number belongs to what the text names.
const ORDERED: &[&str] = &["lớp", "thứ"];

/// Words behind which a Roman numeral is a name, and a low figure without a
/// unit is a grade or a turn, folded; higher figures count (`cấp 500 giấy phép`).
pub(crate) const GRADED: &[&str] = &["cấp", "loại", "hạng", "bậc", "độ", "pha", "đợt", "mạch", "mức"];

/// Those of them whose numbers grade one thing: with another grade (`đô thị loại
/// I`, `loại II`) it stays the same thing.
pub(super) const GRADES: &[&str] = &["cấp", "loại", "hạng", "bậc", "mức"];

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
    ("attp", "an toàn thực phẩm"),
    ("bhtn", "bảo hiểm thất nghiệp"),
    ("bhxh", "bảo hiểm xã hội"),
    ("bhyt", "bảo hiểm y tế"),
    ("bvmt", "bảo vệ môi trường"),
    ("bđkh", "biến đổi khí hậu"),
    ("ccn", "cụm công nghiệp"),
    ("cki", "chuyên khoa cấp1"),
    ("ckii", "chuyên khoa cấp2"),
    ("cntt", "công nghệ thông tin"),
    ("cnvh", "công nghiệp văn hóa"),
    ("csdl", "cơ sở dữ liệu"),
    ("ctr", "chất thải rắn"),
    ("cts", "chất thải sinh hoạt"),
    ("ctxh", "chính trị xã hội"),
    ("cđs", "chuyển đổi số"),
    ("dnnvv", "doanh nghiệp nhỏ và vừa"),
    ("dtts", "dân tộc thiểu số"),
    ("gd", "gia đình"),
    ("gdnn", "giáo dục nghề nghiệp"),
    ("gpmb", "giải phóng mặt bằng"),
    ("gđ", "gia đình"),
    ("htx", "hợp tác xã"),
    ("kcn", "khu công nghiệp"),
    ("kcnc", "khu công nghệ cao"),
    ("kcx", "khu chế xuất"),
    ("kdl", "khu du lịch"),
    ("khcn", "khoa học công nghệ"),
    ("ktxh", "kinh tế xã hội"),
    ("mn", "mầm non"),
    ("mttq", "mặt trận tổ quốc"),
    ("nslđ", "năng suất lao động"),
    ("nsnn", "ngân sách nhà nước"),
    ("nsđp", "ngân sách địa phương"),
    ("ntm", "nông thôn mới"),
    ("pccc", "phòng cháy chữa cháy"),
    ("pt", "phổ thông"),
    ("qc", "quy chuẩn"),
    ("ql", "quốc lộ"),
    ("sdd", "suy dinh dưỡng"),
    ("shtt", "sở hữu trí tuệ"),
    ("sp", "sản phẩm"),
    ("tc", "tiêu chuẩn"),
    ("tct", "tổng công ty"),
    ("thcs", "trung học cơ sở"),
    ("thpt", "trung học phổ thông"),
    ("tod", "phát triển giao thông công cộng"),
    ("tp", "thành phố"),
    ("tthc", "thủ tục hành chính"),
    ("ttyt", "trung tâm y tế"),
    ("tw", "trung ương"),
    ("tyt", "trạm y tế"),
    ("xh", "xã hội"),
    ("xklđ", "xuất khẩu lao động"),
    ("xtđt", "xúc tiến đầu tư"),
    ("đcs", "đảng cộng sản"),
    ("đmst", "đổi mới sáng tạo"),
    ("đtxh", "đầu tư xã hội"),
];

/// Vietnamese words are seldom shorter than this, in bytes with their blank.
pub(super) const SHORT_WORD: usize = 4;

/// Words that open a task and name no object, folded.
const FRAME_WORDS: &[&str] = &[
    "xây", "dựng", "hoàn", "thành", "thiện", "lập", "phát", "triển", "khai", "thực", "hiện", "đầu", "tư", "hình", "đề",
    "án", "kế", "hoạch", "chương", "trình", "dự", "tiếp", "tục", "tổ", "chức", "đẩy", "mạnh", "tăng", "cường", "nâng",
    "cao", "cấp", "các", "những", "một", "số", "và", "mới", "mở", "rộng", "cải", "tạo", "khởi", "công", "ban", "hành",
    "rà", "soát", "đưa", "vào", "hoạt", "động", "nghiên", "cứu", "triệt", "để", "về", "đổi", "chất", "lượng", "khai",
    "thác", "sử", "dụng", "vận", "tuyến", "chống", "khắc", "phục",
];

/// What the tables above say of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// Whether it opens tasks and names no object.
    pub(super) is_frame: bool,
    is_measure: bool,
    numbered: Numbered,
    /// Its number among the words of frames and lead-ins, from 1; those that
    /// open a frame have the lowest.
    phrase_word: u8,
    /// The number of its abbreviation.
    stands_for: Option<u8>,
}

/// Which numbers behind a word are names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Numbered {
    #[default]
    None,
    Roman,
    All,
}

struct Tables {
    known: FxHashMap<&'static str, Known>,
    /// The frames by the numbers of their words.
    frames: Vec<Vec<u8>>,
    lead_ins: Vec<Vec<u8>>,
    /// The highest number of a word that opens a frame.
    last_opener: u8,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut known: FxHashMap<&'static str, Known> = FxHashMap::default();
    for word in FRAME_WORDS {
        known.entry(word).or_default().is_frame = true;
    }
    for word in MEASURES {
        known.entry(word).or_default().is_measure = true;
    }
    for word in LABELLED.iter().chain(ORDERED) {
        known.entry(word).or_default().numbered = Numbered::All;
    }
    for word in GRADED {
        known.entry(word).or_default().numbered = Numbered::Roman;
    }
    for ((short, _), number) in ABBREVIATIONS.iter().zip(0..) {
        known.entry(short).or_default().stands_for = Some(number);
    }
    let mut last = 0;
    let mut number = |word: &&'static str| {
        let phrase_word = &mut known.entry(*word).or_default().phrase_word;
        if *phrase_word == 0 {
            last += 1;
            *phrase_word = last;
        }
        *phrase_word
    };
    let mut numbered = |phrases: &[&[&'static str]]| -> Vec<Vec<u8>> {
        let phrases = phrases.iter();
        phrases.map(|phrase| phrase.iter().map(&mut number).collect()).collect()
    };
    let openers: Vec<&[&str]> = FRAMES.iter().map(|frame| &frame[..1]).collect();
    let last_opener = numbered(&openers).concat().into_iter().max().unwrap_or(0);
    let (frames, lead_ins) = (numbered(FRAMES), numbered(LEAD_INS));
    Tables {
        known,
        frames,
        lead_ins,
        last_opener,
    }
});

impl Known {
    /// What the tables say of a folded word.
    pub(super) fn of(word: &str) -> Self {
        TABLES.known.get(word).copied().unwrap_or_default()
    }
}

/// Tells what a printed word is.
pub(super) trait Dictionary {
    /// A word as printed.
    fn word(&mut self, printed: &str) -> (WordId, Known);

    /// A word with the number that follows it, both as printed (`đai`, `3`).
    fn numbered(&mut self, label: &str, number: &str) -> WordId;
}

/// Whether a folded word opens tasks and names no object.
pub(crate) fn opens_tasks(word: &str) -> bool {
    Known::of(word).is_frame
}

/// The words of a text that name something, folded, abbreviations written out.
pub(crate) fn naming_words(text: &str) -> Vec<String> {
    let mut lexicon = Lexicon::default();
    let words = lexicon.read(text);
    let spellings = lexicon.spellings();
    words.iter().map(|&word| spellings[word as usize].to_owned()).collect()
}

/// The words of a text that name something, abbreviations written out.
pub(super) fn naming(text: &str, dictionary: &mut impl Dictionary) -> Vec<WordId> {
    let mut found = spelled_out(text, dictionary);
    let starts_with = |words: &[(WordId, Known)], phrase: &[u8]| {
        words.len() >= phrase.len()
            && words
                .iter()
                .zip(phrase)
                .all(|((_, known), &word)| known.phrase_word == word)
    };
    if let Some(lead_in) = TABLES.lead_ins.iter().find(|lead_in| starts_with(&found, lead_in)) {
        found.drain(..lead_in.len());
    }
    let opens_frame = |known: &Known| (1..=TABLES.last_opener).contains(&known.phrase_word);
    let mut at = 0;
    while let Some(next) = found[at..].iter().position(|(_, known)| opens_frame(known)) {
        at += next;
        match TABLES.frames.iter().find(|frame| starts_with(&found[at..], frame)) {
            Some(frame) => {
                found.drain(at..at + frame.len());
            }
            None => at += 1,
        }
    }
    found.into_iter().map(|(word, _)| word).collect()
}

/// The words without figures and measures, abbreviations written out.
fn spelled_out(text: &str, dictionary: &mut impl Dictionary) -> Vec<(WordId, Known)> {
    let mut found: Vec<(WordId, Known)> = Vec::with_capacity(text.len() / SHORT_WORD);
    // What was found last, as printed.
    let mut label = "";
    let mut behind_figure = false;
    let mut end = 0;
    for place in words(text) {
        let word = place.text;
        let between = &text[end..place.start];
        end = place.end();
        let is_figure = word.starts_with(|c: char| c.is_ascii_digit());
        let numeral = if is_figure { None } else { roman(word) };
        if let Some((last, known)) = found.last_mut() {
            let number = match numeral {
                Some(value) => (known.numbered != Numbered::None).then(|| value.to_string()),
                None => (is_figure && known.numbered == Numbered::All && !is_year(word)).then(|| word.to_owned()),
            };
            if let Some(number) = number.filter(|_| !is_parted(between)) {
                *last = dictionary.numbered(label, &number);
                *known = Known::default();
                continue;
            }
        }
        if is_figure && lettered(word).is_none() {
            behind_figure = true;
            continue;
        }
        let (id, known) = dictionary.word(word);
        if known.is_measure && (behind_figure || word.len() <= SHORT_MEASURE) {
            continue;
        }
        behind_figure = false;
        if let Some(number) = known.stands_for {
            let words = ABBREVIATIONS[usize::from(number)].1.split(' ');
            found.extend(words.inspect(|&word| label = word).map(|word| dictionary.word(word)));
        } else if let Some(((words, last), number)) = glued_label(word, dictionary) {
            found.extend(words.split(' ').map(|word| dictionary.word(word)));
            found.push((dictionary.numbered(last, number), Known::default()));
        } else {
            label = word;
            found.push((id, known));
        }
    }
    found
}

/// What a word stands for that is an abbreviation and a number, `QL29`: `quốc`,
/// and `lộ` with its number.
fn glued_label<'w>(word: &'w str, dictionary: &mut impl Dictionary) -> Option<((&'static str, &'static str), &'w str)> {
    if !word.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (label, number) = word.split_at(word.find(|c: char| c.is_ascii_digit())?);
    let (_, known) = dictionary.word(label);
    let words = ABBREVIATIONS[usize::from(known.stands_for?)].1.rsplit_once(' ')?;
    (known.numbered == Numbered::All).then_some((words, number))
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
        assert_eq!(
            naming_words("Phủ sóng 5G dài 5m, đô thị loại II"),
            ["phủ", "sóng", "5g", "dài", "đô", "thị", "loại2"]
        );
        assert_eq!(naming_words("Khu B giai đoạn I"), naming_words("Khu B giai đoạn 1"));
        assert_eq!(naming_words("cấp 500 giấy"), ["cấp", "giấy"]);
        assert_eq!(
            naming_words("chuyển đổi số; 80% hồ sơ"),
            naming_words("chuyển đổi số; hồ sơ")
        );
        assert_eq!(naming_words("Tr. đó, KCN"), ["khu", "công", "nghiệp"]);
        assert_eq!(naming_words("TP Hà Nội: Hồ Tây"), ["hồ", "tây"]);
        for road in ["QL29", "QL 29", "QL.29", "quốc lộ 29"] {
            assert_eq!(
                naming_words(&format!("Nâng cấp {road}")),
                ["nâng", "cấp", "quốc", "lộ29"]
            );
        }
        assert_eq!(
            naming_words("Số HTX, CĐS"),
            naming_words("Số hợp tác xã, chuyển đổi số")
        );
    }

    #[test]
    fn a_measure_that_is_a_word_goes_behind_a_figure_only() {
        assert_eq!(naming_words("Cánh đồng hoa"), ["cánh", "đồng", "hoa"]);
        assert_eq!(naming_words("Hoa giá 500 đồng"), ["hoa", "giá"]);
        assert_eq!(naming_words("Diện tích (ha)"), ["diện", "tích"]);
    }

    #[test]
    fn a_year_is_no_name() {
        assert_eq!(naming_words("Tuyến số 20"), ["tuyến", "số20"]);
        assert_eq!(naming_words("Tuyến số 2026"), ["tuyến", "số"]);
    }
}
