//! Who issued a program.

use super::annex::RawAnnex;
use super::front::starts_in_capitals;
use super::markup::plain_heading;
use super::table::SourceLine;
use crate::model::{BodyTable, Issuer, IssuerKind, ScanKind};
use crate::text::{fold, squeeze};

/// A name of more words than this is something else.
const LONGEST_NAME: usize = 10;

/// Who issued the program: named in the title (`CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA …`),
/// beside an annex (`(Kèm theo … của UBND thành phố Hà Nội)`), or in the
/// letterhead and signature.
pub(crate) fn issuer(title: &str, body: &[SourceLine<'_>], annexes: &[RawAnnex<'_>], bodies: &BodyTable) -> Issuer {
    let attached = || {
        annexes
            .iter()
            .filter_map(|annex| annex.attached.as_deref())
            .find_map(from_attached)
    };
    let name = from_title(title)
        .or_else(|| from_small_title(title, bodies))
        .or_else(attached)
        .or_else(|| from_letterhead(body, bodies))
        .or_else(|| from_signature(body, bodies))
        .map(|name| as_known(name, bodies))
        .unwrap_or_default();
    let kind = kind_of(&name);
    Issuer { name, kind, body: None }
}

/// `… CỦA BAN CHẤP HÀNH ĐẢNG BỘ THÀNH PHỐ HÀ NỘI thực hiện …`: capitals end where the issuer ends.
fn from_title(title: &str) -> Option<String> {
    let capitals: Vec<&str> = title
        .split_whitespace()
        .take_while(|word| !word.chars().any(char::is_lowercase))
        .collect();
    let at = capitals.iter().position(|word| *word == "CỦA")?;
    // `… THỰC HIỆN NGHỊ QUYẾT CỦA …` tells who issued something else.
    let carries_out = |words: &[&str]| matches!(words, ["THỰC", "HIỆN"] | ["TRIỂN", "KHAI"]);
    if capitals[..at].windows(2).any(carries_out) {
        return None;
    }
    let name: Vec<&str> = capitals[at + 1..]
        .iter()
        .copied()
        .take_while(|word| !goes_on(word))
        .collect();
    (!name.is_empty()).then(|| name_case(&name.join(" ")))
}

/// Words a title goes on with behind the issuer, folded.
const BEHIND_NAMES: [&str; 8] = ["thực", "về", "triển", "nhằm", "giai", "khóa", "nhiệm", "năm"];

/// What may stand between the kind of a document and its issuer, folded.
const KINDS_WITH_ISSUERS: [&str; 8] = [
    "chương trình hành động",
    "chương trình công tác",
    "chương trình",
    "kế hoạch hành động",
    "kế hoạch",
    "đề án",
    "nghị quyết",
    "chỉ thị",
];

/// `CHƯƠNG TRÌNH HÀNH ĐỘNG của Ban Chấp hành Đảng bộ tỉnh Nghệ An thực hiện …`:
/// directly behind the kind of the document, a body mentioned further on is
/// not the issuer.
fn from_small_title(title: &str, bodies: &BodyTable) -> Option<String> {
    let (kind, name) = title.split_once(" của ")?;
    let kind = fold(kind);
    let number = KINDS_WITH_ISSUERS.iter().find_map(|known| strip_words(&kind, known))?;
    if !(number.is_empty() || number.starts_with("số ") && number.split_whitespace().count() <= LONGEST_NUMBER) {
        return None;
    }
    let len = name_len(name, bodies)?;
    let next = name[len..].split_whitespace().next();
    // Where a title is not set off by capitals, running text looks like it.
    (starts_in_capitals(title) || next.is_none_or(goes_on)).then(|| name[..len].to_owned())
}

/// Whether a title goes on with this word behind the issuer.
fn goes_on(word: &str) -> bool {
    BEHIND_NAMES.contains(&fold(word).as_str())
}

/// `số 355-KH/TU ngày 25 tháng 7 năm 2025` has so many words.
const LONGEST_NUMBER: usize = 8;

fn from_attached(attached: &str) -> Option<String> {
    let (_, name) = attached.trim_end_matches([')', '.', ' ', '*']).rsplit_once(" của ")?;
    (name.split_whitespace().count() <= LONGEST_NAME).then(|| squeeze(name))
}

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

