//! The table of bodies and their spellings.

use std::sync::{Arc, LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use super::generic;
use super::heads::is_bare_head;
use super::phrases::narrow;
use super::respelled::BareSpellings;
use super::seat::{Seat, Unsaid, in_province};
use super::spelling::{key, key_of_folded, long_form, pieces, tokens};
use super::words::Words;
use crate::text::{Filter, Opening, fold, fold_onto};

/// The bodies of Vietnamese cities and provinces, Hà Nội's own among them.
const NAMES: &str = include_str!("names.txt");

static DEFAULT: LazyLock<BodyTable> = LazyLock::new(|| BodyTable::from_lines(NAMES));

/// The table of bodies and their spellings. The default knows the bodies of
/// Vietnamese cities and provinces, Hà Nội's own among them, and the
/// ministries. Cheap to clone.
///
/// Generic names (`các sở, ban, ngành`) are no part of it: any table knows
/// them.
#[derive(Debug, Clone)]
pub struct BodyTable(Arc<Spellings>);

/// The spellings of a table.
#[derive(Debug, Clone, Default)]
struct Spellings {
    /// Sorted by key, no key twice.
    entries: Vec<Entry>,
    /// What the words stand for that spellings open with.
    openings: FxHashMap<Opening, Group>,
    /// Whether a word may be among them.
    filter: Filter,
    /// The entries by their bare letters, once a name is unknown.
    bare: OnceLock<BareSpellings>,
    /// The words of the name of the province or city whose bodies are meant: it
    /// says nothing behind a body (`Công an tỉnh Quảng Ninh`).
    home: Vec<String>,
}

/// The entries a first word may lead to.
#[derive(Debug, Clone)]
struct Group {
    /// What their keys begin with.
    piece: String,
    from: usize,
    to: usize,
}

/// A spelling by its key and the full name it stands for.
#[derive(Debug, Clone)]
struct Entry {
    key: String,
    name: Arc<str>,
    unsaid: Unsaid,
}

impl Default for BodyTable {
    fn default() -> Self {
        DEFAULT.clone()
    }
}

impl BodyTable {
    /// A table that knows no body, for [`with_alias`](Self::with_alias).
    #[must_use]
    pub fn empty() -> Self {
        Self(Arc::default())
    }

    /// Adds a spelling of the body with this full name, and the full name
    /// itself where it is new. A spelling that stood for another body stands
    /// for this one from now on; an `alias` without letters changes nothing.
    #[must_use]
    pub fn with_alias(mut self, alias: &str, name: &str) -> Self {
        let spellings = Arc::make_mut(&mut self.0);
        spellings.bare = OnceLock::new();
        let name: Arc<str> = name.trim().into();
        for (spelling, replaces) in [(&*name, false), (alias, true)] {
            let folded = fold(spelling);
            let entry = Entry::new(&folded, &name, Unsaid::Nothing);
            if !entry.key.contains(char::is_alphanumeric) {
                continue;
            }
            spellings.open(&folded);
            let entries = &mut spellings.entries;
            match entries.binary_search_by(|other| other.key.cmp(&entry.key)) {
                Ok(at) if replaces => entries[at] = entry,
                Ok(_) => {}
                Err(at) => entries.insert(at, entry),
            }
        }
        spellings.group();
        self
    }

    /// The table as a program of this seat means it: `MTTQ` is the front of its
    /// own city or province, and nobody in particular of a ministry.
    pub(crate) fn at(&self, seat: Seat) -> Self {
        if matches!(seat, Seat::Capital | Seat::Commune | Seat::Elsewhere) {
            return self.clone();
        }
        let entries = &self.0.entries;
        let in_province = |entry: &Entry| {
            let key = key(&in_province(&entry.name));
            let at = entries.binary_search_by(|other| other.key.cmp(&key)).ok()?;
            Some(Entry {
                name: Arc::clone(&entries[at].name),
                ..entry.clone()
            })
        };
        let meant = entries.iter().filter_map(|entry| match (entry.unsaid, seat) {
            (Unsaid::Nothing, _) | (Unsaid::City, Seat::City) => Some(entry.clone()),
            (Unsaid::City, Seat::Province) => in_province(entry),
            _ => None,
        });
        let mut spellings = Spellings {
            entries: meant.collect(),
            openings: self.0.openings.clone(),
            filter: self.0.filter.clone(),
            bare: OnceLock::new(),
            home: self.0.home.clone(),
        };
        spellings.group();
        Self(Arc::new(spellings))
    }

    /// The table as a program of a province or city of this name means it.
    pub(crate) fn at_home(mut self, name: Vec<String>) -> Self {
        if !name.is_empty() {
            Arc::make_mut(&mut self.0).home = name;
        }
        self
    }

    /// Where the own place ends that a body is said to be of, `at` without one.
    fn own_place(&self, words: &mut Words<'_>, at: usize) -> usize {
        let at = generic::own_place(words, at);
        if self.names_home(words, at) {
            at + self.0.home.len()
        } else {
            at
        }
    }

    /// Where an unknown name ends that reaches to `end`, but for the own place behind it: its
    /// name, and `tỉnh` or `thành phố` with or without it. One word is no name, nor is a head
    /// noun (`Bệnh viện tỉnh`).
    pub(super) fn before_home(&self, words: &mut Words<'_>, from: usize, end: usize) -> usize {
        if self.0.home.is_empty() {
            return end;
        }
        let before = end.checked_sub(self.0.home.len());
        let before = before.filter(|&at| at > from + 1 && self.names_home(words, at));
        let place = before.unwrap_or(end);
        let kind = (from + 2..place)
            .rev()
            .take(2)
            .find(|&at| generic::is_own_kind(words, at, place));
        let is_name = |at: &usize| !is_bare_head(words.slice(from, *at));
        kind.filter(is_name).unwrap_or(place)
    }

    /// Whether the words at a place are the name of the own one.
    fn names_home(&self, words: &mut Words<'_>, at: usize) -> bool {
        let mut home = (at..).zip(&self.0.home);
        !self.0.home.is_empty() && home.all(|(at, word)| words.is_word(at) && words.form(at) == word)
    }

    /// Whether a spelling may begin with the word at a place.
    pub(super) fn may_open(&self, words: &mut Words<'_>, at: usize) -> bool {
        self.0.filter.may_open(words.opening(at)) || words.token(at).is_some_and(|token| token.is_abbreviation())
    }

    /// The longest spelling that `head` and the words at a place make up:
    /// where it ends, and the full name.
    pub(super) fn longest(&self, words: &mut Words<'_>, at: usize, head: &str) -> Option<(usize, &str)> {
        let (mut candidates, mut depth) = (self.0.entries.as_slice(), 0);
        if head.is_empty() {
            if let Some(group) = self.0.openings.get(&words.opening(at)) {
                candidates = &candidates[group.from..group.to];
            } else if !words.token(at)?.is_abbreviation() {
                // An abbreviation may go on behind a blank (`CA TP`).
                return None;
            }
        } else {
            let head = key(head);
            candidates = narrow(candidates, 0, &head, |entry| &entry.key);
            depth = head.len();
        }
        let mut best = None;
        let mut next = at;
        while let (Some(token), Some(_)) = (words.token(next), candidates.first()) {
            next += 1;
            if token.is_joiner() {
                continue;
            }
            let before = depth;
            for piece in pieces(if token.is_word {
                words.form(next - 1)
            } else {
                token.text
            }) {
                candidates = narrow(candidates, depth, piece, |entry| &entry.key);
                depth += piece.len();
            }
            if let Some(entry) = candidates
                .first()
                .filter(|entry| entry.key.len() == depth && depth > before)
                && token.is_word
            {
                best = Some((next, &*entry.name));
            }
        }
        best.map(|(end, name)| (self.own_place(words, end), name))
    }

    /// The longest name that `head` and the words at a place make up but for
    /// its marks: where it ends, and the full name. Asked only of names that
    /// are not in the table.
    pub(super) fn longest_respelled(&self, words: &mut Words<'_>, at: usize, head: &str) -> Option<(usize, &str)> {
        let entries = || self.0.entries.iter().map(|entry| (entry.key.as_str(), &entry.name));
        let bare = self.0.bare.get_or_init(|| BareSpellings::of(entries()));
        let (end, name) = bare.longest(words, at, head)?;
        Some((self.own_place(words, end), name))
    }

    fn from_lines(lines: &str) -> Self {
        let mut spellings = Spellings::default();
        let mut folded = String::new();
        for line in lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let name: Arc<str> = line.split_once(':').map_or(line, |(name, _)| name).into();
            folded.clear();
            fold_onto(&mut folded, line);
            let (first, others) = folded.split_once(':').unwrap_or((&folded, ""));
            for spelling in std::iter::once(first).chain(others.split_terminator(';')) {
                spellings.open(spelling);
                spellings
                    .entries
                    .push(Entry::new(spelling, &name, Unsaid::of(first, spelling)));
            }
        }
        spellings
            .entries
            .sort_unstable_by(|left, right| left.key.cmp(&right.key));
        spellings.group();
        Self(Arc::new(spellings))
    }
}

