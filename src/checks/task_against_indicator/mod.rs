#![doc = include_str!("../task_against_indicator.en.md")]

mod anchor;
mod claim;
mod subject;
mod vocabulary;

use serde::{Deserialize, Serialize};

use super::checked::{Checked, CheckedFact, Outcome};
use super::context::{Context, quote, quote_some};
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::model::{Indicator, RowId, TargetRelation, Task};
use claim::{Claim, Scope, Wording, claims};
use subject::Subjects;

/// An indicator on the subject of a figure or an absolute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The program it is in.
    pub side: Side,
    /// Its row.
    pub row: RowId,
    /// Its value.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How the claim (left) lies to its target (right).
    pub relation: TargetRelation,
}

/// A passage of a task or of the body text that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The program it is in.
    pub side: Side,
    /// The row of the task; `None` in the body text.
    pub row: Option<RowId>,
    /// The clause as printed.
    pub text: String,
}

/// A claim about the whole is held against the indicator of its own program,
/// and against the matched one of the other; where its own program has none,
/// against the other's. It must be meant for the same years. A claim about one
/// place or work accuses nobody.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let subjects = Subjects::new(context);
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        for (statement, figures) in program.statements.iter().zip(context.figures_of_statements(side)) {
            for claim in claims(&statement.text, figures, &subjects.vocabulary) {
                judge(context, &subjects, &claim, (side, None), &mut outcome);
            }
        }
        for (task, figures) in program.tasks.iter().zip(context.figures_of_tasks(side)) {
            for claim in claims(&task.text.text, figures, &subjects.vocabulary) {
                judge(context, &subjects, &claim, (side, Some(task)), &mut outcome);
            }
        }
    }
    outcome
}

/// Where a claim stands.
type Place<'a> = (Side, Option<&'a Task>);

fn judge(context: &Context<'_>, subjects: &Subjects<'_>, claim: &Claim<'_>, place: Place<'_>, outcome: &mut Outcome) {
    let (side, task) = place;
    let own = subjects.find(side, claim);
    let mut measured: Vec<(Side, &Indicator, TargetRelation)> =
        own.iter().map(|&(row, relation)| (side, row, relation)).collect();
    let far = match own {
        Some((row, _)) => context
            .indicator_partner(side, &row.id)
            .and_then(|row| Some((row, subject::relation(claim, row)?))),
        None => subjects.find(side.other(), claim),
    };
    let far = far.filter(|_| !context.is_one_program());
    measured.extend(far.map(|(row, relation)| (side.other(), row, relation)));
    let Some(&(_, first, relation)) = measured.first() else {
        return;
    };
    if relation != TargetRelation::Disjoint && relation != TargetRelation::Overlap {
        if own.is_some() {
            outcome.checked.push(Checked {
                code: Code::TaskAgainstIndicator,
                side,
                rows: task
                    .map(|task| task.id.clone())
                    .into_iter()
                    .chain([first.id.clone()])
                    .collect(),
                fact: CheckedFact::FigureFits {
                    claim: claim.printed().to_owned(),
                    value: first.value.text.clone(),
                },
            });
        }
        return;
    }
    if claim.scope() == Scope::Part {
        return;
    }
    outcome.findings.push(finding(claim, (side, task), &measured));
}

