//! The report for pasting and for pull requests: GitHub-flavoured Markdown.

use std::fmt::{self, Write as _};

use super::Language;
use super::closing::{Closing, counted};
use super::context::{Context, SIDES, other};
use super::row_list::{pair_list, unchecked_list};
use super::rows::Row;
use super::sentences::{ClosingPhrase, Noun, Phrase, Term};
use super::summary::{Summary, in_order};
use crate::checks::{Code, Field, Finding, Side};
use crate::comparison::Comparison;
use crate::model::Note;

/// A comparison as Markdown; see [`Comparison::markdown`].
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'a> {
    comparison: &'a Comparison,
    language: Language,
}

impl Comparison {
    /// The report as Markdown with tables: the counts, the findings gravest
    /// first, the rows without counterpart, what agrees, what was not checked,
    /// the reading notes.
    #[must_use]
    pub fn markdown(&self, language: Language) -> Markdown<'_> {
        Markdown {
            comparison: self,
            language,
        }
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let context = Context::new(self.comparison, self.language);
        let mut page = String::new();
        opening(&mut page, &context)?;
        findings(&mut page, &context)?;
        alone(&mut page, &context)?;
        let closing = Closing::new(&context);
        checked(&mut page, &context, &closing)?;
        not_checked(&mut page, &context, &closing)?;
        notes(&mut page, &context)?;
        f.write_str(&page)
    }
}

fn opening(page: &mut String, context: &Context<'_>) -> fmt::Result {
    let words = context.words();
    writeln!(page, "# {}\n", words.phrase(Phrase::Title))?;
    for side in SIDES {
        let title = &context.rows(side).program.title;
        writeln!(page, "- **{}**: {}", plain(context.label(side)), plain(title))?;
    }
    for remark in context.remarks() {
        writeln!(page, "\n{}", plain(&remark))?;
    }
    let summary = Summary::new(context.comparison);
    let [left, right] = SIDES.map(|side| plain(context.label(side)));
    writeln!(page, "\n| | {left} | {right} |\n|---|---:|---:|")?;
    for (heading, fates) in [(Phrase::Tasks, summary.tasks), (Phrase::Indicators, summary.indicators)] {
        let rows = [
            (heading, fates.map(|fates| fates.read)),
            (Phrase::Matched, fates.map(|fates| fates.matched)),
            (Phrase::Ambiguous, fates.map(|fates| fates.ambiguous)),
            (Phrase::Alone, fates.map(|fates| fates.alone)),
        ];
        for (phrase, [left, right]) in rows {
            writeln!(page, "| {} | {left} | {right} |", words.phrase(phrase))?;
        }
    }
    writeln!(page, "\n{}\n", words.pairs(summary.task_pairs, Noun::Task))?;
    writeln!(page, "{}\n", words.pairs(summary.indicator_pairs, Noun::Indicator))?;
    if summary.kinds.is_empty() {
        return writeln!(page, "{}", context.no_findings());
    }
    let [kind, count] = [Term::Kind, Term::Count].map(|term| context.term(term));
    writeln!(
        page,
        "| {} | {kind} | {count} |\n|---|---|---:|",
        context.term(Term::Severity)
    )?;
    for (severity, code, count) in summary.kinds {
        writeln!(
            page,
            "| {} | {} | {count} |",
            words.severity(severity),
            words.code(code)
        )?;
    }
    writeln!(page, "\n{}", words.phrase(Phrase::LinesExplained))
}

fn findings(page: &mut String, context: &Context<'_>) -> fmt::Result {
    let words = context.words();
    let mut findings = in_order(&context.comparison.findings);
    findings.retain(|finding| !is_alone(finding));
    let mut number = 0;
    for group in findings.chunk_by(|one, two| (one.severity, one.code) == (two.severity, two.code)) {
        let (severity, code) = (words.severity(group[0].severity), words.code(group[0].code));
        writeln!(page, "\n## {}: {code} ({})\n", severity.to_uppercase(), group.len())?;
        for finding in group {
            number += 1;
            writeln!(page, "{number}. {}", plain(&context.message(finding)))?;
            for side in SIDES {
                quotations(page, context, finding, side)?;
            }
        }
    }
    Ok(())
}

