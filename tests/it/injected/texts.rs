//! A figure in a task's text becomes another or is dropped; letters slip; a task
//! opens with other words.

use std::fmt::Write as _;

use doichieu::checks::{Code, Side};
use doichieu::model::{Cell, RowId};
use doichieu::text::fold;

use super::deadlines::any_task;
use super::known::{Known, opposite, pairs_of};
use super::random::Random;
use super::targets::any_indicator;
use super::truth::{Edit, Expected, Explained, Stays};

/// The findings inside a program that judge the figures of a text.
const INSIDE: &[Code] = &[
    Code::DuplicateTask,
    Code::TextAgainstTask,
    Code::TaskAgainstIndicator,
    Code::AnnouncedCountDiffers,
    Code::CitationDiffers,
];

pub fn figure_changed(known: &Known, random: &mut Random) -> Option<Edit> {
    figure(known, random, true)
}

pub fn figure_dropped(known: &Known, random: &mut Random) -> Option<Edit> {
    figure(known, random, false)
}

fn figure(known: &Known, random: &mut Random, keep: bool) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let words: Vec<&str> = task.text.text.split(' ').collect();
    let counts: Vec<usize> = (0..words.len()).filter(|at| counted(&words, *at).is_some()).collect();
    let at = *random.pick(&counts)?;
    let old = counted(&words, at)?;
    let new = if keep {
        other_figure(old, random)?
    } else {
        String::new()
    };
    let text = if keep {
        words[at].replacen(old, &new, 1)
    } else {
        tail(words[at], old).to_owned()
    };
    if !keep && !text.is_empty() && !matches!(text.as_str(), "%" | "," | ";") {
        return None;
    }
    let text = if text == "%" { String::new() } else { text };

    let mut expected = Vec::new();
    let explained = vec![
        Explained::Row(task.id.clone(), INSIDE),
        // Where the texts have other figures, the finding about them may change too.
        Explained::Row(task.id.clone(), &[Code::QuantityDiffers]),
    ];
    for pair in pairs_of(&known.tasks, side, &task.id) {
        let other = known.task(opposite(side), pair.row(opposite(side)));
        let others: Vec<&str> = other.text.text.split(' ').collect();
        let same: Vec<usize> = (0..others.len())
            .filter(|at| counted(&others, *at) == Some(old))
            .collect();
        let own = (0..words.len()).filter(|at| counted(&words, *at) == Some(old)).count();
        let same_noun = same.iter().any(|at| others.get(at + 1) == words.get(at + 1));
        let whole = matches!(pair.says("relation"), "same" | "overlap");
        let is_sure = pair.is_sure("pair") && pair.is_sure("relation");
        let has_new = others.iter().any(|word| keep && word.contains(&new));
        if is_sure && same.len() == 1 && own == 1 && same_noun && !has_new && whole {
            let facts = [if keep { new.clone() } else { old.to_owned() }];
            expected.push(Expected::stands(Code::QuantityDiffers, pair.rows(), &facts));
        }
    }
    // Few figures stand in both texts: look for them.
    if expected.is_empty() && random.below(8) > 0 {
        return None;
    }
    let noun = words.get(at + 1).copied().unwrap_or_default();
    let what = format!("{} {:?} → {new:?}", task.id, format!("{old} {noun}"));
    let draft = known.source(side).with_words(&task.text, at..at + 1, &text, &what)?;
    Some(Edit::of_row((side, &task.id), draft, what, expected, explained))
}

