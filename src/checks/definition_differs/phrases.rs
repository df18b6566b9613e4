//! What one of two names says beyond the other.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matching::{Lexicon, WordId};
use crate::text::{Word, fold};

/// Words that do not change what is counted, folded.
pub(super) const EMPTY: &[&str] = &[
    "và", "của", "các", "trong", "đó", "tr", "tỷ", "lệ", "được", "cho", "theo", "từ", "có", "là", "với", "đạt", "bảo",
    "đảm", "đã", "số", "tại", "ở", "so", "dân", "mức", "vào",
];

/// Words that alone do not change it, folded: how often, by when (`giai đoạn
/// 2026-2030`), that it is a rate (`tốc độ`, `độ che phủ`), for how many (`trên
/// 1 vạn dân`, `/10.000 dân`), that it is a sum, and words without content.
pub(super) const SOFT: &[&str] = &[
    "trên", "một", "hằng", "hàng", "năm", "đến", "vạn", "đầu", "mỗi", "mọi", "những", "hoặc", "hay", "phấn", "đấu",
    "giai", "đoạn", "tổng", "lượng", "tốc", "độ",
];

/// Prepositions a phrase is told with, folded.
const PREPOSITIONS: &[&str] = &["theo", "của", "trong", "tại", "ở", "cho", "với", "từ"];

/// A syllable that makes a word of what stands before it: `kiên cố hóa`.
const SUFFIX: &str = "hóa";

/// Syllables that lists leave to their last word: `nông, lâm nghiệp`, `nông, lâm`.
const LEFT_TO_LAST: [&str; 2] = ["nghiệp", "sản"];

/// The people, of whom and for whom everything is, folded.
const PEOPLE: [[&str; 3]; 3] = [["của", "người", "dân"], ["của", "nhân", "dân"], ["cho", "người", "dân"]];

/// What words stand for, each asked once.
pub(super) struct Meanings<'a> {
    words: Lexicon,
    empty: Vec<WordId>,
    known: FxHashMap<&'a str, Meaning>,
}

struct Meaning {
    /// An abbreviation stands for several words, a figure for none.
    words: Vec<WordId>,
    /// Whether they do not change what is counted.
    empty: bool,
}

impl<'a> Meanings<'a> {
    pub(super) fn new() -> Self {
        let mut words = Lexicon::default();
        Self {
            empty: EMPTY.iter().flat_map(|word| words.read(word)).collect(),
            words,
            known: FxHashMap::default(),
        }
    }

    pub(super) fn learn(&mut self, words: &[Word<'a>]) {
        for word in words {
            self.known.entry(word.text).or_insert_with(|| {
                let words = self.words.read(word.text);
                let empty = !words.is_empty() && words.iter().all(|word| self.empty.contains(word));
                Meaning { words, empty }
            });
        }
    }
}

/// What a word of a name is to the other name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It changes nothing that is counted.
    Empty,
    /// The other name has it, or it repeats this one in short.
    Shared,
    /// The other name lacks it.
    New,
}

