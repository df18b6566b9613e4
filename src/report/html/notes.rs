//! What was skipped, guessed or not understood while reading.

use super::super::context::SIDES;
use super::super::sentences::{Label, Phrase};
use super::findings::cite;
use super::markup::Markup;
use super::view::View;
use crate::model::NoteKind;

pub(super) fn write(markup: &mut Markup, view: &View<'_>) {
    let words = view.context.words();
    markup.raw("<section id=\"notes\" aria-labelledby=\"notes-h\"><h2 id=\"notes-h\">");
    markup.text(view.context.language.label(Label::Notes)).raw("</h2>\n");
    for side in SIDES {
        markup.raw("<h3>").text(view.context.label(side)).raw("</h3>\n");
        let notes = &view.context.rows(side).program.notes;
        if notes.is_empty() {
            markup.raw("<p>").text(words.phrase(Phrase::NoNotes)).raw("</p>\n");
        }
        let mut kinds: Vec<NoteKind> = notes.iter().map(|note| note.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let notes = notes.iter().filter(|note| note.kind == kind);
            markup
                .raw("<details><summary>")
                .text(words.note(kind))
                .raw(" (")
                .number(notes.clone().count());
            markup.raw(")</summary><ul>");
            for note in notes {
                markup.raw("<li>");
                if !note.text.is_empty() {
                    markup.raw("“").text(&note.text).raw("” ");
                }
                markup.raw("<span class=\"lines\">(");
                if let Some(row) = &note.row {
                    cite(markup, view, side, row);
                    markup.raw(", ");
                }
                markup.text(&words.lines(note.lines)).raw(")</span></li>");
            }
            markup.raw("</ul></details>\n");
        }
    }
    markup.raw("</section>\n");
}
