//! A body printed with the name it had before, or has now.

use super::super::Mention;
use super::super::phrases::Phrases;
use super::List;
use crate::text::squeeze;

/// What stands before the name a body has now: `Sở X (nay là Sở Y)`.
static NOW: Phrases = Phrases::new(&[
    "hiện là",
    "hiện nay là",
    "hợp nhất thành",
    "hợp nhất vào",
    "nay hợp nhất thành",
    "nay hợp nhất vào",
    "nay là",
    "nay sáp nhập vào",
    "nay đổi tên thành",
    "sáp nhập vào",
    "được đổi tên thành",
    "đổi tên thành",
]);

/// What stands before the name a body had: `Sở Y (trước đây là Sở X)`.
static BEFORE: Phrases = Phrases::new(&[
    "nguyên là",
    "trước là",
    "trước đây",
    "trước đây là",
    "tên cũ",
    "tên cũ là",
]);

/// The words that lead over to another name of the body before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Renaming {
    /// Where the other name begins.
    name: usize,
    /// Whether it is the present one.
    is_present: bool,
    in_brackets: bool,
}

impl List<'_> {
    /// The renaming at a place behind a body, which a bracket or comma may open.
    pub(super) fn renaming(&mut self, at: usize) -> Option<Renaming> {
        let in_brackets = self.words.is_mark(at, &["("]);
        let from = at + usize::from(in_brackets || self.words.is_mark(at, &[","]));
        let now = self.words.longest(from, &NOW);
        let end = now.or_else(|| self.words.longest(from, &BEFORE))?;
        let name = end + usize::from(self.words.is_mark(end, &[":"]));
        self.words.is_word(name).then_some(Renaming {
            name,
            is_present: now.is_some(),
            in_brackets,
        })
    }

    /// Reads the other name behind a mention that was printed from a place on.
    /// They are one body, the one with the present name; what more a bracket
    /// says of it makes two of them.
    pub(super) fn take_renaming(&mut self, from: usize) {
        let Some(renaming) = self.renaming(self.at) else {
            return;
        };
        let Some(first) = self.mentions.pop() else {
            return;
        };
        self.at = renaming.name;
        self.in_brackets = renaming.in_brackets;
        self.take_name();
        let closed = self.words.is_mark(self.at, &[")"]);
        let Some(other) = self.mentions.pop_if(|_| closed || !renaming.in_brackets) else {
            let at = self.mentions.len().saturating_sub(1);
            self.mentions.insert(at, first);
            return;
        };
        self.at += usize::from(closed && renaming.in_brackets);
        self.in_brackets = false;
        let party_committee = first.party_committee || other.party_committee;
        let body = if renaming.is_present { other.body } else { first.body };
        self.mentions.push(Mention {
            printed: squeeze(self.words.slice(from, self.at)),
            body,
            party_committee,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::BodyTable;
    use super::super::tests::all;
    use super::{BEFORE, NOW};

    #[test]
    fn a_body_with_another_name_of_it_is_one() {
        all(&[
            (
                "Đảng ủy Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường)",
                "*Sở Nông nghiệp và Môi trường",
            ),
            ("Sở NN&MT (trước đây là Sở TN&MT)", "Sở Nông nghiệp và Môi trường"),
            (
                "Sở NN&MT (tên cũ: Sở TN&MT), Sở Y tế",
                "Sở Nông nghiệp và Môi trường | Sở Y tế",
            ),
            ("Sở KH&ĐT, nay là Sở TC, Sở Y tế", "Sở Tài chính | Sở Y tế"),
            ("Sở GTVT nay là Sở Xây dựng", "Sở Xây dựng"),
            ("Viện Lúa (đổi tên thành Viện Ngô); Sở Y tế", "?Viện Ngô | Sở Y tế"),
            ("Viện Lúa, nay là Viện Ngô", "?Viện Ngô"),
            ("Trường Lúa (nay là Trường Ngô), Sở Y tế", "?Trường Ngô | Sở Y tế"),
        ]);
    }

    #[test]
    fn what_is_no_other_name_stays() {
        all(&[
            ("Sở Y tế (Sở Nội vụ)", "Sở Y tế | Sở Nội vụ"),
            (
                "Sở GTVT (nay là Sở XD, Sở TC)",
                "Sở Giao thông vận tải | Sở Xây dựng | Sở Tài chính",
            ),
        ]);
    }

    #[test]
    fn a_renamed_body_is_kept_as_printed() {
        let cell = "Sở TN&MT (nay là Sở NN&MT), Sở Y tế";
        let printed: Vec<_> = BodyTable::default()
            .parse(cell)
            .iter()
            .map(|one| one.printed.clone())
            .collect();
        assert_eq!(printed, ["Sở TN&MT (nay là Sở NN&MT)", "Sở Y tế"]);
    }

    #[test]
    fn lists_can_be_searched() {
        assert!(NOW.all().is_sorted() && BEFORE.all().is_sorted());
    }
}
