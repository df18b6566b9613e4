//! The bases of units in Vietnamese socio-economic plans.

use crate::text::{Filter, Number, Opening, is_word_char, word_end};

/// A base the text starts with: its one spelling, and where it ends.
pub(super) struct Found {
    /// The spelling that stands for all.
    pub base: &'static str,
    /// Byte offset behind it.
    pub end: usize,
}

/// The longest known base the normal spelling `text` starts with, ending at
/// a word boundary.
pub(super) fn longest(text: &str) -> Option<Found> {
    let first = text.get(..token_length(text)).filter(|first| !first.is_empty())?;
    let is_base = |(spelling, _): &&(&str, &str)| {
        let rest = text.strip_prefix(spelling);
        rest.is_some_and(|rest| !(rest.starts_with(is_word_char) && spelling.ends_with(is_word_char)))
    };
    // Of two that fit, the longer stands behind.
    let (spelling, base) = opened_by(first).iter().rev().find(is_base)?;
    Some(Found {
        base,
        end: spelling.len(),
    })
}

/// The bases that start with these letters.
fn opened_by(letters: &str) -> &'static [(&'static str, &'static str)] {
    let from = &BASES[BASES.partition_point(|(spelling, _)| *spelling < letters)..];
    let count = from
        .iter()
        .take_while(|(spelling, _)| spelling.starts_with(letters))
        .count();
    &from[..count]
}

/// Length of the word or the single mark a text starts with.
fn token_length(text: &str) -> usize {
    let word = word_end(text, 0);
    if word > 0 {
        word
    } else {
        text.chars().next().map_or(0, char::len_utf8)
    }
}

/// What bases open with.
pub(super) static OPENINGS: Filter = {
    let mut filter = Filter::of(&[]);
    let mut at = 0;
    while at < BASES.len() {
        filter.add(Opening::of(BASES[at].0));
        at += 1;
    }
    filter
};

