//! Units (đơn vị): a scale and a base.

mod display;
mod grammar;
mod lexicon;
mod named;
mod spelling;

use serde::{Deserialize, Serialize};

use crate::text::Number;
use spelling::Spelling;

/// A unit: `1.000 căn nhà` is 1000 of `căn nhà`, `bác sỹ/vạn dân` one
/// ten-thousandth of `bác sĩ/dân`.
///
/// Displayed in one spelling (`nghìn căn nhà`, `triệu đồng/lao động`), from
/// which [`Unit::parse`] reads the same unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Unit {
    /// How many of the base one is, above zero.
    pub scale: Number,
    /// The base in the one spelling that stands for all (`m²/người`, `đồng`);
    /// an unknown base is kept as folded text and compared as text; empty
    /// where only a scale is printed (`triệu`).
    pub base: String,
    /// Further units printed in the same cell (`%` in `Đảng viên/năm %`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Unit>,
}

impl Unit {
    /// Reads a unit cell; `None` where nothing is printed. Understands scales
    /// (`1.000`, `nghìn`, `ngàn`, `vạn`, `triệu`, `tr.`, `tỷ` and their
    /// products), `/` for what is counted per, `sỹ` as `sĩ`, `m2` and
    /// `M <sup>2</sup>` as `m²`, and a second unit that is or follows a percentage.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let spelling = Spelling::of(text);
        let whole = bare(spelling.text());
        if whole.is_empty() {
            return None;
        }
        let (scale, rest) = peel(whole)
            .filter(|(scale, rest)| *scale != Number::ONE || !rest.is_empty())
            .unwrap_or((Number::ONE, whole));
        if let Some(mut unit) = known_units(rest)
            && let Some(product) = unit.scale.checked_mul(scale).filter(|product| !product.is_zero())
        {
            unit.scale = product;
            return Some(unit);
        }
        Some(Self {
            scale,
            base: rest.to_owned(),
            others: Vec::new(),
        })
    }

    /// Byte length of the longest known unit that starts at the start of
    /// `text` and ends at a word boundary: the length of `1.000 tỷ đồng` for
    /// `1.000 tỷ đồng 3,400 Sở Tài chính`. A figure is a scale only when it is
    /// 10, 100, 1.000, …, a scale alone is no unit, and a second unit is not
    /// taken along. `text` is taken to be in NFC.
    #[must_use]
    pub fn scan(text: &str) -> Option<usize> {
        // Readers ask at every word of a line: most are turned away here.
        if !may_open(text) {
            return None;
        }
        let mut spelling = Spelling::first(text, LONGEST_PLAIN);
        if spelling.text().contains('/') || !grammar::opens_with_base(spelling.text()) {
            spelling = Spelling::first(text, LONGEST_SCAN);
        }
        let (unit, end) = grammar::known(spelling.text())?;
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            let figure = text.split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
            let scale: Number = figure.trim_end_matches('.').parse().ok()?;
            if scale == Number::ONE || !grammar::is_power_of_ten(scale) || unit.base.starts_with(['%', '‰']) {
                return None;
            }
        }
        spelling.printed_end(end)
    }

    /// How many a word of scale says (`nghìn`, `tỷ`).
    pub(crate) fn scale_word(word: &str) -> Option<Number> {
        let spelling = Spelling::of(word);
        let (factor, rest) = grammar::scale_word(spelling.text())?;
        rest.is_empty().then_some(factor)
    }

    /// Whether every base in it is a known one.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let spelling = Spelling::of(&self.base);
        grammar::known(spelling.text()).is_some_and(|(_, end)| end == spelling.text().len())
    }

    /// Whether values in both can be brought to a common scale.
    #[must_use]
    pub fn same_base(&self, other: &Self) -> bool {
        self.base == other.base
    }

    /// The base that measures the same thing, whatever its size (`m²` for `ha`,
    /// `kg/ngày` for `tấn/ngày`), and how many of it one of this base is.
    pub(crate) fn dimension(&self) -> (Number, String) {
        let (counted, per) = self.base.split_at(self.base.find('/').unwrap_or(self.base.len()));
        match lexicon::smaller(counted) {
            Some((count, smaller)) => (count, [smaller, per].concat()),
            None => (Number::ONE, self.base.clone()),
        }
    }

    /// Whether both measure the same thing, whatever the size of their bases.
    pub(crate) fn same_dimension(&self, other: &Self) -> bool {
        self.same_base(other) || self.dimension().1 == other.dimension().1
    }

    /// A value in this unit as a value in its base, or `None` where it is too large.
    #[must_use]
    pub fn to_base(&self, value: Number) -> Option<Number> {
        self.scale.checked_mul(value)
    }

    /// This unit and the others of its cell, in order.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }
}

