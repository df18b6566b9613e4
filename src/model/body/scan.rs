//! Which name stands at the start of a text, and where it ends.

use super::words::Words;
use super::{BodyTable, generic, heads};

/// A body or generic name found at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scan {
    /// Bytes from the start of the text to the end of the name.
    pub len: usize,
    /// What was found.
    pub kind: ScanKind,
}

/// What [`BodyTable::scan`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScanKind {
    /// A body of the table.
    Named,
    /// A generic name that names nobody.
    Generic,
}

/// A name recognised at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// Where the printed name begins, behind `các` in `các Sở Y tế`.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The full name, `None` for a generic name.
    pub name: Option<&'t str>,
    /// Whether the Party committee inside the body is named.
    pub party_committee: bool,
}

impl BodyTable {
    /// The longest body of the table or generic name that begins at the very
    /// start of `text` and ends at a word's end; other cells may follow, and
    /// white space in it may be of any kind. `Đảng ủy` before a body belongs
    /// to it. Where there is none, a body whose name differs in its marks alone
    /// (`Sở Nôi vụ`).
    ///
    /// ```
    /// # use doichieu::model::{BodyTable, ScanKind};
    /// let table = BodyTable::default();
    /// let scan = table.scan("các sở, ban, ngành Quyết định UBND TP").unwrap();
    /// assert_eq!(scan.kind, ScanKind::Generic);
    /// assert_eq!(scan.len, "các sở, ban, ngành".len());
    /// ```
    #[must_use]
    pub fn scan(&self, text: &str) -> Option<Scan> {
        let words = Words::new(text);
        let mut scanner = Scanner {
            table: self,
            words,
            at: 0,
        };
        scanner.scan(0)
    }

