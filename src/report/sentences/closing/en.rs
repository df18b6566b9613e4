//! The English words of the closing part.

use super::super::super::context::Context;
use super::super::{Catalogue, with_unit};
use super::{ClosingCatalogue, ClosingPhrase, rows_of, section_of};
use crate::checks::{Checked, CheckedFact, Code, WhyNot};

pub(super) struct English;

impl ClosingCatalogue for English {
    fn phrase(&self, phrase: ClosingPhrase) -> &'static str {
        match phrase {
            ClosingPhrase::Checked => "CHECKED AND IN AGREEMENT",
            ClosingPhrase::NotChecked => "NOT CHECKED",
            ClosingPhrase::Nothing => "Nothing.",
        }
    }

    fn agreed(&self, code: Code, pairs: usize) -> String {
        match code {
            Code::TargetDiffers => format!("Pairs of indicators with equal targets ({pairs})"),
            Code::DeadlineDiffers => format!("Pairs of tasks due at the same time ({pairs})"),
            Code::LeadBodyDiffers => format!("Pairs of tasks with a body in charge in common ({pairs})"),
            code => format!("Pairs without a finding {code} ({pairs})"),
        }
    }

    fn why(&self, why: WhyNot) -> &'static str {
        match why {
            WhyNot::Missing => "empty on one or both sides",
            WhyNot::NotUnderstood => "not understood on one side: see the notes on reading",
            WhyNot::Recurring => "recurring work",
            WhyNot::Conditional => "depends on a condition without a date",
            WhyNot::OtherMilestones => "other milestones: one side names the start, the other the finish",
            WhyNot::OtherPeriod => "values of other periods",
            WhyNot::OtherMeasure => "other units or other things measured",
            WhyNot::OtherFigure => "other figures: another giver or scenario, or a result",
            WhyNot::NobodyInParticular => "one side names nobody in particular",
            WhyNot::OwnDivision => "one side names only divisions of its own issuer",
            WhyNot::OtherIssuer => "one side names only the issuer of the other program",
            WhyNot::SwitchedOff => "switched off by the grading",
        }
    }

    fn how_many(&self, why: WhyNot, count: usize) -> String {
        let noun = match why {
            WhyNot::SwitchedOff => "finding",
            _ => "pair",
        };
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {noun}{plural}")
    }

    fn subject(&self, words: &dyn Catalogue, code: Code) -> &'static str {
        match code {
            Code::TargetDiffers => "Targets of pairs of indicators",
            Code::DeadlineDiffers => "Deadlines of pairs of tasks",
            Code::LeadBodyDiffers => "Bodies in charge of pairs of tasks",
            code => words.code(code),
        }
    }

    fn fact_heading(&self, checked: &Checked) -> &'static str {
        match checked.fact {
            CheckedFact::CountHolds { .. } => "Counts that hold",
            CheckedFact::NumbersRun { .. } => "Numbers without gap or repetition",
            CheckedFact::SumHolds { .. } => "Parts that add up",
            CheckedFact::RatioHolds { .. } => "Ratios that hold",
            CheckedFact::GrowthBetweenParts { .. } => "Growths of wholes between those of their parts",
            CheckedFact::PeriodsBetween { .. } => "Figures of longer periods between those of the shorter",
            CheckedFact::FigureFits { .. } => "Figures of the text that fit their indicators",
            CheckedFact::FieldFilled { .. } if checked.code == Code::DeadlineMissing => "No row without a deadline",
            CheckedFact::FieldFilled { .. } => "No row without a body",
            CheckedFact::DeadlinesInPeriod { .. } => "Deadlines inside the period",
        }
    }

    fn fact(&self, context: &Context<'_>, checked: &Checked) -> String {
        let rows = rows_of(context, checked);
        match &checked.fact {
            CheckedFact::CountHolds {
                announced,
                found,
                annex: Some(annex),
            } => format!("“{announced}”, Annex {annex} has {found}{rows}"),
            CheckedFact::CountHolds { announced, found, .. } => format!("“{announced}”, {found} are named{rows}"),
            CheckedFact::NumbersRun {
                annex,
                section,
                first,
                last,
            } => format!("{} ({first}-{last})", section_of(context, *annex, section)),
            CheckedFact::SumHolds { parts, total, computed } => {
                let rounded = computed.as_ref().map_or_else(String::new, |sum| format!("{sum} ≈ "));
                format!("{} = {rounded}{total}{rows}", parts.join(" + "))
            }
            CheckedFact::RatioHolds {
                ratio,
                dividend,
                divisor,
                computed,
            } => {
                let [ratio, computed] = [ratio, computed].map(|share| with_unit(share, "%", ""));
                format!("{ratio} fits {dividend} / {divisor} = {computed}{rows}")
            }
            CheckedFact::GrowthBetweenParts { annex, totals } => format!("Annex {annex}, {totals} figures"),
            CheckedFact::PeriodsBetween { annex, figures } => format!("Annex {annex}, {figures} figures"),
            CheckedFact::FigureFits { claim, value } => format!("“{claim}”, indicator {value}{rows}"),
            CheckedFact::FieldFilled { annex, rows } => format!("Annex {annex}, {rows} rows"),
            CheckedFact::DeadlinesInPeriod { annex, period, rows } => {
                format!("Annex {annex}, {rows} rows, period {}-{}", period.0, period.1)
            }
        }
    }
}