/// Whether the first word or mark of a text can open a unit.
fn may_open(text: &str) -> bool {
    match spelling::plain_word(text) {
        Some(word) => grammar::can_start_with(word),
        None => !text.starts_with(char::is_whitespace) && grammar::can_start_with(Spelling::first(text, 1).text()),
    }
}

/// How many words and marks tell where a unit ends that is a base and no more:
/// three, and the `/` that may follow.
const LONGEST_PLAIN: usize = 4;
/// How many words and marks [`Unit::scan`] looks at: a scale of two, a base of
/// three, and `/người/tháng`.
const LONGEST_SCAN: usize = 9;

/// Without the parentheses around it and the marks behind it.
fn bare(text: &str) -> &str {
    let mut text = text;
    loop {
        let trimmed = text.trim().trim_end_matches(['.', ':', ';', '*', ' ']);
        let inner = trimmed
            .strip_prefix('(')
            .and_then(|inner| inner.strip_suffix(')'))
            .unwrap_or(trimmed);
        if inner.len() == text.len() {
            return text;
        }
        text = inner;
    }
}

/// The whole scale at the front of a bare text, and the bare rest.
fn peel(text: &str) -> Option<(Number, &str)> {
    let mut product = Number::ONE;
    let mut rest = text;
    loop {
        let (factor, after) = grammar::scale(rest)?;
        let after = bare(after);
        if after.len() == rest.len() {
            return Some((product, rest));
        }
        product = product.checked_mul(factor)?;
        rest = after;
    }
}

