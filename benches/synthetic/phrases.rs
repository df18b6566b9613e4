//! What a text is cut into to make other texts of.

use doichieu::text::numbers;

/// A phrase has so many words: fewer say nothing, more are whole tasks.
const PHRASE_WORDS: std::ops::RangeInclusive<usize> = 3..=7;

/// Words that join two phrases.
const JOINTS: &[&str] = &[
    "và", "của", "trong", "với", "để", "cho", "theo", "nhằm", "từ", "vào", "trên", "tại", "về", "có", "là",
];

/// The phrases of a text: runs of plain words, cut at figures, proper names,
/// marks and, where they are long, before words that join.
pub fn phrases(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<String> = Vec::new();
    let mut behind_mark = true;
    let mut keep = |run: &mut Vec<String>| {
        if PHRASE_WORDS.contains(&run.len()) {
            found.push(run.join(" "));
        }
        run.clear();
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // A capital behind a mark opens a clause, elsewhere a name.
        let mut letters = bare.chars();
        let opens = letters
            .next()
            .is_some_and(|first| first.is_lowercase() || (behind_mark && first.is_uppercase()));
        let plain = opens && letters.all(char::is_lowercase);
        let marked = !word.starts_with(bare);
        if !plain || marked || (run.len() > 2 && JOINTS.contains(&bare)) {
            keep(&mut run);
        }
        if plain {
            run.push(bare.to_lowercase());
        }
        behind_mark = !word.ends_with(bare) || bare.is_empty();
        if behind_mark {
            keep(&mut run);
        }
    }
    keep(&mut run);
    found
}

/// The first two words of a task.
pub fn opening(text: &str) -> Option<String> {
    let mut words = text.split(' ');
    let (first, second) = (words.next()?, words.next()?);
    let opens = first.starts_with(char::is_uppercase) && first.chars().skip(1).all(char::is_lowercase);
    (opens && second.chars().all(char::is_lowercase)).then(|| format!("{first} {second}"))
}

/// The syllables of the proper names inside a text: of runs of capitalized words.
pub fn name_syllables(text: &str) -> Vec<String> {
    let name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let words: Vec<&str> = text.split([' ', ',', ';', ')']).skip(1).collect();
    let runs = words.chunk_by(|one, other| name(one) == name(other));
    let names = runs.filter(|run| run.len() > 1 && run.iter().all(name));
    names.flatten().map(|&syllable| syllable.to_owned()).collect()
}

/// What the figures of a text count: the two words behind each.
pub fn counted(text: &str) -> Vec<String> {
    let thing = |end: usize| {
        let mut behind = text[end..].strip_prefix(' ')?.split(' ');
        let (first, second) = (behind.next()?, behind.next()?);
        let plain = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_lowercase);
        (plain(first) && plain(second)).then(|| format!("{first} {second}"))
    };
    numbers(text).filter_map(|figure| thing(figure.end)).collect()
}
