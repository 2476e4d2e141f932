//! Second pass over a briefing: each place where somebody is named, now that everybody who is named in full is known.

use super::candidate::{OpenClaim, Spot};
use super::context::Stands;
use super::gazetteer::Sense;
use super::key::{clean_name, name_key, person_key, u32_of};
use super::name::{Found, Grammar, What};
use super::reading::View;
use super::resolve::{Person, Resolver, reads_head_first};
use super::setting::Setting;
use super::token::{HYPHEN, POSSESSIVE, SPACE, Shape, Token, fold_into, folded, push_folded, range};
use crate::language::Cue;
use crate::language::naming::{ACT, AUXILIARY, PARTICLE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::{AliasKind, Evidence, Kind, Naming};
use crate::text::TextRange;

fn kind_of(resolver: &Resolver<'_, '_>, actor: u16) -> Option<Kind> {
    resolver.reading.gazetteer.known(actor).map(|known| known.kind)
}

impl<'a> Resolver<'_, 'a> {
    pub(super) fn spot(&mut self, view: &View<'a>, tokens: &[Token], entity: u32, naming: Naming, evidence: Evidence) {
        let range = range(tokens);
        if !range.is_empty() {
            if naming == Naming::Name {
                self.last_named.insert(entity, view.block);
            }
            self.candidates.spots.push(Spot { block: view.block, range, entity, naming, evidence, support: 0 });
        }
    }

    pub(super) fn prose(&mut self, number: usize, view: &View<'a>) {
        let reading = self.reading;
        let grammar = reading.grammar(view);
        for found in reading.found(view) {
            let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
            match found.what {
                What::Known { actor, place, sense, adjective } => self.known_spot(number, view, &grammar, *found, (actor, place, sense, adjective)),
                What::Person { .. } | What::MaybePerson => {
                    let text = range(tokens).of(view.text);
                    if let Some(entity) = self.bodies.get(text).copied() {
                        if self.candidates.entities.get(entity as usize).is_some_and(|entity| entity.name.as_ref() == text) {
                            self.spot(view, tokens, entity, Naming::Name, Evidence::BodyName);
                            continue;
                        }
                        self.alias(entity, text, AliasKind::Short);
                        self.spot(view, tokens, entity, Naming::Short, Evidence::BodyShort);
                    } else if let Some(person) = self.full.get(&person_key(view.text, tokens)) {
                        let entity = self.persons[*person].entity;
                        let evidence = match found.what {
                            What::Person { titled: true } => Evidence::TitledFullName,
                            What::Person { .. } => Evidence::FullName,
                            _ => Evidence::SupportedName,
                        };
                        self.spot(view, tokens, entity, Naming::Name, evidence);
                    }
                }
                What::Single { titled } => self.single(number, view, &grammar, *found, titled),
                What::Body { .. } | What::Defined { .. } => {
                    if let Some(entity) = self.by_key.get(&format!("o:{}", name_key(view.text, tokens))) {
                        self.spot(view, tokens, *entity, Naming::Name, Evidence::BodyName);
                    }
                }
                What::Acronym { .. } => self.acronym(view, &grammar, *found),
            }
        }
    }

    pub(super) fn known_spot(&mut self, number: usize, view: &View<'a>, grammar: &Grammar<'_>, found: Found, meaning: (u16, u16, Sense, bool)) {
        let (actor, place, sense, adjective) = meaning;
        let thing = matches!(sense, Sense::Name | Sense::Capital) && (grammar.of_a_thing(found.last) || grammar.of_a_place(found.first));
        if thing || grammar.within_event(found.first, found.last) {
            return;
        }
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let mut tokens: Vec<Token> = tokens.to_vec();
        self.trim_damaged(grammar, found, &mut tokens);
        if grammar.words.forms.change()
            && let Some((_, _, skipped)) = grammar.known_form(found.first, found.last)
            && let Some(first) = tokens.first_mut()
        {
            first.start += u32_of(skipped);
        }
        // Letters that the text defines win over what everybody knows.
        if let [only] = tokens.as_slice()
            && only.shape == Shape::Upper
            && let Some(entity) = self.bodies.get(only.text(view.text)).copied()
        {
            self.spot(view, &tokens, entity, Naming::Acronym, Evidence::DefinedLetters);
            return;
        }
        // `RSF` beside the Rapid Support Forces is theirs.
        if sense == Sense::Acronym
            && let [only] = tokens.as_slice()
            && let Some(entity) = self.initials.get(only.text(view.text)).copied().flatten()
            && self.candidates.entities.get(entity as usize).is_some_and(|entity| entity.known != Some(actor))
            && kind_of(self, actor) != Some(Kind::State)
        {
            self.spot(view, &tokens, entity, Naming::Acronym, Evidence::Initials);
            return;
        }
        if found.last - found.first == 1
            && matches!(sense, Sense::Name | Sense::Capital)
            && let Some(people) = self.short.get(folded(grammar.word(found.first), &mut self.buffer)).cloned()
        {
            let since = people.iter().filter_map(|p| self.persons.get(*p)).map(|p| p.since).min();
            if since.is_some_and(|since| since < (u32_of(number), found.first)) {
                if grammar.person_around(found.first, found.last) {
                    self.choose(view, &tokens, &people, Evidence::SurnameOrPlace);
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
        let kind = kind_of(self, actor);
        if let [only] = tokens.as_slice()
            && matches!(sense, Sense::Name | Sense::Capital)
            && let Some(place) = self.namesake(only.text(view.text))
        {
            let entity = self.known(place);
            self.spot(view, &tokens, entity, Naming::Name, Evidence::KnownPlace);
            return;
        }
        match sense {
            Sense::Name => {
                // `Armenia's Security Council` is not the one that everybody calls so.
                if self.another_owns(grammar, found, actor) {
                    return;
                }
                let entity = self.known(actor);
                let among = grammar.among(found.first, found.last);
                let evidence = match kind {
                    Some(Kind::State) if among => Evidence::StateAmong,
                    Some(Kind::State) if grammar.shared(found.first, found.last) => Evidence::StateShared,
                    _ if among => Evidence::KnownAmong,
                    Some(Kind::State) => Evidence::StateName,
                    Some(Kind::Place) => Evidence::KnownPlace,
                    _ => Evidence::KnownName,
                };
                self.spot(view, &tokens, entity, Naming::Name, evidence);
            }
            Sense::Acronym => {
                let Some(actor) = self.whose_letters(view, &tokens, actor) else { return };
                let entity = self.known(actor);
                let evidence = if kind == Some(Kind::State) { Evidence::StateLetters } else { Evidence::KnownLetters };
                self.spot(view, &tokens, entity, Naming::Acronym, evidence);
            }
            Sense::Adjective => {
                let names = if reads_head_first(grammar) { grammar.adjective_behind(found.first) } else { grammar.adjective_names(found.last) };
                if adjective && names {
                    let entity = self.known(actor);
                    self.spot(view, &tokens, entity, Naming::Demonym, Evidence::StateAdjective);
                }
            }
            Sense::People => {}
            Sense::Capital => match grammar.capital_stands(found.first, found.last) {
                Stands::Place => {
                    let entity = self.known(place);
                    if grammar.located(found.first, found.last) {
                        self.spot(view, &tokens, entity, Naming::Name, Evidence::CapitalPlace);
                    } else {
                        let state = self.known(actor);
                        self.open(view, &tokens, vec![state, entity], "a capital: nothing says whether the city or the government is meant");
                    }
                }
                stands => {
                    let entity = self.known(actor);
                    let evidence = if stands == Stands::Government { Evidence::Capital } else { Evidence::CapitalPerhaps };
                    self.spot(view, &tokens, entity, Naming::Metonym, evidence);
                }
            },
            Sense::Seat => {
                if grammar.seat_stands(found.first) {
                    let entity = self.known(actor);
                    self.spot(view, &tokens, entity, Naming::Metonym, Evidence::Seat);
                }
            }
        }
    }

    /// `voters in Georgia and Alabama`: whether the words of the briefing say that a place is meant which has the name of a state; which.
    fn namesake(&mut self, name: &str) -> Option<u16> {
        if let Some((_, place)) = self.namesakes.iter().find(|(other, _)| other == name) {
            return *place;
        }
        let reading = self.reading;
        let namesake = reading.gazetteer.namesake(name)?;
        let (mut place, mut state) = (0u64, 0u64);
        for view in &reading.views {
            for token in reading.grammar(view).tokens.iter().filter(|t| t.capital() || t.is(ROLE)) {
                if let Some((of_place, of_state)) = namesake.told_by.get(folded(token.text(view.text), &mut self.buffer)) {
                    place |= of_place;
                    state |= of_state;
                }
            }
        }
        let (place, state) = (place.count_ones(), state.count_ones());
        let meant = place > state && place + u32::from(state == 0) > 1;
        let place = reading.gazetteer.meaning(fold_into(namesake.place, &mut self.buffer)).map(|meaning| meaning.actor).filter(|_| meant);
        self.namesakes.push((name.to_owned(), place));
        place
    }

    /// Whose the letters `tokens` are, which lead to `actor`; where several have them, the one whom the text names otherwise. Left open where that is none or several.
    fn whose_letters(&mut self, view: &View<'a>, tokens: &[Token], actor: u16) -> Option<u16> {
        let gazetteer = self.reading.gazetteer;
        let sharers: Vec<u16> = gazetteer.sharers(fold_into(range(tokens).of(view.text), &mut self.buffer)).collect();
        if sharers.is_empty() {
            return Some(actor);
        }
        let mut named = sharers.iter().filter(|sharer| self.by_key.contains_key(&gazetteer.key(**sharer)));
        if let (Some(only), None) = (named.next(), named.next()) {
            return Some(*only);
        }
        let may_be = sharers.iter().map(|sharer| self.known(*sharer)).collect();
        self.open(view, tokens, may_be, "letters that several have");
        None
    }

    /// Whether a state owns the body `found` by a possessive or an adjective, and the name is a known actor's without its first words.
    fn another_owns(&mut self, grammar: &Grammar<'_>, found: Found, actor: u16) -> bool {
        let Some(before) = found.first.checked_sub(1) else { return false };
        let Some(known) = self.reading.gazetteer.known(actor).filter(|known| !matches!(known.kind, Kind::State | Kind::Place)) else { return false };
        let words = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let shortened = known.name.strip_suffix(range(words).of(grammar.text)).is_some_and(|rest| rest.ends_with(' '));
        let Some(first) = words.first().filter(|_| shortened) else { return false };
        first.gap & POSSESSIVE != 0 || first.gap == SPACE && grammar.known(before, found.first, &mut self.buffer).is_some_and(|(_, meaning)| meaning.adjective)
    }

    /// `Irans` names Iran: the lost apostrophe's `s` is not of the name.
    pub(super) fn trim_damaged(&mut self, grammar: &Grammar<'_>, found: Found, tokens: &mut [Token]) {
        if let [only] = tokens
            && only.end - only.start > 2
            && self.reading.gazetteer.meaning(folded(grammar.word(found.first), &mut self.buffer)).is_none()
            && grammar.words.cues.ends(Cue::Possessive, grammar.word(found.first))
        {
            only.end -= 1;
        }
    }

    pub(super) fn open(&mut self, view: &View<'a>, tokens: &[Token], mut may_be: Vec<u32>, reason: &str) {
        may_be.sort_unstable();
        may_be.dedup();
        may_be.truncate(8);
        self.candidates.open.push(OpenClaim { block: view.block, range: range(tokens), may_be, reason: reason.into() });
    }

    /// The one person of `people`, or an open case.
    pub(super) fn choose(&mut self, view: &View<'a>, tokens: &[Token], people: &[usize], evidence: Evidence) {
        match people {
            [] => {}
            [only] => {
                let entity = self.persons[*only].entity;
                let text = range(tokens).of(view.text);
                self.alias(entity, text, AliasKind::Short);
                self.spot(view, tokens, entity, Naming::Short, evidence);
            }
            several => {
                // The one who is named in full in this block.
                let mut here = several.iter().map(|p| self.persons[*p].entity).filter(|entity| self.last_named.get(entity) == Some(&view.block));
                if let (Some(only), None) = (here.next(), here.next()) {
                    self.spot(view, tokens, only, Naming::Short, Evidence::SurnameHere);
                    return;
                }
                let may_be = several.iter().map(|p| self.persons[*p].entity).collect();
                self.open(view, tokens, may_be, "several persons of this name are in the text");
            }
        }
    }

    /// `von Essen` for Anna von Essen: where a surname begins with the particles that stand before it in all full names.
    fn with_particles(&self, grammar: &Grammar<'_>, first: usize, people: &[usize]) -> usize {
        let mut from = first;
        while from > 0
            && grammar.at(from).is_some_and(|t| t.gap == SPACE)
            && grammar.at(from - 1).is_some_and(|t| t.shape == Shape::Lower && t.is(PARTICLE))
            && people.iter().all(|person| {
                let words = self.persons.get(*person).map(|person| person.words.as_slice()).unwrap_or_default();
                let at = words.len().checked_sub(2 + first - from);
                at.and_then(|at| words.get(at)).is_some_and(|word| word.eq_ignore_ascii_case(grammar.word(from - 1)))
            })
        {
            from -= 1;
        }
        from
    }

    pub(super) fn single(&mut self, number: usize, view: &View<'a>, grammar: &Grammar<'_>, found: Found, titled: bool) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let key = name_key(view.text, tokens);
        // `Drina` before anybody of that name is there, and behind the Drina Corps.
        let later = |person: &usize| self.persons.get(*person).is_some_and(|person| person.since > (u32_of(number), found.first));
        let bodys = !titled && self.bodies.contains_key(range(tokens).of(view.text));
        if let Some(people) = self.short.get(&key).filter(|people| !(bodys && people.iter().all(later))).cloned() {
            let first = self.with_particles(grammar, found.first, &people);
            self.choose(view, grammar.tokens.get(first..found.last).unwrap_or_default(), &people, Evidence::Surname);
            return;
        }
        // `Lindqvists tariffs`
        if let Some(stem) = grammar.words.cues.stem(Cue::Possessive, &key)
            && stem.len() > 3
            && let Some(people) = self.short.get(stem).cloned()
            && !grammar.common(found.first, &mut self.buffer)
        {
            let mut tokens = tokens.to_vec();
            if let Some(last) = tokens.last_mut() {
                last.end -= 1;
            }
            self.choose(view, &tokens, &people, Evidence::LostApostrophe);
            return;
        }
        // `the Drina` beside the Drina Corps is the river.
        let text = range(tokens).of(view.text);
        if let Some(entity) = self.bodies.get(text).copied()
            && (reads_head_first(grammar)
                || self.with_article.contains(text)
                || !found.first.checked_sub(1).is_some_and(|before| grammar.says(before, Cue::Articles)))
        {
            self.alias(entity, text, AliasKind::Short);
            self.spot(view, tokens, entity, Naming::Short, Evidence::BodyShort);
            return;
        }
        // `Abiy` for `Abiy Ahmed`: a first name that only one person has, who was named before.
        if let Some([only]) = self.first_names.get(&key).map(Vec::as_slice)
            && let Some(person) = self.persons.get(*only)
            && (titled || person.since < (u32_of(number), found.first))
        {
            let entity = person.entity;
            self.alias(entity, range(tokens).of(view.text), AliasKind::Short);
            self.spot(view, tokens, entity, Naming::Short, Evidence::FirstName);
            return;
        }
        // A title makes a name of a word that is none elsewhere.
        let Some(first) = tokens.iter().find(|token| token.capital() || !token.is(PARTICLE)) else { return };
        if titled
            && first.flags & (STOP | ROLE) == 0
            && (first.shape == Shape::Capital || first.shape == Shape::Upper && first.end - first.start > 4)
            && !grammar.common(found.first, &mut self.buffer)
        {
            let name = clean_name(view.text, tokens);
            // By name and title: never by a surname alone. What only stands behind a name is no title.
            let before = found.first.checked_sub(1).filter(|before| {
                grammar.is(*before, TITLE | TITLE_MODIFIER | ROLE) || grammar.words.is_address(folded(grammar.word(*before), &mut self.buffer))
            });
            let title = before.map_or_else(|| format!("@{}", self.reading.briefing), |before| grammar.word(before).to_lowercase());
            let entity = self.entity(format!("s:{key}:{title}"), &name, Kind::Person, None);
            let number = self.persons.len();
            self.persons.push(Person { words: vec![key.clone()], entity, since: (0, 0) });
            self.short.entry(key).or_default().push(number);
            let evidence = if before.is_some() { Evidence::TitledName } else { Evidence::DescribedName };
            self.spot(view, tokens, entity, Naming::Name, evidence);
        }
    }

    pub(super) fn acronym(&mut self, view: &View<'a>, grammar: &Grammar<'_>, found: Found) {
        let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
        let letters = range(tokens).of(view.text);
        if let Some(entity) = self.bodies.get(letters).copied() {
            self.spot(view, tokens, entity, Naming::Acronym, Evidence::DefinedLetters);
            return;
        }
        if let Some(stem) = grammar.words.cues.stem(Cue::PluralEnds, letters)
            && let Some(entity) = self.bodies.get(stem).copied()
        {
            let mut tokens = tokens.to_vec();
            if let Some(last) = tokens.last_mut() {
                last.end -= 1;
            }
            self.spot(view, &tokens, entity, Naming::Acronym, Evidence::DefinedLetters);
            return;
        }
        // `QUINTANAR:` beside Rosalba Quintanar
        if letters.len() > 4
            && let Some(people) = self.short.get(&name_key(view.text, tokens)).cloned()
        {
            self.choose(view, tokens, &people, Evidence::Surname);
            return;
        }
        if let Some(entity) = self.initials.get(letters).copied().flatten() {
            self.alias(entity, letters, AliasKind::Acronym);
            self.spot(view, tokens, entity, Naming::Acronym, Evidence::Initials);
            return;
        }
        let (often, acts) = self.letters.get(letters).copied().unwrap_or_default();
        let speaks = acts || grammar.at(found.last).is_some_and(|t| t.gap == SPACE && t.is(SAY | ROLE));
        // `the RCMP guards them`
        let article = found.first > 0
            && grammar.at(found.first).is_some_and(|t| t.gap == SPACE)
            && grammar.says(found.first - 1, Cue::Articles)
            && grammar.at(found.last).is_none_or(|t| {
                t.gap & !SPACE != 0
                    || t.shape == Shape::Lower && (t.is(STOP | SAY | ACT | AUXILIARY) || grammar.words.cues.ends(Cue::PluralEnds, grammar.word(found.last)))
            });
        if (often >= 2 || speaks || article) && letters.chars().all(char::is_alphabetic) && letters.len() >= 3 {
            let entity = self.entity(format!("o:{}", letters.to_lowercase()), letters, Kind::Organisation, None);
            self.spot(view, tokens, entity, Naming::Acronym, if acts { Evidence::SpeakingLetters } else { Evidence::BareLetters });
        }
    }

    /// A heading or a text in capitals: only who is known otherwise.
    pub(super) fn title(&mut self, view: &View<'a>) {
        let reading = self.reading;
        let grammar = reading.grammar(view);
        let mut at = 0;
        let mut key = String::new();
        let found = self.candidates.spots.partition_point(|spot| spot.block < view.block);
        let taken: Vec<TextRange> = self.candidates.spots.get(found..).unwrap_or_default().iter().map(|spot| spot.range).collect();
        while at < grammar.tokens.len() {
            let token = grammar.tokens[at];
            if taken.get(taken.partition_point(|range| range.end <= token.start)).is_some_and(|range| range.start < token.end) {
                at += 1;
                continue;
            }
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
                self.spot(view, &grammar.tokens[at..end], entity, naming, Evidence::Heading);
                at = end;
            } else {
                at += 1;
            }
        }
    }
}
