//! The front of a program: its title and who issued it.

use super::annex::RawAnnex;
use super::furniture::{Furniture, furniture};
use super::label::leading_label;
use super::markup::plain_heading;
use super::table::SourceLine;
use crate::model::{Issuer, IssuerKind};
use crate::text::{fold, squeeze, toneless};

/// A title wrapped over more lines than this is body text.
const LONGEST_TITLE: usize = 10;
/// A title line in a text with long lines is no longer than this, in bytes.
const LONGEST_TITLE_LINE: usize = 400;
/// The letterhead is at most this many lines high.
const TALLEST_LETTERHEAD: usize = 40;

/// The kinds of document a program's title begins with, without tones.
const KINDS: [&str; 6] = [
    "chuong trinh",
    "ke hoach",
    "de an",
    "nghi quyet",
    "quyet dinh",
    "chi thi",
];

/// Words the body text opens with.
const OPENINGS: [&str; 8] = [
    "Thực hiện ",
    "Quán triệt ",
    "Căn cứ ",
    "Nhằm ",
    "Để ",
    "Trên cơ sở ",
    "Ngày ",
    "Tiếp tục ",
];

/// The heading lines at the top, joined.
pub(crate) fn title(body: &[SourceLine<'_>]) -> String {
    let lines: Vec<(&SourceLine<'_>, String)> = body
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .take(TALLEST_LETTERHEAD + LONGEST_TITLE)
        .map(|line| (line, plain_heading(line.text)))
        .collect();
    let begins = |text: &str| {
        starts_in_capitals(text) && {
            let plain = toneless(text);
            KINDS.iter().any(|kind| plain.starts_with(kind))
        }
    };
    let first = lines
        .iter()
        .take(TALLEST_LETTERHEAD)
        .position(|(_, text)| begins(text))
        .unwrap_or(0);
    let mut title: Vec<&str> = Vec::new();
    let mut gap = None;
    for (at, (line, text)) in lines.iter().enumerate().skip(first).take(LONGEST_TITLE) {
        if at > first {
            // The lines of a title stand equally close; a wider gap ends it.
            let step = line.number - lines[at - 1].0.number;
            let wider = gap.is_some_and(|gap| step > gap);
            let opens = title.len() > 1 && OPENINGS.iter().any(|opening| text.starts_with(opening));
            let over = matches!(furniture(line.text), Some(Furniture::Rule | Furniture::Signature))
                || leading_label(text).is_some()
                || is_sentence(text);
            if wider || opens || over || text.len() > LONGEST_TITLE_LINE {
                break;
            }
            gap = gap.or(Some(step));
        }
        title.push(text);
    }
    squeeze(&title.join(" "))
}

/// Whether a line is body text: it says something to its end, or a thing by number.
fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ';']) || text.starts_with(|c: char| c.is_ascii_digit())
}

/// Who issued the program: named in the title (`CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA …`),
/// beside an annex (`(Kèm theo … của UBND thành phố Hà Nội)`), or in the
/// letterhead and signature.
pub(crate) fn issuer(title: &str, body: &[SourceLine<'_>], annexes: &[RawAnnex<'_>]) -> Issuer {
    let attached = || {
        annexes
            .iter()
            .filter_map(|annex| annex.attached.as_deref())
            .find_map(from_attached)
    };
    let name = from_title(title)
        .or_else(attached)
        .or_else(|| from_letterhead(body))
        .or_else(|| from_signature(body))
        .unwrap_or_default();
    let kind = kind_of(&name);
    Issuer { name, kind, body: None }
}

fn starts_in_capitals(text: &str) -> bool {
    text.split_whitespace()
        .take(2)
        .all(|word| !word.chars().any(char::is_lowercase))
}