impl Spellings {
    /// Adds the first word of a folded spelling to those that open one.
    fn open(&mut self, folded: &str) {
        let Some(first) = tokens(folded).next().filter(|token| token.is_word) else {
            return;
        };
        let form = long_form(first.text).unwrap_or(first.text);
        let opening = Opening::of(form);
        self.filter.add(opening);
        self.openings.entry(opening).or_insert_with(|| Group {
            piece: pieces(form).next().unwrap_or_default().to_owned(),
            from: 0,
            to: 0,
        });
    }

    /// Finds the entries of each first word.
    fn group(&mut self) {
        let entries = &self.entries;
        self.openings.values_mut().for_each(|group| {
            group.from = entries.partition_point(|entry| entry.key < group.piece);
            let opened = narrow(&entries[group.from..], 0, &group.piece, |entry| &entry.key);
            group.to = group.from + opened.len();
        });
    }
}

impl Entry {
    fn new(folded: &str, name: &Arc<str>, unsaid: Unsaid) -> Self {
        Self {
            key: key_of_folded(folded),
            name: Arc::clone(name),
            unsaid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_stands_for_one_body() {
        let mut seen = std::collections::BTreeMap::new();
        for line in NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, spellings) = line.split_once(':').unwrap_or((line, ""));
            for spelling in std::iter::once(name).chain(spellings.split(';').filter(|text| !text.trim().is_empty())) {
                if let Some(other) = seen.insert(key(spelling), name) {
                    panic!("{spelling:?} of {name:?} is already a spelling of {other:?}");
                }
            }
        }
    }

