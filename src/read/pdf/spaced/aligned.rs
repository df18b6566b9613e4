//! How cells stand in the height of their rows.

/// How cells stand in the height of their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aligned {
    /// As many lines above the label as below.
    Middle,
    /// So, and where they are uneven one more below.
    Upper,
    /// The label is on the first line of each cell.
    Top,
    /// The label is in the middle of the row, cells open on its first line.
    Opened,
    /// The text does, the other cells are in the middle as the label is.
    TextOpened,
}

impl Aligned {
    /// All ways cells can stand; the first that fits best is taken.
    pub(super) const ALL: [Self; 5] = [Self::Middle, Self::Top, Self::Upper, Self::Opened, Self::TextOpened];

    /// Whether cells of this column open on the first line of the row.
    pub(super) fn opens(self, column: usize) -> bool {
        match self {
            Self::Middle | Self::Upper => false,
            Self::Top | Self::Opened => true,
            Self::TextOpened => column == TEXT,
        }
    }

    /// How many half lines the middle of lines is away from a label.
    pub(super) fn off_middle(self, (first, last): (usize, usize), label: usize) -> usize {
        match self {
            Self::Upper => 2 * usize::midpoint(first, last).abs_diff(label),
            _ => (first + last).abs_diff(2 * label),
        }
    }
}

/// The column of the texts.
pub(super) const TEXT: usize = 1;
