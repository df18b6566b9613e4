//! Rows of one program that are the same task.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::features::Vocabulary;
use super::fillers::Fillers;
use super::join::{Heavier, Index, Search};
use super::lexicon::{Lexicon, UNKNOWN, WordId};
use super::parallel::for_each;
use super::score::{Similarity, labels_differ};
use super::side::SideOf;
use super::texts::Texts;
use crate::model::Task;

/// So alike, in thousandths, two rows of one program are taken for one task.
const ALIKE: u32 = 900;
/// Or one of them is held by the other so fully …
const HELD: u32 = 970;
/// … and they are so alike.
const ALIKE_WHEN_HELD: u32 = 550;
/// Rows that open alike and of which one is held so fully are looked at again without fillers.
const NEARLY_HELD: u32 = 850;
/// Without fillers, words meet that stand together nowhere else.
const HELD_WITHOUT_FILLERS: u32 = 950;
/// Rows with fewer naming words are too short to tell.
const LEAST_WORDS: usize = 4;

/// Two rows of one program that are the same task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Twins {
    /// The first row.
    pub(super) first: usize,
    /// The second row.
    pub(super) second: usize,
    /// Whether their texts name the same words in the same order.
    pub(super) exact: bool,
}

/// The rows of one side that are the same task.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    /// Each row with the first one that is printed alike in all cells, or else
    /// that reads alike, and the first rows of texts that nearly do, in
    /// document order.
    pub(super) pairs: Vec<Twins>,
    /// The texts that nearly read alike.
    near: BTreeMap<usize, Vec<usize>>,
}

impl Duplicates {
    /// Finds the rows of a side that are the same task.
    pub(super) fn find(side: &SideOf<'_>, index: &Index<'_>, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Self {
        let texts = &side.texts;
        let is_long = |text: usize| texts.words[text].len() >= LEAST_WORDS;
        let mut found = Self::default();
        for rows in (0..texts.len())
            .filter(|&text| texts.rows[text].len() > 1 && is_long(text))
            .map(|text| &texts.rows[text])
        {
            let mut firsts: FxHashMap<[&str; 4], usize> = FxHashMap::default();
            firsts.insert(facts(&side.tasks[rows[0]]), rows[0]);
            for &second in &rows[1..] {
                let first = *firsts.entry(facts(&side.tasks[second])).or_insert(second);
                let first = if first == second { rows[0] } else { first };
                if !side.are_related(first, second) {
                    found.pairs.push(Twins {
                        first,
                        second,
                        exact: true,
                    });
                }
            }
        }
        let near = for_each(index.rows().enumerate(), |(rank, one), scratch| {
            let mut search = Near::default();
            if is_long(one) {
                let text = (&side.features[one], NEARLY_HELD);
                index.search(text, Heavier::BehindRank(rank), vocabulary, scratch, &mut search);
            }
            search
                .found
                .into_iter()
                .map(|(other, alike)| (one, other, alike))
                .collect::<Vec<_>>()
        });
        let mut fillers = None;
        let mut are_one = |one: usize, other: usize, alike| {
            let texts = [one, other].map(|text| &*texts.words[text]);
            are_alike(alike, HELD)
                || texts[0].first() == texts[1].first() && {
                    let fillers = fillers.get_or_insert_with(|| Fillers::new(lexicon));
                    are_alike(fillers.similarity(texts, vocabulary, lexicon).1, HELD_WITHOUT_FILLERS)
                }
        };
        let near = near.into_iter().flatten();
        let near = near.filter(|&(one, other, alike)| are_one(one, other, alike));
        let mut near: Vec<(usize, usize)> = near.map(|(one, other, _)| (one, other)).collect();
        let known: BTreeSet<(usize, usize)> = near.iter().copied().collect();
        let is_new = |&(one, other): &(usize, usize)| !known.contains(&(one, other)) && !known.contains(&(other, one));
        near.extend(opposed(texts, lexicon).filter(is_new));
        for (one, other) in near {
            let (first, second) = (texts.rows[one][0], texts.rows[other][0]);
            let same_number = || !labels_differ(&texts.words[one], &texts.words[other], lexicon);
            if is_long(other) && !side.are_related(first, second) && same_number() {
                found.pairs.push(Twins {
                    first: first.min(second),
                    second: first.max(second),
                    exact: false,
                });
                found.near.entry(one).or_default().push(other);
                found.near.entry(other).or_default().push(one);
            }
        }
        found.pairs.sort_unstable();
        found
    }

    /// The texts that nearly read like one.
    pub(super) fn near(&self, text: usize) -> &[usize] {
        self.near.get(&text).map_or(&[], Vec::as_slice)
    }

    /// Whether two rows are the same task.
    pub(super) fn are_twins(&self, side: &SideOf<'_>, one: usize, other: usize) -> bool {
        let (one, other) = (side.texts.of_row[one], side.texts.of_row[other]);
        one == other && side.texts.words[one].len() >= LEAST_WORDS || self.near(one).contains(&other)
    }
}

/// Texts that are the same but that what one lets grow, the other lets shrink:
/// `tăng 30%`, `giảm 30%`.
fn opposed(texts: &Texts, lexicon: &Lexicon) -> impl Iterator<Item = (usize, usize)> {
    let [up, down] = ["tăng", "giảm"].map(|word| lexicon.id_of(word));
    let mut firsts: FxHashMap<Vec<WordId>, usize> = FxHashMap::default();
    let is_known = up != UNKNOWN && down != UNKNOWN;
    (0..texts.len()).filter(move |_| is_known).filter_map(move |text| {
        let words = &texts.words[text];
        if !words.contains(&up) && !words.contains(&down) {
            return None;
        }
        let grown = words.iter().map(|&word| if word == down { up } else { word });
        let first = *firsts.entry(grown.collect()).or_insert(text);
        (first != text).then_some((first, text))
    })
}

/// What a row says beside its text, as printed.
fn facts(task: &Task) -> [&str; 4] {
    [&task.lead, &task.coordinating, &task.product, &task.deadline]
        .map(|cell| cell.as_ref().map_or("", |cell| cell.text.as_str()))
}

/// The search for texts that nearly read alike.
#[derive(Default)]
struct Near {
    found: Vec<(usize, Similarity)>,
}

impl Search for Near {
    fn is_promising(&self, _: usize, most: Similarity) -> bool {
        most.dice >= ALIKE_WHEN_HELD
    }

