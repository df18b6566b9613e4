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

/// How wide the columns of a table are: as most lines of cells show by where
/// they are wrapped, and no less than the widest text that is surely one cell's,
/// with another piece behind it in the next column.
#[derive(Debug)]
pub(super) struct Widths {
    /// How wide the texts of each column are.
    texts: Vec<Vec<usize>>,
    /// How many letters there are from each column to the next, on each page.
    letters: Vec<Vec<usize>>,
    /// How wide each line of a cell is that is wrapped, and how wide it would
    /// be with the next word.
    wraps: Vec<Vec<(usize, usize)>>,
}

impl Widths {
    /// Of no texts yet, in so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self {
            texts: vec![Vec::new(); columns],
            letters: vec![Vec::new(); columns],
            wraps: vec![Vec::new(); columns],
        }
    }

    /// Counts a text of a column.
    pub(super) fn add(&mut self, column: usize, text: &str) {
        if let Some(texts) = self.texts.get_mut(column) {
            texts.push(width(text));
        }
    }

    /// Counts a line of a cell, and the word the next line of it begins with.
    pub(super) fn add_wrap(&mut self, column: usize, text: &str, word: &str) {
        if let Some(wraps) = self.wraps.get_mut(column) {
            let wide = width(text);
            wraps.push((wide, wide + width(" ") + width(word)));
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
        let columns = self.texts.iter_mut().zip(&mut self.letters).zip(&self.wraps);
        columns
            .map(|((texts, letters), wraps)| {
                let wrapped = wrapped_at(wraps).unwrap_or_else(|| typical(letters) * NARROWEST);
                widest(texts).max(wrapped)
            })
            .collect()
    }
}

/// The width most lines are wrapped at: they have room for it, and no room for
/// more. Lines glued to the next cell seem to have room for more.
fn wrapped_at(wraps: &[(usize, usize)]) -> Option<usize> {
    if wraps.len() < FEWEST_WRAPS {
        return None;
    }
    let mut edges: Vec<(usize, bool)> = wraps
        .iter()
        .flat_map(|&(from, to)| [(from, true), (to, false)])
        .collect();
    // What ends at a width has room for no more than that.
    edges.sort_unstable();
    let mut count = 0usize;
    let counts: Vec<(usize, usize)> = edges
        .into_iter()
        .map(|(at, begins)| {
            count = if begins { count + 1 } else { count.saturating_sub(1) };
            (at, count)
        })
        .collect();
    let most = counts.iter().map(|&(_, count)| count).max()?;
    let first = counts.iter().find(|&&(_, count)| count * 100 >= most * SHARE_OF_MOST);
    first.map(|&(at, _)| at)
}

/// The width with so many in a hundred of the most lines counts: the widest of
/// them may be glued.
const SHARE_OF_MOST: usize = 90;

/// So many wrapped lines tell how wide a column is.
const FEWEST_WRAPS: usize = 8;

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
    fn a_column_is_as_wide_as_it_is_where_most_lines_are_wrapped() {
        let widest = |glued: usize, whole: usize| {
            let mut widths = Widths::new(1);
            widths.add_page(0, 20);
            for at in 0..glued + whole {
                let text = if at < glued { "nnnnnnnn" } else { "nnnn" };
                widths.add_wrap(0, text, "nnn");
            }
            widths.add_wrap(0, "n", "nnnnn");
            widths.widest()
        };
        assert_eq!(widest(3, 6), [40]);
        assert_eq!(widest(6, 3), [80]);
        // Too few show nothing.
        assert_eq!(widest(1, 5), [20 * NARROWEST]);
        // One of many that is a little wider is glued.
        let mut widths = Widths::new(1);
        for at in 0..11 {
            widths.add_wrap(0, if at == 0 { "nnnn," } else { "nnnn" }, "nnn");
        }
        assert_eq!(widths.widest(), [40]);
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
