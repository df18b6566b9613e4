//! What each kind of finding means, in full.

use super::Language;
use crate::checks::Code;

/// The explanations stand beside the checks, whose documentation they are.
macro_rules! explanations {
    ($($code:ident: $file:literal;)+) => {
        impl Code {
            /// What this kind of finding reports, why it matters, an example,
            /// and what it leaves alone: Markdown that opens with a heading
            /// `# code: what it is called` and ends with a line break.
            #[must_use]
            pub const fn explanation(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$code, Language::Vi) => include_str!(concat!("../checks/", $file, ".md")),
                        (Self::$code, Language::En) => include_str!(concat!("../checks/", $file, ".en.md")),
                    )+
                }
            }
        }
    };
}

explanations! {
    TargetDiffers: "target_differs";
    QuantityDiffers: "quantity_differs";
    DeadlineDiffers: "deadline_differs";
    LeadBodyDiffers: "lead_body_differs";
    DefinitionDiffers: "definition_differs";
    UnitDiffers: "unit_differs";
    ReportingBodyDiffers: "reporting_body_differs";
    DuplicateTask: "duplicate_task";
    DuplicateIndicator: "duplicate_indicator";
    TaskAgainstIndicator: "task_against_indicator";
    TextAgainstTask: "text_against_task";
    ColumnDisplaced: "column_displaced";
    CitationDiffers: "citation_differs";
    BodySpelledVariously: "body_spelled_variously";
    NumberMissing: "number_missing";
    NumberRepeated: "number_repeated";
    AnnouncedCountDiffers: "announced_count_differs";
    SumDiffers: "sum_differs";
    UnitDoubtful: "unit_doubtful";
    NumberFormat: "number_format";
    FootnoteChangesPeriod: "footnote_changes_period";
    DeadlineAfterParent: "deadline_after_parent";
    DeadlineOutOfPeriod: "deadline_out_of_period";
    DeadlineMissing: "deadline_missing";
    BodyMissing: "body_missing";
    AmbiguousMatch: "ambiguous_match";
    TaskWithoutCounterpart: "task_without_counterpart";
    IndicatorWithoutCounterpart: "indicator_without_counterpart";
}

impl Code {
    /// What reports call this kind of finding: the heading over its findings.
    #[must_use]
    pub fn heading(self, language: Language) -> &'static str {
        language.catalogue().code(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The four questions each explanation answers.
    const SECTIONS: [(Language, [&str; 4]); 2] = [
        (
            Language::Vi,
            ["## Báo điều gì", "## Vì sao quan trọng", "## Ví dụ", "## Không báo"],
        ),
        (
            Language::En,
            [
                "## What it reports",
                "## Why it matters",
                "## Example",
                "## What it leaves alone",
            ],
        ),
    ];

    #[test]
    fn every_code_is_explained_in_every_language_under_its_heading() {
        for code in Code::ALL {
            for (language, sections) in SECTIONS {
                let text = code.explanation(language);
                let heading = format!("# {code}: {}\n\n", code.heading(language));
                assert!(
                    text.starts_with(&heading),
                    "{code} {language} does not open with {heading}"
                );
                let found: Vec<_> = text.lines().filter(|line| line.starts_with("## ")).collect();
                assert_eq!(found, sections, "{code} {language}");
                for section in text.split("\n## ").skip(1) {
                    let body = section.split_once("\n\n").map_or("", |(_, body)| body).trim();
                    assert!(body.len() > 40, "{code} {language}: {section}");
                }
                assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{code} {language}");
            }
        }
    }
}
