//! What a reader should know of two programs before what differs: that an annex
//! was not read, that they are one program, or stand the other way round than usual,
//! and that not every finding is told.

use serde::{Deserialize, Serialize};

use crate::comparison::Comparison;
use crate::model::{IssuerKind, NoteKind, Program};

/// Something about two programs as a pair. It changes nothing in the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Remark {
    /// No row of an annex could be read: what stands in it looks as if the
    /// program did not have it.
    AnnexUnread,
    /// Both are one program: title, tasks and indicators are the same, word
    /// for word, wherever the lines break. Not said where columns or lines of
    /// a table could not be read, as they may differ.
    SameProgram,
    /// Left is issued by a state body and right by a Party committee; usually
    /// the Party's program stands on the left.
    OtherOrder,
    /// Findings were switched off or left out ([`Comparison::switched_off`]).
    FindingsWithheld,
}

impl Comparison {
    /// What should be known of the two programs as a pair, usually nothing.
    #[must_use]
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if has_unread_annex(&self.left) || has_unread_annex(&self.right) {
            remarks.push(Remark::AnnexUnread);
        }
        let kinds = (self.left.issuer.kind, self.right.issuer.kind);
        if self.left.is_copy_of(&self.right) {
            remarks.push(Remark::SameProgram);
        } else if kinds == (IssuerKind::State, IssuerKind::Party) {
            remarks.push(Remark::OtherOrder);
        }
        if !self.switched_off.is_empty() {
            remarks.push(Remark::FindingsWithheld);
        }
        remarks
    }
}

fn has_unread_annex(program: &Program) -> bool {
    program.notes.iter().any(|note| note.kind == NoteKind::AnnexEmpty)
}

#[cfg(test)]
mod tests {
    use crate::{compare, read};

    use super::*;

    fn remarks(left: &str, right: &str) -> Vec<Remark> {
        let table = "PHỤ LỤC 1\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tXây cầu\tSở Xây dựng\t2027\n";
        let program = |text: &str| read(&text.replace("BẢNG", table)).unwrap();
        compare(program(left), program(right)).remarks()
    }

    const PARTY: &str = "CHƯƠNG TRÌNH CỦA THÀNH ỦY HÀ NỘI về\n\nBẢNG";
    const STATE: &str = "KẾ HOẠCH CỦA UBND THÀNH PHỐ HÀ NỘI về\n\nBẢNG";

    #[test]
    fn copies_are_told_however_they_are_wrapped() {
        assert_eq!(
            remarks(PARTY, &PARTY.replace("\n\n", "\r\n\r\n\r\n")),
            [Remark::SameProgram]
        );
        assert_eq!(remarks(PARTY, &format!("{PARTY}2\tXây chợ\tSở Xây dựng\t2027")), []);
        assert_eq!(remarks(PARTY, STATE), []);
    }

    #[test]
    fn what_was_not_read_may_differ() {
        let coded = |code: &str| {
            let table = format!("PHỤ LỤC 2\nTT\tNhiệm vụ\tThời hạn\tMã số\n1\tXây chợ\t2027\t{code}\n");
            format!("{PARTY}{table}")
        };
        assert_eq!(remarks(&coded("A"), &coded("B")), []);
        assert_eq!(remarks(&coded(""), &coded("")), [Remark::SameProgram]);
        let stray = |text: &str| format!("{PARTY}\n{text}\n");
        assert_eq!(remarks(&stray("Xây chợ"), &stray("Xây hồ")), []);
    }

    #[test]
    fn an_annex_without_rows_is_told() {
        let unread = format!("{PARTY}\nPHỤ LỤC 2\nNHIỆM VỤ\n\nXây chợ, xây hồ và xây trường học.\n");
        assert_eq!(remarks(&unread, STATE), [Remark::AnnexUnread]);
        assert_eq!(remarks(STATE, &unread), [Remark::AnnexUnread, Remark::OtherOrder]);
    }

    #[test]
    fn the_state_before_the_party_is_told() {
        assert_eq!(remarks(STATE, PARTY), [Remark::OtherOrder]);
        assert_eq!(remarks(STATE, "KẾ HOẠCH về\n\nBẢNG"), []);
    }
}
