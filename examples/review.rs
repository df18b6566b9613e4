//! The reviewers' program: reconciles two programs and writes the report.
//!
//! `cargo run --release --example review` reconciles the two Hanoi programs;
//! `--help` tells the rest.

use std::env;
use std::fmt;
use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use doichieu::read::LARGEST_TEXT;
use doichieu::report::{Language, Paint};
use doichieu::{Code, Comparison, Grading, Program, Severity, compare};
use lexopt::prelude::*;

const HELP_VI: &str = "\
Đối chiếu hai chương trình hành động và lập báo cáo.

Cách dùng: review [TÙY CHỌN] [TỆP_1 TỆP_2]

Không có tệp: đối chiếu hai chương trình của Hà Nội kèm theo. Một trong hai tệp có thể là -
(đầu vào chuẩn). Tệp là văn bản thuần: UTF-8, UTF-16 hoặc Windows-1258.

Tùy chọn:
  --format DẠNG        dạng báo cáo: text (văn bản để đọc, mặc định), html (mở bằng trình
                       duyệt), markdown, json (cho phần mềm), xlsx (bảng đối chiếu), docx (bản so sánh, thuyết minh){built}
  --lang vi|en         ngôn ngữ của báo cáo (mặc định: vi)
  --output TỆP         ghi báo cáo vào tệp thay vì đầu ra chuẩn
  --fail-on MỨC        kết thúc với mã 1 khi có phát hiện từ mức này trở lên:
                       contradiction (mâu thuẫn), difference (khác biệt), doubt (nghi vấn)
  --grading TỆP        bảng phân mức (JSON): nâng, hạ hoặc tắt từng loại phát hiện
  --explain [MÃ]       giải thích một loại phát hiện; không có mã: liệt kê các loại
  --help               phần hướng dẫn này (--lang en --help: in English)
  --version            phiên bản

Mã kết thúc: 0 đã đối chiếu; 1 theo --fail-on; 2 không đọc được tệp hoặc sai cách dùng.
";

const HELP_EN: &str = "\
Reconciles two action programs and writes the report.

Usage: review [OPTIONS] [FILE_1 FILE_2]

Without files: the two Hanoi programs that come with it. One of the two may be - (standard input).
Files are plain text: UTF-8, UTF-16 or Windows-1258.

