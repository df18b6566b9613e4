//! What is no program, or comes in another encoding, and what is said of it.

use doichieu::model::{NoteKind, Program};
use doichieu::read::{Excess, Garbling, LARGEST_TEXT};
use doichieu::report::Language;
use doichieu::{ReadError, Remark, compare, hanoi, read, read_bytes};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::review::{failure, file, review, stdout};

const PARTY: &str = "fixtures/party.txt";

#[test]
fn what_cannot_be_read_is_one_line_that_names_file_line_and_reason() {
    let cases: [(&str, &[u8], u32, &str); 8] = [
        ("empty.txt", b"", 1, "trống"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\r\n", 1, "trống"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "nhị phân"),
        ("program.docx", b"PK\x03\x04\x14\0\x06\0", 1, "DOCX"),
        ("program.pdf", b"%PDF-1.7\n%\xe2\xe3", 1, "PDF"),
        ("bytes.txt", b"line 1\nline 2\nline \xff3\n", 3, "UTF-8"),
        (
            "tcvn3.txt",
            "Trang 1\nNhiÖm vô ®Èy m¹nh ph¸t triÓn".as_bytes(),
            2,
            "TCVN3 (ABC)",
        ),
        ("letter.txt", "Kính gửi\nông A\n".as_bytes(), 2, "phụ lục"),
    ];
    for (name, bytes, line, reason) in cases {
        let path = file(name, bytes);
        let said = failure(&[PARTY, &path]);
        assert!(
            said.starts_with(&format!("{path}:{line}: ")) && said.contains(reason),
            "{said}"
        );
    }
    let empty = file("empty-too.txt", b"");
    assert_eq!(
        failure(&["--lang", "en", &empty, PARTY]),
        format!("{empty}:1: the text is empty")
    );
    assert_eq!(
        failure(&["fixtures", PARTY]),
        "fixtures: đây là thư mục, không phải tệp"
    );
    assert!(failure(&["--lang", "en", "fixtures", PARTY]).ends_with("this is a directory, not a file"));
}

/// The rows of a program, without notes and places.
fn rows(program: &Program) -> (Vec<&str>, Vec<&str>) {
    let tasks = program.tasks.iter().map(|task| task.text.text.as_str());
    let indicators = program.indicators.iter().map(|row| row.value.text.as_str());
    (tasks.collect(), indicators.collect())
}

fn count(program: &Program, kind: NoteKind) -> usize {
    program.notes.iter().filter(|note| note.kind == kind).count()
}

#[test]
fn utf_16_reads_as_utf_8_does() {
    let utf8 = read(hanoi::UBND).unwrap();
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = hanoi::UBND.encode_utf16().flat_map(order).collect();
        let marked = [&order(0xfeff)[..], &bytes].concat();
        assert_eq!(read_bytes(&marked).unwrap(), utf8);
        let guessed = read_bytes(&bytes).unwrap();
        assert_eq!(rows(&guessed), rows(&utf8));
        assert_eq!(count(&guessed, NoteKind::EncodingGuessed), 1);
    }
    assert_eq!(read_bytes(hanoi::UBND.as_bytes()).unwrap(), utf8);
}

/// Each letter as `encode` writes it and its tone.
fn encoded(text: &str, encode: impl Fn(char, Option<char>) -> String) -> String {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let letters = text.nfc().map(|c| {
        let parts: Vec<char> = c.nfd().collect();
        let letter = parts.iter().copied().filter(|c| !is_tone(c)).nfc().next().unwrap_or(c);
        encode(letter, parts.into_iter().find(is_tone))
    });
    letters.collect()
}

#[test]
fn windows_1258_is_read_and_said_to_be_a_guess() {
    let apart = encoded(hanoi::UBND, |letter, tone| {
        [Some(letter), tone].into_iter().flatten().collect()
    });
    let (bytes, _, _) = encoding_rs::WINDOWS_1258.encode(&apart);
    let program = read_bytes(&bytes).unwrap();
    let utf8 = read(hanoi::UBND).unwrap();
    assert_eq!(
        (program.tasks.len(), program.indicators.len()),
        (utf8.tasks.len(), utf8.indicators.len())
    );
    assert_eq!(program.tasks[7].text, utf8.tasks[7].text);
    assert_eq!(count(&program, NoteKind::EncodingGuessed), 1);
}

/// The letters of TCVN3 from 0xA1 on; capitals with a tone are small letters in a font of capitals.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ------àảãáạ-ằẳẵắ-------ặầẩẫấậè-ẻẽéẹềểễếệìỉ---ĩíịò-ỏõóọồổỗốộờởỡớợù-ủũúụừửữứựỳỷỹýỵ";

