//! The gazetteer in another language: the same actors under the names that the language's pack gives them. Names that are written
//! alike everywhere (`Hamas`, `Human Rights Watch`) stay; English names and adjectives of states go.

use super::{Gazetteer, Sense, is_acronym, lines, parts};
use crate::language::{KnownNames, Pack};
use crate::model::{AliasKind, Kind};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Languages whose packs have names.
const LANGUAGES: [&str; 6] = ["ar", "de", "es", "fr", "ru", "tr"];

/// The gazetteer for texts in the language of `pack`.
pub(in crate::actors) fn gazetteer_of(pack: &Pack) -> &'static Gazetteer {
    static OTHERS: [OnceLock<Gazetteer>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    let place = LANGUAGES.iter().position(|code| *code == pack.code).and_then(|place| OTHERS.get(place));
    place.map_or_else(super::gazetteer, |place| place.get_or_init(|| Gazetteer::local(super::gazetteer(), pack.known)))
}

/// Letters of an English acronym, at least, for which it is known in other languages too.
const LETTERS: usize = 3;

impl Gazetteer {
    fn local(english: &Gazetteer, names: KnownNames) -> Self {
        let mut local =
            Self { actors: english.actors.clone(), names: FxHashMap::default(), firsts: FxHashMap::default(), shared: english.shared.clone(), elided: true };
        let numbers = || (0u16..).zip(&english.actors);
        let by_code: FxHashMap<&str, u16> = numbers().filter_map(|(number, known)| Some((known.iso?, number))).collect();
        let by_name: FxHashMap<(&str, bool), u16> = numbers().map(|(number, known)| ((known.name, known.kind == Kind::Place), number)).collect();
        let capitals: FxHashMap<u16, u16> = english.names.values().filter(|m| m.sense == Sense::Capital).map(|m| (m.actor, m.place)).collect();
        let state = |field: &str| by_code.get(field).or_else(|| by_name.get(&(field, false))).copied();
        for line in lines(names.states) {
            let Some((code, list)) = line.split_once('|') else { continue };
            let Some(actor) = state(code) else { continue };
            local.rename(actor, parts(list));
        }
        for line in lines(names.more_states) {
            let mut fields = line.split('|');
            let mut field = || fields.next().unwrap_or_default();
            let (code, others, adjectives, towns, seats) = (field(), field(), field(), field(), field());
            let Some(actor) = state(code) else { continue };
            if by_code.contains_key(code) {
                for other in parts(others) {
                    local.also(actor, other);
                }
            } else {
                local.rename(actor, parts(others));
            }
            for adjective in parts(adjectives).flat_map(forms) {
                local.insert(&adjective, actor, Sense::Adjective, actor);
            }
            for seat in parts(seats) {
                local.name(seat, actor, Sense::Seat, AliasKind::Metonym);
            }
            if let Some(place) = capitals.get(&actor).copied() {
                local.call(place, parts(towns), |local, town| local.insert(town, actor, Sense::Capital, place));
            } else if let Some(place) = parts(towns).next().and_then(|town| english.meaning(&crate::text::fold::fold(town))) {
                local.rename(place.actor, parts(towns));
            }
        }
        for (list, is_place) in [(names.organisations, false), (names.places, true)] {
            for line in lines(list) {
                let mut fields = line.split('|');
                let mut field = || fields.next().unwrap_or_default();
                let (name, others, letters) = (field(), field(), field());
                let Some(actor) = by_name.get(&(name, is_place)).copied() else { continue };
                // `OTAN`, `Otan`: letters first, so that a word that is written as they are is one of them.
                for letters in parts(letters) {
                    local.name(letters, actor, Sense::Acronym, AliasKind::Acronym);
                }
                local.rename(actor, parts(others));
            }
        }
        // What is written alike in many languages.
        for (key, meaning) in &english.names {
            let state = english.known(meaning.actor).is_some_and(|known| known.kind == Kind::State);
            let kept = match meaning.sense {
                Sense::Name => !state,
                Sense::Acronym => !state && key.len() >= LETTERS,
                Sense::Capital => true,
                Sense::Adjective | Sense::People | Sense::Seat => false,
            };
            if kept && !local.names.contains_key(key) {
                local.names.insert(key.clone(), *meaning);
                let (first, count) = (key.split(' ').next().unwrap_or_default(), key.split(' ').filter(|word| *word != "+").count());
                let longest = local.firsts.entry(first.into()).or_default();
                *longest = (*longest).max(u8::try_from(count).unwrap_or(u8::MAX));
            }
        }
        local
    }

