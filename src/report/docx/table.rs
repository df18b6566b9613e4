//! The document: title, and the table of three columns.

use super::entries::{Chapter, Entry, entries};
use super::markup::{Align, Paragraph, Repeat, Style, row};
use crate::checks::{Code, Field, Side};
use crate::matching::Relation;
use crate::model::RowId;
use crate::report::changed_words::{Piece, changed_words};
use crate::report::context::{Context, SIDES};
use crate::report::rows::Row;
use crate::report::sentences::Term;

/// The widths of the columns in twentieths of a point: together what A4
/// landscape leaves between a margin of 30 mm and one of 15 mm.
const WIDTHS: [u32; 3] = [4800, 4800, 4687];
/// The row above a sub-row sets the scene in so many characters.
const PARENT: usize = 80;

const OPENING: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
);
const TABLE: &str = concat!(
    "<w:tbl><w:tblPr><w:tblW w:w=\"14287\" w:type=\"dxa\"/><w:tblBorders>",
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>",
    "<w:tblGrid><w:gridCol w:w=\"4800\"/><w:gridCol w:w=\"4800\"/><w:gridCol w:w=\"4687\"/></w:tblGrid>"
);
/// A4 landscape; margins of 20 mm above and below, 30 mm left, 15 mm right.
const CLOSING: &str = concat!(
    "</w:tbl><w:p/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>",
    "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
    "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" ",
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
);

/// The main part of the document.
pub(super) fn document(context: &Context<'_>) -> String {
    let mut xml = OPENING.to_owned();
    title(&mut xml, context);
    xml.push_str(TABLE);
    let headings = [
        context.label(Side::Left),
        context.label(Side::Right),
        context.term(Term::Explanation),
    ];
    let mut cells = headings.map(|heading| vec![centered(heading)]).into_iter();
    let heading = WIDTHS.map(|width| (width, 1, cells.next().unwrap_or_default()));
    row(&mut xml, Repeat::EveryPage, &heading);
    let entries = entries(context);
    for (number, chapter) in (1..).zip(entries.chunk_by(|one, two| one.chapter == two.chapter)) {
        let heading = context.term(chapter_heading(chapter[0].chapter));
        let heading = Paragraph::new(Align::Left).run(Style::Bold, &format!("{number}. {heading}"));
        row(&mut xml, Repeat::Once, &[(WIDTHS.iter().sum(), 3, vec![heading])]);
        for entry in chapter {
            self::entry(&mut xml, context, entry);
        }
    }
    xml.push_str(CLOSING);
    xml
}

fn title(xml: &mut String, context: &Context<'_>) {
    centered(context.term(Term::ExplanatoryTable)).write(xml);
    let titles = SIDES.map(|side| context.rows(side).program.title.as_str());
    for (index, title) in titles.into_iter().filter(|title| !title.is_empty()).enumerate() {
        if index > 0 {
            Paragraph::new(Align::Center)
                .run(Style::Plain, context.term(Term::And))
                .write(xml);
        }
        Paragraph::new(Align::Center).run(Style::Plain, title).write(xml);
    }
    for remark in context.remarks() {
        Paragraph::new(Align::Left).run(Style::Plain, &remark).write(xml);
    }
}

fn centered(text: &str) -> Paragraph {
    Paragraph::new(Align::Center).run(Style::Bold, text)
}

fn chapter_heading(chapter: Chapter) -> Term {
    match chapter {
        Chapter::Indicators => Term::IndicatorsDiffer,
        Chapter::Tasks => Term::TasksDiffer,
        Chapter::WithinOne => Term::WithinOne,
        Chapter::InOneOnly => Term::InOneOnly,
    }
}

fn entry(xml: &mut String, context: &Context<'_>, entry: &Entry<'_>) {
    let explanation = entry
        .findings
        .iter()
        .map(|finding| Paragraph::new(Align::Left).run(Style::Plain, &context.message(finding)))
        .collect();
    let [left, right] = SIDES.map(|side| cell(context, entry, side));
    let [first, second, third] = WIDTHS;
    row(
        xml,
        Repeat::Once,
        &[(first, 1, left), (second, 1, right), (third, 1, explanation)],
    );
}

