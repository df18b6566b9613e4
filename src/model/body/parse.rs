//! A body cell as a list of mentions.

mod renamed;

use super::phrases::Phrases;
use super::scan::Found;
use super::words::Words;
use super::{Bodies, Body, BodyTable, Mention, generic, heads};
use crate::text::squeeze;

/// What a body is to do, printed behind or before its name (`Sở TC tổng hợp
/// chung`, `Cơ quan chủ trì: Sở TC`); names nobody.
static REMARKS: Phrases = Phrases::new(&[
    "báo cáo",
    "chung",
    "chủ trì",
    "cùng",
    "cơ quan chủ trì",
    "cơ quan phối hợp",
    "cơ quan thường trực",
    "là",
    "làm",
    "phối hợp",
    "tham mưu",
    "thẩm định",
    "tổng hợp",
    "với",
    "đơn vị chủ trì",
    "đơn vị phối hợp",
    "đầu mối",
]);

impl BodyTable {
    /// Reads a body cell: its bodies in the order printed, none for an empty
    /// cell.
    ///
    /// They stand between `,`, `;`, `/` and `và` (where it does not belong to
    /// a name) or directly behind one another. A generic name is one mention
    /// with the commas in it. `Đảng ủy:` holds for what follows to the next
    /// `;`, `Sở:` and the `Sở` of the name before for bare names (`Sở: Y tế,
    /// Nội vụ`; `Sở Y tế, Nội vụ`). A name that is not in the table is the body
    /// it names but for its marks (`Sở Nôi vụ`), and without one
    /// [`Body::Unknown`], as printed, to its last word. A body printed with
    /// another name of it (`Sở X (nay là Sở Y)`, `Sở Y (trước đây là Sở X)`) is
    /// one, that of the present name.
    ///
    /// ```
    /// # use doichieu::model::{Body, BodyTable};
    /// let bodies = BodyTable::default().parse("Đảng ủy: Sở TC, Sở KH &CN; các sở, ban, ngành");
    /// assert_eq!(bodies[1].body, Body::Named("Sở Khoa học và Công nghệ".to_owned()));
    /// assert!(bodies[1].party_committee);
    /// assert_eq!(bodies[2].body, Body::Generic("các sở, ban, ngành".to_owned()));
    /// ```
    #[must_use]
    pub fn parse(&self, cell: &str) -> Bodies {
        let mut list = List {
            table: self,
            words: Words::whole(cell),
            has_colon: cell.contains(':'),
            at: 0,
            committee: false,
            in_brackets: false,
            noun: "",
            mentions: Vec::new(),
        };
        while list.step() {}
        list.mentions.into()
    }
}

/// A cell while it is read.
struct List<'a> {
    table: &'a BodyTable,
    words: Words<'a>,
    /// Whether something may be said once for several; few cells have that.
    has_colon: bool,
    /// Where reading stands.
    at: usize,
    /// Whether `Đảng ủy:` holds.
    committee: bool,
    /// Whether a bracket is open that the name before did not open.
    in_brackets: bool,
    /// The head noun a bare name may lack.
    noun: &'a str,
    mentions: Vec<Mention>,
}

impl<'a> List<'a> {
    /// Reads one thing; `false` at the end.
    fn step(&mut self) -> bool {
        self.skip_separators();
        if self.words.token(self.at).is_none() {
            return false;
        }
        if self.has_colon
            && let Some(head) = heads::list_head(&mut self.words, self.at)
        {
            self.committee |= head.committee;
            self.noun = head.noun;
            self.at = head.list;
        } else if let Some(end) = self.remark(self.at) {
            self.at = end;
        } else {
            let from = self.at;
            self.take_name();
            self.take_renaming(from);
        }
        true
    }

    fn take_name(&mut self) {
        if let Some(found) = self.known() {
            self.take_known(found);
        } else {
            self.take_unknown();
        }
    }