/// The figure of a word that counts something: no date, year, or name.
fn counted<'a>(words: &[&'a str], at: usize) -> Option<&'a str> {
    let word = words[at];
    let end = word
        .find(|c: char| !c.is_ascii_digit() && !".,".contains(c))
        .unwrap_or(word.len());
    let figure = word[..end].trim_end_matches(['.', ',']);
    let rest = &word[figure.len()..];
    let is_figure =
        figure.starts_with(|c: char| c.is_ascii_digit()) && matches!(rest, "" | "%" | "," | ";" | "%," | "%;");
    let before = at.checked_sub(1).map_or(String::new(), |before| fold(words[before]));
    let behind = words.get(at + 1).map_or(String::new(), |behind| fold(behind));
    let named = [
        "đai", "số", "tuyến", "lộ", "đoạn", "khóa", "lớp", "năm", "tháng", "ngày", "quý", "lần", "kỳ", "điều", "khoản",
        "cấp", "đến", "từ", "nhóm", "thứ", "-", "–", "tọa",
    ];
    let year = figure.len() == 4 && figure.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year));
    let range = matches!(behind.as_str(), "-" | "–");
    (is_figure && !year && !range && !named.contains(&before.as_str())).then_some(figure)
}

fn tail<'a>(word: &'a str, figure: &str) -> &'a str {
    &word[figure.len()..]
}

/// Another figure of as many digits.
fn other_figure(figure: &str, random: &mut Random) -> Option<String> {
    let nonzero: Vec<usize> = (0..figure.len())
        .filter(|at| matches!(figure.as_bytes()[*at], b'1'..=b'9'))
        .collect();
    let at = *random.pick(&nonzero)?;
    let new = b'1' + u8::try_from(random.below(9)).expect("a digit");
    if new == figure.as_bytes()[at] {
        return None;
    }
    let mut changed = figure.to_owned();
    changed.replace_range(at..=at, &char::from(new).to_string());
    Some(changed)
}

/// One letter of a word of a task or an indicator's name is taken for one that
/// looks like it: no verdict may change.
pub fn slip(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, id, cell): (Side, &RowId, &Cell) = if random.below(4) > 0 {
        let (side, task) = any_task(known, random)?;
        (side, &task.id, &task.text)
    } else {
        let (side, row) = any_indicator(known, random)?;
        (side, &row.id, &row.name)
    };
    let words: Vec<&str> = cell.text.split(' ').collect();
    let at = random.below(words.len());
    let word = words[at];
    let letters: Vec<(usize, char)> = word.char_indices().filter(|(_, c)| look_alike(*c).is_some()).collect();
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let (offset, letter) = *random.pick(&letters)?;
    let mut new = word.to_owned();
    new.replace_range(offset..offset + letter.len_utf8(), &look_alike(letter)?.to_string());
    let what = format!("{id} {word:?} → {new:?}");
    let draft = known.source(side).with_words(cell, at..at + 1, &new, &what)?;
    Some(Edit {
        side,
        rows: vec![id.clone()],
        draft,
        what,
        expected: Vec::new(),
        // A name with another word is for somebody to look at.
        explained: vec![Explained::Row(id.clone(), &[Code::DefinitionDiffers])],
        stays: Stays::Verdict,
    })
}

/// Three words of a task are misread: no verdict may change.
pub fn slips(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let mut words: Vec<String> = task.text.text.split(' ').map(str::to_owned).collect();
    let slipped = |word: &str, random: &mut Random| {
        let letters: Vec<(usize, char)> = word.char_indices().filter(|(_, c)| look_alike(*c).is_some()).collect();
        let (offset, letter) = *random.pick(&letters)?;
        let mut new = word.to_owned();
        new.replace_range(offset..offset + letter.len_utf8(), &look_alike(letter)?.to_string());
        Some(new)
    };
    let is_word = |word: &&usize| {
        let letters = words[**word].trim_end_matches([',', ';', '.', ':']);
        letters.chars().count() > 2
            && letters.chars().all(char::is_alphabetic)
            && letters.chars().any(|c| look_alike(c).is_some())
    };
    let places: Vec<usize> = (0..words.len()).collect();
    let mut places: Vec<usize> = places.iter().filter(is_word).copied().collect();
    if places.len() < 8 {
        return None;
    }
    let mut what = task.id.to_string();
    for _ in 0..3 {
        let at = places.swap_remove(random.below(places.len()));
        let new = slipped(&words[at], random)?;
        let _ = write!(what, " {:?} → {new:?}", words[at]);
        words[at] = new;
    }
    let draft = known.source(side).with_cell(&task.text, &words.join(" "), &what)?;
    let mut edit = Edit::of_row((side, &task.id), draft, what, Vec::new(), Vec::new());
    edit.stays = Stays::Verdict;
    Some(edit)
}

