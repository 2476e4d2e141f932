//! Finding the names of curated actors: one look-up a word, however many names there are. Knows words, not actors' facts.

use super::name::Grammar;
use super::token::{COMMA, DOT, HYPHEN, POSSESSIVE, SPACE, fold_into, folded, push_folded};
use crate::language::NamingWords;
use crate::model::{ActorNo, AliasKind};
use rustc_hash::FxHashMap;

/// Names and what they mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    names: FxHashMap<Box<str>, Vec<Claim>>,
    /// First word of names to the most words of one.
    firsts: FxHashMap<Box<str>, u8>,
    /// Some name begins without a capital.
    low: bool,
}

/// A name's claim to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) actor: ActorNo,
    pub(super) kind: AliasKind,
    /// Begins with a capital, and so must what it matches.
    capital: bool,
    /// Has no small letter, and so must what it matches.
    upper: bool,
}

/// A stretch that carries a curated name, in words.
pub(super) struct Match<'m> {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) claims: &'m [Claim],
}

impl Matcher {
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Adds a name; whether another actor already had it.
    pub(super) fn add(&mut self, text: &str, actor: ActorNo, kind: AliasKind, words: &NamingWords) -> bool {
        let mut tokens = Vec::new();
        super::token::tokenize(text, words, &mut tokens);
        let Some(first) = tokens.first() else { return false };
        let mut key = String::new();
        for (number, token) in tokens.iter().enumerate() {
            if number > 0 {
                key.push_str(if token.gap(POSSESSIVE) { " + " } else { " " });
            }
            push_folded(token.text(text), &mut key);
        }
        let mut buffer = String::new();
        let count = u8::try_from(tokens.len()).unwrap_or(u8::MAX);
        let longest = self.firsts.entry(folded(first.text(text), &mut buffer).into()).or_default();
        *longest = (*longest).max(count);
        let capital = first.capital();
        self.low |= !capital;
        let upper = !text.chars().any(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() > 1;
        let claims = self.names.entry(key.into()).or_default();
        if claims.iter().any(|claim| claim.actor == actor) {
            return false;
        }
        claims.push(Claim { actor, kind, capital, upper });
        claims.len() > 1
    }

    /// All curated names of a block, the longest at each word, disjoint.
    pub(super) fn find(&self, grammar: &Grammar<'_>, found: &mut dyn FnMut(Match<'_>)) {
        let mut at = 0;
        let mut buffer = String::new();
        while let Some(token) = grammar.tokens.get(at) {
            // Most words have no capital, and most names have one.
            if !self.low && !token.capital() {
                at += 1;
                continue;
            }
            let longest = self.firsts.get(fold_into(token.text(grammar.text), &mut buffer)).copied().unwrap_or_default();
            let mut best = None;
            for length in 1..=usize::from(longest) {
                let Some(token) = grammar.tokens.get(at + length - 1) else { break };
                if length > 1 {
                    if token.gap & !(SPACE | HYPHEN | POSSESSIVE | DOT | COMMA) != 0 {
                        break;
                    }
                    buffer.push_str(if token.gap(POSSESSIVE) { " + " } else { " " });
                    push_folded(token.text(grammar.text), &mut buffer);
                }
                if let Some(claims) = self.names.get(buffer.as_str())
                    && claims.iter().any(|claim| fits(*claim, grammar, at, at + length))
                {
                    best = Some((at + length, claims.as_slice()));
                }
            }
            match best {
                Some((last, claims)) => {
                    found(Match { first: at, last, claims });
                    at = last;
                }
                None => at += 1,
            }
        }
    }
}

fn fits(claim: Claim, grammar: &Grammar<'_>, first: usize, last: usize) -> bool {
    let tokens = grammar.tokens.get(first..last).unwrap_or_default();
    (!claim.capital || tokens.first().is_some_and(super::token::Token::capital))
        && (!claim.upper || !tokens.iter().any(|token| token.text(grammar.text).chars().any(char::is_lowercase)))
}
