#![doc = include_str!("definition_differs.en.md")]

use super::context::{Context, pair_finding, quote};
use super::{Code, Details, Field, Finding, Severity, Side};
use crate::matching::naming_words;
use crate::text::{Word, words};

/// Words that do not change what is counted, folded.
const EMPTY: &[&str] = &[
    "và", "của", "các", "trong", "đó", "tr", "tỷ", "lệ", "được", "cho", "theo", "từ", "có", "là", "với", "đạt", "bảo",
    "đảm", "đã", "số", "tại", "ở", "so", "dân", "mức",
];

/// Names of the same indicator in which each side, or one of them, has words
/// the other lacks. Rows of other periods stand in other tables and are left alone.
pub(crate) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, left, right) in context.indicator_pairs() {
        if left.period.zip(right.period).is_some_and(|(l, r)| l != r) {
            continue;
        }
        if left.name.text == right.name.text {
            continue;
        }
        // A unit that one name repeats (`Quy đổi USD`) is no part of the definition.
        let units = [left, right]
            .map(|row| row.unit.as_ref().map_or("", |unit| &unit.text))
            .join(" ");
        let only_left = phrases_beyond(&left.name.text, &format!("{} {units}", right.name.text));
        let only_right = phrases_beyond(&right.name.text, &format!("{} {units}", left.name.text));
        if only_left.is_empty() && only_right.is_empty() {
            continue;
        }
        let evidence = vec![
            quote(Side::Left, &left.id, Field::Text, &left.name),
            quote(Side::Right, &right.id, Field::Text, &right.name),
        ];
        let details = Details::DefinitionDiffers { only_left, only_right };
        let severity = Severity::Difference;
        findings.push(pair_finding(
            Code::DefinitionDiffers,
            severity,
            &left.id,
            &right.id,
            details,
            evidence,
        ));
    }
    findings
}

/// The phrases of `name`, as printed, whose words `other` does not have.
fn phrases_beyond(name: &str, other: &str) -> Vec<String> {
    let others: Vec<String> = words(other).flat_map(|word| naming_words(word.text)).collect();
    let mut phrases: Vec<(usize, usize)> = Vec::new();
    let mut unbroken = false;
    for word in words(name) {
        // An abbreviation stands for several words, a figure for none.
        let meant = naming_words(word.text);
        if !meant.is_empty() && meant.iter().all(|word| EMPTY.contains(&word.as_str())) {
            continue;
        }
        if is_acronym(name, word) || meant.iter().all(|word| others.contains(word)) {
            unbroken = false;
            continue;
        }
        match phrases.last_mut() {
            Some((_, end)) if unbroken => *end = word.end(),
            _ => phrases.push((word.start, word.end())),
        }
        unbroken = true;
    }
    phrases
        .into_iter()
        .map(|(start, end)| name[start..end].to_owned())
        .collect()
}

/// Whether a word only repeats the name in short: `(HPI)`.
fn is_acronym(name: &str, word: Word<'_>) -> bool {
    name[..word.start].ends_with('(')
        && name[word.end()..].starts_with(')')
        && word.text.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_change_the_definition_are_found() {
        let party = "Tỷ lệ trường MN, PT công lập đạt chuẩn quốc gia";
        let ubnd = "Tỷ lệ trường học các cấp đạt chuẩn quốc gia";
        assert_eq!(phrases_beyond(party, ubnd), ["MN, PT công lập"]);
        assert_eq!(phrases_beyond(ubnd, party), ["học các cấp"]);
    }

    #[test]
    fn spellings_and_acronyms_stay_silent() {
        assert!(phrases_beyond("Chỉ số hạnh phúc (HPI) *", "Chỉ số hạnh phúc").is_empty());
        assert!(phrases_beyond("Tr. đó, tỷ lệ lao động", "Trong đó, tỷ lệ lao động").is_empty());
        assert!(
            phrases_beyond(
                "Tỷ lệ KCN, KCX đang hoạt động",
                "Tỷ lệ khu công nghiệp, khu chế xuất đang hoạt động"
            )
            .is_empty()
        );
        assert!(phrases_beyond("Tỷ lệ người dân có thẻ so với dân số", "Tỷ lệ người dân có thẻ").is_empty());
    }
}