    fn find(&mut self, row: usize, alike: Similarity) {
        self.found.push((row, alike));
    }
}

/// Whether two rows of one program are one task, as alike as their texts are.
fn are_alike(alike: Similarity, least_held: u32) -> bool {
    let held = alike.left_held.max(alike.right_held);
    alike.dice >= ALIKE || (held >= least_held && alike.dice >= ALIKE_WHEN_HELD)
}

#[cfg(test)]
mod tests {
    use crate::{Code, compare, read};

    /// The rows of one program that are told to be one task.
    fn twins(rows: &str) -> Vec<String> {
        let program =
            |rows: &str| read(&format!("PHỤ LỤC 1\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n{rows}")).unwrap();
        let other = program("1\tMua sắm thiết bị y tế\tSở Y tế\tNăm 2027\n");
        compare(program(rows), other)
            .findings
            .iter()
            .filter(|finding| finding.code == Code::DuplicateTask)
            .map(|finding| format!("{}+{}", finding.left[0], finding.left[1]))
            .collect()
    }

    /// The same of rows numbered from 1, all led by one body.
    fn numbered(rows: &[(&str, &str)]) -> Vec<String> {
        let rows: Vec<String> = (1..)
            .zip(rows)
            .map(|(number, (text, deadline))| format!("{number}\t{text}\tSở Xây dựng\t{deadline}\n"))
            .collect();
        twins(&rows.concat())
    }

    #[test]
    fn a_copy_is_told_with_the_row_it_is_printed_like() {
        let park = "Cải tạo công viên hồ Bảy Mẫu";
        let (one, other) = ((park, "Năm 2027"), (park, "Năm 2029"));
        assert_eq!(
            numbered(&[one, other, other, one]),
            ["PL1.1+PL1.2", "PL1.1+PL1.4", "PL1.2+PL1.3"]
        );
    }

