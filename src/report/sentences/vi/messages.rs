//! The sentences of the findings.

mod inside;

use super::super::super::context::other;
use super::super::{Catalogue as _, Facts, Gap, Noun, Subject, gaps, list, quoted, with_unit, without};
use super::{Vietnamese, crossfield, noun_of};
use crate::checks::{Details, Field, Figure, Side};
use crate::matching::Relation;
use crate::model::{Succession, SuccessionKind, TargetRelation};

pub(super) const AND: &str = " và ";

/// The sentence of a finding.
pub(super) fn message(facts: &Facts<'_>) -> String {
    match &facts.finding.details {
        Details::TargetDiffers {
            left,
            left_unit,
            right,
            right_unit,
            relation,
            period,
        } => target(
            facts,
            (left, left_unit),
            (right, right_unit),
            *relation,
            period.as_deref(),
        ),
        Details::UnitDiffers { left, right } => unit(facts, left, right),
        Details::DefinitionDiffers { only_left, only_right } => definition(facts, only_left, only_right),
        Details::ReportingBodyDiffers { left, right, shared } => reporting_body(facts, left, right, shared),
        Details::DeadlineDiffers {
            left,
            right,
            earlier,
            months,
            stage,
            no_date,
            recurs,
            further,
            ..
        } => match *earlier {
            Some(earlier) => deadline(
                facts,
                [left, right],
                &gaps((stage.as_deref(), earlier, *months), further),
            ),
            None => deadlines_apart(facts, [left, right], *no_date, recurs),
        },
        Details::LeadBodyDiffers {
            left,
            right,
            explained_by,
            succession,
        } => {
            let why = succession.as_ref().map(succeeded).unwrap_or_default()
                + &crossfield::explained(facts, explained_by.as_ref());
            lead_body(facts, left, right, &why)
        }
        Details::QuantityDiffers {
            changed,
            only_left,
            only_right,
        } => quantity(facts, changed, only_left, only_right),
        Details::TaskWithoutCounterpart { nearest } | Details::IndicatorWithoutCounterpart { nearest } => {
            alone(facts, nearest.as_ref())
        }
        Details::AmbiguousMatch { candidates } => ambiguous(facts, candidates),
        Details::DuplicateTask { exact, fields } => duplicate(facts, *exact, fields),
        Details::DuplicateIndicator {
            values,
            units,
            relation,
            period,
        } => duplicate_indicator(
            facts,
            [0, 1].map(|row| (&*values[row], &*units[row])),
            *relation,
            period.as_deref(),
        ),
        Details::NumberMissing(gap) => inside::number_missing(facts, gap),
        Details::NumberRepeated(repeated) => inside::number_repeated(facts, repeated),
        Details::AnnouncedCountDiffers(count) => inside::announced_count(facts, count),
        Details::SumDiffers(sum) => inside::sum(facts, sum),
        Details::UnitDoubtful(unit) => inside::unit_doubtful(facts, unit),
        Details::NumberFormat(format) => inside::number_format(facts, format),
        Details::FootnoteChangesPeriod(footnote) => inside::footnote(facts, footnote),
        Details::DeadlineAfterParent(deadline) => inside::after_parent(facts, deadline),
        Details::DeadlineOutOfPeriod(deadline) => inside::out_of_period(facts, deadline),
        Details::DeadlineMissing => inside::deadline_missing(facts),
        Details::BodyMissing(body) => inside::body_missing(facts, body),
        Details::TaskAgainstIndicator {
            passage,
            value,
            indicators,
        } => crossfield::against_indicator(facts, passage, value, indicators),
        Details::TextAgainstTask { passage, changed } => crossfield::against_task(facts, passage, changed),
        Details::ColumnDisplaced {
            field,
            cells,
            deadlines,
        } => crossfield::displaced(facts, *field, cells, deadlines),
        Details::CitationDiffers { slip, cited } => crossfield::citation(facts, *slip, cited),
        Details::BodySpelledVariously { name, spellings } => crossfield::spelled_variously(facts, name, spellings),
    }
}

