//! One briefing's names to who they name: full names first, then acronyms, short forms and what the gazetteer knows.

use super::candidate::{Candidates, Entity};
use super::gazetteer::Sense;
use super::key::{clean_name, name_key, name_words, person_key, u32_of, within};
use super::name::{Found, Grammar, What};
use super::reading::{Reading, View};
use super::setting::Setting;
use super::token::{COMMA, SPACE, Shape, Token, range};
use crate::language::naming::{ARMED, BUSINESS, FAMILY_FIRST, LEGAL, NOT_ACRONYM, ORGANISATION, PARTICLE, SAY, STOP};
use crate::language::{Cue, Order};
use crate::model::{Alias, AliasKind, BlockNo, Kind};
use rustc_hash::{FxHashMap, FxHashSet};

/// A person by full name.
pub(super) struct Person {
    pub(super) words: Vec<String>,
    pub(super) entity: u32,
    /// Where the person was first named: block and word.
    pub(super) since: (u32, usize),
}

/// Who is known in the briefing so far.
pub(super) struct Resolver<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) candidates: Candidates,
    pub(super) by_key: FxHashMap<String, u32>,
    /// Actors of the gazetteer that are named, by their number in it.
    by_number: FxHashMap<u16, u32>,
    pub(super) persons: Vec<Person>,
    /// Full name to person.
    pub(super) full: FxHashMap<String, usize>,
    /// Short form to persons.
    pub(super) short: FxHashMap<String, Vec<usize>>,
    /// Names before the last one to persons.
    pub(super) first_names: FxHashMap<String, Vec<usize>>,
    /// Acronym or short form of a body to its entity.
    pub(super) bodies: FxHashMap<String, u32>,
    /// Short forms of bodies that may stand behind `the`.
    pub(super) with_article: FxHashSet<String>,
    /// Initials of a body's name to its entity; `None` where several have them.
    pub(super) initials: FxHashMap<String, Option<u32>>,
    /// Letters that nobody knows, with how often they stand in the text, and whether they speak or are told something there.
    pub(super) letters: FxHashMap<String, (usize, bool)>,
    /// The block in which somebody was last named in full.
    pub(super) last_named: FxHashMap<u32, BlockNo>,
    /// Words with which somebody's post is named: `Eskom chief executive`.
    employers: Vec<(usize, Found)>,
    /// Names that a state and a place have, with the place where it is meant.
    pub(super) namesakes: Vec<(String, Option<u16>)>,
    pub(super) buffer: String,
}

pub(super) fn reads_head_first(grammar: &Grammar<'_>) -> bool {
    grammar.words.order == Order::HeadFirst
}

/// Who is named where in one briefing.
pub(super) fn resolve(reading: &Reading<'_>) -> Candidates {
    let mut resolver = Resolver {
        reading,
        candidates: Candidates::default(),
        by_key: FxHashMap::default(),
        by_number: FxHashMap::default(),
        persons: Vec::new(),
        full: FxHashMap::default(),
        short: FxHashMap::default(),
        first_names: FxHashMap::default(),
        bodies: FxHashMap::default(),
        with_article: FxHashSet::default(),
        initials: FxHashMap::default(),
        letters: FxHashMap::default(),
        last_named: FxHashMap::default(),
        employers: Vec::new(),
        namesakes: Vec::new(),
        buffer: String::new(),
    };
    resolver.introduce();
    resolver.variants();
    resolver.shorten();
    resolver.employ();
    for (number, view) in reading.views.iter().enumerate() {
        match view.setting {
            Setting::Prose => resolver.prose(number, view),
            Setting::Title => resolver.title(view),
            Setting::Capitals => {
                resolver.prose(number, view);
                resolver.title(view);
                let spots = &mut resolver.candidates.spots;
                let first = spots.partition_point(|spot| spot.block < view.block);
                if let Some(here) = spots.get_mut(first..) {
                    here.sort_by_key(|spot| spot.range.start);
                }
            }
        }
    }
    resolver.candidates
}

