//! Roles that stand behind a name: in apposition, after `as`, after a form of `be`.

use super::candidate::{RoleClaim, Spot};
use super::role::Finder;
use super::token::{COMMA, DOT, HEAD, HYPHEN, OPEN, POSSESSIVE, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::{ACT, ADDRESSED, APPOINT, ARMED, AUXILIARY, DECORATION, OFFICE, ORGANISATION, PEOPLE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::{Certainty, Naming};

/// Most words between commas behind a name.
const APPOSITION: usize = 16;

impl Finder<'_> {
    /// `Stephanie Williams, acting head of the mission`; `X as prime minister of Y`.
    pub(super) fn behind(&self, spot: Spot, roles: &mut Vec<RoleClaim>) {
        let mut at = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
        let Some(next) = self.grammar.at(at) else { return };
        // `Ms. Silva (Special Rapporteur on water)`
        let bracket = next.gap & !SPACE == OPEN && (at..at + 8).any(|i| self.is(i, ROLE)) && self.spot_at(at).is_none();
        let apposition = next.gap & !SPACE == COMMA || bracket;
        let mut certainty = Certainty::Certain;
        if apposition {
            // `X, who has been Hungary’s foreign minister since 2016`
            if self.grammar.says(at, Cue::Who) {
                let Some(be) = self.being(at + 1) else { return };
                at = be;
            } else if self.grammar.says(at, Cue::As) {
                // `X, as defence minister, refused`
                at += 1;
            } else if let Some(be) = self.being(at) {
                // `Its leader, X, was a commander`
                at = be;
                certainty = Certainty::Inferred;
            } else if self.titled(spot) && self.before_another(at) {
                return;
            } else {
                self.beyond(spot, at, roles);
            }
        } else if next.gap == SPACE && self.grammar.says(at, Cue::As) {
            at += 1;
            certainty = Certainty::Inferred;
        } else if next.gap == SPACE
            && let Some(be) = self.being(at)
        {
            at = be;
            certainty = Certainty::Inferred;
        } else if next.gap == SPACE && next.shape == Shape::Lower && next.is(ROLE | TITLE_MODIFIER) && self.appoints(spot) {
            // `named X finance minister`
        } else {
            return;
        }
        // `Fiji’s Minister for Climate and chair of the Alliance`
        for _ in 0..3 {
            let Some(end) = self.phrase(spot, at, certainty, roles) else {
                // `X, the son of the premier and head of the Movement`
                let and = (at..at + APPOSITION)
                    .take_while(|i| self.grammar.at(*i).is_some_and(|t| *i == at || t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
                    .find(|i| self.grammar.says(*i, Cue::And) && self.is(*i + 1, ROLE | TITLE_MODIFIER));
                if let Some(and) = and.filter(|_| apposition) {
                    self.phrase(spot, and + 1, certainty, roles);
                }
                return;
            };
            if !self.grammar.says(end, Cue::And) || self.grammar.at(end).is_none_or(|t| t.gap != SPACE) {
                return;
            }
            at = end + 1;
        }
    }

    /// One past `is`, `was`, `has been`, `became`, `was elected`, `served as` at `at`.
    pub(super) fn being(&self, at: usize) -> Option<usize> {
        self.grammar.at(at).filter(|t| t.gap & !(SPACE | COMMA) == 0 && t.shape == Shape::Lower)?;
        let mut verb = at;
        let mut be = false;
        while self.grammar.at(verb).is_some_and(|t| t.is(AUXILIARY) && (verb == at || t.gap == SPACE)) && verb < at + 4 {
            be |= self.grammar.says(verb, Cue::Been);
            verb += 1;
        }
        let word = self.grammar.word(verb);
        let serves = self.is(verb, APPOINT) && self.grammar.at(verb).is_some_and(|t| t.shape == Shape::Lower && (verb == at || t.gap == SPACE));
        if serves {
            // `sworn in as`, `took over as`
            let after = (verb + 1..verb + 3).find(|i| self.grammar.says(*i, Cue::As));
            return match after {
                Some(after) => Some(after + 1),
                None => be.then_some(verb + 1),
            };
        }
        if self.grammar.words.has(Cue::Becomes, word) { Some(verb + 1) } else { be.then_some(verb) }
    }

    /// Whether a verb of appointing stands before the name and its titles: `named X finance minister`.
    fn appoints(&self, spot: Spot) -> bool {
        let mut at = self.first_word(spot);
        while at > 0 && self.is(at - 1, TITLE | TITLE_MODIFIER) && self.grammar.at(at).is_some_and(|t| t.gap & !(SPACE | DOT) == 0) {
            at -= 1;
        }
        at > 0 && self.is(at - 1, APPOINT) && self.grammar.at(at - 1).is_some_and(|t| t.shape == Shape::Lower)
    }

    /// `A, Syria's foreign minister, B`: whether what begins at `at` is the title of the person behind the next comma.
    fn before_another(&self, at: usize) -> bool {
        let comma = (at + 1..at + APPOSITION).find(|i| self.grammar.at(*i).is_none_or(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) != 0));
        let Some(comma) = comma.filter(|i| self.grammar.at(*i).is_some_and(|t| t.gap & !SPACE == COMMA)) else { return false };
        self.spot_at(comma).is_some_and(|spot| self.persons.contains(&spot.entity))
    }

    /// `X, a surgeon, was appointed prime minister`: what is said behind the apposition that begins at `at`.
    fn beyond(&self, spot: Spot, at: usize, roles: &mut Vec<RoleClaim>) {
        let comma = (at + 1..at + APPOSITION)
            .take_while(|i| self.grammar.at(*i).is_some_and(|t| t.gap & HEAD == 0))
            .find(|i| self.grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0));
        if let Some(comma) = comma
            && let Some(be) = self.being(comma)
        {
            self.phrase(spot, be, Certainty::Inferred, roles);
        }
    }

    /// The role phrase at `at`, with what it is of; where it ends.
    fn phrase(&self, spot: Spot, at: usize, certainty: Certainty, roles: &mut Vec<RoleClaim>) -> Option<usize> {
        let mut at = at;
        let phrase = at;
        if self.grammar.says(at, Cue::RoleLeads) {
            at += 1;
        }
        let mut owner = None;
        if let Some(other) = self.spot_at(at)
            && (other.naming == Naming::Demonym
                || self.grammar.tokens.iter().skip(at).find(|t| t.start >= other.range.end).is_some_and(|t| t.gap & POSSESSIVE != 0))
        {
            owner = Some(other.range);
            at = self.grammar.tokens.partition_point(|token| token.start < other.range.end);
        } else if let Some(other) = self.spot_at(at).filter(|other| !self.persons.contains(&other.entity)) {
            // `an OAS spokeswoman`
            let next = self.grammar.tokens.partition_point(|token| token.start < other.range.end);
            if self.grammar.at(next).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(ROLE | TITLE_MODIFIER) && !t.is(STOP)) {
                owner = Some(other.range);
                at = next;
            }
        }
        while self.is(at, DECORATION) && self.grammar.at(at + 1).is_some_and(|t| t.gap == SPACE) {
            at += 1;
        }
        let title = at;
        let mut cut = None;
        let mut role = None;
        while at < title + 6 {
            let Some(token) = self.grammar.at(at) else { break };
            if at > title && token.gap & !(SPACE | HYPHEN) != 0 || token.shape == Shape::Number || token.gap & HEAD != 0 {
                break;
            }
            if let Some(other) = self.spot_at(at) {
                if other.naming != Naming::Demonym {
                    break;
                }
                owner = Some(other.range);
                cut = Some(other.range).filter(|_| at > title);
            } else if token.is(STOP) && !token.is(TITLE_MODIFIER) {
                break;
            }
            if token.is(ROLE) {
                role = Some(at);
            }
            at += 1;
        }
        let mut role = role?;
        // `X, Speaker Ann Lee and`: the next one's title.
        let another =
            |at: usize| self.grammar.at(at).is_some_and(|t| t.gap == SPACE) && self.spot_at(at).is_some_and(|other| self.persons.contains(&other.entity));
        // `fellow citizens`: what qualifies a noun in the plural is no role.
        let many =
            self.grammar.at(role + 1).is_some_and(|t| {
                t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP | SAY | ACT | AUXILIARY | ROLE) && self.grammar.word(role + 1).len() > 4
            }) && self.grammar.words.cues.ends(Cue::PluralEnds, self.grammar.word(role + 1));
        // `X, the president's son`
        let owns = self.grammar.at(role + 1).is_some_and(|t| t.gap & POSSESSIVE != 0);
        if another(role + 1) || many || owns {
            return None;
        }
        // `secretary of state`, `chief of staff`
        if self.grammar.says(role + 1, Cue::Of)
            && self.grammar.at(role + 2).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP))
            && self.grammar.at(role + 1).is_some_and(|t| t.gap == SPACE)
        {
            role += 2;
        }
        let mut end = role + 1;
        let mut of = owner;
        // `Minister for Climate`, `Secretary of Foreign Affairs`
        if self.grammar.says(end, Cue::OfFor) {
            let mut object = end + 1 + usize::from(self.grammar.says(end + 1, Cue::The));
            let first = object;
            while object < first + 5
                && self.spot_at(object).is_none()
                && (self.grammar.at(object).is_some_and(|t| t.capital() && t.gap == SPACE && !t.is(STOP))
                    || object > first && self.grammar.says(object, Cue::And) && self.grammar.at(object + 1).is_some_and(|t| t.capital() && t.gap == SPACE))
            {
                object += 1;
            }
            // `Speaker of Parliament Ann Lee`
            if object > first && another(object) {
                return None;
            }
            // `a commander of the Front`: a body that is named elsewhere.
            let body = object == first + 1 && first > end + 1 && self.is(first, ORGANISATION | ARMED | OFFICE);
            if object > first && !body && self.spot_at(object).is_none_or(|_| self.grammar.at(object).is_some_and(|t| t.gap != SPACE)) {
                end = object;
                // `mayor of Tovuz`: a proper name is not of the title.
                let mut buffer = String::new();
                let letters = |i: usize| self.grammar.at(i).is_some_and(|t| t.shape == Shape::Upper);
                let of_title = |i: usize, buffer: &mut String| {
                    self.grammar.says(i, Cue::And) || self.grammar.common(i, buffer) || self.is(i, ORGANISATION | OFFICE | PEOPLE) || letters(i)
                };
                if (first..object).all(|i| of_title(i, &mut buffer)) {
                    role = object - 1;
                }
            }
        }
        // `its fund manager in Singapore`: where somebody is, not of whom.
        let its = phrase < title && self.grammar.says(title - 1, Cue::Its) && self.grammar.says(end, Cue::In);
        if !its && self.grammar.says(end, Cue::RoleLinks) && self.grammar.at(end).is_some_and(|t| t.gap == SPACE) {
            let mut object = end + 1;
            if self.grammar.says(object, Cue::ObjectLeads) {
                object += 1;
            }
            if self.grammar.says(object, Cue::New) {
                object += 1;
            }
            if let Some(other) = (object..object + 5)
                .take_while(|i| self.grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0))
                .find_map(|i| {
                    // `the Yerevan-based Forum`
                    let compound = self.grammar.at(i + 1).is_some_and(|t| t.gap == HYPHEN && t.shape == Shape::Lower);
                    self.spot_at(i).filter(|_| !compound)
                })
                // `counsel for Ann Lee`
                .filter(|other| !self.persons.contains(&other.entity) || self.grammar.says(end, Cue::To) || self.grammar.says(end, Cue::For))
            {
                // An envoy is not of those to whom he is sent.
                let host = self.grammar.says(end, Cue::To) && self.is(role, ADDRESSED);
                if of.is_none() && !host {
                    of = Some(other.range);
                }
                end = self.grammar.tokens.partition_point(|token| token.start < other.range.end);
            }
        }
        let mut certainty = certainty;
        if of.is_none()
            && let Some(antecedent) = self.antecedent(title)
        {
            of = Some(antecedent);
            certainty = Certainty::Inferred;
        }
        if self.grammar.words.is_relative(self.grammar.word(role)) {
            // `his sister, a chemist`: what somebody is to another is no office.
            return Some(end);
        }
        let from = roles.len();
        self.push_sure(spot, (title, role + 1), (phrase, end), of, certainty, roles);
        for role in roles.get_mut(from..).unwrap_or_default() {
            role.cut = cut;
        }
        Some(end)
    }
}
