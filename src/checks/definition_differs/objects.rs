//! Tasks that are a pair and say something else in one place.

use super::alternatives::alternatives;
use super::contrary::{denies_opening, is_denied, is_opposite};
use super::exchanges::{Exchange, bare, key};
use super::reached::reached;
use super::synonyms::{AROUND, LEVELS, are_synonyms, is_acronym_of};
use crate::checks::Severity;
use crate::matching::{Relation, naming_words, opens_tasks};
use crate::model::Unit;
use crate::text::{Word, fold, has_words, roman};

/// So many words at the most stand in place of each other; in place of an object
/// one without a name, of as many words as both texts have around it.
const LONGEST: usize = 4;
/// A name in place of another has so many at the most, where both texts have more around it.
const LONGEST_NAME: usize = 8;
/// So many words at least both texts have right around the place.
const LEAST_SHARED: usize = 4;
/// So many, where names in one place are all that differs: `Cải tạo sông Nhuệ`.
const LEAST_SHARED_BY_NAMES: usize = 3;
/// So many, where words of which a task has one or another stand in the place.
const LEAST_SHARED_BY_WORDS: usize = 2;
/// So many of them at the most are quoted with it, up to the end of the clause.
const QUOTED: usize = 5;

/// Words by which a figure is multiplied, folded; it is compared with them.
const SCALES: [&str; 6] = ["nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"];

/// What two texts say in one place.
pub(super) struct Contrast {
    pub(super) severity: Severity,
    pub(super) left: String,
    pub(super) right: String,
}

/// The places where the texts of a pair say something else: what one denies or
/// says the contrary of; a name or another object, where it is probably two
/// tasks of one frame (`Trường Cao đẳng Sư phạm`, `Trường Cao đẳng Kinh tế`), or a slip.
pub(super) fn contrasts(places: &[Exchange<'_, '_>], texts: [&str; 2], relation: Relation) -> Vec<Contrast> {
    let matters = |place: &&Exchange<'_, '_>| {
        let says = |word: &Word<'_>| names_something(word) && !is_number(word);
        place.words.iter().any(|words| words.iter().any(says)) && !is_said_alike(place)
    };
    let shared = shared(places);
    let is_one = |place: &Exchange<'_, '_>| shared >= LEAST_SHARED * place.lengths()[1];
    let is_same =
        relation == Relation::Same || (relation == Relation::Overlap && matches!(places, [place] if is_one(place)));
    let are_few = is_same && are_few(places, places.iter().filter(matters).count());
    let contrast = |place: &Exchange<'_, '_>| {
        let [shorter, longer] = place.lengths();
        // An acronym alone may stand for the other name.
        let are_names = || {
            let [left, right] = place.words;
            let is_alone = places.len() == 1 && is_acronym(left) == is_acronym(right);
            is_alone && has_name(texts[0], left) && has_name(texts[1], right)
        };
        let is_shared = place.shared() >= LEAST_SHARED
            || (shared >= LEAST_SHARED && denies_opening(place))
            || (place.shared() >= LEAST_SHARED_BY_NAMES && are_names());
        if !is_shared && (shared < LEAST_SHARED || place.shared() < LEAST_SHARED_BY_WORDS) {
            return None;
        }
        let is_short = longer <= LONGEST;
        let denied = is_short && is_denied(place);
        let told =
            (!denied && longer <= LONGEST_NAME).then(|| alternatives(place, texts).or_else(|| reached(place, texts)));
        if let Some([left, right]) = told.flatten() {
            let severity = Severity::Difference;
            return Some(Contrast { severity, left, right });
        }
        if !is_shared || shorter > LONGEST || longer > LONGEST.max(place.shared()) {
            return None;
        }
        let is_between = !place.before[0].is_empty() && !place.behind[0].is_empty();
        let is_short_name =
            is_short || (is_between && longer <= LONGEST_NAME && longer + LEAST_SHARED <= place.shared());
        let has_names = |place: &Exchange<'_, '_>| (0..2).any(|side| has_name(texts[side], place.words[side]));
        let is_contrary = denied || (is_short && is_opposite(place));
        let quoted = if is_contrary { QUOTED } else { 0 };
        let severity = if denied {
            Severity::Contradiction
        } else if is_contrary {
            Severity::Difference
        } else if (is_short_name && is_other_name(place, texts, relation, places.len()))
            || (are_few && is_other_object(place) && (is_short || !has_names(place)))
        {
            Severity::Doubt
        } else {
            return None;
        };
        let printed = |text: &str, side: usize| {
            let mut words = place.words[side].iter().chain(place.behind[side].iter().take(quoted));
            let first = words.next()?;
            let own = place.words[side].last().unwrap_or(first).end();
            let end = words.fold(first.end(), |end, word| {
                let goes_on = word.end() <= own || !text[own..word.start].contains([',', ';', '.', ':', '(']);
                if goes_on { word.end() } else { end }
            });
            Some(text[first.start..end].to_owned())
        };
        let (left, right) = (printed(texts[0], 0)?, printed(texts[1], 1)?);
        Some(Contrast { severity, left, right })
    };
    places.iter().filter_map(contrast).collect()
}

