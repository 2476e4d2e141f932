//! Speakers in languages that set the subject behind the verb of a cue: `« ... », a déclaré X`, `a-t-il ajouté`, `dit-elle`; and clauses
//! that have their conjunction always: `X a déclaré mardi que ...`.

use super::{Found, Listener, Scene};
use crate::actors::candidate::{Speaker, Speech, Spot};
use crate::actors::clause::words;
use crate::actors::name::Grammar;
use crate::actors::token::{COMMA, HYPHEN, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::{AUXILIARY, MONTH, OFFICE, SAY, STOP};
use crate::model::{Certainty, Naming, QuotationKind};
use crate::text::TextRange;

/// Most words between a verb of speech and its conjunction: `a déclaré mardi à la presse que`.
const CONJUNCTION: usize = 10;
/// Most small words of a cue before its verb.
const CLITICS: usize = 6;

impl Listener<'_> {
    /// The speaker of a cue with its subject behind the verb, which begins at `from`; `None` where it is no such cue.
    pub(super) fn inverted(&mut self, scene: &Scene<'_>, from: usize, end: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let mut pronoun = None;
        let verb = (from..end.min(from + CLITICS)).find(|at| grammar.at(*at).is_some_and(|t| t.is(SAY) && t.shape == Shape::Lower))?;
        for at in from..verb {
            if grammar.says(at, Cue::She) {
                pronoun = Some(at);
            } else if !grammar.at(at)?.is(AUXILIARY) && !grammar.says(at, Cue::Somebody) {
                return None;
            }
        }
        let cue = |from: usize, to: usize| Some(TextRange { start: grammar.at(from)?.start, end: grammar.at(to)?.end });
        if let Some(at) = pronoun {
            return self.pronoun(scene, verb, at);
        }
        if (from..verb).any(|at| grammar.says(at, Cue::Somebody)) {
            return Some((Speaker::Nobody, Certainty::Certain, cue(from, verb)));
        }
        // `affirme-t-il`, `dit-elle`
        let mut next = verb + 1;
        while next < verb + 3 && grammar.at(next).is_some_and(|t| t.gap == HYPHEN) {
            if grammar.says(next, Cue::She) {
                return self.pronoun(scene, verb, next);
            }
            if grammar.says(next, Cue::Somebody) {
                return Some((Speaker::Nobody, Certainty::Certain, cue(verb, next)));
            }
            next += 1;
        }
        self.speaker_after(scene, verb, end)
    }

    /// The state whose office or officials the adjective of `spot` is of, where these speak.
    pub(super) fn adjective_speaks(&self, scene: &Scene<'_>, spot: Spot, verb: usize) -> Found {
        let grammar = scene.grammar;
        let first = grammar.tokens.partition_point(|t| t.start < spot.range.start);
        let cue = grammar.at(verb).map(|t| TextRange { start: t.start.min(spot.range.start), end: t.end.max(spot.range.end) });
        let noun = first.checked_sub(1).filter(|at| !grammar.is_adjective(*at)).or_else(|| first.checked_sub(2));
        let many = noun.is_some_and(|at| grammar.is(at, OFFICE) || grammar.words.cues.ends(Cue::PluralEnds, grammar.word(at)));
        let several = noun.and_then(|noun| noun.checked_sub(1)).is_some_and(|at| grammar.says(at, Cue::Articles));
        if many && several { (Speaker::At(scene.block, spot.range), Certainty::Inferred, cue) } else { (Speaker::Nobody, Certainty::Certain, cue) }
    }

    /// `Les équipages sont saufs, a assuré X.`: the clause stands before its cue.
    pub(super) fn trailing_inverted(&mut self, scene: &Scene<'_>, verb: usize, sentence: (usize, usize), spoken: &[bool], speeches: &mut Vec<Speech>) {
        let (from, to) = sentence;
        let grammar = scene.grammar;
        let mut cue = verb;
        while cue > from
            && verb - cue < CLITICS
            && grammar.at(cue).is_some_and(|t| t.gap & COMMA == 0)
            && grammar.at(cue - 1).is_some_and(|t| t.is(AUXILIARY) || grammar.says(cue - 1, Cue::She))
        {
            cue -= 1;
        }
        let parted = grammar.at(cue).is_some_and(|t| t.gap & COMMA != 0);
        let verbal = (from..cue).any(|at| grammar.is(at, AUXILIARY));
        if !parted || !verbal || cue < from + 4 || to - verb > 14 || (from..cue).any(|at| spoken.get(at).copied().unwrap_or_default()) {
            return;
        }
        let Some((speaker, certainty, said)) = self.inverted(scene, cue, to) else { return };
        let named = matches!(speaker, Speaker::At(..));
        if let Some(range) = words(grammar, from, cue).filter(|_| named) {
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue: said });
        }
    }
}

/// Where the clause begins that the verb at `verb` reports: at its conjunction, or at an infinitive.
pub(super) fn conjunction(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let next = verb + 1;
    if grammar.says(next, Cue::Infinitives) && next < to && grammar.at(next)?.gap == SPACE {
        return Some(next);
    }
    // `a annoncé la mesure que`: what follows a noun is of the noun, unless a preposition says to whom or when.
    let mut adverbial = false;
    for at in next..to.min(verb + CONJUNCTION) {
        let token = grammar.at(at)?;
        let commaed = token.gap & !SPACE == COMMA && adverbial;
        if token.gap & !(SPACE | HYPHEN) != 0 && !commaed {
            return None;
        }
        if grammar.says(at, Cue::That) {
            return Some(at);
        }
        adverbial |= token.is(MONTH) || grammar.says(at, Cue::WhenLeads) || grammar.says(at, Cue::Prepositions) && !grammar.says(at, Cue::Of);
        let light = token.is(STOP | MONTH | AUXILIARY) || grammar.words.cues.ends(Cue::AdverbEnds, grammar.word(at));
        if !adverbial && !light {
            return None;
        }
    }
    None
}

/// Whether the naming is an adjective's.
pub(super) fn is_adjective(spot: Spot) -> bool {
    spot.naming == Naming::Demonym
}
