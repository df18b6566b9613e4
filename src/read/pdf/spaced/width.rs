//! How wide a text is in print: cells are full by their width, not by their
//! letters.

/// The width of a text in twentieths of the height of its letters, as in the
/// upright face of a common book type; others differ little in proportion.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(letter).sum()
}

/// An average letter.
pub(super) const LETTER: usize = 9;

/// The width of a letter; marks above and below add nothing.
fn letter(c: char) -> usize {
    match c {
        ' ' | ',' | '.' | ';' | ':' | '\'' => 5,
        'l' | 't' | 'j' | '/' => 6,
        'f' | 'r' | '-' | '(' | ')' => 7,
        's' | 'J' => 8,
        'w' => 14,
        'm' | '%' | '&' => 16,
        'M' => 18,
        'W' => 19,
        '…' => 20,
        _ if "iíìỉĩị".contains(c) => 6,
        _ if "IÍÌỈĨỊ".contains(c) => 7,
        _ if "aáàảãạăắằẳẵặâấầẩẫậceéèẻẽẹêếềểễệz".contains(c) => 9,
        _ if c.is_uppercase() => 14,
        _ => 10,
    }
}

/// How wide the columns of a table are: as the widest text that is surely one
/// cell's, with another piece behind it in the next column.
#[derive(Debug)]
pub(super) struct Widths {
    /// How wide the texts of each column are.
    texts: Vec<Vec<usize>>,
    /// How many letters there are from each column to the next, on each page.
    letters: Vec<Vec<usize>>,
}

impl Widths {
    /// Of no texts yet, in so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self {
            texts: vec![Vec::new(); columns],
            letters: vec![Vec::new(); columns],
        }
    }

    /// Counts a text of a column.
    pub(super) fn add(&mut self, column: usize, text: &str) {
        if let Some(texts) = self.texts.get_mut(column) {
            texts.push(width(text));
        }
    }

    /// Counts the letters from a column to the next, on a page.
    pub(super) fn add_page(&mut self, column: usize, letters: usize) {
        if let Some(pages) = self.letters.get_mut(column) {
            pages.push(letters);
        }
    }

    /// The width of each column.
    pub(super) fn widest(mut self) -> Vec<usize> {
        let columns = self.texts.iter_mut().zip(&mut self.letters);
        columns
            .map(|(texts, letters)| widest(texts).max(typical(letters) * NARROWEST))
            .collect()
    }
}

/// The widest of most texts. Those glued to the next cell are wider by a word
/// at least, so that nothing is between them and the others.
fn widest(texts: &mut [usize]) -> usize {
    texts.sort_unstable();
    let (most, few) = texts.split_at(texts.len() * SHARE_OF_TEXTS / 100);
    let mut widest = most.last().copied().unwrap_or(0);
    for &wide in few {
        if widest > 0 && wide > widest + 2 * LETTER {
            break;
        }
        widest = wide;
    }
    widest
}

/// So many of a hundred texts are surely not glued to the next cell.
const SHARE_OF_TEXTS: usize = 75;

/// The one in the middle.
fn typical(letters: &mut [usize]) -> usize {
    letters.sort_unstable();
    letters.get(letters.len() / 2).copied().unwrap_or(0)
}

/// A letter of a text in which most are narrow.
const NARROWEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_letters_are_narrow() {
        assert!(width("illit") < width("mMwWm"));
        assert_eq!(width("ắ"), width("a"));
        assert_eq!(width("ị"), width("i"));
        for (narrow, wide) in [
            (" ", "t"),
            (".", "t"),
            ("f", "s"),
            ("-", "s"),
            ("i", "a"),
            ("a", "n"),
            ("n", "m"),
            ("n", "N"),
            ("m", "W"),
        ] {
            assert!(width(narrow) < width(wide), "{narrow} {wide}");
        }
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_text_that_is_not_glued() {
        let widest = |text: &str, letters: &[usize]| {
            let mut widths = Widths::new(1);
            for text in ["nnnn", "nnnn", "nnnn", text] {
                widths.add(0, text);
            }
            for &page in letters {
                widths.add_page(0, page);
            }
            widths.widest()
        };
        assert_eq!(widest("nnnnn", &[]), [50]);
        assert_eq!(widest("nnnnnnnn", &[]), [40]);
        // Nor narrower than most pages show.
        assert_eq!(widest("nnnnn", &[1, 2, 12, 13, 14]), [12 * NARROWEST]);
    }
}
