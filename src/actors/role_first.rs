//! Roles in languages whose head noun stands first: `le ministre iranien des Affaires étrangères, X`, `X, porte-parole du gouvernement`.

use super::candidate::{RoleClaim, Spot};
use super::role::Finder;
use super::token::{COMMA, DOT, HEAD, HYPHEN, SPACE, Shape, Token};
use crate::language::Cue;
use crate::language::naming::{AUXILIARY, DECORATION, MONTH, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::{Certainty, Naming};
use crate::text::TextRange;

/// Farthest that the noun of a role stands before a name, in words.
const FARTHEST: usize = 18;

/// A role as a phrase states it.
struct Phrase {
    /// One past the last word.
    end: usize,
    /// One past the last word of the title.
    title_end: usize,
    of: Option<TextRange>,
    /// Within the title: the adjective that says of whom.
    cut: Option<TextRange>,
}

impl Finder<'_> {
    /// Roles before and behind the name.
    pub(super) fn role_first(&self, spot: Spot, roles: &mut Vec<RoleClaim>) {
        let from = roles.len();
        self.ahead(spot, self.first_word(spot), roles);
        self.after(spot, roles);
        // Said on both sides of the name it is one role.
        let mut at = from + 1;
        while at < roles.len() {
            let (said, rest) = roles.split_at(at);
            if said.iter().skip(from).any(|other| rest.first().is_some_and(|role| other.title == role.title)) {
                roles.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// `le général X`; `la présidente de la Moldavie, X`: the roles that end before `name`.
    fn ahead(&self, spot: Spot, name: usize, roles: &mut Vec<RoleClaim>) {
        let mut end = name;
        // Forms of address: `la ministre, Mme X`.
        while end > 0
            && self.grammar.at(end).is_some_and(|t| t.gap & !(SPACE | DOT) == 0)
            && self.grammar.words.is_address(&self.grammar.word(end - 1).to_lowercase())
        {
            end -= 1;
        }
        let Some(next) = self.grammar.at(end) else { return };
        if end == 0 || next.gap & HEAD != 0 || !(next.gap & !SPACE == COMMA || next.gap & !(SPACE | DOT) == 0) {
            return;
        }
        let Some((start, phrase)) = self.ending(end) else { return };
        // `selon le ministre, X`: a role in the plural is nobody's.
        if self.grammar.words.is_relative(self.grammar.word(start)) {
            return;
        }
        self.state(spot, start, &phrase, Certainty::Certain, roles);
        let article = start - usize::from(start > 0 && self.grammar.says(start - 1, Cue::The));
        if self.grammar.at(article).is_some_and(|t| t.gap & !SPACE == COMMA) {
            self.ahead(spot, article, roles);
        }
    }

    /// The role whose phrase ends right before `end`, and where it begins.
    fn ending(&self, end: usize) -> Option<(usize, Phrase)> {
        let mut best = None;
        for at in (end.saturating_sub(FARTHEST)..end).rev() {
            let token = self.grammar.at(at)?;
            if self.opens(at) {
                let start = self.modified(at);
                // `le porte-parole de la ministre X`: the nearest one, but `secrétaire général` is one.
                let found = self.role_phrase(at).filter(|phrase| phrase.end == end);
                let further = best.is_some();
                best = found.map(|phrase| (start, phrase)).or(best);
                if further {
                    break;
                }
                if best.is_some() && self.grammar.at(at).is_some_and(|t| t.gap == SPACE) && at > 0 && self.opens(at - 1) {
                    continue;
                }
            }
            if best.is_some() || token.gap & !(SPACE | HYPHEN | DOT) != 0 || token.is(SAY) && !token.is(ROLE) {
                break;
            }
        }
        best
    }

    /// Whether a role's noun stands at `at`, and no name.
    fn opens(&self, at: usize) -> bool {
        self.grammar.opens_role(at) && self.spot_at(at).is_none_or(|spot| !self.persons.contains(&spot.entity))
    }

    /// Where the words before a role's noun begin that are of it: `ancien Premier ministre`, `vice-président`.
    fn modified(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0
            && (self.is(start - 1, TITLE_MODIFIER) && !self.is(start - 1, DECORATION) && self.grammar.at(start).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0)
                || self.grammar.at(start).is_some_and(|t| t.gap == HYPHEN))
        {
            start -= 1;
        }
        start
    }

    /// What follows the noun of a role at `role` and is of it.
    fn role_phrase(&self, role: usize) -> Option<Phrase> {
        let mut phrase = Phrase { end: role + 1, title_end: role + 1, of: None, cut: None };
        // `porte-parole`, `vice-président`
        while self.grammar.at(phrase.end).is_some_and(|t| t.gap == HYPHEN && t.shape == Shape::Lower) {
            phrase.end += 1;
            phrase.title_end = phrase.end;
        }
        let mut demonym = None;
        self.qualified(&mut phrase, &mut demonym);
        while let Some(next) = self.linked(phrase.end) {
            if let Some(spot) = self.spot_at(next) {
                if self.persons.contains(&spot.entity) {
                    break;
                }
                if spot.naming == Naming::Demonym {
                    break;
                }
                if phrase.of.is_none() && !self.is_placing(phrase.end) {
                    phrase.of = Some(spot.range);
                }
                phrase.end = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
                self.qualified_after_name(&mut phrase);
                continue;
            }
            let token = self.grammar.at(next)?;
            if token.is(STOP | MONTH | AUXILIARY) || token.shape == Shape::Number || token.is(TITLE) && token.capital() {
                break;
            }
            let mut last = next + 1;
            while self.grammar.at(last).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0 && (t.capital() && t.gap == SPACE && token.capital() || t.gap == HYPHEN))
                && self.spot_at(last).is_none()
            {
                last += 1;
            }
            phrase.end = last;
            phrase.title_end = last;
            self.qualified(&mut phrase, &mut demonym);
            // `de l’Économie et des Finances`
            if self.grammar.says(phrase.end, Cue::And) && self.linked(phrase.end + 1).is_some_and(|next| self.grammar.at(next).is_some_and(Token::capital)) {
                phrase.end += 1;
            }
        }
        if let Some((place, range)) = demonym {
            phrase.of = phrase.of.or(Some(range));
            if phrase.of == Some(range) && place < phrase.title_end {
                phrase.cut = Some(range);
            }
        }
        Some(phrase)
    }

    /// Adjectives behind a noun of the phrase; the one of a state says of whom.
    fn qualified(&self, phrase: &mut Phrase, demonym: &mut Option<(usize, TextRange)>) {
        loop {
            let Some(token) = self.grammar.at(phrase.end).filter(|t| t.gap & !(SPACE | HYPHEN) == 0) else { return };
            if let Some(spot) = self.spot_at(phrase.end) {
                if spot.naming != Naming::Demonym || token.shape != Shape::Lower {
                    return;
                }
                demonym.get_or_insert((phrase.end, spot.range));
                phrase.end = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
            } else if self.grammar.is_adjective(phrase.end) || token.is(TITLE_MODIFIER) && token.shape == Shape::Lower {
                phrase.end += 1;
                phrase.title_end = phrase.end;
            } else {
                return;
            }
        }
    }

    /// An adjective behind a name within the phrase is passed over.
    fn qualified_after_name(&self, phrase: &mut Phrase) {
        while self.spot_at(phrase.end).is_none() && self.grammar.at(phrase.end).is_some_and(|t| t.gap == SPACE) && self.grammar.is_adjective(phrase.end) {
            phrase.end += 1;
        }
    }

    /// The word behind `de`, `à la`, `auprès du` at `at`.
    fn linked(&self, at: usize) -> Option<usize> {
        if !self.grammar.says(at, Cue::RoleLinks) || self.grammar.at(at)?.gap != SPACE {
            return None;
        }
        let mut next = at + 1;
        while next < at + 4 && (self.grammar.says(next, Cue::The) || self.grammar.says(next, Cue::RoleLinks)) {
            next += 1;
        }
        self.grammar.at(next).filter(|t| t.gap == SPACE).map(|_| next)
    }

    /// `ambassadeur à Paris`, `envoyé au Mali`: where somebody is, not of whom.
    fn is_placing(&self, at: usize) -> bool {
        self.grammar.says(at, Cue::To)
            && self
                .spot_at(at + 1)
                .or_else(|| self.spot_at(at + 2))
                .is_some_and(|spot| self.places.contains(&spot.entity) || self.states.contains(&spot.entity))
    }

    /// `X, ministre de la Défense`; `X est le président de Y`; `X, qui dirige`.
    fn after(&self, spot: Spot, roles: &mut Vec<RoleClaim>) {
        let mut at = self.grammar.tokens.partition_point(|token| token.start < spot.range.end);
        let Some(next) = self.grammar.at(at) else { return };
        let mut certainty = Certainty::Certain;
        if next.gap & !SPACE == COMMA {
            if self.grammar.says(at, Cue::Which) {
                let Some(be) = self.being(at + 1) else { return };
                at = be;
            }
        } else if next.gap == SPACE
            && let Some(be) = self.being(at)
        {
            at = be;
            certainty = Certainty::Inferred;
        } else {
            return;
        }
        at += usize::from(self.grammar.says(at, Cue::RoleLeads));
        let mut noun = at;
        while noun < at + 3 && !self.opens(noun) && self.is(noun, TITLE_MODIFIER | DECORATION) {
            noun += 1;
        }
        if !self.opens(noun) || self.grammar.words.is_relative(self.grammar.word(noun)) {
            return;
        }
        let Some(phrase) = self.role_phrase(noun) else { return };
        let start = self.modified(noun).max(at);
        // `X, le ministre de la Défense Y`: the role of the one behind it.
        let another = |at: usize| self.spot_at(at).is_some_and(|other| self.persons.contains(&other.entity) && other.entity != spot.entity);
        let address = phrase.end + usize::from(self.grammar.words.is_address(&self.grammar.word(phrase.end).to_lowercase()));
        if self.grammar.at(phrase.end).is_some_and(|t| t.gap == SPACE) && another(address) {
            return;
        }
        self.state(spot, start, &phrase, certainty, roles);
    }

    fn state(&self, spot: Spot, start: usize, phrase: &Phrase, certainty: Certainty, roles: &mut Vec<RoleClaim>) {
        let (mut of, mut certainty) = (phrase.of, certainty);
        if of.is_none()
            && let Some(other) = self.antecedent(start).or_else(|| {
                let ruling = (start..phrase.title_end).any(|i| self.is(i, TITLE) && self.is(i, ROLE));
                ruling.then(|| self.state_of_sentence(start, phrase.title_end).or_else(|| self.state_of_block(start, phrase.title_end))).flatten()
            })
        {
            of = Some(other);
            certainty = Certainty::Inferred;
        }
        let from = roles.len();
        self.push_sure(spot, (start, phrase.title_end), (start, phrase.end), of, certainty, roles);
        for role in roles.get_mut(from..).unwrap_or_default() {
            role.cut = phrase.cut;
        }
    }
}
