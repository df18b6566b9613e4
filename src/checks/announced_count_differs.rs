#![doc = include_str!("announced_count_differs.en.md")]

use std::cell::LazyCell;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::announcement::{Announcement, announcements, listed};
use super::context::{Context, one_sided, quote};
use super::{Checked, CheckedFact, Code, Details, Evidence, Field, Outcome, Severity, Side};
use crate::model::{Annex, AnnexKind, Program, RowId, Task};
use crate::text::fold;

/// The facts of [`Code::AnnouncedCountDiffers`]. Where a row announces the
/// count, the finding names it and the sub-rows counted; where the body text
/// does, the first and the last row of the annex counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncedCountDiffers {
    /// The announcement: `62 nhiệm vụ`.
    pub announced: String,
    /// How many stand there.
    pub found: u32,
    /// What was counted.
    pub counted: Counted,
}

/// What was counted for an announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// The numbered rows of an annex, announced in the body text.
    Rows {
        /// The annex.
        annex: u32,
        /// The sentence.
        sentence: String,
    },
    /// The sections of an annex, announced in the body text.
    Sections {
        /// The annex.
        annex: u32,
        /// The sentence.
        sentence: String,
    },
    /// The things named in the sub-rows.
    SubRows,
    /// The things listed in the text itself.
    List,
}

/// The body text's counts of tasks, indicators and groups against the annexes;
/// a row's count against its sub-rows and its own list.
pub(crate) fn check(context: &Context<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for side in [Side::Left, Side::Right] {
        let program = context.program(side);
        let groups = LazyCell::new(|| groups(program));
        for (statement, figures) in program.statements.iter().zip(context.figures_of_statements(side)) {
            for announced in announcements(&statement.text, figures) {
                outcome.extend(in_body(context, &groups, side, &statement.text, &announced));
            }
        }
        for (task, figures) in program.tasks.iter().zip(context.figures_of_tasks(side)) {
            for announced in announcements(&task.text.text, figures) {
                outcome.extend(in_row(context, side, task, &announced));
            }
        }
    }
    outcome
}

/// A count this far (percent) from what an annex has speaks of something else
/// than the annex.
const ABOUT_THE_ANNEX_PERCENT: u32 = 20;

fn in_body(
    context: &Context<'_>,
    groups: &[Group],
    side: Side,
    sentence: &str,
    announced: &Announcement,
) -> Option<Outcome> {
    type Count = fn(&Group) -> u32;
    let (kind, count): (_, Count) = match announced.noun.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["nhiệm", "vụ", ..] => (AnnexKind::Tasks, |group| group.rows),
        ["chỉ", "tiêu", ..] => (AnnexKind::Indicators, |group| group.rows),
        ["nhóm", "nhiệm", "vụ", ..] => (AnnexKind::Tasks, |group| group.sections),
        ["nhóm", "chỉ", "tiêu", ..] => (AnnexKind::Indicators, |group| group.sections),
        _ => return in_list(side, None, sentence, announced),
    };
    let counted = || groups.iter().filter(|group| group.kind == kind);
    // A single numbered row heads a table; it is none of a list that goes on in the next annex.
    let all: u32 = counted().map(count).filter(|&count| count > 1).sum();
    if let Some(group) = counted().find(|group| announced.allows(count(group))) {
        return Some(holds(side, Vec::new(), announced, count(group), Some(group.annex)));
    }
    if announced.allows(all) {
        return Some(holds(side, Vec::new(), announced, all, None));
    }
    let group = counted().min_by_key(|group| count(group).abs_diff(announced.low))?;
    let (annex, found) = (group.annex, count(group));
    let apart = found.abs_diff(announced.low);
    if group.ends.is_empty() || apart > 1 && apart * 100 > announced.low * ABOUT_THE_ANNEX_PERCENT {
        return None;
    }
    let sentence = sentence.to_owned();
    let counted = if announced.head() == "nhóm" {
        Counted::Sections { annex, sentence }
    } else {
        Counted::Rows { annex, sentence }
    };
    let evidence = group
        .ends
        .iter()
        .filter_map(|id| context.quote_title(side, id))
        .collect();
    Some(differs(
        Severity::Contradiction,
        side,
        group.ends.clone(),
        (announced, found, counted),
        evidence,
    ))
}

