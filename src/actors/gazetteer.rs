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

const STATES: &str = include_str!("gazetteer/states.txt");
const ORGANISATIONS: &str = include_str!("gazetteer/organisations.txt");
const PLACES: &str = include_str!("gazetteer/places.txt");

/// An actor of the gazetteer.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) name: &'static str,
    /// Its English name, of which its id is made in every language.
    pub(super) english: &'static str,
    pub(super) kind: Kind,
    pub(super) iso: Option<&'static str>,
    /// Its item in Wikidata.
    pub(super) wikidata: Option<&'static str>,
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
    /// Written with a comma, and without.
    pub(super) comma: bool,
    pub(super) bare: bool,
    /// Letters that are also written as a word: `Nato`.
    pub(super) word: bool,
    /// One word that is a name only behind its article: `The Guardian`.
    pub(super) article: bool,
    /// Is also listed without marks over its letters: `Bogota`, and not `Libération`.
    pub(super) plain: bool,
}

/// A place that has the name of a state or of a capital.
#[derive(Debug)]
pub(super) struct Namesake {
    pub(super) place: &'static str,
    /// Words beside the name that tell them apart: of the place, or of the state, each with a bit of its own.
    pub(super) told_by: FxHashMap<&'static str, (u64, u64)>,
}

/// The gazetteer, ready to be asked.
#[derive(Debug)]
pub(super) struct Gazetteer {
    pub(super) actors: Vec<Known>,
    names: FxHashMap<Box<str>, Meaning>,
    /// First word of names to the most words of one.
    firsts: FxHashMap<Box<str>, u8>,
    /// Letters that several have, folded, with each who has them.
    shared: Vec<(Box<str>, u16)>,
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
    pub(super) fn longest(&self, first: &str) -> u8 {
        self.firsts.get(first).copied().unwrap_or_default()
    }

    /// What `name` means: folded words joined by one space.
    pub(super) fn meaning(&self, name: &str) -> Option<Meaning> {
        self.names.get(name).copied()
    }

    /// Everybody who has the letters `name` (folded), where several have them.
    pub(super) fn sharers<'g>(&'g self, name: &'g str) -> impl Iterator<Item = u16> + 'g {
        self.shared.iter().filter(move |(letters, _)| letters.as_ref() == name).map(|(_, actor)| *actor)
    }

