//! What an edit of a program changes in the findings.

use std::fmt::{self, Write as _};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::checks::{Finding, FindingId, Side};
use crate::comparison::Comparison;
use crate::model::RowId;
use crate::report::Language;
use crate::text::{fold, words};

/// The findings that an edit took away, those it brought, and those it made
/// graver or less grave, for instance of a draft against the text before it.
///
/// A finding is the same when its code, its facts and the texts of its rows
/// are, also where the rows got other numbers; or when its identity
/// ([`Finding::id`]) is, and its rows were at most reworded: both texts share
/// half of their words.
#[derive(Debug, Clone)]
pub struct Changes<'a> {
    /// Before the edit only, in the order of the report.
    pub gone: Vec<&'a Finding>,
    /// After the edit only, in the order of the report.
    pub new: Vec<&'a Finding>,
    /// Of another severity after the edit, as they were and as they are, in the
    /// order of the report after it.
    pub regraded: Vec<(&'a Finding, &'a Finding)>,
    before: &'a Comparison,
    after: &'a Comparison,
}

impl Comparison {
    /// What changed in the findings since an earlier comparison.
    ///
    /// ```
    /// let original = doichieu::compare(doichieu::hanoi::party(), doichieu::hanoi::ubnd());
    /// let draft = doichieu::read(&doichieu::hanoi::UBND.replace("M²/người 32 ", "M²/người 36 "))?;
    /// let edited = doichieu::compare(doichieu::hanoi::party(), draft);
    /// assert!(edited.changes_since(&original).to_string().contains("36"));
    /// # Ok::<(), doichieu::ReadError>(())
    /// ```
    #[must_use]
    pub fn changes_since<'a>(&'a self, before: &'a Self) -> Changes<'a> {
        let [texts_before, texts] = [before, self].map(texts);
        let known = entries(before, &texts_before);
        let found = entries(self, &texts);
        let mut same: Vec<Option<usize>> = vec![None; found.len()];
        let mut taken = vec![false; known.len()];
        for stage in STAGES {
            let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
            for (place, entry) in known.iter().enumerate().filter(|(place, _)| !taken[*place]) {
                places.entry((stage.key)(entry)).or_default().push(place);
            }
            for (entry, same) in found.iter().zip(&mut same).filter(|(_, same)| same.is_none()) {
                let mut alike = places.get((stage.key)(entry)).into_iter().flatten().copied();
                *same = alike.find(|&place| !taken[place] && (stage.is_same)(&known[place], entry));
                if let Some(place) = *same {
                    taken[place] = true;
                }
            }
        }
        let pairs = || found.iter().zip(&same).map(|(entry, same)| (entry.finding, *same));
        Changes {
            gone: known
                .iter()
                .zip(&taken)
                .filter_map(|(entry, &taken)| (!taken).then_some(entry.finding))
                .collect(),
            new: pairs()
                .filter_map(|(finding, same)| same.is_none().then_some(finding))
                .collect(),
            regraded: pairs()
                .filter_map(|(finding, same)| Some((known[same?].finding, finding)))
                .filter(|(before, after)| before.severity != after.severity)
                .collect(),
            before,
            after: self,
        }
    }
}

/// A finding and what it is known again by.
struct Entry<'a, 't> {
    finding: &'a Finding,
    id: FindingId,
    /// The folded texts of its rows.
    texts: Vec<&'t str>,
    /// Its code, its facts and these texts.
    print: String,
}

/// A way to know findings again.
struct Stage {
    key: for<'e> fn(&'e Entry<'_, '_>) -> &'e str,
    is_same: fn(&Entry<'_, '_>, &Entry<'_, '_>) -> bool,
}

/// The surest first.
const STAGES: [Stage; 3] = [
    Stage {
        key: |entry| entry.id.as_str(),
        is_same: |one, other| one.print == other.print,
    },
    Stage {
        key: |entry| &entry.print,
        is_same: |_, _| true,
    },
    Stage {
        key: |entry| entry.id.as_str(),
        is_same: |one, other| {
            one.texts
                .iter()
                .zip(&other.texts)
                .all(|(one, other)| are_alike(one, other))
        },
    },
];

/// Whether two texts share half of the words of the longer one.
fn are_alike(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| words(text).map(|word| word.text).collect::<FxHashSet<_>>());
    2 * one.intersection(&other).count() >= one.len().max(other.len())
}

type TextsById<'a> = FxHashMap<&'a RowId, String>;

/// The folded texts of the rows of both programs.
fn texts(comparison: &Comparison) -> [TextsById<'_>; 2] {
    [&comparison.left, &comparison.right].map(|program| {
        let tasks = program.tasks.iter().map(|row| (&row.id, fold(&row.text.text)));
        let indicators = program.indicators.iter().map(|row| (&row.id, fold(&row.name.text)));
        tasks.chain(indicators).collect()
    })
}

