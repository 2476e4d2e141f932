//! Lost full stops within run-on answers: `... a US military attack Secondary goals ...`.

use super::{Context, Token, lower};
use crate::language::Cue;
use crate::model::Role;

/// Before a word that begins sentences and has no capital letter within one, in an answer that has no stop at all, where the seed lost its stops.
/// The word before it must be one that can end a sentence, and the word behind it must go on in lower case: so names are left whole.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.stopless || context.role != Role::Answer || context.text.bytes().any(|b| matches!(b, b'.' | b'!' | b'?' | b';')) {
        return;
    }
    let mut buffer = String::new();
    for (index, token) in context.tokens.iter().enumerate().skip(1) {
        if !token.high || !token.joined {
            continue;
        }
        let Some(before) = context.tokens.get(index - 1) else { continue };
        let goes_on = context.tokens.get(index + 1).is_some_and(|next| next.joined && !next.high && starts_low(next, context.text));
        if !goes_on || !context.words.sentence_starts.contains(lower(token.of(context.text), &mut buffer)) {
            continue;
        }
        // Behind a capital letter the two may be one name, unless the second can stand in none.
        let sure =
            !before.high || context.words.cues.has(Cue::NeverNamed, &buffer) || (index == 1 && context.words.cues.has(Cue::Answers, before.of(context.text)));
        let ends = !context.words.cannot_end.contains(lower(before.of(context.text), &mut buffer)) || (index == 1 && context.words.cues.has(Cue::No, &buffer));
        if sure && ends {
            places.push(before.end);
        }
    }
}

fn starts_low(token: &Token, text: &str) -> bool {
    token.of(text).starts_with(char::is_lowercase)
}