/// `Nhiệm vụ “Cầu Tứ Liên” (thuộc “Hoàn thành 09 cầu”)`; a pair of indicators
/// with two names carries both, a pair of tasks that is partly one says so.
fn topic(facts: &Facts<'_>) -> String {
    let Some(subject) = facts.topic() else {
        return "Hai chương trình".to_owned();
    };
    let other = match subject.noun {
        Noun::Task => relation(facts),
        Noun::Indicator => match facts.other_title(&subject) {
            Some(title) => format!(" ({}: “{title}”)", facts.label(Side::Right)),
            None => String::new(),
        },
    };
    opening(&subject) + &other
}

fn opening(subject: &Subject<'_>) -> String {
    match subject.noun {
        Noun::Task => format!("Nhiệm vụ {}", name(subject)),
        Noun::Indicator => format!("Chỉ tiêu {}", name(subject)),
    }
}

/// An indicator may only stand below another one, of which it is no part.
fn name(subject: &Subject<'_>) -> String {
    let relation = match subject.noun {
        Noun::Task => "thuộc",
        Noun::Indicator => "ghi dưới",
    };
    match &subject.parent {
        Some(parent) => format!("“{}” ({relation} “{parent}”)", subject.title),
        None => format!("“{}”", subject.title),
    }
}

fn target(
    facts: &Facts<'_>,
    left: (&str, &str),
    right: (&str, &str),
    relation: TargetRelation,
    period: Option<&str>,
) -> String {
    let labels = [Side::Left, Side::Right].map(|side| facts.label(side));
    let targets = match relation {
        TargetRelation::Disjoint if facts.is_between_levels() => {
            format!("{}; hai mức khác nhau, của hai cấp", values(labels, [left, right]))
        }
        relation => targets(labels, [left, right], relation),
    };
    let meant = facts.meant([left.0, right.0]).into_iter();
    let meant = meant.map(|(printed, meant)| format!("; “{printed}” hiểu là {meant}"));
    let footnotes = facts.dated_footnotes().into_iter();
    let footnotes = footnotes.map(|(label, footnote)| format!("; {label} có ghi chú “{footnote}”"));
    format!(
        "{}{}: {targets}{}.",
        topic(facts),
        in_period(period),
        meant.chain(footnotes).collect::<String>()
    )
}

/// `A đặt 80%, B đặt 75%; không thể đồng thời đạt cả hai mức`.
fn targets(labels: [&str; 2], printed: [(&str, &str); 2], relation: TargetRelation) -> String {
    let [first, second] = labels;
    let relation = match relation {
        TargetRelation::Equal => String::new(),
        TargetRelation::LeftInsideRight => format!("; mức của {first} nằm trong mức của {second}"),
        TargetRelation::RightInsideLeft => format!("; mức của {second} nằm trong mức của {first}"),
        TargetRelation::Overlap => "; hai mức chỉ trùng nhau một phần".to_owned(),
        TargetRelation::Disjoint => "; không thể đồng thời đạt cả hai mức".to_owned(),
        TargetRelation::NotComparable => "; hai mức không so sánh được với nhau".to_owned(),
    };
    format!("{}{relation}", values(labels, printed))
}

/// `A đặt 80%, B đặt 75%`.
fn values([first, second]: [&str; 2], [left, right]: [(&str, &str); 2]) -> String {
    let side = |label, (value, unit): (&str, &str)| match value {
        "" | "-" | "–" => format!("{label} không ghi giá trị"),
        value => format!("{label} đặt {}", with_unit(value, unit, "đơn vị tính")),
    };
    format!("{}, {}", side(first, left), side(second, right))
}

fn in_period(period: Option<&str>) -> String {
    match period {
        Some(heading) if heading.contains(char::is_alphabetic) => format!(", cột “{heading}”"),
        Some(years) if years.contains('-') => format!(", giai đoạn {years}"),
        Some(year) => format!(", năm {year}"),
        None => String::new(),
    }
}

