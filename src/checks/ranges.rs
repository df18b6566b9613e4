//! Figures of a text, two that make a range as one.

use crate::text::Printed;

/// The figures with the last one of their range, which is the same where there
/// is none; `joins` tells whether two figures make a range.
pub(super) fn ranges(
    figures: &[Printed],
    joins: impl Fn(&Printed, &Printed) -> bool,
) -> impl Iterator<Item = (&Printed, &Printed)> {
    let mut rest = figures;
    std::iter::from_fn(move || {
        let (first, behind) = rest.split_first()?;
        let last = behind.first().filter(|next| joins(first, next));
        rest = if last.is_some() { &behind[1..] } else { behind };
        Some((first, last.unwrap_or(first)))
    })
}

#[cfg(test)]
mod tests {
    use super::ranges;
    use crate::text::{Printed, numbers};

    #[test]
    fn two_figures_may_be_one_range() {
        let text = "03-05 chợ, 2 cầu, 7-9";
        let figures: Vec<Printed> = numbers(text).collect();
        let joined = ranges(&figures, |first, next| &text[first.end..next.start] == "-");
        let cut: Vec<&str> = joined.map(|(first, last)| &text[first.start..last.end]).collect();
        assert_eq!(cut, ["03-05", "2", "7-9"]);
    }
}