fn is_alone(finding: &Finding) -> bool {
    matches!(
        finding.code,
        Code::TaskWithoutCounterpart | Code::IndicatorWithoutCounterpart
    )
}

/// One list entry for each row of one program: whose, where, what it prints.
fn quotations(page: &mut String, context: &Context<'_>, finding: &Finding, side: Side) -> fmt::Result {
    let words = context.words();
    for id in finding.rows(side) {
        let Some(row) = context.row(side, id) else {
            continue;
        };
        let place = format!("{}, {}", context.label(side), context.place(side, id));
        let lines = words.lines(row.lines());
        write!(page, "    - {} ({lines}): “{}”", plain(&place), plain(&row.text().text))?;
        let evidence = finding.evidence.iter();
        for quoted in evidence.filter(|quoted| quoted.side == side && quoted.row == *id && quoted.field != Field::Text)
        {
            let field = words.field(quoted.field);
            match quoted.text.as_str() {
                "" => write!(page, "; {field} {}", words.phrase(Phrase::Empty))?,
                text => write!(page, "; {field} **{}**", plain(text))?,
            }
        }
        page.push('\n');
    }
    Ok(())
}

/// The rows without counterpart, one table per program and kind of row.
fn alone(page: &mut String, context: &Context<'_>) -> fmt::Result {
    let words = context.words();
    let findings = || context.comparison.findings.iter().filter(|finding| is_alone(finding));
    if findings().next().is_none() {
        return Ok(());
    }
    writeln!(page, "\n## {}", words.phrase(Phrase::AloneHeading))?;
    for side in SIDES {
        for noun in [Noun::Indicator, Noun::Task] {
            let rows: Vec<Row<'_>> = findings()
                .flat_map(|finding| finding.rows(side))
                .filter_map(|id| context.row(side, id))
                .filter(|row| matches!(row, Row::Task(_)) == (noun == Noun::Task))
                .collect();
            if rows.is_empty() {
                continue;
            }
            let (label, other) = (plain(context.label(side)), plain(context.label(other(side))));
            writeln!(page, "\n### {}\n", words.alone(rows.len(), noun, &label, &other))?;
            let [place, text, line] = [Term::Place, Term::Content, Term::Line].map(|term| context.term(term));
            writeln!(page, "| {place} | {text} | {line} |\n|---|---|---:|")?;
            for row in rows {
                let (place, text) = (context.place(side, row.id()), plain(&row.text().text));
                writeln!(page, "| {} | {text} | {} |", plain(&place), row.lines().first)?;
            }
        }
    }
    Ok(())
}

fn checked(page: &mut String, context: &Context<'_>, closing: &Closing<'_>) -> fmt::Result {
    let words = context.language.closing();
    writeln!(page, "\n## {}\n", words.phrase(ClosingPhrase::Checked))?;
    if closing.facts.is_empty() && closing.agreed.is_empty() {
        return writeln!(page, "{}", words.phrase(ClosingPhrase::Nothing));
    }
    for group in &closing.agreed {
        let agreed = words.agreed(group.code, group.pairs.len());
        writeln!(page, "- {agreed}{}.", plain(&pair_list(context, &group.pairs)))?;
    }
    for side in SIDES {
        let facts: Vec<_> = closing.facts.iter().filter(|fact| fact.side == side).collect();
        if facts.is_empty() {
            continue;
        }
        writeln!(page, "- {}:", plain(context.label(side)))?;
        for group in facts.chunk_by(|one, two| words.fact_heading(one) == words.fact_heading(two)) {
            let items: Vec<_> = group.iter().map(|fact| plain(&words.fact(context, fact))).collect();
            let heading = counted(words.fact_heading(group[0]), group.len());
            writeln!(page, "    - {heading}: {}.", items.join("; "))?;
        }
    }
    Ok(())
}

