//! The rows of a block: the lines that belong to each.

use super::super::repair::ends_in_bare_head;
use super::super::table::SourceLine;
use super::anchor::{Shape, Words, anchor, may_hold_value};
use super::joined::Joined;
use super::rows::{Block, Kind};
use crate::model::{BodyTable, Lines, opens_body};

/// The lines of one row.
pub(super) struct Segment<'a> {
    pub(super) kind: Kind,
    pub(super) label: &'a str,
    pub(super) first: u32,
    pub(super) content: Vec<SourceLine<'a>>,
    /// The end of the body before, printed on this row's line.
    pub(super) body_tail: Option<(String, Lines)>,
}

/// The rows of a block: one without a label follows a complete one.
pub(super) fn segments<'a>(block: &Block<'a>, shape: Shape, bodies: &BodyTable) -> Vec<Segment<'a>> {
    let mut segments = vec![Segment {
        kind: block.kind,
        label: block.label,
        first: block.line,
        content: Vec::new(),
        body_tail: None,
    }];
    for (at, line) in block.content.iter().enumerate() {
        let text = line.text.trim();
        let current = segments
            .last_mut()
            .expect("the vector starts with one segment and only grows");
        let complete = |text: &str| anchor(&Words::new(text, bodies), shape).filter(|anchor| !anchor.values.is_empty());
        // In small letters it may be the end of a body: `Ngân hàng Nhà | nước KV 11`.
        let opens_row = |name: String| {
            let anchor = complete(&name)?;
            Some(name.starts_with(char::is_uppercase) || !name[anchor.body..].trim().is_empty())
        };
        let is_named = text.starts_with(char::is_alphabetic)
            && !current.content.is_empty()
            && named_by(&block.content[at..], bodies).and_then(opens_row) == Some(true);
        let before = if is_named {
            let joined = Joined::new(&current.content).text;
            complete(&joined).map(|anchor| ends_in_bare_head(&joined[anchor.body..]))
        } else {
            None
        };
        match before {
            Some(cut) => {
                let (tail, rest) = match text.split_once(" - ") {
                    Some((tail, rest)) if cut => (Some(tail), rest),
                    _ => (None, text),
                };
                if tail.is_none() && bodies.scan(text).is_some() {
                    current.content.push(*line);
                    continue;
                }
                segments.push(Segment {
                    kind: Kind::Sub,
                    label: if tail.is_some() { "-" } else { "" },
                    first: line.number,
                    content: vec![SourceLine {
                        number: line.number,
                        text: rest,
                    }],
                    body_tail: tail.map(|tail| (tail.to_owned(), Lines::one(line.number))),
                });
            }
            None => current.content.push(*line),
        }
    }
    segments
}

/// A name without a label is wrapped over so many lines at the most.
const MOST_NAME_LINES: usize = 5;

/// The lines up to the first one that may hold the value of a row whose name
/// starts the first one. The lines of a body that goes on hold none.
fn named_by(lines: &[SourceLine<'_>], bodies: &BodyTable) -> Option<String> {
    let valued = lines
        .iter()
        .take(MOST_NAME_LINES)
        .position(|line| may_hold_value(line.text))?;
    let first = lines[0].text.trim();
    let wrapped_name =
        valued > 0 && first.starts_with(char::is_uppercase) && bodies.scan(first).is_none() && !opens_body(first);
    (valued == 0 || wrapped_name).then(|| Joined::new(&lines[..=valued]).text)
}
