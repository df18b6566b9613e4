//! What one text leaves out of a list that the other has in another order.

use super::lists::{Items, LONGEST};
use crate::checks::{Severity, Side};
use crate::text::{fold, has_words, words};

/// Words behind which a list opens.
const OPENING: [&str; 3] = [" các ", " những ", " gồm "];
/// So many items make a list in another order.
const LEAST: usize = 2;

/// The one item of a list in one text that the other lacks, where all the other
/// lists stands in it, too, whatever the order.
pub(super) fn left_out_in_other_order(texts: [&str; 2]) -> Option<Items<'_>> {
    let lists = texts.map(lists);
    if lists.iter().any(Vec::is_empty) {
        return None;
    }
    [(0, Side::Left), (1, Side::Right)].into_iter().find_map(|(at, side)| {
        let other = fold(texts[1 - at]);
        let pairs = lists[at]
            .iter()
            .flat_map(|own| lists[1 - at].iter().map(move |of_other| (own, of_other)));
        let printed = pairs
            .into_iter()
            .find_map(|(own, of_other)| left_out(own, of_other, &other))?;
        Some(Items {
            side,
            printed,
            severity: Severity::Doubt,
            is_among_names: false,
        })
    })
}

fn left_out<'t>(own: &[&'t str], of_other: &[&str], other: &str) -> Option<&'t str> {
    // What follows the last item belongs to the clause.
    let (_, inner) = own.split_last()?;
    let folded: Vec<String> = own.iter().map(|item| fold(item)).collect();
    let is_own = |item: &&str| folded.iter().any(|own| has_words(own, &fold(item)));
    let is_inner = |item: &&str| folded[..inner.len()].contains(&fold(item));
    if own.len() <= of_other.len() || !of_other.iter().all(is_own) || !of_other.iter().any(is_inner) {
        return None;
    }
    let mut absent = inner.iter().filter(|item| !has_words(other, &fold(item)));
    let (item, None) = (absent.next()?, absent.next()) else {
        return None;
    };
    (words(item).count() <= LONGEST).then_some(item)
}

/// The items of each list in a text, the last one up to the end of the clause.
fn lists(text: &str) -> Vec<Vec<&str>> {
    let openings = OPENING.iter().flat_map(|word| text.match_indices(word));
    let items = openings.map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let clause = rest.split([';', '.', ':', '(', ')']).next().unwrap_or(rest);
        let items = clause.split(',').flat_map(|part| part.split(" và ")).map(str::trim);
        items.filter(|item| !item.is_empty()).collect::<Vec<_>>()
    });
    items.filter(|items| items.len() >= LEAST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_order_hides_nothing_left_out() {
        let all = "Hạ tầng 5G trong các khu công nghệ cao, khu công nghiệp, cụm công nghiệp trên địa bàn";
        let told = |other: &'static str| left_out_in_other_order([all, other]).map(|items| items.printed);
        let swapped = "Kế hoạch hạ tầng 5G trong các cụm công nghiệp, khu công nghiệp";
        assert_eq!(told(swapped), Some("khu công nghệ cao"));
        let right = left_out_in_other_order([swapped, all]);
        assert!(right.is_some_and(|items| items.side == Side::Right));
        for other in [
            "Kế hoạch hạ tầng 5G trong các cụm công nghiệp, khu công nghiệp, khu công nghệ cao",
            "Kế hoạch hạ tầng 5G trong các cụm công nghiệp, khu công nghiệp, khu CNC",
            "Kế hoạch hạ tầng 5G trong các cụm công nghiệp, làng nghề",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