/// The known units a text consists of, the further ones inside the first.
fn known_units(text: &str) -> Option<Unit> {
    let (mut first, end) = grammar::known(text)?;
    let mut rest = &text[end..];
    while !rest.is_empty() {
        let next = rest.trim_start_matches([' ', ';', ',', '(']);
        let is_parted = rest.trim_start().starts_with(';') || next.starts_with(['%', '‰']);
        if !is_parted {
            return None;
        }
        let (unit, end) = grammar::known(next)?;
        first.others.push(unit);
        rest = next[end..].trim_start_matches([' ', ')']);
    }
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        Unit::parse(text).unwrap()
    }

    #[test]
    fn reads_scale_and_base() {
        for (text, shown) in [
            ("1.000 tỷ đồng", "nghìn tỷ đồng"),
            ("Triệu đồng", "triệu đồng"),
            ("Tỷ USD", "tỷ USD"),
            ("tỉ đô la Mỹ", "tỷ USD"),
            ("1.000 người", "nghìn người"),
            ("Nghìn lượt khách", "nghìn lượt khách"),
            ("ngàn ha", "nghìn ha"),
            ("vạn người", "vạn người"),
            ("100.000 thuê bao", "100 nghìn thuê bao"),
            ("Tr. đồng/LĐ", "triệu đồng/lao động"),
            ("Tr.đ", "triệu đồng"),
            ("Trđ/người/tháng", "triệu đồng/người/tháng"),
            ("1000đ", "nghìn đồng"),
            ("M²/người", "m²/người"),
            ("m³/ngđ", "m³/ngày đêm"),
            ("(%/năm)", "%/năm"),
            ("Tuổi:", "tuổi"),
            ("Tiêu chí", "tiêu chí"),
            ("triệu kwh", "triệu kWh"),
            ("Bác sỹ/vạn dân", "bác sĩ/vạn dân"),
            ("Giường/1.000 dân", "giường/nghìn dân"),
            ("Triệu", "triệu"),
            ("1.000", "nghìn"),
        ] {
            assert_eq!(unit(text).to_string(), shown, "{text}");
            assert!(unit(text).base.is_empty() || unit(text).is_known(), "{text}");
        }
        assert_eq!(Unit::parse("  "), None);
        assert_eq!(Unit::parse("()"), None);
    }

    #[test]
    fn spellings_of_one_unit_are_one() {
        for (a, b) in [
            ("M <sup>2</sup> /người", "m2/người"),
            ("M²/người", "m 2/người"),
            ("Tr. đồng/LĐ", "Triệu đồng/lao động"),
            ("Bác sỹ", "Bác sĩ"),
            ("1.000 căn nhà", "Nghìn căn"),
            ("giường bệnh", "Giường"),
            ("Tỷ đồng", "1.000 triệu đồng"),
            ("1.000 m³/ngày đêm", "nghìn m3/ngđ"),
            ("bác sĩ/vạn dân", "bác sĩ/10.000 dân"),
            ("\u{b5}g/m3", "\u{3bc}g/m³"),
            ("mét vuông/người", "m²/người"),
            ("Căn hộ", "Căn"),
        ] {
            assert_eq!(unit(a), unit(b), "{a}, {b}");
        }
        for (a, b) in [
            ("lao động", "người"),
            ("%", "%/năm"),
            ("lượt", "lượt khách"),
            ("m²", "m³"),
            ("ha", "hạng"),
        ] {
            assert!(!unit(a).same_base(&unit(b)), "{a}, {b}");
        }
    }

    #[test]
    fn values_come_to_a_common_scale() {
        let value = |unit: &str, figure: &str| super::tests::unit(unit).to_base(figure.parse().unwrap());
        assert_eq!(value("Tr.đồng/người", "14,50"), value("1.000 đồng/người", "14.500"));
        assert_eq!(value("1.000 căn nhà", "120"), value("Căn nhà", "120.000"));
        assert_eq!(value("giường/vạn dân", "38"), value("giường/1.000 dân", "3,8"));
        assert_ne!(value("1.000 lao động", "4.373"), value("Lao động", "4.373"));
    }

    #[test]
    fn bases_of_one_dimension_have_a_common_measure() {
        for (a, count, b) in [
            ("ha", 10_000, "m²"),
            ("km", 1_000, "m"),
            ("tấn/ngày", 1_000, "kg/ngày"),
            ("GW", 1_000_000, "kW"),
        ] {
            assert_eq!(unit(a).dimension(), (Number::from(count), b.to_owned()), "{a}");
            assert!(unit(a).same_dimension(&unit(b)), "{a}, {b}");
        }
        for (a, b) in [
            ("ha", "km"),
            ("tấn/ngày", "kg"),
            ("người/km²", "người/ha"),
            ("MW", "MWh"),
        ] {
            assert!(!unit(a).same_dimension(&unit(b)), "{a}, {b}");
        }
    }

    #[test]
    fn two_units_in_a_cell_are_both_kept() {
        let both = unit("Đảng viên/năm %");
        assert_eq!(
            both.all().map(|one| one.base.as_str()).collect::<Vec<_>>(),
            ["đảng viên/năm", "%"]
        );
        assert_eq!(unit("Đảng viên/năm (%)"), both);
        assert_eq!(unit("Đảng viên/năm; %"), both);
        assert!(unit("điểm %").others.is_empty());
        assert!(unit("xã phường").others.is_empty());
    }

    #[test]
    fn unknown_units_are_kept_as_text() {
        let foreign = unit("1.000 Con Giống");
        assert_eq!(
            (foreign.scale, foreign.base.as_str()),
            (Number::from(1000), "con giống")
        );
        assert!(!foreign.is_known());
        assert_eq!(unit("Tỷ lệ").base, "tỉ lệ");
        assert_eq!(unit("Tỷ lệ").scale, Number::ONE);
        assert!(!unit("đồng/cổ phiếu").is_known());
        assert!(!unit("Triệu").is_known());
        assert!(unit("đồng").is_known());
    }

    #[test]
    fn finds_the_unit_at_the_start_of_a_text() {
        for (text, found) in [
            ("1.000 tỷ đồng 3,400 Sở Tài chính", "1.000 tỷ đồng"),
            ("% 40", "%"),
            ("%40", "%"),
            ("Tuổi 77,5", "Tuổi"),
            ("M²/người 32", "M²/người"),
            ("M <sup>2</sup> /người 32", "M <sup>2</sup> /người"),
            ("Triệu đồng/LĐ 644,5", "Triệu đồng/LĐ"),
            ("Tr.đồng/người 14,50", "Tr.đồng/người"),
            ("1.000 đồng/người 14.500", "1.000 đồng/người"),
            ("Bác sỹ 19 Sở Y tế", "Bác sỹ"),
            ("bác sỹ/vạn dân", "bác sỹ/vạn dân"),
            ("Đảng viên/năm % 11.000", "Đảng viên/năm"),
            ("Tỷ USD 25-30", "Tỷ USD"),
            ("Căn nhà", "Căn nhà"),
            ("lượt khách/năm", "lượt khách/năm"),
        ] {
            assert_eq!(Unit::scan(text).map(|end| &text[..end]), Some(found), "{text}");
        }
        for text in [
            "",
            " %",
            "Tỷ lệ thất nghiệp",
            "Triệu",
            "3.400 người",
            "1 xã",
            "100 %",
            "Sở Tài chính",
            "đồng/x 5",
            "Hạngx",
            "12,000 USD",
            "-",
        ] {
            assert_eq!(Unit::scan(text), None, "{text}");
        }
    }
}
