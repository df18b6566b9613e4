//! A lead cell that names those who help too (`Sở XD phối hợp Sở QHKT`).

use crate::text::{Word, fold, words};

/// The part of a lead cell that names the lead, and the one behind `phối hợp`
/// (coordinates), where both name somebody.
pub(super) fn parted(cell: &str) -> (&str, Option<&str>) {
    // Most cells name the lead alone.
    if !cell.contains("ợp") && !cell.contains("ỢP") {
        return (cell, None);
    }
    let words: Vec<Word<'_>> = words(cell).collect();
    let is_helping = |pair: &&[Word<'_>]| fold(pair[0].text) == "phối" && fold(pair[1].text) == "hợp";
    let Some([first, last]) = words.windows(2).find(is_helping) else {
        return (cell, None);
    };
    let (lead, helpers) = cell.split_at(first.start);
    let names_somebody = |text: &str| text.contains(char::is_alphanumeric);
    if names_somebody(lead) && names_somebody(&cell[last.end()..]) {
        (lead.trim_end_matches([' ', '(', ',', ';', '-']), Some(helpers))
    } else {
        (cell, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BodyTable;

    #[test]
    fn who_helps_stands_behind_phoi_hop() {
        let read = |cell| {
            let (lead, helpers) = parted(cell);
            let names = |text: &str| {
                let bodies = BodyTable::default().parse(text);
                bodies
                    .iter()
                    .map(|mention| mention.body.name().to_owned())
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            (names(lead), names(helpers.unwrap_or_default()))
        };
        for (cell, lead, helpers) in [
            ("Sở XD phối hợp Sở QHKT", "Sở Xây dựng", "Sở Quy hoạch - Kiến trúc"),
            (
                "Sở XD phối hợp với Sở Y tế, Sở TC",
                "Sở Xây dựng",
                "Sở Y tế | Sở Tài chính",
            ),
            ("Sở XD chủ trì, phối hợp Sở TC", "Sở Xây dựng", "Sở Tài chính"),
            ("Sở XD chủ trì phối hợp cùng Sở TC", "Sở Xây dựng", "Sở Tài chính"),
            ("Chủ trì: Sở XD; Phối hợp: Sở TC", "Sở Xây dựng", "Sở Tài chính"),
            ("Sở Tài chính (phối hợp: Sở Nội vụ)", "Sở Tài chính", "Sở Nội vụ"),
            ("Sở XD, Sở TC phối hợp Sở Y tế", "Sở Xây dựng | Sở Tài chính", "Sở Y tế"),
            ("Sở XD, Sở TC", "Sở Xây dựng | Sở Tài chính", ""),
            ("Phối hợp: Sở TC", "Sở Tài chính", ""),
            ("Sở TC phối hợp", "Sở Tài chính", ""),
            ("", "", ""),
        ] {
            assert_eq!(read(cell), (lead.to_owned(), helpers.to_owned()), "{cell}");
        }
    }
}
