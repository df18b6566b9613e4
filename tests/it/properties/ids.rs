//! Row ids, codes, languages and grades: what is written down and read again.

use doichieu::report::Language;
use doichieu::{Code, Grade, Grading, RowId, Severity};
use proptest::prelude::*;

use super::{cases, comes_back, goes_through_json};

/// Ids of every shape: `PL1.13`, `PL3.VII.36#2`, `PL3.VII.1.c`.
pub fn row_id() -> impl Strategy<Value = RowId> {
    "PL[1-9][0-9]?(\\.[A-Z]{1,4}){0,2}\\.[1-9][0-9]{0,2}(#[2-9])?(\\.[a-z]{1,2}){0,2}"
        .prop_map(|id| id.parse().unwrap())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn an_id_reads_as_shown(id in row_id(), index in 0_usize..2_000, other in 0_usize..2_000) {
        comes_back(&id, |text| text.parse().ok())?;
        comes_back(&id.child(index), |text| text.parse().ok())?;
        prop_assert_eq!(id.child(index).annex(), id.annex());
        prop_assert_eq!(id.child(index) == id.child(other), index == other);
    }

    #[test]
    fn whatever_is_an_id_reads_as_shown(text in "PL[+0-9]{0,3}[.]?[ .#0-9A-Za-zĐ-]{0,8}") {
        if let Ok(id) = text.parse::<RowId>() {
            comes_back(&id, |text| text.parse().ok())?;
            prop_assert_eq!(format!("PL{}", id.annex()), id.parts().next().unwrap());
        }
    }

    #[test]
    fn a_grading_reads_as_shown(grades in prop::collection::vec((prop::sample::select(&Code::ALL[..]), 0_usize..5), 0..8)) {
        let severities = [Severity::Contradiction, Severity::Difference, Severity::Doubt, Severity::Note];
        let grading = grades.into_iter().fold(Grading::default(), |grading, (code, grade)| {
            grading.set(code, severities.get(grade).map_or(Grade::Off, |&severity| Grade::Severity(severity)))
        });
        comes_back(&grading, |text| text.parse().ok())?;
    }
}

#[test]
fn every_code_and_language_reads_as_shown() {
    for code in Code::ALL {
        comes_back(&code, |text| text.parse().ok()).unwrap();
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
    }
    for language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(language));
    }
    for severity in [
        Severity::Contradiction,
        Severity::Difference,
        Severity::Doubt,
        Severity::Note,
    ] {
        goes_through_json(&severity).unwrap();
    }
}
