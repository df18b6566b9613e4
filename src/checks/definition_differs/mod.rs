#![doc = include_str!("../definition_differs.en.md")]

mod alternatives;
mod contrary;
mod exchanges;
mod lists;
mod objects;
mod parts;
mod phrases;
mod reached;
mod reordered;
mod sites;
mod synonyms;

use self::exchanges::{exchanges, key};
use self::lists::{Items, is_said, leaves_all, left_out};
use self::objects::{Contrast, contrasts};
use self::parts::others;
use self::reordered::left_out_in_other_order;
use self::sites::other_site;
use self::synonyms::{first_letters, mean_the_same};
use super::context::{Context, texts_finding};
use super::deadline_differs::one_of_several_parts;
use super::quantity_differs::exchanged_in;
use super::{Code, Details, Finding, Severity, Side};
use crate::matching::{Relation, TaskMatch};
use crate::model::{Indicator, Task};
use crate::text::{Word, fold, has_words, is_year, toneless, words};
use phrases::{EMPTY, Meanings, SOFT, phrases_beyond};

/// Pairs of indicators that are not defined alike, and pairs of tasks that say
/// something else in one place.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = definitions(context);
    findings.append(&mut tasks(context));
    let parts: Vec<Finding> = parts(context)
        .filter(|part| {
            !findings
                .iter()
                .any(|told| told.left == part.left && told.right == part.right)
        })
        .collect();
    findings.extend(parts);
    findings
}

/// Names of the same indicator in which each side, or one of them, has words
/// the other lacks. Rows of other periods stand in other tables and are left alone.
fn definitions(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut meanings = Meanings::new();
    for (_, left, right) in context.indicator_pairs() {
        if left.is_of_other_period(right) {
            continue;
        }
        let [only_left, only_right] = beyond(left, right, &mut meanings);
        if only_left.is_empty() && only_right.is_empty() {
            continue;
        }
        findings.push(texts_finding(
            (Code::DefinitionDiffers, Severity::Difference),
            (&left.id, &left.name),
            (&right.id, &right.name),
            Details::DefinitionDiffers { only_left, only_right },
        ));
    }
    findings
}

/// Whether the names of two indicators each have some words the other lacks:
/// they are probably two, `nước thải làng nghề` and `nước thải sinh hoạt đô thị`.
pub(super) fn name_two_things(left: &Indicator, right: &Indicator) -> bool {
    let is_phrase = |phrase: &String| words(phrase).count() > 1;
    let beyond = beyond(left, right, &mut Meanings::new());
    beyond.iter().all(|phrases| phrases.iter().any(is_phrase))
}

/// Whether two matched tasks each name something else in one place: they are
/// probably two works of one frame, `hồ chứa nước Ea Khal`, `hồ chứa nước Ea Rớt`.
pub(super) fn name_two_works(left: &Task, right: &Task, relation: Relation) -> bool {
    let texts = [left, right].map(|row| row.text.text.as_str());
    let [l, r] = texts.map(|text| words(text).collect::<Vec<Word<'_>>>());
    let is_name = |text: &str| text.starts_with(char::is_uppercase);
    contrasts(&exchanges(&l, &r), texts, relation)
        .iter()
        .any(|contrast| contrast.severity == Severity::Doubt && is_name(&contrast.left) && is_name(&contrast.right))
}

/// What each of the names of two indicators says beyond the other.
fn beyond<'a>(left: &'a Indicator, right: &'a Indicator, meanings: &mut Meanings<'a>) -> [Vec<String>; 2] {
    if left.name.text == right.name.text {
        return Default::default();
    }
    // A unit that one name repeats (`Quy đổi USD`) is no part of the definition.
    let units = [left, right].map(|row| row.unit.as_ref().map_or("", |unit| &unit.text));
    let units: Vec<Word<'_>> = units.into_iter().flat_map(words).collect();
    let names = [left, right].map(|row| words(&row.name.text).collect::<Vec<_>>());
    for words in [&units, &names[0], &names[1]] {
        meanings.learn(words);
    }
    let mut only_left = phrases_beyond((&left.name.text, &names[0]), [&names[1], &units], meanings);
    let mut only_right = phrases_beyond((&right.name.text, &names[1]), [&names[0], &units], meanings);
    take_abbreviated((&mut only_left, &mut only_right), &names[1]);
    take_abbreviated((&mut only_right, &mut only_left), &names[0]);
    only_left.retain(|phrase| !is_per_head(phrase, &right.name.text) && !is_of_the_last_year(phrase, right));
    only_right.retain(|phrase| !is_per_head(phrase, &left.name.text) && !is_of_the_last_year(phrase, left));
    let is_told = !only_left.is_empty() || !only_right.is_empty();
    if is_told && mean_the_same([&left.name.text, &right.name.text]) {
        only_left.clear();
        only_right.clear();
    }
    for (l, r) in exchanged_in(&left.name.text, &right.name.text) {
        only_left.push(l.printed);
        only_right.push(r.printed);
    }
    [only_left, only_right]
}

