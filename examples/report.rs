//! Writes the report in every format of this build.
//!
//! `cargo run --example report --features xlsx,docx -- FOLDER`

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use doichieu::report::Language;
use doichieu::{compare, hanoi};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("expected a folder")?);
    fs::create_dir_all(&folder)?;
    let comparison = compare(hanoi::party(), hanoi::ubnd());
    fs::write(folder.join("report.txt"), comparison.text(Language::Vi).to_string())?;
    fs::write(folder.join("report.md"), comparison.markdown(Language::Vi).to_string())?;
    fs::write(folder.join("report.html"), comparison.html(Language::Vi).to_string())?;
    fs::write(folder.join("report.json"), comparison.json().to_string())?;
    #[cfg(feature = "xlsx")]
    fs::write(folder.join("report.xlsx"), comparison.xlsx(Language::Vi)?)?;
    #[cfg(feature = "docx")]
    fs::write(folder.join("report.docx"), comparison.docx(Language::Vi)?)?;
    Ok(())
}