fn tcvn3(letter: char, tone: Option<char>) -> String {
    let whole: String = [Some(letter), tone].into_iter().flatten().nfc().collect();
    let small = whole.to_lowercase();
    let code = [whole.as_str(), &small].into_iter().find_map(|wanted| {
        let at = TCVN3.chars().position(|c| wanted.chars().eq([c]))?;
        u8::try_from(0xa1 + at).ok()
    });
    code.map_or(whole, |code| char::from(code).to_string())
}

fn vni(letter: char, tone: Option<char>) -> String {
    let mark = |plain: char| match tone {
        None => plain,
        Some('\u{300}') => {
            if plain == 'â' {
                'à'
            } else {
                'è'
            }
        }
        Some('\u{301}') => {
            if plain == 'â' {
                'á'
            } else {
                'é'
            }
        }
        Some('\u{309}') => {
            if plain == 'â' {
                'å'
            } else {
                'ú'
            }
        }
        Some('\u{303}') => {
            if plain == 'â' {
                'ã'
            } else {
                'ü'
            }
        }
        _ => {
            if plain == 'â' {
                'ä'
            } else {
                'ë'
            }
        }
    };
    let bare = match tone {
        None => "",
        Some('\u{300}') => "ø",
        Some('\u{301}') => "ù",
        Some('\u{309}') => "û",
        Some('\u{303}') => "õ",
        _ => "ï",
    };
    match letter.to_lowercase().next().unwrap_or(letter) {
        'â' => format!("a{}", mark('â')),
        'ê' => format!("e{}", mark('â')),
        'ô' => format!("o{}", mark('â')),
        'ă' => format!("a{}", mark('ê')),
        'ơ' => format!("ô{bare}"),
        'ư' => format!("ö{bare}"),
        'đ' => "ñ".to_owned(),
        'i' => match tone {
            None => "i".to_owned(),
            Some('\u{300}') => "ì".to_owned(),
            Some('\u{301}') => "í".to_owned(),
            Some('\u{309}') => "æ".to_owned(),
            Some('\u{303}') => "ó".to_owned(),
            _ => "ò".to_owned(),
        },
        _ => format!("{letter}{bare}"),
    }
}

#[test]
fn the_fonts_of_before_are_recognized_as_letters_and_as_bytes() {
    for (garbling, encode) in [
        (Garbling::Tcvn3, tcvn3 as fn(char, Option<char>) -> String),
        (Garbling::Vni, vni),
    ] {
        for source in [hanoi::PARTY, hanoi::UBND] {
            let start: String = source.chars().take(8000).collect();
            let letters = encoded(&start, encode);
            let error = |error: ReadError| match error {
                ReadError::Garbled { garbling, .. } => garbling,
                error => panic!("{error}"),
            };
            assert_eq!(error(read(&letters).unwrap_err()), garbling);
            assert_eq!(error(read_bytes(letters.as_bytes()).unwrap_err()), garbling);
            let bytes: Vec<u8> = letters
                .chars()
                .filter_map(|c| u8::try_from(u32::from(c)).ok())
                .collect();
            assert_eq!(error(read_bytes(&bytes).unwrap_err()), garbling);
        }
    }
    let (misread, _, _) = encoding_rs::WINDOWS_1252.decode(hanoi::UBND.as_bytes());
    let garbling = Garbling::Mojibake;
    assert!(matches!(read(&misread), Err(ReadError::Garbled { garbling: found, .. }) if found == garbling));
}

/// A task table with these headings, and rows below them.
fn table(headings: &str, rows: &str) -> String {
    format!("KẾ HOẠCH\n\nPHỤ LỤC 1\nNHIỆM VỤ\n\n{headings}\n{rows}")
}

const HEADINGS: &str = "TT\tNhiệm vụ\tChủ trì\tThời hạn";

#[test]
fn what_is_larger_than_any_program_is_refused_with_its_line() {
    let error = |text: &str| read(text).unwrap_err();
    let bytes = vec![b'\n'; LARGEST_TEXT + 1];
    assert_eq!(
        read_bytes(&bytes),
        Err(ReadError::TooLarge {
            line: 1,
            excess: Excess::Bytes
        })
    );
    let rows = "1\tXây\tSở\t2027\n".repeat(Excess::Rows.most());
    let excess = Excess::Rows;
    assert_eq!(
        error(&table(HEADINGS, &rows)),
        ReadError::TooLarge { line: 200_006, excess }
    );
    let excess = Excess::Columns;
    for columns in [257, 10_000, 40_000] {
        let wide = format!("{HEADINGS}{}", "\tCột".repeat(columns - 4));
        assert_eq!(
            error(&table(&wide, "1\tA\tB\t2027")),
            ReadError::TooLarge { line: 6, excess }
        );
    }
    assert_eq!(read(&table(HEADINGS, "1\tA\tSở Y tế\t2027")).unwrap().tasks.len(), 1);
}

