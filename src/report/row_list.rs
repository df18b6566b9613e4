//! Many rows in few words.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Place;
use super::closing::{Pair, Unchecked};
use super::context::Context;
use crate::checks::{Field, Side, WhyNot};
use crate::model::RowId;

/// The rows of one program by section, their numbers in one list:
/// `Phụ lục 3, mục V, số 16, 17, 20.a; Phụ lục 3, mục VII, số 1`. Each row once.
pub(super) fn row_list<'a>(context: &Context<'_>, side: Side, ids: impl IntoIterator<Item = &'a RowId>) -> String {
    let rows = context.rows(side);
    let places = gather(ids.into_iter().map(|id| (id, rows.place(id))));
    let places: Vec<_> = places.iter().map(|place| context.words().place(place)).collect();
    places.join("; ")
}

/// The rows of some pairs as the left program numbers them, after a colon;
/// empty where there are none.
pub(super) fn pair_list(context: &Context<'_>, pairs: &[Pair<'_>]) -> String {
    if pairs.is_empty() {
        return String::new();
    }
    let rows = row_list(context, Side::Left, pairs.iter().map(|pair| pair.left));
    format!(": {}, {rows}", context.label(Side::Left))
}

/// The rows of the pairs that were not compared for a reason. What is printed
/// but does not compare is quoted, where the pairs are few.
pub(super) fn unchecked_list(context: &Context<'_>, group: &Unchecked<'_>) -> String {
    let is_quoted = matches!(
        group.why,
        WhyNot::Recurring | WhyNot::Conditional | WhyNot::OtherMilestones
    );
    if !is_quoted || group.pairs.len() > MOST_QUOTED {
        return pair_list(context, &group.pairs);
    }
    let quoted = |side, id| {
        let row = context.row(side, id);
        let cell = row.and_then(|row| row.cell(Field::Deadline));
        let printed = cell.map_or("", |cell| cell.text.as_str());
        format!("{}, {} “{printed}”", context.label(side), context.place(side, id))
    };
    let pairs = group.pairs.iter();
    let pairs = pairs.map(|pair| {
        format!(
            "{} – {}",
            quoted(Side::Left, pair.left),
            quoted(Side::Right, pair.right)
        )
    });
    format!(": {}", pairs.collect::<Vec<_>>().join("; "))
}

/// So many pairs at the most are quoted.
const MOST_QUOTED: usize = 12;

/// One place for each section, with the numbers of all its rows, each row once.
fn gather<'a>(rows: impl Iterator<Item = (&'a RowId, Place<'a>)>) -> Vec<Place<'a>> {
    let mut gathered: Vec<(Place<'a>, Vec<String>)> = Vec::new();
    let mut sections: FxHashMap<(u32, Vec<&str>), usize> = FxHashMap::default();
    let mut known: FxHashSet<&RowId> = FxHashSet::default();
    for (_, mut place) in rows.filter(|(id, _)| known.insert(id)) {
        let number = short(&mut place);
        let section = sections.entry((place.annex, place.labels.clone())).or_insert_with(|| {
            gathered.push((place, Vec::new()));
            gathered.len() - 1
        });
        gathered[*section].1.push(number);
    }
    let joined = |(place, numbers): (Place<'a>, Vec<String>)| Place {
        number: numbers.join(", "),
        ..place
    };
    gathered.into_iter().map(joined).collect()
}

/// Takes number, occurrence and letters out of a place: `36#2.b`.
fn short(place: &mut Place<'_>) -> String {
    let mut number = std::mem::take(&mut place.number);
    if place.occurrence > 1 {
        number = format!("{number}#{}", place.occurrence);
        place.occurrence = 1;
    }
    for letter in place.letters.drain(..) {
        if !number.is_empty() {
            number.push('.');
        }
        number.push_str(letter);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_that_do_not_compare_are_quoted_where_they_are_few() {
        let report = |rows: usize| {
            let program = |issuer: &str, deadline: &str| {
                let rows = (1..=rows).map(|at| format!("{at}\tXây cầu số {at} qua sông Hồng\tSở Y tế\t{deadline}\n"));
                let rows: Vec<String> = rows.collect();
                let heading = "TT\tNhiệm vụ\tChủ trì\tThời hạn";
                crate::read(&format!(
                    "{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\n{heading}\n{}",
                    rows.concat()
                ))
                .unwrap()
            };
            let left = program("THÀNH ỦY CẦN THƠ", "Thường xuyên");
            let comparison = crate::compare(left, program("UBND THÀNH PHỐ CẦN THƠ", "2026-2027"));
            comparison.markdown(crate::report::Language::Vi).to_string()
        };
        let quoted = "Phụ lục 1, số 1 “Thường xuyên” – UBND thành phố Cần Thơ, Phụ lục 1, số 1 “2026-2027”";
        assert!(report(MOST_QUOTED).contains(quoted));
        assert!(!report(MOST_QUOTED + 1).contains(quoted));
    }

    #[test]
    fn gathers_rows_by_section_in_their_order_each_once() {
        let ids: Vec<RowId> = [
            "PL3.V.16",
            "PL3.V.17",
            "PL3.V.16",
            "PL3.VII.36#2.b",
            "PL3.V.20",
            "PL1.c",
        ]
        .iter()
        .map(|id| id.parse().unwrap())
        .collect();
        let headings = FxHashSet::default();
        let places = gather(ids.iter().map(|id| (id, Place::new(id, &headings))));
        let shown: Vec<_> = places
            .iter()
            .map(|place| format!("{} {} {}", place.annex, place.labels.join("/"), place.number))
            .collect();
        assert_eq!(shown, ["3 V 16, 17, 20", "3 VII 36#2.b", "1  c"]);
    }
}
