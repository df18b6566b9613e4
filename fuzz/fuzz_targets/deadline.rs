//! Deadline cells: what is displayed is read back, bounds stand in order, and
//! comparing is mirrored when the sides change places. Lines: left, right.
#![no_main]

use doichieu::model::{Date, Deadline, DeadlineKind, DeadlineOrder, TimePoint};
use doichieu::text::{compose, squeeze};
use doichieu_fuzz::same_through_json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let [left, right] = [lines.next(), lines.next()].map(|cell| Deadline::parse(cell?));
    for deadline in [&left, &right].into_iter().flatten() {
        check(deadline);
    }
    let order = Deadline::compare(left.as_ref(), right.as_ref());
    assert_eq!(Deadline::compare(right.as_ref(), left.as_ref()), mirrored(order));

    let first = text.lines().next().unwrap_or_default();
    if let Ok(point) = first.parse::<TimePoint>() {
        assert_eq!(point.to_string().parse(), Ok(point));
        assert!(point.first_day() <= point.last_day());
        assert!(Deadline::parse(&point.to_string()).is_some_and(|deadline| deadline.start == Some(point.first_day())));
    }
    if let Ok(day) = first.parse::<Date>() {
        assert_eq!(day.to_string(), first);
    }
    let plain = squeeze(&compose(text));
    if let Some(at) = Deadline::longest_suffix(&plain) {
        assert!(Deadline::parse(&plain[at..]).is_some(), "{}", &plain[at..]);
    }
});

fn check(deadline: &Deadline) {
    assert_eq!(
        Deadline::parse(&deadline.to_string()).as_ref(),
        Some(deadline),
        "{deadline}"
    );
    same_through_json(deadline);
    let is_single = !matches!(deadline.kind, DeadlineKind::Stages { .. });
    if let (Some(start), Some(finish), true) = (deadline.start, deadline.finish, is_single) {
        assert!(
            start <= finish || matches!(deadline.kind, DeadlineKind::Conditional { .. }),
            "{deadline}"
        );
    }
    assert!(deadline.edtf().is_some() || deadline.start.is_none() && deadline.finish.is_none());
    assert!(matches!(
        Deadline::compare(Some(deadline), Some(deadline)),
        DeadlineOrder::Equal | DeadlineOrder::NotComparable { .. }
    ));
}

fn mirrored(order: DeadlineOrder) -> DeadlineOrder {
    match order {
        DeadlineOrder::LeftEarlier { months } => DeadlineOrder::LeftLater { months },
        DeadlineOrder::LeftLater { months } => DeadlineOrder::LeftEarlier { months },
        same => same,
    }
}
