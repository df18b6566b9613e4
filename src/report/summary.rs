//! The counts a report opens with.

use rustc_hash::FxHashSet;

use crate::checks::{Code, Finding, Severity, Side, code_rank};
use crate::comparison::Comparison;
use crate::model::{Program, RowId, TargetRelation};

/// What became of the rows of one kind of one program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fates {
    pub(super) read: usize,
    pub(super) matched: usize,
    /// In a tie: one of several rows that fit one row equally well, or that row.
    pub(super) ambiguous: usize,
    pub(super) alone: usize,
}

/// What became of the pairs of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pairs {
    pub(super) all: usize,
    /// Without a finding, and with targets that can be compared.
    pub(super) silent: usize,
    /// Pairs of indicators whose targets cannot be compared.
    pub(super) incomparable: usize,
}

/// The counts of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Summary {
    /// Left, then right.
    pub(super) tasks: [Fates; 2],
    pub(super) indicators: [Fates; 2],
    /// Silent are those without a finding of any kind, switched off or not.
    pub(super) task_pairs: Pairs,
    pub(super) indicator_pairs: Pairs,
    /// How many findings of each severity, gravest first; none left out.
    pub(super) severities: [(Severity, usize); 4],
    /// How many findings of each severity and code, in the order of the report; zeros left out.
    pub(super) kinds: Vec<(Severity, Code, usize)>,
}

impl Summary {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let Comparison {
            left,
            right,
            task_matches,
            indicator_matches,
            findings,
            switched_off,
            ..
        } = comparison;
        let task_ids = task_matches.iter().map(|pair| (&pair.left, &pair.right));
        let [of_left, of_right] = [Side::Left, Side::Right].map(|side| FatesById::new(comparison, side));
        let found = findings.iter().chain(switched_off);
        let differing: FxHashSet<_> = found.flat_map(pairs_of).collect();

        let incomparable = |pair: &&crate::IndicatorMatch| pair.targets == TargetRelation::NotComparable;
        Self {
            tasks: [
                Fates::count(left.tasks.iter().map(|task| &task.id), &of_left),
                Fates::count(right.tasks.iter().map(|task| &task.id), &of_right),
            ],
            indicators: [
                Fates::count(named(left), &of_left),
                Fates::count(named(right), &of_right),
            ],
            task_pairs: Pairs {
                all: task_matches.len(),
                silent: task_ids.filter(|pair| !differing.contains(pair)).count(),
                incomparable: 0,
            },
            indicator_pairs: Pairs {
                all: indicator_matches.len(),
                silent: indicator_matches
                    .iter()
                    .filter(|pair| !incomparable(pair) && !differing.contains(&(&pair.left, &pair.right)))
                    .count(),
                incomparable: indicator_matches.iter().filter(incomparable).count(),
            },
            severities: Severity::ALL.map(|severity| {
                (
                    severity,
                    findings.iter().filter(|finding| finding.severity == severity).count(),
                )
            }),
            kinds: kinds(findings),
        }
    }
}

/// The indicators of a program. A row without a name (`22` over two shares) only
/// holds others together.
fn named(program: &Program) -> impl Iterator<Item = &RowId> {
    let named = program.indicators.iter().filter(|row| !row.name.is_empty());
    named.map(|row| &row.id)
}

impl Fates {
    fn count<'a>(ids: impl Iterator<Item = &'a RowId>, fates_by_id: &FatesById<'_>) -> Self {
        let mut fates = Self::default();
        for id in ids {
            fates.read += 1;
            match fates_by_id.of(id) {
                Fate::Matched => fates.matched += 1,
                Fate::Ambiguous => fates.ambiguous += 1,
                Fate::Alone => fates.alone += 1,
            }
        }
        fates
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Matched,
    /// In a tie, see [`Fates::ambiguous`].
    Ambiguous,
    Alone,
}

/// What became of every row of one program.
pub(super) struct FatesById<'a> {
    matched: FxHashSet<&'a RowId>,
    tied: FxHashSet<&'a RowId>,
}

impl<'a> FatesById<'a> {
    pub(super) fn new(comparison: &'a Comparison, side: Side) -> Self {
        let own = |left, right| match side {
            Side::Left => left,
            Side::Right => right,
        };
        let tasks = comparison.task_matches.iter().map(|pair| own(&pair.left, &pair.right));
        let indicators = &comparison.indicator_matches;
        let indicators = indicators.iter().map(|pair| own(&pair.left, &pair.right));
        let ties = comparison.findings.iter().chain(&comparison.switched_off);
        let ties = ties.filter(|finding| finding.code == Code::AmbiguousMatch);
        Self {
            matched: tasks.chain(indicators).collect(),
            tied: ties.flat_map(|tie| tie.rows(side)).collect(),
        }
    }

    pub(super) fn of(&self, id: &RowId) -> Fate {
        if self.matched.contains(id) {
            Fate::Matched
        } else if self.tied.contains(id) {
            Fate::Ambiguous
        } else {
            Fate::Alone
        }
    }
}

/// The findings as reports group them, gravest first: whoever re-graded or
/// filtered them need not have sorted them.
pub(super) fn in_order(findings: &[Finding]) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(|finding| (finding.severity, code_rank(finding.code)));
    findings
}

/// Which program holds the row that an ambiguous match is about: the one with
/// a single row; the other holds the candidates, or nothing.
pub(super) fn tie_side(finding: &Finding) -> Side {
    match (finding.left.len(), finding.right.len()) {
        (1, _) => Side::Left,
        (0, _) | (_, 1) => Side::Right,
        _ => Side::Left,
    }
}

