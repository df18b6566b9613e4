//! The reviewers' program, run as they run it.
#![allow(clippy::unwrap_used, reason = "a test fails where a step fails")]

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// The example's binary. `cargo test` builds it; a run of this test alone
/// leaves it as it was, so whatever may be older than this test is built again.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let profile = test.ancestors().nth(2).unwrap();
        let binary = profile
            .join("examples")
            .join(format!("review{}", std::env::consts::EXE_SUFFIX));
        let built = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
        if built(&binary) < built(&test) {
            let mut cargo = Command::new(env!("CARGO"));
            cargo
                .args(["build", "--quiet", "--example", "review"])
                .current_dir(env!("CARGO_MANIFEST_DIR"));
            for (feature, is_on) in [
                ("xlsx", cfg!(feature = "xlsx")),
                ("docx", cfg!(feature = "docx")),
                ("parallel", cfg!(feature = "parallel")),
            ] {
                if is_on {
                    cargo.args(["--features", feature]);
                }
            }
            if profile.ends_with("release") {
                cargo.arg("--release");
            }
            assert!(cargo.status().unwrap().success());
        }
        binary
    })
}

pub(super) fn review(arguments: &[&str]) -> Output {
    Command::new(binary())
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("COLUMNS")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Starts it with pipes at both ends.
fn piped(arguments: &[&str]) -> Child {
    let mut command = Command::new(binary());
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

pub(super) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line of a failure, which must be the only thing said.
#[track_caller]
pub(super) fn failure(arguments: &[&str]) -> String {
    let output = review(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    said.trim_end().to_owned()
}

/// A file of this content; the name tells the tests apart.
pub(super) fn file(name: &str, content: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn without_arguments_it_reconciles_the_two_embedded_programs() {
    let output = review(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    let report = stdout(&output);
    assert!(report.starts_with("ĐỐI CHIẾU HAI CHƯƠNG TRÌNH\n"), "{report}");
    assert_eq!(report, stdout(&review(&[])), "the same input gives the same bytes");
}

#[test]
fn the_language_is_vietnamese_unless_told_otherwise() {
    assert!(stdout(&review(&["--lang", "en"])).starts_with("TWO PROGRAMS RECONCILED\n"));
    assert_eq!(stdout(&review(&["--lang=vi"])), stdout(&review(&[])));
    assert!(failure(&["--lang", "fr"]).contains("fr"));
}

#[test]
fn json_keeps_the_contract_on_the_real_programs() {
    let report: Value = serde_json::from_slice(&review(&["--format", "json"]).stdout).unwrap();
    assert_eq!(report["format"], "doichieu.report");
    assert_eq!(report["version"], 1);
    let documents = &report["documents"];
    assert_eq!(documents["left"]["tasks"].as_array().unwrap().len(), 237);
    assert_eq!(documents["right"]["tasks"].as_array().unwrap().len(), 61);
    for (side, column) in [("left", "product"), ("right", "resources")] {
        assert!(
            documents[side]["tasks"]
                .as_array()
                .unwrap()
                .iter()
                .all(|task| task[column].is_null())
        );
    }
    for finding in report["findings"].as_array().unwrap() {
        let message = finding["message"].as_str().unwrap();
        assert!(
            !message.is_empty() && !message.contains('\n') && !message.contains("  "),
            "{message}"
        );
    }
    assert!(failure(&["--format", "xml"]).contains("xml"));
}

#[test]
fn two_files_give_the_same_findings_as_the_embedded_ones_and_one_may_be_standard_input() {
    let codes = |output: &[u8]| {
        let report: Value = serde_json::from_slice(output).unwrap();
        let findings = report["findings"].as_array().unwrap().clone();
        findings
            .iter()
            .map(|finding| (finding["code"].clone(), finding["left"].clone()))
            .collect::<Vec<_>>()
    };
    let embedded = codes(&review(&["--format", "json"]).stdout);
    let (party, ubnd) = ("fixtures/party.txt", "fixtures/ubnd.txt");
    assert_eq!(codes(&review(&["--format", "json", party, ubnd]).stdout), embedded);

    let mut child = piped(&["--format", "json", party, "-"]);
    child
        .stdin
        .take()
        .unwrap()
        .write_all(doichieu::hanoi::UBND.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(codes(&output.stdout), embedded);
    assert!(failure(&["-", "-"]).contains("only one"));
}

#[test]
fn the_report_goes_to_a_file_on_request() {
    let path = file("report.txt", b"");
    let output = review(&["--output", &path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), stdout(&review(&[])));
    assert!(failure(&["--output", "no/such/folder/report.txt"]).starts_with("no/such/folder/report.txt: "));
}

#[test]
fn fail_on_turns_findings_into_the_exit_status() {
    let same = ["fixtures/ubnd.txt", "fixtures/ubnd.txt"];
    assert_eq!(review(&["--fail-on", "contradiction"]).status.code(), Some(1));
    assert_eq!(review(&["--fail-on", "doubt"]).status.code(), Some(1));
    // The report is written all the same.
    assert_eq!(stdout(&review(&["--fail-on", "difference"])), stdout(&review(&[])));
    assert_eq!(review(&same).status.code(), Some(0));
    assert!(failure(&["--fail-on", "note"]).contains("note"));
}

#[test]
fn findings_are_graded_by_a_file() {
    let grades = file(
        "grades.json",
        b"{\n  \"deadline-differs\": \"contradiction\",\n  \"target-differs\": \"off\"\n}\n",
    );
    let report: Value = serde_json::from_slice(&review(&["--format", "json", "--grading", &grades]).stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["code"] != "target-differs"));
    let mut deadlines = findings.iter().filter(|finding| finding["code"] == "deadline-differs");
    assert!(deadlines.all(|finding| finding["severity"] == "contradiction"));
    let not_checked = report["not_checked"].as_array().unwrap();
    assert!(
        not_checked
            .iter()
            .any(|item| item["code"] == "target-differs" && item["why"] == "switched-off")
    );

    let bad = file("bad-grades.json", b"{\n  \"deadline-differ\": \"note\"\n}\n");
    let said = failure(&["--grading", &bad]);
    assert_eq!(said, format!("{bad}:2: unknown finding code: \"deadline-differ\""));
    assert!(failure(&["--grading", "no-such-file.json"]).starts_with("no-such-file.json: "));
}

#[test]
fn codes_are_explained() {
    let explained = |arguments: &[&str]| {
        let output = review(arguments);
        assert_eq!(output.status.code(), Some(0));
        stdout(&output)
    };
    let code = doichieu::Code::TargetDiffers;
    assert_eq!(
        explained(&["--explain", "target-differs"]),
        code.explanation(doichieu::report::Language::Vi)
    );
    assert_eq!(
        explained(&["--explain=target-differs", "--lang", "en"]),
        code.explanation(doichieu::report::Language::En)
    );
    let list = explained(&["--explain", "--lang", "en"]);
    assert_eq!(list.lines().count(), doichieu::Code::ALL.len());
    assert!(list.contains("Targets of an indicator differ"));
    let said = failure(&["--explain", "target-differ"]);
    assert!(
        said.contains("target-differ") && said.contains("duplicate-task"),
        "{said}"
    );
    assert!(failure(&["--explain", "target-differs", "unit-differs"]).contains("one code"));
}

#[test]
fn unreadable_input_is_one_line_that_names_file_and_line() {
    let party = "fixtures/party.txt";
    assert_eq!(
        failure(&["no-such-file.txt", party]),
        "no-such-file.txt: không tìm thấy tệp hoặc thư mục này"
    );
    assert_eq!(
        failure(&["--lang", "en", party, "no-such-file.txt"]),
        "no-such-file.txt: no such file or folder"
    );
    let letter = file("letter.txt", "Kính gửi\nông Nguyễn Văn A\n".as_bytes());
    let said = failure(&[party, &letter]);
    assert!(said.starts_with(&format!("{letter}:2: ")), "{said}");
}

#[test]
fn bad_usage_is_one_line() {
    assert!(failure(&["one.txt"]).contains("expected two files or none, got 1"));
    assert!(failure(&["1", "2", "3"]).contains("got 3"));
    assert!(failure(&["--colour"]).contains("--colour"));
    assert!(failure(&["--output"]).contains("--output"));
}

#[test]
fn the_text_is_as_wide_as_the_environment_says_and_plain_in_a_pipe() {
    let widest = |columns: &str| {
        let output = Command::new(binary()).env("COLUMNS", columns).output().unwrap();
        let report = stdout(&output);
        assert!(!report.contains('\u{1b}'));
        report.lines().map(|line| line.chars().count()).max().unwrap()
    };
    assert!(widest("70") <= 70);
    assert!(widest("140") > 100);
}

#[test]
fn formats_are_written_or_named_as_left_out_of_the_build() {
    let markdown = stdout(&review(&["--format", "markdown"]));
    assert!(markdown.starts_with("# ĐỐI CHIẾU HAI CHƯƠNG TRÌNH\n"), "{markdown}");
    for (format, is_built) in [("xlsx", cfg!(feature = "xlsx")), ("docx", cfg!(feature = "docx"))] {
        if is_built {
            assert!(review(&["--format", format]).stdout.starts_with(b"PK"));
        } else {
            let said = failure(&["--format", format]);
            assert!(
                said.starts_with("chương trình này được biên dịch không có dạng"),
                "{said}"
            );
            assert!(said.contains(&format!("--features {format}")), "{said}");
            let said = failure(&["--lang", "en", "--format", format]);
            assert!(said.starts_with(&format!("this build writes no {format}")), "{said}");
        }
    }
}

#[test]
fn help_and_version() {
    let help = review(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for option in [
        "--format",
        "--lang",
        "--output",
        "--fail-on",
        "--grading",
        "--explain",
        "--help",
        "--version",
    ] {
        assert!(stdout(&help).contains(option), "{option}");
        assert!(
            stdout(&review(&["--help", "--lang", "en"])).contains(option),
            "{option}"
        );
    }
    let is_whole = cfg!(feature = "xlsx") && cfg!(feature = "docx");
    assert_eq!(!stdout(&help).contains("bản này chưa có"), is_whole);
    assert!(!stdout(&help).contains("{built}"));
    assert_eq!(
        stdout(&review(&["--version"])),
        format!("doichieu {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let mut child = piped(&["--format", "json"]);
    drop(child.stdin.take());
    let mut start = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
