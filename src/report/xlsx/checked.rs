//! The sheet that says what was checked: counts, what agrees, what was not
//! compared and why, reading notes.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::sheet::{Column, Value, add};
use crate::checks::Code;
use crate::report::closing::Closing;
use crate::report::context::{Context, SIDES};
use crate::report::sentences::{ClosingPhrase, Phrase, Term};
use crate::report::summary::Summary;

pub(super) fn write(book: &mut Workbook, context: &Context<'_>) -> Result<(), XlsxError> {
    let columns = [
        Column::new(context.term(Term::Kind), 24),
        Column::new(context.term(Term::Program), 24),
        Column::new(context.term(Term::Content), 48),
        Column::new(context.term(Term::Count), 10),
        Column::new(context.term(Term::Place), 22),
        Column::new(context.term(Term::Line), 10),
        Column::new(context.term(Term::Quotation), 44),
    ];
    let mut rows = Vec::new();
    for remark in context.remarks() {
        rows.push(counted(context.term(Term::Note), "", &remark, 1));
    }
    fates(&mut rows, context);
    codes(&mut rows, context);
    let closing = Closing::new(context);
    holds(&mut rows, context, &closing);
    unchecked(&mut rows, context, &closing);
    notes(&mut rows, context);
    add(book, context.term(Term::Checked), &columns, &rows)?;
    Ok(())
}

fn counted(kind: &str, program: &str, content: &str, count: usize) -> Vec<Value> {
    vec![
        Value::text(kind),
        Value::text(program),
        Value::text(content),
        Value::count(count),
        Value::Empty,
        Value::Empty,
        Value::Empty,
    ]
}

/// The rows of both programs, and what became of them.
fn fates(rows: &mut Vec<Vec<Value>>, context: &Context<'_>) {
    let words = context.words();
    let summary = Summary::new(context.comparison);
    for (kind, fates) in [(Phrase::Indicators, summary.indicators), (Phrase::Tasks, summary.tasks)] {
        for (side, fates) in SIDES.into_iter().zip(fates) {
            let mut row = |content: &str, count| {
                rows.push(counted(words.phrase(kind), context.label(side), content, count));
            };
            row("", fates.read);
            row(words.phrase(Phrase::Matched), fates.matched);
            row(words.phrase(Phrase::Ambiguous), fates.ambiguous);
            row(words.phrase(Phrase::Alone), fates.alone);
        }
    }
}

/// Every kind of finding, those that were looked for in vain too.
fn codes(rows: &mut Vec<Vec<Value>>, context: &Context<'_>) {
    for code in Code::ALL {
        let findings = &context.comparison.findings;
        let count = findings.iter().filter(|finding| finding.code == code).count();
        let words = context.words();
        rows.push(counted(words.phrase(Phrase::Findings), "", words.code(code), count));
    }
}

/// What agrees: pairs in one respect, then facts inside each program.
fn holds(rows: &mut Vec<Vec<Value>>, context: &Context<'_>, closing: &Closing<'_>) {
    let words = context.language.closing();
    let heading = words.phrase(ClosingPhrase::Checked);
    for group in &closing.agreed {
        let count = group.pairs.len();
        rows.push(counted(heading, "", &words.agreed(group.code, count), count));
    }
    for fact in &closing.facts {
        let text = format!("{}: {}", words.fact_heading(fact), words.fact(context, fact));
        rows.push(counted(heading, context.label(fact.side), &text, 1));
    }
}

/// What was not compared, and why; what was not understood stands with the notes.
fn unchecked(rows: &mut Vec<Vec<Value>>, context: &Context<'_>, closing: &Closing<'_>) {
    let words = context.language.closing();
    for group in &closing.unchecked {
        let text = format!(
            "{}: {}",
            words.subject(context.words(), group.code),
            words.why(group.why)
        );
        let count = group.pairs.len().max(group.findings);
        rows.push(counted(words.phrase(ClosingPhrase::NotChecked), "", &text, count));
    }
}

fn notes(rows: &mut Vec<Vec<Value>>, context: &Context<'_>) {
    for side in SIDES {
        for note in &context.rows(side).program.notes {
            rows.push(vec![
                Value::text(context.term(Term::Note)),
                Value::text(context.label(side)),
                Value::text(context.words().note(note.kind)),
                Value::Empty,
                note.row
                    .as_ref()
                    .map_or(Value::Empty, |row| Value::text(context.place(side, row))),
                Value::Number(f64::from(note.lines.first), 0),
                Value::text(&note.text),
            ]);
        }
    }
}
