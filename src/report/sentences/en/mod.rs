//! The English catalogue.

mod crossfield;
pub(super) mod labels;
mod messages;

use std::fmt::Write as _;

use super::super::Place;
use super::super::summary::Pairs;
use super::{Catalogue, Facts, Noun, Phrase};
use crate::checks::{Code, Field, Severity};
use crate::model::{Lines, NoteKind};
use crate::remark::Remark;

/// English; quotations and names stay Vietnamese.
pub(super) struct English;

impl Catalogue for English {
    fn message(&self, facts: &Facts<'_>) -> String {
        messages::message(facts)
    }

    fn code(&self, code: Code) -> &'static str {
        match code {
            Code::TargetDiffers => "Targets of an indicator differ",
            Code::UnitDiffers => "Units of an indicator differ",
            Code::DefinitionDiffers => "Definitions or objects differ",
            Code::ReportingBodyDiffers => "Reporting bodies of an indicator differ",
            Code::DeadlineDiffers => "Deadlines of a task differ",
            Code::LeadBodyDiffers => "Bodies in charge of a task differ",
            Code::QuantityDiffers => "Figures in the text of a task differ",
            Code::TaskWithoutCounterpart => "Tasks without counterpart",
            Code::IndicatorWithoutCounterpart => "Indicators without counterpart",
            Code::AmbiguousMatch => "Counterpart not decided",
            Code::DuplicateTask => "Tasks repeated in one program",
            Code::DuplicateIndicator => "Indicators repeated in one program",
            Code::NumberMissing => "Numbers skipped",
            Code::NumberRepeated => "Numbers used more than once",
            Code::AnnouncedCountDiffers => "Announced counts differ from what stands there",
            Code::SumDiffers => "Figures of one table that do not fit each other",
            Code::UnitDoubtful => "Doubtful units",
            Code::NumberFormat => "Figures against the number convention",
            Code::FootnoteChangesPeriod => "Footnotes that change the period of figures",
            Code::DeadlineAfterParent => "Sub-rows due after their task",
            Code::DeadlineOutOfPeriod => "Deadlines outside the period of the annex",
            Code::DeadlineMissing => "Tasks without deadline",
            Code::BodyMissing => "No body in charge is named",
            Code::TaskAgainstIndicator => "Figures in the text against an indicator",
            Code::TextAgainstTask => "Body text against the tasks of the annex",
            Code::ColumnDisplaced => "Cells displaced in a column",
            Code::CitationDiffers => "Citations of a document differ",
            Code::BodySpelledVariously => "One body spelled variously",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Contradiction => "contradiction",
            Severity::Difference => "difference",
            Severity::Doubt => "doubt",
            Severity::Note => "note",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Text => "text",
            Field::Lead => "lead body",
            Field::Coordinating => "coordinating bodies",
            Field::Product => "product",
            Field::Deadline => "deadline",
            Field::Resources => "resources",
            Field::Unit => "unit",
            Field::Value => "target",
            Field::Body => "reporting body",
        }
    }

    fn note(&self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::EncodingGuessed => "The encoding of the file is a guess: see whether the letters are right",
            NoteKind::TextGarbled => "A passage in a legacy font, not in Unicode: convert it",
            NoteKind::TextCut => "The text stops in the middle; its end may be missing",
            NoteKind::LineTooLong => "A line too long to be one that is printed was passed by",
            NoteKind::AnnexEmpty => "No row of the annex could be read",
            NoteKind::ColumnUnread => "A column that is none of those reconciled is not compared",
            NoteKind::HeadingOutOfPeriod => {
                "The values stand below other years than the title of the annex names, and are not compared with those of its period"
            }
            NoteKind::LineUnplaced => "A line inside an annex fits no row of the table",
            NoteKind::LeadIn => "A lead-in without values, not counted as a row",
            NoteKind::RowJoined => "A row cut by a page break was put together again",
            NoteKind::TitleMoved => "The title of a heading stands in another cell or line than its label",
            NoteKind::CellMerged => "One cell covers several rows",
            NoteKind::BordersUncertain => "The column borders of the row are a guess: see the original",
            NoteKind::DeadlineUnread => "A deadline is not understood and not compared",
            NoteKind::ValueUnread => "A value is not understood and not compared",
            NoteKind::UnitUnknown => "A unit is not known and compared as text",
            NoteKind::BodyUnknown => "A body is not known and compared as text",
            NoteKind::NumberReadByEvidence => {
                "A figure against the convention for dot and comma was read by the figures around it"
            }
        }
    }

    fn phrase(&self, phrase: Phrase) -> &'static str {
        match phrase {
            Phrase::Title => "TWO PROGRAMS RECONCILED",
            Phrase::LinesExplained => "Line numbers in brackets count the lines of the source text.",
            Phrase::First => "The first program",
            Phrase::Second => "The second program",
            Phrase::Tasks => "Tasks read",
            Phrase::Indicators => "Indicators read",
            Phrase::Matched => "with a counterpart",
            Phrase::Ambiguous => "not decided",
            Phrase::Alone => "without counterpart",
            Phrase::Findings => "Findings",
            Phrase::NoFindings => "Nothing found to differ.",
            Phrase::NoneLeft => "No finding but those switched off or left out.",
            Phrase::AloneHeading => "IN ONE PROGRAM ONLY",
            Phrase::Notes => "NOTES ON READING",
            Phrase::NoNotes => "No notes.",
            Phrase::Empty => "(empty)",
        }
    }

    fn place(&self, place: &Place<'_>) -> String {
        let mut text = self.section(place.annex, "");
        for (label, noun) in place.labels.iter().zip(["section", "group", "subgroup"]) {
            let _ = write!(text, ", {noun} {label}");
        }
        if !place.number.is_empty() {
            let _ = write!(text, ", no. {}", place.number);
        }
        if place.occurrence > 1 {
            let _ = write!(text, " (occurrence {})", place.occurrence);
        }
        for letter in &place.letters {
            let _ = write!(text, ", row {letter}");
        }
        text
    }

    fn lines(&self, lines: Lines) -> String {
        if lines.first == lines.last {
            format!("line {}", lines.first)
        } else {
            format!("lines {}-{}", lines.first, lines.last)
        }
    }

    fn section(&self, annex: u32, label: &str) -> String {
        if label.is_empty() {
            format!("Annex {annex}")
        } else {
            format!("Annex {annex}, section {label}")
        }
    }

    fn pairs(&self, pairs: Pairs, noun: Noun) -> String {
        let mut text = format!(
            "{} pairs of {}s, {} without a finding",
            pairs.all,
            noun_of(noun),
            pairs.silent
        );
        if pairs.incomparable > 0 {
            let _ = write!(
                text,
                "; {} with targets that cannot be compared (other periods, or empty)",
                pairs.incomparable
            );
        }
        text + "."
    }

    fn alone(&self, count: usize, noun: Noun, label: &str, other: &str) -> String {
        format!(
            "{label}: {} without counterpart in {other}",
            counted(count, noun_of(noun))
        )
    }

    fn folded(&self, count: usize) -> String {
        format!("with {}", counted(count, "sub-row"))
    }

    fn remark(&self, remark: Remark, left: &str, right: &str) -> String {
        match remark {
            Remark::AnnexUnread => {
                "No row of an annex could be read (see the reading notes at the end): what stands in \
                it looks as if the program did not have it."
                    .to_owned()
            }
            Remark::SameProgram => {
                "Both texts are one program: tasks and indicators are the same, word for word; their \
                body texts are not compared with each other."
                    .to_owned()
            }
            Remark::OtherOrder => format!(
                "The texts stand the other way round than usual: the first is issued by {left}, the second by {right}; \
                 the result is the same."
            ),
            Remark::FindingsWithheld => "Findings switched off or left out are not in this report.".to_owned(),
        }
    }
}

/// `1 task`, `2 tasks`.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

fn noun_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Task => "task",
        Noun::Indicator => "indicator",
    }
}
