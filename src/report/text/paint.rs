//! Colours of a terminal.

use crate::checks::Severity;

/// Whether the text report is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Paint {
    /// Plain text, for files, pipes and under `NO_COLOR`.
    #[default]
    Plain,
    /// ANSI escape sequences, for terminals. Colour only repeats what words
    /// say; the lines are broken as in plain text.
    Ansi,
}

/// How a piece of the report is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Heading,
    Severity(Severity),
}

impl Paint {
    /// What switches a style on, and off again.
    pub(super) const fn codes(self, style: Style) -> (&'static str, &'static str) {
        const OFF: &str = "\u{1b}[0m";
        let on = match (self, style) {
            (Self::Plain, _) => return ("", ""),
            (Self::Ansi, Style::Heading) => "\u{1b}[1m",
            // Bold red, yellow, cyan and grey: to be told apart on light and dark ground.
            (Self::Ansi, Style::Severity(Severity::Contradiction)) => "\u{1b}[1;31m",
            (Self::Ansi, Style::Severity(Severity::Difference)) => "\u{1b}[1;33m",
            (Self::Ansi, Style::Severity(Severity::Doubt)) => "\u{1b}[1;36m",
            (Self::Ansi, Style::Severity(Severity::Note)) => "\u{1b}[90m",
        };
        (on, OFF)
    }
}
