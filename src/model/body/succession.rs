//! Which bodies took the place of others in 2025.

use serde::{Deserialize, Serialize};

/// The bodies and their successors, beside `names.txt`.
const SUCCESSORS: &str = include_str!("successors.txt");

/// A body that another one took the place of in the reorganisation of 2025.
/// They are two bodies: a program written before it may mean the former one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The full name of the body that is no more.
    pub former: String,
    /// The full name of the one in its place.
    pub successor: String,
    /// How it came about.
    pub how: SuccessionKind,
}

/// How one body took the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SuccessionKind {
    /// The former body was merged into it.
    Merged,
    /// The former body was reorganised as it.
    Became,
    /// Where the former body is no more, its duties went to it.
    Duties,
}

impl Succession {
    /// What two bodies have to do with each other, by their full names; `None`
    /// where neither took the place of the other.
    ///
    /// ```
    /// use doichieu::model::Succession;
    /// let one = Succession::between("Sở Tài chính", "Sở Kế hoạch và Đầu tư").unwrap();
    /// assert_eq!(one.successor, "Sở Tài chính");
    /// assert_eq!(Succession::between("Sở Tài chính", "Sở Y tế"), None);
    /// ```
    #[must_use]
    pub fn between(one: &str, other: &str) -> Option<Self> {
        entries().find_map(|(former, how, mut successors)| {
            let [former, successor] = [[one, other], [other, one]]
                .into_iter()
                .find(|[first, second]| *first == former && successors.any(|name| name == *second))?;
            Some(Self {
                former: former.to_owned(),
                successor: successor.to_owned(),
                how,
            })
        })
    }
}

/// The lines of the table: the former body, how, and its successors.
fn entries() -> impl Iterator<Item = (&'static str, SuccessionKind, impl Iterator<Item = &'static str>)> {
    let lines = SUCCESSORS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut parts = line.split(": ");
        let former = parts.next()?;
        let how = match parts.next()? {
            "merged" => SuccessionKind::Merged,
            "became" => SuccessionKind::Became,
            _ => SuccessionKind::Duties,
        };
        Some((former, how, parts.next()?.split("; ")))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Body, BodyTable};
    use super::*;

    #[test]
    fn the_table_speaks_of_bodies_by_their_full_names() {
        let table = BodyTable::default();
        for (former, _, successors) in entries() {
            for name in std::iter::once(former).chain(successors) {
                assert_eq!(table.parse(name)[0].body, Body::Named(name.to_owned()), "{name}");
            }
        }
        let lines = SUCCESSORS
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(lines.count(), entries().count());
    }

    #[test]
    fn a_successor_is_told_in_either_order() {
        let how = |one, other| Succession::between(one, other).map(|found| found.how);
        assert_eq!(
            how("Ban Dân tộc", "Sở Dân tộc và Tôn giáo"),
            Some(SuccessionKind::Became)
        );
        assert_eq!(how("Văn phòng UBND tỉnh", "Sở Ngoại vụ"), Some(SuccessionKind::Duties));
        assert_eq!(how("Sở Giao thông vận tải", "Sở Khoa học và Công nghệ"), None);
        assert_eq!(how("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"), None);
    }
}
