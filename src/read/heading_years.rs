//! Values below the years of another period than the annex is for.

use super::table::RawTable;
use super::understand::years;
use super::value_columns::ValueColumns;
use crate::model::{AnnexKind, Lines, Note, NoteKind};
use crate::text::is_year;

/// A note where the column the indicators of a table are about names a time
/// outside the period in the title of the annex (`2021-2025` under `CHỈ TIÊU
/// GIAI ĐOẠN 2026-2030`): a slip in one of the two, and the reason why nothing
/// is compared with the other program. A title that names a later year too (a
/// vision) reaches as far.
pub(super) fn out_of_period(title: &str, table: &RawTable, columns: &ValueColumns, lines: Lines) -> Option<Note> {
    let (first, last) = years(title).filter(|(first, last)| first < last)?;
    let heading = &table.headings[columns.principal.filter(|_| table.kind() == AnnexKind::Indicators)?];
    let said = years(heading)?;
    let named = title
        .split(|c: char| !c.is_ascii_digit())
        .filter(|figure| is_year(figure));
    let reach = named.filter_map(|year| year.parse().ok()).fold(last, i16::max);
    (said.1 < first || said.0 > reach).then(|| Note {
        kind: NoteKind::HeadingOutOfPeriod,
        row: None,
        text: heading.clone(),
        lines: table.furniture.first().copied().unwrap_or(lines),
    })
}

#[cfg(test)]
mod tests {
    use crate::model::NoteKind;
    use crate::read;

    /// The heading noted, with its line.
    fn noted(title: &str, heading: &str) -> Option<(String, u32)> {
        let text = format!(
            "PHỤ LỤC 1\nCHỈ TIÊU {title}\n\nTT\tChỉ tiêu\tĐVT\t{heading}\tChủ trì\n1\tTỷ lệ che phủ rừng\t%\t6,2\tSở NN&MT\n"
        );
        let notes = read(&text).unwrap().notes;
        let note = notes
            .into_iter()
            .find(|note| note.kind == NoteKind::HeadingOutOfPeriod)?;
        Some((note.text, note.lines.first))
    }

    #[test]
    fn years_outside_the_title_are_noted() {
        for (title, heading) in [
            ("GIAI ĐOẠN 2026-2030", "2021-2025"),
            ("GIAI ĐOẠN 2026 - 2030", "Mục tiêu giai đoạn 2021 – 2025"),
            ("GIAI ĐOẠN 2026-2030", "Mục tiêu 2025"),
        ] {
            assert_eq!(noted(title, heading), Some((heading.to_owned(), 4)), "{title}");
        }
    }

    #[test]
    fn years_of_the_title_are_not() {
        for (title, heading) in [
            ("GIAI ĐOẠN 2026-2030", "2026-2030"),
            ("GIAI ĐOẠN 2026-2030", "Năm 2030"),
            ("GIAI ĐOẠN 2026-2030", "2025-2030"),
            ("GIAI ĐOẠN 2026-2030", "Mục tiêu"),
            ("GIAI ĐOẠN 2026-2030, TẦM NHÌN ĐẾN NĂM 2045", "Năm 2035"),
            ("GIAI ĐOẠN 2026-2030", "Thực hiện 2025\tMục tiêu 2030"),
            ("NĂM 2025", "Năm 2026"),
            ("CỦA THÀNH PHỐ", "2021-2025"),
        ] {
            assert_eq!(noted(title, heading), None, "{title}, {heading}");
        }
    }
}
