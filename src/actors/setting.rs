//! How a block is set: whether its capitals mark names.

use super::token::{Shape, Token};
use crate::model::Role;

/// How a block is set, as far as capitals tell names from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Capitals mark names.
    Prose,
    /// Most words have capitals.
    Title,
    /// Everything is in capitals.
    Capitals,
}

/// Whether capitals mark names in a block.
pub(super) fn setting(tokens: &[Token], role: Role) -> Setting {
    let (mut capital, mut upper, mut lower) = (0usize, 0usize, 0usize);
    for token in tokens {
        match token.shape {
            Shape::Upper => upper += 1,
            Shape::Capital => capital += 1,
            Shape::Lower if token.end - token.start > 3 => lower += 1,
            _ => {}
        }
    }
    let heading = matches!(role, Role::Title | Role::Heading | Role::FaqTitle | Role::Section);
    if upper > 2 && upper > 3 * (capital + lower) {
        Setting::Capitals
    } else if heading && lower * 2 <= capital + upper || (capital > 4 && lower * 4 < capital && tokens.len() < 16 && !heading) {
        Setting::Title
    } else {
        Setting::Prose
    }
}
