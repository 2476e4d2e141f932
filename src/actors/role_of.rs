//! Of whom a role is: an adjective or a possessive before it, a pronoun, the state of the sentence, what follows the name.

use super::candidate::Spot;
use super::role::{FARTHEST, Finder};
use super::token::{COMMA, HEAD, POSSESSIVE, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::{ACT, ADDRESSED, DECORATION, DIRECTED, ROLE, SAY, TITLE, TITLE_MODIFIER};
use crate::model::Naming;
use crate::text::TextRange;

/// Sentences that are looked back through, at most.
const PASSED: usize = 2;

impl Finder<'_> {
    /// `its finance director`, `whose commander`, `The group’s emir`: whom the pronoun means, where the sentence or the one before has one who can be meant.
    pub(super) fn antecedent(&self, at: usize) -> Option<TextRange> {
        let mut before = at.checked_sub(1)?;
        while self.is(before, DECORATION) && before > 0 {
            before -= 1;
        }
        let noun = self.grammar.at(before + 1)?.gap & POSSESSIVE != 0
            && before > 0
            && self.spot_at(before).is_none()
            && self.grammar.says(before - 1, Cue::Articles)
            && self.grammar.at(before)?.shape == Shape::Lower;
        let sentence = |at: usize| {
            (at.saturating_sub(FARTHEST)..=at).rev().find(|i| self.grammar.at(*i).is_some_and(|t| t.gap & HEAD != 0)).unwrap_or(at.saturating_sub(FARTHEST))
        };
        // `the kingdom's foreign minister`: a state's.
        let realm = noun && self.grammar.says(before, Cue::Realms);
        let fits = |spot: &Spot| {
            !self.persons.contains(&spot.entity)
                && !self.places.contains(&spot.entity)
                && !matches!(spot.naming, Naming::Demonym)
                && (!realm || self.states.contains(&spot.entity))
        };
        let here = sentence(before);
        if self.grammar.says(before, Cue::Whose) {
            return (here..before).rev().take(12).find_map(|i| self.spot_at(i)).filter(fits).map(|spot| spot.range);
        }
        if !(noun || self.grammar.says(before, Cue::Its)) {
            return None;
        }
        let first = |from: usize, to: usize| (from..to).find_map(|i| self.spot_at(i).filter(fits)).map(|spot| spot.range);
        let mut place = first(here, before);
        let mut from = here;
        // `Didn't Djibouti offer? It did. Its foreign minister`: sentences that name nobody are passed over.
        for _ in 0..PASSED {
            let Some(last) = from.checked_sub(1).filter(|_| place.is_none()) else { break };
            let start = sentence(last);
            place = first(start, from);
            from = start;
        }
        place
    }

    /// Whose title begins at `at`: an adjective or a possessive before it.
    pub(super) fn owner(&self, at: usize) -> Option<TextRange> {
        let before = at.checked_sub(1)?;
        let spot = self.spot_at(before)?;
        let gap = self.grammar.at(at)?.gap;
        (gap == SPACE || gap & POSSESSIVE != 0).then_some(spot.range)
    }

    /// `the U.S. Ambassador to Lima and Special Representative`: the owner of the title before the `and`.
    pub(super) fn earlier_owner(&self, at: usize) -> Option<TextRange> {
        if !self.grammar.says(at.checked_sub(1)?, Cue::And) {
            return None;
        }
        (at.saturating_sub(8)..at - 1).rev().find_map(|i| if self.is(i, ROLE | TITLE) { self.owner(i) } else { None })
    }

    /// The one state that the block names before `at`, for the head of a state or government.
    pub(super) fn state_of_block(&self, at: usize, last: usize) -> Option<TextRange> {
        if !(at..last).any(|i| self.grammar.words.is_ruling(&self.grammar.word(i).to_lowercase())) {
            return None;
        }
        let end = self.grammar.at(at)?.start;
        let here = self.spots.partition_point(|spot| spot.range.end <= end);
        // A bounded look around keeps a block of any length linear.
        let mut states = self.spots.get(..here)?.iter().rev().take(FARTHEST).filter(|spot| self.states.contains(&spot.entity));
        let first = states.next()?;
        let mut later = self.spots.get(here..)?.iter().take(FARTHEST).filter(|spot| self.states.contains(&spot.entity));
        (states.all(|spot| spot.entity == first.entity) && later.all(|spot| spot.entity == first.entity)).then_some(first.range)
    }

    /// The one state that acts in the sentence before `at`: `Iran has responded, with Army Chief ...`.
    pub(super) fn state_of_sentence(&self, at: usize, last: usize) -> Option<TextRange> {
        // `Peru thanks Special Representative X`: whoever something is done to is another's; and envoys are of bodies.
        if at > 0 && self.grammar.at(at - 1).is_some_and(|t| t.shape == Shape::Lower && t.is(SAY | ACT | DIRECTED)) || (at..last).any(|i| self.is(i, ADDRESSED))
        {
            return None;
        }
        let ruling = (at..last).any(|i| self.grammar.words.is_ruling(&self.grammar.word(i).to_lowercase()));
        let from = (0..=at).rev().find(|i| self.grammar.at(*i).is_some_and(|t| t.gap & HEAD != 0)).unwrap_or(0);
        let start = self.grammar.at(from)?.start;
        let end = self.grammar.at(at)?.start;
        let first = self.spots.partition_point(|spot| spot.range.start < start);
        let mut found: Option<Spot> = None;
        for spot in self.spots.get(first..)?.iter().take_while(|spot| spot.range.end <= end) {
            if !self.states.contains(&spot.entity) || spot.naming == Naming::Demonym && !ruling {
                continue;
            }
            let word = self.first_word(*spot);
            let placed = word > 0 && self.grammar.at(word).is_some_and(|t| t.gap == SPACE) && self.grammar.says(word - 1, Cue::Governs);
            let owns = self.grammar.tokens.iter().skip(word).find(|t| t.start >= spot.range.end).is_some_and(|t| t.gap & POSSESSIVE != 0);
            if found.is_some_and(|other| other.entity != spot.entity) || (placed && !owns) {
                return None;
            }
            found = Some(*spot);
        }
        found.map(|spot| spot.range)
    }

    /// `Field Marshal Khalifa Haftar of the Libyan National Army`.
    pub(super) fn of_after(&self, spot: Spot) -> Option<TextRange> {
        let mut at = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
        if !self.grammar.says(at, Cue::Of) || self.grammar.at(at)?.gap & !(SPACE | COMMA) != 0 {
            return None;
        }
        at += 1;
        if self.grammar.says(at, Cue::The) {
            at += 1;
        }
        self.spot_at(at).map(|spot| spot.range)
    }

    /// Whether the phrase at `start` between commas stands behind a person without a title before the name.
    pub(super) fn of_another(&self, of: Option<TextRange>, start: usize) -> bool {
        let mut first = of.map_or(start, |of| self.grammar.tokens.partition_point(|t| t.start < of.start).min(start));
        if first > 0 && self.grammar.says(first - 1, Cue::AnyArticle) {
            first -= 1;
        }
        let behind = self.grammar.at(first).is_some_and(|t| t.gap & !SPACE == COMMA);
        let other = first.checked_sub(1).filter(|_| behind).and_then(|at| self.spot_at(at)).filter(|spot| self.persons.contains(&spot.entity));
        other.is_some_and(|other| !self.titled(other))
    }

    /// `former Colombian president`: the word before the adjective that is of the title.
    pub(super) fn former(&self, of: Option<TextRange>, start: usize) -> Option<usize> {
        let owner = self.spot_at(start.checked_sub(1)?).filter(|owner| Some(owner.range) == of && owner.naming == Naming::Demonym)?;
        let first = self.first_word(owner);
        let before = first.checked_sub(1)?;
        let title = self.is(before, TITLE_MODIFIER) && !self.is(before, DECORATION) && self.grammar.at(first)?.gap == SPACE;
        (title && self.spot_at(before).is_none()).then_some(before)
    }
}
