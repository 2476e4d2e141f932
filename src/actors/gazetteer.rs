//! The states, organisations and places that everybody knows, from the readable files beside this module.
//! Names no person and no office holder.

mod local;

pub(super) use local::gazetteer_of;

use super::token::push_folded;
use crate::model::{Alias, AliasKind, Kind};
use crate::text::slug::slug;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An actor of the gazetteer.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) name: &'static str,
    /// Its English name, of which its id is made in every language.
    pub(super) english: &'static str,
    pub(super) kind: Kind,
    pub(super) iso: Option<&'static str>,
    /// Where its names stand in `Gazetteer::names`.
    pub(super) aliases: Vec<(&'static str, AliasKind)>,
}

/// How a name of the gazetteer names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// The name of it.
    Name,
    /// Letters that stand for it; written in capitals.
    Acronym,
    /// Adjective of a state.
    Adjective,
    /// Inhabitants of a state: never the state.
    People,
    /// Capital: the state where it acts, else the place.
    Capital,
    /// A building or street that stands for the government.
    Seat,
}

/// What a name of the gazetteer means. A name may have an adjective's and a noun's sense at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) actor: u16,
    pub(super) sense: Sense,
    /// Also an adjective (`US`, `Swiss`) of the same state.
    pub(super) adjective: bool,
    /// The place of that name, for capitals.
    pub(super) place: u16,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Has a comma in it.
    pub(super) comma: bool,
}

/// A place that has the name of a state or of a capital, and the words beside the name that tell them apart, parted by spaces.
pub(super) struct Namesake {
    pub(super) place: &'static str,
    pub(super) of_place: &'static str,
    pub(super) of_state: &'static str,
}

/// The gazetteer, ready to be asked.
#[derive(Debug)]
pub(super) struct Gazetteer {
    pub(super) actors: Vec<Known>,
    names: FxHashMap<Box<str>, Meaning>,
    /// First word of names to the most words of one.
    firsts: FxHashMap<Box<str>, u8>,
    /// What stands before an apostrophe is a word of its own: `d'Oman`.
    elided: bool,
}

/// The gazetteer, under English names.
pub(super) fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);
    &GAZETTEER
}

impl Gazetteer {
    /// The most words of a name that begins with `first` (folded); 0 where none does.
    pub(super) fn longest(&self, first: &str) -> usize {
        self.firsts.get(first).copied().unwrap_or_default().into()
    }

    /// What `name` means: folded words joined by one space.
    pub(super) fn meaning(&self, name: &str) -> Option<Meaning> {
        self.names.get(name).copied()
    }

    /// The place that has the name of a state or capital too.
    pub(super) fn namesake(&self, name: &str) -> Option<Namesake> {
        lines(include_str!("gazetteer/namesakes.txt")).find_map(|line| {
            let mut fields = line.split('|');
            let mut field = || fields.next().unwrap_or_default();
            (field() == name).then(|| Namesake { place: field(), of_place: field(), of_state: field() })
        })
    }

    /// The key under which an actor of the gazetteer is known.
    pub(super) fn key(&self, actor: u16) -> String {
        let known = self.known(actor);
        match known.map(|k| k.kind) {
            Some(Kind::Place) => format!("l:{}", self.id(actor)),
            _ => format!("g:{}", self.id(actor)),
        }
    }

    /// The id of an actor of the gazetteer.
    pub(super) fn id(&self, actor: u16) -> String {
        self.known(actor).map(|known| slug(known.english, 80)).unwrap_or_default()
    }

    pub(super) fn known(&self, actor: u16) -> Option<&Known> {
        self.actors.get(usize::from(actor))
    }

    /// Its names other than the one that heads its page.
    pub(super) fn aliases(&self, actor: u16) -> Vec<Alias> {
        let Some(known) = self.known(actor) else { return Vec::new() };
        known.aliases.iter().map(|(text, kind)| Alias { text: (*text).to_owned(), kind: *kind }).collect()
    }

    /// External identifiers.
    pub(super) fn identifiers(&self, actor: u16) -> BTreeMap<String, String> {
        self.known(actor).and_then(|known| known.iso).map(|iso| ("iso".to_owned(), iso.to_owned())).into_iter().collect()
    }

    fn load() -> Self {
        let mut gazetteer = Self { actors: Vec::with_capacity(1200), names: FxHashMap::default(), firsts: FxHashMap::default(), elided: false };
        gazetteer.names.reserve(4000);
        gazetteer.firsts.reserve(2600);
        for line in lines(include_str!("gazetteer/states.txt")) {
            gazetteer.state(line);
        }
        for line in lines(include_str!("gazetteer/organisations.txt")) {
            gazetteer.organisation(line);
        }
        for line in lines(include_str!("gazetteer/places.txt")) {
            let mut names = parts(line);
            let Some(name) = names.next() else { continue };
            let actor = gazetteer.actor(name, Kind::Place, None);
            for name in std::iter::once(name).chain(names) {
                gazetteer.name(name, actor, Sense::Name, AliasKind::Name);
            }
        }
        gazetteer
    }

