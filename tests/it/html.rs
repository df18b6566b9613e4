//! The HTML report of the two programs, on its own and in a real browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use doichieu::report::Language;
use doichieu::{Comparison, compare, hanoi};

/// The largest page that still goes by mail without a thought, in bytes.
const LARGEST: usize = 1_500_000;

fn comparison() -> Comparison {
    compare(hanoi::party(), hanoi::ubnd())
}

#[test]
fn the_page_is_small() {
    let comparison = comparison();
    for language in Language::ALL {
        let page = comparison.html(language).to_string();
        assert!(page.len() < LARGEST, "{}", page.len());
    }
}

#[test]
fn every_link_of_the_real_pair_leads_somewhere() {
    let page = comparison().html(Language::Vi).to_string();
    let ids: std::collections::BTreeSet<&str> = values(&page, " id=\"").collect();
    let links: Vec<&str> = values(&page, " href=\"#").collect();
    assert!(links.len() > 1000, "{}", links.len());
    for link in links {
        assert!(ids.contains(link), "{link}");
    }
}

fn values<'a>(page: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(opening).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn a_browser_filters_by_the_address_and_prints() {
    let Some(browser) = browser() else {
        // The test run says what it left out.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            b"no Chromium found: the HTML report was not opened in a browser\n",
        );
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    std::fs::create_dir_all(&folder).expect("a folder for the page");
    let file = folder.join("report.html");
    let comparison = comparison();
    std::fs::write(&file, comparison.html(Language::Vi).to_string()).expect("the page is written");
    let open = |address: &str, arguments: &[&str]| run(&browser, &folder, &file, address, arguments);
    let shown = |address: &str| {
        let page = open(address, &["--dump-dom"]);
        let (_, rest) = page.split_once("id=\"shown\"").expect("the count");
        let text = rest.split(['>', '<']).nth(1).unwrap_or_default().to_owned();
        (text, page)
    };

    let all = comparison.findings.len();
    assert_eq!(shown("").0, format!("Đang hiển thị {all} trên {all} phát hiện"));

    let duplicates = comparison
        .findings
        .iter()
        .filter(|finding| finding.code == doichieu::Code::DuplicateTask);
    let (text, _) = shown("#kind=duplicate-task");
    assert_eq!(
        text,
        format!("Đang hiển thị {} trên {all} phát hiện", duplicates.count())
    );

    // Typed without diacritics it finds what has them; the other kinds are gone.
    let (text, page) = shown("#kind=target-differs&q=cay+xanh");
    assert_eq!(text, format!("Đang hiển thị 1 trên {all} phát hiện"));
    let visible = page
        .split("<article ")
        .skip(1)
        .filter(|article| !opening(article).contains(" hidden"));
    let visible: Vec<&str> = visible.collect();
    assert_eq!(visible.len(), 1);
    assert!(visible[0].contains("Diện tích cây xanh đô thị bình quân"));
    // Typed with other diacritics it finds nothing.
    assert_eq!(
        shown("#q=c%E1%BA%A7y+xanh").0,
        format!("Đang hiển thị 0 trên {all} phát hiện")
    );

    // What the address says of the print holds as well.
    assert!(shown("#print=findings").1.contains("<body class=\"findings-only\">"));
    assert!(!shown("").1.contains("findings-only\">"));

    let pdf = folder.join("report.pdf");
    open(
        "",
        &["--no-pdf-header-footer", &format!("--print-to-pdf={}", pdf.display())],
    );
    let pdf = std::fs::read(&pdf).expect("the printed pages");
    assert!(pdf.starts_with(b"%PDF-"));
    // A4 landscape, in points.
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/MediaBox [0 0 841") || text.contains("/MediaBox [0 0 842"));
}

/// The opening tag of an element.
fn opening(element: &str) -> &str {
    element.split('>').next().unwrap_or_default()
}

/// The first Chromium in the search path.
fn browser() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// Opens the page without a window and gives what the browser prints.
fn run(browser: &Path, folder: &Path, file: &Path, address: &str, arguments: &[&str]) -> String {
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .args(arguments)
        .arg(format!("file://{}{address}", file.display()))
        .output()
        .expect("the browser starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
