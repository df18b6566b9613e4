//! Paragraphs, cells and rows of `WordprocessingML`.

use std::fmt::Write as _;

/// How a run of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
}

/// How the lines of a paragraph lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
}

/// A paragraph under way.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    align: Align,
    runs: Vec<(Style, String)>,
}

impl Paragraph {
    pub(super) fn new(align: Align) -> Self {
        Self {
            align,
            runs: Vec::new(),
        }
    }

    pub(super) fn run(mut self, style: Style, text: &str) -> Self {
        match self.runs.last_mut() {
            Some((last, run)) if *last == style => run.push_str(text),
            _ => self.runs.push((style, text.to_owned())),
        }
        self
    }

    pub(super) fn write(&self, xml: &mut String) {
        xml.push_str("<w:p>");
        if self.align == Align::Center {
            xml.push_str("<w:pPr><w:jc w:val=\"center\"/></w:pPr>");
        }
        for (style, text) in &self.runs {
            let properties = match style {
                Style::Plain => "",
                Style::Bold => "<w:rPr><w:b/></w:rPr>",
                Style::Italic => "<w:rPr><w:i/></w:rPr>",
            };
            let _ = write!(xml, "<w:r>{properties}<w:t xml:space=\"preserve\">");
            escape(text, xml);
            xml.push_str("</w:t></w:r>");
        }
        xml.push_str("</w:p>");
    }
}

/// A row whose longest cell has so many characters, about a third of a page,
/// stays on one page; keeping longer ones together would leave pages half empty.
const KEPT_TOGETHER: usize = 450;

/// Whether a row is printed again on top of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    Once,
    EveryPage,
}

/// A row of cells, each so many twentieths of a point wide and spanning so many columns.
pub(super) fn row(xml: &mut String, repeat: Repeat, cells: &[(u32, u32, Vec<Paragraph>)]) {
    xml.push_str("<w:tr>");
    let longest = cells.iter().map(|(_, _, paragraphs)| length(paragraphs)).max();
    xml.push_str("<w:trPr>");
    if longest.unwrap_or(0) <= KEPT_TOGETHER {
        xml.push_str("<w:cantSplit/>");
    }
    if repeat == Repeat::EveryPage {
        xml.push_str("<w:tblHeader/>");
    }
    xml.push_str("</w:trPr>");
    for (width, span, paragraphs) in cells {
        let _ = write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if *span > 1 {
            let _ = write!(xml, "<w:gridSpan w:val=\"{span}\"/>");
        }
        xml.push_str("</w:tcPr>");
        for paragraph in paragraphs {
            paragraph.write(xml);
        }
        if paragraphs.is_empty() {
            // A cell without paragraph is no cell.
            xml.push_str("<w:p/>");
        }
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}

fn length(paragraphs: &[Paragraph]) -> usize {
    let runs = paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    runs.map(|(_, text)| text.chars().count()).sum()
}

/// The text as XML; characters that XML 1.0 cannot hold become a blank.
fn escape(text: &str, xml: &mut String) {
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\u{FFFE}' | '\u{FFFF}' => xml.push(' '),
            c if c.is_control() => xml.push(' '),
            c => xml.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_runs_of_one_style_are_joined() {
        let mut xml = String::new();
        Paragraph::new(Align::Left)
            .run(Style::Plain, "a < b")
            .run(Style::Plain, " & c\u{1}")
            .run(Style::Italic, "d")
            .write(&mut xml);
        assert_eq!(
            xml,
            "<w:p><w:r><w:t xml:space=\"preserve\">a &lt; b &amp; c </w:t></w:r>\
             <w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">d</w:t></w:r></w:p>"
        );
    }
}
