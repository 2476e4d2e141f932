//! One briefing's names to who they name: full names first, then acronyms, short forms and what the gazetteer knows.

use super::candidate::{Candidates, Entity, OpenClaim, Spot};
use super::context::Stands;
use super::gazetteer::{Gazetteer, Sense, gazetteer};
use super::name::{Found, Grammar, What};
use super::token::{HYPHEN, SPACE, Shape, Token, folded, push_folded, range, tokenize};
use crate::language::naming::{FAMILY_FIRST, NOT_ACRONYM, PARTICLE, ROLE, SAY, STOP};
use crate::language::{NamingWords, Pack};
use crate::model::{Alias, AliasKind, Block, BlockNo, Briefing, Certainty, Kind, Naming, Role, Shape as BlockShape};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How a block is set, as far as capitals tell names from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    /// Capitals mark names.
    Prose,
    /// Most words have capitals.
    Title,
    /// Everything is in capitals.
    Capitals,
}

/// A block's words and what was found in it.
pub(super) struct View<'a> {
    pub(super) block: BlockNo,
    pub(super) text: &'a str,
    pub(super) role: Role,
    tokens: Range<usize>,
    found: Range<usize>,
    setting: Setting,
}

/// A briefing's words and names.
pub(super) struct Reading<'a> {
    pub(super) views: Vec<View<'a>>,
    tokens: Vec<Token>,
    found: Vec<Found>,
    words: &'a NamingWords,
    gazetteer: &'static Gazetteer,
}

impl<'a> Reading<'a> {
    pub(super) fn of(briefing: &'a Briefing, pack: &'a Pack) -> Self {
        let mut reading =
            Reading { views: Vec::with_capacity(briefing.blocks.len()), tokens: Vec::new(), found: Vec::new(), words: &pack.naming, gazetteer: gazetteer() };
        for (number, block) in briefing.blocks.iter().enumerate() {
            if !matches!(block.role, Role::FrontMatter | Role::Separator | Role::FaqMarker) && block.shape != BlockShape::Code {
                reading.add(BlockNo::at(number), block);
            }
        }
        reading
    }

    /// The words alone, without names.
    pub(super) fn words_of(briefing: &'a Briefing, pack: &'a Pack) -> Self {
        let mut reading =
            Reading { views: Vec::with_capacity(briefing.blocks.len()), tokens: Vec::new(), found: Vec::new(), words: &pack.naming, gazetteer: gazetteer() };
        for (number, block) in briefing.blocks.iter().enumerate() {
            if !matches!(block.role, Role::FrontMatter | Role::Separator | Role::FaqMarker) && block.shape != BlockShape::Code {
                let start = reading.tokens.len();
                let text = block.text.text();
                tokenize(text, reading.words, &mut reading.tokens);
                let tokens = start..reading.tokens.len();
                reading.views.push(View { block: BlockNo::at(number), text, role: block.role, tokens, found: 0..0, setting: Setting::Prose });
            }
        }
        reading
    }

    fn add(&mut self, number: BlockNo, block: &'a Block) {
        let text = block.text.text();
        let start = self.tokens.len();
        tokenize(text, self.words, &mut self.tokens);
        let tokens = start..self.tokens.len();
        let setting = setting(&self.tokens[tokens.clone()], block.role);
        let first = self.found.len();
        let grammar = Grammar { text, tokens: &self.tokens[tokens.clone()], words: self.words, gazetteer: self.gazetteer };
        if setting == Setting::Prose {
            grammar.find(&mut self.found);
        }
        self.views.push(View { block: number, text, role: block.role, tokens, found: first..self.found.len(), setting });
    }

