//! The language of a report.

use std::fmt;
use std::str::FromStr;

/// The language of a report's own words; quotations stay as printed.
/// Vietnamese by default: its readers are Vietnamese officials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// Vietnamese (`vi`).
    #[default]
    Vi,
    /// English (`en`).
    En,
}

/// The text is not a language of the reports.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language: {0:?} (expected vi or en)")]
pub struct ParseLanguageError(String);

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The ISO 639 code: `vi`, `en`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Language {
    type Err = ParseLanguageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.as_str() == text)
            .ok_or_else(|| ParseLanguageError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_what_it_displays_and_nothing_else() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        for text in ["", "VI", "vn", "english"] {
            assert!(text.parse::<Language>().is_err(), "{text}");
        }
        assert_eq!(Language::default(), Language::Vi);
    }
}
