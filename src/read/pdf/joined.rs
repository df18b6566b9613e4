//! The lines of a row on one line.

use super::super::table::SourceLine;
use crate::model::{Cell, Lines};

/// The lines of a row on one line, blanks inside the lines as printed, and
/// where each line starts.
pub(super) struct Joined {
    pub(super) text: String,
    lines: Vec<(usize, u32)>,
}

impl Joined {
    /// Joins lines; one that ends on a stroke goes on in its word (`Tr.đồng/` `người`).
    pub(super) fn new(content: &[SourceLine<'_>]) -> Self {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(content.len());
        for line in content {
            if !text.is_empty() && !text.ends_with('/') {
                text.push(' ');
            }
            lines.push((text.len(), line.number));
            text.push_str(line.text.trim());
        }
        Self { text, lines }
    }

    /// Whether a line starts at a place behind the first.
    pub(super) fn opens_line(&self, offset: usize) -> bool {
        offset > 0 && self.lines.iter().any(|&(start, _)| start == offset)
    }

    /// What stands between two places, with its lines; those of the row where nothing does.
    pub(super) fn cell(&self, start: usize, end: usize, row: Lines) -> Cell {
        let text = &self.text[start..end];
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Cell::new("", row);
        }
        let first = start + (text.len() - text.trim_start().len());
        let last = first + trimmed.len() - 1;
        let lines = Lines {
            first: self.line_at(first).unwrap_or(row.first),
            last: self.line_at(last).unwrap_or(row.last),
        };
        Cell::new(trimmed, lines)
    }

    fn line_at(&self, offset: usize) -> Option<u32> {
        let index = self.lines.partition_point(|&(start, _)| start <= offset);
        self.lines.get(index.checked_sub(1)?).map(|&(_, line)| line)
    }
}
