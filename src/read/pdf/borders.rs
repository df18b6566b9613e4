//! The lost borders of a task row: of all ways to read its words as one cell
//! after another, in the order of the columns, the best.
//!
//! What makes a way good is general: bodies and deadlines look like what they
//! are, products open with their nouns, a cell does not end on a preposition,
//! and cells tend to change where a line opens. Each of these has a weight
//! in `weights`; the best sum is found column by column (dynamic programming), so the
//! work grows with columns × words.

use crate::model::{BodyTable, Deadline, Scan, ScanKind, Scanner};
use crate::text::Reading;

use super::super::table::Column;
use super::phrases::{
    PRODUCT_NOUNS, RESOURCES_NOUNS, is_link, names_point, opens_with, opens_with_year, speaks_of_time,
};
use super::tokens::{Place, Tokens};
use super::weights::{
    ADJACENT_INSIDE, ADJACENT_LINE, BODY_OPENS_LINE_OF_TEXT, BodyCell, COORDINATING_CELL, DEADLINE, DEADLINE_NEVER,
    DEADLINE_OTHER, DEADLINE_TORN, EMPTY_PRODUCT, ENDS_ON_COMMA, ENDS_ON_LINK, ENDS_ON_SEMICOLON, FREE_OTHER,
    GENERIC_ASTRAY, LEAD_CELL, LONGEST_DEADLINE, LONGEST_TAIL, LONGEST_TORN_DEADLINE, LONGEST_UNKNOWN, MIDDLE_OF_LINE,
    NAMED, OPENED_LINE, PRODUCT_LINE, PRODUCT_NOUN, PRODUCT_OTHER, RESOURCES_NOUN, TAIL_OF_NAME, TAIL_OTHER,
    TEXT_ENDS_ON_BODY, UNKNOWN,
};

/// What the words of a row are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The whole row.
    Whole,
    /// Its part before the end of a page: cells may end anywhere.
    Torn,
}

/// Where a column stands in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Other columns follow.
    Inner,
    /// It is the last one: its cell goes on to the end of the row.
    Last,
}

/// A body of the table that starts at a word.
#[derive(Clone, Copy)]
struct Hit {
    end: usize,
    generic: bool,
}

impl Hit {
    /// The body at a word, where it ends with a word or the marks behind one.
    fn of(tokens: &Tokens<'_>, start: usize, scan: Scan) -> Option<Self> {
        let end_offset = start + scan.len;
        let end = tokens.index_at(end_offset);
        let last = tokens.words[..end].last()?;
        let behind = tokens.text.get(end_offset..last.start + last.text.len())?;
        behind
            .chars()
            .all(|c| matches!(c, ',' | ';' | '.' | ':'))
            .then_some(Self {
                end,
                generic: scan.kind == ScanKind::Generic,
            })
    }
}

/// Keeps the better way to come to a word, of equals the first.
fn keep(known: &mut Best, score: i32, start: usize) {
    if known.is_none_or(|(best, _)| score > best) {
        *known = Some((score, start));
    }
}

/// What is known about each word of a row before it is cut.
pub(super) struct Row<'t, 'a> {
    tokens: &'t Tokens<'a>,
    extent: Extent,
    hits: Vec<Option<Hit>>,
    opens_body: Vec<bool>,
    opens_product: Vec<bool>,
    /// How well a new cell starts at each word.
    borders: Vec<i32>,
    /// Whether a cell may end before each word: something else can start there.
    may_end: Vec<bool>,
    /// The last word where a body begins that ends before this word and that
    /// no preposition governs.
    free_body: Vec<usize>,
    /// What speaks against the words before each word being inside one cell: the sum.
    astray: Vec<i32>,
    /// How many of the words before each word open a line right under another.
    adjacent: Vec<i32>,
    deadline: Option<usize>,
    /// Behind the last word that speaks of time.
    timed_end: usize,
}

/// The best way to come to a word: its score, and where the last cell starts.
type Best = Option<(i32, usize)>;