Options:
  --format FORMAT      the report: text (to read, default), html (to open in a browser), markdown,
                       json (for programs), xlsx (the reviewer's table), docx (the paper for the file){built}
  --lang vi|en         the language of the report (default: vi)
  --output FILE        write the report to a file, not to standard output
  --fail-on SEVERITY   exit with 1 when a finding is at least that grave:
                       contradiction, difference, doubt
  --grading FILE       grades (JSON): raise, lower or switch off kinds of findings
  --explain [CODE]     explain a kind of finding; without a code: list them all
  --help               this text
  --version            the version

Exit status: 0 it ran; 1 by --fail-on; 2 unreadable input or bad usage.
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            // Nothing is left to be done when not even this can be said.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let arguments = match arguments(lexopt::Parser::from_env())? {
        Request::Review(arguments) => arguments,
        Request::Print(text) => {
            print(text.as_bytes(), Language::default())?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    let (left, right) = match &arguments.files {
        None => (doichieu::hanoi::party(), doichieu::hanoi::ubnd()),
        Some([left, right]) => (program(left, arguments.language)?, program(right, arguments.language)?),
    };
    let mut comparison = compare(left, right);
    if let Some(file) = &arguments.grading {
        comparison = comparison.regraded(&grading(file, arguments.language)?);
    }
    let report = report(&comparison, &arguments)?;
    match &arguments.output {
        Some(file) => fs::write(file, report).map_err(|error| Failure::io(&name(file), &error, arguments.language))?,
        None if arguments.format.is_binary() && io::stdout().is_terminal() => {
            let format = arguments.format.name();
            return Err(Failure(match arguments.language {
                Language::Vi => format!("báo cáo dạng {format} không phải văn bản: ghi vào tệp bằng --output TỆP"),
                _ => format!("a report as {format} is no text: write it to a file with --output FILE"),
            }));
        }
        None => print(&report, arguments.language)?,
    }
    Ok(if arguments.fail_on.is_some_and(|limit| fails(&comparison, limit)) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// The bytes of the report.
fn report(comparison: &Comparison, arguments: &Arguments) -> Result<Vec<u8>, Failure> {
    let language = arguments.language;
    match arguments.format {
        Format::Text => Ok(text(comparison, arguments).into_bytes()),
        Format::Html => Ok(comparison.html(language).to_string().into_bytes()),
        Format::Json => Ok(format!("{}\n", comparison.json().language(language)).into_bytes()),
        Format::Markdown => Ok(comparison.markdown(language).to_string().into_bytes()),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => comparison.xlsx(language).map_err(|error| Failure::report(&error)),
        #[cfg(feature = "docx")]
        Format::Docx => comparison.docx(language).map_err(|error| Failure::report(&error)),
        #[cfg(not(all(feature = "xlsx", feature = "docx")))]
        format => Err(Failure::not_built(format, language)),
    }
}

/// The text as the place it goes to wants it: as wide as `COLUMNS` or the
/// terminal says, in colours on a terminal unless `NO_COLOR` is set.
fn text(comparison: &Comparison, arguments: &Arguments) -> String {
    let text = comparison.text(arguments.language);
    if arguments.output.is_some() {
        return text.to_string();
    }
    let is_terminal = io::stdout().is_terminal();
    let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| usize::from(width));
    let width = columns.or_else(|| is_terminal.then(terminal).flatten());
    let is_coloured = is_terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let paint = if is_coloured { Paint::Ansi } else { Paint::Plain };
    let text = text.paint(paint);
    width.map_or(text, |width| text.width(width)).to_string()
}

/// What the command line asks for.
enum Request {
    Review(Arguments),
    Print(String),
}

struct Arguments {
    /// `None`: the two embedded programs.
    files: Option<[PathBuf; 2]>,
    format: Format,
    language: Language,
    output: Option<PathBuf>,
    fail_on: Option<Severity>,
    grading: Option<PathBuf>,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Format {
    Text,
    Html,
    Json,
    Markdown,
    Xlsx,
    Docx,
}

fn arguments(mut parser: lexopt::Parser) -> Result<Request, Failure> {
    let mut files: Vec<PathBuf> = Vec::new();
    let (mut help, mut explain, mut grading) = (false, false, None);
    let (mut format, mut language, mut output, mut fail_on) = (Format::Text, Language::default(), None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => format = parser.value()?.parse_with(parse_format)?,
            Long("lang") => language = parser.value()?.parse()?,
            Long("output") | Short('o') => output = Some(PathBuf::from(parser.value()?)),
            Long("fail-on") => fail_on = Some(parser.value()?.parse_with(parse_severity)?),
            Long("grading") => grading = Some(PathBuf::from(parser.value()?)),
            Long("explain") => {
                explain = true;
                files.extend(parser.optional_value().map(PathBuf::from));
            }
            Long("help") | Short('h') => help = true,
            Long("version") | Short('V') => {
                return Ok(Request::Print(format!("doichieu {}\n", env!("CARGO_PKG_VERSION"))));
            }
            Value(file) => files.push(file.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if help {
        return Ok(Request::Print(help_text(language)));
    }
    if explain {
        return Ok(Request::Print(explanation(&files, language)?));
    }
    let count = files.len();
    let files = match <[PathBuf; 2]>::try_from(files) {
        Ok([left, right]) if is_stdin(&left) && is_stdin(&right) => {
            return Err(Failure(
                "only one of the two files can be standard input (see --help)".to_owned(),
            ));
        }
        Ok(files) => Some(files),
        Err(_) if count == 0 => None,
        Err(_) => return Err(Failure(format!("expected two files or none, got {count} (see --help)"))),
    };
    Ok(Request::Review(Arguments {
        files,
        format,
        language,
        output,
        fail_on,
        grading,
    }))
}

/// The help, which says what formats this build does not write.
fn help_text(language: Language) -> String {
    let missing: Vec<&str> = Format::ALL
        .iter()
        .filter(|format| !format.is_built())
        .map(|format| format.name())
        .collect();
    let (names, features) = (missing.join(", "), missing.join(","));
    let (text, note) = match language {
        Language::Vi => (
            HELP_VI,
            format!("bản này chưa có {names}: biên dịch lại với --features {features}"),
        ),
        _ => (
            HELP_EN,
            format!("this build has no {names}: build it with --features {features}"),
        ),
    };
    let note = if missing.is_empty() {
        String::new()
    } else {
        format!(";\n{:23}{note}", "")
    };
    text.replace("{built}", &note)
}

/// The explanation of the code named after `--explain`, or all codes with their headings.
fn explanation(codes: &[PathBuf], language: Language) -> Result<String, Failure> {
    match codes {
        [] => {
            let line = |code: &Code| format!("{:<32}{}", code.as_str(), code.heading(language));
            let lines: Vec<String> = Code::ALL.iter().map(line).collect();
            Ok(lines.join("\n") + "\n")
        }
        [name] => {
            let name = name.to_string_lossy();
            let code: Code = name
                .parse()
                .map_err(|error| Failure(format!("{error} (expected {})", Code::ALL.map(Code::as_str).join(", "))))?;
            Ok(code.explanation(language).to_owned())
        }
        _ => Err(Failure(format!(
            "--explain takes one code, got {} (see --help)",
            codes.len()
        ))),
    }
}

impl Format {
    const ALL: [Self; 6] = [
        Self::Text,
        Self::Html,
        Self::Markdown,
        Self::Json,
        Self::Xlsx,
        Self::Docx,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Whether this build writes it.
    fn is_built(self) -> bool {
        (cfg!(feature = "xlsx") || self != Self::Xlsx) && (cfg!(feature = "docx") || self != Self::Docx)
    }

    fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
}

fn parse_format(text: &str) -> Result<Format, String> {
    let known = Format::ALL.into_iter().find(|format| format.name() == text);
    known.ok_or_else(|| format!("expected {}", Format::ALL.map(Format::name).join(", ")))
}

fn parse_severity(text: &str) -> Result<Severity, String> {
    match text {
        "contradiction" => Ok(Severity::Contradiction),
        "difference" => Ok(Severity::Difference),
        "doubt" => Ok(Severity::Doubt),
        _ => Err("expected contradiction, difference or doubt".to_owned()),
    }
}

/// Severities are ordered gravest first.
fn fails(comparison: &Comparison, limit: Severity) -> bool {
    comparison.findings.iter().any(|finding| finding.severity <= limit)
}

fn grading(file: &Path, language: Language) -> Result<Grading, Failure> {
    let name = name(file);
    let bytes = fs::read(file).map_err(|error| Failure::io(&name, &error, language))?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&name, &error))?;
    text.parse().map_err(|error: doichieu::ParseGradingError| {
        let (line, message) = (error.line(), error.to_string());
        let message = message.strip_prefix(&format!("line {line}: ")).unwrap_or(&message);
        Failure(format!("{name}:{line}: {message}"))
    })
}

fn program(file: &Path, language: Language) -> Result<Program, Failure> {
    let name = name(file);
    let bytes = bytes(file).map_err(|error| Failure::io(&name, &error, language))?;
    doichieu::read_bytes(&bytes)
        .map_err(|error| Failure(format!("{name}:{}: {}", error.line(), error.message(language))))
}

/// What is in the file, up to a little more than the library reads.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = LARGEST_TEXT as u64 + 1;
    if is_stdin(file) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Names the line of the first byte that is no UTF-8.
fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Failure {
    let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
    let line = bytes[..at].split(|&byte| byte == b'\n').count();
    let byte = bytes.get(at).copied().unwrap_or_default();
    Failure(format!(
        "{name}:{line}: the text is not UTF-8 (byte 0x{byte:02x}); save it as UTF-8 text"
    ))
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn name(file: &Path) -> String {
    if is_stdin(file) {
        "<stdin>".to_owned()
    } else {
        file.display().to_string()
    }
}

/// Writes to standard output; a reader that has gone (`| head`) is no failure.
fn print(report: &[u8], language: Language) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(report).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::io("<stdout>", &error, language)),
        _ => Ok(()),
    }
}

/// Why it did not run, in one line.
struct Failure(String);

impl Failure {
    #[cfg(any(feature = "xlsx", feature = "docx"))]
    fn report(error: &dyn std::error::Error) -> Self {
        match error.source() {
            Some(source) => Self(format!("{error}: {source}")),
            None => Self(error.to_string()),
        }
    }

    /// The format stands behind a feature that this build has not.
    #[cfg(not(all(feature = "xlsx", feature = "docx")))]
    fn not_built(format: Format, language: Language) -> Self {
        let name = format.name();
        Self(match language {
            Language::Vi => {
                format!("chương trình này được biên dịch không có dạng {name}: biên dịch lại với `--features {name}`")
            }
            _ => format!("this build writes no {name}: build it with `--features {name}`"),
        })
    }

    /// A file that cannot be read or written; what the system says only where it is rare.
    fn io(name: &str, error: &io::Error, language: Language) -> Self {
        let (vi, en) = match error.kind() {
            io::ErrorKind::NotFound => ("không tìm thấy tệp hoặc thư mục này", "no such file or folder"),
            io::ErrorKind::PermissionDenied => ("không có quyền đọc hoặc ghi tệp này", "permission denied"),
            io::ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp", "this is a directory, not a file"),
            _ => return Self(format!("{name}: {error}")),
        };
        Self(format!("{name}: {}", if language == Language::Vi { vi } else { en }))
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("{error} (see --help)"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line, whatever a file is called.
        f.write_str(&self.0.replace(['\n', '\r'], " "))
    }
}
