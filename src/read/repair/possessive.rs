//! The lost apostrophe of a possessive: `Irans nuclear program`.

use super::{Context, lower};

/// Where a name that has no plural, or one that the seed elsewhere writes with an apostrophe, stands with an `s` before a further word.
/// "Iranians" is a plural: a name that ends as inhabitants' names do is never touched unless it is in the list of names without a plural.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.english {
        return;
    }
    let mut buffer = String::new();
    for (index, token) in context.tokens.iter().enumerate() {
        if !token.high {
            continue;
        }
        let Some(name) = token.of(context.text).strip_suffix('s') else { continue };
        if name.len() < 4 || name.ends_with('s') || !name.chars().all(char::is_alphabetic) {
            continue;
        }
        let next = context.tokens.get(index + 1).filter(|next| next.joined && next.of(context.text).starts_with(char::is_alphabetic));
        let Some(next) = next else { continue };
        let before_verb = matches!(lower(next.of(context.text), &mut buffer), "are" | "were" | "have" | "do" | "who" | "of" | "in" | "on" | "at");
        if before_verb {
            continue;
        }
        let alone = context.words.no_plural.contains(lower(name, &mut buffer));
        let named = context.document.possessed.contains(name) && !has_plural(name) && is_attributed(context, index + 1, &mut buffer);
        if alone || named {
            places.push(token.end - 1);
        }
    }
}

/// Names of inhabitants, followers and offices, which do have a plural.
fn has_plural(name: &str) -> bool {
    [
        "an", "ese", "ish", "i", "er", "or", "ist", "ot", "ite", "ent", "ant", "ary", "ive", "ng", "y", "al", "ment", "tion", "cil", "ty", "ff", "ee", "ch",
        "sh", "nd", "rd", "rk", "ab", "rb", "le", "de", "ne", "ew", "ek", "ik", "ak", "on", "ic",
    ]
    .iter()
    .any(|end| name.ends_with(end))
}

/// What follows could be owned: a word in lower case that is no verb form or function word.
fn is_attributed(context: &Context<'_>, index: usize, buffer: &mut String) -> bool {
    context.tokens.get(index).is_some_and(|next| {
        let word = lower(next.of(context.text), buffer);
        !next.high && !context.words.cannot_end.contains(word) && !context.words.auxiliaries.contains(word) && !word.ends_with("ed")
    })
}
