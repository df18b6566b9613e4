//! What a column holds, from the words of its heading.

use rustc_hash::FxHashMap;

use super::table::{Column, SourceLine, kind_of};
use crate::model::AnnexKind;
use crate::text::{is_year, toneless, words};

/// Headings are short; a longer text is a cell.
const LONGEST_HEADING: usize = 16;

/// Whether a word is the heading of the numbers, as lines of headings open with it.
pub(crate) fn is_number_heading(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "TT" | "STT" | "Tt" | "Stt")
}

/// Whether a line opens with it, in one word or two (`Số TT`).
pub(crate) fn opens_with_number_heading(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    is_number_heading(first) || (matches!(first, "Số" | "SỐ") && words.next().is_some_and(is_number_heading))
}

/// How many lines the heading of the number column stands on that opens on the
/// first of these: a narrow column wraps it inside the word (`ST` above `T`),
/// beside or around other headings.
pub(crate) fn number_heading_lines(lines: &[SourceLine<'_>]) -> Option<usize> {
    let first = |line: &SourceLine<'_>| line.text.split_whitespace().next().unwrap_or_default().to_owned();
    let mut read = first(lines.first()?);
    if opens_with_number_heading(lines[0].text) {
        return Some(1);
    }
    if !matches!(read.as_str(), "S" | "T" | "ST") {
        return None;
    }
    let indent = |line: &SourceLine<'_>| line.text.chars().take_while(|c| c.is_whitespace()).count();
    for (line, count) in lines.iter().zip(1..).take(TALLEST_NUMBER_HEADING).skip(1) {
        if first(line) == "T" && indent(line).abs_diff(indent(&lines[0])) <= read.len() {
            read.push('T');
        }
        if is_number_heading(&read) {
            let is_heading = |piece: &str| column_kind(piece).is_some();
            let beside = lines[..count].iter().flat_map(|line| line.text.split("  "));
            return beside.map(str::trim).any(is_heading).then_some(count);
        }
    }
    None
}

/// `S`, `T` and `T`, with headings beside and between them.
const TALLEST_NUMBER_HEADING: usize = 5;

/// Whether a line counts the columns: `(1) (2) (3)`, `1 2 3 4`.
pub(crate) fn counts_columns(text: &str) -> bool {
    let counts = |(word, count): (&str, usize)| word.trim_matches(['(', ')']).parse() == Ok(count);
    text.split_whitespace().nth(2).is_some() && text.split_whitespace().zip(1..).all(counts)
}

/// What the column under this heading holds; `None` when its words are no
/// heading known. Read without tones, which recognition (OCR) damages most in
/// capitals (`CƠ QUAN, TỔ CHỨC ĐÁNG CHỦ TRÌ`). A value column is always
/// `Value(0)`; [`settle`] counts them and decides what one heading alone
/// leaves open.
pub(crate) fn column_kind(heading: &str) -> Option<Column> {
    if words(heading).nth(LONGEST_HEADING).is_some() {
        return None;
    }
    let plain = toneless(heading);
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > LONGEST_HEADING {
        return None;
    }
    match words[..] {
        ["tt" | "stt"] | ["so", "tt"] | ["so", "thu", "tu"] => return Some(Column::Number),
        ["don", "vi"] => return Some(Column::Unit),
        // Also where it says when: `Sản phẩm hoàn thành`.
        ["san", "pham", ..] => return Some(Column::Product),
        _ => {}
    }
    let phrase = Phrase::of(&words);
    let names_value = || words.iter().any(|word| is_year(word)) || names_part_of_year(&words);
    let (column, _) = KINDS.iter().find(|(column, phrases)| {
        phrases.iter().any(|wanted| phrase.has(wanted)) || (*column == Column::Value(0) && names_value())
    })?;
    let reports = *column == Column::Lead && phrase.has("bao cao");
    Some(if reports { Column::Body } else { *column })
}

/// What columns hold whose headings have one of these phrases; the first that
/// fits counts. A year or a part of one makes a value, too.
const KINDS: [(Column, &[&str]); 12] = [
    (
        Column::Lead,
        &[
            "chu tri",
            "chiu trach nhiem",
            "phu trach",
            "co quan thuc hien",
            "don vi thuc hien",
        ],
    ),
    (Column::Coordinating, &["phoi hop"]),
    (Column::Text, &["nhiem vu", "noi dung", "cong viec", "giai phap"]),
    (
        Column::Deadline,
        &[
            "thoi gian",
            "thoi han",
            "tien do",
            "thoi diem",
            "hoan thanh",
            "han xong",
            "lo trinh",
        ],
    ),
    (Column::Lead, &["trach nhiem", "dau moi", "tham muu"]),
    (
        Column::Value(0),
        &["gia tri", "muc tieu", "ke hoach", "toc do", "so luong"],
    ),
    (
        Column::Text,
        &["chi tieu", "linh vuc", "nganh", "danh muc", "ten du an", "ten de an"],
    ),
    (Column::Product, &["san pham", "ket qua", "dau ra"]),
    (Column::Resources, &["nguon luc", "kinh phi", "nguon von"]),
    (Column::Remark, &["ghi chu"]),
    (Column::Unit, &["dvt", "don vi tinh", "don vi do"]),
    (
        Column::Body,
        &[
            "co quan theo doi",
            "don vi theo doi",
            "co quan bao cao",
            "don vi bao cao",
        ],
    ),
];

/// Headings told by [`column_kind`], each once: they come again on every page.
#[derive(Debug, Default)]
pub(crate) struct Headings(FxHashMap<String, Column>);

impl Headings {
    /// [`column_kind`] of a text.
    pub(crate) fn kind(&mut self, text: &str) -> Option<Column> {
        if let Some(&kind) = self.0.get(text) {
            return Some(kind);
        }
        let kind = column_kind(text)?;
        self.0.insert(text.to_owned(), kind);
        Some(kind)
    }
}

/// What the columns under these headings hold, each kind at most once.
///
/// What one heading leaves open is decided by its neighbours: `Đơn vị` and
/// `Chủ trì` are unit and reporting body beside values, lead bodies beside
/// deadlines. A table without a text column has it right of the numbers.
pub(crate) fn settle(headings: &[String]) -> Vec<Column> {
    let mut kinds: Vec<Option<Column>> = headings.iter().map(|heading| column_kind(heading)).collect();
    let has = |kinds: &[Option<Column>], wanted: &[Column]| kinds.iter().flatten().any(|kind| wanted.contains(kind));
    if !has(&kinds, &[Column::Text]) {
        let after_number = kinds
            .iter()
            .position(|kind| *kind == Some(Column::Number))
            .map_or(0, |at| at + 1);
        let open = |kind: &Option<Column>| kind.is_none() || *kind == Some(Column::Value(0));
        if let Some(kind) = kinds.iter_mut().skip(after_number).find(|kind| open(kind)) {
            *kind = Some(Column::Text);
        }
    }
    if has(&kinds, &[Column::Unit]) {
        for (kind, _) in kinds
            .iter_mut()
            .zip(headings)
            .filter(|(_, heading)| names_figure(heading))
        {
            kind.get_or_insert(Column::Value(0));
        }
    }
    let names_tasks = headings.iter().zip(&kinds).any(|(heading, kind)| {
        let plain = toneless(heading);
        *kind == Some(Column::Text)
            && (plain.contains("nhiem vu") || plain.contains("noi dung") || plain.contains("giai phap"))
            && !plain.contains("chi tieu")
    });
    let measured = has(&kinds, &[Column::Unit, Column::Value(0)]);
    let assigned = has(&kinds, &[Column::Deadline, Column::Coordinating, Column::Product])
        || (names_tasks && has(&kinds, &[Column::Lead]));
    let kind = if measured && !(names_tasks && assigned) {
        AnnexKind::Indicators
    } else {
        AnnexKind::Tasks
    };
    for column in kinds.iter_mut().flatten() {
        *column = match (*column, kind) {
            (Column::Lead, AnnexKind::Indicators) => Column::Body,
            (Column::Unit | Column::Body, AnnexKind::Tasks) => Column::Lead,
            (Column::Value(_), AnnexKind::Tasks) => Column::Other(0),
            (column, _) => column,
        };
    }
    number(&kinds)
}

/// Whether the line names columns of a table: `TT` first, or two kinds of columns.
pub(crate) fn names_columns(line: &str) -> bool {
    let plain = toneless(line);
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 2 * LONGEST_HEADING {
        return false;
    }
    let named = words.strip_prefix(&["so"]).unwrap_or(&words);
    if let Some(("tt" | "stt", rest)) = named.split_first().map(|(first, rest)| (*first, rest)) {
        let phrase = Phrase::of(rest);
        let mut texts = KINDS.iter().filter(|(column, _)| *column == Column::Text);
        let mut names_text = || texts.any(|(_, phrases)| phrase.count(phrases) >= 1);
        return rest.is_empty() || phrase.count(&TELLING) >= 1 || names_text();
    }
    Phrase::of(&words).count(&TELLING) >= 3
}

/// Whether a line is that of two headings that stand close and open alike
/// (`CƠ QUAN, TỔ CƠ QUAN, TỔ`).
pub(crate) fn is_of_two(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (first, second) = words.split_at(words.len() / 2);
    !first.is_empty() && first == second
}

/// Whether these columns are those of a task or an indicator table.
pub(crate) fn is_table(columns: &[Column]) -> bool {
    columns.contains(&Column::Text) && kind_of(columns) != AnnexKind::Other
}

/// The words that tell headings from other lines.
const TELLING: [&str; 12] = [
    "nhiem vu",
    "chi tieu",
    "noi dung",
    "chu tri",
    "phoi hop",
    "san pham",
    "thoi gian",
    "thoi han",
    "tien do",
    "nguon luc",
    "don vi",
    "dvt",
];

/// Counts values and others, and lets each further kind stand once.
fn number(kinds: &[Option<Column>]) -> Vec<Column> {
    let (mut values, mut others) = (0, 0);
    let mut columns: Vec<Column> = Vec::with_capacity(kinds.len());
    for kind in kinds {
        columns.push(match kind {
            Some(Column::Value(_)) => {
                values += 1;
                Column::Value(values - 1)
            }
            Some(kind) if !matches!(kind, Column::Other(_)) && !columns.contains(kind) => *kind,
            _ => {
                others += 1;
                Column::Other(others - 1)
            }
        });
    }
    columns
}

/// Whether a heading says which figures stand below it where units stand beside
/// them: `Tỉnh giao`, `Phấn đấu`, `Kịch bản cao`.
fn names_figure(heading: &str) -> bool {
    let plain = toneless(heading);
    let opens = |wanted: &[&str]| wanted.iter().any(|wanted| plain.starts_with(wanted));
    opens(&["phan dau", "kich ban", "phuong an"])
        || (plain.ends_with(" giao") && opens(&["trung uong", "tw", "thu tuong", "tinh", "thanh pho", "hdnd", "ubnd"]))
}

/// `Quý I`, `QuýIV`, `6T`, `9 tháng`.
fn names_part_of_year(words: &[&str]) -> bool {
    let quarter = |word: &str| matches!(word, "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4");
    words
        .iter()
        .enumerate()
        .any(|(at, word)| match word.strip_prefix("quy") {
            Some("") => words.get(at + 1).is_some_and(|next| quarter(next)),
            Some(rest) => quarter(rest),
            None => matches!(*word, "6t" | "9t") || (matches!(*word, "6" | "9") && words.get(at + 1) == Some(&"thang")),
        })
}

/// The words of a heading.
struct Phrase<'a> {
    words: &'a [&'a str],
    /// A bit for each letter a word begins with.
    initials: u32,
}