fn entries<'a, 't>(comparison: &'a Comparison, [left, right]: &'t [TextsById<'_>; 2]) -> Vec<Entry<'a, 't>> {
    let entry = |finding: &'a Finding| {
        let of = |side, texts: &'t TextsById<'_>| {
            let rows = finding.rows(side).iter();
            rows.map(|row| texts.get(row).map_or("", String::as_str))
        };
        let texts: Vec<&str> = of(Side::Left, left).chain(of(Side::Right, right)).collect();
        let facts = finding.facts_without_rows();
        let print = format!(
            "{}\n{facts}\n{}\n{}",
            finding.code,
            finding.left.len(),
            texts.join("\n")
        );
        let id = finding.id();
        Entry {
            finding,
            id,
            texts,
            print,
        }
    };
    comparison.findings.iter().map(entry).collect()
}

/// In Vietnamese, see [`Changes::text`].
impl fmt::Display for Changes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Vi))
    }
}

impl Changes<'_> {
    /// One line a finding: `-` where it went, `+` where it came, `~` where it is
    /// of another severity, then its code and its sentence. Nothing changed:
    /// nothing is said.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut text = String::new();
        let regraded: Vec<&Finding> = self.regraded.iter().map(|(_, after)| *after).collect();
        for (mark, comparison, findings) in [
            ('-', self.before, &self.gone),
            ('+', self.after, &self.new),
            ('~', self.after, &regraded),
        ] {
            let messages = comparison.messages(language);
            for finding in findings {
                let _ = writeln!(text, "{mark} {}: {}", finding.code, messages.of(finding));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{Code, Severity};
    use crate::{Grade, Grading, compare, read};

    const PARTY: [&str; 3] = [
        "Xây dựng cầu Tứ Liên|2027",
        "Trồng cây xanh đô thị ven sông|2028",
        "Số hóa hồ sơ đất đai toàn tỉnh|2029",
    ];
    const UBND: [&str; 3] = [
        "Xây dựng cầu Tứ Liên|2026",
        "Trồng cây xanh đô thị ven sông|2026",
        "Mở tuyến xe buýt điện|2026",
    ];

    /// Two programs with tasks, each `text|deadline`.
    fn compared(left: &[&str], right: &[&str]) -> Comparison {
        let program = |issuer: &str, rows: &[&str]| {
            let row = |(number, row): (usize, &&str)| {
                let (task, deadline) = row.split_once('|').unwrap();
                format!("{number}\t{task}\tSở Xây dựng\t{deadline}\n")
            };
            let rows: String = (1..).zip(rows).map(row).collect();
            let text = format!("{issuer}\n\nPHỤ LỤC 1\nNHIỆM VỤ\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{rows}");
            read(&text).unwrap()
        };
        compare(program("CHƯƠNG TRÌNH HÀNH ĐỘNG", left), program("KẾ HOẠCH", right))
    }

    fn codes(findings: &[&Finding]) -> Vec<Code> {
        findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_row_put_in_above_changes_no_other_finding() {
        let before = compared(&PARTY, &UBND);
        let with_new = ["Đào tạo cán bộ cấp xã|2030", UBND[0], UBND[1], UBND[2]];
        let after = compared(&PARTY, &with_new);
        let changes = after.changes_since(&before);
        assert_eq!(codes(&changes.gone), []);
        assert_eq!(codes(&changes.new), [Code::TaskWithoutCounterpart]);
    }

    #[test]
    fn another_row_in_place_of_one_brings_findings_of_its_own() {
        let before = compared(&PARTY, &UBND);
        let after = compared(
            &PARTY,
            &[UBND[0], UBND[1], "Khám sức khỏe định kỳ cho người cao tuổi|2026"],
        );
        let changes = after.changes_since(&before);
        assert_eq!(codes(&changes.gone), [Code::TaskWithoutCounterpart]);
        assert_eq!(codes(&changes.new), [Code::TaskWithoutCounterpart]);

        let pair = ["Cải tạo chợ Đồng Xuân và phố đi bộ|2027", PARTY[1], PARTY[2]];
        let others = ["Cải tạo chợ Đồng Xuân và phố đi bộ|2026", UBND[1], UBND[2]];
        let other_pair = compared(&pair, &others);
        let changes = other_pair.changes_since(&before);
        assert_eq!(codes(&changes.gone), [Code::DeadlineDiffers]);
        assert_eq!(codes(&changes.new), [Code::DeadlineDiffers]);
    }

    #[test]
    fn a_reworded_row_keeps_its_findings() {
        let before = compared(&PARTY, &UBND);
        let after = compared(&PARTY, &["Đầu tư xây dựng cầu Tứ Liên|2026", UBND[1], UBND[2]]);
        let changes = after.changes_since(&before);
        assert_eq!((codes(&changes.gone), codes(&changes.new)), (vec![], vec![]));
    }

    #[test]
    fn another_severity_is_told() {
        let before = compared(&PARTY, &UBND);
        let grading = Grading::default().set(Code::DeadlineDiffers, Grade::Severity(Severity::Contradiction));
        let after = before.clone().regraded(&grading);
        let changes = after.changes_since(&before);
        assert_eq!((codes(&changes.gone), codes(&changes.new)), (vec![], vec![]));
        let told: Vec<_> = changes
            .regraded
            .iter()
            .map(|(one, other)| (one.severity, other.severity))
            .collect();
        assert_eq!(told, [(Severity::Difference, Severity::Contradiction); 2]);
        assert_eq!(
            changes
                .to_string()
                .lines()
                .filter(|line| line.starts_with("~ deadline-differs: "))
                .count(),
            2
        );
    }
}
