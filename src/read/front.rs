//! The front of a program: its title.

use super::furniture::{Furniture, furniture};
use super::label::leading_label;
use super::markup::plain_heading;
use super::table::SourceLine;
use crate::text::{squeeze, toneless};

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
            let over = matches!(furniture(text), Some(Furniture::Rule))
                || matches!(furniture(line.text), Some(Furniture::Rule | Furniture::Signature))
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

/// Whether its first two words are in capitals.
pub(super) fn starts_in_capitals(text: &str) -> bool {
    text.split_whitespace()
        .take(2)
        .all(|word| !word.chars().any(char::is_lowercase))
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
            "**CHƯƠNG TRÌNH HÀNH ĐỘNG**\n\n**thực hiện Nghị quyết**\n\n\\-\\-\\--\n\nmở đầu",
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
}