    /// The place that has the name of a state or capital too.
    pub(super) fn namesake(&self, name: &str) -> Option<&'static Namesake> {
        static NAMESAKES: LazyLock<Vec<(&'static str, Namesake)>> = LazyLock::new(|| {
            let namesake = |line: &'static str| {
                let mut fields = line.split('|');
                let mut field = || fields.next().unwrap_or_default();
                let (name, place) = (field(), field());
                let mut told_by: FxHashMap<&'static str, (u64, u64)> = FxHashMap::default();
                field().split(' ').enumerate().for_each(|(at, word)| told_by.entry(word).or_default().0 |= 1 << at);
                field().split(' ').enumerate().for_each(|(at, word)| told_by.entry(word).or_default().1 |= 1 << at);
                (name, Namesake { place, told_by })
            };
            lines(include_str!("gazetteer/namesakes.txt")).map(namesake).collect()
        });
        NAMESAKES.iter().find(|(known, _)| *known == name).map(|(_, namesake)| namesake)
    }

    /// Whether every state may have a body of its own under this name: the Red Cross and Red Crescent societies.
    pub(super) fn is_society(&self, actor: u16) -> bool {
        self.known(actor).is_some_and(|known| known.english.contains("Red Cross") || known.english.contains("Red Crescent"))
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
        let Some(known) = self.known(actor) else { return BTreeMap::new() };
        let named = [("iso", known.iso), ("wikidata", known.wikidata)];
        named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect()
    }

    fn load() -> Self {
        let mut gazetteer =
            Self { actors: Vec::with_capacity(2048), names: FxHashMap::default(), firsts: FxHashMap::default(), shared: Vec::new(), elided: false };
        gazetteer.names.reserve(5000);
        gazetteer.firsts.reserve(3400);
        for line in lines(STATES) {
            gazetteer.state(line);
        }
        for line in lines(ORGANISATIONS) {
            gazetteer.organisation(line);
        }
        for line in lines(PLACES) {
            let mut names = parts(line);
            let Some(name) = names.next() else { continue };
            let actor = gazetteer.actor(name, Kind::Place);
            for name in std::iter::once(name).chain(names) {
                gazetteer.name(name, actor, Sense::Name, AliasKind::Name);
            }
        }
        gazetteer
    }

    fn state(&mut self, line: &'static str) {
        let mut fields = line.split('|');
        let mut field = || fields.next().unwrap_or_default();
        let (iso, wikidata, name, others) = (field(), field(), field(), field());
        let (adjectives, peoples, capitals, seats) = (field(), field(), field(), field());
        let actor = self.actor(name, Kind::State);
        if let Some(known) = self.actors.last_mut() {
            known.iso = Some(iso).filter(|iso| *iso != "-");
            known.wikidata = Some(wikidata).filter(|item| *item != "-");
        }
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
            let place = self.actor(capital, Kind::Place);
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
        let actor = self.actor(name, kind);
        self.name(name, actor, if is_acronym(name) { Sense::Acronym } else { Sense::Name }, AliasKind::Name);
        for other in parts(others) {
            self.name(other, actor, if is_acronym(other) { Sense::Acronym } else { Sense::Name }, AliasKind::Name);
        }
        for acronym in parts(acronyms) {
            match acronym.strip_prefix('?') {
                Some(letters) => self.share(letters, actor),
                // `Opec`: letters written as a word.
                None if acronym.bytes().skip(1).all(|b| b.is_ascii_lowercase()) => self.name(acronym, actor, Sense::Name, AliasKind::Acronym),
                None => self.name(acronym, actor, Sense::Acronym, AliasKind::Acronym),
            }
        }
        for seat in parts(seats) {
            let place = self.actor(seat, Kind::Place);
            self.insert(seat, actor, Sense::Capital, place);
        }
    }

    /// Letters that others have too.
    fn share(&mut self, letters: &'static str, actor: u16) {
        self.name(letters, actor, Sense::Acronym, AliasKind::Acronym);
        let mut key = String::new();
        push_folded(letters, &mut key);
        self.shared.push((key.into(), actor));
    }

    fn actor(&mut self, name: &'static str, kind: Kind) -> u16 {
        let number = u16::try_from(self.actors.len()).unwrap_or(u16::MAX);
        self.actors.push(Known { name, english: name, kind, iso: None, wikidata: None, aliases: Vec::new() });
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
        let (key, first, count) = key(name, self.elided);
        let longest = self.firsts.entry(key[..first].into()).or_default();
        *longest = (*longest).max(count);
        let comma = name.contains(',');
        let article = count == 1 && name.starts_with("The ");
        let meaning =
            Meaning { actor, sense, adjective: sense == Sense::Adjective, place, capital, comma, bare: !comma, word: false, article, plain: name.is_ascii() };
        match self.names.entry(key.into()) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(meaning);
            }
            // A name that is also an adjective of the same state keeps both senses, and one that is written in several ways may be written in each.
            // The first meaning wins otherwise.
            std::collections::hash_map::Entry::Occupied(mut entry) => {
                let first = entry.get_mut();
                if first.actor == actor {
                    first.adjective |= meaning.adjective;
                    first.comma |= meaning.comma;
                    first.bare |= meaning.bare;
                    first.capital &= meaning.capital;
                    first.article &= meaning.article;
                    first.plain |= meaning.plain;
                    first.word |= first.sense == Sense::Acronym && sense == Sense::Name;
                }
            }
        }
    }
}

/// A name as it is looked up: folded words joined by one space. With it the length of the first word, and how many there are.
/// Where `elided`, what stands before an apostrophe is a word of its own.
fn key(name: &str, elided: bool) -> (String, usize, u8) {
    let mut key = String::with_capacity(name.len());
    let mut count = 0u8;
    let mut first = 0;
    let name = name.strip_prefix("The ").unwrap_or(name);
    for word in name.split(|c| matches!(c, ' ' | '-' | '/' | ',') || elided && matches!(c, '\'' | '’')).filter(|word| !word.is_empty()) {
        if count > 0 {
            key.push(' ');
        }
        // `People's`, `Peoples'`: the possessive is a mark between words, as it is in a text.
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'').filter(|bare| bare.ends_with('s')));
        push_folded(bare.unwrap_or(word), &mut key);
        if bare.is_some() {
            key.push_str(" +");
        }
        count = count.saturating_add(1);
        if count == 1 {
            first = key.find(' ').unwrap_or(key.len());
        }
    }
    (key, first, count)
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

/// The fields of the lines of a file.
#[cfg(test)]
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(text).map(|line| line.split('|').collect())
}

