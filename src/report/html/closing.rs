//! What was found to agree, and what was not checked and why.

use super::super::closing::{Closing, Pair, counted};
use super::super::context::SIDES;
use super::super::sentences::{ClosingPhrase, Label};
use super::findings::cite;
use super::markup::Markup;
use super::view::View;
use crate::checks::Side;

pub(super) fn write(markup: &mut Markup, view: &View<'_>) {
    let closing = Closing::new(&view.context);
    checked(markup, view, &closing);
    not_checked(markup, view, &closing);
}

fn checked(markup: &mut Markup, view: &View<'_>, closing: &Closing<'_>) {
    let (context, words) = (&view.context, view.context.language.closing());
    markup.raw("<section id=\"checked\" aria-labelledby=\"checked-h\"><h2 id=\"checked-h\">");
    markup.text(context.language.label(Label::Checked)).raw("</h2>\n");
    if closing.facts.is_empty() && closing.agreed.is_empty() {
        nothing(markup, view);
    }
    for group in &closing.agreed {
        pairs(markup, view, &words.agreed(group.code, group.pairs.len()), &group.pairs);
    }
    for side in SIDES {
        let facts: Vec<_> = closing.facts.iter().filter(|fact| fact.side == side).collect();
        if facts.is_empty() {
            continue;
        }
        markup.raw("<h3>").text(context.label(side)).raw("</h3>\n");
        for group in facts.chunk_by(|one, two| words.fact_heading(one) == words.fact_heading(two)) {
            let heading = counted(words.fact_heading(group[0]), group.len());
            markup.raw("<details><summary>").text(&heading).raw("</summary><ul>");
            for fact in group {
                markup.raw("<li>").text(&words.fact(context, fact)).raw("</li>");
            }
            markup.raw("</ul></details>\n");
        }
    }
    markup.raw("</section>\n");
}

fn not_checked(markup: &mut Markup, view: &View<'_>, closing: &Closing<'_>) {
    let (context, words) = (&view.context, view.context.language.closing());
    markup.raw("<section id=\"not-checked\" aria-labelledby=\"not-checked-h\"><h2 id=\"not-checked-h\">");
    markup.text(context.language.label(Label::NotChecked)).raw("</h2>\n");
    if closing.unchecked.is_empty() && closing.unread.is_empty() {
        nothing(markup, view);
    }
    for group in closing.unchecked.chunk_by(|one, two| one.code == two.code) {
        let subject = words.subject(context.words(), group[0].code);
        markup.raw("<h3>").text(subject).raw("</h3>\n");
        for reason in group {
            let count = words.how_many(reason.why, reason.pairs.len().max(reason.findings));
            pairs(
                markup,
                view,
                &format!("{} ({count})", words.why(reason.why)),
                &reason.pairs,
            );
        }
    }
    for side in SIDES {
        let unread: Vec<_> = closing.unread.iter().filter(|unread| unread.side == side).collect();
        if unread.is_empty() {
            continue;
        }
        markup.raw("<h3>").text(context.label(side)).raw("</h3>\n");
        for unread in unread {
            markup.raw("<p>").text(context.words().note(unread.note));
            markup.raw(" (").number(unread.count).raw(")</p>\n");
        }
    }
    markup.raw("</section>\n");
}

fn nothing(markup: &mut Markup, view: &View<'_>) {
    let nothing = view.context.language.closing().phrase(ClosingPhrase::Nothing);
    markup.raw("<p>").text(nothing).raw("</p>\n");
}

/// What is said of some pairs; unfolded, each row linked to its full text.
fn pairs(markup: &mut Markup, view: &View<'_>, said: &str, pairs: &[Pair<'_>]) {
    if pairs.is_empty() {
        markup.raw("<p>").text(said).raw("</p>\n");
        return;
    }
    let [left, right] = SIDES.map(|side| view.context.label(side));
    markup.raw("<details><summary>").text(said).raw("</summary><p>");
    markup.text(left).raw(" – ").text(right).raw(": ");
    for (at, pair) in pairs.iter().enumerate() {
        markup.raw(if at > 0 { "; " } else { "" });
        cite(markup, view, Side::Left, pair.left);
        markup.raw(" – ");
        cite(markup, view, Side::Right, pair.right);
    }
    markup.raw("</p></details>\n");
}
