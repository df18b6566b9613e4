//! Words of which a task has one or another: how far it reaches, and what it
//! does with a paper.

use std::ops::Range;

use super::exchanges::{Exchange, key};
use crate::text::{Word, fold, has_words};

/// So many words on each side of a place are read with it: `nông thôn mới [nâng cao]`.
const BESIDE: usize = 3;

/// Words that say one thing, folded.
type Class = &'static [&'static str];

/// How far a task reaches: who decides or is meant, which schools, which households.
const REACHES: &[&[Class]] = &[
    &[
        &["cấp quốc tế"],
        &["cấp quốc gia", "cấp trung ương"],
        &["cấp khu vực", "cấp vùng"],
        &["cấp tỉnh", "cấp thành phố", "cấp tp"],
        &["cấp huyện"],
        &["cấp xã", "cấp phường", "cấp cơ sở"],
    ],
    &[
        &["hạng đặc biệt"],
        &["hạng i", "hạng 1", "hạng ii", "hạng 2", "hạng iii", "hạng 3"],
    ],
    &[
        &["loại đặc biệt", "đô thị đặc biệt"],
        &["loại i", "loại 1", "loại ii", "loại 2", "loại iii", "loại 3"],
    ],
    &[
        &["toàn tỉnh", "toàn thành phố", "toàn quốc", "cả nước"],
        &["biên giới"],
        &["miền núi"],
        &["hải đảo"],
        &["nông thôn"],
        &["đô thị", "thành thị"],
        &["nội thành", "nội đô"],
        &["ngoại thành"],
    ],
    &[
        &["tuyến trung ương"],
        &["tuyến tỉnh", "tuyến thành phố"],
        &["tuyến huyện"],
        &["tuyến xã", "tuyến cơ sở"],
    ],
    &[
        &["nông thôn mới"],
        &["nông thôn mới nâng cao"],
        &["nông thôn mới kiểu mẫu"],
        &["nông thôn mới hiện đại"],
    ],
    &[
        &["các cấp học", "các cấp"],
        &["mầm non"],
        &["phổ thông"],
        &["tiểu học"],
        &["trung học cơ sở", "thcs"],
        &["trung học phổ thông", "thpt"],
        &["đại học"],
    ],
    &[&["hộ nghèo", "người nghèo"], &["hộ cận nghèo", "người cận nghèo"]],
    &[&["toàn trình"], &["một phần"]],
    &[&["đối tác công tư", "ppp"], &["đầu tư công"]],
    &[
        &["vốn ngân sách nhà nước", "vốn ngân sách", "ngân sách nhà nước"],
        &["vốn oda", "oda"],
        &["xã hội hóa"],
    ],
    &[&["thí điểm", "thử nghiệm"], &["nhân rộng", "đại trà"]],
    &[&["hỗ trợ"], &["miễn"], &["giảm"]],
    &[&["thu phí"], &["miễn phí", "không thu phí"]],
    &[&["đấu giá"], &["không qua đấu giá", "không đấu giá"]],
];

/// What a task does with a paper, or how far it takes a work, where its text opens
/// with it; words of the first class stand in other places, too.
const OPENINGS: &[&[Class]] = &[
    &[
        &["ban hành", "xây dựng", "lập", "nghiên cứu", "triển khai", "thực hiện"],
        &["nghiệm thu"],
        &["sửa đổi"],
        &["bãi bỏ", "hủy bỏ"],
        &["sơ kết"],
        &["tổng kết"],
    ],
    &[
        &[
            "lập quy hoạch",
            "nghiên cứu xây dựng",
            "nghiên cứu đầu tư",
            "chuẩn bị đầu tư",
        ],
        &["phê duyệt chủ trương", "phê duyệt dự án"],
        &["khởi công", "hoàn thành"],
    ],
];

/// What two texts say in a place, as printed, where each says one of several things
/// and nowhere what the other says.
pub(super) fn alternatives(place: &Exchange<'_, '_>, texts: [&str; 2]) -> Option<[String; 2]> {
    let sides = [0, 1].map(|side| Window::new(place, side));
    let openings = if place.before[0].is_empty() { OPENINGS } else { &[] };
    let reaches = REACHES.iter().map(|group| (group, false));
    let mut groups = reaches.chain(openings.iter().map(|group| (group, true)));
    groups.find_map(|(group, opens)| {
        let [left, right] = &sides;
        let found = [left.only(group)?, right.only(group)?];
        let is_absent = |side: usize| {
            let of_other = found[1 - side].0;
            (opens && of_other == 0) || !says(&fold(texts[side]), group, of_other)
        };
        let here = (0..2).filter(|&side| sides[side].holds(&found[side].1)).count();
        if found[0].0 == found[1].0 || here < 1 + usize::from(opens) || !is_absent(0) || !is_absent(1) {
            return None;
        }
        let printed = |side: usize| {
            let words = &sides[side].words[found[side].1.clone()];
            let (first, last) = (words.first()?, words.last()?);
            Some(texts[side][first.start..last.end()].to_owned())
        };
        Some([printed(0)?, printed(1)?])
    })
}

