//! The names that a stretch may be a form of, in languages whose names change within their words: grown word by word.

use super::token::{COMMA, DOT, HYPHEN, POSSESSIVE, SPACE, Token, push_folded};
use crate::language::NamingWords;
use crate::language::forms::Base;

/// Most names that one stretch may be a form of.
const MOST: usize = 64;

/// Every name that the words so far may be a form of.
pub(super) struct Forms(Vec<Base>);

impl Forms {
    /// Those of one word of `text`.
    pub(super) fn of(words: &NamingWords, text: &str, token: &Token) -> Self {
        Self(bases(words, text, token))
    }

    /// The names, folded, the word as it is written first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Base> {
        self.0.iter()
    }

    /// Takes the next word in; `false` where no name goes on over what parts it from the one before.
    pub(super) fn extend(&mut self, words: &NamingWords, text: &str, token: &Token) -> bool {
        if token.gap & !(SPACE | HYPHEN | POSSESSIVE | DOT | COMMA) != 0 {
            return false;
        }
        let parted = if token.gap(POSSESSIVE) { " + " } else { " " };
        let next = bases(words, text, token);
        let longer =
            |name: &Base| next.iter().map(|base| Base { word: format!("{}{parted}{}", name.word, base.word), skipped: name.skipped }).collect::<Vec<_>>();
        self.0 = self.0.iter().flat_map(longer).take(MOST).collect();
        true
    }
}

fn bases(words: &NamingWords, text: &str, token: &Token) -> Vec<Base> {
    let word = token.text(text);
    let mut folded = String::new();
    push_folded(word, &mut folded);
    words.forms.bases(word, &folded)
}