fn unit(facts: &Facts<'_>, left: &str, right: &str) -> String {
    let side = |side, unit: &str| match unit {
        "" => format!("{} không ghi đơn vị tính", facts.label(side)),
        unit => format!("{} ghi đơn vị tính “{unit}”", facts.label(side)),
    };
    // The values show whether a slip is likely.
    let value = |side| {
        facts
            .first(side)
            .map(|row| row.printed(Field::Value).to_owned())
            .unwrap_or_default()
    };
    let values = match (value(Side::Left).as_str(), value(Side::Right).as_str()) {
        ("", _) | (_, "") => String::new(),
        (one, two) if one == two => format!("; cùng ghi giá trị {one}"),
        (one, two) => format!("; giá trị ghi lần lượt là {one} và {two}"),
    };
    format!(
        "{}: {}, {}{values}.",
        topic(facts),
        side(Side::Left, left),
        side(Side::Right, right)
    )
}

fn definition(facts: &Facts<'_>, only_left: &[String], only_right: &[String]) -> String {
    let words = |words: &[String]| list(&quoted(words.iter().map(String::as_str)), AND);
    if facts.topic().is_some_and(|subject| subject.noun == Noun::Task) {
        let only = |side, items| {
            format!(
                "{}: trong cùng phần liệt kê, chỉ {} nêu {}.",
                topic(facts),
                facts.label(side),
                words(items)
            )
        };
        match (only_left, only_right) {
            (items, []) => return only(Side::Left, items),
            ([], items) => return only(Side::Right, items),
            _ => {}
        }
        let says = |side, said: &[String]| format!("{} ghi {}", facts.label(side), words(said));
        let (left, right) = (says(Side::Left, only_left), says(Side::Right, only_right));
        return format!("{}: ở phần nội dung tương ứng, {left}, {right}.", topic(facts));
    }
    let only = |side, phrases: &[String]| match &*words(phrases) {
        "" => String::new(),
        words => format!("; chỉ {} nêu {words}", facts.label(side)),
    };
    let (left, right) = (only(Side::Left, only_left), only(Side::Right, only_right));
    format!(
        "{}: hai chương trình xác định nội dung chỉ tiêu khác nhau{left}{right}.",
        topic(facts)
    )
}

fn reporting_body(facts: &Facts<'_>, left: &[String], right: &[String], shared: &[String]) -> String {
    let side = |side, bodies: &[String]| match &without(bodies, shared)[..] {
        [] => shared
            .is_empty()
            .then(|| format!("{} không ghi cơ quan chủ trì", facts.label(side))),
        bodies => {
            let verb = if shared.is_empty() { "ghi" } else { "ghi thêm" };
            Some(format!(
                "{} {verb} {} ở cột cơ quan chủ trì",
                facts.label(side),
                list(&facts.fitting_all(side, bodies), AND)
            ))
        }
    };
    let common = match shared {
        [] => String::new(),
        bodies => format!(
            "; cả hai chương trình cùng ghi {}",
            list(&facts.fitting_all(Side::Left, bodies), AND)
        ),
    };
    let parts: Vec<_> = [side(Side::Left, left), side(Side::Right, right)]
        .into_iter()
        .flatten()
        .collect();
    format!("{}: {}{common}.", topic(facts), parts.join(", "))
}

fn deadline(facts: &Facts<'_>, due: [&str; 2], gaps: &[Gap<'_>]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let gap = |&(stage, earlier, months): &Gap<'_>| {
        let (first, last) = match earlier {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        let due_of = stage.map_or_else(|| "thời hạn".to_owned(), |stage| format!("mốc {stage}"));
        match months {
            None => format!("{due_of} của {last} không có thời điểm kết thúc"),
            Some(0) => format!("{due_of} của {first} sớm hơn chưa đến một tháng"),
            Some(months) => format!("{due_of} của {first} sớm hơn {months} tháng"),
        }
    };
    let apart: Vec<String> = gaps.iter().map(gap).collect();
    let [one, two] = due;
    format!(
        "{}: {left} ghi thời hạn “{one}”, {right} ghi thời hạn “{two}”; {}.",
        topic(facts),
        apart.join("; ")
    )
}

