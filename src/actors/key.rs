//! Under which words a name is looked up within its briefing.

use super::token::{HYPHEN, Shape, Token, push_folded, range};

pub(super) fn u32_of(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Whether `inner`'s words stand in `outer` in the same order, `outer` having more.
pub(super) fn within(inner: &[String], outer: &[String]) -> bool {
    let mut rest = outer.iter();
    inner.len() < outer.len() && inner.iter().all(|word| rest.any(|other| other == word))
}

/// The folded words of a name; a particle with a hyphen is one with its word: `al-manfi`.
pub(super) fn name_words(text: &str, tokens: &[Token]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        if token.shape == Shape::Initial {
            continue;
        }
        match words.last_mut() {
            Some(last) if token.gap == HYPHEN => {
                last.push('-');
                push_folded(token.text(text), last);
            }
            _ => {
                let mut word = String::new();
                push_folded(token.text(text), &mut word);
                words.push(word);
            }
        }
    }
    words
}

/// Under which a name is looked up: folded words; hyphens kept.
pub(super) fn name_key(text: &str, tokens: &[Token]) -> String {
    let mut key = String::new();
    for (number, token) in tokens.iter().enumerate() {
        if number > 0 {
            key.push(if token.gap == HYPHEN { '-' } else { ' ' });
        }
        push_folded(token.text(text), &mut key);
    }
    key
}

/// As [`name_key`], without initials.
pub(super) fn person_key(text: &str, tokens: &[Token]) -> String {
    let key = name_words(text, tokens).join(" ");
    if key.is_empty() { name_key(text, tokens) } else { key }
}

/// The name as it heads a page: the text's own words, line ends and doubled spaces made one space.
pub(super) fn clean_name(text: &str, tokens: &[Token]) -> String {
    let raw = range(tokens).of(text);
    if raw.contains(['\n', '\r', '\t', '\u{a0}']) || raw.contains("  ") { raw.split_whitespace().collect::<Vec<_>>().join(" ") } else { raw.to_owned() }
}
