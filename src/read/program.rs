//! The steps of reading, one after the other.

use super::annex::{Division, RawAnnex, divide};
use super::assemble::{Assembly, assemble};
use super::citations::{Cited, citations};
use super::deadlines::Deadlines;
use super::error::ReadError;
use super::flow::Flow;
use super::furniture::{Furniture, furniture};
use super::garbled::{Garbled, garbled};
use super::heading_years::out_of_period;
use super::limits::{Excess, LONGEST_LINE, within};
use super::options::ReadOptions;
use super::repair::repair;
use super::row_ids::RowIds;
use super::statements::statements;
use super::table::{RawTable, SourceLine};
use super::understand::{Reader, Setting, years};
use super::value_columns::ValueColumns;
use super::{delimited, evidence, front, issuer, leftover, page_numbers, pdf, running_heads};
use crate::model::{Annex, AnnexKind, Body, BodyTable, Cell, Citation, Lines, Note, NoteKind, Program, RowId, Seat};
use crate::text::{compose, fold, split};

/// Reads a whole program.
pub(crate) fn read_program(text: &str, options: &ReadOptions) -> Result<Program, ReadError> {
    within(Excess::Bytes, text.len(), 1)?;
    let garbled = match garbled(text) {
        Garbled::Text(garbling, line) => return Err(ReadError::Garbled { line, garbling }),
        Garbled::Lines(notes) => notes,
    };
    let text = compose(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut lines: Vec<SourceLine<'_>> = Vec::new();
    let mut notes = garbled;
    for (text, number) in split(&text, b'\n').zip(1..) {
        within(Excess::Lines, lines.len() + 1, number)?;
        let is_line = text.len() <= LONGEST_LINE;
        if !is_line {
            within(Excess::Columns, text.split('\t').count(), number)?;
            notes.push(leftover::too_long(text, number));
        }
        let text = if is_line { text } else { "" };
        lines.push(SourceLine { number, text });
    }
    let end = lines
        .iter()
        .rev()
        .find(|line| !line.text.trim().is_empty())
        .map_or(1, |line| line.number);
    running_heads::blank(&mut lines);
    page_numbers::blank(&mut lines);
    let division = divide(&lines);
    if division.annexes.is_empty() {
        return Err(ReadError::NoTable { line: end });
    }
    let mut program = front_of(&division, options);
    program.notes = notes;
    let issuer = &program.issuer.name;
    let bodies = options.bodies.at(Seat::of(issuer)).at_home(Seat::home(issuer));
    let mut reader = Reader::new(&bodies);
    let mut given = RowIds::default();
    for annex in &division.annexes {
        let tables = tables(annex, &bodies, &mut reader.deadlines)?;
        read_annex(annex, tables, end, &mut reader, &mut given, &mut program);
    }
    if program.tasks.is_empty() && program.indicators.is_empty() {
        return Err(ReadError::NoRows {
            line: division.annexes[0].lines.first,
        });
    }
    program.notes.append(&mut reader.notes);
    evidence::weigh(&mut program);
    program.notes.sort_by_key(|note| note.lines.first);
    Ok(program)
}

/// What stands before the annexes.
fn front_of(division: &Division<'_>, options: &ReadOptions) -> Program {
    let body = division.body;
    let signature = body
        .iter()
        .position(|line| furniture(line.text) == Some(Furniture::Signature))
        .unwrap_or(body.len());
    let flow = Flow::of(&body[..signature]);
    let title = front::title(body);
    let mut issuer = issuer::issuer(&title, body, &division.annexes, &options.bodies);
    let known = options
        .bodies
        .scan(&issuer.name)
        .map_or("", |scan| &issuer.name[..scan.len]);
    issuer.body = options
        .bodies
        .parse(known)
        .iter()
        .find_map(|mention| match &mention.body {
            Body::Named(name) => Some(name.clone()),
            _ => None,
        });
    if let Some(body) = &issuer.body {
        let before = issuer.name.chars().count().saturating_sub(body.chars().count());
        let committee: String = issuer.name.chars().take(before).collect();
        let spelled = committee + body;
        if fold(&spelled) == fold(&issuer.name) {
            issuer.name = spelled;
        }
    }
    let cited = cited_in(&flow.text, None, |cited| flow.lines(cited.start, cited.end));
    Program {
        label: if options.label.is_empty() {
            issuer.name.clone()
        } else {
            options.label.clone()
        },
        citations: cited.collect(),
        statements: statements(&flow),
        title,
        issuer,
        annexes: Vec::new(),
        sections: Vec::new(),
        tasks: Vec::new(),
        indicators: Vec::new(),
        notes: Vec::new(),
    }
}

/// Reads the tables of an annex into the program; `end` is the last line of the text.
fn read_annex(
    annex: &RawAnnex<'_>,
    mut tables: Vec<RawTable>,
    end: u32,
    reader: &mut Reader<'_>,
    given: &mut RowIds,
    program: &mut Program,
) {
    tables.iter_mut().for_each(repair);
    let attached = annex.attached.as_deref().unwrap_or_default();
    let own_lines = Lines::one(annex.lines.first);
    program.citations.extend(cited_in(attached, None, |_| own_lines));
    let kind = tables
        .iter()
        .map(RawTable::kind)
        .find(|kind| *kind != AnnexKind::Other)
        .unwrap_or(AnnexKind::Other);
    let headings: Vec<String> = tables.first().map_or_else(Vec::new, |table| table.headings.clone());
    let value_columns: Vec<ValueColumns> = tables.iter().map(ValueColumns::of).collect();
    let of_targets = || years(&headings[value_columns.first()?.principal?]);
    let of_program = || {
        if kind == AnnexKind::Tasks {
            span(&program.title)
        } else {
            None
        }
    };
    let period = years(&annex.title)
        .or_else(of_targets)
        .or_else(|| headings.iter().find_map(|heading| years(heading)))
        .or_else(of_program);
    program.notes.append(&mut leftover::unplaced(&annex.table, &tables));
    program.notes.extend(tables.iter().flat_map(leftover::unread_columns));
    let headed = tables.iter().zip(&value_columns).next();
    program
        .notes
        .extend(headed.and_then(|(table, columns)| out_of_period(&annex.title, table, columns, annex.lines)));
    program
        .notes
        .extend(tables.last().and_then(|table| leftover::cut_short(table, end)));
    let setting = Setting {
        unit: annex.unit.as_deref(),
        period,
        footnotes: &annex.footnotes,
    };
    let Assembly {
        mut sections,
        rows,
        mut notes,
    } = assemble(annex.number, &tables, given);
    if rows.is_empty() {
        program.notes.push(Note {
            kind: NoteKind::AnnexEmpty,
            row: None,
            text: annex.title.clone(),
            lines: annex.lines,
        });
    }
    program.sections.append(&mut sections);
    program.notes.append(&mut notes);
    let mut torn: Vec<Note> = tables.iter().flat_map(|table| table.notes.iter().cloned()).collect();
    for note in torn.iter_mut().filter(|note| note.row.is_none()) {
        // Rows stand in the order of their lines.
        let from = rows.partition_point(|row| row.lines.last < note.lines.last);
        note.row = rows[from..]
            .first()
            .filter(|row| row.lines.first <= note.lines.first)
            .map(|row| row.id.clone());
    }
    for placed in rows {
        let (table, columns) = (&mut tables[placed.table], &value_columns[placed.table]);
        if table.kind() == AnnexKind::Indicators {
            let indicator = reader.indicator(placed, (table, columns), &setting);
            cite(&indicator.id, &indicator.name, &mut program.citations);
            program.indicators.push(indicator);
        } else {
            let task = reader.task(placed, table);
            cite(&task.id, &task.text, &mut program.citations);
            if let Some(product) = &task.product {
                cite(&task.id, product, &mut program.citations);
            }
            program.tasks.push(task);
        }
    }
    program.notes.append(&mut torn);
    program.annexes.push(Annex {
        number: annex.number,
        title: annex.title.clone(),
        kind,
        columns: headings,
        period,
        lines: annex.lines,
    });
}

/// The tables of an annex, whatever its layout.
fn tables(annex: &RawAnnex<'_>, bodies: &BodyTable, deadlines: &mut Deadlines) -> Result<Vec<RawTable>, ReadError> {
    let tables = delimited::read_tables(&annex.table)?;
    if tables.is_empty() {
        let table = pdf::read_table(&annex.table, bodies, deadlines)?;
        Ok(table.into_iter().collect())
    } else {
        Ok(tables)
    }
}

/// The years a program is for as a whole: `giai đoạn 2026-2030` in its title,
/// which names no vision beyond them.
fn span(title: &str) -> Option<(i16, i16)> {
    let title = fold(title);
    let (_, behind) = title.split_once("giai đoạn ").filter(|_| !title.contains("tầm nhìn"))?;
    years(behind).filter(|(first, last)| first < last && behind.starts_with(&first.to_string()))
}

/// The documents a cell cites.
fn cite(row: &RowId, cell: &Cell, found: &mut Vec<Citation>) {
    found.extend(cited_in(&cell.text, Some(row), |_| cell.lines));
}

/// The documents a text cites, each with its lines.
fn cited_in<'a>(
    text: &'a str,
    row: Option<&'a RowId>,
    lines: impl Fn(&Cited<'a>) -> Lines + 'a,
) -> impl Iterator<Item = Citation> + 'a {
    citations(text).into_iter().map(move |cited| Citation {
        number: cited.number.to_owned(),
        date: cited.date.map(str::to_owned),
        row: row.cloned(),
        lines: lines(&cited),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Task;

    fn read(text: &str) -> Program {
        read_program(text, &ReadOptions::default()).unwrap()
    }

    fn deadline(task: &Task) -> &str {
        task.deadline.as_ref().map_or("", |cell| cell.text.as_str())
    }

    const TASKS: &str = "KẾ HOẠCH\nThực hiện Nghị quyết số 15-NQ/TW\n\nPHỤ LỤC 1\nNHIỆM VỤ\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n\
        I\tVề kinh tế\t\t\n1\tXây cầu theo Quyết định 204-QĐ/TW ngày 5/5/2025\tSở Xây dựng\tQuý I/2026\n";

    #[test]
    fn line_ends_marks_and_normal_forms_do_not_matter() {
        let plain = read(TASKS);
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(TASKS).collect();
        let other = read(&format!("\u{feff}{}", decomposed.replace('\n', "\r\n")));
        assert_eq!(plain, other);
        let task = &plain.tasks[0];
        assert_eq!((task.id.as_str(), deadline(task)), ("PL1.1", "Quý I/2026"));
        assert_eq!(task.text.text, "Xây cầu theo Quyết định 204-QĐ/TW ngày 5/5/2025");
        assert_eq!(task.section, "I");
    }

    #[test]
    fn a_column_the_table_does_not_have_is_none_and_an_empty_cell_is_not() {
        let program = read("PHỤ LỤC 1\n| TT | Thời hạn | Nhiệm vụ |\n|--|--|--|\n| 1 |  | Xây cầu |\n");
        let task = &program.tasks[0];
        assert_eq!((task.text.text.as_str(), task.lead.is_none()), ("Xây cầu", true));
        assert_eq!(task.deadline.as_ref().map(|cell| cell.text.as_str()), Some(""));
    }

    #[test]
    fn documents_are_cited_with_their_rows() {
        let program = read(TASKS);
        let cited: Vec<_> = program
            .citations
            .iter()
            .map(|cited| (cited.number.as_str(), cited.date.as_deref(), cited.row.is_some()))
            .collect();
        assert_eq!(
            cited,
            [("15-NQ/TW", None, false), ("204-QĐ/TW", Some("5/5/2025"), true)]
        );
    }

    #[test]
    fn several_values_with_their_headings() {
        let program = read(
            "Phụ lục 2: Chỉ tiêu năm 2025\nTT\tChỉ tiêu\tĐVT\tNăm 2025\tKQ Quý I\tChủ trì\n1\tTăng trưởng *\t%\t8,5\t7,6\tSở Tài chính\n\
             Ghi chú *: Số liệu năm 2024\n",
        );
        let indicator = &program.indicators[0];
        assert_eq!(
            (indicator.value.text.as_str(), indicator.values[1].heading.as_str()),
            ("8,5", "KQ Quý I")
        );
        assert_eq!(
            (indicator.period, indicator.footnote.as_deref()),
            (Some((2025, 2025)), Some("Số liệu năm 2024"))
        );
        assert_eq!(program.annexes[0].number, 2);
    }

    #[test]
    fn what_cannot_be_read_is_an_error_with_its_line() {
        let error = |text| read_program(text, &ReadOptions::default()).unwrap_err();
        assert_eq!(error(" \n\u{feff}"), ReadError::Empty);
        assert_eq!(error("Một bài văn.\nHai dòng.\n"), ReadError::NoTable { line: 2 });
        assert_eq!(
            error("Mở đầu\nPHỤ LỤC 1\nKhông có bảng\n"),
            ReadError::NoRows { line: 2 }
        );
    }
}