/// `… CỦA BAN CHẤP HÀNH ĐẢNG BỘ THÀNH PHỐ HÀ NỘI thực hiện …`: capitals end where the issuer ends.
fn from_title(title: &str) -> Option<String> {
    let capitals: Vec<&str> = title
        .split_whitespace()
        .take_while(|word| !word.chars().any(char::is_lowercase))
        .collect();
    let at = capitals.iter().position(|word| *word == "CỦA")?;
    let name: Vec<&str> = capitals[at + 1..]
        .iter()
        .copied()
        .take_while(|word| !matches!(*word, "THỰC" | "VỀ" | "TRIỂN" | "NHẰM" | "GIAI"))
        .collect();
    (!name.is_empty()).then(|| name_case(&name.join(" ")))
}

fn from_attached(attached: &str) -> Option<String> {
    let (_, name) = attached.trim_end_matches([')', '.', ' ', '*']).rsplit_once(" của ")?;
    (name.split_whitespace().count() <= LONGEST_TITLE).then(|| squeeze(name))
}

/// `TM. ỦY BAN NHÂN DÂN`, `T/M THÀNH ỦY`.
/// A letterhead has so many lines at the most.
const LETTERHEAD_LINES: usize = 4;

/// Words that open a title or a signature and not a letterhead.
const OPENINGS_OF_TITLES: [&str; 7] = [
    "CHƯƠNG TRÌNH",
    "KẾ HOẠCH",
    "ĐỀ ÁN",
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "TM",
    "T/M",
];

