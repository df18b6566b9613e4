#![doc = include_str!("citation_differs.en.md")]

mod near;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::hash::Hash;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, quote};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::naming_words;
use crate::model::{Citation, Date, RowId};
use crate::text::{fold, is_year};

/// What differs between two citations of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CitationSlip {
    /// The same number with another date.
    OtherDate,
    /// The same subject, and date where there is one, with another number.
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
    /// The date as printed, empty for none.
    pub date: String,
}

/// Citations of one number with other dates of one year, or with one day of
/// other years, contradict each other: numbers begin anew each year or each
/// term, so otherwise they are two documents. Citations of one kind of
/// document by one issuer on one day and one subject with other numbers do so
/// too. A Party number of the centre (`15-NQ/TW`) and of the city (`15-NQ/TU`)
/// are two documents. One finding for each document.
///
/// Without dates, two tasks that are one and cite one kind of document on one
/// subject under two numbers are a doubt; so are numbers that may be a slip of
/// each other where the body text cites them, of which no subject is kept.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = dated(context);
    findings.extend(undated(context));
    findings.extend(near::near(context));
    findings
}

fn dated(context: &Context<'_>) -> Vec<Finding> {
    let cited: Vec<Cited<'_>> = [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| {
            let citations = context.program(side).citations.iter();
            citations.filter_map(move |citation| Cited::of(side, citation))
        })
        .collect();
    let mut by_number = Groups::default();
    let mut by_day = Groups::default();
    for (index, one) in cited.iter().enumerate() {
        by_number.push((one.count, one.symbol.as_str()), one.day, index);
        by_day.push((one.day, one.symbol.as_str()), one.count, index);
    }
    let mut by_subject = Groups::default();
    for index in by_day.varied() {
        let one = &cited[index];
        if let Some(opening) = one.subject(context).first_chunk::<LEAST_SUBJECT>() {
            by_subject.push((one.day, one.symbol.as_str(), opening), one.count, index);
        }
    }
    let mut findings: Vec<Finding> = Vec::new();
    let mut done = vec![false; cited.len()];
    for (index, one) in cited.iter().enumerate() {
        if done[index] {
            continue;
        }
        let mut tell = |slip, mut others: Vec<usize>| {
            others.retain(|&other| !done[other]);
            if others.is_empty() {
                return;
            }
            others.push(index);
            others.sort_unstable();
            let group: Vec<_> = others.iter().map(|&at| (cited[at].side, cited[at].citation)).collect();
            for at in others {
                done[at] = true;
            }
            findings.push(finding(context, slip, Severity::Contradiction, &group));
        };
        let number = (one.count, one.symbol.as_str());
        let others = by_number.take(&number, |day| is_slip_of(one.day, *day), |_| true);
        tell(CitationSlip::OtherDate, others);
        let subject = one.subject.get().map_or(&[][..], Vec::as_slice);
        if let Some(opening) = subject.first_chunk::<LEAST_SUBJECT>() {
            let continues = |other: usize| {
                let other = cited[other].subject(context);
                other.starts_with(subject) || subject.starts_with(other)
            };
            let key = (one.day, one.symbol.as_str(), opening);
            let others = by_subject.take(&key, |count| *count != one.count, continues);
            tell(CitationSlip::OtherNumber, others);
        }
    }
    findings
}

fn undated(context: &Context<'_>) -> Vec<Finding> {
    let rows = |side| {
        let mut rows: FxHashMap<&RowId, Vec<&Citation>> = FxHashMap::default();
        for citation in &context.program(side).citations {
            if let Some(row) = &citation.row {
                rows.entry(row).or_default().push(citation);
            }
        }
        rows
    };
    let (left, right) = (rows(Side::Left), rows(Side::Right));
    let mut findings = Vec::new();
    for (_, l, r) in context.task_pairs() {
        let (Some(cited), Some(others)) = (left.get(&l.id), right.get(&r.id)) else {
            continue;
        };
        let others = only_ones(others);
        for (symbol, (number, one)) in only_ones(cited) {
            let Some((other_number, other)) = others.get(&symbol) else {
                continue;
            };
            let has_dates = one.date.is_some() && other.date.is_some();
            let subjects = (subject(&l.text.text, one), subject(&r.text.text, other));
            // Another count of another year may be the document that took its place.
            let is_slip = number != *other_number && (number.0 == other_number.0 || number.1 == other_number.1);
            if is_slip && !has_dates && is_one_subject(&subjects.0, &subjects.1) {
                let group = [(Side::Left, one), (Side::Right, other)];
                findings.push(finding(context, CitationSlip::OtherNumber, Severity::Doubt, &group));
            }
        }
    }
    findings
}