/// Pairs whose texts say something else in one place, and what one leaves out of
/// a list; but not what a part leaves to the other parts of its task, or to the
/// rows before or behind it, in which a row that was split goes on, one or several.
fn tasks(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pair, left, right) in context.task_pairs() {
        let texts = [left, right].map(|row| row.text.text.as_str());
        if pair.through_parent || texts[0] == texts[1] {
            continue;
        }
        let [l, r] = texts.map(|text| words(text).collect::<Vec<Word<'_>>>());
        let places = exchanges(&l, &r);
        let mut finding = |severity, only_left, only_right| {
            findings.push(texts_finding(
                (Code::DefinitionDiffers, severity),
                (&left.id, &left.text),
                (&right.id, &right.text),
                Details::DefinitionDiffers { only_left, only_right },
            ));
        };
        let mut contrasts = contrasts(&places, texts, pair.relation);
        take_exchanged(&mut contrasts);
        if let Some(severity) = contrasts.iter().map(|contrast| contrast.severity).max() {
            let (only_left, only_right) = contrasts
                .into_iter()
                .map(|contrast| (contrast.left, contrast.right))
                .unzip();
            finding(severity, only_left, only_right);
        } else if let Some([l_site, r_site]) = (pair.relation == Relation::Same)
            .then(|| other_site(texts, [&l, &r]))
            .flatten()
        {
            finding(Severity::Doubt, vec![l_site], vec![r_site]);
        }
        let is_all = leaves_all(&places);
        let mut items: Vec<Items<'_>> = places
            .iter()
            .filter_map(|place| left_out(place, texts, is_all))
            .collect();
        if items.is_empty() && pair.relation == Relation::Same {
            items.extend(left_out_in_other_order(texts));
        }
        let is_left_to_others = |side: Side| {
            let (whole, part) = match side {
                Side::Left => (&left.id, &right.id),
                Side::Right => (&right.id, &left.id),
            };
            let others = context.partners(side, whole).iter().copied();
            // A row beside that has a counterpart of its own goes on with nothing.
            let is_free = |row: &&Task| {
                let partners = context.partners(side.other(), &row.id);
                partners.iter().all(|partner| partner.id == *whole)
            };
            let rows = context.beside(side.other(), part).filter(is_free);
            let rows = rows.chain(others.filter(|row| row.id != *part));
            let rows: Vec<String> = rows.map(|row| fold(&row.text.text)).collect();
            let (own, other) = match side {
                Side::Left => (texts[0], texts[1]),
                Side::Right => (texts[1], texts[0]),
            };
            let [own, other] = [own, other].map(|text| toneless(&fold(text)));
            let is_part = one_of_several_parts(context, pair) == Some(side.other());
            move |items: &Items<'_>, item: &str| {
                let item = fold(item);
                // One word without a name (`xã`) stands in many rows.
                let is_telling = items.severity == Severity::Difference || item.contains(' ');
                (is_part && !items.is_among_names)
                    || is_said(&toneless(&item), &own, &other)
                    || (is_telling && rows.iter().any(|row| has_words(row, &item)))
            }
        };
        for side in [Side::Left, Side::Right] {
            let mut own = items.iter().filter(|items| items.side == side).peekable();
            if own.peek().is_none() {
                continue;
            }
            let is_left_to_others = is_left_to_others(side);
            let own =
                own.filter_map(|items| Some((items.severity, items.without(|item| is_left_to_others(items, item))?)));
            let (severities, printed): (Vec<Severity>, Vec<String>) = own.unzip();
            let Some(severity) = severities.into_iter().max() else {
                continue;
            };
            match side {
                Side::Left => finding(severity, printed, Vec::new()),
                Side::Right => finding(severity, Vec::new(), printed),
            }
        }
    }
    findings
}

