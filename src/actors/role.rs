//! Roles as the text states them: a title before a name (behind it: `role_behind`), and of whom. None from knowledge of the world.

use super::candidate::{Candidates, RoleClaim, Spot};
use super::name::Grammar;
use super::placed::Placed;
use super::reading::Reading;
use super::token::{COMMA, DOT, HYPHEN, SPACE, Shape, Token, range};
use crate::language::naming::{
    ABBREVIATION, ACT, AUXILIARY, DECORATION, DIRECTED, MONTH, OFFICE, ORGANISATION, PEOPLE, PRESSURE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER,
};
use crate::language::{Cue, NamingWords, Order};
use crate::model::{Certainty, Kind, Naming, Role};
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// Farthest that is looked back for whom a title is of, in words or in names.
pub(super) const FARTHEST: usize = 60;

/// Adds roles and acts to the candidates.
pub(super) fn roles(reading: &Reading<'_>, candidates: &mut Candidates) {
    let mut roles = Vec::new();
    let mut acts = Vec::new();
    let states: FxHashSet<u32> = (0u32..).zip(&candidates.entities).filter(|(_, entity)| entity.kind == Kind::State).map(|(number, _)| number).collect();
    let persons: FxHashSet<u32> = (0u32..).zip(&candidates.entities).filter(|(_, entity)| entity.kind == Kind::Person).map(|(number, _)| number).collect();
    let places: FxHashSet<u32> = (0u32..).zip(&candidates.entities).filter(|(_, entity)| entity.kind == Kind::Place).map(|(number, _)| number).collect();
    for view in &reading.views {
        let from = candidates.spots.partition_point(|spot| spot.block < view.block);
        let to = candidates.spots.partition_point(|spot| spot.block <= view.block);
        let spots = candidates.spots.get(from..to).unwrap_or_default();
        if spots.is_empty() || matches!(view.role, Role::Title | Role::Heading | Role::Section | Role::FaqTitle) {
            continue;
        }
        let grammar = reading.grammar(view);
        let finder = Finder { grammar: &grammar, spots, placed: &Placed::of(&grammar, spots), states: &states, persons: &persons, places: &places };
        for spot in spots {
            if persons.contains(&spot.entity) {
                if grammar.words.order == Order::HeadFirst {
                    finder.role_first(*spot, &mut roles);
                    continue;
                }
                finder.before(*spot, &mut roles);
                finder.behind(*spot, &mut roles);
            }
        }
        finder.acts(&mut acts);
    }
    roles.sort_by_key(|role: &RoleClaim| (role.block, role.title.start, role.title.end));
    candidates.roles = roles;
    candidates.acts = acts;
}

/// `Presidents` A and B: a title in the plural is nobody's.
pub(super) fn many(title: &str, words: &NamingWords) -> bool {
    words.cues.ends(Cue::PluralEnds, title) && !words.cues.ends(Cue::SingularEnds, title) && title.starts_with(char::is_uppercase)
}

pub(super) struct Finder<'f> {
    pub(super) grammar: &'f Grammar<'f>,
    pub(super) spots: &'f [Spot],
    /// The same by word.
    pub(super) placed: &'f Placed<'f>,
    /// Entities that are states.
    pub(super) states: &'f FxHashSet<u32>,
    /// Entities that are persons.
    pub(super) persons: &'f FxHashSet<u32>,
    /// Entities that are places.
    pub(super) places: &'f FxHashSet<u32>,
}

