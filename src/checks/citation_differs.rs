#![doc = include_str!("citation_differs.en.md")]

use serde::{Deserialize, Serialize};

use super::context::{Context, quote};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::naming_words;
use crate::model::{Citation, Date, RowId};
use crate::text::fold;

/// What differs between two citations of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CitationSlip {
    /// The same number with another date.
    OtherDate,
    /// The same date and subject with another number.
    OtherNumber,
}

/// A citation, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedAt {
    /// The program it is in.
    pub side: Side,
    /// The row; `None` in the body text.
    pub row: Option<RowId>,
    /// The number as printed.
    pub number: String,
    /// The date as printed.
    pub date: String,
}

/// Citations of one number with other dates of one year, or with one day of
/// other years, contradict each other: numbers begin anew each year or each
/// term, so otherwise they are two documents. Citations of one kind of
/// document by one issuer on one day and one subject with other numbers do so
/// too. A Party number of the centre (`15-NQ/TW`) and of the city (`15-NQ/TU`)
/// are two documents. One finding for each document.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let cited: Vec<(Side, &Citation)> = [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| {
            context
                .program(side)
                .citations
                .iter()
                .map(move |citation| (side, citation))
        })
        .filter(|(_, citation)| citation.date.is_some())
        .collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut done = vec![false; cited.len()];
    for first in 0..cited.len() {
        if done[first] {
            continue;
        }
        for slip in [CitationSlip::OtherDate, CitationSlip::OtherNumber] {
            let mut group = vec![first];
            for other in first + 1..cited.len() {
                if !done[other] && slip_between(context, cited[first], cited[other]) == Some(slip) {
                    group.push(other);
                }
            }
            if group.len() > 1 {
                for &index in &group {
                    done[index] = true;
                }
                let group: Vec<_> = group.into_iter().map(|index| cited[index]).collect();
                findings.push(finding(context, slip, &group));
            }
        }
    }
    findings
}

fn slip_between(context: &Context<'_>, one: (Side, &Citation), two: (Side, &Citation)) -> Option<CitationSlip> {
    let (one_day, two_day) = (date(one.1)?, date(two.1)?);
    let same_date = one_day == two_day;
    let (first, second) = (Number::of(&one.1.number)?, Number::of(&two.1.number)?);
    if first == second {
        let same_day = (one_day.month(), one_day.day()) == (two_day.month(), two_day.day());
        let one_document = one_day.year() == two_day.year() || same_day;
        return (!same_date && one_document).then_some(CitationSlip::OtherDate);
    }
    let same_subject = || {
        let (l, r) = (subject(context, one), subject(context, two));
        l.len() >= LEAST_SUBJECT && r.len() >= LEAST_SUBJECT && (l.starts_with(&r) || r.starts_with(&l))
    };
    (same_date && first.symbol == second.symbol && same_subject()).then_some(CitationSlip::OtherNumber)
}

/// So many words behind two citations make one subject of both.
const LEAST_SUBJECT: usize = 4;
/// A subject is compared by its first words.
const LONGEST_SUBJECT: usize = 12;

/// The words behind a citation in its row; empty in the body text, of which
/// only the citation itself is kept.
fn subject(context: &Context<'_>, (side, citation): (Side, &Citation)) -> Vec<String> {
    let text = citation
        .row
        .as_ref()
        .and_then(|row| context.task(side, row))
        .map_or("", |task| &task.text.text);
    let behind = text
        .find(&citation.number)
        .map_or("", |at| &text[at + citation.number.len()..]);
    let date = citation.date.as_deref().unwrap_or_default();
    let behind = behind.split_once(date).map_or(behind, |(_, rest)| rest);
    let mut words = naming_words(behind);
    words.truncate(LONGEST_SUBJECT);
    words
}

/// The number of a document: `03` and `CTr-UBND`, or `78` and `2025/NĐ-CP`.
#[derive(PartialEq, Eq)]
struct Number {
    count: u32,
    symbol: String,
}

impl Number {
    fn of(printed: &str) -> Option<Self> {
        let digits = printed.find(|c: char| !c.is_ascii_digit())?;
        Some(Self {
            count: printed[..digits].parse().ok()?,
            symbol: fold(&printed[digits + 1..]),
        })
    }
}

fn date(citation: &Citation) -> Option<Date> {
    let mut parts = citation
        .date
        .as_deref()?
        .split('/')
        .map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn finding(context: &Context<'_>, slip: CitationSlip, group: &[(Side, &Citation)]) -> Finding {
    let rows = |wanted: Side| -> Vec<RowId> {
        let mut rows: Vec<RowId> = Vec::new();
        for (_, citation) in group.iter().filter(|(side, _)| *side == wanted) {
            rows.extend(citation.row.clone().filter(|row| !rows.contains(row)));
        }
        rows
    };
    let evidence: Vec<Evidence> = group
        .iter()
        .filter_map(|(side, citation)| {
            let task = context.task(*side, citation.row.as_ref()?)?;
            Some(quote(*side, &task.id, Field::Text, &task.text))
        })
        .collect();
    Finding {
        code: Code::CitationDiffers,
        severity: Severity::Contradiction,
        left: rows(Side::Left),
        right: rows(Side::Right),
        details: Details::CitationDiffers {
            slip,
            cited: group
                .iter()
                .map(|(side, citation)| CitedAt {
                    side: *side,
                    row: citation.row.clone(),
                    number: citation.number.clone(),
                    date: citation.date.clone().unwrap_or_default(),
                })
                .collect(),
        },
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare, read};

    fn slips(left: &str, right: &str) -> Vec<CitationSlip> {
        let program = |task: &str| {
            let heading = "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nPhụ lục 1\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
            read(&format!("{heading}1\t{task}\tSở Y tế\tNăm 2027\n")).unwrap()
        };
        compare(program(left), program(right))
            .findings
            .into_iter()
            .filter_map(|finding| match finding.details {
                Details::CitationDiffers { slip, .. } => Some(slip),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn one_number_with_two_dates() {
        let cite = |date: &str| format!("Thực hiện Nghị quyết số 15-NQ/TW ngày {date} của Bộ Chính trị");
        assert_eq!(slips(&cite("05/5/2022"), &cite("05/6/2022")), [CitationSlip::OtherDate]);
        assert_eq!(slips(&cite("05/5/2022"), &cite("5/05/2022")), []);
        assert_eq!(slips(&cite("05/5/2022"), &cite("18/3/2012")), []);
    }

    #[test]
    fn the_centre_and_the_city_number_by_themselves() {
        assert_eq!(
            slips(
                "Thực hiện Nghị quyết số 15-NQ/TW ngày 05/5/2022",
                "Thực hiện Nghị quyết số 15-NQ/TU ngày 06/6/2023"
            ),
            []
        );
    }

    #[test]
    fn one_day_and_subject_with_two_numbers() {
        let cite = |number: &str| {
            format!("Thực hiện Kế hoạch số {number} ngày 17/12/2025 của Thành ủy về tuyên truyền Nghị quyết Đại hội")
        };
        assert_eq!(slips(&cite("22-KH/TU"), &cite("23-KH/TU")), [CitationSlip::OtherNumber]);
        assert_eq!(
            slips(
                &cite("22-KH/TU"),
                "Thực hiện Kế hoạch số 23-KH/TU ngày 17/12/2025 của Thành ủy về phát triển nhà ở xã hội"
            ),
            []
        );
    }
}
