//! No text makes a reader, a comparison or a report panic.

use doichieu::model::{Body, BodyTable, Date, Deadline, Target, TimePoint, Unit, is_bare_head, opens_body};
use doichieu::report::Language;
use doichieu::text::{Number, Reading};
use doichieu::{Code, Comparison, Grading, Program, RowId, compare, hanoi, read};
use proptest::prelude::*;
use proptest::sample::Index;

use super::cases;
use super::ids::row_id;
use super::programs::program;
use super::texts::text;

fn parse_every_value(text: &str) {
    let _ = (
        text.parse::<Number>(),
        Reading::parse(text),
        Target::parse(text),
        Unit::parse(text),
        Unit::scan(text),
    );
    let _ = (
        Deadline::parse(text),
        Deadline::longest_suffix(text),
        text.parse::<TimePoint>(),
        text.parse::<Date>(),
    );
    let _ = (
        text.parse::<RowId>(),
        text.parse::<Code>(),
        text.parse::<Language>(),
        text.parse::<Grading>(),
    );
    let table = BodyTable::default()
        .with_alias(text, "Sở Y tế")
        .with_alias("Sở YT", text);
    let _ = (
        table.parse(text),
        table.scan(text),
        is_bare_head(text),
        opens_body(text),
    );
    let _ = (
        Body::Unknown(text.to_owned()).key(),
        doichieu::text::numbers(text).count(),
    );
}

fn report(comparison: &Comparison) {
    for language in Language::ALL {
        let _ = comparison.text(language).width(40).to_string();
        let _ = comparison.markdown(language).to_string();
        let _ = comparison.html(language).to_string();
        let _ = comparison.json().language(language).to_string();
    }
}

/// Some lines of a program behind the line of one of its annexes, damaged.
fn damaged() -> impl Strategy<Value = String> {
    (
        prop::sample::select(&[hanoi::PARTY, hanoi::UBND][..]),
        (any::<Index>(), any::<Index>(), 5_usize..60),
        prop::collection::vec((any::<Index>(), damage()), 0..12),
    )
        .prop_map(|(text, (annex, start, count), damages)| {
            let lines: Vec<&str> = text.lines().collect();
            let annexes: Vec<usize> = (0..lines.len())
                .filter(|&at| lines[at].to_lowercase().contains("phụ lục"))
                .collect();
            let annex = annexes[annex.index(annexes.len())];
            let headed = lines[annex..].iter().take(8);
            let start = start.index(lines.len());
            let kept: Vec<&str> = headed.chain(lines[start..].iter().take(count)).copied().collect();
            damages
                .iter()
                .fold(kept.join("\n"), |text, (at, damage)| damage.apply(&text, *at))
        })
}

#[derive(Debug, Clone)]
enum Damage {
    Insert(String),
    /// Leaves out so many characters.
    Remove(usize),
    /// Everything behind is lost.
    Cut,
    /// So many characters twice.
    Repeat(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    const MARKS: &[&str] = &[
        "\t",
        "|",
        "\n",
        "\r",
        "PHỤ LỤC 2\n",
        "1.",
        "- ",
        "\u{301}",
        "<b>",
        "\u{0}",
        "999999999999",
        "II",
        "a)",
    ];
    prop_oneof![
        3 => prop::sample::select(MARKS).prop_map(|mark| Damage::Insert(mark.to_owned())),
        1 => text().prop_map(Damage::Insert),
        2 => (1_usize..30).prop_map(Damage::Remove),
        1 => Just(Damage::Cut),
        1 => (1_usize..200).prop_map(Damage::Repeat),
    ]
}

impl Damage {
    fn apply(&self, text: &str, at: Index) -> String {
        let places: Vec<usize> = text
            .char_indices()
            .map(|(place, _)| place)
            .chain([text.len()])
            .collect();
        let start = at.index(places.len());
        let end = |count: usize| places[(start + count).min(places.len() - 1)];
        let start_byte = places[start];
        match self {
            Self::Insert(inserted) => format!("{}{inserted}{}", &text[..start_byte], &text[start_byte..]),
            Self::Remove(count) => format!("{}{}", &text[..start_byte], &text[end(*count)..]),
            Self::Cut => text[..start_byte].to_owned(),
            Self::Repeat(count) => format!("{}{}", &text[..end(*count)], &text[start_byte..]),
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_text_panics_as_a_value(text in text()) {
        parse_every_value(&text);
    }

    #[test]
    fn no_text_panics_as_a_program(text in text(), lead in "PHỤ LỤC [0-9]{0,10}\nTT\tNhiệm vụ\tThời hạn\n(1\t)?") {
        let _ = read(&text);
        let _ = read(&(lead + &text));
    }
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn damaged_programs_are_read_and_compared(left in damaged(), right in damaged()) {
        for line in left.lines() {
            parse_every_value(line);
        }
        if let (Ok(left), Ok(right)) = (read(&left), read(&right)) {
            report(&compare(left, right));
        }
    }

    #[test]
    fn programs_of_any_content_are_compared(left in program(), right in program()) {
        report(&compare(left, right));
    }

    #[test]
    fn an_id_that_no_row_has_is_no_row(program in program(), id in row_id()) {
        let has = |program: &Program| program.tasks.iter().any(|task| task.id == id);
        prop_assert_eq!(program.task(&id).is_some(), has(&program));
    }
}