/// Whether two texts are one but for a place or two: both have twice as many
/// words as one of them has in these places.
fn are_few(places: &[Exchange<'_, '_>], that_matter: usize) -> bool {
    let differing = |side: usize| places.iter().map(|place| place.words[side].len()).sum::<usize>();
    that_matter == 1 || (that_matter == 2 && shared(places) >= 2 * differing(0).max(differing(1)))
}

/// How many words both texts have.
fn shared(places: &[Exchange<'_, '_>]) -> usize {
    let opening = places.first().map_or(0, |first| first.before[0].len());
    opening + places.iter().map(|place| place.behind[0].len()).sum::<usize>()
}

/// Whether both texts name something else in a place, which the other one does
/// not name elsewhere.
fn is_other_name(place: &Exchange<'_, '_>, texts: [&str; 2], relation: Relation, places: usize) -> bool {
    let [left, right] = place.words;
    let ends = relation == Relation::Overlap && places == 1;
    let stands_between =
        relation == Relation::Same || (place.before[0].len() > 1 && (ends || place.behind[0].len() > 1));
    let [names_left, names_right] = place.folded();
    stands_between
        && has_name(texts[0], left)
        && has_name(texts[1], right)
        && !is_said_alike(place)
        && !fold(texts[1]).contains(&names_left)
        && !fold(texts[0]).contains(&names_right)
}

/// Whether both texts have words for something in a place, not only for how it
/// is begun, counted, or whose it is.
fn is_other_object(place: &Exchange<'_, '_>) -> bool {
    let says = |words: &[Word<'_>]| words.iter().any(names_something) && !words.iter().any(is_number);
    // One word in place of an acronym is not what it stands for (`xe buýt điện`, `xe buýt CNG`).
    let is_one_for_one = place.lengths() == [1, 1] && !is_acronym_of(place.words[0], place.words[1]);
    let opens = place.before[0].is_empty();
    !opens
        && place
            .words
            .iter()
            .all(|words| says(words) && (is_one_for_one || !is_acronym(words)))
        && !is_said_alike(place)
}

/// Whether words are one acronym.
pub(super) fn is_acronym(words: &[Word<'_>]) -> bool {
    matches!(words, [word] if !word.text.contains(char::is_lowercase))
}

/// Whether a word names something, not only how it is begun or where it stands.
pub(super) fn names_something(word: &Word<'_>) -> bool {
    let word = key(word);
    !opens_tasks(&word) && !AROUND.contains(&&*word) && !LEVELS.contains(&&*word)
}

/// Whether both sides of a place say one thing, or one only says more: the same
/// words in another order, a slip in a diacritic, an abbreviation, another unit of a figure.
fn is_said_alike(place: &Exchange<'_, '_>) -> bool {
    let [left, right] = place.words;
    let in_order = |words: &[Word<'_>]| {
        let things = words.iter().filter(|word| !AROUND.contains(&&*key(word)));
        let mut folded: Vec<String> = things.map(|word| bare(word.text)).collect();
        folded.sort_unstable();
        folded
    };
    let [l, r] = place.folded();
    let is_unit = |text: &str| Unit::parse(text).is_some_and(|unit| unit.is_known());
    let opens_with_unit = |text: &str| text.split(' ').next().is_some_and(is_unit);
    let is_counted = place.before[0].last().is_some_and(is_number);
    let opens_with_scale = |text: &str| text.split(' ').next().is_some_and(|word| SCALES.contains(&word));
    has_words(&l, &r)
        || has_words(&r, &l)
        || hold_alike(&in_order(left), &in_order(right))
        || is_acronym_of(left, right)
        || is_acronym_of(right, left)
        || naming_words(&l) == naming_words(&r)
        || (is_unit(&l) && is_unit(&r))
        // Counts in two known units are compared by themselves.
        || (is_counted && opens_with_unit(&l) && opens_with_unit(&r))
        || (is_counted && opens_with_scale(&l) && opens_with_scale(&r))
        || are_synonyms(place)
}

/// Whether one of two sorted lists has all of the other, and that is more than a word.
fn hold_alike(left: &[String], right: &[String]) -> bool {
    let (fewer, more) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    let mut others = more.iter();
    left == right || (fewer.len() > 1 && fewer.iter().all(|word| others.any(|other| other == word)))
}

/// Whether a few words of a text hold a capitalized one that opens no clause,
/// and no number, which is compared by itself.
pub(super) fn has_name(text: &str, found: &[Word<'_>]) -> bool {
    let opens_clause = |word: &Word<'_>| {
        let before = text[..word.start].trim_end_matches([' ', '“', '"', '-', '–']);
        before.is_empty() || before.ends_with(['.', ';', ':', '(', '+'])
    };
    let is_capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase) && !opens_clause(word);
    found.iter().any(is_capital) && !found.iter().any(is_number)
}

pub(super) fn is_number(word: &Word<'_>) -> bool {
    word.text.contains(|c: char| c.is_numeric()) || roman(word.text).is_some()
}

#[cfg(test)]
mod tests;