/// The words of one side of a place, with those beside them.
struct Window<'t> {
    words: Vec<Word<'t>>,
    keys: Vec<String>,
    /// Which of them stand in the place.
    place: Range<usize>,
}

impl<'t> Window<'t> {
    fn new(place: &Exchange<'t, '_>, side: usize) -> Self {
        let (before, behind) = (place.before[side], place.behind[side]);
        let before = &before[before.len().saturating_sub(BESIDE)..];
        let behind = &behind[..behind.len().min(BESIDE)];
        let words = [before, place.words[side], behind].concat();
        Self {
            keys: words.iter().map(|word| key(word).into_owned()).collect(),
            place: before.len()..before.len() + place.words[side].len(),
            words,
        }
    }

    /// The class of a group that is said here, and where; none if there are several.
    fn only(&self, group: &[Class]) -> Option<(usize, Range<usize>)> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for (class, phrase) in phrases(group) {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let goes_on = |at: usize| {
                let mut keys = self.keys[at + 1..].iter();
                rest.split_terminator(' ')
                    .all(|word| keys.next().is_some_and(|key| key == word))
            };
            let says = |&at: &usize| self.keys[at] == first && goes_on(at);
            let length = || phrase.split(' ').count();
            let starts = (0..self.keys.len()).filter(says);
            found.extend(starts.map(|at| (class, at..at + length())));
        }
        let holds = |outer: &Range<usize>, inner: &Range<usize>| {
            outer.len() > inner.len() && outer.start <= inner.start && inner.end <= outer.end
        };
        let is_inner = |range: &Range<usize>| found.iter().any(|(_, other)| holds(other, range));
        let mut told = found.iter().filter(|(_, range)| !is_inner(range));
        let first = told.next()?;
        let is_one = told.all(|(class, _)| *class == first.0);
        is_one.then(|| first.clone())
    }

    /// Whether words stand in the place, at least in part.
    fn holds(&self, words: &Range<usize>) -> bool {
        words.start < self.place.end && self.place.start < words.end
    }
}

/// The phrases of a group, each with the number of its class.
fn phrases(group: &[Class]) -> impl Iterator<Item = (usize, &'static str)> {
    let classes = group.iter().enumerate();
    classes.flat_map(|(class, phrases)| phrases.iter().map(move |&phrase| (class, phrase)))
}

/// Whether a folded text says a class of a group, not only inside of a longer
/// phrase of another one (`không qua [đấu giá]`).
fn says(text: &str, group: &[Class], class: usize) -> bool {
    group[class].iter().any(|phrase| {
        let longer = phrases(group).filter(|(other, longer)| *other != class && has_words(longer, phrase));
        let text = longer.fold(text.to_owned(), |text, (_, longer)| text.replace(longer, ""));
        has_words(&text, phrase)
    })
}

#[cfg(test)]
mod tests {
    use super::super::exchanges::in_each;
    use super::*;

    fn told(left: &str, right: &str) -> Vec<[String; 2]> {
        in_each([left, right], alternatives)
    }