/// What an annex has.
struct Group {
    annex: u32,
    kind: AnnexKind,
    /// How many numbered rows.
    rows: u32,
    /// How many outermost sections.
    sections: u32,
    /// The first and the last numbered row.
    ends: Vec<RowId>,
}

/// What each annex has.
fn groups(program: &Program) -> Vec<Group> {
    let tasks = program.tasks.iter().map(|row| (&row.id, &row.parent, &row.number));
    let indicators = program.indicators.iter().map(|row| (&row.id, &row.parent, &row.number));
    let numbered = tasks
        .chain(indicators)
        .filter(|(_, parent, number)| parent.is_none() && number.trim_end_matches('.').parse::<u32>().is_ok());
    let mut rows: FxHashMap<u32, (u32, [&RowId; 2])> = FxHashMap::default();
    for (id, ..) in numbered {
        let (count, ends) = rows.entry(id.annex()).or_insert((0, [id, id]));
        *count += 1;
        ends[1] = id;
    }
    let mut sections: FxHashMap<u32, u32> = FxHashMap::default();
    for section in program.sections.iter().filter(|section| section.parent.is_none()) {
        *sections.entry(section.annex).or_default() += 1;
    }
    let group = |annex: &Annex| {
        let numbered = rows.get(&annex.number);
        let mut ends: Vec<RowId> = numbered
            .into_iter()
            .flat_map(|(_, ends)| ends.map(RowId::clone))
            .collect();
        ends.dedup();
        Group {
            annex: annex.number,
            kind: annex.kind,
            rows: numbered.map_or(0, |(count, _)| *count),
            sections: sections.get(&annex.number).copied().unwrap_or(0),
            ends,
        }
    };
    program.annexes.iter().map(group).collect()
}

fn in_row(context: &Context<'_>, side: Side, task: &Task, announced: &Announcement) -> Option<Outcome> {
    let below = context.below(side, &task.id);
    if below.len() < 2 || !below.iter().all(|row| mentions(&row.text.text, announced.head())) {
        return in_list(side, Some(task), &task.text.text, announced);
    }
    let mut found = 0;
    for row in below {
        let own = announcements(&row.text.text, context.figures_of_task(side, &row.id));
        let said = own
            .iter()
            .find(|own| own.head() == announced.head() && own.low == own.high);
        found += match said {
            Some(own) => own.low,
            None => things(&row.text.text, announced)?,
        };
    }
    let ids: Vec<RowId> = std::iter::once(&task).chain(below).map(|row| row.id.clone()).collect();
    if announced.allows(found) {
        return Some(holds(side, ids, announced, found, None));
    }
    let evidence = ids.iter().filter_map(|id| context.quote_title(side, id)).collect();
    let counted = (announced, found, Counted::SubRows);
    Some(differs(Severity::Doubt, side, ids, counted, evidence))
}

fn mentions(text: &str, word: &str) -> bool {
    crate::text::words(text).any(|own| fold(own.text) == word)
}

/// How many of the things announced a sub-row names: one, as many as it has
/// sections `(i)`, `(ii)`, or those of a list behind `Các cầu:`; `None` where
/// its list is open.
fn things(text: &str, announced: &Announcement) -> Option<u32> {
    let sections = ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"];
    let marked = sections.iter().take_while(|mark| text.contains(**mark)).count();
    if marked > 1 {
        return u32::try_from(marked).ok();
    }
    let folded = fold(text);
    let Some(list) = folded
        .split_once(&format!("các {}", announced.head()))
        .map(|(_, list)| list)
    else {
        return Some(1);
    };
    let list = list.split_once(':').map_or(list, |(_, names)| names);
    if list.contains(['…', '(']) || list.contains("...") || list.contains("khác") {
        return None;
    }
    let items = list.replace(" và ", ",").replace(';', ",");
    let count = items.split(',').filter(|item| !item.trim().is_empty()).count();
    u32::try_from(count.max(1)).ok()
}

