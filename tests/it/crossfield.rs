//! Figures against indicators, displaced cells, spellings and citations: what
//! a person reads in both programs, and edited copies of them.

use doichieu::checks::CheckedFact;
use doichieu::{Code, Comparison, Details, Severity, compare, hanoi, read};

fn comparison() -> Comparison {
    compare(hanoi::party(), hanoi::ubnd())
}

/// The rows of the findings of one code, left and right, with their severity.
fn rows(comparison: &Comparison, code: Code) -> Vec<(Severity, String, String)> {
    let join = |ids: &[doichieu::RowId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    comparison
        .findings
        .iter()
        .filter(|finding| finding.code == code)
        .map(|finding| (finding.severity, join(&finding.left), join(&finding.right)))
        .collect()
}

#[test]
fn figures_in_tasks_that_no_indicator_bears_out() {
    let found = rows(&comparison(), Code::TaskAgainstIndicator);
    let expected = [
        (Severity::Contradiction, "PL3.IV.5 PL1.24", "PL2.A.19"),
        (Severity::Contradiction, "PL1.33", "PL3.49 PL2.B.8"),
        (Severity::Difference, "PL3.VII.33 PL1.38", "PL2.B.9"),
        (Severity::Difference, "PL1.38", "PL3.51 PL2.B.9"),
        (Severity::Doubt, "PL3.VI.7 PL1.22", "PL2.A.18"),
    ];
    let found: Vec<_> = found
        .iter()
        .map(|(severity, left, right)| (*severity, left.as_str(), right.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn figures_that_hold_are_listed_as_checked() {
    let comparison = comparison();
    let fits: Vec<(String, &str)> = comparison
        .checked
        .iter()
        .filter_map(|checked| match &checked.fact {
            CheckedFact::FigureFits { value, .. } => {
                let rows: Vec<_> = checked.rows.iter().map(ToString::to_string).collect();
                Some((rows.join(" "), value.as_str()))
            }
            _ => None,
        })
        .collect();
    for expected in [
        ("PL3.VI.3 PL1.23", "100"),
        ("PL1.1", "8,50"),
        ("PL2.A.2", "11,0"),
        ("PL3.1 PL1.1", "8,50"),
    ] {
        assert!(
            fits.iter().any(|(rows, value)| (rows.as_str(), *value) == expected),
            "{expected:?} in {fits:?}"
        );
    }
}

#[test]
fn a_growth_in_the_body_text_that_the_annex_does_not_bear_out() {
    let draft = hanoi::UBND.replacen("tăng trưởng 8,5% năm 2025", "tăng trưởng 9,5% năm 2025", 1);
    assert_ne!(draft, hanoi::UBND);
    let found = compare(hanoi::party(), read(&draft).expect("a draft"));
    let body: Vec<_> = found
        .findings
        .iter()
        .filter_map(|finding| match &finding.details {
            Details::TaskAgainstIndicator {
                passage, indicators, ..
            } if passage.row.is_none() => Some((passage.text.as_str(), indicators[0].row.to_string())),
            _ => None,
        })
        .collect();
    assert_eq!(body, [("Phấn đấu đạt tăng trưởng 9,5% năm 2025", "PL1.1".to_owned())]);
}

#[test]
fn bodies_of_the_culture_department_beside_rivers_buses_and_emissions() {
    let comparison = comparison();
    let found = rows(&comparison, Code::ColumnDisplaced);
    let block = "PL3.VII.27 PL3.VII.30 PL3.VII.31 PL3.VII.32 PL3.VII.33 PL3.VII.34 PL3.VII.35";
    let left: Vec<_> = found.iter().map(|(_, left, _)| left.as_str()).collect();
    assert_eq!(left, ["PL3.V.32", "PL3.VII.25", block]);
    assert!(
        found
            .iter()
            .all(|(severity, _, right)| *severity == Severity::Doubt && right.is_empty())
    );
    // Both rows of the block whose deadline comes back every year.
    let recurring = comparison.findings.iter().find_map(|finding| match &finding.details {
        Details::ColumnDisplaced { deadlines, cells, .. } if cells.len() == 7 => Some(deadlines),
        _ => None,
    });
    let recurring: Vec<_> = recurring.into_iter().flatten().map(ToString::to_string).collect();
    assert_eq!(recurring, ["PL3.VII.31", "PL3.VII.32"]);
}

#[test]
fn leads_that_differ_by_a_displaced_block_point_to_it() {
    let comparison = comparison();
    let explained: Vec<String> = comparison
        .findings
        .iter()
        .filter(|finding| {
            matches!(
                &finding.details,
                Details::LeadBodyDiffers {
                    explained_by: Some(_),
                    ..
                }
            )
        })
        .map(|finding| finding.left[0].to_string())
        .collect();
    assert_eq!(
        explained,
        [
            "PL3.V.32",
            "PL3.VII.25",
            "PL3.VII.27",
            "PL3.VII.30",
            "PL3.VII.31",
            "PL3.VII.33",
            "PL3.VII.34"
        ]
    );
}

#[test]
fn spellings_of_the_environment_department() {
    let comparison = comparison();
    let of = |name: &str, left: bool| -> Vec<String> {
        comparison
            .findings
            .iter()
            .filter(|finding| finding.right.is_empty() == left)
            .find_map(|finding| match &finding.details {
                Details::BodySpelledVariously {
                    name: found, spellings, ..
                } if found == name => Some(spellings.iter().map(|one| one.printed.clone()).collect()),
                _ => None,
            })
            .unwrap_or_default()
    };
    assert_eq!(
        of("Sở Nông nghiệp và Môi trường", true),
        [
            "Sở NN &MT",
            "Sở NN&MT",
            "Sở Nông nghiệp và Môi trường",
            "Sở NN & MT",
            "Sở NN và MT"
        ]
    );
    assert_eq!(
        of("Sở Nông nghiệp và Môi trường", false),
        [
            "Sở Nông nghiệp và MT",
            "Sở NN &MT",
            "Sở NN&MT",
            "Sở Nông nghiệp và Môi trường"
        ]
    );
    // Always printed alike.
    assert!(of("Sở Nội vụ", true).is_empty() && of("Sở Du lịch", true).is_empty());
    assert!(of("Sở Nội vụ", false).is_empty() && of("Sở Xây dựng", false).is_empty());
}

#[test]
fn the_two_programs_cite_every_document_alike() {
    assert!(rows(&comparison(), Code::CitationDiffers).is_empty());
}

#[test]
fn a_date_that_differs_from_the_other_citation() {
    let draft = hanoi::PARTY.replacen("15-NQ/TW ngày 05/5/2022", "15-NQ/TW ngày 05/6/2022", 1);
    assert_ne!(draft, hanoi::PARTY);
    let found = compare(read(&draft).expect("a draft"), hanoi::ubnd());
    assert_eq!(
        rows(&found, Code::CitationDiffers),
        [(Severity::Contradiction, "PL3.I.1".to_owned(), String::new())]
    );
}