impl<'t, 'a> Row<'t, 'a> {
    pub(super) fn new(tokens: &'t Tokens<'a>, extent: Extent, bodies: &BodyTable) -> Self {
        let words = tokens.len();
        let mut row = Self {
            tokens,
            extent,
            hits: Vec::with_capacity(words),
            opens_body: Vec::with_capacity(words),
            opens_product: Vec::with_capacity(words),
            borders: Vec::with_capacity(words),
            may_end: Vec::with_capacity(words + 1),
            free_body: vec![0; words + 1],
            astray: vec![0; words + 1],
            adjacent: vec![0; words + 1],
            deadline: Deadline::longest_suffix_of(&tokens.text, &tokens.folded).map(|offset| tokens.index_at(offset)),
            timed_end: (0..words)
                .rfind(|&index| speaks_of_time(tokens.form(index)))
                .map_or(0, |last| last + 1),
        };
        let mut scanner = Scanner::new(bodies, &tokens.text);
        let (mut behind_link, mut governed) = (false, 0);
        for (index, word) in tokens.words.iter().enumerate() {
            // A stray mark belongs to the word before (`Sở Y tế ;BQL`).
            let start = word.start + word.text.len() - word.text.trim_start_matches([',', ';']).len();
            let hit = scanner.scan(start).and_then(|scan| Hit::of(tokens, start, scan));
            let capital = tokens.text[start..].starts_with(char::is_uppercase);
            row.hits.push(hit);
            row.opens_body
                .push(hit.is_some() || (capital && scanner.opens_body(start)));
            row.opens_product
                .push(capital && opens_with(tokens.folded_from(index), PRODUCT_NOUNS));
            row.borders.push(row.border(index, behind_link));
            row.may_end.push(row.may_end(index));
            if let Some(hit) = hit {
                let goes_on = index == governed && index > 0 && tokens.words[index - 1].text.ends_with(',');
                if behind_link || goes_on {
                    governed = governed.max(hit.end);
                } else if index >= governed && hit.end - index <= LONGEST_UNKNOWN {
                    row.free_body[hit.end] = index;
                }
            }
            let is_adjacent = word.place == Place::OpensAdjacentLine;
            row.adjacent[index + 1] = row.adjacent[index] + i32::from(is_adjacent);
            row.astray[index + 1] = row.astray[index]
                + if is_adjacent { ADJACENT_INSIDE } else { 0 }
                + if hit.is_some_and(|hit| hit.generic) {
                    GENERIC_ASTRAY
                } else {
                    0
                };
            let before = index.checked_sub(1).map_or("", |before| tokens.form(before));
            // In capitals it is a part of a name (`Cầu Một`).
            behind_link = extent == Extent::Whole && !capital && is_link(before, tokens.form(index));
        }
        row.may_end.push(true);
        row
    }

    /// How good the best way to cut the row is, and the end of each column's cell.
    pub(super) fn best_borders(&self, columns: &[Column]) -> (i32, Vec<usize>) {
        let words = self.tokens.len();
        let mut best: Vec<Vec<Best>> = vec![vec![None; words + 1]; columns.len() + 1];
        best[0][0] = Some((0, 0));
        let (mut options, mut lists) = (Vec::new(), Vec::new());
        for (index, &column) in columns.iter().enumerate() {
            let position = if index + 1 == columns.len() {
                Position::Last
            } else {
                Position::Inner
            };
            let (before, after) = best.split_at_mut(index + 1);
            let (before, after) = (&before[index], &mut after[0]);
            if !matches!(
                column,
                Column::Text | Column::Lead | Column::Coordinating | Column::Body | Column::Deadline
            ) {
                self.best_free_cells(column, position, before, after);
                continue;
            }
            for (start, best) in before.iter().enumerate() {
                let Some((score, _)) = *best else { continue };
                options.clear();
                self.cells(column, start, position, &mut lists, &mut options);
                for &(end, cell) in &options {
                    if position == Position::Inner || end == words {
                        let border = if end > start { self.borders[start] } else { 0 };
                        keep(&mut after[end], score + cell + border, start);
                    }
                }
            }
        }
        let mut ends = vec![words; columns.len()];
        let mut end = words;
        for index in (0..columns.len()).rev() {
            ends[index] = end;
            end = best[index + 1][end].map_or(0, |(_, start)| start);
        }
        let score = best[columns.len()][words].map_or(i32::MIN / 2, |(score, _)| score);
        (score, ends)
    }

    /// The best cells of a column of which only the first word tells how good
    /// they are: the best start so far is the best for every later end.
    fn best_free_cells(&self, column: Column, position: Position, before: &[Best], after: &mut [Best]) {
        let empty = if column == Column::Product { EMPTY_PRODUCT } else { 0 };
        let words = self.tokens.len();
        let mut open: Best = None;
        for at in 0..=words {
            let ends = position == Position::Inner || at == words;
            if ends
                && self.may_end[at]
                && let Some((score, start)) = open
            {
                keep(&mut after[at], score + self.astray[at], start);
            }
            let Some((score, _)) = before[at] else { continue };
            if ends {
                keep(&mut after[at], score + empty, at);
            }
            if at < words {
                let opening = self.opening(column, at);
                keep(&mut open, score + self.borders[at] + opening - self.astray[at + 1], at);
            }
        }
    }

