//! Terms of a text: its words without their endings, common words left out.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use crate::text::TextRange;
use rustc_hash::{FxHashSet, FxHasher};

/// A term: the hash of a word's stem. Two stems that share one would only make two terms one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(u64);

static COMMON: LazyLock<FxHashSet<Term>> = LazyLock::new(|| {
    let list = include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#'));
    list.flat_map(str::split_whitespace).filter_map(term_of).collect()
});

/// Whether half of all texts hold the term, so that it parts nothing.
pub(super) fn is_common(term: Term) -> bool {
    COMMON.contains(&term)
}

/// Hands over the terms of `text` in its order, as often as they stand there, common ones too. Words within `names` (sorted) are left out.
pub(super) fn each_term(text: &str, names: impl Iterator<Item = TextRange>, mut take: impl FnMut(Term, TextRange)) {
    let mut names = names.peekable();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(from) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte > b' ')).map(|skipped| at + skipped) {
        let end = word_end(text, from);
        if end == from {
            at = from + text.get(from..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            continue;
        }
        at = end;
        let range = TextRange::new(from, end);
        while names.next_if(|name| name.end <= range.start).is_some() {}
        if names.peek().is_some_and(|name| name.overlaps(range)) {
            continue;
        }
        if let Some(term) = term_of(range.of(text)) {
            take(term, range);
        }
    }
}

/// Where the word that begins at `from` ends: letters and digits of any script, and apostrophes behind the first of them.
fn word_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(byte) = bytes.get(at) else { return at };
        let length = match byte {
            b'\'' if at > from => 1,
            byte if byte.is_ascii() => return at,
            _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if c.is_alphanumeric() || (c == '’' && at > from) => c.len_utf8(),
                _ => return at,
            },
        };
        at += length;
    }
}

/// The term of a word; `None` for words too short to say something, for numbers of one or two digits, and for what is no word.
fn term_of(word: &str) -> Option<Term> {
    if word.len() < 3 {
        return None;
    }
    let mut word = word;
    // Letters alone end most words.
    if !word.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric) {
        word = word.trim_end_matches(['\'', '’']);
    }
    if word.ends_with('s') {
        word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    }
    let mut letters = [0u8; 24];
    if !word.is_ascii() {
        // Other scripts are taken as they are, in lower case and without endings cut off.
        if word.chars().nth(40).is_some() || word.chars().nth(1).is_none() {
            return None;
        }
        let mut hasher = FxHasher::default();
        for c in word.chars().flat_map(char::to_lowercase) {
            c.hash(&mut hasher);
        }
        return Some(Term(hasher.finish()));
    }
    let target = letters.get_mut(..word.len())?;
    for (to, from) in target.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let stem = stem(target);
    if stem.len() < 3 || (stem.len() < 4 && stem.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let mut hasher = FxHasher::default();
    stem.hash(&mut hasher);
    Some(Term(hasher.finish()))
}

/// The word without the ending of a plural or a verb form: "vaccination" and "vaccinated", "wells" and "well" are one.
fn stem(word: &[u8]) -> &[u8] {
    let cut = |word: &'_ [u8], by: usize| -> usize { word.len().saturating_sub(by) };
    let mut word = word;
    if word.len() > 3 && word.ends_with(b"s") && !word.ends_with(b"ss") && !word.ends_with(b"us") && !word.ends_with(b"is") {
        word = &word[..cut(word, 1)];
    }
    if let Some((_, by, _)) = endings(word).iter().find(|(ending, _, least)| word.len() >= *least && word.ends_with(ending)) {
        word = &word[..cut(word, *by)];
    }
    // "stopped" and "stop".
    if let [.., a, b] = word
        && a == b
        && word.len() > 4
        && !matches!(a, b's' | b'l' | b'e' | b'o')
    {
        word = &word[..cut(word, 1)];
    }
    if word.len() > 4 && word.ends_with(b"i") {
        word = &word[..cut(word, 1)];
    }
    word
}

/// Endings of a word of this last letter, the longest first, each with how much of it is cut and how long a word must be at least. Most
/// words have none, and the last letter says so.
fn endings(word: &[u8]) -> &'static [(&'static [u8], usize, usize)] {
    match word.last() {
        Some(b'n') => &[(b"ation", 3, 8), (b"ion", 3, 7)],
        Some(b'g') => &[(b"ating", 3, 8), (b"ing", 3, 6)],
        Some(b'd') => &[(b"ated", 2, 7), (b"ied", 2, 5), (b"ed", 2, 5)],
        Some(b'y') => &[(b"ly", 2, 6), (b"y", 1, 5)],
        Some(b'r') => &[(b"er", 2, 6)],
        Some(b'e') => &[(b"e", 1, 4)],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        each_term(text, std::iter::empty(), |term, range| {
            if !is_common(term) {
                found.push(range.of(text));
            }
        });
        found
    }

    #[test]
    fn common_words_say_nothing() {
        assert_eq!(words("What does the dredging of the river’s channel mean for wells?"), ["dredging", "river’s", "channel"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (one, other) in [
            ("barges", "barge"),
            ("vaccination", "vaccinated"),
            ("negotiations", "negotiate"),
            ("companies", "company"),
            ("stopped", "stop"),
            ("premium", "premiums"),
            ("Meridia’s", "Meridia"),
            ("closure", "closures"),
            ("dredging", "dredge"),
        ] {
            assert_eq!(term_of(one), term_of(other), "{one} and {other}");
        }
    }
}