fn finding(claim: &Claim<'_>, (side, task): Place<'_>, measured: &[(Side, &Indicator, TargetRelation)]) -> Finding {
    let disjoint = measured
        .first()
        .is_some_and(|first| first.2 == TargetRelation::Disjoint);
    let severity = match claim.wording {
        Wording::Figure if disjoint => Severity::Contradiction,
        Wording::Figure | Wording::All => Severity::Difference,
        Wording::WholePeople => Severity::Doubt,
    };
    let rows = |wanted: Side| -> Vec<RowId> {
        let own = task.filter(|_| wanted == side).map(|task| task.id.clone());
        let indicators = measured
            .iter()
            .filter(|row| row.0 == wanted)
            .map(|row| row.1.id.clone());
        own.into_iter().chain(indicators).collect()
    };
    let mut evidence: Vec<Evidence> = Vec::new();
    evidence.extend(task.map(|task| quote(side, &task.id, Field::Text, &task.text)));
    for (side, row, _) in measured {
        evidence.push(quote(*side, &row.id, Field::Text, &row.name));
        evidence.extend(quote_some(*side, &row.id, Field::Value, Some(&row.value)));
    }
    Finding {
        code: Code::TaskAgainstIndicator,
        severity,
        left: rows(Side::Left),
        right: rows(Side::Right),
        details: Details::TaskAgainstIndicator {
            passage: Passage {
                side,
                row: task.map(|task| task.id.clone()),
                text: claim.printed().to_owned(),
            },
            value: claim.value().to_owned(),
            indicators: measured
                .iter()
                .map(|(side, row, relation)| Measured {
                    side: *side,
                    row: row.id.clone(),
                    value: row.value.text.clone(),
                    unit: row.unit.as_ref().map_or_else(String::new, |unit| unit.text.clone()),
                    relation: *relation,
                })
                .collect(),
        },
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, program};
    use super::*;

    /// The indicators a sentence is held against, and how many figures fit.
    fn found(sentence: &str) -> (Vec<String>, usize) {
        let program = program(&format!(
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\n{sentence}\n\nPHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\tChủ trì báo cáo\n\
             1\tDiện tích cây xanh đô thị\tm2/người\t10-12\tSở Xây dựng\n2\tDiện tích cây xanh đô thị\tm2/người\t10-13\tSở Xây dựng\n"
        ));
        let outcome = alone(check, &program);
        let rows = outcome.findings.iter().flat_map(|finding| &finding.left);
        (rows.map(ToString::to_string).collect(), outcome.checked.len())
    }

    #[test]
    fn a_figure_is_held_against_the_first_indicator_it_names() {
        assert_eq!(
            found("Xây công viên; diện tích cây xanh đô thị 15 m2/người."),
            (vec!["PL1.1".to_owned()], 0)
        );
        assert_eq!(
            found("Xây công viên; diện tích cây xanh đô thị 11 m2/người."),
            (vec![], 1)
        );
        assert_eq!(
            found("Xây công viên; diện tích cây xanh khu Sóc Sơn 15 m2/người."),
            (vec![], 0)
        );
    }

    #[test]
    fn a_name_may_have_words_at_which_clauses_end() {
        let row = "1\tTỷ trọng kinh tế số trong GRDP\t%\t40\tSở Tài chính\n2\tTỷ lệ đô thị hóa\t%\t65\tSở Xây dựng\n";
        let found = |text: &str| {
            let program = program(&format!(
                "CHƯƠNG TRÌNH\n\n{text}\n\nPHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\tChủ trì báo cáo\n{row}"
            ));
            alone(check, &program).findings.len()
        };
        assert_eq!(found("Tỷ trọng kinh tế số trong GRDP đạt 30%."), 1);
        assert_eq!(found("Tỷ trọng kinh tế số trong GRDP đạt 40%."), 0);
        assert_eq!(found("Tỷ lệ đô thị hóa đến năm 2030 đạt 60%."), 1);
        assert_eq!(found("Tỷ trọng công nghiệp trong GRDP đạt 30%."), 0);
    }

    #[test]
    fn a_unit_may_name_the_subject() {
        let rows = "1\tSố bác sỹ trên 1 vạn dân\tBác sỹ\t12,0\tSở Y tế\n2\tTổng lượt khách du lịch năm 2030\tTriệu lượt\t28-30\tSở Du lịch\n";
        let found = |text: &str| {
            let program = program(&format!(
                "CHƯƠNG TRÌNH\n\n{text}\n\nPHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2026-2030\tChủ trì báo cáo\n{rows}"
            ));
            let outcome = alone(check, &program);
            [outcome.findings.len(), outcome.checked.len()]
        };
        for text in [
            "Đến năm 2030, số bác sĩ trên một vạn dân đạt 15 bác sĩ.",
            "Đến năm 2030, số bác sĩ trên 1 vạn dân đạt 15 bác sĩ.",
            "Đến năm 2030 đạt 15 bác sĩ/vạn dân.",
            "Phấn đấu đến năm 2030 đón 35 triệu lượt khách du lịch.",
            "Đến năm 2030, thu hút 35 triệu lượt khách du lịch.",
        ] {
            assert_eq!(found(text), [1, 0], "{text}");
        }
        for text in [
            "Đến năm 2030 đạt 12 bác sĩ/vạn dân.",
            "Phấn đấu đến năm 2030 đón 29 triệu lượt khách du lịch.",
        ] {
            assert_eq!(found(text), [0, 1], "{text}");
        }
        for text in [
            "Tuyển 15 bác sĩ.",
            "Năm 2026 đón 25 triệu lượt khách du lịch.",
            "Đến năm 2030 đón 9 triệu lượt khách du lịch quốc tế.",
            "Đến năm 2030, khu du lịch Tuyền Lâm đón 3 triệu lượt khách du lịch.",
            "Tăng thêm 5 bác sĩ/vạn dân.",
        ] {
            assert_eq!(found(text), [0, 0], "{text}");
        }
    }
}