/// Spellings (folded, `i` for a lone `y`, plain exponents) and the base they
/// stand for, in the order of their bytes.
const BASES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("%", "%"),
    ("buổi", "buổi"),
    ("bài", "bài"),
    ("bài báo", "bài báo"),
    ("bác sĩ", "bác sĩ"),
    ("bãi", "bãi"),
    ("bản", "bản"),
    ("bậc", "bậc"),
    ("bằng", "bằng"),
    ("bến", "bến"),
    ("bể", "bể"),
    ("bệnh viện", "bệnh viện"),
    ("bộ", "bộ"),
    ("ca", "ca"),
    ("chi bộ", "chi bộ"),
    ("chuyên gia", "chuyên gia"),
    ("chuyến", "chuyến"),
    ("chuyến bay", "chuyến bay"),
    ("chợ", "chợ"),
    ("cuộc", "cuộc"),
    ("cán bộ", "cán bộ"),
    ("cây", "cây"),
    ("công dân", "công dân"),
    ("công nhân", "công nhân"),
    ("công trình", "công trình"),
    ("công viên", "công viên"),
    ("căn", "căn nhà"),
    ("căn hộ", "căn nhà"),
    ("căn nhà", "căn nhà"),
    ("cơ sở", "cơ sở"),
    ("cầu", "cầu"),
    ("cụm", "cụm"),
    ("cụm công nghiệp", "cụm công nghiệp"),
    ("cửa hàng", "cửa hàng"),
    ("di sản", "di sản"),
    ("di tích", "di tích"),
    ("dn", "doanh nghiệp"),
    ("doanh nghiệp", "doanh nghiệp"),
    ("dân", "dân"),
    ("dự án", "dự án"),
    ("eur", "EUR"),
    ("gbps", "Gbps"),
    ("giáo viên", "giáo viên"),
    ("giường", "giường"),
    ("giường bệnh", "giường"),
    ("giải pháp", "giải pháp"),
    ("giải thưởng", "giải thưởng"),
    ("giờ", "giờ"),
    ("gw", "GW"),
    ("gwh", "GWh"),
    ("gói thầu", "gói thầu"),
    ("ha", "ha"),
    ("hecta", "ha"),
    ("htx", "hợp tác xã"),
    ("hành khách", "hành khách"),
    ("héc ta", "ha"),
    ("héc-ta", "ha"),
    ("hạng", "thứ hạng"),
    ("hạng mục", "hạng mục"),
    ("học sinh", "học sinh"),
    ("hồ", "hồ"),
    ("hồ sơ", "hồ sơ"),
    ("hộ", "hộ"),
    ("hộ dân", "hộ dân"),
    ("hộ gia đình", "hộ gia đình"),
    ("hộ nghèo", "hộ nghèo"),
    ("hội viên", "hội viên"),
    ("hợp tác xã", "hợp tác xã"),
    ("kg", "kg"),
    ("khu", "khu"),
    ("khu công nghiệp", "khu công nghiệp"),
    ("khách", "khách"),
    ("khách du lịch", "khách du lịch"),
    ("khách hàng", "khách hàng"),
    ("ki lô mét", "km"),
    ("ki-lô-mét", "km"),
    ("kilomet", "km"),
    ("kilômét", "km"),
    ("km", "km"),
    ("km2", "km²"),
    ("kv", "kV"),
    ("kw", "kW"),
    ("kwh", "kWh"),
    ("kwp", "kWp"),
    ("kĩ sư", "kĩ sư"),
    ("lao động", "lao động"),
    ("làng nghề", "làng nghề"),
    ("lít", "lít"),
    ("lđ", "lao động"),
    ("lượt", "lượt"),
    ("lượt hành khách", "lượt hành khách"),
    ("lượt khách", "lượt khách"),
    ("lượt người", "lượt người"),
    ("lần", "lần"),
    ("lớp", "lớp"),
    ("m", "m"),
    ("m2", "m²"),
    ("m2 sàn", "m²"),
    ("m3", "m³"),
    ("mbps", "Mbps"),
    ("mg", "mg"),
    ("mw", "MW"),
    ("mwh", "MWh"),
    ("mwp", "MWp"),
    ("máy", "máy"),
    ("mét", "m"),
    ("mét khối", "m³"),
    ("mét vuông", "m²"),
    ("mô hình", "mô hình"),
    ("ng.đ", "ngày đêm"),
    ("ng.đêm", "ngày đêm"),
    ("ngày", "ngày"),
    ("ngày đêm", "ngày đêm"),
    ("ngày-đêm", "ngày đêm"),
    ("ngày.đêm", "ngày đêm"),
    ("ngđ", "ngày đêm"),
    ("người", "người"),
    ("người dân", "người dân"),
    ("người lao động", "người lao động"),
    ("nhiệm vụ", "nhiệm vụ"),
    ("nhà", "nhà"),
    ("nhà máy", "nhà máy"),
    ("nhà văn hóa", "nhà văn hóa"),
    ("nhà ở", "nhà ở"),
    ("nhóm", "nhóm"),
    ("năm", "năm"),
    ("năm học", "năm học"),
    ("phòng", "phòng"),
    ("phòng học", "phòng học"),
    ("phút", "phút"),
    ("phương tiện", "phương tiện"),
    ("phường", "phường"),
    ("phần trăm", "%"),
    ("quý", "quý"),
    ("quận", "quận"),
    ("quỹ", "quỹ"),
    ("sinh viên", "sinh viên"),
    ("sp", "sản phẩm"),
    ("suất", "suất"),
    ("sáng chế", "sáng chế"),
    ("sản phẩm", "sản phẩm"),
    ("thuê bao", "thuê bao"),
    ("thành viên", "thành viên"),
    ("tháng", "tháng"),
    ("thôn", "thôn"),
    ("thủ tục", "thủ tục"),
    ("thứ bậc", "thứ hạng"),
    ("thứ hạng", "thứ hạng"),
    ("tiêu chí", "tiêu chí"),
    ("tiến sĩ", "tiến sĩ"),
    ("trang trại", "trang trại"),
    ("trung tâm", "trung tâm"),
    ("trường", "trường"),
    ("trường học", "trường học"),
    ("trường hợp", "trường hợp"),
    ("trạm", "trạm"),
    ("trẻ", "trẻ"),
    ("trẻ em", "trẻ em"),
    ("tuyến", "tuyến"),
    ("tuyến đường", "tuyến đường"),
    ("tuần", "tuần"),
    ("tuổi", "tuổi"),
    ("tòa nhà", "tòa nhà"),
    ("tạ", "tạ"),
    ("tấn", "tấn"),
    ("tổ", "tổ"),
    ("tổ chức", "tổ chức"),
    ("usd", "USD"),
    ("việc làm", "việc làm"),
    ("vnd", "đồng"),
    ("vnđ", "đồng"),
    ("văn bản", "văn bản"),
    ("văn bằng", "văn bằng"),
    ("vườn", "vườn"),
    ("vụ", "vụ"),
    ("xe", "xe"),
    ("xã", "xã"),
    ("µg", "µg"),
    ("ý kiến", "ý kiến"),
    ("đ", "đồng"),
    ("điểm", "điểm"),
    ("điểm %", "điểm phần trăm"),
    ("điểm phần trăm", "điểm phần trăm"),
    ("đoàn viên", "đoàn viên"),
    ("đô la", "USD"),
    ("đô la mĩ", "USD"),
    ("đôla", "USD"),
    ("đơn vị", "đơn vị"),
    ("đại biểu", "đại biểu"),
    ("đảng viên", "đảng viên"),
    ("đề tài", "đề tài"),
    ("đề án", "đề án"),
    ("đồng", "đồng"),
    ("đồng việt nam", "đồng"),
    ("μg", "µg"),
    ("‰", "‰"),
];

