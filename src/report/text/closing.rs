//! What was found to agree, and what was not checked and why.

use super::super::closing::{Closing, counted};
use super::super::context::{Context, SIDES};
use super::super::row_list::{pair_list, unchecked_list};
use super::super::sentences::ClosingPhrase;
use super::page::Page;
use super::paint::Style;

pub(super) fn write(page: &mut Page, context: &Context<'_>) {
    let closing = Closing::new(context);
    checked(page, context, &closing);
    not_checked(page, context, &closing);
}

fn checked(page: &mut Page, context: &Context<'_>, closing: &Closing<'_>) {
    let words = context.language.closing();
    page.heading(words.phrase(ClosingPhrase::Checked), '=', Style::Heading);
    page.blank();
    if closing.facts.is_empty() && closing.agreed.is_empty() {
        page.line(words.phrase(ClosingPhrase::Nothing));
        return;
    }
    for group in &closing.agreed {
        let agreed = words.agreed(group.code, group.pairs.len());
        page.paragraph("  - ", &format!("{agreed}{}.", pair_list(context, &group.pairs)));
    }
    for side in SIDES {
        let facts: Vec<_> = closing.facts.iter().filter(|fact| fact.side == side).collect();
        if facts.is_empty() {
            continue;
        }
        page.line(&format!("  {}:", context.label(side)));
        for group in facts.chunk_by(|one, two| words.fact_heading(one) == words.fact_heading(two)) {
            let items: Vec<_> = group.iter().map(|fact| words.fact(context, fact)).collect();
            page.paragraph(
                "    - ",
                &format!(
                    "{}: {}.",
                    counted(words.fact_heading(group[0]), items.len()),
                    items.join("; ")
                ),
            );
        }
    }
}

fn not_checked(page: &mut Page, context: &Context<'_>, closing: &Closing<'_>) {
    let words = context.language.closing();
    page.heading(words.phrase(ClosingPhrase::NotChecked), '=', Style::Heading);
    page.blank();
    if closing.unchecked.is_empty() && closing.unread.is_empty() {
        page.line(words.phrase(ClosingPhrase::Nothing));
    }
    for group in closing.unchecked.chunk_by(|one, two| one.code == two.code) {
        page.line(&format!("  {}:", words.subject(context.words(), group[0].code)));
        for reason in group {
            let count = words.how_many(reason.why, reason.pairs.len().max(reason.findings));
            let rows = unchecked_list(context, reason);
            page.paragraph("    - ", &format!("{} ({count}){rows}.", words.why(reason.why)));
        }
    }
    for side in SIDES {
        let unread: Vec<_> = closing.unread.iter().filter(|unread| unread.side == side).collect();
        if unread.is_empty() {
            continue;
        }
        page.line(&format!("  {}:", context.label(side)));
        for unread in unread {
            let note = context.words().note(unread.note);
            page.paragraph("    - ", &format!("{note} ({}).", unread.count));
        }
    }
}
