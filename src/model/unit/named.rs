//! What the names of two indicators say of their units.
//!
//! A name may say what is counted per (`Số bác sĩ/vạn dân`, in `Bác sĩ`), or
//! the time of a rate (`Tốc độ tăng trưởng`, in `%` or `%/năm`). Two units are
//! laid side by side in that light.

use std::borrow::Cow;

use super::spelling::Spelling;
use super::{Unit, grammar};
use crate::text::{Number, fold, has_words, is_word_char};

/// The unit of a row and its name.
pub(crate) type Named<'u> = (&'u Unit, &'u str);

impl Unit {
    /// Two units as they are compared. What both names say is counted per so
    /// many people (`/vạn dân`, `trên 1.000 dân`) is so in the unit too, and so
    /// is what one name and the other unit say. Of `%` and `%/năm`,
    /// `đồng/người` and `đồng/người/tháng` the time is left out where a name
    /// says it; of `%` and `% dân số`, `lượt` and `lượt khách` what one says more,
    /// where a name speaks of it. The initials of the other's words (`TB` beside `Thuê bao`) are
    /// those words. `Người` are the persons that the name and the other unit speak of.
    pub(crate) fn side_by_side<'u>(left: Named<'u>, right: Named<'u>) -> [Cow<'u, Unit>; 2] {
        if let Some(full) = written_out(left.0, right.0).or_else(|| persons(left, right.0)) {
            return Self::side_by_side((&full, left.1), right).map(|unit| Cow::Owned(unit.into_owned()));
        }
        if let Some(full) = written_out(right.0, left.0).or_else(|| persons(right, left.0)) {
            return Self::side_by_side(left, (&full, right.1)).map(|unit| Cow::Owned(unit.into_owned()));
        }
        if let Some(units) = per_people(left, right) {
            return units.map(Cow::Owned);
        }
        let names = [left.1, right.1];
        let bare = |longer: &Unit, shorter: &Unit| {
            let time = longer.base.strip_prefix(shorter.base.as_str())?;
            let is_said = match time {
                "/năm" => says(names, is_yearly) || (shorter.base == "%" && says(names, is_growth)),
                "/tháng" => says(names, is_monthly),
                more => says(names, |name| speaks_of(name, more)),
            };
            let mut bare = longer.clone();
            bare.base.clone_from(&shorter.base);
            is_said.then_some(bare)
        };
        if left.0.base == right.0.base {
            [Cow::Borrowed(left.0), Cow::Borrowed(right.0)]
        } else if let Some(bare) = bare(left.0, right.0) {
            [Cow::Owned(bare), Cow::Borrowed(right.0)]
        } else if let Some(bare) = bare(right.0, left.0) {
            [Cow::Borrowed(left.0), Cow::Owned(bare)]
        } else {
            [Cow::Borrowed(left.0), Cow::Borrowed(right.0)]
        }
    }
}

/// A unit that stands in the initials of another one's words, in those words.
fn written_out(short: &Unit, full: &Unit) -> Option<Unit> {
    let initials = || full.base.split(' ').filter_map(|word| word.chars().next());
    let is_short = full.base.contains(' ') && initials().eq(short.base.chars()) && !short.is_known();
    is_short.then(|| Unit {
        base: full.base.clone(),
        ..short.clone()
    })
}

/// Units that are persons.
const PERSONS: [&str; 10] = [
    "bác sĩ",
    "cán bộ",
    "công nhân",
    "giáo viên",
    "học sinh",
    "kĩ sư",
    "lao động",
    "người lao động",
    "sinh viên",
    "tiến sĩ",
];

/// A count of people as that of the persons another unit counts, where the name
/// speaks of them: `Số bác sĩ` in `Người` and in `Bác sĩ`.
fn persons((unit, name): Named<'_>, other: &Unit) -> Option<Unit> {
    let counts_people = unit.base == "người" && PERSONS.contains(&other.base.as_str());
    let speaks_of_them = || has_words(Spelling::of(name).text(), &other.base);
    (counts_people && speaks_of_them()).then(|| Unit {
        base: other.base.clone(),
        ..unit.clone()
    })
}

