//! The lost apostrophe of a possessive: `Irans nuclear program`.

use super::{Context, lower};
use crate::language::Cue;

/// Where a name that has no plural, or one that the seed elsewhere writes with an apostrophe, stands with an `s` before a further word.
/// "Iranians" is a plural: a name that ends as inhabitants' names do is never touched unless it is in the list of names without a plural.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.known {
        return;
    }
    let mut buffer = String::new();
    for (index, token) in context.tokens.iter().enumerate() {
        if !token.high {
            continue;
        }
        let Some(name) = context.words.cues.stem(Cue::Possessive, token.of(context.text)) else { continue };
        if name.len() < 4 || context.words.cues.ends(Cue::PluralEnds, name) || !name.chars().all(char::is_alphabetic) {
            continue;
        }
        let next = context.tokens.get(index + 1).filter(|next| next.joined && next.of(context.text).starts_with(char::is_alphabetic));
        let Some(next) = next else { continue };
        let before_verb = context.words.cues.has(Cue::PluralFollowers, lower(next.of(context.text), &mut buffer));
        if before_verb {
            continue;
        }
        let alone = context.words.no_plural.contains(lower(name, &mut buffer));
        let named =
            context.document.possessed.contains(name) && !context.words.cues.ends(Cue::PeopleEnds, name) && is_attributed(context, index + 1, &mut buffer);
        if alone || named {
            places.push(token.end - 1);
        }
    }
}

/// What follows could be owned: a word in lower case that is no verb form or function word.
fn is_attributed(context: &Context<'_>, index: usize, buffer: &mut String) -> bool {
    context.tokens.get(index).is_some_and(|next| {
        let word = lower(next.of(context.text), buffer);
        !next.high && !context.words.cannot_end.contains(word) && !context.words.auxiliaries.contains(word) && !context.words.cues.ends(Cue::PastEnds, word)
    })
}