fn deadlines_apart(facts: &Facts<'_>, [one, two]: [&str; 2], no_date: Option<Side>, recurs: &[Side]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let why = match (no_date, recurs) {
        (Some(side), _) => format!("thời hạn của {} không có trên lịch", facts.label(side)),
        (None, [side]) => format!(
            "{} thực hiện thường xuyên hoặc định kỳ, {} chỉ có một thời hạn",
            facts.label(*side),
            facts.label(side.other())
        ),
        (None, _) => "định kỳ thực hiện khác nhau".to_owned(),
    };
    format!(
        "{}: {left} ghi thời hạn “{one}”, {right} ghi thời hạn “{two}”; {why}.",
        topic(facts)
    )
}

fn lead_body(facts: &Facts<'_>, left: &[String], right: &[String], explained: &str) -> String {
    let side = |side, bodies: &[String]| match bodies {
        [] => format!("{} không giao cơ quan cụ thể", facts.label(side)),
        bodies => match facts.charge(side, bodies) {
            (leads, others) if leads.is_empty() => format!("{} giao {}", facts.label(side), list(&others, AND)),
            (leads, others) if others.is_empty() => {
                format!("{} giao {} chủ trì", facts.label(side), list(&leads, AND))
            }
            (leads, others) => format!(
                "{} giao {} chủ trì, {} phối hợp",
                facts.label(side),
                list(&leads, AND),
                list(&others, AND)
            ),
        },
    };
    format!(
        "{}: {}; {}{explained}.",
        topic(facts),
        side(Side::Left, left),
        side(Side::Right, right)
    )
}

/// Why two bodies may be one, behind the bodies.
fn succeeded(Succession { former, successor, how }: &Succession) -> String {
    match how {
        SuccessionKind::Merged => format!(" ({former} đã hợp nhất vào {successor} năm 2025)"),
        SuccessionKind::Became => format!(" ({former} đã được tổ chức lại thành {successor} năm 2025)"),
        SuccessionKind::Duties => {
            format!(" (từ năm 2025, nơi không còn {former} thì nhiệm vụ của {former} chuyển về {successor})")
        }
    }
}

fn quantity(facts: &Facts<'_>, changed: &[(Figure, Figure)], only_left: &[Figure], only_right: &[Figure]) -> String {
    let (left, right) = (facts.label(Side::Left), facts.label(Side::Right));
    let changed = changed
        .iter()
        .map(|(one, two)| format!("{left} nêu “{}”, {right} nêu “{}”", one.printed, two.printed));
    let only = |label, figures: &[Figure]| {
        let figures = list(&quoted(figures.iter().map(|figure| figure.printed.as_str())), AND);
        (!figures.is_empty()).then(|| format!("chỉ {label} nêu {figures}"))
    };
    let parts: Vec<_> = changed
        .chain(only(left, only_left))
        .chain(only(right, only_right))
        .collect();
    format!("{}: {}.", topic(facts), parts.join("; "))
}

/// A pair of tasks that share only a part must not be read as one task.
fn relation(facts: &Facts<'_>) -> String {
    let (Some(relation), Some(right)) = (facts.relation(), facts.first(Side::Right)) else {
        return String::new();
    };
    let other = format!("nhiệm vụ {} của {}", name(&right), facts.label(Side::Right));
    match relation {
        Relation::Same => String::new(),
        Relation::LeftPartOfRight => format!(", là một phần của {other}"),
        Relation::RightPartOfLeft => format!(", có một phần là {other}"),
        Relation::Overlap => format!(", trùng một phần với {other}"),
    }
}

/// `chương trình của UBND tỉnh`; a program without issuer is called one already.
pub(super) fn program_of(label: &str) -> String {
    match label.strip_prefix("Chương trình ") {
        Some(which) => format!("chương trình {which}"),
        None => format!("chương trình của {label}"),
    }
}

