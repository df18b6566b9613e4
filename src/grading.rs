//! How grave a caller takes findings to be, settled after the checks ran.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::checks::{Code, Finding, NotChecked, Severity, WhyNot, code_rank};
use crate::comparison::Comparison;

/// Grades by code (phân mức): what a caller raises, lowers or switches off.
/// Codes it does not name stay as the checks graded them.
///
/// As text it is a JSON object, code to grade: `contradiction`, `difference`,
/// `doubt`, `note`, or `off`. It is parsed with [`str::parse`] and written by
/// `Display`, sorted by code.
///
/// ```
/// use doichieu::{Code, Grade, Grading, Severity};
///
/// let grading: Grading = r#"{ "deadline-differs": "note", "task-without-counterpart": "off" }"#.parse()?;
/// let same = Grading::default()
///     .set(Code::DeadlineDiffers, Grade::Severity(Severity::Note))
///     .set(Code::TaskWithoutCounterpart, Grade::Off);
/// assert_eq!(grading, same);
/// # Ok::<(), doichieu::ParseGradingError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grading {
    grades: BTreeMap<Code, Grade>,
}

/// What becomes of the findings of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grade {
    /// All of them have this severity, whatever the check gave each.
    Severity(Severity),
    /// They are left out of the report, which says so under what was not checked.
    Off,
}

impl Grading {
    /// Sets the grade of a code; the last one set for a code holds.
    #[must_use]
    pub fn set(mut self, code: Code, grade: Grade) -> Self {
        self.grades.insert(code, grade);
        self
    }

    /// The grade of a code; `None` where the check's own severity stands.
    #[must_use]
    pub fn grade(&self, code: Code) -> Option<Grade> {
        self.grades.get(&code).copied()
    }
}

impl Comparison {
    /// The same comparison with its findings graded anew, gravest first.
    ///
    /// Findings of codes that are off move to [`Comparison::switched_off`], and
    /// [`Comparison::not_checked`] names those codes. Grading twice with the
    /// same grades changes nothing more. Nothing comes back: another grading
    /// finds neither what one before it switched off nor the severities the
    /// checks gave. To try several, grade a clone of what was compared.
    ///
    /// ```
    /// use doichieu::{Code, Grade, Grading, compare, hanoi};
    ///
    /// let grading = Grading::default().set(Code::DeadlineDiffers, Grade::Off);
    /// let comparison = compare(hanoi::party(), hanoi::ubnd()).regraded(&grading);
    /// assert!(comparison.findings.iter().all(|finding| finding.code != Code::DeadlineDiffers));
    /// ```
    #[must_use]
    pub fn regraded(mut self, grading: &Grading) -> Self {
        let (off, mut kept): (Vec<Finding>, Vec<Finding>) = std::mem::take(&mut self.findings)
            .into_iter()
            .partition(|finding| grading.grade(finding.code) == Some(Grade::Off));
        for finding in &mut kept {
            if let Some(Grade::Severity(severity)) = grading.grade(finding.code) {
                finding.severity = severity;
            }
        }
        kept.sort_by_key(|finding| (finding.severity, code_rank(finding.code)));
        self.findings = kept;
        self.switched_off.extend(off);
        for (&code, _) in grading.grades.iter().filter(|(_, grade)| **grade == Grade::Off) {
            let item = NotChecked {
                code,
                left: None,
                right: None,
                why: WhyNot::SwitchedOff,
            };
            if !self.not_checked.contains(&item) {
                self.not_checked.push(item);
            }
        }
        self
    }
}

impl Grade {
    /// As it stands in a file of grades: `note`, `off`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Severity(severity) => severity.as_str(),
            Self::Off => "off",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text is not a grade.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown grade: {0:?} (expected contradiction, difference, doubt, note or off)")]
pub struct ParseGradeError(String);

impl FromStr for Grade {
    type Err = ParseGradeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(severity) => Ok(Self::Severity(severity)),
            Err(_) if text == Self::Off.as_str() => Ok(Self::Off),
            Err(_) => Err(ParseGradeError(text.to_owned())),
        }
    }
}

impl fmt::Display for Grading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