    pub(super) fn grammar(&self, view: &View<'a>) -> Grammar<'_> {
        Grammar { text: view.text, tokens: &self.tokens[view.tokens.clone()], words: self.words, gazetteer: self.gazetteer }
    }

    fn found(&self, view: &View<'a>) -> &[Found] {
        &self.found[view.found.clone()]
    }
}

/// Whether capitals mark names in a block.
fn setting(tokens: &[Token], role: Role) -> Setting {
    let (mut capital, mut upper, mut lower) = (0usize, 0usize, 0usize);
    for token in tokens {
        match token.shape {
            Shape::Upper => upper += 1,
            Shape::Capital => capital += 1,
            Shape::Lower if token.end - token.start > 3 => lower += 1,
            _ => {}
        }
    }
    let heading = matches!(role, Role::Title | Role::Heading | Role::FaqTitle | Role::Section);
    if upper > 2 && upper > 3 * (capital + lower) {
        Setting::Capitals
    } else if heading && lower * 2 <= capital + upper || (capital > 4 && lower * 4 < capital && tokens.len() < 16 && !heading) {
        Setting::Title
    } else {
        Setting::Prose
    }
}

/// A person by full name.
struct Person {
    words: Vec<String>,
    entity: u32,
    /// Where the person was first named: block and word.
    since: (u32, usize),
}

/// Who is known in the briefing so far.
struct Resolver<'r, 'a> {
    reading: &'r Reading<'a>,
    candidates: Candidates,
    by_key: FxHashMap<String, u32>,
    persons: Vec<Person>,
    /// Full name to person.
    full: FxHashMap<String, usize>,
    /// Short form to persons.
    short: FxHashMap<String, Vec<usize>>,
    /// Names before the last one to persons.
    first_names: FxHashMap<String, Vec<usize>>,
    /// Acronym or short form of a body to its entity.
    bodies: FxHashMap<String, u32>,
    /// Initials of a body's name to its entity; `None` where several have them.
    initials: FxHashMap<String, Option<u32>>,
    /// Letters that nobody knows, with how often they stand in the text.
    letters: FxHashMap<String, usize>,
    buffer: String,
}

/// Who is named where in one briefing.
pub(super) fn resolve(reading: &Reading<'_>) -> Candidates {
    let mut resolver = Resolver {
        reading,
        candidates: Candidates::default(),
        by_key: FxHashMap::default(),
        persons: Vec::new(),
        full: FxHashMap::default(),
        short: FxHashMap::default(),
        first_names: FxHashMap::default(),
        bodies: FxHashMap::default(),
        initials: FxHashMap::default(),
        letters: FxHashMap::default(),
        buffer: String::new(),
    };
    resolver.introduce();
    resolver.variants();
    resolver.shorten();
    for (number, view) in reading.views.iter().enumerate() {
        match view.setting {
            Setting::Prose => resolver.prose(number, view),
            Setting::Title | Setting::Capitals => resolver.title(view),
        }
    }
    resolver.candidates
}

impl<'a> Resolver<'_, 'a> {
    /// First pass: everybody who is named in full.
    fn introduce(&mut self) {
        let reading = self.reading;
        // Weak names count where another place of the text supports them.
        let mut support: FxHashMap<String, u32> = FxHashMap::default();
        let mut weak = Vec::new();
        for (number, view) in reading.views.iter().enumerate() {
            let grammar = reading.grammar(view);
            for found in reading.found(view) {
                let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
                match found.what {
                    What::Person { .. } => self.person(view, tokens, (u32_of(number), found.first)),
                    What::MaybePerson => weak.push((number, found.first, found.last)),
                    What::Single { titled } => {
                        let strong = titled || grammar.at(found.last).is_some_and(|t| t.gap == SPACE && t.is(SAY));
                        *support.entry(name_key(view.text, tokens)).or_default() += if strong { 2 } else { 1 };
                    }
                    What::Body { kind } | What::Defined { kind } => {
                        self.body(view, &grammar, *found, kind);
                    }
                    What::Acronym { .. } => {
                        let word = range(tokens).of(view.text).to_owned();
                        *self.letters.entry(word).or_default() += 1;
                    }
                    What::Known { actor, sense, .. } => {
                        // `the World Food Programme (WFP)`: the letters in brackets are its own here.
                        if let Some(next) = grammar.at(found.last)
                            && sense == Sense::Name
                            && next.shape == Shape::Upper
                            && grammar.bracketed(found.last)
                        {
                            let entity = self.known(actor);
                            self.bodies.insert(next.text(view.text).to_owned(), entity);
                        }
                    }
                }
            }
        }
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

    fn entity(&mut self, key: String, name: &str, kind: Kind, known: Option<u16>) -> u32 {
        if let Some(entity) = self.by_key.get(&key) {
            return *entity;
        }
        let number = u32_of(self.candidates.entities.len());
        self.candidates.entities.push(Entity { key: key.as_str().into(), name: name.into(), kind, aliases: Vec::new(), known, sort: name.into() });
        self.by_key.insert(key, number);
        number
    }

    fn known(&mut self, actor: u16) -> u32 {
        let gazetteer = self.reading.gazetteer;
        let (name, kind) = gazetteer.known(actor).map_or(("", Kind::Place), |known| (known.name, known.kind));
        let key = gazetteer.key(actor);
        self.entity(key, name, kind, Some(actor))
    }

    fn alias(&mut self, entity: u32, text: &str, kind: AliasKind) {
        if let Some(entity) = self.candidates.entities.get_mut(entity as usize)
            && entity.name.as_ref() != text
            && entity.known.is_none()
            && !entity.aliases.iter().any(|alias| alias.text == text)
            && entity.aliases.len() < 12
        {
            entity.aliases.push(Alias { text: text.to_owned(), kind });
        }
    }

    fn person(&mut self, view: &View<'a>, tokens: &[Token], since: (u32, usize)) {
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

    fn body(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found, kind: Kind) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let key = name_key(view.text, tokens);
        let name = clean_name(view.text, tokens);
        let entity = self.entity(format!("o:{key}"), &name, kind, None);
        if let Some(next) = grammar.at(found.last)
            && grammar.bracketed(found.last)
            && (next.shape == Shape::Upper || matches!(found.what, What::Defined { .. }))
            && !next.is(NOT_ACRONYM)
        {
            let letters = next.text(view.text).to_owned();
            self.alias(entity, &letters, AliasKind::Acronym);
            self.bodies.entry(letters).or_insert(entity);
        }
        let initials: String =
            tokens.iter().filter(|t| t.capital() && !t.is(STOP)).filter_map(|t| t.text(view.text).chars().next()).flat_map(char::to_uppercase).collect();
        if initials.chars().count() >= 3 {
            self.initials.entry(initials).and_modify(|known| *known = known.filter(|other| *other == entity)).or_insert(Some(entity));
        }
        // `Wagner` for `Wagner Group`.
        if let [only, head] = tokens
            && head.is(crate::language::naming::ORGANISATION | crate::language::naming::ARMED)
            && only.shape == Shape::Capital
            && only.flags == 0
            && grammar.known(found.first, found.first + 1, &mut self.buffer).is_none()
            && !grammar.common(found.first, &mut self.buffer)
        {
            self.bodies.entry(only.text(view.text).to_owned()).or_insert(entity);
        }
    }

    /// `Tayyip Erdoğan` is `Recep Tayyip Erdoğan` where only one full name can be meant.
    fn variants(&mut self) {
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
        for (number, other) in joined {
            let target = self.persons[other].entity;
            let since = self.persons[number].since.min(self.persons[other].since);
            let name = self.candidates.entities.get(self.persons[number].entity as usize).map(|e| e.name.to_string()).unwrap_or_default();
            self.alias(target, &name, AliasKind::Name);
            self.persons[number].entity = target;
            self.persons[other].since = since;
        }
    }

    /// The short forms of everybody.
    fn shorten(&mut self) {
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

    fn spot(&mut self, view: &View<'a>, tokens: &[Token], entity: u32, naming: Naming, certainty: Certainty) {
        let range = range(tokens);
        if !range.is_empty() {
            self.candidates.spots.push(Spot { block: view.block, range, entity, naming, certainty });
        }
    }

    fn prose(&mut self, number: usize, view: &View<'a>) {
        let reading = self.reading;
        let grammar = reading.grammar(view);
        for found in reading.found(view) {
            let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
            match found.what {
                What::Known { actor, place, sense, adjective } => self.known_spot(number, view, &grammar, *found, (actor, place, sense, adjective)),
                What::Person { .. } | What::MaybePerson => {
                    if let Some(person) = self.full.get(&person_key(view.text, tokens)) {
                        let entity = self.persons[*person].entity;
                        self.spot(view, tokens, entity, Naming::Name, Certainty::Certain);
                    }
                }
                What::Single { titled } => self.single(number, view, &grammar, *found, titled),
                What::Body { .. } | What::Defined { .. } => {
                    if let Some(entity) = self.by_key.get(&format!("o:{}", name_key(view.text, tokens))) {
                        self.spot(view, tokens, *entity, Naming::Name, Certainty::Certain);
                    }
                }
                What::Acronym { .. } => self.acronym(view, &grammar, *found),
            }
        }
    }

    fn known_spot(&mut self, number: usize, view: &View<'a>, grammar: &Grammar<'_>, found: Found, meaning: (u16, u16, Sense, bool)) {
        let (actor, place, sense, adjective) = meaning;
        if grammar.within_event(found.first, found.last) {
            return;
        }
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let mut tokens: Vec<Token> = tokens.to_vec();
        self.trim_damaged(grammar, found, &mut tokens);
        // Letters that the text defines win over what everybody knows.
        if let [only] = tokens.as_slice()
            && only.shape == Shape::Upper
            && let Some(entity) = self.bodies.get(only.text(view.text)).copied()
        {
            self.spot(view, &tokens, entity, Naming::Acronym, Certainty::Certain);
            return;
        }
        if found.last - found.first == 1
            && matches!(sense, Sense::Name | Sense::Capital)
            && let Some(people) = self.short.get(folded(grammar.word(found.first), &mut self.buffer)).cloned()
        {
            let since = people.iter().filter_map(|p| self.persons.get(*p)).map(|p| p.since).min();
            if since.is_some_and(|since| since < (u32_of(number), found.first)) {
                if grammar.person_around(found.first, found.last) {
                    self.choose(view, &tokens, &people, Certainty::Inferred);
                    return;
                }
                if !grammar.place_around(found.first, found.last) {
                    let state = self.known(actor);
                    let mut may_be: Vec<u32> = people.iter().map(|p| self.persons[*p].entity).collect();
                    may_be.push(state);
                    self.open(view, &tokens, may_be, "a person and a place have this name");
                    return;
                }
            }
        }
        match sense {
            Sense::Name => {
                let entity = self.known(actor);
                self.spot(view, &tokens, entity, Naming::Name, Certainty::Certain);
            }
            Sense::Acronym => {
                let entity = self.known(actor);
                self.spot(view, &tokens, entity, Naming::Acronym, Certainty::Certain);
            }
            Sense::Adjective => {
                if adjective && grammar.adjective_names(found.last) {
                    let entity = self.known(actor);
                    self.spot(view, &tokens, entity, Naming::Demonym, Certainty::Certain);
                }
            }
            Sense::People => {}
            Sense::Capital => match grammar.capital_stands(found.first, found.last) {
                Stands::Place => {
                    let entity = self.known(place);
                    self.spot(view, &tokens, entity, Naming::Name, Certainty::Certain);
                }
                stands => {
                    let entity = self.known(actor);
                    let certainty = if stands == Stands::Government { Certainty::Certain } else { Certainty::Inferred };
                    self.spot(view, &tokens, entity, Naming::Metonym, certainty);
                }
            },
            Sense::Seat => {
                if grammar.seat_stands(found.first) {
                    let entity = self.known(actor);
                    self.spot(view, &tokens, entity, Naming::Metonym, Certainty::Certain);
                }
            }
        }
    }

    /// `Irans` names Iran: the lost apostrophe's `s` is not of the name.
    fn trim_damaged(&mut self, grammar: &Grammar<'_>, found: Found, tokens: &mut [Token]) {
        if let [only] = tokens
            && only.end - only.start > 2
            && self.reading.gazetteer.meaning(folded(grammar.word(found.first), &mut self.buffer)).is_none()
            && grammar.word(found.first).ends_with('s')
        {
            only.end -= 1;
        }
    }

    fn open(&mut self, view: &View<'a>, tokens: &[Token], mut may_be: Vec<u32>, reason: &str) {
        may_be.sort_unstable();
        may_be.dedup();
        may_be.truncate(8);
        self.candidates.open.push(OpenClaim { block: view.block, range: range(tokens), may_be, reason: reason.into() });
    }

    /// The one person of `people`, or an open case.
    fn choose(&mut self, view: &View<'a>, tokens: &[Token], people: &[usize], certainty: Certainty) {
        match people {
            [] => {}
            [only] => {
                let entity = self.persons[*only].entity;
                let text = range(tokens).of(view.text);
                self.alias(entity, text, AliasKind::Short);
                self.spot(view, tokens, entity, Naming::Short, certainty);
            }
            several => {
                let may_be = several.iter().map(|p| self.persons[*p].entity).collect();
                self.open(view, tokens, may_be, "several persons of this name are in the text");
            }
        }
    }

    fn single(&mut self, number: usize, view: &View<'a>, grammar: &Grammar<'_>, found: Found, titled: bool) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let key = name_key(view.text, tokens);
        if let Some(people) = self.short.get(&key).cloned() {
            self.choose(view, tokens, &people, Certainty::Certain);
            return;
        }
        // `Trumps tariffs`
        if let Some(stem) = key.strip_suffix('s')
            && stem.len() > 3
            && let Some(people) = self.short.get(stem).cloned()
            && !grammar.common(found.first, &mut self.buffer)
        {
            let mut tokens = tokens.to_vec();
            if let Some(last) = tokens.last_mut() {
                last.end -= 1;
            }
            self.choose(view, &tokens, &people, Certainty::Inferred);
            return;
        }
        if let Some(entity) = self.bodies.get(range(tokens).of(view.text)).copied() {
            self.spot(view, tokens, entity, Naming::Short, Certainty::Inferred);
            return;
        }
        // `Abiy` for `Abiy Ahmed`: a first name that only one person has, who was named before.
        if let Some([only]) = self.first_names.get(&key).map(Vec::as_slice)
            && let Some(person) = self.persons.get(*only)
            && (titled || person.since < (u32_of(number), found.first))
        {
            let entity = person.entity;
            self.alias(entity, range(tokens).of(view.text), AliasKind::Short);
            self.spot(view, tokens, entity, Naming::Short, Certainty::Inferred);
            return;
        }
        // A title makes a name of a word that is none elsewhere.
        let Some(first) = tokens.first() else { return };
        if titled && first.flags & (STOP | ROLE) == 0 && first.shape == Shape::Capital && !grammar.common(found.first, &mut self.buffer) {
            let name = clean_name(view.text, tokens);
            // By name and title: never by a surname alone.
            let title = found.first.checked_sub(1).map_or("", |before| grammar.word(before)).to_lowercase();
            let entity = self.entity(format!("s:{key}:{title}"), &name, Kind::Person, None);
            let number = self.persons.len();
            self.persons.push(Person { words: vec![key.clone()], entity, since: (0, 0) });
            self.short.entry(key).or_default().push(number);
            self.spot(view, tokens, entity, Naming::Name, Certainty::Certain);
        }
    }

    fn acronym(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let letters = range(tokens).of(view.text);
        if let Some(entity) = self.bodies.get(letters).copied() {
            self.spot(view, tokens, entity, Naming::Acronym, Certainty::Certain);
            return;
        }
        if let Some(stem) = letters.strip_suffix('s')
            && let Some(entity) = self.bodies.get(stem).copied()
        {
            let mut tokens = tokens.to_vec();
            if let Some(last) = tokens.last_mut() {
                last.end -= 1;
            }
            self.spot(view, &tokens, entity, Naming::Acronym, Certainty::Certain);
            return;
        }
        if let Some(entity) = self.initials.get(letters).copied().flatten() {
            self.alias(entity, letters, AliasKind::Acronym);
            self.spot(view, tokens, entity, Naming::Acronym, Certainty::Inferred);
            return;
        }
        let often = self.letters.get(letters).copied().unwrap_or_default();
        let speaks = grammar.at(found.last).is_some_and(|t| t.gap == SPACE && t.is(SAY | ROLE));
        if (often >= 2 || speaks) && letters.chars().all(char::is_alphabetic) && letters.len() >= 3 {
            let entity = self.entity(format!("o:{}", letters.to_lowercase()), letters, Kind::Organisation, None);
            self.spot(view, tokens, entity, Naming::Acronym, Certainty::Inferred);
        }
    }

    /// A heading or a text in capitals: only who is known otherwise.
    fn title(&mut self, view: &View<'a>) {
        let reading = self.reading;
        let grammar = reading.grammar(view);
        let mut at = 0;
        let mut key = String::new();
        while at < grammar.tokens.len() {
            let token = grammar.tokens[at];
            if !token.capital() {
                at += 1;
                continue;
            }
            if let Some((last, meaning)) = grammar.known(at, usize::MAX, &mut self.buffer) {
                let shouted = view.setting == Setting::Capitals && last == at + 1 && grammar.common(at, &mut self.buffer);
                if !shouted && meaning.sense != Sense::People {
                    let found = Found { first: at, last, what: What::Acronym { bracket: false } };
                    self.known_spot(usize::MAX, view, &grammar, found, (meaning.actor, meaning.place, meaning.sense, meaning.adjective));
                }
                at = last;
                continue;
            }
            // The longest full name that begins here, then a short form.
            let mut best = None;
            key.clear();
            for end in at + 1..(at + 6).min(grammar.tokens.len() + 1) {
                let token = grammar.tokens[end - 1];
                if end > at + 1 {
                    if token.gap & !(SPACE | HYPHEN) != 0 {
                        break;
                    }
                    key.push(if token.gap == HYPHEN { '-' } else { ' ' });
                }
                push_folded(token.text(view.text), &mut key);
                if let Some(person) = self.full.get(&key) {
                    best = Some((end, self.persons[*person].entity, Naming::Name));
                } else if let Some(entity) = self.by_key.get(&format!("o:{key}")) {
                    best = Some((end, *entity, Naming::Name));
                } else if best.is_none()
                    && let Some([only]) = self.short.get(&key).map(Vec::as_slice)
                {
                    best = Some((end, self.persons[*only].entity, Naming::Short));
                } else if end == at + 1
                    && let Some(entity) = self.bodies.get(token.text(view.text))
                {
                    best = Some((end, *entity, Naming::Acronym));
                }
            }
            if let Some((end, entity, naming)) = best {
                self.spot(view, &grammar.tokens[at..end], entity, naming, Certainty::Certain);
                at = end;
            } else {
                at += 1;
            }
        }
    }
}

fn u32_of(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Whether `inner`'s words stand in `outer` in the same order, `outer` having more.
fn within(inner: &[String], outer: &[String]) -> bool {
    let mut rest = outer.iter();
    inner.len() < outer.len() && inner.iter().all(|word| rest.any(|other| other == word))
}

/// The folded words of a name; a particle with a hyphen is one with its word: `al-manfi`.
fn name_words(text: &str, tokens: &[Token]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        if token.shape == Shape::Initial {
            continue;
        }
        match words.last_mut() {
            Some(last) if token.gap == HYPHEN => {
                last.push('-');
                push_folded(token.text(text), last);
            }
            _ => {
                let mut word = String::new();
                push_folded(token.text(text), &mut word);
                words.push(word);
            }
        }
    }
    words
}

/// Under which a name is looked up: folded words; hyphens kept.
fn name_key(text: &str, tokens: &[Token]) -> String {
    let mut key = String::new();
    for (number, token) in tokens.iter().enumerate() {
        if number > 0 {
            key.push(if token.gap == HYPHEN { '-' } else { ' ' });
        }
        push_folded(token.text(text), &mut key);
    }
    key
}

/// As [`name_key`], without initials.
fn person_key(text: &str, tokens: &[Token]) -> String {
    let key = name_words(text, tokens).join(" ");
    if key.is_empty() { name_key(text, tokens) } else { key }
}

/// The name as it heads a page: the text's own words, line ends and doubled spaces made one space.
fn clean_name(text: &str, tokens: &[Token]) -> String {
    let raw = range(tokens).of(text);
    if raw.contains(['\n', '\r', '\t', '\u{a0}']) || raw.contains("  ") { raw.split_whitespace().collect::<Vec<_>>().join(" ") } else { raw.to_owned() }
}