/// Every name of the files with the actor that it is written for; the letters that several have are left out.
#[cfg(test)]
pub(super) fn written() -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    for row in rows(STATES) {
        let [_, _, name, others, adjectives, _, capitals, seats] = row[..] else { panic!("eight fields: {row:?}") };
        all.extend([name].into_iter().chain([others, adjectives, capitals, seats].into_iter().flat_map(parts)).map(|text| (text, name)));
    }
    for row in rows(ORGANISATIONS) {
        assert!(matches!(row.len(), 4 | 5) && matches!(row[0], "o" | "a" | "f"), "{row:?}");
        let others = row[2..].iter().copied().flat_map(parts).filter(|text| !text.starts_with('?'));
        all.extend([row[1]].into_iter().chain(others).map(|text| (text, row[1])));
    }
    for line in lines(PLACES) {
        all.extend(parts(line).map(|text| (text, parts(line).next().unwrap_or_default())));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(name: &str, id: &str, sense: Sense) {
        let gazetteer = gazetteer();
        let meaning = gazetteer.meaning(&key(name, false).0).unwrap_or_else(|| panic!("nobody is called {name}"));
        let same = meaning.sense == sense || sense == Sense::Adjective && meaning.adjective;
        assert!(
            gazetteer.id(meaning.actor) == id && same,
            "{name} leads to {} as {:?}, and not to {id} as {sense:?}",
            gazetteer.id(meaning.actor),
            meaning.sense
        );
    }

    #[test]
    fn names_lead_to_their_actors() {
        for (name, id, sense) in [
            ("Iran", "iran", Sense::Name),
            ("US", "united-states", Sense::Acronym),
            ("Kremlin", "russia", Sense::Seat),
            ("Turkish", "turkey", Sense::Adjective),
            ("Iranians", "iran", Sense::People),
            ("Lima", "peru", Sense::Capital),
            ("Côte d'Ivoire", "ivory-coast", Sense::Name),
            ("al Qaeda", "al-qaeda", Sense::Name),
            ("Washington DC", "united-states", Sense::Capital),
            ("Türkiye", "turkey", Sense::Name),
            ("Czechia", "czech-republic", Sense::Name),
            ("Faroese", "faroe-islands", Sense::Adjective),
            ("Vatican", "vatican-city", Sense::Name),
            ("WHO", "world-health-organization", Sense::Acronym),
        ] {
            check(name, id, sense);
        }
    }

    #[test]
    fn short_name_official_name_adjective_inhabitants_capital_and_seat_lead_to_the_same_state() {
        for row in rows(STATES) {
            let id = slug(row[2], 80);
            check(row[2], &id, Sense::Name);
            for other in parts(row[3]) {
                let meaning = gazetteer().meaning(&key(other, false).0).unwrap_or_else(|| panic!("{other}"));
                assert_eq!(gazetteer().id(meaning.actor), id, "{other}");
                assert!(matches!(meaning.sense, Sense::Name | Sense::Acronym), "{other}");
            }
            for (field, sense) in [(4, Sense::Adjective), (6, Sense::Capital), (7, Sense::Seat)] {
                parts(row[field]).for_each(|name| check(name, &id, sense));
            }
            // Where the inhabitants are called as the adjective is, the adjective comes first.
            for people in parts(row[5]).filter(|people| parts(row[4]).all(|adjective| key(adjective, false) != key(people, false))) {
                check(people, &id, Sense::People);
            }
        }
    }

    #[test]
    fn no_two_actors_share_a_name_that_is_not_marked() {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (name, owner) in written() {
            let other = owners.entry(key(name, false).0).or_insert(owner);
            assert_eq!(*other, owner, "both are called {name}");
        }
        for (letters, actor) in &gazetteer().shared {
            assert!(gazetteer().sharers(letters).any(|other| other != *actor), "nobody else is called {letters}: it needs no mark");
            assert!(!owners.contains_key(letters.as_ref()), "{letters} is marked in one place and not in another");
        }
        let ids: BTreeSet<String> = (0..u16::try_from(gazetteer().actors.len()).unwrap()).map(|actor| gazetteer().key(actor)).collect();
        assert_eq!(ids.len(), gazetteer().actors.len(), "two actors have one id");
    }

    #[test]
    fn codes_and_items_are_valid_and_nobody_has_anothers() {
        let (mut codes, mut items) = (BTreeSet::new(), BTreeSet::new());
        for row in rows(STATES) {
            if row[0] != "-" {
                assert!(row[0].len() == 2 && row[0].bytes().all(|byte| byte.is_ascii_uppercase()) && codes.insert(row[0]), "{row:?}");
            }
            if row[1] != "-" {
                let number = row[1].strip_prefix('Q').unwrap_or_default();
                assert!(!number.starts_with('0') && number.parse::<u32>().is_ok() && items.insert(row[1]), "{row:?}");
            }
        }
        // 193 members of the United Nations, two observers, Taiwan, Kosovo, Western Sahara, and territories.
        assert!(codes.len() >= 193 + 2 + 3, "{}", codes.len());
        assert!(["VA", "PS", "TW", "XK", "EH", "GL", "HK", "PR"].iter().all(|code| codes.contains(code)));
    }

    #[test]
    fn the_file_of_states_is_sorted_and_says_nothing_twice() {
        for text in [STATES, ORGANISATIONS, PLACES] {
            let mut seen = BTreeSet::new();
            assert!(lines(text).all(|line| seen.insert(line)));
        }
        let order: Vec<(bool, String)> = rows(STATES).map(|row| (row[0] == "-", key(row[2], false).0)).collect();
        assert!(order.is_sorted(), "{order:?}");
    }
}