/// A line above the title that names an issuer and nothing else: `TỈNH ỦY BẮC
/// NINH`, `Tỉnh ủy Bắc Ninh`. A Party committee stands below the Party
/// organization it belongs to: `ĐẢNG BỘ CHÍNH PHỦ`, `ĐẢNG ỦY BỘ XÂY DỰNG`.
fn from_letterhead(body: &[SourceLine<'_>], bodies: &BodyTable) -> Option<String> {
    let mut names = letterhead(body)
        .into_iter()
        .map_while(|line| as_name(&line, bodies).map(|name| (line, name)))
        .skip_while(|(line, name)| {
            kind_of(name) == IssuerKind::Unknown || OPENINGS_OF_TITLES.iter().any(|word| line.starts_with(word))
        })
        .map(|(_, name)| name);
    let first = names.next()?;
    let is_below = |name: &String| first.starts_with("Đảng bộ ") && name.starts_with("Đảng ủy ");
    Some(names.next().filter(is_below).unwrap_or(first))
}

/// The lines above the title, without what stands beside them (`CỘNG HÒA XÃ HỘI
/// CHỦ NGHĨA VIỆT NAM`); a place below the kind of its body stands behind it.
fn letterhead(body: &[SourceLine<'_>]) -> Vec<String> {
    let printed = body.iter().map(|line| plain_heading(first_column(line.text)));
    let mut lines: Vec<String> = Vec::new();
    for line in printed
        .filter(|line| line.contains(char::is_alphabetic))
        .take(LETTERHEAD_LINES)
    {
        let names_place = PLACES.iter().any(|kind| strip_folded(&line, kind).is_some());
        match lines.last_mut() {
            Some(last) if names_place && PLACELESS.contains(&fold(last).as_str()) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => lines.push(line),
        }
    }
    lines
}

/// Bodies that are told apart by the place behind them, folded.
const PLACELESS: [&str; 6] = [
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "ban chấp hành đảng bộ",
    "đảng ủy",
];

/// What stands in the first column of a line.
fn first_column(line: &str) -> &str {
    let line = line.trim_start_matches(|c: char| c == '|' || c.is_whitespace());
    let ends = [line.find(['|', '\t']), line.find("  ")];
    &line[..ends.into_iter().flatten().min().unwrap_or(line.len())]
}

/// `TM. ỦY BAN NHÂN DÂN`, `T/M THÀNH ỦY`, `TM. Ban Thường vụ`.
fn from_signature(body: &[SourceLine<'_>], bodies: &BodyTable) -> Option<String> {
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
        if name.is_empty() { None } else { as_name(name, bodies) }
    })
}

/// A line as the name it is: one in capitals, or one in small letters that
/// names an issuer from its first word to its last.
fn as_name(line: &str, bodies: &BodyTable) -> Option<String> {
    if line.chars().any(char::is_lowercase) {
        (name_len(line, bodies)? == line.len()).then(|| line.to_owned())
    } else {
        Some(name_case(line))
    }
}

/// A name in the letters' case of the table: `Bộ Y tế`.
fn as_known(name: String, bodies: &BodyTable) -> String {
    let mentions = bodies.parse(&name);
    let mut known = mentions.iter().map(|mention| mention.body.name());
    match known.find(|known| fold(known) == fold(&name)) {
        Some(known) => known.to_owned(),
        None => name,
    }
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

/// How many bytes at the start of a text in small letters name an issuer:
/// `Ban Chấp hành Đảng bộ tỉnh Nghệ An`, or a body of the table.
fn name_len(text: &str, bodies: &BodyTable) -> Option<usize> {
    let known = bodies.scan(text).filter(|scan| scan.kind == ScanKind::Named);
    let known = known.map(|scan| scan.len);
    composed_len(text)
        .max(known)
        .filter(|&len| text.starts_with(char::is_uppercase) && kind_of(&text[..len]) != IssuerKind::Unknown)
}

/// The part of a text that is made of [`NAMES`], and of [`PLACES`] with their
/// own names behind them.
fn composed_len(text: &str) -> Option<usize> {
    let (mut end, mut names_place) = (None, false);
    let mut rest = text;
    while !rest.is_empty() {
        let known = NAMES
            .iter()
            .chain(&PLACES)
            .find_map(|name| Some((*name, strip_folded(rest, name)?)));
        if let Some((name, after)) = known {
            names_place = PLACES.contains(&name) || SEATED.contains(&name);
            rest = after;
        } else {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            let is_own = word.starts_with(char::is_uppercase) && !goes_on(word);
            if !(names_place && (is_own || word == "-")) {
                break;
            }
            rest = after;
        }
        let name = text[..text.len() - rest.len()].trim_end();
        let closed = name.trim_end_matches([',', '.', ';', ':', ')', '*']).len();
        end = Some(closed);
        if closed < name.len() {
            break;
        }
    }
    end
}

/// Behind these stands the name of a place without its kind: `Tỉnh ủy Nghệ An`.
const SEATED: [&str; 4] = ["Thành ủy", "Tỉnh ủy", "UBND", "HĐND"];

/// The text behind these words, whatever the case of their letters.
fn strip_folded<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    words.split(' ').try_fold(text, |rest, expected| {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        (fold(word) == fold(expected)).then_some(after)
    })
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

    fn named(title: &str, body: &str) -> (String, IssuerKind) {
        let lines: Vec<_> = body
            .lines()
            .zip(1..)
            .map(|(text, number)| SourceLine { number, text })
            .collect();
        let found = issuer(title, &lines, &[], &BodyTable::default());
        (found.name, found.kind)
    }

    #[test]
    fn an_attachment_that_names_nobody_leaves_the_letterhead() {
        assert_eq!(from_attached("(Kèm theo Kế hoạch số 215/KH-BKHCN)"), None);
        assert_eq!(
            named("KẾ HOẠCH", "BỘ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 215\nKẾ HOẠCH"),
            ("Bộ Khoa học và Công nghệ".to_owned(), IssuerKind::State)
        );
    }

    #[test]
    fn a_letterhead_names_the_issuer() {
        let text = "TỈNH ỦY BẮC NINH\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 57-NQ/TW";
        let expected = ("Tỉnh ủy Bắc Ninh".to_owned(), IssuerKind::Party);
        assert_eq!(named("CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết", text), expected);
        assert_eq!(named("KẾ HOẠCH", "Tỉnh ủy Bắc Ninh\nSố 12\nKẾ HOẠCH"), expected);
        for (second, issuer) in [
            ("ĐẢNG ỦY UBND TỈNH", "Đảng ủy UBND tỉnh"),
            ("BAN CHẤP HÀNH", "Đảng bộ tỉnh Nghệ An"),
        ] {
            let text = format!("ĐẢNG BỘ TỈNH NGHỆ AN\n{second}\nSố 12\nCHƯƠNG TRÌNH");
            assert_eq!(named("CHƯƠNG TRÌNH", &text).0, issuer);
        }
        assert_eq!(
            named("CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH CỦA ĐẢNG\nvề").1,
            IssuerKind::Unknown
        );
    }

    #[test]
    fn a_letterhead_stands_beside_the_motto() {
        let motto = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
        for text in [
            format!("ỦY BAN NHÂN DÂN\n\nTHÀNH PHỐ CẦN THƠ\n{}\n{}", motto[0], motto[1]),
            format!(
                "   ỦY BAN NHÂN DÂN          {}\n  THÀNH PHỐ CẦN THƠ       {}",
                motto[0], motto[1]
            ),
            format!("ỦY BAN NHÂN DÂN\t{}\nTHÀNH PHỐ CẦN THƠ\t{}", motto[0], motto[1]),
            format!(
                "| **ỦY BAN NHÂN DÂN** | {} |\n|---|---|\n| **THÀNH PHỐ CẦN THƠ** | {} |",
                motto[0], motto[1]
            ),
        ] {
            let expected = ("Ủy ban nhân dân thành phố Cần Thơ".to_owned(), IssuerKind::State);
            assert_eq!(named("KẾ HOẠCH", &format!("{text}\n\nKẾ HOẠCH\n")), expected, "{text}");
        }
        let text = "BỘ Y TẾ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHỐ CẦN THƠ";
        assert_eq!(named("KẾ HOẠCH", text).0, "Bộ Y tế");
    }

    #[test]
    fn a_title_in_small_letters_names_its_issuer() {
        for (title, name) in [
            (
                "CHƯƠNG TRÌNH HÀNH ĐỘNG của Ban Chấp hành Đảng bộ tỉnh Nghệ An về giáo dục",
                "Ban Chấp hành Đảng bộ tỉnh Nghệ An",
            ),
            ("Kế hoạch số 12-KH/TU của Tỉnh ủy Bắc Ninh", "Tỉnh ủy Bắc Ninh"),
            (
                "KẾ HOẠCH của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu phát triển",
                "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
            ),
            (
                "KẾ HOẠCH của Bộ Khoa học và Công nghệ thực hiện",
                "Bộ Khoa học và Công nghệ",
            ),
            ("KẾ HOẠCH của UBND Thành phố Triển khai", "UBND Thành phố"),
        ] {
            assert_eq!(named(title, "").0, name, "{title}");
        }
    }

    #[test]
    fn a_body_that_is_only_mentioned_issued_nothing() {
        for title in [
            "KẾ HOẠCH Thực hiện Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh Nghệ An",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT của Bộ Chính trị",
            "Kế hoạch của Tỉnh ủy Nghệ An đã đề ra nhiều giải pháp",
            "KẾ HOẠCH nâng cao năng lực của UBND tỉnh Nghệ An",
            "KẾ HOẠCH của toàn tỉnh Nghệ An",
        ] {
            assert_eq!(named(title, "").0, "", "{title}");
        }
        let text = "UBND tỉnh Nghệ An ban hành kế hoạch\nTM. Ban Tổ chức đã họp";
        assert_eq!(named("KẾ HOẠCH", text).0, "");
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
            assert_eq!(named(title, ""), (name.to_owned(), kind));
        }
        assert_eq!(
            from_attached("(Kèm theo Chương trình số /CTr-UBND ngày / /2025 của UBND thành phố Hà Nội)").unwrap(),
            "UBND thành phố Hà Nội"
        );
        assert_eq!(named("", "TM. ỦY BAN NHÂN DÂN").0, "Ủy ban nhân dân");
        assert_eq!(named("", "TM. Ban Thường vụ").0, "Ban Thường vụ");
    }
}
