//! What is reported without marks: `X said that ...`, `..., X said`, `according to X`.

use super::inverted::conjunction;
use super::{Listener, Scene};
use crate::actors::candidate::{Speaker, Speech};
use crate::actors::clause::{clause, clause_end, words};
use crate::actors::token::{COLON, COMMA, DASH, SEMICOLON, SPACE, Shape};
use crate::language::naming::{ACT, AUXILIARY, ROLE, SAY};
use crate::language::{Cue, Order};
use crate::model::{Certainty, Naming, QuotationKind};
use crate::text::TextRange;
use std::ops::Range;

impl Listener<'_> {
    /// Reported speech in the sentence `from..to`.
    pub(super) fn reported(&mut self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        let mut verb = from;
        while verb < to {
            let at = verb;
            verb += 1;
            let Some(token) = grammar.at(at) else { break };
            if spoken.get(at).copied().unwrap_or_default() || token.shape != Shape::Lower && at != from {
                continue;
            }
            if let Some(next) = grammar.according(at) {
                self.according(scene, (at, next), from..to, spoken, speeches);
                continue;
            }
            if token.shape != Shape::Lower || !token.is(SAY) || at == from || spoken.get(at - 1).copied().unwrap_or_default() {
                continue;
            }
            let head_first = grammar.words.order == Order::HeadFirst;
            let Some(start) = (if head_first { conjunction(grammar, at, to) } else { clause(grammar, at, to) }) else {
                if head_first {
                    self.trailing_inverted(scene, at, (from, to), spoken, speeches);
                    continue;
                }
                // `Fewer came, X says; more left.`
                let semicolon = |i: &usize| grammar.at(*i).is_some_and(|t| t.gap & SEMICOLON != 0);
                let first = (from + 1..=at).rev().find(semicolon).unwrap_or(from);
                let last = (at + 1..to).find(semicolon).unwrap_or(to);
                if let Some(end) = self.amid(scene, at, (first, last), spoken, speeches) {
                    verb = end;
                } else {
                    self.trailing(scene, at, first, last, spoken, speeches);
                }
                continue;
            };
            let end = clause_end(grammar, start, to);
            if end <= start + 1 || (start..end).any(|i| spoken.get(i).copied().unwrap_or_default()) {
                continue;
            }
            let Some((speaker, certainty, cue)) = self.subject(scene, at, from) else { continue };
            // `One faction demands that`: nobody speaks. `A senior official said that` is somebody.
            if speaker == Speaker::Nobody && !self.somebody(scene, at, from) {
                continue;
            }
            let Some(range) = words(grammar, start, end) else { continue };
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue });
            verb = end.max(verb);
        }
    }

    /// Whether the subject before the verb is a person by office or function: `two diplomats`, `a senior official`, or a pronoun.
    fn somebody(&self, scene: &Scene<'_>, verb: usize, from: usize) -> bool {
        let grammar = scene.grammar;
        let mut noun = verb;
        while noun > from && grammar.at(noun - 1).is_some_and(|t| t.is(AUXILIARY)) {
            noun -= 1;
        }
        // `most Gulf states have declared`
        if noun > from && grammar.at(noun - 1).is_some_and(|t| t.shape == Shape::Lower) && grammar.words.cues.ends(Cue::PluralEnds, grammar.word(noun - 1)) {
            return true;
        }
        (from..verb).rev().take(6).any(|at| {
            let word = grammar.word(at);
            grammar.at(at).is_some_and(|t| t.is(ROLE))
                || grammar.words.cues.stem(Cue::PluralEnds, word).is_some_and(|one| grammar.words.flags(one) & ROLE != 0)
                || grammar.says(at, Cue::Somebody)
        })
    }

    /// `Rwandan troops, he added, were in their barracks.`: what follows whoever says it; where that ends.
    fn amid(&mut self, scene: &Scene<'_>, verb: usize, (from, to): (usize, usize), spoken: &[bool], speeches: &mut Vec<Speech>) -> Option<usize> {
        let grammar = scene.grammar;
        let comma = |at: usize| grammar.at(at).is_some_and(|t| t.gap & !SPACE == COMMA);
        if !comma(verb + 1) || verb + 3 > to || grammar.words.cues.ends(Cue::ParticipleEnds, grammar.word(verb)) {
            return None;
        }
        let opens = (from + 1..verb).rev().take(8).find(|at| comma(*at))?;
        let free = (opens..to).all(|at| !spoken.get(at).copied().unwrap_or_default());
        // `A, who said little, left`
        let relative = grammar.says(opens, Cue::AmidLeads);
        if !free || relative {
            return None;
        }
        let (speaker, certainty, cue) = self.subject(scene, verb, opens)?;
        if speaker == Speaker::Nobody && !self.somebody(scene, verb, opens) {
            return None;
        }
        let range = words(grammar, verb + 1, to)?;
        speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue });
        Some(to)
    }

    /// `The garrison had fled, X said on Monday.`: the clause stands before its speaker.
    fn trailing(&mut self, scene: &Scene<'_>, verb: usize, from: usize, to: usize, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        if grammar.words.cues.ends(Cue::ParticipleEnds, grammar.word(verb)) || grammar.says(verb, Cue::NotTrailing) {
            return;
        }
        let comma = |at: usize| grammar.at(at).is_some_and(|t| t.gap & COMMA != 0);
        let ends = |at: usize| at >= to || grammar.says(at, Cue::Trails) && to - at <= 9;
        let (start_of_cue, found) = if comma(verb) && !grammar.says(verb, Cue::Told) {
            // `..., said X.`
            let Some(found) = self.speaker_after(scene, verb, to) else { return };
            let named = scene.placed.at(verb + 1).is_some() || (verb + 1..(verb + 5).min(to)).any(|at| grammar.at(at).is_some_and(|t| t.is(ROLE)));
            // `the minister, who chaired it, announced X's departure`: its object.
            let object = found.0 == Speaker::Nobody && (verb + 1..verb + 3).any(|at| scene.placed.at(at).is_some());
            if to - verb > 14 || to <= verb + 1 || !named || object {
                return;
            }
            (verb, found)
        } else {
            let told = grammar.says(verb, Cue::Told) || grammar.says(verb, Cue::Tells);
            if !(ends(verb + 1) || told && to - verb <= 7) {
                return;
            }
            let Some(found) = self.subject(scene, verb, from) else { return };
            let cue = match found.0 {
                Speaker::At(block, range) if block == scene.block && grammar.tokens.get(from).is_some_and(|t| t.start <= range.start) => {
                    grammar.tokens.partition_point(|t| t.start < range.start)
                }
                _ => verb,
            };
            let Some(cut) = (from + 1..=cue.min(verb)).rev().find(|at| comma(*at)) else { return };
            (cut, found)
        };
        if start_of_cue < from + 4 || (from..start_of_cue).any(|i| spoken.get(i).copied().unwrap_or_default()) {
            return;
        }
        let verbal = (from..start_of_cue).any(|i| {
            grammar.at(i).is_some_and(|t| t.is(AUXILIARY | ACT) || t.shape == Shape::Lower && grammar.words.cues.ends(Cue::PastEnds, grammar.word(i)))
        });
        // `LIMA, March 3 (Agency) -- `: what a dispatch begins with is not said.
        let from = (from + 1..(from + 12).min(start_of_cue)).find(|at| from == 0 && grammar.at(*at).is_some_and(|t| t.gap & DASH != 0)).unwrap_or(from);
        if let Some(range) = words(grammar, from, start_of_cue).filter(|_| verbal) {
            let (speaker, certainty, cue) = found;
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue });
        }
    }

    /// `..., according to X` and `According to X, ...`.
    fn according(&self, scene: &Scene<'_>, (at, next): (usize, usize), sentence: Range<usize>, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        let Range { start: from, end: to } = sentence;
        let named = (next..(next + 7).min(to)).find_map(|i| scene.placed.at(i).filter(|spot| spot.naming != Naming::Demonym));
        let cue_end = named.map_or_else(|| grammar.at(next - 1).map_or(0, |t| t.end), |spot| spot.range.end);
        let cue = grammar.at(at).map(|t| TextRange { start: t.start, end: cue_end });
        let head_first = grammar.words.order == Order::HeadFirst;
        let opens = at == from || head_first && grammar.at(at).is_some_and(|t| t.gap & (COLON | SEMICOLON) != 0);
        let (start, end) = if opens {
            let comma = |after: usize| (after..to).find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0 && t.start > cue_end));
            // `According to X, a spokeswoman for Y, ...`
            let apposition = |at: usize| {
                head_first && grammar.opens_role(at)
                    || grammar.says(at, Cue::AppositionLeads)
                        && (at..at + 6).any(|i| grammar.at(i).is_some_and(|t| t.is(ROLE)) || grammar.says(i, Cue::WhoWhich))
            };
            let mut found = comma(next);
            if let Some(first) = found
                && apposition(first)
            {
                found = comma(first + 1).or(found);
            }
            match found {
                Some(comma) => (comma, to),
                None => return,
            }
        } else {
            (from, at)
        };
        if (start..end).any(|i| spoken.get(i).copied().unwrap_or_default()) {
            return;
        }
        if let Some(range) = words(grammar, start, end) {
            let speaker = named.map_or(Speaker::Nobody, |spot| Speaker::At(scene.block, spot.range));
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty: Certainty::Certain, cue });
        }
    }
}
