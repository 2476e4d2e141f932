//! Where capitalised words stand together, with the small words that may join them.

use super::super::name::Grammar;
use super::super::token::{AMPERSAND, DOT, HEAD, HYPHEN, POSSESSIVE, SPACE, Shape, Token};
use crate::language::naming::{ABBREVIATION, ARMED, OFFICE, ORGANISATION, PARTICLE, PLACE, STOP};

/// Most words of a stretch: bounds the work on a text in capitals throughout.
const LONGEST: usize = 24;

/// Words `first..last` of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The stretches of a block, in order and disjoint.
pub(super) fn stretches(grammar: &Grammar<'_>) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = grammar.at(at) {
        if !opens(grammar, at, token) {
            at += 1;
            continue;
        }
        let last = end(grammar, at);
        found.push(Stretch { first: at, last });
        at = last;
    }
    found
}

fn opens(grammar: &Grammar<'_>, at: usize, token: &Token) -> bool {
    token.capital() && !(token.is(STOP) && token.gap & HEAD != 0 && !grammar.at(at + 1).is_some_and(|next| next.joins() && next.capital()))
        || token.is(PARTICLE) && grammar.at(at + 1).is_some_and(|next| next.gap == HYPHEN && next.capital())
}

fn end(grammar: &Grammar<'_>, first: usize) -> usize {
    let mut last = first + 1;
    while last - first < LONGEST {
        if joined(grammar, last, true) {
            last += 1;
            continue;
        }
        // `of`, `de la`, `for the`: small words before a capital.
        let small = (last..last + 3).take_while(|at| small(grammar, *at)).count();
        if small == 0 || !joined(grammar, last + small, true) {
            break;
        }
        last += small + 1;
    }
    // `the LIDER party`: a head noun in small letters.
    if grammar.at(last).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(ORGANISATION | ARMED | OFFICE | PLACE) && !t.is(STOP)) {
        last += 1;
    }
    last
}

/// Whether the capitalised word at `at` goes on with the stretch.
fn joined(grammar: &Grammar<'_>, at: usize, capital: bool) -> bool {
    let Some(token) = grammar.at(at) else { return false };
    let dotted = at.checked_sub(1).and_then(|last| grammar.at(last)).is_some_and(|last| last.shape == Shape::Initial || last.is(ABBREVIATION));
    let joins = token.gap & !(SPACE | HYPHEN | AMPERSAND | POSSESSIVE) == 0 || dotted && token.gap & !(SPACE | DOT) == 0;
    joins && (token.capital() == capital || token.gap == HYPHEN)
}

fn small(grammar: &Grammar<'_>, at: usize) -> bool {
    grammar.at(at).is_some_and(|token| {
        token.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0 && token.shape == Shape::Lower && token.end - token.start <= 4 && token.is(STOP | PARTICLE)
    })
}