fn not_checked(page: &mut String, context: &Context<'_>, closing: &Closing<'_>) -> fmt::Result {
    let words = context.language.closing();
    writeln!(page, "\n## {}\n", words.phrase(ClosingPhrase::NotChecked))?;
    if closing.unchecked.is_empty() && closing.unread.is_empty() {
        return writeln!(page, "{}", words.phrase(ClosingPhrase::Nothing));
    }
    for group in closing.unchecked.chunk_by(|one, two| one.code == two.code) {
        writeln!(page, "- {}:", words.subject(context.words(), group[0].code))?;
        for reason in group {
            let count = words.how_many(reason.why, reason.pairs.len().max(reason.findings));
            let rows = plain(&unchecked_list(context, reason));
            writeln!(page, "    - {} ({count}){rows}.", words.why(reason.why))?;
        }
    }
    for side in SIDES {
        let unread: Vec<_> = closing.unread.iter().filter(|unread| unread.side == side).collect();
        if unread.is_empty() {
            continue;
        }
        writeln!(page, "- {}:", plain(context.label(side)))?;
        for unread in unread {
            writeln!(page, "    - {} ({}).", context.words().note(unread.note), unread.count)?;
        }
    }
    Ok(())
}

fn notes(page: &mut String, context: &Context<'_>) -> fmt::Result {
    let words = context.words();
    writeln!(page, "\n## {}", words.phrase(Phrase::Notes))?;
    for side in SIDES {
        writeln!(page, "\n### {}\n", plain(context.label(side)))?;
        let notes = &context.rows(side).program.notes;
        if notes.is_empty() {
            writeln!(page, "{}", words.phrase(Phrase::NoNotes))?;
        }
        for note in notes {
            self::note(page, context, side, note)?;
        }
    }
    Ok(())
}

fn note(page: &mut String, context: &Context<'_>, side: Side, note: &Note) -> fmt::Result {
    let words = context.words();
    let row = note.row.as_ref().map(|row| context.place(side, row) + ", ");
    let place = row.unwrap_or_default() + &words.lines(note.lines);
    let text = match note.text.as_str() {
        "" => String::new(),
        text => format!(": “{}”", plain(text)),
    };
    writeln!(page, "- {} ({}){text}", words.note(note.kind), plain(&place))
}

/// The text with what Markdown would take for markup escaped: HTML, emphasis,
/// links, code, and the bar that ends a cell of a table.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$' | '@' => {
                plain.push('\\');
                plain.push(c);
            }
            '\n' | '\r' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::sample;
    use super::*;

    #[test]
    fn shows_counts_findings_rows_and_notes() {
        insta::assert_snapshot!("vi", sample::comparison().markdown(Language::Vi).to_string());
        insta::assert_snapshot!("en", sample::comparison().markdown(Language::En).to_string());
    }

    #[test]
    fn printed_text_is_no_markup() {
        assert_eq!(plain("Tỷ lệ * <b>a|b</b>"), "Tỷ lệ \\* \\<b\\>a\\|b\\</b\\>");
        let mut comparison = sample::comparison();
        Arc::make_mut(&mut comparison.left).tasks[2].text.text = "a | b\nc".to_owned();
        let report = comparison.markdown(Language::Vi).to_string();
        assert!(report.contains("| a \\| b c | 13 |"), "{report}");
    }

    #[test]
    fn nothing_checked_and_nothing_left_unchecked_are_said() {
        let mut comparison = sample::comparison();
        comparison.checked.clear();
        comparison.agreements.clear();
        comparison.not_checked.clear();
        Arc::make_mut(&mut comparison.left).notes.clear();
        let says = |language, text: &str| {
            let report = comparison.markdown(language).to_string();
            assert!(report.contains(text), "{report}");
        };
        says(
            Language::Vi,
            "## ĐÃ KIỂM TRA VÀ KHỚP\n\nKhông có.\n\n## CHƯA KIỂM TRA\n\nKhông có.\n\n## GHI CHÚ",
        );
        says(
            Language::En,
            "## CHECKED AND IN AGREEMENT\n\nNothing.\n\n## NOT CHECKED\n\nNothing.\n\n## NOTES",
        );
    }

    #[test]
    fn a_comparison_without_findings_says_so() {
        let mut comparison = sample::comparison();
        comparison.findings.clear();
        let report = comparison.markdown(Language::Vi).to_string();
        assert!(report.contains("\nKhông phát hiện khác biệt nào.\n"), "{report}");
    }
}
