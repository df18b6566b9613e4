//! Whether the rows of a pair put the same body in charge.

use serde::{Deserialize, Serialize};

use crate::model::{Bodies, Body, IssuerKind, Mention, Program, Seat, Task};
use crate::text::{fold, words};

/// How the bodies in charge of two matched tasks compare: complete, there is
/// nothing between.
///
/// A Party program names its umbrella committee as lead of nearly everything
/// and the competent body second, so all bodies of its row count as in charge;
/// so they do in any row led by nobody but the other program's issuer or the
/// committee inside it. A state body that names the issuer itself means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadRelation {
    /// A body in charge on one side is in charge on the other.
    Agree,
    /// Both sides name particular bodies, and share none.
    Conflict,
    /// One side names nobody in particular.
    NotComparable,
}

/// Compares the bodies in charge of two matched tasks of `left` and `right`.
pub(crate) fn compare_leads(left: (&Task, &Program), right: (&Task, &Program)) -> LeadRelation {
    if share_a_lead(left.0, right.0) {
        return LeadRelation::Agree;
    }
    let (l, r) = (named(left.0, left.1, right.1), named(right.0, right.1, left.1));
    let stands_for_issuer = |names: &[&str], program: &Program, others: &[&str]| {
        others.iter().any(|name| is_issuer(name, program)) && names.iter().any(|name| is_inner(name, program))
    };
    if l.iter().any(|name| r.iter().any(|other| is_same(name, other)))
        || stands_for_issuer(&l, left.1, &r)
        || stands_for_issuer(&r, right.1, &l)
    {
        LeadRelation::Agree
    } else if in_charge(left, right.1).is_empty() || in_charge(right, left.1).is_empty() {
        LeadRelation::NotComparable
    } else {
        LeadRelation::Conflict
    }
}

/// Whether a particular body leads both tasks, as it does in most pairs.
fn share_a_lead(left: &Task, right: &Task) -> bool {
    let leads_right = |body: &Body| right.lead_bodies.iter().any(|mention| mention.body == *body);
    let mut leads = left.lead_bodies.iter().map(|mention| &mention.body);
    leads.any(|body| body.is_particular() && leads_right(body))
}

/// The particular bodies a row of a program puts in charge, by name: all it
/// names, less the issuer of the other program where that is only the
/// umbrella over the competent ones, and less the issuer's own divisions, to
/// which nobody else can give a task.
pub(crate) fn in_charge<'a>((task, program): (&'a Task, &'a Program), other: &Program) -> Vec<&'a str> {
    let mut names = named(task, program, other);
    names.retain(|name| !is_issuer(name, other) && !is_own_division(name, program, other));
    names
}

/// Whether both names are of one body, whatever their letters' case and their
/// abbreviations.
pub(crate) fn is_same(left: &str, right: &str) -> bool {
    // Most other names go here, before anything is folded.
    let ends = |name: &str| {
        let lower = |c: Option<char>| c.map(|c| c.to_lowercase().next());
        (lower(name.chars().next()), lower(name.chars().next_back()))
    };
    let key = |name: &str| Body::Unknown(name.to_owned()).key();
    let (l, r) = (ends(left), ends(right));
    left == right
        || (l == r && key(left) == key(right))
        || (l.0 == r.0 && (is_in_short(left, right) || is_in_short(right, left)))
}

/// Whether a name is another one with some of its words as their first
/// letters: `Vụ KHTC`, `Vụ Kế hoạch - Tài chính`.
fn is_in_short(short: &str, long: &str) -> bool {
    let are_capitals = |(one, next): (char, char)| one.is_uppercase() && next.is_uppercase();
    if short.len() >= long.len() || !short.chars().zip(short.chars().skip(1)).any(are_capitals) {
        return false;
    }
    let of = |name: &str| -> Vec<String> {
        let words = words(name).filter(|word| fold(word.text) != "và");
        words.map(|word| word.text.to_owned()).collect()
    };
    let long = of(long);
    let mut rest = long.as_slice();
    let takes = |word: &String| {
        let is_acronym = word.chars().all(char::is_uppercase) && rest.first() != Some(word);
        let count = if is_acronym { word.chars().count() } else { 1 };
        let Some((here, behind)) = rest.split_at_checked(count) else {
            return false;
        };
        rest = behind;
        let initials: String = here.iter().filter_map(|word| word.chars().next()).collect();
        fold(word) == fold(&here.concat()) || (is_acronym && fold(word) == fold(&initials))
    };
    of(short).iter().all(takes) && rest.is_empty()
}

