#![doc = include_str!("number_format.en.md")]

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::context::{Context, one_sided, quote, quote_some};
use super::{Code, Details, Field, Outcome, Severity, Side};
use crate::model::{Indicator, NoteKind, Program, RowId, Target, TargetRelation};

/// The facts of [`Code::NumberFormat`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFormat {
    /// The figures, in order of the rows of the finding.
    pub figures: Vec<NumberFigure>,
    /// A figure of the same program that keeps the convention (`11.430,0`), where it has one.
    pub convention: Option<String>,
}

/// A figure whose comma groups thousands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFigure {
    /// As printed: `3,400`.
    pub printed: String,
    /// What it stands for, by the convention: `3.400`.
    pub meant: String,
    /// What shows it.
    pub evidence: FormatEvidence,
}

/// What shows that a comma groups thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormatEvidence {
    /// A printed ratio of the same table, or a row beside one it shows.
    Ratio,
    /// The figure of the other program.
    OtherProgram,
    /// Three decimals that end in two zeros, where no other figure of the program has three.
    Zeros,
}

/// One finding for each program, where something shows that the comma does not
/// mark decimals; a figure of three decimals by itself is none.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let mut figures = Vec::new();
        let mut rows: Vec<&Indicator> = Vec::new();
        let shown = Shown::by(program);
        for row in program.indicators.iter().filter(|row| may_group(&row.value.text)) {
            let Some(printed) = Target::parse(&row.value.text) else {
                continue;
            };
            let Some(meant) = printed.alternative() else { continue };
            if let Some(evidence) = evidence(context, &shown, (side, row), &printed, &meant) {
                figures.push(NumberFigure {
                    printed: row.value.text.clone(),
                    meant: meant.to_string(),
                    evidence,
                });
                rows.push(row);
            }
        }
        if rows.is_empty() {
            continue;
        }
        let convention = convention(program, &rows);
        let severity = if convention.is_some() {
            Severity::Doubt
        } else {
            Severity::Note
        };
        let quotes = rows.iter().flat_map(|row| {
            [
                Some(quote(side, &row.id, Field::Text, &row.name)),
                quote_some(side, &row.id, Field::Value, Some(&row.value)),
                quote_some(side, &row.id, Field::Unit, row.unit.as_ref()),
            ]
        });
        outcome.findings.push(one_sided(
            Code::NumberFormat,
            severity,
            side,
            rows.iter().map(|row| row.id.clone()).collect(),
            Details::NumberFormat(NumberFormat { figures, convention }),
            quotes.flatten().collect(),
        ));
    }
    outcome
}

/// What a program shows of its figures.
struct Shown<'a> {
    /// The rows that were read by evidence.
    by_evidence: FxHashSet<&'a RowId>,
    /// Whether three decimals are printed that do not end in two zeros.
    three_decimals: bool,
}

impl<'a> Shown<'a> {
    fn by(program: &'a Program) -> Self {
        let read = program
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::NumberReadByEvidence);
        let mut texts = program.indicators.iter().map(|row| row.value.text.as_str());
        Self {
            by_evidence: read.filter_map(|note| note.row.as_ref()).collect(),
            three_decimals: texts.any(|text| decimals(text) == 3 && !text.ends_with("00")),
        }
    }
}

fn evidence(
    context: &Context<'_>,
    shown: &Shown<'_>,
    (side, row): (Side, &Indicator),
    printed: &Target,
    meant: &Target,
) -> Option<FormatEvidence> {
    if shown.by_evidence.contains(&row.id) {
        return Some(FormatEvidence::Ratio);
    }
    let partner = context.indicator_partner(side, &row.id);
    if let Some((other, target)) = partner.and_then(|other| Some((other, other.target.as_ref()?))) {
        let equals = |reading: &Target| {
            reading.relation(row.unit_read.as_ref(), target, other.unit_read.as_ref()) == TargetRelation::Equal
        };
        match (equals(printed), equals(meant)) {
            // The other program reads the comma as the convention does.
            (true, _) => return None,
            (false, true) => return Some(FormatEvidence::OtherProgram),
            (false, false) => {}
        }
    }
    (row.value.text.ends_with("00") && decimals(&row.value.text) == 3 && !shown.three_decimals)
        .then_some(FormatEvidence::Zeros)
}

