#![doc = include_str!("body_spelled_variously.en.md")]

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::context::{Context, quote};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::model::{Bodies, Body, Cell, Mention, Program, RowId};
use crate::text::{fold, folded, words};

/// One spelling of a body and the rows that print it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpelledAs {
    /// As printed, without the Party committee before it.
    pub printed: String,
    /// The rows, by id: a row that only moves changes nothing.
    pub rows: Vec<RowId>,
}

/// One finding for each body of a program with two spellings or more, case and
/// blanks as printed. That the Party committee inside a body is named besides
/// the body is no spelling of it.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    [Side::Left, Side::Right]
        .into_iter()
        .flat_map(|side| in_program(side, context.program(side)))
        .collect()
}

/// The spellings of one body, each with the cells that print it.
type Spellings<'a> = Vec<(&'a str, Vec<(&'a RowId, Field, &'a Cell)>)>;

fn in_program(side: Side, program: &Program) -> Vec<Finding> {
    let mut bodies: Vec<(String, Spellings<'_>)> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut places_of: FxHashMap<&Body, usize> = FxHashMap::default();
    let mut spelled: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    // Few mentions differ: where the spelling of each is kept, if it is one.
    let mut known: FxHashMap<_, Option<(usize, usize)>> = FxHashMap::default();
    for (row, field, cell, mentions) in cells(program) {
        for mention in mentions {
            let key = (&mention.body, mention.printed.as_str(), mention.party_committee);
            let kept = *known.entry(key).or_insert_with(|| {
                let printed = spelling(mention)?;
                let place = *places_of.entry(&mention.body).or_insert_with(|| {
                    *places.entry(mention.body.key()).or_insert_with(|| {
                        bodies.push((mention.body.name().to_owned(), Vec::new()));
                        bodies.len() - 1
                    })
                });
                let spellings = &mut bodies[place].1;
                let at = *spelled.entry((place, printed)).or_insert_with(|| {
                    spellings.push((printed, Vec::new()));
                    spellings.len() - 1
                });
                Some((place, at))
            });
            if let Some((place, at)) = kept {
                bodies[place].1[at].1.push((row, field, cell));
            }
        }
    }
    bodies
        .into_iter()
        .filter(|(_, spellings)| spellings.len() > 1)
        .map(|(name, spellings)| finding(side, name, &spellings))
        .collect()
}

/// How a mention spells a particular body, if it does so in full.
fn spelling(mention: &Mention) -> Option<&str> {
    let printed = without_committee(mention);
    (mention.body.is_particular() && !is_shortened_by_a_list(mention, printed)).then_some(printed)
}

fn finding(side: Side, name: String, spellings: &Spellings<'_>) -> Finding {
    let evidence: Vec<Evidence> = spellings
        .iter()
        .filter_map(|(_, cells)| cells.first().copied())
        .map(|(row, field, cell)| quote(side, row, field, cell))
        .collect();
    let mut rows: Vec<RowId> = Vec::new();
    for quoted in &evidence {
        if !rows.contains(&quoted.row) {
            rows.push(quoted.row.clone());
        }
    }
    let (left, right) = match side {
        Side::Left => (rows, Vec::new()),
        Side::Right => (Vec::new(), rows),
    };
    let spelled = |(printed, cells): &(&str, Vec<(&RowId, Field, &Cell)>)| {
        let mut rows: Vec<&RowId> = cells.iter().map(|(row, ..)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        SpelledAs {
            printed: (*printed).to_owned(),
            rows: rows.into_iter().cloned().collect(),
        }
    };
    Finding {
        code: Code::BodySpelledVariously,
        severity: Severity::Note,
        left,
        right,
        details: Details::BodySpelledVariously {
            name,
            spellings: spellings.iter().map(spelled).collect(),
        },
        evidence,
    }
}

/// The cells that name bodies, in document order of each kind of row.
fn cells(program: &Program) -> impl Iterator<Item = (&RowId, Field, &Cell, &Bodies)> {
    let indicators = program
        .indicators
        .iter()
        .filter_map(|row| Some((&row.id, Field::Body, row.body.as_ref()?, &row.bodies)));
    let tasks = program.tasks.iter().flat_map(|task| {
        [
            (Field::Lead, task.lead.as_ref(), &task.lead_bodies),
            (
                Field::Coordinating,
                task.coordinating.as_ref(),
                &task.coordinating_bodies,
            ),
        ]
        .into_iter()
        .filter_map(|(field, cell, bodies)| Some((&task.id, field, cell?, bodies)))
    });
    indicators.chain(tasks)
}

/// Whether a list says the head noun once for several (`Sở: Y tế, Công Thương`).
fn is_shortened_by_a_list(mention: &Mention, printed: &str) -> bool {
    let last = |text| str::split_whitespace(text).next_back().map(folded);
    if mention.body.name() == printed || last(mention.body.name()) != last(printed) {
        return false;
    }
    let (name, printed) = (fold(mention.body.name()), fold(printed));
    name.strip_suffix(&printed).is_some_and(|head| head.ends_with(' '))
}

/// Words that name the Party committee before a body, folded.
const COMMITTEES: &[&[&str]] = &[
    &["đảng", "ủy"],
    &["đu"],
    &["ban", "cán", "sự", "đảng"],
    &["đảng", "đoàn"],
];

/// A mention as printed, without the Party committee named before the body.
fn without_committee(mention: &Mention) -> &str {
    let printed = mention.printed.as_str();
    if !mention.party_committee || matches!(mention.body, Body::Generic(_)) {
        return printed;
    }
    COMMITTEES
        .iter()
        .find_map(|committee| {
            let mut ahead = words(printed);
            committee.iter().try_fold(0, |_, part| {
                let word = ahead.next().filter(|word| folded(word.text) == *part)?;
                Some(word.end())
            })
        })
        .map(|end| printed[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',')))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(printed)
}

#[cfg(test)]
mod tests {
    use crate::checks::{Code, Details};
    use crate::{compare, read};

    /// The spellings found in a program whose rows name these leads.
    fn spellings(leads: &[&str]) -> Vec<Vec<String>> {
        let mut text = "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nPhụ lục 1\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n".to_owned();
        for (index, lead) in leads.iter().enumerate() {
            let (number, name) = [("1", "Việc thứ một"), ("2", "Việc thứ hai"), ("3", "Việc thứ ba")][index];
            text.push_str(&[number, name, lead, "Năm 2027\n"].join("\t"));
        }
        let program = read(&text).unwrap();
        compare(program.clone(), program)
            .findings
            .into_iter()
            .filter(|finding| finding.code == Code::BodySpelledVariously && finding.right.is_empty())
            .map(|finding| match finding.details {
                Details::BodySpelledVariously { spellings, .. } => {
                    spellings.into_iter().map(|one| one.printed).collect()
                }
                _ => Vec::new(),
            })
            .collect()
    }

    #[test]
    fn an_abbreviation_and_a_full_name_are_two_spellings() {
        assert_eq!(
            spellings(&["Sở NN &MT", "Sở Y tế", "Sở Nông nghiệp và Môi trường"]),
            [["Sở NN &MT", "Sở Nông nghiệp và Môi trường"]]
        );
    }

    #[test]
    fn a_party_committee_is_no_spelling_of_its_body() {
        assert!(spellings(&["Đảng ủy Sở Y tế", "Sở Y tế", "ĐU Sở Y tế"]).is_empty());
    }

    #[test]
    fn a_list_that_says_the_head_once_spells_nobody_anew() {
        assert!(spellings(&["Sở: Tài chính, Y tế", "Sở Y tế", "Sở Tài chính"]).is_empty());
    }
}