/// Whether a body is a division of the program's issuer, which nobody else can
/// give a task to: of programs of one body, both can.
pub(crate) fn is_own_division(name: &str, program: &Program, other: &Program) -> bool {
    is_inner(name, program) && (program.issuer.body.is_none() || program.issuer.body != other.issuer.body)
}

/// Whether a body is a division of the program's issuer: of a ministry (`Vụ
/// Pháp chế`), of a commune (`Phòng Kinh tế`).
fn is_inner(name: &str, program: &Program) -> bool {
    let opens = |heads: &[&str]| heads.iter().any(|head| name.starts_with(head));
    if opens(&ALWAYS_INNER) {
        return true;
    }
    let names_commune = ["phường", "xã"].iter().any(|kind| name.ends_with(kind));
    let of_communes = names_commune || opens(&INNER_OF_COMMUNES);
    let of_ministries = opens(&INNER_OF_MINISTRIES);
    if !(of_ministries || of_communes) {
        return false;
    }
    let issuer = &program.issuer.name;
    (of_ministries && fold(issuer).starts_with("bộ ")) || (of_communes && Seat::of(issuer) == Seat::Commune)
}

/// Head nouns of divisions.
const ALWAYS_INNER: [&str; 2] = ["Phòng ", "Vụ "];

/// Head nouns of the divisions of a ministry.
const INNER_OF_MINISTRIES: [&str; 7] = [
    "Cục ",
    "Tổng cục ",
    "Viện ",
    "Học viện ",
    "Trung tâm ",
    "Văn phòng Bộ",
    "Thanh tra Bộ",
];

/// Head nouns of the divisions of a commune.
const INNER_OF_COMMUNES: [&str; 7] = [
    "Văn phòng ",
    "Trung tâm ",
    "Công an ",
    "Ban Chỉ huy quân sự",
    "Ban CHQS",
    "Trạm Y tế",
    "Ban Quản lý dự án",
];

/// The particular bodies a row names where it says who is in charge, by name.
pub(crate) fn named<'a>(task: &'a Task, program: &Program, other: &Program) -> Vec<&'a str> {
    let mut names = particular(&task.lead_bodies);
    let means_it = |mention: &Mention| program.issuer.kind == IssuerKind::State && !mention.party_committee;
    let mut leads = task.lead_bodies.iter().filter(|mention| mention.body.is_particular());
    let umbrella_only = !names.is_empty() && leads.all(|lead| is_issuer(lead.body.name(), other) && !means_it(lead));
    if program.issuer.kind == IssuerKind::Party || umbrella_only {
        for name in particular(&task.coordinating_bodies) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The particular bodies of a cell by name, each once, in printed order.
pub(crate) fn particular(bodies: &Bodies) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for mention in bodies.iter().filter(|mention| mention.body.is_particular()) {
        if !names.contains(&mention.body.name()) {
            names.push(mention.body.name());
        }
    }
    names
}