/// Parts of a task that name what its list does not have; one that has not a name
/// of the list is taken for the same.
fn parts<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Finding> + 'c {
    let finding = |(pair, left, right): (&TaskMatch, &Task, &Task)| {
        let has_parts = |side, row: &Task| context.partners(side, &row.id).len() > 1;
        let (part, whole, side) = match pair.relation {
            Relation::LeftPartOfRight => (left, right, Side::Right),
            Relation::RightPartOfLeft => (right, left, Side::Left),
            Relation::Same if has_parts(Side::Right, right) => (left, right, Side::Right),
            Relation::Same if has_parts(Side::Left, left) => (right, left, Side::Left),
            _ => return None,
        };
        let parts: Vec<&str> = context
            .partners(side, &whole.id)
            .iter()
            .map(|row| &*row.text.text)
            .collect();
        let others = others(&part.text.text, &whole.text.text, &parts)?;
        let (only_left, only_right) = match side {
            Side::Right => (others.of_part, others.of_whole),
            Side::Left => (others.of_whole, others.of_part),
        };
        Some(texts_finding(
            (Code::DefinitionDiffers, Severity::Doubt),
            (&left.id, &left.text),
            (&right.id, &right.text),
            Details::DefinitionDiffers { only_left, only_right },
        ))
    };
    context.task_pairs().filter_map(finding)
}

/// Takes out doubts about objects that only changed their places.
fn take_exchanged(contrasts: &mut Vec<Contrast>) {
    let places: Vec<[String; 2]> = contrasts
        .iter()
        .map(|place| [fold(&place.left), fold(&place.right)])
        .collect();
    let is_exchanged = |[left, right]: &[String; 2]| places.iter().any(|other| other[0] == *right && other[1] == *left);
    let mut exchanged = places.iter().map(is_exchanged);
    contrasts.retain(|contrast| !exchanged.next().unwrap_or_default() || contrast.severity != Severity::Doubt);
}