/// The text is no grading: no JSON object, or a code or grade that is unknown or named twice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ParseGradingError {
    line: usize,
    message: String,
}

impl ParseGradingError {
    /// The line of the text the error is on, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }
}

impl FromStr for Grading {
    type Err = ParseGradingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            ParseGradingError {
                line: error.line().max(1),
                message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
            }
        })
    }
}

impl Serialize for Grading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.grades.iter().map(|(code, grade)| (code.as_str(), grade.as_str())))
    }
}

impl<'de> Deserialize<'de> for Grading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Grades)
    }
}

struct Grades;

impl<'de> Visitor<'de> for Grades {
    type Value = Grading;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of finding codes and their grades")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Grading, A::Error> {
        let mut grading = Grading::default();
        while let Some(key) = map.next_key::<String>()? {
            let code: Code = key.parse().map_err(A::Error::custom)?;
            if grading.grade(code).is_some() {
                return Err(A::Error::custom(format!("{code} is graded twice")));
            }
            let name = map.next_value::<String>()?;
            let grade = name
                .parse()
                .map_err(|error| A::Error::custom(format!("{code}: {error}")))?;
            grading = grading.set(code, grade);
        }
        Ok(grading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;

    fn parse(text: &str) -> Result<Grading, String> {
        text.parse().map_err(|error: ParseGradingError| error.to_string())
    }

    #[test]
    fn parses_what_it_displays() {
        let severities = Severity::ALL.map(Grade::Severity);
        for grade in severities.into_iter().chain([Grade::Off]) {
            assert_eq!(grade.to_string().parse(), Ok(grade));
            let grading = Grading::default()
                .set(Code::DeadlineDiffers, grade)
                .set(Code::TargetDiffers, Grade::Off);
            assert_eq!(parse(&grading.to_string()), Ok(grading));
        }
        assert_eq!(parse("{}"), Ok(Grading::default()));
    }

    #[test]
    fn a_bad_text_is_refused_with_its_line() {
        for (text, error) in [
            ("", "line 1: EOF while parsing a value"),
            (
                "[]",
                "line 1: invalid type: sequence, expected an object of finding codes and their grades",
            ),
            (
                "{\n  \"deadline-differ\": \"note\"\n}",
                "line 2: unknown finding code: \"deadline-differ\"",
            ),
            (
                "{\n  \"deadline-differs\":\n  \"low\"}",
                "line 3: deadline-differs: unknown grade: \"low\" (expected contradiction, difference, doubt, note or off)",
            ),
            (
                "{\"deadline-differs\": \"off\",\n\n\"deadline-differs\": \"note\"}",
                "line 3: deadline-differs is graded twice",
            ),
            (
                "{\"deadline-differs\": 1}",
                "line 1: invalid type: integer `1`, expected a string",
            ),
        ] {
            assert_eq!(parse(text), Err(error.to_owned()), "{text}");
        }
    }

    #[test]
    fn regrading_raises_lowers_and_switches_off_and_leaves_the_rest() {
        let sample = crate::report::sample::comparison();
        let grading = Grading::default()
            .set(Code::DuplicateTask, Grade::Severity(Severity::Contradiction))
            .set(Code::TargetDiffers, Grade::Severity(Severity::Note))
            .set(Code::TaskWithoutCounterpart, Grade::Off);
        let graded = sample.clone().regraded(&grading);
        let found: Vec<_> = graded.findings.iter().map(|f| (f.code, f.severity)).collect();
        assert_eq!(
            found,
            [
                (Code::DuplicateTask, Severity::Contradiction),
                (Code::DeadlineDiffers, Severity::Difference),
                (Code::TargetDiffers, Severity::Note),
            ]
        );
        assert_eq!(graded.switched_off.len(), 2);
        assert_eq!(
            graded.not_checked.last().map(|item| item.why),
            Some(WhyNot::SwitchedOff)
        );
        assert_eq!(graded.clone().regraded(&grading), graded);
        assert_eq!(sample.clone().regraded(&Grading::default()), sample);
        assert!(!graded.text(Language::Vi).to_string().contains("Cải tạo công viên"));
    }
}