    /// How well a cell of free text opens with a word.
    fn opening(&self, column: Column, start: usize) -> i32 {
        let first = &self.tokens.words[start];
        match column {
            Column::Product if self.opens_product[start] => PRODUCT_NOUN,
            Column::Product
                if first.place != Place::Inside
                    && first.text.starts_with(char::is_uppercase)
                    && !self.opens_body[start] =>
            {
                PRODUCT_LINE
            }
            Column::Product => PRODUCT_OTHER,
            Column::Resources
                if opens_with(self.tokens.folded_from(start), RESOURCES_NOUNS) || self.is_amount(start) =>
            {
                RESOURCES_NOUN
            }
            _ => FREE_OTHER,
        }
    }

    /// Whether a word is a figure of money, no year: it ends the row, or a unit follows.
    fn is_amount(&self, at: usize) -> bool {
        let word = self.tokens.words[at].text;
        let is_year = word.len() == 4 && word.starts_with("20");
        let counts =
            at + 1 == self.tokens.len() || matches!(self.tokens.form(at + 1), "tỷ" | "tỉ" | "triệu" | "nghìn" | "đồng");
        counts && !is_year && Reading::parse(word).is_some()
    }

    /// How well a new cell starts at a word.
    fn border(&self, start: usize, behind_link: bool) -> i32 {
        if start == 0 {
            return 0;
        }
        let place = match self.tokens.words[start].place {
            Place::OpensAdjacentLine => ADJACENT_LINE,
            Place::OpensLine => OPENED_LINE,
            Place::Inside => MIDDLE_OF_LINE,
        };
        let parts_point = names_point(self.tokens.form(start - 1), self.tokens.form(start));
        let end = if behind_link || parts_point {
            ENDS_ON_LINK
        } else {
            self.dangling(start - 1)
        };
        place + end
    }

    /// How well a cell ends with a word.
    fn dangling(&self, last: usize) -> i32 {
        match self.tokens.words[last].text.as_bytes() {
            [.., b','] if self.extent == Extent::Whole => ENDS_ON_COMMA,
            [.., b';'] if self.extent == Extent::Whole => ENDS_ON_SEMICOLON,
            _ => 0,
        }
    }

    /// The ways a column's cell can go on from a word: where it ends, how good it is.
    fn cells(
        &self,
        column: Column,
        start: usize,
        position: Position,
        lists: &mut Vec<Option<i32>>,
        options: &mut Vec<(usize, i32)>,
    ) {
        match column {
            Column::Lead => self.bodies(start, &LEAD_CELL, lists, options),
            Column::Coordinating | Column::Body => self.bodies(start, &COORDINATING_CELL, lists, options),
            Column::Deadline => self.deadlines(start, position, options),
            _ => self.texts(start, options),
        }
    }

    /// Texts from a word on.
    fn texts(&self, start: usize, options: &mut Vec<(usize, i32)>) {
        options.push((start, -30));
        let mut opened = 0;
        for end in start + 1..=self.tokens.len() {
            let inside = end - 1;
            if inside > start && self.tokens.words[inside].place != Place::Inside && self.hits[inside].is_some() {
                opened += BODY_OPENS_LINE_OF_TEXT;
            }
            if self.may_end[end] {
                let body = if self.free_body[end] > start {
                    TEXT_ENDS_ON_BODY
                } else {
                    0
                };
                options.push((end, self.astray[end] - self.astray[start + 1] + opened + body));
            }
        }
    }

    /// Whether a cell may end before a word: something else can start there.
    fn may_end(&self, end: usize) -> bool {
        if self.ends_range(end) {
            return false;
        }
        self.tokens.words[end].place != Place::Inside
            || self.opens_body[end]
            || self.opens_product[end]
            || self.deadline == Some(end)
            || self.tokens.words[end]
                .text
                .starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
    }