/// The pairs a finding is about: every left row with every right one.
fn pairs_of(finding: &Finding) -> impl Iterator<Item = (&RowId, &RowId)> {
    let about_a_pair = !matches!(
        finding.code,
        Code::AmbiguousMatch | Code::TaskAgainstIndicator | Code::CitationDiffers
    );
    finding
        .left
        .iter()
        .filter(move |_| about_a_pair)
        .flat_map(|left| finding.right.iter().map(move |right| (left, right)))
}

fn kinds(findings: &[Finding]) -> Vec<(Severity, Code, usize)> {
    let mut kinds: Vec<(Severity, Code, usize)> = Vec::new();
    for finding in findings {
        match kinds
            .iter_mut()
            .find(|kind| (kind.0, kind.1) == (finding.severity, finding.code))
        {
            Some(kind) => kind.2 += 1,
            None => kinds.push((finding.severity, finding.code, 1)),
        }
    }
    kinds.sort_by_key(|&(severity, code, _)| (severity, code_rank(code)));
    kinds
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::sample;
    use super::*;

    #[test]
    fn what_is_left_out_of_the_report_makes_no_pair_one_without_a_finding() {
        let whole = sample::comparison();
        let none = whole.clone().only(|_| false);
        let [whole, summary] = [&whole, &none].map(Summary::new);
        assert_eq!(
            (summary.task_pairs, summary.indicator_pairs),
            (whole.task_pairs, whole.indicator_pairs)
        );
        assert_eq!((summary.kinds, whole.kinds.is_empty()), (Vec::new(), false));
        for report in [
            none.text(crate::report::Language::En).to_string(),
            none.markdown(crate::report::Language::En).to_string(),
            none.html(crate::report::Language::En).to_string(),
        ] {
            assert!(
                report.contains("No finding but those switched off or left out."),
                "{report}"
            );
            assert!(
                report.contains("Findings switched off or left out are not in this report."),
                "{report}"
            );
        }
    }

    #[test]
    fn a_row_without_a_name_is_no_indicator() {
        let program = |rows: &str| {
            crate::read(&format!(
                "PHỤ LỤC 1\nCHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị\t2030\tChủ trì\n{rows}"
            ))
            .unwrap()
        };
        let left = program("1\t\t\t\t\n-\tTỷ lệ dân số đô thị có nước sạch\t%\t100\tSở Xây dựng\n");
        assert_eq!(left.indicators.len(), 2);
        let right = program("1\tSố giường bệnh\tGiường\t35\tSở Y tế\n");
        let summary = Summary::new(&crate::compare(left, right));
        assert_eq!(
            summary.indicators.map(|fates| (fates.read, fates.alone)),
            [(1, 1), (1, 1)]
        );
    }

    #[test]
    fn counts_rows_pairs_and_findings() {
        let summary = Summary::new(&sample::comparison());
        assert_eq!(
            summary.tasks[0],
            Fates {
                read: 4,
                matched: 1,
                ambiguous: 0,
                alone: 3
            }
        );
        assert_eq!(
            summary.tasks[1],
            Fates {
                read: 3,
                matched: 1,
                ambiguous: 0,
                alone: 2
            }
        );
        assert_eq!(
            summary.indicators[0],
            Fates {
                read: 3,
                matched: 2,
                ambiguous: 0,
                alone: 1
            }
        );
        assert_eq!(
            summary.task_pairs,
            Pairs {
                all: 1,
                silent: 0,
                incomparable: 0
            }
        );
        assert_eq!(
            summary.indicator_pairs,
            Pairs {
                all: 2,
                silent: 0,
                incomparable: 1
            }
        );
        assert_eq!(summary.severities.map(|(_, count)| count), [1, 1, 1, 2]);
        assert_eq!(
            summary.kinds.last(),
            Some(&(Severity::Note, Code::TaskWithoutCounterpart, 2))
        );
    }

    #[test]
    fn a_row_in_a_tie_is_not_alone_and_its_pairs_are_none() {
        let mut comparison = sample::comparison();
        comparison.findings = vec![sample::finding(&json!({
            "code": "ambiguous-match", "severity": "doubt", "left": ["PL3.VII.2"], "right": ["PL3.11", "PL3.16"],
            "details": {"kind": "ambiguous-match", "candidates": [["PL3.11", 700], ["PL3.16", 700]]}, "evidence": [],
        }))];
        let summary = Summary::new(&comparison);
        assert_eq!(
            summary.tasks[0],
            Fates {
                read: 4,
                matched: 1,
                ambiguous: 1,
                alone: 2
            }
        );
        // PL3.11 has its own pair besides.
        assert_eq!(
            summary.tasks[1],
            Fates {
                read: 3,
                matched: 1,
                ambiguous: 1,
                alone: 1
            }
        );
        assert_eq!(
            summary.task_pairs,
            Pairs {
                all: 1,
                silent: 1,
                incomparable: 0
            }
        );
    }

    #[test]
    fn kinds_come_gravest_first_then_in_the_order_of_codes() {
        let mut comparison = sample::comparison();
        comparison.findings.reverse();
        comparison.findings[0].severity = Severity::Note;
        let kinds = Summary::new(&comparison).kinds;
        let codes: Vec<_> = kinds.iter().map(|(_, code, _)| code.as_str()).collect();
        assert_eq!(
            codes,
            [
                "target-differs",
                "deadline-differs",
                "duplicate-task",
                "task-without-counterpart"
            ]
        );
    }
}