/// Both units per so many people, where that is said of both and of one at
/// least by its name alone.
fn per_people((left, left_name): Named<'_>, (right, right_name): Named<'_>) -> Option<[Unit; 2]> {
    let share = |unit: &Unit, name: &str| {
        if unit.base.contains('/') {
            unit.base.ends_with(PEOPLE).then(|| unit.clone())
        } else {
            let scale = unit.scale.checked_div(people(name)?)?;
            Some(Unit {
                scale,
                base: [&unit.base, PEOPLE].concat(),
                others: unit.others.clone(),
            })
        }
    };
    let is_in_name = !left.base.contains('/') || !right.base.contains('/');
    if !is_in_name || left.base.starts_with('%') || right.base.starts_with('%') {
        return None;
    }
    Some([share(left, left_name)?, share(right, right_name)?])
}

const PEOPLE: &str = "/dân";

/// What makes another word of a `dân` before it (`dân tộc`, `dân cư`).
const OTHER_WORDS: [&str; 5] = ["chủ", "cư", "quân", "số", "tộc"];

/// How many people something is counted per: `/vạn dân`, `trên 1.000 dân`.
fn people(name: &str) -> Option<Number> {
    if !name.contains("dân") {
        return None;
    }
    let spelling = Spelling::of(name);
    let name = spelling.text();
    let behind = |mark: &'static str| name.match_indices(mark).map(move |(at, _)| &name[at + mark.len()..]);
    let count = |rest: &str| {
        let rest = ["một ", "mỗi "]
            .iter()
            .find_map(|one| rest.strip_prefix(one))
            .unwrap_or(rest);
        let (count, rest) = grammar::scale(rest)?;
        let behind = rest.strip_prefix("dân")?;
        let next = behind.split_whitespace().next().unwrap_or_default();
        let is_of_people = !behind.starts_with(is_word_char) && !OTHER_WORDS.contains(&next);
        (is_of_people && count > Number::ONE && grammar::is_power_of_ten(count)).then_some(count)
    };
    behind("/").chain(behind("trên ")).find_map(count)
}

fn says(names: [&str; 2], is_said: impl Fn(&str) -> bool) -> bool {
    names.iter().any(|name| is_said(&fold(name)))
}

/// Whether a folded name is that of a growth, which is one of a year.
fn is_growth(name: &str) -> bool {
    ["tăng trưởng", "tốc độ tăng", "mức tăng", "tăng bình quân"]
        .iter()
        .any(|growth| name.contains(growth))
}

/// Whether a folded name has a word of what one unit says more (` dân số`).
fn speaks_of(name: &str, more: &str) -> bool {
    let mut telling = more.split(' ').filter(|word| !word.is_empty() && *word != "số");
    more.starts_with(' ') && telling.any(|word| has_words(name, word))
}

fn is_yearly(name: &str) -> bool {
    is_of_each(name, "năm")
}

fn is_monthly(name: &str) -> bool {
    is_of_each(name, "tháng")
}

