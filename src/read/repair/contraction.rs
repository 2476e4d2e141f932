//! The lost apostrophe of a contraction: `Whats`, `dont`.

use super::{Context, lower};
use crate::language::Cue;

/// Where a word of the list stands, in lower case or with a capital at its beginning. "As was his wont" is a word of its own.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.known {
        return;
    }
    let mut buffer = String::new();
    for (index, token) in context.tokens.iter().enumerate() {
        let length = token.end - token.start;
        let may_be = |word: &[u8]| context.words.contraction_ends.may_hold(word);
        if !(3..=9).contains(&length) || !context.text.as_bytes().get(token.start..token.end).is_some_and(may_be) {
            continue;
        }
        let word = token.of(context.text);
        // Capitals beyond the first letter make it an acronym.
        if word.chars().skip(1).any(|c| !c.is_lowercase()) || context.text.as_bytes().get(token.end).is_some_and(|b| *b == b'\'') {
            continue;
        }
        if let Some(at) = context.words.contractions.get(lower(word, &mut buffer)) {
            let before = index.checked_sub(1).and_then(|before| context.tokens.get(before)).map(|before| before.of(context.text)).unwrap_or_default();
            let owned = context.words.cues.has(Cue::Owners, before);
            // Where a name could stand ("Mr Wont") nothing is sure.
            let other_word = owned && context.words.cues.has(Cue::WordsToo, word);
            let named = token.high && index > 0 && token.joined;
            if !other_word && !named {
                places.push(token.start + at);
            }
        }
    }
}