/// The phrases of a name, as printed, whose words none of the others has; the
/// first of the others is the other name.
pub(super) fn phrases_beyond(
    (name, own): (&str, &[Word<'_>]),
    others: [&[Word<'_>]; 2],
    meanings: &Meanings<'_>,
) -> Vec<String> {
    let meant = |word: &Word<'_>| meanings.known.get(word.text);
    let all_of = |meaning: &Meaning| meaning.words.clone();
    let others_printed = others.into_iter().flatten();
    let mut known: FxHashSet<WordId> = others_printed.clone().filter_map(meant).flat_map(all_of).collect();
    // A word that only the other name has, in other tones or marks, is this one misread.
    let says: FxHashSet<WordId> = own.iter().filter_map(meant).flat_map(all_of).collect();
    let bare_elsewhere: FxHashSet<WordId> = known
        .difference(&says)
        .map(|&word| meanings.words.bare_of(word))
        .collect();
    known.extend(
        says.iter()
            .filter(|&&word| bare_elsewhere.contains(&meanings.words.bare_of(word))),
    );
    // What an acronym of the other name explains here says nothing more.
    let is_printed = |word: &Word<'_>| others_printed.clone().any(|other| other.text == word.text);
    let explained = own
        .iter()
        .rposition(|&word| is_acronym(name, word) && is_printed(&word));
    let own = &own[explained.unwrap_or(0)..];
    let standings = own.iter().map(|word| match meant(word) {
        Some(meaning) if !meaning.empty => {
            if is_acronym(name, *word) || meaning.words.iter().all(|word| known.contains(word)) {
                Standing::Shared
            } else {
                Standing::New
            }
        }
        _ => Standing::Empty,
    });
    let names = Names {
        name,
        own,
        standings: standings.collect(),
        other: others[0],
    };
    let runs = names.runs().into_iter().filter_map(|run| names.whole(run));
    let mut told: Vec<(usize, usize)> = Vec::new();
    for (from, to) in runs {
        match told.last_mut() {
            Some((_, end)) if from <= *end || names.adjoin(*end, from) => *end = to.max(*end),
            _ => told.push((from, to)),
        }
    }
    told.into_iter()
        .map(|(from, to)| name[own[from].start..own[to].end()].to_owned())
        .collect()
}

/// Whether a word alone defines nothing.
fn says_nothing(word: &Word<'_>) -> bool {
    let folded = fold(word.text);
    folded.starts_with(|c: char| c.is_ascii_digit())
        || SOFT.contains(&folded.as_str())
        || EMPTY.contains(&folded.as_str())
}

/// Two names, one of which is told apart. Words are named by their places.
struct Names<'a> {
    name: &'a str,
    own: &'a [Word<'a>],
    standings: Vec<Standing>,
    other: &'a [Word<'a>],
}

impl Names<'_> {
    /// The first and last words of each run of new words; empty ones do not
    /// break it, and neither does one shared word between two new ones.
    fn runs(&self) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut shared = 0;
        for (at, standing) in self.standings.iter().enumerate() {
            match standing {
                Standing::Empty => {}
                Standing::Shared => shared += 1,
                Standing::New => {
                    match runs.last_mut() {
                        Some((_, to))
                            if shared == 0
                                || at == *to + 2 && self.adjoin(*to, *to + 1) && self.adjoin(*to + 1, at) =>
                        {
                            *to = at;
                        }
                        _ => runs.push((at, at)),
                    }
                    shared = 0;
                }
            }
        }
        runs
    }

    /// A run with the words it is torn from; `None` where it says nothing new.
    fn whole(&self, (mut from, mut to): (usize, usize)) -> Option<(usize, usize)> {
        if self.own[from..=to].iter().all(says_nothing) {
            return None;
        }
        if from == to && (self.is_left_to_last(from) || self.is_of_people(from)) {
            return None;
        }
        if from == to && fold(self.own[from].text) == SUFFIX {
            if self.is_only_derived(from) {
                return None;
            }
            from = self.before(from).unwrap_or(from);
        } else if from == to && self.is_second_syllable(from) {
            from -= 1;
        }
        // `Giáo dục` is one name, so is `Luật Giáo dục`.
        if !self.is_capitalized(from)
            && let Some(before) = self.before(from).filter(|&at| at > 0 && self.is_capitalized(at))
        {
            from = before;
        }
        if self.is_capitalized(to)
            && let Some(after) = self.behind(to).filter(|&at| self.is_capitalized(at))
        {
            to = self
                .behind(after)
                .filter(|&at| !self.is_capitalized(at))
                .unwrap_or(after);
        }
        let preposition = self.before(from).filter(|&at| {
            let word = fold(self.own[at].text);
            PREPOSITIONS.contains(&word.as_str()) && self.other.iter().all(|other| fold(other.text) != word)
        });
        Some((preposition.unwrap_or(from), to))
    }

    /// Whether a syllable is one that lists leave to their last word, behind
    /// one that both names have.
    fn is_left_to_last(&self, at: usize) -> bool {
        let is_behind_shared = self
            .before(at)
            .is_some_and(|before| self.standings[before] == Standing::Shared);
        is_behind_shared && LEFT_TO_LAST.contains(&&*fold(self.own[at].text))
    }

    /// Whether a word only says that something is the people's, where the other
    /// name does not say whose it is.
    fn is_of_people(&self, at: usize) -> bool {
        let (Some(before), Some(behind)) = (self.before(at), self.behind(at)) else {
            return false;
        };
        let phrase = [before, at, behind].map(|at| fold(self.own[at].text));
        let says_whose = || self.other.iter().any(|other| fold(other.text) == phrase[0]);
        PEOPLE.iter().any(|people| phrase == *people) && !says_whose()
    }

    /// Whether a suffix only makes another word of what the other name has
    /// too: `kiên cố hóa`, `kiên cố`.
    fn is_only_derived(&self, at: usize) -> bool {
        let Some(stem) = self.before(at).and_then(|last| Some([self.before(last)?, last])) else {
            return false;
        };
        let stem = stem.map(|at| fold(self.own[at].text));
        let is_stem = |pair: &[Word<'_>]| fold(pair[0].text) == stem[0] && fold(pair[1].text) == stem[1];
        let found = self.other.windows(2).position(is_stem);
        found.is_some_and(|found| {
            let next = self.other.get(found + 2);
            next.is_none_or(|next| self.own.iter().any(|own| fold(own.text) == fold(next.text)))
        })
    }

    /// Whether a word in small letters is the rest of a compound the other
    /// name begins alike: `văn hóa`, `văn bản`.
    fn is_second_syllable(&self, at: usize) -> bool {
        let Some(first) = self
            .before(at)
            .filter(|&before| self.standings[before] == Standing::Shared)
            .filter(|_| self.own[at].text.starts_with(char::is_lowercase))
        else {
            return false;
        };
        let first = fold(self.own[first].text);
        self.other
            .windows(2)
            .any(|pair| fold(pair[0].text) == first && self.own.iter().all(|own| fold(own.text) != fold(pair[1].text)))
    }

    /// The word before a place, with nothing but a blank between them.
    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.adjoin(before, at))
    }

    /// The word behind a place, likewise.
    fn behind(&self, at: usize) -> Option<usize> {
        Some(at + 1).filter(|&behind| behind < self.own.len() && self.adjoin(at, behind))
    }

    fn adjoin(&self, at: usize, next: usize) -> bool {
        next == at + 1 && &self.name[self.own[at].end()..self.own[next].start] == " "
    }

    /// Whether a word opens a name: a capital with small letters behind it.
    fn is_capitalized(&self, at: usize) -> bool {
        let mut letters = self.own[at].text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    }
}