    /// Whether a word is the second year of a range that a line tears (`2026-` / `2030`).
    fn ends_range(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.tokens.words[before].text);
        let year = before.strip_suffix(['-', '–']).unwrap_or_default();
        opens_with_year(year) && opens_with_year(self.tokens.words[at].text)
    }

    /// Lists of bodies from a word on.
    /// `best` is room for the best list up to each word.
    fn bodies(&self, start: usize, cell: &BodyCell, best: &mut Vec<Option<i32>>, options: &mut Vec<(usize, i32)>) {
        options.push((start, cell.empty));
        let words = self.tokens.len();
        if start == words {
            return;
        }
        best.clear();
        best.resize(words + 1, None);
        let is_small = self.tokens.words[start].text.starts_with(char::is_lowercase);
        best[start] = Some(if is_small { cell.small } else { 0 });
        let mut furthest = start;
        for at in start..words {
            if at > furthest {
                break;
            }
            let Some(score) = best[at] else { continue };
            if at > start {
                options.push((at, score + self.dangling(at - 1)));
            }
            let item = if at > start { self.behind_joint(at) } else { at };
            let separated = item > at
                || at == start
                || self.tokens.words[at - 1].text.ends_with([',', ';', ':'])
                || self.tokens.words[at].text.starts_with([',', ';']);
            let mut score = score;
            if !separated {
                score += cell.no_separator;
                if self.tokens.words[at].place == Place::OpensAdjacentLine {
                    score += ADJACENT_INSIDE;
                }
            }
            let mut keep = |end: usize, score: i32| {
                furthest = furthest.max(end);
                if best[end].is_none_or(|known| score > known) {
                    best[end] = Some(score);
                }
            };
            match self.hits.get(item).copied().flatten() {
                Some(hit) => {
                    let inside = self.adjacent_lines(item + 1, hit.end);
                    let hit_score = score + inside + if hit.generic { cell.generic } else { NAMED };
                    keep(hit.end, hit_score);
                    let mut longer = hit_score;
                    for end in hit.end + 1..=words.min(hit.end + LONGEST_TAIL) {
                        let word = &self.tokens.words[end - 1];
                        // A name in capitals (`TKV`) is another body.
                        let is_acronym = word.text.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
                        let opens_cell = self.opens_body[end - 1] || self.opens_product[end - 1];
                        if is_acronym || opens_cell || self.deadline == Some(end - 1) {
                            break;
                        }
                        longer += if word.text.starts_with(char::is_uppercase) {
                            TAIL_OF_NAME
                        } else {
                            TAIL_OTHER
                        };
                        if word.place == Place::OpensAdjacentLine {
                            longer += ADJACENT_INSIDE;
                        }
                        if self.may_end[end] {
                            keep(end, longer);
                        }
                    }
                }
                None if self.opens_body.get(item).copied().unwrap_or(false) => {
                    for end in item + 1..=words.min(item + LONGEST_UNKNOWN) {
                        if self.may_end[end] || self.tokens.words[end - 1].text.ends_with([',', ';']) {
                            let length = i32::try_from(end - item).unwrap_or(i32::MAX);
                            keep(end, score + UNKNOWN - length + self.adjacent_lines(item + 1, end));
                        }
                        if self.tokens.words[end - 1].text.ends_with([',', ';']) {
                            break;
                        }
                    }
                }
                None => {}
            }
        }
        if let Some(score) = best[words] {
            options.push((words, score));
        }
    }

    /// Behind `và` (and) or `chủ trì, phối hợp với` (leads, together with)
    /// between two bodies.
    fn behind_joint(&self, at: usize) -> usize {
        let form = |at: usize| {
            let is_inside = at < self.tokens.len();
            if is_inside { self.tokens.form(at) } else { "" }
        };
        let helping = match (form(at), form(at + 1)) {
            ("và", _) => return at + 1,
            ("chủ", "trì" | "trì,") => at + 2,
            _ => at,
        };
        match (form(helping), form(helping + 1), form(helping + 2)) {
            ("phối" | "(phối", "hợp", "với" | "cùng") => helping + 3,
            ("phối" | "(phối", "hợp" | "hợp:", _) => helping + 2,
            _ => at,
        }
    }

    fn adjacent_lines(&self, start: usize, end: usize) -> i32 {
        ADJACENT_INSIDE * (self.adjacent[end] - self.adjacent[start.min(end)])
    }

    /// Deadlines from a word on.
    fn deadlines(&self, start: usize, position: Position, options: &mut Vec<(usize, i32)>) {
        options.push((start, -15));
        let words = self.tokens.len();
        if start == words {
            return;
        }
        if self.deadline == Some(start) {
            options.push((words, DEADLINE));
            if position == Position::Last {
                return;
            }
        }
        let opens = self.tokens.words[start]
            .text
            .starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        if opens && position == Position::Inner {
            for end in start + 1..=words.min(start + LONGEST_TORN_DEADLINE) {
                let is_torn = self.extent == Extent::Torn && self.may_end[end];
                if is_torn && (start..end).any(|at| speaks_of_time(self.tokens.form(at))) {
                    options.push((end, DEADLINE_TORN));
                }
            }
            let mut open = 0;
            for end in start + 1..=words {
                let word = self.tokens.words[end - 1].text;
                open += word.matches('(').count();
                open = open.saturating_sub(word.matches(')').count());
                if end > start + LONGEST_DEADLINE && open == 0 && !word.contains(')') {
                    break;
                }
                if self.may_end[end] && open == 0 && Deadline::parse(self.tokens.span(start, end)).is_some() {
                    options.push((end, DEADLINE));
                }
            }
        }
        // In small letters (`báo cáo hàng năm`) they belong to what stands before.
        let other = if opens && start < self.timed_end {
            DEADLINE_OTHER
        } else {
            DEADLINE_NEVER
        };
        options.push((words, other));
    }
}