/// Whether a folded name says that something is so much in each such time.
fn is_of_each(name: &str, time: &str) -> bool {
    name.match_indices(time).any(|(at, _)| {
        let before = name[..at].trim_end();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_whole = !name[at + time.len()..].starts_with(is_word_char);
        is_whole && (word.ends_with('/') || matches!(word, "1" | "01" | "một" | "hàng" | "hằng" | "mỗi"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the units of two rows, each `name | unit`, are one.
    fn are_one(left: &str, right: &str) -> bool {
        let [left, right] = [left, right].map(|row| {
            let (name, unit) = row.split_once(" | ").unwrap();
            (name, Unit::parse(unit).unwrap())
        });
        let [l, r] = Unit::side_by_side((&left.1, left.0), (&right.1, right.0));
        l == r
    }

    #[test]
    fn people_counted_per_are_a_number_of_the_unit() {
        for (left, right) in [
            ("Số bác sỹ/vạn dân | Bác sỹ", "Số bác sĩ trên 1 vạn dân | Bác sĩ"),
            ("Số bác sỹ/vạn dân | Bác sỹ", "Số bác sĩ/10.000 dân | Bác sĩ"),
            ("Số bác sỹ/1 vạn dân | Bác sỹ", "Số bác sĩ trên một vạn dân | Bác sĩ"),
            ("Số bác sỹ / vạn dân | Bác sỹ", "Số bác sĩ | Bác sĩ/vạn dân"),
            ("Số giường bệnh/1.000 dân | Giường", "Số giường bệnh | Giường/nghìn dân"),
            ("Số bác sĩ | Bác sĩ", "Số bác sĩ/vạn dân | Bác sĩ"),
        ] {
            assert!(are_one(left, right), "{left}, {right}");
            assert!(are_one(right, left), "{right}, {left}");
        }
        for (left, right) in [
            ("Số bác sỹ/vạn dân | Bác sỹ", "Số bác sĩ/1.000 dân | Bác sĩ"),
            ("Số ca mắc/100.000 dân | Ca", "Số ca mắc/vạn dân | Ca"),
            ("Số bác sỹ/vạn dân | Bác sỹ", "Số bác sĩ | Bác sĩ/1.000 dân"),
        ] {
            assert!(!are_one(left, right), "{left}, {right}");
        }
        for name in [
            "Tỷ lệ người dân/hộ",
            "Số vụ trên địa bàn dân cư",
            "Ý kiến trên 100 dân tộc",
        ] {
            assert_eq!(people(name), None, "{name}");
        }
    }

    #[test]
    fn initials_are_the_words_of_the_other_unit() {
        assert!(are_one(
            "Thuê bao di động/100 dân | TB",
            "Thuê bao di động/100 dân | Thuê bao"
        ));
        assert!(are_one("Số lượt khách đón | Lượt khách", "Số lượt khách đón | LK"));
        assert!(!are_one("Số thuê bao | TH", "Số thuê bao | Thuê bao"));
        // A known unit is what it is.
        assert!(!are_one("Diện tích | Hộ ảnh hưởng", "Diện tích | Ha"));
    }

    #[test]
    fn people_are_those_the_name_speaks_of() {
        assert!(are_one("Số bác sỹ/vạn dân | Người", "Số bác sĩ/vạn dân | Bác sĩ"));
        assert!(are_one(
            "Số lao động có việc làm | Nghìn lao động",
            "Lao động có việc làm | Nghìn người"
        ));
        assert!(!are_one(
            "Số người tham gia BHXH | Người",
            "Số người tham gia BHXH | Lao động"
        ));
        assert!(!are_one("Số bác sĩ | Người", "Số bác sĩ | Giường"));
    }

    #[test]
    fn what_a_name_speaks_of_need_not_be_said_in_the_unit() {
        let covered = "Tỷ lệ dân số tham gia BHYT";
        assert!(are_one(&format!("{covered} | %"), &format!("{covered} | % dân số")));
        assert!(are_one("Chi R&D/GRDP | %", "Chi R&D | % GRDP"));
        assert!(are_one(
            "Số lượt khách du lịch | Triệu lượt",
            "Khách du lịch | Triệu lượt khách"
        ));
        assert!(!are_one("Thu ngân sách | %", "Thu ngân sách | % GRDP"));
        assert!(!are_one(
            "Số đảng viên kết nạp | %",
            "Đảng viên kết nạp | % so với năm trước"
        ));
    }

    #[test]
    fn a_time_said_in_a_name_need_not_be_said_in_the_unit() {
        for (left, right) in [
            ("Tăng trưởng GRDP bình quân | %/năm", "Tăng trưởng GRDP bình quân | %"),
            ("Tốc độ tăng năng suất lao động | %", "Năng suất lao động | %/năm"),
            (
                "Thu nhập đầu người 01 tháng | Tr.đồng/người",
                "Thu nhập đầu người | Triệu đồng/người/tháng",
            ),
            (
                "Số đảng viên kết nạp hằng năm | Đảng viên",
                "Số đảng viên kết nạp | Đảng viên/năm",
            ),
        ] {
            assert!(are_one(left, right), "{left}, {right}");
            assert!(are_one(right, left), "{right}, {left}");
        }
        for (left, right) in [
            ("Tỷ lệ hộ nghèo giảm | %/năm", "Tỷ lệ hộ nghèo giảm | %"),
            ("Thu nhập 6 tháng | Đồng/người", "Thu nhập | Đồng/người/tháng"),
            ("Thu nhập mỗi năm | Đồng/người", "Thu nhập | Đồng/người/tháng"),
            ("Tốc độ tăng trưởng | %", "Tốc độ tăng trưởng | %/tháng"),
        ] {
            assert!(!are_one(left, right), "{left}, {right}");
        }
    }
}