fn alone(facts: &Facts<'_>, nearest: Option<&crate::RowId>) -> String {
    let Some(subject) = facts.topic() else {
        return "Có nội dung chỉ ở một chương trình.".to_owned();
    };
    let (label, other) = (facts.label(subject.side), other(subject.side));
    let noun = noun_of(subject.noun);
    let start = format!("{} của {label} ({})", opening(&subject), facts.place(&subject));
    let nearest = match nearest.map(|id| facts.subject(other, id)) {
        Some(near) => format!("; gần nhất là {} ({})", name(&near), facts.place(&near)),
        None => String::new(),
    };
    format!(
        "{start} không có {noun} tương ứng trong {}{nearest}.",
        program_of(facts.label(other))
    )
}

fn ambiguous(facts: &Facts<'_>, candidates: &[(crate::RowId, u16)]) -> String {
    let Some(subject) = facts.topic() else {
        return "Chưa xác định được nội dung tương ứng.".to_owned();
    };
    let other = other(subject.side);
    let noun = noun_of(subject.noun);
    let candidates: Vec<_> = candidates
        .iter()
        .map(|(id, _)| {
            let row = facts.subject(other, id);
            format!("{} ({})", name(&row), facts.place(&row))
        })
        .collect();
    format!(
        "{} của {} ({}) có thể tương ứng với nhiều {noun} của {}: {}; cần người đối chiếu xác định.",
        opening(&subject),
        facts.label(subject.side),
        facts.place(&subject),
        facts.label(other),
        list(&candidates, AND),
    )
}

fn duplicate_indicator(
    facts: &Facts<'_>,
    targets_of_rows: [(&str, &str); 2],
    relation: TargetRelation,
    period: Option<&str>,
) -> String {
    let (label, rows) = facts.of_one_program();
    let title = rows.first().map(name).unwrap_or_default();
    let places = [0, 1].map(|row| rows.get(row).map_or_else(String::new, |row| facts.place(row)));
    let targets = targets(places.each_ref().map(String::as_str), targets_of_rows, relation);
    format!("{label} ghi 2 lần chỉ tiêu {title}{}: {targets}.", in_period(period))
}

fn duplicate(facts: &Facts<'_>, exact: bool, fields: &[Field]) -> String {
    let (label, rows) = facts.of_one_program();
    let fields = fields.iter().filter(|field| !(exact && **field == Field::Text));
    let differences: Vec<_> = fields.map(|&field| difference(&rows, field)).collect();
    let differences = match differences.as_slice() {
        [] => "các cột còn lại không khác nhau về nội dung".to_owned(),
        differences => format!("khác nhau ở {}", list(differences, AND)),
    };
    if exact {
        let places: Vec<_> = rows.iter().map(|row| facts.place(row)).collect();
        let title = rows.first().map(name).unwrap_or_default();
        format!(
            "{label} ghi {} lần nhiệm vụ {title}: {}; {differences}.",
            places.len(),
            list(&places, AND)
        )
    } else {
        let titles: Vec<_> = rows.iter().map(name).collect();
        let both = if titles.windows(2).all(|pair| pair[0] == pair[1]) {
            // Cut at the same words, the titles would tell nothing apart.
            let places: Vec<_> = rows.iter().map(|row| facts.place(row)).collect();
            format!(
                "{} cùng mở đầu bằng {}",
                list(&places, AND),
                titles.first().map_or("", String::as_str)
            )
        } else {
            list(
                &rows
                    .iter()
                    .map(|row| format!("{} ({})", name(row), facts.place(row)))
                    .collect::<Vec<_>>(),
                AND,
            )
        };
        format!(
            "{label} có {} nhiệm vụ gần như trùng nhau: {both}; {differences}.",
            rows.len()
        )
    }
}

/// `thời hạn (“2026” và “2027”)`; long columns are named only, the quotations follow the sentence.
fn difference(rows: &[Subject<'_>], field: Field) -> String {
    let name = Vietnamese.field(field);
    if !matches!(field, Field::Lead | Field::Deadline) {
        return name.to_owned();
    }
    let cells = rows.iter().map(|row| match row.printed(field) {
        "" => "để trống".to_owned(),
        printed => format!("“{printed}”"),
    });
    format!("{name} ({})", list(&cells.collect::<Vec<_>>(), AND))
}