/// Bases of which one is so many of a smaller one.
const MULTIPLES: &[(&str, u32, &str)] = &[
    ("ha", 10_000, "m²"),
    ("km²", 1_000_000, "m²"),
    ("km", 1_000, "m"),
    ("tấn", 1_000, "kg"),
    ("tạ", 100, "kg"),
    ("MW", 1_000, "kW"),
    ("GW", 1_000_000, "kW"),
    ("MWh", 1_000, "kWh"),
    ("GWh", 1_000_000, "kWh"),
    ("mg", 1_000, "µg"),
    ("Gbps", 1_000, "Mbps"),
    ("%", 10, "‰"),
];

/// The smallest base that measures the same, and how many of it one is.
pub(super) fn smaller(base: &str) -> Option<(Number, &'static str)> {
    let (_, count, smaller) = MULTIPLES.iter().find(|(larger, ..)| *larger == base)?;
    Some((Number::from(*count), smaller))
}

#[cfg(test)]
mod tests {
    use super::super::spelling::Spelling;
    use super::*;

    #[test]
    fn spellings_are_normal_sorted_and_short() {
        assert!(BASES.is_sorted_by(|a, b| a.0 < b.0));
        for (spelling, base) in BASES {
            assert_eq!(Spelling::of(spelling).text(), *spelling);
            let found = longest(spelling).unwrap();
            assert_eq!((found.base, found.end), (*base, spelling.len()));
        }
    }

    #[test]
    fn a_base_stands_for_itself() {
        for (_, base) in BASES {
            assert_eq!(longest(Spelling::of(base).text()).unwrap().base, *base);
        }
    }

    #[test]
    fn takes_the_longest_and_whole_words_only() {
        let base = |text| longest(text).map(|found| found.base);
        assert_eq!(base("lượt khách quốc tế"), Some("lượt khách"));
        assert_eq!(base("lượt xe"), Some("lượt"));
        assert_eq!(base("% 40"), Some("%"));
        assert_eq!(base("hađ"), None);
        assert_eq!(base("sở tài chính"), None);
        assert_eq!(base(""), None);
    }
}