impl Finder<'_> {
    /// The spot that holds the byte range of word `at`.
    pub(super) fn spot_at(&self, at: usize) -> Option<Spot> {
        self.placed.at(at)
    }

    pub(super) fn first_word(&self, spot: Spot) -> usize {
        self.grammar.tokens.partition_point(|token| token.start < spot.range.start)
    }

    pub(super) fn is(&self, at: usize, flags: u32) -> bool {
        self.grammar.at(at).is_some_and(|token| token.is(flags))
    }

    /// `Turkey’s Foreign Minister Ann Lindqvist`.
    pub(super) fn before(&self, spot: Spot, roles: &mut Vec<RoleClaim>) {
        let name = self.first_word(spot);
        self.titles(spot, name, roles);
    }

    /// The titles that end before `name`.
    fn titles(&self, spot: Spot, name: usize, roles: &mut Vec<RoleClaim>) {
        let Some(first) = self.grammar.at(name) else { return };
        let commaed = first.gap & !SPACE == COMMA;
        if self.listed(spot, name, roles) || !(commaed || first.gap == SPACE || first.gap == SPACE | DOT) {
            return;
        }
        // `whose leader is Moussa ag Agaly`
        let copula = !commaed && name > 1 && self.grammar.says(name - 1, Cue::Is) && self.is(name - 2, ROLE);
        let name = if copula { name - 1 } else { name };
        let mut start = self.objected(name).unwrap_or(name);
        while start > 0 && name - start < 10 {
            let Some(token) = self.grammar.at(start - 1) else { break };
            // `Secretary of State`
            let of = self.grammar.says(start - 1, Cue::Of)
                && token.gap == SPACE
                && start > 1
                && start < name
                && self.is(start, TITLE_MODIFIER)
                && self.is(start - 2, ROLE | TITLE);
            let role = of || token.is(TITLE | TITLE_MODIFIER | ROLE) || (token.is(OFFICE | ORGANISATION) && token.capital()) || self.portfolio(start - 1, name);
            if !role || token.is(DECORATION) && !token.capital() || self.spot_at(start - 1).is_some() || (token.is(STOP) && !token.capital() && !of) {
                break;
            }
            start -= 1;
            if token.gap & !(SPACE | HYPHEN) != 0 && !(token.gap == SPACE | DOT && start > 0 && self.is(start - 1, ABBREVIATION)) {
                break;
            }
        }
        // `Mr Speaker, Ann Lee is my friend`
        if commaed && start < name && self.grammar.words.is_address(&self.grammar.word(start).to_lowercase()) && self.grammar.word(start).starts_with('M') {
            return;
        }
        if start < name {
            start = self.compound(start);
        }
        let mut of = None;
        let mut end = name;
        if commaed && start == name {
            // `Special Representative for Peru, Ann Lee`; `the U.S. Ambassador to Lima and ...`
            let object = name.checked_sub(1).and_then(|at| self.spot_at(at));
            if let Some(object) = object {
                let at = self.described(self.first_word(object));
                let at = if at > 0 && self.grammar.says(at - 1, Cue::ShortArticles) { at - 1 } else { at };
                // `The Minister of Petroleum of Peru, Ann Lee`
                let portfolio = at.checked_sub(1).filter(|of| self.grammar.says(*of, Cue::Of)).and_then(|of| self.objected(of));
                let post = portfolio.or_else(|| at.checked_sub(2).filter(|post| self.is(*post, ROLE | TITLE)));
                if let Some(post) = post.filter(|_| self.grammar.says(at.saturating_sub(1), Cue::OfForTo)) {
                    let mut from = post;
                    // `Attorney-General`, `commander-in-chief`
                    while from > 0 && self.grammar.at(from).is_some_and(|t| t.gap == HYPHEN || t.gap == SPACE && self.is(from - 1, TITLE_MODIFIER | TITLE)) {
                        from -= 1;
                    }
                    // `by A, Prime Minister of India, B, President of Pakistan`: A's.
                    if self.of_another(None, from) {
                        return;
                    }
                    let title_end = if self.grammar.says(at - 1, Cue::For) { name } else { at - 1 };
                    if self.grammar.says(from.saturating_sub(1), Cue::And) {
                        self.joined(spot, from - 1, name, roles);
                    }
                    self.push(
                        spot,
                        (from, title_end),
                        (from, name),
                        if self.grammar.says(at - 1, Cue::Of) { Some(object.range) } else { self.owner(from).or_else(|| self.earlier_owner(from)) },
                        roles,
                    );
                }
            }
            return;
        }
        // `his colleague for justice, X`
        if start == name || start > 0 && self.grammar.says(start - 1, Cue::OfFor) && self.grammar.at(start).is_some_and(|t| t.shape == Shape::Lower) {
            return;
        }
        // Dignities and forms of address at the end are no office: `Supreme Leader Ayatollah`.
        while end > start && self.grammar.words.is_address(self.grammar.word(end - 1).to_lowercase().trim_end_matches('.')) {
            end -= 1;
        }
        // `The Defence Secretary, Sir Alistair Thornbury`: what stands before the form of address.
        if end == start && !commaed {
            let start = if start > 0 && self.grammar.says(start - 1, Cue::The) { start - 1 } else { start };
            if self.grammar.at(start).is_some_and(|t| t.gap & !SPACE == COMMA) {
                self.titles(spot, start, roles);
            }
            return;
        }
        // `his Iranian counterpart, X`: no office, and yet it says whose official X is.
        if end > start
            && self.grammar.says(end - 1, Cue::Counterpart)
            && let Some(of) = self.owner(start)
            && let Some(place) = self.grammar.at(end - 1)
        {
            let title = TextRange { start: place.start, end: place.start };
            roles.push(RoleClaim { block: spot.block, holder: spot.range, title, phrase: title, of: Some(of), cut: None, certainty: Certainty::Inferred });
            return;
        }
        if end == start
            || !(start..end).any(|i| self.is(i, ROLE | TITLE))
            || self.is(start, SAY)
            || self.grammar.words.is_relative(self.grammar.word(end - 1))
            || many(self.grammar.word(end - 1), self.grammar.words) && !self.after_of(start, end)
        {
            return;
        }
        if of.is_none() {
            of = self.owner(start);
        }
        // `A, Peru's minister, B`: of A, where B has no other title and A none.
        if commaed && self.of_another(of, start) {
            return;
        }
        // What a pronoun means stands elsewhere and is not of the phrase.
        let phrase = of.and_then(|of| self.grammar.tokens.iter().position(|t| t.start == of.start)).filter(|at| *at < start).unwrap_or(start);
        let mut certainty = Certainty::Certain;
        if of.is_none()
            && let Some(antecedent) = self.antecedent(start)
        {
            of = Some(antecedent);
            certainty = Certainty::Inferred;
        }
        let its = start > 0 && self.grammar.says(start - 1, Cue::Its);
        if of.is_none()
            && !its
            && let Some(after) = self.of_after(spot)
        {
            of = Some(after);
        }
        if of.is_none()
            && (start..end).any(|i| self.is(i, TITLE) && self.is(i, ROLE))
            && let Some(state) = self.state_of_sentence(start, end).or_else(|| self.state_of_block(start, end))
        {
            of = Some(state);
            certainty = Certainty::Inferred;
        }
        // `Foreign Ministry spokesperson`: the title is the spokesperson's.
        let office = (start..end)
            .rev()
            .find(|i| self.is(*i, OFFICE) && !self.is(*i, ROLE | TITLE | TITLE_MODIFIER) && !self.is(i.wrapping_sub(1), TITLE) && !self.after_of(start, *i))
            .map_or(start, |office| office + 1);
        let start = if office < end { office } else { start };
        // `Army Chief Maj. Gen.`: an office and a rank.
        let rank = (start..end).find(|i| self.is(*i, ABBREVIATION) && self.is(*i, TITLE)).filter(|rank| *rank > start);
        match rank {
            Some(rank) => {
                self.push_sure(spot, (start, rank), (phrase, end), of, certainty, roles);
                self.push_sure(spot, (rank, end), (phrase, end), of, certainty, roles);
            }
            None => {
                // `former Colombian president`: the adjective in the midst is not of the title.
                let former = self.former(of, start);
                let from = roles.len();
                self.push_sure(spot, (former.unwrap_or(start), end), (former.unwrap_or(phrase), end), of, certainty, roles);
                for role in roles.get_mut(from..).unwrap_or_default() {
                    role.cut = former.and(of);
                }
            }
        }
        // `Its head, Colonel X`; `the Archbishop of Lima, Cardinal X`
        // `My Minister of Finance, the Honourable X`
        let start = if self.grammar.says(start.wrapping_sub(1), Cue::The) && self.grammar.words.is_address(&self.grammar.word(start).to_lowercase()) {
            start - 1
        } else {
            start
        };
        if start > 0 && !commaed && self.grammar.at(start).is_some_and(|t| t.gap & !SPACE == COMMA) {
            self.titles(spot, start, roles);
        }
    }

    /// `the head of the Mongolian mining company X`: where the small words begin that describe the name at `at`.
    fn described(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 && at - start < 5 {
            let Some(token) = self.grammar.at(start - 1) else { break };
            let demonym = self.spot_at(start - 1).is_some_and(|spot| spot.naming == Naming::Demonym);
            let small = token.shape == Shape::Lower && !token.is(STOP | SAY | ROLE) && self.spot_at(start - 1).is_none();
            if !(demonym || small) || self.grammar.at(start).is_none_or(|t| t.gap & !(SPACE | HYPHEN) != 0) {
                break;
            }
            start -= 1;
        }
        if self.grammar.says(start.wrapping_sub(1), Cue::DescribedLeads) { start } else { at }
    }

    /// `the Fund's mission chief`, `Congolese militia leader`: where small common words between an owner and a title begin.
    fn compound(&self, start: usize) -> usize {
        for from in (start.saturating_sub(2)..start).rev() {
            let Some(token) = self.grammar.at(from) else { break };
            let small = token.shape == Shape::Lower
                && !token.is(STOP | SAY | DECORATION | ACT | DIRECTED | PRESSURE | AUXILIARY | MONTH)
                && self.spot_at(from).is_none();
            if !small
                || self.grammar.at(from + 1).is_none_or(|t| t.gap & !(SPACE | HYPHEN) != 0)
                || self.grammar.words.cues.ends(Cue::PastEnds, self.grammar.word(from))
            {
                break;
            }
            let article = from > 0 && self.grammar.at(from).is_some_and(|t| t.gap == SPACE) && self.grammar.says(from - 1, Cue::CompoundLeads);
            if article || self.owner(from).is_some() {
                return from;
            }
        }
        start
    }

    /// Whether a title stands right before the name.
    pub(super) fn titled(&self, spot: Spot) -> bool {
        let first = self.first_word(spot);
        first > 0 && self.is(first - 1, TITLE | ROLE) && self.grammar.at(first).is_some_and(|t| t.gap & !(SPACE | DOT) == 0)
    }

    /// Whether an `of` or `for` stands between `start` and `at`: `Chief of the General Staff`.
    fn after_of(&self, start: usize, at: usize) -> bool {
        (start..at).any(|i| self.grammar.says(i, Cue::OfFor))
    }

    /// `Competition Commissioner`: a common word in capitals before a title in capitals is of the title.
    fn portfolio(&self, at: usize, name: usize) -> bool {
        let (Some(token), Some(next)) = (self.grammar.at(at), self.grammar.at(at + 1)) else { return false };
        let word = self.grammar.word(at);
        at + 1 < name
            && token.shape == Shape::Capital
            && next.gap == SPACE
            && next.capital()
            && next.is(ROLE | TITLE)
            && !token.is(STOP | MONTH | PEOPLE | SAY | DECORATION)
            && !self.grammar.words.cues.ends(Cue::VerbalEnds, word)
            && (!token.heads() || self.grammar.words.cues.ends(Cue::AbstractEnds, word))
            && self.grammar.common(at, &mut String::new())
    }

    /// `Secretary of Foreign Affairs X`, `Minister for Trade and Industry, X`: where the title begins whose object in capitals ends at `name`.
    fn objected(&self, name: usize) -> Option<usize> {
        let mut at = name;
        while at > 0 && name - at < 7 {
            at -= 1;
            let token = self.grammar.at(at)?;
            if self.grammar.says(at, Cue::OfFor) && token.gap == SPACE && at + 1 < name {
                return at.checked_sub(1).filter(|role| self.is(*role, ROLE | TITLE) && self.spot_at(*role).is_none());
            }
            let inner = token.capital() && token.gap & !(SPACE | HYPHEN | COMMA) == 0 && !token.is(TITLE | ROLE) || self.grammar.says(at, Cue::AndThe);
            if !inner || self.spot_at(at).is_some() {
                return None;
            }
        }
        None
    }

    /// `Presidents Ngozi Ibekwe of Nigeria and Peter Kariuki of Kenya`: each has the title in the singular.
    fn listed(&self, spot: Spot, name: usize, roles: &mut Vec<RoleClaim>) -> bool {
        let mut at = name;
        let mut others = 0;
        while at > 0 && name - at < 16 {
            at -= 1;
            let Some(token) = self.grammar.at(at) else { return false };
            if self.spot_at(at).is_some() {
                others += 1;
                continue;
            }
            let word = self.grammar.word(at);
            if token.is(TITLE) && token.capital() && many(word, self.grammar.words) && word.len() > 4 {
                let follows = self.grammar.at(name).is_some_and(|t| t.gap == SPACE);
                let more = others > 0 || {
                    let next = self.grammar.tokens.partition_point(|t| t.start < spot.range.end);
                    self.grammar.says(next, Cue::AndOf) || self.grammar.at(next).is_some_and(|t| t.gap(COMMA))
                };
                if !more || !follows && others == 0 {
                    return false;
                }
                let mut start = at;
                while start > 0 && self.is(start - 1, TITLE_MODIFIER) && self.grammar.at(start).is_some_and(|t| t.gap == SPACE) {
                    start -= 1;
                }
                let of = self.of_after(spot).or_else(|| self.owner(start));
                let Some(first) = self.grammar.at(start) else { return false };
                let title = TextRange { start: first.start, end: token.end - 1 };
                roles.push(RoleClaim { block: spot.block, holder: spot.range, title, phrase: title, of, cut: None, certainty: Certainty::Certain });
                return true;
            }
            if !self.grammar.words.has(Cue::AndOfThe, word) || token.gap & !(SPACE | COMMA) != 0 {
                return false;
            }
        }
        false
    }

    /// The title before the `and` at `and`, with its owner: `the U.S. Ambassador to Lima and ...`.
    pub(super) fn joined(&self, spot: Spot, and: usize, name: usize, roles: &mut Vec<RoleClaim>) {
        let Some(role) = (and.saturating_sub(7)..and).rev().find(|i| self.is(*i, ROLE | TITLE)) else { return };
        let mut start = role;
        while start > 0
            && self.is(start - 1, TITLE_MODIFIER | TITLE)
            && self.spot_at(start - 1).is_none()
            && self.grammar.at(start).is_some_and(|t| t.gap == SPACE)
        {
            start -= 1;
        }
        if let Some(of) = self.owner(start) {
            self.push(spot, (start, role + 1), (start, name), Some(of), roles);
        }
    }

    /// The range of the words; `Gen.` keeps its full stop.
    fn stopped(&self, words: &[Token]) -> TextRange {
        let mut range = range(words);
        let abbreviates = words.last().is_some_and(|token| token.is(ABBREVIATION) || token.shape == Shape::Initial);
        if abbreviates && self.grammar.text.get(range.end as usize..).is_some_and(|rest| rest.starts_with('.')) {
            range.end += 1;
        }
        range
    }

    pub(super) fn push(&self, spot: Spot, title: (usize, usize), phrase: (usize, usize), of: Option<TextRange>, roles: &mut Vec<RoleClaim>) {
        self.push_sure(spot, title, phrase, of, Certainty::Certain, roles);
    }

    pub(super) fn push_sure(
        &self,
        spot: Spot,
        title: (usize, usize),
        phrase: (usize, usize),
        of: Option<TextRange>,
        certainty: Certainty,
        roles: &mut Vec<RoleClaim>,
    ) {
        let (Some(title), Some(phrase)) = (self.grammar.tokens.get(title.0..title.1), self.grammar.tokens.get(phrase.0..phrase.1)) else { return };
        let (title, phrase) = (self.stopped(title), self.stopped(phrase));
        let phrase = TextRange { start: phrase.start.min(title.start), end: phrase.end.max(title.end) };
        if !title.is_empty() {
            roles.push(RoleClaim { block: spot.block, holder: spot.range, title, phrase, of, cut: None, certainty });
        }
    }
}
