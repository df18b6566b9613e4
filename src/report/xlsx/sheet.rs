//! A sheet that is one table: heading, rows, filter, print set-up.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::model::Date;

/// A cell of a worksheet holds 32 767 characters, each of which may count double.
const LONGEST: usize = 16_000;
/// The name of a sheet has at most 31 characters; two stand for its number.
const LONGEST_NAME: usize = 28;
/// `A4` among the paper sizes of worksheets.
const A4: u8 = 9;
/// The font that Decree 30/2020/NĐ-CP prescribes for official papers.
const FONT: &str = "Times New Roman";

/// The height of a line of [`FONT`] at 11 points, in points.
const LINE: u32 = 15;
/// A row is at most so high, in points.
const HIGHEST: u32 = 409;

/// A column: its heading, and its width in characters.
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) width: u16,
}

impl Column {
    pub(super) fn new(heading: impl Into<String>, width: u16) -> Self {
        Self {
            heading: heading.into(),
            width,
        }
    }
}

/// What a cell holds.
pub(super) enum Value {
    Text(String),
    /// A number, shown with so many decimals.
    Number(f64, u32),
    Day(Date),
    Empty,
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn count(count: usize) -> Self {
        u32::try_from(count).map_or(Self::Empty, |count| Self::Number(f64::from(count), 0))
    }
}

/// Adds a sheet with a table under a frozen heading that prints on every page,
/// A4 landscape, as wide as one page.
pub(super) fn add<'b>(
    book: &'b mut Workbook,
    name: &str,
    columns: &[Column],
    rows: &[Vec<Value>],
) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(name))?;
    let heading = cell_format()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xE7_E6_E6));
    for (index, column) in (0..).zip(columns) {
        sheet.set_column_width(index, column.width)?;
        sheet.write_string_with_format(0, index, fitting(&column.heading), &heading)?;
    }
    let headings = columns.iter().map(|column| (column.heading.as_str(), column.width));
    sheet.set_row_height(0, height(headings))?;
    let formats = Formats::new();
    for (index, row) in (1..).zip(rows) {
        let texts = row.iter().zip(columns).filter_map(|(value, column)| match value {
            Value::Text(text) => Some((text.as_str(), column.width)),
            _ => None,
        });
        // Not every program that opens workbooks finds the height of wrapped text.
        sheet.set_row_height(index, height(texts))?;
        for (column, value) in (0..).zip(row) {
            write(sheet, index, column, value, &formats)?;
        }
    }
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row(rows), last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.5, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer(format!("&L&\"{FONT}\"&A&C&\"{FONT}\"&P/&N"));
    Ok(sheet)
}

/// The row of the last entry; that of the first where there is none.
pub(super) fn last_row(rows: &[Vec<Value>]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1)
}

struct Formats {
    text: Format,
    day: Format,
    /// By number of decimals.
    numbers: Vec<Format>,
}

impl Formats {
    fn new() -> Self {
        let number = |format: &str| cell_format().set_num_format(format).set_align(FormatAlign::Right);
        Self {
            text: cell_format(),
            day: number("dd/mm/yyyy"),
            numbers: ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"].map(number).into(),
        }
    }
}

fn cell_format() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(11)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, value: &Value, formats: &Formats) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => sheet.write_string_with_format(row, column, fitting(text), &formats.text)?,
        Value::Number(number, decimals) => {
            let last = formats.numbers.len() - 1;
            let decimals = usize::try_from(*decimals).unwrap_or(last).min(last);
            sheet.write_number_with_format(row, column, *number, &formats.numbers[decimals])?
        }
        Value::Day(day) => match worksheet_day(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, &day, &formats.day)?,
            None => sheet.write_string_with_format(row, column, day.to_string(), &formats.text)?,
        },
        Value::Empty => sheet.write_blank(row, column, &formats.text)?,
    };
    Ok(())
}

/// The height of a row that holds these texts, each in a column so wide.
fn height<'a>(texts: impl Iterator<Item = (&'a str, u16)>) -> u32 {
    let lines = texts
        .map(|(text, width)| text.split('\n').map(|line| lines(line, width)).sum())
        .max();
    (lines.unwrap_or(1).max(1) * LINE + 2).min(HIGHEST)
}

/// How many lines a text takes that wraps between words.
fn lines(text: &str, width: u16) -> u32 {
    // Widths count digits; a letter of this font is narrower by a fifth.
    let width = usize::from(width) * 6 / 5;
    let (mut lines, mut column) = (1, 0);
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if column > 0 && column + 1 + wide > width {
            lines += 1;
            column = wide;
        } else {
            column += wide + usize::from(column > 0);
        }
        // A word longer than the column is broken.
        while column > width {
            lines += 1;
            column -= width.max(1);
        }
    }
    lines
}

/// Worksheets count days from 1900.
fn worksheet_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month(), day.day()).ok()
}

fn fitting(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

/// The name without what a sheet may not be called.
fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    name.chars().filter(allowed).take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_called_what_worksheets_allow() {
        assert_eq!(sheet_name("1. Đảng bộ TP Hà Nội"), "1. Đảng bộ TP Hà Nội");
        assert_eq!(sheet_name("2. [UBND]: a/b?"), "2. UBND ab");
        assert_eq!(sheet_name(&"x".repeat(40)).chars().count(), 28);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell_needs() {
        assert_eq!(lines("Cơ quan chủ trì", 8), 2);
        assert_eq!(lines("Cơ quan chủ", 10), 1);
        assert_eq!(lines("", 8), 1);
        assert_eq!(lines("355-KH/TU-của-Thành-ủy", 8), 3);
        let row = |text| height([(text, 10), ("a", 10)].into_iter());
        assert_eq!((row("a"), row("a\nb")), (17, 32));
        assert_eq!(row(&*"a b ".repeat(1000)), HIGHEST);
    }

    #[test]
    fn a_day_before_worksheets_count_is_no_day_of_theirs() {
        assert!(worksheet_day(Date::new(2026, 3, 31).unwrap()).is_some());
        assert!(worksheet_day(Date::new(1890, 1, 1).unwrap()).is_none());
    }
}