impl<'a> Phrase<'a> {
    fn of(words: &'a [&'a str]) -> Self {
        Self {
            words,
            initials: words.iter().fold(0, |initials, word| initials | initial(word)),
        }
    }

    fn has(&self, wanted: &str) -> bool {
        self.initials & initial(wanted) != 0 && (0..self.words.len()).any(|at| opens_with(&self.words[at..], wanted))
    }

    fn count(&self, wanted: &[&str]) -> usize {
        wanted.iter().filter(|wanted| self.has(wanted)).count()
    }
}

/// The bit of the first letter of a word.
fn initial(word: &str) -> u32 {
    word.bytes().next().map_or(0, |first| 1 << (first % 32))
}

/// Whether the words open with those of a phrase.
fn opens_with(words: &[&str], phrase: &str) -> bool {
    let mut rest = phrase;
    for word in words {
        // Nearly every word fails here, on its first letter.
        if word.as_bytes().first() != rest.as_bytes().first() {
            return false;
        }
        match rest.strip_prefix(word) {
            Some("") => return true,
            Some(after) if after.starts_with(' ') => rest = &after[1..],
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_of_numbers_may_be_wrapped_in_its_word() {
        let count = |text: &str| {
            let lines: Vec<_> = text.lines().map(|text| SourceLine { number: 1, text }).collect();
            number_heading_lines(&lines)
        };
        for text in [
            "TT   Nhiệm vụ",
            "STT.   Nhiệm vụ",
            "Số TT  Nhiệm vụ",
            "SỐ TT.  NHIỆM VỤ",
        ] {
            assert_eq!(count(text), Some(1), "{text}");
        }
        assert_eq!(count("ST\n     Nhiệm vụ   Chủ trì\n T"), Some(3));
        assert_eq!(count("T    Nhiệm vụ\nT    Chủ trì"), Some(2));
        for text in [
            "Số liệu   Nhiệm vụ",
            "ST   Nhiệm vụ",
            "ST   Xây cầu\n T",
            "ST   Nhiệm vụ\n          T",
            "S    Nhiệm vụ\nT    Chủ trì",
        ] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn headings_and_their_synonyms() {
        for (heading, column) in [
            ("TT", Column::Number),
            ("STT", Column::Number),
            ("NHIỆM VỤ CỤ THỂ", Column::Text),
            ("Nhiệm vụ, giải pháp", Column::Text),
            ("Ngành, lĩnh vực", Column::Text),
            ("Chỉ tiêu phát triển", Column::Text),
            ("CƠ QUAN, TỔ CHỨC ĐÁNG CHỦ TRÌ", Column::Lead),
            ("CO QUAN, TỔ CHỨC ĐĂNG PHỐI HỢP", Column::Coordinating),
            ("Chủ trì", Column::Lead),
            ("Chủ trì báo cáo", Column::Body),
            ("Đơn vị chủ trì", Column::Lead),
            ("Đơn vị đầu mối", Column::Lead),
            ("Trách nhiệm", Column::Lead),
            ("Cơ quan tham mưu", Column::Lead),
            ("Trách nhiệm phối hợp", Column::Coordinating),
            ("Nội dung tham mưu", Column::Text),
            ("Lộ trình", Column::Deadline),
            ("Đơn vị", Column::Unit),
            ("ĐVT", Column::Unit),
            ("Sản phẩm", Column::Product),
            ("Kết quả", Column::Product),
            ("Sản phẩm hoàn thành", Column::Product),
            ("KQ Quý I", Column::Value(0)),
            ("KB QuýIV", Column::Value(0)),
            ("2026-2030", Column::Value(0)),
            ("Năm 2025", Column::Value(0)),
            ("Tốc độ bình quân 2026 - 2030 (%/năm)", Column::Value(0)),
            ("Thời gian hoàn thành", Column::Deadline),
            ("THỜI HẠN THỰC HIỆN", Column::Deadline),
            ("Tiến độ", Column::Deadline),
            ("Kinh phí", Column::Resources),
            ("Ghi chú", Column::Remark),
        ] {
            assert_eq!(column_kind(heading), Some(column), "{heading}");
        }
        for text in ["", "Sở Tài chính", "Đảng ủy UBND TP", "12,5", "%"] {
            assert_eq!(column_kind(text), None, "{text}");
        }
    }

    #[test]
    fn givers_and_scenarios_head_values_where_there_are_units() {
        let values = [Column::Value(0), Column::Value(1)];
        for [one, two] in [["Trung ương giao", "Tỉnh giao"], ["Kịch bản cơ sở", "Phấn đấu"]] {
            assert_eq!(settled(&["TT", "Chỉ tiêu", "ĐVT", one, two])[3..], values, "{one}");
        }
        assert!(!settled(&["TT", "Nhiệm vụ", "Chủ trì", "Phương án", "Thời hạn"]).contains(&values[0]));
        assert!(!settled(&["TT", "Chỉ tiêu", "ĐVT", "Cơ quan giao"]).contains(&values[0]));
    }

    fn settled(headings: &[&str]) -> Vec<Column> {
        settle(&headings.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn neighbours_decide_what_one_heading_leaves_open() {
        assert_eq!(
            settled(&["TT", "Chỉ tiêu", "Đơn vị", "2026-2030", "Chủ trì"]),
            [
                Column::Number,
                Column::Text,
                Column::Unit,
                Column::Value(0),
                Column::Body
            ]
        );
        assert_eq!(
            settled(&[
                "TT",
                "Nội dung chỉ tiêu",
                "ĐVT",
                "Mục tiêu 2030",
                "Đơn vị chịu trách nhiệm"
            ])[2..],
            [Column::Unit, Column::Value(0), Column::Body]
        );
        assert_eq!(
            settled(&["TT", "Nội dung", "Đơn vị", "Thời hạn"]),
            [Column::Number, Column::Text, Column::Lead, Column::Deadline]
        );
        assert_eq!(
            settled(&[
                "TT",
                "Chỉ tiêu",
                "ĐVT",
                "Năm 2026",
                "Năm 2030",
                "Cơ quan chủ trì",
                "Cơ quan phối hợp"
            ])[2..5],
            [Column::Unit, Column::Value(0), Column::Value(1)]
        );
    }

    #[test]
    fn lines_that_name_columns() {
        assert!(names_columns(
            "TT Nhiệm vụ, giải pháp Cơ quan chủ trì Cơ quan phối hợp Sản phẩm"
        ));
        assert!(names_columns("TT"));
        assert!(names_columns("TT Ngành, lĩnh vực Tốc độ bình quân 2026 - 2030"));
        assert!(is_of_two("CƠ QUAN, TỔ  CƠ QUAN, TỔ"));
        assert!(!is_of_two("CƠ QUAN CHỦ TRÌ") && !is_of_two(""));
        assert!(!names_columns(
            "Nhiệm vụ, giải pháp cụ thể cho các ngành, lĩnh vực giai đoạn 2025 - 2030"
        ));
        assert!(!names_columns("3. Sở Tài chính chủ trì, phối hợp với Văn phòng"));
    }
}
