//! What of a quotation is marked: what the finding is about, and nothing else.

use std::ops::Range;

use super::super::rows::Row;
use super::marks::{differences, place};
use crate::checks::{Details, Field, Figure, Finding, Side};

/// The ranges to mark in a cell of a row that a finding shows; `other` is the
/// cell of the row it stands beside, where two rows are shown.
pub(super) fn marked(
    finding: &Finding,
    side: Side,
    row: Option<Row<'_>>,
    field: Field,
    text: &str,
    other: Option<&str>,
) -> Vec<Range<usize>> {
    let differing = || match other {
        None | Some("") => Vec::new(),
        Some(other) => differences(text, other).0,
    };
    match about(finding, side, row, field) {
        About::Nothing => Vec::new(),
        About::Difference => differing(),
        About::Phrases(phrases) => {
            let differing = differing();
            let mut found: Vec<Range<usize>> = Vec::new();
            for phrase in phrases {
                found.extend(place(text, phrase, &differing));
            }
            apart(found)
        }
        About::Words(phrases) => {
            let differing = differing();
            let found = phrases.iter().map(|phrase| place(text, phrase, &differing));
            found.collect::<Option<Vec<_>>>().map_or(differing, apart)
        }
    }
}

/// What a finding says of a cell.
enum About<'f> {
    Nothing,
    /// The cells of the two rows differ.
    Difference,
    /// These words, those of them that are printed in the cell.
    Phrases(Vec<&'f str>),
    /// These words, which the cell has; where it prints them otherwise, what differs.
    Words(Vec<&'f str>),
}

fn about<'f>(finding: &'f Finding, side: Side, row: Option<Row<'f>>, field: Field) -> About<'f> {
    let of_side = |left: &'f [String], right: &'f [String]| if side == Side::Left { left } else { right };
    match (&finding.details, field) {
        (Details::TargetDiffers { .. } | Details::DuplicateIndicator { .. }, Field::Value | Field::Unit)
        | (Details::UnitDiffers { .. }, Field::Unit)
        | (Details::DeadlineDiffers { .. } | Details::DeadlineAfterParent(_), Field::Deadline) => About::Difference,
        (Details::DuplicateTask { fields, .. }, field) if fields.contains(&field) => About::Difference,
        (Details::DefinitionDiffers { only_left, only_right }, Field::Text) => {
            About::Words(of_side(only_left, only_right).iter().map(String::as_str).collect())
        }
        (
            Details::QuantityDiffers {
                changed,
                only_left,
                only_right,
            },
            Field::Text,
        ) => {
            let (own, only): (Vec<&Figure>, _) = match side {
                Side::Left => (changed.iter().map(|(left, _)| left).collect(), only_left),
                Side::Right => (changed.iter().map(|(_, right)| right).collect(), only_right),
            };
            let figures = own.into_iter().chain(only);
            About::Words(figures.map(|figure| figure.printed.as_str()).collect())
        }
        (Details::TextAgainstTask { changed, .. }, Field::Text) => {
            About::Words(changed.iter().map(|(_, figure)| figure.printed.as_str()).collect())
        }
        (Details::TaskAgainstIndicator { value, .. }, Field::Text) => About::Phrases(vec![value]),
        (Details::LeadBodyDiffers { left, right, .. }, Field::Lead | Field::Coordinating)
        | (Details::ReportingBodyDiffers { left, right, .. }, Field::Body) => {
            let names = of_side(left, right);
            let mentions = row.into_iter().flat_map(Row::mentions);
            let told = mentions.filter(|mention| names.iter().any(|name| name == mention.body.name()));
            About::Phrases(told.map(|mention| mention.printed.as_str()).collect())
        }
        (Details::BodySpelledVariously { spellings, .. }, Field::Lead | Field::Coordinating | Field::Body) => {
            About::Phrases(spellings.iter().map(|spelling| spelling.printed.as_str()).collect())
        }
        _ => About::Nothing,
    }
}

/// Ranges in order, those that meet joined.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, last| {
        let meets = next.start <= last.end;
        if meets {
            last.end = last.end.max(next.end);
        }
        meets
    });
    ranges
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::super::sample;
    use super::*;

    /// The marked words of a cell of the left row.
    fn shown<'t>(finding: &serde_json::Value, field: Field, text: &'t str, other: Option<&str>) -> Vec<&'t str> {
        let ranges = marked(&sample::finding(finding), Side::Left, None, field, text, other);
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    fn finding(code: &str, details: serde_json::Value) -> serde_json::Value {
        let mut details = details;
        details["kind"] = json!(code);
        json!({"code": code, "severity": "note", "left": ["PL3.1"], "right": ["PL3.1"], "details": details, "evidence": []})
    }

    #[test]
    fn only_the_field_a_finding_is_about_is_marked() {
        let finding = finding(
            "deadline-differs",
            json!({"left": "2026", "right": "2027", "earlier": "left", "months": 12, "part": null}),
        );
        assert_eq!(shown(&finding, Field::Deadline, "2026", Some("2027")), ["2026"]);
        assert!(shown(&finding, Field::Text, "Xây cầu", Some("Sửa đường")).is_empty());
        assert!(shown(&finding, Field::Deadline, "2026", None).is_empty());
    }

    #[test]
    fn what_a_finding_quotes_is_marked_and_no_other_difference() {
        let definition = |only: &str| finding("definition-differs", json!({"only_left": [only], "only_right": []}));
        let (text, other) = ("Tỷ lệ hộ nghèo đô thị theo chuẩn", Some("Tỉ lệ nghèo đô thị"));
        assert_eq!(shown(&definition("hộ"), Field::Text, text, other), ["hộ"]);
        // Said in other words than printed, it is the difference.
        let marked = shown(&definition("gia đình"), Field::Text, text, other);
        assert_eq!(marked, ["Tỷ lệ hộ", "theo chuẩn"]);
    }

    #[test]
    fn one_spelling_is_marked_and_not_the_tasks_that_print_it() {
        let finding = finding(
            "body-spelled-variously",
            json!({"name": "Sở Y tế", "spellings": [
                {"printed": "Sở YT", "rows": ["PL3.1"]},
                {"printed": "Sở Y tế", "rows": ["PL3.2"]},
            ]}),
        );
        let other = Some("Công an TP, Sở Y tế");
        assert_eq!(shown(&finding, Field::Lead, "Sở YT, Sở Tài chính", other), ["Sở YT"]);
        assert!(shown(&finding, Field::Text, "Xây trạm y tế", Some("Mua thuốc")).is_empty());
    }

    #[test]
    fn ranges_that_meet_are_one() {
        assert_eq!(apart(vec![8..9, 0..4, 2..6]), [0..6, 8..9]);
    }
}
