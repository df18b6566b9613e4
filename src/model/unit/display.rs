//! How units are shown: one spelling, which reads back the same.

use std::fmt;

use super::Unit;
use crate::text::Number;

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, unit) in self.all().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            unit.write_one(f)?;
        }
        Ok(())
    }
}

impl Unit {
    fn write_one(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Words could run into an unknown base and mean something else (tỷ + lệ).
        if !self.base.is_empty() && !self.is_known() {
            if self.scale != Number::ONE {
                write!(f, "{} ", self.scale)?;
            }
            return f.write_str(&self.base);
        }
        let Some((counted, per)) = self.base.split_once('/') else {
            write_scale(f, self.scale)?;
            return write_after_scale(f, self.scale, &self.base);
        };
        let (whole, divisor) = fraction(self.scale);
        write_scale(f, whole)?;
        write_after_scale(f, whole, counted)?;
        f.write_str("/")?;
        write_scale(f, divisor)?;
        write_after_scale(f, divisor, per)
    }
}

fn write_after_scale(f: &mut fmt::Formatter<'_>, scale: Number, base: &str) -> fmt::Result {
    let blank = if scale == Number::ONE || base.is_empty() {
        ""
    } else {
        " "
    };
    write!(f, "{blank}{base}")
}

/// Nothing for 1, `nghìn tỷ` for 10¹², `10 triệu` for 10⁷.
fn write_scale(f: &mut fmt::Formatter<'_>, scale: Number) -> fmt::Result {
    if scale == Number::from(10_000) {
        return f.write_str("vạn");
    }
    let mut rest = scale;
    let mut words = Vec::new();
    for (word, factor) in [("tỷ", 1_000_000_000), ("triệu", 1_000_000), ("nghìn", 1_000)] {
        let factor = Number::from(factor);
        while let Some(quotient) = rest
            .checked_div(factor)
            .filter(|q| *q >= Number::ONE && q.decimals() == 0)
        {
            rest = quotient;
            words.push(word);
        }
    }
    if rest != Number::ONE {
        write!(f, "{rest}")?;
        if !words.is_empty() {
            f.write_str(" ")?;
        }
    }
    words.reverse();
    f.write_str(&words.join(" "))
}

/// A number as a whole one over a power of ten.
fn fraction(number: Number) -> (Number, Number) {
    let (mut whole, mut divisor) = (number, Number::ONE);
    let ten = Number::from(10);
    while whole.decimals() > 0
        && let (Some(more), Some(higher)) = (whole.checked_mul(ten), divisor.checked_mul(ten))
    {
        (whole, divisor) = (more, higher);
    }
    (whole, divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn displays_what_it_reads() {
        for text in [
            "1.000 tỷ đồng",
            "Đảng viên/năm %",
            "5 giường/vạn dân",
            "đồng/vạn dân",
            "10.000.000 tấn",
            "0,5 ha",
            "2/3 đảng viên",
            "1 (5 x)",
            "tỷ lệ",
            "1.000.000.000 lệ",
            "1 tỷ tỷ lệ",
            "đồng/3 người",
            "USD/cổ phần",
            "0 xã",
            "5 0 xã",
            "5 /x",
            "nghìn .x",
            "a / b / c",
            "‰",
            "$",
            "<b>(%)</b>",
            "<<b>i> x",
            "1.000/x",
            "tr. x",
            "tr x",
            "5.",
            "5 .",
            "n/a",
            "-",
            "tỷ tỷ tỷ tỷ tỷ đồng",
            "xã/tỷ tỷ tỷ tỷ xã",
            "Kỹ sư",
            "đồng;",
            "12,000",
            "% GRDP",
            "1.000 tỷ đồng; %",
        ] {
            if let Some(unit) = Unit::parse(text) {
                assert_eq!(Unit::parse(&unit.to_string()), Some(unit), "{text}");
            }
        }
    }
}