    #[test]
    fn rows_that_nearly_read_alike_are_one_task() {
        let walk = |lake| format!("Cải tạo công viên hồ {lake} thành không gian đi bộ");
        let (one, other) = (walk("Bảy Mẫu"), walk("Thủ Lệ"));
        let longer = format!("{one} mới");
        assert_eq!(numbered(&[(&one, "2027"), (&longer, "2028")]), ["PL1.1+PL1.2"]);
        assert_eq!(numbered(&[(&one, "2027"), (&other, "2028")]), [""; 0]);
        let much_longer =
            format!("{one}, trồng thêm cây bóng mát, lát đá vỉa hè, thay đèn chiếu sáng bằng đèn tiết kiệm");
        assert_eq!(numbered(&[(&one, "2027"), (&much_longer, "2028")]), [""; 0]);
        // Too short to tell.
        assert_eq!(numbered(&[("Trồng cây", "2027"), ("Trồng cây", "2028")]), [""; 0]);
    }

    #[test]
    fn what_is_put_in_behind_the_same_opening_says_nothing() {
        let (opening, other) = ("Hoàn thành", "Hoàn thành đầu tư");
        let park = "khu công nghệ cao Hòa Lạc đồng bộ về hạ tầng kỹ thuật và hạ tầng xã hội: nhà ở chuyên gia, phòng \
                    thí nghiệm, tiện ích công cộng";
        let more = "trồng thêm cây bóng mát";
        let markets = ["Bưởi", "Mơ", "Hôm", "Vồi", "Gạch", "Tía"].map(|name| format!("Hoàn thành đầu tư khu {name}"));
        let told = |opening: &str| {
            let (one, other) = (format!("{opening} {park}"), format!("Hoàn thành {park}; {more}"));
            let others = markets.iter().map(|market| (market.as_str(), "2028"));
            let rows: Vec<_> = [(one.as_str(), "2027"), (&other, "2028")]
                .into_iter()
                .chain(others)
                .collect();
            numbered(&rows)
        };
        assert_eq!(told(opening), ["PL1.1+PL1.2"]);
        assert_eq!(told(other), ["PL1.1+PL1.2"]);
        assert_eq!(told("Nghiên cứu hoàn thành"), [""; 0]);
    }

    #[test]
    fn rows_that_let_one_thing_grow_and_shrink_are_one_task() {
        let craft = |change| format!("Bán hàng làng nghề trên mạng, {change} 30% giá trị");
        let (up, down) = (craft("tăng"), craft("giảm"));
        assert_eq!(numbered(&[(&up, "2027"), (&down, "2027")]), ["PL1.1+PL1.2"]);
        let other = down.replace("làng nghề", "đồ gỗ");
        assert_eq!(numbered(&[(&up, "2027"), (&other, "2027")]), [""; 0]);
    }

    #[test]
    fn another_number_that_names_is_another_task() {
        let road = |number| {
            format!(
                "Hoàn thành đường vành đai {number} qua huyện Đông Anh, đồng bộ với cấp nước, thoát nước, chiếu \
                 sáng, cây xanh và các công trình hạ tầng kỹ thuật khác dọc hai bên tuyến"
            )
        };
        let (three, four) = (road("3"), road("4"));
        let wide = three.replace("hai bên tuyến", "tuyến");
        assert_eq!(numbered(&[(&three, "2027"), (&wide, "2027")]), ["PL1.1+PL1.2"]);
        assert_eq!(numbered(&[(&three, "2027"), (&four, "2027")]), [""; 0]);
    }

    #[test]
    fn a_row_is_no_copy_of_the_row_it_stands_under() {
        let park = "Cải tạo công viên hồ Bảy Mẫu";
        for text in [park.to_owned(), format!("{park} mới")] {
            let under = format!("1\t{park}\tSở Xây dựng\t2027\n-\t{text}\tSở Y tế\t2027\n");
            assert_eq!(twins(&under), [""; 0]);
            assert_eq!(twins(&under.replace("\n-", "\n2")), ["PL1.1+PL1.2"]);
        }
    }
}
