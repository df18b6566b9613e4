//! Which headings belong to the citation of a row: those at which the
//! numbering begins anew.

use super::label::Label;

/// How a heading is labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `VII`.
    Roman,
    /// `B`.
    Letter,
}

impl Style {
    /// The style and text of a heading's label.
    pub(crate) fn of(label: Label<'_>) -> Option<(Self, &str)> {
        match label {
            Label::Roman(text) => Some((Self::Roman, text)),
            Label::Letter(text) => Some((Self::Letter, text)),
            _ => None,
        }
    }
}

/// What the numbering of an annex is made of, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark<'a> {
    /// A heading of a section or group.
    Heading(Style, &'a str),
    /// An undotted row number.
    Number(u32),
}

/// The two levels of headings an annex can have, and which of them a citation needs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// The styles, the outer first.
    styles: Vec<Style>,
    /// Whether the labels of this level are part of citations.
    cited: Vec<bool>,
    /// The labels in force.
    current: Vec<Option<String>>,
}

impl Outline {
    /// Reads the levels off the whole annex. A style that comes first is the
    /// outer one. A level is cited when at most of its headings the numbers
    /// begin again, so that one slip in a draft does not change every id.
    pub(crate) fn of(marks: &[Mark<'_>]) -> Self {
        let mut styles: Vec<Style> = Vec::new();
        for mark in marks {
            if let Mark::Heading(style, _) = mark
                && !styles.contains(style)
            {
                styles.push(*style);
            }
        }
        let mut cited: Vec<bool> = (0..styles.len())
            .map(|level| begins_anew(marks, &styles, level))
            .collect();
        if let [outer @ false, true] = cited[..].as_mut() {
            *outer = repeats_inside(marks, styles[1]);
        }
        Self {
            current: vec![None; styles.len()],
            styles,
            cited,
        }
    }

    /// Enters a section or group.
    pub(crate) fn enter(&mut self, style: Style, label: &str) {
        let Some(level) = self.styles.iter().position(|&known| known == style) else {
            return;
        };
        self.current[level] = Some(label.to_owned());
        self.current[level + 1..].fill(None);
    }

    /// The label of the outermost heading in force.
    pub(crate) fn section(&self) -> Option<&str> {
        self.current.iter().flatten().next().map(String::as_str)
    }

    /// The label of the group inside the section.
    pub(crate) fn group(&self) -> Option<&str> {
        self.current.iter().flatten().nth(1).map(String::as_str)
    }

    /// The labels a citation needs here, the outer first.
    pub(crate) fn path(&self) -> impl Iterator<Item = &str> {
        self.current
            .iter()
            .zip(&self.cited)
            .filter(|(_, cited)| **cited)
            .filter_map(|(label, _)| label.as_deref())
    }
}

/// Whether the numbers begin again at most headings of this level. A heading
/// without a number before it inside its outer section says nothing.
fn begins_anew(marks: &[Mark<'_>], styles: &[Style], level: usize) -> bool {
    let level_of = |style: Style| styles.iter().position(|&known| known == style).unwrap_or(0);
    let (mut anew, mut on) = (0_u32, 0_u32);
    let mut last = None;
    for (at, mark) in marks.iter().enumerate() {
        match *mark {
            Mark::Number(number) => last = Some(number),
            Mark::Heading(style, _) if level_of(style) < level => last = None,
            Mark::Heading(style, _) if level_of(style) == level => {
                let next = marks[at + 1..]
                    .iter()
                    .take_while(|mark| !matches!(mark, Mark::Heading(style, _) if level_of(*style) <= level))
                    .find_map(|mark| {
                        if let Mark::Number(number) = mark {
                            Some(*number)
                        } else {
                            None
                        }
                    });
                match (last, next) {
                    (Some(last), Some(next)) if next <= last => anew += 1,
                    (Some(_), Some(_)) => on += 1,
                    _ => {}
                }
            }
            Mark::Heading(..) => {}
        }
    }
    anew > 0 && anew >= on
}

/// Whether a label of the inner level occurs twice.
fn repeats_inside(marks: &[Mark<'_>], inner: Style) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    marks.iter().any(|mark| match mark {
        Mark::Heading(style, label) if *style == inner => {
            let again = seen.contains(label);
            seen.push(label);
            again
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Mark::{Heading, Number};
    use Style::{Letter, Roman};

    fn path(marks: &[Mark<'_>]) -> String {
        let mut outline = Outline::of(marks);
        for mark in marks {
            if let Heading(style, label) = mark {
                outline.enter(*style, label);
            }
        }
        outline.path().collect::<Vec<_>>().join(".")
    }

    #[test]
    fn only_levels_at_which_numbers_begin_again_are_cited() {
        let groups_run_on = [
            Heading(Roman, "I"),
            Number(1),
            Number(2),
            Heading(Roman, "II"),
            Heading(Letter, "A"),
            Number(1),
            Heading(Letter, "B"),
            Number(2),
        ];
        assert_eq!(path(&groups_run_on), "II");
        let inner_runs_on = [
            Heading(Letter, "A"),
            Heading(Roman, "I"),
            Number(1),
            Heading(Roman, "II"),
            Number(2),
            Heading(Letter, "B"),
            Number(1),
        ];
        assert_eq!(path(&inner_runs_on), "B");
        assert_eq!(
            path(&[Heading(Roman, "I"), Number(1), Heading(Roman, "II"), Number(2)]),
            ""
        );
        assert_eq!(path(&[Heading(Letter, "A"), Number(1)]), "");
    }

    #[test]
    fn one_slip_does_not_change_the_scheme() {
        let slip = [
            Heading(Roman, "I"),
            Number(1),
            Number(2),
            Heading(Roman, "II"),
            Number(3),
            Heading(Roman, "III"),
            Number(1),
            Heading(Roman, "IV"),
            Number(4),
        ];
        assert_eq!(path(&slip), "");
    }

    #[test]
    fn inner_labels_that_repeat_need_the_outer_one() {
        let marks = [
            Heading(Roman, "I"),
            Heading(Letter, "A"),
            Number(1),
            Heading(Letter, "B"),
            Number(1),
            Heading(Roman, "II"),
            Heading(Letter, "A"),
            Number(2),
            Heading(Letter, "B"),
            Number(1),
        ];
        assert_eq!(path(&marks), "II.B");
    }
}
