//! Which words belong to the field of which department (lĩnh vực quản lý).
//!
//! General knowledge: the functions of the departments of a province or city
//! under the Government's decrees on specialized agencies, as merged in 2025
//! (transport with construction, environment with agriculture, planning and
//! investment with finance, communications with science). Fields overlap, and
//! a word may stand in several.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{fold_onto, words};

/// A department and the phrases of its field.
pub(super) struct Department {
    /// Its full name, as the table of bodies has it.
    pub(super) name: &'static str,
    /// How its field is bounded.
    pub(super) reach: Reach,
    /// The phrases that put a task into its field.
    field: Phrases,
    /// These, and the phrases beside which it is not out of place.
    suited: Phrases,
}

/// How the field of a department is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// It has a field of its own.
    Own,
    /// Money, staff or law concern any task: it is never out of place.
    Any,
}

/// What is written down of a department.
struct Entry {
    name: &'static str,
    /// Phrases that put a task into its field, folded.
    field: &'static [&'static str],
    /// Further phrases beside which it is not out of place, folded.
    near: &'static [&'static str],
    reach: Reach,
}

const ENTRIES: &[Entry] = &[
    Entry {
        name: "Sở Văn hóa và Thể thao",
        field: &[
            "văn hóa",
            "di sản",
            "di tích",
            "bảo tồn",
            "nghệ thuật",
            "lễ hội",
            "thể thao",
            "bảo tàng",
            "thư viện",
        ],
        near: &[
            "biểu diễn",
            "festival",
            "ẩm thực",
            "phố cổ",
            "thành cổ",
            "phố đi bộ",
            "sáng tạo",
            "olympic",
            "văn minh",
            "gia đình",
            "du lịch",
            "kinh tế đêm",
            "quảng cáo",
            "công viên văn hóa",
            "giải trí",
            "kinh tế ban đêm",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Du lịch",
        field: &["du lịch", "khách sạn", "nghỉ dưỡng", "lưu trú", "lữ hành"],
        near: &[
            "văn hóa",
            "di sản",
            "di tích",
            "lễ hội",
            "festival",
            "ẩm thực",
            "phố cổ",
            "phố đi bộ",
            "kinh tế đêm",
            "biểu diễn",
            "hội nghị quốc tế",
            "giải trí",
            "kinh tế ban đêm",
            "sinh thái",
            "làng nghề",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Y tế",
        field: &["y tế", "bệnh viện", "khám bệnh", "chữa bệnh", "sức khỏe", "viện phí"],
        near: &[
            "thực phẩm",
            "dinh dưỡng",
            "dân số",
            "người cao tuổi",
            "an sinh",
            "trẻ em",
            "bảo trợ",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Giáo dục và Đào tạo",
        field: &[
            "giáo dục",
            "trường học",
            "học sinh",
            "giáo viên",
            "mầm non",
            "tuyển sinh",
            "học phí",
        ],
        near: &[
            "sinh viên",
            "đại học",
            "phổ thông",
            "đào tạo",
            "học bổng",
            "trường",
            "nhân lực",
            "học vụ",
            "stem",
            "nhà khoa học",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Nông nghiệp và Môi trường",
        field: &[
            "môi trường",
            "ô nhiễm",
            "phát thải",
            "khí thải",
            "chất thải",
            "rác thải",
            "quan trắc",
            "nông nghiệp",
            "nông thôn",
            "thủy lợi",
            "chăn nuôi",
            "đất đai",
            "lưu vực sông",
            "con sông",
            "làm sạch sông",
            "nước thải",
            "mặt bằng sạch",
        ],
        near: &[
            "đê",
            "lũ",
            "rừng",
            "tài nguyên",
            "khí hậu",
            "nước sạch",
            "làng nghề",
            "giải phóng mặt bằng",
            "sinh thái",
            "nông sản",
            "sông",
            "hồ",
            "thực phẩm",
            "cây xanh",
            "không gian xanh",
            "tái định cư",
            "thiên tai",
            "rác",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Xây dựng",
        field: &[
            "giao thông",
            "đường sắt",
            "vành đai",
            "xe buýt",
            "xe bus",
            "bãi đỗ xe",
            "nhà ở",
            "chung cư",
            "khu đô thị",
            "công viên sinh thái",
            "cây xanh",
            "thoát nước",
            "nước thải",
            "hồ điều hòa",
            "vận tải",
            "quốc lộ",
            "sân bay",
            "chỉnh trang đô thị",
        ],
        near: &[
            "xây dựng",
            "đầu tư",
            "dự án",
            "công trình",
            "hạ tầng",
            "nhà máy",
            "hệ thống",
            "đô thị",
            "cầu",
            "đường",
            "công viên",
            "không gian",
            "cải tạo",
            "nâng cấp",
            "trục",
            "nước sạch",
            "ngập",
            "cảnh quan",
            "chiếu sáng",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Quy hoạch - Kiến trúc",
        field: &["quy hoạch đô thị", "kiến trúc", "cảnh quan đô thị"],
        near: &[
            "quy hoạch",
            "đô thị",
            "không gian",
            "cảnh quan",
            "phố",
            "tái thiết",
            "chỉnh trang",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Công Thương",
        field: &[
            "thương mại",
            "chợ đầu mối",
            "xuất khẩu",
            "siêu thị",
            "logistics",
            "cụm công nghiệp",
        ],
        near: &[
            "công nghiệp",
            "doanh nghiệp",
            "điện",
            "năng lượng",
            "sản xuất",
            "thị trường",
            "hàng hóa",
            "làng nghề",
            "thực phẩm",
            "tiêu dùng",
            "hội nghị",
            "chuỗi cung ứng",
            "công nghệ cao",
            "xúc tiến",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Khoa học và Công nghệ",
        field: &[
            "khoa học và công nghệ",
            "khoa học công nghệ",
            "chuyển đổi số",
            "trí tuệ nhân tạo",
            "viễn thông",
            "đổi mới sáng tạo",
        ],
        near: &[
            "công nghệ",
            "khoa học",
            "số",
            "dữ liệu",
            "khởi nghiệp",
            "sáng chế",
            "sáng tạo",
            "blockchain",
            "5g",
            "ai",
            "iot",
            "nền tảng",
            "thông tin",
            "thử nghiệm",
            "thông minh",
            "trực tuyến",
            "nghiên cứu",
        ],
        reach: Reach::Own,
    },
    Entry {
        name: "Sở Tài chính",
        field: &[
            "tăng trưởng kinh tế",
            "ngân sách",
            "đầu tư công",
            "xúc tiến đầu tư",
            "vốn đầu tư",
        ],
        near: &[],
        reach: Reach::Any,
    },
];

/// The department of this full name, where its field is known.
pub(super) fn department(name: &str) -> Option<&'static Department> {
    FIELDS.departments.iter().find(|department| department.name == name)
}

/// No more phrases than this are written down, some of them twice.
const MOST_PHRASES: usize = {
    let (mut count, mut at) = (0, 0);
    while at < ENTRIES.len() {
        count += ENTRIES[at].field.len() + ENTRIES[at].near.len();
        at += 1;
    }
    count
};

/// A set of the phrases written down, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Phrases([u64; MOST_PHRASES.div_ceil(64)]);

impl Phrases {
    fn insert(&mut self, phrase: usize) {
        self.0[phrase / 64] |= 1 << (phrase % 64);
    }

    /// Those in both sets.
    fn shared(mut self, other: &Self) -> Self {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own &= other;
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|&bits| bits == 0)
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        (0..MOST_PHRASES).filter(move |phrase| self.0[phrase / 64] >> (phrase % 64) & 1 == 1)
    }
}

/// The departments, and all phrases by their first word.
struct Fields {
    departments: Vec<Department>,
    opened_by: FxHashMap<&'static str, Vec<(&'static str, usize)>>,
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let mut opened_by: FxHashMap<_, Vec<_>> = FxHashMap::default();
    let mut count = 0;
    let mut phrases = |listed: &'static [&'static str]| {
        let mut found = Phrases::default();
        for &phrase in listed {
            let first = phrase.split(' ').next().unwrap_or(phrase);
            let known = opened_by.entry(first).or_default();
            let place = known
                .iter()
                .find(|(other, _)| *other == phrase)
                .map(|&(_, place)| place);
            found.insert(place.unwrap_or_else(|| {
                known.push((phrase, count));
                count += 1;
                count - 1
            }));
        }
        found
    };
    let departments = ENTRIES
        .iter()
        .map(|entry| {
            let field = phrases(entry.field);
            let mut suited = phrases(entry.near);
            field.iter().for_each(|phrase| suited.insert(phrase));
            Department {
                name: entry.name,
                reach: entry.reach,
                field,
                suited,
            }
        })
        .collect();
    Fields { departments, opened_by }
});

/// The phrases of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wording(Phrases);

impl Wording {
    /// Of a text, or of several one behind the other.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        // The words folded, each with a blank behind it, and where they begin.
        let mut folded = String::new();
        let mut starts = Vec::new();
        for text in texts {
            folded.reserve(text.len() + 1);
            for word in words(text) {
                starts.push(folded.len());
                fold_onto(&mut folded, word.text);
                folded.push(' ');
            }
        }
        let mut found = Phrases::default();
        for (at, &start) in starts.iter().enumerate() {
            let behind = starts.get(at + 1).copied().unwrap_or(folded.len());
            for (phrase, place) in FIELDS.opened_by.get(&folded[start..behind - 1]).into_iter().flatten() {
                let rest = folded[start..].strip_prefix(phrase);
                if rest.is_some_and(|rest| rest.starts_with(' ')) {
                    found.insert(*place);
                }
            }
        }
        Self(found)
    }

    /// The departments whose field it is in.
    pub(super) fn departments(&self) -> Vec<&'static Department> {
        FIELDS
            .departments
            .iter()
            .filter(|department| self.is_in(department))
            .collect()
    }

    /// Whether it is in the field of a department.
    pub(super) fn is_in(&self, department: &Department) -> bool {
        !self.0.shared(&department.field).is_empty()
    }

    /// Whether a department is not out of place beside it.
    pub(super) fn suits(&self, department: &Department) -> bool {
        department.reach == Reach::Any || !self.0.shared(&department.suited).is_empty()
    }
}

/// Rows by the department they name and the phrase that puts them into its
/// field, for those who look for a row of the same field by the same phrase.
pub(super) struct Subjects<K> {
    /// The first rows of each kind, at most [`Self::KEPT`].
    rows: FxHashMap<(K, &'static str, usize), Vec<usize>>,
}

impl<K: std::hash::Hash + Eq + Copy> Subjects<K> {
    /// Nobody asks for more than one row beside its own.
    const KEPT: usize = 2;

    pub(super) fn new() -> Self {
        Self {
            rows: FxHashMap::default(),
        }
    }

    /// Adds a row behind all others: of a group, with this wording, that names
    /// these departments.
    pub(super) fn push(&mut self, group: K, row: usize, text: &Wording, named: &[&'static Department]) {
        for department in named {
            for phrase in text.0.shared(&department.field).iter() {
                let rows = self.rows.entry((group, department.name, phrase)).or_default();
                if rows.len() < Self::KEPT {
                    rows.push(row);
                }
            }
        }
    }

    /// The first row of a group, other than one, that names one of these
    /// departments and is in its field by a phrase of this wording.
    pub(super) fn first(
        &self,
        group: K,
        text: &Wording,
        departments: &[&'static Department],
        except: Option<usize>,
    ) -> Option<usize> {
        let phrases = departments
            .iter()
            .flat_map(|one| text.0.shared(&one.field).iter().map(|phrase| (one.name, phrase)));
        phrases
            .filter_map(|(name, phrase)| {
                let rows = self.rows.get(&(group, name, phrase))?;
                rows.iter().copied().find(|&row| Some(row) != except)
            })
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Body, BodyTable};

    #[test]
    fn every_department_is_in_the_table_of_bodies() {
        let table = BodyTable::default();
        for department in ENTRIES {
            assert_eq!(
                table.parse(department.name)[0].body,
                Body::Named(department.name.to_owned())
            );
        }
    }

    #[test]
    fn words_tell_the_field_and_overlap() {
        let names = |text: &str| {
            Wording::of([text])
                .departments()
                .iter()
                .map(|one| one.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("Xử lý môi trường lưu vực sông"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(
            names("hồ điều hoà; xử lý nước thải"),
            ["Sở Nông nghiệp và Môi trường", "Sở Xây dựng"]
        );
        assert_eq!(names("Đề án thí điểm"), [""; 0]);
        let culture = department("Sở Văn hóa và Thể thao").unwrap();
        assert!(Wording::of(["Tổ chức Festival"]).suits(culture));
        assert!(!Wording::of(["Xe buýt điện"]).suits(culture));
    }
}