impl<'a> Resolver<'_, 'a> {
    /// First pass: everybody who is named in full.
    pub(super) fn introduce(&mut self) {
        let reading = self.reading;
        // Weak names count where another place of the text supports them.
        let mut support: FxHashMap<String, u32> = FxHashMap::default();
        let mut weak = Vec::new();
        let mut others: Vec<(String, String)> = Vec::new();
        let mut employers: Vec<(usize, Found)> = Vec::new();
        for (number, view) in reading.views.iter().enumerate() {
            let grammar = reading.grammar(view);
            for found in reading.found(view) {
                let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
                match found.what {
                    What::Person { .. } => {
                        self.person(view, tokens, (u32_of(number), found.first));
                        if let Some((first, last)) = grammar.other_name(found.last) {
                            others.push((person_key(view.text, tokens), person_key(view.text, grammar.tokens.get(first..last).unwrap_or_default())));
                        }
                    }
                    What::MaybePerson => weak.push((number, found.first, found.last)),
                    What::Single { titled } => {
                        if !titled && grammar.employs(found.first, found.last) {
                            employers.push((number, *found));
                        }
                        let strong = titled || grammar.at(found.last).is_some_and(|t| t.gap == SPACE && t.is(SAY));
                        *support.entry(name_key(view.text, tokens)).or_default() += if strong { 2 } else { 1 };
                    }
                    What::Body { kind } | What::Defined { kind } => {
                        if let [only] = tokens
                            && let Some(entity) = self.bodies.get(only.text(view.text)).copied()
                        {
                            self.by_key.entry(format!("o:{}", name_key(view.text, tokens))).or_insert(entity);
                        }
                        self.body(view, &grammar, *found, kind);
                        self.describe(view, &grammar, *found);
                    }
                    What::Acronym { .. } => {
                        let word = range(tokens).of(view.text).to_owned();
                        let (often, speaks) = self.letters.entry(word).or_default();
                        *often += 1;
                        *speaks |= grammar.speaks_or_is_told(found.first, found.last);
                    }
                    What::Known { actor, sense, .. } => {
                        // `the World Food Programme (WFP)`: the letters in brackets are its own here.
                        if let Some(next) = grammar.at(found.last)
                            && sense == Sense::Name
                            && (!reading.gazetteer.known(actor).is_some_and(|known| matches!(known.kind, Kind::State | Kind::Place))
                                || grammar.initials(found.last) == Some(found.first))
                            && next.shape == Shape::Upper
                            && grammar.bracketed(found.last)
                        {
                            let entity = self.known(actor);
                            self.bodies.insert(next.text(view.text).to_owned(), entity);
                        }
                        if sense == Sense::Name
                            && found.last - found.first > 1
                            && reading.gazetteer.known(actor).is_some_and(|known| matches!(known.kind, Kind::Organisation | Kind::ArmedGroup))
                        {
                            let entity = self.known(actor);
                            self.short_body(view, &grammar, *found, entity);
                            self.spell(view, tokens, entity);
                        }
                    }
                }
            }
        }
        for (person, other) in others {
            let Some(person) = self.full.get(&person).copied() else { continue };
            if !other.contains(' ') {
                let list = self.short.entry(other).or_default();
                if !list.contains(&person) {
                    list.push(person);
                }
            } else if let Some(same) = self.full.get(&other).copied() {
                self.persons[same].entity = self.persons[person].entity;
            } else {
                self.full.insert(other, person);
            }
        }
        self.employers = employers;
        for (number, first, last) in weak {
            let Some(view) = reading.views.get(number) else { continue };
            let grammar = reading.grammar(view);
            let tokens = grammar.tokens.get(first..last).unwrap_or_default();
            let surname = tokens.last().map(|token| name_key(view.text, std::slice::from_ref(token))).unwrap_or_default();
            if self.full.contains_key(&person_key(view.text, tokens)) || support.get(&surname).copied().unwrap_or_default() >= 2 {
                self.person(view, tokens, (u32_of(number), first));
            }
        }
    }

    pub(super) fn entity(&mut self, key: String, name: &str, kind: Kind, known: Option<u16>) -> u32 {
        if let Some(entity) = self.by_key.get(&key) {
            return *entity;
        }
        let number = u32_of(self.candidates.entities.len());
        self.candidates.entities.push(Entity { key: key.as_str().into(), name: name.into(), kind, aliases: Vec::new(), known, sort: name.into() });
        self.by_key.insert(key, number);
        number
    }

    pub(super) fn known(&mut self, actor: u16) -> u32 {
        if let Some(entity) = self.by_number.get(&actor) {
            return *entity;
        }
        let gazetteer = self.reading.gazetteer;
        let (name, kind) = gazetteer.known(actor).map_or(("", Kind::Place), |known| (known.name, known.kind));
        let key = gazetteer.key(actor);
        let entity = self.entity(key, name, kind, Some(actor));
        self.by_number.insert(actor, entity);
        entity
    }

    pub(super) fn alias(&mut self, entity: u32, text: &str, kind: AliasKind) {
        if let Some(entity) = self.candidates.entities.get_mut(entity as usize)
            && entity.name.as_ref() != text
            && entity.known.is_none()
            && !entity.aliases.iter().any(|alias| alias.text == text)
            && entity.aliases.len() < 12
        {
            entity.aliases.push(Alias { text: text.to_owned(), kind });
        }
    }

    pub(super) fn person(&mut self, view: &View<'a>, tokens: &[Token], since: (u32, usize)) {
        let key = person_key(view.text, tokens);
        if self.full.contains_key(&key) {
            return;
        }
        let words = name_words(view.text, tokens);
        let name = clean_name(view.text, tokens);
        let entity = self.entity(format!("p:{key}"), &name, Kind::Person, None);
        let family_first = words.first().is_some_and(|first| self.reading.words.flags(first) & FAMILY_FIRST != 0);
        if !family_first
            && let Some((given, surname)) = name.rsplit_once(' ')
            && let Some(entity) = self.candidates.entities.get_mut(entity as usize)
        {
            entity.sort = format!("{surname}, {given}").into();
        }
        self.full.insert(key, self.persons.len());
        self.persons.push(Person { words, entity, since });
    }

    pub(super) fn body(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found, kind: Kind) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let key = name_key(view.text, tokens);
        let name = clean_name(view.text, tokens);
        // The Senate of one briefing is not that of another.
        if tokens.len() == 1 && grammar.says(found.first, Cue::Chambers) {
            if !self.by_key.contains_key(&format!("o:{key}")) {
                let entity = self.entity(format!("o:{key}:@{}", self.reading.briefing), &name, kind, None);
                self.by_key.insert(format!("o:{key}"), entity);
            }
            return;
        }
        // `Aurelis Energy Pty Ltd` is Aurelis Energy.
        let forms = tokens.iter().rev().take_while(|token| token.is(LEGAL) && token.gap & !(SPACE | COMMA) == 0).count();
        let base = Some(tokens.len() - forms).filter(|base| forms > 0 && *base > 1).and_then(|base| tokens.get(..base));
        let base = base.map(|tokens| format!("o:{}", name_key(view.text, tokens)));
        let same = base.as_ref().and_then(|base| self.by_key.get(base)).copied();
        if let Some(same) = same {
            self.by_key.entry(format!("o:{key}")).or_insert(same);
        }
        let entity = self.entity(format!("o:{key}"), &name, kind, None);
        if let Some(base) = base {
            self.by_key.entry(base).or_insert(entity);
        }
        if same == Some(entity) {
            self.alias(entity, &name, AliasKind::Name);
        }
        if let Some(next) = grammar.at(found.last)
            && grammar.bracketed(found.last)
            && (next.shape == Shape::Upper || matches!(found.what, What::Defined { .. }))
            && !next.is(NOT_ACRONYM)
        {
            let letters = next.text(view.text).to_owned();
            self.alias(entity, &letters, AliasKind::Acronym);
            self.bodies.entry(letters).or_insert(entity);
        } else if let Some(next) = grammar.at(found.last)
            && next.shape == Shape::Capital
            && grammar.clipped(found.first, found.last)
        {
            let short = next.text(view.text).to_owned();
            self.alias(entity, &short, AliasKind::Short);
            self.bodies.entry(short).or_insert(entity);
        }
        self.spell(view, tokens, entity);
        // `Hydronor` behind `la société Hydronor`
        if let [only] = tokens
            && reads_head_first(grammar)
        {
            self.bodies.entry(only.text(view.text).to_owned()).or_insert(entity);
        }
        // `the National Independent Party, the RSP,`
        if let (Some(comma), Some(letters), Some(end)) = (grammar.at(found.last), grammar.at(found.last + 1), grammar.at(found.last + 2))
            && comma.gap & !SPACE == COMMA
            && grammar.says(found.last, Cue::OrThe)
            && letters.gap == SPACE
            && letters.shape == Shape::Upper
            && letters.flags & NOT_ACRONYM == 0
            && end.gap & COMMA != 0
            && grammar.known(found.last + 1, found.last + 2, &mut self.buffer).is_none()
        {
            let letters = letters.text(view.text).to_owned();
            self.alias(entity, &letters, AliasKind::Acronym);
            self.bodies.entry(letters).or_insert(entity);
        }
        // `Wagner` for `Wagner Group`.
        self.short_body(view, grammar, found, entity);
    }

    /// The initials of a body's name lead to it.
    fn spell(&mut self, view: &View<'a>, tokens: &[Token], entity: u32) {
        // `Parti national des vignerons`: PNV.
        let small = self.reading.words.order == Order::HeadFirst;
        let initials: String = tokens
            .iter()
            .filter(|t| (t.capital() || small) && !t.is(STOP))
            .filter_map(|t| t.text(view.text).chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        if initials.chars().count() >= 3 {
            self.initials.entry(initials).and_modify(|known| *known = known.filter(|other| *other == entity)).or_insert(Some(entity));
        }
    }

    /// `Wagner` for `Wagner Group`, `Helbing` for `Helbing & Sons`: a first word that is no common one, where only head nouns follow.
    fn short_body(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found, entity: u32) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        // `Altan Gol` for `Altan Gol LLC`
        if let [name @ .., legal] = tokens
            && legal.is(LEGAL)
            && legal.gap == SPACE
            && name.len() > 1
        {
            self.bodies.entry(range(name).of(view.text).to_owned()).or_insert(entity);
        }
        if let [only, rest @ .., head] = tokens
            && head.is(ORGANISATION | ARMED | LEGAL | BUSINESS)
            && rest.iter().all(|token| token.is(ORGANISATION | ARMED | LEGAL | BUSINESS))
            && only.capital()
            && only.flags & !(PARTICLE | FAMILY_FIRST) == 0
            && grammar.known(found.first, found.first + 1, &mut self.buffer).is_none()
            && !grammar.common(found.first, &mut self.buffer)
        {
            let short = only.text(view.text);
            // `Shares of Hanjae` beside Hanjae Heavy Industries.
            let key = format!("o:{}", name_key(view.text, std::slice::from_ref(only)));
            if let Some(known) = self.by_key.get_mut(&key) {
                *known = entity;
                self.bodies.insert(short.to_owned(), entity);
            }
            self.bodies.entry(short.to_owned()).or_insert(entity);
        }
    }

    /// A name that is a body's by what stands beside it once is so everywhere in the briefing; `the Ledger` is the Addis Ledger.
    fn describe(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found) {
        if grammar.described(found.first, found.last).is_none() {
            return;
        }
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let Some(entity) = self.by_key.get(&format!("o:{}", name_key(view.text, tokens))).copied() else { return };
        let whole = range(tokens).of(view.text);
        self.bodies.entry(whole.to_owned()).or_insert(entity);
        self.with_article.insert(whole.to_owned());
        if let [_, .., last] = tokens
            && last.gap == SPACE
            && last.flags & (ORGANISATION | ARMED | LEGAL | BUSINESS) == 0
        {
            let last = last.text(view.text);
            self.bodies.entry(last.to_owned()).or_insert(entity);
            self.with_article.insert(last.to_owned());
        }
    }

    /// `Maria Lindqvist` is `Ann Maria Lindqvist` where only one full name can be meant.
    pub(super) fn variants(&mut self) {
        let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, person) in self.persons.iter().enumerate() {
            if let Some(surname) = person.words.last() {
                by_surname.entry(surname).or_default().push(number);
            }
        }
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (number, person) in self.persons.iter().enumerate() {
            let same = person.words.last().and_then(|surname| by_surname.get(surname.as_str())).map_or(&[][..], Vec::as_slice);
            // Many of one surname: a list of names, nothing to join.
            if same.len() > 8 {
                continue;
            }
            let mut wider = same.iter().filter(|other| **other != number && within(&person.words, &self.persons[**other].words));
            if let (Some(other), None) = (wider.next(), wider.next()) {
                joined.push((number, *other));
            }
        }
        joined.extend(self.openings());
        for (number, other) in joined {
            let target = self.persons[other].entity;
            let since = self.persons[number].since.min(self.persons[other].since);
            let name = self.candidates.entities.get(self.persons[number].entity as usize).map(|e| e.name.to_string()).unwrap_or_default();
            self.alias(target, &name, AliasKind::Name);
            self.persons[number].entity = target;
            self.persons[other].since = since;
        }
    }

    /// `Siti Rahimah` is `Siti Rahimah binti Omarali`, `Arkady Lvovich` is `Arkady Lvovich Petrov`: names with which one longer name begins.
    fn openings(&self) -> Vec<(usize, usize)> {
        let mut longer: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
        for (number, person) in self.persons.iter().enumerate() {
            if let [first, second, _, ..] = person.words.as_slice() {
                longer.entry((first, second)).or_default().push(number);
            }
        }
        let opens = |(number, person): (usize, &Person)| {
            let [first, second, ..] = person.words.as_slice() else { return None };
            let longer = longer.get(&(first.as_str(), second.as_str())).filter(|longer| longer.len() <= 8)?;
            let mut longer = longer.iter().filter(|other| {
                let words = &self.persons[**other].words;
                words.len() > person.words.len() && words.starts_with(&person.words)
            });
            longer.next().filter(|_| longer.next().is_none()).map(|other| (number, *other))
        };
        self.persons.iter().enumerate().filter_map(opens).collect()
    }

    /// `Eskom`, whose chief executive is named, is a body where no person is called so.
    fn employ(&mut self) {
        let reading = self.reading;
        for (number, found) in std::mem::take(&mut self.employers) {
            let Some(view) = reading.views.get(number) else { continue };
            let grammar = reading.grammar(view);
            let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
            let key = name_key(view.text, tokens);
            let text = range(tokens).of(view.text);
            if !self.short.contains_key(&key) && !self.first_names.contains_key(&key) && !self.bodies.contains_key(text) {
                let entity = self.entity(format!("o:{key}"), &clean_name(view.text, tokens), Kind::Organisation, None);
                self.bodies.insert(text.to_owned(), entity);
            }
        }
    }

    /// The short forms of everybody.
    pub(super) fn shorten(&mut self) {
        for (number, person) in self.persons.iter().enumerate() {
            let mut forms: Vec<String> = Vec::new();
            let Some(last) = person.words.last() else { continue };
            // First names and, for `Rodolfo Quispe Arana`, the names between.
            for first in person.words.iter().take(person.words.len() - 1) {
                let list = self.first_names.entry(first.clone()).or_default();
                if !list.iter().any(|other| self.persons[*other].entity == person.entity) {
                    list.push(number);
                }
            }
            let bare = last.rsplit('-').next().unwrap_or(last);
            forms.push(last.clone());
            if bare != last {
                forms.push(bare.to_owned());
            }
            // `de la Cruz`, `bin Salman`
            let particles = person.words.iter().rev().skip(1).take_while(|word| self.reading.words.flags(word) & PARTICLE != 0).count();
            if particles > 0 && particles + 1 < person.words.len() {
                forms.push(person.words[person.words.len() - 1 - particles..].join(" "));
            }
            if let Some(first) = person.words.first()
                && person.words.len() > 1
                && self.reading.words.flags(first) & FAMILY_FIRST != 0
            {
                forms.push(first.clone());
            }
            for form in forms {
                let list = self.short.entry(form).or_default();
                if !list.iter().any(|other| self.persons[*other].entity == person.entity) {
                    list.push(number);
                }
            }
        }
    }
}