/// Whether a comma of a text can group thousands: three digits stand behind it.
fn may_group(text: &str) -> bool {
    text.split(',')
        .skip(1)
        .any(|digits| digits.bytes().take_while(u8::is_ascii_digit).count() == 3)
}

/// How many digits stand behind the comma of a figure.
fn decimals(figure: &str) -> usize {
    figure
        .rsplit_once(',')
        .map_or(0, |(_, digits)| digits.bytes().take_while(u8::is_ascii_digit).count())
}

/// A figure of the program whose dot groups thousands or whose comma marks
/// one or two decimals.
fn convention(program: &Program, against: &[&Indicator]) -> Option<String> {
    let against: FxHashSet<&RowId> = against.iter().map(|row| &row.id).collect();
    let texts = program
        .indicators
        .iter()
        .filter(|row| !against.contains(&row.id))
        .map(|row| row.value.text.as_str());
    let point = |text: &str| Target::parse(text).is_some_and(|target| target.point().is_some());
    let grouped = |text: &&str| text.contains('.') && point(text);
    let decimal = |text: &&str| matches!(decimals(text), 1 | 2) && point(text);
    texts
        .clone()
        .find(grouped)
        .or_else(|| texts.clone().find(decimal))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, indicators};
    use super::*;

    fn meant(rows: &str) -> Vec<(String, FormatEvidence)> {
        let findings = alone(check, &indicators(rows)).findings;
        findings
            .into_iter()
            .flat_map(|finding| match finding.details {
                Details::NumberFormat(facts) => facts.figures,
                other => panic!("{other:?}"),
            })
            .map(|figure| (figure.meant, figure.evidence))
            .collect()
    }

    #[test]
    fn a_ratio_or_zeros_show_it() {
        let rows = "1\tTổng sản phẩm (GRDP)\t1.000 tỷ đồng\t11.430,0\tSở Tài chính\n2\tThu\t1.000 tỷ đồng\t3,400\tSở Tài chính\n\
             3\tThu/GRDP\t%\t29,75\tSở Tài chính\n4\tQuy đổi\tUSD\t12,000\tSở Tài chính\n";
        assert_eq!(
            meant(rows),
            [
                ("3.400".to_owned(), FormatEvidence::Ratio),
                ("12.000".to_owned(), FormatEvidence::Zeros)
            ]
        );
    }

    #[test]
    fn decimals_are_decimals() {
        assert_eq!(
            meant("1\tHệ số\tLần\t1,125\tSở Tài chính\n2\tTỷ lệ\t%\t40,0\tSở Y tế\n3\tTỷ lệ\t%\t40\tSở Y tế\n"),
            []
        );
        assert_eq!(
            meant("1\tHệ số\tLần\t1,100\tSở Tài chính\n2\tHệ số\tLần\t2,125\tSở Y tế\n"),
            []
        );
    }

    #[test]
    fn beside_a_figure_that_keeps_the_convention_it_is_a_doubt() {
        let found = |value: &str| {
            let rows = format!("1\tQuy đổi\tUSD\t12,000\tSở Tài chính\n2\tGRDP\tTỷ đồng\t{value}\tSở Tài chính\n");
            let finding = alone(check, &indicators(&rows)).findings.remove(0);
            match finding.details {
                Details::NumberFormat(facts) => (facts.convention, finding.severity),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(found("11.430"), (Some("11.430".to_owned()), Severity::Doubt));
        assert_eq!(found("430"), (None, Severity::Note));
    }
}