/// The count of a document and the year in its number (`13/2023/NĐ-CP`), empty for none.
type Numbered = (u32, String);

/// The only number of each kind of document among these citations.
fn only_ones<'a>(citations: &[&'a Citation]) -> BTreeMap<String, (Numbered, &'a Citation)> {
    let mut numbers: BTreeMap<String, Option<(Numbered, &Citation)>> = BTreeMap::new();
    for &citation in citations {
        let Some((count, symbol)) = number(citation) else {
            continue;
        };
        let (year, kind) = symbol
            .split_once('/')
            .filter(|(year, _)| is_year(year))
            .unwrap_or(("", &symbol));
        let number = (count, year.to_owned());
        let known = numbers
            .entry(kind.to_owned())
            .or_insert_with(|| Some((number.clone(), citation)));
        if known.as_ref().is_some_and(|(known, _)| *known != number) {
            *known = None;
        }
    }
    numbers
        .into_iter()
        .filter_map(|(symbol, only)| Some((symbol, only?)))
        .collect()
}

fn is_one_subject(one: &[String], other: &[String]) -> bool {
    one.len().min(other.len()) >= LEAST_SUBJECT && (one.starts_with(other) || other.starts_with(one))
}

/// Whether another day under one number is a slip, not another document.
fn is_slip_of(one: Date, other: Date) -> bool {
    let same_day = (one.month(), one.day()) == (other.month(), other.day());
    one != other && (one.year() == other.year() || same_day)
}

/// A dated citation with its number read.
struct Cited<'a> {
    side: Side,
    citation: &'a Citation,
    day: Date,
    /// `03` of `03/CTr-UBND`, `78` of `78/2025/NĐ-CP`.
    count: u32,
    /// `CTr-UBND`, `2025/NĐ-CP`, folded.
    symbol: String,
    subject: OnceCell<Vec<String>>,
}

impl<'a> Cited<'a> {
    fn of(side: Side, citation: &'a Citation) -> Option<Self> {
        let (count, symbol) = number(citation)?;
        Some(Self {
            side,
            citation,
            day: date(citation)?,
            count,
            symbol,
            subject: OnceCell::new(),
        })
    }

    /// The words behind a citation in its row; empty in the body text, of which
    /// only the citation itself is kept.
    fn subject(&self, context: &Context<'_>) -> &[String] {
        self.subject.get_or_init(|| {
            let row = self.citation.row.as_ref();
            let task = row.and_then(|row| context.task(self.side, row));
            subject(task.map_or("", |task| &task.text.text), self.citation)
        })
    }
}

/// The words behind a citation in a text.
fn subject(text: &str, citation: &Citation) -> Vec<String> {
    let behind = text
        .find(&citation.number)
        .map_or("", |at| &text[at + citation.number.len()..]);
    let date = citation.date.as_deref().unwrap_or_default();
    let behind = behind.split_once(date).map_or(behind, |(_, rest)| rest);
    let mut words = naming_words(behind);
    words.truncate(LONGEST_SUBJECT);
    words
}

/// The count and the symbol of a document's number.
fn number(citation: &Citation) -> Option<(u32, String)> {
    let digits = citation.number.find(|c: char| !c.is_ascii_digit())?;
    let behind = citation.number[digits..].chars().next()?.len_utf8();
    let count = citation.number[..digits].parse().ok()?;
    Some((count, fold(&citation.number[digits + behind..])))
}

/// What is alike in one respect, parted by another in which it should be alike too.
struct Groups<K, V>(FxHashMap<K, Vec<(V, Vec<usize>)>>);

impl<K, V> Default for Groups<K, V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<K: Hash + Eq, V: PartialEq> Groups<K, V> {
    fn push(&mut self, key: K, variant: V, index: usize) {
        let variants = self.0.entry(key).or_default();
        match variants.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, members)) => members.push(index),
            None => variants.push((variant, vec![index])),
        }
    }

    /// The members of the groups of several variants, in order.
    fn varied(&self) -> Vec<usize> {
        let varied = self.0.values().filter(|variants| variants.len() > 1);
        let mut members: Vec<usize> = varied.flatten().flat_map(|(_, members)| members).copied().collect();
        members.sort_unstable();
        members
    }

    /// Takes out the members of a group that are of certain variants and fit.
    fn take(&mut self, key: &K, is_sought: impl Fn(&V) -> bool, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut taken = Vec::new();
        for (variant, members) in self.0.get_mut(key).into_iter().flatten() {
            if is_sought(variant) {
                taken.extend(members.extract_if(.., |member| fits(*member)));
            }
        }
        taken
    }
}

