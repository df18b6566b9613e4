//! What was skipped, guessed or not understood while reading.

use super::super::context::{Context, SIDES};
use super::super::sentences::Phrase;
use super::page::Page;
use super::paint::Style;
use crate::checks::Side;
use crate::model::{Note, NoteKind};

pub(super) fn write(page: &mut Page, context: &Context<'_>) {
    let words = context.words();
    page.heading(words.phrase(Phrase::Notes), '=', Style::Heading);
    for side in SIDES {
        page.blank();
        page.line(&format!("{}:", context.label(side)));
        let notes = &context.rows(side).program.notes;
        if notes.is_empty() {
            page.paragraph("  ", words.phrase(Phrase::NoNotes));
        }
        let mut kinds: Vec<NoteKind> = notes.iter().map(|note| note.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let notes: Vec<&Note> = notes.iter().filter(|note| note.kind == kind).collect();
            page.paragraph(
                "  - ",
                &format!(
                    "{} ({}): {}.",
                    words.note(kind),
                    notes.len(),
                    items(context, side, &notes)
                ),
            );
        }
    }
}

/// Each text once, with its rows or lines.
fn items(context: &Context<'_>, side: Side, notes: &[&Note]) -> String {
    let words = context.words();
    let mut items: Vec<(&str, Vec<String>)> = Vec::new();
    for note in notes {
        let lines = words.lines(note.lines);
        let place = match &note.row {
            Some(row) => format!("{}, {lines}", context.place(side, row)),
            None => lines,
        };
        match items.iter_mut().find(|(text, _)| *text == note.text) {
            Some((_, places)) => places.push(place),
            None => items.push((&note.text, vec![place])),
        }
    }
    let items = items.iter().map(|(text, places)| match *text {
        "" => places.join("; "),
        text => format!("“{text}” ({})", places.join("; ")),
    });
    items.collect::<Vec<_>>().join("; ")
}
