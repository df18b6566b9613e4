//! Figures printed in running text.

use super::Reading;

/// A figure printed in a text, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Byte offset of its first digit.
    pub start: usize,
    /// Byte offset behind its last digit.
    pub end: usize,
    /// What it can mean. A sign is never read: in running text a dash is a
    /// bullet or a range.
    pub reading: Reading,
}

/// The figures of a running text in order. A range is two figures (`03-05`,
/// `2026-2030`), a ratio too (`9/10`); a unit may stand close (`100km`).
///
/// Passed over: parts of words and labels (`A1`, `CO2`, `5G`, `Covid-19`),
/// document numbers (`355-KH/TU`, `78/2025/NĐ-CP`), dates (`05/5/2022`,
/// `7/2026`, `IV/2027`), exponents (`M<sup>2</sup>`) and numbered headings
/// (`1.2.3`).
pub fn numbers(text: &str) -> impl Iterator<Item = Printed> {
    Figures {
        text,
        from: 0,
        list_end: 0,
    }
}

struct Figures<'a> {
    text: &'a str,
    from: usize,
    /// Up to here commas part figures (`1,2,3`).
    list_end: usize,
}

impl Iterator for Figures<'_> {
    type Item = Printed;

    fn next(&mut self) -> Option<Printed> {
        loop {
            let start = self.from + self.text.as_bytes()[self.from..].iter().position(u8::is_ascii_digit)?;
            let marks = if start < self.list_end { "." } else { ".," };
            let end = start + run(&self.text[start..], marks);
            let (before, after) = (&self.text[..start], &self.text[end..]);
            self.from = end;
            if is_part_of_word(before, after) {
                continue;
            }
            if !before.ends_with('/')
                && let Some(length) = chain(&self.text[start..])
            {
                self.from = start + length;
                continue;
            }
            if let Some(reading) = Reading::parse(&self.text[start..end]) {
                return Some(Printed { start, end, reading });
            }
            let run = &self.text[start..end];
            if run.contains(',') && !run.contains('.') {
                self.from = start;
                self.list_end = end;
            }
        }
    }
}

/// Length of the digits `text` starts with, `marks` between digits included.
fn run(text: &str, marks: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || (end > 0 && is_digit(end + 1) && marks.as_bytes().contains(&bytes[end])) {
        end += 1;
    }
    end
}

fn is_part_of_word(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), _) if last.is_alphanumeric() => return true,
        (Some('-'), Some(letter)) if letter.is_alphabetic() => return true,
        // The quarter of a date: `Quý IV/2027`.
        (Some('/'), Some('I' | 'V')) => return true,
        (Some('>'), Some('p' | 'b')) if before.ends_with("<sup>") || before.ends_with("<sub>") => return true,
        _ => {}
    }
    after.strip_prefix('-').is_some_and(starts_symbol) || is_label(after)
}

/// Whether the letters right behind a figure make a label of it (`5G`, `2A`,
/// `1b`, `15NQ/TW`) and not a unit (`100km`, `60MW`).
fn is_label(after: &str) -> bool {
    let length = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let (letters, rest) = after.split_at(length);
    let mut chars = letters.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return false;
    };
    match second {
        None => first.is_uppercase() || matches!(first, 'a'..='e'),
        Some(_) => first.is_uppercase() && rest.starts_with(['/', '-']),
    }
}

/// Whether a word is a year that programs speak of: four digits, `19…` or `20…`.
pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// The digits and the letter of a word that is a name (`5G`, `2A`), no measure (`5m`).
pub(crate) fn lettered(word: &str) -> Option<(&str, &str)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, letter) = word.split_at(digits);
    let mut letters = letter.chars();
    let is_one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    (is_one && !digits.is_empty()).then_some((digits, letter))
}

/// Whether the text starts with the symbol of a document (`KH/TU`, `NĐ-CP`,
/// `CTr-UBND`) or a lone capital, not with a capitalized word.
fn starts_symbol(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && !chars.next().is_some_and(char::is_lowercase)
}