/// Holds a count against the list behind it. A list that does not plainly name
/// the things can show that the count holds, not that it does not.
fn in_list(side: Side, task: Option<&Task>, text: &str, announced: &Announcement) -> Option<Outcome> {
    let list = listed(text, announced)?;
    let rows: Vec<RowId> = task.iter().map(|task| task.id.clone()).collect();
    if announced.allows(list.count) {
        return Some(holds(side, rows, announced, list.count, None));
    }
    let task = task.filter(|_| list.plain)?;
    let evidence = vec![quote(side, &task.id, Field::Text, &task.text)];
    let counted = (announced, list.count, Counted::List);
    Some(differs(Severity::Doubt, side, rows, counted, evidence))
}

fn differs(
    severity: Severity,
    side: Side,
    rows: Vec<RowId>,
    (announced, found, counted): (&Announcement, u32, Counted),
    evidence: Vec<Evidence>,
) -> Outcome {
    let details = Details::AnnouncedCountDiffers(AnnouncedCountDiffers {
        announced: announced.printed.clone(),
        found,
        counted,
    });
    let finding = one_sided(Code::AnnouncedCountDiffers, severity, side, rows, details, evidence);
    Outcome {
        findings: vec![finding],
        ..Outcome::default()
    }
}

fn holds(side: Side, rows: Vec<RowId>, announced: &Announcement, found: u32, annex: Option<u32>) -> Outcome {
    Outcome {
        findings: Vec::new(),
        checked: vec![Checked {
            code: Code::AnnouncedCountDiffers,
            side,
            rows,
            fact: CheckedFact::CountHolds {
                announced: announced.printed.clone(),
                found,
                annex,
            },
        }],
        ..Outcome::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{alone, tasks, with_body};
    use super::*;

    /// The counts that do not hold, and how many hold.
    fn counts(program: &Program) -> (Vec<u32>, usize) {
        let outcome = alone(check, program);
        let found = outcome.findings.into_iter().map(|finding| match finding.details {
            Details::AnnouncedCountDiffers(facts) => facts.found,
            other => panic!("{other:?}"),
        });
        (found.collect(), outcome.checked.len())
    }

    const THREE: &str = "1\tXây cầu\tSở Xây dựng\t2026\n2\tXây hầm\tSở Xây dựng\t2026\n3\tXây chợ\tSở Xây dựng\t2026\n";

    #[test]
    fn the_body_text_against_the_annex() {
        assert_eq!(
            counts(&with_body("Tập trung thực hiện 04 nhiệm vụ cụ thể.", THREE)),
            (vec![3], 0)
        );
        assert_eq!(
            counts(&with_body("Tập trung thực hiện 03 nhiệm vụ cụ thể.", THREE)),
            (vec![], 1)
        );
    }

    #[test]
    fn a_count_a_fifth_away_is_still_that_of_the_annex() {
        let rows: Vec<String> = (1..=10)
            .map(|n| format!("{n}\tXây cầu số {n}\tSở Xây dựng\t2026\n"))
            .collect();
        assert_eq!(counts(&with_body("Thực hiện 12 nhiệm vụ.", &rows.concat())).0, [10]);
        assert!(
            counts(&with_body("Thực hiện 13 nhiệm vụ.", &rows.concat()))
                .0
                .is_empty()
        );
    }

    #[test]
    fn groups_are_the_sections_of_the_annex() {
        let rows = "I\tGiao thông\n1\tXây cầu\tSở Xây dựng\t2026\nII\tThương mại\n2\tXây chợ\tSở Xây dựng\t2026\n";
        let counted = |body: &str| {
            let finding = alone(check, &with_body(body, rows)).findings.remove(0);
            match finding.details {
                Details::AnnouncedCountDiffers(facts) => facts.counted,
                other => panic!("{other:?}"),
            }
        };
        assert!(matches!(
            counted("Thực hiện 3 nhóm nhiệm vụ."),
            Counted::Sections { .. }
        ));
        assert!(matches!(counted("Thực hiện 3 nhiệm vụ."), Counted::Rows { .. }));
    }

    #[test]
    fn counts_of_something_else_are_silent() {
        for body in [
            "Thực hiện 12 nhiệm vụ đột phá.",
            "Có khoảng 04 nhiệm vụ.",
            "Huy động 04 nguồn lực.",
        ] {
            assert_eq!(counts(&with_body(body, THREE)), (vec![], 0), "{body}");
        }
    }

    #[test]
    fn a_table_of_one_numbered_row_adds_nothing_to_the_list() {
        let text = format!(
            "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{THREE}\nPhụ lục 2\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tXây đập\tSở Xây dựng\t2026\n"
        );
        let program = |count: &str| {
            let text = format!("Thực hiện {count} nhiệm vụ cụ thể.\n\nPhụ lục 1\n{text}");
            crate::read::read(&text).unwrap()
        };
        assert_eq!(counts(&program("04")), (vec![3], 0));
        assert_eq!(counts(&program("03")), (vec![], 1));
    }

    #[test]
    fn a_row_against_its_sub_rows() {
        let bridges = |count: &str| {
            tasks(&format!(
                "1\tHoàn thành {count} cầu qua sông Hồng:\t\t\n-\tCầu Tứ Liên\tSở Xây dựng\t2027\n-\tCác cầu: Hồng Hà, Mễ Sở\tSở Xây dựng\t2028\n"
            ))
        };
        assert_eq!(counts(&bridges("03")), (vec![], 1));
        assert_eq!(counts(&bridges("04")), (vec![3], 0));
        assert_eq!(counts(&bridges("hơn 04")), (vec![], 0));
        let chains = |count: &str| {
            let rows = "-\tChuỗi rau: 12 chuỗi\t\t\n-\tChuỗi chè: 08 chuỗi\t\t\n-\tChuỗi sâm\t\t\n";
            counts(&tasks(&format!("1\tHình thành {count} chuỗi liên kết:\t\t\n{rows}")))
        };
        assert_eq!(chains("21"), (vec![], 1));
        assert_eq!(chains("30"), (vec![21], 0));
        let others = "1\tHoàn thành 03 cầu:\t\t\n-\tXây chợ\tSở Xây dựng\t2027\n-\tĐào hồ\tSở Xây dựng\t2028\n";
        assert_eq!(counts(&tasks(others)), (vec![], 0));
    }

    #[test]
    fn sections_of_a_sub_row_count() {
        let program = tasks(
            "1\tHoàn thành 100 km đường sắt (03 tuyến, đoạn tuyến)\t\t\n-\tHoàn thành tuyến số 5\tSở Xây dựng\t2027\n-\tHoàn thành tuyến số 2: (i) đoạn A; (ii) đoạn B\tSở Xây dựng\t2028\n",
        );
        assert_eq!(counts(&program), (vec![], 1));
    }

    #[test]
    fn a_count_with_a_classifier_against_the_sub_rows() {
        let bridges = |count: &str| {
            let rows = "-\tCầu Tứ Liên\tSở Xây dựng\t2026\n-\tCầu Ngọc Hồi\tSở Xây dựng\t2026\n";
            counts(&tasks(&format!("1\tHoàn thành {count} qua sông Hồng:\t\t\n{rows}")))
        };
        for (count, expected) in [
            ("2 cầu", (vec![], 1)),
            ("2 cây cầu", (vec![], 1)),
            ("3 cây cầu", (vec![2], 0)),
        ] {
            assert_eq!(bridges(count), expected, "{count}");
        }
    }

    #[test]
    fn a_row_against_its_list() {
        let parks = |list: &str| tasks(&format!("1\tHình thành 03 công viên {list}\tSở Xây dựng\t2026\n"));
        assert_eq!(counts(&parks("(Thống Nhất; Thủ Lệ)")), (vec![2], 0));
        assert_eq!(counts(&parks("(Thống Nhất; Thủ Lệ; Hòa Bình)")), (vec![], 1));
        assert_eq!(counts(&parks("(cây xanh, mặt nước)")), (vec![], 0));
    }
}