/// Takes out phrases and what stands for them in short on the other side:
/// `khoa học và công nghệ` and `KH&CN`; of a name with these words, also where
/// only some of them are told (`dân [tộc thiểu] số` and `DTTS`).
fn take_abbreviated((short, long): (&mut Vec<String>, &mut Vec<String>), name: &[Word<'_>]) {
    short.retain(|short| {
        let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.is_empty() || letters.chars().any(char::is_lowercase) {
            return true;
        }
        let letters = fold(&letters);
        let has_whole = |part: &str| {
            let wholes = name.windows(letters.chars().count());
            let mut wholes = wholes.filter(|words| fold(&first_letters(words)) == letters);
            wholes.any(|words| {
                let whole: Vec<_> = words.iter().map(key).collect();
                has_words(&whole.join(" "), &fold(part))
            })
        };
        let mut phrases = long.iter();
        let spelled_out = phrases.position(|long| initials(long) == letters || has_whole(long));
        spelled_out.map(|at| long.remove(at)).is_none()
    });
}

/// Whether the other name says a phrase with a stroke: `bình quân đầu người`, `/người`.
fn is_per_head(phrase: &str, other: &str) -> bool {
    fold(phrase) == "bình quân đầu" && fold(other).contains("/người")
}

/// Whether a phrase says `năm cuối kỳ` of a row that names no other year.
fn is_of_the_last_year(phrase: &str, other: &Indicator) -> bool {
    let name = fold(&other.name.text);
    let is_other_year =
        |word: &str| is_year(word) && other.period.is_some_and(|(_, last)| word.parse::<i16>() != Ok(last));
    fold(phrase).ends_with("cuối kỳ") && !name.contains("đầu kỳ") && !words(&name).any(|word| is_other_year(word.text))
}

/// The first letters of the words that count, folded.
fn initials(phrase: &str) -> String {
    let folded = fold(phrase);
    let counting = words(&folded).filter(|word| !EMPTY.contains(&word.text) && !SOFT.contains(&word.text));
    counting.filter_map(|word| word.text.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{both, indicators, tasks};
    use super::*;

    #[test]
    fn figures_in_each_others_place_in_names_are_told() {
        let found = |left: &str, right: &str| {
            let [left, right] = [left, right].map(|name| indicators(&format!("1\t{name}\t%\t95\tSở Y tế\n")));
            both(check, &left, &right).len()
        };
        for (left, right) in [
            ("Khách sạn từ 3 sao trở lên", "Khách sạn từ 4 sao trở lên"),
            ("Tiêm chủng cho trẻ em dưới 5 tuổi", "Tiêm chủng cho trẻ em dưới 2 tuổi"),
            ("Trường đạt chuẩn mức độ 1", "Trường đạt chuẩn mức độ 2"),
            ("Nông thôn mới giai đoạn 2021-2025", "Nông thôn mới giai đoạn 2026-2030"),
            ("Dân số năm cuối kỳ", "Dân số năm đầu kỳ"),
            ("Dân số năm cuối kỳ", "Dân số năm 2028"),
        ] {
            assert_eq!(found(left, right), 1, "{left} / {right}");
        }
        for (left, right) in [
            (
                "Tiêm chủng cho trẻ em dưới 5 tuổi",
                "Tiêm chủng cho trẻ em dưới 05 tuổi",
            ),
            ("Số bác sĩ/1 vạn dân", "Số bác sĩ/vạn dân"),
            ("Số bác sĩ trên 10.000 dân", "Số bác sĩ/1 vạn dân"),
            ("Dân số năm cuối kỳ", "Dân số năm 2030"),
            ("Tốc độ tăng trưởng GRDP", "Tăng trưởng GRDP"),
            ("Tỷ lệ che phủ rừng", "Độ che phủ rừng"),
        ] {
            assert_eq!(found(left, right), 0, "{left} / {right}");
        }
    }

    #[test]
    fn what_the_row_beside_goes_on_with_is_not_left_out() {
        let one = tasks("1\tKhởi công các cầu Tứ Liên, Ngọc Hồi, Thượng Cát trong năm nay\tSở Xây dựng\t2026\n");
        let told = |second: &str| {
            let first = "1\tKhởi công các cầu Tứ Liên, Ngọc Hồi trong năm nay\tSở Xây dựng\t2026";
            let two = tasks(&format!("{first}\n2\t{second}\tSở Xây dựng\t2026\n"));
            both(check, &one, &two).len()
        };
        assert_eq!(told("Bảo tồn hồ Tây"), 1);
        assert_eq!(told("Xây cầu mới tại Thượng Cát"), 0);
    }

    #[test]
    fn another_order_says_nothing_else() {
        let found = |one: &str, other: &str| {
            let [left, right] = [one, other].map(|text| tasks(&format!("1\t{text}\tSở Xây dựng\t2026\n")));
            both(check, &left, &right).len()
        };
        let rivers = "Cải tạo các con sông: Kim Ngưu, Lừ, Sét";
        assert_eq!(found(rivers, "Cải tạo các con sông: Sét, Lừ, Kim Ngưu"), 0);
        assert_eq!(found(rivers, "Cải tạo các con sông: Sét, Kim Ngưu"), 1);
        let parks = "Đưa vào hoạt động khu công viên thông tin Hà Nội và khu công viên phần mềm Hà Nội";
        let exchanged = "Đưa vào hoạt động khu công viên phần mềm Hà Nội và khu công viên thông tin Hà Nội";
        assert_eq!(found(parks, exchanged), 0);
        assert_eq!(found(parks, &exchanged.replacen("phần mềm", "dữ liệu", 1)), 1);
    }

    #[test]
    fn a_row_beside_with_its_own_counterpart_goes_on_with_nothing() {
        let row = "2\tXử lý môi trường lưu vực sông Nhuệ và sông Đáy\tSở Xây dựng\t2027\n";
        let rivers = |list: &str| tasks(&format!("1\tCải tạo các con sông: {list}\tSở Xây dựng\t2026\n{row}"));
        let found = both(check, &rivers("Kim Ngưu, Lừ, Sét"), &rivers("Kim Ngưu, Lừ, Sét, Nhuệ"));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_part_that_lists_names_leaves_none_to_the_other_parts() {
        let whole =
            "Xây dựng nhà máy rác Sóc Sơn, công suất lớn; Xây dựng khu xử lý chất thải Xuân Sơn, Núi Thong và Châu Can";
        let whole = |names: &str| {
            let text = whole.replace("Núi Thong", names);
            tasks(&format!("1\t{text}\tSở Xây dựng\t2026\n"))
        };
        let parts = "Xây dựng khu xử lý chất thải Xuân Sơn, Núi Thong và Châu Can\tSở Xây dựng\t2026\n";
        let parts = tasks(&format!(
            "1\t{parts}2\tXây dựng nhà máy rác Sóc Sơn, công suất lớn\tSở Xây dựng\t2026\n"
        ));
        let found = |names: &str| both(check, &parts, &whole(names)).len();
        assert_eq!(found("Núi Thong"), 0);
        assert_eq!(found("Núi Thong, Đồng Ké"), 1);
    }

    #[test]
    fn what_several_rows_go_on_with_is_not_left_out() {
        let one = tasks("1\tCải tạo các con sông: Kim Ngưu, Lừ, Sét\tSở Xây dựng\t2026\n");
        let told = |rivers: &[&str]| {
            let rows = rivers.iter().enumerate();
            let rows = rows.map(|(at, river)| format!("{}\tCải tạo con sông {river}\tSở Xây dựng\t2026\n", at + 1));
            let findings = both(check, &tasks(&rows.collect::<String>()), &one).into_iter();
            let only_right = findings.map(|finding| match finding.details {
                Details::DefinitionDiffers { only_right, .. } => only_right.concat(),
                details => panic!("{details:?}"),
            });
            only_right.collect::<Vec<_>>()
        };
        assert_eq!(told(&["Kim Ngưu", "Lừ", "Sét"]), [""; 0]);
        assert_eq!(told(&["Kim Ngưu", "Lừ"]), ["Sét"]);
        assert_eq!(told(&["Kim Ngưu"]), ["Lừ, Sét"]);
    }

    #[test]
    fn a_part_that_names_what_the_list_has_not_is_a_doubt() {
        let whole = tasks("1\tXây dựng nhà máy xử lý nước thải Yên Xá, Kiến Hưng, Sơn Tây\tSở Xây dựng\t2026\n");
        let told = |name: &str| {
            let rows = ["Kiến Hưng", "Sơn Tây", name]
                .map(|name| format!("-\tXây dựng nhà máy xử lý nước thải {name}\tSở Xây dựng\t2026\n"));
            let parts = tasks(&format!("1\tXử lý nước thải\t\t\n{}", rows.concat()));
            let findings = both(check, &parts, &whole).into_iter();
            findings
                .map(|finding| (finding.severity, finding.details))
                .collect::<Vec<_>>()
        };
        assert_eq!(told("Yên Xá"), []);
        let details = Details::DefinitionDiffers {
            only_left: vec!["Yên Sở".to_owned()],
            only_right: vec!["Yên Xá".to_owned()],
        };
        assert_eq!(told("Yên Sở"), [(Severity::Doubt, details)]);
    }

    #[test]
    fn a_stroke_says_per_head() {
        assert!(is_per_head("bình quân đầu", "GRDP/người"));
        assert!(!is_per_head("bình quân đầu", "GRDP"));
        assert!(!is_per_head("bình quân", "GRDP/người"));
    }

    #[test]
    fn a_phrase_and_its_initials_are_one() {
        let left = |short: &str, long: &str| {
            let (mut short, mut long) = (vec![short.to_owned()], vec![long.to_owned()]);
            let name = words("hộ đồng bào dân tộc thiểu số").collect::<Vec<_>>();
            take_abbreviated((&mut short, &mut long), &name);
            short.len() + long.len()
        };
        assert_eq!(left("DTTS", "tộc thiểu"), 0);
        assert_eq!(left("100%", "tộc thiểu"), 2);
        assert_eq!(left("DTTS", "đồng bào"), 2);
        assert_eq!(left("KH&CN", "khoa học và công nghệ"), 0);
        assert_eq!(left("KH&CN", "khoa học"), 2);
    }
}