/// Length of the figures joined by `/` that `text` starts with, where they
/// are a date or lead to the symbol of a document.
fn chain(text: &str) -> Option<usize> {
    let mut links = [0_u32; 3];
    let mut count = 0;
    let mut end = 0;
    loop {
        let length = run(&text[end..], "");
        if length == 0 {
            break;
        }
        *links.get_mut(count)? = text[end..end + length].parse().ok()?;
        count += 1;
        end += length;
        match text[end..].strip_prefix('/') {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => end += 1,
            Some(next) if starts_symbol(next) => return Some(end),
            _ => break,
        }
    }
    let is_month = |link: u32| (1..=12).contains(&link);
    let is_year = |link: u32| (1900..=2200).contains(&link);
    let is_date = match links[..count] {
        [month, year] => is_month(month) && is_year(year),
        [day, month, year] => (1..=31).contains(&day) && is_month(month) && is_year(year),
        _ => false,
    };
    is_date.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures of a text as they are cut out of it.
    fn cut(text: &str) -> Vec<&str> {
        numbers(text).map(|figure| &text[figure.start..figure.end]).collect()
    }

    #[test]
    fn finds_figures_in_running_text() {
        assert_eq!(cut("thu hút 12 triệu lượt khách, đạt 8,5%."), ["12", "8,5"]);
        assert_eq!(cut("cho 25.000 sinh viên (5.000 tấn/ngày),"), ["25.000", "5.000"]);
        assert_eq!(cut("đường Vành đai 2.5; đến năm 2030."), ["2.5", "2030"]);
        assert_eq!(cut("“4 không”: tăng 30% giá trị"), ["4", "30"]);
    }

    #[test]
    fn years_have_four_digits_and_a_century() {
        assert!(["1975", "2030"].into_iter().all(is_year));
        assert!(!["2130", "20,5", "2.030", "20300", "203", ""].into_iter().any(is_year));
    }

    #[test]
    fn a_capital_behind_digits_makes_a_name() {
        assert_eq!(lettered("5G"), Some(("5", "G")));
        for word in ["5m", "5GB", "G5", "5", "A"] {
            assert_eq!(lettered(word), None, "{word}");
        }
    }

    #[test]
    fn ranges_and_ratios_are_two_figures() {
        assert_eq!(cut("03-05 mô hình"), ["03", "05"]);
        assert_eq!(
            cut("giai đoạn 2026 – 2030, kỳ 2025-2030"),
            ["2026", "2030", "2025", "2030"]
        );
        assert_eq!(cut("đạt 9/10 điểm"), ["9", "10"]);
    }

    #[test]
    fn a_unit_may_stand_close() {
        assert_eq!(
            cut("hơn 100km đường, 40.000m², 60MW, 13.000m³/ngđ"),
            ["100", "40.000", "60", "13.000"]
        );
    }

    #[test]
    fn labels_are_no_figures() {
        for text in [
            "A1",
            "CO2",
            "PM2.5",
            "5G, IoT",
            "Tuyến 2A",
            "QL1A",
            "m2",
            "Covid-19",
            "15NQ/TW",
            "tuyến 2a",
        ] {
            assert_eq!(cut(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn document_numbers_are_no_figures() {
        for text in [
            "355-KH/TU",
            "57-NQ/TW",
            "03/CTr-UBND",
            "78/2025/NĐ-CP",
            "33/2024/QH15",
            "số 11-ĐA/TU",
            "204–QĐ/TW",
        ] {
            let text = text.replace('–', "-");
            assert_eq!(cut(&text), [""; 0], "{text}");
        }
        assert_eq!(cut("2030-Hà Nội 5/người"), ["2030", "5"]);
    }

    #[test]
    fn dates_are_no_figures() {
        assert_eq!(cut("ngày 05/5/2022, tháng 7/2026, Quý IV/2027, I/2026"), [""; 0]);
        assert_eq!(cut("13/2026 và 32/1/2026"), ["13", "2026", "32", "1", "2026"]);
    }

    #[test]
    fn lists_without_blanks_are_parted_and_headings_left_out() {
        assert_eq!(cut("tuyến 1,2,3 và 4"), ["1", "2", "3", "4"]);
        assert_eq!(cut("mục 1.2.3"), [""; 0]);
        assert_eq!(cut("1,5 và 2"), ["1,5", "2"]);
    }

    #[test]
    fn more_digits_than_a_number_has_are_passed_over() {
        let account = "9".repeat(40);
        assert_eq!(cut(&format!("số {account} và 5")), ["5"]);
        assert_eq!(cut(&format!("1,2,{account} và 5")), ["1", "2", "5"]);
    }

    #[test]
    fn exponents_are_no_figures() {
        assert_eq!(cut("15 m<sup>2</sup>/người, CO<sub>2</sub>"), ["15"]);
    }

    #[test]
    fn both_readings_are_kept() {
        let figure = numbers("đạt 12,000 USD").next().unwrap();
        assert_eq!(figure.reading.alternative, Some(crate::text::Number::from(12_000)));
    }
}
