//! Names that the tagger found, as entities and spots: whom each names, by what the briefing says otherwise.

use super::super::candidate::{Candidates, Entity, OpenClaim, Spot};
use super::super::key::{clean_name, name_key, person_key, u32_of};
use super::super::name::{Grammar, What};
use super::super::reading::{Reading, View};
use super::super::token::{Shape, Token, range};
use super::{Tag, Tagged, clamp};
use crate::language::naming::{ARMED, COMMON, NOT_ACRONYM, OFFICE, ORGANISATION, STOP};
use crate::model::{Alias, AliasKind, Evidence, Kind, Naming};
use crate::text::fold::fold;
use rustc_hash::FxHashMap;

/// What letters that nobody defines are found by.
const LETTERS: [Evidence; 4] = [Evidence::BareLetters, Evidence::SpeakingLetters, Evidence::TaggedBody, Evidence::TaggedWord];

/// Entities by what their names are looked up with.
pub(super) struct Newcomers {
    by_key: FxHashMap<Box<str>, u32>,
    /// Last words of full names to persons.
    surnames: FxHashMap<String, Vec<u32>>,
    /// First and last words of longer names to bodies.
    bodies: FxHashMap<String, Vec<u32>>,
    /// Letters in brackets behind the name of a body that no rule saw, to that body.
    letters: FxHashMap<String, u32>,
    /// Initials of such names to the body; `None` where several have them.
    initials: FxHashMap<String, Option<u32>>,
}

impl Newcomers {
    pub(super) fn of(candidates: &Candidates) -> Self {
        let mut named = vec![false; candidates.entities.len()];
        for spot in &candidates.spots {
            if let Some(named) = named.get_mut(spot.entity as usize) {
                *named = true;
            }
        }
        let mut newcomers = Self {
            by_key: FxHashMap::default(),
            surnames: FxHashMap::default(),
            bodies: FxHashMap::default(),
            letters: FxHashMap::default(),
            initials: FxHashMap::default(),
        };
        for (number, entity) in (0u32..).zip(&candidates.entities) {
            newcomers.by_key.insert(entity.key.clone(), number);
            newcomers.note_body(&entity.name, entity.kind, number);
            if named.get(number as usize).copied().unwrap_or_default() {
                newcomers.surname(&entity.key, number);
            }
        }
        newcomers
    }

    fn surname(&mut self, key: &str, entity: u32) {
        if let Some(surname) = key.strip_prefix("p:").and_then(|name| name.rsplit(' ').next()) {
            let list = self.surnames.entry(surname.to_owned()).or_default();
            if !list.contains(&entity) {
                list.push(entity);
            }
        }
    }

    fn entity(&mut self, key: String, name: &str, kind: Kind, candidates: &mut Candidates) -> u32 {
        let sort = match name.rsplit_once(' ') {
            Some((given, surname)) if kind == Kind::Person => format!("{surname}, {given}").into(),
            _ => name.into(),
        };
        if let Some(number) = self.by_key.get(key.as_str()).copied() {
            // `ISMAILIA` at the head of a dispatch is called Ismailia.
            if let Some(entity) = candidates.entities.get_mut(number as usize)
                && entity.name.len() > 5
                && entity.name.chars().all(|c| !c.is_lowercase())
                && name.chars().any(char::is_lowercase)
            {
                entity.name = name.into();
                entity.sort = sort;
            }
            return number;
        }
        let number = u32_of(candidates.entities.len());
        candidates.entities.push(Entity { key: key.as_str().into(), name: name.into(), kind, aliases: Vec::new(), known: None, sort });
        self.by_key.insert(key.into(), number);
        self.note_body(name, kind, number);
        number
    }

