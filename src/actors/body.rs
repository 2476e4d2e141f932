//! Names of bodies: a head noun (`Party`, `Bank`, `Ministry`) with what stands before it and what it is of.

use super::gazetteer::Sense;
use super::name::{Found, Grammar, LONGEST_RUN, What, what_of};
use super::token::{AMPERSAND, COMMA, SPACE, Shape, Token};
use crate::language::Cue;
use crate::language::naming::{
    ACT, ARMED, AUXILIARY, BUSINESS, FAMILY_FIRST, GOVERNMENT, LEAD, LEGAL, MONTH, OFFICE, ORGANISATION, PARTICLE, PEOPLE, ROLE, SAY, STOP, TITLE,
    TITLE_MODIFIER,
};
use crate::model::Kind;

impl Grammar<'_> {
    /// After a head noun: `of`, `for`, `on` and what it opens; where that ends.
    pub(super) fn extends(&self, at: usize, stop: usize) -> Option<usize> {
        let connector = self.at(at)?;
        if connector.gap != SPACE || !self.says(at, Cue::BodyLinks) {
            return None;
        }
        let mut next = at + 1;
        if self.says(next, Cue::AnyArticle) {
            next += 1;
        }
        let token = self.at(next)?;
        (token.gap == SPACE && token.capital() && next < stop && !token.is(MONTH)).then_some(next)
    }

    /// `the Senate`, `Parliament has not been asked`: whether the word is a chamber's or a cabinet's name by itself. At the head of a sentence only where it acts.
    fn sits(&self, at: usize) -> bool {
        let Some(token) = self.at(at).filter(|t| t.shape == Shape::Capital) else { return false };
        let word = self.says(at, Cue::Chambers);
        let next = self.at(at + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(SAY | ACT | AUXILIARY));
        let joined = token.gap == SPACE && at > 0 && self.at(at - 1).is_some_and(|t| t.capital() && !(t.heads() && self.says(at - 1, Cue::EveryArticle)));
        word && (!token.heads() || next) && !joined
    }

    /// `Ministry of Trade, Industry and Energy`: where the list ends that begins with the words `first..last`. Common words throughout, `and` before the last.
    fn portfolios(&self, first: usize, last: usize, stop: usize) -> usize {
        let mut buffer = String::new();
        let common = |from: usize, to: usize, buffer: &mut String| (from..to).all(|i| self.common(i, buffer) && !self.is(i, TITLE | ROLE | MONTH));
        if !common(first, last, &mut buffer) {
            return last;
        }
        let mut end = last;
        for _ in 0..4 {
            if self.at(end).is_none_or(|t| t.gap & !SPACE != COMMA) {
                return last;
            }
            let and = self.says(end, Cue::And);
            let next = end + usize::from(and);
            if next >= stop || self.at(next).is_none_or(|t| t.shape != Shape::Capital || and && t.gap != SPACE) {
                return last;
            }
            end = self.run_end(next).min(stop);
            if !common(next, end, &mut buffer) {
                return last;
            }
            if and {
                return end;
            }
            // `Industry and Energy`
            if self.says(end, Cue::And)
                && self.at(end).is_some_and(|t| t.gap == SPACE)
                && self.at(end + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Capital)
            {
                let whole = self.run_end(end + 1).min(stop);
                return if end + 1 < stop && common(end + 1, whole, &mut buffer) { whole } else { last };
            }
        }
        last
    }

    /// A body whose head noun ends the run `start..end`, with what follows it.
    pub(super) fn body(&self, start: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> usize {
        let mut end = end;
        let mut start = start;
        // An adjective of a state before an office of state names the state; the rest stays common.
        if let Some((next, meaning)) = self.known(start, end, buffer)
            && next < end
            && meaning.adjective
            && self.is(end - 1, OFFICE)
            && (next..end).all(|i| self.is(i, OFFICE | TITLE_MODIFIER))
        {
            found.push(Found {
                first: start,
                last: next,
                what: What::Known { actor: meaning.actor, place: meaning.place, sense: Sense::Adjective, adjective: true },
            });
            start = next;
        }
        // `Chinas Exim Bank`: a possessive that lost its apostrophe.
        if end - start > 1
            && let Some((next, meaning)) = self.damaged(start, buffer)
            && meaning.sense == Sense::Name
            && self.known(start, start + 1, buffer).is_some_and(|(last, known)| last == next && known.actor == meaning.actor)
            && next == start + 1
        {
            found.push(Found { first: start, last: next, what: what_of(meaning) });
            start = next;
        }
        // `Fighters of the Wagner Group`: the head of a sentence that is many, not one.
        if end - start == 1 && self.at(start).is_some_and(Token::heads) && self.words.cues.ends(Cue::PluralEnds, self.word(start)) && !self.is(start, OFFICE) {
            return end;
        }
        if end - start == 1 && self.sits(start) {
            found.push(Found { first: start, last: end, what: What::Body { kind: Kind::Organisation } });
            return end;
        }
        let head_kind = self.at(end - 1).map_or(0, |t| t.flags);
        let mut extended = false;
        while end - start < LONGEST_RUN * 2
            && let Some(next) = self.extends(end, stop)
        {
            let run = self.run_end(next).min(stop);
            if self.is(end - 1, STOP) || run <= next {
                break;
            }
            // `the Contact Group of Russia, Germany and France`: a list of members is not of the name.
            let member = |at: usize, buffer: &mut String| self.known(at, stop, buffer).is_some_and(|(_, meaning)| meaning.sense == Sense::Name);
            let listed = self.at(run).is_some_and(|t| t.gap & !SPACE == COMMA) && member(next, buffer) && member(run, buffer);
            // `the party of Nenad Popović`
            let bearer = run - next >= 2
                && !self.is(end - 1, OFFICE)
                && self.given(next, buffer)
                && self.known(next, run, buffer).is_none()
                && self.person(next, run, false, buffer) == Some(true);
            if listed || bearer {
                break;
            }
            extended = true;
            end = self.portfolios(next, run, stop);
            // `Center for Strategic and International Studies`
            while let Some(token) = self.at(end)
                && (self.says(end, Cue::And) || token.gap(AMPERSAND))
                && token.gap & !(SPACE | AMPERSAND) == 0
                && self.at(end + 1).is_some_and(|t| t.gap == SPACE && t.capital() && !t.is(TITLE | STOP))
                && end + 1 < stop
                && self.known(end + 1, stop, buffer).is_none()
                && !self.given(end + 1, buffer)
                && self.at(next).is_some_and(|t| self.known(next, end, &mut String::new()).is_none() && t.capital())
            {
                end = self.run_end(end + 1).min(stop);
            }
        }
        if self.says(end, Cue::In)
            && self.says(end - 1, Cue::PlacedHeads)
            && self.at(end + 1).is_some_and(|t| t.capital() && t.gap == SPACE)
            && let Some((last, meaning)) = self.known(end + 1, stop, buffer)
            && meaning.sense == Sense::Name
        {
            end = last;
            extended = true;
        }
        // `the Government of El Salvador`: the state.
        if extended
            && self.is(start, OFFICE)
            && self.is(start, GOVERNMENT)
            && !self.is(start, ARMED)
            && let Some(of) = (start + 1..end).find(|i| self.says(*i, Cue::Of))
            && of == start + 1
            && let Some((last, meaning)) = self.known(of + 1 + usize::from(self.says(of + 1, Cue::The)), end, buffer)
            && last == end
            && meaning.sense == Sense::Name
            && self.gazetteer.known(meaning.actor).is_some_and(|known| known.kind == Kind::State)
        {
            found.push(Found { first: start, last, what: what_of(meaning) });
            return last;
        }
        if let Some((last, meaning)) = self.known(start, stop, buffer)
            && last >= end
        {
            found.push(Found { first: start, last, what: what_of(meaning) });
            return last;
        }
        // `Social Democratic and Labour Party`: an adjective before the `and` that leads to the head noun.
        if start >= 2
            && self.says(start - 1, Cue::And)
            && self.at(start).is_some_and(|t| t.gap == SPACE)
            && self.at(start - 1).is_some_and(|t| t.gap == SPACE)
            && self.at(end - 1).is_some_and(|t| !t.is(OFFICE))
            && found.iter().rev().take(2).all(|other| other.last < start || matches!(other.what, What::Single { titled: false } | What::MaybePerson))
        {
            let mut from = start - 1;
            while from > 0
                && start - from < 4
                && self.at(from - 1).is_some_and(|t| t.shape == Shape::Capital && (t.is(PEOPLE) || !t.is(STOP | ORGANISATION | TITLE)))
                && (self.is(from - 1, PEOPLE) || self.common(from - 1, buffer))
                && !self.given(from - 1, buffer)
            {
                from -= 1;
                if !self.continues(from) {
                    break;
                }
            }
            let placed = found.iter().rev().take(2).any(|other| other.last > from && !matches!(other.what, What::Single { .. } | What::MaybePerson));
            if from < start - 1 && !placed && !self.at(from).is_some_and(|t| t.heads() && !t.is(PEOPLE)) && self.known(from, start, buffer).is_none() {
                while found.last().is_some_and(|other| other.last > from) {
                    found.pop();
                }
                start = from;
            }
        }
        // Titles before a body's name are not of it: `Foreign Minister of ...` never comes here; `President` of a body does.
        let generic = (start..end.min(start + 4)).all(|i| self.is(i, OFFICE | TITLE_MODIFIER | STOP)) && !extended;
        if generic || end - start < 2 || (self.is(start, TITLE) && !self.is(start, TITLE_MODIFIER) && !self.is(start, ORGANISATION)) {
            if !generic {
                self.leading_known(start, end, found, buffer);
            }
            return end;
        }
        // A sentence's head that is a common word, before a head noun alone: `Opposition parties`.
        if end - start == 2
            && self.at(start).is_some_and(Token::heads)
            && self.common(start, buffer)
            && !self.is(start, ORGANISATION | PEOPLE)
            && !extended
            && !self.is(end, SAY)
        {
            return end;
        }
        // `Nigeria Police Force`, `Renewal Congress`
        let police = self.says(end - 1, Cue::PoliceEnds) && (start..end - 1).any(|i| self.says(i, Cue::Police));
        let party = self.says(end - 1, Cue::Congress) && end - start > 1 && !extended;
        let kind = if police || party {
            Kind::Organisation
        } else if head_kind & ARMED != 0 && head_kind & ORGANISATION == 0 {
            Kind::ArmedGroup
        } else if head_kind & OFFICE != 0 {
            Kind::Office
        } else {
            Kind::Organisation
        };
        found.push(Found { first: start, last: end, what: What::Body { kind } });
        end
    }

    /// A company by its legal form or line of business (`Norvik Systems`, `Qorvane AG`), or a body by the word that opens it (`Radio Nuku`).
    pub(super) fn company(&self, start: usize, end: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
        let proper = |at: usize, buffer: &mut String| {
            self.at(at).is_some_and(|t| t.capital() && t.flags & !(FAMILY_FIRST | PARTICLE | LEAD | BUSINESS) == 0) && !self.common(at, buffer)
        };
        let last = end - 1;
        let push = |first: usize, last: usize, found: &mut Vec<Found>| {
            found.push(Found { first, last, what: What::Body { kind: Kind::Organisation } });
            Some(last)
        };
        if end - start >= 2 {
            let legal = self.is(last, LEGAL) && self.at(last).is_some_and(|t| t.gap == SPACE);
            let business = self.is(last, BUSINESS | ORGANISATION) && (start..last).all(|i| i == start || self.is(i, BUSINESS | ORGANISATION));
            if (legal || business && self.is(start + 1, BUSINESS))
                && (proper(start, buffer) || legal && end - start > 2 && !self.is(start, STOP | TITLE | ROLE))
                && (legal && end - start > 2 || self.known(start, start + 1, buffer).is_none())
                && (legal || !self.given(start, buffer))
            {
                return push(start, end, found);
            }
            if self.is(start, LEAD) && !self.is(start, TITLE | ROLE) && (start + 1..end).all(|i| proper(i, buffer)) {
                return push(start, end, found);
            }
        }
        // `Partido de la Reforma`: the particles are not English, so the whole is a name.
        if self.is(start, LEAD)
            && !self.common(start, buffer)
            && end - start >= 3
            && (start + 1..last).any(|i| self.at(i).is_some_and(|t| t.shape == Shape::Lower))
        {
            return push(start, end, found);
        }
        None
    }

    pub(super) fn leading_known(&self, start: usize, end: usize, found: &mut Vec<Found>, buffer: &mut String) {
        if let Some((next, meaning)) = self.known(start, end, buffer) {
            found.push(Found { first: start, last: next, what: what_of(meaning) });
        }
    }
}
