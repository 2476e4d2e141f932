//! Who acts on whom, where a verb between two names says so. Few and right.

use super::candidate::{ActClaim, Spot};
use super::role::Finder;
use super::token::{POSSESSIVE, SPACE, Shape};
use crate::language::naming::{OFFICE, ROLE, STOP};
use crate::model::Naming;
use crate::text::TextRange;

/// Verbs that say who acts on whom, where both are named beside them.
const ACTS: [&str; 34] = [
    "met",
    "meets",
    "attacked",
    "invaded",
    "sanctioned",
    "supported",
    "supports",
    "backed",
    "backs",
    "condemned",
    "accused",
    "warned",
    "warns",
    "urged",
    "urges",
    "criticised",
    "criticized",
    "praised",
    "threatened",
    "threatens",
    "visited",
    "told",
    "called",
    "phoned",
    "recognised",
    "recognized",
    "expelled",
    "bombed",
    "struck",
    "summoned",
    "welcomed",
    "hosted",
    "defeated",
    "succeeded",
];

impl Finder<'_> {
    /// `A met B`: two names with nothing but the verb and small words between.
    pub(super) fn act(&self, source: Spot, target: Spot) -> Option<ActClaim> {
        if source.naming == Naming::Demonym || target.naming == Naming::Demonym {
            return None;
        }
        let from = self.grammar.tokens.partition_point(|token| token.start < source.range.end);
        let to = self.first_word(target);
        if to <= from || to - from > 5 {
            return None;
        }
        let mut verb = None;
        for at in from..to {
            let token = self.grammar.at(at)?;
            if token.gap != SPACE {
                return None;
            }
            let word = self.grammar.word(at);
            let passes = match verb {
                None if ACTS.contains(&word) => {
                    verb = Some(at);
                    true
                }
                None => matches!(word, "has" | "had" | "have" | "also" | "again" | "later" | "then" | "repeatedly"),
                Some(_) => matches!(word, "with" | "the" | "on" | "by"),
            };
            if !passes {
                return None;
            }
        }
        let verb = self.grammar.at(verb?)?;
        // `met the U.S. Ambassador`: not the state is met.
        let after = self.grammar.tokens.partition_point(|token| token.start < target.range.end);
        if self.grammar.at(after).is_some_and(|t| {
            t.gap & !POSSESSIVE == SPACE
                && (t.capital() || t.gap & POSSESSIVE != 0 || t.is(ROLE | OFFICE) || t.shape == Shape::Lower && target.naming == Naming::Acronym && !t.is(STOP))
        }) {
            return None;
        }
        // The object of a preposition does not act: `the head of X met Y`.
        let first = self.first_word(source);
        if first > 0
            && self.grammar.at(first)?.gap == SPACE
            && matches!(self.grammar.word(first - 1), "of" | "in" | "for" | "to" | "with" | "from" | "by" | "on" | "and" | "the")
            && self.grammar.word(first - 1) != "the"
        {
            return None;
        }
        Some(ActClaim { block: source.block, source: source.range, target: target.range, verb: TextRange { start: verb.start, end: verb.end } })
    }
}