    pub(super) fn add(&mut self, view: &View<'_>, tokens: &[Token], tagged: Tagged, candidates: &mut Candidates, name: &str) {
        let place = range(tokens);
        let text = clean_name(view.text, tokens);
        let spot = |entity, naming, evidence| Spot { block: view.block, range: place, entity, naming, evidence, support: clamp(tagged.margin) };
        match tagged.tag {
            Tag::Person if tokens.len() > 1 => {
                let key = format!("p:{}", person_key(view.text, tokens));
                let entity = self.entity(key.clone(), &text, Kind::Person, candidates);
                self.surname(&key, entity);
                candidates.spots.push(spot(entity, Naming::Name, Evidence::TaggedName));
            }
            Tag::Person => {
                let key = name_key(view.text, tokens);
                match self.surnames.get(&key).map(Vec::as_slice) {
                    Some([only]) => {
                        let only = *only;
                        if let Some(entity) = candidates.entities.get_mut(only as usize)
                            && !entity.aliases.iter().any(|alias| alias.text == text)
                            && entity.aliases.len() < 12
                        {
                            entity.aliases.push(Alias { text, kind: AliasKind::Short });
                        }
                        candidates.spots.push(spot(only, Naming::Short, Evidence::TaggedSurname));
                    }
                    Some(several) => {
                        let may_be = several.iter().take(8).copied().collect();
                        candidates.open.push(OpenClaim {
                            block: view.block,
                            range: place,
                            may_be,
                            reason: "several persons of this name are in the text".into(),
                        });
                    }
                    // A bare surname leads to nobody in another briefing.
                    None => {
                        let entity = self.entity(format!("s:{key}:@{name}"), &text, Kind::Person, candidates);
                        candidates.spots.push(spot(entity, Naming::Name, Evidence::TaggedWord));
                    }
                }
            }
            Tag::Body => {
                // `the Commission` is the European Commission where no other body has the word.
                if let [only] = tokens {
                    match self.bodies.get(&name_key(view.text, tokens)).map(Vec::as_slice) {
                        Some([body]) => candidates.spots.push(spot(*body, Naming::Short, Evidence::TaggedShortBody)),
                        None if !only.is(ORGANISATION | OFFICE | ARMED) => self.body(view, tokens, &text, Evidence::TaggedBody, spot, (candidates, name)),
                        _ => {}
                    }
                    return;
                }
                self.body(view, tokens, &text, Evidence::TaggedBody, spot, (candidates, name));
            }
            Tag::Place => {
                let entity = self.entity(unknown_key("t", view, tokens, name), &text, Kind::Place, candidates);
                candidates.spots.push(spot(entity, Naming::Name, Evidence::TaggedPlace));
            }
            Tag::Other => {}
        }
    }

    /// `the General Service Unit (GSU)`: letters that stand in brackets behind the body just added, and those with which its words begin.
    pub(super) fn define(&mut self, grammar: &Grammar<'_>, tagged: Tagged, candidates: &mut Candidates) {
        let Some(spot) = candidates.spots.last().copied().filter(|_| tagged.tag == Tag::Body && tagged.last - tagged.first > 1) else { return };
        let words = grammar.tokens.get(tagged.first..tagged.last).unwrap_or_default().iter().filter(|t| t.capital() && !t.is(STOP));
        let initials: String = words.filter_map(|t| t.text(grammar.text).chars().next()).flat_map(char::to_uppercase).collect();
        if initials.chars().count() >= 3 {
            self.initials.entry(initials).and_modify(|known| *known = known.filter(|other| *other == spot.entity)).or_insert(Some(spot.entity));
        }
        let Some(letters) = grammar.at(tagged.last).filter(|t| t.shape == Shape::Upper && !t.is(NOT_ACRONYM) && grammar.bracketed(tagged.last)) else { return };
        let text = letters.text(grammar.text).to_owned();
        if let Some(entity) = candidates.entities.get_mut(spot.entity as usize)
            && !entity.aliases.iter().any(|alias| alias.text == text)
        {
            entity.aliases.push(Alias { text: text.clone(), kind: AliasKind::Acronym });
        }
        self.letters.entry(text).or_insert(spot.entity);
    }