    fn name<'t>(table: &'t BodyTable, spelling: &str) -> Option<&'t str> {
        let mut words = Words::new(spelling);
        let (end, name) = table.longest(&mut words, 0, "")?;
        (words.end(end) == spelling.len()).then_some(name)
    }

    #[track_caller]
    fn named(cases: &[(&str, &str)]) {
        let table = BodyTable::default();
        for (spelling, expected) in cases {
            assert_eq!(name(&table, spelling), Some(*expected), "{spelling}");
        }
    }

    #[test]
    fn departments_have_many_spellings() {
        named(&[
            ("Sở TC", "Sở Tài chính"),
            ("Sở XD", "Sở Xây dựng"),
            ("Sở CT", "Sở Công Thương"),
            ("Sở Công thương", "Sở Công Thương"),
            ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
            ("Sở KHCN", "Sở Khoa học và Công nghệ"),
            ("Sở Khoa học và CN", "Sở Khoa học và Công nghệ"),
            ("Sở NN &MT", "Sở Nông nghiệp và Môi trường"),
            ("Sở NN và MT", "Sở Nông nghiệp và Môi trường"),
            ("Sở Nông nghiệp và MT", "Sở Nông nghiệp và Môi trường"),
            ("Sở QH KT", "Sở Quy hoạch - Kiến trúc"),
            ("Sở QH-KT", "Sở Quy hoạch - Kiến trúc"),
            ("Sở Quy hoạch kiến trúc", "Sở Quy hoạch - Kiến trúc"),
            ("Sở VH TT", "Sở Văn hóa và Thể thao"),
            ("Sở VHTT", "Sở Văn hóa và Thể thao"),
            ("Sở Văn hóa và TT", "Sở Văn hóa và Thể thao"),
            ("Sở GD &ĐT", "Sở Giáo dục và Đào tạo"),
            ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
            ("Sở Giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
        ]);
    }

    #[test]
    fn other_bodies_have_many_spellings() {
        named(&[
            (
                "BQL khu CNC&KCN",
                "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
            ),
            (
                "BQL KCNC\n\n&KCN",
                "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
            ),
            (
                "BQL các KCNC và KCN",
                "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
            ),
            (
                "BQL dự án DTXD công trình GT",
                "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
            ),
            (
                "BQL dự án ĐTXD CTHT KT&NN",
                "Ban Quản lý dự án đầu tư xây dựng công trình hạ tầng kỹ thuật và nông nghiệp",
            ),
            (
                "BQL dự án hạ tầng KT&NN",
                "Ban Quản lý dự án đầu tư xây dựng công trình hạ tầng kỹ thuật và nông nghiệp",
            ),
            (
                "BQL dự án dân dụng TP",
                "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng",
            ),
            ("Trung tâm PVHCC", "Trung tâm Phục vụ hành chính công"),
            (
                "Viện NC PT KTXH HN",
                "Viện Nghiên cứu phát triển kinh tế - xã hội Hà Nội",
            ),
            ("Viện KTXH HN", "Viện Nghiên cứu phát triển kinh tế - xã hội Hà Nội"),
            (
                "Viện Nghiên cứu KTXH",
                "Viện Nghiên cứu phát triển kinh tế - xã hội Hà Nội",
            ),
            ("Thống kê TP HN", "Thống kê Thành phố"),
            ("Cục Thống kê HN", "Thống kê Thành phố"),
            ("BHXH KV I", "Bảo hiểm xã hội khu vực I"),
            ("BHXH TP HN", "Bảo hiểm xã hội khu vực I"),
            ("NHNN KVI", "Ngân hàng Nhà nước Khu vực 1"),
            ("NHNN chi nhánh KVI", "Ngân hàng Nhà nước Khu vực 1"),
            ("Công an TP Hà Nội", "Công an Thành phố"),
            ("CATP", "Công an Thành phố"),
            ("Bộ CHQS thành phố", "Bộ Chỉ huy Quân sự Thành phố"),
            ("Quân sự thành phố", "Bộ Chỉ huy Quân sự Thành phố"),
            ("UBNDTP", "UBND Thành phố"),
            ("UBND thành phố HN", "UBND Thành phố"),
            ("UB MTTQ TP", "MTTQ Việt Nam Thành phố"),
            ("UBMTTQ và các tổ chức CT-XH TP", "MTTQ Việt Nam Thành phố"),
            ("Ban Tổ chức TU", "Ban Tổ chức Thành ủy"),
            ("Ban TCTU", "Ban Tổ chức Thành ủy"),
            ("VPTU", "Văn phòng Thành ủy"),
            ("UBKT Thành uỷ", "Ủy ban Kiểm tra Thành ủy"),
            ("Đảng ủy các cơ quan đảng TP", "Đảng ủy các cơ quan Đảng Thành phố"),
        ]);
    }

    #[test]
    fn near_misses_are_unknown() {
        let table = BodyTable::default();
        for text in [
            "Sở VHHT",
            "Sở",
            "UBND",
            "BQL",
            "BQL dự án",
            "Hoàng thành",
            "Sở Tài chínhs",
            "Thống kê",
            "",
        ] {
            assert_eq!(name(&table, text), None, "{text}");
        }
    }

    #[test]
    fn a_spelling_without_a_place_is_of_the_seat() {
        let at = |seat, spelling: &str| name(&BodyTable::default().at(seat), spelling).map(str::to_owned);
        for (seat, spelling, expected) in [
            (Seat::Capital, "MTTQ", Some("MTTQ Việt Nam Thành phố")),
            (Seat::City, "MTTQ", Some("MTTQ Việt Nam Thành phố")),
            (Seat::Province, "MTTQ", Some("MTTQ Việt Nam tỉnh")),
            (Seat::Province, "Ban Tổ chức TU", Some("Ban Tổ chức Tỉnh ủy")),
            (Seat::Central, "MTTQ", None),
            (Seat::Central, "Cục Thống kê", None),
            (Seat::Province, "Cục Thống kê", Some("Thống kê tỉnh")),
            (Seat::City, "Viện KTXH", None),
            // What says its place is meant as it says.
            (Seat::Province, "MTTQ TP", Some("MTTQ Việt Nam Thành phố")),
            (Seat::Central, "Sở TC", Some("Sở Tài chính")),
        ] {
            assert_eq!(at(seat, spelling).as_deref(), expected, "{spelling}");
        }
        let own = BodyTable::default()
            .with_alias("HLP", "Hội Lúa Thành phố")
            .at(Seat::Central);
        assert_eq!(name(&own, "HLP"), Some("Hội Lúa Thành phố"));
    }

    #[test]
    fn users_extend_the_table() {
        let table = BodyTable::empty()
            .with_alias("Sở Gạo", "Sở Lúa")
            .with_alias("", "Sở Ngô");
        assert_eq!(name(&table, "sở gạo"), Some("Sở Lúa"));
        assert_eq!(name(&table, "SỞ LÚA"), Some("Sở Lúa"));
        assert_eq!(name(&table, "Sở Y tế"), None);
        let table = BodyTable::default()
            .with_alias("Sở VHHT", "Sở Văn hóa và Thể thao")
            .with_alias("Sở CT", "Sở Lúa");
        assert_eq!(name(&table, "Sở VH&HT"), Some("Sở Văn hóa và Thể thao"));
        assert_eq!(name(&table, "Sở CT"), Some("Sở Lúa"));
        assert_eq!(name(&BodyTable::default(), "Sở CT"), Some("Sở Công Thương"));
    }

    #[test]
    fn the_name_of_the_own_place_says_nothing_behind_a_body() {
        let home = ["quảng", "ninh"].map(str::to_owned).to_vec();
        let table = BodyTable::default().at(Seat::Province).at_home(home);
        let alike = |one: &str, other: &str| table.parse(one)[0].body == table.parse(other)[0].body;
        for (one, other) in [
            ("Công an tỉnh", "Công an tỉnh Quảng Ninh"),
            ("Sở Y tế", "Sở Y tế tỉnh Quảng Ninh"),
            ("Sở Y tế", "Sở Y tế QUẢNG NINH"),
            ("Đảng ủy UBND tỉnh", "Đảng ủy UBND tỉnh Quảng Ninh"),
            ("Ban Quản lý vịnh Hạ Long", "Ban Quản lý vịnh Hạ Long Quảng Ninh"),
            (
                "Kho bạc Nhà nước khu vực III",
                "Kho bạc Nhà nước khu vực III tỉnh Quảng Ninh",
            ),
            ("Trường Đại học Hạ Long", "Trường Đại học Hạ Long tỉnh Quảng Ninh"),
            ("Hội Lúa tỉnh", "Hội Lúa tỉnh Quảng Ninh"),
            ("Hội Lúa", "Hội Lúa tỉnh Quảng Ninh"),
            ("Bệnh viện tỉnh", "Bệnh viện tỉnh Quảng Ninh"),
        ] {
            assert!(alike(one, other), "{other}");
        }
        assert!(!alike("Sở Y tế", "Sở Y tế tỉnh Hải Dương"));
        assert!(!alike("Công an tỉnh", "Công an tỉnh Quảng Trị"));
        assert!(!alike("Hội Lúa", "Hội Lúa tỉnh Quảng Trị"));
        assert_eq!(table.parse("Bệnh viện tỉnh")[0].body.name(), "Bệnh viện tỉnh");
        assert_eq!(table.parse("Sở Y tế Quảng Ninh, Sở Nội vụ").len(), 2);
    }
}