    #[test]
    fn one_of_several_things_in_place_of_another_is_told() {
        for (left, right, printed) in [
            (
                "Xây dựng phòng thí nghiệm cấp quốc gia",
                "Xây dựng phòng thí nghiệm cấp tỉnh",
                ["cấp quốc gia", "cấp tỉnh"],
            ),
            (
                "Miễn học phí cho học sinh toàn tỉnh",
                "Miễn học phí cho học sinh các xã biên giới",
                ["toàn tỉnh", "biên giới"],
            ),
            (
                "Xây dựng bệnh viện hạng đặc biệt tại đô thị",
                "Xây dựng bệnh viện hạng I tại đô thị",
                ["hạng đặc biệt", "hạng I"],
            ),
            (
                "Xây dựng nhà hát bằng vốn ngân sách nhà nước",
                "Xây dựng nhà hát bằng vốn ODA",
                ["vốn ngân sách nhà nước", "vốn ODA"],
            ),
            (
                "Nghiên cứu xây dựng đường sắt ven biển",
                "Khởi công xây dựng đường sắt ven biển",
                ["Nghiên cứu xây dựng", "Khởi công"],
            ),
            (
                "Miễn học phí cho học sinh các cấp học",
                "Miễn học phí cho học sinh tiểu học",
                ["các cấp học", "tiểu học"],
            ),
            (
                "Hỗ trợ thiết bị cho hộ nghèo vùng cao",
                "Hỗ trợ thiết bị cho hộ cận nghèo vùng cao",
                ["hộ nghèo", "hộ cận nghèo"],
            ),
            (
                "Dịch vụ công trực tuyến toàn trình",
                "Dịch vụ công trực tuyến một phần",
                ["toàn trình", "một phần"],
            ),
            (
                "Xây dựng Đề án chi bộ số",
                "Sơ kết Đề án chi bộ số",
                ["Xây dựng", "Sơ kết"],
            ),
            (
                "Ban hành Quy chế quản lý dữ liệu",
                "Sửa đổi, bổ sung Quy chế quản lý dữ liệu",
                ["Ban hành", "Sửa đổi"],
            ),
            (
                "Thí điểm chính quyền số cấp xã",
                "Nhân rộng chính quyền số cấp xã",
                ["Thí điểm", "Nhân rộng"],
            ),
            (
                "Hỗ trợ học phí cho sinh viên bán dẫn",
                "Miễn học phí cho sinh viên bán dẫn",
                ["Hỗ trợ", "Miễn"],
            ),
            (
                "Nâng cấp bệnh viện đa khoa tuyến tỉnh",
                "Nâng cấp bệnh viện đa khoa tuyến huyện",
                ["tuyến tỉnh", "tuyến huyện"],
            ),
            (
                "Hỗ trợ các xã đạt chuẩn nông thôn mới",
                "Hỗ trợ các xã đạt chuẩn nông thôn mới nâng cao",
                ["nông thôn mới", "nông thôn mới nâng cao"],
            ),
            (
                "Nghiệm thu Đề án phát triển dược liệu",
                "Lập Đề án phát triển dược liệu",
                ["Nghiệm thu", "Lập"],
            ),
            (
                "Thu phí tham quan vịnh",
                "Miễn phí tham quan vịnh",
                ["Thu phí", "Miễn phí"],
            ),
            (
                "Đấu giá quyền sử dụng đất khu công nghệ cao",
                "Giao đất không qua đấu giá khu công nghệ cao",
                ["Đấu giá", "không qua đấu giá"],
            ),
        ] {
            assert_eq!(told(left, right), [printed.map(str::to_owned)], "{left} / {right}");
            let turned = [printed[1], printed[0]].map(str::to_owned);
            assert_eq!(told(right, left), [turned], "{right} / {left}");
        }
    }

    #[test]
    fn what_both_say_or_only_one_says_is_no_other_thing() {
        for (left, right) in [
            (
                "Tu bổ các di tích cấp quốc gia, cấp tỉnh",
                "Tu bổ các di tích cấp tỉnh, cấp quốc gia",
            ),
            ("Bồi dưỡng cán bộ cấp xã", "Bồi dưỡng cán bộ xã, phường"),
            ("Kế hoạch phòng thủ cấp tỉnh", "Kế hoạch phòng thủ cấp thành phố"),
            ("Xây dựng trường phổ thông", "Xây dựng trường tiểu học, THCS, THPT"),
            ("Ban hành Quy chế quản lý dữ liệu", "Xây dựng Quy chế quản lý dữ liệu"),
            ("Sửa đổi Luật Thủ đô", "Xây dựng Luật Thủ đô (sửa đổi)"),
            ("Sửa đổi Quy chế dữ liệu", "Ban hành Quy chế sửa đổi về dữ liệu"),
            ("Tổng kết Đề án chi bộ số", "Xây dựng báo cáo tổng kết Đề án chi bộ số"),
            ("Thí điểm chi bộ số", "Triển khai thí điểm chi bộ số"),
            ("Nhân rộng mô hình thí điểm", "Thí điểm mô hình"),
            ("Không thu phí dịch vụ công", "Miễn phí dịch vụ công"),
            ("Rà soát, xây dựng quy chế dữ liệu", "Rà soát, sửa đổi quy chế dữ liệu"),
        ] {
            assert_eq!(told(left, right), [[""; 2]; 0], "{left} / {right}");
        }
    }
}