/// A line in capitals above the title that names an issuer: `TỈNH ỦY BẮC NINH`.
fn from_letterhead(body: &[SourceLine<'_>]) -> Option<String> {
    let lines = body
        .iter()
        .map(|line| plain_heading(line.text.trim()))
        .filter(|line| !line.is_empty());
    lines
        .take(LETTERHEAD_LINES)
        .take_while(|line| !line.chars().any(char::is_lowercase))
        .find(|line| {
            kind_of(line) != IssuerKind::Unknown && !OPENINGS_OF_TITLES.iter().any(|word| line.starts_with(word))
        })
        .map(|line| name_case(&line))
}

fn from_signature(body: &[SourceLine<'_>]) -> Option<String> {
    body.iter().rev().find_map(|line| {
        let text = line.text.trim();
        if !text.contains("TM") && !text.contains("T/M") {
            return None;
        }
        let text = plain_heading(text);
        let name = ["TM.", "T/M.", "T/M", "TM"]
            .iter()
            .find_map(|mark| text.strip_prefix(mark))?
            .trim();
        (!name.is_empty() && !name.chars().any(char::is_lowercase)).then(|| name_case(name))
    })
}

/// Names in capitals as they are written in running text.
const NAMES: [&str; 14] = [
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Đảng bộ",
    "Thành ủy",
    "Tỉnh ủy",
    "Đảng ủy",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Đảng",
    "Chính phủ",
    "Thủ tướng",
    "UBND",
    "HĐND",
    "Trung ương",
];
/// After these the name of a place follows.
const PLACES: [&str; 7] = ["thành phố", "tỉnh", "xã", "phường", "đặc khu", "quận", "huyện"];

fn name_case(capitals: &str) -> String {
    let lower = squeeze(&capitals.to_lowercase());
    let mut rest = lower.as_str();
    let mut words: Vec<String> = Vec::new();
    let mut place = false;
    'words: while !rest.is_empty() {
        for name in NAMES {
            if let Some(after) = strip_words(rest, &name.to_lowercase()) {
                words.push(name.to_owned());
                (rest, place) = (after, false);
                continue 'words;
            }
        }
        for kind in PLACES {
            if let Some(after) = strip_words(rest, kind) {
                words.push(kind.to_owned());
                (rest, place) = (after, true);
                continue 'words;
            }
        }
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        // Right after the name of a committee stands a place too: Thành ủy Hà Nội.
        words.push(if place || !words.is_empty() {
            capitalized(word)
        } else {
            word.to_owned()
        });
        rest = after;
    }
    capitalized(&words.join(" "))
}

fn strip_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(words)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn kind_of(name: &str) -> IssuerKind {
    let folded = fold(name);
    if ["đảng", "thành ủy", "tỉnh ủy", "ban thường vụ", "ban chấp hành"]
        .iter()
        .any(|word| folded.contains(word))
    {
        IssuerKind::Party
    } else if [
        "ubnd",
        "ủy ban nhân dân",
        "hđnd",
        "hội đồng nhân dân",
        "chính phủ",
        "thủ tướng",
        "sở ",
        "bộ ",
    ]
    .iter()
    .any(|word| folded.contains(word))
    {
        IssuerKind::State
    } else {
        IssuerKind::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<SourceLine<'_>> {
        text.lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect()
    }

    #[test]
    fn a_title_ends_where_the_gap_widens_or_the_text_opens() {
        for text in [
            "**CHƯƠNG TRÌNH HÀNH ĐỘNG**  \n**thực hiện Nghị quyết**\n\nQuán triệt Nghị quyết",
            " CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nthực hiện Nghị quyết\n\nThực hiện Kế hoạch",
            "THÀNH ỦY HÀ NỘI\nSố: 01-CTr/TU\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết\n-----\nmở đầu",
        ] {
            assert_eq!(title(&lines(text)), "CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết");
        }
    }

    #[test]
    fn a_sentence_or_a_signature_is_no_part_of_a_title() {
        for end in ["Đến năm 2030: tăng trưởng trên 12%.", "T/M BAN CHẤP HÀNH"] {
            let text = format!("CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết\n{end}");
            assert_eq!(title(&lines(&text)), "CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết");
        }
    }

    #[test]
    fn an_attachment_that_names_nobody_leaves_the_letterhead() {
        assert_eq!(from_attached("(Kèm theo Kế hoạch số 215/KH-BKHCN)"), None);
        let found = issuer("KẾ HOẠCH", &lines("BỘ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 215\nKẾ HOẠCH"), &[]);
        assert_eq!(
            (found.name.as_str(), found.kind),
            ("Bộ Khoa Học Và Công Nghệ", IssuerKind::State)
        );
    }

    #[test]
    fn a_letterhead_names_the_issuer() {
        let text = "TỈNH ỦY BẮC NINH\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 57-NQ/TW";
        let found = issuer("CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết", &lines(text), &[]);
        assert_eq!(
            (found.name.as_str(), found.kind),
            ("Tỉnh ủy Bắc Ninh", IssuerKind::Party)
        );
        assert_eq!(
            issuer("CHƯƠNG TRÌNH", &lines("CHƯƠNG TRÌNH CỦA ĐẢNG\nvề"), &[]).kind,
            IssuerKind::Unknown
        );
    }

    #[test]
    fn issuers() {
        for (title, name, kind) in [
            (
                "CHƯƠNG TRÌNH CỦA BAN CHẤP HÀNH ĐẢNG BỘ THÀNH PHỐ HÀ NỘI thực hiện",
                "Ban Chấp hành Đảng bộ thành phố Hà Nội",
                IssuerKind::Party,
            ),
            (
                "KẾ HOẠCH CỦA UBND TỈNH BẮC NINH",
                "UBND tỉnh Bắc Ninh",
                IssuerKind::State,
            ),
            ("KẾ HOẠCH CỦA THÀNH ỦY HÀ NỘI VỀ", "Thành ủy Hà Nội", IssuerKind::Party),
            ("CHƯƠNG TRÌNH Triển khai Kế hoạch của Thành ủy", "", IssuerKind::Unknown),
        ] {
            let found = issuer(title, &[], &[]);
            assert_eq!((found.name.as_str(), found.kind), (name, kind));
        }
        assert_eq!(
            from_attached("(Kèm theo Chương trình số /CTr-UBND ngày / /2025 của UBND thành phố Hà Nội)").unwrap(),
            "UBND thành phố Hà Nội"
        );
        assert_eq!(issuer("", &lines("TM. ỦY BAN NHÂN DÂN"), &[]).name, "Ủy ban nhân dân");
    }
}