#[test]
fn a_line_that_nobody_printed_is_passed_by_and_said() {
    let picture = format!("![](data:image/png;base64,{})", "iVBORw0KGgo".repeat(10_000));
    let rows = format!("1\tA\tSở Y tế\t2027\n\n{picture}\n\n2\tB\tSở Y tế\t2027\n");
    let program = read(&format!("{picture}\n{}", table(HEADINGS, &rows))).unwrap();
    assert_eq!((program.tasks.len(), count(&program, NoteKind::LineTooLong)), (2, 2));
    assert!(program.notes.iter().all(|note| note.text.chars().count() <= 201));
}

/// Work that grew with the square of one of these would not end in a test.
#[test]
fn long_rows_and_many_lines_are_read_in_their_turn() {
    let many = |line: &str| line.repeat(10_000);
    for text in [
        table(HEADINGS, &many("-\tXây cầu\tSở Y tế\t2027\n")),
        table(HEADINGS, &format!("1\tA\tSở Y tế\t2027\n{}", many("lạc\n"))),
        table(HEADINGS, &format!("1\tA\tSở Y tế\t2027\n{}", many("X\n"))),
        table(HEADINGS, &many("TM. UBND\n")) + "1\tA\tSở Y tế\t2027\n",
        table(
            "TT Nhiệm vụ Chủ trì Thời hạn",
            &format!("1 Xây\n{}Sở Y tế\n2027\n", many("cầu mới\n")),
        ),
        table("TT\tChỉ tiêu\tĐVT\tNăm 2030", &many("1\tThu A/Chi B\t%\t3,400\n")),
        table(HEADINGS, &format!("1\t{}\tSở Y tế\t2027\n", "*a <b ".repeat(10_000))),
        format!("{}\n{}", ".".repeat(60_000), table(HEADINGS, "1\tA\tSở Y tế\t2027\n")),
    ] {
        let program = read(&text).unwrap();
        assert!(!program.tasks.is_empty() || !program.indicators.is_empty());
    }
}

#[test]
fn a_table_with_other_columns_or_none_is_said() {
    let other = table("Họ tên\tNgày sinh\tQuê quán", "An\t1990\tHà Nội\n");
    assert_eq!(read(&other), Err(ReadError::NoRows { line: 3 }));
    let both = format!(
        "{}\nPHỤ LỤC 2\nDANH SÁCH\n\nHọ tên\tNgày sinh\nAn\t1990\n",
        table(HEADINGS, "1\tA\tSở Y tế\t2027\n")
    );
    let program = read(&both).unwrap();
    assert_eq!(
        (
            count(&program, NoteKind::AnnexEmpty),
            count(&program, NoteKind::LineUnplaced)
        ),
        (1, 1)
    );
}

#[test]
fn wherever_a_program_stops_it_is_read_or_refused_and_the_last_row_is_looked_at() {
    let mut cut = 0;
    for source in [hanoi::PARTY, hanoi::UBND] {
        for part in 1..24 {
            let at = source.len() * part / 24;
            match read_bytes(&source.as_bytes()[..at]) {
                Ok(program) => cut += usize::from(count(&program, NoteKind::TextCut) > 0),
                Err(error) => assert!(
                    matches!(error, ReadError::NoTable { .. } | ReadError::NoRows { .. }),
                    "{error}"
                ),
            }
        }
        assert_eq!(count(&read(source).unwrap(), NoteKind::TextCut), 0);
    }
    assert!(cut > 10, "{cut}");
}

#[test]
fn two_copies_and_the_other_order_are_said_in_every_report() {
    let ubnd = "fixtures/ubnd.txt";
    assert!(stdout(&review(&[ubnd, ubnd])).contains("Hai văn bản là một chương trình"));
    let swapped = stdout(&review(&["--lang", "en", ubnd, PARTY]));
    let said: String = swapped.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(
        "the first is issued by UBND thành phố Hà Nội, the second by Ban Chấp hành Đảng bộ thành phố Hà Nội;"
    ));

    let comparison = compare(hanoi::ubnd(), hanoi::party());
    assert_eq!(comparison.remarks(), [Remark::OtherOrder]);
    let sentence = "Thứ tự hai văn bản ngược với thông lệ";
    assert!(comparison.html(Language::Vi).to_string().contains(sentence));
    assert!(comparison.markdown(Language::Vi).to_string().contains(sentence));
    let report: Value = serde_json::from_str(&comparison.json().to_string()).unwrap();
    assert_eq!(report["remarks"][0]["kind"], "other-order");
    assert!(report["remarks"][0]["message"].as_str().unwrap().starts_with(sentence));
    assert!(compare(hanoi::party(), hanoi::ubnd()).remarks().is_empty());
}
