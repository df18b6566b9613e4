//! Deadlines.

use doichieu::model::{Deadline, DeadlineKind, DeadlineOrder, Rhythm};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::time::point;
use super::{cases, comes_back, soup};

/// Deadlines of every kind, their free texts as cells print them.
pub fn deadline() -> BoxedStrategy<Deadline> {
    prop_oneof![
        4 => window(),
        2 => recurring(),
        2 => conditional(),
        2 => stages(),
        1 => several(),
    ]
    .boxed()
}

/// The deadline of a kind; `None` where its parts contradict each other.
fn of(kind: &DeadlineKind) -> Option<Deadline> {
    from_json(serde_json::to_value(kind).unwrap())
}

fn from_json(kind: Value) -> Option<Deadline> {
    serde_json::from_value(kind).ok()
}

fn window() -> BoxedStrategy<Deadline> {
    prop_oneof![
        point().prop_map(|point| of(&DeadlineKind::By { point }).unwrap()),
        point().prop_map(|point| of(&DeadlineKind::Until { point }).unwrap()),
        point().prop_map(|point| of(&DeadlineKind::Before { point }).unwrap()),
        point().prop_map(|from| of(&DeadlineKind::OpenEnded { from, until: None }).unwrap()),
        (point(), point(), any::<bool>()).prop_filter_map("a period runs forward", |(from, to, ends)| {
            if ends {
                of(&DeadlineKind::Period { from, to })
            } else {
                of(&DeadlineKind::OpenEnded { from, until: Some(to) })
            }
        }),
    ]
    .boxed()
}

fn recurring() -> BoxedStrategy<Deadline> {
    use Rhythm::{
        Continuous, Daily, HalfYearly, Monthly, NineMonthly, Occasional, Periodic, Quarterly, Weekly, Yearly,
    };
    const RHYTHMS: &[Rhythm] = &[
        Continuous,
        Daily,
        Weekly,
        Monthly,
        Quarterly,
        HalfYearly,
        NineMonthly,
        Yearly,
        Periodic,
        Occasional,
    ];
    const ANCHORS: &[&str] = &[
        "trước ngày 15/12",
        "ngày 25",
        "tháng 6, tháng 12",
        "quý I",
        "đầu tháng 1",
    ];
    (
        prop::sample::subsequence(RHYTHMS, 1..=3).prop_shuffle(),
        prop::option::of(prop::sample::select(ANCHORS)),
        prop_oneof![
            Just((None, None)),
            window().prop_map(|window| (Some(window), None)),
            (prop::sample::select(LABELS), window())
                .prop_filter("a milestone has a name of two words", |(label, _)| label.contains(' '))
                .prop_map(|(label, when)| (None, Some(json!({ "label": label, "when": when })))),
        ],
    )
        .prop_map(|(every, anchor, (within, milestone))| {
            let parts = json!({
                "kind": "recurring", "every": every, "anchor": anchor, "within": within, "milestone": milestone,
            });
            from_json(parts).unwrap()
        })
        .boxed()
}

fn conditional() -> BoxedStrategy<Deadline> {
    const CONDITIONS: &[&str] = &[
        "sau khi TW ban hành",
        "sau khi có kết luận của Trung ương",
        "ngay sau khi Quốc hội thông qua Luật Thủ đô (sửa đổi)",
        "sau khi lập Quy hoạch đến năm 2030, tầm nhìn 2050, tỷ lệ 1/10.000",
        "theo chỉ đạo của TW",
        "theo tiến độ dự án",
        "trong vòng 30 ngày, kể từ ngày Nghị quyết có hiệu lực",
        "trước kỳ họp thường lệ",
        "căn cứ tình hình thực tế",
    ];
    let when = prop::option::of(prop_oneof![window(), recurring(), stages(), several()]);
    (prop::sample::select(CONDITIONS), when)
        .prop_filter_map("no condition on a rhythm with a dated part", |(condition, when)| {
            from_json(json!({"kind": "conditional", "condition": condition, "when": when}))
        })
        .boxed()
}

/// Names of stages; one alone says more than that the work is done.
const LABELS: &[&str] = &[
    "khởi công",
    "chuẩn bị đầu tư",
    "hoàn thành giai đoạn 1",
    "hoàn thành việc rà soát, sửa đổi Quy chế",
    "trình HĐND Thành phố",
    "hoàn thành, đưa vào khai thác",
    "GPMB",
    "phê duyệt dự án",
];

