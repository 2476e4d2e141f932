//! Names in languages whose head noun stands first and whose adjectives follow it: `ministère des Affaires étrangères de la Norvège`,
//! `Front pour le renouveau du Nord`, `les forces maliennes`. Words are the pack's; the order is what is written here.

use super::gazetteer::{Meaning, Sense};
use super::name::{Found, Grammar, LONGEST_RUN, What, what_of};
use super::token::{COMMA, HYPHEN, OPEN, SPACE, Shape, Token};
use crate::language::Cue;
use crate::language::naming::{
    ACT, ARMED, AUXILIARY, CULTURE, EVENT, GOVERNMENT, GROUP, LEAD, MONTH, OFFICE, ORGANISATION, PEOPLE, PLACE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER,
    WordFlags,
};
use crate::model::Kind;

/// What is a noun, though it may end as adjectives do: `ministère`.
const NOUN: WordFlags = OFFICE | ORGANISATION | PLACE | EVENT | ARMED;
/// Most adjectives behind one noun.
const ADJECTIVES: usize = 3;

impl Grammar<'_> {
    /// What begins at `at` and is no run of capitals, or is more than one; where to go on.
    pub(super) fn head_first(&self, at: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
        let token = self.at(at)?;
        let known = self.known(at, stop, buffer);
        if let Some((last, meaning)) = known {
            if meaning.adjective {
                return self.lone_adjective(at, last, meaning, found);
            }
            let article = token.is(STOP) && token.heads();
            if last - at > 1 && (meaning.sense == Sense::Name || article) || token.shape == Shape::Lower {
                found.push(Found { first: at, last, what: what_of(meaning) });
                return Some(last);
            }
        }
        // `Le Collectif`: what only the head of a sentence sets in capitals.
        if token.is(STOP) && token.heads() && token.shape == Shape::Capital && self.at(at + 1).is_some_and(|t| t.gap == SPACE && t.capital()) {
            return Some(at + 1);
        }
        if token.is(PLACE) && token.shape == Shape::Lower && !token.is(ORGANISATION | OFFICE) {
            // `lac Tchad`
            let next = self.at(at + 1).filter(|t| t.gap == SPACE && t.capital() && !t.is(STOP))?;
            return (!next.is(TITLE)).then(|| self.run_end(at + 1).min(stop));
        }
        if token.is(EVENT) && !token.is(ORGANISATION | OFFICE) {
            // `traité de Lisbonne`, `Tour de France`
            let next = self.behind_link(at + 1)?;
            let (last, meaning) = self.known(next, stop, buffer)?;
            return (meaning.sense == Sense::Capital || token.capital()).then_some(last);
        }
        if !token.is(ORGANISATION | OFFICE | ARMED | GROUP | LEAD) || token.is(STOP | SAY) || token.shape == Shape::Upper {
            return None;
        }
        if token.is(OFFICE) {
            return self.office(at, stop, found, buffer);
        }
        self.head_first_body(at, stop, found, buffer)
    }

    /// An adjective of a state in small letters; with a capital it is the people.
    fn lone_adjective(&self, at: usize, last: usize, meaning: Meaning, found: &mut Vec<Found>) -> Option<usize> {
        let token = self.at(at)?;
        if token.shape == Shape::Lower {
            let (actor, place) = (meaning.actor, meaning.place);
            found.push(Found { first: at, last, what: What::Known { actor, place, sense: Sense::Adjective, adjective: true } });
            return Some(last);
        }
        let named = self.at(last).is_some_and(|t| t.capital() && t.joins()) || self.is(at.wrapping_sub(1), TITLE);
        (meaning.sense == Sense::Adjective && !named).then_some(last)
    }

    /// Where the adjectives behind a noun end that begin at `at`, those of states aside.
    fn adjectives(&self, at: usize, buffer: &mut String) -> usize {
        let mut end = at;
        while end < at + ADJECTIVES && self.is_adjective(end) && !self.known(end, end + 2, buffer).is_some_and(|(_, meaning)| meaning.adjective) {
            end += 1;
        }
        end
    }

    /// Whether the noun of a role stands at `at`: `ministre`, `porte-parole`.
    pub(super) fn opens_role(&self, at: usize) -> bool {
        self.is(at, ROLE) && !self.is(at, SAY | AUXILIARY) || self.says(at, Cue::HyphenedRoles) && self.at(at + 1).is_some_and(|t| t.gap == HYPHEN)
    }

    /// Whether the word is by its form an adjective behind a noun.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let word = self.word(at);
        self.at(at).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0 && t.shape == Shape::Lower && !t.is(STOP | SAY | ACT | AUXILIARY | MONTH | NOUN))
            && (self.words.cues.ends(Cue::AdjectiveEnds, word) || self.says(at, Cue::Adjectives) || self.is(at, PEOPLE | TITLE_MODIFIER))
            && (!self.is(at, ROLE | TITLE) || self.is(at, TITLE_MODIFIER))
    }

    /// The word behind `de`, `pour`, `de la` at `at`.
    fn behind_link(&self, at: usize) -> Option<usize> {
        if !self.says(at, Cue::BodyLinks) || self.at(at)?.gap != SPACE {
            return None;
        }
        let next = at + 1 + usize::from(self.says(at + 1, Cue::The));
        self.at(next).is_some_and(|t| t.gap == SPACE && t.shape != Shape::Number && !t.is(MONTH | AUXILIARY)).then_some(next)
    }

    /// Whether a person is named from `at` on.
    fn is_bearer(&self, at: usize, end: usize, buffer: &mut String) -> bool {
        self.is(at, TITLE) && self.at(at).is_some_and(Token::capital)
            || end - at >= 2 && self.given(at, buffer) && self.person(at, end, false, buffer) == Some(true)
    }

    /// An office of state: with a state behind it, it is one by name (`ministère de la Défense de la Norvège`); a government is its state; else it is common.
    fn office(&self, at: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
        let mut end = self.adjectives(at + 1, buffer);
        if let Some((last, meaning)) = self.known(end, stop, buffer).filter(|(_, meaning)| meaning.adjective)
            && self.at(end).is_some_and(|t| t.shape == Shape::Lower && t.gap == SPACE)
        {
            self.lone_adjective(end, last, meaning, found);
            end = self.adjectives(last, buffer);
        }
        let adjective = found.last().is_some_and(|found| found.first > at);
        let mut portfolio = false;
        while end - at < LONGEST_RUN
            && let Some(next) = self.behind_link(end)
        {
            if let Some((last, meaning)) = self.known(next, stop, buffer)
                && meaning.sense == Sense::Name
            {
                let state = self.gazetteer.known(meaning.actor).is_some_and(|known| known.kind == Kind::State);
                if !state || adjective {
                    break;
                }
                let whole = portfolio || !self.is(at, ARMED | GOVERNMENT) && self.is(at, ORGANISATION);
                let what = if whole { What::Body { kind: Kind::Office } } else { what_of(meaning) };
                found.push(Found { first: if whole { at } else { next }, last, what });
                return Some(last);
            }
            let run = self.run_end(next).min(stop);
            if !self.at(next)?.capital() || self.is(next, TITLE | ORGANISATION) || self.is_bearer(next, run, buffer) || self.known(next, stop, buffer).is_some()
            {
                break;
            }
            portfolio = true;
            end = self.adjectives(run, buffer);
            // `de l’Économie et des Finances`
            if self.says(end, Cue::And) && self.behind_link(end + 1).is_some_and(|next| self.at(next).is_some_and(Token::capital)) {
                end += 1;
            }
        }
        Some(end.max(at + 1))
    }

    /// A body by its head noun: with a capital it takes what follows, in small letters only a name.
    fn head_first_body(&self, at: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
        let head = self.at(at)?;
        let high = head.capital();
        let skipped = || high.then_some(at + 1);
        // `la société norvégienne Hydronor`, `la société minière Hydronor`
        let behind = self.adjectives(at + 1, buffer);
        let lower = self.at(behind).is_some_and(|t| t.shape == Shape::Lower && t.gap == SPACE);
        let of_state = self.known(behind, stop, buffer).filter(|(_, meaning)| meaning.adjective && lower);
        let last = of_state.map_or(behind, |(last, _)| last);
        if !high
            && last > at + 1
            && self.at(last).is_some_and(|t| t.gap == SPACE && t.capital() && !t.is(STOP | TITLE | MONTH))
            && self.known(last, stop, buffer).is_none()
            && !self.given(last, buffer)
        {
            if let Some((_, meaning)) = of_state {
                self.lone_adjective(behind, last, meaning, found);
            }
            let end = self.run_end(last).min(stop);
            found.push(Found { first: last, last: end, what: What::Body { kind: Kind::Organisation } });
            return Some(end);
        }
        let kind = if head.is(ARMED) && !head.is(ORGANISATION) { Kind::ArmedGroup } else { Kind::Organisation };
        // `le parti Renouveau`, `la Banque Atlantique`
        if self.at(at + 1).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0 && t.capital() && !t.is(STOP | TITLE | MONTH)) {
            let end = self.run_end(at + 1).min(stop);
            let known = self.known(at + 1, stop, buffer).is_some();
            if high && !(known && self.at(at + 1).is_some_and(|t| t.gap != HYPHEN)) {
                found.push(Found { first: at, last: self.complements(at, end, stop, buffer), what: What::Body { kind } });
                return found.last().map(|body| body.last);
            }
            if !high && !known && head.is(GROUP | LEAD | ORGANISATION) && !self.is_bearer(at + 1, end, buffer) && !self.given(at + 1, buffer) {
                found.push(Found { first: at + 1, last: end, what: What::Body { kind } });
                return Some(end);
            }
            return skipped();
        }
        let mut end = self.adjectives(at + 1, buffer);
        // `Parti communiste chinois`
        if high && let Some((last, _)) = self.known(end, stop, buffer).filter(|(_, meaning)| meaning.adjective) {
            end = last;
        }
        let adjectives = end > at + 1;
        end = self.complements(at, end, stop, buffer);
        let capital = (at + 1..end).any(|i| self.at(i).is_some_and(Token::capital));
        let defined = self.at(end).is_some_and(|t| t.gap & OPEN != 0) && self.bracketed(end);
        let named = if head.heads() { capital || defined } else { high && (end > at + 1) && (adjectives || end > at + 2) };
        if !(named && high || !high && capital && (defined || head.is(GROUP))) {
            return skipped();
        }
        found.push(Found { first: at, last: end, what: What::Body { kind } });
        Some(end)
    }

    /// Where the name of the body with the head at `head` ends, when what is before `end` is of it: `pour le renouveau du Nord`.
    fn complements(&self, head: usize, end: usize, stop: usize, buffer: &mut String) -> usize {
        let high = self.at(head).is_some_and(Token::capital);
        let mut end = end;
        while end - head < LONGEST_RUN
            && let Some(next) = self.behind_link(end)
        {
            let Some(token) = self.at(next) else { break };
            let run = if token.capital() { self.run_end(next).min(stop) } else { next + 1 };
            let small = token.shape == Shape::Lower && (!high || token.is(STOP | SAY | TITLE | ROLE));
            if next >= stop || small || token.is(STOP) || self.is_bearer(next, run, buffer) {
                break;
            }
            end = self.known(next, stop, buffer).map_or(run, |(last, _)| last.max(next + 1));
            end = self.adjectives(end, buffer);
        }
        end
    }

    /// Whether the adjective of a state at `first` names the state, by the noun before it: `les forces maliennes`, and not `le vin français`.
    pub(super) fn adjective_behind(&self, first: usize) -> bool {
        let mut at = first;
        let mut passed = 0;
        let mut buffer = String::new();
        while passed < ADJECTIVES + 2
            && let Some(before) = at.checked_sub(1)
        {
            passed += 1;
            let (Some(token), Some(next)) = (self.at(before), self.at(at)) else { return false };
            // `français, allemands et britanniques`
            let listed = next.gap & !SPACE == COMMA && self.is_state_adjective(before, &mut buffer);
            if next.gap != SPACE && !listed {
                return false;
            }
            if listed || self.says(before, Cue::AndOr) || self.is_adjective(before) || self.is_state_adjective(before, &mut buffer) {
                at = before;
                continue;
            }
            let head = token.is(OFFICE | ORGANISATION | ROLE | TITLE | GOVERNMENT | ARMED);
            return !token.is(STOP | CULTURE | MONTH | AUXILIARY | SAY) && token.shape != Shape::Number && (token.shape == Shape::Lower || head);
        }
        false
    }

    fn is_state_adjective(&self, at: usize, buffer: &mut String) -> bool {
        self.at(at).is_some_and(|t| t.shape == Shape::Lower) && self.known(at, at + 1, buffer).is_some_and(|(_, meaning)| meaning.adjective)
    }
}