    /// The longest name at a place, a body rather than a generic name of the
    /// same length.
    pub(super) fn recognise(&self, words: &mut Words<'_>, at: usize) -> Option<Found<'_>> {
        let opening = words.opening(at);
        // Most words of a text begin no name.
        if !(generic::OPENINGS.may_open(opening) || heads::OPENINGS.may_open(opening) || self.may_open(words, at)) {
            return None;
        }
        let nobody = generic::phrase(words, at).map(|end| Found::new(at, end, None));
        let direct = self
            .longest(words, at, "")
            .map(|(end, name)| Found::new(at, end, Some(name)));
        let listed = generic::determiner(words, at).and_then(|start| {
            let (end, name) = self.longest(words, start, "")?;
            Some(Found::new(start, end, Some(name)))
        });
        let committee = heads::committee(words, at);
        let inside = committee.and_then(|start| {
            let (end, name) = self.longest(words, start, "")?;
            Some(Found::new(at, end, Some(name)))
        });
        let longest = [nobody, direct, listed, inside]
            .into_iter()
            .flatten()
            .max_by_key(|found| found.end)?;
        let is_inside = |name| committee.is_some() && !heads::opens_committee(name);
        Some(Found {
            party_committee: longest.name.is_some_and(is_inside),
            ..longest
        })
    }

    /// The name at a place where [`recognise`](Self::recognise) finds none, but
    /// for its marks (`Sở Nôi vụ`).
    pub(super) fn recognise_respelled(&self, words: &mut Words<'_>, at: usize) -> Option<Found<'_>> {
        let committee = heads::committee(words, at);
        let (end, name) = self.longest_respelled(words, committee.unwrap_or(at), "")?;
        Some(Found {
            party_committee: committee.is_some() && !heads::opens_committee(name),
            ..Found::new(at, end, Some(name))
        })
    }
}

/// Scans at many places of one text, from left to right: its words are read
/// and folded once.
#[derive(Debug)]
pub struct Scanner<'a> {
    table: &'a BodyTable,
    words: Words<'a>,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of a text.
    #[must_use]
    pub fn new(table: &'a BodyTable, text: &'a str) -> Self {
        Self {
            table,
            words: Words::whole(text),
            at: 0,
        }
    }

    /// [`BodyTable::scan`] of the text from a byte offset on, which is not
    /// before the last one asked for.
    pub fn scan(&mut self, offset: usize) -> Option<Scan> {
        let at = self.word(offset)?;
        let found = match self.table.recognise(&mut self.words, at) {
            Some(found) => found,
            None if self.words.is_capitalised(at) && heads::opens_name(&mut self.words, at) => {
                self.table.recognise_respelled(&mut self.words, at)?
            }
            None => return None,
        };
        let kind = if found.name.is_some() {
            ScanKind::Named
        } else {
            ScanKind::Generic
        };
        Some(Scan {
            len: self.words.end(found.end) - offset,
            kind,
        })
    }

    /// [`opens_body`](super::opens_body) of the text from a byte offset on,
    /// which is not before the last one asked for.
    pub fn opens_body(&mut self, offset: usize) -> bool {
        self.word(offset)
            .is_some_and(|at| heads::opens_name(&mut self.words, at))
    }

    /// The word that begins at an offset.
    fn word(&mut self, offset: usize) -> Option<usize> {
        while self.words.token(self.at)?.start < offset {
            self.at += 1;
        }
        let token = self.words.token(self.at)?;
        (token.is_word && token.start == offset).then_some(self.at)
    }
}

impl<'t> Found<'t> {
    pub fn new(start: usize, end: usize, name: Option<&'t str>) -> Self {
        Self {
            start,
            end,
            name,
            party_committee: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scan_ends_with_the_longest_name() {
        let table = BodyTable::default();
        for (text, end, kind) in [
            (
                "Sở Tài chính Các sở, ban, ngành, UBND xã",
                "Sở Tài chính",
                ScanKind::Named,
            ),
            (
                "Sở Khoa học và Công \n\nnghệ \n\nCác sở",
                "Sở Khoa học và Công \n\nnghệ",
                ScanKind::Named,
            ),
            (
                "Sở Văn hóa và Thể thao UBND xã, phường",
                "Sở Văn hóa và Thể thao",
                ScanKind::Named,
            ),
            ("Đảng ủy Sở Y tế và ai", "Đảng ủy Sở Y tế", ScanKind::Named),
            ("UBND TP Quý IV/2027", "UBND TP", ScanKind::Named),
            (
                "các sở, ban, ngành Quyết định UBND TP",
                "các sở, ban, ngành",
                ScanKind::Generic,
            ),
            (
                "UBND các xã liên quan Các dự án",
                "UBND các xã liên quan",
                ScanKind::Generic,
            ),
            ("các cơ quan, Sở Y tế", "các cơ quan", ScanKind::Generic),
            ("uỷ ban nhân dân tp", "uỷ ban nhân dân tp", ScanKind::Named),
            ("bql các kcnc&kcn", "bql các kcnc&kcn", ScanKind::Named),
            ("CA TP HÀ NỘI", "CA TP HÀ NỘI", ScanKind::Named),
            ("Sở Nôi vụ các sở, ban, ngành", "Sở Nôi vụ", ScanKind::Named),
            (
                "Sở Khoa học, Công nghệ Năm 2027",
                "Sở Khoa học, Công nghệ",
                ScanKind::Named,
            ),
            (
                "ĐU Sở Qui hoạch Kiến trúc UBND",
                "ĐU Sở Qui hoạch Kiến trúc",
                ScanKind::Named,
            ),
        ] {
            assert_eq!(table.scan(text), Some(Scan { len: end.len(), kind }), "{text}");
        }
        for text in [
            "",
            " Sở Y tế",
            "Quyết định UBND TP",
            "Sở Lúa",
            "(Sở Y tế)",
            "Xây dựng",
            "&Sở Y tế",
        ] {
            assert_eq!(table.scan(text), None, "{text}");
        }
    }
}