    fn skip_separators(&mut self) {
        while let Some(token) = self.words.token(self.at) {
            if token.is_word && self.words.form(self.at) != "và" {
                break;
            }
            match token.text {
                ";" => self.committee = false,
                ")" => self.in_brackets = false,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// The name where reading stands, if nothing belongs to it that would make
    /// it another name.
    fn known(&mut self) -> Option<Found<'a>> {
        if let Some(found) = self
            .table
            .recognise(&mut self.words, self.at)
            .filter(|found| self.closes(found.end) && !self.is_beginning(found))
        {
            return Some(found);
        }
        let whole = Found {
            start: self.at,
            end: self.at,
            name: None,
            party_committee: false,
        };
        if !self.noun.is_empty()
            && let Some((end, name)) = self.table.longest(&mut self.words, self.at, self.noun)
            && self.closes(end)
        {
            return Some(Found {
                end,
                name: Some(name),
                ..whole
            });
        }
        let item_end = self.item_end();
        generic::whole_phrase(&mut self.words, self.at, item_end)
            .map(|end| Found { end, ..whole })
            .or_else(|| self.respelled(whole))
    }

    /// The name where reading stands, but for its marks, if it is all of it.
    fn respelled(&mut self, whole: Found<'a>) -> Option<Found<'a>> {
        let found = self.table.recognise_respelled(&mut self.words, self.at).or_else(|| {
            let noun = Some(self.noun).filter(|noun| !noun.is_empty())?;
            let (end, name) = self.table.longest_respelled(&mut self.words, self.at, noun)?;
            Some(Found {
                end,
                name: Some(name),
                ..whole
            })
        })?;
        (self.closes(found.end) && !self.is_beginning(&found)).then_some(found)
    }

    fn take_known(&mut self, found: Found<'a>) {
        let printed = squeeze(self.words.slice(found.start, found.end));
        let (body, party_committee) = match found.name {
            Some(name) => {
                self.noun = heads::shared_noun(name).unwrap_or_default();
                (Body::Named(name.to_owned()), found.party_committee || self.committee)
            }
            None => (Body::Generic(printed.clone()), false),
        };
        self.mentions.push(Mention {
            printed,
            body,
            party_committee,
        });
        self.at = found.end;
    }

    fn take_unknown(&mut self) {
        let name = heads::committee(&mut self.words, self.at).filter(|&name| heads::opens_name(&mut self.words, name));
        // The committees inside nobody in particular are nobody either.
        let nobody = name
            .and_then(|name| generic::phrase(&mut self.words, name))
            .filter(|&end| self.closes(end));
        let end = nobody.unwrap_or_else(|| self.item_end());
        let own_end = self.table.before_home(&mut self.words, self.at, end);
        let as_printed =
            |words: &mut Words<'a>, from, end| squeeze(words.slice(from, end).trim_end_matches([' ', '.', ',']));
        let printed = as_printed(&mut self.words, self.at, end);
        let (body, party_committee) = match name {
            _ if nobody.is_some() => (Body::Generic(printed.clone()), false),
            Some(name) => (Body::Unknown(as_printed(&mut self.words, name, own_end)), true),
            None => (
                Body::Unknown(as_printed(&mut self.words, self.at, own_end)),
                self.committee,
            ),
        };
        self.mentions.push(Mention {
            printed,
            body,
            party_committee,
        });
        self.noun = "";
        self.at = end;
    }

    /// Whether a known name is only the beginning of a longer one: small
    /// letters behind `và` go on with it (`BQL dự án giao thông và thủy lợi`).
    fn is_beginning(&mut self, found: &Found<'_>) -> bool {
        let next = found.end + 1;
        found.name.is_some_and(heads::may_be_compound)
            && self.words.form(found.end) == "và"
            && self.words.is_word(next)
            && !self.words.is_capitalised(next)
            && !generic::opens_noun(&mut self.words, next)
            && !self.opens(next)
    }

    /// Where the unknown name ends: before `;`, before another name of the body
    /// (`, nay là`), and before a `,`, `/` or `và`
    /// with the beginning of another name behind it. Small letters behind a
    /// comma go on with the name (`Ban Chỉ đạo phòng, chống tham nhũng`), and so
    /// does what names nobody by itself in the name of a division (`Cục Thông
    /// tin, Thống kê`).
    fn item_end(&mut self) -> usize {
        let known = self.table.recognise(&mut self.words, self.at);
        let mut at = known
            .filter(|found| found.name.is_some())
            .map_or(self.at, |found| found.end);
        let is_division = heads::opens_division(&mut self.words, self.at);
        while let Some(token) = self.words.token(at) {
            let next = at + 1;
            let ends = match token.text {
                ";" => true,
                ")" if self.in_brackets => true,
                _ if at > self.at && self.renaming(at).is_some() => true,
                "," if is_division && self.goes_on(next) => false,
                "," => !self.words.is_word(next) || self.words.is_capitalised(next) || self.opens(next),
                "/" => self.opens(next),
                _ => self.words.form(at) == "và" && self.opens(next),
            };
            if ends {
                break;
            }
            at = next;
        }
        at
    }

    /// Whether the words behind a comma name nobody by themselves: a capital,
    /// small letters behind it, and no head noun.
    fn goes_on(&mut self, at: usize) -> bool {
        self.words.is_capitalised(at)
            && self.words.is_word(at + 1)
            && !self.words.is_capitalised(at + 1)
            && !heads::opens_without_head(&mut self.words, at)
            && !generic::opens_noun(&mut self.words, at)
            && !self.opens(at)
            && self.remark(at).is_none()
    }

    /// Whether a name can end there. A dash or `&` goes on with it unless
    /// another name follows.
    fn closes(&mut self, at: usize) -> bool {
        let at = if self.words.token(at).is_some_and(|token| token.is_joiner()) {
            at + 1
        } else {
            at
        };
        !self.words.is_word(at)
            || self.words.form(at) == "và"
            || self.opens(at)
            || self.remark(at).is_some()
            || self.renaming(at).is_some()
    }

    fn opens(&mut self, at: usize) -> bool {
        heads::opens_name(&mut self.words, at) || self.table.recognise(&mut self.words, at).is_some()
    }

    /// Where the remark at a place ends: before the next name or separator.
    /// With a capital letter it needs a colon (`Chủ trì: Sở TC`).
    fn remark(&mut self, at: usize) -> Option<usize> {
        let mut end = self.words.longest(at, &REMARKS)?;
        if self.words.is_capitalised(at) && !self.words.is_mark(end, &[":"]) {
            return None;
        }
        while self.words.token(end).is_some() && !self.words.is_mark(end, &[",", ";", ":", ")"]) && !self.opens(end) {
            end += 1;
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests;