/// So many words behind two citations make one subject of both.
const LEAST_SUBJECT: usize = 4;
/// A subject is compared by its first words.
const LONGEST_SUBJECT: usize = 12;

fn date(citation: &Citation) -> Option<Date> {
    let mut parts = citation
        .date
        .as_deref()?
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn finding(context: &Context<'_>, slip: CitationSlip, severity: Severity, group: &[(Side, &Citation)]) -> Finding {
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
        severity,
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
    use super::super::trial::{both, tasks};
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
    fn a_date_in_words_is_the_same_date() {
        let cite = |date: &str| format!("Thực hiện Nghị quyết số 15-NQ/TW ngày {date} của Bộ Chính trị");
        assert_eq!(slips(&cite("05/5/2022"), &cite("5 tháng 5 năm 2022")), []);
        assert_eq!(
            slips(&cite("05/5/2022"), &cite("5 tháng 6 năm 2022")),
            [CitationSlip::OtherDate]
        );
    }

    #[test]
    fn what_an_annex_is_attached_to_has_its_date() {
        let dated = |own: &str| {
            let text = |before: &str, below: &str| {
                format!(
                    "CHƯƠNG TRÌNH HÀNH ĐỘNG\n{before}\nPhụ lục 1\n{below}\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tXây cầu\tSở Y tế\t2027\n"
                )
            };
            let left = text(
                "",
                &format!("(Kèm theo Chương trình hành động số 12-CTr/TU ngày {own} của Tỉnh ủy)"),
            );
            let right = text(
                "Thực hiện Chương trình hành động số 12-CTr/TU ngày 15/01/2026 của Tỉnh ủy.",
                "",
            );
            let found = compare(read(&left).unwrap(), read(&right).unwrap()).findings;
            found
                .iter()
                .filter(|finding| finding.code == Code::CitationDiffers)
                .count()
        };
        assert_eq!(dated("20/01/2026"), 1);
        assert_eq!(dated("15/01/2026"), 0);
    }

    #[test]
    fn one_number_of_two_years_is_a_doubt_where_the_subject_is_one() {
        let cite = |number: &str| format!("Thực hiện Nghị định số {number} về bảo vệ dữ liệu cá nhân trong trường học");
        let slip = [CitationSlip::OtherNumber];
        assert_eq!(slips(&cite("13/2023/NĐ-CP"), &cite("13/2024/NĐ-CP")), slip);
        assert_eq!(slips(&cite("13/2023/NĐ-CP"), &cite("31/2023/NĐ-CP")), slip);
        assert_eq!(slips(&cite("13/2023/NĐ-CP"), &cite("52/2025/NĐ-CP")), []);
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

    #[test]
    fn one_subject_with_two_numbers_and_no_date() {
        let cite = |number: &str| format!("Thực hiện Nghị quyết {number} về chuyển đổi số trong cơ quan nhà nước");
        assert_eq!(slips(&cite("57-NQ/TW"), &cite("75-NQ/TW")), [CitationSlip::OtherNumber]);
        assert_eq!(slips(&cite("57-NQ/TW"), &cite("57-NQ/TW")), []);
        // The centre's resolution and the city's own.
        assert_eq!(slips(&cite("57-NQ/TW"), &cite("75-NQ/TU")), []);
        // Two resolutions carried out together.
        assert_eq!(slips(&cite("57-NQ/TW"), &cite("57-NQ/TW và 75-NQ/TW")), []);
        assert_eq!(
            slips(
                "Thực hiện Nghị quyết 57-NQ/TW và Nghị quyết đại hội về kinh tế tư nhân trong năm đầu nhiệm kỳ",
                "Thực hiện Nghị quyết 68-NQ/TW về kinh tế tư nhân trong năm đầu nhiệm kỳ"
            ),
            []
        );
    }

    #[test]
    fn a_row_that_cites_twice_is_named_once() {
        let cite = |date: &str| format!("Nghị quyết số 15-NQ/TW ngày {date} của Bộ Chính trị");
        let twice = format!("Thực hiện {} và {}", cite("05/5/2022"), cite("05/6/2022"));
        let program = tasks(&format!("1\t{twice}\tSở Y tế\t2027\n"));
        let found = both(check, &program, &program);
        let rows: Vec<usize> = found.iter().map(|finding| finding.left.len()).collect();
        assert_eq!(rows, [1]);
    }
}