/// The rows of one program: place, text with the changed words in italics, and
/// the columns in which they differ.
fn cell(context: &Context<'_>, entry: &Entry<'_>, side: Side) -> Vec<Paragraph> {
    let ids = entry.rows(side);
    if ids.is_empty() {
        let words = match entry.chapter {
            Chapter::InOneOnly => Term::NoCounterpart,
            _ => Term::OnlyInside,
        };
        return vec![Paragraph::new(Align::Left).run(Style::Plain, context.term(words))];
    }
    let mut paragraphs = Vec::new();
    for id in ids {
        paragraphs.push(Paragraph::new(Align::Left).run(Style::Bold, &context.place(side, id)));
        if let Some(row) = context.row(side, id) {
            paragraphs.push(text(context, entry, side, row));
        }
        paragraphs.extend(columns(context, entry, side, id));
    }
    paragraphs
}

fn text(context: &Context<'_>, entry: &Entry<'_>, side: Side, row: Row<'_>) -> Paragraph {
    let mut paragraph = Paragraph::new(Align::Left);
    if let Some((left, right)) = same_thing(context, entry) {
        let [left, right] = changed_words(left, right);
        for piece in if side == Side::Left { left } else { right } {
            paragraph = match piece {
                Piece::Same(text) => paragraph.run(Style::Plain, text),
                Piece::Changed(text) => paragraph.run(Style::Italic, text),
            };
        }
    } else {
        paragraph = paragraph.run(Style::Plain, &row.text().text);
    }
    match context.rows(side).parent(row) {
        Some(parent) => paragraph.run(
            Style::Plain,
            &format!(" ({} “{}”)", context.term(Term::PartOf), parent.title(PARENT)),
        ),
        None => paragraph,
    }
}

/// The texts of a pair that is one task or one indicator, not a part of another.
fn same_thing<'a>(context: &Context<'a>, entry: &Entry<'_>) -> Option<(&'a str, &'a str)> {
    let ([left], [right]) = (entry.rows(Side::Left), entry.rows(Side::Right)) else {
        return None;
    };
    let is_tie = entry
        .findings
        .iter()
        .any(|finding| finding.code == Code::AmbiguousMatch);
    let is_part = context.relation(left, right).is_some_and(|how| how != Relation::Same);
    if is_tie || is_part {
        return None;
    }
    let texts = (context.row(Side::Left, left)?, context.row(Side::Right, right)?);
    Some((&texts.0.text().text, &texts.1.text().text))
}

/// The quoted columns but the text itself, each once.
fn columns(context: &Context<'_>, entry: &Entry<'_>, side: Side, id: &RowId) -> Vec<Paragraph> {
    let words = context.words();
    let mut seen = Vec::new();
    let mut paragraphs = Vec::new();
    let evidence = entry.findings.iter().flat_map(|finding| &finding.evidence);
    for quoted in evidence.filter(|quoted| quoted.side == side && quoted.row == *id && quoted.field != Field::Text) {
        if seen.contains(&(quoted.field, &quoted.text)) {
            continue;
        }
        seen.push((quoted.field, &quoted.text));
        let name = capitalized(words.field(quoted.field));
        let value = match quoted.text.as_str() {
            "" => words.phrase(crate::report::sentences::Phrase::Empty),
            text => text,
        };
        paragraphs.push(
            Paragraph::new(Align::Left)
                .run(Style::Plain, &format!("{name}: "))
                .run(Style::Italic, value),
        );
    }
    paragraphs
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Language, sample};

    fn shown(language: Language) -> String {
        document(&Context::new(&sample::comparison(), language))
    }

    #[test]
    fn the_header_row_is_repeated_and_the_page_lies() {
        let xml = shown(Language::Vi);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
        assert!(xml.contains("w:orient=\"landscape\""));
        assert!(xml.contains(">THUYẾT MINH<"));
        assert!(shown(Language::En).contains(">EXPLANATION<"));
    }

    #[test]
    fn each_cell_has_its_place_and_what_differs_in_italics() {
        let xml = shown(Language::Vi);
        assert!(xml.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">Phụ lục 1, số 33</w:t>"));
        assert!(xml.contains("Mục tiêu: </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">10-12<"));
        // A part of a task is another text: nothing of it is marked.
        assert!(xml.contains(">Cầu Tứ Liên (thuộc “Hoàn thành 09 cầu qua sông Hồng”)<"));
    }

    #[test]
    fn a_row_without_counterpart_is_marked_in_words() {
        assert_eq!(shown(Language::Vi).matches("Không có nội dung tương ứng.").count(), 2);
    }
}