fn stages() -> BoxedStrategy<Deadline> {
    let stage =
        (prop::sample::select(LABELS), window()).prop_map(|(label, when)| json!({"label": label, "when": when}));
    prop::collection::vec(stage, 1..=3)
        .prop_map(|stages| from_json(json!({"kind": "stages", "stages": stages})).unwrap())
        .boxed()
}

fn several() -> BoxedStrategy<Deadline> {
    prop::collection::vec(window(), 2..=4)
        .prop_filter_map("only the last has no end", |dates| {
            from_json(json!({"kind": "several", "dates": dates}))
        })
        .boxed()
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "2026", "2030", "6", "31/3", "15", "/", "-", ",", ";", "(", ")", ":", ".", "và", "Quý", "quý", "IV", "I", "năm",
    "Năm", "tháng", "ngày", "Trước", "trước", "từ", "đến", "hết", "cuối", "đầu", "sau", "khi", "TW", "ban hành",
    "theo", "Theo", "chỉ đạo", "Hàng", "hằng", "thường xuyên", "Thường xuyên", "định kỳ", "đột xuất", "Khởi công",
    "hoàn thành", "Hoàn thành", "thực hiện", "dự án", "giai đoạn", "2026-2030", "các năm tiếp theo", "tiếp tục",
    "tầm nhìn", "đề án", "nửa", "trong", "thời hạn", "sáu", "đưa vào khai thác",
];

fn mirrored(order: DeadlineOrder) -> DeadlineOrder {
    match order {
        DeadlineOrder::LeftEarlier { months } => DeadlineOrder::LeftLater { months },
        DeadlineOrder::LeftLater { months } => DeadlineOrder::LeftEarlier { months },
        same => same,
    }
}

/// The gap, longest where one of the two has no end.
fn gap(order: DeadlineOrder) -> Option<u32> {
    match order {
        DeadlineOrder::LeftEarlier { months } => Some(months.unwrap_or(u32::MAX)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_deadline_reads_as_shown(deadline in deadline()) {
        comes_back(&deadline, Deadline::parse)?;
    }

    #[test]
    fn whatever_is_a_deadline_reads_as_shown(text in soup(PIECES, 8)) {
        if let Some(deadline) = Deadline::parse(&text) {
            comes_back(&deadline, Deadline::parse)?;
        }
        if let Some(at) = Deadline::longest_suffix(&text) {
            prop_assert!(Deadline::parse(&text[at..]).is_some(), "{}", &text[at..]);
        }
    }

}

/// What names no stage.
fn dates() -> impl Strategy<Value = Deadline> {
    prop_oneof![window(), several()]
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_deadline_starts_before_it_ends(deadline in deadline()) {
        if let (Some(start), Some(finish)) = (deadline.start, deadline.finish) {
            let stages = matches!(&deadline.kind, DeadlineKind::Stages { .. } | DeadlineKind::Conditional { .. });
            prop_assert!(start <= finish || stages, "{}", deadline);
        }
    }

    #[test]
    fn swapping_two_deadlines_mirrors_how_they_compare(
        left in prop::option::of(deadline()), right in prop::option::of(deadline()),
    ) {
        let order = Deadline::compare(left.as_ref(), right.as_ref());
        prop_assert_eq!(Deadline::compare(right.as_ref(), left.as_ref()), mirrored(order));
        let own = Deadline::compare(left.as_ref(), left.as_ref());
        prop_assert!(own == mirrored(own), "{:?}", own);
    }

    // Of stages only those of one name are compared: two of three deadlines may share none.
    #[test]
    fn earlier_than_what_is_earlier_is_earlier_by_more(one in dates(), two in dates(), three in dates()) {
        let order = |left: &Deadline, right: &Deadline| Deadline::compare(Some(left), Some(right));
        let mut all = [one, two, three];
        all.sort_by_key(|deadline| deadline.finish.map_or((1, None), |day| (0, Some(day))));
        let [one, two, three] = all;
        if let (Some(first), Some(second)) = (gap(order(&one, &two)), gap(order(&two, &three))) {
            prop_assert!(gap(order(&one, &three)) >= Some(first.max(second)));
        }
    }
}