    fn state(&mut self, line: &'static str) {
        let mut fields = line.split('|');
        let mut field = || fields.next().unwrap_or_default();
        let (iso, name, others, adjectives, peoples, capitals, seats) = (field(), field(), field(), field(), field(), field(), field());
        let actor = self.actor(name, Kind::State, (iso != "-").then_some(iso));
        self.name(name, actor, Sense::Name, AliasKind::Name);
        for other in parts(others) {
            let acronym = other.len() <= 6 && !other.bytes().any(|b| b.is_ascii_lowercase() || b == b' ');
            let (sense, kind) = if acronym { (Sense::Acronym, AliasKind::Acronym) } else { (Sense::Name, AliasKind::Name) };
            self.name(other, actor, sense, kind);
        }
        for adjective in parts(adjectives) {
            self.name(adjective, actor, Sense::Adjective, AliasKind::Demonym);
            if peoples.is_empty() || adjective.ends_with('n') || adjective.ends_with('i') {
                self.insert(&format!("{adjective}s"), actor, Sense::People, 0);
            }
        }
        for people in parts(peoples) {
            self.insert(people, actor, Sense::People, 0);
        }
        for seat in parts(seats) {
            self.name(seat, actor, Sense::Seat, AliasKind::Metonym);
        }
        let mut capitals = parts(capitals);
        if let Some(capital) = capitals.next() {
            let place = self.actor(capital, Kind::Place, None);
            for name in std::iter::once(capital).chain(capitals) {
                self.insert(name, actor, Sense::Capital, place);
                if let Some(known) = self.actors.get_mut(usize::from(place))
                    && name != capital
                {
                    known.aliases.push((name, AliasKind::Name));
                }
            }
        }
    }

    fn organisation(&mut self, line: &'static str) {
        let mut fields = line.split('|');
        let mut field = || fields.next().unwrap_or_default();
        let (kind, name, others, acronyms, seats) = (field(), field(), field(), field(), field());
        let kind = match kind {
            "a" => Kind::ArmedGroup,
            "f" => Kind::Office,
            _ => Kind::Organisation,
        };
        let actor = self.actor(name, kind, None);
        self.name(name, actor, if is_acronym(name) { Sense::Acronym } else { Sense::Name }, AliasKind::Name);
        for other in parts(others) {
            self.name(other, actor, if is_acronym(other) { Sense::Acronym } else { Sense::Name }, AliasKind::Name);
        }
        for acronym in parts(acronyms) {
            self.name(acronym, actor, Sense::Acronym, AliasKind::Acronym);
        }
        for seat in parts(seats) {
            let place = self.actor(seat, Kind::Place, None);
            self.insert(seat, actor, Sense::Capital, place);
        }
    }

    fn actor(&mut self, name: &'static str, kind: Kind, iso: Option<&'static str>) -> u16 {
        let number = u16::try_from(self.actors.len()).unwrap_or(u16::MAX);
        self.actors.push(Known { name, english: name, kind, iso, aliases: Vec::new() });
        number
    }

    fn name(&mut self, name: &'static str, actor: u16, sense: Sense, kind: AliasKind) {
        self.insert(name, actor, sense, actor);
        if let Some(known) = self.actors.get_mut(usize::from(actor))
            && known.name != name
        {
            known.aliases.push((name, kind));
        }
    }

    fn insert(&mut self, name: &str, actor: u16, sense: Sense, place: u16) {
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let mut key = String::with_capacity(name.len());
        let mut count = 0u8;
        let mut first = 0;
        let name = name.strip_prefix("The ").unwrap_or(name);
        for word in name.split(|c| matches!(c, ' ' | '-' | '/' | ',') || self.elided && matches!(c, '\'' | '’')).filter(|word| !word.is_empty()) {
            if count > 0 {
                key.push(' ');
            }
            push_folded(word.strip_suffix("'s").unwrap_or(word), &mut key);
            if word.ends_with("'s") {
                key.push_str(" +");
            }
            count = count.saturating_add(1);
            if count == 1 {
                first = key.find(' ').unwrap_or(key.len());
            }
        }
        let longest = self.firsts.entry(key[..first].into()).or_default();
        *longest = (*longest).max(count);
        let meaning = Meaning { actor, sense, adjective: sense == Sense::Adjective, place, capital, comma: name.contains(',') };
        match self.names.entry(key.into()) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(meaning);
            }
            // A name that is also an adjective of the same state keeps both senses. The first meaning wins otherwise.
            std::collections::hash_map::Entry::Occupied(mut entry) => {
                if entry.get().actor == actor && sense == Sense::Adjective {
                    entry.get_mut().adjective = true;
                }
            }
        }
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn parts(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(';').filter(|part| !part.is_empty())
}

fn is_acronym(name: &str) -> bool {
    name.len() <= 6 && name.bytes().filter(u8::is_ascii_uppercase).count() >= 2 && !name.bytes().any(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_their_actors() {
        let gazetteer = gazetteer();
        for (name, id, sense) in [
            ("iran", "iran", Sense::Name),
            ("us", "united-states", Sense::Acronym),
            ("kremlin", "russia", Sense::Seat),
            ("turkish", "turkey", Sense::Adjective),
            ("iranians", "iran", Sense::People),
            ("lima", "peru", Sense::Capital),
            ("cote d'ivoire", "ivory-coast", Sense::Name),
            ("al qaeda", "al-qaeda", Sense::Name),
            ("washington dc", "united-states", Sense::Capital),
        ] {
            let meaning = gazetteer.meaning(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!((gazetteer.id(meaning.actor).as_str(), meaning.sense), (id, sense), "{name}");
        }
    }
}
