//! Who acts on whom, where a verb says so and both are named beside it. Few and right.

use super::candidate::{ActClaim, Spot};
use super::role::Finder;
use super::token::{COMMA, HEAD, HYPHEN, POSSESSIVE, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::{AUXILIARY, DIRECTED, OFFICE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::Naming;
use crate::text::TextRange;

/// Most words between the verb and whom it is done to, and of what stands between commas behind who does it.
const REACH: usize = 9;
const APPOSITION: usize = 24;

impl Finder<'_> {
    /// The acts that the block states.
    pub(super) fn acts(&self, acts: &mut Vec<ActClaim>) {
        for (verb, token) in self.grammar.tokens.iter().enumerate() {
            if token.is(DIRECTED) && token.shape == Shape::Lower && token.gap & !(SPACE | COMMA) == 0 {
                acts.extend(self.act(verb));
            }
        }
    }

    fn act(&self, verb: usize) -> Option<ActClaim> {
        let (source, passive) = self.doer(verb)?;
        let target = self.done_to(verb, passive)?;
        if source.entity == target.entity {
            return None;
        }
        let token = self.grammar.at(verb)?;
        let (source, target) = if passive { (target, source) } else { (source, target) };
        Some(ActClaim { block: source.block, source: source.range, target: target.range, verb: TextRange { start: token.start, end: token.end } })
    }

    /// Whoever stands before the verb as its subject; whether the verb is done to them: `was attacked by`.
    fn doer(&self, verb: usize) -> Option<(Spot, bool)> {
        let mut at = verb;
        let mut be = false;
        let mut have = false;
        while let Some(before) = at.checked_sub(1) {
            let token = self.grammar.at(before)?;
            let word = self.grammar.word(before);
            let adverb = word.len() > 4 && self.grammar.words.cues.ends(Cue::AdverbEnds, word) && token.shape == Shape::Lower;
            if self.grammar.at(at)?.gap != SPACE || !(token.is(AUXILIARY) || adverb) || token.capital() {
                break;
            }
            be |= self.grammar.says(before, Cue::ToBe);
            have |= self.grammar.says(before, Cue::Never);
            at = before;
        }
        // What did not happen is no act.
        if have {
            return None;
        }
        let first = self.grammar.at(at)?;
        let mut last = at.checked_sub(1)?;
        // `Lee, who was in Lima, met`: what stands between commas is passed over.
        if first.gap == SPACE | COMMA {
            let open = (last.saturating_sub(APPOSITION)..=last).rev().find(|i| self.grammar.at(*i).is_some_and(|t| t.gap & !SPACE != 0))?;
            if self.grammar.at(open)?.gap != SPACE | COMMA {
                return None;
            }
            last = open.checked_sub(1)?;
        } else if first.gap != SPACE {
            return None;
        }
        let source = self.spot_at(last)?;
        let ends = self.grammar.at(last)?.end <= source.range.end;
        let start = self.first_word(source);
        (ends && source.naming != Naming::Demonym && !self.governed(start)).then_some((source, be))
    }

    /// Whether what begins at `start` hangs on a word before it: `the head of X met Y`, `reports on X angered Y`.
    fn governed(&self, start: usize) -> bool {
        let mut at = start;
        while let Some(before) = at.checked_sub(1) {
            let (Some(token), Some(next)) = (self.grammar.at(before), self.grammar.at(at)) else { return false };
            if next.gap & !SPACE != 0 || next.gap & HEAD != 0 {
                return false;
            }
            // Titles and what they are of stand before a name.
            let title = token.is(TITLE | TITLE_MODIFIER | ROLE | OFFICE) || self.spot_at(before).is_some_and(|spot| spot.naming == Naming::Demonym);
            if !title && !self.grammar.says(before, Cue::Articles) {
                return self.grammar.says(before, Cue::Hangs);
            }
            at = before;
        }
        false
    }

    /// Whom the verb is done to: the first name behind it, titles passed over.
    fn done_to(&self, verb: usize, passive: bool) -> Option<Spot> {
        let mut by = false;
        for at in verb + 1..(verb + 1 + REACH).min(self.grammar.tokens.len()) {
            let token = self.grammar.at(at)?;
            if token.gap & !(SPACE | HYPHEN) != 0
                && !(token.gap & !(SPACE | super::token::DOT) == 0 && self.grammar.at(at - 1)?.is(crate::language::naming::ABBREVIATION))
            {
                return None;
            }
            if let Some(spot) = self.spot_at(at) {
                // `asked Toronto-listed X`
                if self.grammar.at(at + 1).is_some_and(|t| t.gap == HYPHEN && t.shape == Shape::Lower) {
                    return None;
                }
                let next = self.grammar.at(self.grammar.tokens.partition_point(|t| t.start < spot.range.end));
                let owns = next.is_some_and(|t| t.gap & POSSESSIVE != 0);
                // `met U.S. officials`, `met the U.S. Ambassador`: not the state is met.
                let of = next.is_some_and(|t| {
                    t.gap == SPACE
                        && (t.is(TITLE | ROLE | OFFICE) && t.capital()
                            || t.shape == Shape::Lower && !t.is(STOP | AUXILIARY | SAY) && spot.naming == Naming::Acronym)
                });
                if spot.naming == Naming::Demonym || of {
                    continue;
                }
                return (!owns && by == passive).then_some(spot);
            }
            by |= self.grammar.says(at, Cue::By);
            let small = self.grammar.says(at, Cue::ActBetween);
            let named = token.capital() && !token.is(STOP);
            if !(small || named || token.is(TITLE | TITLE_MODIFIER | ROLE | OFFICE)) {
                return None;
            }
        }
        None
    }
}
