#![doc = include_str!("duplicate_indicator.en.md")]

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, one_sided, quote};
use super::target_differs::{Compared, compared};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::model::{Indicator, Program, RowId, TargetRelation};
use crate::text::{fold, words};

/// A name of fewer words that stands neither under a number nor under another
/// row (`Thành thị`) may belong to any row above it.
const LEAST_WORDS: usize = 4;

/// Rows of one name, each held against the first of that name. Other targets
/// for one time contradict each other as those of two programs do; a row that
/// says the same again is a doubt inside one section and nothing elsewhere.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let sides = [Side::Left, Side::Right].into_iter();
    sides
        .flat_map(|side| {
            let copies = copies(context.program(side)).into_iter();
            copies.flat_map(move |(first, second)| findings(side, first, second))
        })
        .collect()
}

fn findings(side: Side, first: &Indicator, second: &Indicator) -> Vec<Finding> {
    let compared = compared(first, second);
    let repeats = !compared.is_empty() && section(first) == section(second);
    let (same, differing): (Vec<_>, Vec<_>) = compared
        .into_iter()
        .partition(|compared| compared.relation == TargetRelation::Equal);
    let told = if differing.is_empty() && repeats {
        &same[..1]
    } else {
        &differing
    };
    told.iter()
        .map(|compared| finding(side, first, second, compared))
        .collect()
}

fn finding(side: Side, first: &Indicator, second: &Indicator, compared: &Compared<'_>) -> Finding {
    let severity = match compared.relation {
        TargetRelation::Equal => Severity::Doubt,
        _ => compared.severity(),
    };
    let details = Details::DuplicateIndicator {
        values: compared.cells.map(|cell| cell.text.clone()),
        units: [first, second].map(|row| row.unit.as_ref().map_or(String::new(), |unit| unit.text.clone())),
        relation: compared.relation,
        period: compared.column.clone(),
    };
    let rows = [first, second];
    let quoted = rows.into_iter().zip(compared.cells).flat_map(|(row, value)| {
        [
            quote(side, &row.id, Field::Text, &row.name),
            quote(side, &row.id, Field::Value, value),
        ]
    });
    let ids = rows.map(|row| row.id.clone()).to_vec();
    one_sided(Code::DuplicateIndicator, severity, side, ids, details, quoted.collect())
}

/// The rows that have the name of an earlier one, with the first of that name;
/// without those of a series.
fn copies(program: &Program) -> Vec<(&Indicator, &Indicator)> {
    let mut firsts: FxHashMap<Vec<String>, Seat<'_>> = FxHashMap::default();
    let mut found = Vec::new();
    for (name, seat) in full_names(program).into_iter().zip(seats(program)) {
        if names_one_thing(seat.row) {
            match firsts.entry(name) {
                Entry::Occupied(first) => found.push((*first.get(), seat)),
                Entry::Vacant(entry) => drop(entry.insert(seat)),
            }
        }
    }
    let sections = repeated_sections(program, &found);
    let pairs: FxHashSet<_> = found
        .iter()
        .map(|(first, second)| (first.key(0), second.key(0)))
        .collect();
    let is_of_series = |(first, second): &(Seat<'_>, Seat<'_>)| {
        sections.contains(&(section(first.row), section(second.row)))
            || [-1, 1]
                .into_iter()
                .any(|step| pairs.contains(&(first.key(step), second.key(step))))
    };
    found.retain(|pair| !is_of_series(pair));
    found
        .into_iter()
        .map(|(first, second)| (first.row, second.row))
        .collect()
}

/// A row and its turn among those under one row.
#[derive(Clone, Copy)]
struct Seat<'a> {
    row: &'a Indicator,
    turn: i32,
}

impl<'a> Seat<'a> {
    /// The seat some turns on.
    fn key(self, step: i32) -> (Option<&'a RowId>, i32) {
        (self.row.parent.as_ref(), self.turn + step)
    }
}

fn seats(program: &Program) -> impl Iterator<Item = Seat<'_>> {
    let mut turns: FxHashMap<Option<&RowId>, i32> = FxHashMap::default();
    program.indicators.iter().map(move |row| {
        let turn = turns.entry(row.parent.as_ref()).or_default();
        *turn += 1;
        Seat { row, turn: *turn }
    })
}

/// The names of each row and of those it stands under, its own last, folded.
fn full_names(program: &Program) -> Vec<Vec<String>> {
    let mut places: FxHashMap<&RowId, usize> = FxHashMap::default();
    let mut names: Vec<Vec<String>> = Vec::with_capacity(program.indicators.len());
    for (place, row) in program.indicators.iter().enumerate() {
        let parent = row.parent.as_ref().and_then(|parent| places.get(parent));
        let mut name = parent.map_or_else(Vec::new, |&parent| names[parent].clone());
        name.push(
            fold(&row.name.text)
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .to_owned(),
        );
        names.push(name);
        places.insert(&row.id, place);
    }
    names
}