/// A task opens with other words that ask for the same: no verdict may change.
pub fn reworded(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let words: Vec<&str> = task.text.text.split(' ').collect();
    let (old, new) = OPENINGS
        .iter()
        .find(|(old, _)| task.text.text.starts_with(&format!("{old} ")))?;
    let count = old.split(' ').count();
    if words.len() < count + 4 {
        return None;
    }
    let new = *random.pick(new)?;
    let what = format!("{} {old:?} → {new:?}", task.id);
    let draft = known.source(side).with_words(&task.text, 0..count, new, &what)?;
    let mut edit = Edit::of_row((side, &task.id), draft, what, Vec::new(), Vec::new());
    edit.stays = Stays::Verdict;
    Some(edit)
}

/// How tasks open, and what may stand there instead.
const OPENINGS: &[(&str, &[&str])] = &[
    (
        "Xây dựng",
        &["Đầu tư xây dựng", "Tiếp tục xây dựng", "Tổ chức xây dựng"],
    ),
    (
        "Hoàn thành",
        &["Tập trung hoàn thành", "Phấn đấu hoàn thành", "Hoàn thiện"],
    ),
    (
        "Triển khai",
        &["Tổ chức triển khai", "Tiếp tục triển khai", "Thực hiện"],
    ),
    ("Thực hiện", &["Tổ chức thực hiện", "Triển khai thực hiện"]),
    ("Phát triển", &["Tập trung phát triển", "Tiếp tục phát triển"]),
    ("Đề án", &["Xây dựng Đề án", "Xây dựng và ban hành Đề án"]),
    ("Kế hoạch", &["Ban hành Kế hoạch", "Xây dựng Kế hoạch"]),
    ("Cải tạo", &["Cải tạo, chỉnh trang", "Nâng cấp, cải tạo"]),
    ("Chương trình", &["Ban hành Chương trình", "Triển khai Chương trình"]),
];

/// A year in a task's text slips: the task stays the same, and may now differ
/// from its pair.
pub fn year(known: &Known, random: &mut Random) -> Option<Edit> {
    let (side, task) = any_task(known, random)?;
    let words: Vec<&str> = task.text.text.split(' ').collect();
    let years: Vec<usize> = (0..words.len())
        .filter(|at| words[*at].contains("202") || words[*at].contains("203"))
        .collect();
    let at = *random.pick(&years)?;
    let digit = words[at].rfind(|c: char| c.is_ascii_digit())?;
    let new_digit = *random.pick(&["1", "2", "4", "7", "8"])?;
    if &words[at][digit..=digit] == new_digit {
        return None;
    }
    let mut new = words[at].to_owned();
    new.replace_range(digit..=digit, new_digit);
    let what = format!("{} {:?} → {new:?}", task.id, words[at]);
    let draft = known.source(side).with_words(&task.text, at..at + 1, &new, &what)?;
    let explained = [INSIDE, &[Code::QuantityDiffers]];
    let explained = explained.map(|codes| Explained::Row(task.id.clone(), codes)).into();
    let mut edit = Edit::of_row((side, &task.id), draft, what, Vec::new(), explained);
    edit.stays = Stays::Verdict;
    Some(edit)
}

fn look_alike(letter: char) -> Option<char> {
    let pairs = "ệêếềạaảáđdưuơoộôấẩịiúùầẩáàễếởỏữũọo";
    let letters: Vec<char> = pairs.chars().collect();
    letters.chunks(2).find(|pair| pair[0] == letter).map(|pair| pair[1])
}
