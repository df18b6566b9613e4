//! The words for what agrees and for what was not checked.

mod en;
mod vi;

use super::super::Language;
use super::super::context::Context;
use super::super::row_list::row_list;
use super::Catalogue;
use crate::checks::{Checked, Code, WhyNot};

/// What a report closes with, in one language.
pub(in super::super) trait ClosingCatalogue: Sync {
    /// A fixed phrase.
    fn phrase(&self, phrase: ClosingPhrase) -> &'static str;
    /// So many pairs agree in what the code is about.
    fn agreed(&self, code: Code, pairs: usize) -> String;
    /// Why something was not compared.
    fn why(&self, why: WhyNot) -> &'static str;
    /// How many pairs were not compared, or findings switched off: `4 cặp`.
    fn how_many(&self, why: WhyNot, count: usize) -> String;
    /// What a code compares; its own heading where it compares no pairs.
    fn subject(&self, words: &dyn Catalogue, code: Code) -> &'static str;
    /// What all facts of one kind say; each follows with its own figures.
    fn fact_heading(&self, checked: &Checked) -> &'static str;
    /// The figures of a fact and its rows.
    fn fact(&self, context: &Context<'_>, checked: &Checked) -> String;
}

/// The headings of the closing part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum ClosingPhrase {
    Checked,
    NotChecked,
    /// Nothing stands under the heading.
    Nothing,
}

impl Language {
    pub(in super::super) fn closing(self) -> &'static dyn ClosingCatalogue {
        match self {
            Self::Vi => &vi::Vietnamese,
            Self::En => &en::English,
        }
    }
}

/// The rows of a fact in brackets; empty where it has none.
fn rows_of(context: &Context<'_>, checked: &Checked) -> String {
    if checked.rows.is_empty() {
        return String::new();
    }
    format!(" ({})", row_list(context, checked.side, &checked.rows))
}

/// The section of a run of numbers as people see it: `Phụ lục 3, mục XII, nhóm A`.
fn section_of(context: &Context<'_>, annex: u32, labels: &[String]) -> String {
    context.words().place(&super::Place {
        annex,
        labels: labels.iter().map(String::as_str).collect(),
        number: String::new(),
        occurrence: 1,
        letters: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::super::sample;
    use super::*;

    fn fact(fact: &Value, rows: &[&str]) -> (String, String) {
        let comparison = sample::comparison();
        let checked: Checked = serde_json::from_value(json!({
            "code": "target-differs", "side": "left", "rows": rows, "fact": fact,
        }))
        .unwrap();
        let say = |language: Language| {
            let words = language.closing();
            let context = Context::new(&comparison, language);
            format!("{}: {}", words.fact_heading(&checked), words.fact(&context, &checked))
        };
        (say(Language::Vi), say(Language::En))
    }

    #[track_caller]
    fn says(what: &Value, rows: &[&str], vi: &str, en: &str) {
        assert_eq!(fact(what, rows), (vi.to_owned(), en.to_owned()));
    }

    #[test]
    fn facts_name_their_figures_and_rows() {
        says(
            &json!({"kind": "count-holds", "announced": "43 chỉ tiêu", "found": 43, "annex": 1}),
            &[],
            "Số lượng nêu ra khớp với thực tế: “43 chỉ tiêu”, Phụ lục 1 có 43",
            "Counts that hold: “43 chỉ tiêu”, Annex 1 has 43",
        );
        says(
            &json!({"kind": "count-holds", "announced": "09 cầu", "found": 9, "annex": null}),
            &["PL3.VII.1"],
            "Số lượng nêu ra khớp với thực tế: “09 cầu”, kể tên đủ 9 (Phụ lục 3, mục VII, số 1)",
            "Counts that hold: “09 cầu”, 9 are named (Annex 3, section VII, no. 1)",
        );
        says(
            &json!({"kind": "numbers-run", "annex": 3, "section": ["XII", "A"], "first": 1, "last": 7}),
            &[],
            "Số thứ tự liên tục, không thiếu, không trùng: Phụ lục 3, mục XII, nhóm A (1-7)",
            "Numbers without gap or repetition: Annex 3, section XII, group A (1-7)",
        );
        says(
            &json!({"kind": "sum-holds", "parts": ["65,0", "35,0"], "total": "100"}),
            &["PL1.15", "PL1.15.a"],
            "Tổng các thành phần khớp: 65,0 + 35,0 = 100 (Phụ lục 1, số 15, 15.a)",
            "Parts that add up: 65,0 + 35,0 = 100 (Annex 1, no. 15, 15.a)",
        );
        says(
            &json!({"kind": "ratio-holds", "ratio": "18,5", "dividend": "630", "divisor": "3.400", "computed": "18,53"}),
            &["PL1.7"],
            "Tỷ lệ khớp với các số liệu thành phần: 18,5% ứng với 630 / 3.400 = 18,53% (Phụ lục 1, số 7)",
            "Ratios that hold: 18,5% fits 630 / 3.400 = 18,53% (Annex 1, no. 7)",
        );
        says(
            &json!({"kind": "deadlines-in-period", "annex": 3, "period": [2026, 2030], "rows": 55}),
            &[],
            "Thời hạn nằm trong giai đoạn: Phụ lục 3, 55 hàng, giai đoạn 2026-2030",
            "Deadlines inside the period: Annex 3, 55 rows, period 2026-2030",
        );
    }
}
