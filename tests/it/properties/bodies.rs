//! Bodies and lists of them. A body is shown by its name.

use doichieu::model::{Bodies, Body, BodyTable, Mention, share_body};
use proptest::prelude::*;

use super::{cases, goes_through_json, soup};

const NAMES: &str = include_str!("../../../src/model/body/names.txt");

/// The full names of the default table.
fn names() -> Vec<&'static str> {
    let lines = NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| line.split_once(':').map_or(line, |(name, _)| name))
        .collect()
}

/// Mentions of every kind.
pub fn mention() -> impl Strategy<Value = Mention> {
    const GENERIC: &[&str] = &[
        "các sở, ban, ngành",
        "UBND xã, phường",
        "các cơ quan, đơn vị liên quan",
        "địa phương",
    ];
    const UNKNOWN: &[&str] = &[
        "Sở VHHT",
        "Viện Lúa",
        "Ban Chỉ đạo phòng, chống lụt",
        "BQL",
        "UBND phường Hoàn Kiếm",
    ];
    let of = |body: fn(String) -> Body| {
        move |(name, party_committee): (&'static str, bool)| Mention {
            printed: name.to_owned(),
            body: body(name.to_owned()),
            party_committee,
        }
    };
    prop_oneof![
        4 => (prop::sample::select(names()), Just(false)).prop_map(of(Body::Named)),
        2 => (prop::sample::select(vec!["Sở Y tế", "Sở Tài chính", "Công an Thành phố"]), Just(true)).prop_map(of(Body::Named)),
        1 => (prop::sample::select(GENERIC), Just(false)).prop_map(of(Body::Generic)),
        1 => (prop::sample::select(UNKNOWN), any::<bool>()).prop_map(of(Body::Unknown)),
    ]
}

pub fn bodies() -> impl Strategy<Value = Bodies> {
    prop::collection::vec(mention(), 0..=5).prop_map(Bodies::from)
}

/// What a cell that names these prints.
pub fn cell(bodies: &[Mention]) -> String {
    let shown: Vec<String> = bodies
        .iter()
        .map(|mention| {
            format!(
                "{}{}",
                if mention.party_committee { "Đảng ủy " } else { "" },
                mention.body.name()
            )
        })
        .collect();
    shown.join("; ")
}

/// Whom each mention names, whatever is printed.
fn named(bodies: &[Mention]) -> Vec<(&Body, bool)> {
    bodies
        .iter()
        .map(|mention| (&mention.body, mention.party_committee))
        .collect()
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Sở", "Sở Y tế", "Sở NN &MT", "các", "sở", "ban", "ngành", ",", ";", "/", "và", "&", "-", "Đảng ủy", "ĐU", ":", "UBND",
    "xã", "phường", "TP", "Thành phố", "Hà Nội", "BQL", "dự án", "Viện", "Lúa", "Nội vụ", "chủ trì", "phối hợp", "với",
    "(", ")", "liên quan", "địa phương", "Ban", "Chỉ đạo", "phòng", "chống", "Công an", ".", "cơ quan", "đơn vị",
];

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_list_of_bodies_reads_as_shown(bodies in bodies()) {
        let shown = cell(&bodies);
        let read = BodyTable::default().parse(&shown);
        prop_assert_eq!(named(&read), named(&bodies), "shown as {}", shown);
        goes_through_json(&bodies)?;
    }

    #[test]
    fn whatever_is_named_is_named_again_by_its_name(text in soup(PIECES, 8)) {
        let table = BodyTable::default();
        let bodies = table.parse(&text);
        for mention in &bodies {
            goes_through_json(mention)?;
            let again = table.parse(mention.body.name());
            if matches!(mention.body, Body::Unknown(_)) {
                // A committee inside a committee is unknown, the inner one need not be.
                prop_assert_eq!(again.len(), 1, "{}", text);
            } else {
                prop_assert_eq!(named(&again), [(&mention.body, false)], "{}", text);
            }
        }
        prop_assert!(bodies.iter().all(|mention| !mention.printed.is_empty()), "{:?}", bodies);
    }

    #[test]
    fn sharing_a_body_is_mutual(one in bodies(), other in bodies()) {
        prop_assert_eq!(share_body(&one, &other), share_body(&other, &one));
        let particular = one.iter().any(|mention| mention.body.is_particular());
        prop_assert_eq!(share_body(&one, &one), particular);
    }
}