    /// Gives `actor` the first name, and the others as aliases.
    fn rename(&mut self, actor: u16, names: impl Iterator<Item = &'static str>) {
        self.call(actor, names, |local, name| {
            let sense = if is_acronym(name) { Sense::Acronym } else { Sense::Name };
            local.insert(name, actor, sense, actor);
        });
    }

    fn call(&mut self, actor: u16, names: impl Iterator<Item = &'static str>, insert: impl Fn(&mut Self, &'static str)) {
        for (number, name) in names.enumerate() {
            insert(self, name);
            if let Some(known) = self.actors.get_mut(usize::from(actor)) {
                if number == 0 && known.name != name {
                    let english = std::mem::replace(&mut known.name, name);
                    known.aliases.retain(|(alias, _)| *alias != name);
                    known.aliases.push((english, AliasKind::Name));
                } else if known.name != name && !known.aliases.iter().any(|(alias, _)| *alias == name) {
                    known.aliases.push((name, AliasKind::Name));
                }
            }
        }
    }

    /// A further name.
    fn also(&mut self, actor: u16, name: &'static str) {
        let (sense, kind) = if is_acronym(name) { (Sense::Acronym, AliasKind::Acronym) } else { (Sense::Name, AliasKind::Name) };
        self.name(name, actor, sense, kind);
    }
}

/// `iranien(ne)(s)`: with and without what stands in brackets.
fn forms(written: &'static str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('(') {
        let (inner, after) = after.split_once(')').unwrap_or((after, ""));
        found.iter_mut().for_each(|form| form.push_str(before));
        let with: Vec<String> = found.iter().map(|form| format!("{form}{inner}")).collect();
        found.extend(with);
        rest = after;
    }
    found.iter_mut().for_each(|form| form.push_str(rest));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;

    #[test]
    fn other_languages_name_the_same_actors() {
        for (language, name, id, sense) in [
            ("fr", "allemagne", "germany", Sense::Name),
            ("fr", "iraniennes", "iran", Sense::Adjective),
            ("fr", "nord coreen", "north-korea", Sense::Adjective),
            ("fr", "pekin", "china", Sense::Capital),
            ("fr", "elysee", "france", Sense::Seat),
            ("fr", "union africaine", "african-union", Sense::Name),
            ("fr", "otan", "nato", Sense::Acronym),
            ("fr", "cpi", "international-criminal-court", Sense::Acronym),
            ("fr", "conseil de securite de l onu", "united-nations-security-council", Sense::Name),
            ("fr", "human rights watch", "human-rights-watch", Sense::Name),
            ("de", "frankreich", "france", Sense::Name),
            ("tr", "iran", "iran", Sense::Name),
            ("ru", "россия", "russia", Sense::Name),
        ] {
            let gazetteer = gazetteer_of(pack(language));
            let meaning = gazetteer.meaning(name).unwrap_or_else(|| panic!("{language}: {name}"));
            assert_eq!((gazetteer.id(meaning.actor).as_str(), meaning.sense), (id, sense), "{language}: {name}");
        }
        assert!(gazetteer_of(pack("fr")).meaning("germany").is_none() && gazetteer_of(pack("fr")).meaning("turkish").is_none());
    }

    #[test]
    fn every_line_names_somebody_whom_the_gazetteer_knows() {
        let english = super::super::gazetteer();
        let known = |name: &str, is_place: bool| english.actors.iter().any(|known| known.name == name && (known.kind == Kind::Place) == is_place);
        let first = |line: &'static str| line.split('|').next().unwrap_or_default();
        let names = pack("fr").known;
        for line in lines(names.organisations) {
            assert!(known(first(line), false), "{line}");
        }
        for line in lines(names.places) {
            assert!(known(first(line), true), "{line}");
        }
        for line in lines(names.more_states) {
            assert!(english.actors.iter().any(|known| known.iso == Some(first(line)) || known.name == first(line)), "{line}");
        }
    }
}