    /// Those letters lead to their body, wherever they stand; `spots` are sorted, and stay so.
    pub(super) fn spell(&self, reading: &Reading<'_>, candidates: &mut Candidates) {
        if self.letters.is_empty() && self.initials.is_empty() {
            return;
        }
        let mut added = Vec::new();
        for view in &reading.views {
            for token in reading.grammar(view).tokens.iter().filter(|token| token.shape == Shape::Upper) {
                let text = token.text(view.text);
                let defined = self.letters.get(text).copied().map(|entity| (entity, Evidence::DefinedLetters));
                let spelt = || self.initials.get(text).copied().flatten().map(|entity| (entity, Evidence::Initials));
                let Some((entity, evidence)) = defined.or_else(spelt) else { continue };
                let place = range(std::slice::from_ref(token));
                let from = candidates.spots.partition_point(|spot| (spot.block, spot.range.end) <= (view.block, place.start));
                let here = candidates.spots.get_mut(from).filter(|spot| spot.block == view.block && spot.range.overlaps(place));
                let defined = Spot { block: view.block, range: place, entity, naming: Naming::Acronym, evidence, support: 0 };
                match here {
                    None => added.push(defined),
                    Some(spot) if spot.range == place && LETTERS.contains(&spot.evidence) => *spot = Spot { support: spot.support, ..defined },
                    Some(_) => {}
                }
            }
        }
        candidates.spots.append(&mut added);
        candidates.spots.sort_by_key(|spot| (spot.block, spot.range.start));
    }

    /// Bare surnames of those whom the tagger alone found in full.
    pub(super) fn follow(&self, reading: &Reading<'_>, candidates: &mut Candidates) {
        let mut added = Vec::new();
        for view in &reading.views {
            let grammar = reading.grammar(view);
            for found in reading.found_of(view).iter().filter(|found| matches!(found.what, What::Single { .. })) {
                let tokens = grammar.tokens.get(found.first..found.last).unwrap_or_default();
                let Some([only]) = self.surnames.get(&name_key(view.text, tokens)).map(Vec::as_slice) else { continue };
                let place = range(tokens);
                let from = candidates.spots.partition_point(|spot| (spot.block, spot.range.end) <= (view.block, place.start));
                let free = candidates.spots.get(from).is_none_or(|spot| spot.block != view.block || !spot.range.overlaps(place));
                if free && !grammar.common(found.first, &mut String::new()) {
                    added.push(Spot { block: view.block, range: place, entity: *only, naming: Naming::Short, evidence: Evidence::TaggedSurname, support: 0 });
                }
            }
        }
        candidates.spots.append(&mut added);
        candidates.spots.sort_by_key(|spot| (spot.block, spot.range.start));
    }

    /// `Commission` and `European` lead to the European Commission.
    fn note_body(&mut self, name: &str, kind: Kind, entity: u32) {
        if matches!(kind, Kind::Organisation | Kind::ArmedGroup | Kind::Office) {
            let name = fold(name);
            if let (Some((first, _)), Some((_, last))) = (name.split_once(' '), name.rsplit_once(' ')) {
                self.bodies.entry(first.to_owned()).or_default().push(entity);
                self.bodies.entry(last.to_owned()).or_default().push(entity);
            }
        }
    }

    fn body(
        &mut self,
        view: &View<'_>,
        tokens: &[Token],
        text: &str,
        evidence: Evidence,
        spot: impl Fn(u32, Naming, Evidence) -> Spot,
        (candidates, briefing): (&mut Candidates, &str),
    ) {
        let flags = tokens.last().map_or(0, |token| token.flags);
        let kind = if flags & ARMED != 0 {
            Kind::ArmedGroup
        } else if flags & OFFICE != 0 {
            Kind::Office
        } else {
            Kind::Organisation
        };
        let entity = self.entity(unknown_key("o", view, tokens, briefing), text, kind, candidates);
        candidates.spots.push(spot(entity, Naming::Name, evidence));
    }
}

/// The key of a body or place that no rule knows. One common word (`the Commission`, `the Valley`) of one briefing is not that of another.
fn unknown_key(sort: &str, view: &View<'_>, tokens: &[Token], briefing: &str) -> String {
    let key = name_key(view.text, tokens);
    let own = matches!(tokens, [only] if only.lists.is_some_and(|lists| lists & COMMON != 0));
    if own { format!("{sort}:{key}:@{briefing}") } else { format!("{sort}:{key}") }
}
