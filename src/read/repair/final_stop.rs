//! The lost full stop at the end of an answer.

use super::{Context, lower};
use crate::model::Role;

/// At the end of an answer that reads as a sentence, where nearly all answers of the seed lost theirs.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.stopless || context.role != Role::Answer || context.tokens.len() < 4 {
        return;
    }
    let Some(last) = context.tokens.last() else { return };
    let tail = context.text.get(last.end..).unwrap_or_default();
    let mut buffer = String::new();
    // An answer that ends in the middle of a phrase was cut off, and a stop would hide that.
    if !matches!(tail, "" | "”" | ")") || context.words.cannot_end.contains(lower(last.of(context.text), &mut buffer)) {
        return;
    }
    if context.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '“') {
        places.push(context.text.len());
    }
}