fn is_issuer(name: &str, program: &Program) -> bool {
    program.issuer.body.as_deref() == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    /// How the leads of the first tasks of two programs compare.
    fn leads(left: [&str; 2], right: [&str; 2]) -> LeadRelation {
        let program = |[issuer, lead]: [&str; 2]| {
            let text =
                format!("{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tXây cầu\t{lead}\t2026\n");
            read(&text).unwrap()
        };
        let (left, right) = (program(left), program(right));
        compare_leads((&left.tasks[0], &left), (&right.tasks[0], &right))
    }

    const CITY: &str = "UBND THÀNH PHỐ CẦN THƠ";
    const COMMUNE: &str = "UBND PHƯỜNG NINH KIỀU";
    const MINISTRY: &str = "BỘ Y TẾ";

    #[test]
    fn an_unknown_body_is_one_however_its_letters_are() {
        let relation = leads([CITY, "Ban Quản lý vịnh Hạ Long"], [CITY, "BQL Vịnh Hạ Long"]);
        assert_eq!(relation, LeadRelation::Agree);
        let relation = leads([CITY, "Ban Quản lý vịnh Hạ Long"], [CITY, "Ban Quản lý vịnh Nha Trang"]);
        assert_eq!(relation, LeadRelation::Conflict);
    }

    #[test]
    fn a_name_in_short_is_the_same_name() {
        for (left, right) in [
            ("Vụ KHTC", "Vụ Kế hoạch - Tài chính"),
            ("Cục Quản lý nhà và thị trường bất động sản", "Cục Quản lý nhà & TTBĐS"),
            ("Vụ KHCN, MT", "Vụ Khoa học công nghệ, môi trường"),
        ] {
            assert!(is_same(left, right), "{left}");
        }
        for (left, right) in [
            ("Vụ KHTC", "Vụ Kế hoạch"),
            ("Vụ PC", "Vụ Pháp chế và Thanh tra"),
            ("Vụ KHTC", "Vụ Khoa học và Công nghệ"),
            ("Cục Đường bộ", "Cục Đường sắt"),
        ] {
            assert!(!is_same(left, right), "{left}");
        }
    }

    #[test]
    fn programs_of_one_ministry_have_the_same_divisions() {
        let committee = "ĐẢNG ỦY BỘ Y TẾ";
        let relation = leads([committee, "Vụ Pháp chế"], [MINISTRY, "Cục Quản lý Dược"]);
        assert_eq!(relation, LeadRelation::Conflict);
        let relation = leads([committee, "Vụ PC"], [MINISTRY, "Vụ Pháp chế"]);
        assert_eq!(relation, LeadRelation::Agree);
    }

    #[test]
    fn a_state_body_that_names_the_other_issuer_means_it() {
        let of = |issuer, lead, coordinating| {
            let text = format!(
                "{issuer}\nKẾ HOẠCH\n\nPHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\n1\tXây cầu\t{lead}\t{coordinating}\t2026\n"
            );
            read(&text).unwrap()
        };
        let ministry = of(MINISTRY, "Bộ Nội vụ", "");
        let relation = |issuer| {
            let other = of(issuer, "Bộ Y tế", "Bộ Tài chính");
            compare_leads((&other.tasks[0], &other), (&ministry.tasks[0], &ministry))
        };
        assert_eq!(relation("CHÍNH PHỦ"), LeadRelation::NotComparable);
        assert_eq!(relation("ĐẢNG ỦY CHÍNH PHỦ"), LeadRelation::Conflict);
    }

    #[test]
    fn divisions_of_the_issuer_are_given_its_own_share() {
        for division in [
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "Trạm Y tế",
            "Trung tâm Phục vụ hành chính công phường",
        ] {
            let relation = leads([CITY, "Sở Xây dựng"], [COMMUNE, division]);
            assert_eq!(relation, LeadRelation::NotComparable, "{division}");
        }
        assert_eq!(
            leads(["CHÍNH PHỦ", "Bộ Y tế"], [MINISTRY, "Cục Quản lý Dược"]),
            LeadRelation::Agree
        );
        let relation = leads(["CHÍNH PHỦ", "Bộ Tài chính"], [MINISTRY, "Cục Quản lý Dược"]);
        assert_eq!(relation, LeadRelation::NotComparable);
        assert_eq!(
            leads([CITY, "Sở Xây dựng"], [CITY, "Cục Đường thủy"]),
            LeadRelation::Conflict
        );
    }
}
