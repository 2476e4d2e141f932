//! Roles that stand behind a name: in apposition, after `as`, after a form of `be`.

use super::candidate::{RoleClaim, Spot};
use super::role::{Finder, RELATIVE};
use super::token::{COMMA, HEAD, HYPHEN, POSSESSIVE, SPACE, Shape};
use crate::language::naming::{DECORATION, ROLE, STOP, TITLE_MODIFIER};
use crate::model::{Certainty, Naming};

impl Finder<'_> {
    /// `Stephanie Williams, acting head of the mission`; `X as prime minister of Y`.
    pub(super) fn behind(&self, spot: Spot, roles: &mut Vec<RoleClaim>) {
        let mut at = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
        let Some(next) = self.grammar.at(at) else { return };
        let apposition = next.gap & !SPACE == COMMA;
        let mut certainty = Certainty::Certain;
        if apposition {
            // `X, who has been Hungary’s foreign minister since 2016`
            if self.grammar.word(at) == "who" {
                let Some(be) = self.being(at + 1) else { return };
                at = be;
            }
        } else if next.gap == SPACE && self.grammar.word(at) == "as" {
            at += 1;
            certainty = Certainty::Inferred;
        } else if next.gap == SPACE
            && let Some(be) = self.being(at)
        {
            at = be;
            certainty = Certainty::Inferred;
        } else {
            return;
        }
        // `Fiji’s Minister for Climate and chair of the Alliance`
        for _ in 0..3 {
            let Some(end) = self.phrase(spot, at, certainty, roles) else { return };
            if self.grammar.word(end) != "and" || self.grammar.at(end).is_none_or(|t| t.gap != SPACE) {
                return;
            }
            at = end + 1;
        }
    }

    /// One past `is`, `was`, `has been`, `became` at `at`.
    fn being(&self, at: usize) -> Option<usize> {
        let verb = self.grammar.at(at).filter(|t| t.gap == SPACE)?;
        match self.grammar.word(at) {
            "is" | "was" | "became" | "becomes" | "remains" | "remained" if verb.shape == Shape::Lower => Some(at + 1),
            "has" | "had" if self.grammar.word(at + 1) == "been" => Some(at + 2),
            _ => None,
        }
    }

    /// The role phrase at `at`, with what it is of; where it ends.
    fn phrase(&self, spot: Spot, at: usize, certainty: Certainty, roles: &mut Vec<RoleClaim>) -> Option<usize> {
        let mut at = at;
        let phrase = at;
        if matches!(self.grammar.word(at), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "one") {
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
        // `secretary of state`, `chief of staff`
        if self.grammar.word(role + 1) == "of"
            && self.grammar.at(role + 2).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP))
            && self.grammar.at(role + 1).is_some_and(|t| t.gap == SPACE)
        {
            role += 2;
        }
        let mut end = role + 1;
        let mut of = owner;
        // `Minister for Climate`, `Secretary of Foreign Affairs`
        if matches!(self.grammar.word(end), "of" | "for") {
            let mut object = end + 1 + usize::from(self.grammar.word(end + 1) == "the");
            let first = object;
            while object < first + 5
                && self.spot_at(object).is_none()
                && (self.grammar.at(object).is_some_and(|t| t.capital() && t.gap == SPACE && !t.is(STOP))
                    || object > first && self.grammar.word(object) == "and" && self.grammar.at(object + 1).is_some_and(|t| t.capital() && t.gap == SPACE))
            {
                object += 1;
            }
            if object > first && self.spot_at(object).is_none_or(|_| self.grammar.at(object).is_some_and(|t| t.gap != SPACE)) {
                end = object;
                role = object - 1;
            }
        }
        if matches!(self.grammar.word(end), "of" | "for" | "at" | "to" | "with" | "from" | "in") && self.grammar.at(end).is_some_and(|t| t.gap == SPACE) {
            let mut object = end + 1;
            if matches!(self.grammar.word(object), "the" | "a" | "an" | "new") {
                object += 1;
            }
            if self.grammar.word(object) == "new" {
                object += 1;
            }
            if let Some(other) =
                (object..object + 4).take_while(|i| self.grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0)).find_map(|i| self.spot_at(i))
            {
                if of.is_none() {
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
        if RELATIVE.contains(&self.grammar.word(role)) {
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
