#![doc = include_str!("duplicate_task.en.md")]

use super::context::{Context, quote, quote_some};
use super::quantity_differs::Figures;
use super::{Code, Details, Evidence, Field, Finding, Severity, Side};
use crate::matching::particular;
use crate::model::{Bodies, Body, Cell, Deadline, DeadlineOrder, Task};
use crate::text::fold;

/// Rows that repeat each other are a doubt. With another lead or deadline,
/// rows of one text contradict each other; rows of nearly one text differ, and
/// so do those with other figures. Rows of a series are other tasks.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in &context.matches.duplicates {
        let (Some(first), Some(second)) = (
            context.task(pair.side, &pair.first),
            context.task(pair.side, &pair.second),
        ) else {
            continue;
        };
        let figures = Figures::of(context, pair.side, first, second);
        if figures == Figures::NameOthers {
            continue;
        }
        let exact = pair.exact && figures == Figures::Same;
        let fields = differing_fields(first, second, exact);
        let otherwise_bound = fields
            .iter()
            .any(|field| matches!(field, Field::Lead | Field::Deadline));
        let severity = match (otherwise_bound || figures == Figures::Changed, exact) {
            (true, true) => Severity::Contradiction,
            (true, false) => Severity::Difference,
            (false, _) => Severity::Doubt,
        };
        let mut evidence = quotes(pair.side, first, &fields);
        evidence.extend(quotes(pair.side, second, &fields));
        let rows = vec![first.id.clone(), second.id.clone()];
        let (left, right) = if pair.side == Side::Left {
            (rows, Vec::new())
        } else {
            (Vec::new(), rows)
        };
        let details = Details::DuplicateTask { exact, fields };
        findings.push(Finding {
            code: Code::DuplicateTask,
            severity,
            left,
            right,
            details,
            evidence,
        });
    }
    findings
}

/// The fields in which two rows differ in meaning; spellings of one body and
/// of one day do not count.
fn differing_fields(first: &Task, second: &Task, exact: bool) -> Vec<Field> {
    let mut fields = Vec::new();
    if !exact {
        fields.push(Field::Text);
    }
    if particular(&first.lead_bodies) != particular(&second.lead_bodies) {
        fields.push(Field::Lead);
    }
    if names(&first.coordinating_bodies) != names(&second.coordinating_bodies) {
        fields.push(Field::Coordinating);
    }
    if printed(first.product.as_ref()) != printed(second.product.as_ref()) {
        fields.push(Field::Product);
    }
    let deadlines_differ = match Deadline::compare(first.due.as_ref(), second.due.as_ref()) {
        DeadlineOrder::Equal => false,
        DeadlineOrder::LeftEarlier { .. } | DeadlineOrder::LeftLater { .. } => true,
        DeadlineOrder::NotComparable { .. } => printed(first.deadline.as_ref()) != printed(second.deadline.as_ref()),
    };
    if deadlines_differ {
        fields.push(Field::Deadline);
    }
    if printed(first.resources.as_ref()) != printed(second.resources.as_ref()) {
        fields.push(Field::Resources);
    }
    fields
}

fn names(bodies: &Bodies) -> Vec<String> {
    let mut names: Vec<String> = bodies
        .iter()
        .map(|mention| match &mention.body {
            Body::Named(name) => name.clone(),
            Body::Generic(text) | Body::Unknown(text) => fold(text),
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn printed(cell: Option<&Cell>) -> String {
    fold(cell.map_or("", |cell| &cell.text))
        .trim_end_matches([';', '.', ','])
        .to_owned()
}

fn quotes(side: Side, task: &Task, fields: &[Field]) -> Vec<Evidence> {
    let mut found = vec![quote(side, &task.id, Field::Text, &task.text)];
    for &field in fields {
        let cell = match field {
            Field::Lead => task.lead.as_ref(),
            Field::Coordinating => task.coordinating.as_ref(),
            Field::Product => task.product.as_ref(),
            Field::Deadline => task.deadline.as_ref(),
            Field::Resources => task.resources.as_ref(),
            _ => None,
        };
        found.extend(quote_some(side, &task.id, field, cell));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, tasks};
    use super::*;

    /// How grave it is that a program has both texts, with their deadlines.
    fn severity(rows: [(&str, &str); 2]) -> Option<Severity> {
        let rows: Vec<String> = (1..)
            .zip(rows)
            .map(|(number, (text, deadline))| format!("{number}\t{text}\tSở Y tế\t{deadline}\n"))
            .collect();
        let (program, other) = (tasks(&rows.concat()), tasks("1\tMua sắm thiết bị\tSở Y tế\tNăm 2027\n"));
        let mut findings = both(check, &program, &other).into_iter();
        findings.next().map(|finding| finding.severity)
    }

    #[test]
    fn rows_of_a_series_are_no_duplicates() {
        for (one, two) in [
            (
                "Báo cáo tổng kết công tác cải cách hành chính năm 2026",
                "Báo cáo tổng kết công tác cải cách hành chính năm 2027",
            ),
            ("Tắt sóng 2G trên toàn thành phố", "Tắt sóng 3G trên toàn thành phố"),
            (
                "Phổ cập giáo dục mầm non cho trẻ 3 tuổi",
                "Phổ cập giáo dục mầm non cho trẻ 5 tuổi",
            ),
            (
                "Xây dựng Bệnh viện Nhi tỉnh giai đoạn I",
                "Xây dựng Bệnh viện Nhi tỉnh giai đoạn II",
            ),
            (
                "Xây dựng bảng giá đất áp dụng từ 01/01/2026",
                "Xây dựng bảng giá đất áp dụng từ 01/01/2027",
            ),
        ] {
            assert_eq!(severity([(one, "2026"), (two, "2028")]), None, "{one}");
            assert_eq!(
                severity([(one, "2026"), (one, "2028")]),
                Some(Severity::Contradiction),
                "{one}"
            );
        }
    }

    #[test]
    fn other_figures_are_told() {
        let parks = |count| format!("Xây dựng {count} khu nông nghiệp công nghệ cao");
        let (five, six) = (parks("05"), parks("06"));
        assert_eq!(severity([(&five, "2027"), (&five, "2027")]), Some(Severity::Doubt));
        assert_eq!(severity([(&five, "2027"), (&six, "2027")]), Some(Severity::Difference));
        assert_eq!(severity([(&five, "2027"), (&six, "2029")]), Some(Severity::Difference));
    }

    /// How grave two rows of one text are, in what they differ, and which of
    /// their cells are quoted.
    fn found(lead: &str, deadline: &str) -> (Severity, Vec<Field>, Vec<Field>) {
        let program = tasks(&format!(
            "1\tXây cầu Tứ Liên\tSở Xây dựng\t2026\n2\tXây cầu Tứ Liên\t{lead}\t{deadline}\n"
        ));
        let finding = both(check, &program, &program).remove(0);
        let quoted = finding.evidence.iter().map(|evidence| evidence.field).collect();
        match finding.details {
            Details::DuplicateTask { fields, .. } => (finding.severity, fields, quoted),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_cells_that_differ_are_quoted() {
        use Field::{Deadline, Lead, Text};
        assert_eq!(found("Sở XD", "Năm 2026"), (Severity::Doubt, vec![], vec![Text, Text]));
        assert_eq!(
            found("Sở Tài chính", "2027"),
            (
                Severity::Contradiction,
                vec![Lead, Deadline],
                vec![Text, Lead, Deadline, Text, Lead, Deadline]
            )
        );
    }
}
