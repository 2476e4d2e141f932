//! What stands around a name decides what it names: an adjective before officials or before a dish, a capital that acts or
//! where talks are held, a building that speaks or is visited.

use super::gazetteer::Sense;
use super::name::Grammar;
use super::token::{COMMA, Gap, HYPHEN, POSSESSIVE, QUOTE, SPACE, Shape, Token, folded};
use crate::language::naming::{
    ACT, ADDRESSED, ARMED, ATTITUDE, AUXILIARY, COMMON, CULTURE, EVENT, GIVEN, GOVERNMENT, GROUP, LEAD, MONTH, OFFICE, ORGANISATION, PEOPLE, PLACE, PRESSURE,
    RELATION, ROLE, SAY, STOP, SURNAME, TITLE, TITLE_MODIFIER,
};
use crate::language::{Cue, Order};

/// What a capital stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// For the government, surely.
    Government,
    /// For the government, by a weaker sign.
    GovernmentPerhaps,
    /// For itself.
    Place,
}

impl Grammar<'_> {
    /// Whether the adjective of a state that ends before `last` names the state.
    pub(super) fn adjective_names(&self, last: usize) -> bool {
        let Some(next) = self.at(last) else { return false };
        if next.gap == HYPHEN {
            return next.shape == Shape::Lower && !next.is(STOP);
        }
        if next.gap != SPACE {
            // `British, French and German officials`
            return next.gap == COMMA | SPACE && self.adjective_at(last) && self.adjective_names_within(last + 1, 3);
        }
        if self.says(last, Cue::AndOr) {
            return self.adjective_at(last + 1) && self.adjective_names_within(last + 2, 2);
        }
        if next.capital() {
            return !self.names_a_group(last);
        }
        // `The British ordered tea`: a people that acts.
        if next.is(SAY | ACT) && self.words.cues.ends(Cue::PastEnds, self.word(last)) {
            return false;
        }
        !next.is(STOP | CULTURE | MONTH | AUXILIARY) && next.shape != Shape::Number && (!next.is(SAY) || next.is(RELATION | GOVERNMENT))
    }

    /// `the Georgian Unity party`: common words in capitals before a small noun of bodies are a name that the adjective is of.
    fn names_a_group(&self, at: usize) -> bool {
        let mut end = at;
        while end < at + 4 && self.at(end).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Capital) {
            if self.is(end, TITLE | TITLE_MODIFIER | ROLE | ORGANISATION | OFFICE | ARMED | PEOPLE | LEAD) {
                return false;
            }
            end += 1;
        }
        end > at && self.at(end).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(GROUP))
    }

    fn adjective_names_within(&self, last: usize, depth: usize) -> bool {
        let Some(next) = self.at(last) else { return false };
        if depth == 0 {
            return false;
        }
        if next.gap == COMMA | SPACE && self.adjective_at(last) {
            return self.adjective_names_within(last + 1, depth - 1);
        }
        if self.says(last, Cue::AndOr) {
            return self.adjective_at(last + 1) && self.adjective_names_within(last + 2, depth - 1);
        }
        next.gap == SPACE && !next.is(STOP | CULTURE | MONTH | AUXILIARY)
    }

    fn adjective_at(&self, at: usize) -> bool {
        let mut buffer = String::new();
        self.known(at, at + 2, &mut buffer).is_some_and(|(_, meaning)| meaning.adjective)
    }

    /// The word before `first`, where nothing but space parts them; the article is passed over.
    fn before(&self, first: usize) -> Option<(usize, &Token)> {
        let mut at = first.checked_sub(1)?;
        if self.at(first)?.gap != SPACE {
            return None;
        }
        if self.says(at, Cue::Articles) {
            if self.at(at)?.gap != SPACE {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        Some((at, self.at(at)?))
    }

    /// Whether the words from `at` on are a verb that a speaker or government does.
    pub(super) fn acts(&self, at: usize) -> bool {
        self.acts_from(at, SPACE)
    }

    /// As [`Self::acts`], with what may stand before the first word.
    fn acts_from(&self, first: usize, gap: Gap) -> bool {
        let mut at = first;
        let mut be = false;
        for _ in 0..4 {
            let Some(token) = self.at(at) else { return false };
            if token.gap != if at == first { gap } else { SPACE } || token.capital() {
                return false;
            }
            let word = self.word(at);
            if token.is(AUXILIARY) {
                be |= self.says(at, Cue::ToBe);
                at += 1;
                continue;
            }
            if word.len() > 4 && self.words.cues.ends(Cue::AdverbEnds, word) || self.says(at, Cue::Floating) {
                at += 1;
                continue;
            }
            if be && self.says(at, Cue::Not) {
                at += 1;
                continue;
            }
            if be && (token.is(ATTITUDE) || self.says(at, Cue::At) && self.says(at + 1, Cue::Odds)) {
                return true;
            }
            // `will host`: the plain form behind a modal verb.
            let modal = self.at(at - 1).is_some_and(|t| t.is(AUXILIARY)) && !be;
            let plain = || self.words.cues.entries(Cue::VerbEnds).iter().any(|end| self.words.flags(&format!("{word}{end}")) & (SAY | ACT) != 0);
            return token.is(SAY | ACT) && (!be || self.words.cues.ends(Cue::ParticipleEnds, word))
                || modal && token.shape == Shape::Lower && !token.is(STOP) && plain();
        }
        false
    }

    /// What the capital `first..last` stands for.
    pub(super) fn capital_stands(&self, first: usize, last: usize) -> Stands {
        if let Some(next) = self.at(last)
            && next.gap(POSSESSIVE)
        {
            let government = next.is(GOVERNMENT) || self.at(last + 1).is_some_and(|t| t.gap == SPACE && t.is(GOVERNMENT));
            return if government { Stands::Government } else { Stands::Place };
        }
        // `Kigali, which backs the rebels,`
        if self.at(last).is_some_and(|t| t.gap & !SPACE == COMMA) && self.says(last, Cue::Which) {
            if self.acts(last + 1) {
                return Stands::Government;
            }
            if self.does(last + 1) {
                return Stands::GovernmentPerhaps;
            }
        }
        // `Washington and Beijing traded accusations`
        if self.says(last, Cue::And)
            && !self.preposition_before(first)
            && let Some((end, both)) = self.party(last + 1)
            && (both && self.is_to(end)
                || both && self.at(end).is_some_and(|t| t.gap & !SPACE == COMMA) && self.says(end, Cue::Which) && (self.acts(end + 1) || self.does(end + 1))
                || self.acts(end)
                || (both || self.words.order == Order::HeadFirst) && (self.wills(end) || self.does(end)))
        {
            return Stands::GovernmentPerhaps;
        }
        // `Oslo, he said, would not pay`
        if let Some(verb) = self.behind_aside(last)
            && (self.acts_from(verb, COMMA | SPACE) || self.wills_from(verb, COMMA | SPACE))
        {
            return Stands::GovernmentPerhaps;
        }
        let Some((at, before)) = self.before(first) else {
            return match (self.acts(last), self.wills(last) || self.does(last)) {
                (true, _) => Stands::Government,
                (_, true) => Stands::GovernmentPerhaps,
                _ if self.is_to(last) => Stands::GovernmentPerhaps,
                _ => Stands::Place,
            };
        };
        let earlier = at.checked_sub(1).and_then(|i| self.at(i));
        match before {
            _ if self.says(at, Cue::Vouching) => Stands::Government,
            // `according to Cotonou`
            _ if at > 0 && self.according(at - 1) == Some(at + 1) => Stands::Government,
            _ if self.says(at, Cue::To) => {
                let envoy = (at.saturating_sub(2)..at).any(|i| self.is(i, ADDRESSED));
                if envoy { Stands::Government } else { Stands::Place }
            }
            // `support from Moscow`
            _ if self.says(at, Cue::From) && earlier.is_some_and(|t| (t.shape == Shape::Lower || t.heads()) && t.is(GOVERNMENT | ADDRESSED)) => {
                Stands::Government
            }
            _ if self.says(at, Cue::On) && self.is_to_do(at, last) => Stands::Government,
            // `, and Tokyo has let it be known`
            _ if self.says(at, Cue::And) && self.at(at).is_some_and(|t| t.gap & COMMA != 0) && (self.acts(last) || self.wills(last) || self.does(last)) => {
                Stands::GovernmentPerhaps
            }
            _ if self.says(at, Cue::Joint) => {
                let related = (at.saturating_sub(5)..at).any(|i| self.at(i).is_some_and(|t| t.is(RELATION)));
                let strong = self.says(at, Cue::Against) || (self.says(at, Cue::Between) && related);
                if self.says(at, Cue::And) && !related {
                    let does = |grammar: &Self| grammar.wills(last) || grammar.does(last);
                    let both = self.is_party_before(at) || self.words.order == Order::HeadFirst;
                    if self.acts(last) || both && (does(self) || self.is_to(last)) { Stands::GovernmentPerhaps } else { Stands::Place }
                } else if related && !self.says(at, Cue::From) {
                    Stands::Government
                } else if strong {
                    Stands::GovernmentPerhaps
                } else {
                    Stands::Place
                }
            }
            _ if self.says(at, Cue::By) => {
                if earlier.is_some_and(|t| t.is(SAY | ACT | PRESSURE)) || at > 0 && self.words.cues.ends(Cue::PastEnds, self.word(at - 1)) {
                    Stands::Government
                } else {
                    Stands::Place
                }
            }
            _ if self.says(at, Cue::Subordinators) => match (self.acts(last), self.wills(last) || self.does(last)) {
                (true, _) => Stands::Government,
                (_, true) => Stands::GovernmentPerhaps,
                _ => Stands::Place,
            },
            _ if before.is(PRESSURE) && !before.is(STOP) && before.shape == Shape::Lower => Stands::Government,
            // `Then Beijing asked for cash`
            _ if before.is(STOP) && before.heads() && !self.preposition_before(first) && (self.acts(last) || self.wills(last) || self.does(last)) => {
                Stands::GovernmentPerhaps
            }
            // `Did Riyadh object?`, `so has Kuala Lumpur`
            _ if before.is(AUXILIARY) && !self.says(at, Cue::ToBe) && (before.heads() || at > 0 && self.says(at - 1, Cue::SoNor)) => {
                if self.at(last).is_none_or(|t| t.gap & !SPACE != 0 || t.shape == Shape::Lower && !t.is(STOP)) {
                    Stands::GovernmentPerhaps
                } else {
                    Stands::Place
                }
            }
            // `wants Washington to speak`, `called on Tehran to release the crew`
            _ if self.is_to_do(at, last) => Stands::Government,
            _ if before.is(STOP) => Stands::Place,
            _ => {
                // `He said Colombo had stocks`
                let clause = before.is(SAY) && before.shape == Shape::Lower && self.does(last);
                if self.acts(last) || self.wills(last) || clause { Stands::GovernmentPerhaps } else { Stands::Place }
            }
        }
    }

    /// `are to build a bridge`: what is planned.
    fn is_to(&self, at: usize) -> bool {
        self.at(at).is_some_and(|t| t.gap == SPACE)
            && self.says(at, Cue::ToBe)
            && self.says(at + 1, Cue::To)
            && self.at(at + 2).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP))
    }

    /// The state or capital at `at` behind a small word: where it ends, and whether it is a capital.
    fn party(&self, at: usize) -> Option<(usize, bool)> {
        self.at(at).filter(|t| t.gap == SPACE && t.capital())?;
        let (end, meaning) = self.known(at, at + 3, &mut String::new())?;
        matches!(meaning.sense, Sense::Capital | Sense::Name).then_some((end, meaning.sense == Sense::Capital))
    }

    /// Whether a capital stands before the small word at `at` that no preposition says to be a place.
    fn is_party_before(&self, at: usize) -> bool {
        let starts = (at.saturating_sub(3)..at).rev();
        let mut capitals = starts.filter(|first| self.known(*first, at, &mut String::new()).is_some_and(|(end, m)| end == at && m.sense == Sense::Capital));
        capitals.next().is_some_and(|first| !self.preposition_before(first))
    }

    /// `Oslo, he said, would`: the word behind an aside between commas that says who speaks.
    fn behind_aside(&self, last: usize) -> Option<usize> {
        self.at(last).filter(|t| t.gap & !SPACE == COMMA)?;
        let end = (last + 2..last + 6).find(|at| self.at(*at).is_some_and(|t| t.gap & !SPACE != 0))?;
        let says = (last..end).any(|at| self.is(at, SAY));
        (says && self.at(end).is_some_and(|t| t.gap & !SPACE == COMMA)).then_some(end)
    }

    /// `wants Washington to speak`: whether a verb stands before the name and what it shall do behind it.
    fn is_to_do(&self, before: usize, last: usize) -> bool {
        let to = self.says(last, Cue::To) && self.at(last).is_some_and(|t| t.gap == SPACE);
        let verb = self.at(last + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP));
        // `called on X to`
        let calls = (self.says(before, Cue::On) || self.says(before, Cue::For)) && before > 0 && self.says(before - 1, Cue::CallsOn);
        let asks = calls || self.says(before, Cue::WantsOf);
        to && verb && asks
    }

    /// `Tehran would rather`: what a city cannot do.
    fn wills(&self, at: usize) -> bool {
        self.wills_from(at, SPACE)
    }

    /// As [`Self::wills`], with what stands before the word.
    fn wills_from(&self, at: usize, gap: Gap) -> bool {
        // `Berlin tiendra parole`
        let future = self.at(at).is_some_and(|t| t.shape == Shape::Lower && !t.is(STOP)) && self.words.cues.ends(Cue::WillEnds, self.word(at));
        let modal = self.says(at, Cue::Wills) || future;
        modal && self.at(at).is_some_and(|t| t.gap == gap) && !self.says(at + 1, Cue::Be)
    }

    /// `told PTI`, `according to PTI`, `PTI reported`: whether the words `first..last` speak or are told something.
    pub(super) fn speaks_or_is_told(&self, first: usize, last: usize) -> bool {
        let says = self.at(last).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(SAY)) || self.acts(last);
        let joined = first > 0 && self.at(first).is_some_and(|t| t.gap == SPACE);
        let told = joined && self.says(first - 1, Cue::Tell);
        let vouches = joined && (first.saturating_sub(3)..first).any(|at| self.according(at) == Some(first));
        says || told || vouches || self.described(first, last).is_some()
    }

    /// Whether what stands before `first..last` says that something is there or goes there: a preposition, or the head of a dispatch.
    pub(super) fn located(&self, first: usize, last: usize) -> bool {
        let dispatch = first == 0 && self.at(last).is_none_or(|t| t.gap & !SPACE != 0);
        let hyphened = self.at(last).is_some_and(|t| t.gap == HYPHEN);
        let placed = self.before(first).is_some_and(|(at, _)| self.words.has(Cue::Located, &self.word(at).to_ascii_lowercase()));
        dispatch || hyphened || placed
    }

    /// `Madrid did not`, `Lisbon followed`, `Lima may yet agree`: at the head of a sentence, what is done that no city does.
    fn does(&self, at: usize) -> bool {
        let mut verb = at;
        while self.at(verb).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(AUXILIARY)) || self.says(verb, Cue::Floating) {
            if self.says(verb, Cue::ToBe) {
                return false;
            }
            verb += 1;
        }
        // `has yet to sign`
        if verb > at && self.says(verb, Cue::To) {
            return self.at(verb + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP));
        }
        let word = self.word(verb);
        let Some(next) = self.at(verb).filter(|t| t.gap == SPACE && t.shape == Shape::Lower) else {
            // `Madrid did not.`, `Madrid does.`
            return verb > at && self.says(at, Cue::Modals);
        };
        let past = word.len() > 4 && self.words.cues.ends(Cue::PastEnds, word);
        // `Paris a une gare`
        let has = self.words.order == Order::HeadFirst && (self.says(at, Cue::Has) || self.says(at, Cue::Had));
        // `Tashkent opens its gates`: what has an object is a verb, and no plural.
        let plural = word.len() > 3 && self.words.cues.ends(Cue::PluralEnds, word) && !next.is(STOP);
        let present = plural && self.at(verb + 1).is_some_and(|t| t.gap == SPACE) && self.says(verb + 1, Cue::Objects);
        !self.words.is_city_verb(word) && !next.is(CULTURE) && (past || present || verb > at && !next.is(STOP) && !has)
    }

    /// Whether the seat `first..last` stands for its government and is not just a building.
    pub(super) fn seat_stands(&self, first: usize) -> bool {
        match self.before(first) {
            None => true,
            Some((at, _)) => !self.words.has(Cue::SeatLeads, &self.word(at).to_ascii_lowercase()),
        }
    }

    /// Whether what stands around `first..last` says that a person is meant.
    pub(super) fn person_around(&self, first: usize, last: usize) -> bool {
        let next = self.at(last);
        let who = next.is_some_and(|t| t.gap(COMMA)) && self.says(last, Cue::WhoWhose);
        let says = next.is_some_and(|t| t.gap == SPACE && t.is(SAY)) && !self.preposition_before(first);
        let told = first > 0 && self.at(first).is_some_and(|t| t.gap == SPACE) && self.says(first - 1, Cue::PersonLeads);
        who || says || told
    }

    /// Whether a preposition or a list of states stands around `first..last`.
    pub(super) fn place_around(&self, first: usize, last: usize) -> bool {
        // `Jordan’s king`
        let rules = self.at(last).is_some_and(|t| t.gap(POSSESSIVE) && (t.is(OFFICE | GOVERNMENT) || self.words.is_ruling(t.text(self.text))));
        if self.preposition_before(first) || rules {
            return true;
        }
        let mut buffer = String::new();
        let beside = |at: usize, buffer: &mut String| self.known(at, at + 3, buffer).is_some_and(|(_, m)| matches!(m.sense, Sense::Name));
        (self.says(last, Cue::And) && beside(last + 1, &mut buffer))
            || (first >= 2 && self.says(first - 1, Cue::And) && beside(first - 2, &mut buffer))
            || (self.at(last).is_some_and(|t| t.gap(COMMA)) && beside(last, &mut buffer))
    }

    /// `Jordan`, `Chad`, at a sentence's head `Turkey`: whether the name of a state `first..last` may be a person's or a common word, and nothing beside it speaks
    /// for the state.
    pub(super) fn shared(&self, first: usize, last: usize) -> bool {
        let lists = self.lists(first, &mut String::new());
        let person = lists & GIVEN != 0 && lists & SURNAME != 0;
        let thing = lists & COMMON != 0 && self.at(first).is_some_and(Token::heads);
        last - first == 1 && (person || thing) && !self.place_around(first, last)
    }

    /// Whether words with capitals stand beside `first..last`, so that it may be of a longer name: `Bank of Canada Tower`.
    pub(super) fn among(&self, first: usize, last: usize) -> bool {
        let name = |at: usize| self.at(at).is_some_and(|t| t.capital() && !t.is(TITLE | ROLE) && !(t.is(STOP) && t.heads()));
        let after = self.at(last).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0) && name(last);
        let joined = self.at(first).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0);
        let before = joined && first.checked_sub(1).is_some_and(name);
        let of = joined && first >= 2 && self.says(first - 1, Cue::OfFor) && self.at(first - 1).is_some_and(|t| t.gap == SPACE) && name(first - 2);
        after || before || of
    }

    /// `the trawler Melkart`, `HMS Amethyst`: whether the capitals from `first` on are a ship's.
    pub(super) fn vessel(&self, first: usize) -> bool {
        let mut buffer = String::new();
        let prefix = self.at(first).is_some_and(|t| t.shape == Shape::Upper) && self.at(first + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Capital);
        let noun = first > 0 && self.at(first).is_some_and(|t| t.gap & !(SPACE | QUOTE) == 0 && t.gap & SPACE != 0);
        prefix && self.words.is_vessel(folded(self.word(first), &mut buffer))
            || noun
                && self.at(first - 1).is_some_and(|t| t.shape == Shape::Lower || t.shape == Shape::Upper)
                && self.words.is_vessel(folded(self.word(first - 1), &mut buffer))
    }

    /// `Lake Chad`, `Mount Kenya`: whether a word that begins a place's name stands right before `first`.
    pub(super) fn of_a_place(&self, first: usize) -> bool {
        first > 0 && self.at(first).is_some_and(|t| t.gap == SPACE) && self.at(first - 1).is_some_and(|t| t.shape == Shape::Capital && t.is(PLACE))
    }

    /// `Brazil nuts`, `a Panama hat`: whether the name that ends before `last` is of a thing.
    pub(super) fn of_a_thing(&self, last: usize) -> bool {
        self.at(last).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(CULTURE) && !t.is(ROLE | GOVERNMENT | ACT | SAY))
    }

    /// `the 2019 Canadian federal election`: a name within the name of an event.
    pub(super) fn within_event(&self, first: usize, last: usize) -> bool {
        let year =
            first > 0 && self.at(first).is_some_and(|t| t.gap == SPACE) && self.at(first - 1).is_some_and(|t| t.shape == Shape::Number && t.end - t.start == 4);
        year && (last..last + 5).take_while(|at| self.at(*at).is_some_and(|t| t.gap == SPACE && !t.is(STOP))).any(|at| self.at(at).is_some_and(|t| t.is(EVENT)))
    }

    fn preposition_before(&self, first: usize) -> bool {
        first > 0 && self.at(first).is_some_and(|t| t.gap == SPACE) && self.says(first - 1, Cue::PlaceLeads)
    }
}