/// Whether a word only repeats the name in short: `(HPI)`.
fn is_acronym(name: &str, word: Word<'_>) -> bool {
    name[..word.start].ends_with('(')
        && name[word.end()..].starts_with(')')
        && word.text.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn what_an_acronym_stands_for_is_no_other_definition() {
        let long = "Chỉ số phát triển con người (HDI)";
        assert_eq!(beyond(long, "Chỉ số HDI"), [""; 0]);
        assert_eq!(beyond("Chỉ số HDI", long), [""; 0]);
        assert_eq!(beyond(long, "Chỉ số PCI"), ["phát triển con người"]);
        assert_eq!(beyond("Vốn nước ngoài (FDI) giải ngân", "Vốn FDI"), ["giải ngân"]);
        // The acronym is no second syllable: it stands for what the other name says.
        let (short, long) = ("Tỷ lệ hồ sơ QLNN trực tuyến", "Tỷ lệ hồ sơ quản lý nhà nước trực tuyến");
        assert_eq!(
            (beyond(short, long), beyond(long, short)),
            (vec!["QLNN".to_owned()], vec!["quản lý nhà nước".to_owned()])
        );
    }

    fn beyond(name: &str, other: &str) -> Vec<String> {
        let (own, others): (Vec<_>, Vec<_>) = (words(name).collect(), words(other).collect());
        let mut meanings = Meanings::new();
        meanings.learn(&own);
        meanings.learn(&others);
        phrases_beyond((name, &own), [&others, &[]], &meanings)
    }

    #[test]
    fn words_that_change_the_definition_are_found() {
        let party = "Tỷ lệ trường MN, PT công lập đạt chuẩn quốc gia";
        let ubnd = "Tỷ lệ trường học các cấp đạt chuẩn quốc gia";
        assert_eq!(beyond(party, ubnd), ["MN, PT công lập"]);
        assert_eq!(beyond(ubnd, party), ["học các cấp"]);
        let name = "Tỷ lệ trường công lập chuẩn quốc gia mới";
        assert_eq!(beyond(name, "Tỷ lệ trường chuẩn quốc gia"), ["công lập", "mới"]);
    }

    #[test]
    fn spellings_and_acronyms_stay_silent() {
        assert!(beyond("Chỉ số hạnh phúc (HPI) *", "Chỉ số hạnh phúc").is_empty());
        assert!(beyond("Tr. đó, tỷ lệ lao động", "Trong đó, tỷ lệ lao động").is_empty());
        assert!(
            beyond(
                "Tỷ lệ KCN, KCX đang hoạt động",
                "Tỷ lệ khu công nghiệp, khu chế xuất đang hoạt động"
            )
            .is_empty()
        );
        assert!(beyond("Tỷ lệ người dân có thẻ so với dân số", "Tỷ lệ người dân có thẻ").is_empty());
    }

    #[test]
    fn a_misread_word_is_no_other_one() {
        let (read, misread) = ("Tỷ lệ che phủ rừng", "Tỷ lệ che phu rửng");
        assert_eq!((beyond(read, misread), beyond(misread, read)), (vec![], vec![]));
        assert_eq!(beyond("Số hồ của hộ nghèo", "Số hộ nghèo"), ["hồ"]);
    }

    #[test]
    fn how_often_and_for_how_many_define_nothing() {
        assert!(beyond("Số bác sĩ trên 1 vạn dân", "Số bác sĩ/10.000 dân").is_empty());
        assert!(beyond("GRDP bình quân đến năm 2030", "GRDP bình quân").is_empty());
        assert!(beyond("Tổng thu ngân sách giai đoạn 2026 - 2030", "Thu ngân sách").is_empty());
        assert_eq!(beyond("Vốn trên địa bàn", "Vốn"), ["trên địa bàn"]);
        assert_eq!(beyond("Vốn giai đoạn chuẩn bị", "Vốn"), ["giai đoạn chuẩn bị"]);
    }

    #[test]
    fn words_are_told_with_those_they_are_torn_from() {
        let teachers = "Tỷ lệ giáo viên đạt chuẩn";
        let by_law = "Tỷ lệ giáo viên đạt chuẩn theo Luật Giáo dục";
        assert_eq!(beyond(by_law, teachers), ["theo Luật Giáo dục"]);
        assert_eq!(beyond(teachers, by_law), [""; 0]);
        assert_eq!(
            beyond("Tỷ lệ thiết chế văn hóa", "Tỷ lệ thiết chế văn bản"),
            ["văn hóa"]
        );
        assert_eq!(
            beyond("Tỷ lệ khám định kỳ hoặc khám sàng lọc", "Tỷ lệ khám định kỳ"),
            ["hoặc khám sàng lọc"]
        );
        assert_eq!(beyond("Tỷ lệ hộ nghèo đa chiều", "Tỷ lệ nghèo"), ["hộ nghèo đa chiều"]);
    }

    #[test]
    fn what_a_shortened_name_leaves_out_is_no_other_definition() {
        let (long, short) = ("Nông, lâm nghiệp và thủy sản", "Nông, lâm, thủy sản");
        assert_eq!((beyond(long, short), beyond(short, long)), (vec![], vec![]));
        assert_eq!(beyond("Nông, lâm nghiệp", "Nông, thủy sản"), ["lâm nghiệp"]);
        let travel = "Tỷ lệ đáp ứng nhu cầu đi lại";
        assert!(beyond(&format!("{travel} của người dân"), travel).is_empty());
        let (count, short) = ("Số lượng doanh nghiệp thành lập mới", "Số doanh nghiệp thành lập mới");
        assert_eq!((beyond(count, short), beyond(short, count)), (vec![], vec![]));
        assert_eq!(beyond("Sản lượng điện", "Số điện"), ["Sản lượng"]);
        let satisfied = "Tỷ lệ hài lòng của người dân";
        assert_eq!(beyond(satisfied, "Tỷ lệ hài lòng của hộ kinh doanh"), ["người"]);
        assert_eq!(beyond("Tỷ lệ người dân có thẻ", "Tỷ lệ có thẻ"), ["người"]);
    }

    #[test]
    fn words_without_content_and_derived_words_define_nothing() {
        assert!(beyond("Khám ít nhất mỗi năm 1 lần", "Khám ít nhất 1 lần/năm").is_empty());
        assert!(beyond("Tỷ lệ kiên cố hóa phòng học", "Tỷ lệ phòng học kiên cố").is_empty());
        assert_eq!(beyond("Tỷ lệ số hóa hồ sơ", "Tỷ lệ hồ sơ"), ["số hóa"]);
        assert_eq!(beyond("Tỷ lệ mỗi xã", "Tỷ lệ"), ["mỗi xã"]);
    }
}