/// Whether a row is told apart by its name and those it stands under.
fn names_one_thing(row: &Indicator) -> bool {
    let has_number = row.number.chars().any(char::is_alphanumeric);
    row.parent.is_some() || has_number || words(&row.name.text).count() >= LEAST_WORDS
}

/// An annex and one of its sections.
type Section<'a> = (u32, &'a str);

fn section(row: &Indicator) -> Section<'_> {
    (row.id.annex(), &row.section)
}

/// Sections of which one repeats half of the other or more: the same indicators
/// for each commune or branch.
fn repeated_sections<'a>(
    program: &'a Program,
    copies: &[(Seat<'a>, Seat<'a>)],
) -> BTreeSet<(Section<'a>, Section<'a>)> {
    let mut sizes: BTreeMap<Section<'_>, usize> = BTreeMap::new();
    for row in &program.indicators {
        *sizes.entry(section(row)).or_default() += 1;
    }
    let mut shared: BTreeMap<(Section<'_>, Section<'_>), usize> = BTreeMap::new();
    for (first, second) in copies {
        *shared.entry((section(first.row), section(second.row))).or_default() += 1;
    }
    let repeats = |&((one, other), count): &((Section<'_>, Section<'_>), usize)| {
        one != other && 2 * count >= sizes[&one].min(sizes[&other])
    };
    shared
        .into_iter()
        .filter(repeats)
        .map(|(sections, _)| sections)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, indicators};
    use super::*;

    /// How grave it is that a program has these rows: number, name, unit and value.
    fn told(rows: &[&str]) -> Vec<Severity> {
        let (program, other) = (
            indicators(&rows.join("\t\n").replace('|', "\t")),
            indicators("1\tTỷ lệ che phủ rừng\t%\t6,2\tSở NN&MT\n"),
        );
        let found = both(check, &program, &other);
        found.into_iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn one_name_with_two_targets_is_told() {
        use Severity::{Contradiction, Difference, Doubt};
        let against = |second: &str| told(&["1|Số giường bệnh/vạn dân|Giường|35", "2|Mật độ dân số|%|9", second]);
        assert_eq!(against("3|Số giường bệnh/vạn dân|Giường|40"), [Contradiction]);
        assert_eq!(against("3|Số giường bệnh/vạn dân*|Giường|30-35"), [Difference]);
        assert_eq!(against("3|Số giường bệnh/vạn dân|Giường|35,0"), [Doubt]);
        assert_eq!(against("3|Số giường bệnh tư/vạn dân|Giường|40"), []);
        assert_eq!(against("3|Số giường bệnh/vạn dân|Giường|"), []);
    }

    #[test]
    fn a_short_name_without_a_number_may_be_of_many_things() {
        let twice = |name: &str| {
            let rows = [
                format!("|{name}|%|50"),
                "|Mật độ|%|9".to_owned(),
                format!("|{name}|%|40"),
            ];
            told(&rows.each_ref().map(String::as_str))
        };
        assert_eq!(twice("Nữ giới"), []);
        assert_eq!(twice("Tỷ lệ nữ giới trong dân số"), [Severity::Contradiction]);
    }

    #[test]
    fn sub_rows_of_two_rows_are_two_things() {
        let of = |second: &str| {
            told(&[
                "1|Dân số thành thị|%|60",
                "-|Trong nội thành|%|50",
                second,
                "-|Trong nội thành|%|30",
            ])
        };
        assert_eq!(of("2|Lao động thành thị|%|70"), []);
        assert_eq!(of("-|Trong ngoại thành|%|70"), [Severity::Contradiction]);
    }

    #[test]
    fn what_is_repeated_as_a_whole_is_a_series() {
        let told = |second: &str| {
            let first = "I|XÃ MỘT||\n1|Số lớp học|Lớp|5\n2|Số giường bệnh|Giường|35\n3|Số hộ nghèo|Hộ|1\n";
            told(&(first.to_owned() + second).lines().collect::<Vec<_>>())
        };
        let both = "4|Số lớp học|Lớp|6\n5|Số giường bệnh|Giường|40\n6|Số chợ|Chợ|2";
        let one = both.replace("lớp học|Lớp", "sân|Sân");
        assert_eq!(told(both), []);
        assert_eq!(told(&one), [Severity::Contradiction]);
        let in_section = |rows: &str| told(&format!("II|XÃ HAI||\n{rows}"));
        assert_eq!(in_section(both), []);
        assert_eq!(in_section(&one), [Severity::Contradiction]);
        // Two of three, no two of them neighbours.
        assert_eq!(
            in_section("4|Số giường bệnh|Giường|40\n5|Số chợ|Chợ|2\n6|Số lớp học|Lớp|6"),
            []
        );
        assert_eq!(in_section("4|Số sân|Sân|1\n5|Số giường bệnh|Giường|40"), []);
    }
}
